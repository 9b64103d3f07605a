/* watch_list - which feeds are followed: addresses from the command line and from files that
 * list them, one a line, and what pages and sitemap indexes among them name.
 *
 * The list can be read again at any time: what it still has stays as it is.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "watch.h"

enum { LINE_MAX_BYTES = MH_FETCH_URL_MAX + 2 };

static watch_feed *find(watch *w, const char *address)
{
  for (uint32_t i = 0; i < w->n_feeds; i++)
    if (strcmp(w->feeds[i].address, address) == 0) return &w->feeds[i];
  return NULL;
}

static void forget(watch_feed *one)
{
  free(one->address);
  mh_arena_free(&one->memory);
}

static bool room(watch *w)
{
  if (w->n_feeds < w->cap_feeds) return true;
  const uint32_t cap = w->cap_feeds ? w->cap_feeds * 2 : 16;
  watch_feed *at = realloc(w->feeds, cap * sizeof *at);
  if (!at) return false;
  w->feeds = at;
  w->cap_feeds = cap;
  return true;
}

bool watch_list_load(watch *w, watch_feed *one)
{
  mh_error err = {0};
  bool found;
  mh_arena fresh = {0};
  mh_watched_feed f = {.address = one->address};
  if (mh_store_feed(&found, &f, w->store, &fresh, &err) != MH_OK) {
    mh_arena_free(&fresh);
    return watch_give_up(w, &err);
  }
  mh_arena_free(&one->memory);
  one->memory = fresh;
  one->f = f;
  one->f.next = watch_sane(f.next, watch_now(), w->every);
  return true;
}

static bool no_memory(watch *w)
{
  mh_error err = {0};
  mh_fail(&err, MH_ENOMEM, 0, "no memory for the list of feeds");
  w->end = cli_say_error("watch", &err);
  return false;
}

/* What the store has as children of a feed is followed as well. */
static bool add_children(watch *w, const char *parent, unsigned depth)
{
  mh_arena a = {0};
  mh_error err = {0};
  const char *child = "";
  bool good = true;
  for (unsigned n = 0; good && n < WATCH_CHILDREN && depth < WATCH_DEPTH; n++) {
    if (mh_store_feed_child(&child, w->store, &a, parent, child, &err) != MH_OK)
      good = watch_give_up(w, &err);
    if (!good || !child) break;
    good = watch_list_add(w, child, parent, depth);
  }
  mh_arena_free(&a);
  return good;
}

bool watch_list_add(watch *w, const char *address, const char *parent, unsigned depth)
{
  watch_feed *one = find(w, address);
  if (one && one->listed) return true; /* twice in the list, or a loop of pages */
  if (!one) {
    char *copy = room(w) ? strdup(address) : NULL;
    if (!copy) return no_memory(w);
    one = &w->feeds[w->n_feeds++];
    *one = (watch_feed){.address = copy};
    if (!watch_list_load(w, one)) return false;
    if (parent && !one->f.parent) {
      one->f.parent = mh_arena_copy(&one->memory, parent, strlen(parent));
      if (!one->f.parent) return no_memory(w);
    }
  }
  one->listed = true;
  one->depth = depth;
  if (depth == 0) mh_fetch_trust(w->fetch, address);
  one->forced = w->once && one->f.failures == 0;
  const char *name = one->address; /* the list may move while it grows */
  return add_children(w, name, depth + 1);
}

/* ---- files ------------------------------------------------------------------------------ */

/* The address of a line: white space and what stands behind a `#` come off. */
static char *trim(char *line)
{
  while (*line == ' ' || *line == '\t') line++;
  char *end = line;
  while (*end && !((*end == '#') && (end == line || end[-1] == ' ' || end[-1] == '\t')))
    end++;
  while (end > line && (unsigned char)end[-1] <= ' ') end--;
  *end = '\0';
  return line;
}

static bool add_line(watch *w, const char *path, unsigned long n, char *line)
{
  char *address = trim(line);
  if (!*address) return true;
  if (mh_fetch_is_address(address)) return watch_list_add(w, address, NULL, 0);
  watch_say(w, path, "line %lu: not an address: %.200s", n, address);
  return true;
}

static bool add_file(watch *w, const char *path)
{
  char line[LINE_MAX_BYTES];
  bool good = true;
  FILE *f = fopen(path, "r");
  if (!f) {
    watch_say(w, path, "%s", strerror(errno));
    w->torn = true;
    return true;
  }
  for (unsigned long n = 1; good && fgets(line, sizeof line, f); n++) {
    const size_t len = strlen(line);
    if (len + 1 == sizeof line && line[len - 1] != '\n') {
      watch_say(w, path, "line %lu: longer than an address can be", n);
      for (int c = 0; c != '\n' && c != EOF;) c = fgetc(f);
    } else {
      good = add_line(w, path, n,
                      n == 1 && memcmp(line, "\xEF\xBB\xBF", 3) == 0 ? line + 3 : line);
    }
  }
  if (ferror(f)) watch_say(w, path, "%s", strerror(errno));
  fclose(f);
  return good;
}

/* A list that cannot be read now takes nothing away. */
cli_exit watch_list_read(watch *w)
{
  const uint32_t before = w->n_feeds;
  w->torn = false;
  for (uint32_t i = 0; i < w->n_feeds; i++) w->feeds[i].listed = false;
  for (int i = 0; i < w->args->n_rest; i++) {
    const char *one = w->args->rest[i];
    const bool good = mh_fetch_is_address(one) ? watch_list_add(w, one, NULL, 0)
                                               : add_file(w, one);
    if (!good) return w->end;
  }
  for (uint32_t i = 0; w->torn && i < before; i++) w->feeds[i].listed = true;
  uint32_t listed = 0;
  for (uint32_t i = 0; i < w->n_feeds; i++) listed += w->feeds[i].listed;
  return listed ? CLI_OK : CLI_NOINPUT;
}

/* Those whose page or index is not followed any more go with it. */
static bool unlist_orphans(watch *w)
{
  bool some = false;
  for (uint32_t i = 0; i < w->n_feeds; i++) {
    watch_feed *one = &w->feeds[i];
    const watch_feed *parent = one->depth ? find(w, one->f.parent) : one;
    if (!one->listed || (parent && parent->listed)) continue;
    one->listed = false;
    some = true;
  }
  return some;
}

void watch_list_sweep(watch *w)
{
  uint32_t n = 0;
  while (unlist_orphans(w)) {
  }
  for (uint32_t i = 0; i < w->n_feeds; i++) {
    if (w->feeds[i].listed)
      w->feeds[n++] = w->feeds[i];
    else
      forget(&w->feeds[i]);
  }
  w->n_feeds = n;
}

void watch_list_free(watch *w)
{
  for (uint32_t i = 0; i < w->n_feeds; i++) forget(&w->feeds[i]);
  free(w->feeds);
}
