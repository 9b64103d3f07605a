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

#endif
