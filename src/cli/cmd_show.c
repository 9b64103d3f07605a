/* cmd_show - what was said in one round, by file, with quotations and sources. */
#include "cli.h"

static cli_exit show(mh_store *store, const cli_args *args)
{
  char name[256];
  const char *round;
  mh_view *v = NULL;
  mh_error err = {0};
  if (!cli_series_name(name, &round, args->rest[0])) {
    cli_say(args->rest[0], "no name of a series");
    return CLI_USAGE;
  }
  const mh_status status = mh_view_round(&v, store, name, round, &err);
  if (status == MH_ENOTFOUND) return cli_say_not_found(store, name, round, &err);
  if (status != MH_OK) return cli_say_error(args->rest[0], &err);
  return args->json ? cli_print_json(v) : cli_print_view(v, args, cli_render_round);
}

static cli_exit run(const cli_args *args)
{
  mh_store *store = NULL;
  cli_exit end = cli_store_open(&store, args, MH_OPEN_READ);
  if (end != CLI_OK) return end;
  end = show(store, args);
  mh_store_close(store);
  return end;
}

const cli_command cli_show = {
    .name = "show",
    .synopsis = "show [--store FILE] [--lang ar|en] [--json] SERIES[@ROUND]",
    .summary = "show what was said in one round",
    .text =
        "Shows the positions of a round by file, each with who said it, the exact words "
        "and\n"
        "where they stand.  ROUND is its number (5), its date (2022-01-26) or its year;\n"
        "without it the last round that was held.\n",
    .examples = "  mahdar show KWT-USA/strategic-dialogue\n"
                "  mahdar show KWT-USA/strategic-dialogue@4\n"
                "  mahdar show usa-kwt/strategic-dialogue@2020-11-24 --lang ar\n",
    .options = CLI_O_STORE | CLI_O_LANG | CLI_O_JSON,
    .least = 1,
    .most = 1,
    .run = run};
