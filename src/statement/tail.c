/* tail - where what was said is over: behind it stand where and when it was said, who has it
 * from whom, what the writer holds against it or adds of his own, and what else happened.
 *
 * What belongs to what was said (relative clauses, purposes, conditions, reasons) stays.  A
 * content that is a clause of its own ("that X") keeps more than a noun does, for what goes on
 * behind a comma is more often said by the same mouth.  Where the next act begins is clause.c's;
 * how a content is split is content.c's.
 */
#include "content.h"
#include "points.h"
#include "worth.h"

#define NOUNS    (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)
#define QUOTED   6 /* tokens, marks and all, of the least quotation that says something */
#define LAST     40 /* tokens of a phrase that ends a content */
#define BUT      6  /* tokens behind "but" that tell whether it is his */
#define PER_CENT 0x66A
#define BETWEEN  10 /* tokens of what is put in between two commas */

/* A finite verb of the third person that is nothing else. */
static bool clause_verb(const reader *r, uint32_t i)
{
  const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, false);
  return v && v->enc == MH_ENC_NONE && (v->feats & MH_F_PERSON) == MH_F_3 &&
         r->cls[i] == MH_W_NONE && !mh_statement__reading(r, i, NOUNS, false);
}

/* Does no other phrase follow the one at i behind a comma? */
static bool last(const reader *r, uint32_t i, uint32_t limit)
{
  if (limit - i > LAST) return false;
  for (; i + 1 < limit; i++)
    if (mh_statement__comma(r, i) && !r->quoted[i]) return false;
  return true;
}

/* A noun of this class at i, without article and pronoun where `bare`. */
bool mh_statement__noun_of(const reader *r, uint32_t i, mh_word_class cls, bool bare)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word && mh_lex_word(r->lex, y->word)->cls == cls &&
        (NOUNS >> MH_F_POS_OF(y->feats) & 1) &&
        !(bare && (y->enc != MH_ENC_NONE || y->pro & MH_PRO_AL)))
      return true;
  }
  return false;
}

/* "at a time when the mediators get ready": a moment that a clause tells of. */
static bool meanwhile(const reader *r, uint32_t i)
{
  if (mh_statement__prep(r, i) != MH_TAKES_FI || i + 2 >= r->doc->n_tokens ||
      width(r, i) != 1 || !mh_statement__noun_of(r, i + 1, MH_W_MOMENT, true))
    return false;
  const uint32_t k = i + 2;
  switch (r->cls[k]) {
  case MH_W_NEG:
  case MH_W_QAD:
  case MH_W_AUX:
  case MH_W_FUT: return true;
  case MH_W_NONE: break;
  default: return false;
  }
  const unsigned pos = r->w->glance[k].pos;
  return (pos >> MH_POS_VERB & 1) &&
         !(pos & (1u << MH_POS_ADJ | 1u << MH_POS_ACTIVE | 1u << MH_POS_PASSIVE));
}

/* "and that was (said) during": a verb of coming with "that" behind it. */
static bool came_that(const reader *r, uint32_t i, uint32_t limit)
{
  const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, true);
  if (v == NULL || i + 2 >= limit || r->cls[i + 1] != MH_W_DEM) return false;
  const mh_frame *f = mh_lex_frames(r->lex, mh_lex_word(r->lex, v->word));
  return f->kind == MH_FRAME_WEAK && f->act == MH_ACT_STATE && r->cls[i + 2] == MH_W_PREP;
}

/* "that the truce, | as experts see it, | does not last": put in between two commas, behind
 * which the clause still has its verb to come. */
static bool put_between(const reader *r, uint32_t first, uint32_t i, uint32_t limit)
{
  if (i - first > LAST) return false;
  for (uint32_t k = first + 1; k < i; k++)
    if (clause_verb(r, k)) return false;
  for (uint32_t k = i + 1; k + 1 < limit && k - i < BETWEEN; k++) {
    if (!mh_statement__comma(r, k)) continue;
    if (mh_statement__and(r, k + 1)) return false;
    return r->cls[k + 1] == MH_W_NEG || r->cls[k + 1] == MH_W_AUX ||
           r->cls[k + 1] == MH_W_QAD || r->cls[k + 1] == MH_W_FUT ||
           clause_verb(r, k + 1);
  }
  return false;
}

/* "..., and it is the first visit", "and he puts off": the writer explains; "and it is the way
 * that" goes on with the noun. */
static bool explains(const reader *r, uint32_t i, uint32_t limit)
{
  if (!mh_statement__and(r, i)) return false;
  if (r->cls[i] != MH_W_PRON && r->cls[i] != MH_W_DEM) return false;
  for (uint32_t k = i + 1; k < limit && k < i + 4; k++) {
    const mh_match *n = mh_words_match(r->w, k, MH_PH_NUMBER);
    if (n && n->value >> 24) return true;
  }
  return r->cls[i] == MH_W_PRON && i + 1 < limit && clause_verb(r, i + 1);
}

/* "«...», | and it is the first of": what stands behind a quotation to say what that was is not by
 * whom it quotes. */
static bool quoted_is(const reader *r, uint32_t first, uint32_t i, uint32_t limit)
{
  if (r->cls[i] != MH_W_PRON || !mh_statement__and(r, i) || i < 2 || i + 1 >= limit)
    return false;
  const uint32_t mark = i - 1 - mh_statement__comma(r, i - 1);
  if (!mh_statement__quote_mark(r, mark) || r->cls[i + 1] != MH_W_NONE ||
      tok(r, i + 1)->kind != MH_TOKEN_WORD || clause_verb(r, i + 1) ||
      put_between(r, first, i, limit))
    return false;
  uint32_t from = mark;
  while (from > first && !mh_statement__quote_mark(r, from - 1)) from--;
  if (from <= first) return false;
  /* of what is told with "that" a word or two at its end will do */
  return mark - from + 2 >= QUOTED ||
         (r->cls[first] == MH_W_AN && mark - from > 1 && last(r, i, limit));
}

/* "..., | and N. had signed it before": what had been, by somebody else, is the writer's. */
static bool had_been(const reader *r, uint32_t i, uint32_t limit)
{
  if (!mh_statement__and(r, i) || !mh_statement__was(r, i) || mh_statement__pronoun(r, i))
    return false;
  for (uint32_t k = i + 1; k < limit && k <= i + BETWEEN; k++) {
    if (r->cls[k] == MH_W_QAD) return k > i + 1;
    if (tok(r, k)->kind == MH_TOKEN_MARK || clause_verb(r, k)) return false;
  }
  return false;
}

/* rughma, `ala r-raghm: a clause that speaks against it. */
static bool although(const reader *r, uint32_t i)
{
  const uint32_t k = r->w->glance[i].cls == MH_W_PREP ? i + 1 : i;
  if (r->cls[i] != MH_W_SUB || (k > i && width(r, i) < 2)) return false;
  const mh_token *t = tok(r, k);
  const int al = mh_statement__article(r, k) ? 2 : 0;
  return t->n == 3 + al && mh_key_letter(t->key, al) == MH_L_RA &&
         mh_key_letter(t->key, al + 1) == MH_L_GHAIN &&
         mh_key_letter(t->key, al + 2) == MH_L_MIM;
}

/* raghma, `ala r-raghm, bi-r-raghm: the last letters of the word, or of the next of a phrase. */
static bool in_spite(const reader *r, uint32_t i)
{
  if (width(r, i) > 1) i++;
  const mh_token *t = tok(r, i);
  return t->n >= 3 && mh_statement__letter_back(t, 0) == MH_L_MIM &&
         mh_statement__letter_back(t, 1) == MH_L_GHAIN &&
         mh_statement__letter_back(t, 2) == MH_L_RA;
}

/* "opened the embassy, | amid fears", "..., in spite of the truce": what else goes on is told by
 * who writes; not "amid the town", where it is. */
static bool beside(const reader *r, uint32_t i, uint32_t limit)
{
  const mh_match *g = mh_words_match(r->w, i, MH_PH_GRAMMAR);
  if (r->cls[i] != MH_W_PREP || i + 1 >= limit ||
      !(g ? g->value == MH_W_WHILE : r->w->glance[i].cls == MH_W_WHILE))
    return false;
  return g || in_spite(r, i) ||
         (!mh_statement__article(r, i + 1) && r->m->actor_of[i + 1] < 0 &&
          !mh_words_match(r->w, i + 1, MH_PH_PLACE));
}

/* "..., | in the first meeting since", "in the latest blow to": who writes says what it was; not
 * "in more than (min) one place". */
static bool of_its_kind(const reader *r, uint32_t i, uint32_t limit)
{
  return mh_statement__prep(r, i) == MH_TAKES_FI && width(r, i) == 1 && i + 2 < limit &&
         mh_statement__noun_of(r, i + 1, MH_W_MOST, true) &&
         mh_statement__prep(r, i + 2) != MH_TAKES_MIN;
}

/* A noun that somebody calls for, rejects or praises is over where a comma parts it from when
 * that was, or from a clause of when: what he will do may have its time there. */
static bool later(const reader *r, const act *x, uint32_t i, uint32_t limit)
{
  switch (x->act) {
  case MH_ACT_CALL:
  case MH_ACT_OPPOSE:
  case MH_ACT_PRAISE:
  case MH_ACT_WARN:
  case MH_ACT_SUPPORT:
  case MH_ACT_AFFIRM:
  case MH_ACT_DISCUSS: break;
  default: return false;
  }
  const mh_match *g = mh_words_match(r->w, i, MH_PH_GRAMMAR);
  if (r->w->glance[i].cls != MH_W_AFTER && !(g && g->value == MH_W_AFTER)) return false;
  return (r->cls[i] == MH_W_SUB || r->cls[i] == MH_W_PREP) && last(r, i, limit);
}

/* What a comma parts from the content, when i stands behind it.  `thing`: the content begins
 * with a noun; `noun`: and no clause has come in it so far. */
static bool behind_comma(const reader *r, const act *x, bool thing, bool noun, uint32_t i,
                         uint32_t limit)
{
  switch (r->cls[i]) {
  case MH_W_TELLER:
  case MH_W_CONJ: return true;
  case MH_W_RESULT: return mh_statement__taken_up(r, x, i, limit);
  case MH_W_DEM:
  case MH_W_PRON:
    if (thing && explains(r, i, limit)) return true;
    break;
  case MH_W_SUB:
    /* "and when", not the "then" of a condition */
    if (mh_statement__and(r, i) && mh_key_letter(tok(r, i)->key, 0) == MH_L_WAW &&
        !(r->cls[x->content] == MH_W_AN && mh_statement__condition(r, i)))
      return true;
    if (although(r, i) && last(r, i, limit)) return true;
    break;
  default: break;
  }
  if (noun && (beside(r, i, limit) || later(r, x, i, limit) || of_its_kind(r, i, limit)))
    return true;
  if (meanwhile(r, i) || came_that(r, i, limit) ||
      mh_statement__comma_said_by(r, i, limit))
    return true;
  return mh_statement__told_where(r, i, limit) && x->act != MH_ACT_MEET &&
         (x->act != MH_ACT_PLAN || x->inner) && last(r, i, limit);
}

/* fima, baynama and a verb with a pronoun: "while N. signed it"; not kama, "as it called it". */
static bool while_it(const reader *r, uint32_t i)
{
  const mh_reading *v = mh_statement__reading(r, i + 1, 1u << MH_POS_VERB, false);
  return v && r->cls[i + 1] == MH_W_NONE && (v->feats & MH_F_PERSON) == MH_F_3 &&
         (v->feats & MH_F_TENSE) == MH_F_PERFECT &&
         mh_key_letter(tok(r, i)->key, 0) != MH_L_KAF;
}

/* kama and a verb of what goes on: "as the critics propose". */
static bool as_they_do(const reader *r, uint32_t i, uint32_t limit)
{
  if (i + 1 >= limit || mh_statement__comma(r, i - 1) || r->cls[i + 1] != MH_W_NONE ||
      width(r, i) != 1 || mh_key_letter(tok(r, i)->key, 0) != MH_L_KAF)
    return false;
  const mh_reading *v = mh_statement__reading(r, i + 1, 1u << MH_POS_VERB, false);
  return v && (v->feats & MH_F_TENSE) == MH_F_IMPERFECT && !(v->pro & MH_PRO_SA);
}

/* "that X is so, | but Y": does lakin at i, without a pronoun ("but he"), go on with what is said
 * to be so?  Not where it tells what did not happen ("but he gave no details"). */
static bool but_so(const reader *r, const act *x, uint32_t i, uint32_t limit)
{
  const mh_token *t = tok(r, i);
  const int k = mh_key_letter(t->key, 0) == MH_L_WAW;
  if (r->cls[x->content] != MH_W_AN || mh_statement__infinitive(r, x->content) ||
      x->inner || t->n != 3 + k || mh_key_letter(t->key, k) != MH_L_LAM ||
      mh_key_letter(t->key, k + 1) != MH_L_KAF)
    return false;
  const int32_t who = i + 1 < limit ? r->m->actor_at[i + 1] : -1;
  if (who >= 0 && (r->m->actors[who].form == MH_ACTOR_OFFICIAL ||
                   r->m->actors[who].form == MH_ACTOR_PERSON))
    return false; /* "but N. said again" */
  for (uint32_t n = i + 1; n < limit && n < i + BUT; n++)
    if (r->cls[n] == MH_W_NEG || r->cls[n] == MH_W_TELLER) return false;
  return i + 1 < limit;
}

/* "that in spite of X, | (illa anna) Y": what is told in spite of something is still to come. */
static bool conceded(const reader *r, uint32_t first, uint32_t i, uint32_t limit)
{
  if (!mh_statement__comma(r, i - 1) || i - first > LAST || i + 1 >= limit) return false;
  uint32_t head = first;
  while (head < i && (r->cls[head] == MH_W_AN || mh_statement__quote_mark(r, head)))
    head++;
  if (head + 1 >= i || !in_spite(r, head)) return false;
  for (uint32_t k = head; k + 1 < i; k++)
    if (r->cls[k] == MH_W_CONJ) return false;
  return true;
}

/* "that X, | and sources said that": somebody else, who is no party or he would act, says so. */
static bool another_says(const reader *r, uint32_t i, uint32_t limit)
{
  if (i + 3 >= limit || !(r->w->glance[i].acts >> MH_POS_VERB & 1) ||
      !mh_statement__and(r, i) || !mh_statement__verb_of_saying(r, i) ||
      tok(r, i + 1)->kind != MH_TOKEN_WORD || r->cls[i + 1] != MH_W_NONE ||
      mh_statement__joined(r, i + 1))
    return false;
  const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, true);
  if (v == NULL || v->enc != MH_ENC_NONE || (v->feats & MH_F_PERSON) != MH_F_3)
    return false;
  for (uint32_t k = i + 2; k < limit && k <= i + BETWEEN; k++) {
    if (mh_statement__mark(r, k, '.') || mh_statement__verb_of_saying(r, k)) return false;
    if (r->cls[k] == MH_W_AN) return !mh_statement__infinitive(r, k);
  }
  return false;
}

/* "welcomed the talks | and some declared": what is no clause has no verb of its own, so one that
 * wa- joins behind it begins another, whoever acts there. */
static bool and_does(const reader *r, const act *x, uint32_t i)
{
  if (!mh_statement__and(r, i)) return false;
  /* "and the talks were"; not ka-annaha, "as if they were", which is written alike */
  const bool was = mh_statement__was(r, i) && !mh_statement__pronoun(r, i);
  if (!was && (!(r->w->glance[i].acts >> MH_POS_VERB & 1) || r->cls[i] != MH_W_NONE ||
               r->w->glance[i].pos != 1u << MH_POS_VERB))
    return false;
  const mh_reading *v = was ? NULL : mh_statement__reading(r, i, 1u << MH_POS_VERB, true);
  if (!was &&
      (v == NULL || v->enc != MH_ENC_NONE ||
       (v->feats & (MH_F_PERSON | MH_F_TENSE)) != (MH_F_3 | MH_F_PERFECT) ||
       (v->feats & (MH_F_NUMBER | MH_F_GENDER)) == (MH_F_PL | MH_F_F))) /* "and two" */
    return false;
  for (uint32_t k = x->content; k < i; k++) {
    const bool word = r->cls[k] == MH_W_NONE || r->cls[k] == MH_W_PREP ||
                      r->cls[k] == MH_W_DET || r->cls[k] == MH_W_DEM;
    if (tok(r, k)->kind != MH_TOKEN_WORD || !word || r->quoted[k] ||
        (r->w->glance[k].pos >> MH_POS_VERB & 1 &&
         !(r->w->glance[k].pos & ~(1u << MH_POS_VERB))))
      return false;
  }
  return true;
}

/* "(without) | that he tells, sets a day": the verb at i, of telling or of setting. */
static bool tells_more(const reader *r, uint32_t i)
{
  const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, true);
  if (r->cls[i] != MH_W_NONE || v == NULL || (v->feats & MH_F_PERSON) != MH_F_3)
    return false;
  const mh_word *w = mh_lex_word(r->lex, v->word);
  const mh_frame *f = mh_lex_frames(r->lex, w);
  for (uint32_t n = 0; n < w->n_frames; n++)
    if (f[n].act == MH_ACT_STATE
            ? f[n].kind != MH_FRAME_WEAK && f[n].takes != MH_TAKES_BI
            : f[n].act == MH_ACT_DISCUSS && f[n].kind == MH_FRAME_WEAK)
      return true;
  return false;
}

/* "condoled with them | asking God to", "he said that they came | in an allusion to", "that it
 * sends troops | without saying how many": how who tells does so, and what who writes adds,
 * comma or not. */
static bool told_beside(const reader *r, uint32_t i, uint32_t limit)
{
  if (r->cls[i] != MH_W_TELLER || r->cls_end[i] < 2) return false;
  const uint32_t last = i + width(r, i) - 1;
  if (r->w->glance[i].pos >> MH_POS_ACTIVE & 1) return true;
  if (last + 1 >= limit) return false;
  if (mh_is_class(r->w, last, MH_W_AN)) return tells_more(r, last + 1);
  return !mh_is_class(r->w, last, MH_W_REL); /* "at the time that" may be part of it */
}

/* "met N. | before he left for N.", "discussed X | before they went": of a deed, what was done
 * next, while "a truce before winter comes" is one content. */
static bool before_next(const reader *r, const act *x, uint32_t i, uint32_t limit)
{
  if (x->act != MH_ACT_MEET && x->act != MH_ACT_DISCUSS && x->act != MH_ACT_SIGN)
    return false;
  /* "before his departure" */
  if (mh_statement__setting(r, i) && mh_key_letter(tok(r, i)->key, 0) == MH_L_QAF &&
      mh_key_letter(tok(r, i)->key, 1) == MH_L_BA && i + 1 < limit &&
      mh_statement__pronoun(r, i + 1))
    return mh_statement__reading(r, i + 1, 1u << MH_POS_MASDAR, false) != NULL;
  if (r->cls[i] != MH_W_SUB || width(r, i) != 2 ||
      mh_key_letter(tok(r, i)->key, 0) != MH_L_QAF || i + 2 >= limit)
    return false;
  const mh_reading *v = mh_statement__reading(r, i + 2, 1u << MH_POS_VERB, false);
  return v && (v->feats & MH_F_PERSON) == MH_F_3;
}

/* "While N. rejected the plan, | (fa-) it": what is told beside it begins behind the comma.  In
 * a condition, or what is so in spite of something, it is the rest of what is said. */
static bool beside_while(const reader *r, const act *x, uint32_t i)
{
  const uint32_t head = x->clause < x->word ? x->clause : x->word;
  if (head == 0 || !mh_statement__leads_verb(r, head - 1) || r->cls[i] != MH_W_AN ||
      !mh_statement__comma(r, i - 1) || mh_key_letter(tok(r, i)->key, 0) != MH_L_FA ||
      mh_key_letter(tok(r, head - 1)->key, 0) == MH_L_KAF) /* "he also said that" */
    return false;
  for (uint32_t k = x->content; k < i; k++)
    if (r->cls[k] == MH_W_SUB || r->cls[k] == MH_W_CONJ || in_spite(r, k)) return false;
  return true;
}

/* "his content with the course of the fighting | since (idh) N. was taken": without a comma the
 * reason is one with the noun. */
static bool reason(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return t->n == 2 && mh_key_letter(t->key, 0) == MH_L_ALEF &&
         mh_key_letter(t->key, 1) == MH_L_THAL && !mh_statement__comma(r, i - 1);
}

/* Where content stops though no new act begins: "..., while ...", "..., where ...", "and
 * that according to a statement". */
static bool leaves(const reader *r, const act *x, bool thing, bool noun, uint32_t i,
                   uint32_t limit)
{
  if (r->quoted[i]) return false;
  if (another_says(r, i, limit) || mh_statement__in_his_words(r, i) ||
      beside_while(r, x, i))
    return true;
  if (r->cls[i] == MH_W_CONJ &&
      (but_so(r, x, i, limit) || mh_statement__still_said(r, x, i, limit) ||
       conceded(r, x->content, i, limit)))
    return false;
  if (mh_statement__comma(r, i - 1) && r->cls[x->content] == MH_W_AN &&
      (r->cls[i] == MH_W_CONJ || r->cls[i] == MH_W_SOURCE) &&
      put_between(r, x->content, i, limit))
    return false;
  /* "«...» in an allusion to": the quotation is over */
  if ((r->cls[i] == MH_W_RESULT || r->cls[i] == MH_W_TELLER) &&
      mh_statement__quote_mark(r, i - 1))
    return true;
  if (told_beside(r, i, limit) || mh_statement__which_he(r, x, i, limit)) return true;
  if (mh_statement__comma(r, i - 1) && behind_comma(r, x, thing, noun, i, limit))
    return true;
  /* "that an end of it, | as they propose, is": part of what is said to be so */
  if (r->cls[i] == MH_W_CONJ && r->cls[x->content] == MH_W_AN && as_they_do(r, i, limit))
    return false;
  /* "as it also built": another clause of the teller's, comma or not */
  if (r->cls[i] == MH_W_CONJ && i + 1 < limit && !reason(r, i) &&
      (clause_verb(r, i + 1) || (thing && while_it(r, i))))
    return true;
  if (quoted_is(r, x->content, i, limit) || had_been(r, i, limit)) return true;
  if (thing && (meanwhile(r, i) || before_next(r, x, i, limit) || and_does(r, x, i)))
    return true;
  const bool said = r->cls[x->content] == MH_W_AN &&
                    !mh_statement__infinitive(r, x->content);
  return mh_statement__and_that(r, i, limit, said) || mh_statement__said_by(r, i, limit);
}

/* "..., for his part" at the end belongs to what follows: where its words begin. */
static uint32_t put_in(const reader *r, uint32_t first, uint32_t end)
{
  uint32_t i = end;
  while (i > first && r->cls[i - 1] == MH_W_OTHER && r->cls_end[i - 1] != 1) i--;
  return i < end && i > first && mh_statement__comma(r, i - 1) ? i : end;
}

/* A full stop or the text's end behind i: no clause begins with the word there, which is a noun
 * then ("a mere delusion", as "and they" is written). */
static bool closed(const reader *r, uint32_t i)
{
  return i + 1 >= r->doc->n_tokens || (tok(r, i + 1)->flags & MH_TF_LINE) ||
         mh_statement__mark(r, i + 1, '.');
}

/* "from any side | it be": behind a noun, and before a mark, a word of being ends its clause. */
static bool whatever(const reader *r, uint32_t i)
{
  return i > 1 && i + 1 < r->doc->n_tokens && tok(r, i + 1)->kind == MH_TOKEN_MARK &&
         !mh_statement__and(r, i) && r->cls[i - 1] == MH_W_NONE &&
         (r->cls[i - 2] == MH_W_DET || (i > 2 && r->cls[i - 3] == MH_W_DET));
}

/* "«...», and he went on | saying": a bare verb of telling at the end leads what follows. */
static bool leads_next(const reader *r, uint32_t i)
{
  if (!(r->w->glance[i].acts >> MH_POS_VERB & 1) || !mh_statement__and(r, i) ||
      r->cls[i] != MH_W_NONE || closed(r, i) || !mh_statement__verb_of_saying(r, i))
    return false;
  const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, true);
  return v && v->enc == MH_ENC_NONE;
}

/* Cut marks, joining words and closing marks off the end. */
uint32_t mh_statement__trim_end(const reader *r, uint32_t first, uint32_t end)
{
  while (end > first) {
    const uint32_t z = end - 1;
    const mh_token *t = tok(r, z);
    if (t->kind == MH_TOKEN_MARK && !mh_statement__quote_mark(r, z) && t->value != ')' &&
        t->value != '%' && t->value != PER_CENT) {
      end--;
    } else if (leads_next(r, z)) {
      end--;
    } else if (t->n == 1 && mh_key_letter(t->key, 0) == MH_L_WAW) {
      end--; /* wa- apart from what it joins: "..., and «" */
    } else if (((r->cls[z] == MH_W_CONJ || r->cls[z] == MH_W_PRON) && !closed(r, z)) ||
               r->cls[z] == MH_W_AND || r->cls[z] == MH_W_AN || r->cls[z] == MH_W_QAD ||
               r->cls[z] == MH_W_FUT ||
               (r->cls[z] == MH_W_AUX && !closed(r, z) && !whatever(r, z)) ||
               (r->cls[z] == MH_W_SUB && !closed(r, z)) || /* "... when | they met" */
               (r->cls[z] == MH_W_REL && t->n > 3) ||      /* "..., which | he claimed" */
               ((r->cls[z] == MH_W_DEM || r->cls[z] == MH_W_REL) &&
                mh_statement__and(r, z))) {
      end--;
    } else {
      const uint32_t o = put_in(r, first, end);
      const uint32_t p = o < end ? o : mh_statement__day_ahead(r, first, end);
      if (p == end) break;
      end = p;
    }
  }
  return end;
}

/* An opening mark without its closing one inside stays out, and the other way round. */
void mh_statement__trim_quotes(const reader *r, uint32_t *first, uint32_t *end)
{
  uint32_t marks = 0;
  for (uint32_t i = *first; i < *end; i++) marks += mh_statement__quote_mark(r, i);
  if (marks % 2 == 0) return;
  if (mh_statement__quote_mark(r, *first))
    ++*first;
  else if (*end > *first && mh_statement__quote_mark(r, *end - 1))
    --*end;
}

/* Does a quotation end right before i, and something else begin there ("«...» and he came",
 * "«... .» The attacks")? */
static bool past_quotation(const reader *r, uint32_t i)
{
  if (i < 2 || !mh_statement__quote_mark(r, i - 1) || r->quoted[i]) return false;
  return mh_statement__mark(r, i - 2, '.') ||
         (mh_statement__and(r, i) && clause_verb(r, i));
}

/* "«...», | who had promised it": what was quoted from its first word on is over at its closing
 * mark, where behind a comma no other mark opens. */
static bool past_closing(const reader *r, uint32_t first, uint32_t i)
{
  return i >= first + QUOTED && mh_statement__comma(r, i - 1) && !r->quoted[i] &&
         mh_statement__quote_mark(r, i - 2) && !mh_statement__quote_mark(r, i) &&
         !mh_statement__quote_mark(r, i + 1);
}

/* "rejected the plan, | and called it": after a content that is a noun, a verb with wa- and a
 * comma before it is told by the teller. */
static bool teller_goes_on(const reader *r, uint32_t i, bool serving)
{
  /* two dots are a pause, as a comma is */
  const bool pause = mh_statement__comma(r, i - 1) || mh_statement__mark(r, i - 1, '.');
  if (r->quoted[i] || !pause || !mh_statement__and(r, i)) return false;
  if (r->cls[i] == MH_W_QAD || r->cls[i] == MH_W_AUX || r->cls[i] == MH_W_FUT)
    return true;
  const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, false);
  /* "in a way that serves both, | and backs peace" */
  if (v && serving && (v->feats & MH_F_TENSE) == MH_F_IMPERFECT) return false;
  return v && (v->feats & MH_F_PERSON) == MH_F_3 && r->cls[i] == MH_W_NONE &&
         r->w->match_first[i] == r->w->match_first[i + 1] &&
         !mh_statement__reading(r, i, NOUNS, false);
}

uint32_t mh_statement__over(const reader *r, const act *x, uint32_t limit)
{
  const uint32_t first = x->content;
  const bool thing = x->takes <= LED_PREP && r->cls[first] != MH_W_AN &&
                     r->cls[first] != MH_W_REL;
  bool noun = thing, serving = false;
  const bool quote = mh_statement__quote_mark(r, first) && x->takes == LED_QUOTE;
  /* "that «...», | after the blast": what was quoted from the first word on is over too */
  const bool told = r->cls[first] == MH_W_AN && mh_statement__quote_mark(r, first + 1);
  for (uint32_t i = first + 1; i < limit; i++) {
    if (relative(r, i) || r->cls[i] == MH_W_AN) noun = false; /* a clause inside */
    serving = serving || mh_statement__what_by(r, i);
    /* "agreed on the following: 1- ...": each point is told by itself */
    if (mh_statement__point_behind(r, i, limit))
      return mh_statement__trim_end(r, first, i);
    if (told && i + 1 < limit && mh_statement__setting(r, i) &&
        past_closing(r, first + 1, i))
      return mh_statement__trim_end(r, first, i);
    if (leaves(r, x, thing, noun, i, limit) || (quote && past_quotation(r, i)) ||
        (quote && i + 1 < limit && past_closing(r, first, i)) ||
        (noun && teller_goes_on(r, i, serving)))
      return mh_statement__trim_end(r, first, i);
  }
  return mh_statement__trim_end(r, first, limit);
}
