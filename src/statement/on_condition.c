/* on_condition - what is told behind its own condition or setting: "said that if they close the
 * border, we shall ...", "that from May on, France will ...".  The clause that comes first is no
 * statement by itself, and what follows it behind the comma belongs to what is said.
 */
#include "content.h"

/* Does nothing but a condition, or a clause of when or while, stand from `head` to `to`: no
 * comma before the last token, and what is quoted in it closed? */
static bool only_condition(const reader *r, uint32_t head, uint32_t to)
{
  uint32_t marks = 0, commas = 0;
  /* "then (fa-) will | X": the particle of the future stands before its verb */
  if (to > head + 1 && r->cls[to - 1] == MH_W_FUT) to--;
  if (head >= to || r->cls[head] != MH_W_SUB ||
      mh_key_letter(tok(r, to)->key, 0) == MH_L_WAW)
    return false;
  for (uint32_t i = head; i < to; i++) {
    if (mh_statement__mark(r, i, '.')) return false;
    marks += mh_statement__quote_mark(r, i);
    commas += mh_statement__comma(r, i);
  }
  if (marks % 2) return false;
  return mh_key_letter(tok(r, to)->key, 0) == MH_L_FA ||
         (commas == 1 && mh_statement__comma(r, to - 1));
}

/* annahu, innahu: "that it", whoever acts. */
static bool it(const mh_token *t)
{
  return t->n >= 3 && mh_statement__letter_back(t, 0) == MH_L_HA &&
         mh_statement__letter_back(t, 1) == MH_L_NUN;
}

/* "that (annahu) from May on, | France will": behind "that it" nothing but when or where, up to
 * the one comma before `to`; a verb in a relative clause is of that. */
static bool only_setting(const reader *r, uint32_t head, uint32_t to)
{
  if (head == 0 || head + 2 > to || r->cls[head - 1] != MH_W_AN ||
      !it(tok(r, head - 1)) || mh_statement__pronoun(r, head) ||
      !(r->cls[head] == MH_W_PREP || r->cls[head] == MH_W_OTHER) ||
      mh_statement__and(r, to) || !mh_statement__comma(r, to - 1))
    return false;
  bool relative = false;
  for (uint32_t i = head; i + 1 < to; i++) {
    if (tok(r, i)->kind == MH_TOKEN_MARK) return false;
    relative = relative || r->cls[i] == MH_W_REL;
    if (!relative && (r->w->glance[i].pos >> MH_POS_VERB & 1) && r->cls[i] == MH_W_NONE &&
        r->w->glance[i].pos == 1u << MH_POS_VERB)
      return false;
  }
  return true;
}

bool mh_statement__on_condition(const reader *r, act *outer, const act *x)
{
  uint32_t head = outer->content;
  if (outer->takes != LED_QUOTE && outer->takes != LED_THAT) return false;
  while (head < x->clause &&
         (mh_statement__quote_mark(r, head) || r->cls[head] == MH_W_AN))
    head++;
  const bool setting = x->form == ACT_VERB && only_setting(r, head, x->clause);
  const bool self = (x->feats & MH_F_PERSON) == MH_F_1 ||
                    (x->act == MH_ACT_PLAN && x->who.carried && x->form == ACT_VERB) ||
                    (setting && x->act != MH_ACT_MEET && x->who.codes.n == 1 &&
                     outer->who.codes.n == 1 &&
                     mh_code_same(x->who.codes.at[0], outer->who.codes.at[0]));
  if (!(self || setting) || outer->end || !outer->tells || outer->inner ||
      !(setting || only_condition(r, head, x->clause)))
    return false;
  if (self && (outer->act == MH_ACT_STATE || outer->act == MH_ACT_AFFIRM))
    outer->act = x->act, outer->inner = true;
  return true;
}
