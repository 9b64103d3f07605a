/* references - text as it reads: character references, white space, attributes, names.
 *
 * References as the HTML standard has them, 13.2.5.72: all names of its list (data/
 * references.tsv), without a semicolon where it allows for that, numbers with the meanings
 * that windows-1252 gave to those that have none.
 */
#include "marks.h"

#define MH_HTML__REFERENCES
#include "html_tables.h"

/* ---- numbers ----------------------------------------------------------------------- */

/* Code points 0x80 to 0x9f as windows-1252 has them; 0 none. */
static const uint16_t windows_1252[32] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
    0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
    0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

static void put(mh_out *out, uint32_t c)
{
  char utf8[4];
  size_t n = 0;
  if (c >= 0x80 && c < 0xa0 && windows_1252[c - 0x80]) c = windows_1252[c - 0x80];
  if (c == 0 || c > 0x10ffff || (c >= 0xd800 && c < 0xe000)) c = 0xfffd;
  if (c < 0x80) {
    utf8[n++] = (char)c;
  } else {
    if (c < 0x800) {
      utf8[n++] = (char)(0xc0 | c >> 6);
    } else {
      if (c < 0x10000) {
        utf8[n++] = (char)(0xe0 | c >> 12);
      } else {
        utf8[n++] = (char)(0xf0 | c >> 18);
        utf8[n++] = (char)(0x80 | (c >> 12 & 0x3f));
      }
      utf8[n++] = (char)(0x80 | (c >> 6 & 0x3f));
    }
    utf8[n++] = (char)(0x80 | (c & 0x3f));
  }
  mh_out_bytes(out, utf8, n);
}

static int digit(char c, bool hex)
{
  if (c >= '0' && c <= '9') return c - '0';
  const char low = (char)(c | 0x20);
  return hex && low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

/* The number at p ("&#"); how many bytes it takes, 0 when it is none. */
static size_t number(mh_out *out, const char *p, size_t len)
{
  size_t i = 2;
  const bool hex = i < len && (p[i] | 0x20) == 'x';
  uint32_t c = 0;
  const size_t first = i += hex;
  for (; i < len && digit(p[i], hex) >= 0; i++)
    if (c <= 0x10ffff) c = c * (hex ? 16 : 10) + (uint32_t)digit(p[i], hex);
  if (i == first) return 0;
  put(out, c);
  return i + (i < len && p[i] == ';');
}

/* ---- names ------------------------------------------------------------------------- */

/* The reference with this name, -1 none. */
static int look_up(const char *name, size_t len)
{
  const unsigned char first = (unsigned char)name[0];
  if (first >= 128 || len >= sizeof reference[0].name) return -1;
  int from = reference_from[first], to = reference_from[first + 1];
  while (from < to) {
    const int i = (from + to) / 2;
    const char *other = reference[i].name;
    const int order = strncmp(other, name, len);
    if (order == 0 && other[len] == '\0') return i;
    if (order < 0)
      from = i + 1;
    else
      to = i;
  }
  return -1;
}

/* The name at p ("&" and a letter); how many bytes it takes, 0 when it is none.  In values, a
 * name without semicolon and with more behind it is part of an address. */
static size_t named(mh_out *out, const char *p, size_t len, bool value)
{
  size_t n = 1;
  while (n < len && n <= sizeof reference[0].name &&
         (mh_html__is_letter((unsigned char)p[n]) || (p[n] >= '0' && p[n] <= '9')))
    n++;
  const bool closed = n < len && p[n] == ';';
  int i = closed ? look_up(p + 1, n - 1) : -1;
  if (i >= 0) {
    mh_out_text(out, reference[i].text);
    return n + 1;
  }
  for (size_t k = n - 1 < MH_HTML__BARE_MOST ? n - 1 : MH_HTML__BARE_MOST; k >= 2; k--) {
    i = look_up(p + 1, k);
    if (i < 0 || !reference[i].bare) continue;
    if (value && (k + 1 < n || (n < len && p[n] == '='))) return 0;
    mh_out_text(out, reference[i].text);
    return k + 1;
  }
  return 0;
}

static void resolve(mh_out *out, const char *p, size_t len, bool value)
{
  for (size_t i = 0; i < len;) {
    const char *and = memchr(p + i, '&', len - i);
    const size_t at = and? (size_t)(and-p) : len;
    mh_out_bytes(out, p + i, at - i);
    i = at;
    if (i == len) return;
    size_t took = 0;
    if (i + 1 < len && p[i + 1] == '#')
      took = number(out, p + i, len - i);
    else if (i + 1 < len && mh_html__is_letter((unsigned char)p[i + 1]))
      took = named(out, p + i, len - i, value);
    if (!took) mh_out_char(out, '&');
    i += took ? took : 1;
  }
}

void mh_html_text(mh_out *out, const mh_html_doc *d, mh_span text)
{
  resolve(out, d->page + text.at, text.len, false);
}

void mh_html_value(mh_out *out, const mh_html_doc *d, mh_span value)
{
  resolve(out, d->page + value.at, value.len, true);
}

/* ---- text of an element -------------------------------------------------------------- */

static bool never_seen(uint16_t tag)
{
  return tag == MH_HTML_SCRIPT || tag == MH_HTML_STYLE || tag == MH_HTML_TEMPLATE ||
         tag == MH_HTML_IFRAME || tag == MH_HTML_NOEMBED || tag == MH_HTML_NOFRAMES;
}

/* Does the element part words that stand before and behind it? */
static bool parts_words(uint16_t tag)
{
  switch (tag) {
  case MH_HTML_A:
  case MH_HTML_ABBR:
  case MH_HTML_B:
  case MH_HTML_BIG:
  case MH_HTML_CITE:
  case MH_HTML_CODE:
  case MH_HTML_DEL:
  case MH_HTML_EM:
  case MH_HTML_FONT:
  case MH_HTML_I:
  case MH_HTML_INS:
  case MH_HTML_MARK:
  case MH_HTML_NOBR:
  case MH_HTML_OTHER:
  case MH_HTML_Q:
  case MH_HTML_RUBY:
  case MH_HTML_S:
  case MH_HTML_SMALL:
  case MH_HTML_SPAN:
  case MH_HTML_STRIKE:
  case MH_HTML_STRONG:
  case MH_HTML_SUB:
  case MH_HTML_SUP:
  case MH_HTML_TIME:
  case MH_HTML_TT:
  case MH_HTML_U:
  case MH_HTML_VAR:
  case MH_HTML_WBR: return false;
  default: return true;
  }
}

/* White space of out from byte `from` on becomes single spaces, none at the ends. */
static void collapse(mh_out *out, size_t from)
{
  if (out->status != MH_OK || out->len == from) return;
  size_t to = from;
  bool gap = false;
  for (size_t i = from; i < out->len; i++) {
    const unsigned char c = (unsigned char)out->at[i];
    const bool hard = c == 0xc2 && i + 1 < out->len &&
                      (unsigned char)out->at[i + 1] == 0xa0;
    if (hard || mh_html__is_space(c)) {
      gap = to > from;
      i += hard;
      continue;
    }
    if (gap) out->at[to++] = ' ';
    gap = false;
    out->at[to++] = (char)c;
  }
  out->len = to;
  out->at[to] = '\0';
}

void mh_html_text_within(mh_out *out, const mh_html_doc *d, uint32_t node)
{
  const size_t from = out->len;
  for (uint32_t i = node; i < d->nodes[node].end;) {
    const mh_html_node *n = &d->nodes[i];
    if (never_seen(n->tag)) {
      i = n->end;
      continue;
    }
    if (n->tag == MH_HTML_TEXT)
      mh_html_text(out, d, (mh_span){n->at, n->len});
    else if (parts_words(n->tag))
      mh_out_char(out, ' ');
    i++;
    /* What ends here parts words as well. */
    for (uint32_t up = n->parent;
         i < d->nodes[node].end && up > node && d->nodes[up].end == i;
         up = d->nodes[up].parent)
      if (parts_words(d->nodes[up].tag)) {
        mh_out_char(out, ' ');
        break;
      }
  }
  collapse(out, from);
}

/* ---- attributes, names ----------------------------------------------------------------- */

bool mh_html_attribute(mh_span *out, const mh_html_doc *d, uint32_t node,
                       const char *name)
{
  const mh_html_node *n = &d->nodes[node];
  const size_t len = strlen(name);
  *out = (mh_span){0};
  if (n->tag == MH_HTML_TEXT || !n->len) return false;
  mh_html__mark m;
  size_t at = n->at;
  /* with the '>' behind them: a value that is left out before it is empty, not cut off */
  while (mh_html__next(&m, d->page, &at, (size_t)n->at + n->len + 1) == MH_HTML__MARK) {
    if (m.name.len != len) continue;
    size_t i = 0;
    while (i < len && mh_html__lower(d->page[m.name.at + i]) == name[i]) i++;
    if (i < len) continue;
    *out = m.value;
    return true;
  }
  return false;
}

bool mh_html_has_word(const mh_html_doc *d, mh_span value, const char *word)
{
  const size_t len = strlen(word), end = (size_t)value.at + value.len;
  for (size_t i = value.at; i < end;) {
    size_t k = i;
    while (k < end && !mh_html__is_space((unsigned char)d->page[k])) k++;
    size_t same = 0;
    if (k - i == len)
      while (same < len &&
             mh_html__lower(d->page[i + same]) == mh_html__lower(word[same]))
        same++;
    if (len && same == len) return true;
    i = k + 1;
  }
  return false;
}

const char *mh_html_tag_name(mh_html_tag tag)
{
  static const char *const name[MH_HTML_N_TAGS] = {"", "", "",
#define X(id, text) text,
                                                   MH_HTML_TAGS(X)
#undef X
  };
  return (unsigned)tag < MH_HTML_N_TAGS ? name[tag] : "";
}
