/* What cases cannot say of the page room: limits, error positions, memory that runs out,
 * and laws that hold for any page. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "src/page/page.h"

static const char plain[] =
    "Ministers agree on a new ferry line\n\nBy: Rana Aziz\n21/07/2022\n\n"
    "The ministers agreed on Thursday that a ferry line would open in the spring.\n\n"
    "A line of its own\n\n"
    "They said that a committee would meet every month in either of the two capitals.\n"
    "\xd8\xa7\xd9\x84\xd8\xb4\xd8\xb1\xd9\x91\xd9\x8e\xd8\xa7\xd9\x83\xd8\xa9.\n"
    "back to top\n";
static const char json[] =
    "{\"title\":\"A\",\"published\":\"21/7/2022\",\"byline\":\"B\",\"text\":"
    "\"One sentence that is long enough to be one.\\nShort heading\\nAnother sentence "
    "that "
    "is long enough, too. \\u0627\\u0653\"}";

typedef mh_status reader(mh_article *, mh_arena *, const char *, size_t, mh_error *);

static void test_page_plain__reads_the_parts(void **state)
{
  (void)state;
  mh_arena a = {0};
  mh_article x;
  assert_int_equal(mh_page_plain(&x, &a, plain, sizeof plain - 1, NULL), MH_OK);
  assert_string_equal(x.title, "Ministers agree on a new ferry line");
  assert_string_equal(x.byline, "Rana Aziz");
  assert_string_equal(x.published, "2022-07-21");
  assert_int_equal(x.n_headings, 1);
  assert_memory_equal(x.text + x.headings[0].at, "A line of its own", 17);
  assert_int_equal(x.text[x.len], 0);
  assert_null(strstr(x.text, "back to top"));
  mh_arena_free(&a);
}

/* Memory request 1, 2, 3 ... fails until a run succeeds. */
static void starve(reader *read, const char *bytes, size_t len)
{
  for (uint64_t n = 1;; n++) {
    mh_arena a = {.fail_at = n};
    mh_article x;
    mh_error err;
    const mh_status s = read(&x, &a, bytes, len, &err);
    const bool reached = a.takes >= n;
    if (s != MH_OK) {
      assert_int_equal(s, MH_ENOMEM);
      assert_int_equal(err.code, MH_ENOMEM);
      assert_null(x.text);
    }
    mh_arena_free(&a);
    assert_true(n < 10000);
    if (!reached) {
      assert_int_equal(s, MH_OK);
      return;
    }
  }
}

static void test_page_plain__survives_without_memory(void **state)
{
  (void)state;
  starve(mh_page_plain, plain, sizeof plain - 1);
}

static void test_page_json__survives_without_memory(void **state)
{
  (void)state;
  starve(mh_page_json, json, sizeof json - 1);
}

static void expect_fail(reader *read, const char *bytes, size_t len, mh_status code,
                        uint64_t at)
{
  mh_arena a = {0};
  mh_article x;
  mh_error err;
  assert_int_equal(read(&x, &a, bytes, len, &err), code);
  assert_int_equal(err.code, code);
  assert_int_equal(err.at, at);
  assert_true(err.text[0] != '\0');
  assert_null(x.text);
  mh_arena_free(&a);
}

static void test_page_plain__names_the_byte(void **state)
{
  (void)state;
  expect_fail(mh_page_plain, "ab\0\1c\2", 6, MH_EENCODING, 2);
  expect_fail(mh_page_plain, "\x89PNG\r\n\x1a\n...", 11, MH_EENCODING, 0);
  expect_fail(mh_page_plain, "", 0, MH_EEMPTY, 0);
  expect_fail(mh_page_plain, " \n\t ", 4, MH_EEMPTY, 0);
  expect_fail(mh_page_plain, "  <html><p>x</p>", 16, MH_EFORMAT, 2);
}

static void test_page_json__names_the_byte(void **state)
{
  (void)state;
  expect_fail(mh_page_json, "{\"text\":\"a\xff\"}", 13, MH_EENCODING, 10);
  expect_fail(mh_page_json, "{\"text\":tru}", 12, MH_EFORMAT, 8);
  expect_fail(mh_page_json, "{\"text\":\"a\"} x", 14, MH_EFORMAT, 13);
  expect_fail(mh_page_json, "{\"text\":\"a\\u0000\"}", 18, MH_EFORMAT, 10);
  expect_fail(mh_page_json, "[1]", 3, MH_EFORMAT, 0);
  expect_fail(mh_page_json, "{\"id\":1,\"text\":\"a\"}", 19, MH_EFORMAT, 0);
}

/* A backslash that is itself escaped does not make what follows it a NUL. */
static void test_page_json__escaped_backslash_is_no_nul(void **state)
{
  (void)state;
  mh_arena a = {0};
  mh_article x;
  const char *line = "{\"text\":\"a\\\\u0000 b\"}";
  assert_int_equal(mh_page_json(&x, &a, line, strlen(line), NULL), MH_OK);
  assert_string_equal(x.text, "a\\u0000 b");
  mh_arena_free(&a);
}

static void test_page_json__deep_nesting_is_refused(void **state)
{
  (void)state;
  enum { DEEP = 200000 };
  char *line = malloc(DEEP + 16);
  assert_non_null(line);
  memcpy(line, "{\"x\":", 5);
  memset(line + 5, '[', DEEP);
  expect_fail(mh_page_json, line, DEEP + 5, MH_EFORMAT, 5 + 63);
  free(line);
}

static void test_page_plain__too_large_is_refused(void **state)
{
  (void)state;
  char *big = malloc(MH_PAGE_MAX + 1u);
  assert_non_null(big);
  memset(big, 'a', MH_PAGE_MAX + 1u);
  expect_fail(mh_page_plain, big, MH_PAGE_MAX + 1u, MH_ELIMIT, MH_PAGE_MAX);
  free(big);
}

static void test_page_plain__too_many_lines_are_refused(void **state)
{
  (void)state;
  enum { LINES = 300000 };
  char *big = malloc(2 * LINES);
  assert_non_null(big);
  for (size_t i = 0; i < 2 * LINES; i++) big[i] = i & 1 ? '\n' : 'a';
  expect_fail(mh_page_plain, big, 2 * LINES, MH_ELIMIT, 0);
  free(big);
}

static void test_page_plain__reading_the_body_again_changes_nothing(void **state)
{
  (void)state;
  mh_arena a = {0};
  mh_article x, y;
  mh_out line = {0};
  assert_int_equal(mh_page_plain(&x, &a, plain, sizeof plain - 1, NULL), MH_OK);
  mh_out_text(&line, "{\"text\":");
  mh_out_json(&line, x.text, x.len);
  mh_out_char(&line, '}');
  assert_int_equal(mh_page_json(&y, &a, line.at, line.len, NULL), MH_OK);
  assert_string_equal(x.text, y.text);
  mh_out_free(&line);
  mh_arena_free(&a);
}

static void test_page_guess__by_the_first_sign(void **state)
{
  (void)state;
  assert_int_equal(mh_page_guess("\xef\xbb\xbf {\"a\":1}", 11), MH_FORMAT_JSONL);
  assert_int_equal(mh_page_guess("\n\n{", 3), MH_FORMAT_JSONL);
  assert_int_equal(mh_page_guess("a {", 3), MH_FORMAT_TEXT);
  assert_int_equal(mh_page_guess("", 0), MH_FORMAT_TEXT);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_page_plain__reads_the_parts),
      cmocka_unit_test(test_page_plain__survives_without_memory),
      cmocka_unit_test(test_page_json__survives_without_memory),
      cmocka_unit_test(test_page_plain__names_the_byte),
      cmocka_unit_test(test_page_json__names_the_byte),
      cmocka_unit_test(test_page_json__escaped_backslash_is_no_nul),
      cmocka_unit_test(test_page_json__deep_nesting_is_refused),
      cmocka_unit_test(test_page_plain__too_large_is_refused),
      cmocka_unit_test(test_page_plain__too_many_lines_are_refused),
      cmocka_unit_test(test_page_plain__reading_the_body_again_changes_nothing),
      cmocka_unit_test(test_page_guess__by_the_first_sign),
  };
  return cmocka_run_group_tests_name("page_read", tests, NULL, NULL);
}
