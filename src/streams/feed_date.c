/* feed_date - days and hours as feeds write them: RFC 822 with every mistake there is, ISO
 * 8601, JavaScript's, .NET's, seconds since 1970, and the words of Arabic pages.
 *
 * The pieces of a moment are known by their shape wherever they stand: an hour has a colon,
 * a day and a month stand in threes or by the name of a month.  What is no piece of a moment
 * is passed over.  A moment keeps the zone that it was told in, so that the day stays the
 * day of the newsroom.  Days of the Hijri calendar are no days here; a Gregorian one beside
 * them is found.
 */
#include <stdio.h>

#include "feed_fold.h"
#include "feed_inside.h"
#include "feed_words.h"

enum { LONGEST = 160 };

/* What is known so far. */
typedef struct moment {
  int year, month, day;
  int hour, minute, second; /* hour -1: none */
  int zone;                 /* minutes       */
  bool zoned, universal;    /* universal: by the word GMT, which may be added to */
  bool am, pm;
  bool after_time; /* the piece before was the hour */
} moment;

typedef struct cursor {
  const char *at;
  size_t len, i;
} cursor;

/* ---- letters ------------------------------------------------------------------------ */

/* The text with digits of ASCII, blanks that are blanks and no marks of direction. */
static size_t in_order(char out[LONGEST], const char *text, size_t len)
{
  size_t n = 0;
  for (size_t i = 0; i < len && n + 4 < LONGEST;) {
    uint32_t step;
    const uint32_t c = mh_utf8_next(text + i, &step);
    const char *from = text + i;
    i += step;
    if ((c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
        (c >= 0x2066 && c <= 0x2069) || c == 0x61c || c == 0xfeff)
      continue;
    if (c >= 0x660 && c <= 0x669)
      out[n++] = (char)('0' + (c - 0x660));
    else if (c >= 0x6f0 && c <= 0x6f9)
      out[n++] = (char)('0' + (c - 0x6f0));
    else if (c == 0xa0 || c == 0x202f || c == 0x60c || c < ' ')
      out[n++] = ' ';
    else if (c == 0x2212 || c == 0x2013)
      out[n++] = '-';
    else
      memcpy(out + n, from, step), n += step;
  }
  return n;
}

static bool digit_at(const cursor *c, size_t i)
{
  return i < c->len && c->at[i] >= '0' && c->at[i] <= '9';
}

static char char_at(const cursor *c, size_t i)
{
  return i < c->len ? c->at[i] : '\0';
}

static bool letter_at(const cursor *c, size_t i)
{
  const unsigned char b = (unsigned char)char_at(c, i);
  return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b >= 0x80;
}

/* The number at *i and behind it; how many digits it has in *n. */
static int number(const cursor *c, size_t *i, int *n)
{
  int value = 0;
  for (*n = 0; digit_at(c, *i); ++*i, ++*n)
    if (*n < 9) value = value * 10 + (c->at[*i] - '0');
  return value;
}

/* ---- pieces in digits ----------------------------------------------------------------- */

static bool is_year(int y)
{
  return y >= 1900 && y <= 2200;
}

/* Two digits are of this century up to 49 (RFC 2822); three are years since 1900. */
static int full_year(int y, int digits)
{
  if (digits == 2) return y < 50 ? 2000 + y : 1900 + y;
  return digits == 3 && y < 200 ? 1900 + y : y;
}

/* h:mm, h:mm:ss, h:mm:ss.sss at c->i, whose first number is read. */
static void read_time(moment *m, cursor *c, size_t behind, int hour)
{
  int n, minute, second = 0;
  size_t i = behind + 1;
  minute = number(c, &i, &n);
  if (char_at(c, i) == ':' && digit_at(c, i + 1)) {
    i++;
    second = number(c, &i, &n);
  }
  if ((char_at(c, i) == '.' || char_at(c, i) == ',') && digit_at(c, i + 1)) {
    i++;
    number(c, &i, &n);
  }
  c->i = i;
  if (m->hour >= 0 || hour > 23 || minute > 59 || second > 60) return;
  m->hour = hour;
  m->minute = minute;
  m->second = second > 59 ? 59 : second;
  m->after_time = true;
}

/* Three numbers apart by -, / or ., or two that are a year and a month. */
typedef struct triple {
  int part[3], digits[3], n;
  char mark;
} triple;

static triple read_triple(const cursor *c, size_t *i)
{
  triple t = {.n = 1};
  t.part[0] = number(c, i, &t.digits[0]);
  for (; t.n < 3; t.n++) {
    size_t at = *i;
    while (char_at(c, at) == ' ') at++;
    const char mark = char_at(c, at);
    if (mark != '-' && mark != '/' && mark != '.') break;
    if (t.n > 1 && mark != t.mark) break;
    at++;
    while (char_at(c, at) == ' ') at++;
    if (!digit_at(c, at)) break;
    int digits;
    size_t end = at;
    const int value = number(c, &end, &digits);
    if (char_at(c, end) == ':') break; /* an hour stands behind a dash */
    t.mark = mark;
    t.part[t.n] = value;
    t.digits[t.n] = digits;
    *i = end;
  }
  return t;
}

/* Does the triple hold a day, a month and a year?  -1 day first, 1 month first, 2 year first,
 * 3 either of day and month; 0 none. */
static int shape(const triple *t)
{
  const int a = t->part[0], b = t->part[1];
  if (t->n < 3 || t->digits[1] > 2) return 0;
  if (t->digits[0] == 4) return t->digits[2] <= 2 ? 2 : 0;
  if (t->digits[0] > 2 || (t->digits[2] != 4 && t->digits[2] != 2)) return 0;
  if (a > 31) return t->digits[2] == 2 ? 2 : 0;
  if (a > 12) return b <= 12 ? -1 : 0;
  if (b > 12) return 1;
  return t->mark == '.' ? -1 : 3;
}

static void set_day(moment *m, int year, int month, int day)
{
  if (m->day || m->month || m->year || !is_year(year)) return;
  m->year = year;
  m->month = month;
  m->day = day;
}

static void use_triple(moment *m, const triple *t, bool month_first)
{
  const int how = shape(t);
  if (how == 2)
    set_day(m, full_year(t->part[0], t->digits[0]), t->part[1], t->part[2]);
  else if (how == 1 || (how == 3 && month_first))
    set_day(m, full_year(t->part[2], t->digits[2]), t->part[0], t->part[1]);
  else if (how)
    set_day(m, full_year(t->part[2], t->digits[2]), t->part[1], t->part[0]);
}

/* Digits without any mark: 20220127, 103000 behind it, seconds since 1970. */
static bool use_packed(moment *m, int digits, const char *at)
{
  int v[7];
  for (int k = 0; k < 7 && 2 * k + 1 < digits; k++)
    v[k] = (at[2 * k] - '0') * 10 + (at[2 * k + 1] - '0');
  if (digits == 10 || digits == 13) {
    int64_t s = 0;
    for (int k = 0; k < 10; k++) s = s * 10 + (at[k] - '0');
    const mh_day d = mh_day_of((int32_t)(s / 86400));
    set_day(m, d.year, d.month, d.day);
    s %= 86400;
    m->hour = (int)(s / 3600), m->minute = (int)(s / 60 % 60), m->second = (int)(s % 60);
    return m->zoned = true;
  }
  if (digits == 8 || digits == 14 || digits == 12)
    set_day(m, v[0] * 100 + v[1], v[2], v[3]);
  const int k = digits == 14 || digits == 12             ? 4
                : (digits == 6 || digits == 4) && m->day ? 0
                                                         : -1;
  if (k < 0) return digits == 8;
  if (digits == 4 && !(m->year && m->month)) return false;
  if (m->hour >= 0 || v[k] > 23 || v[k + 1] > 59) return false;
  m->hour = v[k], m->minute = v[k + 1];
  m->second = digits == 4 || digits == 12 || v[k + 2] > 59 ? 0 : v[k + 2];
  return m->after_time = true;
}

static void use_single(moment *m, int value, int digits)
{
  if (digits == 4 && is_year(value) && !m->year) {
    m->year = value;
  } else if (digits <= 2 && !m->day && value >= 1 && value <= 31) {
    m->day = value;
  } else if ((digits == 2 || digits == 3) && m->day && m->month && !m->year) {
    m->year = full_year(value, digits);
  }
}

static void read_digits(moment *m, cursor *c, bool month_first)
{
  const size_t from = c->i;
  int digits;
  size_t i = from;
  const int value = number(c, &i, &digits);
  if (digits <= 2 && char_at(c, i) == ':' && digit_at(c, i + 1)) {
    read_time(m, c, i, value);
    return;
  }
  m->after_time = false;
  size_t end = from;
  const triple t = read_triple(c, &end);
  if (shape(&t)) {
    use_triple(m, &t, month_first);
    c->i = end;
  } else if (t.n == 2 && t.digits[0] == 4 && t.digits[1] == 2 && t.part[1] <= 12) {
    if (!m->year) m->year = value, m->month = t.part[1];
    c->i = end;
  } else {
    c->i = i;
    const bool signed_ = from && (c->at[from - 1] == '+' || c->at[from - 1] == '-');
    const bool packed = digits >= 4 && !(digits == 4 && signed_);
    if (!packed || !use_packed(m, digits, c->at + from)) use_single(m, value, digits);
  }
}

/* ---- words and zones ------------------------------------------------------------------- */

static const mh_streams__word *look_up(const char *text, size_t len)
{
  char folded[64];
  const size_t n = len < 60 ? mh_streams__fold(folded, sizeof folded, text, len) : 0;
  size_t low = 0, high = sizeof feed_words / sizeof *feed_words;
  while (n && low < high) {
    const size_t k = low + (high - low) / 2;
    const mh_streams__word *w = &feed_words[k];
    const int order = memcmp(folded, w->text, n < w->len ? n : w->len);
    if (order == 0 && n == w->len) return w;
    if (order < 0 || (order == 0 && n < w->len))
      high = k;
    else
      low = k + 1;
  }
  return NULL;
}

static size_t word_end(const cursor *c, size_t i)
{
  while (letter_at(c, i) || (char_at(c, i) == '.' && letter_at(c, i + 1))) i++;
  return i;
}

static void use_word(moment *m, const mh_streams__word *w)
{
  switch ((mh_streams__kind)w->kind) {
  case MH_WORD_MONTH:
    if (!m->month) m->month = w->value;
    break;
  case MH_WORD_HIJRI:
    if (!m->month) m->day = 0;
    break;
  case MH_WORD_ZONE:
    if (m->zoned) break;
    m->zoned = true;
    m->zone = w->value;
    m->universal = w->value == 0;
    break;
  case MH_WORD_AM: m->am = true; break;
  case MH_WORD_PM: m->pm = true; break;
  case MH_WORD_AM_MARK: m->am |= m->after_time; break;
  case MH_WORD_PM_MARK: m->pm |= m->after_time; break;
  }
}

/* The word at c->i, with the one behind it where both are one. */
static void read_word(moment *m, cursor *c)
{
  const size_t from = c->i, end = word_end(c, from);
  size_t next = end;
  while (char_at(c, next) == ' ') next++;
  const size_t second = letter_at(c, next) ? word_end(c, next) : end;
  const mh_streams__word *w = second > end ? look_up(c->at + from, second - from) : NULL;
  c->i = w ? second : end;
  if (!w) w = look_up(c->at + from, end - from);
  if (w) use_word(m, w);
  m->after_time = false;
}

/* +0300, +03:00, +3 behind an hour or GMT. */
static bool read_zone(moment *m, cursor *c)
{
  const char sign = char_at(c, c->i);
  const bool near = c->i && c->at[c->i - 1] != ' ';
  if ((sign != '+' && sign != '-') || !digit_at(c, c->i + 1)) return false;
  if (m->hour < 0 || (m->zoned && !m->universal)) return false;
  int digits, n = 0, minutes = 0;
  size_t i = c->i + 1;
  int hours = number(c, &i, &digits);
  if (char_at(c, i) == ':' && digit_at(c, i + 1)) {
    i++;
    minutes = number(c, &i, &n);
  } else if (digits == 4) {
    minutes = hours % 100;
    hours /= 100;
  } else if (digits > 2 || !near) {
    return false;
  }
  c->i = i;
  if (hours > 14 || minutes > 59) return true;
  m->zone = (hours * 60 + minutes) * (sign == '-' ? -1 : 1);
  m->zoned = true;
  m->universal = false;
  return true;
}

/* ---- the moment ---------------------------------------------------------------------------- */

static void read_all(moment *m, cursor *c, bool month_first)
{
  *m = (moment){.hour = -1};
  while (c->i < c->len) {
    if (digit_at(c, c->i))
      read_digits(m, c, month_first);
    else if (letter_at(c, c->i))
      read_word(m, c);
    else if (!read_zone(m, c))
      c->i++;
  }
  if (m->pm && m->hour >= 0 && m->hour < 12) m->hour += 12;
  if (m->am && !m->pm && m->hour == 12) m->hour = 0;
}

/* Nobody's news are of the first second of 1970: the day was not known. */
static bool is_zero(const moment *m)
{
  return m->year == 1970 && m->month == 1 && m->day == 1 && m->hour <= 0 &&
         m->minute == 0;
}

bool mh_streams__moment(char out[32], const char *text, size_t len, bool month_first)
{
  char ordered[LONGEST];
  mh_streams__trim(&text, &len);
  cursor c = {.at = ordered, .len = in_order(ordered, text, len)};
  moment m;
  read_all(&m, &c, month_first);
  const mh_day d = {(int16_t)m.year, (uint8_t)m.month, (uint8_t)m.day};
  if (!is_year(m.year) || m.month < 0 || m.month > 12 || is_zero(&m)) return false;
  if (m.day && !mh_day_valid(d)) return false;
  if (!m.day && m.hour >= 0) return false;
  mh_day_print(out, d);
  if (m.hour < 0) return true;
  char *at = out + strlen(out);
  at += snprintf(at, 10, "T%02u:%02u:%02u", (unsigned)m.hour % 24,
                 (unsigned)m.minute % 60, (unsigned)m.second % 60);
  const unsigned zone = (unsigned)(m.zone < 0 ? -m.zone : m.zone);
  if (m.zoned && zone == 0)
    memcpy(at, "Z", 2);
  else if (m.zoned)
    snprintf(at, 7, "%c%02u:%02u", m.zone < 0 ? '-' : '+', zone / 60 % 24, zone % 60);
  return true;
}

int mh_streams__order(const char *text, size_t len)
{
  char ordered[LONGEST];
  mh_streams__trim(&text, &len);
  cursor c = {.at = ordered, .len = in_order(ordered, text, len)};
  size_t i = 0;
  while (i < c.len && !digit_at(&c, i)) i++;
  const triple t = read_triple(&c, &i);
  const int how = shape(&t);
  if (how == 1 || how == -1) return t.mark == '.' ? 0 : how;
  if (how != 3 || t.mark != '/' || c.len < 3) return 0;
  /* 1/2/2022 3:04:05 PM is how .NET writes it for America. */
  const char last = (char)(ordered[c.len - 1] | 32),
             before = (char)(ordered[c.len - 2] | 32);
  return last == 'm' && (before == 'a' || before == 'p') ? 2 : 0;
}
