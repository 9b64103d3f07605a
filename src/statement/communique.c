/* communique - is what is quoted the text of a communique?
 *
 * "The ministry said: «N. condemns the attack, and calls on X to ..., and stands by Y»": who
 * issues it is named in it, or right before it, and each of its verbs tells what he does.  Such
 * a quotation is read on like what stands outside of the marks; what one says of others is not.
 */
#include "inside.h"

#define VERBS (1u << MH_POS_VERB)

#define LEAST 8 /* tokens of a quotation that says more than one thing */

/* The verb at i in the third person of the imperfect, not of the future, that performs an act;
 * with `plainly` whoever stands beside it.  NULL where it is none. */
static const mh_reading *declares(const reader *r, uint32_t i, bool plainly)
{
  const uint32_t asked = MH_F_3 | MH_F_IMPERFECT;
  if (!(r->w->glance[i].acts & VERBS) || r->cls[i] != MH_W_NONE) return NULL;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word == 0 || MH_F_POS_OF(y->feats) != MH_POS_VERB) continue;
    if ((y->feats & (MH_F_PERSON | MH_F_TENSE)) != asked || (y->pro & MH_PRO_SA))
      continue;
    const mh_word *w = mh_lex_word(r->lex, y->word);
    if (w->n_frames == 0) continue;
    const mh_frame *f = mh_lex_frames(r->lex, w);
    if (!plainly || f->kind == MH_FRAME_ACT || f->kind == MH_FRAME_LIGHT ||
        f->kind == MH_FRAME_RENEW)
      return y;
  }
  return NULL;
}

/* Does the state, body or group that is actor a agree with the verb? */
static bool issuer(const reader *r, int32_t a, const mh_reading *y)
{
  if (a < 0 || y == NULL) return false;
  const mh_actor *x = &r->m->actors[a];
  return (x->form == MH_ACTOR_NAME || x->form == MH_ACTOR_ORGAN) &&
         mh_statement__agrees(r, y->feats, x);
}

/* Who is told of first from `first` to `end`: the same as actor a, another (0), or nobody with a
 * state or organisation of his own (-1).  "The Kingdom" is whoever's kingdom speaks. */
static int speaks_for(const reader *r, int32_t a, uint32_t first, uint32_t end)
{
  const mh_codes of = mh_statement__codes(r, &r->m->actors[a]);
  const bool realm = mh_statement__says_realm(r, &r->m->actors[a]);
  for (uint32_t i = first; i < end; i++) {
    const int32_t k = r->m->actor_at[i];
    if (k < 0) continue;
    const mh_codes who = mh_statement__codes(r, &r->m->actors[k]);
    if (who.n) return realm || (of.n && mh_codes_has(&of, who.at[0]));
  }
  return -1;
}

/* The verb of who issues what is quoted behind the mark at i; NULL where nobody plainly does:
 * whoever is quoted speaks for him, or his verb stands first ("«N. condemns»", as no talk of
 * others begins). */
static const mh_reading *first_verb(const reader *r, uint32_t first, uint32_t i,
                                    uint32_t end)
{
  uint32_t at = i + 1;
  const mh_reading *y = declares(r, at, false);
  int32_t a = y ? r->m->actor_at[at + 1] : -1;
  if (issuer(r, a, y)) {
    const int same = speaks_for(r, a, first, i);
    return same > 0 || (same < 0 && declares(r, at, true)) ? y : NULL;
  }
  a = y && i ? r->m->actor_of[i - 1] : -1;
  if (y == NULL) {
    at += r->cls[at] == MH_W_AN; /* "«N. condemns», «that N. condemns»" */
    a = r->m->actor_at[at];
    if (a < 0 || r->m->actors[a].end >= end) return NULL;
    y = declares(r, r->m->actors[a].end, false);
  }
  return issuer(r, a, y) && speaks_for(r, a, first, i) > 0 ? y : NULL;
}

/* Where the same one goes on with another verb of the kind ("..., and calls on"); `end` where
 * he does not. */
static uint32_t goes_on(const reader *r, const mh_reading *y, uint32_t from, uint32_t end)
{
  const uint32_t like = MH_F_GENDER | MH_F_NUMBER;
  for (uint32_t i = from; i < end; i++) {
    if (!(r->w->glance[i].acts & VERBS) || !mh_statement__and(r, i)) continue;
    const mh_reading *v = declares(r, i, true);
    if (v && (v->feats & like) == (y->feats & like)) return i;
  }
  return end;
}

void mh_statement__communique(reader *r, const mh_sentence *s)
{
  for (uint32_t i = s->first; i + LEAST < s->end; i++) {
    if (!mh_statement__quote_mark(r, i) || !r->quoted[i + 1]) continue;
    uint32_t end = i + 1;
    while (end < s->end && r->quoted[end] && !mh_statement__quote_mark(r, end)) end++;
    const mh_reading *y = end - i > LEAST ? first_verb(r, s->first, i, end) : NULL;
    /* his first clause stays quoted, for the verb that leads the quotation */
    for (uint32_t k = y ? goes_on(r, y, i + 3, end) : end; k < end; k++)
      r->quoted[k] = 0, r->n_quoted--;
    i = end - 1;
  }
}
