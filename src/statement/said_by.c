/* said_by - who it was that said so, told at the end of what was said: "according to what the
 * agency told", "adds the same source", "in his words".  "According to the law" is how it is to
 * be done.
 */
#include "content.h"

#define NOUNS   (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)
#define BETWEEN 10 /* tokens of who says so */

/* Between two dashes, or behind one: what goes on behind it. */
static bool put_in(const reader *r, uint32_t i)
{
  return i > 0 && tok(r, i - 1)->kind == MH_TOKEN_MARK &&
         !mh_statement__quote_mark(r, i - 1) && !mh_statement__comma(r, i - 1);
}

/* "... (bi-hasab) the agency N.": at the end of a clause the press, witnesses and the like. */
static bool ends_with_press(const reader *r, uint32_t i, uint32_t limit)
{
  const uint32_t n = i + width(r, i);
  if (n >= limit || limit - i > BETWEEN || put_in(r, i)) return false;
  const mh_match *m = mh_words_match(r->w, n, MH_PH_ROLE);
  if (m == NULL || m->value != MH_ROLE_NOBODY) return false;
  for (uint32_t k = n; k < limit; k++)
    if (mh_statement__comma(r, k) || r->cls[k] == MH_W_REL) return false;
  return true;
}

/* "according to a statement": a preposition and within a few words a document. */
bool mh_statement__names_source(const reader *r, uint32_t i, uint32_t limit)
{
  if (r->cls[i] != MH_W_SOURCE) return false;
  if (ends_with_press(r, i, limit)) return true;
  for (uint32_t k = i + 1; k < limit && k < i + 4; k++) {
    const mh_match *m = mh_words_match(r->w, k, MH_PH_ROLE);
    if (m && (m->value == MH_ROLE_DOCUMENT || m->value == MH_ROLE_PAPER))
      return mh_statement__agreement(r, k) ==
             0; /* "according to the agreement": as agreed */
  }
  return false;
}

/* "according to (li-) what the agency said": a verb of telling behind it; "what" with li- is
 * written like "when" (lamma). */
static bool as_told(const reader *r, uint32_t i, uint32_t limit)
{
  if (r->cls[i] != MH_W_SOURCE) return false;
  uint32_t k = i + width(r, i);
  if (k < limit && mh_statement__what(r, k)) k++;
  if (k >= limit) return false;
  const mh_reading *v = mh_statement__reading(r, k, 1u << MH_POS_VERB, true);
  for (uint32_t n = k + 1; n < limit && n < k + 3; n++) /* "to what stands in the law" */
    if (mh_statement__noun_of(r, n, MH_W_RULE, false)) return false;
  return v && (v->feats & MH_F_PERSON) == MH_F_3 &&
         (mh_statement__verb_of_saying(r, k) ||
          mh_lex_frames(r->lex, mh_lex_word(r->lex, v->word))->act == MH_ACT_STATE);
}

/* "according to (li-) the law", "their obligations", "the agreement": how something is to be done,
 * not who says so.  i: the word of source. */
static bool as_ruled(const reader *r, uint32_t i, uint32_t limit)
{
  const uint32_t k = i + width(r, i);
  if (r->cls[i] != MH_W_SOURCE || k >= limit) return false;
  if (mh_statement__noun_of(r, k, MH_W_RULE, false) ||
      mh_words_match(r->w, k, MH_PH_INSTRUMENT) || mh_statement__agreement(r, k))
    return true;
  const mh_reading *y = mh_statement__reading(r, k, NOUNS, true);
  return y && mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word))->act == MH_ACT_COMMIT;
}

/* "..., adds the same source": who says so at the end of what was said, with a verb of saying in
 * the imperfect. */
static bool adds(const reader *r, uint32_t i, uint32_t limit)
{
  const mh_reading *v = r->quoted[i] || mh_statement__and(r, i)
                            ? NULL
                            : mh_statement__reading(r, i, 1u << MH_POS_VERB, true);
  if (v == NULL || i + 1 >= limit || limit - i > BETWEEN || v->enc != MH_ENC_NONE ||
      (v->feats & (MH_F_TENSE | MH_F_PERSON)) != (MH_F_IMPERFECT | MH_F_3) ||
      mh_lex_frames(r->lex, mh_lex_word(r->lex, v->word))->act != MH_ACT_STATE)
    return false;
  const mh_match *m = mh_words_match(r->w, i + 1, MH_PH_ROLE);
  if (m == NULL && i + 2 < limit) m = mh_words_match(r->w, i + 2, MH_PH_ROLE);
  const int32_t at = r->m->actor_at[i + 1];
  if (m == NULL && at < 0) return false;
  const uint32_t end = at >= 0 ? r->m->actors[at].end : m->end;
  return end >= limit || tok(r, end)->kind == MH_TOKEN_MARK;
}

/* "..., in his words (`ala hadd qawlihi).": who says so, by a pronoun, at the end of a clause. */
bool mh_statement__in_his_words(const reader *r, uint32_t i)
{
  if (r->cls[i] != MH_W_SOURCE || width(r, i) < 2) return false;
  if (width(r, i) == 2 && put_in(r, i)) return false;
  const uint32_t n = i + width(r, i);
  return mh_statement__pronoun(r, n - 1) &&
         (n >= r->doc->n_tokens || (tok(r, n)->flags & MH_TF_LINE) ||
          tok(r, n)->kind == MH_TOKEN_MARK);
}

/* "..., | as (`ala ma) the ministry announced": what was told, and not "(thanked) for what he
 * did". */
static bool as_known(const reader *r, uint32_t i, uint32_t limit)
{
  if (mh_statement__prep(r, i) != MH_TAKES_ALA || width(r, i) != 1 || i + 2 >= limit ||
      r->cls[i + 1] != MH_W_REL || tok(r, i + 1)->n > 3 ||
      !(r->w->glance[i + 2].acts >> MH_POS_VERB & 1))
    return false;
  const mh_reading *v = mh_statement__reading(r, i + 2, 1u << MH_POS_VERB, true);
  return v && (v->feats & MH_F_PERSON) == MH_F_3 &&
         mh_statement__verb_of_saying(r, i + 2);
}

bool mh_statement__said_by(const reader *r, uint32_t i, uint32_t limit)
{
  return mh_statement__names_source(r, i, limit) || as_told(r, i, limit);
}

bool mh_statement__comma_said_by(const reader *r, uint32_t i, uint32_t limit)
{
  return r->cls[i] == MH_W_SOURCE ? !as_ruled(r, i, limit)
                                  : adds(r, i, limit) || as_known(r, i, limit);
}
