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
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "src/base/base.h"

#define OPEN  "\xC2\xAB" /* left-pointing double angle quotation mark */
#define CLOSE "\xC2\xBB" /* right-pointing */

typedef struct piece {
  const char *at;
  size_t len;
} piece;

typedef struct one_case {
  piece name, head, text, expected; /* head: from === to before --- */
  char published[16];               /* empty: not given             */
} one_case;

static piece line_at(const char *at)
{
  return (piece){at, strcspn(at, "\n")};
}

static const char *after(piece l)
{
  return l.at[l.len] ? l.at + l.len + 1 : l.at + l.len;
}

static bool begins(piece l, const char *with)
{
  return l.len >= strlen(with) && memcmp(l.at, with, strlen(with)) == 0;
}

static size_t trimmed(const char *at, size_t n)
{
  while (n && at[n - 1] == '\n') n--;
  return n;
}

/* The next case from *at on; false at the end. */
static bool next_case(one_case *c, const char **at)
{
  piece l = line_at(*at);
  *c = (one_case){0};
  while (*l.at && !begins(l, "===")) l = line_at(after(l));
  if (*l.at == 0) return false;
  c->name = (piece){l.at + 4, l.len > 4 ? l.len - 4 : 0};
  c->head.at = l.at;
  l = line_at(after(l));
  if (begins(l, "published: ")) {
    snprintf(c->published, sizeof c->published, "%.*s", (int)l.len - 11, l.at + 11);
    l = line_at(after(l));
  }
  c->text.at = l.at;
  while (*l.at && !begins(l, "---")) l = line_at(after(l));
  c->text.len = trimmed(c->text.at, (size_t)(l.at - c->text.at));
  c->head.len = (size_t)(l.at - c->head.at);
  c->expected.at = after(l);
  for (l = line_at(c->expected.at); *l.at && !begins(l, "===");) l = line_at(after(l));
  c->expected.len = (size_t)(l.at - c->expected.at);
  *at = l.at;
  return true;
}

/* ---- what came out, as lines */

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

/* ---- running */

static void complain(const one_case *c, const mh_out *got, const mh_error *err)
{
  for (piece l = line_at(c->text.at); l.at < c->text.at + c->text.len;
       l = line_at(after(l)))
    printf("# %.*s\n", (int)l.len, l.at);
  for (piece l = line_at(c->expected.at); l.at < c->expected.at + c->expected.len;
       l = line_at(after(l)))
    if (l.len) printf("#   want %.*s\n", (int)l.len, l.at);
  for (piece l = line_at(got->at ? got->at : ""); *l.at; l = line_at(after(l)))
    printf("#   got  %.*s\n", (int)l.len, l.at);
  if (err->code != MH_OK) printf("#   %s\n", err->text);
}

static bool same(const one_case *c, const mh_out *got)
{
  const size_t n = trimmed(c->expected.at, c->expected.len);
  const size_t m = trimmed(got->at, got->len);
  return n == m && (n == 0 || memcmp(c->expected.at, got->at, n) == 0);
}

static char *load(const char *path)
{
  FILE *f = fopen(path, "rb");
  if (f == NULL) return NULL;
  fseek(f, 0, SEEK_END);
  const long n = ftell(f);
  rewind(f);
  char *b = n < 0 ? NULL : malloc((size_t)n + 1);
  if (b) b[fread(b, 1, (size_t)n, f)] = 0;
  fclose(f);
  return b;
}

static int number; /* of the test, for TAP */

static bool run_case(mh_out *fresh, const one_case *c, bool update)
{
  mh_out got = {0};
  mh_error err = {0};
  const bool ok = find(&got, c, &err) == MH_OK && (update || same(c, &got));
  printf("%sok %d - %.*s\n", ok ? "" : "not ", ++number, (int)c->name.len, c->name.at);
  if (!ok) complain(c, &got, &err);
  mh_out_bytes(fresh, c->head.at, c->head.len);
  mh_out_fmt(fresh, "---\n%s\n", got.at ? got.at : "");
  mh_out_free(&got);
  return ok;
}

/* Run a file; its failures. */
static int run(const char *path, bool update)
{
  char *text = load(path);
  const char *at = text;
  mh_out fresh = {0};
  one_case c;
  int failed = 0;
  if (text == NULL) return 1;
  while (next_case(&c, &at)) failed += !run_case(&fresh, &c, update);
  FILE *f = update && fresh.len ? fopen(path, "wb") : NULL;
  if (f) {
    fwrite(fresh.at, 1, trimmed(fresh.at, fresh.len) + 1, f);
    failed += fclose(f) != 0;
  }
  mh_out_free(&fresh);
  free(text);
  return failed;
}

static int is_cases(const struct dirent *e)
{
  const size_t n = strlen(e->d_name);
  return n > 4 && strcmp(e->d_name + n - 4, ".txt") == 0;
}

int main(int argc, char **argv)
{
  const bool update = argc == 3 && strcmp(argv[2], "--update") == 0;
  struct dirent **files = NULL;
  int failed = 0;
  const int n = argc > 1 ? scandir(argv[1], &files, is_cases, alphasort) : -1;
  if (n < 0) {
    fputs("usage: cases_statement FOLDER [--update]\n", stderr);
    return 64;
  }
  for (int i = 0; i < n; i++) {
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", argv[1], files[i]->d_name);
    printf("# %s\n", files[i]->d_name);
    failed += run(path, update);
    free(files[i]);
  }
  free(files);
  printf("1..%d\n", number);
  return failed ? 1 : 0;
}
