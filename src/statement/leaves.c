/* leaves - a visit that is told by who leaves: "left N. after a visit", "left for N.".  Whom he met,
 * when and where, is asked of meeting_told.
 */
#include "inside.h"
#include "steps.h"

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
  if (form != MH_ACTOR_OFFICIAL && form != MH_ACTOR_PERSON &&
      !mh_statement__delegation(r, &r->m->actors[x->who.first]))
    return false;
  const char *left = mh_statement__host(r, x->content);
  if (left == NULL || mh_codes_has(&x->who.codes, left))
    left = goes_to(r, x->content + 1, end, &x->who.codes);
  if (left == NULL) return false;
  mh_codes_add(&x->who.codes, left);
  return true;
}

uint32_t mh_statement__past_left(const reader *r, uint32_t i, uint32_t end)
{
  uint32_t n = i;
  const int32_t a = i < end ? r->m->actor_at[i] : -1;
  const mh_match *p = i < end ? mh_words_match(r->w, i, MH_PH_PLACE) : NULL;
  if (a >= 0 && r->m->actors[a].form != MH_ACTOR_OFFICIAL &&
      r->m->actors[a].form != MH_ACTOR_PERSON)
    n = r->m->actors[a].end;
  else if (p)
    n = p->end;
  else
    while (n < end && n < i + 2 && tok(r, n)->kind == MH_TOKEN_WORD &&
           r->cls[n] == MH_W_NONE && r->m->actor_at[n] < 0 && r->m->when_at[n] < 0)
      n++; /* "the country", "the soil of home" */
  n = mh_statement__skip_adverbs(r, n, end);
  const int32_t who = n > i && n < end ? r->m->actor_at[n] : -1;
  const bool he = who >= 0 && (r->m->actors[who].form == MH_ACTOR_OFFICIAL ||
                               r->m->actors[who].form == MH_ACTOR_PERSON);
  return he ? n : i;
}
