/* What the files that find dates share: dates_words.c tells what a token can be in a date,
 * dates_value.c counts days in both calendars, dates_core.c reads the parts of a date,
 * dates_parse.c one expression, and dates.c goes through the text. */
#ifndef MH_DATES_INSIDE_H
#define MH_DATES_INSIDE_H

#include "dates.h"

enum { MH_UNIT_DAY = 1, MH_UNIT_WEEK, MH_UNIT_MONTH, MH_UNIT_YEAR };
enum { MH_PART_BEGINNING = 1, MH_PART_MIDDLE, MH_PART_END };

/* A date as far as the words give it; 0 is not said. */
typedef struct mh_ymd {
  int32_t year;
  uint8_t month, day;
  bool hijri;
} mh_ymd;

/* How what stands around a date places it in time. */
typedef enum mh_tense {
  MH_TENSE_NONE,
  MH_TENSE_LAST,
  MH_TENSE_BEFORE_LAST, /* "the year before last" */
  MH_TENSE_NEXT,
  MH_TENSE_CURRENT,
  MH_TENSE_SAME /* of the year that was named before */
} mh_tense;

/* The end of a date: the year that is said or hinted at after a day or month. */
typedef struct mh_tail {
  uint32_t end;   /* token; 0: there is no tail                                  */
  int32_t year;   /* 0 not said                                                  */
  int32_t offset; /* from the year of publication; with by_year                */
  mh_tense tense;
  bool by_year, hijri;
} mh_tail;

/* One expression that was read. */
typedef struct mh_found {
  uint32_t first, end;
  char value[16];
  mh_ymd ymd;     /* what it stands for; year 0: no calendar date              */
  int32_t number; /* the day, counted from 1970-01-01; with full               */
  bool full;      /* a day of a known year                                     */
  bool year_only; /* a year alone: another may follow it                       */
} mh_found;

typedef struct mh_dates {
  const mh_doc *doc;
  const mh_words *w;
  mh_day pub;     /* year 0: not known                          */
  int32_t today;  /* its number                                 */
  mh_ymd last;    /* the last date that was found               */
  uint32_t floor; /* tokens before it belong to other dates     */
  uint32_t sentence_first, sentence_end;
  bool after_year; /* what ends at floor is a year alone        */
  int32_t told[7]; /* the day each weekday was told to be last; 0 none yet */
} mh_dates;

/* ---- dates_words.c: a token's part in a date ------------------------------ */

/* The time word at token i; its end in *end and value in *value (both may be NULL). */
mh_time_class mh_dates__time(const mh_dates *p, uint32_t i, uint32_t *end, int *value);
/* Is there a time word of this class at i?  Its end, else 0. */
uint32_t mh_dates__is(const mh_dates *p, uint32_t i, mh_time_class c);
/* Does the time word at i carry al-? */
bool mh_dates__definite(const mh_dates *p, uint32_t i);
/* A plain number (digits alone) at i between min and max; its end, else 0. */
uint32_t mh_dates__digits(const mh_dates *p, uint32_t i, int min, int max, int *value);
/* A day of the month in digits or words at i; its end, else 0. */
uint32_t mh_dates__day(const mh_dates *p, uint32_t i, int *day);
/* The same, ending at token `end`; its first token in *first. */
bool mh_dates__day_before(const mh_dates *p, uint32_t end, int *day, uint32_t *first);
/* A month by one name or two (*paired); its end, else 0. */
uint32_t mh_dates__month(const mh_dates *p, uint32_t i, mh_ymd *m, bool *paired);
/* A date all in digits (30/7/2015, 2015-07-30); its end, else 0.  loose: a day and month
 * alone will do. */
uint32_t mh_dates__numeric(const mh_dates *p, uint32_t i, mh_ymd *out, bool loose);
/* Is token i the mark with this code point?  Any dash?  A comma? */
bool mh_dates__mark(const mh_dates *p, uint32_t i, uint32_t code);
bool mh_dates__dash(const mh_dates *p, uint32_t i);
bool mh_dates__comma(const mh_dates *p, uint32_t i);
/* Short words of grammar by their letters: wa- alone; min; ila, hatta or aw; minhu; li. */
bool mh_dates__wa(const mh_dates *p, uint32_t i);
bool mh_dates__min(const mh_dates *p, uint32_t i);
bool mh_dates__before(const mh_dates *p, uint32_t i);
bool mh_dates__to(const mh_dates *p, uint32_t i);
bool mh_dates__and_to(const mh_dates *p, uint32_t i);
bool mh_dates__minhu(const mh_dates *p, uint32_t i);
bool mh_dates__li(const mh_dates *p, uint32_t i);
/* "the first quarter | of the year" (or half, *half): the how-manyeth is meant of the year at
 * token i, and its first token; 0 none. */
int mh_dates__quarter(const mh_dates *p, uint32_t i, bool *half, uint32_t *first);
/* Does token i, a word of dates, carry wa- or fa- before the rest? */
bool mh_dates__joined_wa(const mh_dates *p, uint32_t i);
/* Do the `window` tokens before i, in its sentence, say that it speaks of what lies ahead?
 * A verb tells more surely of a weekday near to it than of one at the sentence's end. */
enum { MH_AHEAD_WEEKDAY = 14, MH_AHEAD_MONTH = 24 };
bool mh_dates__ahead(const mh_dates *p, uint32_t i, uint32_t window);

/* ---- dates_value.c: calendars --------------------------------------------- */

/* The number of a Hijri or civil day; false when there is no such day. */
bool mh_dates__number(int32_t *out, mh_ymd d);
/* The Hijri day of a number; false outside of the calendar's table. */
bool mh_dates__hijri_of(mh_ymd *out, int32_t number);
/* Give f its value: d is a date whose year may be open. */
bool mh_dates__resolve(const mh_dates *p, mh_found *f, mh_ymd d, mh_tail t, bool ahead);
bool mh_dates__weekday(const mh_dates *p, mh_found *f, int weekday, mh_tense t,
                       bool ahead);
void mh_dates__day_number(mh_found *f, int32_t number);
/* A unit that lies `offset` units from now. */
void mh_dates__unit(const mh_dates *p, mh_found *f, int unit, int offset);
void mh_dates__season(const mh_dates *p, mh_found *f, int season, mh_tail t);
void mh_dates__open(mh_found *f, mh_tense t);

/* ---- dates_core.c: the parts of a date -------------------------------------- */

enum { MH_YEAR_MIN = 1000, MH_YEAR_MAX = 2199 };

/* How a second naming is joined to the first. */
typedef struct mh_link {
  uint32_t at; /* where the second begins */
  bool paren, same_day, loose_mark;
} mh_link;

/* "last", "next", "current" at i; its end, else 0.  The units it moves by: -1, 0, 1. */
uint32_t mh_dates__adjective(const mh_dates *p, uint32_t i, mh_tense *t);
int mh_dates__offset_of(mh_tense t);
/* A year in digits with its era; a year in words ("the last year", "year 2015"). */
uint32_t mh_dates__year_digits(const mh_dates *p, uint32_t i, mh_tail *t);
uint32_t mh_dates__year_words(const mh_dates *p, uint32_t i, mh_tail *t);
/* Whatever tells the year of a day or month that ends at i. */
bool mh_dates__tail(const mh_dates *p, uint32_t i, mh_tail *t);
/* Does the word before `first` make a name of what follows? */
bool mh_dates__is_name(const mh_dates *p, uint32_t first, bool year_said);
bool mh_dates__is_unit(const mh_dates *p, uint32_t i, int unit, uint32_t *end);
/* May a day alone stand at i, for what is before it ("on the day", a weekday)? */
bool mh_dates__day_lead(const mh_dates *p, uint32_t i);
/* Read a day with its month, a month, a date in digits.  read_day: when it gives false
 * and f->first > i, the tokens before f->end are a name. */
bool mh_dates__read_day(const mh_dates *p, uint32_t i, mh_found *f);
bool mh_dates__read_month(const mh_dates *p, uint32_t i, mh_found *f);
bool mh_dates__read_digits(const mh_dates *p, uint32_t i, mh_found *f, bool loose);
mh_link mh_dates__linked(const mh_dates *p, uint32_t i);
bool mh_dates__closes(const mh_dates *p, mh_link l, mh_found *f);
/* After a full day: the same in the other calendar, or after "corresponding to". */
void mh_dates__other_calendar(const mh_dates *p, mh_found *f);
/* After a weekday (-1: none said) or "yesterday": the day and month it is. */
bool mh_dates__spelled_out(const mh_dates *p, mh_found *f, int weekday, bool must_agree);

/* ---- dates_parse.c: one expression ---------------------------------------- */

/* Read what begins at token i.  False: nothing; *skip is then where to go on. */
bool mh_dates__parse(const mh_dates *p, uint32_t i, mh_found *f, uint32_t *skip);

#endif
