/* leaves - a visit that is told by who leaves: "left N. after a visit", "left for N.".  Whom he met,
 * when and where, is asked of meeting_told.
 */
#include "inside.h"

#define GOES 16 /* tokens behind what somebody leaves in which he goes elsewhere */

/* "(to) N.": the state that is told behind a preposition of where one goes, and that is not one
 * of `own`; NULL none. */
static const char *goes_to(const reader *r, uint32_t i, uint32_t end, const mh_codes *own)
{
  for (uint32_t k = i; k + 1 < end && k < i + GOES; k++) {
    if (r->cls[k] == MH_W_AN || relative(r, k) || mh_statement__mark(r, k, '.')) break;
    const bool to = mh_statement__prep(r, k) == MH_TAKES_ILA;
    const bool li = mh_statement__joined(r, k) == MH_PRO_LI;
    if (!to && !li) continue;
    for (uint32_t n = k + to; n < end && n < k + to + 3; n++) { /* "the capital | N." */
      const char *code = mh_statement__host(r, n);
      if (code && !mh_codes_has(own, code)) return code;
      if (code || tok(r, n)->kind != MH_TOKEN_WORD || r->cls[n] != MH_W_NONE) break;
    }
  }
  return NULL;
}

bool mh_statement__leaves(const reader *r, act *x, uint32_t end)
{
  if (x->who.codes.n != 1 || x->who.unresolved || x->who.first < 0) return false;
  const mh_actor_form form = (mh_actor_form)r->m->actors[x->who.first].form;
  if (form != MH_ACTOR_OFFICIAL && form != MH_ACTOR_PERSON) return false;
  const char *left = mh_statement__host(r, x->content);
  if (left == NULL || mh_codes_has(&x->who.codes, left))
    left = goes_to(r, x->content + 1, end, &x->who.codes);
  if (left == NULL) return false;
  mh_codes_add(&x->who.codes, left);
  return true;
}
