/* json_text - a whole body of text as a JSON string, fast.
 *
 * The body is nine tenths of a record, and hardly a byte of it needs an escape: so eight
 * bytes are looked at at once, and only a word in which something may be wrong byte by
 * byte.  Says the same as mh_out_json(), which serves all short texts; a test compares them.
 */
#include "inside.h"

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Nonzero when a byte of x is 0; exact up to the first such byte, which is enough here. */
static uint64_t has_zero(uint64_t x)
{
  return (x - EACH(1)) & ~x & EACH(0x80);
}

/* May a byte of the eight want an escape: a control, a quotation mark, a backslash, or the
 * first byte of U+2028 (and of much else)? */
static bool is_suspect(const char *at)
{
  uint64_t x;
  memcpy(&x, at, sizeof x);
  const uint64_t control = (x - EACH(0x20)) & ~x & EACH(0x80);
  return (control | has_zero(x ^ EACH('"')) | has_zero(x ^ EACH('\\')) |
          has_zero(x ^ EACH(0xe2))) != 0;
}

/* Length of what must be written otherwise at this place: 0, 1, or 3 for U+2028 and 2029. */
static size_t wants_escape(const char *at, size_t left)
{
  const unsigned char c = (unsigned char)at[0];
  if (c < 0x20 || c == '"' || c == '\\') return 1;
  if (c != 0xe2 || left < 3 || (unsigned char)at[1] != 0x80) return 0;
  return (unsigned char)at[2] == 0xa8 || (unsigned char)at[2] == 0xa9 ? 3 : 0;
}

/* Up to the next byte that wants an escape. */
static size_t clean(const char *at, size_t len)
{
  size_t i = 0;
  while (i < len) {
    if (len - i >= 8 && !is_suspect(at + i)) {
      i += 8;
      continue;
    }
    const size_t end = len - i >= 8 ? i + 8 : len;
    for (; i < end; i++)
      if (wants_escape(at + i, len - i)) return i;
  }
  return len;
}

static void put_escape(mh_out *o, const char *at, size_t n)
{
  static const char digits[] = "0123456789abcdef";
  static const char from[] = "\n\"\\\t\r\b\f", to[] = "n\"\\trbf";
  const unsigned char c = (unsigned char)at[0];
  const char *known = c ? strchr(from, c) : NULL;
  const char four[] = {'\\', 'u', '0', '0', digits[c >> 4 & 15], digits[c & 15]};
  if (n == 3) {
    mh_out_bytes(o, (unsigned char)at[2] == 0xa8 ? "\\u2028" : "\\u2029", 6);
  } else if (known) {
    mh_out_char(o, '\\');
    mh_out_char(o, to[known - from]);
  } else {
    mh_out_bytes(o, four, sizeof four);
  }
}

void mh_export__json(mh_out *o, const char *bytes, size_t len)
{
  mh_out_char(o, '"');
  for (size_t i = 0; i < len;) {
    const size_t run = clean(bytes + i, len - i);
    mh_out_bytes(o, bytes + i, run);
    i += run;
    if (i == len) break;
    const size_t n = wants_escape(bytes + i, len - i);
    put_escape(o, bytes + i, n);
    i += n;
  }
  mh_out_char(o, '"');
}
