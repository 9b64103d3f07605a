/* inside - what the files of copies share: letters, and words of formulas. */
#ifndef MH_COPIES_INSIDE_H
#define MH_COPIES_INSIDE_H

#include "copies.h"

enum {
  MH_COPIES__WORD = 64
}; /* letters of a word that are looked at; more are two words */

/* The code point at text[0] of any bytes (len > 0), in *step bytes; what is none is one
 * byte and 0. */
uint32_t mh_copies__next(const char *text, size_t len, size_t *step);

/* A letter or digit, folded; 0 none. */
uint32_t mh_copies__fold(uint32_t c);

/* It stands inside of words and is nothing: marks, tatweel, what has no width. */
bool mh_copies__silent(uint32_t c);

/* Folded letters of a word, n of MH_COPIES__WORD at most. */
uint32_t mh_copies__letters(uint32_t *out, const char *text, size_t len);

/* hash[i] is that of the letters from i to the end; hash[n] is 0. */
void mh_copies__hashes(uint64_t *hash, const uint32_t *letter, uint32_t n);

/* Is it a word of formulas (data/formulas.tsv), with or without what Arabic joins to its
 * head? */
bool mh_copies__formula(const uint32_t *letter, uint32_t n);

#endif
