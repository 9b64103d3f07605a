/* alike - how much two texts share, told from their samples, and whether that makes one of
 * them a copy.
 *
 * Where the limits lie was measured on pairs of real reports that were read and judged
 * (tests/copies): edited copy shares a third and more of its stretches and is printed within
 * two days; what is written after one pattern again and again (a third and a fourth aeroplane
 * with aid) shares up to half, days apart.
 */
#include "copies.h"

static const float close_from = 0.34f;   /* printed within NEAR days of each other */
static const float unknown_from = 0.40f; /* one of the days is not known           */
static const float far_from = 0.48f;
static const float mostly = 0.55f;

enum {
  NEAR = 2,
  LETTERS = 60, /* shared at least              */
  FEW = 24      /* when they are most of a text */
};

int32_t mh_copies_day(const char *published)
{
  mh_day d;
  if (!published || !mh_day_parse(&d, published, strlen(published)) || !mh_day_valid(d))
    return MH_COPIES_NO_DAY;
  return mh_day_number(d);
}

/* Hashes of a sample below the limit of a level. */
static uint32_t below(const mh_copies_signature *x, uint8_t level)
{
  uint32_t n = x->n;
  while (n > 0 && (uint64_t)x->sample[n - 1] >> (32 - level)) n--;
  return n;
}

static uint32_t shared(const uint32_t *x, uint32_t n_x, const uint32_t *y, uint32_t n_y)
{
  uint32_t n = 0;
  for (uint32_t i = 0, k = 0; i < n_x && k < n_y;) {
    const uint32_t a = x[i], b = y[k];
    n += a == b;
    i += a <= b;
    k += b <= a;
  }
  return n;
}

static float limit(int32_t day_x, int32_t day_y)
{
  if (day_x == MH_COPIES_NO_DAY || day_y == MH_COPIES_NO_DAY) return unknown_from;
  const int64_t apart = (int64_t)day_x - day_y;
  return apart > NEAR || apart < -NEAR ? far_from : close_from;
}

mh_copies_overlap mh_copies_compare(const mh_copies_signature *x, int32_t day_x,
                                    const mh_copies_signature *y, int32_t day_y)
{
  if (x->whole == y->whole && x->all == y->all)
    return (mh_copies_overlap){1, 1, true, x->all >= MH_COPIES_SPAN};
  const uint8_t level = x->level > y->level ? x->level : y->level;
  const uint32_t n_x = below(x, level), n_y = below(y, level);
  const uint32_t n = shared(x->sample, n_x, y->sample, n_y);
  mh_copies_overlap o = {.same = false};
  if (n == 0 || level > 31) return o;
  o.of_x = (float)n / (float)n_x;
  o.of_y = (float)n / (float)n_y;
  const float most = o.of_x > o.of_y ? o.of_x : o.of_y;
  const float letters = (float)(n_x < n_y ? x->letters : y->letters) * most;
  o.close = most >= limit(day_x, day_y) && letters >= (most >= mostly ? FEW : LETTERS);
  return o;
}

uint32_t mh_copies_least(uint32_t n_prints_x, uint32_t n_prints_y)
{
  const uint32_t fewer = n_prints_x < n_prints_y ? n_prints_x : n_prints_y;
  return fewer < 16 ? 1 : 2;
}
