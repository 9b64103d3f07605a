/* papers - what speaks for those whose it is: a statement or report that they put out, a meeting
 * of theirs, the office of somebody told before.
 *
 * Whose a statement is that is told with al- alone is issued.c's.
 */
#include "content.h"

/* A noun of what is said or written, without an article. */
static bool paper(const reader *r, uint32_t i)
{
  if (r->cls[i] != MH_W_NONE || mh_statement__article(r, i) || mh_statement__joined(r, i))
    return false;
  const int32_t at = r->m->actor_at[i];
  if (at >= 0 && r->m->actors[at].end == i + 1 && r->m->actors[at].paper &&
      r->m->actors[at].role == MH_ROLE_NOBODY)
    return true; /* "a report of" */
  if (r->m->actor_of[i] >= 0) return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word && y->enc == MH_ENC_NONE && (y->feats & MH_F_NUMBER) == MH_F_SG &&
        mh_lex_word(r->lex, y->word)->cls == MH_W_SPEECH)
      return true;
  }
  return false;
}

#define ISSUE 6 /* tokens between a paper and who put it out */

/* Past the day at token i; i when none begins there. */
static uint32_t past_when(const reader *r, uint32_t i)
{
  const int32_t day = i < r->doc->n_tokens ? r->m->when_at[i] : -1;
  return day >= 0 ? r->m->whens.at[day].end : i;
}

/* May the word at i describe a paper: "short", "official", "joint"? */
static bool describes(const reader *r, uint32_t i)
{
  const unsigned verbal = 1u << MH_POS_ACTIVE | 1u << MH_POS_PASSIVE | 1u << MH_POS_ADJ;
  return r->cls[i] == MH_W_NONE && !mh_statement__article(r, i) &&
         !mh_statement__joined(r, i) && !mh_statement__and(r, i) &&
         (mh_statement__relational(r, i) || (r->w->glance[i].pos & verbal));
}

/* Past what parts a paper from whose it is: what describes it, a comma, "from", "(that) they put
 * out", "put out (yesterday) by". */
static uint32_t past_issue(const reader *r, uint32_t k, uint32_t end)
{
  const uint32_t stop = end - k < ISSUE ? end : k + ISSUE;
  for (; k + 1 < stop; k++) {
    if (r->m->actor_of[k] >= 0) return k;
    const unsigned bit = mh_statement__prep(r, k);
    if (bit == MH_TAKES_MIN || bit == MH_TAKES_AN_PREP) return k + 1;
    const mh_reading *y = r->cls[k] == MH_W_NONE
                              ? mh_statement__reading(r, k, 1u << MH_POS_VERB, false)
                              : NULL;
    const bool did = y && (y->feats & MH_F_TENSE) == MH_F_PERFECT;
    if (did && y->enc == MH_ENC_HU) return k + 1;
    const uint32_t day = past_when(r, k + 1);
    if (did && day > k + 1 && day < end && mh_statement__prep(r, day) == MH_TAKES_AN_PREP)
      return day + 1;
    if (!mh_statement__comma(r, k) && !describes(r, k)) return k;
  }
  return k;
}

/* "the office of | N.", "the forces of | N.": nobody without whose it is, who was told before. */
static bool bound_to_name(const reader *r, uint32_t i, uint32_t end, subject *out)
{
  const mh_match *m = mh_words_match(r->w, i, MH_PH_ORGAN);
  return m && !m->pro && m->enc == MH_ENC_NONE && m->end < end &&
         strcmp(mh_lex_organ(r->lex, m->value)->kind, "bound") == 0 &&
         mh_statement__known_name(r, m->end, out) && out->codes.n > 0 && !out->nobody;
}

/* "(a statement of) N. | and N. and N.": the more states and offices that put it out. */
static void and_states(const reader *r, subject *s)
{
  for (int n = 0; n < ISSUE && s->end < r->doc->n_tokens; n++) {
    const int32_t at = r->m->actor_at[s->end];
    const mh_actor *x = at >= 0 ? &r->m->actors[at] : NULL;
    if (x == NULL || x->form == MH_ACTOR_ROLE || (x->pro & ~MH_PRO_AL) != MH_PRO_WA)
      return;
    const mh_codes c = mh_statement__codes(r, x);
    for (uint8_t k = 0; k < c.n; k++) mh_codes_add(&s->codes, c.at[k]);
    s->last = at;
    s->end = x->end;
  }
}

bool mh_statement__paper_of(const reader *r, uint32_t i, uint32_t end, subject *out)
{
  if (i + 2 >= end) return false;
  if (bound_to_name(r, i, end, out)) return true;
  if (!paper(r, i)) return false;
  const uint32_t k = past_issue(r, i + 1, end);
  const int32_t at = k < end ? r->m->actor_at[k] : -1;
  if (at < 0) return false;
  const mh_actor *x = &r->m->actors[at];
  const bool led = r->cls[k - 1] == MH_W_PREP ||
                   r->w->glance[k - 1].pos >> MH_POS_VERB & 1;
  const uint32_t pro = MH_PRO_AL | (k == i + 1 || !led ? MH_PRO_LI : 0);
  if (x->form == MH_ACTOR_ROLE || x->form == MH_ACTOR_CAPITAL || (x->pro & ~pro))
    return false;
  *out = (subject){
      .codes = mh_statement__codes(r, x), .first = at, .last = at, .end = x->end};
  and_states(r, out);
  return out->codes.n > 0;
}

/* "a meeting of (li-) the ministers of N. | called for": a meeting of those who are named
 * speaks for them; that it is held is no voice of theirs. */
static bool meeting_of(const reader *r, act *x, uint32_t i, uint32_t end)
{
  const mh_match *m = mh_words_match(r->w, i, MH_PH_MEETING);
  if (m == NULL || m->pro || x->frames[0].act == MH_ACT_MEET || r->m->actor_at[i] >= 0)
    return false;
  /* "an urgent meeting of": its kind may be part of the word for it */
  uint32_t k = i + 1;
  if (k < end && r->m->actor_at[k] < 0) k = m->end;
  const int32_t at = k < end ? r->m->actor_at[k] : -1;
  const mh_actor *who = at >= 0 ? &r->m->actors[at] : NULL;
  if (who == NULL || who->codes.n == 0 || who->form == MH_ACTOR_CAPITAL ||
      (who->pro & ~(MH_PRO_AL | MH_PRO_LI)))
    return false;
  x->who = (subject){.codes = mh_statement__codes(r, who),
                     .first = at,
                     .last = at,
                     .end = who->end,
                     .document = true};
  return true;
}

/* "a statement of (li-) N. | said": no object of what is said so; parted from whose it is, it is
 * in no accusative, which would be written. */
static bool paper_of(const reader *r, act *x, uint32_t i, uint32_t end)
{
  if (i + 1 >= end) return false;
  const int32_t at = r->m->actor_at[i + 1];
  const bool parted = at < 0 || r->m->actors[at].pro & MH_PRO_LI;
  const bool open = x->frames[0].kind != MH_FRAME_JUDGE && !mh_statement__takes_any(x);
  return (open || (parted && !(tok(r, i)->flags & MH_TF_MARBUTA))) &&
         mh_statement__paper_of(r, i, end, &x->who);
}

bool mh_statement__speaks_for(const reader *r, act *x, uint32_t i, uint32_t end)
{
  return meeting_of(r, x, i, end) || paper_of(r, x, i, end);
}
