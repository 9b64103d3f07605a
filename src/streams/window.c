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

mh_status mh_raw_need(mh_raw *r, size_t n, mh_error *err)
{
  mh_window *w = &r->win;
  while (mh_window_has(w) < n && !r->over) {
    /* Asking for as much as there is room for, not only for what is missing. */
    if (mh_window_room(w, n - mh_window_has(w)) != MH_OK)
      return mh_fail(err, MH_ENOMEM, mh_window_tell(w), "no memory for what was read");
    const size_t room = w->cap - w->end;
    const ptrdiff_t got = r->from.read(r->from.user, w->buf + w->end, room);
    if (got < 0) {
      r->over = true;
      return mh_fail(err, MH_EIO, w->base + w->end, "reading failed");
    }
    assert((size_t)got <= room);
    if (got == 0) r->over = true;
    w->end += (size_t)got;
  }
  return MH_OK;
}

void mh_raw_free(mh_raw *r)
{
  free(r->win.buf);
  r->win = (mh_window){0};
}
