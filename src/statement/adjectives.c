/* adjectives - where a content begins behind adjectives of who acts that are no part of his name:
 * "rejected the court | the supreme the plan", "accused the government | the legitimate, on
 * Friday, the militias of".
 *
 * Without them the act would have the adjective for its object.  Where a content begins else is
 * complement.c's.
 */
#include "content.h"

#define NEAR  8 /* tokens from such an adjective to the content */
#define LEAST 6 /* letters of one, article and all              */

/* Does a noun or a name of its own begin at i, or a phrase that i leads ("those loyal | to")? */
static bool somebody(const reader *r, uint32_t i)
{
  const mh_match *of = mh_words_match(r->w, i, MH_PH_OFFICE);
  if (r->m->actor_at[i] >= 0 || (of && of->end > i + 1)) return true;
  const unsigned pos = r->w->glance[i].pos;
  if (i + 1 >= r->doc->n_tokens || (pos >> MH_POS_ADJ & 1)) return false;
  const unsigned joined = mh_statement__joined(r, i + 1);
  return tok(r, i + 1)->kind == MH_TOKEN_NUMBER || (joined & MH_PRO_BI) ||
         (pos && (joined || r->cls[i + 1] == MH_W_PREP));
}

/* What the lexicon has as an adjective and nothing else (or as more, where what describes is
 * plainly over), or does not have and that ends as relational ones do. */
static bool adjective(const reader *r, uint32_t i)
{
  const unsigned only = 1u << MH_POS_ADJ | 1u << MH_POS_ACTIVE | 1u << MH_POS_PASSIVE;
  const mh_token *t = tok(r, i);
  const unsigned pos = r->w->glance[i].pos;
  const int z = mh_statement__letter_back(t, 0), y = mh_statement__letter_back(t, 1);
  if ((z == MH_L_NUN && (y == MH_L_YA || y == MH_L_WAW)) ||
      (z == MH_L_TA && y == MH_L_ALEF))
    return false; /* several of them are people */
  if (pos == 0) return z == MH_L_YA || (z == MH_L_HA && y == MH_L_YA);
  const bool over = i + 1 < r->doc->n_tokens &&
                    (mh_statement__comma(r, i + 1) || r->m->when_at[i + 1] >= 0);
  return !(pos & ~only) || (over && (pos >> MH_POS_ADJ & 1));
}

/* Is token i an adjective with the article, of a definite word before it? */
static bool describes(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return t->kind == MH_TOKEN_WORD && t->n >= LEAST && r->cls[i] == MH_W_NONE &&
         r->m->when_at[i] < 0 && mh_statement__article(r, i) &&
         mh_statement__article(r, i - 1) && !mh_statement__and(r, i) &&
         adjective(r, i) && !somebody(r, i);
}

static bool clause(const act *x)
{
  return x->takes == LED_THAT || x->takes == LED_QUOTE;
}

bool mh_statement__behind_adjectives(const reader *r, act *x, uint32_t from, uint32_t end)
{
  const bool his = x->who.first >= 0 && x->who.end == from && from > x->word;
  act y = *x;
  const bool ok = mh_statement__complement_at(r, x, from, end);
  uint32_t i = from;
  while (his && i + 1 < end && describes(r, i)) i++;
  if (i == from || !mh_statement__complement_at(r, &y, i, end)) return ok;
  const bool near = y.content <= i + NEAR || mh_statement__comma(r, y.content - 1);
  const bool taken = !ok || (x->content == from && !clause(x));
  if (!clause(&y) && !(taken && near)) return ok;
  *x = y;
  return true;
}
