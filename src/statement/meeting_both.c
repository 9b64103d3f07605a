/* meeting_both - who two are that a word only points at: "their meeting", "talks between them".
 * Who is told by name around a word for a meeting is found by meeting_slots. */
#include "meeting.h"

/* "their meeting", of two or more. */
bool mh_meeting__theirs(const reader *r, const mh_match *m)
{
  if (m->enc == MH_ENC_HUMA || m->enc == MH_ENC_HUM) return true;
  for (uint32_t k = 0; k < mh_words_readings(r->w, m->first); k++) {
    const mh_reading *y = mh_words_reading(r->w, m->first, k);
    if (y->sym && (y->enc == MH_ENC_HUMA || y->enc == MH_ENC_HUM)) return true;
  }
  return false;
}

/* "said that N. voiced it during | their meeting": the two of the sentence, where it names no
 * other in office before the word; `one` of them is whose meeting it is. */
bool mh_meeting__two_named(const walk *w, uint32_t i, side *one)
{
  const mh_mentions *m = w->r->m;
  side two = *one;
  for (uint32_t k = w->s->first; k < i; k++) {
    const mh_actor *x = m->actor_at[k] >= 0 ? &m->actors[m->actor_at[k]] : NULL;
    if (x == NULL || x->form < MH_ACTOR_OFFICIAL ||
        (x->form == MH_ACTOR_ROLE && x->role != MH_ROLE_COUNTERPART))
      continue;
    const mh_codes c = mh_statement__codes(w->r, x);
    if (c.n != 1) continue;
    if (!mh_meeting__has(&two, c.at[0])) mh_meeting__known(w->r, &two, &c, i);
  }
  if (one->n != 1 || two.n != 2) return false;
  *one = two;
  return true;
}

/* "during | their meeting in N., the minister and his counterpart stressed": two who act, by
 * name, behind it. */
const act *mh_meeting__two_behind(const walk *w, uint32_t i)
{
  const act *x = w->next < w->n ? &w->acts[w->next] : NULL;
  const bool during = i > w->s->first && mh_statement__setting(w->r, i - 1);
  return during && x && x->who.first >= 0 && !x->who.carried && x->alone.n == 2 ? x
                                                                                : NULL;
}

/* "the ministers of N., N. and N. stressed in | their meeting": several who act, by name or by
 * their states, right before it. */
const act *mh_meeting__who_act(const walk *w, uint32_t i)
{
  const act *x = w->next ? &w->acts[w->next - 1] : NULL;
  if (x == NULL || x->who.first < 0 || x->who.carried || x->alone.n < 2 ||
      x->who.end > i || i - x->who.end > 2)
    return NULL;
  for (uint32_t k = x->who.end; k < i; k++)
    if (w->r->m->actor_at[k] >= 0) return NULL;
  return x;
}

/* "N. and N. failed in talks that took place | between them": the two whom the sentence names
 * side by side before the word, else two who are in office. */
void mh_meeting__the_two(const walk *w, uint32_t i, slots *x)
{
  const reader *r = w->r;
  subject g;
  for (uint32_t k = i; k-- > w->s->first;)
    if (r->m->actor_at[k] >= 0 && mh_statement__group(r, k, &g) && g.codes.n == 2 &&
        g.end <= i) {
      x->own = x->with = (side){.n = 0};
      mh_meeting__join_own(r, x, &g);
      if (x->own_how == HOW_STATE) x->own_how = HOW_PEOPLE;
      return;
    }
  slots v = {.end = 0};
  mh_meeting__who_is_meant(w, i, true, &v);
  if (!mh_meeting__two_named(w, i, &v.own)) return;
  x->own = v.own;
  x->with = (side){.n = 0};
  x->own_how = HOW_PEOPLE;
}

/* "between them", of two. */
static bool between_both(const reader *r, uint32_t i)
{
  static const uint8_t word[] = {MH_L_BA, MH_L_YA,  MH_L_NUN,
                                 MH_L_HA, MH_L_MIM, MH_L_ALEF};
  return mh_meeting__ends_in(r, i, word, sizeof word, 1);
}

#define THEM 5 /* tokens behind a word in which "between them" stands */

bool mh_meeting__between_them(const walk *w, uint32_t from)
{
  const reader *r = w->r;
  for (uint32_t i = from; i < w->s->end && i < from + THEM; i++) {
    if (r->m->actor_at[i] >= 0 || tok(r, i)->kind != MH_TOKEN_WORD) return false;
    if (between_both(r, i)) return true;
  }
  return false;
}

bool mh_meeting__gathers_them(const walk *w, uint32_t i, uint32_t v, slots *x)
{
  const mh_reading *y;
  const act *before = w->next ? &w->acts[w->next - 1] : NULL;
  if (v == NO_TOKEN || mh_meeting__event_verb(w->r, v, &y) == NULL) return false;
  const bool between = v + 1 < w->s->end && between_both(w->r, v + 1);
  if (y->enc != MH_ENC_HUMA && y->enc != MH_ENC_HUM && !between) return false;
  const bool named = before && before->alone.n > 1 && !before->who.carried;
  if (!named && before && before->alone.n == 1) {
    mh_meeting__the_two(w, i, x);
    if (x->own.n == 2) return true;
    x->own = (side){.n = 0};
  }
  const mh_codes *c = named ? &before->alone : &w->r->pair;
  if (c->n < 2) return false;
  mh_meeting__known(w->r, &x->own, c, i);
  x->own_how = named ? HOW_PEOPLE : HOW_GUESSED;
  return true;
}

void mh_meeting__beside_him(const walk *w, uint32_t i, uint32_t v, slots *x)
{
  const reader *r = w->r;
  slots own = {.end = 0};
  const int32_t a = v + 1 < w->s->end ? r->m->actor_at[v + 1] : -1;
  if (x->own.n != 1 || x->with.n || x->own_how != HOW_PEOPLE || a < 0 ||
      !(r->m->actors[a].pro & MH_PRO_WA))
    return;
  mh_meeting__who_is_meant(w, i, true, &own);
  if (own.own.n != 1 || mh_meeting__has(&x->own, own.own.code[0])) return;
  x->with = x->own;
  x->with_how = x->own_how;
  x->own = own.own;
  x->own_how = own.own_how;
}
