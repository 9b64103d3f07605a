/* What is read of a text is the same with the words of earlier texts in mind and without. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "tiny.h"

/* Words at every distance from the end of the text, which no vocabulary reaches. */
static const char *const texts[] = {
    "وزير خارجية الكويت",
    "أكد وزير الخارجية الكويتي أن الكويت ووزارة الخارجية تدعمان الحوار",
    "وبوزارتهم وكتابها وللكويت، 24 نوفمبر 2021 و(5+1) مجلس التعاون لدول الخليج العربية "
    "مرة أخرى",
    "",
    "مدرسة مدرسته مدرستي مدرسةً كتاباً كتابا\nوزير\nخارجية الكويت قال إن دولة الكويت دعت"};

static void same_words(const mh_words *x, const mh_words *y, uint32_t n)
{
  assert_memory_equal(x->match_first, y->match_first, (n + 1) * sizeof *x->match_first);
  for (uint32_t i = 0; i <= n; i++) {
    const mh_glance *g = &x->glance[i], *h = &y->glance[i];
    assert_true(g->kinds == h->kinds && g->pos == h->pos && g->acts == h->acts);
    assert_int_equal(g->opens, h->opens);
  }
  for (uint32_t i = 0; i < n; i++) {
    assert_int_equal(mh_words_readings(x, i), mh_words_readings(y, i));
    for (uint32_t r = 0; r < mh_words_readings(x, i); r++) {
      const mh_reading *p = mh_words_reading(x, i, r), *q = mh_words_reading(y, i, r);
      assert_true(p->word == q->word && p->feats == q->feats && p->sym == q->sym);
      assert_true(p->pro == q->pro && p->enc == q->enc);
    }
  }
  for (uint32_t m = 0; m < x->n_matches; m++) {
    const mh_match *p = &x->matches[m], *q = &y->matches[m];
    assert_true(p->first == q->first && p->end == q->end && p->value == q->value);
    assert_true(p->kind == q->kind && p->pro == q->pro && p->enc == q->enc);
  }
}

static void reads_alike(mh_memo *memo, const char *words)
{
  tiny t;
  mh_doc doc;
  mh_words w;
  char text[1024];
  const int n = snprintf(text, sizeof text, "%s                         %60s", words,
                         ".");
  tiny_read(&t, text);
  assert_int_equal(
      mh_text_cut_with(&doc, &t.a, text, (uint32_t)n, NULL, 0, mh_memo_vocabulary(memo)),
      MH_OK);
  assert_int_equal(mh_arabic_read_with(&w, &t.a, &doc, &mh_lexicon_tiny, memo), MH_OK);
  same_words(&t.w, &w, doc.n_tokens);
  tiny_free(&t);
}

static void test_arabic_memo__changes_nothing(void **state)
{
  (void)state;
  mh_arena a;
  mh_arena_init(&a, 0);
  mh_memo *memo = mh_arabic_memo(&a);
  assert_non_null(memo);
  for (int turn = 0; turn < 3; turn++)
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) reads_alike(memo, texts[i]);
  assert_false(mh_memo_full(memo));
  mh_arena_free(&a);
}

/* Wherever memory ends, what is read later with the same memo is right. */
static void test_arabic_memo__survives_want_of_memory(void **state)
{
  (void)state;
  for (uint64_t k = 1; k < 60; k++) {
    mh_arena a;
    mh_arena_init(&a, 0);
    a.fail_at = k;
    mh_memo *memo = mh_arabic_memo(&a);
    for (size_t i = 0; memo && i < sizeof texts / sizeof *texts; i++)
      reads_alike(memo, texts[i]);
    mh_arena_free(&a);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_arabic_memo__changes_nothing),
      cmocka_unit_test(test_arabic_memo__survives_want_of_memory),
  };
  return cmocka_run_group_tests_name("arabic_memo", tests, NULL, NULL);
}
