/* tags - how the name of a tag is known by eight bytes at once; shared with tools/htmlc. */
#ifndef MH_HTML_TAGS_H
#define MH_HTML_TAGS_H

#include "html.h"

enum {
  MH_HTML__SLOTS = 512,   /* a power of two, four times the tags                   */
  MH_HTML__BARE_MOST = 6, /* letters of a reference that needs no semicolon        */
};

/* The first eight bytes in small letters; what is shorter ends with zeros.  Bytes that no name
 * of a tag has may fold onto others. */
static inline uint64_t mh_html__key_of(uint64_t eight, size_t len)
{
  const uint64_t low = eight | MH_EACH(0x20);
  return len >= 8 ? low : low & ((UINT64_C(1) << 8 * len) - 1);
}

static inline uint64_t mh_html__key(const char *name, size_t len)
{
  char eight[8] = {0};
  memcpy(eight, name, len < 8 ? len : 8);
  return mh_html__key_of(mh_eight(eight), len);
}

/* Where a key is looked for first. */
static inline uint32_t mh_html__slot(uint64_t key)
{
  return (uint32_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> 55) & (MH_HTML__SLOTS - 1);
}

#endif
