/* main_cut - what of the node that holds an article is the article: its pieces in the order
 * of the page, without what stands between them.
 */
#include <stdlib.h>

#include "mainpart.h"

/* ---- text of a piece -------------------------------------------------------------------- */

/* Its nodes of text, with a blank where a line ends. */
static void put_piece(mh_out *o, const mh_page__map *m, const mh_page__piece *p)
{
  const mh_html_doc *d = m->d;
  for (uint32_t i = p->first; i <= p->last; i++) {
    const mh_html_node *x = &d->nodes[i];
    if (x->tag == MH_HTML_TEXT)
      mh_html_text(o, d, (mh_span){x->at, x->len});
    else if (x->tag == MH_HTML_BR)
      mh_out_char(o, ' ');
    else if (m->traits[i].state & MH_PAGE__SILENT)
      i = x->end - 1;
  }
}

/* White space, that of other scripts too, to single blanks, none at the ends. */
static uint32_t squeeze(char *t, size_t len)
{
  uint32_t to = 0;
  bool space = false;
  for (size_t i = 0; i < len; i++) {
    const unsigned char c = (unsigned char)t[i];
    const bool nbsp = c == 0xc2 && i + 1 < len && (unsigned char)t[i + 1] == 0xa0;
    if (c <= ' ' || nbsp) {
      space = true;
      i += nbsp;
      continue;
    }
    if (space && to) t[to++] = ' ';
    space = false;
    t[to++] = (char)c;
  }
  return to;
}

static mh_status push(mh_page__parts *out, mh_arena *a, mh_out *o, const mh_page__map *m,
                      const mh_page__piece *p)
{
  mh_out_clear(o);
  put_piece(o, m, p);
  if (o->status != MH_OK) return o->status;
  mh_page__part part = {.len = squeeze(o->at, o->len),
                        .heading = p->state & MH_PAGE__HEADED};
  if (part.len == 0) return MH_OK;
  part.text = mh_arena_copy(a, o->at, part.len);
  return part.text ? MH_PUSH(a, out, part) : MH_ENOMEM;
}

static mh_status push_all(mh_page__parts *out, mh_arena *a, const mh_page__map *m)
{
  mh_out o = {0};
  mh_status s = MH_OK;
  for (uint32_t k = 0; k < m->pieces.n && s == MH_OK; k++)
    if (m->pieces.at[k].keep) s = push(out, a, &o, m, &m->pieces.at[k]);
  mh_out_free(&o);
  return s;
}

/* ---- which of them ------------------------------------------------------------------------- */

/* A box that holds no paragraph, or links above all. */
static bool is_empty_box(const mh_page__map *m, uint32_t i)
{
  const mh_page__trait *f = &m->traits[i];
  if (!(f->marks & MH_PAGE__MARK(BOX)) || (f->marks & MH_PAGE__MARK(BODY))) return false;
  if (f->own & MH_PAGE__HEADED) return false;
  return f->good == 0 || f->linked * 2 > f->all;
}

/* Within the node that holds the article boxes are known by what they hold. */
static void empty_boxes(mh_page__map *m, uint32_t root)
{
  const mh_html_node *nodes = m->d->nodes;
  m->traits[root].state &= (uint16_t)~MH_PAGE__OUT;
  for (uint32_t i = root + 1; i < nodes[root].end; i++) {
    mh_page__trait *f = &m->traits[i];
    if (is_empty_box(m, i)) f->own |= MH_PAGE__OUT;
    f->state = m->traits[nodes[i].parent].state | f->own;
  }
}

static bool is_of_article(const mh_page__piece *p)
{
  if (p->state & MH_PAGE__OUT) return false;
  return p->linked * 10 <= p->points * 7;
}

static void choose(mh_page__map *m, uint32_t root)
{
  const uint32_t end = m->d->nodes[root].end;
  empty_boxes(m, root);
  for (uint32_t k = 0; k < m->pieces.n; k++) {
    mh_page__piece *p = &m->pieces.at[k];
    p->state = m->traits[p->block].state;
    p->keep = p->block >= root && p->block < end && is_of_article(p);
  }
  bool body = false; /* a heading with nothing below it is of something else */
  for (uint32_t k = m->pieces.n; k-- > 0;) {
    mh_page__piece *p = &m->pieces.at[k];
    if (!p->keep) continue;
    if (p->state & MH_PAGE__HEADED)
      p->keep = body;
    else
      body = true;
  }
}

mh_status mh_page__main(mh_page__parts *out, mh_arena *a, const mh_html_doc *d,
                        const mh_article *x, const mh_page__said *said)
{
  mh_page__map m;
  *out = (mh_page__parts){0};
  MH_TRY(mh_page__survey(&m, a, d));
  const uint32_t root = mh_page__pick(&m, x, said);
  if (m.traits[root].worth <= 0) return MH_OK;
  choose(&m, root);
  return push_all(out, a, &m);
}

mh_status mh_page__fragment(mh_page__parts *out, mh_arena *a, const mh_html_doc *d)
{
  mh_page__map m;
  *out = (mh_page__parts){0};
  MH_TRY(mh_page__survey(&m, a, d));
  for (uint32_t k = 0; k < m.pieces.n; k++)
    m.pieces.at[k].keep = !(m.pieces.at[k].state & MH_PAGE__OUT);
  return push_all(out, a, &m);
}
