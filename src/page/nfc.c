/* nfc - Normalization Form C, by ICU, for the words that may need it.
 *
 * Nearly all text is in NFC already, so one look over the bytes finds the words that hold
 * anything that composition or reordering could touch (Unicode Standard Annex 15); only
 * those go through ICU, a word at a time: a space is a border that NFC never crosses.
 * Doubt counts as a hit: the look may be coarse, never blind.
 */
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "../base/lanes.h"
#include "inside.h"

/* Bytes that deserve a second look: leads of blocks with combining characters, and the
 * continuation bytes of Arabic marks.  CC CD combining; CE..D7 Greek to Hebrew; DB late
 * Arabic; DC DD Syriac; DE DF Thaana, N'Ko; E0 E1; E2; E3..ED; EF; F0.. */
static const uint8_t look[256] = {
    [0x8b] = 1, [0x8c] = 1, [0x8d] = 1, [0x8e] = 1, [0x8f] = 1, [0x90] = 1, [0x91] = 1,
    [0x92] = 1, [0x93] = 1, [0x94] = 1, [0x95] = 1, [0x96] = 1, [0x97] = 1, [0x98] = 1,
    [0x99] = 1, [0x9a] = 1, [0x9b] = 1, [0x9c] = 1, [0x9d] = 1, [0x9e] = 1, [0x9f] = 1,
    [0xb0] = 1, [0xcc] = 1, [0xcd] = 1, [0xce] = 1, [0xcf] = 1, [0xd0] = 1, [0xd1] = 1,
    [0xd2] = 1, [0xd3] = 1, [0xd4] = 1, [0xd5] = 1, [0xd6] = 1, [0xd7] = 1, [0xdb] = 1,
    [0xdc] = 1, [0xdd] = 1, [0xde] = 1, [0xdf] = 1, [0xe0] = 1, [0xe1] = 1, [0xe2] = 1,
    [0xe3] = 1, [0xe4] = 1, [0xe5] = 1, [0xe6] = 1, [0xe7] = 1, [0xe8] = 1, [0xe9] = 1,
    [0xea] = 1, [0xeb] = 1, [0xec] = 1, [0xed] = 1, [0xef] = 1, [0xf0] = 1, [0xf1] = 1,
    [0xf2] = 1, [0xf3] = 1, [0xf4] = 1};

/* A mark of the Arabic block at p (two bytes). */
static bool arabic_mark(unsigned char a, unsigned char b)
{
  if (a == 0xd9) return (b >= 0x8b && b <= 0x9f) || b == 0xb0;
  if (a == 0xd8) return b >= 0x90 && b <= 0x9a;
  return a == 0xdb && b >= 0x96 && b <= 0xad;
}

/* Might the character whose byte at t[i] was looked at need work?  t has a NUL at its
 * end, so two bytes ahead are readable from any byte of a longer sequence. */
static bool doubtful(const unsigned char *t, uint32_t i)
{
  const unsigned char c = t[i];
  if (c < 0xc0) { /* a continuation byte */
    const unsigned char lead = i ? t[i - 1] : 0;
    if (lead != 0xd8 && lead != 0xd9) return false;
    if (!arabic_mark(lead, c)) return false;
    /* A vowel sign alone stays; hamza and madda compose, two marks have an order. */
    if (lead == 0xd8 || c > 0x92) return true;
    return t[i + 1] && arabic_mark(t[i + 1], t[i + 2]);
  }
  switch (c) {
  case 0xd0:
  case 0xd1: return false; /* Cyrillic letters compose only with a mark, seen by itself */
  case 0xdb: return arabic_mark(c, t[i + 1]);
  case 0xe2:
    return !(t[i + 1] >= 0x80 && t[i + 1] <= 0x82) &&
           !(t[i + 1] >= 0x94 && t[i + 1] <= 0xaa);
  case 0xef:
    return t[i + 1] >= 0xa4 && t[i + 1] <= 0xb8 &&
           !(t[i + 1] >= 0xae && t[i + 1] <= 0xb7);
  case 0xf0: return t[i + 1] != 0x9f;
  default: return true;
  }
}

/* Which of the sixteen bytes at p, before which another stands, deserve a second look?
 * Bytes of `look`, those of Arabic marks only behind the first bytes of such. */
static inline mh_lanes not_sure(const unsigned char *p)
{
  const mh_lanes v = mh_lanes_at(p), before = mh_lanes_at(p - 1);
  const mh_lanes marks = mh_lanes_in(v, 0x8b, 0x9f) | mh_lanes_are(v, 0xb0);
  const mh_lanes other = mh_lanes_in(v, 0xcc, 0xd7) | (mh_lanes)(v >= 0xdb);
  const mh_lanes above = mh_lanes_in(v, 0x90, 0x9a); /* U+0610..061A */
  return (marks & mh_lanes_are(before, 0xd9)) | (above & mh_lanes_are(before, 0xd8)) |
         other;
}

static uint32_t next_doubt(const char *text, uint32_t from, uint32_t len)
{
  const unsigned char *t = (const unsigned char *)text;
  for (uint32_t i = from; i < len; i++) {
    if (i) i += (uint32_t)mh_lanes_run(t + i, len - i, not_sure);
    while (i && len - i >= MH_LANES) {
      const mh_lanes odd = not_sure(t + i);
      if (mh_lanes_any(odd)) {
        i += mh_lanes_first(odd);
        break;
      }
      i += MH_LANES;
    }
    if (i < len && look[t[i]] && doubtful(t, i)) return i;
  }
  return len;
}

/* ---- one word ------------------------------------------------------------------ */

enum { PIECE = 128 }; /* bytes at once, and so UTF-16 units at most */

typedef struct scratch {
  UChar wide[PIECE], form[4 * PIECE];
  char bytes[12 * PIECE];
} scratch;

/* How much of a word of len bytes to take at once: all, or up to the last border that NFC
 * does not cross.  Only a letter under more than sixty marks has none in reach; it is cut
 * in between (UAX 15 calls such text not stream-safe: to order its marks takes quadratic
 * time). */
static uint32_t piece(const UNormalizer2 *nfc, const char *text, uint32_t len)
{
  if (len <= PIECE) return len;
  uint32_t at = PIECE, n;
  while (((unsigned char)text[at] & 0xc0) == 0x80) at--;
  const uint32_t most = at;
  while (at > PIECE / 2) {
    if (unorm2_hasBoundaryBefore(nfc, (UChar32)mh_utf8_next(text + at, &n))) return at;
    do at--;
    while (((unsigned char)text[at] & 0xc0) == 0x80);
  }
  return most;
}

/* Normalise a piece of len bytes into s->bytes, *n of them. */
static mh_status normalise(scratch *s, uint32_t *n, const UNormalizer2 *nfc,
                           const char *text, uint32_t len)
{
  UErrorCode e = U_ZERO_ERROR;
  int32_t units = 0, size = 0;
  u_strFromUTF8(s->wide, PIECE, &units, text, (int32_t)len, &e);
  const int32_t made = unorm2_normalize(nfc, s->wide, units, s->form, 4 * PIECE, &e);
  u_strToUTF8(s->bytes, 12 * PIECE, &size, s->form, made, &e);
  if (U_FAILURE(e))
    return MH_ENOMEM; /* the text was checked: ICU itself is short of it */
  *n = (uint32_t)size;
  return MH_OK;
}

/* ---- the text -------------------------------------------------------------------- */

typedef struct writer {
  char *at;
  uint32_t len;
  bool apart; /* not in the bytes that are read */
} writer;

/* Write n bytes where reading has reached `read`; move out when they do not fit. */
static mh_status emit(writer *w, mh_arena *a, const char *bytes, uint32_t n,
                      uint32_t read, uint32_t len)
{
  if (!w->apart && w->len + n > read) {
    /* NFC grows UTF-8 threefold at most (UAX 15, "stability and size"). */
    char *fresh = mh_arena_take(a, 3 * (size_t)len + 1);
    if (!fresh) return MH_ENOMEM;
    memcpy(fresh, w->at, w->len);
    w->at = fresh;
    w->apart = true;
  }
  memmove(w->at + w->len, bytes, n);
  w->len += n;
  return MH_OK;
}

static bool blank(char c)
{
  return c == ' ' || c == '\n';
}

/* Normalise and write the word from[begin..end). */
static mh_status write_word(writer *w, mh_arena *a, const UNormalizer2 *nfc,
                            const char *from, mh_span word, uint32_t len)
{
  scratch s;
  const uint32_t end = word.at + word.len;
  for (uint32_t at = word.at, take, n = 0; at < end; at += take) {
    take = piece(nfc, from + at, end - at);
    MH_TRY(normalise(&s, &n, nfc, from + at, take));
    MH_TRY(emit(w, a, s.bytes, n, at + take, len));
  }
  return MH_OK;
}

mh_status mh_page__nfc(char **text, uint32_t *len, mh_arena *a)
{
  const char *from = *text;
  uint32_t doubt = next_doubt(from, 0, *len), read = 0;
  UErrorCode e = U_ZERO_ERROR;
  if (doubt == *len) return MH_OK;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&e);
  if (U_FAILURE(e)) return MH_ENOMEM;
  writer w = {.at = *text};
  while (doubt < *len) {
    uint32_t begin = doubt, end = doubt;
    while (begin > read && !blank(from[begin - 1])) begin--;
    while (end < *len && !blank(from[end])) end++;
    MH_TRY(emit(&w, a, from + read, begin - read, begin, *len));
    MH_TRY(write_word(&w, a, nfc, from, (mh_span){begin, end - begin}, *len));
    read = end;
    doubt = next_doubt(from, end, *len);
  }
  MH_TRY(emit(&w, a, from + read, *len - read, *len, *len));
  w.at[w.len] = '\0';
  *text = w.at;
  *len = w.len;
  return MH_OK;
}
