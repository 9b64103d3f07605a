/* dates_parse - read one expression of a date that begins at a token.
 *
 * A date has a core (a day with its month, a month, a date in digits, a weekday, a word
 * such as yesterday, a unit with an adjective), a tail that names or hints at its year, and
 * may say the same day twice: with its weekday, or in the other calendar.  Nothing here
 * goes through a text (dates.c does) or counts days (dates_value.c does).
 */
#include "dates_inside.h"

enum { YEAR_MIN = 1000, YEAR_MAX = 2199 };
/* A year of this range needs no mark to be Hijri. */
enum { HIJRI_MIN = 1380, HIJRI_MAX = 1480 };

/* ---- tails ------------------------------------------------------------------- */

/* "last", "next", "current" at i. */
static uint32_t adjective(const mh_dates *p, uint32_t i, mh_tense *t)
{
  uint32_t end;
  switch (mh_dates__time(p, i, &end, NULL)) {
  case MH_TC_LAST: *t = MH_TENSE_LAST; return end;
  case MH_TC_NEXT: *t = MH_TENSE_NEXT; return end;
  case MH_TC_CURRENT: *t = MH_TENSE_CURRENT; return end;
  default: return 0;
  }
}

static int offset_of(mh_tense t)
{
  return t == MH_TENSE_LAST ? -1 : t == MH_TENSE_NEXT;
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
static uint32_t year_digits(const mh_dates *p, uint32_t i, mh_tail *t)
{
  int y;
  uint32_t e = mh_dates__digits(p, i, YEAR_MIN, YEAR_MAX, &y);
  if (e == 0) {
    if (i >= p->sentence_end || p->doc->tokens[i].kind != MH_TOKEN_NUMBER) return 0;
    const mh_token *k = &p->doc->tokens[i];
    if (k->value < 1900 || k->value > YEAR_MAX || k->len < 6) return 0;
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
static uint32_t year_words(const mh_dates *p, uint32_t i, mh_tail *t)
{
  int unit;
  uint32_t e, k = i;
  const uint32_t demo = mh_dates__is(p, i, MH_TC_THIS), same = mh_dates__is(p, i, MH_TC_SAME);
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
  if (year_digits(p, kind ? kind : e, t)) return t->end;
  if (!al) return 0;
  if ((k = mh_dates__is(p, e, MH_TC_SAME)) != 0) {
    t->tense = MH_TENSE_SAME;
    return t->end = k;
  }
  if ((k = adjective(p, kind ? kind : e, &t->tense)) == 0) return 0;
  mh_tail y = {0};
  if (year_digits(p, k, &y)) { /* "of the next year, 2016" */
    *t = y;
    return t->end;
  }
  t->by_year = true;
  t->offset = offset_of(t->tense);
  return t->end = k;
}

static bool tail(const mh_dates *p, uint32_t i, mh_tail *t)
{
  *t = (mh_tail){0};
  if ((t->end = adjective(p, i, &t->tense)) != 0) return true;
  if (year_digits(p, i, t)) return true;
  if ((mh_dates__comma(p, i) || mh_dates__mark(p, i, '/') || mh_dates__dash(p, i)) &&
      year_digits(p, i + 1, t) && (t->year >= 1900 || t->hijri))
    return true;
  *t = (mh_tail){0};
  uint32_t k = i;
  if (mh_dates__min(p, k) || mh_dates__is(p, k, MH_TC_BEFORE_YEAR) || mh_dates__comma(p, k))
    k++;
  if (year_words(p, k, t)) return true;
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
  if ((e = mh_dates__month(p, k, &m, &paired)) == 0 || !tail(p, e, &u)) return;
  *t = u;
  t->end = 0;
}

/* "in September or December": a day or month that follows another is not before it. */
static void year_before(const mh_dates *p, uint32_t i, mh_ymd d, mh_tail *t)
{
  if (p->floor == 0 || p->last.year == 0 || p->last.month == 0 || p->pub.year == 0) return;
  if (p->last.hijri != d.hijri || p->floor <= p->sentence_first) return;
  if (i < p->floor || i - p->floor > 1 || between(p, p->floor) != i) return;
  if ((p->last.day == 0) != (d.day == 0)) return;
  t->year = p->last.year + (d.month < p->last.month);
  t->hijri = d.hijri;
}

/* ---- days and months ------------------------------------------------------------ */

/* The word before `first` says that what follows is a name ("the October bridge"), or an
 * event that is known by its day. */
static bool named(const mh_dates *p, uint32_t first, bool year_said)
{
  if (first <= p->sentence_first) return false;
  if (mh_dates__is(p, first - 1, MH_TC_NAME_LEAD)) return true;
  return !year_said && mh_dates__is(p, first - 1, MH_TC_EVENT);
}

static bool is_unit(const mh_dates *p, uint32_t i, int unit, uint32_t *end)
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
  if (!is_unit(p, demo ? demo : i, MH_UNIT_MONTH, &e) || p->pub.year == 0) return 0;
  if (!mh_dates__definite(p, demo ? demo : i)) return 0;
  if ((k = mh_dates__is(p, e, MH_TC_SAME)) != 0 && p->last.month) {
    const int day = d->day;
    *d = p->last;
    d->day = (uint8_t)day;
    return k;
  }
  k = demo ? e : adjective(p, e, &t);
  if (k == 0) return 0;
  const int m = p->pub.year * 12 + p->pub.month - 1 + offset_of(t);
  d->year = m / 12;
  d->month = (uint8_t)(m % 12 + 1);
  return k;
}

/* May a bare number with "current" be a day ("on the 10th instant")? */
static bool day_lead(const mh_dates *p, uint32_t i)
{
  uint32_t e;
  if (i <= p->sentence_first) return false;
  return is_unit(p, i - 1, MH_UNIT_DAY, &e) || mh_dates__is(p, i - 1, MH_TC_ON) ||
         mh_dates__is(p, i - 1, MH_TC_SAME_DAY) ||
         mh_dates__is(p, i - 1, MH_TC_BEFORE_YEAR) || mh_dates__is(p, i - 1, MH_TC_WEEKDAY);
}

static bool day_of_month_words(const mh_dates *p, uint32_t e, mh_found *f, int day)
{
  mh_ymd d = {.day = (uint8_t)day};
  mh_tense t;
  uint32_t end = 0;
  if (mh_dates__minhu(p, e) || mh_dates__min(p, e)) end = month_words(p, e + 1, &d);
  if (end == 0 && p->pub.year && day_lead(p, f->first) &&
      (end = adjective(p, e, &t)) != 0) {
    const int m = p->pub.year * 12 + p->pub.month - 1 + offset_of(t);
    d.year = m / 12;
    d.month = (uint8_t)(m % 12 + 1);
  }
  if (end == 0 || d.year == 0) return false;
  f->end = end;
  return mh_dates__resolve(p, f, d, (mh_tail){.year = d.year, .hijri = d.hijri}, false);
}

/* "30 July", "the fourth of August last", "11 of it". */
static bool day_month(const mh_dates *p, uint32_t i, mh_found *f)
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
  const bool paren = mh_dates__mark(p, e, '(');                    /* 12 (August) */
  if (paren) k = e + 1;
  if (is_unit(p, k, MH_UNIT_MONTH, &unit_end) &&
      mh_dates__month(p, unit_end, &d, &paired))
    k = unit_end;
  if ((f->end = mh_dates__month(p, k, &d, &paired)) == 0)
    return day_of_month_words(p, e, f, day);
  if (paren && !mh_dates__mark(p, f->end++, ')')) return false;
  d.day = (uint8_t)day;
  if (tail(p, f->end, &t))
    f->end = t.end;
  else
    shared_year(p, f->end, &t);
  if (named(p, i, t.year || t.by_year || t.tense)) {
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
  if (is_unit(p, i - 1, MH_UNIT_MONTH, &e) || mh_dates__is(p, i - 1, MH_TC_PART)) return true;
  return weak == 1 && (mh_dates__is(p, i - 1, MH_TC_BEFORE_YEAR) || mh_dates__min(p, i - 1));
}

static bool month(const mh_dates *p, uint32_t i, mh_found *f)
{
  mh_ymd d;
  bool paired;
  mh_tail t;
  *f = (mh_found){.first = i};
  if ((f->end = mh_dates__month(p, i, &d, &paired)) == 0) return false;
  const bool tailed = tail(p, f->end, &t);
  if (tailed)
    f->end = t.end;
  else
    shared_year(p, f->end, &t);
  if (named(p, i, t.year || t.by_year || t.tense) || !month_holds(p, i, tailed || paired))
    return false;
  if (!tailed && !t.year) year_before(p, i, d, &t);
  return mh_dates__resolve(p, f, d, t, mh_dates__ahead(p, i, MH_AHEAD_MONTH));
}

/* ---- one day said twice ------------------------------------------------------------ */

static bool numeric(const mh_dates *p, uint32_t i, mh_found *f, bool loose)
{
  mh_ymd d;
  bool hijri = false;
  const uint32_t e = mh_dates__numeric(p, i, &d, loose);
  if (e == 0) return false;
  *f = (mh_found){.first = i, .end = e};
  const uint32_t m = d.year ? era(p, e, &hijri) : 0;
  if (m) f->end = m;
  if (d.year == 0) return mh_dates__resolve(p, f, d, (mh_tail){0}, mh_dates__ahead(p, i, MH_AHEAD_MONTH));
  return mh_dates__resolve(p, f, d, (mh_tail){.year = d.year, .hijri = d.hijri}, false);
}

static bool full_date(const mh_dates *p, uint32_t i, mh_found *f, bool loose)
{
  return (numeric(p, i, f, loose) || day_month(p, i, f)) && f->full;
}

typedef struct link { /* how a second naming is joined to the first */
  uint32_t at;
  bool paren, same_day, loose_mark;
} link;

static link linked(const mh_dates *p, uint32_t i)
{
  link l = {.at = i};
  uint32_t e;
  if (mh_dates__comma(p, l.at) || mh_dates__dash(p, l.at) || mh_dates__mark(p, l.at, '/')) {
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
  if (is_unit(p, l.at, MH_UNIT_DAY, &e) && !mh_dates__definite(p, l.at)) l.at = e;
  return l;
}

static bool closes(const mh_dates *p, link l, mh_found *f)
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
static void other_calendar(const mh_dates *p, mh_found *f)
{
  mh_found g;
  link l = linked(p, f->end);
  const uint32_t wd = mh_dates__is(p, l.at, MH_TC_WEEKDAY);
  if (wd) l.at = wd;
  if (!full_date(p, l.at, &g, l.same_day) || !closes(p, l, &g)) return;
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
static bool spelled_out(const mh_dates *p, mh_found *f, int weekday, bool must_agree)
{
  mh_found g;
  const link l = linked(p, f->end);
  if (!full_date(p, l.at, &g, true) || !closes(p, l, &g)) return false;
  if (weekday >= 0 && (must_agree || l.loose_mark) && !l.same_day &&
      mh_day_weekday(mh_day_of(g.number)) != weekday)
    return false;
  g.first = f->first;
  *f = g;
  other_calendar(p, f);
  return true;
}

/* ---- weekdays and words for days --------------------------------------------------- */

/* "last" after a pair of weekdays belongs to both. */
static uint32_t weekday_tense(const mh_dates *p, uint32_t i, mh_tense *t)
{
  uint32_t e = adjective(p, i, t), k = i;
  if (e) return e;
  if (mh_dates__wa(p, k)) k++;
  if (k == i && !mh_dates__joined_wa(p, i)) return i;
  if ((k = mh_dates__is(p, k, MH_TC_WEEKDAY)) != 0) adjective(p, k, t);
  return i;
}

static bool weekday(const mh_dates *p, uint32_t i, mh_found *f)
{
  int value, of;
  mh_tense t = MH_TENSE_NONE;
  *f = (mh_found){.first = i};
  if (mh_dates__time(p, i, &f->end, &value) != MH_TC_WEEKDAY) return false;
  if (i > p->sentence_first && mh_dates__time(p, i - 1, NULL, &of) == MH_TC_PLURAL &&
      of == MH_UNIT_DAY)
    return false; /* "on Fridays" */
  if (spelled_out(p, f, value, false)) return true;
  f->end = weekday_tense(p, f->end, &t);
  if (!mh_dates__weekday(p, f, value, t, mh_dates__ahead(p, i, MH_AHEAD_WEEKDAY))) return false;
  if (t) spelled_out(p, f, value, true);
  return true;
}

/* The day of this weekday that is meant by a word for day `number`: reports are published
 * after they are written, seldom a day before (another time zone). */
static int32_t written(int32_t number, int weekday)
{
  const int d = (weekday - mh_day_weekday(mh_day_of(number)) + 7) % 7;
  return number + (d > 1 ? d - 7 : d);
}

/* yesterday, today ..., with its weekday: "yesterday (Thursday)". */
static bool relative(const mh_dates *p, mh_found *f, int offset)
{
  int wd = -1;
  mh_found g = *f;
  mh_dates__unit(p, f, MH_UNIT_DAY, offset);
  const link l = linked(p, f->end);
  if (mh_dates__time(p, l.at, &g.end, &wd) == MH_TC_WEEKDAY && !mh_dates__joined_wa(p, l.at) &&
      closes(p, l, &g)) {
    const int32_t n = f->full ? written(f->number, wd) : 0;
    if (!l.loose_mark || l.paren || n == f->number) {
      f->end = g.end;
      if (f->full) mh_dates__day_number(f, n);
    }
  } else {
    wd = -1;
  }
  spelled_out(p, f, wd, true);
  return true;
}

/* Is the word before `end` the last of two or three in quotation marks?  Then it ends a
 * title: newspapers are called so. */
static bool titled(const mh_dates *p, uint32_t i, uint32_t end)
{
  if (!mh_dates__mark(p, end, '"') && !mh_dates__mark(p, end, 0xBB) &&
      !mh_dates__mark(p, end, 0x201D))
    return false;
  for (uint32_t k = i; k > p->sentence_first && i - k < 3; k--)
    if (mh_dates__mark(p, k - 1, '"') || mh_dates__mark(p, k - 1, 0xAB) ||
        mh_dates__mark(p, k - 1, 0x201C) || mh_dates__mark(p, k - 1, 0x201D))
      return true;
  return false;
}

/* "the day" is today, unless it is counted or has a title ("the National Day"). */
static bool today(const mh_dates *p, uint32_t i, uint32_t end, mh_found *f)
{
  int value;
  const mh_match *m = mh_words_match(p->w, i, MH_PH_TIME);
  const mh_match *n = end < p->sentence_end ? mh_words_match(p->w, end, MH_PH_NUMBER) : NULL;
  const bool after_in = i > p->sentence_first &&
                        mh_dates__time(p, i - 1, NULL, &value) == MH_TC_BEFORE_YEAR &&
                        value == 2;
  if ((m->pro & (MH_PRO_BI | MH_PRO_LI | MH_PRO_KA)) || titled(p, i, end) ||
      mh_dates__is(p, end, MH_TC_DAY_TITLE) ||
      mh_dates__is(p, end, MH_TC_SAME) || mh_dates__is(p, end, MH_TC_RECENT) ||
      (n && n->value >> 24 && !mh_dates__is(p, end, MH_TC_WEEKDAY)))
    return false;
  *f = (mh_found){.first = i, .end = end};
  relative(p, f, 0);
  return !after_in || f->end > end;
}

/* ---- units ------------------------------------------------------------------------ */

/* al-`amm after "secretary", "opinion" ... is "general". */
static bool general(const mh_dates *p, uint32_t i, mh_tense t)
{
  return t != MH_TENSE_LAST && i > p->sentence_first &&
         mh_dates__is(p, i - 1, MH_TC_GENERAL);
}

/* "the last month"; with `part` before it or "this" no adjective is needed. */
static bool unit(const mh_dates *p, uint32_t i, mh_found *f, bool now)
{
  int u;
  uint32_t e;
  mh_tense t = MH_TENSE_NONE;
  mh_tail y = {0};
  if (mh_dates__time(p, i, &e, &u) != MH_TC_UNIT) return false;
  *f = (mh_found){.first = i};
  if (u == MH_UNIT_YEAR && year_words(p, i, &y) && y.year) {
    const uint32_t kind = mh_dates__is(p, e, MH_TC_YEAR_KIND), k = kind ? kind : e;
    /* "the year 2015" is its number, "the last year, 2014" is all of it */
    f->first = p->doc->tokens[k].kind == MH_TOKEN_NUMBER ? k : i;
    f->end = y.end;
    f->year_only = true;
    return !named(p, i, true) && mh_dates__resolve(p, f, (mh_ymd){0}, y, false);
  }
  if (!mh_dates__definite(p, i)) return false;
  const uint32_t kind = u == MH_UNIT_YEAR || u == MH_UNIT_MONTH
                            ? mh_dates__is(p, e, MH_TC_YEAR_KIND) : 0;
  f->end = adjective(p, kind ? kind : e, &t);
  if (u == MH_UNIT_YEAR && general(p, i, t)) return false;
  if (f->end) {
    mh_dates__unit(p, f, u, offset_of(t));
    return true;
  }
  if (u == MH_UNIT_DAY) return today(p, i, e, f);
  f->end = e;
  if (now) mh_dates__unit(p, f, u, 0);
  return now;
}

/* "the years 2011 and 2013"; "the past weeks". */
static bool units(const mh_dates *p, uint32_t i, mh_found *f)
{
  int u;
  uint32_t e;
  mh_tail y = {0};
  mh_time_class c = mh_dates__time(p, i, &e, &u);
  *f = (mh_found){.first = e};
  if (u == MH_UNIT_YEAR && year_digits(p, e, &y)) {
    f->end = y.end;
    f->year_only = true;
    return mh_dates__resolve(p, f, (mh_ymd){0}, y, false);
  }
  if (!mh_dates__definite(p, i)) return false;
  f->first = i;
  for (uint32_t k = e; k <= e + 2 && k < p->sentence_end; k++) {
    c = mh_dates__time(p, k, &f->end, NULL);
    if (c == MH_TC_LAST || c == MH_TC_NEXT || c == MH_TC_RECENT) {
      mh_dates__open(f, c == MH_TC_NEXT ? MH_TENSE_NEXT : MH_TENSE_LAST);
      return true;
    }
    if (p->doc->tokens[k].kind == MH_TOKEN_MARK) return false;
  }
  return false;
}

static bool season(const mh_dates *p, uint32_t i, mh_found *f)
{
  int value;
  mh_tail t;
  *f = (mh_found){.first = i};
  mh_dates__time(p, i, &f->end, &value);
  if (!tail(p, f->end, &t)) return false;
  if (t.year == 0 && !t.by_year && !mh_dates__definite(p, i)) return false;
  f->end = t.end;
  mh_dates__season(p, f, value, t);
  return true;
}

static bool this_one(const mh_dates *p, uint32_t i, mh_found *f)
{
  int value;
  mh_tail y = {0};
  const uint32_t k = mh_dates__is(p, i, MH_TC_THIS);
  const mh_time_class c = mh_dates__time(p, k, NULL, &value);
  if (!mh_dates__definite(p, k)) return false;
  if (c == MH_TC_SEASON) {
    mh_dates__time(p, k, &f->end, NULL);
    mh_dates__season(p, f, value, (mh_tail){.tense = MH_TENSE_CURRENT});
  } else if (c != MH_TC_UNIT) {
    return false;
  } else if (value == MH_UNIT_DAY) {
    *f = (mh_found){.first = i};
    mh_dates__time(p, k, &f->end, NULL);
    relative(p, f, 0);
  } else if (!unit(p, k, f, true)) {
    return false;
  } else if (value == MH_UNIT_YEAR && !f->year_only && year_digits(p, f->end, &y)) {
    f->end = y.end;
    mh_dates__resolve(p, f, (mh_ymd){0}, y, false);
  }
  f->first = i;
  return true;
}

/* "the end of the month", "mid July", "early 2015". */
static bool part(const mh_dates *p, uint32_t i, mh_found *f)
{
  uint32_t k = mh_dates__is(p, i, MH_TC_PART), e;
  int u;
  mh_tail y = {0};
  bool ok;
  if (mh_dates__definite(p, i)) return false;
  if (is_unit(p, k, MH_UNIT_MONTH, &e) && !mh_dates__definite(p, k)) k = e;
  switch (mh_dates__time(p, k, NULL, &u)) {
  case MH_TC_UNIT: ok = u != MH_UNIT_DAY && unit(p, k, f, true); break;
  case MH_TC_THIS: ok = this_one(p, k, f); break;
  case MH_TC_SEASON: ok = season(p, k, f); break;
  default:
    ok = month(p, k, f);
    if (!ok && year_digits(p, k, &y) && y.year >= 1800) {
      *f = (mh_found){.end = y.end, .year_only = true};
      ok = mh_dates__resolve(p, f, (mh_ymd){0}, y, false);
    }
  }
  f->first = i;
  return ok;
}

/* ---- a year alone ------------------------------------------------------------------- */

/* Does a counted thing follow ("2016 tents")? */
static bool counts(const mh_dates *p, uint32_t i)
{
  if (i >= p->sentence_end) return false;
  const mh_token *t = &p->doc->tokens[i];
  if (t->kind == MH_TOKEN_NUMBER || mh_dates__mark(p, i, '%') || mh_dates__mark(p, i, 0x66A))
    return true;
  if (t->kind != MH_TOKEN_WORD) return false;
  if ((t->flags & MH_TF_TANWIN) || mh_dates__is(p, i, MH_TC_UNIT) ||
      mh_dates__is(p, i, MH_TC_PLURAL) || mh_dates__is(p, i, MH_TC_DUAL))
    return true;
  bool noun = false;
  for (uint32_t r = p->w->first[i]; r < p->w->first[i + 1]; r++) {
    const mh_reading *x = &p->w->readings[r];
    const unsigned pos = MH_F_POS_OF(x->feats);
    if (pos == MH_POS_VERB || pos == MH_POS_PARTICLE || x->pro) return false;
    noun |= pos != MH_POS_NONE;
  }
  return noun;
}

/* Is what ends at token i counted off ("the first quarter"), or the last of several? */
static bool ranked(const mh_dates *p, uint32_t i)
{
  if (i <= p->sentence_first) return false;
  const mh_match *m = mh_words_match(p->w, i - 1, MH_PH_NUMBER);
  return (m && m->value >> 24 && (m->pro & MH_PRO_AL)) ||
         mh_dates__is(p, i - 1, MH_TC_RECENT);
}

/* Does what stands before token i ask for a year? */
static bool year_lead(const mh_dates *p, uint32_t i)
{
  if (i <= p->sentence_first) return false;
  const uint32_t b = i - 1;
  if (p->after_year && b >= p->floor && b - p->floor < 2 &&
      (mh_dates__wa(p, b) || mh_dates__to(p, b) || mh_dates__dash(p, b) || mh_dates__li(p, b)))
    return true;
  if (mh_dates__mark(p, b, '(')) return mh_dates__mark(p, i + 1, ')');
  if (mh_dates__min(p, b) && ranked(p, b)) return true;
  if (mh_dates__min(p, b))
    return mh_dates__to(p, i + 1) || mh_dates__dash(p, i + 1) || mh_dates__wa(p, i + 1);
  return mh_dates__is(p, b, MH_TC_BEFORE_YEAR) || mh_dates__is(p, b, MH_TC_OF_YEAR) ||
         mh_dates__is(p, b, MH_TC_EVENT);
}

static bool year_alone(const mh_dates *p, uint32_t i, mh_found *f)
{
  mh_tail y = {0};
  int n;
  const uint32_t e = mh_dates__digits(p, i, YEAR_MIN, YEAR_MAX, &n);
  if (e == 0 || !year_digits(p, i, &y) || named(p, i, true)) return false;
  const bool marked = y.end > e;
  if (!marked && (n < 1900 || n > 2099)) return false;
  if (marked && !y.hijri && n < 1900) return false;
  if (!marked && (!year_lead(p, i) || n % 100 == 0 || counts(p, e))) return false;
  *f = (mh_found){.first = i, .end = y.end, .year_only = true};
  return mh_dates__resolve(p, f, (mh_ymd){0}, y, false);
}

/* ---- the door ------------------------------------------------------------------------ */

static bool by_time_word(const mh_dates *p, uint32_t i, mh_found *f, uint32_t *skip)
{
  uint32_t end;
  int value;
  switch (mh_dates__time(p, i, &end, &value)) {
  case MH_TC_NAME: *skip = end; return false;
  case MH_TC_WEEKDAY: return weekday(p, i, f);
  case MH_TC_RELATIVE: *f = (mh_found){.first = i, .end = end}; return relative(p, f, value);
  case MH_TC_UNIT: return unit(p, i, f, false);
  case MH_TC_DUAL:
  case MH_TC_PLURAL: return units(p, i, f);
  case MH_TC_THIS: return this_one(p, i, f);
  case MH_TC_PART: return part(p, i, f);
  case MH_TC_SEASON: return season(p, i, f);
  default: return false;
  }
}

bool mh_dates__parse(const mh_dates *p, uint32_t i, mh_found *f, uint32_t *skip)
{
  *skip = i + 1;
  *f = (mh_found){0};
  bool ok = p->doc->tokens[i].kind == MH_TOKEN_NUMBER &&
            numeric(p, i, f, i > p->sentence_first && !mh_dates__is(p, i - 1, MH_TC_BEFORE_YEAR) &&
                                 day_lead(p, i));
  if (!ok && !(ok = day_month(p, i, f)) && f->first > i) {
    *skip = f->end;
    return false;
  }
  if (!ok && p->doc->tokens[i].kind == MH_TOKEN_NUMBER)
    ok = year_alone(p, i, f);
  else if (!ok)
    ok = month(p, i, f) || by_time_word(p, i, f, skip);
  if (ok && f->full) other_calendar(p, f);
  return ok;
}
