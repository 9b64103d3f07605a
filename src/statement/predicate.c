/* predicate - what is told of no actor's own doing may still be an act by its predicate: "that
 * the interventions are rejected", "that there is a need", "in my belief".
 *
 * What who speaks does himself is inner.c's.
 */
#include "content.h"
#include "inner.h"

#define NOUNS  (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)
#define UNTRUE 20 /* tokens up to the word that denies what is told */

/* "in my belief": what follows is what the quoted one holds to be so. */
static bool in_my_view(const reader *r, uint32_t i, act *x)
{
  if (x->takes != LED_QUOTE || x->act != MH_ACT_STATE) return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    const bool mine = y->enc == MH_ENC_YA || y->enc == MH_ENC_NA;
    if (y->word == 0 || !(y->pro & MH_PRO_BI) || !mine) continue;
    const mh_word *w = mh_lex_word(r->lex, y->word);
    if (w->n_frames && mh_lex_frames(r->lex, w)->act == MH_ACT_AFFIRM) return true;
  }
  return false;
}

/* Does reading x of the token at k weigh what follows: "the need of", "it is of (min) the
 * necessary that"?  "The forces" are no force. */
static bool weighing(const reader *r, const mh_reading *x, uint32_t k, uint32_t first)
{
  if (x->word == 0 || (x->feats & MH_F_NUMBER) == MH_F_PL) return false;
  const uint8_t cls = mh_lex_word(r->lex, x->word)->cls;
  if (MH_F_POS_OF(x->feats) != MH_POS_ADJ) /* "whatever" is written like "important" */
    return cls == MH_W_EVALUATION && mh_statement__letter_back(tok(r, k), 0) != MH_L_ALEF;
  return (cls == MH_W_EVALUATION || cls == MH_W_GOOD) && x->pro & MH_PRO_AL &&
         k > first && mh_statement__prep(r, k - 1) == MH_TAKES_MIN;
}

/* "the importance of", "that there is a need": weighed, not only told. */
static bool weighs(const reader *r, uint32_t i, uint32_t end)
{
  for (uint32_t k = i; k < end && k < i + 4; k++) {
    if (mh_statement__quote_mark(r, k) || r->cls[k] != MH_W_NONE) continue;
    for (uint32_t n = 0; n < mh_words_readings(r->w, k); n++)
      if (weighing(r, mh_words_reading(r->w, k, n), k, i)) return true;
    return false;
  }
  return false;
}

/* Where the first clause of what is told ends, as far as its predicate is looked for. */
static uint32_t first_clause(const reader *r, uint32_t i, uint32_t end, uint32_t most)
{
  const uint32_t stop = end - i < most ? end : i + most;
  while (i < stop && !mh_statement__comma(r, i) && !relative(r, i) &&
         r->cls[i] != MH_W_AN)
    i++;
  return i;
}

/* The act that the word at i does by itself where it stands, negated or not; 0xFF none. */
static uint8_t act_of(const reader *r, uint32_t i, unsigned pos)
{
  act in = {0};
  const mh_reading *y = mh_statement__reading(r, i, pos, true);
  if (y == NULL || r->cls[i] != MH_W_NONE) return NO_ACT;
  mh_statement__frames(r, i, y, &in);
  if (in.n_frames == 0 || in.frames->kind != MH_FRAME_ACT) return NO_ACT;
  return in.frames->act;
}

/* "it is regrettable that", "of the regrettable is that": token i, or the one behind min. */
static bool regrettable(const reader *r, uint32_t i, uint32_t end)
{
  if (i < end && mh_statement__prep(r, i) == MH_TAKES_MIN) i++;
  if (i >= end || r->m->actor_of[i] >= 0) return false;
  return act_of(r, i, 1u << MH_POS_ADJ) == MH_ACT_OPPOSE && i + 1 < end &&
         (r->cls[i + 1] == MH_W_AN || r->cls[i + 1] == MH_W_OTHER ||
          r->cls[i + 1] == MH_W_PREP);
}

/* "(it is) of the un|acceptable that": what is good is not so. */
static bool not_good(const reader *r, uint32_t i, uint32_t end)
{
  if (i + 2 >= end || mh_statement__prep(r, i) != MH_TAKES_MIN ||
      r->cls[i + 1] != MH_W_NEG)
    return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i + 2); k++) {
    const mh_reading *y = mh_words_reading(r->w, i + 2, k);
    if (y->word == 0 || !(y->pro & MH_PRO_AL)) continue;
    const uint8_t cls = mh_lex_word(r->lex, y->word)->cls;
    if (cls == MH_W_GOOD || cls == MH_W_DUE) return true;
  }
  return false;
}

/* May the participle at i be a noun of one?  "The town" is written like "indebted". */
static bool noun_too(const reader *r, uint32_t i)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word && (NOUNS >> MH_F_POS_OF(y->feats) & 1) &&
        (y->feats & MH_F_NUMBER) == MH_F_SG)
      return true;
  }
  return false;
}

/* "accuse of (bi-)": what the word of reading y takes, where it is not negated. */
static bool takes_bi(const reader *r, const mh_reading *y)
{
  const mh_word *w = mh_lex_word(r->lex, y->word);
  return w->n_frames && mh_lex_frames(r->lex, w)->takes & MH_TAKES_BI;
}

/* "the accused (are)", "charged with it": the word of reading y tells of a charge, whatever stands
 * behind it; what somebody is blamed for has no "that". */
static bool of_charge(const reader *r, const mh_reading *y)
{
  const uint16_t some = MH_TAKES_OBJECT | MH_TAKES_BI | MH_TAKES_AN;
  const mh_word *w = mh_lex_word(r->lex, y->word);
  const mh_frame *f = mh_lex_frames(r->lex, w);
  return w->n_frames && f->act == MH_ACT_OPPOSE &&
         (f->takes & (some | MH_TAKES_NOT)) == some;
}

/* "rejected", "condemned": a word of blame by itself. */
static bool of_blame(const reader *r, uint32_t i)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word && mh_lex_word(r->lex, y->word)->cls == MH_W_ILL) return true;
  }
  return false;
}

/* "that the interventions are rejected", "that it is not acceptable": what is told rejects;
 * where it is stressed, only by a word of blame. */
static bool condemns(const reader *r, uint32_t i, uint32_t end, bool stressed)
{
  const uint32_t stop = first_clause(r, i, end, 14);
  if ((!stressed && regrettable(r, i, end)) || not_good(r, i, end)) return true;
  for (; i < stop; i++) {
    const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_PASSIVE, true);
    if (y == NULL || y->pro || noun_too(r, i)) continue;
    if (of_charge(r, y)) continue;
    if (stressed && (!of_blame(r, i) || mh_statement__negated(r, i))) continue;
    /* "that N. is accused | of (bi-)": a charge is told, not brought */
    if (i + 1 < end && mh_statement__joined(r, i + 1) == MH_PRO_BI &&
        !mh_statement__negated(r, i) && takes_bi(r, y))
      continue;
    const uint8_t of = act_of(r, i, 1u << MH_POS_PASSIVE);
    if (of != NO_ACT) return of == MH_ACT_OPPOSE;
  }
  return false;
}

/* Does the word at i, an indefinite noun, take what follows as said of itself ("news that are not
 * true")? */
static bool described(const reader *r, uint32_t i)
{
  const unsigned pos = r->w->glance[i].pos;
  return tok(r, i)->kind == MH_TOKEN_WORD && (pos & NOUNS || pos == 0) &&
         r->cls[i] == MH_W_NONE && r->m->actor_of[i] < 0 && !mh_statement__has_al(r, i) &&
         !mh_statement__pronoun(r, i) && mh_words_match(r->w, i, MH_PH_PLACE) == NULL;
}

/* "(there is) no | truth in it", "(is) not | true": a word at i whose lack alone speaks against
 * what is told. */
static bool untrue(const reader *r, uint32_t i)
{
  if (i < 2 || !mh_statement__negated(r, i) || described(r, i - 2)) return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word == 0 || y->pro || y->enc != MH_ENC_NONE) continue;
    const mh_word *w = mh_lex_word(r->lex, y->word);
    /* "I am not responsible": no word of what others say */
    if (MH_F_POS_OF(y->feats) == MH_POS_NOUN &&
        mh_statement__letter_back(tok(r, i), 0) == MH_L_ALEF)
      continue;
    if (w->cls == MH_W_DUE || (MH_F_POS_OF(y->feats) == MH_POS_NOUN && w->n_not &&
                               mh_lex_frames(r->lex, w)->act == MH_ACT_OPPOSE))
      return true;
  }
  return false;
}

/* "that there is no truth in X", "that (what was told of X) is baseless": what is told is denied. */
static bool denies(const reader *r, uint32_t i, uint32_t end)
{
  const uint32_t first = i;
  const uint32_t stop = end - i < UNTRUE ? end : i + UNTRUE;
  for (; i < stop && !mh_statement__comma(r, i) && r->cls[i] != MH_W_AN; i++) {
    if (relative(r, i) && i > first) return false;
    if (i > first && r->cls[i - 1] == MH_W_NEG && untrue(r, i)) return true;
  }
  return false;
}

/* The talks, the meeting: no actor of their own. */
static bool talks(const reader *r, uint32_t i)
{
  const int32_t a = r->m->actor_of[i];
  return a >= 0 && r->m->actors[a].form == MH_ACTOR_ROLE &&
         r->m->actors[a].role == MH_ROLE_MEETING;
}

/* "that X | will be discussed (in the second round)": what two do with each other, told in the
 * passive by one of them. */
static bool done_by_both(const reader *r, const mh_frame *f, uint32_t i, uint32_t end)
{
  act in;
  if (f->kind != MH_FRAME_PASSIVE || i + 1 >= end ||
      !mh_statement__frames_at(r, i + 1, NOUNS, &in) || in.n_frames == 0)
    return false;
  return in.frames[0].act == MH_ACT_DISCUSS || in.frames[0].act == MH_ACT_SIGN ||
         in.frames[0].act == MH_ACT_AGREE;
}

/* "that it will help | in (fi) X", "will drive | Moscow to": what comes of a thing, and is given by
 * nobody. */
static bool of_itself(const reader *r, uint32_t i, uint32_t end)
{
  return i + 1 < end &&
         (r->m->actor_at[i + 1] >= 0 || mh_statement__prep(r, i + 1) == MH_TAKES_FI);
}

/* "(will reach) | 100 million", "what comes to". */
static bool amount(const reader *r, uint32_t i, uint32_t end)
{
  return i < end && (tok(r, i)->kind == MH_TOKEN_NUMBER || relative(r, i) ||
                     mh_words_match(r->w, i, MH_PH_NUMBER) ||
                     mh_statement__noun_of(r, i, MH_W_MOST, true));
}

/* "that the training will be held", "that it will be given": to be done, and by nobody else
 * who is named.  *held: what will be held are the talks of a report, or what takes two. */
static bool forthcoming(const reader *r, uint32_t i, uint32_t end, bool *held)
{
  const uint32_t stop = first_clause(r, i, end, 8);
  *held = i < stop && talks(r, i);
  for (; i < stop && (r->m->actor_of[i] < 0 || (*held && talks(r, i))); i++) {
    const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, false);
    if (v == NULL || r->cls[i] != MH_W_NONE || mh_statement__reading(r, i, NOUNS, false))
      continue;
    const mh_word *w = mh_lex_word(r->lex, v->word);
    if (!(v->pro & MH_PRO_SA) && !(i && r->cls[i - 1] == MH_W_FUT)) return false;
    if (w->n_frames == 0) return false;
    const mh_frame *f = mh_lex_frames(r->lex, w);
    if (f->event == MH_EVENT_HOST)
      return false; /* "the year will see": nobody does that */
    *held = *held || done_by_both(r, f, i, end);
    if (mh_statement__prep(r, i + 1) == MH_TAKES_ILA && amount(r, i + 2, end))
      return false;
    return f->kind == MH_FRAME_PASSIVE || f->kind == MH_FRAME_MEET ||
           (f->act == MH_ACT_PROVIDE && !*held && !of_itself(r, i, end));
  }
  return false;
}

/* "that he goes on in his support of", "the continuation of its support": the act noun of
 * one's own behind "in". */
static bool goes_on_in(const reader *r, uint32_t i, uint32_t end, act *in)
{
  const uint32_t stop = first_clause(r, i, end, 9);
  for (; i + 1 < stop; i++)
    if (mh_statement__prep(r, i) == MH_TAKES_FI && mh_statement__pronoun(r, i + 1) &&
        mh_statement__frames_at(r, i + 1, NOUNS, in))
      return in->n_frames && in->frames[0].kind == MH_FRAME_ACT &&
             (in->frames[0].act == MH_ACT_SUPPORT || in->frames[0].act == MH_ACT_COMMIT);
  return false;
}

/* What is told or stressed of no actor's own doing. */
static void by_predicate(const reader *r, act *x, uint32_t head, uint32_t end)
{
  act in;
  bool held;
  const bool that = head < end && r->cls[head] == MH_W_AN;
  const uint32_t i = that ? mh_statement__skip_quotes(r, head + 1, end) : head;
  if (x->inner || x->kind != MH_FRAME_ACT || i >= end) return;
  if (x->act != MH_ACT_STATE && x->act != MH_ACT_AFFIRM) return;
  if (goes_on_in(r, i, end, &in))
    x->act = in.frames[0].act;
  else if ((that || (x->act == MH_ACT_STATE && x->takes == LED_QUOTE)) &&
           (condemns(r, i, end, x->act == MH_ACT_AFFIRM) || denies(r, i, end)))
    x->act = MH_ACT_OPPOSE;
  else if (x->act == MH_ACT_STATE && (that || x->takes == LED_QUOTE) &&
           forthcoming(r, i, end, &held) && (that || held)) {
    x->act = MH_ACT_PLAN;
    /* told by one of those who talk: it is the plan of all of them */
    const mh_codes all = held ? mh_statement__both(r, &x->who.codes) : x->who.codes;
    if (all.n) x->who.codes = all;
  }
}

void mh_statement__by_predicate(const reader *r, act *x, uint32_t head, uint32_t end)
{
  if (head < end && in_my_view(r, head, x)) x->act = MH_ACT_AFFIRM, x->inner = true;
  by_predicate(r, x, head, end);
  mh_statement__judge(r, x, end);
  if (x->act == MH_ACT_STATE && weighs(r, x->content, end)) x->act = MH_ACT_AFFIRM;
}
