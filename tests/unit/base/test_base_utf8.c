/* The UTF-8 check against sequences good and bad, at every place of a block of eight. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "src/base/base.h"

static const char *const good[] = {"\x7f",
                                   "\xc2\x80",
                                   "\xdf\xbf",
                                   "\xe0\xa0\x80",
                                   "\xec\xbf\xbf",
                                   "\xed\x9f\xbf",
                                   "\xee\x80\x80",
                                   "\xef\xbf\xbf",
                                   "\xf0\x90\x80\x80",
                                   "\xf3\xbf\xbf\xbf",
                                   "\xf4\x8f\xbf\xbf",
                                   "\xd8\xa7\xd9\x84",
                                   "\xc2\xab\xd9\x86\xc2\xbb"};

/* Bad sequences; each is bad from its first byte on. */
static const char *const bad[] = {"\x80",
                                  "\xbf",
                                  "\xc0\x80",
                                  "\xc1\xbf",
                                  "\xc2",
                                  "\xc2\x41",
                                  "\xc2\xc2\x80",
                                  "\xe0\x80\x80",
                                  "\xe0\x9f\xbf",
                                  "\xe1\x80",
                                  "\xe1\x80\x41",
                                  "\xed\xa0\x80",
                                  "\xed\xbf\xbf",
                                  "\xef\xbf",
                                  "\xf0\x80\x80\x80",
                                  "\xf0\x8f\xbf\xbf",
                                  "\xf0\x90\x80",
                                  "\xf4\x90\x80\x80",
                                  "\xf5\x80\x80\x80",
                                  "\xf8\x88\x80\x80\x80",
                                  "\xfe",
                                  "\xff",
                                  "\xd8",
                                  "\xd8\xd9\x84"};

/* `lead` letters of the filler, then the sequence, then `trail`. */
static size_t compose(char *out, const char *filler, size_t lead, const char *s,
                      size_t trail)
{
  const size_t unit = strlen(filler), n = strlen(s);
  size_t len = 0;
  for (size_t i = 0; i < lead; i++, len += unit) memcpy(out + len, filler, unit);
  memcpy(out + len, s, n);
  len += n;
  for (size_t i = 0; i < trail; i++) out[len++] = 'z';
  return len;
}

static void try_everywhere(const char *s, bool ok)
{
  static const char *const fillers[] = {"a", "\xd9\x84", "\xe2\x80\x9c"};
  char text[256];
  for (size_t f = 0; f < 3; f++)
    for (size_t lead = 0; lead < 20; lead++)
      for (size_t trail = 0; trail < 18; trail++) {
        const size_t len = compose(text, fillers[f], lead, s, trail);
        size_t at = 9999;
        assert_int_equal(mh_utf8_check(text, len, &at), ok);
        if (!ok) assert_int_equal(at, lead * strlen(fillers[f]));
      }
}

static void test_base_utf8__takes_what_is_well_formed(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof good / sizeof *good; i++) try_everywhere(good[i], true);
  assert_true(mh_utf8_check("", 0, NULL));
}

static void test_base_utf8__finds_the_first_bad_byte(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) try_everywhere(bad[i], false);
}

/* Encode and decode every scalar value; every two bytes against a rule of its own. */
static void test_base_utf8__next_reads_every_length(void **state)
{
  (void)state;
  uint32_t n = 0;
  assert_int_equal(mh_utf8_next("A", &n), 'A');
  assert_int_equal(mh_utf8_next("\xd9\x85", &n), 0x645);
  assert_int_equal(n, 2);
  assert_int_equal(mh_utf8_next("\xe2\x80\xa8", &n), 0x2028);
  assert_int_equal(n, 3);
  assert_int_equal(mh_utf8_next("\xf4\x8f\xbf\xbf", &n), 0x10ffff);
  assert_int_equal(n, 4);
}

static void test_base_utf8__two_bytes_exhaustively(void **state)
{
  (void)state;
  char text[16] = "aaaaaaaaaaaaaaa";
  for (unsigned i = 0; i < 65536; i++) {
    const unsigned x = i >> 8, y = i & 255;
    text[6] = (char)x;
    text[7] = (char)y;
    const bool ok = (x < 128 && y < 128) ||
                    (x >= 0xc2 && x <= 0xdf && y >= 128 && y < 192);
    assert_int_equal(mh_utf8_check(text, 15, NULL), ok);
  }
}

static void test_base_utf8__counts(void **state)
{
  (void)state;
  const char *text = "ab\xd9\x85\xe2\x80\xa8\xf4\x8f\xbf\xbf\xd9\x85z";
  assert_int_equal(mh_utf8_count(text, strlen(text)), 7);
  assert_int_equal(mh_utf8_count(text, 0), 0);
}

static void test_base_utf8__points_at_every_byte(void **state)
{
  (void)state;
  mh_arena a = {0};
  char text[3001];
  mh_points p;
  for (size_t i = 0; i < 3000; i += 3)
    memcpy(text + i, i % 2 ? "\xd9\x85x" : "x\xd8\xa7", 3);
  assert_int_equal(mh_points_make(&p, &a, text, 3000), MH_OK);
  for (uint32_t i = 0; i <= 3000; i++)
    assert_int_equal(mh_points_at(&p, i), mh_utf8_count(text, i));
  a.fail_at = a.takes + 1;
  assert_int_equal(mh_points_make(&p, &a, text, 3000), MH_ENOMEM);
  mh_arena_free(&a);
}

static void test_base_digest__known_value(void **state)
{
  (void)state;
  char out[72];
  mh_sha256_text(out, "abc", 3);
  assert_string_equal(
      out, "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  mh_sha256_text(out, NULL, 0);
  assert_string_equal(
      out, "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_base_utf8__takes_what_is_well_formed),
      cmocka_unit_test(test_base_utf8__finds_the_first_bad_byte),
      cmocka_unit_test(test_base_utf8__next_reads_every_length),
      cmocka_unit_test(test_base_utf8__two_bytes_exhaustively),
      cmocka_unit_test(test_base_utf8__counts),
      cmocka_unit_test(test_base_utf8__points_at_every_byte),
      cmocka_unit_test(test_base_digest__known_value),
  };
  return cmocka_run_group_tests_name("base_utf8", tests, NULL, NULL);
}
