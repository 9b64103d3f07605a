/* word_points - what the words of a content say of its files, beside the terms that show one:
 * "ballot" and "seats" speak for elections, and neither is a term of them.
 *
 * Each word has points for the files that it is found with more than others, and a rarity, by
 * which it counts.  Both are fitted to readings made by hand: tools/weigh_files.py writes
 * data/word-points.tsv.  How common a file is counts for nothing: that changes with the years,
 * and a rare field that a term shows is not to be doubted.  A long content is no surer than a
 * short one: the sum is divided by the length of the vector of rarities (cosine normalisation;
 * Manning et al. 2008, section 6.3), to which a constant is added: a word alone ("the agreement") says little.
 */
#include "word_points.h"

#include <math.h>

#include "about.h"
#include "word_points_data.h"

#define SHORTEST   3  /* letters of a word that says anything                         */
#define WORD_ALONE 80 /* what is added to the vector; as ALONE in tools/weigh_files.py */

/* How many letters of a word that is in the lexicon are proclitics, by its first reading. */
static int proclitics(unsigned pro)
{
  const int article = !(pro & MH_PRO_AL) ? 0 : pro & MH_PRO_LI ? 1 : 2; /* lil- */
  return article + !!(pro & (MH_PRO_WA | MH_PRO_FA)) +
         !!(pro & (MH_PRO_SA | MH_PRO_BI | MH_PRO_KA | MH_PRO_LI));
}

/* The same of one that is in none: the article, and what stands before it; a conjunction where
 * much is left.  (Light stemming, Larkey et al. 2007.) */
static int in_front(mh_key k, int n)
{
  const int a = mh_key_letter(k, 0), b = mh_key_letter(k, 1), c = mh_key_letter(k, 2);
  const bool one = a == MH_L_WAW || a == MH_L_FA || a == MH_L_BA || a == MH_L_KAF;
  if (n > 5 && one && b == MH_L_ALEF && c == MH_L_LAM) return 3;
  if (n > 4 && (a == MH_L_ALEF || a == MH_L_LAM) && b == MH_L_LAM) return 2;
  return n > 5 && a == MH_L_WAW;
}

/* What light stemming takes off behind a word: the endings of number, gender and relation, and
 * the pronouns that hang on them; longest first. */
static const uint8_t endings[][4] = {
    {MH_L_ALEF, MH_L_TA, MH_L_HA, MH_L_ALEF},
    {MH_L_ALEF, MH_L_TA, MH_L_HA, MH_L_MIM},
    {MH_L_ALEF, MH_L_TA, MH_L_HA},
    {MH_L_ALEF, MH_L_TA},
    {MH_L_ALEF, MH_L_NUN},
    {MH_L_YA, MH_L_NUN},
    {MH_L_WAW, MH_L_NUN},
    {MH_L_YA, MH_L_HA},
    {MH_L_HA, MH_L_ALEF},
    {MH_L_HA, MH_L_MIM},
    {MH_L_TA, MH_L_HA},
    {MH_L_HA},
    {MH_L_YA},
};

/* The letters of a word of n letters without its ending, of which there are SHORTEST or more. */
static int stem(mh_key k, int n)
{
  static const uint32_t last = 1u << MH_L_ALEF | 1u << MH_L_MIM | 1u << MH_L_HA |
                               1u << MH_L_TA | 1u << MH_L_NUN | 1u << MH_L_YA;
  if (!(last >> mh_key_letter(k, n - 1) & 1)) return n; /* no ending ends so */
  for (size_t e = 0; e < sizeof endings / sizeof *endings; e++) {
    int len = 0;
    while (len < 4 && endings[e][len]) len++;
    if (n - len < SHORTEST) continue;
    int same = 0;
    while (same < len && mh_key_letter(k, n - len + same) == endings[e][same]) same++;
    if (same == len) return n - len;
  }
  return n;
}

/* What states there are to speak of changes with the years: their names are weighed as grounds,
 * each like any other. */
static bool names_state(const mh_words *w, uint32_t i)
{
  const unsigned kinds = w->glance[i].kinds;
  if (kinds & (1u << MH_PH_ADJ | 1u << MH_PH_CAPITAL)) return true;
  const mh_match *m = mh_words_match(w, i, MH_PH_ACTOR);
  return m && mh_lex_actor(w->lex, m->value)->kind == MH_ACTOR_STATE;
}

uint64_t mh_statement_word(const mh_doc *doc, const mh_words *w, uint32_t i)
{
  const mh_token *t = &doc->tokens[i];
  if (t->kind != MH_TOKEN_WORD || t->n < SHORTEST || names_state(w, i)) return 0;
  const int off = mh_words_readings(w, i) ? proclitics(mh_words_reading(w, i, 0)->pro)
                                          : in_front(t->key, t->n);
  if (t->n < off + 2) return 0;
  mh_key k = mh_key_drop(t->key, off);
  k = mh_key_keep(k, stem(k, t->n - off));
  return k.hi ? 0 : k.lo;
}

static const word_row *find(uint64_t word)
{
  for (uint32_t i = mh_statement__word_slot(word);; i = (i + 1) & (WORD_SLOTS - 1)) {
    if (word_rows[i].word == word) return &word_rows[i];
    if (word_rows[i].word == 0) return NULL;
  }
}

void mh_statement__word_points(const reader *r, uint32_t first, uint32_t end,
                               word_points *out)
{
  int64_t sum[WORD_FILES] = {0};
  uint64_t length = WORD_ALONE * WORD_ALONE; /* squared */
  for (uint32_t i = first; i < end; i++) {
    const uint64_t word = mh_statement_word(r->doc, r->w, i);
    const word_row *row = word ? find(word) : NULL;
    if (row == NULL) continue;
    length += (uint64_t)row->rarity * row->rarity;
    for (uint32_t k = 0; k < row->n; k++) {
      const word_pair x = word_pairs[row->first + k];
      sum[x.file] += (int64_t)x.points * row->rarity;
    }
  }
  const int64_t by = (int64_t)sqrt((double)length);
  for (uint32_t i = 0; i < WORD_FILES; i++) out->of[i] = (int)(sum[i] / by);
}

int mh_statement__topic_words(const word_points *p, uint32_t topic)
{
  return p->of[topic];
}

int mh_statement__state_words(const word_points *p, const char *code)
{
  for (uint32_t i = MH_TOPIC_COUNT; i < WORD_FILES; i++)
    if (mh_code_same(word_states[i - MH_TOPIC_COUNT], code)) return p->of[i];
  return 0;
}
