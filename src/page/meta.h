/* What the files share that find out what a page says of itself (meta*.c). */
#ifndef MH_PAGE_META_H
#define MH_PAGE_META_H

#include "inside.h"
#include "web.h"

/* ---- moments (meta_days.c) ------------------------------------------------------ */

/* A day, with its hour and zone where they are told. */
typedef struct mh_page__moment {
  mh_day day;
  int32_t minute; /* of the day, as told; -1 not told           */
  int32_t zone;   /* minutes east of Greenwich                  */
  bool zoned;     /* a zone is told                             */
  char iso[32];   /* ISO 8601, as far as it is told             */
} mh_page__moment;

/* The first full Gregorian day of text, in digits of any script or with the name of its month,
 * and the hour by it.  Only the first 400 bytes are looked at. */
bool mh_page__find_moment(mh_page__moment *out, const char *text, uint32_t len);
/* The same of an address: folders, names with dashes, eight digits. */
bool mh_page__address_day(mh_page__moment *out, const char *url);
/* Below 0: x is before y; hours count where both have a zone or both have none. */
int mh_page__moment_order(const mh_page__moment *x, const mh_page__moment *y);

/* ---- claims --------------------------------------------------------------------- */

typedef enum mh_page__fact {
  MH_PAGE__SAYS_TITLE,
  MH_PAGE__SAYS_BYLINE,
  MH_PAGE__SAYS_OUTLET,
  MH_PAGE__SAYS_PUBLISHED,
  MH_PAGE__SAYS_UPDATED,
  MH_PAGE__SAYS_LANGUAGE,
  MH_PAGE__SAYS_URL,
  MH_PAGE__FACTS
} mh_page__fact;

/* How far a place is trusted: the smaller the more.  Places between them are used too. */
enum {
  MH_PAGE__BY_JSONLD = 10,
  MH_PAGE__BY_GRAPH = 20, /* OpenGraph                                     */
  MH_PAGE__BY_MICRODATA = 25,
  MH_PAGE__BY_META = 30,
  MH_PAGE__BY_STATE = 35, /* data of the page's own program                */
  MH_PAGE__BY_TIME = 45,
  MH_PAGE__BY_LABEL = 50, /* words of the page with a label                */
  MH_PAGE__BY_ADDRESS = 55,
  MH_PAGE__BY_PLACE = 60, /* words by the headline without one             */
  MH_PAGE__BY_HEARSAY = 70
};

/* One thing that the page says of itself. */
typedef struct mh_page__claim {
  const char *text; /* one clean line in the arena, never empty             */
  const char *from; /* a word of mh_article                                 */
  uint32_t len;
  uint32_t node; /* where it stands, 0 unknown                           */
  uint8_t rank;
} mh_page__claim;

typedef struct mh_page__claims {
  mh_page__claim *at;
  uint32_t n, cap;
} mh_page__claims;

/* A line as the reader of the page sees it. */
typedef struct mh_page__read {
  const char *text; /* clean; NULL of a long one */
  uint32_t len, node;
  bool paragraph;
} mh_page__read;

/* A page while it is being asked. */
typedef struct mh_page__meta {
  mh_arena *a;
  const mh_html_doc *d;
  const mh_source *from; /* NULL unknown */
  mh_page__claims says[MH_PAGE__FACTS];
  struct mh_page__nodes {
    uint32_t *at;
    uint32_t n, cap;
  } scripts, headings, /* h1 to h3                                 */
      dressed,         /* other elements that look like headlines  */
      times;
  struct mh_page__reads {
    mh_page__read *at;
    uint32_t n, cap;
  } lines;
  const char *base; /* what addresses are relative to; NULL unknown */
  const char *body; /* the article's text as the page's data have it; NULL none */
  const char *dateline;
  uint32_t headline; /* the element that it stands in; 0 unknown */
  uint32_t articles; /* that the page's data tell of */
  uint32_t looks;    /* texts of elements that were read, which has a ceiling */
  mh_out out;        /* scratch */
} mh_page__meta;

/* Add a claim: text may hold character references, blanks and line ends.  What is empty, too
 * long or one too many is left out.  MH_ENOMEM. */
mh_status mh_page__add_claim(mh_page__meta *m, mh_page__fact fact, uint8_t rank,
                             const char *from, const char *text, size_t len,
                             uint32_t node);
/* Text with its character references resolved (twice: pages write them into data so), as one
 * clean line in the arena; *out NULL when it is empty or longer than `most` bytes. */
mh_status mh_page__line_of(const char **out, uint32_t *out_len, mh_page__meta *m,
                           const char *text, size_t len, size_t most);
/* The claim that is trusted most, the first of equals; NULL none. */
const mh_page__claim *mh_page__best(const mh_page__meta *m, mh_page__fact fact);

/* ---- what fills the claims --------------------------------------------------------- */

/* Elements: meta, link, title, html, base, headings, time, microdata (meta_tags.c). */
mh_status mh_page__read_tags(mh_page__meta *m);
/* Data in scripts (meta_jsonld.c): JSON-LD, and what programs keep in the page. */
mh_status mh_page__read_scripts(mh_page__meta *m);
/* The lines of the page (meta_lines.c). */
mh_status mh_page__read_lines(mh_page__meta *m);
/* Labels in words around the headline, whose node is given, 0 unknown (meta_words.c). */
mh_status mh_page__read_words(mh_page__meta *m, uint32_t headline, const char *title);

/* ---- JSON as it is found in pages (meta_mend.c) --------------------------------------- */

/* A strict text for it: comments, CDATA marks and stray commas gone, line ends and quotation
 * marks within strings escaped, what is open at the end closed.  *out in the arena; len 0
 * when it is nested too deep. */
mh_status mh_page__mend(char **out, size_t *out_len, mh_arena *a, const char *text,
                        size_t len);

/* ---- choices ------------------------------------------------------------------------ */

/* The headline (meta_title.c); *node is the element it stands in, 0 none. */
mh_status mh_page__choose_title(mh_article *out, mh_page__meta *m, uint32_t *node);
/* Are two lines the same words, or one the beginning of the other? */
bool mh_page__agree(const char *x, const char *y);
/* The same words, spelled as they may be. */
bool mh_page__same_words(const char *x, const char *y);
/* Address, outlet, byline, days, language (meta_choose.c). */
mh_status mh_page__choose_days(mh_article *out, mh_page__meta *m);
mh_status mh_page__choose_rest(mh_article *out, mh_page__meta *m);
mh_status mh_page__choose_url(mh_article *out, mh_page__meta *m);
/* The address that a browser noted in a page when it saved it. */
mh_status mh_page__read_saved(mh_page__meta *m);
/* An absolute http(s) address for one that may be relative; *out NULL when there is none. */
mh_status mh_page__absolute(const char **out, mh_page__meta *m, const char *url);
/* Do two addresses name one page, whatever their scheme, query and last slash? */
bool mh_page__same_address(const char *x, const char *y);

#endif
