/* adjectives - where a content begins behind what is told of who acts and is no part of his
 * office: adjectives ("rejected the court | the supreme the plan", "accused the government | the
 * legitimate, on Friday, the militias of") or his name ("deplored the consul in N. | N. N. the
 * attack"); and behind the adjectives and participles of a meeting or paper in which he acts
 * ("affirmed in its session | the weekly the need", "in the statement | issued in N. the attack").
 *
 * Without them the act would have the adjective, or him, for its object.  Where a content begins else is
 * complement.c's.
 */
#include "content.h"

#define NOUNS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)

#define ABOUT 4 /* tokens from a meeting to who hosts it */
#define NEAR  8 /* tokens from such an adjective to the content */
#define LEAST 6 /* letters of one, article and all              */
#define POST  8 /* tokens from his office to his name           */
#define NAME  5 /* tokens of a name at most                     */

/* "the parties | at war in", "the summit | held in": what describes a woman, a body or many
 * things, and is no noun, may lead on. */
static bool leads_on(const reader *r, uint32_t i)
{
  const unsigned pos = r->w->glance[i].pos;
  return pos &&
         !(pos & ~(1u << MH_POS_ADJ | 1u << MH_POS_ACTIVE | 1u << MH_POS_PASSIVE)) &&
         (tok(r, i)->flags & MH_TF_MARBUTA);
}

/* Does a noun or a name of its own begin at i, or a phrase that i leads ("those loyal | to")? */
static bool somebody(const reader *r, uint32_t i)
{
  const mh_match *of = mh_words_match(r->w, i, MH_PH_OFFICE);
  if (r->m->actor_at[i] >= 0 || (of && of->end > i + 1)) return true;
  const unsigned pos = r->w->glance[i].pos;
  if (i + 1 >= r->doc->n_tokens || (pos >> MH_POS_ADJ & 1) || leads_on(r, i))
    return false;
  const unsigned joined = mh_statement__joined(r, i + 1);
  return tok(r, i + 1)->kind == MH_TOKEN_NUMBER || (joined & MH_PRO_BI) ||
         (pos && (joined || r->cls[i + 1] == MH_W_PREP));
}

/* What the lexicon has as an adjective and nothing else (or as more, where what describes is
 * plainly over), or does not have and that ends as relational ones do. */
static bool adjective(const reader *r, uint32_t i)
{
  const unsigned only = 1u << MH_POS_ADJ | 1u << MH_POS_ACTIVE | 1u << MH_POS_PASSIVE;
  const mh_token *t = tok(r, i);
  const unsigned pos = r->w->glance[i].pos;
  const int z = mh_statement__letter_back(t, 0), y = mh_statement__letter_back(t, 1);
  /* "the donors | the Western": in the nominative it is nobody's object */
  if (z == MH_L_NUN && y == MH_L_WAW) return pos == 0 || (pos & only);
  if ((z == MH_L_NUN && y == MH_L_YA) || (z == MH_L_TA && y == MH_L_ALEF))
    return false; /* several of them are people */
  if (pos == 0) return z == MH_L_YA || (z == MH_L_HA && y == MH_L_YA);
  const bool over = i + 1 < r->doc->n_tokens &&
                    (mh_statement__comma(r, i + 1) || r->m->when_at[i + 1] >= 0);
  return !(pos & ~only) || (over && (pos >> MH_POS_ADJ & 1));
}

/* Several men, as who acts: they are no object, whatever they lead on to. */
static bool nominative(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return mh_statement__letter_back(t, 0) == MH_L_NUN &&
         mh_statement__letter_back(t, 1) == MH_L_WAW && r->m->actor_at[i] < 0;
}

/* A word with the article behind another that has it. */
static bool behind_definite(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return t->kind == MH_TOKEN_WORD && t->n >= LEAST && r->cls[i] == MH_W_NONE &&
         r->m->when_at[i] < 0 && mh_statement__article(r, i) &&
         mh_statement__article(r, i - 1) && !mh_statement__and(r, i);
}

/* Is token i an adjective with the article, of a definite word before it? */
static bool describes(const reader *r, uint32_t i)
{
  return behind_definite(r, i) && adjective(r, i) &&
         (nominative(r, i) || !somebody(r, i));
}

/* May it be one, though it may be a noun as well? */
static bool may_describe(const reader *r, uint32_t i)
{
  const unsigned pos = r->w->glance[i].pos;
  return behind_definite(r, i) && r->m->actor_at[i] < 0 &&
         (pos == 0 ||
          (pos & (1u << MH_POS_ADJ | 1u << MH_POS_ACTIVE | 1u << MH_POS_PASSIVE)));
}

/* "the militias | that back (the) the regime, | that": what may describe who acts does so, where a comma
 * and a "that" follow; *x is set to that. */
static bool that_behind(const reader *r, act *x, uint32_t i, uint32_t end)
{
  act y = *x;
  const uint32_t from = i;
  while (i + 1 < end && may_describe(r, i)) i++;
  if (i == from || !mh_statement__complement_at(r, &y, i, end) || y.takes != LED_THAT ||
      y.content <= i || !mh_statement__comma(r, y.content - 1) ||
      mh_key_letter(tok(r, y.content)->key, 0) == MH_L_WAW)
    return false;
  *x = y;
  return true;
}

/* "the authorities of security | of the Kingdom": a state's name, or the adjective of its women,
 * behind one more that is written so. */
static bool of_state(const reader *r, uint32_t i)
{
  const int32_t at = r->m->actor_at[i];
  const mh_actor *a = at >= 0 ? &r->m->actors[at] : NULL;
  return a && a->form == MH_ACTOR_NAME && a->end == i + 1 && a->codes.n == 1 &&
         (tok(r, i)->flags & MH_TF_MARBUTA) && mh_statement__article(r, i) &&
         mh_statement__article(r, i - 1) && (tok(r, i - 1)->flags & MH_TF_MARBUTA) &&
         !mh_statement__and(r, i);
}

/* "the Western states | the three": how many they are. */
static bool so_many(const reader *r, uint32_t i)
{
  return mh_statement__article(r, i) && mh_statement__article(r, i - 1) &&
         mh_words_match(r->w, i, MH_PH_NUMBER) && !mh_statement__and(r, i) &&
         r->m->when_at[i] < 0;
}

static bool clause(const act *x)
{
  return x->takes == LED_THAT || x->takes == LED_QUOTE;
}

/* May token i be of a person's name: one that nobody knows, or is only written like a verb, or a
 * given name? */
static bool of_name(const reader *r, uint32_t i)
{
  return tok(r, i)->kind == MH_TOKEN_WORD && r->cls[i] == MH_W_NONE &&
         r->m->actor_at[i] < 0 && r->m->when_at[i] < 0 &&
         !mh_words_match(r->w, i, MH_PH_PLACE) &&
         (r->w->glance[i].pos == 0 || mh_lex_given_name(r->lex, tok(r, i)->key) ||
          (r->w->glance[i].pos == 1u << MH_POS_VERB && !r->w->glance[i].acts));
}

/* Past the name of two words and more that stands at i; i where none does. */
static uint32_t past_name(const reader *r, uint32_t i, uint32_t end)
{
  uint32_t k = i;
  if (i >= end || mh_statement__article(r, i)) return i;
  while (k < end && k < i + NAME && of_name(r, k)) k++;
  return k > i + 1 ? k : i;
}

/* Is the noun with the article, or of a deed, at i an object of its own, no office or adjective
 * of whose name ends right before it? */
static bool object_at(const reader *r, uint32_t i)
{
  const unsigned pos = r->w->glance[i].pos;
  if (tok(r, i)->kind != MH_TOKEN_WORD || r->cls[i] != MH_W_NONE ||
      r->m->actor_at[i] >= 0 || mh_words_match(r->w, i, MH_PH_OFFICE) ||
      tok(r, i)->flags & MH_TF_TANWIN)
    return false;
  const mh_reading *n = mh_statement__reading(
      r, i, 1u << MH_POS_NOUN | 1u << MH_POS_MASDAR, false);
  return n && n->enc != MH_ENC_ACC && !(pos >> MH_POS_ACTIVE & 1) &&
         !(pos >> MH_POS_ADJ & 1);
}

/* "deplored the consul in N. | N. N. | the attack": where the object of x begins behind the name
 * of who does, whose office was told without it; else its content. */
static uint32_t behind_name(const reader *r, const act *x, uint32_t from, uint32_t end)
{
  const mh_actor *a = x->who.first >= 0 ? &r->m->actors[x->who.last] : NULL;
  if (a == NULL || a->form != MH_ACTOR_OFFICIAL || a->person_end > a->person_first ||
      x->takes != LED_OBJECT || x->act == MH_ACT_MEET || x->content < from ||
      x->content > from + POST || from <= x->word)
    return x->content;
  for (uint32_t k = from; k < x->content; k++)
    if (tok(r, k)->kind == MH_TOKEN_MARK) return x->content;
  const uint32_t k = past_name(r, x->content, end);
  return k > x->content && k < end && object_at(r, k) ? k : x->content;
}

/* A noun, without a pronoun. */
static bool noun(const reader *r, uint32_t i)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if ((NOUNS >> MH_F_POS_OF(y->feats) & 1) && y->enc == MH_ENC_NONE) return true;
  }
  return false;
}

/* Is token i, which no article begins, an adjective of the indefinite noun before it ("in a
 * meeting | extraordinary")? */
static bool bare_adjective(const reader *r, uint32_t i)
{
  const unsigned adj = 1u << MH_POS_ADJ | 1u << MH_POS_ACTIVE | 1u << MH_POS_PASSIVE;
  const unsigned pos = r->w->glance[i].pos;
  return tok(r, i)->kind == MH_TOKEN_WORD && r->cls[i] == MH_W_NONE &&
         r->m->actor_at[i] < 0 && r->m->when_at[i] < 0 && !mh_statement__joined(r, i) &&
         !mh_statement__and(r, i) && !(tok(r, i)->flags & MH_TF_TANWIN) &&
         !(pos >> MH_POS_VERB & 1) && !((pos & NOUNS) && !(pos & adj)) &&
         (mh_statement__relational(r, i) || ((pos & adj) && !noun(r, i)));
}

/* "parties | principal, of them N.", "groups | concerned with": one more adjective of some who
 * act, behind one that is of them. */
static bool of_some(const reader *r, uint32_t i)
{
  const int32_t a = r->m->actor_of[i - 1];
  return !mh_statement__article(r, i - 1) && mh_statement__relational(r, i - 1) &&
         (a < 0 || r->m->actors[a].first + 1 < i) &&
         (tok(r, i)->flags & tok(r, i - 1)->flags & MH_TF_MARBUTA) &&
         !mh_statement__article(r, i) && bare_adjective(r, i);
}

/* Letters of bin, "son of". */
static bool son_of(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return t->n == 2 && mh_key_letter(t->key, 0) == MH_L_BA &&
         mh_key_letter(t->key, 1) == MH_L_NUN;
}

/* "discussed the governor of N., | N. bin N., | with": past the name, between two commas, of whom
 * only the office was told; else token `from`. */
static uint32_t past_named(const reader *r, const act *x, uint32_t from, uint32_t end)
{
  const mh_actor *a = x->who.first >= 0 ? &r->m->actors[x->who.last] : NULL;
  if (a == NULL || a->form != MH_ACTOR_OFFICIAL || a->person_end > a->person_first ||
      x->frames[0].act == MH_ACT_MEET || from + 3 >= end || !mh_statement__comma(r, from))
    return from;
  uint32_t k = from + 1;
  while (k < end && k <= from + 2 * NAME &&
         (of_name(r, k) || son_of(r, k) || son_of(r, k - 1)))
    k++;
  return k > from + 2 && k + 1 < end && mh_statement__comma(r, k) ? k : from;
}

/* "called N. | and a number of states of N. for", "warned N. | and some of its neighbours of": past who acts
 * beside the one that is named, whom no actor stands for; else token `from`. */
static uint32_t past_others(const reader *r, const act *x, uint32_t from, uint32_t end)
{
  if (from + 3 >= end || x->frames[0].act == MH_ACT_MEET ||
      tok(r, from)->kind != MH_TOKEN_WORD || r->m->actor_of[from] >= 0 ||
      !mh_statement__and(r, from))
    return from;
  uint32_t k = from + width(r, from);
  if (k >= end) return from;
  if (mh_statement__prep(r, k) == MH_TAKES_MIN && !mh_statement__pronoun(r, k))
    k++;
  else if (r->cls[from] != MH_W_DET)
    return from;
  uint32_t z = mh_statement__known_phrase(r, k);
  while (z > k && z < end && r->m->actor_of[z - 1] < 0 &&
         !mh_statement__article(r, z - 1))
    k = z, z = mh_statement__known_phrase(r, k); /* "people | of the district of N." */
  return z > k && z < end && !behind_definite(r, z) ? z : from;
}

bool mh_statement__behind_adjectives(const reader *r, act *x, uint32_t from, uint32_t end)
{
  if (x->who.first >= 0 && x->who.end == from && from > x->word) {
    const uint32_t past = past_named(r, x, past_others(r, x, from, end), end);
    act y = *x;
    if (past > from && mh_statement__complement_at(r, &y, past, end)) return *x = y, true;
  }
  const bool his = x->who.first >= 0 && x->who.end == from && from > x->word;
  act y = *x, z = *x;
  const bool ok = mh_statement__complement_at(r, x, from, end);
  uint32_t i = from;
  while (his && i + 1 < end &&
         (describes(r, i) || of_state(r, i) || so_many(r, i) || of_some(r, i)))
    i++;
  if (his && !(ok && clause(x)) && that_behind(r, &z, i, end)) return *x = z, true;
  if (ok && i == from) {
    const uint32_t object = behind_name(r, x, from, end);
    if (object > x->content && mh_statement__complement_at(r, &y, object, end) &&
        y.content == object)
      *x = y;
    return ok;
  }
  if (i == from || !mh_statement__complement_at(r, &y, i, end)) return ok;
  const bool near = y.content <= i + NEAR || mh_statement__comma(r, y.content - 1);
  const bool taken = !ok || (x->content >= from && x->content < i && !clause(x));
  if (!clause(&y) && !(taken && near)) return ok;
  *x = y;
  return true;
}

/* Does the word at i only say how a meeting was ("historic"), or may it be a thing of its own? */
static bool only_describes(const reader *r, uint32_t i)
{
  const unsigned nouns = 1u << MH_POS_MASDAR | 1u << MH_POS_NOUN;
  if (!(r->w->glance[i].pos & nouns)) return true;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word && (nouns >> MH_F_POS_OF(y->feats) & 1) &&
        mh_lex_word(r->lex, y->word)->cls != MH_W_GOOD)
      return false;
  }
  return mh_statement__relational(r, i);
}

/* A relational adjective with the article that the lexicon does not have: "(the) weekly". */
static bool unknown_adjective(const reader *r, uint32_t i)
{
  return r->w->glance[i].pos == 0 && mh_statement__article(r, i) &&
         mh_statement__relational(r, i);
}

uint32_t mh_statement__past_adjectives(const reader *r, uint32_t k, uint32_t stop)
{
  if (!mh_words_match(r->w, k - 1, MH_PH_MEETING)) return k;
  /* "during the opening of | the conference" */
  if (k + 1 < stop && r->cls[k - 1] == MH_W_NONE && !mh_statement__article(r, k - 1) &&
      !mh_statement__pronoun(r, k - 1) && mh_statement__has_al(r, k) &&
      mh_words_match(r->w, k, MH_PH_MEETING))
    k++;
  bool definite = mh_statement__article(r, k - 1) || mh_statement__pronoun(r, k - 1);
  while (k < stop && definite && r->cls[k] == MH_W_NONE && r->m->actor_at[k] < 0 &&
         (mh_statement__has_al(r, k) ? only_describes(r, k) : unknown_adjective(r, k)))
    definite = mh_statement__article(r, k++);
  while (k + 1 < stop && !mh_statement__article(r, k - 1) &&
         !mh_statement__pronoun(r, k - 1) && !mh_statement__article(r, k) &&
         bare_adjective(r, k))
    k++;
  return k;
}

bool mh_statement__a_document(const reader *r, uint32_t i)
{
  const int32_t a = r->m->actor_at[i];
  return a >= 0 && r->m->actors[a].form == MH_ACTOR_ROLE &&
         r->m->actors[a].role == MH_ROLE_DOCUMENT;
}

/* Does a meeting, or a paper that an actor's role tells of behind "in", end right before token i,
 * but for adjectives of it? */
static bool behind_event(const reader *r, uint32_t i)
{
  for (uint32_t k = i, n = 0; k-- > 0 && n < 3; n++) {
    const int32_t a = r->m->actor_of[k];
    if (a >= 0) {
      const mh_actor *y = &r->m->actors[a];
      return y->form == MH_ACTOR_ROLE && (y->role == MH_ROLE_DOCUMENT || y->paper) &&
             y->first > 0 && mh_statement__prep(r, y->first - 1) == MH_TAKES_FI;
    }
    if (mh_words_match(r->w, k, MH_PH_MEETING)) return true;
    if (!mh_statement__article(r, k)) return false;
  }
  return false;
}

bool mh_statement__held_or_issued(const reader *r, uint32_t i, uint32_t end)
{
  const unsigned participle = 1u << MH_POS_ACTIVE | 1u << MH_POS_PASSIVE;
  if (i == 0 || i + 1 >= end || !(r->w->glance[i].pos & participle) ||
      !mh_statement__article(r, i) || mh_statement__and(r, i))
    return false;
  const bool led = r->cls[i + 1] == MH_W_PREP || r->m->when_at[i + 1] >= 0 ||
                   mh_statement__joined(r, i + 1) == MH_PRO_BI;
  return led && behind_event(r, i);
}

bool mh_statement__hosts(const reader *r, const mh_reading *v, uint32_t i, uint32_t from)
{
  if ((v->feats & MH_F_TENSE) != MH_F_IMPERFECT || (r->w->glance[i].pos & NOUNS))
    return false;
  for (uint32_t k = i; k-- > from && i - k <= ABOUT;) {
    const mh_match *m = mh_words_match(r->w, k, MH_PH_MEETING);
    if (m) return m->enc == MH_ENC_NONE && !mh_statement__article(r, k);
    if (tok(r, k)->kind != MH_TOKEN_WORD) return false;
  }
  return false;
}

bool mh_statement__this_deed(const reader *r, uint32_t i, uint32_t from, uint32_t end)
{
  const int z = mh_key_letter(tok(r, i)->key, 0); /* "with this", "for this" */
  if (r->cls[i] != MH_W_DEM || mh_statement__and(r, i) || i <= from || i + 1 >= end ||
      z == MH_L_BA || z == MH_L_LAM || z == MH_L_KAF || !mh_statement__article(r, i + 1))
    return false;
  const int32_t a = r->m->actor_of[i - 1];
  return a >= 0 ? r->m->actors[a].end == i
                : r->cls[i - 1] == MH_W_NONE && (mh_statement__article(r, i - 1) ||
                                                 mh_statement__behind_date(r, i, from));
}
