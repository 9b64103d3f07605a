/* cmd_add - the same inputs as read, kept in the store.
 *
 * Reports go in by transactions of at most 500 reports or one second.  What is counted as
 * added has been committed: a kill at any moment loses nothing that was told.
 */
#include <unistd.h>

#include "../store/store.h"
#include "cli.h"

enum { BATCH = 500 };

typedef struct adding {
  cli_reader reader;
  mh_store *store;
  cli_tally tally;       /* what could not be read            */
  uint64_t added, known; /* committed                         */
  uint64_t new_, old;    /* in the transaction that is open   */
  bool open;
  double began;
  cli_progress progress;
  cli_file file; /* the one at hand */
  cli_exit end;
} adding;

/* The store itself failed: nothing more can be kept. */
static bool give_up(adding *a, const mh_error *err)
{
  cli_progress_clear(&a->progress);
  a->end = cli_say_error("store", err);
  a->open = false;
  return false;
}

static bool commit(adding *a)
{
  mh_error err = {0};
  if (!a->open) return true;
  if (mh_store_commit(a->store, &err) != MH_OK) return give_up(a, &err);
  a->added += a->new_;
  a->known += a->old;
  a->new_ = a->old = 0;
  a->open = false;
  return true;
}

static bool commit_now(void *user)
{
  return commit(user);
}

static bool begin(adding *a)
{
  mh_error err = {0};
  if (a->open) return true;
  if (mh_store_begin(a->store, &err) != MH_OK) return give_up(a, &err);
  a->open = true;
  a->began = cli_clock();
  return true;
}

static void complain(adding *a, const char *path, uint64_t line, const mh_error *err)
{
  mh_out o = {0};
  cli_progress_clear(&a->progress);
  cli_complaint(&o, path, line, err);
  if (o.status == MH_OK) cli_write(STDERR_FILENO, o.at, o.len);
  mh_out_free(&o);
}

/* Is it the store that cannot go on, or this report that cannot be kept? */
static bool is_of_the_store(mh_status s)
{
  return s == MH_EIO || s == MH_ESTORE || s == MH_EBUSY || s == MH_ENOMEM;
}

/* ---- where it was ---------------------------------------------------------------------- */

/* A long file that was interrupted before goes on behind the last report that was kept. */
static bool begin_file(void *user, const cli_file *file, mh_intake_ask *ask)
{
  adding *a = user;
  mh_error err = {0};
  bool found;
  a->file = *file;
  mh_taken t = {.path = file->path, .size = file->size, .changed = file->changed};
  if (mh_store_taken(&found, &t, a->store, &err) != MH_OK) return give_up(a, &err);
  if (!found) return true;
  ask->from = t.at;
  ask->line = t.line;
  ask->skip = true;
  cli_progress_clear(&a->progress);
  cli_say(file->path, "goes on at byte %llu, where it was interrupted",
          (unsigned long long)t.at);
  return true;
}

/* With what is kept now: this far the file has come. */
static bool note(adding *a, const mh_intake_item *is)
{
  mh_error err = {0};
  const mh_taken t = {.path = a->file.path,
                      .size = a->file.size,
                      .changed = a->file.changed,
                      .at = is->offset,
                      .line = is->line ? is->line - 1 : 0};
  if (!is->resumable || !a->file.changed) return true;
  return mh_store_take(a->store, &t, &err) == MH_OK || give_up(a, &err);
}

static bool end_file(void *user, const cli_file *file)
{
  adding *a = user;
  mh_error err = {0};
  if (!commit(a)) return false;
  return mh_store_taken_whole(a->store, file->path, &err) == MH_OK || give_up(a, &err);
}

static bool keep(adding *a, const cli_item *item)
{
  mh_error err = {0};
  bool added = false;
  const mh_intake_item *is = item->is;
  const mh_source source = {.path = item->path,
                            .retrieved = is->retrieved,
                            .published = a->reader.how.published,
                            .line = is->line,
                            .url = is->url,
                            .charset = is->charset};
  if (!begin(a)) return false;
  const mh_status status = mh_store_add(&added, a->store, a->reader.report, is->format,
                                        &source, is->bytes, is->len, &err);
  if (is_of_the_store(status)) return give_up(a, &err);
  if (status != MH_OK) {
    complain(a, item->path, item->is->line, &err);
    a->tally.failed++;
  } else if (added) {
    a->new_++;
  } else {
    a->old++;
  }
  if (!note(a, is)) return false;
  const bool full = a->new_ + a->old >= BATCH || cli_clock() - a->began >= 1;
  return full ? commit(a) : true;
}

static bool add_one(void *user, const cli_item *item)
{
  adding *a = user;
  mh_error err = {0};
  if (a->progress.on) cli_progress_bytes(&a->progress, a->added + a->known, item->read);
  if (cli_reader_read(&a->reader, item, &err) == MH_OK) return keep(a, item);
  complain(a, item->path, item->is->line, &err);
  a->tally.failed++;
  return true;
}

static bool bad_one(void *user, const char *path, uint64_t line, const mh_error *err)
{
  adding *a = user;
  complain(a, path, line, err);
  if (err->code == MH_ENOINPUT)
    a->tally.missing++;
  else
    a->tally.failed++;
  return true;
}

/* What was done, told also when something went wrong on the way. */
static cli_exit sum_up(const adding *a, bool json)
{
  const unsigned long long added = a->added, known = a->known,
                           failed = a->tally.failed + a->tally.missing;
  mh_out o = {0};
  mh_out_fmt(&o, "added %llu, known %llu, failed %llu\n", added, known, failed);
  if (o.status == MH_OK) cli_write(STDERR_FILENO, o.at, o.len);
  mh_out_clear(&o);
  if (json)
    mh_out_fmt(&o,
               "{\"schema\":\"mahdar.added/1\",\"added\":%llu,\"known\":%llu,"
               "\"failed\":%llu}\n",
               added, known, failed);
  return cli_print_out(&o);
}

static cli_exit run(const cli_args *args)
{
  adding a = {.reader.how.published = args->published};
  cli_exit end = cli_store_open(&a.store, args, MH_OPEN_WRITE);
  if (end != CLI_OK) return end;
  cli_input in = {.format = args->format,
                  .args = args,
                  .bytes = true,
                  .user = &a,
                  .item = add_one,
                  .bad = bad_one,
                  .idle = commit_now,
                  .begin = begin_file,
                  .end = end_file};
  cli_progress_start(&a.progress, args, 0);
  if (a.progress.on) a.progress.total = cli_input_size(args->rest, args->n_rest);
  cli_catch_stop();
  const bool whole = cli_input_walk(&in, args->rest, args->n_rest);
  cli_input_free(&in);
  commit(&a);
  cli_progress_clear(&a.progress);
  mh_store_close(a.store);
  cli_reader_free(&a.reader);
  end = sum_up(&a, args->json);
  if (a.end != CLI_OK) return a.end;
  if (!whole) return CLI_STOPPED;
  return end != CLI_OK ? end : cli_tally_exit(&a.tally);
}

const cli_command cli_add = {
    .name = "add",
    .synopsis = "add [--store FILE] [--format F] [--published DATE] PATH... or -",
    .summary = "read reports and keep them in the store",
    .text =
        "Reads reports as `mahdar read` does and keeps them, with what was read, in the\n"
        "store, which is made when it is not there.  Adding a report again changes\n"
        "nothing.  A report counts as added when it is safely on disk.  Says at the end\n"
        "how many were added, known before, and failed.  A file of JSON Lines or a web\n"
        "archive that was interrupted goes on where it was when it is added again.\n",
    .examples = "  mahdar add archive/\n"
                "  mahdar add --store kuwait.db page-1.txt page-2.txt\n"
                "  mahdar add --json articles.jsonl\n",
    .options = CLI_O_NET | CLI_O_STORE | CLI_O_FORMAT | CLI_O_PUBLISHED | CLI_O_JSON |
               CLI_O_PROGRESS,
    .least = 1,
    .most = -1,
    .run = run};
