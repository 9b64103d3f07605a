/* inside - what the files of register share: the round in the making, and words as they
 * are compared. */
#ifndef MH_REGISTER_INSIDE_H
#define MH_REGISTER_INSIDE_H

#include "register.h"

#define MH_DAY_NONE INT32_MAX

/* ---- a meeting told, with its days worked out (nodes.c and all that take them) ------ */

typedef struct mh_register__node {
  const mh_told *t;
  int32_t from, to;  /* days its date allows; from > to: no date told       */
  int32_t published; /* MH_DAY_NONE unknown                                 */
  uint32_t group;    /* UINT32_MAX: in none yet                             */
  bool main;         /* its report is about this meeting                    */
} mh_register__node;

typedef struct mh_register__nodes {
  mh_register__node *at; /* [n], in the order of mh_register__order */
  uint32_t n;
} mh_register__nodes;

/* Its date names one day. */
static inline bool mh_register__full(const mh_register__node *x)
{
  return x->from == x->to;
}

/* Its date names a day, a month or a year. */
static inline bool mh_register__dated(const mh_register__node *x)
{
  return x->from <= x->to;
}

/* Whose text the report has; copies of one have one voice. */
static inline const char *mh_register__source(const mh_register__node *x)
{
  return x->t->source ? x->t->source : x->t->report;
}

/* Nodes of all that is told about rounds. */
mh_status mh_register__nodes_make(mh_register__nodes *out, mh_arena *a,
                                  const mh_told *told, uint32_t n);

/* A round in the making.  anchor is where it stands in time: the day told most, else the
 * day of its first report, else the first day of its month or year. */
typedef struct mh_register__group {
  uint32_t ordinal;
  int32_t anchor, day, published, from, to; /* MH_DAY_NONE, from > to: unknown */
  uint32_t id;
} mh_register__group;

/* A report is never printed more than a day before the meeting it tells of: time zones. */
enum { AFTER = 1 };

/* What the nodes of one group tell together.  Those that tell a day come first, by day, in it
 * by source. */
mh_register__group mh_register__summary(mh_register__node *const *x, uint32_t n);

/* Rounds in their order from nodes that are sorted by group; lag is how many days after a
 * meeting its reports are printed. */
mh_status mh_register__timeline(mh_rounds *out, mh_arena *a, mh_register__node *const *x,
                                uint32_t n, int32_t lag);

/* Fill *out from the nodes of one round, in the order of mh_register__order. */
mh_status mh_register__facts(mh_round *out, mh_arena *a,
                             const mh_register__node *const *node, uint32_t n);
/* The earlier day first. */
int mh_register__days(int32_t x, int32_t y);
/* By published (unknown last), report, place in the report. */
int mh_register__order(const mh_register__node *x, const mh_register__node *y);

/* ---- words (stems.c) --------------------------------------------------------------- */

/* A word of a quotation that carries meaning. */
typedef struct mh_register__word {
  mh_span span; /* in the quotation */
  uint32_t stem;
} mh_register__word;

/* What a quotation says: its words and, sorted and each once, their stems. */
typedef struct mh_register__bag {
  const mh_register__word *words;
  const uint32_t *stems;
  uint32_t n_words, n_stems;
  uint64_t key;  /* the same for the same stems           */
  double weight; /* sum of the weights of its stems       */
} mh_register__bag;

typedef struct mh_register__bags {
  mh_register__bag *at; /* [n], one for each evidence                       */
  double *weight;       /* [n_stems]: the rarer among the quotations, the more */
  uint32_t n, n_stems;
} mh_register__bags;

mh_status mh_register__bags_make(mh_register__bags *out, mh_arena *a,
                                 const mh_evidence *const *e, uint32_t n,
                                 const mh_names *names);
/* Fold a word to Latin letters, one each, for comparing; 0 when nothing is left. */
uint32_t mh_register__fold(char out[32], const char *bytes, size_t len);
/* How alike two quotations are that share stems of this weight, 0..1. */
double mh_register__alike(double shared, double x, double y);

/* For, against, or neither (positions.c): 1, -1, 0. */
int mh_register__stance(const mh_evidence *e);

/* ---- files (files.c) --------------------------------------------------------------- */

/* One statement in one file. */
typedef struct mh_register__item {
  const char *topic;
  uint32_t rank; /* of the topic in data/topics.tsv; countries come after */
  uint32_t e;    /* the evidence                                          */
} mh_register__item;

typedef struct mh_register__items {
  mh_register__item *at;
  uint32_t n;
} mh_register__items;

#define MH_REGISTER_NO_TOPIC "other" /* the file of what has no topic */

/* Every statement in each of its files, sorted by file, then e. */
mh_status mh_register__items_make(mh_register__items *out, mh_arena *a,
                                  const mh_evidence *const *e, uint32_t n);
/* Order of files: that of data/topics.tsv, then countries, then others. */
uint32_t mh_register__rank(const char *topic);
int mh_register__files(uint32_t rank_x, const char *x, uint32_t rank_y, const char *y);
/* Sort evidences: published (unknown last), report, place in the text.  NULL without
 * memory. */
const mh_evidence **mh_register__sorted(mh_arena *a, const mh_evidence *const *e,
                                        uint32_t n);

#endif
