/* What the files of the page room share, and tools/debrisc with them. */
#ifndef MH_PAGE_INSIDE_H
#define MH_PAGE_INSIDE_H

#include "page.h"

/* ---- debris (data/debris.tsv) ----------------------------------------------- */

/* What a line of debris is.  The names are those of the table. */
#define MH_PAGE__KINDS(X)                                                        \
  X(SOURCE, "source")       /* names where the article is from; drop          */ \
  X(TITLE, "title")         /* label before the headline                      */ \
  X(PUBLISHED, "published") /* label before the day of publication            */ \
  X(UPDATED, "updated")     /* label before the day of the last change        */ \
  X(BYLINE, "byline")       /* label before the author                        */ \
  X(AGENCY, "agency")       /* an agency or an outlet as it signs             */ \
  X(OUTLET, "outlet")       /* words that the name of an outlet has           */ \
  X(CAPTION, "caption")     /* of a picture                                   */ \
  X(NAV, "nav")             /* buttons, share, print, comment, menus          */ \
  X(TAGS, "tags")           /* key words                                      */ \
  X(STATS, "stats")         /* views, minutes of reading                      */ \
  X(LEGAL, "legal")         /* rights, cookies, newsletter                    */ \
  X(RELATED, "related")     /* another story's headline, here or below        */ \
  X(END, "end")             /* the article ends before this line              */ \
  X(FIRST, "first")         /* where it stood first, in a sentence even       */ \
  X(TAIL, "tail")           /* ends the article within its last line          */ \
  X(NOBODY, "nobody")       /* the name of an account, of no author           */ \
  X(SAYS, "says")           /* a verb of speech: no signature has it          */ \
  X(DATE_WORD, "date-word") /* a word that a line of date may consist of      */

typedef enum mh_page__kind {
  MH_PAGE__NONE,
#define X(name, text) MH_PAGE__##name,
  MH_PAGE__KINDS(X)
#undef X
      MH_PAGE__N_KINDS
} mh_page__kind;

/* Where in the page a pattern counts.  NAMED: no line is known by it alone, for sentences begin
 * so; only what is known to be a name already, or by its end, too. */
enum {
  MH_PAGE__HEAD = 1,
  MH_PAGE__BODY = 2,
  MH_PAGE__FOOT = 4,
  MH_PAGE__ANY = 7,
  MH_PAGE__NAMED = 8
};

/* Which part of a folded line a pattern is. */
typedef enum mh_page__form {
  MH_PAGE__WHOLE,  /* all of it                                  */
  MH_PAGE__PREFIX, /* its beginning, up to the end of a word     */
  MH_PAGE__STUCK,  /* its beginning, wherever it ends            */
  MH_PAGE__SUFFIX, /* its end                                    */
  MH_PAGE__INSIDE  /* whole words anywhere                       */
} mh_page__form;

typedef struct mh_page__pattern {
  const char *text; /* folded */
  uint8_t len, words, kind, where, form;
  /* of an agency: the state whose own it is; of a date-word: "01" .. "12" a month, "am", "pm"
   * halves of the day, "gmt" the zone; "" none */
  char home[4];
} mh_page__pattern;

/* Folded lines are no longer than this; what is longer is no debris. */
enum { MH_PAGE__FOLD_MAX = 320 };

/* The bucket of patterns whose first word is this (FNV-1a, folded to nine bits). */
enum { MH_PAGE__BUCKETS = 512 };
static inline unsigned mh_page__bucket(const char *word, uint32_t len)
{
  uint32_t h = 2166136261u;
  for (uint32_t i = 0; i < len; i++) h = (h ^ (unsigned char)word[i]) * 16777619u;
  return (h ^ h >> 9 ^ h >> 18) & (MH_PAGE__BUCKETS - 1);
}
/* How long the word at `at` of a folded line is. */
static inline uint32_t mh_page__word(const char *folded, uint32_t len, uint32_t at)
{
  uint32_t end = at;
  while (end < len && folded[end] != ' ' && folded[end] != ':') end++;
  return end - at;
}

/* Both of the word at `at`, at one go. */
static inline uint32_t mh_page__word_of(const char *folded, uint32_t len, uint32_t at,
                                        unsigned *bucket)
{
  uint32_t h = 2166136261u, end = at;
  for (; end < len && folded[end] != ' ' && folded[end] != ':'; end++)
    h = (h ^ (unsigned char)folded[end]) * 16777619u;
  *bucket = (h ^ h >> 9 ^ h >> 18) & (MH_PAGE__BUCKETS - 1);
  return end - at;
}

/* The first pattern that `folded` (len bytes) meets at one of the places `where`;
 * NULL when none does.  Patterns of kind OUTLET, TAIL, SAYS and DATE_WORD
 * are not looked at. */
const mh_page__pattern *mh_page__match(const char *folded, uint32_t len, unsigned where);
/* The same for one kind only, whole line or prefix. */
const mh_page__pattern *mh_page__match_kind(const char *folded, uint32_t len,
                                            mh_page__kind kind);
/* The same for several kinds at one go: out[n], NULL for those that it does not meet. */
void mh_page__match_kinds(const mh_page__pattern **out, const char *folded, uint32_t len,
                          const mh_page__kind *kinds, uint32_t n);
/* May a pattern of this kind begin with this folded word? */
bool mh_page__begins_kind(const char *word, uint32_t len, mh_page__kind kind);
/* May the first word of the folded line, which ends within it, begin a button? */
bool mh_page__begins_button(const char *folded, uint32_t len);
/* How many buttons and counters, one behind the other, the folded line begins with;
 * *end is where they end, len when the line is nothing else. */
uint32_t mh_page__buttons(const char *folded, uint32_t len, unsigned where,
                          uint32_t *end);

/* ---- folding ------------------------------------------------------------------ */

/* A code point as lines are compared: 0 nothing, ' ' a separator, ':' itself, '0' a
 * digit of any script, else the letter. */
uint32_t mh_page__fold_point(uint32_t c);
/* A line as patterns are compared with it: letters folded, marks gone, a run of digits
 * one 0, punctuation a single space except a colon within.  Gives the length, or
 * UINT32_MAX when out (cap bytes) is too small. */
uint32_t mh_page__fold(char *out, uint32_t cap, const char *text, uint32_t len);
/* The byte of text where its words after the first n begin, opening marks included;
 * len when there are none. */
uint32_t mh_page__skip_words(const char *text, uint32_t len, uint32_t n);

/* ---- bytes to clean text -------------------------------------------------------- */

/* Are these bytes UTF-8, not empty and not too large?  Fails as page.h says. */
mh_status mh_page__check(const char *bytes, size_t len, mh_error *err);
/* The same as far as size and emptiness go, in whatever character set. */
mh_status mh_page__check_size(const char *bytes, size_t len, mh_error *err);
/* Blanks and nothing else, behind a mark of UTF-8? */
bool mh_page__is_blank(const char *bytes, size_t len);
/* Spaces, line ends, invisible characters in order, then NFC.  *text is writable,
 * in `a`, NUL-terminated: lines without blanks at their ends, \n between them. */
mh_status mh_page__clean(char **text, uint32_t *len, mh_arena *a, const char *bytes,
                         size_t n);
/* NFC, in place where it fits. */
mh_status mh_page__nfc(char **text, uint32_t *len, mh_arena *a);

/* ---- the fields of a JSON article -------------------------------------------------- */

enum {
  MH_PAGE__ID,
  MH_PAGE__URL,
  MH_PAGE__OUTLET_FIELD,
  MH_PAGE__HEADLINE,
  MH_PAGE__BY,
  MH_PAGE__AUTHOR,
  MH_PAGE__PUBLISHED_FIELD,
  MH_PAGE__UPDATED_FIELD,
  MH_PAGE__LANGUAGE,
  MH_PAGE__TEXT,
  MH_PAGE__HTML, /* of the article alone; counts where there is no text */
  MH_PAGE__FIELDS
};
extern const char *const mh_page__field_names[MH_PAGE__FIELDS];

enum { MH_PAGE__ABSENT, MH_PAGE__NULL, MH_PAGE__STRING, MH_PAGE__OTHER };
typedef struct mh_page__field {
  int kind;
  const char
      *at; /* of a string, its escapes resolved: in the line, the arena or cJSON's */
  size_t len;
} mh_page__field;

/* The fields[MH_PAGE__FIELDS] of an object that holds strings and nulls only; MH_EFORMAT
 * when the line (well-formed UTF-8) is anything else. */
mh_status mh_page__flat(mh_page__field *fields, mh_arena *a, const char *bytes,
                        size_t len);

/* ---- lines ------------------------------------------------------------------- */

typedef struct mh_page__line {
  uint32_t at, len;
  uint32_t points; /* characters */
  uint16_t words;  /* 400 for any line that is long */
  uint8_t kind;    /* mh_page__kind; set by what reads the page */
  bool gap;        /* an empty line stands before it */
  bool final;      /* ends as a sentence does */
  bool asks;       /* with a question or exclamation mark, as headlines may */
  bool keep;
  bool heading; /* the page says so: its shape need not */
  uint8_t mark; /* what a Word document says that it is (wordtext.h); 0 nothing */
  const mh_page__pattern *by; /* the pattern that knew it; NULL none */
} mh_page__line;

typedef struct mh_page__lines {
  char *text;
  uint32_t len;
  mh_page__line *at;
  uint32_t n, cap;
} mh_page__lines;

mh_status mh_page__cut_lines(mh_page__lines *out, mh_arena *a, char *text, uint32_t len,
                             mh_error *err);
/* Join the lines of a page that was wrapped at a column, in place. */
void mh_page__unwrap(mh_page__lines *l);
/* A line as long or as closed as a paragraph is; one as short and open as a headline. */
bool mh_page__is_paragraph(const mh_page__line *line);
bool mh_page__is_short(const mh_page__line *line);

/* ---- dates ----------------------------------------------------------------------- */

/* The n-th (0-based) full Gregorian date in digits that stands in text. */
bool mh_page__find_date(mh_day *out, const char *text, uint32_t len, uint32_t n);
/* Is the line nothing but a date, in digits or words, with at most `others` other words? */
bool mh_page__is_date_line(const char *text, uint32_t len, uint32_t others);

/* ---- the article ----------------------------------------------------------------- */

/* Know the lines that are debris by their words. */
void mh_page__know(mh_page__lines *l);
/* What looked like debris of a head, but stands below line `body`, where the text begins. */
void mh_page__end_head(mh_page__lines *l, uint32_t body);
/* Take in what the line (with its pattern) says of the article. */
mh_status mh_page__learn(mh_article *out, mh_arena *a, const mh_page__lines *l,
                         const mh_page__line *line);
/* Whoever signs with this line, unless *to knows it already. */
mh_status mh_page__learn_signature(const char **to, mh_arena *a, const mh_page__lines *l,
                                   const mh_page__line *line);
/* Drop lists of other stories and all behind the end of the article. */
void mh_page__drop_others(mh_page__lines *l);
/* The same; then mark headings and put what is kept together as out->text.  MH_EEMPTY
 * when nothing is kept. */
mh_status mh_page__finish(mh_article *out, mh_arena *a, mh_page__lines *l, mh_error *err);
/* Read the lines of an article whose headline, if it is known, is out->title: know debris by
 * words, learn what it says, finish. */
mh_status mh_page__read_body(mh_article *out, mh_arena *a, mh_page__lines *l,
                             mh_error *err);
/* Drop the lines near the top that repeat the title (NULL: none). */
void mh_page__drop_title(mh_page__lines *l, const char *title);
/* Say of all that is known and not yet told where it was found: there. */
void mh_page__found(mh_article *out, const char *where);
/* Bytes at the beginning of a first paragraph that sign it («City - agency:»). */
uint32_t mh_page__dateline(const char *text, uint32_t len);
/* Is the line the name of an outlet alone («Daily so-and-so - City»)? */
bool mh_page__is_outlet(const char *text, uint32_t len);
/* Does a bullet, a dash or a small number with a point open the line? */
bool mh_page__is_item(const mh_page__lines *l, const mh_page__line *line);
/* The state whose own agency has signed a text, or whose name ends it; NULL none. */
const char *mh_page__home(const char *text, uint32_t len);
/* Is the line nothing but such a signature, an agency among its pieces? */
bool mh_page__is_signed(const mh_page__line *line, const char *text);
/* The end of a signature of `end` bytes without the marks that part it from a sentence. */
uint32_t mh_page__trim_marks(const char *text, uint32_t end);
/* Who wrote, edited and sent it, two letters each, and nothing else? */
bool mh_page__is_initials(const char *text, uint32_t len);
/* Is the line such a signature alone («Name - City»)? */
bool mh_page__is_signature(const char *text, uint32_t len);

#endif
