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

/* A word at i that can be nothing but a verb, or that stands before one. */
static bool plain_verb(const reader *r, uint32_t i)
{
  if (r->cls[i] == MH_W_AUX || r->cls[i] == MH_W_FUT || r->cls[i] == MH_W_QAD)
    return true;
  return r->cls[i] == MH_W_NONE && r->m->actor_of[i] < 0 &&
         r->w->glance[i].pos == 1u << MH_POS_VERB;
}

/* Is what stands from `head` to `to` behind "that" without a verb of its own: a noun, or when or
 * where, with verbs in clauses of "which", "after that" and "if" only? */
static bool verb_owed(const reader *r, uint32_t head, uint32_t to)
{
  bool held = false, had = false; /* a clause inside is open; it has had its verb */
  for (uint32_t i = head; i < to; i++) {
    if (mh_statement__mark(r, i, '.') || mh_statement__mark(r, i, ':')) return false;
    if (relative(r, i) || r->cls[i] == MH_W_SUB || r->cls[i] == MH_W_AN) {
      held = true, had = false;
    } else if (plain_verb(r, i)) {
      if (!held || (had && !mh_statement__and(r, i))) return false;
      had = r->cls[i] == MH_W_NONE;
    } else if (r->cls[i] == MH_W_PRON && mh_statement__and(r, i)) {
      held = true, had = false; /* "N., and it is an ally of M., | told" */
    } else if (r->cls[i] == MH_W_CONJ || r->cls[i] == MH_W_NEG ||
               r->cls[i] == MH_W_PRON || r->cls[i] == MH_W_DEM) {
      if (!held) return false;
    }
  }
  return true;
}

/* "..., | said N.: «...»", "..., N. said that": whoever it is, he tells what follows. */
static bool tells_next(const reader *r, const act *x)
{
  const uint32_t n = x->who.end > x->word ? x->who.end : x->word_end;
  return x->takes == LED_QUOTE || r->cls[x->content] == MH_W_AN ||
         (n < r->doc->n_tokens &&
          (mh_statement__mark(r, n, ':') || mh_statement__quote_mark(r, n)));
}

/* Does x begin with its verb, that of the future or "has" before it? */
static bool verb_first(const reader *r, const act *x)
{
  uint32_t i = x->clause;
  while (i < x->word && (r->cls[i] == MH_W_FUT || r->cls[i] == MH_W_QAD)) i++;
  return x->form == ACT_VERB && i == x->word && !mh_statement__and(r, x->clause) &&
         !mh_statement__and(r, x->word);
}

/* "that the talks with N., which began on Monday, | deal with X", "that (annahu) after talks with N.
 * and M., who had come from X, | it was agreed": the verb of what is said to be so, behind a
 * comma.  Who is named behind it has it only where when or where it was stood first (*front). */
static bool verb_at_last(const reader *r, const act *outer, const act *x, bool *front)
{
  uint32_t that = outer->content;
  while (that < x->clause && mh_statement__quote_mark(r, that)) that++;
  if (!verb_first(r, x) || r->cls[that] != MH_W_AN || mh_statement__infinitive(r, that) ||
      x->clause < that + 4 || outer->end || !outer->tells || outer->inner)
    return false;
  uint32_t head = that + 1;
  while (head < x->clause && mh_statement__quote_mark(r, head)) head++;
  const bool setting = r->cls[head] != MH_W_NONE && r->cls[head] != MH_W_PRON;
  *front = setting;
  const bool joined = mh_statement__joined_pronoun(r, that);
  const bool self = (x->feats & MH_F_PERSON) == MH_F_1;
  const uint32_t to = x->clause - mh_statement__quote_mark(r, x->clause - 1);
  if (joined ? !setting || !(it(tok(r, that)) || self)
             : !setting && x->who.end > x->word && x->who.first >= 0)
    return false;
  if (!mh_statement__comma(r, to - 1) || tells_next(r, x)) return false;
  /* "that X is grave, and so, | he called for" */
  const int before = r->cls[to - 2];
  if (before == MH_W_AND || before == MH_W_CONJ ||
      (before == MH_W_OTHER && mh_statement__and(r, to - 2)))
    return false;
  return verb_owed(r, head, to);
}

bool mh_statement__on_condition(const reader *r, act *outer, const act *x)
{
  uint32_t head = outer->content;
  if (outer->takes != LED_QUOTE && outer->takes != LED_THAT) return false;
  bool front = false;
  const bool owed = verb_at_last(r, outer, x, &front);
  if (owed && !front) return true;
  while (head < x->clause &&
         (mh_statement__quote_mark(r, head) || r->cls[head] == MH_W_AN))
    head++;
  const bool setting = owed || (x->form == ACT_VERB && only_setting(r, head, x->clause));
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
