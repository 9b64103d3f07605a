/* intake - takes in what is foreign: files and bytes of any kind go in, articles come out, one
 * after the other, and what could not be read is told.
 *
 * All parsing of foreign bytes (packed data, archives, feeds, pages, documents) happens in a
 * process of its own that may do nothing else: it reads the file that it is handed, open
 * already, and writes what it found into a pipe.  It can open no file and no socket and start
 * nothing (confine.c).  If a page brings it down, that page is told as bad, another process
 * takes its place, and reading goes on behind that page.  What comes out of the pipe is checked
 * before anybody sees it (frame.c).
 *
 * One thread at a time; fork() is called, so open one before threads hold locks.
 */
#ifndef MH_INTAKE_H
#define MH_INTAKE_H

#include "../base/base.h"

typedef struct mh_intake mh_intake;

/* What is asked of an input.  Zero: all by content, nothing kept. */
typedef struct mh_intake_ask {
  mh_format format;    /* AUTO: by content                                            */
  bool bytes;          /* hand on the bytes of each report too, to keep them           */
  bool skip;           /* pass over the one that begins at `from`                      */
  bool entries;        /* what a feed lists, for who follows it: see below             */
  const char *url;     /* address that the bytes came from; NULL                       */
  const char *charset; /* that the server told; NULL                                   */
  const char *retrieved; /* when; NULL                                                  */
  uint64_t from;         /* of a file of JSON Lines or a web archive: begin at this byte,
                          which an item gave as its `offset`                           */
  uint64_t line; /* lines before `from`                                          */
} mh_intake_ask;

/* With `entries`, an item is what a feed, a sitemap or a page names, and nothing is read of it:
 * its article has id, url, outlet, title, byline, published, updated and language as the feed
 * tells them; `inside` says of what kind the feed is ("rss", "atom", "rdf", "json", "sitemap";
 * "sitemap-index" and "page": other sitemaps, or feeds); `bytes`, when they are asked for, are
 * the whole article where the feed has it, as JSON Lines.  What is neither is told. */

/* One report, or why there is none.  All of it lives until the next call. */
typedef struct mh_intake_item {
  mh_error err;              /* code MH_OK: there is an article                       */
  const mh_article *article; /* NULL when it could not be read                        */
  mh_format format;          /* TEXT, JSONL, HTML, DOCX or PDF: how `bytes` is read   */
  const char *inside;        /* name of the entry of an archive; NULL                 */
  const char *url, *charset, *retrieved; /* what an archive says of it; NULL          */
  uint64_t line;     /* of JSON Lines, 1-based; else 0                        */
  uint64_t offset;   /* where it begins, of what can be resumed; else 0       */
  bool resumable;    /* `offset` is the place to go on from (with skip)       */
  uint64_t consumed; /* bytes of the file that have been read so far          */
  const char *bytes; /* the report as received; NULL when not asked for       */
  size_t len;
} mh_intake_item;

/* What was passed over on purpose, of all inputs so far. */
typedef struct mh_intake_counts {
  uint64_t warc_records, warc_other, warc_not_ok, warc_not_pages;
} mh_intake_counts;

/* Start the process.  Fails with MH_EIO (no process), MH_ENOMEM. */
mh_status mh_intake_open(mh_intake **out, mh_error *err);
/* What the user should be told once: that the system has no locks, or only one.  NULL: all is
 * well, or nothing has been read yet. */
const char *mh_intake_unlocked(const mh_intake *in);
const mh_intake_counts *mh_intake_seen(const mh_intake *in);

/* Begin with an open file, which stays yours and must stay open / with bytes in memory.  What
 * was begun before is left.  `ask` may be NULL.  Fails with MH_EIO, MH_ENOMEM. */
mh_status mh_intake_file(mh_intake *in, int fd, const mh_intake_ask *ask, mh_error *err);
mh_status mh_intake_bytes(mh_intake *in, const void *bytes, size_t len,
                          const mh_intake_ask *ask, mh_error *err);
/* The next item, or *out NULL at the end of the input.  MH_EBUSY: nothing has come for a fifth
 * of a second (a quiet pipe); ask again.  MH_EIO: no process can be had any more. */
mh_status mh_intake_next(const mh_intake_item **out, mh_intake *in, mh_error *err);

void mh_intake_close(mh_intake *in);

/* An item as one piece of memory, for a queue: appended to o, at a multiple of eight bytes of
 * it.  And back: article and strings point into bytes, which are 8-aligned. */
void mh_intake_pack(mh_out *o, const mh_intake_item *item);
bool mh_intake_unpack(mh_intake_item *out, mh_article *article, const char *bytes,
                      size_t len);

#endif
