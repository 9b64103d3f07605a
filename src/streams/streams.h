/* streams - what holds many: gzip, web archives (WARC), ZIP and tar, feeds and sitemaps, pages
 * saved with all that belongs to them (MHTML).  Cuts them into single ones, as they come, and reads none of them.  Never holds more than one
 * record and a buffer.
 *
 * Bytes are pulled through a mh_flow, so that this room opens nothing itself.
 */
#ifndef MH_STREAMS_H
#define MH_STREAMS_H

#include "../base/base.h"
#include "../html/html.h"

/* Largest single thing handed on, in bytes, unpacked; as page.h has it. */
#define MH_STREAMS_MAX ((size_t)16 << 20)
/* What is packed may grow this many times (beyond its first MiB); more is a bomb. */
#define MH_STREAMS_RATIO 1000

/* Where bytes come from. */
typedef struct mh_flow {
  void *user;
  /* Up to cap bytes to `at`: how many; 0 at the end; -1 it failed (the user knows why). */
  ptrdiff_t (*read)(void *user, char *at, size_t cap);
  /* Go to this byte, counted from where the flow began; false when it cannot.  NULL when it
   * never can: then what a wrong length swallowed is lost. */
  bool (*seek)(void *user, uint64_t at);
} mh_flow;

/* ---- gzip --------------------------------------------------------------------------- */

/* A flow of what gzip (any number of members) holds.  On damage or a bomb it gives what came
 * before and then -1.  Fails with MH_EFORMAT (not gzip), MH_EEMPTY, MH_EIO, MH_ENOMEM. */
typedef struct mh_gunzip mh_gunzip;
mh_status mh_gunzip_open(mh_gunzip **out, mh_flow from, mh_error *err);
mh_flow mh_gunzip_flow(mh_gunzip *g);
/* MH_OK until something was wrong; at is the first byte of the packed member. */
const mh_error *mh_gunzip_error(const mh_gunzip *g);
void mh_gunzip_free(mh_gunzip *g);

/* ---- WARC ----------------------------------------------------------------------------- */

/* A page that a web archive holds. All borrowed, until the next call. */
typedef struct mh_warc_page {
  const char *url;       /* WARC-Target-URI, as ASCII or UTF-8; "" not told      */
  const char *retrieved; /* WARC-Date, ISO 8601; "" not told                     */
  const char *type;      /* media type, small letters ("text/html"); "" not told */
  const char *charset;   /* of the Content-Type; NULL not told                   */
  const char *bytes;     /* the body: chunks joined, content encoding undone     */
  size_t len;
  bool cut;        /* the end is missing: WARC-Truncated, or the sender broke off   */
  uint64_t offset; /* of the record in the file as it lies on disk; packed: of its
                      member                                                        */
  uint64_t inside; /* unpacked bytes of that member before the record; 0 as a rule  */
} mh_warc_page;

/* What was seen, all told. */
typedef struct mh_warc_counts {
  uint64_t records, pages; /* all; those handed on                                  */
  uint64_t other_types;    /* request, metadata, warcinfo, revisit, continuation ... */
  uint64_t not_ok;         /* responses whose status is not 200                      */
  uint64_t not_pages;      /* what is no text (pictures ...) or has nothing in it    */
  uint64_t bad;            /* what could not be read, each told as well              */
} mh_warc_counts;

typedef struct mh_warc mh_warc;
/* Read WARC 1.0 or 1.1, plain or gzip (one member a record or all in one), from a flow that
 * begins at byte `offset` of the file: the start of a record, as mh_warc_page has it.  From
 * any other byte the first call tells so, and goes on from there to the next record. */
mh_status mh_warc_open(mh_warc **out, mh_flow from, uint64_t offset, mh_error *err);
/* The next page that may hold an article (HTML, XHTML, plain text, feeds), or *end.  Pages are
 * responses of HTTP with status 200, and resources and conversions (WET files) of these types.
 *
 * A record that is damaged, too large or a bomb fails (MH_EFORMAT, MH_ELIMIT) with its offset
 * in err->at; the one after it can be asked for then: reading goes on at the next member or
 * the next line "WARC/1.".  MH_EIO and MH_ENOMEM are the end: every later call fails. */
mh_status mh_warc_next(mh_warc_page *out, bool *end, mh_warc *w, mh_error *err);
const mh_warc_counts *mh_warc_seen(const mh_warc *w);
void mh_warc_free(mh_warc *w);

/* ---- ZIP, tar ------------------------------------------------------------------------ */

/* Is it what mh_packed_open() reads, by its first bytes (512 do): a ZIP, a tar, or what bzip2,
 * xz or zstd made smaller?  What gzip made smaller is none of its own: unpack it and ask again. */
bool mh_packed_is(const char *bytes, size_t len);

typedef struct mh_packed mh_packed;
/* Entries of a ZIP or tar archive (the latter also inside of gzip, bzip2, xz, zstd) in their
 * order; folders, links and hidden files are left out.  What is made smaller and holds no tar
 * is one entry without a name ("").  MH_EFORMAT: none of these. */
mh_status mh_packed_open(mh_packed **out, mh_flow from, mh_error *err);
/* The next entry, or *end: its name as UTF-8 (no bytes that are none, no control characters,
 * no way up or out: "a/b.html") and, until the next call, a flow of what it holds.  The flow
 * gives -1 when the entry is damaged or a bomb: mh_packed_error() says what.  Entry sizes are
 * bounded by the reader.  An entry that cannot be read at all (encrypted, packed in a way that
 * is not known, damaged) fails with MH_EFORMAT or MH_ELIMIT; the one after it can be asked for
 * then, and *end comes in any case.  MH_EIO when the flow below failed: no more can be asked. */
mh_status mh_packed_next(const char **name, mh_flow *flow, bool *end, mh_packed *p,
                         mh_error *err);
/* MH_OK until the flow of the last entry failed; at is the byte of the archive, about. */
const mh_error *mh_packed_error(const mh_packed *p);
void mh_packed_free(mh_packed *p);

/* ---- MHTML -------------------------------------------------------------------------------- */

/* A web page as a browser saves it in one file, with its pictures.  Strings are in the arena,
 * NULL not told; bytes there, or in those that were given. */
typedef struct mh_mhtml {
  const char *url;       /* http or https                                         */
  const char *charset;   /* small letters                                         */
  const char *retrieved; /* when it was saved, ISO 8601                           */
  const char *bytes;     /* the page, its transfer encoding undone                */
  size_t len;
  bool whole; /* its end was seen: what follows in the file changes nothing of it */
} mh_mhtml;

/* The page in a file of which `bytes` are all, or the beginning.  MH_EFORMAT: there is none
 * (yet), or it is encoded in a way that is not known; MH_ENOMEM. */
mh_status mh_mhtml_read(mh_mhtml *out, mh_arena *a, const char *bytes, size_t len,
                        mh_error *err);

/* ---- feeds and sitemaps -------------------------------------------------------------- */

/* No more entries of one feed are read. */
enum { MH_FEED_ENTRIES_MAX = 100000 };

/* One entry.  NULL unknown; all in the arena.  Texts are plain: references resolved, no tags,
 * white space collapsed. */
typedef struct mh_feed_entry {
  const char *url; /* absolute where the feed says enough for that                  */
  const char *id;  /* what the feed calls it by (guid, id), else its url             */
  const char *title, *author;
  const char *outlet; /* whose it is, where the entry says so (agency copy)            */
  /* ISO 8601 as far as told, in the zone that was told: "2022-01-27T10:30:00+03:00",
   * "2022-01-27T10:30:00" (no zone told), "2022-01-27" */
  const char *published, *updated;
  const char *language;
  const char *html; /* the article, or what of it the feed tells: HTML             */
  bool whole; /* html is the article (content:encoded, atom:content), not a summary */
} mh_feed_entry;

typedef struct mh_feed {
  const char *kind;  /* "rss", "atom", "rdf", "sitemap", "sitemap-index", "json" */
  const char *title; /* of the whole: the outlet                         */
  const char *language, *url;
  const mh_feed_entry *entries; /* [n] in its order; of a sitemap-index: other sitemaps */
  uint32_t n;
  bool
      broken; /* elements not closed, cut off, bad bytes, too many: what could be saved */
} mh_feed;

/* Is it one, by its first bytes (4 KiB do)? */
bool mh_feed_is(const char *bytes, size_t len);
/* Read one: bytes in any encoding; `from` is where they came from, whose url and charset count
 * where the feed does not say better; may be NULL.  Fails with MH_EFORMAT (no feed), MH_EEMPTY
 * (one without entries), MH_ELIMIT (over MH_STREAMS_MAX), MH_ENOMEM.  Nothing is loaded from
 * anywhere, entities of the document's own are not expanded. */
mh_status mh_feed_read(mh_feed *out, mh_arena *a, const char *bytes, size_t len,
                       const mh_source *from, mh_error *err);

/* A feed that a page points to. */
typedef struct mh_feed_link {
  const char *url;   /* absolute where the page or `base` says enough for that */
  const char *title; /* NULL not told                                         */
  const char *type;  /* "application/rss+xml" ...: small letters               */
} mh_feed_link;

/* The feeds that a page tells of (link rel=alternate), in its order, each address once; *n may
 * be 0.  base is the page's own address; NULL not known.  MH_ENOMEM. */
mh_status mh_feed_links(const mh_feed_link **out, uint32_t *n, mh_arena *a,
                        const mh_html_doc *page, const char *base);

#endif
