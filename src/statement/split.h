/* What the files that split a content by file share. */
#ifndef MH_STATEMENT_SPLIT_H
#define MH_STATEMENT_SPLIT_H

#include "about.h"
#include "content.h"

#define PIECES 12 /* parts of one content at most */

/* A stretch of a content that is a statement of its own. */
typedef struct part {
  uint32_t first, end;
  bool again; /* led by the preposition or "that" once more: an act of its own */
} part;

/* ---- parts.c */

/* How a part is headed: 0 not at all, 1 a noun, 2 a verbal noun. */
int mh_statement__headed(const reader *r, uint32_t i);
/* May a new part begin at i?  After wa- joined to its head, or after "as well as": where it
 * begins; NO_TOKEN none. */
uint32_t mh_statement__part_at(const reader *r, uint32_t i, uint32_t end);
/* "killing civilians | and destroying their houses": what goes back to a noun of the part before
 * is on its file. */
bool mh_statement__goes_back(const reader *r, uint32_t p, uint32_t end);
/* The same of "the crisis | and its effects on", "| and ways to deal with it", too. */
bool mh_statement__points_back(const reader *r, uint32_t p, uint32_t end);
/* A noun with a pronoun at p ("and his support for") performs another act than x. */
bool mh_statement__own_act(const reader *r, const act *x, uint32_t p, uint32_t end);
/* A thing with the article, no adjective. */
bool mh_statement__definite_thing(const reader *r, uint32_t i);
/* A head like "importance of", "need for": what follows stays one. */
bool mh_statement__evaluative(const reader *r, uint32_t i);
bool mh_statement__share(const topics *a, const topics *b);
/* "a number of questions, of them X and Y": a list follows. */
bool mh_statement__among(const reader *r, uint32_t i, uint32_t end);
/* "a review of X, and a discussion of Y": the act noun once more, in other words. */
bool mh_statement__discussed_too(const reader *r, const act *x, uint32_t p);
/* "in a way that serves them and advances X | and Y", "peace | and security of both nations": a
 * noun that goes on with what bi-ma leads, or that shares its adjective with the one before. */
bool mh_statement__shares(const reader *r, uint32_t from, uint32_t i, uint32_t p,
                          uint32_t end);
/* "the reports that try to cast doubt | and level charges": what may be a verb in the imperfect
 * goes on with the relative clause of one, where no comma parts them. */
bool mh_statement__goes_on_relative(const reader *r, uint32_t from, uint32_t p);
/* Where the part that begins at p is over at the latest: where the next could begin. */
uint32_t mh_statement__part_end(const reader *r, uint32_t p, uint32_t end);
/* May the part that begins at p, behind the joining word at i, be parted from what began at
 * `from`, as far as grammar goes? */
bool mh_statement__part_begins(const reader *r, const act *x, uint32_t from, uint32_t i,
                               uint32_t p);
/* The act of a later part, which may open with a word for an act of its own. */
uint8_t mh_statement__act_of_part(const reader *r, const act *x, uint32_t i);
/* "the fight | (together) against", "work | on": a deed that goes on with a preposition of its
 * own, or that is one's plan whatever it goes on with. */
bool mh_statement__leads_on(const reader *r, uint32_t i);
/* Token i carries wa- or fa-; wa-anna too, which is also a word of its own. */
bool mh_statement__joined_here(const reader *r, uint32_t i);

/* ---- discussed.c */

/* Is x a discussion, held or to come? */
bool mh_statement__discusses(const act *x);
/* Split what x discusses, a noun. */
mh_status mh_statement__split_discussed(reader *r, const act *x, part out[PIECES],
                                        uint32_t *n);

/* ---- nested.c */

/* "between the centre | and the society": behind "between" the first wa- leads the other side. */
bool mh_statement__other_side(const reader *r, uint32_t from, uint32_t i);
/* Does the noun at i, which wa- joins, go with one inside of what began at `from`, rather than
 * with that? */
bool mh_statement__nested(const reader *r, const act *x, uint32_t from, uint32_t i);

/* ---- split.c */

/* The parts of the content of x, one or more. */
mh_status mh_statement__split(reader *r, const act *x, part out[PIECES], uint32_t *n);

#endif
