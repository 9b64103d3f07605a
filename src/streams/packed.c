/* packed - the door for ZIP and tar: knows one, and hands on its entries one after the other.
 *
 * The readers are packed_tar.c and packed_zip.c; here is what they have in common: what was
 * read of an entry when the next is asked for, what failed and what may still follow.
 */
#include <stdlib.h>

#include "packed_inside.h"

static bool is_zip(const char *at, size_t len)
{
  return len >= 4 && at[0] == 'P' && at[1] == 'K' &&
         ((at[2] == 3 && at[3] == 4) || (at[2] == 5 && at[3] == 6) ||
          (len >= 8 && ((at[2] == '0' && at[3] == '0') || (at[2] == 7 && at[3] == 8)) &&
           memcmp(at + 4, "PK\3\4", 4) == 0));
}

bool mh_packed_is(const char *bytes, size_t len)
{
  return is_zip(bytes, len) || mh_streams__is_filtered(bytes, len, false) ||
         mh_streams__is_tar(bytes, len);
}

ptrdiff_t mh_streams__spoil(mh_packed *p, mh_status code, const char *why)
{
  const mh_error *below = &p->source.error;
  p->e.open = false;
  if (below->code != MH_OK)
    p->error = *below;
  else
    mh_fail(&p->error, code, mh_streams__where(&p->source), "%s", why);
  return -1;
}

/* ---- opening -------------------------------------------------------------------------- */

/* Know what it is; a filter is put in between when there is one. */
static mh_status sniff(mh_packed *p, mh_error *err)
{
  bool plain;
  size_t has;
  MH_TRY(mh_streams__filter(&p->source, &plain, err));
  const char *head = mh_streams__peek(&p->source, 512, &has);
  const mh_error *below = &p->source.error;
  if (below->code != MH_OK && has == 0)
    return mh_fail(err, below->code, below->at, "%s", below->text);
  if (mh_streams__is_tar(head, has)) return p->kind = MH_ARCHIVE_TAR, MH_OK;
  if (!plain) return p->kind = MH_ARCHIVE_SINGLE, MH_OK;
  if (is_zip(head, has)) return p->kind = MH_ARCHIVE_ZIP, MH_OK;
  return mh_fail(err, MH_EFORMAT, 0, "neither a ZIP archive nor a tar");
}

mh_status mh_packed_open(mh_packed **out, mh_flow from, mh_error *err)
{
  *out = NULL;
  mh_packed *p = calloc(1, sizeof *p);
  if (!p) return mh_fail(err, MH_ENOMEM, 0, "out of memory");
  mh_status s = mh_streams__source_open(&p->source, from, err);
  if (s == MH_OK) s = sniff(p, err);
  if (s == MH_OK) return *out = p, MH_OK;
  mh_packed_free(p);
  return s;
}

void mh_packed_free(mh_packed *p)
{
  if (!p) return;
  mh_streams__zip_close(p);
  mh_streams__source_close(&p->source);
  mh_arena_free(&p->names);
  free(p);
}

const mh_error *mh_packed_error(const mh_packed *p)
{
  return &p->error;
}

/* ---- the bytes of an entry -------------------------------------------------------------- */

static ptrdiff_t read_single(mh_packed *p, char *at, size_t cap)
{
  size_t has;
  const char *from = mh_streams__peek(&p->source, 1, &has);
  if (has == 0 && p->source.error.code != MH_OK)
    return mh_streams__spoil(p, MH_EFORMAT, "damaged");
  const size_t n = has < cap ? has : cap;
  memcpy(at, from, n);
  mh_streams__take(&p->source, n);
  return (ptrdiff_t)n;
}

static ptrdiff_t read_entry(void *user, char *at, size_t cap)
{
  mh_packed *p = user;
  if (p->error.code != MH_OK) return -1;
  if (!p->e.open || cap == 0) return 0;
  switch (p->kind) {
  case MH_ARCHIVE_TAR: return mh_streams__tar_read(p, at, cap);
  case MH_ARCHIVE_ZIP: return mh_streams__zip_read(p, at, cap);
  case MH_ARCHIVE_SINGLE: return read_single(p, at, cap);
  }
  return 0;
}

/* ---- the next entry ------------------------------------------------------------------------ */

static void leave(mh_packed *p)
{
  const mh_error before = p->error;
  if (p->kind == MH_ARCHIVE_TAR) mh_streams__tar_leave(p);
  if (p->kind == MH_ARCHIVE_ZIP) mh_streams__zip_leave(p);
  p->error = before;
  p->e = (mh_streams__entry){0};
  mh_arena_reset(&p->names);
}

static mh_status find_next(mh_packed *p, mh_error *err)
{
  if (p->kind == MH_ARCHIVE_TAR) return mh_streams__tar_next(p, err);
  if (p->kind == MH_ARCHIVE_ZIP) return mh_streams__zip_next(p, err);
  p->done = p->e.name != NULL;
  p->e = (mh_streams__entry){.open = true, .name = ""};
  return MH_OK;
}

/* What went wrong below says more than that an entry is cut off by it; it is told once. */
static mh_status tell_source(mh_packed *p, mh_error *err)
{
  const mh_error below = p->source.error;
  const bool told = p->error.code == below.code;
  p->done = true;
  p->error = (mh_error){0};
  if (below.code == MH_OK || (told && below.code != MH_EIO)) return MH_OK;
  return mh_fail(err, below.code, below.at, "%s", below.text);
}

mh_status mh_packed_next(const char **name, mh_flow *flow, bool *end, mh_packed *p,
                         mh_error *err)
{
  *name = NULL;
  *flow = (mh_flow){.user = p, .read = read_entry};
  *end = false;
  while (!p->done) {
    if (p->kind != MH_ARCHIVE_SINGLE) leave(p);
    if (p->source.error.code != MH_OK) {
      MH_TRY(tell_source(p, err));
      break;
    }
    p->error = (mh_error){0};
    const mh_status s = find_next(p, err);
    if (p->source.error.code != MH_OK) return tell_source(p, err);
    if (s != MH_OK) return s;
    if (p->done || !p->e.name) continue;
    *name = p->e.name;
    return MH_OK;
  }
  *end = true;
  return MH_OK;
}
