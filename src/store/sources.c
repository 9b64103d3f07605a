/* sources - which tellings of a series are of one text: a wire that fourteen newspapers print
 * has one voice on the day and the place of a round, not fourteen.
 *
 * Reports that hang together by pairs (likeness.c) have one source: the one among them whose
 * id is the least, so the order of adding cannot show.  What copies make of the statements
 * is in coverage.c.
 */
#include "inside.h"

/* The tellings as a forest: each has a parent, a root is its own. */
typedef struct forest {
  uint32_t *parent; /* [n] */
  const mh_told *told;
} forest;

static uint32_t root_of(forest *f, uint32_t i)
{
  while (f->parent[i] != i) i = f->parent[i] = f->parent[f->parent[i]];
  return i;
}

static void join(forest *f, uint32_t x, uint32_t y)
{
  const uint32_t a = root_of(f, x), b = root_of(f, y);
  if (a == b) return;
  if (strcmp(f->told[a].report, f->told[b].report) <= 0)
    f->parent[b] = a;
  else
    f->parent[a] = b;
}

/* The first telling of a report, n when it has none. */
static uint32_t telling_of(const int64_t *report, uint32_t n, int64_t id)
{
  uint32_t low = 0, high = n;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (report[mid] < id)
      low = mid + 1;
    else
      high = mid;
  }
  return low < n && report[low] == id ? low : n;
}

mh_status mh_store__sources(mh_told *told, const int64_t *report, uint32_t n, mh_store *s,
                            mh_arena *a, const char *series, mh_error *err)
{
  forest f = {mh_arena_take(a, n * sizeof *f.parent), told};
  sqlite3_stmt *q;
  bool row;
  if (!f.parent) return mh_store__fail(err, s, SQLITE_NOMEM, "reading the store");
  for (uint32_t i = 0; i < n; i++)
    f.parent[i] = i && report[i] == report[i - 1] ? f.parent[i - 1] : i;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_TOLD_COPIES, err));
  mh_store__string(q, ":series", series);
  for (;;) {
    MH_TRY(mh_store__step(&row, s, q, err));
    if (!row) break;
    const uint32_t x = telling_of(report, n, sqlite3_column_int64(q, 0));
    const uint32_t y = telling_of(report, n, sqlite3_column_int64(q, 1));
    if (x < n && y < n) join(&f, x, y);
  }
  for (uint32_t i = 0; i < n; i++) told[i].source = told[root_of(&f, i)].report;
  return MH_OK;
}
