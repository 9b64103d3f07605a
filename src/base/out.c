/* out - a growing text, and how bytes are written into JSON, HTML and CSV.
 *
 * The first failure sticks.  Escaping copies runs: most text has nothing to escape.
 * Not for reading any of these formats.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base.h"
#include "lanes.h"

/* Room for `more` bytes and the NUL.  Half of the address space is the ceiling. */
static bool room(mh_out *o, size_t more)
{
  if (o->status != MH_OK) return false;
  if (o->cap - o->len > more) return true;
  size_t cap = o->cap ? o->cap : 256;
  while (more < SIZE_MAX / 4 && cap < SIZE_MAX / 4 && cap - o->len <= more) cap *= 2;
  char *at = cap - o->len > more ? realloc(o->at, cap) : NULL;
  if (!at) {
    o->status = MH_ENOMEM;
    return false;
  }
  o->at = at;
  o->cap = cap;
  return true;
}

void mh_out_more(mh_out *o, const char *bytes, size_t len)
{
  if (!room(o, len)) return;
  if (len) memcpy(o->at + o->len, bytes, len);
  o->len += len;
  o->at[o->len] = '\0';
}

void mh_out_uint(mh_out *o, uint64_t n)
{
  char digits[20];
  size_t at = sizeof digits;
  do digits[--at] = (char)('0' + n % 10);
  while (n /= 10);
  mh_out_bytes(o, digits + at, sizeof digits - at);
}

void mh_out_fmt(mh_out *o, const char *fmt, ...)
{
  va_list args, again;
  va_start(args, fmt);
  va_copy(again, args);
  const int len = vsnprintf(NULL, 0, fmt, args);
  if (len < 0) o->status = o->status ? o->status : MH_ENOMEM;
  if (len >= 0 && room(o, (size_t)len)) {
    vsnprintf(o->at + o->len, (size_t)len + 1, fmt, again);
    o->len += (size_t)len;
  }
  va_end(again);
  va_end(args);
}

/* ---- JSON ------------------------------------------------------------------- */

/* Is the byte at p the start of U+2028 or U+2029?  JSON allows them, but JavaScript
 * before 2019 took them for line ends inside a string. */
static bool line_separator(const char *p, size_t left)
{
  return left >= 3 && (unsigned char)p[0] == 0xe2 && (unsigned char)p[1] == 0x80 &&
         ((unsigned char)p[2] == 0xa8 || (unsigned char)p[2] == 0xa9);
}

static void json_escape(mh_out *o, unsigned char c)
{
  switch (c) {
  case '"': mh_out_bytes(o, "\\\"", 2); break;
  case '\\': mh_out_bytes(o, "\\\\", 2); break;
  case '\n': mh_out_bytes(o, "\\n", 2); break;
  case '\r': mh_out_bytes(o, "\\r", 2); break;
  case '\t': mh_out_bytes(o, "\\t", 2); break;
  case '\b': mh_out_bytes(o, "\\b", 2); break;
  case '\f': mh_out_bytes(o, "\\f", 2); break;
  default: mh_out_fmt(o, "\\u%04x", (unsigned)c); break;
  }
}

/* Which of the sixteen bytes may want an escape? */
static inline mh_lanes suspects(const char *at)
{
  const mh_lanes v = mh_lanes_at(at);
  return (mh_lanes)(v < 0x20) | mh_lanes_are(v, '"') | mh_lanes_are(v, '\\') |
         mh_lanes_are(v, 0xe2);
}

void mh_out_json(mh_out *o, const char *bytes, size_t len)
{
  size_t run = 0;
  mh_out_char(o, '"');
  for (size_t i = 0; i < len; i++) {
    while (len - i > MH_LANES && !mh_lanes_any(suspects(bytes + i))) i += MH_LANES;
    const unsigned char c = (unsigned char)bytes[i];
    if (c >= 0x20 && c != '"' && c != '\\' && c != 0xe2) continue;
    if (c == 0xe2 && !line_separator(bytes + i, len - i)) continue;
    mh_out_bytes(o, bytes + run, i - run);
    if (c == 0xe2) {
      mh_out_text(o, (unsigned char)bytes[i + 2] == 0xa8 ? "\\u2028" : "\\u2029");
      i += 2;
    } else {
      json_escape(o, c);
    }
    run = i + 1;
  }
  mh_out_bytes(o, bytes + run, len - run);
  mh_out_char(o, '"');
}

/* ---- HTML and CSV ------------------------------------------------------------- */

static const char *html_escape(char c)
{
  switch (c) {
  case '&': return "&amp;";
  case '<': return "&lt;";
  case '>': return "&gt;";
  case '"': return "&quot;";
  case '\'': return "&#39;";
  default: return NULL;
  }
}

void mh_out_html(mh_out *o, const char *bytes, size_t len)
{
  size_t run = 0;
  for (size_t i = 0; i < len; i++) {
    const char *escape = html_escape(bytes[i]);
    if (!escape) continue;
    mh_out_bytes(o, bytes + run, i - run);
    mh_out_text(o, escape);
    run = i + 1;
  }
  mh_out_bytes(o, bytes + run, len - run);
}

static bool has_any(const char *bytes, size_t len, const char *these)
{
  for (; *these; these++)
    if (memchr(bytes, *these, len)) return true;
  return false;
}

/* A field that a spreadsheet would calculate.  Tab and CR as first byte lead there too. */
static bool is_formula(const char *bytes, size_t len)
{
  return len && bytes[0] && strchr("=+-@\t\r", bytes[0]);
}

void mh_out_csv(mh_out *o, const char *bytes, size_t len)
{
  const bool formula = is_formula(bytes, len);
  const bool quote = len && (has_any(bytes, len, ",\"\r\n") || bytes[0] == ' ' ||
                             bytes[len - 1] == ' ');
  size_t run = 0;
  if (quote) mh_out_char(o, '"');
  if (formula) mh_out_char(o, '\'');
  for (size_t i = 0; quote && i < len; i++) {
    if (bytes[i] != '"') continue;
    mh_out_bytes(o, bytes + run, i + 1 - run);
    run = i; /* the mark again, at the head of the next run */
  }
  mh_out_bytes(o, bytes + run, len - run);
  if (quote) mh_out_char(o, '"');
}

void mh_out_clear(mh_out *o)
{
  o->len = 0;
  o->status = MH_OK;
  if (o->cap) o->at[0] = '\0';
}

void mh_out_free(mh_out *o)
{
  free(o->at);
  *o = (mh_out){0};
}
