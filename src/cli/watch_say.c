/* watch_say - what `mahdar watch` tells: a line for each feed with news and a sum, on standard
 * error; with --json mahdar.watch/1, one object a line, on standard output.
 *
 * A report is told of when it is safely in the store.
 */
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "watch.h"

enum { COMPLAINTS = 3 }; /* entries of a feed that are told of in a round */

int64_t watch_now(void)
{
  return (int64_t)time(NULL);
}

void watch_time(char out[32], int64_t when)
{
  const time_t t = (time_t)when;
  struct tm utc;
  gmtime_r(&t, &utc);
  strftime(out, 32, "%Y-%m-%dT%H:%M:%SZ", &utc);
}

/* ---- lines ------------------------------------------------------------------------------ */

void watch_say(watch *w, const char *what, const char *why, ...)
{
  mh_out line = {0};
  char text[1024];
  va_list args;
  va_start(args, why);
  vsnprintf(text, sizeof text, why, args);
  va_end(args);
  mh_out_text(&line, "mahdar: ");
  cli_clean(&line, what, strlen(what));
  mh_out_text(&line, ": ");
  cli_clean(&line, text, strlen(text));
  mh_out_char(&line, '\n');
  cli_progress_clear(&w->progress);
  if (line.status == MH_OK) cli_write(STDERR_FILENO, line.at, line.len);
  mh_out_free(&line);
}

void watch_say_locks(watch *w)
{
  const char *open = w->locks ? NULL : mh_intake_unlocked(w->intake);
  w->locks = true;
  if (open) watch_say(w, "warning", "%s", open);
}

/* ---- JSON --------------------------------------------------------------------------------- */

static void field(mh_out *o, const char *name, const char *value)
{
  mh_out_fmt(o, ",\"%s\":", name);
  if (value)
    mh_out_json(o, value, strlen(value));
  else
    mh_out_text(o, "null");
}

static void begin(mh_out *o, const char *event)
{
  char now[32];
  watch_time(now, watch_now());
  mh_out_fmt(o, "{\"schema\":\"mahdar.watch/1\",\"event\":\"%s\",\"at\":\"%s\"", event,
             now);
}

/* Nobody reads any more: then there is nothing to watch for. */
static void send(watch *w, mh_out *o)
{
  mh_out_text(o, "}\n");
  const cli_exit end = cli_print_out(o);
  if (end != CLI_OK && w->end == CLI_OK) w->end = end;
}

void watch_say_report(watch *w, const watch_feed *one, const char *url, bool added)
{
  mh_out o = {0};
  if (!w->args->json || !added) return;
  begin(&o, "report");
  field(&o, "feed", one->address);
  field(&o, "url", url);
  field(&o, "report", mh_report_id(w->reader.report));
  field(&o, "title", mh_report_title(w->reader.report));
  field(&o, "published", mh_report_published(w->reader.report));
  send(w, &o);
}

void watch_say_entry(watch *w, watch_feed *one, const char *url, const char *why)
{
  mh_out o = {0};
  if (w->args->json) {
    begin(&o, "entry");
    field(&o, "feed", one->address);
    field(&o, "url", url);
    field(&o, "why", why);
    send(w, &o);
  }
  if (one->complaints++ < COMPLAINTS) watch_say(w, url ? url : one->address, "%s", why);
}

/* ---- feeds -------------------------------------------------------------------------------- */

void watch_say_broken(watch *w, const watch_feed *one, const char *why)
{
  char when[32];
  watch_time(when, one->f.next);
  watch_say(w, one->address, "%s; asked again at %s", why, when);
}

void watch_say_well(watch *w, const watch_feed *one, uint32_t failures)
{
  watch_say(w, one->address, "is well again, after %u failure%s", failures,
            failures == 1 ? "" : "s");
}

void watch_say_moved(watch *w, const watch_feed *one, const char *to)
{
  watch_say(w, one->address, "was moved for good to %s", to);
}

/* ---- a round --------------------------------------------------------------------------------- */

typedef struct sum {
  uint64_t asked, unchanged, broken, new_, known, failed;
} sum;

static void feed_json(watch *w, const watch_feed *one)
{
  char next[32];
  mh_out o = {0};
  watch_time(next, one->f.next);
  begin(&o, "feed");
  field(&o, "feed", one->address);
  field(&o, "title", one->f.title);
  mh_out_fmt(&o, ",\"new\":%llu,\"known\":%llu,\"failed\":%llu,\"unchanged\":%s",
             (unsigned long long)one->new_, (unsigned long long)one->known,
             (unsigned long long)one->failed, one->unchanged ? "true" : "false");
  field(&o, "why", one->broken ? one->f.why : NULL);
  field(&o, "next", next);
  send(w, &o);
}

/* A feed that has nothing new is no news. */
static void feed_line(watch *w, const watch_feed *one)
{
  if (!one->new_ && !one->failed && !one->known) return;
  mh_out o = {0};
  mh_out_fmt(&o, "new %llu, known %llu", (unsigned long long)one->new_,
             (unsigned long long)one->known);
  if (one->failed) mh_out_fmt(&o, ", failed %llu", (unsigned long long)one->failed);
  if (o.status == MH_OK) watch_say(w, one->address, "%s", o.at);
  mh_out_free(&o);
}

static void tell_feed(watch *w, watch_feed *one, sum *s)
{
  const bool busy = one->asked || one->new_ || one->known || one->failed;
  s->asked += one->asked;
  s->unchanged += one->unchanged;
  s->broken += one->broken;
  s->new_ += one->new_;
  s->known += one->known;
  s->failed += one->failed;
  feed_line(w, one);
  if (busy && w->args->json) feed_json(w, one);
  one->new_ = one->known = one->failed = 0;
  one->asked = one->unchanged = one->broken = false;
  one->complaints = 0;
}

void watch_say_round(watch *w, uint64_t waiting)
{
  sum s = {0};
  for (uint32_t i = 0; i < w->n_feeds; i++) tell_feed(w, &w->feeds[i], &s);
  const unsigned long long n[] = {s.asked, s.unchanged, s.broken, s.new_,
                                  s.known, s.failed,    waiting};
  if (s.new_ || s.known || s.failed || w->once)
    watch_say(w, "round",
              "%llu feed%s asked, %llu not changed, %llu broken; new %llu, known %llu, "
              "failed %llu, waiting %llu",
              n[0], n[0] == 1 ? "" : "s", n[1], n[2], n[3], n[4], n[5], n[6]);
  if (!w->args->json || !(s.asked || s.new_ || s.known || s.failed)) return;
  mh_out o = {0};
  begin(&o, "round");
  mh_out_fmt(&o,
             ",\"feeds\":%llu,\"unchanged\":%llu,\"broken\":%llu,\"new\":%llu,"
             "\"known\":%llu,\"failed\":%llu,\"waiting\":%llu",
             n[0], n[1], n[2], n[3], n[4], n[5], n[6]);
  send(w, &o);
}
