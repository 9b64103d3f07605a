/* page_tree - the texts of a page and the elements that each stands in, for comparison with
 * another parser (tree_agrees.py).
 *
 *   page_tree <PAGE
 *
 * Reads UTF-8.  One line a text: the index of its element, the names of all around it from the
 * outermost on, each led by a slash, and the text as JSON; parted by tabs.
 */
#include <stdio.h>

#include "src/html/html.h"

/* The name as the page has it stands before the attributes. */
static void put_name(mh_out *out, const mh_html_doc *d, const mh_html_node *n)
{
  uint32_t from = n->at;
  while (from > 0 && d->page[from - 1] != '<' && d->page[from - 1] != '/') from--;
  mh_out_char(out, '/');
  for (; from < n->at; from++) {
    const char c = d->page[from];
    mh_out_char(out, c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c);
  }
}

static bool is_raw(uint16_t tag)
{
  return tag == MH_HTML_SCRIPT || tag == MH_HTML_STYLE || tag == MH_HTML_IFRAME ||
         tag == MH_HTML_NOFRAMES || tag == MH_HTML_NOEMBED || tag == MH_HTML_XMP;
}

static void put_text(mh_out *out, const mh_html_doc *d, const mh_html_node *n)
{
  uint32_t around[MH_HTML_DEEPEST], k = 0;
  mh_out text = {0};
  for (uint32_t i = n->parent; i; i = d->nodes[i].parent) around[k++] = i;
  mh_out_fmt(out, "%u\t", n->parent);
  while (k) put_name(out, d, &d->nodes[around[--k]]);
  mh_out_char(out, '\t');
  if (is_raw(d->nodes[n->parent].tag))
    mh_out_bytes(&text, d->page + n->at, n->len);
  else
    mh_html_text(&text, d, (mh_span){n->at, n->len});
  mh_out_json(out, text.at, text.len);
  mh_out_char(out, '\n');
  mh_out_free(&text);
}

int main(void)
{
  mh_out page = {0}, out = {0};
  mh_arena a = {0};
  mh_html_doc d;
  char block[1 << 16];
  size_t n;
  while ((n = fread(block, 1, sizeof block, stdin)) > 0) mh_out_bytes(&page, block, n);
  const bool ok = page.status == MH_OK && !ferror(stdin) &&
                  mh_html_parse(&d, &a, page.len ? page.at : "", page.len) == MH_OK;
  for (uint32_t i = 1; ok && i < d.n; i++)
    if (d.nodes[i].tag == MH_HTML_TEXT) put_text(&out, &d, &d.nodes[i]);
  const bool written = ok && out.status == MH_OK &&
                       fwrite(out.at, 1, out.len, stdout) == out.len;
  mh_out_free(&out);
  mh_out_free(&page);
  mh_arena_free(&a);
  return written ? 0 : 1;
}
