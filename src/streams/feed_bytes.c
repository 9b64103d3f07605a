/* feed_bytes - from the bytes of a feed to UTF-8.
 *
 * What is well-formed UTF-8 with letters beyond ASCII is UTF-8, whatever is declared: no text
 * in an 8-bit set is that by chance.  Else the server's word counts, then a mark at the
 * beginning, then the XML declaration; what is mostly UTF-8 stays it with its bad bytes
 * replaced, and what is left is taken for windows-1256, the set that Arabic feeds have been
 * in when they did not say so.
 *
 * Of ICU's converters only those are asked for that its own data holds: a name it does not
 * know would make it look for a file.
 */
#include <unicode/ucnv.h>

#include "feed_inside.h"

/* Names as they are declared, small letters and digits only; iso-8859-1 is read as
 * windows-1252, as the Encoding Standard of the WHATWG has it. */
static const struct set {
  const char *said, *icu;
} sets[] = {
    {"windows1256", "windows-1256"},
    {"cp1256", "windows-1256"},
    {"xcp1256", "windows-1256"},
    {"1256", "windows-1256"},
    {"win1256", "windows-1256"},
    {"ar", "windows-1256"},
    {"iso88596", "ISO-8859-6"},
    {"arabic", "ISO-8859-6"},
    {"asmo708", "ISO-8859-6"},
    {"ecma114", "ISO-8859-6"},
    {"csisolatinarabic", "ISO-8859-6"},
    {"iso88596i", "ISO-8859-6"},
    {"windows1252", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"iso88591", "windows-1252"},
    {"latin1", "windows-1252"},
    {"usascii", "windows-1252"},
    {"ascii", "windows-1252"},
    {"iso885915", "ISO-8859-15"},
    {"windows1250", "windows-1250"},
    {"windows1251", "windows-1251"},
    {"windows1253", "windows-1253"},
    {"windows1254", "windows-1254"},
    {"iso88599", "windows-1254"},
    {"windows1255", "windows-1255"},
    {"windows1258", "windows-1258"},
    {"cp720", "ibm-720"},
    {"ibm720", "ibm-720"},
    {"dos720", "ibm-720"},
    {"cp864", "ibm-864"},
    {"ibm864", "ibm-864"},
    {"koi8r", "KOI8-R"},
    {"windows874", "windows-874"},
    {"tis620", "windows-874"},
    {"iso88592", "ISO-8859-2"},
    {"iso88595", "ISO-8859-5"},
    {"iso88597", "ISO-8859-7"},
    {"iso88598", "ISO-8859-8"},
    {"shiftjis", "Shift_JIS"},
    {"eucjp", "EUC-JP"},
    {"euckr", "EUC-KR"},
    {"gb2312", "GBK"},
    {"gbk", "GBK"},
    {"gb18030", "gb18030"},
    {"big5", "Big5"},
    {"utf8", "UTF-8"},
    {"utf16", "UTF-16LE"},
    {"utf16le", "UTF-16LE"},
    {"utf16be", "UTF-16BE"},
};

static const char *set_of(const char *said, size_t len)
{
  char word[24];
  size_t n = 0;
  for (size_t i = 0; i < len && n + 1 < sizeof word; i++) {
    const char c = said[i] >= 'A' && said[i] <= 'Z' ? (char)(said[i] + 32) : said[i];
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) word[n++] = c;
  }
  word[n] = '\0';
  for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
    if (strcmp(word, sets[i].said) == 0) return sets[i].icu;
  return NULL;
}

size_t mh_streams__narrow(char *out, size_t cap, const char *bytes, size_t len)
{
  const bool big = len > 3 && !bytes[0] && bytes[1] && !bytes[2];
  const bool mark = len > 1 && ((unsigned char)bytes[0] ^ (unsigned char)bytes[1]) == 1 &&
                    (unsigned char)bytes[0] >= 0xfe;
  const bool wide = mark || big ||
                    (len > 3 && bytes[0] && !bytes[1] && bytes[2] && !bytes[3]);
  const size_t from = mark ? 2 : 0;
  const size_t high = wide && (big || (mark && (unsigned char)bytes[0] == 0xfe));
  size_t n = 0;
  for (size_t i = from; i + wide < len && n < cap; i += 1 + wide) {
    const char c = bytes[i + high];
    const bool ascii = (unsigned char)c < 0x80 && c && (!wide || !bytes[i + !high]);
    out[n++] = ascii ? c : '?';
  }
  return n;
}

/* The set of UTF-16 that these bytes are in, by a mark or by the shape of their first tag;
 * NULL for anything else. */
static const char *wide_set(const char *bytes, size_t len)
{
  if (len < 4) return NULL;
  const unsigned char *b = (const unsigned char *)bytes;
  if (b[0] == 0xff && b[1] == 0xfe) return "UTF-16LE";
  if (b[0] == 0xfe && b[1] == 0xff) return "UTF-16BE";
  if (b[0] && !b[1] && b[2] && !b[3]) return "UTF-16LE";
  return !b[0] && b[1] && !b[2] && b[3] ? "UTF-16BE" : NULL;
}

/* What the XML declaration says. */
static const char *declared(const char *bytes, size_t len)
{
  static const char word[] = "encoding";
  const size_t room = len < 512 ? len : 512;
  for (size_t i = 0; i + sizeof word < room && bytes[i] != '>'; i++) {
    if (memcmp(bytes + i, word, sizeof word - 1) != 0) continue;
    size_t from = i + sizeof word - 1;
    while (from < room && strchr(" =\"'", bytes[from]) && bytes[from]) from++;
    size_t end = from;
    while (end < room && !strchr(" \"'?>", bytes[end])) end++;
    return set_of(bytes + from, end - from);
  }
  return NULL;
}

/* Bytes of one well-formed sequence at `at`; 0 when there is none. */
static size_t sequence(const char *at, size_t left)
{
  const unsigned char c = (unsigned char)*at;
  const size_t n = c < 0x80   ? 1
                   : c < 0xc2 ? 0
                   : c < 0xe0 ? 2
                   : c < 0xf0 ? 3
                   : c < 0xf5 ? 4
                              : 0;
  return n && n <= left && mh_utf8_check(at, n, NULL) ? n : 0;
}

/* Is what is not well-formed the exception? */
static bool mostly_utf8(const char *bytes, size_t len)
{
  size_t good = 0, bad = 0;
  for (size_t i = 0; i < len;) {
    const size_t n = sequence(bytes + i, len - i);
    good += n > 1;
    bad += n == 0;
    i += n ? n : 1;
  }
  return good > bad * 4;
}

/* UTF-8 with what is none replaced. */
static mh_status mended(mh_out *o, const char *bytes, size_t len)
{
  for (size_t i = 0, n; i < len; i += n ? n : 1) {
    n = sequence(bytes + i, len - i);
    mh_out_bytes(o, n ? bytes + i : "\xef\xbf\xbd", n ? n : 3);
  }
  return o->status;
}

/* What has no meaning becomes U+FFFD. */
mh_status mh_streams__convert(mh_out *o, const char *icu, const char *bytes, size_t len)
{
  UErrorCode e = U_ZERO_ERROR;
  UConverter *from = ucnv_open(icu, &e), *to = ucnv_open("UTF-8", &e);
  const char *at = bytes;
  UChar pivot[1024];
  UChar *source = pivot, *target = pivot;
  bool first = true;
  while (U_SUCCESS(e)) {
    char buffer[4096], *end = buffer;
    ucnv_convertEx(to, from, &end, buffer + sizeof buffer, &at, bytes + len, pivot,
                   &source, &target, pivot + 1024, first, true, &e);
    first = false;
    mh_out_bytes(o, buffer, (size_t)(end - buffer));
    if (e != U_BUFFER_OVERFLOW_ERROR) break;
    e = U_ZERO_ERROR;
  }
  ucnv_close(from);
  ucnv_close(to);
  if (o->status != MH_OK) return o->status;
  return U_SUCCESS(e) ? MH_OK : e == U_MEMORY_ALLOCATION_ERROR ? MH_ENOMEM : MH_EENCODING;
}

/* Controls that are no white space, and NUL, are in no text. */
static bool is_control(char c)
{
  return ((unsigned char)c < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == 0x7f;
}

static mh_status without_controls(const char **text, size_t *len, mh_arena *a)
{
  size_t i = 0;
  while (i < *len && !is_control((*text)[i])) i++;
  if (i == *len) return MH_OK;
  char *copy = mh_arena_copy(a, *text, *len);
  if (!copy) return MH_ENOMEM;
  size_t n = i;
  for (; i < *len; i++)
    if (!is_control(copy[i])) copy[n++] = copy[i];
  *text = copy;
  *len = n;
  return MH_OK;
}

/* The set these bytes are in, which are not well-formed UTF-8. */
static const char *set_of_bytes(const char *bytes, size_t len, const char *told)
{
  const char *said = told ? set_of(told, strlen(told)) : NULL;
  if (!said || strcmp(said, "UTF-8") == 0) {
    const char *inner = declared(bytes, len);
    if (inner) said = inner;
  }
  const bool narrow = !said || strncmp(said, "UTF-", 4) == 0;
  if (!narrow) return said;
  return mostly_utf8(bytes, len) ? "UTF-8" : "windows-1256";
}

mh_status mh_streams__utf8(const char **text, size_t *text_len, bool *lossy, mh_arena *a,
                           const char *bytes, size_t len, const char *told, mh_error *err)
{
  *lossy = false;
  *text = bytes;
  *text_len = len;
  if (len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
    *text += 3;
    *text_len -= 3;
  }
  const char *set = wide_set(bytes, len);
  if (set || !mh_utf8_check(*text, *text_len, NULL)) {
    mh_out o = {0};
    if (!set) set = set_of_bytes(*text, *text_len, told);
    *lossy = strcmp(set, "UTF-8") == 0;
    const mh_status s = *lossy ? mended(&o, *text, *text_len)
                               : mh_streams__convert(&o, set, *text, *text_len);
    const char *copy = s == MH_OK ? mh_arena_copy(a, o.at ? o.at : "", o.len) : NULL;
    *text_len = o.len;
    *text = copy;
    mh_out_free(&o);
    if (!copy)
      return mh_fail(err, s == MH_OK ? MH_ENOMEM : s, 0, "cannot read it as %s", set);
    if (*text_len >= 3 && memcmp(*text, "\xef\xbb\xbf", 3) == 0)
      *text += 3, *text_len -= 3;
  }
  if (without_controls(text, text_len, a) == MH_OK) return MH_OK;
  return mh_fail(err, MH_ENOMEM, 0, "out of memory");
}
