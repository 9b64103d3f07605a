/* fuzz_web - any bytes through the door of the page room as a page of the web.
 *
 * The first byte says how little memory there is, the second which charset a server
 * told and whether the address is known.
 * What comes out must keep the promises of page.h, as every article must.
 */
#include "article.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static const char *const told[] = {NULL, "windows-1256", "utf-16", "iso-8859-6"};
  if (size < 2) return 0;
  mh_arena a = {.budget = 256u << 20, .fail_at = data[0] < 64 ? data[0] : 0};
  const mh_source from = {.charset = told[data[1] % 4],
                          .url = data[1] & 4 ? "https://www.example.com/2022/01/27/a.html"
                                             : NULL,
                          .retrieved = data[1] & 8 ? "2022-01-28" : NULL};
  mh_article x;
  mh_error err;
  if (mh_page_html(&x, &a, (const char *)data + 2, size - 2, &from, &err) == MH_OK)
    check(&x);
  else
    must(err.code != MH_OK && err.text[0] && x.len == 0);
  mh_arena_free(&a);
  return 0;
}
