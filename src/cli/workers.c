/* workers - many threads read, one order comes out.
 *
 * The main thread fills batches, a ring of them; workers take them in turn; whoever finishes
 * the batch that is next in line writes it, and all that are ready behind it.  So nobody
 * waits for a writer, memory is bounded by the ring, and the output is the same bytes for
 * any number of threads.  A run that fits into one batch starts no thread at all.
 */
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli.h"

enum {
  BATCH_BYTES = 64 << 10,
  BATCH_ITEMS = 128,
  KEEP = 4 << 20 /* a text longer than this is not kept for the next batch */
};

typedef struct entry {
  size_t path, at, len; /* into the batch's bytes; at is a multiple of eight */
  uint64_t line;
  mh_error err; /* code MH_OK: a report to read; else a fault to tell */
} entry;

typedef struct batch {
  mh_out bytes; /* paths and reports, copied        */
  entry *items;
  uint32_t n;
  mh_out out, errors;
  cli_tally tally;
  uint64_t input; /* bytes that were read when it was filled */
  bool done;
} batch;

struct cli_workers {
  pthread_mutex_t lock;
  pthread_cond_t work, room; /* a batch waits / a batch is free again */
  pthread_t *threads;
  unsigned n, running;
  batch *ring;
  unsigned slots;
  uint64_t filled, taken, written; /* batches */
  bool closed, writing, broken;
  int why;     /* errno of what broke */
  batch *now;  /* the one that is being filled; ring[filled % slots] */
  size_t path; /* of the last item's path in it */
  cli_how how;
  cli_tally tally;
  uint64_t input;
  cli_progress *progress;
};

/* ---- one batch ----------------------------------------------------------------------- */

static void read_batch(cli_reader *r, batch *b)
{
  for (uint32_t i = 0; i < b->n; i++) {
    const entry *e = &b->items[i];
    const char *path = b->bytes.at + e->path;
    mh_intake_item is;
    mh_article article;
    const cli_item item = {path, &is, 0};
    if (e->err.code == MH_OK &&
        mh_intake_unpack(&is, &article, b->bytes.at + e->at, e->len)) {
      cli_reader_record(r, &item, &b->out, &b->errors, &b->tally);
    } else {
      cli_complaint(&b->errors, path, e->line, &e->err);
      if (e->err.code == MH_ENOINPUT)
        b->tally.missing++;
      else
        b->tally.failed++;
    }
  }
}

static void empty(mh_out *o)
{
  if (o->cap > KEEP)
    mh_out_free(o);
  else
    mh_out_clear(o);
}

static void empty_batch(batch *b)
{
  empty(&b->bytes);
  empty(&b->out);
  empty(&b->errors);
  b->n = 0;
  b->input = 0;
  b->tally = (cli_tally){0};
  b->done = false;
}

/* Results first, then what went wrong in the same stretch.  The lock is not held. */
static bool write_batch(cli_workers *w, batch *b)
{
  if (b->out.len && !cli_write(STDOUT_FILENO, b->out.at, b->out.len)) return false;
  if (b->errors.len) {
    cli_progress_clear(w->progress);
    cli_write(STDERR_FILENO, b->errors.at, b->errors.len);
  }
  w->tally.reports += b->tally.reports;
  w->tally.failed += b->tally.failed;
  w->tally.missing += b->tally.missing;
  if (b->input) w->input = b->input;
  cli_progress_bytes(w->progress, w->tally.reports, w->input);
  return true;
}

/* Write what is ready, in order.  Called with the lock; one thread at a time does it. */
static void write_ready(cli_workers *w)
{
  if (w->writing) return;
  w->writing = true;
  while (w->written < w->filled && w->ring[w->written % w->slots].done) {
    batch *b = &w->ring[w->written % w->slots];
    const bool skip = w->broken;
    pthread_mutex_unlock(&w->lock);
    const bool good = skip || write_batch(w, b);
    const int why = errno;
    empty_batch(b);
    pthread_mutex_lock(&w->lock);
    if (!good) w->broken = true, w->why = why;
    w->written++;
    pthread_cond_signal(&w->room);
  }
  w->writing = false;
}

static void *work(void *user)
{
  cli_workers *w = user;
  cli_reader reader = {.how = w->how};
  pthread_mutex_lock(&w->lock);
  for (;;) {
    while (w->taken == w->filled && !w->closed) pthread_cond_wait(&w->work, &w->lock);
    if (w->taken == w->filled) break;
    batch *b = &w->ring[w->taken++ % w->slots];
    const bool skip = w->broken;
    pthread_mutex_unlock(&w->lock);
    if (!skip) read_batch(&reader, b);
    pthread_mutex_lock(&w->lock);
    b->done = true;
    write_ready(w);
  }
  pthread_mutex_unlock(&w->lock);
  cli_reader_free(&reader);
  return NULL;
}

/* ---- filling --------------------------------------------------------------------------- */

cli_workers *cli_workers_new(unsigned n, cli_how how, cli_progress *progress)
{
  cli_workers *w = calloc(1, sizeof *w);
  if (!w) return NULL;
  w->n = n;
  w->slots = 3 * n + 1;
  w->threads = calloc(n, sizeof *w->threads);
  w->ring = calloc(w->slots, sizeof *w->ring);
  if (!w->threads || !w->ring) {
    free(w->threads);
    free(w->ring);
    free(w);
    return NULL;
  }
  w->how = how;
  w->progress = progress;
  w->now = w->ring;
  pthread_mutex_init(&w->lock, NULL);
  pthread_cond_init(&w->work, NULL);
  pthread_cond_init(&w->room, NULL);
  return w;
}

static void start_threads(cli_workers *w)
{
  while (w->running < w->n && pthread_create(&w->threads[w->running], NULL, work, w) == 0)
    w->running++;
}

/* No thread could be had: the main thread does the work. */
static void work_here(cli_workers *w)
{
  cli_reader reader = {.how = w->how};
  read_batch(&reader, w->now);
  cli_reader_free(&reader);
  w->now->done = true;
  w->taken++;
}

/* The batch is full: to the workers, and on to the next free one. */
static bool send(cli_workers *w)
{
  if (!w->running) start_threads(w);
  if (!w->running) work_here(w);
  pthread_mutex_lock(&w->lock);
  w->filled++;
  pthread_cond_signal(&w->work);
  if (!w->running) write_ready(w);
  while (w->filled - w->written >= w->slots) pthread_cond_wait(&w->room, &w->lock);
  w->now = &w->ring[w->filled % w->slots];
  const bool good = !w->broken;
  pthread_mutex_unlock(&w->lock);
  return good;
}

bool cli_workers_flush(cli_workers *w)
{
  return !w->now->n || send(w);
}

static bool give_up(cli_workers *w, int why)
{
  pthread_mutex_lock(&w->lock);
  w->broken = true;
  w->why = why;
  pthread_mutex_unlock(&w->lock);
  return false;
}

/* A place for one more, with its path (copied once for a run of equal ones). */
static entry *next_entry(cli_workers *w, const char *path)
{
  batch *b = w->now;
  if (!b->items) b->items = calloc(BATCH_ITEMS, sizeof *b->items);
  if (!b->items) return NULL;
  if (!b->n || strcmp(b->bytes.at + w->path, path) != 0) {
    w->path = b->bytes.len;
    mh_out_bytes(&b->bytes, path, strlen(path) + 1);
  }
  entry *e = &b->items[b->n];
  *e = (entry){.path = w->path};
  return e;
}

/* Count it in, or give the run up for want of memory. */
static bool keep(cli_workers *w)
{
  batch *b = w->now;
  if (b->bytes.status != MH_OK) return give_up(w, ENOMEM);
  b->n++;
  return (b->n < BATCH_ITEMS && b->bytes.len < BATCH_BYTES) || send(w);
}

bool cli_workers_item(cli_workers *w, const cli_item *item)
{
  entry *e = next_entry(w, item->path);
  if (!e) return give_up(w, ENOMEM);
  mh_out *bytes = &w->now->bytes;
  while (bytes->len % 8 && bytes->status == MH_OK) mh_out_char(bytes, '\0');
  e->line = item->is->line;
  e->at = bytes->len;
  mh_intake_pack(bytes, item->is);
  e->len = bytes->len - e->at;
  w->now->input = item->read;
  return keep(w);
}

bool cli_workers_bad(cli_workers *w, const char *path, uint64_t line, const mh_error *err)
{
  entry *e = next_entry(w, path);
  if (!e) return give_up(w, ENOMEM);
  e->line = line;
  e->err = *err;
  return keep(w);
}

/* ---- the end ------------------------------------------------------------------------------ */

static void finish(cli_workers *w)
{
  if (w->now->n && !w->running && !w->broken) { /* one batch: no threads for so little */
    work_here(w);
    pthread_mutex_lock(&w->lock);
    w->filled++;
    write_ready(w);
    pthread_mutex_unlock(&w->lock);
    return;
  }
  if (w->now->n && !w->broken) send(w);
  pthread_mutex_lock(&w->lock);
  w->closed = true;
  pthread_cond_broadcast(&w->work);
  pthread_mutex_unlock(&w->lock);
  for (unsigned i = 0; i < w->running; i++) pthread_join(w->threads[i], NULL);
}

cli_exit cli_workers_end(cli_workers *w, cli_tally *t)
{
  cli_exit end = CLI_OK;
  finish(w);
  if (w->broken) {
    end = w->why == ENOMEM ? CLI_SOFTWARE : CLI_IO;
    if (w->why != EPIPE) cli_say("standard output", "%s", strerror(w->why));
  }
  *t = w->tally;
  for (unsigned i = 0; i < w->slots; i++) {
    mh_out_free(&w->ring[i].bytes);
    mh_out_free(&w->ring[i].out);
    mh_out_free(&w->ring[i].errors);
    free(w->ring[i].items);
  }
  pthread_mutex_destroy(&w->lock);
  pthread_cond_destroy(&w->work);
  pthread_cond_destroy(&w->room);
  free(w->threads);
  free(w->ring);
  free(w);
  return end;
}
