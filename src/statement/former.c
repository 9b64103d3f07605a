/* former - who held an office once speaks for himself: "said | N. N., the former head of".
 *
 * That an office alone is told as a former one is the mention room's (actor.c, whose.c); who left
 * his without a word of it is standin.c's.
 */
#include "inside.h"

/* Is x a name with a former office right behind it: "N. N. | the former head of intelligence"? */
static bool former(const reader *r, const mh_actor *x)
{
  if (x->person_end == x->person_first || x->office_end == x->office_first) return false;
  uint32_t from =
      x->person_end; /* "Prince N. N. | the former": his office is the second */
  if (from <= x->first || from >= x->end ||
      mh_words_match(r->w, from, MH_PH_OFFICE) == NULL)
    return false;
  for (uint32_t i = from + 1; i < x->end; i++)
    for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
      const mh_reading *y = mh_words_reading(r->w, i, k);
      if (y->word && mh_lex_word(r->lex, y->word)->cls == MH_W_FORMER) return true;
    }
  return false;
}

void mh_statement__former(const reader *r, subject *s)
{
  if (s->first < 0 || s->first != s->last || !former(r, &r->m->actors[s->first])) return;
  s->codes = (mh_codes){.n = 0};
  mh_codes_add(&s->codes, "OTHER");
  s->nobody = s->unresolved = false;
}
