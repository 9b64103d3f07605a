/* schema - the tables, made from sql/kept.sql and sql/derived.sql, and dropped again.
 *
 * Which tables are derived is not written down anywhere: derived.sql is run in an empty
 * database, and what is there then is what it makes.
 */
#include <stdio.h>
#include <stdlib.h>

#include "inside.h"
#include "src/store/gen_derived.h"
#include "src/store/gen_kept.h"
#include "src/store/gen_to_2.h"

/* 'meet','discuss', ... */
static void put_acts(mh_out *o)
{
  for (size_t i = 0; i < mh_act_count(); i++) {
    if (i) mh_out_char(o, ',');
    mh_out_char(o, '\'');
    mh_out_text(o, mh_act_id((mh_act)i));
    mh_out_char(o, '\'');
  }
}

/* derived.sql with the list of acts in its place. */
static mh_status derived(mh_out *o, mh_error *err)
{
  static const char mark[] = "(@acts@)"; /* the comment at its head has the word alone */
  const char *at = strstr(derived_sql, mark);
  assert(at);
  mh_out_bytes(o, derived_sql, (size_t)(at - derived_sql) + 1);
  put_acts(o);
  mh_out_text(o, at + sizeof mark - 2);
  return o->status == MH_OK ? MH_OK
                            : mh_fail(err, o->status, 0, "no memory for the schema");
}

mh_status mh_store__make_derived(mh_store *s, mh_error *err)
{
  mh_out sql = {0};
  mh_status st = derived(&sql, err);
  if (st == MH_OK) st = mh_store__run(s, sql.at, err);
  mh_out_free(&sql);
  return st;
}

static mh_status put_version(mh_store *s, mh_error *err)
{
  char sql[96];
  snprintf(sql, sizeof sql, "PRAGMA application_id = %d; PRAGMA user_version = %d",
           MH_STORE_APPLICATION, MH_STORE_VERSION);
  return mh_store__run(s, sql, err);
}

mh_status mh_store__create(mh_store *s, mh_error *err)
{
  MH_TRY(mh_store__run(s, kept_sql, err));
  MH_TRY(mh_store__make_derived(s, err));
  return put_version(s, err);
}

/* to_2.sql with the tables of today in their place. */
static mh_status to_2(mh_store *s, mh_error *err)
{
  static const char mark[] = "@kept@";
  const char *at = strstr(to_2_sql, mark);
  mh_out sql = {0};
  assert(at);
  mh_out_bytes(&sql, to_2_sql, (size_t)(at - to_2_sql));
  mh_out_text(&sql, kept_sql);
  mh_out_text(&sql, at + sizeof mark - 1);
  mh_status st = sql.status == MH_OK
                     ? mh_store__run(s, sql.at, err)
                     : mh_fail(err, sql.status, 0, "no memory for the schema");
  mh_out_free(&sql);
  return st;
}

/* Version 3 has other derived tables alone. */
mh_status mh_store__update_kept(mh_store *s, mh_error *err)
{
  if (s->version < 2) MH_TRY(to_2(s, err));
  return put_version(s, err);
}

/* ---- dropping ---------------------------------------------------------------------- */

/* "DROP TABLE IF EXISTS ..." for all that derived.sql makes, last first, so that no table
 * goes before those that refer to it. */
static const char drops[] =
    "SELECT 'DROP ' || type || ' IF EXISTS \"' || name || '\"' FROM sqlite_master "
    "WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!' AND type IN ('table', 'view') "
    "ORDER BY rowid DESC";

static mh_status drop_each(mh_store *s, sqlite3 *empty, mh_error *err)
{
  sqlite3_stmt *q = NULL;
  mh_status st = MH_OK;
  if (sqlite3_prepare_v2(empty, drops, -1, &q, NULL) != SQLITE_OK)
    return mh_fail(err, MH_ENOMEM, 0, "no memory for the schema");
  while (st == MH_OK && sqlite3_step(q) == SQLITE_ROW)
    st = mh_store__run(s, (const char *)sqlite3_column_text(q, 0), err);
  sqlite3_finalize(q);
  return st;
}

mh_status mh_store__drop_derived(mh_store *s, mh_error *err)
{
  sqlite3 *empty = NULL;
  mh_out sql = {0};
  mh_status st = derived(&sql, err);
  if (st == MH_OK && (sqlite3_open(":memory:", &empty) != SQLITE_OK ||
                      sqlite3_exec(empty, sql.at, NULL, NULL, NULL) != SQLITE_OK))
    st = mh_fail(err, MH_ENOMEM, 0, "no memory for the schema");
  if (st == MH_OK) st = drop_each(s, empty, err);
  sqlite3_close(empty);
  mh_out_free(&sql);
  return st;
}
