/* meeting_place - where a meeting was held: behind "in" near the word that tells of it, by the
 * verb of who hosts it, by the name it goes by ("the N. talks"), in the dateline.  What another
 * clause tells belongs to something else.  When it was is asked of meeting_facts. */
#include "meeting.h"

#define VISITOR 90 /* tokens at the head of a report in which who speaks abroad is told */
#define REACH   28 /* tokens behind the word in which its place stands            */

/* "the Kingdom": a state by its kind alone, the one that is in play; NULL another phrase. */
static const char *by_kind(const reader *r, uint32_t i)
{
  const int32_t a = r->m->actor_at[i];
  if (a < 0 || r->m->actors[a].form != MH_ACTOR_ORGAN) return NULL;
  const mh_match *m = mh_words_match(r->w, i, MH_PH_ORGAN);
  if (m == NULL || strcmp(mh_lex_organ(r->lex, m->value)->kind, "state")) return NULL;
  const mh_codes c = mh_statement__codes(r, &r->m->actors[a]);
  return c.n == 1 ? c.at[0] : NULL;
}

/* "the capital". */
static bool capital(const reader *r, uint32_t i)
{
  static const uint8_t word[] = {MH_L_AIN, MH_L_ALEF, MH_L_SAD, MH_L_MIM, MH_L_HA};
  return mh_meeting__ends_in(r, i, word, sizeof word, 4);
}

/* "in the capital | of the N.s": the state whose adjective stands at i; NULL none. */
static const mh_actor_row *of_capital(const reader *r, uint32_t i)
{
  const mh_match *a = i ? mh_words_match(r->w, i, MH_PH_ADJ) : NULL;
  if (a == NULL || a->end != i + 1 || !capital(r, i - 1)) return NULL;
  const mh_actor_row *row = mh_lex_actor(r->lex, a->value);
  return row->kind == MH_ACTOR_STATE && row->capital ? row : NULL;
}

/* A state that is no more than its capital, or bears its name ("Singapore"). */
static bool one_city(const mh_actor_row *state)
{
  return state->capital && strcmp(state->capital, state->english) == 0;
}

const char *mh_meeting__place(const reader *r, uint32_t i, bool *city, uint32_t *end)
{
  const mh_actor_row *seat = of_capital(r, i);
  if (seat) {
    *city = true;
    *end = i + 1;
    return seat->capital;
  }
  const mh_match *p = mh_words_match(r->w, i, MH_PH_PLACE);
  const mh_match *c = mh_words_match(r->w, i, MH_PH_ACTOR);
  const mh_match *o = mh_words_match(r->w, i, MH_PH_ORGAN);
  if (p && o && o->end > p->end) return NULL; /* another word, longer than the name */
  if (p && (c == NULL || p->end >= c->end)) {
    const mh_place_row *row = mh_lex_place(r->lex, p->value);
    *city = row->country && *row->country;
    *end = p->end;
    return row->english;
  }
  const char *kind = by_kind(r, i);
  if (kind) {
    *city = false;
    *end = r->m->actors[r->m->actor_at[i]].end;
    return mh_lex_actor_by_code(r->lex, kind)->english;
  }
  if (c == NULL || mh_lex_actor(r->lex, c->value)->kind != MH_ACTOR_STATE) return NULL;
  *city = one_city(mh_lex_actor(r->lex, c->value));
  *end = c->end;
  return mh_lex_actor(r->lex, c->value)->english;
}

const char *mh_meeting__state(const reader *r, uint32_t i)
{
  const mh_actor_row *seat = of_capital(r, i);
  if (seat) return seat->code;
  const mh_match *p = mh_words_match(r->w, i, MH_PH_PLACE);
  const mh_match *c = mh_words_match(r->w, i, MH_PH_ACTOR);
  if (p && (c == NULL || p->end >= c->end)) {
    const char *country = mh_lex_place(r->lex, p->value)->country;
    return country && *country ? country : NULL;
  }
  if (c == NULL) return by_kind(r, i);
  return mh_lex_actor(r->lex, c->value)->kind == MH_ACTOR_STATE
             ? mh_lex_actor(r->lex, c->value)->code
             : NULL;
}

/* Talks to which somebody goes: "to the capital N. for talks with". */
static bool purpose(const reader *r, const told *t)
{
  return mh_statement__joined(r, t->first) == MH_PRO_LI ||
         (t->first && mh_statement__joined(r, t->first - 1) == MH_PRO_LI);
}

/* Does "in" lead what stands at token i, or a joined ba?  A common noun or two may stand
 * between: "in the capital ...", "in the royal palace in ...". */
static bool in(const reader *r, uint32_t i, uint32_t first, bool to)
{
  for (uint32_t k = r->w->match_first[i]; k < r->w->match_first[i + 1]; k++)
    if (r->w->matches[k].pro & MH_PRO_BI) return true;
  for (uint32_t k = i; k-- > first && i - k <= 3;) {
    const unsigned bit = mh_statement__prep(r, k);
    if (bit) return bit == MH_TAKES_FI || (to && bit == MH_TAKES_ILA);
    if (mh_statement__joined(r, k) == MH_PRO_BI && i - k == 1) return true;
    if (tok(r, k)->kind == MH_TOKEN_MARK || r->m->actor_of[k] >= 0) return false;
  }
  return false;
}

/* Is the place at i, with "in" before it or joined, the next after `end` but for dates? */
static bool right_behind(const reader *r, uint32_t i, uint32_t end)
{
  for (int n = 0; n < 3 && end < i && r->m->when_at[end] >= 0; n++)
    end = r->m->whens.at[r->m->when_at[end]].end;
  return i == end || i == end + 1;
}

/* "in his office | in Kuwait", "at the ministry | in Tunis": does a phrase of where end at token
 * q?  It begins with a preposition, and with somebody's own or an organ's seat. */
static bool in_seat(const reader *r, uint32_t q, uint32_t first)
{
  for (uint32_t k = q; k-- > first && q - k <= 5;) {
    if (tok(r, k)->kind != MH_TOKEN_WORD || r->m->when_at[k] >= 0) return false;
    const bool joined = mh_statement__joined(r, k) == MH_PRO_BI;
    if (!joined && r->cls[k] != MH_W_PREP) continue;
    if (!joined && mh_statement__prep(r, k) != MH_TAKES_FI) return false;
    const uint32_t n = joined ? k : k + 1;
    return n < q && (mh_words_match(r->w, n, MH_PH_ORGAN) || mh_statement__pronoun(r, n));
  }
  return false;
}

/* "met N. N. | in Kuwait", "on the 8th | in Kuwait": does the phrase that begins at token q tell
 * where they met, not where a thing is that is spoken of ("the events | in Libya")? */
static bool setting(const reader *r, const told *t, uint32_t q, uint32_t first)
{
  if (q == first || q == t->verb + 1) return true;
  for (uint32_t k = q; k-- > first && q - k <= 6;)
    if (r->m->when_at[k] >= 0) return r->m->whens.at[r->m->when_at[k]].end == q;
  return r->m->actor_of[q - 1] >= 0 || mh_statement__comma(r, q - 1) ||
         mh_words_readings(r->w, q - 1) == 0;
}

/* The state that the place at i names is one of those who met, and it is told where they did:
 * "in N." or joined, but not "the minister in the Republic of N.". */
static bool at_home(const reader *r, const told *t, uint32_t i, uint32_t first,
                    const char *state)
{
  const uint32_t q = i && mh_statement__prep(r, i - 1) ? i - 1 : i;
  if (state == NULL || !mh_meeting__has(&t->who, state)) return false;
  if (q == i && !mh_statement__joined(r, i) && r->m->actor_at[i] < 0) return false;
  if (in_seat(r, q, first)) return true;
  if (q == i && i > first && r->m->actor_of[i - 1] >= 0) {
    const mh_actor *x = &r->m->actors[r->m->actor_of[i - 1]];
    if (x->person_end != i) return false;
  }
  const int32_t of = q > first ? r->m->actor_of[q - 1] : -1;
  if (of >= 0 && r->m->actors[of].form == MH_ACTOR_ORGAN) return false; /* there */
  /* "N. N., the commander of the forces | in N." */
  if (of >= 0 && r->m->actors[of].form >= MH_ACTOR_OFFICIAL &&
      r->m->actors[of].person_end != q && q > r->m->actors[of].first &&
      mh_codes_has(&r->m->actors[of].codes, state))
    return false;
  return setting(r, t, q, first);
}

static void take_place(const reader *r, told *t, uint32_t i, uint32_t first)
{
  bool city;
  const bool to = i < t->first && i + 12 > t->first && purpose(r, t);
  uint32_t end;
  const int32_t a = r->m->actor_of[i];
  const mh_match *at = mh_words_match(r->w, i, MH_PH_PLACE);
  const bool by = at && (at->pro & MH_PRO_BI);
  if (a >= 0 && r->m->actors[a].form >= MH_ACTOR_OFFICIAL && !by) return; /* his */
  const char *p = mh_meeting__place(r, i, &city, &end);
  if (p == NULL || (t->place && (t->city || !city)) || !in(r, i, first, to)) return;
  const char *state = mh_meeting__state(r, i);
  /* "in Syria" is mostly what they spoke about, unless it stands right by those who met */
  /* "the minister in the Republic of N." */
  const bool joined = mh_statement__joined(r, i) ||
                      (a >= 0 && (r->m->actors[a].pro & MH_PRO_BI));
  const bool home = at_home(r, t, i, first, state);
  if (!city && i && r->m->actor_of[i - 1] >= 0 && joined && !home) return;
  const bool between = t->verb < i && i < t->first; /* "held in N. talks" */
  const bool near = to || between || right_behind(r, i, t->end) ||
                    right_behind(r, i, t->after);
  if (!city && !home && !(near && state)) return;
  t->place = p;
  t->state = state;
  t->city = city;
}

/* "N. hosted the talks", "talks that N. hosted": the city right by the verb. */
static void host_place(const reader *r, told *t)
{
  uint32_t verbs[] = {t->verb, t->clause};
  const mh_reading *y;
  uint32_t end;
  for (uint32_t i = t->after; verbs[1] == NO_TOKEN && i < t->after + 3; i++)
    if (i < r->doc->n_tokens && r->cls[i] == MH_W_REL) verbs[1] = i + 1;
  for (int n = 0; n < 2 && !t->city; n++) {
    const uint32_t v = verbs[n], last = r->doc->n_tokens;
    if (v >= last) continue;
    const uint32_t stop = v < t->first ? t->first : v + 4;
    const mh_frame *f = mh_meeting__event_verb(r, v, &y);
    if (f == NULL || f->event != MH_EVENT_HOST) continue;
    /* "that N. | will host the talks" */
    const int32_t before = v ? r->m->actor_of[v - 1] : -1; /* all of its name */
    uint32_t i = before >= 0 ? r->m->actors[before].first : v ? v - 1 : v;
    for (; i < v + 4 && i < stop && i < last && !t->city; i++) {
      const char *place = mh_meeting__place(r, i, &t->city, &end);
      if (place == NULL || (n && !t->city)) continue;
      t->place = place;
      t->state = mh_meeting__state(r, i);
      i = end - 1;
    }
  }
}

/* "over | two days": what stands behind "on" tells how long it took. */
static bool how_long(const reader *r, uint32_t i, uint32_t end)
{
  for (uint32_t k = i; k < i + 3 && k < end; k++)
    if (mh_words_match(r->w, k, MH_PH_TIME) || r->m->when_at[k] >= 0) return true;
  return false;
}

/* "against the background of | the operation in N.", "because of": what stands behind it was
 * elsewhere. */
static bool backdrop(const reader *r, uint32_t i)
{
  static const uint8_t behind[] = {MH_L_KHA, MH_L_LAM, MH_L_FA, MH_L_YA, MH_L_HA};
  static const uint8_t because[] = {MH_L_BA, MH_L_SIN, MH_L_BA, MH_L_BA};
  static const uint8_t shade[] = {MH_L_ZAH, MH_L_LAM};
  static const uint8_t through[] = {MH_L_JIM, MH_L_RA, MH_L_ALEF, MH_L_HAMZA};
  return mh_meeting__ends_in(r, i, behind, sizeof behind, 0) ||
         mh_meeting__ends_in(r, i, because, sizeof because, 0) ||
         mh_meeting__ends_in(r, i, shade, sizeof shade, 0) ||
         mh_meeting__ends_in(r, i, through, sizeof through, 0);
}

/* Behind what they spoke of: is the place at token i where they met all the same?  The capital
 * of one of them, or "about N. | in the city", where nothing else is that could be there. */
static bool met_there(const reader *r, const told *t, uint32_t i)
{
  if (i > t->end + 3 && mh_statement__prep(r, i - 1) == MH_TAKES_FI &&
      mh_meeting__state_name(r, i - 2) && mh_meeting__about(r, i - 3))
    return true;
  bool city;
  uint32_t end;
  const char *place = mh_meeting__place(r, i, &city, &end);
  const char *state = place ? mh_meeting__state(r, i) : NULL;
  const mh_actor_row *row = state ? mh_lex_actor_by_code(r->lex, state) : NULL;
  return row && row->capital && strcmp(row->capital, place) == 0 &&
         mh_meeting__has(&t->who, state);
}

/* "discussed the fighting in N. | during a meeting": what they spoke of stands before the word;
 * the token where it may begin, NO_TOKEN when the verb tells of no talk. */
static uint32_t spoken_of(const reader *r, const told *t)
{
  const mh_reading *y;
  const mh_frame *f = t->verb < t->first ? mh_meeting__event_verb(r, t->verb, &y) : NULL;
  return f && f->act == MH_ACT_DISCUSS ? t->verb + 2 : NO_TOKEN;
}

/* "condemned | the summit the raid on N.": what it says itself stands behind it, not where it is. */
static bool says(const reader *r, const told *t)
{
  const uint32_t i = t->first - 1;
  if (t->first == 0 || r->cls[i] != MH_W_NONE) return false;
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_VERB, true);
  if (y == NULL || (y->feats & MH_F_PERSON) != MH_F_3) return false;
  const uint8_t does = mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word))->act;
  return does == MH_ACT_OPPOSE || does == MH_ACT_CALL || does == MH_ACT_PRAISE ||
         does == MH_ACT_SUPPORT;
}

/* A place after "in": behind the word, until something else is told of; then before it. */
void mh_meeting__place_of(const reader *r, told *t, const mh_sentence *s)
{
  const uint32_t reach = (t->after > t->end ? t->after : t->end) + REACH;
  const uint32_t stop = reach < t->to ? reach : t->to;
  host_place(r, t);
  uint32_t back = t->first > t->from + REACH ? t->first - REACH : t->from;
  const uint32_t told_from = mh_meeting__told_from(r, t->first, s->first, t->next);
  if (told_from > back) back = told_from;
  if (t->beyond != NO_TOKEN && t->beyond > back) back = t->beyond;
  if (t->aimed) back = t->first;
  bool about = says(r,
                    t); /* "to discuss the fighting in N.": there is what they spoke of */
  for (uint32_t i = t->end; i < stop && !t->city; i++) {
    const unsigned bit = mh_statement__prep(r, i);
    if ((bit == MH_TAKES_ALA && !how_long(r, i + 1, stop)) || r->cls[i] == MH_W_AN) break;
    if (backdrop(r, i)) break;
    const mh_match *m = mh_words_match(r->w, i, MH_PH_MEETING);
    if (m && (mh_meeting__other_round(r, t, i, s) || mh_meeting__another(r, t, m))) break;
    about = about || mh_meeting__about(r, i);
    if (!about || met_there(r, t, i)) take_place(r, t, i, s->first);
  }
  /* "after his visit to N. he went to M. for talks": to the last of them */
  const bool last = purpose(r, t);
  const uint32_t of = spoken_of(r, t);
  for (uint32_t n = t->first > back ? t->first - back : 0, k = 0; k < n && !t->city;
       k++) {
    const uint32_t i = last ? t->first - 1 - k : back + k;
    const bool there = i <= of || setting(r, t, i - 1, s->first) || met_there(r, t, i);
    if (there) take_place(r, t, i, s->first);
  }
}

/* The place that a word for a meeting, match k, is called by: "the N. summit"; NULL none.  Who
 * meets there is no place: "the talks of N. and N.", "of N. with N.". */
static const mh_match *called_by(const mh_words *w, uint32_t k, const mh_doc *doc)
{
  static const uint8_t with[] = {MH_L_MIM, MH_L_AIN};
  const mh_match *place = NULL;
  const uint32_t at = w->matches[k].end;
  if (w->matches[k].pro & MH_PRO_AL) return NULL;
  for (uint32_t j = k + 1; j < w->n_matches && w->matches[j].first <= at; j++)
    if (w->matches[j].first == at && w->matches[j].kind == MH_PH_PLACE &&
        w->matches[j].pro == 0)
      place = &w->matches[j];
  if (place == NULL) return NULL;
  uint32_t to = place->end + 1; /* of a headline only the names are known */
  if (doc && place->end < doc->n_tokens) {
    const mh_token *t = &doc->tokens[place->end];
    const bool is = t->n == 2 && mh_key_letter(t->key, 0) == with[0] &&
                    mh_key_letter(t->key, 1) == with[1];
    to -= !is;
  }
  for (uint32_t j = k + 1; j < w->n_matches; j++) {
    const mh_match *m = &w->matches[j];
    if (m->first > to) break;
    const bool who = m->kind == MH_PH_PLACE || m->kind == MH_PH_ACTOR ||
                     m->kind == MH_PH_OFFICE || m->kind == MH_PH_PERSON;
    if (m->first >= place->end && who) return NULL;
  }
  return place;
}

const char *mh_meeting__called(const reader *r, const mh_words *w, bool summit,
                               const char **state, bool *several)
{
  const char *city = NULL;
  for (uint32_t k = 0; k < w->n_matches; k++) {
    if (w->matches[k].kind != MH_PH_MEETING) continue;
    const mh_meeting_row *row = mh_lex_meeting(r->lex, w->matches[k].value);
    if (strcmp(row->kind, summit ? "summit" : "talks") || row->level < 2) continue;
    const mh_match *m = called_by(w, k, w == r->w ? r->doc : NULL);
    const mh_place_row *p = m ? mh_lex_place(r->lex, m->value) : NULL;
    if (p == NULL || p->country == NULL || *p->country == 0) continue;
    if (city && strcmp(city, p->english)) *several = true;
    city = p->english;
    *state = p->country;
  }
  return city;
}

#define DATELINE 8 /* tokens at the head of a report in which it stands */

static bool edge(const mh_doc *doc, uint32_t i)
{
  return i >= doc->n_tokens || doc->tokens[i].kind == MH_TOKEN_MARK ||
         (doc->tokens[i].flags & MH_TF_LINE);
}

/* A city that stands by itself between marks at the head of a text. */
static const char *city_at_head(const mh_lexicon *lex, const mh_doc *doc,
                                const mh_words *w, const char **state)
{
  for (uint32_t i = 0; i < DATELINE && i < doc->n_tokens; i++) {
    const mh_match *p = mh_words_match(w, i, MH_PH_PLACE);
    if (p == NULL || (p->pro & ~MH_PRO_AL) || !edge(doc, p->end)) continue;
    if (i && !edge(doc, i) && !edge(doc, i - 1)) continue;
    *state = mh_lex_place(lex, p->value)->country;
    return *state && **state ? mh_lex_place(lex, p->value)->english : NULL;
  }
  return NULL;
}

#define LEAD 120 /* tokens at the head of a report in which its document is named */

/* "declaration". */
static bool declaration(const reader *r, uint32_t i)
{
  static const uint8_t word[] = {MH_L_ALEF, MH_L_AIN, MH_L_LAM, MH_L_ALEF, MH_L_NUN};
  return mh_meeting__ends_in(r, i, word, sizeof word, 1);
}

const char *mh_meeting__signed_in(const reader *r, const char **state)
{
  for (uint32_t i = 1; i < LEAD && i < r->doc->n_tokens; i++) {
    const mh_match *p = mh_words_match(r->w, i, MH_PH_PLACE);
    if (p == NULL || (p->pro & ~MH_PRO_AL) || !declaration(r, i - 1)) continue;
    *state = mh_lex_place(r->lex, p->value)->country;
    return *state && **state ? mh_lex_place(r->lex, p->value)->english : NULL;
  }
  return NULL;
}

const char *mh_meeting__dateline(const reader *r, const char **state)
{
  const mh_headline *h = r->headline;
  if (h && h->byline) {
    const char *city = city_at_head(r->lex, h->byline, h->byline_w, state);
    if (city) return city;
  }
  return city_at_head(r->lex, r->doc, r->w, state);
}

/* Does who stands before the place at token i, but for marks and a day, come from another of
 * those who met than the state in which it lies: "the minister of N., N. N., | in the city"? */
static bool from_abroad(const reader *r, const told *t, uint32_t i, const char *state)
{
  uint32_t k = i;
  for (uint32_t n = 0; k > 0 && n < 4; n++) {
    k--;
    const int32_t a = r->m->actor_of[k];
    if (a >= 0) {
      const mh_actor *x = &r->m->actors[a];
      return x->form >= MH_ACTOR_OFFICIAL && x->form != MH_ACTOR_ROLE &&
             x->codes.n == 1 && strcmp(x->codes.at[0], state) &&
             mh_meeting__has(&t->who, x->codes.at[0]);
    }
    if (!mh_statement__comma(r, k) && r->m->when_at[k] < 0 &&
        !mh_statement__quote_mark(r, k))
      return false;
  }
  return false;
}

const char *mh_meeting__visitor_in(const reader *r, const told *t, const char **state)
{
  const char *found = NULL;
  for (uint32_t i = 1; i < r->doc->n_tokens && i < VISITOR; i++) {
    bool city;
    uint32_t end;
    if (mh_statement__prep(r, i - 1) != MH_TAKES_FI ||
        !mh_words_match(r->w, i, MH_PH_PLACE))
      continue;
    const char *place = mh_meeting__place(r, i, &city, &end);
    const char *there = place && city ? mh_meeting__state(r, i) : NULL;
    if (there == NULL || !mh_meeting__has(&t->who, there) ||
        !from_abroad(r, t, i - 1, there))
      continue;
    if (found && strcmp(found, place)) return NULL; /* which of them is not told */
    found = place;
    *state = there;
  }
  return found;
}
