/* fuzz_mhtml - any bytes as a page that a browser saved as one file.
 *
 * The first byte says how little memory there is.  What comes out keeps the promises of
 * streams.h, and a page whose end was seen is the same whatever follows.
 */
#include <stdlib.h>
#include <strings.h>

#include "src/streams/streams.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool held)
{
  if (!held) abort();
}

static void check(const mh_mhtml *m)
{
  mh_day day;
  must(m->bytes != NULL);
  must(!m->url || strncasecmp(m->url, "http", 4) == 0);
  must(!m->url || mh_utf8_check(m->url, strlen(m->url), NULL));
  must(!m->charset || mh_utf8_check(m->charset, strlen(m->charset), NULL));
  must(!m->retrieved || mh_day_parse(&day, m->retrieved, strlen(m->retrieved)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  if (size < 1) return 0;
  mh_arena a = {.budget = 64u << 20, .fail_at = data[0] < 16 ? data[0] : 0}, b = {0};
  const char *bytes = (const char *)data + 1;
  const size_t len = size - 1;
  mh_mhtml all, some;
  mh_error err;
  if (mh_mhtml_read(&all, &a, bytes, len, &err) == MH_OK)
    check(&all);
  else
    must(err.code != MH_OK && err.text[0] && !all.bytes);
  if (all.bytes && mh_mhtml_read(&some, &b, bytes, len - len / 4, &err) == MH_OK &&
      some.whole)
    must(some.len == all.len && memcmp(some.bytes, all.bytes, all.len) == 0);
  mh_arena_free(&a);
  mh_arena_free(&b);
  return 0;
}
