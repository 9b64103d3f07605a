/* dates - expressions of a calendar date, day, month or year, with TIMEX3 values.  Part of
 * the mention room; mention.h includes it. */
#ifndef MH_DATES_H
#define MH_DATES_H

#include "../arabic/arabic.h"

typedef struct mh_when {
  uint32_t first, end; /* tokens [first, end)                                     */
  mh_span span;        /* bytes; a joined wa- or fa- is left out, bi- and li- stay */
  char value[16];      /* "2022-01-27", "2015-08", "2015", "2015-W31", "2014-SU",
                           "PAST_REF", "FUTURE_REF"; where the day of publication is
                           not known also "XXXX-05-03", "XXXX-05", "XXXX-WXX-4",
                           "PRESENT_REF"                                           */
} mh_when;

typedef struct mh_whens {
  mh_when *at;
  uint32_t n, cap;
} mh_whens;

/* Find every date in reading order, resolved against the day the report was published
 * (year 0: not known; then only what stands for itself gets a calendar value). */
mh_status mh_dates_find(mh_whens *out, mh_arena *a, const mh_doc *doc, const mh_words *w,
                        mh_day published);

/* The same for one short text (a dateline): the first full day in it; false when none. */
bool mh_dates_line(mh_day *out, const mh_lexicon *lex, const char *text, size_t len);

#endif
