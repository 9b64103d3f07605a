/* What the files share that make UTF-8 of a page's bytes. */
#ifndef MH_PAGE_CHARSET_H
#define MH_PAGE_CHARSET_H

#include "web.h"

/* ---- character sets by name (codepages.c) ------------------------------------------ */

typedef enum mh_page__how {
  MH_PAGE__UTF8,
  MH_PAGE__UTF16LE,
  MH_PAGE__UTF16BE,
  MH_PAGE__TABLE, /* one byte a letter, by a table of this room */
  MH_PAGE__ICU    /* by a converter of ICU                      */
} mh_page__how;

typedef struct mh_page__charset {
  const char *name; /* as the Encoding Standard has it, else the usual one */
  mh_page__how how;
  const uint16_t *points; /* TABLE: code points of 0x80..0xff; 0 none */
  bool arabic;            /* a table that has the Arabic letters      */
} mh_page__charset;

/* The character set that a label means ("latin1" is windows-1252); NULL unknown. */
const mh_page__charset *mh_page__charset_of(const char *label, size_t len);
/* Those that Arabic is written in, a byte a letter: [*n]. */
const mh_page__charset *mh_page__arabic_charsets(size_t *n);

/* ---- by content (sounds.c) ------------------------------------------------------------ */

/* Which of the Arabic character sets the bytes are in, by how the letters follow each other;
 * `told` (NULL none) where it is about as good as any.  NULL: they are no Arabic. */
const mh_page__charset *mh_page__sounds_arabic(const char *bytes, size_t len,
                                               const mh_page__charset *told);

/* ---- what is wrong though it is UTF-8 (twice.c) ----------------------------------------- */

/* Was UTF-8 taken for windows-1252 or -1256 and made UTF-8 of once more?  Then what it was.
 * The text itself, where nothing is to be done. */
mh_status mh_page__undo_twice(const char **text, size_t *len, mh_arena *a);

/* ---- Arabic letters by their shapes (shapes.c) --------------------------------------------- */

/* The letters (1..4, at most 4 code points) that a presentation form of U+FB50..FDFF and
 * U+FE70..FEFF stands for; 0 when c is none. */
uint32_t mh_page__letters_of(uint32_t out[4], uint32_t c);

/* ---- bytes that are no text (encoding.c) ----------------------------------------------------- */

/* Which of UTF-16 the bytes are, without a mark; NULL neither. */
const mh_page__charset *mh_page__bare_utf16(const char *bytes, size_t len);
/* MH_EENCODING with a word for what the bytes are when they are no text (a picture ...). */
mh_status mh_page__refuse_binary(const char *bytes, size_t len, size_t bad,
                                 mh_error *err);
/* What libuchardet takes the bytes for; NULL none. */
const mh_page__charset *mh_page__guess_charset(const char *bytes, size_t len);

/* A code point as UTF-8, 4 bytes at most: how many. */
static inline uint32_t mh_page__put(char *to, uint32_t c)
{
  if (c < 0x80) {
    to[0] = (char)c;
    return 1;
  }
  if (c < 0x800) {
    to[0] = (char)(0xc0 | c >> 6);
    to[1] = (char)(0x80 | (c & 0x3f));
    return 2;
  }
  if (c < 0x10000) {
    to[0] = (char)(0xe0 | c >> 12);
    to[1] = (char)(0x80 | (c >> 6 & 0x3f));
    to[2] = (char)(0x80 | (c & 0x3f));
    return 3;
  }
  to[0] = (char)(0xf0 | c >> 18);
  to[1] = (char)(0x80 | (c >> 12 & 0x3f));
  to[2] = (char)(0x80 | (c >> 6 & 0x3f));
  to[3] = (char)(0x80 | (c & 0x3f));
  return 4;
}

#endif
