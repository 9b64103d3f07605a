/* feedc - compile the words of days and hours that feeds are read with, at build time.
 *
 *   feedc data/months.tsv data/feed-words.tsv feed_words.h
 *
 * Words are folded as they will be when a day is read, and sorted, to be found by halving.
 * Complaints read file:line:column: what.  Ships in nothing.
 */
#include <errno.h>
#include <stdlib.h>

#include "../src/streams/feed_fold.h"
#include "tsv.h"

typedef struct entry {
  mh_streams__word word;
  const tsv_row *row;
} entry;

typedef struct words {
  entry *at;
  uint32_t n, cap;
} words;

static const struct kind {
  const char *name, *c;
  mh_streams__kind kind;
} kinds[] = {{"gregorian", "MH_WORD_MONTH", MH_WORD_MONTH},
             {"month", "MH_WORD_MONTH", MH_WORD_MONTH},
             {"hijri", "MH_WORD_HIJRI", MH_WORD_HIJRI},
             {"zone", "MH_WORD_ZONE", MH_WORD_ZONE},
             {"am", "MH_WORD_AM", MH_WORD_AM},
             {"pm", "MH_WORD_PM", MH_WORD_PM},
             {"am-mark", "MH_WORD_AM_MARK", MH_WORD_AM_MARK},
             {"pm-mark", "MH_WORD_PM_MARK", MH_WORD_PM_MARK}};
enum { N_KINDS = sizeof kinds / sizeof *kinds };

static mh_status add(words *to, mh_arena *a, tsv_log *log, const tsv_table *t,
                     const tsv_row *row)
{
  size_t k = 0;
  while (k < N_KINDS && strcmp(kinds[k].name, row->field[1]) != 0) k++;
  if (k == N_KINDS) return tsv_complain(log, t, row, 1, "no such kind"), MH_OK;
  char *end;
  const long value = strtol(row->field[2], &end, 10);
  const bool month = kinds[k].kind <= MH_WORD_HIJRI;
  if (*end || end == row->field[2] || value < -720 || value > 840 ||
      (month && (value < 1 || value > 12)))
    tsv_complain(log, t, row, 2, "not such a number: %s", row->field[2]);
  const char *at = row->field[0];
  for (const char *word; (word = tsv_value(&at, a));) {
    char folded[64];
    const size_t n = mh_streams__fold(folded, sizeof folded, word, strlen(word));
    if (n == 0) tsv_complain(log, t, row, 0, "too long, or nothing: %s", word);
    entry e = {.word = {.len = (uint8_t)n, .kind = (uint8_t)k, .value = (int16_t)value},
               .row = row};
    e.word.text = mh_arena_copy(a, folded, n);
    if (!e.word.text || MH_PUSH(a, to, e) != MH_OK) return MH_ENOMEM;
  }
  return MH_OK;
}

static int by_text(const void *x, const void *y)
{
  return strcmp(((const entry *)x)->word.text, ((const entry *)y)->word.text);
}

static void write_words(FILE *to, const words *w)
{
  fputs("/* Made by tools/feedc from data/months.tsv and data/feed-words.tsv.  Do not "
        "edit. */\n"
        "static const mh_streams__word feed_words[] = {\n",
        to);
  for (uint32_t i = 0; i < w->n; i++) {
    const mh_streams__word *e = &w->at[i].word;
    if (i && strcmp(e->text, w->at[i - 1].word.text) == 0) continue; /* of one meaning */
    fputs("  {\"", to);
    for (const char *p = e->text; *p; p++)
      fprintf(to, (unsigned char)*p < 0x80 ? "%c" : "\\%03o", (unsigned char)*p);
    fprintf(to, "\", %u, %s, %d},\n", e->len, kinds[e->kind].c, e->value);
  }
  fputs("};\n", to);
}

static void find_doubles(tsv_log *log, const tsv_table *t, const words *w)
{
  for (uint32_t i = 1; i < w->n; i++) {
    const mh_streams__word *x = &w->at[i - 1].word, *y = &w->at[i].word;
    if (strcmp(x->text, y->text) != 0) continue;
    if (kinds[x->kind].kind != kinds[y->kind].kind || x->value != y->value)
      tsv_complain(log, t, w->at[i].row, 0, "means two things: %s", y->text);
  }
}

static mh_status read_table(words *to, mh_arena *a, tsv_log *log, const char *path,
                            const char *columns)
{
  enum { MOST = 1 << 20 };
  FILE *f = fopen(path, "rb");
  char *bytes = f ? mh_arena_take(a, MOST) : NULL;
  tsv_file file = {.name = path, .bytes = bytes};
  if (bytes) file.len = fread(bytes, 1, MOST, f);
  if (!bytes || ferror(f)) fprintf(stderr, "feedc: %s: %s\n", path, strerror(errno));
  if (f) fclose(f);
  tsv_table *t = mh_arena_zero(a, sizeof *t);
  if (!bytes || !t || tsv_read(t, a, &file, columns, log) != MH_OK) return MH_EIO;
  for (uint32_t i = 0; i < t->n; i++) MH_TRY(add(to, a, log, t, &t->at[i]));
  qsort(to->at, to->n, sizeof *to->at, by_text);
  find_doubles(log, t, to);
  return MH_OK;
}

static int write_file(const char *path, const words *w)
{
  FILE *to = fopen(path, "wb");
  if (to) write_words(to, w);
  if (to && fclose(to) == 0) return 0;
  fprintf(stderr, "feedc: %s: %s\n", path, strerror(errno));
  return 1;
}

int main(int argc, char **argv)
{
  if (argc != 4)
    return fputs("usage: feedc months.tsv feed-words.tsv OUT.h\n", stderr), 2;
  mh_arena a = {0};
  tsv_log log = {.to = stderr};
  words w = {0};
  const bool ok = read_table(&w, &a, &log, argv[1], "names calendar number source") ==
                      MH_OK &&
                  read_table(&w, &a, &log, argv[2], "words kind value source") == MH_OK;
  const int rc = !ok || log.faults ? 1 : write_file(argv[3], &w);
  mh_arena_free(&a);
  return rc;
}
