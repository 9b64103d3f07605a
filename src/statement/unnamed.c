/* unnamed - sources that nobody vouches for: "Yemeni sources", "sources close to N.", "the
 * source" of whom no more was told, security or military ones of whom only the land is told,
 * diplomats of no state.  What they say is nobody's statement; a source in a ministry or an
 * organ of state, and an official one, speak for their state.
 */
#include "inside.h"

#define NEAR      6   /* tokens from who says something to in what */
#define PAPER     160 /* tokens back to the paper that "the source" may be */
#define LOOK_BACK 256 /* actors in which the source is looked for that goes on here */

bool mh_statement__source(const char *kind)
{
  return strcmp(kind, "source") == 0 || strcmp(kind, "official-source") == 0 ||
         strcmp(kind, "state-source") == 0;
}

/* The office of x where it is a source, else NULL. */
static const mh_match *source(const reader *r, const mh_actor *x)
{
  if (x->form != MH_ACTOR_OFFICIAL && x->form != MH_ACTOR_ROLE) return NULL;
  const uint32_t at = x->form == MH_ACTOR_ROLE ? x->first : x->office_first;
  const mh_match *m = mh_words_match(r->w, at, MH_PH_OFFICE);
  /* "the same | source" */
  if (m == NULL && x->form == MH_ACTOR_ROLE && x->end == at + 2)
    m = mh_words_match(r->w, at + 1, MH_PH_OFFICE);
  return m && mh_statement__source(mh_lex_office(r->lex, m->value)->kind) ? m : NULL;
}

/* "(a Saudi source) | in charge", "| official": not "well-informed", "local". */
static bool in_charge(const reader *r, uint32_t i)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    const uint8_t cls = y->word ? mh_lex_word(r->lex, y->word)->cls : MH_W_NONE;
    if (cls == MH_W_OFFICIAL || cls == MH_W_DUE) return true;
  }
  return false;
}

/* Does what stands at i say where the source is ("in the ministry"), or that it is an official
 * one ("(a Saudi source) in charge")? */
static bool placed(const reader *r, uint32_t i)
{
  if (i + 1 >= r->doc->n_tokens || tok(r, i)->kind != MH_TOKEN_WORD) return false;
  if (r->cls[i] == MH_W_PREP)
    return r->m->actor_at[i + 1] >= 0 &&
           r->m->actors[r->m->actor_at[i + 1]].form != MH_ACTOR_CAPITAL;
  if (r->m->actor_at[i] >= 0) return mh_statement__joined(r, i) & MH_PRO_BI;
  return in_charge(r, i);
}

/* "Yemeni sources": all that is known of them is where they come from.  "Sources in the
 * resistance": of those whom no code of their own stands for nothing is known either; who is
 * told as an official one speaks for them. */
static bool mere(const reader *r, const mh_actor *x, const mh_match *m)
{
  if (strcmp(mh_lex_office(r->lex, m->value)->kind, "source") != 0) return false;
  if (x->codes.n == 1 && strcmp(x->codes.at[0], "OTHER") == 0)
    return x->person_end == x->person_first;
  for (uint32_t i = m->end; i < x->end; i++) {
    /* no source has a name: what is written like one tells of which kind it is */
    const bool kind = i >= x->person_first && i < x->person_end && !in_charge(r, i);
    if (!kind && !mh_words_match(r->w, i, MH_PH_ADJ)) return false;
  }
  return !placed(r, x->end);
}

/* Does an organ of a state, whichever, stand at i ("the ministry of interior")? */
static bool organ_of_state(const reader *r, uint32_t i)
{
  static const char *const kinds[] = {"ministry", "presidency", "government", "army"};
  const mh_match *m = i < r->doc->n_tokens ? mh_words_match(r->w, i, MH_PH_ORGAN) : NULL;
  for (size_t k = 0; m && k < sizeof kinds / sizeof *kinds; k++)
    if (strcmp(mh_lex_organ(r->lex, m->value)->kind, kinds[k]) == 0) return true;
  return false;
}

static bool in_organ(const reader *r, const mh_actor *x)
{
  if (source(r, x) == NULL || x->form != MH_ACTOR_OFFICIAL) return false;
  for (uint32_t k = x->office_first + 1; k < x->end; k++)
    if (organ_of_state(r, k)) return true;
  if (x->end >= r->doc->n_tokens) return false;
  if (r->cls[x->end] == MH_W_PREP) return organ_of_state(r, x->end + 1);
  return (mh_statement__joined(r, x->end) & MH_PRO_BI) && organ_of_state(r, x->end);
}

/* "the source(s)" without a state: those told of last before x, NULL where x is another. */
static const mh_actor *told_of_last(const reader *r, const mh_actor *x)
{
  if (source(r, x) == NULL || x->form != MH_ACTOR_OFFICIAL || x->codes.n ||
      !mh_statement__article(r, x->first))
    return NULL;
  uint32_t k = (uint32_t)(x - r->m->actors);
  for (uint32_t n = 0; k-- > 0 && n < LOOK_BACK; n++) {
    const mh_actor *y = &r->m->actors[k];
    if (source(r, y) == NULL || (y->codes.n == 0 && mh_statement__article(r, y->first)))
      continue;
    return y;
  }
  return NULL;
}

bool mh_statement__source_in_organ(const reader *r, const mh_actor *x)
{
  const mh_actor *y = told_of_last(r, x);
  return in_organ(r, y ? y : x);
}

/* "an official of N.": who is told without a name, and has just spoken for his state, may be "the
 * source" further on. */
static bool nameless_official(const reader *r, const mh_actor *y)
{
  if (y->form != MH_ACTOR_OFFICIAL || y->codes.n != 1 ||
      y->person_end > y->person_first || mh_statement__article(r, y->first) ||
      r->last_one.n != 1 || !mh_code_same(r->last_one.at[0], y->codes.at[0]) ||
      r->paragraph > r->acted + 1)
    return false;
  const mh_match *of = mh_words_match(r->w, y->office_first, MH_PH_OFFICE);
  const mh_office_row *o = of ? mh_lex_office(r->lex, of->value) : NULL;
  return o && o->level == 7 && strcmp(o->kind, "official") == 0;
}

/* Is something that is said or written told of at token i, without an article? */
static bool paper_at(const reader *r, uint32_t i)
{
  if (mh_statement__article(r, i)) return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word && mh_lex_word(r->lex, y->word)->cls == MH_W_SPEECH) return true;
  }
  return false;
}

/* "the ministry of N. (said) in | a statement": whose it is, who is told right before. */
static mh_codes in_paper_of(const reader *r, uint32_t i)
{
  const mh_codes none = {.n = 0};
  if (i == 0 || mh_statement__prep(r, i - 1) != MH_TAKES_FI) return none;
  for (uint32_t k = i - 1; k-- > 0 && i - k <= NEAR;) {
    const int32_t at = r->m->actor_of[k];
    if (at < 0) continue;
    const mh_actor *y = &r->m->actors[at];
    return y->form == MH_ACTOR_ORGAN && y->codes.n == 1 ? y->codes : none;
  }
  return none;
}

/* Was a source told of before actor n that this one goes on with? */
static bool source_before(const reader *r, uint32_t n)
{
  for (uint32_t k = n; k-- > 0 && n - k < LOOK_BACK;)
    if (source(r, &r->m->actors[k]) && !mh_statement__article(r, r->m->actors[k].first))
      return true;
  return false;
}

mh_codes mh_statement__paper_as_source(const reader *r, const mh_actor *x)
{
  const mh_codes none = {.n = 0};
  if (x->form != MH_ACTOR_ROLE || x->role != MH_ROLE_PERSON || x->codes.n ||
      !mh_statement__article(r, x->first) || source(r, x) == NULL ||
      r->paragraph > r->acted + 1 || source_before(r, (uint32_t)(x - r->m->actors)))
    return none;
  for (uint32_t i = x->first, n = 0; i-- > 0 && n < PAPER; n++) {
    subject s;
    if (!paper_at(r, i)) continue;
    const bool of = mh_statement__paper_of(r, i, x->first, &s) && s.codes.n == 1;
    const mh_codes c = of ? s.codes : in_paper_of(r, i);
    if (c.n && mh_codes_has(&r->last_one, c.at[0])) return c;
  }
  return none;
}

/* "(added) the same speaker", behind somebody who is no party and said something; "the same
 * official" is one. */
static bool same_stranger(const reader *r, const mh_actor *x)
{
  if (x->form != MH_ACTOR_ROLE || x->role != MH_ROLE_PERSON || x->codes.n) return false;
  const mh_match *of = mh_words_match(r->w, x->first, MH_PH_OFFICE);
  return r->stranger && r->strange_said && x->end == x->first + 2 &&
         mh_statement__pronoun(r, x->end - 1) && of &&
         strcmp(mh_lex_office(r->lex, of->value)->kind, "spokesman") == 0;
}

bool mh_statement__unnamed(const reader *r, const mh_actor *x)
{
  if (same_stranger(r, x)) return true;
  const mh_match *m = source(r, x);
  if (m == NULL || mh_statement__paper_as_source(r, x).n) return false;
  if (x->form == MH_ACTOR_OFFICIAL && x->codes.n) return mere(r, x, m);
  if (x->form == MH_ACTOR_OFFICIAL && !mh_statement__article(r, x->first))
    return mere(r, x, m);
  if (!(mh_statement__article(r, x->first) || mh_statement__article(r, x->end - 1)) ||
      x->codes.n)
    return false;
  /* "the (same) source": the one told of last */
  uint32_t k = (uint32_t)(x - r->m->actors);
  for (uint32_t n = 0; k-- > 0 && n < LOOK_BACK; n++) {
    const mh_actor *y = &r->m->actors[k];
    const mh_match *of = source(r, y);
    if (of == NULL && nameless_official(r, y)) return false;
    if (of == NULL || (y->form == MH_ACTOR_ROLE && y->role != MH_ROLE_NOBODY)) continue;
    /* "the sources", who went on there as well */
    if (y->form == MH_ACTOR_OFFICIAL && y->codes.n == 0 &&
        mh_statement__article(r, y->first))
      continue;
    if (strcmp(mh_lex_office(r->lex, of->value)->kind, "state-source") == 0 ||
        in_organ(r, y))
      return false;
    return y->codes.n == 0 || mere(r, y, of);
  }
  return true;
}

/* "the sources", "the political sources": whose those told of last are, none where nothing says so. */
mh_codes mh_statement__sources_again(const reader *r, const mh_actor *x)
{
  const mh_codes none = {.n = 0};
  const mh_actor *y = told_of_last(r, x);
  if (y == NULL || y->form != MH_ACTOR_OFFICIAL) return none;
  return mere(r, y, source(r, y)) ? none : y->codes;
}

/* Do the words at i and k tell of diplomats both, or of one both? */
static bool as_many(const reader *r, uint32_t i, uint32_t k)
{
  const bool many = mh_statement__letter_back(tok(r, i), 0) == MH_L_NUN;
  return many == (mh_statement__letter_back(tok(r, k), 0) == MH_L_NUN);
}

bool mh_statement__diplomats(const reader *r, const mh_actor *x, mh_codes *c)
{
  const uint32_t i = x->office_first;
  const mh_match *m = x->form == MH_ACTOR_OFFICIAL ? mh_words_match(r->w, i, MH_PH_OFFICE)
                                                   : NULL;
  if (m == NULL || strcmp(mh_lex_office(r->lex, m->value)->kind, "diplomat") != 0)
    return false;
  if (c->n && strcmp(c->at[0], "OTHER") != 0) return false; /* "western" is no state */
  if (x->person_end > x->person_first) return mh_codes_add(c, "OTHER"), false;
  uint32_t k = (uint32_t)(x - r->m->actors);
  for (uint32_t n = 0; k-- > 0 && n < LOOK_BACK; n++) {
    const mh_actor *y = &r->m->actors[k];
    if (y->form != MH_ACTOR_OFFICIAL || y->codes.n == 0) continue;
    const mh_match *of = mh_words_match(r->w, y->office_first, MH_PH_OFFICE);
    if (of == NULL || of->value != m->value || !as_many(r, i, y->office_first)) continue;
    return *c = y->codes, false;
  }
  return true;
}
