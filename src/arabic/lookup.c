/* lookup - the readings of each token: clitics come off where the rest is a word.
 *
 * Proclitics stand in the order  wa/fa - sa (verbs) or bi/li/ka (nouns) - al;  li + al is
 * written lil- and swallows the alef (and the lam of a noun that begins with one).  Enclitics
 * are the joined pronouns and the alef of the indefinite accusative.  Ta marbuta opens to ta
 * before a pronoun, alef maksura to alef.  (Ryding 2005, chapters 2, 9 and 12.)
 */
#include "inside.h"

typedef struct start {
  uint8_t drop, pro;
} start;

typedef struct finder {
  const mh_lexicon *lex;
  mh_reading *at; /* room for MH_READINGS_MAX */
  uint32_t n;
  mh_glance glance;
} finder;

/* A piece of a word that is to be looked up, and what it stood between. */
typedef struct piece {
  mh_key key;
  uint64_t hash;
  uint8_t pro, enc;
} piece;

/* All pieces of one word: ten starts with six ends each at most. */
#define PIECES_MAX 64

typedef struct pieces {
  piece at[PIECES_MAX];
  uint32_t n;
} pieces;

static const mh_stem *find_long(const mh_lexicon *lex, const piece *p)
{
  for (uint32_t i = (uint32_t)p->hash & lex->long_mask;; i = (i + 1) & lex->long_mask) {
    const mh_long_entry *e = &lex->longs[i];
    if (e->key.lo == p->key.lo && e->key.hi == p->key.hi) return &e->stem;
    if (e->key.hi == 0) return NULL;
  }
}

static const mh_stem *find(const mh_lexicon *lex, const piece *p)
{
  if (p->key.hi) return find_long(lex, p);
  for (uint32_t i = (uint32_t)p->hash & lex->entry_mask;; i = (i + 1) & lex->entry_mask) {
    const mh_entry *e = &lex->entries[i];
    if (e->lo == p->key.lo) return &e->stem;
    if (e->lo == 0) return NULL;
  }
}

/* May a form of these features carry these clitics? */
static bool fits(uint32_t f, unsigned pro, unsigned enc)
{
  const unsigned pos = MH_F_POS_OF(f);
  if ((f & MH_F_ENCLITIC) && (enc == MH_ENC_NONE || enc == MH_ENC_ACC)) return false;
  if (pos == MH_POS_VERB) {
    if (pro & (MH_PRO_AL | MH_PRO_BI | MH_PRO_KA)) return false;
    if ((pro & (MH_PRO_SA | MH_PRO_LI)) && (f & MH_F_TENSE) != MH_F_IMPERFECT)
      return false;
    return enc != MH_ENC_ACC;
  }
  if (pro & MH_PRO_SA) return false;
  if (pos == MH_POS_PARTICLE) return !(pro & MH_PRO_AL) && enc != MH_ENC_ACC;
  if (enc == MH_ENC_ACC) return (f & MH_F_NUMBER) != MH_F_DU;
  if ((pro & MH_PRO_AL) && (f & MH_F_CONSTRUCT)) return false;
  /* al-ghaz is gas: "the conqueror" has its last letter again */
  if ((pro & MH_PRO_AL) && (f & MH_F_SHORT)) return false;
  return true;
}

/* Has the word a frame that tells of a meeting, or that may with its object? */
static bool meets(const mh_lexicon *lex, const mh_word *word)
{
  const mh_frame *f = mh_lex_frames(lex, word);
  for (uint16_t k = 0; k < word->n_frames; k++)
    if (f[k].event || f[k].kind == MH_FRAME_MEET) return true;
  return false;
}

static void push(finder *w, mh_form f, const mh_stem *s, unsigned pro, unsigned enc)
{
  if (w->n == MH_READINGS_MAX) return;
  const uint8_t pos = (uint8_t)(1u << MH_F_POS_OF(f.feats));
  w->at[w->n++] = (mh_reading){.word = f.word,
                               .feats = f.feats,
                               .sym = s->sym,
                               .pro = (uint8_t)pro,
                               .enc = (uint8_t)enc};
  if (f.word) w->glance.pos |= pos;
  if (f.acts) w->glance.acts |= pos;
  if (f.acts && pos == 1 << MH_POS_VERB && meets(w->lex, &w->lex->words[f.word]))
    w->glance.meets = true;
  if (s->opens) w->glance.opens = true;
  if (MH_F_POS_OF(f.feats) == MH_POS_VERB && (pro & MH_PRO_SA)) w->glance.ahead = true;
  if (MH_F_POS_OF(f.feats) == MH_POS_PARTICLE && w->glance.cls == MH_W_NONE)
    w->glance.cls = w->lex->words[f.word].cls;
}

static void take(finder *w, const mh_stem *s, unsigned pro, unsigned enc)
{
  const mh_form *f = s->n == 1 ? &s->form.only : w->lex->forms + s->form.first;
  bool any = false;
  for (uint32_t i = 0; i < s->n; i++) {
    if (!fits(f[i].feats, pro, enc)) continue;
    push(w, f[i], s, pro, enc);
    any = true;
  }
  if (!any && s->sym && !(pro & MH_PRO_SA)) push(w, (mh_form){0}, s, pro, enc);
}

static inline const uint64_t *filter_of(const mh_lexicon *lex, uint64_t hash)
{
  return &lex->filter[(uint32_t)(hash >> 46) & lex->filter_mask];
}

static void add(pieces *p, const mh_lexicon *lex, mh_key k, unsigned pro, unsigned enc)
{
  const uint64_t h = mh_arabic__hash(k);
  __builtin_prefetch(filter_of(lex, h));
  p->at[p->n++] = (piece){.key = k, .hash = h, .pro = (uint8_t)pro, .enc = (uint8_t)enc};
}

/* Keep the pieces worth looking up: what the filter turns away is none. */
static void sift(pieces *p, const mh_lexicon *lex)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < p->n; i++) { /* without a branch, which nobody could foresee */
    const piece x = p->at[i];
    p->at[n] = x;
    n += !(mh_arabic__bits(x.hash) & ~*filter_of(lex, x.hash));
  }
  p->n = n;
  for (uint32_t i = 0; i < n; i++)
    __builtin_prefetch(&lex->entries[(uint32_t)p->at[i].hash & lex->entry_mask]);
}

/* The enclitic at the end of a word of n letters: its kind, its letters in *len. */
static int enclitic(mh_key k, int n, int *len)
{
  const int z = mh_key_letter(k, n - 1), y = n > 1 ? mh_key_letter(k, n - 2) : 0;
  *len = 1;
  switch (z) {
  case MH_L_HA: return MH_ENC_HU;
  case MH_L_YA: return MH_ENC_YA;
  case MH_L_KAF: return MH_ENC_KA;
  case MH_L_ALEF:
    *len = 2;
    if (y == MH_L_HA) return MH_ENC_HA;
    if (y == MH_L_NUN) return MH_ENC_NA;
    if (y == MH_L_MIM && n > 4 && mh_key_letter(k, n - 3) == MH_L_HA) {
      *len = 3;
      return MH_ENC_HUMA;
    }
    *len = 1;
    return MH_ENC_ACC;
  case MH_L_MIM:
    *len = 2;
    if (y == MH_L_HA) return MH_ENC_HUM;
    return y == MH_L_KAF ? MH_ENC_KUM : MH_ENC_NONE;
  case MH_L_NUN: *len = 2; return y == MH_L_HA ? MH_ENC_HUNNA : MH_ENC_NONE;
  default: return MH_ENC_NONE;
  }
}

static mh_key with_last(mh_key k, int n, uint64_t letter)
{
  k = mh_key_keep(k, n - 1);
  if (n - 1 < 12)
    k.lo |= letter << (5 * (n - 1));
  else
    k.hi |= letter << (5 * (n - 13));
  return k;
}

/* Look up the n letters of k with the ends they may carry. */
static void ends(pieces *p, const mh_lexicon *lex, mh_key k, int n, unsigned pro,
                 bool marbuta)
{
  int len;
  add(p, lex, k, pro, MH_ENC_NONE);
  if ((pro & MH_PRO_AL) || n < 3) return;
  const int enc = marbuta ? MH_ENC_NONE : enclitic(k, n, &len);
  if (enc == MH_ENC_NONE) return;
  const int rest = n - len;
  if (rest < 2) return;
  const mh_key stem = mh_key_keep(k, rest);
  add(p, lex, stem, pro, (unsigned)enc);
  if (len == 2 && enc == MH_ENC_NA) /* also the accusative of a word in nun */
    add(p, lex, mh_key_keep(k, n - 1), pro, MH_ENC_ACC);
  if (enc == MH_ENC_HA && rest >= 2) /* ... or of a word in ha */
    add(p, lex, mh_key_keep(k, n - 1), pro, MH_ENC_ACC);
  if (enc == MH_ENC_ACC) return;
  const int z = mh_key_letter(stem, rest - 1);
  if (z == MH_L_TA && rest > 2)
    add(p, lex, with_last(stem, rest, MH_L_HA), pro, (unsigned)enc);
  if (z == MH_L_ALEF && rest > 2)
    add(p, lex, with_last(stem, rest, MH_L_YA), pro, (unsigned)enc);
}

/* Every way to take proclitics off; the whole word first. */
static int starts(start out[10], mh_key k, int n)
{
  int m = 0;
  int at = 0;
  unsigned pro = 0;
  const int z = mh_key_letter(k, 0);
  out[m++] = (start){0, 0};
  for (int round = 0; round < 2; round++) {
    const int c = mh_key_letter(k, at), d = mh_key_letter(k, at + 1);
    const int left = n - at;
    if (c == MH_L_ALEF && d == MH_L_LAM && left > 3)
      out[m++] = (start){(uint8_t)(at + 2), (uint8_t)(pro | MH_PRO_AL)};
    if (c == MH_L_LAM && d == MH_L_LAM && left > 3) {
      out[m++] = (start){(uint8_t)(at + 2), (uint8_t)(pro | MH_PRO_LI | MH_PRO_AL)};
      out[m++] = (start){(uint8_t)(at + 1), (uint8_t)(pro | MH_PRO_LI | MH_PRO_AL)};
    } else if ((c == MH_L_BA || c == MH_L_KAF || c == MH_L_LAM) && left > 2) {
      const unsigned p = c == MH_L_BA ? MH_PRO_BI : c == MH_L_KAF ? MH_PRO_KA : MH_PRO_LI;
      out[m++] = (start){(uint8_t)(at + 1), (uint8_t)(pro | p)};
      if (d == MH_L_ALEF && mh_key_letter(k, at + 2) == MH_L_LAM && left > 4)
        out[m++] = (start){(uint8_t)(at + 3), (uint8_t)(pro | p | MH_PRO_AL)};
    }
    if (c == MH_L_SIN && left > 3)
      out[m++] = (start){(uint8_t)(at + 1), (uint8_t)(pro | MH_PRO_SA)};
    if (round || (z != MH_L_WAW && z != MH_L_FA) || n < 3) break;
    at = 1;
    pro = z == MH_L_WAW ? MH_PRO_WA : MH_PRO_FA;
    out[m++] = (start){1, (uint8_t)pro};
  }
  return m;
}

/* All pieces first, then all entries: what is fetched from memory does not wait for what
 * was fetched before. */
static void token(finder *w, const mh_token *t)
{
  start s[10];
  pieces p;
  p.n = 0;
  const int m = t->kind == MH_TOKEN_WORD ? starts(s, t->key, t->n) : 0;
  if (m == 0) add(&p, w->lex, t->key, 0, MH_ENC_NONE);
  for (int i = 0; i < m; i++)
    ends(&p, w->lex, mh_key_drop(t->key, s[i].drop), t->n - s[i].drop, s[i].pro,
         t->flags & MH_TF_MARBUTA);
  sift(&p, w->lex);
  for (uint32_t i = 0; i < p.n; i++) {
    const mh_stem *found = find(w->lex, &p.at[i]);
    if (found) take(w, found, p.at[i].pro, p.at[i].enc);
  }
}

/* A short shape of a verb ("lam yuqrir") stands behind a particle only: what the same letters
 * are of another verb at large goes before it. */
static void short_last(finder *w)
{
  for (uint32_t i = 0; i < w->n; i++) {
    if (MH_F_POS_OF(w->at[i].feats) != MH_POS_VERB || !(w->at[i].feats & MH_F_SHORT))
      continue;
    for (uint32_t k = i + 1; k < w->n; k++) {
      const mh_reading y = w->at[k];
      if (MH_F_POS_OF(y.feats) != MH_POS_VERB || y.feats & MH_F_SHORT ||
          y.pro != w->at[i].pro || y.enc != w->at[i].enc)
        continue;
      w->at[k] = w->at[i];
      w->at[i] = y;
      break;
    }
  }
}

/* ---- a word's sense --------------------------------------------------------------- */

static const mh_match no_match;
static const mh_sense nothing = {.alone = &no_match},
                      number = {.alone = &no_match, .glance = {.number = true}};

/* Are all readings verbs of what one says of himself now, one of them with frames? */
static bool is_me(const finder *w)
{
  const uint32_t me = MH_F_1 | MH_F_SG | MH_F_IMPERFECT;
  if (w->glance.pos != 1u << MH_POS_VERB || !w->glance.acts) return false;
  for (uint32_t i = 0; i < w->n; i++)
    if (w->at[i].word &&
        (w->at[i].feats & (MH_F_PERSON | MH_F_NUMBER | MH_F_TENSE)) != me)
      return false;
  return true;
}

/* The sense of t, all of it in `a`. */
static mh_status find_sense(mh_sense *s, mh_arena *a, const mh_lexicon *lex,
                            const mh_token *t)
{
  mh_reading at[MH_READINGS_MAX];
  finder w = {.lex = lex, .at = at};
  token(&w, t);
  short_last(&w);
  *s = (mh_sense){.glance = w.glance, .alone = &no_match};
  s->glance.n = (uint8_t)w.n;
  s->glance.number = t->kind == MH_TOKEN_NUMBER;
  s->glance.me = is_me(&w);
  if (w.n == 0) return MH_OK;
  mh_reading *kept = w.n <= MH_READINGS_FEW ? s->few
                                            : mh_arena_take(a, w.n * sizeof *kept);
  if (kept == NULL) return MH_ENOMEM;
  memcpy(kept, at, w.n * sizeof *kept);
  s->readings = kept;
  return mh_arabic__sense_phrases(s, a, lex);
}

enum { UNKNOWN = UINT8_MAX /* n of a sense that is not found yet */ };

struct mh_memo {
  mh_arena *a;
  mh_vocabulary *v;
  const mh_lexicon *lex; /* that the senses are of                */
  mh_sense *sense;       /* [MH_VOCABULARY_MOST + 1] by number; 0: of what has none */
  uint32_t n;            /* those behind have not been touched                      */
};

mh_memo *mh_arabic_memo(mh_arena *a)
{
  mh_memo *m = mh_arena_zero(a, sizeof *m);
  if (m == NULL) return NULL;
  m->a = a;
  m->v = mh_text_vocabulary(a);
  m->sense = mh_arena_lines(a, (MH_VOCABULARY_MOST + 1) * sizeof *m->sense);
  if (m->v == NULL || m->sense == NULL) return NULL;
  m->sense[0] = nothing;
  return m;
}

mh_vocabulary *mh_memo_vocabulary(mh_memo *memo)
{
  return memo->v;
}

bool mh_memo_full(const mh_memo *memo)
{
  return mh_vocabulary_full(memo->v);
}

/* The sense of a word that has a number; NULL without memory. */
static const mh_sense *recall(mh_memo *m, const mh_token *t)
{
  mh_sense *s = &m->sense[t->value];
  while (m->n < t->value) m->sense[++m->n].glance.n = UNKNOWN;
  if (s->glance.n == UNKNOWN && find_sense(s, m->a, m->lex, t) != MH_OK) {
    s->glance.n = UNKNOWN;
    return NULL;
  }
  return s;
}

/* ---- a text ------------------------------------------------------------------------ */

/* Numbers stand in few phrases. */
static bool is_mere_number(const mh_lexicon *lex, const mh_token *t)
{
  const uint64_t h = mh_arabic__hash(t->key);
  return t->kind == MH_TOKEN_NUMBER &&
         ((t->key.lo | t->key.hi) == 0 || (mh_arabic__bits(h) & ~*filter_of(lex, h)));
}

static const mh_sense *sense_of(mh_memo *memo, mh_arena *a, const mh_lexicon *lex,
                                const mh_token *t)
{
  if (is_mere_number(lex, t)) return &number;
  if ((t->key.lo | t->key.hi) == 0) return &nothing;
  if (memo && t->kind == MH_TOKEN_WORD && t->value) {
    const mh_sense *known = recall(memo, t);
    if (known) return known;
  }
  mh_sense *s = mh_arena_take(a, sizeof *s);
  return s && find_sense(s, a, lex, t) == MH_OK ? s : NULL;
}

static inline uint32_t number_of(const mh_token *t)
{
  return t->value & -(uint32_t)(t->kind == MH_TOKEN_WORD); /* without a branch */
}

/* The sense of nearly every token: of a word met before, or of a mark that means nothing; NULL
 * where it must be found. */
static inline const mh_sense *known_sense(const mh_memo *m, const mh_token *t)
{
  const uint32_t i = number_of(t);
  const bool other = (i == 0) & ((t->kind != MH_TOKEN_MARK) | (t->key.lo != 0));
  if ((i > m->n) | other) return NULL;
  return m->sense[i].glance.n == UNKNOWN ? NULL : &m->sense[i];
}

/* Ask memory for the sense of a token to come. */
enum { AHEAD = 48 };
static inline void fetch(const mh_memo *m, const mh_token *t)
{
  __builtin_prefetch(&m->sense[number_of(t)]);
}

/* Senses are of one lexicon. */
static void turn_to(mh_memo *memo, const mh_lexicon *lex)
{
  if (memo->lex != lex) memo->n = 0;
  memo->lex = lex;
}

/* The sense of each token, and its glance. */
static mh_status senses(const mh_sense **to, mh_glance *glance, mh_arena *a,
                        const mh_doc *doc, const mh_lexicon *lex, mh_memo *memo)
{
  const uint32_t n = doc->n_tokens;
  const mh_token *t = doc->tokens;
  for (uint32_t i = 0; i < n; i++, t++) {
    if (memo && i + AHEAD < n) fetch(memo, t + AHEAD);
    const mh_sense *s = memo ? known_sense(memo, t) : NULL;
    if (s == NULL) s = sense_of(memo, a, lex, t);
    if (s == NULL) return MH_ENOMEM;
    to[i] = s;
    glance[i] = s->glance;
    __builtin_prefetch(s->alone); /* phrase.c will ask for it */
  }
  return MH_OK;
}

mh_status mh_arabic_read_with(mh_words *out, mh_arena *a, const mh_doc *doc,
                              const mh_lexicon *lex, mh_memo *memo)
{
  const uint32_t n = doc->n_tokens;
  *out = (mh_words){.lex = lex};
  if (memo) turn_to(memo, lex);
  out->glance = mh_arena_take(a, (n + 1) * sizeof *out->glance);
  out->senses = mh_arena_take(a, (n + 1) * sizeof *out->senses);
  if (out->glance == NULL || out->senses == NULL) return MH_ENOMEM;
  MH_TRY(senses(out->senses, out->glance, a, doc, lex, memo));
  out->senses[n] = &nothing;
  out->glance[n] = nothing.glance;
  return mh_arabic__phrases(out, a, doc);
}

mh_status mh_arabic_read(mh_words *out, mh_arena *a, const mh_doc *doc,
                         const mh_lexicon *lex)
{
  return mh_arabic_read_with(out, a, doc, lex, NULL);
}
