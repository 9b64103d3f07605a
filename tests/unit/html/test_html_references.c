/* Text as it reads: character references, white space, attributes, words of a class. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "src/html/html.h"

static void read_as(void (*read)(mh_out *, const mh_html_doc *, mh_span),
                    const char *written, const char *reads)
{
  const size_t len = strlen(written);
  char *page = malloc(len ? len : 1);
  assert_non_null(page);
  memcpy(page, written, len);
  const mh_html_doc d = {.page = page, .len = len};
  mh_out out = {0};
  read(&out, &d, (mh_span){0, (uint32_t)len});
  assert_string_equal(out.at ? out.at : "", reads);
  mh_out_free(&out);
  free(page);
}

static void test_html_text__references(void **state)
{
  (void)state;
  static const char *const pairs[][2] = {
      {"a &amp; b &lt;p&gt; &quot;&apos;", "a & b <p> \"'"},
      {"&laquo;x&raquo;&nbsp;&rlm;&zwnj;", "«x»\u00a0\u200f\u200c"},
      {"&amp &copy2021 &ampere &noti; &notit;", "& ©2021 &ere ¬i; ¬it;"},
      {"&notin; &notin &CounterClockwiseContourIntegral;", "∉ ¬in ∳"},
      {"&NotEqualTilde; &Afr; &nosuch; &; & &a &1;", "≂̸ 𝔄 &nosuch; &; & &a &1;"},
      {"&#1575;&#x644;&#X644;&#1607 &#38", "الله &"},
      {"&#128;&#145;x&#146;&#150;&#x97;", "€‘x’–—"},
      {"&#0;&#xd800;&#x110000;&#99999999999999999999;", "\ufffd\ufffd\ufffd\ufffd"},
      {"&# &#; &#x &#x; &#xg;", "&# &#; &#x &#x; &#xg;"},
      {"&AMP;&AMP&Amp;", "&&&Amp;"},
      {"", ""},
      {"&", "&"},
  };
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
    read_as(mh_html_text, pairs[i][0], pairs[i][1]);
}

/* In an address a name without its semicolon is a parameter. */
static void test_html_value__addresses(void **state)
{
  (void)state;
  read_as(mh_html_value, "?a=1&amp;b=2&copy=3&lt3&reg&amp", "?a=1&b=2&copy=3&lt3®&");
  read_as(mh_html_value, "&notit; &copy; &#x26;", "&notit; © &");
}

static mh_html_doc doc(mh_arena *a, const char *page)
{
  mh_html_doc d;
  assert_int_equal(mh_html_parse(&d, a, page, strlen(page)), MH_OK);
  return d;
}

static void test_html_text_within__reads_as_one_line(void **state)
{
  (void)state;
  static const char *const pairs[][2] = {
      {"<h1> a\n<b>b</b>c <i> d</i> </h1>", "a bc d"},
      {"<div>a<br>b<p>c</p>d<ul><li>e<li>f</ul>g</div>", "a b c d e f g"},
      {"<p>a<script>x</script>b<style>y</style>c&nbsp;&#160; d", "abc d"},
      {"<table><tr><td>a<td>b</table>", "a b"},
      {"<p><span>a</span><span>b</span></p>", "ab"},
      {"a<template><p>x</template>b<iframe>y</iframe>c", "abc"},
      {"<div></div> ", ""},
  };
  for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
    mh_arena a = {0};
    mh_out out = {0};
    const mh_html_doc d = doc(&a, pairs[i][0]);
    mh_out_text(&out, "> ");
    mh_html_text_within(&out, &d, 0);
    assert_memory_equal(out.at, "> ", 2);
    assert_string_equal(out.at + 2, pairs[i][1]);
    mh_out_free(&out);
    mh_arena_free(&a);
  }
}

static void attribute(const mh_html_doc *d, const char *name, const char *value)
{
  mh_span s;
  assert_int_equal(mh_html_attribute(&s, d, 1, name), value != NULL);
  assert_int_equal(s.len, value ? strlen(value) : 0);
  if (value) assert_memory_equal(d->page + s.at, value, s.len);
}

static void test_html_attribute__a_value_left_out_is_empty(void **state)
{
  (void)state;
  static const char *const pages[] = {"<p rel=>x", "<p rel= >x", "<p a=1 rel=\n>x",
                                      "<p rel>x"};
  for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
    mh_arena a = {0};
    const mh_html_doc d = doc(&a, pages[i]);
    attribute(&d, "rel", "");
    assert_true(d.nodes[1].has & MH_HTML_HAS_REL);
    mh_arena_free(&a);
  }
}

static void test_html_attribute__however_it_is_written(void **state)
{
  (void)state;
  mh_arena a = {0};
  const mh_html_doc d = doc(
      &a, "<a one=1 TWO='2 > \"' three = \"3'\" four five= six/seven =7 eight='' "
          "one=again/nine ==10 x='\n'/>text");
  attribute(&d, "one", "1");
  attribute(&d, "two", "2 > \"");
  attribute(&d, "three", "3'");
  attribute(&d, "four", "");
  attribute(&d, "five", "six/seven");
  attribute(&d, "seven", NULL);
  attribute(&d, "eight", "");
  attribute(&d, "=", "10");
  attribute(&d, "x", "\n");
  attribute(&d, "none", NULL);
  mh_span s;
  assert_false(mh_html_attribute(&s, &d, 2, "text"));
  assert_false(mh_html_attribute(&s, &d, 0, "one"));
  mh_arena_free(&a);
}

static void test_html_parse__notes_attributes(void **state)
{
  (void)state;
  mh_arena a = {0};
  const mh_html_doc d = doc(
      &a,
      "<br><br REL=x><br role><br style=''><br hidden><br itemprop=a property=b>"
      "<br Aria-Label=x><br data-x=y DATA-=''><br data=x datax-=y rels=z><br class=rel>");
  static const uint16_t has[] = {0,
                                 MH_HTML_HAS_REL,
                                 MH_HTML_HAS_ROLE,
                                 MH_HTML_HAS_STYLE,
                                 MH_HTML_HAS_HIDDEN,
                                 MH_HTML_HAS_ITEMPROP | MH_HTML_HAS_PROPERTY,
                                 MH_HTML_HAS_ARIA,
                                 MH_HTML_HAS_DATA,
                                 0,
                                 0};
  assert_int_equal(d.n, 11);
  for (uint32_t i = 1; i < d.n; i++) assert_int_equal(d.nodes[i].has, has[i - 1]);
  mh_arena_free(&a);
}

static void test_html_has_word__whole_words_only(void **state)
{
  (void)state;
  mh_arena a = {0};
  const mh_html_doc d = doc(&a, "<p class=' entry-Content\tPOST\n' id=''>");
  const mh_span class = d.nodes[1].class;
  assert_true(mh_html_has_word(&d, class, "entry-content"));
  assert_true(mh_html_has_word(&d, class, "post"));
  assert_false(mh_html_has_word(&d, class, "entry"));
  assert_false(mh_html_has_word(&d, class, "content"));
  assert_false(mh_html_has_word(&d, class, ""));
  assert_false(mh_html_has_word(&d, d.nodes[1].id, "post"));
  mh_arena_free(&a);
}

static void test_html_tag_name__all_have_one(void **state)
{
  (void)state;
  mh_arena a = {0};
  assert_string_equal(mh_html_tag_name(MH_HTML_OTHER), "");
  for (int t = MH_HTML_OTHER + 1; t < MH_HTML_N_TAGS; t++) {
    mh_out out = {0};
    /* Parts of a table count for nothing outside of one. */
    mh_out_fmt(&out, "<table><%s>", mh_html_tag_name((mh_html_tag)t));
    const mh_html_doc d = doc(&a, out.at);
    if (t != MH_HTML_HTML && t != MH_HTML_HEAD && t != MH_HTML_BODY)
      assert_int_equal(d.nodes[d.n - 1].tag, t);
    mh_out_free(&out);
  }
  mh_arena_free(&a);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_html_text__references),
      cmocka_unit_test(test_html_value__addresses),
      cmocka_unit_test(test_html_text_within__reads_as_one_line),
      cmocka_unit_test(test_html_attribute__however_it_is_written),
      cmocka_unit_test(test_html_attribute__a_value_left_out_is_empty),
      cmocka_unit_test(test_html_parse__notes_attributes),
      cmocka_unit_test(test_html_has_word__whole_words_only),
      cmocka_unit_test(test_html_tag_name__all_have_one),
  };
  return cmocka_run_group_tests_name("html_references", tests, NULL, NULL);
}
