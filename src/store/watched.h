/* watched - what `mahdar watch` remembers in a store: feeds with their validators and when to
 * ask again, entries with how they ended.
 *
 * All functions work in the transaction at hand (mh_store_begin), or are one of their own.
 * Times are Unix seconds and come from the caller.  Texts are UTF-8; what comes out lives in
 * the arena.
 */
#ifndef MH_WATCHED_H
#define MH_WATCHED_H

#include "store.h"

/* Entries that ended are forgotten when their feed had them last so long ago: 30 days. */
#define MH_WATCHED_FORGET 2592000

/* A feed.  NULL not known. */
typedef struct mh_watched_feed {
  const char *address; /* as the list, or its parent, has it           */
  const char *parent;  /* NULL: of the list                            */
  const char *url;     /* where it stands since it was moved for good  */
  const char *title;
  const char *etag, *modified;
  const char *why;           /* the last failure                       */
  int64_t asked, good, next; /* 0 never                                */
  uint32_t failures;         /* in a row                               */
} mh_watched_feed;

typedef enum mh_watched_state {
  MH_WATCHED_WAITING, /* to be asked for                                   */
  MH_WATCHED_KEPT,    /* its report was added                              */
  MH_WATCHED_KNOWN,   /* the store had its report                          */
  MH_WATCHED_FAILED   /* given up                                          */
} mh_watched_state;

/* An entry.  NULL not known. */
typedef struct mh_watched_entry {
  int64_t id;
  const char *feed, *key; /* never NULL                                        */
  const char *url, *published, *updated, *etag, *modified, *why;
  mh_watched_state state;
  bool again; /* it ended before: what waits is another state of it */
  uint32_t tries;
  int64_t next;
  const char *item; /* [item_len] the article as the feed has it; only while it waits */
  size_t item_len;
} mh_watched_entry;

/* Make the tables when they are not there. */
mh_status mh_store_watch(mh_store *s, mh_error *err);

/* What is known of f->address; *found: something is. */
mh_status mh_store_feed(bool *found, mh_watched_feed *f, mh_store *s, mh_arena *a,
                        mh_error *err);
mh_status mh_store_feed_put(mh_store *s, const mh_watched_feed *f, mh_error *err);
/* Forget a feed, not its entries. */
mh_status mh_store_feed_drop(mh_store *s, const char *address, mh_error *err);
/* The address of the child of `parent` that comes next behind `after` (""): NULL none. */
mh_status mh_store_feed_child(const char **out, mh_store *s, mh_arena *a,
                              const char *parent, const char *after, mh_error *err);

/* Note an entry that its feed has at `now`: *fresh when it is to be asked for: it is new, or
 * its `updated` is another one and it ended `again` seconds ago or more. */
mh_status mh_store_entry_seen(bool *fresh, mh_store *s, const mh_watched_entry *e,
                              int64_t now, int64_t again, mh_error *err);
/* Forget entries that ended and that the feed no longer has. */
mh_status mh_store_entries_forget(mh_store *s, const char *feed, int64_t now,
                                  mh_error *err);
/* The entry of a feed that waits longest and may be tried at `now`; id 0: none.  Without
 * its item. */
mh_status mh_store_entry_waiting(mh_watched_entry *out, mh_store *s, mh_arena *a,
                                 const char *feed, int64_t now, mh_error *err);
/* The item of an entry; NULL none. */
mh_status mh_store_entry_item(const char **out, size_t *len, mh_store *s, mh_arena *a,
                              int64_t id, mh_error *err);
/* How an entry went: state, tries, next, why, etag, modified are put down. */
mh_status mh_store_entry_put(mh_store *s, const mh_watched_entry *e, int64_t now,
                             mh_error *err);
/* Did another entry with this address end well? */
mh_status mh_store_entry_had(bool *out, mh_store *s, const mh_watched_entry *e,
                             mh_error *err);
/* How many entries of a feed wait, and when the first of them may be tried; 0: none. */
mh_status mh_store_entries_left(uint64_t *n, int64_t *next, mh_store *s, const char *feed,
                                mh_error *err);

#endif
