/* positions - the statements of one round that say the same on one file are one position.
 *
 * Two statements are one when their quotations share most of their weight in words, some
 * actor says both, and one does not reject what the other welcomes.  What is so linked is
 * linked on: a lead, a body and another paper's version need not all be near each other.
 */
#include <stdlib.h>

#include "inside.h"

/* From here on two quotations say the same; measured on pairs of lead and body, where
 * repetitions lie above 0.55 and neighbours on the same file below 0.4. */
static const double same_from = 0.5;

enum { NODES_MAX = 8192 }; /* different quotations in one file; more stand alone */

/* Statements of one file with the same words, speakers and stance. */
typedef struct node {
  uint64_t key;
  uint32_t e; /* the first of them */
  uint32_t up;
} node;

/* One file of the round. */
typedef struct file {
  const mh_evidence *const *e;
  const mh_register__bags *bags;
  node *node;
  uint32_t n;
} file;

int mh_register__stance(const mh_evidence *e)
{
  static const char *const against[] = {"oppose", "warn", NULL};
  static const char *const in_favour[] = {"support", "praise",  "agree",
                                          "sign",    "provide", NULL};
  const char *act = mh_act_id(e->act);
  for (const char *const *p = against; act && *p; p++)
    if (strcmp(*p, act) == 0) return -1;
  for (const char *const *p = in_favour; act && *p; p++)
    if (strcmp(*p, act) == 0) return 1;
  return 0;
}

static uint64_t key_of(const mh_evidence *e, uint64_t bag)
{
  uint64_t h = bag ^
               (uint64_t)(mh_register__stance(e) + 2) * UINT64_C(0x9E3779B97F4A7C15);
  for (uint32_t i = 0; i < e->n_speakers; i++) {
    for (const char *p = e->speakers[i]; *p; p++)
      h = (h ^ (unsigned char)*p) * UINT64_C(1099511628211);
    h = (h ^ 0xFF) * UINT64_C(1099511628211);
  }
  return h;
}

static bool may_agree(const mh_evidence *x, const mh_evidence *y)
{
  if (mh_register__stance(x) * mh_register__stance(y) < 0) return false;
  for (uint32_t i = 0; i < x->n_speakers; i++)
    for (uint32_t k = 0; k < y->n_speakers; k++)
      if (strcmp(x->speakers[i], y->speakers[k]) == 0) return true;
  return false;
}

static uint32_t top(node *x, uint32_t i)
{
  while (x[i].up != i) i = x[i].up = x[x[i].up].up;
  return i;
}

/* ---- links ------------------------------------------------------------------------- */

/* Where each stem stands in the file: nodes [first[s], first[s + 1]) of `in`. */
typedef struct postings {
  uint32_t *first, *in;
} postings;

static mh_status postings_make(postings *x, mh_arena *a, const file *f)
{
  const uint32_t stems = f->bags->n_stems;
  size_t all = 0;
  x->first = mh_arena_zero(a, (stems + (size_t)2) * sizeof *x->first);
  if (!x->first) return MH_ENOMEM;
  for (uint32_t i = 0; i < f->n; i++) {
    const mh_register__bag *b = &f->bags->at[f->node[i].e];
    for (uint32_t k = 0; k < b->n_stems; k++) x->first[b->stems[k] + 2]++;
    all += b->n_stems;
  }
  x->in = mh_arena_take(a, all * sizeof *x->in);
  if (!x->in) return MH_ENOMEM;
  for (uint32_t s = 2; s <= stems + 1; s++) x->first[s] += x->first[s - 1];
  for (uint32_t i = 0; i < f->n; i++) {
    const mh_register__bag *b = &f->bags->at[f->node[i].e];
    for (uint32_t k = 0; k < b->n_stems; k++) x->in[x->first[b->stems[k] + 1]++] = i;
  }
  return MH_OK;
}

/* What node i shares with each node before it. */
static void share(double *shared, const file *f, const postings *x, uint32_t i)
{
  const mh_register__bag *b = &f->bags->at[f->node[i].e];
  memset(shared, 0, i * sizeof *shared);
  for (uint32_t k = 0; k < b->n_stems; k++) {
    const uint32_t s = b->stems[k];
    for (uint32_t p = x->first[s]; p < x->first[s + 1] && x->in[p] < i; p++)
      shared[x->in[p]] += f->bags->weight[s];
  }
}

static mh_status link_nodes(file *f, mh_arena *a)
{
  postings x;
  const uint32_t n = f->n < NODES_MAX ? f->n : NODES_MAX;
  double *shared = mh_arena_take(a, n * sizeof *shared);
  if (!shared) return MH_ENOMEM;
  MH_TRY(postings_make(&x, a, f));
  for (uint32_t i = 1; i < n; i++) {
    share(shared, f, &x, i);
    const double mine = f->bags->at[f->node[i].e].weight;
    for (uint32_t k = 0; k < i; k++) {
      const double other = f->bags->at[f->node[k].e].weight;
      if (mh_register__alike(shared[k], mine, other) < same_from) continue;
      if (!may_agree(f->e[f->node[i].e], f->e[f->node[k].e])) continue;
      const uint32_t p = top(f->node, i), q = top(f->node, k);
      if (p < q)
        f->node[q].up = p;
      else
        f->node[p].up = q;
    }
  }
  return MH_OK;
}

/* ---- files ------------------------------------------------------------------------- */

/* A statement and (later) the first statement of its position. */
typedef struct place {
  uint64_t key;
  uint32_t e, head;
} place;

static int by_key(const void *x, const void *y)
{
  const place *a = x, *b = y;
  if (a->key != b->key) return a->key < b->key ? -1 : 1;
  return (a->e > b->e) - (a->e < b->e);
}

static int by_head(const void *x, const void *y)
{
  const place *a = x, *b = y;
  if (a->head != b->head) return a->head < b->head ? -1 : 1;
  return (a->e > b->e) - (a->e < b->e);
}

static int by_first(const void *x, const void *y)
{
  const node *a = x, *b = y;
  return (a->e > b->e) - (a->e < b->e);
}

static int by_node_key(const void *x, const void *y)
{
  const node *a = x, *b = y;
  return (a->key > b->key) - (a->key < b->key);
}

/* Nodes of the file, in the order in which they are first told. */
static mh_status nodes_make(file *f, mh_arena *a, place *p, uint32_t n)
{
  qsort(p, n, sizeof *p, by_key);
  f->node = mh_arena_take(a, n * sizeof *f->node);
  if (!f->node) return MH_ENOMEM;
  for (uint32_t i = 0; i < n; i++)
    if (i == 0 || p[i].key != p[i - 1].key) f->node[f->n++] = (node){p[i].key, p[i].e, 0};
  qsort(f->node, f->n, sizeof *f->node, by_first);
  for (uint32_t i = 0; i < f->n; i++) f->node[i].up = i;
  return MH_OK;
}

/* The first statement of the position that each statement is in. */
static mh_status heads(const file *f, mh_arena *a, place *p, uint32_t n)
{
  node *by = mh_arena_take(a, f->n * sizeof *by);
  if (!by) return MH_ENOMEM;
  for (uint32_t i = 0; i < f->n; i++)
    by[i] = (node){f->node[i].key, f->node[top(f->node, i)].e, 0};
  qsort(by, f->n, sizeof *by, by_node_key);
  for (uint32_t i = 0, k = 0; i < n; i++) { /* both are by key */
    while (by[k].key != p[i].key) k++;
    p[i].head = by[k].e;
  }
  qsort(p, n, sizeof *p, by_head);
  return MH_OK;
}

typedef struct list {
  mh_position *at;
  uint32_t n, cap;
} list;

static mh_status put_file(list *out, mh_arena *a, file *f, const mh_register__item *item,
                          uint32_t n)
{
  place *p = mh_arena_take(a, n * sizeof *p);
  const mh_evidence **e = mh_arena_take(a, n * sizeof *e);
  if (!p || !e) return MH_ENOMEM;
  for (uint32_t i = 0; i < n; i++)
    p[i] = (place){key_of(f->e[item[i].e], f->bags->at[item[i].e].key), item[i].e, 0};
  MH_TRY(nodes_make(f, a, p, n));
  MH_TRY(link_nodes(f, a));
  MH_TRY(heads(f, a, p, n));
  for (uint32_t i = 0; i < n; i++) e[i] = f->e[p[i].e];
  for (uint32_t i = 0, end; i < n; i = end) {
    for (end = i + 1; end < n && p[end].head == p[i].head; end++) {
    }
    const mh_position made = {.topic = item->topic, .later = e + i, .n_later = end - i};
    MH_TRY(MH_PUSH(a, out, made));
  }
  return MH_OK;
}

mh_status mh_register_positions(mh_positions *out, mh_arena *a,
                                const mh_evidence *const *e, uint32_t n,
                                const mh_names *names)
{
  mh_register__bags bags;
  mh_register__items items;
  list all = {0};
  *out = (mh_positions){0};
  const mh_evidence **sorted = mh_register__sorted(a, e, n);
  if (!sorted) return MH_ENOMEM;
  MH_TRY(mh_register__bags_make(&bags, a, sorted, n, names));
  MH_TRY(mh_register__items_make(&items, a, sorted, n));
  for (uint32_t i = 0, end; i < items.n; i = end) {
    for (end = i + 1; end < items.n && !strcmp(items.at[end].topic, items.at[i].topic);
         end++) {
    }
    file f = {.e = sorted, .bags = &bags};
    MH_TRY(put_file(&all, a, &f, &items.at[i], end - i));
  }
  *out = (mh_positions){all.at, all.n};
  return MH_OK;
}
