/* fuzz_cut - any bytes as an input of the locked process, in this one: layers of what is packed,
 * archives, feeds, lines, pages.  What it sends is read as the desk reads it.
 */
#define _GNU_SOURCE
#include <sys/mman.h>
#include <unistd.h>

#include "article.h"
#include "src/intake/inside.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_frames(int fd)
{
  const off_t len = lseek(fd, 0, SEEK_END);
  char *all = malloc((size_t)len + 8);
  must(all && pread(fd, all, (size_t)len, 0) == len);
  for (off_t at = 0; at < len;) {
    mh_intake__frame f;
    const uint64_t n = mh_intake__frame_len(all + at, (size_t)(len - at));
    must(n && n != UINT64_MAX && n <= (uint64_t)(len - at));
    must(mh_intake__get(&f, all + at, n));
    if (f.item.article) check(f.item.article);
    at += (off_t)n;
  }
  free(all);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static mh_intake__shared shared;
  const int in = memfd_create("in", 0), out = memfd_create("out", 0);
  const mh_intake__request r = {
      .regular = 1, .bytes = size & 1, .skip = size >> 1 & 1, .pdf_text = size % 16 == 5};
  mh_intake__cutter c = {.shared = &shared, .results = out, .fd = in, .regular = true};
  must(in >= 0 && out >= 0 && write(in, data, size) == (ssize_t)size);
  must(lseek(in, 0, SEEK_SET) == 0);
  c.request = &r;
  mh_intake__cut(&c);
  mh_intake__flush(&c);
  read_frames(out);
  mh_arena_free(&c.arena);
  mh_out_free(&c.frame);
  mh_out_free(&c.json);
  free(c.buffer);
  close(in);
  close(out);
  return 0;
}
