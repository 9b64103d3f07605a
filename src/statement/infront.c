/* infront - who stands in front of a verb: the group of actors that ends right before it, also
 * where names and offices stand between commas ("the president, N. N., and his counterpart, N.
 * N., | stressed").
 *
 * Who speaks in what he gives ("N. gave a speech in which he | stressed") stands behind the verb
 * before it.  What a group means, and the actors behind a verb, are subject.c.
 */
#include "inside.h"

/* An office or organ right behind a comma, told of who was named before it. */
static bool between_commas(const reader *r, const mh_actor *x, uint32_t from)
{
  return (x->form == MH_ACTOR_OFFICIAL || x->form == MH_ACTOR_ORGAN) &&
         !(x->pro & ~MH_PRO_AL) && x->first > from &&
         mh_statement__comma(r, x->first - 1);
}

/* "the president, | N. N.,": his name stands behind his office, between commas. */
static bool named_behind(const mh_actor *x)
{
  return x->form != MH_ACTOR_NAME && x->person_first > x->end;
}

/* The actor who is told by token k, as his office or as the name behind it; -1 none. */
static int32_t owner(const reader *r, uint32_t k)
{
  const uint32_t n = mh_statement__actors_before(r, k + 1);
  for (uint32_t i = n; i-- > 0 && n - i <= 2;) {
    const mh_actor *x = &r->m->actors[i];
    if (named_behind(x) && x->person_first <= k && k < x->person_end) return (int32_t)i;
  }
  return r->m->actor_of[k];
}

/* The actor to whom wa- joins actor `at`, right behind or past the comma that closes his name;
 * -1 none. */
static int32_t joined_to(const reader *r, int32_t at)
{
  const uint32_t first = r->m->actors[at].first;
  if (first < 2) return -1;
  const bool closed = mh_statement__comma(r, first - 1);
  const int32_t before = owner(r, closed ? first - 2 : first - 1);
  if (before < 0 || before >= at) return -1;
  const mh_actor *x = &r->m->actors[before];
  return (closed ? named_behind(x) : x->end == first || x->person_end == first) ? before
                                                                                : -1;
}

/* "the two ministers | N. and N. | (said)": the title before two names of which the actor at, or
 * the word right before it, is the first; else at. */
static int32_t title_of_two(const reader *r, int32_t at, uint32_t from)
{
  uint32_t i = r->m->actors[at].first;
  for (int n = 0; n < 2 && i > from; n++, i--) {
    const int32_t t = r->m->actor_of[i - 1];
    if (t < 0) continue;
    const mh_actor *x = &r->m->actors[t];
    return x->end == i && x->first >= from && mh_statement__two_by_title(r, x) ? t : at;
  }
  return at;
}

/* "the Fund, | and its seat is Washington, (said)": where what is told of a seat begins, which the
 * actor at names; NO_TOKEN when he is none. */
static uint32_t seat(const reader *r, int32_t at, uint32_t from)
{
  const mh_actor *x = &r->m->actors[at];
  if (x->form != MH_ACTOR_CAPITAL && x->form != MH_ACTOR_NAME) return NO_TOKEN;
  uint32_t i = x->first;
  if (i > from && r->cls[i - 1] == MH_W_PREP) i--;
  if (i < from + 2 || !mh_statement__and(r, i - 1)) return NO_TOKEN;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i - 1); k++) {
    const mh_reading *y = mh_words_reading(r->w, i - 1, k);
    if (y->word && (y->enc == MH_ENC_HU || y->enc == MH_ENC_HA) &&
        mh_lex_word(r->lex, y->word)->cls == MH_W_MEDIUM)
      return i - 1;
  }
  return NO_TOKEN;
}

bool mh_statement__group_before(const reader *r, uint32_t i, uint32_t from, subject *out)
{
  *out = (subject){.first = -1, .last = -1};
  if (i <= from) return false;
  uint32_t k = i - 1;
  if (k > from && mh_statement__mark(r, k, ')'))
    while (k > from && i - k < BRACKETS && !mh_statement__mark(r, k, '(')) k--;
  if (k > from && mh_statement__mark(r, k, '(')) k--;
  /* "N. N., the spokesman of N., | said": between its commas */
  const bool closed = k > from && mh_statement__comma(r, k);
  if (closed) k--;
  int32_t at = owner(r, k);
  if (at < 0 || r->m->actors[at].first < from) return false;
  const uint32_t told = seat(r, at, from);
  if (told != NO_TOKEN) {
    if (!mh_statement__group_before(r, told, from, out)) return false;
    out->end = k + 1;
    return true;
  }
  if (closed && !named_behind(&r->m->actors[at]) &&
      !between_commas(r, &r->m->actors[at], from))
    return false;
  while (at > 0 && (r->m->actors[at].pro & MH_PRO_WA)) {
    const int32_t before = joined_to(r, at);
    if (before < 0 || r->m->actors[before].first < from) break;
    at = before;
  }
  if (r->m->actors[at].pro & (MH_PRO_BI | MH_PRO_LI | MH_PRO_KA)) return false;
  /* "the last meeting | stressed": an adjective */
  if (r->m->actors[at].form == MH_ACTOR_ROLE && r->m->actors[at].role == MH_ROLE_LATTER)
    return false;
  const int32_t two = title_of_two(r, at, from);
  if (two != at && mh_statement__group(r, r->m->actors[two].first, out) && out->end > k)
    return true;
  if (!mh_statement__group(r, r->m->actors[at].first, out)) return false;
  /* "the minister, | N. N. | had stressed": no comma closes his name */
  const mh_actor *x = &r->m->actors[at];
  if (out->last == at && named_behind(x) && x->person_end == k + 1 && out->end <= k)
    out->end = k + 1;
  return out->end >= k + 1;
}

/* Is what the noun at p tells of given by somebody else, or only dealt with: "(in answer to) a
 * speech of N.", "remarks that N. made"? */
static bool of_another(const reader *r, uint32_t p, uint32_t to)
{
  if (p && r->cls[p - 1] == MH_W_PREP && mh_statement__prep(r, p - 1) != MH_TAKES_FI)
    return true;
  uint32_t head = p;
  while (head > 0 && r->cls_end[head] == 0 && p - head < 3) head--;
  if (head < p && r->cls[head] == MH_W_PREP && r->cls_end[head] == p) return true;
  for (uint32_t k = p; k < to; k++) {
    const int32_t a = r->m->actor_at[k];
    if (r->cls[k] == MH_W_REL) return true; /* "at a time at which" */
    if (a >= 0 && k > p &&
        ((r->m->actors[a].pro & MH_PRO_LI) || r->cls[k - 1] != MH_W_PREP))
      return true;
  }
  return false;
}

bool mh_statement__gave(const reader *r, act *x, uint32_t first)
{
  const uint32_t noun = mh_statement__in_speech(r, x->word, first);
  if (noun == NO_TOKEN || mh_statement__has_al(r, noun) ||
      mh_statement__and(r, x->word) ||
      (x->feats & (MH_F_TENSE | MH_F_NUMBER)) != (MH_F_PERFECT | MH_F_SG))
    return false;
  if (of_another(r, noun, x->word)) return false;
  for (uint32_t p = noun; p-- > first;) { /* the nearest one */
    subject s;
    if (r->cls[p] != MH_W_NONE || r->m->actor_of[p] >= 0) continue;
    if (!(r->w->glance[p].pos >> MH_POS_VERB & 1) || !mh_statement__group(r, p + 1, &s))
      continue;
    const mh_actor *y = &r->m->actors[s.first];
    if (y->first != p + 1 || s.end > noun || s.codes.n == 0 || s.nobody || s.document ||
        (y->pro & ~(unsigned)MH_PRO_AL) || y->form == MH_ACTOR_ROLE ||
        !mh_statement__agrees(r, x->feats, y))
      return false;
    x->who = s;
    x->who.end = x->word_end;
    return true;
  }
  return false;
}
