/* participants - who takes part in a meeting, and how high the office is that each holds:
 * that decides whether it is a summit.  Where in a sentence they stand is not known here. */
#include "meeting.h"

#define BACK 160 /* actors in which the office of somebody is looked for */

void mh_meeting__add(side *to, const char *code, uint8_t level)
{
  for (uint8_t i = 0; i < to->n; i++) {
    if (strcmp(to->code[i], code)) continue;
    if (level < to->level[i]) to->level[i] = level;
    return;
  }
  if (to->n == MH_CODES_MAX) return;
  to->code[to->n] = code;
  to->level[to->n++] = level;
}

void mh_meeting__add_all(side *to, const side *from)
{
  for (uint8_t i = 0; i < from->n; i++)
    mh_meeting__add(to, from->code[i], from->level[i]);
}

bool mh_meeting__has(const side *s, const char *code)
{
  for (uint8_t i = 0; i < s->n; i++)
    if (strcmp(s->code[i], code) == 0) return true;
  return false;
}

bool mh_meeting__same(const side *a, const side *b)
{
  if (a->n != b->n) return false;
  for (uint8_t i = 0; i < a->n; i++)
    if (!mh_meeting__has(b, a->code[i])) return false;
  return true;
}

bool mh_meeting__leaders(const side *s)
{
  for (uint8_t k = 0; k < s->n; k++)
    if (s->level[k] > LEVEL_LEADS || strcmp(s->code[k], "OTHER") == 0) return false;
  return s->n > 1;
}

bool mh_meeting__organisation(const reader *r, const char *code)
{
  const mh_actor_row *row = mh_lex_actor_by_code(r->lex, code);
  return row && row->kind == MH_ACTOR_ORG;
}

/* `sure`: the table says what he held on the day of the report. */
static uint8_t level_of_person(const reader *r, const mh_actor *x, bool *sure)
{
  *sure = false;
  if (x->person_end == x->person_first) return LEVEL_NO_ONE;
  const mh_match *p = mh_words_match(r->w, x->person_first, MH_PH_PERSON);
  if (p == NULL) return LEVEL_NO_ONE;
  const mh_person_row *row = mh_lex_person(r->lex, p->value);
  const int year = r->published.year;
  if (year && (row->from > year || (row->to && row->to < year))) return 3; /* not then */
  *sure = true;
  if (strncmp(row->office, "head-of-", 8) ==
      0) /* 0: of a state, whatever office is told */
    return strchr("sg", row->office[8]) ? 0 : 1;
  return strcmp(row->office, "royal") == 0 ? LEVEL_LEADS : 3;
}

/* The first office of a phrase is the one held: what follows is of whom, or more offices. */
static uint8_t level_of(const reader *r, const mh_actor *x)
{
  bool sure;
  const uint8_t own = level_of_person(r, x, &sure);
  if (own == 0) return 1; /* "the German chancellor N." */
  for (uint32_t i = x->first; i < x->end; i++) {
    const mh_match *m = mh_words_match(r->w, i, MH_PH_OFFICE);
    const mh_match *o = mh_words_match(r->w, i, MH_PH_ORGAN);
    if (o && o->end <= x->end && !(o->pro & MH_PRO_BI) &&
        /* "headed by" is no head */ (m == NULL || m->end <= o->end) &&
        strcmp(mh_lex_organ(r->lex, o->value)->kind, "head-of-state") == 0)
      return own == 3 && sure ? own : 1;
    if (m == NULL || m->end > x->end) continue;
    const uint8_t l = mh_lex_office(r->lex, m->value)->level;
    /* "the president's son-in-law N.": no president, who is known to be another */
    if (l < LEVEL_NO_ONE) return l == 1 && own == 3 && sure ? own : l;
    i = m->end - 1;
  }
  return own ? own : 1;
}

/* "the leaders of N. and | of M.": the state alone, beside one behind an office of several, which
 * no name follows; x stands right behind `of`. */
static bool of_the_same(const mh_actor *of, const mh_actor *x)
{
  const bool state = x->form == MH_ACTOR_NAME || x->form == MH_ACTOR_CAPITAL;
  const bool office = of->form == MH_ACTOR_OFFICIAL || of->form == x->form;
  return state && office && (x->pro & MH_PRO_WA) && of->end == x->first &&
         of->person_first == of->person_end;
}

void mh_meeting__join(const reader *r, side *to, const subject *g, uint8_t peer)
{
  if (g->nobody || g->first < 0) return;
  uint8_t before = LEVEL_NO_ONE; /* "the president of N. and | his counterpart" */
  for (int32_t a = g->first; a <= g->last; a++) {
    const mh_actor *x = &r->m->actors[a];
    mh_codes c = mh_statement__codes(r, x);
    uint8_t level = level_of(r, x);
    if (x->form == MH_ACTOR_ROLE && x->role == MH_ROLE_COUNTERPART)
      level = peer < LEVEL_NO_ONE ? peer : before;
    if (a > g->first && of_the_same(&r->m->actors[a - 1], x)) level = before;
    before = level;
    if (c.n == 0 && g->codes.n == 1) c = g->codes;
    for (uint8_t k = 0; k < c.n; k++) {
      const mh_actor_row *row = mh_lex_actor_by_code(r->lex, c.at[k]);
      const bool party = row && row->kind == MH_ACTOR_GROUP; /* its head leads no state */
      if (mh_codes_has(&g->codes, c.at[k]))
        mh_meeting__add(to, c.at[k], party ? LEVEL_NO_ONE : level);
    }
  }
  for (uint8_t k = 0; k < g->codes.n; k++)
    mh_meeting__add(to, g->codes.at[k], LEVEL_NO_ONE);
}

bool mh_meeting__named(const reader *r, uint32_t i, subject *out)
{
  const uint32_t k = mh_statement__past_name(r, i);
  return k > i ? mh_statement__group(r, k, out) : mh_statement__known_name(r, i, out);
}

bool mh_meeting__people(const reader *r, uint32_t i, subject *out)
{
  if (mh_statement__group(r, i, out)) return !out->nobody;
  if (i < r->doc->n_tokens && mh_meeting__named(r, i, out)) return !out->nobody;
  if (i >= r->doc->n_tokens || r->m->actor_at[i] < 0) return false;
  const int32_t at = r->m->actor_at[i];
  const mh_actor *x = &r->m->actors[at];
  subject more;
  *out = (subject){.first = at, .last = at, .end = x->end};
  out->codes = mh_statement__codes(r, x);
  if (x->form == MH_ACTOR_ROLE && x->role == MH_ROLE_NOBODY) return false;
  if (out->codes.n == 0 && x->form == MH_ACTOR_OFFICIAL)
    mh_codes_add(&out->codes, r->top);
  if (x->end < r->doc->n_tokens && r->m->actor_at[x->end] >= 0 &&
      (r->m->actors[r->m->actor_at[x->end]].pro & MH_PRO_WA) &&
      mh_statement__group(r, x->end, &more)) {
    for (uint8_t k = 0; k < more.codes.n; k++)
      mh_codes_add(&out->codes, more.codes.at[k]);
    out->last = more.last;
    out->end = more.end;
  }
  return true;
}

void mh_meeting__spoke(reader *r, const subject *who)
{
  if (who->carried || who->first < 0 || who->first != who->last) return;
  const mh_actor *x = &r->m->actors[who->first];
  const uint8_t level = level_of(r, x);
  if (who->codes.n != 1 || level == LEVEL_NO_ONE) return;
  side *s = &r->spoke;
  uint8_t k = 0;
  while (k < s->n && strcmp(s->code[k], who->codes.at[0])) k++;
  if (k == MH_CODES_MAX) k = 0; /* full: the oldest goes */
  s->code[k] = who->codes.at[0];
  s->level[k] = level;
  if (k == s->n) s->n++;
}

static uint8_t known_level(const reader *r, const char *code, uint32_t i)
{
  for (uint8_t k = 0; k < r->spoke.n; k++)
    if (strcmp(r->spoke.code[k], code) == 0) return r->spoke.level[k];
  uint32_t k = mh_statement__actors_before(r, i);
  for (uint32_t n = 0; k-- > 0 && n < BACK; n++) {
    const mh_actor *x = &r->m->actors[k];
    if (x->codes.n != 1 || strcmp(x->codes.at[0], code)) continue;
    const uint8_t l = level_of(r, x);
    if (l < LEVEL_NO_ONE) return l;
  }
  return LEVEL_NO_ONE;
}

void mh_meeting__known(const reader *r, side *to, const mh_codes *c, uint32_t i)
{
  for (uint8_t k = 0; k < c->n; k++)
    mh_meeting__add(to, c->at[k], known_level(r, c->at[k], i));
}
