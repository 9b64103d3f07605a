/* charset - any bytes of a page as well-formed UTF-8.
 *
 *   well-formed UTF-8 already   nothing is copied, whatever anybody says of it
 *   UTF-16                      by its mark, or by where its zeros stand
 *   mostly UTF-8                U+FFFD for what is broken, the rest as it is
 *   both in part                line by line, text by text between tags
 *   else                        what sounds like Arabic (sounds.c); if nothing does: what the
 *                               server told, what the page declares, what libuchardet takes it
 *                               for, windows-1252
 *
 * A label is so often wrong (a page of windows-1256 that its server calls latin1 or UTF-8)
 * that the bytes are asked first; where two character sets fit them about equally, the label
 * decides.  Bytes that are no text at all are refused with a name (encoding.c).
 */
#include <strings.h>
#include <unicode/ucnv.h>

#include "../base/lanes.h"
#include "charset.h"

enum {
  DECLARED_WITHIN = 256 << 10, /* bytes of a page that are searched for a label         */
  MIXED = 16 /* letters of UTF-8, and bytes that are none: two character sets, perhaps */
};

/* ---- what the page declares -------------------------------------------------------- */

static bool is_blank(char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The value behind `name` and a '=' in a tag; quotation marks are not part of it. */
static bool find_value(mh_span *out, const char *tag, size_t len, const char *name)
{
  const size_t n = strlen(name);
  for (size_t i = 0; i + n < len; i++) {
    if (strncasecmp(tag + i, name, n) != 0) continue;
    size_t at = i + n;
    while (at < len && is_blank(tag[at])) at++;
    if (at == len || tag[at] != '=') continue;
    at++;
    while (at < len && (is_blank(tag[at]) || tag[at] == '"' || tag[at] == '\'')) at++;
    size_t end = at;
    while (end < len && !is_blank(tag[end]) && !strchr("\"';>/?,", tag[end])) end++;
    *out = (mh_span){(uint32_t)at, (uint32_t)(end - at)};
    return end > at;
  }
  return false;
}

/* The first label in a meta element or an XML declaration that is one of a character set. */
static const mh_page__charset *declared(const char *bytes, size_t len)
{
  const char *end = bytes + (len < DECLARED_WITHIN ? len : DECLARED_WITHIN);
  for (const char *p = bytes; (p = memchr(p, '<', (size_t)(end - p))); p++) {
    const size_t left = (size_t)(end - p);
    const bool xml = left > 5 && strncasecmp(p, "<?xml", 5) == 0;
    if (!xml && !(left > 5 && strncasecmp(p, "<meta", 5) == 0)) continue;
    const size_t most = left < 1024 ? left : 1024;
    const char *close = memchr(p, '>', most);
    const size_t n = close ? (size_t)(close - p) : most;
    mh_span label;
    if (!find_value(&label, p, n, xml ? "encoding" : "charset")) continue;
    const mh_page__charset *c = mh_page__charset_of(p + label.at, label.len);
    if (c) return c;
  }
  return NULL;
}

/* ---- UTF-8 --------------------------------------------------------------------------- */

/* The bytes of the well-formed sequence at p; else false and *n is how many bytes are broken
 * together (Unicode 3.9, "substitution of maximal subparts"). */
static bool sequence(const unsigned char *p, size_t left, uint32_t *n)
{
  const unsigned char c = p[0];
  *n = 1;
  if (c < 0x80) return true;
  if (c < 0xc2 || c > 0xf4) return false;
  const uint32_t all = c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
  const unsigned char from = c == 0xe0 ? 0xa0 : c == 0xf0 ? 0x90 : 0x80;
  const unsigned char to = c == 0xed ? 0x9f : c == 0xf4 ? 0x8f : 0xbf;
  if (left < 2 || p[1] < from || p[1] > to) return false;
  for (*n = 2; *n < all; ++*n)
    if (*n >= left || (p[*n] & 0xc0) != 0x80) return false;
  return true;
}

typedef struct tally {
  size_t good, bad; /* sequences of more than one byte; broken ones */
} tally;

enum { SURELY_NONE = 1024 };

/* Where next to nothing is well-formed the rest is not counted. */
static tally count_sequences(const char *bytes, size_t len)
{
  tally t = {0};
  for (size_t i = 0; i < len;) {
    uint32_t n = 1;
    const bool well = sequence((const unsigned char *)bytes + i, len - i, &n);
    t.bad += !well;
    t.good += well && n > 1;
    i += n;
    if (t.bad > SURELY_NONE && t.good * 4 < t.bad) break;
  }
  return t;
}

/* Text as it grows; there is room for all of it. */
typedef struct pen {
  char *at;
  size_t len;
} pen;

static bool is_odd(unsigned char c)
{
  return (c < 0x20 && !(c >= '\t' && c <= '\r')) || c == 0x7f;
}

/* A zero disappears; other control characters keep apart what they stand between. */
static void write(pen *p, uint32_t c)
{
  if (c == 0) return;
  if (c < 0x80 && is_odd((unsigned char)c)) c = ' ';
  p->len += mh_page__put(p->at + p->len, c);
}

static void write_utf8(pen *out, const char *bytes, size_t len)
{
  for (size_t i = 0; i < len;) {
    uint32_t n = 1;
    const bool well = sequence((const unsigned char *)bytes + i, len - i, &n);
    if (well && n > 1) {
      memcpy(out->at + out->len, bytes + i, n);
      out->len += n;
    } else {
      write(out, well ? (unsigned char)bytes[i] : 0xfffd);
    }
    i += n;
  }
}

static mh_status from_utf8(pen *out, mh_arena *a, const char *bytes, size_t len,
                           size_t bad)
{
  out->at = mh_arena_take(a, len + 2 * bad + 1);
  if (!out->at) return MH_ENOMEM;
  write_utf8(out, bytes, len);
  return MH_OK;
}

/* ---- other character sets ----------------------------------------------------------------- */

static uint32_t unit(const char *p, bool big)
{
  const unsigned char *b = (const unsigned char *)p;
  return big ? (uint32_t)b[0] << 8 | b[1] : (uint32_t)b[1] << 8 | b[0];
}

static mh_status from_utf16(pen *out, mh_arena *a, const char *bytes, size_t len,
                            bool big)
{
  out->at = mh_arena_take(a, len / 2 * 3 + 4);
  if (!out->at) return MH_ENOMEM;
  size_t i = 0;
  for (; i + 2 <= len; i += 2) {
    uint32_t c = unit(bytes + i, big);
    if (c >= 0xd800 && c < 0xe000) {
      const uint32_t low = c < 0xdc00 && i + 4 <= len ? unit(bytes + i + 2, big) : 0;
      const bool pair = low >= 0xdc00 && low < 0xe000;
      c = pair ? 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00) : 0xfffd;
      i += pair ? 2 : 0;
    }
    if (i || c != 0xfeff) write(out, c);
  }
  if (i < len) write(out, 0xfffd);
  return MH_OK;
}

/* What each byte of a character set becomes. */
typedef struct letter {
  char at[8];
  uint8_t len;
} letter;

static void spell(letter out[256], const mh_page__charset *c)
{
  for (uint32_t b = 0; b < 256; b++) {
    uint32_t points[4] = {b < 0x80 ? b : c->points[b - 0x80]}, n = 1;
    if (b >= 0x80 && points[0] == 0) points[0] = 0xfffd;
    const uint32_t letters = mh_page__letters_of(points, points[0]);
    if (letters) n = letters;
    pen p = {.at = out[b].at};
    for (uint32_t k = 0; k < n && p.len <= 4; k++) write(&p, points[k]);
    out[b].len = (uint8_t)p.len;
  }
}

static mh_status from_table(pen *out, mh_arena *a, const char *bytes, size_t len,
                            const mh_page__charset *c)
{
  letter letters[256];
  size_t all = 0;
  memset(letters, 0, sizeof letters);
  spell(letters, c);
  for (size_t i = 0; i < len; i++) all += letters[(unsigned char)bytes[i]].len;
  out->at = mh_arena_take(a, all + sizeof letters->at);
  if (!out->at) return MH_ENOMEM;
  for (size_t i = 0; i < len; i++) {
    const letter *l = &letters[(unsigned char)bytes[i]];
    memcpy(out->at + out->len, l->at,
           sizeof l->at); /* the next one overwrites the rest */
    out->len += l->len;
  }
  return MH_OK;
}

/* The end of a piece of a page that is in one character set: a line, or the text between two
 * tags. */
static size_t piece_end(const char *bytes, size_t len, size_t i)
{
  for (i++; i < len && bytes[i] != '<' && bytes[i] != '\n';) i++;
  return i;
}

/* UTF-8, or that with an accident? */
static bool is_utf8_piece(const char *bytes, size_t len)
{
  if (mh_utf8_check(bytes, len, NULL)) return true;
  const tally t = count_sequences(bytes, len);
  return t.good > t.bad;
}

/* A page whose parts are from two hands: what is well-formed UTF-8 is that, the rest is in c. */
static mh_status from_mixed(pen *out, mh_arena *a, const char *bytes, size_t len,
                            const mh_page__charset *c)
{
  letter letters[256];
  size_t all = 0;
  memset(letters, 0, sizeof letters);
  spell(letters, c);
  for (size_t i = 0; i < len; i++) all += 2 + letters[(unsigned char)bytes[i]].len;
  out->at = mh_arena_take(a, all + sizeof letters->at);
  if (!out->at) return MH_ENOMEM;
  for (size_t i = 0, end; i < len; i = end) {
    end = piece_end(bytes, len, i);
    if (is_utf8_piece(bytes + i, end - i))
      write_utf8(out, bytes + i, end - i);
    else
      for (size_t k = i; k < end; k++) {
        const letter *l = &letters[(unsigned char)bytes[k]];
        memcpy(out->at + out->len, l->at, sizeof l->at);
        out->len += l->len;
      }
  }
  return MH_OK;
}

/* The character set of the pieces of a mixed page that are no UTF-8; NULL it is not mixed. */
static mh_status choose_second(const mh_page__charset **out, mh_arena *a,
                               const char *bytes, size_t len)
{
  size_t n = 0;
  char *rest = mh_arena_take(a, len + 1);
  *out = NULL;
  if (!rest) return MH_ENOMEM;
  for (size_t i = 0, end; i < len; i = end) {
    end = piece_end(bytes, len, i);
    if (is_utf8_piece(bytes + i, end - i)) continue;
    memcpy(rest + n, bytes + i, end - i);
    n += end - i;
  }
  *out = n ? mh_page__sounds_arabic(rest, n, NULL) : NULL;
  return MH_OK;
}

/* By ICU, whose converters give UTF-16. */
static mh_status from_icu(pen *out, mh_arena *a, const char *bytes, size_t len,
                          const char *name)
{
  UErrorCode s = U_ZERO_ERROR;
  UChar *wide = mh_arena_take(a, (len + 1) * 2 * sizeof *wide);
  if (!wide) return MH_ENOMEM;
  UConverter *c = ucnv_open(name, &s);
  if (U_FAILURE(s)) return MH_ENOMEM;
  const int32_t n = ucnv_toUChars(c, wide, (int32_t)(len + 1) * 2, bytes, (int32_t)len,
                                  &s);
  ucnv_close(c);
  if (U_FAILURE(s)) return MH_ENOMEM;
  out->at = mh_arena_take(a, (size_t)n * 3 + 4);
  if (!out->at) return MH_ENOMEM;
  for (int32_t i = 0; i < n;) {
    UChar32 point;
    U16_NEXT(wide, i, n, point);
    write(out, U_IS_SURROGATE(point) ? 0xfffd : (uint32_t)point);
  }
  return MH_OK;
}

static mh_status convert(pen *out, mh_arena *a, const char *bytes, size_t len,
                         const mh_page__charset *c, size_t bad)
{
  switch (c->how) {
  case MH_PAGE__UTF16LE: return from_utf16(out, a, bytes, len, false);
  case MH_PAGE__UTF16BE: return from_utf16(out, a, bytes, len, true);
  case MH_PAGE__TABLE: return from_table(out, a, bytes, len, c);
  case MH_PAGE__ICU: return from_icu(out, a, bytes, len, c->name);
  default: return from_utf8(out, a, bytes, len, bad);
  }
}

/* ---- which it is --------------------------------------------------------------------------- */

static const mh_page__charset *marked(const char *bytes, size_t len)
{
  if (len >= 2 && memcmp(bytes, "\xff\xfe", 2) == 0)
    return mh_page__charset_of("utf-16le", 8);
  if (len >= 2 && memcmp(bytes, "\xfe\xff", 2) == 0)
    return mh_page__charset_of("utf-16be", 8);
  return mh_page__bare_utf16(bytes, len);
}

/* A label that the bytes may be read by: they are neither well-formed UTF-8 nor UTF-16. */
static bool is_of_use(const mh_page__charset *c)
{
  return c && (c->how == MH_PAGE__TABLE || c->how == MH_PAGE__ICU);
}

/* Of bytes that are not well-formed UTF-8.  A letter of UTF-8 is next to never made by
 * chance in the old character sets: where there are many, the broken ones are an accident. */
static const mh_page__charset *choose(const char *bytes, size_t len, const char *told,
                                      const tally *t, bool mark)
{
  const mh_page__charset *utf8 = mh_page__charset_of("utf-8", 5);
  if (t->good > 2 * t->bad || (mark && t->good * 4 >= t->bad)) return utf8;
  const mh_page__charset *header = told ? mh_page__charset_of(told, strlen(told)) : NULL;
  const mh_page__charset *label = is_of_use(header) ? header : declared(bytes, len);
  const mh_page__charset *c = mh_page__sounds_arabic(bytes, len, label);
  if (c) return c;
  if (is_of_use(label)) return label;
  if (t->good > t->bad) return utf8;
  c = mh_page__guess_charset(bytes, len);
  return is_of_use(c) ? c : mh_page__charset_of("windows-1252", 12);
}

/* Control characters that no text has; the tabs and line ends are none. */
static inline mh_lanes not_text(const unsigned char *p)
{
  const mh_lanes v = mh_lanes_at(p);
  return ((mh_lanes)(v < 0x20) & ~mh_lanes_in(v, '\t', '\r')) | mh_lanes_are(v, 0x7f);
}

static bool has_controls(const char *bytes, size_t len)
{
  const unsigned char *p = (const unsigned char *)bytes;
  for (size_t i = 0; i < len; i++) {
    i += mh_lanes_run(p + i, len - i, not_text);
    for (const size_t end = len - i > 64 ? i + 64 : len; i < end; i++)
      if (is_odd(p[i])) return true;
    i--;
  }
  return false;
}

static mh_status decode(pen *out, const char **charset, mh_arena *a, const char *bytes,
                        size_t len, const char *told, mh_error *err)
{
  size_t at = 0, mark = len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  const mh_page__charset *c = marked(bytes, len);
  tally t = {0};
  if (!c) {
    const bool well = mh_utf8_check(bytes, len, &at);
    const bool controls = has_controls(bytes, len);
    MH_TRY(mh_page__refuse_binary(bytes, len, at, err));
    if (well && !controls) {
      *out = (pen){(char *)(uintptr_t)(bytes + mark), len - mark};
      return MH_OK;
    }
    if (!well) t = count_sequences(bytes, len);
    if (t.good >= MIXED && t.bad >= MIXED && t.good * 16 >= t.bad) {
      mh_status s = choose_second(&c, a, bytes, len);
      if (s == MH_OK && c) s = from_mixed(out, a, bytes + mark, len - mark, c);
      if (s != MH_OK) return mh_fail(err, s, 0, "no memory for the page");
      if (c) *charset = c->name;
      if (c) return MH_OK;
    }
    c = well ? mh_page__charset_of("utf-8", 5) : choose(bytes, len, told, &t, mark > 0);
  }
  *charset = c->name;
  const mh_status s = convert(out, a, bytes + mark, len - mark, c, t.bad);
  return s == MH_OK ? s : mh_fail(err, s, 0, "no memory for the page");
}

mh_status mh_page__decode(const char **text, size_t *text_len, const char **charset,
                          mh_arena *a, const char *bytes, size_t len, const char *told,
                          mh_error *err)
{
  pen out = {0};
  *text = NULL;
  *text_len = 0;
  *charset = "utf-8";
  MH_TRY(decode(&out, charset, a, bytes, len, told, err));
  const char *whole = out.at;
  if (mh_page__undo_twice(&whole, &out.len, a) != MH_OK)
    return mh_fail(err, MH_ENOMEM, 0, "no memory for the page");
  *text = whole;
  *text_len = out.len;
  return MH_OK;
}

mh_status mh_page_utf8(const char **text, size_t *text_len, mh_arena *a,
                       const char *bytes, size_t len, const char *charset, mh_error *err)
{
  const char *was;
  return mh_page__decode(text, text_len, &was, a, bytes, len, charset, err);
}
