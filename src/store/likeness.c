/* likeness - which reports are one text: found out when a report is added, by signatures and
 * prints that stand in tables of their own (prints.c).
 *
 * A pair rests on its two reports alone, never on which came first or what else is there.  So
 * the same reports give the same pairs in whatever order they are added, as long as none of
 * the two ceilings here is met: more reports with one print, or more copies of one report.
 * What the pairs make together is worked out when it is asked for (coverage.c).
 */
#include <stdlib.h>

#include "../copies/copies.h"
#include "inside.h"

enum {
  PAIRS = 64, /* of one report at most                                    */
  HEAD = 20,
  BYTES = HEAD + 4 * (MH_COPIES_SAMPLE + MH_COPIES_PRINTS)
};

/* ---- a signature as bytes, the same on every machine --------------------------------- */

static uint8_t *put(uint8_t *at, uint64_t value, int bytes)
{
  for (int i = 0; i < bytes; i++) *at++ = (uint8_t)(value >> (8 * i));
  return at;
}

static uint64_t get(const uint8_t **at, int bytes)
{
  uint64_t value = 0;
  for (int i = 0; i < bytes; i++) value |= (uint64_t) * (*at)++ << (8 * i);
  return value;
}

static size_t encode(uint8_t out[BYTES], const mh_copies_signature *s)
{
  uint8_t *at = put(put(put(out, s->whole, 8), s->all, 4), s->letters, 4);
  at = put(put(put(at, s->n, 2), s->level, 1), s->n_prints, 1);
  for (uint32_t i = 0; i < s->n; i++) at = put(at, s->sample[i], 4);
  for (uint32_t i = 0; i < s->n_prints; i++) at = put(at, s->print[i], 4);
  return (size_t)(at - out);
}

/* False when these are not the bytes of a signature. */
static bool decode(mh_copies_signature *s, const void *bytes, size_t len)
{
  const uint8_t *at = bytes;
  memset(s, 0, sizeof *s);
  if (!bytes || len < HEAD) return false;
  s->whole = get(&at, 8);
  s->all = (uint32_t)get(&at, 4);
  s->letters = (uint32_t)get(&at, 4);
  s->n = (uint16_t)get(&at, 2);
  s->level = (uint8_t)get(&at, 1);
  s->n_prints = (uint8_t)get(&at, 1);
  if (s->n > MH_COPIES_SAMPLE || s->n_prints > MH_COPIES_PRINTS || s->level > 31 ||
      len != HEAD + 4 * ((size_t)s->n + s->n_prints))
    return false;
  for (uint32_t i = 0; i < s->n; i++) s->sample[i] = (uint32_t)get(&at, 4);
  for (uint32_t i = 0; i < s->n_prints; i++) s->print[i] = (uint32_t)get(&at, 4);
  return true;
}

/* ---- who may be a copy ----------------------------------------------------------------- */

/* The report whose copies are looked for. */
typedef struct seeker {
  mh_store *s;
  int64_t id;
  mh_copies_signature signature;
  mh_copies_origin from;
  mh_arena arena;
  mh_error *err;
} seeker;

static int by_report(const void *x, const void *y)
{
  const mh_store__hit *a = x, *b = y;
  return (a->report > b->report) - (a->report < b->report);
}

/* ---- pairs ------------------------------------------------------------------------------- */

typedef struct match {
  int64_t other;
  mh_copies_pair pair; /* x is the new report */
  mh_copies_kind kind;
} match;

typedef struct matches {
  match at[PAIRS];
  uint32_t n;
} matches;

/* Of too many the weakest goes, but never the first: what hangs on it stays together. */
static void keep(matches *m, const match *one)
{
  uint32_t least = 1;
  if (m->n < PAIRS) {
    m->at[m->n++] = *one;
    return;
  }
  for (uint32_t i = 2; i < m->n; i++)
    if (m->at[i].pair.of_x + m->at[i].pair.of_y <
        m->at[least].pair.of_x + m->at[least].pair.of_y)
      least = i;
  if (m->at[least].pair.of_x + m->at[least].pair.of_y < one->pair.of_x + one->pair.of_y)
    m->at[least] = *one;
}

static mh_status compare(matches *m, seeker *k, int64_t other)
{
  sqlite3_stmt *q;
  bool row;
  mh_copies_signature s;
  MH_TRY(mh_store__query_get(&q, k->s, MH_Q_SIGNATURE, k->err));
  mh_store__int(q, ":report", other);
  MH_TRY(mh_store__step(&row, k->s, q, k->err));
  if (!row) return MH_OK;
  const void *bytes = sqlite3_column_blob(q, 0);
  if (!decode(&s, bytes, (size_t)sqlite3_column_bytes(q, 0)))
    return sqlite3_reset(q), mh_store__damaged(k->err, k->s, "a signature; rebuild");
  const mh_copies_origin from = {(const char *)sqlite3_column_text(q, 1),
                                 (const char *)sqlite3_column_text(q, 2),
                                 (const char *)sqlite3_column_text(q, 3)};
  const mh_copies_overlap o = mh_copies_compare(
      &k->signature, mh_copies_day(k->from.published), &s, mh_copies_day(from.published));
  match one = {.other = other, .pair = {0, 1, o.of_x, o.of_y, o.same}};
  one.kind = mh_copies_kind_of(&k->from, &from, &one.pair);
  if (o.close) keep(m, &one);
  sqlite3_reset(q);
  return MH_OK;
}

static mh_status seek(matches *m, seeker *k)
{
  mh_store__hits h = {.n = 0};
  MH_TRY(mh_store__prints_find(&h, &k->arena, k->s, k->id, &k->signature, k->err));
  if (h.n) qsort(h.at, h.n, sizeof *h.at, by_report);
  for (uint32_t i = 0, end; i < h.n; i = end) {
    for (end = i + 1; end < h.n && h.at[end].report == h.at[i].report;) end++;
    if (end - i >= mh_copies_least(k->signature.n_prints, h.at[i].prints))
      MH_TRY(compare(m, k, h.at[i].report));
  }
  return MH_OK;
}

static mh_status put_pair(seeker *k, int64_t report, int64_t other, float share,
                          float share_other, const match *one)
{
  sqlite3_stmt *q;
  MH_TRY(mh_store__query_get(&q, k->s, MH_Q_COPY, k->err));
  mh_store__int(q, ":report", report);
  mh_store__int(q, ":other", other);
  mh_store__string(q, ":kind", mh_copies_kind_id(one->kind));
  mh_store__real(q, ":share", (double)share);
  mh_store__real(q, ":share_other", (double)share_other);
  mh_store__int(q, ":whole", one->pair.same);
  return mh_store__do(k->s, q, k->err);
}

/* ---- adding and forgetting --------------------------------------------------------------- */

static mh_status put_signature(seeker *k)
{
  sqlite3_stmt *q;
  uint8_t bytes[BYTES];
  const size_t len = encode(bytes, &k->signature);
  MH_TRY(mh_store__query_get(&q, k->s, MH_Q_SIGN, k->err));
  mh_store__int(q, ":report", k->id);
  mh_store__blob(q, ":bytes", bytes, len);
  MH_TRY(mh_store__do(k->s, q, k->err));
  return mh_store__prints_put(k->s, k->id, &k->signature, k->err);
}

static mh_status put_all(seeker *k)
{
  matches m = {.n = 0};
  MH_TRY(seek(&m, k));
  for (uint32_t i = 0; i < m.n; i++) {
    const mh_copies_pair *p = &m.at[i].pair;
    MH_TRY(put_pair(k, k->id, m.at[i].other, p->of_x, p->of_y, &m.at[i]));
    MH_TRY(put_pair(k, m.at[i].other, k->id, p->of_y, p->of_x, &m.at[i]));
  }
  return put_signature(k);
}

mh_status mh_store__likeness(mh_store *s, int64_t id, const mh_report *r, mh_error *err)
{
  seeker k = {.s = s, .id = id, .from = {r->published, r->outlet, r->url}, .err = err};
  mh_copies_sign(&k.signature, r->text ? r->text : "", r->text ? r->len : 0);
  const mh_status st = put_all(&k);
  mh_arena_free(&k.arena);
  return st;
}

mh_status mh_store__no_likeness(mh_store *s, int64_t id, mh_error *err)
{
  static const mh_store__query order[] = {MH_Q_NO_COPIES_OF, MH_Q_NO_COPIES,
                                          MH_Q_NO_SIGNATURE};
  mh_copies_signature x = {.n_prints = 0};
  sqlite3_stmt *q;
  bool row;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_SIGNATURE, err));
  mh_store__int(q, ":report", id);
  MH_TRY(mh_store__step(&row, s, q, err));
  const bool read = !row || decode(&x, sqlite3_column_blob(q, 0),
                                   (size_t)sqlite3_column_bytes(q, 0));
  sqlite3_reset(q);
  if (!read) return mh_store__damaged(err, s, "a signature; rebuild");
  MH_TRY(mh_store__prints_forget(s, id, &x, err));
  for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
    MH_TRY(mh_store__query_get(&q, s, order[i], err));
    mh_store__int(q, ":id", id);
    MH_TRY(mh_store__do(s, q, err));
  }
  return MH_OK;
}
