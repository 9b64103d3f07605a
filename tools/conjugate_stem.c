/* conjugate_stem - the patterns of the forms, and how a stem and its ending meet.
 *
 * Sound verbs take their patterns as they stand; hollow verbs have rows of their own;
 * doubled and defective verbs differ only where the ending comes on (cj__join).
 * Not here: which endings there are (conjugate.c, conjugate_noun.c) and how it is spelled
 * (conjugate_write.c).
 */
#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "conjugate_inside.h"

static const cj_patterns SOUND[11] = {
    [1] = {"1a2P3", "1u2i3", "12R3", "12a3", 'a', NULL, "1A2i3", "ma12U3"},
    [2] = {"1a22a3", "1u22i3", "1a22i3", "1a22a3", 'u', "ta12I3", "mu1a22i3", "mu1a22a3"},
    [3] = {"1A2a3", "1U2i3", "1A2i3", "1A2a3", 'u', "mu1A2a3T", "mu1A2i3", "mu1A2a3"},
    [4] = {"'a12a3", "'u12i3", "12i3", "12a3", 'u', "'i12A3", "mu12i3", "mu12a3"},
    [5] = {"ta1a22a3", "tu1u22i3", "ta1a22a3", "ta1a22a3", 'a', "ta1a22u3", "muta1a22i3",
           "muta1a22a3"},
    [6] = {"ta1A2a3", "tu1U2i3", "ta1A2a3", "ta1A2a3", 'a', "ta1A2u3", "muta1A2i3",
           "muta1A2a3"},
    [7] = {"*in1a2a3", "*un1u2i3", "n1a2i3", "n1a2a3", 'a', "*in1i2A3", "mun1a2i3",
           "mun1a2a3"},
    [8] = {"*i18a2a3", "*u18u2i3", "18a2i3", "18a2a3", 'a', "*i18i2A3", "mu18a2i3",
           "mu18a2a3"},
    [9] = {"*i12a3a3", "*u12u3i3", "12a3i3", "12a3a3", 'a', "*i12i3A3", "mu12a3i3",
           "mu12a3a3"},
    [10] = {"*ista12a3", "*ustu12i3", "sta12i3", "sta12a3", 'a', "*isti12A3", "musta12i3",
            "musta12a3"},
};

/* The middle radical is a long vowel. */
static const cj_patterns HOLLOW[11] = {
    [1] = {"1A3", "1I3", "1L3", "1A3", 'a', NULL, "1A'i3", "ma1U3"},
    [4] = {"'a1A3", "'u1I3", "1I3", "1A3", 'u', "'i1A3T", "mu1I3", "mu1A3"},
    [7] = {"*in1A3", "*un1I3", "n1A3", "n1A3", 'a', "*in1iyA3", "mun1A3", "mun1A3"},
    [8] = {"*i18A3", "*u18I3", "18A3", "18A3", 'a', "*i18iyA3", "mu18A3", "mu18A3"},
    [10] = {"*ista1A3", "*ustu1I3", "sta1I3", "sta1A3", 'a', "*isti1A3T", "musta1I3",
            "musta1A3"},
};

static const cj_patterns FOUR[5] = {
    [1] = {"1a23a4", "1u23i4", "1a23i4", "1a23a4", 'u', "1a23a4T", "mu1a23i4",
           "mu1a23a4"},
    [2] = {"ta1a23a4", "tu1u23i4", "ta1a23a4", "ta1a23a4", 'a', "ta1a23u4", "muta1a23i4",
           "muta1a23a4"},
    [4] = {"*i12a34a4", "*u12u34i4", "12a34i4", "12a34a4", 'a', "*i12i34A4", "mu12a34i4",
           "mu12a34a4"},
};

/* "To show", form 4 of "to see", has lost its hamza everywhere. */
static const cj_patterns SHOW = {"'a1a3", "'u1i3",  "1i3",   "1a3",
                                 'u',     "'i1A'T", "mu1i3", "mu1a3"};

/* Verbs with waw first keep it in the imperfect when the middle vowel is a, but for these:
 * وسع يسع، وطئ يطأ */
static const uint32_t LOSES_WAW[][3] = {
    {CJ_WAW, CJ_SEEN, CJ_AIN},
    {CJ_WAW, CJ_TAH, CJ_HAMZA},
};

static bool is_root(const cj_verb *v, uint32_t a, uint32_t b, uint32_t c)
{
  return v->root[0] == a && v->root[1] == b && v->root[2] == c && v->root[3] == 0;
}

/* وعد يعد، وضع يضع، but وجل يوجل */
static bool loses_waw(const cj_verb *v)
{
  if (v->form != 1 || v->root[0] != CJ_WAW || v->root[1] == v->root[2]) return false;
  if (v->pres == 'i' || (v->pres == 'a' && v->past == 'a')) return true;
  for (size_t i = 0; i < sizeof LOSES_WAW / sizeof *LOSES_WAW; i++)
    if (is_root(v, LOSES_WAW[i][0], LOSES_WAW[i][1], LOSES_WAW[i][2])) return true;
  return false;
}

/* Rows of the tables and the few verbs that leave them. */
static cj_patterns patterns_of(const cj_plan *plan)
{
  const cj_verb *v = plan->v;
  if (v->root[3] != 0) return FOUR[v->form];
  if (plan->hollow) {
    cj_patterns p = HOLLOW[v->form];
    if (v->form == 1 && v->root[1] == CJ_YEH) p.passive = "ma1I3";
    return p;
  }
  cj_patterns p = SOUND[v->form];
  const bool see = is_root(v, CJ_REH, CJ_HAMZA, CJ_YEH);
  if (see && v->form == 4) return SHOW;
  /* رأى يرى */
  if (see && v->form == 1) p.pres = p.pres_passive = "1a3";
  if (loses_waw(v)) p.pres = "2R3";
  /* تسوية، تهنئة */
  if (v->form == 2 && (plan->weak || v->root[2] == CJ_HAMZA)) p.masdar = "ta12i3T";
  return p;
}

void cj__plan(cj_plan *out, const cj_verb *v)
{
  *out = (cj_plan){.v = v, .last = v->root[3] != 0 ? 3 : 2};
  const bool three = v->root[3] == 0;
  out->weak = three && cj__weak(v->root[2]);
  out->hollow = three && !out->weak && cj__weak(v->root[1]) && v->past != 's' &&
                HOLLOW[v->form].past != NULL;
  out->doubled = !out->weak && !out->hollow &&
                 ((three && (v->root[1] == v->root[2] || v->form == 9)) ||
                  (!three && v->form == 4));
  out->pat = patterns_of(out);
}

void cj__push(cj_word *w, uint32_t p)
{
  assert(w->n < CJ_WORD_MAX);
  w->p[w->n++] = p;
}

void cj__lead(cj_word *w, uint32_t a, uint32_t b)
{
  assert(w->n + 2 <= CJ_WORD_MAX);
  memmove(w->p + 2, w->p, (size_t)w->n * sizeof *w->p);
  w->p[0] = a;
  w->p[1] = b;
  w->n += 2;
}

/* ---- patterns ---------------------------------------------------------------------- */

/* Form 8: what the first radical and the t behind it become.  Wright I, 53-57.
 * In the order of the rows: اتفق، اتسر، اثأر، ادعى، ادخر، ازداد، اصطدم، اضطر، اطلع، اظلم */
static const struct {
  uint32_t radical, first, t;
} EIGHTH[] = {
    {CJ_WAW, CJ_TEH, CJ_TEH}, {CJ_YEH, CJ_TEH, CJ_TEH},  {CJ_THEH, CJ_THEH, CJ_THEH},
    {CJ_DAL, CJ_DAL, CJ_DAL}, {CJ_THAL, CJ_DAL, CJ_DAL}, {CJ_ZAIN, CJ_ZAIN, CJ_DAL},
    {CJ_SAD, CJ_SAD, CJ_TAH}, {CJ_DAD, CJ_DAD, CJ_TAH},  {CJ_TAH, CJ_TAH, CJ_TAH},
    {CJ_ZAH, CJ_ZAH, CJ_ZAH},
};

static void eighth(const cj_verb *v, uint32_t *first, uint32_t *t)
{
  *first = v->root[0];
  *t = CJ_TEH;
  /* اتخذ */
  if (is_root(v, CJ_HAMZA, CJ_KHAH, CJ_THAL)) *first = CJ_TEH;
  for (size_t i = 0; i < sizeof EIGHTH / sizeof *EIGHTH; i++)
    if (EIGHTH[i].radical == v->root[0]) *first = EIGHTH[i].first, *t = EIGHTH[i].t;
}

static uint32_t vowel_of(char c)
{
  switch (c) {
  case 'a': return CJ_A;
  case 'i': return CJ_I;
  case 'u': return CJ_U;
  case 'A': return CJ_AA;
  case 'I': return CJ_II;
  case 'U': return CJ_UU;
  default: return CJ_NONE;
  }
}

static uint32_t lengthen(uint32_t p)
{
  return p >= CJ_A && p <= CJ_U ? p - CJ_A + CJ_AA : p;
}

/* A character of a pattern that is no radical. */
static uint32_t sound_of(const cj_verb *v, char c)
{
  switch (c) {
  case 'P': return vowel_of(v->past);
  case 'R': return vowel_of(v->pres);
  case 'L': return lengthen(vowel_of(v->pres));
  case '*': return CJ_WASL;
  case '_': return CJ_MUTE;
  case '\'': return CJ_HAMZA;
  case 'T': return CJ_TEH_MARBUTA;
  case 't': return CJ_TEH;
  case 'n': return CJ_NOON;
  case 's': return CJ_SEEN;
  case 'm': return CJ_MEEM;
  case 'y': return CJ_YEH;
  case 'w': return CJ_WAW;
  default: return vowel_of(c);
  }
}

/* The last radical of a weak verb: waw survives only behind u and in the perfect of form 1
 * (دعا دعوت); behind a long vowel it is hamza or doubled. */
static void push_weak_end(cj_word *w, const cj_verb *v, bool past)
{
  uint32_t *before = &w->p[w->n - 1];
  switch (*before) {
  /* إجراء */
  case CJ_AA: cj__push(w, CJ_HAMZA); return;
  /* مدعو، مرمي */
  case CJ_UU:
    *before = v->root[2] == CJ_WAW ? CJ_U : CJ_I;
    cj__push(w, v->root[2]);
    cj__push(w, v->root[2]);
    return;
  case CJ_U:
    if (v->form == 1) {
      cj__push(w, CJ_WAW);
      return;
    }
    /* تبني، تفادي */
    *before = CJ_I;
    break;
  case CJ_A:
    if (past && v->form == 1) {
      cj__push(w, v->root[2]);
      return;
    }
    break;
  default: break;
  }
  cj__push(w, CJ_YEH);
}

static void push_radical(cj_word *w, const cj_plan *plan, int i, bool past)
{
  const cj_verb *v = plan->v;
  if (plan->weak && i == plan->last) {
    push_weak_end(w, v, past);
    return;
  }
  /* Two hamzas around a short i: the second is ya.  جاء، الجائي */
  if (plan->hollow && i == 2 && v->root[2] == CJ_HAMZA && w->n >= 2 &&
      w->p[w->n - 1] == CJ_I && w->p[w->n - 2] == CJ_HAMZA) {
    cj__push(w, CJ_YEH);
    return;
  }
  uint32_t t, first = v->root[0];
  if (v->form == 8 && i == 0) eighth(v, &first, &t);
  cj__push(w, i == 0 ? first : v->root[i]);
}

void cj__stem(cj_word *out, const cj_plan *plan, const char *pattern, bool past)
{
  *out = (cj_word){0};
  for (const char *c = pattern; *c != '\0'; c++) {
    if (*c >= '1' && *c <= '4') {
      push_radical(out, plan, *c - '1', past);
    } else if (*c == '8') {
      uint32_t first, t;
      eighth(plan->v, &first, &t);
      cj__push(out, t);
    } else {
      cj__push(out, sound_of(plan->v, *c));
    }
  }
}

/* ---- endings ------------------------------------------------------------------------- */

static void append(cj_word *w, const cj_plan *plan, const char *ending)
{
  for (; *ending != '\0'; ending++) cj__push(w, sound_of(plan->v, *ending));
}

/* madad-a, yamdud-u: two equal letters with a short vowel between them become one. */
static void contract(cj_word *w)
{
  const int n = w->n;
  if (n < 4 || w->p[n - 1] != w->p[n - 3] || !cj__short(w->p[n - 2])) return;
  if (w->p[n - 4] == w->p[n - 1]) return; /* qarrar */
  if (cj__vowel(w->p[n - 4])) {
    w->p[n - 2] = w->p[n - 1];
    w->n--;
  } else {
    w->p[n - 3] = w->p[n - 2];
    w->p[n - 2] = w->p[n - 1];
  }
}

/* qaal-tu, yaquul: a long vowel in a closed syllable is short. */
static void shorten(cj_word *w, const cj_verb *v, bool past)
{
  assert(w->n >= 2);
  uint32_t *p = &w->p[w->n - 2];
  if (!cj__long(*p)) return;
  /* قلت by u; بعت، خفت by i */
  if (past && v->form == 1)
    *p = v->root[1] == CJ_WAW && v->pres == 'u' ? CJ_U : CJ_I;
  else
    *p = *p - CJ_AA + CJ_A;
}

/* The stem ended in a + weak: رمى رمت رموا رميت، يلقى يلقون */
static void join_after_a(cj_word *w, const cj_plan *plan, uint32_t weak, const char *e)
{
  if (e[0] == 'U' || e[0] == 'I') {
    cj__push(w, CJ_A);
    cj__push(w, e[0] == 'U' ? CJ_WAW : CJ_YEH);
    append(w, plan, e + 1);
  } else if ((e[0] == 'a' || e[0] == 'u') && e[1] == '\0') {
    cj__push(w, weak == CJ_WAW ? CJ_AA : CJ_AY);
  } else if (e[0] == 'a' && e[1] == 't') {
    append(w, plan, e);
  } else if (e[0] == 'a' && e[1] == 'T') {
    cj__push(w, CJ_AA);
    append(w, plan, e + 1);
  } else {
    cj__push(w, CJ_A);
    if (e[0] != '\0') cj__push(w, weak);
    append(w, plan, e);
  }
}

/* The stem ended in i + ya or u + waw: بقي بقوا بقيت، يرمي يرمون، يدعو يدعون */
static void join_after_iu(cj_word *w, const cj_plan *plan, uint32_t vowel, const char *e)
{
  if (e[0] == 'U' || e[0] == 'I') {
    append(w, plan, e);
  } else if (e[0] == 'u' && e[1] == '\0') {
    cj__push(w, lengthen(vowel));
  } else if (e[0] == '\0') {
    cj__push(w, vowel);
  } else if (vowel_of(e[0]) != CJ_NONE) {
    cj__push(w, vowel);
    cj__push(w, vowel == CJ_I ? CJ_YEH : CJ_WAW);
    append(w, plan, e);
  } else {
    cj__push(w, lengthen(vowel));
    append(w, plan, e);
  }
}

void cj__join(cj_word *w, const cj_plan *plan, const char *ending, bool past)
{
  const uint32_t last = w->p[w->n - 1], vowel = w->p[w->n - 2];
  const bool weak_end = cj__weak(last) && cj__short(vowel) &&
                        (plan->weak || (plan->hollow && plan->v->root[2] == CJ_HAMZA));
  if (weak_end) {
    w->n -= 2;
    w->cut = ending[0] == '\0';
    if (vowel == CJ_A)
      join_after_a(w, plan, last, ending);
    else
      join_after_iu(w, plan, vowel, ending);
    return;
  }
  const bool open = vowel_of(ending[0]) != CJ_NONE;
  if (plan->doubled && open) contract(w);
  if (plan->hollow && !open) shorten(w, plan->v, past);
  append(w, plan, ending);
}
