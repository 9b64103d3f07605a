/* lexc_words - verbs, nouns and words of grammar with all their written forms, and the
 * frames of act words. */
#include <stdlib.h>

#include "conjugate.h"
#include "lexc.h"

/* Nouns and adjectives are inflected by adding letters, named by code point. */
#define TEH_MARBUTA "\xD8\xA9"
#define ALEF        "\xD8\xA7"
#define TEH         "\xD8\xAA"
#define NOON        "\xD9\x86"
#define YEH         "\xD9\x8A"
#define WAW         "\xD9\x88"

/* A row of act-words.tsv, or of act-objects.tsv: then with its nouns. */
typedef struct frame_row {
  const tsv_row *row;
  const char *pos, *nouns;
  mh_frame frame;
  bool used;
} frame_row;

typedef struct emitter {
  lexc *x;
  uint32_t word;
  mh_status status;
  bool second_person; /* keep the forms of the second person and imperatives */
} emitter;

static mh_status add_form(lexc *x, mh_key key, uint32_t word, uint32_t feats)
{
  uint32_t s;
  MH_TRY(lexc_stem_of(&s, x, key));
  for (uint32_t i = x->stems.at[s].first; i; i = x->forms.at[i - 1].next)
    if (x->forms.at[i - 1].word == word && x->forms.at[i - 1].feats == feats)
      return MH_OK;
  const lexc_form f = {word, feats, 0};
  MH_TRY(MH_PUSH(x->a, &x->forms, f));
  lexc_stem *st = &x->stems.at[s];
  if (st->last)
    x->forms.at[st->last - 1].next = x->forms.n;
  else
    st->first = x->forms.n;
  st->last = x->forms.n;
  return MH_OK;
}

static mh_status add_text(lexc *x, const char *form, uint32_t word, uint32_t feats)
{
  mh_key key;
  const int n = mh_text_fold(&key, form, strlen(form));
  return n ? add_form(x, key, word, feats) : MH_OK;
}

/* A finite form of the second person or an imperative is not how news is told; leaving
 * them out halves the ambiguity of short words. */
static void take_form(void *user, const char *form, uint32_t feats)
{
  emitter *e = user;
  if (e->status != MH_OK) return;
  if (MH_F_POS_OF(feats) == MH_POS_VERB &&
      ((feats & MH_F_PERSON) == MH_F_2 || (feats & MH_F_TENSE) == MH_F_IMPERATIVE))
    return;
  e->status = add_text(e->x, form, e->word, feats);
}

static char *join(lexc *x, const char *stem, size_t cut, const char *end)
{
  const size_t n = strlen(stem) - cut, m = strlen(end);
  char *s = mh_arena_take(x->a, n + m + 1);
  if (s == NULL) return NULL;
  memcpy(s, stem, n);
  memcpy(s + n, end, m + 1);
  return s;
}

typedef struct ending {
  const char *end;
  uint32_t feats;
  bool adj; /* for adjectives only */
} ending;

static const ending endings[] = {
    {"", MH_F_SG | MH_F_M, false},
    {ALEF NOON, MH_F_DU | MH_F_M, false},
    {YEH NOON, MH_F_DU | MH_F_M | MH_F_OBLIQUE, false},
    {ALEF, MH_F_DU | MH_F_M | MH_F_CONSTRUCT, false},
    {YEH, MH_F_DU | MH_F_M | MH_F_CONSTRUCT | MH_F_OBLIQUE, false},
    {TEH_MARBUTA, MH_F_SG | MH_F_F, true},
    {WAW NOON, MH_F_PL | MH_F_M, true},
    {YEH NOON, MH_F_PL | MH_F_M | MH_F_OBLIQUE, true},
    {ALEF TEH, MH_F_PL | MH_F_F, true},
    {TEH ALEF NOON, MH_F_DU | MH_F_F, true},
    {TEH YEH NOON, MH_F_DU | MH_F_F | MH_F_OBLIQUE, true},
};

static const ending feminine[] = {
    {TEH_MARBUTA, MH_F_SG | MH_F_F, false},
    {TEH ALEF NOON, MH_F_DU | MH_F_F, false},
    {TEH YEH NOON, MH_F_DU | MH_F_F | MH_F_OBLIQUE, false},
    {TEH ALEF, MH_F_DU | MH_F_F | MH_F_CONSTRUCT, false},
    {TEH YEH, MH_F_DU | MH_F_F | MH_F_CONSTRUCT | MH_F_OBLIQUE, false},
    {ALEF TEH, MH_F_PL | MH_F_F, false},
};

static bool ends_with(const char *s, const char *end)
{
  const size_t n = strlen(s), m = strlen(end);
  return n > m && memcmp(s + n - m, end, m) == 0;
}

/* All written forms of a noun or adjective. */
static mh_status inflect(lexc *x, const char *stem, uint32_t word, uint32_t pos, bool all)
{
  const bool fem = ends_with(stem, TEH_MARBUTA);
  const ending *e = fem ? feminine : endings;
  const size_t n = fem   ? sizeof feminine / sizeof *feminine
                   : all ? sizeof endings / sizeof *endings
                         : 5;
  for (size_t i = 0; i < n; i++) {
    const char *f = join(x, stem, fem ? 2 : 0, e[i].end);
    if (f == NULL) return MH_ENOMEM;
    MH_TRY(add_text(x, f, word, e[i].feats | pos));
  }
  return MH_OK;
}

static mh_status new_word(uint32_t *out, lexc *x, const char *lemma, uint8_t cls)
{
  const mh_word w = {.lemma = lemma, .cls = cls};
  *out = x->words.n;
  return MH_PUSH(x->a, &x->words, w);
}

/* ---- frames */

static const struct {
  const char *name;
  uint16_t bit;
} preps[] = {
    {"0", MH_TAKES_OBJECT},
    {"\xD8\xA3\xD9\x86", MH_TAKES_AN},
    {"\xD8\xB9\xD9\x84\xD9\x89", MH_TAKES_ALA},
    {"\xD8\xB9\xD9\x86", MH_TAKES_AN_PREP},
    {"\xD8\xA5\xD9\x84\xD9\x89", MH_TAKES_ILA},
    {"\xD8\xA8", MH_TAKES_BI},
    {"\xD9\x84", MH_TAKES_LI},
    {"\xD9\x81\xD9\x8A", MH_TAKES_FI},
    {"\xD9\x85\xD9\x86", MH_TAKES_MIN},
    {"\xD9\x85\xD8\xB9", MH_TAKES_MAA},
    {"\xD8\xB6\xD8\xAF", MH_TAKES_DIDD},
    {"\xD8\xAD\xD9\x88\xD9\x84", MH_TAKES_HAWLA},
    {"quote", MH_TAKES_QUOTE},
    {"\xD9\x84\xD8\xA7", MH_TAKES_NOT},
};

static const char *const kinds[] = {"act",     "light", "renew", "meet",
                                    "passive", "weak",  "judge", "mute"};
static const char *const events[] = {"",     "talks", "visit", "call",
                                     "held", "off",   "host",  "left"}; /* mh_event */

/* "act" or "act:visit": the kind, and how those who perform the act meet. */
static bool read_kind(const char *field, mh_frame *out)
{
  const char *colon = strchr(field, ':');
  const size_t n = colon ? (size_t)(colon - field) : strlen(field);
  bool known = false;
  for (uint8_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
    if (strlen(kinds[k]) == n && strncmp(kinds[k], field, n) == 0) {
      out->kind = k;
      known = true;
    }
  for (uint8_t e = 1; colon && e < sizeof events / sizeof *events; e++)
    if (strcmp(events[e], colon + 1) == 0) out->event = e;
  return known && (colon == NULL || out->event);
}

static bool read_frame(lexc *x, const tsv_table *t, const tsv_row *r, mh_frame *out)
{
  const int act = lexc_act(x, r->field[3]);
  *out = (mh_frame){.act = (uint8_t)act};
  if (act < 0)
    return tsv_complain(&x->log, t, r, 3, "no such act: %s", r->field[3]), false;
  if (!read_kind(r->field[4], out))
    return tsv_complain(&x->log, t, r, 4, "no such kind: %s", r->field[4]), false;
  const char *at = r->field[2], *v;
  while ((v = tsv_value(&at, x->a)) != NULL) {
    uint16_t bit = 0;
    for (size_t i = 0; i < sizeof preps / sizeof *preps; i++)
      if (strcmp(preps[i].name, v) == 0) bit = preps[i].bit;
    if (bit == 0) tsv_complain(&x->log, t, r, 2, "no such preposition: %s", v);
    out->takes |= bit;
  }
  return true;
}

/* Lemma of an act word: "X", or "X:2" for the verb of form 2 alone. */
static bool lemma_is(const char *field, const char *lemma, int form)
{
  const size_t n = strlen(lemma);
  if (strncmp(field, lemma, n)) return false;
  return field[n] == 0 || (field[n] == ':' && atoi(field + n + 1) == form);
}

enum { PLAIN, WITH, NEGATED }; /* the sorts of frames, in their order */

static int sort_of(const frame_row *r)
{
  return r->frame.takes & MH_TAKES_NOT ? NEGATED : r->nouns ? WITH : PLAIN;
}

/* Give word w the frames of its rows; whether any. */
static mh_status give_frames(lexc *x, frame_row *rows, uint32_t n, uint32_t w,
                             const char *pos, int form, bool *any)
{
  const uint32_t first = x->frames.n;
  const char *lemma = x->words.at[w].lemma;
  uint32_t upto[3];
  for (int sort = PLAIN; sort <= NEGATED; sort++) {
    for (uint32_t i = 0; i < n; i++) {
      if (strcmp(rows[i].pos, pos) || sort_of(&rows[i]) != sort ||
          !lemma_is(rows[i].row->field[0], lemma, form))
        continue;
      rows[i].used = true;
      MH_TRY(MH_PUSH(x->a, &x->frames, rows[i].frame));
    }
    upto[sort] = x->frames.n;
  }
  x->words.at[w].frame = (uint16_t)first;
  x->words.at[w].n_frames = (uint16_t)(x->frames.n - first);
  x->words.at[w].n_with = (uint8_t)(upto[WITH] - upto[PLAIN]);
  x->words.at[w].n_not = (uint8_t)(upto[NEGATED] - upto[WITH]);
  if (any) *any = x->frames.n > first;
  return MH_OK;
}

/* ---- verbs */

static int form_number(const char *f)
{
  static const char *const roman[] = {"I",  "II",  "III",  "IV", "V",
                                      "VI", "VII", "VIII", "IX", "X"};
  for (int i = 0; i < 10; i++)
    if (strcmp(roman[i], f) == 0) return i + 1;
  return f[0] == 'Q' ? 10 + atoi(f + 1) : atoi(f);
}

static mh_status verb(lexc *x, const tsv_table *t, const tsv_row *r, frame_row *rows,
                      uint32_t n)
{
  cj_verb v;
  emitter e = {.x = x};
  const char *bad = cj_read(&v, r->field[1], r->field[2], r->field[3]);
  if (bad) return tsv_complain(&x->log, t, r, 1, "%s", bad), MH_OK;
  MH_TRY(new_word(&e.word, x, r->field[0], 0));
  MH_TRY(give_frames(x, rows, n, e.word, "verb", form_number(r->field[2]), NULL));
  cj_conjugate(&v, take_form, &e);
  MH_TRY(e.status);
  const char *at = r->field[4], *m;
  while ((m = tsv_value(&at, x->a)) != NULL)
    MH_TRY(inflect(x, m, e.word, MH_POS_MASDAR, false));
  return MH_OK;
}

/* ---- nouns, adjectives, words of grammar */

static mh_status noun(lexc *x, const char *lemma, const char *plurals, uint32_t word,
                      bool adj)
{
  const char *p;
  MH_TRY(inflect(x, lemma, word, adj ? MH_POS_ADJ : MH_POS_NOUN, adj));
  while ((p = tsv_value(&plurals, x->a)) != NULL)
    MH_TRY(add_text(x, p, word, (uint32_t)(adj ? MH_POS_ADJ : MH_POS_NOUN) | MH_F_PL));
  return MH_OK;
}

static const char *const classes[] = {
    "",      "prep",    "an",    "rel",    "conj", "and",     "sub",   "neg",
    "fut",   "qad",     "pron",  "dem",    "aux",  "purpose", "other", "again",
    "det",   "source",  "such",  "result", "amid", "manner",  "hour",  "teller",
    "after", "perhaps", "while", "tongue", "level"};

static mh_status particle(lexc *x, const tsv_table *t, const tsv_row *r)
{
  uint8_t cls = 0;
  uint32_t w;
  for (uint8_t i = 1; i < sizeof classes / sizeof *classes; i++)
    if (strcmp(classes[i], r->field[1]) == 0) cls = i;
  if (cls == 0)
    return tsv_complain(&x->log, t, r, 1, "no such class: %s", r->field[1]), MH_OK;
  if (strchr(r->field[0], ' ')) return MH_OK; /* several words: lexc_phrases has them */
  MH_TRY(new_word(&w, x, r->field[0], cls));
  return add_text(x, r->field[0], w, MH_POS_PARTICLE);
}

static mh_status table(tsv_table *out, lexc *x, lexc_input in, const char *name,
                       const char *columns)
{
  const tsv_file *f = lexc_file(in, name);
  *out = (tsv_table){.name = name};
  return f ? tsv_read(out, x->a, f, columns, &x->log) : MH_OK;
}

static mh_status act_rows(lexc *x, const tsv_table *t, const tsv_table *objects,
                          frame_row **out, uint32_t *n)
{
  *out = mh_arena_zero(x->a, (t->n + objects->n + 1) * sizeof **out);
  if (*out == NULL) return MH_ENOMEM;
  *n = 0;
  for (uint32_t i = 0; i < t->n; i++) {
    frame_row f = {.row = &t->at[i], .pos = t->at[i].field[1]};
    if (read_frame(x, t, f.row, &f.frame)) (*out)[(*n)++] = f;
  }
  for (uint32_t i = 0; i < objects->n; i++) {
    frame_row f = {
        .row = &objects->at[i], .pos = "verb", .nouns = objects->at[i].field[1]};
    if (!read_frame(x, objects, f.row, &f.frame)) continue;
    f.frame.with = (uint16_t)(i + 1); /* until its words are known, see objects() */
    (*out)[(*n)++] = f;
  }
  return MH_OK;
}

/* The words that noun may be read as, into the list of words that frames ask for. */
static mh_status words_of(lexc *x, const tsv_table *t, const tsv_row *r, const char *noun)
{
  const unsigned nouns = 1u << MH_POS_NOUN | 1u << MH_POS_MASDAR;
  mh_key key;
  const lexc_stem *s = mh_text_fold(&key, noun, strlen(noun)) ? lexc_stem_find(x, key)
                                                              : NULL;
  bool any = false;
  for (uint32_t i = s ? s->first : 0; i; i = x->forms.at[i - 1].next) {
    const lexc_form *f = &x->forms.at[i - 1];
    if (!(nouns >> MH_F_POS_OF(f->feats) & 1)) continue;
    MH_TRY(MH_PUSH(x->a, &x->with, (uint16_t)f->word));
    any = true;
  }
  if (!any) tsv_complain(&x->log, t, r, 1, "no noun %s", noun);
  return MH_OK;
}

/* Frames with certain objects: from the number of their row to the words of its nouns. */
static mh_status objects(lexc *x, const tsv_table *t)
{
  uint16_t *at = mh_arena_zero(x->a, (t->n + 1) * sizeof *at);
  if (at == NULL) return MH_ENOMEM;
  for (uint32_t i = 0; i < t->n; i++) {
    const char *v, *nouns = t->at[i].field[1];
    at[i + 1] = (uint16_t)(x->with.n + 1); /* the emitted list begins with a 0 */
    while ((v = tsv_value(&nouns, x->a)) != NULL) MH_TRY(words_of(x, t, &t->at[i], v));
    MH_TRY(MH_PUSH(x->a, &x->with, 0));
  }
  for (uint32_t i = 0; i < x->frames.n; i++)
    x->frames.at[i].with = at[x->frames.at[i].with];
  return MH_OK;
}

typedef struct noun_class {
  const char *name;
  uint8_t cls; /* mh_word_class */
  bool adj;
} noun_class;

/* What a class of nouns.tsv is to the reader; the others say it to people only. */
static noun_class class_of(const char *name)
{
  static const noun_class known[] = {{"evaluation", MH_W_EVALUATION, false},
                                     {"chance", MH_W_CHANCE, false},
                                     {"body", MH_W_BODY, false},
                                     {"good", MH_W_GOOD, false},
                                     {"good-adj", MH_W_GOOD, true},
                                     {"ill", MH_W_ILL, false},
                                     {"ill-adj", MH_W_ILL, true},
                                     {"due", MH_W_DUE, false},
                                     {"lasting", MH_W_LASTING, false},
                                     {"due-adj", MH_W_DUE, true},
                                     {"attribute", MH_W_ATTRIBUTE, true},
                                     {"former", MH_W_FORMER, true},
                                     {"official", MH_W_OFFICIAL, true},
                                     {"not", MH_W_NEG, false},
                                     {"file", MH_W_FILE, false},
                                     {"moment", MH_W_MOMENT, false},
                                     {"rule", MH_W_RULE, false},
                                     {"medium", MH_W_MEDIUM, false},
                                     {"most", MH_W_MOST, false},
                                     {"coin", MH_W_COIN, false},
                                     {"stance", MH_W_STANCE, false},
                                     {"speech", MH_W_SPEECH, false},
                                     {"account", MH_W_ACCOUNT, false}};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (strcmp(known[i].name, name) == 0) return known[i];
  return (noun_class){0};
}

static mh_status all_nouns(lexc *x, const tsv_table *t, frame_row *rows, uint32_t n)
{
  uint32_t w;
  bool any;
  for (uint32_t i = 0; i < t->n; i++) {
    const tsv_row *r = &t->at[i];
    const noun_class c = class_of(r->field[1]);
    MH_TRY(new_word(&w, x, r->field[0], c.cls));
    MH_TRY(give_frames(x, rows, n, w, c.adj ? "adj" : "noun", 0, &any));
    MH_TRY(noun(x, r->field[0], r->field[2], w, c.adj));
  }
  return MH_OK;
}

/* Act nouns and adjectives that nouns.tsv does not list. */
static mh_status act_nouns(lexc *x, const tsv_table *t, const tsv_table *object_table,
                           frame_row *rows, uint32_t n)
{
  uint32_t w;
  for (uint32_t i = 0; i < n; i++) {
    const tsv_row *r = rows[i].row;
    const bool adj = strcmp(rows[i].pos, "adj") == 0;
    if (rows[i].used) continue;
    if (rows[i].nouns || (strcmp(rows[i].pos, "noun") && !adj)) {
      tsv_complain(&x->log, rows[i].nouns ? object_table : t, r, 0,
                   "no verb %s in verbs.tsv", r->field[0]);
      continue;
    }
    MH_TRY(new_word(&w, x, r->field[0], 0));
    MH_TRY(give_frames(x, rows, n, w, rows[i].pos, 0, NULL));
    MH_TRY(noun(x, r->field[0], "", w, adj));
  }
  return MH_OK;
}

mh_status lexc_words(lexc *x, lexc_input in)
{
  tsv_table acts, with, verbs, nouns, particles;
  frame_row *rows;
  uint32_t n;
  const mh_word none = {.lemma = ""};
  MH_TRY(MH_PUSH(x->a, &x->words, none));
  MH_TRY(table(&acts, x, in, "act-words.tsv", "lemma pos prepositions act kind source"));
  MH_TRY(
      table(&with, x, in, "act-objects.tsv", "lemma nouns prepositions act kind source"));
  MH_TRY(table(&verbs, x, in, "verbs.tsv", "lemma root form vowel masdars source"));
  MH_TRY(table(&nouns, x, in, "nouns.tsv", "lemma class plural source"));
  MH_TRY(table(&particles, x, in, "particles.tsv", "word class source"));
  MH_TRY(act_rows(x, &acts, &with, &rows, &n));
  for (uint32_t i = 0; i < particles.n; i++)
    MH_TRY(particle(x, &particles, &particles.at[i]));
  for (uint32_t i = 0; i < verbs.n; i++) {
    MH_TRY(verb(x, &verbs, &verbs.at[i], rows, n));
  }
  MH_TRY(all_nouns(x, &nouns, rows, n));
  MH_TRY(act_nouns(x, &acts, &with, rows, n));
  return objects(x, &with);
}
