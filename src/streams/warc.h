/* What the files that read web archives share. */
#ifndef MH_STREAMS_WARC_H
#define MH_STREAMS_WARC_H

#include "window.h"

typedef struct mh_part {
  const char *at;
  size_t len;
} mh_part;

/* ---- lines of the form "Name: value" (warc_head.c) -------------------------------------- */

typedef struct mh_field {
  mh_part name, value; /* without white space around */
} mh_field;

/* The next field of [*at, end); lines that are none are passed over.  A value on several
 * lines is made one line in place. */
bool mh_field_next(mh_field *out, char **at, char *end);
/* small: in small letters.  ASCII only. */
bool mh_part_is(mh_part p, const char *small);
bool mh_part_begins(mh_part p, const char *small);
/* Digits and nothing else; false when it is none or over 2^62. */
bool mh_part_number(uint64_t *out, mh_part p);
/* "text/html; charset=x" in two; what is not there has len 0. */
void mh_part_media(mh_part *type, mh_part *charset, mh_part value);
/* Is it a type that an article comes in: HTML, XHTML, plain text, XML of feeds? */
bool mh_part_is_page(mh_part type);
/* NUL-terminated in small letters, what is not printable ASCII left out. */
char *mh_part_small(mh_arena *a, mh_part p);
/* An address: brackets around it gone, spaces, control characters and what is not UTF-8 as
 * %XX. */
char *mh_part_url(mh_arena *a, mh_part p);
/* An instant in ISO 8601, or "" for what is none. */
char *mh_part_instant(mh_arena *a, mh_part p);

/* The line that a record begins with. */
#define MH_WARC_BEGINS "WARC/"
/* In a stretch that is to be searched for one. */
#define MH_WARC_LINE "\nWARC/1."

typedef enum mh_warc_kind {
  MH_WARC_OTHER,    /* request, metadata, warcinfo, revisit ... */
  MH_WARC_RESPONSE, /* of HTTP                                  */
  MH_WARC_BODY      /* the block is the page itself             */
} mh_warc_kind;

/* What the header of a record says; parts lie in the header. */
typedef struct mh_warc_head {
  mh_part url, date;
  mh_part type, charset; /* of the block; when it is no HTTP */
  mh_warc_kind kind;
  uint64_t length;
  bool cut; /* WARC-Truncated */
} mh_warc_head;

/* Read a header [at, end) that ends with its empty line.  MH_EFORMAT: a version of another
 * form, no type, no length; *err has no offset. */
mh_status mh_warc_head_read(mh_warc_head *out, char *at, char *end, mh_error *err);

/* ---- what HTTP wraps a page in (warc_http.c) ------------------------------------------------ */

typedef struct mh_http {
  int status;
  mh_part type, charset;
  mh_part codings; /* Content-Encoding */
  bool chunked;
  bool has_length;
  uint64_t length; /* Content-Length, as told */
  size_t body;     /* where the body begins   */
} mh_http;

/* Where a header ends: behind its empty line; 0 when it has no end. */
size_t mh_http_head_end(const char *at, size_t len);
/* Read status line and header of a block.  MH_EFORMAT: they are none, or have no end. */
mh_status mh_http_read(mh_http *out, char *at, size_t len, mh_error *err);
/* Join the chunks of a body in place.  A body that has no chunks (many archives keep the
 * header and not the chunks) stays as it is; *cut when the last one is missing. */
size_t mh_http_join(char *at, size_t len, bool *cut);

/* ---- content encodings (unpack.c) ------------------------------------------------------------ */

/* Bytes that grow by doubling, to MH_STREAMS_MAX. */
typedef struct mh_bytes {
  char *at;
  size_t len, cap;
} mh_bytes;

/* Undoes content encodings again and again without asking for new memory. */
typedef struct mh_unpacker {
  mh_bytes to[2];
  z_stream z;
  bool made;
  struct libdeflate_decompressor *at_once;
} mh_unpacker;

/* Undo all codings of a body, the last one first.
 *
 *   *at, *len  the body; then what it holds, until the next call.
 *   *cut       set when it breaks off, with what came before.
 *
 * A body that is text already stays as it is, whatever is told of it.  MH_EFORMAT: damaged,
 * or an encoding that is not known; MH_ELIMIT: larger than MH_STREAMS_MAX, or a bomb. */
mh_status mh_unpack(const char **at, size_t *len, bool *cut, mh_part codings,
                    mh_unpacker *u, mh_error *err);
void mh_unpacker_free(mh_unpacker *u);

#endif
