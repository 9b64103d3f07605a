/* Whose assembly a report tells of: see assembly.c. */
#ifndef MH_STATEMENT_ASSEMBLY_H
#define MH_STATEMENT_ASSEMBLY_H

#include "inside.h"

/* Note whose assembly the report tells of. */
void mh_statement__assembly(reader *r);
/* The organisation whose document or meeting x is ("the final statement of the summit of
 * N."); NULL where none is told behind it. */
const char *mh_statement__assembly_of(const reader *r, const mh_actor *x);
/* A word in the dual: two, not more. */
bool mh_statement__dual(const mh_token *t);
bool mh_statement__organisation(const reader *r, const char *code);

#endif
