/* noun_too - words written like a verb and like a noun ("mention", "view"): may it be the noun, and
 * what stands before it that only a verb follows.
 */
#include "content.h"
#include "assembly.h"

#define NOUNS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)

/* Is wa- joined to token i wherever it is read as a noun, and never as an act word?  "Agreed"
 * is written like "and a horizon", which hardly anybody tells of. */
static bool joined_noun(const reader *r, uint32_t i)
{
  bool verb = false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    const bool joined = y->pro & MH_PRO_WA;
    const unsigned pos = MH_F_POS_OF(y->feats);
    if ((NOUNS >> pos & 1) && !joined) return false;
    if (pos != MH_POS_VERB || y->word == 0) continue;
    if (!joined)
      verb = true;
    else if (mh_lex_word(r->lex, y->word)->n_frames)
      return false; /* "and answered" */
  }
  return verb;
}

/* May the finite verb at i as well be a noun?  Not behind "has" or "will"; nor is tabanna, with
 * its last letter undotted, the verbal noun that is written with dots. */
bool mh_statement__may_be_noun(const reader *r, uint32_t i, uint32_t first)
{
  if (!(r->w->glance[i].pos & NOUNS)) return false;
  if (i > first && (r->cls[i - 1] == MH_W_QAD || r->cls[i - 1] == MH_W_FUT)) return false;
  if (mh_statement__nominative(r, i + 1)) return false; /* "discussed | both" */
  if (mh_key_letter(tok(r, i)->key, 0) == MH_L_WAW && i + 1 < r->doc->n_tokens &&
      r->cls[i + 1] != MH_W_PREP && joined_noun(r, i))
    return false;
  return !(tok(r, i)->flags & MH_TF_MAKSURA) || (r->w->glance[i].pos >> MH_POS_NOUN & 1);
}

/* kama: "as", and at the head of a sentence "also". */
static bool as_also(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return t->n == 3 && mh_key_letter(t->key, 0) == MH_L_KAF &&
         mh_key_letter(t->key, 1) == MH_L_MIM && mh_key_letter(t->key, 2) == MH_L_ALEF;
}

/* "where he | noted that", "for his part he | noted that": no noun before "that" begins a clause;
 * but "it became clear that" is written like "she made clear". */
static bool that_behind(const reader *r, const mh_reading *y, uint32_t i)
{
  if (i + 1 >= r->doc->n_tokens || r->cls[i + 1] != MH_W_AN) return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const uint32_t f = mh_words_reading(r->w, i, k)->feats;
    if (MH_F_POS_OF(f) == MH_POS_VERB && (f & MH_F_TENSE) == MH_F_PERFECT &&
        (y->feats & MH_F_TENSE) != MH_F_PERFECT)
      return false;
  }
  return true;
}

/* Behind a conjunction the word at i, which may be a noun, is a verb: "as he (also)
 * discussed", hardly "as the meeting"; "also he pointed out that". */
bool mh_statement__verb_behind(const reader *r, const mh_reading *y, const mh_frame *f,
                               uint32_t i, uint32_t first)
{
  if (i == first) return false;
  const mh_word_class led = r->cls[i - 1];
  if ((led == MH_W_CONJ || led == MH_W_OTHER || led == MH_W_AND || led == MH_W_PRON) &&
      that_behind(r, y, i))
    return true;
  if (led != MH_W_CONJ) return false;
  if (as_also(r, i - 1) && i + 1 < r->doc->n_tokens &&
      (i == first + 1 || r->cls[i + 1] == MH_W_AN ||
       (mh_statement__prep(r, i + 1) & f->takes)))
    return true;
  /* "but he | pointed to", hardly "but it is a pointer to" */
  if (mh_statement__joined_pronoun(r, i - 1) && i + 1 < r->doc->n_tokens &&
      (mh_statement__prep(r, i + 1) & f->takes))
    return true;
  return f->kind == MH_FRAME_ACT && f->act != MH_ACT_MEET && f->act != MH_ACT_STATE &&
         f->act != MH_ACT_PLAN;
}
