/* told_at - where, when and by whom it was told, at the end of what was said: "in a press
 * conference", "and that in a comment on", "and that according to a statement".
 */
#include "content.h"

#define DAY 8 /* tokens of a day with its month and year */

/* A noun of telling at i: "comment", "answer". */
static bool of_telling(const reader *r, uint32_t i)
{
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_MASDAR, true);
  return y && mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word))->act == MH_ACT_STATE;
}

/* "in a press conference", "in his speech", "during a meeting with N.": where he spoke. */
bool mh_statement__told_where(const reader *r, uint32_t i, uint32_t limit)
{
  const bool in = mh_statement__prep(r, i) == MH_TAKES_FI;
  if (r->cls[i] != MH_W_PREP || !(in || mh_statement__setting(r, i))) return false;
  const uint32_t k = i + width(r, i);
  if (k >= limit) return false;
  if (mh_statement__noun_of(r, k, MH_W_SPEECH, false)) return true;
  const mh_match *m = mh_words_match(r->w, k, MH_PH_MEETING);
  if (m == NULL) return false;
  /* "in a conference on X" may be where X will be; "in a press conference" is where he spoke */
  return !in || (m->end > m->first + 1 && mh_lex_meeting(r->lex, m->value)->level == 1);
}

/* "according to what N. put out", "to N.", "to statements that": who says so; the proposal or the
 * number by which something is done says nothing. */
static bool from_whom(const reader *r, uint32_t i, uint32_t limit)
{
  const uint32_t k = i + width(r, i);
  if (r->cls[i] != MH_W_SOURCE || k >= limit) return false;
  if (mh_statement__what(r, k)) /* but "to what the law provides for (`ala)" */
    return k + 2 < limit && mh_statement__prep(r, k + 2) != MH_TAKES_ALA;
  return mh_statement__said_by(r, i, limit) || r->m->actor_at[k] >= 0 ||
         mh_statement__noun_of(r, k, MH_W_SPEECH, false) ||
         mh_statement__noun_of(r, k, MH_W_ACCOUNT, false);
}

/* "in a telephone call", "in the course of her comment on", "during a session that": within a few
 * words behind the preposition at k something in which one speaks or meets. */
static bool told_there(const reader *r, uint32_t k, uint32_t limit)
{
  if (r->cls[k] != MH_W_PREP) return false;
  if (mh_statement__prep(r, k) != MH_TAKES_FI && !mh_statement__setting(r, k)) {
    /* "in answer to": the preposition is a noun of telling itself */
    return width(r, k) > 1 && of_telling(r, k);
  }
  for (uint32_t n = k + 1; n < limit && n < k + 4; n++) {
    if (tok(r, n)->kind != MH_TOKEN_WORD || r->cls[n] == MH_W_REL || r->cls[n] == MH_W_AN)
      return false;
    if (mh_statement__noun_of(r, n, MH_W_SPEECH, false) || of_telling(r, n) ||
        mh_words_match(r->w, n, MH_PH_MEETING))
      return true;
  }
  return false;
}

/* "and that in a press conference", "and that after": when and where it was said.  Of what is
 * `said` to be so, "and that thanks to", "by way of" tell how. */
bool mh_statement__and_that(const reader *r, uint32_t i, uint32_t limit, bool said)
{
  if (r->cls[i] != MH_W_DEM || !mh_statement__and(r, i) || i + 1 >= limit) return false;
  const uint32_t k = i + 1;
  if (r->cls[k] == MH_W_SUB || r->cls[k] == MH_W_TELLER) return true;
  if (from_whom(r, k, limit)) return true;
  if (mh_statement__told_where(r, k, limit) || told_there(r, k, limit)) return true;
  const bool comma = mh_statement__comma(r, i - 1);
  if (r->cls[k] == MH_W_OTHER && width(r, k) > 1) return comma; /* in answer to */
  if (mh_statement__quote_mark(r, i - 1)) return r->cls[k] == MH_W_PREP;
  return comma && mh_statement__prep(r, k) == MH_TAKES_HAWLA &&
         (!said || mh_statement__setting(r, k));
}

/* "..., | and in June" at the end is when the next was done, but not the second day of two. */
uint32_t mh_statement__day_ahead(const reader *r, uint32_t first, uint32_t end)
{
  for (uint32_t i = end; i-- > first + 2 && i + DAY >= end;) {
    const int32_t d = r->m->when_at[i];
    if (d < 0) continue;
    const uint32_t p = mh_statement__prep(r, i) ? i : i - 1;
    /* a preposition that begins with waw has it joined, though "and in" is written like "kept" */
    if (r->m->whens.at[d].end != end || mh_key_letter(tok(r, p)->key, 0) != MH_L_WAW ||
        mh_statement__prep(r, p) != MH_TAKES_FI || !mh_statement__comma(r, p - 1))
      return end;
    for (uint32_t k = 0; k + 1 < p - first && k < DAY; k++) {
      const int32_t other = r->m->when_at[p - 2 - k];
      if (other >= 0 && r->m->whens.at[other].end == p - 1) return end;
    }
    return p;
  }
  return end;
}
