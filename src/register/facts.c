/* facts - what the reports of one round tell of it: number, date, place, chairs, where
 * they disagree; and how a round is named and found by its name.
 *
 * Not for which reports belong together (rounds.c).
 */
#include <stdio.h>
#include <stdlib.h>

#include "inside.h"

enum { VALUES_MAX = 32, CHAIRS_MAX = 32, CHAIR_WORDS = 12 };

/* ---- votes ------------------------------------------------------------------------- */

/* A value that is told, by how many sources, and by which report first. */
typedef struct vote {
  const char *value;
  const mh_register__node *first;
  const char *last; /* the source that told it last: counts once */
  uint32_t n;
} vote;

typedef struct votes {
  vote at[VALUES_MAX];
  uint32_t n;
} votes;

/* Nodes come by source. */
static void count(votes *v, const char *value, const mh_register__node *x)
{
  uint32_t i = 0;
  while (i < v->n && strcmp(v->at[i].value, value) != 0) i++;
  if (i == VALUES_MAX) return;
  if (i == v->n) v->at[v->n++] = (vote){value, x, NULL, 0};
  vote *one = &v->at[i];
  if (!one->last || strcmp(one->last, mh_register__source(x)) != 0) one->n++;
  if (mh_register__order(x, one->first) < 0) one->first = x;
  one->last = mh_register__source(x);
}

/* Most sources first, then who told it first. */
static int by_votes(const void *x, const void *y)
{
  const vote *a = x, *b = y;
  if (a->n != b->n) return a->n > b->n ? -1 : 1;
  const int c = mh_register__order(a->first, b->first);
  return c ? c : strcmp(a->value, b->value);
}

/* The value to show, NULL when none is told; more than one is a dispute. */
static mh_status settle(const char **value, mh_round *r, mh_arena *a, votes *v,
                        const char *field)
{
  *value = NULL;
  if (!v->n) return MH_OK;
  qsort(v->at, v->n, sizeof *v->at, by_votes);
  *value = v->at[0].value;
  if (v->n == 1) return MH_OK;
  const char **all = mh_arena_take(a, 3u * v->n * sizeof *all);
  if (!all) return MH_ENOMEM;
  mh_dispute *d = (mh_dispute *)&r->disputes[r->n_disputes++];
  *d = (mh_dispute){field, all, all + v->n, all + 2u * v->n, v->n};
  for (uint32_t i = 0; i < v->n; i++) {
    all[i] = v->at[i].value;
    all[v->n + i] = v->at[i].first->t->report;
    all[2u * v->n + i] = v->at[i].first->t->quote ? v->at[i].first->t->quote : "";
  }
  return MH_OK;
}

/* "2022" does not contradict "2022-01-26", nor "Kuwait" "Kuwait City": drop what another value
 * says more exactly. */
static void drop_vague(votes *v)
{
  uint32_t kept = 0;
  for (uint32_t i = 0; i < v->n; i++) {
    const size_t len = strlen(v->at[i].value);
    bool vague = false;
    for (uint32_t k = 0; k < v->n; k++) {
      const char *other = v->at[k].value;
      vague |= strlen(other) > len && !strncmp(other, v->at[i].value, len) &&
               (other[len] == '-' || other[len] == ' ');
    }
    if (!vague) v->at[kept++] = v->at[i];
  }
  v->n = kept;
}

/* ---- fields ------------------------------------------------------------------------ */

static mh_status put_ordinal(mh_round *r, mh_arena *a, const mh_register__node *const *x,
                             uint32_t n)
{
  votes v = {.n = 0};
  for (uint32_t i = 0; i < n; i++) {
    char text[16];
    if (!x[i]->t->ordinal) continue;
    const int len = snprintf(text, sizeof text, "%u", (unsigned)x[i]->t->ordinal);
    const char *value = mh_arena_copy(a, text, (size_t)len);
    if (!value) return MH_ENOMEM;
    count(&v, value, x[i]);
  }
  const char *chosen;
  MH_TRY(settle(&chosen, r, a, &v, "ordinal"));
  r->ordinal = chosen ? (uint32_t)strtoul(chosen, NULL, 10) : 0;
  return MH_OK;
}

static mh_status put_date(mh_round *r, mh_arena *a, const mh_register__node *const *x,
                          uint32_t n)
{
  votes v = {.n = 0};
  for (uint32_t i = 0; i < n; i++) {
    mh_day d;
    char text[16];
    const char *date = x[i]->t->date;
    if (x[i]->from > x[i]->to || !mh_day_parse(&d, date, strlen(date))) continue;
    mh_day_print(text, d);
    const char *value = mh_arena_copy(a, text, strlen(text));
    if (!value) return MH_ENOMEM;
    count(&v, value, x[i]);
  }
  drop_vague(&v);
  return settle(&r->date, r, a, &v, "date");
}

static mh_status put_place(mh_round *r, mh_arena *a, const mh_register__node *const *x,
                           uint32_t n)
{
  votes v = {.n = 0};
  for (uint32_t i = 0; i < n; i++)
    if (x[i]->t->place && *x[i]->t->place) count(&v, x[i]->t->place, x[i]);
  drop_vague(&v);
  return settle(&r->place, r, a, &v, "place");
}

/* ---- chairs ------------------------------------------------------------------------ */

/* A name, word by word as it is compared. */
typedef struct chair {
  const char *text;
  char word[CHAIR_WORDS][32];
  uint32_t n;
} chair;

static chair chair_of(const char *text)
{
  chair out = {.text = text};
  for (const char *p = text; *p && out.n < CHAIR_WORDS;) {
    const char *space = strchr(p, ' ');
    const size_t len = space ? (size_t)(space - p) : strlen(p);
    out.n += mh_register__fold(out.word[out.n], p, len) > 0;
    p += len + (space != NULL);
  }
  return out;
}

/* Is every word of x in y?  Then x is a shorter form of the name. */
static bool within(const chair *x, const chair *y)
{
  for (uint32_t i = 0; i < x->n; i++) {
    uint32_t k = 0;
    while (k < y->n && strcmp(x->word[i], y->word[k]) != 0) k++;
    if (k == y->n) return false;
  }
  return true;
}

static bool had(const chair *all, uint32_t n, const char *text)
{
  for (uint32_t i = 0; i < n; i++)
    if (strcmp(all[i].text, text) == 0) return true;
  return false;
}

/* Each chair once, by the fullest form of the name, in the order they are first told. */
static mh_status put_chairs(mh_round *r, mh_arena *a, const mh_register__node *const *x,
                            uint32_t n)
{
  chair *all = mh_arena_take(a, CHAIRS_MAX * sizeof *all);
  if (!all) return MH_ENOMEM;
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t k = 0; k < x[i]->t->n_chairs && r->n_chairs < CHAIRS_MAX; k++) {
      if (had(all, r->n_chairs, x[i]->t->chairs[k])) continue;
      const chair one = chair_of(x[i]->t->chairs[k]);
      uint32_t j = 0;
      while (j < r->n_chairs && !within(&one, &all[j]) && !within(&all[j], &one)) j++;
      if (one.n == 0) continue;
      if (j == r->n_chairs)
        all[r->n_chairs++] = one;
      else if (one.n > all[j].n)
        all[j] = one;
    }
  const char **chairs = mh_arena_take(a, r->n_chairs * sizeof *chairs);
  if (!chairs) return MH_ENOMEM;
  for (uint32_t i = 0; i < r->n_chairs; i++) chairs[i] = all[i].text;
  r->chairs = chairs;
  return MH_OK;
}

/* ---- reports and name -------------------------------------------------------------- */

static mh_status put_reports(mh_round *r, mh_arena *a, const mh_register__node *const *x,
                             uint32_t n)
{
  const char **reports = mh_arena_take(a, n * sizeof *reports);
  if (!reports) return MH_ENOMEM;
  for (uint32_t i = 0; i < n; i++) {
    if (!x[i]->main && !x[i]->t->next) continue;
    if (r->n_reports && !strcmp(reports[r->n_reports - 1], x[i]->t->report)) continue;
    reports[r->n_reports++] = x[i]->t->report;
  }
  r->reports = reports;
  return MH_OK;
}

/* The ordinal, else the date, else the day of the first report. */
static mh_status put_name(mh_round *r, mh_arena *a, const mh_register__node *const *x)
{
  char text[16] = "undated";
  if (r->ordinal)
    snprintf(text, sizeof text, "%u", (unsigned)r->ordinal);
  else if (r->date)
    snprintf(text, sizeof text, "%s", r->date);
  else if (x[0]->t->next)
    snprintf(text, sizeof text, "next");
  else if (x[0]->published != MH_DAY_NONE)
    mh_day_print(text, mh_day_of(x[0]->published));
  r->name = mh_arena_copy(a, text, strlen(text));
  return r->name ? MH_OK : MH_ENOMEM;
}

static int by_order(const void *x, const void *y)
{
  const mh_register__node *a = *(const mh_register__node *const *)x;
  const mh_register__node *b = *(const mh_register__node *const *)y;
  return (a > b) - (a < b); /* nodes lie in their order */
}

static int by_source(const void *x, const void *y)
{
  const mh_register__node *a = *(const mh_register__node *const *)x;
  const mh_register__node *b = *(const mh_register__node *const *)y;
  const int c = strcmp(mh_register__source(a), mh_register__source(b));
  return c ? c : by_order(x, y);
}

mh_status mh_register__facts(mh_round *out, mh_arena *a,
                             const mh_register__node *const *node, uint32_t n)
{
  *out = (mh_round){0};
  const mh_register__node **x = mh_arena_take(a, n * sizeof *x);
  mh_dispute *disputes = mh_arena_take(a, 3 * sizeof *disputes);
  if (!x || !disputes) return MH_ENOMEM;
  memcpy((void *)x, (const void *)node, n * sizeof *x);
  out->disputes = disputes;
  qsort((void *)x, n, sizeof *x, by_source);
  MH_TRY(put_ordinal(out, a, x, n));
  MH_TRY(put_date(out, a, x, n));
  MH_TRY(put_place(out, a, x, n));
  qsort((void *)x, n, sizeof *x, by_order);
  MH_TRY(put_chairs(out, a, x, n));
  MH_TRY(put_reports(out, a, x, n));
  return put_name(out, a, x);
}

/* ---- names of series and rounds ---------------------------------------------------- */

char *mh_register_name(mh_arena *a, const char *const *parties, uint32_t n,
                       const char *kind)
{
  size_t len = strlen(kind) + 1;
  for (uint32_t i = 0; i < n; i++) len += strlen(parties[i]) + 1;
  char *out = mh_arena_take(a, len + 1), *p = out;
  if (!out) return NULL;
  for (uint32_t i = 0; i < n; i++) {
    const size_t step = strlen(parties[i]);
    memcpy(p, parties[i], step);
    p += step;
    *p++ = i + 1 < n ? '-' : '/';
  }
  memcpy(p, kind, strlen(kind) + 1);
  return out;
}

static bool days_of(int32_t *from, int32_t *to, const char *date)
{
  mh_day d;
  if (strlen(date) < 4 || !mh_day_parse(&d, date, strlen(date))) return false;
  mh_day first = d, last = d;
  if (!d.month) first.month = 1, last.month = 12;
  if (!d.day)
    first.day = 1, last.day = (uint8_t)mh_day_month_length(last.year, last.month);
  if (!mh_day_valid(first) || !mh_day_valid(last)) return false;
  *from = mh_day_number(first);
  *to = mh_day_number(last);
  return true;
}

/* The only round that may have been held in [from, to]; those that were held first. */
static uint32_t only(const mh_rounds *r, int32_t from, int32_t to)
{
  for (int next = 0; next < 2; next++) {
    uint32_t found = r->n, n = 0;
    for (uint32_t i = 0; i < r->n; i++) {
      const mh_when *w = &r->when[i];
      if (r->at[i].next != next || w->from > w->to || w->from > to || w->to < from)
        continue;
      found = i;
      n++;
    }
    if (n) return n == 1 ? found : r->n;
  }
  return r->n;
}

uint32_t mh_register_find(const mh_rounds *r, const char *name)
{
  int32_t from, to;
  for (uint32_t i = 0; i < r->n; i++)
    if (strcmp(r->at[i].name, name) == 0) return i;
  for (uint32_t i = 0; i < r->n; i++)
    if (r->at[i].date && strcmp(r->at[i].date, name) == 0) return i;
  if (!days_of(&from, &to, name)) return r->n;
  const uint32_t exact = only(r, from, to);
  if (exact < r->n || from != to) return exact;
  return only(r, from - r->slack, to + r->slack);
}

uint32_t mh_register_last(const mh_rounds *r, uint32_t end)
{
  for (uint32_t i = end < r->n ? end : r->n; i-- > 0;)
    if (!r->at[i].next && r->at[i].n_reports) return i;
  return r->n;
}
