/* issued - whose a statement is that is told by its word alone ("the statement added"): who put
 * out the one that was told of last by the same word ("a statement of the ministry", "he said in
 * a statement").
 *
 * A statement of both ("the joint statement") is of those in play: standin.c.
 */
#include "inside.h"

#define LOOK_BACK 400 /* tokens in which the statement was told of */
#define INTRO     3   /* tokens between "in a statement" and who said */

/* The word of token i without what is joined to it. */
static mh_key word(const reader *r, uint32_t i)
{
  mh_token t = *tok(r, i);
  if (mh_statement__joined(r, i) && !mh_statement__has_al(r, i))
    t.key = mh_key_drop(t.key, 1), t.n--;
  return mh_statement__bare(&t);
}

/* A noun of what is said or written, alone or with its kind ("a press statement"). */
static bool paper(const reader *r, uint32_t i)
{
  const int32_t at = r->m->actor_at[i];
  if (at >= 0) return r->m->actors[at].form == MH_ACTOR_ROLE && r->m->actors[at].paper;
  if (r->m->actor_of[i] >= 0 || r->cls[i] != MH_W_NONE || mh_statement__has_al(r, i))
    return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word && (y->feats & MH_F_NUMBER) == MH_F_SG &&
        mh_lex_word(r->lex, y->word)->cls == MH_W_SPEECH)
      return true;
  }
  return false;
}

/* "in | a statement", "by (bi-) | a statement". */
static bool led(const reader *r, uint32_t i)
{
  return mh_statement__joined(r, i) == MH_PRO_BI ||
         (i > 0 && mh_statement__prep(r, i - 1) == MH_TAKES_FI);
}

static bool states(const reader *r, const mh_codes *c)
{
  for (uint8_t i = 0; i < c->n; i++) {
    const mh_actor_row *a = mh_lex_actor_by_code(r->lex, c->at[i]);
    if (a == NULL || a->kind != MH_ACTOR_STATE) return false;
  }
  return c->n > 1;
}

/* "a statement issued | by (an) the ministry": whose it is; by a ministry of no state it may be
 * of both states in play, else it is of the one that the report tells of. */
static mh_codes issuer(const reader *r, const mh_actor *y)
{
  mh_codes c = {.n = 0};
  const int32_t at = y->end + 1 < r->doc->n_tokens ? r->m->actor_at[y->end + 1] : -1;
  if (at < 0 || mh_statement__prep(r, y->end) != MH_TAKES_AN_PREP ||
      r->m->actors[at].form == MH_ACTOR_ROLE)
    return c;
  if (r->m->actors[at].codes.n == 0 && states(r, &r->parties) && r->bilateral) return c;
  c = mh_statement__codes(r, &r->m->actors[at]);
  if (c.n == 0 && r->m->actors[at].form == MH_ACTOR_ORGAN)
    mh_codes_add(&c, r->home ? r->home : r->top);
  return c;
}

uint32_t mh_statement__past_issuer(const reader *r, const mh_actor *x)
{
  const uint32_t n = r->doc->n_tokens;
  uint32_t i = x->end;
  if (!x->paper || i < x->first + 2 || !(r->w->glance[i - 1].pos >> MH_POS_ACTIVE & 1))
    return i;
  if (i < n && r->m->when_at[i] >= 0) i = r->m->whens.at[r->m->when_at[i]].end;
  if (i + 1 >= n || mh_statement__prep(r, i) != MH_TAKES_AN_PREP) return x->end;
  const int32_t at = r->m->actor_at[i + 1];
  if (at < 0 || (r->m->actors[at].form != MH_ACTOR_ORGAN &&
                 r->m->actors[at].form != MH_ACTOR_OFFICIAL))
    return x->end;
  return r->m->actors[at].end;
}

void mh_statement__issues(reader *r, const act *x, uint32_t first)
{
  const subject *teller = x->inner && x->outer_who.codes.n ? &x->outer_who : &x->who;
  const uint32_t from = x->word > first + INTRO ? x->word - INTRO : first;
  const uint32_t to = x->content > x->word ? x->content : x->word_end;
  if (teller->codes.n == 0 || teller->document) return;
  for (uint32_t i = to; i-- > from;) {
    /* told in it, by somebody else, of who does x */
    if (i < x->word && r->cls[i] == MH_W_AN && teller != &x->outer_who) return;
    if (paper(r, i) && led(r, i)) {
      if (r->issued.n && r->issued_at == i) return; /* who told in it first */
      r->issued = teller->codes;
      r->issued_at = i;
      return;
    }
  }
}

mh_codes mh_statement__issued(const reader *r, const mh_actor *x)
{
  mh_codes none = {.n = 0};
  if (x->end != x->first + 1 || !mh_statement__has_al(r, x->first)) return none;
  const mh_key key = word(r, x->first);
  for (uint32_t i = x->first, n = 0; i-- > 0 && n < LOOK_BACK; n++) {
    if (!mh_statement__same(word(r, i), key)) continue;
    const int32_t at = r->m->actor_at[i];
    const mh_actor *y = at >= 0 ? &r->m->actors[at] : NULL;
    if (y && y->form == MH_ACTOR_ROLE && y->codes.n) return y->codes;
    if (y && y->form == MH_ACTOR_ROLE && !y->paper && y->end > y->first + 1)
      return none; /* the joint statement */
    if (r->issued.n && i == r->issued_at) return r->issued;
    subject s;
    if (mh_statement__paper_of(r, i, r->doc->n_tokens, &s)) return s.codes;
    if (y && y->paper) return issuer(r, y);
    if (!mh_statement__has_al(r, i)) return none; /* somebody's, but nothing says whose */
  }
  return none;
}
