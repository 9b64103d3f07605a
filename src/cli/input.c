/* input - from files, folders and standard input to single reports, one after the other.
 *
 * JSON Lines stream through one buffer that grows to the longest line (16 MiB at most), so
 * memory is flat however long the file is.  A plain text is one report and is taken whole.
 * Reports are handed on where they lie in the buffer; nothing is copied.
 *
 * Not for reading what they say (reader.c).
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli.h"

enum {
  CHUNK = 1 << 20,    /* bytes asked of the system at once      */
  LOOK = 4096,        /* bytes by which a format is told        */
  DEEPEST = 64,       /* folders within folders                 */
  IDLE_AFTER_MS = 200 /* a quiet pipe: send on what waits       */
};

static bool bad(cli_input *in, const char *path, uint64_t line, mh_status code,
                uint64_t at, const char *why)
{
  mh_error err = {0};
  mh_fail(&err, code, at, "%s", why);
  return in->bad(in->user, path, line, &err);
}

/* ---- bytes ------------------------------------------------------------------------- */

static bool room(cli_input *in, size_t cap)
{
  if (in->cap >= cap) return true;
  char *at = realloc(in->buffer, cap);
  if (!at) return false;
  in->buffer = at;
  in->cap = cap;
  return true;
}

/* Until a pipe has something.  One that is quiet for a while lets what was read go on, once;
 * after that we look now and then whether the user stops.  False: stop. */
static bool wait_for(cli_input *in, int fd)
{
  struct pollfd p = {.fd = fd, .events = POLLIN};
  for (bool told = false;;) {
    const int n = poll(&p, 1, IDLE_AFTER_MS);
    if (n > 0 || (n < 0 && errno != EINTR)) return true; /* read() tells what is wrong */
    if (cli_stopped()) return false;
    if (n == 0 && !told && in->idle && !in->idle(in->user)) return false;
    told = told || n == 0;
  }
}

/* Up to `len` bytes; 0 at the end, -1 with errno, EINTR when the user stops. */
static ssize_t get(cli_input *in, int fd, bool regular, char *at, size_t len)
{
  for (;;) {
    if (cli_stopped() || (!regular && !wait_for(in, fd))) return errno = EINTR, -1;
    const ssize_t n = read(fd, at, len);
    if (n >= 0) {
      in->bytes += (uint64_t)n;
      return n;
    }
    if (errno != EINTR && errno != EAGAIN) return -1;
  }
}

/* ---- one file ------------------------------------------------------------------------ */

typedef struct file {
  cli_input *in;
  const char *path;
  int fd;
  bool regular, ended;
  size_t len;    /* bytes in the buffer                     */
  uint64_t line; /* lines handed on                         */
  bool skipping; /* inside of a line that is too long       */
} file;

/* More bytes behind those in the buffer.  False: a fault, or stop; errno tells. */
static bool fill(file *f, size_t most)
{
  const size_t want = most - f->len < CHUNK ? most - f->len : CHUNK;
  if (!room(f->in, f->len + want)) return errno = ENOMEM, false;
  const ssize_t n = get(f->in, f->fd, f->regular, f->in->buffer + f->len, want);
  if (n < 0) return false;
  f->len += (size_t)n;
  f->ended = n == 0;
  return true;
}

static bool unreadable(file *f)
{
  if (errno == EINTR) return false;
  return bad(f->in, f->path, f->line, MH_EIO, 0, strerror(errno));
}

static bool hand_on(file *f, mh_format format, const char *bytes, size_t len)
{
  const cli_item item = {f->path, f->line, format, bytes, len};
  return f->in->item(f->in->user, &item);
}

/* A text is one report: all of it, or none. */
static bool take_text(file *f)
{
  while (!f->ended && f->len <= CLI_ITEM_MAX)
    if (!fill(f, CLI_ITEM_MAX + 1)) return unreadable(f);
  if (f->len > CLI_ITEM_MAX)
    return bad(f->in, f->path, 0, MH_ELIMIT, CLI_ITEM_MAX, "larger than 16 MiB");
  return hand_on(f, MH_FORMAT_TEXT, f->in->buffer, f->len);
}

/* ---- JSON Lines ------------------------------------------------------------------------- */

static bool is_blank(const char *at, size_t len)
{
  for (size_t i = 0; i < len; i++)
    if (at[i] != ' ' && at[i] != '\t' && at[i] != '\r') return false;
  return true;
}

static bool too_long(file *f)
{
  return bad(f->in, f->path, f->line, MH_ELIMIT, CLI_ITEM_MAX, "line longer than 16 MiB");
}

static bool take_line(file *f, const char *at, size_t len)
{
  static const char mark[] = "\xef\xbb\xbf";
  f->line++;
  if (f->skipping) { /* the end of a line that was complained of */
    f->skipping = false;
    return true;
  }
  if (f->line == 1 && len >= 3 && memcmp(at, mark, 3) == 0) at += 3, len -= 3;
  if (len && at[len - 1] == '\r') len--;
  if (is_blank(at, len)) return true;
  return len > CLI_ITEM_MAX ? too_long(f) : hand_on(f, MH_FORMAT_JSONL, at, len);
}

/* All whole lines of the buffer; what is left moves to its front. */
static bool take_lines(file *f, size_t searched)
{
  char *at = f->in->buffer, *end = at + f->len, *from = at + searched;
  for (char *stop; from < end && (stop = memchr(from, '\n', (size_t)(end - from)));) {
    if (cli_stopped() || !take_line(f, at, (size_t)(stop - at))) return false;
    at = from = stop + 1;
  }
  f->len = (size_t)(end - at);
  if (at != f->in->buffer) memmove(f->in->buffer, at, f->len);
  return true;
}

/* The buffer holds more than a line may have: complain once, then drop what comes. */
static bool drop(file *f)
{
  bool go_on = true;
  if (!f->skipping) {
    f->line++;
    go_on = too_long(f);
    f->line--;
    f->skipping = true;
  }
  f->len = 0;
  return go_on;
}

static bool stream_lines(file *f)
{
  size_t searched = 0;
  while (take_lines(f, searched)) {
    if (f->ended) return !f->len || take_line(f, f->in->buffer, f->len);
    if (f->len > CLI_ITEM_MAX + 1 && !drop(f)) return false;
    searched = f->len;
    if (!fill(f, CLI_ITEM_MAX + 2 + CHUNK)) return unreadable(f);
  }
  return false;
}

static bool stream(cli_input *in, const char *path, int fd)
{
  struct stat s;
  file f = {.in = in, .path = path, .fd = fd};
  f.regular = fstat(fd, &s) == 0 && S_ISREG(s.st_mode);
  while (!f.ended && f.len < LOOK)
    if (!fill(&f, CHUNK)) return unreadable(&f);
  mh_format format = in->format;
  if (format == MH_FORMAT_AUTO)
    format = mh_format_guess(in->buffer, f.len < LOOK ? f.len : LOOK);
  return format == MH_FORMAT_JSONL ? stream_lines(&f) : take_text(&f);
}

/* ---- folders --------------------------------------------------------------------------- */

static bool walk(cli_input *in, const char *path, int depth);

static int visible(const struct dirent *e)
{
  return e->d_name[0] != '.';
}

/* By bytes, so that the order is the same wherever it runs. */
static int by_bytes(const struct dirent **a, const struct dirent **b)
{
  return strcmp((*a)->d_name, (*b)->d_name);
}

/* Inside of a folder only files and folders count: no pipes, no devices, and no links to
 * folders, which could lead around in circles. */
static bool counts(const char *path)
{
  struct stat own, its;
  if (lstat(path, &own) != 0) return true; /* complained of when it is opened */
  if (!S_ISLNK(own.st_mode)) return S_ISREG(own.st_mode) || S_ISDIR(own.st_mode);
  return stat(path, &its) != 0 || S_ISREG(its.st_mode);
}

static bool walk_entry(cli_input *in, const char *folder, const char *name, int depth)
{
  mh_out path = {0};
  const size_t len = strlen(folder);
  mh_out_text(&path, folder);
  if (len && folder[len - 1] != '/') mh_out_char(&path, '/');
  mh_out_text(&path, name);
  bool go_on = path.status == MH_OK;
  if (go_on && counts(path.at)) go_on = walk(in, path.at, depth + 1);
  mh_out_free(&path);
  return go_on;
}

static bool walk_folder(cli_input *in, const char *path, int depth)
{
  struct dirent **entries = NULL;
  if (depth >= DEEPEST)
    return bad(in, path, 0, MH_ELIMIT, 0, "more than 64 folders within each other");
  const int n = scandir(path, &entries, visible, by_bytes);
  if (n < 0) return bad(in, path, 0, MH_EIO, 0, strerror(errno));
  bool go_on = true;
  for (int i = 0; i < n; i++) {
    if (go_on) go_on = walk_entry(in, path, entries[i]->d_name, depth);
    free(entries[i]);
  }
  free(entries);
  return go_on;
}

static bool walk(cli_input *in, const char *path, int depth)
{
  struct stat s;
  if (cli_stopped()) return false;
  const bool there = stat(path, &s) == 0;
  if (there && S_ISDIR(s.st_mode)) return walk_folder(in, path, depth);
  const int fd = there ? open(path, O_RDONLY | O_CLOEXEC) : -1;
  if (fd < 0) {
    const bool missing = errno == ENOENT || errno == ENOTDIR;
    return bad(in, path, 0, missing ? MH_ENOINPUT : MH_EIO, 0, strerror(errno));
  }
  const bool go_on = stream(in, path, fd);
  close(fd);
  return go_on;
}

bool cli_input_walk(cli_input *in, const char *const *paths, int n)
{
  for (int i = 0; i < n; i++) {
    const bool is_standard = strcmp(paths[i], "-") == 0;
    if (!(is_standard ? stream(in, "-", STDIN_FILENO) : walk(in, paths[i], 0)))
      return false;
  }
  return true;
}

void cli_input_free(cli_input *in)
{
  free(in->buffer);
  in->buffer = NULL;
  in->cap = 0;
}

/* ---- how much there is ------------------------------------------------------------------ */

static uint64_t size_of(const char *path, int depth)
{
  struct stat s;
  struct dirent **entries = NULL;
  uint64_t sum = 0;
  if (stat(path, &s) != 0 || depth > DEEPEST) return 0;
  if (!S_ISDIR(s.st_mode)) return S_ISREG(s.st_mode) ? (uint64_t)s.st_size : 0;
  const int n = scandir(path, &entries, visible, by_bytes);
  for (int i = 0; i < n; i++) {
    mh_out inner = {0};
    mh_out_fmt(&inner, "%s/%s", path, entries[i]->d_name);
    if (inner.status == MH_OK && counts(inner.at)) sum += size_of(inner.at, depth + 1);
    mh_out_free(&inner);
    free(entries[i]);
  }
  free(entries);
  return sum;
}

uint64_t cli_input_size(const char *const *paths, int n)
{
  uint64_t sum = 0;
  for (int i = 0; i < n; i++)
    if (strcmp(paths[i], "-") != 0) sum += size_of(paths[i], 0);
  return sum;
}
