/* What the files that read gzip and WARC share: a stretch of a stream that is in memory, and
 * one member of a gzip stream.  Not for those who only have bytes.
 */
#ifndef MH_STREAMS_WINDOW_H
#define MH_STREAMS_WINDOW_H

#define ZLIB_CONST /* zlib changes nothing of what it unpacks */
#include <zlib.h>

#include "streams.h"

/* The bytes [at, end) of buf are unread; what is before them was read and may be asked for
 * again as far as `keep` goes. */
typedef struct mh_window {
  char *buf;
  size_t at, end, cap;
  uint64_t base; /* where buf[0] stands in the whole stream      */
  size_t keep;   /* so many bytes before `at` stay where they are */
} mh_window;

static inline size_t mh_window_has(const mh_window *w)
{
  return w->end - w->at;
}
static inline uint64_t mh_window_tell(const mh_window *w)
{
  return w->base + w->at;
}
/* Room for n bytes or more behind `end`.  Moves or grows so that all moving together costs
 * no more than the bytes that pass through.  Fails with MH_ENOMEM. */
mh_status mh_window_room(mh_window *w, size_t n);

/* A flow and what of it is in memory. */
typedef struct mh_raw {
  mh_flow from;
  mh_window win;
  bool over;   /* the flow has no more    */
  bool failed; /* the flow gives no more  */
} mh_raw;

/* Have n unread bytes, or all that are left.  Fails with MH_EIO, MH_ENOMEM. */
mh_status mh_raw_need(mh_raw *r, size_t n, mh_error *err);
/* The same where it is only better to have them: a failure is told when they are needed. */
void mh_raw_ahead(mh_raw *r, size_t n);
void mh_raw_free(mh_raw *r);

/* One member of a gzip stream that is being unpacked. */
typedef struct mh_member {
  z_stream z;
  bool made;      /* z was set up           */
  bool open;      /* begun and not ended    */
  uint64_t start; /* its first byte in the flow */
  uint64_t in, out;
  bool of_records; /* what holds records grows less: see gunzip.c */
  struct libdeflate_decompressor *at_once;
} mh_member;

/* Do bytes look like the beginning of a member (three are enough to say no)? */
bool mh_member_is(const char *bytes, size_t len);
/* Begin the member at r's next byte.  The counts of in and out go on when `go_on`. */
mh_status mh_member_begin(mh_member *m, const mh_raw *r, bool go_on, mh_error *err);
/* Unpack up to cap bytes; less only at the member's end, where m->open becomes false and the
 * checksum was right.  Fails with MH_EFORMAT (damaged or cut off), MH_ELIMIT (a bomb; never
 * when no bytes were asked for), MH_EIO, MH_ENOMEM; *got bytes are good all the same. */
mh_status mh_member_pull(char *at, size_t cap, size_t *got, mh_member *m, mh_raw *r,
                         mh_error *err);
/* Unpack the whole member at r's next byte at once, which is several times as fast; it must be
 * in memory and fit.  False when it does not, or is not as it should be: nothing was read
 * then, and mh_member_begin() is the way. */
bool mh_member_whole(char *at, size_t cap, size_t *got, mh_member *m, mh_raw *r);
/* Packed bytes that mh_member_whole() looks at. */
#define MH_MEMBER_WHOLE ((size_t)256 << 10)
/* Do bytes begin a member that holds `begin`?  A look: nothing is checked further on. */
bool mh_member_holds(const char *bytes, size_t len, const char *begin);
void mh_member_free(mh_member *m);

#endif
