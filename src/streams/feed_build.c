/* feed_build - from the elements of a feed in XML to entries as they were told.
 *
 * All dialects are read by one table (feed_rows.c).  Addresses and days stay as they are told;
 * feed.c puts them right when all of the feed is known.
 */
#include "feed_rows.h"

/* How the text of an element is written. */
typedef enum form {
  AS_HTML,   /* its text, once resolved, is HTML         */
  AS_TEXT,   /* its text is text                         */
  AS_MARKUP, /* what it holds is HTML itself             */
  AS_VALUE,  /* an address, a day, a name: no tags in it */
  AS_FAR     /* not here at all, or no text: left out    */
} form;

typedef struct builder {
  mh_feed *out;
  mh_streams__drafts *drafts;
  mh_arena *a;
  mh_streams__xml x;
  uint8_t places[MH_XML_DEEPEST + 1]; /* of what is open */
  mh_streams__draft draft;
  uint32_t entry; /* depth that the entry was opened at; 0 none */
  bool in_entry, full;
  const row *reading; /* the element whose text is gathered; NULL none */
  uint32_t reading_at;
  form how;
  bool permalink;
  uint8_t link_rank; /* of the text of a link; 0: leads elsewhere */
  uint8_t feed_title, feed_url, feed_language;
  mh_out text, scratch;
} builder;

/* ---- what an element means ---------------------------------------------------------- */

static place place_of(const builder *b)
{
  return b->x.depth > 1 ? (place)b->places[b->x.depth - 2 + b->x.deep] : OUTSIDE;
}

static const row *row_of(const builder *b)
{
  return mh_streams__row_of(b->x.last.ns, place_of(b), &b->x.last.name);
}

static place place_in(what w, place in)
{
  switch (w) {
  case IS_FEED: return FEED;
  case IS_INDEX: return INDEX;
  case IS_ENTRY: return ENTRY;
  case IS_AUTHOR: return AUTHOR;
  case IS_SOURCE: return SOURCE;
  case IS_NEWS: return NEWS;
  default: return in & (OUTSIDE | FEED | UNKNOWN) ? UNKNOWN : DEAF;
  }
}

static bool is(const char *text, const char *word)
{
  return text && strcmp(text, word) == 0;
}

/* ---- addresses in attributes ---------------------------------------------------------- */

static mh_status take(const char **to, uint8_t *had, uint8_t rank, const char *value)
{
  if (!value) return MH_ENOMEM;
  if (rank <= *had || !value[0]) return MH_OK;
  *to = value;
  *had = rank;
  return MH_OK;
}

static mh_status take_link(builder *b, const char *url, uint8_t rank)
{
  if (b->in_entry) {
    if (url && url[0] && rank > b->draft.url) b->draft.base = b->x.last.base;
    return take(&b->draft.e.url, &b->draft.url, rank, url);
  }
  const char *whole = url ? mh_streams__join(b->a, b->x.last.base, url, strlen(url))
                          : NULL;
  return take(&b->out->url, &b->feed_url, rank, whole);
}

/* An attribute in small letters; NULL when there is none. */
static const char *small_attribute(builder *b, const char *name)
{
  char *value = (char *)mh_streams__attribute(&b->x, name);
  for (char *p = value; p && *p; p++)
    if (*p >= 'A' && *p <= 'Z') *p = (char)(*p + 32);
  return value;
}

/* A link of Atom, or one that looks like it. */
static mh_status link_by_href(builder *b)
{
  const char *href = mh_streams__attribute(&b->x, "href");
  const char *rel = small_attribute(b, "rel"), *type = small_attribute(b, "type");
  const bool here = !rel || is(rel, "alternate") || !rel[0];
  const bool page = !type || strstr(type, "html");
  if (!here && !is(rel, "self")) {
    b->link_rank = 0;
    return MH_OK;
  }
  if (!href) return MH_OK;
  return take_link(b, href, here ? (page ? 7 : 5) : 1);
}

static mh_status tell_attributes(builder *b, const row *r)
{
  b->link_rank = r->rank;
  if (r->what == LINK) MH_TRY(link_by_href(b));
  if (r->what == ID) {
    const char *permalink = mh_streams__attribute(&b->x, "ispermalink");
    const bool no = permalink && (permalink[0] | 32) == 'f';
    b->permalink = !no && mh_streams__is(&b->x.last.name, "guid");
  }
  if (r->what == CONTENT) {
    const char *far = mh_streams__attribute(&b->x, "src");
    if (far) MH_TRY(take_link(b, far, 3));
  }
  return b->x.starved ? MH_ENOMEM : MH_OK;
}

/* How Atom says that the text is written; RSS never says. */
static form form_of(builder *b, const row *r)
{
  if (b->x.last.ns == MH_NS_XHTML) return AS_MARKUP;
  if (r->what != TITLE && r->what != SUMMARY && r->what != CONTENT) return AS_VALUE;
  if (b->x.last.ns != MH_NS_ATOM) return AS_HTML;
  const char *type = small_attribute(b, "type"), *mode = small_attribute(b, "mode");
  if (r->what == CONTENT && mh_streams__attribute(&b->x, "src")) return AS_FAR;
  if (is(mode, "base64")) return AS_FAR;
  if (is(mode, "escaped")) return type && strstr(type, "html") ? AS_HTML : AS_TEXT;
  if (is(type, "xhtml") || is(type, "application/xhtml+xml")) return AS_MARKUP;
  if (is(type, "html") || is(type, "text/html")) return AS_HTML;
  if (!type || !type[0] || is(type, "text") || strncmp(type, "text/", 5) == 0)
    return AS_TEXT;
  return AS_FAR;
}

/* ---- gathering text ----------------------------------------------------------------------- */

static void read_into(builder *b, const row *r)
{
  b->reading = r;
  b->reading_at = b->x.depth;
  b->how = form_of(b, r);
  mh_out_clear(&b->text);
}

static bool is_void(const mh_streams__name *n)
{
  static const char *const names[] = {"br",    "img",    "hr",    "input", "meta",
                                      "link",  "area",   "base",  "col",   "embed",
                                      "param", "source", "track", "wbr"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (mh_streams__is(n, names[i])) return true;
  return false;
}

/* An element inside of what is gathered, as HTML writes it. */
static void write_open(builder *b)
{
  const mh_streams__name *n = &b->x.last.name;
  if (b->how == AS_VALUE || b->how == AS_FAR) return;
  if (b->how == AS_HTML || b->how == AS_TEXT) b->how = AS_MARKUP;
  mh_out_char(&b->text, '<');
  mh_out_bytes(&b->text, n->at + n->prefix, n->len - n->prefix);
  mh_streams__pair p;
  for (size_t at = 0; mh_streams__pair_next(&p, b->x.inside, b->x.inside_len, &at);) {
    const char quote = memchr(p.value, '"', p.value_len) ? '\'' : '"';
    if (p.name_len >= 5 && memcmp(p.name, "xmlns", 5) == 0) continue;
    mh_out_char(&b->text, ' ');
    mh_out_bytes(&b->text, p.name, p.name_len);
    if (p.value_len == 0) continue;
    mh_out_char(&b->text, '=');
    mh_out_char(&b->text, quote);
    mh_out_bytes(&b->text, p.value, p.value_len);
    mh_out_char(&b->text, quote);
  }
  mh_out_char(&b->text, '>');
}

static void write_close(builder *b)
{
  const mh_streams__name *n = &b->x.stack[b->x.depth].name;
  if (b->how != AS_MARKUP || is_void(n)) return;
  mh_out_text(&b->text, "</");
  mh_out_bytes(&b->text, n->at + n->prefix, n->len - n->prefix);
  mh_out_char(&b->text, '>');
}

static void write_text(builder *b)
{
  const char *at = b->x.inside;
  const size_t len = b->x.inside_len;
  if (b->how == AS_FAR) return;
  if (b->how == AS_MARKUP && b->x.literal)
    mh_out_html(&b->text, at, len);
  else if (b->how == AS_MARKUP || b->x.literal)
    mh_out_bytes(&b->text, at, len);
  else
    mh_streams__resolve(&b->text, at, len);
}

/* ---- what was gathered ------------------------------------------------------------------- */

/* Text that is no HTML as HTML; a name that HTML knows stays: the feed meant it. */
static void escape(builder *b)
{
  const char *at = b->text.at ? b->text.at : "";
  mh_out_clear(&b->scratch);
  for (size_t i = 0; i < b->text.len; i++) {
    if (at[i] == '<')
      mh_out_text(&b->scratch, "&lt;");
    else
      mh_out_char(&b->scratch, at[i]);
  }
  const mh_out swap = b->text;
  b->text = b->scratch;
  b->scratch = swap;
}

static const char *copy_text(builder *b)
{
  const char *at = b->text.at ? b->text.at : "";
  size_t len = b->text.len;
  mh_streams__trim(&at, &len);
  return mh_arena_copy(b->a, at, len);
}

/* RSS has "mail@example.org (A Name)" in its author. */
static void without_mail(const char **at, size_t *len)
{
  const char *open = memchr(*at, '(', *len);
  const char *mail = memchr(*at, '@', *len);
  if (!mail) return;
  const char *close = open ? memchr(open, ')', *len - (size_t)(open - *at)) : NULL;
  *len = close ? (size_t)(close - open) - 1 : 0;
  if (close) *at = open + 1;
}

/* Another name of the same kind stands beside the first. */
static mh_status take_author(builder *b, uint8_t rank)
{
  enum { LONGEST = 300, MOST = 1000 };
  mh_status s = MH_OK;
  const char *at = b->text.at ? b->text.at : "";
  size_t len = b->text.len;
  without_mail(&at, &len);
  const char *name = mh_streams__plain(&s, b->a, &b->scratch, at, len);
  if (!name || rank < b->draft.author || strlen(name) > LONGEST) return s;
  const char *had = b->draft.author == rank ? b->draft.e.author : NULL;
  if (had && (strlen(had) > MOST || strstr(had, name))) return MH_OK;
  mh_out_clear(&b->scratch);
  if (had) mh_out_text(&b->scratch, had);
  if (had) mh_out_text(&b->scratch, ", ");
  mh_out_text(&b->scratch, name);
  if (b->scratch.status != MH_OK) return MH_ENOMEM;
  b->draft.author = rank;
  b->draft.e.author = mh_arena_copy(b->a, b->scratch.at, b->scratch.len);
  return b->draft.e.author ? MH_OK : MH_ENOMEM;
}

static mh_status take_plain(builder *b, const char **to, uint8_t *had, uint8_t rank)
{
  mh_status s = MH_OK;
  if (rank <= *had || b->how == AS_FAR) return MH_OK;
  if (b->how == AS_TEXT &&
      !mh_streams__looks_html(b->text.at ? b->text.at : "", b->text.len))
    escape(b);
  const char *text = mh_streams__plain(&s, b->a, &b->scratch,
                                       b->text.at ? b->text.at : "", b->text.len);
  return s == MH_OK && text ? take(to, had, rank, text) : s;
}

static mh_status take_html(builder *b, const char **to, uint8_t *had, uint8_t rank)
{
  mh_status s = MH_OK;
  if (rank <= *had || b->how == AS_FAR) return MH_OK;
  const char *at = b->text.at ? b->text.at : "";
  if (b->how == AS_TEXT && !mh_streams__looks_html(at, b->text.len)) escape(b);
  const char *html = mh_streams__html(&s, b->a, &b->scratch, b->text.at ? b->text.at : "",
                                      b->text.len);
  return s == MH_OK && html ? take(to, had, rank, html) : s;
}

static mh_status take_id(builder *b, uint8_t rank)
{
  const char *id = copy_text(b);
  MH_TRY(take(&b->draft.e.id, &b->draft.id, rank, id));
  if (b->permalink && mh_streams__is_web(id)) return take_link(b, id, 3);
  return !b->permalink && mh_streams__is_web(id) ? take_link(b, id, 2) : MH_OK;
}

static mh_status take_entry_text(builder *b, const row *r)
{
  mh_streams__draft *d = &b->draft;
  switch ((what)r->what) {
  case LINK: return take_link(b, copy_text(b), b->link_rank);
  case ID: return take_id(b, r->rank);
  case TITLE: return take_plain(b, &d->e.title, &d->title, r->rank);
  case IS_AUTHOR: return take_author(b, 5);
  case AUTHOR_NAME: return take_author(b, r->rank);
  case IS_SOURCE: return take_plain(b, &d->e.outlet, &d->outlet, 5);
  case OUTLET: return take_plain(b, &d->e.outlet, &d->outlet, r->rank);
  case PUBLISHED: return take(&d->e.published, &d->published, r->rank, copy_text(b));
  case UPDATED: return take(&d->e.updated, &d->updated, r->rank, copy_text(b));
  case LANGUAGE: d->e.language = copy_text(b); return d->e.language ? MH_OK : MH_ENOMEM;
  case SUMMARY: return take_html(b, &d->summary, &d->lead, r->rank);
  case CONTENT: return take_html(b, &d->e.html, &d->content, r->rank);
  default: return MH_OK;
  }
}

static mh_status take_feed_text(builder *b, const row *r)
{
  mh_feed *f = b->out;
  switch ((what)r->what) {
  case LINK: return take_link(b, copy_text(b), b->link_rank);
  case TITLE: return take_plain(b, &f->title, &b->feed_title, r->rank);
  case LANGUAGE: return take(&f->language, &b->feed_language, r->rank, copy_text(b));
  default: return MH_OK;
  }
}

static mh_status end_reading(builder *b)
{
  const row *r = b->reading;
  b->reading = NULL;
  if (b->text.status != MH_OK) return MH_ENOMEM;
  MH_TRY(b->in_entry ? take_entry_text(b, r) : take_feed_text(b, r));
  return b->scratch.status;
}

/* ---- entries ---------------------------------------------------------------------------------- */

static mh_status end_entry(builder *b)
{
  mh_streams__draft *d = &b->draft;
  b->in_entry = false;
  d->e.whole = d->content != 0;
  if (!d->e.html) d->e.html = d->summary;
  const bool empty = !d->e.url && !d->e.id && !d->e.title && !d->e.html;
  return empty ? MH_OK : MH_PUSH(b->a, b->drafts, *d);
}

static mh_status begin_entry(builder *b)
{
  if (b->drafts->n == MH_FEED_ENTRIES_MAX) {
    b->full = true;
    return MH_OK;
  }
  b->draft = (mh_streams__draft){0};
  b->draft.e.language = mh_streams__attribute(&b->x, "xml:lang");
  b->in_entry = true;
  b->entry = b->x.depth;
  const char *about = mh_streams__attribute(&b->x, "rdf:about");
  return about ? take_link(b, about, 2) : b->x.starved ? MH_ENOMEM : MH_OK;
}

/* Does the tag begin another entry while one is open?  Then the end of that was forgotten. */
static bool is_next_entry(const builder *b)
{
  const mh_streams__element *e = &b->x.last;
  if (!b->in_entry || b->x.depth <= b->entry || b->x.deep) return false;
  const mh_streams__element *open = &b->x.stack[b->entry - 1];
  return e->ns == open->ns && e->name.len == open->name.len &&
         memcmp(e->name.at, open->name.at, e->name.len) == 0;
}

/* Does the tag tell something of the entry while a title or a value is read?  Then the end of
 * that was forgotten.  What is HTML may hold any tag. */
static bool is_next_field(const builder *b)
{
  if (!b->in_entry || !b->reading || b->x.deep || b->x.last.ns != MH_NS_PLAIN)
    return false;
  if (b->reading->what < LINK || b->reading->what >= SUMMARY) return false;
  return mh_streams__tells_entry(&b->x.last.name);
}

/* The tag that was just opened stands where the one at `depth` does, which has ended. */
static void make_sibling(builder *b, uint32_t depth)
{
  b->x.broken = true;
  b->x.stack[depth - 1] = b->x.last;
  b->x.depth = depth;
}

/* Ends that were forgotten are made up for. */
static mh_status end_forgotten(builder *b)
{
  const bool entry = is_next_entry(b);
  const bool field = !entry && is_next_field(b);
  if (!entry && !field) return MH_OK;
  make_sibling(b, entry ? b->entry : b->reading_at);
  if (b->reading) MH_TRY(end_reading(b));
  return entry ? end_entry(b) : MH_OK;
}

static mh_status opened(builder *b)
{
  MH_TRY(end_forgotten(b));
  if (b->reading && !b->x.deep) {
    /* Atom has elements where RSS has text. */
    const bool holds = b->reading->what == IS_AUTHOR || b->reading->what == IS_SOURCE;
    if (!holds) return write_open(b), MH_OK;
    b->reading = NULL;
  } else if (b->reading) {
    return MH_OK;
  }
  const row *r = row_of(b);
  if (!b->x.deep)
    b->places[b->x.depth - 1] = (uint8_t)place_in(r ? r->what : NOTHING, place_of(b));
  if (!r || b->x.deep) return MH_OK;
  if (r->what == IS_FEED) {
    const char *lang = mh_streams__attribute(&b->x, "xml:lang");
    if (lang) MH_TRY(take(&b->out->language, &b->feed_language, 1, lang));
  }
  if (r->what == IS_ENTRY) return begin_entry(b);
  MH_TRY(tell_attributes(b, r));
  if (r->what >= LINK || r->what == IS_AUTHOR || r->what == IS_SOURCE) read_into(b, r);
  return MH_OK;
}

static mh_status closed(builder *b)
{
  if (b->reading && b->x.depth >= b->reading_at) return write_close(b), MH_OK;
  if (b->reading) MH_TRY(end_reading(b));
  if (!b->in_entry || b->x.depth >= b->entry) return MH_OK;
  /* What the end of the file closed is not whole. */
  if (b->x.cut) return b->in_entry = false, MH_OK;
  return end_entry(b);
}

static mh_status build(builder *b)
{
  for (;;) {
    mh_streams__event e;
    MH_TRY(mh_streams__xml_next(&e, &b->x));
    if (e == MH_XML_END || b->full) return MH_OK;
    if (e == MH_XML_OPEN) MH_TRY(opened(b));
    if (e == MH_XML_CLOSE) MH_TRY(closed(b));
    if (e == MH_XML_TEXT && b->reading) write_text(b);
  }
}

mh_status mh_streams__xml_feed(mh_feed *out, mh_streams__drafts *drafts, mh_arena *a,
                               const char *text, size_t len, size_t root,
                               const char *base)
{
  builder *b = mh_arena_zero(a, sizeof *b);
  if (!b) return MH_ENOMEM;
  b->out = out;
  b->drafts = drafts;
  b->a = a;
  mh_streams__xml_start(&b->x, a, text + root, len - root, base);
  const mh_status s = build(b);
  out->broken |= b->x.broken || b->full;
  mh_out_free(&b->text);
  mh_out_free(&b->scratch);
  return s;
}
