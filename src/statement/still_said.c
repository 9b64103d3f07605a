/* still_said - does what stands behind a joining word still belong to what somebody says is so?
 * "that the truce is weak, where it was broken twice", "as it also", "but it lasts": he goes on
 * with the thing he speaks of.  "But he gave no details", "as the agency told" are the
 * writer's.  Only of a content that is a clause with "that": tail.c asks.
 */
#include "content.h"

#define BUT 6 /* tokens behind "but" that tell whether it is his */

/* haythu, idh: where, since. */
static bool where(const mh_token *t)
{
  if (t->n == 2)
    return mh_key_letter(t->key, 0) == MH_L_ALEF && mh_key_letter(t->key, 1) == MH_L_THAL;
  return t->n == 3 && mh_key_letter(t->key, 0) == MH_L_HAH &&
         mh_key_letter(t->key, 1) == MH_L_YA && mh_key_letter(t->key, 2) == MH_L_THA;
}

/* kama, kama anna: as also. */
static bool as_also(const mh_token *t)
{
  return t->n == 3 && mh_key_letter(t->key, 0) == MH_L_KAF &&
         mh_key_letter(t->key, 1) == MH_L_MIM && mh_key_letter(t->key, 2) == MH_L_ALEF;
}

/* "as he also called the ties deep", "as he warned": who tells does so himself. */
static bool tells_himself(const reader *r, uint32_t k)
{
  if (!(r->w->glance[k].acts >> MH_POS_VERB & 1)) return false;
  const mh_reading *v = mh_statement__reading(r, k, 1u << MH_POS_VERB, true);
  const mh_word *w = v ? mh_lex_word(r->lex, v->word) : NULL;
  for (uint32_t n = 0; w && n < w->n_frames; n++) {
    const mh_frame *f = mh_lex_frames(r->lex, w) + n;
    if (f->kind == MH_FRAME_JUDGE ||
        (f->kind == MH_FRAME_ACT &&
         (f->act == MH_ACT_CALL || f->act == MH_ACT_WARN || f->act == MH_ACT_PRAISE ||
          f->act == MH_ACT_DISCUSS)))
      return true;
  }
  return false;
}

/* "as | N. quoted of him (`anhu)": behind the verb at k stands of whom it was heard. */
static bool heard_of_him(const reader *r, uint32_t k)
{
  const mh_token *t = tok(r, k + 1);
  return k + 1 < r->doc->n_tokens && mh_statement__prep(r, k + 1) == MH_TAKES_AN_PREP &&
         t->n > 2;
}

/* A verb at k, or a word that only stands before one, and none that tells ("as the agency
 * said"). */
static bool goes_on_with(const reader *r, uint32_t k)
{
  switch (r->cls[k]) {
  case MH_W_NEG:
  case MH_W_QAD:
  case MH_W_FUT:
  case MH_W_AUX: return true;
  case MH_W_NONE: break;
  default: return false;
  }
  const mh_reading *v = mh_statement__reading(r, k, 1u << MH_POS_VERB, false);
  return v && (v->feats & MH_F_PERSON) == MH_F_3 && !mh_statement__verb_of_saying(r, k) &&
         !heard_of_him(r, k);
}

/* Somebody right behind i who speaks for himself: an official, a person. */
static bool somebody(const reader *r, uint32_t i)
{
  const int32_t who = r->m->actor_at[i];
  return who >= 0 && (r->m->actors[who].form == MH_ACTOR_OFFICIAL ||
                      r->m->actors[who].form == MH_ACTOR_PERSON);
}

/* The pronoun that ends the word at i, for which no reading is asked. */
typedef enum ending { END_NONE, END_HE, END_SHE, END_THEY, END_BOTH } ending;

static ending ending_of(const mh_token *t)
{
  const int z = mh_statement__letter_back(t, 0), y = mh_statement__letter_back(t, 1);
  if (t->n < 3) return END_NONE;
  if (z == MH_L_HA) return END_HE;
  if (z == MH_L_ALEF && y == MH_L_HA) return END_SHE;
  if (z == MH_L_ALEF && y == MH_L_MIM && mh_statement__letter_back(t, 2) == MH_L_HA)
    return END_BOTH;
  return z == MH_L_MIM && y == MH_L_HA ? END_THEY : END_NONE;
}

/* Can the pronoun not mean who speaks, for his verb has another gender?  Then it means what he
 * speaks of, and so do two of whom no act is told. */
static bool means_other(const reader *r, const act *x, ending e, uint32_t n)
{
  if (e == END_BOTH) return !(r->w->glance[n].acts >> MH_POS_VERB & 1);
  if ((x->feats & MH_F_NUMBER) != MH_F_SG) return false;
  const uint32_t gender = x->feats & MH_F_GENDER;
  return gender == MH_F_M ? e == END_SHE : gender == MH_F_F && e != END_SHE;
}

/* "but it | controls the town": a verb of what goes on, by which nobody acts or tells, or one of
 * what was done to it, goes on with what he speaks of; he who spoke "rejected", "gave no day". */
static bool goes_on_so(const reader *r, uint32_t n)
{
  const unsigned others = 1u << MH_POS_NOUN | 1u << MH_POS_MASDAR | 1u << MH_POS_ADJ;
  const mh_reading *v = mh_statement__reading(r, n, 1u << MH_POS_VERB, false);
  return v && r->cls[n] == MH_W_NONE && !(r->w->glance[n].acts >> MH_POS_VERB & 1) &&
         !(r->w->glance[n].pos & others) && !(v->pro & MH_PRO_SA) &&
         (v->feats & (MH_F_PERSON | MH_F_TENSE)) == (MH_F_3 | MH_F_IMPERFECT);
}

/* illa anna, ghayra anna, bayda anna; not rughma anna, nor `ilman anna, which is the writer's. */
static bool but_that(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i + 1);
  return width(r, i) == 2 && mh_key_letter(t->key, 0) == MH_L_ALEF &&
         mh_key_letter(t->key, 1) == MH_L_NUN &&
         mh_key_letter(tok(r, i)->key, 0) != MH_L_AIN &&
         mh_statement__letter_back(tok(r, i), 0) != MH_L_MIM;
}

/* lakinnahu, illa annahu ("but it") and illa anna ("but the") at i. */
static bool but_other(const reader *r, const act *x, uint32_t i, uint32_t limit)
{
  const uint32_t n = i + width(r, i);
  const ending e = ending_of(tok(r, n - 1));
  if (x->inner || !(but_that(r, i) || (width(r, i) == 1 && e != END_NONE))) return false;
  if (e == END_NONE ? r->m->actor_at[n] >= 0
                    : !means_other(r, x, e, n) && !goes_on_so(r, n))
    return false;
  for (uint32_t k = n; k < limit && k < n + BUT; k++)
    if (r->cls[k] == MH_W_TELLER || mh_statement__verb_of_saying(r, k)) return false;
  return true;
}

#define WHO 5 /* tokens of a clause in which who acts would be told */

/* fima, baynama, fi hin: while. */
static bool meanwhile(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  const int z = mh_key_letter(t->key, 0);
  return z == MH_L_FA ? width(r, i) == 2 || t->n == 4
                      : z == MH_L_BA && width(r, i) == 1 && t->n == 5;
}

/* "that three were killed, | while four were wounded": what goes on beside it, by nobody who is named, is
 * told by the same mouth; "while the army denied it" is not. */
static bool while_so(const reader *r, uint32_t i, uint32_t n, uint32_t limit)
{
  if (!mh_statement__comma(r, i - 1) || heard_of_him(r, n)) return false;
  for (uint32_t k = n; k < limit && k < n + WHO; k++)
    if (r->m->actor_of[k] >= 0 || r->cls[k] == MH_W_TELLER || r->cls[k] == MH_W_AN ||
        ((r->w->glance[k].acts >> MH_POS_VERB & 1) && r->cls[k] == MH_W_NONE))
      return false;
  /* another act begins too soon behind it */
  return limit > n + WHO || limit >= r->doc->n_tokens ||
         mh_statement__mark(r, limit, '.') || mh_statement__mark(r, limit - 1, '.') ||
         (tok(r, limit)->flags & MH_TF_LINE);
}

bool mh_statement__still_said(const reader *r, const act *x, uint32_t i, uint32_t limit)
{
  if (r->cls[i] != MH_W_CONJ || r->cls[x->content] != MH_W_AN ||
      mh_statement__infinitive(r, x->content))
    return false;
  const uint32_t n = i + width(r, i);
  if (n >= limit) return false;
  const mh_token *t = tok(r, i);
  if (meanwhile(r, i)) return while_so(r, i, n, limit);
  if (width(r, i) == 1 && where(t)) return !somebody(r, n) && goes_on_with(r, n);
  if (as_also(t))
    return mh_statement__comma(r, i - 1) &&
           (width(r, i) == 2 ? !somebody(r, n)
                             : goes_on_with(r, n) && !tells_himself(r, n));
  return but_other(r, x, i, limit);
}

bool mh_statement__taken_up(const reader *r, const act *x, uint32_t i, uint32_t limit)
{
  const uint32_t k = i + width(r, i);
  if (r->cls[x->content] != MH_W_AN || mh_statement__infinitive(r, x->content) ||
      width(r, i) == 1)
    return true;
  const mh_reading *v = k < limit ? mh_statement__reading(r, k, 1u << MH_POS_VERB, true)
                                  : NULL;
  if (v == NULL) return false;
  const mh_frame *f = mh_lex_frames(r->lex, mh_lex_word(r->lex, v->word));
  return f->kind != MH_FRAME_WEAK &&
         (f->act == MH_ACT_STATE || f->act == MH_ACT_AFFIRM || f->act == MH_ACT_OPPOSE ||
          f->act == MH_ACT_PRAISE || f->act == MH_ACT_ACKNOWLEDGE);
}

bool mh_statement__which_he(const reader *r, const act *x, uint32_t i, uint32_t limit)
{
  const uint32_t k = i + width(r, i);
  if (r->cls[i] != MH_W_RESULT || width(r, i) == 1 || !mh_statement__and(r, i) ||
      !mh_statement__taken_up(r, x, i, limit))
    return false;
  const bool that = r->cls[x->content] == MH_W_AN;
  const mh_reading *v = k < limit ? mh_statement__reading(r, k, 1u << MH_POS_VERB, that)
                                  : NULL;
  if (v && v->enc != MH_ENC_NONE) return true;
  /* "stressed the way to a settlement | which shows": where he speaks it may be his own */
  const bool says = x->act == MH_ACT_STATE || x->act == MH_ACT_AFFIRM ||
                    x->act == MH_ACT_CALL;
  return !that && !(says && v && (v->feats & MH_F_TENSE) == MH_F_IMPERFECT);
}
