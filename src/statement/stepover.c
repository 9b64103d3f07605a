/* stepover - the phrases that stand between a word and what is looked for behind it, and how one
 * steps over them: brackets, dates, relative clauses, settings ("in a statement after the
 * talks in Geneva"), names in quotation marks, the rest of an office; and by what one sees
 * that such a phrase is closed.
 *
 * Each function is asked about one token and gives the token behind the phrase, or whether it
 * is one.  What the phrase means, and what is taken for content, is complement.c's and
 * doer.c's; who the actors are is subject.c's.
 */
#include "content.h"

#define NOUNS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)

#define ADVERBS    60 /* tokens of them between a verb and its subject */
#define APPOSITION 12 /* tokens of an office or name between two commas */
#define PUT_IN     16 /* tokens between two dashes */

uint32_t mh_statement__past_brackets(const reader *r, uint32_t i, uint32_t end)
{
  uint32_t k = i;
  while (k < end && !mh_statement__mark(r, k, ')')) k++;
  return k + 1;
}

uint32_t mh_statement__past_relative(const reader *r, uint32_t i, uint32_t end)
{
  for (uint32_t k = i + 1; k < end && k - i < 40; k++)
    if (mh_statement__comma(r, k) && r->quoted[k] <= r->quoted[i]) return k + 1;
  return end;
}

bool mh_statement__what(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return (t->n == 2 || t->n == 3) && mh_key_letter(t->key, t->n - 1) == MH_L_ALEF &&
         mh_key_letter(t->key, t->n - 2) == MH_L_MIM &&
         (t->n == 2 || mh_key_letter(t->key, 0) == MH_L_LAM);
}

bool mh_statement__what_by(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  const int z = t->n == 4 && mh_key_letter(t->key, 0) == MH_L_WAW;
  return t->n == 3 + z && mh_key_letter(t->key, z) == MH_L_BA &&
         mh_key_letter(t->key, z + 1) == MH_L_MIM &&
         mh_key_letter(t->key, z + 2) == MH_L_ALEF;
}

bool mh_statement__joined_pronoun(const reader *r, uint32_t i)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (MH_F_POS_OF(y->feats) == MH_POS_PARTICLE && y->enc != MH_ENC_NONE &&
        y->enc != MH_ENC_YA)
      return true;
  }
  return false;
}

bool mh_statement__pronoun(const reader *r, uint32_t i)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const uint8_t e = mh_words_reading(r->w, i, k)->enc;
    if (e != MH_ENC_NONE && e != MH_ENC_ACC && e != MH_ENC_YA) return true;
  }
  return false;
}

uint32_t mh_statement__skip_adverbs(const reader *r, uint32_t i, uint32_t end)
{
  const uint32_t stop = end - i < ADVERBS ? end : i + ADVERBS;
  while (i < stop) {
    const int32_t d = r->m->when_at[i];
    if (d >= 0) {
      i = r->m->whens.at[d].end;
    } else if (mh_statement__mark(r, i, '(')) {
      const uint32_t open = i;
      while (i < end && i - open < BRACKETS && !mh_statement__mark(r, i, ')')) i++;
      i++;
    } else if (r->cls[i] == MH_W_OTHER || r->cls[i] == MH_W_AND ||
               r->cls[i] == MH_W_AGAIN) {
      i += width(r, i);
    } else if (r->cls[i] == MH_W_PREP &&
               mh_statement__joined_pronoun(r, i + width(r, i) - 1)) {
      i += width(r, i); /* "in it", "during it", "by way of it" */
    } else {
      break;
    }
  }
  return i < end ? i : end;
}

/* The token after a prepositional phrase of which every word is known, else 0. */
uint32_t mh_statement__known_phrase(const reader *r, uint32_t i)
{
  const int32_t a = r->m->actor_at[i], d = r->m->when_at[i];
  const mh_match *m = mh_words_match(r->w, i, MH_PH_PLACE);
  if (m == NULL) m = mh_words_match(r->w, i, MH_PH_MEETING);
  const uint32_t end = m ? m->end : 0;
  if (a >= 0) {
    subject s;
    if (r->m->actors[a].pro & (MH_PRO_BI | MH_PRO_LI)) return 0;
    const uint32_t e = mh_statement__group(r, i, &s) ? s.end : r->m->actors[a].end;
    return e > end ? e : end;
  }
  return d >= 0 ? r->m->whens.at[d].end : end;
}

/* "in his visit": more often when than what. */
bool mh_statement__own_visit(const reader *r, uint32_t i)
{
  return mh_words_match(r->w, i, MH_PH_MEETING) && mh_statement__pronoun(r, i);
}

bool mh_statement__article(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  const int z = mh_key_letter(t->key, 0), y = mh_key_letter(t->key, 1);
  if (t->kind != MH_TOKEN_WORD) return false;
  /* iltizam begins like it */
  if (z == MH_L_ALEF && y == MH_L_LAM)
    return mh_key_letter(t->key, 2) != MH_L_TA || r->w->glance[i].pos == 0 ||
           mh_statement__has_al(r, i);
  return y == MH_L_ALEF && mh_key_letter(t->key, 2) == MH_L_LAM;
}

bool mh_statement__that_one(const reader *r, const act *x, uint32_t i, uint32_t stop)
{
  if (mh_statement__and(r, i)) return false;
  return i + 1 == stop || tok(r, i + 1)->kind == MH_TOKEN_MARK ||
         mh_statement__so_called(r, x, i, stop) ||
         (!mh_statement__tells(x) &&
          (mh_statement__article(r, i + 1) || r->cls[i + 1] == MH_W_PREP));
}

/* Could this token begin a noun phrase that is an object? */
bool mh_statement__noun_like(const reader *r, uint32_t i)
{
  if (tok(r, i)->kind != MH_TOKEN_WORD || tok(r, i)->n < 2) return false;
  if (r->cls[i] == MH_W_DET) return true;
  /* a name that is also a verb */
  if (r->m->actor_at[i] >= 0 && !r->m->actors[r->m->actor_at[i]].pro) return true;
  if (r->cls[i] != MH_W_NONE || mh_statement__joined(r, i)) return false;
  /* "his session" is written like "she sat with him" */
  const mh_match *event = mh_words_match(r->w, i, MH_PH_MEETING);
  if (event && !event->pro && mh_statement__pronoun(r, i)) return true;
  if (mh_statement__and(r, i) || mh_statement__circumstance(r, i)) return false;
  const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, false);
  return v == NULL || mh_statement__reading(r, i, NOUNS, false) ||
         (v->feats & MH_F_PERSON) == 0;
}

/* A noun of the lexicon or an office, without article and without what joins it to others. */
static bool bare_noun(const reader *r, uint32_t i)
{
  const mh_match *of = mh_words_match(r->w, i, MH_PH_OFFICE);
  const mh_reading *y = mh_statement__reading(r, i, NOUNS, false);
  if (mh_statement__article(r, i) || !mh_statement__noun_like(r, i)) return false;
  return (of && !of->pro) || (y && !y->pro);
}

/* A verbal noun with the article, no adjective: "the bombing". */
static bool deed(const reader *r, uint32_t i)
{
  const unsigned pos = r->w->glance[i].pos;
  return mh_statement__article(r, i) && mh_statement__noun_like(r, i) &&
         (pos >> MH_POS_MASDAR & 1) &&
         !(pos & (1u << MH_POS_ADJ | 1u << MH_POS_ACTIVE | 1u << MH_POS_PASSIVE));
}

/* An adjective from a noun, without the article: in -i or -iyya. */
bool mh_statement__relational(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  const uint32_t n = t->flags & MH_TF_MARBUTA ? 2 : 1;
  return t->n > 4 && r->cls[i] == MH_W_NONE &&
         mh_key_letter(t->key, t->n - (int)n) == MH_L_YA;
}

/* "the ministry of development | the economic": it qualifies the noun before it. */
bool mh_statement__adjective(const reader *r, uint32_t i, uint32_t from)
{
  const mh_token *t = tok(r, i);
  if (i == 0 || t->n < 6 || t->n > MH_KEY_LETTERS || !mh_statement__article(r, i) ||
      !mh_statement__article(r, i - 1))
    return false;
  if (r->m->actor_at[i] >= 0 || (i == from && r->m->actor_of[i - 1] < 0)) return false;
  return mh_key_letter(t->key, t->n - 1) == MH_L_HA &&
         mh_key_letter(t->key, t->n - 2) == MH_L_YA &&
         !(r->w->glance[i].pos & (NOUNS | 1u << MH_POS_VERB));
}

/* Does the name of a place or an actor end right before token i? */
static bool behind_name(const reader *r, uint32_t i, uint32_t from)
{
  const int32_t a = r->m->actor_of[i - 1];
  if (a >= 0)
    return r->m->actors[a].end == i && r->m->actors[a].form != MH_ACTOR_OFFICIAL;
  for (uint32_t k = i; k-- > from && i - k <= 4;) {
    const mh_match *m = mh_words_match(r->w, k, MH_PH_PLACE);
    if (m) return m->end == i;
  }
  return false;
}

/* After "with the press | accusations": a noun without the article does not belong to one
 * that has it, nor to one with a pronoun; a verbal noun qualifies nothing. */
bool mh_statement__closes_phrase(const reader *r, uint32_t i, uint32_t from)
{
  const uint32_t p = i - 1;
  if (i <= from + 1) return false;
  /* "on the site «N.» | X" */
  if (mh_statement__quote_mark(r, p)) return !r->quoted[i];
  if (tok(r, p)->kind != MH_TOKEN_WORD || relative(r, p)) return false;
  /* "with a channel of television | the agreement" */
  if (!mh_statement__article(r, p) && p > from && !mh_statement__article(r, p - 1) &&
      mh_statement__relational(r, p) && r->cls[p - 1] == MH_W_NONE &&
      (mh_statement__article(r, i) || bare_noun(r, i)))
    return true;
  const bool own = r->cls[p] == MH_W_NONE && mh_statement__pronoun(r, p);
  /* "in his speech | the situation": a noun with the article is no adjective of it */
  const unsigned pos = r->w->glance[i].pos;
  if (own && mh_statement__article(r, i) && (pos & NOUNS) && !(pos & ~NOUNS)) return true;
  /* "in his office | the minister" */
  const int32_t a = r->m->actor_at[i];
  if (own && a >= 0 && !r->m->actors[a].pro) return true;
  if (bare_noun(r, i) && behind_name(r, i, from))
    return true; /* "in Geneva | the spread" */
  const bool al = mh_statement__article(r, p) ||
                  (mh_statement__has_al(r, p) && r->m->actor_of[i] < 0);
  return (own || al) && (bare_noun(r, i) || deed(r, i) || r->cls[i] == MH_W_DET);
}

/* Does a date end right before token i?  Nobody describes a day. */
bool mh_statement__behind_date(const reader *r, uint32_t i, uint32_t from)
{
  for (uint32_t k = i; k-- > from && i - k <= 8;)
    if (r->m->when_at[k] >= 0) return r->m->whens.at[r->m->when_at[k]].end == i;
  return false;
}

/* What leads on behind the noun at i ("their full support | for"), of all that a frame takes. */
static unsigned led_on(const reader *r, uint32_t i)
{
  uint32_t n = i + 1;
  if (n + 1 < r->doc->n_tokens && mh_statement__article(r, n)) n++;
  if (n >= r->doc->n_tokens) return 0;
  const unsigned joined = mh_statement__joined(r, n);
  if (joined & MH_PRO_LI) return MH_TAKES_LI | MH_TAKES_OBJECT;
  if (joined & MH_PRO_BI) return MH_TAKES_BI;
  return mh_statement__prep(r, n) & (MH_TAKES_ALA | MH_TAKES_ILA | MH_TAKES_AN_PREP);
}

/* What may be a verb with a pronoun is an act noun where that leads on which the noun takes;
 * the verb has its object in the pronoun. */
static bool act_noun(const reader *r, uint32_t i)
{
  if (!(r->w->glance[i].acts & NOUNS)) return false;
  const unsigned leads = led_on(r, i);
  for (uint32_t k = 0; leads && k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    const mh_word *w = y->word ? mh_lex_word(r->lex, y->word) : NULL;
    if (w == NULL || !(NOUNS >> MH_F_POS_OF(y->feats) & 1)) continue;
    /* not by what it does with certain objects: the pronoun is its object then */
    const uint32_t plain = w->n_frames - (uint32_t)w->n_with - w->n_not;
    for (uint32_t n = 0; n < plain; n++) {
      const mh_frame *f = mh_lex_frames(r->lex, w) + n;
      if (f->kind == MH_FRAME_ACT && f->takes & leads) return true;
    }
  }
  return false;
}

/* Does the verb at i, with a pronoun that takes up an indefinite noun before it, tell of that
 * noun ("in a conference he held", "a speech he gave")? */
bool mh_statement__tells_of_noun(const reader *r, uint32_t i, uint32_t from)
{
  const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, false);
  if (i == from || v == NULL || v->enc == MH_ENC_NONE || mh_statement__and(r, i))
    return false;
  const mh_token *t = tok(r, i - 1);
  return t->kind == MH_TOKEN_WORD && r->cls[i - 1] == MH_W_NONE &&
         (!mh_statement__article(r, i - 1) || mh_statement__hosts(r, v, i, from)) &&
         (!mh_statement__reading(r, i - 1, 1u << MH_POS_VERB, true) ||
          mh_statement__relational(r, i - 1)) &&
         !act_noun(r, i) && !mh_statement__behind_date(r, i, from);
}

/* An indefinite noun of what is said or written at i, behind a preposition. */
static bool speech(const reader *r, uint32_t i)
{
  if (i == 0 || r->cls[i - 1] != MH_W_PREP || mh_statement__article(r, i)) return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (y->word && y->enc == MH_ENC_NONE &&
        mh_lex_word(r->lex, y->word)->cls == MH_W_SPEECH)
      return true;
  }
  return false;
}

/* "in a session | held on", "a statement | put out by": a verb without a pronoun that tells of
 * the indefinite noun of a meeting or of what is said right before it; where when, or what
 * follows leads, shows that it is no noun. */
bool mh_statement__passive_of_noun(const reader *r, uint32_t i, uint32_t from,
                                   uint32_t end)
{
  const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, false);
  if (v == NULL || i < from + 2 || i + 1 >= end || mh_statement__and(r, i)) return false;
  const bool led = r->cls[i + 1] == MH_W_PREP || r->m->when_at[i + 1] >= 0 ||
                   mh_statement__joined(r, i + 1) == MH_PRO_BI;
  const bool to = mh_statement__joined(r, i + 1) & MH_PRO_LI; /* "held | to discuss" */
  if (!(led || to) || !(v->feats & MH_F_PERSON) || v->enc != MH_ENC_NONE) return false;
  for (uint32_t k = i; k-- > from && i - k <= 3;) {
    if (mh_statement__article(r, k) || tok(r, k)->kind != MH_TOKEN_WORD) return false;
    const mh_match *m = mh_words_match(r->w, k, MH_PH_MEETING);
    if (m && m->end <= i && m->enc == MH_ENC_NONE) return true;
    if (!to && speech(r, k)) return true;
  }
  return false;
}

#define COPY 10 /* tokens from the verb to "of it" */

/* Does a role of what is put out ("a press statement") that a preposition leads end right before
 * token i? */
static bool behind_paper(const reader *r, uint32_t i)
{
  const int32_t a = r->m->actor_of[i - 1];
  if (a < 0 || r->m->actors[a].form != MH_ACTOR_ROLE || r->m->actors[a].end != i)
    return false;
  const uint32_t f = r->m->actors[a].first;
  return f > 0 && r->cls[f - 1] == MH_W_PREP && speech(r, f);
}

/* Does "in a (press) statement (of his)", a day and a comma after it let past, end right before
 * token i? */
bool mh_statement__behind_statement(const reader *r, uint32_t i)
{
  if (i < 2) return false;
  if (i > 3 && mh_statement__comma(r, i - 1)) {
    i--;
    for (uint32_t k = i, n = 0; k-- > 2 && n < 4; n++)
      if (r->m->when_at[k] >= 0 && r->m->whens.at[r->m->when_at[k]].end == i) {
        i = k;
        break;
      }
  }
  if (i > 3 && (r->cls[i - 1] == MH_W_OTHER || mh_statement__joined_pronoun(r, i - 1)))
    i--;
  if (speech(r, i - 1) || behind_paper(r, i)) return true;
  if (i < 3 || mh_statement__article(r, i - 1)) return false;
  const bool adjective = mh_statement__relational(r, i - 1) ||
                         (r->w->glance[i - 1].pos >> MH_POS_ADJ & 1);
  return adjective && speech(r, i - 2);
}

uint32_t mh_statement__past_copy(const reader *r, uint32_t i, uint32_t end)
{
  const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, false);
  if (v == NULL || !(v->feats & MH_F_PERSON) || i < 2 || mh_statement__and(r, i) ||
      !mh_statement__behind_statement(r, i))
    return 0;
  for (uint32_t k = i + 1; k < end && k <= i + COPY; k++) {
    if (mh_statement__comma(r, k) || r->cls[k] == MH_W_AN) return 0;
    if (r->cls[k] == MH_W_PREP && mh_statement__joined_pronoun(r, k))
      return k + 1 < end ? k + 1 : 0;
  }
  return 0;
}

/* An adjective from a noun in -i, however short: of what is said ("a press statement") no name
 * stands there. */
static bool of_speech(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return mh_statement__relational(r, i) ||
         (t->n == 4 && r->cls[i] == MH_W_NONE && mh_key_letter(t->key, 3) == MH_L_YA &&
          !(r->w->glance[i].pos & (NOUNS | 1u << MH_POS_VERB) & ~(1u << MH_POS_NOUN)));
}

/* "in a (short) statement (of its) | the attack": the tokens back from the definite noun at i
 * to the statement; 0 when there is none. */
uint32_t mh_statement__behind_speech(const reader *r, uint32_t i, uint32_t from)
{
  if (!mh_statement__article(r, i) || !mh_statement__noun_like(r, i) ||
      r->m->actor_of[i] >= 0)
    return 0;
  for (uint32_t n = 1; n <= 3 && i >= from + n + 1; n++) {
    const uint32_t p = i - n;
    if (speech(r, p)) return n;
    if (tok(r, p)->kind != MH_TOKEN_WORD || mh_statement__article(r, p)) return 0;
    if (r->cls[p] != MH_W_OTHER && !of_speech(r, p) &&
        !mh_statement__tells_of_noun(r, p, from) &&
        !(r->w->glance[p].pos >> MH_POS_ADJ & 1) && mh_words_readings(r->w, p))
      return 0;
  }
  return 0;
}

/* A noun with the pronoun of a third person, which is no verb. */
static bool of_his(const reader *r, uint32_t i)
{
  if (r->w->glance[i].pos >> MH_POS_VERB & 1) return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if ((NOUNS >> MH_F_POS_OF(y->feats) & 1) && y->enc >= MH_ENC_HU &&
        y->enc <= MH_ENC_HUNNA)
      return true;
  }
  return false;
}

bool mh_statement__own_behind_speech(const reader *r, uint32_t i, uint32_t from,
                                     uint32_t end)
{
  if (i <= from || i + 1 >= end || !speech(r, i - 1) || mh_statement__article(r, i) ||
      mh_statement__joined(r, i) || mh_statement__relational(r, i) ||
      !mh_statement__act_noun(r, i))
    return false;
  return of_his(r, i + 1) ||
         (mh_statement__pronoun(r, i) && !mh_statement__tells_of_noun(r, i, from));
}

/* A name in quotation marks, not what is said: a few words without a verb, after which the
 * sentence goes on.  The token after its closing mark, else 0. */
uint32_t mh_statement__quoted_name(const reader *r, uint32_t i, uint32_t stop)
{
  uint32_t k = i + 1;
  bool verb = false;
  for (; k < stop && !mh_statement__quote_mark(r, k); k++) {
    /* the letters of a station's name are no "that" */
    const bool letters = k > i + 1 && tok(r, k)->n == 2 &&
                         (tok(r, k - 1)->n == 2 || mh_statement__mark(r, k - 1, '.'));
    /* the letters of a station's name have points between them */
    if (mh_statement__mark(r, k, '.') && k <= i + 9 && tok(r, k - 1)->n <= 3) continue;
    if ((k > i + 4 && tok(r, k)->n > 3) || k > i + 9) return 0;
    if (mh_statement__comma(r, k) && k > i + 1 && k + 1 < stop &&
        mh_statement__quote_mark(r, k + 1))
      continue; /* "the movement «N.,» that" */
    if (tok(r, k)->kind == MH_TOKEN_MARK) return 0;
    if (r->cls[k] == MH_W_AN && !letters) return 0;
    verb = verb || (mh_statement__reading(r, k, 1u << MH_POS_VERB, false) &&
                    !mh_statement__reading(r, k, NOUNS, false));
  }
  if (k == i + 1 || k + 1 >= stop) return 0;
  /* "the station «N.» «...»", "the station «N.»: «...»" */
  if (mh_statement__quote_mark(r, k + 1) || mh_statement__mark(r, k + 1, ':'))
    return k + 1;
  if (verb) return 0;
  uint32_t z = tok(r, k + 1)->kind == MH_TOKEN_MARK ? k + 2 : k + 1;
  if (z > k + 1 && z < stop && r->m->when_at[z] >= 0) { /* "«N.», on Monday, that" */
    z = r->m->whens.at[r->m->when_at[z]].end;
    if (z < stop && mh_statement__comma(r, z)) z++;
  }
  if (z >= stop || tok(r, z)->kind != MH_TOKEN_WORD) return 0;
  return z > k + 1 && r->cls[z] != MH_W_AN ? 0 : k + 1;
}

/* "the head | of the council N. N. (said)": of an office without the article the noun behind
 * it says whose it is, with its adjectives and the name. */
uint32_t mh_statement__past_office(const reader *r, const act *x, uint32_t from,
                                   uint32_t end)
{
  if (x->who.first < 0 || x->who.end != from || from == 0 || from + 2 >= end) return from;
  const mh_match *of = NULL;
  for (uint32_t k = from; k-- > 0 && from - k <= 3 && of == NULL;) {
    of = mh_words_match(r->w, k, MH_PH_OFFICE);
    if (of && (of->end != from || of->enc != MH_ENC_NONE)) of = NULL;
  }
  if (of == NULL || mh_statement__article(r, from - 1) || !mh_statement__article(r, from))
    return from;
  if (!mh_statement__noun_like(r, from) || r->m->actor_at[from] >= 0) return from;
  uint32_t k = from + 1;
  while (k < end && mh_statement__adjective(r, k, from)) k++;
  const uint32_t name = k;
  while (k < end && k < name + 4 && tok(r, k)->kind == MH_TOKEN_WORD &&
         r->cls[k] == MH_W_NONE && mh_words_readings(r->w, k) == 0)
    k++;
  return k > name ? k : from;
}

bool mh_statement__in_name_of(const reader *r, uint32_t i)
{
  static const uint8_t name[] = {MH_L_BA, MH_L_ALEF, MH_L_SIN, MH_L_MIM};
  for (int k = 0; k < 4; k++)
    if (tok(r, i)->n != 4 || mh_key_letter(tok(r, i)->key, k) != name[k]) return false;
  return true;
}

/* Does an office or a name begin at i, or what nobody knows as a word? */
static bool somebody(const reader *r, uint32_t i)
{
  const unsigned kinds = 1u << MH_PH_OFFICE | 1u << MH_PH_PERSON;
  if (tok(r, i)->kind != MH_TOKEN_WORD || r->cls[i] != MH_W_NONE ||
      mh_statement__joined(r, i) || mh_statement__and(r, i))
    return false;
  return (r->w->glance[i].kinds & kinds) || mh_words_readings(r->w, i) == 0;
}

uint32_t mh_statement__past_apposition(const reader *r, const act *x, uint32_t from,
                                       uint32_t end)
{
  const uint8_t does = x->frames[0].act;
  const bool tells = mh_statement__tells(x) || does == MH_ACT_PRAISE;
  if (x->form != ACT_VERB || x->who.first < 0 || !mh_statement__comma(r, from) ||
      from + 2 >= end || !somebody(r, from + 1))
    return from;
  /* "called N. N., | the head of the league, ...": an office that is his */
  const int32_t a = r->m->actor_at[from + 1];
  const mh_actor *his = a >= 0 ? &r->m->actors[a] : NULL;
  if (his &&
      (does == MH_ACT_MEET || does == MH_ACT_PRAISE || his->form != MH_ACTOR_OFFICIAL ||
       (his->pro & ~MH_PRO_AL) || his->codes.n != 1 || x->who.codes.n != 1 ||
       !mh_codes_has(&x->who.codes, his->codes.at[0])))
    his = NULL;
  uint32_t z = his && his->end < end ? his->end : 0;
  /* "charged N. N., | the minister of N. with": whom he turns to */
  if (mh_statement__addressed(x) && !mh_statement__comma(r, z)) his = NULL, z = 0;
  const bool noun = z && !mh_statement__joined(r, z) && mh_statement__act_noun(r, z);
  const bool ends = z && (mh_statement__comma(r, z) || mh_statement__what(r, z) ||
                          r->cls[z] == MH_W_AN || noun);
  for (uint32_t k = from + 2; k + 1 < end && k < from + APPOSITION; k++) {
    if (!tells && his == NULL) break;
    if (mh_statement__comma(r, k)) return k;
    if (tok(r, k)->kind != MH_TOKEN_WORD || r->cls[k] != MH_W_NONE) break;
    if (ends && k == z) break;
  }
  return ends ? z : from;
}

/* li-, alone before a mark of quotation or joined to a word. */
static bool led_by_to(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return t->kind == MH_TOKEN_WORD && mh_key_letter(t->key, 0) == MH_L_LAM;
}

/* The token after the quotation marks that open at i and hold a few words; 0 when none do. */
static uint32_t past_quoted(const reader *r, uint32_t i, uint32_t end)
{
  if (i + 2 >= end || !mh_statement__quote_mark(r, i)) return 0;
  for (uint32_t k = i + 1; k < end && k <= i + 5; k++) {
    if (mh_statement__quote_mark(r, k)) return k > i + 1 ? k + 1 : 0;
    if (tok(r, k)->kind != MH_TOKEN_WORD || r->cls[k] == MH_W_AN) return 0;
  }
  return 0;
}

uint32_t mh_statement__past_addressee(const reader *r, uint32_t i, uint32_t end)
{
  if (i + 2 >= end) return i;
  /* "told | «N.»", unless that is who tells */
  uint32_t past = r->m->actor_at[i + 1] < 0 ? past_quoted(r, i, end) : 0;
  if (past == 0 && led_by_to(r, i) && tok(r, i)->n == 1)
    past = past_quoted(r, i + 1, end);
  const int32_t a = r->m->actor_at[i];
  if (past == 0 && a >= 0 && led_by_to(r, i) && (r->m->actors[a].pro & MH_PRO_LI) &&
      r->m->actors[a].form == MH_ACTOR_ROLE && r->m->actors[a].role == MH_ROLE_NOBODY)
    past = r->m->actors[a].end; /* "to the journalists" */
  if (past && past < end && mh_statement__comma(r, past)) past++;
  return past && past < end ? past : i;
}

/* A dash, short or long. */
static bool dash(const reader *r, uint32_t i)
{
  return mh_statement__mark(r, i, '-') || mh_statement__mark(r, i, 0x2013) ||
         mh_statement__mark(r, i, 0x2014);
}

uint32_t mh_statement__past_dashes(const reader *r, uint32_t i, uint32_t stop)
{
  if (i >= stop || !dash(r, i)) return i;
  for (uint32_t k = i + 1; k < stop && k <= i + PUT_IN; k++)
    if (dash(r, k)) return k + 1 < stop ? k + 1 : i;
  return i;
}

bool mh_statement__itself(const reader *r, uint32_t i, uint32_t stop)
{
  return i < stop && mh_statement__pronoun(r, i) && !mh_statement__and(r, i) &&
         (i + 1 == stop || tok(r, i + 1)->kind == MH_TOKEN_MARK);
}
