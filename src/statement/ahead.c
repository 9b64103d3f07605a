/* ahead - one's own future, which is a plan whatever the verb: "the two states will continue",
 * "but she will", and of whoever is quoted "we shall study".
 */
#include "inner.h"
#include "content.h"

#define VERBS (1u << MH_POS_VERB)
#define NOUNS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)
#define FAR   60 /* tokens between a word of saying and its quotation */

bool mh_statement__goes_on(const reader *r, uint32_t i, uint32_t first)
{
  if (i > first && r->cls[i - 1] == MH_W_FUT) i--;
  return r->acts && i > first && r->cls[i - 1] == MH_W_CONJ &&
         mh_statement__pronoun(r, i - 1);
}

static const mh_frame plan = {MH_TAKES_OBJECT, MH_ACT_PLAN, MH_FRAME_ACT, 0};

/* The verb plans, whatever else it takes: what stands behind its own frames is none of this. */
static void as_plan(act *x)
{
  x->frames = &plan;
  x->n_frames = 1;
  x->n_with = 0;
}

/* "will stay | bound to": it is what one is. */
static void as_one_is(const reader *r, act *out, uint32_t from, uint32_t end)
{
  act in;
  if (!mh_statement__stays(r, from, end, &in)) return;
  out->act = out->outer = in.act;
  out->content = in.content;
  out->takes = in.takes;
}

/* "will remain": what the writer sees coming, which is nobody's plan where nobody tells it. */
static bool remains(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  const int z = mh_statement__letter_back(t, 0), y = mh_statement__letter_back(t, 1);
  return t->n <= 5 && z == MH_L_LAM && y == MH_L_ZAH;
}

/* "N. is expected to | win": what the writer, or nobody at all, foresees is no plan of N.'s; what
 * is planned, awaited or hoped for ("is to") may be. */
static bool foreseen(const reader *r, uint32_t i, uint32_t first)
{
  if (i < first + 2 || r->cls[i - 1] != MH_W_FUT) return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i - 2); k++) {
    const mh_reading *y = mh_words_reading(r->w, i - 2, k);
    const mh_word *w = y->word ? mh_lex_word(r->lex, y->word) : NULL;
    if (w && w->n_frames && mh_lex_frames(r->lex, w)->act == MH_ACT_STATE &&
        mh_lex_frames(r->lex, w)->takes & MH_TAKES_AN)
      return true;
  }
  return false;
}

/* "we shall lose", "they will need", "the visit will see": what befalls somebody, or what he comes to
 * see, is nothing that he means to do. */
bool mh_statement__befalls(const reader *r, const mh_reading *y)
{
  const mh_word *w = mh_lex_word(r->lex, y->word);
  const mh_frame *f = mh_lex_frames(r->lex, w);
  const uint16_t sees = MH_TAKES_AN | MH_TAKES_FI;
  for (uint32_t k = 0; k + w->n_with + w->n_not < w->n_frames; k++)
    if (f[k].kind == MH_FRAME_MUTE ||
        (f[k].kind == MH_FRAME_PASSIVE && f[k].event == MH_EVENT_HOST) ||
        (f[k].act == MH_ACT_STATE && f[k].kind == MH_FRAME_ACT &&
         (f[k].takes & sees) == sees))
      return true;
  return false;
}

/* "Will publish", "will restore | the use of", "will carry out": a verb that performs only with a
 * quotation, with a noun that performs or with a meeting is any verb else where none of these
 * stood behind it. */
static bool any_else(const mh_lexicon *lex, const mh_word *w)
{
  const mh_frame *f = mh_lex_frames(lex, w);
  for (uint32_t k = 0; k + w->n_with < w->n_frames; k++) {
    const bool told = f[k].kind == MH_FRAME_WEAK && f[k].takes == MH_TAKES_QUOTE;
    const bool held = f[k].kind == MH_FRAME_MEET && f[k].event == MH_EVENT_NONE;
    if (w->n_not ||
        !(told || held || f[k].kind == MH_FRAME_LIGHT || f[k].kind == MH_FRAME_RENEW))
      return false;
  }
  return true;
}

/* Such a verb is told of who is named, in a sentence's first clause or behind its comma, and has an
 * object, or what is carried out (bi-) behind it: "will return", "will arrive" plan little. */
static bool does_it(const reader *r, const act *x, uint32_t from, uint32_t first,
                    uint32_t end)
{
  const uint32_t head = x->clause;
  const uint32_t i = mh_statement__skip_adverbs(r, from, end);
  if (x->who.first < 0 || (x->feats & MH_F_VOICE_PASSIVE) || r->acts || i >= end)
    return false;
  if (head > first + 1 && !mh_statement__comma(r, head - 1)) return false;
  if (tok(r, i)->kind != MH_TOKEN_WORD || r->cls[i] != MH_W_NONE) return false;
  const unsigned joined = mh_statement__joined(r, i);
  return joined ? joined & MH_PRO_BI : mh_statement__reading(r, i, NOUNS, false) != NULL;
}

/* One's own future is a plan whatever the verb: "the two states will continue to work". */
static bool future(reader *r, uint32_t i, uint32_t first, uint32_t end, act *out)
{
  if (!r->w->glance[i].ahead && !(i > first && r->cls[i - 1] == MH_W_FUT)) return false;
  if (r->cls[i] != MH_W_NONE)
    return false; /* "will be": what he becomes, not what he plans */
  if (foreseen(r, i, first)) return false;
  const mh_reading *y = mh_statement__reading(r, i, VERBS, false);
  const mh_word *w = y ? mh_lex_word(r->lex, y->word) : NULL;
  /* with certain objects only it performs something else */
  if (w == NULL || !any_else(r->lex, w)) return false;
  if (!(i > first && r->cls[i - 1] == MH_W_FUT) && !mh_statement__only_ahead(r, i))
    return false;
  const bool his = r->quoted[i] && mh_statement__ahead_quoted(r, y, i);
  if ((y->feats & MH_F_PERSON) != MH_F_3 || (r->quoted[i] && !his) ||
      mh_statement__held(r, i, first, false))
    return false;
  mh_statement__start(r, out, i, y, ACT_VERB);
  as_plan(out);
  if (!mh_statement__doer(r, out, first, end)) return false;
  if (his && !mh_statement__quoted_side(r, &out->who.codes)) return false;
  if (out->who.document) return false; /* "the agreement will open": what comes of it */
  /* "the agency said that N. | will": what the press has heard is no plan that somebody told */
  if (r->told && (out->clause < i ? out->clause : i) == r->told) return false;
  const mh_clause_of of = out->who.first < 0 ? mh_statement__clause_of(r, out)
                                             : CLAUSE_NONE;
  const bool again = out->who.first < 0 && (mh_statement__goes_on(r, i, first) ||
                                            of == CLAUSE_OWN || of == CLAUSE_HIS);
  if (out->who.first < 0 && !again) return false;
  if (out->who.codes.n == 0 || !(mh_statement__opens(r, i, first) || out->clause < i))
    return false;
  uint32_t from = out->clause < i || again ? out->word_end : out->who.end;
  if (from >= end || tok(r, from)->kind == MH_TOKEN_MARK) return false;
  if (w->n_frames > w->n_with) {
    if (!does_it(r, out, from, first, end)) return false;
    from = mh_statement__skip_adverbs(r, from, end);
  }
  from = mh_statement__past_when(r, from, end);
  out->act = out->outer = MH_ACT_PLAN;
  out->kind = MH_FRAME_ACT;
  out->content = from;
  out->takes = LED_OBJECT;
  as_one_is(r, out, from, end);
  return out->act != MH_ACT_PLAN || !remains(r, i);
}

/* Is the quotation mark before token i where what somebody says begins?  No "that" stands
 * between: "that there are groups «with which we shall not work»" is part of what is told. */
static bool quotation_opens(const reader *r, uint32_t i)
{
  if (i == 0 || !mh_statement__quote_mark(r, i - 1) || r->speech == 0) return false;
  for (uint32_t p = i - 1; p-- > r->speech && i - p < FAR;)
    if (r->cls[p] == MH_W_AN) return p + 2 == i;
  return true;
}

/* "we shall study X", "we shall not hold talks": the same of whoever is quoted. */
static bool own_future(reader *r, uint32_t i, uint32_t first, uint32_t end, act *out)
{
  const mh_reading *y = mh_statement__self_ahead(r, i);
  if (y == NULL || mh_statement__befalls(r, y)) return false;
  const uint32_t we_do = mh_statement__we_do(r, i, first);
  if (r->cls[i - 1] == MH_W_PERHAPS) return false; /* "shall we allow it?" */
  if (we_do == NO_TOKEN && mh_statement__held(r, i - 1, first, false)) return false;
  const uint32_t head = r->cls[i - 1] == MH_W_NEG || r->cls[i - 1] == MH_W_FUT ? i - 1
                                                                               : i;
  if (we_do == NO_TOKEN && !mh_statement__opens(r, head, first) &&
      !quotation_opens(r, head))
    return false;
  mh_statement__start(r, out, i, y, ACT_VERB);
  as_plan(out);
  out->clause = we_do != NO_TOKEN ? we_do : head;
  mh_statement__doer(r, out, first, end);
  uint32_t from = out->word_end < end && r->cls[out->word_end] == MH_W_PRON
                      ? out->word_end + 1
                      : out->word_end;
  from = mh_statement__past_when(r, from, end);
  if (out->who.codes.n == 0 || from >= end || tok(r, from)->kind == MH_TOKEN_MARK)
    return false;
  out->act = out->outer = MH_ACT_PLAN;
  out->kind = MH_FRAME_ACT;
  out->content = from;
  out->takes = mh_statement__joined(r, from) ? LED_PREP : LED_OBJECT;
  as_one_is(r, out, from, end);
  /* "we shall not deal with N.": without the negation it would say the contrary */
  if (out->act == MH_ACT_PLAN && r->cls[i - 1] == MH_W_NEG)
    out->content = i - 1, out->takes = LED_OBJECT;
  return true;
}

bool mh_statement__ahead(reader *r, uint32_t i, uint32_t first, uint32_t end, act *out)
{
  return future(r, i, first, end, out) || own_future(r, i, first, end, out);
}

/* "that it will not hand him over": what one will not give or let is refused, anything else that
 * he will not do is his plan, where the lexicon has nothing of its own for that (NO_ACT). */
uint8_t mh_statement__not_ahead(const reader *r, uint32_t i)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    const mh_word *w = y->word ? mh_lex_word(r->lex, y->word) : NULL;
    if (w == NULL || MH_F_POS_OF(y->feats) != MH_POS_VERB ||
        w->n_frames == (uint32_t)w->n_with + w->n_not)
      continue;
    if (w->n_not || mh_statement__befalls(r, y)) return NO_ACT;
    const uint8_t does = mh_lex_frames(r->lex, w)->act;
    if (does == MH_ACT_PROVIDE || does == MH_ACT_AGREE || does == MH_ACT_SIGN ||
        does == MH_ACT_ACKNOWLEDGE)
      return MH_ACT_OPPOSE;
  }
  return MH_ACT_PLAN;
}

/* What a verb of what one means or holds comes to that is denied of today by what stands before
 * it: "that it does not | intend to", "that he does not | believe that"; NO_ACT any other. */
uint8_t mh_statement__not_meant(const reader *r, uint32_t i)
{
  if (i == 0 || r->cls[i - 1] != MH_W_NEG || tok(r, i - 1)->n != 2 ||
      mh_key_letter(tok(r, i - 1)->key, 1) != MH_L_ALEF)
    return NO_ACT;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    const mh_word *w = y->word ? mh_lex_word(r->lex, y->word) : NULL;
    if (w == NULL || MH_F_POS_OF(y->feats) != MH_POS_VERB || w->n_not ||
        w->n_frames == (uint32_t)w->n_with)
      continue;
    const mh_frame *f = mh_lex_frames(r->lex, w);
    const bool holds = f->act == MH_ACT_AFFIRM && f->takes & MH_TAKES_BI;
    if (f->kind != MH_FRAME_ACT || !(f->takes & MH_TAKES_AN)) return NO_ACT;
    return f->act == MH_ACT_PLAN || holds ? f->act : NO_ACT;
  }
  return NO_ACT;
}
