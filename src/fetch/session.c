/* session - a request from the wish to the answer: may it be asked for (robots.txt, the own
 * network, ports), when (pauses, Retry-After), where does it lead (redirects).
 *
 * Each hop is looked at as if it had been wished for.  What goes over the wire is transfer.c's
 * affair.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "inside.h"

/* How long things are believed, in seconds. */
#define ROBOTS_HOLD 86400.0 /* a robots.txt that was had                         */
#define UNREACHABLE 300.0   /* one that could not be had                         */
#define DOWN        60.0    /* that nobody answers at a host                     */
#define AWAY_UNTOLD 30.0    /* "too many requests" that does not say for how long */
#define AGAIN       2       /* how often one wish waits for Retry-After          */

struct mh_fetch {
  mh_fetch_how how;
  mh_transfer *transfer;
  mh_hosts hosts;
  mh_arena arena; /* what the last answer is told with */
  char retrieved[32];
};

/* ---- time ---------------------------------------------------------------------------------- */

static double now(const mh_fetch *f)
{
  struct timespec t;
  if (f->how.clock) return f->how.clock(f->how.user);
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* False: somebody wants us to stop. */
static bool sleep_for(const mh_fetch *f, double seconds)
{
  if (f->how.sleep) return f->how.sleep(f->how.user, seconds);
  for (const double end = now(f) + seconds;;) {
    const double left = end - now(f);
    const long step = left > 0.2 ? 200000000L : (long)(left * 1e9);
    if (f->how.go_on && !f->how.go_on(f->how.user)) return false;
    if (left <= 0) return true;
    nanosleep(&(struct timespec){.tv_nsec = step}, NULL);
  }
}

static double pause_of(const mh_fetch *f)
{
  if (f->how.pause < 0) return 0;
  return f->how.pause > 0 ? f->how.pause : 1;
}

static double patience_of(const mh_fetch *f)
{
  if (f->how.patience < 0) return 0;
  return f->how.patience > 0 ? f->how.patience : 60;
}

static void stamp(mh_fetch *f)
{
  const time_t t = time(NULL);
  struct tm utc;
  gmtime_r(&t, &utc);
  strftime(f->retrieved, sizeof f->retrieved, "%Y-%m-%dT%H:%M:%SZ", &utc);
}

/* ---- a session ----------------------------------------------------------------------------- */

mh_status mh_fetch_open(mh_fetch **out, const mh_fetch_how *how, mh_error *err)
{
  static const mh_fetch_how plain;
  *out = NULL;
  FILE *ca = how && how->ca_file ? fopen(how->ca_file, "r") : NULL;
  if (how && how->ca_file && !ca)
    return mh_fail(err, MH_EUSAGE, 0, "%.200s: %s", how->ca_file, strerror(errno));
  if (ca) fclose(ca);
  mh_fetch *f = calloc(1, sizeof *f);
  if (!f) return mh_fail(err, MH_ENOMEM, 0, "no memory for a session");
  f->how = how ? *how : plain;
  const mh_status st = mh_fetch__transfer_open(&f->transfer, &f->how, err);
  if (st != MH_OK) return mh_fetch_close(f), st;
  *out = f;
  return MH_OK;
}

void mh_fetch_close(mh_fetch *f)
{
  if (!f) return;
  mh_fetch__transfer_free(f->transfer);
  mh_fetch__hosts_free(&f->hosts);
  mh_arena_free(&f->arena);
  free(f);
}

/* ---- failing --------------------------------------------------------------------------------- */

/* What is asked for, on its way. */
typedef struct journey {
  mh_fetch *f;
  mh_fetched *out;
  mh_place place;
  mh_answer answer;
  mh_error *err;
  double waited; /* for Retry-After */
  unsigned again;
} journey;

#define END(j, kind, code, ...) \
  ((j)->out->end = (kind), mh_fail((j)->err, (code), 0, __VA_ARGS__))

static mh_status no_memory(journey *j)
{
  return END(j, MH_FETCH_FAILED, MH_ENOMEM, "no memory for a request");
}

/* ---- may it be asked for ----------------------------------------------------------------------- */

static mh_status check_place(journey *j)
{
  const mh_place *p = &j->place;
  const mh_fetch_how *how = &j->f->how;
  mh_origin *o = mh_fetch__origin(&j->f->hosts, p);
  if (!o) return no_memory(j);
  if (p->port != 80 && p->port != 443 && !o->by_person)
    return END(j, MH_FETCH_REFUSED, MH_EUSAGE,
               "not asked for: %.150s, port %u: only what you name yourself may have "
               "another port than 80 and 443",
               p->host, p->port);
  if (how->allow_private) return MH_OK;
  const char *what = mh_fetch__own_number(p->host);
  if (what)
    return END(j, MH_FETCH_REFUSED, MH_EUSAGE,
               "not asked for: %.150s is %s (see --allow-private)", p->host, what);
  if (mh_fetch__proxy(how, p) && mh_fetch__own_name(p->host))
    return END(j, MH_FETCH_REFUSED, MH_EUSAGE,
               "not asked for: %.150s is a name of the own network (see --allow-private)",
               p->host);
  return MH_OK;
}

/* ---- when ---------------------------------------------------------------------------------------- */

static mh_status later(journey *j, double seconds)
{
  j->out->retry_after = seconds;
  return END(j, MH_FETCH_LATER, MH_EIO, "%.150s asks to be left alone for another %.0f s",
             j->place.host, seconds);
}

/* Until the host may be asked: pauses are always waited for, what the server asked for as long
 * as patience lasts. */
static mh_status wait_for_host(journey *j)
{
  mh_host_clock *c = mh_fetch__clock(&j->f->hosts, j->place.host);
  if (!c) return no_memory(j);
  const double t = now(j->f), away = c->away - t,
               wait = c->next > c->away ? c->next - t : away;
  if (wait <= 0) return MH_OK;
  if (away > 0) {
    if (j->waited + away > patience_of(j->f)) return later(j, away);
    j->waited += away;
  }
  if (sleep_for(j->f, wait)) return MH_OK;
  return END(j, MH_FETCH_STOPPED, MH_EIO, "stopped");
}

/* Until when the host is left alone now. */
static void set_clock(journey *j, double seconds)
{
  mh_host_clock *c = mh_fetch__clock(&j->f->hosts, j->place.host);
  const mh_origin *o = mh_fetch__origin(&j->f->hosts, &j->place);
  const double t = now(j->f),
               delay = o && o->state == MH_ROBOTS_RULES ? o->robots.delay : 0;
  if (!c) return;
  c->next = t + (delay > seconds ? delay : seconds);
  const double away = j->answer.retry_after;
  const bool busy = j->answer.status == 429 || j->answer.status == 503;
  if (busy && away >= 0) c->away = t + away;
  if (j->answer.status == 429 && away < 0) c->away = t + AWAY_UNTOLD;
}

static mh_status ask(journey *j, const mh_request *r, double pause)
{
  mh_origin *o = mh_fetch__origin(&j->f->hosts, &j->place);
  if (!o) return no_memory(j);
  if (now(j->f) < o->down) {
    j->out->end = MH_FETCH_FAILED;
    *j->err = o->why;
    return o->why.code;
  }
  MH_TRY(wait_for_host(j));
  o->used = now(j->f);
  const mh_status st = mh_fetch__transfer(&j->answer, &j->out->end, j->f->transfer,
                                          &j->f->arena, r, j->err);
  if (st != MH_OK && j->answer.dead) {
    o->down = now(j->f) + DOWN;
    o->why = *j->err;
  }
  set_clock(j, pause);
  stamp(j->f);
  return st;
}

static bool is_redirect(const mh_answer *x)
{
  const int s = x->status;
  return x->location && (s == 301 || s == 302 || s == 303 || s == 307 || s == 308);
}

/* The place that a redirect leads to. */
static mh_status follow(journey *j)
{
  mh_place next;
  const char *link = j->answer.location;
  const mh_status st = mh_fetch__place(&next, &j->f->arena, j->place.url, link, j->err);
  if (st != MH_OK) {
    char why[128];
    snprintf(why, sizeof why, "%.120s", j->err->text);
    return END(j, MH_FETCH_REFUSED, st, "it leads on to %.80s: %s", link, why);
  }
  j->place = next;
  return check_place(j);
}

/* May the same be asked for once more, after the time that the server named? */
static bool again(journey *j)
{
  const int s = j->answer.status;
  const double wait = j->answer.retry_after >= 0 ? j->answer.retry_after : AWAY_UNTOLD;
  if (s != 429 && !(s == 503 && j->answer.retry_after >= 0)) return false;
  return j->again++ < AGAIN && j->waited + wait <= patience_of(j->f);
}

/* ---- robots.txt ------------------------------------------------------------------------------------ */

/* The answer to the request for robots.txt of the origin that was wished for. */
static mh_status robots_came(journey *j, mh_origin *o)
{
  const int status = j->answer.status;
  const double t = now(j->f);
  if (status == 429 || status >= 500 || status < 200) {
    const bool told = j->answer.retry_after >= 0;
    o->until = t + (told ? j->answer.retry_after : UNREACHABLE);
    if (o->state == MH_ROBOTS_RULES) return MH_OK; /* an older one is better than none */
    o->state = MH_ROBOTS_UNREACHABLE;
    o->end = told ? MH_FETCH_LATER : MH_FETCH_FAILED;
    mh_fail(&o->why, MH_EIO, 0,
            "its robots.txt cannot be had (status %d): nothing is "
            "asked for until it can",
            status);
    return MH_OK;
  }
  mh_arena_reset(&o->rules);
  o->robots = (mh_robots){0};
  o->state = MH_ROBOTS_RULES;
  o->until = t + ROBOTS_HOLD;
  if (status >= 300) return MH_OK; /* there is none */
  const mh_status st = mh_fetch__robots_read(&o->robots, &o->rules, j->answer.bytes,
                                             j->answer.len, MH_FETCH_PRODUCT);
  if (st == MH_OK) return MH_OK;
  o->state = MH_ROBOTS_UNKNOWN;
  return no_memory(j);
}

/* The network did not bring it: the same holds for the page. */
static mh_status robots_failed(journey *j, mh_origin *o, mh_status st, mh_error *why)
{
  const mh_fetch_end end = j->out->end;
  if (o->state == MH_ROBOTS_RULES && end != MH_FETCH_STOPPED) {
    o->until = now(j->f) + UNREACHABLE;
    return MH_OK;
  }
  *j->err = *why;
  if (end != MH_FETCH_FAILED || st == MH_ENOMEM) return st;
  o->state = MH_ROBOTS_UNREACHABLE;
  o->until = now(j->f) + UNREACHABLE;
  o->end = end;
  o->why = *why;
  return st;
}

/* Ask for the robots.txt of r's place, wherever it leads; one that leads to where we may not go
 * is none. */
static mh_status journey_to_robots(journey *r)
{
  const char *base = r->place.url;
  MH_TRY(mh_fetch__place(&r->place, &r->f->arena, base, "/robots.txt", r->err));
  for (int hops = 0;;) {
    const mh_request request = {
        .place = &r->place, .most = MH_FETCH_ROBOTS_MAX, .may_cut = true};
    MH_TRY(ask(r, &request, 0));
    if (is_redirect(&r->answer) && hops++ < MH_FETCH_HOPS) {
      const mh_status st = follow(r);
      if (st != MH_EUSAGE) MH_TRY(st);
      if (st == MH_OK) continue;
      r->answer.status = 404;
    }
    if (!again(r)) return MH_OK;
  }
}

static mh_status ask_robots(journey *j)
{
  journey r = *j;
  mh_error why = {0};
  r.err = &why;
  const mh_status st = journey_to_robots(&r);
  j->waited = r.waited;
  r.place = j->place;
  mh_origin *o = mh_fetch__origin(&j->f->hosts, &j->place);
  if (!o) return no_memory(j);
  return st == MH_OK ? robots_came(&r, o) : robots_failed(j, o, st, &why);
}

/* What robots.txt says of the place, which is asked for it when that is not known. */
static mh_status check_robots(journey *j)
{
  bool allowed;
  mh_origin *o = mh_fetch__origin(&j->f->hosts, &j->place);
  if (!o) return no_memory(j);
  if (o->state == MH_ROBOTS_UNKNOWN || now(j->f) >= o->until) {
    MH_TRY(ask_robots(j));
    o = mh_fetch__origin(&j->f->hosts, &j->place);
    if (!o) return no_memory(j);
  }
  if (o->state == MH_ROBOTS_UNREACHABLE) {
    *j->err = o->why;
    j->out->end = o->end;
    if (o->end == MH_FETCH_LATER) j->out->retry_after = o->until - now(j->f);
    return o->why.code;
  }
  if (mh_fetch__robots_allow(&allowed, &o->robots, &j->f->arena, j->place.path) != MH_OK)
    return no_memory(j);
  if (allowed) return MH_OK;
  return END(j, MH_FETCH_REFUSED, MH_EUSAGE,
             "not asked for: robots.txt of %.150s does not allow it", j->place.host);
}

/* ---- what came --------------------------------------------------------------------------------------- */

static mh_status put_feeds(journey *j)
{
  struct {
    const char **at;
    uint32_t n, cap;
  } list = {0};
  const char *v = j->answer.link;
  mh_head_link l;
  for (size_t at = 0; v && list.n < 16 && mh_fetch__link_next(&l, v, strlen(v), &at);) {
    const char *to, *text;
    if (!mh_fetch__is_feed_link(v + l.rel.at, l.rel.len, v + l.type.at, l.type.len))
      continue;
    text = mh_arena_copy(&j->f->arena, v + l.to.at, l.to.len);
    if (!text) return no_memory(j);
    if (mh_fetch_join(&to, &j->f->arena, j->place.url, text, NULL) != MH_OK) continue;
    if (MH_PUSH(&j->f->arena, &list, to) != MH_OK) return no_memory(j);
  }
  j->out->feeds = list.at;
  j->out->n_feeds = list.n;
  return MH_OK;
}

static const char *told(mh_fetch *f, const char *text)
{
  return *text ? mh_arena_copy(&f->arena, text, strlen(text)) : NULL;
}

static void tell(journey *j)
{
  mh_fetched *out = j->out;
  out->status = j->answer.status;
  out->url = j->place.url;
  out->retrieved = j->f->retrieved[0] ? j->f->retrieved : NULL;
  out->etag = j->answer.etag;
  out->modified = j->answer.modified;
  out->type = told(j->f, j->answer.type);
  out->charset = told(j->f, j->answer.charset);
}

static mh_status came(journey *j)
{
  j->out->end = MH_FETCH_CAME;
  j->out->bytes = j->answer.bytes;
  j->out->len = j->answer.len;
  return put_feeds(j);
}

/* A status that is no success. */
static mh_status not_had(journey *j)
{
  const int s = j->answer.status;
  switch (s) {
  case 404: return END(j, MH_FETCH_GONE, MH_ENOINPUT, "there is no such page (404)");
  case 410: return END(j, MH_FETCH_GONE, MH_ENOINPUT, "the page was taken away (410)");
  case 401:
  case 402:
  case 403:
  case 407:
  case 451:
    return END(j, MH_FETCH_FAILED, MH_EIO, "the server does not let us see it (%d)", s);
  case 429:
    return later(j, j->answer.retry_after >= 0 ? j->answer.retry_after : AWAY_UNTOLD);
  case 503:
    if (j->answer.retry_after >= 0) return later(j, j->answer.retry_after);
    break;
  default: break;
  }
  if (is_redirect(&j->answer))
    return END(j, MH_FETCH_TOO_MUCH, MH_ELIMIT, "more than %d redirects", MH_FETCH_HOPS);
  if (s >= 500)
    return END(j, MH_FETCH_FAILED, MH_EIO, "the server is out of order (%d)", s);
  return END(j, MH_FETCH_FAILED, MH_EIO, "the server answers with status %d", s);
}

/* ---- one wish ------------------------------------------------------------------------------------------- */

static bool is_permanent(int status)
{
  return status == 301 || status == 308;
}

static mh_status go(journey *j, const mh_fetch_wish *wish)
{
  const size_t most = j->f->how.most ? j->f->how.most : MH_FETCH_MAX;
  const bool conditional = wish->etag || wish->modified;
  bool permanent = true;
  for (int hops = 0;;) {
    const mh_request request = {
        .place = &j->place, .etag = wish->etag, .modified = wish->modified, .most = most};
    MH_TRY(check_robots(j));
    MH_TRY(ask(j, &request, pause_of(j->f)));
    if (is_redirect(&j->answer) && hops++ < MH_FETCH_HOPS) {
      permanent = permanent && is_permanent(j->answer.status);
      MH_TRY(follow(j));
      j->out->moved = permanent;
    } else if (!again(j)) {
      break;
    }
  }
  if (j->answer.status >= 200 && j->answer.status < 300) return came(j);
  if (j->answer.status != 304 || !conditional) return not_had(j);
  j->out->end = MH_FETCH_UNCHANGED;
  return MH_OK;
}

mh_status mh_fetch_get(mh_fetched *out, mh_fetch *f, const mh_fetch_wish *wish,
                       mh_error *err)
{
  mh_error own = {0};
  journey j = {.f = f, .out = out, .err = err ? err : &own};
  *out = (mh_fetched){.end = MH_FETCH_REFUSED, .url = wish->url};
  mh_arena_reset(&f->arena);
  f->retrieved[0] = '\0';
  MH_TRY(mh_fetch__place(&j.place, &f->arena, NULL, wish->url, j.err));
  mh_origin *o = mh_fetch__origin(&f->hosts, &j.place);
  if (!o) return no_memory(&j);
  o->by_person = o->by_person || wish->by_person;
  mh_status st = check_place(&j);
  if (st == MH_OK) st = go(&j, wish);
  tell(&j);
  return st;
}

void mh_fetch_trust(mh_fetch *f, const char *url)
{
  mh_arena a = {0};
  mh_place place;
  if (mh_fetch__place(&place, &a, NULL, url, NULL) == MH_OK) {
    mh_origin *o = mh_fetch__origin(&f->hosts, &place);
    if (o) o->by_person = true;
  }
  mh_arena_free(&a);
}

double mh_fetch_wait(mh_fetch *f, const char *url)
{
  mh_arena a = {0};
  mh_place place;
  double wait = 0;
  if (mh_fetch__place(&place, &a, NULL, url, NULL) == MH_OK) {
    const mh_host_clock *c = mh_fetch__clock(&f->hosts, place.host);
    if (c) wait = (c->next > c->away ? c->next : c->away) - now(f);
  }
  mh_arena_free(&a);
  return wait > 0 ? wait : 0;
}
