/* changed - which words of a quotation are among the words that changed.
 *
 * The register names changed words as its comparison sees them; a quotation writes them with
 * their vowels, spellings and the particles that Arabic joins to a word's head.  So both
 * are folded into short texts of code points and compared, with and without such a head.
 *
 * Not for finding what changed: the register does that.
 */
#include "inside.h"

enum { LETTERS = 48 };

typedef struct folded {
  uint32_t at[LETTERS];
  uint32_t n;
} folded;

enum {
  ALEF = 0x0627,
  BEH = 0x0628,
  TEH_MARBUTA = 0x0629,
  FEH = 0x0641,
  KAF = 0x0643,
  LAM = 0x0644,
  HEH = 0x0647,
  WAW = 0x0648,
  ALEF_MAKSURA = 0x0649,
  YEH = 0x064a
};

/* Marks that lookup does not see: vowels, tatweel, joiners. */
static bool is_mark(uint32_t c)
{
  return (c >= 0x064b && c <= 0x065f) || c == 0x0670 || c == 0x0640 ||
         (c >= 0x0610 && c <= 0x061a) || (c >= 0x06d6 && c <= 0x06dc) ||
         (c >= 0x200c && c <= 0x200f);
}

/* What stands between words. */
static bool is_gap(uint32_t c)
{
  if (c < 0x80)
    return !((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
  return c == 0xa0 || c == 0xab || c == 0xbb || c == 0x060c || c == 0x061b ||
         c == 0x061f || c == 0x06d4 || (c >= 0x066a && c <= 0x066d) ||
         (c >= 0x2000 && c <= 0x200b) || (c >= 0x2010 && c <= 0x206f) || c == 0xfd3e ||
         c == 0xfd3f || c == 0xfeff;
}

static uint32_t fold(uint32_t c)
{
  if (c == 0x0622 || c == 0x0623 || c == 0x0625 || c == 0x0671) return ALEF;
  if (c == TEH_MARBUTA) return HEH;
  if (c == ALEF_MAKSURA || c == 0x06cc) return YEH;
  if (c == 0x06a9) return KAF;
  if (c >= 0x0660 && c <= 0x0669) return '0' + (c - 0x0660);
  return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

/* Fold a word; marks fall out, what is over the limit too. */
static void fold_word(folded *f, const char *at, size_t len)
{
  f->n = 0;
  for (size_t i = 0; i < len && f->n < LETTERS;) {
    uint32_t step;
    const uint32_t c = mh_utf8_next(at + i, &step);
    if (!is_mark(c) && !is_gap(c)) f->at[f->n++] = fold(c);
    i += step;
  }
}

/* How many letters of a joined head stand before the rest: and, then, by, as, for, the.
 * One particle at a time; at least three letters must be left. */
static uint32_t head(const folded *f, uint32_t from)
{
  const uint32_t left = f->n - from;
  if (left < 4) return 0;
  const uint32_t a = f->at[from], b = f->at[from + 1];
  if (left >= 5 && (a == ALEF || a == LAM) && b == LAM) return 2;
  if (a == WAW || a == FEH || a == BEH || a == KAF || a == LAM) return 1;
  return 0;
}

static bool equal_from(const folded *a, uint32_t i, const folded *b, uint32_t k)
{
  return a->n - i == b->n - k &&
         memcmp(a->at + i, b->at + k, (a->n - i) * sizeof *a->at) == 0;
}

/* Equal with some head of either taken off? */
static bool matches(const folded *a, const folded *b)
{
  if (!a->n || !b->n) return false;
  for (uint32_t i = 0;;) {
    for (uint32_t k = 0;;) {
      if (equal_from(a, i, b, k)) return true;
      const uint32_t step = head(b, k);
      if (!step) break;
      k += step;
    }
    const uint32_t step = head(a, i);
    if (!step) return false;
    i += step;
  }
}

static bool among(const folded *word, const char *const *words, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++) {
    folded other;
    fold_word(&other, words[i], strlen(words[i]));
    if (matches(word, &other)) return true;
  }
  return false;
}

/* Length of the word at text, 0 at a gap. */
static size_t word_at(const char *text)
{
  size_t len = 0;
  while (text[len]) {
    uint32_t step;
    if (is_gap(mh_utf8_next(text + len, &step))) break;
    len += step;
  }
  return len;
}

void mh_changed_words(const char *quote, const char *const *words, uint32_t n,
                      mh_each_stretch *each, void *user)
{
  size_t from = 0, i = 0;
  while (n && quote[i]) {
    const size_t len = word_at(quote + i);
    folded word;
    if (len) fold_word(&word, quote + i, len);
    if (len && among(&word, words, n)) {
      if (i > from) each(user, quote + from, i - from, false);
      each(user, quote + i, len, true);
      from = i + len;
    }
    uint32_t step = 0;
    if (!len) mh_utf8_next(quote + i, &step);
    i += len + step;
  }
  if (quote[from]) each(user, quote + from, strlen(quote + from), false);
}
