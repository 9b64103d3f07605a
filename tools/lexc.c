/* lexc - the lexicon compiler.
 *
 *   lexc lists OUT.h FILE.tsv...          the closed lists as a header
 *   lexc lexicon NAME OUT.c FILE.tsv...   the tables as C
 *
 * Complaints on standard error, as file:line:column: what.  Ends with 1 when there was one. */
#include <errno.h>
#include <stdlib.h>

#include "lexc.h"

static bool load(tsv_file *out, mh_arena *a, const char *path)
{
  FILE *f = fopen(path, "rb");
  if (f == NULL) return false;
  fseek(f, 0, SEEK_END);
  const long n = ftell(f);
  rewind(f);
  char *b = n < 0 ? NULL : mh_arena_take(a, (size_t)n + 1);
  const bool ok = b && fread(b, 1, (size_t)n, f) == (size_t)n;
  fclose(f);
  *out = (tsv_file){path, b, ok ? (size_t)n : 0};
  return ok;
}

int main(int argc, char **argv)
{
  const bool lists = argc > 3 && strcmp(argv[1], "lists") == 0;
  const int out = lists ? 2 : 3, first = out + 1;
  mh_arena a;
  lexc x;
  if (!lists && (argc < 5 || strcmp(argv[1], "lexicon"))) {
    fputs("usage: lexc lists OUT.h FILE.tsv... | lexc lexicon NAME OUT.c FILE.tsv...\n",
          stderr);
    return 64;
  }
  mh_arena_init(&a, 0);
  tsv_file *files = mh_arena_take(&a, (size_t)argc * sizeof *files);
  lexc_input in = {files, 0};
  for (int i = first; i < argc; i++) {
    if (!load(&files[in.n++], &a, argv[i])) {
      fprintf(stderr, "lexc: %s: %s\n", argv[i], strerror(errno));
      return 66;
    }
  }
  if (lexc_compile(&x, &a, in, stderr) != MH_OK) {
    fputs("lexc: out of memory\n", stderr);
    return 70;
  }
  if (x.log.faults) {
    fprintf(stderr, "lexc: %u faults\n", x.log.faults);
    return 65;
  }
  FILE *f = fopen(argv[out], "wb");
  if (f == NULL) {
    fprintf(stderr, "lexc: %s: %s\n", argv[out], strerror(errno));
    return 73;
  }
  if (lists)
    lexc_emit_lists(&x, f);
  else
    lexc_emit(&x, f, argv[2]);
  if (fclose(f)) {
    fprintf(stderr, "lexc: %s: %s\n", argv[out], strerror(errno));
    return 74;
  }
  if (!lists)
    fprintf(stderr, "lexc: %u words, %u stems, %u forms, %u phrases\n", x.words.n - 1,
            x.stems.n, x.forms.n, x.meanings.n);
  mh_arena_free(&a);
  return 0;
}
