/* self - what somebody does in the first person: "I voice", "we condemn", "I have stressed", which
 * are written like "he voiced", "our condemning" and "she stressed".  Where they are read so: in
 * direct speech, and in documents that declare.
 */
#include "inside.h"

const mh_reading *mh_statement__i_that(const reader *r, uint32_t i)
{
  if (!(tok(r, i)->flags & MH_TF_HAMZA_UP) || i + 1 >= r->doc->n_tokens ||
      r->cls[i + 1] != MH_W_AN || r->m->actor_of[i] >= 0)
    return NULL;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word && MH_F_POS_OF(y->feats) == MH_POS_VERB &&
        (y->feats & MH_F_PERSON) == MH_F_1 && (y->feats & MH_F_TENSE) == MH_F_IMPERFECT &&
        !(y->feats & MH_F_VOICE_PASSIVE) && mh_lex_word(r->lex, y->word)->n_frames)
      return y;
  }
  return NULL;
}

bool mh_statement__i_say(const reader *r, uint32_t i)
{
  if (i == 0 || i + 1 >= r->doc->n_tokens || !(tok(r, i)->flags & MH_TF_HAMZA_UP) ||
      r->m->actor_of[i] >= 0 || r->m->actor_at[i + 1] >= 0 ||
      !(mh_statement__quote_mark(r, i - 1) || mh_statement__mark(r, i - 1, ':')))
    return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word && MH_F_POS_OF(y->feats) == MH_POS_VERB &&
        (y->feats & (MH_F_PERSON | MH_F_NUMBER | MH_F_TENSE)) ==
            (MH_F_1 | MH_F_SG | MH_F_IMPERFECT) &&
        !(y->feats & MH_F_VOICE_PASSIVE) && mh_lex_word(r->lex, y->word)->n_frames)
      return true;
  }
  return false;
}

#define SPOKEN 20 /* tokens before a quotation that may hold "that" */

/* Does direct speech begin before token i, and not what goes on behind "that N.": "N. said, | "? */
static bool speech_begins(const reader *r, uint32_t i)
{
  if (i == 0 || !mh_statement__quote_mark(r, i - 1)) return false;
  for (uint32_t k = i - 1; k-- > 0 && i - k <= SPOKEN;) {
    if (r->cls[k] == MH_W_AN) return false;
    if (tok(r, k)->kind == MH_TOKEN_MARK && !mh_statement__comma(r, k) &&
        !mh_statement__mark(r, k, ':'))
      break;
  }
  return true;
}

/* "I (have) stressed (`ala)", at the head of what somebody is quoted with: written like "she
 * stressed", of whom nothing is told there.  NULL where y may be hers. */
static const mh_reading *i_did(const reader *r, uint32_t i, const mh_reading *y)
{
  const bool had = i && r->cls[i - 1] == MH_W_QAD;
  const uint32_t n = i + 1;
  if ((y->feats & MH_F_TENSE) != MH_F_PERFECT || !r->quoted[i] || n >= r->doc->n_tokens ||
      r->m->actor_of[i] >= 0 || y->enc != MH_ENC_NONE)
    return NULL;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *z = mh_words_reading(r->w, i, k);
    if (z->word && MH_F_POS_OF(z->feats) != MH_POS_VERB) return NULL;
  }
  const bool mark = had && i > 1 && tok(r, i - 2)->kind == MH_TOKEN_MARK;
  if (!mark && !speech_begins(r, had ? i - 1 : i)) return NULL;
  /* "it was agreed on by (`ala-) all states": whom a pronoun means may stand before who did */
  const bool led = mh_statement__prep(r, n) && !mh_statement__joined_pronoun(r, n);
  return led || (mh_statement__joined(r, n) && r->m->actor_at[n] >= 0) ? y : NULL;
}

const mh_reading *mh_statement__self(const reader *r, uint32_t i)
{
  const mh_reading *self = NULL;
  bool other = r->m->actor_of[i] >= 0, us = false; /* "we did" is written like "did us" */
  const bool speech = r->quoted[i] || (r->speech && i >= r->speech);
  if (!speech && r->declarer.n == 0) return NULL;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word == 0) continue;
    if (MH_F_POS_OF(y->feats) == MH_POS_VERB && y->enc == MH_ENC_NA)
      us = true;
    else if (MH_F_POS_OF(y->feats) != MH_POS_VERB || (y->feats & MH_F_PERSON) != MH_F_1)
      other = true;
    else if (self == NULL && mh_lex_word(r->lex, y->word)->n_frames)
      self = y;
  }
  /* those who declare are several, and what they do they do now or have done by "we" alone */
  if (self && !speech && (self->feats & MH_F_NUMBER) != MH_F_PL) return NULL;
  if (self == NULL || !(other || (us && speech))) return self;
  if (!speech)
    return (self->feats & MH_F_TENSE) == MH_F_IMPERFECT && r->m->actor_of[i] < 0 ? self
                                                                                 : NULL;
  /* the singular is written like an imperative or a perfect of the fourth form, "we did" like
   * "our doing" */
  if ((self->feats & MH_F_NUMBER) != MH_F_PL) {
    const mh_reading *did = i_did(r, i, self);
    self = did ? did : mh_statement__i_that(r, i);
  }
  return r->quoted[i] || (i && mh_statement__mark(r, i - 1, ':')) ? self : NULL;
}
