/* Words for people: dates, rounds, changed words of a quotation. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "src/export/export.h"

static void date_is(const char *date, bool arabic, const char *wanted)
{
  mh_out o = {0};
  mh_date_put(&o, date, arabic);
  assert_string_equal(o.at, wanted);
  mh_out_free(&o);
}

static void test_export_words__dates(void **state)
{
  (void)state;
  date_is("2022-01-27", false, "27 January 2022");
  date_is("2022-01-27", true, "27 يناير 2022");
  date_is("2022-01-27T08:00:00Z", false, "27 January 2022");
  date_is("2022-11", true, "نوفمبر 2022");
  date_is("2021", true, "2021");
  date_is("2021-02-30", false, "2021-02-30");
  date_is("PAST_REF", true, "PAST_REF");
}

static void round_is(mh_round r, bool arabic, const char *wanted)
{
  mh_out o = {0};
  mh_round_put(&o, &r, arabic);
  assert_string_equal(o.at, wanted);
  mh_out_free(&o);
}

static void test_export_words__rounds(void **state)
{
  (void)state;
  round_is((mh_round){.name = "5", .ordinal = 5}, true, "الجولة الخامسة");
  round_is((mh_round){.name = "5", .ordinal = 5}, false, "fifth round");
  round_is((mh_round){.name = "21", .ordinal = 21}, false, "round 21");
  round_is((mh_round){.name = "2020-11-24", .date = "2020-11-24"}, true,
           "جولة 24 نوفمبر 2020");
  round_is((mh_round){.name = "2023"}, false, "round of 2023");
}

static void bracket(void *user, const char *at, size_t len, bool changed)
{
  mh_out *o = user;
  if (changed) mh_out_char(o, '[');
  mh_out_bytes(o, at, len);
  if (changed) mh_out_char(o, ']');
}

static void marked(const char *quote, const char *word, const char *wanted)
{
  mh_out o = {0};
  mh_changed_words(quote, &word, 1, bracket, &o);
  assert_string_equal(o.at, wanted);
  mh_out_free(&o);
}

static void test_export_words__changed_words_whole_only(void **state)
{
  (void)state;
  marked("بناء جسر وجسور", "جسر", "بناء [جسر] وجسور");
  marked("a bridge, bridges", "Bridge", "a [bridge], bridges");
}

static void test_export_words__changed_words_with_joined_heads(void **state)
{
  (void)state;
  marked("فتح المعبر وبالمعبر يعبرون", "معبر", "فتح [المعبر] [وبالمعبر] يعبرون");
  marked("للمدرسة", "مدرسه", "[للمدرسة]");
}

static void test_export_words__changed_words_whatever_the_spelling(void **state)
{
  (void)state;
  marked("إنشاء مُخَيَّم", "انشاء", "[إنشاء] مُخَيَّم");
  marked("إنشاء مُخَيَّم", "مخيم", "إنشاء [مُخَيَّم]");
  marked("«القرى»، والمدى", "قرى", "«[القرى]»، والمدى");
}

static void test_export_words__nothing_changed_is_one_stretch(void **state)
{
  (void)state;
  mh_out o = {0};
  mh_changed_words("كما هو", NULL, 0, bracket, &o);
  assert_string_equal(o.at, "كما هو");
  mh_changed_words("", NULL, 0, bracket, &o);
  assert_string_equal(o.at, "كما هو");
  mh_out_free(&o);
}

static void test_export_words__codes_of_acts(void **state)
{
  (void)state;
  for (mh_act act = 0; (size_t)act < mh_act_count(); act++)
    assert_true(mh_act_cameo_label(act).len > 0);
  assert_int_equal(mh_act_cameo_label(-1).len, 0);
}

static void test_export_words__places(void **state)
{
  (void)state;
  mh_label l = mh_place_label("Washington", true);
  assert_memory_equal(l.at, "واشنطن", l.len);
  l = mh_place_label("Nowhere Town", true);
  assert_memory_equal(l.at, "Nowhere Town", l.len);
}

static void actors_are(const char *const *codes, uint32_t n, bool arabic,
                       const char *wanted)
{
  mh_out o = {0};
  mh_actors_put(&o, codes, n, arabic);
  assert_string_equal(o.at, wanted);
  mh_out_free(&o);
}

/* A movement that speaks for its state does not lend the state its name; OTHER, which many
 * bear, has none of theirs. */
static void test_export_words__actors(void **state)
{
  (void)state;
  actors_are((const char *[]){"PSE"}, 1, false, "Palestine");
  actors_are((const char *[]){"PSE", "KWT"}, 2, true, "فلسطين والكويت");
  actors_are((const char *[]){"OTHER"}, 1, false, "another party");
  actors_are((const char *[]){"OTHER"}, 1, true, "جهة أخرى");
  assert_string_equal(mh_actor_name("OTHER", "en"), "OTHER");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_export_words__dates),
      cmocka_unit_test(test_export_words__rounds),
      cmocka_unit_test(test_export_words__changed_words_whole_only),
      cmocka_unit_test(test_export_words__changed_words_with_joined_heads),
      cmocka_unit_test(test_export_words__changed_words_whatever_the_spelling),
      cmocka_unit_test(test_export_words__nothing_changed_is_one_stretch),
      cmocka_unit_test(test_export_words__codes_of_acts),
      cmocka_unit_test(test_export_words__places),
      cmocka_unit_test(test_export_words__actors)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
