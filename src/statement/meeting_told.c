/* meeting_told - where a sentence tells of a meeting, and who took part: a verb ("received",
 * "visited", "called"), or a noun with those who met around it ("during his meeting with",
 * "the talks between X and Y", "the visit of X to Y", "the Saudi-French summit").  When and
 * where it was is asked of meeting_facts; which of all that is told is one meeting, of
 * meeting. */
#include "meeting.h"

#define TOLD_MAX 96 /* places of one report; what an endless one tells later is lost */
#define REACH    18 /* tokens behind the word in which those who took part stand      */
#define NAMED    7  /* tokens in which a state alone, by its name, takes part           */
#define GOVERNOR 14 /* tokens before a noun in which its verb stands                   */

/* The way through one sentence. */
typedef struct walk {
  reader *r;
  const mh_sentence *s;
  const act *acts; /* [n] of the sentence, in its order                      */
  uint32_t n, next;
  side holder; /* who met, as the sentence told last; who a bare verb means */
  uint32_t holder_at;
  bool future; /* that was announced                                        */
} walk;

/* What stands around a word that tells of a meeting. */
typedef struct slots {
  side own;  /* whose meeting it is      */
  side with; /* with whom, where to      */
  struct {
    const char *place;
    const char *state;
    bool city;
  } to[MH_CODES_MAX]; /* where a visit leads */
  uint8_t n_to;
  bool both; /* "between" has told all */
  uint32_t end;
} slots;

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
static const mh_frame *event_verb(const reader *r, uint32_t i, const mh_reading **out)
{
  if (!(r->w->glance[i].acts >> MH_POS_VERB & 1) || r->cls[i] != MH_W_NONE) return NULL;
  if (r->m->actor_of[i] >= 0) return NULL;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word == 0 || MH_F_POS_OF(y->feats) != MH_POS_VERB) continue;
    const mh_frame *f = event_of(r, y);
    if (f == NULL || (y->feats & MH_F_PERSON) == MH_F_2) continue;
    *out = y;
    return f;
  }
  return NULL;
}

static bool negated(const reader *r, uint32_t i, uint32_t first)
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
static void actors_of(const walk *w, const act *x, side *out)
{
  if (x->who.first >= 0 && !x->who.carried) {
    subject g = x->who;
    g.codes = x->alone;
    mh_meeting__join(w->r, out, &g, LEVEL_NO_ONE);
  } else {
    mh_meeting__known(w->r, out, &x->alone, x->word);
  }
}

static void who_is_meant(const walk *w, uint32_t i, bool one, side *out);

static bool is_state_name(const reader *r, uint32_t i)
{
  const int32_t a = r->m->actor_at[i];
  if (a >= 0 && r->m->actors[a].form != MH_ACTOR_NAME &&
      r->m->actors[a].form != MH_ACTOR_CAPITAL)
    return false;
  return mh_meeting__state(r, i) != NULL;
}

/* The subject of the verb at token v: behind it, before it, or carried on.  Gives the token
 * where what else the verb takes begins. */
static uint32_t subject_of(const walk *w, uint32_t v, bool visit, side *out)
{
  const reader *r = w->r;
  subject g;
  const uint32_t i = mh_statement__skip_adverbs(r, v + 1, w->s->end);
  if (!(visit && is_state_name(r, i)) && mh_statement__group(r, i, &g)) {
    mh_meeting__join(r, out, &g, LEVEL_NO_ONE);
    return g.end;
  }
  uint32_t p = v;
  while (p > w->s->first && (r->cls[p - 1] == MH_W_QAD || r->cls[p - 1] == MH_W_FUT ||
                             r->cls[p - 1] == MH_W_AUX))
    p--;
  const act *x = act_of(w, v);
  /* "will visit X and meet Y": the same again */
  const bool goes_on = x && x->who.carried && mh_statement__and(r, v) &&
                       w->holder.n == 1 && v - w->holder_at <= GOVERNOR;
  if (mh_statement__group_before(r, p, w->s->first, &g))
    mh_meeting__join(r, out, &g, LEVEL_NO_ONE);
  else if (x && !goes_on)
    actors_of(w, x, out);
  else
    who_is_meant(w, v, false, out);
  return v + 1;
}

static bool fits(const mh_codes *c, bool one)
{
  return c->n == 1 || (c->n && !one);
}

/* Who is meant where nobody is named: who met as told last, who acts in the sentence, who
 * acted before; `one`: one alone. */
static void who_is_meant(const walk *w, uint32_t i, bool one, side *out)
{
  const reader *r = w->r;
  const act *before = w->next ? &w->acts[w->next - 1] : NULL;
  const act *after = w->next < w->n ? &w->acts[w->next] : NULL;
  if (before && before->word == i) before = w->next > 1 ? before - 1 : NULL;
  if (w->holder.n && (!one || w->holder.n == 1) &&
      (before == NULL || w->holder_at >= before->word))
    mh_meeting__add_all(out, &w->holder);
  else if (before && fits(&before->alone, one))
    actors_of(w, before, out);
  else if (after && fits(&after->alone, one))
    actors_of(w, after, out);
  else if (w->holder.n && (!one || w->holder.n == 1))
    mh_meeting__add_all(out, &w->holder);
  else if (r->paragraph <= r->acted + 1)
    mh_meeting__known(r, out, &r->last_one, i);
}

/* ---- what stands around the word */

/* "between". */
static bool between(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  const int z = t->n == 4 && mh_key_letter(t->key, 0) == MH_L_WAW;
  return r->cls[i] == MH_W_PREP && t->n == 3 + z && mh_key_letter(t->key, z) == MH_L_BA &&
         mh_key_letter(t->key, z + 1) == MH_L_YA &&
         mh_key_letter(t->key, z + 2) == MH_L_NUN;
}

/* Where a visit leads: one or several places from token i on. */
static uint32_t destinations(const reader *r, slots *x, uint32_t i, uint32_t stop)
{
  bool city;
  uint32_t end = i + 1;
  for (uint32_t n = 0; i < stop && n < 12; n++) {
    const char *place = mh_meeting__place(r, i, &city, &end);
    const char *state = place && is_state_name(r, i) ? mh_meeting__state(r, i) : NULL;
    if (state && x->n_to < MH_CODES_MAX) {
      x->to[x->n_to].place = place;
      x->to[x->n_to].state = state;
      x->to[x->n_to++].city = city;
      i = end;
    } else if (state) {
      return end; /* no room */
    } else if (x->n_to == 0 && n < 2 && tok(r, i)->kind == MH_TOKEN_WORD &&
               r->m->actor_at[i] < 0 && r->cls[i] == MH_W_NONE) {
      i++; /* "the capital ..." */
    } else {
      break;
    }
    const bool more = i < stop && mh_statement__and(r, i) && is_state_name(r, i);
    if (x->n_to && !more) break;
  }
  return i;
}

static bool ends_scan(const reader *r, uint32_t i)
{
  if (r->m->when_at[i] >= 0) return false;
  if (r->cls[i] == MH_W_AN || r->cls[i] == MH_W_SUB || r->cls[i] == MH_W_CONJ ||
      r->cls[i] == MH_W_REL)
    return true;
  if (tok(r, i)->kind == MH_TOKEN_MARK) return mh_statement__mark(r, i, ':');
  if (r->cls[i] != MH_W_NONE || r->m->actor_of[i] >= 0) return false;
  return mh_statement__reading(r, i, 1u << MH_POS_VERB, true) &&
         !mh_statement__reading(r, i, 1u << MH_POS_MASDAR | 1u << MH_POS_NOUN, false);
}

/* "each". */
static bool each(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return t->n >= 2 && t->n <= 3 && mh_key_letter(t->key, 0) == MH_L_KAF &&
         mh_key_letter(t->key, 1) == MH_L_LAM;
}

static uint32_t join(const reader *r, side *to, const subject *g, const side *peers)
{
  uint8_t peer = LEVEL_NO_ONE;
  for (uint8_t k = 0; k < peers->n; k++)
    if (peers->level[k] < peer) peer = peers->level[k];
  mh_meeting__join(r, to, g, peer);
  return g->end;
}

/* What a word takes: directly, with, between, to, in reading order.  takes: MH_TAKES_*. */
static void scan(const reader *r, slots *x, uint32_t from, uint32_t limit, unsigned takes,
                 bool visit)
{
  const uint32_t stop = from + REACH < limit ? from + REACH : limit;
  bool direct = takes & MH_TAKES_OBJECT;
  uint32_t i = from;
  for (uint32_t last = NO_TOKEN; i < stop && i != last && !ends_scan(r, i);) {
    subject g;
    last = i;
    const int32_t a = r->m->actor_at[i];
    const unsigned bit = mh_statement__prep(r, i);
    const mh_match *event = mh_words_match(r->w, i, MH_PH_MEETING);
    if (r->m->when_at[i] >= 0) {
      i = r->m->whens.at[r->m->when_at[i]].end;
    } else if (mh_statement__mark(r, i, '(')) {
      while (i < stop && !mh_statement__mark(r, i, ')')) i++;
      i++;
    } else if (between(r, i) && i + 1 < stop && mh_meeting__people(r, i + 1, &g)) {
      x->both = true;
      x->end = i = join(r, &x->with, &g, &x->own);
      if (x->with.n > 1) return;
    } else if (!visit && (bit == MH_TAKES_MAA || (bit & takes & MH_TAKES_MIN)) &&
               i + 1 < stop && (i - from < NAMED || !is_state_name(r, i + 1)) &&
               mh_meeting__people(r, i + 1, &g)) {
      x->end = i = join(r, &x->with, &g, &x->own);
      if (!(i < stop && mh_statement__prep(r, i) == MH_TAKES_MAA)) return;
    } else if (visit && bit == MH_TAKES_ILA && i + 1 < stop) {
      i = destinations(r, x, i + 1, stop);
      if (x->n_to) return;
    } else if (visit && bit == MH_TAKES_MIN && i > from && each(r, i - 1) &&
               i + 1 < stop) {
      i = destinations(r, x, i + 1, stop);
      return;
    } else if (bit) {
      i += width(r, i);
      if (i < stop && mh_statement__group(r, i, &g)) i = g.end;
      direct = direct && bit != MH_TAKES_ALA;
    } else if (a >= 0 && (r->m->actors[a].pro & MH_PRO_LI)) {
      if (visit && is_state_name(r, i)) {
        i = destinations(r, x, i, stop);
      } else if ((takes & MH_TAKES_LI) && mh_meeting__people(r, i, &g)) {
        i = join(r, x->own.n ? &x->with : &x->own, &g, &x->own);
      } else {
        i = r->m->actors[a].end;
      }
    } else if (a >= 0 && (r->m->actors[a].pro & MH_PRO_BI)) {
      const uint8_t form = r->m->actors[a].form;
      const bool who = form != MH_ACTOR_CAPITAL && form != MH_ACTOR_NAME;
      if (who && (takes & MH_TAKES_BI) && mh_meeting__people(r, i, &g)) {
        x->end = join(r, &x->with, &g, &x->own);
        return;
      }
      i = r->m->actors[a].end;
    } else if (visit && direct && is_state_name(r, i)) {
      i = destinations(r, x, i, stop);
      return;
    } else if (a >= 0 && direct && mh_statement__group(r, i, &g)) {
      x->end = join(r, &x->with, &g, &x->own);
      return;
    } else if (a >= 0) {
      i = r->m->actors[a].end;
    } else if (event && i > from && mh_lex_meeting(r->lex, event->value)->level > 1) {
      break;
    } else {
      i++;
    }
  }
  if (x->end < i) x->end = i;
}

/* ---- what is told */

static bool generic(const char *kind)
{
  return strcmp(kind, "talks") == 0 || strcmp(kind, "visit") == 0;
}

static bool strategic(const told *t)
{
  return strcmp(t->kind, "strategic-dialogue") == 0;
}

static bool leaders(const side *s)
{
  for (uint8_t k = 0; k < s->n; k++)
    if (s->level[k] > LEVEL_LEADS) return false;
  return s->n > 1;
}

/* A verb of the future near the word. */
static bool announced(const reader *r, const mh_sentence *s, uint32_t at)
{
  const uint32_t from = at > s->first + 10 ? at - 10 : s->first;
  for (uint32_t i = from; i < at + 6 && i < s->end; i++) {
    if (r->m->actor_of[i] >= 0) continue;
    const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, false);
    if (v && (v->pro & MH_PRO_SA)) return true;
    if (r->cls[i] == MH_W_FUT) return true;
  }
  return false;
}

/* The part of the sentence that belongs to the act around token i. */
static void clause_around(const walk *w, told *t)
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

static mh_status emit(walk *w, told t, const mh_match *word)
{
  reader *r = w->r;
  if ((t.who.n < 2 && !strategic(&t)) || r->tellings.n >= TOLD_MAX) return MH_OK;
  if (t.generic && leaders(&t.who)) t.kind = "summit";
  t.lead = w->s->paragraph == 0;
  clause_around(w, &t);
  mh_meeting__facts(r, &t, word, w->s);
  w->future = t.next;
  return MH_PUSH(r->a, &r->tellings, t);
}

/* One visit for each place it leads to. */
static mh_status visits(walk *w, const told *t, const slots *x, const mh_match *word)
{
  for (uint8_t k = 0; k < x->n_to; k++) {
    told v = *t;
    v.who = x->own;
    v.place = x->to[k].place;
    v.city = x->to[k].city;
    mh_meeting__add(&v.who, x->to[k].state, LEVEL_NO_ONE);
    MH_TRY(emit(w, v, word));
  }
  return MH_OK;
}

static mh_status put(walk *w, told t, const slots *x, const mh_match *word, bool apart)
{
  if (x->own.n) {
    w->holder = x->own;
    w->holder_at = t.first;
  }
  if (x->n_to) return visits(w, &t, x, word);
  if (apart && x->own.n == 1 && x->with.n > 1) {
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

/* A verb of talking: with whom stands right by it ("discussed with his counterpart the ..."),
 * and is somebody, not the state that a file is about. */
static void partner(const walk *w, slots *x, uint32_t from)
{
  const reader *r = w->r;
  const uint32_t stop = from + 10 < w->s->end ? from + 10 : w->s->end;
  for (uint32_t i = from; i + 1 < stop && !ends_scan(r, i); i++) {
    subject g;
    if (mh_statement__prep(r, i) != MH_TAKES_MAA) continue;
    if (!mh_meeting__people(r, i + 1, &g)) return;
    const uint8_t form = r->m->actors[g.first].form;
    if (form != MH_ACTOR_NAME && form != MH_ACTOR_CAPITAL)
      x->end = join(r, &x->with, &g, &x->own);
    i = g.end;
    if (i >= stop || mh_statement__prep(r, i) != MH_TAKES_MAA) return;
    i--;
  }
}

static mh_status by_verb(walk *w, uint32_t i, const mh_frame *f, const mh_reading *y)
{
  static const char *const kinds[] = {"talks", "talks", "visit", "call"};
  reader *r = w->r;
  slots x = {.end = i + 1};
  const bool discuss = f->act == MH_ACT_DISCUSS;
  if (f->event == MH_EVENT_NONE || negated(r, i, w->s->first)) return MH_OK;
  const uint32_t from = subject_of(w, i, f->event == MH_EVENT_VISIT, &x.own);
  if (discuss)
    partner(w, &x, from);
  else if (y->enc != MH_ENC_NONE && y->enc != MH_ENC_ACC)
    who_is_meant(w, i, true, &x.with);
  else
    scan(r, &x, from, w->s->end, f->takes, f->event == MH_EVENT_VISIT);
  if (discuss && x.with.n == 0) return MH_OK;
  told t = {.kind = kinds[f->event], .first = i, .end = i + 1, .score = discuss ? 2 : 3};
  t.generic = generic(t.kind);
  t.next = (y->pro & MH_PRO_SA) || (i > w->s->first && r->cls[i - 1] == MH_W_FUT) ||
           (w->future && (y->feats & MH_F_TENSE) == MH_F_IMPERFECT);
  return put(w, t, &x, NULL, f->takes & MH_TAKES_OBJECT);
}

/* ---- nouns */

/* "via a video call" is how they met, not what they held. */
static bool means(const reader *r, const mh_match *m, const mh_sentence *s)
{
  if (strcmp(mh_lex_meeting(r->lex, m->value)->kind, "call")) return false;
  if (m->pro & MH_PRO_BI) return true;
  if (m->first == s->first || r->cls[m->first - 1] != MH_W_PREP) return false;
  const mh_token *t = tok(r, m->first - 1);
  return t->n == 3 && mh_key_letter(t->key, 0) == MH_L_AIN &&
         mh_key_letter(t->key, 1) == MH_L_BA && mh_key_letter(t->key, 2) == MH_L_RA;
}

/* A word of one ending in ha that is written with a pronoun's: "in his turn", no "round". */
static bool other_word(const reader *r, const mh_match *m)
{
  const mh_token *t = tok(r, m->end - 1);
  return m->enc == MH_ENC_NONE && t->n && mh_key_letter(t->key, t->n - 1) == MH_L_HA &&
         !(t->flags & MH_TF_MARBUTA);
}

static bool own_pronoun(const reader *r, const mh_match *m)
{
  if (m->enc != MH_ENC_NONE && m->enc != MH_ENC_ACC) return true;
  for (uint32_t k = 0; k < mh_words_readings(r->w, m->first); k++) {
    const mh_reading *y = mh_words_reading(r->w, m->first, k);
    if (y->sym && y->enc != MH_ENC_NONE && y->enc != MH_ENC_ACC) return true;
  }
  return false;
}

/* "the Saudi-French ...": two adjectives; the token after them. */
static uint32_t adjectives(const reader *r, const mh_match *m, side *out, uint32_t end)
{
  side found = {.n = 0};
  uint32_t i = m->end, after = m->end;
  for (; i < end && i < m->end + 6; i++) {
    const mh_match *a = mh_words_match(r->w, i, MH_PH_ADJ);
    if (a && !(a->pro & (MH_PRO_BI | MH_PRO_LI))) {
      mh_meeting__add(&found, mh_lex_actor(r->lex, a->value)->code, LEVEL_NO_ONE);
      after = i + 1;
    } else if (r->m->actor_at[i] >= 0 || mh_statement__prep(r, i)) {
      break;
    }
  }
  if (found.n < 2) return m->end;
  *out = found;
  return after;
}

/* The verb of the clause that tells more of the noun: "a call that X had with Y", "a visit X
 * pays to Y"; NO_TOKEN when none follows. */
static uint32_t resuming(const walk *w, uint32_t i, const mh_frame **f)
{
  const reader *r = w->r;
  const mh_reading *y;
  for (uint32_t n = 0; n < 5 && i < w->s->end; n++) {
    if ((*f = event_verb(r, i, &y)) != NULL)
      return (*f)->kind == MH_FRAME_MEET ? i : NO_TOKEN;
    if (r->m->when_at[i] >= 0) {
      i = r->m->whens.at[r->m->when_at[i]].end;
    } else if (tok(r, i)->kind == MH_TOKEN_WORD && r->m->actor_at[i] < 0 &&
               (r->cls[i] == MH_W_NONE || r->cls[i] == MH_W_REL ||
                r->cls[i] == MH_W_AUX || r->cls[i] == MH_W_QAD)) {
      i++;
    } else {
      break;
    }
  }
  return NO_TOKEN;
}

/* "a tour that includes X, Y and Z": two places or more after the verb that follows. */
static void tour(const walk *w, uint32_t i, slots *x)
{
  const reader *r = w->r;
  const uint32_t stop = i + 6 < w->s->end ? i + 6 : w->s->end;
  while (i < stop && !mh_statement__reading(r, i, 1u << MH_POS_VERB, false)) i++;
  for (uint32_t n = 0; n < 3 && ++i < stop + 4 && i < w->s->end; n++) {
    if (!is_state_name(r, i)) continue;
    destinations(r, x, i, w->s->end);
    break;
  }
  if (x->n_to < 2) x->n_to = 0;
}

/* The verb that governs the noun ("held talks", "paid a visit"), NO_TOKEN when none is near. */
static uint32_t governor(const walk *w, uint32_t i, const mh_frame **f,
                         const mh_reading **y)
{
  const reader *r = w->r;
  for (uint32_t k = i; k-- > w->s->first && i - k <= GOVERNOR;) {
    if (tok(r, k)->kind == MH_TOKEN_MARK && mh_statement__mark(r, k, ':')) break;
    if (r->cls[k] == MH_W_AN) break;
    if ((*f = event_verb(r, k, y)) != NULL) return k;
    if (ends_scan(r, k) && r->cls[k] != MH_W_REL) break;
  }
  return NO_TOKEN;
}

/* Is what the noun tells wished for or weighed, not done? */
static bool wished(const walk *w, const mh_match *m)
{
  const reader *r = w->r;
  const act *x = w->next ? &w->acts[w->next - 1] : NULL;
  for (uint32_t k = m->first; k-- > w->s->first && m->first - k <= 3;) {
    if (tok(r, k)->kind == MH_TOKEN_MARK) break;
    for (uint32_t n = 0; n < mh_words_readings(r->w, k); n++)
      if (mh_words_reading(r->w, k, n)->word &&
          mh_lex_word(r->lex, mh_words_reading(r->w, k, n)->word)->cls == MH_W_EVALUATION)
        return true;
  }
  return x && (x->act == MH_ACT_CALL || x->act == MH_ACT_WARN) && x->takes != LED_QUOTE &&
         m->first >= x->content && m->first - x->content < 8;
}

/* The state in which talks of one side were held is the other side, where the report knows
 * an actor of it. */
static void host(const walk *w, const mh_match *m, slots *x)
{
  const reader *r = w->r;
  const uint32_t stop = m->end + 6 < w->s->end ? m->end + 6 : w->s->end;
  for (uint32_t i = m->end; i < stop; i++) {
    if (mh_statement__prep(r, i) != MH_TAKES_FI) continue;
    destinations(r, x, i + 1, w->s->end);
    for (uint8_t k = 0; k < x->n_to; k++)
      if (mh_meeting__has(&x->own, x->to[k].state)) x->n_to = 0;
    return;
  }
}

/* "the next dialogue, next year in Kuwait": the series is not named again, only its next round
 * with a day to come. */
static mh_status next_of_series(walk *w, const told *t, const mh_match *m, bool *is)
{
  reader *r = w->r;
  for (uint32_t k = r->tellings.n; k-- > 0;) {
    const told *series = &r->tellings.at[k];
    if (!strategic(series) || series->next) continue;
    told v = *t;
    v.who = series->who;
    v.kind = series->kind;
    v.next = true;
    v.score = 3;
    clause_around(w, &v);
    mh_meeting__facts(r, &v, m, w->s);
    *is = v.date && mh_meeting__to_come(r, v.date) && r->tellings.n < TOLD_MAX;
    return *is ? MH_PUSH(r->a, &r->tellings, v) : MH_OK;
  }
  return MH_OK;
}

static mh_status by_noun(walk *w, const mh_match *m)
{
  reader *r = w->r;
  const mh_meeting_row *row = mh_lex_meeting(r->lex, m->value);
  const mh_reading *y = NULL;
  const mh_frame *f = NULL;
  slots x = {.end = m->end};
  if (means(r, m, w->s) || wished(w, m)) return MH_OK;
  if (row->level < 2 && other_word(r, m)) return MH_OK;
  const bool visit = strcmp(row->kind, "visit") == 0, mine = own_pronoun(r, m);
  /* a call is had with somebody, or received from him */
  const unsigned from_whom = strcmp(row->kind, "call") == 0 ? MH_TAKES_MIN : 0;
  const uint32_t from = adjectives(r, m, &x.own, w->s->end);
  const uint32_t after = resuming(w, from, &f);
  const uint32_t verb = after == NO_TOKEN ? governor(w, m->first, &f, &y) : NO_TOKEN;
  if (verb != NO_TOKEN && negated(r, verb, w->s->first)) return MH_OK;
  if (x.own.n < 2 && after != NO_TOKEN) {
    const uint32_t rest = subject_of(w, after, visit, &x.own);
    scan(r, &x, rest, w->s->end, MH_TAKES_BI, visit);
    if (x.both) x.own.n = 0;
  } else if (x.own.n < 2) {
    side owner = {.n = 0};
    subject g;
    uint32_t at = from;
    if (mine || (m->pro & MH_PRO_LI))
      who_is_meant(w, m->first, mine, &owner);
    else if (from < w->s->end && !(visit && is_state_name(r, from)) &&
             mh_statement__group(r, from, &g))
      at = join(r, &owner, &g, &owner);
    x.own = owner;
    scan(r, &x, at, w->s->end,
         MH_TAKES_BI | MH_TAKES_LI | from_whom |
             (owner.n == 0 || at == from ? MH_TAKES_OBJECT : 0),
         visit);
    if (x.both && x.with.n > 1) x.own.n = 0;
  }
  const bool loose = x.own.n + x.with.n + x.n_to < 2;
  if (x.own.n + x.with.n < 2 && x.own.n + x.with.n + x.n_to > 0 && !mine) {
    /* what the noun does not say, its verb does */
    slots v = {.end = 0};
    if (verb != NO_TOKEN) {
      const uint32_t rest = subject_of(w, verb, f->event == MH_EVENT_VISIT, &v.own);
      if (f->event == MH_EVENT_VISIT || x.own.n + x.with.n == 0)
        scan(r, &v, rest, m->first, MH_TAKES_OBJECT, visit);
    } else if (x.own.n == 0) {
      who_is_meant(w, m->first, false, &v.own);
    }
    if (x.own.n == 0)
      x.own = v.own;
    else if (x.with.n == 0)
      x.with = v.own;
  } else if (visit && x.own.n + x.with.n > 0 && x.n_to == 0) {
    tour(w, from, &x);
  } else if (x.own.n + x.with.n + x.n_to == 0 && verb != NO_TOKEN) {
    slots v = {.end = 0};
    const uint32_t rest = subject_of(w, verb, f->event == MH_EVENT_VISIT, &v.own);
    scan(r, &v, rest, m->first, MH_TAKES_BI, visit || f->event == MH_EVENT_VISIT);
    v.end = x.end;
    x = v;
  }
  if (x.own.n == 1 && x.with.n == 0 && x.n_to == 0 && (mine || verb != NO_TOKEN))
    host(w, m, &x);
  /* a working group, a festival: only where its own words tell who meets */
  if (row->level < 2 && loose && !mine && verb == NO_TOKEN && after == NO_TOKEN)
    return MH_OK;
  told t = {.kind = row->kind,
            .first = m->first,
            .end = m->end,
            .score = verb != NO_TOKEN || after != NO_TOKEN ? 3 : 2,
            .generic = generic(row->kind),
            .next = announced(r, w->s, m->first)};
  if (loose) {
    bool is = false;
    MH_TRY(next_of_series(w, &t, m, &is));
    if (is) return MH_OK;
  }
  return put(w, t, &x, m, false);
}

/* "The two sides discussed" tells that they met only where nothing else does. */
static mh_status by_discussion(walk *w, const act *x)
{
  told t = {
      .kind = "talks", .first = x->word, .end = x->word_end, .score = 2, .generic = true};
  if (x->act != MH_ACT_DISCUSS || x->form != ACT_VERB) return MH_OK;
  if (x->who.first < 0 && (x->feats & MH_F_NUMBER) != MH_F_DU) return MH_OK;
  if (w->s->paragraph > 3 || w->r->tellings.n || x->future) return MH_OK;
  actors_of(w, x, &t.who);
  return emit(w, t, NULL);
}

/* Two who signed. */
static mh_status by_signing(walk *w, const act *x)
{
  told t = {.kind = "signing", .first = x->word, .end = x->word_end, .score = 2};
  if (x->act != MH_ACT_SIGN || x->who.codes.n < 2 || w->s->paragraph > 3) return MH_OK;
  mh_meeting__known(w->r, &t.who, &x->who.codes, x->word);
  return emit(w, t, NULL);
}

mh_status mh_statement__tell(reader *r, const mh_sentence *s, const act *acts, uint32_t n)
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
      MH_TRY(by_noun(&w, m));
      i = m->end - 1;
    } else if ((f = event_verb(r, i, &y)) != NULL) {
      MH_TRY(by_verb(&w, i, f, y));
    }
  }
  for (uint32_t k = 0; k < n; k++) MH_TRY(by_discussion(&w, &acts[k]));
  return MH_OK;
}
