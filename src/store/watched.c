/* watched - what `mahdar watch` remembers in a store (sql/watched.sql). */
#include "inside.h"
#include "src/store/gen_watched.h"
#include "watched.h"

enum { DAY = 86400 };

mh_status mh_store_watch(mh_store *s, mh_error *err)
{
  if (s->old) return mh_store__is_old(s, err);
  return mh_store__run(s, watched_sql, err);
}

/* ---- feeds --------------------------------------------------------------------------- */

mh_status mh_store_feed(bool *found, mh_watched_feed *f, mh_store *s, mh_arena *a,
                        mh_error *err)
{
  sqlite3_stmt *q;
  const char *address = f->address;
  *f = (mh_watched_feed){.address = address};
  MH_TRY(mh_store__query_get(&q, s, MH_Q_FEED, err));
  mh_store__string(q, ":address", address);
  MH_TRY(mh_store__step(found, s, q, err));
  if (!*found) return MH_OK;
  MH_TRY(mh_store__column(&f->parent, s, a, q, 0, err));
  MH_TRY(mh_store__column(&f->url, s, a, q, 1, err));
  MH_TRY(mh_store__column(&f->title, s, a, q, 2, err));
  MH_TRY(mh_store__column(&f->etag, s, a, q, 3, err));
  MH_TRY(mh_store__column(&f->modified, s, a, q, 4, err));
  f->asked = sqlite3_column_int64(q, 5);
  f->good = sqlite3_column_int64(q, 6);
  f->next = sqlite3_column_int64(q, 7);
  f->failures = (uint32_t)sqlite3_column_int64(q, 8);
  MH_TRY(mh_store__column(&f->why, s, a, q, 9, err));
  if (f->parent && !*f->parent) f->parent = NULL;
  sqlite3_reset(q);
  return MH_OK;
}

mh_status mh_store_feed_put(mh_store *s, const mh_watched_feed *f, mh_error *err)
{
  sqlite3_stmt *q;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_FEED_PUT, err));
  mh_store__string(q, ":address", f->address);
  mh_store__string(q, ":parent", f->parent ? f->parent : "");
  mh_store__string(q, ":url", f->url);
  mh_store__string(q, ":title", f->title);
  mh_store__string(q, ":etag", f->etag);
  mh_store__string(q, ":modified", f->modified);
  mh_store__int(q, ":asked", f->asked);
  mh_store__int(q, ":good", f->good);
  mh_store__int(q, ":next", f->next);
  mh_store__int(q, ":failures", f->failures);
  mh_store__string(q, ":why", f->why);
  return mh_store__do(s, q, err);
}

mh_status mh_store_feed_drop(mh_store *s, const char *address, mh_error *err)
{
  sqlite3_stmt *q;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_FEED_DROP, err));
  mh_store__string(q, ":address", address);
  return mh_store__do(s, q, err);
}

mh_status mh_store_feed_child(const char **out, mh_store *s, mh_arena *a,
                              const char *parent, const char *after, mh_error *err)
{
  sqlite3_stmt *q;
  bool row;
  *out = NULL;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_FEED_CHILD, err));
  mh_store__string(q, ":parent", parent);
  mh_store__string(q, ":after", after);
  MH_TRY(mh_store__step(&row, s, q, err));
  if (row) MH_TRY(mh_store__column(out, s, a, q, 0, err));
  sqlite3_reset(q);
  return MH_OK;
}

/* ---- entries that a feed has ----------------------------------------------------------- */

static const char *name_of(mh_watched_state state)
{
  static const char *const names[] = {"waiting", "kept", "known", "failed"};
  return names[state];
}

static void bind_entry(sqlite3_stmt *q, const mh_watched_entry *e, int64_t now)
{
  mh_store__string(q, ":url", e->url);
  mh_store__string(q, ":published", e->published);
  mh_store__string(q, ":updated", e->updated ? e->updated : "");
  mh_store__int(q, ":now", now);
  if (e->item) mh_store__blob(q, ":item", e->item, e->item_len);
}

static mh_status put_new(mh_store *s, const mh_watched_entry *e, int64_t now,
                         mh_error *err)
{
  sqlite3_stmt *q;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_ENTRY_NEW, err));
  mh_store__string(q, ":feed", e->feed);
  mh_store__string(q, ":key", e->key);
  bind_entry(q, e, now);
  return mh_store__do(s, q, err);
}

/* What an entry that was seen before is now. */
typedef struct before {
  int64_t id, seen, ended;
  bool waiting, other; /* it waits still; the feed tells another `updated` */
} before;

static mh_status look(bool *found, before *b, mh_store *s, const mh_watched_entry *e,
                      mh_error *err)
{
  sqlite3_stmt *q;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_ENTRY, err));
  mh_store__string(q, ":feed", e->feed);
  mh_store__string(q, ":key", e->key);
  mh_store__string(q, ":updated", e->updated ? e->updated : "");
  MH_TRY(mh_store__step(found, s, q, err));
  if (!*found) return MH_OK;
  *b = (before){.id = sqlite3_column_int64(q, 0),
                .seen = sqlite3_column_int64(q, 1),
                .ended = sqlite3_column_int64(q, 2),
                .waiting = sqlite3_column_int(q, 3) != 0,
                .other = sqlite3_column_int(q, 4) != 0};
  sqlite3_reset(q);
  return MH_OK;
}

mh_status mh_store_entry_seen(bool *fresh, mh_store *s, const mh_watched_entry *e,
                              int64_t now, int64_t again, mh_error *err)
{
  sqlite3_stmt *q;
  bool found;
  before b;
  *fresh = false;
  MH_TRY(look(&found, &b, s, e, err));
  if (!found) {
    *fresh = true;
    return put_new(s, e, now, err);
  }
  if (b.other && (b.waiting || (e->updated && *e->updated && now - b.ended >= again))) {
    *fresh = !b.waiting;
    MH_TRY(mh_store__query_get(&q, s, MH_Q_ENTRY_AGAIN, err));
    mh_store__int(q, ":id", b.id);
    bind_entry(q, e, now);
    return mh_store__do(s, q, err);
  }
  if (now - b.seen < DAY) return MH_OK;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_ENTRY_SEEN, err));
  mh_store__int(q, ":id", b.id);
  mh_store__int(q, ":now", now);
  return mh_store__do(s, q, err);
}

mh_status mh_store_entries_forget(mh_store *s, const char *feed, int64_t now,
                                  mh_error *err)
{
  sqlite3_stmt *q;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_ENTRIES_FORGET, err));
  mh_store__string(q, ":feed", feed);
  mh_store__int(q, ":before", now - MH_WATCHED_FORGET);
  return mh_store__do(s, q, err);
}

/* ---- entries that wait ------------------------------------------------------------------- */

mh_status mh_store_entry_waiting(mh_watched_entry *out, mh_store *s, mh_arena *a,
                                 const char *feed, int64_t now, mh_error *err)
{
  sqlite3_stmt *q;
  bool row;
  *out = (mh_watched_entry){.feed = feed};
  MH_TRY(mh_store__query_get(&q, s, MH_Q_ENTRY_WAITING, err));
  mh_store__string(q, ":feed", feed);
  mh_store__int(q, ":now", now);
  MH_TRY(mh_store__step(&row, s, q, err));
  if (!row) return MH_OK;
  out->id = sqlite3_column_int64(q, 0);
  MH_TRY(mh_store__column(&out->key, s, a, q, 1, err));
  MH_TRY(mh_store__column(&out->url, s, a, q, 2, err));
  MH_TRY(mh_store__column(&out->published, s, a, q, 3, err));
  MH_TRY(mh_store__column(&out->updated, s, a, q, 4, err));
  MH_TRY(mh_store__column(&out->etag, s, a, q, 5, err));
  MH_TRY(mh_store__column(&out->modified, s, a, q, 6, err));
  out->tries = (uint32_t)sqlite3_column_int64(q, 7);
  out->again = sqlite3_column_int64(q, 8) != 0;
  sqlite3_reset(q);
  return MH_OK;
}

mh_status mh_store_entry_item(const char **out, size_t *len, mh_store *s, mh_arena *a,
                              int64_t id, mh_error *err)
{
  sqlite3_stmt *q;
  bool row;
  *out = NULL;
  *len = 0;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_ENTRY_ITEM, err));
  mh_store__int(q, ":id", id);
  MH_TRY(mh_store__step(&row, s, q, err));
  const void *item = row ? sqlite3_column_blob(q, 0) : NULL;
  if (item) {
    *len = (size_t)sqlite3_column_bytes(q, 0);
    *out = mh_arena_copy(a, item, *len);
    if (!*out) return mh_store__fail(err, s, SQLITE_NOMEM, "reading the store");
  }
  sqlite3_reset(q);
  return MH_OK;
}

mh_status mh_store_entry_put(mh_store *s, const mh_watched_entry *e, int64_t now,
                             mh_error *err)
{
  sqlite3_stmt *q;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_ENTRY_PUT, err));
  mh_store__int(q, ":id", e->id);
  mh_store__string(q, ":state", name_of(e->state));
  mh_store__int(q, ":tries", e->tries);
  mh_store__int(q, ":next", e->next);
  mh_store__string(q, ":etag", e->etag);
  mh_store__string(q, ":modified", e->modified);
  mh_store__string(q, ":why", e->why);
  mh_store__int(q, ":now", now);
  return mh_store__do(s, q, err);
}

mh_status mh_store_entry_had(bool *out, mh_store *s, const mh_watched_entry *e,
                             mh_error *err)
{
  sqlite3_stmt *q;
  *out = false;
  if (!e->url) return MH_OK;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_ENTRY_HAD, err));
  mh_store__string(q, ":url", e->url);
  mh_store__int(q, ":id", e->id);
  MH_TRY(mh_store__step(out, s, q, err));
  sqlite3_reset(q);
  return MH_OK;
}

mh_status mh_store_entries_left(uint64_t *n, int64_t *next, mh_store *s, const char *feed,
                                mh_error *err)
{
  sqlite3_stmt *q;
  bool row;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_ENTRIES_LEFT, err));
  mh_store__string(q, ":feed", feed);
  MH_TRY(mh_store__step(&row, s, q, err));
  *n = row ? (uint64_t)sqlite3_column_int64(q, 0) : 0;
  *next = row ? sqlite3_column_int64(q, 1) : 0;
  sqlite3_reset(q);
  return MH_OK;
}
