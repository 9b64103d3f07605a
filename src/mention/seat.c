/* seat - whose an organ is by the place where it is: "the police of | Lyon", "the prosecution | in
 * Lyon", "the commissioner | in the EU".
 *
 * Whose it is by adjectives, names and fields is whose.c.
 */
#include "inside.h"

#define DESCRIBED 3 /* words that tell more of an office or organ */

/* An organ that is of the state where it is, but the embassy there is another state's, and so
 * may the army be. */
static bool home_kind(const chain *c, const mh_match *organ)
{
  static const char *const kinds[] = {"government", "authority", "ministry",
                                      "judiciary",  "security",  "presidency"};
  const char *kind = mh_lex_organ(c->w->lex, organ->value)->kind;
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (strcmp(kind, kinds[i]) == 0) return true;
  return false;
}

/* "an official | in N.", "the officials | in N.": but one official told of with al- is at home
 * wherever he was said to be before. */
static bool some_official(const chain *c, const char *kind)
{
  const mh_token *t = &c->doc->tokens[c->a.office_first];
  return strcmp(kind, "official") == 0 &&
         (mh_mention__sound_plural(t) || !mh_mention__article(t));
}

/* "the government | in N.", "the prosecution | in Lyon", "the spokesman of the ministry | in N.". */
static bool at_home(const chain *c)
{
  if (c->a.form == MH_ACTOR_ORGAN) {
    const mh_match *m = mh_words_match(c->w, c->a.first, MH_PH_ORGAN);
    return m && home_kind(c, m);
  }
  const mh_match *of = c->a.form == MH_ACTOR_OFFICIAL
                           ? mh_words_match(c->w, c->a.office_first, MH_PH_OFFICE)
                           : NULL;
  if (of == NULL) return false;
  const char *kind = mh_lex_office(c->w->lex, of->value)->kind;
  if (some_official(c, kind)) return true;
  if (strcmp(kind, "spokesman") != 0) return false;
  for (uint32_t k = c->a.office_first + 1; k < c->at; k++) {
    const mh_match *m = mh_words_match(c->w, k, MH_PH_ORGAN);
    if (m && m->end == c->at && home_kind(c, m)) return true;
  }
  return false;
}

/* "the police | in Lyon": the state where the town lies, past "the city of"; an official may be at
 * a base there that is another state's. */
static bool in_town(chain *c, uint32_t i)
{
  const mh_token *t = &c->doc->tokens[i];
  const bool kind = t->kind == MH_TOKEN_WORD && (t->flags & MH_TF_MARBUTA) &&
                    c->a.form == MH_ACTOR_ORGAN && !mh_mention__article(t) &&
                    i + 1 < c->doc->n_tokens && !mh_words_match(c->w, i, MH_PH_PLACE);
  const mh_match *m = mh_words_match(c->w, i + kind, MH_PH_PLACE);
  const char *code = m && !(m->pro & ~MH_PRO_AL)
                         ? mh_lex_place(c->w->lex, m->value)->country
                         : NULL;
  if (code == NULL || *code == '\0') return false;
  mh_codes_add(&c->a.codes, code);
  c->at = m->end;
  return true;
}

/* The state of the place at token i, or behind what kind of place it is ("the province of |
 * N."), led by no more than pro; NULL none. *end: the token after it. */
static const char *place_of(const chain *c, uint32_t i, unsigned pro, uint32_t *end)
{
  const mh_token *t = &c->doc->tokens[i];
  const mh_match *m = mh_words_match(c->w, i, MH_PH_PLACE);
  const bool led = m == NULL && i + 1 < c->doc->n_tokens && (t->flags & MH_TF_MARBUTA) &&
                   !mh_mention__article(t) && !(t[1].flags & MH_TF_LINE);
  if (led && (pro & MH_PRO_BI) && mh_key_letter(t->key, 0) != MH_L_BA) return NULL;
  if (led) m = mh_words_match(c->w, i + 1, MH_PH_PLACE);
  if (m == NULL || (m->pro & ~(led ? MH_PRO_AL : MH_PRO_AL | pro))) return NULL;
  if (!led && (m->pro & pro) != pro) return NULL;
  const char *code = mh_lex_place(c->w->lex, m->value)->country;
  *end = m->end;
  return code && *code ? code : NULL;
}

/* "the police of | Lyon", "the spokesman of the civil defence | in (bi-) the region of N.": the
 * state where the town or region of such an organ lies. */
bool mh_mention__organ_of_place(chain *c)
{
  const mh_match *organ = NULL;
  if (c->a.codes.n || c->a.realm || !mh_mention__here(c)) return false;
  for (uint32_t k = c->a.first; k < c->at && organ == NULL; k++) {
    organ = mh_words_match(c->w, k, MH_PH_ORGAN);
    if (organ && (organ->end != c->at || !home_kind(c, organ))) organ = NULL;
  }
  if (organ == NULL) return false;
  const bool al = mh_mention__article(&c->doc->tokens[c->at - 1]);
  uint32_t end;
  const char *code = place_of(c, c->at, MH_PRO_BI, &end);
  if (code == NULL && !al) code = place_of(c, c->at, 0, &end);
  if (code == NULL) return false;
  mh_codes_add(&c->a.codes, code);
  c->at = end;
  return true;
}

/* "the commissioner | in the EU", "the minister | in Iran", but an ambassador in Iran is
 * another state's. */
bool mh_mention__in_organisation(chain *c, uint32_t i)
{
  if (!c->head || c->a.codes.n || c->a.realm || i + 1 >= c->doc->n_tokens) return false;
  if (!mh_is_class(c->w, i, MH_W_PREP) || c->doc->tokens[i].n != 2) return false;
  /* "the spokesman of | the ministry of health | in N.", which is no part of an office's name */
  if (i == c->at && c->a.form == MH_ACTOR_OFFICIAL && c->a.office_end != i && !at_home(c))
    return false;
  const mh_match *in = mh_words_match(c->w, i + 1, MH_PH_ACTOR);
  if (in == NULL && at_home(c)) in = mh_words_match(c->w, i + 1, MH_PH_CAPITAL);
  if (in == NULL) return at_home(c) && in_town(c, i + 1);
  if (in->pro & ~MH_PRO_AL) return false;
  if (mh_lex_actor(c->w->lex, in->value)->kind == MH_ACTOR_STATE) {
    const mh_match *of = mh_words_match(c->w, c->a.office_first, MH_PH_OFFICE);
    const char *kind = of ? mh_lex_office(c->w->lex, of->value)->kind : "";
    if (strcmp(kind, "minister") != 0 && strcmp(kind, "head-of-government") != 0 &&
        !at_home(c))
      return false;
  }
  mh_codes_add(&c->a.codes, mh_mention__code(c, in));
  c->at = in->end;
  mh_mention__more_states(c);
  return true;
}

bool mh_mention__a_court(const chain *c, const mh_match *state)
{
  const mh_match *organ = mh_words_match(c->w, c->a.first, MH_PH_ORGAN);
  return state && organ && organ->end == c->at && !(organ->pro & MH_PRO_AL) &&
         organ->enc == MH_ENC_NONE && !mh_mention__article(&c->doc->tokens[c->at - 1]) &&
         (c->doc->tokens[c->at].flags & MH_TF_MARBUTA) &&
         strcmp(mh_lex_organ(c->w->lex, organ->value)->kind, "judiciary") == 0;
}

/* May the word at i with al- tell more of an office or organ, and name nobody: "the local", "the
 * military"? */
static bool tells_more(const chain *c, uint32_t i)
{
  static const uint32_t others = 1u << MH_PH_OFFICE | 1u << MH_PH_ROLE |
                                 1u << MH_PH_ORGAN | 1u << MH_PH_ACTOR | 1u << MH_PH_ADJ |
                                 1u << MH_PH_PERSON | 1u << MH_PH_CAPITAL;
  const mh_token *t = &c->doc->tokens[i];
  if (t->kind != MH_TOKEN_WORD || (t->flags & MH_TF_LINE) || !mh_mention__article(t) ||
      t->n < 5 || (c->w->glance[i].kinds & others))
    return false;
  for (uint32_t k = 0; k < mh_words_readings(c->w, i); k++) {
    const mh_reading *y = mh_words_reading(c->w, i, k);
    const uint8_t cls = y->word ? mh_lex_word(c->w->lex, y->word)->cls : MH_W_NONE;
    if (cls == MH_W_FORMER || cls == MH_W_ATTRIBUTE) return false;
  }
  const bool she = (t->flags & MH_TF_MARBUTA) != 0;
  return mh_key_letter(t->key, t->n - 1 - she) == MH_L_YA ||
         (c->w->glance[i].pos >> MH_POS_ADJ & 1);
}

/* Ends the word like a plural of people, "the Saudis"?  No adjective of an organ is one. */
static bool people(const mh_token *t)
{
  const int z = mh_key_letter(t->key, t->n - 1);
  return t->n > MH_KEY_LETTERS || (z == MH_L_NUN && !(t->flags & MH_TF_MARBUTA));
}

/* "the authorities | for health | the French", "the health authorities | in N.", "the member of
 * the committee | for law | in the Coalition": whose he or it is behind what tells more of it. */
bool mh_mention__described(chain *c)
{
  const uint32_t from = c->at, n = c->doc->n_tokens;
  if (c->a.codes.n || c->a.realm || from == c->a.first ||
      !mh_mention__article(&c->doc->tokens[from - 1]) ||
      (c->a.form == MH_ACTOR_OFFICIAL ? c->a.office_end != from
                                      : c->a.form != MH_ACTOR_ORGAN))
    return false;
  uint32_t i = from;
  while (i < n && i - from < DESCRIBED && tells_more(c, i)) i++;
  if (i == from || i >= n || (c->doc->tokens[i].flags & MH_TF_LINE)) return false;
  const mh_token *t = &c->doc->tokens[i];
  const mh_match *of = mh_words_match(c->w, i, MH_PH_ADJ);
  const bool she = (c->doc->tokens[i - 1].flags & MH_TF_MARBUTA) != 0;
  if (of && of->pro == MH_PRO_AL && !people(t) &&
      she == ((t->flags & MH_TF_MARBUTA) != 0)) {
    mh_codes_add(&c->a.codes, mh_mention__code(c, of));
    c->at = of->end;
    return true;
  }
  c->at = i;
  if (c->a.form == MH_ACTOR_OFFICIAL) c->a.office_end = i;
  if (mh_mention__in_organisation(c, i) || mh_mention__in_organ(c, i)) return true;
  c->at = from;
  if (c->a.form == MH_ACTOR_OFFICIAL) c->a.office_end = from;
  return false;
}

bool mh_mention__stays(const chain *c)
{
  const mh_match *place = mh_mention__match(c, MH_PH_PLACE);
  return place && (place->pro & MH_PRO_BI);
}

bool mh_mention__visited(const chain *c)
{
  const mh_match *place = mh_mention__match(c, MH_PH_PLACE);
  const uint32_t v = c->a.first;
  if (place == NULL || place->pro || v == 0 || !(c->w->glance[v - 1].acts)) return false;
  const mh_token *t =
      &c->doc->tokens[place->end - 1]; /* "his grandfather" is no Jeddah */
  if (t->n && mh_key_letter(t->key, t->n - 1) == MH_L_HA && !(t->flags & MH_TF_MARBUTA))
    return false;
  for (uint32_t k = 0; k < mh_words_readings(c->w, v - 1); k++) {
    const mh_reading *y = mh_words_reading(c->w, v - 1, k);
    const mh_word *w = y->word ? mh_lex_word(c->w->lex, y->word) : NULL;
    if (w == NULL || MH_F_POS_OF(y->feats) != MH_POS_VERB || w->n_frames == 0) continue;
    const uint8_t event = mh_lex_frames(c->w->lex, w)->event;
    return event == MH_EVENT_VISIT || event == MH_EVENT_LEFT;
  }
  return false;
}
