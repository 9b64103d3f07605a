/* partners - with whom something is done: who is met, received, talked to or agreed with acts
 * too, though another is the subject.
 */
#include "inside.h"

static void add_all(act *x, const mh_codes *c)
{
  for (uint8_t k = 0; k < c->n; k++) mh_codes_add(&x->who.codes, c->at[k]);
}

/* A capital or a palace behind bi- tells where; an official, a state or a word that stands for
 * one is met. */
static bool somebody(const mh_actor *y)
{
  return y->form != MH_ACTOR_CAPITAL && y->form != MH_ACTOR_ORGAN;
}

/* Whoever is visited or met without a name ("held a meeting with His Highness"): the other
 * of the pair in play. */
static bool visit(const reader *r, act *x, uint32_t end)
{
  const uint32_t stop = x->content + 10 < end ? x->content + 10 : end;
  for (uint32_t i = x->word_end; i + 1 < stop; i++) {
    subject s;
    const unsigned bit = mh_statement__prep(r, i);
    if (bit != MH_TAKES_ILA && bit != MH_TAKES_MAA && bit != MH_TAKES_MIN) continue;
    const bool group = mh_statement__group(r, i + 1, &s);
    if (!group) continue;
    const mh_codes *c = s.codes.n ? &s.codes : r->pair.n > 1 ? &r->pair : &r->parties;
    if (s.codes.n == 0 && !mh_codes_has(c, x->who.codes.at[0])) return false;
    const uint8_t before = x->who.codes.n;
    add_all(x, c);
    /* "with His Highness" alone is not the one who acts */
    if (x->who.codes.n == before && r->m->actors[s.first].form == MH_ACTOR_ROLE &&
        mh_codes_has(&r->pair, x->who.codes.at[0]))
      add_all(x, &r->pair);
    return true;
  }
  return false;
}

/* Whoever is received, also behind where and when: the first official or person after the
 * subject whom no preposition leads. */
static bool received(const reader *r, act *x, uint32_t end)
{
  if (x->who.first < 0 || x->who.end <= x->word) return false;
  const uint32_t stop = x->who.end + 16 < end ? x->who.end + 16 : end;
  for (uint32_t i = x->who.end; i < stop; i++) {
    const int32_t at = r->m->actor_at[i];
    subject s;
    if (r->cls[i] == MH_W_REL || r->cls[i] == MH_W_AN || r->cls[i] == MH_W_CONJ)
      return false;
    if (at < 0 || r->m->actors[at].pro || r->cls[i - 1] == MH_W_PREP) continue;
    const mh_actor *y = &r->m->actors[at];
    if (y->form != MH_ACTOR_OFFICIAL && y->form != MH_ACTOR_PERSON) continue;
    if (!mh_statement__group(r, i, &s) || s.codes.n == 0) return false;
    add_all(x, &s.codes);
    return true;
  }
  return false;
}

/* "discussed during his meeting with the minister, the minister": a meeting of his, before
 * what was discussed. */
static bool own_meeting(const reader *r, const act *x, uint32_t i, subject *s)
{
  if (i >= x->content || x->act == MH_ACT_MEET) return false;
  const mh_match *event = mh_words_match(r->w, i, MH_PH_MEETING);
  return event && event->enc != MH_ENC_NONE && event->enc != MH_ENC_ACC &&
         event->end < x->content && mh_statement__group(r, event->end, s);
}

/* "the relations with Iran" are what was discussed; "relations with his counterpart" were
 * discussed with him. */
static bool subject_matter(const reader *r, const act *x, uint32_t i, const subject *s)
{
  const mh_actor *y = &r->m->actors[s->first];
  if (i < x->content || x->act == MH_ACT_MEET) return false;
  if (x->who.codes.n > 1) return true;
  return (x->act == MH_ACT_DISCUSS || x->act == MH_ACT_SIGN) && i > x->content + 1 &&
         (y->form == MH_ACTOR_NAME || y->form == MH_ACTOR_CAPITAL);
}

void mh_statement__partners(const reader *r, act *x, uint32_t end)
{
  if (x->act != MH_ACT_MEET && x->act != MH_ACT_DISCUSS && x->act != MH_ACT_AGREE &&
      x->act != MH_ACT_SIGN)
    return;
  if (x->act == MH_ACT_MEET && x->who.codes.n == 1 && visit(r, x, end)) return;
  const uint32_t stop = x->content + 14 < end ? x->content + 14 : end;
  for (uint32_t i = x->told ? x->told : x->word_end; i + 1 < stop; i++) {
    subject s;
    if (own_meeting(r, x, i, &s)) {
      add_all(x, &s.codes);
      return;
    }
    const int32_t joined = r->m->actor_at[i];
    if (x->act == MH_ACT_MEET && joined >= 0 && somebody(&r->m->actors[joined]) &&
        (r->m->actors[joined].pro & MH_PRO_BI)) {
      const mh_codes c = mh_statement__codes(r, &r->m->actors[joined]);
      add_all(x, &c);
      return;
    }
    const bool with = mh_statement__prep(r, i) == MH_TAKES_MAA;
    const bool object = x->act == MH_ACT_MEET && i + 1 == x->content;
    const uint32_t at = object && r->m->actor_at[x->content] >= 0 ? x->content : i + 1;
    if (!with && !object) continue;
    if (!mh_statement__group(r, at, &s)) continue;
    if (!subject_matter(r, x, at, &s)) add_all(x, &s.codes);
    return;
  }
  if (x->act == MH_ACT_MEET && x->kind == MH_FRAME_ACT && x->who.codes.n == 1)
    received(r, x, end);
}
