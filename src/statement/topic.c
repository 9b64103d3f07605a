/* topic - which files a stretch of text is about: terms of data/topic-terms.tsv, and the
 * third countries it names. */
#include "inside.h"

typedef struct votes {
  uint8_t weight[MH_TOPIC_COUNT]; /* strongest term     */
  uint32_t at[MH_TOPIC_COUNT];    /* where it came first */
} votes;

static void add(topics *t, const char *id)
{
  for (uint8_t i = 0; i < t->n; i++)
    if (strcmp(t->id[i], id) == 0) return;
  if (t->n < MH_TOPICS_MAX) t->id[t->n++] = id;
}

/* The longest term at each place; a term inside a longer one does not count. */
static void vote(const reader *r, uint32_t first, uint32_t end, votes *v)
{
  for (uint32_t i = first; i < end;) {
    uint32_t next = i + 1;
    if (!(r->w->glance[i].kinds >> MH_PH_TOPIC & 1)) {
      i++;
      continue;
    }
    for (uint32_t k = r->w->match_first[i]; k < r->w->match_first[i + 1]; k++) {
      const mh_match *m = &r->w->matches[k];
      if (m->kind != MH_PH_TOPIC || m->end > end) continue;
      const uint32_t topic = m->value & 0xFFFF;
      const uint8_t weight = (uint8_t)(m->value >> 16);
      if (v->weight[topic] == 0) v->at[topic] = m->first;
      if (weight > v->weight[topic]) v->weight[topic] = weight;
      if (weight > 1 && m->end > next) next = m->end;
    }
    i = next;
  }
}

uint32_t mh_statement__instrument(const reader *r, uint32_t i)
{
  uint32_t low = 0, high = r->m->n_instruments;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (r->m->instruments[mid].first < i)
      low = mid + 1;
    else
      high = mid;
  }
  return low;
}

static void instruments(const reader *r, uint32_t first, uint32_t end, votes *v)
{
  for (uint32_t i = mh_statement__instrument(r, first);
       i < r->m->n_instruments && r->m->instruments[i].first < end; i++) {
    const mh_instrument *x = &r->m->instruments[i];
    if (x->end > end) continue;
    const int t = x->topic >= 0                     ? x->topic
                  : strncmp(x->id, "UNSCR", 5) == 0 ? MH_TOPIC_UNITED_NATIONS
                                                    : -1;
    if (t < 0) continue;
    if (v->weight[t] == 0) v->at[t] = x->first;
    v->weight[t] = 3;
  }
}

/* Topics on which one side may speak of the other's own affairs. */
static bool internal(const votes *v)
{
  return v->weight[MH_TOPIC_GOVERNANCE] > 1 || v->weight[MH_TOPIC_ARMED_CONFLICT] > 1;
}

static const char *country_id(reader *r, const char *code)
{
  char *s = mh_arena_take(r->a, 16);
  if (s == NULL) return NULL;
  memcpy(s, "country:", 8);
  memcpy(s + 8, code, 4);
  return s;
}

/* "the Paris Agreement" is not about France. */
static bool in_instrument(const reader *r, uint32_t i)
{
  const uint32_t k = mh_statement__instrument(r, i + 1);
  return k > 0 && i < r->m->instruments[k - 1].end;
}

/* A country named from first to end, by name, adjective or capital. */
static mh_status countries(reader *r, uint32_t first, uint32_t end,
                           const mh_codes *speakers, const votes *v, topics *out)
{
  mh_codes seen = {.n = 0};
  static const unsigned names = 1u << MH_PH_ACTOR | 1u << MH_PH_ADJ | 1u << MH_PH_CAPITAL;
  for (uint32_t i = first, covered = first; i < end; i++) {
    if (!(r->w->glance[i].kinds & names)) continue;
    for (uint32_t k = r->w->match_first[i]; k < r->w->match_first[i + 1]; k++) {
      const mh_match *m = &r->w->matches[k];
      if (m->end > end || i < covered || in_instrument(r, i)) continue;
      if (m->kind != MH_PH_ACTOR && m->kind != MH_PH_ADJ && m->kind != MH_PH_CAPITAL)
        continue;
      const mh_actor_row *a = mh_lex_actor(r->lex, m->value);
      covered = m->end;
      const int32_t whose = r->m->actor_of[i];
      if (whose >= 0 && r->m->actors[whose].form == MH_ACTOR_OFFICIAL) continue;
      if (a->kind != MH_ACTOR_STATE || mh_codes_has(&seen, a->code)) continue;
      if (mh_codes_has(speakers, a->code)) continue;
      if (mh_codes_has(&r->parties, a->code) && r->joint && !internal(v)) continue;
      /* "relations with X": a partner of the speaker, not a file */
      const bool partner = v->weight[MH_TOPIC_BILATERAL_RELATIONS] ||
                           v->weight[MH_TOPIC_DEFENCE_COOPERATION];
      if (partner && i > first && speakers->n < 2 &&
          mh_statement__prep(r, i - 1) == MH_TAKES_MAA)
        continue;
      mh_codes_add(&seen, a->code);
    }
  }
  for (uint8_t i = 0; i < seen.n; i++) {
    const char *id = country_id(r, seen.at[i]);
    if (id == NULL) return MH_ENOMEM;
    add(out, id);
  }
  out->countries = seen.n;
  return MH_OK;
}

mh_status mh_statement__topics(reader *r, uint32_t first, uint32_t end,
                               const mh_codes *speakers, topics *out)
{
  votes v = {{0}, {0}};
  *out = (topics){.n = 0};
  vote(r, first, end, &v);
  instruments(r, first, end, &v);
  MH_TRY(countries(r, first, end, speakers, &v, out));
  uint8_t best = 0;
  for (uint32_t t = 0; t < MH_TOPIC_COUNT; t++) {
    if (v.weight[t] > best) best = v.weight[t];
    out->strong += v.weight[t] > 1;
  }
  /* weak terms count only when nothing stronger is there */
  const uint8_t least = best > 1 ? 2 : out->countries ? 2 : 1;
  for (;;) {
    uint32_t next = MH_TOPIC_COUNT;
    for (uint32_t t = 0; t < MH_TOPIC_COUNT; t++)
      if (v.weight[t] >= least && (next == MH_TOPIC_COUNT || v.at[t] < v.at[next]))
        next = t;
    if (next == MH_TOPIC_COUNT) break;
    v.weight[next] = 0;
    add(out, mh_statement_topic(next, 0));
    if (best == 1 && out->n >= 2) break;
  }
  return MH_OK;
}

void mh_statement__context(reader *r, const act *x, topics *t)
{
  if (r->about[0] == 0 || t->n == 0 || t->countries || r->joint) return;
  if (x->act == MH_ACT_MEET || mh_codes_has(&x->who.codes, r->about + 8)) return;
  const char *id = country_id(r, r->about + 8);
  if (id) add(t, id);
}
