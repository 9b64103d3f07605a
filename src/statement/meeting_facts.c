/* meeting_facts - when and where a meeting was held, the how-manyeth it was, who led its
 * sides.  A fact stands near the word that tells of the meeting; what another clause tells
 * belongs to something else.  Who takes part is not asked here. */
#include "meeting.h"

#define WINDOW 60  /* tokens of a sentence looked at on either side of the word   */
#define REACH  28  /* tokens behind the word in which its place stands            */
#define OTHER  40  /* how much nearer a date of the same clause counts            */
#define RECENT 45  /* days after which a meeting is background                    */
#define ROUNDS 199 /* the highest number that digits give a round                 */
#define TIMES  6   /* tokens behind a word in which "for the third time" stands     */
#define ITS    20  /* tokens behind a word in which "in its third session" stands  */

static bool calendar(const char *value)
{
  return value[0] >= '1' && value[0] <= '2' && strchr(value, 'W') == NULL &&
         strchr(value, 'S') == NULL;
}

/* ---- ordinals */

/* Is token i the article alone, before digits ("the | 33")? */
static bool article(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return t->kind == MH_TOKEN_WORD && t->n == 2 && mh_key_letter(t->key, 0) == MH_L_ALEF &&
         mh_key_letter(t->key, 1) == MH_L_LAM;
}

static bool definite_word(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return t->kind == MH_TOKEN_WORD && t->n > 3 && mh_key_letter(t->key, 0) == MH_L_ALEF &&
         mh_key_letter(t->key, 1) == MH_L_LAM;
}

/* Does a word for one meeting of several end before token e: "the session |", "its session |",
 * with `far` also behind adjectives ("the joint ministerial meeting |")?  "Summit of the | 20"
 * counts those who meet. */
static bool round_before(const reader *r, uint32_t e, bool far)
{
  for (int n = 0; n < 4 && e > 0; n++) {
    for (uint32_t k = e; k-- > 0 && e - k <= 4;) {
      const mh_match *m = mh_words_match(r->w, k, MH_PH_MEETING);
      if (m && m->end == e)
        return (m->pro & MH_PRO_AL) || (m->enc != MH_ENC_NONE && m->enc != MH_ENC_ACC);
    }
    if (!far || !definite_word(r, e - 1)) return false;
    e--;
  }
  return false;
}

/* Digits that count: "the session | the 33rd", "session (33)". */
static uint32_t counted_digits(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  if (t->kind != MH_TOKEN_NUMBER || (t->flags & MH_TF_DECIMAL) || i == 0) return 0;
  if (t->value == 0 || t->value > ROUNDS) return 0;
  uint32_t e = i;
  if (e > 1 && (mh_statement__mark(r, e - 1, '-') || mh_statement__mark(r, e - 1, '(')))
    e--;
  const bool the = e > 0 && article(r, e - 1);
  return round_before(r, the ? e - 1 : e, the) ? t->value : 0;
}

static uint32_t ordinal_at(const reader *r, uint32_t i)
{
  const mh_match *n = mh_words_match(r->w, i, MH_PH_NUMBER);
  const int32_t at = r->m->actor_of[i];
  if (at >= 0 && i < r->m->actors[at].office_end) return 0; /* "the first minister" */
  for (uint32_t k = i; k > 0 && i - k < 4; k--)             /* "the day before" */
    if (r->m->when_at[k - 1] >= 0 && r->m->whens.at[r->m->when_at[k - 1]].end > i)
      return 0;
  if (n == NULL) return counted_digits(r, i);
  const uint32_t value = n->value & 0xFFFFFF;
  if (n->value >> 24 == 1) return value;
  if (n->pro & MH_PRO_WA) return 0; /* "second and | thirty" is told by its first word */
  /* "the session | the thirty": the tens count and rank */
  const bool ten = value >= 20 && value < 100 && value % 10 == 0 && (n->pro & MH_PRO_AL);
  return ten && round_before(r, i, true) ? value : 0;
}

/* "the committee ... | in its third session", "holds | its third session". */
static uint32_t in_its_round(const reader *r, uint32_t from, uint32_t end)
{
  for (uint32_t i = from; i + 2 < end && i < from + ITS; i++) {
    if (mh_statement__mark(r, i, ':') || r->cls[i] == MH_W_AN) return 0;
    const mh_match *m = mh_words_match(r->w, i, MH_PH_MEETING);
    if (m == NULL || m->enc == MH_ENC_NONE || m->enc == MH_ENC_ACC) continue;
    for (uint32_t k = m->end; k < m->end + 3 && k < end; k++)
      if (ordinal_at(r, k)) return ordinal_at(r, k);
    return 0;
  }
  return 0;
}

/* "which is held | for the third time". */
static uint32_t times_held(const reader *r, uint32_t from, uint32_t end)
{
  static const uint8_t word[] = {MH_L_LAM, MH_L_LAM, MH_L_MIM, MH_L_RA, MH_L_HA};
  for (uint32_t i = from; i + 1 < end && i < from + TIMES; i++) {
    if (mh_words_match(r->w, i, MH_PH_MEETING)) return 0;
    if (mh_meeting__ends_in(r, i, word, sizeof word, 0)) return ordinal_at(r, i + 1);
  }
  return 0;
}

/* Ordinals stand behind the word, or before it with "round": "the fifth dialogue", "the fifth
 * round of the dialogue". */
uint32_t mh_meeting__ordinal(const reader *r, const mh_match *m, const mh_sentence *s)
{
  for (uint32_t i = m->end; i < m->end + 3 && i < s->end; i++) {
    const uint32_t n = ordinal_at(r, i);
    if (n) return r->m->when_at[i] < 0 ? n : 0;
    if (mh_statement__mark(r, i, '(')) continue;
    if (tok(r, i)->kind == MH_TOKEN_MARK || mh_statement__prep(r, i)) break;
  }
  for (uint32_t i = m->end; i-- > s->first && m->end - i <= 6;) {
    const uint32_t n = ordinal_at(r, i);
    if (n) return r->m->when_at[i] < 0 ? n : 0;
    const bool of = mh_statement__mark(r, i, ')') || mh_statement__mark(r, i, '(');
    if (tok(r, i)->kind == MH_TOKEN_MARK && !of) break;
  }
  const uint32_t times = times_held(r, m->end, s->end);
  return times ? times : in_its_round(r, m->end, s->end);
}

/* "the preparatory | ...": the word right behind the one for a meeting. */
static bool preparatory(const reader *r, uint32_t i, uint32_t end)
{
  static const uint8_t word[] = {MH_L_TA, MH_L_HAH, MH_L_DAD, MH_L_YA,
                                 MH_L_RA, MH_L_YA,  MH_L_HA};
  return i < end &&
         (mh_meeting__ends_in(r, i, word, 6, 2) || mh_meeting__ends_in(r, i, word, 7, 2));
}

/* Does the word at token i tell of another round than t: "a continuation of the first meeting"? */
static bool other_round(const reader *r, const told *t, uint32_t i, const mh_sentence *s)
{
  const mh_match *m = t->ordinal ? mh_words_match(r->w, i, MH_PH_MEETING) : NULL;
  const uint32_t n = m && i >= t->end ? mh_meeting__ordinal(r, m, s) : 0;
  return n && n != t->ordinal;
}

/* ---- dates */

static bool is_document_word(const reader *r, uint32_t i)
{
  const int32_t a = r->m->actor_at[i];
  return a >= 0 && r->m->actors[a].form == MH_ACTOR_ROLE &&
         r->m->actors[a].role == MH_ROLE_DOCUMENT;
}

/* A date that says when something else was: a year alone further on, the last day of "from
 * the 9th to the 11th", the day of a document. */
static bool not_its_own(const reader *r, uint32_t i, uint32_t at, const mh_sentence *s)
{
  const int32_t d = r->m->when_at[i];
  const mh_when *w = &r->m->whens.at[d];
  if (!calendar(w->value)) return true;
  if (strlen(w->value) < 7 && (i > at + 10 || i < at)) return true;
  if (d > 0 && i - w[-1].end <= 1 && w[-1].first >= s->first) return true;
  for (uint32_t k = i; k-- > s->first && i - k <= 4;)
    if (is_document_word(r, k)) return true;
  return false;
}

/* Is `value` after (before) the day of publication, as far as it says? */
static int against_today(const reader *r, const char *value)
{
  char today[16];
  if (r->published.year == 0) return 0;
  mh_day_print(today, r->published);
  const size_t n = strlen(value);
  return strncmp(value, today, n < 10 ? n : 10);
}

bool mh_meeting__to_come(const reader *r, const char *date)
{
  return against_today(r, date) > 0;
}

/* Was it so long ago that the report only recalls it? */
static bool long_ago(const reader *r, const char *date)
{
  mh_day d;
  if (date == NULL || r->published.year == 0) return false;
  if (!mh_day_parse(&d, date, strlen(date))) /* a season, a week */
    return strlen(date) > 4 && mh_day_parse(&d, date, 4) && d.year < r->published.year;
  if (d.month == 0) return d.year < r->published.year;
  if (d.day == 0) d.day = (uint8_t)mh_day_month_length(d.year, d.month);
  return mh_day_number(r->published) - mh_day_number(d) > RECENT;
}

/* Where what is told that the meeting was begins: "said yesterday that | he met"; but "said
 * yesterday that N., during a meeting" was said there. */
static uint32_t told_from(const reader *r, uint32_t at, uint32_t first)
{
  if (at > first + WINDOW) first = at - WINDOW;
  if (at > first && mh_statement__setting(r, at - 1) &&
      mh_key_letter(tok(r, at - 1)->key, 0) == MH_L_KHA)
    return first;
  for (uint32_t k = at; k-- > first;)
    if (r->cls[k] == MH_W_AN && !mh_statement__infinitive(r, k)) return k;
  return first;
}

/* Is the date at i of who says so: "according to N.'s radio on Friday"? */
static bool of_source(const reader *r, uint32_t i, uint32_t first)
{
  for (uint32_t k = i; k-- > first && i - k <= 5;) {
    if (r->cls[k] == MH_W_SOURCE) return true;
    if (mh_statement__comma(r, k)) return false;
  }
  return false;
}

/* "met in | a first summit": the word at token i says as what they met. */
static bool as_which(const reader *r, uint32_t i)
{
  const mh_match *n = i ? mh_words_match(r->w, i - 1, MH_PH_NUMBER) : NULL;
  return n && i > 1 && mh_statement__prep(r, i - 2) == MH_TAKES_FI;
}

/* "opens | tomorrow the work of ...": the day of what the sentence's first verb tells. */
static bool opens(const reader *r, uint32_t i, const mh_sentence *s)
{
  return i > s->first && i <= s->first + 2 &&
         mh_statement__reading(r, s->first, 1u << MH_POS_VERB, false);
}

/* The nearest date of the sentence that may be its own: in its clause first. */
static const char *date_of(const reader *r, told *t, const mh_sentence *s)
{
  const char *best = NULL;
  uint32_t near = UINT32_MAX;
  const uint32_t from = told_from(r, t->first, s->first);
  const uint32_t to = t->end + WINDOW < s->end ? t->end + WINDOW : s->end;
  bool other = false; /* another meeting is told of on the way */
  for (uint32_t i = t->aside ? t->end : from; i < to; i++) {
    const mh_match *m = mh_words_match(r->w, i, MH_PH_MEETING);
    if (m && other_round(r, t, i, s)) break;
    other = other || (m && i >= t->end && mh_lex_meeting(r->lex, m->value)->level > 1 &&
                      !as_which(r, i));
    if (other && r->m->when_at[i] >= 0 &&
        long_ago(r, r->m->whens.at[r->m->when_at[i]].value))
      continue;
    if (r->m->when_at[i] < 0 || not_its_own(r, i, t->first, s)) continue;
    const char *value = r->m->whens.at[r->m->when_at[i]].value;
    const int day = against_today(r, value);
    /* "begins on Sunday | a round": the day stands between the verb and its noun */
    const bool between = (t->verb < i && i < t->first) ||
                         r->m->whens.at[r->m->when_at[i]].end == t->first;
    if (t->next ? day < 0 : day > 0 && i < t->first && !between && !opens(r, i, s))
      continue;
    if (of_source(r, i, s->first)) continue;
    uint32_t far = i > t->first ? i - t->first : (t->first - i) * 2;
    if (i < t->from || i >= t->to) far += OTHER;
    if (far >= near) continue;
    near = far;
    best = value;
    t->date_behind = i > t->first && i < t->to;
  }
  return best;
}

/* ---- places */

bool mh_meeting__ends_in(const reader *r, uint32_t i, const uint8_t *word, uint32_t n,
                         uint32_t joined)
{
  const mh_token *t = tok(r, i);
  if (t->kind != MH_TOKEN_WORD || t->n < n || t->n - n > joined) return false;
  for (uint32_t k = 0; k < n; k++)
    if (mh_key_letter(t->key, t->n - n + k) != word[k]) return false;
  return true;
}

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
  *city = false;
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

/* A place after "in": behind the word, until something else is told of; then before it. */
static void place_of(const reader *r, told *t, const mh_sentence *s)
{
  const uint32_t reach = (t->after > t->end ? t->after : t->end) + REACH;
  const uint32_t stop = reach < t->to ? reach : t->to;
  host_place(r, t);
  const uint32_t back = t->first > t->from + REACH ? t->first - REACH : t->from;
  for (uint32_t i = t->end; i < stop && !t->city; i++) {
    const unsigned bit = mh_statement__prep(r, i);
    if ((bit == MH_TAKES_ALA && !how_long(r, i + 1, stop)) || r->cls[i] == MH_W_AN) break;
    if (other_round(r, t, i, s)) break;
    take_place(r, t, i, s->first);
  }
  /* "after his visit to N. he went to M. for talks": to the last of them */
  const bool last = purpose(r, t);
  for (uint32_t n = t->first > back ? t->first - back : 0, k = 0; k < n && !t->city; k++)
    take_place(r, t, last ? t->first - 1 - k : back + k, s->first);
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

/* ---- who leads the sides */

static void chairs_of(const reader *r, const mh_sentence *s, told *t)
{
  const uint32_t from = t->first > s->first + WINDOW ? t->first - WINDOW : s->first;
  const uint32_t to = t->end + WINDOW < s->end ? t->end + WINDOW : s->end;
  for (uint32_t i = from; i < to && t->n_chairs < t->who.n; i++) {
    const int32_t a = r->m->actor_at[i];
    if (a < 0) continue;
    const mh_actor *x = &r->m->actors[a];
    const mh_codes c = mh_statement__codes(r, x);
    if (x->person_first == x->person_end || c.n != 1) continue;
    if (mh_meeting__has(&t->who, c.at[0]))
      t->chairs[t->n_chairs++] = mh_tokens_span(r->doc, x->person_first, x->person_end);
  }
}

void mh_meeting__facts(const reader *r, told *t, const mh_match *word,
                       const mh_sentence *s)
{
  const bool counted = strcmp(t->kind, "visit") && strcmp(t->kind, "call");
  t->ready = word && (preparatory(r, word->end, s->end) ||
                      (word->first && preparatory(r, word->first - 1, s->end)));
  if (word && counted && !t->ready) t->ordinal = mh_meeting__ordinal(r, word, s);
  if (t->date == NULL) t->date = date_of(r, t, s);
  if (t->later && t->date && strlen(t->date) == 10) t->date = NULL;
  if (t->place == NULL) place_of(r, t, s);
  if (t->date && against_today(r, t->date) > 0) t->next = true;
  t->over = !t->next && long_ago(r, t->date);
  if (!t->next) chairs_of(r, s, t);
}
