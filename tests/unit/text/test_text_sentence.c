/* Sentences: where they end, and that they share out the tokens without rest. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "src/text/text.h"

/* The text, cut; `bars` is the same text with a bar at the end of each sentence. */
static void cuts_to(const char *bars)
{
  char text[1024], got[1024];
  size_t n = 0, g = 0;
  for (const char *p = bars; *p; p++)
    if (*p != '|') text[n++] = *p;
  text[n] = 0;
  mh_arena a;
  mh_doc d;
  mh_arena_init(&a, 0);
  assert_int_equal(mh_text_cut(&d, &a, text, (uint32_t)n, NULL, 0), MH_OK);
  size_t at = 0;
  for (uint32_t i = 0; i < d.n_sentences; i++) {
    const mh_token *t = &d.tokens[d.sentences[i].end - 1];
    memcpy(got + g, text + at, t->at + t->len - at);
    g += t->at + t->len - at;
    at = t->at + t->len;
    got[g++] = '|';
  }
  memcpy(got + g, text + at, n - at + 1);
  assert_string_equal(got, bars);
  mh_arena_free(&a);
}

static void test_text_sentence__ends_at_marks(void **state)
{
  (void)state;
  cuts_to("سافر الوفد.| ثم عاد؟| نعم!| انتهى|");
  cuts_to("من يعلم؟| لا أحد۔| نعم|");
}

static void test_text_sentence__ends_with_its_line(void **state)
{
  (void)state;
  cuts_to("سطر أول|\nسطر ثان.|\nثالث|");
}

static void test_text_sentence__commas_end_none(void **state)
{
  (void)state;
  cuts_to("جاء، وجلس؛ ثم قال: نعم.|");
}

static void test_text_sentence__a_quotation_stays_together(void **state)
{
  (void)state;
  cuts_to("قال «انتهى الأمر. لن نعود» ومضى.| ثم غاب.|");
  cuts_to("قال \"انتهى. لن نعود\" ومضى.| ثم غاب.|");
  cuts_to("قال “انتهى. لن نعود” ومضى.| ثم غاب.|");
}

static void test_text_sentence__marks_that_do_not_pair_are_ignored(void **state)
{
  (void)state;
  cuts_to("قال «انتهى الأمر.| لن نعود.|");
  cuts_to("قال \"انتهى.| لن نعود.|");
}

static void test_text_sentence__a_closing_mark_belongs_to_what_ends(void **state)
{
  (void)state;
  cuts_to("(رحل ثم عاد.)| نعم.|");
}

static void test_text_sentence__dots_are_a_pause(void **state)
{
  (void)state;
  cuts_to("نعم... ربما.. لا.|");
}

static void test_text_sentence__an_initial_ends_none(void **state)
{
  (void)state;
  cuts_to("كتب د. سالم رسالة.| وانصرف.|");
}

static void test_text_sentence__a_number_keeps_its_point(void **state)
{
  (void)state;
  cuts_to("بلغت 1.5 درجة عام 2015.| ثم زادت.|");
}

static void test_text_sentence__headings_and_paragraphs(void **state)
{
  (void)state;
  static const char text[] = "أول.\nعنوان\nثان. وثالث.";
  const mh_span h = {(uint32_t)strlen("أول.\n"), (uint32_t)strlen("عنوان")};
  mh_arena a;
  mh_doc d;
  mh_arena_init(&a, 0);
  assert_int_equal(mh_text_cut(&d, &a, text, sizeof text - 1, &h, 1), MH_OK);
  static const struct {
    uint32_t paragraph;
    bool heading;
  } want[] = {{0, false}, {1, true}, {2, false}, {2, false}};
  assert_int_equal(d.n_sentences, 4);
  for (uint32_t i = 0; i < 4; i++) {
    assert_int_equal(d.sentences[i].paragraph, want[i].paragraph);
    assert_int_equal(d.sentences[i].heading, want[i].heading);
  }
  mh_arena_free(&a);
}

static void test_text_sentence__nothing_in_nothing_out(void **state)
{
  (void)state;
  mh_arena a;
  mh_doc d;
  mh_arena_init(&a, 0);
  assert_int_equal(mh_text_cut(&d, &a, "", 0, NULL, 0), MH_OK);
  assert_int_equal(d.n_tokens, 0);
  assert_int_equal(d.n_sentences, 0);
  assert_int_equal(mh_text_cut(&d, &a, " \n ", 3, NULL, 0), MH_OK);
  assert_int_equal(d.n_sentences, 0);
  mh_arena_free(&a);
}

/* Sentences follow one another, cover every token and never go over a line. */
static void test_text_sentence__shares_out_the_tokens(void **state)
{
  (void)state;
  static const char *const pieces[] = {"نعم ", "«", "»", ".", "؟",  "\n", "\"",
                                       "“",    "”", ")", "د", "..", "!",  "12"};
  char text[4096];
  uint32_t seed = 3;
  for (int round = 0; round < 300; round++) {
    size_t len = 0;
    text[0] = 0;
    for (int i = 0; i < 80; i++) {
      seed = seed * 1664525u + 1013904223u;
      const char *p = pieces[(seed >> 16) % (sizeof pieces / sizeof *pieces)];
      memcpy(text + len, p, strlen(p) + 1);
      len += strlen(p);
    }
    mh_arena a;
    mh_doc d;
    mh_arena_init(&a, 0);
    assert_int_equal(mh_text_cut(&d, &a, text, (uint32_t)len, NULL, 0), MH_OK);
    uint32_t at = 0;
    for (uint32_t i = 0; i < d.n_sentences; i++) {
      const mh_sentence *s = &d.sentences[i];
      assert_int_equal(s->first, at);
      assert_true(s->end > s->first);
      for (uint32_t k = s->first + 1; k < s->end; k++)
        assert_false(d.tokens[k].flags & MH_TF_LINE);
      at = s->end;
    }
    assert_int_equal(at, d.n_tokens);
    mh_arena_free(&a);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_text_sentence__ends_at_marks),
      cmocka_unit_test(test_text_sentence__ends_with_its_line),
      cmocka_unit_test(test_text_sentence__commas_end_none),
      cmocka_unit_test(test_text_sentence__a_quotation_stays_together),
      cmocka_unit_test(test_text_sentence__marks_that_do_not_pair_are_ignored),
      cmocka_unit_test(test_text_sentence__a_closing_mark_belongs_to_what_ends),
      cmocka_unit_test(test_text_sentence__dots_are_a_pause),
      cmocka_unit_test(test_text_sentence__an_initial_ends_none),
      cmocka_unit_test(test_text_sentence__a_number_keeps_its_point),
      cmocka_unit_test(test_text_sentence__headings_and_paragraphs),
      cmocka_unit_test(test_text_sentence__nothing_in_nothing_out),
      cmocka_unit_test(test_text_sentence__shares_out_the_tokens),
  };
  return cmocka_run_group_tests_name("text_sentence", tests, NULL, NULL);
}
