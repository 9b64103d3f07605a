/* quoted - quotations out of texts that are one: is it the same, and does a text hold it?
 *
 * Too short for samples, so all words are compared, those of formulas with them.
 */
#define _GNU_SOURCE /* memmem */
#include <stdlib.h>

#include "inside.h"

static int by_size(const void *x, const void *y)
{
  const uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
  return (a > b) - (a < b);
}

/* Without the waw that joins it to what stood before. */
static uint32_t hash_of(const uint32_t *letter, uint32_t n)
{
  uint64_t hash[MH_COPIES__WORD + 1];
  mh_copies__hashes(hash, letter, n);
  return (uint32_t)(hash[n > 3 && letter[0] == 0x648] >> 32);
}

mh_status mh_copies_words_of(mh_copies_words *out, mh_arena *a, const char *text,
                             size_t len)
{
  uint32_t word[MH_COPIES__WORD], n_word = 0, n = 0, kept = 0;
  uint32_t *hash = mh_arena_take(a,
                                 (len / 2 + 1) * sizeof *hash); /* a letter and a space */
  *out = (mh_copies_words){.n = 0};
  if (!hash) return MH_ENOMEM;
  for (size_t i = 0, step; i <= len; i += step) {
    const uint32_t c = i < len ? mh_copies__next(text + i, len - i, &step) : 0;
    const uint32_t letter = mh_copies__fold(c);
    if (i == len) step = 1;
    if (letter && n_word < MH_COPIES__WORD) word[n_word++] = letter;
    if (letter || !n_word || (mh_copies__silent(c) && i < len)) continue;
    hash[n++] = hash_of(word, n_word);
    n_word = 0;
  }
  if (n) qsort(hash, n, sizeof *hash, by_size);
  for (uint32_t i = 0; i < n; i++) {
    if (kept && hash[kept - 1] == hash[i]) continue;
    hash[kept++] = hash[i];
    out->any |= UINT64_C(1) << (hash[i] & 63);
  }
  out->hash = hash;
  out->n = kept;
  return MH_OK;
}

float mh_copies_words_shared(const mh_copies_words *x, const mh_copies_words *y)
{
  const uint32_t fewer = x->n < y->n ? x->n : y->n;
  uint32_t n = 0;
  if (fewer == 0 || !(x->any & y->any)) return 0;
  for (uint32_t i = 0, k = 0; i < x->n && k < y->n;) {
    const uint32_t p = x->hash[i], q = y->hash[k];
    n += p == q;
    i += p <= q;
    k += q <= p;
  }
  return (float)n / (float)fewer;
}

mh_status mh_copies_letters_of(mh_copies_letters *out, mh_arena *a, const char *text,
                               size_t len)
{
  uint16_t *at = mh_arena_take(a, (len + 1) * sizeof *at);
  uint32_t n = 0;
  *out = (mh_copies_letters){.n = 0};
  if (!at) return MH_ENOMEM;
  for (size_t i = 0, step; i < len; i += step) {
    const uint32_t letter = mh_copies__fold(mh_copies__next(text + i, len - i, &step));
    if (letter) at[n++] = (uint16_t)letter;
  }
  *out = (mh_copies_letters){at, n};
  return MH_OK;
}

bool mh_copies_letters_hold(const mh_copies_letters *text, const mh_copies_letters *part)
{
  if (part->n == 0) return false;
  for (uint32_t from = 0; text->n - from >= part->n && from < text->n;) {
    const char *at = (const char *)(text->at + from);
    const char *hit = memmem(at, (text->n - from) * sizeof *text->at, part->at,
                             part->n * sizeof *part->at);
    if (!hit) return false;
    const size_t bytes = (size_t)(hit - at);
    if (bytes % sizeof *text->at == 0) return true;
    from += (uint32_t)(bytes / sizeof *text->at) + 1; /* it began inside of a letter */
  }
  return false;
}
