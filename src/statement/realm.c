/* realm - which state "the Kingdom" is in a report.  Its own press says it of its own state and
 * hardly names that; who else writes "the Kingdom" has named it before.  What other words stand
 * for is not asked here; see standin. */
#include "inside.h"

/* Kingdoms that are called so; the first where none is named, for there it is said most. */
static const char *const realms[] = {"SAU", "JOR", "MAR", "BHR"};
#define REALMS (sizeof realms / sizeof *realms)
#define HARDLY 3 /* one naming at the head of a report, as namings are weighed */

bool mh_statement__says_realm(const reader *r, const mh_actor *x)
{
  if (x->form != MH_ACTOR_ORGAN || x->codes.n || x->end != x->first + 1) return false;
  const mh_match *m = mh_words_match(r->w, x->first, MH_PH_ORGAN);
  return m && strcmp(mh_lex_organ(r->lex, m->value)->kind, "state") == 0;
}

/* "the Kingdom | and N.", "the Kingdom's embassy | in N.": right behind x stands another. */
static bool other_behind(const reader *r, const mh_actor *x, const mh_actor *y)
{
  if (y->first == x->end) return y->pro & (MH_PRO_WA | MH_PRO_BI | MH_PRO_LI);
  if (y->first != x->end + 1) return false;
  const unsigned bit = mh_statement__prep(r, x->end);
  return bit == MH_TAKES_FI || bit == MH_TAKES_ILA || bit == MH_TAKES_MAA ||
         r->cls[x->end] == MH_W_PREP;
}

/* Is the state told of beside "the Kingdom", as another? */
static bool beside(const reader *r, const char *code)
{
  for (uint32_t i = 0; i < r->m->n_actors; i++) {
    const mh_actor *x = &r->m->actors[i];
    if (!x->realm) continue;
    const mh_actor *y = i ? x - 1 : NULL, *z = i + 1 < r->m->n_actors ? x + 1 : NULL;
    if (z && mh_codes_has(&z->codes, code) && other_behind(r, x, z)) return true;
    if (y && mh_codes_has(&y->codes, code) && (x->pro & MH_PRO_WA) && y->end == x->first)
      return true;
  }
  return false;
}

const char *mh_statement__realm(const reader *r, const char *const *code,
                                const uint32_t *count, uint32_t n)
{
  uint32_t first = 0, best = 0;
  const char *most = realms[0];
  for (size_t i = 0; r->home && i < REALMS; i++)
    if (mh_code_same(realms[i], r->home)) return realms[i];
  for (uint32_t k = 0; k < n; k++)
    if (mh_code_same(realms[0], code[k])) first = count[k];
  for (uint32_t k = 0; k < n; k++)
    for (size_t i = 1; i < REALMS; i++)
      if (mh_code_same(realms[i], code[k]) && count[k] > best && count[k] > HARDLY &&
          count[k] > first && !beside(r, code[k])) {
        best = count[k];
        most = realms[i];
      }
  return most;
}
