/* meets_him - whom one who was told of before has met: "he went to Paris and met | the minister".
 * A verb of meeting, or of thanks, that needs an object and has but one name behind it has that name
 * for its object, and goes on with who acted before.
 */
#include "inside.h"
#include "meeting.h"

#define BEHIND 14 /* tokens behind a name in which whom he met may stand */

/* A verb that meets whom its object names, or thanks him for something, and needs one. */
static bool needs_him(const act *x)
{
  const mh_frame *f = &x->frames[0];
  if (x->form != ACT_VERB || x->n_frames == 0 || f->kind != MH_FRAME_ACT ||
      !(f->takes & MH_TAKES_OBJECT))
    return false;
  if (f->act == MH_ACT_PRAISE) return f->takes & MH_TAKES_ALA;
  return f->act == MH_ACT_MEET &&
         (f->event == MH_EVENT_NONE || f->event == MH_EVENT_TALKS ||
          f->event == MH_EVENT_CALL);
}

/* Does a clause of its own begin at i, behind a comma or with wa-? */
static bool clause_at(const reader *r, uint32_t i)
{
  if (tok(r, i)->kind != MH_TOKEN_WORD)
    return !mh_statement__comma(r, i) && !mh_statement__quote_mark(r, i);
  switch (r->cls[i]) {
  case MH_W_REL:
  case MH_W_CONJ:
  case MH_W_SUB:
  case MH_W_AN: return true;
  default: break;
  }
  return mh_statement__and(r, i) && r->m->actor_at[i] < 0 &&
         (r->w->glance[i].pos & 1u << MH_POS_VERB);
}

/* May the noun at i be whom the verb has met: not led, not definite by who stands before it, no
 * setting? */
static bool may_be_met(const reader *r, uint32_t i)
{
  const int32_t at = r->m->actor_at[i];
  if (at >= 0) return r->m->actors[at].form != MH_ACTOR_CAPITAL;
  return r->m->when_at[i] < 0 && r->cls[i] == MH_W_NONE &&
         (r->w->glance[i].pos & (1u << MH_POS_NOUN | 1u << MH_POS_MASDAR)) &&
         !mh_statement__joined(r, i);
}

/* Is there nobody behind the name that ends before i whom the verb could have met? */
static bool alone(const reader *r, uint32_t i, uint32_t end)
{
  bool led = false; /* inside of a phrase that a preposition leads */
  for (uint32_t k = i; k < end && k < i + BEHIND; k++) {
    if (clause_at(r, k)) return true;
    if (r->m->when_at[k] >= 0) continue;
    if (mh_statement__prep(r, k) == MH_TAKES_MAA) return false;
    const int32_t at = r->m->actor_at[k];
    if (at >= 0 && (r->m->actors[at].pro & MH_PRO_BI) &&
        (r->m->actors[at].form == MH_ACTOR_OFFICIAL ||
         r->m->actors[at].form == MH_ACTOR_ROLE))
      return false;
    if (r->cls[k] == MH_W_PREP || mh_statement__joined(r, k)) {
      led = true;
      continue;
    }
    if (mh_statement__comma(r, k)) {
      led = false;
      continue;
    }
    if (!led && k == i) return false; /* "met N. | a delegation" */
    if (r->m->actor_of[k] >= 0 && at < 0) continue;
    if (at >= 0 &&
        (r->m->actors[at].form == MH_ACTOR_OFFICIAL ||
         r->m->actors[at].form == MH_ACTOR_PERSON) &&
        r->cls[k - 1] != MH_W_PREP)
      return false;
    if (!led && may_be_met(r, k)) return false;
    if (tok(r, k)->flags & MH_TF_TANWIN) return false;
  }
  return true;
}

/* "the leaders met": several who may have met each other; "met officials" has them in the oblique
 * plural. */
static bool each_other(const reader *r, const subject *g)
{
  const mh_token *t = tok(r, r->m->actors[g->first].office_first);
  const bool oblique = mh_statement__letter_back(t, 0) == MH_L_NUN &&
                       mh_statement__letter_back(t, 1) == MH_L_YA;
  return mh_statement__many(r, g) && !oblique;
}

/* "signed | the agreement", "called | the talks fruitful": what is signed or called something, of
 * a verb that needs it. */
static bool paper(const reader *r, const act *x, uint32_t i)
{
  const int32_t at = r->m->actor_at[i];
  if (x->form != ACT_VERB || x->n_frames == 0 || at < 0) return false;
  const mh_actor *y = &r->m->actors[at];
  const mh_frame *f = &x->frames[0];
  if (y->form != MH_ACTOR_ROLE || y->pro & ~MH_PRO_AL || !(f->takes & MH_TAKES_OBJECT))
    return false;
  if (f->act == MH_ACT_SIGN) return y->role == MH_ROLE_DOCUMENT;
  return f->kind == MH_FRAME_JUDGE &&
         (y->role == MH_ROLE_DOCUMENT || y->role == MH_ROLE_MEETING);
}

bool mh_statement__meets_him(const reader *r, const act *x, uint32_t i, uint32_t end)
{
  subject g;
  if ((x->feats & MH_F_NUMBER) != MH_F_SG || (x->feats & MH_F_PERSON) != MH_F_3 ||
      i != x->word_end || i >= end)
    return false;
  const bool thing = paper(r, x, i);
  if (!needs_him(x) && !thing) return false;
  const bool feminine = (x->feats & MH_F_GENDER) == MH_F_F;
  const mh_codes *he = &r->by_gender[feminine].codes;
  if (he->n != 1 || r->acted != r->paragraph) return false;
  if (thing) return alone(r, r->m->actors[r->m->actor_at[i]].end, end);
  if (!mh_statement__group(r, i, &g)) return false;
  const mh_actor *y = &r->m->actors[g.first];
  const bool official = y->form == MH_ACTOR_OFFICIAL || y->form == MH_ACTOR_ROLE;
  if (!official || y->pro || g.codes.n != 1 || mh_code_same(g.codes.at[0], he->at[0]) ||
      each_other(r, &g))
    return false;
  return alone(r, g.end, end);
}
