/* user.c - a program of somebody else: reads a report with libmahdar as installed, prints
 * how many statements it holds.  Built and run by run.sh.
 */
#include <mahdar.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
  static char bytes[1 << 20];
  mh_report *report = NULL;
  mh_error err;
  size_t n = 0;
  FILE *f = argc == 2 ? fopen(argv[1], "rb") : NULL;
  if (f == NULL) return EXIT_FAILURE;
  const size_t len = fread(bytes, 1, sizeof bytes, f);
  fclose(f);
  if (mh_read(&report, mh_lexicon_builtin(), MH_FORMAT_AUTO, NULL, bytes, len, &err) !=
      MH_OK) {
    fprintf(stderr, "%s\n", err.text);
    return EXIT_FAILURE;
  }
  (void)mh_report_statements(report, &n);
  printf("%zu\n", n);
  mh_report_free(report);
  return n > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
