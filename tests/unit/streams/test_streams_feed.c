/* What cases cannot say of feeds: limits, memory that runs out, addresses and days in tables,
 * links of pages, and that XML without mistakes is read as libxml2 reads it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <cmocka.h>
#include <libxml/xmlreader.h>

#include "src/streams/feed_inside.h"

/* ---- addresses, days ------------------------------------------------------------------- */

static void test_streams_url__joins_as_rfc_3986_has_it(void **state)
{
  (void)state;
  static const char *const table[][2] = {
      {"g:h", "g:h"},
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {"g?y#s", "http://a/b/c/g?y#s"},
      {";x", "http://a/b/c/;x"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"./", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../..", "http://a/"},
      {"../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"g.", "http://a/b/c/g."},
      {"..g", "http://a/b/c/..g"},
      {"./../g", "http://a/b/g"},
      {"g/./h", "http://a/b/c/g/h"},
      {"g/../h", "http://a/b/c/h"},
      {"g?y/./x", "http://a/b/c/g?y/./x"},
      {" \n a b\tc ", "http://a/b/c/a%20bc"},
      {"mailto:x@y", "mailto:x@y"},
  };
  mh_arena a = {0};
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    assert_string_equal(
        mh_streams__join(&a, "http://a/b/c/d;p?q", table[i][0], strlen(table[i][0])),
        table[i][1]);
  assert_string_equal(mh_streams__join(&a, NULL, "/x", 2), "/x");
  assert_string_equal(mh_streams__join(&a, "http://a", "x", 1), "http://a/x");
  assert_string_equal(mh_streams__join(&a, "http://a/x#y?z", "", 0), "http://a/x");
  char *lengthy = calloc(1, 9001);
  memset(lengthy, 'x', 9000);
  assert_string_equal(mh_streams__join(&a, "http://a", lengthy, 9000), "");
  free(lengthy);
  mh_arena_free(&a);
}

static void expect_moment(const char *text, bool american, const char *want)
{
  char got[32] = "none";
  if (!mh_streams__moment(got, text, strlen(text), american)) strcpy(got, "none");
  if (strcmp(got, want) != 0) fail_msg("%s: %s, not %s", text, got, want);
}

static void test_streams_moment__reads_what_feeds_write(void **state)
{
  (void)state;
  static const char *const table[][2] = {
      {"Thu, 27 Jan 2022 10:30:05 +0300", "2022-01-27T10:30:05+03:00"},
      {"Thu, 27 Jan 2022 10:30 GMT", "2022-01-27T10:30:00Z"},
      {"27 Jan 22 10:30:00 EET", "2022-01-27T10:30:00+02:00"},
      {"Thu,27 January 2022 10:30:00 GMT+3", "2022-01-27T10:30:00+03:00"},
      {"Thu, 27 Jan 122 10:30:00 UT", "2022-01-27T10:30:00Z"},
      {"Thu, 27 Jan 99 10:30:00 EST", "1999-01-27T10:30:00-05:00"},
      {"Thu Jan 27 2022 10:30:00 GMT+0300 (Arabian Standard Time)",
       "2022-01-27T10:30:00+03:00"},
      {"Thu Jan 27 10:30:00 AST 2022", "2022-01-27T10:30:00+03:00"},
      {"January 27, 2022, 10:30 pm", "2022-01-27T22:30:00"},
      {"Jan 27, 2022 12:05 a.m.", "2022-01-27T00:05:00"},
      {"2022-01-27T10:30:00+03:00", "2022-01-27T10:30:00+03:00"},
      {"2022-01-27T10:30:00.000Z", "2022-01-27T10:30:00Z"},
      {"2022-01-27T10:30:00-0330", "2022-01-27T10:30:00-03:30"},
      {"2022-01-27T10:30+03", "2022-01-27T10:30:00+03:00"},
      {"2022-01-27 10:30:00", "2022-01-27T10:30:00"},
      {"2022/01/27 - 10:30", "2022-01-27T10:30:00"},
      {"27/01/2022 10:30", "2022-01-27T10:30:00"},
      {"27.01.2022", "2022-01-27"},
      {"10:30 | 27-01-2022", "2022-01-27T10:30:00"},
      {"27-Jan-2022", "2022-01-27"},
      {"20220127", "2022-01-27"},
      {"20220127T103000Z", "2022-01-27T10:30:00Z"},
      {"20220127103000", "2022-01-27T10:30:00"},
      {"1643279400", "2022-01-27T10:30:00Z"},
      {"1643279400000", "2022-01-27T10:30:00Z"},
      {"2022-01", "2022-01"},
      {"2022", "2022"},
      {"Thu, 27 Jan 2022 25:61:00 +0300", "2022-01-27"},
      {"Thu, 27 Jan 2022 10:30:60 +9900", "2022-01-27T10:30:59"},
      {"", "none"},
      {"yesterday", "none"},
      {"Thu, 31 Feb 2022 10:30:00 GMT", "none"},
      {"Wed, 30 Nov -0001 00:00:00 +0000", "none"},
      {"0000-00-00 00:00:00", "none"},
      {"Thu, 01 Jan 1970 00:00:00 +0000", "none"},
      {"Thu, 27 Jan 10:30:00 GMT", "none"},
      {"10:30", "none"},
      {"99999999999999999999", "none"},
  };
  for (size_t i = 0; i < sizeof table / sizeof *table; i++)
    expect_moment(table[i][0], false, table[i][1]);
  expect_moment("2/1/2022 9:05:00 PM", true, "2022-02-01T21:05:00");
  expect_moment("2/1/2022 9:05:00 PM", false, "2022-01-02T21:05:00");
  expect_moment("13/1/2022", true, "2022-01-13");
}

/* ---- limits ------------------------------------------------------------------------------ */

static const char small_feed[] =
    "<rss xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
    "<title>A &amp; B</title><link>http://a.example/</link>"
    "<item xml:base='http://b.example/'><title>One &lt;b&gt;two&lt;/b&gt;</title>"
    "<link>/1</link><author>x@a.example (X Y)</author><pubDate>27 Jan 2022</pubDate>"
    "<content:encoded><![CDATA[<p>Text]]>&lt;/p></content:encoded></item>"
    "<item><guid>http://a.example/2</guid><description>a<i>b</i></description></item>"
    "</channel></rss>";
static const char small_json[] =
    "{\"version\":\"https://jsonfeed.org/version/"
    "1.1\",\"title\":\"A\",\"items\":[{\"id\":7,"
    "\"url\":\"http://a.example/7\",\"title\":\"T\",\"content_text\":\"a < b\","
    "\"authors\":[{\"name\":\"X\"}],\"date_published\":\"2022-01-27T10:30:00Z\"}]}";

static void test_streams_feed__reads_json(void **state)
{
  (void)state;
  mh_arena a = {0};
  mh_feed f;
  assert_true(mh_feed_is(small_json, sizeof small_json - 1));
  assert_int_equal(mh_feed_read(&f, &a, small_json, sizeof small_json - 1, NULL, NULL),
                   MH_OK);
  assert_string_equal(f.kind, "json");
  assert_int_equal(f.n, 1);
  assert_string_equal(f.entries[0].id, "7");
  assert_string_equal(f.entries[0].author, "X");
  assert_string_equal(f.entries[0].published, "2022-01-27T10:30:00Z");
  assert_string_equal(f.entries[0].html, "a &lt; b");
  assert_true(f.entries[0].whole);
  mh_arena_free(&a);
}

/* Memory request 1, 2, 3 ... fails until a run succeeds. */
static void starve(const char *bytes, size_t len)
{
  for (uint64_t n = 1;; n++) {
    mh_arena a = {.fail_at = n};
    mh_feed f;
    mh_error err;
    const mh_status s = mh_feed_read(&f, &a, bytes, len, NULL, &err);
    const bool reached = a.takes >= n;
    if (s != MH_OK) {
      assert_int_equal(s, MH_ENOMEM);
      assert_int_equal(err.code, MH_ENOMEM);
      assert_int_equal(f.n, 0);
    }
    mh_arena_free(&a);
    assert_true(n < 1000);
    if (!reached) {
      assert_int_equal(s, MH_OK);
      return;
    }
  }
}

static void test_streams_feed__survives_without_memory(void **state)
{
  (void)state;
  starve(small_feed, sizeof small_feed - 1);
  starve(small_json, sizeof small_json - 1);
}

static void test_streams_feed__has_limits(void **state)
{
  (void)state;
  mh_arena a = {0};
  mh_feed f;
  mh_error err;
  mh_out o = {0};
  mh_out_text(&o, "<rss><channel>");
  for (int i = 0; i <= MH_FEED_ENTRIES_MAX; i++)
    mh_out_text(&o, "<item><guid>x</guid></item>");
  assert_int_equal(mh_feed_read(&f, &a, o.at, o.len, NULL, &err), MH_OK);
  assert_int_equal(f.n, MH_FEED_ENTRIES_MAX);
  assert_true(f.broken);
  assert_int_equal(mh_feed_read(&f, &a, o.at, MH_STREAMS_MAX + 1, NULL, &err), MH_ELIMIT);
  assert_int_equal(mh_feed_read(&f, &a, "<rss></rss>", 11, NULL, &err), MH_EEMPTY);
  assert_int_equal(mh_feed_read(&f, &a, "<html></html>", 13, NULL, &err), MH_EFORMAT);
  assert_int_equal(mh_feed_read(&f, &a, "", 0, NULL, &err), MH_EFORMAT);
  assert_int_equal(f.n, 0);
  mh_out_free(&o);
  mh_arena_free(&a);
}

/* What an entity stands for is never written out, however often it is named. */
static void test_streams_feed__expands_no_entities(void **state)
{
  (void)state;
  static const char bomb[] =
      "<!DOCTYPE rss [<!ENTITY a \"hahahahaha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
      "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d SYSTEM "
      "\"file:///etc/passwd\">]>"
      "<rss><item><title>&c;&d;</title><link>/x</link></item></rss>";
  mh_arena a = {0};
  mh_feed f;
  assert_int_equal(mh_feed_read(&f, &a, bomb, sizeof bomb - 1, NULL, NULL), MH_OK);
  assert_string_equal(f.entries[0].title, "&c;&d;");
  assert_true(a.taken <= 64 << 10);
  mh_arena_free(&a);
}

/* A name that is cut for its length is cut between letters. */
static void test_streams_feed__cuts_no_letter(void **state)
{
  (void)state;
  mh_arena a = {0};
  mh_feed f;
  mh_out o = {0};
  mh_out_text(&o, "<rss><item><description>a <x");
  for (int i = 0; i < 300; i++) mh_out_text(&o, "\xd8\xa7");
  mh_out_text(&o, ">b</description></item></rss>");
  assert_int_equal(mh_feed_read(&f, &a, o.at, o.len, NULL, NULL), MH_OK);
  assert_true(mh_utf8_check(f.entries[0].html, strlen(f.entries[0].html), NULL));
  mh_out_free(&o);
  mh_arena_free(&a);
}

/* ---- feeds of a page ------------------------------------------------------------------------ */

static void test_streams_feed__finds_feeds_of_a_page(void **state)
{
  (void)state;
  static const char page[] =
      "<html><head><base href='/ar/'><link rel=stylesheet href=x.css>"
      "<link rel='ALTERNATE' type='Application/RSS+xml; charset=utf-8' title='A &amp; B' "
      "href='feed?a=1&amp;b=2'>"
      "<link rel='alternate' hreflang=en href='/en'>"
      "<link rel='alternate home' type='application/atom+xml' href='//feeds.example/a'>"
      "<link rel='alternate' type='application/rss+xml' href='/ar/feed?a=1&b=2'>"
      "<link rel='alternate' type='application/rss+xml'></head>";
  mh_arena a = {0};
  mh_html_doc d;
  const mh_feed_link *l;
  uint32_t n;
  assert_int_equal(mh_html_parse(&d, &a, page, sizeof page - 1), MH_OK);
  assert_int_equal(mh_feed_links(&l, &n, &a, &d, "https://news.example/x/y"), MH_OK);
  assert_int_equal(n, 2);
  assert_string_equal(l[0].url, "https://news.example/ar/feed?a=1&b=2");
  assert_string_equal(l[0].title, "A & B");
  assert_string_equal(l[0].type, "application/rss+xml; charset=utf-8");
  assert_string_equal(l[1].url, "https://feeds.example/a");
  assert_null(l[1].title);
  mh_arena_free(&a);
}

/* ---- against libxml2 ----------------------------------------------------------------------------- */

/* A document without mistakes, by chance. */
typedef struct chance {
  mh_out o;
  uint32_t seed;
} chance;

static uint32_t draw(chance *c, uint32_t n)
{
  c->seed = c->seed * 1664525u + 1013904223u;
  return (c->seed >> 16) % n;
}

static void write_some_text(chance *c)
{
  static const char *const pieces[] = {"text ",      "\xd8\xae\xd8\xa8\xd8\xb1 ",
                                       "&amp;",      "&lt;b&gt;",
                                       "&#1593;",    "&#x639;",
                                       "<![CDATA[",  "\n  ",
                                       "<!-- > -->", "<?php echo 1 ?>",
                                       "a > b",      "&quot;&apos;"};
  for (uint32_t n = draw(c, 4); n > 0; n--) {
    const uint32_t k = draw(c, 12);
    mh_out_text(&c->o, pieces[k]);
    if (k == 6) mh_out_text(&c->o, "<p>&amp; ]] ></p>]]>");
  }
}

static void write_element(chance *c, int depth)
{
  static const char *const names[] = {"a", "b:c", "item", "_x-1.y", "\xd8\xae"};
  const char *name = names[draw(c, 5)];
  mh_out_fmt(&c->o, "<%s", name);
  if (draw(c, 3) == 0) mh_out_text(&c->o, " one = 'x &gt; \"y\" > z'");
  if (draw(c, 3) == 0) mh_out_text(&c->o, "\n two=\"a&amp;b='1'/\"");
  if (draw(c, 5) == 0) {
    mh_out_text(&c->o, draw(c, 2) ? "/>" : " />");
    return;
  }
  mh_out_char(&c->o, '>');
  for (uint32_t n = draw(c, 5); n > 0; n--) {
    write_some_text(c);
    if (depth < 6) write_element(c, depth + 1);
  }
  mh_out_fmt(&c->o, "</%s%s>", name, draw(c, 4) ? "" : " ");
}

static void log_ours(mh_out *to, const chance *c)
{
  mh_arena a = {0};
  mh_streams__xml x;
  mh_streams__event e;
  mh_streams__xml_start(&x, &a, c->o.at, c->o.len, NULL);
  while (mh_streams__xml_next(&e, &x) == MH_OK && e != MH_XML_END) {
    const mh_streams__name *n = e == MH_XML_OPEN ? &x.last.name : &x.stack[x.depth].name;
    if (e == MH_XML_OPEN) mh_out_fmt(to, "\n<%.*s", (int)n->len, n->at);
    for (int k = 0; e == MH_XML_OPEN && k < 2; k++) {
      const char *value = mh_streams__attribute(&x, k ? "two" : "one");
      if (value) mh_out_fmt(to, " %s", value);
    }
    if (e == MH_XML_OPEN) mh_out_text(to, ">\n");
    if (e == MH_XML_CLOSE) mh_out_fmt(to, "\n</%.*s>\n", (int)n->len, n->at);
    if (e == MH_XML_TEXT && x.literal) mh_out_bytes(to, x.inside, x.inside_len);
    if (e == MH_XML_TEXT && !x.literal) mh_streams__resolve(to, x.inside, x.inside_len);
  }
  assert_false(x.broken);
  mh_arena_free(&a);
}

static void log_open(mh_out *to, xmlTextReaderPtr r)
{
  mh_out_fmt(to, "\n<%s", (const char *)xmlTextReaderConstName(r));
  for (int k = 0; k < 2; k++) {
    xmlChar *value = xmlTextReaderGetAttribute(r, (const xmlChar *)(k ? "two" : "one"));
    if (value) mh_out_fmt(to, " %s", (char *)value);
    xmlFree(value);
  }
  mh_out_text(to, ">\n");
}

static void log_theirs(mh_out *to, const chance *c)
{
  xmlTextReaderPtr r = xmlReaderForMemory(c->o.at, (int)c->o.len, NULL, "UTF-8",
                                          XML_PARSE_NONET | XML_PARSE_NOERROR |
                                              XML_PARSE_NOWARNING);
  int more;
  while ((more = xmlTextReaderRead(r)) == 1) {
    const int type = xmlTextReaderNodeType(r);
    if (type == XML_READER_TYPE_ELEMENT) {
      log_open(to, r);
      if (!xmlTextReaderIsEmptyElement(r)) continue;
    }
    if (type == XML_READER_TYPE_ELEMENT || type == XML_READER_TYPE_END_ELEMENT)
      mh_out_fmt(to, "\n</%s>\n", (const char *)xmlTextReaderConstName(r));
    else if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
             type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE)
      mh_out_text(to, (const char *)xmlTextReaderConstValue(r));
  }
  assert_int_equal(more, 0);
  xmlFreeTextReader(r);
}

static void test_streams_xml__reads_as_libxml2_does(void **state)
{
  (void)state;
  size_t bytes = 0;
  for (uint32_t i = 0; i < 2000; i++) {
    chance c = {.seed = i};
    mh_out ours = {0}, theirs = {0};
    mh_out_text(&c.o,
                "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY e \"]>\"> <!-- ' -->]>\n"
                "<r xmlns:b='urn:b'>");
    write_element(&c, 0);
    mh_out_text(&c.o, "</r>\n");
    log_ours(&ours, &c);
    log_theirs(&theirs, &c);
    if (strcmp(ours.at, theirs.at) != 0)
      fail_msg("%s\n--- ours\n%s\n--- theirs\n%s", c.o.at, ours.at, theirs.at);
    bytes += c.o.len;
    mh_out_free(&ours);
    mh_out_free(&theirs);
    mh_out_free(&c.o);
  }
  assert_true(bytes > 100000);
  xmlCleanupParser();
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_streams_url__joins_as_rfc_3986_has_it),
      cmocka_unit_test(test_streams_moment__reads_what_feeds_write),
      cmocka_unit_test(test_streams_feed__reads_json),
      cmocka_unit_test(test_streams_feed__survives_without_memory),
      cmocka_unit_test(test_streams_feed__has_limits),
      cmocka_unit_test(test_streams_feed__expands_no_entities),
      cmocka_unit_test(test_streams_feed__cuts_no_letter),
      cmocka_unit_test(test_streams_feed__finds_feeds_of_a_page),
      cmocka_unit_test(test_streams_xml__reads_as_libxml2_does),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
