/* cmd_watch - follow feeds and keep the register current.
 *
 * A round is all that is due: feeds first come, first asked, and the pages of their new entries,
 * whichever host may be asked soonest.  Then we sleep until something is due again, or a signal
 * comes: TERM and INT end cleanly, HUP reads the list again.
 */
#define _GNU_SOURCE /* pipe2 */
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "watch.h"

/* ---- signals ------------------------------------------------------------------------------ */

static volatile sig_atomic_t stopping, reload;
static int bell[2] = {-1, -1}; /* rung by signals, so that none is slept through */

static void ring(int signal_number)
{
  const int why = errno;
  if (signal_number == SIGHUP)
    reload = 1;
  else
    stopping = 1;
  if (write(bell[1], "", 1) < 0) errno = why; /* full: it rings already */
  errno = why;
}

/* A second interrupt ends the program at once. */
static bool listen_to_signals(void)
{
  struct sigaction a = {.sa_handler = ring};
  if (pipe2(bell, O_CLOEXEC | O_NONBLOCK) != 0) return false;
  sigemptyset(&a.sa_mask);
  sigaction(SIGHUP, &a, NULL);
  a.sa_flags = (int)SA_RESETHAND;
  sigaction(SIGINT, &a, NULL);
  sigaction(SIGTERM, &a, NULL);
  return true;
}

bool watch_stopped(void)
{
  return stopping != 0;
}

void watch_wait(double seconds)
{
  char rung[16];
  struct pollfd p = {.fd = bell[0], .events = POLLIN};
  poll(&p, 1, seconds > 0 ? (int)ceil(seconds * 1000) : 0);
  while (read(bell[0], rung, sizeof rung) > 0) {
  }
}

/* ---- what the network asks of us ------------------------------------------------------------- */

static bool go_on(void *user)
{
  (void)user;
  notify_alive();
  return !stopping;
}

static bool sleep_for(void *user, double seconds)
{
  (void)user;
  for (const double end = cli_clock() + seconds; !stopping;) {
    const double left = end - cli_clock(), due = notify_due();
    if (left <= 0) return true;
    watch_wait(left < due ? left : due);
    notify_alive();
  }
  return false;
}

/* ---- what is to be done next -------------------------------------------------------------------- */

typedef struct step {
  uint32_t feed;
  mh_watched_entry entry; /* id 0: the feed itself */
  double wait;            /* seconds until its host may be asked; < 0: there is no step */
} step;

static void offer(step *best, const watch *w, uint32_t i, const mh_watched_entry *e)
{
  const mh_watched_feed *f = &w->feeds[i].f;
  const char *url = e ? e->url : f->url ? f->url : f->address;
  const double wait = url ? mh_fetch_wait(w->fetch, url) : 0;
  if (best->wait >= 0 && wait >= best->wait) return;
  *best = (step){.feed = i, .wait = wait};
  if (e) best->entry = *e;
}

/* Feeds take turns in being looked at first. */
static bool choose(step *out, watch *w)
{
  const int64_t now = watch_now();
  mh_error err = {0};
  *out = (step){.wait = -1};
  mh_arena_reset(&w->scratch);
  for (uint32_t k = 0; k < w->n_feeds && out->wait != 0; k++) {
    const uint32_t i = (w->turn + k) % w->n_feeds;
    mh_watched_entry e;
    if (w->feeds[i].forced ||
        (w->feeds[i].f.next <= now && !(w->once && w->feeds[i].asked)))
      offer(out, w, i, NULL);
    if (mh_store_entry_waiting(&e, w->store, &w->scratch, w->feeds[i].address, now,
                               &err) != MH_OK)
      return watch_give_up(w, &err);
    if (e.id) offer(out, w, i, &e);
  }
  w->turn++;
  return true;
}

static bool take(watch *w, step *s)
{
  if (w->progress.on) cli_progress_count(&w->progress, w->kept);
  const bool good = s->entry.id ? watch_ask_page(w, s->feed, &s->entry)
                                : watch_ask_feed(w, s->feed);
  watch_list_sweep(w);
  return good && w->end == CLI_OK;
}

/* All that is due. */
static bool work(watch *w, bool *some)
{
  step s;
  for (*some = false; !stopping; *some = true) {
    if (reload) return true;
    notify_alive();
    if (!choose(&s, w)) return false;
    if (s.wait < 0) return true;
    if (!take(w, &s)) return false;
  }
  return true;
}

/* ---- between the rounds --------------------------------------------------------------------------- */

/* When something is due again, and how much waits. */
static bool look_ahead(watch *w, int64_t *next, uint64_t *waiting)
{
  mh_error err = {0};
  *next = INT64_MAX;
  *waiting = 0;
  for (uint32_t i = 0; i < w->n_feeds; i++) {
    uint64_t n;
    int64_t first;
    if (w->feeds[i].f.next < *next) *next = w->feeds[i].f.next;
    if (mh_store_entries_left(&n, &first, w->store, w->feeds[i].address, &err) != MH_OK)
      return watch_give_up(w, &err);
    *waiting += n;
    if (n && first < *next) *next = first;
  }
  return true;
}

/* Feeds that are due within a twentieth of their time are asked together; a clock that is set
 * is noticed within an hour. */
static void rest(watch *w, int64_t next)
{
  struct timespec t;
  char when[32] = "never";
  if (next != INT64_MAX) watch_time(when, next);
  notify_status("%u feeds, %llu reports since the start; next at %s", w->n_feeds,
                (unsigned long long)w->kept, when);
  while (!stopping && !reload) {
    clock_gettime(CLOCK_REALTIME, &t);
    const double left = next == INT64_MAX
                            ? 3600
                            : (double)(next - t.tv_sec) - (double)t.tv_nsec / 1e9;
    const double due = notify_due();
    if (left <= 0) return;
    watch_wait(left < due ? left < 3600 ? left : 3600 : due);
    notify_alive();
  }
}

static void read_again(watch *w)
{
  reload = 0;
  notify_reloading();
  if (watch_list_read(w) == CLI_NOINPUT) watch_say(w, "list", "it names no feeds");
  watch_list_sweep(w);
  watch_say(w, "list", "read again: %u feeds", w->n_feeds);
  notify_ready();
}

static void follow(watch *w)
{
  int64_t next;
  uint64_t waiting;
  bool some;
  while (!stopping && w->end == CLI_OK) {
    if (reload) read_again(w);
    if (!work(w, &some) || !look_ahead(w, &next, &waiting)) return;
    if (reload && !w->once) continue;
    cli_progress_clear(&w->progress);
    if (some || w->once) watch_say_round(w, waiting);
    if (w->once) return;
    rest(w, next);
  }
}

/* ---- the command ------------------------------------------------------------------------------------- */

static bool all_broken(const watch *w)
{
  bool some = false;
  for (uint32_t i = 0; i < w->n_feeds; i++) {
    if (w->feeds[i].f.failures == 0) return false;
    some = true;
  }
  return some;
}

static cli_exit open_all(watch *w)
{
  mh_fetch_how how;
  mh_error err = {0};
  cli_fetch_how(&how, w->args);
  how.go_on = go_on;
  how.sleep = sleep_for;
  how.clock = NULL;
  how.patience = -1; /* who sends us away is asked later; others go on */
  if (mh_intake_open(&w->intake, &err) != MH_OK) return cli_say_error("intake", &err);
  const cli_exit end = cli_store_open(&w->store, w->args, MH_OPEN_WRITE);
  if (end != CLI_OK) return end;
  if (mh_store_watch(w->store, &err) != MH_OK) return cli_say_error("store", &err);
  return cli_fetch_open(&w->fetch, &how);
}

static cli_exit run(const cli_args *args)
{
  watch w = {.args = args, .once = args->once};
  const double every = (args->every > 0 ? args->every : 15) * 60;
  w.every = every < 1 ? 1 : (int64_t)every;
  w.scratch.budget = (size_t)256 << 20;
  w.dice = (uint64_t)watch_now() ^ (uint64_t)getpid() << 32;
  if (!listen_to_signals()) return cli_say("watch", "%s", strerror(errno)), CLI_SOFTWARE;
  cli_exit end = open_all(&w);
  if (end == CLI_OK) end = watch_list_read(&w);
  if (end == CLI_NOINPUT && w.fetch) cli_say("watch", "there are no feeds in the list");
  if (end == CLI_OK) {
    cli_progress_start(&w.progress, args, 0);
    notify_ready();
    follow(&w);
    notify_stopping();
    cli_progress_clear(&w.progress);
    end = w.end != CLI_OK ? w.end : args->once && all_broken(&w) ? CLI_DATA : CLI_OK;
  }
  watch_list_free(&w);
  cli_reader_free(&w.reader);
  mh_arena_free(&w.scratch);
  mh_fetch_close(w.fetch);
  mh_store_close(w.store);
  mh_intake_close(w.intake);
  return end;
}

const cli_command cli_watch = {
    .name = "watch",
    .synopsis = "watch [--store FILE] [--every MINUTES] [--once] FEED...",
    .summary = "follow feeds and keep the store current",
    .text =
        "Follows feeds (RSS, Atom, JSON), sitemaps, and pages that name feeds: asks "
        "each\n"
        "of them every so often, fetches the pages of new entries, and keeps their "
        "reports\n"
        "in the store, as `mahdar add` does.  FEED is an address, or a file that lists\n"
        "addresses, one a line, with `#` comments.  A feed that fails is told of once, "
        "and\n"
        "asked again ever more rarely, a day apart at most; the others go on.  What was\n"
        "seen is remembered in the store: after a stop, or a crash, it goes on where it\n"
        "was.  TERM and INT end it cleanly; HUP reads the list again.\n",
    .examples = "  mahdar watch https://news.example/feed/\n"
                "  mahdar watch --store kuwait.db --every 30 feeds.txt\n"
                "  mahdar watch --once --json feeds.txt\n",
    .options = CLI_O_STORE | CLI_O_EVERY | CLI_O_ONCE | CLI_O_NET | CLI_O_JSON |
               CLI_O_PROGRESS,
    .least = 1,
    .most = -1,
    .run = run};
