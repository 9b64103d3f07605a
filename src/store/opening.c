/* opening - open a store, make one, close it; transactions.
 *
 * A store is a SQLite file that says so (application_id) in a version that we know.  It is
 * in WAL mode: one writes, many read, nobody waits for a reader.  synchronous = FULL: what
 * is acknowledged is on disk.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "inside.h"

enum { BUSY_MS = 5000 };

/* ---- the path ---------------------------------------------------------------------- */

/* Make the folders of path that are not there. */
static mh_status make_folders(mh_store *s, mh_error *err)
{
  for (char *p = strchr(s->path + 1, '/'); p; p = strchr(p + 1, '/')) {
    *p = '\0';
    const int rc = mkdir(s->path, 0777);
    const int why = errno;
    struct stat st;
    const bool there = rc == 0 || stat(s->path, &st) == 0;
    if (!there) {
      const mh_status code = mh_fail(err, MH_EIO, 0, "%s: %s", s->path, strerror(why));
      *p = '/';
      return code;
    }
    *p = '/';
  }
  return MH_OK;
}

static mh_status look_at_path(mh_store *s, mh_open_mode mode, mh_error *err)
{
  struct stat st;
  if (stat(s->path, &st) != 0) {
    if (errno != ENOENT)
      return mh_fail(err, MH_EIO, 0, "%s: %s", s->path, strerror(errno));
    if (mode == MH_OPEN_WRITE) return make_folders(s, err);
    return mh_fail(err, MH_ENOINPUT, 0, "%s: there is no store", s->path);
  }
  if (S_ISDIR(st.st_mode))
    return mh_fail(err, MH_ESTORE, 0, "%s: not a store: it is a folder", s->path);
  if (!S_ISREG(st.st_mode))
    return mh_fail(err, MH_ESTORE, 0, "%s: not a store: it is no file", s->path);
  if (st.st_size == 0 && mode == MH_OPEN_READ)
    return mh_fail(err, MH_ESTORE, 0, "%s: it is empty: nothing was ever added", s->path);
  return MH_OK;
}

/* ---- is it ours -------------------------------------------------------------------- */

static mh_status number(int64_t *out, mh_store *s, const char *sql, mh_error *err)
{
  sqlite3_stmt *q = NULL;
  int rc = sqlite3_prepare_v2(s->db, sql, -1, &q, NULL);
  if (rc == SQLITE_OK) rc = sqlite3_step(q);
  *out = rc == SQLITE_ROW ? sqlite3_column_int64(q, 0) : 0;
  sqlite3_finalize(q);
  if (rc == SQLITE_ROW || rc == SQLITE_DONE) return MH_OK;
  return mh_store__fail(err, s, rc, "not opened");
}

/* *fresh: it is empty, a store that is yet to be made. */
static mh_status look(bool *fresh, mh_store *s, mh_error *err)
{
  int64_t application, version, tables;
  MH_TRY(number(&application, s, "PRAGMA application_id", err));
  MH_TRY(number(&version, s, "PRAGMA user_version", err));
  MH_TRY(number(&tables, s, "SELECT count(*) FROM sqlite_master", err));
  *fresh = application == 0 && version == 0 && tables == 0;
  if (*fresh) return MH_OK;
  if (application != MH_STORE_APPLICATION)
    return mh_fail(err, MH_ESTORE, 0, "%s: not a store: it belongs to another program",
                   s->path);
  if (version > MH_STORE_VERSION)
    return mh_fail(err, MH_ESTORE, 0,
                   "%s: it was made by a later version of mahdar (store version %lld)",
                   s->path, (long long)version);
  s->version = version;
  s->old = version < MH_STORE_VERSION;
  return MH_OK;
}

/* All in one transaction: what another process makes meanwhile is seen whole or not at all. */
static mh_status check(bool *fresh, mh_store *s, mh_error *err)
{
  const bool own = sqlite3_get_autocommit(s->db) != 0;
  if (own) MH_TRY(mh_store__run(s, "BEGIN", err));
  const mh_status st = look(fresh, s, err);
  if (own) sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
  return st;
}

mh_status mh_store__is_old(const mh_store *s, mh_error *err)
{
  return mh_fail(
      err, MH_ESTORE, 0,
      "%s: it was made by an earlier version; `mahdar rebuild` brings it up to date",
      s->path);
}

/* ---- opening ----------------------------------------------------------------------- */

static const char settings[] =
    "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; "
    "PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536";

static mh_status connect(mh_store *s, const char *name, int flags, mh_error *err)
{
  const int rc = sqlite3_open_v2(name, &s->db, flags | SQLITE_OPEN_NOMUTEX, NULL);
  if (rc != SQLITE_OK) return mh_store__fail(err, s, rc, "not opened");
  sqlite3_extended_result_codes(s->db, 1);
  sqlite3_busy_timeout(s->db, BUSY_MS);
  sqlite3_db_config(s->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return mh_store__run(s, settings, err);
}

/* Two processes may come to an empty file at once: look again under the lock. */
static mh_status make(mh_store *s, mh_error *err)
{
  bool fresh;
  MH_TRY(mh_store__run(s, "PRAGMA journal_mode = WAL", err));
  MH_TRY(mh_store__run(s, "BEGIN IMMEDIATE", err));
  mh_status st = check(&fresh, s, err);
  if (st == MH_OK && fresh) st = mh_store__create(s, err);
  if (st == MH_OK) st = mh_store__run(s, "COMMIT", err);
  if (st != MH_OK) sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
  return st;
}

static mh_status open_to_write(mh_store *s, mh_error *err)
{
  bool fresh;
  MH_TRY(connect(s, s->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, err));
  MH_TRY(check(&fresh, s, err));
  if (sqlite3_db_readonly(s->db, "main") == 1)
    return mh_fail(err, MH_EIO, 0, "%s: it may not be written", s->path);
  return fresh ? make(s, err) : mh_store__run(s, "PRAGMA journal_mode = WAL", err);
}

/* "file:/a%20b?immutable=1": for a store in a folder where SQLite may not put the files by
 * which readers and the writer speak.  Only when no writer has left any. */
static mh_status connect_fixed(mh_store *s, mh_error *err)
{
  mh_out name = {0};
  mh_out_text(&name, "file:");
  for (const char *p = s->path; *p; p++)
    if (*p == '%' || *p == '?' || *p == '#')
      mh_out_fmt(&name, "%%%02X", (unsigned)*p);
    else
      mh_out_char(&name, *p);
  mh_out_text(&name, "?immutable=1");
  mh_status st = name.status;
  if (st == MH_OK) st = connect(s, name.at, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, err);
  mh_out_free(&name);
  return st;
}

static bool left_log(const mh_store *s)
{
  struct stat st;
  mh_out name = {0};
  mh_out_text(&name, s->path);
  mh_out_text(&name, "-wal");
  const bool there = name.status != MH_OK || (stat(name.at, &st) == 0 && st.st_size > 0);
  mh_out_free(&name);
  return there;
}

static mh_status open_to_read(mh_store *s, mh_error *err)
{
  bool fresh;
  mh_status st = connect(s, s->path, SQLITE_OPEN_READONLY, err);
  if (st == MH_OK) st = check(&fresh, s, err);
  if (st == MH_EIO && !left_log(s)) {
    sqlite3_close(s->db);
    s->db = NULL;
    st = connect_fixed(s, err);
    if (st == MH_OK) st = check(&fresh, s, err);
  }
  if (st == MH_OK && fresh)
    st = mh_fail(err, MH_ESTORE, 0, "%s: it is empty: nothing was ever added", s->path);
  if (st == MH_OK && s->old) st = mh_store__is_old(s, err);
  return st;
}

/* A copy of the path.  To SQLite some names are no files (":memory:", "file:..."): from the
 * folder we are in they are. */
static char *path_of(const char *path)
{
  const bool special = path[0] == ':' || strncmp(path, "file:", 5) == 0;
  char *copy = malloc(strlen(path) + 3);
  if (copy) sprintf(copy, "%s%s", special ? "./" : "", path);
  return copy;
}

mh_status mh_store_open(mh_store **out, const char *path, mh_open_mode mode,
                        mh_error *err)
{
  *out = NULL;
  if (!path || !*path) return mh_fail(err, MH_EUSAGE, 0, "a store needs a path");
  mh_store *s = calloc(1, sizeof *s);
  char *copy = path_of(path);
  if (!s || !copy) {
    free(s);
    free(copy);
    return mh_fail(err, MH_ENOMEM, 0, "no memory for the store");
  }
  s->path = copy;
  mh_status st = look_at_path(s, mode, err);
  if (st == MH_OK)
    st = mode == MH_OPEN_WRITE ? open_to_write(s, err) : open_to_read(s, err);
  if (st == MH_OK)
    *out = s;
  else
    mh_store_close(s);
  return st;
}

void mh_store_close(mh_store *s)
{
  if (!s) return;
  for (int i = 0; i < MH_QUERIES; i++) sqlite3_finalize(s->stmt[i]);
  sqlite3_close(s->db);
  free(s->path);
  free(s);
}

/* ---- transactions ------------------------------------------------------------------ */

mh_status mh_store_begin(mh_store *s, mh_error *err)
{
  if (s->batch) return mh_fail(err, MH_EUSAGE, 0, "a transaction is open already");
  MH_TRY(mh_store__run(s, "BEGIN IMMEDIATE", err));
  s->batch = true;
  return MH_OK;
}

/* A full disk ends SQLite's transaction by itself: then nothing of it was kept. */
mh_status mh_store_commit(mh_store *s, mh_error *err)
{
  if (!s->batch) return mh_fail(err, MH_EUSAGE, 0, "no transaction is open");
  s->batch = false;
  if (sqlite3_get_autocommit(s->db))
    return mh_fail(err, MH_EIO, 0, "%s: the transaction was lost", s->path);
  const mh_status st = mh_store__run(s, "COMMIT", err);
  if (st != MH_OK) sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
  return st;
}
