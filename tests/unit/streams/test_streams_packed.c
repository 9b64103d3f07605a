/* ZIP and tar through their door: archives are written here, byte by byte, sound and broken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>
#include <zlib.h>

#include "src/streams/streams.h"

/* ---- flows ---------------------------------------------------------------------------- */

typedef struct feed_of_bytes {
  const char *at;
  size_t len, step, fail_at; /* fail_at: 0 never */
  size_t given;
} feed_of_bytes;

static ptrdiff_t give(void *user, char *at, size_t cap)
{
  feed_of_bytes *f = user;
  if (f->fail_at && f->given >= f->fail_at) return -1;
  size_t n = f->len - f->given;
  if (n > f->step) n = f->step;
  if (n > cap) n = cap;
  memcpy(at, f->at + f->given, n);
  f->given += n;
  return (ptrdiff_t)n;
}

/* All that an archive holds, a line each: "name size" or what went wrong. */
static char *listing_of(feed_of_bytes *f)
{
  mh_out o = {0};
  mh_packed *p;
  mh_error err;
  const mh_status s = mh_packed_open(&p, (mh_flow){f, give}, &err);
  if (s != MH_OK) mh_out_fmt(&o, "open: %s\n", err.text);
  for (int i = 0; s == MH_OK && i < 50; i++) {
    const char *name;
    mh_flow flow;
    bool end;
    if (mh_packed_next(&name, &flow, &end, p, &err) != MH_OK) {
      mh_out_fmt(&o, "! %s\n", err.text);
      continue;
    }
    if (end) break;
    char bytes[1000];
    size_t sum = 0;
    ptrdiff_t n;
    while ((n = flow.read(flow.user, bytes, sizeof bytes)) > 0) sum += (size_t)n;
    mh_out_fmt(&o, "%s %zu%s%s\n", name, sum, n < 0 ? " ! " : "",
               n < 0 ? mh_packed_error(p)->text : "");
    assert_int_equal(flow.read(flow.user, bytes, sizeof bytes), n);
  }
  if (s == MH_OK) mh_packed_free(p);
  return o.at;
}

static void expect(const mh_out *archive, const char *listing)
{
  static const size_t steps[] = {1, 511, 1 << 20};
  for (size_t i = 0; i < 3; i++) {
    feed_of_bytes f = {.at = archive->at, .len = archive->len, .step = steps[i]};
    char *got = listing_of(&f);
    assert_string_equal(got ? got : "", listing);
    free(got);
  }
}

/* ---- writers ------------------------------------------------------------------------------ */

static void le(mh_out *o, uint64_t v, int bytes)
{
  for (int i = 0; i < bytes; i++, v = i < 8 ? v >> 8 : 0) mh_out_char(o, (char)(v & 255));
}

enum { DEFLATE = 1, BEHIND = 2, LOCKED = 4, WIDE = 8, UTF8 = 16, BAD_SUM = 32 };

static void zip_entry(mh_out *o, const char *name, const char *bytes, size_t len, int how)
{
  uLongf n = compressBound(len) + 16;
  Bytef *packed = malloc(n);
  z_stream z = {.next_in = (Bytef *)(uintptr_t)bytes,
                .avail_in = (uInt)len,
                .next_out = packed,
                .avail_out = (uInt)n};
  assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY), Z_OK);
  assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
  n = z.total_out;
  deflateEnd(&z);
  if (!(how & DEFLATE)) memcpy(packed, bytes, n = len);
  const uint32_t crc = (uint32_t)crc32(0, (const Bytef *)bytes, (uInt)len) ^
                       !!(how & BAD_SUM);
  const bool behind = how & BEHIND, wide = how & WIDE;
  mh_out_bytes(o, "PK\3\4", 4);
  le(o, 20, 2);
  le(o, (how & LOCKED ? 1 : 0) | (behind ? 8 : 0) | (how & UTF8 ? 2048 : 0), 2);
  le(o, how & DEFLATE ? 8 : 0, 2);
  le(o, 0, 4);
  le(o, behind ? 0 : crc, 4);
  le(o, behind ? 0 : wide ? UINT32_MAX : n, 4);
  le(o, behind ? 0 : wide ? UINT32_MAX : len, 4);
  le(o, strlen(name), 2);
  le(o, wide && !behind ? 20 : 0, 2);
  mh_out_text(o, name);
  if (wide && !behind) le(o, 1, 2), le(o, 16, 2), le(o, len, 8), le(o, n, 8);
  mh_out_bytes(o, (char *)packed, n);
  if (behind)
    mh_out_bytes(o, "PK\7\10", 4), le(o, crc, 4), le(o, n, wide ? 8 : 4),
        le(o, len, wide ? 8 : 4);
  free(packed);
}

static void zip_end(mh_out *o)
{
  mh_out_bytes(o, "PK\5\6", 4);
  le(o, 0, 8), le(o, 0, 10);
}

static void tar_header(mh_out *o, const char *name, const char *size, char type)
{
  char h[512] = {0};
  unsigned sum = 0;
  strncpy(h, name, 100);
  memcpy(h + 100, "0000644", 8);
  memcpy(h + 124, size, 12);
  memset(h + 148, ' ', 8);
  h[156] = type;
  memcpy(h + 257, "ustar\00000", 8);
  for (int i = 0; i < 512; i++) sum += (unsigned char)h[i];
  for (int i = 0; i < 6; i++) h[153 - i] = (char)('0' + (sum >> (3 * i) & 7));
  h[154] = '\0';
  mh_out_bytes(o, h, 512);
}

static void tar_entry(mh_out *o, const char *name, const char *bytes, char type)
{
  static const char zero[512];
  const size_t len = strlen(bytes);
  char size[13] = "00000000000";
  for (int i = 0; i < 6; i++) size[10 - i] = (char)('0' + (len >> (3 * i) & 7));
  tar_header(o, name, size, type);
  mh_out_bytes(o, bytes, len);
  mh_out_bytes(o, zero, (512 - len % 512) % 512);
}

static void tar_end(mh_out *o)
{
  static const char zero[1024];
  mh_out_bytes(o, zero, sizeof zero);
}

/* ---- ZIP ------------------------------------------------------------------------------------ */

static const char text[] =
    "one line that comes again: one line that comes again, again, again";
enum { TEXT = sizeof text - 1 };

static void test_streams_packed__reads_zip(void **state)
{
  (void)state;
  mh_out o = {0};
  zip_entry(&o, "dir/", "", 0, 0);
  zip_entry(&o, "a.txt", text, TEXT, 0);
  zip_entry(&o, "b.txt", text, TEXT, DEFLATE);
  zip_entry(&o, "c.txt", text, TEXT, DEFLATE | BEHIND);
  zip_entry(&o, "d.txt", text, TEXT, DEFLATE | BEHIND | WIDE);
  zip_entry(&o, "e.txt", text, TEXT, DEFLATE | WIDE);
  zip_entry(&o, "empty", "", 0, DEFLATE);
  zip_end(&o);
  expect(&o, "a.txt 66\nb.txt 66\nc.txt 66\nd.txt 66\ne.txt 66\nempty 0\n");
  mh_out_free(&o);
}

static void test_streams_packed__leaves_out_what_is_hidden(void **state)
{
  (void)state;
  mh_out o = {0};
  zip_entry(&o, ".git/config", text, TEXT, DEFLATE | BEHIND);
  zip_entry(&o, "__MACOSX/a.txt", text, TEXT, DEFLATE);
  zip_entry(&o, "a/.b", text, TEXT, 0);
  zip_entry(&o, "../../a\\\r\nb/../c.txt", text, TEXT, DEFLATE);
  zip_entry(&o, "/x\xe2\x80\xae.txt", text, TEXT, DEFLATE | UTF8);
  zip_entry(&o, "..", "", 0, 0);
  zip_end(&o);
  expect(&o, "a/b/c.txt 66\nx.txt 66\n_ 0\n");
  mh_out_free(&o);
}

static void test_streams_packed__knows_old_names(void **state)
{
  (void)state;
  mh_out o = {0};
  zip_entry(&o, "\xca\xde\xd1\xed\xd1.txt", text, TEXT, 0); /* windows-1256 */
  zip_entry(&o, "\xa2\xe7\xa9\xef\xa9.txt", "", 0, 0);      /* the console's 720 */
  zip_entry(&o, "r\x82sum\x82.txt", "", 0, 0);              /* 437 */
  zip_end(&o);
  expect(&o,
         "\xd8\xaa\xd9\x82\xd8\xb1\xd9\x8a\xd8\xb1.txt 66\n"
         "\xd8\xaa\xd9\x82\xd8\xb1\xd9\x8a\xd8\xb1.txt 0\nr\xc3\xa9sum\xc3\xa9.txt 0\n");
  mh_out_free(&o);
}

static void test_streams_packed__goes_on_behind_damage(void **state)
{
  (void)state;
  mh_out o = {0};
  zip_entry(&o, "locked", text, TEXT, DEFLATE | LOCKED);
  zip_entry(&o, "locked too", text, TEXT, DEFLATE | LOCKED | BEHIND);
  zip_entry(&o, "wrong", text, TEXT, DEFLATE | BAD_SUM);
  zip_entry(&o, "no length", text, TEXT, BEHIND);
  mh_out_text(&o, "PK rubbish P");
  zip_entry(&o, "good", text, TEXT, DEFLATE | BEHIND);
  mh_out_text(&o, "more rubbish");
  zip_entry(&o, "cut", text, TEXT, DEFLATE);
  o.len -= 9;
  expect(&o, "! locked is encrypted\n! locked too is encrypted\n"
             "wrong 66 ! the entry is damaged: its sum is another\n"
             "no length 66\n! a header is damaged\ngood 66\n! a header is damaged\n"
             "cut 25 ! the entry ends in the middle\n"
             "! the archive ends before its directory\n");
  mh_out_free(&o);
}

static void test_streams_packed__stops_a_bomb_and_goes_on(void **state)
{
  (void)state;
  enum { MUCH = 64 << 20 };
  char *zeros = calloc(1, MUCH);
  mh_out o = {0};
  zip_entry(&o, "bomb", zeros, MUCH, DEFLATE);
  zip_entry(&o, "good", text, TEXT, DEFLATE);
  zip_end(&o);
  feed_of_bytes f = {.at = o.at, .len = o.len, .step = 4096};
  char *got = listing_of(&f);
  assert_non_null(
      strstr(got, "! the entry grows too much when it is unpacked\ngood 66\n"));
  assert_true(atoi(strchr(got, ' ')) < 4 << 20);
  free(got);
  free(zeros);
  mh_out_free(&o);
}

/* ---- tar ------------------------------------------------------------------------------------- */

static void test_streams_packed__reads_tar(void **state)
{
  (void)state;
  mh_out o = {0};
  tar_entry(&o, "dir/", "", '5');
  tar_entry(&o, "a.txt", text, '0');
  tar_entry(&o, "link", "", '2');
  tar_entry(&o, "././@LongLink", "a name that is longer/than a name may be", 'L');
  tar_entry(&o, "a name that is lon", text, '0');
  tar_entry(&o, "pax", "14 path=p.txt\n19 comment=nothing\n", 'x');
  tar_entry(&o, "other", "", '0');
  tar_entry(&o, "old.txt", text, '\0');
  tar_end(&o);
  mh_out_text(&o, "what stands behind the end");
  expect(&o,
         "a.txt 66\na name that is longer/than a name may be 66\np.txt 0\nold.txt 66\n");
  mh_out_free(&o);
}

static void test_streams_packed__survives_absurd_sizes(void **state)
{
  (void)state;
  mh_out o = {0};
  tar_entry(&o, "a.txt", text, '0');
  tar_header(&o, "huge", "777777777777", '0');
  mh_out_text(&o, text);
  expect(&o, "a.txt 66\nhuge 66 ! the archive ends in the middle of the entry\n");
  mh_out_clear(&o);
  tar_entry(&o, "a.txt", text, '0');
  tar_header(&o, "beyond", "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", '0');
  tar_header(&o, "name", "77777777777", 'L');
  tar_entry(&o, "sparse", text, 'S');
  tar_entry(&o, "b.txt", text, '0');
  expect(&o, "a.txt 66\n! a header is damaged\n! a header that tells a name is damaged\n"
             "! sparse is a sparse file\nb.txt 66\n");
  mh_out_free(&o);
}

/* ---- filters, flows ------------------------------------------------------------------------------ */

static void gzip(mh_out *o, const char *bytes, size_t len)
{
  const size_t room = len + 1000;
  Bytef *packed = malloc(room);
  z_stream z = {.next_in = (Bytef *)(uintptr_t)bytes,
                .avail_in = (uInt)len,
                .next_out = packed,
                .avail_out = (uInt)room};
  assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, 31, 9, Z_DEFAULT_STRATEGY), Z_OK);
  assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
  mh_out_bytes(o, (char *)packed, z.total_out);
  deflateEnd(&z);
  free(packed);
}

static void test_streams_packed__undoes_one_filter(void **state)
{
  (void)state;
  mh_out tar = {0}, one = {0}, two = {0};
  tar_entry(&tar, "a.txt", text, '0');
  tar_end(&tar);
  gzip(&one, tar.at, tar.len);
  expect(&one, "a.txt 66\n");
  assert_false(mh_packed_is(one.at, one.len)); /* a page may come in gzip as well */
  gzip(&two, one.at, one.len);
  char inner[40];
  snprintf(inner, sizeof inner, " %zu\n", one.len);
  expect(&two, inner);
  mh_out_free(&tar);
  mh_out_free(&one);
  mh_out_free(&two);
}

static void test_streams_packed__stops_a_packed_bomb(void **state)
{
  (void)state;
  enum { MUCH = 64 << 20 };
  char *zeros = calloc(1, MUCH);
  mh_out o = {0};
  gzip(&o, zeros, MUCH);
  feed_of_bytes f = {.at = o.at, .len = o.len, .step = 1000};
  char *got = listing_of(&f);
  assert_non_null(strstr(got, " ! it grows too much when it is unpacked\n"));
  assert_true(atoi(got) < 8 << 20);
  free(got);
  free(zeros);
  mh_out_free(&o);
}

static void test_streams_packed__tells_a_flow_that_fails(void **state)
{
  (void)state;
  mh_out o = {0};
  tar_entry(&o, "a.txt", text, '0');
  tar_entry(&o, "b.txt", text, '0');
  feed_of_bytes f = {.at = o.at, .len = o.len, .step = 1, .fail_at = 1100};
  char *got = listing_of(&f);
  assert_string_equal(got, "a.txt 66\n! reading failed\n");
  free(got);
  mh_out_free(&o);
}

static void test_streams_packed__knows_what_it_reads(void **state)
{
  (void)state;
  mh_out o = {0};
  zip_end(&o);
  assert_true(mh_packed_is(o.at, o.len));
  assert_true(mh_packed_is("\xfd"
                           "7zXZ\0\0\4\0\0",
                           10));
  assert_true(mh_packed_is("\x28\xb5\x2f\xfd\0\0\0\0\0\0", 10));
  assert_true(mh_packed_is("BZh91AY&SY", 10));
  assert_false(mh_packed_is("BZh is how a text may begin, too", 32));
  assert_false(mh_packed_is("PK", 2));
  assert_false(mh_packed_is("", 0));
  mh_packed *p;
  mh_error err;
  feed_of_bytes f = {.at = "a page", .len = 6, .step = 6};
  assert_int_equal(mh_packed_open(&p, (mh_flow){&f, give}, &err), MH_EFORMAT);
  assert_null(p);
  mh_out_free(&o);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_streams_packed__reads_zip),
      cmocka_unit_test(test_streams_packed__leaves_out_what_is_hidden),
      cmocka_unit_test(test_streams_packed__knows_old_names),
      cmocka_unit_test(test_streams_packed__goes_on_behind_damage),
      cmocka_unit_test(test_streams_packed__stops_a_bomb_and_goes_on),
      cmocka_unit_test(test_streams_packed__reads_tar),
      cmocka_unit_test(test_streams_packed__survives_absurd_sizes),
      cmocka_unit_test(test_streams_packed__undoes_one_filter),
      cmocka_unit_test(test_streams_packed__stops_a_packed_bomb),
      cmocka_unit_test(test_streams_packed__tells_a_flow_that_fails),
      cmocka_unit_test(test_streams_packed__knows_what_it_reads),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
