/* gunzip - unpacks gzip (RFC 1952), member by member, as the bytes come.
 *
 * zlib takes them in pieces of any size; libdeflate takes small ones whole, which is several
 * times as fast.  A member is damaged when zlib says so, cut off when the flow ends inside of it, and a bomb
 * when it grows more than MH_STREAMS_RATIO times.  Not for what the bytes mean, and not for
 * the content encodings of HTTP (unpack.c).
 */
#include <stdlib.h>

#include <libdeflate.h>

#include "window.h"

enum {
  FREE_GROWTH = 1 << 20,
  RECORDS_GROWTH = 64 << 20,
  RECORDS_RATIO = 100,
  HEADER_LEN = 10,
  LOOK = 4096
};

/* ---- one member --------------------------------------------------------------------- */

bool mh_member_is(const char *bytes, size_t len)
{
  static const char magic[] = {0x1f, (char)0x8b, 8};
  const size_t n = len < sizeof magic ? len : sizeof magic;
  if (n == 0 || memcmp(bytes, magic, n) != 0) return false;
  return len < 4 || (bytes[3] & 0xe0) == 0; /* flags that nobody has given a meaning */
}

bool mh_member_holds(const char *bytes, size_t len, const char *begin)
{
  if (len < HEADER_LEN || !mh_member_is(bytes, len)) return false;
  char first[16];
  const size_t want = strlen(begin);
  assert(want <= sizeof first);
  z_stream z = {0};
  if (inflateInit2(&z, 15 + 16) != Z_OK) return false;
  z.next_in = (const Bytef *)bytes;
  z.avail_in = (uInt)(len < LOOK ? len : LOOK);
  z.next_out = (Bytef *)first;
  z.avail_out = (uInt)want;
  inflate(&z, Z_NO_FLUSH);
  inflateEnd(&z);
  return z.avail_out == 0 && memcmp(first, begin, want) == 0;
}

mh_status mh_member_begin(mh_member *m, const mh_raw *r, bool go_on, mh_error *err)
{
  const int done = m->made ? inflateReset(&m->z) : inflateInit2(&m->z, 15 + 16);
  if (done != Z_OK)
    return mh_fail(err, MH_ENOMEM, mh_window_tell(&r->win), "no memory for unpacking");
  m->made = m->open = true;
  m->start = mh_window_tell(&r->win);
  if (!go_on) m->in = m->out = 0;
  return MH_OK;
}

bool mh_member_whole(char *at, size_t cap, size_t *got, mh_member *m, mh_raw *r)
{
  mh_window *w = &r->win;
  const size_t has = mh_window_has(w);
  const size_t len = has < MH_MEMBER_WHOLE ? has : MH_MEMBER_WHOLE;
  if (!m->at_once) m->at_once = libdeflate_alloc_decompressor();
  if (!m->at_once) return false;
  size_t used = 0;
  /* Growth to FREE_GROWTH is no bomb, whatever it grew from. */
  const size_t most = cap < FREE_GROWTH ? cap : FREE_GROWTH;
  if (libdeflate_gzip_decompress_ex(m->at_once, w->buf + w->at, len, at, most, &used,
                                    got) != LIBDEFLATE_SUCCESS)
    return false;
  m->start = mh_window_tell(w);
  m->open = false;
  m->in = used;
  m->out = *got;
  w->at += used;
  return true;
}

/* Records that are larger than a page may be are unpacked only to get past them: past
 * RECORDS_GROWTH, archives that are none do not grow more than RECORDS_RATIO times. */
static bool is_bomb(const mh_member *m)
{
  if (m->of_records && m->out > RECORDS_GROWTH && m->out > RECORDS_RATIO * m->in)
    return true;
  return m->out > FREE_GROWTH && m->out - FREE_GROWTH > MH_STREAMS_RATIO * m->in;
}

static mh_status told(mh_member *m, int said, mh_error *err)
{
  m->open = false;
  if (said == Z_MEM_ERROR)
    return mh_fail(err, MH_ENOMEM, m->start, "no memory for unpacking");
  return mh_fail(err, MH_EFORMAT, m->start, "damaged gzip member: %s",
                 m->z.msg ? m->z.msg : "a dictionary is asked for");
}

/* One call of zlib, with the counts kept. */
static int inflate_some(char *at, size_t cap, size_t *got, mh_member *m, mh_window *in)
{
  const size_t have = mh_window_has(in);
  const size_t some = have < UINT32_MAX ? have : UINT32_MAX;
  const size_t room = cap < UINT32_MAX ? cap : UINT32_MAX;
  m->z.next_in = (const Bytef *)in->buf + in->at;
  m->z.avail_in = (uInt)some;
  m->z.next_out = (Bytef *)at;
  m->z.avail_out = (uInt)room;
  const int said = inflate(&m->z, Z_NO_FLUSH);
  const size_t used = some - m->z.avail_in;
  in->at += used;
  *got = room - m->z.avail_out;
  m->in += used;
  m->out += *got;
  return said;
}

mh_status mh_member_pull(char *at, size_t cap, size_t *got, mh_member *m, mh_raw *r,
                         mh_error *err)
{
  *got = 0;
  while (*got < cap && m->open) {
    const mh_status s = mh_raw_need(r, 1, err);
    if (s != MH_OK) {
      m->open = false;
      return s;
    }
    size_t some = 0;
    const bool dry = mh_window_has(&r->win) == 0;
    const int said = inflate_some(at + *got, cap - *got, &some, m, &r->win);
    *got += some;
    if (said == Z_STREAM_END) m->open = false;
    if (said != Z_OK && said != Z_STREAM_END && said != Z_BUF_ERROR)
      return told(m, said, err);
    if (is_bomb(m)) {
      m->open = false;
      return mh_fail(err, MH_ELIMIT, m->start, "a bomb: %llu packed bytes give %llu",
                     (unsigned long long)m->in, (unsigned long long)m->out);
    }
    if (dry && some == 0 && m->open) {
      m->open = false;
      return mh_fail(err, MH_EFORMAT, m->start, "gzip member is cut off");
    }
  }
  return MH_OK;
}

void mh_member_free(mh_member *m)
{
  if (m->made) inflateEnd(&m->z);
  if (m->at_once) libdeflate_free_decompressor(m->at_once);
  *m = (mh_member){0};
}

/* ---- all members as one flow ------------------------------------------------------------ */

struct mh_gunzip {
  mh_raw raw;
  mh_member member;
  mh_error error;
  bool over;
};

mh_status mh_gunzip_open(mh_gunzip **out, mh_flow from, mh_error *err)
{
  *out = NULL;
  mh_gunzip *g = calloc(1, sizeof *g);
  if (!g) return mh_fail(err, MH_ENOMEM, 0, "no memory for unpacking");
  g->raw.from = from;
  mh_status s = mh_raw_need(&g->raw, HEADER_LEN, err);
  const mh_window *in = &g->raw.win;
  if (s == MH_OK && mh_window_has(in) == 0)
    s = mh_fail(err, MH_EEMPTY, 0, "nothing to unpack");
  else if (s == MH_OK && !mh_member_is(in->buf + in->at, mh_window_has(in)))
    s = mh_fail(err, MH_EFORMAT, 0, "not gzip");
  if (s == MH_OK) s = mh_member_begin(&g->member, &g->raw, false, err);
  if (s != MH_OK) {
    mh_gunzip_free(g);
    return s;
  }
  *out = g;
  return MH_OK;
}

/* After a member: another one, zeros up to a full block, or the end. */
static mh_status follow(mh_gunzip *g)
{
  mh_window *in = &g->raw.win;
  for (;;) {
    MH_TRY(mh_raw_need(&g->raw, HEADER_LEN, &g->error));
    while (mh_window_has(in) && in->buf[in->at] == 0) in->at++;
    if (mh_window_has(in) >= HEADER_LEN || g->raw.over) break;
  }
  if (mh_window_has(in) == 0) {
    g->over = true;
    return MH_OK;
  }
  if (!mh_member_is(in->buf + in->at, mh_window_has(in)))
    return mh_fail(&g->error, MH_EFORMAT, mh_window_tell(in),
                   "bytes after the last gzip member");
  return mh_member_begin(&g->member, &g->raw, true, &g->error);
}

static ptrdiff_t read_on(void *user, char *at, size_t cap)
{
  mh_gunzip *g = user;
  if (cap > PTRDIFF_MAX) cap = PTRDIFF_MAX;
  size_t got = 0;
  while (got == 0 && cap > 0 && !g->over && g->error.code == MH_OK) {
    if (g->member.open)
      mh_member_pull(at, cap, &got, &g->member, &g->raw, &g->error);
    else
      follow(g);
  }
  return got == 0 && g->error.code != MH_OK ? -1 : (ptrdiff_t)got;
}

mh_flow mh_gunzip_flow(mh_gunzip *g)
{
  return (mh_flow){.user = g, .read = read_on};
}

const mh_error *mh_gunzip_error(const mh_gunzip *g)
{
  return &g->error;
}

void mh_gunzip_free(mh_gunzip *g)
{
  if (!g) return;
  mh_member_free(&g->member);
  mh_raw_free(&g->raw);
  free(g);
}
