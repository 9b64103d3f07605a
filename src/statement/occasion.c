/* occasion - what a sentence tells of where and with whom somebody speaks, noted for those that
 * follow: who has met whom ("this came during his meeting with N., where both discussed"), and
 * from where a paragraph is told.  Meetings themselves are told of in meeting_told.c.
 */
#include "content.h"
#include "steps.h"

#define MADE 6  /* tokens from an agreement to "between" */
#define WITH 24 /* tokens from who met to whom */

/* "(said) after his meeting with | N.", "in a conference of theirs with | N.": the token where
 * N. stands for the meeting at i; 0 none. */
static uint32_t met_with(const reader *r, uint32_t i, uint32_t end)
{
  const mh_match *m = mh_words_match(r->w, i, MH_PH_MEETING);
  if (m == NULL) return 0;
  const bool own = m->enc != MH_ENC_NONE && m->enc != MH_ENC_ACC;
  const uint32_t n = own ? mh_statement__skip_adverbs(r, m->end, end) : end;
  if (n < end && r->m->actor_at[n] >= 0) return n;
  for (uint32_t k = m->end; k + 1 < end && k < m->end + MADE; k++) {
    if (r->m->actor_of[k] >= 0 || mh_statement__comma(r, k) || relative(r, k)) return 0;
    if (mh_statement__prep(r, k) == MH_TAKES_MAA) return k + 1;
  }
  return 0;
}

/* "said to (li-) | his counterpart N.", "told | his counterpart N.": the other of the two who speak
 * with each other, behind the verb of x. */
static bool spoken_to(const reader *r, const act *x, uint32_t i, subject *g)
{
  const int32_t at = r->m->actor_at[i];
  const mh_actor *y = at >= 0 ? &r->m->actors[at] : NULL;
  if (y == NULL || i <= x->word || y->form != MH_ACTOR_ROLE ||
      y->role != MH_ROLE_COUNTERPART || y->codes.n != 1 || r->quoted[i])
    return false;
  const bool to = (y->pro & MH_PRO_LI) || (y->pro == 0 && r->cls[i - 1] != MH_W_PREP);
  if (to) *g = (subject){.first = at, .last = at, .codes = y->codes};
  return to;
}

/* Who speaks in the sentence has met somebody: both are in play from here on. */
void mh_statement__note_met(reader *r, const mh_sentence *s, const act *acts, uint32_t n)
{
  if (n == 0 || acts[0].alone.n != 1 || acts[0].who.codes.n > 1) return;
  for (uint32_t i = s->first; i < s->end; i++) {
    subject g;
    const uint32_t at = met_with(r, i, s->end);
    if (at ? r->quoted[i] : !spoken_to(r, &acts[0], i, &g)) continue;
    if (at && !mh_statement__group(r, at, &g) && !mh_statement__known_name(r, at, &g))
      continue;
    mh_codes both = acts[0].alone;
    for (uint8_t k = 0; k < g.codes.n; k++) mh_codes_add(&both, g.codes.at[k]);
    if (g.codes.n && !g.nobody) mh_statement__met(r, &both);
    return;
  }
}

/* Behind the state or town that is named at token i ("Tehran", "the Iranian capital, Tehran"); 0
 * where none is. */
static uint32_t past_place(const reader *r, uint32_t i)
{
  const int32_t at = r->m->actor_at[i];
  const mh_match *p = mh_words_match(r->w, i, MH_PH_PLACE);
  if (at >= 0) {
    const mh_actor *x = &r->m->actors[at];
    const bool place = x->form == MH_ACTOR_CAPITAL || x->form == MH_ACTOR_NAME;
    return place ? x->end : 0;
  }
  if (p) return p->end;
  if (i + 2 >= r->doc->n_tokens || mh_statement__host(r, i) == NULL) return 0;
  const mh_match *a = mh_words_match(r->w, i + 1, MH_PH_ADJ);
  const mh_match *town = mh_words_match(r->w, a->end, MH_PH_CAPITAL);
  if (town == NULL) town = mh_words_match(r->w, a->end, MH_PH_PLACE);
  return town ? town->end : 0;
}

/* "In Tehran, the minister of trade said", "as for (what is) in Tehran, ...": where the rest of
 * the paragraph is told from. */
void mh_statement__note_here(reader *r, const mh_sentence *s)
{
  uint32_t i = s->first;
  if (i + 3 < s->end && r->cls[i] == MH_W_CONJ) i++;
  if (i + 2 >= s->end || mh_statement__prep(r, i) != MH_TAKES_FI) return;
  const uint32_t named = past_place(r, i + 1);
  if (named == 0) return;
  const uint32_t end = mh_statement__skip_adverbs(r, named, s->end);
  const char *code = mh_statement__host(r, i + 1);
  if (code && *code && end < s->end &&
      (mh_statement__comma(r, end) || (r->w->glance[end].pos & 1u << MH_POS_VERB)))
    r->here = code, r->here_in = s->paragraph, r->here_after = r->last_one;
}

/* "this came during | the meeting of N. with N.", "during his meeting with N.": the token where
 * the meeting begins; 0 where the sentence does not begin so. */
static uint32_t came_during(const reader *r, const mh_sentence *s)
{
  const uint32_t i = s->first;
  if (i + 4 >= s->end || r->cls[i + 1] != MH_W_DEM || r->cls[i + 2] != MH_W_PREP)
    return 0;
  const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, true);
  if (v == NULL) return 0;
  const mh_frame *f = mh_lex_frames(r->lex, mh_lex_word(r->lex, v->word));
  if (f->kind != MH_FRAME_WEAK || f->act != MH_ACT_STATE) return 0;
  for (uint32_t k = i + 3; k < s->end && k < i + 8; k++)
    if (mh_words_match(r->w, k, MH_PH_MEETING)) return k;
  return 0;
}

/* The one other than `he` that bi- or "with" leads, from token i on. */
static mh_codes led_by_with(const reader *r, uint32_t i, uint32_t end, const mh_codes *he)
{
  for (uint32_t k = i; k < end && k < i + WITH; k++) {
    subject g;
    if (r->cls[k] == MH_W_CONJ || r->cls[k] == MH_W_AN || relative(r, k)) break;
    const int32_t a = r->m->actor_at[k];
    if (a < 0) continue;
    const bool with = r->m->actors[a].pro & MH_PRO_BI ||
                      (k && mh_statement__prep(r, k - 1) == MH_TAKES_MAA);
    if (with && mh_statement__group(r, k, &g) && g.codes.n && !g.nobody &&
        !(g.codes.n == 1 && mh_codes_has(he, g.codes.at[0])))
      return g.codes;
  }
  return (mh_codes){.n = 0};
}

void mh_statement__note_occasion(reader *r, const mh_sentence *s)
{
  const uint32_t i = came_during(r, s);
  if (i == 0) return;
  const mh_match *m = mh_words_match(r->w, i, MH_PH_MEETING);
  const bool own = m->enc != MH_ENC_NONE && m->enc != MH_ENC_ACC;
  subject g;
  mh_codes both = {.n = 0}, other = {.n = 0};
  if (own) {
    const uint32_t at = met_with(r, i, s->end);
    both = r->last_one.n ? r->last_one : r->last;
    if (at && mh_statement__group(r, at, &g) && !g.nobody) other = g.codes;
    if (other.n == 0) other = led_by_with(r, m->end, s->end, &both);
  } else if (m->end < s->end && (mh_statement__group(r, m->end, &g) ||
                                 mh_statement__known_name(r, m->end, &g))) {
    both = g.codes;
    other = led_by_with(r, g.end, s->end, &both);
  }
  if (both.n != 1 || other.n == 0) return;
  for (uint8_t k = 0; k < other.n; k++) mh_codes_add(&both, other.at[k]);
  mh_statement__met(r, &both);
}
