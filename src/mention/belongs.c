/* belongs - whose an organ is that is told to belong to somebody, behind what it is for: "the office
 * of | human rights affiliated to (li-) the UN", "the department of | foreign relations in the
 * government of N.", or whom it serves ("the media office | of (li-) N.").
 *
 * Whose it is by adjectives, names and fields right behind it is whose.c's, by its place seat.c's.
 */
#include "inside.h"

#define BETWEEN 5 /* words of what it is for */

/* "affiliated", "loyal": an adjective of who holds or is something, at token i. */
static bool attribute(const chain *c, uint32_t i)
{
  for (uint32_t k = 0; k < mh_words_readings(c->w, i); k++) {
    const mh_reading *y = mh_words_reading(c->w, i, k);
    if (y->word && !(y->pro & ~MH_PRO_AL) &&
        mh_lex_word(c->w->lex, y->word)->cls == MH_W_ATTRIBUTE)
      return true;
  }
  return false;
}

/* "to (li-) the UN", "to the ministry of": who it belongs to, at token i. */
static bool owner(chain *c, uint32_t i)
{
  const mh_match *m = mh_words_match(c->w, i, MH_PH_ACTOR);
  if (m && (m->pro & ~MH_PRO_AL) == MH_PRO_LI) {
    mh_codes_add(&c->a.codes, mh_mention__code(c, m));
    return c->at = m->end, true;
  }
  m = mh_words_match(c->w, i, MH_PH_ORGAN);
  if (m == NULL || (m->pro & ~MH_PRO_AL) != MH_PRO_LI) return false;
  mh_mention__whose_codes(c, mh_lex_organ(c->w->lex, m->value)->code);
  return c->at = m->end, true;
}

bool mh_mention__group_at_home(const chain *c, const mh_match *state)
{
  if (!mh_codes_has(&c->a.codes, "OTHER") || (state->pro & ~MH_PRO_AL) || c->at == 0 ||
      mh_lex_actor(c->w->lex, state->value)->kind != MH_ACTOR_STATE ||
      mh_mention__article(&c->doc->tokens[c->at - 1]))
    return false;
  for (uint32_t k = c->a.first; k < c->at; k++) {
    const mh_match *m = mh_words_match(c->w, k, MH_PH_ORGAN);
    if (m && m->end == c->at)
      return strcmp(mh_lex_organ(c->w->lex, m->value)->kind, "group") == 0;
  }
  return false;
}

/* fi: in. */
static bool fi(const mh_token *t)
{
  return t->n == 2 && mh_key_letter(t->key, 0) == MH_L_FA &&
         mh_key_letter(t->key, 1) == MH_L_YA;
}

bool mh_mention__serves_person(const chain *c, const mh_match *pe)
{
  return c->a.form == MH_ACTOR_ORGAN && c->a.codes.n == 0 && !c->a.realm &&
         (pe->pro & ~MH_PRO_AL) == MH_PRO_LI &&
         *mh_lex_person(c->w->lex, pe->value)->code;
}

void mh_mention__of_person(chain *c, const mh_match *pe)
{
  mh_codes_add(&c->a.codes, mh_lex_person(c->w->lex, pe->value)->code);
  c->at = pe->end;
}

bool mh_mention__belongs(chain *c)
{
  const mh_doc *d = c->doc;
  if (c->a.codes.n || c->a.realm || c->a.form != MH_ACTOR_ORGAN || !mh_mention__here(c))
    return false;
  for (uint32_t i = c->at; i + 1 < d->n_tokens && i <= c->at + BETWEEN; i++) {
    const mh_token *t = &d->tokens[i];
    if (t->kind != MH_TOKEN_WORD || (t->flags & MH_TF_LINE)) return false;
    if (attribute(c, i) && owner(c, i + 1)) return true;
    if (i > c->at && fi(t) && mh_mention__in_organ(c, i)) return true;
    /* what it is for: words with al-, or one that such a word belongs to */
    if (!mh_mention__article(t) &&
        (!mh_mention__article(&t[1]) || (c->w->glance[i].pos >> MH_POS_PARTICLE & 1)))
      return false;
  }
  return false;
}
