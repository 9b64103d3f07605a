/* packed_zip - entries of a ZIP in the order in which they lie in it (PKWARE's APPNOTE 6.3).
 *
 * The directory at the end is never asked: the bytes come once and in order.  So a file that
 * was taken out of the directory only is still seen, and links are not told from files.  What
 * is stored or deflated is read, other methods are told.  An entry whose size stands behind
 * it ends where its deflated bytes do; after damage the next header is looked for.
 */
#include "packed_inside.h"

enum { HEADER = 30, STORED = 0, DEFLATED = 8 };

static uint32_t u16(const char *at)
{
  return (uint32_t)(unsigned char)at[0] | (uint32_t)(unsigned char)at[1] << 8;
}

static uint32_t u32(const char *at)
{
  return u16(at) | u16(at + 2) << 16;
}

static uint64_t u64(const char *at)
{
  return u32(at) | (uint64_t)u32(at + 4) << 32;
}

static bool is_mark(const char *at, size_t has, char a, char b)
{
  return has >= 4 && at[0] == 'P' && at[1] == 'K' && at[2] == a && at[3] == b;
}

/* The directory, which ends the entries. */
static bool is_directory(const char *at, size_t has)
{
  return is_mark(at, has, 1, 2) || is_mark(at, has, 5, 6) || is_mark(at, has, 6, 6) ||
         is_mark(at, has, 6, 7) || is_mark(at, has, 6, 8);
}

static bool is_header(const char *at, size_t has)
{
  return is_mark(at, has, 3, 4) && has >= HEADER && u16(at + 4) % 256 < 100 &&
         u16(at + 8) < 100;
}

/* Look for the next header, or the directory. */
static void find_header(mh_packed *p)
{
  for (;;) {
    size_t has;
    const char *at = mh_streams__peek(&p->source, HEADER, &has);
    if (has < 4) {
      mh_streams__take(&p->source, has);
      return;
    }
    if (is_header(at, has) || is_directory(at, has)) return;
    const char *next = memchr(at + 1, 'P', has - 1);
    mh_streams__take(&p->source, next ? (size_t)(next - at) : has);
  }
}

/* ---- headers ------------------------------------------------------------------------------ */

/* What the extra fields say: sizes beyond 4 GiB, the name in Unicode. */
static void read_extra(mh_streams__entry *e, const char **name, size_t *name_len,
                       const char *at, size_t len)
{
  const bool wide = e->size == UINT32_MAX, wide_packed = e->left == UINT32_MAX;
  while (len >= 4) {
    const uint32_t id = u16(at);
    const size_t n = u16(at + 2);
    if (n > len - 4) return;
    const char *data = at + 4;
    if (id == 1 && n >= (wide ? 8u : 0u) + (wide_packed ? 8u : 0u)) {
      if (wide) e->size = u64(data);
      if (wide_packed) e->left = u64(data + (wide ? 8 : 0));
    }
    if (id == 0x7075 && n > 5 && data[0] == 1 &&
        u32(data + 1) == crc32(0, (const Bytef *)*name, (uInt)*name_len)) {
      *name = data + 5;
      *name_len = n - 5;
    }
    at += 4 + n;
    len -= 4 + n;
  }
}

/* Why an entry cannot be read; NULL when it can. */
static const char *trouble(const mh_streams__entry *e, uint32_t flags)
{
  if (flags & 1) return "is encrypted";
  if (e->method != STORED && e->method != DEFLATED)
    return "is packed in a way that is not read here";
  return NULL;
}

static mh_status begin(mh_packed *p, const char *h, size_t has, mh_error *err)
{
  mh_streams__entry *e = &p->e;
  const uint32_t flags = u16(h + 6);
  const size_t extra = u16(h + 28), at = HEADER + (size_t)u16(h + 26);
  const char *name = h + HEADER;
  size_t name_len = at - HEADER;
  bool hidden;
  e->method = (uint16_t)u16(h + 8);
  e->described = flags & 8;
  e->crc_told = u32(h + 14);
  e->left = u32(h + 18);
  e->size = u32(h + 22);
  e->open = true;
  if (has < at + extra) {
    p->done = true;
    return mh_fail(err, MH_EFORMAT, mh_streams__where(&p->source),
                   "the archive ends in the middle of a header");
  }
  const bool folder = name_len && name[name_len - 1] == '/';
  read_extra(e, &name, &name_len, h + at, extra);
  if (e->described && e->left == 0) e->left = e->size = UINT64_MAX;
  const mh_status s = mh_streams__entry_name(&e->name, &hidden, &p->names, name,
                                             name_len);
  mh_streams__take(&p->source, at + extra);
  if (s != MH_OK) return mh_fail(err, s, 0, "out of memory");
  const char *why = trouble(e, flags);
  e->lost = why && e->left == UINT64_MAX;
  if (!why && e->method == DEFLATED) {
    p->z = (z_stream){0};
    p->inflating = inflateInit2(&p->z, -15) == Z_OK;
    if (!p->inflating) return mh_fail(err, MH_ENOMEM, 0, "out of memory");
  }
  const char *told = e->name;
  if (hidden || folder) e->name = NULL;
  if (!why || !e->name) return MH_OK;
  e->name = NULL;
  return mh_fail(err, MH_EFORMAT, mh_streams__where(&p->source), "%.160s %s", told, why);
}

mh_status mh_streams__zip_next(mh_packed *p, mh_error *err)
{
  size_t has;
  const char *at = mh_streams__peek(&p->source, HEADER, &has);
  const bool spanned = is_mark(at, has, '0', '0') || is_mark(at, has, 7, 8);
  if (spanned && mh_streams__where(&p->source) == 0) {
    mh_streams__take(&p->source, 4);
    at = mh_streams__peek(&p->source, HEADER, &has);
  }
  if (is_header(at, has)) {
    at = mh_streams__peek(&p->source, HEADER + u16(at + 26) + u16(at + 28), &has);
    return begin(p, at, has, err);
  }
  p->done = is_directory(at, has) || has < 4;
  if (is_directory(at, has)) return MH_OK;
  const uint64_t where = mh_streams__where(&p->source);
  if (!p->done) find_header(p);
  return mh_fail(err, MH_EFORMAT, where,
                 p->done ? "the archive ends before its directory"
                         : "a header is damaged");
}

/* ---- what is behind an entry ------------------------------------------------------------------- */

/* Sizes that stand behind the bytes, with or without a mark before them, in four bytes each
 * or in eight: as what was counted says. */
static void read_description(mh_packed *p)
{
  mh_streams__entry *e = &p->e;
  size_t has;
  const char *at = mh_streams__peek(&p->source, 24, &has);
  const size_t mark = is_mark(at, has, 7, 8) ? 4 : 0;
  if (has >= mark + 20 && u64(at + mark + 4) == e->packed &&
      u64(at + mark + 12) == e->unpacked) {
    e->crc_told = u32(at + mark);
    mh_streams__take(&p->source, mark + 20);
  } else if (has >= mark + 12 && u32(at + mark + 4) == (uint32_t)e->packed) {
    e->crc_told = u32(at + mark);
    mh_streams__take(&p->source, mark + 12);
  } else {
    e->lost = true;
  }
}

static void pass_rest(mh_packed *p)
{
  mh_streams__pass(&p->source, p->e.left);
  p->e.packed += p->e.left;
  p->e.left = 0;
}

static ptrdiff_t finish(mh_packed *p)
{
  mh_streams__entry *e = &p->e;
  mh_streams__zip_close(p);
  if (e->left != UINT64_MAX) pass_rest(p);
  if (e->described) read_description(p);
  const bool whole = !e->lost && e->crc == e->crc_told &&
                     (e->size == UINT64_MAX || e->size == e->unpacked);
  e->open = false;
  return whole ? 0
               : mh_streams__spoil(p, MH_EFORMAT,
                                   "the entry is damaged: its sum is another");
}

void mh_streams__zip_close(mh_packed *p)
{
  if (p->inflating) inflateEnd(&p->z);
  p->inflating = false;
}

void mh_streams__zip_leave(mh_packed *p)
{
  mh_streams__entry *e = &p->e;
  char waste[16 << 10];
  if (e->left == UINT64_MAX) {
    while (e->open && !e->lost && mh_streams__zip_read(p, waste, sizeof waste) > 0) {
    }
  } else if (e->open || e->left) {
    pass_rest(p);
    if (e->described) read_description(p);
  }
  mh_streams__zip_close(p);
  if (e->lost) find_header(p);
}

/* ---- the bytes of an entry --------------------------------------------------------------------------- */

/* Where an entry that is stored without its length ends within n bytes: at the mark behind
 * which its sum and its sizes stand; n when it goes on. */
static size_t end_of_stored(const mh_streams__entry *e, const char *at, size_t n,
                            size_t has)
{
  for (size_t i = 0; i < n; i++) {
    const char *mark = memchr(at + i, 'P', n - i);
    if (!mark) return n;
    i = (size_t)(mark - at);
    if (!is_mark(mark, has - i, 7, 8) || has - i < 16) continue;
    if (u32(mark + 8) != (uint32_t)(e->packed + i)) continue;
    if ((uint32_t)crc32(e->crc, (const Bytef *)at, (uInt)i) == u32(mark + 4)) return i;
  }
  return n;
}

/* How much may be given of an entry that is stored without its length: all but what may be
 * its description. */
static size_t stored_so_far(mh_packed *p, size_t cap)
{
  enum { DESCRIPTION = 24, STEP = 32 << 10 };
  mh_streams__entry *e = &p->e;
  size_t has;
  const char *at = mh_streams__peek(&p->source, STEP + DESCRIPTION, &has);
  size_t n = has > STEP ? has - DESCRIPTION : has;
  if (n > cap) n = cap;
  const size_t end = end_of_stored(e, at, n, has);
  if (end < n) e->left = end;
  return end;
}

static ptrdiff_t read_stored(mh_packed *p, char *at, size_t cap)
{
  mh_streams__entry *e = &p->e;
  size_t has;
  if (e->left == UINT64_MAX) cap = stored_so_far(p, cap);
  if (e->left == 0) return finish(p);
  const char *from = mh_streams__peek(&p->source, 1, &has);
  size_t n = has < cap ? has : cap;
  if (n > e->left) n = (size_t)e->left;
  if (n == 0)
    return mh_streams__spoil(p, MH_EFORMAT,
                             "the archive ends in the middle of the entry");
  memcpy(at, from, n);
  mh_streams__take(&p->source, n);
  if (e->left != UINT64_MAX) e->left -= n;
  e->packed += n;
  e->unpacked += n;
  e->crc = (uint32_t)crc32(e->crc, (const Bytef *)at, (uInt)n);
  return (ptrdiff_t)n;
}

/* Inflate a stretch; how much came out.  *end when that was all. */
static ptrdiff_t inflate_some(mh_packed *p, char *at, size_t cap, bool *end)
{
  mh_streams__entry *e = &p->e;
  size_t has;
  const char *from = mh_streams__peek(&p->source, 1, &has);
  if (has > e->left) has = (size_t)e->left;
  p->z.next_in = (Bytef *)(uintptr_t)from;
  p->z.avail_in = (uInt)has;
  p->z.next_out = (Bytef *)at;
  p->z.avail_out = (uInt)cap;
  const int rc = inflate(&p->z, Z_NO_FLUSH);
  const size_t used = has - p->z.avail_in, made = cap - p->z.avail_out;
  mh_streams__take(&p->source, used);
  e->packed += used;
  if (e->left != UINT64_MAX) e->left -= used;
  e->unpacked += made;
  e->crc = (uint32_t)crc32(e->crc, (const Bytef *)at, (uInt)made);
  *end = rc == Z_STREAM_END;
  if (rc == Z_OK || rc == Z_STREAM_END) return (ptrdiff_t)made;
  if (rc == Z_BUF_ERROR && has == 0)
    return mh_streams__spoil(p, MH_EFORMAT, "the entry ends in the middle");
  e->lost = e->left == UINT64_MAX;
  return rc == Z_MEM_ERROR ? mh_streams__spoil(p, MH_ENOMEM, "out of memory")
                           : mh_streams__spoil(p, MH_EFORMAT, "the entry is damaged");
}

ptrdiff_t mh_streams__zip_read(mh_packed *p, char *at, size_t cap)
{
  mh_streams__entry *e = &p->e;
  if (!e->open) return 0;
  if (e->method == STORED) return read_stored(p, at, cap);
  if (!p->inflating) return finish(p);
  if (cap > (1u << 30)) cap = 1u << 30;
  for (bool end = false;;) {
    const ptrdiff_t n = inflate_some(p, at, cap, &end);
    if (n < 0) return n;
    if (end) mh_streams__zip_close(p);
    if (e->unpacked > (1 << 20) && e->unpacked / MH_STREAMS_RATIO > e->packed) {
      e->lost = e->left == UINT64_MAX;
      return mh_streams__spoil(p, MH_ELIMIT,
                               "the entry grows too much when it is unpacked");
    }
    if (n > 0) return n;
    if (end) return finish(p);
  }
}
