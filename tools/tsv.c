/* tsv - see tsv.h. */
#include "tsv.h"

#include <errno.h>
#include <stdlib.h>

enum { MOST = 4 << 20 };

char *tsv_slurp(const char *tool, const char *path, size_t *len)
{
  FILE *f = fopen(path, "rb");
  char *bytes = f ? malloc(MOST) : NULL;
  *len = bytes ? fread(bytes, 1, MOST, f) : 0;
  const bool done = bytes && !ferror(f);
  if (!done) fprintf(stderr, "%s: %s: %s\n", tool, path, strerror(errno));
  if (f) fclose(f);
  if (done) return bytes;
  free(bytes);
  return NULL;
}

void tsv_complain(tsv_log *log, const tsv_table *t, const tsv_row *row, int column,
                  const char *fmt, ...)
{
  log->faults++;
  if (log->to == NULL) return;
  va_list ap;
  fprintf(log->to, "%s:%u:%d: ", t->name, row->line, column + 1);
  va_start(ap, fmt);
  vfprintf(log->to, fmt, ap);
  va_end(ap);
  fputc('\n', log->to);
}

static uint32_t split(tsv_row *r, char *line)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < TSV_COLUMNS; i++) r->field[i] = "";
  while (n < TSV_COLUMNS) {
    r->field[n++] = line;
    char *tab = strchr(line, '\t');
    if (tab == NULL) return n;
    *tab = 0;
    line = tab + 1;
  }
  return n + 1;
}

/* The header line must be `# a<TAB>b<TAB>...` for columns "a b ...". */
static bool header(const char *line, const char *columns, uint32_t *n)
{
  *n = 1;
  if (line[0] != '#') return false;
  line++;
  while (*line == ' ') line++;
  for (; *columns; columns++, line++) {
    if (*line != (*columns == ' ' ? '\t' : *columns)) return false;
    *n += *columns == ' ';
  }
  return *line == 0;
}

mh_status tsv_read(tsv_table *out, mh_arena *a, const tsv_file *f, const char *columns,
                   tsv_log *log)
{
  size_t bad;
  tsv_row row = {.line = 1};
  *out = (tsv_table){.name = f->name};
  if (!mh_utf8_check(f->bytes, f->len, &bad)) {
    tsv_complain(log, out, &row, 0, "not UTF-8 at byte %zu", bad);
    return MH_OK;
  }
  char *text = mh_arena_copy(a, f->bytes, f->len);
  if (text == NULL) return MH_ENOMEM;
  char *end = text + f->len;
  for (char *p = text; p < end; row.line++) {
    char *nl = memchr(p, '\n', (size_t)(end - p));
    char *next = nl ? nl + 1 : end;
    if (nl) *nl = 0;
    if (nl > p && nl[-1] == '\r') nl[-1] = 0;
    if (row.line == 1) {
      if (!header(p, columns, &out->columns))
        tsv_complain(log, out, &row, 0, "the first line must name the columns: %s",
                     columns);
    } else if (*p && *p != '#') {
      const uint32_t line = row.line, n = split(&row, p);
      row.line = line;
      if (n != out->columns)
        tsv_complain(log, out, &row, 0, "%u fields, not %u", n, out->columns);
      else
        MH_TRY(MH_PUSH(a, out, row));
    }
    p = next;
  }
  return MH_OK;
}

const char *tsv_value(const char **at, mh_arena *a)
{
  const char *p = *at;
  while (*p == ' ' || *p == '|') p++;
  if (*p == 0) return NULL;
  const char *e = p;
  while (*e && *e != '|') e++;
  *at = e;
  while (e > p && e[-1] == ' ') e--;
  return mh_arena_copy(a, p, (size_t)(e - p));
}
