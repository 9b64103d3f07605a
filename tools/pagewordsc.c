/* pagewordsc - compile data/page-words.tsv into pagewords.h, at build time.
 *
 *   pagewordsc data/page-words.tsv pagewords.h
 *
 * Makes the open hash that src/page/classwords.c looks words of classes up in.  Complaints
 * read file:line:column: what.  Ships in nothing.
 */
#include <errno.h>
#include <stdlib.h>

#include "../src/page/mainpart.h"
#include "tsv.h"

enum { SLOTS = MH_PAGE__CLASS_SLOTS };

static const char *const effect_name[] = {
#define X(name, text) text,
    MH_PAGE__EFFECTS(X)
#undef X
};

static int effect_of(const char *name)
{
  for (int i = 0; i < MH_PAGE__N_EFFECTS; i++)
    if (strcmp(effect_name[i], name) == 0) return i;
  return -1;
}

/* Small letters, and single blanks between at most so many words. */
static bool is_words(const char *t)
{
  int words = 1;
  if (*t == '\0' || *t == ' ' || strlen(t) > MH_PAGE__CLASS_MOST) return false;
  for (; *t; t++) {
    if (*t == ' ' && (t[1] == ' ' || t[1] == '\0')) return false;
    if (*t != ' ' && !(*t >= 'a' && *t <= 'z')) return false;
    words += *t == ' ';
  }
  return words <= MH_PAGE__CLASS_WORDS;
}

static void place(const tsv_row **slots, tsv_log *log, const tsv_table *t,
                  const tsv_row *row)
{
  uint32_t hash = MH_PAGE__CLASS_SEED;
  for (const char *c = row->field[0]; *c; c++) hash = mh_page__class_hash(hash, *c);
  uint32_t i = hash % SLOTS;
  for (; slots[i]; i = (i + 1) % SLOTS)
    if (strcmp(slots[i]->field[0], row->field[0]) == 0) {
      tsv_complain(log, t, row, 0, "also on line %u", slots[i]->line);
      return;
    }
  slots[i] = row;
}

static void compile(const tsv_row **slots, tsv_log *log, const tsv_table *t)
{
  if (t->n > SLOTS / 2) {
    tsv_complain(log, t, &t->at[t->n - 1], 0, "more words than the table has room for");
    return;
  }
  for (uint32_t i = 0; i < t->n; i++) {
    const tsv_row *row = &t->at[i];
    if (!is_words(row->field[0]))
      tsv_complain(log, t, row, 0, "not one to three words in small letters");
    else if (effect_of(row->field[1]) < 0)
      tsv_complain(log, t, row, 1, "no such effect: %s", row->field[1]);
    else
      place(slots, log, t, row);
  }
}

static void write_table(FILE *to, const tsv_row *const *slots)
{
  fputs("/* Made by tools/pagewordsc from data/page-words.tsv.  Do not edit. */\n"
        "static const mh_page__class class_words[MH_PAGE__CLASS_SLOTS] = {\n",
        to);
  for (uint32_t i = 0; i < SLOTS; i++)
    if (slots[i])
      fprintf(to, "  [%u] = {\"%s\", %u, %d}, /* %s, line %u */\n", i, slots[i]->field[0],
              (unsigned)strlen(slots[i]->field[0]), effect_of(slots[i]->field[1]),
              slots[i]->field[1], slots[i]->line);
  fputs("};\n", to);
}

/* Which words an entry begins with, by their hash. */
static void write_first(FILE *to, const tsv_row *const *slots)
{
  uint8_t first[MH_PAGE__CLASS_FIRST / 8] = {0};
  for (uint32_t i = 0; i < SLOTS; i++) {
    uint32_t hash = MH_PAGE__CLASS_SEED;
    if (!slots[i]) continue;
    for (const char *c = slots[i]->field[0]; *c && *c != ' '; c++)
      hash = mh_page__class_hash(hash, *c);
    hash = mh_page__class_bit(hash);
    first[hash / 8] |= (uint8_t)(1u << hash % 8);
  }
  fputs("static const uint8_t class_first[MH_PAGE__CLASS_FIRST / 8] = {", to);
  for (uint32_t i = 0; i < sizeof first; i++)
    fprintf(to, "%s%u,", i % 20 ? " " : "\n  ", first[i]);
  fputs("\n};\n", to);
}

static int write_file(const char *path, const tsv_row *const *slots)
{
  FILE *to = fopen(path, "wb");
  if (to) write_table(to, slots);
  if (to) write_first(to, slots);
  if (to && fclose(to) == 0) return 0;
  fprintf(stderr, "pagewordsc: %s: %s\n", path, strerror(errno));
  return 1;
}

int main(int argc, char **argv)
{
  static const tsv_row *slots[SLOTS];
  if (argc != 3)
    return fputs("usage: pagewordsc page-words.tsv pagewords.h\n", stderr), 2;
  mh_arena a = {0};
  tsv_log log = {.to = stderr};
  tsv_file file = {.name = argv[1]};
  char *bytes = tsv_slurp("pagewordsc", argv[1], &file.len);
  tsv_table table = {0};
  int rc = 1;
  file.bytes = bytes;
  if (bytes && tsv_read(&table, &a, &file, "words effect source", &log) == MH_OK &&
      table.n) {
    compile(slots, &log, &table);
    rc = log.faults ? 1 : write_file(argv[2], slots);
  }
  free(bytes);
  mh_arena_free(&a);
  return rc;
}
