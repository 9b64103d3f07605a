/* meeting_facts - when a meeting was held, the how-manyeth it was, who led its sides.  A fact
 * stands near the word that tells of the meeting; what another clause tells belongs to
 * something else.  Where it was is asked of meeting_place; who takes part is not asked here. */
#include "meeting.h"

#define WINDOW 60  /* tokens of a sentence looked at on either side of the word   */
#define OTHER  40  /* how much nearer a date of the same clause counts            */
#define RECENT 45  /* days after which a meeting is background                    */
#define ROUNDS 199 /* the highest number that digits give a round                 */
#define TIMES  6   /* tokens behind a word in which "for the third time" stands     */
#define SOURCE 12  /* tokens before a date in which "according to" stands         */
#define ITS    20  /* tokens behind a word in which "in its third session" stands  */

static bool calendar(const char *value)
{
  return value[0] >= '1' && value[0] <= '2' && strpbrk(value, "WSQH") == NULL;
}

bool mh_meeting__ends_in(const reader *r, uint32_t i, const uint8_t *word, uint32_t n,
                         uint32_t joined)
{
  const mh_token *t = tok(r, i);
  if (t->kind != MH_TOKEN_WORD || t->n < n || t->n - n > joined) return false;
  for (uint32_t k = 0; k < n; k++)
    if (mh_key_letter(t->key, t->n - n + k) != word[k]) return false;
  return true;
}

bool mh_meeting__margin(const reader *r, uint32_t i)
{
  static const uint8_t margin[] = {MH_L_HA, MH_L_ALEF, MH_L_MIM, MH_L_SHIN};
  return mh_meeting__ends_in(r, i, margin, sizeof margin, 0);
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

static uint32_t ordinal_at(const reader *r, uint32_t i);

/* "in the format of 2+2, | the fifth": behind the two numbers of a format. */
static uint32_t of_format(const reader *r, uint32_t from, uint32_t end)
{
  for (uint32_t i = from; i + 3 < end && i < from + ITS; i++)
    if (tok(r, i)->kind == MH_TOKEN_NUMBER && tok(r, i)->value == 2 &&
        mh_statement__mark(r, i + 1, '+') && tok(r, i + 2)->kind == MH_TOKEN_NUMBER)
      return ordinal_at(r, i + 3);
  return 0;
}

/* "the forty-ninth | after the hundred": what a hundred tells behind an ordinal adds to it. */
static uint32_t after_hundred(const reader *r, uint32_t i)
{
  if (i + 1 >= r->doc->n_tokens || r->cls[i] != MH_W_PREP ||
      !mh_statement__article(r, i + 1))
    return 0;
  const mh_match *m = mh_words_match(r->w, i + 1, MH_PH_NUMBER);
  return m && (m->value & 0xFFFFFF) == 100 ? 100 : 0;
}

static uint32_t ordinal_at(const reader *r, uint32_t i)
{
  const mh_match *n = mh_words_match(r->w, i, MH_PH_NUMBER);
  const int32_t at = r->m->actor_of[i];
  if (at >= 0 && i < r->m->actors[at].office_end) return 0; /* "the first minister" */
  if (at >= 0 && i >= r->m->actors[at].person_first && i < r->m->actors[at].person_end)
    return 0;                                   /* "king N. the second" */
  for (uint32_t k = i; k > 0 && i - k < 4; k--) /* "the day before" */
    if (r->m->when_at[k - 1] >= 0 && r->m->whens.at[r->m->when_at[k - 1]].end > i)
      return 0;
  if (n == NULL) return counted_digits(r, i);
  const uint32_t value = n->value & 0xFFFFFF;
  if (n->value >> 24 == 1) return value + after_hundred(r, n->end);
  if (n->pro & MH_PRO_WA) return 0; /* "second and | thirty" is told by its first word */
  /* "the session | the thirty": the tens count and rank */
  const bool ten = value >= 20 && value < 100 && value % 10 == 0 && (n->pro & MH_PRO_AL);
  const uint32_t hundred = ten ? after_hundred(r, n->end) : 0;
  return ten && (hundred || round_before(r, i, true)) ? value + hundred : 0;
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

/* Is it one of several by its own word: "a round of", "the session of the committee"? */
static bool of_series(const reader *r, const mh_match *m, uint32_t end)
{
  const mh_match *last = mh_meeting__chain(r, m, end);
  const char *kind = mh_lex_meeting(r->lex, m->value)->kind;
  return last != m || mh_meeting__body(r, m) || strcmp(kind, "strategic-dialogue") == 0 ||
         mh_lex_meeting(r->lex, m->value)->level == 1;
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
    if (i < m->first && mh_words_match(r->w, i, MH_PH_TIME)) break; /* "second day of" */
    const uint32_t n = ordinal_at(r, i);
    if (n && i > s->first && mh_statement__has_al(r, i) &&
        mh_words_match(r->w, i - 1, MH_PH_TIME))
      break; /* "for the third day" */
    /* "the first summit of an African and a European president" counts no rounds */
    if (n == 1 && !(m->pro & MH_PRO_AL) && !of_series(r, m, s->end)) return 0;
    if (n) return r->m->when_at[i] < 0 ? n : 0;
    const bool of = mh_statement__mark(r, i, ')') || mh_statement__mark(r, i, '(');
    if (tok(r, i)->kind == MH_TOKEN_MARK && !of) break;
  }
  const uint32_t times = times_held(r, m->end, s->end);
  const uint32_t its = times ? times : in_its_round(r, m->end, s->end);
  return its ? its : of_format(r, m->end, s->end);
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
bool mh_meeting__other_round(const reader *r, const told *t, uint32_t i,
                             const mh_sentence *s)
{
  const mh_match *m = t->ordinal ? mh_words_match(r->w, i, MH_PH_MEETING) : NULL;
  const uint32_t n = m && i >= t->end ? mh_meeting__ordinal(r, m, s) : 0;
  return n && n != t->ordinal;
}

#define TOWARDS 3 /* tokens before a word in which "after" or "to prepare for" stands */

/* "preparing", "readiness", "paving the way" at token i, with what may be joined to it. */
static bool preparing(const reader *r, uint32_t i)
{
  static const struct {
    uint8_t n, letter[7];
  } words[] = {
      {5, {MH_L_TA, MH_L_HAH, MH_L_DAD, MH_L_YA, MH_L_RA}},
      {5, {MH_L_TA, MH_L_MIM, MH_L_HA, MH_L_YA, MH_L_DAL}},
      {5, {MH_L_ALEF, MH_L_AIN, MH_L_DAL, MH_L_ALEF, MH_L_DAL}},
      {7, {MH_L_ALEF, MH_L_SIN, MH_L_TA, MH_L_AIN, MH_L_DAL, MH_L_ALEF, MH_L_DAL}},
  };
  const mh_token *t = tok(r, i);
  for (size_t w = 0; t->kind == MH_TOKEN_WORD && w < sizeof words / sizeof *words; w++)
    for (uint32_t at = 0; at <= 3 && at + words[w].n <= t->n; at++) {
      uint32_t k = 0;
      while (k < words[w].n && mh_key_letter(t->key, at + k) == words[w].letter[k]) k++;
      if (k == words[w].n && t->n - at - k <= 2) return true;
    }
  return false;
}

/* "for discussing | the summit". */
static bool discussing(const reader *r, uint32_t i)
{
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_MASDAR, true);
  const mh_word *w = y ? mh_lex_word(r->lex, y->word) : NULL;
  return w && w->n_frames && mh_lex_frames(r->lex, w)->act == MH_ACT_DISCUSS;
}

/* "to prepare for | the summit": the word at token i, behind token `behind`, is to come. */
static bool prepared(const reader *r, uint32_t i, uint32_t behind)
{
  for (uint32_t k = i; k-- > behind && i - k <= TOWARDS;) {
    if (tok(r, k)->kind != MH_TOKEN_WORD || r->m->actor_of[k] >= 0) return false;
    if (preparing(r, k)) return true;
  }
  return false;
}

/* "talks on the 22nd before | the summit": the word for the other occasion, to which what stands
 * before it belongs; NO_TOKEN when there is none before m. */
static uint32_t occasion_before(const reader *r, const mh_match *m, uint32_t first)
{
  uint32_t k = m->first;
  bool found = false;
  if (mh_meeting__own_pronoun(r, m)) return NO_TOKEN;
  while (!found && k > first && m->first - k < TOWARDS) {
    k--;
    if (tok(r, k)->kind != MH_TOKEN_WORD || r->m->actor_at[k] >= 0) return NO_TOKEN;
    found = mh_is_class(r->w, k, MH_W_AFTER);
  }
  for (uint32_t n = 0; found && n < WINDOW / 3 && k > first; n++) {
    k--;
    const mh_match *other = mh_words_match(r->w, k, MH_PH_MEETING);
    const mh_reading *y;
    const mh_frame *f = mh_meeting__event_verb(r, k, &y);
    if (f && f->event && f->event < MH_EVENT_HELD) return m->first;
    if (other && mh_lex_meeting(r->lex, other->value)->level > 1) return m->first;
    if (r->cls[k] == MH_W_AN || mh_statement__comma(r, k)) break;
  }
  return NO_TOKEN;
}

bool mh_meeting__by_next_verb(const reader *r, uint32_t i)
{
  const uint32_t v = i - 1;
  return i > 0 && r->cls[v] == MH_W_NONE && r->m->actor_of[v] < 0 &&
         r->m->when_at[v] < 0 && !mh_words_match(r->w, v, MH_PH_TIME) &&
         mh_statement__reading(r, v, 1u << MH_POS_VERB, false) &&
         !mh_statement__reading(r, v, 1u << MH_POS_NOUN | 1u << MH_POS_MASDAR, false) &&
         (v == 0 || r->cls[v - 1] != MH_W_REL);
}

/* "it will be followed by | a meeting ...": what another verb behind t tells of by itself. */
static bool of_its_own(const reader *r, const told *t, const mh_match *m)
{
  const uint32_t v = m->first - 1;
  return m->first > t->end + 1 && v != t->verb && v != t->clause &&
         mh_meeting__by_next_verb(r, m->first);
}

/* "about", "on". */
static bool on_matter(const reader *r, uint32_t i)
{
  static const uint8_t matter[] = {MH_L_BA, MH_L_SHIN, MH_L_ALEF, MH_L_NUN};
  static const uint8_t around[] = {MH_L_HAH, MH_L_WAW, MH_L_LAM};
  return mh_meeting__ends_in(r, i, matter, sizeof matter, 0) ||
         mh_meeting__ends_in(r, i, around, sizeof around, 0);
}

bool mh_meeting__about(const reader *r, uint32_t i)
{
  return on_matter(r, i) || (mh_statement__joined(r, i) == MH_PRO_LI && discussing(r, i));
}

/* Is the word m, behind token `behind`, what something is done for or about? */
static bool aimed_at(const reader *r, const mh_match *m, uint32_t behind)
{
  static const uint8_t of[] = {MH_L_AIN, MH_L_NUN};
  const uint32_t i = m->first;
  if (i <= behind) return false;
  if (discussing(r, i - 1) || prepared(r, i, behind)) return true;
  return !mh_meeting__own_pronoun(r, m) && /* "what they say of | their talks" */
         (on_matter(r, i - 1) || mh_meeting__ends_in(r, i - 1, of, sizeof of, 0));
}

#define LATER 6 /* tokens before a word in which "two days after" stands */

/* "two days after | the summit", "some weeks after | his visit": days and more that had passed
 * since, when something else was. */
static bool days_after(const reader *r, const mh_match *m, uint32_t first)
{
  static const uint8_t after[] = {MH_L_BA, MH_L_AIN, MH_L_DAL};
  bool days = false;
  if (m->first == first) return false;
  const unsigned since = mh_statement__prep(r, m->first - 1);
  if (since != MH_TAKES_MIN && since != MH_TAKES_ALA) return false;
  for (uint32_t k = m->first - 1; k-- > first && m->first - k <= LATER;) {
    if (tok(r, k)->kind == MH_TOKEN_MARK || r->m->actor_of[k] >= 0) return false;
    if (mh_meeting__ends_in(r, k, after, sizeof after, 1)) return days;
    const mh_match *t = mh_words_match(r->w, k, MH_PH_TIME);
    const mh_time_class c = t ? mh_lex_time(r->lex, t->value)->cls : MH_TC_NONE;
    days = days || c == MH_TC_UNIT || c == MH_TC_DUAL || c == MH_TC_PLURAL;
  }
  return false;
}

bool mh_meeting__another(const reader *r, const told *t, const mh_match *m)
{
  const uint32_t behind = t->after > t->end ? t->after : t->end;
  if (m->first <= behind || m->first == 0) return false;
  const bool after = mh_is_class(r->w, m->first - 1,
                                 MH_W_AFTER); /* "after | a meeting" */
  if (mh_lex_meeting(r->lex, m->value)->level < 2 && !after) return false;
  if (aimed_at(r, m, behind)) return true;
  for (uint32_t k = m->first; k-- > behind && m->first - k <= TOWARDS;) {
    if (tok(r, k)->kind != MH_TOKEN_WORD || r->m->actor_of[k] >= 0) return false;
    if (mh_is_class(r->w, k, MH_W_AFTER)) return true;
  }
  return false;
}

/* ---- dates */

static bool is_document_word(const reader *r, uint32_t i)
{
  const int32_t a = r->m->actor_at[i];
  return a >= 0 && r->m->actors[a].form == MH_ACTOR_ROLE &&
         r->m->actors[a].role == MH_ROLE_DOCUMENT;
}

/* "since he took office in | May": what began on the day at i is another thing; but "on a visit
 * since | Thursday".  "the first visit since | 1990": no visit goes on for years. */
static bool since(const reader *r, uint32_t i, uint32_t first)
{
  static const uint8_t word[] = {MH_L_MIM, MH_L_NUN, MH_L_THAL};
  for (uint32_t k = i; k-- > first && i - k <= 6;) {
    if (mh_statement__comma(r, k)) return false;
    if (mh_meeting__ends_in(r, k, word, sizeof word, 1))
      return i - k > 1 || strlen(r->m->whens.at[r->m->when_at[i]].value) == 4;
  }
  return false;
}

/* "until | Friday": the last day of what goes on. */
static bool last_day(const reader *r, uint32_t i, uint32_t first)
{
  static const uint8_t until[] = {MH_L_HAH, MH_L_TA, MH_L_YA};
  return i > first && mh_meeting__ends_in(r, i - 1, until, sizeof until, 0);
}

/* "by | June": when something is due, which tells of a meeting only that is still to come. */
static bool due(const reader *r, uint32_t i, uint32_t first)
{
  static const uint8_t by[] = {MH_L_HAH, MH_L_LAM, MH_L_WAW, MH_L_LAM};
  for (uint32_t k = i; k-- > first && i - k <= 2;)
    if (mh_meeting__ends_in(r, k, by, sizeof by, 1)) return true;
  return false;
}

/* A date that says when something else was: a year alone further on, the last day of "from
 * the 9th to the 11th", the day of a document. */
static bool not_its_own(const reader *r, uint32_t i, uint32_t at, const mh_sentence *s)
{
  const int32_t d = r->m->when_at[i];
  const mh_when *w = &r->m->whens.at[d];
  if (!calendar(w->value) || last_day(r, i, s->first)) return true;
  if (strlen(w->value) < 7 && (i > at + 10 || i < at)) return true;
  if (d > 0 && i - w[-1].end <= 1 && w[-1].first >= s->first) return true;
  for (uint32_t k = i; k-- > s->first && i - k <= 4;)
    if (is_document_word(r, k)) return true;
  return since(r, i, s->first);
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
uint32_t mh_meeting__told_from(const reader *r, uint32_t at, uint32_t first, bool he)
{
  if (at > first + WINDOW) first = at - WINDOW;
  if (at > first && mh_statement__setting(r, at - 1) &&
      mh_key_letter(tok(r, at - 1)->key, 0) == MH_L_KHA)
    return first;
  for (uint32_t k = at; k-- > first;)
    if (r->cls[k] == MH_W_AN &&
        ((he && mh_statement__pronoun(r, k)) || !mh_statement__infinitive(r, k)))
      return k;
  return first;
}

/* Is the date at i of who says so: "according to N.'s radio on Friday", "as the minister N.
 * said, | on Friday"?  What is told stands before that. */
static bool of_source(const reader *r, const told *t, uint32_t i, const mh_sentence *s)
{
  uint32_t from = s->first;
  if (t->first < i && t->first > from) from = t->first;
  if (t->verb < i && t->verb > from) from = t->verb;
  for (uint32_t k = i; k-- > from && i - k <= SOURCE;) {
    if (r->cls[k] == MH_W_SOURCE || mh_statement__as_told(r, k, s->first, s->end))
      return true;
    if (i - k > 1 && r->m->when_at[k] >= 0) return false;
    if (i - k > 5 && mh_statement__mark(r, k, '.')) return false;
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

/* The day on which one of those who met spoke of it, before what is said; NULL
 * none. */
static const char *spoken_on(const reader *r, const told *t, const mh_sentence *s)
{
  const char *day = NULL;
  const uint32_t from = t->said > s->first + WINDOW ? t->said - WINDOW : s->first;
  if (!t->party || t->next) return NULL;
  for (uint32_t i = from; i < t->said; i++) {
    if (r->m->when_at[i] < 0 || not_its_own(r, i, t->first, s)) continue;
    const char *value = r->m->whens.at[r->m->when_at[i]].value;
    if (strlen(value) == 10 && against_today(r, value) <= 0) day = value;
  }
  return day;
}

/* The nearest date of the sentence that may be its own: in its clause first. */
static const char *date_of(const reader *r, told *t, const mh_sentence *s)
{
  const char *best = NULL;
  uint32_t near = UINT32_MAX;
  uint32_t from = t->aimed ? t->end : mh_meeting__told_from(r, t->first, s->first, false);
  if (t->beyond != NO_TOKEN && t->beyond > from) from = t->beyond;
  const uint32_t to = t->end + WINDOW < s->end ? t->end + WINDOW : s->end;
  bool other = false; /* another meeting is told of on the way */
  const bool wish = t->verb == t->first && t->first > s->first &&
                    r->cls[t->first - 1] == MH_W_AN &&
                    mh_statement__infinitive(r, t->first - 1);
  const uint32_t hoped = wish ? t->first : 0;
  for (uint32_t i = t->aside ? t->end : from; i < to; i++) {
    const mh_match *m = mh_words_match(r->w, i, MH_PH_MEETING);
    if (m && (mh_meeting__other_round(r, t, i, s) || mh_meeting__another(r, t, m))) break;
    if (m && i > t->end && of_its_own(r, t, m)) break;
    if (i > t->end && r->cls[i] == MH_W_AN && !mh_statement__infinitive(r, i)) break;
    other = other || (m && i >= t->end && mh_lex_meeting(r->lex, m->value)->level > 1 &&
                      !as_which(r, i));
    if (other && r->m->when_at[i] >= 0 &&
        long_ago(r, r->m->whens.at[r->m->when_at[i]].value))
      continue;
    if (r->m->when_at[i] < 0 || not_its_own(r, i, t->first, s)) continue;
    const char *value = r->m->whens.at[r->m->when_at[i]].value;
    const int day = against_today(r, value);
    if (i < t->said && day <= 0) continue; /* "announced | today a summit between" */
    /* "begins on Sunday | a round": the day stands between the verb and its noun */
    const bool between = (t->verb < i && i < t->first) ||
                         r->m->whens.at[r->m->when_at[i]].end == t->first;
    if (t->next ? day < 0 : day > 0 && i < t->first && !between && !opens(r, i, s))
      continue;
    if (of_source(r, t, i, s) || (!t->next && due(r, i, s->first))) continue;
    uint32_t far = i > t->first ? i - t->first : (t->first - i) * 2;
    if (i < t->from || i >= t->to) far += OTHER;
    if (i < hoped) far += OTHER; /* "thought it likely on Sunday that N. | meets" */
    if (strlen(value) < 7) far += OTHER; /* "the pact of 2015", where a day is told too */
    if (far >= near) continue;
    near = far;
    best = value;
    t->date_behind = i > t->first && i < t->to;
  }
  return best;
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

/* "signed on Monday, the day after | talks": the day before the one that was told. */
static mh_status day_after(const reader *r, told *t, const mh_match *word)
{
  static const uint8_t after[] = {MH_L_GHAIN, MH_L_DAL, MH_L_ALEF, MH_L_HA};
  mh_day d;
  if (word == NULL || word->first == 0 || t->date == NULL || t->date_behind ||
      !mh_meeting__ends_in(r, word->first - 1, after, sizeof after, 0) ||
      !mh_day_parse(&d, t->date, strlen(t->date)) || d.day == 0)
    return MH_OK;
  char *day = mh_arena_take(r->a, 16);
  if (day == NULL) return MH_ENOMEM;
  mh_day_print(day, mh_day_of(mh_day_number(d) - 1));
  t->date = day;
  return MH_OK;
}

mh_status mh_meeting__facts(const reader *r, told *t, const mh_match *word,
                            const mh_sentence *s)
{
  const bool counted = strcmp(t->kind, "visit") && strcmp(t->kind, "call");
  t->ready = word && (preparatory(r, word->end, s->end) ||
                      (word->first && preparatory(r, word->first - 1, s->end)));
  t->beyond = word ? occasion_before(r, word, s->first) : NO_TOKEN;
  t->ago = word && days_after(r, word, s->first);
  t->frame = word && mh_meeting__in_frame(r, word);
  /* "and it is followed by | a meeting" has nothing of what was told before "and" */
  if (word && t->beyond == NO_TOKEN && word->first > s->first + 1 &&
      mh_statement__and(r, word->first - 1) && mh_meeting__by_next_verb(r, word->first))
    t->beyond = word->first - 1;
  t->aimed = t->ago || (word && aimed_at(r, word, s->first));
  if (word && counted && !t->ready) t->ordinal = mh_meeting__ordinal(r, word, s);
  t->only = word && counted && !t->ready && t->ordinal == 0 &&
            mh_meeting__first_of_its_kind(r, word) &&
            strcmp(mh_lex_meeting(r->lex, word->value)->kind, "visit");
  if (t->only) t->ordinal = 1;
  if (t->date == NULL) {
    t->date = date_of(r, t, s);
    MH_TRY(day_after(r, t, word));
  }
  if (t->date == NULL) t->near = spoken_on(r, t, s);
  if (t->later && t->date && strlen(t->date) == 10) t->date = NULL;
  if (t->place == NULL && strcmp(t->kind, "call")) mh_meeting__place_of(r, t, s);
  if (t->date && against_today(r, t->date) > 0) t->next = true;
  if (t->date == NULL && t->aimed && prepared(r, word->first, s->first)) t->next = true;
  t->over = !t->next && long_ago(r, t->date);
  if (!t->next) chairs_of(r, s, t);
  return MH_OK;
}
