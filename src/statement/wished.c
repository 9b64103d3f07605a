/* wished - what one wishes to say is said: "we wish to thank", "I want to say that", "we should
 * like the stressing of".  Whose act it is then is inner.c's.
 */
#include "content.h"
#include "inner.h"

/* "we wish (the) | stressing of", "I want (the) | saying that": the same with a verbal noun. */
static bool wished_noun(const reader *r, uint32_t end, act *in)
{
  act to;
  const uint32_t i = in->content;
  if (in->act != MH_ACT_PLAN || in->takes != LED_OBJECT || i >= end ||
      !mh_statement__first_person(in->feats) || !mh_statement__article(r, i) ||
      !mh_statement__frames_at(r, i, 1u << MH_POS_MASDAR, &to) || to.n_frames == 0 ||
      to.frames[0].kind == MH_FRAME_WEAK ||
      to.frames[0].takes & MH_TAKES_MIN || /* "we want to make sure of" */
      !mh_statement__complement(r, &to, i + 1, end))
    return false;
  if (to.act != MH_ACT_STATE && to.act != MH_ACT_AFFIRM && to.act != MH_ACT_PRAISE)
    return false;
  if (to.act == MH_ACT_STATE && to.kind == MH_FRAME_LIGHT) {
    mh_statement__inner(r, &to, end);
    if (!to.inner) return false; /* "we want the return to" */
  }
  in->act = to.act;
  in->content = to.content;
  in->takes = to.takes;
  in->inner = true;
  return true;
}

void mh_statement__said_politely(const reader *r, const act *x, uint32_t end, act *in)
{
  act to;
  const uint32_t i = in->content + 1, self = MH_F_PERSON | MH_F_NUMBER;
  if (wished_noun(r, end, in)) return;
  const bool oneself = mh_statement__first_person(in->feats);
  if (in->act != MH_ACT_PLAN || in->takes != LED_THAT || i >= end ||
      r->cls[i] != MH_W_NONE || (x == NULL && oneself))
    return;
  if (!mh_statement__frames_at(r, i, 1u << MH_POS_VERB, &to) ||
      (to.feats & self) != (in->feats & self) || to.n_frames == 0 ||
      to.frames[0].kind == MH_FRAME_WEAK ||
      !mh_statement__complement(r, &to, i + 1, end) ||
      (to.act == MH_ACT_STATE && to.takes != LED_THAT && to.takes != LED_QUOTE))
    return;
  const bool asks = to.act == MH_ACT_CALL || to.act == MH_ACT_ACKNOWLEDGE;
  if (to.act != MH_ACT_STATE && to.act != MH_ACT_AFFIRM && to.act != MH_ACT_PRAISE &&
      !(asks && oneself))
    return;
  if (!oneself && to.act != MH_ACT_PRAISE) return;
  if (x == NULL) {
    in->act = to.act;
    in->content = to.content;
    in->takes = to.takes;
    in->inner = true;
    return;
  }
  to.who = in->who;
  to.depth = x->depth + 1;
  if (to.depth < DEEPEST) mh_statement__inner(r, &to, end);
  *in = to;
}
