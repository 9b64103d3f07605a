/* What is escaped in JSON, HTML and CSV, and that failures stick. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "src/base/base.h"

typedef void writer(mh_out *, const char *, size_t);

static void expect(writer *write, const char *in, size_t len, const char *out)
{
  mh_out o = {0};
  write(&o, in, len);
  assert_int_equal(o.status, MH_OK);
  assert_string_equal(o.at, out);
  assert_int_equal(o.len, strlen(out));
  mh_out_free(&o);
}

static void test_base_out__json_escapes(void **state)
{
  (void)state;
  expect(mh_out_json, "", 0, "\"\"");
  expect(mh_out_json, "a\"b\\c", 5, "\"a\\\"b\\\\c\"");
  expect(mh_out_json, "\n\r\t\b\f\x01\x1f", 7, "\"\\n\\r\\t\\b\\f\\u0001\\u001f\"");
  expect(mh_out_json, "a\0b", 3, "\"a\\u0000b\"");
  expect(mh_out_json, "\xe2\x80\xa8x\xe2\x80\xa9", 7, "\"\\u2028x\\u2029\"");
  expect(mh_out_json, "\xe2\x80\x9c\xd8\xa7", 5, "\"\xe2\x80\x9c\xd8\xa7\"");
  expect(mh_out_json, "/\x7f", 2, "\"/\x7f\"");
}

static void test_base_out__html_escapes(void **state)
{
  (void)state;
  expect(mh_out_html, "<a b=\"c\" d='e'>&", 16,
         "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;");
  expect(mh_out_html, "", 0, "");
}

static void test_base_out__csv_quotes_and_disarms(void **state)
{
  (void)state;
  expect(mh_out_csv, "plain", 5, "plain");
  expect(mh_out_csv, "a,b", 3, "\"a,b\"");
  expect(mh_out_csv, "a\"b\"", 4, "\"a\"\"b\"\"\"");
  expect(mh_out_csv, "a\nb", 3, "\"a\nb\"");
  expect(mh_out_csv, "=1+1", 4, "'=1+1");
  expect(mh_out_csv, "-x,\"", 4, "\"'-x,\"\"\"");
  expect(mh_out_csv, "@", 1, "'@");
  expect(mh_out_csv, "", 0, "");
}

static void test_base_out__numbers_and_formats(void **state)
{
  (void)state;
  mh_out o = {0};
  mh_out_uint(&o, 0);
  mh_out_char(&o, ' ');
  mh_out_uint(&o, UINT64_MAX);
  mh_out_fmt(&o, " %s-%d", "x", -5);
  assert_string_equal(o.at, "0 18446744073709551615 x--5");
  mh_out_clear(&o);
  assert_int_equal(o.len, 0);
  assert_string_equal(o.at, "");
  for (int i = 0; i < 3000; i++) mh_out_fmt(&o, "%03d", i % 1000);
  assert_int_equal(o.len, 9000);
  mh_out_free(&o);
}

static void test_base_out__failure_sticks(void **state)
{
  (void)state;
  mh_out o = {0};
  mh_out_text(&o, "kept");
  mh_out_more(&o, "x", SIZE_MAX / 2);
  assert_int_equal(o.status, MH_ENOMEM);
  mh_out_text(&o, "not written");
  assert_string_equal(o.at, "kept");
  mh_out_free(&o);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_base_out__json_escapes),
      cmocka_unit_test(test_base_out__html_escapes),
      cmocka_unit_test(test_base_out__csv_quotes_and_disarms),
      cmocka_unit_test(test_base_out__numbers_and_formats),
      cmocka_unit_test(test_base_out__failure_sticks),
  };
  return cmocka_run_group_tests_name("base_out", tests, NULL, NULL);
}
