/* Heads of answers as servers write them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "src/fetch/inside.h"

static void test_fetch_head__content_types(void **state)
{
  static const struct {
    const char *value, *type, *charset;
  } cases[] = {{"text/html; charset=windows-1256", "text/html", "windows-1256"},
               {"Text/HTML;Charset=\"UTF-8\"", "text/html", "utf-8"},
               {"text/html;charset='iso-8859-6'", "text/html", "iso-8859-6"},
               {" application/rss+xml ; x=\"a;charset=no\" ; charset = utf-16 ",
                "application/rss+xml", "utf-16"},
               {"text/html", "text/html", ""},
               {"html", "", ""},
               {"", "", ""},
               {";;;=;,", "", ""},
               {"text/html; charset", "text/html", ""},
               {"text/html; charset=", "text/html", ""},
               {"text/html; charset=\"utf-8", "text/html", "utf-8"},
               {"text/html; charset=a; charset=b", "text/html", "a"},
               {"text/html, text/plain", "text/html", ""},
               {"text/html; charset=<script>", "text/html", ""}};
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char type[64], charset[64];
    mh_fetch__content_type(type, charset, cases[i].value, strlen(cases[i].value));
    assert_string_equal(type, cases[i].type);
    assert_string_equal(charset, cases[i].charset);
  }
}

static void test_fetch_head__long_names_are_none(void **state)
{
  char value[300] = "text/", type[64], charset[64];
  (void)state;
  memset(value + 5, 'a', 290);
  mh_fetch__content_type(type, charset, value, 295);
  assert_string_equal(type, "");
}

static bool later(double *out, const char *value)
{
  const int64_t now = 784111777; /* Sun, 06 Nov 1994 08:49:37 GMT */
  return mh_fetch__retry_after(out, value, strlen(value), now);
}

static void test_fetch_head__retry_after(void **state)
{
  double s;
  (void)state;
  assert_true(later(&s, "120") && s == 120);
  assert_true(later(&s, " 0 ") && s == 0);
  assert_true(later(&s, "99999999999999999999999999") && s == MH_FETCH_AWAY_MAX);
  assert_true(later(&s, "Sun, 06 Nov 1994 08:50:37 GMT") && s == 60);
  assert_true(later(&s, "Sunday, 06-Nov-94 08:50:37 GMT") && s == 60);
  assert_true(later(&s, "Sun Nov  6 08:50:37 1994") && s == 60);
  assert_true(later(&s, "Sun, 06 Nov 1994 08:00:00 GMT") && s == 0);
  assert_true(later(&s, "Sun, 06 Nov 2039 08:00:00 GMT") && s == MH_FETCH_AWAY_MAX);
  assert_false(later(&s, ""));
  assert_false(later(&s, "soon"));
  assert_false(later(&s, "12 bananas"));
  assert_false(later(&s, "-5"));
}

static void test_fetch_head__links(void **state)
{
  static const char v[] = "<https://a.example/wp-json/>; rel=\"https://api.w.org/\", "
                          "</feed>; type=\"application/rss+xml\"; rel=\"x ALTERNATE\","
                          "<broken";
  mh_head_link l;
  size_t at = 0;
  (void)state;
  assert_true(mh_fetch__link_next(&l, v, strlen(v), &at));
  assert_false(
      mh_fetch__is_feed_link(v + l.rel.at, l.rel.len, v + l.type.at, l.type.len));
  assert_true(mh_fetch__link_next(&l, v, strlen(v), &at));
  assert_memory_equal(v + l.to.at, "/feed", 5);
  assert_int_equal(l.to.len, 5);
  assert_true(mh_fetch__is_feed_link(v + l.rel.at, l.rel.len, v + l.type.at, l.type.len));
  assert_false(mh_fetch__link_next(&l, v, strlen(v), &at));
}

static void test_fetch_head__feeds_only(void **state)
{
  (void)state;
  assert_true(mh_fetch__is_feed_link("alternate", 9, "application/atom+xml; x", 23));
  assert_false(mh_fetch__is_feed_link("alternate", 9, "text/html", 9));
  assert_false(mh_fetch__is_feed_link("alternates", 10, "application/rss+xml", 19));
  assert_false(mh_fetch__is_feed_link("", 0, "application/rss+xml", 19));
  assert_false(mh_fetch__is_feed_link("alternate", 9, "application/rss+xmlx", 20));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_fetch_head__content_types),
      cmocka_unit_test(test_fetch_head__long_names_are_none),
      cmocka_unit_test(test_fetch_head__retry_after),
      cmocka_unit_test(test_fetch_head__links),
      cmocka_unit_test(test_fetch_head__feeds_only)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
