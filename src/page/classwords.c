/* classwords - what the words of a class or an id say of a node.
 *
 * The table (pagewords.h, made by tools/pagewordsc from data/page-words.tsv) is hashed; of
 * two entries that overlap the one with more words counts.
 */
#include "mainpart.h"

#include "src/page/pagewords.h"

enum { VALUE_MOST = 400, WORDS_MOST = 48 };

typedef struct words {
  char text[VALUE_MOST + WORDS_MOST + 1]; /* small letters, one blank between words */
  uint16_t at[WORDS_MOST + 1];            /* where words begin; behind the last one */
  uint32_t n;
} words;

static bool is_lower(char c)
{
  return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}
static bool is_upper(char c)
{
  return c >= 'A' && c <= 'Z';
}

/* Cut at all that is no letter and where small letters meet a capital.  Letters behind a digit
 * are no word: ids are made of digits and letters by chance. */
static void cut(words *w, const char *value, uint32_t len)
{
  uint32_t to = 0;
  bool within = false, small = false, digit = false;
  w->n = 0;
  for (uint32_t i = 0; i < len; i++) {
    const char c = value[i];
    if (!is_lower(c) && !is_upper(c)) {
      within = false;
      digit = c >= '0' && c <= '9';
      continue;
    }
    if (digit) continue;
    if (!within || (small && is_upper(c))) {
      if (w->n == WORDS_MOST) break;
      if (to) w->text[to++] = ' ';
      w->at[w->n++] = (uint16_t)to;
    }
    within = true;
    small = is_lower(c);
    w->text[to++] = is_upper(c) ? (char)(c + 32) : c;
  }
  w->at[w->n] = (uint16_t)(to + 1);
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
  cut(&w, value, len);
  for (uint32_t i = 0, n; i < w.n; i += n) {
    const int effect = longest(&w, i, &n);
    if (effect > 0) marks |= 1u << effect;
  }
  return marks;
}
