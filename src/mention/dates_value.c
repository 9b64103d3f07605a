/* dates_value - from what is said of a date to its TIMEX3 value: the two calendars, the
 * year that nobody names, weekdays, weeks and seasons counted from the day of
 * publication.
 *
 * Hijri dates follow Umm al-Qura (hijri.h, made by tools/hijric.c); a Hijri month alone
 * has the value of the civil month that most of it lies in.
 */
#include "dates_inside.h"
#include "hijri.h"

/* How far a day or month without any sign may lie ahead before the one of the year before
 * is meant: news speak of what was more often than of what will be. */
#define DAYS_AHEAD   92
#define MONTHS_AHEAD 3
/* With a sign of the future: so near in the past that it is meant all the same. */
#define DAYS_BEHIND 30
/* And so far ahead that a year would be named. */
#define FAR_DAYS   270
#define FAR_MONTHS 9

/* ---- calendars -------------------------------------------------------------- */

static int hijri_month_length(int year, int month)
{
  return 29 + (mh_hijri_years[year - MH_HIJRI_FIRST].longs >> (month - 1) & 1);
}

static bool hijri_number(int32_t *out, mh_ymd d)
{
  if (d.year < MH_HIJRI_FIRST || d.year > MH_HIJRI_LAST || d.month < 1 || d.month > 12)
    return false;
  if (d.day < 1 || d.day > hijri_month_length(d.year, d.month)) return false;
  int32_t n = mh_hijri_years[d.year - MH_HIJRI_FIRST].first;
  for (int m = 1; m < d.month; m++) n += hijri_month_length(d.year, m);
  *out = n + d.day - 1;
  return true;
}

bool mh_dates__hijri_of(mh_ymd *out, int32_t number)
{
  int low = 0, high = MH_HIJRI_LAST - MH_HIJRI_FIRST;
  if (number < mh_hijri_years[0].first) return false;
  while (low < high) {
    const int mid = (low + high + 1) / 2;
    if (mh_hijri_years[mid].first <= number)
      low = mid;
    else
      high = mid - 1;
  }
  int32_t rest = number - mh_hijri_years[low].first;
  int m = 1;
  for (; m <= 12 && rest >= hijri_month_length(low + MH_HIJRI_FIRST, m); m++)
    rest -= hijri_month_length(low + MH_HIJRI_FIRST, m);
  if (m > 12) return false;
  *out = (mh_ymd){low + MH_HIJRI_FIRST, (uint8_t)m, (uint8_t)(rest + 1), true};
  return true;
}

bool mh_dates__number(int32_t *out, mh_ymd d)
{
  if (d.hijri) return hijri_number(out, d);
  const mh_day c = {(int16_t)d.year, d.month, d.day};
  if (d.year < 1 || d.year > 9999 || !mh_day_valid(c)) return false;
  *out = mh_day_number(c);
  return true;
}

/* ---- values ------------------------------------------------------------------ */

/* The value from a pattern: runs of n and of m are digits of the two numbers. */
static void put(mh_found *f, const char *pattern, int n, int m)
{
  size_t i = strlen(pattern);
  f->value[i] = 0;
  while (i-- > 0) {
    int *from = pattern[i] == 'n' ? &n : &m;
    f->value[i] = pattern[i];
    if (pattern[i] != 'n' && pattern[i] != 'm') continue;
    f->value[i] = (char)('0' + *from % 10);
    *from /= 10;
  }
}

void mh_dates__day_number(mh_found *f, int32_t number)
{
  const mh_day d = mh_day_of(number);
  mh_day_print(f->value, d);
  f->number = number;
  f->full = true;
  f->ymd = (mh_ymd){d.year, d.month, d.day, false};
}

void mh_dates__open(mh_found *f, mh_tense t)
{
  static const char *const names[] = {
      [MH_TENSE_NONE] = "PRESENT_REF",     [MH_TENSE_LAST] = "PAST_REF",
      [MH_TENSE_BEFORE_LAST] = "PAST_REF", [MH_TENSE_NEXT] = "FUTURE_REF",
      [MH_TENSE_CURRENT] = "PRESENT_REF",  [MH_TENSE_SAME] = "PAST_REF"};
  put(f, names[t], 0, 0);
}

/* A year, or a month of it, or a day, in its own calendar. */
static bool give(mh_found *f, mh_ymd d)
{
  int32_t n;
  mh_ymd middle = d;
  if (d.day) {
    if (!mh_dates__number(&n, d)) return false;
    mh_dates__day_number(f, n);
    if (d.hijri) f->ymd = d;
    return true;
  }
  if (d.hijri) {
    if (d.month == 0) middle.month = 6;
    middle.day = d.month ? 15 : 29;
    if (!mh_dates__number(&n, middle)) return false;
    mh_day c = mh_day_of(n);
    c.day = 0;
    if (d.month == 0) c.month = 0;
    mh_day_print(f->value, c);
  } else {
    if (d.year < 1 || d.year > 9999 || d.month > 12) return false;
    mh_day_print(f->value, (mh_day){(int16_t)d.year, d.month, 0});
  }
  f->ymd = d;
  f->full = false;
  return true;
}

/* ---- the year nobody names ----------------------------------------------------- */

/* How far d lies from now: in days, or in months when no day is said. */
static bool distance(int32_t *out, const mh_dates *p, mh_ymd now, mh_ymd d)
{
  if (d.day == 0) {
    *out = (d.year - now.year) * 12 + d.month - now.month;
    return true;
  }
  if (!mh_dates__number(out, d)) return false;
  *out -= p->today;
  return true;
}

/* Is `b` a better reading than `a`? */
static bool better(int32_t a, int32_t b, bool months, mh_tense t, bool ahead)
{
  const int32_t reach = months ? MONTHS_AHEAD : DAYS_AHEAD;
  if (t == MH_TENSE_LAST) return b < 0 && (a >= 0 || b > a);
  if (t == MH_TENSE_NEXT) return b > 0 && (a <= 0 || b < a);
  if (t == MH_TENSE_CURRENT) return (b < 0 ? -b : b) < (a < 0 ? -a : a);
  if (ahead) {
    const int32_t behind = months ? 0 : -DAYS_BEHIND,
                  far = months ? FAR_MONTHS : FAR_DAYS;
    const bool fits_a = a >= behind && a <= far, fits_b = b >= behind && b <= far;
    if (fits_a || fits_b) return fits_b && (!fits_a || b < a);
  }
  const bool fits_a = a <= reach, fits_b = b <= reach;
  return fits_b && (!fits_a || b > a);
}

static bool choose(const mh_dates *p, mh_ymd *d, mh_tense t, bool ahead)
{
  mh_ymd now = {p->pub.year, p->pub.month, p->pub.day, false};
  int32_t best = 0, x;
  int year = 0;
  if (d->hijri && !mh_dates__hijri_of(&now, p->today)) return false;
  for (int y = now.year - 4; y <= now.year + 4; y++) {
    d->year = y;
    if (!distance(&x, p, now, *d)) continue;
    if (year && !better(best, x, d->day == 0, t, ahead)) continue;
    best = x;
    year = y;
  }
  d->year = year;
  return year != 0;
}

/* The Hijri year in which the month falls into a civil year ("Ramadan 2015"). */
static bool hijri_in_civil(mh_ymd *d, int civil)
{
  const int guess = (int)((civil - 622) * 33L / 32);
  for (int y = guess - 1; y <= guess + 1; y++) {
    int32_t n;
    const mh_ymd x = {y, d->month, d->day ? d->day : 15, true};
    if (!mh_dates__number(&n, x) || mh_day_of(n).year != civil) continue;
    d->year = y;
    return true;
  }
  return false;
}

static int year_now(const mh_dates *p, bool hijri)
{
  mh_ymd h;
  if (!hijri) return p->pub.year;
  return mh_dates__hijri_of(&h, p->today) ? h.year : 0;
}

bool mh_dates__resolve(const mh_dates *p, mh_found *f, mh_ymd d, mh_tail t, bool ahead)
{
  if (t.year) {
    if (d.month == 0) d.hijri = t.hijri;
    d.year = t.year;
    if (d.hijri && !t.hijri && t.year >= 1600 && !hijri_in_civil(&d, t.year))
      return false;
    return give(f, d);
  }
  if (t.tense == MH_TENSE_SAME && p->last.year && p->last.hijri == d.hijri) {
    d.year = p->last.year;
    return give(f, d);
  }
  if (p->pub.year == 0) {
    if (t.tense != MH_TENSE_NONE || t.by_year || d.month == 0)
      mh_dates__open(f, t.by_year && t.offset > 0   ? MH_TENSE_NEXT
                        : t.by_year && t.offset < 0 ? MH_TENSE_LAST
                                                    : t.tense);
    else if (d.day && !d.hijri)
      put(f, "XXXX-nn-mm", d.month, d.day);
    else if (!d.hijri)
      put(f, "XXXX-nn", d.month, 0);
    else
      return false;
    return true;
  }
  if (t.by_year) {
    d.year = year_now(p, d.hijri) + t.offset;
    return give(f, d);
  }
  const bool before = t.tense == MH_TENSE_BEFORE_LAST;
  if (!choose(p, &d, before ? MH_TENSE_LAST : t.tense, ahead)) return false;
  d.year -= before;
  return give(f, d);
}

/* ---- counted from now ------------------------------------------------------------ */

bool mh_dates__weekday(const mh_dates *p, mh_found *f, int weekday, mh_tense t,
                       bool ahead)
{
  if (p->pub.year == 0) {
    if (t == MH_TENSE_NONE)
      put(f, "XXXX-WXX-m", 0, (weekday + 6) % 7 + 1);
    else
      mh_dates__open(f, t);
    return true;
  }
  const int forward = (weekday - mh_day_weekday(p->pub) + 7) % 7,
            back = (7 - forward) % 7;
  int32_t n = p->today;
  if (t == MH_TENSE_LAST || t == MH_TENSE_BEFORE_LAST)
    n -= (back < 2 ? back + 7 : back) + 7 * (t == MH_TENSE_BEFORE_LAST);
  /* who means yesterday says so */
  else if (t == MH_TENSE_NEXT)
    n += forward ? forward : 7;
  else if (t == MH_TENSE_CURRENT || ahead)
    n += forward;
  else
    n -= back;
  mh_dates__day_number(f, n);
  return true;
}

/* ISO 8601: the week belongs to the year of its Thursday. */
static void week(mh_found *f, int32_t n)
{
  const mh_day d = mh_day_of(n);
  const mh_day th = mh_day_of(n + 3 - (mh_day_weekday(d) + 6) % 7);
  const int32_t first = mh_day_number((mh_day){th.year, 1, 1});
  put(f, "nnnn-Wmm", th.year, (mh_day_number(th) - first) / 7 + 1);
}

void mh_dates__unit(const mh_dates *p, mh_found *f, int unit, int offset)
{
  const mh_tense t = offset < 0   ? MH_TENSE_LAST
                     : offset > 0 ? MH_TENSE_NEXT
                                  : MH_TENSE_CURRENT;
  mh_ymd d = {p->pub.year, 0, 0, false};
  if (p->pub.year == 0) {
    mh_dates__open(f, t);
  } else if (unit == MH_UNIT_DAY) {
    mh_dates__day_number(f, p->today + offset);
  } else if (unit == MH_UNIT_WEEK) {
    week(f, p->today + 7 * offset);
  } else if (unit == MH_UNIT_MONTH) {
    const int m = p->pub.year * 12 + p->pub.month - 1 + offset;
    d.year = m / 12;
    d.month = (uint8_t)(m % 12 + 1);
    if (!give(f, d)) mh_dates__open(f, t);
  } else {
    d.year += offset;
    if (!give(f, d)) mh_dates__open(f, t);
  }
}

/* Spring is March to May, ..., winter December to February. */
void mh_dates__season(const mh_dates *p, mh_found *f, int season, mh_tail t)
{
  static const char *const names[] = {"nnnn-SP", "nnnn-SU", "nnnn-FA", "nnnn-WI"};
  const int first = 3 + season * 3, end = first + 3, month = p->pub.month;
  int year = t.year ? t.year : p->pub.year + (t.by_year ? t.offset : 0);
  if (p->pub.year == 0 && t.year == 0) {
    mh_dates__open(f, t.tense);
    return;
  }
  if (t.year == 0 && !t.by_year && t.tense == MH_TENSE_LAST) year -= month < end;
  if (t.year == 0 && !t.by_year && t.tense == MH_TENSE_NEXT) year += month >= first;
  put(f, names[season & 3], year, 0);
}
