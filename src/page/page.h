/* page - from foreign bytes to one article: what the journalist wrote and what the page
 * says of itself, without the debris of the page around it.
 *
 * Takes plain text as people copy it from a news page, or a line of JSON Lines.  a web page, a Word
 * document, the text of a PDF.  Knows nothing of Arabic grammar: lines are
 * told apart by their place, shape and the patterns of data/debris.tsv.
 */
#ifndef MH_PAGE_H
#define MH_PAGE_H

#include "../base/base.h"

/* Largest report taken, in bytes. */
#define MH_PAGE_MAX (16u << 20)

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

/* Read a page of HTML: the same promises.  `from` is where the bytes came from; its url and
 * charset count when the page does not say better; may be NULL.  MH_EFORMAT: a page with
 * several articles.  MH_EEMPTY: one with none, but links for instance. */
mh_status mh_page_html(mh_article *out, mh_arena *a, const char *bytes, size_t len,
                       const mh_source *from, mh_error *err);
/* Any bytes of a page as well-formed UTF-8, in `a` or where they lie; charset: that the server
 * told, NULL none.  MH_EENCODING: no text at all. */
mh_status mh_page_utf8(const char **text, size_t *text_len, mh_arena *a,
                       const char *bytes, size_t len, const char *charset, mh_error *err);
/* Read a Word document (Office Open XML). */
mh_status mh_page_docx(mh_article *out, mh_arena *a, const char *bytes, size_t len,
                       mh_error *err);
/* Read what a program took out of a PDF: plain text in UTF-8, with form feeds between pages
 * and the lines as they were set.  Arabic that came out in the wrong order is put right, or
 * refused (MH_EFORMAT). */
mh_status mh_page_pdf_text(mh_article *out, mh_arena *a, const char *bytes, size_t len,
                           mh_error *err);

#endif
