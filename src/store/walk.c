/* walk - everything in the store, one after the other: statements and records.
 *
 * Memory does not grow with the store: a report is forgotten before the next is read.
 */
#include "inside.h"

/* Ids are taken from a cursor of its own, so that loading a report may use the store. */
static mh_status each_statement(mh_store *s, mh_arena *a, mh_each_statement *each,
                                void *user, mh_error *err)
{
  sqlite3_stmt *q;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_WALK, err));
  for (bool row;;) {
    mh_store__loaded l;
    MH_TRY(mh_store__step(&row, s, q, err));
    if (!row) return MH_OK;
    mh_arena_reset(a);
    MH_TRY(mh_store__load(&l, s, a, sqlite3_column_int64(q, 0), false, err));
    for (uint32_t i = 0; i < l.n; i++)
      if (!each(user, &l.e[i])) return sqlite3_reset(q), MH_OK;
  }
}

mh_status mh_store_statements(mh_store *s, mh_each_statement *each, void *user,
                              mh_error *err)
{
  mh_arena a = {0};
  bool own;
  MH_TRY(mh_store__look(&own, s, err));
  const mh_status st = each_statement(s, &a, each, user, err);
  mh_store__look_end(s, own);
  mh_arena_free(&a);
  return st;
}

static mh_status each_record(mh_store *s, mh_each_record *each, void *user, mh_error *err)
{
  sqlite3_stmt *q;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_RECORDS, err));
  for (bool row;;) {
    MH_TRY(mh_store__step(&row, s, q, err));
    if (!row) return MH_OK;
    const char *json = (const char *)sqlite3_column_text(q, 0);
    if (!json) return mh_store__fail(err, s, SQLITE_NOMEM, "reading the store");
    if (!each(user, json, (size_t)sqlite3_column_bytes(q, 0)))
      return sqlite3_reset(q), MH_OK;
  }
}

mh_status mh_store_records(mh_store *s, mh_each_record *each, void *user, mh_error *err)
{
  bool own;
  MH_TRY(mh_store__look(&own, s, err));
  const mh_status st = each_record(s, each, user, err);
  mh_store__look_end(s, own);
  return st;
}
