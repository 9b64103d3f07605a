/* store - the register in SQLite: what was received is kept for ever, what reading gave is
 * derived and can be made anew.
 *
 * mh_store_open, close, begin, commit, statements, records, mh_view_dialogues, round,
 * compare, free and all mh_view_* accessors of mahdar.h are defined in this room.  Two need
 * rooms that this one may not use, and are put together in mahdar.c from what is here:
 *   mh_store_add      = mh_report_json() + mh_store_keep()
 *   mh_store_rebuild  = mh_store_reread() with a reader that calls mh_read() and
 *                       mh_report_json()
 *
 * n_positions of a round is filled in for every round by mh_view_dialogues(), and by
 * mh_view_round() and mh_view_compare() for the rounds asked for; else it is 0.
 */
#ifndef MH_STORE_H
#define MH_STORE_H

#include "../base/base.h"
#include "../base/report.h"

/* As mh_store_add().  json is the report's record (mahdar.record/1), which is kept as it is
 * for mh_store_records(); `format` may be AUTO when r tells from its shape - then TEXT is
 * kept - so pass what the reader took.
 * The same bytes, or the same text of the same outlet and URL, are one report: *added is
 * false.  When source->published then says another day than was known, the day is
 * corrected. */
mh_status mh_store_keep(bool *added, mh_store *s, const mh_report *r, const char *json,
                        size_t json_len, mh_format format, const mh_source *source,
                        const void *bytes, size_t len, mh_error *err);

/* How far a long file was taken in. */
typedef struct mh_taken {
  const char *path; /* as given                                  */
  uint64_t size;    /* bytes                                     */
  int64_t changed;  /* when it was, nanoseconds since 1970       */
  uint64_t at;      /* where its last report that is kept begins */
  uint64_t line;    /* lines before it                           */
} mh_taken;

/* Was a file of this path, size and time taken in to somewhere?  Fills at and line. */
mh_status mh_store_taken(bool *found, mh_taken *t, mh_store *s, mh_error *err);
/* Note it, in the transaction at hand / forget it: all of the file is in. */
mh_status mh_store_take(mh_store *s, const mh_taken *t, mh_error *err);
mh_status mh_store_taken_whole(mh_store *s, const char *path, mh_error *err);

/* Reads one kept report.  *r and *json live until the next call or the end.  A failure
 * other than MH_ENOMEM means that this reader cannot read it: it stays kept and is in no
 * round. */
typedef mh_status mh_store_reader(void *user, const mh_report **r, const char **json,
                                  size_t *json_len, mh_format format,
                                  const mh_source *source, const void *bytes, size_t len,
                                  mh_error *err);

/* As mh_store_rebuild(), in one transaction: until it has ended well the store is as it
 * was. */
mh_status mh_store_reread(uint64_t *done, mh_store *s, mh_store_reader *read,
                          void *read_user, mh_progress *progress, void *user,
                          mh_error *err);

#endif
