/* meta_mend - the JSON that pages carry, as strict JSON.
 *
 * Templates paste headlines into it as they are: with line ends, tabs, quotation marks; they
 * leave a comma behind the last item, wrap all in comments for browsers of 1998, and cut it
 * off.  What is strict already comes out as it was, but for its blanks.  Linear; knows JSON
 * only, not what it says.
 */
#include "meta.h"

enum { DEEPEST = 64 };

typedef struct mender {
  const char *t;
  size_t len, i;
  char *out;
  size_t n;
  char open[DEEPEST]; /* closers that are due */
  uint32_t depth;
  bool too_deep;
} mender;

static bool at(const mender *m, const char *what)
{
  const size_t n = strlen(what);
  return m->len - m->i >= n && memcmp(m->t + m->i, what, n) == 0;
}

static bool is_blank(char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static size_t skip_blanks(const mender *m, size_t i)
{
  while (i < m->len && is_blank(m->t[i])) i++;
  return i;
}

/* Skip up to and with the next `end`. */
static void skip_to(mender *m, const char *end)
{
  const size_t n = strlen(end);
  while (m->i < m->len && !at(m, end)) m->i++;
  m->i = m->len - m->i > n ? m->i + n : m->len;
}

/* Is there a comment, or a mark of CDATA or HTML, at i?  Then it is skipped. */
static bool skip_comment(mender *m)
{
  static const char *const marks[] = {"<![CDATA[", "]]>", "<!--", "-->", "*/"};
  for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
    if (at(m, marks[k])) {
      m->i += strlen(marks[k]);
      return true;
    }
  if (at(m, "/*")) {
    m->i += 2;
    if (at(m, "<![CDATA[") || at(m, "]]>")) return true;
    skip_to(m, "*/");
    return true;
  }
  if (!at(m, "//")) return false;
  m->i += 2;
  if (!at(m, "<![CDATA[") && !at(m, "]]>")) skip_to(m, "\n");
  return true;
}

/* Does the quotation mark at i close the string?  What may follow a string follows it. */
static bool closes(const mender *m)
{
  size_t i = skip_blanks(m, m->i + 1);
  if (i >= m->len) return true;
  const char c = m->t[i];
  if (c == ':' || c == '}' || c == ']' || c == ';' || c == '/') return true;
  if (c == '<') return true; /* an end mark of a comment */
  if (c != ',') return false;
  i = skip_blanks(m, i + 1);
  if (i >= m->len) return true;
  return strchr("\"{}[],-0123456789tfn/", m->t[i]) != NULL;
}

static int hex(char c)
{
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The four hex digits behind a backslash and u at i; -1 when they are none. */
static int32_t unit_at(const mender *m, size_t i)
{
  int32_t v = 0;
  if (m->len - i < 6 || m->t[i] != '\\' || m->t[i + 1] != 'u') return -1;
  for (size_t k = 2; k < 6; k++) {
    if (hex(m->t[i + k]) < 0) return -1;
    v = v << 4 | hex(m->t[i + k]);
  }
  return v;
}

static void put(mender *m, const char *bytes, size_t n)
{
  memcpy(m->out + m->n, bytes, n);
  m->n += n;
}

/* An escape, if it means something; half a pair of surrogates and NUL are a blank. */
static void mend_escape(mender *m)
{
  const int32_t unit = unit_at(m, m->i);
  if (unit >= 0) {
    const int32_t low = unit_at(m, m->i + 6 <= m->len ? m->i + 6 : m->i);
    const bool high = unit >= 0xd800 && unit < 0xdc00;
    const bool pair = high && low >= 0xdc00 && low < 0xe000;
    const size_t n = pair ? 12 : 6;
    if (unit == 0 || (unit >= 0xd800 && unit < 0xe000 && !pair))
      put(m, " ", 1);
    else
      put(m, m->t + m->i, n);
    m->i += n;
    return;
  }
  const char c = m->i + 1 < m->len ? m->t[m->i + 1] : '\0';
  if (c && strchr("\"\\/bfnrt", c)) {
    put(m, m->t + m->i, 2);
    m->i += 2;
  } else {
    m->i++; /* the mark alone goes */
  }
}

static void mend_string(mender *m)
{
  put(m, "\"", 1);
  for (m->i++; m->i < m->len;) {
    const char c = m->t[m->i];
    if (c == '"' && closes(m)) break;
    if (c == '\\') {
      mend_escape(m);
      continue;
    }
    if (c == '"')
      put(m, "\\\"", 2);
    else if (c == '\n' || c == '\r')
      put(m, "\\n", 2);
    else
      put(m, (unsigned char)c < 0x20 ? " " : &c, 1);
    m->i++;
  }
  m->i += m->i < m->len;
  put(m, "\"", 1);
}

static void drop_comma(mender *m)
{
  if (m->n && m->out[m->n - 1] == ',') m->n--;
}

static void mend_mark(mender *m, char c)
{
  if (c == '{' || c == '[') {
    if (m->depth == DEEPEST) {
      m->too_deep = true;
      return;
    }
    m->open[m->depth++] = c == '{' ? '}' : ']';
  } else if (c == '}' || c == ']') {
    drop_comma(m);
    if (m->depth == 0 || m->open[m->depth - 1] != c) return; /* closes nothing */
    m->depth--;
  } else if (c == ',' && (m->n == 0 || strchr(",{[:", m->out[m->n - 1]))) {
    return;
  } else if (c == ';' && m->depth == 0) {
    return;
  }
  put(m, &c, 1);
}

mh_status mh_page__mend(char **out, size_t *out_len, mh_arena *a, const char *text,
                        size_t len)
{
  mender m = {.t = text, .len = len, .out = mh_arena_take(a, 2 * len + DEEPEST + 8)};
  *out = m.out;
  *out_len = 0;
  if (!m.out) return MH_ENOMEM;
  while (m.i < len && !m.too_deep) {
    const char c = text[m.i];
    if (skip_comment(&m)) continue;
    if (c == '"') {
      mend_string(&m);
      continue;
    }
    if (!is_blank(c) && (unsigned char)c >= 0x20) mend_mark(&m, c);
    m.i++;
  }
  drop_comma(&m);
  while (m.depth) {
    drop_comma(&m);
    m.out[m.n++] = m.open[--m.depth];
  }
  m.out[m.n] = '\0';
  *out_len = m.too_deep ? 0 : m.n;
  return MH_OK;
}
