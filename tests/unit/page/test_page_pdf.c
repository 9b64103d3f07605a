/* Text that went through a page: set line by line as the eye sees it, taken out of it again as
 * pdftotext does, comes back word by word; turned lines too; and lines of any kind end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include "src/page/pdftext.h"

/* ---- texts -------------------------------------------------------------------------------- */

static const char *const words[] = {
    "وزير",   "الخارجية", "أكد",     "خلال",      "لقائه",       "نظيره",    "العراقي",
    "ضرورة",  "تعزيز",    "التعاون", "بين",       "البلدين",     "في",       "مجالات",
    "الطاقة", "والتجارة", "مشددا",   "على",       "أهمية",       "استمرار",  "الحوار،",
    "من",     "أجل",      "السلام",  "المنطقة",   "وقال",        "إن",       "الاجتماع",
    "المقبل", "سيعقد",    "القاهرة", "يوم",       "الخميس",      "بمشاركة",  "ممثلين",
    "2023",   "12.5",     "(1,250)", "14/3/2023", "Vision 2030", "(UNESCO)", "25%",
    "«بيان»", "الأول",    "لا",      "إلى",       "الإطار؛",     "آخر"};
enum { WORDS = sizeof words / sizeof *words, TEXTS = 300, MOST = 1 << 16 };

static uint32_t chance(uint32_t *seed, uint32_t below)
{
  *seed = *seed * 1664525u + 1013904223u;
  return (*seed >> 8) % below;
}

/* A paragraph whose first line is full: no two words that are no Arabic side by side, as what stands between them is
 * nobody's. */
static void make_paragraph(mh_out *o, uint32_t seed)
{
  const uint32_t n = 40 + chance(&seed, 60);
  bool arabic = false;
  for (uint32_t i = 0; i < n; i++) {
    const char *word =
        words[arabic && i > 15 && chance(&seed, 6) == 0 ? chance(&seed, WORDS)
                                                        : chance(&seed, 35)];
    arabic = (unsigned char)word[0] >= 0xd8;
    if (i) mh_out_char(o, ' ');
    mh_out_text(o, word);
    arabic = arabic && i + 2 < n;
  }
  mh_out_char(o, '.');
}

/* ---- the page -------------------------------------------------------------------------------- */

static bool is_latin(uint32_t c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(uint32_t c)
{
  return c >= '0' && c <= '9';
}

/* What pdftotext counts with numbers. */
static bool is_number(uint32_t c)
{
  return is_digit(c) || (c < 0x80 && c && strchr(".,:/%+-$#", (int)c)) || c == 0x60c;
}

static bool is_arabic(uint32_t c)
{
  return c >= 0x620 && c <= 0x64a;
}

static void turn(uint32_t *at, size_t n)
{
  for (size_t i = 0; i + 1 < n - i; i++) {
    const uint32_t c = at[i];
    at[i] = at[n - 1 - i];
    at[n - 1 - i] = c;
  }
}

/* A line as the eye sees it, from right to left. */
static size_t see(uint32_t *out, const char *text, size_t len)
{
  size_t n = 0;
  for (size_t i = 0; i < len;) {
    uint32_t k = 0;
    out[n++] = mh_utf8_next(text + i, &k);
    i += k;
  }
  for (size_t i = 0; i < n;) {
    size_t end = i;
    for (size_t k = i; k < n && !is_arabic(out[k]); k++)
      if (is_digit(out[k]) || is_latin(out[k])) end = k + 1;
    while (i < end && !is_digit(out[i]) && !is_latin(out[i])) i++;
    if (i < end) turn(out + i, end - i);
    i = end > i ? end : i + 1;
  }
  return n;
}

static void put(mh_out *o, uint32_t c)
{
  char bytes[4];
  mh_out_bytes(o, bytes, mh_page__put(bytes, c));
}

/* As pdftotext writes a line from right to left. */
static void take_out(mh_out *o, uint32_t *line, size_t n)
{
  put(o, 0x202b);
  for (size_t i = 0, k; i < n;) {
    for (; i < n && !is_latin(line[i]) && !is_number(line[i]); i++) put(o, line[i]);
    for (k = i; k < n && !is_arabic(line[k]); k++) continue;
    if (k == i) continue;
    turn(line + i, k - i);
    put(o, 0x202a);
    for (; i < k; i++) put(o, line[i]);
    put(o, 0x202c);
  }
  put(o, 0x202c);
}

/* As a program writes it that knows nothing of Arabic: from left to right. */
static void write_as_seen(mh_out *o, uint32_t *line, size_t n)
{
  turn(line, n);
  for (size_t i = 0; i < n; i++) {
    const uint32_t c = line[i];
    put(o, c == '(' ? ')' : c == ')' ? '(' : c == 0xab ? 0xbb : c == 0xbb ? 0xab : c);
  }
}

/* Where the line that begins at i ends: before a blank between two Arabic words, as what is no
 * Arabic may have marks on either side. */
static size_t line_end(const char *text, size_t len, size_t i)
{
  size_t end = len - i > 130 ? i + 120 : len;
  while (end < len && end > i + 60 &&
         !(text[end] == ' ' && (unsigned char)text[end - 1] >= 0x80 &&
           (unsigned char)text[end - 2] >= 0xd8 && (unsigned char)text[end + 1] >= 0xd8))
    end--;
  return end;
}

/* Set the paragraph in lines, some of them on the next page. */
static void set(mh_out *o, const char *text, size_t len, bool as_seen)
{
  static uint32_t line[4096];
  unsigned lines = 0;
  for (size_t i = 0, end; i < len; i = end + 1) {
    end = line_end(text, len, i);
    const size_t n = see(line, text + i, end - i);
    if (as_seen)
      write_as_seen(o, line, n);
    else
      take_out(o, line, n);
    mh_out_char(o, '\n');
    if (++lines % 9 == 0) mh_out_text(o, "\n7\n\f");
  }
  mh_out_text(o, "\n\f");
}

/* ---- laws ------------------------------------------------------------------------------------------ */

static void comes_back(bool as_seen)
{
  for (uint32_t i = 0; i < TEXTS; i++) {
    mh_out text = {0}, page = {0};
    mh_arena a = {.budget = 64u << 20};
    mh_article x;
    mh_error err = {0};
    make_paragraph(&text, i);
    set(&page, text.at, text.len, as_seen);
    if (mh_page_pdf_text(&x, &a, page.at, page.len, &err) != MH_OK)
      fail_msg("%u: %s\n%s", i, err.text, page.at);
    size_t same = 0;
    while (x.text[same] && x.text[same] == text.at[same]) same++;
    if (x.text[same] || text.at[same])
      fail_msg("%u: byte %zu of %zu\n%.300s\n%.300s\n%.300s", i, same, text.len,
               text.at + same, x.text + same, page.at);
    mh_arena_free(&a);
    mh_out_free(&text);
    mh_out_free(&page);
  }
}

static void test_page_pdf__what_was_set_comes_back(void **state)
{
  (void)state;
  comes_back(false);
}

static void test_page_pdf__what_stands_as_seen_comes_back(void **state)
{
  (void)state;
  comes_back(true);
}

/* ---- single cases ----------------------------------------------------------------------------------- */

static void test_page_pdf__shapes_are_letters(void **state)
{
  (void)state;
  uint32_t out[4];
  assert_int_equal(mh_page__letters_of(out, 0xfefb), 2); /* lam and alef */
  assert_int_equal(out[0], 0x644);
  assert_int_equal(out[1], 0x627);
  assert_int_equal(mh_page__letters_of(out, 0xfe84), 1); /* alef with hamza, final */
  assert_int_equal(out[0], 0x623);
  assert_int_equal(mh_page__letters_of(out, 0xfe77), 2); /* fatha on a tatweel */
  assert_int_equal(mh_page__letters_of(out, 0xfdfa), 0); /* a whole phrase */
  assert_int_equal(mh_page__letters_of(out, 0x644), 0);
}

static void test_page_pdf__marks_gaps_and_brackets(void **state)
{
  (void)state;
  char text[] = "العسكر ية وسور يا و قال الُ عَماني";
  size_t len = sizeof text - 1;
  mh_page__order_text(text, &len);
  assert_int_equal(len, strlen("العسكرية وسوريا وقال الُ عَماني"));
  assert_memory_equal(text, "العسكرية وسوريا وقال الُ عَماني", len);
  char moved[] = "ُعمان وّقعت";
  len = sizeof moved - 1;
  mh_page__order_text(moved, &len);
  assert_memory_equal(moved, "عُمان وقّعت", len);
  char turned[] = "»بيان« )اليوم( )أمس(";
  len = sizeof turned - 1;
  mh_page__order_text(turned, &len);
  assert_memory_equal(turned, "«بيان» (اليوم) (أمس)", len);
}

static void test_page_pdf__one_line_without_end_is_refused(void **state)
{
  (void)state;
  mh_arena a = {0};
  mh_article x;
  mh_error err;
  char *line = malloc(300000);
  memset(line, 'a', 300000);
  assert_int_equal(mh_page_pdf_text(&x, &a, line, 300000, &err), MH_ELIMIT);
  assert_null(x.text);
  free(line);
  mh_arena_free(&a);
}

static void test_page_pdf__survives_without_memory(void **state)
{
  (void)state;
  mh_out text = {0}, page = {0};
  mh_status s = MH_ENOMEM;
  make_paragraph(&text, 4);
  set(&page, text.at, text.len, false);
  for (uint64_t at = 1; s != MH_OK && at < 200; at++) {
    mh_arena a = {.fail_at = at};
    mh_article x;
    s = mh_page_pdf_text(&x, &a, page.at, page.len, NULL);
    assert_true(s == MH_OK || s == MH_ENOMEM);
    mh_arena_free(&a);
  }
  assert_int_equal(s, MH_OK);
  mh_out_free(&text);
  mh_out_free(&page);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_page_pdf__what_was_set_comes_back),
      cmocka_unit_test(test_page_pdf__what_stands_as_seen_comes_back),
      cmocka_unit_test(test_page_pdf__shapes_are_letters),
      cmocka_unit_test(test_page_pdf__marks_gaps_and_brackets),
      cmocka_unit_test(test_page_pdf__one_line_without_end_is_refused),
      cmocka_unit_test(test_page_pdf__survives_without_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
