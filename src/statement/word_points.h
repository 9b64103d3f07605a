/* What the words of a content say of its files: for word_points.c, weigh.c and, at build time,
 * tools/wordpointsc.c, which makes the table. */
#ifndef MH_STATEMENT_WORD_POINTS_H
#define MH_STATEMENT_WORD_POINTS_H

#include <stdint.h>

/* The points of one word for one file, in tenths of a logit. */
typedef struct word_pair {
  uint8_t file; /* a topic, or the topics' number and a state's place among the table's */
  int16_t points;
} word_pair;

typedef struct word_row {
  uint64_t word;  /* mh_statement_word(); 0: the slot is empty      */
  uint32_t first; /* into the pairs                                 */
  uint8_t n;      /* how many of them                               */
  uint8_t rarity; /* tenths: log of how few contents have the word  */
} word_row;

#define MH_WORD_STATES_MAX 100   /* files of states that words may speak for */
#define WORD_SLOTS         16384 /* an open hash, at most half full */

static inline uint32_t mh_statement__word_slot(uint64_t word)
{
  return (uint32_t)(word * UINT64_C(0x9E3779B97F4A7C15) >> 49) & (WORD_SLOTS - 1);
}

#endif
