/* addresses - how the fetch room is to ask, from the options and the environment. */
#include <stdlib.h>

#include "cli.h"

static bool go_on(void *user)
{
  (void)user;
  return !cli_stopped();
}

static const char *variable(const char *name, const char *other, const char *all)
{
  const char *v = getenv(name);
  if (!v || !*v) v = other ? getenv(other) : NULL;
  if (!v || !*v) v = all ? getenv(all) : NULL;
  return v && *v ? v : NULL;
}

/* HTTP_PROXY in capitals is not looked at: a web server sets it from what strangers send. */
static void set_proxies(mh_fetch_how *how)
{
  how->http_proxy = variable("http_proxy", NULL, "all_proxy");
  how->https_proxy = variable("https_proxy", "HTTPS_PROXY", "all_proxy");
  how->no_proxy = variable("no_proxy", "NO_PROXY", NULL);
}

void cli_fetch_how(mh_fetch_how *out, const cli_args *args)
{
  *out = (mh_fetch_how){.contact = args->contact,
                        .ca_file = args->ca,
                        .pause = args->pause,
                        .allow_private = args->allow_private,
                        .go_on = go_on};
  if (args->proxy) set_proxies(out);
}

cli_exit cli_fetch_open(mh_fetch **out, const mh_fetch_how *how)
{
  mh_error err = {0};
  if (mh_fetch_open(out, how, &err) == MH_OK) return CLI_OK;
  return cli_say_error("network", &err);
}
