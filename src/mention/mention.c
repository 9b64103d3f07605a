/* mention - find everything a text names, and list it for the record. */
#include "inside.h"

#include <stdlib.h>

typedef struct actors {
  mh_actor *at;
  uint32_t n, cap;
} actors;

static mh_status find_actors(mh_mentions *out, mh_arena *a, const mh_doc *doc,
                             const mh_words *w)
{
  const uint32_t n = doc->n_tokens;
  actors l = {0};
  out->actor_at = mh_arena_take(a, (n + 1) * sizeof *out->actor_at);
  out->actor_of = mh_arena_take(a, (n + 1) * sizeof *out->actor_of);
  if (out->actor_at == NULL || out->actor_of == NULL) return MH_ENOMEM;
  memset(out->actor_at, 0xFF, (n + 1) * sizeof *out->actor_at);
  memset(out->actor_of, 0xFF, (n + 1) * sizeof *out->actor_of);
  for (uint32_t i = 0; i < n;) {
    mh_actor x;
    if (!mh_mention__may_begin(w, i) || !mh_mention__actor(&x, doc, w, i)) {
      i++;
      continue;
    }
    mh_mention__name_before(&x, doc, w, l.n ? l.at[l.n - 1].end : 0);
    mh_mention__name_after(&x, doc, w);
    out->actor_at[i] = (int32_t)l.n;
    for (uint32_t k = i; k < x.end; k++) out->actor_of[k] = (int32_t)l.n;
    MH_TRY(MH_PUSH(a, &l, x));
    i = x.end;
  }
  out->actors = l.at;
  out->n_actors = l.n;
  return MH_OK;
}

mh_status mh_mention_find(mh_mentions *out, mh_arena *a, const mh_doc *doc,
                          const mh_words *w, mh_day published)
{
  const uint32_t n = doc->n_tokens;
  *out = (mh_mentions){0};
  MH_TRY(find_actors(out, a, doc, w));
  MH_TRY(mh_dates_find(&out->whens, a, doc, w, published));
  out->when_at = mh_arena_take(a, (n + 1) * sizeof *out->when_at);
  if (out->when_at == NULL) return MH_ENOMEM;
  memset(out->when_at, 0xFF, (n + 1) * sizeof *out->when_at);
  for (uint32_t i = 0; i < out->whens.n; i++)
    out->when_at[out->whens.at[i].first] = (int32_t)i;
  return mh_mention__instruments(out, a, doc, w);
}

void mh_mention_codes(mh_codes *out, const mh_doc *doc, const mh_words *w)
{
  for (uint32_t i = 0; i < doc->n_tokens;) {
    mh_actor x;
    const mh_match *adj = mh_words_match(w, i, MH_PH_ADJ);
    const bool is = w->match_first[i] < w->match_first[i + 1] &&
                    mh_mention__actor(&x, doc, w, i);
    for (uint8_t k = 0; is && k < x.codes.n; k++) mh_codes_add(out, x.codes.at[k]);
    if (!is && adj) mh_codes_add(out, mh_lex_actor(w->lex, adj->value)->code);
    i = is ? x.end : i + 1;
  }
}

/* ---- the record's list */

typedef struct list {
  mh_mention *at;
  uint32_t n, cap;
} list;

static mh_mention_kind kind_of(const mh_words *w, const char *code)
{
  const mh_actor_row *r = mh_lex_actor_by_code(w->lex, code);
  if (r == NULL || r->kind == MH_ACTOR_STATE) return MH_MENTION_COUNTRY;
  return r->kind == MH_ACTOR_ORG ? MH_MENTION_ORGANISATION : MH_MENTION_GROUP;
}

static mh_status push_actor(list *l, mh_arena *a, const mh_doc *doc, const mh_words *w,
                            const mh_actor *x)
{
  mh_mention m = {.id = x->codes.n ? x->codes.at[0] : NULL};
  if (x->form == MH_ACTOR_ROLE && x->person_first == x->person_end) return MH_OK;
  if (x->person_end > x->person_first) {
    m.kind = MH_MENTION_PERSON;
    m.span = mh_tokens_span(doc, x->person_first, x->person_end);
    m.role = mh_tokens_span(doc, x->office_first, x->office_end);
  } else {
    if (m.id == NULL) return MH_OK;
    m.kind = kind_of(w, m.id);
    m.span = mh_tokens_span(doc, x->first, x->end);
  }
  return MH_PUSH(a, l, m);
}

static mh_status push_places(list *l, mh_arena *a, const mh_doc *doc, const mh_words *w)
{
  for (uint32_t i = 0, covered = 0; i < w->n_matches; i++) {
    const mh_match *x = &w->matches[i];
    if (x->kind != MH_PH_PLACE || x->first < covered) continue;
    const mh_place_row *p = mh_lex_place(w->lex, x->value);
    const mh_mention m = {.kind = MH_MENTION_PLACE,
                          .id = p->country,
                          .value = p->english,
                          .span = mh_tokens_span(doc, x->first, x->end)};
    covered = x->end;
    MH_TRY(MH_PUSH(a, l, m));
  }
  return MH_OK;
}

/* "40 thousand tons", "1.5 billion dollars": a number, the number words after it, and what is
 * counted. */
static mh_status push_quantities(list *l, mh_arena *a, const mh_doc *doc,
                                 const mh_words *w, const mh_mentions *x)
{
  uint32_t covered = 0, next = 0, when = 0;
  for (uint32_t i = 0; i < doc->n_tokens; i++) {
    if (!w->glance[i].number) continue;
    for (; when < x->whens.n && x->whens.at[when].first <= i; when++)
      if (x->whens.at[when].end > covered) covered = x->whens.at[when].end;
    if (i < covered) continue;
    while (next < x->n_instruments && x->instruments[next].end <= i) next++;
    const bool named = next < x->n_instruments && x->instruments[next].first <= i;
    if (named) continue;
    uint32_t end = i + 1;
    while (end < doc->n_tokens && mh_words_match(w, end, MH_PH_NUMBER)) end++;
    if (end >= doc->n_tokens || doc->tokens[end].kind != MH_TOKEN_WORD) continue;
    if (doc->tokens[end].n < 2 ||
        ((w->glance[end].pos >> MH_POS_PARTICLE & 1) && w->glance[end].cls != MH_W_HOUR))
      continue;
    const mh_mention m = {.kind = MH_MENTION_QUANTITY,
                          .span = mh_tokens_span(doc, i, end + 1)};
    MH_TRY(MH_PUSH(a, l, m));
    i = end;
  }
  return MH_OK;
}

static int by_place(const void *a, const void *b)
{
  const mh_mention *x = a, *y = b;
  if (x->span.at != y->span.at) return x->span.at < y->span.at ? -1 : 1;
  if (x->kind != y->kind) return x->kind < y->kind ? -1 : 1;
  return x->span.len < y->span.len ? -1 : x->span.len > y->span.len;
}

mh_status mh_mention_list(const mh_mention **out, uint32_t *n, mh_arena *a,
                          const mh_doc *doc, const mh_words *w, const mh_mentions *x)
{
  list l = {0};
  for (uint32_t i = 0; i < x->n_actors; i++)
    MH_TRY(push_actor(&l, a, doc, w, &x->actors[i]));
  MH_TRY(push_places(&l, a, doc, w));
  for (uint32_t i = 0; i < x->whens.n; i++) {
    const mh_mention m = {.kind = MH_MENTION_DATE,
                          .span = x->whens.at[i].span,
                          .value = x->whens.at[i].value};
    MH_TRY(MH_PUSH(a, &l, m));
  }
  for (uint32_t i = 0; i < x->n_instruments; i++) {
    const mh_instrument *t = &x->instruments[i];
    const mh_mention m = {.kind = MH_MENTION_INSTRUMENT,
                          .id = t->id,
                          .span = mh_tokens_span(doc, t->first, t->end)};
    MH_TRY(MH_PUSH(a, &l, m));
  }
  MH_TRY(push_quantities(&l, a, doc, w, x));
  if (l.n) qsort(l.at, l.n, sizeof *l.at, by_place);
  *out = l.at;
  *n = l.n;
  return MH_OK;
}
