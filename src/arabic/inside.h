/* What the files of the arabic room share with each other and with the compiled lexicon
 * that tools/lexc.c writes: its tables. */
#ifndef MH_ARABIC_INSIDE_H
#define MH_ARABIC_INSIDE_H

#include "arabic.h"

/* One way to read a word form. */
typedef struct mh_form {
  uint32_t feats : 17; /* MH_F_*                     */
  uint32_t acts : 1;   /* its word has frames        */
  uint32_t word : 14;  /* into words                 */
} mh_form;

#define MH_FORM_FEATS_MAX 0x1FFFFu
#define MH_FORM_WORD_MAX  0x3FFFu

/* What a word form of the lexicon, without clitics, leads to.  Most have one form: it stands
 * here, so that no other table must be looked at. */
typedef struct mh_stem {
  union {
    mh_form only;   /* n 1                                           */
    uint32_t first; /* n 2 and more: into forms                      */
  } form;
  uint16_t sym; /* number of the stem in phrases; 0: in none         */
  uint8_t n;    /* forms                                             */
  bool opens;   /* a phrase begins with it: roots[sym] is not empty  */
} mh_stem;

/* A row of the hash table: a word form of at most 12 letters, `lo` of its key; 0 is empty. */
typedef struct mh_entry {
  uint64_t lo;
  mh_stem stem;
} mh_entry;

/* The same for longer ones; there are few. */
typedef struct mh_long_entry {
  mh_key key;
  mh_stem stem;
} mh_long_entry;

/* What the first word of a phrase leads to. */
typedef struct mh_root {
  uint32_t any; /* node; 0 none                   */
  uint32_t al;  /* node when the word carries al- */
} mh_root;

/* A node of the trie of phrases: one line of memory tells what it means and whether it is
 * worth to look for a step. */
typedef struct mh_node {
  uint32_t meanings; /* those of the next node begin where its own end   */
  uint32_t steps;
  uint32_t sieve; /* 1 << (sym & 31) of each of its steps             */
  uint16_t n_steps;
  uint16_t kinds; /* 1 << mh_phrase_kind of each of its meanings      */
} mh_node;

/* A step of the trie; those of one node stand in the order of `step`. */
typedef struct mh_step {
  uint32_t step; /* sym << 1 | needs al- */
  uint32_t to;
} mh_step;

typedef struct mh_meaning {
  uint32_t value;
  uint8_t kind; /* mh_phrase_kind */
} mh_meaning;

struct mh_lexicon {
  const mh_entry *entries; /* open addressing */
  const mh_long_entry *longs;
  const uint64_t *filter; /* see mh_arabic__bits() */
  const mh_form *forms;
  const mh_word *words;
  const mh_frame *frames;
  const uint16_t *with; /* lists of words, each closed by 0; [0] is 0 */
  const mh_root *roots; /* by sym            */
  const mh_node *nodes; /* [n_nodes + 1]     */
  const mh_step *steps;
  const mh_meaning *meanings;
  const mh_actor_row *actors;
  const uint16_t *by_code; /* open addressing by mh_arabic__code_hash(); 0 empty, else an
                              actor's number from 1                          */
  const mh_organ_row *organs;
  const mh_office_row *offices;
  const mh_person_row *people;
  const mh_place_row *places;
  const mh_instrument_row *instruments;
  const mh_meeting_row *meetings;
  const mh_time_row *times;
  const mh_key *given; /* names, by lo, then hi */
  uint32_t entry_mask, long_mask, filter_mask, code_mask;
  uint32_t n_words, n_actors, n_organs, n_offices, n_people, n_places, n_instruments,
      n_meetings, n_times, n_given;
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

/* The same of an actor's code. */
static inline uint32_t mh_arabic__code_hash(const char *code)
{
  uint32_t h = 2166136261u;
  for (; *code; code++) h = (h ^ (unsigned char)*code) * 16777619u;
  return h ^ h >> 15;
}

/* The bits that a key sets in its word of the filter, which is word hash >> 46 & mask.  Of
 * the words that are not in the lexicon one in a hundred has all three set; all others are
 * turned away before the large tables are touched. */
static inline uint64_t mh_arabic__bits(uint64_t hash)
{
  return UINT64_C(1) << (hash >> 28 & 63) | UINT64_C(1) << (hash >> 34 & 63) |
         UINT64_C(1) << (hash >> 40 & 63);
}

/* Where a phrase goes from a word: a bit for each step that leads on from its roots, and for
 * each step that a word can be.  No bit in common: the phrase does not go on there. */
static inline uint64_t mh_arabic__step_bit(uint32_t step)
{
  return UINT64_C(1) << (step * UINT32_C(0x9E3779B1) >> 26);
}

/* Add to a sense that has its readings what it is in phrases. */
mh_status mh_arabic__sense_phrases(mh_sense *s, mh_arena *a, const mh_lexicon *lex);
/* All phrases of doc, from the senses of its words. */
mh_status mh_arabic__phrases(mh_words *out, mh_arena *a, const mh_doc *doc);

#endif
