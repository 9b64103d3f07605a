/* nodes - one meeting as one report tells it, its days worked out; the order of such
 * nodes; what several that are of one round tell together.
 *
 * Which nodes are of one round is decided in rounds.c.
 */
#include <stdlib.h>

#include "inside.h"

/* ---- order ------------------------------------------------------------------------- */

int mh_register__days(int32_t x, int32_t y)
{
  return (x > y) - (x < y);
}

int mh_register__order(const mh_register__node *x, const mh_register__node *y)
{
  int c = mh_register__days(x->published, y->published);
  if (c == 0) c = strcmp(x->t->report, y->t->report);
  return c ? c : (x->t->nth > y->t->nth) - (x->t->nth < y->t->nth);
}

static int by_order(const void *x, const void *y)
{
  return mh_register__order(x, y);
}

/* ---- nodes ------------------------------------------------------------------------- */

static void days_of(mh_register__node *x, const char *date)
{
  mh_day d;
  x->from = 1;
  x->to = 0;
  if (!date || !mh_day_parse(&d, date, strlen(date))) return;
  mh_day first = d, last = d;
  if (!d.month) first.month = 1, last.month = 12;
  if (!d.day)
    first.day = 1, last.day = (uint8_t)mh_day_month_length(last.year, last.month);
  if (!mh_day_valid(first) || !mh_day_valid(last)) return;
  x->from = mh_day_number(first);
  x->to = mh_day_number(last);
}

static int32_t day_of(const char *published)
{
  mh_day d;
  if (!published || !mh_day_parse(&d, published, strlen(published)) || !mh_day_valid(d))
    return MH_DAY_NONE;
  return mh_day_number(d);
}

/* Background that says neither when nor which is no fact about a round. */
static bool tells(const mh_register__node *x)
{
  return x->t->next || x->main || x->t->ordinal || mh_register__full(x);
}

mh_status mh_register__nodes_make(mh_register__nodes *out, mh_arena *a,
                                  const mh_told *told, uint32_t n)
{
  mh_register__node *node = mh_arena_take(a, n * sizeof *node);
  if (!node) return MH_ENOMEM;
  *out = (mh_register__nodes){.at = node};
  for (uint32_t i = 0; i < n; i++) {
    mh_register__node *x = &node[i];
    *x = (mh_register__node){.t = &told[i], .group = UINT32_MAX};
    days_of(x, told[i].date);
    x->published = day_of(told[i].published);
  }
  qsort(node, n, sizeof *node, by_order);
  const char *report = NULL;
  for (uint32_t i = 0; i < n; i++) {
    mh_register__node *x = &node[i];
    if (x->t->next || (report && strcmp(report, x->t->report) == 0)) continue;
    x->main = true;
    report = x->t->report;
  }
  for (uint32_t i = 0; i < n; i++)
    if (tells(&node[i])) node[out->n++] = node[i];
  return MH_OK;
}

/* ---- together ---------------------------------------------------------------------- */

/* The day that most sources tell, the earlier on a tie. */
static int32_t day_told(mh_register__node *const *x, uint32_t n)
{
  int32_t best = MH_DAY_NONE;
  uint32_t votes = 0;
  for (uint32_t i = 0, end; i < n && mh_register__full(x[i]); i = end) {
    uint32_t sources = 1;
    for (end = i + 1; end < n && mh_register__full(x[end]) && x[end]->from == x[i]->from;
         end++)
      sources += strcmp(mh_register__source(x[end]), mh_register__source(x[end - 1])) !=
                 0;
    if (sources > votes) best = x[i]->from, votes = sources;
  }
  return best;
}

mh_register__group mh_register__summary(mh_register__node *const *x, uint32_t n)
{
  mh_register__group g = {
      .id = x[0]->group, .published = MH_DAY_NONE, .from = 1, .to = 0};
  g.day = day_told(x, n);
  for (uint32_t i = 0; i < n; i++) {
    const mh_register__node *y = x[i];
    if (y->t->ordinal && (!g.ordinal || y->t->ordinal < g.ordinal))
      g.ordinal = y->t->ordinal;
    if (y->main && y->published < g.published) g.published = y->published;
    if (mh_register__dated(y) && (g.from > g.to || y->to - y->from < g.to - g.from ||
                                  (y->to - y->from == g.to - g.from && y->from < g.from)))
      g.from = y->from, g.to = y->to;
  }
  g.anchor = g.day != MH_DAY_NONE         ? g.day
             : g.published != MH_DAY_NONE ? g.published
             : g.from <= g.to             ? g.from
                                          : MH_DAY_NONE;
  return g;
}
