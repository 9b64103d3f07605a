/* clause - which words of a sentence are act words in clauses of their own, and who acts.
 *
 * A finite act verb counts where a clause can begin: at the sentence's start, after a mark
 * or a conjunction, with wa-, or right after the actors who act.  After a relative pronoun
 * or an infinitive "an" it is part of what is said.  A participle counts where it is
 * circumstantial ("stressing that").
 */
#include "inside.h"

#define VERBS (1u << MH_POS_VERB)
#define NOUNS (1u << MH_POS_MASDAR | 1u << MH_POS_NOUN)

/* Does the token before i close what went before, so that a clause may begin at i? */
static bool opens(const reader *r, uint32_t i, uint32_t first)
{
  if (i == first || mh_statement__and(r, i)) return true;
  const uint32_t p = i - 1;
  if (mh_statement__quote_mark(r, p)) return p == first || opens(r, p, first);
  if (tok(r, p)->kind == MH_TOKEN_MARK) return true;
  switch (r->cls[p]) {
  case MH_W_CONJ: case MH_W_AND: return true;
  case MH_W_QAD: case MH_W_FUT: case MH_W_DEM: return opens(r, p, first);
  case MH_W_AUX: return opens(r, p, first);
  default: break;
  }
  /* the last word of a conjunction of several words */
  for (uint32_t b = 2; b <= 4 && i >= first + b; b++)
    if (r->cls_end[i - b] == b && r->cls[i - b] == MH_W_CONJ) return true;
  /* after a date that itself stands at such a place */
  for (uint32_t b = 1; b <= 8 && i >= first + b; b++) {
    const int32_t d = r->m->when_at[i - b];
    if (d >= 0 && r->m->whens.at[d].end == i) return opens(r, i - b, first);
  }
  return false;
}

/* Is the verb at i held by a relative pronoun or an infinitive an? */
static bool held(const reader *r, uint32_t i, uint32_t first)
{
  for (uint32_t p = i; p-- > first && i - p <= 3;) {
    const mh_word_class c = (mh_word_class)r->cls[p];
    if (c == MH_W_REL || c == MH_W_AN || c == MH_W_SUB || c == MH_W_PURPOSE) return true;
    if (c == MH_W_NEG) return true;
    if (c != MH_W_QAD && c != MH_W_FUT && c != MH_W_AUX) return false;
  }
  return false;
}

/* Between the last clause mark and i, is there a relative pronoun that still waits for its
 * verb?  ("the talks that the two ministers | held") */
static bool relative_open(const reader *r, uint32_t i, uint32_t first)
{
  for (uint32_t p = i; p-- > first && i - p <= 12;) {
    if (mh_statement__comma(r, p)) return false;
    if (r->cls[p] == MH_W_REL || r->cls[p] == MH_W_SUB) return true;
    if (r->cls[p] == MH_W_AN) return true;
    if (mh_statement__reading(r, p, VERBS, false) && p + 1 < i &&
        !mh_statement__reading(r, p, NOUNS, false))
      return false;
  }
  return false;
}

static bool third_person(uint32_t f) { return (f & MH_F_PERSON) == MH_F_3; }

static uint32_t skip_adverbs(const reader *r, uint32_t i, uint32_t end)
{
  while (i < end) {
    const int32_t d = r->m->when_at[i];
    if (d >= 0) {
      i = r->m->whens.at[d].end;
    } else if (mh_statement__mark(r, i, '(')) {
      while (i < end && !mh_statement__mark(r, i, ')')) i++;
      i++;
    } else if (r->cls[i] == MH_W_OTHER || r->cls[i] == MH_W_AND) {
      i += r->cls_end[i];
    } else {
      break;
    }
  }
  return i < end ? i : end;
}

/* kull(an) min: "each of". */
static uint32_t skip_each(const reader *r, uint32_t i, uint32_t end)
{
  const mh_token *t = i < end ? tok(r, i) : NULL;
  if (t && t->n >= 2 && t->n <= 3 && mh_key_letter(t->key, 0) == MH_L_KAF &&
      mh_key_letter(t->key, 1) == MH_L_LAM && i + 1 < end &&
      mh_statement__prep(r, i + 1) == MH_TAKES_MIN)
    return i + 2;
  return i;
}

/* Agreement of a bare verb tells who is carried on: a dual is both. */
static void carry(const reader *r, const act *x, subject *s)
{
  const mh_codes *both = r->pair.n > 1 ? &r->pair : &r->parties;
  *s = (subject){.first = -1, .last = -1, .carried = true, .end = x->word_end,
                 .document = r->last_document};
  if ((x->feats & MH_F_NUMBER) == MH_F_DU)
    s->codes = r->last.n > 1 ? r->last : *both;
  else if ((x->feats & MH_F_PERSON) == MH_F_1)
    s->codes = r->last.n ? r->last : *both;
  else
    s->codes = r->last;
}

/* May the noun at i be somebody who is no political actor ("experts", "the report")? */
static bool stranger(const reader *r, uint32_t i, uint32_t end)
{
  if (i >= end || tok(r, i)->kind != MH_TOKEN_WORD) return false;
  if (r->cls[i] != MH_W_NONE || mh_statement__joined(r, i)) return false;
  if (mh_statement__reading(r, i, NOUNS | VERBS, false)) return false;
  return !(tok(r, i)->flags & MH_TF_TANWIN);
}

static bool find_subject(reader *r, act *x, uint32_t first, uint32_t end)
{
  uint32_t i = skip_adverbs(r, x->word_end, end);
  i = skip_each(r, i, end);
  if (x->form == ACT_VERB && mh_statement__group(r, i, &x->who)) return true;
  if (x->form == ACT_VERB && i < end && mh_statement__comma(r, i) &&
      mh_statement__group(r, i + 1, &x->who))
    return true;
  if (x->form == ACT_VERB && x->word > first) {
    uint32_t p = x->word;
    while (p > first && (r->cls[p - 1] == MH_W_QAD || r->cls[p - 1] == MH_W_FUT ||
                         r->cls[p - 1] == MH_W_AUX))
      p--;
    if (mh_statement__group_before(r, p, first, &x->who)) {
      const uint32_t head = r->m->actors[x->who.first].first;
      if (opens(r, head, first) && !held(r, head, first)) {
        x->clause = head;
        x->who.end = x->word_end;
        return true;
      }
    }
  }
  carry(r, x, &x->who);
  return x->form == ACT_PARTICIPLE || !stranger(r, i, end);
}

/* Pick the frame that the complement found fits best and set the act from it. */
static bool settle(const reader *r, act *x, uint32_t from, uint32_t end)
{
  if (!mh_statement__complement(r, x, from, end)) return false;
  mh_statement__inner(r, x, end);
  return true;
}

static bool has_meeting(const reader *r, uint32_t first, uint32_t end)
{
  for (uint32_t i = first; i < end; i++)
    if (mh_words_match(r->w, i, MH_PH_MEETING)) return true;
  return false;
}

static void start_act(const reader *r, act *x, uint32_t i, const mh_reading *y, uint8_t form)
{
  const mh_word *w = mh_lex_word(r->lex, y->word);
  *x = (act){.word = i, .word_end = i + 1, .clause = i, .feats = y->feats, .form = form,
             .frames = mh_lex_frames(r->lex, w), .n_frames = w->n_frames,
             .future = (y->pro & MH_PRO_SA) || (i && r->cls[i - 1] == MH_W_FUT)};
}

static bool verb(reader *r, uint32_t i, uint32_t first, uint32_t end, act *out)
{
  const mh_reading *y = mh_statement__reading(r, i, VERBS, true);
  if (y == NULL || held(r, i, first)) return false;
  if (!third_person(y->feats) && !r->quoted[i]) return false;
  if (y->pro & MH_PRO_LI) return false;
  if (third_person(y->feats) && r->quoted[i] && i > first &&
      !mh_statement__quote_mark(r, i - 1))
    return false;
  const bool noun_too = mh_statement__reading(r, i, NOUNS, false) != NULL;
  start_act(r, out, i, y, ACT_VERB);
  const bool ok = find_subject(r, out, first, end);
  const bool named = out->who.first >= 0;
  if (!ok) return false;
  const bool open = opens(r, i, first), before = out->clause < i;
  if (!open && !before && !(named && !noun_too && !relative_open(r, i, first))) return false;
  if (noun_too && !named && i != first) return false;
  if (out->who.codes.n == 0 && !out->who.unresolved) return false;
  if (!settle(r, out, named && !before ? out->who.end : out->word_end, end)) return false;
  if (out->kind == MH_FRAME_MEET && !has_meeting(r, i, out->content + 12 < end ? out->content + 12 : end))
    return false;
  if (out->kind == MH_FRAME_WEAK && !named) return false;
  return true;
}

static bool participle(reader *r, uint32_t i, uint32_t first, uint32_t end, act *out)
{
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_ACTIVE, true);
  if (y == NULL || (y->pro & (MH_PRO_AL | MH_PRO_BI | MH_PRO_LI | MH_PRO_KA))) return false;
  if (i == first || r->quoted[i]) return false;
  const bool acc = y->enc == MH_ENC_ACC || (tok(r, i)->flags & MH_TF_TANWIN);
  const uint32_t number = y->feats & MH_F_NUMBER;
  const bool mark = tok(r, i - 1)->kind == MH_TOKEN_MARK || mh_statement__and(r, i);
  if (number == MH_F_SG && (y->feats & MH_F_GENDER) != MH_F_F && !acc) return false;
  if (number != MH_F_SG && !(y->feats & MH_F_OBLIQUE)) return false;
  if (!acc && !mark && number == MH_F_SG) return false;
  start_act(r, out, i, y, ACT_PARTICIPLE);
  find_subject(r, out, first, end);
  if (out->who.codes.n == 0) return false;
  if (!settle(r, out, out->word_end, end)) return false;
  return out->content - out->word_end < 4 || out->takes != LED_OBJECT;
}

bool mh_statement__act_at(reader *r, uint32_t i, uint32_t first, uint32_t end, act *out)
{
  if (tok(r, i)->kind != MH_TOKEN_WORD) return false;
  if (r->m->actor_of[i] >= 0 && r->m->actors[r->m->actor_of[i]].first < i) return false;
  if (verb(r, i, first, end, out)) return true;
  return participle(r, i, first, end, out);
}
