/* utf8 - is it well-formed, what is the next code point, how many are there.
 *
 * The check takes sixteen bytes of ASCII and two-byte letters (all of Arabic) at once; what
 * else there is goes through an automaton whose whole row of next states fits one 64-bit
 * word, so that a step is a load and a shift (Per Vognsen, "Shift-based DFAs", 2021).
 * Well-formed as in table 3-7 of the Unicode Standard.  Nothing here repairs text.
 */
#include "base.h"
#include "lanes.h"

/* States, as the shift that finds their column in a row. */
#define OK  0u  /* between code points                 */
#define BAD 6u  /* for good                            */
#define C1  12u /* one continuation byte is due        */
#define C2  18u /* two                                 */
#define C3  24u /* three                               */
#define E0  30u /* after E0: A0..BF, then one          */
#define ED  36u /* after ED: 80..9F, then one          */
#define F0  42u /* after F0: 90..BF, then two          */
#define F4  48u /* after F4: 80..8F, then two          */

#define ROW(ok, c1, c2, c3, e0, ed, f0, f4)                                              \
  ((uint64_t)(ok) | (uint64_t)BAD << BAD | (uint64_t)(c1) << C1 | (uint64_t)(c2) << C2 | \
   (uint64_t)(c3) << C3 | (uint64_t)(e0) << E0 | (uint64_t)(ed) << ED |                  \
   (uint64_t)(f0) << F0 | (uint64_t)(f4) << F4)
#define LEAD(next)           ROW(next, BAD, BAD, BAD, BAD, BAD, BAD, BAD)
#define TAIL(e0, ed, f0, f4) ROW(BAD, OK, C1, C2, e0, ed, f0, f4)

#define X2(r)   r, r
#define X4(r)   X2(r), X2(r)
#define X8(r)   X4(r), X4(r)
#define X16(r)  X8(r), X8(r)
#define X32(r)  X16(r), X16(r)
#define X128(r) X32(r), X32(r), X32(r), X32(r)

static const uint64_t rows[256] = {
    X128(LEAD(OK)),              /* 00..7F */
    X16(TAIL(BAD, C1, BAD, C2)), /* 80..8F */
    X16(TAIL(BAD, C1, C2, BAD)), /* 90..9F */
    X32(TAIL(C1, BAD, C2, BAD)), /* A0..BF */
    X2(LEAD(BAD)),               /* C0 C1  */
    X16(LEAD(C1)),
    X8(LEAD(C1)),
    X4(LEAD(C1)),
    X2(LEAD(C1)), /* C2..DF */
    LEAD(E0),     /* E0     */
    X8(LEAD(C2)),
    X4(LEAD(C2)), /* E1..EC */
    LEAD(ED),     /* ED     */
    X2(LEAD(C2)), /* EE EF  */
    LEAD(F0),     /* F0     */
    X2(LEAD(C3)),
    LEAD(C3), /* F1..F3 */
    LEAD(F4), /* F4     */
    X8(LEAD(BAD)),
    X2(LEAD(BAD)),
    LEAD(BAD) /* F5..FF */
};

#define STEP(state, byte) (rows[(unsigned char)(byte)] >> ((state)&63))

/* Which of the sixteen bytes at p, before which another stands, are no well-formed ASCII and
 * two-byte letters?  Each continuation must follow a lead, and each lead have one: that of
 * the last byte is the next step's. */
static inline mh_lanes not_two_byte(const unsigned char *p)
{
  const mh_lanes here = mh_lanes_at(p), before = mh_lanes_at(p - 1);
  const mh_lanes tail = mh_lanes_in(here, 0x80, 0xbf);
  const mh_lanes due = mh_lanes_in(before, 0xc2, 0xdf);
  const mh_lanes other = mh_lanes_in(here, 0xc0, 0xc1) | (mh_lanes)(here >= 0xe0);
  return (tail ^ due) | other;
}

/* Where the sequence begins that is not well-formed; the text up to `from` is. */
static size_t first_bad(const char *bytes, size_t len, size_t from)
{
  uint64_t state = OK;
  size_t begin = from;
  for (size_t i = from; i < len; i++) {
    if ((state & 63) == OK) begin = i;
    state = STEP(state, bytes[i]);
    if ((state & 63) == BAD) return begin;
  }
  return begin; /* cut off within a code point */
}

bool mh_utf8_check(const char *bytes, size_t len, size_t *bad)
{
  uint64_t state = OK;
  size_t good = 0; /* a border between code points, all well before it */
  size_t i = 0;
  while (i < len) {
    /* between letters, or within one of two bytes */
    const bool known = (state & 63) == OK ||
                       ((state & 63) == C1 && (unsigned char)bytes[i - 1] >= 0xc2);
    const unsigned char *here = (const unsigned char *)bytes + i;
    if (i && known && len - i >= MH_LANES && !mh_lanes_any(not_two_byte(here))) {
      i += MH_LANES + mh_lanes_run(here + MH_LANES, len - i - MH_LANES, not_two_byte);
      state = (unsigned char)bytes[i - 1] >= 0xc2 ? C1 : OK;
      good = i - ((state & 63) == C1);
      continue;
    }
    for (const size_t stop = len - i > MH_LANES ? i + MH_LANES : len; i < stop; i++) {
      if ((state & 63) == OK) good = i;
      state = STEP(state, bytes[i]);
    }
    if ((state & 63) == BAD) break;
  }
  if ((state & 63) == OK) return true;
  if (bad) *bad = first_bad(bytes, len, good);
  return false;
}

uint32_t mh_utf8_next(const char *bytes, uint32_t *n)
{
  const unsigned char *p = (const unsigned char *)bytes;
  if (p[0] < 0x80) {
    *n = 1;
    return p[0];
  }
  if (p[0] < 0xe0) {
    *n = 2;
    return (uint32_t)(p[0] & 0x1f) << 6 | (p[1] & 0x3f);
  }
  if (p[0] < 0xf0) {
    *n = 3;
    return (uint32_t)(p[0] & 0x0f) << 12 | (uint32_t)(p[1] & 0x3f) << 6 | (p[2] & 0x3f);
  }
  *n = 4;
  return (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3f) << 12 |
         (uint32_t)(p[2] & 0x3f) << 6 | (p[3] & 0x3f);
}

/* How many continuation bytes are among n times sixteen, n at most 255. */
static size_t continuations(const char *p, size_t n)
{
  mh_lanes sum = {0};
  uint64_t half[2];
  for (size_t i = 0; i < n; i++)
    sum -= mh_lanes_in(mh_lanes_at(p + i * MH_LANES), 0x80, 0xbf); /* 255 is -1 */
  memcpy(half, &sum, sizeof half);
  size_t all = 0;
  for (int i = 0; i < 2; i++) { /* pairs of bytes, so that no sum overflows */
    const uint64_t two = UINT64_C(0x00ff00ff00ff00ff);
    const uint64_t pairs = (half[i] & two) + (half[i] >> 8 & two);
    all += (pairs * UINT64_C(0x0001000100010001)) >> 48;
  }
  return all;
}

size_t mh_utf8_count(const char *bytes, size_t len)
{
  size_t i = 0, tails = 0;
  while (len - i >= MH_LANES) {
    const size_t n = (len - i) / MH_LANES < 255 ? (len - i) / MH_LANES : 255;
    tails += continuations(bytes + i, n);
    i += n * MH_LANES;
  }
  for (; i < len; i++) tails += ((unsigned char)bytes[i] & 0xc0) == 0x80;
  return len - tails;
}

/* ---- checkpoints ------------------------------------------------------------ */

enum { MARK_EVERY = 4 * MH_LANES };

/* The same for fewer bytes than MARK_EVERY, of a text that ends `left` bytes from p on. */
static uint32_t count_few(const char *p, uint32_t n, uint32_t left)
{
  uint32_t tails = (uint32_t)continuations(p, n / MH_LANES);
  for (uint32_t i = n / MH_LANES * MH_LANES; i < n; i += 8) {
    const uint32_t last = n - i < 8 ? n - i : 8;
    if (left - i < 8) return (uint32_t)mh_utf8_count(p, n);
    const uint64_t w = mh_eight(p + i) << (64 - 8 * last); /* bytes behind n fall off */
    tails += (uint32_t)(((w & ~(w << 1)) >> 7 & MH_EACH(1)) * MH_EACH(1) >> 56);
  }
  return n - tails;
}

mh_status mh_points_make(mh_points *out, mh_arena *a, const char *text, uint32_t len)
{
  const uint32_t n = len / MARK_EVERY + 1;
  uint32_t *mark = mh_arena_take(a, (size_t)n * sizeof *mark);
  *out = (mh_points){0};
  if (!mark) return MH_ENOMEM;
  uint32_t points = 0;
  for (uint32_t i = 0; i < n; i++) {
    mark[i] = points;
    const uint32_t at = i * MARK_EVERY;
    if (len - at < MARK_EVERY) break;
    points += MARK_EVERY - (uint32_t)continuations(text + at, MARK_EVERY / MH_LANES);
  }
  *out = (mh_points){.text = text, .len = len, .mark = mark};
  return MH_OK;
}

uint32_t mh_points_at(const mh_points *p, uint32_t byte)
{
  if (byte > p->len) byte = p->len;
  const uint32_t at = byte / MARK_EVERY * MARK_EVERY;
  return p->mark[byte / MARK_EVERY] + count_few(p->text + at, byte - at, p->len - at);
}
