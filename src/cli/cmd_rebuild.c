/* cmd_rebuild - every kept report read again with the reader of today. */
#include "cli.h"

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
  const mh_status status = mh_store_rebuild(done, store, mh_lexicon_builtin(), show, &p,
                                            &err);
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
