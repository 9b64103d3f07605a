/* inside - what the files of store share.  No sqlite3 leaves this room. */
#ifndef MH_STORE_INSIDE_H
#define MH_STORE_INSIDE_H

#include <sqlite3.h>

#include "../register/register.h"
#include "store.h"

#define MH_STORE_APPLICATION 0x6D686472 /* "mhdr" */
#define MH_STORE_VERSION     3

/* Statements that are prepared once. */
typedef enum mh_store__query {
  MH_Q_KNOWN,
  MH_Q_TAKEN,
  MH_Q_TAKE,
  MH_Q_TAKEN_WHOLE,
  MH_Q_TWIN,
  MH_Q_RECEIVED,
  MH_Q_CORRECT,
  MH_Q_REPORT,
  MH_Q_TEXT,
  MH_Q_MENTION,
  MH_Q_MEETING,
  MH_Q_PARTY,
  MH_Q_CHAIR,
  MH_Q_STATEMENT,
  MH_Q_SPEAKER,
  MH_Q_TOPIC,
  MH_Q_ABOUT,
  MH_Q_REF,
  MH_Q_NEXT,
  MH_Q_COUNT,
  MH_Q_SERIES,
  MH_Q_TOLD,
  MH_Q_TOLD_COPIES,
  MH_Q_CHAIRS,
  MH_Q_PARTIES,
  MH_Q_HEAD,
  MH_Q_GET_STATEMENTS,
  MH_Q_GET_SPEAKERS,
  MH_Q_GET_TOPICS,
  MH_Q_GET_ABOUT,
  MH_Q_GET_REFS,
  MH_Q_GET_NAMES,
  MH_Q_OF_DIGEST,
  MH_Q_WALK,
  MH_Q_RECORDS,
  MH_Q_SIGN,
  MH_Q_PRINT,
  MH_Q_PRINTED,
  MH_Q_PRINTS_OVER,
  MH_Q_PRINTS_MERGE,
  MH_Q_PRINTS_MERGED,
  MH_Q_SIGNATURE,
  MH_Q_COPY,
  MH_Q_COPIES,
  MH_Q_ORIGIN,
  MH_Q_TELLS,
  MH_Q_TEXT_OF,
  MH_Q_NO_PRINT,
  MH_Q_NO_COPIES_OF,
  MH_Q_NO_COPIES,
  MH_Q_NO_SIGNATURE,
  MH_Q_NO_REFS,
  MH_Q_NO_ABOUT,
  MH_Q_NO_TOPICS,
  MH_Q_NO_SPEAKERS,
  MH_Q_NO_STATEMENTS,
  MH_Q_NO_CHAIRS,
  MH_Q_NO_PARTIES,
  MH_Q_NO_MEETINGS,
  MH_Q_NO_MENTIONS,
  MH_Q_NO_TEXT,
  MH_Q_NO_REPORT,
  MH_Q_FEED,
  MH_Q_FEED_PUT,
  MH_Q_FEED_DROP,
  MH_Q_FEED_CHILD,
  MH_Q_ENTRY,
  MH_Q_ENTRY_NEW,
  MH_Q_ENTRY_AGAIN,
  MH_Q_ENTRY_SEEN,
  MH_Q_ENTRIES_FORGET,
  MH_Q_ENTRY_WAITING,
  MH_Q_ENTRY_ITEM,
  MH_Q_ENTRY_PUT,
  MH_Q_ENTRY_HAD,
  MH_Q_ENTRIES_LEFT,
  MH_QUERIES
} mh_store__query;

struct mh_store {
  sqlite3 *db;
  char *path;
  sqlite3_stmt *stmt[MH_QUERIES]; /* NULL until used */
  bool batch;                     /* between begin and commit */
  bool old;                       /* of an earlier version: only a rebuild may write */
  int64_t version;                /* that it was opened with                         */
  uint32_t unseen;                /* prints to put until levels are looked at; prints.c */
};

struct mh_view {
  mh_arena arena;
  const mh_series *series;
  uint32_t n_series;
  const mh_round *round;     /* mh_view_round            */
  mh_positions positions;    /* mh_view_round            */
  mh_comparison *comparison; /* mh_view_compare          */
};

/* ---- sqlite.c ---------------------------------------------------------------------- */

/* What SQLite says, as a status, with the store's path. */
mh_status mh_store__fail(mh_error *err, mh_store *s, int rc, const char *doing);
mh_status mh_store__run(mh_store *s, const char *sql, mh_error *err);
/* A prepared query, reset and unbound. */
mh_status mh_store__query_get(sqlite3_stmt **out, mh_store *s, mh_store__query q,
                              mh_error *err);
/* Bind by name, ":report".  Text NULL is NULL.  A name that is not there is our fault. */
void mh_store__int(sqlite3_stmt *q, const char *name, int64_t value);
void mh_store__real(sqlite3_stmt *q, const char *name, double value);
void mh_store__text(sqlite3_stmt *q, const char *name, const char *text, size_t len);
void mh_store__string(sqlite3_stmt *q, const char *name, const char *text);
void mh_store__blob(sqlite3_stmt *q, const char *name, const void *bytes, size_t len);
/* One step: *row tells whether there is a row. */
mh_status mh_store__step(bool *row, mh_store *s, sqlite3_stmt *q, mh_error *err);
/* A step that gives no row, and done with it. */
mh_status mh_store__do(mh_store *s, sqlite3_stmt *q, mh_error *err);
/* A column's text in the arena; NULL stays NULL, what is no UTF-8 is a damaged store. */
mh_status mh_store__column(const char **out, mh_store *s, mh_arena *a, sqlite3_stmt *q,
                           int column, mh_error *err);
/* The text that cannot be, when the store was tampered with or broke. */
mh_status mh_store__damaged(mh_error *err, const mh_store *s, const char *what);

/* A snapshot to read from; *own tells whether end must end it. */
mh_status mh_store__look(bool *own, mh_store *s, mh_error *err);
void mh_store__look_end(mh_store *s, bool own);

/* ---- opening.c ----------------------------------------------------------------------- */

/* The failure of a store that must be rebuilt first. */
mh_status mh_store__is_old(const mh_store *s, mh_error *err);

/* ---- schema.c ---------------------------------------------------------------------- */

mh_status mh_store__create(mh_store *s, mh_error *err);
/* Bring what is kept in a store of an earlier version up to date; derived tables are gone. */
mh_status mh_store__update_kept(mh_store *s, mh_error *err);
mh_status mh_store__drop_derived(mh_store *s, mh_error *err);
mh_status mh_store__make_derived(mh_store *s, mh_error *err);

/* ---- keep.c ------------------------------------------------------------------------ */

/* The format that `received.format` names. */
mh_format mh_store__format(const char *name);
/* Put what was read of the received report `id`; *twin: another report is the same. */
mh_status mh_store__derive(bool *twin, mh_store *s, int64_t id, const mh_report *r,
                           const char *json, size_t json_len, mh_error *err);

/* ---- prints.c ---------------------------------------------------------------------- */

/* A report that has a print that is asked for, and how many it has. */
typedef struct mh_store__hit {
  int64_t report;
  uint32_t prints;
} mh_store__hit;

typedef struct mh_store__hits {
  mh_store__hit *at; /* [n], in the arena */
  uint32_t n, cap;
} mh_store__hits;

struct mh_copies_signature;

/* Those of a report, into the newest level; full levels are merged into the next. */
mh_status mh_store__prints_put(mh_store *s, int64_t id,
                               const struct mh_copies_signature *x, mh_error *err);
mh_status mh_store__prints_forget(mh_store *s, int64_t id,
                                  const struct mh_copies_signature *x, mh_error *err);
/* Push the reports that have one of the prints of x, but for `id`: a hit a print, of each print
 * the latest ones up to a ceiling (more carry a formula). */
mh_status mh_store__prints_find(mh_store__hits *out, mh_arena *a, mh_store *s, int64_t id,
                                const struct mh_copies_signature *x, mh_error *err);

/* ---- sources.c --------------------------------------------------------------------- */

/* Give tellings [n] of a series, whose reports are `report` [n] in rising order, the source of
 * which they are copies. */
mh_status mh_store__sources(mh_told *told, const int64_t *report, uint32_t n, mh_store *s,
                            mh_arena *a, const char *series, mh_error *err);

/* ---- likeness.c -------------------------------------------------------------------- */

/* Which of the reports before are one text with the report `id`, and by what it is known
 * itself. */
mh_status mh_store__likeness(mh_store *s, int64_t id, const mh_report *r, mh_error *err);
/* Forget that. */
mh_status mh_store__no_likeness(mh_store *s, int64_t id, mh_error *err);

/* ---- load.c ------------------------------------------------------------------------ */

/* A report and its statements as evidence, in the arena. */
typedef struct mh_store__loaded {
  const char *digest;
  mh_evidence *e; /* [n] in the order of the text */
  uint32_t n;
  const char **names; /* [n_names] words by which it names actors that speak in it */
  uint32_t n_names;
} mh_store__loaded;

mh_status mh_store__load(mh_store__loaded *out, mh_store *s, mh_arena *a, int64_t report,
                         bool names, mh_error *err);

/* ---- coverage.c -------------------------------------------------------------------- */

/* Evidence of a round on its way to the register. */
typedef struct mh_store__saying {
  const mh_evidence **at;
  uint32_t *owner; /* [n]: which of the reports says it */
  uint32_t n, cap, cap_owner;
} mh_store__saying;

/* What is known of copies among the evidence of a round; zero: there are none. */
typedef struct mh_store__cover {
  struct mh_store__said *said; /* evidence of reports that have copies */
  struct mh_store__carrier *carrier;
  uint32_t n_said, n_carriers;
} mh_store__cover;

/* Take from *e what only repeats an older report that is the same text: it is coverage of
 * that.  report: [n] of the round of `series`. */
mh_status mh_store__cover_find(mh_store__cover *out, mh_store__saying *e, mh_store *s,
                               mh_arena *a, const char *series, const int64_t *report,
                               uint32_t n, mh_error *err);
/* The same within positions, where other words may have been told apart. */
mh_status mh_store__cover_thin(const mh_evidence *const **e, uint32_t *n,
                               mh_store__cover *c, mh_arena *a);
/* Fill in the copies of all evidence; the last step. */
mh_status mh_store__cover_tell(mh_store__cover *c, mh_arena *a);

#endif
