/* conjugate_inside - what the files of the conjugator share: words as they sound, before
 * they are written.
 *
 * A form is built from consonants AND vowels, because the vowels that nobody writes decide
 * what is written: the seat of a hamza, a weak letter that drops, two letters that merge.
 */
#ifndef CONJUGATE_INSIDE_H
#define CONJUGATE_INSIDE_H

#include "conjugate.h"

/* Sounds: consonants are their code points, the rest is below. */
enum {
  CJ_NONE,
  CJ_A, /* short vowels: not written */
  CJ_I,
  CJ_U,
  CJ_AA, /* long vowels: written alef, ya, waw */
  CJ_II,
  CJ_UU,
  CJ_AY,   /* long a that is written alef maqsura at the end of a word */
  CJ_WASL, /* the alef that only carries a vowel                       */
  CJ_MUTE  /* the alef behind the waw of the plural                    */
};

enum {
  CJ_HAMZA = 0x621,
  CJ_ALEF_MADDA = 0x622,
  CJ_ALEF_HAMZA_ABOVE = 0x623,
  CJ_WAW_HAMZA = 0x624,
  CJ_ALEF_HAMZA_BELOW = 0x625,
  CJ_YEH_HAMZA = 0x626,
  CJ_ALEF = 0x627,
  CJ_BEH = 0x628,
  CJ_TEH_MARBUTA = 0x629,
  CJ_TEH = 0x62A,
  CJ_THEH = 0x62B,
  CJ_KHAH = 0x62E,
  CJ_DAL = 0x62F,
  CJ_THAL = 0x630,
  CJ_REH = 0x631,
  CJ_ZAIN = 0x632,
  CJ_SEEN = 0x633,
  CJ_SAD = 0x635,
  CJ_DAD = 0x636,
  CJ_TAH = 0x637,
  CJ_ZAH = 0x638,
  CJ_AIN = 0x639,
  CJ_KAF = 0x643,
  CJ_LAM = 0x644,
  CJ_MEEM = 0x645,
  CJ_NOON = 0x646,
  CJ_WAW = 0x648,
  CJ_ALEF_MAQSURA = 0x649,
  CJ_YEH = 0x64A
};

#define CJ_WORD_MAX 48
#define CJ_FORM_MAX 96 /* bytes of a written form, with its NUL */

typedef struct cj_word {
  uint32_t p[CJ_WORD_MAX];
  int n;
  bool cut; /* its last radical fell: the vowel at the end is the stem's own */
} cj_word;

/* A pattern is a line of characters: 1..4 radicals, a i u A I U vowels, P R the vowels of
 * form 1 (R long in hollow verbs: L), * the wasl alef, ' hamza, 8 the t of form 8, T ta
 * marbuta, _ the mute alef, and t n s m y for themselves. */
typedef struct cj_patterns {
  const char *past, *past_passive;
  const char *pres, *pres_passive; /* behind the prefix                     */
  char prefix;                     /* vowel of the prefix in the active     */
  const char *masdar;              /* NULL: the lexicon lists it            */
  const char *active, *passive;    /* participles                           */
} cj_patterns;

/* What the forms of one verb have in common. */
typedef struct cj_plan {
  const cj_verb *v;
  cj_patterns pat;
  int last;     /* index of the last radical                               */
  bool hollow;  /* its middle radical is a long vowel                      */
  bool weak;    /* its last radical is weak                                */
  bool doubled; /* its last two radicals are one                           */
} cj_plan;

static inline bool cj__short(uint32_t p)
{
  return p >= CJ_A && p <= CJ_U;
}
static inline bool cj__long(uint32_t p)
{
  return p >= CJ_AA && p <= CJ_AY;
}
static inline bool cj__vowel(uint32_t p)
{
  return p >= CJ_A && p <= CJ_AY;
}
static inline bool cj__weak(uint32_t p)
{
  return p == CJ_WAW || p == CJ_YEH;
}

/* conjugate_stem.c */
void cj__plan(cj_plan *out, const cj_verb *v);
/* The stem of a pattern; past says that it is the perfect active. */
void cj__stem(cj_word *out, const cj_plan *plan, const char *pattern, bool past);
/* Put an ending on: doubled letters contract or part, hollow stems shorten, weak ends
 * merge with it.  past as above. */
void cj__join(cj_word *w, const cj_plan *plan, const char *ending, bool past);
/* Put sounds in front. */
void cj__lead(cj_word *w, uint32_t a, uint32_t b);
void cj__push(cj_word *w, uint32_t p);

/* conjugate_write.c */
/* Styles: 0 the standard; then the spellings of hamza before long u that newspapers have. */
#define CJ_STYLES 3
/* Spells w; joined: a pronoun follows. */
void cj__write(char out[CJ_FORM_MAX], const cj_word *w, bool joined, int style);

/* conjugate.c: hands on what was not handed on before. */
typedef struct cj_sink cj_sink;
void cj__give(cj_sink *s, const char *form, uint32_t feats);
/* w in all spellings and, where it is written otherwise, with a pronoun joined. */
void cj__give_word(cj_sink *s, const cj_word *w, uint32_t feats);

/* conjugate_noun.c */
void cj__nouns(const cj_plan *plan, cj_sink *s);
void cj__decline(cj_sink *s, const char *noun, uint32_t pos);

#endif
