/* meeting_attend - who takes part, told further on than right behind the word for a meeting:
 * "chaired by the ministers of N. and N.", "that includes N., N. and N.".  Who stands right
 * behind it is found by meeting_slots. */
#include "meeting.h"

#define CHAIRED 24 /* tokens behind a word in which those who lead the sides stand */

/* "the joint committee ..., chaired by | the ministers of N. and N.": who leads the sides. */
void mh_meeting__chaired(const walk *w, uint32_t from, slots *x)
{
  static const uint8_t word[] = {MH_L_RA, MH_L_HAMZA, MH_L_ALEF, MH_L_SIN, MH_L_HA};
  const reader *r = w->r;
  subject g;
  for (uint32_t i = from; i + 1 < w->s->end && i < from + CHAIRED; i++) {
    if (mh_meeting__ends(r, i)) return;
    if (!mh_meeting__ends_in(r, i, word, sizeof word, 1)) continue;
    uint32_t k = i + 1;
    while (k < w->s->end && k < i + 4 && r->m->actor_at[k] < 0) k++; /* "each of" */
    if (k >= w->s->end || !mh_meeting__people(r, k, &g) || g.codes.n < 2) return;
    x->own = x->with = (side){.n = 0};
    mh_meeting__join_own(r, x, &g);
    x->end = g.end;
    return;
  }
}

/* "a meeting that | includes", "with the participation of", "attended by": a word behind the
 * one for a meeting that those who take part follow.  others: but for who holds it. */
static bool gathering(const reader *r, uint32_t i, bool *others)
{
  static const struct {
    uint8_t n, joined, letter[7];
  } words[] = {
      {2, 2, {MH_L_DAD, MH_L_MIM}},
      {3, 2, {MH_L_DAD, MH_L_MIM, MH_L_TA}},
      {5, 0, {MH_L_BA, MH_L_HAH, MH_L_DAD, MH_L_WAW, MH_L_RA}},
      {7, 0, {MH_L_BA, MH_L_MIM, MH_L_SHIN, MH_L_ALEF, MH_L_RA, MH_L_KAF, MH_L_HA}},
      {4, 1, {MH_L_HAH, MH_L_DAD, MH_L_RA, MH_L_HA}},
      {5, 1, {MH_L_HAH, MH_L_DAD, MH_L_RA, MH_L_HA, MH_L_ALEF}},
  };
  for (size_t k = 0; k < sizeof words / sizeof *words; k++)
    if (mh_meeting__ends_in(r, i, words[k].letter, words[k].n, words[k].joined)) {
      *others = mh_key_letter(tok(r, i)->key, 0) == MH_L_BA;
      return true;
    }
  return false;
}

/* "a meeting in N. on Sunday that includes | the ministers of N. and N.". */
void mh_meeting__gathered(const walk *w, uint32_t from, slots *x)
{
  const reader *r = w->r;
  subject g;
  for (uint32_t i = from; i + 1 < w->s->end && i < from + CHAIRED / 2; i++) {
    bool others = false;
    const bool is = gathering(r, i, &others);
    if (!is && (mh_meeting__ends(r, i) || r->m->actor_at[i] >= 0) &&
        r->cls[i] != MH_W_REL && !mh_words_match(r->w, i, MH_PH_PLACE))
      return;
    if (!is) continue;
    if (!mh_meeting__people(r, i + 1, &g) || g.codes.n < 2) return;
    const bool holds = others && x->own.n == 1 && x->own_how >= HOW_STATE;
    x->with = (side){.n = 0};
    if (!holds) x->own = x->with;
    if (holds)
      mh_meeting__join_with(r, x, &g);
    else
      mh_meeting__join_own(r, x, &g);
    x->end = g.end;
    return;
  }
}

/* The state whose name or adjective stands between tokens i and end, but not where something
 * was: "the talks of | the Libyan sides"; NULL none. */
static const char *state_in(const reader *r, uint32_t i, uint32_t end)
{
  for (; i < end; i++) {
    const mh_match *a = mh_words_match(r->w, i, MH_PH_ADJ);
    const unsigned prep = mh_statement__prep(r, i);
    if (prep == MH_TAKES_FI || r->m->when_at[i] >= 0 || mh_meeting__ends(r, i))
      return NULL;
    if (a) return mh_lex_actor(r->lex, a->value)->code;
    if (mh_meeting__state_name(r, i)) return mh_meeting__state(r, i);
  }
  return NULL;
}

/* "under the auspices of | N.", "with the mediation of | N.". */
static bool auspices(const reader *r, uint32_t i)
{
  static const struct {
    uint8_t n, letter[6];
  } words[] = {
      {5, {MH_L_RA, MH_L_AIN, MH_L_ALEF, MH_L_YA, MH_L_HA}},
      {5, {MH_L_WAW, MH_L_SIN, MH_L_ALEF, MH_L_TAH, MH_L_HA}},
      {5, {MH_L_ALEF, MH_L_SHIN, MH_L_RA, MH_L_ALEF, MH_L_FA}},
  };
  for (size_t k = 0; k < sizeof words / sizeof *words; k++)
    if (mh_meeting__ends_in(r, i, words[k].letter, words[k].n, 1)) return true;
  return false;
}

/* "talks of | peace": the word for a meeting ends before token i, or "peace" stands behind. */
static bool of_peace(const reader *r, uint32_t i, uint32_t end)
{
  static const uint8_t peace[] = {MH_L_SIN, MH_L_LAM, MH_L_ALEF, MH_L_MIM};
  for (uint32_t k = i ? i - 1 : i; k < end; k++)
    if (mh_meeting__ends_in(r, k, peace, sizeof peace, 2)) return true;
  return false;
}

#define PEACE 5 /* tokens behind "talks" in which stands whose peace they are of */

void mh_meeting__aegis(const walk *w, uint32_t from, slots *x)
{
  const reader *r = w->r;
  subject g;
  const char *state = NULL;
  uint32_t i = from;
  if (x->own.n == 1 && mh_meeting__organisation(r, x->own.code[0])) {
    const uint32_t end = from + PEACE < w->s->end ? from + PEACE : w->s->end;
    state = of_peace(r, from, end) ? state_in(r, from, end) : NULL;
    if (state == NULL) return;
    mh_meeting__add(&x->with, state, LEVEL_NO_ONE);
    x->with_how = HOW_PEOPLE;
    return;
  }
  while (i + 1 < w->s->end && i < from + CHAIRED && !auspices(r, i)) i++;
  if (i + 1 >= w->s->end || !auspices(r, i) || !mh_meeting__people(r, i + 1, &g) ||
      g.codes.n != 1 || !mh_meeting__organisation(r, g.codes.at[0]))
    return;
  state = state_in(r, from, i);
  if (state == NULL) return;
  x->own = x->with = (side){.n = 0};
  mh_meeting__add(&x->own, state, LEVEL_NO_ONE);
  x->own_how = HOW_PEOPLE;
  mh_meeting__join_with(r, x, &g);
}

/* Does the report name somebody who speaks for the state, or the state as who acts? */
static bool known(const reader *r, const char *state)
{
  for (uint32_t k = 0; k < r->m->n_actors; k++) {
    const mh_actor *x = &r->m->actors[k];
    if (x->form >= MH_ACTOR_ORGAN && x->form != MH_ACTOR_ROLE &&
        mh_codes_has(&x->codes, state))
      return true;
  }
  return false;
}

void mh_meeting__host(const walk *w, const mh_match *m, const char *kind, slots *x)
{
  const bool meets = strcmp(kind, "visit") != 0;
  const bool many = meets && strcmp(kind, "talks") != 0; /* in any third state */
  const reader *r = w->r;
  const bool his = !meets &&
                   mh_meeting__own_pronoun(r, m); /* "on his visit the file in N." */
  const uint32_t reach = m->end + (his ? 2 : 4);
  const uint32_t stop = reach < w->s->end ? reach : w->s->end;
  if (mh_meeting__organisation(r, x->own.code[0])) return;
  for (uint32_t i = m->end; i < stop && !mh_statement__comma(r, i); i++) {
    if (mh_statement__joined(r, i)) return; /* "to discuss the state of things in N." */
    if (mh_statement__prep(r, i) != MH_TAKES_FI) continue;
    mh_meeting__destinations(r, x, i + 1, w->s->end);
    for (uint8_t k = 0; k < x->n_to; k++)
      if (mh_meeting__has(&x->own, x->to[k].state) ||
          (meets && (x->to[k].city || many) && !known(r, x->to[k].state)))
        x->n_to = 0;
    return;
  }
}
