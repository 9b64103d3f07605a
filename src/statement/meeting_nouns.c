/* meeting_nouns - meetings that a noun tells of: who met stands around it ("during his meeting
 * with", "the talks between X and Y", "the visit of X to Y", "the Saudi-French summit") or
 * around the verb it goes with ("held talks", "a call that X had with Y").  What may be told
 * by a verb alone is not known here; see meeting_told. */
#include "meeting.h"
#include "steps.h"

/* A noun, the verbs it goes with, and what stands around it. */
typedef struct noun {
  const mh_match *m;
  const mh_meeting_row *row;
  uint32_t from;           /* the token after it and its adjectives                */
  uint32_t verb;           /* that governs it ("held talks"); NO_TOKEN none        */
  uint32_t after;          /* of the clause that tells more of it; NO_TOKEN none   */
  const mh_frame *f;       /* of the one there is                                  */
  uint32_t before;         /* the verb before it, also with such a clause          */
  const char *town, *land; /* after which it is called; NULL none                */
  bool visit;
  bool mine;   /* "his meeting"                                                */
  bool loose;  /* its own words do not tell who met                            */
  bool bare;   /* nor one of them                                              */
  bool tours;  /* it leads to several states                                   */
  bool states; /* two adjectives of states tell whose it is                    */
  slots x;
} noun;

/* A verb that takes the word for a meeting as its object. */
static bool holds(const mh_frame *f)
{
  return f->kind == MH_FRAME_MEET || f->event == MH_EVENT_HELD ||
         f->event == MH_EVENT_HOST;
}

/* "a summit in | N. that gathered": is the place at token i told behind "in"? */
static bool in_place(const reader *r, uint32_t i, const mh_match *place)
{
  return (place->pro & MH_PRO_BI) || mh_statement__prep(r, i - 1) == MH_TAKES_FI;
}

/* The verb of the clause that tells more of the noun: "a call that X had with Y", "a visit X
 * pays to Y"; NO_TOKEN when none follows. */
static uint32_t resuming(const walk *w, uint32_t i, const mh_frame **f)
{
  const reader *r = w->r;
  const mh_reading *y;
  if (i + 1 < w->s->end && mh_statement__comma(r, i) && r->cls[i + 1] == MH_W_REL) i++;
  for (uint32_t n = 0; n < 5 && i < w->s->end; n++) {
    if ((*f = mh_meeting__event_verb(r, i, &y)) != NULL) return holds(*f) ? i : NO_TOKEN;
    const mh_match *place = mh_words_match(r->w, i, MH_PH_PLACE);
    if (r->m->when_at[i] >= 0) {
      i = r->m->whens.at[r->m->when_at[i]].end;
    } else if (place && i > w->s->first && in_place(r, i, place)) {
      i = place->end;
    } else if (tok(r, i)->kind == MH_TOKEN_WORD && r->m->actor_at[i] < 0 &&
               (r->cls[i] == MH_W_NONE || mh_statement__prep(r, i) == MH_TAKES_FI ||
                r->cls[i] == MH_W_REL || r->cls[i] == MH_W_AUX ||
                r->cls[i] == MH_W_QAD)) {
      i++;
    } else {
      break;
    }
  }
  return NO_TOKEN;
}

/* The verb that governs the noun ("held talks", "paid a visit"), NO_TOKEN when none is near. */
static uint32_t governor(const walk *w, uint32_t i, const mh_frame **f,
                         const mh_reading **y)
{
  const reader *r = w->r;
  for (uint32_t k = i; k-- > w->s->first && i - k <= MH_GOVERNOR;) {
    if (tok(r, k)->kind == MH_TOKEN_MARK && mh_statement__mark(r, k, ':')) break;
    if (r->cls[k] == MH_W_AN) break;
    if ((*f = mh_meeting__event_verb(r, k, y)) != NULL) return k;
    if (k + 1 == i && mh_statement__and(r, k) && mh_meeting__by_next_verb(r, i)) break;
    if (mh_meeting__ends(r, k) && r->cls[k] != MH_W_REL) break;
  }
  return NO_TOKEN;
}

/* Does the sentence name somebody in office of the state? */
static bool spoken_of(const walk *w, const char *state)
{
  const mh_mentions *m = w->r->m;
  for (uint32_t i = w->s->first; i < w->s->end; i++) {
    const mh_actor *x = m->actor_at[i] >= 0 ? &m->actors[m->actor_at[i]] : NULL;
    if (x && x->form >= MH_ACTOR_OFFICIAL && mh_codes_has(&x->codes, state)) return true;
  }
  return false;
}

/* "the next dialogue, next year in Kuwait": the series is not named again, only its next round
 * with a day to come. */
static mh_status next_of_series(walk *w, const told *t, const mh_match *m, bool *is)
{
  reader *r = w->r;
  if (!mh_meeting__round_word(r, m)) return MH_OK;
  /* "to host a conference on N. next year" is another occasion */
  if (strcmp(mh_lex_meeting(r->lex, m->value)->kind, "conference") == 0) return MH_OK;
  for (uint32_t k = r->tellings.n; k-- > 0;) {
    const told *series = &r->tellings.at[k];
    if (!mh_meeting__strategic(series) || series->next) continue;
    told v = *t;
    v.who = series->who;
    v.kind = series->kind;
    v.next = true;
    v.score = 3;
    mh_meeting__clause_around(w, &v);
    MH_TRY(mh_meeting__facts(r, &v, m, w->s));
    *is = v.date && mh_meeting__to_come(r, v.date) && r->tellings.n < TOLD_MAX;
    return *is ? MH_PUSH(r->a, &r->tellings, v) : MH_OK;
  }
  return MH_OK;
}

/* "his meeting", "for talks": somebody who acts in the sentence. */
static void owner(const walk *w, noun *n)
{
  slots v = {.end = 0};
  const bool their = mh_meeting__theirs(w->r, n->m);
  const act *two = their ? mh_meeting__two_behind(w, n->m->first) : NULL;
  if (their && two == NULL) two = mh_meeting__who_act(w, n->m->first);
  if (two) {
    mh_meeting__actors_of(w, two, &n->x);
    return;
  }
  if (n->mine && n->verb != NO_TOKEN) mh_meeting__subject_of(w, n->verb, n->visit, &v);
  const bool several = v.own.n > 1 && v.own_how == HOW_PEOPLE; /* "their meeting" */
  const act *before = w->next ? &w->acts[w->next - 1] : NULL;
  const bool named = before && before->who.first >= 0 && !before->who.carried &&
                     before->alone.n > 1 && before->content == n->m->first;
  const bool both = named || mh_meeting__theirs(w->r, n->m);
  if (v.own.n != 1 && !several) {
    v.own.n = 0;
    mh_meeting__who_is_meant(w, n->m->first, !both, &v);
    const mh_codes *pair = &w->r->pair;
    if (both && mh_meeting__two_named(w, n->m->first, &v.own))
      v.own_how = HOW_PEOPLE;
    else if (both && v.own.n == 1 && pair->n > 1 && mh_codes_has(pair, v.own.code[0]))
      mh_meeting__known(w->r, &v.own, pair, n->m->first);
  }
  n->x.own = v.own;
  n->x.own_how = v.own_how;
  /* "N., N. and N. go on with | their talks" */
  if (named && n->mine && v.own_how == HOW_CARRIED && before->alone.n == v.own.n)
    n->x.own_how = HOW_STATE;
}

/* Is it what the act before plans ("intends | a visit to N.")? */
static bool planned(const walk *w, const mh_match *m)
{
  const act *x = w->next ? &w->acts[w->next - 1] : NULL;
  return x && x->act == MH_ACT_PLAN && x->content == m->first;
}

/* "voiced during the call | his wish for peace between N. and N.": where what is said on the
 * occasion begins, behind a preposition of the verb's; else the sentence's end. */
static uint32_t said_from(const walk *w, const mh_match *m)
{
  const reader *r = w->r;
  const act *x = w->next ? &w->acts[w->next - 1] : NULL;
  if (x == NULL || x->takes != LED_PREP || x->content <= m->end ||
      m->first == w->s->first || !mh_statement__setting(r, m->first - 1))
    return w->s->end;
  const unsigned bit = mh_statement__prep(r, x->content - 1);
  return bit == MH_TAKES_AN_PREP || bit == MH_TAKES_ALA ? x->content - 1 : w->s->end;
}

/* Who met, as the noun and what stands behind it tell. */
static void noun_slots(const walk *w, noun *n)
{
  const reader *r = w->r;
  /* a call is had with somebody, or received from him */
  const bool call = strcmp(n->row->kind, "call") == 0;
  unsigned takes = MH_TAKES_BI | MH_TAKES_LI | (call ? MH_TAKES_MIN : 0);
  if (mh_meeting__first_of_its_kind(r, n->m)) takes &= ~(unsigned)MH_TAKES_LI;
  subject g;
  uint32_t at = mh_meeting__past_town(w, n->m, n->from, &n->town, &n->land);
  if (n->mine || (n->m->pro & MH_PRO_LI)) {
    owner(w, n);
    takes |= MH_TAKES_OBJECT;
  } else if (!(n->visit && mh_meeting__state_name(r, at)) &&
             mh_statement__group(r, at, &g)) {
    at = mh_meeting__join_own(r, &n->x, &g);
    if (mh_meeting__takes_object(r, n->m->first)) takes |= MH_TAKES_OBJECT;
  } else if (n->visit) {
    takes |= MH_TAKES_OBJECT;
  }
  if (n->visit && mh_meeting__round_word(r, n->m))
    mh_meeting__tour_in(r, &n->x, at, w->s->end);
  if (n->x.n_to == 0) mh_meeting__scan(r, &n->x, at, said_from(w, n->m), takes, n->visit);
}

/* "N. and N. decided to hold | the twelfth meeting": those who decide will meet. */
static bool decided(const walk *w, const mh_match *m)
{
  const reader *r = w->r;
  const act *x = w->next ? &w->acts[w->next - 1] : NULL;
  if (x == NULL || (x->act != MH_ACT_PLAN && x->act != MH_ACT_AGREE) ||
      (m->pro & MH_PRO_LI) || m->first == 0 || m->first < x->content ||
      m->first - x->content > 2)
    return false;
  const mh_reading *y = mh_statement__reading(r, m->first - 1, 1u << MH_POS_MASDAR, true);
  const mh_word *v = y ? mh_lex_word(r->lex, y->word) : NULL;
  return v && v->n_frames && mh_lex_frames(r->lex, v)->kind == MH_FRAME_MEET;
}

/* "rejected the plan that | the ministers reached during a summit": somebody else's, in a
 * relative clause that the word stands in. */
static bool in_relative(const walk *w, const act *x, uint32_t i)
{
  const reader *r = w->r;
  for (uint32_t k = i; k-- > x->word && i - k <= MH_GOVERNOR * 2;) {
    if (mh_statement__comma(r, k)) return false;
    if (r->cls[k] == MH_W_REL)
      return mh_statement__reading(r, k + 1, 1u << MH_POS_VERB, false) != NULL;
  }
  return false;
}

/* "a visit to N. | that the minister makes": who, by the verb behind where it leads. */
static bool made_by(const walk *w, const noun *n, slots *v)
{
  const mh_frame *f;
  const uint32_t verb = n->x.end < w->s->end ? resuming(w, n->x.end, &f) : NO_TOKEN;
  if (verb == NO_TOKEN) return false;
  slots own = {.end = 0};
  mh_meeting__subject_of(w, verb, false, &own);
  if (own.own.n != 1 || own.own_how != HOW_PEOPLE) return false;
  v->own = own.own;
  v->own_how = own.own_how;
  return true;
}

/* What the verb that governs the noun tells, or who acts in the sentence. */
static void around(const walk *w, const noun *n, slots *v)
{
  const slots *x = &n->x;
  const act *before = w->next ? &w->acts[w->next - 1] : NULL;
  /* "| the next round is to be held": that of the two in play */
  const bool to_be = before && before->who.first < 0 && (n->m->pro & MH_PRO_AL) &&
                     planned(w, n->m);
  if (before && before->who.codes.n > 1 && x->own.n + x->with.n == 0 &&
      (to_be || decided(w, n->m))) {
    mh_meeting__actors_of(w, before, v);
    if (to_be) v->own_how = HOW_GUESSED;
  } else if (n->verb != NO_TOKEN) {
    const bool goes = n->f->event == MH_EVENT_VISIT;
    /* "goes to N. to take part in | the summit": not with N. */
    const bool joins = goes && !n->visit && strcmp(n->row->kind, "talks") &&
                       n->m->first > w->s->first &&
                       mh_statement__prep(w->r, n->m->first - 1) == MH_TAKES_FI;
    if (joins && x->own.n + x->with.n == 0) return;
    const uint32_t rest = mh_meeting__subject_of(w, n->verb, goes, v);
    if (goes || x->own.n + x->with.n == 0)
      mh_meeting__scan(w->r, v, rest, n->m->first, MH_TAKES_BI, n->visit || goes);
  } else if (n->visit && x->n_to == 1 && x->own.n == 0 && made_by(w, n, v)) {
    return; /* "a visit to N. | that the minister makes" */
  } else if (x->own.n == 0 && x->with.n + x->n_to > 0) {
    mh_meeting__who_is_meant(w, n->m->first, true, v);
  } else if (before && before->who.codes.n > 1 && !in_relative(w, before, n->m->first)) {
    mh_meeting__actors_of(w, before, v); /* "both agreed during a call" */
    const bool amid = n->m->first > w->s->first && n->row->level > 1 &&
                      before->who.first >= 0 && !before->who.carried &&
                      mh_statement__setting(w->r, n->m->first - 1);
    if (v->own_how != HOW_PEOPLE && !(amid && v->own_how == HOW_STATE)) v->own.n = 0;
  }
}

/* What the noun does not say, its verb does, or who acts in the sentence. */
static void verb_slots(const walk *w, noun *n)
{
  slots v = {.end = 0}, *x = &n->x;
  around(w, n, &v);
  if (x->own.n + x->with.n + x->n_to == 0) {
    v.end = x->end;
    *x = v;
    return;
  }
  if (x->own.n) {
    if (n->visit && n->verb == NO_TOKEN) return; /* "a like visit of the minister's" */
    if (x->with.n || v.own_how != HOW_PEOPLE) return;
    x->with = x->own;
    x->with_how = x->own_how;
  }
  x->own = v.own;
  x->own_how = v.own_how;
}

/* Does the noun tell who met, so that it can be believed? */
static bool told_by_noun(const slots *x, unsigned level, bool mine, bool alone)
{
  if (x->n_to) return x->own.n == 1 && (x->own_how == HOW_PEOPLE || mine);
  if (x->both || (x->own.n > 1 && x->with.n == 0 && x->own_how == HOW_STATE))
    return level > 1 || x->with_how == HOW_PEOPLE;
  if (x->with.n == 0)
    return alone ||
           (x->own.n > 1 && (x->own_how == HOW_PEOPLE || x->own_how == HOW_GUESSED));
  if (x->own.n > 1 && x->own_how <= HOW_CARRIED) return false;
  return x->with_how == HOW_PEOPLE ||
         (x->with_how == HOW_STATE && x->own_how >= HOW_STATE && level > 1);
}

/* An organisation, or its ministers, that met by itself. */
static bool by_itself(const walk *w, const noun *n)
{
  const slots *x = &n->x;
  if (x->own.n != 1 || x->with.n || x->n_to || x->own_how != HOW_PEOPLE) return false;
  return !n->visit && n->row->level > 0 && !mh_meeting__press(w->r, n->m) &&
         strcmp(n->row->kind, "call") && strcmp(n->row->kind, "signing") &&
         mh_meeting__organisation(w->r, x->own.code[0]);
}

/* "this meeting is the second", "this is | the second meeting": the one that is told of. */
static bool this_one(const reader *r, const mh_match *m)
{
  const uint32_t i = m->first;
  const bool is = i > 1 && r->cls[i - 1] == MH_W_PRON && r->cls[i - 2] == MH_W_DEM;
  return mh_meeting__round_word(r, m) && ((i && r->cls[i - 1] == MH_W_DEM) || is);
}

/* "The meeting will be held in N. on the 30th": nobody is named again, only where and when it
 * is; that belongs to the one told before. */
static mh_status more_of_the_same(walk *w, const told *t, const noun *n)
{
  reader *r = w->r;
  const mh_match *m = n->m;
  if (r->tellings.n == 0 || r->opinion) return MH_OK;
  told *last = &r->tellings.at[r->tellings.n - 1], v = *t;
  /* "his meeting" is that of who met */
  const bool of_both = n->x.own.n > 1 && mh_meeting__same(&n->x.own, &last->who);
  const bool of_one = n->x.own.n == 1 && mh_meeting__has(&last->who, n->x.own.code[0]);
  const bool his = n->mine && !n->visit && (of_both || (of_one && !last->next));
  if (!(m->pro & MH_PRO_AL) && !his) return MH_OK;
  if (last->paragraph + 2 < w->s->paragraph || (last->date && last->city)) return MH_OK;
  v.who = last->who;
  v.kind = last->kind;
  v.next = v.next || last->next;
  v.after = v.end;
  v.to = v.end + MH_GOVERNOR * 2 < w->s->end ? v.end + MH_GOVERNOR * 2 : w->s->end;
  v.from = v.first;
  for (uint32_t i = v.end; i < v.to; i++) /* "attended the meeting: the minister in N." */
    if (r->m->actor_at[i] >= 0 && r->m->actors[r->m->actor_at[i]].form > MH_ACTOR_ORGAN)
      v.to = i;
  MH_TRY(mh_meeting__facts(r, &v, m, w->s));
  const bool here = last->first >= w->s->first; /* in this sentence */
  if (v.aimed || (here && mh_meeting__another(r, last, m))) return MH_OK;
  /* "the visit is for the second session of the committee" numbers it */
  const bool counts = last->ordinal == 0 && v.ordinal && !last->over &&
                      (t->body || (v.ordinal > 1 && this_one(r, m))) &&
                      strcmp(last->kind, "call");
  if (v.over || (v.ordinal && v.ordinal != last->ordinal && !counts)) return MH_OK;
  if (counts) last->ordinal = v.ordinal;
  if (last->date == NULL && v.date_behind) last->date = v.date;
  const bool closer = last->place && !last->city && last->state && v.state &&
                      strcmp(last->state, v.state) == 0; /* a town of the state told */
  if ((last->place == NULL || closer) && v.city) {
    last->place = v.place;
    last->state = v.state;
    last->city = v.city;
  }
  return MH_OK;
}

/* No meeting, whoever stands by: a means, a wish, another word. */
static bool no_meeting(const walk *w, const noun *n)
{
  if (n->row->level == 0 || mh_meeting__means(w->r, n->m, w->s) ||
      mh_meeting__wished(w, n->m))
    return true;
  if (mh_meeting__hall(w->r, n->m) || mh_meeting__as_far(w->r, n->m)) return true;
  if (n->row->level > 1) return false;
  return mh_meeting__other_word(w->r, n->m) || strcmp(n->row->kind, "conference") == 0;
}

/* "the talks that took place | between": behind a verb that tells no more than that they were
 * held; else the token itself. */
static uint32_t past_held(const walk *w, uint32_t i)
{
  const reader *r = w->r;
  uint32_t from = i; /* past "the positive and frank talks | that ..." */
  while (from < w->s->end && from - i < 4 && r->cls[from] == MH_W_NONE &&
         r->m->actor_at[from] < 0 && r->m->when_at[from] < 0 &&
         mh_statement__article(r, from) && !mh_statement__joined(r, from))
    from++;
  if (from >= w->s->end || r->cls[from] != MH_W_REL) from = i;
  uint32_t k = from;
  while (k < w->s->end && k - from < 3 &&
         (r->cls[k] == MH_W_REL || r->cls[k] == MH_W_AUX || r->cls[k] == MH_W_QAD))
    k++;
  if (k >= w->s->end || !(r->w->glance[k].acts)) return i;
  for (uint32_t n = 0; n < mh_words_readings(r->w, k); n++) {
    const mh_reading *y = mh_words_reading(r->w, k, n);
    const mh_word *v = y->word ? mh_lex_word(r->lex, y->word) : NULL;
    const mh_frame *f = v && v->n_frames ? mh_lex_frames(r->lex, v) : NULL;
    /* not "that he held", which may be read as "did they take place" as well */
    if (f && MH_F_POS_OF(y->feats) == MH_POS_VERB && f->kind == MH_FRAME_PASSIVE &&
        y->enc == MH_ENC_NONE)
      return k + 1;
  }
  return i;
}

/* Fill the slots of the noun; false when the verb denies it or a side is nobody we know. */
static bool fill(walk *w, noun *n)
{
  const reader *r = w->r;
  const mh_reading *y;
  slots *x = &n->x;
  n->from = past_held(w, mh_meeting__adjectives(r, n->m, x, w->s->end));
  if (n->visit) n->from = mh_meeting__past_length(r, n->from, w->s->end);
  n->states = x->own.n > 1;
  n->after = resuming(w, n->from, &n->f);
  const mh_frame *before = NULL;
  n->before = governor(w, n->m->first, &before, &y);
  /* "met N. at | a summit that M. hosted": what they met at, and M. no party */
  if (n->after != NO_TOKEN && n->f->event == MH_EVENT_HOST && n->before != NO_TOKEN &&
      before->event && before->event < MH_EVENT_HELD)
    n->after = NO_TOKEN;
  n->verb = n->after == NO_TOKEN ? n->before : NO_TOKEN;
  /* "will meet N. after | the summit of M.": another occasion, not what the verb tells */
  if (n->m->first > w->s->first && mh_is_class(r->w, n->m->first - 1, MH_W_AFTER) &&
      n->verb != NO_TOKEN && before->event && before->event < MH_EVENT_HELD)
    n->verb = n->before = NO_TOKEN;
  if (n->verb != NO_TOKEN) n->f = before;
  if (n->verb != NO_TOKEN && mh_meeting__negated(r, n->verb, w->s->first)) return false;
  const bool hosted = n->after != NO_TOKEN && n->f->event == MH_EVENT_HOST;
  if (x->own.n < 2 && hosted && n->mine) {
    owner(w, n); /* "their summit, which N. hosts" */
  } else if (x->own.n < 2 && mh_meeting__gathers_them(w, n->m->first, n->after, x)) {
    x->end = n->after + 1;
  } else if (x->own.n < 2 && n->after != NO_TOKEN) {
    const uint32_t rest = mh_meeting__subject_of(w, n->after, n->visit, x);
    if (!n->visit) mh_meeting__beside_him(w, n->m->first, n->after, x);
    const bool call = strcmp(n->row->kind, "call") == 0;
    mh_meeting__scan(r, x, rest, w->s->end, MH_TAKES_BI | (call ? MH_TAKES_MIN : 0),
                     n->visit);
  } else if (x->own.n < 2) {
    noun_slots(w, n);
  }
  if (x->both) x->own.n = 0;
  if (x->both && x->with.n < 2) return false;
  if (x->stranger && x->with.n == 0) return false;
  n->loose = x->own.n + x->with.n + x->n_to < 2;
  n->bare = x->own.n + x->with.n + x->n_to == 0;
  if (n->visit && x->n_to == 0) mh_meeting__tour(r, x, n->from, w->s->end);
  n->tours = x->n_to > 1;
  const bool one_side = x->own.n == 0 && x->with.n && !x->both;
  if (!n->mine && (x->own.n + x->with.n < 2 || one_side)) verb_slots(w, n);
  if (strcmp(n->row->kind, "call") == 0 && mh_meeting__told_by_call(w, n->m, x))
    n->mine = true;
  const bool held = n->verb != NO_TOKEN && holds(n->f);
  if (x->own.n + x->with.n + x->n_to < 2 && !n->visit) mh_meeting__chaired(w, n->from, x);
  if (x->own.n + x->with.n + x->n_to < 2 && !n->visit)
    mh_meeting__gathered(w, n->from, x);
  if (x->own.n + x->with.n + x->n_to < 2 && strcmp(n->row->kind, "talks") == 0)
    mh_meeting__aegis(w, n->from, x);
  if (x->own.n + x->with.n + x->n_to < 2 && !n->visit &&
      mh_meeting__between_them(w, n->m->end))
    mh_meeting__the_two(w, n->m->first, x);
  const bool known = (n->m->pro & MH_PRO_AL) && !n->mine; /* "this one" */
  if (x->own.n == 1 && x->with.n == 0 && x->n_to == 0 && (n->mine || (held && !known)))
    mh_meeting__host(w, n->m, n->row->kind, x);
  if (mh_meeting__theirs(r, n->m) && x->n_to && !spoken_of(w, x->to[0].state))
    x->n_to = 0;
  return true;
}

/* Nobody is told who met: the next round, or more of what was told before. */
static mh_status nobody_told(walk *w, const noun *n, const told *t)
{
  const slots *x = &n->x;
  if (x->own.n == 1 && x->own_how == HOW_PEOPLE)
    mh_meeting__keep_holder(w, x, n->m->first);
  const bool of_both = n->mine && x->own.n > 1 && x->own_how == HOW_CARRIED;
  if ((n->loose || of_both) && x->n_to == 0) return more_of_the_same(w, t, n);
  return MH_OK;
}

/* Is x told by somebody named before token i, and what it tells begins behind? */
static bool put_into(const act *x, const walk *w, uint32_t i)
{
  const subject *g = x->inner && x->outer_who.codes.n ? &x->outer_who : &x->who;
  if (g->first < 0 || g->carried || i >= x->content) return false;
  const mh_actor *a = w->r->m->actors;
  return a[g->first].first >= w->s->first && a[g->last].end <= i;
}

/* "said during | a visit to N. that": the visit of who acts, by name, in the sentence. */
static bool on_the_way(const walk *w, const mh_match *m)
{
  const uint32_t i = m->first;
  if (i == w->s->first || !mh_statement__setting(w->r, i - 1)) return false;
  return (w->next && put_into(&w->acts[w->next - 1], w, i)) ||
         (w->next < w->n && put_into(&w->acts[w->next], w, i));
}

/* Is the verb at token v one of the past? */
static bool perfect(const reader *r, uint32_t v)
{
  const mh_reading *y;
  return v != NO_TOKEN && mh_meeting__event_verb(r, v, &y) &&
         (y->feats & MH_F_TENSE) == MH_F_PERFECT;
}

/* "on the margins of | the assembly's meetings": only where others meet. */
static bool on_margins(const reader *r, const mh_match *m, uint32_t first)
{
  return m->first > first && mh_meeting__margin(r, m->first - 1);
}

/* "N. met N. in | the first summit that ...": what the meeting is that was just told. */
static bool as_first(const walk *w, const mh_match *m)
{
  const uint32_t i = m->first;
  return mh_meeting__first_of_its_kind(w->r, m) && w->holder.n && i > w->s->first + 1 &&
         w->holder_at >= w->s->first && w->holder_at + MH_GOVERNOR > i &&
         mh_statement__prep(w->r, i - 2) == MH_TAKES_FI &&
         strcmp(mh_lex_meeting(w->r->lex, m->value)->kind, "visit");
}

mh_status mh_meeting__by_noun(walk *w, const mh_match *m)
{
  noun n = {.m = m, .row = mh_lex_meeting(w->r->lex, m->value), .x = {.end = m->end}};
  /* "the session of | the forum": what the session is one of tells the kind */
  const mh_match *last = mh_meeting__chain(w->r, m, w->s->end);
  const mh_meeting_row *of = mh_lex_meeting(w->r->lex, last->value);
  if (n.row->level == 1 && mh_meeting__round_word(w->r, m)) n.row = of;
  n.visit = strcmp(n.row->kind, "visit") == 0;
  if (no_meeting(w, &n) || as_first(w, m)) return MH_OK;
  n.mine = mh_meeting__own_pronoun(w->r, m) || (n.visit && mh_meeting__of_his(w->r, m));
  if (!fill(w, &n) || mh_meeting__contacts(n.row, &n.x)) return MH_OK;
  if (n.loose && on_margins(w->r, m, w->s->first)) return MH_OK;
  if (n.bare && n.town) { /* "after the Singapore summit": who met is not told */
    const mh_actor_row *land = n.land ? mh_lex_actor_by_code(w->r->lex, n.land) : NULL;
    if (land && strcmp(land->english, n.town) == 0) return MH_OK;
    n.town = n.land = NULL;
  }
  const bool verbs = n.verb != NO_TOKEN || n.after != NO_TOKEN;
  told t = {
      .kind = n.row->kind,
      .first = m->first,
      .end = m->end,
      .verb = n.before != NO_TOKEN ? n.before : n.after,
      .clause = n.after,
      .score = n.tours || verbs ? 3 : 2,
      .generic = mh_meeting__generic(n.row->kind),
      .place = n.town,
      .state = n.land,
      .city = n.town != NULL,
      .next = mh_meeting__announced(w->r, w->s, m->first, n.states ? n.from : m->first) ||
              mh_meeting__come_for(w->r, m, w->s)};
  t.body = strcmp(t.kind, "talks") == 0 &&
           (mh_meeting__body(w->r, m) || mh_meeting__body(w->r, last));
  t.generic = t.generic && !t.body;
  if (strcmp(t.kind, "summit") == 0 && mh_meeting__of_ministers(w->r, m, w->s->end))
    t.kind = "talks";
  t.aside = strcmp(of->kind, "strategic-dialogue") == 0 && mh_meeting__beside(w, m);
  const uint8_t meant = mh_meeting__intent_of(w->r, m->first, w->s->first);
  const bool intent = meant == MH_EVENT_HELD;
  if (meant == MH_EVENT_OFF || (verbs && n.f->event == MH_EVENT_OFF)) return MH_OK;
  t.next = t.next || (decided(w, m) && n.x.own.n > 1);
  t.meant = intent || (verbs && n.f->act == MH_ACT_PLAN);
  t.past = perfect(w->r, n.verb) || perfect(w->r, n.after) ||
           (m->first > w->s->first && mh_is_class(w->r->w, m->first - 1, MH_W_AFTER));
  t.next = t.next || t.meant || mh_meeting__expected(w->r, m, w->s->end);
  t.meant = t.meant || (verbs && n.f->event == MH_EVENT_HOST); /* others meet */
  bool is = false;
  if (n.loose) MH_TRY(next_of_series(w, &t, m, &is));
  if (is) return MH_OK;
  const bool sure = n.mine || on_the_way(w, m) || n.tours || intent ||
                    n.verb != NO_TOKEN || planned(w, m);
  const uint8_t how = n.x.own_how > n.x.with_how ? n.x.own_how : n.x.with_how;
  t.faint = !verbs && how == HOW_STATE;
  t.alone = by_itself(w, &n);
  if (t.alone && t.generic) t.kind = "conference"; /* of all its states */
  if (mh_meeting__committee(w->r, m) && !n.x.both && !n.states) return MH_OK;
  unsigned level = n.row->level;
  const bool sided = n.states || (n.x.both && t.body);
  if (sided && level == 1 &&
      (verbs || mh_meeting__works(w->r, m) || mh_meeting__ordinal(w->r, m, w->s)))
    level++;
  if (!mh_meeting__strategic(&t) && !told_by_noun(&n.x, level, sure, t.alone))
    return nobody_told(w, &n, &t);
  if (mh_meeting__several(w->r, m)) n.x.each = true, n.x.together = false;
  return mh_meeting__put(w, t, &n.x, m, n.x.each);
}
