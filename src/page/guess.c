/* guess - which format the bytes are in, by what they are and never by a name.
 *
 * Looks at 4 KiB at most.  Packages by their signatures; markup by its first tags, in UTF-16
 * too, behind a mark, blanks, comments and whatever a careless server put before it.  What
 * looks like nothing known is plain text.
 */
#define _GNU_SOURCE /* memmem */
#include <strings.h>

#include "charset.h"

enum { LOOK = 4096, HEAD = 1024 /* bytes among which the first tags stand */ };

static bool begins(const char *bytes, size_t len, const char *with)
{
  const size_t n = strlen(with);
  return len >= n && memcmp(bytes, with, n) == 0;
}

static bool begins_tag(const char *t, size_t len, const char *tag)
{
  const size_t n = strlen(tag);
  if (len <= n || strncasecmp(t, tag, n) != 0) return false;
  return t[n] == '>' || t[n] == '/' || t[n] == ' ' || (t[n] >= '\t' && t[n] <= '\r');
}

/* ---- packages -------------------------------------------------------------------------- */

/* A Word document is a ZIP whose entries say so: a name "word/...", or the list of contents,
 * which comes first as a rule, where it lies there unpacked. */
static mh_format kind_of_zip(const char *bytes, size_t len)
{
  for (const char *p = bytes;
       (p = memmem(p, len - (size_t)(p - bytes), "PK\3\4", 4)) != NULL; p += 4) {
    const size_t left = len - (size_t)(p - bytes);
    if (left > 35 && memcmp(p + 30, "word/", 5) == 0) return MH_FORMAT_DOCX;
  }
  return memmem(bytes, len, "wordprocessingml", 16) ? MH_FORMAT_DOCX : MH_FORMAT_PACKED;
}

/* AUTO when it is no package. */
static mh_format known_package(const char *bytes, size_t len)
{
  if (begins(bytes, len, "PK\3\4")) return kind_of_zip(bytes, len);
  if (begins(bytes, len, "\x1f\x8b") || begins(bytes, len, "\xfd\x37zXZ") ||
      begins(bytes, len, "\x28\xb5\x2f\xfd"))
    return MH_FORMAT_PACKED;
  if (len > 10 && begins(bytes, len, "BZh") && memcmp(bytes + 4, "1AY&SY", 6) == 0)
    return MH_FORMAT_PACKED;
  if (len > 262 && memcmp(bytes + 257, "ustar", 5) == 0) return MH_FORMAT_PACKED;
  return MH_FORMAT_AUTO;
}

/* ---- markup ----------------------------------------------------------------------------- */

static size_t skip_blank(const char *t, size_t len, size_t i)
{
  while (i < len && (t[i] == ' ' || (t[i] >= '\t' && t[i] <= '\r'))) i++;
  return i;
}

/* Where what begins with `open` and stands at i ends. */
static size_t skip_to(const char *t, size_t len, size_t i, const char *close)
{
  const size_t n = strlen(close);
  const char *end = memmem(t + i, len - i, close, n);
  return end ? (size_t)(end - t) + n : len;
}

/* The first tag behind blanks, comments, declarations and processing instructions. */
static size_t root(const char *t, size_t len)
{
  size_t i = skip_blank(t, len, 0);
  while (i < len) {
    if (begins(t + i, len - i, "<!--"))
      i = skip_to(t, len, i, "-->");
    else if (begins(t + i, len - i, "<?"))
      i = skip_to(t, len, i, "?>");
    else if (begins(t + i, len - i, "<!") && !begins_tag(t + i, len - i, "<!doctype"))
      i = skip_to(t, len, i, ">");
    else
      return i;
    i = skip_blank(t, len, i);
  }
  return len;
}

static bool is_feed(const char *t, size_t len)
{
  static const char *const names[] = {"rss", "feed", "RDF", "urlset", "sitemapindex"};
  size_t i = root(t, len);
  if (i < len && begins_tag(t + i, len - i, "<!doctype"))
    i += 1 + root(t + i + 1, len - i - 1); /* of old feeds */
  while (i < len && t[i] != '<') i++;
  size_t name = ++i;
  for (; i < len && t[i] > ' ' && t[i] != '>' && t[i] != '/'; i++)
    if (t[i] == ':') name = i + 1;
  for (size_t k = 0; k < sizeof names / sizeof *names && i < len; k++)
    if (strlen(names[k]) == i - name && memcmp(t + name, names[k], i - name) == 0)
      return true;
  return false;
}

/* Tags that a page may begin with; the first four give one away wherever they stand. */
static bool is_html(const char *t, size_t len)
{
  static const char *const tags[] = {"<!doctype html",
                                     "<html",
                                     "<head",
                                     "<body",
                                     "<meta",
                                     "<title",
                                     "<link",
                                     "<style",
                                     "<script",
                                     "<div",
                                     "<p",
                                     "<article",
                                     "<section",
                                     "<span",
                                     "<table",
                                     "<center",
                                     "<font",
                                     "<h1",
                                     "<h2",
                                     "<h3",
                                     "<main",
                                     "<header",
                                     "<br",
                                     "<a",
                                     "<b",
                                     "<img",
                                     "<iframe",
                                     "<nav",
                                     "<ul",
                                     "<ol",
                                     "<strong",
                                     "<em",
                                     "<noscript",
                                     "<base",
                                     "<td",
                                     "<tr"};
  const size_t first = root(t, len);
  const size_t most = first + HEAD < len ? first + HEAD : len;
  for (size_t i = first; i < most; i++) {
    if (t[i] != '<') continue;
    const size_t n = i == first ? sizeof tags / sizeof *tags : 4;
    for (size_t k = 0; k < n; k++)
      if (begins_tag(t + i, len - i, tags[k])) return true;
  }
  return first < len && begins_tag(t + first, len - first, "<!doctype");
}

/* ---- saved pages ---------------------------------------------------------------------------- */

static bool begins_field(const char *t, size_t len, const char *name)
{
  const size_t n = strlen(name);
  return len > n && strncasecmp(t, name, n) == 0 && t[n] == ':';
}

/* "Content-Type: multipart/related", or a page on its own. */
static bool is_saved_type(const char *t, size_t len)
{
  size_t i = strlen("Content-Type:");
  i = skip_blank(t, len, i);
  return (len - i > 17 && strncasecmp(t + i, "multipart/related", 17) == 0) ||
         (len - i > 9 && strncasecmp(t + i, "text/html", 9) == 0);
}

/* MHTML: the header of MIME from the first byte on, and in it what it holds. */
static bool is_mhtml(const char *t, size_t len)
{
  bool mime = false, type = false;
  for (size_t i = 0; i < len && !(mime && type);) {
    const char *feed = memchr(t + i, '\n', len - i);
    const size_t end = feed ? (size_t)(feed - t) : len;
    size_t name = i;
    while (name < end && (t[name] == '-' || (t[name] >= '0' && t[name] <= '9') ||
                          ((t[name] | 0x20) >= 'a' && (t[name] | 0x20) <= 'z')))
      name++;
    const bool goes_on = i > 0 && (t[i] == ' ' || t[i] == '\t');
    if (!goes_on && (name == i || name == end || t[name] != ':')) return false;
    if (begins_field(t + i, len - i, "MIME-Version")) mime = true;
    if (begins_field(t + i, len - i, "Content-Type")) {
      if (!is_saved_type(t + i, len - i)) return false;
      type = true;
    }
    i = end + 1;
  }
  return mime && type;
}

/* ---- all ---------------------------------------------------------------------------------- */

/* The first bytes as far as they are ASCII, in whatever character set: others become '?'. */
static size_t plain_ascii(char out[LOOK], const char *bytes, size_t len)
{
  const mh_page__charset *wide = mh_page__bare_utf16(bytes, len);
  const bool little = len >= 2 && memcmp(bytes, "\xff\xfe", 2) == 0;
  const bool big = len >= 2 && memcmp(bytes, "\xfe\xff", 2) == 0;
  size_t n = 0, i = begins(bytes, len, "\xef\xbb\xbf") ? 3 : 0;
  if (!wide && !little && !big) {
    memcpy(out, bytes + i, len - i);
    return len - i;
  }
  const bool be = big || (!little && wide && wide->how == MH_PAGE__UTF16BE);
  for (i = little || big ? 2 : 0; i + 2 <= len; i += 2)
    out[n++] = bytes[be ? i : i + 1] == 0 ? bytes[be ? i + 1 : i] : '?';
  return n;
}

mh_format mh_page_guess(const char *bytes, size_t len)
{
  char head[LOOK];
  if (len > LOOK) len = LOOK;
  const mh_format package = known_package(bytes, len);
  if (package != MH_FORMAT_AUTO) return package;
  const size_t n = plain_ascii(head, bytes, len), at = skip_blank(head, n, 0);
  if (begins(head + at, n - at, "%PDF-")) return MH_FORMAT_PDF;
  if (begins(head + at, n - at, "WARC/")) return MH_FORMAT_WARC;
  if (at < n && head[at] == '{') return MH_FORMAT_JSONL;
  if (is_mhtml(head + at, n - at)) return MH_FORMAT_MHTML;
  if (is_feed(head, n)) return MH_FORMAT_FEED;
  return is_html(head, n) ? MH_FORMAT_HTML : MH_FORMAT_TEXT;
}
