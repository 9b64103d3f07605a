/* What the files on meetings share: who takes part, and one place where a meeting is told. */
#ifndef MH_STATEMENT_MEETING_H
#define MH_STATEMENT_MEETING_H

#include "inside.h"

#define CHAIRS       8
#define LEVEL_LEADS  2 /* this level and above lead a state, or deputise for who does */
#define LEVEL_NO_ONE 9 /* no office is told                                           */

/* One place where a meeting is told of. */
typedef struct told {
  side who;
  const char *kind, *date, *place;
  mh_span chairs[CHAIRS];
  uint32_t n_chairs, ordinal, first, end, score;
  uint32_t from, to; /* the part of its sentence in which its facts stand        */
  uint8_t rank;      /* how exact the kind is                                    */
  bool next;         /* announced                                                */
  bool lead;         /* in the first paragraph                                   */
  bool generic;      /* the kind is to be told from who met                      */
  bool city;         /* the place is a city, not only its state                  */
  bool over;         /* too long ago for what the report is about                */
} told;

/* ---- participants.c */

void mh_meeting__add(side *to, const char *code, uint8_t level);
void mh_meeting__add_all(side *to, const side *from);
bool mh_meeting__has(const side *s, const char *code);
/* The actors of group g, with their levels; a counterpart has the level `peer`. */
void mh_meeting__join(const reader *r, side *to, const subject *g, uint8_t peer);
/* The group at token i, whatever preposition is joined to it; false when none begins. */
bool mh_meeting__people(const reader *r, uint32_t i, subject *out);
/* Keep as what the subject of an act acted. */
void mh_meeting__spoke(reader *r, const subject *who);
/* Actors by code, with the level they last acted, or were told with, before token i. */
void mh_meeting__known(const reader *r, side *to, const mh_codes *c, uint32_t i);

/* ---- meeting_facts.c */

/* Date, place, ordinal, chairs of what is told; word: its noun, NULL none. */
void mh_meeting__facts(const reader *r, told *t, const mh_match *word,
                       const mh_sentence *s);
/* Is it after the day of publication? */
bool mh_meeting__to_come(const reader *r, const char *date);
/* The city or state that token i names; NULL none.  *city: it is no state. */
const char *mh_meeting__place(const reader *r, uint32_t i, bool *city, uint32_t *end);
/* The state in which token i lies or which it names; NULL none. */
const char *mh_meeting__state(const reader *r, uint32_t i);

#endif
