/* What the files of the page room share that read web pages and documents. */
#ifndef MH_PAGE_WEB_H
#define MH_PAGE_WEB_H

#include "../html/html.h"
#include "inside.h"

/* ---- bytes to UTF-8 (charset.c) ------------------------------------------------- */

/* Any bytes of a page as well-formed UTF-8 without NULs.  `told` is the charset of the
 * server's header (NULL none), which counts unless the bytes prove it wrong; then a mark at
 * the beginning, what the page declares (meta, xml), and what the bytes look like.
 *
 *   text     the bytes themselves where they are well-formed UTF-8 (nothing is copied), else
 *            in `a`.
 *   charset  "utf-8", "windows-1256" ...: a constant; what the bytes were.
 *
 * Bytes that have no meaning become U+FFFD.  MH_EENCODING: no text at all (a picture ...).
 * MH_ENOMEM. */
mh_status mh_page__decode(const char **text, size_t *text_len, const char **charset,
                          mh_arena *a, const char *bytes, size_t len, const char *told,
                          mh_error *err);

/* ---- what a page says of itself (meta.c ...) -------------------------------------------- */

typedef struct mh_page__said {
  const char
      *body; /* JSON-LD articleBody, references resolved, lines as they are; NULL */
  uint32_t articles; /* how many different articles the page's own data tell of */
} mh_page__said;

/* Fill what out does not have yet of headline, byline, outlet, days, language, address, and
 * where each is from.  All in `a`.  `from` may be NULL. */
mh_status mh_page__say(mh_article *out, mh_page__said *said, mh_arena *a,
                       const mh_html_doc *d, const mh_source *from);

/* ---- the article of a page (web.c, main_*.c) ------------------------------------------------ */

/* A block of the article: a paragraph, a heading, an item of a list, a quotation. */
typedef struct mh_page__part {
  const char *text; /* one line, white space collapsed, in the arena */
  uint32_t len;
  bool heading;
  bool lead; /* a sentence between headline and body, which is a sub-headline */
} mh_page__part;

typedef struct mh_page__parts {
  mh_page__part *at;
  uint32_t n, cap;
  uint32_t teasers; /* of other stories in the page                         */
  bool one;         /* of several articles in the page, the one that its data speak of */
} mh_page__parts;

/* The parts of the article in the order of the page; the headline is not among them.  x is
 * what the page says of itself. */
mh_status mh_page__main(mh_page__parts *out, mh_arena *a, const mh_html_doc *d,
                        const mh_article *x);
/* All parts of a piece of HTML that is nothing but an article (of a feed). */
mh_status mh_page__fragment(mh_page__parts *out, mh_arena *a, const mh_html_doc *d);

/* The parts as lines of one clean text, ready for mh_page__read_body(). */
mh_status mh_page__join(mh_page__lines *out, mh_arena *a, const mh_page__parts *parts,
                        mh_error *err);

#endif
