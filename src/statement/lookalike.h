/* What is written like an act and is none: see lookalike.c. */
#ifndef MH_STATEMENT_LOOKALIKE_H
#define MH_STATEMENT_LOOKALIKE_H

#include "inside.h"

/* Is token i spelled as the verb of reading y is not? */
bool mh_statement__spelled_else(const reader *r, uint32_t i, const mh_reading *y);
/* Is the verb of x, in reading y, none of the verbal nouns it is written like? */
bool mh_statement__no_noun(const reader *r, const act *x, const mh_reading *y,
                           uint32_t end);
/* Does the verb of reading y stand at i where it cannot? */
bool mh_statement__stands_else(const reader *r, uint32_t i, uint32_t first,
                               const mh_reading *y);
/* Is the verb of x, in reading y, whose content is looked for from token `from`, one that is
 * done to somebody, or another verb that is written so? */
bool mh_statement__suffers(const reader *r, const act *x, const mh_reading *y,
                           uint32_t first, uint32_t from);
/* "Jordan saw | protests": is what x tells by a verb whose subject is where or when it took
 * place nothing that those in play did? */
bool mh_statement__seen(const reader *r, const act *x, uint32_t first);
/* Is the participle of x, in reading y, a noun, or does it describe the noun before it? */
bool mh_statement__no_participle(const reader *r, const act *x, const mh_reading *y,
                                 uint32_t first);
/* Is the dual at i, which may be read as a noun with wa-, none by what stands behind it? */
bool mh_statement__both_do(const reader *r, const mh_reading *y, uint32_t i);
/* May the verb of reading y, which is written like a noun, be none where it stands? */
bool mh_statement__only_verb(const reader *r, const mh_reading *y, uint32_t i,
                             uint32_t end);
/* Is x, whose content stands behind a preposition, another verb that is written so and takes
 * no object? from: the token behind who does it. */
void mh_statement__without_object(const reader *r, act *x, uint32_t from);

#endif
