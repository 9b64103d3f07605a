/* text - from the body of an article to tokens and sentences.
 *
 * A token is a span of the text.  An Arabic word also carries its folded letters, packed
 * into a key: five bits a letter, first letter in the low bits, so that a prefix comes off
 * with a shift and a suffix with a mask.  A waw written apart ("and | he said") belongs to the
 * word behind it, and its token holds the blank between; the signs of a hashtag are blanks.
 * Folding (for lookup only): marks and tatweel
 * fall away; alef with hamza, madda or wasla is alef; alef maksura and Farsi ya are ya;
 * ta marbuta is ha; hamza on waw or ya is hamza; Persian letters go to their neighbours.
 */
#ifndef MH_TEXT_H
#define MH_TEXT_H

#include "../base/base.h"

/* Folded letters, 1..29; 0 is none. */
enum {
  MH_L_NONE,
  MH_L_ALEF,
  MH_L_BA,
  MH_L_TA,
  MH_L_THA,
  MH_L_JIM,
  MH_L_HAH,
  MH_L_KHA,
  MH_L_DAL,
  MH_L_THAL,
  MH_L_RA,
  MH_L_ZAY,
  MH_L_SIN,
  MH_L_SHIN,
  MH_L_SAD,
  MH_L_DAD,
  MH_L_TAH,
  MH_L_ZAH,
  MH_L_AIN,
  MH_L_GHAIN,
  MH_L_FA,
  MH_L_QAF,
  MH_L_KAF,
  MH_L_LAM,
  MH_L_MIM,
  MH_L_NUN,
  MH_L_HA,
  MH_L_WAW,
  MH_L_YA,
  MH_L_HAMZA
};

/* A folded word of at most 24 letters: letters 0..11 in lo, 12..23 in hi.  A longer
 * word has n = 0 and no key. */
typedef struct mh_key {
  uint64_t lo, hi;
} mh_key;

#define MH_KEY_LETTERS 24

/* Names hold numbers, plus signs and hyphens too ("the 5+1 group"): keys above the letters. */
#define MH_KEY_NUMBER(value) ((mh_key){(UINT64_C(1) << 60) | (value), 0})
#define MH_KEY_MARK(c)       ((mh_key){(UINT64_C(2) << 60) | (c), 0})

typedef enum mh_token_kind {
  MH_TOKEN_WORD,   /* Arabic letters                                        */
  MH_TOKEN_NUMBER, /* digits of any kind, inner . , : and / kept (see value) */
  MH_TOKEN_LATIN,  /* Latin or other letters                                 */
  MH_TOKEN_MARK    /* one punctuation mark or symbol                         */
} mh_token_kind;

/* Flags: what folding lost and what stood around. */
enum {
  MH_TF_SPACE = 1,       /* white space (or the text's start) before it      */
  MH_TF_MAKSURA = 2,     /* ends in alef maksura                             */
  MH_TF_MARBUTA = 4,     /* ends in ta marbuta                               */
  MH_TF_TANWIN = 8,      /* has a tanwin fath                                */
  MH_TF_HAMZA_UP = 16,   /* first alef has its hamza above, or madda         */
  MH_TF_HAMZA_DOWN = 32, /* first alef has its hamza below                   */
  MH_TF_LINE = 64,       /* first token of a line (paragraph)                */
  MH_TF_DECIMAL = 128,   /* a number with something after its first digits   */
  MH_TF_OPENS = 256,     /* a mark that opens a quotation                    */
  MH_TF_CLOSES = 512,    /* a mark that closes one; both: nothing closes it  */
  MH_TF_GOES_ON = 1024   /* first token of a line inside a quotation         */
};

typedef struct mh_token {
  mh_key key;         /* words: folded letters; numbers, + and -: see above; else 0 */
  uint32_t at;        /* byte in the text                                           */
  uint16_t len;       /* bytes; a longer token is cut into several                  */
  uint8_t kind;       /* mh_token_kind                                              */
  uint8_t n;          /* words: letters in key (0: too long)                        */
  uint32_t value;     /* numbers: the first run of digits (0..999999999); marks: the
                     code point; words: their number in the vocabulary, 0 none  */
  uint16_t flags;     /* MH_TF_*; of the word's FIRST alef only when it is among the
                     first four letters (proclitics may precede)                */
  uint16_t sentence_; /* reserved */
} mh_token;
/* A mark that opens or closes a quotation: straight, angled or curly; a single one is none. */
static inline bool mh_token_quotes(const mh_token *t)
{
  if (t->kind != MH_TOKEN_MARK) return false;
  const uint32_t v = t->value;
  return v == '"' || v == 0xAB || v == 0xBB || v == 0x201C || v == 0x201D;
}

/* A sentence: tokens [first, end).  Ends at . ? ! and line ends; a full stop inside
 * quotation marks ends none unless the paragraph ends with it. */
typedef struct mh_sentence {
  uint32_t first, end;
  uint32_t paragraph; /* line of the text, 0-based */
  bool heading;
} mh_sentence;

typedef struct mh_doc {
  const char *text; /* borrowed */
  uint32_t len;
  mh_token *tokens;
  uint32_t n_tokens;
  uint32_t *marks; /* [n_marks] tokens that are marks, in their order             */
  uint32_t *lines; /* [n_lines] the first token of each line that has any         */
  uint32_t n_marks, n_lines;
  mh_sentence *sentences;
  uint32_t n_sentences;
} mh_doc;

/* Cut text (well-formed UTF-8) into tokens and sentences; headings are spans of lines. */
mh_status mh_text_cut(mh_doc *out, mh_arena *a, const char *text, uint32_t len,
                      const mh_span *headings, uint32_t n_headings);

/* The words met so far, numbered from 1 in their order, for who cuts text after text: nine
 * words of ten stand in it and need not be taken apart again.  What is cut is the same with
 * it and without, but for the numbers. */
typedef struct mh_vocabulary mh_vocabulary;

enum { MH_VOCABULARY_MOST = 5 << 15 }; /* words that have numbers */

/* An empty one, up to 7 MB as it fills; NULL when there is no memory. */
mh_vocabulary *mh_text_vocabulary(mh_arena *a);
/* Many words have come since the last number was given: time for a new one. */
bool mh_vocabulary_full(const mh_vocabulary *v);
/* The same as mh_text_cut(); v NULL: none. */
mh_status mh_text_cut_with(mh_doc *out, mh_arena *a, const char *text, uint32_t len,
                           const mh_span *headings, uint32_t n_headings,
                           mh_vocabulary *v);

/* Fold one word of UTF-8 (no spaces); gives its letters, 0 when it has none, more than
 * MH_KEY_LETTERS or a byte that is no Arabic letter or mark. */
int mh_text_fold(mh_key *out, const char *bytes, size_t len);

/* Take n letters off the front / keep the first n. */
static inline mh_key mh_key_drop(mh_key k, int n)
{
  if (n >= 12) return (mh_key){k.hi >> (5 * (n - 12)), 0};
  if (n == 0) return k;
  const uint64_t low = (k.lo >> (5 * n)) | (k.hi << (60 - 5 * n));
  return (mh_key){low & ((UINT64_C(1) << 60) - 1), k.hi >> (5 * n)};
}
static inline mh_key mh_key_keep(mh_key k, int n)
{
  if (n >= 12)
    return (mh_key){k.lo, n >= 24 ? k.hi : k.hi & ((UINT64_C(1) << (5 * (n - 12))) - 1)};
  return (mh_key){k.lo & ((UINT64_C(1) << (5 * n)) - 1), 0};
}
/* Letter i, 0-based; MH_L_NONE past the end and before the beginning. */
static inline int mh_key_letter(mh_key k, int i)
{
  const unsigned at = (unsigned)i;
  if (at < 12) return (int)(k.lo >> (5 * at)) & 31;
  return at < MH_KEY_LETTERS ? (int)(k.hi >> (5 * (at - 12))) & 31 : 0;
}

#endif
