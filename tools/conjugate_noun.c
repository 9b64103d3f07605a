/* conjugate_noun - participles and verbal nouns: numbers, genders, and the cases that show
 * without marks.  Broken plurals are not made here; the lexicon lists them as nouns.
 */
#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "conjugate_inside.h"

typedef struct ending {
  const char *text;
  uint32_t feats;
} ending;

/* The singular stands three times: before a pronoun its hamza follows the case. */
static const ending MASCULINE[] = {
    {"u", MH_F_SG | MH_F_M},
    {"i", MH_F_SG | MH_F_M},
    {"a", MH_F_SG | MH_F_M},
    {"Ani", MH_F_DU | MH_F_M},
    {"ayni", MH_F_DU | MH_F_M | MH_F_OBLIQUE},
    {"A", MH_F_DU | MH_F_M | MH_F_CONSTRUCT},
    {"ay", MH_F_DU | MH_F_M | MH_F_OBLIQUE | MH_F_CONSTRUCT},
};

static const ending SOUND_PLURAL[] = {
    {"Una", MH_F_PL | MH_F_M},
    {"Ina", MH_F_PL | MH_F_M | MH_F_OBLIQUE},
    {"U", MH_F_PL | MH_F_M | MH_F_CONSTRUCT},
    {"I", MH_F_PL | MH_F_M | MH_F_OBLIQUE | MH_F_CONSTRUCT},
};

static const ending FEMININE[] = {
    {"aT", MH_F_SG | MH_F_F},
    {"aTAni", MH_F_DU | MH_F_F},
    {"aTayni", MH_F_DU | MH_F_F | MH_F_OBLIQUE},
    {"aTA", MH_F_DU | MH_F_F | MH_F_CONSTRUCT},
    {"aTay", MH_F_DU | MH_F_F | MH_F_OBLIQUE | MH_F_CONSTRUCT},
};

static const ending PLURAL_AT[] = {{"At", MH_F_PL | MH_F_F}};

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* The singular of a weak noun in i or a is the same in all cases. */
static bool skips(const cj_word *stem, const char *text)
{
  const bool case_vowel = (text[0] == 'i' || text[0] == 'a') && text[1] == '\0';
  return case_vowel && cj__weak(stem->p[stem->n - 1]);
}

static void give_all(const cj_plan *plan, cj_sink *s, const cj_word *stem,
                     const ending *e, size_t n, uint32_t pos)
{
  for (size_t i = 0; i < n; i++) {
    if (skips(stem, e[i].text)) continue;
    cj_word w = *stem;
    cj__join(&w, plan, e[i].text, false);
    char form[CJ_FORM_MAX];
    if (strncmp(e[i].text, "aT", 2) == 0 && e[i].text[2] == '\0') {
      cj__write(form, &w, false, 0); /* with a pronoun its ta marbuta opens: by lookup */
      cj__give(s, form, pos | e[i].feats);
    } else {
      cj__give_word(s, &w, pos | e[i].feats);
    }
  }
}

/* مستدع: the indefinite of weak nouns in i, where the letter falls. */
static void give_bare(const cj_plan *plan, cj_sink *s, const cj_word *stem, uint32_t pos)
{
  if (!cj__weak(stem->p[stem->n - 1]) || stem->p[stem->n - 2] != CJ_I) return;
  cj_word w = *stem;
  char form[CJ_FORM_MAX];
  cj__join(&w, plan, "", false);
  cj__write(form, &w, false, 0);
  cj__give(s, form, pos | MH_F_SG | MH_F_M | MH_F_SHORT);
}

static void participle(const cj_plan *plan, cj_sink *s, const char *pattern, uint32_t pos)
{
  cj_word stem;
  cj__stem(&stem, plan, pattern, false);
  give_all(plan, s, &stem, MASCULINE, COUNT(MASCULINE), pos);
  give_bare(plan, s, &stem, pos);
  give_all(plan, s, &stem, SOUND_PLURAL, COUNT(SOUND_PLURAL), pos);
  give_all(plan, s, &stem, FEMININE, COUNT(FEMININE), pos);
  give_all(plan, s, &stem, PLURAL_AT, COUNT(PLURAL_AT), pos);
}

/* A masdar is feminine when its pattern says so: مفاوضة، إقامة. */
static void masdar(const cj_plan *plan, cj_sink *s, const char *pattern)
{
  cj_word stem;
  cj__stem(&stem, plan, pattern, false);
  if (stem.p[stem.n - 1] == CJ_TEH_MARBUTA) {
    stem.n--;
    give_all(plan, s, &stem, FEMININE, COUNT(FEMININE), MH_POS_MASDAR);
  } else {
    give_all(plan, s, &stem, MASCULINE, COUNT(MASCULINE), MH_POS_MASDAR);
    give_bare(plan, s, &stem, MH_POS_MASDAR);
  }
  give_all(plan, s, &stem, PLURAL_AT, COUNT(PLURAL_AT), MH_POS_MASDAR);
}

void cj__nouns(const cj_plan *plan, cj_sink *s)
{
  participle(plan, s, plan->pat.active, MH_POS_ACTIVE);
  participle(plan, s, plan->pat.passive, MH_POS_PASSIVE);
  if (plan->pat.masdar != NULL) masdar(plan, s, plan->pat.masdar);
}

/* ---- a noun that is written out -------------------------------------------------- */

#define T          "\xD8\xA9" /* ta marbuta */
#define ALEF       "\xD8\xA7"
#define MADDA      "\xD8\xA2"
#define ALEF_HAMZA "\xD8\xA3"
#define WAW_HAMZA  "\xD8\xA4"
#define YEH_HAMZA  "\xD8\xA6"
#define HAMZA      "\xD8\xA1"
#define MAQSURA    "\xD9\x89"
#define TA         "\xD8\xAA"
#define YA         "\xD9\x8A"
#define NUN        "\xD9\x86"

static bool ends(const char *noun, const char *letters)
{
  const size_t n = strlen(noun), k = strlen(letters);
  return n > k && memcmp(noun + n - k, letters, k) == 0;
}

/* noun without its last `cut` bytes, then a, then b. */
static void give_cut(cj_sink *s, const char *noun, size_t cut, const char *a,
                     const char *b, uint32_t feats)
{
  char form[CJ_FORM_MAX];
  const size_t n = strlen(noun) - cut, k = strlen(a), l = strlen(b);
  if (n + k + l + 1 > sizeof form) return;
  memcpy(form, noun, n);
  memcpy(form + n, a, k);
  memcpy(form + n + k, b, l + 1);
  cj__give(s, form, feats);
}

/* Dual in -an, -ayn; the plural in -at where there is one. */
static void numbers(cj_sink *s, const char *noun, size_t cut, const char *base,
                    uint32_t feats)
{
  const bool opens = ends(noun, ALEF_HAMZA) && base[0] == '\0';
  const char *an = opens ? MADDA : ALEF;
  const size_t an_cut = opens ? 2 : cut;
  char with_nun[8];
  strcpy(with_nun, an);
  strcat(with_nun, NUN);
  give_cut(s, noun, an_cut, base, with_nun, feats | MH_F_DU);
  give_cut(s, noun, an_cut, base, an, feats | MH_F_DU | MH_F_CONSTRUCT);
  give_cut(s, noun, cut, base, YA NUN, feats | MH_F_DU | MH_F_OBLIQUE);
  give_cut(s, noun, cut, base, YA, feats | MH_F_DU | MH_F_OBLIQUE | MH_F_CONSTRUCT);
}

static void decline_feminine(cj_sink *s, const char *noun, uint32_t pos)
{
  const uint32_t f = pos | MH_F_F;
  cj__give(s, noun, f | MH_F_SG);
  numbers(s, noun, 2, TA, f);
  /* وفاة has وفيات, صلاة has صلوات: a matter for lists */
  if (ends(noun, ALEF T)) return;
  if (ends(noun, ALEF_HAMZA T))
    give_cut(s, noun, 4, MADDA, TA, f | MH_F_PL);
  else
    give_cut(s, noun, 2, ALEF, TA, f | MH_F_PL);
}

static void decline_masculine(cj_sink *s, const char *noun, uint32_t pos)
{
  const uint32_t m = pos | MH_F_M;
  const uint32_t joined = m | MH_F_SG | MH_F_ENCLITIC;
  cj__give(s, noun, m | MH_F_SG);
  if (ends(noun, MAQSURA)) {
    give_cut(s, noun, 2, ALEF, "", joined);
    numbers(s, noun, 2, YA, m);
    give_cut(s, noun, 2, YA ALEF, TA, pos | MH_F_F | MH_F_PL);
    return;
  }
  /* لقاؤه، لقائه */
  if (ends(noun, HAMZA) || ends(noun, ALEF_HAMZA)) {
    give_cut(s, noun, 2, WAW_HAMZA, "", joined);
    give_cut(s, noun, 2, YEH_HAMZA, "", joined);
  }
  numbers(s, noun, 0, "", m);
  if (ends(noun, ALEF_HAMZA))
    give_cut(s, noun, 2, MADDA, TA, pos | MH_F_F | MH_F_PL);
  else
    give_cut(s, noun, 0, ALEF, TA, pos | MH_F_F | MH_F_PL);
}

void cj__decline(cj_sink *s, const char *noun, uint32_t pos)
{
  if (ends(noun, T))
    decline_feminine(s, noun, pos);
  else
    decline_masculine(s, noun, pos);
}
