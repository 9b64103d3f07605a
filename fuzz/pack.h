/* pack - one gzip member of bytes, for targets whose inputs are packed. */
#ifndef FUZZ_PACK_H
#define FUZZ_PACK_H

#include <stdlib.h>
#include <zlib.h>

#include "src/base/base.h"

static inline void pack(mh_out *to, const char *bytes, size_t len)
{
  z_stream z = {0};
  if (deflateInit2(&z, 1, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY) != Z_OK) abort();
  const size_t room = deflateBound(&z, len) + 64;
  char *out = malloc(room);
  if (!out) abort();
  z.next_in = (Bytef *)(uintptr_t)bytes;
  z.avail_in = (uInt)len;
  z.next_out = (Bytef *)out;
  z.avail_out = (uInt)room;
  if (deflate(&z, Z_FINISH) != Z_STREAM_END) abort();
  mh_out_bytes(to, out, z.total_out);
  deflateEnd(&z);
  free(out);
}

#endif
