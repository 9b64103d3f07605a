/* fuzz_page - any bytes through the door of the page room as a plain page.
 *
 * The first byte says how little memory there is.  What comes out must keep the promises
 * of page.h: well-formed text, no empty lines, headings that are lines of it.
 */
#include "article.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  if (size == 0) return 0;
  mh_arena a = {.budget = 64u << 20, .fail_at = data[0] < 64 ? data[0] : 0};
  mh_article x;
  mh_error err;
  if (mh_page_plain(&x, &a, (const char *)data + 1, size - 1, &err) == MH_OK)
    check(&x);
  else
    must(err.code != MH_OK && err.text[0] && err.at <= size);
  mh_arena_free(&a);
  return 0;
}
