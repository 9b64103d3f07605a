/* meeting_told - where a sentence tells of a meeting, and who took part: a verb ("received",
 * "visited", "called"), or a noun with those who met around it ("during his meeting with",
 * "the talks between X and Y", "the visit of X to Y", "the Saudi-French summit").  When and
 * where it was is asked of meeting_facts; which of all that is told is one meeting, of
 * meeting. */
#include "meeting.h"

#define HEAD 9 /* tokens of "that" and of who does it before what is told of */

/* ---- verbs */

static const mh_frame *event_of(const reader *r, const mh_reading *y)
{
  const mh_word *w = mh_lex_word(r->lex, y->word);
  const mh_frame *f = mh_lex_frames(r->lex, w);
  for (uint16_t k = 0; k < w->n_frames; k++)
    if (f[k].event || f[k].kind == MH_FRAME_MEET) return &f[k];
  return NULL;
}

/* The verb at token i that tells of a meeting, or that takes a word for one as its object. */
const mh_frame *mh_meeting__event_verb(const reader *r, uint32_t i,
                                       const mh_reading **out)
{
  if (!r->w->glance[i].meets || r->cls[i] != MH_W_NONE) return NULL;
  if (r->m->actor_of[i] >= 0) return NULL;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word == 0 || MH_F_POS_OF(y->feats) != MH_POS_VERB) continue;
    const mh_frame *f = event_of(r, y);
    if (f == NULL || (y->feats & MH_F_PERSON) == MH_F_2) continue;
    if (f->event && (y->feats & MH_F_VOICE_PASSIVE)) continue; /* nobody is named */
    *out = y;
    return f;
  }
  return NULL;
}

bool mh_meeting__negated(const reader *r, uint32_t i, uint32_t first)
{
  return (i > first && r->cls[i - 1] == MH_W_NEG) ||
         (i > first + 1 && r->cls[i - 2] == MH_W_NEG && r->cls[i - 1] != MH_W_NONE);
}

static const act *act_of(const walk *w, uint32_t word)
{
  for (uint32_t k = w->next; k-- > 0;)
    if (w->acts[k].word == word) return &w->acts[k];
  return w->next < w->n && w->acts[w->next].word == word ? &w->acts[w->next] : NULL;
}

/* Who performs the act: as named, else as carried on. */
void mh_meeting__actors_of(const walk *w, const act *x, slots *out)
{
  if (x->who.first >= 0 && !x->who.carried) {
    subject g = x->who;
    g.codes = x->alone;
    mh_meeting__join_own(w->r, out, &g);
  } else {
    mh_meeting__known(w->r, &out->own, &x->alone, x->word);
    out->own_how = HOW_CARRIED;
  }
}

static bool behind_that(const walk *w, uint32_t v, subject *g);

/* "that | the minister met his counterpart": somebody in office at the head of the clause of
 * the verb at v, whose auxiliaries begin at p, meets whoever stands behind it. */
static bool leads(const walk *w, const act *x, uint32_t v, uint32_t p, subject *g)
{
  const reader *r = w->r;
  if (p == w->s->first || mh_statement__and(r, v) ||
      !mh_statement__group_before(r, p, w->s->first, g) || g->codes.n == 0)
    return false;
  const mh_actor *a = &r->m->actors[g->first];
  if (a->form != MH_ACTOR_OFFICIAL && a->form != MH_ACTOR_PERSON) return false;
  if (x && !x->who.carried && x->who.first == g->first) return true;
  const uint32_t head = a->first;
  return head == w->s->first || r->cls[head - 1] == MH_W_AN ||
         r->cls[head - 1] == MH_W_AUX;
}

/* "N. N., who | met": before the relative pronoun whose verb's auxiliaries begin at p. */
static bool antecedent(const walk *w, uint32_t p, subject *g)
{
  const reader *r = w->r;
  if (p < w->s->first + 2 || r->cls[p - 1] != MH_W_REL) return false;
  uint32_t q = p - 1;
  bool found = mh_statement__group_before(r, q, w->s->first, g);
  if (!found && mh_statement__comma(r, q - 1)) {
    q--;
    found = q > w->s->first && mh_statement__group_before(r, q, w->s->first, g);
  }
  if (!found) return q > w->s->first && mh_statement__known_name(r, q - 1, g);
  const mh_actor *a = &r->m->actors[g->first];
  return g->codes.n == 1 && (a->form == MH_ACTOR_OFFICIAL || a->form == MH_ACTOR_PERSON);
}

/* Where the auxiliaries of the verb at token v begin. */
static uint32_t auxiliaries(const walk *w, uint32_t v)
{
  const reader *r = w->r;
  while (v > w->s->first && (r->cls[v - 1] == MH_W_QAD || r->cls[v - 1] == MH_W_FUT ||
                             r->cls[v - 1] == MH_W_AUX))
    v--;
  return v;
}

/* Does the verb at token v have its object joined to it? */
static bool object_joined(const reader *r, uint32_t v)
{
  const mh_reading *y;
  return mh_meeting__event_verb(r, v, &y) && (y->enc == MH_ENC_HU || y->enc == MH_ENC_HA);
}

/* The subject of the verb at token v: behind it, before it, or carried on.  Gives the token
 * where what else the verb takes begins. */
uint32_t mh_meeting__subject_of(const walk *w, uint32_t v, bool visit, slots *out)
{
  const reader *r = w->r;
  subject g;
  uint32_t i = mh_statement__skip_adverbs(r, v + 1, w->s->end);
  const uint32_t goal = visit ? mh_statement__past_goal(r, i, w->s->end) : i;
  if (goal > i && mh_statement__group(r, goal, &g) && g.codes.n) {
    mh_meeting__join_own(r, out, &g);
    return v + 1; /* where to stands before it */
  }
  const uint32_t p = auxiliaries(w, v);
  const act *x = act_of(w, v);
  if (leads(w, x, v, p, &g) || (!object_joined(r, v) && antecedent(w, p, &g))) {
    mh_meeting__join_own(r, out, &g);
    return v + 1;
  }
  if (!(visit && mh_meeting__state_name(r, i)) &&
      (mh_statement__group(r, i, &g) || mh_meeting__named(r, i, &g)))
    return mh_meeting__join_own(r, out, &g);
  /* "will visit X and meet Y": the same again */
  const bool goes_on = x && x->who.carried && mh_statement__and(r, v) &&
                       w->holder.n == 1 && v - w->holder_at <= MH_GOVERNOR;
  if (!mh_statement__and(r, v) && mh_statement__group_before(r, p, w->s->first, &g))
    mh_meeting__join_own(r, out, &g);
  else if (!goes_on && (x == NULL || x->who.carried) && behind_that(w, v, &g))
    mh_meeting__join_own(r, out, &g);
  else if (x && !goes_on)
    mh_meeting__actors_of(w, x, out);
  else
    mh_meeting__who_is_meant(w, v, false, out);
  return v + 1;
}

/* "said that the president, whom ministers accompany, will visit": who stands right behind
 * "that" and has not acted yet. */
static bool behind_that(const walk *w, uint32_t v, subject *g)
{
  const reader *r = w->r;
  for (uint32_t p = v; p-- > w->s->first && v - p <= MH_GOVERNOR;) {
    if (r->cls[p] != MH_W_AN) continue;
    uint32_t i = p + 1;
    while (i < v && mh_statement__quote_mark(r, i)) i++;
    return mh_statement__group(r, i, g) && g->codes.n == 1 && g->end <= v;
  }
  return false;
}

/* Is the word at i a noun of what is said ("the words of | the minister")? */
static bool said_of(const reader *r, uint32_t i)
{
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_NOUN, false);
  return y && y->word && mh_lex_word(r->lex, y->word)->cls == MH_W_SPEECH;
}

/* "the minister left after | his visit", "his words came after | talks he held": somebody in
 * office in the sentence before token i, whatever his verb is. */
static bool named_before(const walk *w, uint32_t i, slots *out)
{
  const reader *r = w->r;
  subject g;
  for (uint32_t k = i; k-- > w->s->first && i - k <= MH_GOVERNOR;) {
    int32_t a = r->m->actor_at[k];
    if (mh_statement__mark(r, k, ':') || r->cls[k] == MH_W_AN) return false;
    if (a < 0 || r->m->actors[a].form < MH_ACTOR_OFFICIAL) continue;
    while (a > 0 && r->m->actors[a - 1].end == r->m->actors[a].first) a--; /* titles */
    const mh_actor *x = &r->m->actors[a];
    k = x->first;
    if (x->form == MH_ACTOR_ROLE || x->pro || k <= w->s->first) continue;
    const bool acts = mh_statement__reading(r, k - 1, 1u << MH_POS_VERB, false) &&
                      !mh_statement__held(r, k - 1, w->s->first, false);
    if (!acts && !said_of(r, k - 1) &&
        (k > w->s->first + 3 || mh_words_match(r->w, i, MH_PH_MEETING)))
      continue;
    if (mh_statement__prep(r, k - 1) || !mh_statement__group(r, k, &g)) continue;
    if (g.codes.n != 1) return false;
    mh_meeting__join_own(r, out, &g);
    if (!acts) out->own_how = HOW_CARRIED;
    return out->own.n == 1;
  }
  return false;
}

static bool fits(const mh_codes *c, bool one)
{
  return c->n == 1 || (c->n && !one);
}

/* Who is meant where nobody is named: who met as told last, who acts in the sentence, who
 * acted before; `one`: one alone. */
void mh_meeting__who_is_meant(const walk *w, uint32_t i, bool one, slots *out)
{
  const reader *r = w->r;
  const act *before = w->next ? &w->acts[w->next - 1] : NULL;
  const act *after = w->next < w->n ? &w->acts[w->next] : NULL;
  if (before && before->word == i) before = w->next > 1 ? before - 1 : NULL;
  const bool held = w->holder.n && (!one || w->holder.n == 1);
  if (held && (before == NULL || w->holder_at >= before->word))
    mh_meeting__add_all(&out->own, &w->holder);
  else if (before && fits(&before->alone, one))
    mh_meeting__actors_of(w, before, out);
  else if (after && fits(&after->alone, one))
    mh_meeting__actors_of(w, after, out);
  else if (held)
    mh_meeting__add_all(&out->own, &w->holder);
  else if (named_before(w, i, out))
    return;
  else if (r->paragraph <= r->acted + 1)
    mh_meeting__known(r, &out->own, &r->last_one, i);
  out->own_how = HOW_CARRIED;
}

/* ---- what is told */

bool mh_meeting__generic(const char *kind)
{
  return strcmp(kind, "talks") == 0 || strcmp(kind, "visit") == 0;
}

bool mh_meeting__strategic(const told *t)
{
  return strcmp(t->kind, "strategic-dialogue") == 0;
}

/* The part of the sentence that belongs to the act around token i. */
void mh_meeting__clause_around(const walk *w, told *t)
{
  t->from = w->s->first;
  t->to = w->s->end;
  for (uint32_t k = 0; k < w->n; k++) {
    if (w->acts[k].word <= t->first) t->from = w->acts[k].clause;
    if (w->acts[k].word >= t->end && w->acts[k].clause >= t->end) {
      t->to = w->acts[k].clause;
      break;
    }
  }
}

/* Does the content of x begin with the word at token h, but for "that" and who does it? */
static bool heads(const reader *r, const act *x, uint32_t h)
{
  if (h < x->content || h - x->content > HEAD) return false;
  for (uint32_t i = x->content; i < h; i++) {
    const uint8_t c = r->cls[i];
    const bool small = c == MH_W_AN || c == MH_W_FUT || c == MH_W_QAD || c == MH_W_AUX ||
                       c == MH_W_OTHER || c == MH_W_DET;
    if (!small && r->m->actor_of[i] < 0 && !mh_statement__quote_mark(r, i)) return false;
  }
  return true;
}

/* Is the meeting what x does, or what it says first of all that its actors will do or did? */
static bool tells_of(const reader *r, const act *x, const told *t)
{
  const uint32_t h = t->verb != NO_TOKEN ? t->verb : t->first;
  const bool verb = t->verb != NO_TOKEN && x->takes != LED_OBJECT;
  switch (x->act) {
  case MH_ACT_MEET: return x->word == t->verb || (t->verb == NO_TOKEN && heads(r, x, h));
  case MH_ACT_PLAN: return x->word == t->verb || (!t->meant && heads(r, x, h));
  case MH_ACT_STATE:
  case MH_ACT_AFFIRM: return verb && !t->meant && heads(r, x, h);
  default: return false;
  }
}

/* All who met perform the act that tells of it, when who tells it is one of them. */
static void all_act(walk *w, const told *t)
{
  reader *r = w->r;
  for (uint32_t k = 0; k < w->n; k++) {
    act *x = &w->acts[k];
    if (t->guess || !tells_of(r, x, t)) continue;
    if (x->who.codes.n == 0 || !mh_meeting__has(&t->who, x->who.codes.at[0])) continue;
    for (uint8_t i = 0; i < t->who.n; i++) mh_codes_add(&x->who.codes, t->who.code[i]);
    if (x->who.codes.n < 2) continue;
    /* "said that N. will visit N.": what is told is the meeting alone */
    if (x->act == MH_ACT_STATE) {
      x->act = t->next ? MH_ACT_PLAN : MH_ACT_MEET;
      continue;
    }
    if (x->act != MH_ACT_MEET) continue;
    r->pair = r->last = x->who.codes;
    r->paired = r->paragraph;
  }
}

static mh_status emit(walk *w, told t, const mh_match *word)
{
  reader *r = w->r;
  if ((t.who.n < 2 && !t.alone && !mh_meeting__strategic(&t)) ||
      r->tellings.n >= TOLD_MAX)
    return MH_OK;
  if (t.generic && mh_meeting__leaders(&t.who)) t.kind = "summit";
  t.lead = w->s->paragraph == 0;
  t.paragraph = w->s->paragraph;
  t.deep = w->s->paragraph > 5 || r->opinion;
  mh_meeting__clause_around(w, &t);
  mh_meeting__facts(r, &t, word, w->s);
  /* "will hold a summit ..., the third that gathers them": the same, still to come */
  const told *last = r->tellings.n ? &r->tellings.at[r->tellings.n - 1] : NULL;
  if (!t.next && w->future && t.date == NULL && t.ordinal && last && last->next &&
      last->paragraph == t.paragraph && last->first >= w->s->first &&
      mh_meeting__same(&last->who, &t.who))
    t.next = true;
  w->future = t.next;
  all_act(w, &t);
  return MH_PUSH(r->a, &r->tellings, t);
}

/* One visit for each place it leads to. */
static mh_status visits(walk *w, const told *t, const slots *x, const mh_match *word)
{
  for (uint8_t k = 0; k < x->n_to; k++) {
    told v = *t;
    v.who = x->own;
    v.place = x->to[k].place;
    v.state = x->to[k].state;
    v.city = x->to[k].city;
    v.later = k > 0 && x->n_to > 1;
    mh_meeting__add(&v.who, x->to[k].state, LEVEL_NO_ONE);
    MH_TRY(emit(w, v, word));
  }
  return MH_OK;
}

void mh_meeting__keep_holder(walk *w, const slots *x, uint32_t at)
{
  w->holder = x->own;
  w->holder_at = at;
}

/* "He held a meeting with His Highness", who was named before: the other of the two in play. */
static void other_of_pair(const reader *r, slots *x, uint32_t at)
{
  const mh_codes *c = r->pair.n == 2 ? &r->pair : &r->parties;
  if (x->with.n == 1 && !mh_meeting__has(&x->own, x->with.code[0])) return;
  if (c->n != 2 || !mh_codes_has(c, x->own.code[0])) return;
  mh_meeting__known(r, &x->with, c, at);
  for (uint8_t k = 0; k < x->with.n; k++) /* his own level is told */
    if (strcmp(x->with.code[k], x->own.code[0]) == 0) x->with.level[k] = LEVEL_NO_ONE;
}

mh_status mh_meeting__put(walk *w, told t, const slots *x, const mh_match *word,
                          bool apart)
{
  slots y = *x;
  if (x->stand_in && x->own.n == 1 && x->with.n < 2) other_of_pair(w->r, &y, t.first);
  x = &y;
  for (uint8_t k = 0; x->peer && x->own.n == 1 && k < y.with.n; k++)
    if (x->own.level[0] < y.with.level[k]) y.with.level[k] = x->own.level[0];
  t.after = x->end;
  t.guess = x->own_how == HOW_GUESSED && x->with.n == 0;
  if (x->own.n) mh_meeting__keep_holder(w, x, t.first);
  if (x->n_to) return visits(w, &t, x, word);
  if (apart && (x->straight || x->each) && x->own.n == 1 && x->with.n > 1) {
    for (uint8_t k = 0; k < x->with.n; k++) {
      t.who = x->own;
      mh_meeting__add(&t.who, x->with.code[k], x->with.level[k]);
      MH_TRY(emit(w, t, word));
    }
    return MH_OK;
  }
  t.who = x->own;
  mh_meeting__add_all(&t.who, &x->with);
  return emit(w, t, word);
}

/* "that he | will meet": who does it is the pronoun, so who stands behind is met. */
static bool that_he(const walk *w, uint32_t i)
{
  const reader *r = w->r;
  while (i > w->s->first && (r->cls[i - 1] == MH_W_QAD || r->cls[i - 1] == MH_W_FUT ||
                             mh_statement__quote_mark(r, i - 1)))
    i--;
  return i > w->s->first && r->cls[i - 1] == MH_W_AN && mh_statement__pronoun(r, i - 1);
}

/* "visited N., where he met": somebody who met, or went, as the sentence told before; what he
 * will do there is part of the visit. */
static bool went_on(const walk *w, uint32_t i)
{
  const reader *r = w->r;
  if (i == w->s->first || w->future) return false;
  const mh_token *t = tok(r, i - 1);
  const bool where = t->n == 3 && mh_key_letter(t->key, 0) == MH_L_HAH &&
                     mh_key_letter(t->key, 1) == MH_L_YA &&
                     mh_key_letter(t->key, 2) == MH_L_THA;
  const bool during = i + 1 < w->s->end && mh_statement__setting(r, i + 1) &&
                      mh_statement__joined_pronoun(r, i + 1);
  return during || (where && w->holder.n == 1);
}

/* "... and will meet Y": who stands behind the verb is met by who acted before. */
static void met_by_carried(const walk *w, uint32_t i, const mh_frame *f, slots *x)
{
  slots who = {.end = 0};
  if (f->event == MH_EVENT_VISIT || !(f->takes & MH_TAKES_OBJECT)) return;
  if (!mh_statement__and(w->r, i) && !that_he(w, i) && !went_on(w, i)) return;
  mh_meeting__who_is_meant(w, i, true, &who);
  if (who.own.n != 1 || mh_meeting__has(&x->own, who.own.code[0])) return;
  x->with = x->own;
  x->with_how = x->own_how;
  x->own = who.own;
  x->own_how = who.own_how;
}

/* Does the verb tell who met, so that it can be believed? */
static bool told_by_verb(const slots *x, const mh_frame *f, bool future)
{
  if (f->event == MH_EVENT_VISIT)
    return x->n_to && x->own.n == 1 &&
           (x->own_how == HOW_PEOPLE ||
            (x->own_how >= HOW_CARRIED && (future || f->kind == MH_FRAME_ACT)));
  if (x->with.n) return x->with_how == HOW_PEOPLE && (x->own.n == 1 || x->own_how > 2);
  return x->own.n > 1 && f->act == MH_ACT_MEET &&
         (x->own_how == HOW_PEOPLE || x->own_how == HOW_GUESSED);
}

/* "spoke by telephone with": the word for it stands by what the verb takes. */
static bool by_telephone(const walk *w, uint32_t i, uint32_t end)
{
  const uint32_t far = end > i + 1 ? end + 3 : i + 6;
  for (uint32_t k = i + 1; k < far && k < w->s->end; k++) {
    const mh_match *m = mh_words_match(w->r->w, k, MH_PH_MEETING);
    const mh_meeting_row *row = m ? mh_lex_meeting(w->r->lex, m->value) : NULL;
    if (row && row->level == 0 && strcmp(row->kind, "call") == 0) return true;
  }
  return false;
}

static mh_status by_verb(walk *w, uint32_t i, const mh_frame *f, const mh_reading *y)
{
  static const char *const kinds[] = {"talks", "talks", "visit", "call"};
  reader *r = w->r;
  slots x = {.end = i + 1};
  const bool discuss = f->act == MH_ACT_DISCUSS, visit = f->event == MH_EVENT_VISIT;
  if (f->event == MH_EVENT_NONE || f->event >= MH_EVENT_HELD) return MH_OK;
  if (mh_meeting__negated(r, i, w->s->first)) return MH_OK;
  if ((y->feats & MH_F_PERSON) == MH_F_1 && !r->quoted[i]) return MH_OK;
  const uint32_t from = mh_meeting__subject_of(w, i, visit, &x);
  x.end = from;
  if (discuss) {
    mh_meeting__partner(r, &x, from, w->s->end);
  } else if (y->enc == MH_ENC_HU || y->enc == MH_ENC_HA) {
    slots met = {.end = 0};
    subject g;
    if (antecedent(w, auxiliaries(w, i), &g))
      mh_meeting__join_own(r, &met, &g);
    else
      mh_meeting__who_is_meant(w, i, true, &met);
    x.with = met.own;
    x.with_how = x.own_how == HOW_PEOPLE && from > i + 1 ? HOW_PEOPLE : HOW_GUESSED;
  } else {
    mh_meeting__scan(r, &x, from, w->s->end, f->takes, visit);
  }
  if (x.with.n == 0 && x.own.n == 1 && from > i + 1) met_by_carried(w, i, f, &x);
  if (!told_by_verb(&x, f, y->pro & MH_PRO_SA)) return MH_OK;
  told t = {.kind = kinds[f->event],
            .first = i,
            .end = i + 1,
            .verb = i,
            .clause = NO_TOKEN,
            .score = discuss ? 2 : 3,
            .hint = discuss};
  if (by_telephone(w, i, x.end)) t.kind = "call", t.hint = false;
  t.generic = mh_meeting__generic(t.kind);
  t.next = (y->pro & MH_PRO_SA) || (i > w->s->first && r->cls[i - 1] == MH_W_FUT) ||
           (w->future && (y->feats & MH_F_TENSE) == MH_F_IMPERFECT);
  return mh_meeting__put(w, t, &x, NULL, f->takes & MH_TAKES_OBJECT);
}

/* "The two sides discussed" tells that they met only where nothing else does. */
static mh_status by_discussion(walk *w, const act *x)
{
  told t = {.kind = "talks",
            .first = x->word,
            .end = x->word_end,
            .verb = NO_TOKEN,
            .clause = NO_TOKEN,
            .score = 2,
            .generic = true};
  if (x->act != MH_ACT_DISCUSS || x->form != ACT_VERB) return MH_OK;
  if (x->who.document || x->who.nobody) return MH_OK;
  if (x->who.first < 0 && (x->feats & MH_F_NUMBER) != MH_F_DU &&
      !(x->inner && w->r->pair.n > 1 && w->s->paragraph == 0))
    return MH_OK;
  if (tok(w->r, x->word)->flags & MH_TF_TANWIN) return MH_OK; /* no dual: a noun */
  if (w->s->paragraph > 3 || w->r->tellings.n || x->future) return MH_OK;
  slots z = {.end = x->word_end};
  mh_meeting__actors_of(w, x, &z);
  t.hint = true;
  return mh_meeting__put(w, t, &z, NULL, false);
}

/* Two who signed. */
static mh_status by_signing(walk *w, const act *x)
{
  told t = {.kind = "signing",
            .first = x->word,
            .end = x->word_end,
            .verb = NO_TOKEN,
            .clause = NO_TOKEN,
            .score = 2,
            .lead = w->s->paragraph == 0};
  const bool named = x->form == ACT_VERB && !x->who.carried && x->who.first >= 0;
  if (x->act != MH_ACT_SIGN || x->who.codes.n == 0 || w->s->paragraph > 3) return MH_OK;
  mh_meeting__known(w->r, &t.who, &x->who.codes, x->word);
  if (x->who.codes.n == 1 && named) { /* "signed with his counterpart" */
    slots with = {.end = x->who.end};
    mh_meeting__partner(w->r, &with, x->who.end, w->s->end);
    mh_meeting__add_all(&t.who, &with.with);
  }
  if (t.who.n < 2 || (!named && !(x->inner && t.lead))) return MH_OK;
  return emit(w, t, NULL);
}

mh_status mh_statement__tell(reader *r, const mh_sentence *s, act *acts, uint32_t n)
{
  walk w = {.r = r, .s = s, .acts = acts, .n = n};
  for (uint32_t k = 0; k < n; k++) {
    mh_meeting__spoke(r, &acts[k].who);
    MH_TRY(by_signing(&w, &acts[k]));
  }
  for (uint32_t i = s->first; i < s->end; i++) {
    while (w.next < n && acts[w.next].word <= i) w.next++;
    const mh_match *m = mh_words_match(r->w, i, MH_PH_MEETING);
    const mh_reading *y;
    const mh_frame *f;
    if (m) {
      MH_TRY(mh_meeting__by_noun(&w, m));
      i = m->end - 1;
    } else if ((f = mh_meeting__event_verb(r, i, &y)) != NULL) {
      MH_TRY(by_verb(&w, i, f, y));
    }
  }
  for (uint32_t k = 0; k < n; k++) MH_TRY(by_discussion(&w, &acts[k]));
  return MH_OK;
}
