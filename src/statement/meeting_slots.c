/* meeting_slots - what stands around a word that tells of a meeting: whose it is, with whom,
 * between whom, where to.  Knows only what the words before it may take, not which word it
 * is; see meeting_told. */
#include "meeting.h"

#define REACH   18 /* tokens behind the word in which those who took part stand     */
#define NAMED   7  /* tokens in which a state alone, by its name, takes part        */
#define PARTNER 10 /* tokens in which a verb of talking has its partner             */
#define LED     3  /* tokens in which "of the minister" stands by itself           */
#define CHAIN   16 /* tokens in which "the session of the committee" is told        */

bool mh_meeting__state_name(const reader *r, uint32_t i)
{
  if (i >= r->doc->n_tokens) return false;
  const int32_t a = r->m->actor_at[i];
  if (a >= 0 && r->m->actors[a].form != MH_ACTOR_NAME &&
      r->m->actors[a].form != MH_ACTOR_CAPITAL && r->m->actors[a].form != MH_ACTOR_ORGAN)
    return false;
  return mh_meeting__state(r, i) != NULL;
}

/* How a group of actors is told: somebody in office, by name, an organisation; a state by its
 * name; or by words that stand for those in play. */
static uint8_t how(const reader *r, const subject *g)
{
  uint8_t best = HOW_STATE;
  for (int32_t a = g->first; a >= 0 && a <= g->last; a++) {
    const mh_actor *x = &r->m->actors[a];
    const bool role = x->form == MH_ACTOR_ROLE;
    if (role && x->codes.n == 0 &&
        (x->role == MH_ROLE_BOTH || x->role == MH_ROLE_MINISTERS ||
         x->role == MH_ROLE_THREE || x->role == MH_ROLE_FOUR))
      return HOW_GUESSED;
    /* "the two ministers, the Kenyan and the Ugandan" */
    if (role && x->codes.n > 1 &&
        (x->role == MH_ROLE_BOTH || x->role == MH_ROLE_MINISTERS))
      best = HOW_PEOPLE;
    if (role && (x->role == MH_ROLE_MEETING || x->role == MH_ROLE_DOCUMENT))
      return HOW_NONE;
    if (x->form >= MH_ACTOR_ORGAN) best = HOW_PEOPLE;
    if (x->form == MH_ACTOR_NAME && x->codes.n &&
        mh_lex_actor_by_code(r->lex, x->codes.at[0]) &&
        mh_lex_actor_by_code(r->lex, x->codes.at[0])->kind != MH_ACTOR_STATE)
      best = HOW_PEOPLE;
  }
  return best;
}

uint32_t mh_meeting__join_own(const reader *r, slots *x, const subject *g)
{
  const uint8_t as = how(r, g);
  if (as == HOW_NONE) return g->end; /* the meeting itself */
  const mh_actor *a = g->first >= 0 ? &r->m->actors[g->first] : NULL;
  mh_meeting__join(r, &x->own, g, LEVEL_NO_ONE);
  if (x->own.n) x->own_how = as;
  if (a && a->form == MH_ACTOR_ROLE && a->role == MH_ROLE_COUNTERPART) x->peer = true;
  return g->end;
}

uint32_t mh_meeting__join_with(const reader *r, slots *x, const subject *g)
{
  uint8_t peer = LEVEL_NO_ONE;
  const uint8_t as = how(r, g);
  const mh_actor *a = &r->m->actors[g->first];
  if (as == HOW_NONE) return g->end;
  for (uint8_t k = 0; k < x->own.n; k++)
    if (x->own.level[k] < peer) peer = x->own.level[k];
  mh_meeting__join(r, &x->with, g, peer);
  if (x->with.n) x->with_how = as;
  x->stand_in = a->form == MH_ACTOR_ROLE && a->role == MH_ROLE_PERSON;
  x->peer = a->form == MH_ACTOR_ROLE && a->role == MH_ROLE_COUNTERPART;
  x->together = x->peer && g->first == g->last && g->codes.n > 1;
  return g->end;
}

/* "each". */
static bool each(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return t->n >= 2 && t->n <= 3 && mh_key_letter(t->key, 0) == MH_L_KAF &&
         mh_key_letter(t->key, 1) == MH_L_LAM;
}

/* "with | each of the prince and the minister", "with | a number of the officials of N.". */
static uint32_t past_each(const reader *r, uint32_t i, uint32_t stop)
{
  if (i + 2 < stop && each(r, i) && mh_statement__prep(r, i + 1) == MH_TAKES_MIN)
    return i + 2;
  return mh_statement__past_some(r, i, stop);
}

/* "Qatar and | Oman": beside a state, a name that is a town's as well is the state's; NULL when
 * the token at i names no other state than `state`. */
static const mh_actor_row *beside_state(const reader *r, const slots *x, uint32_t i,
                                        const char *state)
{
  if (x->n_to == 0 || x->to[x->n_to - 1].city) return NULL;
  const mh_match *m = mh_words_match(r->w, i, MH_PH_ACTOR);
  const mh_actor_row *row = m ? mh_lex_actor(r->lex, m->value) : NULL;
  return row && row->kind == MH_ACTOR_STATE && strcmp(row->code, state) ? row : NULL;
}

uint32_t mh_meeting__destinations(const reader *r, slots *x, uint32_t i, uint32_t stop)
{
  bool city;
  uint32_t end = i + 1;
  for (uint32_t n = 0; i < stop && n < 12; n++) {
    const char *place = mh_meeting__place(r, i, &city, &end);
    const char *state = place && mh_meeting__state_name(r, i) ? mh_meeting__state(r, i)
                                                              : NULL;
    const mh_actor_row *land = state && city ? beside_state(r, x, i, state) : NULL;
    if (land) {
      place = land->english;
      state = land->code;
      city = false;
    }
    if (state && x->n_to < MH_CODES_MAX) {
      x->to[x->n_to].place = place;
      x->to[x->n_to].state = state;
      x->to[x->n_to++].city = city;
      i = end;
    } else if (state) {
      return end; /* no room */
    } else if (x->n_to == 0 && n < 2 && tok(r, i)->kind == MH_TOKEN_WORD &&
               r->m->actor_at[i] < 0 && r->cls[i] == MH_W_NONE &&
               (!mh_statement__reading(r, i, 1u << MH_POS_MASDAR, false) ||
                (i + 1 < stop && mh_words_match(r->w, i + 1, MH_PH_PLACE)))) {
      i++; /* "the capital ...", not "the attempts of ..." */
    } else {
      break;
    }
    const bool more = i < stop && mh_statement__and(r, i) && mh_meeting__state_name(r, i);
    if (x->n_to && !more) break;
  }
  return i;
}

bool mh_meeting__hall(const reader *r, const mh_match *m)
{
  return (m->pro & MH_PRO_LI) && (m->pro & MH_PRO_AL) &&
         strcmp(mh_lex_meeting(r->lex, m->value)->kind, "conference") == 0;
}

bool mh_meeting__ends(const reader *r, uint32_t i)
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

/* The way through what stands behind a word. */
typedef struct look {
  const reader *r;
  slots *x;
  uint32_t from, stop;
  unsigned takes; /* MH_TAKES_*                                       */
  bool visit;
  bool direct; /* what the word takes directly may still come          */
  bool phrase; /* inside of a phrase that tells where                  */
  bool done;
} look;

/* "with | the students of the college": no actor, nor a word that leads one, at token n. */
static bool nobody_near(const reader *r, uint32_t n, uint32_t stop)
{
  for (uint32_t k = n; k < n + 4 && k < stop; k++) {
    if (r->m->actor_at[k] >= 0 || r->cls[k] == MH_W_DET || each(r, k) ||
        mh_words_match(r->w, k, MH_PH_ADJ))
      return false;
    if (tok(r, k)->kind != MH_TOKEN_WORD) return k > n;
  }
  return !mh_statement__pronoun(r, n);
}

/* "arrived from | the capital N.": does a state or town stand at n, or behind a word? */
static bool origin(const reader *r, uint32_t n, uint32_t stop)
{
  if (mh_meeting__state_name(r, n)) return true;
  return n + 1 < stop && mh_meeting__state_name(r, n + 1) && r->cls[n] == MH_W_NONE &&
         !mh_statement__joined(r, n + 1) && mh_statement__prep(r, n + 1) == 0;
}

/* After a preposition at i: with, between, to, each of; else where or when. */
static uint32_t after_preposition(look *l, uint32_t i, unsigned bit)
{
  const reader *r = l->r;
  slots *x = l->x;
  const uint32_t n = past_each(r, i + width(r, i), l->stop);
  const bool apart = n > i + width(r, i) && each(r, i + width(r, i));
  subject g;
  if (n >= l->stop) return n;
  if (!l->visit && mh_statement__between(r, i) && mh_meeting__people(r, n, &g)) {
    x->both = true;
    const uint32_t end = mh_meeting__join_with(r, x, &g);
    l->done = x->with.n > 1;
    return end;
  }
  const bool with = bit == MH_TAKES_MAA || (bit & l->takes & MH_TAKES_MIN);
  if (!l->visit && with && (i - l->from < NAMED || !mh_meeting__state_name(r, n)) &&
      mh_meeting__people(r, n, &g)) {
    const uint32_t end = mh_meeting__join_with(r, x, &g);
    x->each = apart;
    l->done = !(end < l->stop && mh_statement__prep(r, end) == MH_TAKES_MAA);
    return end;
  }
  const bool of_each = bit == MH_TAKES_MIN && i > l->from && each(r, i - 1);
  /* "visited | the envoy to N. M.": not where he went, but where he is sent */
  const bool sent = l->takes == MH_TAKES_OBJECT && i && r->m->actor_of[i - 1] >= 0 &&
                    r->m->actors[r->m->actor_of[i - 1]].form == MH_ACTOR_OFFICIAL;
  const bool leads = bit == MH_TAKES_ILA && !sent;
  if (l->visit && (leads || of_each)) {
    const uint32_t end = mh_meeting__destinations(r, x, n, l->stop);
    l->done = x->n_to > 0 || of_each;
    return end;
  }
  if (l->visit && bit == MH_TAKES_MIN && origin(r, n, l->stop)) {
    slots from = {.n_to = 0}; /* not where to */
    l->direct = false;
    return mh_meeting__destinations(r, &from, n, l->stop);
  }
  if (!l->visit && bit == MH_TAKES_MAA && nobody_near(r, n, l->stop)) {
    l->done = x->stranger = true;
    return n;
  }
  /* "met each of N. and N." */
  if (!l->visit && l->direct && bit == MH_TAKES_MIN && i > l->from && each(r, i - 1) &&
      mh_meeting__people(r, n, &g)) {
    l->done = x->straight = true;
    return mh_meeting__join_with(r, x, &g);
  }
  if (bit == MH_TAKES_ALA || (l->visit && bit == MH_TAKES_FI)) l->direct = false;
  l->phrase = true;
  return mh_statement__group(r, n, &g) ? g.end : n;
}

/* "the minister N. N., | the minister of N.,": right behind a comma, who holds an office of
 * the same state as the one who met. */
static bool of_own(const reader *r, const slots *x, uint32_t i, const subject *g)
{
  if (x->own.n != 1 || g->codes.n != 1 || strcmp(g->codes.at[0], x->own.code[0]))
    return false;
  return i && mh_statement__comma(r, i - 1);
}

/* An actor phrase at i: led by a joined preposition, taken directly, or somebody else. */
static uint32_t at_actor(look *l, uint32_t i, const mh_actor *a)
{
  const reader *r = l->r;
  slots *x = l->x;
  subject g;
  const bool place = a->form == MH_ACTOR_CAPITAL || a->form == MH_ACTOR_NAME;
  const bool state = l->visit && mh_meeting__state_name(r, i);
  l->x->straight = false;
  if (a->pro & MH_PRO_LI) {
    if (state) return mh_meeting__destinations(r, x, i, l->stop);
    /* "a call, about the worry over | words of the president's" */
    const bool far = l->phrase && i > l->from + LED;
    if (far || !(l->takes & MH_TAKES_LI) || !mh_meeting__people(r, i, &g)) return a->end;
    return x->own.n ? mh_meeting__join_with(r, x, &g) : mh_meeting__join_own(r, x, &g);
  }
  if (a->pro & MH_PRO_BI) {
    l->phrase = true;
    if (place || !(l->takes & MH_TAKES_BI) || !mh_meeting__people(r, i, &g))
      return a->end;
    l->done = true;
    return mh_meeting__join_with(r, x, &g);
  }
  /* "in the seat of the government": inside of where it was */
  const bool organ = a->form == MH_ACTOR_ORGAN && !mh_statement__delegation(r, a);
  /* "in the palace of His Highness", "in his Highness's office in N.", "in the Judge's Palace" */
  const bool role = a->form == MH_ACTOR_ROLE;
  const bool his = (role && (a->role == MH_ROLE_PERSON || a->role == MH_ROLE_NOBODY)) ||
                   mh_statement__joined_pronoun(r, i);
  const bool inside = l->phrase && (place || organ || his);
  if (!l->direct || inside) return a->end;
  if (state) {
    l->done = true;
    return mh_meeting__destinations(r, x, i, l->stop);
  }
  if (!mh_statement__group(r, i, &g)) return a->end;
  if (of_own(r, x, i, &g)) return mh_meeting__join_own(r, x, &g);
  l->done = x->straight = true;
  return mh_meeting__join_with(r, x, &g);
}

/* A word at i that is no actor: somebody's name, or the end of what the word takes. */
static uint32_t at_word(look *l, uint32_t i, const mh_match *event)
{
  const reader *r = l->r;
  subject g;
  if (l->direct && !l->visit && mh_meeting__named(r, i, &g)) {
    l->done = l->x->straight = true;
    return mh_meeting__join_with(r, l->x, &g);
  }
  if (event == NULL && mh_statement__and(r, i) &&
      !mh_words_match(r->w, i, MH_PH_NUMBER)) { /* another thing, not "one" */
    l->done = true;
    return i;
  }
  if (each(r, i)) return i + 1;
  /* a word that is nobody's name: what was taken directly is told */
  l->phrase = l->phrase || mh_statement__joined(r, i);
  if (!l->phrase && !mh_words_match(r->w, i, MH_PH_ADJ) && i > l->from) l->direct = false;
  return i + 1;
}

static bool dash(const reader *r, uint32_t i)
{
  return mh_statement__mark(r, i, '-') || mh_statement__mark(r, i, 0x2013);
}

/* "received - may God keep him - | the minister": past what two dashes hold; else token i. */
static uint32_t past_dashes(const reader *r, uint32_t i, uint32_t stop)
{
  for (uint32_t k = i + 1; k < stop && k - i <= 6; k++)
    if (dash(r, k)) return k + 1;
  return i;
}

/* "the crown prince, 32 years old, | the president": past what two commas hold, which names
 * nobody and tells of nothing; else token i, the first comma. */
static uint32_t past_aside(const reader *r, uint32_t i, uint32_t stop)
{
  for (uint32_t k = i + 1; k < stop && k - i <= 7; k++) {
    if (mh_statement__comma(r, k)) return k - i > 2 ? k + 1 : i;
    if (r->m->actor_at[k] >= 0 || r->m->when_at[k] >= 0 || r->cls[i + 1] == MH_W_PREP ||
        mh_words_match(r->w, k, MH_PH_MEETING) || mh_words_match(r->w, k, MH_PH_PERSON) ||
        mh_words_match(r->w, k, MH_PH_PLACE) || mh_words_match(r->w, k, MH_PH_ADJ) ||
        tok(r, k)->kind == MH_TOKEN_MARK || r->w->glance[k].meets)
      return i;
  }
  return i;
}

/* "talks before | the summit with N.": another occasion begins at token i. */
static bool other_occasion(const reader *r, uint32_t i, uint32_t stop)
{
  if (!mh_is_class(r->w, i, MH_W_AFTER)) return false;
  for (uint32_t k = i + 1; k < stop && k <= i + 2; k++)
    if (mh_words_match(r->w, k, MH_PH_MEETING)) return true;
  return false;
}

void mh_meeting__scan(const reader *r, slots *x, uint32_t from, uint32_t limit,
                      unsigned takes, bool visit)
{
  look l = {.r = r,
            .x = x,
            .from = from,
            .stop = from + REACH < limit ? from + REACH : limit,
            .takes = takes,
            .visit = visit,
            .direct = takes & MH_TAKES_OBJECT};
  uint32_t i = from;
  while (i < l.stop && !l.done && !mh_meeting__ends(r, i)) {
    const uint32_t at = i;
    const int32_t a = r->m->actor_at[i];
    const unsigned bit = mh_statement__prep(r, i);
    const mh_match *event = mh_words_match(r->w, i, MH_PH_MEETING);
    if (r->m->when_at[i] >= 0) {
      i = r->m->whens.at[r->m->when_at[i]].end;
      l.phrase = false;
    } else if (r->cls[i] == MH_W_DET && mh_statement__and(r, i)) {
      break; /* "and a number of officials" */
    } else if (r->cls[i] == MH_W_DET && mh_key_letter(tok(r, i)->key, 0) == MH_L_BA) {
      l.phrase = true; /* "with all warmth" */
    } else if (mh_statement__comma(r, i)) {
      i = past_aside(r, i, l.stop);
      l.phrase = false;
    } else if (other_occasion(r, i, l.stop)) {
      break;
    } else if (dash(r, i) && past_dashes(r, i, l.stop) > i) {
      i = past_dashes(r, i, l.stop);
    } else if (mh_statement__mark(r, i, '(')) {
      while (i < l.stop && !mh_statement__mark(r, i, ')')) i++;
    } else if (bit && i + width(r, i) < l.stop && r->m->when_at[i + width(r, i)] >= 0) {
      i += width(r, i); /* "on the 8th" */
    } else if (bit) {
      i = after_preposition(&l, i, bit);
    } else if (a >= 0) {
      i = at_actor(&l, i, &r->m->actors[a]);
    } else if (visit && l.direct && mh_meeting__state_name(r, i)) {
      i = mh_meeting__destinations(r, x, i, l.stop);
      l.done = true;
    } else if (event && i > from && !visit && event->enc != MH_ENC_NONE &&
               event->enc != MH_ENC_ACC) {
      l.phrase = true; /* "met, during his visit to N., the minister" */
      i = event->end;
    } else if (event && i > from && !mh_meeting__hall(r, event) &&
               mh_lex_meeting(r->lex, event->value)->level > 1) {
      break;
    } else if (tok(r, i)->kind == MH_TOKEN_WORD && r->cls[i] == MH_W_NONE) {
      i = at_word(&l, i, event);
      if (l.done) break;
    }
    if (i <= at) i = at + 1;
  }
  x->end = i;
}

void mh_meeting__partner(const reader *r, slots *x, uint32_t from, uint32_t limit,
                         uint8_t least)
{
  const uint32_t stop = from + PARTNER < limit ? from + PARTNER : limit;
  for (uint32_t i = from; i + 1 < stop && !mh_meeting__ends(r, i); i++) {
    subject g;
    if (mh_statement__prep(r, i) != MH_TAKES_MAA) continue;
    if (!mh_meeting__people(r, i + 1, &g)) return;
    if (how(r, &g) >= least) x->end = mh_meeting__join_with(r, x, &g);
    i = g.end;
    if (i >= stop || mh_statement__prep(r, i) != MH_TAKES_MAA) return;
    i--;
  }
}

const mh_match *mh_meeting__chain(const reader *r, const mh_match *m, uint32_t end)
{
  const mh_match *last = m;
  uint32_t from = m->end;
  for (uint32_t i = m->end, words = 0; i < end && i < m->end + CHAIN; i++) {
    const mh_match *next = mh_words_match(r->w, i, MH_PH_MEETING);
    const mh_reading *y;
    if (mh_meeting__event_verb(r, i, &y)) break; /* "a summit that | gathers" */
    const bool of = next &&
                    ((next->pro & MH_PRO_LI) ||
                     (i && mh_statement__prep(r, i - 1) == MH_TAKES_MIN) || i == from);
    if (of && mh_lex_meeting(r->lex, next->value)->level > 0 &&
        next->enc == MH_ENC_NONE) {
      last = next;
      from = next->end;
      i = from - 1;
      words = 0;
    } else if (next || r->m->actor_at[i] >= 0 || mh_words_match(r->w, i, MH_PH_ADJ)) {
      break;
    } else if (tok(r, i)->kind == MH_TOKEN_WORD &&
               !mh_words_match(r->w, i, MH_PH_NUMBER)) {
      if (++words > 3) break;
    }
  }
  return last;
}

/* A lengthening stroke by itself, which some put for a dash. */
static bool stroke(const reader *r, uint32_t i)
{
  return tok(r, i)->n == 0 && tok(r, i)->len <= 6;
}

/* The rest of the name of a state that calls itself Arab at i: "Arab | Saudi". */
static bool arab_state(const reader *r, uint32_t i)
{
  static const char *const own[] = {"SAU", "SYR", "EGY", "ARE", "LBY", "YEM"};
  const mh_match *a = i < r->doc->n_tokens ? mh_words_match(r->w, i, MH_PH_ADJ) : NULL;
  for (size_t k = 0; a && k < sizeof own / sizeof *own; k++)
    if (strcmp(mh_lex_actor(r->lex, a->value)->code, own[k]) == 0) return true;
  return false;
}

/* "the Arab-Russian forum", "the African-Chinese", "the Arab-Islamic": whose states they are
 * beside another's adjective; NULL where the word at i says nothing of the kind. */
static const char *region(const reader *r, uint32_t i)
{
  static const struct {
    const char *code;
    uint32_t n;
    uint8_t word[7]; /* the last letter of a feminine */
  } of[] = {
      {"LAS", 5, {MH_L_AIN, MH_L_RA, MH_L_BA, MH_L_YA, MH_L_HA}},
      {"AU", 7, {MH_L_ALEF, MH_L_FA, MH_L_RA, MH_L_YA, MH_L_QAF, MH_L_YA, MH_L_HA}},
      {"OIC", 7, {MH_L_ALEF, MH_L_SIN, MH_L_LAM, MH_L_ALEF, MH_L_MIM, MH_L_YA, MH_L_HA}}};
  for (size_t k = 0; k < sizeof of / sizeof *of; k++) {
    if (!mh_meeting__ends_in(r, i, of[k].word, of[k].n, 2) &&
        !mh_meeting__ends_in(r, i, of[k].word, of[k].n - 1, 2))
      continue;
    return k == 0 && arab_state(r, i + 1) ? NULL : of[k].code;
  }
  return NULL;
}

/* A name of a state that is written like an adjective of another case ("Russia", "a Russian"):
 * such a one stands only behind a noun that ends so as well. */
static bool only_name(const reader *r, const mh_match *m, uint32_t i)
{
  const mh_match *name = mh_words_match(r->w, i, MH_PH_ACTOR);
  const mh_token *noun = tok(r, m->end - 1);
  return name && mh_lex_actor(r->lex, name->value)->kind == MH_ACTOR_STATE && noun->n &&
         mh_key_letter(tok(r, i)->key, tok(r, i)->n - 1) == MH_L_ALEF &&
         mh_key_letter(noun->key, noun->n - 1) != MH_L_ALEF;
}

/* "dealt with | the two files of N. and N.". */
static bool dual_noun(const reader *r, uint32_t i)
{
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_NOUN, false);
  return y && (y->feats & MH_F_NUMBER) == MH_F_DU;
}

uint32_t mh_meeting__adjectives(const reader *r, const mh_match *m, slots *x,
                                uint32_t end)
{
  side found = {.n = 0};
  uint32_t from = mh_meeting__chain(r, m, end)->end;
  uint32_t after = m->end;
  /* "the Gulf summit" may be one word for a meeting, and "the Gulf-American" is of two */
  if (from > m->first + 1 &&
      (mh_words_match(r->w, from - 1, MH_PH_ADJ) || region(r, from - 1)))
    from--;
  for (uint32_t i = from; i < end && i < from + 6; i++) {
    const mh_match *a = mh_words_match(r->w, i, MH_PH_ADJ);
    if (a && !(a->pro & (MH_PRO_BI | MH_PRO_LI)) && !only_name(r, m, i)) {
      mh_meeting__add(&found, mh_lex_actor(r->lex, a->value)->code, LEVEL_NO_ONE);
      after = i + 1;
    } else if (found.n + 1 < MH_CODES_MAX && (found.n || i <= from + 1) && region(r, i)) {
      mh_meeting__add(&found, region(r, i), LEVEL_NO_ONE);
      after = i + 1;
    } else if (r->m->actor_at[i] >= 0 || mh_statement__prep(r, i) || dual_noun(r, i) ||
               (found.n && tok(r, i)->kind == MH_TOKEN_WORD && !stroke(r, i))) {
      break; /* only marks stand between the two */
    }
  }
  if (found.n < 2) return m->end;
  x->own = found;
  x->own_how = HOW_STATE;
  return after;
}

void mh_meeting__tour_in(const reader *r, slots *x, uint32_t i, uint32_t end)
{
  for (uint32_t n = 0; n < 3 && i + 1 < end; n++, i++) {
    const bool in = mh_statement__prep(r, i) == MH_TAKES_FI;
    if (in && mh_meeting__state_name(r, i + 1))
      mh_meeting__destinations(r, x, i + 1, end);
    if (in || r->cls[i] != MH_W_NONE || r->m->actor_at[i] >= 0) return;
  }
}

/* "a tour of the region that | includes", "will take him to", "on which he visits": does the word
 * at token i say where a tour leads? */
static bool leads_to(const reader *r, uint32_t i)
{
  static const struct {
    uint8_t n, joined, letter[5];
  } words[] = {
      {3, 3, {MH_L_SHIN, MH_L_MIM, MH_L_LAM}},
      {4, 1, {MH_L_SHIN, MH_L_MIM, MH_L_LAM, MH_L_TA}},
      {5, 2, {MH_L_TA, MH_L_DAD, MH_L_MIM, MH_L_NUN, MH_L_TA}},
      {5, 2, {MH_L_TA, MH_L_TA, MH_L_DAD, MH_L_MIM, MH_L_NUN}},
      {4, 2, {MH_L_TA, MH_L_QAF, MH_L_WAW, MH_L_DAL}},
      {5, 2, {MH_L_TA, MH_L_QAF, MH_L_WAW, MH_L_DAL, MH_L_HA}},
      {5, 1, {MH_L_QAF, MH_L_ALEF, MH_L_DAL, MH_L_TA, MH_L_HA}},
      {5, 1, {MH_L_NUN, MH_L_QAF, MH_L_LAM, MH_L_TA, MH_L_HA}},
      {3, 2, {MH_L_ZAY, MH_L_ALEF, MH_L_RA}},
      {3, 3, {MH_L_ZAY, MH_L_WAW, MH_L_RA}},
      {3, 2, {MH_L_TA, MH_L_DAD, MH_L_MIM}},
  };
  if (r->cls[i] != MH_W_NONE) return false;
  for (size_t k = 0; k < sizeof words / sizeof *words; k++)
    if (mh_meeting__ends_in(r, i, words[k].letter, words[k].n, words[k].joined))
      return true;
  return false;
}

void mh_meeting__tour(const reader *r, slots *x, uint32_t i, uint32_t end)
{
  const uint32_t stop = i + 6 < end ? i + 6 : end;
  while (i < stop && !leads_to(r, i)) i++;
  if (i == stop) return;
  for (uint32_t n = 0; n < 5 && ++i < end; n++) { /* "also each of" */
    if (!mh_meeting__state_name(r, i)) continue;
    mh_meeting__destinations(r, x, i, end);
    break;
  }
  if (x->n_to < 2) x->n_to = 0;
}
