/* warc - reads web archives (ISO 28500), plain or in gzip members, record by record.
 *
 * A record is handed on when its header can be read, its length is right (the next record, or
 * nothing, follows) and, packed, its member's checksum as well.  Anything else is told and
 * passed over.  What is no page is passed over without being kept.  Not for what a page says;
 * digests are not looked at.
 */
#include <stdlib.h>

#include "warc.h"
#include "warc_parts.h"

enum {
  HEAD_MOST =
      64 << 10,    /* the header of a record                                        */
  FIT = 1 << 20,   /* records up to here are looked at as a whole, pages or not     */
  PEEK = 64 << 10, /* of larger ones the header of HTTP must be within so many bytes */
  ENDS_MOST = 64   /* empty lines after a record that are looked at                 */
};

typedef enum where {
  AT_START,  /* a record is to begin here, after empty lines                 */
  PASSING,   /* `left` bytes of a record are to be dropped                   */
  LOST_LINE, /* the next line that begins a record is to be found in this part */
  LOST_PART, /* the rest of the part is to be dropped                         */
  LOST,      /* the next member or line that begins a record is to be found   */
  DEAD       /* no more can be read                                           */
} where;

struct mh_warc {
  mh_parts parts;
  where where;
  mh_status died;          /* DEAD: of what                               */
  uint64_t left;           /* PASSING: bytes still to drop                */
  uint64_t offset, inside; /* of the record                               */
  size_t head_len;         /* of its header                               */
  uint64_t head_end;       /* in a plain archive: the byte of the flow behind it */
  bool shared;             /* a member with several records was seen      */
  bool told;               /* the record is bad, and that was told        */
  mh_warc_head head;
  mh_warc_counts seen;
  mh_unpacker unpacker;
  mh_arena texts; /* address, day and type of the last page */
};

mh_status mh_warc_open(mh_warc **out, mh_flow from, uint64_t offset, mh_error *err)
{
  *out = NULL;
  mh_warc *w = calloc(1, sizeof *w);
  if (!w) return mh_fail(err, MH_ENOMEM, offset, "no memory for a web archive");
  w->parts.raw.from = from;
  w->parts.offset = offset;
  w->parts.member.of_records = true;
  mh_arena_init(&w->texts, 0);
  *out = w;
  return MH_OK;
}

void mh_warc_free(mh_warc *w)
{
  if (!w) return;
  mh_parts_free(&w->parts);
  mh_unpacker_free(&w->unpacker);
  mh_arena_free(&w->texts);
  free(w);
}

const mh_warc_counts *mh_warc_seen(const mh_warc *w)
{
  return &w->seen;
}

/* ---- failing and going on ---------------------------------------------------------------- */

/* The record is bad: told with its offset, counted; `on` says how to go on. */
static mh_status bad(mh_warc *w, mh_status s, where on, mh_error *err)
{
  const bool fatal = s == MH_EIO || s == MH_ENOMEM;
  w->where = fatal ? DEAD : on;
  w->told = true;
  if (fatal)
    w->died = s;
  else
    w->seen.bad++;
  if (err) err->at = w->offset;
  return s;
}

/* How to go on when this part's bytes can still be read.  Where each record has its member, a
 * line in it that looks like a record's first is something that a page says. */
static where lost_in(const mh_warc *w)
{
  const bool own = w->parts.packed && !w->shared && w->inside == 0 && w->offset > 0;
  return own ? LOST_PART : LOST_LINE;
}

/* Have n bytes of the record.  A failure is one of the record. */
static mh_status need(mh_warc *w, size_t n, bool across, mh_error *err)
{
  const mh_status s = mh_parts_need(&w->parts, n, across, err);
  return s == MH_OK ? s : bad(w, s, LOST, err);
}

/* The header was read, and the rest is not what it says: go on looking behind the header. */
static mh_status bad_rest(mh_warc *w, mh_status s, mh_error *err)
{
  mh_parts_drop(&w->parts, w->head_len - 1);
  return bad(w, s, lost_in(w), err);
}

static const char CUT_OFF[] = "a record that is cut off";
static const char WRONG_LENGTH[] = "a record does not end where its Content-Length says";

/* ---- where a record begins and ends ------------------------------------------------------- */

static bool is_end(char c)
{
  return c == '\r' || c == '\n';
}

/* Drop the empty lines before a record, and go to the next part when this one has no more. */
static mh_status go_to_record(mh_warc *w, bool *end, mh_error *err)
{
  mh_parts *p = &w->parts;
  for (;;) {
    MH_TRY(need(w, 1, false, err));
    const size_t has = mh_parts_has(p);
    if (has == 0 || !p->packed) {
      const mh_status s = mh_parts_begin(p, end, err);
      if (s != MH_OK) return bad(w, s, LOST, err);
      if (*end) return MH_OK;
      w->offset = mh_parts_tell(p, &w->inside);
      if (p->packed) continue;
    }
    const char *at = mh_parts_at(p);
    size_t n = 0;
    while (n < mh_parts_has(p) && is_end(at[n])) n++;
    if (n == 0) break;
    mh_parts_drop(p, n);
  }
  w->offset = mh_parts_tell(p, &w->inside);
  return MH_OK;
}

/* Behind n bytes line ends must follow, and then a record or nothing.  In a plain archive two
 * of them are enough: what comes then is garbage of its own. */
static mh_status check_end(bool *good, mh_warc *w, size_t n, mh_error *err)
{
  static const char begins[] = MH_WARC_BEGINS;
  const size_t len = sizeof begins - 1;
  mh_parts *p = &w->parts;
  size_t at = n;
  for (int feeds = 0; at < n + ENDS_MOST; at++) {
    MH_TRY(need(w, at + 1, false, err));
    if (mh_parts_has(p) == at || !is_end(mh_parts_at(p)[at])) break;
    if (mh_parts_at(p)[at] == '\n' && ++feeds == 2) *good = !p->packed;
  }
  MH_TRY(need(w, at + len, false, err));
  const size_t has = mh_parts_has(p) - at;
  const char *next = mh_parts_at(p) + at;
  if (memcmp(next, begins, has < len ? has : len) == 0) *good = true;
  if (!p->packed && mh_member_is(next, has)) *good = true;
  return MH_OK;
}

/* The record's first n bytes and the certainty that it ends there. */
static mh_status need_whole(mh_warc *w, size_t n, mh_error *err)
{
  MH_TRY(need(w, n, true, err));
  if (mh_parts_has(&w->parts) < n) {
    return bad_rest(w, mh_fail(err, MH_EFORMAT, 0, CUT_OFF), err);
  }
  bool good = false;
  MH_TRY(check_end(&good, w, n, err));
  if (good) return MH_OK;
  return bad_rest(w, mh_fail(err, MH_EFORMAT, 0, WRONG_LENGTH), err);
}

/* ---- passing over -------------------------------------------------------------------------- */

/* A record that was not looked at as a whole does not end where it should.  Where the flow
 * can go back it does: other records may lie in what was dropped. */
static mh_status passed_wrongly(mh_warc *w, where on, const char *what, mh_error *err)
{
  if (!w->parts.packed && mh_parts_return(&w->parts, w->head_end - 1)) on = LOST_LINE;
  return bad(w, mh_fail(err, MH_EFORMAT, 0, "%s", what), on, err);
}

/* Drop the rest of a record that is not looked at as a whole. */
static mh_status pass(mh_warc *w, mh_error *err)
{
  mh_parts *p = &w->parts;
  while (w->left > 0) {
    MH_TRY(need(w, 1, true, err));
    const size_t has = mh_parts_has(p);
    if (has == 0) return passed_wrongly(w, AT_START, CUT_OFF, err);
    const size_t some = has < w->left ? has : (size_t)w->left;
    mh_parts_drop(p, some);
    w->left -= some;
  }
  w->where = AT_START;
  bool good = false;
  MH_TRY(check_end(&good, w, 0, err));
  return good ? MH_OK : passed_wrongly(w, lost_in(w), WRONG_LENGTH, err);
}

/* The same; a record that was told to be bad is not told of again. */
static mh_status pass_once(mh_warc *w, mh_error *err)
{
  const bool told = w->told;
  const uint64_t n = w->seen.bad;
  const mh_status s = pass(w, err);
  if (!told || w->where == DEAD) return s;
  w->seen.bad = n;
  return MH_OK;
}

static mh_status drop_part(mh_warc *w, mh_error *err)
{
  for (size_t has = 1; has > 0;) {
    MH_TRY(mh_parts_need(&w->parts, 1, false, err));
    has = mh_parts_has(&w->parts);
    mh_parts_drop(&w->parts, has);
  }
  return MH_OK;
}

/* From wherever the last record left off to where one may begin. */
static mh_status settle(mh_warc *w, mh_error *err)
{
  const where was = w->where;
  mh_status s = MH_OK;
  if (w->where == PASSING) return pass_once(w, err);
  if (w->where == LOST_PART) s = drop_part(w, err);
  if (w->where == LOST_LINE) s = mh_parts_seek_line(&w->parts, err);
  if (w->where == LOST) s = mh_parts_seek(&w->parts, err);
  w->where = AT_START;
  if (s == MH_OK) return MH_OK;
  /* The stretch was told already: that it is damaged further on is no news. */
  if (was != LOST && (s == MH_EFORMAT || s == MH_ELIMIT)) {
    w->where = LOST;
    return MH_OK;
  }
  return bad(w, s, LOST, err);
}

/* The record is done with: what of it is in the window is dropped now, the rest later. */
static void leave(mh_warc *w)
{
  const uint64_t all = w->head_len + w->head.length;
  const size_t has = mh_parts_has(&w->parts);
  const size_t some = has < all ? has : (size_t)all;
  mh_parts_drop(&w->parts, some);
  w->left = all - some;
  w->where = w->left ? PASSING : AT_START;
}

/* ---- the header ------------------------------------------------------------------------------ */

/* Bytes that begin no record. */
static mh_status garbage(mh_warc *w, mh_error *err)
{
  mh_fail(err, MH_EFORMAT, 0, "bytes that are no record");
  return bad(w, MH_EFORMAT, w->parts.packed ? lost_in(w) : LOST, err);
}

/* How a line of a header looks. */
typedef enum line { LINE_OTHER, LINE_EMPTY, LINE_RECORD } line;

static line line_of(const char *at, size_t len)
{
  static const char begins[] = "WARC/1.";
  if (len == 0 || (len == 1 && *at == '\r')) return LINE_EMPTY;
  const bool record = len >= sizeof begins - 1 &&
                      memcmp(at, begins, sizeof begins - 1) == 0;
  return record ? LINE_RECORD : LINE_OTHER;
}

/* Find the empty line that ends the header: w->head_len.  Each byte is looked at once. */
static mh_status find_head_end(mh_warc *w, mh_error *err)
{
  mh_parts *p = &w->parts;
  size_t from = 0, seen = 0; /* where the line begins; how far no line feed was found */
  while (from < HEAD_MOST && seen < HEAD_MOST) {
    const char *at = mh_parts_at(p);
    const size_t has = mh_parts_has(p);
    const char *feed = memchr(at + seen, '\n', has - seen);
    if (!feed) {
      seen = has;
      MH_TRY(need(w, has + 1, true, err));
      if (mh_parts_has(p) > has) continue;
      mh_parts_drop(p, has);
      return bad(w, mh_fail(err, MH_EFORMAT, 0, CUT_OFF), AT_START, err);
    }
    const size_t stop = (size_t)(feed - at);
    const line kind = line_of(at + from, stop - from);
    if (kind == LINE_RECORD && from > 0) {
      mh_parts_drop(p, from - 1);
      mh_fail(err, MH_EFORMAT, 0, "a record's header that another record breaks off");
      return bad(w, MH_EFORMAT, LOST_LINE, err);
    }
    from = seen = w->head_len = stop + 1;
    if (kind == LINE_EMPTY) return MH_OK;
  }
  mh_parts_drop(p, (seen < HEAD_MOST ? seen : HEAD_MOST) - 1);
  mh_fail(err, MH_ELIMIT, 0, "a record's header of more than %d KiB", HEAD_MOST >> 10);
  return bad(w, MH_ELIMIT, lost_in(w), err);
}

/* The header of the record at the window's first byte. */
static mh_status read_head(mh_warc *w, mh_error *err)
{
  static const char begins[] = MH_WARC_BEGINS;
  const size_t len = sizeof begins - 1;
  mh_parts *p = &w->parts;
  MH_TRY(need(w, len, true, err));
  if (mh_parts_has(p) < len || memcmp(mh_parts_at(p), begins, len) != 0)
    return garbage(w, err);
  if (p->packed)
    p->packed_seen = true;
  else
    p->plain_seen = true;
  if (w->inside > 0) w->shared = true;
  w->seen.records++;
  w->told = false;
  MH_TRY(find_head_end(w, err));
  w->head_end = w->offset - p->offset + w->head_len;
  char *at = mh_parts_at(p);
  if (mh_warc_head_read(&w->head, at, at + w->head_len, err) == MH_OK) return MH_OK;
  return bad_rest(w, MH_EFORMAT, err);
}

/* ---- a page ------------------------------------------------------------------------------- */

/* What a record is, as far as it can be told without its body. */
typedef enum verdict { PAGE, NO_PAGE, NOT_OK, BROKEN } verdict;

static verdict judge(mh_http *http, mh_warc *w, mh_error *err)
{
  *http = (mh_http){0};
  if (w->head.kind == MH_WARC_BODY) {
    http->type = w->head.type;
    http->charset = w->head.charset;
  } else {
    const size_t has = mh_parts_has(&w->parts) - w->head_len;
    const size_t len = has < w->head.length ? has : (size_t)w->head.length;
    if (mh_http_read(http, mh_parts_at(&w->parts) + w->head_len, len, err) != MH_OK)
      return BROKEN;
    if (http->status != 200) return NOT_OK;
  }
  return !http->type.len || mh_part_is_page(http->type) ? PAGE : NO_PAGE;
}

/* Have n bytes, or the whole record.  The window may move: the parts of the header with it. */
static mh_status have(mh_warc *w, size_t n, bool whole, mh_error *err)
{
  mh_part *parts[] = {&w->head.url, &w->head.date, &w->head.type, &w->head.charset};
  enum { N = sizeof parts / sizeof *parts };
  size_t place[N];
  const char *was = mh_parts_at(&w->parts);
  for (size_t i = 0; i < N; i++)
    place[i] = parts[i]->at ? (size_t)(parts[i]->at - was) : 0;
  MH_TRY(whole ? need_whole(w, n, err) : need(w, n, true, err));
  const char *is = mh_parts_at(&w->parts);
  for (size_t i = 0; i < N; i++)
    if (place[i]) parts[i]->at = is + place[i];
  return MH_OK;
}

/* A page whose type nobody told is looked at: what has zeros soon is none. */
static bool may_be_page(const mh_http *http, const char *bytes, size_t len)
{
  return len > 0 && (http->type.len || !memchr(bytes, 0, len < 512 ? len : 512));
}

/* The texts of a page in memory of their own. */
static mh_status tell(mh_warc_page *out, mh_warc *w, const mh_http *http, mh_error *err)
{
  mh_arena_reset(&w->texts);
  out->url = mh_part_url(&w->texts, w->head.url);
  out->retrieved = mh_part_instant(&w->texts, w->head.date);
  out->type = mh_part_small(&w->texts, http->type);
  const char *charset = mh_part_small(&w->texts, http->charset);
  out->offset = w->offset;
  out->inside = w->inside;
  if (!out->url || !out->retrieved || !out->type || !charset) {
    leave(w);
    return bad(w, mh_fail(err, MH_ENOMEM, 0, "no memory for a page"), w->where, err);
  }
  out->charset = *charset ? charset : NULL;
  return MH_OK;
}

/* The body, unwrapped; *is false when it is no page after all. */
static mh_status take(mh_warc_page *out, bool *is, const mh_http *http, mh_warc *w,
                      mh_error *err)
{
  char *body = mh_parts_at(&w->parts) + w->head_len + http->body;
  size_t len = (size_t)w->head.length - http->body;
  out->cut = w->head.cut ||
             (http->has_length && !http->codings.len && http->length > len);
  if (http->chunked) len = mh_http_join(body, len, &out->cut);
  out->bytes = body;
  out->len = len;
  const mh_status s = mh_unpack(&out->bytes, &out->len, &out->cut, http->codings,
                                &w->unpacker, err);
  if (s != MH_OK) {
    leave(w);
    return bad(w, s, w->where, err);
  }
  *is = may_be_page(http, out->bytes, out->len);
  if (*is) MH_TRY(tell(out, w, http, err));
  leave(w);
  return MH_OK;
}

static mh_status too_large(mh_warc *w, mh_error *err)
{
  mh_fail(err, MH_ELIMIT, 0, "a page of more than %d MiB", (int)(MH_STREAMS_MAX >> 20));
  leave(w);
  return bad(w, MH_ELIMIT, w->where, err);
}

/* Look at the record whose header was read; *is when it is a page. */
static mh_status look_at(mh_warc_page *out, bool *is, mh_warc *w, mh_error *err)
{
  const uint64_t all = w->head_len + w->head.length;
  const bool fits = all <= FIT;
  const uint64_t peek = all < w->head_len + PEEK ? all : w->head_len + PEEK;
  if (fits) MH_TRY(have(w, (size_t)all, true, err));
  if (w->head.kind == MH_WARC_OTHER) {
    w->seen.other_types++;
    leave(w);
    return MH_OK;
  }
  if (!fits) MH_TRY(have(w, (size_t)peek, false, err));
  mh_http http;
  const verdict v = judge(&http, w, err);
  if (v == PAGE) {
    if (w->head.length > MH_STREAMS_MAX) return too_large(w, err);
    if (!fits) {
      MH_TRY(have(w, (size_t)all, true, err));
      judge(&http, w, NULL); /* again, as the window may have moved */
    }
    MH_TRY(take(out, is, &http, w, err));
    *(*is ? &w->seen.pages : &w->seen.not_pages) += 1;
    return MH_OK;
  }
  leave(w);
  if (v == BROKEN) return bad(w, MH_EFORMAT, w->where, err);
  *(v == NOT_OK ? &w->seen.not_ok : &w->seen.not_pages) += 1;
  return MH_OK;
}

mh_status mh_warc_next(mh_warc_page *out, bool *end, mh_warc *w, mh_error *err)
{
  *out = (mh_warc_page){0};
  *end = false;
  if (w->where == DEAD)
    return mh_fail(err, w->died, w->offset, "reading failed before this");
  for (bool is = false; !is;) {
    while (w->where != AT_START) MH_TRY(settle(w, err));
    MH_TRY(go_to_record(w, end, err));
    if (*end) return MH_OK;
    MH_TRY(read_head(w, err));
    MH_TRY(look_at(out, &is, w, err));
  }
  return MH_OK;
}
