/* timeline - the rounds of a series in their order, each with a name of its own.
 *
 * Not for which reports belong together (rounds.c), nor for what they tell (facts.c).
 */
#include <stdio.h>
#include <stdlib.h>

#include "inside.h"

/* A round and where it stands in time. */
typedef struct made {
  mh_round round;
  mh_when when;
  int32_t at;
} made;

static int by_time(const void *x, const void *y)
{
  const made *a = x, *b = y;
  if (a->at != b->at) return a->at < b->at ? -1 : 1;
  if (a->round.ordinal != b->round.ordinal)
    return a->round.ordinal < b->round.ordinal ? -1 : 1;
  return a->round.next != b->round.next ? a->round.next - b->round.next
                                        : strcmp(a->round.name, b->round.name);
}

static mh_status make(made *out, mh_arena *a, mh_register__node *const *x, uint32_t n,
                      int32_t lag)
{
  const mh_register__group g = mh_register__summary(x, n);
  *out = (made){.when = {1, 0, false}};
  MH_TRY(mh_register__facts(&out->round, a, (const mh_register__node *const *)x, n));
  out->round.next = x[0]->t->next;
  if (g.day != MH_DAY_NONE)
    out->when = (mh_when){g.day, g.day, true};
  else if (g.from <= g.to)
    out->when = (mh_when){g.from, g.to, true};
  else if (g.published != MH_DAY_NONE)
    out->when = (mh_when){g.published - lag, g.published + AFTER, false};
  out->at = out->when.told ? out->when.from : g.published;
  return MH_OK;
}

/* A round of which only the ordinal is known stands right before the next higher one. */
static void order_bare_ordinals(made *m, uint32_t n)
{
  for (uint32_t i = 0; i < n; i++) {
    if (m[i].at != MH_DAY_NONE || !m[i].round.ordinal) continue;
    for (uint32_t k = 0; k < n; k++)
      if (m[k].round.ordinal > m[i].round.ordinal && m[k].at < m[i].at) m[i].at = m[k].at;
  }
}

static int by_name(const void *x, const void *y)
{
  const made *a = *(made *const *)x, *b = *(made *const *)y;
  const int c = strcmp(a->round.name, b->round.name);
  return c ? c : (a > b) - (a < b);
}

/* Two rounds of one name are told apart by ".2". */
static mh_status unlike_names(mh_arena *a, made *m, uint32_t n)
{
  made **x = mh_arena_take(a, n * sizeof(made *));
  if (!x) return MH_ENOMEM;
  for (uint32_t i = 0; i < n; i++) x[i] = &m[i];
  if (n) qsort(x, n, sizeof(made *), by_name);
  const char *last = "";
  unsigned same = 1;
  for (uint32_t i = 0; i < n; i++) {
    same = strcmp(last, x[i]->round.name) == 0 ? same + 1 : 1;
    last = x[i]->round.name;
    if (same == 1) continue;
    char name[64];
    const int len = snprintf(name, sizeof name, "%.40s.%u", last, same);
    if (!(x[i]->round.name = mh_arena_copy(a, name, (size_t)len))) return MH_ENOMEM;
  }
  return MH_OK;
}

static mh_status hand_over(mh_rounds *out, mh_arena *a, const made *m, uint32_t n)
{
  mh_when *when = mh_arena_take(a, n * sizeof *when);
  out->at = mh_arena_take(a, n * sizeof *out->at);
  if (!when || !out->at) return MH_ENOMEM;
  for (uint32_t i = 0; i < n; i++) out->at[i] = m[i].round, when[i] = m[i].when;
  out->when = when;
  out->n = n;
  return MH_OK;
}

mh_status mh_register__timeline(mh_rounds *out, mh_arena *a, mh_register__node *const *x,
                                uint32_t n, int32_t lag)
{
  uint32_t rounds = 0;
  made *all = mh_arena_take(a, n * sizeof *all);
  if (!all) return MH_ENOMEM;
  for (uint32_t i = 0, end; i < n; i = end) {
    for (end = i + 1; end < n && x[end]->group == x[i]->group; end++) {
    }
    MH_TRY(make(&all[rounds++], a, x + i, end - i, lag));
  }
  order_bare_ordinals(all, rounds);
  if (rounds) qsort(all, rounds, sizeof *all, by_time);
  MH_TRY(unlike_names(a, all, rounds));
  return hand_over(out, a, all, rounds);
}
