/* Sentences that hold an act word and an actor and gave nothing: which are told, with which
 * words, that asking twice is asking once, and that short memory is told.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "src/base/report.h"

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

static const mh_uncoded *ask(mh_report *r, size_t n_expected)
{
  const mh_uncoded *u;
  size_t n;
  assert_int_equal(mh_report_uncoded(&u, &n, r, NULL), MH_OK);
  assert_int_equal(n, n_expected);
  return u;
}

static void assert_words(const mh_report *r, mh_span s, const char *words)
{
  size_t len;
  const char *text = mh_report_text(r, &len);
  assert_int_equal(s.len, strlen(words));
  assert_memory_equal(text + s.at, words, s.len);
}

/* The minister has not commented: an act word, an actor, no statement. */
static const char missed[] = "ولم يعلق وزير الخارجية الكويتي على موعد افتتاح الجسر.";

static void test_statement_uncoded__tells_sentence_word_and_actor(void **state)
{
  (void)state;
  mh_report *r = read_text(missed);
  const mh_uncoded *u = ask(r, 1);
  assert_words(r, u->sentence, missed);
  assert_words(r, u->trigger, "يعلق");
  assert_words(r, u->actor, "وزير الخارجية الكويتي");
  assert_int_equal(u->n_codes, 1);
  assert_string_equal(u->codes[0], "KWT");
  assert_string_equal(mh_word_form_id(u->form), "verb");
  assert_string_equal(mh_act_id(u->act), "state");
  mh_report_free(r);
}

static void test_statement_uncoded__leaves_out_what_was_read(void **state)
{
  (void)state;
  mh_report *r = read_text("أكد وزير الخارجية الكويتي أهمية التعاون مع العراق.");
  ask(r, 0);
  mh_report_free(r);
}

static void test_statement_uncoded__wants_both_word_and_actor(void **state)
{
  (void)state;
  mh_report *r = read_text("نشرت الصحيفة مقالا طويلا.\nمساحة الكويت صغيرة.\n");
  ask(r, 0);
  mh_report_free(r);
}

static void test_statement_uncoded__asked_twice_is_the_same(void **state)
{
  (void)state;
  mh_report *r = read_text(missed);
  const mh_uncoded *first = ask(r, 1);
  assert_ptr_equal(ask(r, 1), first);
  mh_report_free(r);
}

static void test_statement_uncoded__short_memory_is_told(void **state)
{
  (void)state;
  mh_report *r = read_text(missed);
  const mh_uncoded *u;
  mh_error err;
  size_t n = 1;
  r->arena.fail_at = r->arena.takes + 1;
  assert_int_equal(mh_report_uncoded(&u, &n, r, &err), MH_ENOMEM);
  assert_int_equal(err.code, MH_ENOMEM);
  assert_null(u);
  assert_int_equal(n, 0);
  r->arena.fail_at = 0;
  ask(r, 1);
  mh_report_free(r);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_statement_uncoded__tells_sentence_word_and_actor),
      cmocka_unit_test(test_statement_uncoded__leaves_out_what_was_read),
      cmocka_unit_test(test_statement_uncoded__wants_both_word_and_actor),
      cmocka_unit_test(test_statement_uncoded__asked_twice_is_the_same),
      cmocka_unit_test(test_statement_uncoded__short_memory_is_told),
  };
  return cmocka_run_group_tests_name("statement_uncoded", tests, NULL, NULL);
}
