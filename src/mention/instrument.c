/* instrument - resolutions, treaties and agreements that a text names.
 *
 * Known ones come from data/instruments.tsv.  A resolution of the Security Council or the
 * General Assembly is a number after one of the words for a resolution and the organ:
 * "Security Council resolution (that bears the) number 2254".
 */
#include "inside.h"

#include <stdio.h>

#define REACH 10 /* tokens from the word for a resolution to its number */

/* Four folded letters, as keys hold them. */
#define LETTERS(a, b, c, d) \
  ((uint64_t)(a) | (uint64_t)(b) << 5 | (uint64_t)(c) << 10 | (uint64_t)(d) << 15)

/* Does the word for a resolution, of which the data has no meaning of its own, stand in the
 * key after `drop` letters? */
static inline bool resolution_at(uint64_t lo, int drop)
{
  return (lo >> (5 * drop) & 0xFFFFF) == LETTERS(MH_L_QAF, MH_L_RA, MH_L_ALEF, MH_L_RA);
}

/* At most three letters before it, and an ending of at most two after it (plural, dual). */
static bool is_resolution(const mh_token *t)
{
  const uint64_t lo = t->key.lo;
  if (t->n < 4) return false;
  for (int drop = 0; drop <= 3; drop++)
    if (resolution_at(lo, drop) && t->n - drop - 4 <= 2) return t->kind == MH_TOKEN_WORD;
  return false;
}

static bool names_council(const mh_doc *doc, const mh_words *w, uint32_t first,
                          uint32_t end)
{
  for (uint32_t i = first; i < end && i < doc->n_tokens; i++) {
    const mh_match *m = mh_words_match(w, i, MH_PH_ACTOR);
    if (m && strcmp(mh_lex_actor(w->lex, m->value)->code, "UN") == 0) return true;
    m = mh_words_match(w, i, MH_PH_ADJ);
    if (m && strcmp(mh_lex_actor(w->lex, m->value)->code, "UN") == 0) return true;
  }
  return false;
}

/* A number that a resolution may have, standing between first and end; 0 none. */
static uint32_t number(const mh_doc *doc, uint32_t first, uint32_t end, uint32_t *at)
{
  for (uint32_t i = first; i < end && i < doc->n_tokens; i++) {
    const mh_token *t = &doc->tokens[i];
    if (t->kind == MH_TOKEN_MARK && t->value == '.') return 0;
    if (t->kind != MH_TOKEN_NUMBER) continue;
    *at = i;
    return t->value >= 40 && t->value <= 9999 ? t->value : 0;
  }
  return 0;
}

typedef struct list {
  mh_instrument *at;
  uint32_t n, cap;
} list;

static mh_status resolution(list *l, mh_arena *a, const mh_doc *doc, const mh_words *w,
                            uint32_t i)
{
  uint32_t at = 0;
  const uint32_t n = number(doc, i + 1, i + 1 + REACH, &at);
  if (n == 0 || !(names_council(doc, w, i + 1, at + 3) || n >= 242)) return MH_OK;
  if (!names_council(doc, w, i + 1, at + 4) && n < 1000 && n != 242 && n != 338 &&
      n != 425)
    return MH_OK;
  if (!names_council(doc, w, i + 1, at + 4) && n >= 1900 && n <= 2035) return MH_OK;
  char *id = mh_arena_take(a, 16);
  if (id == NULL) return MH_ENOMEM;
  snprintf(id, 16, "UNSCR %u", n);
  const mh_instrument x = {i, at + 1, id, -1};
  return MH_PUSH(a, l, x);
}

/* The resolutions whose words stand up to REACH tokens before the number in digits at token
 * `digits`, no word before token `from`.  Instruments told between that word and the number are
 * found by then: each goes before those that begin behind it. */
static mh_status resolutions(list *l, mh_arena *a, const mh_doc *doc, const mh_words *w,
                             uint32_t from, uint32_t digits)
{
  if (digits - from > REACH) from = digits - REACH;
  for (uint32_t i = from; i < digits; i++) {
    if (!is_resolution(&doc->tokens[i])) continue;
    uint32_t k = l->n;
    MH_TRY(resolution(l, a, doc, w, i));
    const bool one = l->n > k;
    for (; one && k > 0 && l->at[k - 1].first > i; k--) {
      const mh_instrument x = l->at[k];
      l->at[k] = l->at[k - 1];
      l->at[k - 1] = x;
    }
  }
  return MH_OK;
}

mh_status mh_mention__instruments(mh_mentions *out, mh_arena *a, const mh_doc *doc,
                                  const mh_words *w)
{
  list l = {0};
  uint32_t covered = 0, from = 0;
  for (uint32_t i = 0; i < doc->n_tokens; i++) {
    const mh_glance *g = &w->glance[i];
    const mh_glance those = {.kinds = 1u << MH_PH_INSTRUMENT, .number = true};
    if (!mh_glance_any(g, those)) continue; /* nearly always */
    const mh_match *m = mh_words_match(w, i, MH_PH_INSTRUMENT);
    if (m && i >= covered) {
      const mh_instrument_row *r = mh_lex_instrument(w->lex, m->value);
      const mh_instrument x = {m->first, m->end, r->id, r->topic};
      MH_TRY(MH_PUSH(a, &l, x));
      covered = m->end;
    }
    if (!g->number) continue;
    MH_TRY(resolutions(&l, a, doc, w, from, i));
    from = i + 1;
  }
  out->instruments = l.at;
  out->n_instruments = l.n;
  return MH_OK;
}
