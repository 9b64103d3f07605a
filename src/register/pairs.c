/* pairs - two rounds side by side: file by file, and in each file position by position.
 *
 * In a file the two positions that are most alike stand side by side, then the next two,
 * and so on, as long as they have a word of weight in common.  What finds no other is new,
 * or not repeated.  Not for what a position is (positions.c).
 */
#include <math.h>
#include <stdlib.h>

#include "inside.h"

/* Below this two positions of one file have nothing to say to each other.  Of positions of
 * one file that a reader put side by side, the least alike had 0.17; two that share but a
 * name have less than 0.1. */
static const double pair_from = 0.1;

/* A long list of fields is like nothing much, yet a short sentence may stand in it: so much
 * of the shorter one's weight is enough, too. */
static const double part_from = 0.15;

/* From here on it is the same matter, of which one can say that it was advanced. */
static const double advance_from = 0.2;

enum {
  ADVANCE = 2, /* an act must bind by that much more to be an advance */
  VOICES = 16, /* different quotations of a position that are compared */
  CHANGED_MAX = 64
};

/* A position of one round and the quotations that stand for it. */
typedef struct side {
  const mh_position *p;
  uint32_t voice[VOICES]; /* evidence numbers */
  uint32_t n;
} side;

typedef struct offer {
  double alike;    /* by which the best is chosen              */
  double part;     /* of the shorter that is in the longer one */
  uint32_t x, y;   /* positions of the file, earlier and later */
  uint32_t vx, vy; /* the evidences that are most alike        */
} offer;

typedef struct offers {
  offer *at;
  uint32_t n, cap;
} offers;

typedef struct made {
  mh_position *at;
  uint32_t n, cap;
} made;

typedef struct files {
  mh_file *at;
  uint32_t n, cap;
} files;

/* An evidence and its number. */
typedef struct entry {
  const mh_evidence *e;
  uint32_t number;
} entry;

/* All evidence of both rounds, numbered; weights are of both rounds together. */
typedef struct desk {
  mh_arena *a;
  entry *entry; /* [n] by address */
  const mh_evidence **e;
  uint32_t n;
  mh_register__bags bags;
  double *weight; /* [n_stems] of the quotation in hand, 0 where it has none */
} desk;

/* ---- evidence by number ------------------------------------------------------------ */

static int by_address(const void *x, const void *y)
{
  const entry *p = x, *q = y;
  const uintptr_t a = (uintptr_t)p->e, b = (uintptr_t)q->e;
  return (a > b) - (a < b);
}

/* Numbers follow the order of sources, so that no sum depends on where things lie. */
static mh_status desk_make(desk *d, const mh_evidence *const *x, uint32_t n,
                           const mh_evidence *const *y, uint32_t m, const mh_names *names)
{
  d->n = n + m;
  d->e = mh_arena_take(d->a, ((size_t)n + m) * sizeof *d->e);
  d->entry = mh_arena_take(d->a, ((size_t)n + m) * sizeof *d->entry);
  if (!d->e || !d->entry) return MH_ENOMEM;
  if (n) memcpy((void *)d->e, (const void *)x, n * sizeof *x);
  if (m) memcpy((void *)(d->e + n), (const void *)y, m * sizeof *y);
  d->e = mh_register__sorted(d->a, d->e, d->n);
  if (!d->e) return MH_ENOMEM;
  for (uint32_t i = 0; i < d->n; i++) d->entry[i] = (entry){d->e[i], i};
  if (d->n) qsort(d->entry, d->n, sizeof *d->entry, by_address);
  MH_TRY(mh_register__bags_make(&d->bags, d->a, d->e, d->n, names));
  d->weight = mh_arena_zero(d->a, (d->bags.n_stems + (size_t)1) * sizeof *d->weight);
  return d->weight ? MH_OK : MH_ENOMEM;
}

static uint32_t number(const desk *d, const mh_evidence *e)
{
  const entry key = {e, 0};
  const entry *at = bsearch(&key, d->entry, d->n, sizeof *d->entry, by_address);
  assert(at);
  return at->number;
}

/* The first quotations of a position that differ. */
static side side_of(const desk *d, const mh_position *p)
{
  side s = {.p = p};
  for (uint32_t i = 0; i < p->n_later && s.n < VOICES; i++) {
    const uint32_t v = number(d, p->later[i]);
    uint32_t k = 0;
    while (k < s.n && d->bags.at[s.voice[k]].key != d->bags.at[v].key) k++;
    if (k == s.n) s.voice[s.n++] = v;
  }
  return s;
}

/* ---- how alike --------------------------------------------------------------------- */

/* A statement on many files says less about each: a list of eleven fields must not take
 * the place of a sentence on one. */
static double focus(const mh_evidence *e)
{
  return e->n_topics > 2 ? sqrt(2.0 / e->n_topics) : 1;
}

/* Thanks for what was done answer an intention less than another intention does. */
static double accord(const mh_evidence *x, const mh_evidence *y)
{
  return mh_register__stance(x) == mh_register__stance(y) ? 1 : 0.85;
}

static double shared(const desk *d, uint32_t v)
{
  const mh_register__bag *b = &d->bags.at[v];
  double sum = 0;
  for (uint32_t k = 0; k < b->n_stems; k++) sum += d->weight[b->stems[k]];
  return sum;
}

/* Take quotation v in hand, or put it away. */
static void hold(desk *d, uint32_t v, bool in_hand)
{
  const mh_register__bag *b = &d->bags.at[v];
  for (uint32_t k = 0; k < b->n_stems; k++)
    d->weight[b->stems[k]] = in_hand ? d->bags.weight[b->stems[k]] : 0;
}

/* How alike quotation v, in hand, is to the voices of y; the best goes to *o. */
static void liken(const desk *d, offer *o, uint32_t v, const side *y)
{
  for (uint32_t k = 0; k < y->n; k++) {
    const uint32_t w = y->voice[k];
    const double both = shared(d, w), x = d->bags.at[v].weight, z = d->bags.at[w].weight;
    const double alike = mh_register__alike(both, x, z) * focus(d->e[v]) *
                         focus(d->e[w]) * accord(d->e[v], d->e[w]);
    const double least = x < z ? x : z;
    if (least > 0 && both / least > o->part) o->part = both / least;
    if (alike > o->alike) o->alike = alike, o->vx = v, o->vy = w;
  }
}

static mh_status offers_make(offers *out, desk *d, const side *x, uint32_t n,
                             const side *y, uint32_t m)
{
  offer *row = mh_arena_take(d->a, m * sizeof *row);
  if (!row) return MH_ENOMEM;
  for (uint32_t i = 0; i < n; i++) {
    for (uint32_t k = 0; k < m; k++) row[k] = (offer){.x = i, .y = k};
    for (uint32_t v = 0; v < x[i].n; v++) {
      hold(d, x[i].voice[v], true);
      for (uint32_t k = 0; k < m; k++) liken(d, &row[k], x[i].voice[v], &y[k]);
      hold(d, x[i].voice[v], false);
    }
    for (uint32_t k = 0; k < m; k++)
      if (row[k].alike >= pair_from || row[k].part >= part_from)
        MH_TRY(MH_PUSH(d->a, out, row[k]));
  }
  return MH_OK;
}

static int by_alike(const void *x, const void *y)
{
  const offer *a = x, *b = y;
  if (a->alike > b->alike || a->alike < b->alike) return a->alike > b->alike ? -1 : 1;
  if (a->y != b->y) return a->y < b->y ? -1 : 1;
  return (a->x > b->x) - (a->x < b->x);
}

/* ---- a pair ------------------------------------------------------------------------ */

static int weight_of(const mh_position *p)
{
  int most = 0;
  for (uint32_t i = 0; i < p->n_later; i++) {
    const int w = mh_act_weight(p->later[i]->act);
    if (w > most) most = w;
  }
  return most;
}

/* Words of quotation v that no quotation of the other position has. */
static mh_status changed(const char *const **out, uint32_t *n, desk *d, uint32_t v,
                         const mh_position *other)
{
  const mh_register__bag *b = &d->bags.at[v];
  const uint32_t room = b->n_words < CHANGED_MAX ? b->n_words : CHANGED_MAX;
  const char **words = mh_arena_take(d->a, room * sizeof *words);
  if (!words) return MH_ENOMEM;
  *out = words;
  *n = 0;
  for (uint32_t i = 0; i < other->n_later; i++) hold(d, number(d, other->later[i]), true);
  for (uint32_t i = 0; i < b->n_words && *n < room; i++) {
    const mh_register__word *w = &b->words[i];
    if (d->weight[w->stem] > 0) continue;
    d->weight[w->stem] = 1; /* once */
    words[*n] = mh_arena_copy(d->a, d->e[v]->quote + w->span.at, w->span.len);
    if (!words[(*n)++]) return MH_ENOMEM;
  }
  for (uint32_t i = 0; i < other->n_later; i++)
    hold(d, number(d, other->later[i]), false);
  hold(d, v, false);
  return MH_OK;
}

static mh_status pair(mh_position *out, desk *d, const offer *o, const mh_position *x,
                      const mh_position *y)
{
  *out = (mh_position){.topic = y->topic, .later = y->later, .n_later = y->n_later};
  out->earlier = x->later;
  out->n_earlier = x->n_later;
  const bool more = weight_of(y) >= weight_of(x) + ADVANCE;
  out->status = more && o->alike >= advance_from ? MH_ADVANCED : MH_REAFFIRMED;
  MH_TRY(changed(&out->gone, &out->n_gone, d, o->vx, y));
  return changed(&out->added, &out->n_added, d, o->vy, x);
}

static mh_position alone(const mh_position *p, bool later)
{
  mh_position out = {.topic = p->topic, .status = later ? MH_NEW : MH_NOT_REPEATED};
  if (later)
    out.later = p->later, out.n_later = p->n_later;
  else
    out.earlier = p->later, out.n_earlier = p->n_later;
  return out;
}

/* ---- a file ------------------------------------------------------------------------ */

/* In the order of the later round, then what it lacks in the order of the earlier. */
static mh_status put_positions(made *out, desk *d, const offers *o, const mh_position *x,
                               uint32_t n, const mh_position *y, uint32_t m)
{
  const offer **of_x = mh_arena_zero(d->a, n * sizeof *of_x);
  const offer **of_y = mh_arena_zero(d->a, m * sizeof *of_y);
  if (!of_x || !of_y) return MH_ENOMEM;
  for (uint32_t i = 0; i < o->n; i++) {
    const offer *one = &o->at[i];
    if (of_x[one->x] || of_y[one->y]) continue;
    of_x[one->x] = of_y[one->y] = one;
  }
  for (uint32_t k = 0; k < m; k++) {
    mh_position p = alone(&y[k], true);
    if (of_y[k]) MH_TRY(pair(&p, d, of_y[k], &x[of_y[k]->x], &y[k]));
    MH_TRY(MH_PUSH(d->a, out, p));
  }
  for (uint32_t i = 0; i < n; i++)
    if (!of_x[i]) MH_TRY(MH_PUSH(d->a, out, alone(&x[i], false)));
  return MH_OK;
}

static mh_status put_file(made *out, desk *d, const mh_position *x, uint32_t n,
                          const mh_position *y, uint32_t m)
{
  offers o = {0};
  side *sx = mh_arena_take(d->a, n * sizeof *sx),
       *sy = mh_arena_take(d->a, m * sizeof *sy);
  if (!sx || !sy) return MH_ENOMEM;
  for (uint32_t i = 0; i < n; i++) sx[i] = side_of(d, &x[i]);
  for (uint32_t k = 0; k < m; k++) sy[k] = side_of(d, &y[k]);
  MH_TRY(offers_make(&o, d, sx, n, sy, m));
  if (o.n) qsort(o.at, o.n, sizeof *o.at, by_alike);
  return put_positions(out, d, &o, x, n, y, m);
}

/* How many positions from `i` on are of the same file. */
static uint32_t run(const mh_positions *p, uint32_t i)
{
  uint32_t n = 1;
  if (i >= p->n) return 0;
  while (i + n < p->n && strcmp(p->at[i + n].topic, p->at[i].topic) == 0) n++;
  return n;
}

/* Which round's file comes first: < 0 the earlier's, > 0 the later's, 0 they are one. */
static int first_file(const mh_positions *x, uint32_t i, const mh_positions *y,
                      uint32_t k)
{
  if (i >= x->n) return 1;
  if (k >= y->n) return -1;
  const char *s = x->at[i].topic, *t = y->at[k].topic;
  return mh_register__files(mh_register__rank(s), s, mh_register__rank(t), t);
}

static mh_status side_by_side(made *out, files *f, desk *d, const mh_positions *x,
                              const mh_positions *y)
{
  for (uint32_t i = 0, k = 0; i < x->n || k < y->n;) {
    const int c = first_file(x, i, y, k);
    const uint32_t n = c <= 0 ? run(x, i) : 0, m = c >= 0 ? run(y, k) : 0;
    const mh_file one = {c <= 0 ? x->at[i].topic : y->at[k].topic, c < 0 ? MH_NOT_REPEATED
                                                                   : c > 0
                                                                       ? MH_NEW
                                                                       : MH_REAFFIRMED};
    MH_TRY(MH_PUSH(d->a, f, one));
    MH_TRY(put_file(out, d, n ? x->at + i : NULL, n, m ? y->at + k : NULL, m));
    i += n;
    k += m;
  }
  return MH_OK;
}

mh_status mh_register_compare(mh_comparison *out, mh_arena *a,
                              const mh_evidence *const *earlier, uint32_t n_earlier,
                              const mh_evidence *const *later, uint32_t n_later,
                              const mh_names *names)
{
  desk d = {.a = a};
  mh_positions x, y;
  made all = {0};
  files f = {0};
  MH_TRY(mh_register_positions(&x, a, earlier, n_earlier, names));
  MH_TRY(mh_register_positions(&y, a, later, n_later, names));
  MH_TRY(desk_make(&d, earlier, n_earlier, later, n_later, names));
  MH_TRY(side_by_side(&all, &f, &d, &x, &y));
  out->files = f.at;
  out->n_files = f.n;
  out->positions = all.at;
  out->n_positions = all.n;
  return MH_OK;
}
