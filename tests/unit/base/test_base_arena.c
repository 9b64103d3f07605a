/* The arena and its lists: budget, failing takes, reset; and how failures are told. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "src/base/base.h"

static void test_base_arena__pieces_do_not_overlap(void **state)
{
  (void)state;
  mh_arena a;
  mh_arena_init(&a, 0);
  char *last = NULL;
  for (size_t i = 0; i < 5000; i++) {
    char *p = mh_arena_take(&a, i % 97);
    assert_non_null(p);
    assert_int_equal((uintptr_t)p % 16, 0);
    memset(p, (int)i, i % 97);
    if (last && (i - 1) % 97)
      assert_int_equal((unsigned char)last[0], (unsigned char)(i - 1));
    last = p;
  }
  assert_int_equal(a.takes, 5000);
  mh_arena_free(&a);
}

static void test_base_arena__budget_is_a_ceiling(void **state)
{
  (void)state;
  mh_arena a;
  mh_arena_init(&a, 100000);
  size_t got = 0;
  while (mh_arena_take(&a, 1000)) got += 1000;
  assert_in_range(got, 90000, 100000);
  assert_in_range(a.taken, got, 100000);
  assert_null(mh_arena_take(&a, 1u << 20));
  mh_arena_free(&a);
}

static void test_base_arena__impossible_sizes_fail(void **state)
{
  (void)state;
  mh_arena a = {0};
  assert_null(mh_arena_take(&a, SIZE_MAX));
  assert_null(mh_arena_take(&a, SIZE_MAX - 8));
  assert_null(mh_arena_copy(&a, "", SIZE_MAX - 1));
  assert_non_null(mh_arena_take(&a, 0));
  mh_arena_free(&a);
}

static void test_base_arena__fails_when_told(void **state)
{
  (void)state;
  mh_arena a = {.fail_at = 3};
  assert_non_null(mh_arena_take(&a, 8));
  assert_non_null(mh_arena_zero(&a, 8));
  assert_null(mh_arena_take(&a, 8));
  assert_non_null(mh_arena_take(&a, 8));
  mh_arena_free(&a);
}

static void test_base_arena__reset_keeps_one_block_of_a_mebibyte_at_most(void **state)
{
  (void)state;
  mh_arena a = {0};
  mh_arena_take(&a, 10);
  mh_arena_take(&a, 5u << 20);
  for (int i = 0; i < 40; i++) mh_arena_take(&a, 100000);
  mh_arena_reset(&a);
  assert_in_range(a.taken, 1, 1u << 20);
  const size_t kept = a.taken;
  char *p = mh_arena_zero(&a, 64);
  assert_non_null(p);
  assert_int_equal(p[63], 0);
  assert_int_equal(a.taken, kept);
  mh_arena_free(&a);
  mh_arena_free(&a);
}

typedef struct numbers {
  uint32_t *at;
  uint32_t n, cap;
} numbers;

static void test_base_arena__list_grows_and_keeps(void **state)
{
  (void)state;
  mh_arena a = {0};
  numbers list = {0};
  for (uint32_t i = 0; i < 10000; i++) assert_int_equal(MH_PUSH(&a, &list, i), MH_OK);
  for (uint32_t i = 0; i < 10000; i++) assert_int_equal(list.at[i], i);
  mh_arena_free(&a);
}

static void test_base_arena__list_without_memory_stays_whole(void **state)
{
  (void)state;
  mh_arena a = {.fail_at = 2};
  numbers list = {0};
  for (uint32_t i = 0; i < 8; i++) assert_int_equal(MH_PUSH(&a, &list, i), MH_OK);
  assert_int_equal(MH_PUSH(&a, &list, 8u), MH_ENOMEM);
  assert_int_equal(list.n, 8);
  assert_int_equal(list.at[7], 7);
  mh_arena_free(&a);
}

static void test_base_fail__fills_and_cuts_between_letters(void **state)
{
  (void)state;
  mh_error err;
  char letters[400];
  size_t bad;
  for (size_t i = 0; i + 1 < sizeof letters; i += 2) memcpy(letters + i, "\xd8\xa7", 2);
  letters[398] = '\0';
  assert_int_equal(mh_fail(&err, MH_EFORMAT, 7, "x%s", letters), MH_EFORMAT);
  assert_int_equal(err.at, 7);
  assert_true(mh_utf8_check(err.text, strlen(err.text), &bad));
  assert_int_equal(mh_fail(NULL, MH_EIO, 0, "nobody asks"), MH_EIO);
}

static void test_base_fail__every_status_has_a_word(void **state)
{
  (void)state;
  for (int s = MH_OK; s <= MH_EUSAGE; s++)
    assert_string_not_equal(mh_status_text((mh_status)s), "unknown status");
  assert_string_equal(mh_status_text((mh_status)99), "unknown status");
  assert_string_equal(mh_version(), MH_VERSION);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_base_arena__pieces_do_not_overlap),
      cmocka_unit_test(test_base_arena__budget_is_a_ceiling),
      cmocka_unit_test(test_base_arena__impossible_sizes_fail),
      cmocka_unit_test(test_base_arena__fails_when_told),
      cmocka_unit_test(test_base_arena__reset_keeps_one_block_of_a_mebibyte_at_most),
      cmocka_unit_test(test_base_arena__list_grows_and_keeps),
      cmocka_unit_test(test_base_arena__list_without_memory_stays_whole),
      cmocka_unit_test(test_base_fail__fills_and_cuts_between_letters),
      cmocka_unit_test(test_base_fail__every_status_has_a_word),
  };
  return cmocka_run_group_tests_name("base_arena", tests, NULL, NULL);
}
