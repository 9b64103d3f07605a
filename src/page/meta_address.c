/* meta_address - the address of a page: made absolute, compared, chosen.
 *
 * Pages tell a canonical address; templates tell the outlet's front page instead, or the
 * machine on which they were made.  Then the address that the page came from stands.
 */
#include "meta.h"

enum { ADDRESS_MOST = 2000 };

static bool starts(const char *t, const char *with)
{
  for (; *with; t++, with++)
    if ((*t >= 'A' && *t <= 'Z' ? *t + 32 : *t) != *with) return false;
  return true;
}

/* Behind "http://" or "https://"; NULL when it begins otherwise. */
static const char *host_of(const char *url)
{
  if (starts(url, "http://")) return url + 7;
  return starts(url, "https://") ? url + 8 : NULL;
}

static size_t host_len(const char *host)
{
  return strcspn(host, "/?#");
}

static bool is_outside(const char *host)
{
  const size_t n = host_len(host);
  return n > 3 && memchr(host, '.', n) && !starts(host, "127.0.0.1") &&
         !starts(host, "localhost") && !starts(host, "192.168.") &&
         !starts(host, "10.") && !memchr(host, ' ', n) && !memchr(host, '@', n);
}

/* Nothing behind the host that tells one page from another. */
static bool is_front(const char *url)
{
  const char *host = host_of(url);
  if (!host) return true;
  const char *p = host + host_len(host);
  while (*p == '/') p++;
  if (*p == '\0' || *p == '#') return true;
  static const char *const doors[] = {"index.html",   "index.htm", "index.php",
                                      "default.aspx", "home",      "ar",
                                      "ar/",          "en",        "en/"};
  for (size_t k = 0; k < sizeof doors / sizeof *doors; k++)
    if (starts(p, doors[k]) && p[strlen(doors[k])] == '\0') return true;
  return false;
}

static mh_status join(const char **out, mh_arena *a, const char *x, size_t n,
                      const char *y)
{
  const size_t k = strlen(y);
  char *t = mh_arena_take(a, n + k + 1);
  if (!t) return MH_ENOMEM;
  memcpy(t, x, n);
  memcpy(t + n, y, k + 1);
  *out = t;
  return MH_OK;
}

/* Leave out "./" and "../" of the path, in place. */
static void straighten(char *url)
{
  char *path = strchr(url, ':');
  path = path ? path + 3 : url;
  path += strcspn(path, "/");
  char *to = path;
  for (const char *p = path; *p && *p != '?' && *p != '#';) {
    if (starts(p, "/./")) {
      p += 2;
    } else if (starts(p, "/../")) {
      p += 3;
      while (to > path && *--to != '/') continue;
    } else {
      *to++ = *p++;
      continue;
    }
  }
  const char *rest = path + strcspn(path, "?#");
  if (to < rest) memmove(to, rest, strlen(rest) + 1);
}

/* A relative address on the base, which is absolute. */
static mh_status resolve(const char **out, mh_arena *a, const char *base, const char *url)
{
  const char *host = host_of(base);
  const size_t root = (size_t)(host - base) + host_len(host);
  size_t keep = strcspn(base, "?#");
  if (url[0] == '/' && url[1] == '/')
    keep = (size_t)(host - base) - 2;
  else if (url[0] == '/')
    keep = root;
  else if (url[0] != '?')
    while (keep > root && base[keep - 1] != '/') keep--;
  if (keep == root && url[0] != '/') {
    const char *slash;
    MH_TRY(join(&slash, a, base, root, "/"));
    return join(out, a, slash, root + 1, url);
  }
  return join(out, a, base, keep, url);
}

mh_status mh_page__absolute(const char **out, mh_page__meta *m, const char *url)
{
  const char *given = m->from ? m->from->url : NULL, *base = m->base;
  *out = NULL;
  if (base && !host_of(base)) base = NULL;
  if (!base && given && host_of(given)) base = given;
  if (!*url || strlen(url) > ADDRESS_MOST || strpbrk(url, " <>\"")) return MH_OK;
  if (!host_of(url)) {
    const size_t scheme = strcspn(url, ":/?#");
    if (url[scheme] == ':' || !base) return MH_OK; /* mailto:, javascript: */
    MH_TRY(resolve(out, m->a, base, url));
  } else {
    MH_TRY(join(out, m->a, url, strlen(url), ""));
  }
  straighten((char *)*out);
  if (!is_outside(host_of(*out))) *out = NULL;
  return MH_OK;
}

static size_t same_len(const char *p)
{
  size_t n = strcspn(p, "#");
  while (n && p[n - 1] == '/') n--;
  return n;
}

bool mh_page__same_address(const char *x, const char *y)
{
  const char *a = host_of(x), *b = host_of(y);
  if (!a || !b) return false;
  if (starts(a, "www.")) a += 4;
  if (starts(b, "www.")) b += 4;
  const size_t n = same_len(a), k = same_len(b);
  return n == k && memcmp(a, b, n) == 0 && !is_front(x);
}

static bool same_host(const char *x, const char *y)
{
  const char *a = host_of(x), *b = host_of(y);
  if (!a || !b) return false;
  if (starts(a, "www.")) a += 4;
  if (starts(b, "www.")) b += 4;
  const size_t n = host_len(a);
  return n == host_len(b) && memcmp(a, b, n) == 0;
}

/* May it be this page?  A front page is only where the page came from one. */
static bool is_plausible(const mh_page__meta *m, const char *url)
{
  const char *given = m->from ? m->from->url : NULL;
  if (!is_front(url)) return true;
  return given && host_of(given) && is_front(given) && same_host(url, given);
}

/* ---- what a browser wrote into a page that it saved ------------------------------------ */

enum { SAVED_BYTES = 8192, SAVED_RANK = 45 };

/* Behind the words in t; NULL: they are not there. */
static const char *find(const char *t, size_t len, const char *words)
{
  const size_t n = strlen(words);
  for (size_t i = 0; i + n <= len; i++)
    if (t[i] == *words && memcmp(t + i, words, n) == 0) return t + i + n;
  return NULL;
}

/* Behind the label of the address in a comment; NULL when it has none:
 * "saved from url=(0019)http://a.example/1/", and what SingleFile writes. */
static const char *saved_from(const char *t, size_t len)
{
  const char *at = find(t, len, "saved from url=(");
  if (at) return find(at, len - (size_t)(at - t), ")");
  at = find(t, len, "Page saved with SingleFile");
  return at ? find(at, len - (size_t)(at - t), "url:") : NULL;
}

mh_status mh_page__read_saved(mh_page__meta *m)
{
  const char *page = m->d->page;
  const size_t most = m->d->len < SAVED_BYTES ? m->d->len : SAVED_BYTES;
  for (const char *p = page; (p = find(p, most - (size_t)(p - page), "<!--"));) {
    const char *end = find(p, most - (size_t)(p - page), "-->");
    const char *at = end ? saved_from(p, (size_t)(end - p)) : NULL;
    if (!end) break;
    if (at) {
      while (at < end && (unsigned char)*at <= ' ') at++;
      size_t n = 0;
      while (at + n < end && (unsigned char)at[n] > ' ') n++;
      return mh_page__add_claim(m, MH_PAGE__SAYS_URL, SAVED_RANK, "meta", at, n, 0);
    }
    p = end;
  }
  return MH_OK;
}

mh_status mh_page__choose_url(mh_article *out, mh_page__meta *m)
{
  const mh_page__claims *list = &m->says[MH_PAGE__SAYS_URL];
  const char *given = m->from ? m->from->url : NULL;
  if (out->url && (!given || strcmp(out->url, given) != 0)) return MH_OK;
  const char *known = out->url;
  out->url = NULL;
  for (uint32_t rank = 0; rank < 60 && !out->url; rank++)
    for (uint32_t i = 0; i < list->n && !out->url; i++) {
      if (list->at[i].rank != rank) continue;
      MH_TRY(mh_page__absolute(&out->url, m, list->at[i].text));
      if (out->url && !is_plausible(m, out->url)) out->url = NULL;
      if (out->url) out->from_url = list->at[i].from;
    }
  if (!out->url) out->url = known;
  if (out->url || !given || !host_of(given)) return MH_OK;
  return mh_page__absolute(&out->url, m, given);
}
