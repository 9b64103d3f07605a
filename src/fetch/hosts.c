/* hosts - what is known of each host: when it may be asked again, what its robots.txt says,
 * whether a person wrote its address.
 *
 * A few hundred hosts are followed at most times, so that lists are walked; of more than MOST
 * the one that was asked for longest ago makes room.
 */
#include <stdlib.h>

#include "inside.h"

enum { MOST = 4096 };

static char *copy(const char *text)
{
  const size_t n = strlen(text) + 1;
  char *out = malloc(n);
  if (out) memcpy(out, text, n);
  return out;
}

static bool grow(void **at, uint32_t *cap, size_t size)
{
  const uint32_t more = *cap ? *cap * 2 : 16;
  void *new = realloc(*at, more * size);
  if (!new) return false;
  *at = new;
  *cap = more;
  return true;
}

/* Of too many hosts the one makes room that may be asked soonest: it has waited longest. */
static mh_host_clock *place_for_clock(mh_hosts *h)
{
  if (h->n_clocks < MOST) {
    if (h->n_clocks < h->cap_clocks ||
        grow((void **)&h->clocks, &h->cap_clocks, sizeof *h->clocks))
      return &h->clocks[h->n_clocks++];
    return NULL;
  }
  mh_host_clock *c = &h->clocks[0];
  for (uint32_t i = 1; i < h->n_clocks; i++)
    if (h->clocks[i].next < c->next) c = &h->clocks[i];
  free(c->host);
  return c;
}

mh_host_clock *mh_fetch__clock(mh_hosts *h, const char *host)
{
  for (uint32_t i = 0; i < h->n_clocks; i++)
    if (strcmp(h->clocks[i].host, host) == 0) return &h->clocks[i];
  char *name = copy(host);
  mh_host_clock *c = name ? place_for_clock(h) : NULL;
  if (!c) return free(name), NULL;
  *c = (mh_host_clock){.host = name};
  return c;
}

/* The origin that was asked for longest ago; one that a person wrote only when all are. */
static mh_origin *oldest(mh_hosts *h)
{
  mh_origin *o = &h->origins[0];
  for (uint32_t i = 1; i < h->n_origins; i++) {
    mh_origin *x = &h->origins[i];
    if (x->by_person != o->by_person ? o->by_person : x->used < o->used) o = x;
  }
  return o;
}

static void empty(mh_origin *o)
{
  free(o->name);
  mh_arena_free(&o->rules);
  *o = (mh_origin){0};
}

static mh_origin *place_for_origin(mh_hosts *h)
{
  if (h->n_origins >= MOST) {
    mh_origin *o = oldest(h);
    empty(o);
    return o;
  }
  if (h->n_origins < h->cap_origins ||
      grow((void **)&h->origins, &h->cap_origins, sizeof *h->origins))
    return &h->origins[h->n_origins++];
  return NULL;
}

mh_origin *mh_fetch__origin(mh_hosts *h, const mh_place *place)
{
  for (uint32_t i = 0; i < h->n_origins; i++)
    if (strcmp(h->origins[i].name, place->origin) == 0) return &h->origins[i];
  char *name = copy(place->origin);
  mh_origin *o = name ? place_for_origin(h) : NULL;
  if (!o) return free(name), NULL;
  *o = (mh_origin){.name = name};
  return o;
}

void mh_fetch__hosts_free(mh_hosts *h)
{
  for (uint32_t i = 0; i < h->n_origins; i++) empty(&h->origins[i]);
  for (uint32_t i = 0; i < h->n_clocks; i++) free(h->clocks[i].host);
  free(h->origins);
  free(h->clocks);
  *h = (mh_hosts){0};
}
