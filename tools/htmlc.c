/* htmlc - compile data/references.tsv and the names of tags into html_tables.h, at build time.
 *
 *   htmlc data/references.tsv html_tables.h
 *
 * References are sorted by name, with the first of each initial letter; tags are a table of
 * slots where a name is looked for from its bucket on.  Complaints read file:line:column: what.
 * Ships in nothing.
 */
#include <errno.h>
#include <stdlib.h>

#include "../src/html/tags.h"
#include "tsv.h"

enum { NAME_MOST = 31, TEXT_MOST = 7 };

typedef struct reference {
  const char *name;
  char text[TEXT_MOST + 1];
  bool bare;
  const tsv_row *row;
} reference;

static const char *const tag_name[] = {"", "", "",
#define X(name, text) text,
                                       MH_HTML_TAGS(X)
#undef X
};

/* Append code point c as UTF-8. */
static bool put(char *text, uint32_t c)
{
  char utf8[5] = {0};
  if (c < 0x80) {
    utf8[0] = (char)c;
  } else if (c < 0x800) {
    utf8[0] = (char)(0xc0 | c >> 6);
    utf8[1] = (char)(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    utf8[0] = (char)(0xe0 | c >> 12);
    utf8[1] = (char)(0x80 | (c >> 6 & 0x3f));
    utf8[2] = (char)(0x80 | (c & 0x3f));
  } else {
    utf8[0] = (char)(0xf0 | c >> 18);
    utf8[1] = (char)(0x80 | (c >> 12 & 0x3f));
    utf8[2] = (char)(0x80 | (c >> 6 & 0x3f));
    utf8[3] = (char)(0x80 | (c & 0x3f));
  }
  if (c == 0 || c > 0x10ffff || strlen(text) + strlen(utf8) > TEXT_MOST) return false;
  memcpy(text + strlen(text), utf8, strlen(utf8) + 1);
  return true;
}

static void compile(reference *r, tsv_log *log, const tsv_table *t, const tsv_row *row)
{
  *r = (reference){.name = row->field[0], .bare = row->field[2][0], .row = row};
  const size_t len = strlen(r->name);
  const bool word = strspn(r->name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                    "0123456789") == len;
  if (len < 2 || len > NAME_MOST || !word)
    tsv_complain(log, t, row, 0, "no name of a reference");
  if (r->bare && (len > MH_HTML__BARE_MOST || strcmp(row->field[2], "bare") != 0))
    tsv_complain(log, t, row, 2, "bare, for names of at most %d letters, or nothing",
                 MH_HTML__BARE_MOST);
  const char *at = row->field[1];
  for (char *end; *at; at = end + (*end == ' '))
    if (!put(r->text, (uint32_t)strtoul(at, &end, 16)) || end == at || (*end & ~' ')) {
      tsv_complain(log, t, row, 1, "no code points: %s", row->field[1]);
      return;
    }
}

static int by_name(const void *x, const void *y)
{
  return strcmp(((const reference *)x)->name, ((const reference *)y)->name);
}

static void write_references(FILE *to, const reference *r, uint32_t n)
{
  fprintf(to,
          "static const struct {\n  char name[%d];\n  char text[%d];\n  bool bare;\n} "
          "reference[] = {\n",
          NAME_MOST + 1, TEXT_MOST + 1);
  for (uint32_t i = 0; i < n; i++) {
    fprintf(to, "  {\"%s\", \"", r[i].name);
    for (const char *c = r[i].text; *c; c++) fprintf(to, "\\%03o", (unsigned char)*c);
    fprintf(to, "\", %d},\n", r[i].bare);
  }
  fputs("};\n/* The first whose name begins with this letter or a later one. */\n"
        "static const uint16_t reference_from[129] = {",
        to);
  for (unsigned c = 0, i = 0; c <= 128; c++) {
    while (i < n && (unsigned char)r[i].name[0] < c) i++;
    fprintf(to, "%s%u,", c % 16 ? " " : "\n  ", i);
  }
  fputs("\n};\n", to);
}

static void write_tags(FILE *to)
{
  unsigned char slot[MH_HTML__SLOTS] = {0};
  for (unsigned t = MH_HTML_OTHER + 1; t < MH_HTML_N_TAGS; t++) {
    uint32_t at = mh_html__slot(mh_html__key(tag_name[t], strlen(tag_name[t])));
    while (slot[at]) at = (at + 1) % MH_HTML__SLOTS;
    slot[at] = (unsigned char)t;
  }
  fputs("static const struct {\n  uint64_t key;\n  uint8_t tag;\n  uint8_t len;\n} "
        "tag_slot[] = {",
        to);
  for (unsigned i = 0; i < MH_HTML__SLOTS; i++) {
    const char *name = tag_name[slot[i]];
    fprintf(to, "%s{UINT64_C(0x%llx), %u, %u},", i % 4 ? " " : "\n  ",
            (unsigned long long)mh_html__key(name, strlen(name)), slot[i],
            (unsigned)strlen(name));
  }
  fputs("\n};\n", to);
}

static int write_file(const char *path, const reference *r, uint32_t n)
{
  FILE *to = fopen(path, "wb");
  if (to) {
    fputs("/* Made by tools/htmlc from data/references.tsv and src/html/html.h.  Do not "
          "edit. */\n"
          "#ifdef MH_HTML__REFERENCES\n",
          to);
    write_references(to, r, n);
    fputs("#else\n", to);
    write_tags(to);
    fputs("#endif\n", to);
  }
  if (to && fclose(to) == 0) return 0;
  fprintf(stderr, "htmlc: %s: %s\n", path, strerror(errno));
  return 1;
}

int main(int argc, char **argv)
{
  if (argc != 3)
    return fputs("usage: htmlc data/references.tsv html_tables.h\n", stderr), 2;
  mh_arena a = {0};
  tsv_log log = {.to = stderr};
  tsv_file file = {.name = argv[1]};
  tsv_table t = {0};
  char *bytes = tsv_slurp("htmlc", argv[1], &file.len);
  int rc = 1;
  file.bytes = bytes;
  if (bytes && tsv_read(&t, &a, &file, "name points bare source", &log) == MH_OK) {
    reference *r = mh_arena_zero(&a, (size_t)(t.n + 1) * sizeof *r);
    for (uint32_t i = 0; r && i < t.n; i++) compile(&r[i], &log, &t, &t.at[i]);
    if (r) qsort(r, t.n, sizeof *r, by_name);
    for (uint32_t i = 1; r && i < t.n; i++)
      if (strcmp(r[i].name, r[i - 1].name) == 0)
        tsv_complain(&log, &t, r[i].row, 0, "also on line %u", r[i - 1].row->line);
    rc = !r || log.faults ? 1 : write_file(argv[2], r, t.n);
  }
  free(bytes);
  mh_arena_free(&a);
  return rc;
}
