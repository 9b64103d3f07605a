/* fellows - two who act together and are of one state, or of none: whom "both" means then is not
 * the pair of parties that the report is about.
 *
 * That pair, and how "both" is read without fellows, is standin.c's.
 */
#include "inside.h"

#define AFTER  2  /* paragraphs in which they are still meant         */
#define BESIDE 12 /* actors in which the second of two is looked for  */

/* Somebody who is surely not one with who is joined to him by another office: told by his name, or
 * no man but a body. */
static bool by_himself(const mh_actor *x)
{
  return x->person_end > x->person_first || x->form == MH_ACTOR_ORGAN ||
         x->form == MH_ACTOR_NAME || x->form == MH_ACTOR_PERSON;
}

/* "the minister N. | and the deputy N.", "the Coalition | and the Coordination": exactly two; also by
 * their offices, where a dual tells of them. */
static bool two_named(const reader *r, const subject *s, bool dual)
{
  if (s->first < 0 || s->codes.n != 1 || s->document || s->nobody) return false;
  uint32_t joined = 0;
  for (int32_t k = s->first; k <= s->last; k++) {
    const mh_actor *x = &r->m->actors[k];
    if (k > s->first && !(x->pro & MH_PRO_WA)) continue; /* more of the one before */
    if (!dual && !by_himself(x)) return false;
    joined += k > s->first;
  }
  return joined == 1;
}

const mh_codes *mh_statement__fellows(const reader *r)
{
  const bool now = r->fellows.n && r->paragraph <= r->fellows_at + AFTER;
  return now ? &r->fellows : NULL;
}

void mh_statement__note_fellows(reader *r, const act *x)
{
  const subject *who = x->inner && x->outer_who.codes.n ? &x->outer_who : &x->who;
  if (x->who.codes.n > 1) r->fellows.n = 0;
  const bool dual = x->form == ACT_VERB && (x->feats & MH_F_NUMBER) == MH_F_DU;
  if (two_named(r, who, dual) && who->codes.n == x->who.codes.n) {
    r->fellows = who->codes;
    r->fellows_at = r->paragraph;
  }
  /* "both" go on being they */
  if (r->fellows.n && who->codes.n == 1 && mh_codes_has(&r->fellows, who->codes.at[0]) &&
      who->first >= 0 && mh_statement__two(r, &r->m->actors[who->first]))
    r->fellows_at = r->paragraph;
}

bool mh_statement__the_two(const reader *r, uint32_t i, mh_codes *two)
{
  if (r->last.n != 1 || r->acts == 0 || r->pair.n > 1 || r->acted != r->paragraph)
    return false;
  uint32_t k = r->m->n_actors;
  while (k > 0 && r->m->actors[k - 1].first >= i) k--;
  for (uint32_t n = 0; k-- > 0 && n < BESIDE; n++) {
    const mh_actor *y = &r->m->actors[k];
    const bool somebody = y->form == MH_ACTOR_OFFICIAL || y->form == MH_ACTOR_PERSON ||
                          (y->form == MH_ACTOR_ROLE &&
                           (y->role == MH_ROLE_COUNTERPART || y->role == MH_ROLE_PERSON));
    const mh_codes c = mh_statement__codes(r, y);
    if (!somebody || c.n != 1 || mh_codes_has(&r->last, c.at[0])) continue;
    *two = r->last;
    mh_codes_add(two, c.at[0]);
    return true;
  }
  return false;
}
