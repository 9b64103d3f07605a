/* What the files share that find the article of a page (main_traits.c, main_pick.c,
 * main_cut.c, classwords.c): traits of its nodes and the pieces of text between two breaks. */
#ifndef MH_PAGE_MAINPART_H
#define MH_PAGE_MAINPART_H

#include "web.h"

/* ---- what class and id say (classwords.c) -------------------------------------------- */

/* The effects of data/page-words.tsv. */
#define MH_PAGE__EFFECTS(X)                                                         \
  X(NONE, "none") /* the words mean nothing, though one of them alone would      */ \
  X(BODY, "body") /* holds the text of an article                                */ \
  X(TEXT, "text") /* may well hold it                                            */ \
  X(NOT, "not")   /* never of the article                                        */ \
  X(SOFT, "soft") /* not of it, unless it holds a good part of it               */  \
  X(BOX, "box")   /* not of it when it is short or nothing but links             */

enum {
#define X(name, text) MH_PAGE__IS_##name,
  MH_PAGE__EFFECTS(X)
#undef X
      MH_PAGE__N_EFFECTS
};
/* A set of effects: 1 << MH_PAGE__IS_BODY ... */
#define MH_PAGE__MARK(name) (1u << MH_PAGE__IS_##name)

/* Words of a class or an id, in small letters, one blank between them. */
typedef struct mh_page__class {
  const char *text;
  uint8_t len, effect;
} mh_page__class;

enum { MH_PAGE__CLASS_WORDS = 3, MH_PAGE__CLASS_SLOTS = 2048, MH_PAGE__CLASS_MOST = 40 };

static inline uint32_t mh_page__class_hash(uint32_t h, char c)
{
  return (h ^ (unsigned char)c) * 16777619u;
}
enum {
  MH_PAGE__CLASS_SEED = 0x11c9dc5,
  MH_PAGE__CLASS_FIRST = 4096 /* a power of two */
};
static inline uint32_t mh_page__class_bit(uint32_t hash)
{
  return (hash ^ hash >> 15) & (MH_PAGE__CLASS_FIRST - 1);
}

/* The marks of a class, an id or the like as it stands in the page. */
unsigned mh_page__class_marks(const char *value, uint32_t len);

/* ---- traits of nodes (main_traits.c) ----------------------------------------------------- */

/* Of a node and all within it. */
enum {
  MH_PAGE__OUT = 1,      /* not of the article                     */
  MH_PAGE__LINKED = 2,   /* in a link                              */
  MH_PAGE__HEADED = 4,   /* in a heading                           */
  MH_PAGE__STRONG = 8,   /* in bold letters                        */
  MH_PAGE__LISTED = 16,  /* in an item of a list                   */
  MH_PAGE__QUOTED = 32,  /* in a quotation                         */
  MH_PAGE__CELLED = 64,  /* in a cell of a table                   */
  MH_PAGE__SILENT = 128, /* no text: scripts, hidden, buttons ...  */
  MH_PAGE__BODIED = 256, /* in what is called the body of an article */
  MH_PAGE__PAR = 512     /* in a P                                 */
};

typedef struct mh_page__trait {
  uint32_t block;       /* the nearest block around a node, itself included */
  uint16_t own;         /* what it says itself                              */
  uint16_t state;       /* that, and what those around it say               */
  uint8_t marks;        /* its own                                          */
  int32_t worth;        /* of the pieces within: see main_pick.c            */
  uint32_t good;        /* characters of paragraphs within                  */
  uint32_t all, linked; /* characters within, and those in links       */
} mh_page__trait;

/* Text between two breaks of the page. */
typedef struct mh_page__piece {
  uint32_t block;          /* the block that holds it                        */
  uint32_t first, last;    /* its first and last node of text                */
  uint32_t points;         /* characters, runs of white space one            */
  uint32_t linked, strong; /* of them in links, in bold letters            */
  uint16_t words, stops;   /* words; marks that end sentences                */
  uint16_t state;
  bool final; /* ends as a sentence does                        */
  bool keep, lead;
} mh_page__piece;

typedef struct mh_page__pieces {
  mh_page__piece *at;
  uint32_t n, cap;
} mh_page__pieces;

typedef struct mh_page__map {
  const mh_html_doc *d;
  mh_page__trait *traits; /* [d->n] */
  mh_page__pieces pieces;
  uint32_t good;    /* characters of paragraphs in the page      */
  uint32_t teasers; /* linked headlines with a sentence below them */
} mh_page__map;

mh_status mh_page__survey(mh_page__map *out, mh_arena *a, const mh_html_doc *d);
/* As long, or as closed, as a paragraph of an article, and no row of links. */
bool mh_page__is_good(const mh_page__piece *p);

/* ---- the node that holds the article (main_pick.c) ----------------------------------------- */

uint32_t mh_page__pick(mh_page__map *m);
/* Of several elements `article` within root the one whose headline is the page's, if the page
 * tells that in its data; else root.  *one says whether it was so, or root lies within one of
 * them and holds most of the page. */
mh_status mh_page__tell_apart(uint32_t *at, bool *one, const mh_page__map *m,
                              uint32_t root, const mh_article *x);

/* The text of a piece as it stands, references resolved (main_cut.c). */
void mh_page__put_piece(mh_out *o, const mh_page__map *m, const mh_page__piece *p);

#endif
