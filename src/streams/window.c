/* window - the stretch of a stream that is in memory: makes room by moving or by growing.
 *
 * Not for reading what the bytes say.
 */
#include <stdlib.h>

#include "window.h"

enum {
  FIRST = 256 << 10 /* fits the processor's second cache: what was read is still near */
};

static mh_status grow(mh_window *w, size_t from, size_t n)
{
  const size_t has = w->end - from;
  size_t cap = w->cap ? 2 * w->cap : FIRST;
  while (cap - has < n) cap *= 2;
  char *fresh = malloc(cap);
  if (!fresh) return MH_ENOMEM;
  if (has) memcpy(fresh, w->buf + from, has);
  free(w->buf);
  w->buf = fresh;
  w->cap = cap;
  return MH_OK;
}

mh_status mh_window_room(mh_window *w, size_t n)
{
  if (w->cap - w->end >= n) return MH_OK;
  if (n > SIZE_MAX / 8) return MH_ENOMEM;
  const size_t from = w->at - (w->at < w->keep ? w->at : w->keep);
  const size_t has = w->end - from;
  if (from >= has && w->cap - has >= n)
    memmove(w->buf, w->buf + from, has);
  else
    MH_TRY(grow(w, from, n));
  w->base += from;
  w->at -= from;
  w->end -= from;
  return MH_OK;
}

/* One call of the flow, for at least n bytes more. */
static mh_status read_some(mh_raw *r, size_t n, mh_error *err)
{
  mh_window *w = &r->win;
  if (r->failed) return mh_fail(err, MH_EIO, w->base + w->end, "reading failed");
  if (mh_window_room(w, n) != MH_OK)
    return mh_fail(err, MH_ENOMEM, mh_window_tell(w), "no memory for what was read");
  /* As much as there is room for, not only what is missing. */
  const size_t room = w->cap - w->end;
  const ptrdiff_t got = r->from.read(r->from.user, w->buf + w->end, room);
  assert(got <= (ptrdiff_t)room);
  if (got < 0) r->failed = true;
  if (got == 0) r->over = true;
  if (got > 0) w->end += (size_t)got;
  return MH_OK;
}

mh_status mh_raw_need(mh_raw *r, size_t n, mh_error *err)
{
  while (mh_window_has(&r->win) < n && !r->over)
    MH_TRY(read_some(r, n - mh_window_has(&r->win), err));
  return MH_OK;
}

void mh_raw_ahead(mh_raw *r, size_t n)
{
  while (mh_window_has(&r->win) < n && !r->over && !r->failed)
    if (read_some(r, n - mh_window_has(&r->win), NULL) != MH_OK) return;
}

void mh_raw_free(mh_raw *r)
{
  free(r->win.buf);
  r->win = (mh_window){0};
}
