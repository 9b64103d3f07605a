/* withal - whom "with" names and who is no partner: he is part of what is told, or of a place.
 *
 * Who is one is partners.c.
 */
#include "inside.h"

#define DEAL 3 /* words that may tell of a deal before "with N." */

/* "reached (ila) | a (first) deal with N.", "the reaching of one": is the word before "with" at i
 * in the name of what they came to? */
static bool deal_reached(const reader *r, const act *x, uint32_t i)
{
  if (x->act != MH_ACT_AGREE) return false;
  for (uint32_t k = i; k-- > x->word_end && i - k <= DEAL;)
    if (mh_statement__agreement(r, k))
      return !mh_statement__article(r, k) &&
             (mh_statement__prep(r, k - 1) == MH_TAKES_ILA ||
              mh_statement__prep(r, k) == MH_TAKES_LI);
  return false;
}

/* "a visit to the border | with N.": where somebody goes, not whom he meets. */
bool mh_statement__place_with(const reader *r, const act *x, uint32_t i)
{
  const int32_t at = r->m->actor_at[i + 1];
  if (mh_statement__prep(r, i) != MH_TAKES_MAA || at < 0 ||
      r->m->actors[at].form != MH_ACTOR_NAME || deal_reached(r, x, i))
    return false;
  for (uint32_t k = i; k-- > x->word_end && i - k < 5;) {
    const unsigned bit = mh_statement__prep(r, k);
    /* "reached (ila) | a deal with N." */
    if (bit == MH_TAKES_ILA && x->act == MH_ACT_AGREE && k + 1 == x->content)
      return false;
    if (bit) return bit == MH_TAKES_ILA || bit == MH_TAKES_ALA;
    if (mh_statement__comma(r, k) || r->m->actor_of[k] >= 0) return false;
  }
  return false;
}

/* "a (nuclear) deal | with N." is made with him; "a law on trade | with N." is not. */
static bool deal_with(const reader *r, const act *x, uint32_t with)
{
  if (x->act != MH_ACT_SIGN || mh_statement__prep(r, with) != MH_TAKES_MAA ||
      with > x->content + DEAL)
    return false;
  for (uint32_t i = x->content; i < with; i++)
    if (tok(r, i)->kind != MH_TOKEN_WORD || r->cls[i] != MH_W_NONE ||
        r->m->actor_of[i] >= 0 || mh_statement__article(r, i) ||
        mh_statement__joined(r, i) || mh_statement__has_al(r, i))
      return false;
  return true;
}

bool mh_statement__by_cabinet(const reader *r, const act *x)
{
  const mh_match *m = x->who.first >= 0
                          ? mh_words_match(r->w, r->m->actors[x->who.first].first,
                                           MH_PH_ORGAN)
                          : NULL;
  return m && strcmp(mh_lex_organ(r->lex, m->value)->kind, "government") == 0;
}

/* "the Council approved | the agreement with N.", "the Cabinet agreed | to empower the minister to
 * negotiate with N.": with whom that was or will be made, which one may agree to alone. */
static bool approves(const reader *r, const act *x, uint32_t with)
{
  if (x->act != MH_ACT_AGREE || mh_statement__prep(r, with) != MH_TAKES_MAA) return false;
  if (deal_reached(r, x, with)) return false;
  if (mh_statement__by_cabinet(r, x)) return true;
  for (uint32_t i = with; i-- > x->content && with - i <= DEAL;)
    if (mh_statement__agreement(r, i) && mh_statement__article(r, i)) return true;
  return false;
}

/* "the relations with Iran" are what was discussed; "relations with his counterpart" were
 * discussed with him. */
bool mh_statement__subject_matter(const reader *r, const act *x, uint32_t i,
                                  const subject *s)
{
  const mh_actor *y = &r->m->actors[s->first];
  if (i < x->content || x->act == MH_ACT_MEET) return false;
  if (x->who.codes.n > 1 || approves(r, x, i - 1)) return true;
  const bool states = y->form == MH_ACTOR_NAME || y->form == MH_ACTOR_CAPITAL ||
                      (y->form == MH_ACTOR_ORGAN && y->codes.n > 1);
  return (x->act == MH_ACT_DISCUSS || x->act == MH_ACT_SIGN) && i > x->content + 1 &&
         states && !deal_with(r, x, i - 1);
}
