/* declares - documents that speak in their own voice: a declaration of leaders ("We, the heads
 * of state of N. and N., affirm ..."), a resolution ("The council, recalling ..., decides ...").
 *
 * Who declares is noted once; the verbs that follow, point by point, are read as any other
 * (clause.c) and go back to him (carry.c).  What somebody is quoted to say with "we" is not
 * this: that is note_speech()'s in statement.c.
 */
#include "inside.h"

static bool letters(const mh_token *t, int from, int a, int b, int c)
{
  return mh_key_letter(t->key, from) == a && mh_key_letter(t->key, from + 1) == b &&
         mh_key_letter(t->key, from + 2) == c;
}

/* nahnu; innana. */
static bool we_word(const mh_token *t)
{
  const int skip = mh_key_letter(t->key, 0) == MH_L_WAW;
  if (t->n == 3 + skip) return letters(t, skip, MH_L_NUN, MH_L_HAH, MH_L_NUN);
  return t->n == 4 + skip && letters(t, skip, MH_L_ALEF, MH_L_NUN, MH_L_NUN) &&
         mh_key_letter(t->key, skip + 3) == MH_L_ALEF;
}

/* idh: "as it recalls". */
static bool whereas(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  const int skip = mh_key_letter(t->key, 0) == MH_L_WAW;
  return t->n == 2 + skip && mh_key_letter(t->key, skip) == MH_L_ALEF &&
         mh_key_letter(t->key, skip + 1) == MH_L_THAL;
}

/* A definite plural in the oblique: "(we,) the participants", "the undersigned". */
static bool those_who(const mh_token *t)
{
  return t->n > 6 && mh_key_letter(t->key, 0) == MH_L_ALEF &&
         mh_key_letter(t->key, 1) == MH_L_LAM &&
         mh_statement__letter_back(t, 0) == MH_L_NUN &&
         mh_statement__letter_back(t, 1) == MH_L_YA;
}

/* Past the number of a point and its mark. */
static uint32_t past_marks(const reader *r, const mh_sentence *s)
{
  uint32_t i = s->first;
  while (i < s->end &&
         (tok(r, i)->kind == MH_TOKEN_NUMBER || tok(r, i)->kind == MH_TOKEN_MARK))
    i++;
  return i;
}

/* Those who declare, from token i on; none when it is nobody who could. */
static mh_codes declarers(const reader *r, uint32_t i, uint32_t end)
{
  subject g;
  mh_codes none = {.n = 0};
  if (i < end && mh_statement__comma(r, i)) i++;
  if (i >= end) return none;
  if (mh_statement__group(r, i, &g)) {
    const uint8_t form = r->m->actors[g.first].form;
    if (form == MH_ACTOR_PERSON || form == MH_ACTOR_CAPITAL) return none;
    if (g.codes.n && !g.unresolved) return g.codes;
  } else if (!those_who(tok(r, i))) {
    return none;
  }
  if (r->parties.n > 1) return r->parties;
  mh_codes_add(&none, "OTHER");
  return none;
}

/* "The council, | recalling": where it stands at the head of a sentence, with inna. */
static bool resolves(const reader *r, const mh_sentence *s, mh_codes *who)
{
  subject g;
  uint32_t i = s->first;
  if (r->cls[i] == MH_W_AN) i++;
  if (i >= s->end || !mh_statement__group(r, i, &g) || g.codes.n == 0 || g.unresolved)
    return false;
  if (g.end + 1 >= s->end || !mh_statement__comma(r, g.end) || !whereas(r, g.end + 1))
    return false;
  *who = g.codes;
  return true;
}

void mh_statement__declares(reader *r, const mh_sentence *s)
{
  mh_codes who = {.n = 0};
  r->declares = 0;
  const uint32_t i = past_marks(r, s);
  if (i + 1 >= s->end || r->quoted[i]) return;
  if (we_word(tok(r, i))) {
    who = declarers(r, i + 1, s->end);
    if (who.n == 0) return;
    r->declarer = who;
    r->declares = i + 1;
    r->plain = true;
    return;
  }
  if (!resolves(r, s, &who)) return;
  r->resolver = r->plain = true;
  r->last = who;
  if (who.n == 1) r->last_one = who;
  for (int k = 0; k < 2; k++) {
    r->by_gender[k].codes = who;
    r->by_gender[k].document = false;
  }
  r->stranger = 0;
  r->acted = s->paragraph;
}
