/* rounds - which reports tell of the same round of a series.
 *
 * Reports name a round by its ordinal, by its date, or by neither.  Rounds grow from what is
 * surest: the same ordinal; the same day, give or take; a day and an ordinal that meet; a
 * month or a year; at last the day of the report alone, which is a few days after the
 * meeting.  Each step looks only at what the steps before have made, and takes its own in
 * the order of facts, so that the order of reports never matters.
 *
 * What is told of a round made so is in facts.c, their order in timeline.c.
 */
#include <stdlib.h>

#include "inside.h"

enum {
  NO_GROUP = -1,
  SAME_ORDINAL = 400, /* days between two meetings that have one ordinal by chance */
  UNDATED = 1000,     /* a distance behind all that are days */
  WITHIN = 2000       /* in the month or year told: only when no other day is */
};

/* How near in time two reports of one round are: days between the days they tell, days
 * from the meeting to the report, and whether rounds come so seldom that two ordinals
 * told within that time must mean one meeting. */
typedef struct pace {
  const char *kind;
  int32_t same, lag;
  bool seldom;
} pace;

static const pace paces[] = {{"call", 1, 3, false},   {"talks", 2, 5, false},
                             {"visit", 3, 7, false},  {"signing", 3, 7, false},
                             {"summit", 3, 10, true}, {"conference", 4, 10, true},
                             {NULL, 4, 10, true}};

static const pace *pace_of(const char *kind)
{
  const pace *p = paces;
  while (p->kind && strcmp(p->kind, kind) != 0) p++;
  return p;
}

typedef mh_register__group group;

typedef struct work {
  mh_arena *a;
  const pace *pace;
  mh_register__nodes nodes; /* in order */
  group *group;             /* [n_groups], by anchor after look() */
  uint32_t n_groups, next_id;
} work;

/* ---- groups ------------------------------------------------------------------------ */

/* By group; in it those that tell a day first, by day, in it by source.  Nodes lie in their
 * order, so where they lie is their order (here and below). */
static int by_group(const void *x, const void *y)
{
  const mh_register__node *a = *(mh_register__node *const *)x;
  const mh_register__node *b = *(mh_register__node *const *)y;
  if (a->group != b->group) return a->group < b->group ? -1 : 1;
  if (mh_register__full(a) != mh_register__full(b)) return mh_register__full(a) ? -1 : 1;
  if (mh_register__full(a) && a->from != b->from)
    return mh_register__days(a->from, b->from);
  const int c = mh_register__full(a)
                    ? strcmp(mh_register__source(a), mh_register__source(b))
                    : 0;
  return c ? c : (a > b) - (a < b);
}

static int by_anchor(const void *x, const void *y)
{
  const group *a = x, *b = y;
  const int c = mh_register__days(a->anchor, b->anchor);
  if (c) return c;
  if (a->ordinal != b->ordinal) return a->ordinal < b->ordinal ? -1 : 1;
  return (a->id > b->id) - (a->id < b->id);
}

/* Nodes by group; *m of them have one. */
static mh_register__node **sorted_nodes(work *w, uint32_t *m)
{
  mh_register__node **x = mh_arena_take(w->a, w->nodes.n * sizeof(mh_register__node *));
  *m = 0;
  if (!x) return NULL;
  for (uint32_t i = 0; i < w->nodes.n; i++)
    if (w->nodes.at[i].group != UINT32_MAX) x[(*m)++] = &w->nodes.at[i];
  qsort(x, *m, sizeof(mh_register__node *), by_group);
  return x;
}

/* Look at the groups as they are now. */
static mh_status look(work *w)
{
  uint32_t m;
  mh_register__node **x = sorted_nodes(w, &m);
  w->group = mh_arena_take(w->a, m * sizeof *w->group);
  w->n_groups = 0;
  if (!x || !w->group) return MH_ENOMEM;
  for (uint32_t i = 0, end; i < m; i = end) {
    for (end = i + 1; end < m && x[end]->group == x[i]->group; end++) {
    }
    w->group[w->n_groups++] = mh_register__summary(x + i, end - i);
  }
  qsort(w->group, w->n_groups, sizeof *w->group, by_anchor);
  return MH_OK;
}

static void rename_group(work *w, uint32_t from, uint32_t to)
{
  for (uint32_t i = 0; i < w->nodes.n; i++)
    if (w->nodes.at[i].group == from) w->nodes.at[i].group = to;
}

/* The first group whose anchor is not before `day`. */
static uint32_t lower(const work *w, int32_t day)
{
  uint32_t lo = 0, hi = w->n_groups;
  while (lo < hi) {
    const uint32_t mid = lo + (hi - lo) / 2;
    if (w->group[mid].anchor < day)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo;
}

/* ---- by ordinal, by day ------------------------------------------------------------ */

static int by_ordinal(const void *x, const void *y)
{
  const mh_register__node *a = *(mh_register__node *const *)x;
  const mh_register__node *b = *(mh_register__node *const *)y;
  if (a->t->ordinal != b->t->ordinal) return a->t->ordinal < b->t->ordinal ? -1 : 1;
  const int32_t p = mh_register__full(a) ? a->from : a->published,
                q = mh_register__full(b) ? b->from : b->published;
  return p != q ? mh_register__days(p, q) : (a > b) - (a < b);
}

static int by_day(const void *x, const void *y)
{
  const mh_register__node *a = *(mh_register__node *const *)x;
  const mh_register__node *b = *(mh_register__node *const *)y;
  if (a->from != b->from) return mh_register__days(a->from, b->from);
  return a->to != b->to ? mh_register__days(a->to, b->to) : (a > b) - (a < b);
}

static bool held(const mh_register__node *x)
{
  return !x->t->next && x->group == UINT32_MAX;
}

typedef bool choice(const mh_register__node *x);

/* The nodes that are chosen, sorted. */
static mh_register__node **some(work *w, choice *is,
                                int (*order)(const void *, const void *), uint32_t *m)
{
  mh_register__node **x = mh_arena_take(w->a, w->nodes.n * sizeof(mh_register__node *));
  *m = 0;
  if (!x) return NULL;
  for (uint32_t i = 0; i < w->nodes.n; i++)
    if (is(&w->nodes.at[i])) x[(*m)++] = &w->nodes.at[i];
  qsort(x, *m, sizeof(mh_register__node *), order);
  return x;
}

static bool has_ordinal(const mh_register__node *x)
{
  return held(x) && x->t->ordinal;
}

static bool has_day(const mh_register__node *x)
{
  return held(x) && mh_register__full(x);
}

/* One ordinal is one round, unless the days told are more than a year apart. */
static mh_status group_ordinals(work *w)
{
  uint32_t m;
  mh_register__node **x = some(w, has_ordinal, by_ordinal, &m);
  if (!x) return MH_ENOMEM;
  int32_t day = MH_DAY_NONE;
  for (uint32_t i = 0; i < m; i++) {
    const bool other = i == 0 || x[i]->t->ordinal != x[i - 1]->t->ordinal;
    if (other) day = MH_DAY_NONE;
    const bool far = mh_register__full(x[i]) && day != MH_DAY_NONE &&
                     x[i]->from - day > SAME_ORDINAL;
    x[i]->group = other || far ? w->next_id++ : x[i - 1]->group;
    if (mh_register__full(x[i])) day = x[i]->from;
  }
  return MH_OK;
}

static mh_status group_days(work *w)
{
  uint32_t m;
  mh_register__node **x = some(w, has_day, by_day, &m);
  if (!x) return MH_ENOMEM;
  int32_t first = 0;
  for (uint32_t i = 0; i < m; i++) {
    const bool other = i == 0 || x[i]->from - first > w->pace->same;
    if (other) first = x[i]->from;
    x[i]->group = other ? w->next_id++ : x[i - 1]->group;
  }
  return MH_OK;
}

/* ---- ordinals and days meet -------------------------------------------------------- */

/* Do two groups of different ordinals tell of one meeting?  Then reports disagree. */
static bool one_meeting(const pace *p, const group *x, const group *y)
{
  const bool days = x->day != MH_DAY_NONE && y->day != MH_DAY_NONE;
  if (!p->seldom) return days && x->day == y->day;
  if (x->anchor == MH_DAY_NONE || y->anchor == MH_DAY_NONE) return false;
  if (x->day == MH_DAY_NONE && x->published == MH_DAY_NONE) return false;
  if (y->day == MH_DAY_NONE && y->published == MH_DAY_NONE) return false;
  if (days) return abs(x->day - y->day) <= p->same;
  return abs(x->anchor - y->anchor) <= p->lag;
}

static mh_status join_ordinals(work *w)
{
  MH_TRY(look(w));
  uint32_t last = UINT32_MAX;
  for (uint32_t i = 0; i < w->n_groups; i++) {
    group *g = &w->group[i];
    if (!g->ordinal) continue;
    if (last != UINT32_MAX && one_meeting(w->pace, &w->group[last], g)) {
      rename_group(w, g->id, w->group[last].id);
      g->id = w->group[last].id;
    }
    last = i;
  }
  return look(w);
}

/* How far a report of this day is from the round: < 0 it is none of it. */
static int32_t gap(const work *w, const group *g, int32_t day)
{
  if (g->day != MH_DAY_NONE) {
    const int32_t d = abs(g->day - day);
    return d <= w->pace->same ? d : -1;
  }
  if (g->from <= g->to) return g->from <= day && day <= g->to ? WITHIN : -1;
  if (g->published == MH_DAY_NONE) return -1;
  const int32_t late = g->published - day;
  return late >= -AFTER && late <= w->pace->lag ? UNDATED + abs(late) : -1;
}

typedef struct offer {
  int32_t gap;
  uint32_t day, ordinal; /* groups */
} offer;

static int by_gap(const void *x, const void *y)
{
  const offer *a = x, *b = y;
  if (a->gap != b->gap) return mh_register__days(a->gap, b->gap);
  if (a->day != b->day) return a->day < b->day ? -1 : 1;
  return (a->ordinal > b->ordinal) - (a->ordinal < b->ordinal);
}

typedef struct offers {
  offer *at;
  uint32_t n, cap;
} offers;

/* Is another day in the month or year of the same ordinal?  Then who knows which. */
static bool doubtful(const offers *o, const offer *x)
{
  for (uint32_t i = 0; x->gap == WITHIN && i < o->n; i++)
    if (o->at[i].ordinal == x->ordinal && o->at[i].day != x->day) return true;
  return false;
}

/* A day and an ordinal meet when they are near.  An ordinal without a day takes one day
 * only, the nearest. */
static mh_status join_days(work *w)
{
  offers o = {0};
  const int32_t reach = 366; /* the anchor of a year is its first day */
  for (uint32_t i = 0; i < w->n_groups; i++) {
    const group *g = &w->group[i];
    if (g->ordinal || g->day == MH_DAY_NONE) continue;
    for (uint32_t k = lower(w, g->day - reach);
         k < w->n_groups && w->group[k].anchor <= g->day + reach; k++) {
      const int32_t d = w->group[k].ordinal ? gap(w, &w->group[k], g->day) : -1;
      if (d >= 0) MH_TRY(MH_PUSH(w->a, &o, ((offer){d, i, k})));
    }
  }
  if (o.n) qsort(o.at, o.n, sizeof *o.at, by_gap);
  bool *taken = mh_arena_zero(w->a, w->n_groups * sizeof *taken);
  if (!taken) return MH_ENOMEM;
  for (uint32_t i = 0; i < o.n; i++) {
    const offer *x = &o.at[i];
    if (taken[x->day] || (taken[x->ordinal] && x->gap >= UNDATED) || doubtful(&o, x))
      continue;
    taken[x->day] = taken[x->ordinal] = true;
    rename_group(w, w->group[x->day].id, w->group[x->ordinal].id);
  }
  return look(w);
}

/* ---- months, years, and reports that tell no date ---------------------------------- */

static bool has_month(const mh_register__node *x)
{
  return held(x) && mh_register__dated(x) && x->to - x->from < 31;
}

static bool has_year(const mh_register__node *x)
{
  return held(x) && mh_register__dated(x);
}

static bool has_none(const mh_register__node *x)
{
  return held(x);
}

/* How far a node that tells [from, to] is from a round; < 0 it is none of it.  Among
 * several in that time, the one that was news when the report was printed. */
static int32_t gap_range(const work *w, const group *g, const mh_register__node *x)
{
  if (g->day != MH_DAY_NONE) {
    if (g->day < x->from || g->day > x->to) return -1;
    if (x->published == MH_DAY_NONE) return 0;
    return abs(x->published - g->day) + (x->published + AFTER < g->day ? UNDATED : 0);
  }
  if (g->from <= g->to) return g->from <= x->to && g->to >= x->from ? 3 * UNDATED : -1;
  if (g->published == MH_DAY_NONE) return -1;
  if (g->published + AFTER < x->from || g->published - w->pace->lag > x->to) return -1;
  return 5 * UNDATED;
}

/* The same for a node of which only the day of its report is known. */
static int32_t gap_report(const work *w, const group *g, const mh_register__node *x)
{
  const int32_t first = x->published - w->pace->lag, last = x->published + AFTER;
  if (x->published == MH_DAY_NONE) return -1;
  if (g->day != MH_DAY_NONE)
    return g->day >= first && g->day <= last ? abs(x->published - g->day) : -1;
  if (g->published != MH_DAY_NONE && abs(g->published - x->published) <= w->pace->lag)
    return UNDATED + abs(g->published - x->published);
  return g->from <= g->to && g->from <= last && g->to >= first ? 2 * UNDATED : -1;
}

typedef int32_t distance(const work *w, const group *g, const mh_register__node *x);

/* The nearest group with its anchor in [from, to]; NO_GROUP when none is near. */
static int64_t nearest(const work *w, distance *far, const mh_register__node *x,
                       int32_t from, int32_t to)
{
  int64_t best = NO_GROUP;
  int32_t least = MH_DAY_NONE;
  for (uint32_t k = lower(w, from); k < w->n_groups && w->group[k].anchor <= to; k++) {
    const int32_t d = far(w, &w->group[k], x);
    if (d >= 0 && d < least) best = w->group[k].id, least = d;
  }
  return best;
}

/* Give each chosen node to the nearest round there is; those that find none make new ones. */
static mh_status place_ranges(work *w, choice *is)
{
  uint32_t m;
  mh_register__node **x = some(w, is, by_day, &m);
  if (!x) return MH_ENOMEM;
  for (uint32_t i = 0; i < m; i++) {
    const int64_t g = nearest(w, gap_range, x[i], x[i]->from - 366, x[i]->to + 366);
    if (g >= 0) x[i]->group = (uint32_t)g;
  }
  const mh_register__node *last = NULL;
  for (uint32_t i = 0; i < m; i++) {
    if (x[i]->group != UINT32_MAX) continue;
    const bool same = last && last->from == x[i]->from && last->to == x[i]->to;
    x[i]->group = same ? last->group : w->next_id++;
    last = x[i];
  }
  return look(w);
}

/* Without any day a report belongs to the only round there is, or to one without a day. */
static uint32_t home(work *w, uint32_t *undated)
{
  if (w->n_groups == 1) return w->group[0].id;
  if (*undated == UINT32_MAX) *undated = w->next_id++;
  return *undated;
}

static mh_status place_reports(work *w)
{
  uint32_t m, undated = UINT32_MAX, last = UINT32_MAX;
  int32_t first = 0;
  mh_register__node **x = some(w, has_none, by_ordinal, &m);
  if (!x) return MH_ENOMEM;
  for (uint32_t i = 0; i < m; i++) {
    if (x[i]->published == MH_DAY_NONE) continue;
    const int64_t g = nearest(w, gap_report, x[i], x[i]->published - 400,
                              x[i]->published + 400);
    if (g >= 0) x[i]->group = (uint32_t)g;
  }
  for (uint32_t i = 0; i < m; i++) {
    if (x[i]->group != UINT32_MAX || x[i]->published == MH_DAY_NONE) continue;
    if (last == UINT32_MAX || x[i]->published - first > w->pace->lag)
      last = w->next_id++, first = x[i]->published;
    x[i]->group = last;
  }
  MH_TRY(look(w));
  for (uint32_t i = 0; i < m; i++)
    if (x[i]->group == UINT32_MAX) x[i]->group = home(w, &undated);
  return look(w);
}

/* ---- announced --------------------------------------------------------------------- */

/* Has the meeting that was announced been held? */
static bool came(const work *w, const mh_register__node *x)
{
  for (uint32_t i = 0; i < w->n_groups; i++) {
    const group *g = &w->group[i];
    const int32_t day = g->day != MH_DAY_NONE ? g->day : g->published;
    if (x->t->ordinal && g->ordinal) {
      if (x->t->ordinal == g->ordinal) return true;
      continue;
    }
    if (day == MH_DAY_NONE) continue;
    const int32_t since = g->day != MH_DAY_NONE ? 0 : w->pace->lag;
    if (x->published != MH_DAY_NONE && day <= x->published + since) continue;
    if (!mh_register__dated(x)) {
      if (x->published != MH_DAY_NONE && !x->t->ordinal) return true;
      continue;
    }
    const int32_t slack = mh_register__full(x) ? 7 : 0;
    if (day >= x->from - slack && day - since <= x->to + slack) return true;
  }
  return false;
}

static bool announced(const mh_register__node *x)
{
  return x->t->next && x->group == UINT32_MAX;
}

static bool one_plan(const mh_register__node *x, const mh_register__node *y)
{
  if (x->t->ordinal && y->t->ordinal) return x->t->ordinal == y->t->ordinal;
  if (!mh_register__dated(x) || !mh_register__dated(y))
    return mh_register__dated(x) == mh_register__dated(y) && !x->t->ordinal &&
           !y->t->ordinal;
  return (x->from >= y->from && x->to <= y->to) || (y->from >= x->from && y->to <= x->to);
}

/* Announcements that nothing held answers, one round for each that may be one. */
static mh_status place_next(work *w)
{
  enum { PLANS_MAX = 256 };
  uint32_t m, n = 0;
  const mh_register__node *plan[PLANS_MAX];
  mh_register__node **x = some(w, announced, by_day, &m);
  if (!x) return MH_ENOMEM;
  for (uint32_t i = 0; i < m; i++) {
    uint32_t k = 0;
    if (came(w, x[i])) continue;
    while (k < n && !one_plan(plan[k], x[i])) k++;
    if (k == n && n == PLANS_MAX) continue;
    if (k == n) plan[n++] = x[i];
    x[i]->group = plan[k] == x[i] ? w->next_id++ : plan[k]->group;
  }
  return MH_OK;
}

/* ---- the whole --------------------------------------------------------------------- */

static mh_status gather(work *w)
{
  MH_TRY(group_ordinals(w));
  MH_TRY(join_ordinals(w));
  MH_TRY(group_days(w));
  MH_TRY(look(w));
  MH_TRY(join_days(w));
  MH_TRY(place_ranges(w, has_month));
  MH_TRY(place_ranges(w, has_year));
  MH_TRY(place_reports(w));
  return place_next(w);
}

mh_status mh_register_rounds(mh_rounds *out, mh_arena *a, const char *kind,
                             const mh_told *told, uint32_t n)
{
  work w = {.a = a, .pace = pace_of(kind)};
  uint32_t m;
  *out = (mh_rounds){.slack = w.pace->same};
  MH_TRY(mh_register__nodes_make(&w.nodes, a, told, n));
  MH_TRY(gather(&w));
  mh_register__node **x = sorted_nodes(&w, &m);
  if (!x) return MH_ENOMEM;
  return mh_register__timeline(out, a, x, m, w.pace->lag);
}
