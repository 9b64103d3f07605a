/* weighings - what the files of each statement rest on, for fitting it: reports as JSON Lines
 * in, a line for each file that was weighed out: the report's id, the statement's number from
 * 1 on, "topic" or "state", the topic's id or the state's code, and the ids of the grounds that
 * hold for it, parted by tabs.  The first two lines name all grounds.
 *
 * Used by tools/weigh_files.py; not installed. */
#include <stdio.h>
#include <stdlib.h>

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
    printf("%s\t%u\t%s\t%s", r->source_id ? r->source_id : r->id, x[i].statement + 1,
           x[i].state ? "state" : "topic", x[i].file);
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
    printf("all\t0\t%s\t", state ? "state" : "topic");
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
