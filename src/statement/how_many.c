/* how_many - words of how many stand before those who act: "each of", "some", "five", "one of".
 *
 * Who they are is subject.c's; that "some" are nobody we know is stranger.c's.
 */
#include "inside.h"

bool mh_statement__each_of(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return t->n >= 2 && t->n <= 3 && mh_key_letter(t->key, 0) == MH_L_KAF &&
         mh_key_letter(t->key, 1) == MH_L_LAM;
}

/* ahad, ihda: "one of" those who follow. */
static bool one_of(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return t->n >= 3 && t->n <= 4 && mh_key_letter(t->key, 0) == MH_L_ALEF &&
         mh_key_letter(t->key, 1) == MH_L_HAH && mh_key_letter(t->key, 2) == MH_L_DAL &&
         (t->n == 3 || mh_key_letter(t->key, 3) == MH_L_YA);
}

/* "expelled (she) | 23 diplomats": whom something is done to, and who is nobody where he speaks. */
static bool diplomats(const reader *r, uint32_t i)
{
  const mh_match *m = mh_words_match(r->w, i, MH_PH_OFFICE);
  return m && strcmp(mh_lex_office(r->lex, m->value)->kind, "diplomat") == 0;
}

/* "five | ministers", "12 | of the deputies", "one | of N.'s advisers": behind how many they are;
 * i where no number does. */
static uint32_t skip_number(const reader *r, uint32_t i, uint32_t end)
{
  if (i + 1 >= end) return i;
  const mh_match *m = mh_words_match(r->w, i, MH_PH_NUMBER);
  const bool one = one_of(r, i);
  if (m == NULL && !one && tok(r, i)->kind != MH_TOKEN_NUMBER) return i;
  uint32_t n = m ? m->end : i + 1;
  if (n < end && mh_statement__prep(r, n) == MH_TAKES_MIN) n++;
  const int32_t a = n < end ? r->m->actor_at[n] : -1;
  const mh_actor *x = a >= 0 ? &r->m->actors[a] : NULL;
  if (x == NULL || (one && x->codes.n == 0) || diplomats(r, n)) return i;
  return x->form == MH_ACTOR_OFFICIAL || x->form == MH_ACTOR_ORGAN ? n : i;
}

uint32_t mh_statement__how_many(const reader *r, uint32_t i, uint32_t end)
{
  if (i + 1 < end && mh_statement__each_of(r, i) &&
      mh_statement__prep(r, i + 1) == MH_TAKES_MIN)
    return i + 2;
  /* "the rest of", "all" */
  const uint32_t n = i < end && r->cls[i] == MH_W_DET ? i + width(r, i) : end;
  if (n >= end || r->m->actor_at[n] < 0) return skip_number(r, i, end);
  /* "some parties" are not those in play */
  const mh_actor *x = &r->m->actors[r->m->actor_at[n]];
  const bool both = x->form == MH_ACTOR_ROLE && x->role == MH_ROLE_BOTH &&
                    x->codes.n == 0;
  return both ? i : n;
}
