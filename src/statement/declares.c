/* declares - documents that speak in their own voice: a declaration of leaders ("We, the heads
 * of state of N. and N., affirm ..."), a resolution ("The council, recalling ..., decides ...").
 *
 * Who declares is noted once; the verbs that follow, point by point, are read as any other
 * (clause.c) and go back to him (carry.c).  What somebody is quoted to say with "we" is not
 * this: that is note_speech()'s in statement.c.
 */
#include "assembly.h"
#include "points.h"

static bool letters(const mh_token *t, int from, int a, int b, int c)
{
  return mh_key_letter(t->key, from) == a && mh_key_letter(t->key, from + 1) == b &&
         mh_key_letter(t->key, from + 2) == c;
}

/* nahnu; innana. */
static bool we_word(const mh_token *t)
{
  const int skip = mh_key_letter(t->key, 0) == MH_L_WAW;
  if (t->n == 3 + skip) return letters(t, skip, MH_L_NUN, MH_L_HAH, MH_L_NUN);
  return t->n == 4 + skip && letters(t, skip, MH_L_ALEF, MH_L_NUN, MH_L_NUN) &&
         mh_key_letter(t->key, skip + 3) == MH_L_ALEF;
}

/* idh: "as it recalls". */
static bool whereas(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  const int skip = mh_key_letter(t->key, 0) == MH_L_WAW;
  return t->n == 2 + skip && mh_key_letter(t->key, skip) == MH_L_ALEF &&
         mh_key_letter(t->key, skip + 1) == MH_L_THAL;
}

/* A definite plural in the oblique: "(we,) the participants", "the undersigned". */
static bool those_who(const mh_token *t)
{
  return t->n > 6 && mh_key_letter(t->key, 0) == MH_L_ALEF &&
         mh_key_letter(t->key, 1) == MH_L_LAM &&
         mh_statement__letter_back(t, 0) == MH_L_NUN &&
         mh_statement__letter_back(t, 1) == MH_L_YA;
}

/* Past the number of a point and its mark. */
static uint32_t past_marks(const reader *r, const mh_sentence *s)
{
  uint32_t i = s->first;
  while (i < s->end &&
         (tok(r, i)->kind == MH_TOKEN_NUMBER || tok(r, i)->kind == MH_TOKEN_MARK))
    i++;
  return i;
}

/* "(we,) the heads of the parliaments of N.": a word for who holds an office. */
static bool in_office(const reader *r, uint32_t i)
{
  const mh_match *m = mh_words_match(r->w, i, MH_PH_OFFICE);
  return m && !(m->pro & ~MH_PRO_AL);
}

/* A letter of the alphabet that counts points, in brackets or before a mark. */
static bool letter(const reader *r, uint32_t i)
{
  return tok(r, i)->kind == MH_TOKEN_WORD && tok(r, i)->n == 1;
}

bool mh_statement__point(const reader *r, uint32_t i, uint32_t first)
{
  if (!r->resolver) return false;
  while (i > first && (r->cls[i - 1] == MH_W_AN || r->cls[i - 1] == MH_W_AGAIN)) i--;
  while (i > first &&
         (tok(r, i - 1)->kind == MH_TOKEN_NUMBER || letter(r, i - 1) ||
          (tok(r, i - 1)->kind == MH_TOKEN_MARK && !mh_statement__comma(r, i - 1))))
    i--;
  return i == first;
}

/* Those who declare, from token i on; none when it is nobody who could. */
static mh_codes declarers(const reader *r, uint32_t i, uint32_t end)
{
  subject g;
  mh_codes none = {.n = 0};
  if (i < end && mh_statement__comma(r, i)) i++;
  if (i >= end) return none;
  if (mh_statement__group(r, i, &g)) {
    const uint8_t form = r->m->actors[g.first].form;
    if (form == MH_ACTOR_PERSON || form == MH_ACTOR_CAPITAL) return none;
    if (g.codes.n && !g.unresolved) return g.codes;
  } else if (!those_who(tok(r, i)) && !in_office(r, i)) {
    return none;
  }
  if (r->body) return mh_codes_add(&none, r->body), none;
  if (r->parties.n > 1) return r->parties;
  mh_codes_add(&none, "OTHER");
  return none;
}

/* No verb from token i on, and no full stop at the end: the sentence goes on in the lines
 * that follow. */
static bool left_open(const reader *r, uint32_t i, const mh_sentence *s)
{
  const mh_token *last = tok(r, s->end - 1);
  if (last->kind == MH_TOKEN_MARK && !mh_statement__comma(r, s->end - 1)) return false;
  for (; i < s->end; i++)
    if (r->cls[i] == MH_W_NONE && r->w->glance[i].pos == 1u << MH_POS_VERB) return false;
  return true;
}

/* "The council, | recalling": where it stands at the head of a sentence, with inna; or all
 * alone in a line, and what it recalls in those below; or what it decides is told below. */
static bool resolves(const reader *r, const mh_sentence *s, mh_codes *who)
{
  subject g;
  uint32_t i = s->first;
  const bool inna = r->cls[i] == MH_W_AN;
  if (inna) i++;
  if (i >= s->end || !mh_statement__group(r, i, &g) || g.codes.n == 0 || g.unresolved)
    return false;
  const bool recalls = g.end + 1 < s->end && mh_statement__comma(r, g.end) &&
                       whereas(r, g.end + 1);
  if (!recalls &&
      !(inna && g.codes.n == 1 && mh_statement__organisation(r, g.codes.at[0]) &&
        (left_open(r, g.end, s) || mh_statement__decides_at(r, s) != NO_TOKEN)))
    return false;
  *who = g.codes;
  return true;
}

bool mh_statement__resolution(const reader *r)
{
  mh_codes who = {.n = 0};
  uint32_t i = 0;
  while (i < r->doc->n_sentences && r->doc->sentences[i].heading) i++;
  return i < r->doc->n_sentences && resolves(r, &r->doc->sentences[i], &who);
}

/* "We reject", "we call upon" at the head of a line, with nobody before it: a point of the
 * declaration that was announced before it, or of the assembly that the report tells of. */
static bool point_of_ours(const reader *r, uint32_t i, mh_codes *who)
{
  if (r->declarer.n || r->opinion || !(r->w->glance[i].acts >> MH_POS_VERB & 1) ||
      r->cls[i] != MH_W_NONE || r->m->actor_of[i] >= 0)
    return false;
  if (r->list.on)
    *who = r->list.act.who.codes;
  else
    mh_codes_add(who, r->body);
  for (uint32_t k = 0; who->n && k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    const mh_word *w = y->word ? mh_lex_word(r->lex, y->word) : NULL;
    if (w == NULL || w->n_frames == 0 || MH_F_POS_OF(y->feats) != MH_POS_VERB) continue;
    const uint32_t now = MH_F_PERSON | MH_F_NUMBER | MH_F_TENSE;
    if ((y->feats & now) == (MH_F_1 | MH_F_PL | MH_F_IMPERFECT)) return true;
  }
  return false;
}

/* Who resolves: the verbs of the points are his. */
static void resolver(reader *r, const mh_sentence *s, const mh_codes *who)
{
  r->resolver = r->plain = true;
  r->last = *who;
  if (who->n == 1) r->last_one = *who;
  for (int k = 0; k < 2; k++) {
    r->by_gender[k].codes = *who;
    r->by_gender[k].document = false;
  }
  r->stranger = 0;
  r->acted = s->paragraph;
}

/* Those who are named from token i to `end`, where no verb stands there: "the leaders and envoys
 * of the states of N."; none else. */
static mh_codes only_those(const reader *r, uint32_t i, uint32_t end)
{
  const mh_codes none = {.n = 0};
  mh_codes who = {.n = 0};
  subject g;
  if (mh_statement__group(r, i, &g) && g.end == end && !g.unresolved) return g.codes;
  for (; i < end; i++) {
    const int32_t at = r->m->actor_at[i];
    if (tok(r, i)->kind != MH_TOKEN_WORD ||
        (r->cls[i] == MH_W_NONE && r->w->glance[i].pos == 1u << MH_POS_VERB))
      return none;
    for (uint8_t k = 0; at >= 0 && k < r->m->actors[at].codes.n; k++)
      mh_codes_add(&who, r->m->actors[at].codes.at[k]);
  }
  return who;
}

bool mh_statement__told_in_points(reader *r, const mh_sentence *s)
{
  mh_codes who = {.n = 0};
  const mh_token *t = tok(r, s->first);
  if (r->in_points && t->kind != MH_TOKEN_NUMBER && t->kind != MH_TOKEN_MARK)
    r->in_points = r->resolver = false;
  if (r->resolver || s->end < s->first + 4 || !mh_statement__mark(r, s->end - 1, ':'))
    return false;
  for (uint32_t i = s->end - 2; i > s->first; i--) {
    if (r->cls[i] != MH_W_AN) continue;
    who = only_those(r, i + 1, s->end - 1);
    if (who.n == 0) return false;
    resolver(r, s, &who);
    return r->in_points = true;
  }
  return false;
}

void mh_statement__declares(reader *r, const mh_sentence *s)
{
  mh_codes who = {.n = 0};
  r->declares = 0;
  const uint32_t i = past_marks(r, s);
  if (i + 1 >= s->end || r->quoted[i]) return;
  if (tok(r, s->first)->flags & MH_TF_LINE && point_of_ours(r, i, &who)) {
    r->declarer = who;
    r->declares = i + 1;
    r->plain = true;
    return;
  }
  if (we_word(tok(r, i))) {
    who = declarers(r, i + 1, s->end);
    if (who.n == 0) return;
    r->declarer = who;
    r->declares = i + 1;
    r->plain = true;
    return;
  }
  if (resolves(r, s, &who)) resolver(r, s, &who);
}
