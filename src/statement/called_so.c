/* called_so - what somebody named calls or says of what a relative clause is about: "the
 * deal, which N. called bad", "the arms that N. said were sold", "which N. holds to be so".
 *
 * What who is described did himself is relative.c's.
 */
#include "inside.h"

#define VERBS (1u << MH_POS_VERB)
#define NOUNS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)

#define FAR_BACK 120 /* tokens of what is told in which its verb surely stands */

/* "in an attack | that N. called": right behind an indefinite noun. */
static bool attributive(const reader *r, uint32_t q, uint32_t first)
{
  return q > first && tok(r, q)->kind == MH_TOKEN_WORD && r->cls[q] == MH_W_NONE &&
         r->m->actor_of[q] < 0 && (r->w->glance[q].pos & NOUNS) &&
         !mh_statement__has_al(r, q) && mh_statement__prep(r, q - 1);
}

/* Where the relative clause begins whose verb stands at i; NO_TOKEN none. */
static uint32_t opener(const reader *r, uint32_t i, uint32_t first)
{
  uint32_t q = i - 1;
  if (q > first && r->cls[q] == MH_W_QAD) q--;
  if (q <= first) return NO_TOKEN;
  if (r->cls[q] == MH_W_RESULT) { /* "and that is what" */
    while (q > first && r->cls_end[q] == 0) q--;
    return q;
  }
  if (r->cls[q] == MH_W_REL) return tok(r, q)->n > 3 ? q : NO_TOKEN;
  return attributive(r, q, first) ? i : NO_TOKEN;
}

/* Does what x tells of, up to the relative at p, have its verb there? */
static bool has_verb(const reader *r, const act *x, uint32_t p)
{
  if (x->takes != LED_THAT && x->takes != LED_QUOTE) return true;
  if (p > x->content + FAR_BACK) return true;
  for (uint32_t k = x->content; k < p; k++)
    if (r->cls[k] == MH_W_AUX || (r->cls[k] == MH_W_NONE && r->m->actor_of[k] < 0 &&
                                  mh_statement__reading(r, k, VERBS, false) &&
                                  !mh_statement__reading(r, k, NOUNS, false)))
      return true;
  return false;
}

/* "which N. called bad" with its pronoun, "that N. said | that they were sold". */
static bool calls(reader *r, const mh_reading *y, uint32_t i, uint32_t first,
                  uint32_t end, act *x)
{
  if (!mh_statement__named_does(r, y, i, first, end, x)) return false;
  if (x->frames->kind == MH_FRAME_JUDGE)
    return y->enc != MH_ENC_NONE && x->inner && x->act != MH_ACT_STATE;
  return y->enc == MH_ENC_NONE && x->takes == LED_THAT && x->content == x->who.end &&
         x->kind == MH_FRAME_ACT && mh_statement__joined_pronoun(r, x->content);
}

bool mh_statement__called_so(reader *r, const act *outer, uint32_t i, uint32_t first,
                             uint32_t end, act *out)
{
  if (!(r->w->glance[i].acts & VERBS) || r->quoted[i] || r->opinion || i < first + 2)
    return false;
  const uint32_t p = opener(r, i, first);
  if (p == NO_TOKEN || mh_statement__told_too(r, outer, p, first)) return false;
  if (outer && (p <= outer->content || outer->end || !has_verb(r, outer, p)))
    return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word == 0 || MH_F_POS_OF(y->feats) != MH_POS_VERB) continue;
    if (p == i && y->enc == MH_ENC_NONE) continue;
    if (!calls(r, y, i, first, end, out)) continue;
    out->clause = p;
    /* what is put in between commas ends with the second */
    if (mh_statement__comma(r, p - 1)) out->end = mh_statement__to_comma(r, out, end);
    return true;
  }
  return false;
}
