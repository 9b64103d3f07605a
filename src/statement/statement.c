/* statement - the way through a report: sentence by sentence, act by act. */
#define MH_LISTS_ROWS
#include "inside.h"

size_t mh_statement_acts(void) { return MH_ACT_COUNT; }
const char *mh_statement_act(size_t i, int k) { return mh_act_rows[i][k]; }
size_t mh_statement_topics(void) { return MH_TOPIC_COUNT; }
const char *mh_statement_topic(size_t i, int k) { return mh_topic_rows[i][k]; }

#define ACTS 48 /* of one sentence; the rest of an endless one is told as content */

/* Who is with whom: "discussed with his counterpart": all who act are speakers. */
static void partners(const reader *r, act *x, uint32_t end)
{
  if (x->act != MH_ACT_MEET && x->act != MH_ACT_DISCUSS && x->act != MH_ACT_AGREE) return;
  const uint32_t stop = x->content + 14 < end ? x->content + 14 : end;
  for (uint32_t i = x->word_end; i + 1 < stop; i++) {
    subject s;
    const bool with = mh_statement__prep(r, i) == MH_TAKES_MAA;
    const bool object = x->act == MH_ACT_MEET && i + 1 == x->content;
    const uint32_t at = object && r->m->actor_at[x->content] >= 0 ? x->content : i + 1;
    if (!with && !object) continue;
    if (!mh_statement__group(r, at, &s)) continue;
    for (uint8_t k = 0; k < s.codes.n; k++) mh_codes_add(&x->who.codes, s.codes.at[k]);
    return;
  }
}

static void remember(reader *r, const act *x)
{
  const subject *teller = x->inner && x->outer_who.codes.n ? &x->outer_who : &x->who;
  r->last = x->who.codes;
  if (x->who.codes.n > 1) r->pair = x->who.codes;
  if (x->who.codes.n == 1) r->last_one = x->who.codes;
  if (!teller->carried) r->last_document = teller->document;
  if (teller->carried || teller->codes.n == 0 || x->form != ACT_VERB) return;
  const bool feminine = (x->feats & MH_F_GENDER) == MH_F_F;
  r->by_gender[feminine].codes = teller->codes;
  r->by_gender[feminine].document = teller->document;
}

/* "between X and Y", "X and Y" anywhere in the sentence: they are in play from here on. */
static void note_pairs(reader *r, const mh_sentence *s)
{
  for (uint32_t i = s->first; i < s->end; i++) {
    subject g;
    if (r->m->actor_at[i] < 0 || !mh_statement__group(r, i, &g)) continue;
    const mh_actor *x = &r->m->actors[g.first];
    if (g.codes.n == 2 && x->form != MH_ACTOR_ROLE && g.last > g.first) r->pair = g.codes;
    i = g.end - 1;
  }
}

/* Journalists' lead-in, "it is recalled that": 0 none, else the token after it, where the
 * sentence itself begins. */
static uint32_t lead_in(const reader *r, const mh_sentence *s)
{
  uint32_t i = s->first;
  const mh_reading *y = i < s->end ? mh_statement__reading(r, i, 1u << MH_POS_VERB, true) : NULL;
  /* an impersonal imperfect of saying right before "that" or "to that", nobody named */
  if (y == NULL || (y->feats & MH_F_TENSE) != MH_F_IMPERFECT || (y->pro & MH_PRO_SA)) return 0;
  if (i + 1 < s->end && r->cls[i + 1] == MH_W_AN) return i + 2;
  if (i + 2 < s->end && mh_statement__prep(r, i + 1) == MH_TAKES_ILA &&
      r->cls[i + 2] == MH_W_AN)
    return i + 3;
  return 0;
}

static mh_status sentence(reader *r, const mh_sentence *s)
{
  act acts[ACTS];
  uint32_t n = 0;
  if (s->heading) return MH_OK;
  const uint32_t after = lead_in(r, s), first = after ? after : s->first;
  for (uint32_t i = first; i < s->end && n < ACTS; i++) {
    if (!mh_statement__act_at(r, i, first, s->end, &acts[n])) continue;
    act *x = &acts[n];
    partners(r, x, s->end);
    if (n && acts[n - 1].content >= x->clause) { /* the earlier one has no room: it goes */
      if (acts[n - 1].content >= x->content) continue;
      n--;
      acts[n] = acts[n + 1];
      x = &acts[n];
    }
    remember(r, x);
    n++;
    if (x->word > i) i = x->word;
  }
  for (uint32_t k = 0; k < n; k++)
    MH_TRY(mh_statement__content(r, &acts[k], k + 1 < n ? acts[k + 1].clause : s->end));
  note_pairs(r, s);
  return MH_OK;
}

mh_status mh_statement_read(mh_findings *out, mh_arena *a, const mh_doc *doc,
                            const mh_words *w, const mh_mentions *m, mh_day published)
{
  reader r = {.a = a, .doc = doc, .w = w, .m = m, .lex = w->lex, .published = published};
  *out = (mh_findings){0};
  MH_TRY(mh_statement__prepare(&r));
  mh_statement__parties(&r);
  for (uint32_t i = 0; i < doc->n_sentences; i++) MH_TRY(sentence(&r, &doc->sentences[i]));
  MH_TRY(mh_statement__meetings(&r));
  *out = (mh_findings){r.out.at, r.meetings.at, r.out.n, r.meetings.n};
  return MH_OK;
}
