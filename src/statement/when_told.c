/* when_told - what somebody named did, told in a clause of when: "the price fell after N.
 * announced that", "when N. rejected the plan, N. said".  It is told in its own right, but
 * who goes on speaking is who spoke before it.
 *
 * Meetings in such clauses are clause.c's; conditions and what may still come are no acts, but
 * what somebody says next may be told so ("said that ..., before he added | that").
 */
#include "about.h"
#include "content.h"
#include "lookalike.h"
#include "worth.h"

#define VERBS (1u << MH_POS_VERB)
#define HOW   (1u << MH_POS_ADJ | 1u << MH_POS_ACTIVE)
#define FRONT 60  /* tokens of a clause of when at the head of a sentence */
#define BACK  120 /* tokens back to a "that" that still holds what is told */

bool mh_statement__condition(const reader *r, uint32_t i)
{
  const mh_key k = tok(r, i)->key;
  const int z = mh_key_letter(k, 0), and = z == MH_L_WAW || z == MH_L_FA;
  if (width(r, i) > 1) return r->w->glance[i].cls == MH_W_PREP;
  return (mh_key_letter(k, and) == MH_L_ALEF && mh_key_letter(k, and+1) == MH_L_THAL) ||
         (mh_key_letter(k, and) == MH_L_LAM && mh_key_letter(k, and+1) == MH_L_WAW);
}

/* A noun of time at p that a clause may tell of. */
static bool time_noun(const reader *r, uint32_t p)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, p); k++) {
    const mh_reading *y = mh_words_reading(r->w, p, k);
    if (y->word && mh_lex_word(r->lex, y->word)->cls == MH_W_MOMENT) return true;
  }
  return false;
}

/* "at a time | when N.", "at the same time | that N.": where that begins. */
static uint32_t moment(const reader *r, uint32_t i, uint32_t first)
{
  uint32_t p = i - 1;
  if (r->cls[p] == MH_W_TELLER) { /* all in one row of particles */
    while (p > first && r->cls_end[p] == 0) p--;
    return p + 2 < i && time_noun(r, p + 1) ? p : NO_TOKEN;
  }
  if (p > first + 1 && r->cls[p] == MH_W_REL) p--;
  for (uint32_t back = 0; p > first && back < 2; p--, back++) {
    if (time_noun(r, p))
      return mh_statement__prep(r, p - 1) == MH_TAKES_FI ? p - 1 : NO_TOKEN;
    if (r->cls[i - 1] != MH_W_REL) break;
  }
  return NO_TOKEN;
}

/* Where the word of when begins that the verb at i stands right behind; NO_TOKEN none. */
static uint32_t opener(const reader *r, uint32_t i, uint32_t first)
{
  if (i == first || mh_statement__and(r, i)) return NO_TOKEN;
  if (r->cls[i - 1] != MH_W_SUB) return moment(r, i, first);
  if (mh_statement__joined_pronoun(r, i - 1)) return NO_TOKEN; /* "though she ..." */
  uint32_t p = i - 1;
  while (p > first && r->cls_end[p] == 0) p--;
  return mh_statement__condition(r, p) ? NO_TOKEN : p;
}

bool mh_statement__told_too(const reader *r, const act *outer, uint32_t p, uint32_t first)
{
  if (p > first && mh_statement__comma(r, p - 1)) return false;
  if (outer && (outer->takes == LED_THAT || outer->takes == LED_QUOTE)) return true;
  const uint32_t from = outer ? outer->content : first;
  for (uint32_t k = p > from + BACK ? p - BACK : from; k < p; k++)
    if (r->cls[k] == MH_W_AN && !mh_statement__infinitive(r, k)) return true;
  return false;
}

/* "added after N. had admitted it | : «X»": what stands behind the colon is another's. */
static uint32_t colon(const reader *r, const act *x, uint32_t end)
{
  if (x->takes == LED_QUOTE) return 0;
  if (end - x->content > BACK) end = x->content + BACK;
  for (uint32_t k = x->content; k + 1 < end; k++)
    if (mh_statement__mark(r, k, ':') && !r->quoted[k] &&
        mh_statement__quote_mark(r, k + 1))
      return k;
  return 0;
}

/* "after a group | of extremists rejected X": what is left of who acts is no content. */
static bool rest_of_doer(const reader *r, const act *x)
{
  const unsigned pos = r->w->glance[x->content].pos;
  return x->takes == LED_OBJECT && x->content == x->who.end && (pos & HOW) &&
         !(pos & 1u << MH_POS_MASDAR) && !mh_statement__has_al(r, x->content);
}

uint32_t mh_statement__to_comma(const reader *r, const act *x, uint32_t end)
{
  uint32_t k = x->content;
  if (end - k > FRONT) end = k + FRONT;
  while (k < end && !(mh_statement__comma(r, k) && !r->quoted[k])) k++;
  return k < end ? k : 0;
}

bool mh_statement__named_does(reader *r, const mh_reading *y, uint32_t i, uint32_t first,
                              uint32_t end, act *x)
{
  const uint32_t how = MH_F_PERSON | MH_F_TENSE | MH_F_NUMBER | MH_F_VOICE_PASSIVE;
  if ((y->feats & how) != (MH_F_3 | MH_F_PERFECT | MH_F_SG) || y->pro) return false;
  mh_statement__start(r, x, i, y, ACT_VERB);
  if (x->n_frames == 0 || x->frames->event != MH_EVENT_NONE) return false;
  return mh_statement__doer(r, x, first, end) && x->who.first >= 0 && x->clause >= i &&
         !x->who.nobody && !x->who.unresolved && x->who.codes.n > 0 &&
         r->m->actors[x->who.first].form != MH_ACTOR_ROLE &&
         mh_statement__settle(r, x, x->who.end, end);
}

/* Is it plainly something done or said by who is named right behind the verb? */
static bool done(reader *r, const mh_reading *y, uint32_t i, uint32_t first, uint32_t end,
                 act *x)
{
  if (y->enc != MH_ENC_NONE || !mh_statement__named_does(r, y, i, first, end, x))
    return false;
  /* "announced that" */
  const bool announced = x->kind == MH_FRAME_LIGHT && x->takes == LED_THAT &&
                         r->cls[x->content] == MH_W_AN &&
                         mh_key_letter(tok(r, x->content)->key, 0) == MH_L_ALEF;
  if (x->kind != MH_FRAME_ACT && !announced && !(x->inner && x->kind != MH_FRAME_WEAK))
    return false;
  if (x->act == MH_ACT_MEET || rest_of_doer(r, x) || mh_statement__puts_out(r, x) ||
      mh_statement__suffers(r, x, y, first, x->who.end) ||
      mh_statement__suffered(r, x, y))
    return false;
  return x->act != MH_ACT_STATE || x->takes == LED_THAT || x->takes == LED_QUOTE;
}

/* "before (that) he adds | that", "to add (li-) | that", behind a comma: where that begins; NO_TOKEN where
 * the verb of reading y at i is told otherwise. */
static uint32_t next_opener(const reader *r, const mh_reading *y, uint32_t i,
                            uint32_t first)
{
  if (y->pro & MH_PRO_LI)
    return y->pro == MH_PRO_LI && mh_statement__comma(r, i - 1) ? i : NO_TOKEN;
  if (y->pro || i < first + 3 || r->cls[i - 1] != MH_W_SUB) return NO_TOKEN;
  const uint32_t p = i - 2;
  const mh_key k = tok(r, p)->key; /* qabla */
  return r->cls_end[i - 1] == 0 && mh_key_letter(k, 0) == MH_L_QAF &&
                 mh_key_letter(k, 1) == MH_L_BA
             ? p
             : NO_TOKEN;
}

/* Is what x tells led by "that", a colon or nothing, or stressed? */
static bool said_so(const reader *r, const act *x)
{
  const uint32_t c = x->content;
  if (x->takes == LED_QUOTE) return c <= x->word + 2 || mh_statement__mark(r, c - 1, ':');
  return x->takes == LED_THAT || (x->takes == LED_PREP && x->outer == MH_ACT_AFFIRM);
}

bool mh_statement__said_next(reader *r, const act *outer, uint32_t i, uint32_t first,
                             uint32_t end, act *out)
{
  const uint32_t how = MH_F_PERSON | MH_F_TENSE | MH_F_NUMBER | MH_F_VOICE_PASSIVE;
  if (!(r->w->glance[i].acts & VERBS) || r->quoted[i] || outer == NULL || i <= first ||
      r->last.n != 1 || !(outer->tells || mh_statement__tells(outer)) ||
      outer->form != ACT_VERB)
    return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word == 0 || MH_F_POS_OF(y->feats) != MH_POS_VERB || y->enc != MH_ENC_NONE ||
        (y->feats & how) != (MH_F_3 | MH_F_IMPERFECT | MH_F_SG) ||
        ((y->feats ^ outer->feats) & MH_F_GENDER))
      continue;
    const uint32_t p = next_opener(r, y, i, first);
    if (p == NO_TOKEN || p <= outer->content) continue;
    mh_statement__start(r, out, i, y, ACT_VERB);
    if (out->n_frames == 0 || !mh_statement__tells(out)) continue;
    out->who = (subject){
        .first = -1, .last = -1, .carried = true, .end = i + 1, .codes = r->last};
    if (!mh_statement__settle(r, out, i + 1, end) || !said_so(r, out)) continue;
    out->clause = p;
    return true;
  }
  return false;
}

bool mh_statement__when_act(reader *r, const act *outer, uint32_t i, uint32_t first,
                            uint32_t end, act *out)
{
  if (!(r->w->glance[i].acts & VERBS) || r->quoted[i] || r->opinion) return false;
  const uint32_t p = opener(r, i, first);
  if (p == NO_TOKEN || (outer && (p <= outer->content || outer->end)) ||
      mh_statement__told_too(r, outer, p, first))
    return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word == 0 || MH_F_POS_OF(y->feats) != MH_POS_VERB) continue;
    if (!done(r, y, i, first, end, out)) continue;
    out->clause = p;
    out->end = colon(r, out, end);
    if (p == first && out->end == 0) {
      out->end = mh_statement__to_comma(r, out, end);
      if (out->end == 0) return false;
      r->when_end = out->end;
    }
    r->near.codes = out->who.codes; /* what he adds is his */
    r->near.feminine = (y->feats & MH_F_GENDER) == MH_F_F;
    return true;
  }
  return false;
}
