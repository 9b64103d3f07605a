/* tree - which element a tag of the page opens or closes; see tree.c. */
#ifndef MH_HTML_TREE_H
#define MH_HTML_TREE_H

#include "tags.h"

/* A tag as it stands in the page. */
typedef struct mh_html__tag {
  mh_html_tag tag;
  uint32_t hash;    /* of the name in small letters, of tag OTHER       */
  uint32_t at, len; /* the bytes between name and '>'                */
  mh_span id, class;
  uint16_t has;
  bool closed; /* "/>" */
} mh_html__tag;

/* An element that is open.  Places are those of the list `open`. */
typedef struct mh_html__open {
  uint32_t node, hash;
  uint16_t tag;
  uint16_t same;    /* place of the next one further out with this tag; 0 none        */
  uint16_t scope;   /* the innermost, itself included, that hides others from end tags */
  uint16_t special; /* the innermost that is no phrase                                 */
  uint16_t stop;    /* the same, but paragraphs and plain blocks do not count           */
  bool foreign;     /* what it holds is svg or math                                     */
  bool over;        /* its end tag has been seen: ends with the last element within     */
} mh_html__open;

typedef struct mh_html__tree {
  mh_arena *a;
  const char *page;
  struct {
    mh_html_node *at;
    uint32_t n, cap;
  } nodes;
  mh_status status;
  uint32_t top;                  /* place of the innermost                       */
  uint32_t deeper;               /* elements below the deepest, not in the list  */
  bool head;                     /* there was one                                */
  uint16_t last[MH_HTML_N_TAGS]; /* the innermost of each tag; 0 none */
  mh_html__open open[MH_HTML_DEEPEST];
} mh_html__tree;

/* A name of svg or math that looks like one of HTML. */
static inline uint32_t mh_html__hash_of(mh_html_tag tag, uint32_t hash)
{
  return tag == MH_HTML_OTHER ? hash : (uint32_t)tag;
}

/* How the text of an element is read. */
typedef enum mh_html__reading {
  MH_HTML__MARKUP,
  MH_HTML__RAW,    /* nothing but its own end tag counts */
  MH_HTML__SCRIPT, /* the same, with comments in it      */
  MH_HTML__REST    /* to the end of the page             */
} mh_html__reading;

mh_status mh_html__begin(mh_html__tree *t, mh_arena *a, const char *page, size_t len);
/* Tells how the bytes behind the tag are to be read. */
mh_html__reading mh_html__start(mh_html__tree *t, const mh_html__tag *tag);
void mh_html__end(mh_html__tree *t, const mh_html__tag *tag);
void mh_html__text(mh_html__tree *t, uint32_t at, uint32_t len);
/* Close all. */
void mh_html__finish(mh_html__tree *t);
/* Is what would come next within svg or math? */
static inline bool mh_html__foreign(const mh_html__tree *t)
{
  return t->open[t->top].foreign;
}

#endif
