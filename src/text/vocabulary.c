/* vocabulary - the words met so far, so that most of a text need not be taken apart.
 *
 * News repeats itself: of a hundred words ninety-five have been met before.  A word is known
 * by its bytes as they stand; its row says what cutting it gave.  Rows are in the order of
 * first meeting, which puts the frequent ones side by side at the front, where they stay in
 * the processor's cache; a table of row numbers leads to them.
 *
 * Not for what words mean: the arabic room keeps that by their numbers.
 */
#include "vocabulary.h"

_Static_assert(MH_VOCABULARY_MOST <= MH_TEXT__SLOTS / 4 * 3, "free slots must be left");

mh_vocabulary *mh_text_vocabulary(mh_arena *a)
{
  mh_vocabulary *v = mh_arena_lines(a, sizeof *v);
  if (v == NULL) return NULL;
  memset(v->table, 0, sizeof v->table);
  v->n = v->missed = 0;
  return v;
}

bool mh_vocabulary_full(const mh_vocabulary *v)
{
  return v->missed >= MH_VOCABULARY_MOST / 8;
}

/* The first free slot where `raw` is looked for; NULL when none is near. */
static uint32_t *free_slot(mh_vocabulary *v, uint32_t hash)
{
  const uint32_t first = mh_text__first_slot(hash);
  for (uint32_t i = 0; i < MH_TEXT__PROBES; i++) {
    uint32_t *slot = &v->table[(first + i) % MH_TEXT__SLOTS];
    if (*slot == 0) return slot;
  }
  return NULL;
}

uint32_t mh_text__learn(mh_vocabulary *v, uint32_t hash, const uint64_t raw[3],
                        const mh_token *k)
{
  uint32_t *slot = v->n < MH_VOCABULARY_MOST ? free_slot(v, hash) : NULL;
  if (slot == NULL) v->missed++;
  if (slot == NULL || k->key.hi || k->n == 0) return 0;
  const uint64_t of_word = k->flags & ~(MH_TF_SPACE | MH_TF_LINE);
  v->rows[++v->n] = (mh_text__row){
      {raw[0], raw[1], raw[2] | (uint64_t)k->n << 48 | of_word << 56}, k->key.lo};
  *slot = v->n | hash << MH_TEXT__SLOT_BITS;
  return v->n;
}
