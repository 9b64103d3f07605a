/* feed_json - JSON Feed 1.0 and 1.1 (jsonfeed.org) to entries as they were told. */
#include <cjson/cJSON.h>

#include "feed_inside.h"

/* A text of an object, in `a`; NULL when there is none. */
static const char *text_of(mh_status *s, mh_arena *a, const cJSON *object,
                           const char *name)
{
  const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, name);
  const char *at = cJSON_GetStringValue(item);
  char number[24];
  if (!at && cJSON_IsNumber(item) &&
      item->valuedouble == (double)(int64_t)item->valueint) {
    mh_out o = {0};
    mh_out_fmt(&o, "%d", item->valueint);
    strncpy(number, o.at ? o.at : "", sizeof number - 1);
    number[sizeof number - 1] = '\0';
    mh_out_free(&o);
    at = number;
  }
  if (!at || !at[0]) return NULL;
  size_t len = strlen(at);
  mh_streams__trim(&at, &len);
  const char *copy = mh_arena_copy(a, at, len);
  if (!copy) *s = MH_ENOMEM;
  return copy;
}

/* A title is plain text; some hold references all the same. */
static const char *title_of(mh_status *s, mh_arena *a, mh_out *scratch,
                            const cJSON *object)
{
  const char *title = text_of(s, a, object, "title");
  if (!title || !strchr(title, '&') || strchr(title, '<')) return title;
  return mh_streams__plain(s, a, scratch, title, strlen(title));
}

static const char *author_of(mh_status *s, mh_arena *a, const cJSON *item)
{
  const cJSON *list = cJSON_GetObjectItemCaseSensitive(item, "authors");
  const cJSON *one = cJSON_IsArray(list)
                         ? list->child
                         : cJSON_GetObjectItemCaseSensitive(item, "author");
  return text_of(s, a, one, "name");
}

static mh_status add_item(mh_streams__drafts *to, mh_arena *a, mh_out *scratch,
                          const cJSON *item)
{
  mh_status s = MH_OK;
  mh_streams__draft d = {0};
  mh_feed_entry *e = &d.e;
  e->url = text_of(&s, a, item, "url");
  if (!e->url) e->url = text_of(&s, a, item, "external_url");
  e->id = text_of(&s, a, item, "id");
  e->title = title_of(&s, a, scratch, item);
  e->author = author_of(&s, a, item);
  e->published = text_of(&s, a, item, "date_published");
  e->updated = text_of(&s, a, item, "date_modified");
  e->language = text_of(&s, a, item, "language");
  e->html = text_of(&s, a, item, "content_html");
  const char *plain = e->html ? NULL : text_of(&s, a, item, "content_text");
  e->whole = e->html || plain;
  if (!e->whole) plain = text_of(&s, a, item, "summary");
  if (plain) {
    mh_out_clear(scratch);
    mh_out_html(scratch, plain, strlen(plain));
    if (scratch->status == MH_OK) e->html = mh_arena_copy(a, scratch->at, scratch->len);
    if (!e->html) return MH_ENOMEM;
  }
  if (s != MH_OK) return s;
  const bool empty = !e->url && !e->id && !e->title && !e->html;
  return empty ? MH_OK : MH_PUSH(a, to, d);
}

mh_status mh_streams__json_feed(mh_feed *out, mh_streams__drafts *drafts, mh_arena *a,
                                const char *text, size_t len)
{
  mh_status s = MH_OK;
  mh_out scratch = {0};
  cJSON *root = cJSON_ParseWithLength(text, len);
  const cJSON *items = cJSON_GetObjectItemCaseSensitive(root, "items");
  if (cJSON_IsArray(items)) {
    out->title = title_of(&s, a, &scratch, root);
    out->url = text_of(&s, a, root, "home_page_url");
    out->language = text_of(&s, a, root, "language");
    for (const cJSON *i = items->child; i && s == MH_OK; i = i->next) {
      if (drafts->n == MH_FEED_ENTRIES_MAX)
        out->broken = true;
      else
        s = add_item(drafts, a, &scratch, i);
    }
  } else {
    s = MH_EFORMAT;
  }
  cJSON_Delete(root);
  mh_out_free(&scratch);
  return s;
}
