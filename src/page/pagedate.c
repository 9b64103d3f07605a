/* pagedate - days that a page writes in digits, and lines that are nothing but a date.
 *
 * 28-11-2020 is day first, as Arab newspapers write it; 2020-11-28 is ISO 8601.  Years of
 * the Hijri calendar are no Gregorian days and are passed over.  Dates in words are
 * recognised as such (by the date-words of data/debris.tsv) and left to other rooms.
 */
#include "inside.h"

/* The value of the digit at text[i] in any of three scripts, its bytes in *n; -1. */
static int digit(const char *text, uint32_t i, uint32_t len, uint32_t *n)
{
  if (i >= len) return -1;
  const uint32_t c = mh_utf8_next(text + i, n);
  if (c >= '0' && c <= '9') return (int)(c - '0');
  if (c >= 0x660 && c <= 0x669) return (int)(c - 0x660);
  if (c >= 0x6f0 && c <= 0x6f9) return (int)(c - 0x6f0);
  return -1;
}

typedef struct number {
  int value;
  uint32_t digits;
} number;

/* Digits at *i; *i behind them. */
static number read_number(const char *text, uint32_t *i, uint32_t len)
{
  number out = {0};
  uint32_t n = 1;
  for (int d; (d = digit(text, *i, len, &n)) >= 0; *i += n) {
    if (out.digits < 5) out.value = out.value * 10 + d;
    out.digits++;
  }
  return out;
}

static bool is_separator(char c)
{
  return c == '-' || c == '/' || c == '.';
}

/* A separator, with a blank on either side of it at most. */
static bool separator(const char *text, uint32_t *i, uint32_t len, char *which)
{
  uint32_t at = *i;
  if (at < len && text[at] == ' ') at++;
  if (at >= len || !is_separator(text[at])) return false;
  if (*which && *which != text[at]) return false;
  *which = text[at++];
  if (at < len && text[at] == ' ') at++;
  *i = at;
  return true;
}

static bool make_day(mh_day *out, int year, int month, int day)
{
  if (month > 12 && day <= 12) { /* an American page */
    const int swap = month;
    month = day;
    day = swap;
  }
  if (year < 1900 || year > 2200 || month > 12 || day > 31) return false;
  *out = (mh_day){(int16_t)year, (uint8_t)month, (uint8_t)day};
  return mh_day_valid(*out);
}

/* Three numbers at *i that are a day; *i is moved behind the first number at least. */
static bool read_date(mh_day *out, const char *text, uint32_t *i, uint32_t len)
{
  char which = 0;
  number part[3] = {{0}};
  part[0] = read_number(text, i, len);
  uint32_t at = *i;
  for (int k = 1; k < 3; k++) {
    if (!separator(text, &at, len, &which)) return false;
    part[k] = read_number(text, &at, len);
    if (part[k].digits == 0) return false;
  }
  if (part[1].digits > 2 || part[0].digits > 4 || part[2].digits > 4) return false;
  bool ok = false;
  if (part[0].digits == 4 && part[2].digits <= 2)
    ok = make_day(out, part[0].value, part[1].value, part[2].value);
  else if (part[0].digits <= 2 && part[2].digits == 4)
    ok = make_day(out, part[2].value, part[1].value, part[0].value);
  else if (part[0].digits <= 2 && part[2].digits == 2 && which != '.')
    ok = make_day(out, 2000 + part[2].value, part[1].value, part[0].value);
  if (ok) *i = at;
  return ok;
}

bool mh_page__find_date(mh_day *out, const char *text, uint32_t len, uint32_t n)
{
  for (uint32_t i = 0, step; i < len;) {
    if (digit(text, i, len, &step) < 0) {
      mh_utf8_next(text + i, &step);
      i += step;
      continue;
    }
    mh_day day;
    if (read_date(&day, text, &i, len) && n-- == 0) {
      *out = day;
      return true;
    }
  }
  return false;
}

/* ---- lines of date ------------------------------------------------------------ */

/* How much a line tells of a date. */
typedef struct tally {
  uint32_t numbers, dates, others;
} tally;

static void count_word(tally *t, const char *word, uint32_t len)
{
  if (len == 1 && word[0] == '0') {
    t->numbers++;
    return;
  }
  uint32_t from = 0;
  while (from < len && word[from] == '0') from++; /* 10am, 2020-11-28T04 */
  if (from) t->numbers++;
  if (mh_page__match_kind(word + from, len - from, MH_PAGE__DATE_WORD))
    t->dates++;
  else
    t->others++;
}

bool mh_page__is_date_line(const char *text, uint32_t len, uint32_t others)
{
  char folded[MH_PAGE__FOLD_MAX];
  tally t = {0};
  mh_day day;
  const uint32_t n = len > 160 ? UINT32_MAX
                               : mh_page__fold(folded, sizeof folded, text, len);
  if (n == UINT32_MAX) return false;
  for (uint32_t at = 0, end; at < n; at = end + 1) {
    for (end = at; end < n && folded[end] != ' ' && folded[end] != ':';) end++;
    count_word(&t, folded + at, end - at);
  }
  if (t.numbers == 0 || t.numbers > 12 || t.others > others) return false;
  return t.dates > (t.numbers < 2) || mh_page__find_date(&day, text, len, 0);
}
