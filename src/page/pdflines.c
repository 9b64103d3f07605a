/* pdflines - the lines of a PDF's pages as paragraphs.
 *
 *   out      running heads and feet, page numbers
 *   joined   lines of one paragraph, across pages too; words that a hyphen parts
 *
 * Empty lines tell little: a wide line spacing makes as many.  What tells most is where
 * sentences end, and which lines are too short to be full.
 */
#include <stdlib.h>

#include "inside.h"
#include "pdftext.h"

enum {
  EDGE_LINES = 3,  /* of a page that may be a running head or foot */
  TITLE_LINES = 4, /* of a headline that gaps may part             */
  PAGE_LINES_MAX = 1 << 18
};

typedef struct row {
  uint32_t at, len, points, page;
  uint32_t print; /* of the words, digits alike; for rows at the edges of pages */
  uint8_t from_top, from_end; /* lines of text above and below it on the page; 9 many */
  bool gap, final, drop;
} row;

typedef struct rows {
  const char *text;
  row *at;
  uint32_t n, cap;
  uint32_t pages, width; /* width: what a full line has, in code points */
} rows;

/* ---- rows ----------------------------------------------------------------------------------- */

static bool is_blank(char c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/* A full stop, or a mark that ends a sentence, with what may close behind it. */
static bool is_final(const char *t, uint32_t len)
{
  while (len > 0) {
    const unsigned char c = (unsigned char)t[len - 1];
    const bool closing = c == '"' || c == ')' || c == ']' || is_blank((char)c) ||
                         (len >= 2 && c == 0xbb && (unsigned char)t[len - 2] == 0xc2) ||
                         (len >= 3 && c == 0x9d && (unsigned char)t[len - 2] == 0x80);
    if (!closing) break;
    len -= c == 0xbb ? 2 : c == 0x9d ? 3 : 1;
  }
  if (len == 0) return false;
  const unsigned char c = (unsigned char)t[len - 1];
  if (c == '.' || c == '!' || c == '?' || c == ':') return true;
  return len >= 2 && (unsigned char)t[len - 2] == 0xd8 && c == 0x9f;
}

static mh_status add_row(rows *r, mh_arena *a, uint32_t at, uint32_t end, bool gap)
{
  row x = {.at = at, .len = end - at, .page = r->pages, .gap = gap};
  if (r->n == PAGE_LINES_MAX) return MH_ELIMIT;
  x.points = (uint32_t)mh_utf8_count(r->text + at, x.len);
  x.final = is_final(r->text + at, x.len);
  return MH_PUSH(a, r, x);
}

static mh_status cut(rows *r, mh_arena *a, const char *text, size_t len)
{
  bool gap = false;
  for (size_t i = 0, end; i < len; i = end + 1) {
    for (end = i; end < len && text[end] != '\n' && text[end] != '\f';) end++;
    size_t from = i, to = end;
    while (from < to && is_blank(text[from])) from++;
    while (to > from && is_blank(text[to - 1])) to--;
    if (from < to) MH_TRY(add_row(r, a, (uint32_t)from, (uint32_t)to, gap));
    gap = from == to;
    if (end < len && text[end] == '\f') r->pages++;
  }
  r->pages++;
  return MH_OK;
}

static int by_points(const void *x, const void *y)
{
  const uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
  return (a > b) - (a < b);
}

/* Nine in ten lines are no longer than a full one is. */
static mh_status measure(rows *r, mh_arena *a)
{
  uint32_t *points = mh_arena_take(a, r->n * sizeof *points), n = 0;
  if (!points) return MH_ENOMEM;
  for (uint32_t i = 0; i < r->n; i++)
    if (!r->at[i].drop) points[n++] = r->at[i].points;
  if (n == 0) return MH_OK;
  qsort(points, n, sizeof *points, by_points);
  r->width = points[n * 9 / 10];
  return MH_OK;
}

/* ---- heads and feet ------------------------------------------------------------------------- */

static uint32_t print_of(const char *text, uint32_t len)
{
  char folded[MH_PAGE__FOLD_MAX];
  const uint32_t n = mh_page__fold(folded, sizeof folded, text, len);
  uint32_t h = 2166136261u;
  if (n == UINT32_MAX) return 0;
  for (uint32_t i = 0; i < n; i++) h = (h ^ (unsigned char)folded[i]) * 16777619u;
  return h ? h : 1;
}

/* Nothing but digits and marks of punctuation. */
static bool is_number_alone(const char *text, uint32_t len)
{
  char folded[64];
  const uint32_t n = mh_page__fold(folded, sizeof folded, text, len);
  if (n == UINT32_MAX || len > 24) return false;
  for (uint32_t i = 0; i < n; i++)
    if (folded[i] != '0' && folded[i] != ' ' && folded[i] != ':') return false;
  return true;
}

static void find_edges(rows *r)
{
  for (uint32_t i = 0, n = 0; i < r->n; i++) {
    n = i && r->at[i].page == r->at[i - 1].page ? n + 1 : 0;
    r->at[i].from_top = n < 9 ? (uint8_t)n : 9;
  }
  for (uint32_t i = r->n, n = 0; i-- > 0;) {
    n = i + 1 < r->n && r->at[i].page == r->at[i + 1].page ? n + 1 : 0;
    r->at[i].from_end = n < 9 ? (uint8_t)n : 9;
    const bool edge = r->at[i].from_top < EDGE_LINES || n < EDGE_LINES;
    if (edge) r->at[i].print = print_of(r->text + r->at[i].at, r->at[i].len);
  }
}

static int by_print(const void *x, const void *y)
{
  const row *a = *(row *const *)x, *b = *(row *const *)y;
  if (a->print != b->print) return a->print < b->print ? -1 : 1;
  return (a->page > b->page) - (a->page < b->page);
}

/* The rows sorted[from..to-1], which are alike, on at least half of the pages: all go. */
static void drop_alike(const rows *r, row **sorted, uint32_t from, uint32_t to)
{
  uint32_t pages = 0;
  for (uint32_t i = from; i < to; i++)
    pages += i == from || sorted[i]->page != sorted[i - 1]->page;
  if (pages < 2 || pages * 2 < r->pages) return;
  for (uint32_t i = from; i < to; i++) sorted[i]->drop = true;
}

static mh_status drop_running(rows *r, mh_arena *a)
{
  uint32_t n = 0;
  row **sorted = mh_arena_take(a, r->n * sizeof *sorted);
  if (!sorted) return MH_ENOMEM;
  find_edges(r);
  for (uint32_t i = 0; i < r->n; i++) {
    row *x = &r->at[i];
    if ((x->from_end == 0 || x->from_top == 0) &&
        is_number_alone(r->text + x->at, x->len))
      x->drop = true;
    else if (x->print)
      sorted[n++] = x;
  }
  if (n) qsort(sorted, n, sizeof *sorted, by_print);
  for (uint32_t i = 0, k; i < n; i = k) {
    for (k = i + 1; k < n && sorted[k]->print == sorted[i]->print;) k++;
    drop_alike(r, sorted, i, k);
  }
  return MH_OK;
}

/* ---- paragraphs ------------------------------------------------------------------------------- */

/* Does a bullet, a dash or a number with a mark open it? */
static bool is_item(const rows *r, const row *x)
{
  const mh_page__lines l = {.text = (char *)(uintptr_t)r->text};
  const mh_page__line line = {.at = x->at, .len = x->len};
  return mh_page__is_item(&l, &line);
}

static bool is_full(const rows *r, const row *x)
{
  return x->points * 10 >= r->width * 8;
}

/* Digits, a colon or a dash: a day, a label, a place and an agency; no line of a headline. */
static bool is_label(const rows *r, const row *x)
{
  for (uint32_t i = 0; i < x->len; i++) {
    const unsigned char c = (unsigned char)r->text[x->at + i];
    if ((c >= '0' && c <= '9') || c == ':' || c == '-' || c == '|') return true;
    if (c == 0xd9 && i + 1 < x->len && (unsigned char)r->text[x->at + i + 1] >= 0xa0 &&
        (unsigned char)r->text[x->at + i + 1] <= 0xa9)
      return true;
    if (c == 0xe2 && i + 1 < x->len && (unsigned char)r->text[x->at + i + 1] == 0x80)
      return true;
  }
  return false;
}

typedef struct flow {
  const row *before; /* the row that was written last; NULL none */
  uint32_t lines;    /* of this paragraph so far                  */
  bool head;         /* no full line was seen yet                 */
  bool heading;      /* the paragraph is one                      */
} flow;

/* Does x go on what the paragraph says? */
static bool goes_on(const rows *r, const flow *f, const row *x)
{
  const row *b = f->before;
  if (is_item(r, x)) return false;
  if (f->head && is_full(r, x)) /* ragged lines: the first may be less than full */
    return !b->final && !x->gap && b->points * 100 >= r->width * 65;
  if (f->head)
    return !b->final && (f->lines < TITLE_LINES || !x->gap) && !is_label(r, x) &&
           !is_label(r, b) && !x->final;
  if (f->heading) return false;
  if (!b->final) return true;
  return b->points * 100 >= r->width * 95 && is_full(r, x) && !x->gap;
}

static void write_row(mh_out *out, const rows *r, const row *x, bool joined)
{
  const char *t = r->text + x->at;
  if (joined && out->len > 1 && out->at[out->len - 1] == '-') {
    const char c = out->at[out->len - 2];
    const bool word = (c >= 'a' && c <= 'z') && t[0] >= 'a' && t[0] <= 'z';
    if (word) out->at[--out->len] = '\0';
    if (!word) mh_out_char(out, ' ');
  } else if (out->len) {
    mh_out_char(out, joined ? ' ' : '\n');
  }
  mh_out_bytes(out, t, x->len);
}

static void write_paragraphs(mh_out *out, const rows *r)
{
  flow f = {.head = true};
  for (uint32_t i = 0; i < r->n; i++) {
    const row *x = &r->at[i];
    if (x->drop) continue;
    const bool joined = f.before && goes_on(r, &f, x);
    write_row(out, r, x, joined);
    f.lines = joined ? f.lines + 1 : 1;
    f.head = f.head && !is_full(r, x) && !x->final;
    f.heading = joined ? f.heading && !is_full(r, x)
                       : !x->final && x->points * 10 < r->width * 7;
    f.before = x;
  }
}

mh_status mh_page__unfold_pages(mh_out *out, mh_arena *a, const char *text, size_t len)
{
  rows r = {.text = text};
  MH_TRY(cut(&r, a, text, len));
  if (r.n == 0) return MH_EEMPTY;
  MH_TRY(drop_running(&r, a));
  MH_TRY(measure(&r, a));
  write_paragraphs(out, &r);
  return out->status;
}
