/* subject - who is meant: groups of actors, the words that stand for them, and the parties
 * that a report is about. */
#include "inside.h"

#define LOOK_BACK 256 /* actors in which the same name is looked for */
#define NAMES     256 /* actors looked back at for a last name */

static void add_all(mh_codes *to, const mh_codes *from)
{
  for (uint8_t i = 0; i < from->n; i++) mh_codes_add(to, from->at[i]);
}

/* The parties in play: the report's where it tells of a document or meeting of theirs, else
 * those who were last named together. */
static const mh_codes *in_play(const reader *r)
{
  if (r->joint) return &r->parties;
  return r->pair.n > 1 ? &r->pair : &r->parties;
}

static mh_codes role_codes(const reader *r, const mh_actor *x)
{
  mh_codes c = x->codes;
  switch ((mh_role_kind)x->role) {
  case MH_ROLE_MEETING:
    if (c.n == 1 && mh_lex_actor_by_code(r->lex, c.at[0])->kind == MH_ACTOR_ORG) break;
    if (c.n < 2) c = *in_play(r);
    break;
  case MH_ROLE_BOTH:
  case MH_ROLE_MINISTERS:
    if (c.n < 2) c = *in_play(r);
    break;
  case MH_ROLE_DOCUMENT:
    if (c.n == 0) c = r->joint || r->last_one.n == 0 ? *in_play(r) : r->last_one;
    break;
  case MH_ROLE_SELF:
    if (c.n == 0) c = r->last.n ? r->last : r->last_one;
    break;
  case MH_ROLE_PERSON:
    if (c.n == 0) c = r->last_one;
    break;
  case MH_ROLE_COUNTERPART:
  case MH_ROLE_SIDE: break;
  case MH_ROLE_NOBODY: c.n = 0; break;
  }
  return c;
}

mh_codes mh_statement__codes(const reader *r, const mh_actor *x)
{
  mh_codes c = x->codes;
  if (x->form == MH_ACTOR_ROLE) return role_codes(r, x);
  if (c.n == 0 && x->person_end > x->person_first) {
    /* the same name was told with its state before: compare the last word of the name */
    const mh_key k = tok(r, x->person_end - 1)->key;
    const uint32_t me = (uint32_t)(x - r->m->actors);
    for (uint32_t i = me > LOOK_BACK ? me - LOOK_BACK : 0; i < me; i++) {
      const mh_actor *y = &r->m->actors[i];
      if (y->codes.n != 1 || y->person_first == y->person_end) continue;
      const mh_key z = tok(r, y->person_end - 1)->key;
      if (k.lo && k.lo == z.lo && k.hi == z.hi) return y->codes;
    }
  }
  /* a state by its kind alone ("the Kingdom") is the one of that kind that is in play; an
   * office or organ of no named state is most often at home where the report is */
  if (c.n == 0 && x->form == MH_ACTOR_ORGAN && x->end == x->first + 1) {
    const mh_match *m = mh_words_match(r->w, x->first, MH_PH_ORGAN);
    if (m && strcmp(mh_lex_organ(r->lex, m->value)->kind, "state") == 0)
      mh_codes_add(&c, r->realm);
  }
  return c;
}

static bool head_ok(const mh_actor *x)
{
  return !(x->pro & (MH_PRO_BI | MH_PRO_LI | MH_PRO_KA));
}

static void take(const reader *r, subject *s, int32_t at)
{
  const mh_actor *x = &r->m->actors[at];
  mh_codes c = mh_statement__codes(r, x);
  /* an office or organ of no state that is named: most often at home in the state that the
   * report names most */
  if (c.n == 0 && (x->form == MH_ACTOR_OFFICIAL || x->form == MH_ACTOR_ORGAN)) {
    mh_codes_add(&c, r->top);
    s->unresolved = true;
  }
  if (s->first < 0) s->first = at;
  s->last = at;
  s->end = x->end;
  add_all(&s->codes, &c);
  if (x->form == MH_ACTOR_ROLE && x->role == MH_ROLE_NOBODY)
    s->nobody = true;
  else if (c.n == 0)
    s->unresolved = true;
  if (x->form == MH_ACTOR_ROLE &&
      (x->role == MH_ROLE_DOCUMENT || x->role == MH_ROLE_MEETING))
    s->document = true;
}

/* Where the next actor of a group may begin after token `end`: right there with wa-, or
 * after words in brackets or between commas that tell more of the one before. */
static int32_t next_of_group(const reader *r, uint32_t end)
{
  uint32_t i = end;
  if (i < r->doc->n_tokens && mh_statement__mark(r, i, '(')) {
    while (i < r->doc->n_tokens && i - end < 8 && !mh_statement__mark(r, i, ')')) i++;
    i++;
  }
  if (i < r->doc->n_tokens && mh_statement__comma(r, i)) i++;
  if (i >= r->doc->n_tokens) return -1;
  const int32_t at = r->m->actor_at[i];
  if (at < 0) return -1;
  const mh_actor *x = &r->m->actors[at];
  return (x->pro & MH_PRO_WA) && head_ok(x) ? at : -1;
}

/* ", the Iraqi and the French," or ", N. N.," right behind an actor belongs to it. */
static void apposition(const reader *r, subject *s)
{
  mh_codes c = {.n = 0};
  const uint32_t n = r->doc->n_tokens;
  uint32_t i = s->end;
  if (i >= n || !mh_statement__comma(r, i)) return;
  for (i++; i < n && i - s->end < 8; i++) {
    if (mh_statement__comma(r, i)) break;
    const mh_match *a = mh_words_match(r->w, i, MH_PH_ADJ);
    const bool name = mh_words_match(r->w, i, MH_PH_PERSON) ||
                      r->w->first[i] == r->w->first[i + 1] ||
                      (s->end + 2 < i && r->cls[i] == MH_W_NONE &&
                       mh_statement__reading(r, i, ~0u, true) == NULL);
    if (tok(r, i)->kind != MH_TOKEN_WORD || !(a || name)) return;
    if (a) mh_codes_add(&c, mh_lex_actor(r->lex, a->value)->code);
    if (a == NULL && r->m->actor_at[i] >= 0 &&
        r->m->actors[r->m->actor_at[i]].form != MH_ACTOR_PERSON)
      return;
  }
  if (i >= n || i - s->end < 2 || !mh_statement__comma(r, i)) return;
  if (c.n > 1) s->codes = c;
  s->end = i + 1;
}

bool mh_statement__group(const reader *r, uint32_t i, subject *out)
{
  *out = (subject){.first = -1, .last = -1};
  if (i >= r->doc->n_tokens || r->m->actor_at[i] < 0) return false;
  int32_t at = r->m->actor_at[i];
  if (!head_ok(&r->m->actors[at])) return false;
  for (int n = 0; at >= 0 && n < 8; n++) {
    take(r, out, at);
    apposition(r, out);
    at = next_of_group(r, out->end);
  }
  return true;
}

/* How many actors begin before token i: they stand in order. */
static uint32_t actors_before(const reader *r, uint32_t i)
{
  uint32_t low = 0, high = r->m->n_actors;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (r->m->actors[mid].first < i)
      low = mid + 1;
    else
      high = mid;
  }
  return low;
}

bool mh_statement__known_name(const reader *r, uint32_t i, subject *out)
{
  const mh_token *t = tok(r, i);
  *out = (subject){.first = -1, .last = -1};
  if (t->kind != MH_TOKEN_WORD || t->n < 3 || r->m->actor_of[i] >= 0) return false;
  const int al = mh_key_letter(t->key, 0) == MH_L_ALEF &&
                 mh_key_letter(t->key, 1) == MH_L_LAM;
  const mh_key bare = al ? mh_key_drop(t->key, 2) : t->key;
  uint32_t k = actors_before(r, i);
  for (uint32_t n = 0; k-- > 0 && n < NAMES; n++) {
    const mh_actor *x = &r->m->actors[k];
    if (x->person_end < x->person_first + 2) continue;
    const mh_token *z = tok(r, x->person_end - 1);
    const bool same = (z->key.lo == t->key.lo && z->key.hi == t->key.hi) ||
                      (z->key.lo == bare.lo && z->key.hi == bare.hi);
    if (!same) continue;
    out->codes = mh_statement__codes(r, x);
    if (out->codes.n == 0) mh_codes_add(&out->codes, r->top);
    out->first = out->last = (int32_t)k;
    out->end = i + 1;
    return out->codes.n > 0;
  }
  return false;
}

bool mh_statement__group_before(const reader *r, uint32_t i, uint32_t from, subject *out)
{
  *out = (subject){.first = -1, .last = -1};
  if (i <= from) return false;
  uint32_t k = i - 1;
  if (k > from && mh_statement__mark(r, k, ')'))
    while (k > from && !mh_statement__mark(r, k, '(')) k--;
  if (k > from && mh_statement__mark(r, k, '(')) k--;
  int32_t at = r->m->actor_of[k];
  if (at < 0 || r->m->actors[at].first < from) return false;
  while (at > 0 && (r->m->actors[at].pro & MH_PRO_WA) &&
         r->m->actors[at - 1].end == r->m->actors[at].first &&
         r->m->actors[at - 1].first >= from)
    at--;
  if (!head_ok(&r->m->actors[at])) return false;
  return mh_statement__group(r, r->m->actors[at].first, out) && out->end >= k + 1;
}

/* ---- the parties of the report */

#define PAIRS 24

typedef struct pair {
  const char *a, *b;
  uint32_t score;
} pair;

typedef struct census {
  pair pairs[PAIRS];
  const char *code[32];
  uint32_t count[32];
  uint32_t n, n_pairs;
} census;

static void count_pair(census *c, const char *a, const char *b, uint32_t score)
{
  if (strcmp(a, b) == 0) return;
  if (strcmp(a, b) > 0) {
    const char *t = a;
    a = b;
    b = t;
  }
  for (uint32_t i = 0; i < c->n_pairs; i++) {
    if (strcmp(c->pairs[i].a, a) == 0 && strcmp(c->pairs[i].b, b) == 0) {
      c->pairs[i].score += score;
      return;
    }
  }
  if (c->n_pairs < PAIRS) c->pairs[c->n_pairs++] = (pair){a, b, score};
}

static void count_code(census *c, const char *code, uint32_t n)
{
  for (uint32_t i = 0; i < c->n; i++)
    if (strcmp(c->code[i], code) == 0) {
      c->count[i] += n;
      return;
    }
  if (c->n == 32) return;
  c->code[c->n] = code;
  c->count[c->n++] = n;
}

/* Actors joined by wa-, a counterpart after somebody, two adjectives side by side. */
static void neighbours(const reader *r, census *c, uint32_t i, bool early)
{
  const mh_actor *x = &r->m->actors[i], *y = i ? &r->m->actors[i - 1] : NULL;
  const uint32_t w = early ? 3 : 1;
  for (uint8_t k = 0; k < x->codes.n; k++) count_code(c, x->codes.at[k], w);
  if (x->codes.n >= 2) count_pair(c, x->codes.at[0], x->codes.at[1], 4 * w);
  if (y == NULL || y->codes.n != 1 || x->codes.n != 1) return;
  const bool between = y->first && mh_statement__prep(r, y->first - 1) == MH_TAKES_HAWLA;
  if ((x->pro & MH_PRO_WA) && x->first - y->end <= 1)
    count_pair(c, y->codes.at[0], x->codes.at[0], (between ? 4 : 2) * w);
  else if (x->form == MH_ACTOR_ROLE && x->role == MH_ROLE_COUNTERPART)
    count_pair(c, y->codes.at[0], x->codes.at[0], 6 * w);
  else if (x->first > y->end && x->first - y->end <= 2 &&
           mh_statement__prep(r, x->first - 1) == MH_TAKES_MAA)
    count_pair(c, y->codes.at[0], x->codes.at[0], 5 * w);
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
        count_pair(c, a, mh_lex_actor(r->lex, n->value)->code, m->first < 120 ? 6 : 2);
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

/* Kingdoms that their own press calls "the Kingdom"; the first where none is named, for there
 * it is said most. */
static const char *const realms[] = {"SAU", "JOR", "MAR", "BHR"};

static void most_named(reader *r, const census *c)
{
  uint32_t top = 0, realm = 0;
  for (uint32_t k = 0; k < c->n; k++) {
    const mh_actor_row *a = mh_lex_actor_by_code(r->lex, c->code[k]);
    if (a && a->kind == MH_ACTOR_STATE && c->count[k] > top) {
      top = c->count[k];
      r->top = c->code[k];
    }
    for (size_t i = 0; i < sizeof realms / sizeof *realms; i++)
      if (strcmp(realms[i], c->code[k]) == 0 && c->count[k] > realm) {
        realm = c->count[k];
        r->realm = c->code[k];
      }
  }
  if (r->realm == NULL) r->realm = realms[0];
}

/* Words that are said only of two who stand side by side. */
static bool side_by_side(const mh_actor *x)
{
  if (x->form != MH_ACTOR_ROLE) return false;
  return x->role == MH_ROLE_BOTH || x->role == MH_ROLE_MINISTERS ||
         x->role == MH_ROLE_COUNTERPART;
}

void mh_statement__parties(reader *r)
{
  census c = {.n = 0};
  uint32_t joint = 0;
  for (uint32_t i = 0; i < r->m->n_actors; i++) {
    neighbours(r, &c, i, r->m->actors[i].first < 120);
    joint += is_document(&r->m->actors[i]);
    r->bilateral = r->bilateral || side_by_side(&r->m->actors[i]);
  }
  adjectives(r, &c);
  for (uint8_t i = 0; r->title && i < r->title->n; i++) {
    count_code(&c, r->title->at[i], 4);
    for (uint8_t k = i + 1; k < r->title->n; k++)
      count_pair(&c, r->title->at[i], r->title->at[k], 8);
  }
  most_named(r, &c);
  pair *best = NULL;
  for (uint32_t i = 0; i < c.n_pairs; i++) {
    /* a pair is as strong as its weaker one is present */
    uint32_t a = 0, b = 0;
    for (uint32_t k = 0; k < c.n; k++) {
      if (strcmp(c.code[k], c.pairs[i].a) == 0) a = c.count[k];
      if (strcmp(c.code[k], c.pairs[i].b) == 0) b = c.count[k];
    }
    c.pairs[i].score = c.pairs[i].score * 2 + 3 * (a < b ? a : b) + (a > b ? a : b);
    if (best == NULL || c.pairs[i].score > best->score) best = &c.pairs[i];
  }
  if (best) {
    mh_codes_add(&r->parties, best->a);
    mh_codes_add(&r->parties, best->b);
  } else {
    uint32_t top = 0, next = 0;
    for (uint32_t k = 1; k < c.n; k++)
      if (c.count[k] > c.count[top]) top = k;
    if (c.n) mh_codes_add(&r->parties, c.code[top]);
    next = top == 0;
    for (uint32_t k = 0; k < c.n; k++)
      if (k != top && c.count[k] > c.count[next]) next = k;
    if (c.n > 1 && next != top) mh_codes_add(&r->parties, c.code[next]);
  }
  r->joint = joint >= 2 && r->parties.n > 1;
}
