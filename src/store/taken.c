/* taken - how far long files were taken in, so that an add that was interrupted goes on there.
 *
 * It is written in the transaction that keeps the reports: what it says is as true as they
 * are.  A file that has changed since is another file.
 */
#include "inside.h"

static void bind(sqlite3_stmt *q, const mh_taken *t)
{
  mh_store__string(q, ":path", t->path);
  mh_store__int(q, ":size", (int64_t)t->size);
  mh_store__int(q, ":changed", t->changed);
}

mh_status mh_store_taken(bool *found, mh_taken *t, mh_store *s, mh_error *err)
{
  sqlite3_stmt *q;
  *found = false;
  if (s->old) return MH_OK;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_TAKEN, err));
  bind(q, t);
  MH_TRY(mh_store__step(found, s, q, err));
  if (*found) {
    t->at = (uint64_t)sqlite3_column_int64(q, 0);
    t->line = (uint64_t)sqlite3_column_int64(q, 1);
  }
  sqlite3_reset(q);
  return MH_OK;
}

mh_status mh_store_take(mh_store *s, const mh_taken *t, mh_error *err)
{
  sqlite3_stmt *q;
  if (s->old) return mh_store__is_old(s, err);
  MH_TRY(mh_store__query_get(&q, s, MH_Q_TAKE, err));
  bind(q, t);
  mh_store__int(q, ":at", (int64_t)t->at);
  mh_store__int(q, ":line", (int64_t)t->line);
  return mh_store__do(s, q, err);
}

mh_status mh_store_taken_whole(mh_store *s, const char *path, mh_error *err)
{
  sqlite3_stmt *q;
  if (s->old) return MH_OK;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_TAKEN_WHOLE, err));
  mh_store__string(q, ":path", path);
  return mh_store__do(s, q, err);
}
