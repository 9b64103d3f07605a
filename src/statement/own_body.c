/* own_body - a body told by its bare noun that is that of who speaks: "the Iranian people",
 * "the movement", and of a speaker of a council "the council".
 *
 * Bodies that are told with a name, or by themselves mean one, are actors: see subject.c.
 */
#include "inner.h"

#define NOUNS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)
#define NEAR  80 /* tokens from whom the body was told with to its bare noun */

/* A noun for those for whom who speaks does so, with the adjective of his state or, in a group,
 * alone. */
static uint32_t people(const reader *r, const act *x, uint32_t i)
{
  const mh_reading *y = mh_statement__reading(r, i, NOUNS, false);
  if (y == NULL || !(y->pro & MH_PRO_AL) || y->pro & (MH_PRO_WA | MH_PRO_FA) ||
      mh_lex_word(r->lex, y->word)->cls != MH_W_BODY)
    return NO_TOKEN;
  const mh_match *m = mh_words_match(r->w, i + 1, MH_PH_ADJ);
  const mh_actor_row *a = m ? mh_lex_actor(r->lex, m->value) : NULL;
  if (a) return mh_codes_has(&x->who.codes, a->code) ? m->end : NO_TOKEN;
  a = mh_lex_actor_by_code(r->lex, x->who.codes.at[0]);
  return a && a->kind == MH_ACTOR_GROUP ? i + 1 : NO_TOKEN;
}

/* "the speaker of | the council of N.": is the body with this bare noun part of his office? */
static bool in_office(const reader *r, const act *x, const mh_actor *a, mh_key noun)
{
  if (a->form != MH_ACTOR_OFFICIAL && a->form != MH_ACTOR_ORGAN) return false;
  const mh_codes c = mh_statement__codes(r, a);
  if (c.n != 1 || !mh_codes_has(&x->who.codes, c.at[0])) return false;
  for (uint32_t k = a->first; k < a->end; k++) {
    mh_key key = mh_statement__bare(tok(r, k));
    if (mh_statement__joined(r, k) == MH_PRO_LI)
      key = mh_key_drop(key, mh_statement__article(r, k) ? 2 : 1);
    if (mh_statement__same(key, noun)) return true;
  }
  return false;
}

/* "the council": the one of whose speaker or spokesman it was told last. */
static bool house(const reader *r, const act *x, uint32_t i)
{
  if (r->m->actor_of[i] >= 0 || !mh_statement__has_al(r, i) || mh_statement__and(r, i))
    return false;
  const mh_key noun = mh_statement__bare(tok(r, i));
  for (uint32_t k = i; k-- > 0 && i - k < NEAR;) {
    const int32_t at = r->m->actor_at[k];
    if (at >= 0 && in_office(r, x, &r->m->actors[at], noun)) return true;
  }
  return false;
}

uint32_t mh_statement__own_body(const reader *r, const act *x, uint32_t i, uint32_t end)
{
  if (i + 2 >= end || x->who.codes.n != 1 || r->cls[i] != MH_W_NONE) return NO_TOKEN;
  return people(r, x, i);
}

bool mh_statement__own_house(const reader *r, const act *x, uint32_t i, uint32_t end,
                             subject *s)
{
  if (i + 2 >= end || x->who.codes.n != 1 || r->cls[i] != MH_W_NONE || !house(r, x, i) ||
      mh_statement__has_al(r, i + 1)) /* another: "the high council" */
    return false;
  *s = x->who;
  s->end = i + 1;
  return true;
}
