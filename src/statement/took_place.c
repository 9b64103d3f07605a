/* took_place - "there was held in N. the third session of the committee of X and Y": a meeting that
 * is the subject of its verb, told in its own right; who met stands behind it.  What somebody held
 * is clause.c's, and which meetings the record lists is asked in meeting_nouns.c.
 */
#include <string.h>

#include "inner.h"
#include "meeting.h"

#define BETWEEN 14 /* tokens behind a word for a meeting in which "between" stands */
#define NEAR    6  /* ... of one that a town has hosted */
#define NOUNS   (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)
#define CROWNED 40 /* tokens from a verb to what a meeting ended with              */
#define OWN     24 /* tokens from a body that meets to its meeting                */
#define WHOSE   6  /* tokens behind it in which those stand whose it is            */

/* Past the day and the place that stand at token i, in whatever order; else i. */
static uint32_t past_setting(const reader *r, uint32_t i, uint32_t end)
{
  const uint32_t over = mh_statement__skip_adverbs(r, i, end);
  if (over > i || i >= end) return over;
  const mh_match *n = (mh_statement__joined(r, i) & MH_PRO_LI) && i + 1 < end &&
                              mh_words_match(r->w, i, MH_PH_TIME)
                          ? mh_words_match(r->w, i + 1, MH_PH_NUMBER)
                          : NULL;
  if (n) return n->end; /* "for the third day" */
  const mh_match *p = mh_words_match(r->w, i, MH_PH_PLACE);
  if (p && (p->pro & MH_PRO_BI)) return p->end;
  const int32_t at = r->m->actor_at[i]; /* "in (bi-) Tunis", which is its state's name */
  if (at >= 0 && (r->m->actors[at].pro & MH_PRO_BI) &&
      r->m->actors[at].form <= MH_ACTOR_CAPITAL)
    return r->m->actors[at].end;
  if (r->cls[i] == MH_W_PREP && !mh_statement__pronoun(r, i)) {
    const uint32_t from = i + width(r, i);
    for (uint32_t k = from; k < end && k < from + 3; k++) { /* "in a hotel | of N." */
      if (k > from && mh_words_match(r->w, k, MH_PH_MEETING)) break;
      const uint32_t z = mh_statement__known_phrase(r, k);
      if (z) return z;
      if (!mh_statement__noun_like(r, k)) break;
    }
    if (from < end && mh_statement__noun_like(r, from)) return from + 1;
  }
  if (mh_statement__joined(r, i) != MH_PRO_BI || i + 1 >= end) return i;
  const uint32_t z = mh_statement__known_phrase(r, i + 1); /* "in the city of N." */
  return z ? z : i + 1;
}

/* "(on) Friday in N., | the works of": past a day and place set off by commas; else i. */
static uint32_t past_set_off(const reader *r, uint32_t i, uint32_t end)
{
  const bool comma = i + 1 < end && mh_statement__comma(r, i);
  uint32_t n = comma ? i + 1 : i;
  for (uint32_t k = past_setting(r, n, end); k > n; k = past_setting(r, n, end)) n = k;
  if (!comma) return n;
  return n > i + 1 && n + 1 < end && mh_statement__comma(r, n) ? n + 1 : i;
}

/* May the noun at i say no more of a meeting right behind it than that it went on: its works?  Of
 * what was done (`deed`) only the holding does; who announces or arranges it meets nobody. */
static bool course(const reader *r, uint32_t i, bool deed)
{
  const mh_reading *y = mh_statement__reading(r, i, NOUNS, true);
  const bool holds = y && mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word))->kind ==
                              MH_FRAME_MEET;
  return (deed ? holds : y == NULL || holds) && mh_statement__noun_like(r, i) &&
         !mh_statement__article(r, i) && !mh_statement__joined(r, i) &&
         r->m->actor_of[i] < 0;
}

/* The word for a meeting of x at token i, or right behind such a noun; NULL none. */
static const mh_match *meeting_at(const reader *r, const act *x, uint32_t i, uint32_t end)
{
  const mh_match *m = i < end ? mh_words_match(r->w, i, MH_PH_MEETING) : NULL;
  const bool deed = x->frames[0].kind == MH_FRAME_PASSIVE &&
                    !(x->frames[0].takes & MH_TAKES_BI);
  if (m == NULL && i + 1 < end && course(r, i, deed))
    m = mh_words_match(r->w, i + 1, MH_PH_MEETING);
  const bool object = m && m->enc == MH_ENC_ACC && x->frames[0].event == MH_EVENT_HOST;
  const bool fits = m && !(m->pro & ~MH_PRO_AL) && (m->enc == MH_ENC_NONE || object) &&
                    mh_lex_meeting(r->lex, m->value)->level > 0;
  return fits ? m : NULL;
}

/* "between N. and N." behind the word m for a meeting. */
static bool between(const reader *r, const mh_match *m, uint32_t far, uint32_t end,
                    subject *s)
{
  const uint32_t stop = m->end + far < end ? m->end + far : end;
  for (uint32_t k = m->end; k + 1 < stop; k++) {
    if (r->cls[k] == MH_W_AN || r->cls[k] == MH_W_SUB || r->cls[k] == MH_W_CONJ)
      return false;
    if (!mh_statement__between(r, k)) continue;
    return mh_statement__group(r, mh_statement__past_name(r, k + 1), s) && !s->nobody &&
           s->codes.n > 1;
  }
  return false;
}

/* "the committee of X and Y" by two adjectives, or "led by N. and his counterpart". */
static bool of_both(reader *r, const mh_match *m, uint32_t end, subject *s)
{
  const mh_sentence from = {.first = m->first, .end = end};
  const walk w = {.r = r, .s = &from};
  slots x = {0};
  const uint32_t behind = mh_meeting__adjectives(r, m, &x, end);
  if (x.own.n < 2) mh_meeting__chaired(&w, behind, &x);
  if (x.end > behind && mh_statement__group_before(r, x.end, behind, s) && s->codes.n > 1)
    return true;
  *s = (subject){.first = -1, .last = -1, .end = m->first, .carried = true};
  for (uint8_t k = 0; k < x.own.n; k++) mh_codes_add(&s->codes, x.own.code[k]);
  for (uint8_t k = 0; k < x.with.n; k++) mh_codes_add(&s->codes, x.with.code[k]);
  return s->codes.n > 1;
}

/* "the ministers of water and of irrigation | in N. and N.": the states behind "in" are those
 * whose they are. */
static bool in_states(const reader *r, uint32_t i, uint32_t end, subject *s)
{
  subject of;
  for (uint32_t k = i; k + 1 < end && k < i + WHOSE; k++) {
    if (mh_statement__prep(r, k) != MH_TAKES_FI) {
      if (tok(r, k)->kind != MH_TOKEN_WORD || r->cls[k] != MH_W_NONE) return false;
      continue;
    }
    if (!mh_statement__group(r, k + 1, &of) || of.codes.n < 2 ||
        r->m->actors[of.first].form != MH_ACTOR_NAME)
      return false;
    *s = of;
    return true;
  }
  return false;
}

/* "the meeting of | the ministers of N. and N.", "of | the Security Council": those right behind
 * it whose it is, two of them or an organisation. */
static bool of_them(const reader *r, const mh_match *m, uint32_t end, subject *s)
{
  const uint32_t from = mh_meeting__chain(r, m, end)->end;
  if (in_states(r, from, end, s)) return true;
  for (uint32_t k = from; k < end && k < from + WHOSE; k++) {
    if (tok(r, k)->kind != MH_TOKEN_WORD || r->cls[k] != MH_W_NONE) return false;
    if (r->m->actor_at[k] < 0) continue;
    const uint32_t joined = mh_statement__joined(r, k);
    if (joined & ~(uint32_t)(MH_PRO_LI | MH_PRO_AL)) return false;
    if (!mh_statement__group(r, k, s) || s->nobody) return false;
    if (s->codes.n > 1) return true;
    return s->codes.n && mh_meeting__organisation(r, s->codes.at[0]);
  }
  return false;
}

/* Does a word for a meeting of its own stand behind m: "the committee of X and Y | its session"? */
static bool holds_own(const reader *r, const mh_match *m, uint32_t end)
{
  for (uint32_t k = m->end; k < end && k < m->end + OWN; k++) {
    const mh_match *n = mh_words_match(r->w, k, MH_PH_MEETING);
    if (n && n->enc != MH_ENC_NONE && n->enc != MH_ENC_ACC) return true;
  }
  return false;
}

/* "Cairo | hosted, on Monday, | talks": past the town or state that is the host and what is set off
 * behind it; token i where none stands there. */
static uint32_t past_host(const reader *r, uint32_t i, uint32_t end)
{
  uint32_t k = i;
  for (int n = 0; n < 2 && k < end; n++) { /* "the Russian capital | Moscow" */
    const int32_t at = r->m->actor_at[k];
    const mh_match *p = mh_words_match(r->w, k, MH_PH_PLACE);
    const uint32_t z = mh_statement__known_phrase(r, k);
    const mh_match *of = k + 1 < end && mh_statement__article(r, k)
                             ? mh_words_match(r->w, k + 1, MH_PH_ADJ)
                             : NULL;
    if (of && of->pro == MH_PRO_AL && mh_statement__known_phrase(r, of->end))
      k = of->end;
    else if (at >= 0 && r->m->actors[at].form <= MH_ACTOR_CAPITAL &&
             !(r->m->actors[at].pro & ~MH_PRO_AL))
      k = r->m->actors[at].end;
    else if (p && !(p->pro & ~MH_PRO_AL))
      k = p->end;
    else if (z && at < 0 && !mh_statement__joined(r, k))
      k = z;
    else
      break;
  }
  return k > i ? past_set_off(r, k, end) : i;
}

/* "| the next round is to be held in N.": whose it is stands nowhere near, so it is that of the two
 * of the report; "| the Arab summit": its own. */
static bool of_those(const reader *r, const act *x, const mh_match *m, uint32_t end,
                     subject *s)
{
  const int32_t body = r->m->actor_of[m->first];
  const mh_codes *own = body >= 0 && r->m->actors[body].codes.n
                            ? &r->m->actors[body].codes
                            : NULL;
  const bool gathers = strcmp(mh_lex_meeting(r->lex, m->value)->kind, "conference") == 0;
  if (own == NULL &&
      (gathers || mh_meeting__several(r, m) || (!r->bilateral && r->last.n != 2)))
    return false;
  const mh_codes *who = own ? own : r->last.n == 2 ? &r->last : &r->parties;
  if (!x->future || (own == NULL && who->n != 2) || !mh_meeting__round_word(r, m) ||
      x->frames[0].event == MH_EVENT_HOST)
    return false;
  /* "where the summit will be held" */
  if (x->word > 0 && r->cls[x->word - 1] == MH_W_CONJ) return false;
  if (!(m->pro & MH_PRO_AL)) return false;
  for (uint32_t k = m->end; k < end && r->cls[k] != MH_W_PREP; k++) {
    if (tok(r, k)->kind == MH_TOKEN_MARK || r->cls[k] == MH_W_CONJ) break;
    const int32_t a = r->m->actor_of[k];
    const bool other = a >= 0 && r->m->actors[a].first != m->first;
    if (other || mh_words_match(r->w, k, MH_PH_ADJ)) return false;
  }
  *s = (subject){.first = -1, .last = -1, .end = m->first};
  s->codes = *who;
  return true;
}

bool mh_statement__met_between(reader *r, act *x, uint32_t first, uint32_t end)
{
  subject s;
  /* "called for a return to talks, and | the holding (`aqd) of a dialogue" */
  const bool noun = x->word > first && (r->w->glance[x->word].pos & NOUNS);
  const bool hosts = x->frames[0].event == MH_EVENT_HOST;
  uint32_t i = past_set_off(r, x->word_end, end);
  const bool hosted = hosts && meeting_at(r, x, i, end) == NULL;
  const int32_t host = hosted && i < end ? r->m->actor_at[i] : -1;
  if (hosted) i = past_host(r, i, end);
  /* "the visit | saw the two agree": what it saw is told, not that it was */
  const bool head = x->word == first ||
                    (x->word == first + 1 && r->cls[first] == MH_W_CONJ);
  if (hosts && head && i == x->word_end) return false;
  const mh_match *m = meeting_at(r, x, i, end);
  if (m == NULL) return false;
  /* "held | the joint committee of X and Y its session": a body that meets */
  const bool body = (x->frames[0].takes & MH_TAKES_OBJECT) && holds_own(r, m, end);
  if (!between(r, m, hosted ? NEAR : BETWEEN, end, &s) &&
      (noun || body || hosted ||
       (!of_both(r, m, end, &s) && !of_them(r, m, end, &s) &&
        !of_those(r, x, m, end, &s))))
    return false;
  x->who = s;
  /* a state that hosts it has a part in it, a town is where it was */
  if (host >= 0 && r->m->actors[host].form == MH_ACTOR_NAME)
    for (uint8_t k = 0; k < r->m->actors[host].codes.n; k++)
      mh_codes_add(&x->who.codes, r->m->actors[host].codes.at[k]);
  x->act = x->outer = x->future ? MH_ACT_PLAN : MH_ACT_MEET;
  x->kind = MH_FRAME_ACT;
  x->content = i;
  x->takes = LED_OBJECT;
  return true;
}

/* "the works of the session were crowned, ..., | with (bi-) the signing of": the act noun that
 * ends what a meeting did; those who met, or else those in play, perform it. */
bool mh_statement__crowned(const reader *r, act *x, uint32_t end)
{
  const uint32_t stop = x->word_end + CROWNED < end ? x->word_end + CROWNED : end;
  for (uint32_t k = x->word_end; k < stop; k++) {
    act in;
    if (r->cls[k] == MH_W_AN || r->cls[k] == MH_W_CONJ || mh_statement__mark(r, k, ':'))
      return false;
    if (mh_statement__joined(r, k) != MH_PRO_BI ||
        !mh_statement__frames_at(r, k, NOUNS, &in) || in.n_frames == 0 ||
        !mh_statement__complement(r, &in, k + 1, end) ||
        (in.act != MH_ACT_SIGN && in.act != MH_ACT_AGREE))
      continue;
    x->act = x->outer = x->future ? MH_ACT_PLAN : in.act;
    x->kind = in.kind;
    x->content = in.content;
    x->takes = in.takes;
    x->inner = true;
    return true;
  }
  return false;
}

/* Those who met at the meeting that the verb of x is said of; none where that is not told. */
mh_codes mh_statement__who_met(reader *r, const act *x, uint32_t end)
{
  subject s = {.first = -1};
  const mh_match *m = meeting_at(r, x, x->word_end, end);
  if (m && !between(r, m, BETWEEN, end, &s) && !of_both(r, m, end, &s)) s.codes.n = 0;
  return s.codes;
}
