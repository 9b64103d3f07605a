/* What topic.c finds in a stretch of text, for weigh.c, which holds it against what the
 * report says elsewhere. */
#ifndef MH_STATEMENT_WEIGH_H
#define MH_STATEMENT_WEIGH_H

#include "about.h"
#include "about.h"
#include "inside.h"

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

/* ---- row.c */

/* Is the state at m one of several that content [first, end) of x tells off, none of them the
 * matter? */
bool mh_statement__in_row(const reader *r, const mh_match *m, uint32_t first,
                          uint32_t end, const act *x);

/* Does the name of a state at m only tell where? */
bool mh_statement__setting_place(const reader *r, const mh_match *m, uint32_t first,
                                 uint32_t end);

#endif
