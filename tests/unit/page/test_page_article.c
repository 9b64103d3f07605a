/* Which part of a page is its article: words of classes, parts, memory that runs out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "src/page/mainpart.h"

static unsigned marks(const char *value)
{
  return mh_page__class_marks(value, (uint32_t)strlen(value));
}

static void test_page_classwords__cuts_words(void **state)
{
  (void)state;
  assert_int_equal(marks("article-body"), MH_PAGE__MARK(BODY));
  assert_int_equal(marks("ArticleBody__x"), MH_PAGE__MARK(BODY));
  assert_int_equal(marks("x articleBody"), MH_PAGE__MARK(BODY));
  assert_int_equal(marks("entry_content"), MH_PAGE__MARK(BODY));
  assert_int_equal(marks(""), 0);
  assert_int_equal(marks("--- 12 --"), 0);
}

/* Two words together may mean what none of them does. */
static void test_page_classwords__longest_counts(void **state)
{
  (void)state;
  assert_true(marks("sidebar") & MH_PAGE__MARK(NOT));
  assert_int_equal(marks("has-sidebar"), 0);
  assert_true(marks("related-posts entry-content") & MH_PAGE__MARK(NOT));
  assert_true(marks("related-posts entry-content") & MH_PAGE__MARK(BODY));
}

/* Letters behind a digit are a piece of a number. */
static void test_page_classwords__no_words_in_ids(void **state)
{
  (void)state;
  assert_true(marks("top-ad") & MH_PAGE__MARK(NOT));
  assert_int_equal(marks("w-node-b5343ad4"), 0);
  assert_int_equal(marks("4comments"), 0);
}

/* A value longer than is looked at, and one that ends within a word. */
static void test_page_classwords__endless(void **state)
{
  (void)state;
  char value[5000];
  memset(value, 'x', sizeof value);
  assert_int_equal(mh_page__class_marks(value, sizeof value), 0);
  for (size_t i = 0; i < sizeof value; i++) value[i] = i % 2 ? ' ' : 'a';
  assert_int_equal(mh_page__class_marks(value, sizeof value), 0);
  assert_int_equal(mh_page__class_marks("article-bodyguard", 12), MH_PAGE__MARK(BODY));
}

static mh_page__parts fragment(mh_arena *a, const char *html)
{
  mh_html_doc d;
  mh_page__parts parts;
  assert_int_equal(mh_html_parse(&d, a, html, strlen(html)), MH_OK);
  assert_int_equal(mh_page__fragment(&parts, a, &d), MH_OK);
  return parts;
}

static void check_part(const mh_page__parts *parts, uint32_t i, const char *text,
                       bool heading)
{
  assert_true(i < parts->n);
  assert_int_equal(parts->at[i].len, strlen(text));
  assert_memory_equal(parts->at[i].text, text, strlen(text));
  assert_int_equal(parts->at[i].heading, heading);
}

static void test_page_fragment__all_of_it(void **state)
{
  (void)state;
  mh_arena a = {0};
  const mh_page__parts parts = fragment(
      &a, "one <b>two</b>&nbsp;\n three<p>four<br>five</p><h3>six</h3>"
          "<ul><li>seven<li>eight</ul><script>nine</script><nav>ten</nav>");
  assert_int_equal(parts.n, 5);
  check_part(&parts, 0, "one two three", false);
  check_part(&parts, 1, "four five", false);
  check_part(&parts, 2, "six", true);
  check_part(&parts, 3, "seven", false);
  check_part(&parts, 4, "eight", false);
  mh_arena_free(&a);
}

static const char page[] =
    "<html><head><title>t</title></head><body><div class=menu><a href=/>x</a></div>"
    "<h1>Head of it</h1><div class=story><p>This is the first paragraph of a story, and "
    "it "
    "is long enough to be one, is it not.</p><h2>part</h2><p>This is another paragraph "
    "of "
    "it, which ends as sentences do, and goes on.</p></div></body></html>";

/* Request 1, 2, 3 ... for memory fails, until a page is read. */
static void test_page_html__memory_runs_out(void **state)
{
  (void)state;
  mh_status s = MH_ENOMEM;
  uint64_t at = 1;
  for (; s != MH_OK && at < 2000; at++) {
    mh_arena a = {.fail_at = at};
    mh_article x;
    mh_error err = {0};
    s = mh_page_html(&x, &a, page, sizeof page - 1, NULL, &err);
    if (s == MH_OK) assert_int_equal(x.n_headings, 1);
    if (s != MH_OK) assert_int_equal(s, MH_ENOMEM);
    if (s != MH_OK) assert_null(x.text);
    mh_arena_free(&a);
  }
  assert_int_equal(s, MH_OK);
  assert_true(at > 5);
}

/* The same bytes give the same article, from whichever memory. */
static void test_page_html__same_again(void **state)
{
  (void)state;
  mh_arena a = {0};
  mh_article x, y;
  assert_int_equal(mh_page_html(&x, &a, page, sizeof page - 1, NULL, NULL), MH_OK);
  assert_int_equal(mh_page_html(&y, &a, page, sizeof page - 1, NULL, NULL), MH_OK);
  assert_int_equal(x.len, y.len);
  assert_memory_equal(x.text, y.text, x.len);
  mh_arena_free(&a);
}

static void test_page_html__too_large(void **state)
{
  (void)state;
  mh_arena a = {0};
  mh_article x;
  mh_error err;
  assert_int_equal(mh_page_html(&x, &a, page, MH_PAGE_MAX + 1u, NULL, &err), MH_ELIMIT);
  assert_null(x.text);
  mh_arena_free(&a);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_page_classwords__cuts_words),
      cmocka_unit_test(test_page_classwords__longest_counts),
      cmocka_unit_test(test_page_classwords__no_words_in_ids),
      cmocka_unit_test(test_page_classwords__endless),
      cmocka_unit_test(test_page_fragment__all_of_it),
      cmocka_unit_test(test_page_html__memory_runs_out),
      cmocka_unit_test(test_page_html__same_again),
      cmocka_unit_test(test_page_html__too_large),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
