/* person - the names in a phrase of an actor: which words may be one, and where it ends.
 *
 * The name that stands before an office is forename.c, one apart from it presented.c; whose office
 * or organ a phrase tells of is actor.c.
 */
#include "inside.h"

#define NAME_WORDS MH_MENTION_NAME_WORDS

/* Nobody knows the word at i, but perhaps as a piece of a name. */
static bool piece(const chain *c, uint32_t i)
{
  static const uint32_t names = 1u << MH_PH_PERSON | 1u << MH_PH_PLACE;
  if (c->w->glance[i].kinds & ~names) return false;
  for (uint32_t r = 0; r < mh_words_readings(c->w, i); r++)
    if (mh_words_reading(c->w, i, r)->word) return false;
  return true;
}

/* A last name with al- that is no other word: "al-Ahmadi". */
static bool surname(const chain *c, uint32_t i)
{
  return piece(c, i) && !mh_words_match(c->w, i, MH_PH_PLACE);
}

/* Ali, which is written like the preposition but for the dots of its last letter, before one
 * more name that is no other word. */
static bool ali(const chain *c, uint32_t i)
{
  static const unsigned names = 1u << MH_POS_VERB | 1u << MH_POS_ADJ;
  const mh_token *t = &c->doc->tokens[i];
  return t->n == 3 && !(t->flags & MH_TF_MAKSURA) &&
         mh_key_letter(t->key, 0) == MH_L_AIN && mh_key_letter(t->key, 1) == MH_L_LAM &&
         mh_key_letter(t->key, 2) == MH_L_YA && i + 1 < c->doc->n_tokens &&
         c->doc->tokens[i + 1].kind == MH_TOKEN_WORD &&
         (!(c->w->glance[i + 1].pos & ~names) ||
          mh_lex_given_name(c->w->lex, c->doc->tokens[i + 1].key)) &&
         (!mh_mention__article(&c->doc->tokens[i + 1]) || surname(c, i + 1)) &&
         !(c->doc->tokens[i + 1].flags & MH_TF_LINE);
}

/* "in the": joined to a noun, which no name is. */
static bool joined_article(const mh_token *t)
{
  return t->n >= 6 && mh_key_letter(t->key, 0) == MH_L_BA &&
         mh_key_letter(t->key, 1) == MH_L_ALEF && mh_key_letter(t->key, 2) == MH_L_LAM;
}

/* An indefinite noun that is what is done, no name: "sanctions", "an international | campaign". */
static bool thing(const chain *c, uint32_t i, const mh_reading *x)
{
  const mh_token *t = &c->doc->tokens[i];
  const bool in_at = t->n > 4 && mh_key_letter(t->key, t->n - 1) == MH_L_TA &&
                     mh_key_letter(t->key, t->n - 2) == MH_L_ALEF;
  if (MH_F_POS_OF(x->feats) == MH_POS_MASDAR) return false;
  if ((x->feats & MH_F_NUMBER) == MH_F_PL) return in_at;
  if (!(t->flags & MH_TF_MARBUTA) || i + 1 >= c->doc->n_tokens) return false;
  const mh_token *n = &c->doc->tokens[i + 1];
  return (n->flags & MH_TF_MARBUTA) && !(n->flags & MH_TF_LINE) && n->n > 4 &&
         mh_key_letter(n->key, n->n - 2) == MH_L_YA;
}

/* "the ambassador of Canada | means of ...": a state closes an office as an article does, but
 * for a given name; "the ministers of the Saudi and the (wal-) Iraqi | means of ...". */
static bool closed(const chain *c, uint32_t i)
{
  if (mh_mention__article(&c->doc->tokens[i - 1])) return true;
  const mh_match *of = mh_words_match(c->w, i - 1, MH_PH_ADJ);
  if (of && (of->pro & MH_PRO_AL) && of->end == i) return true;
  const mh_match *m = mh_words_match(c->w, i - 1, MH_PH_ACTOR);
  if (m == NULL) m = mh_words_match(c->w, i - 1, MH_PH_CAPITAL);
  return m && m->end == i && c->a.codes.n && !mh_mention__given(c, i);
}

/* "doctor | Hasan the preacher": behind a degree or a rank stands a name, whatever word it is else. */
static bool behind_title(const chain *c, uint32_t i)
{
  const mh_match *of = i ? mh_words_match(c->w, i - 1, MH_PH_OFFICE) : NULL;
  if (of == NULL || of->end != i || !mh_mention__given(c, i)) return false;
  const mh_office_row *o = mh_lex_office(c->w->lex, of->value);
  return strcmp(o->kind, "title") == 0 || strcmp(o->kind, "military") == 0;
}

/* A common noun behind an office that begins what is done or said: behind a joined
 * bi-, or one that the next word belongs to ("the part | of his country", "the stand |
 * of Algeria"). */
static bool begins_phrase(const chain *c, uint32_t i)
{
  const unsigned nouns = 1u << MH_POS_NOUN | 1u << MH_POS_MASDAR;
  const mh_words *w = c->w;
  const uint32_t n = i + 1;
  bool noun = false;
  const mh_match *place = mh_words_match(w, i, MH_PH_PLACE);
  if (joined_article(&c->doc->tokens[i]) || (place && place->end > n)) return true;
  if (!(w->glance[i].pos & nouns) || behind_title(c, i)) return false;
  for (uint32_t r = 0; r < mh_words_readings(w, i); r++) {
    const mh_reading *x = mh_words_reading(w, i, r);
    if (x->word == 0 || !(nouns >> MH_F_POS_OF(x->feats) & 1)) continue;
    if ((x->feats & MH_F_NUMBER) == MH_F_DU) continue;
    if (x->pro & MH_PRO_BI) return true; /* li- leads what an office is for */
    if (x->pro == 0 && thing(c, i, x)) return true;
    noun = noun || (x->pro == 0 && x->enc == MH_ENC_NONE);
  }
  /* "head | of the foundation": of an office that is not closed */
  if (!noun || i == 0 || !closed(c, i)) return false;
  if (n >= c->doc->n_tokens || c->doc->tokens[n].flags & MH_TF_LINE) return false;
  return mh_mention__article(&c->doc->tokens[n]) || (w->glance[n].pos & nouns) ||
         mh_words_match(w, n, MH_PH_ROLE) || mh_words_match(w, n, MH_PH_ACTOR);
}

/* Sabah is a name and the morning: that with the day behind it. */
static bool dated(const chain *c, uint32_t i)
{
  if (i + 1 >= c->doc->n_tokens) return true;
  const mh_match *day = mh_words_match(c->w, i + 1, MH_PH_TIME);
  return (day && !(day->pro & MH_PRO_WA)) || mh_words_match(c->w, i + 1, MH_PH_MONTH) ||
         c->doc->tokens[i + 1].kind == MH_TOKEN_NUMBER;
}

/* "Muhammad | Nasr": right behind a given name, and not "he voices" (written like Yarub). */
static bool behind_given(const chain *c, uint32_t i)
{
  const mh_token *t = &c->doc->tokens[i];
  return i > 0 && !(t->flags & MH_TF_LINE) && t[-1].kind == MH_TOKEN_WORD &&
         mh_key_letter(t->key, 0) != MH_L_YA && mh_lex_given_name(c->w->lex, t[-1].key);
}

/* A given name that is another word too.  One that is also a verb of saying or doing is no
 * name where what it leads stands behind it ("ratified | the agreement"). */
bool mh_mention__given(const chain *c, uint32_t i)
{
  const mh_words *w = c->w;
  if (!mh_lex_given_name(w->lex, c->doc->tokens[i].key)) return false;
  if (!(w->glance[i].acts >> MH_POS_VERB & 1) || behind_given(c, i)) return true;
  if (i + 1 >= c->doc->n_tokens) return false;
  if (mh_words_match(w, i + 1, MH_PH_OFFICE)) return true; /* "N. | the minister of" */
  return c->doc->tokens[i + 1].kind == MH_TOKEN_WORD &&
         !(w->glance[i + 1].pos >> MH_POS_PARTICLE & 1) &&
         !(w->glance[i + 1].pos & (1u << MH_POS_NOUN | 1u << MH_POS_MASDAR));
}

/* abu, abi: "father of", which half a name follows. */
bool mh_mention__father(const mh_token *t)
{
  const int z = mh_key_letter(t->key, 2);
  return t->n == 3 && mh_key_letter(t->key, 0) == MH_L_ALEF &&
         mh_key_letter(t->key, 1) == MH_L_BA && (z == MH_L_WAW || z == MH_L_YA) &&
         !(t->flags & MH_TF_MAKSURA);
}

/* "you" or "me" behind a verb, "you" behind a preposition, "my" behind a pronoun, a verb of several
 * women: no reading of what reports say ("Lajcak", "Rajavi", "Peake", "Levin"). */
static bool unsaid(const mh_reading *x, uint32_t pos, uint8_t cls)
{
  const uint32_t they = MH_F_NUMBER | MH_F_GENDER;
  if (pos == MH_POS_VERB)
    return x->enc == MH_ENC_KA || x->enc == MH_ENC_YA ||
           (x->feats & they) == (MH_F_PL | MH_F_F);
  return (pos == MH_POS_PARTICLE && x->enc == MH_ENC_KA) ||
         (pos == MH_POS_PARTICLE && cls == MH_W_PRON && x->enc != MH_ENC_NONE);
}

bool mh_mention__all_unsaid(const chain *c, uint32_t i)
{
  for (uint32_t r = 0; r < mh_words_readings(c->w, i); r++) {
    const mh_reading *x = mh_words_reading(c->w, i, r);
    if (x->word &&
        !unsaid(x, MH_F_POS_OF(x->feats), mh_lex_word(c->w->lex, x->word)->cls))
      return false;
  }
  return true;
}

bool mh_mention__no_word(const chain *c, uint32_t i)
{
  return !mh_mention__article(&c->doc->tokens[i]) && piece(c, i);
}

/* Does token i go on with what is said, and is no name ("Sara | N.")? */
static bool leads_on(const chain *c, uint32_t i)
{
  if (i >= c->doc->n_tokens || c->doc->tokens[i].flags & MH_TF_LINE) return false;
  if (c->doc->tokens[i].kind == MH_TOKEN_MARK) return true;
  return mh_words_readings(c->w, i) > 0 && !mh_words_match(c->w, i, MH_PH_PERSON);
}

/* abd: "servant of", which half a name with al- follows. */
static bool servant(const mh_token *t)
{
  return t->n == 3 && mh_key_letter(t->key, 0) == MH_L_AIN &&
         mh_key_letter(t->key, 1) == MH_L_BA && mh_key_letter(t->key, 2) == MH_L_DAL;
}

/* Is the word at i the rest of what abu or abd begins: "abd | al-Amir"? */
bool mh_mention__second_half(const chain *c, uint32_t i)
{
  const mh_token *t = c->doc->tokens;
  return i > 0 && !(t[i].flags & MH_TF_LINE) &&
         (mh_mention__father(&t[i - 1]) ||
          (servant(&t[i - 1]) && mh_mention__article(&t[i])));
}

/* "N. | al-Shahri": a last name in -i behind a given name, though it is written like what is of
 * a time or a meeting. */
static bool family(const chain *c, uint32_t i, uint32_t from)
{
  static const uint32_t other = 1u << MH_PH_OFFICE | 1u << MH_PH_ROLE |
                                1u << MH_PH_ORGAN | 1u << MH_PH_GRAMMAR |
                                1u << MH_PH_ADJ | 1u << MH_PH_ACTOR;
  const mh_token *t = &c->doc->tokens[i];
  return i > from && !(t->flags & MH_TF_LINE) && mh_mention__article(t) && t->n > 5 &&
         mh_key_letter(t->key, t->n - 1) == MH_L_YA && !(t->flags & MH_TF_MAKSURA) &&
         (c->w->glance[i].kinds & 1u << MH_PH_TIME) && !(c->w->glance[i].kinds & other) &&
         !mh_mention__article(&c->doc->tokens[i - 1]) &&
         mh_lex_given_name(c->w->lex, c->doc->tokens[i - 1].key);
}

/* "Nasri | Abu N.": whatever word it is else; but not what is done in Abu Dhabi. */
static bool before_father(const chain *c, uint32_t i)
{
  return i + 2 < c->doc->n_tokens && !(c->doc->tokens[i + 1].flags & MH_TF_LINE) &&
         mh_mention__father(&c->doc->tokens[i + 1]) &&
         !mh_words_match(c->w, i + 1, MH_PH_PLACE) &&
         !mh_words_match(c->w, i + 1, MH_PH_CAPITAL);
}

/* A word that cannot be part of a person's name. */
bool mh_mention__never_name(const chain *c, uint32_t i, uint32_t from)
{
  static const uint32_t other = 1u << MH_PH_OFFICE | 1u << MH_PH_ROLE |
                                1u << MH_PH_MONTH | 1u << MH_PH_TIME |
                                1u << MH_PH_MEETING | 1u << MH_PH_ORGAN |
                                1u << MH_PH_GRAMMAR | 1u << MH_PH_INSTRUMENT;
  const mh_words *w = c->w;
  if (ali(c, i) || mh_mention__second_half(c, i) || family(c, i, from) ||
      before_father(c, i))
    return false;
  const bool name = mh_mention__given(c, i);
  if (name && i + 1 < c->doc->n_tokens &&
      (mh_words_readings(w, i + 1) == 0 || mh_mention__given(c, i + 1)))
    return false;
  if (i == from && begins_phrase(c, i)) return true;
  if (name && i > from) { /* "N. bin N., | amir of the province", though Amir is a name */
    const mh_match *office = mh_words_match(w, i, MH_PH_OFFICE);
    return office && office->end > i + 1;
  }
  if (name) return false;
  for (uint32_t m = w->match_first[i]; m < w->match_first[i + 1]; m++)
    if ((other >> w->matches[m].kind & 1) &&
        !(w->matches[m].kind == MH_PH_OFFICE && w->matches[m].enc == MH_ENC_YA))
      return true; /* Amiri is a name, "my prince" is not said of anybody */
  for (uint32_t r = 0; r < mh_words_readings(w, i); r++) {
    const mh_reading *x = mh_words_reading(w, i, r);
    const uint32_t pos = MH_F_POS_OF(x->feats);
    if (x->word == 0 || unsaid(x, pos, mh_lex_word(w->lex, x->word)->cls)) continue;
    if (pos == MH_POS_PARTICLE &&
        (mh_lex_word(w->lex, x->word)->cls != MH_W_HOUR || dated(c, i)))
      return true;
    /* Ahmad is also "I praise", which reports do not say */
    const bool me = (x->feats & (MH_F_PERSON | MH_F_NUMBER)) == (MH_F_1 | MH_F_SG);
    if (pos == MH_POS_VERB && (mh_lex_word(w->lex, x->word)->n_frames ||
                               ((x->feats & MH_F_TENSE) == MH_F_IMPERFECT && !me)))
      return true;
    if (pos != MH_POS_VERB && mh_lex_word(w->lex, x->word)->n_frames &&
        pos != MH_POS_ACTIVE && pos != MH_POS_PASSIVE)
      return true;
    /* "met the president, | stressing": what he does meanwhile */
    if (pos == MH_POS_ACTIVE && x->enc == MH_ENC_ACC &&
        mh_lex_word(w->lex, x->word)->n_frames && leads_on(c, i + 1))
      return true;
    const unsigned cls = mh_lex_word(w->lex, x->word)->cls;
    if (mh_weighs(cls) || cls == MH_W_NEG || mh_mention__object(c, i, x)) return true;
    /* plurals in -at, and from the third word on verbal nouns, begin what is said */
    if (pos == MH_POS_MASDAR && ((x->feats & MH_F_NUMBER) == MH_F_PL || i >= from + 2))
      return true;
  }
  /* "strengthening the ties": what is done, not who does it */
  const unsigned pos = w->glance[i].pos, masdar = 1u << MH_POS_MASDAR;
  return i == from && (pos & masdar) && !(pos & ~(masdar | 1u << MH_POS_NOUN)) &&
         i + 1 < c->doc->n_tokens && mh_mention__article(&c->doc->tokens[i + 1]) &&
         !mh_mention__article(&c->doc->tokens[i]);
}

bool mh_mention__begins_joined(const mh_token *t)
{
  const int z = mh_key_letter(t->key, 0);
  if (t->n == 2) return false; /* bin: "son of" */
  return z == MH_L_WAW || z == MH_L_BA || z == MH_L_LAM || z == MH_L_FA;
}

/* Every reading of the token has wa-: somebody else follows. */
static bool joined_and(const chain *c)
{
  const mh_words *w = c->w;
  for (uint32_t r = 0; r < mh_words_readings(w, c->at); r++)
    if (!(mh_words_reading(w, c->at, r)->pro & MH_PRO_WA)) return false;
  return mh_words_readings(w, c->at) > 0;
}

/* bin, ibn, bint, al, wuld: the name goes on with whose son, daughter or house. */
bool mh_mention__of_house(const mh_token *t)
{
  static const uint8_t words[5][3] = {{MH_L_BA, MH_L_NUN},
                                      {MH_L_ALEF, MH_L_BA, MH_L_NUN},
                                      {MH_L_BA, MH_L_NUN, MH_L_TA},
                                      {MH_L_ALEF, MH_L_LAM},
                                      {MH_L_WAW, MH_L_LAM, MH_L_DAL}};
  static const uint8_t size[5] = {2, 3, 3, 2, 3};
  for (int k = 0; k < 5; k++) {
    int i = 0;
    while (i < size[k] && mh_key_letter(t->key, i) == words[k][i]) i++;
    if (i == size[k] && t->n >= i && t->n <= i + (k < 3)) return true; /* no "ila" */
  }
  return false;
}

/* "N. | bin Abd al-Aziz Al Saud" after a name that is known without it. */
void mh_mention__lineage(chain *c)
{
  while (mh_mention__here(c) && mh_mention__of_house(&c->doc->tokens[c->at]) &&
         c->at + 1 < c->doc->n_tokens &&
         c->doc->tokens[c->at + 1].kind == MH_TOKEN_WORD) {
    if (mh_mention__article(&c->doc->tokens[c->at]) ||
        c->doc->tokens[c->at + 1].flags & MH_TF_LINE)
      return;
    const mh_token *t = &c->doc->tokens[c->at + 1];
    /* wuld is also "was born": in, on ... */
    if (mh_key_letter(c->doc->tokens[c->at].key, 0) == MH_L_WAW &&
        (mh_words_match(c->w, c->at + 1, MH_PH_TIME) ||
         (c->w->glance[c->at + 1].pos >> MH_POS_PARTICLE & 1)))
      return;
    c->at += servant(t) && c->at + 2 < c->doc->n_tokens ? 3 : 2;
  }
}

/* A title and nothing else so far: a last name with al- may follow. */
static bool titled(const chain *c)
{
  const mh_match *m = mh_words_match(c->w, c->a.first, MH_PH_OFFICE);
  return m && m->end == c->a.office_end && c->at <= m->end + 1 &&
         mh_words_readings(c->w, c->at) == 0 &&
         strcmp(mh_lex_office(c->w->lex, m->value)->kind, "title") == 0;
}

/* A name that nobody knows may begin with what is else a joined preposition ("Fleming",
 * "Lynch"), but with wa- somebody else begins. */
bool mh_mention__foreign(const chain *c, uint32_t i)
{
  if (mh_key_letter(c->doc->tokens[i].key, 0) == MH_L_WAW ||
      !mh_mention__all_unsaid(c, i))
    return false;
  for (uint32_t m = c->w->match_first[i]; m < c->w->match_first[i + 1]; m++)
    if (c->w->matches[m].pro) return false;
  return true;
}

/* "Klaus" is written like "as Laos", which stands behind no office. */
static bool like(const mh_match *m)
{
  return m && (m->pro & MH_PRO_KA);
}

/* "the adviser of N. | for (li-) foreign affairs", "called N. | for a political solution": what
 * he is or calls for, no name. */
static bool leads_field(const chain *c)
{
  uint32_t n = 0;
  bool noun = false;
  for (uint32_t r = 0; r < mh_words_readings(c->w, c->at); r++) {
    const mh_reading *y = mh_words_reading(c->w, c->at, r);
    const unsigned pos = 1u << MH_F_POS_OF(y->feats);
    if (y->word == 0) continue;
    if (!(y->pro & MH_PRO_LI)) return false;
    noun = noun || pos & (1u << MH_POS_NOUN | 1u << MH_POS_MASDAR);
    n++;
  }
  if (n == 0 || c->a.codes.n == 0 || c->at + 1 >= c->doc->n_tokens) return false;
  return noun || mh_mention__article(&c->doc->tokens[c->at + 1]);
}

/* "N. N. | emir of N.": a word that is an office and a name, with a state behind it. */
static bool office_of_state(const chain *c)
{
  const mh_match *of = mh_mention__match(c, MH_PH_OFFICE);
  const mh_match *m = of && of->end < c->doc->n_tokens
                          ? mh_words_match(c->w, of->end, MH_PH_ACTOR)
                          : NULL;
  return m && !(of->pro & ~MH_PRO_AL) && !m->pro &&
         mh_lex_actor(c->w->lex, m->value)->kind == MH_ACTOR_STATE;
}

static bool hyphen(const mh_token *t)
{
  return t->kind == MH_TOKEN_MARK && (t->value == '-' || t->value == 0x2010);
}

/* "Jae | -in": a word that a hyphen joins to the name without a blank is part of it, whatever
 * word it is else. */
bool mh_mention__hyphened(const mh_token *t, uint32_t n, uint32_t i)
{
  return i > 0 && i + 1 < n && hyphen(&t[i]) && t[i + 1].kind == MH_TOKEN_WORD &&
         t[i - 1].at + t[i - 1].len == t[i].at && t[i].at + t[i].len == t[i + 1].at;
}

/* "N. | J. | N.": a letter with its stop between two names. */
static bool initial(const chain *c, uint32_t from)
{
  const mh_token *t = &c->doc->tokens[c->at];
  return c->at > from && t->n == 1 && c->at + 2 < c->doc->n_tokens &&
         t[1].kind == MH_TOKEN_MARK && t[1].value == '.' && t[2].kind == MH_TOKEN_WORD &&
         !(t[2].flags & MH_TF_LINE) && t[2].n > 2;
}

bool mh_mention__goes_on(const chain *c, uint32_t i)
{
  static const unsigned nouns = 1u << MH_POS_NOUN | 1u << MH_POS_MASDAR;
  const mh_match *m = mh_words_match(c->w, c->a.first, MH_PH_OFFICE);
  if (m == NULL || m->end != i || i >= c->doc->n_tokens || c->a.codes.n ||
      !(c->w->glance[i].pos & nouns) || mh_mention__given(c, i) ||
      mh_mention__article(&c->doc->tokens[i - 1]) ||
      mh_mention__article(&c->doc->tokens[i]))
    return false;
  const mh_office_row *o = mh_lex_office(c->w->lex, m->value);
  return o->level < 9 && strcmp(o->kind, "military") != 0;
}

/* "the candidate | N. N.", who is in office already: he speaks for his state; "the secretary
 * general of the party | N. N.": for the group that he is known to lead. */
static void known_candidate(chain *c, const mh_match *p)
{
  const mh_match *of = mh_words_match(c->w, c->a.office_first, MH_PH_OFFICE);
  const char *code = mh_lex_person(c->w->lex, p->value)->code;
  if (c->a.form != MH_ACTOR_OFFICIAL || of == NULL || *code == '\0') return;
  const mh_actor_row *row = mh_lex_actor_by_code(c->w->lex, code);
  const bool group = row && row->kind == MH_ACTOR_GROUP && c->a.codes.n == 1 &&
                     mh_codes_has(&c->a.codes, "OTHER");
  if (group || strcmp(mh_lex_office(c->w->lex, of->value)->kind, "candidate") == 0)
    c->a.codes.n = 0;
}

/* "the minister of N. Muhammad | al-Masri": a last name that is the adjective of a state, where
 * the state that he serves is told before. */
static bool from_state(const chain *c, uint32_t from)
{
  const mh_match *of = mh_mention__match(c, MH_PH_ADJ);
  return of && of->pro == MH_PRO_AL && of->end == c->at + 1 && c->at == from + 1 &&
         c->a.codes.n && behind_given(c, c->at);
}

/* The words of a name after an office: unknown words, then also words with al-. */
void mh_mention__name(chain *c)
{
  const uint32_t from = c->at;
  bool whole = false;
  while (c->at - from < NAME_WORDS) {
    if (c->at > from && mh_mention__hyphened(c->doc->tokens, c->doc->n_tokens, c->at)) {
      c->at += 2;
      continue;
    }
    if (!mh_mention__here(c)) break;
    if (initial(c, from)) {
      c->at += 2;
      continue;
    }
    const mh_token *t = &c->doc->tokens[c->at];
    const mh_match *p = mh_mention__match(c, MH_PH_PERSON);
    if (p && !(p->pro & ~MH_PRO_AL)) {
      known_candidate(c, p);
      mh_codes_add(&c->a.codes,
                   c->a.codes.n ? NULL : mh_lex_person(c->w->lex, p->value)->code);
      c->at = p->end;
      whole = whole || p->end > p->first + 1;
      mh_mention__lineage(c);
      continue;
    }
    /* "N. N., who is known, | a proposal": the name is told in full */
    if (whole && !mh_mention__all_unsaid(c, c->at) && !mh_mention__given(c, c->at)) break;
    if (c->at == from && (joined_and(c) || leads_field(c) || mh_mention__stays(c) ||
                          (mh_mention__article(t) && !titled(c))))
      break;
    if (c->at > from && mh_mention__of_house(t)) { /* "N. | bin N." */
      const uint32_t house = c->at;
      mh_mention__lineage(c);
      if (c->at == house) break; /* "bin" and no name behind it */
      continue;
    }
    const bool name = mh_mention__given(c, c->at) ||
                      like(mh_mention__match(c, MH_PH_ACTOR));
    if (c->at > from && !name && mh_mention__begins_joined(t) &&
        !mh_mention__foreign(c, c->at))
      break;
    if (c->at > from && office_of_state(c)) break;
    if (mh_mention__never_name(c, c->at, from) || mh_mention__visited(c)) break;
    if (!name && !mh_mention__second_half(c, c->at) && mh_mention__matter(c, c->at, from))
      break;
    if (!name && !mh_mention__second_half(c, c->at) && !from_state(c, from) &&
        (c->w->glance[c->at].kinds &
         (1u << MH_PH_ADJ | 1u << MH_PH_ACTOR | 1u << MH_PH_CAPITAL)))
      break;
    if (t->n < 2) break;
    c->at++;
  }
  if (c->at > from && c->a.person_first == c->a.person_end &&
      !mh_mention__goes_on(c, from)) {
    c->a.person_first = from;
    c->a.person_end = c->at;
  }
}
