/* turned_on - meetings told by a noun that no verb of theirs governs: what talks turned on ("the
 * crisis was | the axis of the talks that N. held with N."), and what somebody had ("N. had (kana
 * li-) | talks with N.").  What somebody held is clause.c's, what was held took_place.c's.
 */
#include "meeting.h"

#define NOUNS (1u << MH_POS_NOUN)
#define AHEAD 30 /* tokens from the word for talks to those who held them  */
#define VERBS 3  /* tokens at a sentence's head in which its verb stands   */
#define WITH  6  /* tokens from a word for a meeting to "with"             */

/* The meeting whose word begins at token i, none of somebody told before by a pronoun. */
static const mh_match *meeting_at(const reader *r, uint32_t i, uint32_t end)
{
  const mh_match *m = i < end ? mh_words_match(r->w, i, MH_PH_MEETING) : NULL;
  return m && !(m->pro & ~MH_PRO_AL) && m->enc == MH_ENC_NONE &&
                 mh_lex_meeting(r->lex, m->value)->level > 0
             ? m
             : NULL;
}

/* Is the actor at token i where something is, or led by what tells no partner? */
static bool aside(const reader *r, uint32_t i)
{
  const mh_actor *a = &r->m->actors[r->m->actor_at[i]];
  const unsigned bit = i ? mh_statement__prep(r, i - 1) : 0;
  if (a->form == MH_ACTOR_CAPITAL || a->form == MH_ACTOR_ORGAN) return true;
  if (a->form == MH_ACTOR_NAME && (a->pro & MH_PRO_BI)) return true;
  return bit && bit != MH_TAKES_MAA && !mh_statement__between(r, i - 1);
}

/* Those who are named from token i on as who held talks: two at least. */
static mh_codes held_by(const reader *r, uint32_t i, uint32_t end)
{
  mh_codes c = {.n = 0};
  const uint32_t stop = i + AHEAD < end ? i + AHEAD : end;
  for (; i < stop && c.n < 2; i++) {
    subject s;
    if (r->cls[i] == MH_W_AN || r->cls[i] == MH_W_SUB || r->cls[i] == MH_W_CONJ) break;
    if (r->m->actor_at[i] < 0 || aside(r, i) || !mh_meeting__people(r, i, &s)) continue;
    if (s.nobody) break;
    for (uint8_t k = 0; k < s.codes.n; k++) mh_codes_add(&c, s.codes.at[k]);
    i = s.end - 1;
  }
  return c;
}

/* A finite verb of somebody or something, or "was" (kana). */
static bool was(const reader *r, uint32_t i)
{
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_VERB, false);
  return r->cls[i] == MH_W_AUX || (y && (y->feats & MH_F_PERSON) == MH_F_3);
}

/* The finite verb at the head of the sentence that begins at `first`; NO_TOKEN none. */
static uint32_t head_verb(const reader *r, uint32_t first, uint32_t i)
{
  for (uint32_t k = first; k < i && k < first + VERBS; k++) {
    if (r->m->actor_of[k] >= 0 || tok(r, k)->kind != MH_TOKEN_WORD) return NO_TOKEN;
    if (was(r, k) && mh_statement__opens(r, k, first)) return k;
  }
  return NO_TOKEN;
}

/* May what stands in [from, to) be a noun phrase, and no clause of its own? */
static bool one_phrase(const reader *r, uint32_t from, uint32_t to)
{
  for (uint32_t k = from; k < to; k++)
    if (r->cls[k] == MH_W_AN || r->cls[k] == MH_W_SUB || r->cls[k] == MH_W_CONJ ||
        (tok(r, k)->kind == MH_TOKEN_MARK && !mh_statement__comma(r, k) &&
         !mh_statement__quote_mark(r, k)))
      return false;
  return from < to && to - from <= AHEAD;
}

static void talk(const reader *r, act *out, uint32_t i, const mh_reading *y, uint8_t what)
{
  mh_statement__start(r, out, i, y, ACT_VERB);
  out->act = out->outer = what;
  out->kind = MH_FRAME_ACT;
  out->takes = LED_OBJECT;
}

bool mh_statement__axis(reader *r, uint32_t i, uint32_t first, uint32_t end, act *out)
{
  const mh_reading *y = mh_statement__reading(r, i, NOUNS, true);
  if (y == NULL || i <= first + 1 || (y->pro & MH_PRO_AL) || y->enc != MH_ENC_NONE)
    return false;
  const mh_frame *f = mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word));
  if (f->kind != MH_FRAME_WEAK || f->act != MH_ACT_DISCUSS) return false;
  const mh_match *m = meeting_at(r, i + 1, end);
  if (m == NULL) return false;
  const uint32_t verb = head_verb(r, first, i);
  const bool last = was(r, i - 1);
  const uint32_t v = verb != NO_TOKEN ? verb : i - 1;
  const mh_reading *will = mh_statement__reading(r, v, 1u << MH_POS_VERB, false);
  const mh_codes c = held_by(r, m->end, end);
  if (c.n < 2 || (verb == NO_TOKEN && !last)) return false;
  talk(r, out, i, y, will && (will->pro & MH_PRO_SA) ? MH_ACT_PLAN : MH_ACT_DISCUSS);
  out->clause = first;
  out->content = verb != NO_TOKEN ? verb + 1 : first;
  out->end = verb != NO_TOKEN ? i : i - 1;
  out->who = (subject){
      .first = -1, .last = -1, .carried = true, .end = i + 1, .codes = c};
  return one_phrase(r, out->content, out->end);
}

/* Where the talks of the word m begin that are the object of a verb that takes `takes`: "the agenda
 * of | talks", "over (`ala) | talks"; NO_TOKEN where they are led by anything else. */
static uint32_t object_from(const reader *r, const mh_match *m, uint32_t from,
                            unsigned takes)
{
  uint32_t k = m->first;
  while (k > from && r->m->actor_of[k - 1] < 0 && r->cls[k - 1] == MH_W_NONE &&
         mh_statement__noun_like(r, k - 1) && !mh_statement__article(r, k - 1) &&
         !mh_statement__joined(r, k - 1) && !mh_statement__and(r, k - 1))
    k--;
  const unsigned prep = k > from ? mh_statement__prep(r, k - 1) : 0;
  if (takes & MH_TAKES_OBJECT) return prep ? NO_TOKEN : k;
  return prep & takes ? k - 1 : NO_TOKEN;
}

/* The finite verb at i in the reading that says of what it was most spoken; NULL none. */
static const mh_reading *tops(const reader *r, uint32_t i, unsigned *takes)
{
  if (!(r->w->glance[i].acts & 1u << MH_POS_VERB)) return NULL;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word == 0 || MH_F_POS_OF(y->feats) != MH_POS_VERB || y->enc != MH_ENC_NONE ||
        (y->feats & MH_F_PERSON) != MH_F_3 || (y->feats & MH_F_VOICE_PASSIVE) ||
        mh_lex_word(r->lex, y->word)->n_frames == 0)
      continue;
    const mh_frame *f = mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word));
    *takes = f->takes;
    if (f->kind == MH_FRAME_MUTE && f->act == MH_ACT_DISCUSS) return y;
  }
  return NULL;
}

/* Who talked: as told behind the word m, else those who met last, where it has the article. */
static mh_codes talked(const reader *r, const mh_match *m, uint32_t end)
{
  const mh_codes c = held_by(r, m->end, end);
  if (c.n || !(m->pro & MH_PRO_AL) || r->paragraph > r->met_at + 1) return c;
  return r->met;
}

/* May [from, to) be a noun phrase that nothing leads, in which nothing is taken up again? */
static bool whole_phrase(const reader *r, uint32_t from, uint32_t to)
{
  if (!one_phrase(r, from, to) || r->cls[from] != MH_W_NONE ||
      mh_statement__joined(r, from) || r->cls[to - 1] == MH_W_PREP)
    return false;
  for (uint32_t k = from; k < to; k++)
    if (relative(r, k)) return false;
  return true;
}

bool mh_statement__topped(reader *r, uint32_t i, uint32_t first, uint32_t end, act *out)
{
  unsigned takes;
  const mh_reading *y = tops(r, i, &takes);
  const mh_match *m = NULL;
  for (uint32_t k = i + 1; y && k < end && k <= i + AHEAD && m == NULL; k++) {
    if (r->cls[k] == MH_W_AN || relative(r, k) || mh_statement__comma(r, k)) return false;
    m = meeting_at(r, k, end);
  }
  const mh_codes c = m ? talked(r, m, end) : (mh_codes){.n = 0};
  const uint32_t object = c.n > 1 ? object_from(r, m, i + 1, takes) : NO_TOKEN;
  if (object == NO_TOKEN) return false;
  const bool front = object == i + 1; /* "X | topped the talks" */
  if (front ? i == first : !mh_statement__opens(r, i, first)) return false;
  talk(r, out, i, y, y->pro & MH_PRO_SA ? MH_ACT_PLAN : MH_ACT_DISCUSS);
  out->clause = front ? first : i;
  out->content = front ? first : i + 1;
  out->end = front ? i : object;
  out->who = (subject){
      .first = -1, .last = -1, .carried = true, .end = i + 1, .codes = c};
  return whole_phrase(r, out->content, out->end);
}

/* "he had (lahu)": those who acted last. */
static bool carried(const reader *r, uint32_t i, subject *s)
{
  if (!mh_statement__joined_pronoun(r, i) || mh_key_letter(tok(r, i)->key, 0) != MH_L_LAM)
    return false;
  *s = (subject){
      .first = -1, .last = -1, .carried = true, .end = i + 1, .codes = r->last};
  return s->codes.n == 1;
}

bool mh_statement__had(reader *r, uint32_t i, uint32_t first, uint32_t end, act *out)
{
  subject s, with;
  static const mh_reading none;
  if (r->cls[i] != MH_W_AUX || i + 3 >= end || !mh_statement__opens(r, i, first))
    return false;
  const mh_reading *y = mh_words_readings(r->w, i) ? mh_words_reading(r->w, i, 0) : &none;
  const int32_t at = r->m->actor_at[i + 1];
  const bool named = at >= 0 && (r->m->actors[at].pro & MH_PRO_LI) &&
                     mh_meeting__people(r, i + 1, &s) && s.codes.n == 1 && !s.nobody;
  if (!named && !carried(r, i + 1, &s)) return false;
  const uint32_t k = mh_statement__skip_adverbs(r, s.end, end);
  const mh_match *m = meeting_at(r, k, end);
  for (uint32_t p = m ? m->end : end; p + 1 < end && p < k + WITH; p++) {
    if (mh_statement__prep(r, p) != MH_TAKES_MAA) continue;
    if (!mh_statement__group(r, p + 1, &with) || with.codes.n == 0 || with.nobody)
      return false;
    talk(r, out, i, y, MH_ACT_MEET);
    for (uint8_t n = 0; n < with.codes.n; n++) mh_codes_add(&s.codes, with.codes.at[n]);
    out->who = s;
    out->content = k;
    return s.codes.n > 1;
  }
  return false;
}
