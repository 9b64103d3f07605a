/* likeness - which reports are one text: found out when a report is added, by signatures and
 * prints that stand in tables of their own, so that the millionth is found as fast as the first.
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
  PRINTED =
      256, /* reports with one print that are looked at (MH_Q_PRINTED); more carry a formula */
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

/* Reports that share prints with the new one, a print each. */
typedef struct hit {
  int64_t report;
  uint32_t prints; /* that it has */
} hit;

typedef struct hits {
  hit *at;
  uint32_t n, cap;
} hits;

/* The report whose copies are looked for. */
typedef struct seeker {
  mh_store *s;
  int64_t id;
  mh_copies_signature signature;
  mh_copies_origin from;
  mh_arena arena;
  mh_error *err;
} seeker;

static mh_status no_memory(const seeker *k)
{
  return mh_store__fail(k->err, k->s, SQLITE_NOMEM, "looking for copies");
}

static mh_status printed(hits *out, seeker *k, uint32_t print)
{
  sqlite3_stmt *q;
  bool row;
  MH_TRY(mh_store__query_get(&q, k->s, MH_Q_PRINTED, k->err));
  mh_store__int(q, ":print", print);
  mh_store__int(q, ":most", PRINTED);
  for (;;) {
    MH_TRY(mh_store__step(&row, k->s, q, k->err));
    if (!row) return MH_OK;
    const hit h = {sqlite3_column_int64(q, 0), (uint32_t)sqlite3_column_int64(q, 1)};
    if (h.report != k->id && MH_PUSH(&k->arena, out, h) != MH_OK)
      return sqlite3_reset(q), no_memory(k);
  }
}

static int by_report(const void *x, const void *y)
{
  const hit *a = x, *b = y;
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
  hits h = {.n = 0};
  for (uint32_t i = 0; i < k->signature.n_prints; i++)
    MH_TRY(printed(&h, k, k->signature.print[i]));
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
  for (uint32_t i = 0; i < k->signature.n_prints; i++) {
    MH_TRY(mh_store__query_get(&q, k->s, MH_Q_PRINT, k->err));
    mh_store__int(q, ":print", k->signature.print[i]);
    mh_store__int(q, ":report", k->id);
    mh_store__int(q, ":prints", k->signature.n_prints);
    MH_TRY(mh_store__do(k->s, q, k->err));
  }
  return MH_OK;
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

static mh_status forget_print(mh_store *s, int64_t id, uint32_t print, mh_error *err)
{
  sqlite3_stmt *q;
  MH_TRY(mh_store__query_get(&q, s, MH_Q_NO_PRINT, err));
  mh_store__int(q, ":print", print);
  mh_store__int(q, ":report", id);
  return mh_store__do(s, q, err);
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
  for (uint32_t i = 0; i < x.n_prints; i++) MH_TRY(forget_print(s, id, x.print[i], err));
  for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
    MH_TRY(mh_store__query_get(&q, s, order[i], err));
    mh_store__int(q, ":id", id);
    MH_TRY(mh_store__do(s, q, err));
  }
  return MH_OK;
}
