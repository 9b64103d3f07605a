/* main - the table of commands, and which of them is meant. */
#include <errno.h>
#include <signal.h>
#include <unistd.h>

#include "cli.h"

static const cli_command *const commands[] = {
    &cli_read,    &cli_page,   &cli_add,     &cli_dialogues, &cli_show,
    &cli_compare, &cli_export, &cli_rebuild, &cli_copies,    &cli_watch};
enum { N_COMMANDS = sizeof commands / sizeof *commands };

static const char short_help[] =
    "mahdar reads Arabic reports of diplomatic dialogues, keeps the register of what "
    "was\n"
    "said and agreed with the exact words as evidence, and compares two rounds.\n"
    "\n"
    "usage: mahdar COMMAND [OPTION...] [ARGUMENT...]\n"
    "\n";

static cli_exit print_help(void)
{
  mh_out o = {0};
  mh_out_text(&o, short_help);
  for (int i = 0; i < N_COMMANDS; i++)
    mh_out_fmt(&o, "  %-11s%s\n", commands[i]->name, commands[i]->summary);
  mh_out_fmt(&o, "  %-11s%s\n", "help", "explain a command: mahdar help compare");
  mh_out_text(&o, "\nEvery command takes --help.  The manual: man mahdar\n");
  return cli_print_out(&o);
}

static cli_exit print_version(void)
{
  mh_out o = {0};
  mh_out_text(&o, "mahdar ");
  mh_out_text(&o, mh_version());
  mh_out_char(&o, '\n');
  return cli_print_out(&o);
}

static const cli_command *find(const char *name)
{
  for (int i = 0; i < N_COMMANDS; i++)
    if (strcmp(commands[i]->name, name) == 0) return commands[i];
  return NULL;
}

static cli_exit unknown(const char *name)
{
  const char *near = NULL;
  unsigned best = CLI_NEAR + 1;
  for (int i = 0; i < N_COMMANDS; i++) {
    const unsigned d = cli_distance(name, commands[i]->name);
    if (d < best) best = d, near = commands[i]->name;
  }
  if (near)
    cli_say(name, "no such command; did you mean %s?", near);
  else
    cli_say(name, "no such command; `mahdar help` lists them");
  return CLI_USAGE;
}

static cli_exit explain(const cli_command *c)
{
  mh_out o = {0};
  cli_help(&o, c);
  return cli_print_out(&o);
}

static cli_exit run(int argc, char **argv)
{
  cli_args args;
  const char *name = argc > 1 ? argv[1] : "help";
  if (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0) return print_version();
  if (strcmp(name, "help") == 0 || strcmp(name, "--help") == 0 ||
      strcmp(name, "-h") == 0) {
    if (argc < 3) return print_help();
    const cli_command *asked = find(argv[2]);
    return asked ? explain(asked) : unknown(argv[2]);
  }
  const cli_command *c = find(name);
  if (!c) return unknown(name);
  const cli_exit end = cli_parse(&args, c, argc - 2, argv + 2);
  if (end != CLI_OK) return end;
  return args.help ? explain(c) : c->run(&args);
}

int main(int argc, char **argv)
{
  signal(SIGPIPE, SIG_IGN); /* a closed pipe is seen where we write */
  const cli_exit end = run(argc, argv);
  /* Some file systems tell of a full disk only here. */
  if (close(STDOUT_FILENO) != 0 && errno != EBADF && end == CLI_OK) {
    cli_say("standard output", "%s", strerror(errno));
    return CLI_IO;
  }
  return end;
}
