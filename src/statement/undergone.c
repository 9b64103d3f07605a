/* undergone - verbs of what is done to somebody, or how he is: "is seen as", "was exposed to",
 * "reaches", which are written like what he does himself.
 *
 * Not here: what the letters of a word tell (lookalike.c), who is accused behind his verb
 * (worth.c).
 */
#include "about.h"
#include "lookalike.h"
#include "steps.h"

#define THINGS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN | 1u << MH_POS_ADJ)

#define AHEAD 14 /* tokens from a verb to what it tells somebody of */

/* Does li- or "to" lead on behind token `from`, at once or, behind somebody named who takes none of
 * her verbs, past words of when and where? */
static bool led_to(const reader *r, const act *x, uint32_t from)
{
  const mh_actor *a = x->who.first >= 0 ? &r->m->actors[x->who.first] : NULL;
  const bool named = a && a->form != MH_ACTOR_ROLE && !mh_statement__feminine(r, a);
  for (uint32_t k = from; k < r->doc->n_tokens && k < from + AHEAD; k++) {
    const bool li = mh_statement__joined(r, k) & MH_PRO_LI;
    if (li || mh_statement__prep(r, k) == MH_TAKES_ILA)
      return !(x->n_frames && x->frames[0].takes & (li ? MH_TAKES_LI : MH_TAKES_ILA));
    const bool more = r->cls[k] == MH_W_PREP || r->cls[k] == MH_W_OTHER ||
                      r->m->when_at[k] >= 0 || r->m->actor_of[k] >= 0 ||
                      (r->cls[k] == MH_W_NONE && mh_statement__article(r, k));
    if (!named || tok(r, k)->kind != MH_TOKEN_WORD || !more) return false;
  }
  return false;
}

/* Is he who is named behind the verb an office or organ whose word is a man's? */
static bool his(const reader *r, const act *x)
{
  const mh_actor *a = x->who.first >= 0 ? &r->m->actors[x->who.first] : NULL;
  if (a == NULL || x->clause != x->word ||
      (a->form != MH_ACTOR_OFFICIAL && a->form != MH_ACTOR_ORGAN) ||
      tok(r, a->first)->flags & MH_TF_MARBUTA || mh_statement__feminine(r, a))
    return false;
  const mh_reading *n = mh_statement__reading(r, a->first, 1u << MH_POS_NOUN, false);
  return n && (n->feats & (MH_F_NUMBER | MH_F_GENDER)) == (MH_F_SG | MH_F_M);
}

/* "was exposed | to (li-) a stream of": a form that is written like "she shows", which takes no
 * such thing. */
static bool exposed(const reader *r, const act *x, const mh_reading *y, uint32_t from)
{
  const uint32_t some = MH_F_PERSON | MH_F_TENSE | MH_F_NUMBER | MH_F_GENDER;
  if ((y->feats & some) != (MH_F_3 | MH_F_IMPERFECT | MH_F_SG | MH_F_F) ||
      from >= r->doc->n_tokens)
    return false;
  if (!led_to(r, x, from) && !his(r, x)) return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, x->word); k++) {
    const mh_reading *z = mh_words_reading(r->w, x->word, k);
    if (z->word && z->word != y->word && MH_F_POS_OF(z->feats) == MH_POS_VERB &&
        (z->feats & some) == (MH_F_3 | MH_F_PERFECT | MH_F_SG | MH_F_M))
      return true;
  }
  return false;
}

/* "and was accused | of (bi-) N.", "and | is seen as": whom is said of nobody else, where
 * nobody is named. */
static bool undergone(const reader *r, const act *x, const mh_reading *y, uint32_t first)
{
  const uint16_t both = MH_TAKES_OBJECT | MH_TAKES_BI;
  const mh_frame *f = &x->frames[0];
  if (x->n_frames == 0 || x->who.first >= 0 || y->enc != MH_ENC_NONE || x->inner ||
      x->takes == LED_THAT || r->quoted[x->word])
    return false;
  if (f->act == MH_ACT_OPPOSE && f->kind == MH_FRAME_ACT && (f->takes & both) == both)
    return x->takes == LED_PREP &&
           x->content == mh_statement__skip_adverbs(r, x->word_end, x->content + 1) &&
           mh_statement__joined(r, x->content) == MH_PRO_BI;
  /* "is looked upon as" at the head of a sentence */
  return x->outer == MH_ACT_STATE && f->kind == MH_FRAME_JUDGE &&
         !(f->takes & MH_TAKES_BI) && x->word == first &&
         (y->feats & MH_F_TENSE) == MH_F_IMPERFECT && (y->feats & MH_F_GENDER) == MH_F_M;
}

/* sarah, "(his) freedom": the only thing that is set free. */
static bool freedom(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return t->n >= 4 && mh_key_letter(t->key, 0) == MH_L_SIN &&
         mh_key_letter(t->key, 1) == MH_L_RA && mh_key_letter(t->key, 2) == MH_L_ALEF &&
         mh_key_letter(t->key, 3) == MH_L_HAH;
}

/* "was set | free (N.)", where nobody is named who did it. */
static bool set_free(const reader *r, const act *x, const mh_reading *y)
{
  const uint32_t he = MH_F_3 | MH_F_PERFECT | MH_F_SG | MH_F_M;
  return x->who.first < 0 && x->takes == LED_OBJECT && x->content == x->word_end &&
         (y->feats & (MH_F_PERSON | MH_F_TENSE | MH_F_NUMBER | MH_F_GENDER)) == he &&
         freedom(r, x->content);
}

/* May the token of x be another verb, of any word and in no short form? */
static bool another_verb(const reader *r, const act *x, const mh_reading *y)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, x->word); k++) {
    const mh_reading *z = mh_words_reading(r->w, x->word, k);
    if (z->word && z->word != y->word && MH_F_POS_OF(z->feats) == MH_POS_VERB &&
        !(z->feats & MH_F_SHORT))
      return true;
  }
  return false;
}

/* "no (comment) came": written like "did not want", which has no indefinite object. */
static bool none_came(const reader *r, const act *x, const mh_reading *y)
{
  return (y->feats & MH_F_SHORT) && x->who.first < 0 && x->takes == LED_OBJECT &&
         (y->feats & MH_F_NUMBER) == MH_F_SG && !mh_statement__article(r, x->content) &&
         !mh_statement__pronoun(r, x->content) && r->m->actor_at[x->content] < 0 &&
         another_verb(r, x, y);
}

/* "the greatest", "most": the word at i is more than all others. */
static bool the_most(const reader *r, uint32_t i)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word && mh_lex_word(r->lex, y->word)->cls == MH_W_MOST) return true;
  }
  return false;
}

/* Is the word at i one that says what something is: indefinite and in the accusative, or the
 * most of something ("the first of", "the greatest in")?  What somebody holds to be so is
 * definite, or has a name. */
static bool predicate(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  if (r->cls[i] == MH_W_PREP || r->cls[i] == MH_W_PRON) return true;
  if (t->kind != MH_TOKEN_WORD || r->cls[i] != MH_W_NONE || r->m->actor_of[i] >= 0 ||
      r->m->when_at[i] >= 0 || mh_statement__article(r, i) ||
      mh_statement__pronoun(r, i) || mh_words_match(r->w, i, MH_PH_PLACE))
    return false;
  if (t->flags & MH_TF_TANWIN || mh_statement__letter_back(t, 0) == MH_L_ALEF)
    return true;
  const mh_match *n = mh_words_match(r->w, i, MH_PH_NUMBER);
  return n != NULL || the_most(r, i);
}

/* "Tunisia | is held to be a goal of travellers": who holds it would have it, or somebody,
 * before what he holds it to be. */
static bool held_to_be(const reader *r, const act *x, const mh_reading *y, uint32_t from)
{
  const uint16_t some = MH_TAKES_OBJECT | MH_TAKES_AN | MH_TAKES_BI;
  const mh_frame *f = &x->frames[0];
  if (x->n_frames == 0 || f->kind != MH_FRAME_JUDGE || x->takes == LED_THAT ||
      x->takes == LED_QUOTE || (f->takes & some) != (MH_TAKES_OBJECT | MH_TAKES_AN) ||
      (y->feats & (MH_F_PERSON | MH_F_TENSE)) != (MH_F_3 | MH_F_IMPERFECT) ||
      y->enc != MH_ENC_NONE || (y->feats & MH_F_NUMBER) == MH_F_PL)
    return false;
  for (uint32_t k = from; k < x->content; k++)
    if (r->cls[k] == MH_W_DEM) return false; /* "holds | this to be" */
  const uint32_t i = mh_statement__skip_adverbs(r, x->content, x->content + 2);
  return i < r->doc->n_tokens && predicate(r, i);
}

/* Does an indefinite noun or adjective stand at i that says what the definite phrase before it
 * is held to be? */
static bool says_what(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  if (r->cls[i] != MH_W_NONE || r->m->actor_of[i] >= 0 || r->m->when_at[i] >= 0 ||
      mh_statement__article(r, i) || mh_statement__joined(r, i) ||
      mh_statement__pronoun(r, i) || mh_words_match(r->w, i, MH_PH_PLACE))
    return false;
  if (!(r->w->glance[i].pos & THINGS)) return false;
  return (t->flags & MH_TF_TANWIN) || mh_statement__letter_back(t, 0) == MH_L_ALEF ||
         mh_statement__article(r, i - 1);
}

/* "The loss of the base | is held to be a blow": the same at the head of a sentence that names
 * nobody who would hold it, with all of what is held to be so before what it is called. */
static bool held_by_nobody(const reader *r, const act *x, const mh_reading *y,
                           uint32_t first)
{
  const uint16_t both = MH_TAKES_OBJECT | MH_TAKES_AN;
  const mh_frame *f = &x->frames[0];
  if (x->n_frames == 0 || f->kind != MH_FRAME_JUDGE || x->word != first ||
      x->who.first >= 0 || x->takes != LED_OBJECT || r->quoted[x->word] ||
      (f->takes & (both | MH_TAKES_BI)) != both || y->enc != MH_ENC_NONE ||
      (y->feats & (MH_F_PERSON | MH_F_TENSE)) != (MH_F_3 | MH_F_IMPERFECT) ||
      (y->feats & MH_F_NUMBER) != MH_F_SG)
    return false;
  for (uint32_t i = x->content + 1; i < r->doc->n_tokens && i < x->content + AHEAD; i++) {
    if (tok(r, i)->kind == MH_TOKEN_MARK || relative(r, i) || r->cls[i] == MH_W_AN)
      return false;
    if (says_what(r, i)) return true;
  }
  return false;
}

/* "(lives abroad) and is believed | that he": nobody is named behind "and", in the imperfect, and it
 * is not he of whom was told that believes or expects it. */
static bool believed(const reader *r, const act *x, const mh_reading *y)
{
  const uint16_t holds = MH_TAKES_AN | MH_TAKES_BI | MH_TAKES_QUOTE;
  const uint16_t expects = MH_TAKES_AN | MH_TAKES_OBJECT;
  const uint32_t he = MH_F_3 | MH_F_IMPERFECT | MH_F_SG | MH_F_M;
  if (x->n_frames == 0 || x->who.first >= 0 || x->takes != LED_THAT || x->inner ||
      !(y->pro & MH_PRO_WA) || y->enc != MH_ENC_NONE || r->quoted[x->word] ||
      (y->feats & (MH_F_PERSON | MH_F_TENSE | MH_F_NUMBER | MH_F_GENDER)) != he)
    return false;
  const mh_frame *f = &x->frames[0];
  return (f->act == MH_ACT_AFFIRM && f->takes == holds) ||
         (f->act == MH_ACT_STATE && f->kind == MH_FRAME_ACT && f->takes == expects);
}

/* "N. | reaches the age of": informs has somebody, and what of (bi-, "that"). */
static bool reaches(const reader *r, const act *x, const mh_reading *y)
{
  const uint16_t some = MH_TAKES_OBJECT | MH_TAKES_AN | MH_TAKES_BI;
  if (x->n_frames == 0 || (x->frames[0].takes & some) != some ||
      x->frames[0].act != MH_ACT_STATE || x->takes == LED_THAT || x->takes == LED_QUOTE ||
      (y->feats & (MH_F_PERSON | MH_F_TENSE)) != (MH_F_3 | MH_F_IMPERFECT) ||
      y->enc != MH_ENC_NONE || !mh_statement__performs_nothing(r, x->word, y))
    return false;
  for (uint32_t k = x->word_end; k < r->doc->n_tokens && k < x->word_end + AHEAD; k++) {
    if (r->cls[k] == MH_W_AN || (mh_statement__joined(r, k) & MH_PRO_BI)) return false;
    if (mh_statement__mark(r, k, '.') || (tok(r, k)->flags & MH_TF_LINE)) break;
  }
  return true;
}

bool mh_statement__suffers(const reader *r, const act *x, const mh_reading *y,
                           uint32_t first, uint32_t from)
{
  return exposed(r, x, y, from) || undergone(r, x, y, first) || none_came(r, x, y) ||
         held_to_be(r, x, y, from) || held_by_nobody(r, x, y, first) ||
         set_free(r, x, y) || believed(r, x, y) || reaches(r, x, y);
}
