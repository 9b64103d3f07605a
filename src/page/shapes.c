/* shapes - Arabic letters that stand in a text by their shape (initial, final ...), as old
 * character sets and PDFs have them, and the letters that they are.
 *
 * By the compatibility mappings of Unicode, of the two blocks of presentation forms
 * only: all else of NFKC would change what somebody wrote (a superscript, a fraction).
 */
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

#include "charset.h"

uint32_t mh_page__letters_of(uint32_t out[4], uint32_t c)
{
  if (!((c >= 0xfb50 && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefc))) return 0;
  UErrorCode s = U_ZERO_ERROR;
  UChar parts[24];
  const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&s);
  if (U_FAILURE(s)) return 0;
  const int32_t n = unorm2_getRawDecomposition(nfkc, (UChar32)c, parts, 24, &s);
  if (U_FAILURE(s) || n < 1) return 0;
  uint32_t m = 0;
  for (int32_t i = 0; i < n; i++) { /* a mark's form is led by a blank, to stand on it */
    if (i == 0 && parts[0] == ' ' && n > 1) continue;
    if (m == 4) return 0; /* whole phrases (U+FDFA): they stay as they are */
    out[m++] = parts[i];
  }
  return m;
}
