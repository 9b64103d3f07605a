/* row - states that are told off in a row, "France, Britain and Germany": who else
 * does it, or where else it is so, and seldom what is spoken of.  Of two nothing can be
 * said. */
#include "weigh.h"

#define ROW  3 /* names from which it is one                     */
#define WIDE 3 /* tokens that the name of a state takes at most */

/* The state that is named from token i on; NULL none. */
static const mh_match *state_at(const reader *r, uint32_t i)
{
  static const unsigned names = 1u << MH_PH_ACTOR | 1u << MH_PH_ADJ | 1u << MH_PH_CAPITAL;
  const mh_match *best = NULL;
  if (!(r->w->glance[i].kinds & names)) return NULL;
  for (uint32_t k = r->w->match_first[i]; k < r->w->match_first[i + 1]; k++) {
    const mh_match *m = &r->w->matches[k];
    if (!mh_statement__land(r, r->w, m, NULL)) continue;
    if (best == NULL || m->end > best->end) best = m;
  }
  return best;
}

/* A comma, or a word that joins parts, between two names. */
static bool joint(const reader *r, uint32_t i)
{
  return tok(r, i)->kind != MH_TOKEN_WORD || r->cls[i] == MH_W_AND;
}

/* Does y go on with what x begins: "X and Y", "X, Y", "the X-Y (war)", but not "X's help
 * for Y"? */
static bool go_on(const mh_match *x, const mh_match *y)
{
  return y->first > x->end || (y->pro & MH_PRO_WA) ||
         (x->kind == MH_PH_ADJ && y->kind == MH_PH_ADJ && !(y->pro & ~MH_PRO_AL));
}

static const mh_match *behind(const reader *r, const mh_match *m, uint32_t end)
{
  uint32_t i = m->end;
  if (i < end && joint(r, i)) i++;
  const mh_match *x = i < end ? state_at(r, i) : NULL;
  return x && go_on(m, x) ? x : NULL;
}

static const mh_match *before(const reader *r, const mh_match *m, uint32_t first)
{
  uint32_t to = m->first;
  if (to > first && joint(r, to - 1)) to--;
  for (uint32_t i = to; i > first && to - i < WIDE;) {
    const mh_match *x = state_at(r, --i);
    if (x && x->end == to) return go_on(x, m) ? x : NULL;
  }
  return NULL;
}

/* Is a state named from token i to j? */
static bool any(const reader *r, uint32_t i, uint32_t j)
{
  for (; i < j; i++)
    if (state_at(r, i)) return true;
  return false;
}

bool mh_statement__in_row(const reader *r, const mh_match *m, uint32_t first,
                          uint32_t end, const act *x)
{
  if (x->act == MH_ACT_DISCUSS) return false; /* each is a file that was on the table */
  const mh_match *head = m, *tail = m;
  uint32_t n = 1;
  for (const mh_match *y; (y = before(r, head, first)) != NULL; head = y) n++;
  for (const mh_match *y; (y = behind(r, tail, end)) != NULL; tail = y) n++;
  if (n < ROW) return false;
  /* "the wars in X, Y and Z" are, where nobody else is spoken of */
  const bool inside = (head->pro & MH_PRO_BI) ||
                      (head->first > first &&
                       mh_statement__prep(r, head->first - 1) == MH_TAKES_FI);
  return !inside || any(r, first, head->first) || any(r, tail->end, end);
}
