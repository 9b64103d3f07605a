/* watch_when - when feeds and pages are asked again.  Pure: the clock and the dice are given. */
#include "watch.h"

enum {
  DAY = 86400,
  PAGE_FIRST = 600, /* a page that failed: after 10 minutes, then 20, 40 ... */
  PAGE_TRIES = 9    /* within two days, as a rule                      */
};

/* SplitMix64 (Steele, Lea and Flood 2014). */
uint64_t watch_dice(uint64_t *state)
{
  uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);
  z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
  z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
  return z ^ z >> 31;
}

/* Up to a tenth more or less, so that feeds do not stay in step. */
static int64_t jitter(int64_t seconds, uint64_t dice)
{
  const int64_t tenth = seconds / 10;
  return tenth ? seconds - tenth + (int64_t)(dice % (uint64_t)(2 * tenth + 1)) : seconds;
}

int64_t watch_after_good(int64_t now, int64_t every, uint64_t dice)
{
  return now + jitter(every, dice);
}

/* first, doubled for each failure after the first, a day at most. */
static int64_t doubled(int64_t first, uint32_t failures)
{
  int64_t wait = first > 0 ? first : 1;
  for (uint32_t i = 1; i < failures && wait < DAY; i++) wait *= 2;
  return wait < DAY || first >= DAY ? wait : DAY;
}

static int64_t not_before(int64_t when, int64_t now, double retry_after)
{
  const double most = MH_FETCH_AWAY_MAX;
  if (!(retry_after > 0)) return when;
  const int64_t told = now + 1 + (int64_t)(retry_after < most ? retry_after : most);
  return told > when ? told : when;
}

int64_t watch_after_bad(int64_t now, int64_t every, uint32_t failures, double retry_after,
                        uint64_t dice)
{
  return not_before(now + jitter(doubled(every, failures), dice), now, retry_after);
}

int64_t watch_page_again(int64_t now, uint32_t tries, double retry_after, uint64_t dice)
{
  if (tries >= PAGE_TRIES) return 0;
  return not_before(now + jitter(doubled(PAGE_FIRST, tries), dice), now, retry_after);
}

int64_t watch_sane(int64_t next, int64_t now, int64_t every)
{
  const int64_t most = 2 * (every > DAY ? every : DAY);
  return next - now > most ? now : next;
}
