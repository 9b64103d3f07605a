/* mhtml - a web page that a browser saved with all that belongs to it as one file (RFC 2557):
 * the page itself, out of parts of MIME.
 *
 * Of the parts only the page is looked at: pictures, styles and the pages of its frames are
 * passed over.  As lenient as browsers and Word ask for: any line ends, a last part without
 * an end.  Not for mail: subject, sender and who it is for are never looked at.
 */
#include "feed_inside.h"
#include "warc.h"

enum {
  DEEPEST = 4,           /* parts within parts            */
  HEAD_MOST = 256 << 10, /* bytes of one header           */
  BOUNDARY_MOST = 200,   /* RFC 2046 allows 70            */
  URL_MOST = 8192
};

/* What the header of the file, or of a part, says. */
typedef struct head {
  mh_part type, charset, boundary, start, coding, location, snapshot, id, date;
} head;

typedef struct search {
  mh_arena *a;
  mh_part
      start; /* the part that is called the page; len 0: the first one that may be it */
  head head; /* of what was found */
  const char *at;
  size_t len;
  bool found, started; /* started: it is the one that is called so */
  bool whole;
} search;

/* ---- headers ------------------------------------------------------------------------ */

static bool is_blank(char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static mh_part trimmed(const char *at, const char *end)
{
  while (at < end && is_blank(*at)) at++;
  while (end > at && is_blank(end[-1])) end--;
  return (mh_part){at, (size_t)(end - at)};
}

/* Where the parameter at `at` ends: a semicolon that is not within quotation marks. */
static const char *param_end(const char *at, const char *end)
{
  for (bool quoted = false; at < end; at++) {
    if (*at == '"') quoted = !quoted;
    if (*at == ';' && !quoted) return at;
  }
  return end;
}

/* "multipart/related; boundary="x"": the value of a parameter; small: in small letters. */
static mh_part param(mh_part value, const char *small)
{
  const char *end = value.at + value.len;
  for (const char *at = param_end(value.at, end); at < end;) {
    const char *stop = param_end(at + 1, end);
    const mh_part p = trimmed(at + 1, stop);
    const char *is = p.len ? memchr(p.at, '=', p.len) : NULL;
    at = stop;
    if (!is || !mh_part_is(trimmed(p.at, is), small)) continue;
    mh_part v = trimmed(is + 1, p.at + p.len);
    if (v.len >= 2 && v.at[0] == '"' && v.at[v.len - 1] == '"') v.at++, v.len -= 2;
    return v;
  }
  return (mh_part){0};
}

static void take_field(head *h, const mh_field *f)
{
  const struct {
    const char *name;
    mh_part *to;
  } rows[] = {{"content-transfer-encoding", &h->coding},
              {"content-location", &h->location},
              {"snapshot-content-location", &h->snapshot},
              {"content-id", &h->id},
              {"date", &h->date}};
  if (mh_part_is(f->name, "content-type") && !h->type.len) {
    mh_part_media(&h->type, &h->charset, f->value);
    h->boundary = param(f->value, "boundary");
    h->start = param(f->value, "start");
  }
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
    if (mh_part_is(f->name, rows[i].name) && !rows[i].to->len) *rows[i].to = f->value;
}

/* The header that begins at `at`; *body is where what it speaks of begins, 0: it has no end. */
static mh_status read_head(head *out, size_t *body, mh_arena *a, const char *at,
                           size_t len)
{
  *out = (head){0};
  *body = mh_http_head_end(at, len < HEAD_MOST ? len : HEAD_MOST);
  if (*body == 0) return MH_OK;
  char *own = mh_arena_copy(a, at, *body), *next = own;
  if (!own) return MH_ENOMEM;
  for (mh_field f; mh_field_next(&f, &next, own + *body);) take_field(out, &f);
  return MH_OK;
}

/* ---- parts --------------------------------------------------------------------------- */

static bool is_page(mh_part type)
{
  return mh_part_is(type, "text/html") || mh_part_is(type, "application/xhtml+xml");
}

/* "<frame-1@mhtml.blink>" with or without its brackets. */
static bool same_id(mh_part x, mh_part y)
{
  if (x.len > 1 && *x.at == '<') x.at++, x.len -= 2;
  if (y.len > 1 && *y.at == '<') y.at++, y.len -= 2;
  return x.len && x.len == y.len && memcmp(x.at, y.at, x.len) == 0;
}

static bool is_done(const search *s)
{
  return s->found && (s->started || !s->start.len);
}

/* Is the line [at, end) the one that parts stand between?  *last: no more follow. */
static bool is_delimiter(bool *last, const char *at, const char *end, mh_part boundary)
{
  if ((size_t)(end - at) < boundary.len + 2 || at[0] != '-' || at[1] != '-') return false;
  if (memcmp(at + 2, boundary.at, boundary.len) != 0) return false;
  const mh_part rest = trimmed(at + 2 + boundary.len, end);
  *last = rest.len == 2 && memcmp(rest.at, "--", 2) == 0;
  return rest.len == 0 || *last;
}

static mh_status take_parts(search *s, const head *h, const char *at, size_t len,
                            bool whole, unsigned depth);

static mh_status take_part(search *s, const char *at, size_t len, bool whole,
                           unsigned depth)
{
  head h;
  size_t body;
  MH_TRY(read_head(&h, &body, s->a, at, len));
  if (body == 0) return MH_OK;
  if (mh_part_begins(h.type, "multipart/"))
    return take_parts(s, &h, at + body, len - body, whole, depth + 1);
  const bool started = same_id(h.id, s->start);
  if (!is_page(h.type) || (s->found && !started)) return MH_OK;
  s->head = h;
  s->at = at + body;
  s->len = len - body;
  s->found = true;
  s->started = started;
  s->whole = whole;
  return MH_OK;
}

/* The line end before a delimiter is no part of what ends there. */
static size_t part_len(const char *part, const char *delimiter)
{
  if (delimiter > part && delimiter[-1] == '\n') delimiter--;
  if (delimiter > part && delimiter[-1] == '\r') delimiter--;
  return (size_t)(delimiter - part);
}

/* The parts of [at, at + len); `whole`: what holds them has its end. */
static mh_status take_parts(search *s, const head *h, const char *at, size_t len,
                            bool whole, unsigned depth)
{
  const char *end = at + len, *part = NULL;
  bool last = false;
  if (depth > DEEPEST || h->boundary.len == 0 || h->boundary.len > BOUNDARY_MOST)
    return MH_OK;
  while (at < end && !last) {
    const char *feed = memchr(at, '\n', (size_t)(end - at)),
               *next = feed ? feed + 1 : end;
    if (is_delimiter(&last, at, feed ? feed : end, h->boundary)) {
      /* Of a line without its end more may come. */
      if (part) MH_TRY(take_part(s, part, part_len(part, at), feed || whole, depth));
      if (is_done(s)) return MH_OK;
      part = next;
    }
    at = next;
  }
  return part && !last ? take_part(s, part, (size_t)(end - part), whole, depth) : MH_OK;
}

/* ---- how bytes are written (RFC 2045) --------------------------------------------------- */

static int hex_of(char c)
{
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

/* How many bytes the line end is, with blanks before it, that is no line end; 0 none. */
static size_t soft_end(const char *at, const char *end)
{
  const char *from = at;
  while (at < end && (*at == ' ' || *at == '\t' || *at == '\r')) at++;
  if (at < end && *at == '\n') return (size_t)(at + 1 - from);
  return at == end ? (size_t)(at - from) : 0;
}

static size_t from_quoted(char *to, const char *at, size_t len)
{
  const char *end = at + len, *begin = to;
  while (at < end) {
    if (*at != '=') {
      *to++ = *at++;
      continue;
    }
    at++;
    const size_t soft = soft_end(at, end);
    const int high = end - at >= 2 ? hex_of(at[0]) : -1;
    const int low = high >= 0 ? hex_of(at[1]) : -1;
    if (soft) {
      at += soft;
    } else if (low >= 0) {
      *to++ = (char)(high * 16 + low);
      at += 2;
    } else if (at < end) {
      *to++ = '=';
    }
  }
  return (size_t)(to - begin);
}

static int base64_of(char c)
{
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

static size_t from_base64(char *to, const char *at, size_t len)
{
  const char *begin = to;
  uint32_t bits = 0;
  unsigned n = 0;
  for (size_t i = 0; i < len && at[i] != '='; i++) {
    const int six = base64_of(at[i]);
    if (six < 0) continue;
    bits = (bits << 6 | (uint32_t)six) & 0xffffff;
    if ((n += 6) < 8) continue;
    n -= 8;
    *to++ = (char)(bits >> n & 0xff);
  }
  return (size_t)(to - begin);
}

/* *at, *len: the page as it was before it was written into the file. */
static mh_status decode(const char **at, size_t *len, mh_arena *a, mh_part coding,
                        mh_error *err)
{
  const bool quoted = mh_part_is(coding, "quoted-printable");
  if (!quoted && !mh_part_is(coding, "base64")) {
    if (coding.len == 0 || mh_part_is(coding, "7bit") || mh_part_is(coding, "8bit") ||
        mh_part_is(coding, "binary"))
      return MH_OK;
    return mh_fail(err, MH_EFORMAT, 0, "a saved page written in a way that is not known");
  }
  char *to = mh_arena_take(a, *len + 1);
  if (!to) return mh_fail(err, MH_ENOMEM, 0, "no memory for a saved page");
  *len = quoted ? from_quoted(to, *at, *len) : from_base64(to, *at, *len);
  to[*len] = '\0';
  *at = to;
  return MH_OK;
}

/* ---- what is told of it -------------------------------------------------------------------- */

/* An address of the web; *out stays NULL for a file on somebody's disk. */
static mh_status take_url(const char **out, mh_arena *a, mh_part p)
{
  if (*out || p.len == 0 || p.len > URL_MOST) return MH_OK;
  const char *url = mh_part_url(a, p);
  if (!url) return MH_ENOMEM;
  if (mh_streams__is_web(url)) *out = url;
  return MH_OK;
}

static mh_status tell(mh_mhtml *out, mh_arena *a, const head *file, const head *page)
{
  char day[32];
  MH_TRY(take_url(&out->url, a, page->location));
  MH_TRY(take_url(&out->url, a, file->snapshot));
  MH_TRY(take_url(&out->url, a, file->location));
  if (page->charset.len && page->charset.len < 64) {
    out->charset = mh_part_small(a, page->charset);
    if (!out->charset) return MH_ENOMEM;
  }
  if (file->date.len && mh_utf8_check(file->date.at, file->date.len, NULL) &&
      mh_streams__moment(day, file->date.at, file->date.len, false)) {
    out->retrieved = mh_arena_copy(a, day, strlen(day));
    if (!out->retrieved) return MH_ENOMEM;
  }
  return MH_OK;
}

/* ---- the file ------------------------------------------------------------------------------ */

static mh_status look(search *s, head *file, const char *bytes, size_t len)
{
  size_t body;
  while (len && is_blank(*bytes)) bytes++, len--;
  if (len >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) bytes += 3, len -= 3;
  MH_TRY(read_head(file, &body, s->a, bytes, len));
  if (body == 0) return MH_OK;
  s->start = file->start;
  if (mh_part_begins(file->type, "multipart/"))
    return take_parts(s, file, bytes + body, len - body, false, 1);
  return take_part(s, bytes, len, false, 1);
}

mh_status mh_mhtml_read(mh_mhtml *out, mh_arena *a, const char *bytes, size_t len,
                        mh_error *err)
{
  head file = {0};
  search s = {.a = a};
  *out = (mh_mhtml){0};
  if (look(&s, &file, bytes, len) != MH_OK)
    return mh_fail(err, MH_ENOMEM, 0, "no memory for a saved page");
  if (!s.found)
    return mh_fail(err, MH_EFORMAT, 0, "saved as MHTML, and no page of HTML in it");
  MH_TRY(decode(&s.at, &s.len, a, s.head.coding, err));
  out->bytes = s.at;
  out->len = s.len;
  out->whole = s.whole && is_done(&s);
  if (tell(out, a, &file, &s.head) == MH_OK) return MH_OK;
  *out = (mh_mhtml){0};
  return mh_fail(err, MH_ENOMEM, 0, "no memory for a saved page");
}
