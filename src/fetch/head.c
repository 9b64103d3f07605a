/* head - what stands in the head of an answer: Content-Type, Retry-After, Link.
 *
 * Servers write these with every fault there is; whatever they write, something bounded comes
 * out.  RFC 9110 (8.3, 10.2.3) and RFC 8288.
 */
#include <strings.h>

#include "inside.h"
#include "libcurl.h"

static char lower(char c)
{
  return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool is_blank(char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The characters of names of types and charsets (tokens of RFC 9110, the common ones). */
static bool is_name(char c)
{
  c = lower(c);
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == '.' || c == '+' || c == '/' || c == ':';
}

/* Copy a name in small letters; one that does not fit is none. */
static void put_name(char out[64], const char *at, size_t len)
{
  size_t n = 0;
  while (n < len && n < 63 && is_name(at[n])) {
    out[n] = lower(at[n]);
    n++;
  }
  out[n < len && is_name(at[n]) ? 0 : n] = '\0';
}

/* ---- parameters: `; name=value; name="value"` ----------------------------------------------- */

typedef struct parameter {
  mh_span name, value;
} parameter;

static size_t skip(const char *v, size_t len, size_t at)
{
  while (at < len && is_blank(v[at])) at++;
  return at;
}

/* A value from *at, in quotation marks or not, up to what ends a parameter. */
static mh_span value_at(const char *v, size_t len, size_t *at)
{
  size_t i = skip(v, len, *at), start = i;
  if (i < len && (v[i] == '"' || v[i] == '\'')) {
    const char mark = v[i];
    start = ++i;
    while (i < len && v[i] != mark) i++;
    const mh_span s = {(uint32_t)start, (uint32_t)(i - start)};
    *at = i < len ? i + 1 : i;
    return s;
  }
  while (i < len && v[i] != ';' && v[i] != ',' && !is_blank(v[i])) i++;
  *at = i;
  return (mh_span){(uint32_t)start, (uint32_t)(i - start)};
}

/* The next parameter behind *at; false at the end or at a comma. */
static bool next_parameter(parameter *out, const char *v, size_t len, size_t *at)
{
  size_t i = *at;
  while (i < len && (v[i] == ';' || is_blank(v[i]))) i++;
  *at = i;
  if (i >= len || v[i] == ',') return false;
  const size_t start = i;
  while (i < len && v[i] != '=' && v[i] != ';' && v[i] != ',' && !is_blank(v[i])) i++;
  *out = (parameter){.name = {(uint32_t)start, (uint32_t)(i - start)}};
  i = skip(v, len, i);
  if (i < len && v[i] == '=') {
    i++;
    out->value = value_at(v, len, &i);
  }
  if (i == start) i++; /* a sign that is nothing: never stand still */
  *at = i;
  return true;
}

static bool is(const char *v, mh_span s, const char *word)
{
  return s.len == strlen(word) && strncasecmp(v + s.at, word, s.len) == 0;
}

/* ---- Content-Type --------------------------------------------------------------------------- */

void mh_fetch__content_type(char type[64], char charset[64], const char *v, size_t len)
{
  parameter p;
  type[0] = charset[0] = '\0';
  size_t at = skip(v, len, 0), end = at;
  while (end < len && v[end] != ';' && v[end] != ',' && !is_blank(v[end])) end++;
  put_name(type, v + at, end - at);
  if (!strchr(type, '/')) type[0] = '\0';
  for (at = end; next_parameter(&p, v, len, &at);)
    if (!charset[0] && is(v, p.name, "charset"))
      put_name(charset, v + p.value.at, p.value.len);
}

/* ---- Retry-After ---------------------------------------------------------------------------- */

bool mh_fetch__retry_after(double *out, const char *v, size_t len, int64_t now)
{
  char text[64];
  double seconds = 0;
  size_t at = skip(v, len, 0), n = 0;
  while (len > at && is_blank(v[len - 1])) len--;
  if (len == at || len - at >= sizeof text) return false;
  memcpy(text, v + at, len - at);
  text[len - at] = '\0';
  for (; text[n] >= '0' && text[n] <= '9'; n++)
    if (seconds < MH_FETCH_AWAY_MAX) seconds = seconds * 10 + (text[n] - '0');
  if (text[n]) {
    const mh_libcurl *lib = mh_fetch__libcurl(NULL);
    const time_t when = lib ? lib->getdate(text, NULL) : -1;
    if (when == -1 || strlen(text) < 16) return false;
    seconds = (double)((int64_t)when - now);
  }
  if (seconds < 0) seconds = 0;
  *out = seconds > MH_FETCH_AWAY_MAX ? MH_FETCH_AWAY_MAX : seconds;
  return true;
}

/* ---- Link ------------------------------------------------------------------------------------- */

bool mh_fetch__link_next(mh_head_link *out, const char *v, size_t len, size_t *at)
{
  parameter p;
  size_t i = *at;
  *out = (mh_head_link){0};
  while (i < len && v[i] != '<') i++;
  const size_t start = i + 1;
  while (i < len && v[i] != '>') i++;
  if (i >= len) return *at = len, false;
  out->to = (mh_span){(uint32_t)start, (uint32_t)(i - start)};
  for (i++; next_parameter(&p, v, len, &i);) {
    if (is(v, p.name, "rel")) out->rel = p.value;
    if (is(v, p.name, "type")) out->type = p.value;
  }
  *at = i;
  return true;
}

/* Is `word` one of the words? */
static bool has_word(const char *words, size_t len, const char *word)
{
  const size_t n = strlen(word);
  for (size_t i = 0; i < len;) {
    while (i < len && is_blank(words[i])) i++;
    size_t end = i;
    while (end < len && !is_blank(words[end])) end++;
    if (end - i == n && strncasecmp(words + i, word, n) == 0) return true;
    i = end;
  }
  return false;
}

bool mh_fetch__is_feed_link(const char *rel, size_t rel_len, const char *type,
                            size_t type_len)
{
  static const char *const types[] = {"application/rss+xml", "application/atom+xml",
                                      "application/rdf+xml"};
  if (!has_word(rel, rel_len, "alternate")) return false;
  while (type_len && is_blank(*type)) type++, type_len--;
  for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
    const size_t n = strlen(types[i]);
    if (type_len >= n && strncasecmp(type, types[i], n) == 0 &&
        (type_len == n || type[n] == ';' || is_blank(type[n])))
      return true;
  }
  return false;
}
