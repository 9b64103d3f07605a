/* relative - what somebody who is named does in a relative clause: "met the president, who called
 * for a truce".  It is told in its own right, where what it hangs on has its own words before it;
 * where who is described has still to act himself ("the minister, who ..., said"), it is not.
 */
#include "about.h"

#define VERBS (1u << MH_POS_VERB)
#define NOUNS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)
#define REACH 100 /* tokens from where a content begins to whom it describes */
#define PUT   60  /* tokens of what is put in before its comma */

/* The relative pronoun that the verb at i stands right behind; NO_TOKEN none. */
static uint32_t pronoun(const reader *r, uint32_t i, uint32_t first)
{
  if (i < first + 3) return NO_TOKEN;
  uint32_t p = i - 1;
  if (r->cls[p] == MH_W_QAD) p--;
  return p > first + 1 && r->cls[p] == MH_W_REL && tok(r, p)->n > 3 ? p : NO_TOKEN;
}

/* The actor whom the pronoun at p describes, right before it, a comma between or none. */
static const mh_actor *described(const reader *r, uint32_t p, int32_t *at)
{
  const uint32_t end = mh_statement__comma(r, p - 1) ? p - 1 : p;
  *at = end ? r->m->actor_of[end - 1] : -1;
  if (*at < 0 || r->m->actors[*at].end != end) return NULL;
  const mh_actor *x = &r->m->actors[*at];
  return x->form != MH_ACTOR_ROLE || x->role == MH_ROLE_COUNTERPART ? x : NULL;
}

/* Is it he who is described, not a noun that he stands behind ("the policy of N. that"), nor
 * where something was ("in N., that")?  With wa- a state hardly ever is. */
static bool himself(const reader *r, const act *outer, const mh_actor *x, uint32_t p)
{
  /* "announced the minister, who met N., «X»": what he announces is still to come */
  if (outer && x->first == outer->content) return outer->act == MH_ACT_MEET;
  if (x->form == MH_ACTOR_OFFICIAL || x->form == MH_ACTOR_PERSON ||
      x->form == MH_ACTOR_ROLE)
    return true;
  if (mh_statement__and(r, p) || (x->pro & MH_PRO_BI)) return false;
  if (r->cls[x->first - 1] == MH_W_PREP)
    return mh_statement__prep(r, x->first - 1) != MH_TAKES_FI;
  return (x->pro & MH_PRO_LI) || mh_statement__comma(r, x->first - 1);
}

/* A meeting is told of, which may be what dealt with something. */
static bool meeting(const reader *r, uint32_t first, uint32_t end)
{
  for (uint32_t i = first; i < end; i++)
    if (mh_words_match(r->w, i, MH_PH_MEETING)) return true;
  return false;
}

/* alladhi says that who is described is masculine, allati that it is feminine. */
static bool agrees(const reader *r, const mh_actor *x, const mh_reading *y, uint32_t p)
{
  const mh_token *t = tok(r, p);
  const bool she = mh_statement__letter_back(t, 1) == MH_L_TA;
  if (she == ((y->feats & MH_F_GENDER) != MH_F_F)) return false;
  if (mh_statement__letter_back(t, 0) != MH_L_YA) return false; /* alladhina */
  if (x->form == MH_ACTOR_ROLE && she)
    return (tok(r, x->first)->flags & MH_TF_MARBUTA) != 0;
  return mh_statement__agrees(r, y->feats, x);
}

/* Has the clause that begins at token k its verb before token i? */
static bool verb_between(const reader *r, uint32_t k, uint32_t i)
{
  for (; k < i; k++)
    if (r->cls[k] == MH_W_AUX || (r->cls[k] == MH_W_NONE && r->m->actor_of[k] < 0 &&
                                  mh_statement__reading(r, k, VERBS, false) &&
                                  !mh_statement__reading(r, k, NOUNS, false)))
      return true;
  return false;
}

/* Does what is told behind "that" have its verb before token i? */
static bool has_verb(const reader *r, const act *outer, uint32_t i)
{
  if (outer->takes != LED_THAT && outer->takes != LED_QUOTE &&
      r->cls[outer->content] != MH_W_AN)
    return true;
  return verb_between(r, outer->content, i);
}

/* What nobody is told to do may hang on somebody too ("this came after a visit of N., who"): the
 * clause has its verb, and what it is about, before him. */
static bool hangs(const reader *r, const act *outer, const mh_actor *x, uint32_t p,
                  uint32_t first)
{
  if (outer)
    return !outer->end && x->first >= outer->content &&
           x->first - outer->content <= REACH && himself(r, outer, x, p) &&
           has_verb(r, outer, x->first);
  return x->first > first + 1 && x->first - first <= REACH && himself(r, NULL, x, p) &&
         verb_between(r, first, x->first);
}

static bool does(reader *r, const mh_reading *y, uint32_t i, uint32_t end, act *out)
{
  const uint32_t who = MH_F_PERSON | MH_F_NUMBER;
  if ((y->feats & who) != (MH_F_3 | MH_F_SG) || y->enc != MH_ENC_NONE ||
      (y->feats & MH_F_VOICE_PASSIVE))
    return false;
  const subject s = out->who;
  mh_statement__start(r, out, i, y, ACT_VERB);
  out->who = s;
  if (out->n_frames == 0 || out->frames->event != MH_EVENT_NONE ||
      !mh_statement__settle(r, out, i + 1, end))
    return false;
  if (out->kind != MH_FRAME_ACT && !(out->inner && out->kind != MH_FRAME_WEAK))
    return false;
  /* whom he met and what he signed tells the writer, to say who he is */
  if (out->act == MH_ACT_MEET || out->act == MH_ACT_SIGN) return false;
  if ((y->feats & MH_F_TENSE) == MH_F_IMPERFECT && !out->inner &&
      mh_statement__performs_nothing(r, i, y))
    return false;
  return out->act != MH_ACT_STATE || out->takes == LED_THAT || out->takes == LED_QUOTE;
}

/* "rejected N., who had backed the war, | a motion of": does what he is described in end with
 * its first comma, and something else go on there? */
static bool put_in(const reader *r, const act *x, uint32_t end)
{
  uint32_t k = x->content;
  if (end - k > PUT) end = k + PUT;
  while (k < end && !(mh_statement__comma(r, k) && !r->quoted[k])) k++;
  if (++k >= end) return false;
  return r->cls[k] == MH_W_NONE && tok(r, k)->kind == MH_TOKEN_WORD &&
         r->m->actor_of[k] < 0 && !mh_statement__and(r, k) &&
         !mh_statement__joined(r, k) && !mh_statement__circumstance(r, k);
}

bool mh_statement__relative_act(reader *r, const act *outer, uint32_t i, uint32_t first,
                                uint32_t end, act *out)
{
  if (!(r->w->glance[i].acts & VERBS) || r->quoted[i] || r->cls[i] != MH_W_NONE)
    return false;
  /* "in which N. agreed" */
  if (i + 1 < end && r->cls[i + 1] == MH_W_PREP && mh_statement__joined_pronoun(r, i + 1))
    return false;
  const uint32_t p = pronoun(r, i, first);
  int32_t at;
  const mh_actor *x = p == NO_TOKEN ? NULL : described(r, p, &at);
  if (x == NULL || !hangs(r, outer, x, p, first)) return false;
  const subject who = {
      .codes = mh_statement__codes(r, x), .first = at, .last = at, .end = x->end};
  for (uint32_t k = 0; who.codes.n == 1 && k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word == 0 || MH_F_POS_OF(y->feats) != MH_POS_VERB || !agrees(r, x, y, p))
      continue;
    /* "relations with N., which fears that": how things are with him */
    if (outer == NULL && (y->feats & MH_F_TENSE) != MH_F_PERFECT) continue;
    out->who = who;
    if (!does(r, y, i, end, out) || put_in(r, out, end)) continue;
    /* "the government of N., which brought in a bill": what he did says who he is */
    if (outer == NULL && !out->inner &&
        (out->act == MH_ACT_PLAN || out->act == MH_ACT_SUPPORT))
      return false;
    if (out->act == MH_ACT_DISCUSS && meeting(r, outer ? outer->word : first, x->first))
      return false;
    out->clause = p;
    r->near.codes = who.codes; /* what he adds is his; who told of him goes on himself */
    r->near.feminine = (y->feats & MH_F_GENDER) == MH_F_F;
    return true;
  }
  return false;
}
