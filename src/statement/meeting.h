/* What the files on meetings share: who takes part, and one place where a meeting is told. */
#ifndef MH_STATEMENT_MEETING_H
#define MH_STATEMENT_MEETING_H

#include "inside.h"

#define CHAIRS      8
#define TOLD_MAX    96 /* places of one report: what an endless one tells later is lost */
#define MH_GOVERNOR 20 /* tokens before a noun in which its verb stands                 */
#define LEVEL_LEADS 2  /* this level and above lead a state, or deputise for who does */
#define LEVEL_MINISTER \
  3                    /* this level and above speak for a state by their office       */
#define LEVEL_NO_ONE 9 /* no office is told                                           */

/* One place where a meeting is told of. */
typedef struct told {
  side who;
  const char *kind, *date, *place;
  const char
      *began;       /* the day on which the visit began in which they met, NULL unknown */
  const char *near; /* the day on which one of them spoke of it, NULL none   */
  const char *state; /* in which the place lies, NULL unknown */
  mh_span chairs[CHAIRS];
  uint32_t n_chairs, ordinal, first, end, score;
  uint32_t verb;   /* that tells it; NO_TOKEN none                               */
  uint32_t clause; /* the verb of a clause that tells more of it; NO_TOKEN none  */
  uint32_t paragraph;
  uint32_t after;    /* the token after those who took part                      */
  uint32_t from, to; /* the part of its sentence in which its facts stand        */
  uint32_t beyond;   /* the word for another occasion before it, NO_TOKEN none   */
  uint32_t said;     /* where begins what somebody says of it, 0 nobody does     */
  uint8_t rank;      /* how exact the kind is                                    */
  bool next;         /* announced                                                */
  bool lead;         /* in the first paragraph                                   */
  bool generic;      /* the kind is to be told from who met                      */
  bool city;         /* the place is a city, not only its state                  */
  bool deep;         /* far from the lead                                        */
  bool guess;        /* who took part is only told by a word for both            */
  bool hint;         /* only that they spoke, not how                            */
  bool date_behind;  /* the date stands behind the word, in its clause           */
  bool over;         /* too long ago for what the report is about                */
  bool meant;        /* somebody intends it: that is his alone                   */
  bool later;        /* no first stop of a tour: its day is another              */
  bool alone;        /* an organisation that met by itself                       */
  bool faint;        /* by states' names alone, in passing                       */
  bool aside;        /* what is told was before or after it                      */
  bool body;         /* of a committee or council, whoever leads it              */
  bool ready;        /* prepares another                                         */
  bool party;        /* who says something of it is one of those who met         */
  bool only;         /* "the first talks": a number where there is a second     */
  bool past;         /* a verb tells that it was                                */
  bool part;         /* of a visit, as its verb tells                            */
  bool aside_told;   /* only in a clause that says who somebody is               */
  bool aimed;        /* what another is to prepare, or is about                  */
  bool stay;         /* its day is that of a visit, in which they met             */
  bool further;      /* a stop of a journey on which another is told            */
  bool frame;        /* only named as that to which something belongs           */
  bool ago;          /* told only to say how many days later something was       */
} told;

/* How those who take part are told, the surer the higher. */
enum { HOW_NONE, HOW_GUESSED, HOW_CARRIED, HOW_STATE, HOW_PEOPLE };

/* What stands around a word that tells of a meeting. */
typedef struct slots {
  side own;  /* whose meeting it is */
  side with; /* with whom           */
  struct {
    const char *place;
    const char *state;
    bool city;
  } to[MH_CODES_MAX]; /* where a visit leads */
  uint8_t n_to;
  uint8_t own_how, with_how;
  bool both;     /* "between" has told all    */
  bool stand_in; /* with whom is a word for somebody named before ("His Highness") */
  bool straight; /* with whom is the word's object                                 */
  bool each;     /* "with each of": several, one after the other                   */
  bool peer;     /* with whom holds the same office                                */
  bool together; /* with whom is one word for two or more ("his two counterparts") */
  bool stranger; /* with somebody who is nobody we know                            */
  uint32_t end;  /* token after what was read */
} slots;

/* ---- participants.c */

void mh_meeting__add(side *to, const char *code, uint8_t level);
void mh_meeting__add_all(side *to, const side *from);
bool mh_meeting__has(const side *s, const char *code);
/* Are they the same? */
bool mh_meeting__same(const side *a, const side *b);
/* Do all of them lead a state? */
bool mh_meeting__leaders(const side *s);
/* Does the code stand for an organisation of states? */
bool mh_meeting__organisation(const reader *r, const char *code);
/* The actors of group g, with their levels; a counterpart has the level `peer`. */
void mh_meeting__join(const reader *r, side *to, const subject *g, uint8_t peer);
/* Who is named at token i without being told as an actor there: by a name before his office
 * that nobody knows, or by the name he was told with before. */
bool mh_meeting__named(const reader *r, uint32_t i, subject *out);
/* The group at token i, whatever preposition is joined to it; false when none begins. */
bool mh_meeting__people(const reader *r, uint32_t i, subject *out);
/* Keep as what the subject of an act acted. */
void mh_meeting__spoke(reader *r, const subject *who);
/* Actors by code, with the level they last acted, or were told with, before token i. */
void mh_meeting__known(const reader *r, side *to, const mh_codes *c, uint32_t i);

/* The way through one sentence. */
typedef struct walk {
  reader *r;
  const mh_sentence *s;
  act *acts; /* [n] of the sentence, in its order                      */
  uint32_t n, next;
  side holder; /* who met, as the sentence told last; who a bare verb means */
  uint32_t holder_at;
  bool future; /* that was announced                                        */
} walk;

/* ---- meeting_verbs.c */

/* The verb at token i that tells of a meeting, or that takes a word for one as its object. */
const mh_frame *mh_meeting__event_verb(const reader *r, uint32_t i,
                                       const mh_reading **out);
/* "leaves tomorrow | for N.": the verb at token i, as one of visiting; NULL where it does not
 * say where to. */
const mh_frame *mh_meeting__leaves_for(const reader *r, uint32_t i,
                                       const mh_reading **out);
bool mh_meeting__negated(const reader *r, uint32_t i, uint32_t first);
/* Who performs the act: as named, else as carried on. */
void mh_meeting__actors_of(const walk *w, const act *x, slots *out);
/* Who is meant where nobody is named; `one`: one alone. */
void mh_meeting__who_is_meant(const walk *w, uint32_t i, bool one, slots *out);
/* Where the auxiliaries of the verb at token v begin. */
uint32_t mh_meeting__auxiliaries(const walk *w, uint32_t v);
/* "N. N., who | met": who is told before the relative pronoun of the verb whose auxiliaries
 * begin at token p. */
bool mh_meeting__antecedent(const walk *w, uint32_t p, subject *g);
/* The subject of the verb at token v.  Gives the token where what else it takes begins. */
uint32_t mh_meeting__subject_of(const walk *w, uint32_t v, bool visit, slots *out);

/* ---- meeting_told.c */

/* Its kind is to be told from who met: talks, a visit. */
bool mh_meeting__generic(const char *kind);
bool mh_meeting__strategic(const told *t);
/* The part of the sentence that belongs to the act around what is told. */
void mh_meeting__clause_around(const walk *w, told *t);
/* Who met last, as the sentence told it: whom a bare verb means. */
void mh_meeting__keep_holder(walk *w, const slots *x, uint32_t at);
/* Keep what is told of those in x.  apart: several whom one met are each a meeting. */
mh_status mh_meeting__put(walk *w, told t, const slots *x, const mh_match *word,
                          bool apart);

/* ---- meeting_nouns.c */

mh_status mh_meeting__by_noun(walk *w, const mh_match *m);

/* ---- meeting_words.c */

/* A verb of the future near the word, which stands at token `at`; with what belongs to it, it
 * goes on to token `to`. */
bool mh_meeting__announced(const reader *r, const mh_sentence *s, uint32_t at,
                           uint32_t to);
/* "the expected summit", "the next round": an adjective behind the word says so. */
bool mh_meeting__expected(const reader *r, const mh_match *m, uint32_t end);
/* "the Singapore summit | with N.": past the town, or the state of one, after which the word is
 * called, which is where it was and not who met; else the token at itself. */
uint32_t mh_meeting__past_town(const walk *w, const mh_match *m, uint32_t at,
                               const char **town, const char **land);
/* A word of one ending in ha that is written with a pronoun's: "in his turn", no "round". */
bool mh_meeting__other_word(const reader *r, const mh_match *m);
/* "from N. | as far as M.", "tried | to get to N.": an arrival of nobody. */
bool mh_meeting__as_far(const reader *r, const mh_match *m);
bool mh_meeting__own_pronoun(const reader *r, const mh_match *m);
/* "the first visit | of his to N.". */
bool mh_meeting__of_his(const reader *r, const mh_match *m);
/* What the noun before token i does with what is told: "his intention of | a visit" means to
 * hold it, "the cancelling of | his visit" calls it off; else MH_EVENT_NONE. */
uint8_t mh_meeting__intent_of(const reader *r, uint32_t i, uint32_t first);
/* "will receive him on the 8th | to open the dialogue": what somebody will come for. */
bool mh_meeting__come_for(const reader *r, const mh_match *m, const mh_sentence *s);
/* "a visit that | lasts two days, to N.": past how long, where a goal follows; else token i. */
uint32_t mh_meeting__past_length(const reader *r, uint32_t i, uint32_t end);
/* "the committee": a body that meets, which is a meeting only of two states by their names. */
bool mh_meeting__committee(const reader *r, const mh_match *m);
/* Does one word of m begin so: "the council", "the joint committee", "the mechanism"? */
bool mh_meeting__body(const reader *r, const mh_match *m);
/* May the word stand for the next round of a series ("the next round", "the fifth session"),
 * and not for something else that is to come ("a working group", "the arrival")? */
bool mh_meeting__round_word(const reader *r, const mh_match *m);
/* "arrived a day after | the end of the ... dialogue": another time than what is told. */
bool mh_meeting__beside(const walk *w, const mh_match *m);
/* "the work of | the committee". */
bool mh_meeting__works(const reader *r, const mh_match *m);
/* "the first visit of a European president": not whose it is, but what it is first of. */
bool mh_meeting__first_of_its_kind(const reader *r, const mh_match *m);
/* "within the framework of | the dialogue": where something belongs, not what was held. */
bool mh_meeting__in_frame(const reader *r, const mh_match *m);
/* "a press conference": no meeting of an organisation by itself. */
bool mh_meeting__press(const reader *r, const mh_match *m);
/* "two meetings with N. and N.", "calls from N. and N.": one with each. */
bool mh_meeting__several(const reader *r, const mh_match *m);
/* "the reception by N. of | the minister": a verbal noun that takes whom its verb takes. */
bool mh_meeting__takes_object(const reader *r, uint32_t i);

/* Is what the word m tells wished for, weighed or denied, not done? */
bool mh_meeting__wished(const walk *w, const mh_match *m);
/* "the summit ... on the level of | ministers". */
bool mh_meeting__of_ministers(const reader *r, const mh_match *m, uint32_t end);

/* ---- meeting_attend.c */

/* Who leads the sides, or takes part, as told behind token `from`. */
void mh_meeting__chaired(const walk *w, uint32_t from, slots *x);
void mh_meeting__gathered(const walk *w, uint32_t from, slots *x);

/* "peace talks of N. under the auspices of the United Nations", "the United Nations holds peace
 * talks of N.": those of a state and who brings them together. */
void mh_meeting__aegis(const walk *w, uint32_t from, slots *x);

/* The state in which talks of another were held is the other side, where the report knows
 * an actor of it; an organisation meets where it has its seat, by itself. */
void mh_meeting__host(const walk *w, const mh_match *m, const char *kind, slots *x);

/* ---- meeting_both.c */

/* "their meeting": does the word have a pronoun of two or more? */
bool mh_meeting__theirs(const reader *r, const mh_match *m);
/* The two in office whom the sentence names before token i, where `one` is one of them; false
 * when it names others as well. */
bool mh_meeting__two_named(const walk *w, uint32_t i, side *one);
/* Two who act, by name, behind a word at token i that is only the setting; NULL none. */
const act *mh_meeting__two_behind(const walk *w, uint32_t i);
/* Several who act, right before the word at token i; NULL none. */
const act *mh_meeting__who_act(const walk *w, uint32_t i);
/* "a summit | that gathers them", "that brought together the two" by the verb at token v, behind
 * the word at token i: those who act in the sentence, or whom it names, else the two in play. */
bool mh_meeting__gathers_them(const walk *w, uint32_t i, uint32_t v, slots *x);
/* "a press conference that he held (at token v), | and his counterpart": beside the pronoun in
 * the verb stands another, with whom he held it. */
void mh_meeting__beside_him(const walk *w, uint32_t i, uint32_t v, slots *x);
/* "talks that took place | between them": whose meeting it is are the two of the sentence. */
bool mh_meeting__between_them(const walk *w, uint32_t from);
/* The two whom the sentence names before the word at token i. */
void mh_meeting__the_two(const walk *w, uint32_t i, slots *x);

/* ---- meeting_call.c */

/* "via a video call" is how they met, not what they held. */
bool mh_meeting__means(const reader *r, const mh_match *m, const mh_sentence *s);
/* "contacts between N. and N.": calls only where all of them are told by their offices. */
bool mh_meeting__contacts(const mh_meeting_row *row, const slots *x);
/* "told his counterpart in | a call": fills x with who speaks and to whom. */
bool mh_meeting__told_by_call(const walk *w, const mh_match *m, slots *x);

/* ---- meeting_slots.c */

/* Does token i name a state or a town of one? */
bool mh_meeting__state_name(const reader *r, uint32_t i);
/* Group g is whose meeting it is, or with whom; gives the token after it. */
uint32_t mh_meeting__join_own(const reader *r, slots *x, const subject *g);
uint32_t mh_meeting__join_with(const reader *r, slots *x, const subject *g);
/* Where a visit leads: one or several places from token i on.  Gives the token after. */
uint32_t mh_meeting__destinations(const reader *r, slots *x, uint32_t i, uint32_t stop);
/* "the palace | for conferences": the word tells what a building is for. */
bool mh_meeting__hall(const reader *r, const mh_match *m);
/* Does the clause of a word before it end at token i? */
bool mh_meeting__ends(const reader *r, uint32_t i);
/* What a word takes from token `from` on: directly, with, between, to.  takes: MH_TAKES_*. */
void mh_meeting__scan(const reader *r, slots *x, uint32_t from, uint32_t limit,
                      unsigned takes, bool visit);
/* A verb of talking: with whom stands right by it ("discussed with his counterpart the ..."),
 * and is told no less surely than `least`: somebody, not the state that a file is about. */
void mh_meeting__partner(const reader *r, slots *x, uint32_t from, uint32_t limit,
                         uint8_t least);
/* "the 33rd session of the higher committee ...": the last of the words for whose round it is,
 * which stand in a chain behind m; m itself when none does. */
const mh_match *mh_meeting__chain(const reader *r, const mh_match *m, uint32_t end);
/* "the Saudi-French ...": two adjectives side by side; the token after them. */
uint32_t mh_meeting__adjectives(const reader *r, const mh_match *m, slots *x,
                                uint32_t end);
/* "a tour in X and Y": the places right behind the word and its adjectives. */
void mh_meeting__tour_in(const reader *r, slots *x, uint32_t i, uint32_t end);
/* "a tour that includes X, Y and Z": two places or more after the verb that follows. */
void mh_meeting__tour(const reader *r, slots *x, uint32_t i, uint32_t end);

/* ---- meeting_facts.c */

/* Date, place, ordinal, chairs of what is told; word: its noun, NULL none. */
mh_status mh_meeting__facts(const reader *r, told *t, const mh_match *word,
                            const mh_sentence *s);
/* The how-manyeth meeting the word m tells of, 0 unknown. */
uint32_t mh_meeting__ordinal(const reader *r, const mh_match *m, const mh_sentence *s);
/* Is the word at token i told by the verb right before it, and in no relative clause? */
bool mh_meeting__by_next_verb(const reader *r, uint32_t i);
/* Does token i end in these letters, with at most `joined` before them? */
bool mh_meeting__ends_in(const reader *r, uint32_t i, const uint8_t *word, uint32_t n,
                         uint32_t joined);
/* "on the margins of": is token i that word? */
bool mh_meeting__margin(const reader *r, uint32_t i);
/* Is it after the day of publication? */
bool mh_meeting__to_come(const reader *r, const char *date);
/* Where what is told that the meeting was begins: "said yesterday that | he met"; token at
 * stands in a sentence that begins at `first`.  he: "said in N. that he | will meet" too, whose
 * day may be that of the telling, but not where he will be. */
uint32_t mh_meeting__told_from(const reader *r, uint32_t at, uint32_t first, bool he);
/* Does the word at token i tell of another round than t: "a continuation of the first meeting"? */
bool mh_meeting__other_round(const reader *r, const told *t, uint32_t i,
                             const mh_sentence *s);

/* Does token i lead what was spoken of: "about | ...", "to discuss | ..."? */
bool mh_meeting__about(const reader *r, uint32_t i);

/* "after | the talks in N.", "to prepare for | the summit": is the word m, behind t, told as
 * another occasion, to which what stands behind it belongs? */
bool mh_meeting__another(const reader *r, const told *t, const mh_match *m);

/* ---- meeting_place.c */

/* Where it was, as the sentence around it tells. */
void mh_meeting__place_of(const reader *r, told *t, const mh_sentence *s);
/* The city in which one of those who met speaks at the head of the report, and another of them is
 * at home; NULL none, or several. */
const char *mh_meeting__visitor_in(const reader *r, const told *t, const char **state);
/* The city of the dateline ("Riyadh - "), where the report was written; NULL none. */
const char *mh_meeting__dateline(const reader *r, const char **state);
/* The city by which the words w call a summit ("the N. summit"), or talks; NULL none.
 * *several: there are two. */
const char *mh_meeting__called(const reader *r, const mh_words *w, bool summit,
                               const char **state, bool *several);
/* The city after which the report's document is called ("the N. declaration"); NULL none. */
const char *mh_meeting__signed_in(const reader *r, const char **state);
/* The city or state that token i names; NULL none.  *city: it is no state. */
const char *mh_meeting__place(const reader *r, uint32_t i, bool *city, uint32_t *end);
/* The state in which token i lies or which it names; NULL none. */
const char *mh_meeting__state(const reader *r, uint32_t i);

#endif
