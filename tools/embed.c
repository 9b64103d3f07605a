/* embed - a file as a C array, for a header made at build time: pages, words, SQL.
 *
 *   embed NAME INPUT OUTPUT.h
 *
 * makes `static const char NAME[]`, NUL-terminated, and `NAME_len`, its bytes without the
 * NUL.  A string literal would be shorter but has a length limit in ISO C.  Ships in
 * nothing.
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

static int say(const char *what, const char *why)
{
  fprintf(stderr, "embed: %s: %s\n", what, why);
  return 1;
}

/* A name that C takes: letters, digits and _, no digit first. */
static int name_ok(const char *name)
{
  for (const char *p = name; *p; p++) {
    int letter = (*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') || *p == '_';
    if (!letter && !(p > name && *p >= '0' && *p <= '9')) return 0;
  }
  return *name != '\0';
}

static unsigned long copy(FILE *in, FILE *out)
{
  unsigned long n = 0;
  for (int c; (c = getc(in)) != EOF; n++)
    fprintf(out, "%s%d,", n % 20 == 0 ? "\n  " : "", c < 128 ? c : c - 256);
  return n;
}

/* The array is at most as wide as signed char: bytes over 127 are written negative, which
 * keeps -Wpedantic quiet where char is signed; where it is not, the cast is the same bits. */
static int embed(const char *name, FILE *in, FILE *out)
{
  fprintf(out, "/* Made by tools/embed.c; do not edit. */\n");
  fprintf(out, "static const char %s[] = {", name);
  unsigned long n = copy(in, out);
  fprintf(out, "\n  0};\n");
  fprintf(out, "enum { %s_len = %lu };\n", name, n);
  return ferror(in) || ferror(out);
}

int main(int argc, char **argv)
{
  if (argc != 4 || !name_ok(argv[1])) return say("usage", "embed NAME INPUT OUTPUT.h");
  FILE *in = fopen(argv[2], "rb");
  if (!in) return say(argv[2], strerror(errno));
  FILE *out = fopen(argv[3], "wb");
  if (!out) {
    fclose(in);
    return say(argv[3], strerror(errno));
  }
  int bad = embed(argv[1], in, out);
  fclose(in);
  if (fclose(out) != 0 || bad) {
    remove(argv[3]);
    return say(argv[3], "could not be written");
  }
  return 0;
}
