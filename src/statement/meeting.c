/* meeting - the meetings a report is about: kind, parties, ordinal, date, place, chairs; and
 * those announced for later. */
#include "inside.h"

#define NEAR   28 /* tokens around a meeting word in which its facts stand */
#define CHAIRS 8
#define WINDOW 96 /* tokens of a sentence looked at on either side of a meeting word */

/* One place where a meeting is told of. */
typedef struct told {
  mh_codes parties;
  const char *kind, *date, *place;
  mh_span chairs[CHAIRS];
  uint32_t n_chairs, ordinal, first, end, score;
  int rank;     /* how exact the kind is                          */
  bool next;    /* announced                                      */
  bool lead;    /* in the first paragraph                         */
  bool generic; /* the kind is to be told from who met            */
} told;

/* More exact kinds win over less exact ones of the same parties. */
static int rank_of(const char *kind)
{
  static const char *const kinds[] = {
      "visit", "conference", "signing", "talks", "summit", "call", "strategic-dialogue"};
  for (int i = 0; i < (int)(sizeof kinds / sizeof *kinds); i++)
    if (strcmp(kinds[i], kind) == 0) return i;
  return 0;
}

static bool calendar(const char *value)
{
  return value[0] >= '1' && value[0] <= '2' && strchr(value, 'W') == NULL &&
         strchr(value, 'S') == NULL;
}

/* The part of a sentence around token `at` in which facts of a meeting there are looked for. */
static mh_sentence around(const mh_sentence *s, uint32_t at)
{
  mh_sentence w = *s;
  if (at > s->first + WINDOW) w.first = at - WINDOW;
  if (at + WINDOW < s->end) w.end = at + WINDOW;
  return w;
}

/* ---- facts near the words */

/* A verb of the future near the word, or a day to come: it is announced. */
static bool announced(const reader *r, const mh_sentence *s, uint32_t at,
                      const char *date)
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

static uint32_t ordinal_at(const reader *r, uint32_t i)
{
  const mh_match *n = mh_words_match(r->w, i, MH_PH_NUMBER);
  return n && n->value >> 24 == 1 ? n->value & 0xFFFFFF : 0;
}

/* Ordinals stand behind the word, or before it with "round": "the fifth dialogue", "the fifth
 * round of the dialogue". */
static uint32_t ordinal_of(const reader *r, const mh_match *m, const mh_sentence *s)
{
  for (uint32_t i = m->end; i < m->end + 3 && i < s->end; i++) {
    const uint32_t n = ordinal_at(r, i);
    if (n) return n;
    if (tok(r, i)->kind == MH_TOKEN_MARK || mh_statement__prep(r, i)) break;
  }
  for (uint32_t i = m->first; i-- > s->first && m->first - i <= 3;) {
    const uint32_t n = ordinal_at(r, i);
    if (n) return r->m->when_at[i] < 0 ? n : 0;
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

/* The nearest date of the sentence that no word for a document stands right before. */
static const char *date_of(const reader *r, uint32_t at, const mh_sentence *s)
{
  const char *best = NULL;
  uint32_t near = NEAR + 1;
  const mh_sentence near_by = around(s, at);
  for (uint32_t i = near_by.first; i < near_by.end; i++) {
    const int32_t d = r->m->when_at[i];
    if (d < 0 || !calendar(r->m->whens.at[d].value)) continue;
    if (strlen(r->m->whens.at[d].value) < 7 && i > at + 8) continue;
    /* of "from the 9th to the 11th" the first day */
    if (d > 0 && i - r->m->whens.at[d - 1].end <= 1 &&
        r->m->whens.at[d - 1].first >= s->first)
      continue;
    const uint32_t far = i > at ? i - at : (at - i) * 2;
    bool other = false;
    for (uint32_t k = i; k-- > s->first && i - k <= 4;)
      other = other || is_document_word(r, k);
    if (!other && far < near) {
      near = far;
      best = r->m->whens.at[d].value;
    }
  }
  return best;
}

/* The city or state at token i that "in" leads, or that a joined ba does. */
static const char *place_at(const reader *r, uint32_t i, uint32_t first, bool states)
{
  const mh_match *p = mh_words_match(r->w, i, MH_PH_PLACE);
  const mh_match *c = mh_words_match(r->w, i, MH_PH_ACTOR);
  bool in = (p && (p->pro & MH_PRO_BI)) || (c && (c->pro & MH_PRO_BI));
  for (uint32_t k = i; !in && k-- > first && i - k <= 2;) {
    if (mh_statement__prep(r, k)) {
      in = mh_statement__prep(r, k) == MH_TAKES_FI;
      break;
    }
    if (tok(r, k)->kind == MH_TOKEN_MARK) break;
  }
  if (!in) return NULL;
  if (p && (c == NULL || p->end >= c->end))
    return mh_lex_place(r->lex, p->value)->english;
  if (!states || c == NULL || mh_lex_actor(r->lex, c->value)->kind != MH_ACTOR_STATE)
    return NULL;
  return mh_lex_actor(r->lex, c->value)->english;
}

/* A place after "in" in the sentence: behind the meeting word first, until something else is
 * told of. */
static const char *place_of(const reader *r, uint32_t first, uint32_t end,
                            const mh_sentence *s)
{
  const uint32_t stop = end + NEAR < s->end ? end + NEAR : s->end;
  const uint32_t back = first > s->first + NEAR ? first - NEAR : s->first;
  for (uint32_t i = end; i < stop; i++) {
    const unsigned bit = mh_statement__prep(r, i);
    if (bit == MH_TAKES_ALA || bit == MH_TAKES_ILA || r->cls[i] == MH_W_AN) break;
    const char *p = place_at(r, i, s->first, i < end + 8);
    if (p) return p;
  }
  for (uint32_t i = back; i < first; i++) {
    const char *p = place_at(r, i, s->first, false);
    if (p) return p;
  }
  return NULL;
}

/* ---- who meets */

/* The level of the highest office that an actor phrase tells: 1 and 2 lead a state. */
static unsigned level_of(const reader *r, const mh_actor *x)
{
  unsigned level = 9;
  for (uint32_t i = x->first; i < x->end; i++) {
    const mh_match *m = mh_words_match(r->w, i, MH_PH_OFFICE);
    const unsigned l = m && m->end <= x->end ? mh_lex_office(r->lex, m->value)->level : 9;
    if (l < level) level = l;
  }
  if (level < 9) return level;
  const mh_match *p = x->person_end > x->person_first
                          ? mh_words_match(r->w, x->person_first, MH_PH_PERSON)
                          : NULL;
  if (p) {
    const char *o = mh_lex_person(r->lex, p->value)->office;
    if (strncmp(o, "head-of", 7) == 0 || strcmp(o, "royal") == 0) return 2;
    return 3;
  }
  for (uint32_t i = x->first; i < x->end; i++) { /* an organ that is a head of state */
    const mh_match *m = mh_words_match(r->w, i, MH_PH_ORGAN);
    if (m && strcmp(mh_lex_organ(r->lex, m->value)->kind, "head-of-state") == 0) return 1;
  }
  return 9;
}

/* Leaders on both sides make a summit; others talk. */
static bool leaders(const reader *r, const told *t, const mh_sentence *s)
{
  unsigned best[MH_CODES_MAX];
  memset(best, 0xFF, sizeof best);
  const mh_sentence near_by = around(s, t->first);
  for (uint32_t i = near_by.first; i < near_by.end; i++) {
    const int32_t a = r->m->actor_at[i];
    if (a < 0) continue;
    const mh_codes c = mh_statement__codes(r, &r->m->actors[a]);
    const unsigned l = level_of(r, &r->m->actors[a]);
    for (uint8_t k = 0; k < t->parties.n; k++)
      if (c.n == 1 && strcmp(c.at[0], t->parties.at[k]) == 0 && l < best[k]) best[k] = l;
  }
  for (uint8_t k = 0; k < t->parties.n; k++)
    if (best[k] > 2) return false;
  return t->parties.n > 1;
}

static void add_codes(mh_codes *c, const mh_codes *from)
{
  for (uint8_t i = 0; i < from->n; i++) mh_codes_add(c, from->at[i]);
}

/* Parties that the phrase itself tells: two adjectives, "between X and Y", "of X with Y". */
static void told_parties(const reader *r, const mh_match *m, const mh_sentence *s,
                         mh_codes *out)
{
  subject g, h;
  const uint32_t stop = m->end + 16 < s->end ? m->end + 16 : s->end;
  for (uint32_t i = m->end; i < stop && i < m->end + 5; i++) {
    const mh_match *a = mh_words_match(r->w, i, MH_PH_ADJ);
    if (a)
      mh_codes_add(out, mh_lex_actor(r->lex, a->value)->code);
    else if (r->m->actor_at[i] >= 0)
      break;
  }
  if (out->n > 1) return;
  out->n = 0;
  if (mh_statement__group(r, m->end, &g))
    add_codes(out, &g.codes); /* "meeting of X ..." */
  for (uint32_t i = m->end; i + 1 < stop; i++) {
    if (r->cls[i] != MH_W_PREP || !mh_statement__group(r, i + 1, &h)) continue;
    const unsigned bit = mh_statement__prep(r, i);
    if (bit == MH_TAKES_HAWLA && h.codes.n < 2) continue; /* "about Libya" */
    if (bit != MH_TAKES_MAA && bit != MH_TAKES_HAWLA) continue;
    if (bit == MH_TAKES_HAWLA) out->n = 0;
    add_codes(out, &h.codes);
    break;
  }
}

static void chairs_of(const reader *r, const mh_sentence *s, told *t)
{
  const mh_sentence near_by = around(s, t->first);
  for (uint32_t i = near_by.first; i < near_by.end && t->n_chairs < t->parties.n; i++) {
    const int32_t a = r->m->actor_at[i];
    if (a < 0) continue;
    const mh_actor *x = &r->m->actors[a];
    const mh_codes c = mh_statement__codes(r, x);
    if (x->person_first == x->person_end || c.n != 1) continue;
    if (mh_codes_has(&t->parties, c.at[0]))
      t->chairs[t->n_chairs++] = mh_tokens_span(r->doc, x->person_first, x->person_end);
  }
}

/* ---- gathering */

#define TOLD 16

typedef struct all {
  told at[TOLD];
  uint32_t n;
} all;

static bool same_parties(const mh_codes *a, const mh_codes *b)
{
  if (a->n != b->n) return false;
  for (uint8_t i = 0; i < a->n; i++)
    if (!mh_codes_has(b, a->at[i])) return false;
  return true;
}

static void merge(told *into, const told *t)
{
  if (t->rank > into->rank) {
    into->kind = t->kind;
    into->rank = t->rank;
  }
  if (into->date == NULL) into->date = t->date;
  if (into->place == NULL) into->place = t->place;
  if (into->ordinal == 0) into->ordinal = t->ordinal;
  if (into->n_chairs < t->n_chairs) {
    memcpy(into->chairs, t->chairs, sizeof t->chairs);
    into->n_chairs = t->n_chairs;
  }
  into->lead = into->lead || t->lead;
  into->score += t->score;
}

/* A call is never the same as a meeting; two days or two numbers are two meetings. */
static bool same_meeting(const told *a, const told *b)
{
  const bool call_a = strcmp(a->kind, "call") == 0, call_b = strcmp(b->kind, "call") == 0;
  if (call_a != call_b || a->next != b->next) return false;
  if (!same_parties(&a->parties, &b->parties)) return false;
  if (a->ordinal && b->ordinal && a->ordinal != b->ordinal) return false;
  return !(a->date && b->date && strlen(a->date) == 10 && strlen(b->date) == 10 &&
           strcmp(a->date, b->date));
}

static void gather(all *x, const told *t)
{
  for (uint32_t k = 0; k < x->n; k++)
    if (same_meeting(&x->at[k], t)) {
      merge(&x->at[k], t);
      return;
    }
  if (x->n < TOLD) x->at[x->n++] = *t;
}

static void facts(const reader *r, told *t, const mh_match *m, const mh_sentence *s)
{
  t->date = date_of(r, t->first, s);
  t->place = place_of(r, t->first, t->end, s);
  const bool counted = strcmp(t->kind, "visit") && strcmp(t->kind, "call");
  if (m && counted) t->ordinal = ordinal_of(r, m, s);
  t->next = t->next || announced(r, s, t->first, t->date);
  t->lead = s->paragraph == 0;
  if (t->generic && leaders(r, t, s)) t->kind = "summit";
  t->rank = rank_of(t->kind);
  if (!t->next) chairs_of(r, s, t);
}

/* Does the word say no more than that they met? */
static bool generic(const char *kind)
{
  return strcmp(kind, "talks") == 0 || strcmp(kind, "visit") == 0;
}

/* "by video call" is how they met, not what they held. */
static bool means(const reader *r, const mh_match *m, const mh_sentence *s)
{
  if (strcmp(mh_lex_meeting(r->lex, m->value)->kind, "call")) return false;
  for (uint32_t k = m->first; k-- > s->first && m->first - k <= 2;)
    if (r->cls[k] == MH_W_PREP) return true;
  return false;
}

/* What acts told: "X received Y", "X discussed with Y". */
static void from_acts(const reader *r, all *x)
{
  for (uint32_t i = 0; i < r->met.n; i++) {
    const encounter *e = &r->met.at[i];
    const mh_sentence *s = &r->doc->sentences[e->sentence];
    const mh_match *m = NULL;
    const uint32_t stop = e->word + 24 < e->end ? e->word + 24 : e->end;
    for (uint32_t k = e->word; k < stop; k++) {
      const mh_match *z = mh_words_match(r->w, k, MH_PH_MEETING);
      const uint8_t have = m ? mh_lex_meeting(r->lex, m->value)->level : 0;
      if (z && !means(r, z, s) && mh_lex_meeting(r->lex, z->value)->level > have) m = z;
    }
    if (e->act == MH_ACT_DISCUSS && s->paragraph > 3) continue;
    if (e->act != MH_ACT_MEET && e->act != MH_ACT_DISCUSS && m == NULL) continue;
    const char *kind = m && mh_lex_meeting(r->lex, m->value)->level > 1
                           ? mh_lex_meeting(r->lex, m->value)->kind
                           : "talks";
    told t = {.parties = e->codes,
              .kind = kind,
              .first = m ? m->first : e->word,
              .end = m ? m->end : e->word + 1,
              .next = e->future,
              .score = e->act == MH_ACT_MEET ? 3 : 2,
              .generic = generic(kind)};
    facts(r, &t, m, s);
    gather(x, &t);
  }
}

/* "the next dialogue, next year in Kuwait": the series is not named again, only its next round
 * with a day to come. */
static bool next_of_series(const reader *r, all *x, const mh_match *m,
                           const mh_sentence *s)
{
  char today[16];
  const told *series = NULL;
  for (uint32_t k = 0; k < x->n; k++)
    if (x->at[k].rank == rank_of("strategic-dialogue") && !x->at[k].next)
      series = &x->at[k];
  if (series == NULL || r->published.year == 0) return false;
  const char *date = date_of(r, m->first, s);
  mh_day_print(today, r->published);
  if (date == NULL || strncmp(date, today, strlen(date)) <= 0) return false;
  told t = {.parties = series->parties,
            .kind = series->kind,
            .first = m->first,
            .end = m->end,
            .score = 3,
            .next = true,
            .date = date,
            .rank = series->rank};
  t.place = place_of(r, m->first, m->end, s);
  t.ordinal = ordinal_of(r, m, s);
  gather(x, &t);
  return true;
}

/* What noun phrases told: "the talks between X and Y". */
static void from_phrases(const reader *r, all *x)
{
  uint32_t covered = 0, at = 0;
  for (uint32_t i = 0; i < r->w->n_matches; i++) {
    const mh_match *m = &r->w->matches[i];
    if (m->kind != MH_PH_MEETING || m->first < covered) continue;
    covered = m->end;
    while (at + 1 < r->doc->n_sentences && m->first >= r->doc->sentences[at].end) at++;
    const mh_sentence *s = &r->doc->sentences[at];
    const mh_meeting_row *row = mh_lex_meeting(r->lex, m->value);
    if (s->heading || r->quoted[m->first]) continue;
    if (means(r, m, s)) continue;
    if (next_of_series(r, x, m, s)) continue;
    if (row->level < 2) continue;
    told t = {.kind = row->kind,
              .first = m->first,
              .end = m->end,
              .score = row->level,
              .generic = generic(row->kind)};
    told_parties(r, m, s, &t.parties);
    const bool dialogue = strcmp(t.kind, "strategic-dialogue") == 0;
    if (t.parties.n < 2 && dialogue) t.parties = r->parties;
    if (t.parties.n < 2 || (row->level < 3 && s->paragraph > 2)) continue;
    facts(r, &t, m, s);
    gather(x, &t);
  }
}

static mh_status put(reader *r, const told *t)
{
  mh_meeting m = {.kind = t->kind,
                  .date = t->date,
                  .place = t->place,
                  .ordinal = t->ordinal,
                  .next = t->next,
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

mh_status mh_statement__meetings(reader *r)
{
  all x = {.n = 0};
  from_phrases(r, &x);
  from_acts(r, &x);
  for (uint32_t i = 0; i < x.n; i++) {
    told *t = &x.at[i];
    /* told once, far from the lead and without date or ordinal: background */
    if (t->score < 3 && !t->lead && t->date == NULL) continue;
    if (mh_codes_has(&t->parties, "OTHER") && t->parties.n <= 2) continue;
    MH_TRY(put(r, t));
  }
  return MH_OK;
}
