/* clean - spaces, line ends and invisible characters in order.
 *
 *   becomes a line end   CR, CRLF, VT, FF, NEL, U+2028, U+2029
 *   becomes a space      tab, NBSP, every other space of Unicode, control characters,
 *                        ZWNJ (U+200C: it keeps two letters apart, and so does a space)
 *   disappears           zero-width space and joiner, word joiner, BOM within the text,
 *                        soft hyphen, all bidi controls, the object mark U+FFFC
 *
 * Spaces are single; none at the ends of a line.  Empty lines stay, one at a time: they
 * tell paragraphs apart for the files behind.  Nothing else of the text is changed.
 */
#include "../base/lanes.h"
#include "inside.h"

/* Bytes that may need something done. */
static const uint8_t special[256] = {
    [0x00] = 1, [0x01] = 1, [0x02] = 1, [0x03] = 1, [0x04] = 1, [0x05] = 1, [0x06] = 1,
    [0x07] = 1, [0x08] = 1, ['\t'] = 1, ['\n'] = 1, [0x0b] = 1, [0x0c] = 1, ['\r'] = 1,
    [0x0e] = 1, [0x0f] = 1, [0x10] = 1, [0x11] = 1, [0x12] = 1, [0x13] = 1, [0x14] = 1,
    [0x15] = 1, [0x16] = 1, [0x17] = 1, [0x18] = 1, [0x19] = 1, [0x1a] = 1, [0x1b] = 1,
    [0x1c] = 1, [0x1d] = 1, [0x1e] = 1, [0x1f] = 1, [' '] = 1,  [0x7f] = 1, [0x9c] = 1,
    [0xc2] = 1, [0xe1] = 1, [0xe2] = 1, [0xe3] = 1, [0xef] = 1};

enum { KEEP, DROP, SPACE, NEWLINE };

static int what_e2(uint32_t c)
{
  if (c == 0x2028 || c == 0x2029) return NEWLINE;
  if ((c >= 0x2000 && c <= 0x200a) || c == 0x200c || c == 0x202f || c == 0x205f)
    return SPACE;
  if (c == 0x200b || (c >= 0x200d && c <= 0x200f)) return DROP;
  if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f)) return DROP;
  return KEEP;
}

static int what(uint32_t c)
{
  if (c == ' ' || c == '\t') return SPACE;
  if (c < 0x20) return c >= '\n' && c <= '\r' ? NEWLINE : SPACE;
  if (c == 0x85) return NEWLINE;
  if ((c >= 0x7f && c < 0xa0) || c == 0xa0 || c == 0x1680 || c == 0x3000) return SPACE;
  if (c == 0xad || c == 0x61c || c == 0x180e || c == 0xfeff) return DROP;
  if (c >= 0xfff9 && c <= 0xfffc) return DROP;
  return c >= 0x2000 && c < 0x2070 ? what_e2(c) : KEEP;
}

typedef struct pen {
  char *at;
  uint32_t len;
} pen;

static void space(pen *p)
{
  if (p->len && p->at[p->len - 1] != ' ' && p->at[p->len - 1] != '\n')
    p->at[p->len++] = ' ';
}

/* One line end after a line, two at most in a row: the second says that there was an
 * empty line. */
static void newline(pen *p)
{
  if (p->len && p->at[p->len - 1] == ' ') p->len--;
  if (p->len == 0) return;
  if (p->len > 1 && p->at[p->len - 1] == '\n' && p->at[p->len - 2] == '\n') return;
  p->at[p->len++] = '\n';
}

/* What is special of the sixteen bytes at p, before which another stands, and the second of
 * two blanks in a row.  May doubt without reason, never overlook. */
static inline mh_lanes not_plain(const unsigned char *p)
{
  const mh_lanes v = mh_lanes_at(p), before = mh_lanes_at(p - 1);
  const mh_lanes blanks = mh_lanes_are(v, ' ') & mh_lanes_are(before, ' ');
  const mh_lanes odd = (mh_lanes)(v < 0x20) | mh_lanes_are(v, 0x7f) |
                       mh_lanes_are(v, 0x9c) | mh_lanes_are(v, 0xc2) |
                       (mh_lanes)(v >= 0xe1);
  return blanks | odd;
}

/* The end of what begins at i and can be copied as it is; single spaces between words
 * are within it.  A blank before what ends it is taken back by the pen. */
static uint32_t plain_run(const unsigned char *t, uint32_t i, uint32_t len)
{
  if (special[t[i]]) return i;
  for (i++; i < len; i++) {
    i += (uint32_t)mh_lanes_run(t + i, len - i, not_plain);
    while (len - i >= MH_LANES) {
      const mh_lanes odd = not_plain(t + i);
      if (mh_lanes_any(odd)) {
        i += mh_lanes_first(odd);
        break;
      }
      i += MH_LANES;
    }
    if (i < len && special[t[i]] && (t[i] != ' ' || t[i - 1] == ' ')) return i;
  }
  return len;
}

static void copy(pen *p, const char *from, uint32_t n)
{
  if (!n) return;
  memcpy(p->at + p->len, from, n);
  p->len += n;
}

/* Deal with the special byte at i; gives where to go on. */
static uint32_t treat(pen *p, const char *bytes, uint32_t i, uint32_t len)
{
  uint32_t n = 1;
  const unsigned char c = (unsigned char)bytes[i];
  if (c == 0x9c) { /* of D8 9C, the Arabic letter mark, or of another letter */
    if (p->len && (unsigned char)p->at[p->len - 1] == 0xd8)
      p->len--;
    else
      p->at[p->len++] = bytes[i];
    return i + 1;
  }
  const uint32_t point = mh_utf8_next(bytes + i, &n);
  switch (what(point)) {
  case DROP: break;
  case SPACE: space(p); break;
  case NEWLINE:
    newline(p);
    if (point == '\r' && i + 1 < len && bytes[i + 1] == '\n') n = 2;
    break;
  default: copy(p, bytes + i, n); break;
  }
  return i + n;
}

mh_status mh_page__clean(char **text, uint32_t *len, mh_arena *a, const char *bytes,
                         size_t n)
{
  const uint32_t all = (uint32_t)n;
  pen p = {.at = mh_arena_take(a, n + 2)};
  if (!p.at) return MH_ENOMEM;
  for (uint32_t i = 0; i < all;) {
    const uint32_t end = plain_run((const unsigned char *)bytes, i, all);
    copy(&p, bytes + i, end - i);
    i = end < all ? treat(&p, bytes, end, all) : end;
  }
  while (p.len && (p.at[p.len - 1] == ' ' || p.at[p.len - 1] == '\n')) p.len--;
  p.at[p.len] = '\0';
  *text = p.at;
  *len = p.len;
  return mh_page__nfc(text, len, a);
}
