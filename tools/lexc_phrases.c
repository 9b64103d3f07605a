/* lexc_phrases - names, terms and other phrases with what they mean: one trie over stems. */
#include <stdlib.h>

#include "lexc.h"

#define TEH_MARBUTA "\xD8\xA9"
#define ALEF        "\xD8\xA7"
#define TEH         "\xD8\xAA"
#define NOON        "\xD9\x86"
#define YEH         "\xD9\x8A"
#define WAW         "\xD9\x88"
#define AL          "\xD8\xA7\xD9\x84" /* bare alef, lam: the article as it is written */

static uint32_t edge_slot(lexc *x, uint32_t node, uint32_t step)
{
  const uint64_t h = ((uint64_t)node << 32 | step) * UINT64_C(0x9E3779B97F4A7C15);
  uint32_t i = (uint32_t)(h >> 32) & (x->edge_size - 1);
  for (;; i = (i + 1) & (x->edge_size - 1)) {
    const uint32_t e = x->edge_hash[i];
    if (e == 0 || (x->edges.at[e - 1].node == node && x->edges.at[e - 1].step == step))
      return i;
  }
}

static mh_status grow_edges(lexc *x)
{
  if (x->edges.n * 2 < x->edge_size) return MH_OK;
  x->edge_size = x->edge_size ? x->edge_size * 2 : 4096;
  x->edge_hash = mh_arena_zero(x->a, x->edge_size * sizeof *x->edge_hash);
  if (x->edge_hash == NULL) return MH_ENOMEM;
  for (uint32_t e = 0; e < x->edges.n; e++)
    x->edge_hash[edge_slot(x, x->edges.at[e].node, x->edges.at[e].step)] = e + 1;
  return MH_OK;
}

static mh_status edge(uint32_t *to, lexc *x, uint32_t node, uint32_t step)
{
  MH_TRY(grow_edges(x));
  const uint32_t s = edge_slot(x, node, step);
  if (x->edge_hash[s]) {
    *to = x->edges.at[x->edge_hash[s] - 1].to;
    return MH_OK;
  }
  const lexc_edge e = {node, step, *to = ++x->n_nodes};
  MH_TRY(MH_PUSH(x->a, &x->edges, e));
  x->edge_hash[s] = x->edges.n;
  return MH_OK;
}

static mh_status root(uint32_t *to, lexc *x, uint32_t sym, bool al)
{
  const mh_root none = {0, 0};
  while (x->roots.n <= sym) MH_TRY(MH_PUSH(x->a, &x->roots, none));
  uint32_t *at = al ? &x->roots.at[sym].al : &x->roots.at[sym].any;
  if (*at == 0) *at = ++x->n_nodes;
  *to = *at;
  return MH_OK;
}

/* The stem and article of one word of a phrase.  A word that begins with a bare alef and a
 * lam has the article, unless it is itself a word form (a masdar of form 8 with lam).
 * Digits, plus signs and hyphens are words of their own.  Gives the bytes it took, 0 for none. */
static size_t word(lexc *x, const char *w, size_t len, mh_key *key, bool *al)
{
  size_t n = 0;
  uint32_t value = 0;
  *al = false;
  if (*w == '+' || *w == '-') return *key = MH_KEY_MARK((uint64_t)*w), 1;
  while (n < len && n < 9 && w[n] >= '0' && w[n] <= '9')
    value = value * 10 + (uint32_t)(w[n++] - '0');
  if (n) return *key = MH_KEY_NUMBER(value), n;
  while (n < len && (unsigned char)w[n] >= 0x80) n++;
  if (mh_text_fold(key, w, n) == 0) return 0;
  if (n > 6 && memcmp(w, AL, 4) == 0) {
    const lexc_stem *s = lexc_stem_find(x, *key);
    if (s && s->first) return n;
    *key = mh_key_drop(*key, 2);
    *al = true;
  }
  return n;
}

static mh_status sym_of(uint32_t *out, lexc *x, mh_key key)
{
  uint32_t s;
  MH_TRY(lexc_stem_of(&s, x, key));
  if (x->stems.at[s].sym == 0) x->stems.at[s].sym = ++x->n_syms;
  *out = x->stems.at[s].sym;
  return MH_OK;
}

/* Where a phrase comes from, for complaints. */
typedef struct origin {
  const tsv_table *t;
  const tsv_row *row;
  int column;
} origin;

static mh_status phrase(lexc *x, origin o, const char *text, uint8_t kind, uint32_t value)
{
  uint32_t node = 0;
  for (const char *p = text; *p;) {
    while (*p == ' ') p++;
    const char *e = p;
    while (*e && *e != ' ') e++;
    if (e == p) break;
    mh_key key;
    bool al;
    uint32_t sym;
    const size_t took = word(x, p, (size_t)(e - p), &key, &al);
    if (took == 0) {
      tsv_complain(&x->log, o.t, o.row, o.column, "not an Arabic word: %.*s",
                   (int)(e - p), p);
      return MH_OK;
    }
    MH_TRY(sym_of(&sym, x, key));
    if (node == 0)
      MH_TRY(root(&node, x, sym, al));
    else
      MH_TRY(edge(&node, x, node, sym << 1 | al));
    p += took;
  }
  if (node == 0) return MH_OK;
  for (uint32_t i = 0; i < x->meanings.n; i++) {
    const lexc_meaning *m = &x->meanings.at[i];
    if (m->node == node && m->m.kind == kind && m->m.value == value) return MH_OK;
  }
  const lexc_meaning m = {node, {value, kind}};
  return MH_PUSH(x->a, &x->meanings, m);
}

/* All values of a field mean the same. */
static mh_status phrases(lexc *x, origin o, uint8_t kind, uint32_t value)
{
  const char *at = o.row->field[o.column], *v;
  while ((v = tsv_value(&at, x->a)) != NULL) MH_TRY(phrase(x, o, v, kind, value));
  return MH_OK;
}

/* A relative adjective in all its forms. */
static mh_status adjectives(lexc *x, origin o, uint32_t value)
{
  static const char *const ends[] = {"",       TEH_MARBUTA, ALEF NOON,     YEH NOON,
                                     WAW NOON, ALEF TEH,    TEH ALEF NOON, TEH YEH NOON,
                                     WAW,      YEH};
  const char *at = o.row->field[o.column], *v;
  while ((v = tsv_value(&at, x->a)) != NULL) {
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
      const size_t n = strlen(v), m = strlen(ends[i]);
      char *s = mh_arena_take(x->a, n + m + 1);
      if (s == NULL) return MH_ENOMEM;
      memcpy(s, v, n);
      memcpy(s + n, ends[i], m + 1);
      MH_TRY(phrase(x, o, s, MH_PH_ADJ, value));
    }
  }
  return MH_OK;
}

static const char *filled(const char *s)
{
  return *s ? s : NULL;
}

static const char *first_value(lexc *x, const char *field)
{
  const char *at = field, *v = tsv_value(&at, x->a);
  return v ? v : "";
}

/* "PSE:own": the state a group acts in, and speaks for. */
static mh_status home_of(lexc *x, const char *field, mh_actor_row *a)
{
  const char *colon = strchr(field, ':');
  a->home = filled(field);
  if (colon == NULL) return MH_OK;
  char *s = mh_arena_take(x->a, (size_t)(colon - field) + 1);
  if (s == NULL) return MH_ENOMEM;
  memcpy(s, field, (size_t)(colon - field));
  s[colon - field] = 0;
  a->home = s;
  a->own = strcmp(colon, ":own") == 0;
  return MH_OK;
}

static mh_status actor(lexc *x, const tsv_table *t, const tsv_row *r, uint8_t kind)
{
  const uint32_t i = x->actors.n;
  const bool state = kind == MH_ACTOR_STATE;
  mh_actor_row a = {.code = r->field[0],
                    .english = r->field[1],
                    .arabic = first_value(x, r->field[2]),
                    .kind = kind,
                    .capital = state ? filled(r->field[5]) : NULL};
  if (kind == MH_ACTOR_GROUP) MH_TRY(home_of(x, r->field[4], &a));
  MH_TRY(MH_PUSH(x->a, &x->actors, a));
  MH_TRY(phrases(x, (origin){t, r, 2}, MH_PH_ACTOR, i));
  MH_TRY(adjectives(x, (origin){t, r, 3}, i));
  if (!state) return MH_OK;
  const mh_place_row p = {a.capital, a.code};
  if (a.capital == NULL) return MH_OK;
  MH_TRY(phrases(x, (origin){t, r, 4}, MH_PH_CAPITAL, i));
  MH_TRY(phrases(x, (origin){t, r, 4}, MH_PH_PLACE, x->places.n));
  return MH_PUSH(x->a, &x->places, p);
}

static mh_status country(lexc *x, const tsv_table *t, const tsv_row *r)
{
  return actor(x, t, r, MH_ACTOR_STATE);
}
static mh_status organisation(lexc *x, const tsv_table *t, const tsv_row *r)
{
  return actor(x, t, r, MH_ACTOR_ORG);
}
static mh_status group(lexc *x, const tsv_table *t, const tsv_row *r)
{
  return actor(x, t, r, MH_ACTOR_GROUP);
}

static mh_status organ(lexc *x, const tsv_table *t, const tsv_row *r)
{
  const mh_organ_row o = {filled(r->field[1]), r->field[2]};
  MH_TRY(phrases(x, (origin){t, r, 0}, MH_PH_ORGAN, x->organs.n));
  return MH_PUSH(x->a, &x->organs, o);
}

/* The kind may end with the state that alone has the office ("minister:DZA"). */
static mh_status office(lexc *x, const tsv_table *t, const tsv_row *r)
{
  mh_office_row o = {.kind = r->field[1], .level = (uint8_t)atoi(r->field[2])};
  const char *colon = strchr(o.kind, ':');
  if (colon) {
    const size_t n = (size_t)(colon - o.kind);
    char *kind = mh_arena_take(x->a, n + 1);
    if (kind == NULL) return MH_ENOMEM;
    memcpy(kind, o.kind, n);
    kind[n] = 0;
    o.kind = kind;
    o.code = colon + 1;
  }
  MH_TRY(phrases(x, (origin){t, r, 0}, MH_PH_OFFICE, x->offices.n));
  return MH_PUSH(x->a, &x->offices, o);
}

static mh_status person(lexc *x, const tsv_table *t, const tsv_row *r)
{
  const mh_person_row p = {r->field[1], r->field[2], (int16_t)atoi(r->field[3]),
                           (int16_t)(*r->field[4] ? atoi(r->field[4]) : 9999), 0};
  if (x->people.n && strcmp(x->person, r->field[0]) == 0) {
    x->people.at[x->first_person].more++;
    return MH_PUSH(x->a, &x->people, p);
  }
  x->person = r->field[0];
  x->first_person = x->people.n;
  MH_TRY(phrases(x, (origin){t, r, 0}, MH_PH_PERSON, x->people.n));
  return MH_PUSH(x->a, &x->people, p);
}

static mh_status given_name(lexc *x, const tsv_table *t, const tsv_row *r)
{
  mh_key key;
  if (mh_text_fold(&key, r->field[0], strlen(r->field[0])) == 0)
    return tsv_complain(&x->log, t, r, 0, "not an Arabic word: %s", r->field[0]), MH_OK;
  return MH_PUSH(x->a, &x->given, key);
}

static mh_status place(lexc *x, const tsv_table *t, const tsv_row *r)
{
  const mh_place_row p = {r->field[1], r->field[2]};
  MH_TRY(phrases(x, (origin){t, r, 0}, MH_PH_PLACE, x->places.n));
  return MH_PUSH(x->a, &x->places, p);
}

static mh_status role(lexc *x, const tsv_table *t, const tsv_row *r)
{
  static const char *const names[] = {"both",   "ministers", "document", "counterpart",
                                      "side",   "self",      "meeting",  "nobody",
                                      "person", "three",     "latter",   "paper",
                                      "report", "peers",     "four"};
  for (uint32_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(names[i], r->field[1]) == 0)
      return phrases(x, (origin){t, r, 0}, MH_PH_ROLE, i);
  return tsv_complain(&x->log, t, r, 1, "no such role: %s", r->field[1]), MH_OK;
}

static mh_status topic_name(lexc *x, const tsv_table *t, const tsv_row *r)
{
  const int i = lexc_topic(x, r->field[1]);
  const int w = atoi(r->field[2]);
  if (i < 0)
    return tsv_complain(&x->log, t, r, 1, "no such topic: %s", r->field[1]), MH_OK;
  if (w < 0 || w > 3) return tsv_complain(&x->log, t, r, 2, "weight is 0 to 3"), MH_OK;
  return phrases(x, (origin){t, r, 0}, MH_PH_TOPIC, (uint32_t)i | (uint32_t)w << 16);
}

static mh_status scope(lexc *x, const tsv_table *t, const tsv_row *r)
{
  static const char *const names[] = {"sport",    "business", "culture",  "education",
                                      "health",   "local",    "incident", "science",
                                      "religion", "essay"};
  const int w = atoi(r->field[2]);
  if (w < 1 || w > 3) return tsv_complain(&x->log, t, r, 2, "weight is 1, 2 or 3"), MH_OK;
  for (uint32_t i = 0; i < sizeof names / sizeof *names; i++)
    if (strcmp(names[i], r->field[1]) == 0)
      return phrases(x, (origin){t, r, 0}, MH_PH_SCOPE, i | (uint32_t)w << 16);
  return tsv_complain(&x->log, t, r, 1, "no such field: %s", r->field[1]), MH_OK;
}

static mh_status instrument(lexc *x, const tsv_table *t, const tsv_row *r)
{
  const int topic = *r->field[3] ? lexc_topic(x, r->field[3]) : -1;
  if (*r->field[3] && topic < 0)
    tsv_complain(&x->log, t, r, 3, "no such topic: %s", r->field[3]);
  const mh_instrument_row i = {r->field[1], r->field[2], (int16_t)topic};
  MH_TRY(phrases(x, (origin){t, r, 0}, MH_PH_INSTRUMENT, x->instruments.n));
  return MH_PUSH(x->a, &x->instruments, i);
}

static mh_status meeting(lexc *x, const tsv_table *t, const tsv_row *r)
{
  const mh_meeting_row m = {r->field[1], (uint8_t)atoi(r->field[2])};
  MH_TRY(phrases(x, (origin){t, r, 0}, MH_PH_MEETING, x->meetings.n));
  return MH_PUSH(x->a, &x->meetings, m);
}

static mh_status month(lexc *x, const tsv_table *t, const tsv_row *r)
{
  const bool hijri = strcmp(r->field[1], "hijri") == 0;
  const int n = atoi(r->field[2]);
  if (n < 1 || n > 12) return tsv_complain(&x->log, t, r, 2, "a month is 1 to 12"), MH_OK;
  return phrases(x, (origin){t, r, 0}, MH_PH_MONTH,
                 (uint32_t)n | (uint32_t)(hijri ? MH_CAL_HIJRI : MH_CAL_GREGORIAN) << 8);
}

static const char *const time_classes[MH_TC_COUNT] = {
    [MH_TC_WEEKDAY] = "weekday",
    [MH_TC_RELATIVE] = "relative",
    [MH_TC_UNIT] = "unit",
    [MH_TC_DUAL] = "dual",
    [MH_TC_PLURAL] = "plural",
    [MH_TC_LAST] = "last",
    [MH_TC_NEXT] = "next",
    [MH_TC_CURRENT] = "current",
    [MH_TC_RECENT] = "recent",
    [MH_TC_THIS] = "this",
    [MH_TC_SAME] = "same",
    [MH_TC_PART] = "part",
    [MH_TC_SEASON] = "season",
    [MH_TC_ERA] = "era",
    [MH_TC_SAME_DAY] = "same-day",
    [MH_TC_ON] = "on",
    [MH_TC_BEFORE_YEAR] = "before-year",
    [MH_TC_OF_YEAR] = "of-year",
    [MH_TC_EVENT] = "event",
    [MH_TC_NAME] = "name",
    [MH_TC_NAME_LEAD] = "name-lead",
    [MH_TC_WEAK_MONTH] = "weak-month",
    [MH_TC_GENERAL] = "general",
    [MH_TC_FUTURE_SIGN] = "future-sign",
    [MH_TC_DAY_TITLE] = "day-title",
    [MH_TC_YEAR_KIND] = "year-kind",
};

static mh_status time_word(lexc *x, const tsv_table *t, const tsv_row *r)
{
  uint8_t cls = 1;
  while (cls < MH_TC_COUNT && strcmp(time_classes[cls], r->field[1]) != 0) cls++;
  if (cls == MH_TC_COUNT)
    return tsv_complain(&x->log, t, r, 1, "no class of time words"), MH_OK;
  const mh_time_row w = {cls, atoi(r->field[2])};
  MH_TRY(phrases(x, (origin){t, r, 0}, MH_PH_TIME, x->times.n));
  return MH_PUSH(x->a, &x->times, w);
}

static mh_status number(lexc *x, const tsv_table *t, const tsv_row *r)
{
  const bool ordinal = strcmp(r->field[1], "ordinal") == 0;
  return phrases(x, (origin){t, r, 0}, MH_PH_NUMBER,
                 ((uint32_t)atoi(r->field[2]) & 0xFFFFFF) | (uint32_t)ordinal << 24);
}

static mh_status grammar(lexc *x, const tsv_table *t, const tsv_row *r)
{
  static const char *const names[] = {
      "",      "prep",    "an",    "rel",    "conj", "and",     "sub",   "neg",
      "fut",   "qad",     "pron",  "dem",    "aux",  "purpose", "other", "again",
      "det",   "source",  "such",  "result", "amid", "manner",  "hour",  "teller",
      "after", "perhaps", "while", "tongue", "level"};
  if (strchr(r->field[0], ' ') == NULL) return MH_OK; /* lexc_words has the single ones */
  for (uint32_t i = 1; i < sizeof names / sizeof *names; i++)
    if (strcmp(names[i], r->field[1]) == 0)
      return phrase(x, (origin){t, r, 0}, r->field[0], MH_PH_GRAMMAR, i);
  return MH_OK;
}

static const struct {
  const char *file, *columns;
  mh_status (*take)(lexc *, const tsv_table *, const tsv_row *);
} tables[] = {
    {"countries.tsv", "code english names adjectives capitals capital_english source",
     country},
    {"organisations.tsv", "code english names adjectives source", organisation},
    {"groups.tsv", "code english names adjectives home source", group},
    {"organs.tsv", "phrase code kind source", organ},
    {"offices.tsv", "phrase kind level source", office},
    {"people.tsv", "names code office from to source", person},
    {"given-names.tsv", "name usage source", given_name},
    {"places.tsv", "names english country source", place},
    {"roles.tsv", "phrase stands_for source", role},
    {"topic-terms.tsv", "phrase topic weight source", topic_name},
    {"scope-terms.tsv", "phrase field weight source", scope},
    {"instruments.tsv", "names id kind topic source", instrument},
    {"meeting-words.tsv", "phrase kind level source", meeting},
    {"months.tsv", "names calendar number source", month},
    {"time-words.tsv", "phrase class value source", time_word},
    {"numbers.tsv", "phrase kind value source", number},
    {"particles.tsv", "word class source", grammar},
};

mh_status lexc_phrases(lexc *x, lexc_input in)
{
  const mh_root none = {0, 0};
  MH_TRY(MH_PUSH(x->a, &x->roots, none));
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
    tsv_table t;
    const tsv_file *f = lexc_file(in, tables[i].file);
    if (f == NULL) continue;
    MH_TRY(tsv_read(&t, x->a, f, tables[i].columns, &x->log));
    for (uint32_t r = 0; r < t.n; r++) MH_TRY(tables[i].take(x, &t, &t.at[r]));
  }
  return MH_OK;
}
