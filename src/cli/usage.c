/* usage - options of all commands in one table, how they are read, and the help that is
 * written from the same table.
 */
#include <stdlib.h>

#include "cli.h"

typedef struct option {
  const char *name, *value; /* value NULL: a switch */
  unsigned bit;
  const char *help;
} option;

static const option options[] = {
    {"--format", "F", CLI_O_FORMAT,
     "auto, text, jsonl, html, docx, pdf, feed, warc or mhtml; else content tells"},
    {"--published", "DATE", CLI_O_PUBLISHED,
     "the day the reports were published (YYYY-MM-DD), over what they say"},
    {"--jobs", "N", CLI_O_JOBS, "threads that read; default: one for each core"},
    {"--store", "FILE", CLI_O_STORE,
     "the store; default: MAHDAR_STORE, else mahdar/mahdar.db in XDG_DATA_HOME"},
    {"--json", NULL, CLI_O_JSON, "JSON on standard output"},
    {"--html", "[FILE]", CLI_O_HTML,
     "one self-contained page, to FILE (--html=FILE) or standard output"},
    {"--lang", "ar|en", CLI_O_LANG,
     "language of labels; default: that of the environment, of --html ar"},
    {"--to", "jsonl|csv", CLI_O_TO, "the form"},
    {"--what", "W", CLI_O_WHAT, "reports, statements, positions or rounds"},
    {"--uncoded", NULL, CLI_O_UNCODED,
     "sentences with an act word and an actor that gave nothing"},
    {"--every", "MINUTES", CLI_O_EVERY, "how often each feed is asked; default 15"},
    {"--once", NULL, CLI_O_ONCE, "one round over the feeds, then the end"},
    {"--after", "PLACE", CLI_O_AFTER,
     "go on behind this report, which an interrupted run has named"},
    {"--allow-private", NULL, CLI_O_NET,
     "addresses of the own network may be asked for as well"},
    {"--contact", "TEXT", CLI_O_NET,
     "where you can be reached, told to servers: an address or a mail"},
    {"--pause", "SECONDS", CLI_O_NET, "between two requests to a host; default 1"},
    {"--proxy", NULL, CLI_O_NET, "go through the proxies that the environment names"},
    {"--ca", "FILE", CLI_O_NET, "trust these authorities (PEM), not the system's"},
    {"--no-progress", NULL, CLI_O_PROGRESS, "no progress on standard error"},
    {"--version", NULL, CLI_O_VERSION, "the version"},
    {"--help", NULL, CLI_O_HELP, "this"}};
enum { N_OPTIONS = sizeof options / sizeof *options };

/* ---- slips of the pen -------------------------------------------------------------- */

static unsigned least(unsigned a, unsigned b)
{
  return a < b ? a : b;
}

/* Letters changed, put in, left out, or two neighbours swapped. */
unsigned cli_distance(const char *a, const char *b)
{
  enum { MOST = 64 };
  unsigned rows[3][MOST + 1];
  const size_t n = strlen(a), m = strlen(b);
  if (n > MOST || m > MOST) return MOST;
  for (size_t k = 0; k <= m; k++) rows[0][k] = (unsigned)k;
  for (size_t i = 1; i <= n; i++) {
    unsigned *now = rows[i % 3], *last = rows[(i - 1) % 3], *before = rows[(i + 1) % 3];
    now[0] = (unsigned)i;
    for (size_t k = 1; k <= m; k++) {
      now[k] = least(least(last[k], now[k - 1]) + 1,
                     last[k - 1] + (a[i - 1] != b[k - 1]));
      if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
        now[k] = least(now[k], before[k - 2] + 1);
    }
  }
  return rows[n % 3][m];
}

static cli_exit unknown(const cli_command *c, const char *name)
{
  const option *near = NULL;
  unsigned best = CLI_NEAR + 1;
  for (int i = 0; i < N_OPTIONS; i++) {
    const unsigned d = cli_distance(name, options[i].name);
    if (!(options[i].bit & (c->options | CLI_O_HELP)) || d >= best) continue;
    best = d;
    near = &options[i];
  }
  if (near)
    cli_say(c->name, "no option %s; did you mean %s?", name, near->name);
  else
    cli_say(c->name, "no option %s; mahdar %s --help lists them", name, c->name);
  return CLI_USAGE;
}

/* ---- values --------------------------------------------------------------------------- */

static cli_exit wrong(const cli_command *c, const char *name, const char *value,
                      const char *wanted)
{
  cli_say(c->name, "%s %s: %s", name, value, wanted);
  return CLI_USAGE;
}

static bool set_format(cli_args *a, const char *v)
{
  static const struct {
    const char *name;
    mh_format format;
  } formats[] = {
      {"auto", MH_FORMAT_AUTO}, {"text", MH_FORMAT_TEXT}, {"jsonl", MH_FORMAT_JSONL},
      {"html", MH_FORMAT_HTML}, {"docx", MH_FORMAT_DOCX}, {"pdf", MH_FORMAT_PDF},
      {"feed", MH_FORMAT_FEED}, {"warc", MH_FORMAT_WARC}, {"mhtml", MH_FORMAT_MHTML}};
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
    if (strcmp(v, formats[i].name) != 0) continue;
    a->format = formats[i].format;
    return true;
  }
  return false;
}

static bool set_published(cli_args *a, const char *v)
{
  mh_day day;
  a->published = v;
  return strlen(v) == 10 && mh_day_parse(&day, v, 10) && mh_day_valid(day);
}

static bool set_jobs(cli_args *a, const char *v)
{
  unsigned n = 0;
  for (; *v >= '0' && *v <= '9' && n < 1000; v++) n = 10 * n + (unsigned)(*v - '0');
  a->jobs = n;
  return !*v && n >= 1 && n <= 256;
}

static bool set_lang(cli_args *a, const char *v)
{
  a->arabic = strcmp(v, "ar") == 0;
  a->lang_given = true;
  return a->arabic || strcmp(v, "en") == 0;
}

/* A number, as "0.5", up to 100000; false when it is none. */
static bool number(double *out, const char *v)
{
  char *end;
  if (!((*v >= '0' && *v <= '9') || *v == '.')) return false;
  *out = strtod(v, &end);
  return !*end && *out >= 0 && *out <= 100000;
}

/* Options that share one bit. */
static cli_exit set_net(cli_args *a, const cli_command *c, const option *o, const char *v)
{
  switch (o->name[2]) {
  case 'a': a->allow_private = true; break;
  case 'p':
    if (!o->value) {
      a->proxy = true;
      break;
    }
    if (!number(&a->pause, v)) return wrong(c, o->name, v, "a number is wanted");
    if (a->pause == 0) a->pause = -1; /* none at all */
    break;
  default: *(strcmp(o->name, "--ca") == 0 ? &a->ca : &a->contact) = v;
  }
  return CLI_OK;
}

static bool is_one_of(const char *v, const char *const *these)
{
  while (*these && strcmp(v, *these) != 0) these++;
  return *these != NULL;
}

static cli_exit set(cli_args *a, const cli_command *c, const option *o, const char *v)
{
  static const char *const forms[] = {"jsonl", "csv", NULL};
  static const char *const whats[] = {"reports", "statements", "positions", "rounds",
                                      NULL};
  switch (o->bit) {
  case CLI_O_HELP: a->help = true; break;
  case CLI_O_VERSION: a->version = true; break;
  case CLI_O_JSON: a->json = true; break;
  case CLI_O_AFTER: a->after = v; break;
  case CLI_O_PROGRESS: a->no_progress = true; break;
  case CLI_O_UNCODED: a->uncoded = true; break;
  case CLI_O_HTML: a->html = v; break;
  case CLI_O_ONCE: a->once = true; break;
  case CLI_O_EVERY:
    if (!number(&a->every, v) || a->every == 0)
      return wrong(c, o->name, v, "minutes are wanted");
    break;
  case CLI_O_NET: return set_net(a, c, o, v);
  case CLI_O_STORE:
    a->store = v;
    if (!*v) return wrong(c, o->name, v, "a file is wanted");
    break;
  case CLI_O_FORMAT:
    if (!set_format(a, v))
      return wrong(c, o->name, v,
                   "auto, text, jsonl, html, docx, pdf, feed, warc or mhtml is wanted");
    break;
  case CLI_O_PUBLISHED:
    if (!set_published(a, v)) return wrong(c, o->name, v, "a day is wanted: YYYY-MM-DD");
    break;
  case CLI_O_JOBS:
    if (!set_jobs(a, v)) return wrong(c, o->name, v, "a number from 1 to 256 is wanted");
    break;
  case CLI_O_LANG:
    if (!set_lang(a, v)) return wrong(c, o->name, v, "ar or en is wanted");
    break;
  case CLI_O_TO:
    a->to = v;
    if (!is_one_of(v, forms)) return wrong(c, o->name, v, "jsonl or csv is wanted");
    break;
  default:
    a->what = v;
    if (!is_one_of(v, whats))
      return wrong(c, o->name, v, "reports, statements, positions or rounds is wanted");
  }
  return CLI_OK;
}

/* ---- arguments --------------------------------------------------------------------------- */

static const option *find(const cli_command *c, const char *name, size_t len)
{
  for (int i = 0; i < N_OPTIONS; i++)
    if (strlen(options[i].name) == len && memcmp(options[i].name, name, len) == 0 &&
        (options[i].bit & (c->options | CLI_O_HELP)))
      return &options[i];
  return NULL;
}

static bool ends_in(const char *text, const char *end)
{
  const size_t n = strlen(text), m = strlen(end);
  return n >= m && strcmp(text + n - m, end) == 0;
}

/* May this argument be the file of --html?  A series never looks like one. */
static bool is_page(const char *arg)
{
  return arg && (strcmp(arg, "-") == 0 || ends_in(arg, ".html") || ends_in(arg, ".htm"));
}

/* Language of the environment, as gettext has it. */
static bool environment_is_arabic(void)
{
  static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
  for (int i = 0; i < 3; i++) {
    const char *v = getenv(names[i]);
    if (v && *v) return strncmp(v, "ar", 2) == 0;
  }
  return false;
}

/* One option at argv[*i]; its value may be the next argument. */
static cli_exit take(cli_args *a, const cli_command *c, int argc, char **argv, int *i)
{
  const char *arg = strcmp(argv[*i], "-h") == 0 ? "--help" : argv[*i];
  const char *equals = strchr(arg, '=');
  const size_t len = equals ? (size_t)(equals - arg) : strlen(arg);
  const option *o = find(c, arg, len);
  if (!o) return unknown(c, arg);
  const char *value = equals ? equals + 1 : NULL;
  if (!o->value && value) return wrong(c, o->name, value, "takes no value");
  if (o->bit == CLI_O_HTML) {
    if (!value) value = *i + 1 < argc && is_page(argv[*i + 1]) ? argv[++*i] : "-";
  } else if (o->value && !value) {
    if (*i + 1 >= argc) return wrong(c, o->name, o->value, "the value is missing");
    value = argv[++*i];
  }
  return set(a, c, o, value);
}

cli_exit cli_parse(cli_args *out, const cli_command *c, int argc, char **argv)
{
  bool only_rest = false;
  *out = (cli_args){.arabic = environment_is_arabic(), .rest = (const char **)argv};
  for (int i = 0; i < argc; i++) {
    const char *arg = argv[i];
    if (only_rest || arg[0] != '-' || !arg[1]) {
      out->rest[out->n_rest++] = arg;
    } else if (strcmp(arg, "--") == 0) {
      only_rest = true;
    } else {
      const cli_exit end = take(out, c, argc, argv, &i);
      if (end != CLI_OK) return end;
    }
  }
  if (out->help || (out->n_rest >= c->least && (c->most < 0 || out->n_rest <= c->most)))
    return CLI_OK;
  cli_say(c->name, "%s; usage: mahdar %s",
          out->n_rest < c->least ? "something is missing" : "there is too much",
          c->synopsis);
  return CLI_USAGE;
}

/* ---- help ------------------------------------------------------------------------------------ */

static void put_option(mh_out *o, const option *one)
{
  const size_t before = o->len;
  mh_out_text(o, "  ");
  mh_out_text(o, one->name);
  if (one->value) {
    mh_out_char(o, one->value[0] == '[' ? '=' : ' ');
    mh_out_text(o, one->value);
  }
  while (o->status == MH_OK && o->len - before < 22) mh_out_char(o, ' ');
  mh_out_text(o, one->help);
  mh_out_char(o, '\n');
}

void cli_help(mh_out *o, const cli_command *c)
{
  mh_out_text(o, "usage: mahdar ");
  mh_out_text(o, c->synopsis);
  mh_out_text(o, "\n\n");
  mh_out_text(o, c->text);
  mh_out_text(o, "\noptions\n");
  for (int i = 0; i < N_OPTIONS; i++)
    if (options[i].bit & (c->options | CLI_O_HELP)) put_option(o, &options[i]);
  mh_out_text(o, "\nexamples\n");
  mh_out_text(o, c->examples);
}
