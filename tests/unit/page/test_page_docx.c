/* Word documents, packed here entry by entry: what is text of them, what is a heading, what is
 * left out; what is damaged, too large or no document at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>
#include <zlib.h>

#include "src/page/page.h"

/* ---- a ZIP of entries ------------------------------------------------------------------- */

typedef struct zip {
  mh_out at, directory;
  unsigned entries;
} zip;

static void put(mh_out *o, uint32_t value, int bytes)
{
  for (int i = 0; i < bytes; i++) mh_out_char(o, (char)(value >> (8 * i)));
}

/* What local header and directory say alike of an entry. */
static void put_facts(mh_out *o, uint32_t crc, size_t packed, size_t len, size_t name,
                      unsigned method)
{
  put(o, 20, 2);
  put(o, 0, 2);
  put(o, method, 2);
  put(o, 0, 4);
  put(o, crc, 4);
  put(o, (uint32_t)packed, 4);
  put(o, (uint32_t)len, 4);
  put(o, (uint32_t)name, 2);
  put(o, 0, 2);
}

static void add(zip *z, const char *name, const char *bytes, size_t packed, size_t len,
                uint32_t crc, unsigned method)
{
  const uint32_t offset = (uint32_t)z->at.len;
  mh_out_bytes(&z->at, "PK\3\4", 4);
  put_facts(&z->at, crc, packed, len, strlen(name), method);
  mh_out_text(&z->at, name);
  mh_out_bytes(&z->at, bytes, packed);
  mh_out_bytes(&z->directory, "PK\1\2", 4);
  put(&z->directory, 20, 2);
  put_facts(&z->directory, crc, packed, len, strlen(name), method);
  put(&z->directory, 0, 2);
  put(&z->directory, 0, 2);
  put(&z->directory, 0, 2);
  put(&z->directory, 0, 4);
  put(&z->directory, offset, 4);
  mh_out_text(&z->directory, name);
  z->entries++;
}

static void add_text(zip *z, const char *name, const char *text)
{
  const size_t len = strlen(text);
  add(z, name, text, len, len, (uint32_t)crc32(0, (const Bytef *)text, (uInt)len), 0);
}

static void close_zip(zip *z)
{
  const uint32_t at = (uint32_t)z->at.len;
  mh_out_bytes(&z->at, z->directory.at, z->directory.len);
  mh_out_bytes(&z->at, "PK\5\6", 4);
  put(&z->at, 0, 4);
  put(&z->at, z->entries, 2);
  put(&z->at, z->entries, 2);
  put(&z->at, (uint32_t)z->directory.len, 4);
  put(&z->at, at, 4);
  put(&z->at, 0, 2);
  assert_int_equal(z->at.status, MH_OK);
}

static void free_zip(zip *z)
{
  mh_out_free(&z->at);
  mh_out_free(&z->directory);
}

/* ---- documents -------------------------------------------------------------------------------- */

#define HEAD                                                                \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://" \
  "schemas.openxmlformats.org/wordprocessingml/2006/main\" "                \
  "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>"
#define FOOT        "</w:body></w:document>"
#define R(text)     "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define P(runs)     "<w:p>" runs "</w:p>"
#define S(style, t) "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr>" R(t) "</w:p>"
#define FIRST       "أكد الوزيران خلال اللقاء أهمية استمرار الحوار بين البلدين في كل المجالات."
#define SECOND      "واتفق الجانبان على عقد الاجتماع المقبل في مدينة مسقط خلال العام القادم."

static const char styles_xml[] =
    "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
    "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading "
    "1\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"a7\"><w:name w:val=\"Title\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"a8\"><w:name "
    "w:val=\"Subtitle\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"my\"><w:name w:val=\"عنوان "
    "القسم\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"of\"><w:name w:val=\"Mine\"/><w:basedOn "
    "w:val=\"1\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"lv\"><w:name "
    "w:val=\"Other\"/><w:pPr><w:outlineLvl "
    "w:val=\"2\"/></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"x\"><w:name w:val=\"X\"/><w:basedOn "
    "w:val=\"y\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"y\"><w:name w:val=\"Y\"/><w:basedOn "
    "w:val=\"x\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"11\"><w:name w:val=\"toc 1\"/></w:style>"
    "</w:styles>";

static const char core_xml[] =
    "<cp:coreProperties "
    "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/"
    "core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
    "xmlns:dcterms=\"http://purl.org/dc/terms/\"><dc:title>بيان مشترك عن الحوار السنوي "
    "بين "
    "البلدين</dc:title><dc:creator>سالم  المهيري</dc:creator>"
    "<dcterms:created>2023-05-04T09:10:00Z</dcterms:created></cp:coreProperties>";

typedef struct reading {
  mh_arena a;
  mh_article x;
  mh_error err;
  mh_status status;
} reading;

static void read_parts(reading *r, const char *document, const char *styles,
                       const char *core)
{
  zip z = {0};
  *r = (reading){.a = {.budget = 64u << 20}};
  add_text(&z, "[Content_Types].xml", "<Types/>");
  if (core) add_text(&z, "docProps/core.xml", core);
  add_text(&z, "word/document.xml", document);
  if (styles) add_text(&z, "word/styles.xml", styles);
  close_zip(&z);
  assert_int_equal(mh_page_guess(z.at.at, z.at.len), MH_FORMAT_DOCX);
  r->status = mh_page_docx(&r->x, &r->a, z.at.at, z.at.len, &r->err);
  free_zip(&z);
}

static void has_text(const char *document, const char *text)
{
  reading r;
  read_parts(&r, document, styles_xml, NULL);
  assert_int_equal(r.status, MH_OK);
  assert_string_equal(r.x.text, text);
  mh_arena_free(&r.a);
}

static void test_page_docx__title_headings_and_paragraphs(void **state)
{
  (void)state;
  reading r;
  read_parts(&r,
             HEAD S("a7", "بيان مشترك في ختام الحوار") S("a8", "مسقط تستضيف")
                 S("11", "فهرس 1") S("1", "العلاقات السياسية") P(R(FIRST))
                     S("my", "الاقتصاد") P(R(SECOND)) S("of", "النقل") P(R(FIRST))
                         S("lv", "الثقافة") P(R(SECOND)) S("x", "ليس عنوانا، بل سطر")
                             P(R(FIRST)) FOOT,
             styles_xml, core_xml);
  assert_int_equal(r.status, MH_OK);
  assert_string_equal(r.x.title, "بيان مشترك في ختام الحوار");
  assert_string_equal(r.x.from_title, "heading");
  assert_string_equal(r.x.subtitle, "مسقط تستضيف");
  assert_string_equal(r.x.byline, "سالم المهيري");
  assert_string_equal(r.x.published, "2023-05-04");
  assert_string_equal(r.x.text,
                      "العلاقات السياسية\n" FIRST "\nالاقتصاد\n" SECOND "\nالنقل\n" FIRST
                      "\nالثقافة\n" SECOND "\nليس عنوانا، بل سطر\n" FIRST);
  assert_true(r.x.n_headings >= 4);
  assert_int_equal(r.x.headings[0].at, 0);
  mh_arena_free(&r.a);
}

static void test_page_docx__title_of_the_properties(void **state)
{
  (void)state;
  reading r;
  read_parts(&r, HEAD P(R(FIRST)) P(R(SECOND)) FOOT, NULL, core_xml);
  assert_int_equal(r.status, MH_OK);
  assert_string_equal(r.x.title, "بيان مشترك عن الحوار السنوي بين البلدين");
  assert_string_equal(r.x.from_title, "meta");
  assert_string_equal(r.x.text, FIRST "\n" SECOND);
  mh_arena_free(&r.a);
  /* a template's title counts less than the first line */
  read_parts(&r, HEAD P(R("مسقط والدوحة تبحثان ملف الطاقة")) P(R(FIRST)) FOOT, NULL,
             core_xml);
  assert_string_equal(r.x.title, "مسقط والدوحة تبحثان ملف الطاقة");
  assert_string_equal(r.x.text, FIRST);
  mh_arena_free(&r.a);
}

static void test_page_docx__day_of_an_old_template_is_none(void **state)
{
  (void)state;
  reading r;
  read_parts(&r, HEAD P(R(FIRST)) P(R(SECOND)) FOOT, NULL,
             "<p xmlns:t=\"x\"><t:created>2019-02-03T00:00:00Z</t:created>"
             "<t:modified>2023-05-06T00:00:00Z</t:modified></p>");
  assert_int_equal(r.status, MH_OK);
  assert_null(r.x.published);
  mh_arena_free(&r.a);
}

static void test_page_docx__tables_lists_and_breaks(void **state)
{
  (void)state;
  has_text(
      HEAD P(R(FIRST)) "<w:tbl><w:tblPr/><w:tr><w:tc>" P(R(
          "البند الأول من جدول "
          "الأعمال.")) "</w:tc><w:tc>" P(R("النقل والموانئ بين البلدين.")) "</w:tc></"
                                                                           "w:tr></w:tbl>"
                                                                           "<w:p><w:pPr><"
                                                                           "w:numPr><w:"
                                                                           "ilvl "
                                                                           "w:val=\"0\"/"
                                                                           "></w:numPr></"
                                                                           "w:pPr>" R(
                                                                               "بن"
                                                                               "د "
                                                                               "من"
                                                                               " ق"
                                                                               "ائ"
                                                                               "م"
                                                                               "ة") "</"
                                                                                    "w:"
                                                                                    "p"
                                                                                    ">" P(R("سطر") "<w"
                                                                                                   ":"
                                                                                                   "r>"
                                                                                                   "<"
                                                                                                   "w:"
                                                                                                   "br"
                                                                                                   "/"
                                                                                                   "><"
                                                                                                   "w:"
                                                                                                   "t>"
                                                                                                   "ثا"
                                                                                                   "ن<"
                                                                                                   "/w"
                                                                                                   ":"
                                                                                                   "t>"
                                                                                                   "<"
                                                                                                   "w:"
                                                                                                   "ta"
                                                                                                   "b/"
                                                                                                   "><"
                                                                                                   "w:"
                                                                                                   "t>"
                                                                                                   "هن"
                                                                                                   "ا<"
                                                                                                   "/w"
                                                                                                   ":"
                                                                                                   "t>"
                                                                                                   "</"
                                                                                                   "w:"
                                                                                                   "r"
                                                                                                   ">")
                                                                                        P(R(SECOND))
                                                                                            FOOT,
      FIRST "\nالبند الأول من جدول الأعمال.\nالنقل والموانئ بين البلدين.\nبند من "
            "قائمة\nسطر\nثان هنا\n" SECOND);
}

static void test_page_docx__changes_notes_and_hidden_text(void **state)
{
  (void)state;
  has_text(
      HEAD P(R(
          "أكد الوزيران ") "<w:del w:id=\"1\"><w:r><w:delText>أمس "
                           "</w:delText></w:r></w:del>"
                           "<w:ins w:id=\"2\">" R(
                               "اليوم ") "</w:ins>"
                                         "<w:moveFrom w:id=\"3\">" R(
                                             "كلاما ") "</w:moveFrom>"
                                                       "<w:r><w:rPr><w:vanish/></"
                                                       "w:rPr><w:t>سرا </w:t></w:r>"
                                                       "<w:r><w:rPr><w:vanish "
                                                       "w:val=\"0\"/></w:rPr><w:t>أهمية "
                                                       "</w:t></w:r>"
                                                       "<w:r><w:instrText>PAGE</"
                                                       "w:instrText></w:r>"
                                                       "<w:r><w:footnoteReference "
                                                       "w:id=\"1\"/></w:r>"
                                                       "<w:moveTo w:id=\"3\">" R(
                                                           "السلام في المنطقة.") "</"
                                                                                 "w:"
                                                                                 "moveTo"
                                                                                 ">") "<w"
                                                                                      ":p"
                                                                                      "><"
                                                                                      "w:"
                                                                                      "pP"
                                                                                      "r>"
                                                                                      "<w"
                                                                                      ":r"
                                                                                      "Pr"
                                                                                      "><"
                                                                                      "w:"
                                                                                      "de"
                                                                                      "l "
                                                                                      "w:"
                                                                                      "id"
                                                                                      "="
                                                                                      "\""
                                                                                      "9"
                                                                                      "\""
                                                                                      "/>"
                                                                                      "</"
                                                                                      "w:"
                                                                                      "rP"
                                                                                      "r>"
                                                                                      "</"
                                                                                      "w:"
                                                                                      "pP"
                                                                                      "r"
                                                                                      ">" R("واتفقا على عقد ") "</w:p>" P(
                                                                                          R("اجتماع آخر في مسقط.")) "<w:p><w:pPr><w:pStyle w:val=\"a\"/><w:pPrChange><w:pPr><w:pStyle w:val=\"a7\"/></w:pPr>"
                                                                                                                    "</w:pPrChange></w:pPr>" R(
                                                                                                                        SECOND) "</w:p>" FOOT,
      "أكد الوزيران اليوم أهمية السلام في المنطقة.\nواتفقا على عقد اجتماع آخر في "
      "مسقط.\n" SECOND);
}

static void test_page_docx__of_two_ways_to_write_it_the_first(void **state)
{
  (void)state;
  has_text(HEAD P(R(FIRST) "<mc:AlternateContent><mc:Choice>" R(
               " نعم.") "</mc:Choice>"
                        "<mc:Fallback>" R(" لا.") "</mc:Fallback></mc:AlternateContent>")
               P(R("x&amp;y \xee\x80\x83") "<w:r><w:pict>" P(
                   R("إعلان")) "</w:pict></w:r>" R(SECOND)) FOOT,
           FIRST " نعم.\nx&y " SECOND);
}

/* ---- what is refused --------------------------------------------------------------------------- */

static void refused(const char *document, mh_status status, const char *word)
{
  reading r;
  read_parts(&r, document, styles_xml, core_xml);
  assert_int_equal(r.status, status);
  if (!strstr(r.err.text, word)) fail_msg("%s", r.err.text);
  assert_null(r.x.text);
  mh_arena_free(&r.a);
}

static void test_page_docx__damaged_is_refused(void **state)
{
  (void)state;
  refused(HEAD P(R(FIRST)), MH_EFORMAT, "damaged");
  refused("", MH_EFORMAT, "empty");
  refused(HEAD FOOT, MH_EEMPTY, "no text");
  refused("<!DOCTYPE x [<!ENTITY a \"b\">]>" HEAD P(R("&a;")) FOOT, MH_EFORMAT,
          "damaged");
  refused("<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x/>",
          MH_EFORMAT, "damaged");
}

static void test_page_docx__deep_nesting_is_refused(void **state)
{
  (void)state;
  mh_out o = {0};
  mh_out_text(&o, HEAD);
  for (int i = 0; i < 5000; i++) mh_out_text(&o, "<w:tbl>");
  refused(o.at, MH_EFORMAT, "damaged");
  mh_out_free(&o);
}

static void expect(zip *z, mh_status status, const char *word)
{
  mh_arena a = {.budget = 64u << 20};
  mh_article x;
  mh_error err;
  close_zip(z);
  assert_int_equal(mh_page_docx(&x, &a, z->at.at, z->at.len, &err), status);
  assert_non_null(strstr(err.text, word));
  mh_arena_free(&a);
  free_zip(z);
}

static void test_page_docx__bombs_and_lies_are_refused(void **state)
{
  (void)state;
  zip large = {0}, lie = {0}, other = {0};
  add(&large, "word/document.xml", "\3\0", 2, 900u << 20, 0, 8);
  expect(&large, MH_ELIMIT, "larger than 16 MiB");
  add(&lie, "word/document.xml", "<w/>", 4, 1000, 0, 8);
  expect(&lie, MH_EFORMAT, "damaged");
  add_text(&other, "xl/workbook.xml", "<w/>");
  expect(&other, MH_EFORMAT, "no Word document");
}

static void test_page_docx__no_zip_is_refused(void **state)
{
  (void)state;
  mh_arena a = {0};
  mh_article x;
  mh_error err;
  assert_int_equal(mh_page_docx(&x, &a, "PK\3\4", 4, &err), MH_EFORMAT);
  assert_int_equal(mh_page_docx(&x, &a, "", 0, &err), MH_EFORMAT);
  assert_int_equal(mh_page_docx(&x, &a, "plain text, no ZIP", 18, &err), MH_EFORMAT);
  mh_arena_free(&a);
}

static void test_page_docx__survives_without_memory(void **state)
{
  (void)state;
  zip z = {0};
  mh_status s = MH_ENOMEM;
  add_text(&z, "docProps/core.xml", core_xml);
  add_text(&z, "word/styles.xml", styles_xml);
  add_text(&z, "word/document.xml", HEAD S("a7", "بيان مشترك") P(R(FIRST)) FOOT);
  close_zip(&z);
  for (uint64_t at = 1; s != MH_OK && at < 500; at++) {
    mh_arena a = {.fail_at = at};
    mh_article x;
    s = mh_page_docx(&x, &a, z.at.at, z.at.len, NULL);
    assert_true(s == MH_OK || s == MH_ENOMEM);
    mh_arena_free(&a);
  }
  assert_int_equal(s, MH_OK);
  free_zip(&z);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_page_docx__title_headings_and_paragraphs),
      cmocka_unit_test(test_page_docx__title_of_the_properties),
      cmocka_unit_test(test_page_docx__day_of_an_old_template_is_none),
      cmocka_unit_test(test_page_docx__tables_lists_and_breaks),
      cmocka_unit_test(test_page_docx__changes_notes_and_hidden_text),
      cmocka_unit_test(test_page_docx__of_two_ways_to_write_it_the_first),
      cmocka_unit_test(test_page_docx__damaged_is_refused),
      cmocka_unit_test(test_page_docx__deep_nesting_is_refused),
      cmocka_unit_test(test_page_docx__bombs_and_lies_are_refused),
      cmocka_unit_test(test_page_docx__no_zip_is_refused),
      cmocka_unit_test(test_page_docx__survives_without_memory),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
