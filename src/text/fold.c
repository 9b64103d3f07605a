/* fold - Arabic letters to the 29 that lookup knows, and words to keys.
 *
 * For lookup only: the text stays as it is.  What is folded is what the Arab press writes
 * in more than one way; see text.h.
 */
#include "inside.h"

#define S MH_CH_SKIP
#define D MH_CH_DIGIT
#define O MH_CH_OTHER
#define M MH_CH_MARK

/* U+0600..U+06FF, 16 a line. */
const uint8_t mh_text__class[256] = {
    O,          O,          O,         O,         O,          O,
    O,          O,          M,         O,         M,          M,
    M,          M,          O,         O, /* 0600 */
    S,          S,          S,         S,         S,          S,
    S,          S,          S,         S,         S,          M,
    S,          M,          M,         M, /* 0610 */
    MH_L_YA,    MH_L_HAMZA, MH_L_ALEF, MH_L_ALEF, MH_L_HAMZA, MH_L_ALEF,
    MH_L_HAMZA, MH_L_ALEF,  MH_L_BA,   MH_L_HA,   MH_L_TA,    MH_L_THA,
    MH_L_JIM,   MH_L_HAH,   MH_L_KHA,  MH_L_DAL, /* 0620 */
    MH_L_THAL,  MH_L_RA,    MH_L_ZAY,  MH_L_SIN,  MH_L_SHIN,  MH_L_SAD,
    MH_L_DAD,   MH_L_TAH,   MH_L_ZAH,  MH_L_AIN,  MH_L_GHAIN, MH_L_KAF,
    MH_L_KAF,   MH_L_YA,    MH_L_YA,   MH_L_YA, /* 0630 */
    S,          MH_L_FA,    MH_L_QAF,  MH_L_KAF,  MH_L_LAM,   MH_L_MIM,
    MH_L_NUN,   MH_L_HA,    MH_L_WAW,  MH_L_YA,   MH_L_YA,    S,
    S,          S,          S,         S, /* 0640 */
    S,          S,          S,         S,         S,          S,
    S,          S,          S,         S,         S,          S,
    S,          S,          S,         S, /* 0650 */
    D,          D,          D,         D,         D,          D,
    D,          D,          D,         D,         M,          M,
    M,          M,          MH_L_BA,   MH_L_QAF, /* 0660 */
    S,          MH_L_ALEF,  MH_L_ALEF, MH_L_ALEF, MH_L_HAMZA, MH_L_ALEF,
    MH_L_WAW,   MH_L_WAW,   MH_L_YA,   MH_L_TA,   MH_L_BA,    MH_L_BA,
    MH_L_TA,    MH_L_TA,    MH_L_BA,   MH_L_TA, /* 0670 */
    MH_L_BA,    MH_L_HAH,   MH_L_HAH,  MH_L_JIM,  MH_L_JIM,   MH_L_HAH,
    MH_L_JIM,   MH_L_JIM,   MH_L_DAL,  MH_L_DAL,  MH_L_DAL,   MH_L_DAL,
    MH_L_DAL,   MH_L_DAL,   MH_L_DAL,  MH_L_DAL, /* 0680 */
    MH_L_DAL,   MH_L_RA,    MH_L_RA,   MH_L_RA,   MH_L_RA,    MH_L_RA,
    MH_L_RA,    MH_L_RA,    MH_L_ZAY,  MH_L_RA,   MH_L_SIN,   MH_L_SIN,
    MH_L_SIN,   MH_L_SAD,   MH_L_SAD,  MH_L_TAH, /* 0690 */
    MH_L_AIN,   MH_L_FA,    MH_L_FA,   MH_L_FA,   MH_L_FA,    MH_L_FA,
    MH_L_FA,    MH_L_QAF,   MH_L_QAF,  MH_L_KAF,  MH_L_KAF,   MH_L_KAF,
    MH_L_KAF,   MH_L_KAF,   MH_L_KAF,  MH_L_KAF, /* 06A0 */
    MH_L_KAF,   MH_L_KAF,   MH_L_KAF,  MH_L_KAF,  MH_L_KAF,   MH_L_LAM,
    MH_L_LAM,   MH_L_LAM,   MH_L_LAM,  MH_L_NUN,  MH_L_NUN,   MH_L_NUN,
    MH_L_NUN,   MH_L_NUN,   MH_L_HA,   MH_L_JIM, /* 06B0 */
    MH_L_HA,    MH_L_HA,    MH_L_HA,   MH_L_HA,   MH_L_WAW,   MH_L_WAW,
    MH_L_WAW,   MH_L_WAW,   MH_L_WAW,  MH_L_WAW,  MH_L_WAW,   MH_L_WAW,
    MH_L_YA,    MH_L_YA,    MH_L_YA,   MH_L_WAW, /* 06C0 */
    MH_L_YA,    MH_L_YA,    MH_L_YA,   MH_L_YA,   M,          MH_L_HA,
    S,          S,          S,         S,         S,          S,
    S,          O,          O,         S, /* 06D0 */
    S,          S,          S,         S,         S,          S,
    S,          S,          S,         O,         S,          S,
    S,          S,          MH_L_DAL,  MH_L_RA, /* 06E0 */
    D,          D,          D,         D,         D,          D,
    D,          D,          D,         D,         MH_L_SHIN,  MH_L_DAD,
    MH_L_GHAIN, O,          O,         MH_L_HA /* 06F0 */
};

int mh_text_fold(mh_key *out, const char *bytes, size_t len)
{
  const unsigned char *b = (const unsigned char *)bytes;
  int n = 0;
  *out = (mh_key){0, 0};
  for (size_t i = 0; i + 1 < len; i += 2) {
    if (b[i] < 0xD8 || b[i] > 0xDB) return 0;
    const int c = mh_text__class[(((b[i] & 3) << 6) | (b[i + 1] & 63))];
    if (c == MH_CH_SKIP) continue;
    if (c > MH_L_HAMZA || c == 0 || n == MH_KEY_LETTERS) return 0;
    mh_text__put(out, n++, (uint64_t)c);
  }
  return len % 2 ? 0 : n;
}
