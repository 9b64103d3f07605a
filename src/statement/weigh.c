/* weigh - the last word on which files a statement is on.  topic.c and context.c name them
 * by rules; here each, and every other that content, headline, report or the statement before
 * might mean, is weighed by what speaks for it and against it.  The points are fitted to
 * readings made by hand: tools/weigh_files.py --write.
 *
 * A ground is how a file came up, never a word or a country: so it means the same in every
 * report.  What is no better than the rules alone has no ground here. */
#include "weigh.h"

#define REACH  40 /* tokens before the content that tell what is spoken of */
#define LATE   12 /* tokens into the content from which a term comes late   */
#define PRAISE 2  /* tokens into the content where who is praised is named       */
#define HEADS  5  /* a state of one in so many namings is weighed unnamed   */
#define SOME   4  /* points from which something is told of, and not once only ... */
#define BRIEF  12 /* ... in a report that does not name so little as this in all     */
#define FIELDS 4  /* so many topics with terms are a list of fields            */
#define SPOKEN \
  10 /* points of its words from which a topic is weighed that nothing names */
#define LEAST -4 /* tenths of a logit: what is less likely is not given    */

/* Topics that are named in passing more than others. */
#define LOOSE                                                             \
  (MH_BIT(MH_TOPIC_UNITED_NATIONS) | MH_BIT(MH_TOPIC_COUNTER_TERRORISM) | \
   MH_BIT(MH_TOPIC_ARMED_CONFLICT))

enum {
  T_START,
  T_RULES,
  T_HINT,
  T_TERM,
  T_PLAIN,
  T_HINT_ALONE,
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
  T_JUST,
  T_JUST_ALONE,
  T_BEFORE,
  T_BEFORE_NEAR,
  T_RELATIONS,
  T_RELATIONS_ALONE,
  T_RELATIONS_DISCUSSED,
  T_RELATIONS_PRAISED,
  T_BYWORD,
  T_MET,
  T_DISCUSSED,
  T_TWO,
  T_MANY,
  T_LOOSE,
  T_LIST,
  T_GROUNDS
};

enum {
  L_START,
  L_RULES,
  L_RULES_BYWORD,
  L_INSIDE,
  L_NAMED,
  L_MAIN,
  L_TENTH,
  L_QUARTER,
  L_QUARTER_ALONE,
  L_BEFORE,
  L_BEFORE_ALONE,
  L_EARLY,
  L_JUST,
  L_MOST,
  L_PARTY,
  L_LOCAL,
  L_TWICE,
  L_CAPITAL,
  L_BYWORD,
  L_LATE,
  L_WITH,
  L_PRAISED,
  L_NOBODY,
  L_PLACE,
  L_GROUNDS
};

_Static_assert(T_GROUNDS <= 32 && L_GROUNDS <= 32, "a ground is a bit");

typedef struct ground {
  const char *id;
  int points; /* tenths of a logit */
} ground;

/* of topics: begin */
static const ground of_topic[T_GROUNDS] = {
    [T_START] = {"start", -34},
    [T_RULES] = {"rules", 12},
    [T_HINT] = {"hint", 8},
    [T_TERM] = {"term", 10},
    [T_PLAIN] = {"plain", 13},
    [T_HINT_ALONE] = {"hint-alone", -1},
    [T_FAINT] = {"faint", 5},
    [T_BEST] = {"best", 4},
    [T_TWICE] = {"twice", 5},
    [T_FIRST] = {"first", 2},
    [T_LATE] = {"late", -5},
    [T_TENTH] = {"tenth", 2},
    [T_QUARTER] = {"quarter", 4},
    [T_HALF] = {"half", 8},
    [T_QUARTER_ALONE] = {"quarter-alone", 5},
    [T_HEADLINE] = {"headline", 2},
    [T_HEADLINE_TOO] = {"headline-too", -7},
    [T_JUST] = {"just", -1},
    [T_JUST_ALONE] = {"just-alone", 8},
    [T_BEFORE] = {"before", 9},
    [T_BEFORE_NEAR] = {"before-near", 4},
    [T_RELATIONS] = {"relations", 9},
    [T_RELATIONS_ALONE] = {"relations-alone", -5},
    [T_RELATIONS_DISCUSSED] = {"relations-discussed", -5},
    [T_RELATIONS_PRAISED] = {"relations-praised", -1},
    [T_BYWORD] = {"byword", -15},
    [T_MET] = {"met", -12},
    [T_DISCUSSED] = {"discussed", 0},
    [T_TWO] = {"two", -6},
    [T_MANY] = {"many", -8},
    [T_LOOSE] = {"loose", -6},
    [T_LIST] = {"list", 21},
};
/* of topics: end */

/* of states: begin */
static const ground of_state[L_GROUNDS] = {
    [L_START] = {"start", -39},
    [L_RULES] = {"rules", 15},
    [L_RULES_BYWORD] = {"rules-byword", 6},
    [L_INSIDE] = {"inside", 8},
    [L_NAMED] = {"named", 15},
    [L_MAIN] = {"main", 0},
    [L_TENTH] = {"tenth", 2},
    [L_QUARTER] = {"quarter", 1},
    [L_QUARTER_ALONE] = {"quarter-alone", 7},
    [L_BEFORE] = {"before", 11},
    [L_BEFORE_ALONE] = {"before-alone", 1},
    [L_EARLY] = {"early", 3},
    [L_JUST] = {"just", 3},
    [L_MOST] = {"most", 7},
    [L_PARTY] = {"party", -6},
    [L_LOCAL] = {"local", 1},
    [L_TWICE] = {"twice", 0},
    [L_CAPITAL] = {"capital", -1},
    [L_BYWORD] = {"byword", -5},
    [L_LATE] = {"late", -2},
    [L_WITH] = {"with", -6},
    [L_PRAISED] = {"praised", -5},
    [L_NOBODY] = {"nobody", -4},
    [L_PLACE] = {"place", 6},
};
/* of states: end */

const char *mh_statement_file_ground(bool state, size_t i)
{
  if (state) return i < L_GROUNDS ? of_state[i].id : NULL;
  return i < T_GROUNDS ? of_topic[i].id : NULL;
}

/* What is known of a statement before its files are weighed. */
typedef struct scales {
  const act *x;
  const mh_statement *before; /* the statement put out before, NULL none       */
  bool near;                  /* in this paragraph                             */
  votes v;                    /* the terms of the content                      */
  uint64_t rules;             /* the topics that the rules give                */
  uint64_t told;              /* those of the statement before                 */
  uint64_t just;              /* those named just before the content           */
  uint64_t once, twice;       /* those named in the content: at all, more often */
  uint32_t begin, end;        /* the content                                   */
  word_points words;          /* what its words say                            */
  uint32_t first;             /* where its first term stands                   */
  uint8_t best;               /* the points of its best                        */
  uint8_t n_strong;           /* how many have strong terms                    */
  bool discussed, praised, met;
} scales;

static uint32_t when(int g, bool holds)
{
  return holds ? 1u << g : 0;
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
  return when(T_HINT, w == 1) | when(T_TERM, w == 2) | when(T_PLAIN, w == 3) |
         when(T_HINT_ALONE, w == 1 && s->n_strong == 0) |
         when(T_FAINT, s->v.faint == t + 1 && s->n_strong == 0) |
         when(T_BEST, strong && s->v.points[t] == s->best) |

         when(T_TWICE, s->twice >> t & 1) |
         when(T_FIRST, strong && s->v.at[t] == s->first) |
         when(T_LATE, strong && s->v.at[t] > first + LATE);
}

/* What report and statement before say of it. */
static uint32_t around(const reader *r, const scales *s, uint32_t t)
{
  const context *c = &r->context;
  const uint32_t points = c->topic[t];
  const bool alone = s->n_strong == 0, strong = s->v.weight[t] >= STRONG;
  const bool head = c->headline >> t & 1, just = s->just >> t & 1;
  const bool told = s->told >> t & 1, quarter = points >= SOME && points * 4 >= c->told;
  return when(T_TENTH, points >= SOME && points * 10 >= c->told) |
         when(T_QUARTER, quarter) |
         when(T_HALF, points >= SOME && points * 2 >= c->told) |
         when(T_QUARTER_ALONE, quarter && alone) | when(T_HEADLINE, head) |
         when(T_HEADLINE_TOO, head && strong) | when(T_JUST, just) |
         when(T_JUST_ALONE, just && alone) | when(T_BEFORE, told) |
         when(T_BEFORE_NEAR, told && s->near);
}

/* What the rules and the act say of it. */
static uint32_t befits(const scales *s, uint32_t t)
{
  const bool rules = s->rules >> t & 1, strong = s->v.weight[t] >= STRONG;
  const bool relations = t == MH_TOPIC_BILATERAL_RELATIONS;
  return when(T_START, true) | when(T_RULES, rules) | when(T_RELATIONS, relations) |
         when(T_RELATIONS_ALONE, relations && s->n_strong == 0) |
         when(T_RELATIONS_DISCUSSED, relations && s->discussed) |
         when(T_RELATIONS_PRAISED, relations && s->praised) |
         when(T_BYWORD, (MH_BYWORDS >> t & 1) && s->n_strong > strong) |
         when(T_MET, s->met && !relations) | when(T_DISCUSSED, s->discussed && rules) |
         when(T_TWO,
              rules && __builtin_popcountll(s->rules) == 2 && s->v.at[t] != s->first) |
         when(T_MANY, rules && __builtin_popcountll(s->rules) > 2) |
         when(T_LOOSE, rules && (LOOSE >> t & 1) && s->v.weight[t] >= STRONG &&
                           s->v.at[t] != s->first) |
         when(T_LIST, strong && s->n_strong >= FIELDS);
}

/* A state whose file it may be. */
typedef struct state {
  const char *code;
  uint32_t at;     /* where the content names it first, NO_TOKEN nowhere */
  uint32_t points; /* of all in the report                               */
  uint8_t times;   /* how often the content does                         */
  bool rules, before, just, early, party;
  bool main;    /* named at the content's head          */
  bool inside;  /* "in X"                               */
  bool with;    /* "with X"                             */
  bool capital; /* named by nothing but its capital     */
  bool place;   /* a place in it is named               */
} state;

#define STATES (MH_LANDS_MAX + MH_CODES_MAX)
typedef struct states {
  state at[STATES];
  uint32_t n, named; /* named: how many the content names */
  bool met;          /* it tells of a meeting              */
} states;

/* The place of a state among them, made when there is room; NULL for who speaks. */
static state *place(states *all, const act *x, const char *code)
{
  for (uint32_t i = 0; i < all->n; i++)
    if (mh_code_same(all->at[i].code, code)) return &all->at[i];
  if (all->n == STATES || mh_codes_has(&x->who.codes, code)) return NULL;
  all->at[all->n] = (state){.code = code, .at = NO_TOKEN};
  return &all->at[all->n++];
}

/* The content names x at token i. */
static void name(const reader *r, uint32_t i, uint32_t first, uint8_t level, bool capital,
                 states *all, state *x)
{
  const unsigned p = i > first ? mh_statement__prep(r, i - 1) : 0;
  /* "in X", "in the town of X", "in northern X" */
  const bool within = p == MH_TAKES_FI || (p == 0 && i > first + 1 &&
                                           mh_statement__prep(r, i - 2) == MH_TAKES_FI);
  if (x->at == NO_TOKEN) {
    x->at = i;
    x->capital = capital;
    all->named++;
  }
  if (x->times < UINT8_MAX) x->times++;
  x->capital &= capital;
  x->main |= level == MAIN;
  x->inside |= within && !capital && !all->met;
  x->with |= p == MH_TAKES_MAA;
}

/* The state for which somebody stands by his name alone, at token i; NULL none. */
static const char *ruled(const reader *r, uint32_t i)
{
  if (r->m->actor_at[i] < 0) return NULL;
  const mh_actor *a = &r->m->actors[r->m->actor_at[i]];
  if (a->form != MH_ACTOR_PERSON || a->codes.n != 1) return NULL;
  const mh_actor_row *row = mh_lex_actor_by_code(r->lex, a->codes.at[0]);
  return row && row->kind == MH_ACTOR_STATE ? a->codes.at[0] : NULL;
}

/* What the content says at m of a state: its name, or that a place is there. */
static void sight(const reader *r, const mh_match *m, uint32_t first, uint32_t end,
                  uint8_t level, const scales *s, states *all)
{
  const bool capital = m->kind == MH_PH_CAPITAL, city = m->kind == MH_PH_PLACE;
  const char *code = city ? mh_lex_place(r->lex, m->value)->country
                          : mh_statement__land(r, r->w, m, &s->x->who.codes);
  const bool event = (s->v.strong | s->rules) & MH_EVENTS;
  if (code && !city && mh_statement__in_row(r, m, first, end, s->x)) return;
  state *one = code && *code ? place(all, s->x, code) : NULL;
  if (one == NULL) return;
  if (!event && (city || (!capital && mh_statement__setting_place(r, m, first, end))))
    one->place = true;
  else
    name(r, m->first, first, level, capital && !event, all, one);
}

static void named_states(const reader *r, uint32_t first, uint32_t end, const scales *s,
                         states *all)
{
  static const unsigned names = 1u << MH_PH_ACTOR | 1u << MH_PH_ADJ |
                                1u << MH_PH_CAPITAL | 1u << MH_PH_PLACE;
  stand at = {0, MAIN, MAIN};
  for (uint32_t i = first, covered = first; i < end; i++) {
    mh_statement__step(r, first, i, &at);
    const char *code = ruled(r, i);
    state *one = code ? place(all, s->x, code) : NULL;
    if (one) name(r, i, first, at.level, false, all, one);
    if (!(r->w->glance[i].kinds & names)) continue;
    for (uint32_t k = r->w->match_first[i]; k < r->w->match_first[i + 1]; k++) {
      const mh_match *m = &r->w->matches[k];
      if (m->end > end || i < covered || !(names >> m->kind & 1)) continue;
      if (m->kind != MH_PH_PLACE) covered = m->end; /* "southern X": a state as well */
      sight(r, m, first, end, at.level, s, all);
    }
  }
}

/* The states that were named just before the content. */
static void just_named(const reader *r, uint32_t first, states *all)
{
  const uint32_t from = first > REACH ? first - REACH : 0;
  for (uint32_t k = r->w->match_first[from]; k < r->w->match_first[first]; k++) {
    const char *code = mh_statement__land(r, r->w, &r->w->matches[k], NULL);
    for (uint32_t i = 0; code && i < all->n; i++)
      if (mh_code_same(all->at[i].code, code)) all->at[i].just = true;
  }
}

static const char *state_of(const char *id)
{
  return strncmp(id, "country:", 8) == 0 ? id + 8 : NULL;
}

/* All that might be meant: named in the content, given by the rules, told of before, or
 * told of much in the report. */
static void find_states(reader *r, uint32_t first, uint32_t end, const scales *s,
                        const topics *t, states *all)
{
  const context *c = &r->context;
  named_states(r, first, end, s, all);
  for (uint8_t i = 0; i < t->n; i++) {
    const char *code = state_of(t->id[i]);
    state *one = code ? place(all, s->x, code) : NULL;
    if (one) one->rules = true;
  }
  for (uint8_t i = 0; s->before && i < s->before->n_topics; i++) {
    const char *code = state_of(s->before->topics[i]);
    state *one = code ? place(all, s->x, code) : NULL;
    if (one) one->before = true;
  }
  for (uint8_t i = 0; i < c->n; i++)
    if (c->land[i].points * HEADS >= c->all) place(all, s->x, c->land[i].code);
  for (uint32_t i = 0; i < all->n; i++) {
    state *one = &all->at[i];
    one->party = mh_codes_has(&r->parties, one->code);
    for (uint8_t k = 0; k < c->n; k++)
      if (mh_code_same(c->land[k].code, one->code)) {
        one->points = c->land[k].points;
        one->early = c->land[k].early;
      }
  }
  just_named(r, first, all);
}

static uint32_t most(const context *c)
{
  uint32_t points = 0;
  for (uint8_t i = 0; i < c->n; i++)
    if (c->land[i].points > points) points = c->land[i].points;
  return points;
}

static bool nobody(const act *x)
{
  return x->who.codes.n == 0 ||
         (x->who.codes.n == 1 && mh_code_same(x->who.codes.at[0], "OTHER"));
}

/* "praised X", "the efforts of X", and not "the agreement between X and Y". */
static bool itself(const scales *s, const state *one, uint32_t first)
{
  return one->at <= first + PRAISE && one->at < s->first;
}

/* Points from which a state is told of: in a brief report once is all there is. */
static uint32_t some(const context *c)
{
  return c->all < BRIEF ? 1 : SOME;
}

static uint32_t of_land(const reader *r, const scales *s, const states *all,
                        const state *one, uint32_t first)
{
  const context *c = &r->context;
  const bool is = one->at != NO_TOKEN, byword = (s->rules & ~MH_BYWORDS) == 0;
  const bool quarter = one->points >= some(c) && one->points * 4 >= c->all;
  return when(L_START, true) | when(L_RULES, one->rules) |
         when(L_RULES_BYWORD, one->rules && byword) | when(L_INSIDE, one->inside) |
         when(L_NAMED, is) | when(L_MAIN, one->main) |
         when(L_TENTH, one->points >= some(c) && one->points * 10 >= c->all) |
         when(L_QUARTER, quarter) | when(L_QUARTER_ALONE, quarter && all->named == 0) |
         when(L_BEFORE, one->before) |
         when(L_BEFORE_ALONE, one->before && s->near && all->named == 0) |
         when(L_EARLY, one->early) | when(L_JUST, one->just) |
         when(L_MOST, one->points >= some(c) && one->points == most(c)) |
         when(L_PARTY, one->party && one->rules) |
         when(L_LOCAL, one->rules && (s->rules & MH_LOCAL_TOPICS)) |
         when(L_TWICE, one->times > 1) | when(L_CAPITAL, one->capital) |
         when(L_BYWORD, byword) | when(L_LATE, is && one->at > first + LATE) |
         when(L_WITH, one->with) |
         when(L_PRAISED, s->praised && one->party && itself(s, one, first)) |
         when(L_NOBODY, nobody(s->x)) | when(L_PLACE, one->place && !is);
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

static mh_status weigh_states(reader *r, const scales *s, const states *all,
                              uint32_t first, uint64_t *set)
{
  for (uint32_t i = 0; i < all->n; i++) {
    const uint32_t g = of_land(r, s, all, &all->at[i], first);
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
static mh_status settle(reader *r, uint64_t set, const states *all, uint64_t lands,
                        topics *t)
{
  topics old = *t;
  t->n = t->countries = 0;
  for (uint8_t i = 0; i < old.n; i++) {
    const char *code = state_of(old.id[i]);
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
  states all = {.met = s.met};
  uint64_t set = 0, lands = 0;
  uint32_t best = MH_TOPIC_BILATERAL_RELATIONS;
  if (s.before) s.told = mh_statement__topic_bits(s.before->topics, s.before->n_topics);
  s.begin = first;
  s.end = end;
  mh_statement__word_points(r, first, end, &s.words);
  of_content(r, first, end, &s);
  find_states(r, first, end, &s, t, &all);
  MH_TRY(weigh_topics(r, &s, first, &set, &best));
  MH_TRY(weigh_states(r, &s, &all, first, &lands));
  if (set == 0 && lands == 0) set = MH_BIT(best);
  return settle(r, set, &all, lands, t);
}
