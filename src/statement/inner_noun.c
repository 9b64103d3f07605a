/* inner_noun - the act noun inside an act: "expressed their support", "renewed the commitment of
 * his country to", "a discussion of X was held".
 *
 * Which act wins where a clause is told is inner.c's.
 */
#include "content.h"
#include "inner.h"

#define NOUNS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)

bool mh_statement__meeting_near(const reader *r, uint32_t i, uint32_t end)
{
  for (uint32_t k = i; k < end && k < i + 12; k++)
    if (mh_words_match(r->w, k, MH_PH_MEETING)) return true;
  return false;
}

/* "renewed the stress on | the support of his country": what the act noun inside leads to may
 * be an act itself. */
static uint8_t innermost(const reader *r, const act *x, const act *in, uint32_t end)
{
  act y = *in;
  if (in->act != MH_ACT_AFFIRM || in->content == 0 || x->depth >= DEEPEST) return in->act;
  y.who = x->who;
  y.depth = x->depth + 1;
  y.inner = false;
  mh_statement__inner(r, &y, end);
  return y.act;
}

/* "the military support | of N. for": definite, and an adjective of a state tells whose act
 * the noun at c is: of somebody else than who acts. */
static bool others(const reader *r, const act *x, uint32_t c, uint32_t end)
{
  if (!mh_statement__article(r, c)) return false;
  for (uint32_t i = c + 1; i < end && i < c + 4 && mh_statement__article(r, i); i++) {
    const mh_match *m = mh_words_match(r->w, i, MH_PH_ADJ);
    if (m == NULL) continue;
    const mh_actor_row *a = mh_lex_actor(r->lex, m->value);
    return a && !mh_codes_has(&x->who.codes, a->code);
  }
  return false;
}

/* "the standing of N. | behind N.": a noun that stands against somebody or with him, as its
 * preposition says; without one of these it is with him. */
static bool stands_by(const act *in)
{
  if (in->content || in->n_frames < 2 || in->frames[0].act != MH_ACT_OPPOSE) return false;
  for (uint32_t i = 1; i < in->n_frames; i++)
    if (in->frames[i].act == MH_ACT_SUPPORT) return true;
  return false;
}

/* "the going on of": a bare noun of lasting. */
static bool lasting(const reader *r, uint32_t c)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, c); k++) {
    const mh_reading *y = mh_words_reading(r->w, c, k);
    if (y->word && !y->pro && y->enc == MH_ENC_NONE &&
        mh_lex_word(r->lex, y->word)->cls == MH_W_LASTING)
      return true;
  }
  return false;
}

/* "the going on of | its support": the token behind a noun of lasting, where what lasts is an
 * act of one's own; c else. */
static uint32_t what_lasts(const reader *r, const act *x, uint32_t c, uint32_t end)
{
  subject s;
  act in;
  if (c + 2 >= end || !lasting(r, c) || !mh_statement__frames_at(r, c + 1, NOUNS, &in) ||
      in.n_frames == 0 || in.frames[0].kind != MH_FRAME_ACT)
    return c;
  if (mh_statement__pronoun(r, c + 1)) return c + 1;
  const bool own = mh_statement__group(r, c + 2, &s) &&
                   r->m->actors[s.first].first == c + 2 &&
                   mh_statement__same_actors(x, &r->m->actors[s.first], &s.codes);
  return own ? c + 1 : c;
}

/* "repeated the voicing of | their support": a noun that lets another one perform, behind a verb
 * that does no more than that. */
static bool voiced_again(const reader *r, act *x, const act *in, uint32_t end)
{
  if (x->kind != MH_FRAME_RENEW || in->kind != MH_FRAME_LIGHT ||
      in->content <= x->content || in->takes != LED_PREP || x->depth >= DEEPEST)
    return false;
  x->kind = MH_FRAME_LIGHT;
  x->content = in->content;
  x->takes = in->takes;
  x->depth++;
  mh_statement__inner_noun(r, x, end);
  return true;
}

/* "the statement stressed the support of N." and nothing behind it that N. supports: of one whose
 * statement it is not, it is what is done to him. */
static bool done_to(const reader *r, const act *x, const act *noun, const subject *s,
                    uint32_t end)
{
  act in = *noun;
  if (!x->who.document || s->codes.n == 0) return false;
  for (uint8_t k = 0; k < s->codes.n; k++)
    if (mh_codes_has(&x->who.codes, s->codes.at[k])) return false;
  return !mh_statement__complement(r, &in, s->end, end);
}

static bool act_noun_at(const reader *r, uint32_t i)
{
  act in;
  return mh_statement__frames_at(r, i, NOUNS, &in) && in.frames[0].kind != MH_FRAME_WEAK;
}

/* "he pointed to | their refusal": of several, where one alone is plainly who tells. */
static bool theirs(const reader *r, const act *x, uint32_t c)
{
  if ((x->form == ACT_VERB && !x->who.carried) || x->who.codes.n != 1 ||
      (x->feats & MH_F_NUMBER) != MH_F_SG)
    return false;
  bool any = false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, c); k++) {
    const mh_reading *y = mh_words_reading(r->w, c, k);
    if (!(NOUNS >> MH_F_POS_OF(y->feats) & 1)) continue;
    if (y->enc != MH_ENC_HUM && y->enc != MH_ENC_HUNNA) return false;
    any = true;
  }
  return any;
}

/* A noun of an act as complement: "their support for", "the welcome of the USA to". */
void mh_statement__inner_noun(const reader *r, act *x, uint32_t end)
{
  act in;
  subject s = {.first = -1};
  uint32_t c = x->content;
  const bool light = x->kind == MH_FRAME_LIGHT || x->kind == MH_FRAME_RENEW;
  /* "voiced (`an) some | of his fears": how much of it decides nothing */
  if (light && c && c + 1 < end && r->cls[c] == MH_W_DET && r->cls[c - 1] == MH_W_PREP)
    c += width(r, c);
  const uint32_t head = c;
  bool doing = false; /* something is done with what the act noun tells of */
  /* "voiced the importance of talks": what is weighed is not done */
  const bool weighed = x->act == MH_ACT_STATE || x->act == MH_ACT_AFFIRM;
  /* "his deep thanks": an adjective in front, or a quotation mark */
  while (light && c + 1 < end && c < head + 2 && r->cls[c] == MH_W_NONE &&
         !(weighed && mh_statement__noun_of(r, c, MH_W_EVALUATION, true)) &&
         !mh_statement__frames_at(r, c, NOUNS, &in)) {
    doing = doing || r->w->glance[c].pos >> MH_POS_MASDAR & 1;
    c++;
  }
  if (c < end) c = what_lasts(r, x, c, end);
  if (!mh_statement__frames_at(r, c, NOUNS, &in)) return;
  const bool mine = mh_statement__pronoun(r, c);
  if (mine && !light && theirs(r, x, c)) return;
  const bool named = !mine && mh_statement__group(r, c + 1, &s) &&
                     r->m->actors[s.first].first == c + 1 &&
                     !(r->m->actors[s.first].pro & MH_PRO_WA);
  if (named && r->m->actors[s.first].form == MH_ACTOR_ROLE &&
      r->m->actors[s.first].role == MH_ROLE_SELF)
    s.codes = x->who.codes;
  if (others(r, x, c, end)) return;
  if (named && s.codes.n == 0) return;
  if (named && !mh_statement__same_actors(x, &r->m->actors[s.first], &s.codes)) return;
  if (named && done_to(r, x, &in, &s, end)) return;
  in.who = s;
  /* "announced the loss of N.", "that they got X": what befalls somebody is no step */
  if (in.n_frames && in.frames[0].kind == MH_FRAME_MUTE) {
    if (x->act == MH_ACT_PLAN && light)
      x->act = MH_ACT_STATE, x->inner = true, x->outer_who = x->who;
    return;
  }
  if (!mh_statement__complement(r, &in, named ? s.end : c + 1, end) && !mine && !named &&
      !light)
    return;
  if (in.content == 0 && in.n_frames == 0) return; /* it takes certain objects only */
  /* "announced the opening again of": nothing that is said is said again */
  if (in.kind == MH_FRAME_RENEW && in.content && !in.inner &&
      !act_noun_at(r, in.content) && r->cls[in.content] != MH_W_AN)
    return;
  if (in.frames[0].kind == MH_FRAME_MEET && !mh_statement__meeting_near(r, c, end))
    return;
  if (voiced_again(r, x, &in, end)) return;
  if (!(in.paired && x->paired) &&
      (in.frames[0].kind == MH_FRAME_LIGHT || in.frames[0].kind == MH_FRAME_PASSIVE))
    return;
  if (in.frames[0].kind == MH_FRAME_WEAK && !mine && !named &&
      (x->kind == MH_FRAME_ACT || x->kind == MH_FRAME_RENEW))
    return;
  /* "stressed the lifting of sanctions", "their belief in it": asked for, not done */
  if (x->act == MH_ACT_AFFIRM && in.paired && !mine && !named) return;
  if (in.content == 0) in.act = stands_by(&in) ? MH_ACT_SUPPORT : in.frames[0].act;
  /* "confirmed the holding of the summit" */
  if (x->kind == MH_FRAME_ACT && x->act == MH_ACT_AFFIRM && in.act == MH_ACT_MEET) return;
  /* "announced the holding of a summit", "the end of its aid": a step, what follows is not done */
  if (x->kind == MH_FRAME_LIGHT && x->act == MH_ACT_PLAN &&
      (in.act == MH_ACT_MEET || (doing && in.act != MH_ACT_PLAN))) {
    x->inner = true;
    x->outer_who = x->who;
    return;
  }
  /* "laid stress on saying that" */
  if (x->act == MH_ACT_AFFIRM && in.act == MH_ACT_STATE && !light) return;
  /* "pointed to proposals of N." */
  if (x->kind == MH_FRAME_ACT && x->act == MH_ACT_STATE && !mine && !named &&
      in.act != MH_ACT_AFFIRM && (in.feats & MH_F_NUMBER) == MH_F_PL)
    return;
  /* "pointed to its contribution": what is spoken of is not done by it */
  if (!light && x->act == MH_ACT_STATE &&
      (in.act == MH_ACT_PROVIDE || in.act == MH_ACT_MEET ||
       (in.act == MH_ACT_PLAN && (in.feats & MH_F_NUMBER) == MH_F_PL)))
    return;
  if (!light && !mine && !named && in.gap) return;
  /* "announced the recall of": a step stays what is announced */
  const bool same = !mine && !in.paired &&
                    (x->act == in.act || (in.act == MH_ACT_AFFIRM && light)) &&
                    !(light && in.act == MH_ACT_PLAN &&
                      in.frames[0].kind == MH_FRAME_WEAK);
  if (named || (same && in.content)) {
    /* the content of "the welcome of the USA to X" is X */
    if (in.content && (x->who.document || same)) {
      if (x->who.document) x->word = c, x->word_end = c + 1, x->joined = false;
      if (same && light && c == x->word_end) x->word_end = c + 1;
      x->content = in.content;
      x->takes = in.takes;
    }
  }
  in.act = innermost(r, x, &in, end);
  mh_statement__adopt(x, &in, named ? &s : NULL);
}

/* Does the act noun at i govern the definite noun behind it, and not what its preposition leads
 * at `content`? */
static bool governs(const reader *r, uint32_t i, uint32_t content)
{
  return i + 2 < content && tok(r, i + 1)->kind == MH_TOKEN_WORD &&
         r->cls[i + 1] == MH_W_NONE && r->m->when_at[i + 1] < 0 &&
         !mh_statement__article(r, i) && mh_statement__article(r, i + 1);
}

/* "(was done) | during the meeting": does a meeting of theirs stand between the verb of x and
 * token i? */
static bool at_meeting(const reader *r, const act *x, uint32_t i)
{
  for (uint32_t k = x->word_end; k < i; k++) {
    const int32_t a = r->m->actor_at[k];
    if (a >= 0 && r->m->actors[a].form == MH_ACTOR_ROLE &&
        r->m->actors[a].role == MH_ROLE_MEETING)
      return true;
  }
  return false;
}

/* "a discussion of X was held in it": the act noun after the verb and what stands between. */
bool mh_statement__passive(const reader *r, act *x, uint32_t end)
{
  const uint32_t stop = end - x->word_end < 24 ? end : x->word_end + 24;
  bool amid = true; /* nothing but a setting has stood behind the verb so far */
  for (uint32_t i = x->word_end; i < stop; i++) {
    act in;
    /* "was held, during the meeting, | a discussion of" */
    if (mh_statement__comma(r, i) && amid && i + 1 < stop && !mh_statement__and(r, i + 1))
      continue;
    if (mh_statement__comma(r, i) || relative(r, i) || r->cls[i] == MH_W_AN) return false;
    if (r->cls[i] == MH_W_PREP &&
        !mh_statement__pronoun(r, i)) { /* "during the meeting": its setting */
      const uint32_t n = i + width(r, i);
      const uint32_t k = n < stop ? mh_statement__known_phrase(r, n) : 0;
      i = k > n ? k - 1 : n;
      continue;
    }
    if (!mh_statement__frames_at(r, i, NOUNS, &in) ||
        (i > x->word_end && mh_statement__joined(r, i))) {
      amid = amid &&
             (r->cls[i] == MH_W_OTHER || r->m->actor_of[i] >= 0 || r->m->when_at[i] >= 0);
      /* "the strengthening of that was done": what was done is no act */
      if (i == x->word_end && mh_statement__reading(r, i, 1u << MH_POS_MASDAR, false))
        return false;
      continue;
    }
    /* "while what is being | talked of it": the noun takes up what was told before */
    if (i == x->word_end && i > 1 && r->cls[x->word - 1] == MH_W_CONJ &&
        mh_statement__pronoun(r, i))
      return false;
    if (!mh_statement__complement(r, &in, i + 1, end)) return false;
    /* "a review was made": it is those who met that look into something together */
    const bool weak = in.kind == MH_FRAME_WEAK &&
                      !(in.act == MH_ACT_DISCUSS && at_meeting(r, x, i));
    if (weak || in.kind == MH_FRAME_MEET) return false;
    if (in.act == MH_ACT_STATE) return false; /* "the wounded were brought to hospital" */
    /* "the airport was opened again", "measures were tightened": no renewed or stressed word */
    if (in.kind == MH_FRAME_RENEW && !act_noun_at(r, in.content)) return false;
    if (in.takes == LED_PREP && governs(r, i, in.content)) return false;
    x->act = x->outer = in.act;
    x->kind = in.kind;
    x->content = in.content;
    x->takes = in.takes;
    x->inner = true;
    if (x->future) x->act = MH_ACT_PLAN;
    return true;
  }
  return false;
}

/* "stressed «his esteem for N.»", "pointed to «the refusal of | his country»": a noun of one's
 * own act that a quotation mark stands before. */
static bool own_noun_quoted(const reader *r, const act *x, uint32_t head, uint32_t end)
{
  act in;
  const mh_reading *y = head < end ? mh_statement__reading(r, head, NOUNS, true) : NULL;
  /* a quotation that is only said begins a clause of its own */
  const bool his = !(x->takes == LED_QUOTE && x->act == MH_ACT_STATE) && head + 1 < end &&
                   r->m->actor_at[head + 1] >= 0 &&
                   r->m->actors[r->m->actor_at[head + 1]].pro == 0;
  if (head >= end || head == x->content || y == NULL || (y->enc == MH_ENC_NONE && !his) ||
      !mh_statement__frames_at(r, head, NOUNS, &in) || in.n_frames == 0)
    return false;
  /* "«our aim is ...»" is a clause of its own, "«our congratulations to»" none */
  const bool ours = y->enc == MH_ENC_NA || y->enc == MH_ENC_YA;
  return !ours || in.frames[0].act == MH_ACT_PRAISE || in.frames[0].act == MH_ACT_SUPPORT;
}

bool mh_statement__quoted_noun(const reader *r, act *x, uint32_t head, uint32_t end)
{
  if (!own_noun_quoted(r, x, head, end)) return false;
  const uint32_t content = x->content;
  x->content = head;
  mh_statement__inner_noun(r, x, end);
  if (x->content == head) x->content = content;
  return true;
}
