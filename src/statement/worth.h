/* What of a verb and its object is worth which act: see worth.c. */
#ifndef MH_STATEMENT_WORTH_H
#define MH_STATEMENT_WORTH_H

#include "inside.h"

/* Is the word at i kan, "was"? */
bool mh_statement__was(const reader *r, uint32_t i);
/* Does x call its own envoy home? */
bool mh_statement__own_envoy(const reader *r, const act *x);
/* Does x only put out a statement? */
bool mh_statement__puts_out(const reader *r, const act *x);

#endif
