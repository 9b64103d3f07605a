/* base - what every room may use: memory, lists, text out, UTF-8, calendar days.
 *
 * Nothing here knows Arabic or reports of any kind but the folder (report.h) that
 * the rooms fill.
 */
#ifndef MH_BASE_H
#define MH_BASE_H

#include <assert.h>
#include <stdarg.h>
#include <string.h>

#include "mahdar.h"

/* ---- failure -------------------------------------------------------------- */

/* Pass a failure on. */
#define MH_TRY(call)                \
  do {                              \
    mh_status try_ = (call);        \
    if (try_ != MH_OK) return try_; \
  } while (0)

/* Fill *err (NULL is fine) and return code, so that a failing function can end
 * with `return mh_fail(err, MH_EFORMAT, at, "...", ...)`. */
mh_status mh_fail(mh_error *err, mh_status code, uint64_t at, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

/* ---- arena ---------------------------------------------------------------- */

typedef struct mh_block mh_block;

/* Memory that is given back all at once.  Zero-initialise and set budget, or call
 * mh_arena_init(). */
typedef struct mh_arena {
  mh_block *blocks; /* the one in use first                                  */
  char *at, *end;   /* free stretch of that block                            */
  size_t taken;     /* bytes of all blocks                                   */
  size_t budget;    /* ceiling for `taken`; 0 none                           */
  uint64_t takes;   /* how often memory was asked for since init             */
  uint64_t fail_at; /* tests: the take with this number (1-based) fails; 0 none */
} mh_arena;

void mh_arena_init(mh_arena *a, size_t budget);
/* size bytes, 16-aligned, not cleared; NULL when there is no memory or budget.
 * size 0 gives a valid pointer.  The common path is inline-able: a bump. */
void *mh_arena_take(mh_arena *a, size_t size);
/* The same, 64-aligned: records of 32 or 64 bytes lie in one line of the cache each. */
void *mh_arena_lines(mh_arena *a, size_t size);
/* The same as mh_arena_take(), cleared. */
void *mh_arena_zero(mh_arena *a, size_t size);
/* A NUL-terminated copy of len bytes. */
char *mh_arena_copy(mh_arena *a, const char *bytes, size_t len);
/* Forget all but keep the largest block (1 MiB at most) for the next document. */
void mh_arena_reset(mh_arena *a);
void mh_arena_free(mh_arena *a);

/* ---- lists ---------------------------------------------------------------- */

/* A list is any struct { T *at; uint32_t n, cap; } that lives in an arena.  Room for
 * one more: doubles; the old stretch is lost to the arena until it is reset. */
mh_status mh_list_room(mh_arena *a, void *at, uint32_t n, uint32_t *cap, size_t size);

/* Push v; gives MH_OK or MH_ENOMEM. */
#define MH_PUSH(a, list, v)                                                           \
  ((list)->n < (list)->cap || mh_list_room((a), &(list)->at, (list)->n, &(list)->cap, \
                                           sizeof *(list)->at) == MH_OK               \
       ? ((list)->at[(list)->n++] = (v), MH_OK)                                       \
       : MH_ENOMEM)

/* ---- text out -------------------------------------------------------------- */

/* A growing text.  Zero-initialise.  The first failure sticks in `status` and later
 * writes do nothing, so callers look once, at the end. */
typedef struct mh_out {
  char *at; /* malloc'ed, NUL-terminated when cap > 0 */
  size_t len, cap;
  mh_status status;
} mh_out;

void mh_out_more(mh_out *o, const char *bytes, size_t len); /* where room must be made */
static inline void mh_out_bytes(mh_out *o, const char *bytes, size_t len)
{
  if (o->status != MH_OK || o->cap - o->len <= len) {
    mh_out_more(o, bytes, len);
    return;
  }
  if (len) memcpy(o->at + o->len, bytes, len);
  o->len += len;
  o->at[o->len] = '\0';
}
static inline void mh_out_char(mh_out *o, char c)
{
  mh_out_bytes(o, &c, 1);
}
/* NUL-terminated */
static inline void mh_out_text(mh_out *o, const char *text)
{
  mh_out_bytes(o, text, strlen(text));
}
void mh_out_uint(mh_out *o, uint64_t n);
void mh_out_fmt(mh_out *o, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* A JSON string with its quotation marks; escapes what RFC 8259 asks for and U+2028/9. */
void mh_out_json(mh_out *o, const char *bytes, size_t len);
/* HTML text or attribute value: & < > " ' escaped. */
void mh_out_html(mh_out *o, const char *bytes, size_t len);
/* A CSV field (RFC 4180), quoted when it must be; a field that a spreadsheet would
 * take for a formula (= + - @ first) is led by an apostrophe. */
void mh_out_csv(mh_out *o, const char *bytes, size_t len);
void mh_out_clear(mh_out *o); /* empty, memory kept */
void mh_out_free(mh_out *o);

/* ---- eight bytes at once ---------------------------------------------------- */

#define MH_EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* The eight bytes at p, the first the lowest. */
static inline uint64_t mh_eight(const void *p)
{
  uint64_t w;
  memcpy(&w, p, sizeof w);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  w = __builtin_bswap64(w);
#endif
  return w;
}

/* ---- UTF-8 ----------------------------------------------------------------- */

/* Is it well-formed (no surrogates, no overlong)?  If not *bad is the first bad byte. */
bool mh_utf8_check(const char *bytes, size_t len, size_t *bad);
/* The code point at bytes[0] of well-formed text and its length in *n (1..4). */
uint32_t mh_utf8_next(const char *bytes, uint32_t *n);
/* How many code points in len bytes of well-formed text (bytes that are no
 * continuation bytes, counted eight at a time). */
size_t mh_utf8_count(const char *bytes, size_t len);

/* Byte offsets to code points for one text: a checkpoint every 256 bytes. */
typedef struct mh_points {
  const char *text;
  uint32_t len;
  uint32_t *mark; /* code points before byte 256*i */
} mh_points;
mh_status mh_points_make(mh_points *out, mh_arena *a, const char *text, uint32_t len);
uint32_t mh_points_at(const mh_points *p, uint32_t byte);

/* ---- digest ---------------------------------------------------------------- */

/* "sha256:" and 64 hex digits, NUL-terminated. */
void mh_sha256_text(char out[72], const void *bytes, size_t len);

/* ---- days ------------------------------------------------------------------ */

/* A civil date, proleptic Gregorian.  month or day 0: not known. */
typedef struct mh_day {
  int16_t year;
  uint8_t month, day;
} mh_day;

int32_t mh_day_number(mh_day d); /* days since 1970-01-01 */
mh_day mh_day_of(int32_t number);
int mh_day_weekday(mh_day d); /* 0 Sunday .. 6 Saturday */
int mh_day_month_length(int year, int month);
bool mh_day_valid(mh_day d); /* a full, real date       */
/* Reads "YYYY", "YYYY-MM", "YYYY-MM-DD", with anything after a T or a space left
 * unread; false when it is none. */
bool mh_day_parse(mh_day *out, const char *text, size_t len);
/* "2022-01-27", "2022-01" or "2022"; out holds 16 bytes. */
void mh_day_print(char out[16], mh_day d);

#endif
