/* judge - who describes by an evaluation praises or opposes: "called it an aggression", "holds
 * that the agreement is bad".
 *
 * The words that speak for or against something are classes of data/nouns.tsv: good, ill, and
 * due, whose lack alone says something ("not responsible").
 */
#include "content.h"

#define NOUNS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)
#define ADJ   (1u << MH_POS_ADJ | 1u << MH_POS_ACTIVE | 1u << MH_POS_PASSIVE)
#define VIEW  24 /* tokens in which something is called good or ill            */
#define SAID  9  /* those of what is said of it behind "that"                  */
#define FAR   60 /* tokens up to what it is called, where a clause tells of it */

/* What the noun or adjective at i says of what it is said of: an indefinite one, or the one
 * that "as" leads. */
static uint8_t worth(const reader *r, uint32_t i, bool led)
{
  const unsigned names = NOUNS | 1u << MH_POS_ADJ;
  if (!(r->w->glance[i].pos & names)) return MH_W_NONE;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word == 0 || (!led && y->pro & MH_PRO_AL)) continue;
    const uint8_t cls = mh_lex_word(r->lex, y->word)->cls;
    if (cls == MH_W_GOOD || cls == MH_W_ILL || cls == MH_W_DUE) return cls;
  }
  return MH_W_NONE;
}

/* Stands "as" by itself before i, or before the quotation that i begins? */
static bool behind_bi(const reader *r, uint32_t i)
{
  uint32_t k = i;
  while (k > 0 && i - k < 2 && mh_statement__quote_mark(r, k - 1)) k--;
  return k > 0 && tok(r, k - 1)->n == 1 &&
         mh_key_letter(tok(r, k - 1)->key, 0) == MH_L_BA;
}

/* "for acts against | terrorist targets": does the word at i, or the noun before it (before),
 * stand behind a preposition? */
static bool leads_to(const reader *r, uint32_t i, bool before)
{
  if (r->cls[i - 1] == MH_W_PREP || mh_statement__joined(r, i)) return true;
  return before && r->w->glance[i].pos & 1u << MH_POS_ADJ &&
         !(r->w->glance[i].pos & NOUNS);
}

/* The word at i is a verb and nothing else, of whoever is told of. */
static bool only_does(const reader *r, uint32_t i)
{
  if (r->cls[i] != MH_W_NONE || r->m->actor_of[i] >= 0 ||
      r->w->glance[i].pos != 1u << MH_POS_VERB)
    return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++)
    if ((mh_words_reading(r->w, i, k)->feats & MH_F_PERSON) == MH_F_3) return true;
  return false; /* "worst" is written like "I treat ill" */
}

/* "that it makes | a breach of", "that it stands for «an insult»": the verb at i only leads to what
 * something is held to be. */
static bool amounts_to(const reader *r, uint32_t i, uint32_t stop)
{
  const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, false);
  uint32_t k = i + 1;
  if (v == NULL || (v->feats & MH_F_TENSE) != MH_F_IMPERFECT ||
      mh_lex_word(r->lex, v->word)->n_frames == 0)
    return false; /* "it wages | a war" */
  if (k < stop && mh_statement__quote_mark(r, k)) k++;
  return k < stop && !mh_statement__joined(r, k) && worth(r, k, false) != MH_W_NONE;
}

/* "no", "not" right before token i, or before the quotation that i begins. */
static bool denied(const reader *r, uint32_t i)
{
  uint32_t k = i;
  while (k > 0 && i - k < 2 && mh_statement__quote_mark(r, k - 1)) k--;
  return k > 0 && r->cls[k - 1] == MH_W_NEG;
}

/* "the (acts) not | fair (are)": the definite adjective behind the negation at i. */
static bool before_definite(const reader *r, uint32_t i, uint32_t end)
{
  return i + 1 < end && mh_statement__has_al(r, i + 1) && r->w->glance[i + 1].pos & ADJ &&
         !(r->w->glance[i + 1].pos & NOUNS);
}

/* "that it is": with what it is said of, so that what that is called follows at once. */
static bool that_it(const reader *r, uint32_t i)
{
  return r->cls[i] == MH_W_AN && mh_statement__pronoun(r, i);
}

/* The token before i, or before the quotation that i begins; i itself where none is. */
static uint32_t word_before(const reader *r, uint32_t i)
{
  uint32_t k = i;
  while (k > 0 && i - k < 2 && mh_statement__quote_mark(r, k - 1)) k--;
  return k > 0 ? k - 1 : i;
}

/* "called it | the grave matter", "the «grave» matter": the adjective of the noun that "as" leads,
 * and what it is not: "the un- | acceptable act", "(bi-) un- | acceptable". */
static bool of_led(const reader *r, uint32_t i, bool as)
{
  const uint32_t b = word_before(r, i);
  return as && (r->cls[b] == MH_W_NEG || mh_statement__article(r, b)) &&
         mh_statement__article(r, i) && (r->w->glance[i].pos & ADJ);
}

/* "(is) one | of the worst", "that it is | of the worst": what it is one of, it is. */
static bool one_of(const reader *r, uint32_t i, uint32_t from)
{
  return mh_statement__prep(r, i - 1) == MH_TAKES_MIN && i >= from + 2 &&
         (mh_words_match(r->w, i - 2, MH_PH_NUMBER) != NULL || i - 2 == from);
}

/* The act of who describes by what stands from token i on; NO_ACT where nothing there is an
 * evaluation. */
#define NO_ACT 0xFF
static uint8_t evaluation(const reader *r, const act *x, uint32_t i, uint32_t end)
{
  const bool it = that_it(r, i), that = x->takes == LED_THAT || it;
  const uint32_t from = i,
                 stop = end - i < (that ? SAID : VIEW) ? end : i + (that ? SAID : VIEW);
  bool not_so = false, led = false, as = false;
  for (; i < stop; i++) {
    /* "called the prime minister, N. N., a liar": whom it is said of is named on */
    if (!that && i + 1 < end && mh_statement__comma(r, i) &&
        !mh_statement__and(r, i + 1) && i > from &&
        (r->m->actor_of[i] >= 0 || r->m->actor_of[i - 1] >= 0))
      continue;
    if (mh_statement__comma(r, i) || mh_statement__mark(r, i, '.')) return NO_ACT;
    if (r->cls[i] == MH_W_REL || r->cls[i] == MH_W_SUB) return NO_ACT;
    if (mh_statement__quote_mark(r, i)) continue;
    /* "not fair and a crime": what "and" adds is so; "the statements not | responsible": the
     * adjective alone is denied */
    not_so = (r->cls[i] == MH_W_NEG && !before_definite(r, i, end)) ||
             (not_so && !mh_statement__and(r, i));
    /* "that N. has made gains": what somebody does is no word for what he is */
    if (that && i > from && mh_statement__joined(r, from) == 0 && only_does(r, i) &&
        !amounts_to(r, i, end))
      return NO_ACT;
    if (that && (i == from || (i == from + 1 && !it) || mh_statement__pronoun(r, i)))
      continue;
    led = that && leads_to(r, i, led) && !one_of(r, i, from);
    if (led) continue;
    as = !that && (mh_statement__joined(r, i) == MH_PRO_BI || behind_bi(r, i) ||
                   (as && r->cls[i] == MH_W_NEG) || of_led(r, i, as));
    if (as && denied(r, i)) not_so = true;
    const uint8_t w = worth(r, i, as);
    if (w == MH_W_NONE || (w == MH_W_DUE && !denied(r, i))) continue;
    if (w == MH_W_DUE) return MH_ACT_OPPOSE;
    return (w == MH_W_GOOD) != not_so ? MH_ACT_PRAISE : MH_ACT_OPPOSE;
  }
  return NO_ACT;
}

/* "holds that the demands that N. has made are | «not acceptable»": the negated word of praise at
 * the head of a quotation, or behind the pronoun or the noun that what is held to be so is called
 * by, says what all that stands before it is; how far that goes does not matter. */
static bool not_so_far(const reader *r, uint32_t i, uint32_t end)
{
  const uint32_t from = i, stop = end - i < FAR ? end : i + FAR;
  for (i++; i + 1 < stop && !mh_statement__mark(r, i, '.'); i++) {
    if (r->cls[i] == MH_W_SUB || (i > from + 1 && r->cls[i] == MH_W_AN)) return false;
    if (r->cls[i] != MH_W_NEG || mh_statement__joined(r, i) ||
        !(r->w->glance[i + 1].pos & ADJ))
      continue;
    const bool head = mh_statement__quote_mark(r, i - 1) || r->cls[i - 1] == MH_W_PRON ||
                      mh_statement__article(r, i - 1);
    const uint8_t w = worth(r, i + 1, false);
    if (head && (w == MH_W_GOOD || w == MH_W_DUE)) return true;
  }
  return false;
}

/* Does what it is called begin at i: "(bi-) that it is", or (bi-) and something quoted: "called the
 * deal that N. made | (bi-) «historic»"? */
static bool called_here(const reader *r, uint32_t i, uint32_t stop)
{
  if (that_it(r, i) && mh_key_letter(tok(r, i)->key, 0) == MH_L_BA) return true;
  return mh_statement__lone_letter(r, i, stop) == MH_TAKES_BI;
}

/* A word for or against at i, as which something may be called. */
static bool blames(const reader *r, uint32_t i)
{
  const uint8_t w = worth(r, i, true);
  return w != MH_W_NONE && w != MH_W_DUE;
}

/* "called the words that N. said to a paper | (bi-) the hostile", "what they did | (bi-) the act
 * «hostile»": a word for or against, which is not what a verb before it takes. */
static bool blamed_here(const reader *r, uint32_t i, uint32_t stop)
{
  if (mh_statement__joined(r, i) != MH_PRO_BI || !mh_statement__article(r, i) ||
      only_does(r, i - 1))
    return false;
  uint32_t n = i + 1;
  if (n < stop && mh_statement__quote_mark(r, n)) n++;
  return blames(r, i) || (n < stop && of_led(r, n, true) && blames(r, n));
}

/* "called the attack that hit N. yesterday | (bi-) that it is a crime": where what it is called
 * begins, behind a clause that tells of it; `end` where it does not. */
static uint32_t called_far(const reader *r, uint32_t i, uint32_t end)
{
  const uint32_t from = i, stop = end - i < FAR ? end : i + FAR;
  uint32_t blame = end;
  for (; i < stop && !mh_statement__mark(r, i, '.'); i++) {
    if (called_here(r, i, stop)) return i;
    if (blame == end && i > from && blamed_here(r, i, stop)) blame = i;
    if (mh_statement__and(r, i) && r->w->glance[i].pos == 1u << MH_POS_VERB) break;
  }
  return blame;
}

/* (bi-) "that it is", of what has just been named. */
static bool as_it(const reader *r, uint32_t i)
{
  return that_it(r, i) && mh_key_letter(tok(r, i)->key, 0) == MH_L_BA;
}

/* A name of three words and more may have the noun in it that is called something. */
static bool one_name(const reader *r, const subject *g)
{
  const mh_actor *a = &r->m->actors[g->last];
  return a->person_end < a->person_first + 3;
}

/* "called N. | (bi-) that he is": whom a bare verb describes stands between it and what he is
 * called, and is not who calls him so. */
bool mh_statement__calls_him(const reader *r, const act *x, uint32_t i, uint32_t end)
{
  subject g;
  return x->frames[0].kind == MH_FRAME_JUDGE && (x->frames[0].takes & MH_TAKES_BI) &&
         !mh_statement__pronoun(r, x->word) && /* "called it" */
         mh_statement__group(r, i, &g) && g.end < end && as_it(r, g.end) &&
         one_name(r, &g);
}

/* Is the word at i, behind a definite one, an indefinite noun or adjective? */
static bool indefinite(const reader *r, uint32_t i)
{
  return r->cls[i] == MH_W_NONE && tok(r, i)->kind == MH_TOKEN_WORD &&
         r->m->actor_of[i] < 0 && r->m->when_at[i] < 0 && !mh_statement__has_al(r, i) &&
         !mh_statement__joined(r, i) && !mh_statement__pronoun(r, i) &&
         (r->w->glance[i].pos & (NOUNS | ADJ));
}

/* "called | the count of votes (bi-) that it is fair": one noun phrase up to what it is called,
 * so that nobody who calls it so stands before it. */
static bool one_phrase(const reader *r, uint32_t i, uint32_t end)
{
  const uint32_t first = i, stop = end - i < VIEW ? end : i + VIEW;
  const bool al = i < end && mh_statement__has_al(r, i);
  const mh_token *t = i < end ? tok(r, i) : NULL;
  if (t == NULL || mh_statement__joined(r, i) || mh_statement__pronoun(r, i) ||
      (mh_statement__letter_back(t, 0) == MH_L_NUN &&
       mh_statement__letter_back(t, 1) == MH_L_WAW))
    return false; /* "its opponents call it so", "critics call it so" */
  for (; i < stop && !as_it(r, i); i++) {
    if (r->cls[i] == MH_W_PREP) continue;
    if (tok(r, i)->kind != MH_TOKEN_WORD || r->cls[i] != MH_W_NONE) return false;
    if (al && i > first && r->cls[i - 1] != MH_W_PREP && !(r->w->glance[i].pos & ADJ))
      return false;
  }
  return i > first && i < stop;
}

/* "held | the vote (to be) a mistake", "held | this «a first step»": whom nobody knows and who
 * stands right behind such a verb is what is held to be so, where something indefinite or
 * quoted follows and no "that". */
bool mh_statement__holds_so(const reader *r, const act *x, uint32_t i, uint32_t end)
{
  const mh_frame *f = &x->frames[0];
  if (f->kind != MH_FRAME_JUDGE || !(f->takes & MH_TAKES_OBJECT)) return false;
  if (i < end && r->cls[i] == MH_W_DEM) i++;
  if (f->takes & MH_TAKES_BI)
    return (x->feats & MH_F_TENSE) == MH_F_PERFECT &&
           !mh_statement__pronoun(r, x->word) && one_phrase(r, i, end);
  if (i >= end || !mh_statement__has_al(r, i) || r->m->actor_of[i] >= 0) return false;
  for (i++; i < end && mh_statement__has_al(r, i) && r->w->glance[i].pos & ADJ;) i++;
  if (i + 1 >= end) return false;
  return mh_statement__quote_mark(r, i) ? r->cls[i + 1] != MH_W_AN : indefinite(r, i);
}

/* "called the minister | the ruling (bi-) that it is mild": what is called so, between who does
 * and what it is called, was taken for the rest of his name. */
static void with_object(const reader *r, act *x, uint32_t end)
{
  uint32_t from = x->who.first >= 0 && x->who.end > x->word ? x->who.end : x->word_end;
  if (from >= x->content) return;
  const bool so = x->takes != LED_THAT && mh_statement__holds_so(r, x, from, end);
  if (!so && (x->takes != LED_THAT || !as_it(r, x->content))) return;
  if (mh_statement__comma(r, from)) from++;
  if (so && r->cls[from] == MH_W_DEM) from++;
  if (from >= x->content || r->cls[from] != MH_W_NONE || r->m->when_at[from] >= 0) return;
  if (mh_statement__joined(r, from)) return;
  for (uint32_t i = from; i < x->content;
       i++) /* "one of | the officials of N." calls so */
    if (tok(r, i)->kind != MH_TOKEN_WORD || (i > from && r->m->actor_at[i] >= 0)) return;
  x->content = from;
  x->takes = LED_OBJECT;
}

bool mh_statement__so_called(const reader *r, const act *x, uint32_t i, uint32_t end)
{
  const mh_frame *f = mh_statement__frame_for(x, MH_TAKES_BI);
  if (f == NULL || f->kind != MH_FRAME_JUDGE || i + 1 >= end) return false;
  return as_it(r, i + 1) || mh_statement__lone_letter(r, i + 1, end) == MH_TAKES_BI;
}

void mh_statement__judge(const reader *r, act *x, uint32_t end)
{
  if (x->kind != MH_FRAME_JUDGE || x->inner || x->content >= end) return;
  with_object(r, x, end);
  /* "called the crime a | (bi-) that it is": what it is called, not what is called so */
  const uint32_t that = x->takes != LED_THAT ? called_far(r, x->content, end) : end;
  uint8_t does = that < end ? evaluation(r, x, that, end) : NO_ACT;
  if (does == NO_ACT) does = evaluation(r, x, x->content, end);
  if (does == NO_ACT && x->takes == LED_THAT && not_so_far(r, x->content, end))
    does = MH_ACT_OPPOSE;
  if (does == NO_ACT) return;
  x->act = does;
  x->inner = true;
}
