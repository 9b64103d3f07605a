/* marks - what the files of the html room share that look at the bytes of a tag. */
#ifndef MH_HTML_MARKS_H
#define MH_HTML_MARKS_H

#include "tags.h"

static inline bool mh_html__is_space(unsigned char c)
{
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}
static inline bool mh_html__is_letter(unsigned char c)
{
  return (unsigned char)((c | 0x20) - 'a') < 26;
}
static inline char mh_html__lower(char c)
{
  return (unsigned char)(c - 'A') < 26 ? (char)(c | 0x20) : c;
}

/* One attribute; both spans in the page. */
typedef struct mh_html__mark {
  mh_span name, value;
} mh_html__mark;

typedef enum mh_html__found {
  MH_HTML__MARK,   /* an attribute            */
  MH_HTML__CLOSED, /* '>' stands at *at       */
  MH_HTML__CUT     /* the page ends in a tag  */
} mh_html__found;

/* The end of an unquoted value that begins at i. */
static inline size_t mh_html__bare_end(const char *p, size_t i, size_t len)
{
  while (i < len && p[i] != '>' && !mh_html__is_space((unsigned char)p[i])) i++;
  return i;
}

/* What stands behind the '=' at i - 1: the value, and behind it in *at. */
static inline bool mh_html__value(mh_span *out, const char *p, size_t *at, size_t len)
{
  size_t i = *at;
  while (i < len && mh_html__is_space((unsigned char)p[i])) i++;
  if (i == len) return false;
  if (p[i] == '"' || p[i] == '\'') {
    const char *end = memchr(p + i + 1, p[i], len - i - 1);
    if (!end) return false;
    *out = (mh_span){(uint32_t)(i + 1), (uint32_t)(end - p - (ptrdiff_t)i - 1)};
    *at = (size_t)(end - p) + 1;
    return true;
  }
  *at = mh_html__bare_end(p, i, len);
  *out = (mh_span){(uint32_t)i, (uint32_t)(*at - i)};
  return true;
}

/* The next attribute from *at on, which moves behind it. */
static inline mh_html__found mh_html__next(mh_html__mark *out, const char *p, size_t *at,
                                           size_t len)
{
  size_t i = *at;
  while (i < len && (mh_html__is_space((unsigned char)p[i]) || p[i] == '/')) i++;
  *at = i;
  if (i == len) return MH_HTML__CUT;
  if (p[i] == '>') return MH_HTML__CLOSED;
  const size_t name = i++;
  while (i < len && p[i] != '=' && p[i] != '>' && p[i] != '/' &&
         !mh_html__is_space((unsigned char)p[i]))
    i++;
  out->name = (mh_span){(uint32_t)name, (uint32_t)(i - name)};
  while (i < len && mh_html__is_space((unsigned char)p[i])) i++;
  out->value = (mh_span){(uint32_t)i, 0};
  *at = i;
  if (i == len || p[i] != '=') return MH_HTML__MARK;
  *at = i + 1;
  return mh_html__value(&out->value, p, at, len) ? MH_HTML__MARK : MH_HTML__CUT;
}

#endif
