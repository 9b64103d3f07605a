/* stance - what somebody's stand is: "renewed the firm stand of his country | that rejects any
 * interference", "stressed his stand | that backs the cause", "the stand of N. of
 * rejecting it".  The stand is his own, and what it is
 * said to do he does.  What a verb or noun of his does is inner.c's and inner_noun.c's.
 */
#include "inner.h"

#define MORE 4 /* adjectives between whose stand it is and what it does */

/* The token behind whose stand it is, where the noun at i is a stand of those who act in x ("his
 * stand", "the stand of | his country", "the Kenyan stand"); NO_TOKEN else. */
static uint32_t own_stand(const reader *r, const act *x, uint32_t i, uint32_t end)
{
  subject s;
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_NOUN, false);
  if (y == NULL || y->word == 0 || mh_lex_word(r->lex, y->word)->cls != MH_W_STANCE ||
      i + 2 >= end)
    return NO_TOKEN;
  if (mh_statement__pronoun(r, i)) return i + 1;
  const mh_match *of = mh_words_match(r->w, i + 1, MH_PH_ADJ);
  if (of && mh_statement__article(r, i))
    return mh_codes_has(&x->who.codes, mh_lex_actor(r->lex, of->value)->code) ? of->end
                                                                              : NO_TOKEN;
  if (!mh_statement__group(r, i + 1, &s) || s.codes.n + x->who.codes.n == 0 ||
      !mh_statement__same_actors(x, &r->m->actors[s.first], &s.codes))
    return NO_TOKEN;
  return s.end;
}

/* Does what the participle or noun of reading y at k says call, oppose or support, with what it
 * takes?  Fills *in. */
static bool performs(const reader *r, uint32_t k, const mh_reading *y, uint32_t end,
                     act *in)
{
  mh_statement__start(r, in, k, y, ACT_PARTICIPLE);
  if (in->n_frames == 0 || !mh_statement__complement(r, in, k + 1, end) ||
      in->content > k + 3)
    return false;
  return in->act == MH_ACT_CALL || in->act == MH_ACT_OPPOSE || in->act == MH_ACT_SUPPORT;
}

/* "(the stand) that rejects", "firm and | rejecting". */
static bool does(const reader *r, uint32_t k, uint32_t end, act *in)
{
  const mh_reading *y = mh_statement__reading(r, k, 1u << MH_POS_ACTIVE, true);
  return y && mh_statement__article(r, k) && performs(r, k, y, end, in);
}

/* "(the stand) of (min) | rejecting", "in | supporting": a bare noun. */
static bool of_doing(const reader *r, uint32_t k, uint32_t end, act *in)
{
  if (r->cls[k] != MH_W_PREP || mh_statement__article(r, k + 1)) return false;
  const unsigned led = mh_statement__prep(r, k);
  const mh_reading *y = mh_statement__reading(
      r, k + 1, 1u << MH_POS_MASDAR | 1u << MH_POS_NOUN, true);
  return (led == MH_TAKES_MIN || led == MH_TAKES_FI) && y && y->enc == MH_ENC_NONE &&
         performs(r, k + 1, y, end, in);
}

void mh_statement__own_stance(const reader *r, act *x, uint32_t head, uint32_t end)
{
  act in;
  if (x->inner || head + 2 >= end) return;
  const uint32_t from = own_stand(r, x, head, end);
  for (uint32_t k = from; from != NO_TOKEN && k + 1 < end && k < from + MORE; k++) {
    if (does(r, k, end, &in) || of_doing(r, k, end, &in)) {
      x->act = in.act;
      x->inner = true;
      x->outer_who = x->who;
      return;
    }
    if (tok(r, k)->kind != MH_TOKEN_WORD || !mh_statement__article(r, k)) return;
  }
}
