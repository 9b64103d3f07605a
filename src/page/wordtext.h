/* What docx.c asks of the XML of a Word document (wordtext.c, wordstyles.c). */
#ifndef MH_PAGE_WORDTEXT_H
#define MH_PAGE_WORDTEXT_H

#include <libxml/xmlreader.h>

#include "page.h"

/* A line of the text that is more than a line begins with U+E000 and one of these added; the
 * text of a document never has these code points. */
enum {
  MH_PAGE__TITLE_MARK = 1,
  MH_PAGE__SUBTITLE_MARK,
  MH_PAGE__HEADING_MARK,
  MH_PAGE__ITEM_MARK, /* of a list */
  MH_PAGE__LEFT_OUT   /* a table of contents, a caption: never in the text */
};

typedef struct mh_page__word_style {
  const char *id, *base; /* base NULL none */
  uint8_t mark;          /* 0 none         */
} mh_page__word_style;

typedef struct mh_page__word_styles {
  mh_page__word_style *at; /* sorted by id when complete */
  uint32_t n, cap;
} mh_page__word_styles;

/* The values as they stand; the caller frees them, on failure too. */
typedef struct mh_page__word_core {
  mh_out title, author, created, modified;
} mh_page__word_core;

/* Each fails with MH_EFORMAT (damaged; a document type declaration, which no Word document
 * has), MH_ELIMIT or MH_ENOMEM. */
mh_status mh_page__word_styles_of(mh_page__word_styles *out, mh_arena *a, const char *xml,
                                  size_t len, mh_error *err);
mh_status mh_page__word_core_of(mh_page__word_core *out, const char *xml, size_t len,
                                mh_error *err);
/* The text, a paragraph a line; the caller frees it, on failure too. */
mh_status mh_page__word_text(mh_out *out, const mh_page__word_styles *styles,
                             const char *xml, size_t len, mh_error *err);

/* The mark of a style; 0 none or not known. */
uint8_t mh_page__word_mark(const mh_page__word_styles *styles, const char *id);

/* ---- one file of XML ------------------------------------------------------------------- */

/* What to do at a node: go on into it, or step over all within it. */
typedef enum mh_page__step { MH_PAGE__INTO, MH_PAGE__OVER } mh_page__step;

/* Read a file of XML node by node; `visit` may stop it by setting *status. */
mh_status mh_page__word_walk(const char *xml, size_t len, const char *name,
                             mh_page__step (*visit)(xmlTextReaderPtr r, void *user,
                                                    mh_status *status),
                             void *user, mh_error *err);
/* Is the node an element of WordprocessingML?  Then its local name, else "". */
const char *mh_page__word_name(xmlTextReaderPtr r);
/* Its attribute w:val, else NULL; free with xmlFree(). */
char *mh_page__word_value(xmlTextReaderPtr r, const char *name);

#endif
