/* cmd_dialogues - which dialogues the store knows, and their rounds. */
#include "cli.h"

static cli_exit run(const cli_args *args)
{
  mh_store *store = NULL;
  mh_view *v = NULL;
  mh_error err = {0};
  cli_exit end = cli_store_open(&store, args, MH_OPEN_READ);
  if (end != CLI_OK) return end;
  if (mh_view_dialogues(&v, store, &err) != MH_OK)
    end = cli_say_error("dialogues", &err);
  else
    end = args->json ? cli_print_json(v) : cli_print_view(v, args, cli_render_dialogues);
  mh_store_close(store);
  return end;
}

const cli_command cli_dialogues = {
    .name = "dialogues",
    .synopsis = "dialogues [--store FILE] [--lang ar|en] [--json]",
    .summary = "list the dialogues and their rounds",
    .text = "Lists every series of meetings in the store with its rounds: number, date, "
            "place,\n"
            "how many reports tell of it and how many positions stand in them.  The name "
            "of a\n"
            "series, and the round after @, is what `show` and `compare` take.\n",
    .examples = "  mahdar dialogues\n"
                "  mahdar dialogues --lang ar\n"
                "  mahdar dialogues --json\n",
    .options = CLI_O_STORE | CLI_O_LANG | CLI_O_JSON,
    .least = 0,
    .most = 0,
    .run = run};
