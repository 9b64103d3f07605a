/* Where the bytes of a web archive's records come from: the file itself, or what its gzip
 * members hold.  The one difference between a plain and a packed archive is here.
 *
 * A part is a stretch that can be read without a break: one member, or all that is plain.
 */
#ifndef MH_STREAMS_WARC_PARTS_H
#define MH_STREAMS_WARC_PARTS_H

#include "window.h"

typedef struct mh_parts {
  mh_raw raw;
  mh_member member;
  mh_window unpacked; /* what members hold                                     */
  bool packed;        /* the part is a member                                  */
  bool over;          /* nothing more in this part but what is in the window   */
  mh_error broken;    /* what is wrong with the member behind what is in the window */
  bool next_begun;    /* the window holds the beginning of the next part too   */
  uint64_t part_at;   /* where the part begins in what is unpacked             */
  uint64_t next_at;   /* and the next one                                      */
  bool plain_seen, packed_seen; /* parts of what kind the archive has          */
  uint64_t again;               /* raw bytes that were read a second time      */
  uint64_t farthest;            /* the last of them all, before going back     */
  uint64_t offset;              /* the first byte's in the file                */
} mh_parts;

/* Unread bytes of the part that are in memory; they may be changed. */
char *mh_parts_at(mh_parts *p);
size_t mh_parts_has(const mh_parts *p);
void mh_parts_drop(mh_parts *p, size_t n);
/* Have n unread bytes of the part, or all of it.  With `across` a part that ends goes on in
 * the next member, unless that one begins a record.  Fails with what mh_member_pull() fails
 * with: the part is lost then. */
mh_status mh_parts_need(mh_parts *p, size_t n, bool across, mh_error *err);
/* Where the next byte stands in the file: a member's first byte, and how many unpacked bytes
 * of that member come before. */
uint64_t mh_parts_tell(const mh_parts *p, uint64_t *inside);
/* Begin the part at the next raw byte; *end when there is none. */
mh_status mh_parts_begin(mh_parts *p, bool *end, mh_error *err);
/* After damage: go to the next member or line that may begin a record.  Looks at what was
 * read already where it can, as a member that is cut off swallows the beginning of the next. */
mh_status mh_parts_seek(mh_parts *p, mh_error *err);
/* The same inside of the part: to the next line that begins a record, or to the part's end. */
mh_status mh_parts_seek_line(mh_parts *p, mh_error *err);
/* Back to a byte of the flow that was read before, in a plain archive; false when that cannot
 * be, or has been done too often to be worth it. */
bool mh_parts_return(mh_parts *p, uint64_t at);
void mh_parts_free(mh_parts *p);

#endif
