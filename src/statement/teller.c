/* teller - what the word of an act takes, and whether it is one of telling: the frames by what
 * leads the content, and which nouns behind the word are no content but the rest of who tells,
 * or where he does ("in a statement on his page in N.").
 *
 * It does not look for the content; that is complement.c's.
 */
#include "content.h"

#define NOUNS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)

/* A noun of this class at i. */
static bool noun_of(const reader *r, uint32_t i, mh_word_class cls)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word && mh_lex_word(r->lex, y->word)->cls == cls) return true;
  }
  return false;
}

/* The frame that takes this bit, NULL none. */
const mh_frame *mh_statement__frame_for(const act *x, unsigned bit)
{
  for (uint32_t i = 0; i < x->n_frames; i++)
    if (x->frames[i].takes & bit) return &x->frames[i];
  return NULL;
}

/* The frame for "that": one that takes it, else any that tells or stresses. */
const mh_frame *mh_statement__that_frame(const act *x)
{
  const mh_frame *f = mh_statement__frame_for(x, MH_TAKES_AN);
  if (f) return f;
  for (uint32_t i = 0; i < x->n_frames; i++) {
    const uint8_t a = x->frames[i].act;
    if (x->frames[i].kind == MH_FRAME_MEET) continue;
    if (a == MH_ACT_STATE || a == MH_ACT_AFFIRM || a == MH_ACT_WARN ||
        a == MH_ACT_ACKNOWLEDGE)
      return &x->frames[i];
  }
  return NULL;
}

const mh_frame *mh_statement__quote_frame(const act *x)
{
  const mh_frame *f = mh_statement__frame_for(x, MH_TAKES_QUOTE);
  return f ? f : mh_statement__that_frame(x);
}

/* A verb of saying, with "that" or a quotation. */
bool mh_statement__says(const act *x)
{
  for (uint32_t i = 0; i < x->n_frames; i++)
    if (x->frames[i].takes & (MH_TAKES_AN | MH_TAKES_QUOTE)) return true;
  return false;
}

/* One that tells, rather than one that may also take "that" ("rejected that"). */
bool mh_statement__tells(const act *x)
{
  const uint8_t a = x->frames[0].act;
  return mh_statement__says(x) &&
         (a == MH_ACT_STATE || a == MH_ACT_AFFIRM || a == MH_ACT_WARN ||
          mh_statement__frame_for(x, MH_TAKES_QUOTE));
}

/* A verb that turns to somebody, whose object is that somebody: calls and warnings. */
bool mh_statement__addressed(const act *x)
{
  return x->frames[0].act == MH_ACT_CALL || x->frames[0].act == MH_ACT_WARN;
}

/* Was the noun at `object` only the rest of who tells ("the chief negotiator N. said that")?
 * Then what is told begins with "that" at i. */
bool mh_statement__told(const reader *r, const act *x, uint32_t object, uint32_t i)
{
  const uint8_t a = x->frames[0].act;
  if (a != MH_ACT_STATE && a != MH_ACT_AFFIRM && a != MH_ACT_WARN &&
      !(x->frames[0].kind == MH_FRAME_LIGHT && mh_statement__says(x)))
    return false;
  if (i && r->cls[i] == MH_W_AN && r->cls[i - 1] == MH_W_PREP) return false;
  /* "called | the ruling (bi-) that it is mild": what is judged belongs to it */
  if (x->frames[0].kind == MH_FRAME_JUDGE && i && r->cls[i] == MH_W_AN &&
      mh_key_letter(tok(r, i)->key, 0) == MH_L_BA)
    return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, object); k++) {
    const mh_reading *y = mh_words_reading(r->w, object, k);
    const mh_word *w = y->word ? mh_lex_word(r->lex, y->word) : NULL;
    if (w == NULL || !(NOUNS >> MH_F_POS_OF(y->feats) & 1)) continue;
    if (mh_weighs(w->cls)) return false;
    if (w->n_frames && mh_lex_frames(r->lex, w)->kind != MH_FRAME_MEET) return false;
  }
  return true;
}

#define SAYING (MH_TAKES_AN | MH_TAKES_QUOTE)

#define SAID    40 /* tokens from what was taken for the content to what is */
#define NAME    5  /* tokens of a name in quotation marks */
#define BETWEEN 9  /* tokens of who tells, between two commas */
#define AHEAD   12 /* tokens from the rest of who tells to what he tells */

/* Does a "that" or a quotation follow i that no other act word leads? */
static bool tells_ahead(const reader *r, uint32_t i)
{
  const uint32_t n = r->doc->n_tokens;
  for (uint32_t k = i; k < n && k < i + AHEAD; k++) {
    if (mh_statement__mark(r, k, '.') || tok(r, k)->flags & MH_TF_LINE) return false;
    if (r->cls[k] == MH_W_CONJ || r->cls[k] == MH_W_SUB || relative(r, k)) return false;
    if (r->w->glance[k].acts && r->m->actor_of[k] < 0) return false;
    if (r->cls[k] == MH_W_AN) return k > 0 && r->cls[k - 1] != MH_W_PREP;
  }
  return false;
}

bool mh_statement__quotes_ahead(const reader *r, const act *x, uint32_t i, uint32_t stop)
{
  if (!mh_statement__frame_for(x, MH_TAKES_QUOTE)) return false;
  for (uint32_t k = i + 1; k < stop && k < i + AHEAD; k++) {
    if (r->cls[k] == MH_W_AN) return r->cls[k - 1] != MH_W_PREP;
    if (mh_statement__mark(r, k, ':')) return true;
    if (relative(r, k) || r->cls[k] == MH_W_CONJ || mh_statement__mark(r, k, '.'))
      return false;
  }
  return false;
}

bool mh_statement__says_on(const reader *r, const mh_reading *y, uint32_t i)
{
  const mh_frame *f = mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word));
  const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, true);
  if (f->act != MH_ACT_STATE || v == NULL || v->pro || v->enc != MH_ENC_NONE ||
      (v->feats & (MH_F_TENSE | MH_F_PERSON)) != (MH_F_IMPERFECT | MH_F_3))
    return false;
  const mh_frame *g = mh_lex_frames(r->lex, mh_lex_word(r->lex, v->word));
  return g->act == MH_ACT_STATE && (g->takes & MH_TAKES_QUOTE);
}

/* af`al, "the greatest of": it begins what describes somebody. */
static bool greatest(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return t->n == 4 && mh_key_letter(t->key, 0) == MH_L_ALEF &&
         mh_statement__letter_back(t, 0) != MH_L_ALEF && !(t->flags & MH_TF_MARBUTA);
}

/* "announced N. on Monday, | the death of": a bare noun behind a comma that is no office and no
 * name is what he tells; behind a call, whom it is turned to may be described. */
static bool thing_told(const reader *r, const act *x, uint32_t i)
{
  const unsigned kinds = 1u << MH_PH_OFFICE | 1u << MH_PH_PERSON | 1u << MH_PH_ORGAN |
                         1u << MH_PH_ROLE | 1u << MH_PH_ACTOR;
  return i > 0 && mh_statement__comma(r, i - 1) && !mh_statement__addressed(x) &&
         !(r->w->glance[i].kinds & kinds) && !greatest(r, i) && r->cls[i] == MH_W_NONE &&
         r->m->actor_of[i] < 0 && i + 1 < r->doc->n_tokens &&
         tok(r, i + 1)->kind == MH_TOKEN_WORD && !mh_statement__article(r, i) &&
         !mh_statement__pronoun(r, i) && mh_statement__reading(r, i, NOUNS, false) &&
         !mh_statement__reading(r, i, 1u << MH_POS_ADJ | 1u << MH_POS_ACTIVE, false);
}

/* A noun that says `x` may be no more than the rest of who says it: no act noun, nobody. */
bool mh_statement__rest_of_teller(const reader *r, const act *x, uint32_t object,
                                  uint32_t i)
{
  const bool somebody = object != NO_TOKEN && r->m->actor_of[object] >= 0;
  if (x->frames[0].kind == MH_FRAME_JUDGE && !mh_statement__frame_for(x, MH_TAKES_QUOTE))
    return false;
  /* "said the head of | the union of N., that": whatever the noun is */
  if (object != NO_TOKEN && x->form == ACT_VERB && x->frames[0].act == MH_ACT_STATE &&
      x->who.first >= 0 && object == x->who.end &&
      mh_statement__frame_for(x, MH_TAKES_QUOTE) && tells_ahead(r, i))
    return true;
  return object != NO_TOKEN && !thing_told(r, x, object) &&
         (!somebody || (x->frames[0].act == MH_ACT_STATE && mh_statement__says(x))) &&
         !mh_statement__reading(r, object, 1u << MH_POS_MASDAR, false) &&
         mh_statement__told(r, x, object, i);
}

/* Is the word at k a verb that takes all of these, "that" or a quotation, itself? */
static bool says_too(const reader *r, uint32_t k, unsigned takes)
{
  if (!r->w->glance[k].acts || r->m->actor_of[k] >= 0 || r->cls[k] == MH_W_PREP)
    return false;
  const mh_reading *y = mh_statement__reading(r, k, 1u << MH_POS_VERB, false);
  const mh_word *w = y && y->word ? mh_lex_word(r->lex, y->word) : NULL;
  for (uint32_t n = 0; w && n < w->n_frames; n++)
    if ((mh_lex_frames(r->lex, w)[n].takes & takes) == takes) return true;
  return false;
}

bool mh_statement__verb_of_saying(const reader *r, uint32_t i)
{
  return r->cls[i] == MH_W_NONE && says_too(r, i, SAYING);
}

/* A verb of saying that takes a quotation, no word of grammar. */
static bool saying(const reader *r, const act *x)
{
  return x->form == ACT_VERB && r->cls[x->word] == MH_W_NONE &&
         x->frames[0].act == MH_ACT_STATE && mh_statement__frame_for(x, MH_TAKES_QUOTE);
}

/* "saying", "pointing to": a participle that tells on its own. */
static bool saying_so(const reader *r, uint32_t k)
{
  return (r->w->glance[k].acts >> MH_POS_ACTIVE & 1) && r->m->actor_of[k] < 0 &&
         r->cls[k] == MH_W_NONE && !mh_statement__article(r, k);
}

/* The point at k ends no sentence: letters are spelled out, or a title is cut short ("D. N."). */
static bool cut_short(const reader *r, uint32_t k)
{
  return mh_statement__spells(r, k) ||
         (k > 0 && tok(r, k - 1)->kind == MH_TOKEN_WORD && tok(r, k - 1)->n == 1);
}

/* From token `from` on the inna, or the quotation behind a colon, that only saying takes; where
 * nothing was found before (late), a quotation without one as well. */
static uint32_t told_from(const reader *r, uint32_t from, uint32_t end, bool late)
{
  for (uint32_t k = from; k < end && k < from + SAID; k++) {
    if ((mh_statement__mark(r, k, '.') && !cut_short(r, k)) ||
        tok(r, k)->flags & MH_TF_LINE || says_too(r, k, SAYING) ||
        (late && saying_so(r, k)))
      return NO_TOKEN;
    if (mh_statement__mark(r, k, ':') && k + 1 < end &&
        mh_statement__quote_mark(r, k + 1))
      return k + 1;
    if (late && mh_statement__quote_mark(r, k) && mh_statement__quotation(r, k, end))
      return k;
    if (r->cls[k] != MH_W_AN || !(tok(r, k)->flags & MH_TF_HAMZA_DOWN) ||
        mh_key_letter(tok(r, k)->key, 0) != MH_L_ALEF) /* "if X, then (fa-inna) Y" */
      continue;
    const bool opens = k > 0 && mh_statement__quote_mark(r, k - 1);
    return r->quoted[k] && !opens ? NO_TOKEN : k;
  }
  return NO_TOKEN;
}

/* Is what stands right before "of" at i told fully, so that it is not "of" that goes on with it
 * ("a number | of", "months | of it", "suffer | of")? */
static bool full_before(const reader *r, uint32_t i, uint32_t from)
{
  const uint32_t p = i - 1;
  if (tok(r, p)->kind == MH_TOKEN_MARK || r->m->actor_of[p] >= 0 ||
      mh_words_readings(r->w, p) == 0 || mh_statement__behind_date(r, i, from))
    return true;
  if (r->cls[p] == MH_W_OTHER || r->cls[p] == MH_W_AND || r->cls[p] == MH_W_AGAIN ||
      (r->cls[p] == MH_W_PREP && mh_statement__joined_pronoun(r, p)))
    return true;
  if (tok(r, p)->kind != MH_TOKEN_WORD || r->cls[p] != MH_W_NONE) return false;
  const unsigned how = 1u << MH_POS_ADJ | 1u << MH_POS_ACTIVE | 1u << MH_POS_PASSIVE;
  return mh_statement__article(r, p) || mh_statement__has_al(r, p) ||
         noun_of(r, p, MH_W_SPEECH) || mh_statement__relational(r, p) ||
         ((r->w->glance[p].pos & NOUNS) && mh_statement__pronoun(r, p)) ||
         ((r->w->glance[p].pos & how) && !(r->w->glance[p].pos >> MH_POS_VERB & 1));
}

/* "warned, in a speech on N., | of the collapse of": what somebody is warned of, further from the
 * verb, shows by being told of as no place or man is. */
static bool warned_of(const reader *r, uint32_t i, uint32_t from)
{
  const uint32_t n = i + width(r, i);
  if (n >= r->doc->n_tokens || r->m->actor_of[n] >= 0 || !full_before(r, i, from))
    return false;
  if (r->cls[n] == MH_W_DET || mh_statement__quote_mark(r, n)) return true;
  return r->cls[n] == MH_W_NONE && !mh_statement__article(r, n) && r->m->when_at[n] < 0 &&
         mh_words_match(r->w, n, MH_PH_PLACE) == NULL &&
         mh_words_match(r->w, n, MH_PH_MEETING) == NULL &&
         (mh_statement__reading(r, n, 1u << MH_POS_MASDAR, false) ||
          noun_of(r, n, MH_W_ILL));
}

bool mh_statement__of_what(const reader *r, const act *x, uint32_t i, uint32_t from,
                           bool direct)
{
  if (i == from && mh_statement__addressed(x))
    return mh_statement__known_phrase(r, i + width(r, i)) == 0;
  if (i > from && x->frames[0].act == MH_ACT_WARN) return warned_of(r, i, from);
  if (direct || x->frames[0].act != MH_ACT_OPPOSE) return false;
  while (i > from && r->cls[i - 1] == MH_W_OTHER) i--;
  return i == from;
}

bool mh_statement__of_name(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return i > 0 && i + 1 < r->doc->n_tokens && t->n == 3 &&
         mh_key_letter(t->key, 0) == MH_L_FA && !(t->flags & MH_TF_HAMZA_DOWN) &&
         tok(r, i - 1)->kind == MH_TOKEN_WORD &&
         (mh_words_readings(r->w, i - 1) == 0 || mh_words_readings(r->w, i + 1) == 0);
}

/* What is said or written at i, behind a preposition. */
static bool spoken(const reader *r, uint32_t i)
{
  return i > 0 && r->cls[i - 1] == MH_W_PREP && noun_of(r, i, MH_W_SPEECH);
}

/* Could what stands before the "that" at k not lead to it: a comma, a mark, a name, an adjective
 * of a title, but not "the belief | that", "it is plain | that"? */
static bool leads_no_clause(const reader *r, uint32_t k, uint32_t first)
{
  const uint32_t p = k - 1;
  if (tok(r, p)->kind == MH_TOKEN_MARK) return true;
  if (tok(r, p)->kind != MH_TOKEN_WORD) return false;
  /* "in a statement of its", "in a (short) statement" */
  if (mh_statement__joined_pronoun(r, p) || spoken(r, p) || spoken(r, p - 1)) return true;
  if (r->cls[p] != MH_W_NONE) return false;
  if (r->m->actor_of[p] >= 0 || mh_statement__behind_date(r, k, first) ||
      mh_words_readings(r->w, p) == 0)
    return true;
  if (p > first && r->cls[p - 1] == MH_W_PREP) return false;
  return mh_statement__relational(r, p) && p > first && r->cls[p - 1] == MH_W_NONE &&
         tok(r, p - 1)->kind == MH_TOKEN_WORD;
}

/* "the head of the committee | of rights": of a noun without article, so no object. */
static bool of_noun(const reader *r, uint32_t i)
{
  return mh_statement__article(r, i) && !mh_statement__article(r, i - 1) &&
         tok(r, i - 1)->kind == MH_TOKEN_WORD && r->cls[i - 1] == MH_W_NONE &&
         mh_statement__reading(r, i - 1, NOUNS, false) && r->m->actor_of[i] < 0;
}

/* "announced the parliament that obeys | the army on Monday, that": a relative clause that no comma
 * has closed stands before the noun at i, behind who acts. */
static bool in_relative(const reader *r, const act *x, uint32_t i)
{
  for (uint32_t k = i; k-- > x->word_end && !mh_statement__comma(r, k);)
    if (r->cls[k] == MH_W_REL && tok(r, k)->n > 3) return true;
  return false;
}

/* "stressed N., | after he attended | the end of the session, that": does the noun at i belong to what one
 * of his own was doing when he told it, in a phrase of when behind a comma? */
static bool in_setting(const reader *r, const act *x, uint32_t i)
{
  uint32_t k = i;
  while (k > x->word_end && !mh_statement__comma(r, k - 1)) k--;
  if (k <= x->word_end || k + 1 >= i || i - k > AHEAD || r->cls[k] != MH_W_PREP ||
      !mh_statement__setting(r, k))
    return false;
  const uint32_t deed = k + width(r, k);
  return deed < i && (r->w->glance[deed].pos & NOUNS) && mh_statement__pronoun(r, deed);
}

/* "told N., the head of the group, yesterday, | that", "stressed ..., | on (`ala) that": behind a
 * comma the plain "that" at k is what a verb of telling or of calling something so still lacks; not
 * "(provided) that he stays". */
static bool lacked_that(const reader *r, const act *x, uint32_t k)
{
  const uint8_t a = x->frames[0].act;
  if (mh_key_letter(tok(r, k)->key, 0) != MH_L_ALEF || mh_statement__infinitive(r, k) ||
      k < x->content + 2 ||
      (a != MH_ACT_STATE && a != MH_ACT_AFFIRM && a != MH_ACT_WARN &&
       x->frames[0].kind != MH_FRAME_JUDGE))
    return false;
  if (mh_statement__comma(r, k - 1)) return true;
  return mh_statement__prep(r, k - 1) == MH_TAKES_ALA && mh_statement__comma(r, k - 2) &&
         mh_statement__frame_for(x, MH_TAKES_ALA);
}

/* Past a name in quotation marks that opens at k; k where what stands there is longer. */
static uint32_t past_name(const reader *r, uint32_t k, uint32_t end)
{
  if (!mh_statement__quote_mark(r, k)) return k;
  for (uint32_t n = k + 1; n < end && n <= k + NAME; n++)
    if (mh_statement__quote_mark(r, n)) return n;
  return k;
}

/* "stressed the head of the council, who speaks | for the movement, that": the "that" of x behind
 * what was taken for its content, and is no more than the rest of who tells. */
static uint32_t behind_rest(const reader *r, const act *x, uint32_t end)
{
  const uint32_t first = x->content;
  const bool judge = x->frames[0].kind == MH_FRAME_JUDGE;
  const bool comma = first > 0 && mh_statement__comma(r, first - 1);
  if (x->form != ACT_VERB || r->cls[x->word] != MH_W_NONE || first <= x->word_end ||
      r->cls[first] == MH_W_REL || !mh_statement__frame_for(x, MH_TAKES_AN))
    return NO_TOKEN;
  /* "the coalition that N. leads | to fight them" */
  const bool setting = in_setting(r, x, first);
  const bool rest = setting || of_noun(r, first) || in_relative(r, x, first) ||
                    (mh_statement__tells(x) &&
                     mh_statement__joined(r, first) == MH_PRO_LI);
  const bool deed = !rest && mh_statement__reading(r, first, 1u << MH_POS_MASDAR, false);
  for (uint32_t k = first; k < end && k < first + SAID; k++) {
    if (setting && r->quoted[k] && !r->quoted[x->word]) continue; /* «its name» */
    const uint32_t name = past_name(r, k, end);
    if (name > k) {
      k = name;
      continue;
    }
    if ((mh_statement__mark(r, k, '.') && !cut_short(r, k)) ||
        mh_statement__mark(r, k, ':') || tok(r, k)->flags & MH_TF_LINE ||
        r->quoted[k] != r->quoted[x->word] || r->cls[k] == MH_W_CONJ ||
        r->cls[k] == MH_W_SUB || says_too(r, k, MH_TAKES_AN) || saying_so(r, k))
      return NO_TOKEN;
    if (r->cls[k] != MH_W_AN) continue;
    if (lacked_that(r, x, k)) return k;
    if (k == first || mh_key_letter(tok(r, k)->key, 0) == MH_L_WAW ||
        mh_key_letter(tok(r, k)->key, 0) == MH_L_FA || mh_statement__joined(r, k) ||
        !leads_no_clause(r, k, first) ||
        ((deed || setting) && !mh_statement__comma(r, k - 1)))
      return NO_TOKEN;
    /* "the chairwoman of N., | N. N., | that": put in between two commas; "called | X, (bi-) that":
     * what is judged or accused is not */
    const int z = mh_key_letter(tok(r, k)->key, 0);
    const bool judged = judge || x->frames[0].act == MH_ACT_OPPOSE;
    if (comma && mh_statement__comma(r, k - 1) && k - first <= BETWEEN &&
        (z == MH_L_ALEF || (z == MH_L_BA && !judged)))
      return k;
    return !judge && (rest || mh_statement__told(r, x, first, k)) ? k : NO_TOKEN;
  }
  return NO_TOKEN;
}

uint32_t mh_statement__said_that(const reader *r, const act *x, uint32_t end)
{
  if (r->cls[x->content] == MH_W_AN || r->quoted[x->content] ||
      mh_statement__quote_mark(r, x->content))
    return NO_TOKEN;
  const uint32_t k = saying(r, x)
                         ? told_from(r, x->content, end, in_setting(r, x, x->content))
                         : NO_TOKEN;
  return k == NO_TOKEN ? behind_rest(r, x, end) : k;
}

/* "stressed N., who is under pressure from X, | that": the "that" behind the comma that closes what
 * was put in about who tells. */
static uint32_t that_from(const reader *r, uint32_t from, uint32_t end)
{
  for (uint32_t k = from; k + 1 < end && k < from + SAID; k++) {
    if (mh_statement__mark(r, k, '.') || mh_statement__mark(r, k, ':') ||
        tok(r, k)->flags & MH_TF_LINE || mh_statement__quote_mark(r, k) ||
        says_too(r, k, MH_TAKES_AN) || saying_so(r, k))
      return NO_TOKEN;
    if (r->cls[k] != MH_W_AN) continue;
    return k > from && mh_statement__comma(r, k - 1) && !mh_statement__and(r, k) &&
                   !mh_statement__infinitive(r, k)
               ? k
               : NO_TOKEN;
  }
  return NO_TOKEN;
}

uint32_t mh_statement__said_late(const reader *r, const act *x, uint32_t from,
                                 uint32_t end)
{
  if (x->who.first < 0 || from != x->who.end || (x->feats & MH_F_TENSE) != MH_F_PERFECT)
    return NO_TOKEN;
  const uint32_t k = saying(r, x) ? told_from(r, from, end, true) : NO_TOKEN;
  if (k != NO_TOKEN || x->form != ACT_VERB || r->cls[x->word] != MH_W_NONE ||
      !(mh_statement__tells(x) || x->frames[0].act == MH_ACT_AFFIRM) ||
      !mh_statement__frame_for(x, MH_TAKES_AN))
    return k;
  return that_from(r, from, end);
}

bool mh_statement__act_noun(const reader *r, uint32_t i)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    const mh_word *w = y->word ? mh_lex_word(r->lex, y->word) : NULL;
    if (w == NULL || !(NOUNS >> MH_F_POS_OF(y->feats) & 1)) continue;
    if (mh_weighs(w->cls) || w->cls == MH_W_STANCE) return true;
    for (uint32_t n = 0; n < w->n_frames; n++) {
      const mh_frame *f = mh_lex_frames(r->lex, w) + n;
      if (f->kind == MH_FRAME_ACT && f->act != MH_ACT_MEET && f->act != MH_ACT_DISCUSS)
        return true;
    }
  }
  return false;
}

bool mh_statement__informs_of(const reader *r, const act *x, uint32_t object, uint32_t i)
{
  const mh_frame *f = &x->frames[0];
  if (f->act != MH_ACT_STATE || !(f->takes & MH_TAKES_BI) || f->takes & MH_TAKES_QUOTE)
    return false;
  const int32_t whom = r->m->actor_of[object];
  if (whom < 0 || i < r->m->actors[whom].end || !mh_statement__act_noun(r, i))
    return false;
  return mh_statement__pronoun(r, i) ||
         (i + 1 < r->doc->n_tokens && r->m->actor_at[i + 1] >= 0 &&
          !mh_statement__article(r, i));
}

uint32_t mh_statement__past_put_name(const reader *r, uint32_t i, uint32_t end)
{
  uint32_t z = i + 1;
  while (z < end && z <= i + 9 && !mh_statement__quote_mark(r, z)) {
    /* the letters of a station's name have points between them */
    const bool point = mh_statement__mark(r, z, '.') || mh_statement__mark(r, z, '-');
    if ((tok(r, z)->kind != MH_TOKEN_WORD && !point) ||
        (r->cls[z] == MH_W_AN && z == i + 1) || (z > i + 5 && !point && tok(r, z)->n > 3))
      return 0;
    z++;
  }
  return z + 1 < end && z > i + 1 && mh_statement__quote_mark(r, z) ? z + 1 : 0;
}

bool mh_statement__quotation(const reader *r, uint32_t i, uint32_t stop)
{
  uint32_t k = i + 1;
  bool verb = false;
  for (; k < stop && r->quoted[k]; k++)
    verb = verb || (r->w->glance[k].pos == 1u << MH_POS_VERB && r->cls[k] == MH_W_NONE);
  const uint32_t z = k < stop && mh_statement__quote_mark(r, k) ? k + 1 : k;
  /* "«we | shall | see».": a name has no verb */
  if (k - i < 5)
    return k - i == 4 && verb && (z >= stop || mh_statement__mark(r, z, '.'));
  if (verb) return true;
  return z >= stop || tok(r, z)->kind == MH_TOKEN_MARK || mh_statement__and(r, z);
}

#define NAME_WORDS 8 /* of a channel, with what describes it */

/* Does the word at k go on with the name of a channel: an adjective, whose it is, a name that
 * is no word?  own: the channel is somebody's already. */
static bool of_medium(const reader *r, uint32_t k, bool own)
{
  if (tok(r, k)->kind != MH_TOKEN_WORD || r->cls[k] != MH_W_NONE) return false;
  if (r->m->when_at[k] >= 0 || mh_statement__and(r, k)) return false;
  const unsigned pos = r->w->glance[k].pos;
  if (mh_statement__article(r, k))
    return !own || !(pos & NOUNS) || (pos & 1u << MH_POS_ADJ) != 0;
  return !own && !mh_statement__joined(r, k) &&
         (mh_words_readings(r->w, k) == 0 || noun_of(r, k, MH_W_MEDIUM));
}

uint32_t mh_statement__past_medium(const reader *r, uint32_t i, uint32_t end)
{
  if (i >= end || tok(r, i)->kind != MH_TOKEN_WORD || !noun_of(r, i, MH_W_MEDIUM))
    return 0;
  const bool own = mh_statement__pronoun(r, i);
  uint32_t k = i + 1;
  while (k < end && k <= i + NAME_WORDS) {
    const int32_t a = r->m->actor_at[k];
    if (mh_statement__quote_mark(r, k)) {
      const uint32_t z = mh_statement__past_put_name(r, k, end);
      return z && mh_statement__has_al(r, z) && mh_statement__relational(r, z) ? z + 1
             : z                                                               ? z
                                                                               : k;
    }
    /* "at the ministry's seat | the ambassador": whom somebody met there */
    if (k > i + 1 && a >= 0 && mh_statement__article(r, k - 1) &&
        (r->m->actors[a].form == MH_ACTOR_OFFICIAL ||
         r->m->actors[a].form == MH_ACTOR_ROLE))
      break;
    if (!own && a >= 0 && !r->m->actors[a].pro && mh_statement__article(r, k))
      k = r->m->actors[a].end;
    else if (of_medium(r, k, own))
      k++;
    else
      break;
  }
  return k < end ? k : 0;
}

bool mh_statement__quote_before(const reader *r, act *x, uint32_t first)
{
  uint32_t k = x->clause;
  const bool as = k > first && r->cls[k - 1] == MH_W_CONJ; /* "as he said" */
  if (as) k--;
  if (k > first && mh_statement__comma(r, k - 1)) k--;
  if (k < first + 3 || !mh_statement__quote_mark(r, k - 1)) return false;
  uint32_t open = k - 1;
  while (open > first && r->quoted[open - 1]) open--;
  if (open > first && mh_statement__quote_mark(r, open - 1)) open--;
  if (k - open < 5 || (as && open > first + 1)) return false;
  const mh_frame *f = &x->frames[0];
  if (f->act != MH_ACT_STATE && f->act != MH_ACT_AFFIRM) return false;
  x->act = x->outer = f->act;
  x->kind = f->kind;
  x->clause = x->content = open;
  x->end = k;
  x->takes = LED_QUOTE;
  return true;
}

bool mh_statement__depth_of(const reader *r, const act *x, uint32_t i, uint32_t stop)
{
  return r->cls[i] == MH_W_OTHER && tok(r, i)->n > 3 && width(r, i) == 1 &&
         mh_key_letter(tok(r, i)->key, 0) == MH_L_BA &&
         !mh_statement__joined_pronoun(r, i) && i + 1 < stop &&
         r->cls[i + 1] == MH_W_NONE && mh_statement__article(r, i + 1) &&
         !mh_statement__joined(r, i + 1) && mh_statement__frame_for(x, MH_TAKES_BI);
}
