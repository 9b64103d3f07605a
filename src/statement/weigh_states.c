/* weigh_states - which states' files a statement may be on, and what speaks for each: that the
 * content names it, where, and how; what the report tells of it, and what stood just before.
 * The points that these grounds have, and the decision, are weigh.c's. */
#include "weigh.h"

#define PRAISE 2  /* tokens into the content where who is praised is named       */
#define HEADS  5  /* a state of one in so many namings is weighed unnamed   */
#define BRIEF  12 /* ... in a report that does not name so little as this in all     */

/* The place of a state among them, made when there is room; NULL for who speaks. */
static candidate *place(const reader *r, candidates *all, const act *x, const char *code)
{
  for (uint32_t i = 0; i < all->n; i++)
    if (mh_code_same(all->at[i].code, code)) return &all->at[i];
  if (all->n == STATES || mh_statement__own_land(r, x, code)) return NULL;
  all->at[all->n] = (candidate){.code = code, .at = NO_TOKEN};
  return &all->at[all->n++];
}

/* The content names x at token i. */
static void name(const reader *r, uint32_t i, uint32_t first, uint8_t level, bool capital,
                 candidates *all, candidate *x)
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
                  uint8_t level, const scales *s, candidates *all)
{
  const bool capital = m->kind == MH_PH_CAPITAL, city = m->kind == MH_PH_PLACE;
  const char *code = city ? mh_lex_place(r->lex, m->value)->country
                          : mh_statement__land(r, r->w, m, &s->x->who.codes);
  const bool event = (s->v.strong | s->rules) & MH_EVENTS;
  if (code && !city &&
      (mh_statement__in_row(r, m, first, end, s->x) ||
       mh_statement__only_whose(r, m, first, end)))
    return;
  candidate *one = code && *code ? place(r, all, s->x, code) : NULL;
  if (one == NULL) return;
  if (!event && (city || (!capital && mh_statement__setting_place(r, m, first, end))))
    one->place = true;
  else
    name(r, m->first, first, level, capital && !event, all, one);
}

static void named_states(const reader *r, uint32_t first, uint32_t end, const scales *s,
                         candidates *all)
{
  static const unsigned names = 1u << MH_PH_ACTOR | 1u << MH_PH_ADJ |
                                1u << MH_PH_CAPITAL | 1u << MH_PH_PLACE;
  stand at = {0, MAIN, MAIN};
  for (uint32_t i = first, covered = first; i < end; i++) {
    mh_statement__step(r, first, i, &at);
    const char *code = ruled(r, i);
    candidate *one = code ? place(r, all, s->x, code) : NULL;
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
static void just_named(const reader *r, uint32_t first, candidates *all)
{
  const uint32_t from = first > REACH ? first - REACH : 0;
  for (uint32_t k = r->w->match_first[from]; k < r->w->match_first[first]; k++) {
    const char *code = mh_statement__land(r, r->w, &r->w->matches[k], NULL);
    for (uint32_t i = 0; code && i < all->n; i++)
      if (mh_code_same(all->at[i].code, code)) all->at[i].just = true;
  }
}

/* All that might be meant: named in the content, given by the rules, told of before, or
 * told of much in the report. */
void mh_statement__weighed_states(reader *r, uint32_t first, uint32_t end,
                                  const scales *s, const topics *t, candidates *all)
{
  const context *c = &r->context;
  named_states(r, first, end, s, all);
  for (uint8_t i = 0; i < t->n; i++) {
    const char *code = mh_statement__state_of(t->id[i]);
    candidate *one = code ? place(r, all, s->x, code) : NULL;
    if (one) one->rules = true;
  }
  for (uint8_t i = 0; s->before && i < s->before->n_topics; i++) {
    const char *code = mh_statement__state_of(s->before->topics[i]);
    candidate *one = code ? place(r, all, s->x, code) : NULL;
    if (one) one->before = true;
  }
  for (uint8_t i = 0; i < c->n; i++)
    if (c->land[i].points * HEADS >= c->all ||
        (c->land[i].matter && c->land[i].matter * HEADS >= c->all_matter))
      place(r, all, s->x, c->land[i].code);
  for (uint32_t i = 0; i < all->n; i++) {
    candidate *one = &all->at[i];
    one->party = mh_codes_has(&r->parties, one->code);
    for (uint8_t k = 0; k < c->n; k++)
      if (mh_code_same(c->land[k].code, one->code)) {
        one->points = c->land[k].points;
        one->matter = c->land[k].matter;
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

/* The most that is told of a state that is not who speaks. */
void mh_statement__most_told_state(const context *c, scales *s)
{
  for (uint8_t i = 0; i < c->n; i++)
    if (c->land[i].matter > s->most_land &&
        !mh_codes_has(&s->x->who.codes, c->land[i].code))
      s->most_land = c->land[i].matter;
}

static bool nobody(const act *x)
{
  return x->who.codes.n == 0 ||
         (x->who.codes.n == 1 && mh_code_same(x->who.codes.at[0], "OTHER"));
}

/* "praised X", "the efforts of X", and not "the agreement between X and Y". */
static bool itself(const scales *s, const candidate *one, uint32_t first)
{
  return one->at <= first + PRAISE && one->at < s->first;
}

/* Points from which a state is told of: in a brief report once is all there is. */
static uint32_t some(const context *c)
{
  return c->all < BRIEF ? 1 : SOME;
}

uint32_t mh_statement__grounds_of_state(const reader *r, const scales *s,
                                        const candidates *all, const candidate *one,
                                        uint32_t first)
{
  const context *c = &r->context;
  const bool is = one->at != NO_TOKEN, byword = (s->rules & ~MH_BYWORDS) == 0;
  const bool quarter = one->points >= some(c) && one->points * 4 >= c->all;
  const bool none = all->named == 0, matter = one->matter * 3 >= c->all_matter;
  const bool most_matter = one->matter && one->matter == s->most_land;
  return mh_ground_when(L_START, true) | mh_ground_when(L_RULES, one->rules) |
         mh_ground_when(L_RULES_BYWORD, one->rules && byword) |
         mh_ground_when(L_INSIDE, one->inside) | mh_ground_when(L_NAMED, is) |
         mh_ground_when(L_MAIN, one->main) |
         mh_ground_when(L_TENTH, one->points >= some(c) && one->points * 10 >= c->all) |
         mh_ground_when(L_QUARTER, quarter) |
         mh_ground_when(L_QUARTER_ALONE, quarter && all->named == 0) |
         mh_ground_when(L_BEFORE, one->before) |
         mh_ground_when(L_BEFORE_ALONE, one->before && s->near && all->named == 0) |
         mh_ground_when(L_EARLY, one->early) | mh_ground_when(L_JUST, one->just) |
         mh_ground_when(L_MOST, one->points >= some(c) && one->points == most(c)) |
         mh_ground_when(L_PARTY, one->party && one->rules) |
         mh_ground_when(L_LOCAL, one->rules && (s->rules & MH_LOCAL_TOPICS)) |
         mh_ground_when(L_TWICE, one->times > 1) |
         mh_ground_when(L_CAPITAL, one->capital) | mh_ground_when(L_BYWORD, byword) |
         mh_ground_when(L_LATE, is && one->at > first + LATE) |
         mh_ground_when(L_WITH, one->with) |
         mh_ground_when(L_PRAISED, s->praised && one->party && itself(s, one, first)) |
         mh_ground_when(L_NOBODY, nobody(s->x)) |
         mh_ground_when(L_PLACE, one->place && !is) |
         mh_ground_when(L_MATTER, one->matter && matter) |
         mh_ground_when(L_MATTER_ALONE, one->matter && matter && none) |
         mh_ground_when(L_MATTER_MOST, most_matter) |
         mh_ground_when(L_MATTER_MOST_ALONE, most_matter && none) |
         mh_ground_when(L_BEFORE_MOST, most_matter && one->before) |
         mh_ground_when(L_OTHER, !is && !none);
}
