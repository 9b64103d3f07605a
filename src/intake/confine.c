/* confine - locks the calling process in: from then on it may compute, take memory, and read
 * and write what is open already.  It can open nothing, connect to nothing, start nothing.
 *
 * Two locks, of which one is enough: a seccomp filter over system calls (libseccomp), and
 * Landlock, which forbids every file whatever the call (its own system calls: Debian 12 has
 * no library for it).  Both bind for good and for all that the process may start.
 *
 * A library that merely looks for a file (ICU its data, libxml2 a catalogue) is told that it
 * may not; every other call outside of the list ends the process.
 */
#define _GNU_SOURCE /* what is Linux's own */
#include <errno.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "inside.h"

/* What computing needs, and reading and writing what is open. */
static const int allowed[] = {SCMP_SYS(read),
                              SCMP_SYS(readv),
                              SCMP_SYS(write),
                              SCMP_SYS(writev),
                              SCMP_SYS(recvmsg),
                              SCMP_SYS(lseek),
                              SCMP_SYS(close),
                              SCMP_SYS(poll),
                              SCMP_SYS(ppoll),
                              SCMP_SYS(munmap),
                              SCMP_SYS(mremap),
                              SCMP_SYS(madvise),
                              SCMP_SYS(brk),
                              SCMP_SYS(futex),
                              SCMP_SYS(sched_yield),
                              SCMP_SYS(clock_gettime),
                              SCMP_SYS(gettimeofday),
                              SCMP_SYS(time),
                              SCMP_SYS(getpid),
                              SCMP_SYS(gettid),
                              SCMP_SYS(getrandom),
                              SCMP_SYS(rt_sigaction),
                              SCMP_SYS(rt_sigprocmask),
                              SCMP_SYS(rt_sigreturn),
                              SCMP_SYS(sigaltstack),
                              SCMP_SYS(restart_syscall),
                              SCMP_SYS(clock_nanosleep),
                              SCMP_SYS(exit),
                              SCMP_SYS(exit_group)};

/* What libraries try when they look for something: the answer is no. */
static const int refused[] = {
    SCMP_SYS(open),     SCMP_SYS(openat),     SCMP_SYS(openat2),    SCMP_SYS(creat),
    SCMP_SYS(access),   SCMP_SYS(faccessat),  SCMP_SYS(faccessat2), SCMP_SYS(stat),
    SCMP_SYS(fstat),    SCMP_SYS(lstat),      SCMP_SYS(newfstatat), SCMP_SYS(statx),
    SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getcwd),     SCMP_SYS(ioctl),
    SCMP_SYS(fcntl),    SCMP_SYS(socket),     SCMP_SYS(socketpair), SCMP_SYS(connect),
    SCMP_SYS(sysinfo),  SCMP_SYS(uname),      SCMP_SYS(prlimit64),  SCMP_SYS(getrlimit),
    SCMP_SYS(tgkill),   SCMP_SYS(kill),       SCMP_SYS(prctl)};

#define COUNT(list) (sizeof(list) / sizeof *(list))

static int add_rules(scmp_filter_ctx f)
{
  int failed = 0;
  for (size_t i = 0; i < COUNT(allowed); i++)
    failed |= seccomp_rule_add(f, SCMP_ACT_ALLOW, allowed[i], 0);
  for (size_t i = 0; i < COUNT(refused); i++)
    failed |= seccomp_rule_add(f, SCMP_ACT_ERRNO(EACCES), refused[i], 0);
  /* memory, but none that could be run */
  failed |= seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1,
                             SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
  failed |= seccomp_rule_add(f, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1,
                             SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
  return failed;
}

static bool filter_calls(void)
{
  scmp_filter_ctx f = seccomp_init(SCMP_ACT_KILL_PROCESS);
  const bool good = f && add_rules(f) == 0 && seccomp_load(f) == 0;
  if (f) seccomp_release(f);
  return good;
}

/* Every right that the kernel's Landlock knows, and not one file for which it is given. */
static bool forbid_files(void)
{
  const long abi = syscall(SYS_landlock_create_ruleset, NULL, 0,
                           LANDLOCK_CREATE_RULESET_VERSION);
  if (abi < 1) return false;
  /* the rights of the first version are the lowest thirteen bits; each later one added bits
   * above, and a kernel takes no bit that it does not know */
  struct landlock_ruleset_attr all = {.handled_access_fs = (UINT64_C(1) << 13) - 1};
  if (abi >= 2) all.handled_access_fs |= UINT64_C(1) << 13; /* refer    */
  if (abi >= 3) all.handled_access_fs |= UINT64_C(1) << 14; /* truncate */
  const long rules = syscall(SYS_landlock_create_ruleset, &all, sizeof all, 0);
  if (rules < 0) return false;
  const bool good = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
  close((int)rules);
  return good;
}

unsigned mh_intake__confine(void)
{
  unsigned locks = MH_INTAKE__TRIED;
  const struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none); /* what is foreign is not written to a disk in a dump */
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return locks;
  if (forbid_files()) locks |= MH_INTAKE__LANDLOCK;
  if (filter_calls()) locks |= MH_INTAKE__SECCOMP;
  return locks;
}
