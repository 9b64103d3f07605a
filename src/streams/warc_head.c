/* warc_head - the lines "Name: value" of a WARC record and of HTTP (ISO 28500; RFC 9110), as
 * lenient as what is found in archives asks for: any case, CRLF or LF, values that go on on
 * the next line, lines that are nothing.
 *
 * Not for where a header ends: that is for those who read the stream.
 */
#include "warc.h"

static char small(char c)
{
  return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static bool is_blank(char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0';
}

static mh_part trimmed(const char *at, const char *end)
{
  while (at < end && is_blank(*at)) at++;
  while (end > at && is_blank(end[-1])) end--;
  return (mh_part){at, (size_t)(end - at)};
}

bool mh_part_begins(mh_part p, const char *word)
{
  const size_t n = strlen(word);
  if (p.len < n) return false;
  for (size_t i = 0; i < n; i++)
    if (small(p.at[i]) != word[i]) return false;
  return true;
}

bool mh_part_is(mh_part p, const char *word)
{
  return p.len == strlen(word) && mh_part_begins(p, word);
}

bool mh_part_number(uint64_t *out, mh_part p)
{
  uint64_t n = 0;
  for (size_t i = 0; i < p.len; i++) {
    if (p.at[i] < '0' || p.at[i] > '9' || n >> 58) return false;
    n = n * 10 + (uint64_t)(p.at[i] - '0');
  }
  *out = n;
  return p.len > 0;
}

/* Where the line at `at` ends (its line feed, or end), with lines that go on joined. */
static char *line_end(char *at, char *end)
{
  for (char *from = at;;) {
    char *feed = memchr(from, '\n', (size_t)(end - from));
    if (!feed) return end;
    if (feed + 1 == end || (feed[1] != ' ' && feed[1] != '\t')) return feed;
    *feed = ' ';
    if (feed > at && feed[-1] == '\r') feed[-1] = ' ';
    from = feed + 1;
  }
}

bool mh_field_next(mh_field *out, char **at, char *end)
{
  while (*at < end) {
    char *from = *at, *to = line_end(from, end);
    *at = to < end ? to + 1 : end;
    const char *colon = memchr(from, ':', (size_t)(to - from));
    if (!colon) continue;
    out->name = trimmed(from, colon);
    out->value = trimmed(colon + 1, to);
    if (out->name.len) return true;
  }
  return false;
}

/* ---- values -------------------------------------------------------------------------- */

static mh_part unquoted(mh_part p)
{
  if (p.len && (*p.at == '"' || *p.at == '\'')) p = (mh_part){p.at + 1, p.len - 1};
  for (size_t i = 0; i < p.len; i++)
    if (p.at[i] == '"' || p.at[i] == '\'') p.len = i;
  return trimmed(p.at, p.at + p.len);
}

void mh_part_media(mh_part *type, mh_part *charset, mh_part value)
{
  *type = *charset = (mh_part){0};
  if (!value.len) return;
  const char *at = value.at, *end = value.at + value.len;
  for (bool first = true; at < end; first = false) {
    const char *stop = memchr(at, ';', (size_t)(end - at));
    const mh_part p = trimmed(at, stop ? stop : end);
    if (first) *type = p;
    if (!first && !charset->len && mh_part_begins(p, "charset")) {
      const char *is = memchr(p.at, '=', p.len);
      if (is) *charset = unquoted(trimmed(is + 1, p.at + p.len));
    }
    at = stop ? stop + 1 : end;
  }
  /* "text/html,text/html", as two servers in a row tell it */
  const char *comma = type->len ? memchr(type->at, ',', type->len) : NULL;
  if (comma) *type = trimmed(type->at, comma);
}

bool mh_part_is_page(mh_part type)
{
  static const char *const pages[] = {"text/html",
                                      "application/xhtml+xml",
                                      "text/plain",
                                      "text/xml",
                                      "application/xml",
                                      "application/rss+xml",
                                      "application/atom+xml",
                                      "application/rdf+xml",
                                      "application/vnd.wap.xhtml+xml"};
  for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
    if (mh_part_is(type, pages[i])) return true;
  return false;
}

char *mh_part_small(mh_arena *a, mh_part p)
{
  char *s = mh_arena_take(a, p.len + 1);
  if (!s) return NULL;
  size_t n = 0;
  for (size_t i = 0; i < p.len; i++)
    if (p.at[i] > ' ' && p.at[i] < 0x7f) s[n++] = small(p.at[i]);
  s[n] = '\0';
  return s;
}

char *mh_part_url(mh_arena *a, mh_part p)
{
  static const char hex[] = "0123456789ABCDEF";
  if (p.len && *p.at == '<') p = trimmed(p.at + 1, p.at + p.len);
  if (p.len && p.at[p.len - 1] == '>') p = trimmed(p.at, p.at + p.len - 1);
  size_t bad;
  const bool letters = mh_utf8_check(p.at, p.len, &bad);
  char *s = mh_arena_take(a, 3 * p.len + 1);
  if (!s) return NULL;
  size_t n = 0;
  for (size_t i = 0; i < p.len; i++) {
    const unsigned char c = (unsigned char)p.at[i];
    if (c > ' ' && c != 0x7f && (c < 0x80 || letters)) {
      s[n++] = (char)c;
      continue;
    }
    s[n++] = '%';
    s[n++] = hex[c >> 4];
    s[n++] = hex[c & 15];
  }
  s[n] = '\0';
  return s;
}

char *mh_part_instant(mh_arena *a, mh_part p)
{
  mh_day day;
  bool good = p.len >= 4 && p.len <= 40 && mh_day_parse(&day, p.at, p.len);
  for (size_t i = 0; good && i < p.len; i++)
    if (!memchr("0123456789-:.+TZtz", p.at[i], 18)) good = false;
  return mh_arena_copy(a, good ? p.at : "", good ? p.len : 0);
}

/* ---- the header of a record ------------------------------------------------------------- */

/* "WARC/1.0", "WARC/1.1" and the drafts 0.17 and 0.18, which were the same. */
static bool is_version(mh_part line)
{
  return mh_part_begins(line, "warc/1.") || mh_part_is(line, "warc/0.17") ||
         mh_part_is(line, "warc/0.18");
}

/* What is to be done with a record of this type. */
static mh_warc_kind kind_of(mh_part type, mh_part media)
{
  const bool http = mh_part_is(media, "application/http") || media.len == 0;
  if (mh_part_is(type, "response")) return http ? MH_WARC_RESPONSE : MH_WARC_BODY;
  if (mh_part_is(type, "resource") || mh_part_is(type, "conversion")) return MH_WARC_BODY;
  return MH_WARC_OTHER;
}

/* The first of several fields of one name counts. */
static void first(mh_part *p, mh_part value)
{
  if (!p->at) *p = value;
}

mh_status mh_warc_head_read(mh_warc_head *out, char *at, char *end, mh_error *err)
{
  *out = (mh_warc_head){0};
  mh_part type = {0}, media = {0}, length = {0};
  char *feed = memchr(at, '\n', (size_t)(end - at));
  const mh_part version = trimmed(at, feed ? feed : end);
  if (!is_version(version))
    return mh_fail(err, MH_EFORMAT, 0, "not a version of WARC that is known");
  at = feed ? feed + 1 : end;
  for (mh_field f; mh_field_next(&f, &at, end);) {
    if (mh_part_is(f.name, "content-length")) first(&length, f.value);
    if (mh_part_is(f.name, "content-type")) first(&media, f.value);
    if (!mh_part_begins(f.name, "warc-")) continue;
    if (mh_part_is(f.name, "warc-type")) first(&type, f.value);
    if (mh_part_is(f.name, "warc-target-uri")) first(&out->url, f.value);
    if (mh_part_is(f.name, "warc-date")) first(&out->date, f.value);
    if (mh_part_is(f.name, "warc-truncated")) out->cut = true;
  }
  if (!mh_part_number(&out->length, length))
    return mh_fail(err, MH_EFORMAT, 0, "a record without a Content-Length that is one");
  if (!type.len) return mh_fail(err, MH_EFORMAT, 0, "a record without WARC-Type");
  mh_part_media(&out->type, &out->charset, media);
  out->kind = kind_of(type, out->type);
  return MH_OK;
}
