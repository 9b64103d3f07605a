/* entries - what a feed lists, for who follows it: addresses, names and days of its entries,
 * without reading any article; and the feeds that a page names.
 *
 * An entry goes over as an article whose text is its headline, or its address; what the feed has
 * of the whole article goes with it as a line of JSON Lines.
 */
#include "../html/html.h"
#include "inside.h"

/* ---- an entry as JSON -------------------------------------------------------------------- */

static void put_field(mh_out *o, const char *name, const char *value)
{
  if (!value) return;
  mh_out_char(o, o->len ? ',' : '{');
  mh_out_json(o, name, strlen(name));
  mh_out_char(o, ':');
  mh_out_json(o, value, strlen(value));
}

void mh_intake__entry_json(mh_out *o, const mh_feed *f, const mh_feed_entry *e)
{
  mh_out_clear(o);
  put_field(o, "id", e->id);
  put_field(o, "url", e->url);
  put_field(o, "outlet", e->outlet ? e->outlet : f->title);
  put_field(o, "title", e->title);
  put_field(o, "byline", e->author);
  put_field(o, "published", e->published);
  put_field(o, "updated", e->updated);
  put_field(o, "language", e->language ? e->language : f->language);
  put_field(o, "html", e->html);
  mh_out_char(o, '}');
}

/* ---- sending ------------------------------------------------------------------------------- */

/* A string that may stand in a frame; NULL when it may not. */
static const char *plain(const char *s)
{
  if (!s || !*s || !mh_utf8_check(s, strlen(s), NULL)) return NULL;
  for (const char *p = s; *p; p++)
    if ((unsigned char)*p < ' ') return NULL;
  return s;
}

static void send(mh_intake__cutter *c, const char *kind, mh_article *x,
                 const mh_out *json)
{
  mh_intake_item item = {.format = json ? MH_FORMAT_JSONL : MH_FORMAT_HTML,
                         .inside = kind,
                         .bytes = json ? json->at : NULL,
                         .len = json ? json->len : 0};
  x->text = x->title ? x->title : x->url ? x->url : x->id;
  if (!x->text) return; /* nothing to call it by */
  x->len = (uint32_t)strlen(x->text);
  mh_intake__send(c, &item, x);
}

static void send_entry(mh_intake__cutter *c, const mh_feed *f, const mh_feed_entry *e)
{
  const bool whole = e->html && e->whole;
  mh_article x = {.id = plain(e->id),
                  .url = plain(e->url),
                  .outlet = plain(e->outlet ? e->outlet : f->title),
                  .title = plain(e->title),
                  .byline = plain(e->author),
                  .language = plain(e->language ? e->language : f->language),
                  .published = plain(e->published),
                  .updated = plain(e->updated)};
  if (whole) mh_intake__entry_json(&c->json, f, e);
  send(c, f->kind, &x, whole && c->json.status == MH_OK ? &c->json : NULL);
}

/* ---- reading ------------------------------------------------------------------------------- */

static mh_status feed(mh_intake__cutter *c, mh_arena *a, const char *bytes, size_t len,
                      mh_error *err)
{
  const mh_source from = {.url = c->url, .charset = c->charset};
  mh_feed f;
  MH_TRY(mh_feed_read(&f, a, bytes, len, &from, err));
  for (uint32_t i = 0; i < f.n; i++) send_entry(c, &f, &f.entries[i]);
  return MH_OK;
}

/* Feeds of the comments are as a rule named next to the one that is wanted. */
static bool is_of_comments(const char *url)
{
  return strstr(url, "/comments/") != NULL;
}

static mh_status page(mh_intake__cutter *c, mh_arena *a, const char *bytes, size_t len,
                      mh_error *err)
{
  const char *text;
  size_t n;
  mh_html_doc doc;
  const mh_feed_link *links;
  uint32_t n_links, sent = 0;
  MH_TRY(mh_page_utf8(&text, &n, a, bytes, len, c->charset, err));
  mh_status st = mh_html_parse(&doc, a, text, n);
  if (st == MH_OK) st = mh_feed_links(&links, &n_links, a, &doc, c->url);
  if (st != MH_OK) return mh_fail(err, st, 0, "no memory for the page");
  for (uint32_t i = 0; i < n_links; i++) {
    mh_article x = {.url = plain(links[i].url), .title = plain(links[i].title)};
    if (!x.url || is_of_comments(x.url)) continue;
    send(c, "page", &x, NULL);
    sent++;
  }
  return sent ? MH_OK
              : mh_fail(err, MH_EFORMAT, 0, "no feed, and a page that names no feed");
}

void mh_intake__entries(mh_intake__cutter *c, const char *bytes, size_t len)
{
  mh_arena a = {.budget = len * 64 + ((size_t)8 << 20)};
  const mh_intake_item none = {0};
  mh_error err = {0};
  const mh_format seen = mh_page_guess(bytes, len);
  mh_status st;
  if (mh_feed_is(bytes, len) || seen == MH_FORMAT_FEED)
    st = feed(c, &a, bytes, len, &err);
  else if (seen == MH_FORMAT_HTML)
    st = page(c, &a, bytes, len, &err);
  else
    st = mh_fail(&err, MH_EFORMAT, 0, "neither a feed nor a page that names one");
  if (st != MH_OK) mh_intake__tell(c, &none, err.code, err.at, err.text);
  mh_arena_free(&a);
}
