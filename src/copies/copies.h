/* copies - which texts are one text: agency copy in many newspapers, a page and its print
 * view, a text and its update, a text that holds another.
 *
 * A text is seen as its letters, one after the other: spellings folded as the text room folds
 * them; marks, punctuation and spaces are nothing (newspapers part and join words as they
 * like).  Every stretch of MH_COPIES_SPAN letters has a hash, and two small sets of hashes
 * are kept of a text: its sample (the small hashes among all, so that what two texts share
 * can be measured, containment as well as resemblance) and its prints (the smallest hash of
 * every window, by which texts that share one find each other).  Reports of one event in
 * other words share next to nothing.  Cables and communiques share their formulas: the words of
 * which these are made (data/formulas.tsv) are left out.
 *
 *   text -> mh_copies_sign() -> signature -> mh_copies_add() -> pairs -> mh_copies_group()
 *
 * Literature: winnowing (Schleimer, Wilkerson, Aiken, SIGMOD 2003), containment by samples
 * (Broder, SEQUENCES 1997).  
 */
#ifndef MH_COPIES_H
#define MH_COPIES_H

#include "../base/base.h"

enum {
  MH_COPIES_SPAN = 16,    /* letters: three or four words */
  MH_COPIES_SAMPLE = 160, /* hashes of a sample at most  */
  MH_COPIES_PRINTS = 48   /* prints at most              */
};

/* ---- signatures ------------------------------------------------------------------- */

/* What is kept of a text, less than 1 KB.  Texts with the same letters have the same `whole`.
 * The sample holds all hashes below 2^(32 - level), sorted, each once. */
typedef struct mh_copies_signature {
  uint64_t whole;        /* hash of all letters                            */
  uint32_t all, letters; /* how many, and how many without words of formulas */
  uint16_t n;
  uint8_t level, n_prints;
  uint32_t sample[MH_COPIES_SAMPLE]; /* [n]                                     */
  uint32_t print[MH_COPIES_PRINTS];  /* [n_prints], sorted, each once; at least 1 */
} mh_copies_signature;

/* Sign a text (any bytes; what is not UTF-8 is no letter).  Linear; cannot fail. */
void mh_copies_sign(mh_copies_signature *out, const char *text, size_t len);

/* ---- two texts -------------------------------------------------------------------- */

#define MH_COPIES_NO_DAY INT32_MIN

/* The day of "2022-01-27T10:00" as mh_day_number() counts, else MH_COPIES_NO_DAY. */
int32_t mh_copies_day(const char *published);

/* How much of each stands in the other too, 0..1. */
typedef struct mh_copies_overlap {
  float of_x, of_y;
  bool same;  /* the same letters                                                     */
  bool close; /* one text passed on (wholly or in part), not two with the same formulas */
} mh_copies_overlap;

/* Measured on the samples: exact for texts of up to MH_COPIES_SAMPLE stretches.  The days
 * published count: what comes again days later must share more. */
mh_copies_overlap mh_copies_compare(const mh_copies_signature *x, int32_t day_x,
                                    const mh_copies_signature *y, int32_t day_y);

/* How many prints of x must be among those of y before it is worth to compare them. */
uint32_t mh_copies_least(uint32_t n_prints_x, uint32_t n_prints_y);

/* ---- an archive ------------------------------------------------------------------- */

/* Two texts that are close, by their numbers; x < y. */
typedef struct mh_copies_pair {
  uint32_t x, y;
  float of_x, of_y;
  bool same;
} mh_copies_pair;

/* Texts known so far.  Grows by less than 1 KB a text and by the pairs found. */
typedef struct mh_copies mh_copies;

mh_copies *mh_copies_new(void); /* NULL without memory */
void mh_copies_free(mh_copies *c);
/* The next text; the first has number 0.  Fails with MH_ENOMEM, or MH_ELIMIT at 2^31 texts. */
mh_status mh_copies_add(mh_copies *c, const mh_copies_signature *s, int32_t day);
/* Pairs found so far, by y; they live until the next add. */
const mh_copies_pair *mh_copies_pairs(const mh_copies *c, size_t *n);

/* ---- groups ------------------------------------------------------------------------ */

typedef enum mh_copies_kind {
  MH_COPIES_FIRST,  /* the oldest of its group                                     */
  MH_COPIES_SAME,   /* the same page once more: a print view, the same words       */
  MH_COPIES_COPY,   /* the text in another outlet                                  */
  MH_COPIES_UPDATE, /* a later version of the same outlet or address               */
  MH_COPIES_PART    /* one holds the other, or a part of it, beside text of its own */
} mh_copies_kind;

/* "first", "same", "copy", "update", "part". */
const char *mh_copies_kind_id(mh_copies_kind k);

/* Where a text comes from; NULL unknown. */
typedef struct mh_copies_origin {
  const char *published; /* ISO 8601, with or without the time */
  const char *outlet, *url;
} mh_copies_origin;

/* What one of a pair is to the other; the same from either side. */
mh_copies_kind mh_copies_kind_of(const mh_copies_origin *x, const mh_copies_origin *y,
                                 const mh_copies_pair *p);

typedef struct mh_copies_member {
  uint32_t text;
  uint32_t of; /* the text it is compared with; of the first itself */
  mh_copies_kind kind;
  float share; /* of the smaller of both that stands in the other   */
} mh_copies_member;

/* Members of one group after the other, each group and all groups by age: the first of each
 * has kind MH_COPIES_FIRST. */
typedef struct mh_copies_groups {
  const mh_copies_member *at; /* [n] */
  uint32_t n, n_groups;
} mh_copies_groups;

/* Group n texts by the pairs among them.  Which is the oldest is told by `published` (unknown
 * last), then by the number.  A text that holds several others joins the one of which it has
 * most, so two stories never become one through a roundup of both.  The pairs may come in
 * any order. */
mh_status mh_copies_group(mh_copies_groups *out, mh_arena *a,
                          const mh_copies_origin *text, uint32_t n,
                          const mh_copies_pair *pair, size_t n_pairs);

/* ---- quotations --------------------------------------------------------------------- */

/* The words of a quotation: their hashes, sorted, each once. */
typedef struct mh_copies_words {
  const uint32_t *hash; /* [n] */
  uint32_t n;
  uint64_t any; /* a bit or more for each */
} mh_copies_words;

mh_status mh_copies_words_of(mh_copies_words *out, mh_arena *a, const char *text,
                             size_t len);
/* The share of the fewer words that are among the others, 0..1. */
float mh_copies_words_shared(const mh_copies_words *x, const mh_copies_words *y);

/* The letters of a text, folded, one after the other. */
typedef struct mh_copies_letters {
  const uint16_t *at; /* [n] */
  uint32_t n;
} mh_copies_letters;

mh_status mh_copies_letters_of(mh_copies_letters *out, mh_arena *a, const char *text,
                               size_t len);
/* Do the letters of `part` (one or more) stand in `text` in a row? */
bool mh_copies_letters_hold(const mh_copies_letters *text, const mh_copies_letters *part);

#endif
