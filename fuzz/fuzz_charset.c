/* fuzz_charset - any bytes become well-formed UTF-8 without zeros, or are refused.
 *
 * The first byte says how little memory there is, the second what the server told.
 */
#include "article.h"
#include "src/page/web.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const told[] = {
    NULL,      "utf-8",     "windows-1256", "iso-8859-6",   "utf-16", "ibm864",
    "gb18030", "shift_jis", "iso-8859-1",   "x-mac-arabic", "big5",   "euc-kr"};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  if (size < 2) return 0;
  mh_arena a = {.budget = 64u << 20, .fail_at = data[0] < 64 ? data[0] : 0};
  const char *label = told[data[1] % (sizeof told / sizeof *told)];
  const char *text = NULL, *charset = NULL;
  size_t len = 0;
  mh_error err;
  if (mh_page__decode(&text, &len, &charset, &a, (const char *)data + 2, size - 2, label,
                      &err) == MH_OK) {
    must(text && charset && charset[0]);
    must(mh_utf8_check(text, len, NULL));
    must(!memchr(text, 0, len));
  } else {
    must(!text && len == 0 && err.code != MH_OK && err.text[0] && err.at <= size);
  }
  const mh_format f = mh_page_guess((const char *)data + 2, size - 2);
  must(f > MH_FORMAT_AUTO && f <= MH_FORMAT_PACKED);
  mh_arena_free(&a);
  return 0;
}
