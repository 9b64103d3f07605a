/* Pages and the trees that they give, written as name(children) and "text"; laws that hold for
 * any bytes; pages made to be slow; memory that runs out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <cmocka.h>

#include "src/html/html.h"

static const char *const trees[][2] = {
    /* Implied ends. */
    {"<div><p>one<p>two<div>three</div></div>",
     "div(p(\"one\") p(\"two\") div(\"three\"))"},
    {"<ul> <li>a <li><p>b<li>c</ul>d", "ul(li(\"a \") li(p(\"b\")) li(\"c\")) \"d\""},
    {"<ul><li>a<ul><li>b</ul>c<li>d</ul>", "ul(li(\"a\" ul(li(\"b\")) \"c\") li(\"d\"))"},
    {"<ul><li><div>a<li>b</ul>", "ul(li(div(\"a\")) li(\"b\"))"},
    {"<dl><dt>a<dd>b<dt>c</dl>", "dl(dt(\"a\") dd(\"b\") dt(\"c\"))"},
    {"<h1>a<h2>b</h3>c", "h1(\"a\") h2(\"b\") \"c\""},
    {"<select><option>a<option>b<optgroup><option>c</select>d",
     "select(option(\"a\") option(\"b\") optgroup(option(\"c\"))) \"d\""},
    {"<ruby>a<rp>(<rt>b<rp>)</ruby>", "ruby(\"a\" rp(\"(\") rt(\"b\") rp(\")\"))"},
    {"<p>a<hr>b<p><table><tr><td>c</table>",
     "p(\"a\") hr() \"b\" p() table(tr(td(\"c\")))"},
    {"<button>a<p>b<button>c</button>d", "button(\"a\" p(\"b\")) button(\"c\") \"d\""},
    /* Tables. */
    {"<table><tr><td>a<td>b<tr><td>c</table>",
     "table(tr(td(\"a\") td(\"b\")) tr(td(\"c\")))"},
    {"<div><table><tr><td>a</div>b<td>c</table>d</div>e",
     "div(table(tr(td(\"ab\") td(\"c\"))) \"d\") \"e\""},
    {"<table><tbody><tr><td><table><tr><td>a</table>b</tbody><tbody><tr><th>c</table>",
     "table(tbody(tr(td(table(tr(td(\"a\"))) \"b\"))) tbody(tr(th(\"c\"))))"},
    {"<table><td>a</tr>b<caption>c</caption><col><tr>",
     "table(td(\"a\") \"b\" caption(\"c\") col() tr())"},
    {"<td>a</td><tr>b", "\"ab\""},
    {"<table><form><tr><td>a</form></table>b", "table(form() tr(td(\"a\"))) \"b\""},
    {"<table><tr><table><tr><td>a", "table(tr()) table(tr(td(\"a\")))"},
    /* Ends that match nothing, or in the wrong order. */
    {"a</div></b></x-y>b</p>c</br>d", "\"ab\" p() \"c\" br() \"d\""},
    {"<div><span>a</div>b</span>c", "div(span(\"a\")) \"bc\""},
    {"<span><div>a</span>b</div>c", "span(div(\"ab\") \"c\")"},
    {"<b><i>a</b>b</i>c", "b(i(\"a\")) \"bc\""},
    {"<b><p>a</b>b</p>c", "b(p(\"ab\")) \"c\""},
    {"<a>a<a>b</a>c", "a(\"a\") a(\"b\") \"c\""},
    {"<a>a<p>b<a>c</a>d</p>e", "a(\"a\" p(\"b\" a(\"c\") \"d\")) \"e\""},
    {"<x-y>a<x-z>b</x-y>c", "?(\"a\" ?(\"b\")) \"c\""},
    {"<form>a<div><form>b</form>c</div>d<form>e",
     "form(\"a\" div(\"bc\")) \"d\" form(\"e\")"},
    {"<object><p>a</object></p>", "object(p(\"a\")) p()"},
    /* html, head, body. */
    {"<html lang=ar> <head> <title>t</title> <meta> </head> <body> a </body></html> b",
     "html(head(title(\"t\") meta()) body(\" a  b\"))"},
    {"<head><title>t</title><p>a<body>b", "head(title(\"t\")) p(\"ab\")"},
    {"<html><head><link>a<html><head>b", "html(head(link()) \"ab\")"},
    {"<head><noscript><img></noscript><meta><body>a<body>b",
     "head(noscript(img()) meta()) body(\"ab\")"},
    /* Comments and what is taken for one. */
    {"a<!-- <p> -- > -->b<!-->c<!--->d<!---->e<!-- x --!>f", "\"abcdef\""},
    {"a<!--[if IE]><p>x</p><![endif]-->b<![if !IE]>c<![endif]>d", "\"abcd\""},
    {"<!DOCTYPE html \"x>y\">a<?xml x='>'?>b</ x>c</>d", "\"y\">a'?>bcd\""},
    {"a<!--b", "\"a\""},
    {"a<![CDATA[b>c]]>d", "\"ac]]>d\""},
    {"<svg><![CDATA[<p>]]></svg>", "svg(\"<p>\")"},
    /* What opens no tag. */
    {"1 < 2 <3 <<b>x</b> a<", "\"1 < 2 <3 <\" b(\"x\") \" a<\""},
    {"a</", "\"a</\""},
    {"a<b", "\"a\""},
    {"a<b c='d", "\"a\""},
    {"<p a=\"<p>\" b='>' c=d/e/>x", "p(\"x\")"},
    {"<DIV><P>x</dIv\n>", "div(p(\"x\"))"},
    {"<br/><p/>a", "br() p(\"a\")"},
    {"<p\fclass=a>x</p x=\">\">y", "p.a(\"x\") \"y\""},
    {"<p class=\"a b\" id=c class=d>x", "p#c.a b(\"x\")"},
    {"<p ID = 'c' CLASS\n=\t\"a\" data-class=d>x", "p#c.a(\"x\")"},
    /* Raw text. */
    {"<title>a<b>&amp;</titl></title >c", "title(\"a<b>&amp;</titl>\") \"c\""},
    {"<style></p><!--</style>a", "style(\"</p><!--\") \"a\""},
    {"<textarea>\na<p></TEXTAREA>b", "textarea(\"a<p>\") \"b\""},
    {"<iframe><p>a</iframe><xmp><b></xmp>", "iframe(\"<p>a\") xmp(\"<b>\")"},
    {"<pre>\n\na</pre>", "pre(\"\na\")"},
    {"a<plaintext><p>b</plaintext>", "\"a\" plaintext(\"<p>b</plaintext>\")"},
    {"<script>a</scriptx></script/>b", "script(\"a</scriptx>\") \"b\""},
    {"<script><!--<script>a</script>b--></script>c",
     "script(\"<!--<script>a</script>b-->\") \"c\""},
    {"<script><!--a</script>b--></script>c", "script(\"<!--a\") \"b-->c\""},
    {"<script><!-->a<script></script>b", "script(\"<!-->a<script>\") \"b\""},
    {"<script>a", "script(\"a\")"},
    /* svg and math. */
    {"<svg><path/><g><title>a</title></g><style/></svg>b",
     "svg(?() ?(?(\"a\")) style()) \"b\""},
    {"<p><svg><path><p>a", "p(svg(?())) p(\"a\")"},
    {"<svg><foreignObject><div>a</svg>b</div></foreignObject></svg>c",
     "svg(foreignobject(div(\"ab\"))) \"c\""},
    {"<div><svg><g></div>a", "div(svg(?())) \"a\""},
    {"<math><mi>x</mi></math>y", "math(?(\"x\")) \"y\""},
    {"<svg/>a<svg><g></p>b", "svg() \"a\" svg(?()) p() \"b\""},
    {"<template><tr><td>a</template>b", "template(\"a\") \"b\""},
};

static void write_node(mh_out *out, const mh_html_doc *d, uint32_t i);

/* Texts that stand next to each other are written as one. */
static void write_children(mh_out *out, const mh_html_doc *d, uint32_t node)
{
  bool quoted = false;
  for (uint32_t i = node + 1; i < d->nodes[node].end; i = d->nodes[i].end) {
    const bool text = d->nodes[i].tag == MH_HTML_TEXT;
    if (quoted && !text) mh_out_char(out, '"');
    if (i > node + 1 && !(quoted && text)) mh_out_char(out, ' ');
    if (text && !quoted) mh_out_char(out, '"');
    quoted = text;
    write_node(out, d, i);
  }
  if (quoted) mh_out_char(out, '"');
}

static void write_node(mh_out *out, const mh_html_doc *d, uint32_t i)
{
  const mh_html_node *n = &d->nodes[i];
  if (n->tag == MH_HTML_TEXT) {
    mh_out_bytes(out, d->page + n->at, n->len);
    return;
  }
  mh_out_text(out, n->tag == MH_HTML_OTHER ? "?" : mh_html_tag_name(n->tag));
  if (n->id.len) mh_out_fmt(out, "#%.*s", (int)n->id.len, d->page + n->id.at);
  if (n->class.len) mh_out_fmt(out, ".%.*s", (int)n->class.len, d->page + n->class.at);
  mh_out_char(out, '(');
  write_children(out, d, i);
  mh_out_char(out, ')');
}

/* What html.h promises of any tree. */
static void check(const mh_html_doc *d)
{
  assert_true(d->n >= 1 && d->nodes[0].tag == MH_HTML_ROOT && d->nodes[0].end == d->n);
  for (uint32_t i = 1; i < d->n; i++) {
    const mh_html_node *n = &d->nodes[i], *up = &d->nodes[n->parent];
    assert_true(n->parent < i && n->end > i && n->end <= up->end);
    assert_true(n->depth == up->depth + 1 && n->depth <= MH_HTML_DEEPEST);
    assert_true((uint64_t)n->at + n->len <= d->len);
    assert_true(n->tag != MH_HTML_TEXT || (n->end == i + 1 && n->len > 0));
    assert_true(up->tag != MH_HTML_TEXT);
  }
}

static void test_html_parse__trees(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof trees / sizeof *trees; i++) {
    mh_arena a = {0};
    mh_html_doc d;
    mh_out out = {0};
    const size_t len = strlen(trees[i][0]);
    char *page = malloc(len); /* its end is known to whoever watches memory */
    assert_non_null(page);
    memcpy(page, trees[i][0], len);
    assert_int_equal(mh_html_parse(&d, &a, page, len), MH_OK);
    check(&d);
    write_children(&out, &d, 0);
    assert_string_equal(out.at, trees[i][1]);
    mh_out_free(&out);
    mh_arena_free(&a);
    free(page);
  }
}

/* Wherever a page is cut off it gives a tree. */
static void test_html_parse__cut_anywhere(void **state)
{
  (void)state;
  for (size_t i = 0; i < sizeof trees / sizeof *trees; i++)
    for (size_t len = 0; len <= strlen(trees[i][0]); len++) {
      mh_arena a = {0};
      mh_html_doc d;
      char *page = malloc(len + 1);
      assert_non_null(page);
      memcpy(page, trees[i][0], len);
      page = realloc(page, len ? len : 1);
      assert_int_equal(mh_html_parse(&d, &a, page, len), MH_OK);
      check(&d);
      mh_arena_free(&a);
      free(page);
    }
}

static void test_html_parse__without_memory(void **state)
{
  (void)state;
  char page[4096];
  for (size_t i = 0; i < sizeof page; i++) page[i] = "<b>"[i % 3];
  for (uint64_t fail = 1;; fail++) {
    mh_arena a = {.fail_at = fail};
    mh_html_doc d;
    const mh_status s = mh_html_parse(&d, &a, page, sizeof page);
    const bool reached = a.takes >= fail;
    assert_int_equal(s, reached ? MH_ENOMEM : MH_OK);
    if (reached) assert_int_equal(d.n, 0);
    mh_arena_free(&a);
    if (!reached) return;
    assert_true(fail < 1000);
  }
}

/* ---- pages made to be slow --------------------------------------------------------- */

/* `times` times `piece`, parsed; seconds of processor. */
static double parse_many(const char *before, const char *piece, size_t times,
                         const char *after)
{
  mh_out page = {0};
  mh_arena a = {0};
  mh_html_doc d;
  mh_out_text(&page, before);
  for (size_t i = 0; i < times; i++) mh_out_text(&page, piece);
  mh_out_text(&page, after);
  assert_int_equal(page.status, MH_OK);
  const clock_t began = clock();
  assert_int_equal(mh_html_parse(&d, &a, page.at, page.len), MH_OK);
  mh_out text = {0};
  mh_html_text_within(&text, &d, 0);
  mh_span none;
  for (uint32_t i = 1; i < d.n && i < 10; i++) mh_html_attribute(&none, &d, i, "none");
  const double took = (double)(clock() - began) / CLOCKS_PER_SEC;
  check(&d);
  mh_out_free(&text);
  mh_out_free(&page);
  mh_arena_free(&a);
  return took;
}

static void test_html_parse__hostile_pages_are_quick(void **state)
{
  (void)state;
  static const struct {
    const char *before, *piece, *after;
  } pages[] = {
      {"", "<div>", ""},
      {"", "<div>", "</div></div>"},
      {"", "<div></p>", ""},
      {"", "<a><p>", "</a>"},
      {"", "<b><p>", ""},
      {"<p>", "<object></p>", ""},
      {"", "<table><tr><td>", "</table>"},
      {"<table>", "<tr><td>a", ""},
      {"", "<x-y></x-z>", ""},
      {"", "<li>", "</ul>"},
      {"", "<svg><p></svg>", ""},
      {"", "<svg><g>", "</svg>"},
      {"", "<", ""},
      {"", "</", ""},
      {"", "<!--", ""},
      {"<!--", "->", ""},
      {"<!--", ">", ""},
      {"", "<![CDATA[", ""},
      {"<svg><![CDATA[", ">", ""},
      {"<script>", "<!--<script>", ""},
      {"<script>", "</script", ""},
      {"<script><!--", "<script></script>", ""},
      {"<title>", "</titl", ""},
      {"<p a=\"", "x", ""},
      {"<p a='", "<p>", ""},
      {"<p ", "a ", ">"},
      {"<p ", "a=", ">"},
      {"<p ", "/", ">"},
      {"<", "x", ">"},
      {"</", "x", ">"},
      {"", "&", ""},
      {"", "&amp", ""},
      {"", "&notin", ""},
      {"&#", "1", ""},
      {"&#x", "f", ";"},
      {"&", "a", ""},
      {"", "<textarea>\n", ""},
      {"<select>", "<option>", ""},
  };
  for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
    const double took = parse_many(pages[i].before, pages[i].piece, 300000,
                                   pages[i].after);
    if (took >= 2) fail_msg("%s: %.1f s", pages[i].piece, took);
  }
}

/* What is too deep hangs from the deepest, and the page goes on behind it. */
static void test_html_parse__deep_nesting(void **state)
{
  (void)state;
  enum { DEEP = 100000 };
  mh_out page = {0};
  for (int i = 0; i < DEEP; i++) mh_out_text(&page, "<div>");
  mh_out_text(&page, "in<script>no</script>");
  for (int i = 0; i < DEEP; i++) mh_out_text(&page, "</div>");
  mh_out_text(&page, "<p>out");
  mh_arena a = {0};
  mh_html_doc d;
  assert_int_equal(mh_html_parse(&d, &a, page.at, page.len), MH_OK);
  check(&d);
  assert_int_equal(d.n, 1 + DEEP + 1 + 1 + 2);
  assert_int_equal(d.nodes[DEEP].depth, MH_HTML_DEEPEST);
  assert_int_equal(d.nodes[d.n - 2].tag, MH_HTML_P);
  assert_int_equal(d.nodes[d.n - 2].depth, 1);
  mh_out text = {0};
  mh_html_text_within(&text, &d, 0);
  assert_string_equal(text.at, "in out");
  mh_out_free(&text);
  mh_out_free(&page);
  mh_arena_free(&a);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_html_parse__trees),
      cmocka_unit_test(test_html_parse__cut_anywhere),
      cmocka_unit_test(test_html_parse__without_memory),
      cmocka_unit_test(test_html_parse__hostile_pages_are_quick),
      cmocka_unit_test(test_html_parse__deep_nesting),
  };
  return cmocka_run_group_tests_name("html_parse", tests, NULL, NULL);
}
