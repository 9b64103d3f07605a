/* grounds - what the confidence of each statement rests on, for fitting it: reports as JSON
 * Lines in, a line for each statement out: the report's id, the statement's number, and the
 * ids of the grounds that hold for it, parted by tabs.  The first line names all grounds.
 *
 * Used by tools/calibrate.py; not installed.
 */
#include <stdio.h>
#include <stdlib.h>

#include "mahdar.h"

static void put_names(uint32_t grounds)
{
  for (size_t i = 0; i < mh_ground_count(); i++)
    if (grounds >> i & 1) printf("\t%s", mh_ground_id(i));
  putchar('\n');
}

static void put_report(const mh_report *r)
{
  size_t n;
  const mh_statement *s = mh_report_statements(r, &n);
  for (size_t i = 0; i < n; i++) {
    printf("%s\t%zu", mh_report_id(r), i + 1);
    put_names(s[i].grounds);
  }
}

int main(void)
{
  char *line = NULL;
  size_t room = 0;
  ssize_t len;
  printf("all\t0");
  put_names(UINT32_MAX);
  while ((len = getline(&line, &room, stdin)) > 0) {
    mh_report *r = NULL;
    mh_error err;
    if (mh_read(&r, mh_lexicon_builtin(), MH_FORMAT_JSONL, NULL, line, (size_t)len,
                &err) == MH_OK)
      put_report(r);
    else
      fprintf(stderr, "grounds: %s\n", err.text);
    mh_report_free(r);
  }
  free(line);
  return 0;
}
