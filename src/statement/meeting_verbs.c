/* meeting_verbs - the verbs that tell of a meeting, and whom they tell of: the subject behind or
 * before one, somebody before "who", or who is meant where nobody is named.  What is met, where
 * and when is not asked here; see meeting_told. */
#include "meeting.h"

#define WHEN_WHERE 10 /* tokens between two commas that tell when and where */
#define LEAVES     24 /* tokens behind a verb of leaving in which where to is told */

static const mh_frame *event_of(const reader *r, const mh_reading *y)
{
  const mh_word *w = mh_lex_word(r->lex, y->word);
  const mh_frame *f = mh_lex_frames(r->lex, w);
  for (uint16_t k = 0; k < w->n_frames; k++)
    if (f[k].event || f[k].kind == MH_FRAME_MEET) return &f[k];
  return NULL;
}

/* The verb at token i that tells of a meeting, or that takes a word for one as its object. */
const mh_frame *mh_meeting__event_verb(const reader *r, uint32_t i,
                                       const mh_reading **out)
{
  if (!r->w->glance[i].meets || r->cls[i] != MH_W_NONE) return NULL;
  if (r->m->actor_of[i] >= 0) return NULL;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word == 0 || MH_F_POS_OF(y->feats) != MH_POS_VERB) continue;
    const mh_frame *f = event_of(r, y);
    if (f == NULL || (y->feats & MH_F_PERSON) == MH_F_2) continue;
    if (f->event == MH_EVENT_LEFT) continue; /* what he leaves, he does not hold */
    if (f->event && (y->feats & MH_F_VOICE_PASSIVE)) continue; /* nobody is named */
    *out = y;
    return f;
  }
  return NULL;
}

/* "leaves tomorrow | for N.": does the verb at token i say where he goes? */
static bool goes_to(const reader *r, uint32_t i)
{
  for (uint32_t k = i + 1; k + 1 < r->doc->n_tokens && k - i <= LEAVES; k++) {
    if (mh_statement__prep(r, k) == MH_TAKES_ILA) {
      bool city;
      uint32_t end;
      while (k + 2 < r->doc->n_tokens &&
             mh_meeting__place(r, k + 1, &city, &end) == NULL &&
             r->m->actor_at[k + 1] < 0 && r->cls[k + 1] == MH_W_NONE && k - i <= LEAVES)
        k++; /* "the capital ..." */
      return mh_meeting__state_name(r, k + 1);
    }
    if (mh_meeting__ends(r, k) || mh_is_class(r->w, k, MH_W_AFTER) ||
        mh_words_match(r->w, k, MH_PH_MEETING))
      return false;
  }
  return false;
}

const mh_frame *mh_meeting__leaves_for(const reader *r, uint32_t i,
                                       const mh_reading **out)
{
  if (!r->w->glance[i].meets || r->cls[i] != MH_W_NONE || r->m->actor_of[i] >= 0)
    return NULL;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word == 0 || MH_F_POS_OF(y->feats) != MH_POS_VERB) continue;
    const mh_frame *f = event_of(r, y);
    if (f == NULL || f->event != MH_EVENT_LEFT || !goes_to(r, i)) continue;
    const mh_word *w = mh_lex_word(r->lex, y->word);
    *out = y;
    for (uint16_t n = 0; n < w->n_frames; n++)
      if (mh_lex_frames(r->lex, w)[n].event == MH_EVENT_VISIT)
        return &mh_lex_frames(r->lex, w)[n];
  }
  return NULL;
}

bool mh_meeting__negated(const reader *r, uint32_t i, uint32_t first)
{
  return (i > first && r->cls[i - 1] == MH_W_NEG) ||
         (i > first + 1 && r->cls[i - 2] == MH_W_NEG && r->cls[i - 1] != MH_W_NONE);
}

static const act *act_of(const walk *w, uint32_t word)
{
  for (uint32_t k = w->next; k-- > 0;)
    if (w->acts[k].word == word) return &w->acts[k];
  return w->next < w->n && w->acts[w->next].word == word ? &w->acts[w->next] : NULL;
}

/* "the president of N. affirmed | the support of N.": he who says it tells the office, where
 * what does it is only his state's name. */
static const subject *teller_of(const reader *r, const act *x)
{
  const subject *o = &x->outer_who;
  if (!x->inner || o->first < 0 || o->carried || o->codes.n != 1 || x->alone.n != 1 ||
      x->who.first < 0 || strcmp(o->codes.at[0], x->alone.at[0]))
    return &x->who;
  const uint8_t form = r->m->actors[x->who.first].form;
  return form == MH_ACTOR_NAME || form == MH_ACTOR_CAPITAL ? o : &x->who;
}

/* Who performs the act: as named, else as carried on. */
void mh_meeting__actors_of(const walk *w, const act *x, slots *out)
{
  const subject *who = teller_of(w->r, x);
  if (who->first >= 0 && !who->carried) {
    subject g = *who;
    g.codes = x->alone;
    mh_meeting__join_own(w->r, out, &g);
  } else {
    mh_meeting__known(w->r, &out->own, &x->alone, x->word);
    out->own_how = HOW_CARRIED;
  }
}

static bool behind_that(const walk *w, uint32_t v, subject *g);

/* "that | the minister met his counterpart": somebody in office at the head of the clause of
 * the verb at v, whose auxiliaries begin at p, meets whoever stands behind it. */
static bool leads(const walk *w, const act *x, uint32_t v, uint32_t p, subject *g)
{
  const reader *r = w->r;
  if (p == w->s->first || mh_statement__and(r, v) ||
      !mh_statement__group_before(r, p, w->s->first, g) || g->codes.n == 0)
    return false;
  const mh_actor *a = &r->m->actors[g->first];
  if (a->form != MH_ACTOR_OFFICIAL && a->form != MH_ACTOR_PERSON) return false;
  if (x && !x->who.carried && x->who.first == g->first) return true;
  const uint32_t head = a->first;
  return head == w->s->first || r->cls[head - 1] == MH_W_AN ||
         r->cls[head - 1] == MH_W_AUX;
}

/* "N. N., who | met": before the relative pronoun whose verb's auxiliaries begin at p. */
bool mh_meeting__antecedent(const walk *w, uint32_t p, subject *g)
{
  const reader *r = w->r;
  if (p < w->s->first + 2 || r->cls[p - 1] != MH_W_REL) return false;
  uint32_t q = p - 1;
  bool found = mh_statement__group_before(r, q, w->s->first, g);
  if (!found && mh_statement__comma(r, q - 1)) {
    q--;
    found = q > w->s->first && mh_statement__group_before(r, q, w->s->first, g);
  }
  if (!found) return q > w->s->first && mh_statement__known_name(r, q - 1, g);
  const mh_actor *a = &r->m->actors[g->first];
  return g->codes.n == 1 && (a->form == MH_ACTOR_OFFICIAL || a->form == MH_ACTOR_PERSON);
}

/* Where the auxiliaries of the verb at token v begin. */
uint32_t mh_meeting__auxiliaries(const walk *w, uint32_t v)
{
  const reader *r = w->r;
  while (v > w->s->first && (r->cls[v - 1] == MH_W_QAD || r->cls[v - 1] == MH_W_FUT ||
                             r->cls[v - 1] == MH_W_AUX))
    v--;
  return v;
}

/* Does the verb at token v have its object joined to it? */
static bool object_joined(const reader *r, uint32_t v)
{
  const mh_reading *y;
  return mh_meeting__event_verb(r, v, &y) && (y->enc == MH_ENC_HU || y->enc == MH_ENC_HA);
}

/* "the envoy to Syria | arrived": is the group before the verb only what a word before it leads,
 * where who acts is told by name? */
static bool led(const walk *w, const act *x, const subject *g)
{
  const mh_actor *a = &w->r->m->actors[g->first];
  return x && x->who.first >= 0 && !x->who.carried && x->who.first != g->first &&
         g->first == g->last &&
         (a->form == MH_ACTOR_NAME || a->form == MH_ACTOR_CAPITAL) &&
         a->first > w->s->first && mh_statement__prep(w->r, a->first - 1);
}

/* "held, | on Monday in the capital, N.": past when and where between commas, where somebody
 * stands behind; else token i. */
static uint32_t past_commas(const walk *w, uint32_t v, uint32_t i)
{
  const reader *r = w->r;
  subject g;
  const mh_reading *y;
  const mh_frame *f = i < w->s->end && mh_statement__comma(r, i)
                          ? mh_meeting__event_verb(r, v, &y)
                          : NULL;
  if (f == NULL || f->event == MH_EVENT_TALKS || f->event == MH_EVENT_CALL) return i;
  for (uint32_t k = i + 1; k + 1 < w->s->end && k - i <= WHEN_WHERE;) {
    if (mh_statement__comma(r, k))
      return mh_statement__group(r, k + 1, &g) && g.codes.n ? k + 1 : i;
    const bool organ = r->m->actor_at[k] >= 0 &&
                       r->m->actors[r->m->actor_at[k]].form >= MH_ACTOR_OFFICIAL;
    if (organ || tok(r, k)->kind != MH_TOKEN_WORD || mh_meeting__ends(r, k)) return i;
    k = r->m->when_at[k] >= 0 ? r->m->whens.at[r->m->when_at[k]].end : k + 1;
  }
  return i;
}

/* The subject of the verb at token v: behind it, before it, or carried on.  Gives the token
 * where what else the verb takes begins. */
uint32_t mh_meeting__subject_of(const walk *w, uint32_t v, bool visit, slots *out)
{
  const reader *r = w->r;
  subject g;
  uint32_t i = mh_statement__skip_adverbs(r, v + 1, w->s->end);
  i = past_commas(w, v, i);
  uint32_t goal = visit ? mh_statement__past_goal(r, i, w->s->end) : i;
  if (goal > i && goal + 1 < w->s->end && mh_statement__comma(r, goal) &&
      r->m->when_at[goal + 1] >= 0) { /* "arrived in N., on Monday, | the minister" */
    const uint32_t day = r->m->whens.at[r->m->when_at[goal + 1]].end;
    if (day < w->s->end && mh_statement__comma(r, day)) goal = day + 1;
  }
  if (goal > i && mh_statement__group(r, goal, &g) && g.codes.n) {
    mh_meeting__join_own(r, out, &g);
    return v + 1; /* where to stands before it */
  }
  const uint32_t p = mh_meeting__auxiliaries(w, v);
  const act *x = act_of(w, v);
  if (leads(w, x, v, p, &g) ||
      (!object_joined(r, v) && mh_meeting__antecedent(w, p, &g))) {
    mh_meeting__join_own(r, out, &g);
    return v + 1;
  }
  if (!(visit && mh_meeting__state_name(r, i)) &&
      (mh_statement__group(r, i, &g) || mh_meeting__named(r, i, &g)))
    return mh_meeting__join_own(r, out, &g);
  /* "will visit X and meet Y": the same again */
  const bool goes_on = x && x->who.carried && mh_statement__and(r, v) &&
                       w->holder.n == 1 && v - w->holder_at <= MH_GOVERNOR;
  if (!mh_statement__and(r, v) && mh_statement__group_before(r, p, w->s->first, &g) &&
      !led(w, x, &g))
    mh_meeting__join_own(r, out, &g);
  else if (!goes_on && (x == NULL || x->who.carried) && behind_that(w, v, &g))
    mh_meeting__join_own(r, out, &g);
  else if (x && !goes_on)
    mh_meeting__actors_of(w, x, out);
  else
    mh_meeting__who_is_meant(w, v, false, out);
  return v + 1;
}

/* "said that the president, whom ministers accompany, will visit": who stands right behind
 * "that" and has not acted yet. */
static bool behind_that(const walk *w, uint32_t v, subject *g)
{
  const reader *r = w->r;
  for (uint32_t p = v; p-- > w->s->first && v - p <= MH_GOVERNOR;) {
    if (r->cls[p] != MH_W_AN) continue;
    uint32_t i = p + 1;
    while (i < v && mh_statement__quote_mark(r, i)) i++;
    return mh_statement__group(r, i, g) && g->codes.n == 1 && g->end <= v;
  }
  return false;
}

/* Is the word at i a noun of what is said ("the words of | the minister")? */
static bool said_of(const reader *r, uint32_t i)
{
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_NOUN, false);
  return y && y->word && mh_lex_word(r->lex, y->word)->cls == MH_W_SPEECH;
}

/* "the minister left after | his visit", "his words came after | talks he held": somebody in
 * office in the sentence before token i, whatever his verb is. */
static bool named_before(const walk *w, uint32_t i, slots *out)
{
  const reader *r = w->r;
  subject g;
  for (uint32_t k = i; k-- > w->s->first && i - k <= MH_GOVERNOR;) {
    int32_t a = r->m->actor_at[k];
    if (mh_statement__mark(r, k, ':') || r->cls[k] == MH_W_AN) return false;
    if (a < 0 || r->m->actors[a].form < MH_ACTOR_OFFICIAL) continue;
    while (a > 0 && r->m->actors[a - 1].end == r->m->actors[a].first) a--; /* titles */
    const mh_actor *x = &r->m->actors[a];
    k = x->first;
    if (x->form == MH_ACTOR_ROLE || x->pro || k <= w->s->first) continue;
    const bool acts = mh_statement__reading(r, k - 1, 1u << MH_POS_VERB, false) &&
                      !mh_statement__held(r, k - 1, w->s->first, false);
    if (!acts && !said_of(r, k - 1) &&
        (k > w->s->first + 3 || mh_words_match(r->w, i, MH_PH_MEETING)))
      continue;
    if (mh_statement__prep(r, k - 1) || !mh_statement__group(r, k, &g)) continue;
    if (g.codes.n != 1) return false;
    mh_meeting__join_own(r, out, &g);
    if (!acts) out->own_how = HOW_CARRIED;
    return out->own.n == 1;
  }
  return false;
}

/* "said that he ..., while N. | gets ready for a summit": who is the subject of a verb between
 * token `from` and the word at token i, which stands in his clause. */
static bool named_between(const walk *w, uint32_t from, uint32_t i, slots *out)
{
  const reader *r = w->r;
  subject g;
  bool comma = false;
  for (uint32_t k = i; k-- > from + 2 && i - k <= MH_GOVERNOR;) {
    const int32_t a = r->m->actor_at[k];
    if (mh_statement__mark(r, k, ':') || r->cls[k] == MH_W_AN) return false;
    comma = comma || mh_statement__comma(r, k);
    if (a < 0 || r->m->actors[a].form < MH_ACTOR_OFFICIAL ||
        r->m->actors[a].form == MH_ACTOR_ROLE || (r->m->actors[a].pro & ~MH_PRO_AL))
      continue;
    const mh_reading *v = mh_statement__reading(r, k - 1, 1u << MH_POS_VERB, false);
    if (v == NULL || r->cls[k - 1] != MH_W_NONE ||
        (comma && r->cls[k - 2] == MH_W_REL) || /* that clause is over */
        mh_statement__reading(r, k - 1, 1u << MH_POS_NOUN | 1u << MH_POS_MASDAR, false) ||
        !mh_statement__group(r, k, &g) || g.codes.n != 1)
      continue;
    mh_meeting__join_own(r, out, &g);
    return out->own.n == 1;
  }
  return false;
}

static bool fits(const mh_codes *c, bool one)
{
  return c->n == 1 || (c->n && !one);
}

/* Who is meant where nobody is named: who met as told last, who acts in the sentence, who
 * acted before; `one`: one alone. */
void mh_meeting__who_is_meant(const walk *w, uint32_t i, bool one, slots *out)
{
  const reader *r = w->r;
  const act *before = w->next ? &w->acts[w->next - 1] : NULL;
  const act *after = w->next < w->n ? &w->acts[w->next] : NULL;
  if (before && before->word == i) before = w->next > 1 ? before - 1 : NULL;
  const bool held = w->holder.n && (!one || w->holder.n == 1);
  uint32_t last = before ? before->word : i; /* where somebody was told last */
  if (before && held && w->holder_at > last) last = w->holder_at;
  if (before && named_between(w, last, i, out)) {
    out->own_how = HOW_CARRIED;
    return;
  }
  if (held && (before == NULL || w->holder_at >= before->word))
    mh_meeting__add_all(&out->own, &w->holder);
  else if (before && fits(&before->alone, one))
    mh_meeting__actors_of(w, before, out);
  else if (after && fits(&after->alone, one))
    mh_meeting__actors_of(w, after, out);
  else if (held)
    mh_meeting__add_all(&out->own, &w->holder);
  else if (named_before(w, i, out))
    return;
  else if (r->paragraph <= r->acted + 1)
    mh_meeting__known(r, &out->own, &r->last_one, i);
  out->own_how = HOW_CARRIED;
}
