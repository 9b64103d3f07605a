/* feed_xml - a reader of XML for feeds as they are sent, which is not as XML is written.
 *
 * Real feeds hold bare ampersands in addresses, the names of HTML (&nbsp;), tags of HTML that
 * nobody closed, and end in the middle.  A parser that must refuse all this and "recovers"
 * drops what stands near it, the `&id=7` of an address first; this one reads on.  For XML that
 * is well-formed it tells what any parser tells (tests/unit/streams holds it against libxml2).
 *
 * Declarations of entities are skipped and none is ever expanded, so that nothing can grow;
 * no address is ever opened.  An end tag closes the nearest element of its name and all in
 * it; one that closes nothing is passed over.  Every byte is looked at a bounded number of
 * times.
 */
#include "feed_inside.h"

static bool is_blank(char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool begins_name(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
         (unsigned char)c >= 0x80;
}

static bool in_name(char c)
{
  return begins_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

static char small(char c)
{
  return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* Are the n bytes this word of small letters? */
static bool is_word(const char *at, size_t n, const char *word)
{
  for (size_t i = 0; i < n; i++)
    if (!word[i] || small(at[i]) != word[i]) return false;
  return word[n] == '\0';
}

bool mh_streams__is(const mh_streams__name *name, const char *local)
{
  return is_word(name->at + name->prefix, name->len - name->prefix, local);
}

/* ---- namespaces --------------------------------------------------------------------- */

/* By their address without scheme and without / or # at its end. */
static const struct known {
  const char *address;
  mh_streams__ns ns;
} addresses[] = {
    {"www.w3.org/2005/atom", MH_NS_ATOM},
    {"purl.org/atom/ns", MH_NS_ATOM},
    {"www.w3.org/1999/02/22-rdf-syntax-ns", MH_NS_RDF},
    {"purl.org/dc/elements/1.1", MH_NS_DC},
    {"purl.org/dc/elements/1.0", MH_NS_DC},
    {"purl.org/dc/terms", MH_NS_TERMS},
    {"purl.org/rss/1.0/modules/content", MH_NS_CONTENT},
    {"search.yahoo.com/mrss", MH_NS_MEDIA},
    {"www.rssboard.org/media-rss", MH_NS_MEDIA},
    {"www.google.com/schemas/sitemap-news/0.9", MH_NS_NEWS},
    {"rssnamespace.org/feedburner/ext/1.0", MH_NS_BURNER},
    {"www.w3.org/1999/xhtml", MH_NS_XHTML},
    {"purl.org/rss/1.0", MH_NS_PLAIN},
    {"backend.userland.com/rss", MH_NS_PLAIN},
    {"backend.userland.com/rss2", MH_NS_PLAIN},
    {"blogs.law.harvard.edu/tech/rss", MH_NS_PLAIN},
    {"my.netscape.com/rdf/simple/0.9", MH_NS_PLAIN},
    {"www.sitemaps.org/schemas/sitemap/0.9", MH_NS_PLAIN},
};

/* What a prefix stands for when nobody declared it. */
static const struct known prefixes[] = {
    {"atom", MH_NS_ATOM},     {"rdf", MH_NS_RDF},           {"dc", MH_NS_DC},
    {"dcterms", MH_NS_TERMS}, {"content", MH_NS_CONTENT},   {"media", MH_NS_MEDIA},
    {"news", MH_NS_NEWS},     {"feedburner", MH_NS_BURNER}, {"xhtml", MH_NS_XHTML},
    {"a10", MH_NS_ATOM}, /* as .NET writes it */
};

static mh_streams__ns by_address(const char *at, size_t len, bool prefixed)
{
  size_t from = 0;
  if (len > 7 && is_word(at, 7, "http://")) from = 7;
  if (len > 8 && is_word(at, 8, "https://")) from = 8;
  while (len > from && (at[len - 1] == '/' || at[len - 1] == '#')) len--;
  for (size_t i = 0; i < sizeof addresses / sizeof *addresses; i++)
    if (is_word(at + from, len - from, addresses[i].address)) return addresses[i].ns;
  /* What a feed calls its own default is some version of RSS or nothing. */
  return prefixed ? MH_NS_OTHER : MH_NS_PLAIN;
}

static void bind(mh_streams__xml *x)
{
  mh_streams__pair p;
  for (size_t at = 0; mh_streams__pair_next(&p, x->inside, x->inside_len, &at);) {
    const bool prefixed = p.name_len > 6 && is_word(p.name, 6, "xmlns:");
    if (!prefixed && !is_word(p.name, p.name_len, "xmlns")) continue;
    if (x->n_bound == MH_XML_BINDINGS) return;
    const uint32_t skip = prefixed ? 6 : p.name_len;
    x->bound[x->n_bound++] = (mh_streams__binding){
        .prefix = p.name + skip,
        .len = p.name_len - skip,
        .ns = by_address(p.value, p.value_len, prefixed)};
  }
}

static mh_streams__ns ns_of(const mh_streams__xml *x, const mh_streams__name *name)
{
  const uint32_t len = name->prefix ? name->prefix - 1 : 0;
  for (uint32_t i = x->n_bound; i-- > 0;)
    if (x->bound[i].len == len && memcmp(x->bound[i].prefix, name->at, len) == 0)
      return x->bound[i].ns;
  if (len == 0) return MH_NS_PLAIN;
  for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
    if (is_word(name->at, len, prefixes[i].address)) return prefixes[i].ns;
  return MH_NS_OTHER;
}

/* ---- attributes ----------------------------------------------------------------------- */

bool mh_streams__pair_next(mh_streams__pair *out, const char *inside, size_t len,
                           size_t *at)
{
  size_t i = *at;
  while (i < len && !begins_name(inside[i])) i++;
  if (i == len) return *at = len, false;
  const size_t name = i;
  while (i < len && in_name(inside[i])) i++;
  *out = (mh_streams__pair){.name = inside + name, .name_len = (uint32_t)(i - name)};
  while (i < len && is_blank(inside[i])) i++;
  if (i == len || inside[i] != '=') {
    out->value = inside + i;
    *at = i;
    return true;
  }
  i++;
  while (i < len && is_blank(inside[i])) i++;
  const char quote = i < len && (inside[i] == '"' || inside[i] == '\'') ? inside[i++] : 0;
  const size_t from = i;
  while (i < len && (quote ? inside[i] != quote : !is_blank(inside[i]))) i++;
  out->value = inside + from;
  out->value_len = (uint32_t)(i - from);
  *at = i + (quote && i < len);
  return true;
}

const char *mh_streams__attribute(mh_streams__xml *x, const char *name)
{
  mh_streams__pair p;
  for (size_t at = 0; mh_streams__pair_next(&p, x->inside, x->inside_len, &at);) {
    if (!is_word(p.name, p.name_len, name)) continue;
    mh_out o = {0};
    mh_streams__resolve(&o, p.value, p.value_len);
    char *copy = o.status == MH_OK ? mh_arena_copy(x->a, o.at ? o.at : "", o.len) : NULL;
    mh_out_free(&o);
    x->starved |= !copy;
    return copy;
  }
  return NULL;
}

/* ---- references ------------------------------------------------------------------------- */

static void put_point(mh_out *out, uint32_t c)
{
  if (c < 0x80) {
    mh_out_char(out, (char)c);
  } else if (c < 0x800) {
    mh_out_bytes(out, (const char[]){(char)(0xc0 | c >> 6), (char)(0x80 | (c & 63))}, 2);
  } else if (c < 0x10000) {
    mh_out_bytes(out,
                 (const char[]){(char)(0xe0 | c >> 12), (char)(0x80 | (c >> 6 & 63)),
                                (char)(0x80 | (c & 63))},
                 3);
  } else {
    mh_out_bytes(out,
                 (const char[]){(char)(0xf0 | c >> 18), (char)(0x80 | (c >> 12 & 63)),
                                (char)(0x80 | (c >> 6 & 63)), (char)(0x80 | (c & 63))},
                 4);
  }
}

/* The number of a reference, "38" or "x26"; 0 when it is no character of text or stands for
 * one of windows-1252, which HTML will know. */
static uint32_t number_of(const char *at, size_t len)
{
  uint32_t c = 0;
  const bool hex = len && (at[0] == 'x' || at[0] == 'X');
  if (len == hex || len > 8) return 0;
  for (size_t i = hex; i < len; i++) {
    const char d = small(at[i]);
    const int v = d >= '0' && d <= '9'          ? d - '0'
                  : hex && d >= 'a' && d <= 'f' ? d - 'a' + 10
                                                : -1;
    if (v < 0 || c > 0x10ffff) return 0;
    c = c * (hex ? 16 : 10) + (uint32_t)v;
  }
  const bool text = c >= 0xa0 || (c >= 0x20 && c < 0x7f) || c == '\n' || c == '\t';
  return text && c <= 0x10ffff && !(c >= 0xd800 && c < 0xe000) ? c : 0;
}

/* The character that the name between & and ; stands for; 0 none that XML knows. */
static uint32_t meaning(const char *at, size_t len)
{
  if (len > 1 && at[0] == '#') return number_of(at + 1, len - 1);
  if (len == 2 && memcmp(at, "lt", 2) == 0) return '<';
  if (len == 2 && memcmp(at, "gt", 2) == 0) return '>';
  if (len == 3 && memcmp(at, "amp", 3) == 0) return '&';
  if (len == 4 && memcmp(at, "quot", 4) == 0) return '"';
  if (len == 4 && memcmp(at, "apos", 4) == 0) return '\'';
  return 0;
}

void mh_streams__resolve(mh_out *out, const char *text, size_t len)
{
  size_t from = 0;
  for (const char *amp; (amp = memchr(text + from, '&', len - from));) {
    const size_t at = (size_t)(amp - text);
    const size_t room = len - at - 1 < 12 ? len - at - 1 : 12;
    const char *end = memchr(amp + 1, ';', room);
    const uint32_t c = end ? meaning(amp + 1, (size_t)(end - amp - 1)) : 0;
    mh_out_bytes(out, text + from, at - from + !c);
    if (c) put_point(out, c);
    from = c ? (size_t)(end - text) + 1 : at + 1;
  }
  mh_out_bytes(out, text + from, len - from);
}

/* ---- tags --------------------------------------------------------------------------------- */

/* The first byte c from `at` on; len when there is none. */
static size_t find(const mh_streams__xml *x, size_t at, char c)
{
  const char *found = at < x->len ? memchr(x->text + at, c, x->len - at) : NULL;
  return found ? (size_t)(found - x->text) : x->len;
}

static bool stands(const mh_streams__xml *x, size_t at, const char *word)
{
  const size_t n = strlen(word);
  return x->len - at >= n && memcmp(x->text + at, word, n) == 0;
}

/* Where `mark` stands at or behind `at`; len when it does not. */
static size_t find_mark(const mh_streams__xml *x, size_t at, const char *mark)
{
  for (; (at = find(x, at, mark[0])) < x->len; at++)
    if (stands(x, at, mark)) return at;
  return x->len;
}

/* Behind a declaration of the document's type, whatever it declares. */
static size_t behind_doctype(mh_streams__xml *x, size_t at)
{
  const size_t plain = find(x, at, '>');
  const bool again = x->rooted || x->typed;
  x->typed = true;
  if (again || find(x, at, '[') > plain) return plain + (plain < x->len);
  for (size_t i = at; i < x->len; i++) {
    const char c = x->text[i];
    if (c == '"' || c == '\'') i = find(x, i + 1, c);
    if (c == '<' && stands(x, i, "<!--")) i = find_mark(x, i + 4, "-->");
    if (c != ']') continue;
    size_t end = i + 1;
    while (end < x->len && is_blank(x->text[end])) end++;
    if (end < x->len && x->text[end] == '>') return end + 1;
  }
  return plain + (plain < x->len);
}

static mh_streams__name read_name(const mh_streams__xml *x, size_t at)
{
  mh_streams__name n = {.at = x->text + at};
  size_t end = at;
  while (end < x->len && in_name(x->text[end]) && end - at < 256) {
    if (x->text[end] == ':' && n.prefix == 0) n.prefix = (uint32_t)(end - at) + 1;
    end++;
  }
  while (end < x->len && end > at && ((unsigned char)x->text[end] & 0xc0) == 0x80) end--;
  n.len = (uint32_t)(end - at);
  return n;
}

/* The > of the tag whose name ends at `at`: quoted values may hold one. */
static size_t end_of_tag(mh_streams__xml *x, size_t at)
{
  for (size_t i = at; i < x->len; i++) {
    const char c = x->text[i];
    if (c == '>') return i;
    if (c == '<') return x->broken = true, i; /* the tag was never ended */
    if (c != '"' && c != '\'') continue;
    size_t before = i;
    while (before > at && is_blank(x->text[before - 1])) before--;
    if (before == at || x->text[before - 1] != '=') continue;
    const size_t quote = find(x, i + 1, c);
    if (quote == x->len) return x->broken = true, find(x, i, '>');
    i = quote;
  }
  return x->len;
}

static mh_status push(mh_streams__xml *x, const mh_streams__name *name)
{
  const uint32_t before = x->n_bound;
  bind(x);
  mh_streams__element e = {.name = *name, .ns = ns_of(x, name), .bindings = before};
  e.base = x->depth ? x->stack[x->depth - 1].base : x->base;
  const char *base = mh_streams__attribute(x, "xml:base");
  if (base && !(e.base = mh_streams__join(x->a, e.base, base, strlen(base))))
    x->starved = true;
  x->last = e;
  x->deep = x->depth == MH_XML_DEEPEST;
  x->broken |= x->deep;
  if (x->deep)
    x->n_bound = before;
  else
    x->stack[x->depth++] = e;
  return x->starved ? MH_ENOMEM : MH_OK;
}

static mh_status open_tag(mh_streams__xml *x)
{
  const mh_streams__name name = read_name(x, x->at + 1);
  const size_t from = x->at + 1 + name.len;
  const size_t end = end_of_tag(x, from);
  x->empty = end > from && x->text[end - 1] == '/';
  x->inside = x->text + from;
  x->inside_len = end - from - x->empty;
  x->at = end + (end < x->len && x->text[end] == '>');
  if (end == x->len) x->broken = true;
  if (x->rooted && x->depth == 0) x->broken = true;
  x->rooted = true;
  return push(x, &name);
}

/* An end tag: how many elements stay open. */
static uint32_t close_tag(mh_streams__xml *x)
{
  const mh_streams__name name = read_name(x, x->at + 2);
  const size_t end = find(x, x->at, '>');
  x->at = end + (end < x->len);
  for (uint32_t i = x->depth; i-- > 0;) {
    const mh_streams__name *open = &x->stack[i].name;
    if (open->len != name.len) continue;
    uint32_t k = 0;
    while (k < name.len && small(open->at[k]) == small(name.at[k])) k++;
    if (k < name.len) continue;
    x->broken |= i + 1 < x->depth;
    return i;
  }
  x->broken = true;
  return x->depth;
}

/* ---- events ------------------------------------------------------------------------------- */

void mh_streams__xml_start(mh_streams__xml *x, mh_arena *a, const char *text, size_t len,
                           const char *base)
{
  *x = (mh_streams__xml){
      .a = a, .text = text, .len = len, .base = base, .floor = UINT32_MAX};
}

void mh_streams__xml_close(mh_streams__xml *x, uint32_t depth)
{
  if (depth < x->floor) x->floor = depth;
}

static void give_text(mh_streams__xml *x, size_t from, size_t end, bool literal)
{
  x->inside = x->text + from;
  x->inside_len = end - from;
  x->literal = literal;
}

/* A stretch that is text, if there is one at x->at. */
static bool read_text(mh_streams__xml *x)
{
  const size_t from = x->at;
  if (stands(x, from, "<![CDATA[")) {
    const size_t end = find_mark(x, from + 9, "]]>");
    x->broken |= end == x->len;
    give_text(x, from + 9, end, true);
    x->at = end + (end < x->len ? 3 : 0);
    return true;
  }
  const char next = from + 1 < x->len ? x->text[from + 1] : ' ';
  const bool tag = x->text[from] == '<' &&
                   (begins_name(next) || next == '/' || next == '!' || next == '?');
  if (tag) return false;
  x->broken |= x->text[from] == '<';
  x->at = find(x, from + 1, '<');
  give_text(x, from, x->at, false);
  return true;
}

/* A comment, an instruction or a declaration: behind it. */
static bool skip_aside(mh_streams__xml *x)
{
  if (stands(x, x->at, "<!--")) {
    const size_t end = find_mark(x, x->at + 4, "-->");
    x->broken |= end == x->len;
    x->at = end + (end < x->len ? 3 : 0);
    return true;
  }
  const char next = x->at + 1 < x->len ? x->text[x->at + 1] : ' ';
  if (next == '!') {
    x->at = behind_doctype(x, x->at);
    return true;
  }
  if (next != '?') return false;
  x->at = find(x, x->at, '>');
  x->at += x->at < x->len;
  return true;
}

/* Close one of the elements that are to be closed. */
static bool close_one(mh_streams__xml *x)
{
  if (x->depth <= x->floor) {
    x->floor = UINT32_MAX;
    return false;
  }
  x->depth--;
  x->n_bound = x->stack[x->depth].bindings;
  return true;
}

mh_status mh_streams__xml_next(mh_streams__event *out, mh_streams__xml *x)
{
  if (x->empty && !x->deep) mh_streams__xml_close(x, x->depth - 1);
  x->empty = x->deep = false;
  for (;;) {
    if (close_one(x)) return *out = MH_XML_CLOSE, MH_OK;
    if (x->at >= x->len) {
      if (x->depth == 0) return *out = MH_XML_END, MH_OK;
      x->broken = x->cut = true;
      mh_streams__xml_close(x, 0);
      continue;
    }
    if (read_text(x)) {
      if (x->depth) return *out = MH_XML_TEXT, MH_OK;
      for (size_t i = 0; i < x->inside_len && !x->broken; i++)
        x->broken = !is_blank(x->inside[i]);
      continue;
    }
    if (skip_aside(x)) continue;
    if (x->text[x->at + 1] != '/') return *out = MH_XML_OPEN, open_tag(x);
    mh_streams__xml_close(x, close_tag(x));
  }
}
