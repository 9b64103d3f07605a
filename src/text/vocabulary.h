/* vocabulary - words by their bytes: the part that runs for every word of a text.
 *
 * A word is at most MH_TEXT__RAW bytes of two-byte letters and vowel signs; longer ones (one
 * in a thousand) have no number.  See vocabulary.c for how they are kept.
 */
#ifndef MH_TEXT_VOCABULARY_H
#define MH_TEXT_VOCABULARY_H

#include "inside.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum {
  MH_TEXT__RAW = 22,
  MH_TEXT__REACH = 48, /* bytes that must be readable where a word is looked for */
  MH_TEXT__SLOT_BITS = 18,
  MH_TEXT__SLOTS = 1 << MH_TEXT__SLOT_BITS,
  MH_TEXT__PROBES = 24
};

/* A word as it stands in the text, zeros behind it; in the two bytes that no word reaches, n
 * and flags of its token. */
typedef struct mh_text__row {
  uint64_t raw[3];
  uint64_t lo; /* of its key; hi is 0 */
} mh_text__row;

struct mh_vocabulary {
  mh_text__row rows[MH_VOCABULARY_MOST + 1]; /* by number; 0 is of no word */
  uint32_t table[MH_TEXT__SLOTS]; /* 0: free; else a row's number from 1 in the low
                                     bits, and above them bits of the hash, which turn
                                     away most other words before rows are looked at  */
  uint32_t n;
  uint32_t missed; /* words that came when all numbers were given */
};

/* How many bytes of letters stand at t, where a letter begins; MH_TEXT__MANY when there are as
 * many or more.  Letters are D8 and D9 with what follows them, less the marks and digits of
 * their blocks: D8 80..9F, D9 A0..AF. */
enum { MH_TEXT__MANY = 24 };

#ifdef __SSE2__

/* Bits of the bytes at t that may stand in a word; `before` are those one place earlier. */
static inline uint32_t mh_text__in_word(__m128i v, __m128i before)
{
  const __m128i lead = _mm_cmpeq_epi8(_mm_and_si128(v, _mm_set1_epi8((char)0xfe)),
                                      _mm_set1_epi8((char)0xd8));
  const __m128i tail = _mm_cmplt_epi8(v, _mm_set1_epi8((char)0xc0));
  const __m128i low = _mm_cmplt_epi8(v, _mm_set1_epi8((char)0xa0));
  const __m128i a0 = _mm_cmpeq_epi8(_mm_and_si128(v, _mm_set1_epi8((char)0xf0)),
                                    _mm_set1_epi8((char)0xa0));
  const __m128i after_d8 = _mm_cmpeq_epi8(before, _mm_set1_epi8((char)0xd8));
  const __m128i after_d9 = _mm_cmpeq_epi8(before, _mm_set1_epi8((char)0xd9));
  const __m128i mark = _mm_or_si128(_mm_and_si128(low, after_d8),
                                    _mm_and_si128(a0, after_d9));
  return (uint32_t)_mm_movemask_epi8(_mm_andnot_si128(mark, _mm_or_si128(lead, tail)));
}

static inline uint32_t mh_text__letters(const unsigned char *t)
{
  const __m128i v = _mm_loadu_si128((const __m128i *)(const void *)t);
  uint32_t in = mh_text__in_word(v, _mm_slli_si128(v, 1));
  if (in == 0xffff) {
    const __m128i w = _mm_loadu_si128((const __m128i *)(const void *)(t + 16));
    const __m128i before = _mm_loadu_si128((const __m128i *)(const void *)(t + 15));
    in |= (mh_text__in_word(w, before) & 0xff) << 16;
  }
  return (uint32_t)__builtin_ctz(~in) & ~1u; /* a mark is told by its second byte */
}

#else

/* Bit 7 of each byte of w, which begins with a letter, that may not stand in a word. */
static inline uint64_t mh_text__stops(uint64_t w)
{
  const uint64_t high = w & MH_EACH(0x80), lead = high & w << 1, tail = high & ~(w << 1);
  const uint64_t apart = (w ^ MH_EACH(0xd8)) & MH_EACH(0xfe);
  const uint64_t other = lead & ((apart & MH_EACH(0x7f)) + MH_EACH(0x7f));
  const uint64_t after_d8 = (lead & ~(w << 7)) << 8, after_d9 = (lead & w << 7) << 8;
  const uint64_t low = tail & ~(w << 2), a0 = tail & w << 2 & ~(w << 3);
  return (~w & MH_EACH(0x80)) | other | (low & after_d8) | (a0 & after_d9);
}

static inline uint32_t mh_text__letters(const unsigned char *t)
{
  for (uint32_t i = 0; i < MH_TEXT__MANY; i += 8) {
    const uint64_t stop = mh_text__stops(mh_eight(t + i));
    if (stop) return i + ((uint32_t)__builtin_ctzll(stop) >> 3 & ~1u);
  }
  return MH_TEXT__MANY;
}

#endif

/* Can the word go on at t, where letters ended?  Other signs and letters, and joiners. */
static inline bool mh_text__goes_on(const unsigned char *t)
{
  if (t[0] < 0xD8) return false;
  if (t[0] <= 0xDB) {
    const unsigned cls = mh_text__class[(t[0] & 3) << 6 | (t[1] & 63)];
    return cls > 0 && cls <= MH_CH_SKIP;
  }
  return t[0] == 0xE2 && t[1] == 0x80 && (t[2] & 0xFE) == 0x8C;
}

/* Ones for as many bytes as len, 24 at most, tells; zeros behind them. */
static inline const unsigned char *mh_text__mask(uint32_t len)
{
  static const unsigned char mask[48] = {255, 255, 255, 255, 255, 255, 255, 255,
                                         255, 255, 255, 255, 255, 255, 255, 255,
                                         255, 255, 255, 255, 255, 255, 255, 255};
  return mask + 24 - len;
}

/* What of the len bytes at t stands behind the sixteenth. */
static inline uint64_t mh_text__rest(const unsigned char *t, uint32_t len)
{
  return mh_eight(t + 16) & mh_eight(mh_text__mask(len) + 16);
}

/* The len bytes at t, 1 to MH_TEXT__RAW, with zeros behind them; 24 must be readable. */
static inline void mh_text__raw(uint64_t raw[3], const unsigned char *t, uint32_t len)
{
  const unsigned char *m = mh_text__mask(len);
  raw[0] = mh_eight(t) & mh_eight(m);
  raw[1] = mh_eight(t + 8) & mh_eight(m + 8);
  raw[2] = mh_text__rest(t, len);
}

static inline uint32_t mh_text__hash(const uint64_t raw[3])
{
  const uint64_t h = raw[0] * UINT64_C(0x9E3779B97F4A7C15) ^
                     raw[1] * UINT64_C(0xD6E8FEB86659FD93) ^
                     raw[2] * UINT64_C(0xC2B2AE3D27D4EB4F);
  return (uint32_t)(h >> 32);
}

static inline uint32_t mh_text__first_slot(uint32_t hash)
{
  return hash >> (32 - MH_TEXT__SLOT_BITS);
}

/* The number of the word, 0 when it has none. */
static inline uint32_t mh_text__find(const mh_vocabulary *v, uint32_t hash,
                                     const uint64_t raw[3])
{
  const uint32_t tag = hash << MH_TEXT__SLOT_BITS, first = mh_text__first_slot(hash);
  for (uint32_t i = 0; i < MH_TEXT__PROBES; i++) {
    const uint32_t slot = v->table[(first + i) % MH_TEXT__SLOTS];
    if (slot == 0) return 0;
    if ((slot ^ tag) >> MH_TEXT__SLOT_BITS) continue;
    const uint32_t number = slot % MH_TEXT__SLOTS;
    const mh_text__row *r = &v->rows[number];
    if (r->raw[0] == raw[0] && r->raw[1] == raw[1] && (r->raw[2] ^ raw[2]) << 16 == 0)
      return number;
  }
  return 0;
}

/* Ask memory for the slot, and later for the row, that a word of this hash may have. */
static inline void mh_text__fetch_slot(const mh_vocabulary *v, uint32_t hash)
{
  __builtin_prefetch(&v->table[mh_text__first_slot(hash)]);
}
static inline void mh_text__fetch_row(const mh_vocabulary *v, uint32_t hash)
{
  __builtin_prefetch(&v->rows[v->table[mh_text__first_slot(hash)] % MH_TEXT__SLOTS]);
}

/* Fill key, n and value of k and add to its flags what is known of the word. */
static inline void mh_text__recall(mh_token *k, const mh_vocabulary *v, uint32_t number)
{
  const mh_text__row *r = &v->rows[number];
  k->key = (mh_key){r->lo, 0};
  k->n = (uint8_t)(r->raw[2] >> 48);
  k->flags |= (uint16_t)(r->raw[2] >> 56);
  k->value = number;
}

/* Give the word that was cut as k its number; 0 when there is no room. */
uint32_t mh_text__learn(mh_vocabulary *v, uint32_t hash, const uint64_t raw[3],
                        const mh_token *k);

#endif
