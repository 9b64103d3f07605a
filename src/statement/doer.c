/* doer - who performs the act of a word in its clause: the actors behind it or before it who
 * agree with it, else who is carried on; strangers, clubs and objects are told apart from them.
 */
#include "assembly.h"
#include "content.h"

#define VERBS (1u << MH_POS_VERB)
#define NOUNS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)

/* A plural or dual that is in the oblique whatever it means: no subject. */
static bool oblique(const reader *r, uint32_t i)
{
  bool found = false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word == 0) continue;
    if ((y->feats & MH_F_NUMBER) == MH_F_SG || !(y->feats & MH_F_OBLIQUE)) return false;
    found = true;
  }
  return found && r->m->actor_of[i] >= 0;
}

/* A plural in -in with the article: what is done to them, not who does it. */
bool mh_statement__oblique_plural(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return t->n > 5 && (mh_statement__has_al(r, i) || mh_statement__article(r, i)) &&
         mh_key_letter(t->key, t->n - 1) == MH_L_NUN &&
         mh_key_letter(t->key, t->n - 2) == MH_L_YA;
}

/* The press, the people: who speaks for no party. */
static bool press(const reader *r, uint32_t i)
{
  const int32_t a = r->m->actor_at[i];
  return a >= 0 && r->m->actors[a].form == MH_ACTOR_ROLE &&
         r->m->actors[a].role == MH_ROLE_NOBODY;
}

/* The actor that begins at i in quotation marks of its own: past the mark; else i. */
static uint32_t quoted_name(const reader *r, uint32_t i, uint32_t end)
{
  if (i + 2 >= end || !mh_statement__quote_mark(r, i) || r->m->actor_at[i + 1] < 0)
    return i;
  const uint32_t z = r->m->actors[r->m->actor_at[i + 1]].end;
  return z < end && mh_statement__quote_mark(r, z) ? i + 1 : i;
}

/* Does what the frames of x take for its content begin at token i? */
static bool led_at(const reader *r, const act *x, uint32_t i, uint32_t end)
{
  if (i >= end) return false;
  const unsigned joined = mh_statement__joined(r, i);
  const unsigned bit = joined == MH_PRO_BI   ? MH_TAKES_BI
                       : joined == MH_PRO_LI ? MH_TAKES_LI
                                             : mh_statement__prep(r, i);
  for (uint32_t k = 0; bit && k < x->n_frames; k++)
    if (x->frames[k].takes & bit) return true;
  return false;
}

/* The actors right behind a verb who agree with it: others are its object. */
static bool after(const reader *r, act *x, uint32_t i, uint32_t end)
{
  subject s;
  const uint32_t at = quoted_name(r, i, end);
  if (!mh_statement__group(r, at, &s) || mh_statement__club(r, &s, end)) return false;
  const mh_actor *named = &r->m->actors[s.first];
  if (!mh_statement__agrees(r, x->feats, named) && !mh_statement__woman(r, x, named))
    return false;
  if (s.nobody && mh_statement__paper_of(r, at, end, &x->who)) return true;
  /* "said | N. N., the former head of", but "received N. | the former president" */
  if (!mh_statement__takes_any(x) || led_at(r, x, mh_statement__former_end(r, &s), end))
    mh_statement__former(r, &s);
  x->who = s;
  if (at > i && s.end < end && mh_statement__quote_mark(r, s.end)) x->who.end++;
  return true;
}

/* Several states or parties told by a word, not two: "the member states". */
static bool several(const reader *r, const mh_actor *y)
{
  const mh_token *t = tok(r, y->first);
  return y->form == MH_ACTOR_ROLE &&
         (y->role == MH_ROLE_BOTH || y->role == MH_ROLE_THREE ||
          y->role == MH_ROLE_FOUR) &&
         mh_statement__letter_back(t, 0) != MH_L_NUN;
}

/* "(the council) urged | the parties | to ...": whom a bare verb of calling turns to stands
 * right behind it and what he is called to do right behind him.  One who urges must urge
 * somebody; who calls and is several things has a feminine verb. */
bool mh_statement__turned_to(const reader *r, const act *x, uint32_t i, uint32_t end)
{
  subject g;
  const mh_frame *f = &x->frames[0];
  i = mh_statement__how_many(r, i, end);
  if (x->form != ACT_VERB || f->act != MH_ACT_CALL || !mh_statement__group(r, i, &g) ||
      !led_at(r, x, g.end, end))
    return false;
  const bool feminine = (x->feats & MH_F_GENDER) == MH_F_F;
  const bool goes_on = r->by_gender[feminine].codes.n && r->acted + 1 >= r->paragraph;
  if (!goes_on || (x->feats & MH_F_NUMBER) != MH_F_SG) return false;
  const uint16_t urges = MH_TAKES_OBJECT | MH_TAKES_ALA;
  if ((f->takes & urges) == urges) return true;
  /* "condemned X, and called | on the government | to (ila) Y": who has just acted in the sentence
   * goes on, and his verb fits him */
  const mh_actor *to = &r->m->actors[g.first];
  const mh_codes *he = &r->by_gender[feminine].codes;
  if (x->joined && r->acts && (f->takes & MH_TAKES_OBJECT) && r->last.n == 1 &&
      he->n == 1 && mh_code_same(he->at[0], r->last.at[0]) && g.codes.n == 1 &&
      !mh_code_same(g.codes.at[0], r->last.at[0]) && to->form != MH_ACTOR_PERSON)
    return true;
  return several(r, &r->m->actors[g.first]) &&
         (!feminine || (r->acted == r->paragraph && r->by_gender[1].codes.n == 1));
}

/* "the movement «N.»": a noun and the name of a group in quotation marks. */
static bool noun_and_name(const reader *r, act *x, uint32_t i, uint32_t end)
{
  if (i + 3 >= end || tok(r, i)->kind != MH_TOKEN_WORD || r->cls[i] != MH_W_NONE ||
      quoted_name(r, i + 1, end) == i + 1 || mh_statement__joined(r, i) ||
      r->w->glance[i].acts ||
      ((tok(r, i)->flags & MH_TF_MARBUTA) && (x->feats & MH_F_GENDER) == MH_F_M))
    return false;
  const mh_actor *y = &r->m->actors[r->m->actor_at[i + 2]];
  if (y->form != MH_ACTOR_NAME || y->codes.n != 1) return false;
  const mh_actor_row *a = mh_lex_actor_by_code(r->lex, y->codes.at[0]);
  return (a == NULL || a->kind != MH_ACTOR_STATE) && after(r, x, i + 1, end);
}

/* "the proof is that the president stressed": where no act holds the "that", what somebody
 * named did stands for itself. */
static bool unheld_that(const reader *r, const act *x, uint32_t head, uint32_t first)
{
  const uint8_t a = x->frames[0].act;
  const bool speaks = a == MH_ACT_AGREE || a == MH_ACT_SIGN || a == MH_ACT_AFFIRM ||
                      a == MH_ACT_CALL || a == MH_ACT_OPPOSE || a == MH_ACT_SUPPORT ||
                      a == MH_ACT_PRAISE || a == MH_ACT_WARN;
  return speaks && x->frames[0].kind != MH_FRAME_WEAK && r->acts == 0 && head > first &&
         r->cls[head - 1] == MH_W_AN && !mh_statement__joined_pronoun(r, head - 1) &&
         (x->feats & MH_F_TENSE) == MH_F_PERFECT;
}

/* Where the phrase of actor `at` begins, with the name that stands before it and its comma. */
static uint32_t named_head(const reader *r, int32_t at)
{
  const mh_actor *x = &r->m->actors[at];
  if (x->person_end > x->person_first && x->person_end <= x->first)
    return x->person_first;
  if (at > 0 && x->first > 0 && mh_statement__comma(r, x->first - 1) &&
      !(x->pro & MH_PRO_WA) && r->m->actors[at - 1].end == x->first - 1)
    return r->m->actors[at - 1].first;
  return x->first;
}

#define PUT_IN 40 /* tokens that may be put in between a subject and its verb */

/* Does the clause itself begin at i, a list's next name aside: at the sentence's start, behind
 * a conjunction, with wa-? */
static bool begins_clause(const reader *r, uint32_t i, uint32_t first)
{
  while (i > first) {
    if (mh_statement__and(r, i) && tok(r, i - 1)->kind == MH_TOKEN_MARK) return true;
    if (r->cls[i - 1] == MH_W_CONJ) return true;
    if (i - 1 == first && r->cls[first] == MH_W_AN && !mh_statement__and(r, first))
      return true; /* inna */
    if (i > first + 1 && mh_statement__prep(r, i - 1) == MH_TAKES_MIN &&
        mh_statement__each_of(r, i - 2)) {
      i -= 2;
      continue;
    }
    const bool words = r->cls[i - 1] == MH_W_AUX || r->cls[i - 1] == MH_W_QAD ||
                       r->cls[i - 1] == MH_W_OTHER;
    if (!words &&
        !(mh_statement__comma(r, i - 1) && i > first + 1 && r->cls[i - 2] == MH_W_OTHER))
      return false;
    i--;
  }
  return true;
}

/* A comma or a dash. */
static bool parts(const reader *r, uint32_t i)
{
  return mh_statement__comma(r, i) || mh_statement__mark(r, i, '-') ||
         mh_statement__mark(r, i, 0x2013);
}

/* May what is put in begin at i: "who ...", "in his speech ...", "for his part"? */
static bool puts_in(const reader *r, uint32_t i)
{
  switch (r->cls[i]) {
  case MH_W_REL:
  case MH_W_PREP:
  case MH_W_SUB:
  case MH_W_SOURCE:
  case MH_W_OTHER: return true;
  default: return false;
  }
}

/* "the agency that watches N. | said that": does a relative clause with a verb of its own, which
 * no comma closes, stand from token i on before the verb of telling at p? */
static bool behind_relative(const reader *r, const act *x, uint32_t i, uint32_t p)
{
  if (r->cls[i] != MH_W_REL || (x->feats & MH_F_TENSE) != MH_F_PERFECT ||
      !mh_statement__tells(x))
    return false;
  for (uint32_t k = i + 1; k < p; k++)
    if (r->cls[k] == MH_W_NONE && r->m->actor_of[k] < 0 &&
        mh_statement__reading(r, k, VERBS, false))
      return true;
  return false;
}

/* The actors at the head of the clause whose verb stands at p, behind what is put in between
 * commas or as a relative clause: "the minister, who ..., | stressed". */
static bool apart(const reader *r, const act *x, uint32_t p, uint32_t first, subject *who)
{
  if (p == first || mh_statement__joined(r, p)) return false;
  const bool mark = parts(r, p - 1), dash = mark && !mh_statement__comma(r, p - 1);
  const bool had = r->cls[p] ==
                   MH_W_QAD; /* "the minister had in a speech | called for" */
  const bool open = mark || had || r->cls[p - 1] == MH_W_OTHER;
  for (uint32_t i = p - 1; i > first && p - i <= PUT_IN; i--) {
    if (r->m->actor_of[i - 1] < 0 || !(open || behind_relative(r, x, i, p))) continue;
    if (!(puts_in(r, i) || parts(r, i) || (had && r->m->when_at[i] >= 0))) continue;
    /* a comma opens what is put in, or stands alone before the verb; two dashes hold it */
    if (dash ? !parts(r, i) || i + 1 == p
             : parts(r, i) && i + 1 < p && !puts_in(r, i + 1) &&
                   !(r->m->when_at[i + 1] >= 0 && r->cls[x->word] == MH_W_NONE))
      continue;
    if (!mh_statement__group_before(r, i, first, who) || who->codes.n == 0) continue;
    const uint32_t head = named_head(r, who->first);
    if ((begins_clause(r, head, first) || head == r->told) &&
        !mh_statement__held(r, head, first, false))
      return true;
  }
  return false;
}

#define RUN_ON 14 /* tokens of a subject behind its office and name */

/* Does the word at i end what a subject may run on with: a mark, another verb or a word that
 * begins another clause? */
static bool ends_run(const reader *r, uint32_t i)
{
  if (tok(r, i)->kind != MH_TOKEN_WORD) return true;
  if (r->m->actor_of[i] >= 0) return false;
  switch (r->cls[i]) {
  case MH_W_NONE: /* a verb, or a preposition that is one here */
    return r->w->glance[i].pos == VERBS || r->w->glance[i].cls == MH_W_PREP;
  case MH_W_PREP:
  case MH_W_OTHER:
  case MH_W_DET: return false;
  default: return true;
  }
}

/* The actors at the head of the clause whose verb stands at p, with what more is told of them
 * up to it: "the American envoy to Libya N. N. | called for".  Behind a noun without article
 * the verb may tell of that noun: "N. is a state that supports". */
static bool runs_on(const reader *r, const act *x, uint32_t p, uint32_t first,
                    subject *who)
{
  if (p < first + 2 || ends_run(r, p - 1)) return false;
  if (r->m->actor_of[p - 1] < 0 && !mh_statement__has_al(r, p - 1) &&
      !mh_statement__joined(r, p - 1) && mh_statement__reading(r, p - 1, NOUNS, false))
    return false;
  for (uint32_t i = p; i > first && p - i <= RUN_ON && !ends_run(r, i - 1); i--) {
    if (r->m->actor_of[i - 1] < 0 || !mh_statement__group_before(r, i, first, who))
      continue;
    const uint32_t head = named_head(r, who->first);
    if (who->codes.n == 0 || mh_statement__held(r, head, first, false)) continue;
    if (begins_clause(r, head, first) || head == r->told ||
        unheld_that(r, x, head, first))
      return true;
  }
  return false;
}

/* Where the clause of the verb at i begins to say it: its auxiliaries. */
static uint32_t verb_head(const reader *r, uint32_t i, uint32_t first)
{
  while (i > first && (r->cls[i - 1] == MH_W_QAD || r->cls[i - 1] == MH_W_FUT ||
                       r->cls[i - 1] == MH_W_AUX || r->cls[i - 1] == MH_W_NEG))
    i--;
  return i;
}

static bool takes_before(const reader *r, act *x, const subject *s)
{
  x->who = *s;
  x->clause = named_head(r, s->first);
  x->who.end = x->word_end;
  return true;
}

/* "As for N., he said": a name told before, alone between the head of the clause and the verb. */
static bool named_before(const reader *r, uint32_t p, uint32_t first, subject *who)
{
  for (uint32_t i = p; i-- > first && p - i <= 3;) {
    if (r->m->actor_of[i] >= 0 || tok(r, i)->kind != MH_TOKEN_WORD) return false;
    if (begins_clause(r, i, first) &&
        (mh_statement__titled_name(r, i, p, who) || mh_statement__known_name(r, i, who)))
      return who->end == p;
  }
  return false;
}

/* "N. accused N.": who stands right before a verb and begins the clause acts, whoever stands
 * behind it.  A verb with wa- tells of the next clause. */
static bool leads(const reader *r, act *x, uint32_t first)
{
  subject s;
  const uint32_t p = verb_head(r, x->word, first);
  if (p == first || mh_statement__comma(r, p - 1)) return false;
  const bool joins = mh_statement__joined_and(r, p);
  const bool then = joins && mh_key_letter(tok(r, p)->key, 0) == MH_L_FA;
  if (!(joins && !then) && named_before(r, p, first, &s)) {
    x->clause = p;
    x->who = s;
    x->who.end = x->word_end;
    return true;
  }
  if (joins || !mh_statement__group_before(r, p, first, &s) || s.codes.n == 0)
    return false;
  const uint32_t head = named_head(r, s.first);
  return (begins_clause(r, head, first) || head == r->told) &&
         !mh_statement__held(r, head, first, false) &&
         mh_statement__agrees(r, x->feats, &r->m->actors[s.first]) &&
         takes_before(r, x, &s);
}

/* The actors before the verb: right before it, or behind what is put in. */
static bool before(const reader *r, act *x, uint32_t first)
{
  subject s;
  const uint32_t p = verb_head(r, x->word, first);
  if (p == first) return false;
  if (mh_statement__group_before(r, p, first, &s)) {
    const uint32_t head = named_head(r, s.first);
    if ((mh_statement__opens(r, head, first) &&
         !mh_statement__held(r, head, first, false)) ||
        unheld_that(r, x, head, first))
      return takes_before(r, x, &s);
  }
  const bool joins = mh_statement__and(r, p) &&
                     mh_key_letter(tok(r, p)->key, 0) == MH_L_WAW;
  if (r->resolver && r->acts)
    return false; /* point by point: they stand at the head once */
  return !joins && (apart(r, x, p, first, &s) || runs_on(r, x, p, first, &s)) &&
         mh_statement__agrees(r, x->feats, &r->m->actors[s.first]) &&
         takes_before(r, x, &s);
}

uint32_t mh_statement__past_goal(const reader *r, uint32_t i, uint32_t end)
{
  if (i >= end || mh_statement__prep(r, i) != MH_TAKES_ILA) return i;
  for (uint32_t k = i + 1; k < end && k < i + 4; k++) {
    const int32_t a = r->m->actor_at[k];
    const mh_match *p = mh_words_match(r->w, k, MH_PH_PLACE);
    const bool name = a >= 0 && (r->m->actors[a].form == MH_ACTOR_CAPITAL ||
                                 r->m->actors[a].form == MH_ACTOR_NAME);
    if (tok(r, k)->kind == MH_TOKEN_MARK) break;
    if (!name && !p) continue;
    i = mh_statement__skip_adverbs(r, name ? r->m->actors[a].end : p->end, end);
    if (i + 1 < end && mh_statement__prep(r, i) == MH_TAKES_FI &&
        r->m->when_at[i + 1] >= 0)
      i = mh_statement__skip_adverbs(r, i + 1, end);
    return i;
  }
  return i;
}

/* Who holds what the noun at p tells of: "the speech | of N.", "a visit | of (li-) N.". */
static bool holder(const reader *r, uint32_t p, subject *s)
{
  const int32_t a = r->m->actor_at[p + 1];
  if (mh_statement__group(r, p + 1, s)) return true;
  if (a < 0 || !(r->m->actors[a].pro & MH_PRO_LI) ||
      !mh_words_match(r->w, p, MH_PH_MEETING))
    return false;
  *s = (subject){.codes = mh_statement__codes(r, &r->m->actors[a]),
                 .first = a,
                 .last = a,
                 .end = r->m->actors[a].end};
  return true;
}

/* "a letter | of N. | in which he stressed", "the statement that | N. put out and in which it
 * called for": who speaks in what he sent or holds. */
static bool sender(const reader *r, act *x, uint32_t first)
{
  subject s;
  const uint32_t noun = mh_statement__in_speech(r, x->word, first);
  if (noun == NO_TOKEN) return false;
  for (uint32_t p = noun; p + 1 < x->word; p++) {
    const bool by = r->cls[p] == MH_W_NONE
                        ? mh_statement__reading(r, p, VERBS, false) != NULL
                        : mh_statement__prep(r, p) == MH_TAKES_MIN;
    if (p == noun ? !holder(r, p, &s) : !by || !mh_statement__group(r, p + 1, &s))
      continue;
    if (s.codes.n == 0 || s.nobody) continue;
    const mh_actor *y = &r->m->actors[s.first];
    if (y->form == MH_ACTOR_ROLE && y->role != MH_ROLE_COUNTERPART) continue;
    if (!mh_statement__agrees(r, x->feats, y)) continue;
    x->who = s;
    x->who.end = x->word_end;
    return true;
  }
  return false;
}

/* "put out a statement in which it urged | Moscow to": a capital or state behind a verb with
 * an object is that, where somebody has put out the statement. */
static bool urged_in_it(const reader *r, const act *x, uint32_t i, uint32_t first)
{
  const int32_t a = i < r->doc->n_tokens ? r->m->actor_at[i] : -1;
  const bool feminine = (x->feats & MH_F_GENDER) == MH_F_F;
  if (a < 0 ||
      (r->m->actors[a].form != MH_ACTOR_CAPITAL && r->m->actors[a].form != MH_ACTOR_NAME))
    return false;
  if (r->near.codes.n == 0 || r->near.feminine != feminine) return false;
  return mh_statement__takes_any(x) &&
         mh_statement__in_speech(r, x->word, first) != NO_TOKEN;
}

/* "and it is believed that": a masculine imperfect of the third person whose like did not act
 * last is one that nobody is named for. */
static bool held_true(const reader *r, const act *x)
{
  const uint32_t f = x->feats;
  if (!x->who.carried || x->who.codes.n != 1 || r->last.n != 1) return false;
  return (f & MH_F_TENSE) == MH_F_IMPERFECT && (f & MH_F_PERSON) == MH_F_3 &&
         (f & MH_F_NUMBER) == MH_F_SG && (f & MH_F_GENDER) == MH_F_M && !x->future &&
         !mh_code_same(x->who.codes.at[0], r->last.at[0]);
}

/* Who was told before by a name that stands at token i, who agrees with the verb: "(he)
 * accused | the agency" has it for an object. */
static bool known(const reader *r, act *x, uint32_t i)
{
  const bool he = (x->feats & (MH_F_GENDER | MH_F_NUMBER)) == (MH_F_M | MH_F_SG);
  subject s;
  if (!mh_statement__known_name(r, i, &s)) return false;
  const mh_actor *y = &r->m->actors[s.first];
  x->who = s;
  return !he || !(tok(r, i)->flags & MH_TF_MARBUTA) || y->person_end > y->person_first;
}

/* "told «N.» | the minister", "said to the journalists | N. N., the ambassador": who is named
 * behind whom it is said to. */
static bool told_to(const reader *r, act *x, uint32_t i, uint32_t end)
{
  const uint32_t k = mh_statement__past_addressee(r, i, end);
  if (k == i) return false;
  return after(r, x, k, end) || mh_statement__known_name(r, k, &x->who) ||
         mh_statement__introduced(r, k, end, &x->who);
}

/* "«N.» said": the last name of somebody told before, in quotation marks. */
static bool quoted_known(const reader *r, act *x, uint32_t i, uint32_t end)
{
  if (i + 2 >= end || !mh_statement__quote_mark(r, i) ||
      !mh_statement__known_name(r, i + 1, &x->who))
    return false;
  return x->who.end < end && mh_statement__quote_mark(r, x->who.end++);
}

/* "(dealt with) | this meeting": past "this" where what is discussed may follow. */
static uint32_t this_meeting(const reader *r, const act *x, uint32_t i, uint32_t end)
{
  const int32_t at = i + 1 < end && r->cls[i] == MH_W_DEM ? r->m->actor_at[i + 1] : -1;
  if (at < 0 || x->form != ACT_VERB) return i;
  const mh_actor *y = &r->m->actors[at];
  const bool meets = x->n_with || x->frames[0].act == MH_ACT_DISCUSS;
  return meets && y->form == MH_ACTOR_ROLE && y->role == MH_ROLE_MEETING ? i + 1 : i;
}

/* "N. had, in N., rejected | the decision": kan and who acts begin the clause, whatever stands
 * behind the verb. */
static bool had_before(const reader *r, act *x, uint32_t first)
{
  const uint32_t p = verb_head(r, x->word, first);
  const mh_token *t = tok(r, first);
  /* "had urged N. to | reject": what stands behind another verb may be its noun */
  const bool noun = (r->w->glance[p].pos & NOUNS) && p > 0 && r->m->actor_of[p - 1] < 0 &&
                    !mh_statement__comma(r, p - 1);
  return p > first + 2 && !noun && r->cls[first] == MH_W_AUX &&
         r->m->actor_at[first + 1] >= 0 &&
         mh_key_letter(t->key, mh_statement__and(r, first)) == MH_L_KAF &&
         (x->feats & MH_F_TENSE) == MH_F_PERFECT && !x->joined && before(r, x, first);
}

bool mh_statement__doer(reader *r, act *x, uint32_t first, uint32_t end)
{
  const bool verb = x->form == ACT_VERB;
  if (verb && mh_statement__first_person(x->feats)) {
    subject behind;
    const bool said = mh_statement__said_behind(r, x->word, first, end, &behind);
    mh_statement__carry(r, x, &x->who);
    if (said) x->who.codes = behind.codes, x->who.carried = false;
    return true;
  }
  if (verb && mh_statement__point(r, x->word, first) &&
      (x->feats & MH_F_NUMBER) != MH_F_DU &&
      (x->feats & (MH_F_GENDER | MH_F_TENSE | MH_F_PERSON)) ==
          (MH_F_M | MH_F_IMPERFECT | MH_F_3))
    return mh_statement__carry(r, x, &x->who), true;
  if (verb && mh_statement__its_own(r, x, verb_head(r, x->word, first))) return false;
  if (verb && (leads(r, x, first) || had_before(r, x, first))) return true;
  if (verb && r->told && mh_statement__awaited(r, x->feats, x->word, first) &&
      before(r, x, first))
    return true;
  uint32_t i = mh_statement__skip_adverbs(r, x->word_end, end);
  const uint32_t near = i;
  if (verb && x->frames[0].event == MH_EVENT_VISIT)
    i = mh_statement__past_goal(r, i, end);
  if (verb && x->frames[0].event == MH_EVENT_LEFT) i = mh_statement__past_left(r, i, end);
  if (i > near && after(r, x, i, end)) return x->who.end = x->word_end, true;
  i = near;
  i = this_meeting(r, x, mh_statement__how_many(r, i, end), end);
  /* "accused | the rebels", "told | the journalists" */
  const bool of = i > near && !mh_statement__takes_any(x); /* "many of | the analysts" */
  const bool object = i < end && !of &&
                      ((mh_statement__has_al(r, i) && oblique(r, i)) ||
                       ((press(r, i) || mh_statement__named_group(r, i)) &&
                        mh_statement__oblique_plural(r, i)));
  const bool urged = verb && urged_in_it(r, x, i, first);
  if (verb &&
      (mh_statement__turned_to(r, x, i, end) || mh_statement__calls_him(r, x, i, end) ||
       mh_statement__meets_him(r, x, i, end)))
    return mh_statement__carry(r, x, &x->who), true;
  if (verb && told_to(r, x, i, end)) return true;
  if (verb && mh_statement__expert(r, x, i, end, &x->who)) return true;
  const bool they = verb && mh_statement__but_they(r, x, verb_head(r, x->word, first));
  if (verb && i < end && !object && !urged && !they &&
      (mh_statement__titled_name(r, i, end, &x->who) || after(r, x, i, end) ||
       known(r, x, i) || quoted_known(r, x, i, end) ||
       mh_statement__introduced(r, i, end, &x->who) || noun_and_name(r, x, i, end) ||
       mh_statement__speaks_for(r, x, i, end)))
    return true;
  /* "the American minister stressing": a participle of saying may have its own subject */
  const uint8_t says = x->frames[0].act;
  if (!verb && (says == MH_ACT_STATE || says == MH_ACT_AFFIRM) &&
      mh_statement__group(r, i, &x->who) && x->who.codes.n &&
      r->m->actors[x->who.first].form == MH_ACTOR_OFFICIAL)
    return true;
  if (verb && i < end && mh_statement__comma(r, i) &&
      (mh_statement__group(r, i + 1, &x->who) ||
       mh_statement__introduced(r, i + 1, end, &x->who)))
    return true;
  if (verb && (sender(r, x, first) || mh_statement__gave(r, x, first))) return true;
  if (verb && before(r, x, first)) return true;
  mh_statement__carry(r, x, &x->who);
  if (verb && (held_true(r, x) || mh_statement__stranger_ahead(r, x->word, first)))
    return false;
  return !mh_statement__bystander(r, x, near, end) &&
         !mh_statement__unknown(r, x, near, i, end);
}
