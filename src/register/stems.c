/* stems - the words of a quotation as they are compared with those of another one.
 *
 * A light stemmer after L. Larkey, L. Ballesteros, M. Connell, "Light Stemming for Arabic
 * Information Retrieval" (2007), with two changes: suffixes come off as long as three
 * letters stay, so that a country and its adjective meet; and a single letter joined to a
 * word's head (and, in, to, like, so) comes off only when the rest is itself a word of
 * the texts compared, so that no letter is lost from words that begin with it.
 *
 * Letters are written in Buckwalter's transliteration, folded: A for every alef, h for ta
 * marbuta, y for alef maksura and hamza on ya, w for hamza on waw.  What is found here is
 * for comparing only; what is shown stays as it was written.
 */
#include <math.h>
#include <stdlib.h>

#include "inside.h"

enum { WORD_MAX = 31, WORDS_MAX = 1024, REST_MIN = 3 };

/* ---- letters ----------------------------------------------------------------------- */

/* U+0621 .. U+064A; '-' is dropped, '.' is no letter. */
static const char letters[] = "-AAwAyAbhtvjHxd*rzs$SDTZEg.....-fqklmnhwyy";

static char letter_of(uint32_t c)
{
  if (c >= 0x0621 && c <= 0x064A) return letters[c - 0x0621];
  if (c >= 0x064B && c <= 0x065F) return '-';
  switch (c) {
  case 0x0670: return '-';
  case 0x0671: return 'A';
  case 0x067E: return 'b';
  case 0x0686: return 'j';
  case 0x0698: return 'z';
  case 0x06A4: return 'f';
  case 0x06A9: return 'k';
  case 0x06AF: return 'g';
  case 0x06CC: return 'y';
  default: return '.';
  }
}

/* Letters and digits of other scripts are kept as they are, behind an underscore that
 * keeps them apart from transliterated ones. */
static bool is_other(uint32_t c)
{
  if (c < 0x80) return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
  return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x0600 && c <= 0x06FF) &&
         !(c >= 0x2000 && c <= 0x206F) && !(c >= 0x3000 && c <= 0x303F) && c != 0xFEFF;
}

static uint32_t digit_of(uint32_t c)
{
  if (c >= 0x0660 && c <= 0x0669) return '0' + (c - 0x0660);
  if (c >= 0x06F0 && c <= 0x06F9) return '0' + (c - 0x06F0);
  return c;
}

/* Put one code point; false when it is no part of a word. */
static bool put(char out[32], uint32_t *n, uint32_t c, const char *bytes, uint32_t len)
{
  const char l = letter_of(c);
  if (l == '-') return *n > 0 || c < 0x064B;
  if (l != '.') {
    if (*n < WORD_MAX) out[(*n)++] = l;
    return true;
  }
  const uint32_t d = digit_of(c);
  if (!is_other(d)) return false;
  if (*n == 0) out[(*n)++] = '_';
  if (d < 0x80 && *n < WORD_MAX) out[(*n)++] = (char)(d >= 'A' && d <= 'Z' ? d | 32 : d);
  if (d >= 0x80)
    for (uint32_t i = 0; i < len && *n < WORD_MAX; i++) out[(*n)++] = bytes[i];
  return true;
}

uint32_t mh_register__fold(char out[32], const char *bytes, size_t len)
{
  uint32_t n = 0;
  for (size_t i = 0; i < len;) {
    uint32_t step;
    const uint32_t c = mh_utf8_next(bytes + i, &step);
    put(out, &n, c, bytes + i, step);
    i += step;
  }
  out[n] = '\0';
  return n;
}

/* ---- stop words -------------------------------------------------------------------- */

/* Words of grammar, and the nouns with which any position begins: importance, need,
 * ways.  Sorted as strcmp does. */
static const char *const stops[] = {
    "*At",    "*lk",    "A*",     "A*A",   "AHd",   "Ahmyh", "Ajl",   "Al*y",  "Al*yn",
    "All*yn", "AllAty", "Alty",   "Aly",   "Alyh",  "AlyhA", "Am",    "AmA",   "An",
    "Anh",    "AnhA",   "Anhm",   "AvnA",  "Aw",    "Ay",    "AyDA",  "AzA",   "Dd",
    "Dmn",    "Drwrh",  "DrwryA", "Dw",    "Ebr",   "Ely",   "Elyh",  "ElyhA", "En",
    "End",    "EndmA",  "Enh",    "EnhA",  "HAjh",  "Hty",   "Hwl",   "HyAl",  "Hyv",
    "b$An",   "bAn",    "bAnh",   "bAnhA", "bED",   "bEDhA", "bEDhm", "bEd",   "bdwn",
    "bh",     "bhA",    "bhdf",   "bhm",   "bhmA",  "bl",    "bmA",   "bxSwS", "byn",
    "bynhmA", "bynmA",  "fDlA",   "fqT",   "fy",    "fyh",   "fyhA",  "fymA",  "gyr",
    "h*A",    "h*h",    "hm",     "hmA",   "hnA",   "hnAk",  "hw",    "hy",    "k*lk",
    "kAfh",   "kAn",    "kAnt",   "kl",    "kmA",   "kwn",   "kwnhA", "ky",    "lA",
    "lAn",    "ldy",    "lh",     "lhA",   "lhm",   "lhmA",  "lkl",   "lky",   "lm",
    "lmA",    "ln",     "lys",    "lysA",  "mA",    "mA*A",  "mE",    "mEA",   "mmA",
    "mn",     "mn*",    "mnh",    "mnhA",  "mvl",   "nHn",   "nHw",   "nfs",   "qbl",
    "qd",     "sbl",    "sbyl",   "swf",   "syAq",  "symA",  "tHt",   "tlk",   "tm",
    "vm",     "wfq",    "wfqA",   "xASh",  "xSwSA", "xlAl",  "yjb",   "ykwn",  "ytm"};

static int by_letters(const void *x, const void *y)
{
  return strcmp(x, *(const char *const *)y);
}

static bool is_stop(const char *word, uint32_t n)
{
  enum { N = sizeof stops / sizeof *stops };
  if (n < 2 || bsearch(word, stops, N, sizeof *stops, by_letters)) return true;
  return n > 3 && word[0] == 'w' && is_stop(word + 1, n - 1);
}

/* ---- stems ------------------------------------------------------------------------- */

/* Letters that come off together. */
typedef struct affix {
  const char *text;
  uint32_t len;
} affix;

#define AFFIX(text)       \
  {                       \
    text, sizeof text - 1 \
  }
static const affix articles[] = {AFFIX("wbAl"), AFFIX("wkAl"), AFFIX("wAl"),
                                 AFFIX("fAl"),  AFFIX("bAl"),  AFFIX("kAl"),
                                 AFFIX("wll"),  AFFIX("ll"),   AFFIX("Al")};
static const affix suffixes[] = {
    AFFIX("hmA"), AFFIX("thm"), AFFIX("thA"), AFFIX("hm"), AFFIX("hA"), AFFIX("nA"),
    AFFIX("kmA"), AFFIX("km"),  AFFIX("An"),  AFFIX("At"), AFFIX("wn"), AFFIX("yn"),
    AFFIX("yh"),  AFFIX("th"),  AFFIX("h"),   AFFIX("y"),  AFFIX("A")};

/* Take the article and what is joined before it off; the word's new start. */
static uint32_t article(const char *word, uint32_t n)
{
  for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
    const affix *p = &articles[i];
    if (word[0] == p->text[0] && n >= p->len + 2 && !memcmp(word, p->text, p->len))
      return p->len;
  }
  return 0;
}

/* The length of what stays when a suffix is off; n when there is none. */
static uint32_t suffix_once(const char *word, uint32_t n)
{
  for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
    const affix *s = &suffixes[i];
    if (word[n - 1] == s->text[s->len - 1] && n >= s->len + REST_MIN &&
        !memcmp(word + n - s->len, s->text, s->len))
      return n - s->len;
  }
  return n;
}

static uint32_t suffix(const char *word, uint32_t n)
{
  for (uint32_t rest; n > REST_MIN; n = rest)
    if ((rest = suffix_once(word, n)) == n) break;
  return n;
}

static uint64_t hash(const char *bytes, size_t n)
{
  uint64_t h = UINT64_C(14695981039346656037);
  for (size_t i = 0; i < n; i++)
    h = (h ^ (unsigned char)bytes[i]) * UINT64_C(1099511628211);
  return h ? h : 1;
}

/* A word on its way to its stem. */
typedef struct raw {
  mh_span span;
  uint32_t bag;
  uint8_t n;
  bool bare;     /* had no article: a single letter may be joined to its head */
  char stem[32]; /* n letters */
} raw;

typedef struct raws {
  raw *at;
  uint32_t n, cap;
} raws;

/* Stems by number: an open table of hashes. */
typedef struct table {
  uint64_t *hash;
  uint32_t *number;
  uint32_t size, n;
} table;

static mh_status table_make(table *t, mh_arena *a, uint32_t room)
{
  t->n = 0;
  for (t->size = 64; t->size < room * 2u; t->size *= 2) {
  }
  t->hash = mh_arena_zero(a, t->size * sizeof *t->hash);
  t->number = mh_arena_take(a, t->size * sizeof *t->number);
  return t->hash && t->number ? MH_OK : MH_ENOMEM;
}

static uint32_t slot(const table *t, uint64_t h)
{
  uint32_t i = (uint32_t)(h ^ (h >> 32)) & (t->size - 1);
  while (t->hash[i] && t->hash[i] != h) i = (i + 1) & (t->size - 1);
  return i;
}

static uint32_t number_of(table *t, uint64_t h)
{
  const uint32_t i = slot(t, h);
  if (!t->hash[i]) {
    t->hash[i] = h;
    t->number[i] = t->n++;
  }
  return t->number[i];
}

static bool known(const table *t, const char *stem, uint32_t n)
{
  return t->hash[slot(t, hash(stem, n))] != 0;
}

/* Words of one quotation. */
static mh_status cut(raws *out, mh_arena *a, const char *text, uint32_t bag)
{
  const size_t len = strlen(text);
  uint32_t words = 0;
  for (size_t i = 0; i < len && words < WORDS_MAX; words++) {
    char folded[32];
    uint32_t n = 0, step;
    for (; i < len; i += step) { /* to the word's start */
      const uint32_t c = mh_utf8_next(text + i, &step);
      if (put(folded, &n, c, text + i, step)) break;
    }
    const size_t start = i;
    for (n = 0; i < len; i += step) {
      const uint32_t c = mh_utf8_next(text + i, &step);
      if (!put(folded, &n, c, text + i, step)) break;
    }
    folded[n] = '\0';
    if (is_stop(folded, n)) continue;
    raw r = {.span = {(uint32_t)start, (uint32_t)(i - start)}, .bag = bag};
    const uint32_t cut_off = folded[0] == '_' ? 0 : article(folded, n);
    r.bare = cut_off == 0 && folded[0] != '_';
    n -= cut_off;
    memcpy(r.stem, folded + cut_off, n);
    r.n = (uint8_t)(folded[0] == '_' ? n : suffix(r.stem, n));
    MH_TRY(MH_PUSH(a, out, r));
  }
  return MH_OK;
}

/* A joined letter comes off when the rest is a word of these texts. */
static uint32_t joined(const table *words, const raw *r)
{
  uint32_t off = 0;
  if (!r->bare) return 0;
  for (int k = 0; k < 2 && r->n >= off + 1 + REST_MIN && strchr("wfblk", r->stem[off]);
       k++)
    if (known(words, r->stem + off + 1, r->n - off - 1))
      off++;
    else
      break;
  return off;
}

static int by_number(const void *x, const void *y)
{
  const uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
  return (a > b) - (a < b);
}

/* Sort stems and drop what stands twice; the key is a digest of the rest. */
static void settle(mh_register__bag *b, uint32_t *stems, uint32_t n)
{
  qsort(stems, n, sizeof *stems, by_number);
  uint32_t kept = 0;
  for (uint32_t i = 0; i < n; i++)
    if (i == 0 || stems[i] != stems[i - 1]) stems[kept++] = stems[i];
  b->stems = stems;
  b->n_stems = kept;
  b->key = hash((const char *)stems, kept * sizeof *stems);
}

/* Instruments count as words: two positions that cite the same resolution are near. */
static mh_status fill(mh_register__bag *b, mh_arena *a, table *t, const mh_evidence *e,
                      const raw *r, uint32_t n)
{
  mh_register__word *words = mh_arena_take(a, n * sizeof *words);
  uint32_t *stems = mh_arena_take(a, (n + (size_t)e->n_refs) * sizeof *stems);
  if (!words || !stems) return MH_ENOMEM;
  for (uint32_t i = 0; i < n; i++) {
    stems[i] = number_of(t, hash(r[i].stem, r[i].n));
    words[i] = (mh_register__word){r[i].span, stems[i]};
  }
  for (uint32_t i = 0; i < e->n_refs; i++)
    stems[n + i] = number_of(t, hash(e->refs[i], strlen(e->refs[i])));
  b->words = words;
  b->n_words = n;
  settle(b, stems, n + e->n_refs);
  return MH_OK;
}

/* ---- weights ----------------------------------------------------------------------- */

static int by_key(const void *x, const void *y)
{
  const mh_register__bag *a = *(const mh_register__bag *const *)x;
  const mh_register__bag *b = *(const mh_register__bag *const *)y;
  return (a->key > b->key) - (a->key < b->key);
}

/* The weight of a stem is the logarithm of how rare it is among quotations that differ:
 * that ten outlets print one sentence makes its words no more common. */
static mh_status weigh(mh_register__bags *bags, mh_arena *a)
{
  mh_register__bag **sorted = mh_arena_take(a, bags->n * sizeof *sorted);
  bags->weight = mh_arena_zero(a, (bags->n_stems + (size_t)1) * sizeof *bags->weight);
  if (!sorted || !bags->weight) return MH_ENOMEM;
  for (uint32_t i = 0; i < bags->n; i++) sorted[i] = &bags->at[i];
  qsort(sorted, bags->n, sizeof *sorted, by_key);
  uint32_t distinct = 0;
  for (uint32_t i = 0; i < bags->n; i++) {
    if (i && sorted[i]->key == sorted[i - 1]->key) continue;
    distinct++;
    for (uint32_t k = 0; k < sorted[i]->n_stems; k++) bags->weight[sorted[i]->stems[k]]++;
  }
  for (uint32_t s = 0; s < bags->n_stems; s++)
    bags->weight[s] = bags->weight[s] > 0 ? log1p(distinct / bags->weight[s]) : 0;
  return MH_OK;
}

/* ---- names of those who speak ------------------------------------------------------ */

/* That Kuwait is named in a statement of Kuwait tells it from no other one: words of one in
 * ten names and more weigh a quarter.  Rarer ones (a ministry's field) keep their weight. */
static mh_status lighten(mh_register__bags *bags, mh_arena *a, const table *t,
                         const mh_names *names)
{
  raws r = {0};
  uint32_t *count = mh_arena_zero(a, (bags->n_stems + (size_t)1) * sizeof *count);
  if (!count) return MH_ENOMEM;
  for (uint32_t i = 0; i < names->n; i++) MH_TRY(cut(&r, a, names->at[i], 0));
  for (uint32_t i = 0; i < r.n; i++) {
    const uint32_t k = slot(t, hash(r.at[i].stem, r.at[i].n));
    if (t->hash[k]) count[t->number[k]]++;
  }
  for (uint32_t s = 0; s < bags->n_stems; s++)
    if (count[s] && count[s] >= names->n / 10) bags->weight[s] /= 4;
  return MH_OK;
}

static void add_up(mh_register__bags *bags)
{
  for (uint32_t i = 0; i < bags->n; i++)
    for (uint32_t k = 0; k < bags->at[i].n_stems; k++)
      bags->at[i].weight += bags->weight[bags->at[i].stems[k]];
}

double mh_register__alike(double shared, double x, double y)
{
  return x > 0 && y > 0 ? shared / sqrt(x * y) : 0;
}

mh_status mh_register__bags_make(mh_register__bags *out, mh_arena *a,
                                 const mh_evidence *const *e, uint32_t n,
                                 const mh_names *names)
{
  raws r = {0};
  *out = (mh_register__bags){.n = n};
  out->at = mh_arena_zero(a, n * sizeof *out->at);
  if (!out->at) return MH_ENOMEM;
  uint32_t refs = 0;
  for (uint32_t i = 0; i < n; i++) {
    MH_TRY(cut(&r, a, e[i]->quote, i));
    refs += e[i]->n_refs;
  }
  table words, stems;
  MH_TRY(table_make(&words, a, r.n));
  MH_TRY(table_make(&stems, a, r.n + refs));
  for (uint32_t i = 0; i < r.n; i++) number_of(&words, hash(r.at[i].stem, r.at[i].n));
  for (uint32_t i = 0; i < r.n; i++) {
    const uint32_t off = joined(&words, &r.at[i]);
    r.at[i].n = (uint8_t)(r.at[i].n - off);
    memmove(r.at[i].stem, r.at[i].stem + off, r.at[i].n);
  }
  for (uint32_t i = 0, k = 0; i < n; i++) {
    const uint32_t first = k;
    while (k < r.n && r.at[k].bag == i) k++;
    MH_TRY(fill(&out->at[i], a, &stems, e[i], r.at + first, k - first));
  }
  out->n_stems = stems.n;
  MH_TRY(weigh(out, a));
  MH_TRY(lighten(out, a, &stems, names));
  add_up(out);
  return MH_OK;
}
