/* meta_days - the day and the hour that a page tells of itself, however it writes them.
 *
 * Machines write ISO 8601, RFC 822, seconds since 1970 or whatever the server's country has;
 * people write 27-1-2022, the name of the month in any of its Arabic traditions, in either
 * order, digits of three scripts, hours with a letter for the half of the day.  A text is cut
 * into numbers, words and marks; a day is looked for in these.  Days of the Hijri calendar are
 * passed over: their years are no years here.  Zones are kept as they are told.
 */
#include <stdio.h>

#include "meta.h"

enum {
  TEXT_MOST = 400,
  TOKENS_MOST = 96,
  YEAR_FROM = 1900,
  YEAR_TO = 2200,
  NEAR = 12 /* tokens between a day and its hour */
};

typedef enum kind { NUMBER, WORD, MARK } kind;

typedef struct token {
  kind kind;
  uint32_t mark;   /* code point                                  */
  int64_t value;   /* of a number                                 */
  uint8_t digits;  /* of it                                       */
  uint8_t month;   /* of a word; 0 none                           */
  char half;       /* 'a', 'p': half of the day; 0 none           */
  bool gmt, latin; /* of a word                                   */
  bool known;      /* a word of dates                             */
  bool blank;      /* stands before it                            */
} token;

typedef struct tokens {
  token at[TOKENS_MOST];
  uint32_t n;
} tokens;

/* ---- tokens ------------------------------------------------------------------- */

static int digit_of(uint32_t c)
{
  if (c >= '0' && c <= '9') return (int)(c - '0');
  if (c >= 0x660 && c <= 0x669) return (int)(c - 0x660);
  if (c >= 0x6f0 && c <= 0x6f9) return (int)(c - 0x6f0);
  return -1;
}

static uint32_t take_number(token *t, const char *text, uint32_t i, uint32_t len)
{
  uint32_t n;
  t->kind = NUMBER;
  for (int d; i < len && (d = digit_of(mh_utf8_next(text + i, &n))) >= 0; i += n) {
    if (t->digits < 15) t->value = t->value * 10 + d;
    if (t->digits < 255) t->digits++;
  }
  return i;
}

/* What the table knows of the word at the beginning of text; *len becomes the bytes of it. */
static const mh_page__pattern *look_up(const char *text, uint32_t *len, uint32_t rest)
{
  char folded[MH_PAGE__FOLD_MAX];
  uint32_t n;
  if (rest > 48)
    for (rest = 48; ((unsigned char)text[rest] & 0xc0) == 0x80;) rest--;
  n = mh_page__fold(folded, sizeof folded, text, rest);
  const mh_page__pattern *p = n && n != UINT32_MAX
                                  ? mh_page__match_kind(folded, n, MH_PAGE__DATE_WORD)
                                  : NULL;
  if (p && p->words == 2) { /* two words are one month */
    uint32_t end = mh_page__skip_words(text, rest, 2);
    while (end > *len && (text[end - 1] == ' ' || (unsigned char)text[end - 1] < 0x40))
      end--;
    *len = end;
    return p;
  }
  n = mh_page__fold(folded, sizeof folded, text, *len);
  return n && n != UINT32_MAX ? mh_page__match_kind(folded, n, MH_PAGE__DATE_WORD) : NULL;
}

static uint32_t take_word(token *t, const char *text, uint32_t i, uint32_t len)
{
  uint32_t end = i, n;
  t->kind = WORD;
  t->latin = (unsigned char)text[i] < 0x80;
  for (; end < len; end += n) {
    const uint32_t c = mh_utf8_next(text + end, &n), f = mh_page__fold_point(c);
    if (digit_of(c) >= 0 || f == ' ' || f == ':') break;
  }
  uint32_t bytes = end - i;
  const mh_page__pattern *p = look_up(text + i, &bytes, len - i);
  if (!p) return end;
  t->known = true;
  if (p->home[0] == '0' || p->home[0] == '1')
    t->month = (uint8_t)((p->home[0] - '0') * 10 + (p->home[1] - '0'));
  else if (p->home[0] == 'g')
    t->gmt = true;
  else
    t->half = p->home[0];
  return i + bytes;
}

/* Marks of direction and the like are nothing. */
static bool is_nothing(uint32_t c)
{
  return mh_page__fold_point(c) == 0 || c == 0x200b || (c >= 0x200d && c <= 0x200f) ||
         (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static void cut(tokens *out, const char *text, uint32_t len)
{
  bool blank = false;
  out->n = 0;
  if (len > TEXT_MOST)
    for (len = TEXT_MOST; ((unsigned char)text[len] & 0xc0) == 0x80;) len--;
  for (uint32_t i = 0, n; i < len && out->n < TOKENS_MOST;) {
    const uint32_t c = mh_utf8_next(text + i, &n), f = mh_page__fold_point(c);
    token t = {.blank = blank};
    blank = c == ' ' || (c < ' ') || c == 0xa0;
    if (blank || (is_nothing(c) && c != 0x640)) {
      blank |= t.blank;
      i += n;
      continue;
    }
    if (digit_of(c) >= 0)
      i = take_number(&t, text, i, len);
    else if (f != ' ' && f != ':' && f != 0)
      i = take_word(&t, text, i, len);
    else {
      t.kind = MARK;
      t.mark = c;
      i += n;
    }
    out->at[out->n++] = t;
  }
}

/* ---- days ----------------------------------------------------------------------- */

static const token *get(const tokens *t, uint32_t i)
{
  static const token none = {.kind = MARK};
  return i < t->n ? &t->at[i] : &none;
}

static bool is_number(const token *t, uint8_t most)
{
  return t->kind == NUMBER && t->digits <= most;
}

static bool is_mark(const token *t, uint32_t c)
{
  return t->kind == MARK && t->mark == c;
}

static bool make(mh_day *out, int64_t year, int64_t month, int64_t day)
{
  if (month > 12 && day <= 12) {
    const int64_t swap = month;
    month = day;
    day = swap;
  }
  if (year < YEAR_FROM || year > YEAR_TO || month < 1 || month > 12) return false;
  if (day < 1 || day > 31) return false;
  *out = (mh_day){(int16_t)year, (uint8_t)month, (uint8_t)day};
  return mh_day_valid(*out);
}

/* A server that speaks English and tells seconds and the half of the day writes the month
 * first: 1/2/2022 10:15:00 AM. */
static bool is_american(const tokens *t, uint32_t i)
{
  return is_mark(get(t, i + 1), '/') && is_mark(get(t, i + 6), ':') &&
         is_mark(get(t, i + 8), ':') && get(t, i + 10)->half && get(t, i + 10)->latin;
}

/* Three numbers with the same mark between them at i.  *next is behind them when they have
 * the shape of a day, be it one or not. */
static bool in_digits(mh_day *out, const tokens *t, uint32_t i, uint32_t *next)
{
  const token *x = get(t, i), *y = get(t, i + 2), *z = get(t, i + 4);
  const uint32_t mark = get(t, i + 1)->mark;
  if (!is_number(x, 4) || !is_number(y, 2) || !is_number(z, 4)) return false;
  if (mark != '-' && mark != '/' && mark != '.' && mark != 0x2013) return false;
  if (!is_mark(get(t, i + 1), mark) || !is_mark(get(t, i + 3), mark)) return false;
  *next = i + 5;
  if (x->digits == 4 && z->digits <= 2) return make(out, x->value, y->value, z->value);
  if (x->digits > 2) return false;
  if (z->digits == 4 && is_american(t, i)) return make(out, z->value, x->value, y->value);
  if (z->digits == 4) return make(out, z->value, y->value, x->value);
  if (z->digits != 2 || mark == '.') return false;
  return make(out, 2000 + z->value, y->value, x->value);
}

/* 20220127, 20220127101500 and seconds or milliseconds since 1970. */
static bool in_one(mh_day *out, int32_t *minute, const token *t)
{
  if (t->kind != NUMBER) return false;
  if (t->digits == 8)
    return t->value / 10000 >= YEAR_FROM &&
           make(out, t->value / 10000, t->value / 100 % 100, t->value % 100) &&
           out->month == t->value / 100 % 100;
  if (t->digits == 14) {
    const int64_t day = t->value / 1000000, hour = t->value / 10000 % 100;
    if (!make(out, day / 10000, day / 100 % 100, day % 100) || hour > 23) return false;
    *minute = (int32_t)(hour * 60 + t->value / 100 % 100);
    return true;
  }
  if (t->digits != 10 && t->digits != 13) return false;
  const int64_t seconds = t->digits == 13 ? t->value / 1000 : t->value;
  *out = mh_day_of((int32_t)(seconds / 86400));
  *minute = (int32_t)(seconds % 86400 / 60);
  return out->year >= 1990 && out->year <= YEAR_TO;
}

static bool is_year(const token *t)
{
  return t->kind == NUMBER && t->digits == 4 && t->value >= YEAR_FROM &&
         t->value <= YEAR_TO;
}

/* The next year behind i, over words of dates, marks and small numbers; t->n none. */
static uint32_t year_behind(const tokens *t, uint32_t i)
{
  for (uint32_t k = i; k < t->n && k < i + 10; k++) {
    const token *x = &t->at[k];
    if (is_year(x)) {
      if (k == 0 || !is_mark(&t->at[k - 1], '+')) return k;
    } else if (x->kind == WORD ? !x->known : x->kind == NUMBER && x->digits > 4) {
      break;
    }
  }
  return t->n;
}

/* The day of the month before i: a number that is none of an hour. */
static uint32_t day_before(const tokens *t, uint32_t i)
{
  for (uint32_t k = i; k-- > 0 && k + 5 > i;) {
    const token *x = &t->at[k];
    if (x->kind == NUMBER)
      return x->digits <= 2 && x->value >= 1 && x->value <= 31 &&
                     !(k && is_mark(&t->at[k - 1], ':'))
                 ? k
                 : t->n;
    if (x->kind == WORD && !x->known) break;
  }
  return t->n;
}

/* A day around the name of a month at i.  *first and *next are the tokens that it takes. */
static bool in_words(mh_day *out, const tokens *t, uint32_t i, uint32_t *first,
                     uint32_t *next)
{
  const uint32_t year = year_behind(t, i + 1), before = day_before(t, i);
  uint32_t behind = i + 1;
  while (behind < t->n && t->at[behind].kind == MARK && behind < i + 3) behind++;
  const token *d = get(t, behind);
  const bool follows = is_number(d, 2) && !is_mark(get(t, behind + 1), ':');
  if (year < t->n && follows && behind < year && behind <= i + 2) { /* May 2, 2022 */
    *first = i;
    *next = (year == behind + 1 || !is_mark(get(t, behind + 2), ':')) ? year + 1
                                                                      : behind + 1;
    return make(out, t->at[year].value, t->at[i].month, d->value) &&
           out->month == t->at[i].month;
  }
  if (year < t->n && before < t->n) {
    *first = before;
    *next = year + 1;
    return make(out, t->at[year].value, t->at[i].month, t->at[before].value) &&
           out->month == t->at[i].month;
  }
  if (!follows || i == 0 || !is_year(&t->at[i - 1])) return false; /* 2022 May 2 */
  *first = i - 1;
  *next = behind + 1;
  return make(out, t->at[i - 1].value, t->at[i].month, d->value);
}

/* ---- hours ------------------------------------------------------------------------ */

/* A zone at i: Z, GMT, +03:00, +0300, GMT+3. */
static void read_zone(mh_page__moment *out, const tokens *t, uint32_t i)
{
  uint32_t k = i;
  for (uint32_t n = 0; n < 3 && get(t, k)->kind == WORD && !get(t, k)->gmt; n++) {
    if (get(t, k)->latin || !get(t, k)->known) break;
    k++;
  }
  const token *x = get(t, k);
  if (x->kind == WORD && (x->gmt || (x->latin && x->known && !x->month && !x->half))) {
    out->zoned = x->gmt || !x->blank;
    k++;
  } else {
    k = i;
  }
  const token *sign = get(t, k), *n = get(t, k + 1);
  if (!is_mark(sign, '+') && !is_mark(sign, '-') && !is_mark(sign, 0x2212)) return;
  if (n->kind != NUMBER || n->blank || (sign->blank && n->digits != 4)) return;
  if (n->digits != 4 && n->digits > 2) return;
  const uint32_t behind = get(t, k + 2)->mark; /* 10:15-12/1/2022: a day follows */
  if (get(t, k + 2)->kind == MARK && (behind == '/' || behind == '-')) return;
  int64_t minutes = n->digits == 4 ? n->value / 100 * 60 + n->value % 100 : n->value * 60;
  if (n->digits <= 2 && is_mark(get(t, k + 2), ':') && is_number(get(t, k + 3), 2))
    minutes += get(t, k + 3)->value;
  if (minutes > 14 * 60) return;
  out->zoned = true;
  out->zone = (int32_t)(is_mark(sign, '+') ? minutes : -minutes);
}

/* An hour at i: 10:15, 10:15:30.250, with the half of the day on either side. */
static bool read_hour(mh_page__moment *out, int *second, const tokens *t, uint32_t i)
{
  const token *h = get(t, i), *m = get(t, i + 2);
  if (!is_number(h, 2) || !is_number(m, 2) || !is_mark(get(t, i + 1), ':')) return false;
  if (h->value > 24 || m->value > 59) return false;
  uint32_t next = i + 3;
  if (is_mark(get(t, next), ':') && is_number(get(t, next + 1), 2)) {
    *second = (int)get(t, next + 1)->value;
    next += 2;
    if (is_mark(get(t, next), '.') && get(t, next + 1)->kind == NUMBER) next += 2;
  }
  int64_t hour = h->value == 24 ? 0 : h->value;
  char half = get(t, next)->half;
  if (half) next++;
  if (!half && i && t->at[i - 1].half && t->at[i - 1].blank) half = t->at[i - 1].half;
  if (half && hour <= 12) hour = hour % 12 + (half == 'p' ? 12 : 0);
  out->minute = (int32_t)(hour * 60 + m->value);
  read_zone(out, t, next);
  return true;
}

/* The hour by the day that takes the tokens first to next: behind it, else before it. */
static void find_hour(mh_page__moment *out, int *second, const tokens *t, uint32_t first,
                      uint32_t next)
{
  for (uint32_t i = next; i < t->n && i < next + NEAR; i++)
    if (read_hour(out, second, t, i)) return;
  for (uint32_t i = first > NEAR ? first - NEAR : 0; i < next && i < t->n; i++)
    if (read_hour(out, second, t, i)) return;
}

static void print(mh_page__moment *m, int second)
{
  mh_day_print(m->iso, m->day);
  size_t n = strlen(m->iso);
  char *at = m->iso + n;
  if (m->minute < 0) {
    m->zoned = false;
    return;
  }
  at += snprintf(at, 8, "T%02u:%02u", (unsigned)(m->minute / 60) % 24u,
                 (unsigned)(m->minute % 60) % 60u);
  if (second >= 0 && second < 60) at += snprintf(at, 5, ":%02u", (unsigned)second % 60u);
  if (!m->zoned) return;
  const unsigned zone = (unsigned)(m->zone < 0 ? -m->zone : m->zone);
  if (zone == 0)
    snprintf(at, 2, "Z");
  else
    snprintf(at, 8, "%c%02u:%02u", m->zone < 0 ? '-' : '+', zone / 60 % 24u, zone % 60);
}

bool mh_page__find_moment(mh_page__moment *out, const char *text, uint32_t len)
{
  tokens t;
  cut(&t, text, len);
  for (uint32_t i = 0, next; i < t.n; i = next) {
    mh_page__moment m = {.minute = -1};
    uint32_t first = i, behind = i + 1;
    int second = -1;
    next = i + 1;
    const token *x = &t.at[i];
    bool ok = in_digits(&m.day, &t, i, &next);
    behind = next;
    if (!ok && next == i + 1) ok = in_one(&m.day, &m.minute, x);
    if (!ok && x->kind == WORD && x->month) ok = in_words(&m.day, &t, i, &first, &behind);
    if (!ok) continue;
    if (m.minute < 0) find_hour(&m, &second, &t, first, behind);
    if (x->kind == NUMBER && (x->digits == 10 || x->digits == 13)) m.zoned = true;
    print(&m, second);
    *out = m;
    return true;
  }
  return false;
}

int mh_page__moment_order(const mh_page__moment *x, const mh_page__moment *y)
{
  int64_t a = mh_day_number(x->day), b = mh_day_number(y->day);
  if (x->minute >= 0 && y->minute >= 0 && x->zoned == y->zoned) {
    a = a * 1440 + x->minute - x->zone;
    b = b * 1440 + y->minute - y->zone;
  }
  return a < b ? -1 : a > b;
}

/* ---- addresses ---------------------------------------------------------------------- */

static uint32_t number_in(const char *p, int *value)
{
  uint32_t n = 0;
  for (*value = 0; p[n] >= '0' && p[n] <= '9'; n++)
    if (n < 8) *value = *value * 10 + (p[n] - '0');
  return n;
}

static bool parts_address(char c)
{
  return c == '/' || c == '-' || c == '_' || c == '.';
}

/* Three numbers at p, year first or last; or eight digits. */
static bool day_at(mh_day *out, const char *p)
{
  int x, y, z;
  const uint32_t n = number_in(p, &x);
  if (n == 8 && x / 10000 >= 1990)
    return make(out, x / 10000, x / 100 % 100, x % 100) && out->month == x / 100 % 100;
  if ((n != 4 && n != 2 && n != 1) || !parts_address(p[n])) return false;
  const char mark = p[n];
  const uint32_t k = n + 1 + number_in(p + n + 1, &y);
  if (k == n + 1 || k > n + 3 || p[k] != mark) return false;
  const uint32_t end = k + 1 + number_in(p + k + 1, &z);
  if (n == 4)
    return end > k + 1 && end <= k + 3 && x >= 1990 && y <= 12 && make(out, x, y, z);
  return end == k + 5 && z >= 1990 && y <= 12 && make(out, z, y, x);
}

/* A section between year and month: /2013/world/8/3/. */
static bool day_around(mh_day *out, const char *p)
{
  int year, month, day;
  if (number_in(p, &year) != 4 || p[4] != '/') return false;
  const char *rest = p + 5 + strcspn(p + 5, "/?#");
  if (*rest != '/' || (p[5] >= '0' && p[5] <= '9')) return false;
  const uint32_t n = number_in(rest + 1, &month);
  if (n == 0 || n > 2 || rest[n + 1] != '/') return false;
  const uint32_t k = number_in(rest + n + 2, &day);
  return k && k <= 2 && rest[n + 2 + k] == '/' && month <= 12 &&
         make(out, year, month, day);
}

bool mh_page__address_day(mh_page__moment *out, const char *url)
{
  const char *p = strstr(url, "://");
  p = p ? strchr(p + 3, '/') : url;
  for (; p && *p && *p != '?' && *p != '#'; p++) {
    if (p[0] >= '0' && p[0] <= '9')
      continue; /* within a number, or at the very beginning */
    mh_day day;
    if ((!day_at(&day, p + 1) && !day_around(&day, p + 1)) ||
        mh_day_number(day) < mh_day_number((mh_day){1995, 1, 1}))
      continue;
    *out = (mh_page__moment){.day = day, .minute = -1};
    mh_day_print(out->iso, day);
    return true;
  }
  return false;
}
