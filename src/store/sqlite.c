/* sqlite - how this room talks to SQLite: prepared queries, bound by name, and what
 * SQLite's answers mean to us.
 *
 * Every query of the room stands here, in one table, but for those that make or drop
 * tables (schema.c).
 */
#include <stdio.h>
#include <stdlib.h>

#include "inside.h"

static const char *const queries[MH_QUERIES] = {
    [MH_Q_KNOWN] =
        "SELECT id FROM received WHERE digest = :digest AND published = :published",
    [MH_Q_TWIN] = "SELECT r.id, k.published FROM report AS r JOIN received AS k "
                  "ON k.id = r.id WHERE r.digest = :digest AND r.outlet = :outlet "
                  "AND r.url = :url",
    [MH_Q_RECEIVED] =
        "INSERT INTO received (digest, published, format, path, line, retrieved, url, "
        "charset, bytes) VALUES (:digest, :published, :format, :path, :line, "
        ":retrieved, :url, :charset, :bytes)",
    [MH_Q_TAKEN] = "SELECT at, line FROM taken WHERE path = :path AND size = :size "
                   "AND changed = :changed",
    [MH_Q_TAKE] = "INSERT OR REPLACE INTO taken (path, size, changed, at, line) "
                  "VALUES (:path, :size, :changed, :at, :line)",
    [MH_Q_TAKEN_WHOLE] = "DELETE FROM taken WHERE path = :path",
    [MH_Q_CORRECT] =
        "UPDATE OR IGNORE received SET published = :published WHERE id = :id",
    [MH_Q_REPORT] =
        "INSERT INTO report (id, digest, outlet, url, title, byline, published, "
        "updated, language) VALUES (:id, :digest, :outlet, :url, :title, "
        ":byline, :published, :updated, :language)",
    [MH_Q_TEXT] = "INSERT INTO report_text (report, text, record) "
                  "VALUES (:report, :text, :record)",
    [MH_Q_MENTION] =
        "INSERT INTO mention (report, n, at, len, kind, actor, value, role_at, "
        "role_len) VALUES (:report, :n, :at, :len, :kind, :actor, :value, "
        ":role_at, :role_len)",
    [MH_Q_MEETING] =
        "INSERT INTO meeting (report, n, series, kind, ordinal, date, place, "
        "next, at, len, quote) VALUES (:report, :n, :series, :kind, :ordinal, "
        ":date, :place, :next, :at, :len, :quote)",
    [MH_Q_PARTY] = "INSERT OR IGNORE INTO meeting_party (report, meeting, party) "
                   "VALUES (:report, :meeting, :party)",
    [MH_Q_CHAIR] = "INSERT INTO meeting_chair (report, meeting, n, name) "
                   "VALUES (:report, :meeting, :n, :name)",
    [MH_Q_STATEMENT] =
        "INSERT INTO statement (report, n, act, trigger_at, trigger_len, content_at, "
        "content_len, reporter_at, reporter_len, plover, cameo, renewed, quoted, "
        "confidence) "
        "VALUES (:report, :n, :act, :trigger_at, :trigger_len, :content_at, "
        ":content_len, "
        ":reporter_at, :reporter_len, :plover, :cameo, :renewed, :quoted, :confidence)",
    [MH_Q_SPEAKER] =
        "INSERT INTO statement_speaker (report, statement, n, actor, role_at, "
        "role_len, person_at, person_len) VALUES (:report, :statement, :n, "
        ":actor, :role_at, :role_len, :person_at, :person_len)",
    [MH_Q_TOPIC] = "INSERT INTO statement_topic (report, statement, n, topic) "
                   "VALUES (:report, :statement, :n, :value)",
    [MH_Q_ABOUT] = "INSERT INTO statement_about (report, statement, n, actor) "
                   "VALUES (:report, :statement, :n, :value)",
    [MH_Q_REF] = "INSERT INTO statement_ref (report, statement, n, instrument) "
                 "VALUES (:report, :statement, :n, :value)",
    [MH_Q_NEXT] =
        "SELECT id, published, format, path, line, retrieved, bytes, url, charset "
        "FROM received "
        "WHERE id > :after ORDER BY id LIMIT 1",
    [MH_Q_COUNT] = "SELECT count(*) FROM received",
    [MH_Q_SERIES] = "SELECT DISTINCT series FROM meeting WHERE series IS NOT NULL "
                    "AND series > :after ORDER BY series LIMIT 1",
    [MH_Q_TOLD] =
        "SELECT m.report, m.n, m.kind, m.ordinal, m.date, m.place, m.next, m.quote, "
        "r.digest, r.published FROM meeting AS m JOIN report AS r "
        "ON r.id = m.report WHERE m.series = :series ORDER BY m.report, m.n",
    [MH_Q_TOLD_COPIES] = "SELECT DISTINCT c.report, c.other FROM meeting AS m "
                         "JOIN report_copy AS c ON c.report = m.report "
                         "WHERE m.series = :series AND c.other < c.report",
    [MH_Q_CHAIRS] = "SELECT c.report, c.meeting, c.name FROM meeting AS m "
                    "JOIN meeting_chair AS c ON c.report = m.report AND c.meeting = m.n "
                    "WHERE m.series = :series ORDER BY m.report, m.n, c.n",
    [MH_Q_PARTIES] = "SELECT party FROM meeting_party WHERE report = :report "
                     "AND meeting = :meeting ORDER BY party",
    [MH_Q_HEAD] = "SELECT r.digest, r.outlet, r.url, r.title, r.published, t.text "
                  "FROM report AS r JOIN report_text AS t ON t.report = r.id "
                  "WHERE r.id = :report",
    [MH_Q_GET_STATEMENTS] =
        "SELECT n, act, trigger_at, trigger_len, content_at, content_len, "
        "renewed, quoted, confidence FROM statement "
        "WHERE report = :report ORDER BY n",
    [MH_Q_GET_SPEAKERS] = "SELECT statement, actor FROM statement_speaker "
                          "WHERE report = :report ORDER BY statement, n",
    [MH_Q_GET_TOPICS] = "SELECT statement, topic FROM statement_topic "
                        "WHERE report = :report ORDER BY statement, n",
    [MH_Q_GET_ABOUT] = "SELECT statement, actor FROM statement_about "
                       "WHERE report = :report ORDER BY statement, n",
    [MH_Q_GET_REFS] = "SELECT statement, instrument FROM statement_ref "
                      "WHERE report = :report ORDER BY statement, n",
    [MH_Q_GET_NAMES] = "SELECT iif(kind = 'person', role_at, at), "
                       "iif(kind = 'person', role_len, len), actor FROM mention "
                       "WHERE report = :report AND actor IS NOT NULL "
                       "AND kind IN ('country', 'organisation', 'group', 'person') "
                       "ORDER BY n",
    [MH_Q_OF_DIGEST] =
        "SELECT id FROM report WHERE digest = :digest ORDER BY outlet, url",
    [MH_Q_WALK] = "SELECT id FROM report ORDER BY published, digest, id",
    [MH_Q_RECORDS] = "SELECT t.record FROM report AS r JOIN report_text AS t "
                     "ON t.report = r.id ORDER BY r.published, r.digest, r.id",
    [MH_Q_SIGN] = "INSERT INTO report_signature (report, bytes) "
                  "VALUES (:report, :bytes)",
    [MH_Q_PRINT] = "INSERT OR IGNORE INTO report_print (level, print, report, prints) "
                   "VALUES (0, :print, :report, :prints)",
    [MH_Q_PRINTED] = "SELECT report, prints FROM report_print WHERE level = :level "
                     "AND print = :print ORDER BY report DESC LIMIT :most",
    [MH_Q_PRINTS_OVER] = "SELECT print FROM report_print WHERE level = :level "
                         "ORDER BY print, report LIMIT 1 OFFSET :most",
    [MH_Q_PRINTS_MERGE] = "INSERT OR IGNORE INTO report_print "
                          "(level, print, report, prints) "
                          "SELECT level + 1, print, report, prints FROM report_print "
                          "WHERE level = :level AND print <= :print "
                          "ORDER BY print, report",
    [MH_Q_PRINTS_MERGED] = "DELETE FROM report_print WHERE level = :level "
                           "AND print <= :print",
    [MH_Q_SIGNATURE] = "SELECT s.bytes, r.published, r.outlet, r.url "
                       "FROM report_signature AS s JOIN report AS r ON r.id = s.report "
                       "WHERE s.report = :report",
    [MH_Q_COPY] = "INSERT OR REPLACE INTO report_copy (report, other, kind, share, "
                  "share_other, whole) VALUES (:report, :other, :kind, :share, "
                  ":share_other, :whole)",
    [MH_Q_COPIES] = "SELECT other, share, share_other, whole FROM report_copy "
                    "WHERE report = :report ORDER BY other",
    [MH_Q_ORIGIN] = "SELECT digest, outlet, url, published FROM report "
                    "WHERE id = :report",
    [MH_Q_TELLS] = "SELECT 1 FROM meeting WHERE series = :series AND report = :report "
                   "AND next = 0 LIMIT 1",
    [MH_Q_TEXT_OF] = "SELECT text FROM report_text WHERE report = :report",
    [MH_Q_NO_PRINT] = "DELETE FROM report_print WHERE level = :level "
                      "AND print = :print AND report = :report",
    [MH_Q_NO_COPIES_OF] = "DELETE FROM report_copy WHERE (report, other) IN "
                          "(SELECT other, report FROM report_copy WHERE report = :id)",
    [MH_Q_NO_COPIES] = "DELETE FROM report_copy WHERE report = :id",
    [MH_Q_NO_SIGNATURE] = "DELETE FROM report_signature WHERE report = :id",
    [MH_Q_NO_REFS] = "DELETE FROM statement_ref WHERE report = :id",
    [MH_Q_NO_ABOUT] = "DELETE FROM statement_about WHERE report = :id",
    [MH_Q_NO_TOPICS] = "DELETE FROM statement_topic WHERE report = :id",
    [MH_Q_NO_SPEAKERS] = "DELETE FROM statement_speaker WHERE report = :id",
    [MH_Q_NO_STATEMENTS] = "DELETE FROM statement WHERE report = :id",
    [MH_Q_NO_CHAIRS] = "DELETE FROM meeting_chair WHERE report = :id",
    [MH_Q_NO_PARTIES] = "DELETE FROM meeting_party WHERE report = :id",
    [MH_Q_NO_MEETINGS] = "DELETE FROM meeting WHERE report = :id",
    [MH_Q_NO_MENTIONS] = "DELETE FROM mention WHERE report = :id",
    [MH_Q_NO_TEXT] = "DELETE FROM report_text WHERE report = :id",
    [MH_Q_NO_REPORT] = "DELETE FROM report WHERE id = :id",
    [MH_Q_FEED] =
        "SELECT parent, url, title, etag, modified, asked, good, next, failures, "
        "why FROM watched_feed WHERE address = :address",
    [MH_Q_FEED_PUT] =
        "INSERT INTO watched_feed (address, parent, url, title, etag, modified, asked, "
        "good, "
        "next, failures, why) VALUES (:address, :parent, :url, :title, :etag, :modified, "
        ":asked, :good, :next, :failures, :why) ON CONFLICT (address) DO UPDATE SET "
        "parent = :parent, url = :url, title = :title, etag = :etag, modified = "
        ":modified, "
        "asked = :asked, good = :good, next = :next, failures = :failures, why = :why",
    [MH_Q_FEED_DROP] = "DELETE FROM watched_feed WHERE address = :address",
    [MH_Q_FEED_CHILD] = "SELECT address FROM watched_feed WHERE parent = :parent "
                        "AND address > :after ORDER BY address LIMIT 1",
    [MH_Q_ENTRY] = "SELECT id, seen, ended, state = 'waiting', updated <> :updated "
                   "FROM watched_entry WHERE feed = :feed AND key = :key",
    [MH_Q_ENTRY_NEW] =
        "INSERT INTO watched_entry (feed, key, url, published, updated, state, seen, "
        "item) "
        "VALUES (:feed, :key, :url, :published, :updated, 'waiting', :now, :item)",
    [MH_Q_ENTRY_AGAIN] = "UPDATE watched_entry SET url = :url, published = :published, "
                         "updated = :updated, "
                         "state = 'waiting', seen = :now, item = :item, tries = 0, next "
                         "= 0 WHERE id = :id",
    [MH_Q_ENTRY_SEEN] = "UPDATE watched_entry SET seen = :now WHERE id = :id",
    [MH_Q_ENTRIES_FORGET] = "DELETE FROM watched_entry WHERE feed = :feed "
                            "AND seen < :before AND state <> 'waiting'",
    [MH_Q_ENTRY_WAITING] = "SELECT id, key, url, published, updated, etag, modified, "
                           "tries, ended FROM watched_entry "
                           "WHERE feed = :feed AND state = 'waiting' AND next <= :now "
                           "ORDER BY next, id LIMIT 1",
    [MH_Q_ENTRY_ITEM] = "SELECT item FROM watched_entry WHERE id = :id",
    [MH_Q_ENTRY_PUT] =
        "UPDATE watched_entry SET state = :state, tries = :tries, next = :next, "
        "etag = :etag, modified = :modified, why = :why, "
        "ended = iif(:state = 'waiting', ended, :now), "
        "item = iif(:state = 'waiting', item, NULL) WHERE id = :id",
    [MH_Q_ENTRY_HAD] = "SELECT 1 FROM watched_entry WHERE url = :url "
                       "AND state IN ('kept', 'known') AND id <> :id LIMIT 1",
    [MH_Q_ENTRIES_LEFT] = "SELECT count(*), min(next) FROM watched_entry "
                          "WHERE feed = :feed AND state = 'waiting'",
};

/* ---- failure ----------------------------------------------------------------------- */

static mh_status status_of(int rc)
{
  switch (rc & 0xff) {
  case SQLITE_OK: return MH_OK;
  case SQLITE_NOMEM: return MH_ENOMEM;
  case SQLITE_BUSY:
  case SQLITE_LOCKED: return MH_EBUSY;
  case SQLITE_TOOBIG: return MH_ELIMIT;
  case SQLITE_FULL:
  case SQLITE_IOERR:
  case SQLITE_READONLY:
  case SQLITE_CANTOPEN:
  case SQLITE_PERM:
  case SQLITE_AUTH:
  case SQLITE_NOLFS: return MH_EIO;
  default: return MH_ESTORE;
  }
}

static const char *meaning(int rc)
{
  switch (rc & 0xff) {
  case SQLITE_BUSY:
  case SQLITE_LOCKED: return "another process is writing";
  case SQLITE_FULL: return "the disk is full";
  case SQLITE_READONLY: return "it may not be written";
  case SQLITE_CANTOPEN: return "it cannot be opened";
  case SQLITE_NOTADB: return "it is not a SQLite file";
  case SQLITE_CORRUPT: return "it is damaged";
  case SQLITE_CONSTRAINT:
    return "it does not take what this version reads; run mahdar rebuild";
  default: return NULL;
  }
}

/* The end of a long path says more than its start. */
static const char *tail(const char *path)
{
  const size_t len = strlen(path), most = 150;
  if (len <= most) return path;
  const char *p = path + len - most;
  while (((unsigned char)*p & 0xC0) == 0x80) p++;
  return p;
}

mh_status mh_store__fail(mh_error *err, mh_store *s, int rc, const char *doing)
{
  const char *why = meaning(rc);
  if (!why) why = s->db ? sqlite3_errmsg(s->db) : sqlite3_errstr(rc);
  return mh_fail(err, status_of(rc), 0, "%s: %s: %s", tail(s->path), doing, why);
}

mh_status mh_store__damaged(mh_error *err, const mh_store *s, const char *what)
{
  return mh_fail(err, MH_ESTORE, 0, "%s: it is damaged: %s", tail(s->path), what);
}

/* ---- queries ----------------------------------------------------------------------- */

mh_status mh_store__run(mh_store *s, const char *sql, mh_error *err)
{
  const int rc = sqlite3_exec(s->db, sql, NULL, NULL, NULL);
  return rc == SQLITE_OK ? MH_OK : mh_store__fail(err, s, rc, "the store");
}

mh_status mh_store__query_get(sqlite3_stmt **out, mh_store *s, mh_store__query q,
                              mh_error *err)
{
  if (!s->stmt[q]) {
    const int rc = sqlite3_prepare_v3(s->db, queries[q], -1, SQLITE_PREPARE_PERSISTENT,
                                      &s->stmt[q], NULL);
    if (rc != SQLITE_OK) return mh_store__fail(err, s, rc, "asking the store");
  }
  sqlite3_reset(s->stmt[q]);
  sqlite3_clear_bindings(s->stmt[q]);
  *out = s->stmt[q];
  return MH_OK;
}

static int place(sqlite3_stmt *q, const char *name)
{
  const int i = sqlite3_bind_parameter_index(q, name);
  assert(i > 0);
  return i;
}

void mh_store__int(sqlite3_stmt *q, const char *name, int64_t value)
{
  sqlite3_bind_int64(q, place(q, name), value);
}

void mh_store__real(sqlite3_stmt *q, const char *name, double value)
{
  sqlite3_bind_double(q, place(q, name), value);
}

/* What is bound lives until the query has run: nothing is copied.  A failure of binding
 * (memory) comes back as a failure of the step. */
void mh_store__text(sqlite3_stmt *q, const char *name, const char *text, size_t len)
{
  sqlite3_bind_text64(q, place(q, name), text, len, SQLITE_STATIC, SQLITE_UTF8);
}

void mh_store__string(sqlite3_stmt *q, const char *name, const char *text)
{
  mh_store__text(q, name, text, text ? strlen(text) : 0);
}

void mh_store__blob(sqlite3_stmt *q, const char *name, const void *bytes, size_t len)
{
  sqlite3_bind_blob64(q, place(q, name), len ? bytes : "", len, SQLITE_STATIC);
}

mh_status mh_store__step(bool *row, mh_store *s, sqlite3_stmt *q, mh_error *err)
{
  const int rc = sqlite3_step(q);
  *row = rc == SQLITE_ROW;
  if (rc == SQLITE_ROW) return MH_OK;
  const mh_status st = rc == SQLITE_DONE ? MH_OK
                                         : mh_store__fail(err, s, rc, "the store");
  sqlite3_reset(q);
  return st;
}

mh_status mh_store__do(mh_store *s, sqlite3_stmt *q, mh_error *err)
{
  bool row;
  const mh_status st = mh_store__step(&row, s, q, err);
  sqlite3_reset(q);
  return st;
}

mh_status mh_store__column(const char **out, mh_store *s, mh_arena *a, sqlite3_stmt *q,
                           int column, mh_error *err)
{
  *out = NULL;
  if (sqlite3_column_type(q, column) == SQLITE_NULL) return MH_OK;
  const char *text = (const char *)sqlite3_column_text(q, column);
  const size_t len = (size_t)sqlite3_column_bytes(q, column);
  size_t bad;
  if (!text) return mh_store__fail(err, s, SQLITE_NOMEM, "reading the store");
  if (!mh_utf8_check(text, len, &bad))
    return mh_store__damaged(err, s, "text is not UTF-8");
  *out = mh_arena_copy(a, text, len);
  return *out ? MH_OK : mh_store__fail(err, s, SQLITE_NOMEM, "reading the store");
}

/* ---- snapshots --------------------------------------------------------------------- */

mh_status mh_store__look(bool *own, mh_store *s, mh_error *err)
{
  *own = sqlite3_get_autocommit(s->db) != 0;
  return *own ? mh_store__run(s, "BEGIN", err) : MH_OK;
}

/* Queries that were left in the middle would keep the snapshot. */
void mh_store__look_end(mh_store *s, bool own)
{
  if (!own) return;
  for (int i = 0; i < MH_QUERIES; i++) sqlite3_reset(s->stmt[i]);
  sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
}
