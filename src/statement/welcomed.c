/* welcomed - "was (kana) at the reception of X | N. of Y", "N. was at the head of those who received
 * X": an arrival told by who stood there, which no verb of meeting tells.
 */
#include "inner.h"
#include "meeting.h"

#define FAR 16 /* tokens from who arrives, and where, to who receives him */

/* The word at i for receiving somebody, or for those who do; NULL for any other. */
static const mh_reading *receiving(const reader *r, uint32_t i)
{
  const mh_reading *y = mh_statement__reading(
      r, i, 1u << MH_POS_MASDAR | 1u << MH_POS_ACTIVE, true);
  if (y == NULL || y->pro) return NULL;
  const mh_frame *f = mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word));
  const bool meets = f->act == MH_ACT_MEET && f->kind == MH_FRAME_ACT &&
                     f->event == MH_EVENT_TALKS && (f->takes & MH_TAKES_OBJECT);
  const mh_match *m = mh_words_match(r->w, i, MH_PH_MEETING);
  return meets && (m == NULL || mh_lex_meeting(r->lex, m->value)->level < 2) ? y : NULL;
}

/* The "in" before the word at i: "in | the reception of", "in the forefront of | those who receive";
 * NO_TOKEN none. */
static uint32_t in_before(const reader *r, uint32_t i, uint32_t first)
{
  if (i > first && mh_statement__prep(r, i - 1) == MH_TAKES_FI) return i - 1;
  if (i < first + 2 || mh_statement__prep(r, i - 2) != MH_TAKES_FI ||
      r->m->actor_of[i - 1] >= 0 || mh_statement__article(r, i - 1) ||
      !mh_statement__noun_like(r, i - 1))
    return NO_TOKEN;
  return i - 2;
}

/* Somebody at token k who acts by an office or a name, and is no place of what happens. */
static bool somebody(const reader *r, uint32_t k, subject *s)
{
  const int32_t at = r->m->actor_at[k];
  if (at < 0 || r->m->actors[at].form <= MH_ACTOR_CAPITAL || mh_statement__joined(r, k) ||
      (k && r->cls[k - 1] == MH_W_PREP))
    return false;
  return mh_statement__group(r, k, s) && s->codes.n > 0 && !s->nobody && !s->document;
}

/* Who receives, as told from token k on: behind where and when he does. */
static bool behind(const reader *r, uint32_t k, uint32_t end, subject *s)
{
  const uint32_t stop = k + FAR < end ? k + FAR : end;
  for (; k < stop; k++) {
    if (r->cls[k] == MH_W_AN || r->cls[k] == MH_W_SUB || r->cls[k] == MH_W_CONJ ||
        relative(r, k))
      return false;
    if (somebody(r, k, s)) return true;
  }
  return false;
}

bool mh_statement__welcomed(reader *r, uint32_t i, uint32_t first, uint32_t end, act *out)
{
  const mh_reading *y = receiving(r, i);
  const uint32_t in = y ? in_before(r, i, first) : NO_TOKEN;
  if (in == NO_TOKEN || in == first || i + 1 >= end) return false;
  subject guest = {.first = -1, .end = i + 1, .codes = r->last_one}, host;
  if (y->enc == MH_ENC_NONE &&
      (r->m->actor_at[i + 1] < 0 || !mh_statement__group(r, i + 1, &guest)))
    return false;
  if (guest.codes.n != 1 || guest.nobody) return false;
  uint32_t was = in - 1;
  if (r->cls[was] == MH_W_AUX) { /* "was | in his reception N." */
    if (!behind(r, guest.end, end, &host)) return false;
  } else { /* "was N. | in his reception" */
    if (!mh_statement__group_before(r, in, first, &host) || host.nobody) return false;
    was = r->m->actors[host.first].first;
    if (was == first || r->cls[--was] != MH_W_AUX) return false;
  }
  mh_statement__start(r, out, i, y, ACT_VERB);
  out->act = out->outer = MH_ACT_MEET;
  out->kind = MH_FRAME_ACT;
  out->takes = LED_OBJECT;
  out->clause = was;
  out->content = i + 1;
  out->who = host;
  out->who.end = i + 1;
  for (uint8_t n = 0; n < guest.codes.n; n++)
    mh_codes_add(&out->who.codes, guest.codes.at[n]);
  return host.codes.n > 0 && out->who.codes.n > 1;
}
