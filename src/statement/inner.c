/* inner - the act inside an act, which wins over the outer one: "expressed their support",
 * "renewed its commitment", "stressed that it rejects", "a discussion of X was held".
 */
#include "inside.h"

#define DEEPEST 4 /* acts told inside of acts */
#define NOUNS   (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)

static bool lets_inner(const act *x)
{
  /* "called the decision grave": what is described decides nothing */
  if (x->kind == MH_FRAME_JUDGE && x->takes == LED_OBJECT) return false;
  return x->kind == MH_FRAME_LIGHT || x->kind == MH_FRAME_RENEW ||
         x->act == MH_ACT_AFFIRM || x->act == MH_ACT_STATE;
}

/* Are these the actors of x (or x with its partners)? */
static bool same_actors(const act *x, const mh_actor *a, const mh_codes *c)
{
  if (a->form == MH_ACTOR_ROLE && a->role == MH_ROLE_SELF) return true;
  if (x->who.document) return true;
  if (c->n == 0) return false;
  bool all = true, back = true;
  for (uint8_t i = 0; i < c->n; i++) all = all && mh_codes_has(&x->who.codes, c->at[i]);
  for (uint8_t i = 0; i < x->who.codes.n; i++)
    back = back && mh_codes_has(c, x->who.codes.at[i]);
  return all || (back && x->who.codes.n > 0);
}

/* The act a noun or predicate at token i performs, with what it takes. */
static bool frames_at(const reader *r, uint32_t i, unsigned pos, act *in)
{
  const mh_reading *y = mh_statement__reading(r, i, pos, true);
  if (y == NULL || (y->pro & (MH_PRO_WA | MH_PRO_FA))) return false;
  /* "they took control" is written like "they will praise" */
  if ((y->pro & MH_PRO_SA) && !mh_statement__only_ahead(r, i)) return false;
  *in = (act){.word = i,
              .word_end = i + 1,
              .feats = y->feats,
              .form = ACT_PARTICIPLE,
              .who = {.first = -1, .last = -1}};
  mh_statement__frames(r, i, y, in);
  return in->n_frames + in->n_with > 0;
}

/* A date stands between. */
static bool dated(const reader *r, uint32_t i, uint32_t end)
{
  for (; i < end; i++)
    if (r->m->when_at[i] >= 0) return true;
  return false;
}

static void adopt(act *x, const act *in, const subject *who)
{
  x->act = in->act;
  x->inner = true;
  x->outer_who = x->who;
  if (who && who->codes.n) {
    x->who.codes = who->codes;
    x->who.first = who->first;
    x->who.last = who->last;
    x->who.document = false;
  }
}

static bool meeting_near(const reader *r, uint32_t i, uint32_t end)
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

/* A noun of an act as complement: "their support for", "the welcome of the USA to". */
static void inner_noun(const reader *r, act *x, uint32_t end)
{
  act in;
  subject s = {.first = -1};
  uint32_t c = x->content;
  const bool weak = x->kind == MH_FRAME_LIGHT || x->kind == MH_FRAME_RENEW;
  /* "his deep thanks": an adjective in front, or a quotation mark */
  while (weak && c + 1 < end && c < x->content + 2 && r->cls[c] == MH_W_NONE &&
         !frames_at(r, c, NOUNS, &in))
    c++;
  if (!frames_at(r, c, NOUNS, &in)) return;
  const bool mine = mh_statement__pronoun(r, c);
  const bool named = !mine && mh_statement__group(r, c + 1, &s) &&
                     r->m->actors[s.first].first == c + 1 &&
                     !(r->m->actors[s.first].pro & MH_PRO_WA);
  if (named && r->m->actors[s.first].form == MH_ACTOR_ROLE &&
      r->m->actors[s.first].role == MH_ROLE_SELF)
    s.codes = x->who.codes;
  if (others(r, x, c, end)) return;
  if (named && s.codes.n == 0) return;
  if (named && !same_actors(x, &r->m->actors[s.first], &s.codes)) return;
  in.who = s;
  const bool light = x->kind == MH_FRAME_LIGHT || x->kind == MH_FRAME_RENEW;
  if (!mh_statement__complement(r, &in, named ? s.end : c + 1, end) && !mine && !named &&
      !light)
    return;
  if (in.content == 0 && in.n_frames == 0) return; /* it takes certain objects only */
  if (in.frames[0].kind == MH_FRAME_MEET && !meeting_near(r, c, end)) return;
  if (!(in.paired && x->paired) &&
      (in.frames[0].kind == MH_FRAME_LIGHT || in.frames[0].kind == MH_FRAME_PASSIVE))
    return;
  if (in.frames[0].kind == MH_FRAME_WEAK && !mine && !named &&
      (x->kind == MH_FRAME_ACT || x->kind == MH_FRAME_RENEW))
    return;
  /* "stressed the lifting of sanctions", "their belief in it": asked for, not done */
  if (x->act == MH_ACT_AFFIRM && in.paired && !mine && !named) return;
  if (in.content == 0) in.act = in.frames[0].act;
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
  adopt(x, &in, named ? &s : NULL);
}

static bool act_noun_at(const reader *r, uint32_t i)
{
  act in;
  return frames_at(r, i, NOUNS, &in) && in.frames[0].kind != MH_FRAME_WEAK;
}

/* Does the act noun at i govern the definite noun behind it, and not what its preposition leads
 * at `content`? */
static bool governs(const reader *r, uint32_t i, uint32_t content)
{
  return i + 2 < content && tok(r, i + 1)->kind == MH_TOKEN_WORD &&
         r->cls[i + 1] == MH_W_NONE && r->m->when_at[i + 1] < 0 &&
         !mh_statement__article(r, i) && mh_statement__article(r, i + 1);
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
    if (!frames_at(r, i, NOUNS, &in) || (i > x->word_end && mh_statement__joined(r, i))) {
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
    if (in.kind == MH_FRAME_WEAK || in.kind == MH_FRAME_MEET) return false;
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

static uint32_t skip_quotes(const reader *r, uint32_t i, uint32_t end)
{
  while (i < end && mh_statement__quote_mark(r, i)) i++;
  return i;
}

/* A verb that speaks for who speaks: the first person, plural or singular. */
static bool first_person(const reader *r, uint32_t i)
{
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_VERB, true);
  if (mh_statement__i_that(r, i) || mh_statement__i_say(r, i)) return true;
  if (y == NULL || (y->feats & MH_F_PERSON) != MH_F_1) return false;
  if (r->m->actor_of[i] >= 0 || y->enc != MH_ENC_NONE) return false;
  /* the singular is written like an imperative or a perfect of the fourth form */
  return (y->feats & MH_F_NUMBER) != MH_F_SG || (tok(r, i)->flags & MH_TF_HAMZA_UP);
}

/* "our stand is | the rejection of", "that the aim of his country is | the support of": the
 * token after the pronoun that parts a thing of one's own from what it is; NO_TOKEN else. */
static uint32_t own_thing_is(const reader *r, uint32_t i, uint32_t end)
{
  if (i + 2 >= end || r->cls[i] != MH_W_NONE || r->m->actor_of[i] >= 0) return NO_TOKEN;
  const int32_t at = r->m->actor_at[i + 1];
  const bool self = at >= 0 && r->m->actors[at].form == MH_ACTOR_ROLE &&
                    r->m->actors[at].role == MH_ROLE_SELF;
  if (!self && !(mh_statement__pronoun(r, i) && (r->w->glance[i].pos & NOUNS)))
    return NO_TOKEN;
  const uint32_t k = self ? r->m->actors[at].end : i + 1;
  return k + 1 < end && r->cls[k] == MH_W_PRON ? k + 1 : NO_TOKEN;
}

/* "that | the movement rejects": a body or somebody named before, of whose name no more follows. */
static bool body_or_name(const reader *r, uint32_t i, uint32_t end, subject *s)
{
  return mh_statement__known_name(r, i, s) && s->end < end &&
         !(tok(r, s->end)->kind == MH_TOKEN_WORD && mh_words_readings(r->w, s->end) == 0);
}

/* Where the predicate begins of a clause that is about the actors themselves: behind "that"
 * with their pronoun or their name, behind their name at the start of what is quoted, or a
 * verb in the first person.  NO_TOKEN when the clause is about somebody else.  *s: the actors
 * where they are named. */
static uint32_t own_predicate(const reader *r, const act *x, uint32_t end, subject *s)
{
  uint32_t i = skip_quotes(r, x->content, end);
  const bool that = i < end && r->cls[i] == MH_W_AN;
  if (i >= end || (!that && x->takes != LED_QUOTE)) return NO_TOKEN;
  bool mine = !that && first_person(r, i);
  if (!that && r->cls[i] == MH_W_PRON && mh_statement__i_or_we(r, i)) {
    mine = true; /* "we are confident" */
    i = skip_quotes(r, i + 1, end);
  }
  if (that) {
    mine = mh_statement__pronoun(r, i);
    i = skip_quotes(r, i + 1, end);
    mine = mine || (i < end && first_person(r, i));
  }
  if (mine && i < end && r->m->actor_at[i] >= 0 &&
      (r->m->actors[r->m->actor_at[i]].pro & MH_PRO_WA) && mh_statement__group(r, i, s)) {
    /* "that he and the king": both act */
    for (uint8_t k = 0; k < x->who.codes.n; k++)
      mh_codes_add(&s->codes, x->who.codes.at[k]);
    return skip_quotes(r, s->end, end);
  }
  if (mine) return i;
  if (!mh_statement__group(r, i, s) && !body_or_name(r, i, end, s))
    return own_thing_is(r, i, end);
  const mh_actor *a = &r->m->actors[s->first];
  if (a->form == MH_ACTOR_ROLE && a->role == MH_ROLE_MEETING)
    return NO_TOKEN; /* that talks will succeed is nobody's plan */
  if (a->form == MH_ACTOR_ROLE && a->role == MH_ROLE_SELF && s->first == s->last)
    s->codes = x->who.codes; /* "that his country": of him who tells it */
  if (!same_actors(x, &r->m->actors[s->first], &s->codes)) return NO_TOKEN;
  i = skip_quotes(r, s->end, end);
  return i < end && relative(r, i) ? mh_statement__past_relative(r, i, end) : i;
}

/* "that they value", "that they sent", "that they work on": a verb that is no act without an
 * actor has one here.  What they have done already is no plan; what they use to do, no aid. */
static bool weak_tells(const act *in)
{
  const bool past = (in->feats & MH_F_TENSE) == MH_F_PERFECT;
  if (MH_F_POS_OF(in->feats) != MH_POS_VERB) return false;
  return in->act == MH_ACT_PRAISE || in->act == MH_ACT_SUPPORT ||
         in->act == MH_ACT_CALL || (in->act == MH_ACT_PLAN && !past) ||
         (in->act == MH_ACT_PROVIDE && past);
}

/* What the verb or predicate at token i does, down to the act that it lets win itself ("that
 * they stressed their support"). */
static bool predicate(const reader *r, const act *x, const subject *s, uint32_t i,
                      uint32_t end, act *in)
{
  /* "(are) in readiness for", "in confidence that": the noun says what one does */
  const bool state = i &&
                     (mh_statement__prep(r, i - 1) == MH_TAKES_ALA ||
                      (r->cls[i - 1] == MH_W_PRON && !mh_statement__i_or_we(r, i - 1)));
  const unsigned preds = state
                             ? NOUNS
                             : 1u << MH_POS_VERB | 1u << MH_POS_ACTIVE | 1u << MH_POS_ADJ;
  if (r->cls[i] != MH_W_NONE || !frames_at(r, i, preds, in)) return false;
  if (in->frames[0].kind == MH_FRAME_PASSIVE) {
    if (!mh_statement__passive(r, in, end)) return false;
    /* "that a discussion was held": with the other one */
    if (in->act == MH_ACT_DISCUSS || in->act == MH_ACT_AGREE || in->act == MH_ACT_SIGN)
      in->who.codes = mh_statement__both(r, &x->who.codes);
    return true;
  }
  if (!mh_statement__complement(r, in, i + 1, end)) return false;
  mh_statement__judge(r, in, end);
  if (in->act == MH_ACT_STATE && (in->kind == MH_FRAME_ACT || in->kind == MH_FRAME_JUDGE))
    return false;
  if (in->kind == MH_FRAME_WEAK && !weak_tells(in)) return false;
  if (in->kind == MH_FRAME_MEET && !meeting_near(r, i, end)) return false;
  /* "that it is being looked into": nobody holds what no word for a meeting follows */
  if (in->kind == MH_FRAME_MEET && in->takes == LED_OBJECT && in->content == i + 1 &&
      (in->feats & MH_F_TENSE) == MH_F_IMPERFECT &&
      !mh_words_match(r->w, in->content, MH_PH_MEETING))
    return false;
  in->who = x->who;
  if (s->codes.n) in->who.codes = s->codes;
  in->depth = x->depth + 1;
  if (in->depth < DEEPEST) mh_statement__inner(r, in, end);
  return true;
}

/* "that" + what both did: the talks, or agreement that there is. */
static bool joint_clause(const reader *r, act *x, uint32_t end)
{
  act in;
  uint32_t i = skip_quotes(r, x->content, end);
  if (i < end && r->cls[i] == MH_W_AN) i = skip_quotes(r, i + 1, end);
  if (!mh_statement__meeting_tells(r, x, i, end, &in) &&
      !mh_statement__there_is(r, x, i, end, &in))
    return false;
  x->word = in.word, x->word_end = in.word_end, x->joined = false;
  x->content = in.content;
  x->takes = in.takes;
  adopt(x, &in, &in.who);
  return true;
}

/* Nothing but "there", "soon" from token i to the end or to a mark that opens no quotation. */
static bool says_no_more(const reader *r, uint32_t i, uint32_t end)
{
  if (i < end && (r->cls[i] == MH_W_OTHER || r->cls[i] == MH_W_DEM)) i += width(r, i);
  return i >= end ||
         (tok(r, i)->kind == MH_TOKEN_MARK && !mh_statement__quote_mark(r, i));
}

/* "that" + the same actors + what they do. */
static void inner_clause(const reader *r, act *x, uint32_t end)
{
  act in;
  subject s = {.first = -1};
  if (joint_clause(r, x, end)) return;
  uint32_t i = own_predicate(r, x, end, &s);
  if (i == NO_TOKEN) return;
  const uint32_t head = i;
  while (i < end &&
         (r->cls[i] == MH_W_QAD || r->cls[i] == MH_W_FUT || r->cls[i] == MH_W_OTHER ||
          r->cls[i] == MH_W_AUX || r->cls[i] == MH_W_NEG))
    i += width(r, i);
  i = skip_quotes(r, i, end);
  if (i + 1 < end && mh_statement__prep(r, i) == MH_TAKES_ALA) i++;
  if (i >= end || (tok(r, i)->kind == MH_TOKEN_WORD && mh_statement__article(r, i) &&
                   mh_statement__has_al(r, i)))
    return; /* "that the agreement | (that was) signed with N. ...": no predicate has al- */
  const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, false);
  if (v && i + 1 < end && ((v->pro & MH_PRO_SA) || r->cls[i - 1] == MH_W_FUT)) {
    /* one's own future is a plan, whatever the verb; "that it will resist." is all it says */
    if (says_no_more(r, i + 1, end)) {
      x->act = MH_ACT_PLAN;
      x->inner = true;
      x->outer_who = x->who;
      return;
    }
    in = (act){.act = MH_ACT_PLAN, .content = i + 1};
    x->ahead = i;
  } else if (!predicate(r, x, &s, i, end, &in)) {
    return;
  } else if (in.act == MH_ACT_PLAN && i > head && r->cls[i - 1] == MH_W_AUX &&
             mh_key_letter(tok(r, i - 1)->key, 0) == MH_L_KAF) {
    return; /* kan: "that it was seeking" is no longer ahead */
  }
  const bool verb = v && in.act != MH_ACT_PLAN && in.word_end;
  if (s.first >= 0 || s.codes.n || verb) {
    /* "stand together against X": what stands between belongs to what is said */
    const bool apart = in.content > in.word_end + 1 && in.takes == LED_PREP && !in.gap &&
                       s.first >= 0 && !dated(r, in.word_end, in.content);
    if (!apart)
      x->word = in.word_end ? in.word : i, x->word_end = x->word + 1, x->joined = false;
    x->content = apart ? i : in.content;
    x->takes = in.takes;
  }
  adopt(x, &in, s.codes.n ? &s : &in.who);
}

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

/* "the importance of", "that there is a need": weighed, not only told. */
static bool weighs(const reader *r, uint32_t i, uint32_t end)
{
  for (uint32_t k = i; k < end && k < i + 4; k++) {
    if (mh_statement__quote_mark(r, k) || r->cls[k] != MH_W_NONE) continue;
    for (uint32_t n = 0; n < mh_words_readings(r->w, k); n++) {
      const mh_reading *x = mh_words_reading(r->w, k, n);
      /* "the forces" are no force */
      if (x->word && (x->feats & MH_F_NUMBER) != MH_F_PL &&
          mh_lex_word(r->lex, x->word)->cls == MH_W_EVALUATION)
        return true;
    }
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

/* "that the interventions are rejected": what is told rejects. */
static bool condemns(const reader *r, uint32_t i, uint32_t end)
{
  const uint32_t stop = first_clause(r, i, end, 14);
  for (; i < stop; i++) {
    const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_PASSIVE, true);
    if (y == NULL || y->pro || r->cls[i] != MH_W_NONE) continue;
    const mh_word *w = mh_lex_word(r->lex, y->word);
    if (w->n_frames == (uint32_t)w->n_with + w->n_not) continue; /* with an object only */
    const mh_frame *f = mh_lex_frames(r->lex, w);
    return f->act == MH_ACT_OPPOSE && f->kind == MH_FRAME_ACT;
  }
  return false;
}

/* "that the training will be held", "that it will be given": to be done, and by nobody else
 * who is named. */
static bool forthcoming(const reader *r, uint32_t i, uint32_t end)
{
  const uint32_t stop = first_clause(r, i, end, 8);
  for (; i < stop && r->m->actor_of[i] < 0; i++) {
    const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, false);
    if (v == NULL || r->cls[i] != MH_W_NONE || mh_statement__reading(r, i, NOUNS, false))
      continue;
    const mh_word *w = mh_lex_word(r->lex, v->word);
    if (!(v->pro & MH_PRO_SA) && !(i && r->cls[i - 1] == MH_W_FUT)) return false;
    if (w->n_frames == 0) return false;
    const mh_frame *f = mh_lex_frames(r->lex, w);
    return f->kind == MH_FRAME_PASSIVE || f->kind == MH_FRAME_MEET ||
           f->act == MH_ACT_PROVIDE;
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
        frames_at(r, i + 1, NOUNS, in))
      return in->n_frames && in->frames[0].kind == MH_FRAME_ACT &&
             (in->frames[0].act == MH_ACT_SUPPORT || in->frames[0].act == MH_ACT_COMMIT);
  return false;
}

/* What is told or stressed of no actor's own doing may still be an act by its predicate. */
static void by_predicate(const reader *r, act *x, uint32_t head, uint32_t end)
{
  act in;
  const bool that = head < end && r->cls[head] == MH_W_AN;
  const uint32_t i = that ? skip_quotes(r, head + 1, end) : head;
  if (x->inner || x->kind != MH_FRAME_ACT || i >= end) return;
  if (x->act != MH_ACT_STATE && x->act != MH_ACT_AFFIRM) return;
  if (goes_on_in(r, i, end, &in))
    x->act = in.frames[0].act;
  else if (that && condemns(r, i, end))
    x->act = MH_ACT_OPPOSE;
  else if (x->act == MH_ACT_STATE && that && forthcoming(r, i, end))
    x->act = MH_ACT_PLAN;
}

void mh_statement__inner(const reader *r, act *x, uint32_t end)
{
  const uint32_t head = skip_quotes(r, x->content, end);
  if (!x->inner) {
    x->outer_word = x->word;
    x->that = head < end && r->cls[head] == MH_W_AN ? head : 0;
    x->tells = x->that || x->takes == LED_QUOTE;
  }
  if (x->kind == MH_FRAME_RENEW) x->renewed = true;
  for (uint32_t i = x->word_end; i < x->content && i < end; i++)
    x->renewed = x->renewed || r->cls[i] == MH_W_AGAIN;
  if (lets_inner(x)) {
    if (head < end && (r->cls[head] == MH_W_AN || x->takes == LED_QUOTE))
      inner_clause(r, x, end);
    else
      inner_noun(r, x, end);
  }
  if (head < end && in_my_view(r, head, x)) x->act = MH_ACT_AFFIRM, x->inner = true;
  by_predicate(r, x, head, end);
  mh_statement__judge(r, x, end);
  if (x->act == MH_ACT_STATE && weighs(r, x->content, end)) x->act = MH_ACT_AFFIRM;
  if (x->future && !(x->kind == MH_FRAME_LIGHT && x->inner)) x->act = MH_ACT_PLAN;
}

act mh_statement__again(const reader *r, const act *x, uint32_t at, uint32_t end)
{
  act y = *x;
  y.act = x->outer;
  y.inner = false;
  y.word = x->outer_word;
  if (y.word != x->word) y.word_end = y.word + 1;
  if (x->outer_who.codes.n) y.who = x->outer_who;
  y.content = at;
  if (r->cls[at] == MH_W_AN) y.takes = LED_THAT;
  mh_statement__inner(r, &y, end);
  return y;
}
