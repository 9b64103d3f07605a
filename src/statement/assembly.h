/* Whose assembly a report tells of: see assembly.c. */
#ifndef MH_STATEMENT_ASSEMBLY_H
#define MH_STATEMENT_ASSEMBLY_H

#include "inside.h"

/* Note whose assembly the report tells of. */
void mh_statement__assembly(reader *r);
/* Note the two whose forum the report tells of: see forum.c. */
void mh_statement__forum(reader *r);
/* The organisation whose document or meeting x is ("the final statement of the summit of
 * N."); NULL where none is told behind it. */
const char *mh_statement__assembly_of(const reader *r, const mh_actor *x);
/* "the member states | in (fi, bi-) N.": the organisation told behind x; none where it is no such. */
mh_codes mh_statement__member_states(const reader *r, const mh_actor *x);
/* Does the verb at i begin a point of a resolution ("1- condemns", "(a) to renew")? */
bool mh_statement__point(const reader *r, uint32_t i, uint32_t first);
/* Is x an assembly by its name: "the Arab summit"? */
bool mh_statement__assembly_name(const reader *r, const mh_actor *x);
/* "the stand of | his country", "of N." that acts itself: whose the noun is that x's content
 * begins with. */
bool mh_statement__self_behind(const reader *r, const act *x);
/* Is token i "both", "the two ministers" in the case of who acts? */
bool mh_statement__nominative(const reader *r, uint32_t i);
/* A word in the dual: two, not more. */
bool mh_statement__dual(const mh_token *t);
bool mh_statement__organisation(const reader *r, const char *code);

#endif
