/* sign - the signature of a text: words of formulas left out, letters folded, stretches
 * hashed, few hashes kept.
 *
 * Everything runs along with the text in memory of a fixed size: the last letters in a ring
 * (the hash of a stretch rolls), the last hashes in another (the smallest of a window is at
 * the head of a queue), and two sets that throw half of themselves away when they are full.
 */
#include <stdlib.h>

#include "inside.h"

enum {
  WINDOW = 64,  /* hashes: what two texts share of WINDOW + SPAN letters has a print */
  SMALLEST = 4, /* of all hashes are prints too: a short text has but one window */
  HELD = 1024   /* hashes that wait to be put in order                              */
};

/* ---- sets that stay small ------------------------------------------------------------- */

/* Different hashes, `most` at the end: those below 2^(32 - level), or the smallest. */
typedef struct heap {
  uint32_t n, most;
  uint8_t level;
  bool halves; /* what is too much goes by a higher level, not one by one */
  uint32_t at[HELD];
} heap;

static int by_size(const void *x, const void *y)
{
  const uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
  return (a > b) - (a < b);
}

/* In order, each once, and no more than `most`. */
static void tidy(heap *h)
{
  uint32_t n = 0;
  if (h->n) qsort(h->at, h->n, sizeof *h->at, by_size);
  for (uint32_t i = 0; i < h->n; i++)
    if (n == 0 || h->at[n - 1] != h->at[i]) h->at[n++] = h->at[i];
  while (n > h->most && h->halves && h->level < 31) {
    h->level++;
    while (n > 0 && h->at[n - 1] >> (32 - h->level)) n--;
  }
  h->n = n > h->most ? h->most : n;
}

static inline void drop_in(heap *h, uint32_t hash)
{
  if ((uint64_t)hash >> (32 - h->level)) return;
  h->at[h->n++] = hash;
  if (h->n == HELD) tidy(h);
}

/* ---- the smallest of each window --------------------------------------------------------- */

/* Hashes that may yet be the smallest, smallest first, with where they stand. */
typedef struct queue {
  uint32_t hash[WINDOW], where[WINDOW];
  uint32_t head, n;
  uint32_t seen; /* hashes so far                         */
  uint32_t last; /* where the last print stood, plus one  */
} queue;

static void put_head(queue *q, heap *prints)
{
  const uint32_t i = q->head % WINDOW;
  if (q->last == q->where[i] + 1) return;
  q->last = q->where[i] + 1;
  drop_in(prints, q->hash[i]);
}

static void push(queue *q, uint32_t hash, heap *prints)
{
  const uint32_t at = q->seen++;
  if (q->n && at - q->where[q->head % WINDOW] >= WINDOW) q->head++, q->n--;
  while (q->n && q->hash[(q->head + q->n - 1) % WINDOW] >= hash) q->n--;
  const uint32_t i = (q->head + q->n++) % WINDOW;
  q->hash[i] = hash;
  q->where[i] = at;
  if (q->seen >= WINDOW) put_head(q, prints);
}

/* ---- the journey -------------------------------------------------------------------------- */

static const uint64_t base = UINT64_C(0x9E3779B97F4A7C15);

static uint64_t mix(uint64_t h)
{
  h = (h ^ h >> 33) * UINT64_C(0xFF51AFD7ED558CCD);
  h = (h ^ h >> 33) * UINT64_C(0xC4CEB9FE1A85EC53);
  return h ^ h >> 33;
}

typedef struct signing {
  heap sample, prints;
  queue q;
  uint64_t ring[MH_COPIES_SPAN], rolling, whole, out; /* out: base to the power of SPAN */
  uint32_t word[MH_COPIES__WORD], n_word;
  uint32_t all, letters; /* of all words, of those that are no formula */
} signing;

static inline void take(signing *s, uint32_t letter)
{
  const uint64_t c = (letter + 1) * UINT64_C(0xD6E8FEB86659FD93);
  uint64_t *slot = &s->ring[s->letters++ % MH_COPIES_SPAN];
  s->rolling = s->rolling * base + c - *slot * s->out;
  *slot = c;
  if (s->letters < MH_COPIES_SPAN) return;
  const uint32_t hash = (uint32_t)(mix(s->rolling) >> 32);
  drop_in(&s->sample, hash);
  push(&s->q, hash, &s->prints);
}

/* The word is at its end. */
static void end_word(signing *s)
{
  for (uint32_t i = 0; i < s->n_word; i++) s->whole = s->whole * base + s->word[i] + 1;
  s->all += s->n_word;
  if (!mh_copies__formula(s->word, s->n_word))
    for (uint32_t i = 0; i < s->n_word; i++) take(s, s->word[i]);
  s->n_word = 0;
}

static void put(signing *s, uint32_t c)
{
  const uint32_t letter = mh_copies__fold(c);
  if (letter && s->n_word == MH_COPIES__WORD) end_word(s);
  if (letter)
    s->word[s->n_word++] = letter;
  else if (s->n_word && !mh_copies__silent(c))
    end_word(s);
}

/* Throw away from the first what would be thrown away anyway. */
static uint8_t first_level(size_t len)
{
  uint8_t level = 0;
  while (level < 20 && len >> (level + 2) > 2 * MH_COPIES_SAMPLE) level++;
  return level;
}

static void begin(signing *s, size_t len)
{
  memset(s, 0, sizeof *s);
  s->sample.most = MH_COPIES_SAMPLE;
  s->sample.level = first_level(len);
  s->sample.halves = true;
  s->prints.most = MH_COPIES_PRINTS;
  s->out = 1;
  for (int i = 0; i < MH_COPIES_SPAN; i++) s->out *= base;
}

/* A text shorter than a window has its smallest hash as its print, one shorter than a stretch
 * that of all its letters. */
static void end(signing *s)
{
  end_word(s);
  s->whole = mix(s->whole ^ s->all);
  if (s->q.n && s->q.seen < WINDOW) put_head(&s->q, &s->prints);
  if (s->letters < MH_COPIES_SPAN) drop_in(&s->prints, (uint32_t)(s->whole >> 32));
  tidy(&s->sample);
  for (uint32_t i = 0; i < SMALLEST && i < s->sample.n; i++)
    drop_in(&s->prints, s->sample.at[i]);
  tidy(&s->prints);
}

void mh_copies_sign(mh_copies_signature *out, const char *text, size_t len)
{
  signing s;
  begin(&s, len);
  for (size_t i = 0, step; i < len && s.all < UINT32_MAX - MH_COPIES__WORD; i += step)
    put(&s, mh_copies__next(text + i, len - i, &step));
  end(&s);
  memset(out, 0, sizeof *out);
  out->whole = s.whole;
  out->all = s.all;
  out->letters = s.letters;
  out->level = s.sample.level;
  out->n = (uint16_t)s.sample.n;
  out->n_prints = (uint8_t)s.prints.n;
  memcpy(out->sample, s.sample.at, s.sample.n * sizeof *out->sample);
  memcpy(out->print, s.prints.at, s.prints.n * sizeof *out->print);
}
