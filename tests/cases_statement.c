/* cases_statement - runs the cases of a folder that are about statements and meetings,
 * through the library's own door and with the lexicon that is built in.
 *
 *   cases_statement FOLDER [--update]
 *
 * A case is `=== name`, `published: YYYY-MM-DD` (may be missing), paragraphs, one a line,
 * `---`, and what is found, a line each:
 *
 *   act  SPEAKER+SPEAKER  «trigger»  «content»  topic,topic[  renewed]
 *   meeting  PARTY+PARTY kind #ordinal date place [next]
 *
 * Topics stand in the order of the alphabet, `-` where there is none.  Meetings come last;
 * what is not known of one is left out.  Prints TAP; --update rewrites what is expected by
 * what came out.
 *
 * The paragraphs go in as JSON Lines, so that nothing is taken for debris of a page.
 */
#include <stdlib.h>

#include "cases.h"

static void put_list(mh_out *o, const char *const *at, size_t n, const char *between)
{
  for (size_t i = 0; i < n; i++) {
    if (i) mh_out_text(o, between);
    mh_out_text(o, at[i]);
  }
}

static int by_name(const void *a, const void *b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void put_topics(mh_out *o, const mh_statement *s)
{
  const char *sorted[64];
  const size_t n = s->n_topics < 64 ? s->n_topics : 64;
  for (size_t i = 0; i < n; i++) sorted[i] = s->topics[i];
  qsort(sorted, n, sizeof *sorted, by_name);
  if (n == 0) mh_out_text(o, "-");
  put_list(o, sorted, n, ",");
}

static void put_quote(mh_out *o, const char *text, mh_span s)
{
  mh_out_text(o, "  " OPEN);
  mh_out_bytes(o, text + s.at, s.len);
  mh_out_text(o, CLOSE);
}

static void put_statement(mh_out *o, const char *text, const mh_statement *s)
{
  mh_out_fmt(o, "%s  ", mh_act_id(s->act));
  for (size_t i = 0; i < s->n_speakers; i++)
    mh_out_fmt(o, "%s%s", i ? "+" : "", s->speakers[i].id);
  put_quote(o, text, s->trigger);
  put_quote(o, text, s->content);
  mh_out_text(o, "  ");
  put_topics(o, s);
  mh_out_text(o, s->renewed ? "  renewed\n" : "\n");
}

static void put_meeting(mh_out *o, const mh_meeting *m)
{
  mh_out_text(o, "meeting  ");
  put_list(o, m->parties, m->n_parties, "+");
  mh_out_fmt(o, " %s", m->kind);
  if (m->ordinal) mh_out_fmt(o, " #%u", (unsigned)m->ordinal);
  if (m->date) mh_out_fmt(o, " %s", m->date);
  if (m->place) mh_out_fmt(o, " %s", m->place);
  mh_out_text(o, m->next ? " next\n" : "\n");
}

static mh_status find(mh_out *out, const one_case *c, mh_error *err)
{
  mh_out json = {0};
  mh_report *r;
  size_t n, n_statements, n_meetings;
  mh_out_text(&json, "{\"text\":");
  mh_out_json(&json, c->text.at, c->text.len);
  if (c->published[0]) mh_out_fmt(&json, ",\"published\":\"%s\"", c->published);
  mh_out_text(&json, "}");
  const mh_status status = mh_read(&r, mh_lexicon_builtin(), MH_FORMAT_JSONL, NULL,
                                   json.at, json.len, err);
  mh_out_free(&json);
  MH_TRY(status);
  const char *text = mh_report_text(r, &n);
  const mh_statement *s = mh_report_statements(r, &n_statements);
  for (size_t i = 0; i < n_statements; i++) put_statement(out, text, &s[i]);
  const mh_meeting *m = mh_report_meetings(r, &n_meetings);
  for (size_t i = 0; i < n_meetings; i++) put_meeting(out, &m[i]);
  mh_report_free(r);
  return out->status;
}

int main(int argc, char **argv)
{
  return cases_main(argc, argv, find);
}
