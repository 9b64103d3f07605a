/* parties - the two (or more) who are in play in a report: those who are named together most.
 *
 * Who a noun phrase stands for, given them, is subject.c.
 */
#include "assembly.h"
#include "meeting.h"

#define PAIRS 24
#define EARLY 120 /* tokens in which a name counts for more */

typedef struct pair {
  const char *a, *b;
  uint32_t score;
} pair;

typedef struct census {
  pair pairs[PAIRS];
  const char *code[32];
  uint32_t count[32];
  uint32_t n, n_pairs;
  bool row; /* three are named side by side at the report's beginning */
} census;

/* Who is fought by all is nobody's partner. */
static bool outlaw(const char *code)
{
  return strcmp(code, "ISIS") == 0;
}

static void count_pair(census *c, const char *a, const char *b, uint32_t score)
{
  if (mh_code_same(a, b) || outlaw(a) || outlaw(b)) return;
  if (strcmp(a, b) > 0) {
    const char *t = a;
    a = b;
    b = t;
  }
  for (uint32_t i = 0; i < c->n_pairs; i++) {
    if (mh_code_same(c->pairs[i].a, a) && mh_code_same(c->pairs[i].b, b)) {
      c->pairs[i].score += score;
      return;
    }
  }
  if (c->n_pairs < PAIRS) c->pairs[c->n_pairs++] = (pair){a, b, score};
}

static void count_code(census *c, const char *code, uint32_t n)
{
  for (uint32_t i = 0; i < c->n; i++)
    if (mh_code_same(c->code[i], code)) {
      c->count[i] += n;
      return;
    }
  if (c->n == 32) return;
  c->code[c->n] = code;
  c->count[c->n++] = n;
}

/* The one state that an actor is of: told with him, or that at home, or where an ambassador he
 * receives is posted, whose offices are told without it; NULL none. */
static const char *state_of(const reader *r, const mh_actor *x)
{
  if (x->codes.n) return x->codes.n == 1 ? x->codes.at[0] : NULL;
  if (x->form != MH_ACTOR_OFFICIAL || x->office_first != x->first) return NULL;
  const mh_match *m = mh_words_match(r->w, x->office_first, MH_PH_OFFICE);
  if (m == NULL || mh_lex_office(r->lex, m->value)->level > LEVEL_MINISTER) return NULL;
  return r->home ? r->home : mh_statement__post(r, x);
}

/* "received a call | from", "held talks | with": a word for a meeting before the preposition
 * at i. */
static bool met_by(const reader *r, uint32_t i)
{
  const unsigned bit = mh_statement__prep(r, i);
  if (bit != MH_TAKES_MAA && bit != MH_TAKES_MIN) return false;
  for (uint32_t k = i; k-- > 0 && i - k <= 3;)
    if (mh_words_match(r->w, k, MH_PH_MEETING)) return true;
  return false;
}

/* Actors joined by wa-, a counterpart after somebody, two adjectives side by side. */
static void neighbours(const reader *r, census *c, uint32_t i, bool early)
{
  const mh_actor *x = &r->m->actors[i], *y = i ? &r->m->actors[i - 1] : NULL;
  const uint32_t w = early ? 3 : 1;
  if (x->codes.n > 3) return; /* "the six powers" are no parties to each other */
  for (uint8_t k = 0; k < x->codes.n; k++) count_code(c, x->codes.at[k], w);
  if (x->codes.n >= 2) count_pair(c, x->codes.at[0], x->codes.at[1], 4 * w);
  if (x->codes.n == 3) {
    count_pair(c, x->codes.at[0], x->codes.at[2], 4 * w);
    count_pair(c, x->codes.at[1], x->codes.at[2], 4 * w);
  }
  const char *here = state_of(r, x), *there = y ? state_of(r, y) : NULL;
  if (here && x->codes.n == 0) count_code(c, here, w);
  if (here == NULL || there == NULL) return;
  /* "N., N. | and N.": the first of three is named with the third as well */
  const mh_actor *z = i > 1 ? y - 1 : NULL;
  const char *first = z ? state_of(r, z) : NULL;
  if (first && (x->pro & y->pro & MH_PRO_WA) && x->first - y->end <= 1 &&
      y->first - z->end <= 1) {
    count_pair(c, first, here, 2 * w);
    c->row = c->row || (early && !mh_code_same(first, here));
  }
  const bool between = y->first && mh_statement__prep(r, y->first - 1) == MH_TAKES_HAWLA;
  if ((x->pro & MH_PRO_WA) && x->first - y->end <= 1)
    count_pair(c, there, here, (between ? 4 : 2) * w);
  else if (x->form == MH_ACTOR_ROLE && x->role == MH_ROLE_COUNTERPART)
    count_pair(c, there, here, 6 * w);
  else if (x->first > y->end && x->first - y->end <= 2 &&
           mh_statement__prep(r, x->first - 1) == MH_TAKES_MAA)
    count_pair(c, there, here, 5 * w);
  else if (x->first > y->end && met_by(r, x->first - 1))
    count_pair(c, there, here, 5 * w);
}

#define TOGETHER 20 /* tokens between two officials who are told together */

/* Two officials of one sentence ("met on Monday in his office with N. N., the minister"). */
static void told_together(const reader *r, census *c, uint32_t i, uint32_t first,
                          bool early)
{
  const mh_actor *x = &r->m->actors[i];
  if (x->form != MH_ACTOR_OFFICIAL || x->codes.n != 1) return;
  for (uint32_t k = i, n = 0; k-- > 0 && n < 4; n++) {
    const mh_actor *y = &r->m->actors[k];
    if (y->first < first || x->first - y->first > TOGETHER) return;
    if (y->form != MH_ACTOR_OFFICIAL || y->codes.n != 1) continue;
    count_pair(c, y->codes.at[0], x->codes.at[0], early ? 3 : 1);
    return;
  }
}

/* "the Kuwaiti-American dialogue": two adjectives side by side. */
static void adjectives(const reader *r, census *c)
{
  for (uint32_t i = 0; i + 1 < r->w->n_matches; i++) {
    const mh_match *m = &r->w->matches[i];
    if (m->kind != MH_PH_ADJ) continue;
    const char *a = mh_lex_actor(r->lex, m->value)->code;
    count_code(c, a, 1);
    for (uint32_t k = m->end; k < m->end + 2 && k < r->doc->n_tokens; k++) {
      const mh_match *n = mh_words_match(r->w, k, MH_PH_ADJ);
      if (n && !(n->pro & ~MH_PRO_AL))
        count_pair(c, a, mh_lex_actor(r->lex, n->value)->code, m->first < EARLY ? 6 : 2);
      if (n) break;
    }
  }
}

static bool is_document(const mh_actor *x)
{
  return x->form == MH_ACTOR_ROLE &&
         (x->role == MH_ROLE_DOCUMENT || x->role == MH_ROLE_BOTH ||
          x->role == MH_ROLE_MINISTERS);
}

/* A dual or plural in the oblique case: they are spoken of ("between the two countries"). */
static bool spoken_of(const mh_token *t)
{
  return t->n > 4 && mh_key_letter(t->key, t->n - 1) == MH_L_NUN &&
         mh_key_letter(t->key, t->n - 2) == MH_L_YA;
}

/* "a press statement", "a statement issued by the ministry of N.": one side's; by a ministry
 * of which nothing says whose it is, it may be of both. */
static bool of_one(const reader *r, const mh_actor *x)
{
  if (!x->paper || x->end + 1 >= r->doc->n_tokens) return x->paper;
  const int32_t by = r->m->actor_at[x->end + 1];
  return mh_statement__prep(r, x->end) != MH_TAKES_AN_PREP || by < 0 ||
         r->m->actors[by].codes.n == 1;
}

/* "the joint statement", "the final communique", not "the statement". */
static bool joint_document(const reader *r, const mh_actor *x)
{
  return x->form == MH_ACTOR_ROLE && x->role == MH_ROLE_DOCUMENT &&
         x->end > x->first + 1 && !of_one(r, x);
}

/* "the statement" alone may be one side's; "the joint statement", "both sides" who do
 * something are not. */
static bool of_both(const reader *r, const mh_actor *x)
{
  if (!is_document(x)) return false;
  return x->role == MH_ROLE_DOCUMENT ? joint_document(r, x)
                                     : !spoken_of(tok(r, x->end - 1));
}

static const pair *pair_of(const census *c, const char *a, const char *b)
{
  for (uint32_t i = 0; i < c->n_pairs; i++) {
    const pair *p = &c->pairs[i];
    if ((mh_code_same(p->a, a) && mh_code_same(p->b, b)) ||
        (mh_code_same(p->a, b) && mh_code_same(p->b, a)))
      return p;
  }
  return NULL;
}

/* The third of a report of three: who is named with each of the two most. */
static void third(reader *r, const census *c, const pair *best)
{
  uint32_t most = 0;
  const char *who = NULL;
  for (uint32_t k = 0; k < c->n; k++) {
    const pair *x = pair_of(c, c->code[k], best->a), *y = pair_of(c, c->code[k], best->b);
    if (x == NULL || y == NULL || x->score + y->score <= most) continue;
    most = x->score + y->score;
    who = c->code[k];
  }
  if (who == NULL) return;
  r->three = r->parties;
  mh_codes_add(&r->three, who);
}

/* How often "the Kingdom" is said alone, as its own press does. */
static uint32_t says_realm(const reader *r)
{
  uint32_t n = 0;
  for (uint32_t i = 0; i < r->m->n_actors; i++)
    if (mh_statement__says_realm(r, &r->m->actors[i]))
      n += r->m->actors[i].first < EARLY ? 3 : 1;
  return n;
}

static void most_named(reader *r, const census *c)
{
  uint32_t top = 0;
  for (uint32_t k = 0; k < c->n; k++) {
    const mh_actor_row *a = mh_lex_actor_by_code(r->lex, c->code[k]);
    if (a && a->kind == MH_ACTOR_STATE && c->count[k] > top) {
      top = c->count[k];
      r->top = c->code[k];
    }
  }
  r->realm = mh_statement__realm(r, c->code, c->count, c->n);
  /* whose offices it tells without a state is he too who is told by that */
  uint32_t alone = says_realm(r);
  for (uint32_t k = 0; k < c->n; k++)
    if (mh_code_same(c->code[k], r->realm)) alone += c->count[k];
  if (alone > top) r->top = r->realm;
}

static bool names(const reader *r, const char *code)
{
  for (uint32_t i = 0; i < r->m->n_actors; i++)
    if (mh_codes_has(&r->m->actors[i].codes, code)) return true;
  return false;
}

/* A state's own agency names its offices without the state; where it tells from abroad, only
 * when its state is in the report as well. */
static void at_home(reader *r)
{
  const char *state = NULL;
  if (r->headline == NULL || r->headline->home == NULL) return;
  mh_meeting__dateline(r, &state);
  if (state && *state && !mh_code_same(state, r->headline->home) &&
      !names(r, r->headline->home))
    return;
  r->home = r->headline->home;
}

/* Words that are said only of two who stand side by side. */
static bool side_by_side(const mh_actor *x)
{
  if (x->form != MH_ACTOR_ROLE) return false;
  return x->role == MH_ROLE_BOTH || x->role == MH_ROLE_MINISTERS ||
         x->role == MH_ROLE_COUNTERPART;
}

static bool of_three(const mh_actor *x)
{
  return x->form == MH_ACTOR_ROLE && x->role == MH_ROLE_THREE;
}

/* "the ministers", "the leaders": three, where three are named and no two. */
static bool plural(const reader *r, const mh_actor *x)
{
  return x->form == MH_ACTOR_ROLE && x->role == MH_ROLE_MINISTERS && x->codes.n == 0 &&
         !mh_statement__dual(tok(r, x->first));
}

bool mh_statement__two(const reader *r, const mh_actor *x)
{
  return side_by_side(x) &&
         (x->role == MH_ROLE_COUNTERPART || mh_statement__dual(tok(r, x->first)));
}

/* A group that is at home nowhere meets nobody: those who are named beside it fight it. */
static bool meets_nobody(const reader *r, const char *code)
{
  const mh_actor_row *a = mh_lex_actor_by_code(r->lex, code);
  return a && a->kind == MH_ACTOR_GROUP && (a->home == NULL || *a->home == '\0') &&
         strcmp(code, "OTHER") != 0;
}

/* The pair of the highest score; where they do something together, of two who meet. */
static const pair *strongest(const reader *r, const census *c, bool together)
{
  const pair *best = NULL;
  for (uint32_t i = 0; i < c->n_pairs; i++) {
    const pair *p = &c->pairs[i];
    if (together && (meets_nobody(r, p->a) || meets_nobody(r, p->b))) continue;
    if (best == NULL || p->score > best->score) best = p;
  }
  return best;
}

/* Who is named most of those who are no party yet; NULL when nobody is left. */
static const char *named_most(const reader *r, const census *c, bool together)
{
  uint32_t most = 0;
  const char *who = NULL;
  for (uint32_t k = 0; k < c->n; k++) {
    if (c->count[k] <= most || mh_codes_has(&r->parties, c->code[k])) continue;
    if (together && meets_nobody(r, c->code[k])) continue;
    most = c->count[k];
    who = c->code[k];
  }
  return who;
}

void mh_statement__parties(reader *r)
{
  census c = {.n = 0};
  uint32_t joint = 0;
  bool both = false, trilateral = false, many = false, dual = false;
  at_home(r);
  for (uint32_t i = 0, at = 0; i < r->m->n_actors; i++) {
    const uint32_t first = r->m->actors[i].first;
    while (at + 1 < r->doc->n_sentences && r->doc->sentences[at + 1].first <= first) at++;
    neighbours(r, &c, i, first < EARLY);
    told_together(r, &c, i, r->doc->n_sentences ? r->doc->sentences[at].first : 0,
                  first < EARLY);
    joint += is_document(&r->m->actors[i]);
    both = both || of_both(r, &r->m->actors[i]);
    r->common = r->common || joint_document(r, &r->m->actors[i]);
    trilateral = trilateral || of_three(&r->m->actors[i]);
    many = many || plural(r, &r->m->actors[i]);
    dual = dual || mh_statement__two(r, &r->m->actors[i]);
    r->bilateral = r->bilateral || side_by_side(&r->m->actors[i]);
  }
  adjectives(r, &c);
  for (uint8_t i = 0; r->title && i < r->title->n; i++) {
    count_code(&c, r->title->at[i], 4);
    for (uint8_t k = i + 1; k < r->title->n; k++)
      count_pair(&c, r->title->at[i], r->title->at[k], 8);
  }
  most_named(r, &c);
  r->cabinet = mh_statement__cabinet(r);
  for (uint32_t i = 0; i < c.n_pairs; i++) {
    /* a pair is as strong as its weaker one is present */
    uint32_t a = 0, b = 0;
    for (uint32_t k = 0; k < c.n; k++) {
      if (mh_code_same(c.code[k], c.pairs[i].a)) a = c.count[k];
      if (mh_code_same(c.code[k], c.pairs[i].b)) b = c.count[k];
    }
    c.pairs[i].score = c.pairs[i].score * 2 + 3 * (a < b ? a : b) + (a > b ? a : b);
  }
  const bool together = joint >= 2 && both;
  const pair *best = strongest(r, &c, together);
  if (best) {
    mh_codes_add(&r->parties, best->a);
    mh_codes_add(&r->parties, best->b);
    if (trilateral || (c.row && many && !dual)) third(r, &c, best);
  } else {
    for (int n = 0; n < 2; n++) mh_codes_add(&r->parties, named_most(r, &c, together));
  }
  r->joint = together && r->parties.n > 1;
  r->play = r->parties;
  for (uint8_t i = 0; i < r->parties.n; i++)
    if (meets_nobody(r, r->parties.at[i])) r->play.n = 0;
}
