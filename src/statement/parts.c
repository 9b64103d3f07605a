/* parts - questions about where a content may be parted: what a part may begin with, whether it
 * can stand alone, and which act it performs then.  Where it is parted is split.c's.
 */
#include "split.h"

#define NOUNS  (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)
#define VOICED 12 /* tokens from "what" to what it was */
#define BACK   5  /* tokens within which a part may go back to the one before */

/* A definite relative adjective by its letters: al-...-i, al-...-iyya; 0 none, else how many
 * letters it ends with. */
static int nisba(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  const int skip = mh_statement__and(r, i) ? 1 : 0;
  if (t->kind != MH_TOKEN_WORD || t->n < skip + 5 || t->n > MH_KEY_LETTERS) return 0;
  if (mh_key_letter(t->key, skip) != MH_L_ALEF ||
      mh_key_letter(t->key, skip + 1) != MH_L_LAM)
    return 0;
  if (mh_key_letter(t->key, t->n - 1) == MH_L_YA) return 1;
  return mh_key_letter(t->key, t->n - 1) == MH_L_HA &&
                 mh_key_letter(t->key, t->n - 2) == MH_L_YA
             ? 2
             : 0;
}

/* How a part is headed: 0 not at all, 1 a noun, 2 a verbal noun. */
int mh_statement__headed(const reader *r, uint32_t i)
{
  if (tok(r, i)->kind != MH_TOKEN_WORD) return 0;
  const mh_reading *deed = mh_statement__reading(r, i, 1u << MH_POS_MASDAR, false);
  /* "rejects the threats | and the remarks": a thing beside another that "of the" leads */
  if (deed && (deed->feats & MH_F_NUMBER) == MH_F_PL && (deed->pro & MH_PRO_AL) && i &&
      mh_statement__joined(r, i - 1) && mh_statement__has_al(r, i - 1))
    return 1;
  if (deed) return 2;
  if (r->cls[i] != MH_W_NONE) return 0;
  if (mh_statement__reading(r, i, 1u << MH_POS_VERB, false)) return 0;
  /* "effective | and able to": an adjective of what went before */
  const unsigned pos = r->w->glance[i].pos;
  if ((pos & (1u << MH_POS_ADJ | 1u << MH_POS_ACTIVE)) && !(pos >> MH_POS_NOUN & 1) &&
      !mh_statement__article(r, i))
    return 0;
  /* "the political | and economic relations" */
  const int own = i ? nisba(r, i) : 0;
  return own && mh_statement__and(r, i) && nisba(r, i - 1) == own ? 0 : 1;
}

/* "for what they voiced of (min) condemnation | and rejection": two nouns of one "what". */
static bool told_of_what(const reader *r, uint32_t i)
{
  if (i < 3 || r->cls[i - 1] != MH_W_NONE || r->cls[i - 2] != MH_W_PREP ||
      mh_statement__prep(r, i - 2) != MH_TAKES_MIN)
    return false;
  for (uint32_t k = i - 2; k-- > 0 && i - k <= VOICED;) {
    if (tok(r, k)->kind == MH_TOKEN_MARK || mh_statement__and(r, k)) return false;
    if (r->cls[k] == MH_W_REL) return r->cls_end[k] == 1 && tok(r, k)->n <= 4;
  }
  return false;
}

/* May a new part begin at i?  After wa- joined to its head, or after "as well as". */
uint32_t mh_statement__part_at(const reader *r, uint32_t i, uint32_t end)
{
  /* "..., to the side of X": beside what was said */
  const bool beside = r->cls[i] == MH_W_PREP && r->cls_end[i] > 1 &&
                      mh_statement__prep(r, i) == MH_TAKES_ILA &&
                      mh_statement__comma(r, i - 1);
  if (beside ||
      (r->cls[i] == MH_W_AND && r->cls_end[i] > 1)) { /* fadlan `an, bi-l-idafa ila ... */
    uint32_t k = i + width(r, i);
    while (k < end && mh_statement__quote_mark(r, k)) k++;
    return k < end ? k : NO_TOKEN;
  }
  /* "and likewise X" */
  if (r->cls[i] == MH_W_AND && tok(r, i)->n > 3 && i + 1 < end &&
      mh_key_letter(tok(r, i)->key, 0) == MH_L_WAW)
    return i + 1;
  if (!mh_statement__and(r, i)) return NO_TOKEN;
  if (r->m->actor_of[i] >= 0 || r->m->when_at[i] >= 0) return NO_TOKEN;
  return told_of_what(r, i) ? NO_TOKEN : i;
}

/* "killing civilians | and destroying their houses": what goes back to a noun of the part before
 * is on its file. */
bool mh_statement__goes_back(const reader *r, uint32_t p, uint32_t end)
{
  for (uint32_t k = p; k < end && k < p + 2; k++) {
    const mh_token *t = tok(r, k);
    if ((r->w->glance[k].pos & NOUNS) == 0 && r->m->actor_of[k] < 0 && t->n > 4 &&
        t->n <= MH_KEY_LETTERS && mh_key_letter(t->key, t->n - 2) == MH_L_HA &&
        (mh_key_letter(t->key, t->n - 1) == MH_L_MIM ||
         mh_key_letter(t->key, t->n - 1) == MH_L_ALEF))
      return true;
    const mh_reading *y = mh_statement__reading(r, k, NOUNS, false);
    if (y && r->cls[k] == MH_W_NONE && (y->enc == MH_ENC_HA || y->enc == MH_ENC_HUM) &&
        !(y->pro & MH_PRO_AL) && mh_lex_word(r->lex, y->word)->n_frames == 0)
      return true;
  }
  return false;
}

/* "the crisis | and its effects on", "| and ways to deal with it" */
bool mh_statement__points_back(const reader *r, uint32_t p, uint32_t end)
{
  const mh_reading *y = mh_statement__reading(r, p, NOUNS, false);
  if ((y && y->enc == MH_ENC_HU) || mh_statement__goes_back(r, p, end)) return true;
  for (uint32_t k = p + 1; k < end && k < p + BACK; k++) {
    if (tok(r, k)->kind == MH_TOKEN_MARK || mh_statement__and(r, k)) return false;
    if (r->cls[k] == MH_W_DEM && k + 1 < end && mh_statement__article(r, k + 1))
      return true; /* "and troops in that region" */
    if (r->cls[k] == MH_W_PREP && mh_statement__joined_pronoun(r, k)) return true;
  }
  return false;
}

/* Is what x tells one's own in the first person: "our worry", said by whomever? */
static bool first_person(const reader *r, const act *x)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, x->content); k++)
    if (mh_words_reading(r->w, x->content, k)->enc == MH_ENC_NA) return true;
  return (x->feats & MH_F_PERSON) == MH_F_1;
}

/* "his worry about X | and his support for Y": the frame of an act noun of his own that takes
 * what stands behind it; NULL where it is none. */
static const mh_frame *own_noun(const reader *r, const act *x, uint32_t p, uint32_t end)
{
  if (p + 1 >= end || !(r->w->glance[p].acts & NOUNS)) return NULL;
  const unsigned joined = mh_statement__joined(r, p + 1);
  /* "his rejection | (of) the threats", "of | any threat" */
  const bool object = p > 0 && !joined && r->m->actor_at[p + 1] < 0 &&
                      mh_statement__and(r, p) &&
                      (r->cls[p + 1] == MH_W_DET ||
                       (r->cls[p + 1] == MH_W_NONE && mh_statement__has_al(r, p + 1)));
  const unsigned bit = joined & MH_PRO_BI   ? MH_TAKES_BI
                       : joined & MH_PRO_LI ? MH_TAKES_LI | MH_TAKES_OBJECT
                       : object             ? MH_TAKES_OBJECT
                                            : mh_statement__prep(r, p + 1);
  for (uint32_t k = 0; k < mh_words_readings(r->w, p); k++) {
    const mh_reading *y = mh_words_reading(r->w, p, k);
    const mh_word *w = y->word ? mh_lex_word(r->lex, y->word) : NULL;
    if (w == NULL || !(NOUNS >> MH_F_POS_OF(y->feats) & 1)) continue;
    if (y->enc != MH_ENC_HU && y->enc != MH_ENC_HA && y->enc != MH_ENC_HUMA &&
        y->enc != MH_ENC_HUM && !(y->enc == MH_ENC_NA && first_person(r, x)))
      continue;
    /* one man's may be that of another who was told of, but not behind a comma */
    const bool one = y->enc == MH_ENC_HU || y->enc == MH_ENC_HA;
    if (object &&
        ((y->feats & MH_F_NUMBER) == MH_F_PL || (one && !mh_statement__comma(r, p - 1))))
      continue;
    const mh_frame *f = mh_lex_frames(r->lex, w);
    const uint32_t plain = w->n_frames - (object ? (uint32_t)w->n_with + w->n_not : 0);
    for (uint32_t n = 0; n < plain; n++)
      if (f[n].kind == MH_FRAME_ACT && (f[n].takes & bit)) return &f[n];
  }
  return NULL;
}

/* "the importance of X, | and the solidarity of his country with": the frame of a bare act noun
 * right before who speaks; NULL where it is none. */
static const mh_frame *noun_of_speaker(const reader *r, const act *x, uint32_t p,
                                       uint32_t end)
{
  const bool stresses = (x->inner ? x->outer : x->act) == MH_ACT_AFFIRM;
  const int32_t at = p + 2 < end ? r->m->actor_at[p + 1] : -1;
  if (!(stresses || x->kind == MH_FRAME_LIGHT) || at < 0 ||
      r->m->actors[at].pro & ~MH_PRO_AL)
    return NULL;
  const mh_actor *a = &r->m->actors[at];
  const bool self = a->form == MH_ACTOR_ROLE && a->role == MH_ROLE_SELF;
  const bool own = a->form == MH_ACTOR_NAME && a->codes.n == 1 && x->who.codes.n == 1 &&
                   mh_code_same(a->codes.at[0], x->who.codes.at[0]);
  const mh_reading *y = mh_statement__reading(r, p, 1u << MH_POS_MASDAR, true);
  if (!(self || own) || y == NULL || y->enc != MH_ENC_NONE || (y->pro & MH_PRO_AL))
    return NULL;
  const mh_frame *f = mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word));
  return f->kind == MH_FRAME_ACT ? f : NULL;
}

/* A bare noun that weighs what follows it. */
static bool weighs(const reader *r, uint32_t p)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, p); k++) {
    const mh_reading *y = mh_words_reading(r->w, p, k);
    if (y->word && MH_F_POS_OF(y->feats) == MH_POS_NOUN && y->enc == MH_ENC_NONE &&
        !(y->pro & MH_PRO_AL) && mh_lex_word(r->lex, y->word)->cls == MH_W_EVALUATION)
      return true;
  }
  return false;
}

/* "affirmed his support for X, | and the importance of Y": who affirms or voices what he himself
 * holds affirms beside it what he weighs; not "his faith in the need for X | and importance of Y".
 */
static bool affirms_too(const reader *r, const act *x, uint32_t p)
{
  const bool own = x->act == MH_ACT_SUPPORT || x->act == MH_ACT_OPPOSE ||
                   x->act == MH_ACT_COMMIT || x->act == MH_ACT_PLAN ||
                   x->act == MH_ACT_PRAISE;
  if (!x->inner || !own || !(x->outer == MH_ACT_AFFIRM || x->kind == MH_FRAME_LIGHT) ||
      !(r->w->glance[p].pos >> MH_POS_NOUN & 1) || mh_statement__joined(r, p) ||
      !weighs(r, p))
    return false;
  for (uint32_t i = x->content; i < p; i++)
    if (r->w->glance[i].pos >> MH_POS_NOUN & 1 && mh_statement__evaluative(r, i))
      return false;
  return true;
}

/* Such a noun performs another act than the part before it. */
bool mh_statement__own_act(const reader *r, const act *x, uint32_t p, uint32_t end)
{
  if (affirms_too(r, x, p)) return true;
  const mh_frame *f = x->inner ? own_noun(r, x, p, end) : NULL;
  if (f == NULL) f = noun_of_speaker(r, x, p, end);
  return f && f->act != x->act && f->act != MH_ACT_STATE && f->act != MH_ACT_MEET;
}

/* A thing with the article, no adjective. */
bool mh_statement__definite_thing(const reader *r, uint32_t i)
{
  const unsigned pos = r->w->glance[i].pos;
  return mh_statement__article(r, i) && (pos & NOUNS) &&
         !(pos & (1u << MH_POS_ADJ | 1u << MH_POS_ACTIVE | 1u << MH_POS_PASSIVE));
}

/* A head like "importance of", "need for": what follows stays one. */
bool mh_statement__evaluative(const reader *r, uint32_t i)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *x = mh_words_reading(r->w, i, k);
    if (x->word && MH_F_POS_OF(x->feats) == MH_POS_NOUN &&
        mh_weighs(mh_lex_word(r->lex, x->word)->cls))
      return true;
  }
  return false;
}

bool mh_statement__share(const topics *a, const topics *b)
{
  for (uint8_t i = 0; i < a->n; i++)
    for (uint8_t k = 0; k < b->n; k++)
      if (strcmp(a->id[i], b->id[k]) == 0) return true;
  return false;
}

/* "a number of questions, of them X and Y": a list follows. */
bool mh_statement__among(const reader *r, uint32_t i, uint32_t end)
{
  if (mh_statement__prep(r, i) != MH_TAKES_MIN || !mh_statement__pronoun(r, i))
    return false;
  if (i + 1 >= end || !mh_statement__article(r, i + 1)) return false;
  return mh_statement__comma(r, i - 1) ||
         !mh_statement__reading(r, i - 1, 1u << MH_POS_VERB, false);
}

/* "a review of X, and a discussion of Y": the act noun once more, in other words. */
bool mh_statement__discussed_too(const reader *r, const act *x, uint32_t p)
{
  const mh_reading *y = mh_statement__reading(r, p, 1u << MH_POS_MASDAR, true);
  return x->act == MH_ACT_DISCUSS && x->takes == LED_OBJECT && y && p + 1 < x->end &&
         !(y->pro & MH_PRO_AL) && y->enc == MH_ENC_NONE &&
         mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word))->act == MH_ACT_DISCUSS &&
         mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word))->kind == MH_FRAME_ACT;
}

/* "in a way that serves them and advances X | and Y", "peace | and security of both nations": a
 * noun that goes on with what bi-ma leads, or that shares its adjective with the one before. */
bool mh_statement__shares(const reader *r, uint32_t from, uint32_t i, uint32_t p,
                          uint32_t end)
{
  if (!mh_statement__article(r, p) || !mh_statement__article(r, p - 1)) return false;
  if (p != i) return false;
  if (p + 1 < end && mh_statement__article(r, p + 1) &&
      mh_statement__letter_back(tok(r, p + 1), 0) == MH_L_NUN &&
      mh_statement__letter_back(tok(r, p + 1), 1) == MH_L_YA)
    return true;
  for (uint32_t k = p; k-- > from;) {
    if (mh_statement__comma(r, k)) return false;
    if (mh_statement__what_by(r, k)) return true;
  }
  return false;
}

/* "the reports that try to cast doubt | and level charges": what may be a verb in the imperfect
 * goes on with the relative clause of one, where no comma parts them. */
bool mh_statement__goes_on_relative(const reader *r, uint32_t from, uint32_t p)
{
  const uint32_t like = MH_F_PERSON | MH_F_TENSE | MH_F_GENDER | MH_F_NUMBER;
  const mh_reading *y = mh_statement__reading(r, p, 1u << MH_POS_VERB, false);
  if (y == NULL || (y->feats & MH_F_TENSE) != MH_F_IMPERFECT) return false;
  for (uint32_t k = p; k-- > from;) {
    if (mh_statement__comma(r, k)) return false;
    if (r->cls[k] != MH_W_REL || tok(r, k)->n <= 3) continue;
    const mh_reading *v = mh_statement__reading(r, k + 1, 1u << MH_POS_VERB, false);
    return v && (v->feats & like) == (y->feats & like);
  }
  return false;
}

/* A later part may open with a word for an act of its own ("and its readiness to"), or
 * weigh what follows ("and the need for"). */
uint8_t mh_statement__act_of_part(const reader *r, const act *x, uint32_t i)
{
  const mh_frame *noun = x->inner ? own_noun(r, x, i, x->end) : NULL;
  if (noun == NULL) noun = noun_of_speaker(r, x, i, x->end);
  if (noun) return noun->act;
  if (mh_statement__evaluative(r, i)) return MH_ACT_AFFIRM;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    const mh_word *w = y->word ? mh_lex_word(r->lex, y->word) : NULL;
    if (w == NULL || w->n_frames == 0 || !(NOUNS >> MH_F_POS_OF(y->feats) & 1)) continue;
    const mh_frame *f = mh_lex_frames(r->lex, w);
    const bool own = y->enc != MH_ENC_NONE && y->enc != MH_ENC_ACC;
    if (f->kind != MH_FRAME_ACT || !x->inner) continue;
    /* "and the challenges": a thing that was discussed */
    if (x->act == MH_ACT_DISCUSS && !own && y->pro & MH_PRO_AL) continue;
    if (own || f->act == MH_ACT_PLAN || f->act == MH_ACT_OPPOSE) return f->act;
  }
  return x->act;
}

/* Token i carries wa- or fa-; wa-anna too, which is also a word of its own. */
bool mh_statement__joined_here(const reader *r, uint32_t i)
{
  return mh_statement__and(r, i) ||
         (r->cls[i] == MH_W_AN && mh_key_letter(tok(r, i)->key, 0) == MH_L_WAW);
}

/* "the efforts that aim at (ila) X | and Y", "the questions that have to do with (bi-) X | and
 * Y": an adjective's preposition goes on to what wa- joins to X. */
static bool related(const reader *r, uint32_t from, uint32_t i)
{
  const unsigned qualifies = 1u << MH_POS_ADJ | 1u << MH_POS_ACTIVE |
                             1u << MH_POS_PASSIVE;
  for (uint32_t k = i; k-- > from + 1;) {
    if (mh_statement__comma(r, k) || r->cls[k] == MH_W_REL || r->cls[k] == MH_W_AN)
      return false;
    const unsigned led = mh_statement__prep(r, k);
    if (led != MH_TAKES_ILA && mh_statement__joined(r, k) != MH_PRO_BI) continue;
    if (mh_statement__article(r, k - 1) && (r->w->glance[k - 1].pos & qualifies) &&
        !(r->w->glance[k - 1].pos & NOUNS))
      return true;
  }
  return false;
}

/* "the unity | and sovereignty of N.", both bare and joined: one without the other is nothing. */
static bool pair_of(const reader *r, uint32_t i)
{
  const mh_reading *y = mh_statement__reading(r, i - 1, NOUNS, false);
  return y && mh_statement__and(r, i - 1) && y->enc == MH_ENC_NONE &&
         !mh_statement__article(r, i - 1) && !mh_statement__article(r, i);
}

bool mh_statement__leads_on(const reader *r, uint32_t i)
{
  const uint16_t any = MH_TAKES_BI | MH_TAKES_LI | MH_TAKES_ILA | MH_TAKES_ALA |
                       MH_TAKES_AN_PREP | MH_TAKES_MIN | MH_TAKES_MAA | MH_TAKES_DIDD;
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_MASDAR, true);
  if (y && mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word))->act == MH_ACT_PLAN)
    return true;
  for (uint32_t k = i + 1; k < r->doc->n_tokens && k < i + 3; k++) {
    if (tok(r, k)->kind != MH_TOKEN_WORD || mh_statement__and(r, k)) return false;
    if (mh_statement__joined(r, k) || (mh_statement__prep(r, k) & any)) return true;
  }
  return false;
}

/* "to restore security | and stability in N.", "the flow of food, fuel | and supplies": a verbal
 * noun with the article, which leads to nothing by a preposition of its own, is one more of the
 * things right before it, not of the bare deed that the part began with. */
static bool one_more(const reader *r, uint32_t from, uint32_t i)
{
  if (!mh_statement__article(r, i) || !mh_statement__has_al(r, i - 1) || i < from + 2 ||
      !mh_statement__reading(r, i, 1u << MH_POS_MASDAR, false) ||
      mh_statement__joined(r, i) || i + 1 >= r->doc->n_tokens ||
      mh_statement__leads_on(r, i))
    return false;
  if (mh_statement__and(r, i - 1) && mh_statement__article(r, i - 1)) return true;
  /* "..., the growth that the movement of trade | and transport sees" */
  const bool of = i >= from + 3 && mh_statement__reading(r, i - 2, NOUNS, false) &&
                  !mh_statement__article(r, i - 2) && r->cls[i - 2] == MH_W_NONE;
  /* "and economic integration" may stand alone */
  return (of || !mh_statement__article(r, from)) && !mh_statement__has_al(r, i + 1);
}

/* "the evident | and planned crimes": an adjective with the article behind another. */
static bool one_more_adjective(const reader *r, uint32_t i)
{
  const unsigned adj = 1u << MH_POS_ADJ | 1u << MH_POS_ACTIVE | 1u << MH_POS_PASSIVE;
  const unsigned pos = r->w->glance[i].pos;
  const bool unknown = pos == 0 &&
                       tok(r, i)->flags & tok(r, i - 1)->flags & MH_TF_MARBUTA;
  return mh_statement__article(r, i) && mh_statement__has_al(r, i - 1) &&
         (unknown || ((pos & adj) && !(pos & NOUNS))) && (r->w->glance[i - 1].pos & adj);
}

uint32_t mh_statement__part_end(const reader *r, uint32_t p, uint32_t end)
{
  uint32_t to = p + 1;
  while (to < end &&
         (mh_statement__part_at(r, to, end) == NO_TOKEN || one_more(r, p, to)))
    to++;
  return to;
}

/* A bare noun of what is done at i, which wants to be told of what. */
static bool bare_deed(const reader *r, uint32_t i)
{
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_MASDAR, false);
  return y && y->enc == MH_ENC_NONE && !(y->pro & MH_PRO_AL) && r->cls[i] == MH_W_NONE &&
         r->m->actor_of[i] < 0 && !mh_statement__article(r, i) &&
         !(tok(r, i)->flags & MH_TF_TANWIN);
}

bool mh_statement__of_the_same(const reader *r, uint32_t i)
{
  const uint32_t n = i + 1;
  if (i == 0 || n >= r->doc->n_tokens || !bare_deed(r, i - 1) || !bare_deed(r, i))
    return false;
  const int32_t a = r->m->actor_at[n];
  return (a >= 0 && r->m->actors[a].pro == 0) || r->cls[n] == MH_W_DET ||
         (r->cls[n] == MH_W_NONE && mh_statement__article(r, n));
}

/* Is token i a number, in digits or words? */
static bool number(const reader *r, uint32_t i)
{
  return i < r->doc->n_tokens && (tok(r, i)->kind == MH_TOKEN_NUMBER ||
                                  mh_words_match(r->w, i, MH_PH_NUMBER) != NULL);
}

/* "a million | and three hundred thousand", "five | and twenty": the rest of a number is no
 * part. */
static bool counts_on(const reader *r, uint32_t i)
{
  return i > 0 && number(r, i) && (number(r, i - 1) || number(r, i + 1));
}

/* "amid the rise of X | and Y", "..., in the light of X | and Y": what goes on meanwhile goes on
 * to the next comma. */
static bool meanwhile(const reader *r, uint32_t from, uint32_t i)
{
  for (uint32_t k = i; k-- > from + 1 && !mh_statement__comma(r, k);) {
    if (r->cls[k] != MH_W_PREP) continue;
    const mh_match *g = mh_words_match(r->w, k, MH_PH_GRAMMAR);
    if (g && g->value == MH_W_WHILE) return true;
    if (g && g->value == MH_W_AMID && mh_statement__comma(r, k - 1)) return true;
  }
  return false;
}

/* A noun that is neither definite nor anybody's, and no single deed: "markets". */
static bool loose_thing(const reader *r, uint32_t i)
{
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_NOUN, false);
  const mh_reading *deed = mh_statement__reading(r, i, 1u << MH_POS_MASDAR, false);
  if (y == NULL && deed && (deed->feats & MH_F_NUMBER) == MH_F_PL) y = deed;
  return y && y->enc == MH_ENC_NONE && r->cls[i] == MH_W_NONE && r->m->actor_of[i] < 0 &&
         r->m->when_at[i] < 0 && !(r->w->glance[i].pos >> MH_POS_ADJ & 1) &&
         !mh_statement__article(r, i) && !mh_statement__has_al(r, i) &&
         !mh_statement__evaluative(r, i);
}

/* "turns to markets | and alliances that are new", "sanctions on firms | and men who trade with":
 * what describes two such nouns is said of both. */
static bool described_both(const reader *r, uint32_t i, uint32_t end)
{
  const uint32_t n = i + 1;
  if (!loose_thing(r, i - 1) || !loose_thing(r, i) || n >= end ||
      tok(r, n)->kind != MH_TOKEN_WORD || mh_statement__article(r, n) ||
      r->m->actor_of[n] >= 0)
    return false;
  const unsigned pos = r->w->glance[n].pos;
  return (pos & (1u << MH_POS_VERB | 1u << MH_POS_ADJ | 1u << MH_POS_ACTIVE |
                 1u << MH_POS_PASSIVE)) ||
         mh_statement__relational(r, n);
}

bool mh_statement__part_begins(const reader *r, const act *x, uint32_t from, uint32_t i,
                               uint32_t p)
{
  if (r->quoted[i] && !r->quoted[x->content] && !mh_statement__quote_mark(r, i - 1))
    return false;
  if (r->cls[p] == MH_W_PREP || mh_statement__shares(r, from, i, p, x->end)) return false;
  if (mh_statement__joined(r, p) && !mh_statement__joined(r, x->content)) return false;
  if (p == i &&
      (counts_on(r, i) || mh_statement__other_side(r, from, i) || pair_of(r, i) ||
       described_both(r, i, x->end) || mh_statement__of_the_same(r, i) ||
       related(r, from, i) || meanwhile(r, from, i) || one_more_adjective(r, i) ||
       (!mh_statement__discusses(x) && one_more(r, from, i))))
    return false;
  return !mh_statement__goes_on_relative(r, from, p);
}
