/* What the files on what a statement is about share: its topics and states, what the report as a
 * whole is about, whether it is one at all and may stand in such a report, and how sure it is.
 */
#ifndef MH_STATEMENT_ABOUT_H
#define MH_STATEMENT_ABOUT_H

#include "inside.h"
#include "word_points.h"

/* ---- worth.c */

/* Where the sentence begins to ask, outside of quotation marks; its end where it does not. */
uint32_t mh_statement__asked(const reader *r, const mh_sentence *s);
/* Is the content [first, end) of x no more than what is left of a phrase? */
bool mh_statement__fragment(const reader *r, const act *x, uint32_t first, uint32_t end);

/* Does who performs x decline to say something, and so take no stand? */
bool mh_statement__mute(const reader *r, const act *x);
/* May the bare imperfect of reading y at i as well be of a verb that performs nothing? */
bool mh_statement__performs_nothing(const reader *r, uint32_t i, const mh_reading *y);
/* Is who stands behind the verb of x, in reading y, accused himself?  Where somebody acted
 * before, that one accuses, and x becomes his act. */
bool mh_statement__suffered(const reader *r, act *x, const mh_reading *y);
/* Does x tell of long ago, or of how things were? */
bool mh_statement__history(const reader *r, const mh_sentence *s, const act *x);

/* ---- topic.c */

/* Sets of topics. */
#define MH_BIT(topic) (UINT64_C(1) << (topic))
/* Nearly always those of some state, who need not be named again; what two do together
 * (trade, energy, defence) is theirs. */
#define MH_LOCAL_TOPICS                                                      \
  (MH_BIT(MH_TOPIC_ARMED_CONFLICT) | MH_BIT(MH_TOPIC_POLITICAL_SETTLEMENT) | \
   MH_BIT(MH_TOPIC_GOVERNANCE) | MH_BIT(MH_TOPIC_SANCTIONS) |                \
   MH_BIT(MH_TOPIC_NON_PROLIFERATION) | MH_BIT(MH_TOPIC_SOVEREIGNTY) |       \
   MH_BIT(MH_TOPIC_HUMAN_RIGHTS) | MH_BIT(MH_TOPIC_HUMANITARIAN_AID) |       \
   MH_BIT(MH_TOPIC_REFUGEES_MIGRATION) | MH_BIT(MH_TOPIC_MEDIATION))

/* Files that states have with each other and with their own peace; health, trade and the like
 * may be anybody's. */
#define MH_POLITICAL                                                          \
  (MH_LOCAL_TOPICS | MH_BIT(MH_TOPIC_BILATERAL_RELATIONS) |                   \
   MH_BIT(MH_TOPIC_COUNTER_TERRORISM) | MH_BIT(MH_TOPIC_REGIONAL_STABILITY) | \
   MH_BIT(MH_TOPIC_DIALOGUE_PROCESS) | MH_BIT(MH_TOPIC_UNITED_NATIONS) |      \
   MH_BIT(MH_TOPIC_DEFENCE_COOPERATION) | MH_BIT(MH_TOPIC_ARAB_CAUSE) |       \
   MH_BIT(MH_TOPIC_REGIONAL_ORGANISATIONS) | MH_BIT(MH_TOPIC_GULF_UNITY))

/* Said of nearly everything that two do: no file beside one that is named. */
#define MH_BYWORDS                                                              \
  (MH_BIT(MH_TOPIC_BILATERAL_RELATIONS) | MH_BIT(MH_TOPIC_REGIONAL_STABILITY) | \
   MH_BIT(MH_TOPIC_DIALOGUE_PROCESS))

#define MH_TOPICS_MAX 14
typedef struct topics {
  const char *id[MH_TOPICS_MAX];
  uint8_t n;
  uint8_t countries; /* how many of them are country files       */
  uint8_t strong;    /* how many rest on more than a weak term   */
  uint8_t faint;     /* the topic, from 1 on, of a word that serves any file; 0 none */
  bool partner;      /* the other of the report's two is named   */
  bool meets;        /* of a meeting, held or planned           */
  bool political;    /* a file of states with each other, or of their peace */
} topics;
/* Does x tell of a meeting, held or planned, when its content begins at token first? */
bool mh_statement__meets(const reader *r, uint32_t first, const act *x);
/* few: only what stands at its head or next to it, else all that is named. */
mh_status mh_statement__topics(reader *r, uint32_t first, uint32_t end, const act *x,
                               bool few, topics *out);

/* The first instrument that begins at token i or later. */
uint32_t mh_statement__instrument(const reader *r, uint32_t i);
/* "country:XXX"; NULL when there is no memory. */
const char *mh_statement__country(reader *r, const char *code);
/* The state that a phrase (one of the matches of w) of an actor names, or whose group it names unless the group itself
 * speaks; NULL none. */
const char *mh_statement__land(const reader *r, const mh_words *w, const mh_match *m,
                               const mh_codes *speakers);

/* ---- context.c */

/* Where only the context names the file: what was last told, the headline, the state that
 * most of the report is about. */
/* The topic that the report is about beyond doubt; -1 none. */
int mh_statement__main(reader *r);
/* The topic of what the definite noun at token i is called in full elsewhere; -1 none. */
int mh_statement__called(reader *r, uint32_t i);
/* Is the report most about what one of its two holds against the other? */
bool mh_statement__at_odds(reader *r);

mh_status mh_statement__context(reader *r, const act *x, topics *t);
/* Look the report over; what looks at r->context first calls it. */
void mh_statement__look(reader *r);
/* The statement put out last, where it stands in the paragraph that is read; NULL else. */
const mh_statement *mh_statement__near(const reader *r);
/* The number of the topic of this id; -1 for a country. */
int mh_statement__topic_number(const char *id);
/* The set of topics among ids, countries left out. */
uint64_t mh_statement__topic_bits(const char *const *id, uint32_t n);

/* ---- word_points.c */

/* What the words of a content say of each file that any word says something of, in tenths of a
 * logit: the topics', then states'. */
#define MH_WORD_FILES_MAX (MH_TOPIC_COUNT + MH_WORD_STATES_MAX)
typedef struct word_points {
  int of[MH_WORD_FILES_MAX];
} word_points;
void mh_statement__word_points(const reader *r, uint32_t first, uint32_t end,
                               word_points *out);
int mh_statement__topic_words(const word_points *p, uint32_t topic);
int mh_statement__state_words(const word_points *p, const char *code);

/* ---- weigh.c */

/* The last word on the files of a statement: of what its content names, what the report is
 * about and what was told before, that which a careful reader would most likely give. */
mh_status mh_statement__weigh(reader *r, const act *x, uint32_t first, uint32_t end,
                              topics *t);

/* ---- scope.c */

/* What is only weighed here is not read again: sets scope and opinion. */
mh_status mh_statement__scope(reader *r);
/* Note whether who acts is plainly a political actor. */
void mh_statement__plain(reader *r, act *x);
/* May a statement of x on these topics stand in a report of this kind? */
bool mh_statement__admitted(const reader *r, const act *x, const topics *t);

/* ---- confidence.c */

/* The grounds (bits, see mh_ground_id) of an act with a content of so many tokens. */
uint32_t mh_statement__grounds(const reader *r, const act *x, uint32_t tokens,
                               const topics *t);
/* The share of statements with these grounds that are right, 0..1. */
double mh_statement__sure(uint32_t grounds);
/* Is a statement with these grounds not put out, for it is hardly worth it? */
bool mh_statement__held_back(const act *x, uint32_t grounds);

#endif
