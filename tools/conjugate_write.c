/* conjugate_write - from sounds to letters: what is not written, what merges, and where a
 * hamza sits.  Wright I, 15-17; the seats are those of today's schoolbooks, with the
 * spellings that newspapers have besides (styles 1 and 2).
 */
#include <assert.h>

#include "conjugate_inside.h"

/* Letters that do not join to the left. */
static bool stands_off(uint32_t p)
{
  return p == CJ_ALEF || p == CJ_AA || p == CJ_DAL || p == CJ_THAL || p == CJ_REH ||
         p == CJ_ZAIN || p == CJ_WAW || p == CJ_UU || p == CJ_HAMZA;
}

static char *put(char *at, uint32_t c)
{
  *at++ = (char)(0xC0 | (c >> 6)); /* all letters are in U+0600..U+06FF: two bytes */
  *at++ = (char)(0x80 | (c & 0x3F));
  return at;
}

/* Sounds that meet: 'a'-C is 'aa-C (آكل), iw-C and iy-C are ii-C, uy-C and uw-C uu-C. */
static void settle(cj_word *out, const cj_word *w)
{
  *out = (cj_word){.cut = w->cut};
  for (int i = 0; i < w->n; i++) {
    const uint32_t p = w->p[i], next = i + 1 < w->n ? w->p[i + 1] : CJ_NONE;
    const uint32_t after = i + 2 < w->n ? w->p[i + 2] : CJ_NONE;
    const bool closed = !cj__vowel(after) && after != next;
    const bool hamzas = cj__short(p) && out->n > 0 && out->p[out->n - 1] == CJ_HAMZA &&
                        next == CJ_HAMZA && closed;
    const bool glide = (p == CJ_I || p == CJ_U) && cj__weak(next) && closed &&
                       after != CJ_NONE;
    if (hamzas || glide) {
      cj__push(out, p - CJ_A + CJ_AA);
      i++;
    } else {
      cj__push(out, p);
    }
  }
}

/* Hamza at the end of a word follows the vowel before it. */
static uint32_t final_seat(uint32_t prev)
{
  switch (prev) {
  case CJ_A: return CJ_ALEF_HAMZA_ABOVE;
  case CJ_I: return CJ_YEH_HAMZA;
  case CJ_U: return CJ_WAW_HAMZA;
  default: return CJ_HAMZA;
  }
}

/* i is stronger than u, u than a, a than none. */
static uint32_t middle_seat(int i, uint32_t prev, uint32_t next)
{
  if (prev == CJ_I || prev == CJ_II || next == CJ_I || next == CJ_II) return CJ_YEH_HAMZA;
  /* هيئة; but the first radical behind a prefix takes alef: ييأس */
  if (prev == CJ_YEH) return i == 3 ? CJ_ALEF_HAMZA_ABOVE : CJ_YEH_HAMZA;
  /* مقروءون */
  if (prev == CJ_UU && next == CJ_UU) return CJ_HAMZA;
  if (prev == CJ_U || next == CJ_U || next == CJ_UU) return CJ_WAW_HAMZA;
  /* تساءل، مروءة */
  if (prev == CJ_AA || prev == CJ_UU) return CJ_HAMZA;
  return CJ_ALEF_HAMZA_ABOVE;
}

/* Before long u newspapers write بدأوا، بدءوا for بدؤوا, جاءوا for جاؤوا,
 * مسئول for مسؤول. */
static uint32_t styled_seat(uint32_t seat, uint32_t prev, uint32_t letter, int style)
{
  if (seat != CJ_WAW_HAMZA || style == 0) return seat;
  const uint32_t joined = stands_off(letter) ? CJ_HAMZA : CJ_YEH_HAMZA;
  if (prev == CJ_A) return style == 1 ? CJ_ALEF_HAMZA_ABOVE : joined;
  if (prev == CJ_U || prev == CJ_UU) return seat;
  return prev == CJ_AA ? CJ_HAMZA : joined;
}

/* Writes the hamza at i; *skip tells that the long a behind it went into its madda. */
static char *put_hamza(char *at, const cj_word *w, int i, bool joined, int style,
                       bool *skip)
{
  int back = i - 1;
  if (back > 0 && w->p[back] == CJ_HAMZA) back--; /* doubled */
  const uint32_t prev = back >= 0 ? w->p[back] : CJ_NONE;
  const uint32_t next = i + 1 < w->n ? w->p[i + 1] : CJ_NONE;
  const bool shown_maqsura = next == CJ_AY && i + 2 == w->n && !joined;
  const bool long_a = (next == CJ_AA || next == CJ_AY) && !shown_maqsura;
  /* لم ينأ، مرتئ */
  const bool own = w->cut && !cj__long(prev);
  const bool final = !joined && !own &&
                     (next == CJ_NONE || (cj__short(next) && i + 2 == w->n));
  uint32_t seat;
  if (i == 0)
    seat = next == CJ_I || next == CJ_II ? CJ_ALEF_HAMZA_BELOW : CJ_ALEF_HAMZA_ABOVE;
  else if (final)
    seat = final_seat(prev);
  else
    seat = middle_seat(i, prev, next);
  if (next == CJ_UU && i > 0) {
    const uint32_t letter = cj__short(prev) && back > 0 ? w->p[back - 1] : prev;
    seat = styled_seat(seat, prev, letter, style);
  }
  *skip = seat == CJ_ALEF_HAMZA_ABOVE && long_a;
  return put(at, *skip ? CJ_ALEF_MADDA : seat);
}

static uint32_t letter_of(const cj_word *w, int i, bool joined)
{
  const bool end = i + 1 == w->n && !joined;
  switch (w->p[i]) {
  case CJ_AA:
  case CJ_WASL: return CJ_ALEF;
  case CJ_II: return CJ_YEH;
  case CJ_UU: return CJ_WAW;
  /* رمى, but يحيا behind ya */
  case CJ_AY: return end && (i == 0 || w->p[i - 1] != CJ_YEH) ? CJ_ALEF_MAQSURA : CJ_ALEF;
  case CJ_MUTE: return end ? CJ_ALEF : CJ_NONE;
  case CJ_TEH_MARBUTA: return end ? CJ_TEH_MARBUTA : CJ_TEH;
  default: return w->p[i];
  }
}

void cj__write(char out[CJ_FORM_MAX], const cj_word *w, bool joined, int style)
{
  cj_word s;
  char *at = out;
  settle(&s, w);
  for (int i = 0; i < s.n; i++) {
    const uint32_t p = s.p[i];
    if (cj__short(p)) continue;
    if (i + 1 < s.n && p > CJ_MUTE && s.p[i + 1] == p)
      continue; /* doubled: written once */
    assert(at + 3 < out + CJ_FORM_MAX);
    if (p == CJ_HAMZA) {
      bool skip;
      at = put_hamza(at, &s, i, joined, style, &skip);
      if (skip) i++;
      continue;
    }
    const uint32_t c = letter_of(&s, i, joined);
    if (c != CJ_NONE) at = put(at, c);
  }
  *at = '\0';
}
