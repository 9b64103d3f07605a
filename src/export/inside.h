/* inside - what the files of this room share. */
#ifndef MH_EXPORT_INSIDE_H
#define MH_EXPORT_INSIDE_H

#include "export.h"

/* JSON objects of the register, without what stands around them. */
void mh_export__evidence(mh_out *o, const mh_evidence *e);
void mh_export__round(mh_out *o, const mh_round *r);
/* ,"name":"text" - or nothing when text is NULL. */
void mh_export__field(mh_out *o, const char *name, const char *text);
/* "0.87" */
void mh_export__confidence(mh_out *o, double c);

/* A JSON string, as mh_out_json() makes it, for long texts. */
void mh_export__json(mh_out *o, const char *bytes, size_t len);

/* Hand the text over, or fail for want of memory. */
mh_status mh_export__give(char **out, size_t *len, mh_out *o, mh_error *err);

#endif
