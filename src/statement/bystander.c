/* bystander - who stands right behind a verb that takes an object, and is nobody we know: "many
 * rejected | the plan", "a number of charities criticised | this step", "N. denied | all charges".
 * Without him what he rejects would be told of whoever acted before.
 *
 * Behind a verb that takes no object whatever noun stands there is who acts (stranger.c); here
 * it may be the object, unless its ending is that of a subject, or another noun phrase follows
 * that nothing joins to it.
 */
#include "content.h"

#define NOUNS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)
#define REACH 10 /* tokens from the verb to its object, behind who acts */

static bool plain(const reader *r, uint32_t i, uint32_t end)
{
  return i < end && tok(r, i)->kind == MH_TOKEN_WORD && r->cls[i] == MH_W_NONE &&
         r->m->actor_of[i] < 0 && r->m->when_at[i] < 0 && !mh_statement__joined(r, i);
}

/* A word in -un: the ending of several men who act, where the letters are no part of it. */
static bool several_men(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  if (t->n < 5 || mh_statement__letter_back(t, 0) != MH_L_NUN ||
      mh_statement__letter_back(t, 1) != MH_L_WAW)
    return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    const unsigned pos = MH_F_POS_OF(y->feats);
    if (pos == MH_POS_VERB || (y->feats & MH_F_NUMBER) != MH_F_PL) return false;
  }
  return mh_words_readings(r->w, i) > 0 || mh_statement__letter_back(t, 2) == MH_L_YA;
}

/* "critics", "western | allies" (the adjective has the ending). */
static bool men(const reader *r, uint32_t i, uint32_t end)
{
  if (!plain(r, i, end)) return false;
  if (several_men(r, i)) return true;
  return plain(r, i + 1, end) && !mh_statement__and(r, i + 1) && several_men(r, i + 1) &&
         mh_statement__article(r, i) == mh_statement__article(r, i + 1);
}

/* Does the word at i end its noun phrase, so that an indefinite one begins another? */
static bool closes(const reader *r, uint32_t i)
{
  return mh_statement__has_al(r, i) || mh_statement__pronoun(r, i);
}

/* An indefinite noun at i, or one with a pronoun, that begins a phrase: in -an it would tell how. */
static bool begins(const reader *r, uint32_t i, uint32_t end)
{
  return plain(r, i, end) && !mh_statement__and(r, i) && !mh_statement__has_al(r, i) &&
         mh_statement__letter_back(tok(r, i), 0) != MH_L_ALEF &&
         (r->w->glance[i].pos & NOUNS) &&
         (mh_statement__pronoun(r, i) ||
          (i + 1 < end && tok(r, i + 1)->kind == MH_TOKEN_WORD &&
           (mh_statement__article(r, i + 1) || r->m->actor_at[i + 1] >= 0)));
}

/* Past one word, name or time at i. */
static uint32_t past(const reader *r, uint32_t i)
{
  if (r->m->when_at[i] >= 0) return r->m->whens.at[r->m->when_at[i]].end;
  return r->m->actor_at[i] >= 0 ? r->m->actors[r->m->actor_at[i]].end : i + 1;
}

/* A name that nobody knows, and that was not told before. */
static bool name(const reader *r, uint32_t i, uint32_t end)
{
  return plain(r, i, end) && tok(r, i)->n > 2 && !mh_statement__has_al(r, i) &&
         r->w->glance[i].pos == 0 &&
         (mh_words_unknown(r->w, i) || mh_lex_given_name(r->lex, tok(r, i)->key));
}

/* Does another noun phrase, which nothing joins to it, follow the one that begins at i? */
static bool another_follows(const reader *r, uint32_t i, uint32_t end)
{
  const bool one = name(r, i, end);
  bool closed = false;
  const uint32_t from = i + (r->cls[i] == MH_W_DET ? width(r, i) : 0);
  for (uint32_t k = from; k < end && k < from + REACH;) {
    if (tok(r, k)->kind != MH_TOKEN_WORD) return false;
    const bool bare = k > from && !mh_statement__joined(r, k) && !mh_statement__and(r, k);
    if (bare && r->cls[k] == MH_W_DEM)
      return k + 1 < end && mh_statement__has_al(r, k + 1);
    if (bare && closed &&
        (r->cls[k] == MH_W_DET || r->m->actor_at[k] >= 0 || begins(r, k, end)))
      return true;
    if (r->cls[k] == MH_W_PREP && k + 1 < end && !mh_statement__joined_pronoun(r, k))
      k++;
    else if (r->cls[k] != MH_W_NONE && k > from && r->m->when_at[k] < 0)
      return false;
    const bool known = r->m->actor_at[k] >= 0 || (one && k == i);
    const uint32_t next = past(r, k);
    closed = known || (next <= end && closes(r, next - 1));
    k = next;
  }
  return false;
}

/* "a number | of", "some": so many of somebody. */
static bool so_many(const reader *r, uint32_t i, uint32_t end)
{
  if (i + 2 >= end || mh_statement__joined(r, i)) return false;
  if (r->cls[i] == MH_W_DET) return true;
  /* "a team | of the organisation" is its own */
  return plain(r, i, end) && mh_statement__prep(r, i + 1) == MH_TAKES_MIN &&
         !mh_statement__pronoun(r, i + 1) && r->m->actor_at[i + 2] < 0 &&
         mh_statement__letter_back(tok(r, i), 0) != MH_L_ALEF;
}

/* "by what", "by that": bi- and a word of grammar. */
static bool by_what(const reader *r, uint32_t i)
{
  return (r->cls[i] == MH_W_REL || r->cls[i] == MH_W_AN || r->cls[i] == MH_W_DEM) &&
         mh_key_letter(tok(r, i)->key, 0) == MH_L_BA;
}

bool mh_statement__bystander(const reader *r, const act *x, uint32_t i, uint32_t end)
{
  const uint32_t some = MH_F_PERSON | MH_F_NUMBER;
  if (x->form != ACT_VERB || !x->who.carried || (x->feats & some) != (MH_F_3 | MH_F_SG) ||
      i >= end || mh_statement__pronoun(r, x->word))
    return false;
  if ((x->feats & MH_F_GENDER) == MH_F_M && men(r, i, end)) return true;
  /* "urged | some (to)", "warned N. | of": whom one turns to */
  const uint8_t does = x->n_frames ? x->frames[0].act : (uint8_t)MH_ACT_COUNT;
  if (does == MH_ACT_CALL || does == MH_ACT_WARN) return false;
  /* "praised N. | (bi-) what" */
  const bool named = mh_statement__takes_any(x) && name(r, i, end);
  if (named && does == MH_ACT_PRAISE && i + 1 < end &&
      mh_statement__frame_for(x, MH_TAKES_BI) &&
      (mh_statement__joined(r, i + 1) == MH_PRO_BI || by_what(r, i + 1)))
    return true;
  return (so_many(r, i, end) || named) && another_follows(r, i, end);
}
