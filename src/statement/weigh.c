/* weigh - the last word on which files a statement is on.  topic.c and context.c name them
 * by rules; here each, and every other that content, headline, report or the statement before
 * might mean, is weighed by what speaks for it and against it.  The points are fitted to
 * readings made by hand: tools/weigh_files.py --write.
 *
 * A ground is how a file came up, never a word or a country: so it means the same in every
 * report.  What is no better than the rules alone has no ground here. */
#include "weigh.h"

#define FIELDS 4 /* so many topics with terms are a list of fields            */
#define SPOKEN \
  10 /* points of its words from which a topic is weighed that nothing names */
#define LEAST -4 /* tenths of a logit: what is less likely is not given    */

/* Topics that are named in passing more than others. */
#define LOOSE                                                             \
  (MH_BIT(MH_TOPIC_UNITED_NATIONS) | MH_BIT(MH_TOPIC_COUNTER_TERRORISM) | \
   MH_BIT(MH_TOPIC_ARMED_CONFLICT))

/* Topics of how it is dealt with rather than of what: they pass with the sentence. */
#define PASSING                                                                \
  (MH_BIT(MH_TOPIC_UNITED_NATIONS) | MH_BIT(MH_TOPIC_REGIONAL_ORGANISATIONS) | \
   MH_BIT(MH_TOPIC_MEDIATION) | MH_BIT(MH_TOPIC_DIALOGUE_PROCESS) |            \
   MH_BIT(MH_TOPIC_BILATERAL_RELATIONS))

enum {
  T_START,
  T_RULES,
  T_HINT,
  T_TERM,
  T_PLAIN,
  T_BEFORE_ALONE,
  T_FAINT,
  T_BEST,
  T_TWICE,
  T_FIRST,
  T_LATE,
  T_TENTH,
  T_QUARTER,
  T_HALF,
  T_QUARTER_ALONE,
  T_HEADLINE,
  T_HEADLINE_TOO,
  T_LEAD_ALONE,
  T_JUST_ALONE,
  T_BEFORE,
  T_BEFORE_NEAR,
  T_RELATIONS,
  T_RELATIONS_ALONE,
  T_RELATIONS_DISCUSSED,
  T_MATTER_ALONE,
  T_BYWORD,
  T_MET,
  T_BEFORE_PASSING,
  T_TWO,
  T_MANY,
  T_LOOSE,
  T_LIST,
  T_GROUNDS
};

_Static_assert(T_GROUNDS <= 32 && L_GROUNDS <= 32, "a ground is a bit");

typedef struct ground {
  const char *id;
  int points; /* tenths of a logit */
} ground;

/* of topics: begin */
static const ground of_topic[T_GROUNDS] = {
    [T_START] = {"start", -36},
    [T_RULES] = {"rules", 12},
    [T_HINT] = {"hint", 7},
    [T_TERM] = {"term", 10},
    [T_PLAIN] = {"plain", 13},
    [T_BEFORE_ALONE] = {"before-alone", 7},
    [T_FAINT] = {"faint", 5},
    [T_BEST] = {"best", 4},
    [T_TWICE] = {"twice", 4},
    [T_FIRST] = {"first", 3},
    [T_LATE] = {"late", -4},
    [T_TENTH] = {"tenth", 2},
    [T_QUARTER] = {"quarter", 5},
    [T_HALF] = {"half", 8},
    [T_QUARTER_ALONE] = {"quarter-alone", -5},
    [T_HEADLINE] = {"headline", 1},
    [T_HEADLINE_TOO] = {"headline-too", -6},
    [T_LEAD_ALONE] = {"lead-alone", 6},
    [T_JUST_ALONE] = {"just-alone", 3},
    [T_BEFORE] = {"before", 7},
    [T_BEFORE_NEAR] = {"before-near", 5},
    [T_RELATIONS] = {"relations", 10},
    [T_RELATIONS_ALONE] = {"relations-alone", -5},
    [T_RELATIONS_DISCUSSED] = {"relations-discussed", -5},
    [T_MATTER_ALONE] = {"matter-alone", 6},
    [T_BYWORD] = {"byword", -14},
    [T_MET] = {"met", -11},
    [T_BEFORE_PASSING] = {"before-passing", -4},
    [T_TWO] = {"two", -6},
    [T_MANY] = {"many", -9},
    [T_LOOSE] = {"loose", -5},
    [T_LIST] = {"list", 27},
};
/* of topics: end */

/* of states: begin */
static const ground of_state[L_GROUNDS] = {
    [L_START] = {"start", -37},
    [L_RULES] = {"rules", 16},
    [L_RULES_BYWORD] = {"rules-byword", 4},
    [L_INSIDE] = {"inside", 8},
    [L_NAMED] = {"named", 14},
    [L_MAIN] = {"main", 1},
    [L_TENTH] = {"tenth", 0},
    [L_QUARTER] = {"quarter", -1},
    [L_QUARTER_ALONE] = {"quarter-alone", 3},
    [L_BEFORE] = {"before", 11},
    [L_BEFORE_ALONE] = {"before-alone", 2},
    [L_EARLY] = {"early", 3},
    [L_JUST] = {"just", 3},
    [L_MOST] = {"most", 6},
    [L_PARTY] = {"party", -6},
    [L_LOCAL] = {"local", 1},
    [L_TWICE] = {"twice", 1},
    [L_CAPITAL] = {"capital", -2},
    [L_BYWORD] = {"byword", -4},
    [L_LATE] = {"late", -3},
    [L_WITH] = {"with", -6},
    [L_PRAISED] = {"praised", -7},
    [L_NOBODY] = {"nobody", -4},
    [L_PLACE] = {"place", 8},
    [L_MATTER] = {"matter", 2},
    [L_MATTER_ALONE] = {"matter-alone", 6},
    [L_MATTER_MOST] = {"matter-most", 0},
    [L_MATTER_MOST_ALONE] = {"matter-most-alone", -2},
    [L_BEFORE_MOST] = {"before-most", 0},
    [L_OTHER] = {"other", -2},
};
/* of states: end */

const char *mh_statement_file_ground(bool state, size_t i)
{
  if (state) return i < L_GROUNDS ? of_state[i].id : NULL;
  return i < T_GROUNDS ? of_topic[i].id : NULL;
}

/* What the content is on first, and best: hints count where nothing stronger stands. */
static void find_first(scales *s)
{
  const uint8_t least = s->v.strong ? STRONG : 1;
  s->first = UINT32_MAX;
  for (uint64_t of = s->v.any; of; of &= of - 1) {
    const int t = __builtin_ctzll(of);
    if (s->v.weight[t] < least) continue;
    s->n_strong += s->v.weight[t] >= STRONG;
    if (s->v.at[t] < s->first) s->first = s->v.at[t];
    if (s->v.points[t] > s->best) s->best = s->v.points[t];
  }
}

static void of_content(reader *r, uint32_t first, uint32_t end, scales *s)
{
  const uint32_t from = first > REACH ? first - REACH : 0;
  for (uint32_t k = r->w->match_first[from]; k < r->w->match_first[end]; k++) {
    const mh_match *m = &r->w->matches[k];
    if (m->kind != MH_PH_TOPIC) continue;
    const uint64_t topic = MH_BIT(m->value & 0xFFFF);
    if (m->first < first) {
      if (m->value >> 16 >= STRONG) s->just |= topic;
    } else if (m->end <= end) {
      s->twice |= s->once & topic;
      s->once |= topic;
    }
  }
  mh_statement__vote(r, first, end, &s->v);
  find_first(s);
}

/* How the content names a topic. */
static uint32_t named(const scales *s, uint32_t t, uint32_t first)
{
  const uint8_t w = s->v.weight[t];
  const bool strong = w >= STRONG;
  return mh_ground_when(T_HINT, w == 1) | mh_ground_when(T_TERM, w == 2) |
         mh_ground_when(T_PLAIN, w == 3) |
         mh_ground_when(T_FAINT, s->v.faint == t + 1 && s->n_strong == 0) |
         mh_ground_when(T_BEST, strong && s->v.points[t] == s->best) |

         mh_ground_when(T_TWICE, s->twice >> t & 1) |
         mh_ground_when(T_FIRST, strong && s->v.at[t] == s->first) |
         mh_ground_when(T_LATE, strong && s->v.at[t] > first + LATE);
}

/* What report and statement before say of it. */
static uint32_t around(const reader *r, const scales *s, uint32_t t)
{
  const context *c = &r->context;
  const uint32_t points = c->topic[t];
  const bool alone = s->n_strong == 0, strong = s->v.weight[t] >= STRONG;
  const bool head = c->headline >> t & 1, just = s->just >> t & 1;
  const bool told = s->told >> t & 1, quarter = points >= SOME && points * 4 >= c->told;
  const uint32_t matter = c->matter[t];
  const uint8_t w = s->v.weight[t];
  return mh_ground_when(T_TENTH, points >= SOME && points * 10 >= c->told) |
         mh_ground_when(T_QUARTER, quarter) |
         mh_ground_when(T_HALF, points >= SOME && points * 2 >= c->told) |
         mh_ground_when(T_QUARTER_ALONE, quarter && alone) |
         mh_ground_when(T_HEADLINE, head) |
         mh_ground_when(T_HEADLINE_TOO, head && strong) |
         mh_ground_when(T_JUST_ALONE, just && alone) | mh_ground_when(T_BEFORE, told) |
         mh_ground_when(T_BEFORE_NEAR, told && s->near) |
         mh_ground_when(T_BEFORE_ALONE, told && alone) |
         mh_ground_when(T_BEFORE_PASSING, told && w == 0 && (PASSING >> t & 1)) |
         mh_ground_when(T_LEAD_ALONE, alone && (c->lead >> t & 1)) |
         mh_ground_when(T_MATTER_ALONE,
                        alone && matter >= SOME && matter * 4 >= c->told_matter);
}

/* What the rules and the act say of it. */
static uint32_t befits(const scales *s, uint32_t t)
{
  const bool rules = s->rules >> t & 1, strong = s->v.weight[t] >= STRONG;
  const bool relations = t == MH_TOPIC_BILATERAL_RELATIONS;
  return mh_ground_when(T_START, true) | mh_ground_when(T_RULES, rules) |
         mh_ground_when(T_RELATIONS, relations) |
         mh_ground_when(T_RELATIONS_ALONE, relations && s->n_strong == 0) |
         mh_ground_when(T_RELATIONS_DISCUSSED, relations && s->discussed) |
         mh_ground_when(T_BYWORD, (MH_BYWORDS >> t & 1) && s->n_strong > strong) |
         mh_ground_when(T_MET, s->met && !relations) |
         mh_ground_when(T_TWO, rules && __builtin_popcountll(s->rules) == 2 &&
                                   s->v.at[t] != s->first) |
         mh_ground_when(T_MANY, rules && __builtin_popcountll(s->rules) > 2) |
         mh_ground_when(T_LOOSE, rules && (LOOSE >> t & 1) && s->v.weight[t] >= STRONG &&
                                     s->v.at[t] != s->first) |
         mh_ground_when(T_LIST, strong && s->n_strong >= FIELDS);
}

static int sum(const ground *of, uint32_t holds)
{
  int points = 0;
  for (; holds; holds &= holds - 1) points += of[__builtin_ctz(holds)].points;
  return points;
}

static mh_status watch(reader *r, const scales *s, const char *file, uint32_t holds,
                       int words, bool of_states)
{
  const mh_weighing w = {.statement = r->out.n,
                         .file = file,
                         .holds = holds,
                         .words = words,
                         .first = s->begin,
                         .end = s->end,
                         .state = of_states};
  return r->watched ? MH_PUSH(r->a, &r->weighings, w) : MH_OK;
}

/* The topics of which anything may be known but how much the report has of them. */
static uint64_t in_question(const context *c, const scales *s)
{
  if (s->met) return UINT64_MAX;
  return s->rules | s->just | s->told | s->once | s->v.any | c->headline |
         MH_BIT(MH_TOPIC_BILATERAL_RELATIONS) | (s->n_strong ? MH_BYWORDS : 0) |
         (s->v.faint ? MH_BIT(s->v.faint - 1) : 0);
}

/* The topics that stay or come; the likeliest in *best. */
static mh_status weigh_topics(reader *r, const scales *s, uint32_t first, uint64_t *set,
                              uint32_t *best)
{
  int top = INT32_MIN;
  const context *c = &r->context;
  const uint64_t some = in_question(c, s);
  for (uint32_t t = 0; t < MH_TOPIC_COUNT; t++) {
    const int words = mh_statement__topic_words(&s->words, t);
    const bool said = words >= SPOKEN;
    if (!said && !(some >> t & 1) && c->topic[t] < SOME) continue;
    const uint32_t g = befits(s, t) | named(s, t, first) | around(r, s, t);
    if (!said && g == 1u << T_START) continue;
    MH_TRY(watch(r, s, mh_statement_topic(t, 0), g, words, false));
    const int points = sum(of_topic, g) + words;
    if (points >= LEAST) *set |= MH_BIT(t);
    if (points <= top || g == 1u << T_START) continue;
    top = points;
    *best = t;
  }
  return MH_OK;
}

static mh_status weigh_states(reader *r, const scales *s, const candidates *all,
                              uint32_t first, uint64_t *set)
{
  for (uint32_t i = 0; i < all->n; i++) {
    const uint32_t g = mh_statement__grounds_of_state(r, s, all, &all->at[i], first);
    const int words = mh_statement__state_words(&s->words, all->at[i].code);
    MH_TRY(watch(r, s, all->at[i].code, g, words, true));
    if (sum(of_state, g) + words >= LEAST) *set |= MH_BIT(i);
  }
  return MH_OK;
}

static void put(topics *t, const char *id)
{
  for (uint8_t i = 0; i < t->n; i++)
    if (mh_code_same(t->id[i], id)) return;
  if (t->n < MH_TOPICS_MAX) t->id[t->n++] = id;
}

/* What was given stays in its order, what is new comes behind it. */
static mh_status settle(reader *r, uint64_t set, const candidates *all, uint64_t lands,
                        topics *t)
{
  topics old = *t;
  t->n = t->countries = 0;
  for (uint8_t i = 0; i < old.n; i++) {
    const char *code = mh_statement__state_of(old.id[i]);
    bool stays = code == NULL && (mh_statement__topic_bits(&old.id[i], 1) & set);
    for (uint32_t k = 0; code && k < all->n; k++)
      if (mh_code_same(all->at[k].code, code)) stays = lands >> k & 1;
    if (stays) put(t, old.id[i]);
    t->countries += stays && code;
  }
  for (uint32_t k = 0; k < MH_TOPIC_COUNT; k++)
    if (set >> k & 1) put(t, mh_statement_topic(k, 0));
  for (uint32_t k = 0; k < all->n; k++) {
    if (!(lands >> k & 1) || all->at[k].rules) continue;
    const char *id = mh_statement__country(r, all->at[k].code);
    if (id == NULL) return MH_ENOMEM;
    put(t, id);
    t->countries++;
  }
  return MH_OK;
}

/* A body or an official of a state that is told apart by its name is abroad; others are of the
 * house: "the cabinet", "the governor". */
static bool of_the_house(const mh_actor *y, const char *own)
{
  if (y->form != MH_ACTOR_ORGAN && y->form != MH_ACTOR_OFFICIAL) return false;
  return y->codes.n == 0 || (y->codes.n == 1 && mh_code_same(y->codes.at[0], own));
}

/* A state that meets nobody from abroad has met at home: "the cabinet held its weekly session"; no
 * relations of two are in that.  An organisation that meets by itself is what it is about, but not the
 * United Nations, whose officials meet one party or another. */
static uint32_t met_alone(const reader *r, const act *x, uint32_t end)
{
  const mh_codes *who = &x->who.codes;
  const mh_actor_row *one = who->n == 1 ? mh_lex_actor_by_code(r->lex, who->at[0]) : NULL;
  const bool goes = x->n_frames && x->frames[0].event == MH_EVENT_VISIT;
  if (x->act != MH_ACT_MEET || one == NULL || goes || mh_code_same(who->at[0], "OTHER"))
    return MH_TOPIC_BILATERAL_RELATIONS;
  const bool un = mh_code_same(who->at[0], "UN");
  const mh_actor *he = x->who.first >= 0 ? &r->m->actors[x->who.first] : NULL;
  bool house = he && he->form == MH_ACTOR_ORGAN;
  for (uint32_t i = x->word_end; i < end; i++) {
    const int32_t at = r->m->actor_at[i];
    if (at < 0 || at == x->who.first) continue;
    const mh_actor *y = &r->m->actors[at];
    house = house || of_the_house(y, who->at[0]);
    if (y->codes.n && !mh_codes_has(&y->codes, who->at[0]))
      return MH_TOPIC_BILATERAL_RELATIONS;
  }
  if (one->kind == MH_ACTOR_ORG && !un && house) return MH_TOPIC_REGIONAL_ORGANISATIONS;
  return one->kind == MH_ACTOR_STATE && house ? MH_TOPIC_GOVERNANCE
                                              : MH_TOPIC_BILATERAL_RELATIONS;
}

mh_status mh_statement__weigh(reader *r, const act *x, uint32_t first, uint32_t end,
                              topics *t)
{
  scales s = {.x = x,
              .before = r->out.n ? &r->out.at[r->out.n - 1] : NULL,
              .near = mh_statement__near(r) != NULL,
              .v = {.main = mh_statement__main(r), .whole = true},
              .rules = mh_statement__topic_bits(t->id, t->n),
              .discussed = x->act == MH_ACT_DISCUSS,
              .praised = x->act == MH_ACT_PRAISE,
              .met = x->act == MH_ACT_MEET};
  candidates all = {.met = s.met};
  uint64_t set = 0, lands = 0;
  uint32_t best = MH_TOPIC_BILATERAL_RELATIONS;
  if (s.before) s.told = mh_statement__topic_bits(s.before->topics, s.before->n_topics);
  s.begin = first;
  s.end = end;
  mh_statement__word_points(r, first, end, &s.words);
  of_content(r, first, end, &s);
  mh_statement__weighed_states(r, first, end, &s, t, &all);
  mh_statement__most_told_state(&r->context, &s);
  MH_TRY(weigh_topics(r, &s, first, &set, &best));
  MH_TRY(weigh_states(r, &s, &all, first, &lands));
  if (set == 0 && lands == 0) set = MH_BIT(best);
  if (set == MH_BIT(MH_TOPIC_BILATERAL_RELATIONS) && lands == 0 && all.named == 0)
    set = MH_BIT(met_alone(r, x, end));
  return settle(r, set, &all, lands, t);
}
