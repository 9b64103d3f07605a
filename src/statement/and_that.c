/* and_that - "and that" behind an act whose content no "that" leads: "welcomed the truce, | and
 * that it will last", "said that the minister met N., | and that they will meet again".  No noun
 * goes on so: who tells goes on, with the word that he told with.  A second "that" behind a first
 * is split.c's.
 */
#include "split.h"
#include "worth.h"

void mh_statement__note_that(reader *r, const act *x)
{
  if (x->that && !r->quoted[x->outer_word]) r->that_by = *x;
}

/* Is it wa-anna, not "especially as", "even if", "if", nor the infinitive's? */
static bool and_that(const reader *r, uint32_t i, uint32_t end)
{
  if (r->cls[i] != MH_W_AN || width(r, i) != 1 || i + 2 >= end || r->quoted[i] ||
      !mh_statement__joined_here(r, i) || mh_statement__infinitive(r, i))
    return false;
  if (mh_key_letter(tok(r, i)->key, 1) == MH_L_LAM) return false; /* "and because" */
  const mh_token *t = tok(r, i - 1);
  if (!mh_statement__comma(r, i - 1) &&
      (t->kind != MH_TOKEN_WORD || r->cls[i - 1] != MH_W_NONE ||
       (t->flags & MH_TF_TANWIN)))
    return false;
  if (mh_statement__pronoun(r, i)) return true;
  const uint32_t n = i + 1; /* anna wants a noun */
  const bool like_verb = r->w->glance[n].pos == 0 &&
                         mh_key_letter(tok(r, n)->key, 0) == MH_L_YA;
  return !like_verb && !mh_statement__was(r, n) && r->cls[n] != MH_W_NEG &&
         (r->m->actor_of[n] >= 0 ||
          !mh_statement__reading(r, n, 1u << MH_POS_VERB, false) ||
          mh_statement__has_al(r, n));
}

/* Does nothing else from `first` to i lead what somebody says? */
static bool free_of_that(const reader *r, uint32_t first, uint32_t i)
{
  for (uint32_t k = first; k < i; k++)
    if (r->cls[k] == MH_W_AN || mh_statement__mark(r, k, ':')) return false;
  return true;
}

/* Is the act one with words, which "that" may lead besides? */
static bool worded(const act *x)
{
  switch (x->act) {
  case MH_ACT_STATE:
  case MH_ACT_AFFIRM:
  case MH_ACT_CALL:
  case MH_ACT_COMMIT:
  case MH_ACT_OPPOSE:
  case MH_ACT_PRAISE:
  case MH_ACT_SUPPORT:
  case MH_ACT_WARN: return true;
  default: return false;
  }
}

static bool takes_that(const act *x)
{
  for (uint32_t k = 0; k < x->n_frames; k++)
    if (x->frames[k].takes & MH_TAKES_AN) return true;
  return false;
}

bool mh_statement__that_too(const reader *r, const act *outer, uint32_t i, uint32_t end,
                            act *out)
{
  if (outer == NULL || outer->that || outer->end || outer->takes == LED_QUOTE ||
      i <= outer->content + 1 || r->cls[outer->content] == MH_W_AN ||
      !and_that(r, i, end) || !free_of_that(r, outer->content, i))
    return false;
  const act *by = &r->that_by;
  const bool told = by->that && by->that < outer->word;
  /* "the paper said that N. called for X, | and that": it is the paper that goes on */
  if (!told && (!worded(outer) || (r->told && r->told <= outer->word))) return false;
  *out = mh_statement__again(r, told ? by : outer, i, end);
  if (!out->inner && !told && out->act != MH_ACT_AFFIRM && !takes_that(out))
    out->act = out->outer = MH_ACT_STATE;
  out->clause = i;
  out->that = i;
  out->tells = true;
  out->end = 0;
  return true;
}
