/* The page and the JSON of a comparison that is made up here: the four functions by which a view
 * is asked are defined in this file and take the place of the store's. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "src/export/export.h"

struct mh_view {
  const mh_comparison *c;
};

const mh_series *mh_view_series(const mh_view *v, size_t *n)
{
  *n = v->c ? 1 : 0;
  return v->c ? v->c->series : NULL;
}
const mh_round *mh_view_the_round(const mh_view *v)
{
  (void)v;
  return NULL;
}
const mh_position *mh_view_positions(const mh_view *v, size_t *n)
{
  (void)v;
  *n = 0;
  return NULL;
}
const mh_comparison *mh_view_comparison(const mh_view *v)
{
  return v->c;
}

#define HOSTILE "<img src=x onerror=\"alert('1')\">&"

static const char *const both[] = {"KWT", "USA"};
static const char *const ids[] = {"sha256:aaaaaaaaaaaaaaaaaaaa"};
static const char *const gone[] = {"bridge"}, *const added[] = {"tunnel"};
static mh_evidence old = {.report = "sha256:aaaaaaaaaaaaaaaaaaaa",
                          .statement = "s1",
                          .outlet = HOSTILE,
                          .title = HOSTILE,
                          .url = "https://e.org/?a=1&b=\"",
                          .published = "2020-11-25",
                          .quote = "the bridge stays",
                          .trigger = HOSTILE,
                          .before = HOSTILE,
                          .after = HOSTILE,
                          .act = 2,
                          .speakers = both,
                          .n_speakers = 2,
                          .confidence = 0.9};
static mh_evidence new_ = {.report = "sha256:bb",
                           .statement = "s2",
                           .quote = HOSTILE " tunnel",
                           .url = "javascript:alert(1)",
                           .act = 3,
                           .speakers = both,
                           .n_speakers = 2,
                           .confidence = 0.3};

static char *made(bool page, const char *language, size_t *len)
{
  static const mh_evidence *const earlier[] = {&old}, *const later[] = {&new_};
  static const mh_round rounds[] = {
      {.name = "4",
       .ordinal = 4,
       .date = "2020-11-24",
       .place = HOSTILE,
       .reports = ids,
       .n_reports = 1},
      {.name = "5", .ordinal = 5, .reports = ids, .n_reports = 1}};
  static const mh_series series = {"KWT-USA/talks", both, "talks", rounds, 2, 2};
  static const mh_position positions[] = {
      {"energy", MH_ADVANCED, earlier, later, 1, 1, gone, added, 1, 1},
      {"health", MH_NOT_REPEATED, earlier, NULL, 1, 0, NULL, NULL, 0, 0}};
  static const mh_file files[] = {{"energy", MH_REAFFIRMED}, {"health", MH_NOT_REPEATED}};
  static const mh_comparison c = {&series,   &rounds[0], &rounds[1], files,
                                  positions, 2,          2};
  const mh_view v = {&c};
  char *out = NULL;
  const mh_status s = page ? mh_view_html(&out, len, &v, language, NULL)
                           : mh_view_json(&out, len, &v, NULL);
  assert_int_equal(s, MH_OK);
  return out;
}

static void has(const char *text, const char *part)
{
  if (!strstr(text, part)) fail_msg("%s is missing", part);
}

static void test_export_page__escapes_all_that_reports_say(void **state)
{
  (void)state;
  size_t len;
  char *page = made(true, "en", &len);
  assert_null(strstr(page, "<img"));
  assert_null(strstr(page, "onerror=\""));
  has(page, "&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;");
  mh_text_free(page);
}

static void test_export_page__links_the_web_only(void **state)
{
  (void)state;
  size_t len;
  char *page = made(true, "en", &len);
  has(page, "href=\"https://e.org/?a=1&amp;b=&quot;\"");
  assert_null(strstr(page, "href=\"javascript:"));
  mh_text_free(page);
}

static void test_export_page__fetches_nothing(void **state)
{
  (void)state;
  size_t len;
  char *page = made(true, "ar", &len);
  has(page, "default-src 'none'; style-src 'sha256-");
  has(page, "<html lang=\"ar\" dir=\"rtl\">");
  assert_null(strstr(page, "<link"));
  assert_null(strstr(page, "url("));
  assert_null(strstr(page, "@import"));
  assert_null(strstr(page, " style=\""));
  assert_null(strstr(page, " src=\""));
  mh_text_free(page);
}

static void test_export_page__marks_changed_words(void **state)
{
  (void)state;
  size_t len;
  char *page = made(true, "en", &len);
  has(page, "the <del>bridge</del> stays");
  has(page, " <ins>tunnel</ins></blockquote>");
  mh_text_free(page);
}

static void test_export_page__says_what_not_found_means(void **state)
{
  (void)state;
  size_t len;
  char *page = made(true, "en", &len);
  has(page, "not found in the reports read");
  mh_text_free(page);
  page = made(true, "ar", &len);
  has(page, "لم يرد في التقارير المقروءة");
  mh_text_free(page);
}

static void test_export_page__is_of_comparisons_only(void **state)
{
  (void)state;
  const mh_view v = {NULL};
  char *out = (char *)"x";
  size_t len = 1;
  mh_error err;
  assert_int_equal(mh_view_html(&out, &len, &v, "en", &err), MH_EUSAGE);
  assert_null(out);
  assert_int_equal(len, 0);
}

static void test_export_json__of_a_comparison(void **state)
{
  (void)state;
  size_t len;
  char *json = made(false, NULL, &len);
  assert_int_equal(strlen(json), len);
  has(json, "{\"schema\":\"mahdar.compare/1\",\"series\":\"KWT-USA/talks\"");
  has(json, "\"changed\":{\"gone\":[\"bridge\"],\"added\":[\"tunnel\"]}");
  has(json, "{\"topic\":\"health\",\"status\":\"not-repeated\"}");
  has(json, "\\\"alert('1')\\\"");
  mh_text_free(json);
}

static void test_export_json__of_no_dialogues(void **state)
{
  (void)state;
  const mh_view v = {NULL};
  char *json;
  size_t len;
  assert_int_equal(mh_view_json(&json, &len, &v, NULL), MH_OK);
  assert_string_equal(json, "{\"schema\":\"mahdar.dialogues/1\",\"series\":[]}");
  mh_text_free(json);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_export_page__escapes_all_that_reports_say),
      cmocka_unit_test(test_export_page__links_the_web_only),
      cmocka_unit_test(test_export_page__fetches_nothing),
      cmocka_unit_test(test_export_page__marks_changed_words),
      cmocka_unit_test(test_export_page__says_what_not_found_means),
      cmocka_unit_test(test_export_page__is_of_comparisons_only),
      cmocka_unit_test(test_export_json__of_a_comparison),
      cmocka_unit_test(test_export_json__of_no_dialogues)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
