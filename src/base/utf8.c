/* utf8 - is it well-formed, what is the next code point, how many are there.
 *
 * The check takes eight bytes of ASCII and two-byte letters (all of Arabic) at once; what
 * else there is goes through an automaton whose whole row of next states fits one 64-bit
 * word, so that a step is a load and a shift (Per Vognsen, "Shift-based DFAs", 2021).
 * Well-formed as in table 3-7 of the Unicode Standard.  Nothing here repairs text.
 */
#include "base.h"

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

/* Are the eight bytes well-formed ASCII and two-byte letters, after *due (1 when the byte
 * before them was the lead of one)?  Bit 7 of each byte says what it is: lead 110xxxxx,
 * continuation 10xxxxxx; each continuation must stand one byte above a lead. */
static bool eight_two_byte(uint64_t w, uint64_t *due)
{
  const uint64_t high = w & MH_EACH(0x80), second = (w << 1) & MH_EACH(0x80);
  const uint64_t lead = high & second, tail = high & ~second;
  const uint64_t long_lead = lead & (w << 2);              /* E0 and above */
  const uint64_t no_short = (w & MH_EACH(0x1e)) + MH_EACH(0x7e); /* not C0, C1   */
  if (long_lead || (lead & ~no_short) || tail != ((lead << 8) | *due << 7)) return false;
  *due = lead >> 63;
  return true;
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
  for (; len - i >= 8; i += 8) {
    if ((state & 63) == OK) good = i;
    uint64_t due = (state & 63) == C1;
    if (((state & 63) == OK || due) && eight_two_byte(mh_eight(bytes + i), &due)) {
      state = due ? C1 : OK;
      continue;
    }
    for (size_t k = 0; k < 8; k++) state = STEP(state, bytes[i + k]);
    if ((state & 63) == BAD) break;
  }
  if ((state & 63) != BAD)
    for (; i < len; i++) state = STEP(state, bytes[i]);
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

/* A continuation byte has bit 7 and not bit 6; the product adds the eight ones up. */
static size_t continuations(const char *p)
{
  uint64_t w;
  memcpy(&w, p, sizeof w);
  w = (w >> 7) & (~w >> 6) & UINT64_C(0x0101010101010101);
  return (size_t)((w * UINT64_C(0x0101010101010101)) >> 56);
}

size_t mh_utf8_count(const char *bytes, size_t len)
{
  size_t i = 0, tails = 0;
  for (; len - i >= 8; i += 8) tails += continuations(bytes + i);
  for (; i < len; i++) tails += ((unsigned char)bytes[i] & 0xc0) == 0x80;
  return len - tails;
}

/* ---- checkpoints ------------------------------------------------------------ */

enum { MARK_EVERY = 256 };

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
    const uint32_t left = len - at;
    points += (uint32_t)mh_utf8_count(text + at, left < MARK_EVERY ? left : MARK_EVERY);
  }
  *out = (mh_points){.text = text, .len = len, .mark = mark};
  return MH_OK;
}

uint32_t mh_points_at(const mh_points *p, uint32_t byte)
{
  if (byte > p->len) byte = p->len;
  const uint32_t at = byte / MARK_EVERY * MARK_EVERY;
  return p->mark[byte / MARK_EVERY] + (uint32_t)mh_utf8_count(p->text + at, byte - at);
}
