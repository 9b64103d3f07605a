/* feed_fold - words of days and hours as they are looked up: small letters, the forms of alef
 * one, ya and alef maqsura one, ta marbuta and ha one; marks, tatweel and the article gone.
 *
 * Shared with tools/feedc, which folds data/feed-words.tsv and data/months.tsv alike.
 */
#include "feed_fold.h"

#include "../base/base.h"

/* The letter that c counts as; 0 for what counts as nothing. */
static uint32_t letter(uint32_t c)
{
  if (c >= 'A' && c <= 'Z') return c + 32;
  if (c == 0x622 || c == 0x623 || c == 0x625 || c == 0x671) return 0x627;
  if (c == 0x649) return 0x64a;
  if (c == 0x629) return 0x647;
  if (c == '.' || c == 0x640 || (c >= 0x64b && c <= 0x65f) || c == 0x670) return 0;
  if (c == 0xc9) return 0xe9; /* a capital e with an accent */
  return c;
}

size_t mh_streams__fold(char *out, size_t cap, const char *text, size_t len)
{
  static const char article[] = "\xd8\xa7\xd9\x84";
  size_t n = 0, word = 0;
  for (size_t i = 0; i < len;) {
    uint32_t step;
    const uint32_t c = letter(mh_utf8_next(text + i, &step));
    const size_t from = i;
    i += step;
    if (c == 0) continue;
    if (n + 4 > cap) return 0;
    if (c < 0x80)
      out[n++] = (char)c;
    else if (c < 0x800)
      out[n++] = (char)(0xc0 | c >> 6), out[n++] = (char)(0x80 | (c & 63));
    else
      memcpy(out + n, text + from, step), n += step;
    const bool ends = i >= len || text[i] == ' ';
    if (ends && n - word > 8 && memcmp(out + word, article, 4) == 0) {
      memmove(out + word, out + word + 4, n - word - 4);
      n -= 4;
    }
    if (c == ' ') word = n;
  }
  return n;
}
