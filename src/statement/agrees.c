/* agrees - does the gender of a verb fit who is named beside it, and is a dual that stands alone the
 * two who acted last?
 *
 * Numbers are not asked for else: a verb before its subject is singular.  Who of several it is that
 * the verb has is doer.c's.
 */
#include "inside.h"
#include "lookalike.h"

/* States that Arabic treats as masculine; the others are feminine. */
static bool masculine_state(const char *code)
{
  static const char *const those[] = {"IRQ", "LBN", "JOR", "MAR", "YEM", "SDN",
                                      "SOM", "SSD", "VAT", "TCD", "NER"};
  for (size_t i = 0; i < sizeof those / sizeof *those; i++)
    if (strcmp(code, those[i]) == 0) return true;
  return false;
}

/* A noun in -at, a sound feminine plural: a verb before it is feminine. */
static bool in_at(const mh_token *t)
{
  return t->n > 4 && mh_statement__letter_back(t, 0) == MH_L_TA &&
         mh_statement__letter_back(t, 1) == MH_L_ALEF;
}

/* "states", "forces": a broken plural of things, before which a verb is feminine. */
static bool broken_plural(const reader *r, uint32_t i)
{
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_NOUN, false);
  return y && (y->feats & MH_F_NUMBER) == MH_F_PL;
}

static bool feminine_name(const reader *r, const mh_actor *x)
{
  const mh_token *t = tok(r, x->first);
  /* qada, leaders: men, though written with the feminine's letter */
  if (x->form != MH_ACTOR_OFFICIAL && mh_words_match(r->w, x->first, MH_PH_OFFICE))
    return false;
  if ((t->flags & MH_TF_MARBUTA) || in_at(t)) return true;
  if (x->form == MH_ACTOR_NAME && broken_plural(r, x->first))
    return mh_words_match(r->w, x->first, MH_PH_OFFICE) == NULL; /* people may be "he" */
  if (x->form == MH_ACTOR_CAPITAL) return true;
  if (x->form != MH_ACTOR_NAME || x->codes.n != 1 || x->end > x->first + 1) return false;
  const mh_actor_row *a = mh_lex_actor_by_code(r->lex, x->codes.at[0]);
  return a && a->kind == MH_ACTOR_STATE && !masculine_state(a->code);
}

/* One man in office: no plural, which agrees with both. */
static bool man_in_office(const reader *r, const mh_actor *x)
{
  const mh_token *t = tok(r, x->office_first);
  if (x->form != MH_ACTOR_OFFICIAL || x->office_first != x->first) return false;
  const mh_match *m = mh_words_match(r->w, x->first, MH_PH_OFFICE);
  if (m == NULL || mh_lex_office(r->lex, m->value)->level > 6) return false;
  if ((t->flags & MH_TF_MARBUTA) || in_at(t) ||
      mh_statement__letter_back(t, 0) == MH_L_HAMZA)
    return false;
  const int z = mh_statement__letter_back(t, 0), y = mh_statement__letter_back(t, 1);
  return !(z == MH_L_NUN && (y == MH_L_WAW || y == MH_L_YA)) && z != MH_L_ALEF;
}

bool mh_statement__feminine(const reader *r, const mh_actor *x)
{
  if (x->form == MH_ACTOR_OFFICIAL)
    return (tok(r, x->office_first)->flags & MH_TF_MARBUTA) != 0;
  return x->form != MH_ACTOR_PERSON && x->form != MH_ACTOR_ROLE && feminine_name(r, x);
}

/* "the council of", "the union": a body whose noun is masculine and singular, with nothing
 * feminine behind it that it may leave out ("the Russian (she) | defence").  States are feminine
 * whatever noun their name begins with. */
static bool masculine_body(const reader *r, const mh_actor *x)
{
  const mh_reading *y = mh_statement__reading(
      r, x->first, 1u << MH_POS_NOUN | 1u << MH_POS_MASDAR, false);
  if (x->form != MH_ACTOR_ORGAN && (x->form != MH_ACTOR_NAME || x->end == x->first + 1))
    return false;
  if (y == NULL || (y->feats & MH_F_NUMBER) != MH_F_SG || broken_plural(r, x->first) ||
      in_at(tok(r, x->first)))
    return false;
  for (uint32_t i = x->first; i < x->end; i++)
    if (tok(r, i)->flags & MH_TF_MARBUTA) return false;
  if (x->form == MH_ACTOR_ORGAN) return true;
  const mh_actor_row *a = x->codes.n == 1 ? mh_lex_actor_by_code(r->lex, x->codes.at[0])
                                          : NULL;
  return a && a->kind != MH_ACTOR_STATE;
}

/* naziruha, "her counterpart", who is a man: without the feminine's letter before the pronoun. */
static bool male_counterpart(const reader *r, const mh_actor *x)
{
  const mh_token *t = tok(r, x->first);
  return x->form == MH_ACTOR_ROLE && x->role == MH_ROLE_COUNTERPART && x->pro == 0 &&
         x->enc != MH_ENC_NONE && t->n > 4 && mh_key_letter(t->key, 3) == MH_L_RA &&
         mh_key_letter(t->key, 4) == MH_L_HA;
}

/* A statement or a speech, of which some write "she said". */
static bool speech(const reader *r, uint32_t i)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word && mh_lex_word(r->lex, y->word)->cls == MH_W_SPEECH) return true;
  }
  return false;
}

/* "the resolution", "the agreement": one document whose word is no feminine. */
static bool male_paper(const reader *r, const mh_actor *x)
{
  const mh_token *t = tok(r, x->first);
  if (speech(r, x->first)) return false;
  return x->form == MH_ACTOR_ROLE && x->role == MH_ROLE_DOCUMENT && x->codes.n == 0 &&
         !(t->flags & MH_TF_MARBUTA) && !in_at(t) && !broken_plural(r, x->first);
}

bool mh_statement__agrees(const reader *r, uint32_t feats, const mh_actor *x)
{
  if ((feats & MH_F_GENDER) == MH_F_F)
    return !man_in_office(r, x) && !masculine_body(r, x) && !male_counterpart(r, x) &&
           !male_paper(r, x);
  if (x->form == MH_ACTOR_OFFICIAL || x->form == MH_ACTOR_PERSON ||
      x->form == MH_ACTOR_ROLE)
    return true;
  /* "many of | the states": the verb goes with "many" */
  if (x->first > 0 && r->cls[x->first - 1] == MH_W_DET && x->form == MH_ACTOR_NAME &&
      !in_at(tok(r, x->first)) && broken_plural(r, x->first))
    return true;
  return !feminine_name(r, x);
}

/* Does a word that only a woman has stand in x: "bint", a title or adjective in -a behind an
 * office that has none ("the prime minister of Britain (she)")? */
static bool woman_told(const reader *r, const mh_actor *x)
{
  const uint32_t n = r->doc->n_tokens;
  const uint32_t end = x->end < n ? x->end : n;
  for (uint32_t k = x->first; k < end; k++) {
    const mh_match *of = k > x->first ? mh_words_match(r->w, k, MH_PH_OFFICE) : NULL;
    const bool title = of && k >= x->office_first &&
                       mh_lex_office(r->lex, of->value)->level >= 9;
    if (title && tok(r, k)->flags & MH_TF_MARBUTA) return true;
    if (k > x->first && k + 1 < end && tok(r, k)->n == 3 &&
        mh_key_letter(tok(r, k)->key, 0) == MH_L_BA &&
        mh_key_letter(tok(r, k)->key, 1) == MH_L_NUN &&
        mh_key_letter(tok(r, k)->key, 2) == MH_L_TA)
      return true;
  }
  return false;
}

/* May the verb of x have somebody for its object?  One that leads a quotation has none, for it
 * is said, not told him; but what is held so has ("declared | the ambassador unwelcome"). */
static bool told_somebody(const act *x)
{
  bool object = false, quote = false;
  for (uint32_t i = 0; i < x->n_frames + x->n_with; i++) {
    const mh_frame *f = &x->frames[i];
    if (f->kind == MH_FRAME_JUDGE ||
        (f->act == MH_ACT_PLAN && f->takes & MH_TAKES_OBJECT))
      return true;
    quote = quote || f->takes & MH_TAKES_QUOTE;
    object = object || f->takes & MH_TAKES_OBJECT;
  }
  return object && !quote;
}

bool mh_statement__woman(const reader *r, const act *x, const mh_actor *who)
{
  if ((x->feats & (MH_F_GENDER | MH_F_NUMBER)) != (MH_F_F | MH_F_SG) ||
      who->form != MH_ACTOR_OFFICIAL)
    return false;
  return !told_somebody(x) || woman_told(r, who);
}

bool mh_statement__both_again(const reader *r, const mh_reading *y, uint32_t i)
{
  mh_codes two = {.n = 0};
  if ((y->feats & MH_F_NUMBER) != MH_F_DU || (y->feats & MH_F_TENSE) != MH_F_PERFECT)
    return false;
  /* "N. welcomed the minister X, | and (both) discussed the relations" */
  if (r->last.n == 1 && mh_statement__both_do(r, y, i))
    return mh_statement__the_two(r, i, &two);
  /* "..., then (both) signed", "as they (both) signed", "and (wa-) both signed" */
  const bool led = i && (r->cls[i - 1] == MH_W_CONJ || r->cls[i - 1] == MH_W_AND ||
                         mh_statement__and(r, i));
  return r->last.n > 1 &&
         (led || mh_statement__comma(r, i - 1) || mh_statement__both_do(r, y, i) ||
          (i + 1 < r->doc->n_tokens && r->cls[i + 1] == MH_W_PREP &&
           mh_statement__joined_pronoun(r, i + 1)));
}
