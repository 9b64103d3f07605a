/* pdf - has the text taken out of a PDF by pdftotext (poppler), a program of its own: its
 * library's licence would bind all that is linked with it, and what reads PDF is best kept at
 * arm's length.
 *
 * It runs with the document on its standard input and a pipe on its output, may write no file
 * and speak to no network, and is stopped when it takes too long or gives too much.
 */
#define _GNU_SOURCE /* what is Linux's own */
#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <poll.h>
#include <seccomp.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "inside.h"

enum { SECONDS = 60, NOT_THERE = 127 };

/* ---- its lock ------------------------------------------------------------------------- */

/* No network, no new programs' privileges, no file opened to be written. */
static bool no_network(void)
{
  static const int denied[] = {SCMP_SYS(socket), SCMP_SYS(connect), SCMP_SYS(bind),
                               SCMP_SYS(sendto), SCMP_SYS(ptrace),  SCMP_SYS(kill),
                               SCMP_SYS(unlink), SCMP_SYS(rename),  SCMP_SYS(creat)};
  scmp_filter_ctx f = seccomp_init(SCMP_ACT_ALLOW);
  int failed = f ? 0 : 1;
  for (size_t i = 0; f && i < sizeof denied / sizeof *denied; i++)
    failed |= seccomp_rule_add(f, SCMP_ACT_ERRNO(EACCES), denied[i], 0);
  for (int how = O_WRONLY; f && how <= O_RDWR; how++) {
    failed |= seccomp_rule_add(f, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(openat), 1,
                               SCMP_A2(SCMP_CMP_MASKED_EQ, O_ACCMODE, (unsigned)how));
    failed |= seccomp_rule_add(f, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(open), 1,
                               SCMP_A1(SCMP_CMP_MASKED_EQ, O_ACCMODE, (unsigned)how));
  }
  failed = failed || seccomp_load(f) != 0;
  if (f) seccomp_release(f);
  return !failed;
}

/* Files may be read and run (its libraries, its tables of letters), none written. */
static bool read_only(void)
{
  const uint64_t reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR |
                           LANDLOCK_ACCESS_FS_EXECUTE;
  struct landlock_ruleset_attr all = {.handled_access_fs = (UINT64_C(1) << 13) - 1};
  const long rules = syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0);
  if (rules < 0) return false;
  static const char *const folders[] = {"/usr", "/lib", "/lib64", "/etc", "/bin"};
  for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
    struct landlock_path_beneath_attr under = {.allowed_access = reading};
    under.parent_fd = open(folders[i], O_PATH | O_CLOEXEC);
    if (under.parent_fd < 0) continue;
    syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &under, 0);
    close(under.parent_fd);
  }
  const bool good = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
  close((int)rules);
  return good;
}

static _Noreturn void run(int document, int text)
{
  static char *const args[] = {"pdftotext", "-q", "-enc", "UTF-8", "-eol",
                               "unix",      "-",  "-",    NULL};
  static char *const environment[] = {"PATH=/usr/local/bin:/usr/bin:/bin",
                                      "LC_ALL=C.UTF-8", NULL};
  const struct rlimit no_core = {0, 0}, seconds = {SECONDS, SECONDS},
                      memory = {(rlim_t)2 << 30, (rlim_t)2 << 30};
  const int nothing = open("/dev/null", O_RDWR);
  if (dup2(document, 0) < 0 || dup2(text, 1) < 0 || dup2(nothing, 2) < 0) _exit(1);
  close_range(3, ~0u, 0);
  signal(SIGPIPE, SIG_DFL);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  setrlimit(RLIMIT_CORE, &no_core);
  setrlimit(RLIMIT_CPU, &seconds);
  setrlimit(RLIMIT_AS, &memory);
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) {
    read_only();
    no_network();
  }
  execvpe(args[0], args, environment);
  _exit(NOT_THERE);
}

/* ---- its text ---------------------------------------------------------------------------- */

static int left_ms(const struct timespec *end)
{
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  const long long ms = (long long)(end->tv_sec - now.tv_sec) * 1000 +
                       (end->tv_nsec - now.tv_nsec) / 1000000;
  return ms > 0 ? (int)ms : 0;
}

static bool write_all(int fd, const char *bytes, size_t len)
{
  while (len) {
    const ssize_t n = write(fd, bytes, len);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    bytes += n;
    len -= (size_t)n;
  }
  return true;
}

/* All that comes until its end into `to`; false with *err. */
static bool collect(int to, int from, mh_error *err)
{
  char part[1 << 16];
  struct timespec end;
  size_t sum = 0;
  clock_gettime(CLOCK_MONOTONIC, &end);
  end.tv_sec += SECONDS;
  for (;;) {
    struct pollfd p = {.fd = from, .events = POLLIN};
    const int ready = poll(&p, 1, left_ms(&end));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0)
      return mh_fail(err, MH_ELIMIT, 0, "pdftotext took over a minute"), false;
    const ssize_t n = read(from, part, sizeof part);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return n == 0;
    sum += (size_t)n;
    if (sum > MH_STREAMS_MAX)
      return mh_fail(err, MH_ELIMIT, 0, "more than 16 MiB of text"), false;
    if (!write_all(to, part, (size_t)n))
      return mh_fail(err, MH_EIO, 0, "memory for the text: %s", strerror(errno)), false;
  }
}

static bool judge(int status, mh_error *err)
{
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return true;
  if (WIFEXITED(status) && WEXITSTATUS(status) == NOT_THERE)
    mh_fail(err, MH_EFORMAT, 0,
            "a PDF; to read it install pdftotext (package poppler-utils)");
  else if (WIFEXITED(status) && WEXITSTATUS(status) == 3)
    mh_fail(err, MH_EFORMAT, 0, "the PDF does not allow its text to be taken out");
  else
    mh_fail(err, MH_EFORMAT, 0, "a damaged PDF: pdftotext cannot read it");
  return false;
}

/* Wait for its end; true when it ended well and `collected` held. */
static bool finish(pid_t id, bool collected, mh_error *err)
{
  int status;
  if (!collected) kill(id, SIGKILL);
  while (waitpid(id, &status, 0) < 0 && errno == EINTR) continue;
  return collected && judge(status, err);
}

int mh_intake__pdf(const void *bytes, size_t len, mh_error *err)
{
  int p[2] = {-1, -1};
  const int document = memfd_create("pdf", MFD_CLOEXEC),
            text = memfd_create("text", MFD_CLOEXEC);
  bool good = document >= 0 && text >= 0 && pipe2(p, O_CLOEXEC) == 0 &&
              write_all(document, bytes, len) && lseek(document, 0, SEEK_SET) == 0;
  const pid_t id = good ? fork() : -1;
  if (id == 0) run(document, p[1]);
  if (p[1] >= 0) close(p[1]);
  if (id < 0)
    good = mh_fail(err, MH_EIO, 0, "pdftotext: %s", strerror(errno)) == MH_OK;
  else
    good = finish(id, collect(text, p[0], err), err);
  if (p[0] >= 0) close(p[0]);
  if (document >= 0) close(document);
  if (good && lseek(text, 0, SEEK_SET) == 0) return text;
  if (text >= 0) close(text);
  return -1;
}
