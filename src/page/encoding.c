/* encoding - are these bytes text that this room reads, and if not, what are they?
 *
 * Only UTF-8 is read.  What else there is gets a name, because "not UTF-8" alone sends
 * nobody anywhere: pictures and packages by their first bytes (the signatures are those of
 * the formats' own specifications), other encodings by libuchardet.
 */
#include <stdio.h>
#include <strings.h>
#include <uchardet/uchardet.h>

#include "inside.h"

enum { GUESS_MAX = 64 << 10 }; /* bytes shown to libuchardet */

static const struct signature {
  uint8_t at, len;
  const char *bytes, *name;
} signatures[] = {
    {0, 8, "\x89PNG\r\n\x1a\n", "a picture (PNG)"},
    {0, 3, "\xff\xd8\xff", "a picture (JPEG)"},
    {0, 4, "GIF8", "a picture (GIF)"},
    {8, 4, "WEBP", "a picture (WebP)"},
    {0, 5, "%PDF-", "a PDF document"},
    {0, 4, "PK\x03\x04", "a ZIP archive or an office document (DOCX, XLSX)"},
    {0, 8, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document (DOC, XLS)"},
    {0, 2, "\x1f\x8b", "gzip data"},
    {0, 4, "\x28\xb5\x2f\xfd", "zstd data"},
    {0, 6, "\xfd\x37zXZ", "xz data"},
    {0, 16, "SQLite format 3", "a SQLite database"},
    {0, 4, "\x7f\x45LF", "a program (ELF)"},
    {0, 2, "\xff\xfe", "UTF-16 (convert it with: iconv -f utf-16 -t utf-8)"},
    {0, 2, "\xfe\xff", "UTF-16 (convert it with: iconv -f utf-16 -t utf-8)"},
};

static const char *known_by_signature(const char *bytes, size_t len)
{
  for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++) {
    const struct signature *s = &signatures[i];
    if (len >= (size_t)s->at + s->len && memcmp(bytes + s->at, s->bytes, s->len) == 0)
      return s->name;
  }
  return NULL;
}

/* UTF-16 without a mark: the bytes that are NUL (or the 06 of Arabic letters) are nearly
 * all at even or nearly all at odd places. */
static bool is_bare_utf16(const char *bytes, size_t len)
{
  size_t high[2] = {0, 0};
  if (len > 4096) len = 4096;
  for (size_t i = 0; i < len; i++) high[i & 1] += bytes[i] == 0 || bytes[i] == 6;
  const size_t more = high[0] > high[1] ? high[0] : high[1];
  const size_t less = high[0] > high[1] ? high[1] : high[0];
  return more > len / 4 && less * 8 < more;
}

static bool guess_charset(char out[40], const char *bytes, size_t len)
{
  uchardet_t u = uchardet_new();
  if (!u) return false;
  const int failed = uchardet_handle_data(u, bytes, len < GUESS_MAX ? len : GUESS_MAX);
  uchardet_data_end(u);
  const char *name = failed ? "" : uchardet_get_charset(u);
  if (strncasecmp(name, "windows-", 8) == 0)
    snprintf(out, 40, "windows-%s", name + 8);
  else
    snprintf(out, 40, "%s", name);
  uchardet_delete(u);
  return out[0] && strcasecmp(out, "UTF-8") != 0 && strcasecmp(out, "ASCII") != 0;
}

static mh_status fail_encoding(const char *bytes, size_t len, size_t bad, mh_error *err)
{
  char charset[40];
  const char *what = known_by_signature(bytes, len);
  if (what) return mh_fail(err, MH_EENCODING, bad, "not text; looks like %s", what);
  if (is_bare_utf16(bytes, len))
    return mh_fail(
        err, MH_EENCODING, bad,
        "not UTF-8; looks like UTF-16 (convert it with: iconv -f utf-16le -t utf-8)");
  if (memchr(bytes, 0, len))
    return mh_fail(err, MH_EENCODING, bad, "not text; it holds NUL bytes");
  if (guess_charset(charset, bytes, len))
    return mh_fail(err, MH_EENCODING, bad,
                   "not UTF-8; looks like %s (convert it with: iconv -f %s -t utf-8)",
                   charset, charset);
  return mh_fail(err, MH_EENCODING, bad, "not UTF-8, nor anything else that is known");
}

static size_t skip_blank(const char *bytes, size_t len)
{
  size_t i = len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  while (i < len && (bytes[i] == ' ' || (bytes[i] >= '\t' && bytes[i] <= '\r'))) i++;
  return i;
}

mh_status mh_page__check(const char *bytes, size_t len, mh_error *err)
{
  if (len > MH_PAGE_MAX)
    return mh_fail(err, MH_ELIMIT, MH_PAGE_MAX,
                   "larger than the %u MiB a report may have", MH_PAGE_MAX >> 20);
  if (len == 0 || skip_blank(bytes, len) == len)
    return mh_fail(err, MH_EEMPTY, 0, "nothing but blanks");
  size_t bad = 0;
  const char *nul = memchr(bytes, 0, len);
  if (!mh_utf8_check(bytes, nul ? (size_t)(nul - bytes) : len, &bad))
    return fail_encoding(bytes, len, bad, err);
  if (nul) return fail_encoding(bytes, len, (size_t)(nul - bytes), err);
  if (len >= 5 && memcmp(bytes, "%PDF-", 5) == 0)
    return fail_encoding(bytes, len, 0, err);
  return MH_OK;
}

mh_format mh_page_guess(const char *bytes, size_t len)
{
  const size_t most = len < 4096 ? len : 4096;
  const size_t at = skip_blank(bytes, most);
  return at < most && bytes[at] == '{' ? MH_FORMAT_JSONL : MH_FORMAT_TEXT;
}
