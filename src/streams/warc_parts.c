/* warc_parts - the bytes of a web archive, plain or in gzip members, and how to find the way
 * again after damage.
 *
 * Not for what a record says (warc.c).
 */
#define _GNU_SOURCE /* memmem */
#include <stdlib.h>

#include "warc.h"
#include "warc_parts.h"

enum {
  BACK = 128 << 10, /* raw bytes that are looked at again after damage             */
  LOOK = 4096,      /* of these are needed to say whether a member holds a record  */
  RETURNS_MOST = 4, /* times the file that may be read again where lengths are wrong */
  WHOLE = 1 << 20,  /* room for a member that is unpacked at once */
  SOME = 64 << 10   /* room that unpacking asks for at least                       */
};

static const char LINE[] = MH_WARC_LINE;
static const size_t LINE_LEN = sizeof LINE - 1;

static mh_window *window(mh_parts *p)
{
  return p->packed ? &p->unpacked : &p->raw.win;
}

char *mh_parts_at(mh_parts *p)
{
  mh_window *w = window(p);
  return w->buf + w->at;
}

size_t mh_parts_has(const mh_parts *p)
{
  if (!p->packed) return mh_window_has(&p->raw.win);
  const mh_window *w = &p->unpacked;
  return p->next_begun ? (size_t)(p->next_at - mh_window_tell(w)) : mh_window_has(w);
}

void mh_parts_drop(mh_parts *p, size_t n)
{
  assert(n <= mh_parts_has(p));
  window(p)->at += n;
}

uint64_t mh_parts_tell(const mh_parts *p, uint64_t *inside)
{
  *inside = p->packed ? mh_window_tell(&p->unpacked) - p->part_at : 0;
  return p->offset + (p->packed ? p->member.start : mh_window_tell(&p->raw.win));
}

/* ---- one part ------------------------------------------------------------------------- */

/* At least one byte more from the member, or it is over.  What came before damage is good, so
 * that the damage is told only when more is asked for. */
static mh_status unpack_more(mh_parts *p, size_t want, mh_error *err)
{
  mh_window *w = &p->unpacked;
  if (p->broken.code == MH_OK) {
    if (mh_window_room(w, want < SOME ? SOME : want) != MH_OK)
      return mh_fail(err, MH_ENOMEM, p->member.start, "no memory for a record");
    size_t got = 0;
    mh_member_pull(w->buf + w->end, w->cap - w->end, &got, &p->member, &p->raw,
                   &p->broken);
    w->end += got;
    if (got > 0 && p->broken.code != MH_OK) return MH_OK;
  }
  if (p->broken.code == MH_OK) {
    if (!p->member.open) p->over = true;
    return MH_OK;
  }
  if (err) *err = p->broken;
  return p->broken.code;
}

/* Does the record go on in the next member?  Its first bytes say. */
static mh_status go_across(mh_parts *p, bool *across, mh_error *err)
{
  *across = false;
  MH_TRY(mh_raw_need(&p->raw, 4, err));
  const mh_window *in = &p->raw.win;
  if (!mh_member_is(in->buf + in->at, mh_window_has(in))) return MH_OK;
  MH_TRY(mh_member_begin(&p->member, &p->raw, false, err));
  p->over = false;
  p->next_at = p->unpacked.base + p->unpacked.end;
  const size_t begins = sizeof MH_WARC_BEGINS - 1;
  uint64_t has = 0;
  while (has < begins && !p->over) {
    MH_TRY(unpack_more(p, begins, err));
    has = p->unpacked.base + p->unpacked.end - p->next_at;
  }
  const char *first = p->unpacked.buf + (p->next_at - p->unpacked.base);
  p->next_begun = has >= begins && memcmp(first, MH_WARC_BEGINS, begins) == 0;
  if (!p->next_begun) p->part_at = p->next_at;
  *across = !p->next_begun;
  return MH_OK;
}

mh_status mh_parts_need(mh_parts *p, size_t n, bool across, mh_error *err)
{
  if (!p->packed) return mh_raw_need(&p->raw, n, err);
  for (bool more = true; more && mh_parts_has(p) < n && !p->next_begun;) {
    if (!p->over)
      MH_TRY(unpack_more(p, n - mh_parts_has(p), err));
    else if (across)
      MH_TRY(go_across(p, &more, err));
    else
      more = false;
  }
  return MH_OK;
}

static void begin_plain(mh_parts *p)
{
  p->packed = false;
  p->over = false;
  p->broken.code = MH_OK;
  p->raw.win.keep = 0;
}

/* Unpack the member at once where that can be; else a bit after the other. */
static mh_status open_member(mh_parts *p, mh_error *err)
{
  mh_window *w = &p->unpacked;
  size_t got = 0;
  mh_raw_ahead(&p->raw, MH_MEMBER_WHOLE);
  if (mh_window_room(w, WHOLE) != MH_OK)
    return mh_fail(err, MH_ENOMEM, mh_window_tell(&p->raw.win), "no memory for a record");
  p->over = mh_member_whole(w->buf, w->cap, &got, &p->member, &p->raw);
  w->end = p->over ? got : 0;
  return p->over ? MH_OK : mh_member_begin(&p->member, &p->raw, false, err);
}

static mh_status begin_member(mh_parts *p, mh_error *err)
{
  mh_window *w = &p->unpacked;
  w->base += w->end;
  w->at = w->end = 0;
  p->part_at = w->base;
  p->packed = true;
  p->next_begun = false;
  p->broken.code = MH_OK;
  p->raw.win.keep = BACK;
  return open_member(p, err);
}

mh_status mh_parts_begin(mh_parts *p, bool *end, mh_error *err)
{
  *end = false;
  if (p->packed && p->next_begun) {
    p->unpacked.at = (size_t)(p->next_at - p->unpacked.base);
    p->part_at = p->next_at;
    p->next_begun = false;
    return MH_OK;
  }
  MH_TRY(mh_raw_need(&p->raw, 4, err));
  const mh_window *in = &p->raw.win;
  *end = mh_window_has(in) == 0;
  if (*end) return MH_OK;
  if (!mh_member_is(in->buf + in->at, mh_window_has(in))) {
    begin_plain(p);
    return MH_OK;
  }
  return begin_member(p, err);
}

/* ---- finding the way again -------------------------------------------------------------- */

/* Where a line begins that begins a record; NULL when there is none in these bytes. */
static const char *find_line(const char *at, size_t len)
{
  const char *feed = memmem(at, len, LINE, LINE_LEN);
  return feed ? feed + 1 : NULL;
}

mh_status mh_parts_seek_line(mh_parts *p, mh_error *err)
{
  for (;;) {
    MH_TRY(mh_parts_need(p, LINE_LEN, false, err));
    const char *at = mh_parts_at(p);
    const size_t has = mh_parts_has(p);
    const char *line = find_line(at, has);
    const bool all = has < LINE_LEN;
    mh_parts_drop(p, line ? (size_t)(line - at) : all ? has : has - LINE_LEN + 1);
    if (line || all) return MH_OK;
  }
}

/* The first member that begins in [at, stop) and holds a record; stop when there is none.
 * What is too near to the end to say comes with *unsure, unless that was `all`. */
static const char *find_member(bool *unsure, const char *at, const char *stop,
                               const char *end, bool all)
{
  static const char magic[] = {0x1f, (char)0x8b, 8};
  *unsure = false;
  while (at < stop) {
    at = memmem(at, (size_t)(end - at), magic, sizeof magic);
    if (!at || at >= stop) break;
    *unsure = !all && end - at < LOOK;
    if (*unsure || mh_member_holds(at, (size_t)(end - at), MH_WARC_BEGINS)) return at;
    at++;
  }
  return stop;
}

/* Back to the bytes that the damaged member may have swallowed.  How much is read again all
 * in all stays in step with what was read. */
static void go_back(mh_parts *p)
{
  mh_window *w = &p->raw.win;
  const uint64_t here = mh_window_tell(w);
  uint64_t to = p->member.start + 1;
  if (to + BACK < here) to = here - BACK;
  if (to < w->base) to = w->base;
  if (to >= here || p->again > here + BACK) return;
  p->again += here - to;
  w->at = (size_t)(to - w->base);
}

/* One look at what is in memory: true when the way is found; else *want is how many bytes
 * the next look needs. */
static bool look(size_t *want, mh_parts *p)
{
  mh_window *w = &p->raw.win;
  const char *at = w->buf + w->at, *end = w->buf + w->end;
  const bool lines = p->plain_seen || !p->packed_seen;
  const bool members = p->packed_seen || !p->plain_seen;
  const char *line = lines ? find_line(at, (size_t)(end - at)) : NULL;
  const char *stop = line ? line : end;
  bool unsure = false;
  if (members) stop = find_member(&unsure, at, stop, end, p->raw.over);
  if (stop == end) { /* all but what may be half of a sign */
    const size_t left = mh_window_has(w) < LINE_LEN ? mh_window_has(w) : LINE_LEN - 1;
    w->at = w->end - left;
    *want = left + 1;
    return false;
  }
  w->at = (size_t)(stop - w->buf);
  *want = LOOK;
  return !unsure;
}

mh_status mh_parts_seek(mh_parts *p, mh_error *err)
{
  if (p->packed) go_back(p);
  p->member.open = p->next_begun = false;
  begin_plain(p);
  for (;;) {
    const bool all = p->raw.over;
    size_t want;
    if (mh_window_has(&p->raw.win) && look(&want, p)) return MH_OK;
    if (all) break;
    if (mh_window_has(&p->raw.win) == 0) want = 1;
    MH_TRY(mh_raw_need(&p->raw, want, err));
  }
  p->raw.win.at = p->raw.win.end;
  return MH_OK;
}

bool mh_parts_return(mh_parts *p, uint64_t at)
{
  mh_raw *r = &p->raw;
  const uint64_t here = r->win.base + r->win.end;
  if (p->packed || !r->from.seek || at >= here) return false;
  if (here > p->farthest) p->farthest = here;
  if (p->again + (here - at) > RETURNS_MOST * p->farthest) return false;
  if (!r->from.seek(r->from.user, at)) return false;
  p->again += here - at;
  r->win.base = at;
  r->win.at = r->win.end = 0;
  r->over = false;
  return true;
}

void mh_parts_free(mh_parts *p)
{
  mh_member_free(&p->member);
  free(p->unpacked.buf);
  mh_raw_free(&p->raw);
}
