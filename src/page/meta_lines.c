/* meta_lines - the page as its reader sees it: a line ends where a block does.
 *
 * Long ones are paragraphs and keep no text: who asks looks for headlines, labels and days.
 */
#include "meta.h"

enum {
  LINE_BYTES = 240,
  LINES_MOST = 4000,
  PARAGRAPH_POINTS = 120,
  SENTENCE_POINTS = 60
};

typedef struct walk {
  mh_page__meta *m;
  mh_out text;
  uint32_t node;                             /* of the first text of the line */
  uint32_t ends[MH_HTML_DEEPEST + 2], depth; /* of the blocks that are open */
} walk;

/* ---- lines ----------------------------------------------------------------------- */

/* As long, or as closed, as no label and no headline is. */
static bool is_paragraph(const char *t, uint32_t len)
{
  const size_t points = mh_utf8_count(t, len);
  return points > PARAGRAPH_POINTS || (points > SENTENCE_POINTS && t[len - 1] == '.');
}

static mh_status end_line(walk *w)
{
  mh_page__read l = {.node = w->node};
  mh_status s = w->text.status;
  if (s == MH_OK && w->text.len && w->m->lines.n < LINES_MOST) {
    if (w->text.len <= 2 * LINE_BYTES)
      s = mh_page__line_of(&l.text, &l.len, w->m, w->text.at, w->text.len, LINE_BYTES);
    const bool blank = !l.text && w->text.len <= LINE_BYTES;
    l.paragraph = !l.text || is_paragraph(l.text, l.len);
    if (s == MH_OK && !blank) s = MH_PUSH(w->m->a, &w->m->lines, l);
  }
  mh_out_clear(&w->text);
  w->node = 0;
  return s;
}

/* Elements whose text nobody reads. */
static bool is_silent(uint16_t tag)
{
  return tag == MH_HTML_SCRIPT || tag == MH_HTML_STYLE || tag == MH_HTML_SELECT ||
         tag == MH_HTML_TEXTAREA || tag == MH_HTML_TEMPLATE || tag == MH_HTML_SVG ||
         tag == MH_HTML_IFRAME || tag == MH_HTML_TITLE || tag == MH_HTML_NOSCRIPT;
}

/* 0 a block, 1 part of a line, 2 of a line but no part of a word. */
static int flow_of(uint16_t tag)
{
  switch (tag) {
  case MH_HTML_B:
  case MH_HTML_BIG:
  case MH_HTML_EM:
  case MH_HTML_FONT:
  case MH_HTML_STRONG:
  case MH_HTML_U:
  case MH_HTML_S:
  case MH_HTML_SUB:
  case MH_HTML_SUP:
  case MH_HTML_WBR:
  case MH_HTML_NOBR:
  case MH_HTML_INS:
  case MH_HTML_DEL:
  case MH_HTML_OTHER: return 1;
  case MH_HTML_A:
  case MH_HTML_ABBR:
  case MH_HTML_CITE:
  case MH_HTML_I:
  case MH_HTML_IMG:
  case MH_HTML_LABEL:
  case MH_HTML_MARK:
  case MH_HTML_Q:
  case MH_HTML_SMALL:
  case MH_HTML_SPAN:
  case MH_HTML_TIME:
  case MH_HTML_TT: return 2;
  default: return 0;
  }
}

static mh_status take_node(walk *w, uint32_t i)
{
  const mh_html_node *n = &w->m->d->nodes[i];
  if (n->tag == MH_HTML_TEXT) {
    if (w->node == 0) w->node = i;
    if (w->text.len < 2 * LINE_BYTES)
      mh_html_text(&w->text, w->m->d,
                   (mh_span){n->at, n->len < 4 * LINE_BYTES ? n->len : 4 * LINE_BYTES});
    return w->text.status;
  }
  const int flow = flow_of(n->tag);
  if (flow == 2) mh_out_char(&w->text, ' ');
  if (flow) return MH_OK;
  if (w->depth < MH_HTML_DEEPEST + 2) w->ends[w->depth++] = n->end;
  return end_line(w);
}

static mh_status cut_lines(walk *w)
{
  for (uint32_t i = 1; i < w->m->d->n;) {
    const mh_html_node *n = &w->m->d->nodes[i];
    bool ended = false;
    while (w->depth && w->ends[w->depth - 1] <= i) w->depth--, ended = true;
    if (ended) MH_TRY(end_line(w));
    if (is_silent(n->tag)) {
      i = n->end;
      continue;
    }
    MH_TRY(take_node(w, i));
    i++;
  }
  return end_line(w);
}

mh_status mh_page__read_lines(mh_page__meta *m)
{
  walk *w = mh_arena_zero(m->a, sizeof *w);
  if (!w) return MH_ENOMEM;
  w->m = m;
  const mh_status s = cut_lines(w);
  mh_out_free(&w->text);
  return s;
}
