/* prints - by which reports that share words find each other, in a table that grows to hundreds of
 * millions of rows without becoming slow to write.
 *
 * Prints are hashes: those of one report lie all over the table.  Put where they belong one by
 * one, each dirties a page of its own, and from some fifty thousand reports on writing pages is
 * all that adding does.  So a print goes into a small level first; one that is full is merged
 * into the next, eight times as large, in the order in which that is laid out.  A row is so
 * written anew a few times, but always beside its neighbours (as log-structured merge trees do:
 * O'Neil, Cheng, Gawlick, O'Neil, Acta Informatica 1996).
 */
#include "../copies/copies.h"
#include "inside.h"

enum {
  PRINTED = 256,     /* reports with one print that are looked at; more carry a formula */
  LEVELS = 5,        /* the last one takes all that comes                               */
  FIRST = 1 << 16,   /* prints of level 0                                               */
  TIMES = 8,         /* a level holds so often what the one before it does              */
  LOOK = FIRST >> 2, /* prints put until levels are looked at again                     */
  SLICE = 1 << 16    /* rows merged at once */
};

static mh_status put(mh_store *s, int64_t id, uint32_t print, uint32_t prints,
                     mh_error *err)
{
  sqlite3_stmt *q;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_PRINT, err));
  mh_store__int(q, ":print", print);
  mh_store__int(q, ":report", id);
  mh_store__int(q, ":prints", prints);
  return mh_store__do(s, q, err);
}

/* ---- levels ------------------------------------------------------------------------- */

/* Has the level more rows than `most`?  Then *print is that of the next one. */
static mh_status over(bool *is, int64_t *print, mh_store *s, int level, int64_t most,
                      mh_error *err)
{
  sqlite3_stmt *q;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_PRINTS_OVER, err));
  mh_store__int(q, ":level", level);
  mh_store__int(q, ":most", most);
  MH_TRY(mh_store__step(is, s, q, err));
  *print = *is ? sqlite3_column_int64(q, 0) : INT64_MAX;
  sqlite3_reset(q);
  return MH_OK;
}

static mh_status merge_to(mh_store *s, int level, int64_t print, mh_error *err)
{
  static const mh_store__query order[] = {MH_Q_PRINTS_MERGE, MH_Q_PRINTS_MERGED};
  for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
    sqlite3_stmt *q;
    MH_TRY(mh_store__query_get(&q, s, order[i], err));
    mh_store__int(q, ":level", level);
    mh_store__int(q, ":print", print);
    MH_TRY(mh_store__do(s, q, err));
  }
  return MH_OK;
}

/* Slice by slice: SQLite copies what goes from a table into itself. */
static mh_status merge(mh_store *s, int level, mh_error *err)
{
  for (bool more = true; more;) {
    int64_t print;
    MH_TRY(over(&more, &print, s, level, SLICE, err));
    MH_TRY(merge_to(s, level, print, err));
  }
  return MH_OK;
}

static mh_status look(mh_store *s, mh_error *err)
{
  int64_t most = FIRST, print;
  bool full = true;
  for (int level = 0; level + 1 < LEVELS && full; level++, most *= TIMES) {
    MH_TRY(over(&full, &print, s, level, most, err));
    if (full) MH_TRY(merge(s, level, err));
  }
  s->unseen = LOOK;
  return MH_OK;
}

mh_status mh_store__prints_put(mh_store *s, int64_t id, const mh_copies_signature *x,
                               mh_error *err)
{
  for (uint32_t i = 0; i < x->n_prints; i++)
    MH_TRY(put(s, id, x->print[i], x->n_prints, err));
  if (s->unseen <= x->n_prints) return look(s, err);
  s->unseen -= x->n_prints;
  return MH_OK;
}

mh_status mh_store__prints_forget(mh_store *s, int64_t id, const mh_copies_signature *x,
                                  mh_error *err)
{
  for (int level = 0; level < LEVELS; level++)
    for (uint32_t i = 0; i < x->n_prints; i++) {
      sqlite3_stmt *q;
      MH_TRY(mh_store__query_get(&q, s, MH_Q_NO_PRINT, err));
      mh_store__int(q, ":level", level);
      mh_store__int(q, ":print", x->print[i]);
      mh_store__int(q, ":report", id);
      MH_TRY(mh_store__do(s, q, err));
    }
  return MH_OK;
}

/* ---- finding ------------------------------------------------------------------------- */

/* Those of one level, at most *left, which goes down. */
static mh_status find(mh_store__hits *out, mh_arena *a, mh_store *s, int level,
                      uint32_t print, uint32_t *left, mh_error *err)
{
  sqlite3_stmt *q;
  bool row;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_PRINTED, err));
  mh_store__int(q, ":level", level);
  mh_store__int(q, ":print", print);
  mh_store__int(q, ":most", *left);
  for (;; --*left) {
    MH_TRY(mh_store__step(&row, s, q, err));
    if (!row) return MH_OK;
    const mh_store__hit h = {sqlite3_column_int64(q, 0),
                             (uint32_t)sqlite3_column_int64(q, 1)};
    if (MH_PUSH(a, out, h) == MH_OK) continue;
    sqlite3_reset(q);
    return mh_store__fail(err, s, SQLITE_NOMEM, "looking for copies");
  }
}

mh_status mh_store__prints_find(mh_store__hits *out, mh_arena *a, mh_store *s, int64_t id,
                                const mh_copies_signature *x, mh_error *err)
{
  for (uint32_t i = 0; i < x->n_prints; i++) {
    uint32_t left = PRINTED;
    for (int level = 0; level < LEVELS && left; level++)
      MH_TRY(find(out, a, s, level, x->print[i], &left, err));
  }
  uint32_t n = 0;
  for (uint32_t i = 0; i < out->n; i++)
    if (out->at[i].report != id) out->at[n++] = out->at[i];
  out->n = n;
  return MH_OK;
}
