/* load - a report's statements out of the store, as evidence with the words themselves.
 *
 * What comes from the file is not trusted: a place outside of the text is a damaged store.
 */
#include <stdio.h>
#include <stdlib.h>

#include "inside.h"

enum { AROUND = 32, STATEMENTS_MAX = 1 << 16 };

/* A report on its way into the arena. */
typedef struct loading {
  mh_store *s;
  mh_arena *a;
  mh_error *err;
  const char *outlet, *url, *title, *published, *digest;
  const char *text;
  uint32_t len;
  mh_points points;
  mh_evidence *e;
  int64_t *number; /* [n]: statement.n */
  uint32_t n, cap, cap_number;
} loading;

static mh_status no_memory(loading *l)
{
  return mh_store__fail(l->err, l->s, SQLITE_NOMEM, "reading the store");
}

/* ---- text -------------------------------------------------------------------------- */

static bool starts_here(const loading *l, uint32_t at)
{
  return at == l->len || ((unsigned char)l->text[at] & 0xC0) != 0x80;
}

/* A stretch of the text, checked. */
static mh_status stretch(mh_span *out, loading *l, int64_t at, int64_t len)
{
  *out = (mh_span){0, 0};
  if (at < 0 || len < 0 || at > l->len || len > l->len - at)
    return mh_store__damaged(l->err, l->s, "a place outside of its text");
  *out = (mh_span){(uint32_t)at, (uint32_t)len};
  if (!starts_here(l, out->at) || !starts_here(l, out->at + out->len))
    return mh_store__damaged(l->err, l->s, "a place inside of a character");
  return MH_OK;
}

static mh_status slice(const char **out, loading *l, mh_span s)
{
  *out = mh_arena_copy(l->a, l->text + s.at, s.len);
  return *out ? MH_OK : no_memory(l);
}

/* Up to 32 characters before and after a quotation. */
static mh_status around(mh_evidence *e, loading *l, mh_span s)
{
  uint32_t from = s.at, to = s.at + s.len;
  for (int i = 0; i < AROUND && from > 0; i++) do
      from--;
    while (from > 0 && !starts_here(l, from));
  for (int i = 0; i < AROUND && to < l->len; i++) do
      to++;
    while (!starts_here(l, to));
  MH_TRY(slice(&e->before, l, (mh_span){from, s.at - from}));
  return slice(&e->after, l, (mh_span){s.at + s.len, to - s.at - s.len});
}

static mh_status head(loading *l, int64_t report)
{
  sqlite3_stmt *q;
  bool row;
  MH_TRY(mh_store__query_get(&q, l->s, MH_Q_HEAD, l->err));
  mh_store__int(q, ":report", report);
  MH_TRY(mh_store__step(&row, l->s, q, l->err));
  if (!row) return mh_store__damaged(l->err, l->s, "a report has no text");
  const char **field[] = {&l->digest, &l->outlet, &l->url, &l->title, &l->published};
  for (int i = 0; i < 5; i++)
    MH_TRY(mh_store__column(field[i], l->s, l->a, q, i, l->err));
  MH_TRY(mh_store__column(&l->text, l->s, l->a, q, 5, l->err));
  const int64_t len = sqlite3_column_bytes(q, 5);
  sqlite3_reset(q);
  if (!l->text || !l->digest)
    return mh_store__damaged(l->err, l->s, "a report has no text");
  l->len = (uint32_t)len;
  if (l->outlet && !*l->outlet) l->outlet = NULL;
  if (l->url && !*l->url) l->url = NULL;
  return mh_points_make(&l->points, l->a, l->text, l->len) == MH_OK ? MH_OK
                                                                    : no_memory(l);
}

/* ---- statements -------------------------------------------------------------------- */

static mh_act act_of(const char *id)
{
  for (size_t i = 0; i < mh_act_count(); i++)
    if (strcmp(mh_act_id((mh_act)i), id) == 0) return (mh_act)i;
  return -1;
}

static mh_status fill(mh_evidence *e, loading *l, sqlite3_stmt *q)
{
  mh_span trigger, content;
  char name[24];
  const char *act = (const char *)sqlite3_column_text(q, 1);
  e->act = act ? act_of(act) : -1;
  if (e->act < 0) return mh_store__damaged(l->err, l->s, "an act that is none; rebuild");
  MH_TRY(stretch(&trigger, l, sqlite3_column_int64(q, 2), sqlite3_column_int64(q, 3)));
  MH_TRY(stretch(&content, l, sqlite3_column_int64(q, 4), sqlite3_column_int64(q, 5)));
  MH_TRY(slice(&e->trigger, l, trigger));
  MH_TRY(slice(&e->quote, l, content));
  MH_TRY(around(e, l, content));
  e->start = mh_points_at(&l->points, content.at);
  e->end = mh_points_at(&l->points, content.at + content.len);
  e->renewed = sqlite3_column_int(q, 6) != 0;
  e->quoted = sqlite3_column_int(q, 7) != 0;
  e->confidence = sqlite3_column_double(q, 8);
  const int n = snprintf(name, sizeof name, "s%lld",
                         (long long)sqlite3_column_int64(q, 0));
  e->statement = mh_arena_copy(l->a, name, (size_t)n);
  return e->statement ? MH_OK : no_memory(l);
}

static mh_status push(loading *l, const mh_evidence *e, int64_t number)
{
  if (mh_list_room(l->a, &l->e, l->n, &l->cap, sizeof *l->e) != MH_OK ||
      mh_list_room(l->a, &l->number, l->n, &l->cap_number, sizeof *l->number) != MH_OK)
    return no_memory(l);
  l->number[l->n] = number;
  l->e[l->n++] = *e;
  return MH_OK;
}

static mh_status statements(loading *l, int64_t report)
{
  sqlite3_stmt *q;
  bool row = true;
  MH_TRY(mh_store__query_get(&q, l->s, MH_Q_GET_STATEMENTS, l->err));
  mh_store__int(q, ":report", report);
  while (row && l->n < STATEMENTS_MAX) {
    MH_TRY(mh_store__step(&row, l->s, q, l->err));
    if (!row) break;
    mh_evidence e = {.report = l->digest,
                     .outlet = l->outlet,
                     .url = l->url,
                     .title = l->title,
                     .published = l->published};
    MH_TRY(fill(&e, l, q));
    MH_TRY(push(l, &e, sqlite3_column_int64(q, 0)));
  }
  sqlite3_reset(q);
  return MH_OK;
}

/* ---- lists of a statement ---------------------------------------------------------- */

/* Which list of the evidence. */
typedef enum which { SPEAKERS, TOPICS, ABOUT, REFS } which;

static void set(mh_evidence *e, which w, const char *const *at, uint32_t n)
{
  const uint16_t count = (uint16_t)n;
  switch (w) {
  case SPEAKERS: e->speakers = at, e->n_speakers = count; break;
  case TOPICS: e->topics = at, e->n_topics = count; break;
  case ABOUT: e->about = at, e->n_about = count; break;
  case REFS: e->refs = at, e->n_refs = count; break;
  }
}

typedef struct texts {
  const char **at;
  uint32_t n, cap;
} texts;

/* Codes and topics are few and come again and again: one copy of each. */
static mh_status shared(const char **out, loading *l, texts *known, sqlite3_stmt *q)
{
  const char *text = (const char *)sqlite3_column_text(q, 1);
  for (uint32_t i = 0; text && i < known->n && i < 64; i++)
    if (strcmp(known->at[i], text) == 0) return *out = known->at[i], MH_OK;
  MH_TRY(mh_store__column(out, l->s, l->a, q, 1, l->err));
  if (!*out) return mh_store__damaged(l->err, l->s, "a value is missing");
  return MH_PUSH(l->a, known, *out) == MH_OK ? MH_OK : no_memory(l);
}

/* Rows come by statement, as l->e does: walk both. */
static mh_status lists(loading *l, int64_t report, mh_store__query query, which w,
                       texts *known)
{
  sqlite3_stmt *q;
  bool row = true;
  uint32_t at = 0;
  texts list = {0};
  MH_TRY(mh_store__query_get(&q, l->s, query, l->err));
  mh_store__int(q, ":report", report);
  for (;;) {
    MH_TRY(mh_store__step(&row, l->s, q, l->err));
    const int64_t number = row ? sqlite3_column_int64(q, 0) : INT64_MAX;
    while (at < l->n && l->number[at] < number) {
      if (list.n) set(&l->e[at], w, list.at, list.n);
      list = (texts){0};
      at++;
    }
    if (!row || at == l->n) break;
    const char *value;
    MH_TRY(shared(&value, l, known, q));
    if (l->number[at] != number || list.n == UINT16_MAX) continue;
    if (MH_PUSH(l->a, &list, value) != MH_OK) return no_memory(l);
  }
  sqlite3_reset(q);
  return MH_OK;
}

/* ---- names ------------------------------------------------------------------------- */

static bool speaks(const loading *l, const char *actor)
{
  for (uint32_t i = 0; i < l->n; i++)
    for (uint32_t k = 0; k < l->e[i].n_speakers; k++)
      if (strcmp(l->e[i].speakers[k], actor) == 0) return true;
  return false;
}

/* By which words the report names those who speak in it, or the office of their people. */
static mh_status names(mh_store__loaded *out, loading *l, int64_t report)
{
  enum { NAMES_MAX = 48 };
  texts found = {0};
  sqlite3_stmt *q;
  bool row;
  MH_TRY(mh_store__query_get(&q, l->s, MH_Q_GET_NAMES, l->err));
  mh_store__int(q, ":report", report);
  while (found.n < NAMES_MAX) {
    mh_span at;
    const char *name;
    MH_TRY(mh_store__step(&row, l->s, q, l->err));
    if (!row) break;
    const char *actor = (const char *)sqlite3_column_text(q, 2);
    if (!actor || !speaks(l, actor)) continue;
    MH_TRY(stretch(&at, l, sqlite3_column_int64(q, 0), sqlite3_column_int64(q, 1)));
    MH_TRY(slice(&name, l, at));
    if (MH_PUSH(l->a, &found, name) != MH_OK) return no_memory(l);
  }
  sqlite3_reset(q);
  out->names = found.at;
  out->n_names = found.n;
  return MH_OK;
}

mh_status mh_store__load(mh_store__loaded *out, mh_store *s, mh_arena *a, int64_t report,
                         bool with_names, mh_error *err)
{
  loading l = {.s = s, .a = a, .err = err};
  texts known = {0};
  *out = (mh_store__loaded){0};
  MH_TRY(head(&l, report));
  MH_TRY(statements(&l, report));
  MH_TRY(lists(&l, report, MH_Q_GET_SPEAKERS, SPEAKERS, &known));
  MH_TRY(lists(&l, report, MH_Q_GET_TOPICS, TOPICS, &known));
  MH_TRY(lists(&l, report, MH_Q_GET_ABOUT, ABOUT, &known));
  MH_TRY(lists(&l, report, MH_Q_GET_REFS, REFS, &known));
  if (with_names) MH_TRY(names(out, &l, report));
  out->digest = l.digest;
  out->e = l.e;
  out->n = l.n;
  return MH_OK;
}
