/* fuzz_jsonl - any bytes through the door of the page room as a line of JSON Lines.
 *
 * The first byte says how little memory there is.  What comes out must keep the promises
 * of page.h: well-formed text, no empty lines, headings that are lines of it.
 */
#include <stdlib.h>

#include "src/page/page.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool held)
{
  if (!held) abort();
}

static void check(const mh_article *x)
{
  must(x->len > 0 && x->text[x->len] == '\0' && mh_utf8_check(x->text, x->len, NULL));
  must(x->text[0] != '\n' && x->text[x->len - 1] != '\n' && !strstr(x->text, "\n\n"));
  for (uint32_t i = 0; i < x->n_headings; i++) {
    const mh_span h = x->headings[i];
    must(h.len > 0 && h.at + h.len <= x->len);
    must(h.at == 0 || x->text[h.at - 1] == '\n');
    must(h.at + h.len == x->len || x->text[h.at + h.len] == '\n');
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  if (size == 0) return 0;
  mh_arena a = {.budget = 64u << 20, .fail_at = data[0] < 64 ? data[0] : 0};
  mh_article x;
  mh_error err;
  if (mh_page_json(&x, &a, (const char *)data + 1, size - 1, &err) == MH_OK)
    check(&x);
  else
    must(err.code != MH_OK && err.text[0] && err.at <= size);
  mh_arena_free(&a);
  return 0;
}
