/* feed - the door for feeds and sitemaps: knows one, reads it, puts right what can only be
 * known when all of it is: addresses against the channel's own, the order of day and month.
 *
 * The elements are read in feed_build.c, JSON Feed in feed_json.c.  Links of a page to feeds
 * are looked for here too.
 */
#include "feed_inside.h"

/* Of a feed that is only looked at; of one that is read, before its root. */
enum { HEAD = 4096, PREFACE = 64 << 10 };

/* ---- which kind it is ---------------------------------------------------------------- */

static bool holds(const char *text, size_t len, const char *word)
{
  const size_t n = strlen(word);
  for (size_t i = 0; i + n <= len; i++) {
    size_t k = 0;
    while (k < n && (text[i + k] >= 'A' && text[i + k] <= 'Z' ? text[i + k] + 32
                                                              : text[i + k]) == word[k])
      k++;
    if (k == n) return true;
  }
  return false;
}

/* Where `mark` stands at or behind `at`; len when it does not. */
static size_t find(const char *text, size_t len, size_t at, const char *mark)
{
  const size_t n = strlen(mark);
  for (; at + n <= len; at++)
    if (memcmp(text + at, mark, n) == 0) return at;
  return len;
}

static const char *kind_of(const char *text, size_t len, size_t at)
{
  static const struct {
    const char *name, *kind, *needs;
  } roots[] = {{"rss", "rss", ""},        {"channel", "rss", ""},
               {"rdf", "rdf", "rss"}, /* RDF of other things is no feed */
               {"feed", "atom", ""},      {"entry", "atom", "/atom"},
               {"urlset", "sitemap", ""}, {"sitemapindex", "sitemap-index", ""}};
  size_t from = at + 1, end = from;
  while (end < len && !strchr(" \t\r\n/>", text[end]) && text[end]) {
    if (text[end] == ':') from = end + 1;
    end++;
  }
  const mh_streams__name name = {.at = text + from, .len = (uint32_t)(end - from)};
  for (size_t i = 0; i < sizeof roots / sizeof *roots; i++)
    if (mh_streams__is(&name, roots[i].name))
      return holds(text + at, len - at < HEAD ? len - at : HEAD, roots[i].needs)
                 ? roots[i].kind
                 : NULL;
  return NULL;
}

/* Where the root element stands, and of which kind it is; len when it is no feed's.  What
 * other programs printed before it is passed over, but not a page of HTML. */
static size_t find_root(const char **kind, const char *text, size_t len)
{
  bool told = false; /* an XML declaration was seen */
  for (size_t i = 0; (i = find(text, len, i, "<")) < len; i++) {
    const char next = i + 1 < len ? text[i + 1] : ' ';
    if (next == '?') {
      told = true;
    } else if (next == '!' && len - i > 4 && memcmp(text + i, "<!--", 4) == 0) {
      i = find(text, len, i + 4, "-->");
    } else if (next == '!') {
      if (holds(text + i, len - i < 24 ? len - i : 24, "doctype html")) return len;
      const size_t plain = find(text, len, i, ">"), list = find(text, plain, i, "[");
      i = list < plain ? find(text, len, list, "]") : plain;
    } else if ((*kind = kind_of(text, len, i))) {
      return i;
    } else if (told || holds(text + i, len - i < 5 ? len - i : 5, "<html")) {
      return len;
    }
    if (i >= len) break;
  }
  return len;
}

static bool is_json(const char *text, size_t len)
{
  size_t i = 0;
  while (i < len && (unsigned char)text[i] <= ' ') i++;
  return i < len && text[i] == '{' && holds(text, len, "jsonfeed.org/version");
}

bool mh_feed_is(const char *bytes, size_t len)
{
  char head[HEAD];
  const char *kind;
  const size_t mark = len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  const size_t n = mh_streams__narrow(head, sizeof head, bytes + mark, len - mark);
  return find_root(&kind, head, n) < n || is_json(head, n);
}

/* ---- what is known at the end ---------------------------------------------------------- */

/* Does this feed write the month before the day? */
static bool month_first(const mh_streams__drafts *d)
{
  uint32_t month = 0, day = 0, perhaps = 0;
  for (uint32_t i = 0; i < d->n; i++) {
    const char *at[] = {d->at[i].e.published, d->at[i].e.updated};
    for (int k = 0; k < 2; k++) {
      const int how = at[k] ? mh_streams__order(at[k], strlen(at[k])) : 0;
      month += how == 1;
      day += how == -1;
      perhaps += how == 2;
    }
  }
  return month != day ? month > day : perhaps > 0;
}

static mh_status settle_day(const char **day, mh_arena *a, bool american)
{
  char out[32];
  if (!*day) return MH_OK;
  if (!mh_streams__moment(out, *day, strlen(*day), american)) return *day = NULL, MH_OK;
  *day = mh_arena_copy(a, out, strlen(out));
  return *day ? MH_OK : MH_ENOMEM;
}

static mh_status settle_url(const char **url, mh_arena *a, const char *base)
{
  if (!*url) return MH_OK;
  const char *joined = mh_streams__join(a, base, *url, strlen(*url));
  *url = joined && joined[0] ? joined : NULL;
  return joined ? MH_OK : MH_ENOMEM;
}

static mh_status settle(mh_feed *out, mh_arena *a, const mh_streams__drafts *drafts,
                        const char *base)
{
  MH_TRY(settle_url(&out->url, a, base));
  if (out->url && mh_streams__is_web(out->url)) base = out->url;
  const bool american = month_first(drafts);
  mh_feed_entry *entries = mh_arena_take(a, drafts->n * sizeof *entries);
  if (!entries) return MH_ENOMEM;
  for (uint32_t i = 0; i < drafts->n; i++) {
    mh_feed_entry *e = &entries[i];
    *e = drafts->at[i].e;
    const char *own = drafts->at[i].base;
    MH_TRY(settle_url(&e->url, a, own && mh_streams__is_web(own) ? own : base));
    MH_TRY(settle_day(&e->published, a, american));
    MH_TRY(settle_day(&e->updated, a, american));
    if (!e->id) e->id = e->url;
    if (e->language && !e->language[0]) e->language = NULL;
  }
  out->entries = entries;
  out->n = drafts->n;
  return MH_OK;
}

static mh_status read_text(mh_feed *out, mh_arena *a, const char *text, size_t len,
                           const char *base)
{
  mh_streams__drafts drafts = {0};
  const size_t head = len < PREFACE ? len : PREFACE;
  const size_t root = find_root(&out->kind, text, head);
  if (root < head) {
    for (size_t i = 0; i < root && !out->broken; i++) { /* blanks and tags only */
      if (text[i] == '<')
        i = find(text, root, i, ">");
      else
        out->broken = (unsigned char)text[i] > ' ';
    }
    MH_TRY(mh_streams__xml_feed(out, &drafts, a, text, len, root, base));
  } else if (is_json(text, head)) {
    out->kind = "json";
    MH_TRY(mh_streams__json_feed(out, &drafts, a, text, len));
  } else {
    return MH_EFORMAT;
  }
  return drafts.n ? settle(out, a, &drafts, base) : MH_EEMPTY;
}

mh_status mh_feed_read(mh_feed *out, mh_arena *a, const char *bytes, size_t len,
                       const mh_source *from, mh_error *err)
{
  const char *text;
  const char *base = from && from->url && mh_streams__is_web(from->url) ? from->url
                                                                        : NULL;
  *out = (mh_feed){0};
  if (len > MH_STREAMS_MAX)
    return mh_fail(err, MH_ELIMIT, MH_STREAMS_MAX, "a feed of more than %zu bytes",
                   MH_STREAMS_MAX);
  bool lossy;
  mh_feed f = {0};
  MH_TRY(mh_streams__utf8(&text, &len, &lossy, a, bytes, len, from ? from->charset : NULL,
                          err));
  f.broken = lossy;
  const mh_status s = read_text(&f, a, text, len, base);
  if (s == MH_OK) *out = f;
  if (s == MH_OK) return MH_OK;
  return mh_fail(err, s, 0, "%s",
                 s == MH_EEMPTY    ? "a feed without entries"
                 : s == MH_EFORMAT ? "neither a feed nor a sitemap"
                                   : "out of memory");
}

/* ---- feeds of a page --------------------------------------------------------------------- */

typedef struct links {
  mh_feed_link *at;
  uint32_t n, cap;
} links;

/* The value of an attribute, references resolved, in small letters if told; "" none. */
static mh_status value(const char **to, mh_arena *a, const mh_html_doc *d, uint32_t node,
                       const char *name)
{
  mh_span s;
  *to = "";
  if (!mh_html_attribute(&s, d, node, name)) return MH_OK;
  mh_out o = {0};
  mh_html_text(&o, d, s);
  *to = o.status == MH_OK ? mh_arena_copy(a, o.at ? o.at : "", o.len) : NULL;
  mh_out_free(&o);
  return *to ? MH_OK : MH_ENOMEM;
}

static bool is_feed_type(const char *type)
{
  static const char *const types[] = {"application/rss+xml", "application/atom+xml",
                                      "application/rdf+xml", "application/feed+json",
                                      "text/rss+xml",        "application/x-rss+xml"};
  for (size_t i = 0; i < sizeof types / sizeof *types; i++)
    if (strncmp(type, types[i], strlen(types[i])) == 0) return true;
  return false;
}

static mh_status add_link(links *to, mh_arena *a, const mh_html_doc *page, uint32_t node,
                          const char *base)
{
  mh_span rel;
  mh_feed_link l;
  if (!mh_html_attribute(&rel, page, node, "rel") ||
      !mh_html_has_word(page, rel, "alternate"))
    return MH_OK;
  MH_TRY(value(&l.type, a, page, node, "type"));
  for (char *p = (char *)l.type; *p; p++)
    if (*p >= 'A' && *p <= 'Z') *p = (char)(*p + 32);
  if (!is_feed_type(l.type)) return MH_OK;
  MH_TRY(value(&l.url, a, page, node, "href"));
  MH_TRY(value(&l.title, a, page, node, "title"));
  if (!l.title[0]) l.title = NULL;
  if (l.url[0]) MH_TRY(settle_url(&l.url, a, base));
  for (uint32_t i = 0; i < to->n && l.url; i++)
    if (strcmp(to->at[i].url, l.url) == 0) return MH_OK;
  return l.url && l.url[0] ? MH_PUSH(a, to, l) : MH_OK;
}

mh_status mh_feed_links(const mh_feed_link **out, uint32_t *n, mh_arena *a,
                        const mh_html_doc *page, const char *base)
{
  enum { MOST = 64 };
  links found = {0};
  bool based = false;
  *out = NULL;
  *n = 0;
  for (uint32_t i = 0; i < page->n && found.n < MOST; i++) {
    if (page->nodes[i].tag == MH_HTML_BASE && !based) {
      const char *told;
      MH_TRY(value(&told, a, page, i, "href"));
      MH_TRY(settle_url(&told, a, base));
      based = told != NULL;
      if (told && mh_streams__is_web(told)) base = told;
    }
    if (page->nodes[i].tag == MH_HTML_LINK) MH_TRY(add_link(&found, a, page, i, base));
  }
  *out = found.at;
  *n = found.n;
  return MH_OK;
}
