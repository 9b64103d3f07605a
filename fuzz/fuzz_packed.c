/* fuzz_packed - any bytes as a ZIP or tar, packed or not.
 *
 * The first byte says how many bytes come at a time and whether all of each entry is asked
 * for.  Names must be safe, failures told, the end must come.
 */
#include <stdlib.h>

#include "src/streams/streams.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool held)
{
  if (!held) abort();
}

typedef struct bytes {
  const uint8_t *at;
  size_t len, step;
} bytes;

static ptrdiff_t give(void *user, char *at, size_t cap)
{
  bytes *b = user;
  size_t n = b->len < cap ? b->len : cap;
  if (n > b->step) n = b->step;
  memcpy(at, b->at, n);
  b->at += n;
  b->len -= n;
  return (ptrdiff_t)n;
}

static void check_name(const char *name)
{
  must(mh_utf8_check(name, strlen(name), NULL));
  must(name[0] != '/' && name[0] != '.' && !strstr(name, "/../") && !strstr(name, "//"));
  for (const char *p = name; *p; p++) must((unsigned char)*p >= ' ' && *p != '\\');
}

static void read_entry(const mh_packed *p, mh_flow flow, bool all)
{
  char at[4096];
  ptrdiff_t n;
  while ((n = flow.read(flow.user, at, sizeof at)) > 0)
    if (!all) return;
  must(n == 0 || mh_packed_error(p)->text[0]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  if (size == 0) return 0;
  bytes b = {data + 1, size - 1, (data[0] & 127) * (data[0] & 127) + 1u};
  mh_packed *p;
  mh_error err;
  mh_packed_is((const char *)data + 1, size - 1);
  if (mh_packed_open(&p, (mh_flow){&b, give}, &err) != MH_OK) {
    must(!p && err.text[0]);
    return 0;
  }
  bool end = false;
  for (size_t i = 0; !end; i++) {
    const char *name;
    mh_flow flow;
    must(i <= size); /* each takes a byte at least, and there is the end */
    const mh_status s = mh_packed_next(&name, &flow, &end, p, &err);
    must(s == MH_OK || err.text[0]);
    if (s != MH_OK || end) continue;
    check_name(name);
    read_entry(p, flow, data[0] & 128);
  }
  mh_packed_free(p);
  return 0;
}
