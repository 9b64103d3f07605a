/* Any character set becomes the text that it was, whatever is said of it; what is broken or no
 * text at all comes out as charset.c promises; formats are known by content. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>

#include "src/page/charset.h"

/* ---- texts ------------------------------------------------------------------------- */

static const char *const words[] = {
    "وزير",   "الخارجية", "أكد",     "خلال",    "لقائه",   "نظيره",   "العراقي",
    "ضرورة",  "تعزيز",    "التعاون", "بين",     "البلدين", "في",      "مجالات",
    "الطاقة", "والتجارة", "مشددا",   "على",     "أهمية",   "استمرار", "الحوار",
    "من",     "أجل",      "السلام",  "المنطقة", "وقال",    "إن",      "الاجتماع",
    "المقبل", "سيعقد",    "مدينة",   "القاهرة", "يوم",     "الخميس",  "بمشاركة",
    "ممثلين", "عن",       "دول",     "مجلس",    "آخر",     "رئيس",    "مسؤول",
    "غدا",    "ظهر",      "ذلك",     "شؤون",    "هذه",     "التي",    "ثلاث",
    "صباح",   "ضوء",      "فيها"};
enum { WORDS = sizeof words / sizeof *words, TEXTS = 300, MOST = 4096 };

static uint32_t chance(uint32_t *seed, uint32_t below)
{
  *seed = *seed * 1664525u + 1013904223u;
  return (*seed >> 8) % below;
}

/* A text of some sentences. */
static size_t make_text(char out[MOST], uint32_t seed)
{
  const uint32_t n = 8 + chance(&seed, 120);
  size_t len = 0;
  for (uint32_t i = 0; i < n; i++) {
    const char *end = i + 1 == n ? "." : chance(&seed, 9) == 0 ? "،" : "";
    len += (size_t)snprintf(out + len, MOST - len, "%s%s%s", words[chance(&seed, WORDS)],
                            end, chance(&seed, 20) == 0 ? ".\n2024 " : " ");
  }
  return len;
}

/* ---- to other character sets ---------------------------------------------------------- */

static unsigned char byte_of(const mh_page__charset *c, uint32_t point)
{
  for (uint32_t i = 0; i < 128; i++) {
    uint32_t letters[4] = {c->points[i]};
    const uint32_t n = mh_page__letters_of(letters, letters[0]);
    if (c->points[i] && letters[0] == point && n < 2) return (unsigned char)(0x80 + i);
  }
  return '?';
}

static size_t encode(char *out, const char *text, size_t len, const mh_page__charset *c)
{
  size_t to = 0;
  for (size_t i = 0; i < len;) {
    uint32_t n = 0;
    const uint32_t point = mh_utf8_next(text + i, &n);
    if (c->how == MH_PAGE__UTF16BE) out[to++] = (char)(point >> 8);
    if (c->how == MH_PAGE__TABLE && point >= 0x80)
      out[to++] = (char)byte_of(c, point);
    else
      out[to++] = (char)point;
    if (c->how == MH_PAGE__UTF16LE) out[to++] = (char)(point >> 8);
    i += n;
  }
  return to;
}

/* What is UTF-8, taken for another character set and made UTF-8 of. */
static size_t encode_twice(char *out, const char *text, size_t len,
                           const mh_page__charset *c)
{
  size_t to = 0;
  for (size_t i = 0; i < len; i++) {
    const unsigned char b = (unsigned char)text[i];
    const uint32_t point = b < 0x80 ? b : c->points[b - 0x80] ? c->points[b - 0x80] : b;
    to += mh_page__put(out + to, point);
  }
  return to;
}

static void decodes_to(const char *bytes, size_t len, const char *told, const char *text,
                       size_t text_len, const char *charset)
{
  mh_arena a = {0};
  mh_error err;
  const char *got = NULL, *name = NULL;
  size_t n = 0;
  char *exact = malloc(len + 1);
  memcpy(exact, bytes, len);
  exact = realloc(exact, len ? len : 1);
  assert_int_equal(mh_page__decode(&got, &n, &name, &a, exact, len, told, &err), MH_OK);
  if (n != text_len || memcmp(got, text, n) != 0)
    fail_msg("%s told %s: %.*s", name, told ? told : "-", (int)n, got);
  if (charset) assert_string_equal(name, charset);
  mh_arena_free(&a);
  free(exact);
}

static void becomes(const char *bytes, size_t len, const char *told, const char *text,
                    const char *charset)
{
  decodes_to(bytes, len, told, text, strlen(text), charset);
}

/* ---- laws ------------------------------------------------------------------------------ */

static const char *const labels[] = {NULL,           "utf-8",        "iso-8859-1",
                                     "windows-1256", "windows-1251", "no-such",
                                     "ISO-8859-6",   "ascii"};

/* Each text in each character set, with the right label, none, and wrong ones. */
static void test_page_charset__comes_back_whatever_is_told(void **state)
{
  (void)state;
  static const char *const sets[] = {"windows-1256", "iso-8859-6", "x-mac-arabic",
                                     "ibm864",       "cp720",      "utf-16le",
                                     "utf-16be"};
  char text[MOST], bytes[MOST];
  for (uint32_t i = 0; i < TEXTS; i++) {
    const size_t len = make_text(text, i);
    for (size_t k = 0; k < sizeof sets / sizeof *sets; k++) {
      const mh_page__charset *c = mh_page__charset_of(sets[k], strlen(sets[k]));
      const size_t n = encode(bytes, text, len, c);
      if (c->how == MH_PAGE__TABLE && memchr(bytes, '?', n)) continue; /* not in IBM864 */
      decodes_to(bytes, n, sets[k], text, len, NULL);
      for (size_t m = 0; m < sizeof labels / sizeof *labels; m++)
        decodes_to(bytes, n, labels[m], text, len, NULL);
    }
  }
}

static void test_page_charset__declared_wrongly(void **state)
{
  (void)state;
  char text[MOST], page[MOST + 200], bytes[MOST + 200];
  for (uint32_t i = 0; i < TEXTS; i++) {
    make_text(text, i);
    const char *label = labels[1 + i % 7];
    const int n = snprintf(page, sizeof page,
                           "<html><head><meta charset=%s></head><body>%s", label, text);
    const char *set = i & 1 ? "windows-1256" : "iso-8859-6";
    const size_t len = encode(bytes, page, (size_t)n,
                              mh_page__charset_of(set, strlen(set)));
    decodes_to(bytes, len, NULL, page, (size_t)n, NULL);
  }
}

static void test_page_charset__utf8_is_not_copied(void **state)
{
  (void)state;
  char text[MOST];
  mh_arena a = {0};
  for (uint32_t i = 0; i < TEXTS; i++) {
    const size_t len = make_text(text, i);
    const char *got = NULL, *name = NULL;
    size_t n = 0;
    assert_int_equal(
        mh_page__decode(&got, &n, &name, &a, text, len, "windows-1256", NULL), MH_OK);
    assert_ptr_equal(got, text);
    assert_int_equal(n, len);
    assert_int_equal(a.taken, 0);
  }
}

static void test_page_charset__undoes_what_was_done_twice(void **state)
{
  (void)state;
  char text[MOST], once[3 * MOST], twice[6 * MOST];
  const mh_page__charset *latin = mh_page__charset_of("latin1", 6);
  const mh_page__charset *arabic = mh_page__charset_of("cp1256", 6);
  for (uint32_t i = 0; i < TEXTS; i++) {
    const size_t len = make_text(text, i);
    const size_t n = encode_twice(once, text, len, i & 1 ? latin : arabic);
    decodes_to(once, n, "utf-8", text, len, "utf-8");
    const size_t m = encode_twice(twice, once, n, latin);
    decodes_to(twice, m, NULL, text, len, "utf-8");
  }
}

/* ---- single cases -------------------------------------------------------------------------- */

#define BYTES(text) (text), sizeof(text) - 1

static void test_page_charset__broken_bytes_alone_are_lost(void **state)
{
  (void)state;
  becomes(BYTES("قال الوز\xffير إن"), "windows-1256", "قال الوز\xef\xbf\xbdير إن",
          "utf-8");
  becomes(BYTES("قال الوزير\xd9"), NULL, "قال الوزير\xef\xbf\xbd", "utf-8");
  becomes(BYTES("قال\xe2\x80 إن"), NULL, "قال\xef\xbf\xbd إن", "utf-8");
  becomes(BYTES("قال\xed\xa0\x80 إن"), NULL, "قال\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd إن",
          "utf-8");
}

/* A page of two hands: its template in one character set, an article in another. */
static void test_page_charset__two_character_sets_in_one_page(void **state)
{
  (void)state;
  char text[MOST], other[MOST], bytes[3 * MOST], want[3 * MOST];
  const mh_page__charset *c = mh_page__charset_of("cp1256", 6);
  for (uint32_t i = 0; i < TEXTS; i++) {
    const size_t len = make_text(text, i), more = make_text(other, i + 1000);
    size_t n = (size_t)snprintf(bytes, sizeof bytes, "<p>%s<p>", text);
    n += encode(bytes + n, other, more, c);
    n += (size_t)snprintf(bytes + n, sizeof bytes - n, "</p>%s", text);
    const int m = snprintf(want, sizeof want, "<p>%s<p>%s</p>%s", text, other, text);
    if (len > 100 && more > 100)
      decodes_to(bytes, n, labels[i % 8], want, (size_t)m, "windows-1256");
  }
}

static void test_page_charset__a_mark_may_lie(void **state)
{
  (void)state;
  char text[MOST], bytes[MOST] = "\xef\xbb\xbf";
  const size_t len = make_text(text, 5);
  const size_t n = encode(bytes + 3, text, len, mh_page__charset_of("cp1256", 6));
  decodes_to(bytes, n + 3, NULL, text, len, "windows-1256");
}

static void test_page_charset__controls_disappear(void **state)
{
  (void)state;
  becomes(BYTES("وزير الخارجية ونظيره ا\0ل\1سلام\x7f\tيوم\n"), NULL,
          "وزير الخارجية ونظيره ال سلام \tيوم\n", "utf-8");
  becomes(BYTES("\xef\xbb\xbfيوم"), NULL, "يوم", "utf-8");
  becomes(BYTES(""), NULL, "", "utf-8");
}

static void test_page_charset__marks_of_utf16(void **state)
{
  (void)state;
  becomes(BYTES("\xff\xfe\x4a\x06\x48\x06\x45\x06"), "utf-8", "يوم", "utf-16le");
  becomes(BYTES("\xfe\xff\x06\x4a\x06\x48\x06\x45"), NULL, "يوم", "utf-16be");
  becomes(BYTES("\xff\xfe\x4a\x06\x00\xd8\x45\x06\x3d\xd8\x00\xde"), NULL,
          "ي\xef\xbf\xbdم\xf0\x9f\x98\x80", "utf-16le");
  becomes(BYTES("\xff\xfe\x4a\x06\x48"), NULL, "ي\xef\xbf\xbd", "utf-16le");
}

/* What is no Arabic is what its label says, or what it looks like. */
static void test_page_charset__other_languages_by_their_label(void **state)
{
  (void)state;
  becomes(BYTES("\xcc\xe8\xed\xe8\xf1\xf2\xf0 \xe7\xe0\xff\xe2\xe8\xeb"), "windows-1251",
          "Министр заявил", "windows-1251");
  becomes(BYTES("<?xml version='1.0' encoding='koi8-r'?>\xed\xc9\xd2"), NULL,
          "<?xml version='1.0' encoding='koi8-r'?>Мир", "koi8-r");
  becomes(BYTES("<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-9'>"
                "g\xf6r\xfc\xfe"),
          NULL,
          "<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-9'>görüş",
          "windows-1254");
  becomes(BYTES("d\xe9"
                "clar\xe9 \x93oui\x94"),
          "latin1", "déclaré “oui”", "windows-1252");
  becomes(BYTES("\xcd\xe2\xbd\xbb"), "gb2312", "外交", "gb18030");
}

/* A few accented letters are no Arabic, whatever their bytes are in an Arabic set. */
static void test_page_charset__accents_are_no_arabic(void **state)
{
  (void)state;
  becomes(BYTES("d\xe9"
                "clar\xe9 que"),
          NULL, "déclaré que", NULL);
  becomes(BYTES("Les n\xe9gociations ont \xe9t\xe9 men\xe9"
                "es \xe0 Gen\xe8ve"),
          "windows-1252", "Les négociations ont été menées à Genève", "windows-1252");
}

static void test_page_charset__labels(void **state)
{
  (void)state;
  static const char *const pairs[][2] = {{" \"Windows-1256\" ", "windows-1256"},
                                         {"CP1256", "windows-1256"},
                                         {"ASMO-708", "iso-8859-6"},
                                         {"arabic", "iso-8859-6"},
                                         {"latin1", "windows-1252"},
                                         {"us-ascii", "windows-1252"},
                                         {"utf8", "utf-8"},
                                         {"unicode", "utf-16le"}};
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    const mh_page__charset *c = mh_page__charset_of(pairs[i][0], strlen(pairs[i][0]));
    assert_non_null(c);
    assert_string_equal(c->name, pairs[i][1]);
  }
  assert_null(mh_page__charset_of("utf-7", 5));
  assert_null(mh_page__charset_of("iso-2022-jp", 11));
  assert_null(mh_page__charset_of("windows-125", 11));
  assert_null(mh_page__charset_of("", 0));
}

static void refused(const char *bytes, size_t len, const char *word)
{
  mh_arena a = {0};
  mh_error err;
  const char *text = "", *name = NULL;
  size_t n = 1;
  assert_int_equal(mh_page__decode(&text, &n, &name, &a, bytes, len, NULL, &err),
                   MH_EENCODING);
  assert_non_null(strstr(err.text, word));
  assert_null(text);
  assert_int_equal(n, 0);
  mh_arena_free(&a);
}

static void test_page_charset__no_text_is_refused_by_name(void **state)
{
  (void)state;
  refused(BYTES("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "PNG");
  refused(BYTES("\xff\xd8\xff\xe0\0\x10JFIF"), "JPEG");
  refused(BYTES("PK\3\4\x14\0\0\0"), "ZIP");
  refused(BYTES("\1\2\3\4\5\6\7\x08"), "control characters");
  refused(BYTES("\x80\0\0\0\0\x90\0\0\0\0\0\x81"), "NUL bytes");
}

static void test_page_charset__survives_without_memory(void **state)
{
  (void)state;
  char text[MOST], bytes[3 * MOST];
  const size_t len = make_text(text, 3);
  size_t n = encode(bytes, text, len, mh_page__charset_of("cp1256", 6));
  for (int k = 0; k < 2; k++) {
    mh_status s = MH_ENOMEM;
    for (uint64_t at = 1; s != MH_OK && at < 100; at++) {
      mh_arena a = {.fail_at = at};
      const char *got = NULL, *name = NULL;
      size_t m = 0;
      s = mh_page__decode(&got, &m, &name, &a, bytes, n, NULL, NULL);
      assert_true(s == MH_OK || s == MH_ENOMEM);
      assert_true((s == MH_OK) == (got != NULL));
      mh_arena_free(&a);
    }
    assert_int_equal(s, MH_OK);
    n = encode_twice(bytes, text, len, mh_page__charset_of("latin1", 6));
  }
}

/* ---- formats ------------------------------------------------------------------------------- */

static void guessed(const char *bytes, size_t len, mh_format format)
{
  if (mh_page_guess(bytes, len) != format)
    fail_msg("%d, not %d: %.*s", (int)mh_page_guess(bytes, len), (int)format, (int)len,
             bytes);
}

static void test_page_guess__markup(void **state)
{
  (void)state;
  guessed(BYTES("<!DOCTYPE html><p>x"), MH_FORMAT_HTML);
  guessed(BYTES("\xef\xbb\xbf \n<!-- saved --><HTML lang=ar>"), MH_FORMAT_HTML);
  guessed(BYTES("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html>"),
          MH_FORMAT_HTML);
  guessed(BYTES("Warning: line 3<br>\n<html>\n<head>"), MH_FORMAT_HTML);
  guessed(BYTES("\xff\xfe<\0h\0t\0m\0l\0>\0"), MH_FORMAT_HTML);
  guessed(BYTES("\0<\0!\0D\0O\0C\0T\0Y\0P\0E\0 \0h\0t\0m\0l\0>"), MH_FORMAT_HTML);
  guessed(BYTES("<div class=a>نص</div>"), MH_FORMAT_HTML);
  guessed(BYTES("<?xml version='1.0'?>\n<!-- a --><rss version='2.0'>"), MH_FORMAT_FEED);
  guessed(BYTES("<feed xmlns='http://www.w3.org/2005/Atom'>"), MH_FORMAT_FEED);
  guessed(BYTES("<atom:feed xmlns:atom='x'>"), MH_FORMAT_FEED);
  guessed(BYTES("<rdf:RDF xmlns='x'>"), MH_FORMAT_FEED);
  guessed(BYTES("<!DOCTYPE rss><rss>"), MH_FORMAT_FEED);
  guessed(BYTES("<urlset xmlns='x'>"), MH_FORMAT_FEED);
  guessed(BYTES("<sitemapindex>"), MH_FORMAT_FEED);
}

static void test_page_guess__packages_and_text(void **state)
{
  (void)state;
  char tar[600] = "name";
  memcpy(tar + 257, "ustar", 5);
  guessed(tar, sizeof tar, MH_FORMAT_PACKED);
  guessed(BYTES("WARC/1.0\r\nWARC-Type: warcinfo\r\n"), MH_FORMAT_WARC);
  guessed(BYTES("From: <Saved by Blink>\r\nSubject: a\r\n b\r\nMIME-Version: 1.0\r\n"
                "Content-Type: multipart/related;\r\n\tboundary=x\r\n\r\n"),
          MH_FORMAT_MHTML);
  guessed(BYTES("\n\nmime-version: 1.0\ncontent-type:text/html; charset=x\n\n<p>"),
          MH_FORMAT_MHTML);
  guessed(BYTES("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"),
          MH_FORMAT_TEXT);
  guessed(BYTES("MIME-Version: 1.0\n\nContent-Type: text/html\n"), MH_FORMAT_TEXT);
  guessed(BYTES("Subject: a\nقال\nMIME-Version: 1.0\nContent-Type: text/html\n"),
          MH_FORMAT_TEXT);
  guessed(BYTES("\x1f\x8b\x08\0"), MH_FORMAT_PACKED);
  guessed(BYTES("BZh91AY&SY..."), MH_FORMAT_PACKED);
  guessed(BYTES("\xfd\x37zXZ\0"), MH_FORMAT_PACKED);
  guessed(BYTES("\x28\xb5\x2f\xfd..."), MH_FORMAT_PACKED);
  guessed(BYTES("PK\3\4..........................pages/1.html"), MH_FORMAT_PACKED);
  guessed(BYTES("PK\3\4.........................._rels/.relsPK\3\4......................"
                "....word/document.xml"),
          MH_FORMAT_DOCX);
  guessed(BYTES("%PDF-1.7\n"), MH_FORMAT_PDF);
  guessed(BYTES("  {\"text\":1}"), MH_FORMAT_JSONL);
  guessed(BYTES("قال إن 3 < 5 و<هذا> نص"), MH_FORMAT_TEXT);
  guessed(BYTES("<هذا> نص"), MH_FORMAT_TEXT);
  guessed(BYTES("<"), MH_FORMAT_TEXT);
  guessed(BYTES("<!"), MH_FORMAT_TEXT);
  guessed(BYTES(""), MH_FORMAT_TEXT);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_page_charset__comes_back_whatever_is_told),
      cmocka_unit_test(test_page_charset__declared_wrongly),
      cmocka_unit_test(test_page_charset__utf8_is_not_copied),
      cmocka_unit_test(test_page_charset__undoes_what_was_done_twice),
      cmocka_unit_test(test_page_charset__broken_bytes_alone_are_lost),
      cmocka_unit_test(test_page_charset__two_character_sets_in_one_page),
      cmocka_unit_test(test_page_charset__a_mark_may_lie),
      cmocka_unit_test(test_page_charset__controls_disappear),
      cmocka_unit_test(test_page_charset__marks_of_utf16),
      cmocka_unit_test(test_page_charset__other_languages_by_their_label),
      cmocka_unit_test(test_page_charset__accents_are_no_arabic),
      cmocka_unit_test(test_page_charset__labels),
      cmocka_unit_test(test_page_charset__no_text_is_refused_by_name),
      cmocka_unit_test(test_page_charset__survives_without_memory),
      cmocka_unit_test(test_page_guess__markup),
      cmocka_unit_test(test_page_guess__packages_and_text),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
