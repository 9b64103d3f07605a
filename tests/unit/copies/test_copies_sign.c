/* Signatures: what changes nothing, what is left out, how large they get. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "src/copies/copies.h"

static mh_copies_signature sign(const char *text)
{
  mh_copies_signature s;
  mh_copies_sign(&s, text, strlen(text));
  return s;
}

static mh_copies_overlap compare(const char *x, const char *y)
{
  const mh_copies_signature a = sign(x), b = sign(y);
  return mh_copies_compare(&a, 0, &b, 0);
}

static const char ferry[] =
    "تعود العبارة الزرقاء إلى الإبحار بين الجزيرتين صباح السبت بعد إصلاح محركها في حوض "
    "جاف استأجرته البلدية 14 أسبوعا";

static void test_copies_sign__spelling_changes_nothing(void **state)
{
  static const char other[] =
      "تَعُودُ العبّارة الزرقاء الى الابحار، بين الجزيرتين صباح السبت بعد اصلاح محركهـــا في "
      "حوضٍ جاف إستأجرته البلديه ١٤ اسبوعاً.";
  (void)state;
  assert_true(compare(ferry, other).same);
  assert_true(compare(ferry, other).close);
}

/* Papers part and join words as they like. */
static void test_copies_sign__spaces_change_nothing(void **state)
{
  (void)state;
  assert_true(compare("جمعية عبد اللطيف للصيادين في كفر سنبل",
                      "جمعية عبداللطيف للصيادين في كفرسنبل")
                  .same);
}

static void test_copies_sign__another_number_is_another_text(void **state)
{
  (void)state;
  assert_false(compare("باع الصيادون 14 قاربا", "باع الصيادون 15 قاربا").same);
}

static void test_copies_sign__formulas_are_left_out(void **state)
{
  const mh_copies_signature s = sign(
      "صاحب السمو الملكي ولي العهد رئيس الوزراء نائب رئيس المجلس وزير الداخلية");
  const mh_copies_signature t = sign("ولصاحب السمو الملكي ولوزير الداخلية وبالرئيس");
  (void)state;
  assert_int_equal(s.letters, 0);
  assert_true(s.all > 40);
  assert_int_equal(t.letters, 0);
  /* A word that only begins like one stays. */
  assert_int_equal(sign("الرئيسيات").letters, 9);
}

static void test_copies_sign__same_formulas_other_words_are_not_the_same(void **state)
{
  (void)state;
  assert_false(compare("السيد الرئيس", "السيد الوزير").same);
  assert_false(compare("السيد الرئيس", "السيد الوزير").close);
}

static void test_copies_sign__nothing_is_no_copy_of_nothing(void **state)
{
  (void)state;
  assert_false(compare("", "").close);
  assert_false(compare("...", "صورة").close);
  assert_false(compare("صورة", "صورة").close);
  assert_int_equal(sign("").n_prints, 1);
}

static char *made(size_t words, unsigned seed)
{
  char *text = malloc(words * 12 + 1), *p = text;
  assert_non_null(text);
  for (size_t i = 0; i < words; i++) {
    seed = seed * 1664525u + 1013904223u;
    for (unsigned k = 0, r = seed >> 8; k < 5; k++, r /= 26) *p++ = (char)('a' + r % 26);
    *p++ = ' ';
  }
  *p = '\0';
  return text;
}

static void test_copies_sign__sets_are_sorted_and_small(void **state)
{
  (void)state;
  for (size_t words = 1; words < 300000; words = words * 3 + 1) {
    char *text = made(words, (unsigned)words);
    const mh_copies_signature s = sign(text);
    assert_int_equal(s.letters, words * 5);
    assert_true(s.n <= MH_COPIES_SAMPLE && s.n_prints <= MH_COPIES_PRINTS);
    assert_true(s.n_prints >= 1);
    assert_true(words < 100 || s.n > MH_COPIES_SAMPLE / 4);
    for (unsigned i = 1; i < s.n; i++) assert_true(s.sample[i - 1] < s.sample[i]);
    for (unsigned i = 1; i < s.n_prints; i++) assert_true(s.print[i - 1] < s.print[i]);
    for (unsigned i = 0; i < s.n; i++)
      assert_true((uint64_t)s.sample[i] >> (32 - s.level) == 0);
    free(text);
  }
}

/* A part of a fifth is measured as a fifth, however long the whole. */
static void test_copies_sign__containment_is_measured(void **state)
{
  (void)state;
  for (size_t words = 500; words <= 50000; words *= 10) {
    char *whole = made(words, 7), *part = made(words, 7);
    part[words / 5 * 6] = '\0';
    const mh_copies_overlap o = compare(whole, part);
    assert_true(o.of_y > 0.95f);
    assert_true(o.of_x > 0.1f && o.of_x < 0.3f);
    assert_true(o.close);
    free(whole);
    free(part);
  }
}

static void test_copies_sign__days_apart_must_share_more(void **state)
{
  char *x = made(200, 1), *y = made(200, 2);
  mh_copies_signature a, b;
  (void)state;
  memcpy(y, x, 80 * 6); /* two fifths */
  a = sign(x);
  b = sign(y);
  assert_true(mh_copies_compare(&a, 100, &b, 101).close);
  assert_true(mh_copies_compare(&a, 101, &b, 100).close);
  assert_false(mh_copies_compare(&a, 100, &b, 107).close);
  assert_false(mh_copies_compare(&a, INT32_MAX, &b, -INT32_MAX).close);
  free(x);
  free(y);
}

/* No bytes are UTF-8 enough to be refused, none break it. */
static void test_copies_sign__any_bytes(void **state)
{
  char bytes[4096];
  unsigned seed = 5;
  (void)state;
  for (int turn = 0; turn < 200; turn++) {
    for (size_t i = 0; i < sizeof bytes; i++) {
      seed = seed * 1664525u + 1013904223u;
      bytes[i] = (char)(seed >> 24);
    }
    mh_copies_signature s;
    mh_copies_sign(&s, bytes, (size_t)turn * 20);
    assert_true(s.letters <= s.all && s.all <= (uint32_t)turn * 20);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_copies_sign__spelling_changes_nothing),
      cmocka_unit_test(test_copies_sign__spaces_change_nothing),
      cmocka_unit_test(test_copies_sign__another_number_is_another_text),
      cmocka_unit_test(test_copies_sign__formulas_are_left_out),
      cmocka_unit_test(test_copies_sign__same_formulas_other_words_are_not_the_same),
      cmocka_unit_test(test_copies_sign__nothing_is_no_copy_of_nothing),
      cmocka_unit_test(test_copies_sign__sets_are_sorted_and_small),
      cmocka_unit_test(test_copies_sign__containment_is_measured),
      cmocka_unit_test(test_copies_sign__days_apart_must_share_more),
      cmocka_unit_test(test_copies_sign__any_bytes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
