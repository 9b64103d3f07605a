/* fuzz_html - any bytes through the door of the html room.
 *
 * The first byte says how little memory there is.  The tree must keep the promises of html.h:
 * parents hold their children, everything lies in the page, no node hangs too deep; text and
 * attributes of any node can be asked for.
 */
#include <stdlib.h>

#include "src/html/html.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool held)
{
  if (!held) abort();
}

static void inside(const mh_html_doc *d, mh_span s)
{
  must((uint64_t)s.at + s.len <= d->len);
}

static void check_node(const mh_html_doc *d, uint32_t i)
{
  static const struct {
    const char *name;
    uint16_t has;
  } names[] = {{"href", 0},
               {"id", 0},
               {"rel", MH_HTML_HAS_REL},
               {"itemprop", MH_HTML_HAS_ITEMPROP},
               {"style", MH_HTML_HAS_STYLE},
               {"=", 0}};
  const mh_html_node *n = &d->nodes[i], *up = &d->nodes[n->parent];
  must(n->tag < MH_HTML_N_TAGS && n->tag != MH_HTML_ROOT);
  must(n->parent < i && n->end > i && n->end <= up->end && up->tag != MH_HTML_TEXT);
  must(n->depth == up->depth + 1 && n->depth <= MH_HTML_DEEPEST);
  must(n->tag != MH_HTML_TEXT || (n->end == i + 1 && n->len > 0 && !n->id.len));
  inside(d, (mh_span){n->at, n->len});
  inside(d, n->id);
  inside(d, n->class);
  for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
    mh_span value;
    const bool there = mh_html_attribute(&value, d, i, names[k].name);
    must(there || value.len == 0);
    if (names[k].has) must(there == !!(n->has & names[k].has));
    inside(d, value);
    if (k == 1 && n->id.len) must(value.len == 0 || value.at == n->id.at);
  }
  mh_html_has_word(d, n->class, "post");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  if (size == 0) return 0;
  mh_arena a = {.budget = 64u << 20, .fail_at = data[0] < 8 ? data[0] : 0};
  mh_html_doc d;
  mh_out out = {0};
  if (mh_html_parse(&d, &a, (const char *)data + 1, size - 1) == MH_OK) {
    must(d.n > 0 && d.nodes[0].tag == MH_HTML_ROOT && d.nodes[0].end == d.n);
    for (uint32_t i = 1; i < d.n; i++) check_node(&d, i);
    mh_html_text_within(&out, &d, 0);
    must(!out.len || (out.at[0] != ' ' && out.at[out.len - 1] != ' '));
    must(!out.len || !strstr(out.at, "  "));
    mh_out_clear(&out);
    mh_html_value(&out, &d, (mh_span){0, (uint32_t)d.len});
    must(out.status == MH_OK && out.len <= 2 * d.len);
  }
  mh_out_free(&out);
  mh_arena_free(&a);
  return 0;
}
