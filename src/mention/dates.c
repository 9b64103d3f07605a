/* dates - go through a text and find its dates in reading order.
 *
 * One pass: from each token on which a date can begin one expression is read
 * (dates_parse.c); what was read is never read again.  Durations, ages, clock times and
 * vague words ("recently") are no dates and have no rule here.
 */
#include "dates_inside.h"

#define LINE_BUDGET (1u << 20) /* memory for one dateline */
#define LINE_BYTES  400u       /* a dateline is no longer */
#define CHAIN       8          /* days that share one month */

/* The bytes of tokens [first, end); a joined "and" is no part of a date. */
static mh_span span_of(const mh_dates *p, uint32_t first, uint32_t end)
{
  const mh_token *z = &p->doc->tokens[end - 1];
  uint32_t at = p->doc->tokens[first].at, n;
  if (mh_dates__joined_wa(p, first)) {
    mh_utf8_next(p->doc->text + at, &n);
    at += n;
  }
  return (mh_span){at, z->at + z->len - at};
}

static mh_status push(mh_whens *out, mh_arena *a, const mh_dates *p, const mh_found *f)
{
  mh_when w = {.first = f->first, .end = f->end};
  w.span = span_of(p, f->first, f->end);
  memcpy(w.value, f->value, sizeof w.value);
  return MH_PUSH(a, out, w);
}

/* The token after the day that stands before `at`, over "to", wa-, a dash; 0 when nothing
 * joins them. */
static uint32_t joined(const mh_dates *p, uint32_t at)
{
  if (at <= p->floor || at <= p->sentence_first) return 0;
  if (mh_dates__to(p, at - 1) || mh_dates__wa(p, at - 1) || mh_dates__dash(p, at - 1))
    return at - 1;
  return mh_dates__joined_wa(p, at) ? at : 0;
}

/* "from 9 to 11 December": days before f that share its month.  A number that is no
 * smaller than the day after it is something else. */
static mh_status push_chain(mh_whens *out, mh_arena *a, const mh_dates *p,
                            const mh_found *f)
{
  mh_found days[CHAIN];
  int n = 0, day, later = f->ymd.day;
  uint32_t at = f->first, first, end;
  while (n < CHAIN && (end = joined(p, at)) != 0 &&
         mh_dates__day_before(p, end, &day, &first) && day < later) {
    mh_ymd d = f->ymd;
    int32_t number;
    d.day = (uint8_t)day;
    if (!mh_dates__number(&number, d)) break;
    days[n] = (mh_found){.first = first, .end = end};
    mh_dates__day_number(&days[n++], number);
    later = day;
    at = first;
  }
  while (n > 0) MH_TRY(push(out, a, p, &days[--n]));
  return MH_OK;
}

/* Of the words of time that are no month and no number only these begin a date, or a name that
 * is none: mh_dates__parse() reads no other.  Most are "in" and "before". */
static bool begins(mh_time_class c)
{
  const uint32_t those = 1u << MH_TC_NAME | 1u << MH_TC_WEEKDAY | 1u << MH_TC_RELATIVE |
                         1u << MH_TC_UNIT | 1u << MH_TC_DUAL | 1u << MH_TC_PLURAL |
                         1u << MH_TC_THIS | 1u << MH_TC_PART | 1u << MH_TC_SEASON;
  return those >> c & 1;
}

/* A date can only begin with a number or with a word of dates. */
static bool candidate(const mh_dates *p, uint32_t i)
{
  const uint16_t numbers = 1u << MH_PH_MONTH | 1u << MH_PH_NUMBER,
                 time = 1u << MH_PH_TIME;
  const mh_glance *g = &p->w->glance[i];
  if (!mh_glance_any(g, (mh_glance){.kinds = numbers | time, .number = true}))
    return false;
  return (g->kinds & numbers) || g->number || begins(mh_dates__time(p, i, NULL, NULL));
}

/* "Di | Maio": a month's name in that of somebody known. */
static bool in_name(const mh_dates *p, const mh_found *f)
{
  for (uint32_t n = 1; n <= 2 && f->first >= p->sentence_first + n; n++) {
    const mh_match *m = mh_words_match(p->w, f->first - n, MH_PH_PERSON);
    if (m && m->end >= f->end) return true;
  }
  return false;
}

/* "the first quarter of | 2015" is no whole year. */
static void quarter_of(const mh_dates *p, mh_found *f)
{
  bool half;
  uint32_t first;
  if (strlen(f->value) != 4) return;
  const int n = mh_dates__quarter(p, f->first, &half, &first);
  if (n == 0) return;
  f->first = first;
  f->value[4] = '-';
  f->value[5] = half ? 'H' : 'Q';
  f->value[6] = (char)('0' + n);
  f->value[7] = 0;
}

static mh_status sentence(mh_whens *out, mh_arena *a, mh_dates *p)
{
  for (uint32_t i = p->sentence_first; i < p->sentence_end;) {
    mh_found f;
    uint32_t next = i + 1;
    if (!candidate(p, i) || !mh_dates__parse(p, i, &f, &next)) {
      i = next;
      continue;
    }
    if (in_name(p, &f)) {
      i = f.end;
      continue;
    }
    quarter_of(p, &f);
    if (f.full && f.first == i) MH_TRY(push_chain(out, a, p, &f));
    MH_TRY(push(out, a, p, &f));
    if (f.ymd.year) p->last = f.ymd;
    if (f.full) p->told[mh_day_weekday(mh_day_of(f.number))] = f.number;
    p->after_year = f.year_only;
    p->floor = i = f.end;
  }
  return MH_OK;
}

mh_status mh_dates_find(mh_whens *out, mh_arena *a, const mh_doc *doc, const mh_words *w,
                        mh_day published)
{
  mh_dates p = {.doc = doc, .w = w};
  if (mh_day_valid(published) && published.year >= 1000 && published.year <= 9990) {
    p.pub = published;
    p.today = mh_day_number(published);
  }
  *out = (mh_whens){0};
  for (uint32_t s = 0; s < doc->n_sentences; s++) {
    p.sentence_first = doc->sentences[s].first;
    p.sentence_end = doc->sentences[s].end;
    MH_TRY(sentence(out, a, &p));
  }
  return MH_OK;
}

static bool line_read(mh_day *out, mh_arena *a, const mh_lexicon *lex, const char *text,
                      uint32_t len)
{
  mh_doc doc;
  mh_words w;
  mh_whens found;
  if (mh_text_cut(&doc, a, text, len, NULL, 0) != MH_OK ||
      mh_arabic_read(&w, a, &doc, lex) != MH_OK ||
      mh_dates_find(&found, a, &doc, &w, (mh_day){0}) != MH_OK)
    return false;
  for (uint32_t i = 0; i < found.n; i++)
    if (mh_day_parse(out, found.at[i].value, strlen(found.at[i].value)) && out->day)
      return true;
  return false;
}

bool mh_dates_line(mh_day *out, const mh_lexicon *lex, const char *text, size_t len)
{
  mh_arena a;
  *out = (mh_day){0};
  if (len == 0 || len > LINE_BYTES) return false;
  mh_arena_init(&a, LINE_BUDGET);
  const bool found = line_read(out, &a, lex, text, (uint32_t)len);
  if (!found) *out = (mh_day){0};
  mh_arena_free(&a);
  return found;
}
