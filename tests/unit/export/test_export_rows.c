/* Rows for spreadsheets: no field is a formula, none breaks the row. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "src/export/export.h"

static const char *const both[] = {"KWT", "USA"};

static mh_evidence sample(void)
{
  return (mh_evidence){.report = "sha256:00",
                       .statement = "s1",
                       .quote = "plain",
                       .act = 9,
                       .speakers = both,
                       .n_speakers = 2,
                       .confidence = 0.5};
}

static size_t commas_outside_quotes(const char *row)
{
  size_t n = 0;
  bool quoted = false;
  for (; *row; row++) {
    if (*row == '"') quoted = !quoted;
    if (*row == ',' && !quoted) n++;
  }
  return n;
}

static void test_export_rows__begin_with_a_byte_order_mark(void **state)
{
  (void)state;
  mh_out o = {0};
  mh_csv_statements_head(&o);
  assert_memory_equal(o.at, "\xef\xbb\xbfseries,round,", 16);
  assert_string_equal(o.at + o.len - 2, "\r\n");
  mh_out_free(&o);
}

static void test_export_rows__have_as_many_fields_as_the_head(void **state)
{
  (void)state;
  mh_out head = {0}, row = {0};
  mh_evidence e = sample();
  e.quote = "one, \"two\"\r\nthree";
  e.title = ",,,";
  mh_csv_statements_head(&head);
  mh_csv_statement(&row, (mh_csv_place){NULL, NULL}, NULL, &e);
  assert_int_equal(commas_outside_quotes(head.at), commas_outside_quotes(row.at));
  assert_non_null(strstr(row.at, "\"one, \"\"two\"\"\r\nthree\""));
  mh_out_free(&head);
  mh_out_free(&row);
}

static void test_export_rows__are_no_formulas(void **state)
{
  (void)state;
  static const char *const formulas[] = {"=1+1", "+1", "-1", "@SUM(A1)",
                                         "=HYPERLINK(\"a\")"};
  for (size_t i = 0; i < 5; i++) {
    mh_out row = {0};
    mh_evidence e = sample();
    e.quote = formulas[i];
    mh_csv_statement(&row, (mh_csv_place){NULL, NULL}, NULL, &e);
    const char *at = strchr(row.at, formulas[i][0]);
    assert_non_null(at);
    assert_int_equal(at[-1], '\'');
    mh_out_free(&row);
  }
}

static void test_export_rows__take_codes_from_the_statement_or_its_act(void **state)
{
  (void)state;
  mh_out row = {0};
  mh_evidence e = sample();
  mh_csv_statement(&row, (mh_csv_place){"A-B/talks", "2"}, "energy", &e);
  assert_non_null(strstr(row.at, ",sign,AGREE,057,"));
  mh_out_clear(&row);
  e.cameo = "0831";
  mh_csv_statement(&row, (mh_csv_place){"A-B/talks", "2"}, "energy", &e);
  assert_non_null(strstr(row.at, ",sign,AGREE,0831,KWT; USA,"));
  assert_memory_equal(row.at, "A-B/talks,2,energy,", 19);
  mh_out_free(&row);
}

static void test_export_rows__json_lines_are_lines(void **state)
{
  (void)state;
  mh_out o = {0};
  mh_evidence e = sample();
  e.quote = "two\nlines";
  mh_jsonl_statement(&o, (mh_csv_place){"A-B/talks", "2"}, "energy", &e);
  assert_ptr_equal(strchr(o.at, '\n'), o.at + o.len - 1);
  assert_memory_equal(o.at, "{\"series\":\"A-B/talks\",\"round\":\"2\",\"topic\":", 40);
  mh_out_free(&o);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_export_rows__begin_with_a_byte_order_mark),
      cmocka_unit_test(test_export_rows__have_as_many_fields_as_the_head),
      cmocka_unit_test(test_export_rows__are_no_formulas),
      cmocka_unit_test(test_export_rows__take_codes_from_the_statement_or_its_act),
      cmocka_unit_test(test_export_rows__json_lines_are_lines)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
