/* cmd_compare - two rounds of a dialogue side by side: on the terminal, as JSON, as a page. */
#include "cli.h"

static cli_exit print_page(mh_view *v, const cli_args *args)
{
  char *page = NULL;
  size_t len = 0;
  mh_error err = {0};
  cli_exit end;
  /* the page is for Arabic readers unless another language is asked for by name */
  const bool arabic = args->arabic || !args->lang_given;
  const mh_status status = mh_view_html(&page, &len, v, arabic ? "ar" : "en", &err);
  mh_view_free(v);
  if (status != MH_OK) return cli_say_error("page", &err);
  if (strcmp(args->html, "-") == 0)
    end = cli_print(page, len);
  else
    end = cli_write_file(args->html, page, len);
  mh_text_free(page);
  return end;
}

static cli_exit compare(mh_store *store, const cli_args *args, const char *name)
{
  mh_view *v = NULL;
  mh_error err = {0};
  const char *earlier = args->n_rest == 3 ? cli_round_name(args->rest[1]) : NULL;
  const char *later = args->n_rest == 3 ? cli_round_name(args->rest[2]) : NULL;
  const mh_status status = mh_view_compare(&v, store, name, earlier, later, &err);
  if (status == MH_ENOTFOUND) return cli_say_not_found(store, name, NULL, &err);
  if (status != MH_OK) return cli_say_error(args->rest[0], &err);
  if (args->html) return print_page(v, args);
  return args->json ? cli_print_json(v) : cli_print_view(v, args, cli_render_compare);
}

static cli_exit run(const cli_args *args)
{
  char name[256];
  const char *round;
  mh_store *store = NULL;
  if (args->n_rest == 2 || (args->html && args->json)) {
    cli_say("compare", args->n_rest == 2 ? "name both rounds, the earlier first, or none"
                                         : "--html or --json, not both");
    return CLI_USAGE;
  }
  if (!cli_series_name(name, &round, args->rest[0]) || round) {
    cli_say(args->rest[0], "a series is wanted, its rounds as arguments of their own");
    return CLI_USAGE;
  }
  cli_exit end = cli_store_open(&store, args, MH_OPEN_READ);
  if (end != CLI_OK) return end;
  end = compare(store, args, name);
  mh_store_close(store);
  return end;
}

const cli_command cli_compare = {
    .name = "compare",
    .synopsis = "compare [--json | --html[=FILE]] [--lang ar|en] SERIES [EARLIER LATER]",
    .summary = "lay two rounds side by side",
    .text =
        "Lays two rounds of a dialogue side by side, by default the last two held.  "
        "Every\n"
        "position is reaffirmed, advanced (the later act binds more), new or not found\n"
        "again.  Not found again means: not found in the reports read.\n"
        "--html writes one page that needs nothing else: to look at, print and send "
        "on.\n",
    .examples =
        "  mahdar compare KWT-USA/strategic-dialogue\n"
        "  mahdar compare KWT-USA/strategic-dialogue 4 5 --lang ar\n"
        "  mahdar compare KWT-USA/strategic-dialogue --html=rounds.html\n"
        "  mahdar compare KWT-USA/strategic-dialogue 2020-11-24 2022-01-26 --json\n",
    .options = CLI_O_STORE | CLI_O_JSON | CLI_O_HTML | CLI_O_LANG,
    .least = 1,
    .most = 3,
    .run = run};
