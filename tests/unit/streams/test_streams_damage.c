/* Web archives that are damaged: each kind is told with its place, counted, and the records
 * after it are read all the same. */
#include <stdio.h>

#include "archive.h"

/* MH_EFORMAT, MH_ELIMIT as read_all() prints them. */
#define FORMAT "!4@"
#define LIMIT  "!5@"

static void page(mh_out *to, const char *name)
{
  mh_out fields = {0};
  mh_out_fmt(
      &fields,
      "WARC-Target-URI: %s\r\nContent-Type: application/http; msgtype=response\r\n",
      name);
  add_page(to, fields.at, name);
  mh_out_free(&fields);
}

static void packed_page(mh_out *to, const char *name)
{
  mh_out o = {0};
  page(&o, name);
  pack(to, o.at, o.len, 31);
  mh_out_free(&o);
}

/* What was read: names of pages and places of errors in their order, "a !120 c | 1 bad". */
static void names(char told[4096], const mh_out *archive, size_t piece)
{
  char *all = read_all(archive->at, archive->len, piece);
  size_t n = 0;
  told[0] = '\0';
  for (char *line = strtok(all, "\n"); line; line = strtok(NULL, "\n")) {
    const char *at = strchr(line, '@');
    if (*line == '!')
      n += (size_t)snprintf(told + n, 4096 - n, "!%d ", atoi(at + 1));
    else if (strstr(line, " text/html"))
      n += (size_t)snprintf(told + n, 4096 - n, "%.*s ", (int)strcspn(line, " "), line);
    else
      snprintf(told + n, 4096 - n, "| %s", strstr(line, "no-page ") + 8);
  }
  free(all);
}

static void expect_names(const mh_out *archive, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
static void expect_names(const mh_out *archive, const char *fmt, ...)
{
  char want[4096], told[4096];
  va_list args;
  va_start(args, fmt);
  vsnprintf(want, sizeof want, fmt, args);
  va_end(args);
  static const size_t pieces[] = {SIZE_MAX, 1, 13};
  for (size_t i = 0; i < 3; i++) {
    names(told, archive, pieces[i]);
    assert_string_equal(told, want);
  }
}

/* ---- plain ------------------------------------------------------------------------------ */

static void plain_cut_off(void **state)
{
  (void)state;
  mh_out o = {0};
  page(&o, "a");
  const size_t b = o.len;
  page(&o, "b");
  const size_t whole = o.len;
  for (size_t len = b + 1; len < whole; len++) {
    const mh_out cut = {.at = o.at, .len = len};
    if (len >= whole - 4) /* nothing is missing but empty lines */
      expect_names(&cut, "a b | 0 bad");
    else
      expect_names(&cut, "a !%zu | 1 bad", b);
  }
  mh_out_free(&o);
}

static void garbage_between_plain_records(void **state)
{
  (void)state;
  mh_out o = {0};
  mh_out_text(&o, "what a proxy said\r\n");
  page(&o, "a");
  const size_t at = o.len;
  mh_out_text(&o, "noise WARC/1.0 \x1f\x8b\x08\n\n more\r\n");
  page(&o, "b");
  const size_t end = o.len;
  mh_out_bytes(&o, "\0\0\0\0", 4);
  expect_names(&o, "!0 a !%zu b !%zu | 3 bad", at, end);
  mh_out_free(&o);
}

/* A page with a length of anyone's choice. */
static void page_of_length(mh_out *o, const char *length)
{
  mh_out_fmt(o,
             "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %s\r\n\r\n"
             "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>wrong</p>\r\n\r\n",
             length);
}

static const char *const wrong_lengths[] = {"3",
                                            "39",
                                            "50",
                                            "70",
                                            "200",
                                            "1048576",
                                            "99999999",
                                            "4611686018427387903",
                                            "9999999999999999999",
                                            "-1",
                                            "x",
                                            "",
                                            "1 2"};

static void lengths_that_are_wrong(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof wrong_lengths / sizeof *wrong_lengths; i++) {
    mh_out o = {0};
    page(&o, "a");
    const size_t at = o.len;
    page_of_length(&o, wrong_lengths[i]);
    page(&o, "b");
    page(&o, "c");
    expect_names(&o, "a !%zu b c | 1 bad", at);
    mh_out_free(&o);
  }
}

/* What is no page is not kept: a wrong length of such a record, too, swallows no other. */
static void lengths_of_large_records_that_are_wrong(void **state)
{
  (void)state;
  static const char *const lengths[] = {"2000000", "99999999", "2199999", "2200040"};
  char *large = calloc(1, 2200000);
  for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
    mh_out o = {0};
    page(&o, "a");
    const size_t at = o.len;
    mh_out_fmt(&o, "WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: %s\r\n\r\n",
               lengths[i]);
    mh_out_bytes(&o, large, 2200000);
    mh_out_text(&o, "\r\n\r\n");
    page(&o, "b");
    page(&o, "c");
    char told[4096], want[4096];
    snprintf(want, sizeof want, "a !%zu b c | 1 bad", at);
    names(told, &o, 65536);
    assert_string_equal(told, want);
    mh_out_free(&o);
  }
  free(large);
}

/* A record that is larger than a page may be is told and passed over; what its block holds is
 * not taken for records. */
static void larger_than_a_page(void **state)
{
  (void)state;
  mh_out inner = {0}, o = {0};
  mh_out_text(&inner, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
  for (int i = 0; i < 1000; i++) page(&inner, "forged");
  while (inner.len <= MH_STREAMS_MAX)
    mh_out_text(&inner, "padding of some bytes and no more");
  page(&o, "a");
  const size_t at = o.len;
  add_record(&o, "response", "", inner.at, inner.len);
  page(&o, "b");
  char told[4096], want[4096];
  snprintf(want, sizeof want, "a !%zu b | 1 bad", at);
  names(told, &o, 65536);
  assert_string_equal(told, want);
  mh_out packed = {0};
  pack(&packed, o.at, o.len, 31);
  names(told, &packed, 65536);
  assert_string_equal(told, "a !0 b | 1 bad");
  mh_out_free(&inner);
  mh_out_free(&o);
  mh_out_free(&packed);
}

/* What a page holds is never taken for a record. */
static void records_inside_of_pages(void **state)
{
  (void)state;
  mh_out inner = {0}, o = {0};
  mh_out_text(&inner, "not HTTP\r\n\r\n");
  page(&inner, "forged");
  add_record(&o, "response", "", inner.at, inner.len);
  page(&o, "a");
  expect_names(&o, "!0 a | 1 bad");
  mh_out_free(&inner);
  mh_out_free(&o);
}

/* Nor where the record's length is wrong, when it has a member of its own. */
static void records_inside_of_damaged_pages(void **state)
{
  (void)state;
  mh_out plain = {0}, o = {0};
  packed_page(&o, "a");
  const size_t at = o.len;
  mh_out_text(&plain, "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\n"
                      "HTTP/1.1 200 OK\r\n\r\n<p>\r\n");
  page(&plain, "forged");
  pack(&o, plain.at, plain.len, 31);
  packed_page(&o, "b");
  expect_names(&o, "a !%zu b | 1 bad", at);
  mh_out_free(&plain);
  mh_out_free(&o);
}

static void headers_that_are_broken(void **state)
{
  (void)state;
  static const char *const heads[] = {
      "WARC/2.0\r\nWARC-Type: response\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n",
      "WARC/ \r\n\r\nabc\r\n\r\n",
      "WARC/1.0\r\nContent-Length: 3\r\n\r\nabc\r\n\r\n",
      "WARC/1.0\r\nWARC-Type: response\r\n\r\nabc\r\n\r\n",
      "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 3\r\n",
      "WARC/1.0\r\n\r\n",
      "WARC/1.0\r\n",
      "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 17\r\n\r\nHTTP/1.1 200 "
      "OK\r\n\r\n\r\n",
      "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 6\r\n\r\n<html>\r\n\r\n",
  };
  for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
    mh_out o = {0};
    page(&o, "a");
    const size_t at = o.len;
    mh_out_text(&o, heads[i]);
    page(&o, "b");
    expect_names(&o, "a !%zu b | 1 bad", at);
    mh_out_free(&o);
  }
}

static void a_header_without_end(void **state)
{
  (void)state;
  for (int lines = 0; lines < 2; lines++) {
    mh_out o = {0};
    page(&o, "a");
    const size_t at = o.len;
    mh_out_text(&o, "WARC/1.0\r\nX: ");
    for (int i = 0; i < 100000; i++)
      mh_out_text(&o, lines ? "more: of it\r\n" : "more of it");
    mh_out_text(&o, "\r\n\r\n");
    page(&o, "b");
    char told[4096], want[4096];
    snprintf(want, sizeof want, "a !%zu b | 1 bad", at);
    names(told, &o, 1000);
    assert_string_equal(told, want);
    mh_out_free(&o);
  }
}

/* ---- packed ------------------------------------------------------------------------------ */

/* Wherever a member is cut, the one behind it is found. */
static void a_member_that_is_cut_off(void **state)
{
  (void)state;
  mh_out b = {0};
  packed_page(&b, "b");
  for (size_t len = 1; len < b.len; len++) {
    mh_out o = {0};
    packed_page(&o, "a");
    const size_t at = o.len;
    mh_out_bytes(&o, b.at, len);
    packed_page(&o, "c");
    packed_page(&o, "d");
    char told[4096], want[4096];
    snprintf(want, sizeof want, "a !%zu c d | 1 bad", at);
    names(told, &o, len % 2 ? 1 : SIZE_MAX);
    assert_string_equal(told, want);
    mh_out_free(&o);
  }
  mh_out_free(&b);
}

/* Each bit of a member is turned: the pages around it come whatever happens to it. */
static void a_member_with_a_wrong_bit(void **state)
{
  (void)state;
  mh_out o = {0};
  packed_page(&o, "a");
  const size_t at = o.len;
  packed_page(&o, "b");
  const size_t end = o.len;
  packed_page(&o, "c");
  int bad = 0;
  for (size_t bit = at * 8; bit < end * 8; bit++) {
    o.at[bit / 8] ^= (char)(1 << bit % 8);
    char told[4096];
    names(told, &o, SIZE_MAX);
    assert_memory_equal(told, "a ", 2);
    assert_non_null(strstr(told, "c |"));
    bad += !strstr(told, " b ");
    assert_true((strstr(told, " 0 bad") == NULL) == (strstr(told, " b ") == NULL));
    o.at[bit / 8] ^= (char)(1 << bit % 8);
  }
  assert_true(bad > (int)(end - at) * 7); /* all but some of the member's header matter */
  mh_out_free(&o);
}

static void a_packed_file_that_is_cut_off(void **state)
{
  (void)state;
  mh_out o = {0};
  packed_page(&o, "a");
  const size_t at = o.len;
  packed_page(&o, "b");
  for (size_t len = at + 1; len < o.len; len++) {
    const mh_out cut = {.at = o.at, .len = len};
    expect_names(&cut, "a !%zu | 1 bad", at);
  }
  mh_out_free(&o);
}

static void garbage_between_members(void **state)
{
  (void)state;
  mh_out o = {0}, other = {0};
  pack(&other, "no record at all", 16, 31);
  mh_out_text(&o, "begins wrongly\n");
  const size_t first = o.len;
  packed_page(&o, "a");
  const size_t second = o.len;
  mh_out_text(&o, "\x1f\x8b\x08\x1f\x8b\x08 noise\nWARC/1.0\r\n");
  packed_page(&o, "b");
  const size_t third = o.len;
  mh_out_bytes(&o, other.at, other.len);
  packed_page(&o, "c");
  (void)first;
  expect_names(&o, "!0 a !%zu b !%zu c | 3 bad", second, third);
  mh_out_free(&o);
  mh_out_free(&other);
}

/* In a member of its own a wrong length harms no other record. */
static void wrong_lengths_in_members(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof wrong_lengths / sizeof *wrong_lengths; i++) {
    mh_out o = {0}, b = {0};
    packed_page(&o, "a");
    const size_t at = o.len;
    page_of_length(&b, wrong_lengths[i]);
    pack(&o, b.at, b.len, 31);
    packed_page(&o, "c");
    expect_names(&o, "a !%zu c | 1 bad", at);
    mh_out_free(&o);
    mh_out_free(&b);
  }
}

static void a_bomb_in_a_member(void **state)
{
  (void)state;
  const size_t len = 200u << 20;
  mh_out o = {0}, block = {0};
  packed_page(&o, "a");
  const size_t at = o.len;
  mh_out_fmt(&block, "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %zu\r\n\r\n",
             len);
  char *zeros = calloc(1, len + block.len);
  memcpy(zeros, block.at, block.len);
  pack(&o, zeros, len + block.len, 31);
  free(zeros);
  packed_page(&o, "c");
  char told[4096], want[4096];
  snprintf(want, sizeof want, "a !%zu c | 1 bad", at);
  names(told, &o, SIZE_MAX);
  assert_string_equal(told, want);
  mh_out_free(&o);
  mh_out_free(&block);
}

/* ---- inside of HTTP ------------------------------------------------------------------------ */

static void a_bomb_in_a_body(void **state)
{
  (void)state;
  static const int bits[] = {31, 15, -15};
  char *zeros = calloc(1, 64u << 20);
  for (int i = 0; i < 3; i++) {
    mh_out o = {0}, packed = {0};
    pack(&packed, zeros, 64u << 20, bits[i]);
    add_response(&o, "",
                 i ? HTML "Content-Encoding: deflate\r\n"
                   : HTML "Content-Encoding: gzip\r\n",
                 packed.at, packed.len);
    page(&o, "b");
    char *all = read_all(o.at, o.len, SIZE_MAX);
    assert_memory_equal(all, LIMIT "0 a body that unpacks", 20);
    assert_non_null(strstr(all, "\nb text/html b\n2 records 1 pages"));
    free(all);
    mh_out_free(&o);
    mh_out_free(&packed);
  }
  free(zeros);
}

/* Exactly what is allowed, and one byte more. */
static void the_largest_body(void **state)
{
  (void)state;
  char *body = malloc(MH_STREAMS_MAX + 1);
  for (size_t i = 0; i <= MH_STREAMS_MAX; i++) body[i] = (char)('a' + i * i / 97 % 13);
  for (size_t more = 0; more < 2; more++) {
    mh_out o = {0}, packed = {0};
    pack(&packed, body, MH_STREAMS_MAX + more, 31);
    add_response(&o, "", HTML "Content-Encoding: gzip\r\n", packed.at, packed.len);
    char *all = read_all(o.at, o.len, SIZE_MAX);
    assert_non_null(strstr(all, more ? " 0 pages" : " 1 pages"));
    assert_true((strncmp(all, LIMIT "0", 4) == 0) == (more == 1));
    free(all);
    mh_out_free(&o);
    mh_out_free(&packed);
  }
  free(body);
}

static void a_body_with_a_wrong_bit(void **state)
{
  (void)state;
  mh_out o = {0}, packed = {0};
  pack(&packed, "<p>page</p>", 11, 31);
  packed.at[packed.len - 6] ^= 1; /* of the checksum */
  add_response(&o, "", HTML "Content-Encoding: gzip\r\n", packed.at, packed.len);
  page(&o, "b");
  expect(&o, FORMAT "0 the body is damaged: it is no gzip\nb text/html b\n"
                    "2 records 1 pages 0 other 0 not-ok 0 no-page 1 bad");
  mh_out_free(&o);
  mh_out_free(&packed);
}

/* ---- the flow ------------------------------------------------------------------------------- */

static void a_flow_that_fails(void **state)
{
  (void)state;
  mh_out o = {0};
  page(&o, "a");
  page(&o, "b");
  memory m = {.at = o.at, .len = o.len, .piece = 50, .fail_after = o.len - 20};
  mh_warc *w;
  mh_warc_page p;
  mh_error err;
  bool end;
  assert_int_equal(mh_warc_open(&w, (mh_flow){&m, memory_read, NULL}, 0, NULL), MH_OK);
  assert_int_equal(mh_warc_next(&p, &end, w, &err), MH_OK);
  for (int i = 0; i < 3; i++) assert_int_equal(mh_warc_next(&p, &end, w, &err), MH_EIO);
  assert_false(end);
  mh_warc_free(w);
  mh_out_free(&o);
}

static void nothing_at_all(void **state)
{
  (void)state;
  mh_out o = {0};
  mh_out_text(&o, "");
  expect(&o, "0 records 0 pages 0 other 0 not-ok 0 no-page 0 bad");
  mh_out_text(&o, "\r\n\n\r\n");
  expect(&o, "0 records 0 pages 0 other 0 not-ok 0 no-page 0 bad");
  mh_out_text(&o, "W");
  expect(&o, FORMAT "5 bytes that are no record\n"
                    "0 records 0 pages 0 other 0 not-ok 0 no-page 1 bad");
  mh_out_free(&o);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(plain_cut_off),
      cmocka_unit_test(garbage_between_plain_records),
      cmocka_unit_test(lengths_that_are_wrong),
      cmocka_unit_test(lengths_of_large_records_that_are_wrong),
      cmocka_unit_test(larger_than_a_page),
      cmocka_unit_test(records_inside_of_pages),
      cmocka_unit_test(records_inside_of_damaged_pages),
      cmocka_unit_test(headers_that_are_broken),
      cmocka_unit_test(a_header_without_end),
      cmocka_unit_test(a_member_that_is_cut_off),
      cmocka_unit_test(a_member_with_a_wrong_bit),
      cmocka_unit_test(a_packed_file_that_is_cut_off),
      cmocka_unit_test(garbage_between_members),
      cmocka_unit_test(wrong_lengths_in_members),
      cmocka_unit_test(a_bomb_in_a_member),
      cmocka_unit_test(a_bomb_in_a_body),
      cmocka_unit_test(the_largest_body),
      cmocka_unit_test(a_body_with_a_wrong_bit),
      cmocka_unit_test(a_flow_that_fails),
      cmocka_unit_test(nothing_at_all),
  };
  return cmocka_run_group_tests_name("streams_damage", tests, NULL, NULL);
}
