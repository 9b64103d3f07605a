/* quoted_stop - where a sentence inside of a quotation is over, and what is quoted behind it.
 *
 * A quotation stays together, so a sentence of the text may hold several: "«we reject X. It is
 * late there», he said".  What is rejected ends with its own; the rest is what he says besides.
 */
#include "content.h"

#define LEAST 4 /* tokens of what is told besides */

/* Does the mark at i end a sentence?  Two dots are a pause, one behind a letter is a name's. */
static bool stops(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  if (t->kind != MH_TOKEN_MARK || i == 0 || i + 1 >= r->doc->n_tokens) return false;
  switch (t->value) {
  case '.':
    return t[-1].kind != MH_TOKEN_MARK && t[1].kind != MH_TOKEN_MARK && t[-1].n != 1 &&
           t->at + t->len < t[1].at;
  case '!':
  case '?':
  case MH_QUESTION: return true;
  default: return false;
  }
}

/* Does x act inside of a quotation, and is what it says no quotation of its own? */
static bool inside(const reader *r, const act *x)
{
  return r->quoted[x->word] && r->quoted[x->content] && x->takes != LED_QUOTE;
}

uint32_t mh_statement__quoted_stop(const reader *r, const act *x, uint32_t limit)
{
  if (!inside(r, x)) return limit;
  uint32_t i = x->content + 1;
  while (i < limit && r->quoted[i] && !stops(r, i)) i++;
  return i;
}

bool mh_statement__quoted_rest(const reader *r, const act *x, uint32_t stop,
                               uint32_t limit, act *rest)
{
  if (!inside(r, x) || x->teller == 0 || stop + 1 >= limit || !stops(r, stop) ||
      !r->quoted[stop] || tok(r, x->teller - 1)->kind != MH_TOKEN_WORD)
    return false;
  uint32_t end = stop + 1, words = 0;
  for (; end < limit && r->quoted[end]; end++)
    words += tok(r, end)->kind == MH_TOKEN_WORD;
  if (words < LEAST) return false;
  *rest = *x;
  rest->word = x->teller - 1;
  rest->word_end = x->teller;
  rest->act = rest->outer = MH_ACT_STATE;
  rest->inner = rest->joined = rest->renewed = false;
  if (x->inner && x->outer_who.codes.n) rest->who = x->outer_who;
  /* "we spoke about X. The bank ...": both did, and one tells it */
  if (rest->who.codes.n > 1 && r->speaker.n == 1 &&
      mh_codes_has(&rest->who.codes, r->speaker.at[0]))
    rest->who.codes = r->speaker;
  rest->whole = true;
  rest->takes = LED_QUOTE;
  rest->content = stop + 1;
  rest->end = mh_statement__trim_end(r, stop + 1, end);
  return true;
}
