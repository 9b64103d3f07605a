/* lexc - the lexicon compiler: from the tables of data/ to the static tables that the arabic
 * room reads.  lexc.c is the program, lexc_words.c the words with their forms, lexc_phrases.c
 * the phrases with their meanings, lexc_emit.c writes C. */
#ifndef LEXC_H
#define LEXC_H

#include "../src/arabic/inside.h"
#include "tsv.h"

typedef struct lexc_stem { /* a key of the form table */
  mh_key key;
  uint32_t sym;
  uint32_t first, last; /* chain of forms, 1-based; 0 none */
} lexc_stem;

typedef struct lexc_form {
  uint32_t word, feats;
  uint32_t next; /* 1-based; 0 none */
} lexc_form;

typedef struct lexc_edge { /* a step of the trie of phrases */
  uint32_t node;
  uint32_t step; /* sym << 1 | needs al- */
  uint32_t to;
} lexc_edge;

typedef struct lexc_meaning {
  uint32_t node;
  mh_meaning m;
} lexc_meaning;

#define LEXC_LIST(T) \
  struct {           \
    T *at;           \
    uint32_t n, cap; \
  }

typedef struct lexc {
  mh_arena *a;
  tsv_log log;
  LEXC_LIST(lexc_stem) stems;
  uint32_t *stem_hash; /* 1-based into stems */
  uint32_t hash_size;
  LEXC_LIST(lexc_form) forms;
  LEXC_LIST(mh_word) words; /* [0] is no word */
  LEXC_LIST(mh_frame) frames;
  LEXC_LIST(uint16_t) with;   /* lists of words that frames ask for, each closed by 0 */
  LEXC_LIST(lexc_edge) edges; /* in order of making */
  uint32_t *edge_hash;
  uint32_t edge_size;
  LEXC_LIST(lexc_meaning) meanings;
  uint32_t n_syms, n_nodes;
  LEXC_LIST(mh_root) roots;
  LEXC_LIST(mh_actor_row) actors;
  LEXC_LIST(mh_organ_row) organs;
  LEXC_LIST(mh_office_row) offices;
  LEXC_LIST(mh_person_row) people;
  const char *person;    /* names of the last one     */
  uint32_t first_person; /* row in which he came first */
  LEXC_LIST(mh_key) given;
  LEXC_LIST(mh_place_row) places;
  LEXC_LIST(mh_instrument_row) instruments;
  LEXC_LIST(mh_meeting_row) meetings;
  LEXC_LIST(mh_time_row) times;
  tsv_table acts, topics;
} lexc;

/* All tables of a lexicon, found by the last part of their names. */
typedef struct lexc_input {
  const tsv_file *at;
  uint32_t n;
} lexc_input;

/* Compile.  Complaints go to log->to and are counted in log->faults; what is wrong is left
 * out.  MH_OK or MH_ENOMEM. */
mh_status lexc_compile(lexc *out, mh_arena *a, lexc_input in, FILE *complaints);

/* Write the C of a compiled lexicon as `const mh_lexicon NAME`. */
void lexc_emit(const lexc *x, FILE *to, const char *name);
/* Write the closed lists (acts, topics) as a header. */
void lexc_emit_lists(const lexc *x, FILE *to);

/* ---- shared by the files of the compiler */

mh_status lexc_words(lexc *x, lexc_input in);
mh_status lexc_phrases(lexc *x, lexc_input in);
const tsv_file *lexc_file(lexc_input in, const char *name);
/* The stem with this key, made when it is not there; its index. */
mh_status lexc_stem_of(uint32_t *out, lexc *x, mh_key key);
/* The stem with this key or NULL. */
lexc_stem *lexc_stem_find(lexc *x, mh_key key);
/* Index of an act or topic by its id, -1 none. */
int lexc_act(const lexc *x, const char *id);
int lexc_topic(const lexc *x, const char *id);

#endif
