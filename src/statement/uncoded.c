/* uncoded - the sentences that hold an act word and an actor and gave nothing, with the two
 * that stand nearest to each other: what a person should look at to know what was missed.
 *
 * Made when somebody asks, after the report is read.  Nothing is found here that the way
 * through the report (statement.c) did not find: no act is settled, no content cut.
 */
#include "inside.h"

#define NOUNS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)

/* An act word and an actor of a sentence; the nearer, the likelier they belong together. */
typedef struct pair {
  uint32_t word;
  int32_t actor; /* -1: no pair */
  uint32_t apart;
  mh_word_form form;
} pair;

/* Can these frames alone tell an act?  "Was done", "held" and nouns of common use need
 * another word for it. */
static bool tells(const reader *r, const mh_reading *y, bool noun)
{
  if (y->word == 0) return false;
  const mh_word *w = mh_lex_word(r->lex, y->word);
  const mh_frame *f = mh_lex_frames(r->lex, w);
  for (uint16_t i = 0; i < w->n_frames; i++)
    if (f[i].kind != MH_FRAME_PASSIVE && !(noun && f[i].kind == MH_FRAME_WEAK) &&
        !(noun && f[i].kind == MH_FRAME_MEET))
      return true;
  return false;
}

/* What token i is as an act word; MH_WORD_NONE when it is none.  What may be a verb or a noun
 * is told as a noun: the weaker claim. */
static mh_word_form form_of(const reader *r, uint32_t i)
{
  const mh_glance *g = &r->w->glance[i];
  mh_word_form best = MH_WORD_NONE;
  if (!g->acts || r->cls[i] != MH_W_NONE || r->m->actor_of[i] >= 0) return MH_WORD_NONE;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    const unsigned pos = MH_F_POS_OF(y->feats);
    const bool noun = NOUNS >> pos & 1;
    mh_word_form form = MH_WORD_NONE;
    if (pos == MH_POS_VERB && (y->feats & MH_F_PERSON) == MH_F_3)
      form = (g->pos & NOUNS) ? MH_WORD_NOUN : MH_WORD_VERB;
    if (pos == MH_POS_ACTIVE && !(y->pro & MH_PRO_AL)) form = MH_WORD_PARTICIPLE;
    if (noun) form = MH_WORD_NOUN;
    if (form != MH_WORD_NONE && (best == MH_WORD_NONE || form < best) &&
        tells(r, y, noun))
      best = form;
  }
  return best;
}

/* Somebody who may act for a party: not the press, not a document that nobody is behind. */
static bool may_act(const mh_actor *x)
{
  return x->form != MH_ACTOR_ROLE ||
         (x->role != MH_ROLE_NOBODY && x->role != MH_ROLE_SELF);
}

/* A stronger word wins; of equals the pair that is closer. */
static void better(pair *best, pair p)
{
  if (best->actor < 0 || p.form < best->form ||
      (p.form == best->form && p.apart < best->apart))
    *best = p;
}

/* The best pair of a sentence: each word with the actor before and the one after it.  The
 * subject follows its verb more often than it precedes it, so one before counts as twice as
 * far. */
static pair best_of(const reader *r, const mh_sentence *s)
{
  pair best = {.actor = -1}, open[MH_WORD_NOUN + 1];
  int32_t before = -1;
  for (int f = 0; f <= MH_WORD_NOUN; f++) open[f] = (pair){.actor = -1};
  for (uint32_t i = s->first; i < s->end; i++) {
    const int32_t x = r->m->actor_at[i];
    if (x >= 0 && may_act(&r->m->actors[x])) {
      before = x;
      for (int f = MH_WORD_VERB; f <= MH_WORD_NOUN; f++) {
        if (open[f].form == MH_WORD_NONE) continue;
        better(&best, (pair){open[f].word, x, i - open[f].word, open[f].form});
        open[f].form = MH_WORD_NONE;
      }
      continue;
    }
    const mh_word_form form = form_of(r, i);
    if (form == MH_WORD_NONE) continue;
    open[form] = (pair){i, -1, 0, form};
    if (before >= 0)
      better(&best, (pair){i, before, 2 * (i + 1 - r->m->actors[before].end), form});
  }
  return best;
}

/* The sentence that byte `at` stands in; n_sentences when it stands in none. */
static uint32_t sentence_at(const mh_doc *doc, uint32_t at)
{
  uint32_t low = 0, high = doc->n_sentences;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    const mh_sentence *s = &doc->sentences[mid];
    if (s->end > s->first && doc->tokens[s->end - 1].at < at)
      low = mid + 1;
    else
      high = mid;
  }
  return low;
}

/* What a pair says: the act of the word's first frame that tells one. */
static mh_status fill(mh_uncoded *u, reader *r, const mh_sentence *s, const pair *p)
{
  const mh_actor *x = &r->m->actors[p->actor];
  const char **codes = mh_arena_take(r->a, (x->codes.n + 1u) * sizeof *codes);
  if (codes == NULL) return MH_ENOMEM;
  for (uint8_t i = 0; i < x->codes.n; i++) codes[i] = x->codes.at[i];
  *u = (mh_uncoded){.sentence = mh_tokens_span(r->doc, s->first, s->end),
                    .trigger = mh_tokens_span(r->doc, p->word, p->word + 1),
                    .actor = mh_tokens_span(r->doc, x->first, x->end),
                    .codes = codes,
                    .n_codes = x->codes.n,
                    .form = p->form,
                    .act = -1};
  for (uint32_t k = 0; k < mh_words_readings(r->w, p->word); k++) {
    const mh_reading *y = mh_words_reading(r->w, p->word, k);
    const bool noun = NOUNS >> MH_F_POS_OF(y->feats) & 1;
    if (!tells(r, y, noun)) continue;
    u->act = mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word))->act;
    break;
  }
  return MH_OK;
}

mh_status mh_statement_uncoded(const mh_uncoded **out, uint32_t *n, mh_arena *a,
                               const mh_doc *doc, const mh_words *w, const mh_mentions *m,
                               const mh_statement *known, uint32_t n_known)
{
  reader r = {.a = a, .doc = doc, .w = w, .m = m, .lex = w->lex};
  struct {
    mh_uncoded *at;
    uint32_t n, cap;
  } found = {0};
  MH_TRY(mh_statement__prepare(&r));
  uint8_t *told = mh_arena_zero(a, doc->n_sentences + 1u);
  if (told == NULL) return MH_ENOMEM;
  for (uint32_t i = 0; i < n_known; i++) {
    told[sentence_at(doc, known[i].trigger.at)] = 1;
    told[sentence_at(doc, known[i].content.at)] = 1;
  }
  for (uint32_t i = 0; i < doc->n_sentences; i++) {
    const mh_sentence *s = &doc->sentences[i];
    if (told[i] || s->heading) continue;
    const pair p = best_of(&r, s);
    mh_uncoded u;
    if (p.actor < 0) continue;
    MH_TRY(fill(&u, &r, s, &p));
    MH_TRY(MH_PUSH(a, &found, u));
  }
  *out = found.at;
  *n = found.n;
  return MH_OK;
}
