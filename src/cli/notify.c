/* notify - tells systemd how we are, when it runs us; does nothing else anywhere. */
#include <stdio.h>
#include <systemd/sd-daemon.h>
#include <time.h>

#include "watch.h"

void notify_ready(void)
{
  sd_notify(0, "READY=1");
}

void notify_reloading(void)
{
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  sd_notifyf(0, "RELOADING=1\nMONOTONIC_USEC=%lld",
             (long long)t.tv_sec * 1000000 + t.tv_nsec / 1000);
}

void notify_stopping(void)
{
  sd_notify(0, "STOPPING=1");
}

/* A line end would begin another message. */
void notify_status(const char *fmt, ...)
{
  char line[512];
  va_list args;
  va_start(args, fmt);
  vsnprintf(line, sizeof line, fmt, args);
  va_end(args);
  for (char *p = line; *p; p++)
    if ((unsigned char)*p < ' ') *p = ' ';
  sd_notifyf(0, "STATUS=%s", line);
}

/* Half of the time after which systemd takes us for dead; 0: it does not look. */
static double interval(void)
{
  static double seconds = -1;
  uint64_t us = 0;
  if (seconds < 0) seconds = sd_watchdog_enabled(0, &us) > 0 ? (double)us / 2e6 : 0;
  return seconds;
}

static double told;

void notify_alive(void)
{
  const double every = interval(), now = cli_clock();
  if (every <= 0 || (told > 0 && now - told < every / 2)) return;
  sd_notify(0, "WATCHDOG=1");
  told = now;
}

double notify_due(void)
{
  const double every = interval();
  if (every <= 0) return 1e9;
  const double left = told + every / 2 - cli_clock();
  return left > 0 ? left : 0;
}
