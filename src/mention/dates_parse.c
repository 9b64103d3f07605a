/* dates_parse - read one expression of a date that begins at a token.
 *
 * A date has a core (dates_core.c, or a weekday, a word such as yesterday, a unit with an
 * adjective), a tail that names or hints at its year, and may say the same day twice.
 * Nothing here goes through a text (dates.c does) or counts days (dates_value.c does).
 */
#include "dates_inside.h"

/* ---- weekdays and words for days --------------------------------------------------- */

/* "last" after a pair of weekdays belongs to both. */
static uint32_t weekday_tense(const mh_dates *p, uint32_t i, mh_tense *t)
{
  uint32_t e = mh_dates__adjective(p, i, t), k = i;
  if (e) return e;
  if (mh_dates__wa(p, k)) k++;
  if (k == i && !mh_dates__joined_wa(p, i)) return i;
  if ((k = mh_dates__is(p, k, MH_TC_WEEKDAY)) != 0) mh_dates__adjective(p, k, t);
  return i;
}

/* "Thursday of next week"; weeks begin on Sunday. */
static bool weekday_of_week(const mh_dates *p, mh_found *f, int weekday)
{
  mh_tense t;
  uint32_t e, k;
  if (!mh_dates__min(p, f->end) || !mh_dates__is_unit(p, f->end + 1, MH_UNIT_WEEK, &e) ||
      p->pub.year == 0 || (k = mh_dates__adjective(p, e, &t)) == 0)
    return false;
  f->end = k;
  mh_dates__day_number(f, p->today - mh_day_weekday(p->pub) + weekday +
                              7 * mh_dates__offset_of(t));
  return true;
}

/* "opened it on Monday ...  Officials will on Monday ...": a report put out a day after it was
 * written means the same Monday, though it lay ahead then. */
static bool was_told(const mh_dates *p, int weekday)
{
  int32_t last; /* "next Tuesday, and on Wednesday": that goes on from there */
  const bool here = p->floor > p->sentence_first && p->last.day;
  if (here && mh_dates__number(&last, p->last) && last > p->today) return false;
  return p->told[weekday] && p->told[weekday] < p->today &&
         p->today - p->told[weekday] <= 2;
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
  /* "this Monday" */
  if (i > p->floor && i > p->sentence_first && mh_dates__is(p, i - 1, MH_TC_THIS))
    f->first = i - 1;
  if (mh_dates__spelled_out(p, f, value, false) || weekday_of_week(p, f, value))
    return true;
  f->end = weekday_tense(p, f->end, &t);
  const bool ahead = mh_dates__ahead(p, i, MH_AHEAD_WEEKDAY) &&
                     !(t == MH_TENSE_NONE && was_told(p, value));
  if (!mh_dates__weekday(p, f, value, t, ahead)) return false;
  if (t) mh_dates__spelled_out(p, f, value, true);
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
  const mh_link l = mh_dates__linked(p, f->end);
  if (mh_dates__time(p, l.at, &g.end, &wd) == MH_TC_WEEKDAY &&
      !mh_dates__joined_wa(p, l.at) && mh_dates__closes(p, l, &g)) {
    const int32_t n = f->full ? written(f->number, wd) : 0;
    if (!l.loose_mark || l.paren || n == f->number) {
      f->end = g.end;
      if (f->full) mh_dates__day_number(f, n);
    }
  } else {
    wd = -1;
  }
  mh_dates__spelled_out(p, f, wd, true);
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
  const mh_match *n = end < p->sentence_end ? mh_words_match(p->w, end, MH_PH_NUMBER)
                                            : NULL;
  const bool after_in = i > p->sentence_first &&
                        mh_dates__time(p, i - 1, NULL, &value) == MH_TC_BEFORE_YEAR &&
                        value == 2;
  if ((m->pro & (MH_PRO_BI | MH_PRO_LI | MH_PRO_KA)) || titled(p, i, end) ||
      mh_dates__is(p, end, MH_TC_DAY_TITLE) || mh_dates__is(p, end, MH_TC_SAME) ||
      mh_dates__is(p, end, MH_TC_RECENT) ||
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
  if (u == MH_UNIT_YEAR && mh_dates__year_words(p, i, &y) && y.year) {
    const uint32_t kind = mh_dates__is(p, e, MH_TC_YEAR_KIND), k = kind ? kind : e;
    /* "the year 2015" is its number, "the last year, 2014" is all of it */
    f->first = p->doc->tokens[k].kind == MH_TOKEN_NUMBER ? k : i;
    f->end = y.end;
    f->year_only = true;
    return !mh_dates__is_name(p, i, true) &&
           mh_dates__resolve(p, f, (mh_ymd){0}, y, false);
  }
  if (!mh_dates__definite(p, i)) return false;
  const uint32_t kind = u == MH_UNIT_YEAR || u == MH_UNIT_MONTH
                            ? mh_dates__is(p, e, MH_TC_YEAR_KIND)
                            : 0;
  f->end = mh_dates__adjective(p, kind ? kind : e, &t);
  if (u == MH_UNIT_YEAR && general(p, i, t)) return false;
  if (f->end) {
    mh_dates__unit(p, f, u, mh_dates__offset_of(t));
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
  if (u == MH_UNIT_YEAR && mh_dates__year_digits(p, e, &y)) {
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
  if (!mh_dates__tail(p, f->end, &t)) return false;
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
  } else if (value == MH_UNIT_YEAR && !f->year_only &&
             mh_dates__year_digits(p, f->end, &y)) {
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
  if (mh_dates__is_unit(p, k, MH_UNIT_MONTH, &e) && !mh_dates__definite(p, k)) k = e;
  switch (mh_dates__time(p, k, NULL, &u)) {
  case MH_TC_UNIT: ok = u != MH_UNIT_DAY && unit(p, k, f, true); break;
  case MH_TC_THIS: ok = this_one(p, k, f); break;
  case MH_TC_SEASON: ok = season(p, k, f); break;
  default:
    ok = mh_dates__read_month(p, k, f);
    if (!ok && mh_dates__year_digits(p, k, &y) && y.year >= 1800) {
      *f = (mh_found){.end = y.end, .year_only = true};
      ok = mh_dates__resolve(p, f, (mh_ymd){0}, y, false);
    }
  }
  f->first = i;
  return ok;
}

/* ---- a year alone -------------------------------------------------------------------
 */

/* "since", "up to": a number of four digits behind one of them counts nothing but units. */
#define FIRM 3

/* Does a counted thing follow ("2016 tents")? */
static bool counts(const mh_dates *p, uint32_t i, bool firm)
{
  if (i >= p->sentence_end) return false;
  const mh_token *t = &p->doc->tokens[i];
  if (t->kind == MH_TOKEN_NUMBER || mh_dates__mark(p, i, '%') ||
      mh_dates__mark(p, i, 0x66A))
    return true;
  if (t->kind != MH_TOKEN_WORD) return false;
  if (mh_dates__is(p, i, MH_TC_UNIT) || mh_dates__is(p, i, MH_TC_PLURAL) ||
      mh_dates__is(p, i, MH_TC_DUAL))
    return true;
  if (firm) return false;
  if (t->flags & MH_TF_TANWIN) return true;
  const int z = mh_key_letter(t->key, 0); /* not bi-, li-, ka-, wa-, fa-, al- */
  bool noun = (t->flags & MH_TF_MARBUTA) && z != MH_L_BA && z != MH_L_LAM &&
              z != MH_L_KAF && z != MH_L_WAW && z != MH_L_FA && z != MH_L_ALEF;
  for (uint32_t r = 0; r < mh_words_readings(p->w, i); r++) {
    const mh_reading *x = mh_words_reading(p->w, i, r);
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

/* "the war of | 1967", "the American invasion of N. | 2003": an event before token i, with adjectives
 * and whose it is, or what it did it to, between. */
static bool event_before(const mh_dates *p, uint32_t i)
{
  if (mh_dates__is(p, i - 1, MH_TC_EVENT)) return true;
  for (uint32_t k = i - 1; k > p->sentence_first && i - k <= 3; k--) {
    const mh_token *t = &p->doc->tokens[k];
    const bool named = mh_words_match(p->w, k, MH_PH_ADJ) ||
                       mh_words_match(p->w, k, MH_PH_ACTOR) ||
                       mh_words_match(p->w, k, MH_PH_PLACE) ||
                       mh_words_match(p->w, k, MH_PH_NUMBER);
    const bool article = t->n > 2 && mh_key_letter(t->key, 0) == MH_L_ALEF &&
                         mh_key_letter(t->key, 1) == MH_L_LAM;
    if (t->kind != MH_TOKEN_WORD || !(named || article)) return false;
    if (mh_dates__is(p, k - 1, MH_TC_EVENT)) return true;
  }
  return false;
}

/* Does what stands before token i ask for a year? */
static bool year_lead(const mh_dates *p, uint32_t i)
{
  if (i <= p->sentence_first) return false;
  const uint32_t b = i - 1;
  if (p->after_year && b >= p->floor && b - p->floor < 2 &&
      (mh_dates__wa(p, b) || mh_dates__to(p, b) || mh_dates__dash(p, b) ||
       mh_dates__li(p, b)))
    return true;
  if (mh_dates__mark(p, b, '(')) return mh_dates__mark(p, i + 1, ')');
  if (mh_dates__min(p, b) && ranked(p, b)) return true;
  if (mh_dates__min(p, b))
    return mh_dates__to(p, i + 1) || mh_dates__dash(p, i + 1) || mh_dates__wa(p, i + 1) ||
           mh_dates__and_to(p, i + 1);
  return mh_dates__is(p, b, MH_TC_BEFORE_YEAR) || mh_dates__is(p, b, MH_TC_OF_YEAR) ||
         event_before(p, i);
}

static bool year_alone(const mh_dates *p, uint32_t i, mh_found *f)
{
  mh_tail y = {0};
  int n;
  const uint32_t e = mh_dates__digits(p, i, MH_YEAR_MIN, MH_YEAR_MAX, &n);
  if (e == 0 || !mh_dates__year_digits(p, i, &y) || mh_dates__is_name(p, i, true))
    return false;
  const bool marked = y.end > e;
  if (!marked && (n < 1900 || n > 2099)) return false;
  if (marked && !y.hijri && n < 1900) return false;
  int lead;
  const bool firm = i > p->sentence_first &&
                    mh_dates__time(p, i - 1, NULL, &lead) == MH_TC_BEFORE_YEAR &&
                    lead == FIRM;
  if (!marked && (!year_lead(p, i) || n % 100 == 0 || counts(p, e, firm))) return false;
  *f = (mh_found){.first = i, .end = y.end, .year_only = true};
  return mh_dates__resolve(p, f, (mh_ymd){0}, y, false);
}

/* ---- the door ------------------------------------------------------------------------
 */

/* "two days before | the vote": counted from another day. */
static bool from_another(const mh_dates *p, uint32_t i, uint32_t end)
{
  int unit;
  for (uint32_t k = i + 1; k < end; k++) {
    const mh_time_class c = mh_dates__time(p, k, NULL, &unit);
    if (c == MH_TC_UNIT || c == MH_TC_DUAL || c == MH_TC_PLURAL)
      return mh_dates__min(p, end);
  }
  return false;
}

/* "its first | yesterday": the ordinal is of what stands before it, not of "the day before". */
static bool first_of_another(const mh_dates *p, uint32_t i, uint32_t end)
{
  return end == i + 2 && mh_dates__definite(p, i) &&
         mh_words_match(p->w, i, MH_PH_NUMBER) &&
         mh_dates__is(p, i + 1, MH_TC_RELATIVE) == end;
}

static bool by_time_word(const mh_dates *p, uint32_t i, mh_found *f, uint32_t *skip)
{
  uint32_t end;
  int value;
  switch (mh_dates__time(p, i, &end, &value)) {
  case MH_TC_NAME: *skip = end; return false;
  case MH_TC_WEEKDAY: return weekday(p, i, f);
  case MH_TC_RELATIVE:
    if (first_of_another(p, i, end)) return false;
    *f = (mh_found){.first = i, .end = end};
    return !from_another(p, i, end) && relative(p, f, value);
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
            mh_dates__read_digits(p, i, f,
                                  i > p->sentence_first &&
                                      !mh_dates__is(p, i - 1, MH_TC_BEFORE_YEAR) &&
                                      mh_dates__day_lead(p, i));
  if (!ok && !(ok = mh_dates__read_day(p, i, f)) && f->first > i) {
    *skip = f->end;
    return false;
  }
  if (!ok && p->doc->tokens[i].kind == MH_TOKEN_NUMBER)
    ok = year_alone(p, i, f);
  else if (!ok)
    ok = mh_dates__read_month(p, i, f) || by_time_word(p, i, f, skip);
  if (ok && f->full) mh_dates__other_calendar(p, f);
  return ok;
}
