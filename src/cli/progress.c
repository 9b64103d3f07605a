/* progress - one line on standard error that says how far a long run is.
 *
 * Only for a terminal, five times a second at most; taken away before anything else is
 * written there.
 */
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "cli.h"

double cli_clock(void)
{
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void cli_progress_start(cli_progress *p, const cli_args *args, uint64_t total)
{
  const char *term = getenv("TERM");
  *p = (cli_progress){.total = total};
  p->on = !args->no_progress && isatty(STDERR_FILENO) && term &&
          strcmp(term, "dumb") != 0;
  if (p->on) p->began = p->shown = cli_clock();
}

void cli_progress_clear(cli_progress *p)
{
  if (p->drawn) cli_write(STDERR_FILENO, "\r\x1b[K", 4);
  p->drawn = false;
}

/* Is it time for a new line? */
static bool due(cli_progress *p, double *now)
{
  if (!p->on) return false;
  *now = cli_clock();
  if (*now - p->shown < 0.2) return false;
  p->shown = *now;
  return true;
}

static void draw(cli_progress *p, mh_out *o)
{
  if (o->status == MH_OK) {
    cli_write(STDERR_FILENO, "\r", 1);
    cli_write(STDERR_FILENO, o->at, o->len);
    cli_write(STDERR_FILENO, "\x1b[K", 3);
    p->drawn = true;
  }
  mh_out_free(o);
}

/* "3:07 left", from the share that is done. */
static void put_left(mh_out *o, const cli_progress *p, double now, uint64_t done)
{
  if (!p->total || !done || done > p->total) return;
  const double left = (now - p->began) * (double)(p->total - done) / (double)done;
  if (left < 360000)
    mh_out_fmt(o, ", %u:%02u left", (unsigned)left / 60, (unsigned)left % 60);
}

void cli_progress_bytes(cli_progress *p, uint64_t reports, uint64_t bytes)
{
  double now;
  mh_out o = {0};
  if (!due(p, &now)) return;
  mh_out_fmt(&o, "%llu reports, %.1f", (unsigned long long)reports, (double)bytes / 1e6);
  if (p->total) mh_out_fmt(&o, " of %.1f", (double)p->total / 1e6);
  mh_out_fmt(&o, " MB, %.1f MB/s", (double)bytes / 1e6 / (now - p->began));
  put_left(&o, p, now, bytes);
  draw(p, &o);
}

void cli_progress_count(cli_progress *p, uint64_t done)
{
  double now;
  mh_out o = {0};
  if (!due(p, &now)) return;
  mh_out_fmt(&o, "%llu", (unsigned long long)done);
  if (p->total) mh_out_fmt(&o, " of %llu", (unsigned long long)p->total);
  mh_out_fmt(&o, " reports, %.0f a second", (double)done / (now - p->began));
  put_left(&o, p, now, done);
  draw(p, &o);
}
