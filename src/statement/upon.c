/* upon - what an act noun tells behind a word of when or why, with who acts right behind it:
 * "after the announcement of N. that", "two days after | N.'s rejection of", "despite the pledge of
 * N. to".  It is told in its own right, whatever the sentence is else about.
 */
#include "about.h"
#include "content.h"
#include "steps.h"

#define NOUNS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)
#define LATER 5 /* tokens from "after" to the "of" behind how long after */

/* qabla, qubayla: what something stands before has not been done. */
static bool not_yet(const reader *r, uint32_t p)
{
  const mh_token *t = tok(r, p);
  const int skip = mh_statement__and(r, p);
  return mh_key_letter(t->key, skip) == MH_L_QAF &&
         mh_key_letter(t->key, skip + 1) == MH_L_BA;
}

/* Begins at p a phrase of when or why something is, behind which stands what was done?  "In the
 * light of", "within" tell how things are: of phrases only those of time count. */
static bool leads(const reader *r, uint32_t p)
{
  if (r->cls[p] != MH_W_PREP || !mh_statement__setting(r, p) || not_yet(r, p))
    return false;
  const mh_match *g = mh_words_match(r->w, p, MH_PH_GRAMMAR);
  return g == NULL || g->end == p + 1 || g->value == MH_W_AFTER;
}

/* Where the phrase begins whose preposition stands right before i: "after | i", "in the wake of
 * | i", "despite | i", "two hours after (min) | i"; NO_TOKEN none. */
static uint32_t head(const reader *r, uint32_t i, uint32_t first)
{
  uint32_t p = i - 1;
  while (p > first && r->cls_end[p] == 0) p--;
  if (leads(r, p)) return p;
  if (r->cls[p] == MH_W_SUB) /* "in spite of (min)" */
    return p + 1 < i && r->w->glance[i - 1].cls == MH_W_PREP ? p : NO_TOKEN;
  if (mh_statement__prep(r, p) != MH_TAKES_MIN || p + 1 < i) return NO_TOKEN;
  for (uint32_t k = p; k-- > first && p - k < LATER;) {
    if (tok(r, k)->kind == MH_TOKEN_MARK || relative(r, k) || r->cls[k] == MH_W_AN) break;
    if (mh_is_class(r->w, k, MH_W_AFTER)) return leads(r, k) ? k : NO_TOKEN;
  }
  return NO_TOKEN;
}

/* "after the accusation | of N. of (bi-)", "after the invitation | of N. to a conference": who
 * stands behind the noun is whom it is done to. */
static bool done_to(const reader *r, const act *x)
{
  if (x->takes != LED_PREP || !(x->frames[0].takes & MH_TAKES_OBJECT)) return false;
  uint32_t k = mh_statement__skip_adverbs(r, x->who.end, x->content + 1);
  if (mh_statement__lone_letter(r, k, x->content + 1)) k++;
  if (x->content != k && !(x->content == k + 1 && r->cls[k] == MH_W_PREP)) return false;
  return x->act == MH_ACT_OPPOSE || mh_words_match(r->w, x->content, MH_PH_MEETING) ||
         r->m->actor_at[x->content] >= 0;
}

/* "decision", which may stand for a document of the parties. */
static bool paper(const reader *r, uint32_t i)
{
  const mh_actor *x = &r->m->actors[r->m->actor_of[i]];
  return x->form == MH_ACTOR_ROLE && x->first == i && x->end == i + 1;
}

/* "the decision of N. | to withdraw": what he is to do follows, not its number or its paper. */
static bool decides(const reader *r, const act *x)
{
  return x->act == MH_ACT_PLAN && (x->takes == LED_OBJECT || x->takes == LED_PREP) &&
         x->content <= x->who.end + 1 && (x->feats & MH_F_NUMBER) == MH_F_SG &&
         MH_F_POS_OF(x->feats) == MH_POS_NOUN &&
         mh_statement__reading(r, x->content, 1u << MH_POS_MASDAR, false);
}

/* A word of an act that one does alone; to say something it takes "that". */
static bool performs(const act *x)
{
  if (x->kind == MH_FRAME_MEET || x->kind == MH_FRAME_PASSIVE) return false;
  if (x->act == MH_ACT_MEET || x->act == MH_ACT_DISCUSS || x->act == MH_ACT_SIGN)
    return false;
  return x->act != MH_ACT_STATE || x->takes == LED_THAT || x->inner;
}

/* The act noun at i, bare, behind which who acts is named. */
static const mh_reading *noun(const reader *r, uint32_t i, uint32_t end, subject *who)
{
  const mh_reading *y = mh_statement__reading(r, i, NOUNS, true);
  if (y == NULL || i + 2 >= end || r->cls[i] != MH_W_NONE || r->quoted[i] ||
      (r->m->actor_of[i] >= 0 && !paper(r, i)) || r->m->actor_at[i + 1] < 0)
    return NULL;
  if (y->enc != MH_ENC_NONE || y->pro != 0 || mh_words_match(r->w, i, MH_PH_MEETING))
    return NULL;
  if (!mh_statement__group(r, i + 1, who) || who->codes.n != 1 || who->nobody ||
      who->unresolved || who->document)
    return NULL;
  const mh_actor *x = &r->m->actors[who->first];
  return x->first == i + 1 && x->form != MH_ACTOR_ROLE &&
                 (x->pro & ~(unsigned)MH_PRO_AL) == 0
             ? y
             : NULL;
}

/* Is what the noun takes found where it is looked for: before another phrase, about something
 * else, or a participle begins, and no day alone? */
static bool its_own(const reader *r, const act *x)
{
  if (r->m->when_at[x->content] >= 0) return false;
  if (x->takes == LED_OBJECT && mh_statement__and(r, x->content)) return false;
  const uint32_t stop = x->takes == LED_PREP ? x->content - 1 : x->content;
  for (uint32_t k = x->who.end; k < x->content; k++) {
    if (tok(r, k)->kind != MH_TOKEN_WORD) continue;
    if (mh_statement__and(r, k)) return false;
    if (r->w->glance[k].acts >> MH_POS_ACTIVE & 1 && tok(r, k - 1)->kind == MH_TOKEN_MARK)
      return false;
    if (k < stop && x->takes != LED_THAT && r->cls[k] == MH_W_PREP &&
        !mh_statement__setting(r, k) && mh_statement__prep(r, k) != MH_TAKES_FI)
      return false;
  }
  return true;
}

/* Is p part of what `outer` tells, or of its first words? */
static bool within(const reader *r, const act *outer, uint32_t p)
{
  if (outer->end > p || outer->content + 1 >= p || outer->takes == LED_QUOTE) return true;
  for (uint32_t k = outer->content; k < p; k++)
    if (r->cls[k] == MH_W_AN) return true;
  return false;
}

/* "after N.'s rejection of X, | the army said": at the head of a clause the phrase is over with
 * its comma. */
static void close(const reader *r, act *x, uint32_t first, uint32_t end)
{
  const uint32_t p = x->clause;
  if (p > first && tok(r, p - 1)->kind != MH_TOKEN_MARK && r->cls[p - 1] != MH_W_CONJ)
    return;
  for (uint32_t k = x->content + 1; k < end; k++)
    if (mh_statement__comma(r, k) && !r->quoted[k]) {
      x->end = k;
      return;
    }
}

bool mh_statement__upon(reader *r, const act *outer, uint32_t i, uint32_t first,
                        uint32_t end, act *out)
{
  subject who;
  if (!(r->w->glance[i].acts & NOUNS) || i == first) return false;
  const uint32_t p = head(r, i, first);
  const mh_reading *y = p == NO_TOKEN ? NULL : noun(r, i, end, &who);
  if (y == NULL) return false;
  if (outer && within(r, outer, p)) return false;
  mh_statement__start(r, out, i, y, ACT_PARTICIPLE);
  out->who = who;
  if (out->n_frames == 0 || !mh_statement__settle(r, out, who.end, end)) return false;
  if (out->kind == MH_FRAME_WEAK ? !decides(r, out) : !performs(out)) return false;
  out->kind = MH_FRAME_ACT; /* who acts is named */
  if (done_to(r, out) || !its_own(r, out)) return false;
  out->clause = p;
  close(r, out, first, end);
  return true;
}
