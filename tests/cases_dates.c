/* cases_dates - runs the cases of a folder that are about dates, with the lexicon that is
 * built in.
 *
 *   cases_dates FOLDER [--update]
 *
 * A case is `=== name`, `published: YYYY-MM-DD` (may be missing), sentences, `---`, and what
 * is found, a line a date: `value  «quotation»`.  Prints TAP; --update rewrites what is
 * expected by what came out.  A case whose name begins with "dateline" asks mh_dates_line
 * for the first full day.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "src/mention/dates.h"

#define OPEN  "\xC2\xAB" /* left-pointing double angle quotation mark */
#define CLOSE "\xC2\xBB" /* right-pointing */

typedef struct piece {
  const char *at;
  size_t len;
} piece;

typedef struct one_case {
  piece name, head, text, expected; /* head: from === to before --- */
  mh_day published;
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
    mh_day_parse(&c->published, l.at + 11, l.len - 11);
    l = line_at(after(l));
  }
  c->text.at = l.at;
  while (*l.at && !begins(l, "---")) l = line_at(after(l));
  c->text.len = (size_t)(l.at - c->text.at);
  while (c->text.len && c->text.at[c->text.len - 1] == '\n') c->text.len--;
  c->head.len = (size_t)(l.at - c->head.at);
  c->expected.at = after(l);
  for (l = line_at(c->expected.at); *l.at && !begins(l, "===");) l = line_at(after(l));
  c->expected.len = (size_t)(l.at - c->expected.at);
  *at = l.at;
  return true;
}

static mh_status find(mh_out *out, mh_arena *a, const one_case *c)
{
  mh_doc doc;
  mh_words w;
  mh_whens found;
  const mh_lexicon *lex = mh_lexicon_builtin();
  if (begins(c->name, "dateline")) {
    mh_day d;
    char day[16] = "none";
    if (mh_dates_line(&d, lex, c->text.at, c->text.len)) mh_day_print(day, d);
    mh_out_fmt(out, "%s\n", day);
    return MH_OK;
  }
  MH_TRY(mh_text_cut(&doc, a, c->text.at, (uint32_t)c->text.len, NULL, 0));
  MH_TRY(mh_arabic_read(&w, a, &doc, lex));
  MH_TRY(mh_dates_find(&found, a, &doc, &w, c->published));
  for (uint32_t i = 0; i < found.n; i++)
    mh_out_fmt(out, "%s  " OPEN "%.*s" CLOSE "\n", found.at[i].value,
               (int)found.at[i].span.len, doc.text + found.at[i].span.at);
  return MH_OK;
}

static void complain(const one_case *c, const mh_out *got)
{
  printf("# %.*s\n", (int)c->text.len, c->text.at);
  for (piece l = line_at(c->expected.at); l.at < c->expected.at + c->expected.len;
       l = line_at(after(l)))
    if (l.len) printf("#   want %.*s\n", (int)l.len, l.at);
  for (piece l = line_at(got->at ? got->at : ""); *l.at; l = line_at(after(l)))
    printf("#   got  %.*s\n", (int)l.len, l.at);
}

static bool same(const one_case *c, const mh_out *got)
{
  size_t n = c->expected.len;
  while (n && c->expected.at[n - 1] == '\n') n--;
  size_t m = got->len;
  while (m && got->at[m - 1] == '\n') m--;
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

/* Run a file; its failures. */
static int run(const char *path, bool update)
{
  char *text = load(path);
  const char *at = text;
  mh_out fresh = {0};
  one_case c;
  int failed = 0;
  if (text == NULL) return 1;
  while (next_case(&c, &at)) {
    mh_out got = {0};
    mh_arena a;
    mh_arena_init(&a, 0);
    const bool ok = find(&got, &a, &c) == MH_OK && (update || same(&c, &got));
    printf("%sok %d - %.*s\n", ok ? "" : "not ", ++number, (int)c.name.len, c.name.at);
    if (!ok) complain(&c, &got);
    failed += !ok;
    mh_out_bytes(&fresh, c.head.at, c.head.len);
    mh_out_fmt(&fresh, "---\n%s\n", got.at ? got.at : "");
    mh_arena_free(&a);
    mh_out_free(&got);
  }
  FILE *f = update ? fopen(path, "wb") : NULL;
  if (f) {
    fwrite(fresh.at, 1, fresh.len, f);
    failed += fclose(f) != 0;
  }
  mh_out_free(&fresh);
  free(text);
  return failed;
}

int main(int argc, char **argv)
{
  const bool update = argc == 3 && strcmp(argv[2], "--update") == 0;
  int failed = 0;
  DIR *d = argc > 1 ? opendir(argv[1]) : NULL;
  if (d == NULL) {
    fputs("usage: cases_dates FOLDER [--update]\n", stderr);
    return 64;
  }
  for (const struct dirent *e; (e = readdir(d)) != NULL;) {
    char path[1024];
    if (strncmp(e->d_name, "dates", 5) != 0 || strstr(e->d_name, ".txt") == NULL)
      continue;
    snprintf(path, sizeof path, "%s/%s", argv[1], e->d_name);
    failed += run(path, update);
  }
  closedir(d);
  printf("1..%d\n", number);
  return failed ? 1 : 0;
}
