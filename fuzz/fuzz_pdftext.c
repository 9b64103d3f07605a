/* fuzz_pdftext - any bytes as what pdftotext takes out of a PDF.
 *
 * The first byte says how little memory there is.
 */
#include "article.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  if (size == 0) return 0;
  mh_arena a = {.budget = 64u << 20, .fail_at = data[0] < 64 ? data[0] : 0};
  mh_article x;
  mh_error err;
  if (mh_page_pdf_text(&x, &a, (const char *)data + 1, size - 1, &err) == MH_OK)
    check(&x);
  else
    must(err.code != MH_OK && err.text[0] && !x.text);
  mh_arena_free(&a);
  return 0;
}
