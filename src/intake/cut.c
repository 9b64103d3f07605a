/* cut - from one input of any kind to single reports: what holds many is opened layer by layer
 * (packed, archive, feed, JSON Lines), what is one report is taken whole.
 *
 * What an input is, its content tells.  Not for what a report says (page room).
 */
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "inside.h"

enum {
  CHUNK = 1 << 20, /* bytes asked for at once                                      */
  LOOK = 4096,     /* bytes by which a format is told                              */
  DEEPEST = 4      /* packed within packed: a .tar.gz in a ZIP is three            */
};

/* One layer: what flows, and what was taken from it to look at. */
typedef struct layer {
  mh_intake__cutter *c;
  mh_flow from;
  const mh_error *fault; /* of the layer below, which may end early; NULL none   */
  const char *inside;    /* name of the entry                                    */
  size_t len;            /* bytes in c->buffer                                   */
  bool ended, failed;
  unsigned depth;
} layer;

static mh_intake_item item_of(const layer *l, mh_format format)
{
  const mh_intake__cutter *c = l->c;
  return (mh_intake_item){.format = format,
                          .inside = l->inside,
                          .url = l->depth ? NULL : c->url,
                          .charset = l->depth ? NULL : c->charset};
}

static void tell(const layer *l, mh_status code, uint64_t at, const char *why)
{
  const mh_intake_item item = item_of(l, MH_FORMAT_AUTO);
  mh_intake__tell(l->c, &item, code, at, why);
}

/* ---- the file itself --------------------------------------------------------------------- */

/* Before a pipe makes us wait, what was found goes out. */
static ptrdiff_t read_file(void *user, char *at, size_t cap)
{
  mh_intake__cutter *c = user;
  ssize_t n;
  if (!c->regular) mh_intake__flush(c);
  do n = read(c->fd, at, cap);
  while (n < 0 && (errno == EINTR || errno == EAGAIN));
  if (n > 0) c->consumed += (uint64_t)n;
  if (n < 0) c->broken = true;
  return n;
}

/* ---- the buffer ---------------------------------------------------------------------------- */

static bool room(mh_intake__cutter *c, size_t cap)
{
  if (c->cap >= cap) return true;
  char *at = realloc(c->buffer, cap);
  if (!at) return false;
  c->buffer = at;
  c->cap = cap;
  return true;
}

/* More bytes behind those in the buffer, `most` in all.  False: no memory, told. */
static bool fill(layer *l, size_t most)
{
  const size_t want = most - l->len < CHUNK ? most - l->len : CHUNK;
  if (!room(l->c, l->len + want)) {
    tell(l, MH_ENOMEM, 0, "no memory for the input");
    return false;
  }
  const ptrdiff_t n = l->from.read(l->from.user, l->c->buffer + l->len, want);
  if (n > 0) l->len += (size_t)n;
  l->ended = n <= 0;
  l->failed = n < 0;
  return true;
}

/* At the end of a layer: did it end as it should?  False after telling. */
static bool ended_well(const layer *l)
{
  if (l->failed && l->c->broken) {
    tell(l, MH_EIO, 0, "reading failed");
    return false;
  }
  if (l->fault && l->fault->code) {
    tell(l, l->fault->code, l->fault->at, l->fault->text);
    return false;
  }
  if (l->failed) tell(l, MH_EFORMAT, 0, "damaged: it ends early");
  return !l->failed;
}

/* ---- one report ------------------------------------------------------------------------------ */

static void take_feed(const layer *l, const char *bytes, size_t len);

/* A page that an archive or a file holds. */
static void take_bytes(const layer *l, mh_intake_item *item, const char *bytes,
                       size_t len)
{
  item->bytes = bytes;
  item->len = len;
  if (l->c->request->entries)
    mh_intake__entries(l->c, bytes, len);
  else if (item->format == MH_FORMAT_FEED)
    take_feed(l, bytes, len);
  else
    mh_intake__give(l->c, item);
}

/* All of it, or none. */
static void take_whole(layer *l, mh_format format)
{
  while (!l->ended && l->len <= MH_STREAMS_MAX)
    if (!fill(l, MH_STREAMS_MAX + 1)) return;
  if (l->len > MH_STREAMS_MAX) {
    tell(l, MH_ELIMIT, MH_STREAMS_MAX, "larger than 16 MiB");
    return;
  }
  if (!ended_well(l)) return;
  mh_intake_item item = item_of(l, format);
  take_bytes(l, &item, l->c->buffer, l->len);
}

/* ---- feeds --------------------------------------------------------------------------------------- */

/* An entry as a line of JSON Lines: so it is kept, and read again one day. */
static void give_entry(const layer *l, const mh_feed *f, const mh_feed_entry *e)
{
  mh_out *o = &l->c->json;
  mh_intake__entry_json(o, f, e);
  mh_intake_item item = item_of(l, MH_FORMAT_JSONL);
  item.bytes = o->at;
  item.len = o->len;
  l->c->feed = true;
  if (o->status == MH_OK)
    mh_intake__give(l->c, &item);
  else
    tell(l, MH_ENOMEM, 0, "no memory for an entry");
  l->c->feed = false;
}

static void take_feed(const layer *l, const char *bytes, size_t len)
{
  mh_arena a = {.budget = len * 64 + ((size_t)8 << 20)};
  mh_feed f;
  mh_error err = {0};
  uint32_t given = 0;
  const mh_source from = {.url = l->depth ? NULL : l->c->url,
                          .charset = l->depth ? NULL : l->c->charset};
  if (mh_feed_read(&f, &a, bytes, len, &from, &err) != MH_OK) {
    tell(l, err.code, err.at, err.text);
  } else {
    for (uint32_t i = 0; i < f.n; i++) {
      if (!f.entries[i].html) continue;
      give_entry(l, &f, &f.entries[i]);
      given++;
    }
    if (given < f.n)
      tell(l, MH_EEMPTY, 0,
           given ? "some entries of the feed are addresses without text"
                 : "a feed of addresses without text: give it to `mahdar watch`");
  }
  mh_arena_free(&a);
}

/* ---- JSON Lines -------------------------------------------------------------------------------- */

typedef struct lines {
  layer *l;
  uint64_t line, at; /* lines before; where the buffer begins in the file */
  bool skipping;     /* inside of a line that is too long                 */
  bool pass;         /* the next one was asked to be passed over          */
} lines;

static bool is_blank(const char *at, size_t len)
{
  for (size_t i = 0; i < len; i++)
    if (at[i] != ' ' && at[i] != '\t' && at[i] != '\r') return false;
  return true;
}

static void too_long(const lines *x)
{
  mh_intake_item item = item_of(x->l, MH_FORMAT_JSONL);
  item.line = x->line;
  mh_intake__tell(x->l->c, &item, MH_ELIMIT, MH_STREAMS_MAX, "line longer than 16 MiB");
}

static void take_line(lines *x, const char *at, size_t len, uint64_t offset)
{
  static const char mark[] = "\xef\xbb\xbf";
  x->line++;
  if (x->skipping || x->pass) { /* the end of one that was complained of, or is known */
    x->skipping = x->pass = false;
    return;
  }
  if (x->line == 1 && len >= 3 && memcmp(at, mark, 3) == 0) at += 3, len -= 3;
  if (len && at[len - 1] == '\r') len--;
  if (is_blank(at, len)) return;
  if (len > MH_STREAMS_MAX) {
    too_long(x);
    return;
  }
  mh_intake_item item = item_of(x->l, MH_FORMAT_JSONL);
  item.line = x->line;
  item.offset = offset;
  item.resumable = x->l->depth == 0 && x->l->c->regular;
  take_bytes(x->l, &item, at, len);
}

/* All whole lines of the buffer; what is left moves to its front. */
static void take_lines(lines *x, size_t searched)
{
  char *start = x->l->c->buffer, *at = start, *end = at + x->l->len,
       *from = at + searched;
  for (char *stop; from < end && (stop = memchr(from, '\n', (size_t)(end - from)));) {
    take_line(x, at, (size_t)(stop - at), x->at + (uint64_t)(at - start));
    at = from = stop + 1;
  }
  x->at += (uint64_t)(at - start);
  x->l->len = (size_t)(end - at);
  if (at != start) memmove(start, at, x->l->len);
}

/* The buffer holds more than a line may have: complain once, then drop what comes. */
static void drop(lines *x)
{
  if (!x->skipping && !x->pass) {
    x->line++;
    too_long(x);
    x->line--;
  }
  x->skipping = true;
  x->at += x->l->len;
  x->l->len = 0;
}

static void stream_lines(layer *l)
{
  const mh_intake__request *r = l->c->request;
  lines x = {.l = l};
  if (l->depth == 0) x.line = r->line, x.at = r->from, x.pass = r->skip;
  for (size_t searched = 0;;) {
    take_lines(&x, searched);
    if (l->ended) break;
    if (l->len > MH_STREAMS_MAX + 1) drop(&x);
    searched = l->len;
    if (!fill(l, MH_STREAMS_MAX + 2 + CHUNK)) return;
  }
  if (ended_well(l) && l->len) take_line(&x, l->c->buffer, l->len, x.at);
}

/* ---- saved pages ---------------------------------------------------------------------------------- */

/* The page in what has been read so far; true when more need not be read. */
static bool find_saved(mh_mhtml *out, mh_arena *a, layer *l, mh_error *err)
{
  mh_arena_reset(a);
  a->budget = l->len * 4 + ((size_t)4 << 20);
  return mh_mhtml_read(out, a, l->c->buffer, l->len, err) == MH_OK && out->whole;
}

/* The page comes first, its pictures may be larger than anything that is read: they are not. */
static void take_saved(layer *l)
{
  mh_arena a = {0};
  mh_mhtml page;
  mh_error err = {0};
  size_t tried = 0;
  bool whole = false;
  for (;;) {
    const bool most = l->ended || l->len > MH_STREAMS_MAX;
    if (most || l->len / 2 >= tried) {
      whole = find_saved(&page, &a, l, &err);
      tried = l->len;
    }
    if (whole || most) break;
    if (!fill(l, MH_STREAMS_MAX + 1)) {
      mh_arena_free(&a);
      return;
    }
  }
  mh_intake_item item = item_of(l, MH_FORMAT_HTML);
  if (!whole && l->len > MH_STREAMS_MAX) {
    tell(l, MH_ELIMIT, MH_STREAMS_MAX, "larger than 16 MiB");
  } else if (whole || ended_well(l)) {
    if (page.url) item.url = page.url;
    item.charset = page.charset;
    item.retrieved = page.retrieved;
    if (page.bytes)
      take_bytes(l, &item, page.bytes, page.len);
    else
      tell(l, err.code, err.at, err.text);
  }
  mh_arena_free(&a);
}

/* ---- layers ---------------------------------------------------------------------------------------- */

/* A flow that begins with what was taken to look at. */
typedef struct again {
  char *at; /* malloc'ed */
  size_t n, given;
  mh_flow rest;
} again;

static ptrdiff_t read_again(void *user, char *at, size_t cap)
{
  again *x = user;
  if (x->given == x->n) return x->rest.read(x->rest.user, at, cap);
  const size_t n = cap < x->n - x->given ? cap : x->n - x->given;
  memcpy(at, x->at + x->given, n);
  x->given += n;
  return (ptrdiff_t)n;
}

/* To a byte of the file that was read before; what was put back is behind us then. */
static bool seek_again(void *user, uint64_t at)
{
  again *x = user;
  mh_intake__cutter *c = x->rest.user;
  const uint64_t to = c->request->from + at;
  if (lseek(c->fd, (off_t)to, SEEK_SET) < 0) return false;
  c->consumed = to;
  x->given = x->n;
  return true;
}

/* The layer's flow from its beginning; false after telling. */
static bool put_back(again *out, layer *l)
{
  *out = (again){.at = malloc(l->len + 1), .n = l->len, .rest = l->from};
  if (!out->at) {
    tell(l, MH_ENOMEM, 0, "no memory for the input");
    return false;
  }
  memcpy(out->at, l->c->buffer, l->len);
  return true;
}

static void take(layer *l, mh_format format);

/* How a body is read that a server called `type`; AUTO: not at all. */
static mh_format format_of(const mh_warc_page *p)
{
  const mh_format guess = mh_page_guess(p->bytes, p->len);
  if (strstr(p->type, "html")) return guess == MH_FORMAT_FEED ? guess : MH_FORMAT_HTML;
  switch (guess) {
  case MH_FORMAT_HTML:
  case MH_FORMAT_FEED:
  case MH_FORMAT_TEXT: return guess;
  default: return MH_FORMAT_AUTO;
  }
}

static void give_page(const layer *l, const mh_warc_page *p)
{
  mh_intake_item item = item_of(l, format_of(p));
  if (item.format == MH_FORMAT_AUTO) return;
  item.url = p->url;
  item.charset = p->charset;
  item.retrieved = p->retrieved;
  item.offset = p->offset;
  /* Records that share a member share its offset: only from its first one can reading go on. */
  item.resumable = l->depth == 0 && l->c->regular && p->inside == 0;
  take_bytes(l, &item, p->bytes, p->len);
}

static void add_counts(mh_intake__cutter *c, const mh_warc_counts *n)
{
  c->counts.warc_records += n->records;
  c->counts.warc_other += n->other_types;
  c->counts.warc_not_ok += n->not_ok;
  c->counts.warc_not_pages += n->not_pages;
}

static void take_warc(layer *l)
{
  const mh_intake__request *r = l->c->request;
  mh_error err = {0};
  again flow;
  mh_warc *w = NULL;
  const bool file = l->depth == 0 && l->c->regular;
  bool pass = l->depth == 0 && r->skip, end = false;
  if (!put_back(&flow, l)) return;
  const mh_flow from = {&flow, read_again, file ? seek_again : NULL};
  mh_status st = mh_warc_open(&w, from, l->depth ? 0 : r->from, &err);
  while (st == MH_OK && !end) {
    mh_warc_page page;
    mh_error bad = {0};
    const mh_status one = mh_warc_next(&page, &end, w, &bad);
    if (one == MH_OK && !end && !(pass && page.offset == r->from && page.inside == 0))
      give_page(l, &page);
    if (one != MH_OK && !(pass && bad.at == r->from)) tell(l, one, bad.at, bad.text);
    if (one == MH_EIO || one == MH_ENOMEM) break;
  }
  if (st != MH_OK) tell(l, st, err.at, err.text);
  if (w) add_counts(l->c, mh_warc_seen(w));
  mh_warc_free(w);
  free(flow.at);
}

static void take_entry(const layer *l, const mh_packed *p, const char *name,
                       mh_flow entry)
{
  mh_out inside = {0};
  if (l->inside) mh_out_text(&inside, l->inside);
  if (l->inside && *name) mh_out_char(&inside, '/');
  mh_out_text(&inside, name);
  layer in = {l->c,  entry, mh_packed_error(p), inside.len ? inside.at : NULL, 0,
              false, false, l->depth + 1};
  if (inside.status == MH_OK)
    take(&in, MH_FORMAT_AUTO);
  else
    tell(l, MH_ENOMEM, 0, "no memory for a name");
  mh_out_free(&inside);
}

static void take_packed(layer *l)
{
  mh_error err = {0};
  again flow;
  mh_packed *p = NULL;
  bool end = false;
  if (!put_back(&flow, l)) return;
  const mh_flow from = {&flow, read_again};
  mh_status st = mh_packed_open(&p, from, &err);
  while (st == MH_OK) {
    const char *name;
    mh_flow entry;
    st = mh_packed_next(&name, &entry, &end, p, &err);
    if (end) break;
    if (st == MH_OK) {
      take_entry(l, p, name, entry);
    } else if (st == MH_EFORMAT || st == MH_ELIMIT) {
      tell(l, st, err.at, err.text);
      st = MH_OK;
    }
  }
  if (st != MH_OK) tell(l, err.code, err.at, err.text);
  mh_packed_free(p);
  free(flow.at);
}

static ptrdiff_t read_nothing(void *user, char *at, size_t cap)
{
  (void)user, (void)at, (void)cap;
  return 0;
}

/* What the first member of a gzip holds, by its beginning. */
static mh_format look_into(const layer *l)
{
  again flow = {.at = l->c->buffer, .n = l->len, .rest = {NULL, read_nothing}};
  char look[LOOK];
  size_t n = 0;
  mh_gunzip *g;
  if (mh_gunzip_open(&g, (mh_flow){&flow, read_again}, NULL) != MH_OK)
    return MH_FORMAT_AUTO;
  const mh_flow out = mh_gunzip_flow(g);
  while (n < sizeof look) {
    const ptrdiff_t got = out.read(out.user, look + n, sizeof look - n);
    if (got <= 0) break;
    n += (size_t)got;
  }
  mh_gunzip_free(g);
  return mh_page_guess(look, n);
}

static void take_gzip(layer *l)
{
  mh_error err = {0};
  again flow;
  mh_gunzip *g;
  if (!put_back(&flow, l)) return;
  if (mh_gunzip_open(&g, (mh_flow){&flow, read_again}, &err) != MH_OK) {
    tell(l, err.code, err.at, err.text);
  } else {
    layer in = {l->c,  mh_gunzip_flow(g), mh_gunzip_error(g), l->inside, 0, false,
                false, l->depth + 1};
    take(&in, MH_FORMAT_AUTO);
    mh_gunzip_free(g);
  }
  free(flow.at);
}

static bool is_gzip(const layer *l)
{
  return l->len > 2 && memcmp(l->c->buffer, "\x1f\x8b", 2) == 0;
}

/* By its content, unless the user said what it is. */
static void take(layer *l, mh_format format)
{
  while (!l->ended && l->len < LOOK)
    if (!fill(l, CHUNK)) return;
  const mh_format seen = mh_page_guess(l->c->buffer, l->len < LOOK ? l->len : LOOK);
  if (seen == MH_FORMAT_PACKED || format == MH_FORMAT_AUTO) format = seen;
  if (format == MH_FORMAT_PACKED && l->depth >= DEEPEST) {
    tell(l, MH_ELIMIT, 0, "packed more than four times within each other");
    return;
  }
  if (l->c->request->entries && format != MH_FORMAT_PACKED && format != MH_FORMAT_MHTML) {
    take_whole(l, format);
    return;
  }
  switch (format) {
  case MH_FORMAT_JSONL: stream_lines(l); return;
  case MH_FORMAT_WARC: take_warc(l); return;
  case MH_FORMAT_MHTML: take_saved(l); return;
  case MH_FORMAT_PACKED: break;
  default: take_whole(l, format); return;
  }
  if (!is_gzip(l))
    take_packed(l);
  else if (look_into(l) == MH_FORMAT_WARC)
    take_warc(l); /* it knows its members, and where each begins */
  else
    take_gzip(l);
}

void mh_intake__cut(mh_intake__cutter *c)
{
  const mh_intake__request *r = c->request;
  layer l = {c, {c, read_file}, NULL, NULL, 0, false, false, 0};
  if (r->from && lseek(c->fd, (off_t)r->from, SEEK_SET) < 0) {
    tell(&l, MH_EIO, r->from, "cannot go on in the middle of this input");
    return;
  }
  take(&l, r->pdf_text ? MH_FORMAT_PDF : (mh_format)r->format);
}
