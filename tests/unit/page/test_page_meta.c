/* What pages say of themselves: moments in all their spellings, broken JSON, addresses. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "src/page/meta.h"

static void check_moment(const char *text, const char *iso)
{
  mh_page__moment m;
  const bool found = mh_page__find_moment(&m, text, (uint32_t)strlen(text));
  if (!iso) {
    if (found) print_message("%s gave %s\n", text, m.iso);
    assert_false(found);
    return;
  }
  if (!found) print_message("nothing in %s\n", text);
  assert_true(found);
  assert_string_equal(m.iso, iso);
}

static void test_page_days__machines(void **state)
{
  (void)state;
  check_moment("2022-01-27", "2022-01-27");
  check_moment("2022-01-27T10:15:00+03:00", "2022-01-27T10:15:00+03:00");
  check_moment("2022-01-27T10:15:00.123Z", "2022-01-27T10:15:00Z");
  check_moment("2022-01-27 10:15:00 +0300", "2022-01-27T10:15:00+03:00");
  check_moment("2022-01-27T10:15-05:00", "2022-01-27T10:15-05:00");
  check_moment("Thu, 27 Jan 2022 07:15:00 GMT", "2022-01-27T07:15:00Z");
  check_moment("Thu Jan 27 10:15:00 +0300 2022", "2022-01-27T10:15:00+03:00");
  check_moment("Thu Jan 27 2022 10:15:00 GMT+0300", "2022-01-27T10:15:00+03:00");
  check_moment("20220127", "2022-01-27");
  check_moment("20220127101500", "2022-01-27T10:15");
  check_moment("20220127T101500Z", "2022-01-27");
  check_moment("1643267700", "2022-01-27T07:15Z");
  check_moment("1643267700000", "2022-01-27T07:15Z");
  check_moment("1/2/2022 10:15:00 PM", "2022-01-02T22:15:00");
  check_moment("1/27/2022 12:15:00 AM", "2022-01-27T00:15:00");
  check_moment("27.01.2022", "2022-01-27");
  check_moment("January 27, 2022", "2022-01-27");
  check_moment("27 janvier 2022 \xc3\xa0 10:15", "2022-01-27T10:15");
}

static void test_page_days__people(void **state)
{
  (void)state;
  check_moment("الخميس 27 يناير 2022 - 10:15 ص", "2022-01-27T10:15");
  check_moment("الخميس ٢٧ يناير ٢٠٢٢ - ٠٣:٤٥ م", "2022-01-27T15:45");
  check_moment("27 كانون الثاني 2022", "2022-01-27");
  check_moment("27 كانون الثاني/يناير 2022 الساعة 10:15", "2022-01-27T10:15");
  check_moment("10 تشرين الأول 2021", "2021-10-10");
  check_moment("10 تشرين الثاني، 2021", "2021-11-10");
  check_moment("يناير 27, 2022", "2022-01-27");
  check_moment("يناير 5, 2022 10:15 صباحاً", "2022-01-05T10:15");
  check_moment("07 غشت 2022 - 18:30", "2022-08-07T18:30");
  check_moment("12 جويلية 2022", "2022-07-12");
  check_moment("03 نونبر 2022", "2022-11-03");
  check_moment("27/1/2022 12:05 م", "2022-01-27T12:05");
  check_moment("27-01-2022 | 10:15", "2022-01-27T10:15");
  check_moment("الساعة 10:15 مساءً - 27/01/2022", "2022-01-27T22:15");
  check_moment("12:30 ظهرا بتوقيت غرينتش 27/01/2022", "2022-01-27T12:30Z");
  check_moment("27يناير2022م", "2022-01-27");
  check_moment("٢٠٢٢/٠١/٢٧", "2022-01-27");
}

static void test_page_days__both_calendars(void **state)
{
  (void)state;
  check_moment("الخميس 24 جمادى الآخرة 1443هـ - 27 يناير 2022م", "2022-01-27");
  check_moment("24/06/1443 هـ الموافق 27/01/2022 م", "2022-01-27");
  check_moment("1443-06-24 - 27-01-2022", "2022-01-27");
  check_moment("24 جمادى الآخرة 1443هـ", NULL);
  check_moment("1443/06/24", NULL);
}

static void test_page_days__none(void **state)
{
  (void)state;
  check_moment("", NULL);
  check_moment("الخميس 27 يناير", NULL);
  check_moment("القرار 2254 لعام 2015", NULL);
  check_moment("31/02/2022", NULL);
  check_moment("10:15", NULL);
  check_moment("96512345678", NULL);
}

static void test_page_days__addresses(void **state)
{
  static const char *const rows[][2] = {
      {"https://www.example.com/2022/01/27/slug", "2022-01-27"},
      {"https://www.example.com/news/2022-1-7/slug", "2022-01-07"},
      {"https://www.example.com/slug_20220127.html", "2022-01-27"},
      {"https://www.example.com/a/27-01-2022/slug", "2022-01-27"},
      {"https://www.example.com/2013/world/8/3/slug/index.html", "2013-08-03"},
      {"https://www.example.com/2022/01/slug", NULL},
      {"https://www.example.com/article/20229999", NULL},
      {"https://www.example.com/123456789", NULL},
      {"https://www.example.com/?day=2022/01/27", NULL}};
  mh_page__moment m;
  (void)state;
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    assert_int_equal(mh_page__address_day(&m, rows[i][0]), rows[i][1] != NULL);
    if (rows[i][1]) assert_string_equal(m.iso, rows[i][1]);
  }
}

static void check_mend(const char *given, const char *strict)
{
  mh_arena a = {0};
  char *out;
  size_t len;
  assert_int_equal(mh_page__mend(&out, &len, &a, given, strlen(given)), MH_OK);
  assert_int_equal(len, strlen(strict));
  assert_string_equal(len ? out : "", strict);
  mh_arena_free(&a);
}

static void test_page_mend__as_found(void **state)
{
  (void)state;
  check_mend("{\"a\": [1, true, null], \"b\": \"x\\n\\u0627\"}",
             "{\"a\":[1,true,null],\"b\":\"x\\n\\u0627\"}");
  check_mend("<!--//--><![CDATA[//><!--\n{\"a\":1}\n//--><!]]>", "{\"a\":1}");
  check_mend("/*<![CDATA[*/{\"a\":1,}/*]]>*/", "{\"a\":1}");
  check_mend("{\"a\":\"one\ntwo\tthree\",,}", "{\"a\":\"one\\ntwo three\"}");
  check_mend("{\"a\":\"he said \"no\" to it\",\"b\":1}",
             "{\"a\":\"he said \\\"no\\\" to it\",\"b\":1}");
  check_mend("{\"a\":\"said \"no\", and went\",\"b\":1}",
             "{\"a\":\"said \\\"no\\\", and went\",\"b\":1}");
  check_mend("{\"a\":\"it\\'s \\ud83d \\u0000\"}", "{\"a\":\"it's    \"}");
  check_mend("{\"a\":[{\"b\":\"c", "{\"a\":[{\"b\":\"c\"}]}");
  check_mend("{\"a\":1}; {\"b\":2}]", "{\"a\":1}{\"b\":2}");
}

static void test_page_mend__too_deep(void **state)
{
  char deep[200];
  (void)state;
  memset(deep, '[', sizeof deep - 1);
  deep[sizeof deep - 1] = '\0';
  check_mend(deep, "");
}

/* ---- addresses ------------------------------------------------------------------ */

static void check_url(const char *base, const char *url, const char *absolute)
{
  mh_arena a = {0};
  const mh_source from = {.url = base};
  mh_page__meta m = {.a = &a, .from = &from};
  const char *out;
  assert_int_equal(mh_page__absolute(&out, &m, url), MH_OK);
  if (absolute)
    assert_string_equal(out, absolute);
  else
    assert_null(out);
  mh_arena_free(&a);
}

static void test_page_address__absolute(void **state)
{
  const char *base = "https://www.example.com/news/2022/one.html?x=1#top";
  (void)state;
  check_url(base, "two.html", "https://www.example.com/news/2022/two.html");
  check_url(base, "/two.html", "https://www.example.com/two.html");
  check_url(base, "//other.example.com/a", "https://other.example.com/a");
  check_url(base, "../two.html", "https://www.example.com/news/two.html");
  check_url(base, "./a/./b/../c", "https://www.example.com/news/2022/a/c");
  check_url(base, "../../../../c", "https://www.example.com/c");
  check_url(base, "?id=7", "https://www.example.com/news/2022/one.html?id=7");
  check_url("https://example.com", "a", "https://example.com/a");
  check_url(NULL, "a.html", NULL);
  check_url(base, "javascript:void(0)", NULL);
  check_url(base, "ftp://example.com/a", NULL);
  check_url(base, "http://localhost/a", NULL);
  check_url(base, "http://user@example.com/a", NULL);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_page_days__machines),
                                     cmocka_unit_test(test_page_days__people),
                                     cmocka_unit_test(test_page_days__both_calendars),
                                     cmocka_unit_test(test_page_days__none),
                                     cmocka_unit_test(test_page_days__addresses),
                                     cmocka_unit_test(test_page_mend__as_found),
                                     cmocka_unit_test(test_page_mend__too_deep),
                                     cmocka_unit_test(test_page_address__absolute)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
