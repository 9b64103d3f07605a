/* The phrases of the lexicon in a text: which word forms they take, which one is kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "tiny.h"

/* The match of a kind at token i of text; end 0 when there is none. */
static mh_match found(const char *text, uint32_t i, mh_phrase_kind kind)
{
  tiny t;
  tiny_read(&t, text);
  assert_true(i < t.doc.n_tokens);
  const mh_match *m = mh_words_match(&t.w, i, kind);
  const mh_match copy = m ? *m : (mh_match){0};
  tiny_free(&t);
  return copy;
}

static uint32_t end_of(const char *text, uint32_t i, mh_phrase_kind kind)
{
  return found(text, i, kind).end;
}

static void test_arabic_phrase__article_is_free_where_the_row_has_none(void **state)
{
  (void)state;
  assert_int_equal(end_of("طاقة متجددة", 0, MH_PH_TOPIC), 2);
  assert_int_equal(end_of("الطاقة المتجددة", 0, MH_PH_TOPIC), 2);
  assert_int_equal(end_of("الأمن المياه", 0, MH_PH_TOPIC), 2);
}

static void test_arabic_phrase__article_is_needed_where_the_row_has_one(void **state)
{
  (void)state;
  assert_int_equal(end_of("الأمم المتحدة", 0, MH_PH_ACTOR), 2);
  assert_int_equal(end_of("أمم متحدة", 0, MH_PH_ACTOR), 0);
  assert_int_equal(end_of("للأمم المتحدة", 0, MH_PH_ACTOR), 2);
}

static void test_arabic_phrase__the_longest_of_a_kind_is_kept(void **state)
{
  (void)state;
  tiny t;
  tiny_read(&t, "طاقة متجددة");
  uint32_t n = 0;
  for (uint32_t i = 0; i < t.w.n_matches; i++) n += t.w.matches[i].kind == MH_PH_TOPIC;
  assert_int_equal(n, 1);
  assert_int_equal(mh_words_match(&t.w, 0, MH_PH_TOPIC)->value, 0u | 3u << 16);
  tiny_free(&t);
  assert_int_equal(found("طاقة نظيفة", 0, MH_PH_TOPIC).value, 0u | 2u << 16);
}

static void test_arabic_phrase__other_kinds_inside_are_kept_too(void **state)
{
  (void)state;
  tiny t;
  tiny_read(&t, "وزير خارجية الكويت");
  assert_int_equal(mh_words_match(&t.w, 0, MH_PH_OFFICE)->end, 2);
  assert_int_equal(mh_words_match(&t.w, 1, MH_PH_TOPIC)->end, 2);
  assert_int_equal(mh_words_match(&t.w, 2, MH_PH_ACTOR)->end, 3);
  tiny_free(&t);
}

static void test_arabic_phrase__clitics_of_the_first_word(void **state)
{
  (void)state;
  assert_int_equal(found("وبالطاقة المتجددة", 0, MH_PH_TOPIC).pro,
                   MH_PRO_WA | MH_PRO_BI | MH_PRO_AL);
  assert_int_equal(found("للكويت", 0, MH_PH_ACTOR).pro, MH_PRO_LI | MH_PRO_AL);
  assert_int_equal(found("نظيرها", 0, MH_PH_ROLE).end, 1);
  assert_int_equal(found("مياهها", 0, MH_PH_TOPIC).enc, MH_ENC_HA);
}

static void test_arabic_phrase__and_breaks_a_phrase(void **state)
{
  (void)state;
  assert_int_equal(end_of("الطاقة والمتجددة", 0, MH_PH_TOPIC), 1);
}

static void test_arabic_phrase__marks_break_a_phrase(void **state)
{
  (void)state;
  assert_int_equal(end_of("الطاقة، المتجددة", 0, MH_PH_TOPIC), 1);
}

static void test_arabic_phrase__adjectives_in_all_their_forms(void **state)
{
  (void)state;
  static const char *const forms[] = {"كويتي",     "كويتية",    "الكويتي",   "الكويتيان",
                                      "الكويتيين", "كويتيون",   "الكويتيات", "الكويتيتين",
                                      "كويتيو",    "وبالكويتية"};
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    const mh_match m = found(forms[i], 0, MH_PH_ADJ);
    assert_int_equal(m.end, 1);
    assert_string_equal(mh_lex_actor(&mh_lexicon_tiny, m.value)->code, "KWT");
  }
}

static void test_arabic_phrase__numbers_and_marks_in_names(void **state)
{
  (void)state;
  assert_int_equal(end_of("مجموعة 5+1", 0, MH_PH_ACTOR), 4);
  assert_int_equal(end_of("مجموعة ٥+١", 0, MH_PH_ACTOR), 4);
  assert_int_equal(end_of("لمجموعة 5+2", 0, MH_PH_ACTOR), 0);
}

static void test_arabic_phrase__words_of_grammar(void **state)
{
  (void)state;
  const mh_match m = found("فضلاً عن", 0, MH_PH_GRAMMAR);
  assert_int_equal(m.end, 2);
  assert_int_equal(m.value, MH_W_AND);
}

static void test_arabic_phrase__values_lead_to_rows(void **state)
{
  (void)state;
  const mh_lexicon *lex = &mh_lexicon_tiny;
  assert_string_equal(mh_lex_office(lex, found("سفير", 0, MH_PH_OFFICE).value)->kind,
                      "ambassador");
  assert_string_equal(
      mh_lex_person(lex, found("نديم الصافي", 0, MH_PH_PERSON).value)->code, "FRA");
  assert_string_equal(
      mh_lex_place(lex, found("وادي الندى", 0, MH_PH_PLACE).value)->english,
      "Nada Valley");
  assert_string_equal(
      mh_lex_instrument(lex, found("ميثاق الندى", 0, MH_PH_INSTRUMENT).value)->id,
      "nada-charter");
  assert_string_equal(
      mh_lex_meeting(lex, found("الحوار الاستراتيجي", 0, MH_PH_MEETING).value)->kind,
      "strategic-dialogue");
  assert_string_equal(mh_lex_organ(lex, found("الإليزيه", 0, MH_PH_ORGAN).value)->code,
                      "FRA");
  assert_null(mh_lex_organ(lex, found("وزارة الخارجية", 0, MH_PH_ORGAN).value)->code);
  assert_int_equal(found("شباط", 0, MH_PH_MONTH).value, 2);
  assert_int_equal(found("الخامسة", 0, MH_PH_NUMBER).value, 1u << 24 | 5);
  assert_int_equal(found("خمسة", 0, MH_PH_NUMBER).value, 5);
  assert_int_equal(found("الجانبان", 0, MH_PH_ROLE).value, MH_ROLE_BOTH);
  assert_int_equal(found("باريس", 0, MH_PH_CAPITAL).end, 1);
  assert_int_equal(found("باريس", 0, MH_PH_PLACE).end, 1);
}

/* Matches stand in the order of their first token, inside the text. */
static void test_arabic_phrase__match_index_is_sound(void **state)
{
  (void)state;
  static const char *const words[] = {"وزير ",     "خارجية ", "الكويت ",     "الطاقة ",
                                      "المتجددة ", "الأمم ",  "المتحدة ",    "، ",
                                      "5",         "+",       "مجموعة ",     "زبرجد ",
                                      "نظيره ",    "الحوار ", "الاستراتيجي "};
  uint32_t seed = 11;
  for (int round = 0; round < 200; round++) {
    char text[2048] = "";
    for (int i = 0; i < 40; i++) {
      seed = seed * 1664525u + 1013904223u;
      strcat(text, words[(seed >> 16) % (sizeof words / sizeof *words)]);
    }
    tiny t;
    tiny_read(&t, text);
    for (uint32_t i = 0; i < t.doc.n_tokens; i++) {
      assert_true(t.w.match_first[i] <= t.w.match_first[i + 1]);
      for (uint32_t m = t.w.match_first[i]; m < t.w.match_first[i + 1]; m++) {
        assert_int_equal(t.w.matches[m].first, i);
        assert_true(t.w.matches[m].end > i && t.w.matches[m].end <= t.doc.n_tokens);
      }
    }
    assert_int_equal(t.w.match_first[t.doc.n_tokens], t.w.n_matches);
    tiny_free(&t);
  }
}

static void test_arabic_phrase__failing_arena(void **state)
{
  (void)state;
  char text[8192] = "";
  for (int i = 0; i < 150; i++) strcat(text, "وزير خارجية الكويت ");
  mh_arena keep;
  mh_doc doc;
  mh_arena_init(&keep, 0);
  assert_int_equal(mh_text_cut(&doc, &keep, text, (uint32_t)strlen(text), NULL, 0),
                   MH_OK);
  for (uint64_t k = 1;; k++) {
    mh_arena a;
    mh_words w;
    mh_arena_init(&a, 0);
    a.fail_at = k;
    const mh_status s = mh_arabic_read(&w, &a, &doc, &mh_lexicon_tiny);
    mh_arena_free(&a);
    if (s == MH_OK) {
      assert_true(k > 4);
      break;
    }
    assert_int_equal(s, MH_ENOMEM);
  }
  mh_arena_free(&keep);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_arabic_phrase__article_is_free_where_the_row_has_none),
      cmocka_unit_test(test_arabic_phrase__article_is_needed_where_the_row_has_one),
      cmocka_unit_test(test_arabic_phrase__the_longest_of_a_kind_is_kept),
      cmocka_unit_test(test_arabic_phrase__other_kinds_inside_are_kept_too),
      cmocka_unit_test(test_arabic_phrase__clitics_of_the_first_word),
      cmocka_unit_test(test_arabic_phrase__and_breaks_a_phrase),
      cmocka_unit_test(test_arabic_phrase__marks_break_a_phrase),
      cmocka_unit_test(test_arabic_phrase__adjectives_in_all_their_forms),
      cmocka_unit_test(test_arabic_phrase__numbers_and_marks_in_names),
      cmocka_unit_test(test_arabic_phrase__words_of_grammar),
      cmocka_unit_test(test_arabic_phrase__values_lead_to_rows),
      cmocka_unit_test(test_arabic_phrase__match_index_is_sound),
      cmocka_unit_test(test_arabic_phrase__failing_arena),
  };
  return cmocka_run_group_tests_name("arabic_phrase", tests, NULL, NULL);
}
