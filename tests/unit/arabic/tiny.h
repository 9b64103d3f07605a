/* A text read with the small lexicon of tests/lexicon. */
#ifndef TINY_H
#define TINY_H

#include "src/arabic/arabic.h"

extern const struct mh_lexicon mh_lexicon_tiny; /* made by tools/lexc */

typedef struct tiny {
  mh_arena a;
  mh_doc doc;
  mh_words w;
} tiny;

static inline void tiny_read(tiny *t, const char *text)
{
  mh_arena_init(&t->a, 0);
  assert_int_equal(mh_text_cut(&t->doc, &t->a, text, (uint32_t)strlen(text), NULL, 0),
                   MH_OK);
  assert_int_equal(mh_arabic_read(&t->w, &t->a, &t->doc, &mh_lexicon_tiny), MH_OK);
}

static inline void tiny_free(tiny *t)
{
  mh_arena_free(&t->a);
}

#endif
