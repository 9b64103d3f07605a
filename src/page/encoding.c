/* encoding - are these bytes text, and if not, what are they?
 *
 * What is no text gets a name, because "not UTF-8" alone sends nobody anywhere: pictures and
 * packages by their first bytes (the signatures are those of the formats' own
 * specifications).  Of JSON only UTF-8 is read, as RFC 8259 has it; other encodings are named
 * by libuchardet.  What text is in other encodings is the work of charset.c.
 */
#include <stdio.h>
#include <strings.h>
#include <uchardet/uchardet.h>

#include "charset.h"
#include "inside.h"

enum {
  GUESS_MAX = 64 << 10, /* bytes shown to libuchardet */
  LOOK = 4096           /* bytes that tell whether it is text at all */
};

static const struct signature {
  uint16_t at, len;
  const char *bytes, *name;
} signatures[] = {
    {0, 8, "\x89PNG\r\n\x1a\n", "a picture (PNG)"},
    {0, 3, "\xff\xd8\xff", "a picture (JPEG)"},
    {0, 4, "GIF8", "a picture (GIF)"},
    {8, 4, "WEBP", "a picture (WebP)"},
    {0, 8, "bplist00", "a web archive of Safari or another property list"},
    {0, 5, "%PDF-", "a PDF document"},
    {0, 4, "PK\x03\x04", "a ZIP archive or an office document (DOCX, XLSX)"},
    {0, 8, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document (DOC, XLS)"},
    {0, 2, "\x1f\x8b", "gzip data"},
    {0, 4, "\x28\xb5\x2f\xfd", "zstd data"},
    {0, 6, "\xfd\x37zXZ", "xz data"},
    {0, 16, "SQLite format 3", "a SQLite database"},
    {0, 4, "\x7f\x45LF", "a program (ELF)"},
    {0, 3, "BZh", "bzip2 data"},
    {257, 5, "ustar", "a tar archive"},
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
const mh_page__charset *mh_page__bare_utf16(const char *bytes, size_t len)
{
  size_t high[2] = {0, 0};
  if (len > LOOK) len = LOOK;
  for (size_t i = 0; i < len; i++) high[i & 1] += bytes[i] == 0 || bytes[i] == 6;
  const size_t more = high[0] > high[1] ? high[0] : high[1];
  const size_t less = high[0] > high[1] ? high[1] : high[0];
  if (more <= len / 4 || less * 8 >= more) return NULL;
  return mh_page__charset_of(high[0] > high[1] ? "utf-16be" : "utf-16le", 8);
}

/* Many control characters are in no text; a few are an accident. */
mh_status mh_page__refuse_binary(const char *bytes, size_t len, size_t bad, mh_error *err)
{
  const char *what = known_by_signature(bytes, len);
  if (what) return mh_fail(err, MH_EENCODING, bad, "not text; looks like %s", what);
  const size_t n = len < LOOK ? len : LOOK;
  size_t odd = 0, first = 0;
  for (size_t i = n; i-- > 0;) {
    const unsigned char c = (unsigned char)bytes[i];
    if (c >= 0x20 || (c >= '\t' && c <= '\r')) continue;
    odd++;
    first = i;
  }
  if (odd <= 1 + n / 20) return MH_OK;
  const bool zeros = memchr(bytes, 0, n) != NULL;
  return mh_fail(err, MH_EENCODING, first, "not text; it holds %s",
                 zeros ? "NUL bytes" : "control characters");
}

static bool guess_name(char out[40], const char *bytes, size_t len)
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

const mh_page__charset *mh_page__guess_charset(const char *bytes, size_t len)
{
  char name[40];
  return guess_name(name, bytes, len) ? mh_page__charset_of(name, strlen(name)) : NULL;
}

static mh_status fail_encoding(const char *bytes, size_t len, size_t bad, mh_error *err)
{
  char charset[40];
  const char *what = known_by_signature(bytes, len);
  if (what) return mh_fail(err, MH_EENCODING, bad, "not text; looks like %s", what);
  if (len >= 2 &&
      (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0))
    return mh_fail(
        err, MH_EENCODING, bad,
        "not UTF-8; looks like UTF-16 (convert it with: iconv -f utf-16 -t utf-8)");
  if (mh_page__bare_utf16(bytes, len))
    return mh_fail(
        err, MH_EENCODING, bad,
        "not UTF-8; looks like UTF-16 (convert it with: iconv -f utf-16le -t utf-8)");
  if (memchr(bytes, 0, len))
    return mh_fail(err, MH_EENCODING, bad, "not text; it holds NUL bytes");
  if (guess_name(charset, bytes, len))
    return mh_fail(err, MH_EENCODING, bad,
                   "not UTF-8; looks like %s (convert it with: iconv -f %s -t utf-8)",
                   charset, charset);
  return mh_fail(err, MH_EENCODING, bad, "not UTF-8, nor anything else that is known");
}

bool mh_page__is_blank(const char *bytes, size_t len)
{
  size_t i = len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  while (i < len && (bytes[i] == ' ' || (bytes[i] >= '\t' && bytes[i] <= '\r'))) i++;
  return i == len;
}

mh_status mh_page__check_size(const char *bytes, size_t len, mh_error *err)
{
  if (len > MH_PAGE_MAX)
    return mh_fail(err, MH_ELIMIT, MH_PAGE_MAX,
                   "larger than the %u MiB a report may have", MH_PAGE_MAX >> 20);
  if (mh_page__is_blank(bytes, len))
    return mh_fail(err, MH_EEMPTY, 0, "nothing but blanks");
  return MH_OK;
}

mh_status mh_page__check(const char *bytes, size_t len, mh_error *err)
{
  MH_TRY(mh_page__check_size(bytes, len, err));
  size_t bad = 0;
  const char *nul = memchr(bytes, 0, len);
  if (!mh_utf8_check(bytes, nul ? (size_t)(nul - bytes) : len, &bad))
    return fail_encoding(bytes, len, bad, err);
  if (nul) return fail_encoding(bytes, len, (size_t)(nul - bytes), err);
  if (len >= 5 && memcmp(bytes, "%PDF-", 5) == 0)
    return fail_encoding(bytes, len, 0, err);
  return MH_OK;
}
