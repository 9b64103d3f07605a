/* coverage - what copies of one text make of the evidence of a round: the oldest report is
 * the evidence, the others are told as who carried it.
 *
 * Groups are worked out here from the pairs that likeness.c keeps, each time anew: of the
 * reports of the round and all that hang on them.  Reports are numbered by digest, outlet and
 * address before they are grouped, so the order of adding cannot show.  Two statements of
 * copies are one when they share most of their words; a copy also carries what stands in its
 * text letter by letter, whatever was read of it.
 */
#include <stdlib.h>

#include "../copies/copies.h"
#include "inside.h"

enum {
  REPORTS = 4096, /* of the round and what hangs on them           */
  CARRIERS = 256, /* of one group that are told                     */
  LOOKED_BACK = 2048,
  SHORTEST = 15 /* letters of a quotation that is looked for in a text */
};

static const float same_words = 0.7f;

/* A report among copies. */
typedef struct mh_store__carrier {
  int64_t id;
  const char *digest, *outlet, *url, *published;
  uint32_t owner;      /* in the round; UINT32_MAX: not of the round */
  uint32_t group, age; /* group UINT32_MAX: none; age: place in it, oldest 0 */
  uint32_t first;      /* carrier of age 0, when carriers are sorted by group */
  mh_copies_kind kind;
  float share;
} carrier;

/* Evidence of one of them.  Positions point at `e`, so it stands first. */
typedef struct mh_store__said {
  mh_evidence e;
  carrier *by;
  mh_copies_words words;
  bool *carried; /* by age, CARRIERS at most */
  uint32_t place;
  bool covered;
} said;

/* What is asked. */
typedef struct job {
  mh_store *s;
  mh_arena *a;
  const char *series;
  mh_error *err;
  carrier *at; /* [n] */
  uint32_t n, cap;
  int64_t *id; /* [n] sorted, for finding */
  uint32_t cap_id;
} job;

static mh_status no_memory(const job *k)
{
  return mh_store__fail(k->err, k->s, SQLITE_NOMEM, "reading the store");
}

/* ---- the reports that hang together --------------------------------------------------- */

/* Where id stands in k->id, or would. */
static uint32_t place_of(const job *k, int64_t id)
{
  uint32_t low = 0, high = k->n;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (k->id[mid] < id)
      low = mid + 1;
    else
      high = mid;
  }
  return low;
}

static mh_status meet(job *k, int64_t id, uint32_t owner)
{
  const uint32_t i = place_of(k, id);
  if ((i < k->n && k->id[i] == id) || k->n >= REPORTS) return MH_OK;
  uint32_t n = k->n;
  if (mh_list_room(k->a, &k->id, n, &k->cap_id, sizeof *k->id) != MH_OK ||
      mh_list_room(k->a, &k->at, n, &k->cap, sizeof *k->at) != MH_OK)
    return no_memory(k);
  memmove(k->id + i + 1, k->id + i, (n - i) * sizeof *k->id);
  k->id[i] = id;
  k->at[k->n++] = (carrier){.id = id, .owner = owner, .group = UINT32_MAX};
  return MH_OK;
}

typedef struct pair {
  int64_t report, other;
  mh_copies_pair p;
} pair;

typedef struct pairs {
  pair *at;
  uint32_t n, cap;
} pairs;

static mh_status pairs_of(pairs *out, job *k, int64_t report)
{
  sqlite3_stmt *q;
  bool row;
  MH_TRY(mh_store__query_get(&q, k->s, MH_Q_COPIES, k->err));
  mh_store__int(q, ":report", report);
  for (;;) {
    MH_TRY(mh_store__step(&row, k->s, q, k->err));
    if (!row) return MH_OK;
    const float share = (float)sqlite3_column_double(q, 1);
    const float other = (float)sqlite3_column_double(q, 2);
    const pair one = {report,
                      sqlite3_column_int64(q, 0),
                      {0, 0, share, other, sqlite3_column_int(q, 3) != 0}};
    if (MH_PUSH(k->a, out, one) != MH_OK) return sqlite3_reset(q), no_memory(k);
    MH_TRY(meet(k, one.other, UINT32_MAX));
  }
}

static mh_status origin_of(carrier *c, const job *k)
{
  sqlite3_stmt *q;
  bool row;
  const char **field[] = {&c->digest, &c->outlet, &c->url, &c->published};
  MH_TRY(mh_store__query_get(&q, k->s, MH_Q_ORIGIN, k->err));
  mh_store__int(q, ":report", c->id);
  MH_TRY(mh_store__step(&row, k->s, q, k->err));
  if (!row) return mh_store__damaged(k->err, k->s, "a copy without its report; rebuild");
  for (int i = 0; i < 4; i++)
    MH_TRY(mh_store__column(field[i], k->s, k->a, q, i, k->err));
  sqlite3_reset(q);
  return MH_OK;
}

/* The same whatever numbers the reports have in this store. */
static int by_origin(const void *x, const void *y)
{
  const carrier *a = x, *b = y;
  int c = strcmp(a->digest, b->digest);
  if (c == 0) c = strcmp(a->outlet, b->outlet);
  return c ? c : strcmp(a->url, b->url);
}

static int by_id(const void *x, const void *y)
{
  const carrier *const *a = x, *const *b = y;
  return ((*a)->id > (*b)->id) - ((*a)->id < (*b)->id);
}

/* Pairs by the numbers of carriers; each stands twice in the store and once here. */
static mh_status numbered(mh_copies_pair **out, size_t *n, const job *k, const pairs *p)
{
  carrier **sorted = mh_arena_take(k->a, k->n * sizeof(carrier *));
  *out = mh_arena_take(k->a, (p->n + 1) * sizeof **out);
  *n = 0;
  if (!sorted || !*out) return no_memory(k);
  for (uint32_t i = 0; i < k->n; i++) sorted[i] = &k->at[i];
  if (k->n) qsort(sorted, k->n, sizeof *sorted, by_id);
  for (uint32_t i = 0; i < p->n; i++) {
    const uint32_t x = place_of(k, p->at[i].report), y = place_of(k, p->at[i].other);
    if (y >= k->n || k->id[y] != p->at[i].other) continue; /* beyond REPORTS */
    mh_copies_pair one = p->at[i].p;
    one.x = (uint32_t)(sorted[x] - k->at);
    one.y = (uint32_t)(sorted[y] - k->at);
    if (one.x < one.y) (*out)[(*n)++] = one;
  }
  return MH_OK;
}

static const char *known(const char *text)
{
  return text && *text ? text : NULL;
}

static mh_status group(job *k, const pairs *p)
{
  mh_copies_groups g;
  mh_copies_pair *list;
  size_t n;
  for (uint32_t i = 0; i < k->n; i++) MH_TRY(origin_of(&k->at[i], k));
  for (uint32_t i = 0; i < k->n; i++)
    if (!k->at[i].digest || !k->at[i].outlet || !k->at[i].url)
      return mh_store__damaged(k->err, k->s, "a report is incomplete");
  if (k->n) qsort(k->at, k->n, sizeof *k->at, by_origin);
  MH_TRY(numbered(&list, &n, k, p));
  mh_copies_origin *from = mh_arena_take(k->a, k->n * sizeof *from);
  if (!from) return no_memory(k);
  for (uint32_t i = 0; i < k->n; i++)
    from[i] = (mh_copies_origin){k->at[i].published, known(k->at[i].outlet),
                                 known(k->at[i].url)};
  if (mh_copies_group(&g, k->a, from, k->n, list, n) != MH_OK) return no_memory(k);
  for (uint32_t i = 0, number = 0, age = 0; i < g.n; i++) {
    carrier *c = &k->at[g.at[i].text];
    const bool first = g.at[i].kind == MH_COPIES_FIRST;
    number += first;
    age = first ? 0 : age + 1;
    c->group = number;
    c->age = age;
    c->kind = g.at[i].kind;
    c->share = g.at[i].share;
  }
  return MH_OK;
}

/* By group and age; without a group last. */
static int by_group(const void *x, const void *y)
{
  const carrier *a = x, *b = y;
  if (a->group != b->group) return a->group < b->group ? -1 : 1;
  if (a->age != b->age) return a->age < b->age ? -1 : 1;
  return by_origin(x, y);
}

/* Carriers, sorted by group and age; none when nothing is a copy. */
static mh_status carriers(job *k, const int64_t *report, uint32_t n)
{
  pairs p = {.n = 0};
  for (uint32_t i = 0; i < n; i++) MH_TRY(meet(k, report[i], i));
  for (uint32_t i = 0; i < k->n; i++) {
    MH_TRY(pairs_of(&p, k, k->at[i].id));
    if (i + 1 == n && p.n == 0) return k->n = 0, MH_OK;
  }
  MH_TRY(group(k, &p));
  if (k->n) qsort(k->at, k->n, sizeof *k->at, by_group);
  for (uint32_t i = 0; i < k->n; i++) k->at[i].first = i - k->at[i].age;
  while (k->n > 0 && k->at[k->n - 1].group == UINT32_MAX) k->n--;
  return MH_OK;
}

/* ---- evidence that repeats --------------------------------------------------------------- */

static int by_age(const void *x, const void *y)
{
  const said *a = x, *b = y;
  if (a->by != b->by) return a->by < b->by ? -1 : 1;
  return (a->place > b->place) - (a->place < b->place);
}

static mh_status said_make(said *x, const job *k, const mh_evidence *e, carrier *by,
                           uint32_t place)
{
  *x = (said){.e = *e, .by = by, .place = place};
  x->carried = mh_arena_zero(k->a, CARRIERS);
  if (!x->carried ||
      mh_copies_words_of(&x->words, k->a, e->quote, strlen(e->quote)) != MH_OK)
    return no_memory(k);
  return MH_OK;
}

/* Evidence of carriers leaves *e for out->said. */
static mh_status take_out(mh_store__cover *out, mh_store__saying *e, const job *k,
                          uint32_t owners)
{
  carrier **of = mh_arena_zero(k->a, (owners + 1) * sizeof(carrier *));
  uint32_t left = 0, n = 0;
  if (!of) return no_memory(k);
  for (uint32_t i = 0; i < k->n; i++)
    if (k->at[i].owner < owners) of[k->at[i].owner] = &k->at[i];
  for (uint32_t i = 0; i < e->n; i++) n += of[e->owner[i]] != NULL;
  out->said = mh_arena_take(k->a, (n + 1) * sizeof *out->said);
  if (!out->said) return no_memory(k);
  for (uint32_t i = 0; i < e->n; i++) {
    carrier *by = of[e->owner[i]];
    if (by)
      MH_TRY(said_make(&out->said[out->n_said++], k, e->at[i], by, i));
    else
      e->at[left++] = e->at[i];
  }
  e->n = left;
  if (n) qsort(out->said, n, sizeof *out->said, by_age);
  return MH_OK;
}

static void carry(said *x, const carrier *by)
{
  if (by->age < CARRIERS) x->carried[by->age] = true;
}

/* Do the words of x say what those of y say?  Of one or two words all must be the same. */
static float repeat(const said *x, const said *y)
{
  enum { FEW = 3 };
  const float share = mh_copies_words_shared(&x->words, &y->words);
  if (x->words.n >= FEW && y->words.n >= FEW) return share;
  return x->words.n == y->words.n && share == 1 ? 1 : 0;
}

/* The statement of an older copy that x repeats; NULL when it is its own. */
static said *repeats(said *all, uint32_t from, said *x)
{
  said *best = NULL;
  float most = same_words;
  uint32_t looked = 0;
  for (said *y = &all[from]; y < x && looked < LOOKED_BACK; y++) {
    if (y->covered || y->by == x->by) continue;
    const float share = repeat(x, y);
    looked++;
    if (share < most || (best && share <= most)) continue;
    best = y;
    most = share;
  }
  return best;
}

static void cover(mh_store__cover *c)
{
  for (uint32_t i = 0, from = 0; i < c->n_said; i++) {
    if (c->said[i].by->group != c->said[from].by->group) from = i;
    said *x = repeats(c->said, from, &c->said[i]);
    if (!x) continue;
    carry(x, c->said[i].by);
    c->said[i].covered = true;
  }
}

/* ---- copies that hold the words ----------------------------------------------------------- */

/* A copy that tells of another round of the series carries nothing of this one. */
static mh_status counts(bool *yes, const job *k, const carrier *c)
{
  sqlite3_stmt *q;
  bool row;
  *yes = c->owner != UINT32_MAX;
  if (*yes) return MH_OK;
  MH_TRY(mh_store__query_get(&q, k->s, MH_Q_TELLS, k->err));
  mh_store__string(q, ":series", k->series);
  mh_store__int(q, ":report", c->id);
  MH_TRY(mh_store__step(&row, k->s, q, k->err));
  sqlite3_reset(q);
  *yes = !row;
  return MH_OK;
}

static mh_status letters_of(mh_copies_letters *out, const job *k, mh_arena *a, int64_t id)
{
  sqlite3_stmt *q;
  bool row;
  *out = (mh_copies_letters){.n = 0};
  MH_TRY(mh_store__query_get(&q, k->s, MH_Q_TEXT_OF, k->err));
  mh_store__int(q, ":report", id);
  MH_TRY(mh_store__step(&row, k->s, q, k->err));
  const char *text = row ? (const char *)sqlite3_column_text(q, 0) : NULL;
  const size_t len = text ? (size_t)sqlite3_column_bytes(q, 0) : 0;
  const mh_status st = text ? mh_copies_letters_of(out, a, text, len) : MH_OK;
  sqlite3_reset(q);
  return st == MH_OK ? MH_OK : no_memory(k);
}

/* Which statements [from, end) of one group the text of c holds. */
static mh_status hold(said *all, uint32_t from, uint32_t end, const job *k, mh_arena *a,
                      const carrier *c)
{
  mh_copies_letters text, quote;
  bool yes;
  MH_TRY(counts(&yes, k, c));
  if (!yes) return MH_OK;
  MH_TRY(letters_of(&text, k, a, c->id));
  for (uint32_t i = from; i < end; i++) {
    said *x = &all[i];
    if (x->covered || x->by == c || x->carried[c->age]) continue;
    if (mh_copies_letters_of(&quote, a, x->e.quote, strlen(x->e.quote)) != MH_OK)
      return no_memory(k);
    if (quote.n >= SHORTEST && mh_copies_letters_hold(&text, &quote)) carry(x, c);
  }
  return MH_OK;
}

static mh_status hold_all(mh_store__cover *c, const job *k)
{
  mh_arena scratch = {0};
  mh_status st = MH_OK;
  for (uint32_t i = 0, end; st == MH_OK && i < c->n_said; i = end) {
    const carrier *by = c->said[i].by;
    for (end = i + 1; end < c->n_said && c->said[end].by->group == by->group;) end++;
    for (uint32_t m = by->first; st == MH_OK && m < k->n && m - by->first < CARRIERS &&
                                 k->at[m].group == by->group;
         m++) {
      mh_arena_reset(&scratch);
      st = hold(c->said, i, end, k, &scratch, &k->at[m]);
    }
  }
  mh_arena_free(&scratch);
  return st;
}

/* ---- the steps ----------------------------------------------------------------------------- */

mh_status mh_store__cover_find(mh_store__cover *out, mh_store__saying *e, mh_store *s,
                               mh_arena *a, const char *series, const int64_t *report,
                               uint32_t n, mh_error *err)
{
  job k = {.s = s, .a = a, .series = series, .err = err};
  *out = (mh_store__cover){.n_said = 0};
  MH_TRY(carriers(&k, report, n));
  if (k.n == 0) return MH_OK;
  MH_TRY(take_out(out, e, &k, n));
  cover(out);
  MH_TRY(hold_all(out, &k));
  for (uint32_t i = 0; i < out->n_said; i++)
    if (!out->said[i].covered) e->at[e->n++] = &out->said[i].e;
  out->carrier = k.at;
  out->n_carriers = k.n;
  return MH_OK;
}

/* NULL: of a report without copies. */
static said *said_of(const mh_store__cover *c, const mh_evidence *e)
{
  const uintptr_t at = (uintptr_t)e, from = (uintptr_t)c->said;
  if (!c->n_said || at < from || at >= from + c->n_said * sizeof *c->said) return NULL;
  return &c->said[(at - from) / sizeof *c->said];
}

/* The oldest copy of the same text among e[0, n) that x repeats; NULL none. */
static said *older(const mh_store__cover *c, const mh_evidence *const *e, uint32_t n,
                   const said *x)
{
  said *best = NULL;
  for (uint32_t i = 0; i < n; i++) {
    said *y = said_of(c, e[i]);
    if (!y || y->by->group != x->by->group || y->by->age >= x->by->age) continue;
    if (!best || y->by->age < best->by->age) best = y;
  }
  return best;
}

mh_status mh_store__cover_thin(const mh_evidence *const **e, uint32_t *n,
                               mh_store__cover *c, mh_arena *a)
{
  uint32_t left = 0;
  if (!c->n_said || *n < 2) return MH_OK;
  const mh_evidence **kept = mh_arena_take(a, *n * sizeof *kept);
  if (!kept) return MH_ENOMEM;
  for (uint32_t i = 0; i < *n; i++) {
    said *x = said_of(c, (*e)[i]), *y = x ? older(c, *e, *n, x) : NULL;
    if (!y) {
      kept[left++] = (*e)[i];
      continue;
    }
    carry(y, x->by);
    for (uint32_t k = 0; k < CARRIERS; k++)
      y->carried[k] |= x->carried[k] && k != y->by->age;
  }
  *e = kept;
  *n = left;
  return MH_OK;
}

/* What `other` is to the report of x: told of the younger of both, as a rule. */
static mh_copy copy_of(const said *x, const carrier *other)
{
  const carrier *told = other->kind == MH_COPIES_FIRST ? x->by : other;
  return (mh_copy){.report = other->digest,
                   .outlet = known(other->outlet),
                   .url = known(other->url),
                   .published = other->published,
                   .kind = mh_copies_kind_id(told->kind),
                   .share = (double)told->share};
}

mh_status mh_store__cover_tell(mh_store__cover *c, mh_arena *a)
{
  for (uint32_t i = 0; i < c->n_said; i++) {
    said *x = &c->said[i];
    uint32_t n = 0;
    for (uint32_t k = 0; k < CARRIERS; k++) n += x->carried[k];
    mh_copy *list = n ? mh_arena_take(a, n * sizeof *list) : NULL;
    if (n && !list) return MH_ENOMEM;
    x->e.copies = list;
    x->e.n_copies = n;
    for (uint32_t k = 0, at = 0; at < n; k++)
      if (x->carried[k]) list[at++] = copy_of(x, &c->carrier[x->by->first + k]);
  }
  return MH_OK;
}
