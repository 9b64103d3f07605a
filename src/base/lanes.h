/* lanes - sixteen bytes looked at as one.
 *
 * The compilers' own vector types: SSE2 on x86-64, NEON on arm64, plain code elsewhere.  A
 * comparison gives 255 in the bytes for which it holds, so that conditions are joined with
 * & and |.  For scans that ask whether any byte of many needs a closer look; which one it is
 * is then found byte by byte.
 */
#ifndef MH_LANES_H
#define MH_LANES_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { MH_LANES = 16 };

typedef uint8_t mh_lanes __attribute__((vector_size(MH_LANES)));

/* The sixteen bytes at p, of any alignment. */
static inline mh_lanes mh_lanes_at(const void *p)
{
  mh_lanes v;
  memcpy(&v, p, sizeof v);
  return v;
}

/* 255 where v is from..to. */
static inline mh_lanes mh_lanes_in(mh_lanes v, uint8_t from, uint8_t to)
{
  return (mh_lanes)((mh_lanes)(v - from) <= (uint8_t)(to - from));
}

static inline mh_lanes mh_lanes_are(mh_lanes v, uint8_t byte)
{
  return (mh_lanes)(v == byte);
}

/* Is any byte not 0? */
static inline bool mh_lanes_any(mh_lanes v)
{
  uint64_t half[2];
  memcpy(half, &v, sizeof half);
  return (half[0] | half[1]) != 0;
}

/* The first byte that is not 0, of some that are not. */
static inline uint32_t mh_lanes_first(mh_lanes v)
{
  uint64_t half[2];
  memcpy(half, &v, sizeof half);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  half[0] = __builtin_bswap64(half[0]);
  half[1] = __builtin_bswap64(half[1]);
#endif
  return half[0] ? (uint32_t)__builtin_ctzll(half[0]) / 8
                 : 8 + (uint32_t)__builtin_ctzll(half[1]) / 8;
}

/* How many bytes from p on, in steps of 64 and at most len, are such that odd(), a function of
 * the address of sixteen, gives 0 for all of them. */
static inline __attribute__((always_inline)) size_t
mh_lanes_run(const unsigned char *p, size_t len, mh_lanes (*odd)(const unsigned char *))
{
  size_t i = 0;
  while (len - i >= 4 * MH_LANES &&
         !mh_lanes_any(odd(p + i) | odd(p + i + MH_LANES) | odd(p + i + 2 * MH_LANES) |
                       odd(p + i + 3 * MH_LANES)))
    i += 4 * MH_LANES;
  return i;
}

#endif
