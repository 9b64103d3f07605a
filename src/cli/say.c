/* say - what the program says: complaints on standard error, results on standard output,
 * files that are whole or untouched; and the flag that an interrupt sets.
 *
 * Results go through write(2), so that a full disk or a closed pipe is seen where it
 * happens.  Not for laying text out (term.c).
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli.h"

/* ---- text that may be shown ----------------------------------------------------- */

/* Control characters could drive a terminal, directional ones turn a line around. */
static bool is_unsafe(uint32_t c)
{
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c || c == 0xfeff ||
         (c >= 0x200e && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

static bool is_blank(uint32_t c)
{
  return c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029;
}

static void clean_valid(mh_out *o, const char *text, size_t len)
{
  for (size_t i = 0; i < len;) {
    uint32_t n;
    const uint32_t c = mh_utf8_next(text + i, &n);
    if (!is_unsafe(c))
      mh_out_bytes(o, text + i, n);
    else if (is_blank(c))
      mh_out_char(o, ' ');
    i += n;
  }
}

/* Bytes that are no UTF-8 (a file's name may be anything) become question marks. */
void cli_clean(mh_out *o, const char *text, size_t len)
{
  for (size_t bad = 0; !mh_utf8_check(text, len, &bad); text += bad + 1, len -= bad + 1) {
    clean_valid(o, text, bad);
    mh_out_char(o, '?');
  }
  clean_valid(o, text, len);
}

/* ---- complaints --------------------------------------------------------------------- */

static void tell(mh_out *o)
{
  if (o->len) cli_write(STDERR_FILENO, o->at, o->len);
  mh_out_free(o);
}

void cli_say(const char *what, const char *why, ...)
{
  char line[1024];
  mh_out o = {0};
  va_list args;
  va_start(args, why);
  const int n = vsnprintf(line, sizeof line, why, args);
  va_end(args);
  mh_out_text(&o, "mahdar: ");
  cli_clean(&o, what, strlen(what));
  mh_out_text(&o, ": ");
  if (n > 0) cli_clean(&o, line, strlen(line));
  mh_out_char(&o, '\n');
  tell(&o);
}

cli_exit cli_exit_of(mh_status s)
{
  switch (s) {
  case MH_OK: return CLI_OK;
  case MH_EEMPTY:
  case MH_EENCODING:
  case MH_EFORMAT:
  case MH_ELIMIT:
  case MH_ESTORE: return CLI_DATA;
  case MH_ENOINPUT:
  case MH_ENOTFOUND: return CLI_NOINPUT;
  case MH_EIO: return CLI_IO;
  case MH_EBUSY: return CLI_UNAVAILABLE;
  case MH_EUSAGE: return CLI_USAGE;
  case MH_ENOMEM: break;
  }
  return CLI_SOFTWARE;
}

cli_exit cli_say_error(const char *what, const mh_error *err)
{
  const char *why = err->text[0] ? err->text : mh_status_text(err->code);
  const size_t n = strlen(what);
  /* the store says its path itself; once is enough */
  if (strncmp(why, what, n) == 0 && strncmp(why + n, ": ", 2) == 0) why += n + 2;
  cli_say(what, "%s", why);
  return cli_exit_of(err->code);
}

/* Byte 0 is a place only where bytes themselves are wrong. */
static bool has_place(const mh_error *err)
{
  return err->at > 0 || err->code == MH_EENCODING;
}

void cli_complaint(mh_out *o, const char *path, uint64_t line, const mh_error *err)
{
  const char *why = err->text[0] ? err->text : mh_status_text(err->code);
  if (!line) line = err->line;
  mh_out_text(o, "mahdar: ");
  cli_clean(o, path, strlen(path));
  if (line) {
    mh_out_text(o, ": line ");
    mh_out_uint(o, line);
  }
  if (has_place(err)) {
    mh_out_text(o, line ? ", byte " : ": byte ");
    mh_out_uint(o, err->at);
  }
  mh_out_text(o, ": ");
  cli_clean(o, why, strlen(why));
  mh_out_char(o, '\n');
}

/* ---- writing ------------------------------------------------------------------------- */

bool cli_write(int fd, const char *bytes, size_t len)
{
  while (len) {
    const ssize_t n = write(fd, bytes, len);
    if (n >= 0) {
      bytes += n;
      len -= (size_t)n;
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      struct pollfd p = {.fd = fd, .events = POLLOUT};
      if (poll(&p, 1, -1) < 0 && errno != EINTR) return false;
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

cli_exit cli_print(const char *bytes, size_t len)
{
  if (cli_write(STDOUT_FILENO, bytes, len)) return CLI_OK;
  if (errno != EPIPE) cli_say("standard output", "%s", strerror(errno));
  return CLI_IO;
}

cli_exit cli_print_out(mh_out *o)
{
  cli_exit end = CLI_SOFTWARE;
  if (o->status == MH_OK)
    end = cli_print(o->at ? o->at : "", o->len);
  else
    cli_say("output", "%s", mh_status_text(o->status));
  mh_out_free(o);
  return end;
}

/* A device or a pipe is written as it is: a new file in its place would destroy it. */
static bool is_special(const char *path)
{
  struct stat s;
  return lstat(path, &s) == 0 && !S_ISREG(s.st_mode);
}

static bool fill(int fd, const char *bytes, size_t len, bool sync)
{
  bool good = cli_write(fd, bytes, len) && (!sync || fsync(fd) == 0);
  const int why = errno;
  if (close(fd) != 0 && good) return false;
  if (!good) errno = why;
  return good;
}

static bool replace(const char *path, const char *bytes, size_t len)
{
  mh_out name = {0};
  mh_out_fmt(&name, "%s.%ld.new", path, (long)getpid());
  if (name.status != MH_OK) return mh_out_free(&name), errno = ENOMEM, false;
  const int fd = open(name.at, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  bool good = fd >= 0 && fill(fd, bytes, len, true) && rename(name.at, path) == 0;
  const int why = errno;
  if (fd >= 0 && !good) unlink(name.at);
  mh_out_free(&name);
  errno = why;
  return good;
}

cli_exit cli_write_file(const char *path, const char *bytes, size_t len)
{
  bool good;
  if (is_special(path)) {
    const int fd = open(path, O_WRONLY | O_CLOEXEC);
    good = fd >= 0 && fill(fd, bytes, len, false);
  } else {
    good = replace(path, bytes, len);
  }
  if (good) return CLI_OK;
  cli_say(path, "%s", strerror(errno));
  return CLI_IO;
}

/* ---- interrupts ------------------------------------------------------------------------- */

static volatile sig_atomic_t stopped;

static void stop(int signal_number)
{
  (void)signal_number;
  stopped = 1;
}

/* A second interrupt ends the program at once. */
void cli_catch_stop(void)
{
  struct sigaction a = {.sa_handler = stop, .sa_flags = (int)SA_RESETHAND};
  sigemptyset(&a.sa_mask);
  sigaction(SIGINT, &a, NULL);
  sigaction(SIGTERM, &a, NULL);
}

bool cli_stopped(void)
{
  return stopped != 0;
}
