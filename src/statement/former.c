/* former - who held an office once speaks for himself: "said | N. N., the former head of".  Who
 * ruled, or was a minister, is a politician still; a former ambassador or adviser is asked for
 * what he knows, as an expert is, and what he says is nobody's statement.
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

#define HIGH   4 /* from this level on an office is below a minister's */
#define FORMER 9 /* level of those of rulers and ministers told as former ones */

/* Is the office at i one of service below a minister's (no seat in a parliament, no town's)? */
static bool lesser(const reader *r, uint32_t i)
{
  static const char *const kinds[] = {"ambassador", "adviser",  "envoy",    "deputy",
                                      "official",   "diplomat", "spokesman"};
  const mh_match *m = mh_words_match(r->w, i, MH_PH_OFFICE);
  const mh_office_row *o = m ? mh_lex_office(r->lex, m->value) : NULL;
  if (o == NULL || o->level < HIGH) return false;
  if (strcmp(o->kind, "former") == 0) return o->level < FORMER;
  for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
    if (strcmp(o->kind, kinds[k]) == 0) return true;
  return false;
}

bool mh_statement__retired(const reader *r, const mh_actor *x, const mh_codes *c)
{
  if (x->form != MH_ACTOR_OFFICIAL || c->n != 1 || strcmp(c->at[0], "OTHER") != 0 ||
      !lesser(r, x->office_first))
    return false;
  /* "(met) with | the former ambassador": he may have been sent */
  if (x->first && r->cls[x->first - 1] == MH_W_PREP) return false;
  /* "the spokesman of | the former king" holds his office still */
  const uint32_t i = x->office_first + 1;
  return left(r, i, mh_statement__article(r, x->office_first) ? x->end : i + 1);
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
  uint32_t office = x->person_end;
  if (!former(r, x)) {
    const mh_actor *y = apart(r, x);
    if (y == NULL) return;
    office = y->first;
    s->end = mh_statement__former_end(r, s);
  }
  s->codes = (mh_codes){.n = 0};
  s->unresolved = false;
  s->nobody = lesser(r, office);
  if (!s->nobody) mh_codes_add(&s->codes, "OTHER");
}
