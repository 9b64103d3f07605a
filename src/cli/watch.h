/* watch - what the files of `mahdar watch` share: the feeds that are followed, when each is
 * asked again, what is told of a round.
 *
 * A step asks one feed or one page of an entry.  Each step is whole in the store before the
 * next begins: a kill at any moment loses nothing, a restart goes on where it was.
 */
#ifndef MH_CLI_WATCH_H
#define MH_CLI_WATCH_H

#include "../store/watched.h"
#include "cli.h"

/* Entries of one page or sitemap index that are followed as feeds. */
enum { WATCH_CHILDREN = 8, WATCH_DEPTH = 3 };

/* A feed that is followed. */
typedef struct watch_feed {
  char *address;     /* own                                       */
  mh_watched_feed f; /* as the store has it; in `memory`          */
  mh_arena memory;
  unsigned depth; /* 0: of the list                            */
  bool listed;    /* the list, or its parent, has it           */
  bool forced;    /* asked in this round though its time has not come */
  /* of this round */
  uint64_t new_, known, failed;
  bool asked, unchanged, broken;
  unsigned complaints; /* entries that were told of */
} watch_feed;

typedef struct watch {
  const cli_args *args;
  mh_store *store;
  mh_fetch *fetch;
  mh_intake *intake;
  cli_reader reader;
  mh_arena scratch; /* of a step */
  watch_feed *feeds;
  uint32_t n_feeds, cap_feeds;
  uint32_t turn; /* which feed is looked at first: all get their turn */
  int64_t every; /* seconds between two requests for a feed           */
  uint64_t dice; /* for jitter                                        */
  bool once;
  cli_exit end; /* why it cannot go on; CLI_OK it can */
  cli_progress progress;
  uint64_t kept; /* since the start: added and known */
  bool torn;     /* a file of the list could not be read */
  bool locks;    /* whether the intake is locked in was looked at */
} watch;

/* ---- watch_when.c: pure ------------------------------------------------------------------- */

/* When a feed is asked again that was had at `now`.  dice: any number; spreads by a tenth. */
int64_t watch_after_good(int64_t now, int64_t every, uint64_t dice);
/* When one is that failed for the `failures`-th time: doubled each time, a day at most, and
 * not before the server said (retry_after seconds). */
int64_t watch_after_bad(int64_t now, int64_t every, uint32_t failures, double retry_after,
                        uint64_t dice);
/* When a page is that failed for the `tries`-th time; 0: not again. */
int64_t watch_page_again(int64_t now, uint32_t tries, double retry_after, uint64_t dice);
/* A time from the store, as far as it can be: a clock that went back must not hold us up. */
int64_t watch_sane(int64_t next, int64_t now, int64_t every);
/* The next number of the dice. */
uint64_t watch_dice(uint64_t *state);

/* ---- watch_list.c --------------------------------------------------------------------------- */

/* Make the list of feeds what the arguments say now; feeds that are known stay as they are.
 * CLI_NOINPUT when there are none; what is wrong is said. */
cli_exit watch_list_read(watch *w);
/* Follow another feed (parent NULL: of the list); false: no memory or the store failed. */
bool watch_list_add(watch *w, const char *address, const char *parent, unsigned depth);
/* Take what the store has of a feed. */
bool watch_list_load(watch *w, watch_feed *one);
/* Forget the feeds that are not listed. */
void watch_list_sweep(watch *w);
void watch_list_free(watch *w);

/* ---- watch_feed.c, watch_page.c ----------------------------------------------------------------- */

/* Ask a feed (by its place: the list may grow) and put its entries into the store.  False:
 * w->end says why not. */
bool watch_ask_feed(watch *w, uint32_t i);
/* Ask for the page of an entry, or take what the feed has of it, and keep its report. */
bool watch_ask_page(watch *w, uint32_t i, mh_watched_entry *e);
/* A transaction; waits while another process writes. */
bool watch_begin(watch *w);
bool watch_commit(watch *w);
/* A line that a server or a fault made, as it may be kept: well-formed, nothing that drives a
 * terminal; in scratch.  "" when there is no memory. */
const char *watch_clean(watch *w, const char *why);
/* The store failed: nothing more can be kept. */
bool watch_give_up(watch *w, const mh_error *err);

/* ---- watch_say.c --------------------------------------------------------------------------------- */

int64_t watch_now(void); /* Unix seconds */
/* "2026-11-22T09:42:04Z" */
void watch_time(char out[32], int64_t when);
/* A report was kept (committed) / an entry was given up. */
void watch_say_report(watch *w, const watch_feed *one, const char *url, bool added);
void watch_say_entry(watch *w, watch_feed *one, const char *url, const char *why);
/* A feed failed in another way than before / is well again / was moved. */
void watch_say_broken(watch *w, const watch_feed *one, const char *why);
void watch_say_well(watch *w, const watch_feed *one, uint32_t failures);
void watch_say_moved(watch *w, const watch_feed *one, const char *to);
/* The end of a round: its news and a sum, and the counters begin anew. */
void watch_say_round(watch *w, uint64_t waiting);
/* Once, when the intake has read something: is it locked in? */
void watch_say_locks(watch *w);
/* A line of its own. */
void watch_say(watch *w, const char *what, const char *why, ...)
    __attribute__((format(printf, 3, 4)));

/* ---- notify.c: systemd, when it runs us ------------------------------------------------------------ */

void notify_ready(void);
void notify_reloading(void);
void notify_stopping(void);
void notify_status(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* Still here; asked often, told as often as the watchdog wants. */
void notify_alive(void);
/* Seconds until notify_alive() has something to tell; large when nobody listens. */
double notify_due(void);

/* ---- cmd_watch.c ------------------------------------------------------------------------------------- */

/* Did somebody ask us to end? */
bool watch_stopped(void);
/* Wait, at most; sooner when a signal comes. */
void watch_wait(double seconds);

#endif
