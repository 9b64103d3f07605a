/* lines - cut clean text into lines, measure them, undo wrapping at a column.
 *
 * A line is measured by its shape only: how long, how many words, does it end as a
 * sentence does.  What it is for the article is said in article.c and plain.c.
 */
#include "inside.h"

enum {
  LINES_MAX = 1 << 18, /* a page with more is none */
  LONG_BYTES = 800,    /* from here on nobody asks for exact counts */
  PARAGRAPH_POINTS = 160,
  HEADLINE_WORDS = 24,
  WRAP_COLUMNS_MAX = 130,
  WRAP_BYTES_MAX = 260
};

/* The last character that is no closing mark. */
static uint32_t last_point(const char *text, uint32_t len)
{
  for (uint32_t end = len, n; end > 0;) {
    uint32_t at = end - 1;
    while (at > 0 && ((unsigned char)text[at] & 0xc0) == 0x80) at--;
    const uint32_t c = mh_utf8_next(text + at, &n);
    const bool closing = c == '"' || c == ')' || c == ']' || c == '\'' || c == 0xbb ||
                         c == 0x201d || c == 0x2019 || c == ' ';
    if (!closing) return c;
    end = at;
  }
  return 0;
}

/* Full stop, question and exclamation mark, ellipsis, Arabic question mark, colon. */
static bool ends_sentence(uint32_t c)
{
  return c == '.' || c == '!' || c == '?' || c == ':' || c == 0x2026 || c == 0x61f ||
         c == 0x6d4;
}

static void measure(mh_page__line *line, const char *text)
{
  const char *t = text + line->at;
  const uint32_t last = last_point(t, line->len);
  line->final = ends_sentence(last);
  line->asks = last == '?' || last == '!' || last == 0x61f;
  if (line->len > LONG_BYTES) {
    line->points = line->len / 2;
    line->words = 400;
    return;
  }
  line->points = (uint32_t)mh_utf8_count(t, line->len);
  uint32_t blanks = 0;
  for (uint32_t i = 0; i < line->len; i++) blanks += t[i] == ' ';
  line->words = (uint16_t)(1 + blanks);
}

mh_status mh_page__cut_lines(mh_page__lines *out, mh_arena *a, char *text, uint32_t len,
                             mh_error *err)
{
  bool gap = false;
  *out = (mh_page__lines){.text = text, .len = len};
  for (uint32_t at = 0, end; at < len; at = end + 1) {
    const char *nl = memchr(text + at, '\n', len - at);
    end = nl ? (uint32_t)(nl - text) : len;
    if (end == at) {
      gap = true;
      continue;
    }
    if (out->n == LINES_MAX)
      return mh_fail(err, MH_ELIMIT, 0, "more than %d lines", LINES_MAX);
    mh_page__line line = {.at = at, .len = end - at, .gap = gap, .keep = true};
    measure(&line, text);
    if (MH_PUSH(a, out, line) != MH_OK)
      return mh_fail(err, MH_ENOMEM, 0, "no memory for lines");
    gap = false;
  }
  return MH_OK;
}

bool mh_page__is_paragraph(const mh_page__line *line)
{
  if (line->points > PARAGRAPH_POINTS) return true;
  return line->final && line->words >= 6;
}

bool mh_page__is_short(const mh_page__line *line)
{
  return !line->final && line->points <= PARAGRAPH_POINTS &&
         line->words <= HEADLINE_WORDS;
}

/* ---- wrapping ----------------------------------------------------------------- */

/* Columns as one measure counts them: characters, or bytes (`fold -w` of old). */
typedef struct measure_of {
  bool bytes;
  uint32_t width; /* of the widest line */
} measure_of;

static uint32_t columns(const mh_page__line *line, measure_of m)
{
  return m.bytes ? line->len : line->points;
}

static uint32_t first_word(const mh_page__lines *l, uint32_t i, measure_of m)
{
  const char *t = l->text + l->at[i].at;
  const char *end = memchr(t, ' ', l->at[i].len);
  const uint32_t len = end ? (uint32_t)(end - t) : l->at[i].len;
  return m.bytes ? len : (uint32_t)mh_utf8_count(t, len);
}

/* A wrapping program breaks where the next word does not fit.  So where the first word
 * of line i + 1 would have fitted on line i, a person broke it. */
static bool broken_by_width(const mh_page__lines *l, uint32_t i, measure_of m)
{
  if (i + 1 >= l->n || l->at[i + 1].gap) return false;
  return columns(&l->at[i], m) + 1 + first_word(l, i + 1, m) > m.width;
}

static uint32_t widest(const mh_page__lines *l, measure_of m)
{
  uint32_t width = 0;
  for (uint32_t i = 0; i < l->n; i++)
    if (l->at[i].words > 1 && columns(&l->at[i], m) > width)
      width = columns(&l->at[i], m);
  return width;
}

/* How many line ends within blocks the width explains, less three times those where a
 * sentence goes on although the next word would have fitted. */
static int32_t explained(const mh_page__lines *l, measure_of m)
{
  int32_t yes = 0, no = 0;
  for (uint32_t i = 0; i + 1 < l->n; i++) {
    if (l->at[i + 1].gap || l->at[i].words < 6) continue;
    if (broken_by_width(l, i, m))
      yes += !l->at[i].final;
    else
      no += !l->at[i].final;
  }
  return yes >= 3 ? yes - 3 * no : -1;
}

static void join(mh_page__lines *l, measure_of m)
{
  uint32_t n = 0;
  bool on = false;
  for (uint32_t i = 0; i < l->n; i++) {
    const mh_page__line line = l->at[i];
    const bool goes_on = broken_by_width(l, i, m);
    if (on) {
      l->text[line.at - 1] = ' ';
      l->at[n - 1].len = line.at + line.len - l->at[n - 1].at;
      measure(&l->at[n - 1], l->text);
    } else {
      l->at[n++] = line;
    }
    on = goes_on;
    /* Lines before i are joined in place; i itself may be overwritten by now, which is
     * why its measure was taken first. */
  }
  l->n = n;
}

void mh_page__unwrap(mh_page__lines *l)
{
  measure_of by[2] = {{.bytes = false}, {.bytes = true}};
  by[0].width = widest(l, by[0]);
  by[1].width = widest(l, by[1]);
  if (by[0].width > WRAP_COLUMNS_MAX || by[1].width > WRAP_BYTES_MAX) return;
  const int32_t points = explained(l, by[0]), bytes = explained(l, by[1]);
  if (points <= 0 && bytes <= 0) return;
  join(l, points >= bytes ? by[0] : by[1]);
}
