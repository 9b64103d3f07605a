/* pdforder - Arabic of a PDF in the order in which it is read.
 *
 * A PDF knows signs and their places, not letters in an order.  pdftotext (poppler) takes a line
 * as the eye sees it, from left to right, and gives an Arabic one back to front, with numbers
 * and Latin words within it between U+202A and U+202C as they were seen, and the blanks and
 * marks of punctuation beside them too, which therefore stand on the wrong side.  So the line
 * is made one that runs from right to left throughout, and then numbers and Latin words alone
 * are turned.  Rules of what belongs to a number or a Latin run: UAX #9, W4 and W7.
 */
#include "pdftext.h"

enum { LRE = 0x202a, RLE = 0x202b, POP = 0x202c };

static void turn(uint32_t *at, uint32_t n)
{
  for (uint32_t i = 0; i + 1 < n - i; i++) {
    const uint32_t c = at[i];
    at[i] = at[n - 1 - i];
    at[n - 1 - i] = c;
  }
}

static bool is_digit(uint32_t c)
{
  return (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) ||
         (c >= 0x6f0 && c <= 0x6f9);
}

/* Latin and its neighbours: Greek, Cyrillic. */
static bool is_latin(uint32_t c)
{
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return (c >= 0xc0 && c < 0x530 && c != 0xd7 && c != 0xf7) ||
         (c >= 0x1e00 && c < 0x2000);
}

static bool is_arabic(uint32_t c)
{
  return (c >= 0x620 && c <= 0x6d3 && !is_digit(c)) || (c >= 0xfb50 && c <= 0xfdff) ||
         (c >= 0xfe70 && c <= 0xfefc);
}

static bool joins_digits(uint32_t c)
{
  return c == '.' || c == ',' || c == ':' || c == '/' || c == 0x66b || c == 0x66c;
}

/* ---- one line -------------------------------------------------------------------------- */

/* The end of the number that begins at i. */
static uint32_t number_end(const mh_page__points *l, uint32_t i)
{
  while (i < l->n && is_digit(l->at[i])) {
    i++;
    if (i + 1 < l->n && joins_digits(l->at[i]) && is_digit(l->at[i + 1])) i++;
  }
  return i;
}

/* The end of what runs from left to right from i on, a letter or digit: as far as the last of
 * these before an Arabic letter where a Latin one is among them, else a number alone. */
static uint32_t run_end(const mh_page__points *l, uint32_t i)
{
  uint32_t end = i;
  bool latin = false;
  for (uint32_t k = i; k < l->n && !is_arabic(l->at[k]); k++) {
    latin |= is_latin(l->at[k]);
    if (is_latin(l->at[k]) || is_digit(l->at[k])) end = k + 1;
  }
  return latin ? end : number_end(l, i);
}

static void turn_runs(mh_page__points *l)
{
  for (uint32_t i = 0; i < l->n;) {
    if (!is_latin(l->at[i]) && !is_digit(l->at[i])) {
      i++;
      continue;
    }
    const uint32_t end = run_end(l, i);
    turn(l->at + i, end - i);
    i = end;
  }
}

static bool is_embedding(uint32_t c)
{
  return (c >= 0x202a && c <= 0x202e) || c == 0x200e || c == 0x200f || c == 0x61c ||
         (c >= 0x2066 && c <= 0x2069);
}

/* Is all of the line within one U+202B?  Then it runs from right to left. */
static bool is_right_to_left(const char *text, size_t len)
{
  if (len < 6 || memcmp(text, "\xe2\x80\xab", 3) != 0) return false;
  int depth = 0;
  for (size_t i = 0; i + 3 <= len; i++) {
    if (memcmp(text + i, "\xe2\x80", 2) != 0) continue;
    const unsigned char c = (unsigned char)text[i + 2];
    depth += c == 0xaa || c == 0xab;
    depth -= c == 0xac;
    if (depth == 0) return i + 3 == len;
  }
  return true;
}

mh_status mh_page__order_line(mh_page__points *out, const char *text, size_t len,
                              bool reversed)
{
  const bool whole = is_right_to_left(text, len);
  uint32_t inner = UINT32_MAX; /* where what runs from left to right begins */
  out->n = 0;
  for (size_t i = 0; i < len;) {
    uint32_t n = 0;
    const uint32_t c = mh_utf8_next(text + i, &n);
    i += n;
    if (c == LRE && whole) inner = out->n;
    if (c == POP && inner != UINT32_MAX) {
      turn(out->at + inner, out->n - inner);
      inner = UINT32_MAX;
    }
    if (is_embedding(c)) continue;
    if (out->n == out->cap) return MH_ELIMIT;
    out->at[out->n++] = c;
  }
  if (inner != UINT32_MAX) turn(out->at + inner, out->n - inner);
  if (reversed && whole) turn_runs(out); /* it was put in order once already */
  if (reversed) turn(out->at, out->n);
  if (whole || reversed) turn_runs(out);
  return MH_OK;
}

/* ---- a whole text -------------------------------------------------------------------------- */

/* U+064B..0652, in UTF-8 two bytes. */
static bool is_mark(const char *p)
{
  const unsigned char a = (unsigned char)p[0], b = (unsigned char)p[1];
  return a == 0xd9 && b >= 0x8b && b <= 0x92;
}

static bool is_letter(const char *p)
{
  const unsigned char a = (unsigned char)p[0];
  return a >= 0xd8 && a <= 0xdb && !is_mark(p) &&
         !(a == 0xd9 && (unsigned char)p[1] >= 0xa0 && (unsigned char)p[1] <= 0xad) &&
         !(a == 0xd8 && (unsigned char)p[1] < 0xa0);
}

static size_t step(const char *text, size_t i)
{
  uint32_t n = 0;
  (void)mh_utf8_next(text + i, &n);
  return n;
}

typedef struct facts {
  uint32_t first, last;  /* vowel marks at the beginnings and at the ends of words */
  uint32_t right, wrong; /* brackets with the blank on their outer side; inner     */
} facts;

static void count_marks(facts *f, const char *text, size_t len)
{
  bool in_word = false;
  for (size_t i = 0; i < len;) {
    const size_t n = step(text, i);
    const bool mark = n == 2 && is_mark(text + i), letter = n == 2 && is_letter(text + i);
    const bool ends = i + n >= len || (text[i + n] & 0x80) == 0;
    f->first += mark && !in_word;
    f->last += mark && in_word && ends;
    in_word = mark || letter;
    i += n;
  }
}

static bool is_edge(const char *text, size_t len, size_t i)
{
  return i >= len || text[i] == ' ' || text[i] == '\n' || text[i] == '\f';
}

/* A bracket that opens has a blank before it and none behind; one that closes the other way.
 * Those with blanks or words on both sides tell nothing. */
static void count_brackets(facts *f, const char *text, size_t len)
{
  for (size_t i = 0; i < len; i++) {
    const char c = text[i];
    const bool quote = i > 0 && text[i - 1] == '\xc2' && (c == '\xab' || c == '\xbb');
    if (!quote && c != '(' && c != ')') continue;
    const bool opens = c == '(' || c == '\xab';
    const size_t from = quote ? i - 1 : i;
    const bool before = from == 0 || is_edge(text, len, from - 1);
    const bool behind = is_edge(text, len, i + 1);
    if (before == behind) continue;
    f->right += before == opens;
    f->wrong += before != opens;
  }
}

static void mirror(char *text, size_t len)
{
  for (size_t i = 0; i < len; i++) {
    if (text[i] == '(' || text[i] == ')') text[i] = text[i] == '(' ? ')' : '(';
    if (i == 0 || text[i - 1] != '\xc2') continue;
    if (text[i] == '\xab' || text[i] == '\xbb')
      text[i] = text[i] == '\xab' ? '\xbb' : '\xab';
  }
}

/* Each mark goes behind the letter that follows it; two of them together. */
static void move_marks(char *text, size_t len)
{
  for (size_t i = 0; i + 4 <= len;) {
    size_t end = i;
    while (end + 4 <= len && end - i < 4 && is_mark(text + end)) end += 2;
    if (end == i || !is_letter(text + end)) {
      i += end > i ? end - i : step(text, i);
      continue;
    }
    const char letter[2] = {text[end], text[end + 1]};
    memmove(text + i + 2, text + i, end - i);
    memcpy(text + i, letter, 2);
    i = end + 2;
  }
}

/* What nothing behind it is joined to, so that a gap may look like a blank: thal, ra, zay, waw.
 * (Dal alone is a title: «D. So-and-so».) */
static bool is_loose(const char *p)
{
  const unsigned char a = (unsigned char)p[0], b = (unsigned char)p[1];
  return (a == 0xd8 && (b == 0xb0 || b == 0xb1 || b == 0xb2)) || (a == 0xd9 && b == 0x88);
}

/* The letters that stand together from text[i] on, in bytes. */
static size_t letters_at(const char *text, size_t len, size_t i)
{
  size_t n = 0;
  while (i + n + 2 <= len && is_letter(text + i + n)) n += 2;
  return n;
}

/* Endings of words that are no words: yeh and teh marbuta, yeh-yeh-noon, yeh-waw-noon,
 * yeh-noon, yeh-alef-teh; yeh-alef, which is one, but not in a report. */
static bool is_ending(const char *p, size_t n)
{
  static const char *const endings[] = {
      "\xd9\x8a\xd8\xa9", "\xd9\x8a\xd9\x8a\xd9\x86", "\xd9\x8a\xd9\x88\xd9\x86",
      "\xd9\x8a\xd9\x86", "\xd9\x8a\xd8\xa7\xd8\xaa", "\xd9\x8a\xd8\xa7"};
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
    if (strlen(endings[i]) == n && memcmp(p, endings[i], n) == 0) return true;
  return false;
}

/* Is the blank at i a gap within a word: behind a letter that stands alone, before an alef that
 * does, before an ending behind a letter that nothing is joined to? */
static bool is_gap(const char *text, size_t len, size_t i)
{
  if (text[i] != ' ' || i < 2 || !is_letter(text + i - 2)) return false;
  const size_t next = letters_at(text, len, i + 1);
  const bool alone = i == 2 || text[i - 3] == ' ' || text[i - 3] == '\n';
  const bool loose = is_loose(text + i - 2);
  if (next == 0) return false;
  if (alone && loose) return true;
  if (next == 2 && memcmp(text + i + 1, "\xd8\xa7", 2) == 0) return true;
  return loose && is_ending(text + i + 1, next);
}

/* Gaps within words, which are U+0001 by now, go, and with `bare` vowel marks. */
static size_t squeeze(char *text, size_t len, bool bare)
{
  size_t to = 0;
  for (size_t i = 0; i < len;) {
    const size_t n = step(text, i);
    const bool gone = (bare && n == 2 && is_mark(text + i)) || text[i] == '\x01';
    if (!gone) {
      memmove(text + to, text + i, n);
      to += n;
    }
    i += n;
  }
  return to;
}

void mh_page__order_text(char *text, size_t *len)
{
  facts f = {0};
  count_marks(&f, text, *len);
  count_brackets(&f, text, *len);
  if (f.wrong >= 2 && f.wrong > 2 * f.right) mirror(text, *len);
  const bool moved = f.first > 4 * f.last;
  if (moved) move_marks(text, *len);
  for (size_t i = *len; i-- > 0;) /* from the end, as it looks at what stands before */
    if (is_gap(text, *len, i)) text[i] = '\x01';
  *len = squeeze(text, *len, f.first > 0 && !moved);
}

/* ---- lam and alef ------------------------------------------------------------------------------ */

/* Alef of any kind but madda at p? */
static bool is_alef(const char *p)
{
  const unsigned char b = (unsigned char)p[1];
  return (unsigned char)p[0] == 0xd8 &&
         (b == 0xa7 || b == 0xa3 || b == 0xa5 || b == 0xa2);
}

static bool is_plain_alef(const char *p)
{
  return memcmp(p, "\xd8\xa7", 2) == 0;
}

static bool is_lam(const char *p)
{
  return memcmp(p, "\xd9\x84", 2) == 0;
}

/* A word may begin with article and alef, never with two alefs and a lam.  (Waw, fa, ba and kaf
 * may stand before.) */
bool mh_page__has_turned_lam_alef(const char *text, size_t len)
{
  uint32_t right = 0, turned = 0;
  for (size_t i = 0; i + 8 <= len; i += step(text, i)) {
    if (i && text[i - 1] != ' ' && text[i - 1] != '\n') continue;
    const char *p = text + i;
    if (len - i >= 8 && is_letter(p) && !is_plain_alef(p) && is_plain_alef(p + 2)) p += 2;
    if (!is_plain_alef(p)) continue;
    right += is_lam(p + 2) && is_alef(p + 4);
    turned += is_alef(p + 2) && is_lam(p + 4);
  }
  return turned >= 2 && turned * 4 > right;
}
