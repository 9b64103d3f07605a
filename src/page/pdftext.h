/* What the files share that read the text of a PDF. */
#ifndef MH_PAGE_PDFTEXT_H
#define MH_PAGE_PDFTEXT_H

#include "charset.h"

/* ---- letters in their order (pdforder.c) ---------------------------------------------- */

/* The code points of one line. */
typedef struct mh_page__points {
  uint32_t *at;
  uint32_t n, cap;
} mh_page__points;

/* The line as it is read: what pdftotext marks as left-to-right within a line of Arabic is put
 * where it belongs.  With `reversed` the line is taken for one whose letters stand in the order
 * of the eye from left to right.  MH_ELIMIT when it has more than `cap` code points. */
mh_status mh_page__order_line(mh_page__points *out, const char *text, size_t len,
                              bool reversed);

/* How text sounds read forwards and backwards (sounds.c). */
typedef struct mh_page__sound {
  int64_t forwards, backwards; /* sums of pairs, 0..9 each */
  uint32_t pairs, letters;
} mh_page__sound;
void mh_page__listen(mh_page__sound *s, const uint32_t *points, uint32_t n);

/* Put in order what a whole text tells of: vowel marks before their letters, brackets that look
 * the wrong way, letters that stand alone.  In place; *len may shrink. */
void mh_page__order_text(char *text, size_t *len);
/* Does alef stand before lam wherever they were one sign? */
bool mh_page__has_turned_lam_alef(const char *text, size_t len);

/* ---- lines to paragraphs (pdflines.c) ------------------------------------------------------ */

/* Text in lines, pages parted by form feeds, as paragraphs, a line each. */
mh_status mh_page__unfold_pages(mh_out *out, mh_arena *a, const char *text, size_t len);

#endif
