/* inner - the act inside an act, which wins over the outer one: "expressed their support",
 * "stressed that it rejects".  The act noun inside is inner_noun.c's, what is told of nobody's own
 * doing predicate.c's.
 */
#include "inner.h"
#include "content.h"
#include "lookalike.h"

#define FRONT 8  /* tokens that may stand before the verb of what is said */
#define LAND  60 /* tokens from the name of one's own state to "that she" */
#define NOUNS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)

static bool lets_inner(const act *x)
{
  /* "called the decision grave": what is described decides nothing */
  if (x->kind == MH_FRAME_JUDGE && x->takes == LED_OBJECT) return false;
  return x->kind == MH_FRAME_LIGHT || x->kind == MH_FRAME_RENEW ||
         x->act == MH_ACT_AFFIRM || x->act == MH_ACT_STATE;
}

/* Are these the actors of x (or x with its partners)? */
bool mh_statement__same_actors(const act *x, const mh_actor *a, const mh_codes *c)
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

/* "did not | agree": behind a negation what can be an imperfect is no perfect of another verb. */
static bool never_past(const reader *r, uint32_t i, const mh_reading *y)
{
  if (i == 0 || r->cls[i - 1] != MH_W_NEG || (y->feats & MH_F_TENSE) != MH_F_PERFECT)
    return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *z = mh_words_reading(r->w, i, k);
    if (z->word && MH_F_POS_OF(z->feats) == MH_POS_VERB &&
        (z->feats & MH_F_TENSE) == MH_F_IMPERFECT)
      return true;
  }
  return false;
}

/* The first reading of token i that performs something, but for verbs that it cannot be as it
 * is spelled or stands; NULL none. */
static const mh_reading *as_written(const reader *r, uint32_t i, unsigned pos)
{
  const mh_reading *some =
      NULL; /* an imperfect that performs with certain objects only */
  if (!(r->w->glance[i].acts & pos)) return NULL;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    const unsigned p = MH_F_POS_OF(y->feats);
    const mh_word *w = y->word ? mh_lex_word(r->lex, y->word) : NULL;
    if (w == NULL || !(pos >> p & 1) || w->n_frames == 0) continue;
    if (p == MH_POS_VERB && never_past(r, i, y)) continue;
    if (p == MH_POS_VERB && some == NULL && w->n_frames == w->n_with &&
        (y->feats & MH_F_TENSE) == MH_F_IMPERFECT) {
      some = y;
      continue;
    }
    if (p != MH_POS_VERB ||
        !(mh_statement__stands_else(r, i, 0, y) || mh_statement__spelled_else(r, i, y)))
      return y;
    /* another verb or none: "able" is no received and no accepting */
    pos = 1u << MH_POS_VERB;
  }
  return some;
}

/* Can a verb with these features be that of who acts in s?  "His country" is feminine. */
static bool fits(const reader *r, uint32_t feats, const subject *s)
{
  if (s->first < 0) return true;
  const mh_actor *a = &r->m->actors[s->first];
  if (a->form == MH_ACTOR_ROLE && a->role == MH_ROLE_SELF)
    return (feats & MH_F_GENDER) == MH_F_F;
  return mh_statement__agrees(r, feats, a);
}

/* The verb at i as it is read beside who acts, where he is named before it: "(the USA) | goes on
 * with" is written like "(he) stayed in touch"; NULL none.  performs: only one that does. */
static const mh_reading *verb_with(const reader *r, uint32_t i, const subject *s,
                                   bool performs)
{
  const mh_reading *first = NULL;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word == 0 || MH_F_POS_OF(y->feats) != MH_POS_VERB) continue;
    if (performs && mh_lex_word(r->lex, y->word)->n_frames == 0) continue;
    if (first == NULL) first = y;
    if (!never_past(r, i, y) && fits(r, y->feats, s)) return y;
  }
  return first;
}

/* What the word at i performs in its reading y, NULL for none. */
static bool frames_of(const reader *r, uint32_t i, const mh_reading *y, act *in)
{
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

/* The act a noun or predicate at token i performs, with what it takes. */
bool mh_statement__frames_at(const reader *r, uint32_t i, unsigned pos, act *in)
{
  return frames_of(r, i, as_written(r, i, pos), in);
}

/* A date stands between. */
static bool dated(const reader *r, uint32_t i, uint32_t end)
{
  for (; i < end; i++)
    if (r->m->when_at[i] >= 0) return true;
  return false;
}

void mh_statement__adopt(act *x, const act *in, const subject *who)
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

uint32_t mh_statement__skip_quotes(const reader *r, uint32_t i, uint32_t end)
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

/* "we still | are": the particle at i goes on with what is true of who speaks. */
static bool we_still(const reader *r, uint32_t i, uint32_t end)
{
  const uint32_t last = i + width(r, i) - 1;
  if (r->cls[i] != MH_W_AUX || last + 1 >= end) return false;
  const mh_token *t = tok(r, last);
  if (mh_statement__letter_back(t, 0) == MH_L_ALEF &&
      mh_statement__letter_back(t, 1) == MH_L_NUN)
    return true; /* ma zilna */
  return t->n == 4 && mh_key_letter(t->key, 0) == MH_L_NUN &&
         mh_statement__letter_back(t, 0) == MH_L_LAM; /* la nazal */
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

/* Is the verb at i that of who speaks: in the first person, or with his name right behind it?
 * *from: the token behind the name, 0 without one. */
static bool own_verb(const reader *r, const act *x, uint32_t i, uint32_t end, subject *s,
                     uint32_t *from)
{
  if (x->takes == LED_QUOTE && first_person(r, i)) return true;
  if (i + 2 >= end || r->m->actor_at[i + 1] < 0) return false;
  const mh_actor *a = &r->m->actors[r->m->actor_at[i + 1]];
  const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, false);
  if (v == NULL || (a->form == MH_ACTOR_ROLE && a->role == MH_ROLE_MEETING) ||
      (a->pro & (MH_PRO_WA | MH_PRO_FA)) || v->enc != MH_ENC_NONE ||
      !mh_statement__agrees(r, v->feats, a) || !mh_statement__group(r, i + 1, s) ||
      !mh_statement__same_actors(x, a, &s->codes))
    return false;
  if (a->form == MH_ACTOR_ROLE && a->role == MH_ROLE_SELF) s->codes = x->who.codes;
  *from = s->end;
  return true;
}

/* "for this reason | we call for", "without it | N. will not", "will speak | N.": the first verb
 * of what is said, behind what may stand in front, where who speaks does it; NO_TOKEN else. */
static uint32_t verb_first(const reader *r, const act *x, uint32_t i, uint32_t end,
                           subject *s, uint32_t *from)
{
  const uint32_t stop = end - i < FRONT ? end : i + FRONT;
  for (uint32_t k = i; k < stop; k++) {
    if (tok(r, k)->kind == MH_TOKEN_MARK || relative(r, k) || r->cls[k] == MH_W_AN ||
        r->cls[k] == MH_W_SUB || r->cls[k] == MH_W_CONJ || r->cls[k] == MH_W_PERHAPS ||
        r->cls[k] == MH_W_AUX || r->cls[k] == MH_W_PRON ||
        (k > i && mh_statement__and(r, k)))
      return NO_TOKEN;
    if (r->cls[k] != MH_W_NONE || r->m->actor_of[k] >= 0 || r->m->when_at[k] >= 0)
      continue;
    const bool verb = r->w->glance[k].pos >> MH_POS_VERB & 1;
    if (verb && own_verb(r, x, k, end, s, from)) return k;
    if (verb && !(r->w->glance[k].pos & NOUNS)) return NO_TOKEN;
    if (k == i && !mh_statement__joined(r, k))
      return NO_TOKEN; /* its subject comes first */
  }
  return NO_TOKEN;
}

/* Has who acts just named his own state, or "his country", to which "she" goes back? */
static bool own_land_told(const reader *r, const act *x)
{
  for (uint32_t k = x->word; k-- > 0 && x->word - k < LAND;) {
    const int32_t at = r->m->actor_at[k];
    if (tok(r, k)->flags & MH_TF_LINE) return false;
    if (at < 0) continue;
    const mh_actor *a = &r->m->actors[at];
    if (a->form == MH_ACTOR_ROLE && a->role == MH_ROLE_SELF) return true;
    if (a->codes.n == 1 && mh_codes_has(&x->who.codes, a->codes.at[0]) &&
        mh_statement__feminine(r, a))
      return true;
  }
  return false;
}

/* "he said that she": is the pronoun of the "that" at i feminine, where a man acts and nobody
 * and nothing feminine is named with him ("a spokesman of the ministry")? */
static bool of_her(const reader *r, const act *x, uint32_t i)
{
  const mh_token *t = tok(r, i);
  if (mh_statement__letter_back(t, 0) != MH_L_ALEF ||
      mh_statement__letter_back(t, 1) != MH_L_HA || (x->feats & MH_F_GENDER) == MH_F_F ||
      (x->feats & MH_F_PERSON) == MH_F_1 || x->who.document || own_land_told(r, x))
    return false;
  uint32_t k = x->word;
  if (x->who.first >= 0 && r->m->actors[x->who.first].first < k)
    k = r->m->actors[x->who.first].first;
  for (; k < i; k++) {
    const int32_t a = r->m->actor_at[k];
    if (tok(r, k)->flags & MH_TF_MARBUTA || mh_statement__in_name_of(r, k)) return false;
    if (a >= 0 && (r->m->actors[a].role == MH_ROLE_SELF ||
                   mh_statement__feminine(r, &r->m->actors[a])))
      return false;
  }
  return true;
}

/* "that they", in the dual: -huma. */
static bool of_both(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return t->n > 4 && mh_statement__letter_back(t, 0) == MH_L_ALEF &&
         mh_statement__letter_back(t, 1) == MH_L_MIM &&
         mh_statement__letter_back(t, 2) == MH_L_HA;
}

/* Where the predicate begins of a clause that is about the actors themselves: behind "that"
 * with their pronoun or their name, behind their name at the start of what is quoted, or a
 * verb in the first person.  NO_TOKEN when the clause is about somebody else.  *s: the actors
 * where they are named; *from: the token behind them where they follow their verb, else 0. */
static uint32_t own_predicate(const reader *r, const act *x, uint32_t end, subject *s,
                              uint32_t *from)
{
  uint32_t i = mh_statement__skip_quotes(r, x->content, end);
  const bool that = i < end && r->cls[i] == MH_W_AN;
  if (i >= end || (!that && x->takes != LED_QUOTE)) return NO_TOKEN;
  bool mine = !that && (first_person(r, i) || we_still(r, i, end));
  if (that) {
    mine = mh_statement__pronoun(r, i) && !of_her(r, x, i);
    /* "that they (two)": he who tells it and the other one */
    if (mine && x->who.codes.n == 1 && of_both(r, i))
      s->codes = mh_statement__both(r, &x->who.codes);
    i = mh_statement__skip_quotes(r, i + 1, end);
    mine = mine || (i < end && first_person(r, i));
  }
  if (!mine && i < end && r->cls[i] == MH_W_PRON && mh_statement__i_or_we(r, i)) {
    mine = true; /* "we are confident", "that «we are worried»" */
    i = mh_statement__skip_quotes(r, i + 1, end);
  }
  if (mine && i < end && r->m->actor_at[i] >= 0 &&
      (r->m->actors[r->m->actor_at[i]].pro & MH_PRO_WA) && mh_statement__group(r, i, s)) {
    /* "that he and the king": both act */
    for (uint8_t k = 0; k < x->who.codes.n; k++)
      mh_codes_add(&s->codes, x->who.codes.at[k]);
    return mh_statement__skip_quotes(r, s->end, end);
  }
  if (i >= end) return NO_TOKEN;
  /* "that without it N. will not": only behind what stands in front */
  const uint32_t first = (mine ? r->cls[i] == MH_W_PREP : !that)
                             ? verb_first(r, x, i, end, s, from)
                             : NO_TOKEN;
  if (first != NO_TOKEN) return first;
  if (mine) return i;
  const uint32_t body = mh_statement__own_body(r, x, i, end);
  if (body != NO_TOKEN) return body;
  if (!mh_statement__group(r, i, s) && !body_or_name(r, i, end, s)) {
    if (mh_statement__own_house(r, x, i, end, s)) return s->end;
    return own_thing_is(r, i, end);
  }
  const mh_actor *a = &r->m->actors[s->first];
  if (a->form == MH_ACTOR_ROLE && a->role == MH_ROLE_MEETING)
    return NO_TOKEN; /* that talks will succeed is nobody's plan */
  if (a->form == MH_ACTOR_ROLE && a->role == MH_ROLE_SELF && s->first == s->last)
    s->codes = x->who.codes; /* "that his country": of him who tells it */
  if (!mh_statement__same_actors(x, &r->m->actors[s->first], &s->codes)) return NO_TOKEN;
  i = mh_statement__skip_quotes(r, s->end, end);
  if (i + 1 < end && mh_statement__comma(r, i) && r->cls[i + 1] == MH_W_REL) i++;
  return i < end && relative(r, i) ? mh_statement__past_relative(r, i, end) : i;
}

/* "that they value", "that they sent", "that they work on": a verb that is no act without an
 * actor has one here.  What they have done already is no plan; what they use to do, no aid. */
static bool weak_tells(const act *in)
{
  const bool past = (in->feats & MH_F_TENSE) == MH_F_PERFECT;
  if (MH_F_POS_OF(in->feats) == MH_POS_ACTIVE) /* "that they are going on | with" */
    return in->act == MH_ACT_PLAN && in->takes == LED_PREP;
  if (MH_F_POS_OF(in->feats) != MH_POS_VERB) return false;
  return in->act == MH_ACT_PRAISE || in->act == MH_ACT_SUPPORT ||
         in->act == MH_ACT_CALL || (in->act == MH_ACT_PLAN && !past) ||
         (in->act == MH_ACT_PROVIDE && past);
}

/* "that the agreement | will let N.": what comes of it is nobody's plan. */
static bool paper(const reader *r, const subject *s)
{
  if (s->first < 0) return false;
  const mh_actor *a = &r->m->actors[s->first];
  return a->form == MH_ACTOR_ROLE &&
         (a->role == MH_ROLE_DOCUMENT || a->role == MH_ROLE_PAPER);
}

/* "(in) their support", "(in) its commitment". */
static bool stands_by_noun(const reader *r, uint32_t i)
{
  act in;
  return mh_statement__frames_at(r, i, NOUNS, &in) && in.n_frames &&
         (in.frames[0].act == MH_ACT_SUPPORT || in.frames[0].act == MH_ACT_COMMIT);
}

/* "(that they) call for" is written like "claim": the reading of the verb at i of which what stands
 * behind it, from token `from`, is the complement. */
static bool with_complement(const reader *r, const subject *s, uint32_t i, uint32_t from,
                            uint32_t end, act *in)
{
  if (mh_statement__complement(r, in, from, end)) return true;
  if (r->w->glance[i].pos & NOUNS) return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word == 0 || MH_F_POS_OF(y->feats) != MH_POS_VERB || never_past(r, i, y) ||
        !fits(r, y->feats, s))
      continue;
    if (frames_of(r, i, y, in) && in->frames[0].kind != MH_FRAME_PASSIVE &&
        mh_statement__complement(r, in, from, end) && in->takes == LED_PREP)
      return true;
  }
  return false;
}

/* What the verb or predicate at token i does, down to the act that it lets win itself ("that
 * they stressed their support"); its complement is looked for from token `from`. */
static bool predicate(const reader *r, const act *x, const subject *s, uint32_t i,
                      uint32_t from, uint32_t end, act *in)
{
  /* "(are) in readiness for", "in confidence that": the noun says what one does */
  const bool state = i &&
                     (mh_statement__prep(r, i - 1) == MH_TAKES_ALA ||
                      (r->cls[i - 1] == MH_W_PRON && !mh_statement__i_or_we(r, i - 1)));
  const unsigned preds = state
                             ? NOUNS
                             : 1u << MH_POS_VERB | 1u << MH_POS_ACTIVE | 1u << MH_POS_ADJ;
  if (r->cls[i] != MH_W_NONE || !mh_statement__frames_at(r, i, preds, in)) return false;
  if (MH_F_POS_OF(in->feats) == MH_POS_VERB && !fits(r, in->feats, s))
    frames_of(r, i, verb_with(r, i, s, true), in);
  if (in->frames[0].kind == MH_FRAME_PASSIVE) {
    if (!mh_statement__passive(r, in, end)) return false;
    /* "that a discussion was held": with the other one */
    if (in->act == MH_ACT_DISCUSS || in->act == MH_ACT_AGREE || in->act == MH_ACT_SIGN)
      in->who.codes = mh_statement__both(r, &x->who.codes);
    return true;
  }
  if (!with_complement(r, s, i, from, end, in)) return false;
  mh_statement__counted(r, in, from);
  mh_statement__judge(r, in, end);
  if (in->act == MH_ACT_STATE && (in->kind == MH_FRAME_ACT || in->kind == MH_FRAME_JUDGE))
    return false;
  if (in->kind == MH_FRAME_MUTE) return false; /* "that it declined to comment" */
  /* "that N. and N. study X": what two look into they do with each other */
  if (in->kind == MH_FRAME_WEAK && !weak_tells(in) &&
      !(in->act == MH_ACT_DISCUSS && s->codes.n > 1 && !paper(r, s)))
    return false;
  /* "that they go on in | their support": it is that which they do */
  if (in->act == MH_ACT_PLAN && in->takes == LED_PREP && in->content < end &&
      mh_statement__pronoun(r, in->content) && stands_by_noun(r, in->content))
    return false;
  /* "we are in touch with": how things stand, and no call that was made */
  if (state && in->act == MH_ACT_MEET) return false;
  if (in->kind == MH_FRAME_MEET && !mh_statement__meeting_near(r, i, end)) return false;
  /* "that it is being looked into": nobody holds what no word for a meeting follows */
  if (in->kind == MH_FRAME_MEET && in->takes == LED_OBJECT && in->content == i + 1 &&
      (in->feats & MH_F_TENSE) == MH_F_IMPERFECT &&
      !mh_words_match(r->w, in->content, MH_PH_MEETING))
    return false;
  in->who = x->who;
  if (s->codes.n) in->who.codes = s->codes;
  in->depth = x->depth + 1;
  mh_statement__said_politely(r, x, end, in);
  if (in->depth < DEEPEST) mh_statement__inner(r, in, end);
  /* "«parliament has declared its stand»" */
  return from == i + 1 || in->kind != MH_FRAME_LIGHT || in->inner ||
         in->takes != LED_OBJECT;
}

/* "that" + what both did: the talks, or agreement that there is. */
static bool joint_clause(const reader *r, act *x, uint32_t end)
{
  act in;
  uint32_t i = mh_statement__skip_quotes(r, x->content, end);
  if (i < end && r->cls[i] == MH_W_AN) i = mh_statement__skip_quotes(r, i + 1, end);
  if (!mh_statement__meeting_tells(r, x, i, end, &in) &&
      !mh_statement__there_is(r, x, i, end, &in))
    return false;
  x->word = in.word, x->word_end = in.word_end, x->joined = false;
  x->content = in.content;
  x->takes = in.takes;
  mh_statement__adopt(x, &in, &in.who);
  return true;
}

/* Nothing but "there", "soon" from token i to the end or to a mark that opens no quotation. */
static bool says_no_more(const reader *r, uint32_t i, uint32_t end)
{
  if (i < end && (r->cls[i] == MH_W_OTHER || r->cls[i] == MH_W_DEM)) i += width(r, i);
  return i >= end ||
         (tok(r, i)->kind == MH_TOKEN_MARK && !mh_statement__quote_mark(r, i));
}

/* "will remain | bound to": behind the verb of what is to come stands what one is and stays. */
bool mh_statement__stays(const reader *r, uint32_t i, uint32_t end, act *in)
{
  if (i + 1 >= end || r->cls[i] != MH_W_NONE || r->w->glance[i].pos & NOUNS ||
      mh_statement__has_al(r, i) || mh_statement__joined(r, i) ||
      !mh_statement__frames_at(r, i, 1u << MH_POS_ACTIVE | 1u << MH_POS_ADJ, in) ||
      in->n_frames == 0 || in->frames[0].kind != MH_FRAME_ACT ||
      !mh_statement__complement(r, in, i + 1, end))
    return false;
  return in->act == MH_ACT_COMMIT || in->act == MH_ACT_AFFIRM ||
         in->act == MH_ACT_SUPPORT || in->act == MH_ACT_OPPOSE || in->act == MH_ACT_PLAN;
}

/* Past the particles before a predicate at i; *denied: one of them negates, but not what stands
 * right behind it ("that it is no longer | bound to"). */
static uint32_t past_particles(const reader *r, uint32_t i, uint32_t end, bool *denied)
{
  uint32_t no = NO_TOKEN;
  while (i < end &&
         (r->cls[i] == MH_W_QAD || r->cls[i] == MH_W_FUT || r->cls[i] == MH_W_OTHER ||
          r->cls[i] == MH_W_AUX || r->cls[i] == MH_W_NEG)) {
    if (r->cls[i] == MH_W_NEG) no = i;
    i += width(r, i);
  }
  *denied = no != NO_TOKEN && no + 1 < i;
  return mh_statement__skip_quotes(r, i, end);
}

/* "that N. signed (with N.) | an agreement": with whom is told apart from what. */
static bool signed_with(const reader *r, const act *in)
{
  return (in->act == MH_ACT_SIGN || in->act == MH_ACT_AGREE) &&
         mh_statement__prep(r, in->word_end) == MH_TAKES_MAA &&
         r->m->actor_at[in->word_end + 1] >= 0;
}

/* "that" + the same actors + what they do. */
static void inner_clause(const reader *r, act *x, uint32_t end)
{
  act in;
  subject s = {.first = -1};
  uint32_t from = 0;
  bool denied;
  if (joint_clause(r, x, end) || mh_statement__has_or_feels(r, x, end)) return;
  uint32_t i = own_predicate(r, x, end, &s, &from);
  if (i == NO_TOKEN) return;
  const uint32_t head = i;
  i = past_particles(r, i, end, &denied);
  if (i + 1 < end && mh_statement__prep(r, i) == MH_TAKES_ALA) i++;
  if (denied || i >= end ||
      (tok(r, i)->kind == MH_TOKEN_WORD && mh_statement__article(r, i) &&
       mh_statement__has_al(r, i)))
    return; /* "that the agreement | (that was) signed with N. ...": no predicate has al- */
  const bool after = from != 0;
  if (!after) from = i + 1;
  const mh_reading *v = verb_with(r, i, &s, false);
  const bool not_will = v && i && mh_statement__will_not(r, i - 1) && !paper(r, &s) &&
                        (s.first < 0 ||
                         mh_statement__agrees(r, v->feats, &r->m->actors[s.first]));
  if (v && i + 1 < end && !paper(r, &s) && !mh_statement__befalls(r, v) &&
      ((v->pro & MH_PRO_SA) || mh_statement__behind_future(r, i))) {
    /* one's own future is a plan, whatever the verb; "that it will resist." is all it says */
    if (says_no_more(r, from, end)) {
      x->act = MH_ACT_PLAN;
      x->inner = true;
      x->outer_who = x->who;
      return;
    }
    if (!mh_statement__stays(r, from, end, &in)) {
      in = (act){.act = MH_ACT_PLAN, .content = mh_statement__past_when(r, from, end)};
      x->ahead = i;
    }
  } else if (predicate(r, x, &s, i, from, end, &in)) {
    if (in.act == MH_ACT_PLAN && i > head && r->cls[i - 1] == MH_W_AUX &&
        mh_key_letter(tok(r, i - 1)->key, 0) == MH_L_KAF)
      return; /* kan: "that it was seeking" is no longer ahead */
  } else if ((not_will || (v && !paper(r, &s) && r->cls[i - 1] == MH_W_NEG)) &&
             !says_no_more(r, from, end)) {
    in = (act){.act = not_will ? mh_statement__not_ahead(r, i)
                               : mh_statement__not_meant(r, i),
               .content = from};
    if (in.act == NO_ACT || (in.act == MH_ACT_PLAN && x->act == MH_ACT_AFFIRM)) return;
  } else if (!(v && mh_lex_word(r->lex, v->word)->n_frames == 0 &&
               mh_statement__stays(r, from, end, &in))) {
    return; /* "that it remains | bound to" */
  }
  const bool verb = v && in.act != MH_ACT_PLAN && in.word_end;
  const bool kept = in.word_end == 0 && in.act != MH_ACT_OPPOSE &&
                    r->cls[i - 1] == MH_W_NEG;
  if (kept && !not_will && x->takes == LED_QUOTE) {
    /* "«I do not believe that»": all that is quoted is said */
  } else if (kept) {
    x->content = i - 1; /* without "(will) not" it would say the contrary */
    x->takes = LED_OBJECT;
  } else if (s.first >= 0 || s.codes.n || verb) {
    /* "stand together against X": what stands between belongs to what is said */
    const bool apart = in.content > in.word_end + 1 && in.takes == LED_PREP && !in.gap &&
                       !after && s.first >= 0 && !dated(r, in.word_end, in.content) &&
                       !signed_with(r, &in);
    if (!apart)
      x->word = in.word_end ? in.word : i, x->word_end = x->word + 1, x->joined = false;
    x->content = apart ? i : in.content;
    x->takes = in.takes;
  }
  mh_statement__adopt(x, &in, s.codes.n ? &s : &in.who);
}

void mh_statement__inner(const reader *r, act *x, uint32_t end)
{
  const uint32_t head = mh_statement__skip_quotes(r, x->content, end);
  if (!x->inner) {
    x->outer_word = x->word;
    x->that = head < end && r->cls[head] == MH_W_AN ? head : 0;
    x->tells = x->that || x->takes == LED_QUOTE;
  }
  if (x->kind == MH_FRAME_RENEW) x->renewed = true;
  if (x->form == ACT_VERB && x->act == MH_ACT_PLAN)
    mh_statement__said_politely(r, NULL, end, x);
  for (uint32_t i = x->word_end; i < x->content && i < end; i++)
    x->renewed = x->renewed || r->cls[i] == MH_W_AGAIN;
  if (lets_inner(x)) {
    const bool clause = head < end && (r->cls[head] == MH_W_AN || x->takes == LED_QUOTE);
    if (!mh_statement__quoted_noun(r, x, head, end)) {
      if (clause)
        inner_clause(r, x, end);
      else
        mh_statement__inner_noun(r, x, end), mh_statement__alike(r, x, end);
    }
    mh_statement__own_stance(r, x, head, end);
  }
  mh_statement__by_predicate(r, x, head, end);
  /* "will see": what one comes to see he does not mean to do */
  const uint16_t sees = MH_TAKES_AN | MH_TAKES_FI;
  const bool comes = x->act == MH_ACT_STATE && (x->frames[0].takes & sees) == sees;
  if (x->future && !comes && !(x->kind == MH_FRAME_LIGHT && x->inner))
    x->act = MH_ACT_PLAN;
}
