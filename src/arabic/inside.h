/* What the files of the arabic room share with each other and with the compiled lexicon
 * that tools/lexc.c writes: its tables. */
#ifndef MH_ARABIC_INSIDE_H
#define MH_ARABIC_INSIDE_H

#include "arabic.h"

/* A word form of the lexicon, without clitics: a line of the hash table.  Open addressing,
 * empty when both halves of the key are 0. */
typedef struct mh_entry {
  mh_key key;
  uint32_t sym;   /* number of the stem in phrases; 0: in none          */
  uint32_t forms; /* first form << 8 | how many                         */
} mh_entry;

typedef struct mh_form {
  uint32_t word;  /* into words */
  uint32_t feats;
} mh_form;

/* What the first word of a phrase leads to. */
typedef struct mh_root {
  uint32_t any; /* node; 0 none                   */
  uint32_t al;  /* node when the word carries al- */
} mh_root;

/* A step of the trie of phrases; empty when `to` is 0. */
typedef struct mh_edge {
  uint32_t node;
  uint32_t step; /* sym << 1 | needs al- */
  uint32_t to;
} mh_edge;

typedef struct mh_meaning {
  uint32_t value;
  uint8_t kind; /* mh_phrase_kind */
} mh_meaning;

struct mh_lexicon {
  const mh_entry *entries;
  const uint64_t *filter; /* a bit for each entry's hash: most words that are not in the
                             lexicon are turned away before the large table is touched */
  const mh_form *forms;
  const mh_word *words;
  const mh_frame *frames;
  const mh_root *roots;         /* by sym            */
  const mh_edge *edges;
  const mh_meaning *meanings;
  const uint32_t *node_meaning; /* [n_nodes + 1]     */
  const mh_actor_row *actors;
  const mh_organ_row *organs;
  const mh_office_row *offices;
  const mh_person_row *people;
  const mh_place_row *places;
  const mh_instrument_row *instruments;
  const mh_meeting_row *meetings;
  const mh_time_row *times;
  uint32_t entry_mask, filter_mask, edge_mask;
  uint32_t n_words, n_actors, n_organs, n_offices, n_people, n_places, n_instruments,
      n_meetings, n_times;
};

/* Both sides, compiler and room, hash alike. */
static inline uint64_t mh_arabic__hash(mh_key k)
{
  uint64_t h = k.lo ^ (k.hi * UINT64_C(0x9E3779B97F4A7C15));
  h *= UINT64_C(0xD6E8FEB86659FD93);
  h ^= h >> 32;
  h *= UINT64_C(0xD6E8FEB86659FD93);
  return h ^ (h >> 32);
}

static inline uint32_t mh_arabic__edge_hash(uint32_t node, uint32_t step)
{
  const uint64_t h = ((uint64_t)node << 32 | step) * UINT64_C(0x9E3779B97F4A7C15);
  return (uint32_t)(h >> 32);
}

mh_status mh_arabic__phrases(mh_words *out, mh_arena *a, const mh_doc *doc);

#endif
