/* page_rate - the article of each page, in memory, on one thread: what the library takes
 * without a program around it.
 *
 *   page_rate PAGE...
 *
 * Prints {"pages":..,"articles":..,"article":SECONDS,"article_cpu":SECONDS,"tree_cpu":SECONDS}:
 * bytes to article (mh_page_html), on the wall and of the processor, and to a tree alone
 * (mh_html_parse, on those that are UTF-8), after one turn that is not counted.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "src/html/html.h"
#include "src/page/page.h"

typedef struct page {
  char *bytes;
  size_t len;
} page;

static double now(clockid_t which)
{
  struct timespec t;
  clock_gettime(which, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static bool load(page *p, const char *path)
{
  FILE *f = fopen(path, "rb");
  if (!f) return false;
  fseek(f, 0, SEEK_END);
  const long size = ftell(f);
  rewind(f);
  p->len = size > 0 ? (size_t)size : 0;
  p->bytes = malloc(p->len + 1);
  const bool ok = p->bytes && fread(p->bytes, 1, p->len, f) == p->len;
  fclose(f);
  return ok;
}

static unsigned articles(const page *pages, int n)
{
  unsigned good = 0;
  mh_arena a;
  mh_arena_init(&a, 0);
  for (int i = 0; i < n; i++) {
    mh_article x;
    good += mh_page_html(&x, &a, pages[i].bytes, pages[i].len, NULL, NULL) == MH_OK;
    mh_arena_reset(&a);
  }
  mh_arena_free(&a);
  return good;
}

static void trees(const page *pages, int n)
{
  mh_arena a;
  mh_arena_init(&a, 0);
  for (int i = 0; i < n; i++) {
    mh_html_doc d;
    size_t bad;
    if (mh_utf8_check(pages[i].bytes, pages[i].len, &bad) &&
        mh_html_parse(&d, &a, pages[i].bytes, pages[i].len) != MH_OK)
      fputs("page_rate: no memory\n", stderr);
    mh_arena_reset(&a);
  }
  mh_arena_free(&a);
}

int main(int argc, char **argv)
{
  const int n = argc - 1;
  page *pages = calloc((size_t)argc, sizeof *pages);
  for (int i = 0; i < n; i++)
    if (!pages || !load(&pages[i], argv[i + 1]))
      return fprintf(stderr, "page_rate: %s: cannot be read\n", argv[i + 1]), 1;
  const unsigned good = articles(pages, n);
  trees(pages, n);
  const double began = now(CLOCK_MONOTONIC), busy = now(CLOCK_PROCESS_CPUTIME_ID);
  articles(pages, n);
  const double article = now(CLOCK_MONOTONIC) - began;
  const double between = now(CLOCK_PROCESS_CPUTIME_ID);
  trees(pages, n);
  const double ended = now(CLOCK_PROCESS_CPUTIME_ID);
  printf("{\"pages\":%d,\"articles\":%u,\"article\":%.6f,\"article_cpu\":%.6f,"
         "\"tree_cpu\":%.6f}\n",
         n, good, article, between - busy, ended - between);
  for (int i = 0; pages && i < n; i++) free(pages[i].bytes);
  free(pages);
  return 0;
}
