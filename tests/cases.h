/* cases - the runner of cases that a linguist can read; each cases_*.c brings what it finds.
 *
 * A case is `=== name`, `published: YYYY-MM-DD` (may be missing), text, `---`, and what is
 * expected, a line each.  Prints TAP; --update rewrites what is expected by what came out.
 */
#ifndef CASES_H
#define CASES_H

#include "src/base/base.h"

#define OPEN  "\xC2\xAB" /* left-pointing double angle quotation mark */
#define CLOSE "\xC2\xBB" /* right-pointing */

/* A stretch of the file of cases. */
typedef struct piece {
  const char *at;
  size_t len;
} piece;

typedef struct one_case {
  piece name, head, text, expected; /* head: from === to before --- */
  char published[16];               /* empty: not given             */
} one_case;

/* Writes what is found in a case, a line each. */
typedef mh_status find_case(mh_out *out, const one_case *c, mh_error *err);

/* The whole program: `NAME FOLDER [--update]` runs all *.txt of the folder.  The exit status. */
int cases_main(int argc, char **argv, find_case *find);

#endif
