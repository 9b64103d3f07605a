/* mention - find everything a text names, and list it for the record. */
#include "inside.h"

#include <stdlib.h>

typedef struct actors {
  mh_actor *at;
  uint32_t n, cap;
} actors;

/* "said M. | N., | the speaker of the parliament of S.": N. is known, but as somebody of another
 * state, and only by his last name. */
static bool namesake(const mh_actor *last, const mh_actor *x)
{
  return last->form == MH_ACTOR_PERSON && last->end == last->first + 1 &&
         last->codes.n == 1 && x->form == MH_ACTOR_OFFICIAL && x->codes.n &&
         x->person_end == x->person_first && x->first - last->end <= 1 &&
         !mh_codes_has(&x->codes, last->codes.at[0]);
}

static bool comma_at(const mh_doc *doc, uint32_t i)
{
  return i < doc->n_tokens && doc->tokens[i].kind == MH_TOKEN_MARK &&
         (doc->tokens[i].value == 0x60C || doc->tokens[i].value == ',');
}

/* "N. N., | the minister of S.,": a name that is known is here whose office says so. */
static void known_before(mh_actor *x, const mh_actor *last, const mh_doc *doc)
{
  if (last->form != MH_ACTOR_PERSON || x->form != MH_ACTOR_OFFICIAL || x->codes.n == 0 ||
      last->end < last->first + 2 || x->person_end > x->person_first ||
      x->first != last->end + 1 || !comma_at(doc, last->end) || !comma_at(doc, x->end))
    return;
  x->person_first = last->person_first;
  x->person_end = last->person_end;
}

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
    if (l.n && namesake(&l.at[l.n - 1], &x)) {
      mh_actor y = x;
      const mh_actor *last = &l.at[l.n - 1];
      mh_mention__name_before(&y, doc, w, l.n > 1 ? l.at[l.n - 2].end : 0);
      if (y.person_first < last->first && y.person_end == last->end) {
        x = y;
        out->actor_at[last->first] = -1;
        for (uint32_t k = last->first; k < last->end; k++) out->actor_of[k] = -1;
        l.n--;
      }
    }
    if (l.n) known_before(&x, &l.at[l.n - 1], doc);
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

/* A name of one word that is also how another state's capital is written: Oman and Amman.
 * With its mark of doubling it is the capital; without, where of that other state more is
 * told, by all that names the one or the other alone. */
static bool doubled(const mh_doc *doc, const mh_actor *x)
{
  const mh_span s = mh_tokens_span(doc, x->first, x->end);
  for (uint32_t k = s.at; k + 1 < s.at + s.len; k++)
    if ((unsigned char)doc->text[k] == 0xD9 && (unsigned char)doc->text[k + 1] == 0x91)
      return true;
  return false;
}

/* The place that the name of x is as well, in another state; NULL none. */
static const mh_place_row *capital_too(const mh_words *w, const mh_actor *x)
{
  if (x->form != MH_ACTOR_NAME || x->end != x->first + 1 || x->codes.n != 1) return NULL;
  const mh_match *m = mh_words_match(w, x->first, MH_PH_PLACE);
  if (m == NULL || m->end != x->end) return NULL;
  const mh_place_row *p = mh_lex_place(w->lex, m->value);
  const mh_actor_row *s = mh_lex_actor_by_code(w->lex, p->country);
  return s && s->capital && strcmp(s->capital, p->english) == 0 &&
                 strcmp(s->code, x->codes.at[0]) != 0
             ? p
             : NULL;
}

static uint32_t told_of(const mh_mentions *m, const mh_words *w, const char *code)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < m->n_actors; i++)
    n += mh_codes_has(&m->actors[i].codes, code) && !capital_too(w, &m->actors[i]);
  for (uint32_t i = 0; i < w->n_matches; i++)
    n += w->matches[i].kind == MH_PH_ADJ &&
         strcmp(mh_lex_actor(w->lex, w->matches[i].value)->code, code) == 0;
  return n;
}

/* "Jordan, the Emirates | and N.": among states it is one. */
static bool among_states(const mh_mentions *m, uint32_t i)
{
  const mh_actor *x = &m->actors[i], *y = i ? x - 1 : NULL;
  const mh_actor *z = i + 1 < m->n_actors ? x + 1 : NULL;
  if (y && (x->pro & MH_PRO_WA) && y->end == x->first && y->codes.n && !y->person_end)
    return true;
  return z && (z->pro & MH_PRO_WA) && z->first == x->end && z->form == MH_ACTOR_NAME;
}

static void capitals(mh_mentions *m, const mh_doc *doc, const mh_words *w)
{
  int more = -1; /* of the other state: not yet counted */
  for (uint32_t i = 0; i < m->n_actors; i++) {
    mh_actor *x = &m->actors[i];
    const mh_place_row *p = capital_too(w, x);
    if (p == NULL) continue;
    if (more < 0) more = told_of(m, w, p->country) > told_of(m, w, x->codes.at[0]);
    if ((!more || among_states(m, i)) && !doubled(doc, x)) continue;
    x->form = MH_ACTOR_CAPITAL;
    x->codes.n = 0;
    mh_codes_add(&x->codes, mh_lex_actor_by_code(w->lex, p->country)->code);
  }
}

mh_status mh_mention_find(mh_mentions *out, mh_arena *a, const mh_doc *doc,
                          const mh_words *w, mh_day published)
{
  const uint32_t n = doc->n_tokens;
  *out = (mh_mentions){0};
  MH_TRY(find_actors(out, a, doc, w));
  capitals(out, doc, w);
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
    /* "the six powers" are none of them */
    if (x->form == MH_ACTOR_ORGAN && x->codes.n > 1 && x->end > x->first) m.id = "OTHER";
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
