/* stores - which store is meant, which series, and what there is when it is not found. */
#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <unistd.h>

#include "cli.h"

enum { SERIES_MAX = 256, CODES_MAX = 16, NAMED = 6 };

/* ---- the store's file ------------------------------------------------------------------ */

static const char *home(void)
{
  const char *h = getenv("HOME");
  if (h && *h) return h;
  const struct passwd *p = getpwuid(getuid());
  return p ? p->pw_dir : NULL;
}

/* $XDG_DATA_HOME/mahdar/mahdar.db; the variable counts only when it is a full path. */
static bool default_path(mh_out *o)
{
  const char *data = getenv("XDG_DATA_HOME");
  if (data && data[0] == '/') {
    mh_out_text(o, data);
  } else {
    const char *h = home();
    if (!h) return false;
    mh_out_text(o, h);
    mh_out_text(o, "/.local/share");
  }
  mh_out_text(o, "/mahdar/mahdar.db");
  return o->status == MH_OK;
}

static bool is_server(const char *path)
{
  return strncmp(path, "postgresql:", 11) == 0 || strncmp(path, "postgres:", 9) == 0;
}

static cli_exit open_at(mh_store **out, const char *path, mh_open_mode mode)
{
  mh_error err = {0};
  if (is_server(path)) {
    cli_say(path, "this program keeps stores in files (SQLite) only");
    return CLI_UNAVAILABLE;
  }
  if (mh_store_open(out, path, mode, &err) == MH_OK) return CLI_OK;
  if (err.code == MH_ENOINPUT) {
    cli_say(path, "there is no store; `mahdar add` makes one");
    return CLI_NOINPUT;
  }
  return cli_say_error(path, &err);
}

cli_exit cli_store_open(mh_store **out, const cli_args *args, mh_open_mode mode)
{
  mh_out path = {0};
  const char *from = getenv("MAHDAR_STORE");
  if (args->store) return open_at(out, args->store, mode);
  if (from && *from) return open_at(out, from, mode);
  cli_exit end = CLI_USAGE;
  if (default_path(&path))
    end = open_at(out, path.at, mode);
  else
    cli_say("store", "no home folder is known; name the store with --store");
  mh_out_free(&path);
  return end;
}

/* ---- names of series --------------------------------------------------------------------- */

static char upper(char c)
{
  return c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
}

static char lower(char c)
{
  return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static int by_name(const void *a, const void *b)
{
  return strcmp(*(char *const *)a, *(char *const *)b);
}

/* "usa-kwt" becomes "KWT-USA", in place. */
static bool sort_codes(char *codes)
{
  char copy[SERIES_MAX], *at[CODES_MAX];
  size_t n = 0;
  strcpy(copy, codes);
  for (char *p = copy, *next; p; p = next) {
    next = strchr(p, '-');
    if (next) *next++ = '\0';
    if (n == CODES_MAX) return false;
    at[n++] = p;
  }
  qsort(at, n, sizeof *at, by_name);
  for (size_t i = 0; i < n; i++) {
    if (i) *codes++ = '-';
    const size_t len = strlen(at[i]);
    memcpy(codes, at[i], len);
    codes += len;
  }
  return true;
}

bool cli_series_name(char *name, const char **round, const char *text)
{
  const char *at = strchr(text, '@');
  const size_t len = at ? (size_t)(at - text) : strlen(text);
  *round = at && at[1] ? at + 1 : NULL;
  if (len >= SERIES_MAX) return false;
  memcpy(name, text, len);
  name[len] = '\0';
  char *slash = strchr(name, '/');
  for (char *p = name; *p && p != slash; p++) *p = upper(*p);
  for (char *p = slash; p && *p; p++) *p = lower(*p);
  if (slash) *slash = '\0';
  const bool good = sort_codes(name);
  if (slash) *slash = '/';
  return good;
}

const char *cli_round_name(const char *text)
{
  return text && text[0] == '@' ? text + 1 : text;
}

/* ---- what there is -------------------------------------------------------------------------- */

/* Smaller is nearer: letters that differ, less when the parties are the same. */
static unsigned farness(const char *wanted, const char *have)
{
  const char *slash = strchr(have, '/');
  const size_t parties = slash ? (size_t)(slash - have) : strlen(have);
  const bool same = strncmp(wanted, have, parties) == 0;
  return same ? 0 : cli_distance(wanted, have);
}

static void name_rounds(mh_out *o, const mh_series *s)
{
  mh_out_text(o, "; its rounds: ");
  for (uint32_t i = 0; i < s->n_rounds; i++) {
    mh_out_text(o, i ? ", " : "");
    mh_out_text(o, s->rounds[i].name);
    if (s->rounds[i].date && strcmp(s->rounds[i].date, s->rounds[i].name) != 0)
      mh_out_fmt(o, " (%s)", s->rounds[i].date);
    if (s->rounds[i].next) mh_out_text(o, " (announced)");
  }
}

/* The nearest few, nearest first. */
static void name_series(mh_out *o, const mh_series *s, size_t n, const char *wanted)
{
  size_t told = 0;
  for (unsigned far = 0; far <= 64 && told < NAMED; far++)
    for (size_t i = 0; i < n && told < NAMED; i++) {
      if (farness(wanted, s[i].name) != far) continue;
      mh_out_text(o, told++ ? ", " : n > NAMED ? "; the nearest are " : "; there are ");
      mh_out_text(o, s[i].name);
    }
  if (!n) mh_out_text(o, "; the store holds no dialogues");
}

cli_exit cli_say_not_found(mh_store *s, const char *series, const char *round,
                           const mh_error *err)
{
  mh_view *all = NULL;
  mh_out why = {0};
  size_t n = 0;
  const mh_series *found = NULL;
  if (mh_view_dialogues(&all, s, NULL) != MH_OK) return cli_say_error(series, err);
  const mh_series *list = mh_view_series(all, &n);
  for (size_t i = 0; i < n; i++)
    if (strcmp(list[i].name, series) == 0) found = &list[i];
  mh_out_text(&why,
              found ? err->text[0] ? err->text : "no such round" : "no such series");
  if (found)
    name_rounds(&why, found);
  else
    name_series(&why, list, n, series);
  mh_out what = {0};
  mh_out_text(&what, series);
  if (round) mh_out_fmt(&what, "@%s", round);
  if (what.status == MH_OK && why.status == MH_OK) cli_say(what.at, "%s", why.at);
  mh_out_free(&what);
  mh_out_free(&why);
  mh_view_free(all);
  return CLI_NOINPUT;
}
