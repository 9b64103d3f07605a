/* transfer - one request and its answer, through libcurl.  Redirects are not followed here:
 * each hop is looked at by fetch.c first.
 *
 * The guard of the own network stands where the socket is made: libcurl tells the very address
 * that it will connect to, so that a name that leads elsewhere a moment later, or a name that
 * has both kinds of addresses, helps nobody.
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "inside.h"
#include "libcurl.h"

enum { HEAD_MAX = 256 << 10, VALIDATOR_MAX = 512, SLOW_BYTES = 100 };

struct mh_transfer {
  const mh_libcurl *lib;
  CURL *curl;
  const mh_fetch_how *how;
  mh_out body;
  size_t head, most; /* bytes of head so far; of body at most       */
  bool may_cut, cut; /* body: the first `most` do; there was more   */
  bool too_large, stopped, proxied;
  char guarded[160]; /* why a connection was not made; "" none was refused */
  char said[CURL_ERROR_SIZE];
  char agent[256];
};

/* ---- what libcurl calls --------------------------------------------------------------------- */

static void number_of(char out[64], const struct sockaddr *at)
{
  const void *bytes =
      at->sa_family == AF_INET6
          ? (const void *)&((const struct sockaddr_in6 *)(const void *)at)->sin6_addr
          : (const void *)&((const struct sockaddr_in *)(const void *)at)->sin_addr;
  const bool known = at->sa_family == AF_INET || at->sa_family == AF_INET6;
  if (!known || !inet_ntop(at->sa_family, bytes, out, 64)) strcpy(out, "it");
}

static curl_socket_t open_socket(void *user, curlsocktype purpose,
                                 struct curl_sockaddr *at)
{
  mh_transfer *t = user;
  char number[64];
  (void)purpose;
  const bool free_to = t->how->allow_private || t->proxied;
  const char *what = free_to ? NULL : mh_fetch__own_network(&at->addr);
  if (!what) return socket(at->family, at->socktype | SOCK_CLOEXEC, at->protocol);
  number_of(number, &at->addr);
  snprintf(t->guarded, sizeof t->guarded, "%s is %s", number, what);
  return CURL_SOCKET_BAD;
}

static size_t take_body(char *bytes, size_t one, size_t n, void *user)
{
  mh_transfer *t = user;
  (void)one;
  const size_t room = t->most - t->body.len;
  if (n <= room) {
    mh_out_bytes(&t->body, bytes, n);
    return t->body.status == MH_OK ? n : 0;
  }
  t->cut = t->may_cut;
  t->too_large = !t->may_cut;
  if (t->may_cut) mh_out_bytes(&t->body, bytes, room);
  return 0;
}

static size_t take_head(char *bytes, size_t one, size_t n, void *user)
{
  mh_transfer *t = user;
  (void)bytes;
  (void)one;
  t->head += n;
  if (t->head <= HEAD_MAX) return n;
  t->too_large = true;
  return 0;
}

static int look(void *user, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d)
{
  mh_transfer *t = user;
  (void)a, (void)b, (void)c, (void)d;
  t->stopped = t->how->go_on && !t->how->go_on(t->how->user);
  return t->stopped;
}

/* ---- a handle -------------------------------------------------------------------------------- */

static long ms(double given, double standard)
{
  return (long)((given > 0 ? given : standard) * 1000);
}

/* A contact that stands in a head: nothing but plain characters. */
static void name_ourselves(mh_transfer *t)
{
  size_t n = (size_t)snprintf(t->agent, sizeof t->agent, MH_FETCH_PRODUCT "/" MH_VERSION);
  const char *p = t->how->contact;
  if (!p || !*p) return;
  n += (size_t)snprintf(t->agent + n, sizeof t->agent - n, " (+");
  for (; *p && n + 2 < sizeof t->agent; p++)
    if (*p > ' ' && *p < 0x7f && *p != '(' && *p != ')') t->agent[n++] = *p;
  t->agent[n++] = ')';
  t->agent[n] = '\0';
}

static void set_calls(mh_transfer *t)
{
  const mh_libcurl *lib = t->lib;
  CURL *c = t->curl;
  lib->easy_setopt(c, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  lib->easy_setopt(c, CURLOPT_OPENSOCKETDATA, t);
  lib->easy_setopt(c, CURLOPT_WRITEFUNCTION, take_body);
  lib->easy_setopt(c, CURLOPT_WRITEDATA, t);
  lib->easy_setopt(c, CURLOPT_HEADERFUNCTION, take_head);
  lib->easy_setopt(c, CURLOPT_HEADERDATA, t);
  lib->easy_setopt(c, CURLOPT_XFERINFOFUNCTION, look);
  lib->easy_setopt(c, CURLOPT_XFERINFODATA, t);
  lib->easy_setopt(c, CURLOPT_NOPROGRESS, 0L);
  lib->easy_setopt(c, CURLOPT_ERRORBUFFER, t->said);
}

static bool set_all(mh_transfer *t)
{
  const mh_fetch_how *how = t->how;
  const mh_libcurl *lib = t->lib;
  CURL *c = t->curl;
  set_calls(t);
  name_ourselves(t);
  const bool good =
      lib->easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https") == CURLE_OK &&
      lib->easy_setopt(c, CURLOPT_SSL_VERIFYPEER, 1L) == CURLE_OK &&
      lib->easy_setopt(c, CURLOPT_SSL_VERIFYHOST, 2L) == CURLE_OK &&
      lib->easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L) == CURLE_OK &&
      lib->easy_setopt(c, CURLOPT_ACCEPT_ENCODING, "") == CURLE_OK &&
      lib->easy_setopt(c, CURLOPT_USERAGENT, t->agent) == CURLE_OK &&
      (!how->ca_file || lib->easy_setopt(c, CURLOPT_CAINFO, how->ca_file) == CURLE_OK);
  lib->easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
  lib->easy_setopt(c, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
  lib->easy_setopt(c, CURLOPT_CONNECTTIMEOUT_MS, ms(how->connect_time, 15));
  lib->easy_setopt(c, CURLOPT_TIMEOUT_MS, ms(how->whole_time, 60));
  lib->easy_setopt(c, CURLOPT_LOW_SPEED_LIMIT, (long)SLOW_BYTES);
  lib->easy_setopt(c, CURLOPT_LOW_SPEED_TIME, (ms(how->slow_time, 20) + 999) / 1000);
  lib->easy_setopt(c, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  lib->easy_setopt(c, CURLOPT_MAXCONNECTS, 16L);
  return good;
}

mh_status mh_fetch__transfer_open(mh_transfer **out, const mh_fetch_how *how,
                                  mh_error *err)
{
  *out = NULL;
  const mh_libcurl *lib = mh_fetch__libcurl(err);
  if (!lib) return MH_EIO;
  if (lib->global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
    return mh_fail(err, MH_ENOMEM, 0, "libcurl does not begin");
  mh_transfer *t = calloc(1, sizeof *t);
  if (!t) {
    lib->global_cleanup();
    return mh_fail(err, MH_ENOMEM, 0, "no memory for a session");
  }
  t->lib = lib;
  t->how = how;
  t->curl = lib->easy_init();
  if (!t->curl || !set_all(t)) {
    mh_fetch__transfer_free(t);
    return mh_fail(err, MH_ENOMEM, 0, "libcurl cannot do what is asked of it");
  }
  *out = t;
  return MH_OK;
}

void mh_fetch__transfer_free(mh_transfer *t)
{
  if (!t) return;
  const mh_libcurl *lib = t->lib;
  if (t->curl) lib->easy_cleanup(t->curl);
  mh_out_free(&t->body);
  free(t);
  lib->global_cleanup();
}

/* ---- the request ------------------------------------------------------------------------------ */

static struct curl_slist *add(const mh_libcurl *lib, struct curl_slist *list,
                              const char *line, bool *good)
{
  struct curl_slist *more = *good ? lib->slist_append(list, line) : NULL;
  if (more) return more;
  *good = false;
  return list;
}

/* A value from a store or a server, as a head may have it. */
static bool is_plain(const char *value)
{
  size_t n = 0;
  for (; value[n]; n++)
    if ((unsigned char)value[n] < ' ' || (unsigned char)value[n] > 0x7e) return false;
  return n > 0 && n <= VALIDATOR_MAX;
}

static struct curl_slist *fields(const mh_libcurl *lib, const mh_request *r, bool *good)
{
  char line[VALIDATOR_MAX + 64];
  struct curl_slist *list = NULL;
  list = add(lib, list,
             "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
             good);
  list = add(lib, list, "Accept-Language: ar,en;q=0.5", good);
  if (r->etag && is_plain(r->etag)) {
    snprintf(line, sizeof line, "If-None-Match: %s", r->etag);
    list = add(lib, list, line, good);
  }
  if (r->modified && is_plain(r->modified)) {
    snprintf(line, sizeof line, "If-Modified-Since: %s", r->modified);
    list = add(lib, list, line, good);
  }
  return list;
}

static void begin(mh_transfer *t, const mh_request *r)
{
  mh_out_clear(&t->body);
  if (t->body.status != MH_OK) mh_out_free(&t->body);
  t->head = 0;
  t->most = r->most;
  t->may_cut = r->may_cut;
  t->cut = t->too_large = t->stopped = false;
  t->guarded[0] = t->said[0] = '\0';
  const char *proxy = mh_fetch__proxy(t->how, r->place);
  t->proxied = proxy != NULL;
  t->lib->easy_setopt(t->curl, CURLOPT_PROXY, proxy ? proxy : "");
  t->lib->easy_setopt(t->curl, CURLOPT_NOPROXY, "");
}

/* ---- the answer --------------------------------------------------------------------------------- */

static const char *field(mh_transfer *t, const char *name, size_t i, size_t *n)
{
  struct curl_header *h = NULL;
  const bool there = t->lib->easy_header(t->curl, name, i, CURLH_HEADER, -1, &h) ==
                     CURLHE_OK;
  if (n) *n = there ? h->amount : 0;
  return there ? h->value : NULL;
}

static const char *keep(mh_arena *a, const char *value, bool *good)
{
  char *copy = value ? mh_arena_copy(a, value, strlen(value)) : NULL;
  if (value && !copy) *good = false;
  return copy;
}

static const char *validator(mh_transfer *t, mh_arena *a, const char *name, bool *good)
{
  const char *value = field(t, name, 0, NULL);
  return value && is_plain(value) ? keep(a, value, good) : NULL;
}

/* All Link fields as one. */
static const char *links(mh_transfer *t, mh_arena *a, bool *good)
{
  mh_out all = {0};
  size_t n = 0;
  const char *one = field(t, "Link", 0, &n);
  for (size_t i = 0; i < n && one; i++) {
    if (i) mh_out_char(&all, ',');
    mh_out_text(&all, one);
    one = i + 1 < n ? field(t, "Link", i + 1, NULL) : NULL;
  }
  const char *out = all.len ? keep(a, all.at, good) : NULL;
  if (all.status != MH_OK) *good = false;
  mh_out_free(&all);
  return out;
}

static mh_status read_head(mh_answer *out, mh_transfer *t, mh_arena *a, mh_error *err)
{
  bool good = true;
  long status = 0;
  t->lib->easy_getinfo(t->curl, CURLINFO_RESPONSE_CODE, &status);
  out->status = (int)status;
  out->etag = validator(t, a, "ETag", &good);
  out->modified = validator(t, a, "Last-Modified", &good);
  out->location = keep(a, field(t, "Location", 0, NULL), &good);
  out->link = links(t, a, &good);
  const char *type = field(t, "Content-Type", 0, NULL);
  if (type) mh_fetch__content_type(out->type, out->charset, type, strlen(type));
  const char *later = field(t, "Retry-After", 0, NULL);
  out->retry_after = -1;
  if (later) mh_fetch__retry_after(&out->retry_after, later, strlen(later), time(NULL));
  return good ? MH_OK : mh_fail(err, MH_ENOMEM, 0, "no memory for an answer");
}

/* ---- failures --------------------------------------------------------------------------------------- */

static mh_status limit(mh_fetch_end *end, const mh_transfer *t, mh_error *err)
{
  *end = MH_FETCH_TOO_MUCH;
  if (t->head > HEAD_MAX)
    return mh_fail(err, MH_ELIMIT, 0, "the head of the answer is larger than %d KiB",
                   HEAD_MAX >> 10);
  return mh_fail(err, MH_ELIMIT, 0, "larger than %.6g MiB", (double)t->most / (1 << 20));
}

static mh_status explain(mh_fetch_end *end, const mh_transfer *t, const mh_place *p,
                         CURLcode rc, mh_error *err)
{
  const char *said = t->said[0] ? t->said : t->lib->easy_strerror(rc);
  *end = MH_FETCH_FAILED;
  switch (rc) {
  case CURLE_COULDNT_RESOLVE_HOST:
    return mh_fail(err, MH_ENOINPUT, 0, "no such host: %.200s", p->host);
  case CURLE_COULDNT_RESOLVE_PROXY:
    return mh_fail(err, MH_EIO, 0, "the proxy is not known: %.200s", said);
  case CURLE_COULDNT_CONNECT:
    return mh_fail(err, MH_EIO, 0, "no connection to %.150s, port %u", p->host, p->port);
  case CURLE_OPERATION_TIMEDOUT:
    return mh_fail(err, MH_EIO, 0, "the server took too long: %.200s", said);
  case CURLE_PEER_FAILED_VERIFICATION:
    return mh_fail(err, MH_EIO, 0, "its certificate is not to be trusted: %.200s", said);
  case CURLE_PARTIAL_FILE:
  case CURLE_RECV_ERROR:
    return mh_fail(err, MH_EIO, 0, "the answer broke off: %.200s", said);
  case CURLE_GOT_NOTHING: return mh_fail(err, MH_EIO, 0, "the server gave no answer");
  case CURLE_BAD_CONTENT_ENCODING:
    return mh_fail(err, MH_EIO, 0, "the answer is packed in a way that cannot be undone");
  case CURLE_UNSUPPORTED_PROTOCOL:
  case CURLE_WEIRD_SERVER_REPLY:
    return mh_fail(err, MH_EIO, 0, "what answers there does not speak HTTP");
  default: return mh_fail(err, MH_EIO, 0, "%.250s", said);
  }
}

static mh_status failed(mh_fetch_end *end, const mh_transfer *t, const mh_place *p,
                        CURLcode rc, mh_error *err)
{
  if (t->guarded[0]) {
    *end = MH_FETCH_REFUSED;
    return mh_fail(err, MH_EUSAGE, 0, "not asked for: %s (see --allow-private)",
                   t->guarded);
  }
  if (t->stopped) {
    *end = MH_FETCH_STOPPED;
    return mh_fail(err, MH_EIO, 0, "stopped");
  }
  if (rc == CURLE_OUT_OF_MEMORY || t->body.status != MH_OK) {
    *end = MH_FETCH_FAILED;
    return mh_fail(err, MH_ENOMEM, 0, "no memory for an answer");
  }
  if (t->too_large || rc == CURLE_FILESIZE_EXCEEDED) return limit(end, t, err);
  return explain(end, t, p, rc, err);
}

/* Was there nobody to speak with?  Others of that host need not wait for it again. */
static bool is_dead(const mh_transfer *t, CURLcode rc)
{
  curl_off_t connected = 0;
  if (t->guarded[0] || t->stopped || t->proxied) return false;
  if (rc == CURLE_COULDNT_RESOLVE_HOST || rc == CURLE_COULDNT_CONNECT) return true;
  t->lib->easy_getinfo(t->curl, CURLINFO_CONNECT_TIME_T, &connected);
  return rc == CURLE_OPERATION_TIMEDOUT && connected == 0;
}

mh_status mh_fetch__transfer(mh_answer *out, mh_fetch_end *end, mh_transfer *t,
                             mh_arena *a, const mh_request *r, mh_error *err)
{
  bool good = true;
  *out = (mh_answer){.retry_after = -1};
  begin(t, r);
  struct curl_slist *list = fields(t->lib, r, &good);
  CURLcode rc = good ? t->lib->easy_setopt(t->curl, CURLOPT_URL, r->place->url)
                     : CURLE_OUT_OF_MEMORY;
  if (rc == CURLE_OK) rc = t->lib->easy_setopt(t->curl, CURLOPT_HTTPHEADER, list);
  t->lib->easy_setopt(t->curl, CURLOPT_MAXFILESIZE_LARGE,
                      r->may_cut ? (curl_off_t)0 : (curl_off_t)r->most);
  if (rc == CURLE_OK) rc = t->lib->easy_perform(t->curl);
  t->lib->easy_setopt(t->curl, CURLOPT_HTTPHEADER, NULL);
  t->lib->slist_free_all(list);
  if (rc != CURLE_OK && !t->cut) {
    out->dead = is_dead(t, rc);
    return failed(end, t, r->place, rc, err);
  }
  MH_TRY(read_head(out, t, a, err));
  out->bytes = t->body.at ? t->body.at : "";
  out->len = t->body.len;
  out->cut = t->cut;
  return MH_OK;
}
