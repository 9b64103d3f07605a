/* lexc_emit - write a compiled lexicon as C tables. */
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

/* Forms that belong together stand together; a stem keeps 255 at most. */
static void forms(const lexc *x, FILE *to, uint32_t *first)
{
  uint32_t n = 0;
  fputs("static const mh_form forms[] = {\n", to);
  for (uint32_t s = 0; s < x->stems.n; s++) {
    uint32_t k = 0;
    for (int pass = 0; pass < 2; pass++) { /* words that perform acts come first */
      for (uint32_t i = x->stems.at[s].first; i && k < 255; i = x->forms.at[i - 1].next) {
        const mh_form *f = &x->forms.at[i - 1].f;
        if ((x->words.at[f->word].n_frames == 0) != pass) continue;
        fprintf(to, "{%u,%u},", f->word, f->feats);
        if (++k % 8 == 0) fputc('\n', to);
      }
    }
    first[s] = n << 8 | k;
    n += k;
  }
  fputs("{0,0}};\n", to);
}

static void entries(const lexc *x, FILE *to, const uint32_t *first, uint32_t size)
{
  uint32_t *slot = calloc(size, sizeof *slot);
  if (slot == NULL) return;
  for (uint32_t s = 0; s < x->stems.n; s++) {
    uint32_t i = (uint32_t)mh_arabic__hash(x->stems.at[s].key) & (size - 1);
    while (slot[i]) i = (i + 1) & (size - 1);
    slot[i] = s + 1;
  }
  fprintf(to, "static const mh_entry entries[%u] = {\n", size);
  for (uint32_t i = 0; i < size; i++) {
    if (slot[i] == 0) continue;
    const lexc_stem *s = &x->stems.at[slot[i] - 1];
    fprintf(to, "[%u]={{%lluu,%lluu},%u,%u},\n", i, (unsigned long long)s->key.lo,
            (unsigned long long)s->key.hi, s->sym, first[slot[i] - 1]);
  }
  fputs("};\n", to);
  free(slot);
}

static void filter(const lexc *x, FILE *to, uint32_t bits)
{
  uint64_t *b = calloc(bits / 64, sizeof *b);
  if (b == NULL) return;
  for (uint32_t s = 0; s < x->stems.n; s++) {
    const uint32_t f = (uint32_t)(mh_arabic__hash(x->stems.at[s].key) >> 40) & (bits - 1);
    b[f >> 6] |= UINT64_C(1) << (f & 63);
  }
  fprintf(to, "static const uint64_t filter[%u] = {\n", bits / 64);
  for (uint32_t i = 0; i < bits / 64; i++)
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
    fprintf(to, ",%u,%u,%u},\n", w->frame, w->n_frames, w->cls);
  }
  fputs("};\nstatic const mh_frame frames[] = {\n", to);
  for (uint32_t i = 0; i < x->frames.n; i++) {
    const mh_frame *f = &x->frames.at[i];
    fprintf(to, "{%u,%u,%u,%u},%s", f->takes, f->act, f->kind, f->pos,
            i % 8 == 7 ? "\n" : "");
  }
  fputs("{0,0,0,0}};\n", to);
}

static void trie(const lexc *x, FILE *to, uint32_t size)
{
  uint32_t *slot = calloc(size, sizeof *slot);
  if (slot == NULL) return;
  fputs("static const mh_root roots[] = {\n", to);
  for (uint32_t i = 0; i <= x->n_syms; i++)
    fprintf(to, "{%u,%u},%s", i < x->roots.n ? x->roots.at[i].any : 0,
            i < x->roots.n ? x->roots.at[i].al : 0, i % 8 == 7 ? "\n" : "");
  for (uint32_t e = 0; e < x->edges.n; e++) {
    uint32_t i = mh_arabic__edge_hash(x->edges.at[e].node, x->edges.at[e].step) & (size - 1);
    while (slot[i]) i = (i + 1) & (size - 1);
    slot[i] = e + 1;
  }
  fprintf(to, "};\nstatic const mh_edge edges[%u] = {\n", size);
  for (uint32_t i = 0; i < size; i++) {
    if (slot[i] == 0) continue;
    const mh_edge *e = &x->edges.at[slot[i] - 1];
    fprintf(to, "[%u]={%u,%u,%u},\n", i, e->node, e->step, e->to);
  }
  fputs("};\n", to);
  free(slot);
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
  uint32_t m = 0;
  if (x->meanings.n) qsort(x->meanings.at, x->meanings.n, sizeof *x->meanings.at, by_node);
  fputs("static const mh_meaning meanings[] = {\n", to);
  for (uint32_t i = 0; i < x->meanings.n; i++)
    fprintf(to, "{%u,%u},%s", x->meanings.at[i].m.value, x->meanings.at[i].m.kind,
            i % 8 == 7 ? "\n" : "");
  fputs("{0,0}};\nstatic const uint32_t node_meaning[] = {\n", to);
  for (uint32_t n = 0; n <= x->n_nodes + 1; n++) {
    while (m < x->meanings.n && x->meanings.at[m].node < n) m++;
    fprintf(to, "%u,%s", m, n % 12 == 11 ? "\n" : "");
  }
  fputs("};\n", to);
}

static void rows(const lexc *x, FILE *to)
{
  fputs("static const mh_actor_row actors[] = {\n", to);
  for (uint32_t i = 0; i < x->actors.n; i++) {
    const mh_actor_row *r = &x->actors.at[i];
    fputc('{', to); text(to, r->code); fputc(',', to); text(to, r->english);
    fputc(',', to); text(to, r->arabic); fputc(',', to); text(to, r->capital);
    fprintf(to, ",%u},\n", r->kind);
  }
  fputs("{0}};\nstatic const mh_organ_row organs[] = {\n", to);
  for (uint32_t i = 0; i < x->organs.n; i++) {
    fputc('{', to); text(to, x->organs.at[i].code); fputc(',', to);
    text(to, x->organs.at[i].kind); fputs("},\n", to);
  }
  fputs("{0}};\nstatic const mh_office_row offices[] = {\n", to);
  for (uint32_t i = 0; i < x->offices.n; i++) {
    fputc('{', to); text(to, x->offices.at[i].kind);
    fprintf(to, ",%u},\n", x->offices.at[i].level);
  }
  fputs("{0}};\nstatic const mh_person_row people[] = {\n", to);
  for (uint32_t i = 0; i < x->people.n; i++) {
    const mh_person_row *r = &x->people.at[i];
    fputc('{', to); text(to, r->code); fputc(',', to); text(to, r->office);
    fprintf(to, ",%d,%d},\n", r->from, r->to);
  }
  fputs("{0}};\nstatic const mh_place_row places[] = {\n", to);
  for (uint32_t i = 0; i < x->places.n; i++) {
    fputc('{', to); text(to, x->places.at[i].english); fputc(',', to);
    text(to, x->places.at[i].country); fputs("},\n", to);
  }
  fputs("{0}};\nstatic const mh_instrument_row instruments[] = {\n", to);
  for (uint32_t i = 0; i < x->instruments.n; i++) {
    const mh_instrument_row *r = &x->instruments.at[i];
    fputc('{', to); text(to, r->id); fputc(',', to); text(to, r->kind);
    fprintf(to, ",%d},\n", r->topic);
  }
  fputs("{0}};\nstatic const mh_meeting_row meetings[] = {\n", to);
  for (uint32_t i = 0; i < x->meetings.n; i++) {
    fputc('{', to); text(to, x->meetings.at[i].kind);
    fprintf(to, ",%u},\n", x->meetings.at[i].level);
  }
  fputs("{0}};\nstatic const mh_time_row times[] = {\n", to);
  for (uint32_t i = 0; i < x->times.n; i++) {
    fputc('{', to); text(to, x->times.at[i].cls);
    fprintf(to, ",%d},\n", (int)x->times.at[i].value);
  }
  fputs("{0}};\n", to);
}

void lexc_emit(const lexc *x, FILE *to, const char *name)
{
  uint32_t *first = calloc(x->stems.n + 1, sizeof *first);
  const uint32_t size = power(x->stems.n * 2 + 1), edges = power(x->edges.n * 2 + 1),
                 bits = power(x->stems.n * 16 + 1) > 1u << 20 ? 1u << 20
                                                              : power(x->stems.n * 16 + 1);
  if (first == NULL) return;
  fputs(banner, to);
  fputs("#include \"src/arabic/inside.h\"\n", to);
  forms(x, to, first);
  entries(x, to, first, size);
  filter(x, to, bits);
  words(x, to);
  trie(x, to, edges);
  meanings(x, to);
  rows(x, to);
  fprintf(to, "extern const struct mh_lexicon %s;\nconst struct mh_lexicon %s = {\n"
          "entries,filter,forms,words,frames,roots,edges,meanings,node_meaning,actors,organs,"
          "offices,people,places,instruments,meetings,times,\n%u,%u,%u,%u,%u,%u,%u,%u,%u,%u,"
          "%u,%u};\n",
          name, name, size - 1, bits - 1, edges - 1, x->words.n, x->actors.n, x->organs.n,
          x->offices.n, x->people.n, x->places.n, x->instruments.n, x->meetings.n,
          x->times.n);
  free(first);
}

static void upper(FILE *to, const char *s)
{
  for (; *s; s++)
    fputc(*s == '-' ? '_' : *s >= 'a' && *s <= 'z' ? *s - 32 : *s, to);
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
