/* embedded - whose is a bare verb that goes on with a clause behind "that"?
 *
 * "N. stressed that his country backs X | and rejects Y": his own act as well.  "N. said that
 * his neighbours back X | and reject Y": nothing that he does.  A report is told in the
 * perfect; a verb in the imperfect behind wa- goes on with what is told, and agrees with whom
 * that tells of.  Who goes on in the report itself is carry.c's.
 */
#include "inside.h"

#define BACK  48 /* tokens from the verb back to "that" */
#define NOUNS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)

/* The "that" of the clause which the verb at i stands in, behind the word that tells it;
 * NO_TOKEN where it stands in none. */
static uint32_t that_before(const reader *r, uint32_t i)
{
  if (r->outer_at == NO_TOKEN) return NO_TOKEN;
  for (uint32_t p = i; p-- > r->outer_at + 1 && i - p <= BACK;) {
    if (mh_statement__mark(r, p, '.') || mh_statement__mark(r, p, ':')) return NO_TOKEN;
    if (r->cls[p] == MH_W_CONJ || r->cls[p] == MH_W_SUB) return NO_TOKEN;
    if (r->cls[p] == MH_W_AN && !mh_statement__infinitive(r, p)) return p;
  }
  return NO_TOKEN;
}

/* Are these the actors of whom who tells is one? */
static bool tellers(const reader *r, const mh_codes *c)
{
  const mh_codes *who = r->speaker.n && r->spoke_in == r->paragraph ? &r->speaker
                                                                    : &r->last;
  for (uint8_t k = 0; k < c->n; k++)
    if (!mh_codes_has(who, c->at[k])) return false;
  return c->n > 0;
}

/* Where the clause of the verb at i begins that goes on with what is told: at its own wa- or that
 * of "and not", "and it", at "also", "but it"; NO_TOKEN where nothing joins it. */
static uint32_t joined_from(const reader *r, const act *x)
{
  uint32_t i = x->word;
  if (x->joined) return i;
  if (i && r->cls[i - 1] == MH_W_NEG) i--;
  if (i < x->word && mh_statement__and(r, i)) return i;
  if (i == 0) return NO_TOKEN;
  const bool it = r->cls[i - 1] == MH_W_PRON || r->cls[i - 1] == MH_W_CONJ;
  return it && (mh_statement__and(r, i - 1) || r->cls[i - 1] == MH_W_CONJ) ? i - 1
                                                                           : NO_TOKEN;
}

mh_clause_of mh_statement__clause_of(const reader *r, const act *x)
{
  const uint32_t asked = MH_F_TENSE | MH_F_PERSON | MH_F_NUMBER;
  const uint32_t head = joined_from(r, x);
  if (x->form != ACT_VERB || head == NO_TOKEN ||
      (x->feats & asked) != (MH_F_IMPERFECT | MH_F_3 | MH_F_SG))
    return CLAUSE_NONE;
  /* "and says: «...»": he goes on telling */
  const uint32_t n = x->word_end;
  if (n < r->doc->n_tokens && (r->cls[n] == MH_W_AN || mh_statement__mark(r, n, ':') ||
                               mh_statement__quote_mark(r, n)))
    return CLAUSE_NONE;
  uint32_t i = that_before(r, head);
  if (i == NO_TOKEN) return CLAUSE_NONE;
  /* what nothing joins to the verb itself may be the writer's: only "his country" is he */
  const bool near = x->joined;
  if (mh_statement__pronoun(r, i)) return near ? CLAUSE_HIS : CLAUSE_NONE;
  const bool feminine = (x->feats & MH_F_GENDER) == MH_F_F;
  i++;
  while (i < x->word && (mh_statement__quote_mark(r, i) || r->cls[i] == MH_W_DEM)) i++;
  subject g;
  if (i < x->word && mh_statement__group(r, i, &g)) {
    const mh_actor *a = &r->m->actors[g.first];
    const bool self = a->form == MH_ACTOR_ROLE && a->role == MH_ROLE_SELF;
    if (a->form == MH_ACTOR_ROLE && !self) return CLAUSE_NONE;
    if (feminine != (self || mh_statement__feminine(r, a))) return CLAUSE_NONE;
    const bool state = a->form == MH_ACTOR_NAME || a->form == MH_ACTOR_CAPITAL ||
                       mh_statement__says_realm(r, a); /* "the Kingdom" */
    if (self || ((near || state) && tellers(r, &g.codes))) return CLAUSE_OWN;
    return near ? CLAUSE_OTHERS : CLAUSE_NONE;
  }
  if (!near || i >= x->word || !(r->w->glance[i].pos & NOUNS)) return CLAUSE_NONE;
  return feminine || !(tok(r, i)->flags & MH_TF_MARBUTA) ? CLAUSE_OTHERS : CLAUSE_NONE;
}

/* "that his country praises X | and will go on with Y": a verb that is no act without an actor
 * has one here. */
bool mh_statement__weak_himself(const act *x)
{
  return x->who.himself && (x->future || x->act == MH_ACT_PRAISE ||
                            x->act == MH_ACT_SUPPORT || x->act == MH_ACT_CALL);
}
