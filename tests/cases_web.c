/* cases_web - whole web pages with the habits of Arabic outlets, and what must be read out of
 * them.
 *
 *   cases_web [--update] FOLDER
 *
 * reads every NAME.html of the folder (any bytes, in whatever charset they are) and holds what
 * is read against NAME.expect, which is UTF-8:
 *
 *   # what is peculiar to the page
 *   given url: ...        where it came from, if that is known
 *   given charset: ...    what the server said
 *   title (heading): ...  expectations, one a line, in this order, each with where it was
 *   byline (text): ...    found; what the article has not is not written:
 *   outlet: published: updated: language: url: charset: dateline: home:
 *   ---
 *   the text, a paragraph a line, headings led by "== "
 *   error: bad format     instead of all, when it must fail: the word for the status
 *
 * --update writes the expectations anew; git shows what changed.  Prints the pages that fail
 * and a last line with the count; exit 1 when one failed.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "src/page/page.h"

enum { FILE_MOST = 4 << 20 };

typedef struct tally {
  unsigned passed, failed;
  bool update;
} tally;

static char *slurp(const char *path, size_t *len)
{
  FILE *f = fopen(path, "rb");
  char *bytes = malloc(FILE_MOST + 1);
  *len = f && bytes ? fread(bytes, 1, FILE_MOST, f) : 0;
  if (f) fclose(f);
  if (bytes) bytes[*len] = '\0';
  return f ? bytes : (free(bytes), NULL);
}

/* ---- what is read, as lines of an expectation ---------------------------------------- */

static void put(mh_out *o, const char *name, const char *from, const char *value)
{
  if (!value) return;
  mh_out_text(o, name);
  if (from) mh_out_fmt(o, " (%s)", from);
  mh_out_fmt(o, ": %s\n", value);
}

static bool is_heading(const mh_article *x, uint32_t at)
{
  for (uint32_t i = 0; i < x->n_headings; i++)
    if (x->headings[i].at == at) return true;
  return false;
}

static void put_text(mh_out *o, const mh_article *x)
{
  mh_out_text(o, "---\n");
  for (uint32_t at = 0, end; at <= x->len; at = end + 1) {
    const char *nl = memchr(x->text + at, '\n', x->len - at);
    end = nl ? (uint32_t)(nl - x->text) : x->len;
    if (is_heading(x, at)) mh_out_text(o, "== ");
    mh_out_bytes(o, x->text + at, end - at);
    mh_out_char(o, '\n');
  }
}

static void put_article(mh_out *o, const mh_article *x)
{
  put(o, "title", x->from_title, x->title);
  put(o, "byline", x->from_byline, x->byline);
  put(o, "outlet", x->from_outlet, x->outlet);
  put(o, "published", x->from_published, x->published);
  put(o, "updated", x->from_updated, x->updated);
  put(o, "language", x->from_language, x->language);
  put(o, "url", x->from_url, x->url);
  put(o, "charset", NULL, x->charset);
  put(o, "dateline", NULL, x->dateline);
  put(o, "home", NULL, x->home);
  put_text(o, x);
}

static void read_page(mh_out *o, const char *bytes, size_t len, const mh_source *from)
{
  mh_arena a;
  mh_article x;
  mh_error err;
  mh_arena_init(&a, 256u << 20);
  const mh_status s = mh_page_html(&x, &a, bytes, len, from, &err);
  if (s == MH_OK)
    put_article(o, &x);
  else
    mh_out_fmt(o, "error: %s\n", mh_status_text(s));
  mh_arena_free(&a);
}

/* ---- a page and its expectation ------------------------------------------------------- */

/* The value of a line "name: value" at the head of the expectation, as a string of its own;
 * NULL when there is none. */
static char *given(const char *expect, const char *name)
{
  const char *p = strstr(expect, name);
  if (!p || (p != expect && p[-1] != '\n')) return NULL;
  p += strlen(name);
  const size_t n = strcspn(p, "\n");
  char *value = malloc(n + 1);
  if (value) memcpy(value, p, n);
  if (value) value[n] = '\0';
  return value;
}

/* Where the expectations begin, behind comments and what is given. */
static const char *skip_head(const char *p)
{
  while (*p == '#' || strncmp(p, "given ", 6) == 0) {
    p += strcspn(p, "\n");
    p += *p == '\n';
  }
  return p;
}

static void write_back(const char *path, const char *head, size_t n, const mh_out *now)
{
  FILE *f = fopen(path, "wb");
  bool ok = f && fwrite(head, 1, n, f) == n;
  ok = ok && fwrite(now->at, 1, now->len, f) == now->len;
  if (!f || fclose(f) != 0 || !ok) fprintf(stderr, "%s: cannot write\n", path);
}

static void run_page(tally *t, const char *path)
{
  char beside[4096];
  size_t len = 0, n = 0;
  mh_out got = {0};
  snprintf(beside, sizeof beside, "%.*s.expect", (int)(strlen(path) - 5), path);
  char *bytes = slurp(path, &len), *expect = slurp(beside, &n);
  char *url = given(expect ? expect : "", "given url: ");
  char *charset = given(expect ? expect : "", "given charset: ");
  const mh_source from = {.path = path, .url = url, .charset = charset};
  const char *rest = skip_head(expect ? expect : "");
  read_page(&got, bytes ? bytes : "", len, &from);
  if (got.at && strcmp(got.at, rest) == 0) {
    t->passed++;
  } else if (t->update) {
    write_back(beside, expect ? expect : "", expect ? (size_t)(rest - expect) : 0, &got);
  } else {
    t->failed++;
    printf("not ok %s\n--- expected\n%s--- read\n%s\n", path, rest, got.at);
  }
  mh_out_free(&got);
  free(bytes);
  free(expect);
  free(url);
  free(charset);
}

static int is_page_file(const struct dirent *d)
{
  const char *dot = strrchr(d->d_name, '.');
  return dot && strcmp(dot, ".html") == 0;
}

int main(int argc, char **argv)
{
  tally t = {.update = argc == 3 && strcmp(argv[1], "--update") == 0};
  if (argc != 2 + t.update)
    return fputs("usage: cases_web [--update] FOLDER\n", stderr), 2;
  struct dirent **files = NULL;
  const int n = scandir(argv[argc - 1], &files, is_page_file, alphasort);
  if (n <= 0) return fprintf(stderr, "%s: no pages\n", argv[argc - 1]), 1;
  for (int i = 0; i < n; i++) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", argv[argc - 1], files[i]->d_name);
    run_page(&t, path);
    free(files[i]);
  }
  free(files);
  printf("%u passed, %u failed\n", t.passed, t.failed);
  return t.failed ? 1 : 0;
}
