/* letters - which code points are letters, what they fold to, and the hash of a word.
 *
 * Folded as in the text room: the spellings of alef, hamza, ya and ta marbuta are one each,
 * Persian letters go to their neighbours, digits of all kinds are one.
 */
#include "inside.h"

/* U+0621..U+064A, from hamza to ya: what each is folded to; 0 tatweel. */
static const uint16_t arabic[] = {
    0x621, 0x627, 0x627, 0x621, 0x627, 0x621, 0x627, 0x628, 0x647, 0x62A, 0x62B,
    0x62C, 0x62D, 0x62E, 0x62F, 0x630, 0x631, 0x632, 0x633, 0x634, 0x635, 0x636,
    0x637, 0x638, 0x639, 0x63A, 0x643, 0x643, 0x64A, 0x64A, 0x64A, 0,     0x641,
    0x642, 0x643, 0x644, 0x645, 0x646, 0x647, 0x648, 0x64A, 0x64A};

/* Letters that other languages add, and those that stand for an Arabic one. */
static uint32_t fold_other_arabic(uint32_t c)
{
  switch (c) {
  case 0x671: return 0x627; /* alef wasla      */
  case 0x67E: return 0x628; /* peh             */
  case 0x686: return 0x62C; /* tcheh           */
  case 0x698: return 0x632; /* jeh             */
  case 0x6A4: return 0x641; /* veh             */
  case 0x6A9:               /* keheh           */
  case 0x6AF: return 0x643; /* gaf             */
  case 0x6BE:               /* heh doachashmee */
  case 0x6C0:
  case 0x6C1:
  case 0x6D5: return 0x647; /* heh, ae         */
  case 0x6CC:               /* Farsi yeh       */
  case 0x6D2: return 0x64A; /* yeh barree      */
  default: return c;
  }
}

static uint32_t fold_arabic(uint32_t c)
{
  if (c >= 0x621 && c <= 0x64A) return arabic[c - 0x621];
  if (c >= 0x660 && c <= 0x669) return c - 0x660 + '0';
  if (c >= 0x6F0 && c <= 0x6F9) return c - 0x6F0 + '0';
  return c >= 0x671 && c <= 0x6D5 && c != 0x6D4 ? fold_other_arabic(c) : 0;
}

static uint32_t fold_ascii(uint32_t c)
{
  if (c >= 'A' && c <= 'Z') return c + 32;
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : 0;
}

/* Of other scripts whatever is neither a space nor punctuation counts. */
uint32_t mh_copies__fold(uint32_t c)
{
  if (c < 0x80) return fold_ascii(c);
  if (c >= 0x600 && c <= 0x6FF) return fold_arabic(c);
  if (c < 0xC0 || c == 0xD7 || c == 0xF7) return 0;
  if ((c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F)) return 0;
  if ((c >= 0xE000 && c <= 0xF8FF) || c == 0xFD3E || c == 0xFD3F) return 0;
  return (c >= 0xFE00 && c <= 0xFE6F) || c == 0xFEFF || c >= 0xFFF0 ? 0 : c;
}

bool mh_copies__silent(uint32_t c)
{
  return (c >= 0x64B && c <= 0x65F) || c == 0x640 || c == 0x670 || c == 0xFEFF ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

uint32_t mh_copies__next(const char *text, size_t len, size_t *step)
{
  const unsigned char *p = (const unsigned char *)text;
  *step = 1;
  if (p[0] < 0x80) return p[0];
  if (p[0] >= 0xC2 && p[0] < 0xE0 && len > 1 && (p[1] & 0xC0) == 0x80) {
    *step = 2;
    return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
  }
  if ((p[0] & 0xF0) == 0xE0 && len > 2 && (p[1] & 0xC0) == 0x80 &&
      (p[2] & 0xC0) == 0x80) {
    *step = 3;
    return (p[0] & 0xFu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
  }
  return 0;
}

uint32_t mh_copies__letters(uint32_t *out, const char *text, size_t len)
{
  uint32_t n = 0;
  for (size_t i = 0, step; i < len && n < MH_COPIES__WORD; i += step) {
    const uint32_t letter = mh_copies__fold(mh_copies__next(text + i, len - i, &step));
    if (letter) out[n++] = letter;
  }
  return n;
}

void mh_copies__hashes(uint64_t *hash, const uint32_t *letter, uint32_t n)
{
  hash[n] = 0;
  for (uint32_t i = n; i-- > 0;)
    hash[i] = hash[i + 1] * UINT64_C(0x9E3779B97F4A7C15) +
              (letter[i] + 1) * UINT64_C(0xD6E8FEB86659FD93);
}
