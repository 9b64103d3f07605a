/* One report as mahdar.record/1: order, what is left out, positions in code points. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "src/base/report.h"
#include "src/export/inside.h"

/* "é, أب." - a letter of two bytes before all positions. */
static const char body[] = "\xc3\xa9, \xd8\xa3\xd8\xa8.\nline \"two\"\t\x01";

static void fill(mh_report *r)
{
  static const mh_speaker speakers[] = {{"KWT", {0, 0}, {4, 4}}, {"USA", {0, 0}, {0, 0}}};
  static const char *const topics[] = {"energy"};
  static const mh_statement statements[] = {{.act = 2,
                                             .trigger = {0, 2},
                                             .content = {4, 4},
                                             .speakers = speakers,
                                             .n_speakers = 2,
                                             .topics = topics,
                                             .n_topics = 1,
                                             .cameo = "01",
                                             .quoted = true,
                                             .confidence = 0.876}};
  *r = (mh_report){.id = "sha256:00",
                   .path = "a.txt",
                   .language = "ar",
                   .text = body,
                   .len = sizeof body - 1,
                   .statements = statements,
                   .n_statements = 1};
}

static char *json_of(const mh_report *r)
{
  char *out;
  size_t len;
  assert_int_equal(mh_report_json(&out, &len, r, NULL), MH_OK);
  assert_int_equal(strlen(out), len);
  return out;
}

static void has(const char *json, const char *part)
{
  if (!strstr(json, part)) fail_msg("%s is not in %s", part, json);
}

static void test_export_record__counts_code_points(void **state)
{
  (void)state;
  mh_report r;
  fill(&r);
  char *json = json_of(&r);
  has(json, "\"trigger\":{\"start\":0,\"end\":1}");
  has(json, "\"content\":{\"start\":3,\"end\":5}");
  has(json, "\"person\":\"\xd8\xa3\xd8\xa8\"");
  mh_text_free(json);
}

static void test_export_record__leaves_out_what_has_no_value(void **state)
{
  (void)state;
  mh_report r;
  fill(&r);
  char *json = json_of(&r);
  static const char *const absent[] = {"null",     "title",   "byline", "published",
                                       "headings", "url",     "refs",   "about",
                                       "plover",   "reporter"};
  for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
    assert_null(strstr(json, absent[i]));
  has(json, "\"mentions\":[],\"meetings\":[],\"statements\":[{\"id\":\"s1\"");
  mh_text_free(json);
}

static void test_export_record__escapes_the_text(void **state)
{
  (void)state;
  mh_report r;
  fill(&r);
  char *json = json_of(&r);
  has(json, ".\\nline \\\"two\\\"\\t\\u0001\"");
  assert_null(strchr(json, '\n'));
  mh_text_free(json);
}

static void test_export_record__prints_confidence_with_two_digits(void **state)
{
  (void)state;
  static const double given[] = {0.876, 0, 1, 7, -1, 0.005, 0.994, 0.999};
  static const char *const wanted[] = {"0.88", "0.00", "1.00", "1.00",
                                       "0.00", "0.01", "0.99", "1.00"};
  mh_report r;
  fill(&r);
  mh_statement s = r.statements[0];
  r.statements = &s;
  for (size_t i = 0; i < 8; i++) {
    char part[32] = "\"confidence\":";
    s.confidence = given[i];
    char *json = json_of(&r);
    has(json, strcat(part, wanted[i]));
    mh_text_free(json);
  }
}

static void test_export_record__is_the_same_with_a_used_scratch(void **state)
{
  (void)state;
  mh_report r;
  mh_out o = {0};
  mh_arena scratch;
  fill(&r);
  mh_arena_init(&scratch, 0);
  char *json = json_of(&r);
  for (int i = 0; i < 3; i++) {
    mh_out_clear(&o);
    assert_int_equal(mh_record_write(&o, &r, &scratch), MH_OK);
    assert_string_equal(o.at, json);
  }
  mh_out_free(&o);
  mh_arena_free(&scratch);
  mh_text_free(json);
}

static void test_export_record__says_when_memory_is_out(void **state)
{
  (void)state;
  mh_report r;
  mh_out o = {0};
  mh_arena scratch;
  fill(&r);
  mh_arena_init(&scratch, 0);
  scratch.fail_at = 1;
  assert_int_equal(mh_record_write(&o, &r, &scratch), MH_ENOMEM);
  mh_out_free(&o);
  mh_arena_free(&scratch);
}

static void same_json(const char *bytes, size_t len)
{
  mh_out fast = {0}, plain = {0};
  mh_export__json(&fast, bytes, len);
  mh_out_json(&plain, bytes, len);
  assert_int_equal(fast.len, plain.len);
  assert_memory_equal(fast.at, plain.at, plain.len);
  mh_out_free(&fast);
  mh_out_free(&plain);
}

/* Every byte that matters at every place of a word of eight, with others before it. */
static void test_export_record__long_text_escapes_as_short_text(void **state)
{
  (void)state;
  static const char *const parts[] = {
      "\n",           "\"",           "\\",           "\x1f",     "\x7f", "\x01",
      "\xe2\x80\xa8", "\xe2\x80\xa9", "\xe2\x80\x9c", "\xd8\xa3", "\xe2", "\xe2\x80"};
  for (size_t before = 0; before < 20; before++)
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
      for (size_t k = 0; k < sizeof parts / sizeof *parts; k++) {
        char text[64];
        memset(text, 'a', sizeof text);
        memcpy(text + before, parts[i], strlen(parts[i]));
        const size_t at = before + strlen(parts[i]);
        memcpy(text + at, parts[k], strlen(parts[k]));
        for (size_t more = 0; more < 12; more += 5)
          same_json(text, at + strlen(parts[k]) + more);
      }
  same_json("", 0);
  same_json("\0\0", 2);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_export_record__counts_code_points),
      cmocka_unit_test(test_export_record__leaves_out_what_has_no_value),
      cmocka_unit_test(test_export_record__escapes_the_text),
      cmocka_unit_test(test_export_record__prints_confidence_with_two_digits),
      cmocka_unit_test(test_export_record__is_the_same_with_a_used_scratch),
      cmocka_unit_test(test_export_record__long_text_escapes_as_short_text),
      cmocka_unit_test(test_export_record__says_when_memory_is_out)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
