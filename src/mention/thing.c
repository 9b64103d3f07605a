/* thing - what stands behind an office and is no name of who holds it: what he does something to
 * ("the president | issued a decree"), by its ending, and what he says.
 *
 * Names themselves are person.c's.
 */
#include "inside.h"

/* Does the word at i bear out that the one before it is an object: in the accusative too ("a
 * royal order"), or led by a preposition ("a ban | of (bi-)")? */
static bool bears_out(const chain *c, uint32_t i)
{
  if (i >= c->doc->n_tokens) return false;
  const mh_token *t = &c->doc->tokens[i];
  if (t->kind != MH_TOKEN_WORD || (t->flags & MH_TF_LINE)) return false;
  const uint32_t n = mh_words_readings(c->w, i);
  if (n == 0) return t->n > 5 && mh_key_letter(t->key, t->n - 1) == MH_L_ALEF;
  for (uint32_t r = 0; r < n; r++) {
    const mh_reading *y = mh_words_reading(c->w, i, r);
    if (y->word && (y->enc == MH_ENC_ACC || (y->pro & (MH_PRO_BI | MH_PRO_LI))))
      return true;
  }
  return false;
}

/* "gave | a speech", "ended | his speech": what is said, where no name is written like it. */
static bool speech(const chain *c, uint32_t i, const mh_reading *x)
{
  const bool own = x->enc >= MH_ENC_HU && x->enc <= MH_ENC_HUNNA;
  return x->pro == 0 && mh_lex_word(c->w->lex, x->word)->cls == MH_W_SPEECH &&
         (own || (c->doc->tokens[i].flags & MH_TF_MARBUTA));
}

/* "insisting on": a participle in the accusative that is written like the name of a state
 * (musirran, Misr), which takes no such ending. */
static bool participle(const mh_words *w, uint32_t i)
{
  const mh_match *name = mh_words_match(w, i, MH_PH_ACTOR);
  return name && name->enc == MH_ENC_ACC && name->end == i + 1 &&
         (w->glance[i].acts >> MH_POS_ACTIVE & 1);
}

/* "(they back) one candidate" in the accusative: who is put up by others, not who speaks. */
bool mh_mention__put_up(const mh_words *w, uint32_t i)
{
  if (participle(w, i)) return true;
  const mh_match *of = mh_words_match(w, i, MH_PH_OFFICE);
  if (of == NULL || of->enc != MH_ENC_ACC) return false;
  const char *kind = mh_lex_office(w->lex, of->value)->kind;
  return strcmp(kind, "candidate") == 0 || strcmp(kind, "opponent") == 0;
}

bool mh_mention__object(const chain *c, uint32_t i, const mh_reading *x)
{
  const mh_token *t = &c->doc->tokens[i];
  const uint32_t pos = MH_F_POS_OF(x->feats);
  if (speech(c, i, x)) return true;
  if ((pos != MH_POS_NOUN && pos != MH_POS_MASDAR) || x->enc != MH_ENC_ACC || x->pro)
    return false;
  return t->n > 4 || (t->flags & MH_TF_TANWIN) || bears_out(c, i + 1);
}

/* Is the word at i a common noun, which the noun behind it may belong to? */
static bool noun(const chain *c, uint32_t i)
{
  return i < c->doc->n_tokens && c->doc->tokens[i].kind == MH_TOKEN_WORD &&
         !(c->doc->tokens[i].flags & MH_TF_LINE) &&
         (c->w->glance[i].pos & (1u << MH_POS_NOUN | 1u << MH_POS_MASDAR)) &&
         !mh_words_match(c->w, i, MH_PH_ADJ);
}

/* Ends the word in -at? */
static bool in_at(const mh_token *t)
{
  return t->n > 5 && mh_key_letter(t->key, t->n - 1) == MH_L_TA &&
         mh_key_letter(t->key, t->n - 2) == MH_L_ALEF;
}

/* "the stand | of his country": a noun that a pronoun ends, which no name has behind it. */
static bool of_his(const chain *c, uint32_t i)
{
  if (!noun(c, i) || mh_mention__given(c, i)) return false;
  for (uint32_t r = 0; r < mh_words_readings(c->w, i); r++) {
    const mh_reading *x = mh_words_reading(c->w, i, r);
    if (x->word && (x->enc == MH_ENC_NONE || x->enc == MH_ENC_ACC)) return false;
  }
  return true;
}

/* "the people | of N. (al-)", "the community | the international": an adjective with the article
 * that tells more of a thing. */
static bool told_more(const chain *c, uint32_t i)
{
  if (i >= c->doc->n_tokens || (c->doc->tokens[i].flags & MH_TF_LINE) ||
      !mh_mention__article(&c->doc->tokens[i]))
    return false;
  return mh_words_match(c->w, i, MH_PH_ADJ) || (c->w->glance[i].pos >> MH_POS_ADJ & 1);
}

/* "the terms | of the rebels": a word with the article that is known, whatever it is; a last name
 * with al- is none. */
static bool of_known(const chain *c, uint32_t i)
{
  return i < c->doc->n_tokens && !(c->doc->tokens[i].flags & MH_TF_LINE) &&
         mh_mention__article(&c->doc->tokens[i]) &&
         (c->w->glance[i].pos & ~(1u << MH_POS_VERB)) && !mh_mention__given(c, i);
}

bool mh_mention__matter(const chain *c, uint32_t i, uint32_t from)
{
  const mh_token *t = &c->doc->tokens[i];
  const unsigned nouns = 1u << MH_POS_NOUN | 1u << MH_POS_MASDAR;
  const bool al = mh_mention__article(t), at = (t->flags & MH_TF_MARBUTA) != 0;
  if (i == from || mh_words_match(c->w, i, MH_PH_ADJ)) return false;
  /* "the head of a unit | of the fight against": no name stands before it */
  const bool house = i > from + 1 && mh_mention__of_house(&c->doc->tokens[i - 2]);
  if (noun(c, i - 1) && !house && !mh_mention__given(c, i - 1) &&
      !mh_words_match(c->w, i - 1, MH_PH_PERSON))
    return false;
  if (al && in_at(t) && c->w->glance[i].pos) return true;
  if (!noun(c, i)) return false;
  bool plural = false, plain = false;
  for (uint32_t r = 0; r < mh_words_readings(c->w, i); r++) {
    const mh_reading *x = mh_words_reading(c->w, i, r);
    const uint32_t pos = MH_F_POS_OF(x->feats);
    if (x->word == 0 || (pos != MH_POS_NOUN && pos != MH_POS_MASDAR) ||
        (x->pro & ~MH_PRO_AL) || x->enc != MH_ENC_NONE)
      continue;
    plain = true;
    plural = plural || (x->feats & MH_F_NUMBER) == MH_F_PL;
  }
  if (!plain) return false;
  if (al) return plural || at || (i > from + 1 && told_more(c, i + 1));
  if (i > from + 1 && of_his(c, i + 1)) return true;
  if (plural && of_known(c, i + 1)) return true;
  if (!noun(c, i + 1) || !mh_mention__article(&c->doc->tokens[i + 1])) return false;
  return plural || at || (i >= from + 2 && !(c->w->glance[i].pos & ~nouns));
}
