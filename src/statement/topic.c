/* topic - which files a stretch of text is about: terms of data/topic-terms.tsv, and
 * the third countries it names.  A term counts by its weight and by how it stands:
 * what the head governs before what a relative clause or an aside adds.  What the
 * stretch leaves unsaid is context.c's. */
#include "weigh.h"

#define ASIDE_REACH 8  /* tokens that an aside without a comma behind it covers at most */
#define VENUE_REACH 12 /* tokens from a meeting to where it is at most              */
#define PLACE_WORDS 3  /* tokens from a place to the adjective of its state at most     */
#define LAND        3  /* weight of a state's name                                      */

/* The states that a stretch names as its matter. */
typedef struct lands {
  struct {
    const char *code;
    uint8_t points;
  } at[MH_CODES_MAX];
  uint8_t n;
  bool partner; /* the other of the report's two is named */
} lands;

void mh_statement__step(const reader *r, uint32_t first, uint32_t i, stand *s)
{
  if (s->level == ASIDE && i >= s->until) s->level = s->back;
  if (mh_statement__comma(r, i)) s->level = MAIN;
  if (i == first) return;
  switch (r->cls[i]) {
  case MH_W_AN:
    if (mh_statement__and(r, i)) s->level = MAIN;
    break;
  case MH_W_REL:
  case MH_W_SUB:
  case MH_W_PURPOSE:
    if (s->level == MAIN) s->level = UNDER;
    break;
  case MH_W_PREP:
    if (!mh_statement__setting(r, i)) break;
    *s = (stand){i + ASIDE_REACH, ASIDE, s->level == ASIDE ? s->back : s->level};
    break;
  default: break;
  }
}

static void add(topics *t, const char *id)
{
  for (uint8_t i = 0; i < t->n; i++)
    if (mh_code_same(t->id[i], id)) return;
  if (t->n < MH_TOPICS_MAX) t->id[t->n++] = id;
}

static void count(votes *v, uint32_t topic, uint8_t weight, uint8_t level, uint32_t at)
{
  /* a word that hints at the report's own topic speaks of it */
  if (v->main == (int)topic && weight == 1) weight = STRONG;
  if (weight == 0) {
    if (v->faint == 0) v->faint = (uint8_t)(topic + 1);
    return;
  }
  if (v->weight[topic] == 0) v->at[topic] = at;
  v->any |= MH_BIT(topic);
  if (weight >= STRONG) v->strong |= MH_BIT(topic);
  if (weight >= STRONG && level == MAIN) v->head |= MH_BIT(topic);
  if (weight > v->weight[topic]) v->weight[topic] = weight;
  if (weight * level > v->points[topic]) v->points[topic] = (uint8_t)(weight * level);
}

/* "the minister of defence" has nothing to say on defence, "the envoy of the United
 * Nations" has on them. */
static bool in_office(const reader *r, uint32_t i)
{
  const int32_t whose = r->m->actor_of[i];
  if (whose < 0) return false;
  const mh_actor *x = &r->m->actors[whose];
  const bool name = i >= x->person_first && i < x->person_end;
  if (x->form != MH_ACTOR_OFFICIAL && !name) return false;
  const mh_actor_row *of = x->codes.n ? mh_lex_actor_by_code(r->lex, x->codes.at[0])
                                      : NULL;
  return of && of->kind == MH_ACTOR_STATE;
}

/* "the agreement", when it was called nuclear before; but not "the agreement on". */
static void recall(reader *r, uint32_t i, uint32_t end, uint8_t level, votes *v)
{
  if (!v->whole || !r->w->glance[i].opens) return;
  const int topic = mh_statement__called(r, i);
  if (topic < 0 || (i + 1 < end && mh_statement__prep(r, i + 1) == MH_TAKES_ALA)) return;
  count(v, (uint32_t)topic, STRONG, level, i);
}

/* A term of peace that is not the report's. */
static bool elsewhere(const reader *r, const mh_match *m, uint32_t k)
{
  const mh_match *all = r->w->matches;
  const bool both = (k > 0 && mh_statement__peace(m, &all[k - 1])) ||
                    (k + 1 < r->w->n_matches && mh_statement__peace(m, &all[k + 1]));
  return both && (m->value & 0xFFFF) == (r->context.levant ? MH_TOPIC_POLITICAL_SETTLEMENT
                                                           : MH_TOPIC_PEACE_PROCESS);
}

/* The longest term at each place; a term inside a longer one does not count, nor one that
 * only tells where: "near the border". */
static void vote(reader *r, uint32_t first, uint32_t end, votes *v)
{
  stand s = {0, MAIN, MAIN};
  for (uint32_t i = first, next = first; i < end; i++) {
    mh_statement__step(r, first, i, &s);
    if (i < next) continue;
    const uint32_t before = next;
    if (!(r->w->glance[i].kinds >> MH_PH_TOPIC & 1)) {
      recall(r, i, end, s.level, v);
      continue;
    }
    if (in_office(r, i)) continue;
    for (uint32_t k = r->w->match_first[i]; k < r->w->match_first[i + 1]; k++) {
      const mh_match *m = &r->w->matches[k];
      if (m->kind != MH_PH_TOPIC || m->end > end) continue;
      const uint8_t weight = (uint8_t)(m->value >> 16);
      if (elsewhere(r, m, k)) continue;
      const bool place = weight == 0 && r->cls[i] == MH_W_PREP;
      count(v, m->value & 0xFFFF, weight, s.level, m->first);
      if ((weight >= STRONG || place) && m->end > next) next = m->end;
    }
    if (next == before) recall(r, i, end, s.level, v);
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
    if (t >= 0) count(v, (uint32_t)t, 3, MAIN, x->first);
  }
}

void mh_statement__vote(reader *r, uint32_t first, uint32_t end, votes *v)
{
  vote(r, first, end, v);
  instruments(r, first, end, v);
}

const char *mh_statement__country(reader *r, const char *code)
{
  char *s = mh_arena_take(r->a, 16);
  if (s == NULL) return NULL;
  memcpy(s, "country:", 8);
  memcpy(s + 8, code, 4);
  return s;
}

/* "the Paris Agreement" is not about France, but an adjective says whose it is. */
static bool in_instrument(const reader *r, uint32_t i)
{
  const uint32_t k = mh_statement__instrument(r, i + 1);
  return k > 0 && i < r->m->instruments[k - 1].end;
}

/* "the Indian Ocean", "the Korean peninsula": a state's name in that of a place which is
 * not its own. */
static bool in_place(const reader *r, const mh_words *w, const mh_match *m,
                     const char *code)
{
  for (uint32_t i = m->first; m->first - i < PLACE_WORDS; i--) {
    for (uint32_t k = w->match_first[i]; k < w->match_first[i + 1]; k++) {
      const mh_match *x = &w->matches[k];
      if (x->kind == MH_PH_PLACE && x->end >= m->end &&
          x->end - x->first > m->end - m->first &&
          strcmp(mh_lex_place(r->lex, x->value)->country, code) != 0)
        return true;
    }
    if (i == 0) break;
  }
  return false;
}

/* "Amman", which is written like Oman: the state whose capital the text's names say it is; NULL
 * where m is no such name. */
static const char *namesake_capital(const reader *r, const mh_words *w, const mh_match *m)
{
  const int32_t at = w == r->w && m->kind == MH_PH_ACTOR ? r->m->actor_at[m->first] : -1;
  const mh_actor *y = at >= 0 ? &r->m->actors[at] : NULL;
  return y && y->form == MH_ACTOR_CAPITAL && y->end == m->end && y->codes.n == 1
             ? y->codes.at[0]
             : NULL;
}

const char *mh_statement__land(const reader *r, const mh_words *w, const mh_match *m,
                               const mh_codes *speakers)
{
  if (m->kind != MH_PH_ACTOR && m->kind != MH_PH_ADJ && m->kind != MH_PH_CAPITAL)
    return NULL;
  const mh_actor_row *a = mh_lex_actor(r->lex, m->value);
  const char *capital = namesake_capital(r, w, m);
  if (capital) return capital;
  if (a->kind == MH_ACTOR_STATE && in_place(r, w, m, a->code)) return NULL;
  if (a->kind == MH_ACTOR_GROUP)
    return speakers && mh_codes_has(speakers, a->code) ? NULL : a->home;
  return a->kind == MH_ACTOR_STATE ? a->code : NULL;
}

static bool adverse(const act *x)
{
  return x->act == MH_ACT_OPPOSE || x->act == MH_ACT_WARN;
}

/* "the president of X": an actor more than a matter, where relations are told of or X
 * is one of the report's two, and nothing is held against him. */
static bool in_person(const reader *r, uint32_t i, const act *x, const votes *v)
{
  const int32_t whose = r->m->actor_of[i];
  if (whose < 0 || adverse(x) || r->m->actors[whose].form != MH_ACTOR_OFFICIAL)
    return false;
  const mh_codes *of = &r->m->actors[whose].codes;
  return v->weight[MH_TOPIC_BILATERAL_RELATIONS] || of->n == 0 ||
         mh_codes_has(&r->parties, of->at[0]);
}

static bool place_of(const reader *r, uint32_t i, const char *code)
{
  const mh_match *m = mh_words_match(r->w, i, MH_PH_PLACE);
  return m && strcmp(mh_lex_place(r->lex, m->value)->country, code) == 0;
}

/* "the Moroccan town of X", "X in Morocco": where, not what about. */
static bool beside_place(const reader *r, const mh_match *state, uint32_t first,
                         uint32_t end)
{
  const char *code = mh_lex_actor(r->lex, state->value)->code;
  const uint32_t reach = state->kind == MH_PH_ADJ ? PLACE_WORDS : 1;
  if (state->kind == MH_PH_ADJ && state->end < end && place_of(r, state->end, code))
    return true;
  if (state->kind == MH_PH_ACTOR && !(state->pro & MH_PRO_BI)) return false;
  for (uint32_t k = state->first; k-- > first && state->first - k <= reach;)
    if (mh_words_match(r->w, k, MH_PH_PLACE)) return place_of(r, k, code);
  return false;
}

/* Does what stands between a meeting and where it is go on at token i: who met, when? */
static bool of_meeting(const reader *r, uint32_t i)
{
  static const unsigned kinds = 1u << MH_PH_ACTOR | 1u << MH_PH_ADJ | 1u << MH_PH_PERSON |
                                1u << MH_PH_MONTH | 1u << MH_PH_TIME | 1u << MH_PH_NUMBER;
  const mh_glance *g = &r->w->glance[i];
  return g->number || (g->kinds & kinds) || r->m->actor_of[i] >= 0 ||
         mh_words_readings(r->w, i) == 0 || mh_statement__prep(r, i) == MH_TAKES_MAA;
}

/* "the summit of X and Y in Singapore", "it will be held in Sochi": where one meets, while
 * "the talks in X" are on X, and may be so when only who talks is named. */
static bool venue(const reader *r, const mh_match *m, uint32_t first)
{
  uint32_t i = m->first;
  if (!(m->pro & MH_PRO_BI)) {
    if (i == first || mh_statement__prep(r, i - 1) != MH_TAKES_FI) return false;
    i--;
  }
  for (const uint32_t from = i; i > first && from - i < VENUE_REACH;) {
    i--;
    const mh_match *x = mh_words_match(r->w, i, MH_PH_MEETING);
    const char *kind = x ? mh_lex_meeting(r->lex, x->value)->kind : "";
    if (strcmp(kind, "summit") == 0 || strcmp(kind, "conference") == 0) return true;
    if (r->w->glance[i].meets && r->cls[i] == MH_W_NONE && !x) return true;
    if (x || !of_meeting(r, i)) return false;
  }
  return false;
}

bool mh_statement__setting_place(const reader *r, const mh_match *m, uint32_t first,
                                 uint32_t end)
{
  /* "signed in Vienna", "on the way to Riyadh" */
  if (m->kind != MH_PH_CAPITAL)
    return beside_place(r, m, first, end) || venue(r, m, first);
  const mh_match *adj = m->first > first ? mh_words_match(r->w, m->first - 1, MH_PH_ADJ)
                                         : NULL;
  if (adj && adj->value == m->value) return true; /* "the Italian capital, Rome" */
  const unsigned p = m->first > first ? mh_statement__prep(r, m->first - 1) : 0;
  return p == MH_TAKES_FI || p == MH_TAKES_ILA || (m->pro & (MH_PRO_LI | MH_PRO_BI));
}

/* "in coordination with X": several words, of which "with" is the last. */
static bool beside(const reader *r, uint32_t i, uint32_t first)
{
  if (i == first || r->cls[i - 1] != MH_W_PREP || r->cls_end[i - 1]) return false;
  const mh_token *with = tok(r, i - 1);
  return with->n == 2 && mh_key_letter(with->key, 0) == MH_L_MIM &&
         mh_key_letter(with->key, 1) == MH_L_AIN;
}

/* Named as a place, as who acts with the speaker or in an office, and not as the
 * matter? */
static bool bystander(const reader *r, const mh_match *m, uint32_t first, uint32_t end,
                      const act *x, const votes *v)
{
  const uint32_t i = m->first;
  if (in_person(r, i, x, v) || (m->kind != MH_PH_ADJ && in_instrument(r, i))) return true;
  if (mh_statement__in_row(r, m, first, end, x) ||
      mh_statement__only_whose(r, m, first, end))
    return true;
  const unsigned p = i > first ? mh_statement__prep(r, i - 1) : 0;
  if (mh_statement__setting_place(r, m, first, end) && !(v->strong & MH_EVENTS))
    return true;
  /* "attacks of the Houthis on ships": a group is its country's only where nothing else
   * is the matter */
  const bool group = mh_lex_actor(r->lex, m->value)->kind == MH_ACTOR_GROUP;
  if (group && (v->strong & ~MH_LOCAL_TOPICS)) return true;
  /* "relations with X": a partner of the speaker, not a file */
  const bool partner = v->weight[MH_TOPIC_BILATERAL_RELATIONS] ||
                       (v->faint == MH_TOPIC_BILATERAL_RELATIONS + 1 && !v->strong) ||
                       v->weight[MH_TOPIC_DEFENCE_COOPERATION];
  return (partner && x->who.codes.n < 2 && p == MH_TAKES_MAA) || beside(r, i, first);
}

/* One of the report's two speaks of the other as his partner, but for the other's own
 * affairs and what is held against him. */
static bool partner(const reader *r, const char *code, const act *x, const votes *v)
{
  if (!(r->joint || r->bilateral) || !mh_codes_has(&r->parties, code)) return false;
  if (adverse(x) || v->hostile) return x->who.codes.n > 1;
  return !(v->strong & MH_BIT(MH_TOPIC_GOVERNANCE));
}

static void land(lands *l, const char *code, uint8_t points)
{
  for (uint8_t k = 0; k < l->n; k++)
    if (mh_code_same(l->at[k].code, code)) {
      if (points > l->at[k].points) l->at[k].points = points;
      return;
    }
  if (l->n == MH_CODES_MAX) return;
  l->at[l->n].code = code;
  l->at[l->n++].points = points;
}

/* Who is known by his name alone stands for his state. */
static void ruler(const reader *r, uint32_t i, const act *x, const votes *v,
                  uint8_t points, lands *out)
{
  const mh_actor *a = &r->m->actors[r->m->actor_at[i]];
  if (a->form != MH_ACTOR_PERSON || a->codes.n != 1) return;
  const char *code = a->codes.at[0];
  const mh_actor_row *row = mh_lex_actor_by_code(r->lex, code);
  if (row == NULL || row->kind != MH_ACTOR_STATE || mh_codes_has(&x->who.codes, code))
    return;
  if (v->weight[MH_TOPIC_BILATERAL_RELATIONS] || partner(r, code, x, v)) return;
  land(out, code, points);
}

/* "the fighting around Aden": a place stands for its state where something happened. */
static void scene(const reader *r, const mh_match *m, const act *x, const votes *v,
                  uint8_t points, lands *out)
{
  const char *code = mh_lex_place(r->lex, m->value)->country;
  if (code == NULL || *code == 0 || !(v->strong & MH_EVENTS)) return;
  if (mh_statement__own_land(r, x, code) || partner(r, code, x, v)) return;
  land(out, code, points);
}

/* A country named from first to end, by name, adjective, capital, or a group of it. */
static void countries(const reader *r, uint32_t first, uint32_t end, const act *x,
                      const votes *v, bool few, lands *out)
{
  static const unsigned names = 1u << MH_PH_ACTOR | 1u << MH_PH_ADJ |
                                1u << MH_PH_CAPITAL | 1u << MH_PH_PLACE;
  stand s = {0, MAIN, MAIN};
  for (uint32_t i = first, covered = first; i < end; i++) {
    mh_statement__step(r, first, i, &s);
    if (few && r->m->actor_at[i] >= 0) ruler(r, i, x, v, (uint8_t)(LAND * s.level), out);
    if (!(r->w->glance[i].kinds & names)) continue;
    for (uint32_t k = r->w->match_first[i]; k < r->w->match_first[i + 1]; k++) {
      const mh_match *m = &r->w->matches[k];
      const char *code = mh_statement__land(r, r->w, m, &x->who.codes);
      if (m->end > end || i < covered) continue;
      if ((names >> m->kind & 1) && m->kind != MH_PH_PLACE) covered = m->end;
      if (m->kind == MH_PH_PLACE) scene(r, m, x, v, (uint8_t)(LAND * s.level), out);
      if (code == NULL || mh_statement__own_land(r, x, code)) continue;
      if (partner(r, code, x, v))
        out->partner = true;
      else if (!bystander(r, m, first, end, x, v))
        land(out, code, (uint8_t)(LAND * s.level));
    }
  }
}

/* The countries that stand at the head or next to it; all of them unless few.  "The
 * fight against a group that has taken parts of X" is not on X: what a clause adds is
 * no file where the head has one that needs no state; unless somebody is praised for
 * it. */
static mh_status put_lands(reader *r, const lands *l, const votes *v, bool few,
                           topics *out)
{
  uint8_t top = 0;
  for (uint8_t i = 0; i < l->n; i++)
    if (l->at[i].points > top) top = l->at[i].points;
  if (few && top < LAND * MAIN &&
      (v->head & ~(MH_LOCAL_TOPICS | MH_BIT(MH_TOPIC_UNITED_NATIONS))))
    return MH_OK;
  for (uint8_t i = 0; i < l->n; i++) {
    if (few && l->at[i].points < top) continue;
    const char *id = mh_statement__country(r, l->at[i].code);
    if (id == NULL) return MH_ENOMEM;
    add(out, id);
    out->countries++;
  }
  return MH_OK;
}

/* Only what stands at the head or next to it; and what is said of nearly everything
 * not once the matter itself was named. */
static void narrow(votes *v, bool list)
{
  uint8_t best = 0;
  uint32_t matter = UINT32_MAX;
  for (uint64_t of = v->any; of; of &= of - 1) {
    const int t = __builtin_ctzll(of);
    if (v->points[t] > best) best = v->points[t];
  }
  for (uint64_t of = v->any; of; of &= of - 1) {
    const int t = __builtin_ctzll(of);
    if (v->points[t] * 2 <= best) v->weight[t] = 0;
    if (v->weight[t] >= STRONG && !(MH_BYWORDS >> t & 1) && v->at[t] < matter)
      matter = v->at[t];
  }
  for (uint64_t of = list ? 0 : v->any & MH_BYWORDS; of; of &= of - 1) {
    const int t = __builtin_ctzll(of);
    if (v->at[t] > matter) v->weight[t] = 0;
  }
}

/* In the order of the text.  Weak terms count, two of them at most, only where nothing
 * stronger is there. */
static void put_topics(votes *v, topics *out)
{
  const uint8_t least = out->strong || out->countries ? STRONG : 1;
  for (bool weak = false; !weak || out->n < 2;) {
    uint32_t next = MH_TOPIC_COUNT;
    for (uint64_t of = v->any; of; of &= of - 1) {
      const uint32_t t = (uint32_t)__builtin_ctzll(of);
      if (v->weight[t] >= least && (next == MH_TOPIC_COUNT || v->at[t] < v->at[next]))
        next = t;
    }
    if (next == MH_TOPIC_COUNT) break;
    weak = v->weight[next] < STRONG;
    v->weight[next] = 0;
    add(out, mh_statement_topic(next, 0));
  }
}

/* "that he will meet X", "talks with X" */
bool mh_statement__meets(const reader *r, uint32_t first, const act *x)
{
  if (x->act != MH_ACT_PLAN || x->who.codes.n < 2) return x->act == MH_ACT_MEET;
  const uint32_t i = r->cls[first] == MH_W_AN ? first + width(r, first) : first;
  const mh_glance *g = &r->w->glance[i];
  return (x->n_frames && x->frames->act == MH_ACT_MEET) || (g->meets && g->ahead) ||
         (g->kinds >> MH_PH_MEETING & 1);
}

/* "condemned the attack that hit a mosque in X" */
static bool outrage(const act *x, const votes *v)
{
  return (x->act == MH_ACT_OPPOSE || x->act == MH_ACT_SUPPORT) &&
         (v->head & MH_BIT(MH_TOPIC_COUNTER_TERRORISM));
}

mh_status mh_statement__topics(reader *r, uint32_t first, uint32_t end, const act *x,
                               bool few, topics *out)
{
  votes v = {
      .hostile = mh_statement__at_odds(r), .main = mh_statement__main(r), .whole = few};
  lands l = {.n = 0};
  *out = (topics){.n = 0};
  mh_statement__vote(r, first, end, &v);
  countries(r, first, end, x, &v, few, &l);
  /* where and with whom one meets is no file */
  out->meets = mh_statement__meets(r, first, x);
  if (out->meets && !(v.strong & MH_LOCAL_TOPICS)) l.n = 0;
  out->partner = l.partner;
  out->faint = v.faint;
  for (uint64_t of = v.any; of; of &= of - 1)
    out->strong += v.weight[__builtin_ctzll(of)] >= STRONG;
  out->political = (v.strong & MH_POLITICAL) != 0;
  if (few) narrow(&v, x->act == MH_ACT_DISCUSS);
  MH_TRY(put_lands(r, &l, &v, few && x->act != MH_ACT_PRAISE && !outrage(x, &v), out));
  put_topics(&v, out);
  return MH_OK;
}
