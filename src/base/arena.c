/* arena - memory that is given back all at once, and the lists that live in it.
 *
 * Blocks come from malloc and grow from 64 KiB to 1 MiB; a request that is larger gets
 * a block of its own size.  Not for memory that must be given back piece by piece.
 * Under AddressSanitizer what is not handed out is poisoned, so that reading past a
 * piece is found as it would be with malloc.
 */
#include <stdlib.h>
#include <sys/mman.h>

#include "base.h"

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_POISONS 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_POISONS 1
#endif
#endif
#ifdef ARENA_POISONS
#include <sanitizer/asan_interface.h>
#define HIDE(at, len) __asan_poison_memory_region((at), (len))
#define SHOW(at, len) __asan_unpoison_memory_region((at), (len))
#else
#define HIDE(at, len) ((void)(at), (void)(len))
#define SHOW(at, len) ((void)(at), (void)(len))
#endif

enum {
  ALIGN = 16,
  LINE = 64,
  BLOCK_FIRST = 64 << 10,
  BLOCK_MOST = 1 << 20,
  HUGE_PAGE = 2 << 20
};

struct mh_block {
  mh_block *next;
  size_t size; /* bytes that follow */
  _Alignas(16) char bytes[];
};

void mh_arena_init(mh_arena *a, size_t budget)
{
  *a = (mh_arena){.budget = budget};
}

static void use(mh_arena *a, mh_block *b)
{
  a->at = b->bytes;
  a->end = b->bytes + b->size;
  HIDE(b->bytes, b->size);
}

/* How large the next block is to be for `size` bytes; 0 when the budget forbids it. */
static size_t block_size(const mh_arena *a, size_t size)
{
  size_t want = a->blocks ? 2 * a->blocks->size : BLOCK_FIRST;
  if (want > BLOCK_MOST) want = BLOCK_MOST;
  if (want < size) want = size;
  if (!a->budget) return want;
  const size_t left = a->taken < a->budget ? a->budget - a->taken : 0;
  if (left < size) return 0;
  return want < left ? want : left & ~(size_t)(ALIGN - 1);
}

/* A block that is larger than any list of a report holds tables that are read all over; large
 * pages, where the system gives them, spare most of what such reading costs. */
static mh_block *new_block(size_t size)
{
#ifdef MADV_HUGEPAGE
  void *p = NULL;
  if (size >= HUGE_PAGE) {
    if (posix_memalign(&p, HUGE_PAGE, size) != 0) return NULL;
    madvise(p, size, MADV_HUGEPAGE); /* advice: it may fail, and nothing is lost */
    return p;
  }
#endif
  return malloc(size);
}

static void *take_from_new_block(mh_arena *a, size_t size)
{
  if (size > SIZE_MAX / 4) return NULL;
  const size_t all = block_size(a, size);
  if (all < size || all == 0) return NULL;
  mh_block *b = new_block(sizeof *b + all);
  if (!b) return NULL;
  b->size = all;
  b->next = a->blocks;
  a->blocks = b;
  a->taken += all;
  use(a, b);
  char *p = a->at;
  a->at += size;
  SHOW(p, size);
  return p;
}

void *mh_arena_take(mh_arena *a, size_t size)
{
  if (++a->takes == a->fail_at) return NULL;
  if (size > SIZE_MAX / 4) return NULL;
  const size_t whole = size ? (size + ALIGN - 1) & ~(size_t)(ALIGN - 1) : ALIGN;
  if ((size_t)(a->end - a->at) < whole) return take_from_new_block(a, whole);
  char *p = a->at;
  a->at += whole;
  SHOW(p, size);
  return p;
}

void *mh_arena_lines(mh_arena *a, size_t size)
{
  char *p = size > SIZE_MAX / 4 ? NULL : mh_arena_take(a, size + LINE - ALIGN);
  return p ? p + (-(uintptr_t)p & (LINE - 1)) : NULL;
}

void *mh_arena_zero(mh_arena *a, size_t size)
{
  void *p = mh_arena_take(a, size);
  return p ? memset(p, 0, size) : NULL;
}

char *mh_arena_copy(mh_arena *a, const char *bytes, size_t len)
{
  if (len > SIZE_MAX / 4) return NULL;
  char *p = mh_arena_take(a, len + 1);
  if (!p) return NULL;
  if (len) memcpy(p, bytes, len);
  p[len] = '\0';
  return p;
}

/* The block worth keeping: the largest that is not larger than BLOCK_MOST. */
static mh_block *keeper(const mh_arena *a)
{
  mh_block *best = NULL;
  for (mh_block *b = a->blocks; b; b = b->next)
    if (b->size <= BLOCK_MOST && (!best || b->size > best->size)) best = b;
  return best;
}

void mh_arena_reset(mh_arena *a)
{
  mh_block *keep = keeper(a);
  for (mh_block *b = a->blocks, *next; b; b = next) {
    next = b->next;
    if (b != keep) free(b);
  }
  a->blocks = keep;
  a->at = a->end = NULL;
  a->taken = 0;
  if (!keep) return;
  keep->next = NULL;
  a->taken = keep->size;
  use(a, keep);
}

void mh_arena_free(mh_arena *a)
{
  for (mh_block *b = a->blocks, *next; b; b = next) {
    next = b->next;
    free(b);
  }
  a->blocks = NULL;
  a->at = a->end = NULL;
  a->taken = 0;
}

/* `at` is the address of the list's pointer, whatever it points to: it is read and
 * written through memcpy, which no rule about aliasing forbids. */
mh_status mh_list_room(mh_arena *a, void *at, uint32_t n, uint32_t *cap, size_t size)
{
  if (n < *cap) return MH_OK;
  const uint32_t more = *cap ? *cap * 2 : 8;
  if (more <= *cap || more > SIZE_MAX / 4 / size) return MH_ENOMEM;
  void *fresh = mh_arena_take(a, (size_t)more * size);
  if (!fresh) return MH_ENOMEM;
  void *old;
  memcpy(&old, at, sizeof old);
  if (n) memcpy(fresh, old, (size_t)n * size);
  memcpy(at, &fresh, sizeof fresh);
  *cap = more;
  return MH_OK;
}
