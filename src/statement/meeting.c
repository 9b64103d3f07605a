/* meeting - the meetings a report is about, from all places where it tells of one: the same
 * meeting told several times is one, with what each place knows of it; what is only recalled
 * is none.  Where and by which words a meeting is told is known to meeting_told. */
#include "meeting.h"

#define MEETINGS 16 /* of one report */
#define VISIT    3  /* days between a visit and the talks that belong to it */
#define STAY     2  /* days between an arrival and the talks that are told as others */

typedef struct all {
  told at[MEETINGS];
  uint32_t n;
} all;

/* More exact kinds win over less exact ones of the same parties. */
static uint8_t rank_of(const char *kind)
{
  static const char *const kinds[] = {
      "visit", "conference", "signing", "talks", "summit", "call", "strategic-dialogue"};
  for (uint8_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (strcmp(kinds[i], kind) == 0) return i;
  return 0;
}

/* Who is in office is often told in one place only. */
static void learn(told *into, const told *t)
{
  for (uint8_t k = 0; k < into->who.n; k++)
    for (uint8_t j = 0; into->who.level[k] == LEVEL_NO_ONE && j < t->who.n; j++)
      if (strcmp(into->who.code[k], t->who.code[j]) == 0)
        into->who.level[k] = t->who.level[j];
  if (into->generic && t->generic && !t->hint && mh_meeting__leaders(&into->who)) {
    into->kind = "summit";
    into->rank = rank_of(into->kind);
  }
}

/* Two days, months or years that cannot be one. */
static bool days_differ(const char *a, const char *b)
{
  const size_t n = strlen(a) < strlen(b) ? strlen(a) : strlen(b);
  return strncmp(a, b, n) != 0;
}

static void merge(told *into, const told *t)
{
  learn(into, t);
  if (!t->hint && t->rank > into->rank) {
    into->kind = t->kind;
    into->rank = t->rank;
  }
  /* where a stay began and when they met in it are two days of one meeting: the second */
  const bool met = t->date && into->stay && !t->stay && !t->hint;
  if (into->date && met)
    into->next = t->next && (into->next || days_differ(into->date, t->date));
  if (into->began == NULL) into->began = into->stay ? into->date : t->began;
  if (into->began == NULL && t->stay) into->began = t->date;
  if (into->date == NULL || met || (t->date && strlen(t->date) > strlen(into->date))) {
    into->date = t->date;
    into->stay = t->stay;
  }
  /* the lead knows best where it was */
  const bool first = t->lead && !into->lead && t->city;
  if (into->near == NULL) into->near = t->near;
  if (into->place == NULL || (t->city && !into->city) || first) {
    into->place = t->place;
    into->state = t->state;
    into->city = t->city;
  }
  if (into->ordinal == 0 || (into->only && !t->only && t->ordinal)) {
    into->ordinal = t->ordinal;
    into->only = t->only;
  }
  if (into->n_chairs < t->n_chairs) {
    memcpy(into->chairs, t->chairs, sizeof t->chairs);
    into->n_chairs = t->n_chairs;
  }
  into->lead = into->lead || t->lead;
  into->deep = into->deep && t->deep;
  into->aside_told = into->aside_told && t->aside_told;
  into->guess = into->guess && t->guess;
  into->faint = into->faint && t->faint;
  into->past = into->past || t->past;
  into->ago = into->ago && t->ago;
  into->score += t->score;
}

/* How many days lie between the two, which are days; more than a year where one is none. */
static long days_between(const char *a, const char *b)
{
  mh_day x, y;
  if (a == NULL || b == NULL || !mh_day_parse(&x, a, strlen(a)) || x.day == 0 ||
      !mh_day_parse(&y, b, strlen(b)) || y.day == 0)
    return 999;
  const long n = (long)(mh_day_number(x) - mh_day_number(y));
  return n < 0 ? -n : n;
}

static bool same_place(const told *a, const told *b)
{
  if (a->place == NULL || b->place == NULL) return true;
  if (a->city != b->city && a->state && b->state) return strcmp(a->state, b->state) == 0;
  return strcmp(a->place, b->place) == 0;
}

/* "arrived on Thursday", "will meet him on Friday", both in the same land: one stay; and what is
 * told as done and as to come on one day is one meeting. */
static bool one_stay(const told *a, const told *b)
{
  if (!same_place(a, b)) return false;
  const long n = days_between(a->date, b->date);
  if (days_between(a->began, b->date) == 0) return true;
  return n == 0 || (n <= STAY && (a->stay || b->stay));
}

static bool of_ministers(const told *t)
{
  for (uint8_t k = 0; k < t->who.n; k++)
    if (t->who.level[k] >= LEVEL_MINISTER && t->who.level[k] < LEVEL_NO_ONE) return true;
  return false;
}

/* Ministers who met, and a summit by that word, are not the same meeting. */
static bool other_level(const told *summit, const told *t)
{
  if (strcmp(summit->kind, "summit") || summit->generic || !t->generic) return false;
  return of_ministers(t);
}

/* A call is never the same as a meeting; two days or two numbers are two meetings. */
static bool same_meeting(const told *a, const told *b)
{
  const bool call_a = strcmp(a->kind, "call") == 0, call_b = strcmp(b->kind, "call") == 0;
  if (call_a != call_b || a->over != b->over) return false;
  if (!mh_meeting__same(&a->who, &b->who)) return false;
  const bool stay = !call_a && one_stay(a, b);
  if (a->next != b->next && !stay) return false;
  if (a->ordinal && b->ordinal && a->ordinal != b->ordinal) return false;
  if (a->ready != b->ready || other_level(a, b) || other_level(b, a)) return false;
  /* "visits N. a day after the dialogue" */
  if ((a->aside && strcmp(b->kind, "visit") == 0) ||
      (b->aside && strcmp(a->kind, "visit") == 0))
    return false;
  return stay || !(a->date && b->date && days_differ(a->date, b->date));
}

/* The meeting in x that t tells more of, x->n when none; `kind`: only one of its kind. */
static uint32_t told_before(const all *x, const told *t, bool kind)
{
  uint32_t k = 0;
  for (; k < x->n; k++) {
    if (kind && strcmp(x->at[k].kind, t->kind)) continue;
    const bool same = t->hint && !x->at[k].next && !x->at[k].over
                          ? mh_meeting__same(&x->at[k].who, &t->who)
                          : same_meeting(&x->at[k], t);
    if (same) break;
  }
  return k;
}

/* "discussed it in two calls with N. and N.": told with each of them already. */
static bool told_apart(const all *x, const told *t)
{
  for (uint8_t one = 0; t->who.n > 2 && one < t->who.n; one++) {
    uint8_t with = 0;
    for (uint32_t i = 0; i < x->n; i++) {
      const side *s = &x->at[i].who;
      uint8_t known = 0;
      for (uint8_t k = 0; k < t->who.n; k++) known += mh_meeting__has(s, t->who.code[k]);
      if (s->n == 2 && known == 2 && mh_meeting__has(s, t->who.code[one])) with++;
    }
    if (with + 1 >= t->who.n) return true;
  }
  return false;
}

static void gather(all *x, const told *t)
{
  uint32_t k = mh_meeting__strategic(t) ? told_before(x, t, true) : x->n;
  if (k == x->n) k = told_before(x, t, false);
  if (k < x->n) {
    merge(&x->at[k], t);
    return;
  }
  if (t->hint && told_apart(x, t)) return;
  if (t->guess && x->n) return; /* those of a meeting that is told better */
  if (x->n < MEETINGS) x->at[x->n++] = *t;
}

static mh_status put(reader *r, const told *t)
{
  mh_meeting m = {.kind = t->kind,
                  .date = t->date,
                  .place = t->place,
                  .ordinal = t->ordinal,
                  .next = t->next,
                  .span = mh_tokens_span(r->doc, t->first, t->end)};
  const char **p = mh_arena_take(r->a, MH_CODES_MAX * sizeof *p);
  mh_span *c = mh_arena_take(r->a, CHAIRS * sizeof *c);
  if (p == NULL || c == NULL) return MH_ENOMEM;
  for (uint8_t i = 0; i < t->who.n; i++) {
    uint32_t k = i;
    for (; k && strcmp(p[k - 1], t->who.code[i]) > 0; k--) p[k] = p[k - 1];
    p[k] = t->who.code[i];
  }
  memcpy(c, t->chairs, sizeof t->chairs);
  m.parties = p;
  m.n_parties = t->who.n;
  m.chairs = c;
  m.n_chairs = t->n_chairs;
  return MH_PUSH(r->a, &r->meetings, m);
}

/* What an organisation did by itself is told of beside what it did with others, and counts
 * only with its day. */
static bool idle(const all *x, const told *t)
{
  if (!t->alone) return false;
  if (strcmp(t->who.code[0], "OTHER") == 0) return true; /* a party's own meeting */
  if (t->date == NULL || strlen(t->date) < 10) return true;
  for (uint32_t i = 0; i < x->n; i++)
    if (x->at[i].who.n > 1 && mh_meeting__has(&x->at[i].who, t->who.code[0])) return true;
  return false;
}

/* Told once, by a noun or by what two spoke of, and not where, when or the how-manyeth; but a
 * call, which is seldom told with more, is news. */
static bool bare(const told *t)
{
  if (strcmp(t->kind, "call") == 0 && !t->hint) return false;
  return t->score <= 2 && !t->lead && t->date == NULL && t->place == NULL &&
         t->ordinal == 0 && (t->frame || !mh_meeting__strategic(t));
}

/* Does the headline name all of them? */
static bool headlined(const reader *r, const told *t)
{
  for (uint8_t k = 0; k < t->who.n; k++)
    if (r->title == NULL || !mh_codes_has(r->title, t->who.code[k])) return false;
  return t->who.n > 1;
}

/* In a report that says nothing of states, or hardly: named on the way. */
static bool by_the_way(const reader *r, const told *t)
{
  const bool day = t->date && strlen(t->date) == 10;
  if (r->scope == SCOPE_STATES && r->out.n) return false;
  if (r->out.n == 0 && strcmp(t->kind, "signing") == 0) return true;
  if (!t->lead && t->score < 3 && !day) return true;
  return r->out.n == 0 && t->score < 3 && t->date == NULL && t->place == NULL;
}

/* Does a verb tell surely, in a report of states, that those who are named met or will? */
static bool by_verb(const reader *r, const told *t)
{
  return t->verb != NO_TOKEN && !t->guess && !t->faint && !t->meant && t->who.n > 1 &&
         r->scope == SCOPE_STATES && !r->opinion;
}

/* "will meet his counterparts": what they will do has not been told before, so it is not recalled,
 * however far down. */
static bool announced(const reader *r, const told *t)
{
  return t->next && by_verb(r, t) && strcmp(t->kind, "visit");
}

/* "then visited N.": who tells where they met tells of it. */
static bool told_where(const reader *r, const told *t)
{
  return t->place && by_verb(r, t) && !t->hint && !t->aside_told;
}

/* What is only recalled: told once, far from the lead, without a day. */
static bool background(const reader *r, const told *t)
{
  if (t->over) return true;
  const bool ahead = announced(r, t);
  if (!headlined(r, t)) {
    if (t->ago) return true;
    if (by_the_way(r, t)) return true;
    if (bare(t) && t->paragraph > 1 && !ahead) return true;
    if (t->guess && !t->lead && (t->deep || t->date == NULL)) return true;
  }
  if (t->faint && !t->lead && !t->next && t->date == NULL && t->place == NULL &&
      t->ordinal == 0 && strcmp(t->kind, "strategic-dialogue"))
    return true;
  if (t->deep && t->date == NULL && t->score < 4 && !ahead && !told_where(r, t))
    return true;
  const bool plain = t->date && strlen(t->date) == 10 && t->score > 2 &&
                     strcmp(t->kind, "talks") == 0;
  if (mh_meeting__has(&t->who, "OTHER") && t->who.n <= 2 && !plain) return true;
  const bool visit = strcmp(t->kind, "visit") == 0;
  return visit && !t->lead && (t->score < 3 || (t->aside_told && !headlined(r, t)));
}

/* "arrived in N. to meet M.": where others than its hosts are met, the visit is on the way. */
static bool stopover(const reader *r, const all *x, const told *v)
{
  if (strcmp(v->kind, "visit") || !v->city || v->lead || v->score > 3 || headlined(r, v))
    return false;
  for (uint32_t i = 0; i < x->n; i++) {
    const told *o = &x->at[i];
    if (o == v || o->over || strcmp(o->kind, "visit") == 0 ||
        strcmp(o->kind, "call") == 0)
      continue;
    if (o->place == NULL || strcmp(o->place, v->place) || background(r, o)) continue;
    uint8_t shared = 0;
    for (uint8_t k = 0; k < v->who.n; k++) {
      const bool host = v->state && strcmp(v->who.code[k], v->state) == 0;
      if (mh_meeting__has(&o->who, v->who.code[k])) shared += host ? 8 : 1;
    }
    if (shared == 1) return true;
  }
  return false;
}

/* "he will also meet N.": part of the meeting or visit that is told of, on no day of its own. */
static bool of_another(const reader *r, all *x, const told *t)
{
  const bool call = strcmp(t->kind, "call") == 0;
  if (!t->next) return false;
  for (uint32_t i = 0; i < x->n; i++) {
    told *o = &x->at[i];
    /* "begins today ...; the two will meet today to open it" */
    const bool today = t->date && o->date && strcmp(t->date, o->date) == 0;
    const bool known = mh_meeting__strategic(o) || strcmp(t->kind, "visit") == 0 ||
                       t->part || (t->ordinal && t->ordinal == o->ordinal);
    if ((t->date && !(today && known)) || other_level(t, o)) continue;
    if (t->ordinal && t->ordinal != o->ordinal) continue;
    if (o->next || background(r, o) || !(o->date || o->lead) ||
        (strcmp(o->kind, "call") == 0) != call || !mh_meeting__same(&o->who, &t->who) ||
        !same_place(o, t))
      continue;
    if (strcmp(o->kind, "visit") || t->part) merge(o, t);
    return true;
  }
  return false;
}

/* A visit with talks a day or two from it: the more exact of the two is told. */
static bool with_talks(const reader *r, all *x, const told *t)
{
  if (strcmp(t->kind, "visit") || t->date == NULL) return false;
  for (uint32_t i = 0; i < x->n; i++) {
    told *o = &x->at[i];
    const bool talks = strcmp(o->kind, "talks") == 0 || strcmp(o->kind, "summit") == 0;
    if (!talks || o->next != t->next || o->date == NULL || background(r, o) ||
        !mh_meeting__same(&o->who, &t->who) || !same_place(o, t) ||
        days_between(o->date, t->date) > VISIT)
      continue;
    if (o->place == NULL) o->place = t->place;
    return true;
  }
  return false;
}

/* Some of those who met, on the same day in the same place: told without the others. */
static bool of_more(const all *x, const told *t)
{
  for (uint32_t i = 0; t->date && strlen(t->date) == 10 && t->place && i < x->n; i++) {
    const told *o = &x->at[i];
    if (o->who.n <= t->who.n || o->date == NULL || o->place == NULL || o->over ||
        strcmp(o->kind, t->kind) || strcmp(o->date, t->date) ||
        strcmp(o->place, t->place))
      continue;
    uint8_t shared = 0;
    for (uint8_t k = 0; k < t->who.n; k++)
      shared += mh_meeting__has(&o->who, t->who.code[k]);
    if (shared == t->who.n) return true;
  }
  return false;
}

/* "the talks with N.", of the same kind as what is to come: a noun by itself, that says no place
 * which is not known of the other. */
static bool bare_name(const told *o, const told *t)
{
  return t->verb == NO_TOKEN && strcmp(o->kind, t->kind) == 0 && (!t->lead || o->date) &&
         (t->place == NULL || o->place) && t->score <= 4;
}

/* "to take part in the dialogue", "the first leader whom he receives": what is to come, named
 * again on no day and by no number of its own, nor as something past. */
static bool echo(const reader *r, all *x, const told *t)
{
  if (t->next || t->date || t->ordinal || t->past || strcmp(t->kind, "call") == 0)
    return false;
  for (uint32_t i = 0; i < x->n; i++) {
    told *o = &x->at[i];
    const bool dialogue = mh_meeting__strategic(o) && mh_meeting__strategic(t);
    if (!o->next || !mh_meeting__same(&o->who, &t->who)) continue;
    const bool plain = o->generic && t->generic && (o->date || t->later);
    if (!dialogue && !plain && (!bare_name(o, t) || background(r, o))) continue;
    if (dialogue && !(o->date || o->lead || t->later)) continue;
    if (!same_place(o, t) || of_ministers(o) != of_ministers(t)) continue;
    /* "will visit N. today.  He meets its president": whom he meets says what it is */
    if (strcmp(o->kind, "visit") == 0 && t->verb != NO_TOKEN) learn(o, t);
    if (t->city && !o->city) {
      o->place = t->place;
      o->state = t->state;
      o->city = true;
    }
    return true;
  }
  return false;
}

/* "the first summit of the two" is a round only where the report counts another. */
static void uncount(all *x)
{
  for (uint32_t i = 0; i < x->n; i++) {
    bool more = !x->at[i].only;
    for (uint32_t k = 0; !more && k < x->n; k++)
      more = x->at[k].ordinal > 1 && mh_meeting__same(&x->at[k].who, &x->at[i].who);
    if (!more) x->at[i].ordinal = 0;
  }
}

/* Two who speak of what they did, and tell no other day, did it on that day. */
static void spoke_of(all *x)
{
  for (uint32_t i = 0; i < x->n; i++) {
    told *t = &x->at[i];
    if (t->date == NULL && t->near && !t->next && t->lead && strcmp(t->kind, "call"))
      t->date = t->near;
  }
}

/* "a preparatory meeting": part of what it prepares, where the report tells of that too. */
static bool prepares(const all *x, const told *t)
{
  for (uint32_t i = 0; t->ready && i < x->n; i++)
    if (!x->at[i].ready && !x->at[i].over && mh_meeting__same(&x->at[i].who, &t->who))
      return true;
  return false;
}

/* Where nothing says where two met, or only in which state, and the report was written or its
 * document named where one of them is at home, it was there. */
static void place_by(const reader *r, all *x, const char *city, const char *state)
{
  const mh_actor_row *home = city ? mh_lex_actor_by_code(r->lex, state) : NULL;
  for (uint32_t i = 0; home && i < x->n; i++) {
    told *t = &x->at[i];
    const bool there = t->place && strcmp(t->place, home->english) == 0;
    if (t->next || strcmp(t->kind, "call") == 0 || !mh_meeting__has(&t->who, state))
      continue;
    if (there && strcmp(t->kind, "visit") == 0) continue;
    if (t->place == NULL || there) t->place = city;
  }
}

/* Where nothing says where ministers met, and one of them speaks where the other is at home. */
static void place_by_visitor(const reader *r, all *x)
{
  for (uint32_t i = 0; i < x->n; i++) {
    told *t = &x->at[i];
    const char *state = NULL;
    const bool talks = strcmp(t->kind, "talks") == 0; /* leaders may meet elsewhere */
    if (t->place || t->next || t->over || t->paragraph > 2 || !talks) continue;
    t->place = mh_meeting__visitor_in(r, t, &state);
    t->city = t->place != NULL;
    if (t->place) t->state = state;
  }
}

/* "the N. summit": where the only summit was that the report tells of, or its only talks. */
static void place_by_name(const reader *r, all *x, bool summit)
{
  told *only = NULL;
  for (uint32_t i = 0; i < x->n; i++) {
    told *t = &x->at[i];
    if (t->over || strcmp(t->kind, "call") == 0) continue;
    if (summit && strcmp(t->kind, "summit")) continue;
    if (only) return; /* which of them is not told */
    only = t;
  }
  if (only == NULL || only->place || (!summit && strcmp(only->kind, "talks"))) return;
  const char *state = NULL, *city;
  bool several = false;
  city = mh_meeting__called(r, r->w, summit, &state, &several);
  if (city == NULL && r->headline && r->headline->w)
    city = mh_meeting__called(r, r->headline->w, summit, &state, &several);
  if (city == NULL || several) return;
  only->place = city;
  only->state = state;
  only->city = true;
}

/* A day long ago, told in the lead, is news where the report goes on about who met then and
 * knows no other day. */
static void recall(reader *r)
{
  for (uint32_t i = 0; i < r->tellings.n; i++) {
    told *t = &r->tellings.at[i];
    bool more = false, other = false;
    if (!t->over || !t->lead || t->date == NULL || strlen(t->date) < 10) continue;
    for (uint32_t k = 0; k < r->tellings.n; k++) {
      const told *o = &r->tellings.at[k];
      if (k == i || !mh_meeting__same(&o->who, &t->who)) continue;
      more = more || !o->next;
      other = other || (o->date && days_differ(o->date, t->date)) || o->next;
    }
    if (!more || other) continue;
    for (uint32_t k = 0; k < r->tellings.n; k++)
      if (mh_meeting__same(&r->tellings.at[k].who, &t->who))
        r->tellings.at[k].over = false;
  }
}

mh_status mh_statement__meetings(reader *r)
{
  all x = {.n = 0};
  recall(r);
  /* first what tells how they met and names who did */
  for (int pass = 0; pass < 3; pass++)
    for (uint32_t i = 0; i < r->tellings.n; i++) {
      told *t = &r->tellings.at[i];
      if ((t->guess ? 2 : t->hint) != pass) continue;
      /* a numbered session of a committee is one of its own, whoever leads it */
      t->rank = t->body && t->ordinal ? rank_of("summit") + 1 : rank_of(t->kind);
      if (t->who.n < 2 && !t->alone)
        mh_meeting__known(r, &t->who, &r->parties, r->doc->n_tokens);
      if (t->who.n > 1 || t->alone) gather(&x, t);
    }
  uncount(&x);
  spoke_of(&x);
  place_by_name(r, &x, true);
  place_by_name(r, &x, false);
  place_by_visitor(r, &x);
  const char *state = NULL, *city = mh_meeting__signed_in(r, &state);
  place_by(r, &x, city, state);
  city = mh_meeting__dateline(r, &state);
  place_by(r, &x, city, state);
  bool part[MEETINGS] = {false};
  for (uint32_t i = 0; i < x.n; i++)
    part[i] = of_another(r, &x, &x.at[i]) || echo(r, &x, &x.at[i]) ||
              prepares(&x, &x.at[i]) || stopover(r, &x, &x.at[i]) ||
              of_more(&x, &x.at[i]) || with_talks(r, &x, &x.at[i]);
  for (uint32_t i = 0; i < x.n; i++)
    if (!part[i] && !background(r, &x.at[i]) && !idle(&x, &x.at[i]))
      MH_TRY(put(r, &x.at[i]));
  return MH_OK;
}
