/* desk - the other side of the parser: hands it files, takes frames, and gets a new one when
 * it was brought down.
 *
 * A parser that ends while it reads leaves the frames that it had not sent in memory that both
 * see, and there, too, where the report began that ended it.  That report is told; where the
 * input can be gone on with behind it (JSON Lines, web archives) it is.
 */
#define _GNU_SOURCE /* close_range, memfd_create, pipe2: Linux's own */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "inside.h"

enum {
  QUIET_MS = 200,  /* nothing has come: let the caller look around         */
  CHUNK = 1 << 18, /* bytes asked of the pipe at once                      */
  FALLS = 3        /* this often without one report in between: give it up */
};

struct mh_intake {
  mh_intake__shared *shared;
  pid_t parser; /* 0 none */
  int requests, results;
  /* the input at hand */
  mh_intake_ask ask;
  char *url, *charset, *retrieved; /* owned */
  int fd;                          /* of the input; the user's, or own */
  bool own_fd, pdf_text, begun, regular;
  bool lied; /* the parser wrote what it must not */
  unsigned falls;
  uint64_t last; /* where the last one fell */
  /* frames */
  char *buffer;
  size_t at, len, cap;
  bool ended; /* the pipe has */
  mh_intake__frame frame;
  char *inside; /* of an item that waits for its text */
  mh_intake_counts seen, before;
  mh_intake *texts; /* reads what pdftotext gives; NULL until the first PDF */
  int text_fd;
};

static mh_status fail(mh_error *err, const char *what)
{
  return mh_fail(err, MH_EIO, 0, "%s: %s", what, strerror(errno));
}

/* ---- the process --------------------------------------------------------------------------- */

/* In the child: nothing of the parent's is open but what it works with. */
static void shed(int *requests, int *results)
{
  const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
  const int a = fcntl(*requests, F_DUPFD, 16), b = fcntl(*results, F_DUPFD, 17);
  if (nothing < 0 || a < 0 || b < 0) _exit(1);
#ifndef __SANITIZE_ADDRESS__ /* its findings go to standard error */
  dup2(nothing, STDERR_FILENO);
#endif
  dup2(nothing, STDIN_FILENO);
  dup2(nothing, STDOUT_FILENO);
  for (int fd = 3; fd < 16; fd++) close(fd);
  dup2(a, 3);
  dup2(b, 4);
  close_range(5, ~0u, 0);
  *requests = 3;
  *results = 4;
}

static _Noreturn void child(int requests, int results, mh_intake__shared *shared,
                            pid_t desk)
{
  static const int ignored[] = {SIGINT, SIGHUP, SIGQUIT};
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != desk) _exit(0);
  for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++)
    signal(ignored[i], SIG_IGN);
  signal(SIGTERM, SIG_DFL);
  signal(SIGPIPE, SIG_DFL);
  shed(&requests, &results);
  mh_intake__parse(requests, results, shared);
}

static mh_status start(mh_intake *in, mh_error *err)
{
  int r[2], p[2];
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, r) != 0)
    return fail(err, "the reading process");
  if (pipe2(p, O_CLOEXEC) != 0) {
    close(r[0]), close(r[1]);
    return fail(err, "the reading process");
  }
  fcntl(p[1], F_SETPIPE_SZ, 1 << 20); /* if we may: fewer turns */
  const pid_t desk = getpid(), id = fork();
  if (id == 0) child(r[1], p[1], in->shared, desk);
  close(r[1]), close(p[1]);
  if (id < 0) {
    close(r[0]), close(p[0]);
    return fail(err, "the reading process");
  }
  in->parser = id;
  in->requests = r[0];
  in->results = p[0];
  in->ended = in->lied = false;
  in->at = in->len = 0;
  return MH_OK;
}

/* How the process ended: a wait status. */
static int stop(mh_intake *in, bool kill_it)
{
  int status = 0;
  if (!in->parser) return 0;
  if (kill_it) kill(in->parser, SIGKILL);
  while (waitpid(in->parser, &status, 0) < 0 && errno == EINTR) continue;
  close(in->requests), close(in->results);
  in->parser = 0;
  return status;
}

mh_status mh_intake_open(mh_intake **out, mh_error *err)
{
  *out = NULL;
  mh_intake *in = calloc(1, sizeof *in);
  if (!in) return mh_fail(err, MH_ENOMEM, 0, "no memory for the intake");
  in->fd = in->text_fd = -1;
  in->shared = mmap(NULL, sizeof *in->shared, PROT_READ | PROT_WRITE,
                    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (in->shared == MAP_FAILED) {
    free(in);
    return mh_fail(err, MH_ENOMEM, 0, "no memory for the intake");
  }
  const mh_status st = start(in, err);
  if (st == MH_OK)
    *out = in;
  else
    mh_intake_close(in);
  return st;
}

const char *mh_intake_unlocked(const mh_intake *in)
{
  const uint32_t locks = in->shared->locks;
  if (!(locks & MH_INTAKE__TRIED) || (locks & MH_INTAKE__SECCOMP)) return NULL;
  return locks & MH_INTAKE__LANDLOCK
             ? "this system has no seccomp: what reads foreign bytes is kept from files "
               "alone (Landlock)"
             : "this system has neither seccomp nor Landlock: what reads foreign bytes "
               "is "
               "not locked in";
}

const mh_intake_counts *mh_intake_seen(const mh_intake *in)
{
  return &in->seen;
}

static void leave_input(mh_intake *in)
{
  if (in->own_fd) close(in->fd);
  if (in->text_fd >= 0) close(in->text_fd);
  in->text_fd = in->fd = -1;
  in->own_fd = in->begun = false;
  free(in->inside);
  in->inside = NULL;
}

void mh_intake_close(mh_intake *in)
{
  if (!in) return;
  mh_intake_close(in->texts);
  leave_input(in);
  stop(in, true);
  munmap(in->shared, sizeof *in->shared);
  free(in->url);
  free(in->charset);
  free(in->retrieved);
  free(in->buffer);
  free(in);
}

/* ---- asking ------------------------------------------------------------------------------------ */

static size_t put_string(char *at, uint32_t *len, const char *s)
{
  const size_t n = s ? strlen(s) : 0;
  *len = 0;
  if (!n || n > MH_INTAKE__URL_MAX) return 0;
  *len = (uint32_t)n;
  memcpy(at, s, n + 1);
  return n + 1;
}

/* The request of in->ask with its file. */
static mh_status ask(mh_intake *in, mh_error *err)
{
  char bytes[sizeof(mh_intake__request) + 2 * (MH_INTAKE__URL_MAX + 1)] = {0};
  char control[CMSG_SPACE(sizeof(int))] = {0};
  mh_intake__request r = {.format = (uint8_t)in->ask.format,
                          .regular = in->regular,
                          .bytes = in->ask.bytes,
                          .skip = in->ask.skip,
                          .pdf_text = in->pdf_text,
                          .entries = in->ask.entries,
                          .from = in->ask.from,
                          .line = in->ask.line};
  size_t len = sizeof r;
  len += put_string(bytes + len, &r.url_len, in->ask.url);
  len += put_string(bytes + len, &r.charset_len, in->ask.charset);
  memcpy(bytes, &r, sizeof r);
  struct iovec part = {bytes, len};
  struct msghdr h = {.msg_iov = &part,
                     .msg_iovlen = 1,
                     .msg_control = control,
                     .msg_controllen = sizeof control};
  struct cmsghdr *with = CMSG_FIRSTHDR(&h);
  with->cmsg_level = SOL_SOCKET;
  with->cmsg_type = SCM_RIGHTS;
  with->cmsg_len = CMSG_LEN(sizeof(int));
  memcpy(CMSG_DATA(with), &in->fd, sizeof(int));
  ssize_t n;
  do n = sendmsg(in->requests, &h, MSG_NOSIGNAL);
  while (n < 0 && errno == EINTR);
  return n == (ssize_t)len ? MH_OK : fail(err, "the reading process");
}

static bool keep_string(char **to, const char *s)
{
  free(*to);
  *to = s ? strdup(s) : NULL;
  return *to || !s;
}

static mh_status begin(mh_intake *in, int fd, bool own, const mh_intake_ask *wish,
                       mh_error *err)
{
  struct stat s;
  if (in->begun) { /* the last one was left in the middle: so is who reads it */
    stop(in, true);
    leave_input(in);
  }
  in->fd = fd;
  in->own_fd = own;
  in->ask = wish ? *wish : (mh_intake_ask){0};
  if (!keep_string(&in->url, in->ask.url) ||
      !keep_string(&in->charset, in->ask.charset) ||
      !keep_string(&in->retrieved, in->ask.retrieved))
    return mh_fail(err, MH_ENOMEM, 0, "no memory for the input");
  in->ask.url = in->url;
  in->ask.charset = in->charset;
  in->regular = fstat(fd, &s) == 0 && S_ISREG(s.st_mode);
  in->falls = 0;
  in->before = in->seen;
  if (!in->parser) MH_TRY(start(in, err));
  mh_status st = ask(in, err);
  if (st != MH_OK) { /* it ended between two inputs: another one */
    stop(in, true);
    MH_TRY(start(in, err));
    st = ask(in, err);
  }
  in->begun = st == MH_OK;
  return st;
}

mh_status mh_intake_file(mh_intake *in, int fd, const mh_intake_ask *wish, mh_error *err)
{
  return begin(in, fd, false, wish, err);
}

static int memory_file(const void *bytes, size_t len, mh_error *err)
{
  const int fd = memfd_create("report", MFD_CLOEXEC);
  const char *at = bytes;
  while (fd >= 0 && len) {
    const ssize_t n = write(fd, at, len);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) break;
    at += n;
    len -= (size_t)n;
  }
  if (fd >= 0 && !len && lseek(fd, 0, SEEK_SET) == 0) return fd;
  fail(err, "memory for the input");
  if (fd >= 0) close(fd);
  return -1;
}

mh_status mh_intake_bytes(mh_intake *in, const void *bytes, size_t len,
                          const mh_intake_ask *wish, mh_error *err)
{
  const int fd = memory_file(bytes, len, err);
  if (fd < 0) return MH_EIO;
  const mh_status st = begin(in, fd, true, wish, err);
  if (st != MH_OK) leave_input(in);
  return st;
}

/* ---- taking frames ------------------------------------------------------------------------------ */

/* Room for more behind what is there, which moves to the front. */
static bool room(mh_intake *in, size_t more)
{
  if (in->at) memmove(in->buffer, in->buffer + in->at, in->len - in->at);
  in->len -= in->at;
  in->at = 0;
  if (in->cap - in->len >= more) return true;
  size_t cap = in->cap ? in->cap : 2 * CHUNK;
  while (cap - in->len < more) cap *= 2;
  char *at = realloc(in->buffer, cap);
  if (!at) return false;
  in->buffer = at;
  in->cap = cap;
  return true;
}

/* What the parser had found and not sent when it ended. */
static mh_status take_left(mh_intake *in, mh_error *err)
{
  const uint32_t n = in->shared->waiting;
  in->shared->waiting = 0;
  if (n > MH_INTAKE__BUFFER) return MH_OK; /* it wrote nonsense there */
  if (!room(in, n + 1)) return mh_fail(err, MH_ENOMEM, 0, "no memory for the input");
  memcpy(in->buffer + in->len, in->shared->buffer, n);
  in->len += n;
  return MH_OK;
}

/* More bytes of the pipe.  MH_EBUSY: nothing for a while. */
static mh_status more(mh_intake *in, mh_error *err)
{
  struct pollfd p = {.fd = in->results, .events = POLLIN};
  if (!room(in, CHUNK)) return mh_fail(err, MH_ENOMEM, 0, "no memory for the input");
  const int ready = poll(&p, 1, QUIET_MS);
  if (ready == 0 || (ready < 0 && errno == EINTR)) return MH_EBUSY;
  const ssize_t n = read(in->results, in->buffer + in->len, in->cap - in->len);
  if (n < 0 && (errno == EINTR || errno == EAGAIN)) return MH_EBUSY;
  if (n > 0) {
    in->len += (size_t)n;
    return MH_OK;
  }
  in->ended = true;
  return take_left(in, err);
}

/* The next whole frame, in in->frame.  *none: the parser ended and left no more. */
static mh_status next_frame(bool *none, mh_intake *in, mh_error *err)
{
  for (*none = false;;) {
    const size_t have = in->len - in->at;
    const uint64_t len = mh_intake__frame_len(in->buffer + in->at, have);
    if (len == UINT64_MAX ||
        (len && len <= have && !mh_intake__get(&in->frame, in->buffer + in->at, len))) {
      in->len = in->at; /* it writes what it should not: it is no longer ours */
      in->ended = in->lied = *none = true;
      return MH_OK;
    }
    if (len && len <= have) {
      in->at += len;
      return MH_OK;
    }
    if (in->ended) {
      *none = true;
      return MH_OK;
    }
    MH_TRY(more(in, err));
  }
}

/* ---- a parser that fell ------------------------------------------------------------------------------ */

static void tell_fall(mh_intake *in, int status)
{
  mh_intake_item *item = &in->frame.item;
  in->frame = (mh_intake__frame){.kind = MH_INTAKE__ITEM};
  const mh_intake__shared *s = in->shared;
  item->offset = s->at;
  item->resumable = s->resumable != 0;
  item->line = s->line && s->resumable ? s->line + 1 : 0;
  if (in->lied)
    mh_fail(&item->err, MH_EFORMAT, s->at, "what reads it wrote what makes no sense");
  else if (WIFSIGNALED(status))
    mh_fail(&item->err, MH_EFORMAT, s->at, "what reads it was ended by signal %d (%s)",
            WTERMSIG(status), strsignal(WTERMSIG(status)));
  else
    mh_fail(&item->err, MH_ENOMEM, s->at, "what reads it has ended: no memory");
}

/* Tell of it, and go on behind the report that did it where the input allows. */
static mh_status stand_up(const mh_intake_item **out, mh_intake *in, mh_error *err)
{
  const int status = stop(in, true);
  const bool goes_on = in->shared->resumable && in->regular &&
                       (in->shared->at > in->last || ++in->falls < FALLS);
  tell_fall(in, status);
  *out = &in->frame.item;
  in->last = in->shared->at;
  in->ask.from = in->shared->at;
  in->ask.line = in->shared->line;
  in->ask.skip = true;
  in->shared->resumable = 0;
  in->shared->waiting = 0;
  const mh_status st = start(in, err);
  if (st == MH_OK && goes_on && ask(in, err) == MH_OK) return MH_OK;
  leave_input(in);
  return st;
}

/* ---- PDF ------------------------------------------------------------------------------------------------ */

/* The text is read as a PDF's, by a parser of its own: the other one has its input open. */
static mh_status take_pdf(mh_intake *in)
{
  mh_error *err = &in->frame.item.err;
  const mh_intake_ask wish = {.url = in->frame.item.url};
  const int fd = mh_intake__pdf(in->frame.item.bytes, in->frame.item.len, err);
  if (fd < 0) return err->code;
  if (!in->texts) {
    const mh_status st = mh_intake_open(&in->texts, err);
    if (st != MH_OK) {
      close(fd);
      return st;
    }
  }
  in->texts->pdf_text = true;
  in->text_fd = fd;
  return mh_intake_file(in->texts, fd, &wish, err);
}

/* The article of the PDF in in->frame, or why there is none. */
static mh_status give_pdf(const mh_intake_item **out, mh_intake *in)
{
  const mh_intake_item *found = NULL;
  mh_intake_item *item = &in->frame.item;
  mh_status st = take_pdf(in);
  while (st == MH_OK && !found) {
    st = mh_intake_next(&found, in->texts, &item->err);
    if (st == MH_EBUSY)
      st = MH_OK;
    else if (!found)
      break;
  }
  if (st == MH_OK && found) {
    item->err = found->err;
    in->frame.article = found->article ? *found->article : (mh_article){0};
    item->article = found->article ? &in->frame.article : NULL;
  } else if (!item->err.code) {
    mh_fail(&item->err, MH_EEMPTY, 0, "nothing to read in the PDF");
  }
  if (!in->ask.bytes) item->bytes = NULL, item->len = 0;
  *out = item;
  return MH_OK;
}

/* ---- items ----------------------------------------------------------------------------------------------- */

static void count(mh_intake *in)
{
  const mh_intake_counts *n = &in->frame.counts, *b = &in->before;
  in->seen = (mh_intake_counts){
      .warc_records = b->warc_records + n->warc_records,
      .warc_other = b->warc_other + n->warc_other,
      .warc_not_ok = b->warc_not_ok + n->warc_not_ok,
      .warc_not_pages = b->warc_not_pages + n->warc_not_pages,
  };
}

mh_status mh_intake_next(const mh_intake_item **out, mh_intake *in, mh_error *err)
{
  bool fell;
  *out = NULL;
  if (in->text_fd >= 0) close(in->text_fd), in->text_fd = -1;
  if (!in->begun) return MH_OK;
  MH_TRY(next_frame(&fell, in, err));
  if (fell) return stand_up(out, in, err);
  if (!in->frame.item.retrieved) in->frame.item.retrieved = in->retrieved;
  switch (in->frame.kind) {
  case MH_INTAKE__END:
    count(in);
    leave_input(in);
    return MH_OK;
  case MH_INTAKE__PDF: return give_pdf(out, in);
  default: *out = &in->frame.item; return MH_OK;
  }
}
