/* groups - from pairs to groups: which texts tell one story in one text, the oldest first.
 *
 * Texts of like length that are close are one version of a story.  Where one text is much
 * longer than another that it holds, its version joins that of which it has most, and no
 * second one: so two stories stay two, though a roundup has both.
 */
#include <stdlib.h>

#include "copies.h"

static const float like_length =
    0.6f; /* the shorter beside the longer                  */
static const float whole_from =
    0.9f; /* of both: the same page with a line more or less */

const char *mh_copies_kind_id(mh_copies_kind k)
{
  static const char *const id[] = {"first", "same", "copy", "update", "part"};
  return id[k];
}

/* ---- age ------------------------------------------------------------------------------ */

/* A text on its way into a group. */
typedef struct node {
  int64_t when; /* minutes; a day alone is its end; INT64_MAX unknown */
  uint32_t up;  /* towards the top of its group                       */
  uint32_t text;
} node;

static int two(const char *p)
{
  return p[0] >= '0' && p[0] <= '9' && p[1] >= '0' && p[1] <= '9'
             ? (p[0] - '0') * 10 + p[1] - '0'
             : -1;
}

/* "+03:00" and "+0300" in minutes; anything else is none. */
static int zone_of(const char *p)
{
  p += strspn(p, "0123456789:.,");
  if (*p != '+' && *p != '-') return 0;
  const int sign = *p == '-' ? -1 : 1, hours = two(p + 1);
  if (hours < 0) return 0;
  const char *rest = p + 3 + (p[3] == ':');
  const int minutes = *rest ? two(rest) : 0;
  return sign * (hours * 60 + (minutes < 0 ? 0 : minutes));
}

static int64_t when(const char *published)
{
  enum { DAY = 24 * 60 };
  const int32_t day = mh_copies_day(published);
  if (day == MH_COPIES_NO_DAY) return INT64_MAX;
  const char *t = published + strcspn(published, "T ");
  const int hour = *t ? two(t + 1) : -1;
  const int minute = hour >= 0 && t[3] == ':' ? two(t + 4) : -1;
  if (minute < 0) return (int64_t)day * DAY + DAY - 1;
  return (int64_t)day * DAY + hour * 60 + minute - zone_of(t + 6);
}

static int by_age(const void *x, const void *y)
{
  const node *a = x, *b = y;
  if (a->when != b->when) return a->when < b->when ? -1 : 1;
  return (a->text > b->text) - (a->text < b->text);
}

/* Nodes in the order of age; place[text] is its node. */
static mh_status nodes_make(node **out, uint32_t **place, mh_arena *a,
                            const mh_copies_origin *text, uint32_t n)
{
  node *x = mh_arena_take(a, n * sizeof *x);
  uint32_t *p = mh_arena_take(a, n * sizeof *p);
  if (!x || !p) return MH_ENOMEM;
  for (uint32_t i = 0; i < n; i++)
    x[i] = (node){.when = when(text[i].published), .text = i};
  if (n) qsort(x, n, sizeof *x, by_age);
  for (uint32_t i = 0; i < n; i++) {
    x[i].up = i;
    p[x[i].text] = i;
  }
  *out = x;
  *place = p;
  return MH_OK;
}

/* ---- joining --------------------------------------------------------------------------- */

/* The oldest is the top. */
static uint32_t top(node *x, uint32_t i)
{
  while (x[i].up != i) i = x[i].up = x[x[i].up].up;
  return i;
}

static void join(node *x, uint32_t i, uint32_t k)
{
  const uint32_t p = top(x, i), q = top(x, k);
  if (p < q)
    x[q].up = p;
  else
    x[p].up = q;
}

static bool alike(const mh_copies_pair *p)
{
  const float most = p->of_x > p->of_y ? p->of_x : p->of_y;
  const float least = p->of_x > p->of_y ? p->of_y : p->of_x;
  return p->same || least >= like_length * most;
}

/* A pair in which one holds the other, by nodes. */
typedef struct holding {
  uint32_t longer, shorter, version; /* version: top of that of the longer */
  float share;                       /* of the longer                      */
} holding;

static int by_version(const void *x, const void *y)
{
  const holding *a = x, *b = y;
  if (a->version != b->version) return a->version < b->version ? -1 : 1;
  if (a->share != b->share) return a->share > b->share ? -1 : 1;
  if (a->shorter != b->shorter) return a->shorter < b->shorter ? -1 : 1;
  return (a->longer > b->longer) - (a->longer < b->longer);
}

/* Each version joins at most one that it holds. */
static mh_status join_parts(node *x, const uint32_t *place, mh_arena *a,
                            const mh_copies_pair *pair, size_t n)
{
  holding *h = mh_arena_take(a, n * sizeof *h);
  size_t m = 0;
  if (!h) return MH_ENOMEM;
  for (size_t i = 0; i < n; i++) {
    const mh_copies_pair *p = &pair[i];
    const bool x_longer = p->of_x < p->of_y;
    const uint32_t longer = place[x_longer ? p->x : p->y];
    if (alike(p) || top(x, place[p->x]) == top(x, place[p->y])) continue;
    h[m++] = (holding){longer, place[x_longer ? p->y : p->x], top(x, longer),
                       x_longer ? p->of_x : p->of_y};
  }
  if (m) qsort(h, m, sizeof *h, by_version);
  for (size_t i = 0; i < m; i++)
    if (i == 0 || h[i].version != h[i - 1].version) join(x, h[i].longer, h[i].shorter);
  return MH_OK;
}

/* ---- what each is to which -------------------------------------------------------------- */

static bool equal(const char *x, const char *y)
{
  return x && y && *x && strcmp(x, y) == 0;
}

mh_copies_kind mh_copies_kind_of(const mh_copies_origin *x, const mh_copies_origin *y,
                                 const mh_copies_pair *p)
{
  if (p->same) return MH_COPIES_SAME;
  if (equal(x->url, y->url)) return MH_COPIES_UPDATE;
  if (!equal(x->outlet, y->outlet)) return alike(p) ? MH_COPIES_COPY : MH_COPIES_PART;
  const bool whole = p->of_x >= whole_from && p->of_y >= whole_from;
  if (whole && mh_copies_day(x->published) == mh_copies_day(y->published))
    return MH_COPIES_SAME;
  return alike(p) ? MH_COPIES_UPDATE : MH_COPIES_PART;
}

/* The pair by which a text hangs on its group. */
typedef struct bond {
  const mh_copies_pair *pair; /* NULL: none yet */
  uint32_t other;             /* node           */
  float worth;
} bond;

/* Best is the first of the group, then whoever is older, then who shares most. */
static void weigh(bond *b, const node *x, uint32_t me, uint32_t other,
                  const mh_copies_pair *p)
{
  float worth = p->of_x > p->of_y ? p->of_x : p->of_y;
  if (other < me) worth += 1;
  if (x[me].up == other) worth += 2;
  if (b->pair && (worth < b->worth || (worth == b->worth && other > b->other))) return;
  *b = (bond){p, other, worth};
}

static mh_copies_member member(const node *x, uint32_t me, const bond *b,
                               const mh_copies_origin *text)
{
  const uint32_t of = b->pair ? x[b->other].text : x[me].text;
  const bool first = x[me].up == me || !b->pair;
  if (first) return (mh_copies_member){x[me].text, x[me].text, MH_COPIES_FIRST, 1};
  const mh_copies_pair *p = b->pair;
  return (mh_copies_member){x[me].text, of,
                            mh_copies_kind_of(&text[x[me].text], &text[of], p),
                            p->of_x > p->of_y ? p->of_x : p->of_y};
}

/* Members in the order of groups and age: `up` is the first of each by now. */
static mh_status list(mh_copies_groups *out, mh_arena *a, const node *x, uint32_t n,
                      const bond *b, const mh_copies_origin *text)
{
  uint32_t *start = mh_arena_zero(a, ((size_t)n + 1) * sizeof *start);
  mh_copies_member *m = mh_arena_take(a, n * sizeof *m);
  uint32_t at = 0;
  if (!start || !m) return MH_ENOMEM;
  for (uint32_t i = 0; i < n; i++) start[x[i].up] += b[i].pair != NULL;
  for (uint32_t i = 0; i < n; i++) {
    const uint32_t count = start[i];
    out->n_groups += count > 0;
    start[i] = at;
    at += count;
  }
  for (uint32_t i = 0; i < n; i++)
    if (b[i].pair) m[start[x[i].up]++] = member(x, i, &b[i], text);
  out->at = m;
  out->n = at;
  return MH_OK;
}

mh_status mh_copies_group(mh_copies_groups *out, mh_arena *a,
                          const mh_copies_origin *text, uint32_t n,
                          const mh_copies_pair *pair, size_t n_pairs)
{
  node *x;
  uint32_t *place;
  *out = (mh_copies_groups){.n = 0};
  MH_TRY(nodes_make(&x, &place, a, text, n));
  for (size_t i = 0; i < n_pairs; i++)
    if (alike(&pair[i])) join(x, place[pair[i].x], place[pair[i].y]);
  MH_TRY(join_parts(x, place, a, pair, n_pairs));
  for (uint32_t i = 0; i < n; i++) x[i].up = top(x, i);
  bond *b = mh_arena_zero(a, n * sizeof *b);
  if (!b) return MH_ENOMEM;
  for (size_t i = 0; i < n_pairs; i++) {
    const uint32_t p = place[pair[i].x], q = place[pair[i].y];
    if (x[p].up != x[q].up) continue;
    weigh(&b[p], x, p, q, &pair[i]);
    weigh(&b[q], x, q, p, &pair[i]);
  }
  return list(out, a, x, n, b, text);
}
