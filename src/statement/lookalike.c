/* lookalike - words that are written like an act and are none, though the letters that count
 * when words are looked up are the same: what folding lost (a hamza, a madda, the dots of a
 * ya, a damma) and what stands around tell them apart.
 *
 * Not here: what of a verb and its object is worth which act (object.c, worth.c), what is
 * done to somebody (undergone.c), names (mention), where a clause may begin (begins.c).
 */
#include "lookalike.h"
#include "content.h"
#include "worth.h"

#define THINGS (1u << MH_POS_NOUN | 1u << MH_POS_MASDAR)
#define CALLED 14 /* tokens from who calls something so to what he calls it */

enum {
  MADDA = 0x622,
  HAMZA_ABOVE = 0x623,
  HAMZA_BELOW = 0x625,
  ALEF = 0x627,
  WAW = 0x648,
  FA = 0x641,
  MAKSURA = 0x649,
  YA = 0x64A,
  TATWEEL = 0x640,
  FATHATAN = 0x64B,
  DAMMA = 0x64F,
  SHADDA = 0x651,
  SUKUN = 0x652
};

/* The letters of a token as they are written, with what is marked above the first two. */
typedef struct written {
  uint32_t first, last; /* code points, 0 none             */
  bool damma[2];        /* above the first and the second */
  bool doubled;         /* the last has a shadda          */
} written;

/* One letter of two bytes, as all Arabic ones are; 0 for any other. */
static uint32_t code(const unsigned char *t, uint32_t left)
{
  return left > 1 && t[0] >= 0xD8 && t[0] <= 0xDB
             ? (uint32_t)(t[0] & 0x1F) << 6 | (t[1] & 0x3F)
             : 0;
}

/* What is written at token i behind its first `skip` letters. */
static written look(const reader *r, uint32_t i, uint32_t skip)
{
  const mh_span s = mh_tokens_span(r->doc, i, i + 1);
  const unsigned char *t = (const unsigned char *)r->doc->text + s.at;
  written w = {0};
  uint32_t n = 0;
  for (uint32_t k = 0; k + 1 < s.len;) {
    const uint32_t c = code(t + k, s.len - k);
    if (c == 0) return (written){0};
    k += 2;
    if (c == TATWEEL) continue;
    if (c >= FATHATAN && c <= SUKUN) {
      if (c == DAMMA && n > skip && n <= skip + 2) w.damma[n - skip - 1] = true;
      if (c == SHADDA) w.doubled = true;
      continue;
    }
    w.doubled = false;
    if (++n == skip + 1) w.first = c;
    w.last = c;
  }
  return w;
}

/* tabni is no tabanna: where it may be another verb, or a noun ("my father"). */
static bool undotted(const reader *r, uint32_t i, const mh_reading *y)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *z = mh_words_reading(r->w, i, k);
    const unsigned pos = MH_F_POS_OF(z->feats);
    if (z->word && z->word != y->word && (pos == MH_POS_VERB || pos == MH_POS_NOUN))
      return true;
  }
  return false;
}

/* The code point of the lemma's first and of its last letter. */
static void ends_of(const char *lemma, uint32_t *first, uint32_t *last)
{
  *first = *last = 0;
  for (const unsigned char *t = (const unsigned char *)lemma; t[0] && t[1]; t += 2) {
    const uint32_t c = code(t, 2);
    if (c == 0) return;
    if (*first == 0) *first = c;
    *last = c;
  }
}

/* May the word at i be wa- and a verb, where y takes that letter for its own? */
static bool and_verb(const reader *r, uint32_t i, const mh_reading *y)
{
  if (y->pro & MH_PRO_WA) return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *z = mh_words_reading(r->w, i, k);
    if (z->word && (z->pro & MH_PRO_WA) && MH_F_POS_OF(z->feats) == MH_POS_VERB)
      return true;
  }
  return false;
}

/* A perfect begins and ends as its lemma does; one in -a or with a hamza keeps it. */
static bool perfect_not_so(const reader *r, uint32_t i, const mh_reading *y, written w)
{
  uint32_t first, last;
  ends_of(mh_lex_word(r->lex, y->word)->lemma, &first, &last);
  /* "Abe", "to": no verb with a plain hamza; i`tabara is often written with one below */
  if (w.first == MADDA && first != MADDA) return true;
  if (w.first == HAMZA_BELOW && (first == HAMZA_ABOVE || first == MADDA)) return true;
  /* ilA, without its hamza */
  if (first == MADDA && w.first == ALEF) return true;
  /* wa-`adda, "and held": no wa`ada, "promised" */
  if (w.doubled && w.first == WAW && and_verb(r, i, y)) return true;
  /* u`lina, uttuhima: what is done to whom is named behind it */
  if (w.damma[0] || (first == ALEF && w.damma[1])) return true;
  /* Abyan: women alone act in hardly any report */
  if ((y->feats & (MH_F_NUMBER | MH_F_GENDER)) == (MH_F_PL | MH_F_F)) return true;
  if (y->enc != MH_ENC_NONE ||
      (y->feats & (MH_F_NUMBER | MH_F_GENDER)) != (MH_F_SG | MH_F_M))
    return false;
  if (last == MAKSURA && w.last == YA) return undotted(r, i, y);
  return last == HAMZA_ABOVE && w.last == ALEF; /* bada, "seemed" */
}

/* yu`taqadu: with its damma it is "is believed"; yahya is a name, "greets" has two dots more. */
static bool imperfect_not_so(const reader *r, uint32_t i, const mh_reading *y, written w)
{
  if (w.last == MAKSURA && mh_statement__letter_back(tok(r, i), 1) == MH_L_YA)
    return true;
  uint32_t first, last;
  ends_of(mh_lex_word(r->lex, y->word)->lemma, &first, &last);
  return first == ALEF && w.damma[0];
}

bool mh_statement__spelled_else(const reader *r, uint32_t i, const mh_reading *y)
{
  if ((y->feats & MH_F_PERSON) != MH_F_3 || (y->pro & MH_PRO_SA)) return false;
  const written w = look(r, i, (y->pro & (MH_PRO_WA | MH_PRO_FA)) != 0);
  if (w.first == 0) return false;
  return (y->feats & MH_F_TENSE) == MH_F_PERFECT ? perfect_not_so(r, i, y, w)
                                                 : imperfect_not_so(r, i, y, w);
}

/* yajib: "must", where no word before it makes it the short form of "answers". */
static bool short_alone(const reader *r, uint32_t i, uint32_t first, const mh_reading *y)
{
  if (!(y->feats & MH_F_SHORT)) return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *z = mh_words_reading(r->w, i, k);
    if (z->word == y->word && MH_F_POS_OF(z->feats) == MH_POS_VERB &&
        !(z->feats & MH_F_SHORT))
      return false; /* "begins" is written like "both begin" */
  }
  const uint8_t c = i > first ? r->cls[i - 1] : MH_W_NONE;
  if (c == MH_W_AN) return mh_statement__joined_pronoun(r, i - 1);
  return c != MH_W_NEG && c != MH_W_PURPOSE;
}

/* "in", "to", "about": a verb follows none of them. */
static bool led(const reader *r, uint32_t i, uint32_t first)
{
  const unsigned some = MH_TAKES_ILA | MH_TAKES_FI | MH_TAKES_AN_PREP | MH_TAKES_MAA |
                        MH_TAKES_DIDD;
  return i > first && (mh_statement__prep(r, i - 1) & some) &&
         !mh_statement__joined_pronoun(r, i - 1);
}

/* May the perfect of reading y, in the first person, be another verb of hers? */
static bool hers(const reader *r, uint32_t i, const mh_reading *y)
{
  const uint32_t some = MH_F_PERSON | MH_F_TENSE | MH_F_NUMBER | MH_F_GENDER;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *z = mh_words_reading(r->w, i, k);
    if (z->word && z->word != y->word && MH_F_POS_OF(z->feats) == MH_POS_VERB &&
        (z->feats & some) == (MH_F_3 | MH_F_PERFECT | MH_F_SG | MH_F_F))
      return (y->feats & (MH_F_TENSE | MH_F_NUMBER)) == (MH_F_PERFECT | MH_F_SG);
  }
  return false;
}

/* "among the | foremost of", "the | foremost power in": written like "brought out". */
static bool elative(const reader *r, uint32_t i, uint32_t first, const mh_reading *y)
{
  const uint32_t some = MH_F_TENSE | MH_F_NUMBER | MH_F_GENDER;
  if ((y->feats & some) != (MH_F_PERFECT | MH_F_SG | MH_F_M) || y->enc != MH_ENC_NONE ||
      !(tok(r, i)->flags & MH_TF_HAMZA_UP) || tok(r, i)->n > 5 ||
      !(r->w->glance[i].pos >> MH_POS_NOUN & 1))
    return false;
  if (i > first && r->cls[i - 1] == MH_W_PREP && !mh_statement__joined_pronoun(r, i - 1))
    return true;
  const uint32_t n = i + 1;
  if (n + 1 >= r->doc->n_tokens) return false;
  if (r->cls[n] == MH_W_DEM) return true;
  return tok(r, n)->kind == MH_TOKEN_WORD && r->cls[n] == MH_W_NONE &&
         r->m->actor_at[n] < 0 && !mh_statement__article(r, n) &&
         !mh_statement__pronoun(r, n) &&
         (mh_statement__prep(r, n + 1) || mh_statement__joined(r, n + 1));
}

/* "let us | build": the imperative is written like "they called us" and "we called". */
static bool let_us(const reader *r, uint32_t i, const mh_reading *y)
{
  if ((y->feats & (MH_F_NUMBER | MH_F_TENSE)) != (MH_F_PL | MH_F_PERFECT) ||
      (y->enc != MH_ENC_NA && (y->feats & MH_F_PERSON) != MH_F_1))
    return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i + 1); k++) {
    const mh_reading *z = mh_words_reading(r->w, i + 1, k);
    if (MH_F_POS_OF(z->feats) == MH_POS_VERB &&
        (z->feats & (MH_F_PERSON | MH_F_TENSE)) == (MH_F_1 | MH_F_IMPERFECT))
      return true;
  }
  return false;
}

/* "able | to be (li-)": an active participle, and no "received". */
static bool able(const reader *r, uint32_t i, const mh_reading *y)
{
  const uint32_t some = MH_F_PERSON | MH_F_TENSE | MH_F_NUMBER | MH_F_GENDER;
  const mh_word *w = mh_lex_word(r->lex, y->word);
  if ((y->feats & some) != (MH_F_3 | MH_F_PERFECT | MH_F_SG | MH_F_M) ||
      !(mh_statement__joined(r, i + 1) & MH_PRO_LI) || w->n_frames == 0 ||
      mh_lex_frames(r->lex, w)->act != MH_ACT_MEET)
    return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *z = mh_words_reading(r->w, i, k);
    if (z->word != y->word && MH_F_POS_OF(z->feats) == MH_POS_ACTIVE) return true;
  }
  return false;
}

/* A noun behind wa- that is written like "we describe". */
static bool a_half(const reader *r, uint32_t i, const mh_reading *y)
{
  const uint32_t some = MH_F_TENSE | MH_F_NUMBER;
  return (y->pro & MH_PRO_WA) && y->enc == MH_ENC_NONE &&
         (y->feats & some) == (MH_F_IMPERFECT | MH_F_PL) &&
         mh_statement__reading(r, i, 1u << MH_POS_NOUN, false) != NULL;
}

/* "was exposed | to (li-)", "it became clear | from": the fifth stem, which performs nothing, is
 * written like "she presents", "she makes clear", which do not go on so. */
static bool fifth_stem(const reader *r, uint32_t i, uint32_t first, const mh_reading *y)
{
  const uint32_t some = MH_F_PERSON | MH_F_TENSE | MH_F_NUMBER | MH_F_GENDER;
  const uint32_t n = i + 1;
  if ((y->feats & some) != (MH_F_3 | MH_F_IMPERFECT | MH_F_SG | MH_F_F) ||
      y->enc != MH_ENC_NONE || n >= r->doc->n_tokens)
    return false;
  const mh_frame *f = mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word));
  const bool to = (mh_statement__joined(r, n) & MH_PRO_LI) && !(f->takes & MH_TAKES_LI);
  const bool from = mh_statement__prep(r, n) == MH_TAKES_MIN && f->act == MH_ACT_STATE &&
                    !(f->takes & MH_TAKES_MIN);
  if ((!to && !from) || (i > first && r->cls[i - 1] == MH_W_NEG)) return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *z = mh_words_reading(r->w, i, k);
    if (z->word && z->word != y->word && MH_F_POS_OF(z->feats) == MH_POS_VERB &&
        (z->feats & some) == (MH_F_3 | MH_F_PERFECT | MH_F_SG | MH_F_M) &&
        mh_lex_word(r->lex, z->word)->n_frames == 0)
      return true;
  }
  return false;
}

bool mh_statement__stands_else(const reader *r, uint32_t i, uint32_t first,
                               const mh_reading *y)
{
  if (short_alone(r, i, first, y) || led(r, i, first) || elative(r, i, first, y) ||
      fifth_stem(r, i, first, y))
    return true;
  if (i + 1 < r->doc->n_tokens && (let_us(r, i, y) || able(r, i, y))) return true;
  if ((y->feats & MH_F_PERSON) != MH_F_1) return false;
  /* "and a half": no "we describe"; "she prepared", no "I brought back" */
  return mh_words_match(r->w, i, MH_PH_NUMBER) || a_half(r, i, y) ||
         (!r->quoted[i] && hers(r, i, y));
}

bool mh_statement__seen(const reader *r, const act *x, uint32_t first)
{
  if (x->frames[0].event != MH_EVENT_HOST || x->act == MH_ACT_SIGN) return false;
  const uint32_t n = x->word_end;
  const uint32_t i = x->clause < x->word ? x->clause : n;
  const int32_t a = r->m->actor_at[i];
  const mh_actor *who = a >= 0 ? &r->m->actors[a] : NULL;
  if (who && who->form == MH_ACTOR_ROLE && who->role == MH_ROLE_MEETING) return false;
  if (mh_words_match(r->w, i, MH_PH_MEETING)) return x->act == MH_ACT_OPPOSE;
  /* "the talks | saw" */
  for (uint32_t k = x->word; k-- > first && x->word - k < 8;)
    if (mh_words_match(r->w, k, MH_PH_MEETING)) return x->act == MH_ACT_OPPOSE;
  return true;
}

/* Stands something indefinite right before i, which a word that agrees with it describes? */
static bool of_something(const reader *r, uint32_t i, uint32_t first)
{
  if (i == first || tok(r, i - 1)->kind != MH_TOKEN_WORD || mh_statement__and(r, i) ||
      (tok(r, i - 1)->flags & MH_TF_MARBUTA) || r->cls[i - 1] != MH_W_NONE ||
      r->m->actor_of[i - 1] >= 0 || r->m->when_at[i - 1] >= 0 ||
      !(r->w->glance[i - 1].pos & THINGS))
    return false;
  return !mh_statement__has_al(r, i - 1) && !mh_statement__pronoun(r, i - 1) &&
         !mh_words_match(r->w, i - 1, MH_PH_PLACE);
}

/* "a memorandum | of understanding": a noun in -a whose genitive follows, no "recalling". */
static bool governs(const reader *r, uint32_t i, const act *x)
{
  const uint32_t n = i + 1;
  return x->gap && n < r->doc->n_tokens && tok(r, n)->kind == MH_TOKEN_WORD &&
         r->cls[n] == MH_W_NONE && r->m->actor_at[n] < 0 &&
         mh_statement__reading(r, i, THINGS, false);
}

/* "the city | of N.": a noun in -a that is written like "condemning", before the name of a town. */
static bool of_town(const reader *r, uint32_t i)
{
  const uint32_t n = i + 1;
  if (n >= r->doc->n_tokens || tok(r, n)->kind != MH_TOKEN_WORD ||
      mh_statement__joined(r, n) || tok(r, n)->n < 2 ||
      (r->w->glance[i].pos & (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)) !=
          1u << MH_POS_NOUN)
    return false;
  const int32_t at = r->m->actor_at[n];
  if (at >= 0) return r->m->actors[at].form == MH_ACTOR_CAPITAL;
  if (mh_words_match(r->w, n, MH_PH_PLACE)) return true;
  return r->m->actor_of[n] < 0 && r->cls[n] == MH_W_NONE && r->m->when_at[n] < 0 &&
         r->w->glance[n].pos == 0 &&
         (!mh_statement__article(r, n) || mh_words_readings(r->w, n) == 0);
}

/* "(it) will not be | acceptable", "should be (an yakun) | in support of": is the word of being at
 * i denied or only to come? */
static bool not_yet(const reader *r, uint32_t i, uint32_t first)
{
  return i > first && (r->cls[i - 1] == MH_W_NEG ||
                       (r->cls[i - 1] == MH_W_AN && mh_statement__infinitive(r, i - 1)));
}

/* "was N. | a critic of": what is told of somebody by "was", or by how he is seen, with nothing
 * but him between, is no deed; what he holds is ("was committed to"). */
static bool told_of(const reader *r, uint32_t i, uint32_t first, const act *x)
{
  if (mh_statement__and(r, i)) return false;
  if (i > first && r->cls[i - 1] == MH_W_AUX && not_yet(r, i - 1, first)) return true;
  if (x->act == MH_ACT_COMMIT || x->act == MH_ACT_PLAN || x->act == MH_ACT_AFFIRM)
    return false;
  uint32_t p = i;
  while (p > first) {
    const int32_t a = r->m->actor_of[p - 1];
    if (a >= 0)
      p = r->m->actors[a].first;
    else if (r->cls[p - 1] == MH_W_OTHER)
      p--;
    else
      break;
  }
  if (p == first) return false;
  const mh_reading *y = mh_statement__reading(r, p - 1, 1u << MH_POS_VERB, true);
  if (r->cls[p - 1] == MH_W_AUX) return mh_statement__was(r, p - 1);
  return y && (y->feats & MH_F_TENSE) == MH_F_IMPERFECT && y->enc == MH_ENC_NONE &&
         mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word))->kind == MH_FRAME_JUDGE;
}

/* "that can be | verified (li-)": an active participle of "received" says what may be done. */
static bool may_be(const reader *r, uint32_t i, const mh_frame *f)
{
  return f->act == MH_ACT_AGREE && !(f->takes & MH_TAKES_LI) &&
         i + 1 < r->doc->n_tokens && (mh_statement__joined(r, i + 1) & MH_PRO_LI);
}

/* "a strategic | town": a noun in -a that is written like "condemning", with an adjective of its
 * own right behind it. */
static bool described(const reader *r, uint32_t i)
{
  const uint32_t n = i + 1;
  return n < r->doc->n_tokens && (r->w->glance[i].pos >> MH_POS_NOUN & 1) &&
         tok(r, n)->kind == MH_TOKEN_WORD && (tok(r, n)->flags & MH_TF_MARBUTA) &&
         r->cls[n] == MH_W_NONE && !mh_statement__has_al(r, n) &&
         !mh_statement__pronoun(r, n) && (r->w->glance[n].pos >> MH_POS_ADJ & 1);
}

bool mh_statement__no_participle(const reader *r, const act *x, const mh_reading *y,
                                 uint32_t first)
{
  const uint32_t i = x->outer_word; /* what it tells may be told by a verb inside */
  const mh_frame *f = &x->frames[0];
  if (f->kind == MH_FRAME_PASSIVE || f->kind == MH_FRAME_MEET) return true; /* tamm */
  const bool feminine = (y->feats & MH_F_GENDER) == MH_F_F;
  /* maqarruhu, "its seat" */
  if (feminine && !(tok(r, i)->flags & MH_TF_MARBUTA)) {
    const mh_reading *n = mh_statement__reading(r, i, 1u << MH_POS_NOUN, false);
    if (n && n->enc == MH_ENC_HU) return true;
  }
  if (feminine && (governs(r, i, x) || of_town(r, i) || described(r, i))) return true;
  if (may_be(r, i, f)) return true;
  /* "it is important | to note that": the verbal noun is written like "noting" */
  if (feminine && i > first + 1 && mh_statement__prep(r, i - 2) == MH_TAKES_MIN &&
      !mh_statement__and(r, i) && r->m->actor_of[i - 1] < 0 &&
      r->w->glance[i].pos >> MH_POS_MASDAR & 1)
    return true;
  /* "the rapporteur of the United Nations" */
  const mh_match *office = mh_words_match(r->w, i, MH_PH_OFFICE);
  if (office && office->end > i + 1) return true;
  /* "was | planned": what was to be is no deed of who is named before */
  if (i > first && r->cls[i - 1] == MH_W_AUX && x->act == MH_ACT_PLAN) return true;
  if (x->takes == LED_THAT || x->takes == LED_QUOTE) return false;
  /* "eleven | accused": so many of them */
  if (i > first && tok(r, i - 1)->kind == MH_TOKEN_NUMBER && !feminine &&
      tok(r, i - 1)->value % 100 > 10 && !mh_statement__behind_date(r, i, first))
    return true;
  return of_something(r, i, first) || told_of(r, i, first, x);
}

/* "looked into (`ala) X": a verb with an object before its preposition ("briefed N. on X") is
 * another one without it, where that is written so and takes no object. */
void mh_statement__without_object(const reader *r, act *x, uint32_t from)
{
  const uint32_t i = x->word;
  if (x->form != ACT_VERB || x->takes != LED_PREP || from >= x->content ||
      (tok(r, i)->flags & MH_TF_HAMZA_UP) ||
      mh_statement__frame_for(x, MH_TAKES_OBJECT) == NULL)
    return;
  const unsigned bit = mh_statement__prep(r, x->content - 1);
  if (bit == 0 || (r->cls[from] == MH_W_NONE && tok(r, from)->kind == MH_TOKEN_WORD &&
                   r->m->when_at[from] < 0))
    return;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word == 0 || MH_F_POS_OF(y->feats) != MH_POS_VERB || y->enc != MH_ENC_NONE)
      continue;
    const mh_word *w = mh_lex_word(r->lex, y->word);
    if (w->n_frames != 1 || mh_lex_frames(r->lex, w)->takes != bit) continue;
    x->frames = mh_lex_frames(r->lex, w);
    x->act = x->outer = x->frames->act;
    x->kind = x->frames->kind;
    x->n_frames = 1;
    x->n_with = 0;
    return;
  }
}

/* "by" joined to the word at i, "that" among them. */
static bool by(const reader *r, uint32_t i)
{
  return mh_statement__joined(r, i) == MH_PRO_BI ||
         (r->cls[i] == MH_W_AN && mh_key_letter(tok(r, i)->key, 0) == MH_L_BA);
}

/* "and promised (bi-)", "and warned | of", "and urged | to": a noun would have whose it is
 * before the preposition. */
static bool goes_on_by(const reader *r, const mh_reading *y, uint32_t i)
{
  const uint32_t some = MH_F_PERSON | MH_F_TENSE | MH_F_NUMBER | MH_F_GENDER;
  const uint16_t any = MH_TAKES_BI | MH_TAKES_ALA | MH_TAKES_ILA | MH_TAKES_MIN |
                       MH_TAKES_AN_PREP;
  if ((y->feats & some) != (MH_F_3 | MH_F_PERFECT | MH_F_SG | MH_F_M) ||
      y->enc != MH_ENC_NONE || r->m->actor_at[i + 1] >= 0)
    return false;
  const uint16_t led = by(r, i + 1) ? MH_TAKES_BI
                                    : (uint16_t)mh_statement__prep(r, i + 1);
  const mh_word *w = mh_lex_word(r->lex, y->word);
  for (uint32_t k = 0; k < w->n_frames; k++) {
    const mh_frame *f = mh_lex_frames(r->lex, w) + k;
    const bool says = f->act == MH_ACT_CALL || f->act == MH_ACT_COMMIT ||
                      f->act == MH_ACT_WARN || f->act == MH_ACT_STATE;
    if (says && f->kind != MH_FRAME_WEAK && (f->takes & led & any)) return true;
  }
  return false;
}

/* "and called | what goes on (bi-) that it is a war": up to where it is called so. */
static bool calls_so(const reader *r, const mh_reading *y, uint32_t i, uint32_t end)
{
  if (y->enc != MH_ENC_NONE ||
      mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word))->kind != MH_FRAME_JUDGE)
    return false;
  for (uint32_t k = i + 2; k < end && k < i + CALLED && !mh_statement__comma(r, k); k++)
    if (r->cls[k] == MH_W_AN && by(r, k)) return true;
  return false;
}

/* "and both discussed | the relations", "| ways to", "| in (fi) what goes on": behind the verbal noun
 * that is written so ("and a discussion") stands no other noun and nothing with the article. */
bool mh_statement__both_do(const reader *r, const mh_reading *y, uint32_t i)
{
  const uint32_t n = i + 1;
  if (n >= r->doc->n_tokens || !(y->pro & MH_PRO_WA) || y->enc != MH_ENC_NONE)
    return false;
  const mh_token *t = tok(r, n);
  if (t->kind != MH_TOKEN_WORD) return false;
  if (mh_statement__prep(r, n) == MH_TAKES_FI) return true;
  return t->n > 1 && r->cls[n] == MH_W_NONE && !mh_statement__joined(r, n) &&
         (mh_statement__article(r, n) || mh_key_letter(t->key, t->n - 1) != MH_L_ALEF);
}

/* tasa'ala has its hamza on the line where the noun tasa'ul has it on a waw, and is no noun
 * then; nor is a verb with whom it describes, and "as" behind it. */
bool mh_statement__only_verb(const reader *r, const mh_reading *y, uint32_t i,
                             uint32_t end)
{
  const mh_span s = mh_tokens_span(r->doc, i, i + 1);
  const unsigned char *t = (const unsigned char *)r->doc->text + s.at;
  for (uint32_t k = 2; k + 4 <= s.len; k += 2)
    if (t[k] == 0xD8 && t[k + 1] == 0xA1 && t[k - 2] == 0xD8 && t[k - 1] == 0xA7)
      return true;
  /* "and discussed with him": a noun would have its own word before "with him" */
  if (i + 2 < end && (y->pro & MH_PRO_WA) &&
      mh_statement__prep(r, i + 1) == MH_TAKES_MAA &&
      mh_statement__joined_pronoun(r, i + 1))
    return true;
  if (i + 1 < end && (y->pro & MH_PRO_WA) &&
      (goes_on_by(r, y, i) || calls_so(r, y, i, end)))
    return true;
  /* "and described it as (bi-)", "..., and promised him (bi-)" */
  if (i + 1 < end && y->enc != MH_ENC_NONE && (y->pro & MH_PRO_WA) && by(r, i + 1) &&
      (mh_statement__comma(r, i - 1) ||
       mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word))->kind == MH_FRAME_JUDGE))
    return true;
  /* "..., and he revealed | `an that" */
  if (i + 2 < end && r->cls[i + 1] == MH_W_PREP && r->cls[i + 2] == MH_W_AN &&
      y->enc == MH_ENC_NONE && i && mh_statement__comma(r, i - 1))
    return (y->pro & MH_PRO_WA) && (y->feats & MH_F_TENSE) == MH_F_PERFECT;
  if (i + 1 >= end || r->cls[i + 1] != MH_W_AN) return false;
  if (y->enc != MH_ENC_NONE) return by(r, i + 1);
  /* "..., and he mentioned that" */
  return i && mh_statement__comma(r, i - 1) && (y->pro & MH_PRO_WA) &&
         (y->feats & MH_F_TENSE) == MH_F_PERFECT && mh_statement__joined(r, i + 1) == 0;
}

#define LED 14 /* tokens from such a verb to what it leads on to */

/* Does bi- lead on behind the verb at i, with nothing but its object between? */
static bool by_ahead(const reader *r, uint32_t i, uint32_t end)
{
  for (uint32_t k = i + 1; k < end && k <= i + LED; k++) {
    if (by(r, k)) return true;
    if (r->cls[k] == MH_W_AN || r->cls[k] == MH_W_CONJ || relative(r, k)) return false;
    if (tok(r, k)->kind == MH_TOKEN_MARK && !mh_statement__quote_mark(r, k)) return false;
    if (r->cls[k] == MH_W_NONE && r->m->actor_of[k] < 0 &&
        mh_statement__reading(r, k, 1u << MH_POS_VERB, false) &&
        !mh_statement__reading(r, k, THINGS, false))
      return false;
  }
  return false;
}

/* "..., and he urged N. | to", "..., and described it | as": behind a comma, or a quotation that
 * is closed, who calls for something or judges it has whom or what, and what of it, behind him. */
bool mh_statement__no_noun(const reader *r, const act *x, const mh_reading *y,
                           uint32_t end)
{
  static const uint32_t which = MH_F_PERSON | MH_F_NUMBER | MH_F_TENSE;
  const uint32_t i = x->word;
  act z = *x;
  if (i < 2 || x->n_frames == 0 || !(y->pro & MH_PRO_WA) || y->enc != MH_ENC_NONE ||
      (y->feats & which) != (MH_F_3 | MH_F_SG | MH_F_PERFECT))
    return false;
  if (!mh_statement__comma(r, i - 1) &&
      !(mh_statement__quote_mark(r, i - 1) && !r->quoted[i]))
    return false;
  const mh_frame *f = &x->frames[0];
  if (f->kind == MH_FRAME_JUDGE || f->act == MH_ACT_PLAN) return by_ahead(r, i, end);
  return f->act == MH_ACT_CALL && mh_statement__complement(r, &z, x->word_end, end) &&
         z.content <= i + LED && (z.takes == LED_PREP || z.takes == LED_THAT);
}
