/* packed_tar - entries of a tar: of the seventh edition, POSIX (ustar, pax) and GNU.
 *
 * Only what is needed to name an entry and to know where it ends: name, size, kind.  An
 * absurd size is no harm, for the entry ends where the archive does.  Behind a damaged header
 * the next sound one is looked for.  Sparse files are told and passed over: what they hold
 * is not what they seem to.
 */
#include "packed_inside.h"

enum { BLOCK = 512, LONGEST_NAME = 64 << 10, LONGEST_PAX = 1 << 20 };

/* What stands before an entry about it. */
typedef struct about {
  const char *name;
  size_t name_len;
  uint64_t size; /* UINT64_MAX: not told */
  bool sparse;
} about;

/* ---- numbers ---------------------------------------------------------------------------- */

/* Octal digits, or bytes when the first has its high bit set; UINT64_MAX when neither. */
static uint64_t number(const char *at, size_t len)
{
  uint64_t v = 0;
  size_t i = 0;
  if ((unsigned char)at[0] & 0x80) {
    v = (unsigned char)at[0] & 0x7f;
    for (i = 1; i < len; i++) {
      if (v >> 54) return UINT64_MAX;
      v = v << 8 | (unsigned char)at[i];
    }
    return v;
  }
  while (i < len && (at[i] == ' ' || at[i] == '0')) i++;
  for (; i < len && at[i] >= '0' && at[i] <= '7'; i++)
    v = v << 3 | (uint64_t)(at[i] - '0');
  return i == len || at[i] == ' ' || at[i] == '\0' ? v : UINT64_MAX;
}

/* The sum of the bytes, the field of the sum itself as blanks; some have summed signed ones. */
static bool sums_up(const char *h)
{
  uint32_t plain = 0;
  int32_t odd = 0;
  for (int i = 0; i < BLOCK; i++) {
    const char c = i >= 148 && i < 156 ? ' ' : h[i];
    plain += (unsigned char)c;
    odd += (signed char)c;
  }
  const uint64_t told = number(h + 148, 8);
  return told == plain || (odd >= 0 && told == (uint64_t)odd);
}

static bool is_zero(const char *h)
{
  for (int i = 0; i < BLOCK; i++)
    if (h[i]) return false;
  return true;
}

bool mh_streams__is_tar(const char *head, size_t len)
{
  return len >= BLOCK && head[0] && number(head + 124, 12) != UINT64_MAX && sums_up(head);
}

/* ---- what stands before an entry -------------------------------------------------------------- */

/* n bytes that stand in front of an entry, with what fills their last block, in p->names. */
static mh_status read_body(const char **out, mh_packed *p, uint64_t n)
{
  char *to = mh_arena_take(&p->names, (size_t)n + 1);
  *out = to;
  if (!to) return MH_ENOMEM;
  for (size_t at = 0; at < n;) {
    size_t has;
    const char *from = mh_streams__peek(&p->source, 1, &has);
    if (has == 0) return MH_EFORMAT;
    const size_t step = has < n - at ? has : (size_t)n - at;
    memcpy(to + at, from, step);
    mh_streams__take(&p->source, step);
    at += step;
  }
  to[n] = '\0';
  mh_streams__pass(&p->source, -n % BLOCK);
  return MH_OK;
}

static bool is_key(const char *at, size_t len, const char *key)
{
  return strlen(key) == len && memcmp(at, key, len) == 0;
}

/* Records "27 path=...\n" of a pax header. */
static void read_pax(about *x, const char *at, size_t len)
{
  for (size_t i = 0; i < len;) {
    size_t n = 0, from = i;
    while (from < len && at[from] >= '0' && at[from] <= '9' && n < len)
      n = n * 10 + (size_t)(at[from++] - '0');
    if (n <= from - i || n > len - i || at[from] != ' ') return;
    const char *key = at + from + 1, *end = at + i + n - 1;
    const char *is = end > key ? memchr(key, '=', (size_t)(end - key)) : NULL;
    i += n;
    if (!is) continue;
    const size_t key_len = (size_t)(is - key), value_len = (size_t)(end - is - 1);
    if (is_key(key, key_len, "path")) x->name = is + 1, x->name_len = value_len;
    if (key_len > 10 && memcmp(key, "GNU.sparse", 10) == 0) x->sparse = true;
    if (!is_key(key, key_len, "size")) continue;
    x->size = 0;
    for (const char *d = is + 1; d < end && *d >= '0' && *d <= '9' && x->size >> 58 == 0;
         d++)
      x->size = x->size * 10 + (uint64_t)(*d - '0');
  }
}

/* A header that is about the next; false for one of an entry itself. */
static bool is_about(char type)
{
  return type == 'x' || type == 'X' || type == 'g' || type == 'L' || type == 'K';
}

static mh_status read_about(about *x, mh_packed *p, char type, uint64_t size)
{
  const char *body;
  if (type == 'g' || type == 'K')
    return mh_streams__pass(&p->source, size + -size % BLOCK) ? MH_OK : MH_EFORMAT;
  if (size > (type == 'L' ? LONGEST_NAME : LONGEST_PAX)) return MH_EFORMAT;
  MH_TRY(read_body(&body, p, size));
  if (type == 'L')
    x->name = body, x->name_len = strlen(body);
  else
    read_pax(x, body, (size_t)size);
  return MH_OK;
}

/* ---- entries ----------------------------------------------------------------------------------- */

static size_t length(const char *at, size_t most)
{
  const char *end = memchr(at, '\0', most);
  return end ? (size_t)(end - at) : most;
}

/* The name in the header; POSIX puts the beginning of a long one elsewhere. */
static size_t name_of(char out[260], const char *h)
{
  size_t n = 0;
  const size_t prefix = memcmp(h + 257, "ustar\0", 6) == 0 ? length(h + 345, 155) : 0;
  if (prefix) {
    memcpy(out, h + 345, prefix);
    out[prefix] = '/';
    n = prefix + 1;
  }
  const size_t len = length(h, 100);
  memcpy(out + n, h, len);
  return n + len;
}

/* Look for the next sound header. */
static void find_header(mh_packed *p)
{
  size_t has;
  const char *h = mh_streams__peek(&p->source, BLOCK, &has);
  while (has >= BLOCK && !mh_streams__is_tar(h, has)) {
    mh_streams__take(&p->source, BLOCK);
    h = mh_streams__peek(&p->source, BLOCK, &has);
  }
}

static mh_status damaged(mh_packed *p, mh_error *err, const char *what)
{
  const uint64_t at = mh_streams__where(&p->source);
  find_header(p);
  return mh_fail(err, MH_EFORMAT, at, "%s", what);
}

/* Types that have bytes behind their header.  A hard link may have, or only say so. */
static uint64_t bytes_behind(mh_packed *p, char type, uint64_t size)
{
  if (type >= '2' && type <= '6') return 0;
  if (type != '1' || size == 0) return size;
  size_t has;
  const char *next = mh_streams__peek(&p->source, BLOCK, &has);
  return mh_streams__is_tar(next, has) || (has >= BLOCK && is_zero(next)) ? 0 : size;
}

static mh_status begin(mh_packed *p, const char *h, const about *x, mh_error *err)
{
  char own[260];
  const size_t own_len = name_of(own, h);
  const char *name = x->name ? x->name : own;
  const size_t len = x->name ? x->name_len : own_len;
  const char type = h[156];
  const uint64_t size = x->size != UINT64_MAX ? x->size : number(h + 124, 12);
  bool hidden;
  mh_streams__take(&p->source, BLOCK);
  p->e.left = bytes_behind(p, type, size);
  p->e.pad = -p->e.left % BLOCK;
  p->e.open = true;
  if (mh_streams__entry_name(&p->e.name, &hidden, &p->names, name, len) != MH_OK)
    return mh_fail(err, MH_ENOMEM, 0, "out of memory");
  const bool file = type == '0' || type == '\0' || type == '7' || type == 'S';
  if (!file || hidden || (len && name[len - 1] == '/')) p->e.name = NULL;
  if (p->e.name && (type == 'S' || x->sparse))
    return mh_fail(err, MH_EFORMAT, mh_streams__where(&p->source), "%s is a sparse file",
                   p->e.name);
  return MH_OK;
}

mh_status mh_streams__tar_next(mh_packed *p, mh_error *err)
{
  about x = {.size = UINT64_MAX};
  for (;;) {
    size_t has;
    const char *h = mh_streams__peek(&p->source, BLOCK, &has);
    if (has < BLOCK || is_zero(h)) {
      p->done = true;
      if (has == 0 || has == BLOCK || is_zero(h)) return MH_OK;
      return mh_fail(err, MH_EFORMAT, mh_streams__where(&p->source),
                     "the archive ends in the middle of a header");
    }
    if (!mh_streams__is_tar(h, has)) return damaged(p, err, "a header is damaged");
    const char type = h[156];
    if (!is_about(type)) return begin(p, h, &x, err);
    const uint64_t size = number(h + 124, 12);
    mh_streams__take(&p->source, BLOCK);
    const mh_status s = read_about(&x, p, type, size);
    if (s == MH_ENOMEM) return mh_fail(err, s, 0, "out of memory");
    if (s != MH_OK) return damaged(p, err, "a header that tells a name is damaged");
  }
}

void mh_streams__tar_leave(mh_packed *p)
{
  mh_streams__pass(&p->source, p->e.left);
  mh_streams__pass(&p->source, p->e.pad);
}

ptrdiff_t mh_streams__tar_read(mh_packed *p, char *at, size_t cap)
{
  size_t has;
  if (p->e.left == 0) return 0;
  const char *from = mh_streams__peek(&p->source, 1, &has);
  if (has == 0)
    return mh_streams__spoil(p, MH_EFORMAT,
                             "the archive ends in the middle of the entry");
  size_t n = has < cap ? has : cap;
  if (n > p->e.left) n = (size_t)p->e.left;
  memcpy(at, from, n);
  mh_streams__take(&p->source, n);
  p->e.left -= n;
  return (ptrdiff_t)n;
}
