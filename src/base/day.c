/* day - civil dates of the proleptic Gregorian calendar and their numbers.
 *
 * Numbers by the algorithms of Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms" (2013): a year that begins in March puts the leap day at its end.
 * Nothing here knows clocks, zones, other calendars or words.
 */
#include <stdio.h>

#include "base.h"

int32_t mh_day_number(mh_day d)
{
  const int month = d.month ? d.month : 1, day = d.day ? d.day : 1;
  const int32_t year = d.year - (month <= 2);
  const int32_t era = (year >= 0 ? year : year - 399) / 400;
  const int32_t of_era = year - era * 400;
  const int32_t of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

mh_day mh_day_of(int32_t number)
{
  const int64_t z = (int64_t)number + 719468;
  const int64_t era = (z >= 0 ? z : z - 146096) / 146097;
  const int32_t doe = (int32_t)(z - era * 146097);
  const int32_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const int32_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const int32_t mp = (5 * doy + 2) / 153;
  const int32_t month = mp < 10 ? mp + 3 : mp - 9;
  const int64_t year = yoe + era * 400 + (month <= 2);
  return (mh_day){.year = (int16_t)year,
                  .month = (uint8_t)month,
                  .day = (uint8_t)(doy - (153 * mp + 2) / 5 + 1)};
}

int mh_day_weekday(mh_day d)
{
  const int32_t n = (mh_day_number(d) + 4) % 7; /* 1970-01-01 was a Thursday */
  return n < 0 ? n + 7 : n;
}

int mh_day_month_length(int year, int month)
{
  static const uint8_t length[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return length[month - 1] + (month == 2 && leap);
}

bool mh_day_valid(mh_day d)
{
  return d.day >= 1 && d.day <= mh_day_month_length(d.year, d.month);
}

/* Exactly n digits at text; -1 when they are not. */
static int digits(const char *text, size_t n)
{
  int value = 0;
  for (size_t i = 0; i < n; i++) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

bool mh_day_parse(mh_day *out, const char *text, size_t len)
{
  size_t end = 0;
  *out = (mh_day){0};
  while (end < len && text[end] != 'T' && text[end] != ' ') end++;
  if (end != 4 && end != 7 && end != 10) return false;
  if ((end > 4 && text[4] != '-') || (end > 7 && text[7] != '-')) return false;
  const int year = digits(text, 4);
  const int month = end > 4 ? digits(text + 5, 2) : 0;
  const int day = end > 7 ? digits(text + 8, 2) : 0;
  if (year < 0 || month < 0 || day < 0) return false;
  if (end > 4 && (month < 1 || month > 12)) return false;
  if (end > 7 && (day < 1 || day > mh_day_month_length(year, month))) return false;
  *out = (mh_day){(int16_t)year, (uint8_t)month, (uint8_t)day};
  return true;
}

void mh_day_print(char out[16], mh_day d)
{
  if (d.month && d.day)
    snprintf(out, 16, "%04d-%02d-%02d", d.year, d.month, d.day);
  else if (d.month)
    snprintf(out, 16, "%04d-%02d", d.year, d.month);
  else
    snprintf(out, 16, "%04d", d.year);
}
