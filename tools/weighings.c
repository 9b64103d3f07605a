/* weighings - what the files of each statement rest on, for fitting it: reports as JSON Lines
 * in, a line for each file that was weighed out: the report's id, the statement's number from
 * 1 on, "topic" or "state", the topic's id or the state's code, the points of the content's
 * words, and the ids of the grounds that hold for it, parted by tabs.  A statement's first line
 * has "words" and then those words, as data/word-points.tsv writes them.  The first two lines
 * name all grounds.
 *
 * Used by tools/weigh_files.py; not installed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../src/base/report.h"
#include "../src/statement/statement.h"
#include "../src/text/text.h"

static void put_grounds(bool state, uint32_t holds)
{
  for (size_t i = 0; i < 32; i++)
    if (holds >> i & 1 && mh_statement_file_ground(state, i))
      printf("\t%s", mh_statement_file_ground(state, i));
  putchar('\n');
}

/* The letter of UTF-8 that folds to each, the plainest of those that do. */
static void find_letters(char letter[32][3])
{
  for (unsigned c = 0x621; c <= 0x64A; c++) {
    const char two[3] = {(char)(0xC0 | c >> 6), (char)(0x80 | (c & 63)), 0};
    mh_key k;
    if (mh_text_fold(&k, two, 2) == 1) memcpy(letter[mh_key_letter(k, 0)], two, 3);
  }
}

static void put_words(const mh_report *r, const mh_weighing *x, const mh_doc *doc,
                      const mh_words *w)
{
  static char letter[32][3];
  if (letter[MH_L_ALEF][0] == 0) find_letters(letter);
  printf("%s\t%u\twords", r->source_id ? r->source_id : r->id, x->statement + 1);
  for (uint32_t i = x->first; i < x->end; i++) {
    const uint64_t word = mh_statement_word(doc, w, i);
    if (word) putchar('\t');
    for (uint64_t rest = word; rest; rest >>= 5) fputs(letter[rest & 31], stdout);
  }
  putchar('\n');
}

/* Read the report's text once more, as src/mahdar.c does, and keep what was weighed. */
static mh_status put_report(mh_report *r, mh_arena *a)
{
  mh_doc doc, line;
  mh_words w, heading;
  mh_mentions m;
  mh_day day = {0};
  mh_findings f;
  mh_headline title = {.w = NULL};
  const mh_weighing *x;
  uint32_t n;
  const mh_lexicon *lex = mh_lexicon_builtin();
  if (r->published) mh_day_parse(&day, r->published, strlen(r->published));
  MH_TRY(mh_text_cut_with(&doc, a, r->text, r->len, r->headings, r->n_headings, NULL));
  MH_TRY(mh_arabic_read_with(&w, a, &doc, lex, NULL));
  MH_TRY(mh_mention_find(&m, a, &doc, &w, day));
  if (r->title) {
    MH_TRY(
        mh_text_cut_with(&line, a, r->title, (uint32_t)strlen(r->title), NULL, 0, NULL));
    MH_TRY(mh_arabic_read_with(&heading, a, &line, lex, NULL));
    mh_mention_codes(&title.codes, &line, &heading);
    title.w = &heading;
  }
  MH_TRY(mh_statement_weighings(&f, &x, &n, a, &doc, &w, &m, day, &title));
  for (uint32_t i = 0; i < n; i++) {
    if (i == 0 || x[i].statement != x[i - 1].statement) put_words(r, &x[i], &doc, &w);
    printf("%s\t%u\t%s\t%s\t%d", r->source_id ? r->source_id : r->id, x[i].statement + 1,
           x[i].state ? "state" : "topic", x[i].file, x[i].words);
    put_grounds(x[i].state, x[i].holds);
  }
  return MH_OK;
}

int main(void)
{
  char *line = NULL;
  size_t room = 0;
  ssize_t len;
  for (int state = 0; state < 2; state++) {
    printf("all\t0\t%s", state ? "state" : "topic");
    put_grounds(state, UINT32_MAX);
  }
  while ((len = getline(&line, &room, stdin)) > 0) {
    mh_report *r = NULL;
    mh_error err;
    mh_arena a;
    mh_arena_init(&a, (size_t)len * 96 + (8u << 20));
    if (mh_read(&r, mh_lexicon_builtin(), MH_FORMAT_JSONL, NULL, line, (size_t)len,
                &err) != MH_OK)
      fprintf(stderr, "weighings: %s\n", err.text);
    else if (put_report(r, &a) != MH_OK)
      fprintf(stderr, "weighings: out of memory\n");
    mh_report_free(r);
    mh_arena_free(&a);
  }
  free(line);
  return 0;
}
