/* infront - who stands in front of a verb: the group of actors that ends right before it, also
 * where names and offices stand between commas ("the president, N. N., and his counterpart, N.
 * N., | stressed").
 *
 * What a group means, and the actors behind a verb, are subject.c.
 */
#include "inside.h"

/* An office or organ right behind a comma, told of who was named before it. */
static bool between_commas(const reader *r, const mh_actor *x, uint32_t from)
{
  return (x->form == MH_ACTOR_OFFICIAL || x->form == MH_ACTOR_ORGAN) &&
         !(x->pro & ~MH_PRO_AL) && x->first > from &&
         mh_statement__comma(r, x->first - 1);
}

/* "the president, | N. N.,": his name stands behind his office, between commas. */
static bool named_behind(const mh_actor *x)
{
  return x->form != MH_ACTOR_NAME && x->person_first > x->end;
}

/* The actor who is told by token k, as his office or as the name behind it; -1 none. */
static int32_t owner(const reader *r, uint32_t k)
{
  const uint32_t n = mh_statement__actors_before(r, k + 1);
  for (uint32_t i = n; i-- > 0 && n - i <= 2;) {
    const mh_actor *x = &r->m->actors[i];
    if (named_behind(x) && x->person_first <= k && k < x->person_end) return (int32_t)i;
  }
  return r->m->actor_of[k];
}

/* The actor to whom wa- joins actor `at`, right behind or past the comma that closes his name;
 * -1 none. */
static int32_t joined_to(const reader *r, int32_t at)
{
  const uint32_t first = r->m->actors[at].first;
  if (first < 2) return -1;
  const bool closed = mh_statement__comma(r, first - 1);
  const int32_t before = owner(r, closed ? first - 2 : first - 1);
  if (before < 0 || before >= at) return -1;
  const mh_actor *x = &r->m->actors[before];
  return (closed ? named_behind(x) : x->end == first || x->person_end == first) ? before
                                                                                : -1;
}

bool mh_statement__group_before(const reader *r, uint32_t i, uint32_t from, subject *out)
{
  *out = (subject){.first = -1, .last = -1};
  if (i <= from) return false;
  uint32_t k = i - 1;
  if (k > from && mh_statement__mark(r, k, ')'))
    while (k > from && i - k < BRACKETS && !mh_statement__mark(r, k, '(')) k--;
  if (k > from && mh_statement__mark(r, k, '(')) k--;
  /* "N. N., the spokesman of N., | said": between its commas */
  const bool closed = k > from && mh_statement__comma(r, k);
  if (closed) k--;
  int32_t at = owner(r, k);
  if (at < 0 || r->m->actors[at].first < from) return false;
  if (closed && !named_behind(&r->m->actors[at]) &&
      !between_commas(r, &r->m->actors[at], from))
    return false;
  while (at > 0 && (r->m->actors[at].pro & MH_PRO_WA)) {
    const int32_t before = joined_to(r, at);
    if (before < 0 || r->m->actors[before].first < from) break;
    at = before;
  }
  if (r->m->actors[at].pro & (MH_PRO_BI | MH_PRO_LI | MH_PRO_KA)) return false;
  /* "the last meeting | stressed": an adjective */
  if (r->m->actors[at].form == MH_ACTOR_ROLE && r->m->actors[at].role == MH_ROLE_LATTER)
    return false;
  return mh_statement__group(r, r->m->actors[at].first, out) && out->end >= k + 1;
}
