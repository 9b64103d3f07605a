/* realm - which state "the Kingdom" is in a report, and whose cabinet "the council of ministers".
 * Its own press says it of its own state and hardly names that; who else writes "the Kingdom" has
 * named it before.  What other words stand for is not asked here; see standin. */
#include "inside.h"

/* Kingdoms that are called so; the first where none is named, for there it is said most. */
static const char *const realms[] = {"SAU", "JOR", "MAR", "BHR"};
#define REALMS (sizeof realms / sizeof *realms)
#define LEADS  2 /* up to this level an office leads a government */
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

/* The kind of the organ that x begins with; "" where it is none. */
static const char *kind_of(const reader *r, const mh_actor *x)
{
  const mh_match *m = x->form == MH_ACTOR_ORGAN
                          ? mh_words_match(r->w, x->first, MH_PH_ORGAN)
                          : NULL;
  return m ? mh_lex_organ(r->lex, m->value)->kind : "";
}

bool mh_statement__a_cabinet(const reader *r, const mh_actor *x)
{
  return x->codes.n == 0 && x->end > x->first + 1 &&
         strcmp(kind_of(r, x), "government") == 0;
}

/* A ruler, his heir, who leads a government or stands in for him, told with his state. */
static bool leads_state(const reader *r, const mh_actor *x)
{
  if (x->codes.n != 1) return false;
  const mh_actor_row *a = mh_lex_actor_by_code(r->lex, x->codes.at[0]);
  if (a == NULL || a->kind != MH_ACTOR_STATE) return false;
  if (x->form == MH_ACTOR_OFFICIAL) {
    const mh_match *m = mh_words_match(r->w, x->office_first, MH_PH_OFFICE);
    return m && mh_lex_office(r->lex, m->value)->level <= LEADS;
  }
  const mh_match *p = x->form == MH_ACTOR_PERSON
                          ? mh_words_match(r->w, x->first, MH_PH_PERSON)
                          : NULL;
  const char *kind = p ? mh_lex_person(r->lex, p->value)->office : kind_of(r, x);
  return strncmp(kind, "head-of-", 8) == 0;
}

/* Does a paragraph begin behind token `from`, at token `to` or before it? */
static bool line_between(const reader *r, uint32_t from, uint32_t to)
{
  while (to > from && !(tok(r, to)->flags & MH_TF_LINE)) to--;
  return to > from;
}

/* Most reports tell of none: who leads a state is not asked there. */
static bool tells_of_cabinet(const reader *r)
{
  for (uint32_t i = 0; i < r->m->n_actors; i++)
    if (mh_statement__a_cabinet(r, &r->m->actors[i])) return true;
  return false;
}

const char *mh_statement__cabinet(const reader *r)
{
  const char *first = NULL, *here = NULL;
  bool cabinet = false, several = false;
  if (!tells_of_cabinet(r)) return NULL;
  for (uint32_t i = 0; i < r->m->n_actors; i++) {
    const mh_actor *x = &r->m->actors[i];
    if (i && line_between(r, x[-1].first, x->first)) {
      if (cabinet) break;
      here = NULL;
    }
    cabinet = cabinet || mh_statement__a_cabinet(r, x);
    if (!leads_state(r, x)) continue;
    if (here == NULL) here = x->codes.at[0];
    if (first == NULL) first = x->codes.at[0];
    several = several || !mh_code_same(first, x->codes.at[0]);
  }
  if (several && r->top && !mh_code_same(first, r->top)) first = NULL;
  return !cabinet ? NULL : here ? here : first;
}
