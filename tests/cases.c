/* cases - see cases.h. */
#include "cases.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

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

static bool run_case(mh_out *fresh, const one_case *c, find_case *find, bool update)
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
static int run(const char *path, find_case *find, bool update)
{
  char *text = load(path);
  const char *at = text;
  mh_out fresh = {0};
  one_case c;
  int failed = 0;
  if (text == NULL) return 1;
  while (next_case(&c, &at)) failed += !run_case(&fresh, &c, find, update);
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

int cases_main(int argc, char **argv, find_case *find)
{
  const bool update = argc == 3 && strcmp(argv[2], "--update") == 0;
  struct dirent **files = NULL;
  int failed = 0;
  const int n = argc > 1 ? scandir(argv[1], &files, is_cases, alphasort) : -1;
  if (n < 0) {
    fprintf(stderr, "usage: %s FOLDER [--update]\n", argv[0]);
    return 64;
  }
  for (int i = 0; i < n; i++) {
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", argv[1], files[i]->d_name);
    printf("# %s\n", files[i]->d_name);
    failed += run(path, find, update);
    free(files[i]);
  }
  free(files);
  printf("1..%d\n", number);
  return failed ? 1 : 0;
}
