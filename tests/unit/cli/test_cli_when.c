/* When feeds and pages are asked again, by a made-up clock. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "src/cli/watch.h"

enum { NOW = 1700000000, DAY = 86400, EVERY = 900 };

static void within(int64_t when, int64_t wait)
{
  assert_true(when >= NOW + wait - wait / 10 && when <= NOW + wait + wait / 10);
}

static void test_cli_when__good_feeds_spread_by_a_tenth(void **state)
{
  uint64_t dice = 7;
  int64_t least = INT64_MAX, most = 0;
  (void)state;
  for (int i = 0; i < 1000; i++) {
    const int64_t when = watch_after_good(NOW, EVERY, watch_dice(&dice));
    within(when, EVERY);
    if (when < least) least = when;
    if (when > most) most = when;
  }
  assert_true(most - least > EVERY / 10);
  assert_true(watch_after_good(NOW, 1, 5) == NOW + 1);
}

static void test_cli_when__failures_double_up_to_a_day(void **state)
{
  (void)state;
  for (uint32_t n = 1; n < 40; n++) {
    int64_t wait = EVERY;
    for (uint32_t k = 1; k < n && wait < DAY; k++) wait *= 2;
    within(watch_after_bad(NOW, EVERY, n, 0, n), wait < DAY ? wait : DAY);
  }
  within(watch_after_bad(NOW, EVERY, UINT32_MAX, 0, 1), DAY);
  within(watch_after_bad(NOW, 7 * DAY, 3, 0, 1), 7 * DAY); /* asked for rarely anyway */
  assert_true(watch_after_bad(NOW, 0, 1, 0, 1) > NOW);
}

static void test_cli_when__not_before_the_server_said(void **state)
{
  (void)state;
  assert_true(watch_after_bad(NOW, EVERY, 1, 7200, 1) > NOW + 7200);
  within(watch_after_bad(NOW, EVERY, 3, 5, 1), 4 * EVERY);
  assert_true(watch_after_bad(NOW, EVERY, 1, 1e30, 1) <= NOW + DAY + 1);
  within(watch_after_bad(NOW, EVERY, 1, -1, 1), EVERY);
}

static void test_cli_when__pages_are_given_up(void **state)
{
  (void)state;
  within(watch_page_again(NOW, 1, 0, 3), 600);
  within(watch_page_again(NOW, 4, 0, 3), 4800);
  within(watch_page_again(NOW, 8, 0, 3), 76800);
  assert_true(watch_page_again(NOW, 9, 0, 3) == 0);
  assert_true(watch_page_again(NOW, 1, 3600, 3) > NOW + 3600);
}

static void test_cli_when__a_clock_that_went_back(void **state)
{
  (void)state;
  assert_true(watch_sane(NOW + 10 * DAY, NOW, EVERY) == NOW);
  assert_true(watch_sane(NOW + DAY, NOW, EVERY) == NOW + DAY);
  assert_true(watch_sane(NOW + 10 * DAY, NOW, 7 * DAY) == NOW + 10 * DAY);
  assert_true(watch_sane(0, NOW, EVERY) == 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_cli_when__good_feeds_spread_by_a_tenth),
      cmocka_unit_test(test_cli_when__failures_double_up_to_a_day),
      cmocka_unit_test(test_cli_when__not_before_the_server_said),
      cmocka_unit_test(test_cli_when__pages_are_given_up),
      cmocka_unit_test(test_cli_when__a_clock_that_went_back)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
