/* dates_core - the parts that dates are made of: a year and what hints at one, a day with
 * its month, a month, a date in digits, and the same day said a second time in the other
 * calendar.  dates_parse.c puts them together.
 */
#include "dates_inside.h"

/* A year of this range needs no mark to be Hijri. */
enum { HIJRI_MIN = 1380, HIJRI_MAX = 1480 };

/* ---- tails ------------------------------------------------------------------- */

/* "last", "next", "current", "before last" at i. */
uint32_t mh_dates__adjective(const mh_dates *p, uint32_t i, mh_tense *t)
{
  uint32_t end;
  if (mh_dates__before(p, i) && mh_dates__time(p, i + 1, &end, NULL) == MH_TC_LAST) {
    *t = MH_TENSE_BEFORE_LAST;
    return end;
  }
  switch (mh_dates__time(p, i, &end, NULL)) {
  case MH_TC_LAST: *t = MH_TENSE_LAST; return end;
  case MH_TC_NEXT: *t = MH_TENSE_NEXT; return end;
  case MH_TC_CURRENT: *t = MH_TENSE_CURRENT; return end;
  default: return 0;
  }
}

int mh_dates__offset_of(mh_tense t)
{
  return t == MH_TENSE_LAST ? -1 : t == MH_TENSE_BEFORE_LAST ? -2 : t == MH_TENSE_NEXT;
}

static uint32_t era(const mh_dates *p, uint32_t i, bool *hijri)
{
  int value;
  const uint32_t e = mh_dates__is(p, i, MH_TC_ERA);
  if (e == 0 || mh_dates__time(p, i, NULL, &value) != MH_TC_ERA) return 0;
  *hijri = value == 1;
  return e;
}

/* A year in digits with its era; "2014/2015" is the first of the two. */
uint32_t mh_dates__year_digits(const mh_dates *p, uint32_t i, mh_tail *t)
{
  int y;
  uint32_t e = mh_dates__digits(p, i, MH_YEAR_MIN, MH_YEAR_MAX, &y);
  if (e == 0) {
    if (i >= p->sentence_end || p->doc->tokens[i].kind != MH_TOKEN_NUMBER) return 0;
    const mh_token *k = &p->doc->tokens[i];
    if (k->value < 1900 || k->value > MH_YEAR_MAX || k->len < 6) return 0;
    if (memchr(p->doc->text + k->at, '/', k->len) == NULL) return 0;
    y = (int)k->value;
    e = i + 1;
  }
  t->year = y;
  t->hijri = y >= HIJRI_MIN && y <= HIJRI_MAX;
  const uint32_t f = era(p, e, &t->hijri);
  return t->end = f ? f : e;
}

/* "year 2015", "the last year", "this year", "the same year" at i. */
uint32_t mh_dates__year_words(const mh_dates *p, uint32_t i, mh_tail *t)
{
  int unit;
  uint32_t e, k = i;
  const uint32_t demo = mh_dates__is(p, i, MH_TC_THIS),
                 same = mh_dates__is(p, i, MH_TC_SAME);
  if (demo || same) k = demo ? demo : same;
  if (mh_dates__time(p, k, &e, &unit) != MH_TC_UNIT || unit != MH_UNIT_YEAR) return 0;
  const bool al = mh_dates__definite(p, k);
  if ((demo || same) && al) {
    t->by_year = demo != 0;
    t->tense = demo ? MH_TENSE_CURRENT : MH_TENSE_SAME;
    return t->end = e;
  }
  if (demo || same) return 0;
  const uint32_t kind = mh_dates__is(p, e, MH_TC_YEAR_KIND);
  if (mh_dates__year_digits(p, kind ? kind : e, t)) return t->end;
  if (!al) return 0;
  if ((k = mh_dates__is(p, e, MH_TC_SAME)) != 0) {
    t->tense = MH_TENSE_SAME;
    return t->end = k;
  }
  if ((k = mh_dates__adjective(p, kind ? kind : e, &t->tense)) == 0) return 0;
  mh_tail y = {0};
  if (mh_dates__year_digits(p, k, &y) && (y.year >= 1900 || y.hijri)) {
    /* "of the next year, 2016" */
    *t = y;
    return t->end;
  }
  t->by_year = true;
  t->offset = mh_dates__offset_of(t->tense);
  return t->end = k;
}

bool mh_dates__tail(const mh_dates *p, uint32_t i, mh_tail *t)
{
  *t = (mh_tail){0};
  if ((t->end = mh_dates__adjective(p, i, &t->tense)) != 0) return true;
  if (mh_dates__year_digits(p, i, t)) return true;
  if ((mh_dates__comma(p, i) || mh_dates__mark(p, i, '/') || mh_dates__dash(p, i)) &&
      mh_dates__year_digits(p, i + 1, t) && (t->year >= 1900 || t->hijri))
    return true;
  *t = (mh_tail){0};
  uint32_t k = i;
  if (mh_dates__min(p, k) || mh_dates__is(p, k, MH_TC_BEFORE_YEAR) ||
      mh_dates__comma(p, k))
    k++;
  if (mh_dates__year_words(p, k, t)) return true;
  *t = (mh_tail){0};
  return false;
}

/* What stands between two days or months that share their year. */
static uint32_t between(const mh_dates *p, uint32_t i)
{
  if (mh_dates__wa(p, i) || mh_dates__to(p, i) || mh_dates__dash(p, i)) return i + 1;
  return mh_dates__joined_wa(p, i) ? i : 0;
}

/* "from 25 June to 3 July 2015": the year stands after the second. */
static void shared_year(const mh_dates *p, uint32_t i, mh_tail *t)
{
  int day;
  mh_ymd m;
  bool paired;
  mh_tail u;
  uint32_t k = between(p, i), e;
  if (k == 0) return;
  if ((e = mh_dates__day(p, k, &day)) != 0) k = e;
  if (mh_dates__min(p, k)) k++;
  if ((e = mh_dates__month(p, k, &m, &paired)) == 0 || !mh_dates__tail(p, e, &u)) return;
  *t = u;
  t->end = 0;
}

/* "in September or December": a day or month that follows another is not before it. */
static void year_before(const mh_dates *p, uint32_t i, mh_ymd d, mh_tail *t)
{
  if (p->floor == 0 || p->last.year == 0 || p->last.month == 0 || p->pub.year == 0)
    return;
  if (p->last.hijri != d.hijri || p->floor <= p->sentence_first) return;
  if (i < p->floor || i - p->floor > 1 || between(p, p->floor) != i) return;
  if ((p->last.day == 0) != (d.day == 0)) return;
  t->year = p->last.year + (d.month < p->last.month);
  t->hijri = d.hijri;
}

/* ---- days and months ------------------------------------------------------------ */

/* The word before `first` says that what follows is a name ("the October bridge"), or an
 * event that is known by its day. */
bool mh_dates__is_name(const mh_dates *p, uint32_t first, bool year_said)
{
  if (first <= p->sentence_first) return false;
  if (mh_dates__is(p, first - 1, MH_TC_NAME_LEAD)) return true;
  return !year_said && mh_dates__is(p, first - 1, MH_TC_EVENT);
}

bool mh_dates__is_unit(const mh_dates *p, uint32_t i, int unit, uint32_t *end)
{
  int value;
  return mh_dates__time(p, i, end, &value) == MH_TC_UNIT && value == unit;
}

/* "of this month", "of the last month", "of it": the month of a day without a name. */
static uint32_t month_words(const mh_dates *p, uint32_t i, mh_ymd *d)
{
  uint32_t e, k;
  mh_tense t = MH_TENSE_CURRENT;
  const uint32_t demo = mh_dates__is(p, i, MH_TC_THIS);
  if (mh_dates__minhu(p, i - 1) && p->last.month) {
    d->year = p->last.year;
    d->month = p->last.month;
    d->hijri = p->last.hijri;
    return i;
  }
  if (!mh_dates__is_unit(p, demo ? demo : i, MH_UNIT_MONTH, &e) || p->pub.year == 0)
    return 0;
  if (!mh_dates__definite(p, demo ? demo : i)) return 0;
  if ((k = mh_dates__is(p, e, MH_TC_SAME)) != 0 && p->last.month) {
    const int day = d->day;
    *d = p->last;
    d->day = (uint8_t)day;
    return k;
  }
  k = demo ? e : mh_dates__adjective(p, e, &t);
  if (k == 0) return 0;
  const int m = p->pub.year * 12 + p->pub.month - 1 + mh_dates__offset_of(t);
  d->year = m / 12;
  d->month = (uint8_t)(m % 12 + 1);
  return k;
}

/* May a bare number with "current" be a day ("on the 10th instant")? */
bool mh_dates__day_lead(const mh_dates *p, uint32_t i)
{
  uint32_t e;
  int day, unit;
  /* "on the 8th and | the 9th instant" */
  if (i > p->sentence_first + 2 && mh_dates__wa(p, i - 1) &&
      mh_dates__digits(p, i - 2, 1, 31, &day))
    i -= 2;
  if (i <= p->sentence_first) return false;
  const mh_time_class c = mh_dates__time(p, i - 1, NULL, &unit);
  if ((c == MH_TC_DUAL || c == MH_TC_PLURAL) && unit == MH_UNIT_DAY) return true;
  return mh_dates__is_unit(p, i - 1, MH_UNIT_DAY, &e) ||
         mh_dates__is(p, i - 1, MH_TC_ON) || mh_dates__is(p, i - 1, MH_TC_SAME_DAY) ||
         mh_dates__is(p, i - 1, MH_TC_BEFORE_YEAR) ||
         mh_dates__is(p, i - 1, MH_TC_WEEKDAY);
}

static bool day_of_month_words(const mh_dates *p, uint32_t e, mh_found *f, int day)
{
  mh_ymd d = {.day = (uint8_t)day};
  mh_tense t;
  uint32_t end = 0;
  if (mh_dates__minhu(p, e) || mh_dates__min(p, e)) end = month_words(p, e + 1, &d);
  if (end == 0 && p->pub.year && mh_dates__day_lead(p, f->first) &&
      (end = mh_dates__adjective(p, e, &t)) != 0) {
    const int m = p->pub.year * 12 + p->pub.month - 1 + mh_dates__offset_of(t);
    d.year = m / 12;
    d.month = (uint8_t)(m % 12 + 1);
  }
  if (end == 0 || d.year == 0) return false;
  f->end = end;
  return mh_dates__resolve(p, f, d, (mh_tail){.year = d.year, .hijri = d.hijri}, false);
}

/* "30 July", "the fourth of August last", "11 of it". */
bool mh_dates__read_day(const mh_dates *p, uint32_t i, mh_found *f)
{
  int day;
  mh_ymd d;
  bool paired;
  mh_tail t;
  uint32_t unit_end;
  const uint32_t e = mh_dates__day(p, i, &day);
  if (e == 0) return false;
  *f = (mh_found){.first = i};
  uint32_t k = e + mh_dates__min(p, e);
  const bool slash = mh_dates__mark(p, e, '/') || mh_dates__dash(p, e); /* 7/July/2015 */
  if (slash) k = e + 1;
  const bool paren = mh_dates__mark(p, e, '('); /* 12 (August) */
  if (paren) k = e + 1;
  if (mh_dates__is_unit(p, k, MH_UNIT_MONTH, &unit_end) &&
      mh_dates__month(p, unit_end, &d, &paired))
    k = unit_end;
  if ((f->end = mh_dates__month(p, k, &d, &paired)) == 0)
    return day_of_month_words(p, e, f, day);
  if (paren && !mh_dates__mark(p, f->end++, ')')) return false;
  d.day = (uint8_t)day;
  if (mh_dates__tail(p, f->end, &t))
    f->end = t.end;
  else
    shared_year(p, f->end, &t);
  if (mh_dates__is_name(p, i, t.year || t.by_year || t.tense)) {
    f->first = f->end; /* a name: nothing of it is a date */
    return false;
  }
  if (slash && !t.end) return false;
  if (!t.end && !t.year) year_before(p, i, d, &t);
  return mh_dates__resolve(p, f, d, t, mh_dates__ahead(p, i, MH_AHEAD_MONTH));
}

/* Is a month's name that has other meanings a month here? */
static bool month_holds(const mh_dates *p, uint32_t i, bool said)
{
  int weak;
  uint32_t e;
  if (said || mh_dates__time(p, i, NULL, &weak) != MH_TC_WEAK_MONTH) return true;
  if (i <= p->sentence_first) return false;
  const mh_match *m = mh_words_match(p->w, i, MH_PH_MONTH);
  if (m && (m->pro & MH_PRO_BI)) return false; /* another word: "a gate" */
  if (mh_dates__is_unit(p, i - 1, MH_UNIT_MONTH, &e) ||
      mh_dates__is(p, i - 1, MH_TC_PART))
    return true;
  return weak == 1 &&
         (mh_dates__is(p, i - 1, MH_TC_BEFORE_YEAR) || mh_dates__min(p, i - 1));
}

bool mh_dates__read_month(const mh_dates *p, uint32_t i, mh_found *f)
{
  mh_ymd d;
  bool paired;
  mh_tail t;
  *f = (mh_found){.first = i};
  if ((f->end = mh_dates__month(p, i, &d, &paired)) == 0) return false;
  const bool tailed = mh_dates__tail(p, f->end, &t);
  if (tailed)
    f->end = t.end;
  else
    shared_year(p, f->end, &t);
  if (mh_dates__is_name(p, i, t.year || t.by_year || t.tense) ||
      !month_holds(p, i, tailed || paired))
    return false;
  if (!tailed && !t.year) year_before(p, i, d, &t);
  return mh_dates__resolve(p, f, d, t, mh_dates__ahead(p, i, MH_AHEAD_MONTH));
}

/* ---- one day said twice ------------------------------------------------------------ */

bool mh_dates__read_digits(const mh_dates *p, uint32_t i, mh_found *f, bool loose)
{
  mh_ymd d;
  bool hijri = false;
  const uint32_t e = mh_dates__numeric(p, i, &d, loose);
  if (e == 0) return false;
  *f = (mh_found){.first = i, .end = e};
  const uint32_t m = d.year ? era(p, e, &hijri) : 0;
  if (m) f->end = m;
  if (d.year == 0)
    return mh_dates__resolve(p, f, d, (mh_tail){0},
                             mh_dates__ahead(p, i, MH_AHEAD_MONTH));
  return mh_dates__resolve(p, f, d, (mh_tail){.year = d.year, .hijri = d.hijri}, false);
}

static bool full_date(const mh_dates *p, uint32_t i, mh_found *f, bool loose)
{
  return (mh_dates__read_digits(p, i, f, loose) || mh_dates__read_day(p, i, f)) &&
         f->full;
}

mh_link mh_dates__linked(const mh_dates *p, uint32_t i)
{
  mh_link l = {.at = i};
  uint32_t e;
  if (mh_dates__comma(p, l.at) || mh_dates__dash(p, l.at) ||
      mh_dates__mark(p, l.at, '/')) {
    l.loose_mark = true;
    l.at++;
  }
  if (mh_dates__mark(p, l.at, '(')) {
    l.paren = true;
    l.at++;
  }
  if ((e = mh_dates__is(p, l.at, MH_TC_SAME_DAY)) != 0) {
    l.same_day = true;
    l.at = e;
    if (mh_dates__li(p, l.at)) l.at++;
    if (!l.paren && mh_dates__mark(p, l.at, '(')) {
      l.paren = true;
      l.at++;
    }
  }
  if (mh_dates__is_unit(p, l.at, MH_UNIT_DAY, &e) && !mh_dates__definite(p, l.at))
    l.at = e;
  return l;
}

bool mh_dates__closes(const mh_dates *p, mh_link l, mh_found *f)
{
  if (!l.paren) return true;
  if (!mh_dates__mark(p, f->end, ')')) return false;
  f->end++;
  return true;
}

static bool near(const mh_found *a, const mh_found *b, int32_t days)
{
  return a->full && b->full && a->number - b->number <= days &&
         b->number - a->number <= days;
}

/* After a full day: the same in the other calendar, or after "corresponding to". */
void mh_dates__other_calendar(const mh_dates *p, mh_found *f)
{
  mh_found g;
  mh_link l = mh_dates__linked(p, f->end);
  const uint32_t wd = mh_dates__is(p, l.at, MH_TC_WEEKDAY);
  if (wd) l.at = wd;
  if (!full_date(p, l.at, &g, l.same_day) || !mh_dates__closes(p, l, &g)) return;
  const bool other = g.ymd.hijri != f->ymd.hijri;
  if (!l.same_day && !(other && near(f, &g, 2))) return;
  f->end = g.end;
  if (!f->ymd.hijri && f->full) return;
  memcpy(f->value, g.value, sizeof f->value);
  f->ymd = g.ymd;
  f->number = g.number;
  f->full = true;
}

/* After a weekday or "yesterday": the day and month it is. */
bool mh_dates__spelled_out(const mh_dates *p, mh_found *f, int weekday, bool must_agree)
{
  mh_found g;
  const mh_link l = mh_dates__linked(p, f->end);
  if (!full_date(p, l.at, &g, true) || !mh_dates__closes(p, l, &g)) return false;
  if (weekday >= 0 && (must_agree || l.loose_mark) && !l.same_day &&
      mh_day_weekday(mh_day_of(g.number)) != weekday)
    return false;
  g.first = f->first;
  *f = g;
  mh_dates__other_calendar(p, f);
  return true;
}
