/* article - what every article that comes through the door of the page room must keep of
 * page.h's promises; shared by the targets of that door. */
#ifndef FUZZ_ARTICLE_H
#define FUZZ_ARTICLE_H

#include <stdlib.h>

#include "src/page/page.h"

static inline void must(bool held)
{
  if (!held) abort();
}

static inline void check(const mh_article *x)
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

#endif
