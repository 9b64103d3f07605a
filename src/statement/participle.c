/* participle - acts that a circumstantial participle tells: "..., stressing that", "accusing him
 * of", "boycotts the summit saying that".  What is no more than an adjective or a noun written
 * alike is none.
 */
#include "content.h"
#include "lookalike.h"

#define NOUNS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)

/* "stressing (`ala) | the importance of": affirms what a noun of weight or of an act begins. */
static bool stresses(const reader *r, uint32_t i)
{
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_ACTIVE, true);
  return y && mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word))->act == MH_ACT_AFFIRM &&
         mh_statement__prep(r, i + 1) == MH_TAKES_ALA && mh_statement__abstract(r, i + 2);
}

/* "voicing (`an) | its support", "renewing | its support", "stressing | the right of", "asking | the
 * council to", "holding | that to be": of a word that tells, and as no noun would be. */
static bool voices(const reader *r, uint32_t i)
{
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_ACTIVE, true);
  if (y == NULL || y->pro) return false;
  const mh_frame *f = mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word));
  const uint32_t n = i + 1 +
                     (r->cls[i + 1] == MH_W_PREP && width(r, i + 1) == 1 &&
                      (mh_statement__prep(r, i + 1) & f->takes));
  if (mh_statement__joined(r, n))
    return false; /* "ready | for that", "bound | to its stand" */
  if (f->act == MH_ACT_AFFIRM) return mh_statement__abstract(r, n);
  if (f->kind == MH_FRAME_LIGHT || f->kind == MH_FRAME_RENEW)
    return mh_statement__pronoun(r, n) && mh_statement__abstract(r, n);
  if (n > i + 1) return false;
  const int32_t whom = r->m->actor_at[n];
  return r->cls[n] == MH_W_DEM ||
         (f->act == MH_ACT_CALL && whom >= 0 && r->m->actors[whom].pro == 0);
}

/* "saying | «...»", "adding | :": a word that takes a quotation, right before one. */
static bool leads_quotation(const reader *r, uint32_t i)
{
  if (!(mh_statement__quote_mark(r, i + 1) && r->quoted[i + 2]) &&
      !mh_statement__mark(r, i + 1, ':'))
    return false;
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_ACTIVE, true);
  const mh_word *w = y ? mh_lex_word(r->lex, y->word) : NULL;
  for (uint32_t n = 0; w && n < w->n_frames; n++)
    if (mh_lex_frames(r->lex, w)[n].takes & MH_TAKES_QUOTE) return true;
  return false;
}

/* "boycotts the summit | saying that": what tells right behind something definite needs no
 * mark; behind something indefinite ("a letter stressing that") it is of that. */
static bool goes_on_telling(const reader *r, uint32_t i, uint32_t first)
{
  if (i == first || i + 2 >= r->doc->n_tokens || r->cls[i - 1] != MH_W_NONE ||
      !(r->m->actor_of[i - 1] >= 0 || mh_statement__has_al(r, i - 1) ||
        mh_statement__pronoun(r, i - 1)))
    return false;
  return r->cls[i + 1] == MH_W_AN || leads_quotation(r, i) ||
         (r->cls[i + 1] == MH_W_PREP && (r->cls[i + 2] == MH_W_AN || stresses(r, i))) ||
         voices(r, i);
}

/* "..., which it rejects. | Adding that": at the head of a sentence one that leads "that" or a
 * quotation goes on with her who told before. */
static bool heads_telling(const reader *r, uint32_t i, uint32_t first)
{
  if (i != first || i + 3 >= r->doc->n_tokens) return false;
  const uint32_t n = i + 1 + (r->cls[i + 1] == MH_W_PREP && width(r, i + 1) == 1);
  return r->cls[n] == MH_W_AN || mh_statement__mark(r, i + 1, ':') ||
         mh_statement__quote_mark(r, i + 1);
}

/* "left him | accusing him (iyyahu) of": no adjective has such a pronoun for its object. */
static bool does_it(const reader *r, uint32_t i)
{
  if (i + 1 >= r->doc->n_tokens || r->cls[i + 1] != MH_W_PRON) return false;
  const mh_token *t = tok(r, i + 1);
  return t->n > 3 && mh_key_letter(t->key, 0) == MH_L_ALEF &&
         mh_key_letter(t->key, 1) == MH_L_YA && mh_key_letter(t->key, 2) == MH_L_ALEF;
}

/* The reading of token i as a circumstantial participle: accusative and indefinite, or a
 * feminine or a dual or plural in the oblique after a mark; NULL none. */
static const mh_reading *circumstantial(const reader *r, uint32_t i, uint32_t first)
{
  /* at a sentence's start it carries on from the one before, else with its tanwin only */
  const bool heads = heads_telling(r, i, first);
  const bool telling = goes_on_telling(r, i, first);
  const bool mark = i > first && (tok(r, i - 1)->kind == MH_TOKEN_MARK ||
                                  mh_statement__and(r, i) || telling || does_it(r, i));
  const mh_reading *either = NULL; /* "accusing": written like "the two accused of" */
  /* "announced it | accusing N. of": whom it is done to stands right behind it */
  const int32_t whom = r->m->actor_at[i + 1];
  const bool object = whom >= 0 && r->m->actors[whom].pro == 0 && i > first &&
                      !mh_statement__reading(
                          r, i, 1u << MH_POS_NOUN | 1u << MH_POS_MASDAR, false);
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    const uint32_t number = y->feats & MH_F_NUMBER;
    const bool feminine = (y->feats & MH_F_GENDER) == MH_F_F;
    if (MH_F_POS_OF(y->feats) != MH_POS_ACTIVE) continue;
    if (y->pro & (MH_PRO_AL | MH_PRO_BI | MH_PRO_LI | MH_PRO_KA)) continue;
    if (y->word == 0 || mh_lex_word(r->lex, y->word)->n_frames == 0) continue;
    if (y->enc != MH_ENC_NONE && y->enc != MH_ENC_ACC) continue; /* "its site" */
    if (feminine && y->enc != MH_ENC_NONE) continue; /* -ha is no -a in the accusative */
    if ((mark || object) && number == MH_F_DU && !feminine && y->enc == MH_ENC_NONE &&
        (y->feats & MH_F_CONSTRUCT) && !(y->feats & MH_F_OBLIQUE))
      either = y;
    if (y->feats & MH_F_CONSTRUCT) continue;
    if (number == MH_F_SG && !feminine && y->enc == MH_ENC_ACC) return y;
    if (number == MH_F_SG && feminine && (mark || object || heads)) return y;
    /* "and representatives of" is a noun; "..., stressing" has its mark before it */
    if (number != MH_F_SG && (y->feats & MH_F_OBLIQUE) && mark &&
        (telling || tok(r, i - 1)->kind == MH_TOKEN_MARK))
      return y;
  }
  return either;
}

/* Does what is said begin at token n, by "that" or the preposition of it? */
static bool said_at(const reader *r, uint32_t n)
{
  const unsigned led = mh_statement__prep(r, n);
  return r->cls[n] == MH_W_AN || led == MH_TAKES_ILA || led == MH_TAKES_ALA;
}

/* "denied ..., | pointing (mushiratan) to that": behind a comma, right before what is said. */
static bool she_goes_on(const reader *r, uint32_t i, const mh_reading *y)
{
  if (i == 0 || i + 1 >= r->doc->n_tokens || !mh_statement__comma(r, i - 1)) return false;
  return (y->feats & MH_F_GENDER) == MH_F_F && (y->feats & MH_F_NUMBER) == MH_F_SG &&
         y->enc == MH_ENC_NONE && !y->pro && said_at(r, i + 1);
}

/* "listed it, | warning that": a circumstance that tells an act of its own is no object. */
bool mh_statement__circumstance(const reader *r, uint32_t i)
{
  if (!(r->w->glance[i].acts >> MH_POS_ACTIVE & 1)) return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    /* "her stand", "her place": a feminine takes no such alef */
    if (MH_F_POS_OF(y->feats) == MH_POS_ACTIVE && y->word &&
        ((y->enc == MH_ENC_ACC && (y->feats & MH_F_GENDER) != MH_F_F) ||
         she_goes_on(r, i, y)) &&
        mh_lex_word(r->lex, y->word)->n_frames)
      return true;
  }
  return false;
}

/* "a boy | angry with": right behind an indefinite noun in the accusative it says how that is;
 * behind a day ("tomorrow") it does not. */
static bool attributive(const reader *r, uint32_t i, uint32_t first)
{
  if (i == first || r->cls[i - 1] != MH_W_NONE || mh_statement__and(r, i)) return false;
  if (r->m->when_at[i - 1] >= 0 || (i > first + 1 && r->m->when_at[i - 2] >= 0))
    return false;
  const mh_reading *n = mh_statement__reading(
      r, i - 1, 1u << MH_POS_NOUN | 1u << MH_POS_MASDAR | 1u << MH_POS_ADJ, false);
  return (tok(r, i - 1)->flags & MH_TF_TANWIN) || (n && n->enc == MH_ENC_ACC);
}

/* "..., | renewing his support": written like "again", which no act noun follows behind a mark. */
static bool renews(const reader *r, uint32_t i, uint32_t first, uint32_t end)
{
  return r->cls[i] == MH_W_AGAIN && i > first && i + 1 < end &&
         (tok(r, i - 1)->kind == MH_TOKEN_MARK || mh_statement__and(r, i)) &&
         (mh_statement__reading(r, i + 1, NOUNS, true) != NULL ||
          mh_statement__abstract(r, i + 1));
}

/* "..., | counting that among": a word of common use that says something behind a comma, plainly
 * in the accusative. */
static bool counts_as(const reader *r, const act *x, const mh_reading *y)
{
  return x->kind == MH_FRAME_WEAK && x->act == MH_ACT_STATE && x->word > 0 &&
         mh_statement__comma(r, x->word - 1) && y->enc == MH_ENC_ACC &&
         (x->takes == LED_THAT || x->takes == LED_OBJECT) && x->content == x->word_end;
}

/* "... is no matter | pointing (ilaa) to that": in the accusative, right before the preposition or
 * the "that" of what is said, it is no thing. */
static bool leads_on(const reader *r, const act *x, const mh_reading *y)
{
  return y->enc == MH_ENC_ACC && (y->feats & MH_F_NUMBER) == MH_F_SG &&
         said_at(r, x->word_end);
}

bool mh_statement__participle(reader *r, uint32_t i, uint32_t first, uint32_t end,
                              act *out)
{
  if (r->quoted[i] || !(r->w->glance[i].acts >> MH_POS_ACTIVE & 1)) return false;
  const bool plain = r->cls[i] == MH_W_NONE || renews(r, i, first, end);
  const mh_reading *y = plain ? circumstantial(r, i, first) : NULL;
  if (y == NULL || attributive(r, i, first)) return false;
  mh_statement__start(r, out, i, y, ACT_PARTICIPLE);
  if (y->feats & MH_F_CONSTRUCT) out->feats = (y->feats & ~MH_F_NUMBER) | MH_F_SG;
  mh_statement__doer(r, out, first, end);
  if (out->who.codes.n == 0) return false;
  uint32_t from = out->who.first >= 0 ? out->who.end : out->word_end;
  from = mh_statement__past_dashes(r, from, end);
  if (!mh_statement__settle(r, out, from, end)) return false;
  if (counts_as(r, out, y)) out->kind = MH_FRAME_ACT;
  if (out->kind == MH_FRAME_WEAK || mh_statement__no_participle(r, out, y, first))
    return false;
  /* "a place among them", "a student": what may be a thing is one where no mark stands before */
  const unsigned things = 1u << MH_POS_NOUN |
                          (out->takes == LED_OBJECT ? 1u << MH_POS_MASDAR : 0);
  if (i > first && tok(r, i - 1)->kind != MH_TOKEN_MARK && !does_it(r, i) &&
      !leads_on(r, out, y) && mh_statement__reading(r, i, things, false))
    return false;
  if (i == first && out->takes == LED_OBJECT && !out->inner && out->act != MH_ACT_AFFIRM)
    return false;
  if (out->word_end > from) from = out->word_end; /* the act inside */
  return out->content < from + 4 || out->takes != LED_OBJECT;
}
