/* main_pick - which node of a page holds its article.
 *
 * Every piece of text has a worth: a paragraph what it has of characters, a row of links less
 * than nothing.  The node whose pieces are worth most together holds the article: all around
 * it adds more menus than paragraphs, all within it leaves paragraphs out.  What the page
 * calls the body of an article counts where it holds most of that.
 */
#include "mainpart.h"

enum {
  PARAGRAPH_MOST = 1000, /* what one paragraph may be worth            */
  LINK_COST = 15,
  HEADLINE_LEAST = 15,
  CARD_LEVELS = 5,
  CARD_MOST = 400, /* characters of a teaser */
  CARDS_LEAST = 3,
  FEW = 250, /* characters that are hardly an article */
  MUCH = 700 /* and more than a box has                */
};

static int32_t worth_of(const mh_page__piece *p)
{
  const int32_t points = (int32_t)(p->points < 4000 ? p->points : 4000);
  if (mh_page__is_good(p)) return points < PARAGRAPH_MOST ? points : PARAGRAPH_MOST;
  if (p->linked * 10 > p->points * 5) return -(points / 2 + LINK_COST);
  if (p->state & (MH_PAGE__HEADED | MH_PAGE__LISTED)) return 0;
  return -points / 8;
}

static void sum_up(mh_page__map *m)
{
  const mh_html_doc *d = m->d;
  for (uint32_t i = 0; i < d->n; i++) {
    mh_page__trait *f = &m->traits[i];
    f->worth = 0;
    f->good = f->all = f->linked = 0;
  }
  m->good = 0;
  for (uint32_t k = 0; k < m->pieces.n; k++) {
    mh_page__piece *p = &m->pieces.at[k];
    mh_page__trait *f = &m->traits[p->block];
    p->state = f->state;
    const bool good = mh_page__is_good(p);
    f->all += p->points;
    f->linked += p->linked;
    if (good) f->good += p->points;
    if (f->state & MH_PAGE__OUT) continue;
    f->worth += worth_of(p);
    if (good) m->good += p->points;
  }
  for (uint32_t i = d->n; i-- > 1;) {
    mh_page__trait *f = &m->traits[i], *to = &m->traits[d->nodes[i].parent];
    to->worth += f->worth;
    to->good += f->good;
    to->all += f->all;
    to->linked += f->linked;
  }
}

static void inherit(mh_page__map *m)
{
  for (uint32_t i = 1; i < m->d->n; i++)
    m->traits[i].state = m->traits[m->d->nodes[i].parent].state | m->traits[i].own;
}

/* Buttons that open the rest of an article, pages within a banner: what holds so much text is
 * not what it is called. */
static bool harden(mh_page__map *m)
{
  bool found = false;
  for (uint32_t i = 1; i < m->d->n; i++) {
    mh_page__trait *f = &m->traits[i];
    const bool body = f->marks & MH_PAGE__MARK(BODY);
    if (!(f->own & MH_PAGE__OUT) || (!body && !(f->marks & MH_PAGE__MARK(SOFT))))
      continue;
    if (!body && (f->marks & MH_PAGE__MARK(NOT))) continue;
    if (f->good < MUCH || f->linked * 4 > f->all) continue;
    f->own &= (uint16_t)~MH_PAGE__OUT;
    found = true;
  }
  if (found) inherit(m);
  return found;
}

/* The card of a teaser: the smallest node around a linked headline that has a paragraph, when
 * that is all it has; 0 none. */
static uint32_t card_of(const mh_page__map *m, const mh_page__piece *p)
{
  uint32_t at = p->block;
  if (!(p->state & MH_PAGE__HEADED) || (p->state & MH_PAGE__BODIED)) return 0;
  if (p->points < HEADLINE_LEAST || p->linked * 10 < p->points * 9) return 0;
  for (int up = 0; up < CARD_LEVELS && at; up++, at = m->d->nodes[at].parent)
    if (m->traits[at].good) return m->traits[at].good <= CARD_MOST ? at : 0;
  return 0;
}

/* Several teasers in a page are a list of other stories. */
static bool drop_cards(mh_page__map *m)
{
  uint32_t cards = 0;
  for (uint32_t k = 0; k < m->pieces.n; k++) cards += card_of(m, &m->pieces.at[k]) > 0;
  m->teasers = cards;
  if (cards < CARDS_LEAST) return false;
  for (uint32_t k = 0; k < m->pieces.n; k++) {
    const uint32_t card = card_of(m, &m->pieces.at[k]);
    if (card) m->traits[card].own |= MH_PAGE__OUT;
  }
  inherit(m);
  return true;
}

/* Where nearly all text of a page stands in nodes that call themselves something else, they
 * are not what they say.  True when one was found. */
static bool pardon(mh_page__map *m)
{
  const uint32_t all = m->traits[0].good;
  if (all < FEW || (m->good >= FEW && m->good * 7 >= all)) return false;
  bool found = false;
  for (uint32_t i = 1; i < m->d->n; i++) {
    mh_page__trait *f = &m->traits[i];
    if (!(f->own & MH_PAGE__OUT) || f->good * 2 < all) continue;
    f->own &= (uint16_t)~MH_PAGE__OUT;
    found = true;
  }
  if (found) inherit(m);
  return found;
}

/* An element that may hold paragraphs. */
static bool is_holder(mh_html_tag tag)
{
  switch (tag) {
  case MH_HTML_ARTICLE:
  case MH_HTML_BODY:
  case MH_HTML_CENTER:
  case MH_HTML_DIV:
  case MH_HTML_FORM:
  case MH_HTML_HTML:
  case MH_HTML_MAIN:
  case MH_HTML_OTHER:
  case MH_HTML_SECTION:
  case MH_HTML_SPAN:
  case MH_HTML_FONT:
  case MH_HTML_TABLE:
  case MH_HTML_TD: return true;
  default: return false;
  }
}

static uint32_t best(const mh_page__map *m)
{
  uint32_t at = 0;
  for (uint32_t i = 1; i < m->d->n; i++)
    if (m->traits[i].worth >= m->traits[at].worth && m->traits[i].worth > 0 &&
        is_holder((mh_html_tag)m->d->nodes[i].tag))
      at = i;
  return at;
}

/* What is called the body of an article within, where it holds most of the text. */
static uint32_t narrow(const mh_page__map *m, uint32_t root)
{
  const uint32_t end = m->d->nodes[root].end;
  const int32_t enough = m->traits[root].worth / 10 * 7;
  uint32_t at = root;
  for (uint32_t i = root; i < end; i++) {
    const mh_page__trait *f = &m->traits[i];
    if (!(f->marks & MH_PAGE__MARK(BODY)) || f->worth < enough) continue;
    at = i;
  }
  return at;
}

/* ---- several articles --------------------------------------------------------------- */

enum { TITLE_MOST = 600, ARTICLE_LEAST = 200 };

static bool is_article(const mh_page__map *m, uint32_t i)
{
  return m->d->nodes[i].tag == MH_HTML_ARTICLE && m->traits[i].good >= ARTICLE_LEAST &&
         !(m->traits[i].state & MH_PAGE__OUT);
}

/* Elements `article` within root, not those within others. */
static uint32_t count_articles(const mh_page__map *m, uint32_t root)
{
  uint32_t n = 0;
  for (uint32_t i = root + 1; i < m->d->nodes[root].end;) {
    const bool is = is_article(m, i);
    n += is;
    i = is ? m->d->nodes[i].end : i + 1;
  }
  return n;
}

/* The article of those that holds node; 0 none. */
static uint32_t article_around(const mh_page__map *m, uint32_t node, uint32_t root)
{
  uint32_t at = 0;
  for (; node > root; node = m->d->nodes[node].parent)
    if (is_article(m, node)) at = node;
  return at;
}

/* The piece is a headline whose folded letters are these n. */
static bool says(mh_out *o, const mh_page__map *m, const mh_page__piece *p,
                 const char *folded, uint32_t n)
{
  char y[TITLE_MOST];
  if (!(p->state & MH_PAGE__HEADED) || p->points > TITLE_MOST) return false;
  mh_out_clear(o);
  mh_page__put_piece(o, m, p);
  if (o->status != MH_OK || o->len > TITLE_MOST) return false;
  return mh_page__fold(y, sizeof y, o->at, (uint32_t)o->len) == n &&
         memcmp(y, folded, n) == 0;
}

/* Does what o holds begin with the title, folded? */
static bool begins(const mh_out *o, const char *folded, uint32_t n)
{
  char y[2 * TITLE_MOST];
  const uint32_t len = o->len < TITLE_MOST ? (uint32_t)o->len : 0;
  const uint32_t k = len ? mh_page__fold(y, sizeof y, o->at, len) : 0;
  return k != UINT32_MAX && k >= n && memcmp(y, folded, n) == 0;
}

/* Is it the title in the head of the page too, or only a headline in it? */
static bool is_told(mh_out *o, const mh_html_doc *d, const char *folded, uint32_t n)
{
  for (uint32_t i = 1; i < d->n; i++) {
    mh_span property, content;
    mh_out_clear(o);
    if (d->nodes[i].tag == MH_HTML_TITLE)
      mh_html_text_within(o, d, i);
    else if (d->nodes[i].tag == MH_HTML_META &&
             mh_html_attribute(&property, d, i, "property") &&
             mh_html_has_word(d, property, "og:title") &&
             mh_html_attribute(&content, d, i, "content"))
      mh_html_value(o, d, content);
    if (o->status == MH_OK && begins(o, folded, n)) return true;
  }
  return false;
}

mh_status mh_page__tell_apart(uint32_t *at, bool *one, const mh_page__map *m,
                              uint32_t root, const mh_article *x)
{
  char folded[TITLE_MOST];
  *at = root;
  *one = article_around(m, root, 0) && m->traits[root].good * 2 > m->good;
  if (*one || !x->title || strlen(x->title) > TITLE_MOST || count_articles(m, root) < 2)
    return MH_OK;
  const uint32_t n = mh_page__fold(folded, sizeof folded, x->title,
                                   (uint32_t)strlen(x->title));
  mh_out o = {0};
  const bool told = n && n != UINT32_MAX && is_told(&o, m->d, folded, n);
  for (uint32_t k = 0; told && k < m->pieces.n && !*one; k++) {
    const mh_page__piece *p = &m->pieces.at[k];
    if (p->block <= root || p->block >= m->d->nodes[root].end) continue;
    if (!says(&o, m, p, folded, n)) continue;
    const uint32_t article = article_around(m, p->block, root);
    if (article == 0) continue;
    *at = narrow(m, article);
    *one = true;
  }
  const mh_status s = o.status;
  mh_out_free(&o);
  return s;
}

uint32_t mh_page__pick(mh_page__map *m)
{
  sum_up(m);
  if (harden(m)) sum_up(m);
  if (drop_cards(m)) sum_up(m);
  if (pardon(m)) sum_up(m);
  return narrow(m, best(m));
}
