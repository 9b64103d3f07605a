/* cases_page - pages that people copied, pages of the web, and what must be read out of them.
 *
 *   cases_page [--update] FOLDER
 *
 * reads every *.txt of the folder.  A file is a row of cases:
 *
 *   === name of the case
 *   the page, byte for byte, up to the next line that is exactly --- (a page that has
 *   such a line itself writes it \--- )
 *   ---
 *   title: ...            expectations, one a line, in this order; a field that the
 *   subtitle: ...         article has not is not written
 *   byline: outlet: url: language: id: published: updated: dateline:
 *   heading: ...          each heading
 *   text: ...             each line of the body
 *   error: bad format     instead of all, when it must fail: the word for the status
 *
 * A page with a form feed (\x{0c}) is what pdftotext takes out of a PDF.  The last empty line
 * of a page is not part of it.  \u{200f} in a page stands for that code
 * point and \x{c7} for that byte, so that what is invisible can be seen.  --update writes
 * the files anew with what was read; git shows what changed.  Prints the cases that fail
 * and a last line with the count; exit 1 when one failed.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "src/page/page.h"

typedef struct tally {
  unsigned passed, failed;
  bool update;
} tally;

/* ---- the article as expectation lines ----------------------------------------- */

static void put_field(mh_out *o, const char *name, const char *value)
{
  if (value) mh_out_fmt(o, "%s: %s\n", name, value);
}

static void put_lines(mh_out *o, const mh_article *x)
{
  for (uint32_t i = 0; i < x->n_headings; i++)
    mh_out_fmt(o, "heading: %.*s\n", (int)x->headings[i].len,
               x->text + x->headings[i].at);
  for (const char *p = x->text, *end = x->text + x->len; p <= end;) {
    const char *nl = memchr(p, '\n', (size_t)(end - p));
    if (!nl) nl = end;
    mh_out_fmt(o, "text: %.*s\n", (int)(nl - p), p);
    p = nl + 1;
  }
}

static mh_status read_as_it_looks(mh_article *x, mh_arena *a, const char *page,
                                  size_t len, mh_error *err)
{
  switch (mh_page_guess(page, len)) {
  case MH_FORMAT_JSONL: return mh_page_json(x, a, page, len, err);
  case MH_FORMAT_HTML: return mh_page_html(x, a, page, len, NULL, err);
  default:
    return memchr(page, '\f', len) ? mh_page_pdf_text(x, a, page, len, err)
                                   : mh_page_plain(x, a, page, len, err);
  }
}

static void read_page(mh_out *o, const char *page, size_t len)
{
  mh_arena a;
  mh_article x;
  mh_error err;
  mh_arena_init(&a, 64u << 20);
  const mh_status s = read_as_it_looks(&x, &a, page, len, &err);
  if (s != MH_OK) {
    mh_out_fmt(o, "error: %s: %s\n", mh_status_text(s), err.text);
  } else {
    put_field(o, "title", x.title);
    put_field(o, "subtitle", x.subtitle);
    put_field(o, "byline", x.byline);
    put_field(o, "outlet", x.outlet);
    put_field(o, "url", x.url);
    put_field(o, "language", x.language);
    put_field(o, "id", x.id);
    put_field(o, "published", x.published);
    put_field(o, "updated", x.updated);
    put_field(o, "dateline", x.dateline);
    put_lines(o, &x);
  }
  mh_arena_free(&a);
}

/* ---- a file of cases -------------------------------------------------------------- */

static char *slurp(const char *path, size_t *len)
{
  FILE *f = fopen(path, "rb");
  char *bytes = malloc((4u << 20) + 1);
  *len = f && bytes ? fread(bytes, 1, 4u << 20, f) : 0;
  if (f) fclose(f);
  if (bytes) bytes[*len] = '\0';
  return bytes;
}

static void put_point(mh_out *o, unsigned long c)
{
  if (c < 0x80)
    mh_out_char(o, (char)c);
  else if (c < 0x800)
    mh_out_char(o, (char)(0xc0 | c >> 6));
  else
    mh_out_char(o, (char)(0xe0 | c >> 12));
  if (c >= 0x800) mh_out_char(o, (char)(0x80 | (c >> 6 & 63)));
  if (c >= 0x80) mh_out_char(o, (char)(0x80 | (c & 63)));
}

/* The page with its \u{...} and \x{...} made real. */
static void unescape(mh_out *o, const char *p, size_t len)
{
  for (size_t i = 0; i < len; i++) {
    char *end = NULL;
    const bool named = p[i] == '\\' && i + 4 < len &&
                       (p[i + 1] == 'u' || p[i + 1] == 'x') && p[i + 2] == '{';
    const unsigned long c = named ? strtoul(p + i + 3, &end, 16) : 0;
    const bool dashes = len - i >= 4 && strncmp(p + i, "\\---", 4) == 0;
    if (named && *end == '}') {
      if (p[i + 1] == 'x')
        mh_out_char(o, (char)c);
      else
        put_point(o, c);
      i = (size_t)(end - p);
    } else if (!dashes) {
      mh_out_char(o, p[i]);
    }
  }
}

static const char *line_end(const char *p)
{
  const char *nl = strchr(p, '\n');
  return nl ? nl + 1 : p + strlen(p);
}

/* The line that begins with `mark`, from p on; the end of the text when there is none. */
static const char *find_line(const char *p, const char *mark)
{
  while (*p && strncmp(p, mark, strlen(mark)) != 0) p = line_end(p);
  return p;
}

/* One case at *p (a line ===); *p behind it.  The case as it should stand goes to `now`. */
static void run_case(tally *t, mh_out *now, const char *path, const char **p)
{
  const char *name = *p, *page = line_end(name);
  const char *mark = find_line(page, "---\n"), *expect = line_end(mark);
  const char *next = find_line(expect, "=== ");
  const char *end = next;
  mh_out raw = {0}, got = {0};
  while (end > expect && end[-1] == '\n') end--;
  size_t len = (size_t)(mark - page);
  if (len && page[len - 1] == '\n') len--;
  unescape(&raw, page, len);
  read_page(&got, raw.at ? raw.at : "", raw.len);
  while (got.len && got.at[got.len - 1] == '\n') got.at[--got.len] = '\0';
  const bool ok = got.len == (size_t)(end - expect) &&
                  memcmp(got.at, expect, got.len) == 0;
  if (ok)
    t->passed++;
  else
    t->failed += !t->update;
  if (!ok && !t->update)
    printf("%s: %.*s--- expected\n%.*s\n--- read\n%s\n\n", path, (int)(page - name), name,
           (int)(end - expect), expect, got.at);
  mh_out_bytes(now, name, (size_t)(mark - name));
  mh_out_text(now, "---\n");
  mh_out_bytes(now, got.at, got.len);
  mh_out_text(now, *next ? "\n\n" : "\n");
  *p = next;
  mh_out_free(&raw);
  mh_out_free(&got);
}

static void write_back(const char *path, const mh_out *now)
{
  FILE *f = fopen(path, "wb");
  const bool ok = f && fwrite(now->at, 1, now->len, f) == now->len;
  if (!f || fclose(f) != 0 || !ok) fprintf(stderr, "%s: cannot write\n", path);
}

static void run_file(tally *t, const char *path)
{
  size_t len = 0;
  char *bytes = slurp(path, &len);
  mh_out now = {0};
  const char *p = bytes ? find_line(bytes, "=== ") : "";
  if (bytes) mh_out_bytes(&now, bytes, (size_t)(p - bytes));
  while (*p) run_case(t, &now, path, &p);
  if (t->update && now.len) write_back(path, &now);
  mh_out_free(&now);
  free(bytes);
}

static int is_case_file(const struct dirent *d)
{
  const char *dot = strrchr(d->d_name, '.');
  return dot && strcmp(dot, ".txt") == 0;
}

int main(int argc, char **argv)
{
  tally t = {.update = argc == 3 && strcmp(argv[1], "--update") == 0};
  if (argc != 2 + t.update)
    return fputs("usage: cases_page [--update] FOLDER\n", stderr), 2;
  struct dirent **files = NULL;
  const int n = scandir(argv[argc - 1], &files, is_case_file, alphasort);
  if (n <= 0) return fprintf(stderr, "%s: no cases\n", argv[argc - 1]), 1;
  for (int i = 0; i < n; i++) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", argv[argc - 1], files[i]->d_name);
    run_file(&t, path);
    free(files[i]);
  }
  free(files);
  printf("%u passed, %u failed\n", t.passed, t.failed);
  return t.failed ? 1 : 0;
}
