/* cmd_rebuild - every kept report read again with the reader of today. */
#include "../store/store.h"
#include "cli.h"

/* What is kept is as foreign as on the day it came: it goes through the intake again. */
typedef struct again {
  mh_intake *intake;
  mh_report *report;
  char *json;
} again;

/* The one item that a kept report gives. */
static mh_status find(const mh_intake_item **out, mh_intake *in, mh_error *err)
{
  mh_status st;
  do st = mh_intake_next(out, in, err);
  while (st == MH_EBUSY && !cli_stopped());
  if (st != MH_OK) return st == MH_EBUSY ? MH_EIO : st;
  if (!*out) return mh_fail(err, MH_EEMPTY, 0, "nothing to read in it");
  if ((*out)->article) return MH_OK;
  *err = (*out)->err;
  return err->code;
}

static mh_status read_kept(void *user, const mh_report **r, const char **json,
                           size_t *json_len, mh_format format, const mh_source *source,
                           const void *bytes, size_t len, mh_error *err)
{
  again *x = user;
  const mh_intake_item *item;
  const mh_intake_ask ask = {
      .format = format, .url = source->url, .charset = source->charset};
  mh_text_free(x->json);
  x->json = NULL;
  if (!x->report) MH_TRY(mh_report_new(&x->report, err));
  MH_TRY(mh_intake_bytes(x->intake, bytes, len, &ask, err));
  MH_TRY(find(&item, x->intake, err));
  MH_TRY(mh_read_article(x->report, mh_lexicon_builtin(), source, item->article, err));
  MH_TRY(mh_report_json(&x->json, json_len, x->report, err));
  *r = x->report;
  *json = x->json;
  return MH_OK;
}

static bool show(void *user, uint64_t done, uint64_t total)
{
  cli_progress *p = user;
  p->total = total;
  cli_progress_count(p, done);
  return !cli_stopped();
}

static cli_exit rebuild(mh_store *store, const cli_args *args, uint64_t *done)
{
  mh_error err = {0};
  cli_progress p;
  cli_progress_start(&p, args, 0);
  cli_catch_stop();
  again x = {0};
  mh_status status = mh_intake_open(&x.intake, &err);
  if (status == MH_OK)
    status = mh_store_reread(done, store, read_kept, &x, show, &p, &err);
  mh_intake_close(x.intake);
  mh_report_free(x.report);
  mh_text_free(x.json);
  cli_progress_clear(&p);
  if (status != MH_OK) return cli_say_error("rebuild", &err);
  if (!cli_stopped() || *done >= p.total) return CLI_OK;
  cli_say("rebuild", "interrupted; the store is as it was");
  return CLI_STOPPED;
}

static cli_exit run(const cli_args *args)
{
  mh_store *store = NULL;
  mh_out o = {0};
  uint64_t done = 0;
  cli_exit end = cli_store_open(&store, args, MH_OPEN_WRITE);
  if (end != CLI_OK) return end;
  end = rebuild(store, args, &done);
  mh_store_close(store);
  if (end != CLI_OK) return end;
  if (args->json)
    mh_out_text(&o, "{\"schema\":\"mahdar.rebuilt/1\",\"reports\":");
  else
    mh_out_text(&o, "read again: ");
  mh_out_uint(&o, done);
  mh_out_text(&o, args->json ? "}\n" : done == 1 ? " report\n" : " reports\n");
  return cli_print_out(&o);
}

const cli_command cli_rebuild = {
    .name = "rebuild",
    .synopsis = "rebuild [--store FILE] [--json] [--no-progress]",
    .summary = "read every kept report again",
    .text =
        "Reads every kept report again with this version's reader and derives rounds "
        "and\n"
        "positions anew.  Reports as received and people's decisions stay as they are.\n"
        "Interrupted, it leaves the store as it was.\n",
    .examples = "  mahdar rebuild\n"
                "  mahdar rebuild --store kuwait.db --json\n",
    .options = CLI_O_STORE | CLI_O_JSON | CLI_O_PROGRESS,
    .least = 0,
    .most = 0,
    .run = run};
