/* twice - text that was UTF-8, was taken for windows-1252 or windows-1256, and was made UTF-8
 * of once more: each Arabic letter is two signs then.
 *
 * What has none of a few signs that all such text has is looked at no further.  Undone letter
 * by letter, so that a page whose template is right and whose article is not comes out right as
 * a whole.
 */
#include "../base/lanes.h"
#include "charset.h"

enum { MOST_TIMES = 3, POINTS = 0x2123 };

/* What stands in such a text, be it ever so short, and hardly in any other. */
static const struct way {
  const char *trace, *charset;
} ways[] = {
    {"\xc3\x98\xc2", "windows-1252"},
    {"\xc3\x99", "windows-1252"}, /* the first half of lam, meem, waw ... */
    {"\xd8\xb7\xc2\xa7\xd8\xb8", "windows-1256"}, /* alef and half of lam */
    {"\xc3\x83\xe2\x84\xa2", "windows-1252"},     /* the same, done three times */
    {"\xd8\xb8\xcb\x86", "windows-1256"},         /* waw                  */
};

/* The byte that each code point was; 0 none. */
static void turn_round(uint8_t was[POINTS], const mh_page__charset *c)
{
  memset(was, 0, POINTS);
  for (uint32_t i = 0x80; i < 0xa0; i++)
    was[i] = (uint8_t)i; /* undefined, or ISO-8859-1 */
  for (uint32_t i = 0x80; i < 0x100; i++)
    if (c->points[i - 0x80] && c->points[i - 0x80] < POINTS)
      was[c->points[i - 0x80]] = (uint8_t)i;
}

/* A letter that text[i] begins, of several signs: its UTF-8 in `to`, and how many bytes of
 * text the signs have; 0 when it is none. */
static uint32_t undo(char to[5], const char *text, size_t i, size_t len,
                     const uint8_t was[POINTS])
{
  uint32_t bytes = 0, due = 1;
  size_t at = i;
  while (bytes < due) {
    uint32_t n = 0;
    if (at >= len) return 0;
    const uint32_t c = mh_utf8_next(text + at, &n);
    const uint8_t b = c < POINTS ? was[c] : 0;
    if (bytes == 0) due = b >= 0xe0 ? 3 : 2;
    if (bytes == 0 ? b < 0xc2 || b > 0xef : b < 0x80 || b > 0xbf) return 0;
    to[bytes++] = (char)b;
    at += n;
  }
  to[bytes] = '\0';
  return mh_utf8_check(to, bytes, NULL) ? (uint32_t)(at - i) : 0;
}

static bool is_letter(const char *p)
{
  const unsigned char c = (unsigned char)p[0];
  return c >= 0xd8 && c <= 0xdb;
}

typedef struct seen {
  size_t rows, alone,
      letters; /* signs one behind the other; one by itself; right letters */
} seen;

/* Write to `out` what the text was (NULL: only count).  Single ones are left where Arabic
 * stands that is right: a word may well end so before a comma. */
static size_t rewrite(char *out, seen *s, const char *text, size_t len,
                      const uint8_t was[POINTS], bool single)
{
  size_t to = 0, row = 0;
  char letter[5], next[5];
  for (size_t i = 0; i < len;) {
    uint32_t n = 0;
    const uint32_t all = (unsigned char)text[i] < 0x80 ? 0
                                                       : undo(letter, text, i, len, was);
    if (all) {
      const bool more = row || undo(next, text, i + all, len, was);
      s->rows += more;
      s->alone += !more;
      row++;
      if (more || single) {
        for (const char *p = letter; *p; p++, to++)
          if (out) out[to] = *p;
        i += all;
        continue;
      }
    }
    if (!all) row = 0;
    (void)mh_utf8_next(text + i, &n);
    s->letters += is_letter(text + i);
    if (out) memcpy(out + to, text + i, n);
    to += n;
    i += n;
  }
  return to;
}

/* The second byte of a trace, or the last of its first letter and what follows. */
static inline mh_lanes is_trace(const unsigned char *p)
{
  const mh_lanes v = mh_lanes_at(p), before = mh_lanes_at(p - 1);
  return (mh_lanes_are(before, 0xc3) &
          (mh_lanes_in(v, 0x98, 0x99) | mh_lanes_are(v, 0x83))) |
         (mh_lanes_are(before, 0xb7) & mh_lanes_are(v, 0xc2)) |
         (mh_lanes_are(before, 0xb8) & mh_lanes_are(v, 0xcb));
}

/* The way whose trace begins at one of the places from..to-1; NULL none does. */
static const struct way *way_at(const char *text, size_t len, size_t from, size_t to)
{
  for (size_t at = from; at < to; at++)
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
      const size_t n = strlen(ways[i].trace);
      if (len - at >= n && memcmp(text + at, ways[i].trace, n) == 0) return &ways[i];
    }
  return NULL;
}

static const struct way *find_way(const char *text, size_t len)
{
  const unsigned char *p = (const unsigned char *)text;
  size_t i = 1;
  while (i + MH_LANES <= len) {
    i += mh_lanes_run(p + i, len - i, is_trace);
    if (i + MH_LANES > len) break;
    const bool any = mh_lanes_any(is_trace(p + i));
    const struct way *w = any ? way_at(text, len, i < 2 ? 0 : i - 2, i + MH_LANES) : NULL;
    if (w) return w;
    i += MH_LANES;
  }
  return way_at(text, len, i < 2 ? 0 : i - 2, len);
}

mh_status mh_page__undo_twice(const char **text, size_t *len, mh_arena *a)
{
  uint8_t was[POINTS];
  for (int times = 0; times < MOST_TIMES; times++) {
    const struct way *w = find_way(*text, *len);
    if (!w) return MH_OK;
    turn_round(was, mh_page__charset_of(w->charset, strlen(w->charset)));
    seen s = {0}, again = {0};
    rewrite(NULL, &s, *text, *len, was, true);
    if (s.rows < 2) return MH_OK;
    char *out = mh_arena_take(a, *len + 1);
    if (!out) return MH_ENOMEM;
    const bool single = s.letters * 8 < s.rows;
    *len = rewrite(out, &again, *text, *len, was, single);
    *text = out;
  }
  return MH_OK;
}
