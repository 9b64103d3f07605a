/* posted - to whom an ambassador is posted.  Who receives "the ambassador of N. in M.", or talks with
 * him, and is told without his state is of M.: the press of M. names its own offices so.
 */
#include "inside.h"

#define BEHIND  3  /* tokens from his state to "in M." */
#define BEFORE  18 /* and from who receives him to him */
#define SPEAKER 4  /* up to this level one speaks for a state, or for its parliament */

/* "in (fi, lada, bi-) | M.": the state where he is posted, told at token i; NULL none. */
static const char *post_at(const reader *r, uint32_t i)
{
  if (i >= r->doc->n_tokens || (tok(r, i)->flags & MH_TF_LINE)) return NULL;
  const unsigned bit = mh_statement__prep(r, i);
  const mh_match *m = mh_words_match(r->w, i, MH_PH_ACTOR);
  if (m == NULL) m = mh_words_match(r->w, i, MH_PH_CAPITAL);
  if (m == NULL && (bit == MH_TAKES_FI || bit == MH_TAKES_HAWLA) &&
      i + 1 < r->doc->n_tokens) {
    m = mh_words_match(r->w, i + 1, MH_PH_ACTOR);
    if (m == NULL) m = mh_words_match(r->w, i + 1, MH_PH_CAPITAL);
    if (m && (m->pro & ~MH_PRO_AL)) return NULL;
  } else if (m && !(m->pro & MH_PRO_BI)) {
    return NULL;
  }
  const mh_actor_row *a = m ? mh_lex_actor(r->lex, m->value) : NULL;
  return a && a->kind == MH_ACTOR_STATE ? a->code : NULL;
}

/* The state where the ambassador x is posted; NULL: it is not told, or he is none. */
static const char *post_of(const reader *r, const mh_actor *x)
{
  const mh_match *of = x->form == MH_ACTOR_OFFICIAL && x->codes.n == 1
                           ? mh_words_match(r->w, x->office_first, MH_PH_OFFICE)
                           : NULL;
  if (of == NULL || strcmp(mh_lex_office(r->lex, of->value)->kind, "ambassador") != 0)
    return NULL;
  for (uint32_t i = x->office_end; i <= x->end + BEHIND && i < r->doc->n_tokens; i++) {
    const char *post = post_at(r, i);
    if (post && !mh_codes_has(&x->codes, post)) return post;
    if (i >= x->end && tok(r, i)->kind == MH_TOKEN_MARK) break;
  }
  return NULL;
}

bool mh_statement__posted_too(const reader *r, const subject *s, int32_t at)
{
  const mh_actor *y = &r->m->actors[at];
  const mh_actor *x = s->last >= 0 ? &r->m->actors[s->last] : NULL;
  if (x == NULL || !(y->pro & MH_PRO_WA) || y->codes.n != 1 ||
      (y->form != MH_ACTOR_NAME && y->form != MH_ACTOR_CAPITAL) || post_of(r, x) == NULL)
    return false;
  const mh_match *before = NULL;
  for (uint32_t i = x->office_end; i < y->first && before == NULL; i++) {
    before = mh_words_match(r->w, i, MH_PH_ACTOR);
    if (before == NULL) before = mh_words_match(r->w, i, MH_PH_CAPITAL);
    if (before && before->end != y->first) before = NULL;
  }
  /* "the ambassadors of N. | and M. in K.": two who are sent */
  return before && !mh_codes_has(&x->codes, mh_lex_actor(r->lex, before->value)->code);
}

/* May x be somebody of his government ("the minister"), who has no "of theirs"? */
static bool receives(const reader *r, const mh_actor *x)
{
  if (x->form == MH_ACTOR_ROLE) return x->role == MH_ROLE_PERSON;
  const mh_match *of = x->form == MH_ACTOR_OFFICIAL
                           ? mh_words_match(r->w, x->office_first, MH_PH_OFFICE)
                           : NULL;
  return of && of->enc == MH_ENC_NONE &&
         mh_lex_office(r->lex, of->value)->level <= SPEAKER;
}

const char *mh_statement__post(const reader *r, const mh_actor *who)
{
  if (!receives(r, who)) return NULL;
  for (uint32_t k = (uint32_t)(who - r->m->actors) + 1; k < r->m->n_actors; k++) {
    const mh_actor *x = &r->m->actors[k];
    if (x->first > who->end + BEFORE) return NULL;
    for (uint32_t i = who->end; i < x->first; i++)
      if (tok(r, i)->flags & MH_TF_LINE || mh_statement__mark(r, i, '.')) return NULL;
    const char *post = post_of(r, x);
    if (post) return post;
  }
  return NULL;
}
