/* warc_http - what HTTP wraps a page in: status line, header, chunks (RFC 9112).
 *
 * Content-Length is not believed: where a block ends, its body does.  Not for content
 * encodings (unpack.c).
 */
#include "warc.h"

size_t mh_http_head_end(const char *at, size_t len)
{
  for (size_t i = 0; i < len;) {
    const char *feed = memchr(at + i, '\n', len - i);
    if (!feed) return 0;
    const size_t stop = (size_t)(feed - at);
    if (stop == i || (stop == i + 1 && at[i] == '\r')) return stop + 1;
    i = stop + 1;
  }
  return 0;
}

/* "HTTP/1.1 200 OK"; 0 when it is none. */
static int status_of(const char *at, size_t len)
{
  if (len < 5 || !mh_part_begins((mh_part){at, len}, "http/")) return 0;
  size_t i = 5;
  while (i < len && ((at[i] >= '0' && at[i] <= '9') || at[i] == '.')) i++;
  while (i < len && (at[i] == ' ' || at[i] == '\t')) i++;
  int status = 0, n = 0;
  for (; i < len && n < 3 && at[i] >= '0' && at[i] <= '9'; n++)
    status = status * 10 + (at[i++] - '0');
  return n == 3 ? status : 0;
}

mh_status mh_http_read(mh_http *out, char *at, size_t len, mh_error *err)
{
  *out = (mh_http){.status = status_of(at, len < 64 ? len : 64)};
  if (!out->status)
    return mh_fail(err, MH_EFORMAT, 0, "a response without the status line of HTTP");
  out->body = mh_http_head_end(at, len);
  if (!out->body)
    return mh_fail(err, MH_EFORMAT, 0, "a response whose HTTP header has no end");
  char *end = at + out->body;
  char *next = (char *)memchr(at, '\n', out->body) + 1;
  bool typed = false;
  for (mh_field f; mh_field_next(&f, &next, end);) {
    if (mh_part_is(f.name, "content-type") && !typed) {
      mh_part_media(&out->type, &out->charset, f.value);
      typed = true;
    }
    if (mh_part_is(f.name, "content-encoding") && !out->codings.len)
      out->codings = f.value;
    if (mh_part_is(f.name, "content-length") && !out->has_length)
      out->has_length = mh_part_number(&out->length, f.value);
    if (mh_part_is(f.name, "transfer-encoding"))
      for (size_t i = 0; i + 7 <= f.value.len && !out->chunked; i++)
        out->chunked = mh_part_begins((mh_part){f.value.at + i, f.value.len - i},
                                      "chunked");
  }
  return MH_OK;
}

/* ---- chunks ----------------------------------------------------------------------------- */

static int hex_of(char c)
{
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/* The line that says how long a chunk is: behind it, or NULL when it is none. */
static const char *chunk_line(size_t *size, const char *at, const char *end)
{
  const char *from = at;
  *size = 0;
  for (; at < end && hex_of(*at) >= 0; at++) {
    if (*size > MH_STREAMS_MAX) return NULL;
    *size = *size * 16 + (size_t)hex_of(*at);
  }
  if (at == from) return NULL;
  while (at < end && (*at == ' ' || *at == '\t')) at++;
  if (at < end && *at == ';') {
    const char *feed = memchr(at, '\n', (size_t)(end - at));
    at = feed ? feed : end;
  }
  if (at < end && *at == '\r') at++;
  return at < end && *at == '\n' ? at + 1 : NULL;
}

size_t mh_http_join(char *at, size_t len, bool *cut)
{
  const char *from = at, *end = at + len;
  size_t n = 0;
  for (bool first = true;; first = false) {
    size_t size;
    const char *bytes = chunk_line(&size, from, end);
    if (!bytes && first) return len;
    if (!bytes) break;
    if (size == 0) return n;
    const size_t have = (size_t)(end - bytes);
    const size_t some = size < have ? size : have;
    memmove(at + n, bytes, some);
    n += some;
    from = bytes + some;
    if (from < end && *from == '\r') from++;
    if (from < end && *from == '\n') from++;
  }
  *cut = true;
  return n;
}
