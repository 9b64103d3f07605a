/* meeting_call - who spoke with whom by telephone, where the word for a call does not say so
 * itself: "told his counterpart in a call that".  Calls that are told like any other meeting
 * ("a call from", "called") are found by meeting_nouns and meeting_verbs. */
#include "meeting.h"

#define ADDRESSED 3 /* tokens behind who speaks in which he begins to whom */

/* "via a video call" is how they met, not what they held. */
bool mh_meeting__means(const reader *r, const mh_match *m, const mh_sentence *s)
{
  if (strcmp(mh_lex_meeting(r->lex, m->value)->kind, "call")) return false;
  for (uint32_t i = m->end; i < m->end + 3 && i < s->end; i++)
    if (mh_statement__between(r, i)) return false; /* "told of a call between" */
  if (m->pro & MH_PRO_BI) return true;
  if (m->first == s->first || r->cls[m->first - 1] != MH_W_PREP) return false;
  const mh_token *t = tok(r, m->first - 1);
  return t->n == 3 && mh_key_letter(t->key, 0) == MH_L_AIN &&
         mh_key_letter(t->key, 1) == MH_L_BA && mh_key_letter(t->key, 2) == MH_L_RA;
}

bool mh_meeting__contacts(const mh_meeting_row *row, const slots *x)
{
  side all = x->own;
  if (row->level != 1 || strcmp(row->kind, "call")) return false;
  if (!x->peer) mh_meeting__add_all(&all, &x->with);
  for (uint8_t k = 0; k < all.n; k++)
    if (all.level[k] >= LEVEL_NO_ONE) return true;
  return false;
}

/* Somebody in office, or a counterpart, of one state or organisation, at token i. */
static bool somebody(const reader *r, uint32_t i, subject *out)
{
  const mh_actor *a = r->m->actor_at[i] >= 0 ? &r->m->actors[r->m->actor_at[i]] : NULL;
  const bool peer = a && a->form == MH_ACTOR_ROLE && a->role == MH_ROLE_COUNTERPART;
  if (a && !peer && a->form != MH_ACTOR_OFFICIAL && a->form != MH_ACTOR_PERSON)
    return false;
  if (a == NULL && !mh_meeting__named(r, i, out)) return false;
  return mh_meeting__people(r, i, out) && out->codes.n == 1;
}

/* Who says something, at which verb. */
typedef struct saying {
  const subject *who;
  uint32_t word;
} saying;

/* To whom it is said before token i: the verb's object, or behind "to". */
static bool addressed(const reader *r, const saying *x, uint32_t i, subject *out)
{
  const uint32_t from = x->who->end > x->word ? x->who->end : x->word + 1;
  for (uint32_t k = from; k < i && k - from <= ADDRESSED; k++) {
    const unsigned bit = mh_statement__prep(r, k);
    if (bit && bit != MH_TAKES_ILA) return false;
    if (r->m->when_at[k] < 0 && somebody(r, k, out))
      return out->end <= i && !mh_codes_has(&x->who->codes, out->codes.at[0]) &&
             !(mh_statement__joined(r, k) & MH_PRO_BI);
    if (r->m->actor_at[k] >= 0 || mh_meeting__ends(r, k)) return false;
  }
  return false;
}

/* Whose words the word at token i stands in: of the act before it, or of the verb before it that
 * tells the act behind ("told him in | a call that he rejects"). */
static bool said_before(const walk *w, uint32_t i, saying *out)
{
  const act *x = w->next < w->n ? &w->acts[w->next] : NULL;
  if (x && x->inner && x->outer_word >= w->s->first && x->outer_word < i) {
    *out = (saying){.who = x->outer_who.codes.n ? &x->outer_who : &x->who,
                    .word = x->outer_word};
  } else if (w->next) {
    x = &w->acts[w->next - 1];
    *out = (saying){.who = &x->who, .word = x->word};
  } else {
    return false;
  }
  return out->who->first >= 0 && !out->who->carried && out->who->codes.n == 1;
}

bool mh_meeting__told_by_call(const walk *w, const mh_match *m, slots *x)
{
  const reader *r = w->r;
  saying say;
  subject g;
  const bool in = m->first > w->s->first &&
                  (mh_statement__setting(r, m->first - 1) ||
                   mh_statement__prep(r, m->first - 1) == MH_TAKES_FI);
  if (!in || x->with.n || x->own.n > 1 || !said_before(w, m->first, &say) ||
      (x->own.n && strcmp(x->own.code[0], say.who->codes.at[0])) ||
      !addressed(r, &say, m->first, &g))
    return false;
  x->own = (side){.n = 0};
  mh_meeting__join_own(r, x, say.who);
  mh_meeting__join_with(r, x, &g);
  return true;
}
