/* cmd_export - all of the store in a form that other programs take.
 *
 * Rows are written as they come out of the store, so memory does not grow with it.
 */
#include "cli.h"

enum { WRITE_AT = 256 << 10 };

typedef struct exporting {
  mh_store *store;
  mh_out out;
  bool csv;
  cli_exit end;
} exporting;

static bool flush(exporting *x)
{
  if (x->out.status != MH_OK) {
    cli_say("export", "%s", mh_status_text(x->out.status));
    x->end = CLI_SOFTWARE;
  } else if (x->out.len) {
    x->end = cli_print(x->out.at, x->out.len);
  }
  mh_out_clear(&x->out);
  return x->end == CLI_OK;
}

/* Go on?  Writes when there is enough to write. */
static bool next(exporting *x)
{
  if (cli_stopped()) x->end = CLI_STOPPED;
  if (x->end != CLI_OK) return false;
  return x->out.len < WRITE_AT && x->out.status == MH_OK ? true : flush(x);
}

static bool put_record(void *user, const char *json, size_t len)
{
  exporting *x = user;
  mh_out_bytes(&x->out, json, len);
  mh_out_char(&x->out, '\n');
  return next(x);
}

static bool put_statement(void *user, const mh_evidence *e)
{
  exporting *x = user;
  const mh_csv_place nowhere = {0};
  if (x->csv)
    mh_csv_statement(&x->out, nowhere, NULL, e);
  else
    mh_jsonl_statement(&x->out, nowhere, NULL, e);
  return next(x);
}

/* ---- what stands in rounds -------------------------------------------------------------- */

static void put_positions(exporting *x, const char *series, const mh_view *v)
{
  size_t n = 0;
  const mh_csv_place place = {series, mh_view_the_round(v)->name};
  const mh_position *p = mh_view_positions(v, &n);
  for (size_t i = 0; i < n; i++)
    for (uint32_t k = 0; k < p[i].n_later; k++) {
      if (x->csv)
        mh_csv_statement(&x->out, place, p[i].topic, p[i].later[k]);
      else
        mh_jsonl_statement(&x->out, place, p[i].topic, p[i].later[k]);
      if (!next(x)) return;
    }
}

static mh_status put_round(exporting *x, const mh_series *s, const mh_round *r,
                           mh_error *err)
{
  mh_view *v = NULL;
  if (!r->n_reports) return MH_OK; /* announced only: nothing was said yet */
  MH_TRY(mh_view_round(&v, x->store, s->name, r->name, err));
  put_positions(x, s->name, v);
  mh_view_free(v);
  return MH_OK;
}

static mh_status put_series(exporting *x, const mh_series *s, bool rounds, mh_error *err)
{
  if (rounds && x->csv) mh_csv_rounds(&x->out, s);
  if (rounds && !x->csv) mh_jsonl_rounds(&x->out, s);
  for (uint32_t i = 0; !rounds && i < s->n_rounds && x->end == CLI_OK; i++)
    MH_TRY(put_round(x, s, &s->rounds[i], err));
  next(x);
  return MH_OK;
}

static mh_status put_dialogues(exporting *x, bool rounds, mh_error *err)
{
  mh_view *all = NULL;
  size_t n = 0;
  mh_status status = mh_view_dialogues(&all, x->store, err);
  if (status != MH_OK) return status;
  const mh_series *s = mh_view_series(all, &n);
  for (size_t i = 0; i < n && status == MH_OK && x->end == CLI_OK; i++)
    status = put_series(x, &s[i], rounds, err);
  mh_view_free(all);
  return status;
}

/* ---- the command --------------------------------------------------------------------------- */

static mh_status put_all(exporting *x, const char *what, mh_error *err)
{
  const bool rounds = strcmp(what, "rounds") == 0;
  if (strcmp(what, "reports") == 0) return mh_store_records(x->store, put_record, x, err);
  if (x->csv && rounds) mh_csv_rounds_head(&x->out);
  if (x->csv && !rounds) mh_csv_statements_head(&x->out);
  if (strcmp(what, "statements") == 0)
    return mh_store_statements(x->store, put_statement, x, err);
  return put_dialogues(x, rounds, err);
}

static cli_exit run(const cli_args *args)
{
  mh_error err = {0};
  exporting x = {.csv = args->to && strcmp(args->to, "csv") == 0};
  const char *what = args->what ? args->what : x.csv ? "statements" : "reports";
  if (!args->to || (x.csv && strcmp(what, "reports") == 0)) {
    cli_say("export", args->to
                          ? "reports have no rows; use --to jsonl, or --what statements"
                          : "name the form: --to jsonl or --to csv");
    return CLI_USAGE;
  }
  const cli_exit opened = cli_store_open(&x.store, args, MH_OPEN_READ);
  if (opened != CLI_OK) return opened;
  cli_catch_stop();
  const mh_status status = put_all(&x, what, &err);
  if (x.end == CLI_OK) flush(&x);
  if (x.end == CLI_OK && status != MH_OK) x.end = cli_say_error("export", &err);
  mh_store_close(x.store);
  mh_out_free(&x.out);
  return x.end;
}

const cli_command cli_export = {
    .name = "export",
    .synopsis = "export --to jsonl|csv [--what W] [--store FILE]",
    .summary = "write the store in other forms",
    .text =
        "Writes the store to standard output.  --what says what of it:\n"
        "  reports     the record of every report (jsonl only; its default)\n"
        "  statements  every statement with its source (the default of csv)\n"
        "  positions   the statements that stand in rounds, by series, round and file\n"
        "  rounds      every round of every series\n"
        "CSV has PLOVER and CAMEO columns and opens in spreadsheets; a field that a\n"
        "spreadsheet would calculate is led by an apostrophe.\n",
    .examples = "  mahdar export --to csv > statements.csv\n"
                "  mahdar export --to jsonl > records.jsonl\n"
                "  mahdar export --to csv --what positions > positions.csv\n",
    .options = CLI_O_STORE | CLI_O_TO | CLI_O_WHAT,
    .least = 0,
    .most = 0,
    .run = run};
