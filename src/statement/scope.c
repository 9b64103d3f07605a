/* scope - is the report one of states at all?  A page of sport, of markets or of a city's
 * affairs is told with the same verbs as a page of politics, but nobody in it speaks for a
 * state; and who argues in a column tells of acts that were never reported.
 *
 * What speaks for states (offices, organisations, political files, the headline) is weighed
 * against what such pages talk of (data/scope-terms.tsv), and how the writer writes is
 * counted.  The weights are what parted best three hundred reports sorted by hand, half of
 * them left out of the choice.  Not here: who an actor is (actor.c), what a statement is
 * about (topic.c).
 */
#include "about.h"
#include "assembly.h"

/* ---- what speaks for states: points of a naming */
#define LEADER       3 /* a head of state or government, a minister              */
#define GROUP        3 /* an armed or political group                            */
#define ORGANISATION 2
#define INSTRUMENT   2 /* a treaty, a resolution                                 */
#define NAMED        1 /* a state, a known person, both sides                    */
#define MINISTER     3 /* up to this level an office is a leader's               */
#define IN_HEADLINE  2 /* what a term counts more in the headline                */
#define HEADLINE     4 /* an actor whom the headline names                       */
#define STRONG       2 /* weight from which a term alone shows its topic         */

/* ---- when the report is none of states */
#define AFIELD_HEADLINE 3  /* what another field's term counts more in the headline  */
#define LEAST           6  /* points that a report of states has, if it is not short */
#define SPOKESMAN       6  /* up to this level an office speaks for its state           */
#define SHORT           60 /* tokens                                                 */
#define LEAD_VERB       8  /* tokens to who acts where the report begins             */
#define AGAIN           4  /* times that a word counts                               */
#define WEIGHED         40 /* tokens: shorter texts are not                          */
#define CLEAR \
  4 /* times what speaks for others, from which a report is plainly of states */

/* ---- when it is a column; tokens that its lead has, and points of what shows it */
#define COLUMN    150 /* tokens: shorter ones are none */
#define LEAD      60
#define NO_DAY    2 /* no date in its lead                   */
#define NO_TELLER 2 /* nobody who says something in its lead */
#define NO_VERB   3 /* it does not begin with what happened  */
#define MARKS     2 /* at most, for questions and cries      */
#define VIEW      7 /* points that make a column             */
#define NEARLY    4 /* and that make it look like one        */

/* How many say something, of a thousand tokens: few in a column, many in a report. */
#define HARDLY_TOLD 4
#define SELDOM_TOLD 8
#define RETOLD      12 /* whoever tells so much of others does not speak for himself */
#define OFTEN_TOLD  15
#define ALL_TOLD    20 /* a report, however it begins */

typedef struct tally {
  uint32_t states;                 /* points of what speaks for them */
  uint32_t field[MH_SCOPE_FIELDS]; /* and of what speaks for others  */
  uint32_t headline;               /* the same, in the headline      */
} tally;

/* How the writer writes, outside of quotation marks. */
typedef struct style {
  uint32_t asks;   /* questions and cries                        */
  uint32_t quoted; /* tokens inside quotation marks              */
  uint32_t self;   /* sentences in which he speaks of himself    */
  uint32_t told;   /* actors right behind an act verb: "said N." */
  bool lead_told, lead_day, lead_verb;
} style;

static uint8_t level_of(const reader *r, const mh_actor *x)
{
  if (x->office_end <= x->office_first) return UINT8_MAX;
  const mh_match *m = mh_words_match(r->w, x->office_first, MH_PH_OFFICE);
  return m ? mh_lex_office(r->lex, m->value)->level : UINT8_MAX;
}

/* "The council of ministers approved": what a whole government decides is a state's affair, be
 * it schools or shops; where others only cite what it decided, it is not. */
static bool governs(const reader *r, const mh_actor *x)
{
  if (x->first == 0 || !(r->w->glance[x->first - 1].acts >> MH_POS_VERB & 1))
    return false;
  const mh_match *m = mh_words_match(r->w, x->first, MH_PH_ORGAN);
  return m && m->end > x->first + 1 &&
         strcmp(mh_lex_organ(r->lex, m->value)->kind, "government") == 0;
}

static uint32_t points_of(const reader *r, const mh_actor *x)
{
  const mh_actor_row *a = NULL;
  switch ((mh_actor_form)x->form) {
  case MH_ACTOR_OFFICIAL: return x->codes.n && level_of(r, x) <= MINISTER ? LEADER : 0;
  case MH_ACTOR_NAME:
    a = x->codes.n ? mh_lex_actor_by_code(r->lex, x->codes.at[0]) : NULL;
    if (a == NULL) return 0;
    return a->kind == MH_ACTOR_STATE ? NAMED
           : a->kind == MH_ACTOR_ORG ? ORGANISATION
                                     : GROUP;
  case MH_ACTOR_PERSON: return NAMED;
  case MH_ACTOR_ROLE:
    return x->role == MH_ROLE_BOTH || x->role == MH_ROLE_COUNTERPART ||
                   x->role == MH_ROLE_MINISTERS
               ? NAMED
               : 0;
  case MH_ACTOR_ORGAN:
    if (governs(r, x)) return x->first < LEAD_VERB ? LEAST : LEADER;
    return mh_statement__assembly_name(r, x) ? ORGANISATION : 0;
  case MH_ACTOR_CAPITAL: break;
  }
  return 0;
}

#define PLACES 251 /* a prime: the letters of a key are packed in bits */

/* How often the word that a term begins with has counted; words that share a place share it. */
typedef struct often {
  uint8_t n[PLACES];
} often;

/* The terms of a text; those that stand in an actor's name say nothing ("the university" is
 * also the League).  A word that is said again and again is one thing that is told of. */
static void terms(tally *t, const reader *r, const mh_words *w, bool headline)
{
  often times = {{0}};
  uint32_t next = 0;
  for (uint32_t i = 0; i < w->n_matches; i++) {
    const mh_match *m = &w->matches[i];
    const uint32_t of = m->value & 0xFFFF, weight = m->value >> 16;
    const bool political = (m->kind == MH_PH_TOPIC) & (weight >= STRONG) &
                           (MH_POLITICAL >> (of & 63) & 1); /* without a branch */
    t->states += political * (headline ? IN_HEADLINE * 3 : weight);
    if (m->kind != MH_PH_SCOPE || m->first < next) continue;
    if (!headline && r->m->actor_of[m->first] >= 0) continue;
    next = m->end;
    const mh_key key = tok(r, m->first)->key;
    uint8_t *said = headline ? NULL : &times.n[(key.lo ^ key.hi) % PLACES];
    if (said && *said == AGAIN) continue;
    if (said) ++*said;
    if (headline)
      t->headline += weight;
    else
      t->field[of] += weight;
  }
}

/* What speaks for other fields: the two that most is told of, for in a report of states many
 * may be named once, and half of the rest. */
static uint32_t afield(const tally *t)
{
  uint32_t most = 0, next = 0, all = 0;
  for (int i = 0; i < MH_SCOPE_ESSAY; i++) {
    all += t->field[i];
    if (t->field[i] > most)
      next = most, most = t->field[i];
    else if (t->field[i] > next)
      next = t->field[i];
  }
  return most + next + (all - most - next) / 2 + AFIELD_HEADLINE * t->headline;
}

/* Does the writer speak of himself in the sentence? */
static bool of_himself(const reader *r, const mh_sentence *s)
{
  for (uint32_t i = s->first; i < s->end; i++) {
    if (!r->w->glance[i].me || r->quoted[i]) continue;
    if ((tok(r, i)->flags & MH_TF_HAMZA_UP) && r->cls[i] == MH_W_NONE &&
        r->m->actor_of[i] < 0)
      return true;
  }
  return false;
}

/* Does the body begin with what happened: a finite verb in the perfect? */
static bool begins_with_verb(const reader *r)
{
  uint32_t s = 0;
  while (s < r->doc->n_sentences &&
         (r->doc->sentences[s].heading ||
          r->doc->sentences[s].end - r->doc->sentences[s].first < 12))
    s++; /* a dateline, a byline */
  if (s == r->doc->n_sentences) return true;
  const uint32_t i = r->doc->sentences[s].first;
  for (uint32_t k = 0; r->cls[i] == MH_W_NONE && k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word && MH_F_POS_OF(y->feats) == MH_POS_VERB &&
        (y->feats & (MH_F_TENSE | MH_F_PERSON)) == (MH_F_PERFECT | MH_F_3))
      return true;
  }
  return false;
}

/* How much shows that it is a column: VIEW points and more do.  A report begins with what happened, when, and who says so; and goes on to
 * tell who said what. */
static int column(const reader *r, const style *s, const tally *t)
{
  const uint32_t n = r->doc->n_tokens, told = s->told * 1000;
  if (n < COLUMN || mh_statement__resolution(r)) return 0;
  int points = 0;
  if (!s->lead_day) points += NO_DAY;
  if (!s->lead_told) points += NO_TELLER;
  if (!s->lead_verb) points += NO_VERB;
  points += s->asks < MARKS ? (int)s->asks : MARKS;
  points += t->field[MH_SCOPE_ESSAY] >= 2;
  points += told < HARDLY_TOLD * n   ? 2
            : told < SELDOM_TOLD * n ? 1
            : told < OFTEN_TOLD * n  ? 0
            : told < ALL_TOLD * n    ? -1
                                     : -3;
  /* how much is quoted, in hundredths */
  points += s->quoted * 100 < 6 * n ? 1 : s->quoted * 100 >= 12 * n ? -1 : 0;
  return points;
}

static bool said_by(const reader *r, const mh_actor *x)
{
  return x->first && x->form != MH_ACTOR_CAPITAL && !r->quoted[x->first] &&
         (r->w->glance[x->first - 1].acts >> MH_POS_VERB & 1) &&
         r->cls[x->first - 1] == MH_W_NONE;
}

static style style_of(const reader *r)
{
  style s = {.asks = r->asks, .quoted = r->n_quoted, .lead_verb = begins_with_verb(r)};
  for (uint32_t i = 0; i < r->doc->n_sentences; i++)
    s.self += of_himself(r, &r->doc->sentences[i]);
  for (uint32_t i = 0; i < r->m->n_actors; i++) {
    if (!said_by(r, &r->m->actors[i])) continue;
    s.told++;
    s.lead_told = s.lead_told || r->m->actors[i].first < LEAD;
  }
  s.lead_day = r->m->whens.n && r->m->whens.at[0].first < LEAD;
  return s;
}

/* "the Saudi-Indian council": the adjectives of two states side by side. */
static uint32_t side_by_side(const mh_words *w)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < w->n_matches; i++) {
    const mh_match *m = &w->matches[i];
    const mh_match *y = m->kind == MH_PH_ADJ ? mh_words_match(w, m->end, MH_PH_ADJ)
                                             : NULL;
    n += y && !(y->pro & ~MH_PRO_AL) && y->value != m->value;
  }
  return n;
}

static tally weigh(const reader *r)
{
  tally t = {.states = INSTRUMENT * r->m->n_instruments};
  for (uint32_t i = 0; i < r->m->n_actors; i++)
    t.states += points_of(r, &r->m->actors[i]);
  t.states += LEADER * side_by_side(r->w);
  terms(&t, r, r->w, false);
  if (r->headline && r->headline->w) terms(&t, r, r->headline->w, true);
  if (r->title) t.states += HEADLINE * r->title->n;
  return t;
}

mh_status mh_statement__scope(reader *r)
{
  const uint32_t n = r->doc->n_tokens;
  const tally t = weigh(r);
  const uint32_t others = afield(&t);
  const bool poor = t.states < LEAST && n >= SHORT;
  r->scope = SCOPE_NOTHING; /* more than half of what is printed */
  if (n >= WEIGHED && (poor || 2 * t.states < others)) return MH_OK;
  r->scope = SCOPE_STATES;
  MH_TRY(mh_statement__prepare(r));
  const style s = style_of(r);
  /* two sentences or more, and not only a few of many */
  r->opinion = s.self >= 2 && s.self * 12 >= r->doc->n_sentences &&
               s.told * 1000 < RETOLD * n;
  if (n < WEIGHED) return MH_OK;
  const int view = column(r, &s, &t);
  r->mixed = t.states < CLEAR * others;
  r->viewed = r->opinion || view >= NEARLY;
  r->scope = t.states < others            ? SCOPE_AFIELD
             : r->opinion || view >= VIEW ? SCOPE_VIEW
             : 2 * t.states < 3 * others  ? SCOPE_DOUBT
                                          : SCOPE_STATES;
  return MH_OK;
}

/* Does the actor plainly speak for a state, an organisation or a group? */
static bool plainly(const reader *r, const subject *w)
{
  if (w->first < 0 || w->unresolved || w->nobody || w->codes.n == 0) return false;
  const mh_actor *x = &r->m->actors[w->first];
  if (x->form == MH_ACTOR_ORGAN) return true; /* or told before with its state */
  if (x->form == MH_ACTOR_OFFICIAL)
    return x->codes.n && (level_of(r, x) <= SPOKESMAN || x->person_end > x->person_first);
  return x->form != MH_ACTOR_CAPITAL;
}

void mh_statement__plain(reader *r, act *x)
{
  if (!x->who.carried && x->who.first >= 0) r->plain = plainly(r, &x->who);
  x->plain = r->plain;
}

/* Words that somebody said, or what a light verb lets an act noun tell ("voiced his regret"). */
static bool said(const act *x)
{
  return x->takes == LED_THAT || x->takes == LED_QUOTE || x->tells ||
         (x->inner && x->kind == MH_FRAME_LIGHT);
}

bool mh_statement__admitted(const reader *r, const act *x, const topics *t)
{
  switch (r->scope) {
  case SCOPE_STATES: return true;
  case SCOPE_DOUBT: return x->plain;
  case SCOPE_VIEW:
    return x->plain && !x->who.carried && x->form == ACT_VERB &&
           (x->feats & MH_F_TENSE) == MH_F_PERFECT && said(x);
  case SCOPE_AFIELD: break;
  case SCOPE_NOTHING: return false;
  }
  return x->plain && (t->political || t->countries);
}
