/* Archives of the tests: bytes put together, packed, and given in pieces of any size. */
#ifndef TEST_ARCHIVE_H
#define TEST_ARCHIVE_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <zlib.h>

#include "src/streams/streams.h"

typedef struct memory {
  const char *at;
  size_t len, piece, fail_after; /* piece: bytes at a time; fail_after: 0 never */
  size_t given;
} memory;

static inline bool memory_seek(void *user, uint64_t at)
{
  memory *m = user;
  assert_true(at <= m->given);
  m->at -= m->given - (size_t)at;
  m->len += m->given - (size_t)at;
  m->given = (size_t)at;
  return true;
}

static inline ptrdiff_t memory_read(void *user, char *at, size_t cap)
{
  memory *m = user;
  if (m->fail_after && m->given >= m->fail_after) return -1;
  size_t n = m->len < cap ? m->len : cap;
  if (n > m->piece) n = m->piece;
  memcpy(at, m->at, n);
  m->at += n;
  m->len -= n;
  m->given += n;
  return (ptrdiff_t)n;
}

/* bits: 31 gzip, 15 zlib, -15 neither. */
static inline void pack(mh_out *to, const char *bytes, size_t len, int bits)
{
  z_stream z = {0};
  assert_int_equal(deflateInit2(&z, 6, Z_DEFLATED, bits, 8, Z_DEFAULT_STRATEGY), Z_OK);
  char *out = malloc(deflateBound(&z, len) + 64);
  z.next_in = (Bytef *)(uintptr_t)bytes;
  z.avail_in = (uInt)len;
  z.next_out = (Bytef *)out;
  z.avail_out = (uInt)(deflateBound(&z, len) + 64);
  assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
  mh_out_bytes(to, out, z.total_out);
  deflateEnd(&z);
  free(out);
}

/* A record with any fields behind WARC-Type (lines that end with CRLF). */
static inline void add_record(mh_out *to, const char *type, const char *fields,
                              const char *block, size_t len)
{
  mh_out_fmt(to, "WARC/1.0\r\nWARC-Type: %s\r\n%sContent-Length: %zu\r\n\r\n", type,
             fields, len);
  mh_out_bytes(to, block, len);
  mh_out_text(to, "\r\n\r\n");
}

#define URL(n)                                      \
  "WARC-Target-URI: https://news.example/" n "\r\n" \
  "WARC-Date: 2024-03-05T10:20:30Z\r\n"             \
  "Content-Type: application/http; msgtype=response\r\n"

/* A response: the lines of its HTTP header, its body. */
static inline void add_response(mh_out *to, const char *fields, const char *http,
                                const char *body, size_t len)
{
  mh_out block = {0};
  mh_out_fmt(&block, "HTTP/1.1 200 OK\r\n%s\r\n", http);
  mh_out_bytes(&block, body, len);
  add_record(to, "response", fields, block.at, block.len);
  mh_out_free(&block);
}

#define HTML "Content-Type: text/html; charset=windows-1256\r\n"

static inline void add_page(mh_out *to, const char *fields, const char *body)
{
  add_response(to, fields, HTML, body, strlen(body));
}

/* All that reading an archive told, as text: a page "url type [cut] bytes", an error
 * "!status@offset words", one a line; at last what was counted. */
static inline char *read_all(const char *bytes, size_t len, size_t piece)
{
  mh_out all = {0};
  memory m = {.at = bytes, .len = len, .piece = piece};
  mh_warc *w;
  mh_error err;
  assert_int_equal(mh_warc_open(&w, (mh_flow){&m, memory_read, memory_seek}, 0, &err),
                   MH_OK);
  for (bool end = false; !end;) {
    mh_warc_page page;
    const mh_status s = mh_warc_next(&page, &end, w, &err);
    if (s != MH_OK)
      mh_out_fmt(&all, "!%d@%llu %s\n", (int)s, (unsigned long long)err.at, err.text);
    assert_true(s == MH_OK || s == MH_EFORMAT || s == MH_ELIMIT);
    if (s != MH_OK || end) continue;
    mh_out_fmt(&all, "%s %s%s ", page.url, page.type, page.cut ? " cut" : "");
    mh_out_bytes(&all, page.bytes, page.len < 64 ? page.len : 64);
    mh_out_text(&all, "\n");
  }
  const mh_warc_counts *n = mh_warc_seen(w);
  mh_out_fmt(&all, "%d records %d pages %d other %d not-ok %d no-page %d bad",
             (int)n->records, (int)n->pages, (int)n->other_types, (int)n->not_ok,
             (int)n->not_pages, (int)n->bad);
  mh_warc_free(w);
  return all.at;
}

/* The same in one piece and in small ones. */
static inline void expect(const mh_out *archive, const char *told)
{
  static const size_t pieces[] = {SIZE_MAX, 1, 7, 4096};
  for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
    char *all = read_all(archive->at, archive->len, pieces[i]);
    assert_string_equal(all, told);
    free(all);
  }
}

#endif
