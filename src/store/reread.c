/* reread - read every kept report again: drop what is derived, derive it anew.
 *
 * All in one transaction: whoever looks meanwhile sees the store as it was, and so does
 * who comes after a kill.
 */
#include <stdlib.h>

#include "inside.h"

/* Who reads, and who is told. */
typedef struct job {
  mh_store *s;
  mh_store_reader *read;
  void *read_user;
  mh_progress *progress;
  void *user;
  mh_error *err;
} job;

/* A kept report, in memory of its own: its row is let go before the next is written. */
typedef struct kept {
  int64_t id;
  mh_format format;
  mh_source source;
  const char *bytes;
  size_t len;
} kept;

static mh_status bytes_of(kept *k, const job *j, mh_arena *a, sqlite3_stmt *q)
{
  const void *bytes = sqlite3_column_blob(q, 6);
  k->len = (size_t)sqlite3_column_bytes(q, 6);
  k->bytes = mh_arena_copy(a, bytes ? bytes : "", bytes ? k->len : 0);
  return k->bytes ? MH_OK : mh_store__fail(j->err, j->s, SQLITE_NOMEM, "rebuilding");
}

static mh_status next(bool *row, kept *k, const job *j, mh_arena *a, int64_t after)
{
  sqlite3_stmt *q;
  *k = (kept){0};
  MH_TRY(mh_store__query_get(&q, j->s, MH_Q_NEXT, j->err));
  mh_store__int(q, ":after", after);
  MH_TRY(mh_store__step(row, j->s, q, j->err));
  if (!*row) return MH_OK;
  const char *format = (const char *)sqlite3_column_text(q, 2);
  k->id = sqlite3_column_int64(q, 0);
  k->format = mh_store__format(format ? format : "");
  k->source.line = (uint64_t)sqlite3_column_int64(q, 4);
  MH_TRY(mh_store__column(&k->source.published, j->s, a, q, 1, j->err));
  MH_TRY(mh_store__column(&k->source.path, j->s, a, q, 3, j->err));
  MH_TRY(mh_store__column(&k->source.retrieved, j->s, a, q, 5, j->err));
  MH_TRY(mh_store__column(&k->source.url, j->s, a, q, 7, j->err));
  MH_TRY(mh_store__column(&k->source.charset, j->s, a, q, 8, j->err));
  if (k->source.published && !*k->source.published) k->source.published = NULL;
  MH_TRY(bytes_of(k, j, a, q));
  sqlite3_reset(q);
  return MH_OK;
}

/* A report that can no longer be read stays kept; it only gives nothing. */
static mh_status read_one(const job *j, const kept *k)
{
  const mh_report *r = NULL;
  const char *json = NULL;
  size_t json_len = 0;
  bool twin;
  mh_error local = {0};
  const mh_status st = j->read(j->read_user, &r, &json, &json_len, k->format, &k->source,
                               k->bytes, k->len, &local);
  if (st == MH_ENOMEM) return mh_fail(j->err, st, 0, "%s", local.text);
  if (st != MH_OK || !r) return MH_OK;
  return mh_store__derive(&twin, j->s, k->id, r, json, json_len, j->err);
}

static mh_status count(uint64_t *total, const job *j)
{
  sqlite3_stmt *q;
  bool row;
  MH_TRY(mh_store__query_get(&q, j->s, MH_Q_COUNT, j->err));
  MH_TRY(mh_store__step(&row, j->s, q, j->err));
  *total = row ? (uint64_t)sqlite3_column_int64(q, 0) : 0;
  sqlite3_reset(q);
  return MH_OK;
}

static mh_status read_all(uint64_t *done, uint64_t *total, const job *j, mh_arena *a)
{
  int64_t after = INT64_MIN;
  MH_TRY(count(total, j));
  for (bool row = true; row;) {
    kept k;
    mh_arena_reset(a);
    MH_TRY(next(&row, &k, j, a, after));
    if (!row) break;
    after = k.id;
    MH_TRY(read_one(j, &k));
    ++*done;
    if (j->progress && !j->progress(j->user, *done, *total)) break;
  }
  return MH_OK;
}

/* Prepared queries would refer to tables that are gone. */
static void forget_queries(mh_store *s)
{
  for (int i = 0; i < MH_QUERIES; i++) {
    sqlite3_finalize(s->stmt[i]);
    s->stmt[i] = NULL;
  }
}

static mh_status all(uint64_t *done, uint64_t *total, const job *j)
{
  mh_arena a = {0};
  forget_queries(j->s);
  mh_status st = mh_store__drop_derived(j->s, j->err);
  if (st == MH_OK && j->s->old) st = mh_store__update_kept(j->s, j->err);
  if (st == MH_OK) st = mh_store__make_derived(j->s, j->err);
  if (st == MH_OK) st = read_all(done, total, j, &a);
  mh_arena_free(&a);
  return st;
}

mh_status mh_store_reread(uint64_t *done, mh_store *s, mh_store_reader *read,
                          void *read_user, mh_progress *progress, void *user,
                          mh_error *err)
{
  const job j = {s, read, read_user, progress, user, err};
  uint64_t total = 0;
  *done = 0;
  if (s->batch) return mh_fail(err, MH_EUSAGE, 0, "a transaction is open already");
  MH_TRY(mh_store__run(s, "BEGIN IMMEDIATE", err));
  mh_status st = all(done, &total, &j);
  const bool whole = st == MH_OK && *done == total;
  if (whole) st = mh_store__run(s, "COMMIT", err);
  if (whole && st == MH_OK) return s->old = false, s->version = MH_STORE_VERSION, MH_OK;
  forget_queries(s);
  if (!sqlite3_get_autocommit(s->db)) sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
  return st;
}
