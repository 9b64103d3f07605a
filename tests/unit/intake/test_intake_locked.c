/* Whatever a page made the process do that reads it: it opens nothing, connects to nothing,
 * starts nothing.  Each attempt is made in a process of its own, locked as the parser is. */
#define _GNU_SOURCE
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "src/intake/inside.h"

/* An attempt: true when it got what it wanted. */
typedef bool attempt(void);

static bool open_a_file(void)
{
  return open("/etc/passwd", O_RDONLY) >= 0;
}
static bool open_at_root(void)
{
  return openat(AT_FDCWD, "/", O_RDONLY | O_DIRECTORY) >= 0;
}
static bool make_a_file(void)
{
  return open("/tmp/mahdar-was-here", O_WRONLY | O_CREAT, 0600) >= 0;
}
static bool look_at_a_file(void)
{
  struct stat s;
  return stat("/etc/passwd", &s) == 0;
}
static bool make_a_folder(void)
{
  return mkdir("/tmp/mahdar-was-here", 0700) == 0;
}
static bool take_a_file_away(void)
{
  return unlink("/tmp/mahdar-was-here") == 0 || errno == ENOENT;
}
static bool open_a_socket(void)
{
  return socket(AF_INET, SOCK_STREAM, 0) >= 0;
}
static bool open_a_local_socket(void)
{
  return socket(AF_UNIX, SOCK_STREAM, 0) >= 0;
}
static bool start_a_program(void)
{
  char *const args[] = {"true", NULL};
  execv("/bin/true", args);
  return errno != EACCES && errno != EPERM;
}
static bool start_a_process(void)
{
  return fork() >= 0;
}
static bool look_into_another(void)
{
  return ptrace(PTRACE_ATTACH, getppid(), NULL, NULL) == 0;
}
static bool stop_another(void)
{
  return kill(getppid(), 0) == 0;
}
static bool run_new_code(void)
{
  return mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS,
              -1, 0) != MAP_FAILED;
}
static bool make_memory_run(void)
{
  void *at = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return at != MAP_FAILED && mprotect(at, 4096, PROT_READ | PROT_EXEC) == 0;
}
static bool ring(void)
{
  return syscall(SYS_io_uring_setup, 8, NULL) >= 0 || errno == EFAULT;
}
/* What it may: else the tests above prove nothing. */
static bool compute(void)
{
  char *at = malloc(32u << 20);
  if (!at) return false;
  at[(32u << 20) - 1] = 1;
  free(at);
  return write(STDERR_FILENO, "", 0) == 0;
}

enum { WON = 10, REFUSED = 20 };

/* WON, REFUSED, or -SIGSYS when the attempt ended the process. */
static int outcome(attempt *a, bool locked)
{
  int status;
  const pid_t id = fork();
  assert_true(id >= 0);
  if (id == 0) {
    if (locked && !(mh_intake__confine() & MH_INTAKE__SECCOMP)) _exit(1);
    _exit(a() ? WON : REFUSED);
  }
  assert_int_equal(waitpid(id, &status, 0), id);
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

static bool has_seccomp(void)
{
  return outcome(compute, true) != 1;
}

static void test_intake__locked_process_opens_and_starts_nothing(void **state)
{
  static attempt *const attempts[] = {
      open_a_file,     open_at_root,        make_a_file,
      look_at_a_file,  make_a_folder,       take_a_file_away,
      open_a_socket,   open_a_local_socket, start_a_program,
      start_a_process, look_into_another,   stop_another,
      run_new_code,    make_memory_run,     ring};
  (void)state;
  if (!has_seccomp()) skip();
  for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++) {
    const int got = outcome(attempts[i], true);
    if (got != REFUSED && got != -SIGSYS) fail_msg("attempt %zu gave %d", i, got);
  }
}

static void test_intake__locked_process_computes(void **state)
{
  (void)state;
  if (!has_seccomp()) skip();
  assert_int_equal(outcome(compute, true), WON);
}

/* The attempts are real ones: without the lock they succeed. */
static void test_intake__attempts_are_real(void **state)
{
  (void)state;
  assert_int_equal(outcome(open_a_file, false), WON);
  assert_int_equal(outcome(open_a_local_socket, false), WON);
  assert_int_equal(outcome(look_at_a_file, false), WON);
  assert_int_equal(outcome(start_a_process, false), WON);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_intake__locked_process_opens_and_starts_nothing),
      cmocka_unit_test(test_intake__locked_process_computes),
      cmocka_unit_test(test_intake__attempts_are_real)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
