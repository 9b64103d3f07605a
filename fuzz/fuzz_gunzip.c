/* fuzz_gunzip - any bytes as gzip, as they are and packed (and then damaged).
 *
 * What comes out is the same whatever the pieces are; what was packed comes out whole; damage
 * is told.
 */
#include <stdlib.h>

#include "pack.h"
#include "src/streams/streams.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool held)
{
  if (!held) abort();
}

typedef struct source {
  const char *bytes;
  size_t at, len, piece;
} source;

static ptrdiff_t give(void *user, char *at, size_t cap)
{
  source *s = user;
  size_t n = s->len - s->at < cap ? s->len - s->at : cap;
  if (n > s->piece) n = s->piece;
  memcpy(at, s->bytes + s->at, n);
  s->at += n;
  return (ptrdiff_t)n;
}

static mh_status unpack(mh_out *to, const char *bytes, size_t len, size_t piece,
                        size_t cap)
{
  source s = {bytes, 0, len, piece};
  mh_gunzip *g;
  mh_error err;
  const mh_status opened = mh_gunzip_open(&g, (mh_flow){.user = &s, .read = give}, &err);
  must(opened == MH_OK || (!g && err.code == opened && err.text[0]));
  if (opened != MH_OK) return opened;
  const mh_flow f = mh_gunzip_flow(g);
  char some[4096];
  ptrdiff_t got;
  while ((got = f.read(f.user, some, cap)) > 0) {
    must((size_t)got <= cap);
    mh_out_bytes(to, some, (size_t)got);
    must(to->len <= (1u << 20) + (size_t)MH_STREAMS_RATIO * len + sizeof some);
  }
  const mh_error *e = mh_gunzip_error(g);
  must((got < 0) == (e->code != MH_OK) && e->at <= len);
  const mh_status status = e->code;
  mh_gunzip_free(g);
  return status;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  if (size < 4 || size > 100000) return 0;
  const char *bytes = (const char *)data + 3;
  const size_t len = size - 3;
  mh_out packed = {0}, once = {0}, again = {0};
  if (data[0] & 1) {
    const size_t half = data[0] & 2 ? len / 2 : 0;
    pack(&packed, bytes, half);
    pack(&packed, bytes + half, len - half);
  } else {
    mh_out_bytes(&packed, bytes, len);
  }
  if (data[0] & 4) packed.at[data[1] * packed.len / 256] ^= (char)data[2];
  const mh_status s = unpack(&once, packed.at, packed.len, SIZE_MAX, 4096);
  const mh_status t = unpack(&again, packed.at, packed.len, 1 + data[1] % 64,
                             1 + data[2]);
  must(s == t && once.len == again.len);
  must(!once.len || !memcmp(once.at, again.at, once.len));
  if ((data[0] & 5) == 1)
    must(s == MH_OK && once.len == len && !memcmp(once.at, bytes, len));
  mh_out_free(&packed);
  mh_out_free(&once);
  mh_out_free(&again);
  return 0;
}
