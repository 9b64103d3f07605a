/* debrisc - compile data/debris.tsv into debris.h, at build time.
 *
 *   debrisc data/debris.tsv debris.h
 *
 * A pattern is a line of a page as one reads it; it is folded here as lines are folded
 * when a page is read.  A star at an end stands for anything, from a word's border on;
 * two stars at the end for anything even within a word.  Complaints read
 * file:line:column: what.  Ships in nothing.
 */
#include <errno.h>
#include <stdlib.h>

#include "../src/page/inside.h"
#include "tsv.h"

typedef struct entry {
  mh_page__pattern p;
  char *text;
  const tsv_row *row;
} entry;

static const char *const kind_name[] = {NULL,
#define X(name, text) text,
                                        MH_PAGE__KINDS(X)
#undef X
};

static const char *const form_name[] = {"MH_PAGE__WHOLE", "MH_PAGE__PREFIX",
                                        "MH_PAGE__STUCK", "MH_PAGE__SUFFIX",
                                        "MH_PAGE__INSIDE"};

/* May a kind be told more exactly?  "agency:KWT" is Kuwait's own, "date-word:01" is January. */
static bool goes_on(unsigned kind, size_t len)
{
  return (kind == MH_PAGE__AGENCY && len == 3) ||
         (kind == MH_PAGE__DATE_WORD && (len == 2 || len == 3));
}

static uint8_t kind_of(const char *name, char home[4])
{
  const size_t n = strcspn(name, ":");
  for (unsigned i = 1; i < MH_PAGE__N_KINDS; i++) {
    if (strlen(kind_name[i]) != n || strncmp(kind_name[i], name, n) != 0) continue;
    if (name[n] && !goes_on(i, strlen(name + n + 1))) break;
    if (name[n]) memcpy(home, name + n + 1, strlen(name + n));
    return (uint8_t)i;
  }
  return MH_PAGE__NONE;
}

static uint8_t where_of(const char *field)
{
  static const struct {
    const char *name;
    uint8_t bit;
  } places[] = {{"head", MH_PAGE__HEAD},
                {"body", MH_PAGE__BODY},
                {"foot", MH_PAGE__FOOT},
                {"any", MH_PAGE__ANY},
                {"name", MH_PAGE__NAMED}};
  uint8_t bits = 0;
  while (*field) {
    const size_t n = strcspn(field, "|");
    uint8_t bit = 0;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
      if (strlen(places[i].name) == n && strncmp(places[i].name, field, n) == 0)
        bit = places[i].bit;
    if (!bit) return 0;
    bits |= bit;
    field += n + (field[n] == '|');
  }
  return bits;
}

/* Take the stars off and say what they mean. */
static mh_page__form form_of(const char **at, size_t *len)
{
  const bool before = *len && (*at)[0] == '*';
  *at += before;
  *len -= before;
  size_t stars = 0;
  while (*len && (*at)[*len - 1] == '*') --*len, stars++;
  if (before) return stars ? MH_PAGE__INSIDE : MH_PAGE__SUFFIX;
  return stars > 1 ? MH_PAGE__STUCK : stars ? MH_PAGE__PREFIX : MH_PAGE__WHOLE;
}

static bool compile(entry *e, mh_arena *a, tsv_log *log, const tsv_table *t,
                    const tsv_row *row)
{
  char folded[256];
  const char *at = row->field[0];
  size_t len = strlen(at);
  *e = (entry){.row = row};
  e->p.form = (uint8_t)form_of(&at, &len);
  e->p.kind = kind_of(row->field[1], e->p.home);
  e->p.where = where_of(row->field[2]);
  uint32_t n = len > 240 ? UINT32_MAX : mh_page__fold(folded, 250, at, (uint32_t)len);
  if (n == UINT32_MAX || n == 0)
    tsv_complain(log, t, row, 0, "%s",
                 n ? "the pattern is too long" : "no letter to know it by");
  if (!e->p.kind) tsv_complain(log, t, row, 1, "no such kind: %s", row->field[1]);
  if (n && n != UINT32_MAX && e->p.form == MH_PAGE__STUCK && !memchr(folded, ' ', n))
    tsv_complain(log, t, row, 0,
                 "two stars need two words: the first is looked up whole");
  if (!e->p.where) tsv_complain(log, t, row, 2, "no such place: %s", row->field[2]);
  if (n == UINT32_MAX || n == 0) return false;
  /* Folding drops a colon at the end; a pattern that goes on behind it needs it. */
  const bool colon = len && at[len - 1] == ':' &&
                     (e->p.form == MH_PAGE__PREFIX || e->p.form == MH_PAGE__INSIDE);
  if (colon) folded[n++] = ':';
  e->text = mh_arena_copy(a, folded, n);
  if (!e->text) return false;
  e->p.text = e->text;
  e->p.len = (uint8_t)n;
  e->p.words = 1;
  for (uint32_t i = 0; i + 1 < n; i++) e->p.words += folded[i] == ' ' || folded[i] == ':';
  return true;
}

static unsigned bucket_of(const mh_page__pattern *p)
{
  return mh_page__bucket(p->text, mh_page__word(p->text, p->len, 0));
}

/* By bucket; in a bucket the longest first, so that it wins. */
static int by_bucket(const void *x, const void *y)
{
  const entry *a = x, *b = y;
  const unsigned i = bucket_of(&a->p), j = bucket_of(&b->p);
  if (i != j) return i < j ? -1 : 1;
  if (a->p.len != b->p.len) return a->p.len > b->p.len ? -1 : 1;
  const int order = strcmp(a->p.text, b->p.text);
  if (order) return order;
  if (a->p.form != b->p.form) return a->p.form < b->p.form ? -1 : 1;
  return a->row->line < b->row->line ? -1 : a->row->line > b->row->line;
}

static void find_doubles(tsv_log *log, const tsv_table *t, const entry *e, uint32_t n)
{
  for (uint32_t i = 1; i < n; i++)
    if (strcmp(e[i].text, e[i - 1].text) == 0 && e[i].p.form == e[i - 1].p.form &&
        e[i].p.kind == e[i - 1].p.kind)
      tsv_complain(log, t, e[i].row, 0, "also on line %u", e[i - 1].row->line);
}

static void write_text(FILE *to, const char *text)
{
  fputc('"', to);
  for (; *text; text++) {
    const unsigned char c = (unsigned char)*text;
    if (c < 0x80)
      fputc(c, to);
    else
      fprintf(to, "\\%03o", c);
  }
  fputc('"', to);
}

static void write_table(FILE *to, const entry *e, uint32_t n)
{
  fputs("/* Made by tools/debrisc from data/debris.tsv.  Do not edit. */\n"
        "static const mh_page__pattern debris_patterns[] = {\n",
        to);
  for (uint32_t i = 0; i < n; i++) {
    fputs("  {", to);
    write_text(to, e[i].text);
    fprintf(to, ", %u, %u, %u, %u, %s, \"%s\"}, /* %s, line %u */\n", e[i].p.len,
            e[i].p.words, e[i].p.kind, e[i].p.where, form_name[e[i].p.form], e[i].p.home,
            kind_name[e[i].p.kind], e[i].row->line);
  }
  fputs("};\nstatic const uint16_t debris_bucket[MH_PAGE__BUCKETS + 1] = {", to);
  uint32_t at = 0;
  for (unsigned b = 0; b <= MH_PAGE__BUCKETS; b++) {
    while (b && at < n && bucket_of(&e[at].p) < b) at++;
    fprintf(to, "%s%u,", b % 16 ? " " : "\n  ", at);
  }
  fputs("\n};\n", to);
}

static int write_file(const char *path, const entry *e, uint32_t n)
{
  FILE *to = fopen(path, "wb");
  if (to) write_table(to, e, n);
  if (to && fclose(to) == 0) return 0;
  fprintf(stderr, "debrisc: %s: %s\n", path, strerror(errno));
  return 1;
}

int main(int argc, char **argv)
{
  if (argc != 3) return fputs("usage: debrisc data/debris.tsv debris.h\n", stderr), 2;
  mh_arena a = {0};
  tsv_log log = {.to = stderr};
  tsv_file file = {.name = argv[1]};
  char *bytes = tsv_slurp("debrisc", argv[1], &file.len);
  int rc = 1;
  tsv_table table = {0};
  file.bytes = bytes;
  if (bytes && tsv_read(&table, &a, &file, "pattern kind where source", &log) == MH_OK) {
    entry *e = mh_arena_zero(&a, (size_t)(table.n + 1) * sizeof *e);
    uint32_t n = 0;
    for (uint32_t i = 0; e && i < table.n; i++)
      n += compile(&e[n], &a, &log, &table, &table.at[i]);
    if (e) qsort(e, n, sizeof *e, by_bucket);
    if (e) find_doubles(&log, &table, e, n);
    rc = !e || log.faults ? 1 : write_file(argv[2], e, n);
  }
  free(bytes);
  mh_arena_free(&a);
  return rc;
}
