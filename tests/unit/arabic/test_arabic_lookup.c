/* The readings of a word: which clitics come off it, and which may not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "tiny.h"

/* The first reading of the only token of `word` as `lemma`, with any part of speech. */
static bool reading(mh_reading *out, const char *word, const char *lemma)
{
  tiny t;
  bool found = false;
  tiny_read(&t, word);
  assert_int_equal(t.doc.n_tokens, 1);
  assert_true(mh_words_readings(&t.w, 0) <= MH_READINGS_MAX);
  for (uint32_t r = 0; r < mh_words_readings(&t.w, 0) && !found; r++) {
    *out = *mh_words_reading(&t.w, 0, r);
    found = out->word &&
            strcmp(mh_lex_word(&mh_lexicon_tiny, out->word)->lemma, lemma) == 0;
  }
  tiny_free(&t);
  return found;
}

static void reads(const char *word, const char *lemma, unsigned pro, unsigned enc)
{
  mh_reading r;
  assert_true(reading(&r, word, lemma));
  assert_int_equal(r.pro, pro);
  assert_int_equal(r.enc, enc);
}

static void never_reads(const char *word, const char *lemma)
{
  mh_reading r;
  assert_false(reading(&r, word, lemma));
}

static void test_arabic_lookup__proclitics_of_a_noun(void **state)
{
  (void)state;
  reads("نهر", "نهر", 0, MH_ENC_NONE);
  reads("النهر", "نهر", MH_PRO_AL, MH_ENC_NONE);
  reads("والنهر", "نهر", MH_PRO_WA | MH_PRO_AL, MH_ENC_NONE);
  reads("فالنهر", "نهر", MH_PRO_FA | MH_PRO_AL, MH_ENC_NONE);
  reads("بنهر", "نهر", MH_PRO_BI, MH_ENC_NONE);
  reads("بالنهر", "نهر", MH_PRO_BI | MH_PRO_AL, MH_ENC_NONE);
  reads("وكالنهر", "نهر", MH_PRO_WA | MH_PRO_KA | MH_PRO_AL, MH_ENC_NONE);
  reads("لنهر", "نهر", MH_PRO_LI, MH_ENC_NONE);
  reads("للنهر", "نهر", MH_PRO_LI | MH_PRO_AL, MH_ENC_NONE);
  reads("وللنهر", "نهر", MH_PRO_WA | MH_PRO_LI | MH_PRO_AL, MH_ENC_NONE);
}

static void test_arabic_lookup__enclitics_of_a_noun(void **state)
{
  (void)state;
  reads("نهره", "نهر", 0, MH_ENC_HU);
  reads("نهرها", "نهر", 0, MH_ENC_HA);
  reads("نهرهما", "نهر", 0, MH_ENC_HUMA);
  reads("نهرهم", "نهر", 0, MH_ENC_HUM);
  reads("نهرنا", "نهر", 0, MH_ENC_NA);
  reads("نهري", "نهر", 0,
        MH_ENC_NONE); /* also a dual that something follows; never lost */
  reads("نهراً", "نهر", 0, MH_ENC_NONE);
  reads("بنهرهما", "نهر", MH_PRO_BI, MH_ENC_HUMA);
}

static void test_arabic_lookup__ta_marbuta_opens_before_a_pronoun(void **state)
{
  (void)state;
  reads("ضرورة", "ضرورة", 0, MH_ENC_NONE);
  reads("ضرورتها", "ضرورة", 0, MH_ENC_HA);
  reads("وبضرورته", "ضرورة", MH_PRO_WA | MH_PRO_BI, MH_ENC_HU);
  reads("دعوتهما", "دعا", 0, MH_ENC_HUMA);
}

static void test_arabic_lookup__article_and_pronoun_exclude_each_other(void **state)
{
  (void)state;
  never_reads("النهرهم", "نهر");
  never_reads("الضرورتها", "ضرورة");
}

static void test_arabic_lookup__future_sin_only_before_an_imperfect(void **state)
{
  (void)state;
  reads("سيؤكد", "أكد", MH_PRO_SA, MH_ENC_NONE);
  reads("وستؤكدان", "أكد", MH_PRO_WA | MH_PRO_SA, MH_ENC_NONE);
  never_reads("سأكدت", "أكد");
  never_reads("سنهر", "نهر");
}

static void test_arabic_lookup__verbs_take_no_article_and_no_bi(void **state)
{
  (void)state;
  never_reads("اليؤكد", "أكد");
  never_reads("بأكدت", "أكد");
  reads("أكدته", "أكد", 0, MH_ENC_HU);
  reads("ليؤكدا", "أكد", MH_PRO_LI, MH_ENC_NONE);
}

static void test_arabic_lookup__spelling_folds(void **state)
{
  (void)state;
  reads("اكد", "أكد", 0, MH_ENC_NONE);
  reads("أكّد", "أكد", 0, MH_ENC_NONE);
  reads("أكـــد", "أكد", 0, MH_ENC_NONE);
  reads("الى", "إلى", 0, MH_ENC_NONE);
}

static void test_arabic_lookup__features_of_a_form(void **state)
{
  (void)state;
  mh_reading r;
  assert_true(reading(&r, "وأكدتا", "أكد"));
  assert_int_equal(MH_F_POS_OF(r.feats), MH_POS_VERB);
  assert_int_equal(r.feats & MH_F_NUMBER, MH_F_DU);
  assert_int_equal(r.feats & MH_F_GENDER, MH_F_F);
  assert_true(reading(&r, "مؤكدين", "أكد"));
  assert_true(reading(&r, "دعوة", "دعا"));
  assert_int_equal(MH_F_POS_OF(r.feats), MH_POS_MASDAR);
  assert_true(reading(&r, "أنهار", "نهر"));
  assert_int_equal(r.feats & MH_F_NUMBER, MH_F_PL);
}

static void test_arabic_lookup__frames_of_act_words(void **state)
{
  (void)state;
  mh_reading r;
  assert_true(reading(&r, "أكد", "أكد"));
  const mh_word *w = mh_lex_word(&mh_lexicon_tiny, r.word);
  assert_int_equal(w->n_frames, 1);
  const mh_frame *f = mh_lex_frames(&mh_lexicon_tiny, w);
  assert_int_equal(f->takes, MH_TAKES_OBJECT | MH_TAKES_AN | MH_TAKES_ALA);
  assert_int_equal(f->act, 0);
  assert_int_equal(f->kind, MH_FRAME_ACT);
  assert_true(reading(&r, "كتب", "كتب"));
  assert_int_equal(mh_lex_word(&mh_lexicon_tiny, r.word)->n_frames, 0);
}

static void test_arabic_lookup__word_classes(void **state)
{
  (void)state;
  mh_reading r;
  assert_true(reading(&r, "ضرورة", "ضرورة"));
  assert_int_equal(mh_lex_word(&mh_lexicon_tiny, r.word)->cls, MH_W_EVALUATION);
  assert_true(reading(&r, "على", "على"));
  assert_int_equal(mh_lex_word(&mh_lexicon_tiny, r.word)->cls, MH_W_PREP);
  assert_int_equal(MH_F_POS_OF(r.feats), MH_POS_PARTICLE);
}

static void test_arabic_lookup__unknown_and_other_tokens_have_no_reading(void **state)
{
  (void)state;
  static const char *const none[] = {"زبرجد", "USA", "،", "2254", "ه", "ال"};
  for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
    tiny t;
    tiny_read(&t, none[i]);
    for (uint32_t k = 0; k < t.doc.n_tokens; k++)
      for (uint32_t r = 0; r < mh_words_readings(&t.w, k); r++)
        assert_int_equal(mh_words_reading(&t.w, k, r)->word, 0);
    tiny_free(&t);
  }
}

static void test_arabic_lookup__short_and_strange_words_do_no_harm(void **state)
{
  (void)state;
  static const char *const letters[] = {"و", "ا", "ل", "ب", "س", "ه",
                                        "م", "ن", "ت", "ي", "ك"};
  const unsigned n = sizeof letters / sizeof *letters;
  char text[64];
  for (unsigned i = 0; i < n * n * n * n; i++) {
    snprintf(text, sizeof text, "%s%s%s%s", letters[i % n], letters[i / n % n],
             letters[i / n / n % n], letters[i / n / n / n]);
    tiny t;
    tiny_read(&t, text);
    assert_true(mh_words_readings(&t.w, 0) <= MH_READINGS_MAX);
    tiny_free(&t);
  }
}

static void test_arabic_lookup__the_builtin_lexicon_is_another(void **state)
{
  (void)state;
  assert_ptr_not_equal(mh_lexicon_builtin(), &mh_lexicon_tiny);
  assert_non_null(mh_lex_actor_by_code(&mh_lexicon_tiny, "KWT"));
  assert_null(mh_lex_actor_by_code(&mh_lexicon_tiny, "USA"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_arabic_lookup__proclitics_of_a_noun),
      cmocka_unit_test(test_arabic_lookup__enclitics_of_a_noun),
      cmocka_unit_test(test_arabic_lookup__ta_marbuta_opens_before_a_pronoun),
      cmocka_unit_test(test_arabic_lookup__article_and_pronoun_exclude_each_other),
      cmocka_unit_test(test_arabic_lookup__future_sin_only_before_an_imperfect),
      cmocka_unit_test(test_arabic_lookup__verbs_take_no_article_and_no_bi),
      cmocka_unit_test(test_arabic_lookup__spelling_folds),
      cmocka_unit_test(test_arabic_lookup__features_of_a_form),
      cmocka_unit_test(test_arabic_lookup__frames_of_act_words),
      cmocka_unit_test(test_arabic_lookup__word_classes),
      cmocka_unit_test(test_arabic_lookup__unknown_and_other_tokens_have_no_reading),
      cmocka_unit_test(test_arabic_lookup__short_and_strange_words_do_no_harm),
      cmocka_unit_test(test_arabic_lookup__the_builtin_lexicon_is_another),
  };
  return cmocka_run_group_tests_name("arabic_lookup", tests, NULL, NULL);
}
