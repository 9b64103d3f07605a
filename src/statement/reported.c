/* reported - what stands in quotation marks though nobody is quoted.
 *
 * Some agencies put into marks whatever a statement or an official is told to have said behind
 * "that", and tell it in the third person: the ministry said that "the minister received the
 * envoy, and stressed X".  Where such a clause begins with one of those who tell and what he
 * did, who acts inside of the marks acts as if they were not there.  What holds a first person
 * is a quotation, and what is told of others stays whole.
 */
#include <string.h>

#include "inside.h"

/* Does token i speak for who is quoted: "we", "our", a verb that can be nothing but the first
 * person's, or the second's? */
static bool speaks(const reader *r, uint32_t i)
{
  if (r->m->actor_of[i] >= 0) return false;
  bool third = false, self = false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->enc == MH_ENC_NA) return true;
    const bool other = y->word && MH_F_POS_OF(y->feats) == MH_POS_VERB &&
                       (y->feats & MH_F_PERSON) != MH_F_3;
    self = self || other;
    third = third || !other;
  }
  return self && !third;
}

/* The last token in marks behind the opening one at i; i where it holds what is said in the
 * first person, or several sentences. */
static uint32_t third_persons(const reader *r, uint32_t i, uint32_t end)
{
  uint32_t z = i;
  for (; z < end && r->quoted[z]; z++)
    if (speaks(r, z) || mh_statement__mark(r, z, '.')) return i;
  return z;
}

void mh_statement__look_through(reader *r, const mh_sentence *s)
{
  for (uint32_t i = s->first + 2; i + 2 < s->end; i++) {
    if (!r->quoted[i] || r->quoted[i - 1] || r->cls[i - 1] != MH_W_AN ||
        mh_statement__infinitive(r, i - 1))
      continue;
    const uint32_t z = third_persons(r, i, s->end);
    memset(r->quoted + i, MH_QUOTED_TOLD, z - i);
  }
}

/* Are all of these among those? */
static bool among(const mh_codes *some, const mh_codes *all)
{
  for (uint8_t k = 0; k < some->n; k++)
    if (!mh_codes_has(all, some->at[k])) return false;
  return some->n > 0;
}

/* Does what is told in marks, from token i on, begin with one of those who tell, and then what
 * he did? */
static bool own_deed(const reader *r, uint32_t i)
{
  subject g;
  if (r->outer_at == NO_TOKEN || r->outer_at >= i ||
      !(mh_statement__group(r, i, &g) || mh_statement__known_name(r, i, &g)) ||
      g.end >= r->doc->n_tokens || r->quoted[g.end] != MH_QUOTED_TOLD)
    return false;
  const mh_reading *y = mh_statement__reading(r, g.end, 1u << MH_POS_VERB, true);
  return y && y->enc == MH_ENC_NONE && (y->feats & MH_F_TENSE) == MH_F_PERFECT &&
         among(&g.codes, &r->last);
}

void mh_statement__told_here(reader *r, uint32_t i)
{
  uint32_t k = i;
  while (k > 0 && r->quoted[k - 1] == MH_QUOTED_TOLD) k--;
  if (r->reported == k + 1) return;
  if (own_deed(r, k + 1)) {
    r->reported = k + 1;
    return;
  }
  for (; k < r->doc->n_tokens && r->quoted[k] == MH_QUOTED_TOLD; k++) r->quoted[k] = 1;
}
