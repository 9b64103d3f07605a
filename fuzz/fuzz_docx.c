/* fuzz_docx - any bytes as a Word document, and as the text of one.
 *
 * The first byte says how little memory there is, the second whether the rest is a whole ZIP or
 * the XML of its text: few bytes that are changed at random remain a ZIP.
 */
#include "article.h"
#include "src/page/wordtext.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void try_package(mh_arena *a, const char *bytes, size_t len)
{
  mh_article x;
  mh_error err;
  if (mh_page_docx(&x, a, bytes, len, &err) == MH_OK)
    check(&x);
  else
    must(err.code != MH_OK && err.text[0] && !x.text);
}

static void try_text(mh_arena *a, const char *xml, size_t len)
{
  mh_page__word_styles styles = {0};
  mh_out text = {0};
  mh_error err;
  if (mh_page__word_styles_of(&styles, a, xml, len, &err) == MH_OK &&
      mh_page__word_text(&text, &styles, xml, len, &err) == MH_OK)
    must(text.len == 0 || mh_utf8_check(text.at, text.len, NULL));
  mh_out_free(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  if (size < 2) return 0;
  mh_arena a = {.budget = 64u << 20, .fail_at = data[0] < 64 ? data[0] : 0};
  const char *bytes = (const char *)data + 2;
  if (data[1] & 1)
    try_package(&a, bytes, size - 2);
  else
    try_text(&a, bytes, size - 2);
  mh_arena_free(&a);
  return 0;
}
