/* views - the questions: all dialogues, one round, two rounds.  Each is answered from one
 * snapshot of the store, and reads only the reports of the rounds in question.
 */
#include <stdlib.h>

#include "inside.h"

/* A question on its way. */
typedef struct asking {
  mh_store *s;
  mh_arena *a;
  mh_error *err;
} asking;

static mh_status no_memory(const asking *k)
{
  return mh_store__fail(k->err, k->s, SQLITE_NOMEM, "reading the store");
}

/* ---- what reports tell of a series ------------------------------------------------- */

/* A meeting told, and where it stands in the store. */
typedef struct key {
  int64_t report, meeting;
} key;

typedef struct tellings {
  mh_told *at;
  uint32_t n, cap;
} tellings;

typedef struct keys {
  key *at;
  uint32_t n, cap;
} keys;

typedef struct chairs {
  const char **at;
  uint32_t n, cap;
} chairs;

static mh_status told_of(mh_told *t, const char **kind, const asking *k, sqlite3_stmt *q)
{
  const int64_t ordinal = sqlite3_column_int64(q, 3), nth = sqlite3_column_int64(q, 1);
  const char **field[] = {&t->date,  &t->place,  NULL,
                          &t->quote, &t->report, &t->published};
  *t = (mh_told){0};
  for (int i = 0; i < 6; i++)
    if (field[i]) MH_TRY(mh_store__column(field[i], k->s, k->a, q, 4 + i, k->err));
  if (!*kind) MH_TRY(mh_store__column(kind, k->s, k->a, q, 2, k->err));
  if (!t->report || !*kind)
    return mh_store__damaged(k->err, k->s, "a meeting is incomplete");
  t->ordinal = ordinal > 0 && ordinal < UINT32_MAX ? (uint32_t)ordinal : 0;
  t->nth = (uint32_t)nth;
  t->next = sqlite3_column_int(q, 6) != 0;
  return MH_OK;
}

static mh_status tell(tellings *t, keys *id, const char **kind, const asking *k,
                      const char *series)
{
  sqlite3_stmt *q;
  bool row;
  MH_TRY(mh_store__query_get(&q, k->s, MH_Q_TOLD, k->err));
  mh_store__string(q, ":series", series);
  for (;;) {
    mh_told one;
    MH_TRY(mh_store__step(&row, k->s, q, k->err));
    if (!row) return MH_OK;
    MH_TRY(told_of(&one, kind, k, q));
    const key where = {sqlite3_column_int64(q, 0), sqlite3_column_int64(q, 1)};
    if (MH_PUSH(k->a, t, one) != MH_OK || MH_PUSH(k->a, id, where) != MH_OK)
      return no_memory(k);
  }
}

/* Chairs come in the order of the meetings: walk both. */
static mh_status tell_chairs(tellings *t, const keys *id, const asking *k,
                             const char *series)
{
  sqlite3_stmt *q;
  bool row;
  uint32_t at = 0;
  chairs list = {0};
  MH_TRY(mh_store__query_get(&q, k->s, MH_Q_CHAIRS, k->err));
  mh_store__string(q, ":series", series);
  for (;;) {
    const char *name;
    MH_TRY(mh_store__step(&row, k->s, q, k->err));
    if (!row) return MH_OK;
    const key of = {sqlite3_column_int64(q, 0), sqlite3_column_int64(q, 1)};
    while (at < t->n &&
           (id->at[at].report != of.report || id->at[at].meeting != of.meeting))
      at++, list = (chairs){0};
    if (at == t->n) return sqlite3_reset(q), MH_OK;
    MH_TRY(mh_store__column(&name, k->s, k->a, q, 2, k->err));
    if (!name) continue;
    if (MH_PUSH(k->a, &list, name) != MH_OK) return no_memory(k);
    t->at[at].chairs = list.at;
    t->at[at].n_chairs = list.n;
  }
}

static mh_status tell_sources(tellings *t, const keys *id, const asking *k,
                              const char *series)
{
  int64_t *report = mh_arena_take(k->a, id->n * sizeof *report);
  if (!report) return no_memory(k);
  for (uint32_t i = 0; i < id->n; i++) report[i] = id->at[i].report;
  return mh_store__sources(t->at, report, t->n, k->s, k->a, series, k->err);
}

static mh_status parties_of(mh_series *out, const asking *k, key of)
{
  sqlite3_stmt *q;
  bool row;
  chairs list = {0};
  MH_TRY(mh_store__query_get(&q, k->s, MH_Q_PARTIES, k->err));
  mh_store__int(q, ":report", of.report);
  mh_store__int(q, ":meeting", of.meeting);
  for (;;) {
    const char *code;
    MH_TRY(mh_store__step(&row, k->s, q, k->err));
    if (!row) break;
    MH_TRY(mh_store__column(&code, k->s, k->a, q, 0, k->err));
    if (code && MH_PUSH(k->a, &list, code) != MH_OK) return no_memory(k);
  }
  out->parties = list.at;
  out->n_parties = list.n;
  return MH_OK;
}

/* A series and its rounds; fails with MH_ENOTFOUND. */
static mh_status series_of(mh_series *out, mh_rounds *rounds, const asking *k,
                           const char *name)
{
  tellings t = {0};
  keys id = {0};
  *out = (mh_series){0};
  MH_TRY(tell(&t, &id, &out->kind, k, name));
  if (!t.n)
    return mh_fail(k->err, MH_ENOTFOUND, 0, "%.120s: there is no such dialogue", name);
  MH_TRY(tell_chairs(&t, &id, k, name));
  MH_TRY(tell_sources(&t, &id, k, name));
  MH_TRY(parties_of(out, k, id.at[0]));
  out->name = mh_arena_copy(k->a, name, strlen(name));
  if (!out->name || mh_register_rounds(rounds, k->a, out->kind, t.at, t.n) != MH_OK)
    return no_memory(k);
  out->rounds = rounds->at;
  out->n_rounds = rounds->n;
  return MH_OK;
}

/* ---- the statements of a round ----------------------------------------------------- */

/* All names of those who speak in what was loaded. */
typedef struct named {
  const char **at;
  uint32_t n, cap;
} named;

/* Positions keep the oldest of what is one text and tell who carries it. */
static mh_status thin(const mh_position *at, uint32_t n, mh_store__cover *earlier,
                      mh_store__cover *later, const asking *k)
{
  mh_position *p = (mh_position *)at; /* made in our arena */
  mh_status st = MH_OK;
  for (uint32_t i = 0; st == MH_OK && i < n; i++) {
    st = mh_store__cover_thin(&p[i].earlier, &p[i].n_earlier, earlier, k->a);
    if (st == MH_OK) st = mh_store__cover_thin(&p[i].later, &p[i].n_later, later, k->a);
  }
  if (st == MH_OK) st = mh_store__cover_tell(earlier, k->a);
  if (st == MH_OK && later != earlier) st = mh_store__cover_tell(later, k->a);
  return st == MH_OK ? MH_OK : no_memory(k);
}

/* The reports of a round as rows of the store. */
typedef struct rows {
  int64_t *at;
  uint32_t n, cap;
} rows;

static mh_status push(mh_store__saying *e, const asking *k, const mh_evidence *one,
                      uint32_t owner)
{
  if (mh_list_room(k->a, &e->at, e->n, &e->cap, sizeof *e->at) != MH_OK ||
      mh_list_room(k->a, &e->owner, e->n, &e->cap_owner, sizeof *e->owner) != MH_OK)
    return no_memory(k);
  e->owner[e->n] = owner;
  e->at[e->n++] = one;
  return MH_OK;
}

static mh_status gather_report(mh_store__saying *e, named *n, const asking *k,
                               const mh_series *s, int64_t report, uint32_t owner)
{
  mh_store__loaded l;
  MH_TRY(mh_store__load(&l, k->s, k->a, report, true, k->err));
  for (uint32_t i = 0; i < l.n; i++)
    if (mh_register_concerns(&l.e[i], s->parties, s->n_parties))
      MH_TRY(push(e, k, &l.e[i], owner));
  for (uint32_t i = 0; i < l.n_names; i++)
    if (MH_PUSH(k->a, n, l.names[i]) != MH_OK) return no_memory(k);
  return MH_OK;
}

/* One text may have come from several outlets: each is a report of its own. */
static mh_status rows_of(rows *out, const asking *k, const mh_round *r)
{
  enum { COPIES_MAX = 256 };
  for (uint32_t i = 0; i < r->n_reports; i++) {
    sqlite3_stmt *q;
    bool row = true;
    MH_TRY(mh_store__query_get(&q, k->s, MH_Q_OF_DIGEST, k->err));
    mh_store__string(q, ":digest", r->reports[i]);
    for (uint32_t copies = 0; row && copies < COPIES_MAX; copies++) {
      MH_TRY(mh_store__step(&row, k->s, q, k->err));
      if (row && MH_PUSH(k->a, out, sqlite3_column_int64(q, 0)) != MH_OK)
        return no_memory(k);
    }
    sqlite3_reset(q);
  }
  return MH_OK;
}

/* What the reports of a round say, each text once. */
static mh_status gather(mh_store__saying *e, mh_store__cover *c, named *n,
                        const asking *k, const mh_series *s, const mh_round *r)
{
  rows of = {0};
  MH_TRY(rows_of(&of, k, r));
  for (uint32_t i = 0; i < of.n; i++) MH_TRY(gather_report(e, n, k, s, of.at[i], i));
  return mh_store__cover_find(c, e, k->s, k->a, s->name, of.at, of.n, k->err);
}

static mh_status positions_of(mh_positions *out, const asking *k, const mh_series *s,
                              mh_round *r)
{
  mh_store__saying e = {0};
  mh_store__cover c;
  named n = {0};
  *out = (mh_positions){0};
  if (r->next) return MH_OK;
  MH_TRY(gather(&e, &c, &n, k, s, r));
  const mh_names names = {n.at, n.n};
  if (mh_register_positions(out, k->a, e.at, e.n, &names) != MH_OK) return no_memory(k);
  r->n_positions = out->n;
  return thin(out->at, out->n, &c, &c, k);
}

/* ---- all dialogues ----------------------------------------------------------------- */

/* How many positions each round has; what is loaded for that is thrown away again. */
static mh_status count_positions(const asking *k, const mh_series *s, mh_rounds *rounds)
{
  mh_arena scratch = {0};
  const asking inner = {k->s, &scratch, k->err};
  mh_status st = MH_OK;
  for (uint32_t i = 0; st == MH_OK && i < rounds->n; i++) {
    mh_positions p;
    mh_arena_reset(&scratch);
    st = positions_of(&p, &inner, s, &rounds->at[i]);
  }
  mh_arena_free(&scratch);
  return st;
}

typedef struct all_series {
  mh_series *at;
  uint32_t n, cap;
} all_series;

static mh_status next_series(const char **name, const asking *k)
{
  sqlite3_stmt *q;
  bool row;
  MH_TRY(mh_store__query_get(&q, k->s, MH_Q_SERIES, k->err));
  mh_store__string(q, ":after", *name);
  MH_TRY(mh_store__step(&row, k->s, q, k->err));
  *name = NULL;
  if (row) MH_TRY(mh_store__column(name, k->s, k->a, q, 0, k->err));
  sqlite3_reset(q);
  return MH_OK;
}

static mh_status dialogues(mh_view *v, const asking *k)
{
  all_series all = {0};
  const char *name = "";
  for (;;) {
    mh_series one;
    mh_rounds rounds;
    MH_TRY(next_series(&name, k));
    if (!name) break;
    MH_TRY(series_of(&one, &rounds, k, name));
    MH_TRY(count_positions(k, &one, &rounds));
    if (MH_PUSH(k->a, &all, one) != MH_OK) return no_memory(k);
  }
  v->series = all.at;
  v->n_series = all.n;
  return MH_OK;
}

/* ---- one round, two rounds --------------------------------------------------------- */

static mh_status one_series(mh_view *v, mh_rounds *rounds, const asking *k,
                            const char *name)
{
  mh_series *s = mh_arena_take(k->a, sizeof *s);
  if (!s) return no_memory(k);
  MH_TRY(series_of(s, rounds, k, name));
  v->series = s;
  v->n_series = 1;
  return MH_OK;
}

/* The round named; NULL is the last one held before place `end`. */
static mh_status pick(uint32_t *out, const asking *k, const mh_rounds *r,
                      const char *series, const char *round, uint32_t end)
{
  *out = round ? mh_register_find(r, round) : mh_register_last(r, end);
  if (*out < r->n) return MH_OK;
  if (!round)
    return mh_fail(k->err, MH_ENOTFOUND, 0,
                   "%.120s: too few rounds are known that were held", series);
  return mh_fail(k->err, MH_ENOTFOUND, 0,
                 "%.120s@%.40s: there is no such round, or more than one", series, round);
}

/* What is asked for. */
typedef struct question {
  const char *series, *earlier, *later;
} question;

static mh_status round_of(mh_view *v, const asking *k, const question *q)
{
  mh_rounds rounds;
  uint32_t i;
  MH_TRY(one_series(v, &rounds, k, q->series));
  MH_TRY(pick(&i, k, &rounds, q->series, q->later, rounds.n));
  v->round = &rounds.at[i];
  return positions_of(&v->positions, k, v->series, &rounds.at[i]);
}

static mh_status compare(mh_view *v, const asking *k, const question *q)
{
  mh_rounds rounds;
  uint32_t x, y;
  mh_store__saying ex = {0}, ey = {0};
  mh_store__cover cx, cy;
  named n = {0};
  mh_comparison *c = mh_arena_zero(k->a, sizeof *c);
  if (!c) return no_memory(k);
  MH_TRY(one_series(v, &rounds, k, q->series));
  MH_TRY(pick(&y, k, &rounds, q->series, q->later, rounds.n));
  MH_TRY(pick(&x, k, &rounds, q->series, q->earlier, y));
  if (x == y)
    return mh_fail(k->err, MH_EUSAGE, 0, "%.120s@%.40s: both rounds are the same",
                   q->series, rounds.at[x].name);
  MH_TRY(gather(&ex, &cx, &n, k, v->series, &rounds.at[x]));
  MH_TRY(gather(&ey, &cy, &n, k, v->series, &rounds.at[y]));
  const mh_names names = {n.at, n.n};
  c->series = v->series;
  c->earlier = &rounds.at[x];
  c->later = &rounds.at[y];
  if (mh_register_compare(c, k->a, ex.at, ex.n, ey.at, ey.n, &names) != MH_OK)
    return no_memory(k);
  MH_TRY(thin(c->positions, c->n_positions, &cx, &cy, k));
  for (uint32_t i = 0; i < c->n_positions; i++) {
    rounds.at[x].n_positions += c->positions[i].n_earlier > 0;
    rounds.at[y].n_positions += c->positions[i].n_later > 0;
  }
  v->comparison = c;
  return MH_OK;
}

/* ---- the door ---------------------------------------------------------------------- */

static mh_status ask_dialogues(mh_view *v, const asking *k, const question *q)
{
  (void)q;
  return dialogues(v, k);
}

typedef mh_status answer(mh_view *v, const asking *k, const question *q);

static mh_status ask(mh_view **out, mh_store *s, answer *how, const question *q,
                     mh_error *err)
{
  *out = NULL;
  mh_view *v = calloc(1, sizeof *v);
  if (!v) return mh_fail(err, MH_ENOMEM, 0, "no memory for the answer");
  bool own = false;
  const asking k = {s, &v->arena, err};
  mh_status st = mh_store__look(&own, s, err);
  if (st == MH_OK) st = how(v, &k, q);
  mh_store__look_end(s, own);
  if (st == MH_OK)
    *out = v;
  else
    mh_view_free(v);
  return st;
}

mh_status mh_view_dialogues(mh_view **out, mh_store *s, mh_error *err)
{
  return ask(out, s, ask_dialogues, NULL, err);
}

mh_status mh_view_round(mh_view **out, mh_store *s, const char *series, const char *round,
                        mh_error *err)
{
  return ask(out, s, round_of, &(question){.series = series, .later = round}, err);
}

mh_status mh_view_compare(mh_view **out, mh_store *s, const char *series,
                          const char *earlier, const char *later, mh_error *err)
{
  return ask(out, s, compare, &(question){series, earlier, later}, err);
}

void mh_view_free(mh_view *v)
{
  if (!v) return;
  mh_arena_free(&v->arena);
  free(v);
}

const mh_series *mh_view_series(const mh_view *v, size_t *n)
{
  *n = v->n_series;
  return v->series;
}

const mh_round *mh_view_the_round(const mh_view *v)
{
  return v->round;
}

const mh_position *mh_view_positions(const mh_view *v, size_t *n)
{
  *n = v->positions.n;
  return v->positions.at;
}

const mh_comparison *mh_view_comparison(const mh_view *v)
{
  return v->comparison;
}
