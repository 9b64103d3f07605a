/* Noun phrases of political actors, read with the small lexicon of tests/lexicon. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <cmocka.h>

#include "src/mention/mention.h"
#include "tests/unit/arabic/tiny.h"

static const char *const forms[] = {"name",     "capital", "organ",
                                    "official", "person",  "role"};

static void find(mh_mentions *m, tiny *t, const char *text)
{
  tiny_read(t, text);
  assert_int_equal(mh_mention_find(m, &t->a, &t->doc, &t->w, (mh_day){0}), MH_OK);
}

static size_t put(char *out, const tiny *t, uint32_t first, uint32_t end,
                  const char *label)
{
  const mh_span s = mh_tokens_span(&t->doc, first, end);
  if (s.len == 0) return 0;
  return (size_t)sprintf(out, " %s(%.*s)", label, (int)s.len, t->doc.text + s.at);
}

/* All actors of text, one a line: form, codes, words, office and person where there are. */
static void actors_are(const char *text, const char *want)
{
  char got[2048] = "";
  size_t n = 0;
  tiny t;
  mh_mentions m;
  find(&m, &t, text);
  for (uint32_t i = 0; i < m.n_actors; i++) {
    const mh_actor *x = &m.actors[i];
    n += (size_t)sprintf(got + n, "%s%s ", i ? "\n" : "", forms[x->form]);
    for (uint8_t k = 0; k < x->codes.n; k++)
      n += (size_t)sprintf(got + n, "%s%s", k ? "+" : "", x->codes.at[k]);
    n += (size_t)sprintf(got + n, "%s", x->codes.n ? "" : "-");
    n += put(got + n, &t, x->first, x->end, "");
    n += put(got + n, &t, x->office_first, x->office_end, "office");
    n += put(got + n, &t, x->person_first, x->person_end, "person");
  }
  assert_string_equal(got, want);
  tiny_free(&t);
}

static void test_mention_actor__names_of_states_and_organisations(void **state)
{
  (void)state;
  actors_are("زارت فرنسا", "name FRA (فرنسا)");
  actors_are("دولة الكويت", "name KWT (دولة الكويت)");
  actors_are("قررت الأمم المتحدة", "name UN (الأمم المتحدة)");
}

static void test_mention_actor__a_capital(void **state)
{
  (void)state;
  actors_are("رحبت باريس", "capital FRA (باريس)");
}

static void test_mention_actor__an_office_with_its_state(void **state)
{
  (void)state;
  actors_are("وزير خارجية الكويت",
             "official KWT (وزير خارجية الكويت) office(وزير خارجية)");
  actors_are("الوزير الفرنسي", "official FRA (الوزير الفرنسي) office(الوزير)");
  actors_are("وزير الخارجية الكويتي",
             "official KWT (وزير الخارجية الكويتي) office(وزير الخارجية)");
}

static void test_mention_actor__an_office_with_state_and_person(void **state)
{
  (void)state;
  actors_are("وزير الخارجية الكويتي زبرجد ياقوت",
             "official KWT (وزير الخارجية الكويتي زبرجد ياقوت) office(وزير الخارجية)"
             " person(زبرجد ياقوت)");
}

static void test_mention_actor__a_name_ends_before_an_act_word(void **state)
{
  (void)state;
  actors_are("وزير الخارجية الكويتي زبرجد أكد",
             "official KWT (وزير الخارجية الكويتي زبرجد) office(وزير الخارجية)"
             " person(زبرجد)");
}

static void test_mention_actor__a_name_ends_before_a_preposition(void **state)
{
  (void)state;
  actors_are("سفير فرنسا زبرجد في",
             "official FRA (سفير فرنسا زبرجد) office(سفير) person(زبرجد)");
}

static void test_mention_actor__a_known_person_alone(void **state)
{
  (void)state;
  actors_are("رأى نديم الصافي", "person FRA (نديم الصافي) person(نديم الصافي)");
}

static void test_mention_actor__an_organ_of_a_state(void **state)
{
  (void)state;
  actors_are("وزارة الخارجية الكويتية", "organ KWT (وزارة الخارجية الكويتية)");
  actors_are("قصر الإليزيه", "organ FRA (قصر الإليزيه)");
}

static void test_mention_actor__an_organ_without_a_state_is_open(void **state)
{
  (void)state;
  actors_are("وزارة الخارجية", "organ - (وزارة الخارجية)");
}

static void test_mention_actor__roles(void **state)
{
  (void)state;
  actors_are("الجانبان", "role - (الجانبان)");
  actors_are("الجانبان الكويتي والفرنسي", "role KWT+FRA (الجانبان الكويتي والفرنسي)");
  actors_are("نظيره الفرنسي", "role FRA (نظيره الفرنسي)");
  actors_are("نظيره الفرنسي زبرجد ياقوت",
             "role FRA (نظيره الفرنسي زبرجد ياقوت) person(زبرجد ياقوت)");
}

static void test_mention_actor__two_states_joined(void **state)
{
  (void)state;
  actors_are("الكويت وفرنسا", "name KWT (الكويت)\nname FRA (وفرنسا)");
}

static void test_mention_actor__clitics_are_told(void **state)
{
  (void)state;
  tiny t;
  mh_mentions m;
  find(&m, &t, "وللكويت");
  assert_int_equal(m.n_actors, 1);
  assert_int_equal(m.actors[0].pro, MH_PRO_WA | MH_PRO_LI | MH_PRO_AL);
  tiny_free(&t);
}

static void test_mention_actor__words_of_no_actor(void **state)
{
  (void)state;
  actors_are("كتب زبرجد في النهر", "");
  actors_are("", "");
}

/* Both indexes agree with the list, and actors do not overlap. */
static void test_mention_actor__indexes_are_sound(void **state)
{
  (void)state;
  static const char *const words[] = {
      "وزير ",  "الخارجية ", "الكويتي ",  "فرنسا ", "زبرجد ", "نظيره ",  "أكد ", "، ",
      "باريس ", "سفير ",     "الجانبان ", "وزارة ", "نديم ",  "الصافي ", "في "};
  uint32_t seed = 5;
  for (int round = 0; round < 300; round++) {
    char text[2048] = "";
    for (int i = 0; i < 40; i++) {
      seed = seed * 1664525u + 1013904223u;
      strcat(text, words[(seed >> 16) % (sizeof words / sizeof *words)]);
    }
    tiny t;
    mh_mentions m;
    find(&m, &t, text);
    uint32_t at = 0;
    for (uint32_t i = 0; i < m.n_actors; i++) {
      const mh_actor *x = &m.actors[i];
      assert_true(x->first >= at && x->end > x->first && x->end <= t.doc.n_tokens);
      /* the name stands in the phrase, or apart from it */
      assert_true(x->person_first <= x->person_end && x->person_end <= t.doc.n_tokens &&
                  (x->person_end <= x->end || x->person_first >= x->end));
      assert_true(x->office_first <= x->office_end && x->office_end <= x->end);
      assert_int_equal(m.actor_at[x->first], i);
      for (uint32_t k = at; k < x->first; k++) assert_int_equal(m.actor_of[k], -1);
      for (uint32_t k = x->first; k < x->end; k++) assert_int_equal(m.actor_of[k], i);
      at = x->end;
    }
    tiny_free(&t);
  }
}

static void test_mention_actor__codes_are_a_small_set(void **state)
{
  (void)state;
  mh_codes c = {0};
  static const char *const many[] = {"A", "B", "A", "C", "D", "E", "F",
                                     "G", "H", "I", "J", "K", "L"};
  for (size_t i = 0; i < sizeof many / sizeof *many; i++) mh_codes_add(&c, many[i]);
  assert_int_equal(c.n, MH_CODES_MAX);
  assert_true(mh_codes_has(&c, "A") && mh_codes_has(&c, "J") && !mh_codes_has(&c, "K"));
  mh_codes_add(&c, NULL);
  assert_int_equal(c.n, MH_CODES_MAX);
}

static void test_mention_actor__failing_arena(void **state)
{
  (void)state;
  char text[4096] = "";
  tiny t;
  for (int i = 0; i < 60; i++) strcat(text, "وزير الخارجية الكويتي زبرجد، ");
  tiny_read(&t, text);
  for (uint64_t k = 1;; k++) {
    mh_arena a;
    mh_mentions m;
    mh_arena_init(&a, 0);
    a.fail_at = k;
    const mh_status s = mh_mention_find(&m, &a, &t.doc, &t.w, (mh_day){0});
    mh_arena_free(&a);
    if (s == MH_OK) break;
    assert_int_equal(s, MH_ENOMEM);
    assert_true(k < 1000);
  }
  tiny_free(&t);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_mention_actor__names_of_states_and_organisations),
      cmocka_unit_test(test_mention_actor__a_capital),
      cmocka_unit_test(test_mention_actor__an_office_with_its_state),
      cmocka_unit_test(test_mention_actor__an_office_with_state_and_person),
      cmocka_unit_test(test_mention_actor__a_name_ends_before_an_act_word),
      cmocka_unit_test(test_mention_actor__a_name_ends_before_a_preposition),
      cmocka_unit_test(test_mention_actor__a_known_person_alone),
      cmocka_unit_test(test_mention_actor__an_organ_of_a_state),
      cmocka_unit_test(test_mention_actor__an_organ_without_a_state_is_open),
      cmocka_unit_test(test_mention_actor__roles),
      cmocka_unit_test(test_mention_actor__two_states_joined),
      cmocka_unit_test(test_mention_actor__clitics_are_told),
      cmocka_unit_test(test_mention_actor__words_of_no_actor),
      cmocka_unit_test(test_mention_actor__indexes_are_sound),
      cmocka_unit_test(test_mention_actor__codes_are_a_small_set),
      cmocka_unit_test(test_mention_actor__failing_arena),
  };
  return cmocka_run_group_tests_name("mention_actor", tests, NULL, NULL);
}
