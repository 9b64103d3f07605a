/* fuzz_warc - any bytes as a web archive: as they are, or packed as archives are packed and
 * then damaged.
 *
 * The first bytes choose.  Each archive is read twice, in pieces of different sizes: both
 * must tell the same.  Every call must come nearer to the end.
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
  size_t at, len, fail_at;
  uint32_t draw; /* 0: all at once */
} source;

static ptrdiff_t give(void *user, char *at, size_t cap)
{
  source *s = user;
  must(cap > 0);
  if (s->fail_at && s->at >= s->fail_at) return -1;
  size_t n = s->len - s->at < cap ? s->len - s->at : cap;
  if (s->fail_at && n > s->fail_at - s->at) n = s->fail_at - s->at;
  if (s->draw) {
    s->draw = s->draw * 1664525 + 1013904223;
    const size_t most = 1 + (s->draw >> 16) % ((s->draw >> 30) ? 16 : 3000);
    if (n > most) n = most;
  }
  memcpy(at, s->bytes + s->at, n);
  s->at += n;
  return (ptrdiff_t)n;
}

static bool go_to(void *user, uint64_t at)
{
  source *s = user;
  must(at < s->at);
  s->at = (size_t)at;
  return true;
}

static void note(mh_out *told, const mh_warc_page *p)
{
  size_t bad;
  must(p->bytes && p->len > 0 && p->len <= MH_STREAMS_MAX);
  must(mh_utf8_check(p->url, strlen(p->url), &bad) && !strpbrk(p->url, " \t\r\n"));
  mh_out_fmt(told, "%s %s %s %s %d %llu+%llu ", p->url, p->retrieved, p->type,
             p->charset ? p->charset : "-", p->cut, (unsigned long long)p->offset,
             (unsigned long long)p->inside);
  mh_out_bytes(told, p->bytes, p->len);
}

/* All that reading tells.  `most` calls must be enough. */
static void read_all(mh_out *told, source s, bool can_go_back, size_t most)
{
  mh_warc *w;
  mh_error err;
  must(mh_warc_open(&w, (mh_flow){&s, give, can_go_back ? go_to : NULL}, 0, &err) ==
       MH_OK);
  uint64_t pages = 0, bad = 0;
  for (bool end = false; !end;) {
    mh_warc_page page;
    must(most-- > 0);
    const mh_status status = mh_warc_next(&page, &end, w, &err);
    must(status == MH_OK || (err.code == status && err.at <= s.len && err.text[0]));
    if (status == MH_EIO) break;
    must(status == MH_OK || status == MH_EFORMAT || status == MH_ELIMIT);
    if (status != MH_OK) {
      mh_out_fmt(told, "!%llu %s\n", (unsigned long long)err.at, err.text);
      bad++;
    } else if (!end) {
      must(page.offset < s.len);
      note(told, &page);
      pages++;
    }
  }
  const mh_warc_counts *n = mh_warc_seen(w);
  must(n->pages == pages && n->bad == bad);
  must(n->pages + n->other_types + n->not_ok + n->not_pages <= n->records);
  mh_warc_free(w);
}

/* A member from each '~' to the next, or all in one. */
static void pack_all(mh_out *to, const char *bytes, size_t len, bool one)
{
  for (size_t at = 0; at < len;) {
    const char *next = one ? NULL : memchr(bytes + at, '~', len - at);
    const size_t n = next ? (size_t)(next - bytes) - at : len - at;
    pack(to, bytes + at, n);
    at += n + (next != NULL);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  if (size < 6 || size > 200000) return 0;
  const char *bytes = (const char *)data + 5;
  const size_t len = size - 5;
  mh_out archive = {0}, once = {0}, again = {0};
  if (data[0] & 1)
    pack_all(&archive, bytes, len, data[0] & 2);
  else
    mh_out_bytes(&archive, bytes, len);
  const size_t hurt = (data[2] * 256u + data[3]) % (archive.len + 1);
  if (data[0] & 4 && hurt < archive.len) archive.at[hurt] ^= (char)data[1];
  if (data[0] & 8) archive.len = hurt;
  source s = {.bytes = archive.at, .len = archive.len};
  if (data[0] & 16) s.fail_at = data[4] * 16u;
  const size_t most = 2 * (len + archive.len) + 16;
  read_all(&once, s, data[0] & 32, most);
  s.draw = 1 + data[4];
  read_all(&again, s, data[0] & 32, most);
  must(once.len == again.len && (!once.len || !memcmp(once.at, again.at, once.len)));
  mh_out_free(&archive);
  mh_out_free(&once);
  mh_out_free(&again);
  return 0;
}
