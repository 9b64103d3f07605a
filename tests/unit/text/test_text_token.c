/* Tokens: what is one, what its key and flags are, and that they tile the text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "src/text/text.h"

typedef struct cut {
  mh_arena a;
  mh_doc doc;
} cut;

static void open(cut *c, const char *text)
{
  mh_arena_init(&c->a, 0);
  assert_int_equal(mh_text_cut(&c->doc, &c->a, text, (uint32_t)strlen(text), NULL, 0),
                   MH_OK);
}

static void token_is(const cut *c, uint32_t i, mh_token_kind kind, const char *bytes)
{
  assert_true(i < c->doc.n_tokens);
  const mh_token *t = &c->doc.tokens[i];
  assert_int_equal(t->kind, kind);
  assert_int_equal(t->len, strlen(bytes));
  assert_memory_equal(c->doc.text + t->at, bytes, t->len);
}

static bool same_key(mh_key a, mh_key b)
{
  return a.lo == b.lo && a.hi == b.hi;
}

static void test_text_token__words_and_marks(void **state)
{
  (void)state;
  cut c;
  open(&c, "قالت: نعم، «ربما».");
  static const char *const want[] = {"قالت", ":", "نعم", "،", "«", "ربما", "»", "."};
  assert_int_equal(c.doc.n_tokens, 8);
  for (uint32_t i = 0; i < 8; i++)
    token_is(&c, i,
             want[i][0] == '\xD9' || (want[i][0] == '\xD8' && want[i][1] != '\x8C')
                 ? MH_TOKEN_WORD
                 : MH_TOKEN_MARK,
             want[i]);
  assert_int_equal(c.doc.tokens[4].value, 0xAB);
  mh_arena_free(&c.a);
}

static void test_text_token__keeps_tatweel(void **state)
{
  (void)state;
  cut c;
  mh_key plain;
  open(&c, "الـــسلام السلام");
  token_is(&c, 0, MH_TOKEN_WORD, "الـــسلام");
  assert_int_equal(mh_text_fold(&plain, "السلام", strlen("السلام")), 6);
  assert_true(same_key(c.doc.tokens[0].key, plain));
  assert_true(same_key(c.doc.tokens[0].key, c.doc.tokens[1].key));
  mh_arena_free(&c.a);
}

static void test_text_token__folds_the_spellings_of_a_letter(void **state)
{
  (void)state;
  static const char *const pairs[][2] = {
      {"أكد", "اكد"}, {"إلى", "الي"},     {"آفاق", "افاق"}, {"مدرسة", "مدرسه"},
      {"علی", "على"}, {"مُؤَكِّداً", "مؤكدا"}, {"کویت", "كويت"}, {"مسؤول", "مسئول"}};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    mh_key a, b;
    const int n = mh_text_fold(&a, pairs[i][0], strlen(pairs[i][0]));
    assert_true(n > 0);
    assert_int_equal(mh_text_fold(&b, pairs[i][1], strlen(pairs[i][1])), n);
    assert_true(same_key(a, b));
  }
}

static void test_text_token__flags_say_what_folding_lost(void **state)
{
  (void)state;
  cut c;
  open(&c, "على مدرسة أكد إلى شكراً وأكد آفاق");
  static const uint16_t want[] = {
      MH_TF_MAKSURA, MH_TF_MARBUTA,  MH_TF_HAMZA_UP, MH_TF_HAMZA_DOWN | MH_TF_MAKSURA,
      MH_TF_TANWIN,  MH_TF_HAMZA_UP, MH_TF_HAMZA_UP};
  assert_int_equal(c.doc.n_tokens, 7);
  for (uint32_t i = 0; i < 7; i++)
    assert_int_equal(c.doc.tokens[i].flags & ~(MH_TF_SPACE | MH_TF_LINE), want[i]);
  mh_arena_free(&c.a);
}

static void test_text_token__space_and_line(void **state)
{
  (void)state;
  cut c;
  open(&c, "نعم،لا\nثم نعم\xC2\xA0لا");
  static const uint16_t want[] = {MH_TF_SPACE | MH_TF_LINE, 0,           0,
                                  MH_TF_SPACE | MH_TF_LINE, MH_TF_SPACE, MH_TF_SPACE};
  assert_int_equal(c.doc.n_tokens, 6);
  for (uint32_t i = 0; i < 6; i++) assert_int_equal(c.doc.tokens[i].flags, want[i]);
  mh_arena_free(&c.a);
}

static void number_is(const char *text, uint32_t value, bool decimal)
{
  cut c;
  open(&c, text);
  assert_int_equal(c.doc.n_tokens, 1);
  token_is(&c, 0, MH_TOKEN_NUMBER, text);
  assert_int_equal(c.doc.tokens[0].value, value);
  assert_int_equal(!!(c.doc.tokens[0].flags & MH_TF_DECIMAL), decimal);
  assert_int_equal(same_key(c.doc.tokens[0].key, MH_KEY_NUMBER(value)), !decimal);
  mh_arena_free(&c.a);
}

static void test_text_token__numbers(void **state)
{
  (void)state;
  number_is("2254", 2254, false);
  number_is("٢٢٥٤", 2254, false);
  number_is("۲۲۵۴", 2254, false);
  number_is("1.5", 1, true);
  number_is("12:30", 12, true);
  number_is("24/11/2020", 24, true);
  number_is("١٬٥٠٠", 1, true);
}

static void test_text_token__a_mark_after_a_number_is_none_of_it(void **state)
{
  (void)state;
  cut c;
  open(&c, "عام 2015. ثم 7، 8/");
  assert_int_equal(c.doc.n_tokens, 8);
  token_is(&c, 1, MH_TOKEN_NUMBER, "2015");
  token_is(&c, 2, MH_TOKEN_MARK, ".");
  token_is(&c, 4, MH_TOKEN_NUMBER, "7");
  token_is(&c, 7, MH_TOKEN_MARK, "/");
  mh_arena_free(&c.a);
}

static void test_text_token__plus_and_hyphen_have_keys(void **state)
{
  (void)state;
  cut c;
  open(&c, "5+1-");
  assert_int_equal(c.doc.n_tokens, 4);
  assert_true(same_key(c.doc.tokens[1].key, MH_KEY_MARK('+')));
  assert_true(same_key(c.doc.tokens[3].key, MH_KEY_MARK('-')));
  mh_arena_free(&c.a);
}

static void test_text_token__latin_stands_apart(void **state)
{
  (void)state;
  cut c;
  open(&c, "الوكالةUSAID Élysée");
  assert_int_equal(c.doc.n_tokens, 3);
  token_is(&c, 0, MH_TOKEN_WORD, "الوكالة");
  token_is(&c, 1, MH_TOKEN_LATIN, "USAID");
  token_is(&c, 2, MH_TOKEN_LATIN, "Élysée");
  mh_arena_free(&c.a);
}

static void test_text_token__joiners_stand_inside_words(void **state)
{
  (void)state;
  cut c;
  open(&c, "می\xE2\x80\x8Cرود");
  assert_int_equal(c.doc.n_tokens, 1);
  assert_int_equal(c.doc.tokens[0].n, 5);
  mh_arena_free(&c.a);
}

static void test_text_token__a_word_too_long_has_no_key(void **state)
{
  (void)state;
  cut c;
  char text[26 * 2 + 1] = "";
  for (int i = 0; i < 24; i++) strcat(text, "ب");
  open(&c, text);
  assert_int_equal(c.doc.tokens[0].n, 24);
  mh_arena_free(&c.a);
  strcat(text, "ب");
  open(&c, text);
  assert_int_equal(c.doc.n_tokens, 1);
  assert_int_equal(c.doc.tokens[0].n, 0);
  assert_true(same_key(c.doc.tokens[0].key, (mh_key){0, 0}));
  mh_arena_free(&c.a);
}

static void test_text_token__an_endless_word_is_cut(void **state)
{
  (void)state;
  const size_t letters = 200000;
  char *text = malloc(letters * 2 + 1);
  assert_non_null(text);
  for (size_t i = 0; i < letters; i++) memcpy(text + 2 * i, "ن", 2);
  text[letters * 2] = 0;
  cut c;
  open(&c, text);
  uint32_t at = 0;
  for (uint32_t i = 0; i < c.doc.n_tokens; i++) {
    assert_int_equal(c.doc.tokens[i].at, at);
    assert_int_equal(c.doc.tokens[i].len % 2, 0);
    at += c.doc.tokens[i].len;
  }
  assert_int_equal(at, letters * 2);
  assert_true(c.doc.n_tokens < 10);
  mh_arena_free(&c.a);
  free(text);
}

static void test_text_token__keys_are_cut_letter_by_letter(void **state)
{
  (void)state;
  static const char *const word =
      "استفساراتهماوالمستقبليات"; /* 24 letters, both halves used */
  mh_key all;
  const int n = mh_text_fold(&all, word, strlen(word));
  assert_int_equal(n, MH_KEY_LETTERS);
  for (int cut_at = 0; cut_at <= n; cut_at++) {
    const mh_key head = mh_key_keep(all, cut_at), tail = mh_key_drop(all, cut_at);
    for (int i = 0; i < n; i++) {
      const int want = mh_key_letter(all, i);
      assert_int_equal(mh_key_letter(head, i), i < cut_at ? want : MH_L_NONE);
      if (i >= cut_at) assert_int_equal(mh_key_letter(tail, i - cut_at), want);
    }
    if (cut_at) assert_int_equal(mh_key_letter(tail, n - cut_at), MH_L_NONE);
  }
}

static void test_text_token__fold_takes_words_only(void **state)
{
  (void)state;
  mh_key k;
  assert_int_equal(mh_text_fold(&k, "", 0), 0);
  assert_int_equal(mh_text_fold(&k, "abc", 3), 0);
  assert_int_equal(mh_text_fold(&k, "نعمX", strlen("نعمX")), 0);
  assert_int_equal(mh_text_fold(&k, "\xD9", 1), 0);
  assert_int_equal(mh_text_fold(&k, "ـ", 2), 0);
}

static void test_text_token__tiles_the_text(void **state)
{
  (void)state;
  static const char *const pieces[] = {"نعم", " ",        "،", "12", ".", "USA",
                                       "\n",  "«",        "ًّ",  "٥",  "/", "\xE2\x80\x8F",
                                       "😀",   "\xC2\xA0", "-", "؟",  "ـ"};
  char text[4096];
  uint32_t seed = 7;
  for (int round = 0; round < 300; round++) {
    size_t len = 0;
    for (int i = 0; i < 60; i++) {
      seed = seed * 1664525u + 1013904223u;
      const char *p = pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)];
      memcpy(text + len, p, strlen(p) + 1);
      len += strlen(p);
    }
    cut c;
    open(&c, text);
    uint32_t at = 0;
    for (uint32_t i = 0; i < c.doc.n_tokens; i++) {
      const mh_token *t = &c.doc.tokens[i];
      assert_true(t->at >= at && t->len > 0 && t->at + t->len <= len);
      assert_true(mh_utf8_check(text + t->at, t->len, NULL));
      assert_int_equal(!!(t->flags & MH_TF_SPACE), i == 0 || t->at > at);
      at = t->at + t->len;
    }
    mh_arena_free(&c.a);
  }
}

static void test_text_token__failing_arena(void **state)
{
  (void)state;
  char text[6000] = "";
  for (int i = 0; i < 1000; i++) strcat(text, "، .");
  for (uint64_t k = 1;; k++) {
    mh_arena a;
    mh_doc doc;
    mh_arena_init(&a, 0);
    a.fail_at = k;
    const mh_status s = mh_text_cut(&doc, &a, text, (uint32_t)strlen(text), NULL, 0);
    mh_arena_free(&a);
    if (s == MH_OK) {
      assert_true(k > 3);
      return;
    }
    assert_int_equal(s, MH_ENOMEM);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_text_token__words_and_marks),
      cmocka_unit_test(test_text_token__keeps_tatweel),
      cmocka_unit_test(test_text_token__folds_the_spellings_of_a_letter),
      cmocka_unit_test(test_text_token__flags_say_what_folding_lost),
      cmocka_unit_test(test_text_token__space_and_line),
      cmocka_unit_test(test_text_token__numbers),
      cmocka_unit_test(test_text_token__a_mark_after_a_number_is_none_of_it),
      cmocka_unit_test(test_text_token__plus_and_hyphen_have_keys),
      cmocka_unit_test(test_text_token__latin_stands_apart),
      cmocka_unit_test(test_text_token__joiners_stand_inside_words),
      cmocka_unit_test(test_text_token__a_word_too_long_has_no_key),
      cmocka_unit_test(test_text_token__an_endless_word_is_cut),
      cmocka_unit_test(test_text_token__keys_are_cut_letter_by_letter),
      cmocka_unit_test(test_text_token__fold_takes_words_only),
      cmocka_unit_test(test_text_token__tiles_the_text),
      cmocka_unit_test(test_text_token__failing_arena),
  };
  return cmocka_run_group_tests_name("text_token", tests, NULL, NULL);
}
