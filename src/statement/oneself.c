/* oneself - what somebody does in words of his own: "we reject", "we are ready for", "we spoke
 * about", in what is quoted of him or told as his speech.
 *
 * Which verb is in the first person at all is grammar.c's; who speaks in what follows an act is
 * note_speech()'s in statement.c, and documents that speak for themselves are declares.c's.
 * Here: predicates without a verb, verbs that perform only where one acts himself, and who is
 * named behind what was quoted of him.
 */
#include "inside.h"

#define VERBS      (1u << MH_POS_VERB)
#define PREDICATES (1u << MH_POS_ACTIVE | 1u << MH_POS_ADJ)
#define NOUNS      (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)

#define ADVERBS 4 /* words of grammar between "we" and what we do */
#define FRONT   9 /* tokens of a phrase put in front of it */

/* Is token i inside of what somebody says, of himself when it says "I" or "we"? */
static bool in_speech(const reader *r, uint32_t i)
{
  return r->quoted[i] || (r->speech && i >= r->speech && r->spoke_in == r->paragraph);
}

bool mh_statement__i_or_we(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  const int z = mh_key_letter(t->key, t->n - 3), y = mh_key_letter(t->key, t->n - 2),
            x = mh_key_letter(t->key, t->n - 1);
  if (r->cls[i] != MH_W_PRON || t->n < 3 || t->n > 4) return false;
  return (z == MH_L_NUN && y == MH_L_HAH && x == MH_L_NUN) ||
         (z == MH_L_ALEF && y == MH_L_NUN && x == MH_L_ALEF);
}

/* innana, lakinnana, annani: "that", "but" with "we" or "I". */
static bool that_we(const reader *r, uint32_t i)
{
  if (r->cls[i] != MH_W_AN && r->cls[i] != MH_W_CONJ) return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const uint8_t e = mh_words_reading(r->w, i, k)->enc;
    if (e == MH_ENC_NA || e == MH_ENC_YA) return true;
  }
  return false;
}

/* The word that says "we" before the predicate at i, where a clause begins with it. */
static bool we_before(const reader *r, uint32_t i, uint32_t first)
{
  if (mh_statement__i_or_we(r, i - 1)) return mh_statement__opens(r, i - 1, first);
  return that_we(r, i - 1) && mh_statement__joined(r, i - 1) == 0 &&
         (i - 1 == first || r->cls[i - 1] == MH_W_CONJ || mh_statement__and(r, i - 1) ||
          tok(r, i - 2)->kind == MH_TOKEN_MARK);
}

/* Does only a preposition's phrase, and the comma that closes it, stand between the head of a
 * clause and token i: "in this turn | we call on", "on that ground | we affirm"?  Where it
 * begins; NO_TOKEN where something else stands there. */
static uint32_t phrase_before(const reader *r, uint32_t i, uint32_t first)
{
  uint32_t p = i > first + 2 && mh_statement__comma(r, i - 1) ? i - 1 : i;
  for (; p > first && i - p < FRONT; p--) {
    if (tok(r, p - 1)->kind == MH_TOKEN_MARK) break;
    if (relative(r, p - 1) || r->cls[p - 1] == MH_W_AN || r->cls[p - 1] == MH_W_NEG ||
        r->cls[p - 1] == MH_W_SUB || r->cls[p - 1] == MH_W_CONJ)
      return NO_TOKEN;
    if (r->cls[p - 1] == MH_W_NONE && (r->w->glance[p - 1].pos == 1u << MH_POS_VERB))
      return NO_TOKEN;
  }
  if (p + 1 >= i || p == first || i - p >= FRONT || r->cls[p] != MH_W_PREP)
    return NO_TOKEN;
  /* "the war, in this region we call" */
  const bool head = mh_statement__quote_mark(r, p - 1) ||
                    mh_statement__mark(r, p - 1, '.') ||
                    mh_statement__mark(r, p - 1, ':') ||
                    mh_key_letter(tok(r, p)->key, 0) == MH_L_WAW;
  return head ? p : NO_TOKEN;
}

/* fa-innana, wa-innani, lakinnana: does a clause of its own begin with the "we" at i?  With
 * `anna ("and that we") and li-anna ("because") it is part of another. */
static bool we_begin(const reader *r, uint32_t i)
{
  const int z = mh_key_letter(tok(r, i)->key, 0);
  if (!that_we(r, i) || mh_statement__quote_mark(r, i - 1) ||
      mh_statement__mark(r, i - 1, ':')) /* the act it is told by wins */
    return false;
  if (r->cls[i] == MH_W_CONJ) return true;
  if (z == MH_L_BA || z == MH_L_LAM || (tok(r, i)->flags & MH_TF_HAMZA_UP)) return false;
  return z == MH_L_WAW || z == MH_L_FA || tok(r, i - 1)->kind == MH_TOKEN_MARK;
}

uint32_t mh_statement__we_do(const reader *r, uint32_t i, uint32_t first)
{
  uint32_t p = i;
  while (p > first && i - p < ADVERBS &&
         (r->cls[p - 1] == MH_W_NEG || r->cls[p - 1] == MH_W_FUT ||
          r->cls[p - 1] == MH_W_OTHER))
    p--;
  if (p < first + 2 || !in_speech(r, i)) return NO_TOKEN;
  if (we_begin(r, p - 1)) return p - 1;
  if (mh_statement__i_or_we(r, p - 1)) p--;
  if (p < i && mh_statement__opens(r, p, first)) return p;
  /* "in all these years we did not do X" tells of what was */
  if (i > first && r->cls[i - 1] == MH_W_NEG && !mh_statement__will_not(r, i - 1))
    return NO_TOKEN;
  return phrase_before(r, p, first);
}

/* Behind "we", or at the head of what is quoted, in the plural (": «(we are) bound to ..."). */
bool mh_statement__of_oneself(const reader *r, uint32_t i, uint32_t first)
{
  if (!(r->w->glance[i].acts & PREDICATES) || r->cls[i] != MH_W_NONE || i < first + 2 ||
      !in_speech(r, i))
    return false;
  if (we_before(r, i, first)) return true;
  const mh_token *t = tok(r, i);
  return mh_statement__quote_mark(r, i - 1) && mh_statement__mark(r, i - 2, ':') &&
         t->n > 4 && mh_statement__letter_back(t, 0) == MH_L_NUN &&
         mh_statement__letter_back(t, 1) == MH_L_WAW;
}

/* "we are | in (`ala) confidence that", "in readiness for": the noun says what one is. */
bool mh_statement__in_a_state(const reader *r, uint32_t i, uint32_t first)
{
  return (r->w->glance[i].acts & NOUNS) && r->cls[i] == MH_W_NONE && i >= first + 2 &&
         mh_statement__prep(r, i - 1) == MH_TAKES_ALA && in_speech(r, i) &&
         we_before(r, i - 1, first);
}

bool mh_statement__we_are(const reader *r, uint32_t i, uint32_t first, uint32_t end,
                          act *out)
{
  const bool state = mh_statement__in_a_state(r, i, first);
  if (!state && !mh_statement__of_oneself(r, i, first)) return false;
  const mh_reading *y = mh_statement__reading(r, i, state ? NOUNS : PREDICATES, true);
  if (y == NULL || y->pro) return false;
  mh_statement__start(r, out, i, y, ACT_PARTICIPLE);
  out->feats = (out->feats & ~(uint32_t)MH_F_PERSON) | MH_F_1;
  if (!mh_statement__complement(r, out, i + 1, end)) return false;
  if (out->act == MH_ACT_STATE ||
      !(out->kind == MH_FRAME_ACT || (state && out->kind == MH_FRAME_WEAK)))
    return false;
  if (state) out->kind = MH_FRAME_ACT;                /* "in certainty": nobody else is */
  if (state && out->act == MH_ACT_MEET) return false; /* "in contact with" */
  mh_statement__carry(r, out, &out->who);
  if (!mh_statement__quote_mark(r, i - 1)) out->clause = i - 1 - state;
  return out->who.codes.n > 0;
}

bool mh_statement__performs_self(const reader *r, const act *x)
{
  if (!in_speech(r, x->word) || x->form != ACT_VERB || x->future) return false;
  /* "I should like | to tell you that": told, not intended */
  if (x->takes == LED_THAT && x->content + 1 < r->doc->n_tokens) {
    const mh_reading *y = mh_statement__reading(r, x->content + 1, VERBS, false);
    if (y && (y->feats & MH_F_PERSON) == MH_F_1) return false;
  }
  const bool past = (x->feats & MH_F_TENSE) == MH_F_PERFECT;
  switch (x->act) {
  case MH_ACT_SIGN:
  case MH_ACT_PROVIDE: return past;
  case MH_ACT_PLAN: return !past;
  case MH_ACT_PRAISE:
  case MH_ACT_SUPPORT:
  case MH_ACT_CALL: return true;
  default: return false;
  }
}

bool mh_statement__spoke_about(const reader *r, act *x)
{
  /* "about the lifting of sanctions": what would be a plan is only spoken of */
  const bool told = x->act == MH_ACT_STATE || (x->inner && x->act == MH_ACT_PLAN);
  if (!told || x->outer != MH_ACT_STATE || x->takes != LED_PREP ||
      x->kind != MH_FRAME_ACT)
    return false;
  if ((x->feats & MH_F_NUMBER) != MH_F_PL || (x->feats & MH_F_TENSE) != MH_F_PERFECT ||
      !in_speech(r, x->word))
    return false;
  if (mh_statement__prep(r, x->content - 1) != MH_TAKES_AN_PREP &&
      mh_statement__prep(r, x->content - 1) != MH_TAKES_HAWLA)
    return false;
  x->act = x->outer = MH_ACT_DISCUSS;
  const mh_codes both = mh_statement__both(r, &x->who.codes);
  if (both.n) x->who.codes = both;
  return true;
}

bool mh_statement__said_behind(const reader *r, uint32_t i, uint32_t first, uint32_t end,
                               subject *who)
{
  if (!r->quoted[i] || r->speech > first) return false;
  uint32_t k = i;
  while (k < end && r->quoted[k]) k++;
  if (k < end && mh_statement__quote_mark(r, k)) k++;
  if (k < end && mh_statement__comma(r, k)) k++;
  while (k < end && (r->cls[k] == MH_W_CONJ || r->cls[k] == MH_W_OTHER)) k++;
  if (k + 1 >= end || !(r->w->glance[k].acts & VERBS) || r->quoted[k]) return false;
  const mh_reading *y = mh_statement__reading(r, k, VERBS, true);
  if (y == NULL) return false;
  const mh_frame *f = mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word));
  return (f->act == MH_ACT_STATE || f->act == MH_ACT_AFFIRM) &&
         mh_statement__group(r, k + 1, who) && who->codes.n > 0;
}
