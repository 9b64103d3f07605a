/* json_text - a whole body of text as a JSON string, fast.
 *
 * The body is nine tenths of a record, and hardly a byte of it needs an escape: so sixteen
 * bytes are looked at at once, and only one in which something may be wrong byte by
 * byte.  Says the same as mh_out_json(), which serves all short texts; a test compares them.
 */
#include "../base/lanes.h"
#include "inside.h"

/* Which of the sixteen bytes may want an escape: a control, a quotation mark, a backslash, or
 * the first byte of U+2028 (and of much else)? */
static inline mh_lanes suspects(const unsigned char *at)
{
  const mh_lanes v = mh_lanes_at(at);
  return (mh_lanes)(v < 0x20) | mh_lanes_are(v, '"') | mh_lanes_are(v, '\\') |
         mh_lanes_are(v, 0xe2);
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
  const unsigned char *t = (const unsigned char *)at;
  for (size_t i = 0; i < len; i++) {
    i += mh_lanes_run(t + i, len - i, suspects);
    while (len - i >= MH_LANES) {
      const mh_lanes odd = suspects(t + i);
      if (mh_lanes_any(odd)) {
        i += mh_lanes_first(odd);
        break;
      }
      i += MH_LANES;
    }
    if (i < len && wants_escape(at + i, len - i)) return i;
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
