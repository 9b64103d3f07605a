/* fuzz_frame - any bytes as what the locked process wrote: what is believed of it must keep the
 * promises of an article.
 */
#include "article.h"
#include "src/intake/inside.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  mh_intake__frame f;
  char *copy = malloc(size + 8); /* aligned, and the sanitizer sees its end */
  if (!copy) return 0;
  memcpy(copy, data, size);
  if (mh_intake__get(&f, copy, size)) {
    if (f.item.article) check(f.item.article);
    if (f.item.bytes) must(f.item.bytes[f.item.len] == '\0');
    mh_out again = {0};
    mh_intake__put(&again, f.kind, &f.item, f.item.article, &f.counts);
    must(again.status == MH_OK && mh_intake__get(&f, again.at, again.len));
    mh_out_free(&again);
  }
  free(copy);
  return 0;
}
