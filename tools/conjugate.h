/* conjugate - all forms of an Arabic verb from root and form, as they are written without
 * vowel marks.  Used by lexc at build time; ships in nothing.
 *
 * Rules after W. Wright, A Grammar of the Arabic Language (3rd ed., 1896), part second, and
 * K. C. Ryding, A Reference Grammar of Modern Standard Arabic (2005), chapters 21-36.
 */
#ifndef CONJUGATE_H
#define CONJUGATE_H

#include <stdbool.h>
#include <stdint.h>

#include "../src/arabic/features.h"

typedef struct cj_verb {
  uint32_t root[4]; /* code points of the radicals; hamza is U+0621; [3] 0 for three */
  int form;         /* 1..10; quadriliteral 1, 2 or 4                                */
  char past, pres;  /* form 1: the vowel of the second radical, 'a' 'i' 'u'; past 's'
                       in the others: waw or ya in the middle stays a consonant      */
} cj_verb;

/* One form: UTF-8 without vowel marks, hamza on its right seat, NUL-terminated. */
typedef void cj_emit(void *user, const char *form, uint32_t feats);

/* Reads root ("ء م ن", radicals apart by spaces or not), form ("1".."10", "I".."X",
 * "Q1", "Q2", "Q4") and vowels ("a-u": past-present of form 1; "s" in other forms where a
 * weak middle radical stays, as in استجوب and ازدوج; "" otherwise).  NULL on success, else
 * what is wrong (a constant). */
const char *cj_read(cj_verb *out, const char *root, const char *form, const char *vowels);

/* Emits every distinct (form, feats) of v: perfect and imperfect of all persons, numbers and
 * genders, the shortened imperfects where they are written otherwise, imperatives, passives
 * where they are written otherwise; active and passive participles in all numbers, genders and
 * cases that are written otherwise (with and without nun).  With the regular verbal noun of
 * forms 2-10 (form 1 has none: the lexicon lists it); its feminine/plural too.
 * The enclitic shapes that differ (the -uu of the plural without its alef, ta marbuta opened is
 * NOT one: lookup does that) carry MH_F_ENCLITIC. */
void cj_conjugate(const cj_verb *v, cj_emit *emit, void *user);

/* Declines a noun that is written out, such as a masdar of form 1: singular, dual, the plural
 * in -at, and the shapes that stand only before a pronoun (لقاؤه، لقائه).  pos is one of
 * MH_POS_*; gender and number come with the forms. */
void cj_decline(const char *noun, uint32_t pos, cj_emit *emit, void *user);

#endif
