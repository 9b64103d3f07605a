/* feed_text - the texts of a feed: plain ones without tags, and HTML as it was meant.
 *
 * Feeds escape too little and too much.  What is here undoes an escape that was done twice
 * and tells text from HTML by its tags; reading of HTML is left to the html room.
 */
#include "feed_inside.h"

static bool is_letter(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
  return c >= '0' && c <= '9';
}

/* Does a name of a common element stand at `at`, with `ends` or a blank behind it? */
static bool names_element(const char *at, size_t left, const char *ends)
{
  static const char *const common[] = {
      "p",    "br",  "div",    "a",          "b",      "i",       "em",      "strong",
      "span", "img", "h1",     "h2",         "h3",     "h4",      "h5",      "h6",
      "ul",   "ol",  "li",     "blockquote", "font",   "table",   "td",      "tr",
      "u",    "hr",  "center", "figure",     "iframe", "section", "article", "small",
      "sup",  "sub", "tbody",  "pre",        "code",   "video",   "script",  "style"};
  size_t n = 0;
  while (n < left && (is_letter(at[n]) || is_digit(at[n]))) n++;
  if (n == 0 || n == left || n > 12) return false;
  if (at[n] != ' ' && at[n] != '/' && !strchr(ends, at[n])) return false;
  for (size_t i = 0; i < sizeof common / sizeof *common; i++) {
    size_t k = 0;
    while (k < n && common[i][k] && (at[k] | 32) == (common[i][k] | 32)) k++;
    if (k == n && !common[i][k]) return true;
  }
  return false;
}

bool mh_streams__looks_html(const char *text, size_t len)
{
  for (size_t i = 0; i + 2 < len; i++) {
    const char *at = memchr(text + i, '<', len - i - 2);
    if (!at) return false;
    i = (size_t)(at - text);
    const size_t from = i + 1 + (at[1] == '/');
    if (names_element(text + from, len - from, ">")) return true;
  }
  return false;
}

/* Is HTML without any tag full of tags that were escaped once more? */
static bool escaped_twice(const char *html, size_t len)
{
  if (mh_streams__looks_html(html, len)) return false;
  for (size_t i = 0; i + 5 < len; i++) {
    const char *at = memchr(html + i, '&', len - i - 5);
    if (!at) return false;
    i = (size_t)(at - html);
    if (memcmp(at, "&lt;", 4) != 0) continue;
    const size_t from = i + 4 + (at[4] == '/');
    if (names_element(html + from, len - from, "&>")) return true;
  }
  return false;
}

/* A sentence ends with the byte at i: in Arabic text too. */
static bool ends_sentence(const char *t, size_t i)
{
  if (t[i] == '.' || t[i] == '!' || t[i] == '?' || t[i] == '"') return true;
  const unsigned char c = (unsigned char)t[i], before = i ? (unsigned char)t[i - 1] : 0;
  return (before == 0xd8 && c == 0x9f) || (before == 0xc2 && c == 0xbb);
}

/* Text without a tag has paragraphs by its line ends alone: behind a sentence, and empty ones. */
static void put_plain(mh_out *out, const char *t, size_t len)
{
  for (size_t i = 0, last = 0; i < len;) {
    size_t lines = 0, end = i;
    for (; end < len && (unsigned char)t[end] <= ' '; end++) lines += t[end] == '\n';
    if (end == i) {
      mh_out_char(out, t[i]);
      last = i++;
      continue;
    }
    if (lines > 1 || (lines && ends_sentence(t, last)))
      mh_out_text(out, "<br><br>");
    else
      mh_out_char(out, ' ');
    i = end;
  }
}

const char *mh_streams__html(mh_status *s, mh_arena *a, mh_out *scratch, const char *html,
                             size_t len)
{
  mh_streams__trim(&html, &len);
  if (len == 0) return NULL;
  mh_out_clear(scratch);
  if (escaped_twice(html, len))
    mh_streams__resolve(scratch, html, len);
  else if (mh_streams__looks_html(html, len))
    mh_out_bytes(scratch, html, len);
  else
    put_plain(scratch, html, len);
  char *copy = scratch->status == MH_OK ? mh_arena_copy(a, scratch->at, scratch->len)
                                        : NULL;
  if (!copy) *s = MH_ENOMEM;
  return copy;
}

/* White space, U+00A0 as well, becomes one blank; none at the ends.  In place. */
static size_t collapse(char *text, size_t len)
{
  size_t n = 0;
  for (size_t i = 0; i < len; i++) {
    const bool hard = (unsigned char)text[i] == 0xc2 && i + 1 < len &&
                      (unsigned char)text[i + 1] == 0xa0;
    i += hard;
    const bool blank = hard || (unsigned char)text[i] <= ' ';
    if (!blank)
      text[n++] = text[i];
    else if (n && text[n - 1] != ' ')
      text[n++] = ' ';
  }
  while (n && text[n - 1] == ' ') n--;
  return n;
}

/* Is something left that reads as a reference? */
static bool holds_reference(const char *text, size_t len)
{
  for (size_t i = 0; i + 3 < len; i++) {
    const char *at = memchr(text + i, '&', len - i - 3);
    if (!at) return false;
    i = (size_t)(at - text);
    size_t end = i + 1 + (at[1] == '#');
    while (end < len && (is_letter(text[end]) || is_digit(text[end])) && end < i + 10)
      end++;
    if (end > i + 2 && end < len && text[end] == ';') return true;
  }
  return false;
}

/* The text of HTML to the end of `to`. */
static mh_status text_of(mh_out *to, const char *html, size_t len)
{
  mh_arena own = {0};
  mh_html_doc d;
  const mh_status s = mh_html_parse(&d, &own, html, len);
  if (s == MH_OK) mh_html_text_within(to, &d, 0);
  mh_arena_free(&own);
  return s == MH_OK ? to->status : s;
}

const char *mh_streams__plain(mh_status *s, mh_arena *a, mh_out *scratch,
                              const char *html, size_t len)
{
  enum {
    MOST = 64 << 10
  }; /* a title or a name; an article in their place is a mistake */
  mh_streams__trim(&html, &len);
  if (len > MOST) len = 0;
  mh_out_clear(scratch);
  if (!memchr(html, '<', len) && !memchr(html, '&', len))
    mh_out_bytes(scratch, html, len);
  else
    *s = text_of(scratch, html, len);
  if (*s == MH_OK && holds_reference(scratch->at ? scratch->at : "", scratch->len)) {
    mh_out again = {0};
    *s = text_of(&again, scratch->at, scratch->len);
    mh_out_free(scratch);
    *scratch = again;
  }
  if (*s == MH_OK) *s = scratch->status;
  if (*s != MH_OK) return NULL;
  const size_t n = collapse(scratch->at, scratch->len);
  char *copy = n ? mh_arena_copy(a, scratch->at, n) : NULL;
  if (n && !copy) *s = MH_ENOMEM;
  return copy;
}
