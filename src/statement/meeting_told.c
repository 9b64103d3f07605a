/* meeting_told - where a sentence tells of a meeting, and who took part: a verb ("received",
 * "visited", "called"), or a noun with those who met around it ("during his meeting with",
 * "the talks between X and Y", "the visit of X to Y", "the Saudi-French summit").  When and
 * where it was is asked of meeting_facts and meeting_place; which of all that is told is one meeting, of
 * meeting. */
#include "meeting.h"

#define HEAD    9  /* tokens of "that" and of who does it before what is told of */
#define PLANNED 7  /* tokens between "was" and a meeting that was to be           */
#define WHERE   4  /* tokens between "where" and its verb                         */
#define STAY    30 /* tokens between a visit and what is told to happen there    */

/* ---- what is told */

bool mh_meeting__generic(const char *kind)
{
  return strcmp(kind, "talks") == 0 || strcmp(kind, "visit") == 0;
}

bool mh_meeting__strategic(const told *t)
{
  return strcmp(t->kind, "strategic-dialogue") == 0;
}

/* Does x only say something of the meeting t, so that its day is not the meeting's: "welcomed
 * on Friday | the holding of a summit"?  Who announces, or did so after they met, names the day
 * of both. */
static bool says(const reader *r, const act *x, const told *t, uint32_t head)
{
  const uint32_t i = t->first;
  const uint8_t a = x->inner ? x->outer : x->act;
  if (a == MH_ACT_MEET || a == MH_ACT_DISCUSS || a == MH_ACT_SIGN ||
      x->word >= x->content || x->content > i ||
      (t->verb != NO_TOKEN && x->content > t->verb) ||
      (x->inner && x->takes == LED_QUOTE) ||
      (i > head && mh_statement__setting(r, i - 1)))
    return false;
  const bool announces = a == MH_ACT_STATE || a == MH_ACT_AFFIRM || a == MH_ACT_AGREE;
  return (!announces && a != MH_ACT_PLAN) || i > x->content;
}

/* "revealed | the holding of a summit": what is announced is to come, whatever the day. */
static bool holding(const reader *r, uint32_t content, uint32_t first)
{
  const mh_reading *y = first == content + 1
                            ? mh_statement__reading(r, content, 1u << MH_POS_MASDAR, true)
                            : NULL;
  const mh_word *w = y ? mh_lex_word(r->lex, y->word) : NULL;
  return w && w->n_frames && mh_lex_frames(r->lex, w)->kind == MH_FRAME_MEET;
}

/* The part of the sentence that belongs to the act around token i. */
void mh_meeting__clause_around(const walk *w, told *t)
{
  t->from = w->s->first;
  t->to = w->s->end;
  for (uint32_t k = 0; k < w->n; k++) {
    const act *x = &w->acts[k];
    if (says(w->r, x, t, w->s->first)) {
      t->said = x->content;
      t->party = x->alone.n && mh_meeting__has(&t->who, x->alone.at[0]) &&
                 !holding(w->r, x->content, t->first);
    }
    /* "the summit | that is held in N." */
    if (x->act == MH_ACT_MEET && x->word > t->end && w->r->cls[x->word - 1] == MH_W_REL &&
        x->word - t->end < MH_GOVERNOR)
      continue;
    if (x->word <= t->first) t->from = x->clause;
    if (x->word >= t->end && x->clause >= t->end) {
      t->to = x->clause;
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

/* "will meet N. and N. | during a visit to M.", "will visit N. | after the end of his talks with
 * M.": the visit is where they meet, the talks are over, and M. no party. */
static bool amid(const reader *r, const act *x, const told *t)
{
  if (x->who.codes.n < 2 || t->verb == NO_TOKEN || t->first <= t->verb + 1) return false;
  if (mh_statement__setting(r, t->first - 1)) return true;
  return t->first > t->verb + 2 && r->cls[t->first - 1] == MH_W_NONE &&
         mh_is_class(r->w, t->first - 2, MH_W_AFTER);
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
    if (t->guess || t->further || !tells_of(r, x, t) || amid(r, x, t)) continue;
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

/* "was", of one who is gone or of many. */
static bool was(const reader *r, uint32_t i)
{
  static const uint8_t he[] = {MH_L_KAF, MH_L_ALEF, MH_L_NUN};
  static const uint8_t she[] = {MH_L_KAF, MH_L_ALEF, MH_L_NUN, MH_L_TA};
  return mh_meeting__ends_in(r, i, he, sizeof he, 1) ||
         mh_meeting__ends_in(r, i, she, sizeof she, 1);
}

/* "was to meet", "the summit that was planned": what did not come to be, or is told better. */
static bool was_to_be(const walk *w, const told *t)
{
  const reader *r = w->r;
  const uint32_t at = t->verb < t->first ? t->verb : t->first;
  const uint32_t from = at > w->s->first + PLANNED ? at - PLANNED : w->s->first;
  for (uint32_t i = from; i + 1 < w->s->end && i < t->end + PLANNED; i++) {
    if (!was(r, i)) continue;
    const bool behind = i >= t->end && (i == t->end || r->cls[i - 1] == MH_W_REL);
    const mh_match *m = mh_words_match(r->w, i + 1, MH_PH_TIME);
    if (r->cls[i + 1] == MH_W_FUT && (i < at || behind)) return true;
    if (behind && m && mh_lex_time(r->lex, m->value)->cls == MH_TC_FUTURE_SIGN)
      return true;
  }
  return false;
}

/* "On another matter, | received": the verb leads its sentence, so it tells what is new, however
 * far down; not of a journey, which is told of to say where somebody is. */
static bool news(const walk *w, const told *t)
{
  const reader *r = w->r;
  if (t->verb == NO_TOKEN || t->verb > t->first || t->verb - w->s->first > HEAD ||
      t->stay || t->hint)
    return false;
  for (uint32_t i = w->s->first; i < t->verb; i++) {
    const uint8_t c = r->cls[i];
    if (r->m->actor_at[i] >= 0 || c == MH_W_AN || c == MH_W_REL || c == MH_W_AUX ||
        c == MH_W_SUB || c == MH_W_QAD ||
        mh_statement__reading(r, i, 1u << MH_POS_VERB, true))
      return false;
  }
  const mh_reading *y;
  return mh_meeting__event_verb(r, t->verb, &y) &&
         (y->feats & MH_F_TENSE) == MH_F_PERFECT;
}

static mh_status emit(walk *w, told t, const mh_match *word)
{
  reader *r = w->r;
  if ((t.who.n < 2 && !t.alone && !mh_meeting__strategic(&t)) ||
      r->tellings.n >= TOLD_MAX)
    return MH_OK;
  t.stay = strcmp(t.kind, "visit") == 0;
  if (t.generic && mh_meeting__leaders(&t.who)) t.kind = "summit";
  t.lead = w->s->paragraph == 0;
  t.paragraph = w->s->paragraph;
  if (was_to_be(w, &t)) return MH_OK;
  const uint32_t head = word || t.next || t.verb == NO_TOKEN
                            ? w->s->first
                            : mh_meeting__auxiliaries(w, t.verb);
  t.aside_told = head > w->s->first && r->cls[head - 1] == MH_W_REL;
  t.deep = r->opinion || (w->s->paragraph > 5 && !news(w, &t));
  mh_meeting__clause_around(w, &t);
  MH_TRY(mh_meeting__facts(r, &t, word, w->s));
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
  const reader *r = w->r;
  const told *last = r->tellings.n ? &r->tellings.at[r->tellings.n - 1] : NULL;
  const bool other = x->n_to > 1 && last && last->first == t->verb &&
                     strcmp(last->kind, "visit") == 0 &&
                     mh_meeting__has(&last->who, x->own.code[0]);
  for (uint8_t k = 0; k < x->n_to; k++) {
    told v = *t;
    v.further = other;
    v.who = x->own;
    v.place = x->to[k].place;
    v.state = x->to[k].state;
    v.city = x->to[k].city;
    v.later = other || (k > 0 && x->n_to > 1);
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
  if (apart && (x->straight || x->each) && !x->together && x->own.n == 1 &&
      x->with.n > 1) {
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

/* "in a visit | in which he meets": the verb right behind the word for a visit, and that goes
 * back to it. */
static bool of_the_visit(const reader *r, uint32_t i)
{
  static const uint8_t in_it[] = {MH_L_FA, MH_L_YA, MH_L_HA, MH_L_ALEF};
  static const uint8_t during[] = {MH_L_KHA, MH_L_LAM, MH_L_ALEF,
                                   MH_L_LAM, MH_L_HA,  MH_L_ALEF};
  const uint32_t k = i + 1;
  if (k >= r->doc->n_tokens || (!mh_meeting__ends_in(r, k, in_it, sizeof in_it, 0) &&
                                !mh_meeting__ends_in(r, k, during, sizeof during, 0)))
    return false;
  for (uint32_t n = 1; n <= 3 && n <= i; n++) {
    const mh_match *m = mh_words_match(r->w, i - n, MH_PH_MEETING);
    if (m)
      return m->end + n > i &&
             strcmp(mh_lex_meeting(r->lex, m->value)->kind, "visit") == 0;
    if (tok(r, i - n)->kind != MH_TOKEN_WORD) return false;
  }
  return false;
}

/* "travels to N., where he will | meet", "where it is planned that he meets": the "where" of the
 * clause of the verb at token i; NO_TOKEN none. */
static uint32_t where(const walk *w, uint32_t i)
{
  const reader *r = w->r;
  for (uint32_t k = i; k-- > w->s->first && i - k <= WHERE;) {
    const mh_token *t = tok(r, k);
    if (t->n == 3 && mh_key_letter(t->key, 0) == MH_L_HAH &&
        mh_key_letter(t->key, 1) == MH_L_YA && mh_key_letter(t->key, 2) == MH_L_THA)
      return k;
    const mh_match *m = mh_words_match(r->w, k, MH_PH_TIME);
    const bool sign = m && mh_lex_time(r->lex, m->value)->cls == MH_TC_FUTURE_SIGN;
    if (!sign && r->cls[k] != MH_W_FUT && r->cls[k] != MH_W_AN && r->cls[k] != MH_W_PREP)
      return NO_TOKEN;
  }
  return NO_TOKEN;
}

/* The visit that the sentence told of right before the "where" of the verb at token i; NULL
 * none. */
static const told *visit_before(const walk *w, uint32_t i)
{
  const reader *r = w->r;
  const told *last = r->tellings.n ? &r->tellings.at[r->tellings.n - 1] : NULL;
  const bool visit = last && strcmp(last->kind, "visit") == 0 && last->place;
  return visit && last->first >= w->s->first && i - last->first <= STAY &&
                 where(w, i) != NO_TOKEN
             ? last
             : NULL;
}

/* "to | N.", "in the capital | N.": does a preposition of where lead the place at token i? */
static bool goes_in(const walk *w, uint32_t i)
{
  const reader *r = w->r;
  for (uint32_t k = i; k-- > w->s->first && i - k <= 3;) {
    if (mh_statement__joined(r, k + 1) == MH_PRO_BI) return true;
    const unsigned bit = mh_statement__prep(r, k);
    if (bit) return bit == MH_TAKES_FI || bit == MH_TAKES_ILA;
    if (tok(r, k)->kind != MH_TOKEN_WORD) return false;
  }
  return false;
}

/* "moves on to the capital N., where he | meets M.": the place right before "where", or that of
 * the visit told of, is where they meet. */
static void met_there(const walk *w, uint32_t i, told *t)
{
  const reader *r = w->r;
  uint32_t q = where(w, i), end;
  if (q == NO_TOKEN || q == w->s->first) return;
  if (q - 1 > w->s->first && mh_statement__comma(r, q - 1)) q--;
  uint32_t at = NO_TOKEN; /* the longest name: "the Sultanate of N." */
  for (uint32_t k = q; k-- > w->s->first && q - k <= 3;) {
    const mh_match *m = mh_words_match(r->w, k, MH_PH_PLACE);
    const mh_match *n = mh_words_match(r->w, k, MH_PH_ACTOR);
    if (((m && m->end == q) || (n && n->end == q)) && r->m->when_at[k] < 0) at = k;
  }
  if (at != NO_TOKEN && goes_in(w, at)) {
    t->place = mh_meeting__place(r, at, &t->city, &end);
    t->state = t->place ? mh_meeting__state(r, at) : NULL;
    return;
  }
  const told *stay = visit_before(w, i);
  if (stay == NULL) return;
  t->place = stay->place;
  t->state = stay->state;
  t->city = stay->city;
}

/* "visited N., where he met": somebody who met, or went, as the sentence told before; what he
 * will do there with its hosts (x) is part of the visit. */
static bool went_on(const walk *w, uint32_t i, const slots *x)
{
  const reader *r = w->r;
  if (i > w->s->first && of_the_visit(r, i)) return true;
  const told *visit = w->future && i > w->s->first ? visit_before(w, i) : NULL;
  if (visit && w->holder.n == 1) {
    for (uint8_t k = 0; k < x->own.n; k++)
      if (mh_meeting__has(&visit->who, x->own.code[k])) return false;
    return true;
  }
  if (i == w->s->first || w->future) return false;
  const bool during = i + 1 < w->s->end && mh_statement__setting(r, i + 1) &&
                      mh_statement__joined_pronoun(r, i + 1);
  return during || where(w, i) != NO_TOKEN;
}

/* "arrives in N., where (`ala an) he is to | meet Y": the verb of such an act. */
static bool hereafter(const walk *w, uint32_t i)
{
  const reader *r = w->r;
  if (i < w->s->first + 2 || r->cls[i - 1] != MH_W_AN ||
      mh_statement__prep(r, i - 2) != MH_TAKES_ALA)
    return false;
  for (uint32_t k = 0; k < w->n; k++)
    if (w->acts[k].word == i) return w->acts[k].act == MH_ACT_PLAN;
  return false;
}

/* "... and will meet Y": who stands behind the verb is met by who acted before. */
static void met_by_carried(const walk *w, uint32_t i, const mh_frame *f, slots *x)
{
  slots who = {.end = 0};
  if (f->event == MH_EVENT_VISIT || !(f->takes & MH_TAKES_OBJECT)) return;
  if (!mh_statement__and(w->r, i) && !that_he(w, i) && !went_on(w, i, x) &&
      !hereafter(w, i))
    return;
  mh_meeting__who_is_meant(w, i, true, &who);
  if (who.own.n != 1 || mh_meeting__has(&x->own, who.own.code[0])) return;
  x->with = x->own;
  x->with_how = x->own_how;
  x->own = who.own;
  x->own_how = who.own_how;
}

/* "the Council | meets tomorrow": an organisation by itself. */
static bool meets_alone(const reader *r, const slots *x, const mh_frame *f)
{
  return f->event == MH_EVENT_TALKS && f->act == MH_ACT_MEET &&
         !(f->takes & MH_TAKES_OBJECT) && x->own.n == 1 && x->with.n == 0 &&
         !x->stranger && x->own_how == HOW_PEOPLE &&
         mh_meeting__organisation(r, x->own.code[0]);
}

/* Does the verb tell who met, so that it can be believed? */
static bool told_by_verb(const slots *x, const mh_frame *f, bool future)
{
  if (f->event == MH_EVENT_VISIT)
    return x->n_to && x->own.n == 1 &&
           (x->own_how == HOW_PEOPLE ||
            (x->own_how >= HOW_CARRIED && (future || f->kind == MH_FRAME_ACT)));
  /* "the presidents of N. and N. met ..., the first time between the two" */
  const bool again = x->own.n > 1 && x->own_how == HOW_PEOPLE &&
                     x->with_how == HOW_GUESSED;
  if (x->with.n && !again)
    return x->with_how == HOW_PEOPLE && (x->own.n == 1 || x->own_how > 2);
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
    mh_meeting__partner(r, &x, from, w->s->end, HOW_PEOPLE);
  } else if (y->enc == MH_ENC_HU || y->enc == MH_ENC_HA) {
    slots met = {.end = 0};
    subject g;
    if (mh_meeting__antecedent(w, mh_meeting__auxiliaries(w, i), &g))
      mh_meeting__join_own(r, &met, &g);
    else
      mh_meeting__who_is_meant(w, i, true, &met);
    x.with = met.own;
    x.with_how = x.own_how == HOW_PEOPLE && from > i + 1 ? HOW_PEOPLE : HOW_GUESSED;
  } else {
    mh_meeting__scan(r, &x, from, w->s->end, f->takes, visit);
  }
  if (x.with.n == 0 && x.own.n == 1 && from > i + 1) met_by_carried(w, i, f, &x);
  const bool alone = meets_alone(r, &x, f);
  if (!alone && !told_by_verb(&x, f, y->pro & MH_PRO_SA)) return MH_OK;
  told t = {.kind = kinds[f->event],
            .first = i,
            .end = i + 1,
            .verb = i,
            .clause = NO_TOKEN,
            .score = discuss ? 2 : 3,
            .alone = alone,
            .hint = discuss};
  if (alone) t.kind = "conference"; /* of all its states */
  if (i > w->s->first && !visit) met_there(w, i, &t);
  t.past = (y->feats & MH_F_TENSE) == MH_F_PERFECT;
  t.part = i > w->s->first && of_the_visit(r, i);
  if (by_telephone(w, i, x.end)) t.kind = "call", t.hint = false;
  t.generic = mh_meeting__generic(t.kind);
  t.next = (y->pro & MH_PRO_SA) || hereafter(w, i) ||
           (i > w->s->first && r->cls[i - 1] == MH_W_FUT) ||
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

/* "after | N. signed a treaty", "a treaty that N. | signed": told to say when something else was,
 * or which treaty is meant. */
static bool recalled(const walk *w, const act *x)
{
  const reader *r = w->r;
  const uint32_t v = mh_meeting__auxiliaries(w, x->word);
  return v > w->s->first && (r->cls[v - 1] == MH_W_REL || r->cls[v - 1] == MH_W_SUB);
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
  if (recalled(w, x)) return MH_OK;
  mh_meeting__known(w->r, &t.who, &x->who.codes, x->word);
  if (x->who.codes.n == 1 && named) { /* "signed with his counterpart" */
    slots with = {.end = x->who.end};
    /* further on "N. had signed an agreement with N." is recalled */
    mh_meeting__partner(w->r, &with, x->who.end, w->s->end,
                        t.lead ? HOW_STATE : HOW_PEOPLE);
    mh_meeting__add_all(&t.who, &with.with);
  }
  if (t.who.n < 2 || (!named && !(x->inner && t.lead))) return MH_OK;
  return emit(w, t, NULL);
}

mh_status mh_statement__tell(reader *r, const mh_sentence *s, act *acts, uint32_t n)
{
  walk w = {.r = r, .s = s, .acts = acts, .n = n};
  for (uint32_t k = 0; k < n; k++) {
    if (acts[k].inner) mh_meeting__spoke(r, &acts[k].outer_who);
    mh_meeting__spoke(r, &acts[k].who);
    MH_TRY(by_signing(&w, &acts[k]));
  }
  const mh_glance those = {.kinds = 1u << MH_PH_MEETING, .meets = true};
  for (uint32_t i = s->first; i < s->end; i++) {
    while (w.next < n && acts[w.next].word <= i) w.next++;
    if (!mh_glance_any(&r->w->glance[i], those)) continue; /* nearly always */
    const mh_match *m = mh_words_match(r->w, i, MH_PH_MEETING);
    const mh_reading *y;
    const mh_frame *f;
    if (m) {
      MH_TRY(mh_meeting__by_noun(&w, m));
      i = m->end - 1;
    } else if ((f = mh_meeting__event_verb(r, i, &y)) != NULL ||
               (f = mh_meeting__leaves_for(r, i, &y)) != NULL) {
      MH_TRY(by_verb(&w, i, f, y));
    }
  }
  for (uint32_t k = 0; k < n; k++) MH_TRY(by_discussion(&w, &acts[k]));
  return MH_OK;
}
