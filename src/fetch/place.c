/* place - addresses: taken apart, made whole, refused when they are none that may be asked
 * for; and which proxy is for which.
 *
 * libcurl's own reader of addresses does the work, so that what is checked here is what is
 * connected to there.
 */
#include <stdio.h>
#include <strings.h>
#include <unicode/uidna.h>

#include "inside.h"
#include "libcurl.h"

bool mh_fetch_is_address(const char *text)
{
  return strncasecmp(text, "http://", 7) == 0 || strncasecmp(text, "https://", 8) == 0;
}

static mh_status no_memory(mh_error *err)
{
  return mh_fail(err, MH_ENOMEM, 0, "no memory for an address");
}

/* ---- taking apart ----------------------------------------------------------------------- */

/* An address in libcurl's hands. */
typedef struct taken {
  const mh_libcurl *lib;
  CURLU *parts;
} taken;

/* A part in the arena; NULL where there is none. */
static mh_status part(const char **out, mh_arena *a, const taken *u, CURLUPart what,
                      unsigned flags)
{
  char *text = NULL;
  *out = NULL;
  const CURLUcode rc = u->lib->url_get(u->parts, what, &text, flags);
  if (rc == CURLUE_OUT_OF_MEMORY) return MH_ENOMEM;
  if (rc != CURLUE_OK || !text) return MH_OK;
  *out = mh_arena_copy(a, text, strlen(text));
  u->lib->free(text);
  return *out ? MH_OK : MH_ENOMEM;
}

static mh_status wrong(CURLUcode rc, const char *text, mh_error *err)
{
  if (rc == CURLUE_OUT_OF_MEMORY) return no_memory(err);
  if (rc == CURLUE_USER_NOT_ALLOWED)
    return mh_fail(err, MH_EUSAGE, 0,
                   "an address with a user's name in it is not asked for");
  if (rc == CURLUE_UNSUPPORTED_SCHEME)
    return mh_fail(err, MH_EUSAGE, 0, "only http and https are asked for");
  return mh_fail(err, MH_EUSAGE, 0, "not an address: %.150s", text);
}

static mh_status numbers(mh_place *out, mh_arena *a, const taken *u)
{
  const char *port;
  char text[16];
  MH_TRY(part(&port, a, u, CURLUPART_PORT, CURLU_DEFAULT_PORT));
  out->port = 0;
  for (; port && *port; port++) out->port = out->port * 10 + (unsigned)(*port - '0');
  snprintf(text, sizeof text, ":%u", out->port);
  const size_t n = strlen(out->host);
  char *origin = mh_arena_take(a, n + 32);
  if (!origin) return MH_ENOMEM;
  snprintf(origin, n + 32, "%s://%s%s", out->secure ? "https" : "http", out->host, text);
  out->origin = origin;
  return MH_OK;
}

static const char *small(const char *text)
{
  for (char *p = (char *)(uintptr_t)text; *p; p++)
    if (*p >= 'A' && *p <= 'Z') *p = (char)(*p + 32);
  return text;
}

/* What was put in may be a number now, which has one spelling. */
static mh_status read_again(const taken *u)
{
  char *whole = NULL;
  CURLUcode rc = u->lib->url_get(u->parts, CURLUPART_URL, &whole, 0);
  if (rc == CURLUE_OK)
    rc = u->lib->url_set(u->parts, CURLUPART_URL, whole, CURLU_DISALLOW_USER);
  u->lib->free(whole);
  return rc == CURLUE_OK ? MH_OK : rc == CURLUE_OUT_OF_MEMORY ? MH_ENOMEM : MH_EFORMAT;
}

/* A name in other letters becomes what the network knows it as (UTS 46).  libcurl can do it as
 * well, but this version of it loses memory over names that are none. */
static mh_status name_for_network(const taken *u, const char *host)
{
  char ascii[256];
  UErrorCode code = U_ZERO_ERROR;
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  const char *p = host;
  while (*p && (unsigned char)*p < 0x80) p++;
  if (!*p) return MH_OK;
  UIDNA *names = uidna_openUTS46(
      UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ, &code);
  const int32_t n = U_SUCCESS(code) ? uidna_nameToASCII_UTF8(names, host, -1, ascii,
                                                             sizeof ascii, &info, &code)
                                    : 0;
  uidna_close(names);
  if (code == U_MEMORY_ALLOCATION_ERROR) return MH_ENOMEM;
  if (U_FAILURE(code) || info.errors || n <= 0 || n >= (int32_t)sizeof ascii)
    return MH_EFORMAT;
  if (u->lib->url_set(u->parts, CURLUPART_HOST, ascii, 0) != CURLUE_OK) return MH_EFORMAT;
  return read_again(u);
}

static mh_status parts(mh_place *out, mh_arena *a, const taken *u)
{
  const char *scheme, *path, *query;
  MH_TRY(part(&scheme, a, u, CURLUPART_SCHEME, 0));
  MH_TRY(part(&out->host, a, u, CURLUPART_HOST, 0));
  if (out->host) MH_TRY(name_for_network(u, out->host));
  MH_TRY(part(&out->host, a, u, CURLUPART_HOST, 0));
  MH_TRY(part(&path, a, u, CURLUPART_PATH, 0));
  MH_TRY(part(&query, a, u, CURLUPART_QUERY, 0));
  MH_TRY(part(&out->url, a, u, CURLUPART_URL, 0));
  if (!scheme || !out->host || !*out->host || !out->url) return MH_EUSAGE;
  small(out->host);
  out->secure = strcmp(scheme, "https") == 0;
  if (!out->secure && strcmp(scheme, "http") != 0) return MH_EUSAGE;
  const size_t n = (path ? strlen(path) : 0) + (query ? strlen(query) : 0) + 3;
  char *both = mh_arena_take(a, n);
  if (!both) return MH_ENOMEM;
  snprintf(both, n, "%s%s%s", path ? path : "/", query ? "?" : "", query ? query : "");
  out->path = both;
  return numbers(out, a, u);
}

/* White space around an address in a feed means nothing; control characters within it would
 * reach the request. */
static bool tidy(char out[MH_FETCH_URL_MAX + 1], const char *text)
{
  size_t n;
  while (*text && (unsigned char)*text <= ' ') text++;
  n = strlen(text);
  while (n && (unsigned char)text[n - 1] <= ' ') n--;
  if (n == 0 || n > MH_FETCH_URL_MAX) return false;
  for (size_t i = 0; i < n; i++)
    if ((unsigned char)text[i] < ' ' || text[i] == 0x7f) return false;
  memcpy(out, text, n);
  out[n] = '\0';
  return true;
}

static mh_status read_into(const taken *u, const char *base, const char *text,
                           mh_error *err)
{
  static const unsigned flags = CURLU_DISALLOW_USER | CURLU_URLENCODE |
                                CURLU_NON_SUPPORT_SCHEME;
  char clean[MH_FETCH_URL_MAX + 1];
  CURLUcode rc = CURLUE_OK;
  if (!tidy(clean, text))
    return mh_fail(err, MH_EUSAGE, 0,
                   strlen(text) > MH_FETCH_URL_MAX
                       ? "an address of more than %d bytes"
                       : "not an address: it is empty or has control characters",
                   MH_FETCH_URL_MAX);
  if (base) rc = u->lib->url_set(u->parts, CURLUPART_URL, base, flags);
  if (rc == CURLUE_OK) rc = u->lib->url_set(u->parts, CURLUPART_URL, clean, flags);
  if (rc == CURLUE_OK) rc = u->lib->url_set(u->parts, CURLUPART_FRAGMENT, NULL, 0);
  return rc == CURLUE_OK ? MH_OK : wrong(rc, clean, err);
}

mh_status mh_fetch__place(mh_place *out, mh_arena *a, const char *base, const char *text,
                          mh_error *err)
{
  *out = (mh_place){0};
  const mh_libcurl *lib = mh_fetch__libcurl(err);
  if (!lib) return MH_EIO;
  const taken taken_apart = {lib, lib->url()}, *u = &taken_apart;
  if (!u->parts) return no_memory(err);
  mh_status st = read_into(u, base, text, err);
  if (st == MH_OK) {
    st = parts(out, a, u);
    if (st == MH_EUSAGE) mh_fail(err, st, 0, "only http and https are asked for");
    if (st == MH_EFORMAT)
      st = mh_fail(err, MH_EUSAGE, 0, "not the name of a host: %.150s", out->host);
    if (st == MH_ENOMEM) no_memory(err);
  }
  lib->url_cleanup(u->parts);
  return st;
}

mh_status mh_fetch_join(const char **out, mh_arena *a, const char *base, const char *link,
                        mh_error *err)
{
  mh_place place;
  *out = NULL;
  MH_TRY(mh_fetch__place(&place, a, base, link, err));
  *out = place.url;
  return MH_OK;
}

/* ---- proxies ------------------------------------------------------------------------------ */

/* "example.org" and ".example.org" stand for the name and all below it; "*" for all. */
static bool is_listed(const char *list, const char *host)
{
  const size_t m = strlen(host);
  for (const char *p = list; *p;) {
    const size_t n = strcspn(p, ", ");
    const char *name = p;
    size_t len = n;
    p += n + (p[n] != '\0');
    if (len == 1 && *name == '*') return true;
    if (len && *name == '.') name++, len--;
    if (len && len <= m && strncasecmp(host + m - len, name, len) == 0 &&
        (len == m || host[m - len - 1] == '.'))
      return true;
  }
  return false;
}

const char *mh_fetch__proxy(const mh_fetch_how *how, const mh_place *place)
{
  const char *proxy = place->secure ? how->https_proxy : how->http_proxy;
  if (!proxy || !*proxy) return NULL;
  return how->no_proxy && is_listed(how->no_proxy, place->host) ? NULL : proxy;
}
