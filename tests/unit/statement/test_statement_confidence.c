/* What a confidence rests on: the grounds have names, each holds where it should, and what
 * they say against a statement makes it less sure.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include "src/base/report.h"
#include "tests/unit/statement/where.h"

static mh_report *read_text(const char *body)
{
  mh_report *r = NULL;
  mh_out json = {0};
  mh_out_text(&json, "{\"published\":\"2021-03-15\",\"text\":");
  mh_out_json(&json, body, strlen(body));
  mh_out_char(&json, '}');
  assert_int_equal(
      mh_read(&r, mh_lexicon_builtin(), MH_FORMAT_JSONL, NULL, json.at, json.len, NULL),
      MH_OK);
  mh_out_free(&json);
  return r;
}

static const mh_statement *statements(const mh_report *r, size_t n_expected)
{
  size_t n;
  const mh_statement *s = mh_report_statements(r, &n);
  assert_int_equal(n, n_expected);
  return s;
}

static bool rests_on(const mh_statement *s, const char *ground)
{
  for (size_t i = 0; i < mh_ground_count(); i++)
    if (strcmp(mh_ground_id(i), ground) == 0) return s->grounds >> i & 1;
  fail_msg("no ground %s", ground);
  return false;
}

static void test_statement_confidence__grounds_have_names(void **state)
{
  (void)state;
  assert_in_range(mh_ground_count(), 1, 32);
  for (size_t i = 0; i < mh_ground_count(); i++)
    for (size_t k = 0; k < i; k++)
      assert_string_not_equal(mh_ground_id(i), mh_ground_id(k));
  assert_null(mh_ground_id(mh_ground_count()));
}

/* The page that people cite has a row for each ground, in this order, and no other. */
static void test_statement_confidence__docs_explain_every_ground(void **state)
{
  (void)state;
  FILE *f = fopen(MAHDAR_SOURCE "/docs/reading.md", "rb");
  assert_non_null(f);
  char *page = calloc(1, 1 << 20);
  assert_non_null(page);
  assert_true(fread(page, 1, (1 << 20) - 1, f) > 0);
  fclose(f);
  const char *at = strstr(page, "| ground |");
  assert_non_null(at);
  for (size_t i = 0; i < mh_ground_count(); i++) {
    char row[64];
    snprintf(row, sizeof row, "\n| `%s` |", mh_ground_id(i));
    at = strstr(at, "\n| `");
    assert_non_null(at);
    assert_memory_equal(at, row, strlen(row));
    at++;
  }
  at = strchr(at, '\n');
  assert_memory_equal(at, "\n\n", 2);
  free(page);
}

static void test_statement_confidence__carried_is_less_sure_than_named(void **state)
{
  (void)state;
  mh_report *r = read_text("أكد وزير الخارجية الكويتي أهمية الأمن البحري.\n"
                           "وأكد أهمية الأمن المائي.");
  const mh_statement *s = statements(r, 2);
  assert_false(rests_on(&s[0], "carried"));
  assert_true(rests_on(&s[1], "carried"));
  assert_true(s[1].confidence < s[0].confidence);
  mh_report_free(r);
}

static void test_statement_confidence__no_topic_does_not_speak_for_it(void **state)
{
  (void)state;
  mh_report *r = read_text("أكدت الكويت أهمية الأمن البحري.\nأكدت الكويت أهمية الكراسي.");
  const mh_statement *s = statements(r, 2);
  assert_false(rests_on(&s[0], "no-topic"));
  assert_true(rests_on(&s[1], "no-topic"));
  assert_true(s[1].confidence <= s[0].confidence);
  mh_report_free(r);
}

static void test_statement_confidence__is_a_share(void **state)
{
  (void)state;
  mh_report *r = read_text("أكدت الكويت أهمية الأمن البحري.");
  const mh_statement *s = statements(r, 1);
  assert_true(s->confidence > 0.6 && s->confidence < 1);
  mh_report_free(r);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_statement_confidence__grounds_have_names),
      cmocka_unit_test(test_statement_confidence__docs_explain_every_ground),
      cmocka_unit_test(test_statement_confidence__carried_is_less_sure_than_named),
      cmocka_unit_test(test_statement_confidence__no_topic_does_not_speak_for_it),
      cmocka_unit_test(test_statement_confidence__is_a_share),
  };
  return cmocka_run_group_tests_name("statement_confidence", tests, NULL, NULL);
}
