/* html - what the files that write the page share. */
#ifndef MH_EXPORT_HTML_OUT_H
#define MH_EXPORT_HTML_OUT_H

#include "inside.h"

typedef struct mh_export__page {
  mh_out *o;
  const mh_comparison *c;
  const char *language;
  bool arabic;
  const mh_evidence **quoted; /* [n_quoted] one for each report, by report id */
  size_t n_quoted;
} mh_export__page;

/* Text, escaped / a label, escaped / markup as it is. */
void mh_export__text(mh_export__page *p, const char *text);
void mh_export__label(mh_export__page *p, const char *key);
#define MH_MARKUP(p, literal) mh_out_bytes((p)->o, (literal), sizeof(literal) - 1)

/* What the register's functions for labels write, escaped. */
void mh_export__date(mh_export__page *p, const char *date);
void mh_export__actors(mh_export__page *p, const char *const *codes, uint32_t n);
void mh_export__round_name(mh_export__page *p, const mh_round *r);
/* Mark and name of a status in its colours. */
void mh_export__badge(mh_export__page *p, mh_change status);
/* A link where url is one of http or https, else the address as text. */
void mh_export__link(mh_export__page *p, const char *url);
/* The first digits of a report's digest. */
void mh_export__short_id(mh_export__page *p, const char *report);

/* The statement that tells where a report is from; NULL when nothing of it is quoted. */
const mh_evidence *mh_export__quoted(const mh_export__page *p, const char *report);

/* The parts of the page. */
void mh_export__summary(mh_export__page *p);
void mh_export__positions(mh_export__page *p);
void mh_export__sources(mh_export__page *p);

#endif
