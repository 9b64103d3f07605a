/* own_again - what somebody says of himself further on in what he tells, behind "as that", "and
 * so": "that his country rejects X | as it also backs Y", "does not meddle in Y, and so | it will
 * not let anybody".  Where it is an act of his, it is told in its own right.
 */
#include "split.h"

/* kama annahu: "as it also". */
static bool as_that(const reader *r, uint32_t i)
{
  return i > 0 && r->cls[i] == MH_W_CONJ && r->cls_end[i] == 0 &&
         r->cls[i - 1] == MH_W_CONJ && width(r, i - 1) == 2 &&
         mh_key_letter(tok(r, i - 1)->key, 0) == MH_L_KAF &&
         mh_is_class(r->w, i, MH_W_AN);
}

/* "and so (fa-) it": behind "therefore", not in the main clause of a condition. */
static bool so_that(const reader *r, uint32_t i)
{
  return i > 0 && r->cls[i] == MH_W_AN && mh_key_letter(tok(r, i)->key, 0) == MH_L_FA &&
         r->cls[i - 1] == MH_W_AND && !mh_statement__infinitive(r, i);
}

/* Is what the "that" at i leads about who tells it: his pronoun, "his country" or his name? */
static bool about_himself(const reader *r, const act *x, uint32_t i)
{
  const mh_codes *who = x->outer_who.codes.n ? &x->outer_who.codes : &x->who.codes;
  subject g;
  if (mh_statement__pronoun(r, i)) return true;
  if (!mh_statement__group(r, i + 1, &g)) return false;
  const mh_actor *a = &r->m->actors[g.first];
  if (a->form == MH_ACTOR_ROLE && a->role == MH_ROLE_SELF) return true;
  if (a->form == MH_ACTOR_ROLE && a->role != MH_ROLE_PERSON) return false;
  for (uint8_t k = 0; k < g.codes.n; k++)
    if (!mh_codes_has(who, g.codes.at[k])) return false;
  return g.codes.n > 0;
}

bool mh_statement__own_again(const reader *r, const act *outer, uint32_t i, uint32_t end,
                             act *out)
{
  if (outer == NULL || outer->that == 0 || outer->end || i + 2 >= end || r->quoted[i] ||
      mh_statement__infinitive(r, outer->that))
    return false;
  const bool as = as_that(r, i);
  if (!as && !so_that(r, i)) return false;
  /* "that the law is unjust, | as it may harm N.": it is the law */
  if (!about_himself(r, outer, i) || !about_himself(r, outer, outer->that)) return false;
  uint32_t head = i - 1;
  if (!as) head -= r->cls_end[head] == 0; /* "and from there" */
  if (head <= outer->content) return false;
  const uint8_t was = r->cls[i];
  r->cls[i] = MH_W_AN;
  *out = mh_statement__again(r, outer, i, end);
  out->clause = head;
  out->end = 0;
  if (out->inner && out->content > i) return true;
  r->cls[i] = was;
  return false;
}
