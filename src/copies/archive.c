/* archive - texts one after the other, and which of those before are close to each.
 *
 * A table leads from each print to the texts that have it.  What shares prints enough is
 * compared by its sample.  A text with the letters of one before it is a pair with that and
 * is not looked for again: its copies meet through the first.
 */
#include <stdlib.h>

#include "copies.h"

enum {
  LOOKED_AT = 2048, /* texts with one print that are looked at, the latest; more have a
                       formula that says nothing                                       */
  PAIRS = 64        /* of one text with those before it at most                        */
};

/* A text: its signature without what is empty of it. */
typedef struct text {
  uint64_t whole;
  size_t at; /* of its sample in `pool` */
  uint32_t all, letters;
  int32_t day;
  uint16_t n;
  uint8_t level, n_prints;
} text;

typedef struct link {
  uint32_t text, next; /* next: its place plus one, 0 none */
} link;

typedef struct slot {
  uint32_t print, first; /* first: place of the link plus one, 0 empty */
} slot;

typedef struct hits {
  uint32_t *at;
  size_t n, cap;
} hits;

struct mh_copies {
  text *texts;
  uint32_t *pool;
  link *links;
  slot *slots; /* [n_slots], a power of two */
  mh_copies_pair *pairs;
  hits hits;
  size_t n_texts, cap_texts, n_pool, cap_pool, n_links, cap_links, n_slots, n_used,
      n_pairs, cap_pairs;
  mh_copies_signature other; /* of the text that is compared */
};

mh_copies *mh_copies_new(void)
{
  return calloc(1, sizeof(mh_copies));
}

void mh_copies_free(mh_copies *c)
{
  if (!c) return;
  free(c->texts);
  free(c->pool);
  free(c->links);
  free(c->slots);
  free(c->pairs);
  free(c->hits.at);
  free(c);
}

const mh_copies_pair *mh_copies_pairs(const mh_copies *c, size_t *n)
{
  *n = c->n_pairs;
  return c->pairs;
}

/* Room for `more` of `size` behind the n that *at holds. */
static bool room(void *at, size_t n, size_t *cap, size_t more, size_t size)
{
  void **list = at;
  if (*cap - n >= more) return true;
  size_t want = *cap ? *cap + *cap / 2 : 256;
  if (want < n + more) want = n + more;
  void *made = realloc(*list, want * size);
  if (!made) return false;
  *list = made;
  *cap = want;
  return true;
}

/* ---- the table -------------------------------------------------------------------------- */

static size_t place_of(const slot *slots, size_t n, uint32_t print)
{
  size_t i = (print * UINT64_C(0x9E3779B97F4A7C15)) >> 32 & (n - 1);
  while (slots[i].first && slots[i].print != print) i = (i + 1) & (n - 1);
  return i;
}

static bool table_room(mh_copies *c, size_t more)
{
  if ((c->n_used + more) * 3 < c->n_slots * 2) return true;
  size_t n = c->n_slots ? c->n_slots * 2 : 1024;
  slot *made = calloc(n, sizeof *made);
  if (!made) return false;
  for (size_t i = 0; i < c->n_slots; i++)
    if (c->slots[i].first) made[place_of(made, n, c->slots[i].print)] = c->slots[i];
  free(c->slots);
  c->slots = made;
  c->n_slots = n;
  return true;
}

static void post(mh_copies *c, uint32_t print, uint32_t number)
{
  slot *s = &c->slots[place_of(c->slots, c->n_slots, print)];
  c->n_used += s->first == 0;
  c->links[c->n_links++] = (link){number, s->first};
  *s = (slot){print, (uint32_t)c->n_links};
}

/* ---- looking for those before ------------------------------------------------------------- */

static bool find(mh_copies *c, const mh_copies_signature *s)
{
  c->hits.n = 0;
  for (uint32_t i = 0; c->n_slots && i < s->n_prints; i++) {
    uint32_t at = c->slots[place_of(c->slots, c->n_slots, s->print[i])].first;
    if (!room(&c->hits.at, c->hits.n, &c->hits.cap, LOOKED_AT, sizeof *c->hits.at))
      return false;
    for (int looked = 0; at && looked < LOOKED_AT; looked++) {
      c->hits.at[c->hits.n++] = c->links[at - 1].text;
      at = c->links[at - 1].next;
    }
  }
  return true;
}

static int by_number(const void *x, const void *y)
{
  const uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
  return (a > b) - (a < b);
}

static mh_copies_overlap compare(mh_copies *c, const mh_copies_signature *s, int32_t day,
                                 const text *t)
{
  c->other.whole = t->whole;
  c->other.all = t->all;
  c->other.letters = t->letters;
  c->other.level = t->level;
  c->other.n = t->n;
  if (t->n) memcpy(c->other.sample, c->pool + t->at, t->n * sizeof *c->pool);
  return mh_copies_compare(&c->other, t->day, s, day);
}

/* The weakest of the pairs behind `from`: that with the first text stays, so that all that
 * hang on it stay together. */
static size_t weakest(const mh_copies *c, size_t from)
{
  size_t least = from + 1;
  for (size_t i = least; i < c->n_pairs; i++)
    if (c->pairs[i].of_x + c->pairs[i].of_y < c->pairs[least].of_x + c->pairs[least].of_y)
      least = i;
  return least;
}

static bool keep(mh_copies *c, size_t from, mh_copies_pair p)
{
  if (c->n_pairs - from >= PAIRS) {
    mh_copies_pair *w = &c->pairs[weakest(c, from)];
    if (w->of_x + w->of_y < p.of_x + p.of_y) *w = p;
    return true;
  }
  if (!room(&c->pairs, c->n_pairs, &c->cap_pairs, 1, sizeof *c->pairs)) return false;
  c->pairs[c->n_pairs++] = p;
  return true;
}

/* Pairs of the new text with those that were hit; *same: one has its letters. */
static bool pair(mh_copies *c, const mh_copies_signature *s, int32_t day, bool *same)
{
  const size_t from = c->n_pairs, n = c->hits.n;
  const uint32_t *hit = c->hits.at;
  *same = false;
  if (n) qsort(c->hits.at, n, sizeof *hit, by_number);
  for (size_t i = 0, end; i < n && !*same; i = end) {
    const text *t = &c->texts[hit[i]];
    for (end = i + 1; end < n && hit[end] == hit[i];) end++;
    if (end - i < mh_copies_least(s->n_prints, t->n_prints)) continue;
    const mh_copies_overlap o = compare(c, s, day, t);
    const mh_copies_pair p = {hit[i], (uint32_t)c->n_texts, o.of_x, o.of_y, o.same};
    *same = o.close && o.same;
    if (*same) c->n_pairs = from;
    if (o.close && !keep(c, from, p)) return false;
  }
  return true;
}

/* ---- adding --------------------------------------------------------------------------------- */

static bool rooms(mh_copies *c, const mh_copies_signature *s)
{
  return room(&c->texts, c->n_texts, &c->cap_texts, 1, sizeof *c->texts) &&
         room(&c->pool, c->n_pool, &c->cap_pool, s->n, sizeof *c->pool) &&
         room(&c->links, c->n_links, &c->cap_links, s->n_prints, sizeof *c->links) &&
         table_room(c, s->n_prints);
}

mh_status mh_copies_add(mh_copies *c, const mh_copies_signature *s, int32_t day)
{
  const size_t had = c->n_pairs;
  bool same;
  if (c->n_texts >= INT32_MAX || c->n_links >= UINT32_MAX - MH_COPIES_PRINTS)
    return MH_ELIMIT;
  if (!rooms(c, s) || !find(c, s) || !pair(c, s, day, &same))
    return c->n_pairs = had, MH_ENOMEM;
  if (!same) {
    if (s->n) memcpy(c->pool + c->n_pool, s->sample, s->n * sizeof *s->sample);
    for (uint32_t i = 0; i < s->n_prints; i++) post(c, s->print[i], (uint32_t)c->n_texts);
  }
  c->texts[c->n_texts++] = (text){.whole = s->whole,
                                  .at = c->n_pool,
                                  .all = s->all,
                                  .letters = s->letters,
                                  .day = day,
                                  .n = same ? 0 : s->n,
                                  .level = s->level,
                                  .n_prints = s->n_prints};
  if (!same) c->n_pool += s->n;
  return MH_OK;
}
