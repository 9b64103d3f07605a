/* packed_source - the bytes of an archive as they come, through one filter at most.
 *
 * The filters (gzip, bzip2, xz, zstd) are libarchive's, each asked for by name: it bids for
 * none of its own accord, so that it starts no program and undoes no more than one layer.
 * Its readers of ZIP and tar are not used: they turn names into the charset of the locale,
 * by way of iconv's files, and Arabic names do not survive the locale "C".
 */
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdlib.h>

#include "packed_inside.h"

enum { RAW = 64 << 10 };

static void fail(mh_streams__source *s, mh_status code, const char *why)
{
  s->over = true;
  if (s->error.code == MH_OK) mh_fail(&s->error, code, s->in, "%s", why);
}

/* Bytes as they lie on disk. */
static ptrdiff_t read_raw(mh_streams__source *s, char *at, size_t cap)
{
  const ptrdiff_t n = s->from.read(s->from.user, at, cap);
  if (n < 0) fail(s, MH_EIO, "reading failed");
  if (n > 0) s->in += (uint64_t)n;
  return n;
}

static la_ssize_t give_raw(struct archive *a, void *user, const void **at)
{
  mh_streams__source *s = user;
  *at = s->raw;
  if (s->lead) {
    const size_t n = s->lead;
    s->lead = 0;
    return (la_ssize_t)n;
  }
  const ptrdiff_t n = read_raw(s, s->raw, RAW);
  if (n < 0) archive_set_error(a, EIO, "reading failed");
  return n < 0 ? ARCHIVE_FATAL : (la_ssize_t)n;
}

static bool is_bomb(const mh_streams__source *s)
{
  return s->out > (1 << 20) && s->out / MH_STREAMS_RATIO > s->in;
}

/* One stretch more; 0 when no more comes. */
static size_t read_more(mh_streams__source *s, char *at, size_t cap)
{
  if (!s->filter) {
    const ptrdiff_t n = read_raw(s, at, cap);
    if (n <= 0) s->over = true;
    return n > 0 ? (size_t)n : 0;
  }
  const la_ssize_t n = archive_read_data(s->filter, at, cap);
  if (n < 0) fail(s, MH_EFORMAT, "what is packed is damaged or cut off");
  if (n <= 0) s->over = true;
  if (n > 0) s->out += (uint64_t)n;
  if (!is_bomb(s)) return n > 0 ? (size_t)n : 0;
  fail(s, MH_ELIMIT, "it grows too much when it is unpacked");
  return 0;
}

mh_status mh_streams__source_open(mh_streams__source *s, mh_flow from, mh_error *err)
{
  *s = (mh_streams__source){.from = from};
  s->buf = malloc(MH_SOURCE_ROOM);
  return s->buf ? MH_OK : mh_fail(err, MH_ENOMEM, 0, "out of memory");
}

void mh_streams__source_close(mh_streams__source *s)
{
  if (s->filter) archive_read_free(s->filter);
  free(s->raw);
  free(s->buf);
}

const char *mh_streams__peek(mh_streams__source *s, size_t n, size_t *has)
{
  if (s->end - s->at < n && s->at) {
    memmove(s->buf, s->buf + s->at, s->end - s->at);
    s->end -= s->at;
    s->at = 0;
  }
  while (s->end - s->at < n && !s->over)
    s->end += read_more(s, s->buf + s->end, MH_SOURCE_ROOM - s->end);
  *has = s->end - s->at;
  return s->buf + s->at;
}

void mh_streams__take(mh_streams__source *s, size_t n)
{
  s->at += n;
}

bool mh_streams__pass(mh_streams__source *s, uint64_t n)
{
  while (n) {
    size_t has;
    mh_streams__peek(s, 1, &has);
    if (has == 0) return false;
    const size_t step = n < has ? (size_t)n : has;
    mh_streams__take(s, step);
    n -= step;
  }
  return true;
}

uint64_t mh_streams__where(const mh_streams__source *s)
{
  const uint64_t ahead = s->end - s->at;
  return s->filter || s->in < ahead ? s->in : s->in - ahead;
}

/* ---- filters -------------------------------------------------------------------------- */

static const struct magic {
  const char *bytes;
  uint8_t len;
  int filter;
} magics[] = {{"\x1f\x8b\x08", 3, ARCHIVE_FILTER_GZIP},
              {"BZh", 3, ARCHIVE_FILTER_BZIP2},
              {"\xfd"
               "7zXZ\0",
               6, ARCHIVE_FILTER_XZ},
              {"\x28\xb5\x2f\xfd", 4, ARCHIVE_FILTER_ZSTD}};

static int filter_of(const char *bytes, size_t len)
{
  for (size_t i = 0; i < sizeof magics / sizeof *magics; i++) {
    if (len < 10 || memcmp(bytes, magics[i].bytes, magics[i].len) != 0) continue;
    if (magics[i].filter != ARCHIVE_FILTER_BZIP2) return magics[i].filter;
    /* text may begin with BZh: behind it stand a size and the digits of pi, or of its root */
    const bool pi = memcmp(bytes + 4, "1AY&SY", 6) == 0;
    const bool root = memcmp(bytes + 4, "\x17\x72\x45\x38\x50\x90", 6) == 0;
    if (bytes[3] >= '1' && bytes[3] <= '9' && (pi || root)) return ARCHIVE_FILTER_BZIP2;
  }
  return ARCHIVE_FILTER_NONE;
}

bool mh_streams__is_filtered(const char *bytes, size_t len, bool gzip_too)
{
  const int filter = filter_of(bytes, len);
  return filter != ARCHIVE_FILTER_NONE && (gzip_too || filter != ARCHIVE_FILTER_GZIP);
}

/* A filter that libarchive has within itself gives ARCHIVE_OK, one that is a program WARN. */
static bool make(struct archive *a, int filter)
{
  const int own = filter == ARCHIVE_FILTER_GZIP    ? archive_read_support_filter_gzip(a)
                  : filter == ARCHIVE_FILTER_BZIP2 ? archive_read_support_filter_bzip2(a)
                  : filter == ARCHIVE_FILTER_XZ    ? archive_read_support_filter_xz(a)
                                                   : archive_read_support_filter_zstd(a);
  return own == ARCHIVE_OK && archive_read_support_format_raw(a) == ARCHIVE_OK &&
         archive_read_append_filter(a, filter) == ARCHIVE_OK;
}

mh_status mh_streams__filter(mh_streams__source *s, bool *none, mh_error *err)
{
  size_t has;
  const char *head = mh_streams__peek(s, 512, &has);
  const int filter = filter_of(head, has);
  *none = filter == ARCHIVE_FILTER_NONE;
  if (*none) return MH_OK;
  s->raw = malloc(MH_SOURCE_ROOM);
  struct archive *a = s->raw ? archive_read_new() : NULL;
  if (!a) return mh_fail(err, MH_ENOMEM, 0, "out of memory");
  memcpy(s->raw, head, has);
  s->lead = has;
  s->at = s->end = 0;
  s->over = false;
  struct archive_entry *entry;
  const bool ok = make(a, filter) &&
                  archive_read_open(a, s, NULL, give_raw, NULL) == ARCHIVE_OK &&
                  archive_read_next_header(a, &entry) == ARCHIVE_OK;
  if (ok) {
    s->filter = a;
    return MH_OK;
  }
  archive_read_free(a);
  if (s->error.code == MH_EIO) return mh_fail(err, MH_EIO, s->in, "reading failed");
  return mh_fail(err, MH_EFORMAT, 0, "what is packed is damaged at its beginning");
}
