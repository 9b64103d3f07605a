/* lexc_emit - write a compiled lexicon as C tables. */
#include <inttypes.h>
#include <stdlib.h>

#include "lexc.h"

static const char banner[] = "/* Made by tools/lexc from data/.  Do not edit. */\n";

static void text(FILE *to, const char *s)
{
  if (s == NULL) {
    fputs("0", to);
    return;
  }
  fputc('"', to);
  for (; *s; s++) {
    if (*s == '"' || *s == '\\') fputc('\\', to);
    if ((unsigned char)*s >= 0x80)
      fprintf(to, "\\%03o", (unsigned char)*s);
    else
      fputc(*s, to);
  }
  fputc('"', to);
}

static uint32_t power(uint32_t n)
{
  uint32_t p = 64;
  while (p < n) p *= 2;
  return p;
}

/* What is known of a stem when its forms have been written. */
typedef struct written {
  uint32_t first, n;
  lexc_form only; /* n 1 */
} written;

static void form(const lexc *x, FILE *to, const lexc_form *f)
{
  fprintf(to, "{%u,%u,%u}", f->feats, x->words.at[f->word].n_frames > 0, f->word);
}

/* The forms of a stem, those of words that perform acts first; it keeps 255 at most. */
static uint32_t forms_of(const lexc *x, const lexc_stem *s, const lexc_form *out[255])
{
  uint32_t n = 0;
  for (int pass = 0; pass < 2; pass++)
    for (uint32_t i = s->first; i && n < 255; i = x->forms.at[i - 1].next)
      if ((x->words.at[x->forms.at[i - 1].word].n_frames == 0) == pass)
        out[n++] = &x->forms.at[i - 1];
  return n;
}

/* Forms that belong together stand together; one alone goes into its entry. */
static void forms(const lexc *x, FILE *to, written *w)
{
  const lexc_form *of[255];
  uint32_t n = 0;
  fputs("static const mh_form forms[] = {\n", to);
  for (uint32_t s = 0; s < x->stems.n; s++) {
    const uint32_t k = forms_of(x, &x->stems.at[s], of);
    w[s] = (written){.first = n, .n = k};
    if (k == 1) w[s].only = *of[0];
    for (uint32_t i = 0; k > 1 && i < k; i++) {
      form(x, to, of[i]);
      fputs(n++ % 8 == 7 ? ",\n" : ",", to);
    }
  }
  fputs("{0,0,0}};\n", to);
}

static void stem(const lexc *x, FILE *to, uint32_t s, const written *w)
{
  const uint32_t sym = x->stems.at[s].sym;
  const bool opens = sym < x->roots.n && (x->roots.at[sym].any || x->roots.at[sym].al);
  fputs("{{.", to);
  if (w[s].n == 1) {
    fputs("only=", to);
    form(x, to, &w[s].only);
  } else {
    fprintf(to, "first=%u", w[s].first);
  }
  fprintf(to, "},%u,%u,%u}", sym, w[s].n, opens);
}

/* Slots of the stems that are long (over 12 letters) or not: stem + 1; 0 is empty. */
static uint32_t *slots_of(const lexc *x, bool longer, uint32_t size)
{
  uint32_t *slot = calloc(size, sizeof *slot);
  if (slot == NULL) return NULL;
  for (uint32_t s = 0; s < x->stems.n; s++) {
    const mh_key k = x->stems.at[s].key;
    if ((k.hi != 0) != longer) continue;
    uint32_t i = (uint32_t)mh_arabic__hash(k) & (size - 1);
    while (slot[i]) i = (i + 1) & (size - 1);
    slot[i] = s + 1;
  }
  return slot;
}

static void entries(const lexc *x, FILE *to, const written *w, uint32_t size)
{
  uint32_t *slot = slots_of(x, false, size);
  if (slot == NULL) return;
  fprintf(to, "static const mh_entry entries[%u] = {\n", size);
  bool any = false;
  for (uint32_t i = 0; i < size; i++) {
    if (slot[i] == 0) continue;
    any = true;
    fprintf(to, "[%u]={%lluu,", i, (unsigned long long)x->stems.at[slot[i] - 1].key.lo);
    stem(x, to, slot[i] - 1, w);
    fputs("},\n", to);
  }
  fputs(any ? "};\n" : "{0}};\n", to); /* C has no empty list */
  free(slot);
}

static void long_entries(const lexc *x, FILE *to, const written *w, uint32_t size)
{
  uint32_t *slot = slots_of(x, true, size);
  if (slot == NULL) return;
  fprintf(to, "static const mh_long_entry longs[%u] = {\n", size);
  bool any = false;
  for (uint32_t i = 0; i < size; i++) {
    if (slot[i] == 0) continue;
    any = true;
    const mh_key k = x->stems.at[slot[i] - 1].key;
    fprintf(to, "[%u]={{%lluu,%lluu},", i, (unsigned long long)k.lo,
            (unsigned long long)k.hi);
    stem(x, to, slot[i] - 1, w);
    fputs("},\n", to);
  }
  fputs(any ? "};\n" : "{{0}}};\n", to); /* C has no empty list */
  free(slot);
}

static uint32_t count_longs(const lexc *x)
{
  uint32_t n = 0;
  for (uint32_t s = 0; s < x->stems.n; s++) n += x->stems.at[s].key.hi != 0;
  return n;
}

static void filter(const lexc *x, FILE *to, uint32_t size)
{
  uint64_t *b = calloc(size, sizeof *b);
  if (b == NULL) return;
  for (uint32_t s = 0; s < x->stems.n; s++) {
    const uint64_t h = mh_arabic__hash(x->stems.at[s].key);
    b[(uint32_t)(h >> 46) & (size - 1)] |= mh_arabic__bits(h);
  }
  fprintf(to, "static const uint64_t filter[%u] = {\n", size);
  for (uint32_t i = 0; i < size; i++)
    fprintf(to, "%lluu,%s", (unsigned long long)b[i], i % 6 == 5 ? "\n" : "");
  fputs("};\n", to);
  free(b);
}

static void words(const lexc *x, FILE *to)
{
  fputs("static const mh_word words[] = {\n", to);
  for (uint32_t i = 0; i < x->words.n; i++) {
    const mh_word *w = &x->words.at[i];
    fputc('{', to);
    text(to, w->lemma);
    fprintf(to, ",%u,%u,%u,%u,%u},\n", w->frame, w->n_frames, w->cls, w->n_with,
            w->n_not);
  }
  fputs("};\nstatic const mh_frame frames[] = {\n", to);
  for (uint32_t i = 0; i < x->frames.n; i++) {
    const mh_frame *f = &x->frames.at[i];
    fprintf(to, "{%u,%u,%u,%u,%u},%s", f->takes, f->act, f->kind, f->event, f->with,
            i % 8 == 7 ? "\n" : "");
  }
  fputs("{0,0,0,0,0}};\nstatic const uint16_t with[] = {0,", to);
  for (uint32_t i = 0; i < x->with.n; i++)
    fprintf(to, "%u,%s", x->with.at[i], i % 16 == 15 ? "\n" : "");
  fputs("0};\n", to);
}

static int by_step(const void *a, const void *b)
{
  const lexc_edge *x = a, *y = b;
  if (x->node != y->node) return x->node < y->node ? -1 : 1;
  return x->step < y->step ? -1 : x->step > y->step;
}

static void roots(const lexc *x, FILE *to)
{
  fputs("static const mh_root roots[] = {\n", to);
  for (uint32_t i = 0; i <= x->n_syms; i++)
    fprintf(to, "{%u,%u},%s", i < x->roots.n ? x->roots.at[i].any : 0,
            i < x->roots.n ? x->roots.at[i].al : 0, i % 8 == 7 ? "\n" : "");
  fputs("};\n", to);
}

static void steps(const lexc *x, FILE *to)
{
  if (x->edges.n) qsort(x->edges.at, x->edges.n, sizeof *x->edges.at, by_step);
  fputs("static const mh_step steps[] = {\n", to);
  for (uint32_t i = 0; i < x->edges.n; i++)
    fprintf(to, "{%u,%u},%s", x->edges.at[i].step, x->edges.at[i].to,
            i % 8 == 7 ? "\n" : "");
  fputs("{0,0}};\n", to);
}

static int by_node(const void *a, const void *b)
{
  const lexc_meaning *x = a, *y = b;
  if (x->node != y->node) return x->node < y->node ? -1 : 1;
  if (x->m.kind != y->m.kind) return x->m.kind < y->m.kind ? -1 : 1;
  return x->m.value < y->m.value ? -1 : x->m.value > y->m.value;
}

static void meanings(const lexc *x, FILE *to)
{
  if (x->meanings.n)
    qsort(x->meanings.at, x->meanings.n, sizeof *x->meanings.at, by_node);
  fputs("static const mh_meaning meanings[] = {\n", to);
  for (uint32_t i = 0; i < x->meanings.n; i++)
    fprintf(to, "{%u,%u},%s", x->meanings.at[i].m.value, x->meanings.at[i].m.kind,
            i % 8 == 7 ? "\n" : "");
  fputs("{0,0}};\n", to);
}

/* After steps() and meanings(), which put their lists in order. */
static void nodes(const lexc *x, FILE *to)
{
  uint32_t m = 0, e = 0;
  fputs("static const mh_node nodes[] = {\n", to);
  for (uint32_t n = 0; n <= x->n_nodes + 1; n++) {
    const uint32_t meanings = m, steps = e;
    uint32_t kinds = 0, sieve = 0;
    for (; m < x->meanings.n && x->meanings.at[m].node == n; m++)
      kinds |= 1u << x->meanings.at[m].m.kind;
    for (; e < x->edges.n && x->edges.at[e].node == n; e++)
      sieve |= 1u << (x->edges.at[e].step >> 1 & 31);
    fprintf(to, "{%u,%u,%u,%u,%u},%s", meanings, steps, sieve, e - steps, kinds,
            n % 8 == 7 ? "\n" : "");
  }
  fputs("};\n", to);
}

/* The slot of a code: empty, or of an actor that bears it. */
static uint32_t code_slot(const lexc *x, const uint32_t *slot, uint32_t size,
                          const char *code)
{
  uint32_t i = mh_arabic__code_hash(code) & (size - 1);
  while (slot[i] && strcmp(x->actors.at[slot[i] - 1].code, code) != 0)
    i = (i + 1) & (size - 1);
  return i;
}

/* Actors by code; of those that share one, the state that bears it counts. */
static void codes(const lexc *x, FILE *to, uint32_t size)
{
  uint32_t *slot = calloc(size, sizeof *slot);
  if (slot == NULL) return;
  for (uint32_t k = 0; k < x->actors.n; k++) {
    const mh_actor_row *r = &x->actors.at[k];
    const uint32_t i = code_slot(x, slot, size, r->code);
    if (slot[i] == 0 || r->kind < x->actors.at[slot[i] - 1].kind) slot[i] = k + 1;
  }
  fputs("static const uint16_t by_code[] = {\n", to);
  for (uint32_t i = 0; i < size; i++)
    fprintf(to, "%u,%s", slot[i], i % 12 == 11 ? "\n" : "");
  fputs("0};\n", to);
  free(slot);
}

static int by_key(const void *a, const void *b)
{
  const mh_key *x = a, *y = b;
  if (x->lo != y->lo) return x->lo < y->lo ? -1 : 1;
  return x->hi < y->hi ? -1 : x->hi > y->hi;
}

/* Given names, in the order of their keys. */
static void given(const lexc *x, FILE *to)
{
  if (x->given.n) qsort(x->given.at, x->given.n, sizeof *x->given.at, by_key);
  fputs("static const mh_key given[] = {\n", to);
  for (uint32_t i = 0; i < x->given.n; i++)
    fprintf(to, "{UINT64_C(%" PRIu64 "),UINT64_C(%" PRIu64 ")},%s", x->given.at[i].lo,
            x->given.at[i].hi, i % 4 == 3 ? "\n" : "");
  fputs("{0}};\n", to);
}

static void rows(const lexc *x, FILE *to)
{
  fputs("static const mh_actor_row actors[] = {\n", to);
  for (uint32_t i = 0; i < x->actors.n; i++) {
    const mh_actor_row *r = &x->actors.at[i];
    fputc('{', to);
    text(to, r->code);
    fputc(',', to);
    text(to, r->english);
    fputc(',', to);
    text(to, r->arabic);
    fputc(',', to);
    text(to, r->capital);
    fputc(',', to);
    text(to, r->home);
    fprintf(to, ",%u,%d},\n", r->kind, r->own);
  }
  fputs("{0}};\nstatic const mh_organ_row organs[] = {\n", to);
  for (uint32_t i = 0; i < x->organs.n; i++) {
    fputc('{', to);
    text(to, x->organs.at[i].code);
    fputc(',', to);
    text(to, x->organs.at[i].kind);
    fputs("},\n", to);
  }
  fputs("{0}};\nstatic const mh_office_row offices[] = {\n", to);
  for (uint32_t i = 0; i < x->offices.n; i++) {
    fputc('{', to);
    text(to, x->offices.at[i].kind);
    fputc(',', to);
    text(to, x->offices.at[i].code);
    fprintf(to, ",%u},\n", x->offices.at[i].level);
  }
  fputs("{0}};\nstatic const mh_person_row people[] = {\n", to);
  for (uint32_t i = 0; i < x->people.n; i++) {
    const mh_person_row *r = &x->people.at[i];
    fputc('{', to);
    text(to, r->code);
    fputc(',', to);
    text(to, r->office);
    fprintf(to, ",%d,%d,%u},\n", r->from, r->to, r->more);
  }
  fputs("{0}};\nstatic const mh_place_row places[] = {\n", to);
  for (uint32_t i = 0; i < x->places.n; i++) {
    fputc('{', to);
    text(to, x->places.at[i].english);
    fputc(',', to);
    text(to, x->places.at[i].country);
    fputs("},\n", to);
  }
  fputs("{0}};\nstatic const mh_instrument_row instruments[] = {\n", to);
  for (uint32_t i = 0; i < x->instruments.n; i++) {
    const mh_instrument_row *r = &x->instruments.at[i];
    fputc('{', to);
    text(to, r->id);
    fputc(',', to);
    text(to, r->kind);
    fprintf(to, ",%d},\n", r->topic);
  }
  fputs("{0}};\nstatic const mh_meeting_row meetings[] = {\n", to);
  for (uint32_t i = 0; i < x->meetings.n; i++) {
    fputc('{', to);
    text(to, x->meetings.at[i].kind);
    fprintf(to, ",%u},\n", x->meetings.at[i].level);
  }
  fputs("{0}};\nstatic const mh_time_row times[] = {\n", to);
  for (uint32_t i = 0; i < x->times.n; i++) {
    fprintf(to, "{%u,%d},\n", (unsigned)x->times.at[i].cls, (int)x->times.at[i].value);
  }
  fputs("{0}};\n", to);
}

void lexc_emit(const lexc *x, FILE *to, const char *name)
{
  written *w = calloc(x->stems.n + 1, sizeof *w);
  const uint32_t n_longs = count_longs(x);
  /* four of five slots taken at most: the sieve before it keeps out most that is not there */
  const uint32_t size = power((x->stems.n - n_longs) * 5 / 4 + 1),
                 longs = power(n_longs * 2 + 1), sieve = power(x->stems.n / 4 + 1),
                 by_code = power(x->actors.n * 2 + 1);
  if (w == NULL) return;
  fputs(banner, to);
  fputs("#include \"src/arabic/inside.h\"\n", to);
  if (x->words.n > MH_FORM_WORD_MAX || x->n_syms > UINT16_MAX)
    fputs("#error the lexicon has outgrown mh_form or mh_stem\n", to);
  forms(x, to, w);
  entries(x, to, w, size);
  long_entries(x, to, w, longs);
  filter(x, to, sieve);
  words(x, to);
  roots(x, to);
  steps(x, to);
  meanings(x, to);
  nodes(x, to);
  codes(x, to, by_code);
  given(x, to);
  rows(x, to);
  fprintf(
      to,
      "extern const struct mh_lexicon %s;\nconst struct mh_lexicon %s = {\n"
      "entries,longs,filter,forms,words,frames,with,roots,nodes,steps,meanings,actors,by_"
      "code,"
      "organs,"
      "offices,people,places,instruments,meetings,times,given,\n%u,%u,%u,%u,%u,%u,%u,%u,"
      "%u,%u,%u,%u,%u,%u};\n",
      name, name, size - 1, longs - 1, sieve - 1, by_code - 1, x->words.n, x->actors.n,
      x->organs.n, x->offices.n, x->people.n, x->places.n, x->instruments.n,
      x->meetings.n, x->times.n, x->given.n);
  free(w);
}

static void upper(FILE *to, const char *s)
{
  for (; *s; s++) fputc(*s == '-' ? '_' : *s >= 'a' && *s <= 'z' ? *s - 32 : *s, to);
}

static void list(FILE *to, const tsv_table *t, const char *prefix)
{
  fputs("enum {\n", to);
  for (uint32_t i = 0; i < t->n; i++) {
    fputs("  ", to);
    fputs(prefix, to);
    upper(to, t->at[i].field[0]);
    fputs(",\n", to);
  }
  fprintf(to, "  %sCOUNT\n};\n\n", prefix);
}

static void fields(FILE *to, const tsv_table *t, const char *name, int n)
{
  fprintf(to, "static const char *const %s[][%d] = {\n", name, n);
  for (uint32_t i = 0; i < t->n; i++) {
    fputs("  {", to);
    for (int k = 0; k < n; k++) {
      if (k) fputs(", ", to);
      text(to, t->at[i].field[k]);
    }
    fputs("},\n", to);
  }
  fputs("};\n", to);
}

void lexc_emit_lists(const lexc *x, FILE *to)
{
  fputs(banner, to);
  fputs("#ifndef MH_LISTS_H\n#define MH_LISTS_H\n\n", to);
  list(to, &x->acts, "MH_ACT_");
  list(to, &x->topics, "MH_TOPIC_");
  fputs("#ifdef MH_LISTS_ROWS\n/* id, english, arabic, plover, cameo, weight */\n", to);
  fields(to, &x->acts, "mh_act_rows", 6);
  fputs("/* id, group, english, arabic, iptc */\n", to);
  fields(to, &x->topics, "mh_topic_rows", 5);
  fputs("#endif\n\n#endif\n", to);
}
