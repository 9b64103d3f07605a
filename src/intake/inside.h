/* What the files of the intake room share. */
#ifndef MH_INTAKE_INSIDE_H
#define MH_INTAKE_INSIDE_H

#include "../page/page.h"
#include "../streams/streams.h"
#include "intake.h"

/* ---- locks (confine.c) ------------------------------------------------------------ */

enum { MH_INTAKE__SECCOMP = 1, MH_INTAKE__LANDLOCK = 2, MH_INTAKE__TRIED = 4 };
/* Lock this process in, for good; which locks hold. */
unsigned mh_intake__confine(void);

/* ---- what goes over (frame.c) --------------------------------------------------------- */

enum {
  MH_INTAKE__BUFFER =
      256 << 10,             /* finished frames that wait                            */
  MH_INTAKE__URL_MAX = 8192, /* of an address or a charset that is handed over       */
  MH_INTAKE__FRAME_MAX = 256 << 20
};

/* Memory that both processes see, so that what was found is not lost with who found it. */
typedef struct mh_intake__shared {
  uint64_t at, line; /* where the one that is being read begins; lines before it */
  uint32_t resumable;
  uint32_t locks;   /* MH_INTAKE__*  */
  uint32_t waiting; /* bytes in buffer: whole frames */
  char buffer[MH_INTAKE__BUFFER];
} mh_intake__shared;

/* One message to the parser: the file comes along with it. */
typedef struct mh_intake__request {
  uint8_t format, regular, bytes, skip, pdf_text, entries;
  uint32_t url_len, charset_len; /* the strings follow, each with a NUL; 0: none */
  uint64_t from, line;
} mh_intake__request;

typedef enum mh_intake__kind {
  MH_INTAKE__ITEM = 1,
  MH_INTAKE__PDF, /* an item that another program must take the text out of: bytes */
  MH_INTAKE__END  /* of the input; `line` has the counts of web archives as text   */
} mh_intake__kind;

/* Append a frame.  x NULL: no article. */
void mh_intake__put(mh_out *o, mh_intake__kind kind, const mh_intake_item *item,
                    const mh_article *x, const mh_intake_counts *counts);

/* A frame as it is read: item.article points to article, all strings into the frame. */
typedef struct mh_intake__frame {
  mh_intake__kind kind;
  mh_intake_item item;
  mh_article article;
  mh_intake_counts counts;
} mh_intake__frame;

/* How long the frame at `bytes` is; 0: not told yet; UINT64_MAX: this is none. */
uint64_t mh_intake__frame_len(const char *bytes, size_t len);
/* Take a whole frame apart; nothing in it is believed: false when it breaks a promise of
 * mh_article or its own lengths.  bytes is 8-aligned. */
bool mh_intake__get(mh_intake__frame *out, const char *bytes, size_t len);

/* ---- the parser (parser.c, cut.c) --------------------------------------------------------- */

/* The life of the parser: requests from `requests`, frames to `results`; never returns. */
_Noreturn void mh_intake__parse(int requests, int results, mh_intake__shared *shared);

typedef struct mh_intake__cutter {
  mh_intake__shared *shared;
  int results;
  int fd; /* the input */
  bool regular, broken;
  bool feed; /* what is given is an entry of a feed */
  uint64_t consumed;
  const mh_intake__request *request;
  const char *url, *charset;
  mh_intake_counts counts;
  mh_arena arena; /* of one article                     */
  mh_out frame;   /* one that is being put together     */
  mh_out json;    /* an entry of a feed, as JSON Lines  */
  char *buffer;   /* the input, or as much as is needed */
  size_t cap;
} mh_intake__cutter;

/* Cut the input of the request into reports and hand each on. */
void mh_intake__cut(mh_intake__cutter *c);
/* Send what waits. */
void mh_intake__flush(mh_intake__cutter *c);
/* One report, read and sent; item has what is known of it. */
void mh_intake__give(mh_intake__cutter *c, const mh_intake_item *item);
/* The same for one whose article is known. */
void mh_intake__send(mh_intake__cutter *c, const mh_intake_item *item,
                     const mh_article *x);
/* A fault told. */
void mh_intake__tell(mh_intake__cutter *c, const mh_intake_item *item, mh_status code,
                     uint64_t at, const char *why);

/* ---- what a feed lists (entries.c) --------------------------------------------------------- */

/* The entries of a feed, or the feeds that a page names, sent or complained of. */
void mh_intake__entries(mh_intake__cutter *c, const char *bytes, size_t len);
/* An entry as a line of JSON Lines; o is emptied first. */
void mh_intake__entry_json(mh_out *o, const mh_feed *f, const mh_feed_entry *e);

/* ---- PDF (pdf.c) ---------------------------------------------------------------------------- */

/* The text of a PDF by pdftotext, in a process without network that may write nothing: a file
 * in memory, which the caller closes; -1 with *err. */
int mh_intake__pdf(const void *bytes, size_t len, mh_error *err);

#endif
