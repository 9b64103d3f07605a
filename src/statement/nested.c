/* nested - does a noun that wa- joins go with one that stands inside of what was said, rather than
 * with the noun that it began with?  "proposals to sell oil | and collect its price", "a tax on
 * banks | and oil": without a comma wa- joins what stands nearest to it.
 */
#include "split.h"

#define NOUNS  (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)
#define NEAR   30 /* tokens back from wa- to what it may join */
#define PAIRED 8  /* tokens from "between" to its "and" */

/* How a noun is written, which two that are joined share. */
typedef enum shape {
  SHAPE_NONE,
  SHAPE_DEED,  /* a verbal noun, bare       */
  SHAPE_KNOWN, /* a noun with the article   */
  SHAPE_LOOSE  /* one that is neither       */
} shape;

static shape shape_of(const reader *r, uint32_t i)
{
  const unsigned pos = r->w->glance[i].pos;
  if (tok(r, i)->kind != MH_TOKEN_WORD || r->cls[i] != MH_W_NONE) return SHAPE_NONE;
  if (mh_statement__article(r, i) || mh_statement__has_al(r, i))
    return pos == 0 || (pos & NOUNS) ? SHAPE_KNOWN : SHAPE_NONE;
  if (pos >> MH_POS_MASDAR & 1) return SHAPE_DEED;
  return pos == 0 || (pos & NOUNS) ? SHAPE_LOOSE : SHAPE_NONE;
}

/* "(between) the two countries": a dual is both sides. */
static bool both(const reader *r, uint32_t i)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++)
    if ((mh_words_reading(r->w, i, k)->feats & MH_F_NUMBER) == MH_F_DU) return true;
  return r->m->actor_of[i] >= 0 && r->m->actors[r->m->actor_of[i]].form == MH_ACTOR_ROLE;
}

bool mh_statement__other_side(const reader *r, uint32_t from, uint32_t i)
{
  for (uint32_t k = i; k-- > from && i - k <= PAIRED;) {
    if (mh_statement__comma(r, k) || mh_statement__and(r, k)) return false;
    const mh_token *t = tok(r, k);
    if (r->cls[k] == MH_W_PREP && t->n == 3 && mh_key_letter(t->key, 0) == MH_L_BA &&
        mh_key_letter(t->key, 1) == MH_L_YA && mh_key_letter(t->key, 2) == MH_L_NUN)
      return !both(r, k + 1);
  }
  return false;
}

/* Does a preposition, apart or joined, lead the noun at k? */
static bool led(const reader *r, uint32_t k)
{
  return mh_statement__joined(r, k) || (k && r->cls[k - 1] == MH_W_PREP);
}

/* "its wish | for (fi) X | and Y": the first noun that a preposition leads behind an act noun is
 * what the act is about, and so is what wa- joins to that. */
static uint32_t object_of_noun(const reader *r, uint32_t from, uint32_t i)
{
  if (!mh_statement__act_noun(r, from)) return NO_TOKEN;
  for (uint32_t k = from + 1; k < i; k++)
    if (led(r, k) && shape_of(r, k) != SHAPE_NONE) return k;
  return NO_TOKEN;
}

bool mh_statement__nested(const reader *r, const act *x, uint32_t from, uint32_t i)
{
  if (i <= from + 1 || mh_statement__comma(r, i - 1)) return false;
  const shape like = shape_of(r, i);
  if (like == SHAPE_NONE || like == SHAPE_LOOSE) return false;
  if (like == SHAPE_KNOWN &&
      (shape_of(r, from) == SHAPE_KNOWN || mh_statement__leads_on(r, i)))
    return false;
  if (mh_statement__act_of_part(r, x, i) != x->act) return false;
  const uint32_t object = object_of_noun(r, from, i);
  for (uint32_t k = i; k-- > from + 1 && i - k <= NEAR;) {
    if (mh_statement__comma(r, k)) return false;
    if (mh_statement__and(r, k) || r->m->actor_of[k] >= 0 || shape_of(r, k) != like)
      continue;
    if (k == object) return false;
    if (led(r, k) || (like == SHAPE_KNOWN && k + 1 == i)) return true;
  }
  return false;
}
