/* Web archives as they should be: forms, types, what HTTP wraps a page in. */
#include <stdio.h>

#include "archive.h"

/* Pack each record of `plain` that begins with a line "WARC/" into a member of its own. */
static void pack_records(mh_out *to, const mh_out *plain)
{
  const char *at = plain->at, *end = plain->at + plain->len;
  while (at < end) {
    const char *next = strstr(at + 1, "\r\n\r\nWARC/1.0\r\nWARC-Type");
    next = next ? next + 4 : end;
    pack(to, at, (size_t)(next - at), 31);
    at = next;
  }
}

static void three_records(mh_out *plain)
{
  add_record(plain, "warcinfo", "Content-Type: application/warc-fields\r\n", "a: b\r\n",
             6);
  add_page(plain, URL("1"), "<p>one</p>");
  add_page(plain, URL("2"), "<p>two</p>");
}

static const char three_told[] = "https://news.example/1 text/html <p>one</p>\n"
                                 "https://news.example/2 text/html <p>two</p>\n"
                                 "3 records 2 pages 1 other 0 not-ok 0 no-page 0 bad";

static void plain_archive(void **state)
{
  (void)state;
  mh_out o = {0};
  three_records(&o);
  expect(&o, three_told);
  mh_out_free(&o);
}

static void a_member_each(void **state)
{
  (void)state;
  mh_out o = {0}, packed = {0};
  three_records(&o);
  pack_records(&packed, &o);
  expect(&packed, three_told);
  mh_out_free(&o);
  mh_out_free(&packed);
}

static void all_in_one_member(void **state)
{
  (void)state;
  mh_out o = {0}, packed = {0};
  three_records(&o);
  pack(&packed, o.at, o.len, 31);
  expect(&packed, three_told);
  mh_out_free(&o);
  mh_out_free(&packed);
}

/* Members may end anywhere: every place to cut in two is tried. */
static void members_that_end_inside_of_records(void **state)
{
  (void)state;
  mh_out o = {0}, packed = {0};
  three_records(&o);
  for (size_t cut = 1; cut < o.len; cut++) {
    mh_out_clear(&packed);
    pack(&packed, o.at, cut, 31);
    pack(&packed, o.at + cut, o.len - cut, 31);
    char *all = read_all(packed.at, packed.len, SIZE_MAX);
    assert_string_equal(all, three_told);
    free(all);
  }
  mh_out_free(&o);
  mh_out_free(&packed);
}

/* Reading can begin at the offset of any page, and gives the rest. */
static void goes_on_at_an_offset(void **state)
{
  (void)state;
  mh_out o = {0}, packed = {0};
  three_records(&o);
  pack_records(&packed, &o);
  mh_out *both[] = {&o, &packed};
  for (int i = 0; i < 2; i++) {
    memory m = {.at = both[i]->at, .len = both[i]->len, .piece = 100};
    mh_warc *w;
    mh_warc_page page;
    bool end;
    assert_int_equal(mh_warc_open(&w, (mh_flow){&m, memory_read}, 0, NULL), MH_OK);
    assert_int_equal(mh_warc_next(&page, &end, w, NULL), MH_OK);
    assert_int_equal(mh_warc_next(&page, &end, w, NULL), MH_OK);
    const uint64_t at = page.offset;
    assert_true(at > 0 && page.inside == 0);
    mh_warc_free(w);
    m = (memory){.at = both[i]->at + at, .len = both[i]->len - at, .piece = 100};
    assert_int_equal(mh_warc_open(&w, (mh_flow){&m, memory_read}, at, NULL), MH_OK);
    assert_int_equal(mh_warc_next(&page, &end, w, NULL), MH_OK);
    assert_string_equal(page.url, "https://news.example/2");
    assert_int_equal(page.offset, at);
    assert_int_equal(mh_warc_next(&page, &end, w, NULL), MH_OK);
    assert_true(end);
    mh_warc_free(w);
  }
  mh_out_free(&o);
  mh_out_free(&packed);
}

/* Records that share a member share its offset, and tell how far inside of it they begin. */
static void places_within_a_member(void **state)
{
  (void)state;
  mh_out o = {0}, packed = {0};
  three_records(&o);
  pack(&packed, o.at, o.len, 31);
  memory m = {.at = packed.at, .len = packed.len, .piece = 100};
  mh_warc *w;
  mh_warc_page page;
  bool end;
  assert_int_equal(mh_warc_open(&w, (mh_flow){&m, memory_read}, 0, NULL), MH_OK);
  for (int i = 1; i <= 2; i++) {
    assert_int_equal(mh_warc_next(&page, &end, w, NULL), MH_OK);
    assert_int_equal(page.offset, 0);
    assert_true(page.inside > 0 && page.inside < o.len);
    assert_memory_equal(o.at + page.inside, "WARC/1.0\r\nWARC-Type: response", 29);
    char url[64];
    snprintf(url, sizeof url, "news.example/%d\r\n", i);
    assert_non_null(strstr(o.at + page.inside, url));
  }
  mh_warc_free(w);
  mh_out_free(&o);
  mh_out_free(&packed);
}

static void what_a_page_tells(void **state)
{
  (void)state;
  mh_out o = {0};
  add_page(&o, URL("1"), "<p>x</p>");
  memory m = {.at = o.at, .len = o.len, .piece = 9};
  mh_warc *w;
  mh_warc_page page;
  bool end;
  assert_int_equal(mh_warc_open(&w, (mh_flow){&m, memory_read}, 700, NULL), MH_OK);
  assert_int_equal(mh_warc_next(&page, &end, w, NULL), MH_OK);
  assert_string_equal(page.retrieved, "2024-03-05T10:20:30Z");
  assert_string_equal(page.charset, "windows-1256");
  assert_int_equal(page.offset, 700);
  assert_int_equal(page.len, 8);
  mh_warc_free(w);
  mh_out_free(&o);
}

static void types_of_records(void **state)
{
  (void)state;
  static const char *const others[] = {"request", "metadata", "revisit", "continuation",
                                       "x"};
  mh_out o = {0};
  for (int i = 0; i < 5; i++)
    add_record(&o, others[i], URL("o"), "HTTP/1.1 200 OK\r\n\r\n", 19);
  add_record(&o, "resource",
             "WARC-Target-URI: file:///a.html\r\nContent-Type: Text/HTML\r\n", "<p>r</p>",
             8);
  add_record(&o, "conversion",
             "WARC-Target-URI: https://news.example/wet\r\nContent-Type: text/plain\r\n",
             "wet", 3);
  add_record(&o, "resource", "Content-Type: image/png\r\n", "\x89PNG", 4);
  add_record(&o, "response", "WARC-Target-URI: dns:a\r\nContent-Type: text/dns\r\n",
             "1.2.3.4", 7);
  expect(&o, "file:///a.html text/html <p>r</p>\n"
             "https://news.example/wet text/plain wet\n"
             "9 records 2 pages 5 other 0 not-ok 2 no-page 0 bad");
  mh_out_free(&o);
}

static void status_and_type_of_http(void **state)
{
  (void)state;
  mh_out o = {0};
  const char *moved = "HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\nx";
  add_record(&o, "response", URL("1"), moved, strlen(moved));
  const char *two = "HTTP/2 200\r\ncontent-type: text/html\r\n\r\ntwo";
  add_record(&o, "response", URL("2"), two, strlen(two));
  add_response(&o, URL("3"), "Content-Type: image/jpeg\r\n", "\xff\xd8", 2);
  add_response(&o, URL("4"), "", "<p>untold</p>", 13);
  add_response(&o, URL("5"), "", "\0\1\2", 3);
  add_response(&o, URL("6"), "Content-Type: application/rss+xml\r\n", "<rss/>", 6);
  add_response(&o, URL("7"), HTML, "", 0);
  expect(&o, "https://news.example/2 text/html two\n"
             "https://news.example/4  <p>untold</p>\n"
             "https://news.example/6 application/rss+xml <rss/>\n"
             "7 records 3 pages 0 other 1 not-ok 3 no-page 0 bad");
  mh_out_free(&o);
}

static void headers_as_they_are_found(void **state)
{
  (void)state;
  mh_out o = {0};
  const char *http = "HTTP/1.0 200\n"
                     "no field\n: no name\n"
                     "CONTENT-type :\n\ttext/html ;\n  Charset = \"UTF-8\"\n"
                     "Content-Type: image/png\n\n<p>lf</p>";
  mh_out_fmt(
      &o,
      "\n\nWARC/1.1\nwarc-type:response\nWARC-Target-URI: <https://news.example/a b>\n"
      "WARC-Date: yesterday\ncontent-length:%zu\n\n%s\n\n",
      strlen(http), http);
  expect(&o, "https://news.example/a%20b text/html <p>lf</p>\n"
             "1 records 1 pages 0 other 0 not-ok 0 no-page 0 bad");
  mh_out_clear(&o);
  add_page(&o, "WARC-Target-URI: https://x.example/\xd8\xb3\xff\r\n", "bytes");
  add_page(&o, "", "no address");
  expect(&o, "https://x.example/%D8%B3%FF text/html bytes\n"
             " text/html no address\n"
             "2 records 2 pages 0 other 0 not-ok 0 no-page 0 bad");
  mh_out_free(&o);
}

/* ---- what HTTP wraps a page in ----------------------------------------------------------- */

static void chunks(void **state)
{
  (void)state;
  static const char http[] = HTML "Transfer-Encoding: Chunked\r\n";
  static const char *const bodies[] = {
      "4\r\n<p>a\r\n5;x=y\r\nbc</p\r\n1\r\n>\r\n0\r\nTrailer: x\r\n\r\n",
      "4\n<p>a\n6 \nbc</p>\n0\n\n",
      "<p>never in chunks</p>",
      "4\r\n<p>a\r\n6\r\nbc",
      "4\r\n<p>a\r\nzz",
      "ffffffffffffffffff\r\n<p>",
  };
  mh_out o = {0};
  for (int i = 0; i < 6; i++)
    add_response(&o, URL("c"), http, bodies[i], strlen(bodies[i]));
  expect(&o, "https://news.example/c text/html <p>abc</p>\n"
             "https://news.example/c text/html <p>abc</p>\n"
             "https://news.example/c text/html <p>never in chunks</p>\n"
             "https://news.example/c text/html cut <p>abc\n"
             "https://news.example/c text/html cut <p>a\n"
             "https://news.example/c text/html ffffffffffffffffff\r\n<p>\n"
             "6 records 6 pages 0 other 0 not-ok 0 no-page 0 bad");
  mh_out_free(&o);
}

static void add_packed(mh_out *to, const char *coding, const char *body, int bits)
{
  mh_out packed = {0};
  pack(&packed, body, strlen(body), bits);
  mh_out http = {0};
  mh_out_fmt(&http, HTML "Content-Encoding: %s\r\n", coding);
  add_response(to, URL("e"), http.at, packed.at, packed.len);
  mh_out_free(&packed);
  mh_out_free(&http);
}

static void content_encodings(void **state)
{
  (void)state;
  static const char brotli[] = "\x0b\x04\x80<p>brotli\x03";
  static const char zstd[] = "\x28\xb5\x2f\xfd\x20\x07\x39\x00\x00<p>zstd";
  mh_out o = {0}, twice = {0};
  add_packed(&o, "gzip", "<p>gzip", 31);
  add_packed(&o, "X-GZip", "<p>x-gzip", 31);
  add_packed(&o, "deflate", "<p>wrapped", 15);
  add_packed(&o, "identity, deflate", "<p>raw", -15);
  add_response(&o, URL("e"), HTML "Content-Encoding: br\r\n", brotli, sizeof brotli - 1);
  add_response(&o, URL("e"), HTML "Content-Encoding: zstd\r\n", zstd, sizeof zstd - 1);
  add_response(&o, URL("e"), HTML "Content-Encoding: gzip\r\n", "<p>not packed", 13);
  add_response(&o, URL("e"), HTML "Content-Encoding: UTF-8\r\n", "<p>no coding", 12);
  add_response(&o, URL("e"), HTML "Content-Encoding: lzma\r\n", "\0\1\2", 3);
  add_response(&o, URL("e"), HTML "Content-Encoding: gzip\r\n",
               "\x1f\x8b\x08\0\0\0\0\0\0\3\xff\xff", 12);
  pack(&twice, "<p>twice", 8, 31);
  mh_out again = {0};
  pack(&again, twice.at, twice.len, 15);
  add_response(&o, URL("e"), HTML "Content-Encoding: gzip, deflate\r\n", again.at,
               again.len);
  char *all = read_all(o.at, o.len, 11);
  assert_non_null(strstr(all, "html <p>gzip\n"));
  assert_non_null(strstr(all, "html <p>x-gzip\n"));
  assert_non_null(strstr(all, "html <p>wrapped\n"));
  assert_non_null(strstr(all, "html <p>raw\n"));
  assert_non_null(strstr(all, "html <p>brotli\n"));
  assert_non_null(strstr(all, "html <p>zstd\n"));
  assert_non_null(strstr(all, "html <p>not packed\n"));
  assert_non_null(strstr(all, "html <p>no coding\n"));
  assert_non_null(strstr(all, "html <p>twice\n"));
  assert_non_null(strstr(all, "a content encoding that is not known: lzma\n"));
  assert_non_null(strstr(all, "the body is damaged: it is no gzip\n"));
  assert_non_null(strstr(all, "11 records 9 pages 0 other 0 not-ok 0 no-page 2 bad"));
  free(all);
  mh_out_free(&o);
  mh_out_free(&twice);
  mh_out_free(&again);
}

/* A body whose sender broke off is handed on as far as it came, and says so. */
static void a_body_that_breaks_off(void **state)
{
  (void)state;
  mh_out o = {0}, packed = {0};
  add_response(&o, URL("l"), HTML "Content-Length: 900\r\n", "<p>long", 7);
  add_response(&o, URL("s"), HTML "Content-Length: 2\r\n", "<p>short", 8);
  add_page(&o, URL("t") "WARC-Truncated: length\r\n", "<p>told");
  pack(&packed, "<p>packed and cut", 17, 31);
  add_response(&o, URL("p"), HTML "Content-Encoding: gzip\r\n", packed.at,
               packed.len - 4);
  expect(&o, "https://news.example/l text/html cut <p>long\n"
             "https://news.example/s text/html <p>short\n"
             "https://news.example/t text/html cut <p>told\n"
             "https://news.example/p text/html cut <p>packed and cut\n"
             "4 records 4 pages 0 other 0 not-ok 0 no-page 0 bad");
  mh_out_free(&o);
  mh_out_free(&packed);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(plain_archive),
      cmocka_unit_test(a_member_each),
      cmocka_unit_test(all_in_one_member),
      cmocka_unit_test(members_that_end_inside_of_records),
      cmocka_unit_test(goes_on_at_an_offset),
      cmocka_unit_test(places_within_a_member),
      cmocka_unit_test(what_a_page_tells),
      cmocka_unit_test(types_of_records),
      cmocka_unit_test(status_and_type_of_http),
      cmocka_unit_test(headers_as_they_are_found),
      cmocka_unit_test(chunks),
      cmocka_unit_test(content_encodings),
      cmocka_unit_test(a_body_that_breaks_off),
  };
  return cmocka_run_group_tests_name("streams_warc", tests, NULL, NULL);
}
