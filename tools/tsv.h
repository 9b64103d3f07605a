/* tsv - read a table of data/: tab-separated UTF-8, first line `# column<TAB>column ...`, lines
 * that begin with # are comments.  Complaints read file:line:column: what. */
#ifndef TSV_H
#define TSV_H

#include <stdio.h>

#include "../src/base/base.h"

#define TSV_COLUMNS 12

/* A file as given: a name for complaints and its bytes. */
typedef struct tsv_file {
  const char *name;
  const char *bytes;
  size_t len;
} tsv_file;

typedef struct tsv_row {
  uint32_t line;                  /* 1-based */
  const char *field[TSV_COLUMNS]; /* NUL-terminated, "" when empty */
} tsv_row;

typedef struct tsv_table {
  const char *name;
  tsv_row *at;
  uint32_t n, cap;
  uint32_t columns;
} tsv_table;

/* Where complaints go and how many there were. */
typedef struct tsv_log {
  FILE *to; /* NULL: nowhere */
  unsigned faults;
} tsv_log;

/* The bytes of the file at path, at most four megabytes, for free(); NULL and a complaint in the
 * tool's name when they cannot be read. */
char *tsv_slurp(const char *tool, const char *path, size_t *len);

/* Read f, which must have exactly the columns named in `columns` (blank-separated).  What is
 * wrong is complained of and left out.  MH_ENOMEM or MH_OK. */
mh_status tsv_read(tsv_table *out, mh_arena *a, const tsv_file *f, const char *columns,
                   tsv_log *log);

/* Complain of column c (0-based) of a row. */
void tsv_complain(tsv_log *log, const tsv_table *t, const tsv_row *row, int column,
                  const char *fmt, ...) __attribute__((format(printf, 5, 6)));

/* The next value of a field that holds several apart by |; *at moves on.  NULL at the end.
 * Blanks around it are cut; the value lives in `a`. */
const char *tsv_value(const char **at, mh_arena *a);

#endif
