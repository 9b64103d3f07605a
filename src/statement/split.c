/* split - where a content is split because its parts concern different files, each a phrase that
 * can stand alone.  What was discussed is discussed.c's; where a content ends is tail.c's.
 */
#include "split.h"
#include "worth.h"

#define SPLIT_MOST 400 /* tokens; a longer content is no list of points */
#define LINKS      48  /* of a chain of "and that" that are weighed: the rest stays one */

/* Do two parts concern different files, so that each is a statement of its own? */
static bool apart(const topics *a, const topics *b, int head)
{
  if (mh_statement__share(a, b) || a->n == 0 || b->n == 0) return false;
  if (b->countries) return true;
  return !a->countries && a->strong && b->strong && head == 2;
}

/* "even if it was", wa-in kana: written like "and that", behind which no verb stands. */
static bool even_if(const reader *r, uint32_t i)
{
  return !mh_statement__pronoun(r, i) && mh_statement__was(r, i + 1);
}

/* "said that X, and that Y": the same "that" once more, with wa-. */
static bool that_again(const reader *r, const act *x, uint32_t i)
{
  return x->that && r->cls[i] == MH_W_AN && mh_statement__joined_here(r, i) &&
         (!r->quoted[i] || r->quoted[x->that + 1]) && !even_if(r, i) &&
         mh_statement__infinitive(r, i) == mh_statement__infinitive(r, x->that);
}

/* "called for (ila) X and for Y": with wa- it is written like the word for a governor. */
static bool to_again(const reader *r, const act *x, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return mh_statement__prep(r, x->content - 1) == MH_TAKES_ILA && t->n == 4 &&
         mh_key_letter(t->key, 0) == MH_L_WAW && mh_key_letter(t->key, 1) == MH_L_ALEF &&
         mh_key_letter(t->key, 2) == MH_L_LAM && mh_key_letter(t->key, 3) == MH_L_YA &&
         r->m->actor_of[i] < 0;
}

/* "welcomed (bi-) X and (wa-bi-) Y": the joined preposition once more. */
static bool joined_again(const reader *r, const act *x, uint32_t i)
{
  const unsigned led = mh_statement__joined(r, x->content);
  return x->takes == LED_PREP && led && mh_statement__joined(r, i) == led &&
         r->cls[i] == MH_W_NONE && r->m->when_at[i] < 0;
}

/* "and also": what stands behind it is joined as behind wa-. */
static bool and_also(const reader *r, uint32_t i)
{
  return r->cls[i] == MH_W_AND && mh_key_letter(tok(r, i)->key, 0) == MH_L_WAW &&
         tok(r, i)->n > 1;
}

/* Is what was said quoted from its first word on? */
static bool quoted_first(const reader *r, const act *x)
{
  const uint32_t i = x->content + mh_statement__quote_mark(r, x->content);
  return i < r->doc->n_tokens && r->quoted[i];
}

/* "stressed the need for X, and (stressed) the importance of Y": the preposition or the "that"
 * that led the content, once more with wa-.  The token the new part begins with. */
static uint32_t led_again(const reader *r, const act *x, uint32_t i, uint32_t end)
{
  if (x->content == 0 || i + 1 >= end) return NO_TOKEN;
  if (that_again(r, x, i)) return i;
  if (r->cls[x->content] == MH_W_AN || (r->quoted[i] && !quoted_first(r, x)))
    return NO_TOKEN;
  if (to_again(r, x, i)) return i + 1;
  const unsigned led = mh_statement__prep(r, x->content - 1);
  if (and_also(r, i) && i + 2 < end) {
    if (joined_again(r, x, i + 1)) return i + 1;
    return led && led != MH_TAKES_HAWLA && mh_statement__prep(r, i + 1) == led ? i + 2
                                                                               : NO_TOKEN;
  }
  if (!mh_statement__and(r, i)) return NO_TOKEN;
  if (joined_again(r, x, i)) return i;
  if (led == 0 || led == MH_TAKES_HAWLA || mh_statement__prep(r, i) != led)
    return NO_TOKEN;
  return led == MH_TAKES_FI ? NO_TOKEN : i + 1;
}

/* "that N. calls them terrorists, and that the terrorists of M.": both name states, and none
 * of the same. */
static bool other_states(const topics *a, const topics *b)
{
  for (uint8_t i = 0; i < a->n; i++)
    for (uint8_t k = 0; k < b->n; k++)
      if (strncmp(a->id[i], "country:", 8) == 0 && strcmp(a->id[i], b->id[k]) == 0)
        return false;
  return a->countries && b->countries;
}

/* "that the deal is weak, | and that it will not last": what will not be so is said of the thing
 * behind the first "that", not of who speaks. */
static bool of_thing(const reader *r, const act *x, uint32_t i)
{
  const uint32_t thing = x->that + 1;
  return mh_statement__pronoun(r, i) && r->cls[i + 1] == MH_W_NEG &&
         !mh_statement__pronoun(r, x->that) && r->cls[thing] == MH_W_NONE &&
         (r->m->actor_of[thing] < 0 ||
          r->m->actors[r->m->actor_of[thing]].role == MH_ROLE_DOCUMENT);
}

act mh_statement__again(const reader *r, const act *x, uint32_t at, uint32_t end)
{
  act y = *x;
  y.act = x->outer;
  y.inner = false;
  y.word = x->outer_word;
  if (y.word != x->word) y.word_end = y.word + 1;
  if (x->outer_who.codes.n) y.who = x->outer_who;
  y.content = at;
  if (r->cls[at] == MH_W_AN) y.takes = LED_THAT;
  mh_statement__inner(r, &y, end);
  return y;
}

/* "that X, and that Y": two statements where they perform different acts or concern different
 * files; what is said of one thing stays one. */
static mh_status another_that(reader *r, const act *x, uint32_t from, uint32_t i,
                              bool *out)
{
  topics a, b;
  uint32_t to = i + 2;
  while (to < x->end && led_again(r, x, to, x->end) == NO_TOKEN) to++;
  const act y = mh_statement__again(r, x, i, to);
  *out = y.act != x->act && !(x->that && y.act == MH_ACT_PLAN && of_thing(r, x, i));
  if (*out) return MH_OK;
  MH_TRY(mh_statement__topics(r, from, i, x, false, &a));
  MH_TRY(mh_statement__topics(r, i, to, &y, false, &b));
  *out = a.n && b.n && !mh_statement__pronoun(r, i) &&
         (!mh_statement__share(&a, &b) || other_states(&a, &b));
  return MH_OK;
}

/* Does what "and also" leads at i go on with other files than what stands from `from` to it? */
static mh_status other_files(reader *r, const act *x, uint32_t from, uint32_t i,
                             uint32_t again, bool *out)
{
  topics a, b;
  MH_TRY(mh_statement__topics(r, from, i, x, false, &a));
  MH_TRY(mh_statement__topics(r, again, x->end, x, false, &b));
  *out = a.n && b.n && !mh_statement__share(&a, &b);
  return MH_OK;
}

/* Split at "that" or the preposition once more; *n is 0 where there is none. */
static mh_status split_again(reader *r, const act *x, part out[PIECES], uint32_t *n)
{
  uint32_t from = x->content, again, links = 0;
  for (uint32_t i = from + 2; i < x->end && *n + 1 < PIECES; i++) {
    if ((again = led_again(r, x, i, x->end)) == NO_TOKEN) continue;
    const uint32_t stop = mh_statement__trim_end(r, from, i);
    bool apart_from = true;
    if (again == i && ++links > LINKS) break;
    if (and_also(r, i))
      MH_TRY(other_files(r, x, from, i, again, &apart_from));
    else if (again == i)
      MH_TRY(another_that(r, x, from, i, &apart_from));
    if (!apart_from) continue;
    if (stop > from) {
      out[*n] = (part){from, stop, *n > 0};
      ++*n;
    }
    from = again;
    i = again;
  }
  if (*n) {
    out[*n] = (part){from, x->end, true};
    ++*n;
  }
  return MH_OK;
}

/* What is no list of files, whatever it names. */
static bool whole(const reader *r, const act *x)
{
  uint32_t lead = x->content; /* past quotation marks */
  while (lead + 1 < x->end && mh_statement__quote_mark(r, lead)) lead++;
  return x->whole || x->end - x->content > SPLIT_MOST || x->act == MH_ACT_MEET ||
         x->act == MH_ACT_SIGN || x->takes == LED_THAT || x->takes == LED_QUOTE ||
         r->cls[lead] == MH_W_AN;
}

/* Has what stands in [first, end) a finite verb? */
static bool has_verb(const reader *r, uint32_t first, uint32_t end)
{
  for (uint32_t k = first; k < end; k++)
    if (r->cls[k] == MH_W_AUX ||
        (r->cls[k] == MH_W_NONE && r->m->actor_of[k] < 0 &&
         mh_statement__reading(r, k, 1u << MH_POS_VERB, false) &&
         !mh_statement__reading(r, k, 1u << MH_POS_MASDAR | 1u << MH_POS_NOUN, false)))
      return true;
  return false;
}

/* "that a mechanism was set up for X, | as well as Y": of what somebody says is so only what
 * such words lead behind its comma, on a file of its own. */
static mh_status split_beside(reader *r, const act *x, part out[PIECES], uint32_t *n)
{
  topics a, b;
  uint32_t from = x->content;
  const bool long_one = x->whole || x->end - from > SPLIT_MOST;
  for (uint32_t i = from + 2; !long_one && i < x->end && *n + 1 < PIECES; i++) {
    if (!mh_statement__comma(r, i - 1) || r->quoted[i] || r->cls_end[i] < 2) continue;
    const uint32_t p = mh_statement__part_at(r, i, x->end);
    if (p == NO_TOKEN || p <= i + 1 || !mh_statement__headed(r, p)) continue;
    if (from == x->content && !has_verb(r, from, i)) continue;
    MH_TRY(mh_statement__topics(r, from, i, x, false, &a));
    MH_TRY(mh_statement__topics(r, p, x->end, x, false, &b));
    if (mh_statement__share(&a, &b) || !(a.strong || a.countries) ||
        !(b.strong || b.countries) || mh_statement__points_back(r, p, x->end))
      continue;
    out[(*n)++] = (part){from, mh_statement__trim_end(r, from, i), false};
    from = p;
  }
  out[(*n)++] = (part){from, x->end, false};
  return MH_OK;
}

/* "its meddling in X and Y, | as well as Z": a state's name alone is one more of what is told
 * off; no phrase that can stand by itself. */
static bool name_alone(const reader *r, uint32_t p, uint32_t end)
{
  const int32_t a = r->m->actor_at[p];
  return a >= 0 && r->m->actors[a].form == MH_ACTOR_NAME &&
         r->m->actors[a].end >= mh_statement__trim_end(r, p, end);
}

/* Is what stands from `from` to i nothing but a noun of one's own: "his (sincere) condolences",
 * "the (sincere) condolences of N."? */
static bool bare_noun(const reader *r, uint32_t from, uint32_t i)
{
  if (i - from <= 2 && mh_statement__pronoun(r, i - 1)) return true;
  for (uint32_t k = from + 1; k < i && k < from + 3; k++) {
    const int32_t a = r->m->actor_at[k];
    if (a >= 0) return r->m->actors[a].end == i;
  }
  return false;
}

/* "his sincere condolences | and sympathy to N. in the loss of": behind a noun of one's own with
 * no complement, the next, which does the same, has one that belongs to both. */
static bool shares(const reader *r, const act *x, uint32_t from, uint32_t i)
{
  return tok(r, from)->kind == MH_TOKEN_WORD && mh_statement__and(r, i) &&
         mh_statement__pronoun(r, i) && bare_noun(r, from, i) &&
         mh_statement__act_of_part(r, x, i) == x->act;
}

/* "medical (aid) | and relief": one more adjective of the noun that the word before i is one of;
 * both end like those made of nouns. */
static bool one_more_adjective(const reader *r, uint32_t i)
{
  for (uint32_t k = i - 1; k <= i; k++) {
    const mh_token *t = tok(r, k);
    if (t->kind != MH_TOKEN_WORD || t->n < 4 || !(t->flags & MH_TF_MARBUTA) ||
        mh_statement__letter_back(t, 1) != MH_L_YA || mh_statement__article(r, k) ||
        (r->w->glance[k].pos & (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)))
      return false;
  }
  return mh_statement__and(r, i);
}

static mh_status split_noun(reader *r, const act *x, part out[PIECES], uint32_t *n)
{
  topics have, next;
  uint32_t from = x->content, loose = NO_TOKEN;
  const int lead = mh_statement__headed(r, from);
  bool listed = false, definite = false, more = false;
  MH_TRY(mh_statement__topics(r, x->content, x->end, x, false, &have));
  const bool one_file = have.n < 2;
  for (uint32_t i = from + 1; i < x->end && *n + 1 < PIECES; i++) {
    /* "including", "among them": a list follows that belongs to what was said */
    if (r->cls[i] == MH_W_SUCH && r->cls_end[i] && i + width(r, i) < x->end &&
        r->cls[i + width(r, i)] != MH_W_PREP)
      listed = true,
      definite = tok(r, i)->n == 2 && mh_statement__article(r, i + width(r, i));
    if (mh_statement__among(r, i, x->end)) listed = true;
    const uint32_t p = mh_statement__part_at(r, i, x->end);
    /* "in the field of X | and Y": the second of what is listed */
    const bool second = listed && !more && p == i && !mh_statement__comma(r, i - 1) &&
                        !mh_statement__pronoun(r, i);
    more = more || second;
    if (p == NO_TOKEN || !mh_statement__part_begins(r, x, from, i, p)) continue;
    if (name_alone(r, p, mh_statement__part_end(r, p, x->end))) continue;
    if (p == i && (shares(r, x, from, i) || one_more_adjective(r, i))) continue;
    if (mh_statement__own_act(r, x, p, x->end)) {
      out[(*n)++] = (part){from, mh_statement__trim_end(r, from, i), false};
      from = p;
      continue;
    }
    const int head = one_file ? 0 : mh_statement__headed(r, p);
    if (head == 0 || (p == i && mh_statement__nested(r, x, from, i))) continue;
    /* "in the fields of X and Y, and the support of Z": the list is over */
    if (listed && definite && head == 2 && !mh_statement__article(r, p)) {
      MH_TRY(mh_statement__topics(r, p, mh_statement__part_end(r, p, x->end), x, false,
                                  &next));
      listed = second && next.countries == 0;
    }
    if (lead == 2 && head < 2 && p == i &&
        !(mh_statement__article(r, from) && mh_statement__definite_thing(r, p)))
      continue;
    if (mh_statement__evaluative(r, from)) {
      /* governed by the same head */
      MH_TRY(mh_statement__topics(r, p, x->end, x, false, &next));
      MH_TRY(mh_statement__topics(r, from, i, x, false, &have));
      if (!(have.countries && next.countries && !mh_statement__share(&have, &next)))
        continue;
    }
    MH_TRY(mh_statement__topics(r, from, i, x, false, &have));
    MH_TRY(mh_statement__topics(r, p, mh_statement__part_end(r, p, x->end), x, false,
                                &next));
    if (mh_statement__goes_back(r, p, x->end) || (listed && r->cls_end[i] < 2) ||
        !apart(&have, &next, head)) {
      /* a part after a comma that names no file of its own goes with what follows it */
      const bool comma = i > from + 1 && mh_statement__comma(r, i - 1);
      if (comma && next.strong == 0 && next.countries == 0) loose = p;
      continue;
    }
    const bool back = loose != NO_TOKEN && !mh_statement__comma(r, i - 1);
    out[(*n)++] = (part){from, mh_statement__trim_end(r, from, back ? loose : i), false};
    from = back ? loose : p;
    loose = NO_TOKEN;
  }
  out[(*n)++] = (part){from, x->end, false};
  return MH_OK;
}

mh_status mh_statement__split(reader *r, const act *x, part out[PIECES], uint32_t *n)
{
  *n = 0;
  MH_TRY(split_again(r, x, out, n));
  if (*n) return MH_OK;
  if (x->takes == LED_THAT || r->cls[x->content] == MH_W_AN)
    return split_beside(r, x, out, n);
  if (whole(r, x)) {
    out[(*n)++] = (part){x->content, x->end, false};
    return MH_OK;
  }
  if (mh_statement__discusses(x)) return mh_statement__split_discussed(r, x, out, n);
  return split_noun(r, x, out, n);
}
