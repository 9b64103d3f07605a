/* lexc_compile - the compiler without its program: stems, closed lists, order of work. */
#include "lexc.h"

static uint32_t stem_slot(const lexc *x, mh_key key)
{
  uint32_t i = (uint32_t)mh_arabic__hash(key) & (x->hash_size - 1);
  for (;; i = (i + 1) & (x->hash_size - 1)) {
    const uint32_t s = x->stem_hash[i];
    if (s == 0) return i;
    const mh_key k = x->stems.at[s - 1].key;
    if (k.lo == key.lo && k.hi == key.hi) return i;
  }
}

lexc_stem *lexc_stem_find(lexc *x, mh_key key)
{
  if (x->hash_size == 0) return NULL;
  const uint32_t s = x->stem_hash[stem_slot(x, key)];
  return s ? &x->stems.at[s - 1] : NULL;
}

static mh_status grow(lexc *x)
{
  if (x->stems.n * 2 < x->hash_size) return MH_OK;
  x->hash_size = x->hash_size ? x->hash_size * 2 : 16384;
  x->stem_hash = mh_arena_zero(x->a, x->hash_size * sizeof *x->stem_hash);
  if (x->stem_hash == NULL) return MH_ENOMEM;
  for (uint32_t s = 0; s < x->stems.n; s++)
    x->stem_hash[stem_slot(x, x->stems.at[s].key)] = s + 1;
  return MH_OK;
}

mh_status lexc_stem_of(uint32_t *out, lexc *x, mh_key key)
{
  MH_TRY(grow(x));
  const uint32_t i = stem_slot(x, key);
  if (x->stem_hash[i] == 0) {
    const lexc_stem s = {.key = key};
    MH_TRY(MH_PUSH(x->a, &x->stems, s));
    x->stem_hash[i] = x->stems.n;
  }
  *out = x->stem_hash[i] - 1;
  return MH_OK;
}

static int row_of(const tsv_table *t, const char *id)
{
  for (uint32_t i = 0; i < t->n; i++)
    if (strcmp(t->at[i].field[0], id) == 0) return (int)i;
  return -1;
}

int lexc_act(const lexc *x, const char *id)
{
  return row_of(&x->acts, id);
}
int lexc_topic(const lexc *x, const char *id)
{
  return row_of(&x->topics, id);
}

const tsv_file *lexc_file(lexc_input in, const char *name)
{
  const size_t n = strlen(name);
  for (uint32_t i = 0; i < in.n; i++) {
    const size_t m = strlen(in.at[i].name);
    if (m >= n && strcmp(in.at[i].name + m - n, name) == 0 &&
        (m == n || in.at[i].name[m - n - 1] == '/'))
      return &in.at[i];
  }
  return NULL;
}

static mh_status closed(tsv_table *out, lexc *x, lexc_input in, const char *name,
                        const char *columns)
{
  const tsv_file *f = lexc_file(in, name);
  const tsv_row top = {.line = 1};
  *out = (tsv_table){.name = name};
  if (f) return tsv_read(out, x->a, f, columns, &x->log);
  tsv_complain(&x->log, out, &top, 0, "there is no such file");
  return MH_OK;
}

mh_status lexc_compile(lexc *out, mh_arena *a, lexc_input in, FILE *complaints)
{
  *out = (lexc){.a = a, .log = {.to = complaints}};
  MH_TRY(closed(&out->acts, out, in, "acts.tsv",
                "id english arabic plover cameo weight source"));
  MH_TRY(
      closed(&out->topics, out, in, "topics.tsv", "id group english arabic iptc source"));
  MH_TRY(lexc_words(out, in));
  return lexc_phrases(out, in);
}
