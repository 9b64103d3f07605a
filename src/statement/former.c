/* former - who held an office once speaks for himself: "said | N. N., the former head of".
 *
 * That an office alone is told as a former one is the mention room's (actor.c, whose.c); who left
 * his without a word of it is standin.c's.
 */
#include "inside.h"

/* Is one of the tokens [from, end) a word that says that an office was left? */
static bool left(const reader *r, uint32_t from, uint32_t end)
{
  for (uint32_t i = from; i < end; i++)
    for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
      const mh_reading *y = mh_words_reading(r->w, i, k);
      if (y->word && mh_lex_word(r->lex, y->word)->cls == MH_W_FORMER) return true;
    }
  return false;
}

/* Is x a name with a former office right behind it: "N. N. | the former head of intelligence"? */
static bool former(const reader *r, const mh_actor *x)
{
  if (x->person_end == x->person_first || x->office_end == x->office_first) return false;
  const uint32_t from =
      x->person_end; /* "Prince N. N. | the former": his office is the second */
  if (from <= x->first || from >= x->end ||
      mh_words_match(r->w, from, MH_PH_OFFICE) == NULL)
    return false;
  return left(r, from + 1, x->end);
}

/* "Prince N. N.(,) | the former head of": the former office told apart behind the name of x; NULL
 * when there is none. */
static const mh_actor *apart(const reader *r, const mh_actor *x)
{
  const mh_actor *y = x + 1;
  if (x->person_end != x->end || x->person_first == x->person_end ||
      y >= r->m->actors + r->m->n_actors)
    return NULL;
  const bool comma = x->end < r->doc->n_tokens && mh_statement__comma(r, x->end);
  if (y->first != x->end + comma || y->form != MH_ACTOR_OFFICIAL ||
      (y->pro & ~MH_PRO_AL) || y->person_end > y->person_first ||
      (tok(r, y->first)->flags & MH_TF_LINE))
    return NULL;
  return left(r, y->first + 1, y->end) ? y : NULL;
}

uint32_t mh_statement__former_end(const reader *r, const subject *s)
{
  if (s->first < 0 || s->first != s->last) return s->end;
  const mh_actor *y = apart(r, &r->m->actors[s->first]);
  if (y == NULL || y->end < s->end) return s->end;
  const bool comma = y->end < r->doc->n_tokens && mh_statement__comma(r, y->end);
  return y->end + (comma && y->first > r->m->actors[s->first].end);
}

void mh_statement__former(const reader *r, subject *s)
{
  if (s->first < 0 || s->first != s->last) return;
  const mh_actor *x = &r->m->actors[s->first];
  if (!former(r, x)) {
    if (apart(r, x) == NULL) return;
    s->end = mh_statement__former_end(r, s);
  }
  s->codes = (mh_codes){.n = 0};
  mh_codes_add(&s->codes, "OTHER");
  s->nobody = s->unresolved = false;
}
