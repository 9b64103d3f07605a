/* meeting - the meetings a report is about: kind, parties, ordinal, date, place, chairs; and
 * those announced for later. */
#include "inside.h"

#include <stdlib.h>

#define NEAR 28 /* tokens around a meeting word in which its facts stand */
#define CHAIRS 8

/* One place where a meeting is told of. */
typedef struct told {
  mh_codes parties;
  const char *kind, *date, *place;
  mh_span chairs[CHAIRS];
  uint32_t n_chairs, ordinal, first, end, score;
  bool next, lead;
} told;

static const mh_sentence *sentence_of(const reader *r, uint32_t token)
{
  for (uint32_t i = 0; i < r->doc->n_sentences; i++)
    if (token < r->doc->sentences[i].end) return &r->doc->sentences[i];
  return &r->doc->sentences[r->doc->n_sentences - 1];
}

static bool full_or_month(const char *value)
{
  return value[0] >= '1' && value[0] <= '2' && strchr(value, 'W') == NULL &&
         strlen(value) >= 4 && strchr(value, 'S') == NULL;
}

/* A verb of the future near the word, or the word for "next": it is announced. */
static bool announced(const reader *r, const mh_sentence *s, uint32_t at, const char *date)
{
  char today[16];
  const uint32_t from = at > s->first + 10 ? at - 10 : s->first;
  for (uint32_t i = from; i < at + 10 && i < s->end; i++) {
    const mh_reading *v = mh_statement__reading(r, i, 1u << MH_POS_VERB, false);
    if (v && (v->pro & MH_PRO_SA)) return true;
    if (r->cls[i] == MH_W_FUT) return true;
  }
  if (date == NULL || r->published.year == 0) return false;
  mh_day_print(today, r->published);
  return strncmp(date, today, strlen(date)) > 0;
}

static uint32_t ordinal_after(const reader *r, uint32_t end, uint32_t stop)
{
  for (uint32_t i = end; i < end + 3 && i < stop; i++) {
    const mh_match *n = mh_words_match(r->w, i, MH_PH_NUMBER);
    if (n && n->value >> 24 == 1) return n->value & 0xFFFFFF;
    if (tok(r, i)->kind == MH_TOKEN_MARK || mh_statement__prep(r, i)) return 0;
  }
  return 0;
}

/* Ordinals also stand before: "the fifth round of the dialogue". */
static uint32_t ordinal_of(const reader *r, const mh_match *m, const mh_sentence *s)
{
  const uint32_t after = ordinal_after(r, m->end, s->end);
  if (after) return after;
  for (uint32_t i = m->first; i-- > s->first && m->first - i <= 3;) {
    const mh_match *n = mh_words_match(r->w, i, MH_PH_NUMBER);
    if (n && n->value >> 24 == 1) return n->value & 0xFFFFFF;
    if (tok(r, i)->kind == MH_TOKEN_MARK) return 0;
  }
  return 0;
}

static bool is_document_word(const reader *r, uint32_t i)
{
  const int32_t a = r->m->actor_at[i];
  return a >= 0 && r->m->actors[a].form == MH_ACTOR_ROLE &&
         r->m->actors[a].role == MH_ROLE_DOCUMENT;
}

/* The nearest date of the sentence that no word for a document or an act stands before. */
static const char *date_of(const reader *r, const mh_match *m, const mh_sentence *s)
{
  const char *best = NULL;
  uint32_t near = NEAR + 1;
  for (uint32_t i = s->first; i < s->end; i++) {
    const int32_t d = r->m->when_at[i];
    if (d < 0 || !full_or_month(r->m->whens.at[d].value)) continue;
    const uint32_t far = i > m->first ? i - m->first : (m->first - i) * 2;
    bool other = false;
    for (uint32_t k = i; k-- > s->first && i - k <= 4;) other = other || is_document_word(r, k);
    if (!other && far < near) {
      near = far;
      best = r->m->whens.at[d].value;
    }
  }
  return best;
}

/* A city after "in" in the sentence, behind the meeting word first. */
static const char *place_of(const reader *r, const mh_match *m, const mh_sentence *s)
{
  const uint32_t stop = m->end + NEAR < s->end ? m->end + NEAR : s->end;
  const uint32_t back = m->first > s->first + NEAR ? m->first - NEAR : s->first;
  for (int pass = 0; pass < 2; pass++) {
    const uint32_t from = pass ? back : m->end, to = pass ? m->first : stop;
    for (uint32_t i = from; i < to; i++) {
      bool in = false;
      const unsigned bit = mh_statement__prep(r, i);
      if (pass == 0 && (bit == MH_TAKES_ALA || bit == MH_TAKES_ILA)) break;
      for (uint32_t k = i; k-- > s->first && i - k <= 3;)
        in = in || mh_statement__prep(r, k) == MH_TAKES_FI;
      const mh_match *p = mh_words_match(r->w, i, MH_PH_PLACE);
      in = in || (p && (p->pro & MH_PRO_BI));
      if (!in) continue;
      if (p) return mh_lex_place(r->lex, p->value)->english;
      if (pass == 0 && i > m->end + 8) continue;
      p = mh_words_match(r->w, i, MH_PH_ACTOR);
      if (p && mh_lex_actor(r->lex, p->value)->kind == MH_ACTOR_STATE)
        return mh_lex_actor(r->lex, p->value)->english;
    }
  }
  return NULL;
}

static void add_party(mh_codes *c, const reader *r, const mh_codes *from)
{
  (void)r;
  for (uint8_t i = 0; i < from->n; i++) mh_codes_add(c, from->at[i]);
}

/* Who meets: "between X and Y", adjectives on the meeting word, those who act with it. */
static void parties_of(const reader *r, const mh_match *m, const mh_sentence *s, told *t)
{
  const uint32_t stop = m->end + NEAR < s->end ? m->end + NEAR : s->end;
  for (uint32_t i = m->end; i < stop && i < m->end + 5; i++) {
    const mh_match *a = mh_words_match(r->w, i, MH_PH_ADJ);
    if (a) mh_codes_add(&t->parties, mh_lex_actor(r->lex, a->value)->code);
  }
  if (t->parties.n > 1) return;
  t->parties.n = 0;
  for (uint32_t i = m->end; i < stop; i++) {
    subject g;
    if (r->cls[i] != MH_W_PREP || r->m->actor_at[i + 1 < stop ? i + 1 : i] < 0) continue;
    if (!mh_statement__group(r, i + 1, &g)) continue;
    const unsigned bit = mh_statement__prep(r, i);
    if (bit == MH_TAKES_MAA || (bit == MH_TAKES_HAWLA && g.codes.n > 1))
      add_party(&t->parties, r, &g.codes);
    if (t->parties.n > 1) return;
  }
  for (uint32_t i = s->first; i < m->first; i++) {
    subject g;
    if (r->m->actor_at[i] < 0 || !mh_statement__group(r, i, &g)) continue;
    if (!(r->m->actors[g.first].pro & (MH_PRO_BI | MH_PRO_LI))) add_party(&t->parties, r, &g.codes);
    i = g.end - 1;
  }
  if (t->parties.n < 2) {
    t->parties.n = 0;
    add_party(&t->parties, r, r->pair.n > 1 && !t->lead ? &r->pair : &r->parties);
  }
}

static void chairs_of(const reader *r, const mh_match *m, const mh_sentence *s, told *t)
{
  (void)m;
  for (uint32_t i = s->first; i < s->end && t->n_chairs < CHAIRS; i++) {
    const int32_t a = r->m->actor_at[i];
    if (a < 0) continue;
    const mh_actor *x = &r->m->actors[a];
    const mh_codes c = mh_statement__codes(r, x);
    if (x->person_first == x->person_end || c.n != 1) continue;
    if (mh_codes_has(&t->parties, c.at[0]))
      t->chairs[t->n_chairs++] = mh_tokens_span(r->doc, x->person_first, x->person_end);
  }
}

static bool same_parties(const mh_codes *a, const mh_codes *b)
{
  if (a->n != b->n) return false;
  for (uint8_t i = 0; i < a->n; i++)
    if (!mh_codes_has(b, a->at[i])) return false;
  return true;
}

static void merge(told *into, const told *t)
{
  if (into->date == NULL) into->date = t->date;
  if (into->place == NULL) into->place = t->place;
  if (into->ordinal == 0) into->ordinal = t->ordinal;
  if (into->n_chairs < t->n_chairs) {
    memcpy(into->chairs, t->chairs, sizeof t->chairs);
    into->n_chairs = t->n_chairs;
  }
  into->score += t->score;
}

static mh_status put(reader *r, const told *t)
{
  mh_meeting m = {.kind = t->kind, .date = t->date, .place = t->place,
                  .ordinal = t->ordinal, .next = t->next,
                  .span = mh_tokens_span(r->doc, t->first, t->end)};
  const char **p = mh_arena_take(r->a, MH_CODES_MAX * sizeof *p);
  mh_span *c = mh_arena_take(r->a, CHAIRS * sizeof *c);
  if (p == NULL || c == NULL) return MH_ENOMEM;
  for (uint8_t i = 0; i < t->parties.n; i++) {
    uint32_t k = i;
    for (; k && strcmp(p[k - 1], t->parties.at[i]) > 0; k--) p[k] = p[k - 1];
    p[k] = t->parties.at[i];
  }
  memcpy(c, t->chairs, sizeof t->chairs);
  m.parties = p;
  m.n_parties = t->parties.n;
  m.chairs = c;
  m.n_chairs = t->n_chairs;
  return MH_PUSH(r->a, &r->meetings, m);
}

#define TOLD 12

mh_status mh_statement__meetings(reader *r)
{
  told all[TOLD];
  uint32_t n = 0, covered = 0;
  for (uint32_t i = 0; i < r->w->n_matches; i++) {
    const mh_match *m = &r->w->matches[i];
    if (m->kind != MH_PH_MEETING || m->first < covered) continue;
    covered = m->end;
    const mh_meeting_row *row = mh_lex_meeting(r->lex, m->value);
    const mh_sentence *s = sentence_of(r, m->first);
    if (s->heading) continue;
    told t = {.kind = row->kind, .first = m->first, .end = m->end, .score = row->level,
              .lead = s->paragraph == 0};
    if (row->level < 2 || (row->level < 3 && s->paragraph > 2)) continue;
    parties_of(r, m, s, &t);
    if (t.parties.n < 2) continue;
    t.date = date_of(r, m, s);
    t.place = place_of(r, m, s);
    t.ordinal = ordinal_of(r, m, s);
    t.next = announced(r, s, m->first, t.date);
    if (!t.next) chairs_of(r, m, s, &t);
    bool known = false;
    for (uint32_t k = 0; k < n && !known; k++) {
      if (all[k].next != t.next || strcmp(all[k].kind, t.kind)) continue;
      if (!same_parties(&all[k].parties, &t.parties)) continue;
      if (all[k].ordinal && t.ordinal && all[k].ordinal != t.ordinal) continue;
      merge(&all[k], &t);
      known = true;
    }
    if (!known && n < TOLD) all[n++] = t;
  }
  for (uint32_t i = 0; i < n; i++) {
    /* a meeting told once, far from the lead and without date or ordinal, is background */
    if (all[i].score < 3 && !all[i].lead && all[i].date == NULL) continue;
    MH_TRY(put(r, &all[i]));
  }
  return MH_OK;
}
