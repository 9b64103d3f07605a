/* Items come whole and in order whatever the input, a parser that falls takes one report with
 * it at most, and what it writes is not believed. */
#define _GNU_SOURCE
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "src/intake/inside.h"

/* Lines of JSON, n of them, in a file that lies in memory. */
static int lines_file(unsigned n)
{
  const int fd = memfd_create("lines", 0);
  assert_true(fd >= 0);
  for (unsigned i = 0; i < n; i++)
    assert_true(dprintf(fd,
                        "{\"id\":\"%u\",\"title\":\"عنوان\",\"published\":\"2024-05-06\","
                        "\"text\":\"قال الوزير إن اللقاء رقم %u كان مفيدا للطرفين.\"}\n",
                        i, i) > 0);
  assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
  return fd;
}

static const mh_intake_item *next(mh_intake *in)
{
  const mh_intake_item *is;
  mh_error err = {0};
  mh_status st;
  do st = mh_intake_next(&is, in, &err);
  while (st == MH_EBUSY);
  if (st != MH_OK) fail_msg("%s", err.text);
  return is;
}

static mh_intake *open_intake(void)
{
  mh_intake *in;
  mh_error err = {0};
  if (mh_intake_open(&in, &err) != MH_OK) fail_msg("%s", err.text);
  return in;
}

static void begin(mh_intake *in, int fd, const mh_intake_ask *ask)
{
  mh_error err = {0};
  if (mh_intake_file(in, fd, ask, &err) != MH_OK) fail_msg("%s", err.text);
}

static void test_intake__lines_in_order_with_their_places(void **state)
{
  (void)state;
  mh_intake *in = open_intake();
  const int fd = lines_file(3000);
  const mh_intake_ask ask = {.bytes = true};
  unsigned n = 0;
  begin(in, fd, &ask);
  for (const mh_intake_item *is; (is = next(in)); n++) {
    assert_non_null(is->article);
    assert_int_equal(atoi(is->article->id), n);
    assert_int_equal(is->line, n + 1);
    assert_int_equal(is->format, MH_FORMAT_JSONL);
    assert_true(is->resumable);
    assert_true(is->bytes[0] == '{' && is->bytes[is->len - 1] == '}');
    char byte;
    assert_int_equal(pread(fd, &byte, 1, (off_t)is->offset), 1);
    assert_int_equal(byte, '{');
  }
  assert_int_equal(n, 3000);
  assert_null(next(in)); /* the end stays the end */
  close(fd);
  mh_intake_close(in);
}

static void test_intake__goes_on_behind_an_item(void **state)
{
  (void)state;
  mh_intake *in = open_intake();
  const int fd = lines_file(100);
  begin(in, fd, NULL);
  const mh_intake_item *is = NULL;
  for (int i = 0; i < 41; i++) is = next(in);
  const mh_intake_ask ask = {.from = is->offset, .line = is->line - 1, .skip = true};
  begin(in, fd, &ask); /* in the middle: what was begun is left */
  for (unsigned i = 41; i < 100; i++) {
    is = next(in);
    assert_int_equal(atoi(is->article->id), i);
    assert_int_equal(is->line, i + 1);
  }
  assert_null(next(in));
  close(fd);
  mh_intake_close(in);
}

/* The children of this process. */
static void kill_parsers(void)
{
  char path[64], list[256] = {0};
  snprintf(path, sizeof path, "/proc/self/task/%d/children", (int)getpid());
  FILE *f = fopen(path, "r");
  if (!f) skip();
  const size_t n = fread(list, 1, sizeof list - 1, f);
  fclose(f);
  assert_true(n > 0);
  for (char *at = list, *end; *at; at = end) {
    const long id = strtol(at, &end, 10);
    if (end == at) break;
    kill((pid_t)id, SIGKILL);
  }
}

static void test_intake__a_fall_costs_one_report_at_most(void **state)
{
  enum { N = 60000 };
  (void)state;
  mh_intake *in = open_intake();
  const int fd = lines_file(N);
  unsigned seen = 0, told = 0, last = 0;
  begin(in, fd, NULL);
  for (const mh_intake_item *is; (is = next(in));) {
    if (!is->article) {
      told++;
      assert_int_equal(is->err.code, MH_EFORMAT);
      continue;
    }
    const unsigned id = (unsigned)atoi(is->article->id);
    assert_true(seen == 0 || id > last); /* nothing twice */
    last = id;
    if (++seen == 100 || seen == 20000) kill_parsers();
  }
  assert_true(told >= 1 && told <= 2);
  assert_true(seen + told >= N && seen <= N);
  assert_int_equal(last, N - 1);
  close(fd);
  mh_intake_close(in);
}

static void test_intake__a_fall_in_one_report_leaves_the_next(void **state)
{
  (void)state;
  mh_intake *in = open_intake();
  mh_error err = {0};
  const mh_intake_item *is;
  kill_parsers();
  usleep(20000);
  static const char text[] = "قال الوزير إن بلاده ملتزمة بالاتفاق الذي وقعه الطرفان أمس.";
  assert_int_equal(mh_intake_bytes(in, text, sizeof text - 1, NULL, &err), MH_OK);
  for (int i = 0; i < 3 && !((is = next(in)) && is->article); i++)
    assert_int_equal(mh_intake_bytes(in, text, sizeof text - 1, NULL, &err), MH_OK);
  assert_non_null(is);
  assert_string_equal(is->article->text, text);
  mh_intake_close(in);
}

static void test_intake__frames_are_not_believed(void **state)
{
  static const mh_intake_counts none;
  static const mh_span headings[] = {{0, 4}};
  const mh_article x = {.id = "1",
                        .title = "t",
                        .text = "head\nbody",
                        .len = 9,
                        .headings = headings,
                        .n_headings = 1};
  const mh_intake_item item = {.format = MH_FORMAT_HTML, .bytes = "<p>", .len = 3};
  mh_out o = {0};
  mh_intake__frame f;
  (void)state;
  mh_intake__put(&o, MH_INTAKE__ITEM, &item, &x, &none);
  assert_true(mh_intake__get(&f, o.at, o.len));
  assert_string_equal(f.article.text, "head\nbody");
  assert_int_equal(f.item.len, 3);
  for (size_t i = 0; i < o.len; i++) /* shorter ones */
    if (i % 8 == 0) assert_false(mh_intake__get(&f, o.at, i));
  unsigned refused = 0;
  for (size_t i = 0; i < o.len;
       i++) { /* each byte another one: no fault, and often refused */
    o.at[i] ^= 0x5a;
    refused += !mh_intake__get(&f, o.at, o.len);
    o.at[i] ^= 0x5a;
  }
  assert_true(refused > 20);
  mh_out_free(&o);
}

/* Is a frame with this article believed? */
static bool is_believed(const mh_article *x)
{
  static const mh_intake_counts none;
  const mh_intake_item item = {.format = MH_FORMAT_TEXT};
  mh_out o = {0};
  mh_intake__frame f;
  mh_intake__put(&o, MH_INTAKE__ITEM, &item, x, &none);
  const bool is = mh_intake__get(&f, o.at, o.len);
  mh_out_free(&o);
  return is;
}

static void test_intake__a_heading_must_be_a_line(void **state)
{
  static const mh_span bad[] = {{0, 3}, {5, 9}, {UINT32_MAX, 2}, {0, 0}};
  (void)state;
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    assert_false(is_believed(&(mh_article){
        .text = "head\nbody", .len = 9, .headings = &bad[i], .n_headings = 1}));
}

static void test_intake__no_line_may_be_empty(void **state)
{
  static const char *const bad[] = {"\nbody", "body\n", "head\n\nbody", "\n", ""};
  (void)state;
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    assert_false(
        is_believed(&(mh_article){.text = bad[i], .len = (uint32_t)strlen(bad[i])}));
  assert_true(is_believed(&(mh_article){.text = "head\nbody", .len = 9}));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_intake__lines_in_order_with_their_places),
      cmocka_unit_test(test_intake__goes_on_behind_an_item),
      cmocka_unit_test(test_intake__a_fall_costs_one_report_at_most),
      cmocka_unit_test(test_intake__a_fall_in_one_report_leaves_the_next),
      cmocka_unit_test(test_intake__frames_are_not_believed),
      cmocka_unit_test(test_intake__a_heading_must_be_a_line),
      cmocka_unit_test(test_intake__no_line_may_be_empty)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
