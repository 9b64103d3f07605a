/* input - from files, folders, addresses and standard input to single reports, one after the
 * other.
 *
 * Files are opened here and handed to the intake, which says what is in them; nothing of what
 * they hold is looked at on this side.
 *
 * Not for reading what they say (reader.c).
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli.h"

enum { DEEPEST = 64 /* folders within folders */ };

static bool bad(cli_input *in, const char *path, mh_status code, const char *why)
{
  mh_error err = {0};
  mh_fail(&err, code, 0, "%s", why);
  return in->bad(in->user, path, 0, &err);
}

/* ---- places ----------------------------------------------------------------------------- */

/* Of a report, so that another run can go on behind it: PATH, all of which was read, or
 * PATH:BYTE:LINE, where one begins that can be found again. */
static void note_place(cli_input *in, const char *path, const mh_intake_item *is)
{
  mh_out_clear(&in->place);
  mh_out_text(&in->place, path);
  if (is)
    mh_out_fmt(&in->place, ":%llu:%llu", (unsigned long long)is->offset,
               (unsigned long long)(is->line ? is->line - 1 : 0));
}

/* Is this the input that the run begins with, and where in it?  *all: it was read whole. */
static bool is_place(mh_intake_ask *ask, bool *all, const char *after, const char *path)
{
  const size_t n = strlen(path);
  unsigned long long at, line;
  if (strncmp(after, path, n) != 0) return false;
  *all = !after[n];
  if (*all) return true;
  if (sscanf(after + n, ":%llu:%llu", &at, &line) != 2) return false;
  ask->from = at;
  ask->line = line;
  ask->skip = true;
  return true;
}

/* Should this input be left out, for a run that was interrupted has read it? */
static bool was_read(cli_input *in, mh_intake_ask *ask, const char *path)
{
  bool all = true;
  if (!in->skipping) return false;
  if (is_place(ask, &all, in->args->after, path)) in->skipping = false;
  return all;
}

/* ---- one file ------------------------------------------------------------------------ */

/* The file's path with the entry of an archive behind it; o owns it. */
static const char *path_of(mh_out *o, const char *path, const mh_intake_item *is)
{
  if (!is->inside) return path;
  mh_out_clear(o);
  mh_out_fmt(o, "%s/%s", path, is->inside);
  return o->status == MH_OK ? o->at : path;
}

static bool hand_on(cli_input *in, const char *path, const mh_intake_item *is)
{
  mh_out name = {0};
  in->bytes_read = in->before + is->consumed;
  const cli_item item = {path_of(&name, path, is), is, in->bytes_read};
  if (is->resumable) note_place(in, path, is);
  const bool go_on = is->article ? in->item(in->user, &item)
                                 : in->bad(in->user, item.path, is->line, &is->err);
  mh_out_free(&name);
  return go_on;
}

/* All that the intake finds in what was begun. */
static bool take(cli_input *in, const char *path)
{
  mh_error err = {0};
  for (bool told = false;;) {
    const mh_intake_item *is;
    if (cli_stopped()) return false;
    const mh_status st = mh_intake_next(&is, in->intake, &err);
    if (st == MH_EBUSY) { /* let go what was read, once */
      if (!told && in->idle && !in->idle(in->user)) return false;
      told = true;
      continue;
    }
    if (st != MH_OK) return in->bad(in->user, path, 0, &err);
    if (!is) return true;
    told = false;
    if (!hand_on(in, path, is)) return false;
  }
}

static bool stream(cli_input *in, const char *path, int fd)
{
  struct stat s;
  mh_error err = {0};
  mh_intake_ask ask = {.format = in->format, .bytes = in->bytes};
  cli_file file = {.path = path};
  if (was_read(in, &ask, path)) return true;
  if (fstat(fd, &s) == 0 && S_ISREG(s.st_mode)) {
    file.size = (uint64_t)s.st_size;
    file.changed = (int64_t)s.st_mtim.tv_sec * 1000000000 + s.st_mtim.tv_nsec;
    if (in->begin && !in->begin(in->user, &file, &ask)) return false;
  }
  if (mh_intake_file(in->intake, fd, &ask, &err) != MH_OK)
    return in->bad(in->user, path, 0, &err);
  if (!take(in, path)) return false;
  note_place(in, path, NULL);
  in->before += file.size;
  in->bytes_read = in->before;
  return !file.changed || !in->end || in->end(in->user, &file);
}

/* ---- one address --------------------------------------------------------------------- */

static bool open_session(cli_input *in, const char *url)
{
  mh_fetch_how how;
  if (in->fetch) return true;
  cli_fetch_how(&how, in->args);
  if (cli_fetch_open(&in->fetch, &how) == CLI_OK) return true;
  bad(in, url, MH_EIO, "the network cannot be used");
  return false;
}

static bool take_address(cli_input *in, const char *url)
{
  mh_error err = {0};
  mh_fetched got;
  const mh_fetch_wish wish = {.url = url, .by_person = true};
  mh_intake_ask none = {0};
  if (was_read(in, &none, url)) return true;
  if (!open_session(in, url)) return true;
  if (mh_fetch_get(&got, in->fetch, &wish, &err) != MH_OK)
    return got.end != MH_FETCH_STOPPED && in->bad(in->user, url, 0, &err);
  const mh_intake_ask ask = {.format = in->format,
                             .bytes = in->bytes,
                             .url = got.url,
                             .charset = got.charset,
                             .retrieved = got.retrieved};
  if (mh_intake_bytes(in->intake, got.bytes, got.len, &ask, &err) != MH_OK)
    return in->bad(in->user, url, 0, &err);
  if (!take(in, url)) return false;
  note_place(in, url, NULL);
  in->before += got.len;
  return true;
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

/* Is it what a browser puts beside NAME.html when it saves a page "complete": the folder
 * NAME_files with pictures, programs and the pages of frames? */
static bool is_of_page(const char *folder, const char *name)
{
  static const char *const ends[] = {"_files", ".files"};
  static const char *const pages[] = {".html", ".htm", ".xhtml"};
  const size_t n = strlen(name);
  bool is = false;
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    const size_t end = strlen(ends[i]);
    if (n <= end || strcmp(name + n - end, ends[i]) != 0) continue;
    for (size_t k = 0; k < sizeof pages / sizeof *pages && !is; k++) {
      mh_out page = {0};
      struct stat s;
      mh_out_fmt(&page, "%s/%.*s%s", folder, (int)(n - end), name, pages[k]);
      is = page.status == MH_OK && stat(page.at, &s) == 0 && S_ISREG(s.st_mode);
      mh_out_free(&page);
    }
  }
  return is;
}

static bool walk_entry(cli_input *in, const char *folder, const char *name, int depth)
{
  if (is_of_page(folder, name)) return true;
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
    return bad(in, path, MH_ELIMIT, "more than 64 folders within each other");
  const int n = scandir(path, &entries, visible, by_bytes);
  if (n < 0) return bad(in, path, MH_EIO, strerror(errno));
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
    return bad(in, path, missing ? MH_ENOINPUT : MH_EIO, strerror(errno));
  }
  const bool go_on = stream(in, path, fd);
  close(fd);
  return go_on;
}

static bool walk_all(cli_input *in, const char *const *paths, int n)
{
  for (int i = 0; i < n; i++) {
    const bool is_standard = strcmp(paths[i], "-") == 0;
    if (!(is_standard                     ? stream(in, "-", STDIN_FILENO)
          : mh_fetch_is_address(paths[i]) ? take_address(in, paths[i])
                                          : walk(in, paths[i], 0)))
      return false;
  }
  return true;
}

/* What was passed over in web archives, which nobody complained of. */
static void sum_up(const cli_input *in)
{
  const mh_intake_counts *n = mh_intake_seen(in->intake);
  if (!n->warc_records) return;
  cli_say(
      "web archives",
      "%llu records; passed over: %llu of other types, %llu not found or moved, %llu no "
      "pages",
      (unsigned long long)n->warc_records, (unsigned long long)n->warc_other,
      (unsigned long long)n->warc_not_ok, (unsigned long long)n->warc_not_pages);
}

bool cli_input_walk(cli_input *in, const char *const *paths, int n)
{
  mh_error err = {0};
  if (mh_intake_open(&in->intake, &err) != MH_OK) {
    in->bad(in->user, paths[0], 0, &err);
    return true;
  }
  in->skipping = in->args && in->args->after;
  const bool whole = walk_all(in, paths, n);
  if (whole && in->skipping)
    bad(in, in->args->after, MH_ENOINPUT, "none of the inputs is this place");
  const char *open = mh_intake_unlocked(in->intake);
  if (open) cli_say("warning", "%s", open);
  sum_up(in);
  mh_intake_close(in->intake);
  mh_fetch_close(in->fetch);
  in->intake = NULL;
  in->fetch = NULL;
  return whole;
}

void cli_input_free(cli_input *in)
{
  mh_out_free(&in->place);
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
    if (inner.status == MH_OK && counts(inner.at) &&
        !is_of_page(path, entries[i]->d_name))
      sum += size_of(inner.at, depth + 1);
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
    if (strcmp(paths[i], "-") != 0 && !mh_fetch_is_address(paths[i]))
      sum += size_of(paths[i], 0);
  return sum;
}
