/* feed_url - what an address means on the page that tells it (RFC 3986, 5.2 and 5.3).
 *
 * Nothing is opened and nothing is made canonical: an address that is whole stays as it is
 * written, for feeds name their entries by it.  Blanks within become %20, as browsers have it;
 * letters that are no ASCII stay.
 */
#include "feed_inside.h"

/* A piece of an address; at NULL: not there. */
typedef struct piece {
  const char *at;
  size_t len;
} piece;

typedef struct parts {
  piece scheme, host, path, query; /* query with its mark and all behind it */
} parts;

void mh_streams__trim(const char **text, size_t *len)
{
  while (*len && (unsigned char)(*text)[0] <= ' ') ++*text, --*len;
  while (*len && (unsigned char)(*text)[*len - 1] <= ' ') --*len;
}

static bool in_scheme(char c)
{
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         c == '+' || c == '-' || c == '.';
}

static parts cut(const char *at, size_t len)
{
  parts p = {{0}};
  size_t i = 0;
  while (i < len && in_scheme(at[i])) i++;
  if (i && i < len && at[i] == ':') {
    p.scheme = (piece){at, i};
    at += i + 1;
    len -= i + 1;
  }
  if (len > 1 && at[0] == '/' && at[1] == '/') {
    for (i = 2; i < len && at[i] != '/' && at[i] != '?' && at[i] != '#';) i++;
    p.host = (piece){at + 2, i - 2};
    at += i;
    len -= i;
  }
  for (i = 0; i < len && at[i] != '?' && at[i] != '#';) i++;
  p.path = (piece){at, i};
  if (i < len) p.query = (piece){at + i, len - i};
  return p;
}

/* An address while it is written; bounded. */
typedef struct made {
  char at[MH_URL_MAX + 8];
  size_t len;
  bool full;
} made;

static void put(made *u, const char *at, size_t len)
{
  if (len > MH_URL_MAX - u->len) {
    u->full = true;
    return;
  }
  if (len) memcpy(u->at + u->len, at, len);
  u->len += len;
}

static void put_piece(made *u, piece p)
{
  for (size_t i = 0; i < p.len; i++) {
    const unsigned char c = (unsigned char)p.at[i];
    if (c == '\n' || c == '\r' || c == '\t') continue;
    if (c <= ' ')
      put(u, "%20", 3);
    else
      put(u, p.at + i, 1);
  }
}

/* Take "." and ".." out of the path that begins at `from`. */
static void without_dots(made *u, size_t from)
{
  size_t to = from;
  for (size_t i = from; i < u->len;) {
    size_t end = i + 1;
    while (end < u->len && u->at[end] != '/') end++;
    const size_t n = end - i - 1;
    const bool one = u->at[i] == '/' && n == 1 && u->at[i + 1] == '.';
    const bool two = u->at[i] == '/' && n == 2 && u->at[i + 1] == '.' &&
                     u->at[i + 2] == '.';
    if (two)
      while (to > from && u->at[--to] != '/') {
      }
    if (!one && !two) {
      memmove(u->at + to, u->at + i, end - i);
      to += end - i;
    } else if (end == u->len) {
      u->at[to++] = '/';
    }
    i = end;
  }
  u->len = to;
}

static void put_path(made *u, const parts *base, const parts *ref)
{
  const size_t from = u->len;
  if (ref->path.len == 0) {
    put_piece(u, base->path);
    put_piece(u, ref->query.at && ref->query.at[0] == '?' ? (piece){0} : base->query);
    return;
  }
  if (ref->path.at[0] != '/') {
    piece folder = base->path;
    while (folder.len && folder.at[folder.len - 1] != '/') folder.len--;
    put_piece(u, folder);
    if (folder.len == 0) put(u, "/", 1);
  }
  put_piece(u, ref->path);
  without_dots(u, from);
}

/* The base's query must not bring its own fragment along. */
static piece without_fragment(piece query)
{
  for (size_t i = 0; i < query.len; i++)
    if (query.at[i] == '#') query.len = i;
  return query;
}

const char *mh_streams__join(mh_arena *a, const char *base, const char *ref, size_t len)
{
  made u;
  u.len = 0;
  u.full = false;
  mh_streams__trim(&ref, &len);
  const parts r = cut(ref, len);
  parts b = base ? cut(base, strlen(base)) : (parts){{0}};
  b.query = without_fragment(b.query);
  if (r.scheme.at || !b.scheme.at || !b.host.at) {
    put_piece(&u, (piece){ref, len});
  } else {
    put_piece(&u, b.scheme);
    put(&u, "://", 3);
    put_piece(&u, r.host.at ? r.host : b.host);
    if (r.host.at)
      put_piece(&u, r.path);
    else
      put_path(&u, &b, &r);
    put_piece(&u, r.query);
  }
  return mh_arena_copy(a, u.at, u.full ? 0 : u.len);
}

bool mh_streams__is_web(const char *url)
{
  const parts p = cut(url, strlen(url));
  const size_t n = p.scheme.len;
  if (p.host.len == 0 || (n != 4 && n != 5)) return false;
  static const char word[] = "https";
  for (size_t i = 0; i < n; i++)
    if ((p.scheme.at[i] | 32) != word[i]) return false;
  return true;
}
