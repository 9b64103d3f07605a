/* What the files of the text room share. */
#ifndef MH_TEXT_INSIDE_H
#define MH_TEXT_INSIDE_H

#include "text.h"

/* Classes of U+0600..U+06FF above the letters 1..29. */
enum { MH_CH_SKIP = 64, MH_CH_DIGIT, MH_CH_MARK, MH_CH_OTHER };
extern const uint8_t mh_text__class[256];

/* Put letter c at place i of a key. */
static inline void mh_text__put(mh_key *k, int i, uint64_t c)
{
  if (i < 12)
    k->lo |= c << (5 * i);
  else
    k->hi |= c << (5 * (i - 12));
}

/* Flag the marks that open and close quotations. */
mh_status mh_text__quotations(mh_doc *doc, mh_arena *a);
mh_status mh_text__sentences(mh_doc *doc, mh_arena *a, const mh_span *headings,
                             uint32_t n_headings);

#endif
