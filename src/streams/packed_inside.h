/* What the files of the streams room share that read ZIP and tar. */
#ifndef MH_STREAMS_PACKED_INSIDE_H
#define MH_STREAMS_PACKED_INSIDE_H

#include <zlib.h>

#include "streams.h"

/* ---- the bytes of an archive (packed_source.c) --------------------------------------- */

struct archive; /* libarchive's */

/* What lies on disk, and what a filter (gzip, bzip2, xz, zstd) makes of it.  Bytes may be
 * looked at before they are taken. */
typedef struct mh_streams__source {
  mh_flow from;
  struct archive *filter; /* NULL none */
  char *raw;              /* what the filter reads from */
  char *buf;              /* [MH_SOURCE_ROOM]           */
  size_t at, end;         /* of buf: not taken yet      */
  uint64_t in, out;       /* bytes that came, bytes that came out of the filter */
  size_t lead;            /* bytes of buf that the filter is still to read */
  bool over;              /* no more will come */
  mh_error error;         /* why, when it is not the end */
} mh_streams__source;

enum { MH_SOURCE_ROOM = 256 << 10, MH_SOURCE_PEEK = 160 << 10 };

mh_status mh_streams__source_open(mh_streams__source *s, mh_flow from, mh_error *err);
/* The next bytes, at least n (up to MH_SOURCE_PEEK) unless the end is near; how many there
 * are in *has. */
const char *mh_streams__peek(mh_streams__source *s, size_t n, size_t *has);
/* Take n bytes of those that were looked at. */
void mh_streams__take(mh_streams__source *s, size_t n);
/* Pass over n bytes; false when the end comes first. */
bool mh_streams__pass(mh_streams__source *s, uint64_t n);
/* About where on disk the next byte stands. */
uint64_t mh_streams__where(const mh_streams__source *s);
/* Put a filter for what begins with these bytes in between; *none when there is none. */
mh_status mh_streams__filter(mh_streams__source *s, bool *none, mh_error *err);
/* Do the bytes begin as what a filter undoes (gzip only if told)? */
bool mh_streams__is_filtered(const char *bytes, size_t len, bool gzip_too);
void mh_streams__source_close(mh_streams__source *s);

/* ---- an archive ------------------------------------------------------------------------ */

/* What is known of the entry that is read. */
typedef struct mh_streams__entry {
  const char *name;
  uint64_t left; /* bytes of it in the archive that are not taken; UINT64_MAX not known */
  uint64_t pad;  /* tar: behind it                            */
  uint64_t packed, unpacked; /* of it so far: taken, given      */
  uint64_t size;             /* ZIP: what it must have, UINT64_MAX not known */
  uint32_t crc, crc_told;
  uint16_t method; /* ZIP */
  bool described;  /* ZIP: sizes stand behind it  */
  bool open;       /* there may be more to give   */
  bool lost;       /* ZIP: nobody knows where it ends: look for the next header */
} mh_streams__entry;

typedef enum mh_streams__archive {
  MH_ARCHIVE_SINGLE,
  MH_ARCHIVE_TAR,
  MH_ARCHIVE_ZIP
} mh_streams__archive;

struct mh_packed {
  mh_streams__source source;
  mh_streams__archive kind;
  mh_streams__entry e;
  mh_arena names; /* of the entry that is read */
  z_stream z;
  bool inflating;
  bool done;
  mh_error error; /* of the last entry's flow */
};

/* The next entry; MH_OK with e.open, or with done, or a failure that is told.  A name of NULL
 * is one to be left out. */
mh_status mh_streams__tar_next(mh_packed *p, mh_error *err);
mh_status mh_streams__zip_next(mh_packed *p, mh_error *err);
/* What is left of the entry before is passed over. */
void mh_streams__tar_leave(mh_packed *p);
void mh_streams__zip_leave(mh_packed *p);
/* Bytes of the entry; as a mh_flow. */
ptrdiff_t mh_streams__tar_read(mh_packed *p, char *at, size_t cap);
ptrdiff_t mh_streams__zip_read(mh_packed *p, char *at, size_t cap);
void mh_streams__zip_close(mh_packed *p);
/* Is this the header of an entry of a tar (512 bytes)? */
bool mh_streams__is_tar(const char *head, size_t len);

/* The flow of the entry has failed: remember why.  Gives -1. */
ptrdiff_t mh_streams__spoil(mh_packed *p, mh_status code, const char *why);

/* ---- names (packed_name.c) -------------------------------------------------------------- */

/* A name as streams.h promises it, in `a`, from the bytes in the archive; *hidden when it is
 * one of those that are left out. */
mh_status mh_streams__entry_name(const char **out, bool *hidden, mh_arena *a,
                                 const char *bytes, size_t len);

#endif
