/* conjugate - the finite forms of a verb: which persons there are, which endings they take.
 *
 * Not here: stems and how endings join (conjugate_stem.c), nouns (conjugate_noun.c),
 * spelling (conjugate_write.c).  Not made: the energetic, and imperatives of one letter
 * (قِ، عِ), which nobody writes and which would be found in every clitic.
 */
#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "conjugate_inside.h"

#define SEEN_MAX 2048

struct cj_sink {
  cj_emit *emit;
  void *user;
  int n;
  struct {
    uint32_t feats;
    char form[CJ_FORM_MAX];
  } seen[SEEN_MAX];
};

typedef struct ending {
  const char *text;
  uint32_t feats;
} ending;

static const ending PERFECT[] = {
    {"a", MH_F_3 | MH_F_SG | MH_F_M},
    {"at", MH_F_3 | MH_F_SG | MH_F_F},
    {"A", MH_F_3 | MH_F_DU | MH_F_M},
    {"atA", MH_F_3 | MH_F_DU | MH_F_F},
    {"U_", MH_F_3 | MH_F_PL | MH_F_M},
    {"na", MH_F_3 | MH_F_PL | MH_F_F},
    {"ta", MH_F_2 | MH_F_SG | MH_F_M},
    {"ti", MH_F_2 | MH_F_SG | MH_F_F},
    {"tumA", MH_F_2 | MH_F_DU},
    {"tum", MH_F_2 | MH_F_PL | MH_F_M},
    {"tunna", MH_F_2 | MH_F_PL | MH_F_F},
    {"tu", MH_F_1 | MH_F_SG},
    {"nA", MH_F_1 | MH_F_PL},
};

/* The long shape (indicative) and the two short ones (subjunctive, jussive). */
static const struct {
  uint32_t prefix;
  const char *full, *subjunctive, *jussive;
  uint32_t feats;
} IMPERFECT[] = {
    {CJ_YEH, "u", "a", "", MH_F_3 | MH_F_SG | MH_F_M},
    {CJ_TEH, "u", "a", "", MH_F_3 | MH_F_SG | MH_F_F},
    {CJ_YEH, "Ani", "A", "A", MH_F_3 | MH_F_DU | MH_F_M},
    {CJ_TEH, "Ani", "A", "A", MH_F_3 | MH_F_DU | MH_F_F},
    {CJ_YEH, "Una", "U_", "U_", MH_F_3 | MH_F_PL | MH_F_M},
    {CJ_YEH, "na", "na", "na", MH_F_3 | MH_F_PL | MH_F_F},
    {CJ_TEH, "u", "a", "", MH_F_2 | MH_F_SG | MH_F_M},
    {CJ_TEH, "Ina", "I", "I", MH_F_2 | MH_F_SG | MH_F_F},
    {CJ_TEH, "Ani", "A", "A", MH_F_2 | MH_F_DU},
    {CJ_TEH, "Una", "U_", "U_", MH_F_2 | MH_F_PL | MH_F_M},
    {CJ_TEH, "na", "na", "na", MH_F_2 | MH_F_PL | MH_F_F},
    {CJ_HAMZA, "u", "a", "", MH_F_1 | MH_F_SG},
    {CJ_NOON, "u", "a", "", MH_F_1 | MH_F_PL},
};

static const ending IMPERATIVE[] = {
    {"", MH_F_2 | MH_F_SG | MH_F_M},   {"I", MH_F_2 | MH_F_SG | MH_F_F},
    {"A", MH_F_2 | MH_F_DU},           {"U_", MH_F_2 | MH_F_PL | MH_F_M},
    {"na", MH_F_2 | MH_F_PL | MH_F_F},
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* ---- handing on ------------------------------------------------------------------- */

static bool given(const cj_sink *s, const char *form, uint32_t feats)
{
  for (int i = 0; i < s->n; i++)
    if (s->seen[i].feats == feats && strcmp(s->seen[i].form, form) == 0) return true;
  return false;
}

void cj__give(cj_sink *s, const char *form, uint32_t feats)
{
  if (given(s, form, feats)) return;
  assert(s->n < SEEN_MAX);
  s->seen[s->n].feats = feats;
  strcpy(s->seen[s->n].form, form);
  s->n++;
  s->emit(s->user, form, feats);
}

/* Is the form written otherwise than its plainer sisters: the active of a passive, the full
 * imperfect of a short one, the form that stands alone? */
static bool is_news(const cj_sink *s, const char *form, uint32_t feats)
{
  const uint32_t marks = MH_F_VOICE_PASSIVE | MH_F_SHORT | MH_F_ENCLITIC;
  for (int i = 0; i < s->n; i++) {
    const uint32_t had = s->seen[i].feats;
    if ((had | marks) != (feats | marks) || (had & ~feats) != 0) continue;
    if (strcmp(s->seen[i].form, form) == 0) return false;
  }
  return true;
}

void cj__give_word(cj_sink *s, const cj_word *w, uint32_t feats)
{
  char form[CJ_FORM_MAX];
  for (int style = 0; style < CJ_STYLES; style++) {
    cj__write(form, w, false, style);
    if (is_news(s, form, feats)) cj__give(s, form, feats);
  }
  for (int style = 0; style < CJ_STYLES; style++) {
    cj__write(form, w, true, style);
    if (is_news(s, form, feats | MH_F_ENCLITIC)) cj__give(s, form, feats | MH_F_ENCLITIC);
  }
}

/* ---- tenses ----------------------------------------------------------------------- */

static void perfect(const cj_plan *plan, cj_sink *s, bool passive)
{
  const char *pattern = passive ? plan->pat.past_passive : plan->pat.past;
  const uint32_t tense = MH_POS_VERB | MH_F_PERFECT | (passive ? MH_F_VOICE_PASSIVE : 0u);
  for (size_t i = 0; i < COUNT(PERFECT); i++) {
    cj_word w;
    cj__stem(&w, plan, pattern, !passive);
    cj__join(&w, plan, PERFECT[i].text, !passive);
    cj__give_word(s, &w, tense | PERFECT[i].feats);
    if (strcmp(PERFECT[i].text, "tum") != 0) continue;
    /* رأيتموه */
    char form[CJ_FORM_MAX];
    cj__push(&w, CJ_UU);
    cj__write(form, &w, true, 0);
    if (is_news(s, form, tense | PERFECT[i].feats | MH_F_ENCLITIC))
      cj__give(s, form, tense | PERFECT[i].feats | MH_F_ENCLITIC);
  }
}

static void imperfect(const cj_plan *plan, cj_sink *s, bool passive)
{
  const char *pattern = passive ? plan->pat.pres_passive : plan->pat.pres;
  const uint32_t vowel = passive || plan->pat.prefix == 'u' ? CJ_U : CJ_A;
  const uint32_t tense = MH_POS_VERB | MH_F_IMPERFECT |
                         (passive ? MH_F_VOICE_PASSIVE : 0u);
  for (size_t i = 0; i < COUNT(IMPERFECT); i++) {
    const char *endings[] = {IMPERFECT[i].full, IMPERFECT[i].subjunctive,
                             IMPERFECT[i].jussive};
    for (int k = 0; k < 3; k++) {
      cj_word w;
      cj__stem(&w, plan, pattern, false);
      cj__join(&w, plan, endings[k], false);
      cj__lead(&w, IMPERFECT[i].prefix, vowel);
      cj__give_word(s, &w, tense | IMPERFECT[i].feats | (k > 0 ? MH_F_SHORT : 0u));
    }
  }
}

/* Three verbs drop their hamza altogether: خذ، كل، مر. */
static bool drops_hamza(const cj_verb *v)
{
  if (v->form != 1 || v->root[0] != CJ_HAMZA || v->root[3] != 0) return false;
  return (v->root[1] == CJ_KHAH && v->root[2] == CJ_THAL) ||
         (v->root[1] == CJ_KAF && v->root[2] == CJ_LAM) ||
         (v->root[1] == CJ_MEEM && v->root[2] == CJ_REH);
}

static void give_imperative(const cj_plan *plan, cj_sink *s, const char *text,
                            uint32_t feats)
{
  const cj_verb *v = plan->v;
  cj_word w;
  cj__stem(&w, plan, drops_hamza(v) ? "2R3" : plan->pat.pres, false);
  cj__join(&w, plan, text, false);
  if (v->form == 4 && v->root[3] == 0)
    cj__lead(&w, CJ_HAMZA, CJ_A);
  else if (w.n > 1 && !cj__vowel(w.p[1]))
    cj__lead(&w, CJ_WASL, v->form == 1 && v->pres == 'u' ? CJ_U : CJ_I);
  char form[CJ_FORM_MAX];
  cj__write(form, &w, false, 0);
  if (strlen(form) < 4) return;
  cj__give_word(s, &w, feats);
}

static void imperative(const cj_plan *plan, cj_sink *s)
{
  for (size_t i = 0; i < COUNT(IMPERATIVE); i++) {
    const uint32_t feats = MH_POS_VERB | MH_F_IMPERATIVE | IMPERATIVE[i].feats;
    give_imperative(plan, s, IMPERATIVE[i].text, feats);
    /* Doubled verbs have two: امدد، مد. */
    if (plan->doubled && IMPERATIVE[i].text[0] == '\0')
      give_imperative(plan, s, "a", feats);
  }
}

void cj_conjugate(const cj_verb *v, cj_emit *emit, void *user)
{
  cj_sink s;
  cj_plan plan;
  s.emit = emit;
  s.user = user;
  s.n = 0;
  cj__plan(&plan, v);
  perfect(&plan, &s, false);
  imperfect(&plan, &s, false);
  imperative(&plan, &s);
  perfect(&plan, &s, true);
  imperfect(&plan, &s, true);
  cj__nouns(&plan, &s);
}

/* ---- reading ---------------------------------------------------------------------- */

/* One letter of two bytes; 0 when it is none that a root can have. */
static uint32_t letter(const char *at)
{
  const unsigned char a = (unsigned char)at[0], b = (unsigned char)at[1];
  if ((a != 0xD8 && a != 0xD9) || (b & 0xC0) != 0x80) return 0;
  const uint32_t c = (uint32_t)(a & 0x1F) << 6 | (b & 0x3F);
  switch (c) {
  case CJ_ALEF_HAMZA_ABOVE:
  case CJ_ALEF_HAMZA_BELOW:
  case CJ_WAW_HAMZA:
  case CJ_YEH_HAMZA: return CJ_HAMZA;
  case CJ_ALEF:
  case CJ_ALEF_MADDA:
  case CJ_TEH_MARBUTA:
  case CJ_ALEF_MAQSURA: return 0;
  default: break;
  }
  return c >= CJ_HAMZA && c <= CJ_YEH && (c <= 0x63A || c >= 0x641) ? c : 0;
}

static const char *read_root(cj_verb *out, const char *root)
{
  int n = 0;
  for (const char *c = root; *c != '\0';) {
    if (*c == ' ') {
      c++;
      continue;
    }
    const uint32_t l = letter(c);
    if (l == 0) return "root: not a letter a root can have";
    if (n == 4) return "root: more than four letters";
    out->root[n++] = l;
    c += 2;
  }
  return n < 3 ? "root: fewer than three letters" : NULL;
}

static const char *read_form(cj_verb *out, const char *form)
{
  static const struct {
    const char *arabic, *roman;
  } NAMES[] = {{"1", "I"},  {"2", "II"},  {"3", "III"},  {"4", "IV"}, {"5", "V"},
               {"6", "VI"}, {"7", "VII"}, {"8", "VIII"}, {"9", "IX"}, {"10", "X"}};
  const bool four = form[0] == 'Q';
  if (four != (out->root[3] != 0)) return "form: Q1, Q2, Q4 are those of four radicals";
  const char *name = form + (four ? 1 : 0);
  for (int i = 0; i < 10; i++)
    if (strcmp(name, NAMES[i].arabic) == 0 ||
        (!four && strcmp(name, NAMES[i].roman) == 0))
      out->form = i + 1;
  if (out->form == 0 || (four && out->form != 1 && out->form != 2 && out->form != 4))
    return "form: not I to X, Q1, Q2 or Q4";
  return NULL;
}

static bool is_vowel(char c)
{
  return c == 'a' || c == 'i' || c == 'u';
}

static const char *read_vowels(cj_verb *out, const char *vowels)
{
  const bool first = out->form == 1 && out->root[3] == 0;
  if (strcmp(vowels, "s") == 0 && !first) {
    out->past = 's';
    return NULL;
  }
  if (!first) return vowels[0] == '\0' ? NULL : "vowels: only form I has them";
  if (!is_vowel(vowels[0]) || vowels[1] != '-' || !is_vowel(vowels[2]) ||
      vowels[3] != '\0')
    return "vowels: form I needs them, as a-u";
  out->past = vowels[0];
  out->pres = vowels[2];
  return NULL;
}

const char *cj_read(cj_verb *out, const char *root, const char *form, const char *vowels)
{
  *out = (cj_verb){0};
  const char *bad = read_root(out, root);
  if (bad == NULL) bad = read_form(out, form);
  if (bad == NULL) bad = read_vowels(out, vowels);
  return bad;
}

void cj_decline(const char *noun, uint32_t pos, cj_emit *emit, void *user)
{
  cj_sink s;
  s.emit = emit;
  s.user = user;
  s.n = 0;
  cj__decline(&s, noun, pos);
}
