/* clause - which words of a sentence are act words in clauses of their own, and who acts.
 *
 * What stands beside a clause and tells an act without a finite verb (participles, "his saying
 * that", "according to") is aside.c's; one's own future is ahead.c's.
 *
 * A finite act verb counts where a clause can begin (begins.c) or right after the actors who
 * act.  A participle counts where it is circumstantial ("stressing that").
 */
#include <string.h>

#include "about.h"
#include "assembly.h"
#include "content.h"
#include "lookalike.h"
#include "worth.h"

#define VERBS (1u << MH_POS_VERB)
#define NOUNS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)

static bool third_person(uint32_t f)
{
  return (f & MH_F_PERSON) == MH_F_3;
}

bool mh_statement__first_person(uint32_t f)
{
  return (f & MH_F_PERSON) == MH_F_1;
}

bool mh_statement__has_al(const reader *r, uint32_t i)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++)
    if (mh_words_reading(r->w, i, k)->pro & MH_PRO_AL) return true;
  return false;
}

/* A noun that is said or weighed rather than one who says: with a joined pronoun, an act noun,
 * a word of evaluation. */
bool mh_statement__abstract(const reader *r, uint32_t i)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    const mh_word *w = y->word ? mh_lex_word(r->lex, y->word) : NULL;
    if (w == NULL || MH_F_POS_OF(y->feats) != MH_POS_NOUN) continue;
    if (w->n_frames || mh_weighs(w->cls) || y->enc != MH_ENC_NONE) return true;
  }
  return false;
}

/* Does "that", a colon or a quotation follow before the clause ends? */
static bool something_told(const reader *r, uint32_t i, uint32_t end)
{
  for (const uint32_t stop = i + 24 < end ? i + 24 : end; i < stop; i++)
    if (r->cls[i] == MH_W_AN || mh_statement__mark(r, i, ':') || r->quoted[i])
      return true;
  return false;
}

/* Is it plain that who tells here is somebody else?  The verb is one of telling, and what
 * stands behind it is no circumstance ("added, saying"). */
static bool another_tells(const reader *r, const act *x, uint32_t end)
{
  const mh_frame *f = &x->frames[0];
  if (f->act != MH_ACT_STATE && f->act != MH_ACT_AFFIRM) return false;
  if (!something_told(r, x->word_end, end)) return false;
  if (!(f->takes & (MH_TAKES_AN | MH_TAKES_QUOTE | MH_TAKES_ILA | MH_TAKES_ALA)))
    return false;
  if (r->cls[x->word] != MH_W_NONE || r->cls[x->word_end] != MH_W_NONE) return false;
  const uint32_t i = x->word_end;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++)
    if (mh_words_reading(r->w, i, k)->enc == MH_ENC_ACC) return false;
  return true;
}

bool mh_statement__settle(const reader *r, act *x, uint32_t from, uint32_t end)
{
  if (!mh_statement__complement(r, x, from, end) || mh_statement__mute(r, x))
    return false;
  mh_statement__counted(r, x, from);
  /* "hastened to | deny", not "will go home to | promote an agreement" */
  const bool to = x->takes == LED_PREP && x->n_frames == 1 &&
                  (x->frames[0].takes == MH_TAKES_ILA ||
                   x->frames[0].takes == MH_TAKES_ALA);
  if (to && x->kind == MH_FRAME_LIGHT &&
      !mh_statement__reading(r, x->content, NOUNS, true))
    return false;
  mh_statement__inner(r, x, end);
  /* "will be a chance to": nobody discusses yet */
  if (x->paired && x->kind == MH_FRAME_LIGHT && x->future) return false;
  /* "showed X", "put out X": a light verb that tells nothing and lets nothing tell */
  return x->kind != MH_FRAME_LIGHT || x->inner || x->act != MH_ACT_STATE ||
         (x->takes != LED_OBJECT && !to && !x->paired);
}

void mh_statement__start(const reader *r, act *x, uint32_t i, const mh_reading *y,
                         uint8_t form)
{
  *x = (act){.word = i,
             .word_end = i + 1,
             .clause = i,
             .feats = y->feats,
             .form = form,
             .joined = y->pro & (MH_PRO_WA | MH_PRO_FA),
             .future = (y->pro & MH_PRO_SA) || (i && r->cls[i - 1] == MH_W_FUT)};
  mh_statement__frames(r, i, y, x);
}

/* Is what "was done" done between those in play?  Talks, agreement and what is stressed are;
 * what was supported, given or demanded may be anybody's deed but at a meeting of theirs. */
static bool between_them(const reader *r, const act *x)
{
  if (x->act == MH_ACT_DISCUSS || x->act == MH_ACT_AGREE || x->act == MH_ACT_SIGN ||
      x->act == MH_ACT_AFFIRM || x->act == MH_ACT_MEET || r->joint)
    return true;
  for (uint32_t i = x->word_end; i < x->content; i++) {
    const int32_t a = r->m->actor_at[i];
    if (a >= 0 && r->m->actors[a].form == MH_ACTOR_ROLE &&
        r->m->actors[a].role == MH_ROLE_MEETING)
      return true;
    if (r->cls[i] == MH_W_PREP && mh_statement__joined_pronoun(r, i)) return true;
  }
  return false;
}

/* A verb right behind an indefinite noun tells of it: "in a vote | that was held". */
static bool of_noun(const reader *r, uint32_t i, uint32_t first)
{
  return i > first && !mh_statement__and(r, i) && r->cls[i - 1] == MH_W_NONE &&
         tok(r, i - 1)->kind == MH_TOKEN_WORD && r->m->actor_of[i - 1] < 0 &&
         r->m->when_at[i - 1] < 0 && !mh_statement__article(r, i - 1);
}

/* "it was discussed": nobody is named; those in play act. */
static bool passive(reader *r, act *x, uint32_t first, uint32_t end)
{
  if (of_noun(r, x->word, first)) return false;
  /* "that such matters will be dealt with" is part of what is told */
  if (!mh_statement__opens(r, x->word, first) &&
      mh_statement__relative_open(r, x->word, first))
    return false;
  const mh_codes *both = r->pair.n > 1 ? &r->pair : &r->play;
  /* where no two stand side by side, whoever has just acted */
  const bool one = r->last.n == 1 && !r->bilateral && r->acted == r->paragraph;
  x->who = (subject){.first = -1,
                     .last = -1,
                     .carried = true,
                     .end = x->word_end,
                     .codes = one || r->last.n > 1 || both->n < 2 ? r->last : *both};
  const bool crowned = x->n_frames && (x->frames[0].takes & MH_TAKES_BI);
  const mh_codes met = crowned ? mh_statement__who_met(r, x, end) : (mh_codes){.n = 0};
  if (met.n > 1) x->who.codes = met;
  if (x->who.codes.n == 0 ||
      !(crowned ? mh_statement__crowned(r, x, end) : mh_statement__passive(r, x, end)) ||
      !between_them(r, x) || mh_statement__seen(r, x, first))
    return false;
  /* nobody discusses with himself: whoever he met just before */
  if (x->act != MH_ACT_AFFIRM) x->who.codes = mh_statement__with_met(r, &x->who.codes);
  return true;
}

/* "The two ministers met." - who met is all that is told. */
static bool met(act *x, const reader *r)
{
  const mh_frame *f = &x->frames[0];
  if (x->n_frames == 0 || f->act != MH_ACT_MEET || f->kind != MH_FRAME_ACT ||
      x->who.codes.n < 2 || x->who.first < 0)
    return false;
  x->act = x->outer = MH_ACT_MEET;
  x->kind = f->kind;
  x->content = r->m->actors[x->who.first].first;
  x->end = x->who.end;
  x->takes = LED_OBJECT;
  return x->content > x->word;
}

/* A noun with a joined pronoun: "his adherence", or of one's own state: "the stand of his
 * country". */
static bool own_noun(const reader *r, const act *x)
{
  const uint32_t i = x->content;
  if (mh_statement__self_behind(r, x)) return true;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const uint8_t e = mh_words_reading(r->w, i, k)->enc;
    if (e != MH_ENC_NONE && e != MH_ENC_ACC) return true;
  }
  /* "put out once more": what is done again is no word renewed */
  const mh_reading *y = mh_statement__reading(r, i, NOUNS, true);
  if (y && mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word))->kind == MH_FRAME_WEAK)
    return false;
  return mh_statement__abstract(r, i);
}

/* "arrived in Beirut": an official of another state than the town's, who visits it though
 * nothing else says so. */
static bool abroad(const reader *r, const act *x)
{
  if (x->frames[0].event != MH_EVENT_VISIT || x->who.codes.n != 1 || x->who.unresolved)
    return false;
  const mh_actor_form form = (mh_actor_form)r->m->actors[x->who.first].form;
  if (form != MH_ACTOR_OFFICIAL && form != MH_ACTOR_PERSON) return false;
  const char *code = mh_statement__host(r, x->content);
  return code && !mh_codes_has(&x->who.codes, code);
}

/* Is every verb that token i may be one with sa-?  "Held sway" begins with its letter too. */
bool mh_statement__only_ahead(const reader *r, uint32_t i)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word && MH_F_POS_OF(y->feats) == MH_POS_VERB && !(y->pro & MH_PRO_SA))
      return false;
  }
  return true;
}

/* "It came in the statement that": what comes nowhere else says nothing; see aside.c. */
static bool came_in(const mh_frame *f)
{
  const uint16_t both = MH_TAKES_FI | MH_TAKES_AN;
  return f->kind == MH_FRAME_WEAK && f->act == MH_ACT_STATE && (f->takes & both) == both;
}

/* "N. condemned the attack, and | set aside a million for the victims", "..., then they (both)
 * signed": what those who have just acted did as well; "and will", "and does" are told of anything. */
static bool joins_act(const reader *r, const act *x)
{
  const mh_word_class led = x->word ? r->cls[x->word - 1] : MH_W_NONE;
  const bool two = x->who.codes.n == 2 && (x->feats & MH_F_NUMBER) == MH_F_DU;
  const bool on = x->joined || (two && (led == MH_W_AND || led == MH_W_CONJ));
  /* a sentence of its own goes on only with those two */
  if (r->acts == 0 && !(two && r->acted == r->paragraph)) return false;
  if (!on || (x->feats & MH_F_TENSE) != MH_F_PERFECT) return false;
  if (two && r->last.n == 2) return mh_codes_has(&r->last, x->who.codes.at[0]);
  return x->who.codes.n == 1 &&
         mh_code_same(x->who.codes.at[0], r->last.n ? r->last.at[0] : "");
}

/* To say that one condemns or calls for something is to do it. */
static bool performs(const mh_frame *f)
{
  return f->kind == MH_FRAME_ACT &&
         (f->act == MH_ACT_OPPOSE || f->act == MH_ACT_CALL || f->act == MH_ACT_AFFIRM);
}

/* Is it the quotation in which the verb of reading y at i stands that tells of somebody? */
static bool of_quotation(const reader *r, const mh_reading *y, uint32_t i, uint32_t first)
{
  return third_person(y->feats) && r->quoted[i] && r->quoted[i] != MH_QUOTED_TOLD &&
         i > first && !mh_statement__quote_mark(r, i - 1);
}

/* May the word at i be the finite verb of reading y, for its own letters and what stands right
 * beside it? */
static bool is_verb_here(const reader *r, const mh_reading *y, uint32_t i, uint32_t first)
{
  /* "..., as the ministry made clear": what it made clear stands before */
  if (i > first && r->cls[i - 1] == MH_W_SOURCE) return false;
  /* "may reject": only thought possible */
  if (i > first && r->cls[i - 1] == MH_W_QAD && (y->feats & MH_F_TENSE) == MH_F_IMPERFECT)
    return false;
  if (r->cls[i] != MH_W_NONE && y->enc != MH_ENC_NONE) return false; /* minha: "of it" */
  /* "was convicted": who is named behind it does nothing */
  if (y->feats & MH_F_VOICE_PASSIVE) return false;
  /* "visited me" is how no report tells; it is the word for ministries */
  if (y->enc == MH_ENC_YA && !r->quoted[i]) return false;
  /* "let me ask": an imperative is written like "they called me" */
  if (y->enc == MH_ENC_YA && (y->feats & MH_F_NUMBER) == MH_F_PL) return false;
  const bool self = mh_statement__first_person(y->feats);
  if (!third_person(y->feats) && !(self && mh_statement__self(r, i))) return false;
  if (y->pro & MH_PRO_LI) return false;
  if ((y->pro & MH_PRO_SA) && !mh_statement__only_ahead(r, i)) return false;
  if (tok(r, i)->flags & MH_TF_TANWIN) return false; /* "a show", not "both showed" */
  if (i > first &&
      (mh_statement__of_the_same(r, i) || mh_statement__second_between(r, i)))
    return false;
  if (of_quotation(r, y, i, first) && !mh_statement__own_quoted(r, y, i)) return false;
  return !mh_statement__stands_else(r, i, first, y) &&
         !mh_statement__spelled_else(r, i, y);
}

/* "after (`aqiba) | the meeting the minister stressed that": what a word that may be a
 * preposition governs, and no meeting that commented. */
static bool governs(const reader *r, const act *x, uint32_t i)
{
  if (r->cls[i] != MH_W_PREP || x->who.first < 0 || x->clause != i) return false;
  const mh_actor *a = &r->m->actors[x->who.first];
  return a->form == MH_ACTOR_ROLE && a->role == MH_ROLE_MEETING &&
         x->content > x->who.end;
}

/* Token i as the finite verb of reading y. */
static bool verb_as(reader *r, const mh_reading *y, uint32_t i, uint32_t first,
                    uint32_t end, act *out)
{
  if (!is_verb_here(r, y, i, first)) return false;
  const mh_frame *f = mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word));
  const bool self = mh_statement__first_person(y->feats);
  /* the clause of a negated verb begins with the word that negates it */
  const uint32_t head = i > first && mh_statement__negated(r, i) ? i - 1 : i;
  const uint32_t upon = mh_statement__described(r, y, f, i, first);
  const bool in_it = mh_statement__in_speech(r, i, first) != NO_TOKEN;
  subject had;
  const bool already = (y->feats & MH_F_TENSE) == MH_F_PERFECT &&
                       mh_statement__already(r, i, first, &had);
  const uint32_t we_do = self ? mh_statement__we_do(r, i, first) : NO_TOKEN;
  if (upon == NO_TOKEN && we_do == NO_TOKEN && !in_it && !already &&
      mh_statement__held(r, head, first,
                         f->act == MH_ACT_MEET &&
                             (y->feats & MH_F_TENSE) == MH_F_PERFECT))
    return false;
  mh_statement__start(r, out, i, y, ACT_VERB);
  if (out->n_frames + out->n_with == 0) return false;
  /* "lost", "got": what befalls somebody is told like any other verb */
  if (f->kind == MH_FRAME_MUTE && out->n_with == 0) return false;
  if (i + 2 < end && mh_statement__says_on(r, y, i + 1)) out->word_end = i + 2;
  const bool noun_too = !in_it && mh_statement__may_be_noun(r, i, first) &&
                        !mh_statement__only_verb(r, y, i, end) &&
                        !mh_statement__no_noun(r, out, y, end) &&
                        !(i && mh_statement__comma(r, i - 1) && out->joined &&
                          out->n_frames && mh_statement__turned_to(r, out, i + 1, end));
  if (r->met_in &&
      mh_statement__dealt_with(r, out, y, i, end, mh_statement__may_be_noun(r, i, i)))
    return true;
  if ((f->kind == MH_FRAME_PASSIVE || f->kind == MH_FRAME_MEET ||
       (out->n_frames && f->act == MH_ACT_MEET &&
        (i == first || f->event == MH_EVENT_HELD || f->event == MH_EVENT_HOST))) &&
      !(f->takes & MH_TAKES_BI) && mh_statement__opens(r, head, first) &&
      mh_statement__met_between(r, out, first, end))
    return out->clause = head, true;
  if (f->kind == MH_FRAME_PASSIVE) return passive(r, out, first, end);
  if (came_in(f)) return false;
  const bool ok = already || mh_statement__doer(r, out, first, end);
  if (already) out->who = had, out->clause = r->m->actors[had.first].first - 1;
  bool named = out->who.first >= 0;
  if (of_quotation(r, y, i, first) && !mh_statement__quoted_side(r, &out->who.codes))
    return false;
  mh_statement__receives_again(r, out);
  mh_statement__addresses(r, out, end);
  const bool press = named && out->who.nobody &&
                     (out->clause < i || mh_statement__opens(r, i, first));
  if (press) mh_statement__stranger(r, y->feats, i);
  if (press && mh_statement__complement(r, out, out->who.end, end) &&
      out->takes == LED_THAT) /* "the agency said that": who is told of acts */
    r->told = out->content + 1, r->press = r->paragraph + 1;
  const bool other = !ok && !noun_too && another_tells(r, out, end) &&
                     mh_statement__opens(r, i, first);
  if (other || (!named && !self && !noun_too && mh_statement__opens(r, i, first)))
    mh_statement__press_on(r, out, end);
  if (!named && !self && (y->feats & MH_F_TENSE) == MH_F_PERFECT &&
      mh_statement__nobody_ahead(r, i, first)) {
    mh_statement__stranger(r, y->feats, i);
    return false;
  }
  if (out->who.carried && !self && !mh_statement__turns(r, out, end)) return false;
  if (other) mh_statement__stranger(r, y->feats, i);
  if (!ok || (named && out->who.nobody && out->who.codes.n == 0)) return false;
  /* a verb before its subject is singular, whoever acts */
  if (named && out->clause == i && (y->feats & MH_F_NUMBER) != MH_F_SG) {
    if (!mh_statement__both_again(r, y, i)) return false;
    mh_statement__carry(r, out, &out->who);
    named = false;
  }
  /* an act noun with wa- in the middle of a sentence is no verb of a feminine name; behind
   * "for his part, " it is, and behind "while" ("while | Iraq rejected", "while he gave him") */
  const bool behind_as = i > first && mh_statement__leads_verb(r, i - 1);
  const bool turn = i >= first + 2 && mh_statement__comma(r, i - 1) &&
                    r->cls[i - 2] == MH_W_OTHER;
  const bool front = noun_too && named && out->clause == i &&
                     (mh_statement__closed_front(r, i, first) ||
                      mh_statement__set_off(r, i, first));
  if (noun_too && named && out->clause == i && i > first && !turn && !behind_as &&
      !front && (y->feats & MH_F_GENDER) == MH_F_M &&
      r->m->actors[out->who.first].form <= MH_ACTOR_ORGAN)
    return false;
  const bool open = upon != NO_TOKEN || we_do != NO_TOKEN ||
                    mh_statement__opens(r, head, first) ||
                    (i > first && r->cls[i - 1] == MH_W_SUB) || in_it ||
                    mh_statement__both_again(r, y, i) ||
                    (self && r->declares && r->acts == 0) || /* "we, N., | affirm" */
                    front || mh_statement__fronted(r, i, head, first);
  const bool before = out->clause < i;
  /* "denounced the remarks of N., in which | he claimed": N. does, whom nobody tells apart */
  if (!named && in_it && r->acts && mh_statement__held(r, head, first, false))
    return false;
  if (!named && !self &&
      (mh_statement__predicate_of_that(r, head, first) ||
       (head > first && mh_statement__mark(r, head - 1, ':') && /* "said: it is held" */
        (y->feats & MH_F_TENSE) == MH_F_IMPERFECT)))
    return false;
  if (!(named && (before || y->enc != MH_ENC_NONE)) && !(in_it && r->acts == 0) &&
      mh_statement__shares_relative(r, y, i, first))
    return false;
  /* what the press says somebody does, is doing or will do is no act; what he did is */
  if (r->told && (before ? out->clause == r->told : head == r->told) &&
      (y->feats & MH_F_TENSE) != MH_F_PERFECT &&
      (!performs(f) || mh_statement__infinitive(r, r->told - 1)))
    return false;
  if (!open && !before &&
      !(named && !noun_too && !mh_statement__relative_open(r, i, first)))
    return false;
  if (named && !before && mh_statement__awaited_by(r, out, head, first)) return false;
  const bool again = mh_statement__verb_behind(r, y, f, i, first);
  /* "1- condemns ...": a point of a resolution begins with its verb */
  const bool point = r->resolver && i >= first + 2 &&
                     tok(r, i - 1)->kind == MH_TOKEN_MARK &&
                     tok(r, i - 2)->kind == MH_TOKEN_NUMBER;
  if (noun_too && !named && i != first && !point && !again && !self &&
      !mh_statement__both_again(r, y, i) &&
      !((y->feats & MH_F_TENSE) == MH_F_PERFECT &&
        (mh_statement__behind_front(r, i, first) ||
         (f->act == MH_ACT_DISCUSS && mh_statement__met_before(r, i, first)))) &&
      (!mh_statement__and(r, i) || mh_statement__noun_chain(r, i, first) ||
       (y->feats & MH_F_NUMBER) == MH_F_DU))
    return false;
  if (!named && y->enc != MH_ENC_NONE && upon == NO_TOKEN &&
      mh_statement__resumes(r, i, first))
    return false;
  /* "a speech he gave": of the noun before it */
  if (y->enc != MH_ENC_NONE && !open && !before) return false;
  /* an office of no state is nobody we know; "His Highness" is one of them */
  if (named && out->who.codes.n == 0 &&
      r->m->actors[out->who.first].form != MH_ACTOR_ROLE) {
    mh_statement__stranger(r, y->feats, i);
    return false;
  }
  if (out->who.codes.n == 0 && !out->who.unresolved) return false;
  /* "the support of Moscow"; a capital is she, and no noun is written like "she hopes" */
  if (named && r->m->actors[out->who.first].form == MH_ACTOR_CAPITAL && noun_too &&
      (y->feats & (MH_F_GENDER | MH_F_TENSE)) != (MH_F_F | MH_F_IMPERFECT))
    return false;
  const uint32_t from = named && !before ? out->who.end : out->word_end;
  if (mh_statement__has_al(r, i) && !named)
    return false; /* "the powers", not "they threw" */
  if (!mh_statement__settle(r, out, from, end) &&
      !(named && (mh_statement__quote_before(r, out, first) || met(out, r))))
    return false;
  const bool about = self && mh_statement__spoke_about(r, out);
  if (self && !about && out->act == MH_ACT_STATE && !(r->declarer.n && !r->quoted[i]))
    return false; /* said by who quotes him */
  if (upon != NO_TOKEN) {
    if (out->takes == LED_THAT || !out->inner) return false; /* neither good nor ill */
    out->clause = upon;
  }
  if (out->clause == i) out->clause = we_do != NO_TOKEN ? we_do : head;
  /* "opened again" is no act renewed: only an act noun or one's own can be */
  if (out->kind == MH_FRAME_RENEW && !out->inner && out->takes == LED_OBJECT &&
      !own_noun(r, out))
    return false;
  if (mh_statement__puts_out(r, out) || mh_statement__suffers(r, out, y, first, from))
    return false;
  if (!named && !out->inner && !out->future && out->takes == LED_OBJECT &&
      f->event == MH_EVENT_NONE &&
      (y->feats & (MH_F_PERSON | MH_F_TENSE)) == (MH_F_3 | MH_F_IMPERFECT) &&
      mh_statement__performs_nothing(r, i, y))
    return false;
  if (named && !before && mh_statement__suffered(r, out, y)) return false;
  if (mh_statement__own_envoy(r, out))
    out->act = out->outer = MH_ACT_PLAN, out->kind = MH_FRAME_ACT;
  if (out->kind == MH_FRAME_MEET && !mh_statement__holds_one(r, out, f, end) &&
      !(named && f->event != MH_EVENT_LEFT && f->takes != MH_TAKES_BI && abroad(r, out)))
    return false;
  /* "heads for Beirut": whoever goes abroad visits somebody */
  if (out->kind == MH_FRAME_WEAK && named && out->act == MH_ACT_MEET && abroad(r, out))
    out->kind = MH_FRAME_ACT;
  /* one's own future is a plan whatever the verb is else */
  if (out->kind == MH_FRAME_WEAK &&
      (named ? out->future && out->act == MH_ACT_PLAN
             : ((out->future && mh_statement__goes_on(r, i, first)) ||
                (y->enc == MH_ENC_NONE && mh_statement__weak_himself(out)))))
    out->kind = MH_FRAME_ACT;
  /* who declares is plainly he who acts */
  const bool we = point ||
                  (self && (r->declarer.n || mh_statement__performs_self(r, out)));
  if ((out->kind == MH_FRAME_WEAK || (out->act == MH_ACT_SIGN && !out->inner)) &&
      !named && !we && !joins_act(r, out))
    return false;
  if (we && out->kind == MH_FRAME_WEAK) out->kind = MH_FRAME_ACT;
  /* "was described by": nobody describes who has no object */
  if (out->kind == MH_FRAME_JUDGE && !named && out->takes == LED_PREP &&
      out->content == out->word_end && y->enc == MH_ENC_NONE)
    return false;
  /* "between" is also "made clear", "first" also "gave weight to": the verb says that */
  const mh_match *number = mh_words_match(r->w, i, MH_PH_NUMBER);
  if (r->cls[i] != MH_W_NONE || (number && number->enc == MH_ENC_NONE))
    return (out->inner && out->kind == MH_FRAME_LIGHT &&
            ((named && out->clause == i && !out->who.document) ||
             out->content <= out->word_end + 2)) ||
           (out->takes == LED_THAT && !governs(r, out, i) &&
            (before ||
             ((named || r->acts) && (i == first || mh_statement__and(r, i))))) ||
           (named && out->paired && out->clause == i) || /* "accepted | an invitation" */
           /* "voiced | (`an) its solidarity" */
           (named && open && out->clause == i && out->kind == MH_FRAME_LIGHT &&
            out->takes == LED_PREP && !out->who.document && out->who.end > i + 1);
  return true;
}

static bool verb(reader *r, uint32_t i, uint32_t first, uint32_t end, act *out)
{
  const bool acts = r->w->glance[i].acts & VERBS;
  if (acts && r->quoted[i] == MH_QUOTED_TOLD) mh_statement__told_here(r, i);
  for (uint32_t k = 0; acts && k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word == 0 || MH_F_POS_OF(y->feats) != MH_POS_VERB) continue;
    if (mh_lex_word(r->lex, y->word)->n_frames == 0) continue;
    if (verb_as(r, y, i, first, end, out)) return true;
  }
  return mh_statement__ahead(r, i, first, end, out);
}

/* bin, ibn: what stands behind it is a name. */
static bool son_of(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  const int skip = t->n == 3 && mh_key_letter(t->key, 0) == MH_L_ALEF;
  return t->kind == MH_TOKEN_WORD && t->n == 2 + skip &&
         mh_key_letter(t->key, skip) == MH_L_BA &&
         mh_key_letter(t->key, skip + 1) == MH_L_NUN;
}

bool mh_statement__act_at(reader *r, uint32_t i, uint32_t first, uint32_t end, act *out)
{
  if (tok(r, i)->kind != MH_TOKEN_WORD) return false;
  if (r->cls[i] == MH_W_SOURCE || mh_statement__as_told(r, i, first, end))
    return mh_statement__according(r, i, first, end, out);
  if (r->cls[i] == MH_W_AN && i > first)
    return mh_statement__quoted_that(r, i, first, end, out);
  if (!mh_statement__may_act(r, i)) return false;
  const int32_t a = r->m->actor_of[i];
  if (a >= 0 &&
      (r->m->actors[a].first < i || r->m->actors[a].form == MH_ACTOR_NAME ||
       (r->m->actors[a].form == MH_ACTOR_PERSON && r->m->actors[a].end > i + 1)))
    return false; /* a name, whatever verb it looks like */
  if (i > first && son_of(r, i - 1)) return false;
  if (mh_statement__axis(r, i, first, end, out) ||
      mh_statement__topped(r, i, first, end, out) ||
      mh_statement__had(r, i, first, end, out) ||
      mh_statement__welcomed(r, i, first, end, out))
    return true;
  if ((r->w->glance[i].pos >> MH_POS_VERB & 1) &&
      (verb(r, i, first, end, out) || mh_statement__came_in(r, i, first, end, out) ||
       mh_statement__quoted_of(r, i, first, end, out)))
    return true;
  return r->w->glance[i].acts && (mh_statement__we_are(r, i, first, end, out) ||
                                  mh_statement__participle(r, i, first, end, out) ||
                                  mh_statement__saying(r, i, first, end, out) ||
                                  mh_statement__purpose(r, i, first, end, out));
}
