/* late - what an act takes where it comes late: behind a setting that another word like it, or the
 * rest of who acts, stands in ("condemned, in a statement, | «the attacks»", "rejected in his
 * speech | what N. proposed", "stressed in his speech, which came on (`ala) his day, | on");
 * and words that are told as they were spoken, though no mark shows it ("said N. | there is no").
 *
 * complement.c goes over the words and asks; nothing is taken here.
 */
#include "content.h"

#define NOUNS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)
#define DAY   6  /* tokens of a day: "yesterday, Monday"                           */
#define LATER 14 /* tokens to where it shows what a word leads: a comma, a "that"       */

/* A verb, and nothing that may be read as something else. */
static const mh_reading *verb(const reader *r, uint32_t i)
{
  if (r->cls[i] != MH_W_NONE || r->m->actor_of[i] >= 0 || mh_statement__and(r, i))
    return NULL;
  const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, false);
  return v && (v->feats & MH_F_PERSON) ? v : NULL;
}

/* Nothing can follow the word before i that it leads or that describes it. */
static bool closed_before(const reader *r, uint32_t i, uint32_t from)
{
  const uint32_t p = i - 1;
  const int32_t a = r->m->actor_of[p];
  if (a >= 0) return r->m->actors[a].end == i;
  if (mh_statement__behind_date(r, i, from)) return true;
  return tok(r, p)->kind == MH_TOKEN_WORD && r->cls[p] == MH_W_NONE &&
         (mh_statement__article(r, p) ||
          ((r->w->glance[p].pos & NOUNS) && mh_statement__pronoun(r, p)));
}

bool mh_statement__what_or_who(const reader *r, uint32_t i)
{
  return r->cls[i] == MH_W_REL && tok(r, i)->n == 2;
}

/* From token i to the comma right before `end` stands nothing but days. */
static bool only_when(const reader *r, uint32_t i, uint32_t end)
{
  while (i < end) {
    const int32_t d = r->m->when_at[i];
    if (d >= 0)
      i = r->m->whens.at[d].end;
    else if (mh_statement__comma(r, i))
      i++;
    else
      return false;
  }
  return i == end;
}

bool mh_statement__what_object(const reader *r, const mh_frame *direct, uint32_t i,
                               uint32_t from, uint32_t stop)
{
  if (i <= from || i + 1 >= stop || tok(r, i)->n != 2) return false;
  const mh_reading *v = verb(r, i + 1);
  if (v == NULL) return false;
  /* "what he called": plainly a thing, however it is led to */
  const bool its = v->enc != MH_ENC_NONE && v->enc != MH_ENC_YA;
  if (direct->kind == MH_FRAME_LIGHT && !its) return false;
  /* "in a statement, what (thus) drove him": what follows from all that was told */
  if (mh_statement__comma(r, i - 1))
    return only_when(r, from, i) ||
           (its && (r->w->glance[i + 1].acts >> MH_POS_VERB & 1));
  return closed_before(r, i, from);
}

bool mh_statement__behind_his_paper(const reader *r, uint32_t i, uint32_t from)
{
  if (i < from + 2 || r->cls[i] != MH_W_NONE || mh_statement__article(r, i) ||
      (tok(r, i)->flags & MH_TF_TANWIN) || r->m->actor_at[i] >= 0 ||
      mh_statement__relational(r, i) || mh_statement__joined(r, i) ||
      !mh_statement__noun_like(r, i) || mh_words_match(r->w, i, MH_PH_OFFICE))
    return false;
  uint32_t k = i;
  for (uint32_t n = 1; n <= DAY && k == i && i - n > from; n++)
    if (r->m->when_at[i - n] >= 0 && r->m->whens.at[r->m->when_at[i - n]].end == i)
      k = i - n;
  const bool own = r->cls[k - 1] == MH_W_OTHER || mh_statement__joined_pronoun(r, k - 1);
  return (k < i || own) && mh_statement__behind_statement(r, k);
}

/* A noun that is written with the alef of the accusative. */
static bool accusative(const reader *r, uint32_t i)
{
  if (!(r->w->glance[i].pos & NOUNS) || mh_statement__article(r, i)) return false;
  const mh_token *t = tok(r, i);
  return (t->flags & MH_TF_TANWIN) ||
         (t->n > 3 && mh_key_letter(t->key, t->n - 1) == MH_L_ALEF);
}

/* A noun that names what is done, weighed or lacking: "the need", "the lack". */
static bool matter(const reader *r, uint32_t i)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    const mh_word *w = y->word ? mh_lex_word(r->lex, y->word) : NULL;
    if (w == NULL || y->pro & ~MH_PRO_AL) continue;
    if (MH_F_POS_OF(y->feats) == MH_POS_MASDAR) return true;
    if (MH_F_POS_OF(y->feats) == MH_POS_NOUN &&
        (mh_weighs(w->cls) || w->cls == MH_W_NEG || w->n_frames))
      return true;
  }
  return false;
}

#define FEW_WORDS 8 /* tokens of what is quoted in part */

/* "rejected | «the foreign interference» in N.": right behind who does it, or a day, a few words of his with
 * which the sentence goes on; what is told by "that" comes behind no such thing. */
static bool partly_quoted(const reader *r, const act *x, uint32_t i, uint32_t from,
                          uint32_t stop)
{
  const mh_frame *f = mh_statement__frame_for(x, MH_TAKES_OBJECT);
  if ((i != from && !mh_statement__behind_date(r, i, from)) || x->form != ACT_VERB ||
      f->kind == MH_FRAME_JUDGE || f->act == MH_ACT_MEET ||
      (f->act == MH_ACT_STATE && f->kind != MH_FRAME_LIGHT) ||
      r->m->actor_of[i + 1] >= 0 || r->cls[i + 1] != MH_W_NONE || !matter(r, i + 1))
    return false;
  uint32_t k = i + 1;
  for (; k < stop && k < i + FEW_WORDS && !mh_statement__quote_mark(r, k); k++)
    if (verb(r, k) && !(r->w->glance[k].pos & NOUNS)) return false;
  if (k + 1 >= stop || !mh_statement__quote_mark(r, k) ||
      tok(r, k + 1)->kind != MH_TOKEN_WORD || mh_statement__and(r, k + 1))
    return false;
  for (uint32_t n = k + 1; n < stop && !mh_statement__comma(r, n); n++)
    if (r->cls[n] == MH_W_AN || mh_statement__quote_mark(r, n) ||
        mh_statement__mark(r, n, ':'))
      return false;
  return true;
}

/* Is there a noun at i by which somebody meets with bi- ("his meeting with N.")? */
static bool meets_by(const reader *r, uint32_t i)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    const mh_word *w = y->word ? mh_lex_word(r->lex, y->word) : NULL;
    if (w == NULL || !(NOUNS >> MH_F_POS_OF(y->feats) & 1)) continue;
    for (uint32_t n = 0; n < w->n_frames; n++)
      if (mh_lex_frames(r->lex, w)[n].takes & MH_TAKES_BI) return true;
  }
  return false;
}

bool mh_statement__goes_there(const reader *r, uint32_t i)
{
  if (!mh_statement__pronoun(r, i)) return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    const mh_word *w = y->word ? mh_lex_word(r->lex, y->word) : NULL;
    if (w == NULL || w->n_frames == 0 || !(NOUNS >> MH_F_POS_OF(y->feats) & 1)) continue;
    if (mh_lex_frames(r->lex, w)->act == MH_ACT_MEET) return true;
  }
  return false;
}

bool mh_statement__in_doing(const reader *r, const act *x, unsigned bit, uint32_t n,
                            uint32_t stop)
{
  return bit == MH_TAKES_FI && x->frames[0].act == MH_ACT_PLAN && n < stop &&
         r->m->actor_of[n] < 0 && (r->w->glance[n].pos >> MH_POS_MASDAR & 1) &&
         !mh_statement__article(r, n) && !mh_statement__pronoun(r, n);
}

/* lahu, lahum, lakum: for whom. */
static bool for_whom(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return r->cls[i] == MH_W_OTHER && t->n <= 4 && width(r, i) == 1 &&
         mh_key_letter(t->key, 0) == MH_L_LAM;
}

uint32_t mh_statement__past_when(const reader *r, uint32_t i, uint32_t end)
{
  uint32_t k = i;
  while (k < end) {
    const int32_t d = r->m->when_at[k];
    if (d >= 0)
      k = r->m->whens.at[d].end;
    else if ((r->cls[k] == MH_W_OTHER && !for_whom(r, k)) || r->cls[k] == MH_W_AGAIN)
      k += width(r, k);
    else
      break; /* "for them" is part of it */
  }
  if (k == i || k + 1 >= end || r->cls[k] == MH_W_CONJ || r->cls[k] == MH_W_SUB ||
      r->cls[k] == MH_W_AND || mh_statement__and(r, k))
    return i; /* nothing else is told, or another clause */
  if (tok(r, k)->kind != MH_TOKEN_MARK) return k;
  return mh_statement__quote_mark(r, k) && !r->quoted[i] ? k : i; /* not a closing one */
}

uint32_t mh_statement__past_such(const reader *r, uint32_t i, uint32_t from,
                                 uint32_t stop)
{
  if (r->cls[i] != MH_W_SUCH || i <= from || !mh_statement__comma(r, i - 1)) return 0;
  const uint32_t past = mh_statement__past_relative(r, i, stop);
  return past < stop ? past : 0;
}

bool mh_statement__next_clause(const reader *r, uint32_t i, uint32_t from)
{
  if (i == from || r->quoted[i] || r->cls[i] != MH_W_NONE) return false;
  const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, false);
  if (v == NULL || mh_statement__reading(r, i, NOUNS, false)) return false;
  return mh_statement__and(r, i) || mh_statement__comma(r, i - 1);
}

bool mh_statement__with_it(const reader *r, const act *x, uint32_t i, uint32_t from)
{
  const mh_frame *f = mh_statement__frame_for(x, MH_TAKES_BI);
  return f && i == from && width(r, i) > 1 && mh_statement__bi_al(r, i) &&
         (f->act == MH_ACT_CALL || f->act == MH_ACT_COMMIT || f->act == MH_ACT_PRAISE ||
          f->act == MH_ACT_OPPOSE || f->act == MH_ACT_AGREE);
}

uint32_t mh_statement__past_manner(const reader *r, uint32_t i, uint32_t end)
{
  /* "by the depth of" may be what is praised */
  while (i < end && r->cls[i] == MH_W_OTHER && r->m->when_at[i] < 0 &&
         mh_key_letter(tok(r, i)->key, 0) != MH_L_BA &&
         !mh_statement__joined_pronoun(r, i + width(r, i) - 1))
    i += width(r, i);
  return i < end ? i : end;
}

uint32_t mh_statement__past_seat(const reader *r, uint32_t i, uint32_t end)
{
  i = mh_statement__skip_adverbs(r, i, end);
  if (i >= end || mh_statement__joined(r, i) != MH_PRO_BI) return i;
  const int32_t a = r->m->actor_at[i];
  const mh_match *place = mh_words_match(r->w, i, MH_PH_PLACE);
  const bool state = a >= 0 && (r->m->actors[a].form == MH_ACTOR_NAME ||
                                r->m->actors[a].form == MH_ACTOR_CAPITAL);
  const uint32_t k = state ? r->m->actors[a].end : place ? place->end : i;
  return k < end ? k : i;
}

bool mh_statement__deed_behind(const reader *r, uint32_t i)
{
  return r->m->actor_of[i] < 0 && (r->w->glance[i].pos >> MH_POS_MASDAR & 1) &&
         r->cls[i] == MH_W_NONE && !mh_words_match(r->w, i, MH_PH_MEETING) &&
         !mh_words_match(r->w, i, MH_PH_PLACE) && !mh_words_match(r->w, i, MH_PH_OFFICE);
}

bool mh_statement__behind_setting(const reader *r, const act *x, uint32_t i, uint32_t k)
{
  const unsigned bit = i ? mh_statement__prep(r, i - 1) : 0;
  if (x->frames[0].act == MH_ACT_MEET || !mh_statement__frame_for(x, MH_TAKES_BI) ||
      (bit && mh_statement__frame_for(x, bit)))
    return false;
  if (mh_statement__has_al(r, k - 1)) return true;
  return mh_statement__pronoun(r, k - 1) && r->m->actor_at[k] < 0 &&
         (mh_statement__deed_behind(r, k) || !meets_by(r, k - 1));
}

bool mh_statement__quoted_object(const reader *r, const act *x, uint32_t i, uint32_t from,
                                 uint32_t stop)
{
  if (i + 2 >= stop || r->cls[i + 1] == MH_W_AN) return false;
  /* "condemned in a statement | «the attacks»" */
  if (mh_statement__behind_statement(r, i)) return !mh_statement__tells(x);
  if (partly_quoted(r, x, i, from, stop)) return true;
  /* "expects | «an escalation» between": no words of his own, nor who does */
  return i == from && accusative(r, i + 1) && mh_statement__tells(x) &&
         !mh_statement__frame_for(x, MH_TAKES_QUOTE) &&
         x->frames[0].kind != MH_FRAME_LIGHT && mh_statement__noun_like(r, i + 1) &&
         !mh_statement__quotation(r, i, stop);
}

bool mh_statement__by_that(const reader *r, uint32_t i, uint32_t from)
{
  if (mh_key_letter(tok(r, i)->key, 0) != MH_L_BA) return false;
  if (i > from && tok(r, i - 1)->kind != MH_TOKEN_MARK &&
      !mh_statement__behind_date(r, i, from) && !mh_statement__behind_statement(r, i))
    return false;
  for (uint32_t k = from; k < i; k++)
    if (relative(r, k) || ((r->w->glance[k].acts >> MH_POS_VERB & 1) &&
                           r->m->actor_of[k] < 0 && r->cls[k] == MH_W_NONE))
      return false;
  return true;
}

/* A clause or a noun that is said, done or weighed begins at i. */
static bool weighs(const reader *r, uint32_t i)
{
  return r->cls[i] == MH_W_AN || mh_statement__act_noun(r, i) ||
         mh_statement__abstract(r, i);
}

/* "called the envoy | to (ila) N. | for (ila)": an official's post, behind which the preposition
 * of `bit` comes once more. */
static bool to_post(const reader *r, uint32_t i, uint32_t n, unsigned bit, uint32_t stop)
{
  const int32_t who = i > 0 ? r->m->actor_of[i - 1] : -1, at = r->m->actor_at[n];
  if (who < 0 || r->m->actors[who].form != MH_ACTOR_OFFICIAL || bit != MH_TAKES_ILA ||
      !(at >= 0 ? r->m->actors[at].form == MH_ACTOR_NAME
                : mh_words_match(r->w, n, MH_PH_PLACE) != NULL))
    return false;
  for (uint32_t k = n + 1; k + 1 < stop && k <= n + LATER; k++) {
    if (r->cls[k] == MH_W_AN || mh_statement__quote_mark(r, k)) return false;
    if (mh_statement__prep(r, k) == bit && width(r, k) == 1 && !mh_statement__and(r, k))
      return weighs(r, k + 1) || (r->w->glance[k + 1].pos >> MH_POS_MASDAR & 1);
  }
  return false;
}

bool mh_statement__comes_again(const reader *r, const act *x, uint32_t i, uint32_t from,
                               uint32_t stop, bool relative)
{
  const unsigned bit = mh_statement__prep(r, i);
  const uint32_t n = i + width(r, i);
  if (bit == 0 || n >= stop || weighs(r, n)) return false;
  if (x->frames[0].act == MH_ACT_CALL && to_post(r, i, n, bit, stop)) return true;
  if (i != from && !relative) return false;
  /* "the ambassador | to London, N. N., | to (the fact) that": his post */
  if (i == from && r->m->actor_at[n] < 0 && mh_words_match(r->w, n, MH_PH_PLACE) == NULL)
    return false;
  for (uint32_t k = n; k + 2 < stop && k <= n + LATER; k++) {
    if (r->cls[k] == MH_W_AN || mh_statement__quote_mark(r, k)) return false;
    if (mh_statement__comma(r, k) && mh_statement__prep(r, k + 1) == bit &&
        width(r, k + 1) == 1 && !mh_statement__and(r, k + 1))
      return weighs(r, k + 2) && !(bit == MH_TAKES_ALA && r->cls[k + 2] == MH_W_AN &&
                                   mh_statement__infinitive(r, k + 2));
  }
  return false;
}

/* A word that may say how, in the accusative. */
static bool in_alef(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return t->kind == MH_TOKEN_WORD && r->cls[i] == MH_W_NONE && r->m->actor_at[i] < 0 &&
         !mh_statement__joined(r, i) &&
         ((t->flags & MH_TF_TANWIN) ||
          (t->n > 3 && mh_key_letter(t->key, t->n - 1) == MH_L_ALEF));
}

/* What leads the content stands at n, and no other place. */
static bool leads(const reader *r, const act *x, uint32_t n)
{
  const unsigned bit = r->cls[n] == MH_W_PREP ? mh_statement__prep(r, n) : 0;
  const unsigned joined = mh_statement__joined(r, n);
  if (mh_statement__and(r, n)) return false;
  if (bit) return bit != MH_TAKES_FI && mh_statement__frame_for(x, bit);
  return (joined & MH_PRO_BI) && mh_statement__frame_for(x, MH_TAKES_BI) &&
         !mh_words_match(r->w, n, MH_PH_PLACE);
}

/* "affirmed in the presence of (bi-) N., | on": past a deed of somebody named that stands before what
 * is told. */
static uint32_t put_deed(const reader *r, const act *x, uint32_t i, uint32_t stop)
{
  const int32_t a = i + 1 < stop ? r->m->actor_at[i + 1] : -1;
  const mh_reading *y = a >= 0 && x->frames[0].act == MH_ACT_AFFIRM
                            ? mh_statement__reading(r, i, 1u << MH_POS_MASDAR, false)
                            : NULL;
  if (y == NULL || y->enc != MH_ENC_NONE || mh_statement__article(r, i)) return 0;
  const uint32_t k = r->m->actors[a].end;
  const uint32_t n = k < stop && mh_statement__comma(r, k) ? k + 1 : k;
  return n < stop && r->cls[n] == MH_W_PREP && leads(r, x, n) ? n : 0;
}

uint32_t mh_statement__put_place(const reader *r, const act *x, uint32_t i, uint32_t stop)
{
  const uint32_t deed = i < stop && mh_statement__joined(r, i) == MH_PRO_BI
                            ? put_deed(r, x, i, stop)
                            : 0;
  if (deed) return deed;
  const mh_match *place = i < stop ? mh_words_match(r->w, i, MH_PH_PLACE) : NULL;
  const int32_t a = i < stop ? r->m->actor_at[i] : -1;
  uint32_t k = place ? place->end : 0;
  if (!place && a >= 0 && r->m->actors[a].form == MH_ACTOR_CAPITAL)
    k = r->m->actors[a].end;
  if (k == 0 || k >= stop) return 0;
  const bool comma = mh_statement__comma(r, k);
  if (comma && place && mh_statement__tells(x)) return k + 1;
  k = mh_statement__skip_adverbs(r, k + comma, stop);
  if (k + 1 < stop && in_alef(r, k)) k++; /* "in Rome, | highly, | by" */
  return k < stop && leads(r, x, k) ? k : 0;
}

bool mh_statement__met_whom(const reader *r, const mh_frame *f, uint32_t from, uint32_t i)
{
  const uint32_t n = i + width(r, i);
  if (n >= r->doc->n_tokens || mh_statement__prep(r, i) != MH_TAKES_MAA ||
      f->kind != MH_FRAME_ACT || f->event == MH_EVENT_HELD || r->m->actor_at[n] < 0 ||
      i - from > LATER || (i > from && mh_words_match(r->w, i - 1, MH_PH_MEETING)))
    return false;
  for (uint32_t k = from; k < i; k++)
    if (verb(r, k) && r->w->glance[k].pos == 1u << MH_POS_VERB) return false;
  return true;
}

uint32_t mh_statement__put_in_relative(const reader *r, const act *x, uint32_t i,
                                       uint32_t stop)
{
  if (i == 0 || !mh_statement__comma(r, i - 1)) return i;
  uint32_t k = mh_statement__past_relative(r, i, stop);
  while (k < stop && (r->cls[k] == MH_W_AGAIN || r->cls[k] == MH_W_OTHER))
    k += width(r, k);
  const unsigned bit = k + 1 < stop && !mh_statement__and(r, k) ? mh_statement__prep(r, k)
                                                                : 0;
  return bit && mh_statement__frame_for(x, bit) && width(r, k) == 1 ? k : i;
}

/* "not", "there is", "we": a clause that leads on no noun before it. */
static bool opens_speech(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  if (t->kind != MH_TOKEN_WORD || mh_statement__and(r, i)) return false;
  switch (r->cls[i]) {
  case MH_W_NEG: return true;
  case MH_W_QAD: return mh_key_letter(t->key, 0) == MH_L_LAM;              /* laqad */
  case MH_W_DEM: return t->n == 4 && mh_key_letter(t->key, 3) == MH_L_KAF; /* hunak */
  case MH_W_PRON: return mh_statement__i_or_we(r, i);
  default: return false;
  }
}

/* Could a relative clause tell of who ends before token i ("an official | who is not named")? */
static bool anybody(const reader *r, const act *x, uint32_t i)
{
  if (x->who.first < 0) return i != x->word_end;
  const mh_actor *a = &r->m->actors[x->who.last];
  return x->who.end != i || a->end != i ||
         (a->person_end == a->person_first && !mh_statement__has_al(r, i - 1));
}

uint32_t mh_statement__speaks_on(const reader *r, const act *x, uint32_t from,
                                 uint32_t stop)
{
  if (x->form != ACT_VERB || x->frames[0].act != MH_ACT_STATE ||
      !mh_statement__frame_for(x, MH_TAKES_QUOTE) || anybody(r, x, from))
    return NO_TOKEN;
  for (uint32_t k = x->word_end; k < from; k++)
    if (r->cls[k] == MH_W_AN) return NO_TOKEN;
  const uint32_t i = mh_statement__comma(r, from) ? from + 1 : from;
  if (i + 2 >= stop || !opens_speech(r, i)) return NO_TOKEN;
  for (uint32_t k = i + 1; k < stop && k < i + LATER; k++) {
    const bool inna = r->cls[k] == MH_W_AN && !(tok(r, k)->flags & MH_TF_HAMZA_UP);
    if (inna || mh_statement__mark(r, k, ':') || mh_statement__quote_mark(r, k))
      return NO_TOKEN;
  }
  return i;
}

/* "expressed | «(of) his satisfaction»": are the marks at i set before the preposition that leads
 * what is done? */
bool mh_statement__led_inside(const reader *r, const act *x, uint32_t i, uint32_t stop)
{
  const unsigned those = MH_TAKES_ALA | MH_TAKES_ILA | MH_TAKES_AN_PREP;
  const uint32_t n = i + 1;
  if (n + 1 >= stop || !r->quoted[i] || r->cls[n] == MH_W_AN) return false;
  const unsigned bit = mh_statement__prep(r, n) & those;
  const mh_frame *own = &x->frames[0];
  /* "said «about what ...»" begins what is said */
  if (own->act == MH_ACT_STATE && own->kind == MH_FRAME_ACT && bit == MH_TAKES_AN_PREP)
    return false;
  if (bit) return mh_statement__frame_for(x, bit) && !mh_statement__pronoun(r, n);
  const mh_frame *by = mh_statement__frame_for(x, MH_TAKES_BI);
  return by && by->act == MH_ACT_PRAISE && mh_statement__joined(r, n) == MH_PRO_BI;
}

#define ASIDE 30 /* tokens between the two commas */

/* The frame of x that what stands at n leads on to, behind a comma: "that", its preposition or bi-;
 * *at is where the content begins then. */
static const mh_frame *taken_at(const reader *r, const act *x, uint32_t n, uint32_t *at,
                                uint8_t *led)
{
  const int z = mh_key_letter(tok(r, n)->key, 0);
  *at = n, *led = LED_PREP;
  if (r->cls[n] == MH_W_AN) {
    *led = LED_THAT;
    return z == MH_L_ALEF || z == MH_L_BA ? mh_statement__frame_for(x, MH_TAKES_AN)
                                          : NULL;
  }
  const unsigned bit = mh_statement__prep(r, n);
  if (bit & (MH_TAKES_ALA | MH_TAKES_ILA | MH_TAKES_AN_PREP)) {
    *at = n + width(r, n);
    return width(r, n) == 1 && !mh_statement__and(r, n) ? mh_statement__frame_for(x, bit)
                                                        : NULL;
  }
  return r->cls[n] == MH_W_NONE && mh_statement__joined(r, n) == MH_PRO_BI
             ? mh_statement__frame_for(x, MH_TAKES_BI)
             : NULL;
}

void mh_statement__past_aside(const reader *r, act *x, uint32_t from, uint32_t end)
{
  uint32_t open = x->content, close = x->content, at;
  uint8_t led;
  if (x->form != ACT_VERB || x->takes > LED_PREP || x->act == MH_ACT_MEET ||
      r->quoted[x->content] || mh_statement__quote_mark(r, x->content))
    return;
  while (open > from && !mh_statement__comma(r, open)) open--;
  if (!mh_statement__comma(r, open) || r->cls[open + 1] != MH_W_PREP ||
      open + 2 >= x->content)
    return;
  const unsigned bit = mh_statement__prep(r, open + 1);
  if (bit && mh_statement__frame_for(x, bit)) return; /* it is what x takes */
  while (close < end && close < open + ASIDE && !mh_statement__comma(r, close)) {
    if (r->cls[close] == MH_W_AN || mh_statement__mark(r, close, ':')) return;
    close++;
  }
  if (close + 2 >= end || !mh_statement__comma(r, close)) return;
  const mh_frame *f = taken_at(r, x, close + 1, &at, &led);
  if (f == NULL || at >= end) return;
  mh_statement__found(x, f, at, led, true);
}

/* "condemned | on his account", "met | at (bi-) the palace": does the preposition at i lead a channel
 * or seat at n that is whose act x is, and nothing that its verb takes? */
bool mh_statement__own_medium(const reader *r, const act *x, uint32_t i, uint32_t n)
{
  const bool his = mh_statement__pronoun(r, n);
  const unsigned bit = mh_statement__prep(r, i);
  if (his && bit && mh_statement__frame_for(x, bit) == NULL) return true;
  const bool meets = x->frames[0].act == MH_ACT_MEET;
  return (meets || mh_statement__tells(x)) &&
         (his || mh_statement__joined(r, n) == MH_PRO_BI);
}

/* "on his account | X", "on the site T. | X": does the channel at n end at k, so that no more of it,
 * nor where it is, stands there? */
bool mh_statement__ends_medium(const reader *r, uint32_t n, uint32_t k)
{
  if (mh_statement__joined(r, k) || mh_words_match(r->w, k, MH_PH_PLACE) ||
      mh_words_match(r->w, k, MH_PH_CAPITAL))
    return false;
  return mh_statement__pronoun(r, k - 1) ||
         (k > n + 1 && mh_statement__noun_of(r, k - 1, MH_W_MEDIUM, false));
}
