/* What the files of the streams room share that read feeds. */
#ifndef MH_STREAMS_FEED_INSIDE_H
#define MH_STREAMS_FEED_INSIDE_H

#include "streams.h"

/* ---- bytes to UTF-8 (feed_bytes.c) ---------------------------------------------------- */

/* Bytes of a feed as well-formed UTF-8 without controls that are no white space; the bytes
 * themselves where they are that, else in `a`.  told: what the server said, NULL nothing.
 * *lossy: some had no meaning and became U+FFFD. */
mh_status mh_streams__utf8(const char **text, size_t *text_len, bool *lossy, mh_arena *a,
                           const char *bytes, size_t len, const char *told,
                           mh_error *err);
/* Some bytes as ASCII, what is none as '?', UTF-16 made narrow: enough to know a root by. */
size_t mh_streams__narrow(char *out, size_t cap, const char *bytes, size_t len);
/* Bytes through one of ICU's converters to the end of `o`; MH_ENOMEM, MH_EENCODING. */
mh_status mh_streams__convert(mh_out *o, const char *icu, const char *bytes, size_t len);

/* ---- XML as it is sent (feed_xml.c) ----------------------------------------------------- */

/* What an element's namespace is for; all that speak of feeds without a prefix are PLAIN. */
typedef enum mh_streams__ns {
  MH_NS_PLAIN = 1 << 0, /* none, RSS, sitemaps */
  MH_NS_ATOM = 1 << 1,
  MH_NS_RDF = 1 << 2,
  MH_NS_DC = 1 << 3,
  MH_NS_TERMS = 1 << 4, /* Dublin Core's later terms */
  MH_NS_CONTENT = 1 << 5,
  MH_NS_MEDIA = 1 << 6,
  MH_NS_NEWS = 1 << 7, /* of sitemaps */
  MH_NS_BURNER = 1 << 8,
  MH_NS_XHTML = 1 << 9,
  MH_NS_OTHER = 1 << 10
} mh_streams__ns;

enum { MH_XML_DEEPEST = 256, MH_XML_BINDINGS = 64 };

typedef struct mh_streams__name {
  const char *at; /* in the text */
  uint32_t len;
  uint32_t prefix; /* bytes of it that are the prefix and its colon */
} mh_streams__name;

typedef struct mh_streams__element {
  mh_streams__name name;
  const char *base; /* xml:base that holds here, resolved; NULL none */
  mh_streams__ns ns;
  uint32_t bindings; /* how many held before it */
} mh_streams__element;

typedef struct mh_streams__binding {
  const char *prefix;
  uint32_t len;
  mh_streams__ns ns;
} mh_streams__binding;

typedef enum mh_streams__event {
  MH_XML_END,
  MH_XML_OPEN,
  MH_XML_CLOSE,
  MH_XML_TEXT
} mh_streams__event;

/* A reader of XML that expects mistakes.  An OPEN tells of `last`, a CLOSE of stack[depth]. */
typedef struct mh_streams__xml {
  mh_arena *a;
  const char *text, *base; /* base: of the whole; may be NULL */
  size_t len, at;
  mh_streams__element last;
  mh_streams__element stack[MH_XML_DEEPEST];
  uint32_t depth;
  uint32_t floor; /* close elements until so many are open */
  mh_streams__binding bound[MH_XML_BINDINGS];
  uint32_t n_bound;
  const char *inside; /* OPEN: between name and end of the tag; TEXT: the text */
  size_t inside_len;
  bool empty;   /* OPEN: the tag closes itself; its CLOSE comes next      */
  bool literal; /* TEXT: has no references (CDATA)                        */
  bool deep;    /* OPEN: too deep to be remembered: no CLOSE will come    */
  bool rooted;  /* something was open before                              */
  bool typed;   /* a declaration of the document's type was seen          */
  bool starved; /* memory is out                                          */
  bool cut;     /* the text has ended, and elements were open             */
  bool broken;
} mh_streams__xml;

void mh_streams__xml_start(mh_streams__xml *x, mh_arena *a, const char *text, size_t len,
                           const char *base);
/* The next event; MH_ENOMEM only. */
mh_status mh_streams__xml_next(mh_streams__event *out, mh_streams__xml *x);
/* Is its name, without a prefix, this (small letters)? */
bool mh_streams__is(const mh_streams__name *name, const char *local);
/* Pretend that elements were closed until so many are open. */
void mh_streams__xml_close(mh_streams__xml *x, uint32_t depth);
/* An attribute of the tag that was opened last, by its whole name; references resolved, in
 * `a`; NULL when it has none, or memory is out (x->starved). */
const char *mh_streams__attribute(mh_streams__xml *x, const char *name);
/* The n-th attribute behind *at: false when there are no more. */
typedef struct mh_streams__pair {
  const char *name, *value;
  uint32_t name_len, value_len;
} mh_streams__pair;
bool mh_streams__pair_next(mh_streams__pair *out, const char *inside, size_t len,
                           size_t *at);
/* Append text with the references of XML resolved; names that XML does not know stay as they
 * are written: HTML may know them. */
void mh_streams__resolve(mh_out *out, const char *text, size_t len);

/* ---- addresses, days (feed_url.c, feed_date.c) ---------------------------------------------- */

enum { MH_URL_MAX = 4096 };
/* ref as it is meant on a page at base (RFC 3986), blanks around it gone; NULL is memory out
 * and "" for what is no address.  base may be NULL. */
const char *mh_streams__join(mh_arena *a, const char *base, const char *ref, size_t len);
/* Does it begin with http:// or https://? */
bool mh_streams__is_web(const char *url);

/* A moment as feeds write it, as streams.h says; out holds 32 bytes.  month_first: how to
 * read 1/2/2022.  False: none. */
bool mh_streams__moment(char out[32], const char *text, size_t len, bool month_first);
/* Does it tell that the month stands first (1), the day (-1), neither (0)? */
int mh_streams__order(const char *text, size_t len);

/* ---- texts (feed_text.c) ------------------------------------------------------------------- */

/* HTML as plain text on one line, in `a`; NULL when nothing is left or memory is out (*s). */
const char *mh_streams__plain(mh_status *s, mh_arena *a, mh_out *scratch,
                              const char *html, size_t len);
/* HTML as it was meant: what was escaped once too often is put right; in `a`. */
const char *mh_streams__html(mh_status *s, mh_arena *a, mh_out *scratch, const char *html,
                             size_t len);
/* Does text that claims to be plain hold tags of HTML? */
bool mh_streams__looks_html(const char *text, size_t len);
/* Text without blanks and controls around it. */
void mh_streams__trim(const char **text, size_t *len);

/* ---- what becomes of them (feed.c, feed_build.c, feed_json.c) -------------------------------- */

/* An entry while it is read: raw values, and how good each is. */
typedef struct mh_streams__draft {
  mh_feed_entry e;
  const char *base; /* xml:base of its link */
  const char *summary;
  uint8_t url, id, title, author, outlet, published, updated, content, lead;
} mh_streams__draft;

typedef struct mh_streams__drafts {
  mh_streams__draft *at;
  uint32_t n, cap;
} mh_streams__drafts;

mh_status mh_streams__xml_feed(mh_feed *out, mh_streams__drafts *drafts, mh_arena *a,
                               const char *text, size_t len, size_t root,
                               const char *base);
/* MH_EFORMAT: no JSON Feed. */
mh_status mh_streams__json_feed(mh_feed *out, mh_streams__drafts *drafts, mh_arena *a,
                                const char *text, size_t len);

#endif
