/* classwords - what the words of a class or an id say of a node.
 *
 * The table (pagewords.h, made by tools/pagewordsc from data/page-words.tsv) is hashed; of
 * two entries that overlap the one with more words counts.
 */
#include "mainpart.h"

#include "src/page/pagewords.h"

enum { VALUE_MOST = 400, WORDS_MOST = 48 };

enum { NO_LETTER, DIGIT, CAPITAL, SMALL };
static inline unsigned kind_of(char byte)
{
  const unsigned char c = (unsigned char)byte;
  if ((unsigned char)((c | 0x20) - 'a') < 26) return c & 0x20 ? SMALL : CAPITAL;
  if (c >= 0x80) return SMALL;
  return c >= '0' && c <= '9' ? DIGIT : NO_LETTER;
}

typedef struct words {
  char text[VALUE_MOST + WORDS_MOST + 1]; /* small letters, one blank between words */
  uint16_t at[WORDS_MOST + 1];            /* where words begin; behind the last one */
  bool first[WORDS_MOST];                 /* an entry may begin with it             */
  uint32_t n;
} words;

static bool is_first(uint32_t hash)
{
  const uint32_t bit = mh_page__class_bit(hash);
  return class_first[bit / 8] >> bit % 8 & 1;
}

/* Cut at all that is no letter and where small letters meet a capital.  Letters behind a digit
 * are no word: ids are made of digits and letters by chance.  Gives whether an entry may begin
 * with any of the words. */
static bool cut(words *w, const char *value, uint32_t len)
{
  uint32_t to = 0, i = 0;
  bool any = false;
  w->n = 0;
  while (i < len && w->n < WORDS_MOST) {
    const unsigned kind = kind_of(value[i]);
    if (kind == DIGIT)
      while (i + 1 < len && kind_of(value[i + 1]) != NO_LETTER) i++;
    if (kind <= DIGIT) {
      i++;
      continue;
    }
    uint32_t hash = MH_PAGE__CLASS_SEED;
    bool small = false;
    if (to) w->text[to++] = ' ';
    w->at[w->n] = (uint16_t)to;
    for (; i < len; i++) {
      const unsigned k = kind_of(value[i]);
      if (k <= DIGIT || (small && k == CAPITAL)) break;
      small = k == SMALL;
      w->text[to] = k == CAPITAL ? (char)(value[i] + 32) : value[i];
      hash = mh_page__class_hash(hash, w->text[to++]);
    }
    any |= w->first[w->n++] = is_first(hash);
  }
  w->at[w->n] = (uint16_t)(to + 1);
  return any;
}

static int look(uint32_t hash, const char *text, uint32_t len)
{
  for (uint32_t i = hash % MH_PAGE__CLASS_SLOTS; class_words[i].text;
       i = (i + 1) % MH_PAGE__CLASS_SLOTS)
    if (class_words[i].len == len && memcmp(class_words[i].text, text, len) == 0)
      return class_words[i].effect;
  return -1;
}

/* The longest entry that begins with word i; *n its words, 1 when there is none. */
static int longest(const words *w, uint32_t i, uint32_t *n)
{
  uint32_t hash = MH_PAGE__CLASS_SEED, at = w->at[i];
  int found = -1;
  *n = 1;
  for (uint32_t k = 1; k <= MH_PAGE__CLASS_WORDS && i + k <= w->n; k++) {
    const uint32_t end = w->at[i + k] - 1u;
    if (end - w->at[i] > MH_PAGE__CLASS_MOST) break;
    for (; at < end; at++) hash = mh_page__class_hash(hash, w->text[at]);
    const int effect = look(hash, w->text + w->at[i], end - w->at[i]);
    if (effect >= 0) {
      found = effect;
      *n = k;
    }
  }
  return found;
}

unsigned mh_page__class_marks(const char *value, uint32_t len)
{
  words w;
  unsigned marks = 0;
  if (len > VALUE_MOST) len = VALUE_MOST;
  if (!cut(&w, value, len)) return 0;
  for (uint32_t i = 0, n = 1; i < w.n; i += n, n = 1) {
    if (!w.first[i]) continue;
    const int effect = longest(&w, i, &n);
    if (effect > 0) marks |= 1u << effect;
  }
  return marks;
}
