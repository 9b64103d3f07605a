/* meeting_words - what a word for a meeting is where it stands, before it is asked who met: a
 * round of a series, a body that meets, a means, a wish, somebody's own; still to come, or
 * beside what is told.  Who met is asked in meeting_nouns. */
#include "meeting.h"

#define ANY     6  /* tokens from a negation to "any" */
#define INVITED 10 /* tokens from an invitation to what it is for */
#define LENGTH  5  /* tokens of "lasts three days" before where a visit leads */
#define COMING  24 /* tokens before a purpose in which its verb stands */

/* "a statement will be issued | about the talks": of the paper, not of what it is about. */
static bool of_document(const reader *r, uint32_t i, uint32_t at)
{
  for (; i < at; i++)
    if (r->m->actor_at[i] >= 0 && r->m->actors[r->m->actor_at[i]].form == MH_ACTOR_ROLE &&
        r->m->actors[r->m->actor_at[i]].role == MH_ROLE_DOCUMENT)
      return true;
  return false;
}

/* "the expected summit", "the next round": an adjective behind the word says so. */
bool mh_meeting__expected(const reader *r, const mh_match *m, uint32_t end)
{
  for (uint32_t i = m->end; i < m->end + 3 && i < end; i++) {
    if (tok(r, i)->kind != MH_TOKEN_WORD || r->m->actor_at[i] >= 0) return false;
    const mh_match *t = mh_words_match(r->w, i, MH_PH_TIME);
    const mh_time_class c = t ? mh_lex_time(r->lex, t->value)->cls : MH_TC_LAST;
    if (c == MH_TC_FUTURE_SIGN || c == MH_TC_NEXT) return r->cls[i] == MH_W_NONE;
    if (mh_statement__prep(r, i) || r->m->when_at[i] >= 0) return false;
  }
  return false;
}

/* "a visit of two days, | in which he will meet": the verb at token i goes back to the word. */
static bool within(const reader *r, uint32_t i, uint32_t end)
{
  return i + 1 < end && mh_statement__setting(r, i + 1) &&
         mh_statement__joined_pronoun(r, i + 1);
}

/* A verb of the future near the word, which stands at token `at`; with what belongs to it, it
 * goes on to token `to`. */
bool mh_meeting__announced(const reader *r, const mh_sentence *s, uint32_t at,
                           uint32_t to)
{
  const uint32_t from = at > s->first + 10 ? at - 10 : s->first;
  for (uint32_t i = from; i < to + 6 && i < s->end; i++) {
    if (r->m->actor_of[i] >= 0) continue;
    const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, false);
    const bool to_come = (v && (v->pro & MH_PRO_SA)) || r->cls[i] == MH_W_FUT;
    if (i > to && r->cls[i] == MH_W_AN) return false;
    if (to_come && i > to && within(r, i, s->end)) return false;
    if (to_come && !(i < at && of_document(r, i, at))) return true;
  }
  return false;
}

/* A word of one ending in ha that is written with a pronoun's: "in his turn", no "round". */
bool mh_meeting__other_word(const reader *r, const mh_match *m)
{
  const mh_token *t = tok(r, m->end - 1);
  if (m->enc == MH_ENC_ACC && t->n > 1) /* "her role": no noun in ha takes that alef */
    return mh_key_letter(t->key, t->n - 2) == MH_L_HA;
  return m->enc == MH_ENC_NONE && t->n && mh_key_letter(t->key, t->n - 1) == MH_L_HA &&
         !(t->flags & MH_TF_MARBUTA);
}

/* "the departure of | the minister". */
static bool somebodys(const reader *r, uint32_t i)
{
  const int32_t a = i < r->doc->n_tokens ? r->m->actor_at[i] : -1;
  return a >= 0 && r->m->actors[a].form >= MH_ACTOR_OFFICIAL;
}

/* "from N. | as far as M.", "tried | to get to N.": an arrival of nobody; "a flight from N. to M.",
 * "voted | to leave N.": a journey or a departure that is not somebody's own. */
bool mh_meeting__as_far(const reader *r, const mh_match *m)
{
  const mh_meeting_row *row = mh_lex_meeting(r->lex, m->value);
  const mh_token *t = tok(r, m->end - 1);
  if (row->level != 1 || strcmp(row->kind, "visit") || mh_meeting__round_word(r, m))
    return false;
  if (mh_key_letter(t->key, t->n - 1) == MH_L_HA && !mh_meeting__own_pronoun(r, m) &&
      !somebodys(r, m->end))
    return true;
  return (m->pro & MH_PRO_AL) ||
         (m->enc == MH_ENC_ACC && mh_key_letter(t->key, t->n - 1) == MH_L_ALEF);
}

bool mh_meeting__own_pronoun(const reader *r, const mh_match *m)
{
  if (m->enc != MH_ENC_NONE && m->enc != MH_ENC_ACC) return true;
  for (uint32_t k = 0; k < mh_words_readings(r->w, m->first); k++) {
    const mh_reading *y = mh_words_reading(r->w, m->first, k);
    if (y->sym && y->enc != MH_ENC_NONE && y->enc != MH_ENC_ACC) return true;
  }
  return false;
}

/* "the first visit | of his to N.". */
bool mh_meeting__of_his(const reader *r, const mh_match *m)
{
  static const uint8_t his[] = {MH_L_LAM, MH_L_HA};
  static const uint8_t her[] = {MH_L_LAM, MH_L_HA, MH_L_ALEF};
  const uint32_t i = m->end; /* without a goal behind it, "of his" is where it led */
  if (i + 2 >= r->doc->n_tokens || mh_statement__prep(r, i + 1) != MH_TAKES_ILA)
    return false;
  return mh_meeting__ends_in(r, i, his, sizeof his, 0) ||
         mh_meeting__ends_in(r, i, her, sizeof her, 0);
}

/* What the noun before token i does with what is told: "his intention of | a visit" means to
 * hold it, "the cancelling of | his visit" calls it off; else MH_EVENT_NONE. */
uint8_t mh_meeting__intent_of(const reader *r, uint32_t i, uint32_t first)
{
  if (i > first && mh_statement__prep(r, i - 1)) i--;
  if (i == first) return MH_EVENT_NONE;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i - 1); k++) {
    const mh_reading *y = mh_words_reading(r->w, i - 1, k);
    const mh_word *w = y->word ? mh_lex_word(r->lex, y->word) : NULL;
    const mh_frame *f = w && w->n_frames ? mh_lex_frames(r->lex, w) : NULL;
    if (f && f->act == MH_ACT_PLAN && f->event >= MH_EVENT_HELD) return f->event;
  }
  return MH_EVENT_NONE;
}

/* "will receive him on the 8th | to open the dialogue": what somebody will come for. */
bool mh_meeting__come_for(const reader *r, const mh_match *m, const mh_sentence *s)
{
  uint32_t i = m->first;
  if (i > s->first && mh_statement__prep(r, i - 1) == MH_TAKES_FI) i--;
  if (i == s->first || mh_statement__joined(r, i - 1) != MH_PRO_LI) return false;
  if (!mh_statement__reading(r, i - 1, 1u << MH_POS_MASDAR, true)) return false;
  for (uint32_t k = i - 1; k-- > s->first && i - k <= COMING && r->cls[k] != MH_W_AN;) {
    const mh_reading *v = mh_statement__reading(r, k, 1u << MH_POS_VERB, false);
    if (v && r->m->actor_of[k] < 0) return (v->pro & MH_PRO_SA) || r->cls[k] == MH_W_FUT;
  }
  return false;
}

/* "the committee": a body that meets, which is a meeting only of two states by their names. */
bool mh_meeting__committee(const reader *r, const mh_match *m)
{
  static const uint8_t word[] = {MH_L_LAM, MH_L_JIM, MH_L_NUN, MH_L_HA};
  return mh_lex_meeting(r->lex, m->value)->level == 1 &&
         mh_meeting__ends_in(r, m->first, word, sizeof word, 4);
}

/* Does one word of m begin so: "the council", "the joint committee", "the mechanism"? */
bool mh_meeting__body(const reader *r, const mh_match *m)
{
  static const uint8_t words[][4] = {{MH_L_LAM, MH_L_JIM, MH_L_NUN, MH_L_HA},
                                     {MH_L_MIM, MH_L_JIM, MH_L_LAM, MH_L_SIN},
                                     {MH_L_HA, MH_L_YA, MH_L_HAMZA, MH_L_HA},
                                     {MH_L_ALEF, MH_L_LAM, MH_L_YA, MH_L_HA}};
  for (uint32_t i = m->first; i < m->end; i++)
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
      if (mh_meeting__ends_in(r, i, words[k], sizeof words[k], 4)) return true;
  return false;
}

/* May the word stand for the next round of a series ("the next round", "the fifth session"),
 * and not for something else that is to come ("a working group", "the arrival")? */
bool mh_meeting__round_word(const reader *r, const mh_match *m)
{
  static const uint8_t round[] = {MH_L_JIM, MH_L_WAW, MH_L_LAM, MH_L_HA};
  const mh_meeting_row *row = mh_lex_meeting(r->lex, m->value);
  if (mh_meeting__committee(r, m) || (row->level == 1 && m->end - m->first > 1))
    return false;
  return strcmp(row->kind, "visit") ||
         mh_meeting__ends_in(r, m->first, round, sizeof round, 3);
}

/* "arrived a day after | the end of the ... dialogue": another time than what is told. */
bool mh_meeting__beside(const walk *w, const mh_match *m)
{
  const reader *r = w->r;
  for (uint32_t k = m->first; k-- > w->s->first && m->first - k <= 9;) {
    if (mh_is_class(r->w, k, MH_W_AFTER)) return true;
    const int32_t a = r->m->actor_of[k];
    if (tok(r, k)->kind != MH_TOKEN_WORD) return false;
    if (a >= 0 && r->m->actors[a].form != MH_ACTOR_ROLE) return false;
  }
  return false;
}

/* "the work of | the committee". */
bool mh_meeting__works(const reader *r, const mh_match *m)
{
  static const uint8_t work[] = {MH_L_ALEF, MH_L_AIN, MH_L_MIM, MH_L_ALEF, MH_L_LAM};
  static const uint8_t busy[] = {MH_L_ALEF, MH_L_SHIN, MH_L_GHAIN, MH_L_ALEF, MH_L_LAM};
  return m->first && (mh_meeting__ends_in(r, m->first - 1, work, sizeof work, 1) ||
                      mh_meeting__ends_in(r, m->first - 1, busy, sizeof busy, 1));
}

/* "the first visit of a European president": not whose it is, but what it is first of. */
bool mh_meeting__first_of_its_kind(const reader *r, const mh_match *m)
{
  const mh_match *n = m->first ? mh_words_match(r->w, m->first - 1, MH_PH_NUMBER) : NULL;
  return n && n->end == m->first && n->value == (1u << 24 | 1);
}

/* "a press conference": one word by itself is a conference, this one but where two spoke. */
bool mh_meeting__press(const reader *r, const mh_match *m)
{
  if (m->end < m->first + 2 || mh_lex_meeting(r->lex, m->value)->level != 1) return false;
  const mh_key k = tok(r, m->first + 1)->key;
  const int at = mh_key_letter(k, 0) == MH_L_ALEF ? 2 : 0; /* the article */
  return mh_key_letter(k, at) == MH_L_SAD && mh_key_letter(k, at + 1) == MH_L_HAH;
}

/* "two meetings with N. and N.", "calls from N. and N.": one with each. */
bool mh_meeting__several(const reader *r, const mh_match *m)
{
  const mh_token *t = tok(r, m->first);
  const bool call = strcmp(mh_lex_meeting(r->lex, m->value)->kind, "call") == 0;
  const int z = mh_statement__letter_back(t, 0), y = mh_statement__letter_back(t, 1);
  if (t->n < 5) return false;
  return (z == MH_L_NUN && (y == MH_L_YA || y == MH_L_ALEF)) ||
         (call && z == MH_L_TA && y == MH_L_ALEF);
}

/* "the reception by N. of | the minister": a verbal noun that takes whom its verb takes. */
bool mh_meeting__takes_object(const reader *r, uint32_t i)
{
  if (i && mh_statement__prep(r, i - 1) == MH_TAKES_FI) return false; /* at the airport */
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    const mh_word *w = y->word ? mh_lex_word(r->lex, y->word) : NULL;
    const mh_frame *f = w && w->n_frames ? mh_lex_frames(r->lex, w) : NULL;
    if (f && MH_F_POS_OF(y->feats) == MH_POS_MASDAR && f->event == MH_EVENT_TALKS &&
        f->act == MH_ACT_MEET && (f->takes & MH_TAKES_OBJECT))
      return true;
  }
  return false;
}

/* "the importance of", not "the events of", which is the plural of "effectiveness". */
static bool weighs(const reader *r, const mh_reading *y)
{
  return y->word && mh_weighs(mh_lex_word(r->lex, y->word)->cls) &&
         (y->feats & MH_F_NUMBER) != MH_F_PL;
}

/* "his readiness", "ready" at token i: for what may never be; but "the preparations for". */
static bool readiness(const reader *r, uint32_t i)
{
  static const uint8_t ready[] = {MH_L_MIM, MH_L_SIN, MH_L_TA, MH_L_AIN, MH_L_DAL};
  static const struct {
    uint8_t n, letter[9];
  } own[] = {
      {8,
       {MH_L_ALEF, MH_L_SIN, MH_L_TA, MH_L_AIN, MH_L_DAL, MH_L_ALEF, MH_L_DAL, MH_L_HA}},
      {9,
       {MH_L_ALEF, MH_L_SIN, MH_L_TA, MH_L_AIN, MH_L_DAL, MH_L_ALEF, MH_L_DAL, MH_L_HA,
        MH_L_ALEF}},
      {9,
       {MH_L_ALEF, MH_L_SIN, MH_L_TA, MH_L_AIN, MH_L_DAL, MH_L_ALEF, MH_L_DAL, MH_L_HA,
        MH_L_MIM}},
  };
  for (size_t k = 0; k < sizeof own / sizeof *own; k++)
    if (mh_meeting__ends_in(r, i, own[k].letter, own[k].n, 2)) return true;
  const mh_token *t = tok(r, i);
  for (uint32_t k = 0; k < sizeof ready; k++)
    if (t->kind != MH_TOKEN_WORD || mh_key_letter(t->key, k) != ready[k]) return false;
  return t->n <= 7;
}

/* "ruled out that N. makes | a visit": the act itself says that there is none. */
static bool rules_out(const reader *r, const act *x)
{
  const mh_reading *y;
  const mh_frame *f = mh_meeting__event_verb(r, x->word, &y);
  return f && f->event == MH_EVENT_OFF && x->act == MH_ACT_OPPOSE;
}

/* "denied | plans for a meeting". */
static bool denies(const reader *r, const act *x)
{
  static const uint8_t word[] = {MH_L_NUN, MH_L_FA, MH_L_YA};
  static const uint8_t she[] = {MH_L_NUN, MH_L_FA, MH_L_TA};
  return x->act == MH_ACT_OPPOSE &&
         (mh_meeting__ends_in(r, x->word, word, sizeof word, 2) ||
          mh_meeting__ends_in(r, x->word, she, sizeof she, 2));
}

/* "refused | the talks with N.": a verb that agrees to what it takes where it is negated. */
static bool refuses(const reader *r, const act *x, const mh_match *m)
{
  if (x->act != MH_ACT_OPPOSE || m->first < x->content || m->first - x->content > 2)
    return false;
  const mh_reading *y = mh_statement__reading(r, x->word, 1u << MH_POS_VERB, false);
  const mh_word *v = y && y->word ? mh_lex_word(r->lex, y->word) : NULL;
  for (uint32_t k = 0; v && k < v->n_frames; k++) {
    const mh_frame *f = &mh_lex_frames(r->lex, v)[k];
    if ((f->takes & MH_TAKES_NOT) && f->act == MH_ACT_AGREE) return true;
  }
  return false;
}

/* "an invitation from N. | for a visit". */
static bool invited(const reader *r, const mh_match *m, uint32_t first)
{
  static const uint8_t word[] = {MH_L_DAL, MH_L_AIN, MH_L_WAW, MH_L_HA};
  static const uint8_t his[] = {MH_L_DAL, MH_L_AIN, MH_L_WAW, MH_L_TA, MH_L_HA};
  uint32_t to = m->first; /* "for | taking part in the meeting" */
  if (to > first && mh_statement__prep(r, to - 1) == MH_TAKES_FI) to--;
  if (!(m->pro & MH_PRO_LI) &&
      (to == first || mh_statement__joined(r, to - 1) != MH_PRO_LI ||
       !mh_statement__reading(r, to - 1, 1u << MH_POS_MASDAR | 1u << MH_POS_NOUN, false)))
    return false;
  for (uint32_t k = m->first; k-- > first && m->first - k <= INVITED;) {
    if (tok(r, k)->kind == MH_TOKEN_MARK) return false;
    if (mh_meeting__ends_in(r, k, word, sizeof word, 3) ||
        mh_meeting__ends_in(r, k, his, sizeof his, 3))
      return true;
  }
  return false;
}

/* "will not enter into | talks", "did not take part in | the meeting". */
static bool kept_from(const reader *r, const mh_match *m, uint32_t first)
{
  uint32_t k = m->first;
  if (k > first && mh_statement__prep(r, k - 1) == MH_TAKES_FI)
    k--;
  else if (!(m->pro & MH_PRO_BI))
    return false;
  return k > first && r->m->actor_of[k - 1] < 0 &&
         mh_statement__reading(r, k - 1, 1u << MH_POS_VERB, false) &&
         mh_meeting__negated(r, k - 1, first);
}

/* "there was not any | call with N.". */
static bool not_any(const reader *r, const mh_match *m, uint32_t first)
{
  const uint32_t any = m->first - 1;
  if (m->first == first || r->cls[any] != MH_W_DET || m->pro || tok(r, any)->n > 3 ||
      mh_key_letter(tok(r, any)->key, 0) != MH_L_ALEF ||
      mh_key_letter(tok(r, any)->key, 1) != MH_L_YA)
    return false;
  for (uint32_t k = any; k-- > first && any - k <= ANY;) {
    if (tok(r, k)->kind == MH_TOKEN_MARK) return false;
    if (r->cls[k] == MH_W_NEG) return true;
  }
  return false;
}

/* "the importance of | the visit that N. made": what is weighed has been done all the same. */
static bool was_done(const reader *r, const mh_match *m, uint32_t end)
{
  uint32_t k = m->end;
  while (k + 1 < end && k < m->end + 2 && r->cls[k] == MH_W_NONE &&
         mh_statement__article(r, k))
    k++; /* "the official | visit that" */
  if (k + 1 >= end || r->cls[k] != MH_W_REL) return false;
  const mh_reading *y = mh_statement__reading(r, k + 1, 1u << MH_POS_VERB, false);
  return y && (y->feats & (MH_F_PERSON | MH_F_TENSE)) == (MH_F_3 | MH_F_PERFECT);
}

/* Is what the noun tells wished for or weighed, not done? */
bool mh_meeting__wished(const walk *w, const mh_match *m)
{
  const reader *r = w->r;
  if (invited(r, m, w->s->first) || kept_from(r, m, w->s->first) ||
      not_any(r, m, w->s->first))
    return true;
  const act *x = w->next ? &w->acts[w->next - 1] : NULL;
  const bool done = was_done(r, m, w->s->end);
  for (uint32_t k = m->first; !done && k-- > w->s->first && m->first - k <= 3;) {
    if (tok(r, k)->kind == MH_TOKEN_MARK) break;
    if (readiness(r, k)) return true;
    if (r->cls[k] == MH_W_PREP) continue; /* ithra, "following", is no influence */
    for (uint32_t n = 0; n < mh_words_readings(r->w, k); n++)
      if (weighs(r, mh_words_reading(r->w, k, n))) return true;
  }
  /* "asked him to stop it during | a meeting": where he asked, not what for */
  const bool amid = m->first > w->s->first && mh_statement__setting(r, m->first - 1) &&
                    !mh_meeting__expected(r, m, w->s->end);
  const bool wish = x && !amid && (x->act == MH_ACT_CALL || x->act == MH_ACT_WARN);
  return x && (wish || denies(r, x) || rules_out(r, x) || refuses(r, x, m)) &&
         x->takes != LED_QUOTE && m->first >= x->content && m->first - x->content < 8;
}

/* "the summit ... on the level of | ministers". */
bool mh_meeting__of_ministers(const reader *r, const mh_match *m, uint32_t end)
{
  static const uint8_t level[] = {MH_L_MIM, MH_L_SIN, MH_L_TA, MH_L_WAW, MH_L_YA};
  for (uint32_t i = m->end; i + 1 < end && i < m->end + 12; i++) {
    if (!mh_meeting__ends_in(r, i, level, sizeof level, 2)) continue;
    const mh_key k = tok(r, i + 1)->key;
    const int at = mh_key_letter(k, 0) == MH_L_ALEF ? 2 : 0; /* the article */
    return mh_key_letter(k, at) == MH_L_WAW && mh_key_letter(k, at + 1) == MH_L_ZAY &&
           (mh_key_letter(k, at + 2) == MH_L_RA || mh_key_letter(k, at + 2) == MH_L_ALEF);
  }
  return false;
}

uint32_t mh_meeting__past_length(const reader *r, uint32_t i, uint32_t end)
{
  static const struct {
    uint8_t n, letter[6];
  } words[] = {{5, {MH_L_SIN, MH_L_TA, MH_L_GHAIN, MH_L_RA, MH_L_QAF}},
               {6, {MH_L_SIN, MH_L_TA, MH_L_GHAIN, MH_L_RA, MH_L_QAF, MH_L_TA}},
               {4, {MH_L_SIN, MH_L_TA, MH_L_MIM, MH_L_RA}},
               {5, {MH_L_SIN, MH_L_TA, MH_L_MIM, MH_L_RA, MH_L_TA}}};
  bool lasts = false;
  for (size_t k = 0; i < end && k < sizeof words / sizeof *words; k++)
    lasts = lasts || mh_meeting__ends_in(r, i, words[k].letter, words[k].n, 1);
  for (uint32_t k = i + 1; lasts && k < end && k - i <= LENGTH; k++) {
    if (tok(r, k)->kind == MH_TOKEN_MARK) return i;
    if (mh_statement__prep(r, k) == MH_TAKES_ILA ||
        mh_statement__joined(r, k) == MH_PRO_LI)
      return k;
  }
  return i;
}

uint32_t mh_meeting__past_town(const walk *w, const mh_match *m, uint32_t at,
                               const char **town, const char **land)
{
  const reader *r = w->r;
  bool city = false;
  uint32_t end = at;
  if (strcmp(mh_lex_meeting(r->lex, m->value)->kind, "summit") || (m->pro & MH_PRO_AL) ||
      at != m->end || at >= w->s->end || mh_statement__joined(r, at) ||
      !mh_meeting__state_name(r, at))
    return at;
  const char *place = mh_meeting__place(r, at, &city, &end);
  const bool both = end < w->s->end && mh_statement__and(r, end);
  if (place == NULL || !city || both || mh_words_match(r->w, at, MH_PH_ADJ)) return at;
  *town = place;
  *land = mh_meeting__state(r, at);
  return end;
}

bool mh_meeting__in_frame(const reader *r, const mh_match *m)
{
  static const uint8_t frame[] = {MH_L_ALEF, MH_L_TAH, MH_L_ALEF, MH_L_RA};
  static const uint8_t within[] = {MH_L_DAD, MH_L_MIM, MH_L_NUN};
  return m->first && (mh_meeting__ends_in(r, m->first - 1, frame, sizeof frame, 0) ||
                      mh_meeting__ends_in(r, m->first - 1, within, sizeof within, 0));
}
