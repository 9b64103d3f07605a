/* Lists and their points: see points.c. */
#ifndef MH_STATEMENT_POINTS_H
#define MH_STATEMENT_POINTS_H

#include "content.h"
#include "inside.h"

/* Does the sentence end with the colon of a list? */
bool mh_statement__opens_list(const reader *r, const mh_sentence *s);
/* Is the sentence a point of the list that is open?  Closes the list when not. */
bool mh_statement__is_point(reader *r, const mh_sentence *s);
/* Is the sentence an item with its mark of the list that is open? */
bool mh_statement__marked_point(const reader *r, const mh_sentence *s);
/* Is it one that is told by an act noun alone? */
bool mh_statement__noun_point(const reader *r, const mh_sentence *s);
/* The verb behind a mark that ends a sentence before a list ("..., | decides:"); NO_TOKEN none. */
uint32_t mh_statement__decides_at(const reader *r, const mh_sentence *s);
/* "decides:" alone in its line: opens a list; false when it is no such line. */
bool mh_statement__decides_below(reader *r, const mh_sentence *s);
/* "The council decided:" with nothing behind it: the same. */
bool mh_statement__told_below(reader *r, const mh_sentence *s);
/* Does a point stand behind the colon, numbered or the first of several sentences? */
bool mh_statement__point_behind(const reader *r, uint32_t colon, uint32_t end);
/* Where in [i, end) the first such point stands; end when none does. */
uint32_t mh_statement__first_point(const reader *r, uint32_t i, uint32_t end);
/* Put out the points of sentence s, or those from token first on (parted by commas?). */
mh_status mh_statement__points(reader *r, const mh_sentence *s);
mh_status mh_statement__points_from(reader *r, uint32_t first, uint32_t end, bool commas);

#endif
