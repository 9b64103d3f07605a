/* meta_jsonld - claims of the data that scripts carry: JSON-LD, and the state of programs that
 * build their pages in the reader's browser.
 *
 * JSON-LD tells of things by their type; articles are looked for wherever they hang: at the
 * top, in arrays, in @graph, as the main entity of a page, in lists.  Of several the one is
 * taken that has the page's address or headline.  Authors and publishers may be told by
 * reference (@id).  The state of a program has no common shape: the object is taken that has a
 * headline, a day and a text.
 */
#include <cjson/cJSON.h>
#include <stdio.h>

#include "meta.h"

enum {
  SCRIPTS_MOST =
      3 << 20, /* bytes of all scripts that are read: a tree of them is large */
  ROOTS_MOST = 64,
  ARTICLES_MOST = 64,
  LOOK_UPS_MOST = 16, /* references that are followed */
  DEEPEST = 24,
  STATE_OBJECTS = 4000
};

typedef struct reader {
  mh_page__meta *m;
  cJSON *roots[ROOTS_MOST];
  const cJSON *articles[ARTICLES_MOST];
  const cJSON *pages[ARTICLES_MOST]; /* web pages, not articles */
  uint32_t n_roots, n_articles, n_pages, look_ups;
  size_t bytes;     /* of scripts, read */
  uint32_t objects; /* of states, looked at */
  const cJSON *state;
  int state_score;
} reader;

/* ---- values --------------------------------------------------------------------- */

/* The text of a value, however it is wrapped; NULL none. */
static const char *text_of(const cJSON *v, int depth)
{
  static const char *const wraps[] = {"@value", "name", "@id", "url", "rendered"};
  if (!v || depth > 4) return NULL;
  if (cJSON_IsString(v)) return v->valuestring;
  if (cJSON_IsArray(v)) return text_of(v->child, depth + 1);
  for (size_t k = 0; cJSON_IsObject(v) && k < sizeof wraps / sizeof *wraps; k++) {
    const char *t = text_of(cJSON_GetObjectItem(v, wraps[k]), depth + 1);
    if (t) return t;
  }
  return NULL;
}

static const char *member_text(const cJSON *o, const char *name)
{
  return text_of(cJSON_GetObjectItem(o, name), 0);
}

static bool ends_with(const char *t, const char *end)
{
  const size_t n = strlen(t), k = strlen(end);
  return n >= k && strcmp(t + n - k, end) == 0;
}

/* Is one of its types such? */
static bool is_type(const cJSON *o, bool (*such)(const char *))
{
  const cJSON *type = cJSON_GetObjectItem(o, "@type");
  if (cJSON_IsString(type)) return such(type->valuestring);
  const cJSON *each;
  cJSON_ArrayForEach(each, type) if (cJSON_IsString(each) &&
                                     such(each->valuestring)) return true;
  return false;
}

static bool is_article(const char *t)
{
  return ends_with(t, "Article") || ends_with(t, "BlogPosting") ||
         ends_with(t, "Report") || ends_with(t, "ForumPosting");
}

static bool is_page(const char *t)
{
  return ends_with(t, "WebPage") || ends_with(t, "ItemPage");
}

/* ---- things ---------------------------------------------------------------------- */

/* What hangs below these tells of other things. */
static bool is_aside(const char *name)
{
  static const char *const asides[] = {
      "author",  "publisher", "creator",   "about",       "mentions",
      "comment", "citation",  "isBasedOn", "isPartOf",    "liveBlogUpdate",
      "video",   "image",     "review",    "relatedLink", "potentialAction"};
  for (size_t k = 0; name && k < sizeof asides / sizeof *asides; k++)
    if (strcmp(asides[k], name) == 0) return true;
  return false;
}

static void find_things(reader *r, const cJSON *v, int depth)
{
  if (depth > DEEPEST) return;
  if (cJSON_IsObject(v)) {
    if (is_type(v, is_article)) {
      if (r->n_articles < ARTICLES_MOST) r->articles[r->n_articles++] = v;
    } else if (is_type(v, is_page) && r->n_pages < ARTICLES_MOST) {
      r->pages[r->n_pages++] = v;
    }
  }
  const cJSON *each;
  cJSON_ArrayForEach(each, v) if ((cJSON_IsObject(each) || cJSON_IsArray(each)) &&
                                  !is_aside(each->string))
      find_things(r, each, depth + 1);
}

/* The thing with this @id that has a name, below v. */
static const cJSON *by_id(const cJSON *v, const char *id, int depth)
{
  if (depth > DEEPEST) return NULL;
  if (cJSON_IsObject(v)) {
    const cJSON *mine = cJSON_GetObjectItem(v, "@id");
    if (cJSON_IsString(mine) && strcmp(mine->valuestring, id) == 0 &&
        cJSON_GetObjectItem(v, "name"))
      return v;
  }
  const cJSON *each;
  cJSON_ArrayForEach(each, v)
  {
    const cJSON *found = cJSON_IsObject(each) || cJSON_IsArray(each)
                             ? by_id(each, id, depth + 1)
                             : NULL;
    if (found) return found;
  }
  return NULL;
}

/* The name of a person or organisation; a reference is followed. */
static const char *name_of(reader *r, const cJSON *v)
{
  if (cJSON_IsString(v)) return v->valuestring;
  if (!cJSON_IsObject(v)) return NULL;
  const char *name = member_text(v, "name");
  const cJSON *id = cJSON_GetObjectItem(v, "@id");
  if (name || !cJSON_IsString(id)) return name;
  for (uint32_t i = 0; i < r->n_roots && r->look_ups < LOOK_UPS_MOST; i++) {
    r->look_ups++;
    const cJSON *thing = by_id(r->roots[i], id->valuestring, 0);
    if (thing) return member_text(thing, "name");
  }
  return NULL;
}

/* ---- claims of an article --------------------------------------------------------- */

static mh_status claim(reader *r, mh_page__fact fact, uint8_t rank, const char *from,
                       const char *text)
{
  return text ? mh_page__add_claim(r->m, fact, rank, from, text, strlen(text), 0) : MH_OK;
}

/* A day may be a number of seconds. */
static mh_status claim_day(reader *r, mh_page__fact fact, uint8_t rank, const char *from,
                           const cJSON *v)
{
  char digits[32];
  if (!cJSON_IsNumber(v)) return claim(r, fact, rank, from, text_of(v, 0));
  if (!(v->valuedouble > 0 && v->valuedouble < 1e14)) return MH_OK;
  snprintf(digits, sizeof digits, "%.0f", v->valuedouble);
  return claim(r, fact, rank, from, digits);
}

/* All authors, with an Arabic comma between them. */
static mh_status claim_authors(reader *r, uint8_t rank, const char *from, const cJSON *v)
{
  static const char comma[] = "\xd8\x8c ";
  mh_out all = {0};
  const cJSON *each = cJSON_IsArray(v) ? v->child : v;
  for (int k = 0; each && k < 6; each = cJSON_IsArray(v) ? each->next : NULL, k++) {
    const char *name = name_of(r, each);
    if (!name || !*name || strstr(name, "://")) continue;
    if (all.len) mh_out_text(&all, comma);
    mh_out_text(&all, name);
  }
  mh_status s = all.status;
  if (s == MH_OK && all.len) s = claim(r, MH_PAGE__SAYS_BYLINE, rank, from, all.at);
  mh_out_free(&all);
  return s;
}

/* Every element of the text, as it stands, into m->body: tags are line ends. */
static mh_status take_body(mh_page__meta *m, const char *text)
{
  mh_html_doc d;
  const size_t len = strlen(text);
  if (m->body || len == 0) return MH_OK;
  mh_out_clear(&m->out);
  MH_TRY(mh_html_parse(&d, m->a, text, len));
  for (uint32_t i = 1; i < d.n; i++) {
    const mh_html_node *n = &d.nodes[i];
    const bool text_node = n->tag == MH_HTML_TEXT;
    if (text_node && d.nodes[n->parent].tag != MH_HTML_SCRIPT &&
        d.nodes[n->parent].tag != MH_HTML_STYLE)
      mh_html_text(&m->out, &d, (mh_span){n->at, n->len});
    else if (n->tag == MH_HTML_P || n->tag == MH_HTML_DIV || n->tag == MH_HTML_BR ||
             n->tag == MH_HTML_LI || (n->tag >= MH_HTML_H1 && n->tag <= MH_HTML_H6))
      mh_out_char(&m->out, '\n');
  }
  MH_TRY(m->out.status);
  m->body = m->out.len ? mh_arena_copy(m->a, m->out.at, m->out.len) : NULL;
  return m->body || m->out.len == 0 ? MH_OK : MH_ENOMEM;
}

static mh_status claim_address(reader *r, const cJSON *o)
{
  static const char *const where[] = {"url", "mainEntityOfPage", "@id"};
  for (size_t k = 0; k < sizeof where / sizeof *where; k++) {
    const cJSON *v = cJSON_GetObjectItem(o, where[k]);
    const char *t = cJSON_IsObject(v) ? member_text(v, "@id") : text_of(v, 0);
    if (!t && cJSON_IsObject(v)) t = member_text(v, "url");
    if (t && strstr(t, "://") && !strchr(t, '#')) /* "...#article" names a node */
      return claim(r, MH_PAGE__SAYS_URL, 30, "json-ld", t);
  }
  return MH_OK;
}

/* `less`: how much less it is trusted than an article of the page. */
static mh_status claim_thing(reader *r, const cJSON *o, uint8_t less)
{
  const char *from = "json-ld";
  const uint8_t rank = (uint8_t)(MH_PAGE__BY_JSONLD + less);
  const cJSON *author = cJSON_GetObjectItem(o, "author");
  const cJSON *publisher = cJSON_GetObjectItem(o, "publisher");
  const char *headline = member_text(o, "headline");
  if (!author) author = cJSON_GetObjectItem(o, "creator");
  if (cJSON_IsArray(publisher)) publisher = publisher->child;
  /* the name of a page is that of its title element, with the outlet's behind it */
  MH_TRY(claim(r, MH_PAGE__SAYS_TITLE, less ? 41 : rank, from,
               headline ? headline : member_text(o, "name")));
  MH_TRY(claim_day(r, MH_PAGE__SAYS_PUBLISHED, rank, from,
                   cJSON_GetObjectItem(o, "datePublished")));
  MH_TRY(claim_day(r, MH_PAGE__SAYS_PUBLISHED, (uint8_t)(rank + 2), from,
                   cJSON_GetObjectItem(o, "dateCreated")));
  MH_TRY(claim_day(r, MH_PAGE__SAYS_UPDATED, rank, from,
                   cJSON_GetObjectItem(o, "dateModified")));
  MH_TRY(claim_authors(r, rank, from, author));
  MH_TRY(claim(r, MH_PAGE__SAYS_OUTLET, rank, from, name_of(r, publisher)));
  MH_TRY(claim(r, MH_PAGE__SAYS_LANGUAGE, 31, from, member_text(o, "inLanguage")));
  return less ? MH_OK : claim_address(r, o);
}

/* ---- which of several ---------------------------------------------------------------- */

/* Does the page say elsewhere, too, that this is its headline? */
static bool is_headline(const mh_page__meta *m, const char *text)
{
  const mh_page__claims *list = &m->says[MH_PAGE__SAYS_TITLE];
  for (uint32_t i = 0; text && i < list->n; i++)
    if (mh_page__agree(list->at[i].text, text)) return true;
  return false;
}

static bool is_address(const mh_page__meta *m, const cJSON *o)
{
  static const char *const where[] = {"url", "mainEntityOfPage", "@id"};
  const mh_page__claim *url = mh_page__best(m, MH_PAGE__SAYS_URL);
  const char *page = url ? url->text : m->from ? m->from->url : NULL;
  for (size_t k = 0; page && k < sizeof where / sizeof *where; k++) {
    const cJSON *v = cJSON_GetObjectItem(o, where[k]);
    const char *t = cJSON_IsObject(v) ? member_text(v, "@id") : text_of(v, 0);
    if (t && mh_page__same_address(t, page)) return true;
  }
  return false;
}

/* How many different headlines the articles have. */
static uint32_t count_headlines(const reader *r)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < r->n_articles; i++) {
    const char *mine = member_text(r->articles[i], "headline");
    bool new = mine != NULL;
    for (uint32_t k = 0; k < i && new; k++) {
      const char *other = member_text(r->articles[k], "headline");
      new = !other || !mh_page__same_words(mine, other);
    }
    n += new;
  }
  return n;
}

static mh_status choose_article(reader *r)
{
  const cJSON *best = NULL;
  int most = -1;
  for (uint32_t i = 0; i < r->n_articles; i++) {
    const cJSON *o = r->articles[i];
    const char *headline = member_text(o, "headline");
    const int score =
        4 * is_address(r->m, o) +
        4 * is_headline(r->m, headline ? headline : member_text(o, "name")) +
        (headline != NULL) + (cJSON_GetObjectItem(o, "datePublished") != NULL);
    if (score > most) best = o, most = score;
  }
  if (!best) return MH_OK;
  const uint32_t all = count_headlines(r);
  r->m->articles = most >= 4 || all == 0 ? 1 : all;
  MH_TRY(claim_thing(r, best, 0));
  const char *body = member_text(best, "articleBody");
  return body ? take_body(r->m, body) : MH_OK;
}

/* ---- the state of a program -------------------------------------------------------------- */

static const char *const titles[] = {"headline", "title", "headLine", "articleTitle",
                                     "news_title"};
static const char *const days[] = {
    "datePublished", "publishedAt",  "published_at",       "publishDate", "publish_date",
    "publishedDate", "display_date", "first_publish_date", "createdAt",   "created_at",
    "date",          "pubDate",      "news_date"};
static const char *const changes[] = {"dateModified", "updatedAt", "updated_at",
                                      "modifiedAt",   "modified",  "last_updated_date"};
static const char *const texts[] = {"articleBody", "body",    "content",
                                    "text",        "details", "description"};
static const char *const authors[] = {"author", "authors", "byline", "writer"};

#define FIRST(o, list) first_of(o, list, sizeof list / sizeof *list)

static const cJSON *first_of(const cJSON *o, const char *const *list, size_t n)
{
  for (size_t k = 0; k < n; k++) {
    const cJSON *v = cJSON_GetObjectItemCaseSensitive(o, list[k]);
    if (v && !cJSON_IsNull(v)) return v;
  }
  return NULL;
}

static void find_state(reader *r, const cJSON *v, int depth)
{
  if (depth > DEEPEST || r->objects > STATE_OBJECTS) return;
  if (cJSON_IsObject(v)) {
    r->objects++;
    const char *title = text_of(FIRST(v, titles), 0), *text = text_of(FIRST(v, texts), 0);
    const size_t len = text ? strlen(text) : 0;
    const int score = (title && *title ? 2 : 0) + (FIRST(v, days) ? 2 : 0) +
                      (len > 200 ? 3 : len > 0);
    const int more = title && score >= 5 && is_headline(r->m, title) ? 4 : 0;
    if (title && score >= 5 && score + more > r->state_score)
      r->state = v, r->state_score = score + more;
  }
  const cJSON *each;
  cJSON_ArrayForEach(each, v) if (cJSON_IsObject(each) || cJSON_IsArray(each))
      find_state(r, each, depth + 1);
}

static mh_status claim_state(reader *r)
{
  const cJSON *o = r->state;
  const char *from = "script";
  if (!o) return MH_OK;
  const char *text = text_of(FIRST(o, texts), 0);
  MH_TRY(claim(r, MH_PAGE__SAYS_TITLE, MH_PAGE__BY_STATE, from,
               text_of(FIRST(o, titles), 0)));
  MH_TRY(claim_day(r, MH_PAGE__SAYS_PUBLISHED, MH_PAGE__BY_STATE, from, FIRST(o, days)));
  MH_TRY(claim_day(r, MH_PAGE__SAYS_UPDATED, MH_PAGE__BY_STATE, from, FIRST(o, changes)));
  MH_TRY(claim_authors(r, MH_PAGE__BY_STATE, from, FIRST(o, authors)));
  return text && strlen(text) > 200 ? take_body(r->m, text) : MH_OK;
}

/* ---- scripts ---------------------------------------------------------------------------- */

static bool contains(const char *t, size_t len, const char *what)
{
  const size_t n = strlen(what);
  for (size_t i = 0; i + n <= len; i++)
    if (t[i] == what[0] && memcmp(t + i, what, n) == 0) return true;
  return false;
}

enum { OTHER_DATA, LINKED_DATA, STATE_DATA };

/* What a script holds, by its type or name. */
static int kind_of(const mh_page__meta *m, uint32_t node)
{
  mh_span type = {0};
  const mh_html_node *n = &m->d->nodes[node];
  const char *id = m->d->page + n->id.at;
  if (mh_html_attribute(&type, m->d, node, "type")) {
    const char *t = m->d->page + type.at;
    if (contains(t, type.len, "ld+json")) return LINKED_DATA;
    if (contains(t, type.len, "application/json")) return STATE_DATA;
  }
  return n->id.len && contains(id, n->id.len, "__NEXT_DATA__") ? STATE_DATA : OTHER_DATA;
}

/* All roots of a script's text; several may stand one behind the other. */
static mh_status parse(reader *r, const char *text, size_t len)
{
  char *json;
  size_t n;
  MH_TRY(mh_page__mend(&json, &n, r->m->a, text, len));
  for (const char *p = json, *end = json + n, *stop;
       p < end && r->n_roots < ROOTS_MOST;) {
    stop = p;
    cJSON *root = cJSON_ParseWithLengthOpts(p, (size_t)(end - p), &stop, 0);
    if (!root || stop <= p) break;
    r->roots[r->n_roots++] = root;
    for (p = stop; p < end && *p == ',';) p++;
  }
  return MH_OK;
}

/* The text of a script; it is one node or several. */
static mh_status read_script(reader *r, uint32_t node)
{
  const mh_html_node *nodes = r->m->d->nodes;
  const uint32_t first = node + 1, last = nodes[node].end;
  if (first >= last) return MH_OK;
  const size_t at = nodes[first].at;
  const size_t len = nodes[last - 1].at + nodes[last - 1].len - at;
  if (len > SCRIPTS_MOST - r->bytes) return MH_OK;
  r->bytes += len;
  return parse(r, r->m->d->page + at, len);
}

static mh_status read_kind(reader *r, int kind)
{
  for (uint32_t i = 0; i < r->m->scripts.n; i++)
    if (kind_of(r->m, r->m->scripts.at[i]) == kind)
      MH_TRY(read_script(r, r->m->scripts.at[i]));
  return MH_OK;
}

static mh_status read_all(reader *r)
{
  MH_TRY(read_kind(r, LINKED_DATA));
  for (uint32_t i = 0; i < r->n_roots; i++) find_things(r, r->roots[i], 0);
  MH_TRY(choose_article(r));
  for (uint32_t i = 0; i < r->n_pages && i < 2; i++)
    MH_TRY(claim_thing(r, r->pages[i], 3));
  if (r->n_articles) return MH_OK;
  const uint32_t linked = r->n_roots;
  MH_TRY(read_kind(r, STATE_DATA));
  for (uint32_t i = linked; i < r->n_roots; i++) find_state(r, r->roots[i], 0);
  return claim_state(r);
}

mh_status mh_page__read_scripts(mh_page__meta *m)
{
  reader r = {.m = m};
  const mh_status s = read_all(&r);
  for (uint32_t i = 0; i < r.n_roots; i++) cJSON_Delete(r.roots[i]);
  return s;
}
