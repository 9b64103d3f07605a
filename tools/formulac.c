/* formulac - compile data/formulas.tsv into formulas.h, at build time.
 *
 *   formulac data/formulas.tsv formulas.h
 *
 * A word becomes the hash of its folded letters in a table that is half empty.  Complaints
 * read file:line:column: what.  Ships in nothing.
 */
#include <errno.h>
#include <stdlib.h>

#include "../src/copies/inside.h"
#include "tsv.h"

enum { SLOTS = 2048 };

typedef struct table {
  uint64_t hash[SLOTS];
  uint32_t line[SLOTS];
  uint32_t n;
} table;

static void put(table *t, tsv_log *log, const tsv_table *rows, const tsv_row *row)
{
  uint32_t letter[MH_COPIES__WORD];
  uint64_t hash[MH_COPIES__WORD + 1];
  const char *word = row->field[0];
  const uint32_t n = mh_copies__letters(letter, word, strlen(word));
  if (n < 2 || n > 20) {
    tsv_complain(log, rows, row, 0, "a word has two letters or more, and not twenty");
    return;
  }
  if (n > 4 && letter[0] == 0x627 && letter[1] == 0x644)
    tsv_complain(log, rows, row, 0, "it has its article, which comes off by itself");
  mh_copies__hashes(hash, letter, n);
  size_t i = hash[0] >> 32 & (SLOTS - 1);
  while (t->hash[i] && t->hash[i] != hash[0]) i = (i + 1) & (SLOTS - 1);
  if (t->hash[i]) tsv_complain(log, rows, row, 0, "also on line %u", t->line[i]);
  if (t->n >= SLOTS / 2) {
    tsv_complain(log, rows, row, 0, "too many words: SLOTS in tools/formulac.c");
    return;
  }
  t->n += t->hash[i] == 0;
  t->hash[i] = hash[0];
  t->line[i] = row->line;
}

static int write_table(const char *path, const table *t)
{
  FILE *to = fopen(path, "wb");
  if (to) {
    fprintf(to,
            "/* Made by tools/formulac from data/formulas.tsv.  Do not edit. */\n"
            "enum { FORMULA_SLOTS = %d };\n"
            "static const uint64_t formula_words[FORMULA_SLOTS] = {\n",
            SLOTS);
    for (size_t i = 0; i < SLOTS; i++)
      fprintf(to, "  UINT64_C(0x%llx),\n", (unsigned long long)t->hash[i]);
    fputs("};\n", to);
    if (fclose(to) == 0) return 0;
  }
  fprintf(stderr, "formulac: %s: %s\n", path, strerror(errno));
  return 1;
}

int main(int argc, char **argv)
{
  if (argc != 3)
    return fputs("usage: formulac data/formulas.tsv formulas.h\n", stderr), 2;
  static table t;
  mh_arena a = {0};
  tsv_log log = {.to = stderr};
  tsv_file file = {.name = argv[1]};
  tsv_table rows = {0};
  char *bytes = tsv_slurp("formulac", argv[1], &file.len);
  int rc = 1;
  file.bytes = bytes;
  if (bytes && tsv_read(&rows, &a, &file, "word kind source", &log) == MH_OK) {
    for (uint32_t i = 0; i < rows.n; i++) put(&t, &log, &rows, &rows.at[i]);
    rc = log.faults ? 1 : write_table(argv[2], &t);
  }
  free(bytes);
  mh_arena_free(&a);
  return rc;
}
