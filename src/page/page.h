/* page - from foreign bytes to one article: what the journalist wrote and what the page
 * says of itself, without the debris of the page around it.
 *
 * Takes plain text as people copy it from a news page, or a line of JSON Lines.  HTML and
 * feeds will come through this door too.  Knows nothing of Arabic grammar: lines are
 * told apart by their place, shape and the patterns of data/debris.tsv.
 */
#ifndef MH_PAGE_H
#define MH_PAGE_H

#include "../base/base.h"

/* Largest report taken, in bytes. */
#define MH_PAGE_MAX (16u << 20)

typedef struct mh_article {
  const char *id, *url, *outlet, *title, *subtitle, *byline, *language; /* NULL unknown */
  const char *published, *updated; /* ISO 8601, as far as digits say it; NULL unknown  */
  const char *dateline;            /* a line that looks like a date in words, for the
                                      rooms that can read it; NULL none                */
  const char *home; /* code of the state whose own agency signs; NULL none */
  const char *text; /* body: NFC, a paragraph a line, no empty lines,
                                      no line end at the end; NUL after it             */
  uint32_t len;
  const mh_span *headings; /* [n_headings] lines of text */
  uint32_t n_headings;
} mh_article;

/* What the bytes look like (never MH_FORMAT_AUTO). */
mh_format mh_page_guess(const char *bytes, size_t len);

/* Read a page copied as plain text / one JSON object of JSON Lines.  All of *out lives
 * in `a` (nothing points into bytes).  MH_EENCODING: err->at is the first bad byte and the
 * text says what the bytes look like (windows-1256, UTF-16, a picture ...).  MH_EEMPTY: no
 * body.  MH_EFORMAT: not JSON, or a field of the wrong type.  MH_ELIMIT: over MH_PAGE_MAX. */
mh_status mh_page_plain(mh_article *out, mh_arena *a, const char *bytes, size_t len,
                        mh_error *err);
mh_status mh_page_json(mh_article *out, mh_arena *a, const char *bytes, size_t len,
                       mh_error *err);

#endif
