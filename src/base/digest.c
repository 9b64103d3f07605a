/* digest - the name of a text by its content: SHA-256 (FIPS 180-4).
 *
 * Each report that is read is named so, which makes this one of the larger costs of reading.
 * Processors that have instructions for it (Intel SHA extensions; most since 2019) do it six
 * times as fast as libsodium's portable code, which does it everywhere else.  A test holds
 * one against the other.
 */
#include <sodium.h>

#include "base.h"

/* glibc asks the processor once, when a program starts; to ask it each time is slow where the
 * machine is a virtual one. */
#if defined(__x86_64__) && defined(__has_include)
#if __has_include(<sys/platform/x86.h>)
#define HAS_SHA_CODE 1
#include <immintrin.h>
#include <sys/platform/x86.h>
#endif
#endif

enum { HASH = crypto_hash_sha256_BYTES, BLOCK = 64 };

#ifdef HAS_SHA_CODE

static bool has_instructions(void)
{
  return CPU_FEATURE_ACTIVE(SHA) && CPU_FEATURE_ACTIVE(SSE4_1) &&
         CPU_FEATURE_ACTIVE(SSSE3);
}

static const _Alignas(16) uint32_t rounds[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
    0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
    0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
    0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
    0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
    0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
    0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
    0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
    0xc67178f2};

/* The state as the instructions want it: a b e f and c d g h, the first highest. */
typedef struct state {
  __m128i abef, cdgh;
} state;

__attribute__((target("sha,sse4.1,ssse3"))) static void
take_blocks(state *s, const unsigned char *at, size_t n)
{
  const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  __m128i abef = s->abef, cdgh = s->cdgh;
  for (; n; n--, at += BLOCK) {
    const __m128i abef_was = abef, cdgh_was = cdgh;
    __m128i w[4]; /* the last sixteen words of the schedule */
    for (int i = 0; i < 4; i++)
      w[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(const void *)at + i),
                              swap);
    for (int i = 0; i < 16; i++) {
      __m128i x = w[i & 3];
      if (i >= 4) {
        const __m128i last = w[(i + 3) & 3];
        x = _mm_sha256msg1_epu32(x, w[(i + 1) & 3]);
        x = _mm_add_epi32(x, _mm_alignr_epi8(last, w[(i + 2) & 3], 4));
        w[i & 3] = x = _mm_sha256msg2_epu32(x, last);
      }
      const __m128i k = _mm_load_si128((const __m128i *)(const void *)rounds + i);
      const __m128i sum = _mm_add_epi32(x, k);
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0e));
    }
    abef = _mm_add_epi32(abef, abef_was);
    cdgh = _mm_add_epi32(cdgh, cdgh_was);
  }
  *s = (state){abef, cdgh};
}

static void put_big(unsigned char *to, uint32_t v)
{
  for (int i = 0; i < 4; i++) to[i] = (unsigned char)(v >> (24 - 8 * i));
}

/* What is left of the text, the bit 1, zeros, and the length in bits: one block or two. */
static size_t last_blocks(unsigned char out[2 * BLOCK], const unsigned char *bytes,
                          size_t len)
{
  const size_t left = len % BLOCK, all = left + 9 > BLOCK ? 2 * BLOCK : BLOCK;
  memset(out, 0, 2 * BLOCK);
  memcpy(out, bytes + len - left, left);
  out[left] = 0x80;
  put_big(out + all - 8, (uint32_t)((uint64_t)len >> 29));
  put_big(out + all - 4, (uint32_t)((uint64_t)len << 3));
  return all / BLOCK;
}

static void hash_fast(unsigned char hash[HASH], const unsigned char *bytes, size_t len)
{
  unsigned char tail[2 * BLOCK];
  state s = {_mm_set_epi32(0x6a09e667, (int)0xbb67ae85, 0x510e527f, (int)0x9b05688c),
             _mm_set_epi32(0x3c6ef372, (int)0xa54ff53a, 0x1f83d9ab, 0x5be0cd19)};
  take_blocks(&s, bytes, len / BLOCK);
  take_blocks(&s, tail, last_blocks(tail, bytes, len));
  uint32_t abef[4], cdgh[4];
  memcpy(abef, &s.abef, sizeof abef);
  memcpy(cdgh, &s.cdgh, sizeof cdgh);
  const uint32_t words[8] = {abef[3], abef[2], cdgh[3], cdgh[2],
                             abef[1], abef[0], cdgh[1], cdgh[0]};
  for (int i = 0; i < 8; i++) put_big(hash + 4 * i, words[i]);
}

#endif

static void digest(unsigned char hash[HASH], const void *bytes, size_t len)
{
#ifdef HAS_SHA_CODE
  if (has_instructions()) {
    hash_fast(hash, bytes, len);
    return;
  }
#endif
  crypto_hash_sha256(hash, bytes, len);
}

void mh_sha256_text(char out[72], const void *bytes, size_t len)
{
  static const char digits[] = "0123456789abcdef";
  static const unsigned char nothing[1] = {0};
  unsigned char hash[HASH];
  digest(hash, len ? bytes : nothing, len);
  memcpy(out, "sha256:", 7);
  for (size_t i = 0; i < sizeof hash; i++) {
    out[7 + 2 * i] = digits[hash[i] >> 4];
    out[8 + 2 * i] = digits[hash[i] & 15];
  }
  out[7 + 2 * sizeof hash] = '\0';
}
