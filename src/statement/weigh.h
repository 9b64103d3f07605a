/* What topic.c finds in a stretch of text, for weigh.c and weigh_states.c, which hold it against
 * what the report says elsewhere. */
#ifndef MH_STATEMENT_WEIGH_H
#define MH_STATEMENT_WEIGH_H

#include <string.h>

#include "about.h"
#include "inside.h"
#include "word_points.h"

/* How a word stands in the stretch; a term's points are its weight (1 to 3) times
 * this. */
enum { MAIN = 4, UNDER = 3, ASIDE = 2 };
#define STRONG 2 /* weight from which a term alone shows its topic */

/* What happens at a place, so that the place is its file: an attack "in Stockholm",
 * but not an agreement. */
#define MH_EVENTS                                                         \
  (MH_BIT(MH_TOPIC_ARMED_CONFLICT) | MH_BIT(MH_TOPIC_COUNTER_TERRORISM) | \
   MH_BIT(MH_TOPIC_HUMAN_RIGHTS) | MH_BIT(MH_TOPIC_LAW_ENFORCEMENT) |     \
   MH_BIT(MH_TOPIC_RELIGION) | MH_BIT(MH_TOPIC_GOVERNANCE) |              \
   MH_BIT(MH_TOPIC_HUMANITARIAN_AID) | MH_BIT(MH_TOPIC_HEALTH))

typedef struct votes {
  uint8_t weight[MH_TOPIC_COUNT]; /* strongest term         */
  uint8_t points[MH_TOPIC_COUNT]; /* the most a term counts */
  uint32_t at[MH_TOPIC_COUNT];    /* where it came first    */
  uint64_t any;                   /* topics that have a term of weight */
  uint64_t strong;                /* topics of strong terms */
  uint64_t head;                  /* of those, that stand as MAIN */
  int main;                       /* the report's topic beyond doubt, -1 none */
  bool hostile;                   /* the report's two are at odds */
  bool whole;                     /* all that is put out: what goes on counts too */
  uint8_t faint; /* the topic of the first word of no weight, from 1 on */
} votes;

/* How the words stand as one walks along them. */
typedef struct stand {
  uint32_t until; /* an aside's end          */
  uint8_t level;
  uint8_t back; /* the level after the aside */
} stand;
void mh_statement__step(const reader *r, uint32_t first, uint32_t i, stand *s);

/* The terms of a stretch: sets the votes' weights, points, places. */
void mh_statement__vote(reader *r, uint32_t first, uint32_t end, votes *v);

/* Are these one term, of peace of whoever and of that of the Middle East? */
static inline bool mh_statement__peace(const mh_match *x, const mh_match *y)
{
  if (x->kind != MH_PH_TOPIC || y->kind != MH_PH_TOPIC || x->first != y->first ||
      x->value >> 16 < STRONG || y->value >> 16 < STRONG)
    return false;
  const uint32_t a = x->value & 0xFFFF, b = y->value & 0xFFFF;
  return x->end == y->end &&
         (a == MH_TOPIC_PEACE_PROCESS || b == MH_TOPIC_PEACE_PROCESS) &&
         (a == MH_TOPIC_POLITICAL_SETTLEMENT || b == MH_TOPIC_POLITICAL_SETTLEMENT);
}

/* ---- what topics and states are weighed by alike */

#define REACH 40 /* tokens before the content that tell what is spoken of               */
#define LATE  12 /* tokens into the content from which a term or a name comes late      */
#define SOME  4  /* points from which something is told of in a report, not once only   */

/* ---- the grounds of states: weigh_states.c */

enum {
  L_START,
  L_RULES,
  L_RULES_BYWORD,
  L_INSIDE,
  L_NAMED,
  L_MAIN,
  L_TENTH,
  L_QUARTER,
  L_QUARTER_ALONE,
  L_BEFORE,
  L_BEFORE_ALONE,
  L_EARLY,
  L_JUST,
  L_MOST,
  L_PARTY,
  L_LOCAL,
  L_TWICE,
  L_CAPITAL,
  L_BYWORD,
  L_LATE,
  L_WITH,
  L_PRAISED,
  L_NOBODY,
  L_PLACE,
  L_MATTER,
  L_MATTER_ALONE,
  L_MATTER_MOST,
  L_MATTER_MOST_ALONE,
  L_BEFORE_MOST,
  L_OTHER,
  L_GROUNDS
};

/* The bit of ground g where it holds. */
static inline uint32_t mh_ground_when(int g, bool holds)
{
  return holds ? 1u << g : 0;
}

/* What is known of a statement before its files are weighed. */
typedef struct scales {
  const act *x;
  const mh_statement *before; /* the statement put out before, NULL none       */
  bool near;                  /* in this paragraph                             */
  votes v;                    /* the terms of the content                      */
  uint64_t rules;             /* the topics that the rules give                */
  uint64_t told;              /* those of the statement before                 */
  uint64_t just;              /* those named just before the content           */
  uint64_t once, twice;       /* those named in the content: at all, more often */
  uint32_t begin, end;        /* the content                                   */
  word_points words;          /* what its words say                            */
  uint32_t most_land;         /* points of the state that the report tells most of */
  uint32_t first;             /* where its first term stands                   */
  uint8_t best;               /* the points of its best                        */
  uint8_t n_strong;           /* how many have strong terms                    */
  bool discussed, praised, met;
} scales;

/* A state whose file it may be. */
typedef struct candidate {
  const char *code;
  uint32_t at;     /* where the content names it first, NO_TOKEN nowhere */
  uint32_t points; /* of all in the report                               */
  uint32_t matter; /* those of them that name nobody who acts            */
  uint8_t times;   /* how often the content does                         */
  bool rules, before, just, early, party;
  bool main;    /* named at the content's head          */
  bool inside;  /* "in X"                               */
  bool with;    /* "with X"                             */
  bool capital; /* named by nothing but its capital     */
  bool place;   /* a place in it is named               */
} candidate;

#define STATES (MH_LANDS_MAX + MH_CODES_MAX)
typedef struct candidates {
  candidate at[STATES];
  uint32_t n, named; /* named: how many the content names */
  bool met;          /* it tells of a meeting              */
} candidates;

/* All states that might be meant by what is said in [first, end): named in it, given by the
 * rules in t, told of before, or told of much in the report. */
void mh_statement__weighed_states(reader *r, uint32_t first, uint32_t end,
                                  const scales *s, const topics *t, candidates *all);

/* Sets s->most_land: the most that the report tells of a state that is not who speaks. */
void mh_statement__most_told_state(const context *c, scales *s);

/* The grounds that hold for one of them, a set of L_. */
uint32_t mh_statement__grounds_of_state(const reader *r, const scales *s,
                                        const candidates *all, const candidate *one,
                                        uint32_t first);

/* The code in "country:X"; NULL of a topic. */
static inline const char *mh_statement__state_of(const char *id)
{
  return strncmp(id, "country:", 8) == 0 ? id + 8 : NULL;
}

/* ---- whereof.c */

/* Does the name of a state at m, in content [first, end), only say whose or of where something
 * is: "dollar | American", "the summit of | Helsinki"? */
bool mh_statement__only_whose(const reader *r, const mh_match *m, uint32_t first,
                              uint32_t end);

/* Is the state one that speaks, or that a group speaks for which does? */
bool mh_statement__own_land(const reader *r, const act *x, const char *code);

/* ---- row.c */

/* Is the state at m one of several that content [first, end) of x tells off, none of them the
 * matter? */
bool mh_statement__in_row(const reader *r, const mh_match *m, uint32_t first,
                          uint32_t end, const act *x);

/* Does the name of a state at m only tell where? */
bool mh_statement__setting_place(const reader *r, const mh_match *m, uint32_t first,
                                 uint32_t end);

#endif
