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
} finder;

static const mh_entry *find(const mh_lexicon *lex, mh_key k)
{
  const uint64_t h = mh_arabic__hash(k);
  const uint32_t f = (uint32_t)(h >> 40) & lex->filter_mask;
  if (!(lex->filter[f >> 6] >> (f & 63) & 1)) return NULL;
  for (uint32_t i = (uint32_t)h & lex->entry_mask;; i = (i + 1) & lex->entry_mask) {
    const mh_entry *e = &lex->entries[i];
    if (e->key.lo == k.lo && e->key.hi == k.hi) return e;
    if ((e->key.lo | e->key.hi) == 0) return NULL;
  }
}

/* May a form of these features carry these clitics? */
static bool fits(uint32_t f, unsigned pro, unsigned enc)
{
  const unsigned pos = MH_F_POS_OF(f);
  if ((f & MH_F_ENCLITIC) && (enc == MH_ENC_NONE || enc == MH_ENC_ACC)) return false;
  if (pos == MH_POS_VERB) {
    if (pro & (MH_PRO_AL | MH_PRO_BI | MH_PRO_KA)) return false;
    if ((pro & (MH_PRO_SA | MH_PRO_LI)) && (f & MH_F_TENSE) != MH_F_IMPERFECT) return false;
    return enc != MH_ENC_ACC;
  }
  if (pro & MH_PRO_SA) return false;
  if (pos == MH_POS_PARTICLE) return !(pro & MH_PRO_AL) && enc != MH_ENC_ACC;
  if (enc == MH_ENC_ACC) return (f & MH_F_NUMBER) != MH_F_DU;
  if ((pro & MH_PRO_AL) && (f & MH_F_CONSTRUCT)) return false;
  return true;
}

static void push(finder *w, uint32_t word, uint32_t feats, uint32_t sym, unsigned pro,
                 unsigned enc)
{
  if (w->n == MH_READINGS_MAX) return;
  w->at[w->n++] = (mh_reading){.word = word, .feats = feats, .sym = sym,
                               .pro = (uint8_t)pro, .enc = (uint8_t)enc};
}

static void take(finder *w, const mh_entry *e, unsigned pro, unsigned enc)
{
  const uint32_t n = e->forms & 255, first = e->forms >> 8;
  bool any = false;
  for (uint32_t i = 0; i < n; i++) {
    const mh_form *f = &w->lex->forms[first + i];
    if (!fits(f->feats, pro, enc)) continue;
    push(w, f->word, f->feats, e->sym, pro, enc);
    any = true;
  }
  if (!any && e->sym && !(pro & MH_PRO_SA)) push(w, 0, 0, e->sym, pro, enc);
}

static void probe(finder *w, mh_key k, unsigned pro, unsigned enc)
{
  const mh_entry *e = find(w->lex, k);
  if (e) take(w, e, pro, enc);
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
  case MH_L_NUN:
    *len = 2;
    return y == MH_L_HA ? MH_ENC_HUNNA : MH_ENC_NONE;
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
static void ends(finder *w, mh_key k, int n, unsigned pro, bool marbuta)
{
  int len;
  probe(w, k, pro, MH_ENC_NONE);
  if ((pro & MH_PRO_AL) || n < 3) return;
  const int enc = marbuta ? MH_ENC_NONE : enclitic(k, n, &len);
  if (enc == MH_ENC_NONE) return;
  const int rest = n - len;
  if (rest < 2) return;
  const mh_key stem = mh_key_keep(k, rest);
  probe(w, stem, pro, (unsigned)enc);
  if (len == 2 && enc == MH_ENC_NA) /* also the accusative of a word in nun */
    probe(w, mh_key_keep(k, n - 1), pro, MH_ENC_ACC);
  if (enc == MH_ENC_HA && rest >= 2) /* ... or of a word in ha */
    probe(w, mh_key_keep(k, n - 1), pro, MH_ENC_ACC);
  if (enc == MH_ENC_ACC) return;
  const int z = mh_key_letter(stem, rest - 1);
  if (z == MH_L_TA && rest > 2)
    probe(w, with_last(stem, rest, MH_L_HA), pro, (unsigned)enc);
  if (z == MH_L_ALEF && rest > 2)
    probe(w, with_last(stem, rest, MH_L_YA), pro, (unsigned)enc);
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

static void token(finder *w, const mh_token *t)
{
  start s[10];
  const int m = starts(s, t->key, t->n);
  for (int i = 0; i < m; i++)
    ends(w, mh_key_drop(t->key, s[i].drop), t->n - s[i].drop, s[i].pro,
         t->flags & MH_TF_MARBUTA);
}

mh_status mh_arabic_read(mh_words *out, mh_arena *a, const mh_doc *doc,
                         const mh_lexicon *lex)
{
  const uint32_t n = doc->n_tokens;
  struct { mh_reading *at; uint32_t n, cap; } l = {0};
  *out = (mh_words){.lex = lex};
  out->first = mh_arena_take(a, (n + 1) * sizeof *out->first);
  l.cap = n * 2 + MH_READINGS_MAX;
  l.at = mh_arena_take(a, l.cap * sizeof *l.at);
  if (out->first == NULL || l.at == NULL) return MH_ENOMEM;
  for (uint32_t i = 0; i < n; i++) {
    const mh_token *t = &doc->tokens[i];
    out->first[i] = l.n;
    if ((t->key.lo | t->key.hi) == 0) continue;
    while (l.cap - l.n < MH_READINGS_MAX)
      MH_TRY(mh_list_room(a, &l.at, l.cap, &l.cap, sizeof *l.at));
    finder w = {.lex = lex, .at = l.at + l.n};
    if (t->kind == MH_TOKEN_WORD)
      token(&w, t);
    else
      probe(&w, t->key, 0, MH_ENC_NONE);
    l.n += w.n;
  }
  out->first[n] = l.n;
  out->readings = l.at;
  return mh_arabic__phrases(out, a, doc);
}
