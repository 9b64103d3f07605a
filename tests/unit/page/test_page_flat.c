/* A line that is read without a tree gives what cJSON gives, and no line that cJSON refuses
 * is read; letters of the table fold as others do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include <cjson/cJSON.h>

#include "src/page/inside.h"

static const char *const lines[] = {
    "{\"id\":\"1\",\"text\":\"سطر\\nثان\"}",
    " {\t\"text\" : \"a\" , \"title\":null}  \r",
    "{\"text\":\"\\u0633\\u0644\\u0627\\u0645 \\ud83d\\ude00 \\\" \\\\ \\/ "
    "\\b\\f\\r\\t\"}",
    "{\"text\":\"\\\\\"}",
    "{\"text\":\"\\\\\\\"\"}",
    "{\"te\\u0078t\":\"escaped name\",\"text\":\"second\"}",
    "{\"text\":\"first\",\"text\":\"second\",\"byline\":\"x\",\"author\":\"y\"}",
    "{\"text\":null,\"text\":\"second\"}",
    "{\"text\":\"a\",\"n\":1}",
    "{\"text\":\"a\",\"n\":[\"b\",{\"text\":\"c\"}]}",
    "{\"text\":\"a\",\"n\":true}",
    "{}",
    "[]",
    "\"text\"",
    "{\"text\":\"a\"",
    "{\"text\":\"a",
    "{\"text\":\"a\\",
    "{\"text\":\"a\\\"}",
    "{\"text\":\"a\",}",
    "{\"text\" \"a\"}",
    "{\"text\":\"a\"} {\"text\":\"b\"}",
    "{\"text\":\"\\u0000\"}",
    "{\"text\":\"\\ud83d\"}",
    "{\"text\":\"\\ude00\\ud83d\"}",
    "{\"text\":\"\\ud83d\\u0041\"}",
    "{\"text\":\"\\u12\"}",
    "{\"text\":\"\\u12g4\"}",
    "{\"text\":\"\\x\"}",
    "{\"text\":nul}",
    "{\"text\":nullx}",
    "\xef\xbb\xbf{\"text\":\"a\"}",
};

static void same_field(const mh_page__field *f, const cJSON *root, const char *name)
{
  const cJSON *other = cJSON_GetObjectItemCaseSensitive(root, name);
  if (!other) {
    assert_int_equal(f->kind, MH_PAGE__ABSENT);
  } else if (cJSON_IsNull(other)) {
    assert_int_equal(f->kind, MH_PAGE__NULL);
  } else {
    assert_true(cJSON_IsString(other));
    assert_int_equal(f->kind, MH_PAGE__STRING);
    assert_int_equal(f->len, strlen(other->valuestring));
    assert_memory_equal(f->at, other->valuestring, f->len);
  }
}

/* Reads what it reads as cJSON does; was it read? */
static bool reads_alike(const char *line, size_t len)
{
  mh_arena a;
  mh_page__field fields[MH_PAGE__FIELDS];
  char *exact = malloc(len + 1); /* its end is known to whoever watches memory */
  memcpy(exact, line, len);
  mh_arena_init(&a, 0);
  const bool flat = mh_page__flat(fields, &a, exact, len) == MH_OK;
  if (flat) {
    cJSON *root = cJSON_ParseWithLength(exact, len);
    assert_true(cJSON_IsObject(root));
    for (int i = 0; i < MH_PAGE__FIELDS; i++)
      same_field(&fields[i], root, mh_page__field_names[i]);
    cJSON_Delete(root);
  }
  mh_arena_free(&a);
  free(exact);
  return flat;
}

static void test_page_flat__as_cjson_reads(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
    const bool flat = reads_alike(lines[i], strlen(lines[i]));
    assert_int_equal(flat, i < 8);
    for (size_t len = 0; len < strlen(lines[i]); len++) reads_alike(lines[i], len);
  }
}

static void test_page_flat__with_a_byte_changed(void **state)
{
  (void)state;
  static const char bytes[] = "\"\\{}:,u0n \x01[";
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
    char line[256];
    const size_t len = strlen(lines[i]);
    for (size_t at = 0; at < len; at++)
      for (size_t k = 0; k + 1 < sizeof bytes; k++) {
        memcpy(line, lines[i], len);
        line[at] = bytes[k];
        size_t bad;
        if (mh_utf8_check(line, len, &bad)) reads_alike(line, len);
      }
  }
}

static void test_page_flat__without_memory(void **state)
{
  (void)state;
  mh_arena a;
  mh_page__field fields[MH_PAGE__FIELDS];
  mh_arena_init(&a, 0);
  a.fail_at = 1;
  assert_int_equal(mh_page__flat(fields, &a, lines[0], strlen(lines[0])), MH_ENOMEM);
  mh_arena_free(&a);
}

static void test_page_linefold__every_letter(void **state)
{
  (void)state;
  for (uint32_t c = 0x600; c < 0x700; c++) {
    const char text[3] = {(char)(0xc0 | c >> 6), (char)(0x80 | (c & 0x3f)), 0};
    char out[16];
    uint32_t step;
    const uint32_t n = mh_page__fold(out, sizeof out, text, 2);
    const uint32_t want = mh_page__fold_point(c);
    if (want == 0 || want == ' ' || want == ':')
      assert_int_equal(n, 0);
    else
      assert_int_equal(mh_utf8_next(out, &step), want);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_page_flat__as_cjson_reads),
      cmocka_unit_test(test_page_flat__with_a_byte_changed),
      cmocka_unit_test(test_page_flat__without_memory),
      cmocka_unit_test(test_page_linefold__every_letter),
  };
  return cmocka_run_group_tests_name("page_flat", tests, NULL, NULL);
}
