/* cmd_read - reports in, records out, one a line, in the order in which they came in.
 *
 * With one job everything happens here, without a thread: a report is read where it lies in
 * the input's buffer and its record goes straight into the output's.
 */
#include <errno.h>
#include <unistd.h>

#include "cli.h"

enum { WRITE_AT = 256 << 10 };

static cli_how how(const cli_args *args, cli_form form)
{
  return (cli_how){.published = args->published, .form = form};
}

/* The place of the last report, which the caller frees, when the run was stopped. */
static void keep_place(mh_out *place, cli_input *in, bool whole)
{
  if (!whole) *place = in->place, in->place = (mh_out){0};
  cli_input_free(in);
}

/* ---- one job --------------------------------------------------------------------------- */

typedef struct single {
  cli_reader reader;
  mh_out out, errors;
  cli_tally tally;
  cli_progress *progress;
  const cli_input *input;
  cli_exit end;
} single;

static void tell_errors(single *s)
{
  if (!s->errors.len) return;
  cli_progress_clear(s->progress);
  cli_write(STDERR_FILENO, s->errors.at, s->errors.len);
  mh_out_clear(&s->errors);
}

static bool flush(void *user)
{
  single *s = user;
  if (s->out.len) s->end = cli_print(s->out.at, s->out.len);
  mh_out_clear(&s->out);
  tell_errors(s);
  return s->end == CLI_OK;
}

static bool read_one(void *user, const cli_item *item)
{
  single *s = user;
  cli_reader_record(&s->reader, item, &s->out, &s->errors, &s->tally);
  if (s->progress->on)
    cli_progress_bytes(s->progress, s->tally.reports, s->input->bytes_read);
  return s->out.len < WRITE_AT ? (tell_errors(s), true) : flush(s);
}

static bool bad_one(void *user, const char *path, uint64_t line, const mh_error *err)
{
  single *s = user;
  cli_complaint(&s->errors, path, line, err);
  if (err->code == MH_ENOINPUT)
    s->tally.missing++;
  else
    s->tally.failed++;
  tell_errors(s);
  return true;
}

static cli_exit read_alone(const cli_args *args, cli_form form, cli_progress *progress,
                           cli_tally *tally, mh_out *place)
{
  single s = {.reader.how = how(args, form), .progress = progress};
  cli_input in = {.format = args->format,
                  .args = args,
                  .user = &s,
                  .item = read_one,
                  .bad = bad_one,
                  .idle = flush};
  s.input = &in;
  const bool whole = cli_input_walk(&in, args->rest, args->n_rest);
  keep_place(place, &in, whole);
  if (s.end == CLI_OK) flush(&s);
  if (!whole && s.end == CLI_OK) s.end = CLI_STOPPED;
  *tally = s.tally;
  cli_reader_free(&s.reader);
  mh_out_free(&s.out);
  mh_out_free(&s.errors);
  return s.end;
}

/* ---- many jobs -------------------------------------------------------------------------- */

static bool give(void *user, const cli_item *item)
{
  return cli_workers_item(user, item);
}

static bool give_bad(void *user, const char *path, uint64_t line, const mh_error *err)
{
  return cli_workers_bad(user, path, line, err);
}

static bool give_all(void *user)
{
  return cli_workers_flush(user);
}

static cli_exit read_together(const cli_args *args, cli_form form, unsigned jobs,
                              cli_progress *progress, cli_tally *tally, mh_out *place)
{
  cli_workers *w = cli_workers_new(jobs, how(args, form), progress);
  if (!w) {
    cli_say("read", "no memory");
    return CLI_SOFTWARE;
  }
  cli_input in = {.format = args->format,
                  .args = args,
                  .user = w,
                  .item = give,
                  .bad = give_bad,
                  .idle = give_all};
  const bool whole = cli_input_walk(&in, args->rest, args->n_rest);
  keep_place(place, &in, whole);
  const cli_exit end = cli_workers_end(w, tally);
  return end == CLI_OK && !whole ? CLI_STOPPED : end;
}

/* ---- the command -------------------------------------------------------------------------- */

static unsigned cores(void)
{
  const long n = sysconf(_SC_NPROCESSORS_ONLN);
  return n < 1 ? 1 : n > 256 ? 256 : (unsigned)n;
}

static void say_stopped(const cli_tally *t, const mh_out *place)
{
  const unsigned long long n = t->reports;
  if (place->len && place->status == MH_OK)
    cli_say("read", "interrupted after %llu reports; to go on behind them: --after '%s'",
            n, place->at);
  else
    cli_say("read", "interrupted after %llu reports", n);
}

cli_exit cli_read_all(const cli_args *args, cli_form form)
{
  cli_progress progress;
  cli_tally tally = {0};
  const unsigned jobs = args->jobs ? args->jobs : cores();
  cli_progress_start(&progress, args, 0);
  if (progress.on) progress.total = cli_input_size(args->rest, args->n_rest);
  cli_catch_stop();
  mh_out place = {0};
  const cli_exit end = jobs == 1
                           ? read_alone(args, form, &progress, &tally, &place)
                           : read_together(args, form, jobs, &progress, &tally, &place);
  cli_progress_clear(&progress);
  if (end == CLI_STOPPED) say_stopped(&tally, &place);
  mh_out_free(&place);
  if (end != CLI_OK) return end;
  const uint64_t bad = tally.failed + tally.missing;
  if (bad && bad + tally.reports > 1)
    cli_say("read", "%llu read, %llu could not be read",
            (unsigned long long)tally.reports, (unsigned long long)bad);
  return cli_tally_exit(&tally);
}

static cli_exit run(const cli_args *args)
{
  return cli_read_all(args, !args->uncoded ? CLI_RECORD
                            : args->json   ? CLI_UNCODED_JSON
                                           : CLI_UNCODED);
}

const cli_command cli_read = {
    .name = "read",
    .synopsis = "read [--format F] [--published DATE] [--jobs N] [--uncoded [--json]] "
                "PATH... or -",
    .summary = "read reports, print their records; keeps nothing",
    .text =
        "Reads reports and prints what is in them as mahdar.record/1, one JSON object a\n"
        "line, in the order of the input.  PATH is a web page, a text as copied from "
        "one, "
        "a\n"
        "Word document or a PDF; what holds many: JSON Lines, a feed, a web archive "
        "(WARC),\n"
        "a ZIP or tar; any of these packed with gzip; or a folder of all that; - is "
        "standard\n"
        "input.  Each is known by its content.  What cannot be read is named on "
        "standard\n"
        "error; all the rest is done (exit 65).\n"
        "\n"
        "Interrupted (Ctrl-C), it says behind which report it stopped; with --after and "
        "that\n"
        "place, and the same inputs, another run goes on there.  What was printed is "
        "whole.\n"
        "\n"
        "With --uncoded: what was not read.  Each sentence that holds an act word and "
        "an\n"
        "actor and gave no statement, as a line of five fields parted by tabs: report\n"
        "(PATH, with :LINE of JSON Lines), START-END in code points of the report's "
        "text,\n"
        "act word, nearest actor, sentence.  With --json as mahdar.uncoded/1, one object "
        "a\n"
        "line, with the report's id, the word's form (verb, participle, noun) and act, "
        "and\n"
        "the actor's codes.\n",
    .examples = "  mahdar read page.txt\n"
                "  mahdar read --published 2022-01-28 page.txt\n"
                "  mahdar read archive/ > records.jsonl\n"
                "  mahdar read --uncoded archive/ | shuf -n 50\n"
                "  mahdar read news.warc.gz > records.jsonl\n"
                "  curl -s https://example.org/story | mahdar read -\n",
    .options = CLI_O_AFTER | CLI_O_NET | CLI_O_FORMAT | CLI_O_PUBLISHED | CLI_O_JOBS |
               CLI_O_PROGRESS | CLI_O_JSON | CLI_O_UNCODED,
    .least = 1,
    .most = -1,
    .run = run};
