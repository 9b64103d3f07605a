/* quoted_of - "the agency quoted of the minister | that ..., | «...»": he says so, not the agency.
 *
 * "... of the minister | his saying that" is aside.c's.
 */
#include "content.h"

#define TELLER 20 /* tokens of who is reported to say */
#define WHERE  8  /* tokens from him to his words: when and where he said them */

/* A word like naqala: of whom it tells something stands behind `an. */
static bool quotes(const reader *r, uint32_t i)
{
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_VERB, true);
  if (y == NULL || r->m->actor_of[i] >= 0) return false;
  const mh_word *w = mh_lex_word(r->lex, y->word);
  const mh_frame *f = mh_lex_frames(r->lex, w);
  for (uint32_t n = 0; n < w->n_frames; n++)
    if (f[n].act == MH_ACT_STATE && f[n].kind == MH_FRAME_WEAK &&
        (f[n].takes & MH_TAKES_AN_PREP) && (f[n].takes & MH_TAKES_AN))
      return true;
  return false;
}

bool mh_statement__quoted_that(const reader *r, uint32_t i, uint32_t first, uint32_t end,
                               act *out)
{
  subject s;
  if (i + 2 >= end || !mh_statement__told_of(r, i, first, &s) || s.codes.n == 0 ||
      s.nobody)
    return false;
  uint32_t head = i;
  while (head > first && mh_statement__of_whom(r, head - 1) == 0) head--;
  if (head == first) return false;
  for (uint32_t v = head - 1; v-- > first && head - v < TELLER;) {
    if (r->cls[v] == MH_W_AN || relative(r, v) || mh_statement__comma(r, v)) return false;
    if (mh_statement__reading(r, v, 1u << MH_POS_VERB, true) == NULL ||
        r->m->actor_of[v] >= 0)
      continue;
    return quotes(r, v) && (mh_statement__says_so(out, v, v + 1, i, &s), true);
  }
  return false;
}

/* From token k on the quotation that follows behind no more than when and where; 0 none. */
static uint32_t words_behind(const reader *r, uint32_t k, uint32_t end)
{
  for (const uint32_t stop = k + WHERE; k + 1 < end && k < stop; k++) {
    if (mh_statement__quote_mark(r, k)) return mh_statement__quotation(r, k, end) ? k : 0;
    if (mh_statement__mark(r, k, ':')) return k + 1;
    const bool deed = r->w->glance[k].acts && r->m->actor_of[k] < 0;
    if (r->cls[k] == MH_W_AN || relative(r, k) || deed || mh_statement__mark(r, k, '.'))
      return 0;
  }
  return 0;
}

bool mh_statement__quoted_of(const reader *r, uint32_t i, uint32_t first, uint32_t end,
                             act *out)
{
  if (r->quoted[i] || !mh_statement__opens(r, i, first) || !quotes(r, i)) return false;
  for (uint32_t p = i + 1; p + 3 < end && p < i + TELLER; p++) {
    if (r->cls[p] == MH_W_AN || relative(r, p) || mh_statement__comma(r, p)) return false;
    const uint32_t k = mh_statement__of_whom(r, p);
    if (k == 0) continue;
    subject s;
    if (!(mh_statement__group(r, k, &s) || mh_statement__known_name(r, k, &s)) ||
        s.codes.n == 0 || s.nobody)
      return false;
    const uint32_t words = words_behind(r, s.end, end);
    if (words == 0) return false;
    mh_statement__says_so(out, i, i + 1, words, &s);
    out->takes = LED_QUOTE;
    return true;
  }
  return false;
}
