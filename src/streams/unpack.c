/* unpack - undoes the content encodings of HTTP: gzip, deflate (with and without the wrapper
 * of zlib: servers never agreed), Brotli, Zstandard.
 *
 * In memory, as one body is never larger than MH_STREAMS_MAX.  Archives often keep the
 * header of a body that they unpacked themselves: what is text already stays as it is.
 */
#include <stdlib.h>

#include <brotli/decode.h>
#include <libdeflate.h>
#include <zstd.h>

#include "warc.h"

enum { FIRST = 64 << 10, FREE_GROWTH = 1 << 20, CODINGS_MOST = 4, ZSTD_WINDOW_LOG = 23 };

/* How one encoding ended. */
typedef enum ending { WHOLE, CUT, DAMAGED, TOO_LARGE, NO_MEMORY } ending;

/* Room for more; WHOLE when there is some. */
static ending room(mh_bytes *to, size_t in)
{
  if (to->len > FREE_GROWTH && to->len - FREE_GROWTH > MH_STREAMS_RATIO * in)
    return TOO_LARGE;
  if (to->len < to->cap) return WHOLE;
  /* One byte beyond what is allowed, so that exactly that much is not too large. */
  if (to->cap > MH_STREAMS_MAX) return TOO_LARGE;
  size_t cap = to->cap ? 2 * to->cap : FIRST;
  if (cap > MH_STREAMS_MAX) cap = MH_STREAMS_MAX + 1;
  char *fresh = realloc(to->at, cap);
  if (!fresh) return NO_MEMORY;
  to->at = fresh;
  to->cap = cap;
  return WHOLE;
}

/* ---- gzip and deflate --------------------------------------------------------------------- */

enum { RAW_BITS = -15, ZLIB_BITS = 15, GZIP_BITS = 31 };

/* All at once, which is several times as fast; false when it is not as it should be or does
 * not fit, and says nothing then. */
static bool inflate_at_once(mh_bytes *to, mh_unpacker *u, int bits, const char *at,
                            size_t len)
{
  if (!u->at_once) u->at_once = libdeflate_alloc_decompressor();
  if (!u->at_once || room(to, len) != WHOLE) return false;
  size_t used = 0, got = 0;
  const enum libdeflate_result said =
      bits == GZIP_BITS   ? libdeflate_gzip_decompress_ex(u->at_once, at, len, to->at,
                                                          to->cap, &used, &got)
      : bits == ZLIB_BITS ? libdeflate_zlib_decompress_ex(u->at_once, at, len, to->at,
                                                          to->cap, &used, &got)
                          : libdeflate_deflate_decompress_ex(u->at_once, at, len, to->at,
                                                             to->cap, &used, &got);
  to->len = got;
  const bool more = bits == GZIP_BITS && len - used > 3 &&
                    mh_member_is(at + used, len - used);
  return said == LIBDEFLATE_SUCCESS && !more && got < to->cap && room(to, len) == WHOLE;
}

static ending inflate_all(mh_bytes *to, mh_unpacker *u, int bits, const char *at,
                          size_t len)
{
  if (inflate_at_once(to, u, bits, at, len)) return WHOLE;
  to->len = 0;
  z_stream *z = &u->z;
  if ((u->made ? inflateReset2(z, bits) : inflateInit2(z, bits)) != Z_OK)
    return NO_MEMORY;
  u->made = true;
  z->next_in = (const Bytef *)at;
  z->avail_in = (uInt)len;
  for (;;) {
    const ending e = room(to, len);
    if (e != WHOLE) return e;
    z->next_out = (Bytef *)to->at + to->len;
    z->avail_out = (uInt)(to->cap - to->len);
    const int said = inflate(z, Z_NO_FLUSH);
    to->len = to->cap - z->avail_out;
    if (said == Z_STREAM_END) {
      const bool more = bits == GZIP_BITS &&
                        mh_member_is((const char *)z->next_in, z->avail_in) &&
                        z->avail_in > 3;
      if (!more) return WHOLE;
      inflateReset(z);
    } else if (said == Z_MEM_ERROR) {
      return NO_MEMORY;
    } else if (said != Z_OK && said != Z_BUF_ERROR) {
      return DAMAGED;
    } else if (z->avail_in == 0 && z->avail_out != 0) {
      return CUT;
    }
  }
}

/* The two bytes that zlib puts before what it packs. */
static bool is_zlib(const char *at, size_t len)
{
  const unsigned char *b = (const unsigned char *)at;
  return len >= 2 && (b[0] & 15) == 8 && (b[0] * 256u + b[1]) % 31 == 0;
}

static ending undo_deflate(mh_bytes *to, mh_unpacker *u, const char *at, size_t len)
{
  if (is_zlib(at, len)) {
    const ending e = inflate_all(to, u, ZLIB_BITS, at, len);
    if (e != DAMAGED || to->len > 0) return e;
  }
  return inflate_all(to, u, RAW_BITS, at, len);
}

/* ---- Brotli and Zstandard ------------------------------------------------------------------- */

static ending undo_brotli(mh_bytes *to, mh_unpacker *u, const char *at, size_t len)
{
  (void)u;
  BrotliDecoderState *b = BrotliDecoderCreateInstance(NULL, NULL, NULL);
  if (!b) return NO_MEMORY;
  const uint8_t *in = (const uint8_t *)at;
  size_t left = len;
  BrotliDecoderResult said = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  ending e = WHOLE;
  while (said == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) {
    e = room(to, len);
    if (e != WHOLE) break;
    size_t space = to->cap - to->len;
    uint8_t *out = (uint8_t *)to->at + to->len;
    said = BrotliDecoderDecompressStream(b, &left, &in, &space, &out, NULL);
    to->len = to->cap - space;
  }
  BrotliDecoderDestroyInstance(b);
  if (e != WHOLE) return e;
  if (said == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT) return CUT;
  return said == BROTLI_DECODER_RESULT_SUCCESS ? WHOLE : DAMAGED;
}

static ending zstd_all(mh_bytes *to, ZSTD_DCtx *d, const char *at, size_t len)
{
  /* RFC 9659: who sends pages keeps to windows of 8 MiB. */
  ZSTD_DCtx_setParameter(d, ZSTD_d_windowLogMax, ZSTD_WINDOW_LOG);
  ZSTD_inBuffer in = {at, len, 0};
  for (;;) {
    const ending e = room(to, len);
    if (e != WHOLE) return e;
    ZSTD_outBuffer out = {to->at, to->cap, to->len};
    const size_t said = ZSTD_decompressStream(d, &out, &in);
    to->len = out.pos;
    if (ZSTD_isError(said)) return DAMAGED;
    if (in.pos == len && said == 0) return WHOLE;
    if (in.pos == len && out.pos < out.size) return CUT;
  }
}

static ending undo_zstd(mh_bytes *to, mh_unpacker *u, const char *at, size_t len)
{
  (void)u;
  ZSTD_DCtx *d = ZSTD_createDCtx();
  if (!d) return NO_MEMORY;
  const ending e = zstd_all(to, d, at, len);
  ZSTD_freeDCtx(d);
  return e;
}

/* ---- by name ---------------------------------------------------------------------------------- */

static ending undo_gzip(mh_bytes *to, mh_unpacker *u, const char *at, size_t len)
{
  return inflate_all(to, u, GZIP_BITS, at, len);
}

typedef ending undo(mh_bytes *to, mh_unpacker *u, const char *at, size_t len);

static undo *undo_of(mh_part name)
{
  if (mh_part_is(name, "gzip") || mh_part_is(name, "x-gzip")) return undo_gzip;
  if (mh_part_is(name, "deflate")) return undo_deflate;
  if (mh_part_is(name, "br")) return undo_brotli;
  if (mh_part_is(name, "zstd")) return undo_zstd;
  return NULL;
}

/* Text has no control characters but few; what is packed has them soon. */
static bool is_text(const char *at, size_t len)
{
  for (size_t i = 0; i < len && i < 512; i++)
    if ((unsigned char)at[i] < 9 ||
        ((unsigned char)at[i] > 13 && (unsigned char)at[i] < 27))
      return false;
  return true;
}

/* How much of a name can be shown. */
static int showable(mh_part name)
{
  size_t n = 0;
  while (n < name.len && n < 40 && name.at[n] > ' ' && name.at[n] < 0x7f) n++;
  return (int)n;
}

static mh_status undo_one(const char **at, size_t *len, bool *cut, mh_part name,
                          mh_bytes *to, mh_unpacker *u, mh_error *err)
{
  undo *how = undo_of(name);
  const int shown = showable(name);
  if (!how && (is_text(*at, *len) || mh_part_is(name, "identity"))) return MH_OK;
  if (!how)
    return mh_fail(err, MH_EFORMAT, 0, "a content encoding that is not known: %.*s",
                   shown, name.at);
  to->len = 0;
  ending e = how(to, u, *at, *len);
  if (to->len > MH_STREAMS_MAX) e = TOO_LARGE;
  if ((e == DAMAGED || e == CUT) && to->len == 0 && is_text(*at, *len)) return MH_OK;
  if (e == NO_MEMORY) return mh_fail(err, MH_ENOMEM, 0, "no memory for unpacking a body");
  if (e == DAMAGED)
    return mh_fail(err, MH_EFORMAT, 0, "the body is damaged: it is no %.*s", shown,
                   name.at);
  if (e == TOO_LARGE)
    return mh_fail(err, MH_ELIMIT, 0,
                   "a body that unpacks to more than %d MiB or %d times its size",
                   (int)(MH_STREAMS_MAX >> 20), MH_STREAMS_RATIO);
  if (e == CUT) *cut = true;
  *at = to->at;
  *len = to->len;
  return MH_OK;
}

/* The last name of a list, taken off it. */
static mh_part last_of(mh_part *list)
{
  size_t at = list->len;
  while (at > 0 && list->at[at - 1] != ',') at--;
  mh_part p = {list->at + at, list->len - at};
  list->len = at > 0 ? at - 1 : 0;
  while (p.len && (*p.at == ' ' || *p.at == '\t')) p = (mh_part){p.at + 1, p.len - 1};
  while (p.len && (p.at[p.len - 1] == ' ' || p.at[p.len - 1] == '\t')) p.len--;
  return p;
}

mh_status mh_unpack(const char **at, size_t *len, bool *cut, mh_part codings,
                    mh_unpacker *u, mh_error *err)
{
  for (int n = 0; codings.len && *len;) {
    const mh_part name = last_of(&codings);
    if (!name.len) continue;
    if (n == CODINGS_MOST)
      return mh_fail(err, MH_ELIMIT, 0, "a body that is packed more than %d times",
                     CODINGS_MOST);
    MH_TRY(undo_one(at, len, cut, name, &u->to[n & 1], u, err));
    n++;
  }
  return MH_OK;
}

void mh_unpacker_free(mh_unpacker *u)
{
  if (u->made) inflateEnd(&u->z);
  if (u->at_once) libdeflate_free_decompressor(u->at_once);
  free(u->to[0].at);
  free(u->to[1].at);
  *u = (mh_unpacker){0};
}
