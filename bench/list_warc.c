/* list_warc - the pages of a web archive, one a line: for measuring and for comparing with
 * other readers.
 *
 *   list_warc [--count] FILE      --count: only the sum
 *
 * A line is address, type, length, SHA-256 of the body, offset, separated by tabs.  What is bad
 * goes to the standard error.  The last line is the sum.
 */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "src/streams/streams.h"

static ptrdiff_t read_file(void *user, char *at, size_t cap)
{
  return read(*(int *)user, at, cap);
}

static bool seek_file(void *user, uint64_t at)
{
  return lseek(*(int *)user, (off_t)at, SEEK_SET) >= 0;
}

static void print(const mh_warc_page *p)
{
  char digest[72];
  mh_sha256_text(digest, p->bytes, p->len);
  printf("%s\t%s\t%zu\t%s\t%llu\n", p->url, p->type, p->len, digest,
         (unsigned long long)p->offset);
}

int main(int argc, char **argv)
{
  const bool count = argc == 3 && strcmp(argv[1], "--count") == 0;
  if (argc != 2 && !count) return 2;
  int fd = open(argv[argc - 1], O_RDONLY);
  mh_error err;
  mh_warc *w;
  if (fd < 0 || mh_warc_open(&w, (mh_flow){&fd, read_file, seek_file}, 0, &err) != MH_OK)
    return 2;
  uint64_t bytes = 0;
  for (bool end = false; !end;) {
    mh_warc_page page;
    const mh_status s = mh_warc_next(&page, &end, w, &err);
    if (s != MH_OK) fprintf(stderr, "%llu: %s\n", (unsigned long long)err.at, err.text);
    if (s == MH_EIO || s == MH_ENOMEM) return 1;
    if (s != MH_OK || end) continue;
    bytes += page.len;
    if (!count) print(&page);
  }
  const mh_warc_counts *n = mh_warc_seen(w);
  printf("%llu records, %llu pages, %llu of other types, %llu not ok, %llu no pages, "
         "%llu bad, "
         "%llu bytes\n",
         (unsigned long long)n->records, (unsigned long long)n->pages,
         (unsigned long long)n->other_types, (unsigned long long)n->not_ok,
         (unsigned long long)n->not_pages, (unsigned long long)n->bad,
         (unsigned long long)bytes);
  mh_warc_free(w);
  close(fd);
  return 0;
}
