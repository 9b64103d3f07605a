/* fuzz_store - any bytes through the door of the store room as a store.
 *
 * The first byte says whether it is opened to write.  Whatever the file holds, each
 * question has an answer or a failure with words.  Good seeds are small stores made by
 * `mahdar add`, with one byte before them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "src/store/store.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool each_statement(void *user, const mh_evidence *e)
{
  *(size_t *)user += strlen(e->quote) + strlen(e->before) + strlen(e->after);
  return true;
}

static bool each_record(void *user, const char *json, size_t len)
{
  *(size_t *)user += strnlen(json, len);
  return true;
}

/* Two rounds of whatever dialogue there is. */
static void compare(mh_store *s, const mh_view *all)
{
  size_t n;
  mh_view *v;
  mh_error err;
  const mh_series *series = mh_view_series(all, &n);
  for (size_t i = 0; i < n && i < 4; i++) {
    if (mh_view_compare(&v, s, series[i].name, NULL, NULL, &err) == MH_OK)
      mh_view_free(v);
    if (mh_view_round(&v, s, series[i].name, NULL, &err) == MH_OK) mh_view_free(v);
  }
}

static void keep(mh_store *s)
{
  static const char text[] = "a";
  mh_report r = {.id = "sha256:0", .text = text, .len = 1};
  bool added;
  mh_error err;
  mh_store_keep(&added, s, &r, "{}", 2, MH_FORMAT_TEXT, NULL, text, 1, &err);
}

static void ask(mh_store *s)
{
  size_t seen = 0;
  mh_view *v;
  mh_error err;
  if (mh_view_dialogues(&v, s, &err) == MH_OK) {
    compare(s, v);
    mh_view_free(v);
  }
  mh_store_statements(s, each_statement, &seen, &err);
  mh_store_records(s, each_record, &seen, &err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static char path[64], rest[4][80];
  if (size < 1) return 0;
  snprintf(path, sizeof path, "/tmp/fuzz-store-%ld", (long)getpid());
  FILE *f = fopen(path, "wb");
  if (!f) return 0;
  fwrite(data + 1, 1, size - 1, f);
  fclose(f);
  mh_store *s = NULL;
  mh_error err;
  const bool writes = data[0] & 1;
  if (mh_store_open(&s, path, writes ? MH_OPEN_WRITE : MH_OPEN_READ, &err) == MH_OK) {
    if (writes) keep(s);
    ask(s);
  }
  mh_store_close(s);
  static const char *const ends[] = {"", "-wal", "-shm", "-journal"};
  for (int i = 0; i < 4; i++) {
    snprintf(rest[i], sizeof rest[i], "%s%s", path, ends[i]);
    unlink(rest[i]);
  }
  return 0;
}
