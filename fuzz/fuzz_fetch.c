/* fuzz_fetch - what strangers' servers say, through the readers of the fetch room: robots.txt,
 * heads of answers, addresses.
 *
 * The first byte says which reader, and how little memory there is.
 */
#include <stdlib.h>

#include "src/fetch/inside.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool held)
{
  if (!held) abort();
}

/* The first line is the path that is asked for, the rest the robots.txt. */
static void robots(mh_arena *a, const char *text, size_t len)
{
  mh_robots r, same;
  bool allowed, again;
  const char *end = memchr(text, '\n', len);
  const size_t n = end ? (size_t)(end - text) : 0;
  char *path = mh_arena_copy(a, text, n < 2000 ? n : 2000);
  if (!path || mh_fetch__robots_read(&r, a, text + n, len - n, "mahdar") != MH_OK) return;
  must(r.delay >= 0 && r.delay <= MH_FETCH_DELAY_MAX);
  for (uint32_t i = 0; i < r.n; i++) must(r.at[i].len > 0);
  if (mh_fetch__robots_allow(&allowed, &r, a, path) != MH_OK) return;
  must(r.n > 0 || allowed);
  if (mh_fetch__robots_read(&same, a, text + n, len - n, "mahdar") != MH_OK) return;
  if (mh_fetch__robots_allow(&again, &same, a, path) == MH_OK) must(again == allowed);
}

static void head(const char *value, size_t len)
{
  char type[64], charset[64];
  double seconds;
  mh_head_link l;
  mh_fetch__content_type(type, charset, value, len);
  must(strlen(type) < 64 && strlen(charset) < 64);
  must(mh_utf8_check(type, strlen(type), &(size_t){0}));
  must(mh_utf8_check(charset, strlen(charset), &(size_t){0}));
  if (mh_fetch__retry_after(&seconds, value, len, 784111777))
    must(seconds >= 0 && seconds <= MH_FETCH_AWAY_MAX);
  for (size_t at = 0, last = 0; mh_fetch__link_next(&l, value, len, &at); last = at) {
    must(at > last && at <= len && l.to.at + l.to.len <= len);
    must(l.rel.at + l.rel.len <= len && l.type.at + l.type.len <= len);
    mh_fetch__is_feed_link(value + l.rel.at, l.rel.len, value + l.type.at, l.type.len);
  }
}

/* What was made whole stays as it is when it is made whole again. */
static void address(mh_arena *a, const char *text, size_t len)
{
  mh_place p, again;
  mh_error err = {0};
  const char *copy = mh_arena_copy(a, text, len);
  if (!copy) return;
  if (mh_fetch__place(&p, a, "https://news.example/a/b?c", copy, &err) != MH_OK) {
    must(err.code != MH_OK && err.text[0]);
    return;
  }
  must(mh_fetch_is_address(p.url) && p.path[0] == '/' && p.host[0] && p.port < 65536);
  mh_fetch__own_number(p.host);
  mh_fetch__own_name(p.host);
  if (mh_fetch__place(&again, a, NULL, p.url, &err) == MH_OK)
    must(strcmp(again.origin, p.origin) == 0);
  else
    must(strlen(p.url) > MH_FETCH_URL_MAX || err.code == MH_ENOMEM);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  if (size == 0) return 0;
  mh_arena a = {.budget = 64u << 20, .fail_at = data[0] < 32 ? data[0] / 2 : 0};
  const char *text = (const char *)data + 1;
  switch (data[0] % 3) {
  case 0: robots(&a, text, size - 1); break;
  case 1: head(text, size - 1); break;
  default: address(&a, text, size - 1);
  }
  mh_arena_free(&a);
  return 0;
}
