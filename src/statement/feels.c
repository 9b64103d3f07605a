/* feels - what somebody tells that he has or feels: "that they have fears of", "we have the will
 * to", "it pleases us that".  No verb of his does it, but what he has or feels is an act.
 *
 * What a verb or predicate of his own does is inner.c's.
 */
#include "inner.h"

#define NOUNS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)

bool mh_statement__behind_future(const reader *r, uint32_t i)
{
  while (i > 0 && mh_statement__quote_mark(r, i - 1)) i--;
  return i > 0 && r->cls[i - 1] == MH_W_FUT;
}

/* lada with a pronoun: "with us (is)", "with him (is)". */
static bool with_him(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return r->cls[i] == MH_W_PREP && t->n > 3 &&
         mh_key_letter(t->key, 0) == MH_L_LAM && mh_key_letter(t->key, 1) == MH_L_DAL &&
         mh_key_letter(t->key, 2) == MH_L_YA;
}

/* "with us (is)". */
static bool with_us(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return with_him(r, i) && (t->n == 4 ? mh_statement__letter_back(t, 0) == MH_L_YA
                                      : mh_statement__letter_back(t, 1) == MH_L_NUN);
}

/* Does the noun at i, that somebody has, perform: "(we have) fears", "(it has) the readiness"? */
static bool had(const reader *r, uint32_t i, uint32_t end, act *in)
{
  if (i >= end || r->cls[i] != MH_W_NONE ||
      !mh_statement__frames_at(r, i, NOUNS, in) || in->n_frames == 0)
    return false;
  const mh_frame *f = in->frames;
  return f->kind == MH_FRAME_ACT && (f->act == MH_ACT_OPPOSE || f->act == MH_ACT_PLAN ||
                                     f->act == MH_ACT_AFFIRM || f->act == MH_ACT_COMMIT);
}

/* "it pleases | us": token i is a verb of a feeling whose object is who speaks. */
static bool feeling(const reader *r, uint32_t i, act *in)
{
  if (!mh_statement__frames_at(r, i, 1u << MH_POS_VERB, in) || in->n_frames == 0)
    return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word == 0 || y->feats != in->feats) continue;
    return (y->feats & MH_F_PERSON) == MH_F_3 &&
           (y->feats & MH_F_TENSE) == MH_F_IMPERFECT &&
           (y->enc == MH_ENC_NA || y->enc == MH_ENC_YA) && in->frames->takes & MH_TAKES_AN &&
           (in->frames->act == MH_ACT_PRAISE || in->frames->act == MH_ACT_OPPOSE);
  }
  return false;
}

/* "it pleases us | to say that": what one is pleased to tell is told. */
static bool only_told(const reader *r, uint32_t i, uint32_t end)
{
  act in;
  if (i + 1 >= end || r->cls[i] != MH_W_AN) return false;
  if (!mh_statement__frames_at(r, i + 1, 1u << MH_POS_VERB, &in) || in.n_frames == 0)
    return false;
  const uint8_t a = in.frames->act;
  return a != MH_ACT_PRAISE && a != MH_ACT_MEET && a != MH_ACT_SUPPORT;
}

bool mh_statement__has_or_feels(const reader *r, act *x, uint32_t end)
{
  act in;
  subject s = {.first = -1};
  uint32_t i = mh_statement__skip_quotes(r, x->content, end);
  const bool that = i < end && r->cls[i] == MH_W_AN;
  bool his = x->takes == LED_QUOTE; /* "with us" of who is quoted, else "with him" */
  if (that) {
    his = mh_statement__pronoun(r, i);
    i = mh_statement__skip_quotes(r, i + 1, end);
  }
  if (i < end && that && !his && mh_statement__group(r, i, &s) && s.end < end &&
      with_him(r, s.end)) {
    if (!mh_statement__same_actors(x, &r->m->actors[s.first], &s.codes)) return false;
    i = s.end;
  }
  if (i + 1 >= end) return false;
  bool does = with_him(r, i) && (that || with_us(r, i)) && had(r, i + 1, end, &in);
  if (!does && x->takes == LED_QUOTE && !that)
    does = feeling(r, i, &in) && !only_told(r, i + 1, end);
  if (!does) return false;
  x->act = in.frames->act;
  x->inner = true;
  x->outer_who = x->who;
  return true;
}
