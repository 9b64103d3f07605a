/* phrase - the phrases of the lexicon that stand in a text.
 *
 * All phrases are one trie over stems.  From each word the trie is walked as far as the
 * words that follow lead; of each kind the longest is kept, so that a name inside a longer
 * term of another kind is not lost.
 */
#include "inside.h"

#define FRONTIER     12 /* ways to read a phrase that are followed at once */
#define PHRASE_WORDS 14

typedef struct walk {
  uint32_t node;
  uint8_t enc; /* of the last word */
  uint8_t pro; /* of the first     */
} walk;

/* How phrases begin with a word, and how they go on with the next. */
typedef struct ways {
  walk f[FRONTIER], g[FRONTIER];
  uint32_t n, m;
} ways;

typedef struct best {
  uint32_t end[MH_PH_KINDS]; /* counted from the first word */
  walk w[MH_PH_KINDS];
} best;

/* The node that step s leads to from a node, 0 none. */
static uint32_t step(const mh_lexicon *lex, const mh_node *node, uint32_t s)
{
  uint32_t from = node->steps, to = from + node->n_steps;
  while (to - from > 8) { /* a few have a hundred, most have one or none */
    const uint32_t mid = from + (to - from) / 2;
    if (lex->steps[mid].step <= s)
      from = mid;
    else
      to = mid;
  }
  for (; from < to; from++)
    if (lex->steps[from].step == s) return lex->steps[from].to;
  return 0;
}

/* The lowest kind of a set that is not empty. */
static unsigned lowest(uint32_t kinds)
{
  return (unsigned)__builtin_ctz(kinds);
}

/* Names of towns, which no alef of the indefinite accusative follows: "we returned" is not Aden. */
#define TOWNS (1u << MH_PH_CAPITAL | 1u << MH_PH_PLACE)

/* What w means stands up to `end`: of each kind the longest is kept, of equal ones the
 * first. */
static void note(const mh_lexicon *lex, best *b, walk w, uint32_t end, uint32_t *kinds)
{
  const uint32_t not = w.enc == MH_ENC_ACC ? TOWNS : 0;
  for (uint32_t is = lex->nodes[w.node].kinds & ~not; is; is &= is - 1) {
    const unsigned k = lowest(is);
    if ((*kinds >> k & 1) && b->end[k] >= end) continue;
    *kinds |= 1u << k;
    b->end[k] = end;
    b->w[k] = w;
  }
}

static uint32_t begin(const mh_lexicon *lex, const mh_sense *s, walk f[FRONTIER])
{
  uint32_t n = 0;
  for (uint32_t r = 0; r < s->glance.n && n + 2 <= FRONTIER; r++) {
    const mh_reading *x = &s->readings[r];
    if (x->sym == 0) continue;
    if (r && x[-1].sym == x->sym && x[-1].pro == x->pro && x[-1].enc == x->enc) continue;
    const mh_root *root = &lex->roots[x->sym];
    if ((x->pro & MH_PRO_AL) && root->al) f[n++] = (walk){root->al, x->enc, x->pro};
    if (root->any) f[n++] = (walk){root->any, x->enc, x->pro};
  }
  return n;
}

/* May it stand inside of a phrase?  wa- only where the phrase has it as a word. */
static bool goes_inside(const mh_reading *x)
{
  return x->sym && !(x->pro & (MH_PRO_WA | MH_PRO_FA | MH_PRO_SA));
}

static uint32_t advance(const mh_lexicon *lex, const mh_sense *s, const walk *f,
                        uint32_t n, walk g[FRONTIER])
{
  uint32_t m = 0;
  for (uint32_t r = 0; r < s->glance.n; r++) {
    const mh_reading *x = &s->readings[r];
    if (!goes_inside(x)) continue;
    if (r && x[-1].sym == x->sym && x[-1].pro == x->pro) continue;
    for (uint32_t k = 0; k < n && m + 2 <= FRONTIER; k++) {
      const mh_node *node = &lex->nodes[f[k].node];
      uint32_t to;
      if (!(node->sieve >> (x->sym & 31) & 1)) continue;
      if ((x->pro & MH_PRO_AL) && (to = step(lex, node, x->sym << 1 | 1)))
        g[m++] = (walk){to, x->enc, f[k].pro};
      if ((to = step(lex, node, x->sym << 1))) g[m++] = (walk){to, x->enc, f[k].pro};
    }
  }
  return m;
}

typedef struct list {
  mh_match *at;
  uint32_t n, cap;
} list;

static mh_status emit(list *l, mh_arena *a, const mh_lexicon *lex, const best *b,
                      uint32_t kinds, uint32_t first)
{
  for (; kinds; kinds &= kinds - 1) {
    const uint8_t k = (uint8_t)lowest(kinds);
    const uint32_t node = b->w[k].node;
    for (uint32_t i = lex->nodes[node].meanings; i < lex->nodes[node + 1].meanings; i++) {
      if (lex->meanings[i].kind != k) continue;
      const mh_match m = {.first = first,
                          .end = first + b->end[k],
                          .value = lex->meanings[i].value,
                          .kind = k,
                          .pro = b->w[k].pro,
                          .enc = b->w[k].enc};
      MH_TRY(MH_PUSH(a, l, m));
    }
  }
  return MH_OK;
}

/* The longest phrase of each kind that begins with the first of n senses, as x has begun it;
 * the kinds as bits.  at: their tokens; NULL for one sense alone. */
static uint32_t longest(const mh_lexicon *lex, const mh_sense *const *s,
                        const mh_token *at, uint32_t n, ways *x, best *b)
{
  walk *f = x->g, *g = x->f;
  uint32_t kinds = 0, m = x->m;
  for (uint32_t k = 0; k < x->n; k++) note(lex, b, x->f[k], 1, &kinds);
  for (uint32_t j = 2; m; j++) {
    uint32_t open = 0;
    for (uint32_t k = 0; k < m; k++) {
      note(lex, b, f[k], j, &kinds);
      if (lex->nodes[f[k].node].n_steps) f[open++] = f[k];
    }
    if (j == n || j == PHRASE_WORDS || open == 0) break;
    if (at[j].flags & MH_TF_LINE) break; /* no phrase goes over a line's end */
    m = advance(lex, s[j], f, open, g);
    walk *t = f;
    f = g;
    g = t;
  }
  return kinds;
}

/* Does a phrase of two words or more begin with s[0]?  Nearly always none does, and then what
 * the word means by itself is known. */
static bool goes_on(const mh_lexicon *lex, const mh_sense *const *s, ways *x)
{
  x->n = begin(lex, s[0], x->f);
  x->m = advance(lex, s[1], x->f, x->n, x->g);
  return x->m > 0;
}

static uint64_t steps_of(const mh_lexicon *lex, const mh_node *node)
{
  uint64_t bits = 0;
  for (uint32_t i = 0; i < node->n_steps; i++)
    bits |= mh_arabic__step_bit(lex->steps[node->steps + i].step);
  return bits;
}

mh_status mh_arabic__sense_phrases(mh_sense *s, mh_arena *a, const mh_lexicon *lex)
{
  ways x;
  best b;
  list l = {0};
  for (uint32_t r = 0; r < s->glance.n; r++) {
    const mh_reading *y = &s->readings[r];
    if (!goes_inside(y)) continue;
    s->joins |= mh_arabic__step_bit(y->sym << 1);
    if (y->pro & MH_PRO_AL) s->joins |= mh_arabic__step_bit(y->sym << 1 | 1);
  }
  if (!s->glance.opens) return MH_OK;
  x.n = begin(lex, s, x.f);
  x.m = 0;
  for (uint32_t i = 0; i < x.n; i++) s->opens |= steps_of(lex, &lex->nodes[x.f[i].node]);
  const mh_sense *const one = s;
  s->glance.kinds = (uint16_t)longest(lex, &one, NULL, 1, &x, &b);
  MH_TRY(emit(&l, a, lex, &b, s->glance.kinds, 0));
  if (l.n) s->alone = l.at;
  s->glance.n_alone = (uint8_t)l.n;
  return l.n > UINT8_MAX ? MH_ENOMEM : MH_OK;
}

/* What token i means by itself, where there is room for one match. */
static mh_status emit_alone(list *l, mh_arena *a, const mh_sense *s, uint32_t i)
{
  mh_match *m = &l->at[l->n];
  *m = *s->alone;
  m->first = i;
  m->end = i + 1;
  l->n += s->glance.n_alone > 0; /* without a branch: every other word means nothing */
  for (uint32_t k = 1; k < s->glance.n_alone; k++) {
    mh_match more = s->alone[k];
    more.first = i;
    more.end = i + 1;
    MH_TRY(MH_PUSH(a, l, more));
  }
  return MH_OK;
}

#define QUOTED 5 /* words of a name in quotation marks */

/* "the movement «N.»": an actor's name whose words behind the first stand in quotation marks of
 * their own.  How many tokens it has with both marks, 0 when none begins at i; *b: the name. */
static uint32_t in_quotes(const mh_words *w, const mh_doc *doc, uint32_t i, best *b)
{
  const mh_sense *s[QUOTED + 1] = {w->senses[i]};
  mh_token t[QUOTED + 1] = {doc->tokens[i]};
  uint32_t n = 1;
  for (uint32_t k = i + 2; k < doc->n_tokens && !mh_token_quotes(&doc->tokens[k]); k++) {
    if (n > QUOTED || doc->tokens[k].kind != MH_TOKEN_WORD) return 0;
    t[n] = doc->tokens[k];
    s[n++] = w->senses[k];
  }
  ways x;
  const uint32_t end = i + n + 2;
  if (n < 2 || end > doc->n_tokens || !(s[0]->opens & s[1]->joins) ||
      !goes_on(w->lex, s, &x))
    return 0;
  const uint32_t kinds = longest(w->lex, s, t, n, &x, b);
  if (!(kinds >> MH_PH_ACTOR & 1) || b->end[MH_PH_ACTOR] != n) return 0;
  return b->end[MH_PH_ACTOR] = end - i;
}

mh_status mh_arabic__phrases(mh_words *out, mh_arena *a, const mh_doc *doc)
{
  const mh_sense *const *senses = out->senses;
  const uint32_t n = doc->n_tokens;
  list l = {.cap = n / 2 + 16};
  l.at = mh_arena_take(a, l.cap * sizeof *l.at);
  uint32_t *begin_at = mh_arena_take(a, (n + 1) * sizeof *begin_at);
  out->match_first = begin_at;
  if (l.at == NULL || begin_at == NULL) return MH_ENOMEM;
  for (uint32_t i = 0; i < n; i++) {
    const mh_sense *s = senses[i];
    ways x;
    best b;
    if (l.n == l.cap) MH_TRY(mh_list_room(a, &l.at, l.n, &l.cap, sizeof *l.at));
    begin_at[i] = l.n;
    if (!(s->opens & senses[i + 1]->joins) || (doc->tokens[i + 1].flags & MH_TF_LINE) ||
        !goes_on(out->lex, senses + i, &x)) {
      const bool set = s->opens && i + 3 < n && mh_token_quotes(&doc->tokens[i + 1]);
      if (set && !(s->glance.kinds >> MH_PH_ACTOR & 1) && in_quotes(out, doc, i, &b)) {
        MH_TRY(emit(&l, a, out->lex, &b, 1u << MH_PH_ACTOR, i));
        out->glance[i].kinds |= 1u << MH_PH_ACTOR;
        if (l.n == l.cap) MH_TRY(mh_list_room(a, &l.at, l.n, &l.cap, sizeof *l.at));
      }
      MH_TRY(emit_alone(&l, a, s, i));
      continue;
    }
    const uint32_t kinds = longest(out->lex, senses + i, doc->tokens + i, n - i, &x, &b);
    if (kinds) MH_TRY(emit(&l, a, out->lex, &b, kinds, i));
    out->glance[i].kinds = (uint16_t)kinds;
  }
  begin_at[n] = l.n;
  out->matches = l.at;
  out->n_matches = l.n;
  return MH_OK;
}
