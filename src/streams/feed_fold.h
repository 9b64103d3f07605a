/* What tools/feedc shares with the reader of days in feeds. */
#ifndef MH_STREAMS_FEED_FOLD_H
#define MH_STREAMS_FEED_FOLD_H

#include <stddef.h>
#include <stdint.h>

typedef enum mh_streams__kind {
  MH_WORD_MONTH,
  MH_WORD_HIJRI, /* a month of that calendar */
  MH_WORD_ZONE,  /* value: minutes           */
  MH_WORD_AM,
  MH_WORD_PM,
  MH_WORD_AM_MARK,
  MH_WORD_PM_MARK
} mh_streams__kind;

typedef struct mh_streams__word {
  const char *text; /* folded */
  uint8_t len, kind;
  int16_t value;
} mh_streams__word;

/* Well-formed text folded, its words apart by single blanks: bytes in out; 0 when cap is
 * too small. */
size_t mh_streams__fold(char *out, size_t cap, const char *text, size_t len);

#endif
