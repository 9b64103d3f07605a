/* provided - "arrives in N., | where (`ala an) he is to meet N. on Friday": what who comes, or plans
 * to, will do there is told in a clause that "on that" joins, and is a plan of his.  Where a verb
 * or a noun takes that ("agreed on that"), it is what they say.
 */
#include "inside.h"

#define VERBS (1u << MH_POS_VERB)

/* Does "`ala an" at token i - 2 join the verb at i to all that stands before it: behind a comma, a
 * day, a place or who is named? */
static bool joins(const reader *r, const act *outer, uint32_t i, uint32_t first)
{
  if (i < first + 4 || r->cls[i - 1] != MH_W_AN || !mh_statement__infinitive(r, i - 1) ||
      mh_statement__prep(r, i - 2) != MH_TAKES_ALA || outer->content >= i - 2)
    return false;
  const uint32_t p = i - 3;
  if (mh_statement__comma(r, p) || r->m->when_at[p] >= 0 || r->m->actor_of[p] >= 0)
    return true;
  for (uint32_t k = p; k > first && p - k < 4; k--) {
    const mh_match *place = mh_words_match(r->w, k, MH_PH_PLACE);
    const int32_t d = r->m->when_at[k];
    if ((place && place->end == p + 1) || (d >= 0 && r->m->whens.at[d].end == p + 1))
      return true;
  }
  return false;
}

/* The reading of token i as a verb of meeting, talking or signing that is to come. */
static const mh_reading *meets(const reader *r, const act *outer, uint32_t i)
{
  const uint32_t which = MH_F_GENDER | MH_F_NUMBER;
  const mh_reading *y = mh_statement__reading(r, i, VERBS, true);
  const mh_word *w = y ? mh_lex_word(r->lex, y->word) : NULL;
  if (w == NULL || w->n_frames == 0 || y->pro ||
      (y->feats & (MH_F_TENSE | MH_F_PERSON)) != (MH_F_IMPERFECT | MH_F_3) ||
      (y->feats & MH_F_VOICE_PASSIVE))
    return NULL;
  /* "decided (she) ..., where he is to": somebody else, but for who receives her */
  if (y->enc == MH_ENC_NONE && (y->feats & which) != (outer->feats & which)) return NULL;
  const mh_frame *f = mh_lex_frames(r->lex, w);
  const uint8_t a = f->kind == MH_FRAME_PASSIVE ? MH_ACT_STATE
                                                : f->act; /* "it is done" */
  return a == MH_ACT_MEET || a == MH_ACT_DISCUSS || a == MH_ACT_SIGN ? y : NULL;
}

bool mh_statement__provided(reader *r, const act *outer, uint32_t i, uint32_t first,
                            uint32_t end, act *out)
{
  subject s;
  if (outer == NULL || (outer->act != MH_ACT_MEET && outer->act != MH_ACT_PLAN) ||
      outer->form != ACT_VERB || outer->who.codes.n == 0 || outer->end || r->quoted[i] ||
      !joins(r, outer, i, first))
    return false;
  const mh_reading *y = meets(r, outer, i);
  if (y == NULL) return false;
  mh_statement__start(r, out, i, y, ACT_VERB);
  out->who = outer->who;
  out->who.codes = outer->alone.n ? outer->alone : outer->who.codes;
  const uint32_t n = mh_statement__skip_adverbs(r, i + 1, end);
  const bool him = y->enc != MH_ENC_NONE; /* "that N. receives him" */
  /* "where | the vote is to be held": what is told has a subject of its own */
  if (!him && n < end && mh_statement__article(r, n) && r->m->actor_of[n] < 0)
    return false;
  if (him && (!mh_statement__group(r, n, &s) || s.nobody || s.codes.n == 0)) return false;
  if (!mh_statement__settle(r, out, him ? s.end : i + 1, end)) {
    out->content = n;
    out->takes = LED_OBJECT;
  }
  if (him) {
    out->content = n;
    for (uint8_t k = 0; k < s.codes.n; k++) mh_codes_add(&out->who.codes, s.codes.at[k]);
  }
  if (out->content >= end || tok(r, out->content)->kind == MH_TOKEN_MARK) return false;
  out->act = out->outer = MH_ACT_PLAN;
  out->kind = MH_FRAME_ACT;
  out->inner = false;
  out->clause = i - 2;
  return true;
}
