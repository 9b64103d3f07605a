/* What the files on contents share: where what was said begins and is over. */
#ifndef MH_STATEMENT_CONTENT_H
#define MH_STATEMENT_CONTENT_H

#include "inside.h"

/* ---- content.c */

/* Cut the content's end, split it by file, and put the statements out. */
mh_status mh_statement__content(reader *r, act *x, uint32_t limit);

/* ---- tail.c */

/* The token after the last of the content of x, which nothing from `limit` on belongs to. */
uint32_t mh_statement__over(const reader *r, const act *x, uint32_t limit);
/* Cut marks, joining words and closing marks off the end of [first, end). */
uint32_t mh_statement__trim_end(const reader *r, uint32_t first, uint32_t end);
/* An opening mark without its closing one inside stays out, and the other way round. */
void mh_statement__trim_quotes(const reader *r, uint32_t *first, uint32_t *end);

/* ---- stepover.c */

/* ma, li-ma at i: "(to) what", which may be "not" elsewhere. */
bool mh_statement__what(const reader *r, uint32_t i);

#endif
