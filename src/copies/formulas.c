/* formulas - words of which titles, cables and communiques are made, and which therefore tell
 * nothing of whether two texts are one (data/formulas.tsv, compiled by tools/formulac).
 */
#include "inside.h"
#include "src/copies/formulas.h"

enum { ALEF = 0x627, BA = 0x628, FA = 0x641, KAF = 0x643, LAM = 0x644, WAW = 0x648 };

static bool known(uint64_t hash)
{
  size_t i = hash >> 32 & (FORMULA_SLOTS - 1);
  while (formula_words[i] && formula_words[i] != hash) i = (i + 1) & (FORMULA_SLOTS - 1);
  return formula_words[i] != 0;
}

/* The word from letter i on, with the article or without. */
static bool bare(const uint32_t *letter, const uint64_t *hash, uint32_t i, uint32_t n)
{
  if (known(hash[i])) return true;
  return n - i > 4 && letter[i] == ALEF && letter[i + 1] == LAM && known(hash[i + 2]);
}

/* The same, behind ba, lam or kaf; lam swallows the alef of the article. */
static bool joined(const uint32_t *letter, const uint64_t *hash, uint32_t i, uint32_t n)
{
  if (bare(letter, hash, i, n)) return true;
  const uint32_t first = letter[i];
  if (n - i < 4 || (first != BA && first != LAM && first != KAF)) return false;
  if (bare(letter, hash, i + 1, n)) return true;
  return n - i > 4 && first == LAM && letter[i + 1] == LAM && known(hash[i + 2]);
}

bool mh_copies__formula(const uint32_t *letter, uint32_t n)
{
  enum { LONGEST = 20 };
  uint64_t hash[LONGEST + 1];
  if (n < 2 || n > LONGEST) return false;
  mh_copies__hashes(hash, letter, n);
  if (joined(letter, hash, 0, n)) return true;
  return n > 3 && (letter[0] == WAW || letter[0] == FA) && joined(letter, hash, 1, n);
}
