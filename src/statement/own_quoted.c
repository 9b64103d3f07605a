/* own_quoted - does somebody who is quoted tell there what his own side does?
 *
 * "The minister said: «There is no way back, and our government calls for X»" is heard in
 * oneself.c; here it is the third person: «..., and the president calls for X», said by one of
 * his state, is told in its own right as «we call» would be.  What the quoted one tells of others
 * stays part of what he says.
 */
#include "inside.h"

#define VERBS (1u << MH_POS_VERB)
#define NOUNS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)
#define FRONT 18 /* tokens of a phrase before the verb */
#define BACK  40 /* tokens from the verb back to an "if" that it answers */
#define LEAD  5  /* tokens that only lead in what is quoted ("let me be clear: ") */

bool mh_statement__quoted_side(const reader *r, const mh_codes *some)
{
  for (uint8_t k = 0; k < r->speaker.n; k++)
    if (mh_codes_has(some, r->speaker.at[k]) && !mh_code_same(r->speaker.at[k], "OTHER"))
      return true;
  return false;
}

/* Is what stands from `first` to `end` a phrase without a verb that a preposition leads: "in the
 * light of this"? */
static bool phrase(const reader *r, uint32_t first, uint32_t end)
{
  while (first < end && (mh_statement__quote_mark(r, first) || r->cls[first] == MH_W_AN))
    first++;
  if (first >= end || end - first > FRONT || mh_statement__and(r, end) ||
      (r->cls[first] != MH_W_PREP && r->cls[first] != MH_W_OTHER))
    return false;
  for (uint32_t k = first; k < end; k++)
    if (relative(r, k) || r->cls[k] == MH_W_AN || r->cls[k] == MH_W_AUX ||
        (r->cls[k] == MH_W_NONE && r->m->actor_of[k] < 0 &&
         mh_statement__reading(r, k, VERBS, false) &&
         !mh_statement__reading(r, k, NOUNS, false)))
      return false;
  return true;
}

/* May a clause of the quotation begin at token i: behind a mark, a joining word, "that", or a phrase
 * that is put in front?  "At a time when | N. defies M." is none. */
static bool begins(const reader *r, uint32_t i)
{
  uint32_t from = i;
  while (from > r->speech && r->quoted[from - 1]) from--;
  return mh_statement__opens(r, i, r->speech) || r->cls[i - 1] == MH_W_AN ||
         phrase(r, from, i);
}

/* Is g of the speaker's side, and may what he does begin at token `head`?  He agrees with the verb
 * of reading y. */
static bool does(const reader *r, const mh_reading *y, const subject *g, uint32_t head)
{
  const mh_actor *a = &r->m->actors[g->first];
  return r->quoted[a->first] && !(a->pro & (MH_PRO_BI | MH_PRO_LI)) && begins(r, head) &&
         mh_statement__agrees(r, y->feats, a) && mh_statement__quoted_side(r, &g->codes);
}

/* Is one of the speaker's side named right beside the verb of reading y at i? */
static bool named_beside(const reader *r, const mh_reading *y, uint32_t i)
{
  subject g;
  /* "as the president promised": what he promised stands before */
  if (r->cls[i - 1] == MH_W_CONJ && mh_key_letter(tok(r, i - 1)->key, 0) == MH_L_KAF)
    return false;
  if (mh_statement__group_before(r, i, r->speech, &g) &&
      r->m->actors[g.first].form != MH_ACTOR_ROLE &&
      does(r, y, &g, r->m->actors[g.first].first))
    return true;
  if (!mh_statement__group(r, i + 1, &g)) return false;
  const mh_actor *a = &r->m->actors[g.first];
  if (a->form == MH_ACTOR_ROLE && a->role != MH_ROLE_BOTH && a->role != MH_ROLE_SELF)
    return false;
  return does(r, y, &g, mh_statement__negated(r, i) ? i - 1 : i);
}

/* "if N. does not X, | our government will Y": the threat is one with its condition. */
static bool on_condition(const reader *r, uint32_t i)
{
  for (uint32_t k = i; k-- > r->speech && i - k <= BACK && r->quoted[k];) {
    if (mh_statement__mark(r, k, '.') || r->cls[k] == MH_W_CONJ) return false;
    if (r->cls[k] == MH_W_SUB) return !mh_statement__and(r, i);
  }
  return false;
}

/* "as was made clear before, | N. will": nothing joins the clause of x to what its comma parts off
 * from `first` on. */
static bool put_in_front(const reader *r, uint32_t first, const act *x)
{
  const uint32_t i = x->clause;
  if (!mh_statement__comma(r, i - 1) || mh_statement__and(r, i) ||
      r->cls[i] == MH_W_AND || r->cls[i] == MH_W_CONJ)
    return false;
  for (uint32_t k = first + 1 + (r->cls[first] == MH_W_AN); k < i; k++)
    if (!r->quoted[k] || mh_statement__mark(r, k, '.')) return false;
  return true;
}

bool mh_statement__lead_quoted(const reader *r, const act *outer, act *x)
{
  if (!r->quoted[x->word] || (x->feats & MH_F_PERSON) != MH_F_3 ||
      x->clause < outer->content ||
      (outer->takes != LED_QUOTE && outer->takes != LED_THAT))
    return false;
  while (x->clause > outer->content &&
         (r->cls[x->clause - 1] == MH_W_CONJ || r->cls[x->clause - 1] == MH_W_AND ||
          r->cls[x->clause - 1] == MH_W_OTHER))
    x->clause--;
  if (x->clause > outer->content + LEAD && !phrase(r, outer->content, x->clause) &&
      !put_in_front(r, outer->content, x))
    return false;
  x->clause = outer->content;
  return true;
}

/* A verb in the third person inside of what somebody is told to say. */
static bool told_there(const reader *r, const mh_reading *y, uint32_t i)
{
  return r->quoted[i] && r->spoke_in == r->paragraph && r->speech && r->speech < i &&
         i + 1 < r->doc->n_tokens && y->word && y->enc == MH_ENC_NONE &&
         (y->feats & MH_F_PERSON) == MH_F_3 && !(y->feats & MH_F_VOICE_PASSIVE);
}

bool mh_statement__own_quoted(const reader *r, const mh_reading *y, uint32_t i)
{
  if (!told_there(r, y, i)) return false;
  const mh_word *w = mh_lex_word(r->lex, y->word);
  if (w->n_frames == 0) return false;
  const mh_frame *f = mh_lex_frames(r->lex, w);
  /* what he only says is said by who quotes him */
  if (f->act == MH_ACT_STATE || (f->kind != MH_FRAME_ACT && f->kind != MH_FRAME_LIGHT &&
                                 f->kind != MH_FRAME_RENEW && f->kind != MH_FRAME_WEAK))
    return false;
  return named_beside(r, y, i) && !on_condition(r, i);
}

bool mh_statement__ahead_quoted(const reader *r, const mh_reading *y, uint32_t i)
{
  return told_there(r, y, i) && named_beside(r, y, i) && !on_condition(r, i);
}

bool mh_statement__acts_quoted(const reader *r, uint32_t i)
{
  if (i == 0) return false;
  const bool ahead = r->w->glance[i].ahead || r->cls[i - 1] == MH_W_FUT;
  if (!(ahead || r->w->glance[i].acts & VERBS)) return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (MH_F_POS_OF(y->feats) != MH_POS_VERB) continue;
    if (mh_statement__own_quoted(r, y, i) ||
        (ahead && mh_statement__ahead_quoted(r, y, i)))
      return true;
  }
  return false;
}
