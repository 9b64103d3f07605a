/* flat - a JSON object that holds nothing but strings, read where it lies.
 *
 * Such is nearly every line of JSON Lines, and of such a line nearly all is one string: its
 * end is found, its escapes are resolved, and no tree is built.  Whatever is anything else,
 * right or wrong, is left to cJSON (json.c), whose words on faults are then told; a test
 * holds what is read here against what cJSON reads.  (RFC 8259.)
 */
#include "inside.h"

/* What is still to be read. */
typedef struct rest {
  const char *at, *end;
} rest;

static void skip(rest *r)
{
  while (r->at < r->end && (unsigned char)*r->at <= ' ') r->at++;
}

static bool take(rest *r, char c)
{
  skip(r);
  if (r->at == r->end || *r->at != c) return false;
  r->at++;
  return true;
}

static bool take_word(rest *r, const char *word)
{
  const size_t n = strlen(word);
  if ((size_t)(r->end - r->at) < n || memcmp(r->at, word, n) != 0) return false;
  r->at += n;
  return true;
}

/* The mark that closes the string which r stands in; NULL when none does. */
static const char *closing(const rest *r)
{
  for (const char *q = r->at; (q = memchr(q, '"', (size_t)(r->end - q))); q++) {
    const char *slash = q;
    while (slash > r->at && slash[-1] == '\\') slash--;
    if ((q - slash) % 2 == 0) return q;
  }
  return NULL;
}

/* ---- escapes -------------------------------------------------------------------- */

/* Four hexadecimal digits; UINT32_MAX when they are none. */
static uint32_t four_digits(const char *p)
{
  uint32_t value = 0;
  for (int i = 0; i < 4; i++) {
    const unsigned c = (unsigned char)p[i], small = c | 32;
    if (c - '0' < 10)
      value = value << 4 | (c - '0');
    else if (small - 'a' < 6)
      value = value << 4 | (small - 'a' + 10);
    else
      return UINT32_MAX;
  }
  return value;
}

/* The code point of "u" and what follows, in UTF-16; bytes read in *n.  0: none, or U+0000. */
static uint32_t utf16(const char *p, const char *end, uint32_t *n)
{
  *n = 5;
  if (end - p < 5) return 0;
  const uint32_t high = four_digits(p + 1);
  if (high == UINT32_MAX || (high >= 0xdc00 && high < 0xe000)) return 0;
  if (high < 0xd800 || high >= 0xe000) return high;
  *n = 11;
  if (end - p < 11 || p[5] != '\\' || p[6] != 'u') return 0;
  const uint32_t low = four_digits(p + 7);
  if (low < 0xdc00 || low >= 0xe000) return 0;
  return 0x10000 + ((high & 0x3ff) << 10 | (low & 0x3ff));
}

static uint32_t put_point(char *to, uint32_t c)
{
  const uint32_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  static const uint32_t lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
  for (uint32_t i = n; i-- > 1; c >>= 6) to[i] = (char)(0x80 | (c & 0x3f));
  to[0] = (char)(lead[n] | c);
  return n;
}

/* Put what stands behind a backslash; bytes read, 0 when it is no escape. */
static uint32_t put_escape(char **to, const char *p, const char *end)
{
  static const char from[] = "nrtbf\"\\/", into[] = "\n\r\t\b\f\"\\/";
  const char *known = p < end && *p ? strchr(from, *p) : NULL;
  uint32_t n = 1;
  if (known) {
    *(*to)++ = into[known - from];
    return n;
  }
  const uint32_t c = p < end && *p == 'u' ? utf16(p, end, &n) : 0;
  if (c == 0) return 0;
  *to += put_point(*to, c);
  return n;
}

/* The string from p to end, in which there is an escape.  An escape is never shorter than
 * what it stands for. */
static mh_status resolve(mh_page__field *f, mh_arena *a, const char *p, const char *end)
{
  char *to = mh_arena_take(a, (size_t)(end - p));
  if (!to) return MH_ENOMEM;
  f->at = to;
  while (p < end) {
    const char *slash = memchr(p, '\\', (size_t)(end - p));
    const size_t run = (size_t)((slash ? slash : end) - p);
    memcpy(to, p, run);
    to += run;
    if (!slash) break;
    const uint32_t n = put_escape(&to, slash + 1, end);
    if (n == 0) return MH_EFORMAT;
    p = slash + 1 + n;
  }
  f->len = (size_t)(to - f->at);
  return MH_OK;
}

/* ---- the object ------------------------------------------------------------------- */

static mh_status string(mh_page__field *f, mh_arena *a, rest *r)
{
  const char *end = closing(r), *at = r->at;
  if (!end) return MH_EFORMAT;
  *f = (mh_page__field){MH_PAGE__STRING, at, (size_t)(end - at)};
  r->at = end + 1;
  return memchr(at, '\\', f->len) ? resolve(f, a, at, end) : MH_OK;
}

static mh_status value(mh_page__field *f, mh_arena *a, rest *r)
{
  skip(r);
  if (take(r, '"')) return string(f, a, r);
  f->kind = MH_PAGE__NULL;
  return take_word(r, "null") ? MH_OK : MH_EFORMAT;
}

/* Put the value by its name; the first of two of one name counts. */
static void keep(mh_page__field *fields, const mh_page__field *name,
                 const mh_page__field *v)
{
  for (int i = 0; i < MH_PAGE__FIELDS; i++) {
    const char *known = mh_page__field_names[i];
    if (strlen(known) != name->len || memcmp(known, name->at, name->len) != 0) continue;
    if (fields[i].kind == MH_PAGE__ABSENT) fields[i] = *v;
    return;
  }
}

mh_status mh_page__flat(mh_page__field *fields, mh_arena *a, const char *bytes,
                        size_t len)
{
  rest r = {bytes, bytes + len};
  memset(fields, 0, MH_PAGE__FIELDS * sizeof *fields);
  if (!take(&r, '{')) return MH_EFORMAT;
  do {
    mh_page__field name, v = {.at = NULL};
    if (!take(&r, '"')) return MH_EFORMAT;
    MH_TRY(string(&name, a, &r));
    if (!take(&r, ':')) return MH_EFORMAT;
    MH_TRY(value(&v, a, &r));
    keep(fields, &name, &v);
  } while (take(&r, ','));
  if (!take(&r, '}')) return MH_EFORMAT;
  while (r.at < r.end && strchr(" \t\r\n", *r.at)) r.at++;
  return r.at == r.end ? MH_OK : MH_EFORMAT;
}
