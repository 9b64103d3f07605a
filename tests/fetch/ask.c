/* ask - what the fetch room gives for addresses, as JSON lines, for the tests against a server
 * of our own (test_fetch.py).
 *
 *   ask [OPTION...] ADDRESS...
 *
 *   --private         into the own network as well
 *   --ca FILE         authorities to trust
 *   --contact TEXT    stands in User-Agent
 *   --patience S      how long Retry-After is waited for (-1: not at all)
 *   --whole S, --slow S, --most BYTES   limits
 *   --http-proxy P    a proxy for http
 *   --link            the addresses behind it were not written by a person
 *   --etag E          validator of the addresses behind it
 *   --later S         let S seconds go by
 *
 * The clock is made up: sleeping moves it on and takes no time; what was slept is told.
 */
#include <stdio.h>
#include <stdlib.h>

#include "src/fetch/fetch.h"

typedef struct made_clock {
  double now, slept;
} made_clock;

static double now(void *user)
{
  return ((made_clock *)user)->now;
}

static bool sleep_for(void *user, double seconds)
{
  made_clock *c = user;
  c->now += seconds;
  c->slept += seconds;
  return true;
}

static void put(mh_out *o, const char *name, const char *value)
{
  mh_out_fmt(o, ",\"%s\":", name);
  if (value)
    mh_out_json(o, value, strlen(value));
  else
    mh_out_text(o, "null");
}

static void tell(const mh_fetched *x, mh_status st, const mh_error *err, double slept)
{
  static const char *const ends[] = {"came",  "unchanged", "gone",   "refused",
                                     "later", "too-much",  "failed", "stopped"};
  mh_out o = {0};
  char digest[72];
  mh_out_fmt(&o, "{\"status\":%d,\"code\":%d,\"len\":%zu,\"slept\":%.3f,\"moved\":%s",
             x->status, (int)st, x->len, slept, x->moved ? "true" : "false");
  mh_out_fmt(&o, ",\"retry_after\":%.1f,\"n_feeds\":%u", x->retry_after, x->n_feeds);
  put(&o, "end", ends[x->end]);
  put(&o, "url", x->url);
  put(&o, "type", x->type);
  put(&o, "charset", x->charset);
  put(&o, "retrieved", x->retrieved);
  put(&o, "etag", x->etag);
  put(&o, "modified", x->modified);
  put(&o, "feed", x->n_feeds ? x->feeds[0] : NULL);
  put(&o, "why", st == MH_OK ? NULL : err->text);
  mh_sha256_text(digest, x->bytes ? x->bytes : "", x->len);
  put(&o, "digest", digest);
  mh_out_text(&o, "}\n");
  if (o.status == MH_OK) fputs(o.at, stdout);
  fflush(stdout);
  mh_out_free(&o);
}

/* An option of the session at argv[i]; how many arguments it took. */
static int option(mh_fetch_how *how, char **argv, int i)
{
  const char *name = argv[i], *value = argv[i + 1];
  if (strcmp(name, "--private") == 0) return how->allow_private = true, 1;
  if (!value) return 0;
  if (strcmp(name, "--ca") == 0) return how->ca_file = value, 2;
  if (strcmp(name, "--contact") == 0) return how->contact = value, 2;
  if (strcmp(name, "--patience") == 0) return how->patience = atof(value), 2;
  if (strcmp(name, "--whole") == 0) return how->whole_time = atof(value), 2;
  if (strcmp(name, "--slow") == 0) return how->slow_time = atof(value), 2;
  if (strcmp(name, "--most") == 0) return how->most = (size_t)atol(value), 2;
  if (strcmp(name, "--http-proxy") == 0) return how->http_proxy = value, 2;
  return 0;
}

int main(int argc, char **argv)
{
  made_clock clock = {.now = 1000};
  mh_fetch_how how = {.clock = now, .sleep = sleep_for, .user = &clock};
  mh_fetch_wish wish = {.by_person = true};
  mh_fetch *f;
  mh_error err = {0};
  int i = 1;
  for (int n; i < argc && (n = option(&how, argv, i)) > 0;) i += n;
  if (mh_fetch_open(&f, &how, &err) != MH_OK) return fprintf(stderr, "%s\n", err.text), 1;
  for (; i < argc; i++) {
    mh_fetched x;
    if (strcmp(argv[i], "--link") == 0) {
      wish.by_person = false;
    } else if (strcmp(argv[i], "--etag") == 0 && i + 1 < argc) {
      wish.etag = argv[++i];
    } else if (strcmp(argv[i], "--later") == 0 && i + 1 < argc) {
      clock.now += atof(argv[++i]);
    } else {
      wish.url = argv[i];
      err = (mh_error){0};
      clock.slept = 0;
      const mh_status st = mh_fetch_get(&x, f, &wish, &err);
      tell(&x, st, &err, clock.slept);
    }
  }
  mh_fetch_close(f);
  return 0;
}
