/* main_cut - what of the node that holds an article is the article: its pieces in the order
 * of the page, without what stands between them.
 */
#include <stdlib.h>

#include "mainpart.h"

/* ---- text of a piece -------------------------------------------------------------------- */

/* Its nodes of text, with a blank where a line ends. */
void mh_page__put_piece(mh_out *o, const mh_page__map *m, const mh_page__piece *p)
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
  mh_page__put_piece(o, m, p);
  if (o->status != MH_OK) return o->status;
  mh_page__part part = {.len = squeeze(o->at, o->len),
                        .heading = p->state & MH_PAGE__HEADED,
                        .lead = p->lead};
  if (part.len == 0) return MH_OK;
  part.text = mh_arena_copy(a, o->at, part.len);
  return part.text ? MH_PUSH(a, out, part) : MH_ENOMEM;
}

static mh_status push_all(mh_page__parts *out, mh_arena *a, const mh_page__map *m)
{
  mh_out o = {0};
  mh_status s = MH_OK;
  for (uint32_t k = 0; k < m->pieces.n && s == MH_OK; k++)
    if (m->pieces.at[k].keep || m->pieces.at[k].lead)
      s = push(out, a, &o, m, &m->pieces.at[k]);
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
  if (m->d->nodes[i].end > i + 1 && m->d->nodes[i + 1].tag == MH_HTML_TABLE) return false;
  return f->good == 0 || f->linked * 2 > f->all;
}

/* Count what nodes within root hold of paragraphs anew: a caption is none. */
static void count_good(mh_page__map *m, uint32_t root)
{
  const mh_html_node *nodes = m->d->nodes;
  for (uint32_t i = root; i < nodes[root].end; i++) m->traits[i].good = 0;
  for (uint32_t k = 0; k < m->pieces.n; k++) {
    const mh_page__piece *p = &m->pieces.at[k];
    if (p->block < root || p->block >= nodes[root].end) continue;
    if (!(m->traits[p->block].state & MH_PAGE__OUT) && mh_page__is_good(p))
      m->traits[p->block].good += p->points;
  }
  for (uint32_t i = nodes[root].end; i-- > root + 1;)
    m->traits[nodes[i].parent].good += m->traits[i].good;
}

/* Within the node that holds the article boxes are known by what they hold. */
static void empty_boxes(mh_page__map *m, uint32_t root)
{
  const mh_html_node *nodes = m->d->nodes;
  count_good(m, root);
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
  const bool closed = (p->state & MH_PAGE__PAR) && p->final;
  if ((p->state & MH_PAGE__HEADED) && (p->state & MH_PAGE__BODIED)) return true;
  return p->linked * 10 <= p->points * 7 || (closed && p->points - p->linked >= 30);
}

enum { LEAD_PIECES = 40, LEADS_MOST = 2, LEAD_POINTS = 200 };

static bool is_headline(const mh_page__map *m, const mh_page__piece *p)
{
  for (uint32_t i = p->first; i; i = m->d->nodes[i].parent) {
    if (m->d->nodes[i].tag == MH_HTML_H1) return true;
    if (i == p->block) break;
  }
  return false;
}

/* A sentence or two in the place of a lead, set as a paragraph or as a heading. */
static bool is_lead(const mh_page__piece *p)
{
  if (p->state & MH_PAGE__OUT) return false;
  const bool heading = (p->state & MH_PAGE__HEADED) && p->linked == 0 && p->words >= 8;
  return heading || mh_page__is_good(p);
}

/* What stands between the headline and the body: a short lead repeats what the body says, a
 * long one is its first paragraph. */
static void take_lead(mh_page__map *m, uint32_t first)
{
  uint32_t k = first, leads = 0;
  const uint32_t least = first > LEAD_PIECES ? first - LEAD_PIECES : 0;
  while (k > least && !is_headline(m, &m->pieces.at[k - 1])) k--;
  if (k <= least) return;
  for (; k < first && leads < LEADS_MOST; k++) {
    mh_page__piece *p = &m->pieces.at[k];
    if (!is_lead(p)) continue;
    p->keep = p->points >= LEAD_POINTS;
    p->lead = !p->keep;
    leads++;
  }
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
  uint32_t first = 0;
  while (first < m->pieces.n && !m->pieces.at[first].keep) first++;
  if (first < m->pieces.n) take_lead(m, first);
  for (uint32_t k = first; k < m->pieces.n && !mh_page__is_good(&m->pieces.at[k]); k++)
    if (is_headline(m, &m->pieces.at[k])) m->pieces.at[k].keep = false;
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
                        const mh_article *x)
{
  mh_page__map m;
  *out = (mh_page__parts){0};
  MH_TRY(mh_page__survey(&m, a, d));
  uint32_t root = mh_page__pick(&m);
  out->teasers = m.teasers;
  MH_TRY(mh_page__tell_apart(&root, &out->one, &m, root, x));
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
