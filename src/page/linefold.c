/* linefold - a line as patterns are compared with it.
 *
 * Coarser than the folding of the text room: punctuation and numbers count for nothing
 * here, and nothing leads back to the original byte.  tools/debrisc folds the patterns
 * with the same code.
 */
#include "inside.h"

enum {
  COMMA_ARABIC = 0x60c,
  ALEF = 0x627,
  ALEF_MADDA = 0x622,
  ALEF_HAMZA_ABOVE = 0x623,
  ALEF_HAMZA_BELOW = 0x625,
  TEH_MARBUTA = 0x629,
  TATWEEL = 0x640,
  HEH = 0x647,
  ALEF_MAKSURA = 0x649,
  YEH = 0x64a,
  ALEF_WASLA = 0x671,
  KAF = 0x643,
  KEHEH = 0x6a9,
  FARSI_YEH = 0x6cc
};

static uint32_t fold_latin(uint32_t c)
{
  if (c >= 'A' && c <= 'Z') return c + 32;
  if (c >= '0' && c <= '9') return '0';
  if ((c >= 'a' && c <= 'z') || c == ':') return c;
  if (c < 0xc0) return ' ';
  if (c == 0xd7 || c == 0xf7) return ' '; /* multiplication, division */
  return c <= 0xde ? c + 32 : c;
}

static bool is_mark(uint32_t c)
{
  return (c >= 0x610 && c <= 0x61a) || (c >= 0x64b && c <= 0x65f) || c == 0x670 ||
         (c >= 0x6d6 && c <= 0x6ed && c != 0x6dd && c != 0x6de && c != 0x6e9);
}

static uint32_t fold_arabic(uint32_t c)
{
  if ((c > TEH_MARBUTA && c < TATWEEL) || (c > TATWEEL && c < ALEF_MAKSURA)) return c;
  if (c == TATWEEL || is_mark(c)) return 0;
  if ((c >= 0x660 && c <= 0x669) || (c >= 0x6f0 && c <= 0x6f9)) return '0';
  if (c < 0x620 || (c >= 0x66a && c <= 0x66d) || c == 0x6d4) return ' ';
  switch (c) {
  case ALEF_MADDA:
  case ALEF_HAMZA_ABOVE:
  case ALEF_HAMZA_BELOW:
  case ALEF_WASLA: return ALEF;
  case TEH_MARBUTA: return HEH;
  case ALEF_MAKSURA:
  case FARSI_YEH: return YEH;
  case KEHEH: return KAF;
  default: return c;
  }
}

uint32_t mh_page__fold_point(uint32_t c)
{
  if (c < 0x300) return fold_latin(c);
  if (c < 0x370 || (c >= 0xfe00 && c <= 0xfe0f)) return 0; /* combining, variants */
  if (c >= 0x600 && c < 0x700) return fold_arabic(c);
  if (c >= 0x2000 && c < 0x2c00) return ' '; /* punctuation, arrows, signs */
  if (c >= 0x3000 && c < 0x3040) return ' ';
  if (c >= 0x1f000) return ' '; /* pictures */
  return c;
}

/* The two bytes of a letter, the first the lower. */
#define PAIR(c) (uint16_t)((0xc0 | (c) >> 6) | (0x80 | ((c)&0x3f)) << 8)
#define FOUR(c) PAIR(c), PAIR((c) + 1), PAIR((c) + 2), PAIR((c) + 3)

/* U+0600..U+067F, of which U+0620..U+065F are folded as mh_page__fold_point() does it: nearly
 * all letters there are, of which each is to cost next to nothing.  0: not here.  A test
 * compares the two. */
static const uint16_t letters[128] = {[0x20] = PAIR(0x620),
                                      PAIR(0x621),
                                      PAIR(ALEF),
                                      PAIR(ALEF), /* 0620 */
                                      PAIR(0x624),
                                      PAIR(ALEF),
                                      PAIR(0x626),
                                      PAIR(ALEF), /* 0624 */
                                      PAIR(0x628),
                                      PAIR(HEH),
                                      PAIR(0x62a),
                                      PAIR(0x62b),
                                      FOUR(0x62c),
                                      FOUR(0x630),
                                      FOUR(0x634),
                                      FOUR(0x638),
                                      FOUR(0x63c),
                                      0,
                                      PAIR(0x641),
                                      PAIR(0x642),
                                      PAIR(KAF),
                                      FOUR(0x644),
                                      PAIR(0x648),
                                      PAIR(YEH),
                                      PAIR(YEH)};

/* The letter of the table at t; 0 when it is none of it. */
static inline uint16_t letter_at(const char *t)
{
  const unsigned char a = (unsigned char)t[0], b = (unsigned char)t[1];
  return (a & 0xfe) == 0xd8 ? letters[(a & 1) << 6 | (b & 0x3f)] : 0;
}

static uint32_t put(char *out, uint32_t c)
{
  if (c < 0x80) {
    out[0] = (char)c;
    return 1;
  }
  if (c < 0x800) {
    out[0] = (char)(0xc0 | c >> 6);
    out[1] = (char)(0x80 | (c & 0x3f));
    return 2;
  }
  const uint32_t head = c < 0x10000 ? 0 : 1;
  if (head) out[0] = (char)(0xf0 | c >> 18);
  out[head] = (char)(head ? 0x80 | (c >> 12 & 0x3f) : 0xe0 | c >> 12);
  out[head + 1] = (char)(0x80 | (c >> 6 & 0x3f));
  out[head + 2] = (char)(0x80 | (c & 0x3f));
  return head + 3;
}

/* The code point at p; letters of two bytes, nearly all there is, without a call. */
static inline uint32_t point_at(const char *p, uint32_t *n)
{
  const unsigned char c = (unsigned char)p[0];
  if (c < 0xc0 || c >= 0xe0) return mh_utf8_next(p, n);
  *n = 2;
  return (uint32_t)(c & 0x1f) << 6 | ((unsigned char)p[1] & 0x3f);
}

static inline bool is_latin(char c)
{
  return (unsigned char)((c | 0x20) - 'a') < 26;
}

/* Is c between two digits part of one number ("1,234", "4.5")? */
static bool joins_digits(uint32_t c)
{
  return c == '.' || c == ',' || c == COMMA_ARABIC || c == 0x66b || c == 0x66c;
}

uint32_t mh_page__fold(char *out, uint32_t cap, const char *text, uint32_t len)
{
  uint32_t n = 0, joint = 0;
  char due = 0; /* separator to write before the next letter */
  for (uint32_t i = 0, step; i < len; i += step) {
    uint16_t letter = i + 1 < len ? letter_at(text + i) : 0;
    if (letter) {
      if (n + 6 > cap) return UINT32_MAX;
      if (due && n) out[n++] = due;
      due = 0;
      for (step = 0; letter && n + 6 <= cap; step += 2) { /* the word, or most of it */
        out[n++] = (char)letter;
        out[n++] = (char)(letter >> 8);
        letter = i + step + 3 < len ? letter_at(text + i + step + 2) : 0;
      }
      continue;
    }
    if (text[i] == ' ') { /* most of what stands between words */
      joint = 0;
      if (due != ':') due = ' ';
      step = 1;
      continue;
    }
    if (is_latin(text[i])) {
      if (n + 6 > cap) return UINT32_MAX;
      if (due && n) out[n++] = due;
      due = 0;
      for (step = 0; i + step < len && n + 6 <= cap && is_latin(text[i + step]); step++)
        out[n++] = (char)(text[i + step] | 0x20);
      continue;
    }
    const uint32_t raw = point_at(text + i, &step), c = mh_page__fold_point(raw);
    if (c == 0) continue;
    if (c == ' ' || c == ':') {
      joint = due == 0 && joins_digits(raw);
      if (due != ':') due = (char)c;
      continue;
    }
    const bool after_digit = n && out[n - 1] == '0';
    if (c == '0' && after_digit && (!due || joint)) {
      due = 0;
      continue;
    }
    if (n + 6 > cap) return UINT32_MAX;
    if (due && n) out[n++] = due;
    due = 0;
    n += put(out + n, c);
  }
  return n;
}

static bool separates(uint32_t c)
{
  return c == ' ' || c == ':';
}

/* Closing marks belong to what is before: they are skipped, opening ones are not. */
static bool opens(uint32_t raw)
{
  return raw == '(' || raw == '[' || raw == '"' || raw == 0xab || raw == 0x201c ||
         raw == 0x2018;
}

uint32_t mh_page__skip_words(const char *text, uint32_t len, uint32_t n)
{
  bool in_word = false;
  for (uint32_t i = 0, step; i < len; i += step) {
    const uint32_t raw = mh_utf8_next(text + i, &step), c = mh_page__fold_point(raw);
    if (c == 0) continue;
    if (separates(c)) {
      in_word = false;
      if (n == 0 && opens(raw)) return i;
    } else if (!in_word) {
      if (n == 0) return i;
      n--;
      in_word = true;
    }
  }
  return len;
}
