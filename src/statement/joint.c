/* joint - what two did together, told by one of them: "that the talks dealt with X", "that
 * there is agreement on X", "we agreed on X".  Who tells it is one of those who act; the other
 * is named in the clause or is the one he is in play with.  Behind a meeting the report tells it:
 * "held talks with N. that dealt with X".
 *
 * Not what somebody does with a partner whom the verb itself names: that is partners.c.
 */
#include "inner.h"

#define ROUND  3 /* tokens of a word for a meeting                    */
#define VERBS  (1u << MH_POS_VERB)
#define NOUNS  (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)
#define DEALT  24 /* tokens from a meeting's verb to that of what it dealt with */
#define CLAUSE 28 /* tokens between "that" and the verb of its clause */
#define SIDES  3  /* more who are named in one clause are no two sides */

/* Those in play with who alone is told to act: both, or nobody when he is none of them. */
mh_codes mh_statement__both(const reader *r, const mh_codes *who)
{
  const mh_codes *c = r->three.n ? &r->three : r->pair.n > 1 ? &r->pair : &r->play;
  mh_codes none = {.n = 0};
  if (who->n != 1 || c->n < 2 || mh_code_same(who->at[0], "OTHER")) return none;
  return mh_codes_has(c, who->at[0]) ? *c : none;
}

/* A meeting at token i: "the talks", "his visit to", "the discussions that". */
static bool meeting(const reader *r, uint32_t i)
{
  if (r->cls[i] != MH_W_NONE || mh_statement__joined(r, i)) return false;
  const int32_t at = r->m->actor_at[i];
  if (at >= 0)
    return r->m->actors[at].form == MH_ACTOR_ROLE &&
           r->m->actors[at].role == MH_ROLE_MEETING;
  return mh_words_match(r->w, i, MH_PH_MEETING) != NULL;
}

static bool has_al(const mh_token *t)
{
  return t->n > 3 && mh_key_letter(t->key, 0) == MH_L_ALEF &&
         mh_key_letter(t->key, 1) == MH_L_LAM;
}

/* Can token k be a verb?  What may be a verbal noun is one where no construct state leads to
 * it: behind a word with al- ("that the meeting | dealt with"). */
static bool verb_here(const reader *r, uint32_t k)
{
  const unsigned pos = r->w->glance[k].pos;
  if (!(pos & VERBS) || r->cls[k - 1] == MH_W_PREP || r->m->actor_of[k] >= 0)
    return false;
  return !(pos & NOUNS) || (has_al(tok(r, k - 1)) && !has_al(tok(r, k)));
}

/* The verb at token k that says what the meeting did: it dealt with, showed, led to; all else
 * is said of it. */
static bool tells(const reader *r, uint32_t k, uint32_t end, act *in)
{
  const mh_reading *y = mh_statement__reading(r, k, VERBS, false);
  if (y == NULL || r->cls[k] != MH_W_NONE) return false;
  if ((y->feats & MH_F_PERSON) != MH_F_3 || (y->feats & MH_F_NUMBER) != MH_F_SG)
    return false;
  const bool future = (y->pro & MH_PRO_SA) || r->cls[k - 1] == MH_W_FUT;
  *in = (act){.word = k, .word_end = k + 1, .feats = y->feats, .form = ACT_PARTICIPLE};
  if (mh_lex_word(r->lex, y->word)->n_frames) {
    mh_statement__frames(r, k, y, in);
    if (mh_statement__complement(r, in, k + 1, end)) {
      if (in->kind == MH_FRAME_LIGHT && in->act == MH_ACT_STATE) in->act = MH_ACT_AFFIRM;
      const uint8_t a = in->act;
      if (future) in->act = MH_ACT_PLAN;
      return a == MH_ACT_DISCUSS || a == MH_ACT_AFFIRM || a == MH_ACT_AGREE;
    }
  }
  if (!future || k + 1 >= end || tok(r, k + 1)->kind != MH_TOKEN_WORD) return false;
  in->act = MH_ACT_PLAN;
  in->content = k + 1;
  in->takes = LED_OBJECT;
  return true;
}

/* Everybody who is named from token i to k, with who tells it; none when they are too many. */
static mh_codes named(const reader *r, const mh_codes *who, uint32_t i, uint32_t k)
{
  mh_codes all = *who;
  for (; i < k; i++) {
    const int32_t at = r->m->actor_at[i];
    if (at < 0) continue;
    const mh_actor *y = &r->m->actors[at];
    if (y->form == MH_ACTOR_ROLE && y->role == MH_ROLE_MEETING && y->codes.n == 0)
      continue; /* "the visit": who is in play, which is asked for below */
    const mh_codes c = mh_statement__codes(r, y);
    for (uint8_t n = 0; n < c.n; n++) mh_codes_add(&all, c.at[n]);
  }
  if (all.n > SIDES) all.n = 0;
  return all;
}

/* "... that | the talks (of his with N.) (in N.) dealt with X": fills the act of those who met.
 * The verb of a relative clause in between is passed over. */
bool mh_statement__meeting_tells(const reader *r, const act *x, uint32_t i, uint32_t end,
                                 act *in)
{
  if (x->who.codes.n != 1 || i >= end || !meeting(r, i)) return false;
  const uint32_t stop = end - i < CLAUSE ? end : i + CLAUSE;
  const bool feminine = tok(r, i)->flags & MH_TF_MARBUTA;
  bool held = false, which = false;
  for (uint32_t k = i + 1; k < stop; k++) {
    if (relative(r, k) && which) return false;
    if (relative(r, k)) held = which = true;
    if (r->cls[k] == MH_W_AN || r->cls[k] == MH_W_CONJ) return false;
    if (held && (r->w->glance[k].pos & VERBS)) {
      held = false;
      continue;
    }
    if (!verb_here(r, k)) continue;
    if (!tells(r, k, end, in)) continue;
    if (feminine && (in->feats & MH_F_GENDER) != MH_F_F) continue;
    mh_codes all = named(r, &x->who.codes, i, k);
    if (all.n == 1) all = mh_statement__both(r, &x->who.codes);
    in->who = (subject){.first = -1, .last = -1, .codes = all};
    return all.n > 1;
  }
  return false;
}

/* hunaka, hunalika. */
static bool there(const reader *r, uint32_t i)
{
  return r->cls[i] == MH_W_DEM && mh_key_letter(tok(r, i)->key, 0) == MH_L_HA &&
         mh_key_letter(tok(r, i)->key, 1) == MH_L_NUN;
}

/* "a wish | between the two countries": the token after "between both", 0 when not said. */
static uint32_t between_both(const reader *r, uint32_t i, uint32_t end)
{
  if (i + 1 >= end || mh_statement__prep(r, i) != MH_TAKES_HAWLA) return 0;
  const int32_t at = r->m->actor_at[i + 1];
  if (at < 0 || r->m->actors[at].form != MH_ACTOR_ROLE ||
      r->m->actors[at].role != MH_ROLE_BOTH)
    return 0;
  return r->m->actors[at].end;
}

/* "... that | there is agreement (of views) on X": the noun and what two think alike. */
bool mh_statement__there_is(const reader *r, const act *x, uint32_t i, uint32_t end,
                            act *in)
{
  if (i + 1 >= end || !there(r, i)) return false;
  const mh_reading *y = mh_statement__reading(r, i + 1, NOUNS, true);
  if (y == NULL || y->pro || y->enc == MH_ENC_YA) return false;
  *in = (act){.word = i + 1, .word_end = i + 2, .content = i + 1, .feats = y->feats};
  mh_statement__frames(r, i + 1, y, in);
  if (in->n_frames == 0) return false;
  in->act = in->frames[0].act;
  const bool both = between_both(r, i + 2, end) &&
                    (in->act == MH_ACT_PLAN || in->act == MH_ACT_COMMIT);
  if (in->act != MH_ACT_AFFIRM && in->act != MH_ACT_AGREE && !both) return false;
  in->takes = LED_OBJECT;
  in->who = (subject){
      .first = -1, .last = -1, .codes = mh_statement__both(r, &x->who.codes)};
  return in->who.codes.n > 1;
}

#define VIEWS 4 /* tokens from "likeness" to whose views are alike */

/* "stressed | the likeness of both sides' views": they think alike, whoever of them tells it. */
void mh_statement__alike(const reader *r, act *x, uint32_t end)
{
  act in;
  const uint32_t c = x->content;
  if (x->act != MH_ACT_AFFIRM || x->who.codes.n != 1 || c + 2 >= end ||
      mh_statement__pronoun(r, c) || mh_statement__joined(r, c) == MH_PRO_LI ||
      !mh_statement__frames_at(r, c, NOUNS, &in) || in.n_frames == 0 ||
      (in.frames[0].act != MH_ACT_AFFIRM && in.frames[0].act != MH_ACT_AGREE))
    return;
  for (uint32_t k = c + 1; k < end && k <= c + VIEWS; k++) {
    subject s;
    if (mh_statement__group(r, k, &s)) {
      const mh_actor *y = &r->m->actors[s.first];
      if (s.codes.n < 2 || !mh_codes_has(&s.codes, x->who.codes.at[0]) ||
          (y->form == MH_ACTOR_ROLE && y->role == MH_ROLE_SELF))
        return;
      if (!x->inner) x->outer_who = x->who;
      x->inner = true;
      x->who.codes = s.codes;
      return;
    }
    if (tok(r, k)->kind != MH_TOKEN_WORD || mh_statement__joined(r, k) ||
        (r->cls[k] != MH_W_NONE && mh_statement__prep(r, k) != MH_TAKES_HAWLA))
      return;
  }
}

/* "held talks with N. | that dealt with X", "talks with his counterpart, N. N., | that dealt with
 * X": may what stands in [from, i) go with the meeting, and the verb of frame f at i behind
 * it?  Nothing between tells anything else. */
static bool of_meeting(const reader *r, const mh_frame *f, uint32_t from, uint32_t i)
{
  bool parted = false;
  for (uint32_t k = from; k < i; k++) {
    const bool mark = tok(r, k)->kind == MH_TOKEN_MARK;
    if (relative(r, k) || r->cls[k] == MH_W_AN) return false;
    if (mark && !mh_statement__comma(r, k) && !mh_statement__mark(r, k, '(') &&
        !mh_statement__mark(r, k, ')'))
      return false;
    if (parted && r->cls[k] == MH_W_NONE && r->m->actor_of[k] < 0 &&
        r->m->when_at[k] < 0 && (r->w->glance[k].pos & VERBS))
      return false;
    parted = parted || mark;
  }
  /* "the tour, which comprised", "..., it was agreed there" */
  return !parted || (f->kind != MH_FRAME_WEAK && f->kind != MH_FRAME_PASSIVE);
}

/* A word for a meeting right before i, indefinite: "in a meeting | (that) took up". */
static bool behind_meeting(const reader *r, uint32_t i)
{
  for (uint32_t k = i; k-- > 0 && i - k <= ROUND;) {
    const mh_match *m = mh_words_match(r->w, k, MH_PH_MEETING);
    if (m && m->end == i) return !mh_statement__has_al(r, k) && m->enc == MH_ENC_NONE;
    if (tok(r, k)->kind != MH_TOKEN_WORD) return false;
  }
  return false;
}

/* "a call from N., the minister of N., | (that) took up the situation in", "in a meeting | (that)
 * touched on": behind a comma or its meeting a verb that is written like its verbal noun is none,
 * where what was taken up follows. */
static bool took_up(const reader *r, const mh_frame *f, uint32_t i, uint32_t end)
{
  if (i + 2 >= end || r->m->actor_at[i + 1] >= 0 ||
      tok(r, i + 1)->kind != MH_TOKEN_WORD ||
      !(mh_statement__comma(r, i - 1) || behind_meeting(r, i)))
    return false;
  const unsigned led = mh_statement__prep(r, i + 1);
  return led ? (f->takes & led) != 0
             : !mh_statement__joined(r, i + 1) && mh_statement__noun_like(r, i + 1);
}

bool mh_statement__dealt_with(reader *r, act *x, const mh_reading *y, uint32_t i,
                              uint32_t end, bool noun)
{
  if (r->met_in == 0 || i < r->met_in || i - r->met_in > DEALT || r->last.n < 2)
    return false;
  const mh_frame *f = &x->frames[0];
  if (x->n_frames == 0 || f->act != MH_ACT_DISCUSS || y->enc != MH_ENC_NONE ||
      (y->feats & MH_F_NUMBER) != MH_F_SG || (y->pro & MH_PRO_SA) ||
      mh_statement__and(r, i) || r->cls[i - 1] != MH_W_NONE ||
      (tok(r, i - 1)->kind != MH_TOKEN_WORD && !mh_statement__comma(r, i - 1)) ||
      (noun && r->m->actor_of[i - 1] < 0 && !took_up(r, f, i, end)) ||
      !of_meeting(r, f, r->met_in, i))
    return false;
  x->who = (subject){
      .first = -1, .last = -1, .carried = true, .end = x->word_end, .codes = r->last};
  return mh_statement__settle(r, x, x->word_end, end);
}

/* "the third round of | the strategic dialogue": whose round it is, no purpose. */
static bool of_round(const reader *r, uint32_t i)
{
  const mh_match *m = mh_words_match(r->w, i, MH_PH_MEETING);
  return m && i &&
         (m->end > i + 1 || mh_words_match(r->w, i - 1, MH_PH_NUMBER) ||
          mh_words_match(r->w, i - 1, MH_PH_MEETING));
}

/* "devoted was the meeting | to discussing": the meeting stands right before, and its verb. */
static bool devoted(const reader *r, uint32_t i, uint32_t first)
{
  if (i < first + 2 || r->m->actor_of[i - 1] < 0) return false;
  const mh_actor *x = &r->m->actors[r->m->actor_of[i - 1]];
  return x->form == MH_ACTOR_ROLE && x->role == MH_ROLE_MEETING && x->first > first &&
         (r->w->glance[x->first - 1].pos >> MH_POS_VERB & 1) &&
         mh_statement__opens(r, x->first - 1, first);
}

/* "... held a meeting to discuss X": the purpose of a meeting is what was discussed. */
bool mh_statement__purpose(reader *r, uint32_t i, uint32_t first, uint32_t end, act *out)
{
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_MASDAR, true);
  if (y == NULL || !(y->pro & MH_PRO_LI)) return false;
  const bool far = r->met_in == 0 || i - r->met_in > 40;
  /* "the conference for (lil-) dialogue" is what it is called */
  if (far && (mh_statement__article(r, i) || !devoted(r, i, first))) return false;
  if (of_round(r, i)) return false;
  mh_statement__start(r, out, i, y, ACT_PARTICIPLE);
  if (out->frames[0].act != MH_ACT_DISCUSS || r->last.n < 2) return false;
  out->who = (subject){
      .first = -1, .last = -1, .carried = true, .codes = r->last, .end = i + 1};
  return mh_statement__settle(r, out, i + 1, end);
}
