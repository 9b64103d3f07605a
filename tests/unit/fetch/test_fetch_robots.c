/* robots.txt: groups, the longest rule, `*` and `$`, spellings of one path, damaged files. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "src/fetch/inside.h"

static mh_arena arena;

static mh_robots read_text(const char *text)
{
  mh_robots r;
  assert_int_equal(mh_fetch__robots_read(&r, &arena, text, strlen(text), "mahdar"),
                   MH_OK);
  return r;
}

static bool allowed(const char *text, const char *path)
{
  bool out;
  const mh_robots r = read_text(text);
  assert_int_equal(mh_fetch__robots_allow(&out, &r, &arena, path), MH_OK);
  return out;
}

static void test_fetch_robots__takes_the_group_that_names_us(void **state)
{
  static const char text[] = "User-agent: *\nDisallow: /\n\n"
                             "User-Agent: Mahdar\nDisallow: /private\n";
  (void)state;
  assert_true(allowed(text, "/news"));
  assert_false(allowed(text, "/private/x"));
  assert_false(allowed("User-agent: *\nDisallow: /a\n", "/a"));
  assert_true(allowed("User-agent: other\nDisallow: /\n", "/a"));
  assert_false(allowed("user-agent: MAHDAR/2.0 (x)\ndisallow: /", "/a"));
  assert_true(allowed("user-agent: mahdarbot\ndisallow: /", "/a"));
  assert_true(allowed("user-agent: mah\ndisallow: /", "/a"));
  assert_true(allowed("User-agent: mahdar\n\nUser-agent: *\nAllow: /\n", "/a"));
}

static void test_fetch_robots__joins_groups(void **state)
{
  static const char split[] = "User-agent: mahdar\nDisallow: /a\n"
                              "User-agent: x\nDisallow: /\n"
                              "User-agent: mahdar\nDisallow: /b\n";
  static const char heads[] = "User-agent: x\nSitemap: http://a/s\nUser-agent: mahdar\n"
                              "# note\n\nDisallow: /c\n";
  (void)state;
  assert_false(allowed(split, "/a"));
  assert_false(allowed(split, "/b"));
  assert_true(allowed(split, "/c"));
  assert_false(allowed(heads, "/c"));
  assert_true(allowed("Disallow: /\n", "/a")); /* of no group */
}

static void test_fetch_robots__longest_rule_decides(void **state)
{
  static const char text[] =
      "User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /a/b/c\n";
  (void)state;
  assert_false(allowed(text, "/a"));
  assert_false(allowed(text, "/ax"));
  assert_true(allowed(text, "/a/b"));
  assert_false(allowed(text, "/a/b/c?d"));
  assert_true(allowed("User-agent: *\nDisallow: /a\nAllow: /a\n", "/a"));
  assert_true(allowed("User-agent: *\nAllow: /a\nDisallow: /a\n", "/a"));
  assert_true(allowed("User-agent: *\nDisallow:\n", "/a"));
  assert_true(allowed("User-agent: *\nDisallow: /\n", "/robots.txt"));
}

static void test_fetch_robots__stars_and_ends(void **state)
{
  static const struct {
    const char *rule, *path;
    bool matches;
  } cases[] = {{"/*.pdf$", "/a/b.pdf", true},
               {"/*.pdf$", "/a/b.pdf?x", false},
               {"/*.pdf", "/a/b.pdf?x", true},
               {"/a*b*c", "/a1b2c3", true},
               {"/a*b*c", "/a1c2b3", false},
               {"/*", "/", true},
               {"*", "/x", true},
               {"/a$", "/a", true},
               {"/a$", "/ab", false},
               {"/a*$", "/abc", true},
               {"/a*a$", "/a", false},
               {"/a*a$", "/aa", true},
               {"/**x", "/yx", true},
               {"/fish*", "/fish.html", true},
               {"/fish", "/Fish", false},
               {"*/print", "/a/print", true},
               {"/?s=", "/?s=x", true},
               {"private", "/private/a", true},
               {"/a$b", "/a$b", true},
               {"/x%2A", "/x*", true},
               {"/$", "/", true},
               {"/$", "/a", false}};
  char text[256];
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    snprintf(text, sizeof text, "User-agent: *\nDisallow: %s\n", cases[i].rule);
    if (allowed(text, cases[i].path) == cases[i].matches)
      fail_msg("%s and %s", cases[i].rule, cases[i].path);
  }
}

static void test_fetch_robots__one_path_has_many_spellings(void **state)
{
  (void)state;
  assert_false(allowed("User-agent: *\nDisallow: /\xD9\x83", "/%d9%83/x"));
  assert_false(allowed("User-agent: *\nDisallow: /%D9%83", "/\xD9\x83"));
  assert_false(allowed("User-agent: *\nDisallow: /%61b", "/ab"));
  assert_false(allowed("User-agent: *\nDisallow: /a%2Fb", "/a%2fb"));
  assert_true(allowed("User-agent: *\nDisallow: /a%2Fb", "/a/b"));
}

static void test_fetch_robots__reads_what_people_write(void **state)
{
  (void)state;
  assert_false(allowed("\xEF\xBB\xBFUser-agent: *\r\nDisallow: /a # no\r\n", "/a"));
  assert_false(allowed("  user-agent :  * \r  disallow\t:\t/a  ", "/a"));
  assert_true(allowed("<html><body>not here</body></html>", "/a"));
  assert_true(allowed("", "/a"));
  assert_true(allowed(":::\n:\n#\nUser-agent\n", "/a"));
}

static void test_fetch_robots__delay_is_bounded(void **state)
{
  (void)state;
  assert_true(read_text("User-agent: *\nCrawl-delay: 2.5\n").delay == 2.5);
  assert_true(read_text("User-agent: *\nCrawl-delay: 99999999999999999999\n").delay ==
              MH_FETCH_DELAY_MAX);
  assert_true(read_text("User-agent: *\nCrawl-delay: -3\n").delay == 0);
  assert_true(read_text("User-agent: *\nCrawl-delay: soon\n").delay == 0);
  assert_true(
      read_text("User-agent: x\nCrawl-delay: 5\nUser-agent: *\nAllow: /\n").delay == 0);
}

/* 500 KiB are read and no more; the worst rules there can be take no longer than a moment. */
static void test_fetch_robots__is_bounded(void **state)
{
  (void)state;
  const size_t len = 2u << 20;
  char *text = malloc(len + 64), path[MH_FETCH_URL_MAX];
  bool out;
  assert_non_null(text);
  size_t n = (size_t)sprintf(text, "User-agent: *\n");
  while (n < len) n += (size_t)sprintf(text + n, "Disallow: *a*a*a*b\n");
  strcpy(text + n, "\nDisallow: /c\n");
  memset(path, 'a', sizeof path - 1);
  path[0] = '/';
  path[sizeof path - 1] = '\0';
  const clock_t began = clock();
  const mh_robots r = read_text(text);
  assert_true(r.n < (500u << 10) / 19 + 2);
  assert_int_equal(mh_fetch__robots_allow(&out, &r, &arena, path), MH_OK);
  assert_true(out);
  assert_true((double)(clock() - began) / CLOCKS_PER_SEC < 5);
  free(text);
}

static void test_fetch_robots__says_when_there_is_no_memory(void **state)
{
  static const char text[] = "User-agent: *\nDisallow: /a\nDisallow: /b\n";
  (void)state;
  for (uint64_t i = 1;; i++) {
    mh_arena a = {.fail_at = i};
    mh_robots r;
    const mh_status st = mh_fetch__robots_read(&r, &a, text, strlen(text), "mahdar");
    mh_arena_free(&a);
    if (st == MH_OK) break;
    assert_int_equal(st, MH_ENOMEM);
    assert_true(i < 100);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_fetch_robots__takes_the_group_that_names_us),
      cmocka_unit_test(test_fetch_robots__joins_groups),
      cmocka_unit_test(test_fetch_robots__longest_rule_decides),
      cmocka_unit_test(test_fetch_robots__stars_and_ends),
      cmocka_unit_test(test_fetch_robots__one_path_has_many_spellings),
      cmocka_unit_test(test_fetch_robots__reads_what_people_write),
      cmocka_unit_test(test_fetch_robots__delay_is_bounded),
      cmocka_unit_test(test_fetch_robots__is_bounded),
      cmocka_unit_test(test_fetch_robots__says_when_there_is_no_memory)};
  const int failed = cmocka_run_group_tests(tests, NULL, NULL);
  mh_arena_free(&arena);
  return failed;
}
