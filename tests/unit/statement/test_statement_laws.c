/* Laws of reading, held over every example and every case: spans lie inside the text, what
 * is quoted is a slice of it, same bytes give the same report, and a failing arena fails
 * cleanly at every request.
 */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>
#include <cJSON.h>

#include "src/base/report.h"
#include "tests/unit/statement/where.h"

typedef struct input {
  char name[96];
  mh_format format;
  char *bytes;
  size_t len;
} input;

static struct {
  input *at;
  uint32_t n, cap;
} all;

/* ---- gathering */

static char *load(const char *path, size_t *len)
{
  FILE *f = fopen(path, "rb");
  if (f == NULL) return NULL;
  fseek(f, 0, SEEK_END);
  const long n = ftell(f);
  rewind(f);
  char *b = n < 0 ? NULL : malloc((size_t)n + 1);
  *len = b ? fread(b, 1, (size_t)n, f) : 0;
  if (b) b[*len] = 0;
  fclose(f);
  return b;
}

/* What holds no text of an article is left out. */
static void add(const char *name, mh_format format, const char *bytes, size_t len)
{
  if (all.n == all.cap) {
    all.cap = all.cap ? all.cap * 2 : 64;
    input *more = realloc(all.at, all.cap * sizeof *more);
    if (more == NULL) abort();
    all.at = more;
  }
  mh_report *r = NULL;
  if (mh_read(&r, mh_lexicon_builtin(), format, NULL, bytes, len, NULL) == MH_EEMPTY)
    return;
  mh_report_free(r);
  input *in = &all.at[all.n++];
  snprintf(in->name, sizeof in->name, "%s", name);
  in->format = format;
  in->len = len;
  in->bytes = malloc(len + 1);
  if (in->bytes == NULL) abort();
  memcpy(in->bytes, bytes, len);
  in->bytes[len] = 0;
}

static void add_lines(const char *name, const char *text)
{
  while (*text) {
    const size_t n = strcspn(text, "\n");
    if (n) add(name, MH_FORMAT_JSONL, text, n);
    text += n + (text[n] == '\n');
  }
}

/* The text of each case as a line of JSON Lines. */
static void add_cases(const char *text)
{
  for (const char *at = strstr(text, "=== "); at; at = strstr(at, "\n=== ")) {
    if (*at == '\n') at++;
    const char *body = at + strcspn(at, "\n"), *end = strstr(at, "\n---");
    char name[96];
    mh_out json = {0};
    if (end == NULL || *body == 0) return;
    snprintf(name, sizeof name, "%.*s", (int)(body - at), at);
    mh_out_text(&json, "{\"published\":\"2021-03-15\",\"text\":");
    mh_out_json(&json, body, end > body ? (size_t)(end - body) : 0);
    mh_out_text(&json, "}");
    if (mh_utf8_check(json.at, json.len, NULL))
      add(name, MH_FORMAT_JSONL, json.at, json.len);
    mh_out_free(&json);
    at = end;
  }
}

static bool ends(const char *name, const char *end)
{
  const size_t n = strlen(name), m = strlen(end);
  return n > m && strcmp(name + n - m, end) == 0;
}

static void gather(const char *folder, bool cases)
{
  char path[1024];
  struct dirent **names = NULL;
  snprintf(path, sizeof path, "%s/%s", MAHDAR_SOURCE, folder);
  const int n = scandir(path, &names, NULL, alphasort);
  for (int i = 0; i < n; i++) {
    const char *name = names[i]->d_name;
    size_t len;
    snprintf(path, sizeof path, "%s/%s/%s", MAHDAR_SOURCE, folder, name);
    char *text = ends(name, ".txt") || ends(name, ".jsonl") ? load(path, &len) : NULL;
    if (text && cases)
      add_cases(text);
    else if (text && ends(name, ".jsonl"))
      add_lines(name, text);
    else if (text)
      add(name, MH_FORMAT_TEXT, text, len);
    free(text);
    free(names[i]);
  }
  free(names);
}

static int gather_all(void **state)
{
  (void)state;
  gather("examples", false);
  gather("tests/cases/statement", true);
  gather("tests/cases/statement-limits", true);
  gather("tests/cases/mention", true);
  return all.n > 100 ? 0 : -1;
}

static int forget_all(void **state)
{
  (void)state;
  for (uint32_t i = 0; i < all.n; i++) free(all.at[i].bytes);
  free(all.at);
  return 0;
}

static mh_report *read_one(const input *in)
{
  mh_report *r = NULL;
  mh_error err;
  const mh_status s = mh_read(&r, mh_lexicon_builtin(), in->format, NULL, in->bytes,
                              in->len, &err);
  if (s != MH_OK) fail_msg("%s: %s", in->name, err.text);
  return r;
}

/* A law over every report. */
static void over_all(void (*law)(const mh_report *, const input *))
{
  for (uint32_t i = 0; i < all.n; i++) {
    mh_report *r = read_one(&all.at[i]);
    law(r, &all.at[i]);
    mh_report_free(r);
  }
}

#define HOLDS(in, what)                                 \
  do {                                                  \
    if (!(what)) fail_msg("%s: %s", (in)->name, #what); \
  } while (0)

/* ---- spans */

static bool boundary(const char *text, uint32_t at)
{
  return ((unsigned char)text[at] & 0xC0) != 0x80;
}

static bool inside(mh_span s, const char *text, size_t len)
{
  return s.at <= len && s.len <= len - s.at && boundary(text, s.at) &&
         boundary(text, s.at + s.len);
}

/* Something is there, and no white space at either end. */
static bool solid(mh_span s, const char *text)
{
  return s.len > 0 && (unsigned char)text[s.at] > ' ' &&
         (unsigned char)text[s.at + s.len - 1] > ' ';
}

static void spans(const mh_report *r, const input *in)
{
  size_t len, n;
  const char *text = mh_report_text(r, &len);
  const mh_statement *s = mh_report_statements(r, &n);
  for (size_t i = 0; i < n; i++) {
    HOLDS(in, inside(s[i].trigger, text, len) && solid(s[i].trigger, text));
    HOLDS(in, inside(s[i].content, text, len) && solid(s[i].content, text));
    HOLDS(in, inside(s[i].reporter, text, len));
    for (uint16_t k = 0; k < s[i].n_speakers; k++) {
      HOLDS(in, inside(s[i].speakers[k].role, text, len));
      HOLDS(in, inside(s[i].speakers[k].person, text, len));
    }
  }
  const mh_mention *m = mh_report_mentions(r, &n);
  for (size_t i = 0; i < n; i++) {
    HOLDS(in, inside(m[i].span, text, len) && solid(m[i].span, text));
    HOLDS(in, inside(m[i].role, text, len));
    HOLDS(in, i == 0 || m[i].span.at >= m[i - 1].span.at);
  }
  const mh_meeting *g = mh_report_meetings(r, &n);
  for (size_t i = 0; i < n; i++) {
    HOLDS(in, inside(g[i].span, text, len) && solid(g[i].span, text));
    for (uint32_t k = 0; k < g[i].n_chairs; k++)
      HOLDS(in, inside(g[i].chairs[k], text, len) && solid(g[i].chairs[k], text));
  }
}

static void test_statement_laws__spans_lie_inside_the_text(void **state)
{
  (void)state;
  over_all(spans);
}

/* A content stays in its paragraph and in no heading. */
static void paragraphs(const mh_report *r, const input *in)
{
  size_t len, n, n_headings;
  const char *text = mh_report_text(r, &len);
  const mh_statement *s = mh_report_statements(r, &n);
  const mh_span *h = mh_report_headings(r, &n_headings);
  for (size_t i = 0; i < n; i++) {
    HOLDS(in, memchr(text + s[i].content.at, '\n', s[i].content.len) == NULL);
    HOLDS(in, memchr(text + s[i].trigger.at, '\n', s[i].trigger.len) == NULL);
    for (size_t k = 0; k < n_headings; k++)
      HOLDS(in, s[i].content.at + s[i].content.len <= h[k].at ||
                    s[i].content.at >= h[k].at + h[k].len);
  }
}

static void test_statement_laws__contents_stay_in_their_paragraph(void **state)
{
  (void)state;
  over_all(paragraphs);
}

/* ---- values */

static bool is_topic(const char *id)
{
  if (strncmp(id, "country:", 8) == 0) return strlen(id) == 11;
  for (size_t i = 0; i < mh_topic_count(); i++)
    if (strcmp(mh_topic_id(i), id) == 0) return true;
  return false;
}

static bool is_code(const char *id)
{
  return strcmp(id, "OTHER") == 0 || mh_actor_name(id, "ar") != id;
}

static void values(const mh_report *r, const input *in)
{
  size_t n;
  const mh_statement *s = mh_report_statements(r, &n);
  for (size_t i = 0; i < n; i++) {
    HOLDS(in, mh_act_id(s[i].act) != NULL);
    HOLDS(in, s[i].confidence >= 0 && s[i].confidence <= 1);
    HOLDS(in, s[i].grounds >> mh_ground_count() == 0);
    HOLDS(in, s[i].n_speakers >= 1);
    for (uint16_t k = 0; k < s[i].n_speakers; k++) {
      HOLDS(in, is_code(s[i].speakers[k].id));
      HOLDS(in, k == 0 || strcmp(s[i].speakers[k - 1].id, s[i].speakers[k].id) < 0);
    }
    for (uint16_t k = 0; k < s[i].n_topics; k++) {
      HOLDS(in, is_topic(s[i].topics[k]));
      for (uint16_t j = 0; j < k; j++)
        HOLDS(in, strcmp(s[i].topics[j], s[i].topics[k]) != 0);
    }
    for (uint16_t k = 0; k < s[i].n_about; k++) HOLDS(in, is_code(s[i].about[k]));
    HOLDS(in, s[i].cameo && *s[i].cameo);
  }
}

static void test_statement_laws__values_come_from_the_closed_lists(void **state)
{
  (void)state;
  over_all(values);
}

/* No two statements say the same of the same words. */
static void once(const mh_report *r, const input *in)
{
  size_t n;
  const mh_statement *s = mh_report_statements(r, &n);
  for (size_t i = 0; i < n; i++)
    for (size_t k = 0; k < i; k++)
      HOLDS(in, !(s[i].act == s[k].act && s[i].content.at == s[k].content.at &&
                  s[i].content.len == s[k].content.len));
}

static void test_statement_laws__nothing_is_told_twice(void **state)
{
  (void)state;
  over_all(once);
}

/* Their order is the order of reading.  "Said that N. signed X and that Y": Y, which is said, stands
 * behind what was signed, though its act word is read before. */
static void order(const mh_report *r, const input *in)
{
  size_t n;
  const mh_statement *s = mh_report_statements(r, &n);
  for (size_t i = 1; i < n; i++)
    HOLDS(in, s[i].trigger.at >= s[i - 1].trigger.at ||
                  s[i].content.at > s[i - 1].content.at);
}

static void test_statement_laws__statements_stand_in_reading_order(void **state)
{
  (void)state;
  over_all(order);
}

/* What gave nothing holds the words that are shown, and no statement begins in it. */
static void uncoded(const mh_report *r, const input *in)
{
  size_t len, n, n_uncoded;
  const char *text = mh_report_text(r, &len);
  const mh_statement *s = mh_report_statements(r, &n);
  const mh_uncoded *u;
  HOLDS(in, mh_report_uncoded(&u, &n_uncoded, (mh_report *)r, NULL) == MH_OK);
  for (size_t i = 0; i < n_uncoded; i++) {
    const mh_span all_of_it = u[i].sentence;
    const uint32_t end = all_of_it.at + all_of_it.len;
    HOLDS(in, inside(all_of_it, text, len) && solid(all_of_it, text));
    HOLDS(in, u[i].trigger.len && u[i].trigger.at >= all_of_it.at &&
                  u[i].trigger.at + u[i].trigger.len <= end);
    HOLDS(in, u[i].actor.len && u[i].actor.at >= all_of_it.at &&
                  u[i].actor.at + u[i].actor.len <= end);
    HOLDS(in, u[i].form != MH_WORD_NONE && mh_act_id(u[i].act) != NULL);
    HOLDS(in, i == 0 || all_of_it.at > u[i - 1].sentence.at);
    for (size_t k = 0; k < n; k++)
      HOLDS(in, s[k].content.at < all_of_it.at || s[k].content.at >= end);
  }
}

static void test_statement_laws__what_gave_nothing_holds_its_words(void **state)
{
  (void)state;
  over_all(uncoded);
}

static const char *const kinds[] = {
    "strategic-dialogue", "talks", "summit", "visit", "call", "conference", "signing"};

static void meetings(const mh_report *r, const input *in)
{
  size_t n;
  const mh_meeting *m = mh_report_meetings(r, &n);
  for (size_t i = 0; i < n; i++) {
    bool known = false;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
      known |= strcmp(kinds[k], m[i].kind) == 0;
    HOLDS(in, known);
    HOLDS(in, m[i].n_parties >= 1);
    for (uint32_t k = 1; k < m[i].n_parties; k++)
      HOLDS(in, strcmp(m[i].parties[k - 1], m[i].parties[k]) < 0);
    mh_day d;
    HOLDS(in, m[i].date == NULL || mh_day_parse(&d, m[i].date, strlen(m[i].date)));
  }
}

static void test_statement_laws__meetings_are_of_known_kinds(void **state)
{
  (void)state;
  over_all(meetings);
}

/* ---- the record */

/* The byte of a code point. */
static size_t byte_of(const char *text, double point)
{
  size_t at = 0;
  for (double k = 0; k < point && text[at]; k++) do
      at++;
    while (((unsigned char)text[at] & 0xC0) == 0x80);
  return at;
}

static void slice_is(const input *in, const char *text, const cJSON *o, mh_span s)
{
  const cJSON *start = cJSON_GetObjectItem(o, "start"),
              *end = cJSON_GetObjectItem(o, "end");
  HOLDS(in, cJSON_IsNumber(start) && cJSON_IsNumber(end));
  HOLDS(in, byte_of(text, start->valuedouble) == s.at);
  HOLDS(in, byte_of(text, end->valuedouble) == s.at + s.len);
}

static void record(const mh_report *r, const input *in)
{
  char *json;
  size_t len, n, k = 0;
  assert_int_equal(mh_report_json(&json, &len, r, NULL), MH_OK);
  HOLDS(in, mh_utf8_check(json, len, NULL) && strchr(json, '\n') == NULL);
  cJSON *o = cJSON_Parse(json), *one;
  HOLDS(in, o != NULL);
  const char *text = mh_report_text(r, &n);
  HOLDS(in, strcmp(cJSON_GetObjectItem(o, "text")->valuestring, text) == 0);
  const mh_statement *s = mh_report_statements(r, &n);
  HOLDS(in, (size_t)cJSON_GetArraySize(cJSON_GetObjectItem(o, "statements")) == n);
  cJSON_ArrayForEach(one, cJSON_GetObjectItem(o, "statements"))
  {
    slice_is(in, text, cJSON_GetObjectItem(one, "content"), s[k].content);
    slice_is(in, text, cJSON_GetObjectItem(one, "trigger"), s[k].trigger);
    k++;
  }
  cJSON_Delete(o);
  mh_text_free(json);
}

static void test_statement_laws__the_record_quotes_the_text(void **state)
{
  (void)state;
  over_all(record);
}

/* ---- purity */

static void same_record(const mh_report *a, const mh_report *b, const input *in)
{
  char *x, *y;
  size_t n, m;
  assert_int_equal(mh_report_json(&x, &n, a, NULL), MH_OK);
  assert_int_equal(mh_report_json(&y, &m, b, NULL), MH_OK);
  HOLDS(in, n == m && memcmp(x, y, n) == 0);
  mh_text_free(x);
  mh_text_free(y);
}

static void test_statement_laws__same_bytes_same_report(void **state)
{
  (void)state;
  mh_report *used = read_one(&all.at[0]);
  for (uint32_t i = 0; i < all.n; i++) {
    const input *in = &all.at[i];
    mh_report *fresh = read_one(in);
    assert_int_equal(mh_read_again(used, mh_lexicon_builtin(), in->format, NULL,
                                   in->bytes, in->len, NULL),
                     MH_OK);
    same_record(fresh, used, in);
    mh_report_free(fresh);
  }
  mh_report_free(used);
}

/* Request 1, 2, 3 ... fails until a run succeeds. */
static void starve(mh_report *r, const input *in)
{
  for (uint64_t k = 1; k < 100000; k++) {
    mh_error err;
    r->arena.takes = 0;
    r->arena.fail_at = k;
    const mh_status s = mh_read_again(r, mh_lexicon_builtin(), in->format, NULL,
                                      in->bytes, in->len, &err);
    r->arena.fail_at = 0;
    if (s == MH_OK) return;
    HOLDS(in, s == MH_ENOMEM && err.code == MH_ENOMEM);
  }
  fail_msg("%s: never succeeds", in->name);
}

static void test_statement_laws__failing_arena(void **state)
{
  (void)state;
  mh_report *starved = read_one(&all.at[0]);
  for (uint32_t i = 0; i < all.n; i++) {
    starve(starved, &all.at[i]);
    mh_report *fresh = read_one(&all.at[i]);
    same_record(fresh, starved, &all.at[i]);
    mh_report_free(fresh);
  }
  mh_report_free(starved);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_statement_laws__spans_lie_inside_the_text),
      cmocka_unit_test(test_statement_laws__contents_stay_in_their_paragraph),
      cmocka_unit_test(test_statement_laws__values_come_from_the_closed_lists),
      cmocka_unit_test(test_statement_laws__nothing_is_told_twice),
      cmocka_unit_test(test_statement_laws__statements_stand_in_reading_order),
      cmocka_unit_test(test_statement_laws__what_gave_nothing_holds_its_words),
      cmocka_unit_test(test_statement_laws__meetings_are_of_known_kinds),
      cmocka_unit_test(test_statement_laws__the_record_quotes_the_text),
      cmocka_unit_test(test_statement_laws__same_bytes_same_report),
      cmocka_unit_test(test_statement_laws__failing_arena),
  };
  return cmocka_run_group_tests_name("statement_laws", tests, gather_all, forget_all);
}
