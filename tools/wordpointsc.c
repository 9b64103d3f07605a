/* wordpointsc - compile data/word-points.tsv into word_points_data.h, at build time.
 *
 *   wordpointsc data/word-points.tsv word_points_data.h
 *
 * Makes the open hash that src/statement/word_points.c looks words up in.  Complaints read
 * file:line:column: what.  Ships in nothing.
 */
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>

#include "../src/statement/word_points.h"
#include "../src/text/text.h"
#include "tsv.h"

enum { STATES = MH_WORD_STATES_MAX, PAIRS = 255 };

typedef struct table {
  mh_arena *a;
  tsv_log *log;
  const tsv_table *rows;
  word_row at[WORD_SLOTS];
  char state[STATES][4];
  uint32_t states, n, pairs;
  FILE *to;
} table;

/* The number of a state in the table, given when it comes first. */
static uint32_t state_of(table *t, const tsv_row *row, const char *code)
{
  uint32_t i = 0;
  while (i < t->states && strcmp(t->state[i], code)) i++;
  if (i == STATES) {
    tsv_complain(t->log, t->rows, row, 2, "too many states: MH_WORD_STATES_MAX");
    return 0;
  }
  if (i == t->states) snprintf(t->state[t->states++], sizeof t->state[i], "%s", code);
  return i;
}

/* The C name of a file's number: of a topic its constant, which the compiler knows or not. */
static void put_file(table *t, const tsv_row *row, const char *id)
{
  if (strlen(id) == 3 && isupper((unsigned char)id[0])) {
    fprintf(t->to, "MH_TOPIC_COUNT + %u", (unsigned)state_of(t, row, id));
    return;
  }
  fputs("MH_TOPIC_", t->to);
  for (; *id; id++) fputc(*id == '-' ? '_' : toupper((unsigned char)*id), t->to);
}

/* "file:points file:points", written out: how many. */
static uint32_t pairs(table *t, const tsv_row *row)
{
  uint32_t n = 0;
  char *list = mh_arena_copy(t->a, row->field[2], strlen(row->field[2]));
  for (char *one = list ? strtok(list, " ") : NULL; one; one = strtok(NULL, " "), n++) {
    char *colon = strchr(one, ':'), *end = NULL;
    const long points = colon ? strtol(colon + 1, &end, 10) : 0;
    if (colon == NULL || end == colon + 1 || *end || labs(points) > INT16_MAX) {
      tsv_complain(t->log, t->rows, row, 2, "not file:points: %s", one);
      continue;
    }
    *colon = 0;
    fputs("  {", t->to);
    put_file(t, row, one);
    fprintf(t->to, ", %ld},\n", points);
  }
  return n;
}

static void place(table *t, const tsv_row *row)
{
  mh_key k;
  const char *word = row->field[0];
  const int n = mh_text_fold(&k, word, strlen(word));
  const long rarity = strtol(row->field[1], NULL, 10);
  if (n < 2 || n > 12) {
    tsv_complain(t->log, t->rows, row, 0, "a word has two Arabic letters to twelve");
    return;
  }
  if (rarity < 1 || rarity > UINT8_MAX)
    tsv_complain(t->log, t->rows, row, 1, "a rarity is 1 to 255");
  uint32_t i = mh_statement__word_slot(k.lo);
  while (t->at[i].word && t->at[i].word != k.lo) i = (i + 1) & (WORD_SLOTS - 1);
  if (t->at[i].word) {
    tsv_complain(t->log, t->rows, row, 0, "it stands here before");
    return;
  }
  if (++t->n > WORD_SLOTS / 2) {
    tsv_complain(t->log, t->rows, row, 0, "too many words: WORD_SLOTS in word_points.h");
    return;
  }
  const uint32_t many = pairs(t, row);
  if (many == 0 || many > PAIRS)
    tsv_complain(t->log, t->rows, row, 2, "a word has 1 to %d files", PAIRS);
  t->at[i] = (word_row){k.lo, t->pairs, (uint8_t)many, (uint8_t)rarity};
  t->pairs += many;
}

static void write_all(table *t)
{
  fputs("/* Made by tools/wordpointsc from data/word-points.tsv.  Do not edit. */\n"
        "static const word_pair word_pairs[] = {\n",
        t->to);
  for (uint32_t i = 0; i < t->rows->n; i++) place(t, &t->rows->at[i]);
  fprintf(t->to,
          "};\nenum { WORD_FILES = MH_TOPIC_COUNT + %u };\n"
          "static const char *const word_states[] = {\n",
          (unsigned)t->states);
  for (uint32_t i = 0; i < t->states; i++) fprintf(t->to, "  \"%s\",\n", t->state[i]);
  if (t->states == 0) fputs("  NULL,\n", t->to);
  fputs("};\nstatic const word_row word_rows[WORD_SLOTS] = {\n", t->to);
  for (uint32_t i = 0; i < WORD_SLOTS; i++)
    if (t->at[i].word)
      fprintf(t->to, "  [%u] = {UINT64_C(0x%llx), %u, %u, %u},\n", i,
              (unsigned long long)t->at[i].word, t->at[i].first, t->at[i].n,
              t->at[i].rarity);
  fputs("};\n", t->to);
}

int main(int argc, char **argv)
{
  if (argc != 3)
    return fputs("usage: wordpointsc data/word-points.tsv word_points_data.h\n", stderr),
           2;
  static table t;
  mh_arena a = {0};
  tsv_log log = {.to = stderr};
  tsv_file file = {.name = argv[1]};
  tsv_table rows = {0};
  char *bytes = tsv_slurp("wordpointsc", argv[1], &file.len);
  file.bytes = bytes;
  t.a = &a;
  t.log = &log;
  t.rows = &rows;
  t.to = fopen(argv[2], "wb");
  if (t.to == NULL) fprintf(stderr, "wordpointsc: %s: %s\n", argv[2], strerror(errno));
  bool done = bytes && t.to &&
              tsv_read(&rows, &a, &file, "word rarity points", &log) == MH_OK;
  if (done && rows.n == 0) fprintf(stderr, "%s: no words\n", argv[1]);
  done = done && rows.n;
  if (done) write_all(&t);
  if (t.to && fclose(t.to)) done = false;
  if (!done || log.faults) remove(argv[2]);
  free(bytes);
  mh_arena_free(&a);
  return !done || log.faults;
}
