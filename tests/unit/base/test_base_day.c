/* Days and their numbers, there and back; what is read as a day and what is not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "src/base/base.h"

static void test_base_day__numbers_there_and_back(void **state)
{
  (void)state;
  assert_int_equal(mh_day_number((mh_day){1970, 1, 1}), 0);
  assert_int_equal(mh_day_number((mh_day){2000, 3, 1}), 11017);
  mh_day before = mh_day_of(-800000);
  for (int32_t n = -799999; n < 800000; n++) {
    const mh_day d = mh_day_of(n);
    assert_int_equal(mh_day_number(d), n);
    const bool next = d.day == before.day + 1 || (d.day == 1 && before.day >= 28);
    if (!next || !mh_day_valid(d)) fail_msg("day %d is no day after %d", n, n - 1);
    before = d;
  }
}

static void test_base_day__weekdays(void **state)
{
  (void)state;
  assert_int_equal(mh_day_weekday((mh_day){2022, 1, 27}), 4);
  assert_int_equal(mh_day_weekday((mh_day){2020, 11, 28}), 6);
  assert_int_equal(mh_day_weekday((mh_day){1969, 12, 28}), 0);
  assert_int_equal(mh_day_weekday((mh_day){1900, 1, 1}), 1);
}

static void test_base_day__lengths_of_months(void **state)
{
  (void)state;
  assert_int_equal(mh_day_month_length(2000, 2), 29);
  assert_int_equal(mh_day_month_length(1900, 2), 28);
  assert_int_equal(mh_day_month_length(2024, 2), 29);
  assert_int_equal(mh_day_month_length(2023, 4), 30);
  assert_int_equal(mh_day_month_length(2023, 13), 0);
  assert_int_equal(mh_day_month_length(2023, 0), 0);
}

static void test_base_day__reads_and_prints(void **state)
{
  (void)state;
  static const struct {
    const char *in, *out;
  } yes[] = {{"2022-01-27", "2022-01-27"},
             {"2022-01", "2022-01"},
             {"2022", "2022"},
             {"2022-01-27T10:00:00Z", "2022-01-27"},
             {"2022-01-27 10:00", "2022-01-27"}};
  static const char *const no[] = {"",           "202",        "2022-1-27",  "2022-13",
                                   "2022-02-30", "27-01-2022", "2022/01/27", "2022-01-2x",
                                   "x022",       "2022-00",    "2022-01-00"};
  mh_day d;
  char out[16];
  for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
    assert_true(mh_day_parse(&d, yes[i].in, strlen(yes[i].in)));
    mh_day_print(out, d);
    assert_string_equal(out, yes[i].out);
  }
  for (size_t i = 0; i < sizeof no / sizeof *no; i++)
    assert_false(mh_day_parse(&d, no[i], strlen(no[i])));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_base_day__numbers_there_and_back),
      cmocka_unit_test(test_base_day__weekdays),
      cmocka_unit_test(test_base_day__lengths_of_months),
      cmocka_unit_test(test_base_day__reads_and_prints),
  };
  return cmocka_run_group_tests_name("base_day", tests, NULL, NULL);
}
