/* packed_name - the name of an entry of an archive as somebody can read and nobody be harmed
 * by it.
 *
 * Names are bytes in whatever set the maker's system had.  What is no UTF-8 is, in archives
 * from Arab desks, in the set of Windows (1256) or of its console (720), whichever gives
 * more Arabic letters; else in the one that ZIP was born with (437).  Nothing depends on the
 * locale of this process.
 */
#include "feed_inside.h"
#include "packed_inside.h"

enum { LONGEST = 1024 };

/* How much of well-formed text is Arabic letters, in hundredths of its letters beyond ASCII;
 * lines of boxes count against it. */
static uint32_t arabic_share(const char *text, size_t len)
{
  uint32_t arabic = 0, all = 0;
  for (size_t i = 0; i < len;) {
    uint32_t step;
    const uint32_t c = mh_utf8_next(text + i, &step);
    i += step;
    if (c < 0x80) continue;
    all++;
    arabic += c >= 0x621 && c <= 0x64a;
  }
  return all ? arabic * 100 / all : 0;
}

/* The bytes in the set that suits them best, to the end of `o`. */
static mh_status decode(mh_out *o, const char *bytes, size_t len)
{
  static const char *const sets[] = {"windows-1256", "ibm-720", "ibm-437"};
  uint32_t best = 0;
  size_t which = 2;
  for (size_t i = 0; i < 2; i++) {
    mh_out_clear(o);
    MH_TRY(mh_streams__convert(o, sets[i], bytes, len));
    const uint32_t share = arabic_share(o->at ? o->at : "", o->len);
    if (share < 50 || share <= best) continue;
    best = share;
    which = i;
  }
  mh_out_clear(o);
  return mh_streams__convert(o, sets[which], bytes, len);
}

/* Controls and what turns the direction of what stands around it. */
static bool is_unsafe(uint32_t c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x200b && c <= 0x200f) ||
         (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0x61c ||
         c == 0xfeff || (c >= 0xfff0 && c <= 0xffff);
}

static size_t without_unsafe(char *to, const char *from, size_t len)
{
  size_t n = 0;
  for (size_t i = 0; i < len && n < LONGEST - 4;) {
    uint32_t step;
    const uint32_t c = mh_utf8_next(from + i, &step);
    if (!is_unsafe(c)) {
      memcpy(to + n, from + i, step);
      if (c == '\\') to[n] = '/';
      n += step;
    }
    i += step;
  }
  return n;
}

/* Keep the parts of a path that lead down. */
static size_t without_ways_out(char *path, size_t len, bool *hidden)
{
  size_t n = 0;
  for (size_t i = 0; i < len;) {
    size_t end = i;
    while (end < len && path[end] != '/') end++;
    const size_t part = end - i;
    const bool out = part == 0 || (part == 1 && path[i] == '.') ||
                     (part == 2 && path[i] == '.' && path[i + 1] == '.');
    if (!out) {
      *hidden |= path[i] == '.' || (part == 8 && memcmp(path + i, "__MACOSX", 8) == 0);
      if (n) path[n++] = '/';
      memmove(path + n, path + i, part);
      n += part;
    }
    i = end + 1;
  }
  return n;
}

mh_status mh_streams__entry_name(const char **out, bool *hidden, mh_arena *a,
                                 const char *bytes, size_t len)
{
  mh_out o = {0};
  char path[LONGEST];
  *hidden = false;
  if (mh_utf8_check(bytes, len, NULL))
    mh_out_bytes(&o, bytes, len);
  else if (decode(&o, bytes, len) == MH_ENOMEM)
    o.status = MH_ENOMEM;
  size_t n = without_unsafe(path, o.at ? o.at : "", o.status == MH_OK ? o.len : 0);
  n = without_ways_out(path, n, hidden);
  if (n == 0) path[n++] = '_';
  *out = o.status == MH_OK ? mh_arena_copy(a, path, n) : NULL;
  mh_out_free(&o);
  return *out ? MH_OK : MH_ENOMEM;
}
