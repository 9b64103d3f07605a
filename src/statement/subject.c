/* subject - who is meant by a noun phrase before or behind a verb: groups of actors, what is
 * told of them between commas, last names told before.
 *
 * Whom a word like "the minister" or "both sides" stands for is standin.c.
 */
#include "inside.h"

#define NAME_WORDS 5   /* of a name before an office */
#define LOOK_BACK  256 /* actors in which the same name is looked for */

static void add_all(mh_codes *to, const mh_codes *from)
{
  for (uint8_t i = 0; i < from->n; i++) mh_codes_add(to, from->at[i]);
}

/* How many actors begin before token i: they stand in order. */
uint32_t mh_statement__actors_before(const reader *r, uint32_t i)
{
  uint32_t low = 0, high = r->m->n_actors;
  while (low < high) {
    const uint32_t mid = low + (high - low) / 2;
    if (r->m->actors[mid].first < i)
      low = mid + 1;
    else
      high = mid;
  }
  return low;
}

static bool head_ok(const mh_actor *x)
{
  return !(x->pro & (MH_PRO_BI | MH_PRO_LI | MH_PRO_KA));
}

#define COURTESY 10 /* level of a degree or a polite address, which is no office */

static const mh_office_row *office_row(const reader *r, const mh_actor *x, bool *whole)
{
  if (x->form != MH_ACTOR_OFFICIAL || x->realm) return NULL;
  const mh_match *m = mh_words_match(r->w, x->office_first, MH_PH_OFFICE);
  *whole = m && m->end == x->office_end;
  return m ? mh_lex_office(r->lex, m->value) : NULL;
}

/* The mayor, the director of something, Dr N., a source: where no state is named they speak
 * for no party. */
static bool local(const reader *r, const mh_actor *x)
{
  bool whole;
  const mh_office_row *o = office_row(r, x, &whole);
  return o && (strcmp(o->kind, "local") == 0 || mh_statement__source(o->kind) ||
               (o->level == COURTESY && whole));
}

/* "the director of N. | in the ministry of N.": he speaks for its state, though none is named. */
static bool in_ministry(const reader *r, const mh_actor *x)
{
  bool whole;
  const mh_office_row *o = office_row(r, x, &whole);
  if (o == NULL || whole || strcmp(o->kind, "local") != 0) return false;
  for (uint32_t k = x->office_first + 1; k < x->office_end; k++) {
    const mh_match *m = mh_words_match(r->w, k, MH_PH_ORGAN);
    if (m && strcmp(mh_lex_organ(r->lex, m->value)->kind, "ministry") == 0) return true;
  }
  return false;
}

bool mh_statement__local(const reader *r, const mh_actor *x)
{
  return local(r, x) && !in_ministry(r, x) && !mh_statement__source_in_organ(r, x);
}

/* A man of religion; one who leads in a group that is not told. */
static bool anonymous(const reader *r, const mh_actor *x)
{
  bool whole;
  const mh_office_row *o = office_row(r, x, &whole);
  return o && (strcmp(o->kind, "anonymous") == 0 || strcmp(o->kind, "group-head") == 0);
}

/* "the spokeswoman of | the Union", "the head of | the movement", "the office of | N.": whose
 * office it is, where that was told before by the same word and more.  *end: the token after. */
static mh_codes whose(const reader *r, const mh_actor *x, uint32_t *end)
{
  const mh_codes none = {.n = 0};
  const uint32_t i = x->end;
  subject named;
  if (x->form != MH_ACTOR_OFFICIAL || x->realm) return none;
  const mh_codes body = mh_statement__of_the_body(r, x, x->office_end);
  if (body.n) return *end = i > x->office_end ? i : i + 1, body;
  if (i >= r->doc->n_tokens || tok(r, i)->kind != MH_TOKEN_WORD || r->m->actor_of[i] >= 0)
    return none;
  if (x->office_end == i && mh_statement__known_name(r, i, &named)) {
    *end = named.end;
    return named.codes;
  }
  *end = i + 1;
  if (x->office_end != i ||
      mh_statement__same(mh_statement__bare(tok(r, i)), tok(r, i)->key))
    return *end = i, none;
  const mh_key head = mh_statement__bare(tok(r, i));
  uint32_t k = (uint32_t)(x - r->m->actors);
  for (uint32_t n = 0; k-- > 0 && n < LOOK_BACK; n++)
    if (mh_statement__known_head(r, &r->m->actors[k], head)) return r->m->actors[k].codes;
  *end = i;
  return none;
}

/* An envoy whom no state sends ("the international envoy", "the special envoy to N.") is that
 * of the United Nations. */
static bool of_the_world(const reader *r, const mh_actor *x)
{
  bool whole;
  const mh_office_row *o = office_row(r, x, &whole);
  if (o == NULL) return false;
  if (strcmp(o->kind, "sg-envoy") == 0) return true;
  return strcmp(o->kind, "envoy") == 0 && x->end < r->doc->n_tokens &&
         mh_statement__prep(r, x->end) == MH_TAKES_ILA;
}

/* Is the paragraph still told from where it was said to be: nobody of another state has acted
 * since? */
static bool still_here(const reader *r)
{
  if (r->here == NULL || r->here_in != r->paragraph) return false;
  return r->last_one.n != 1 || mh_codes_has(&r->here_after, r->last_one.at[0]) ||
         mh_code_same(r->last_one.at[0], r->here);
}

/* The state of which an office or organ is that is told without one: where the paragraph is
 * told from ("In Tehran, ..."), at home, to which an ambassador he receives is posted,
 * of whom spoke just before, named most. */
static const char *understood(const reader *r, const mh_actor *x)
{
  if (still_here(r)) return r->here;
  if (r->home) return r->home;
  const char *post = mh_statement__post(r, x);
  if (post) return post;
  /* "for his part, the minister of interior": of the other of those who met */
  if (r->turn && r->last_one.n == 1 && r->met.n == 2 && r->paragraph <= r->met_at + 3 &&
      mh_codes_has(&r->met, r->last_one.at[0]))
    return r->met.at[mh_code_same(r->met.at[0], r->last_one.at[0])];
  if (r->last_one.n == 1 && r->paragraph <= r->acted + 1) {
    const mh_actor_row *a = mh_lex_actor_by_code(r->lex, r->last_one.at[0]);
    if (a && a->kind == MH_ACTOR_STATE) return a->code;
  }
  return r->top;
}

/* "the international organisation": the United Nations, but for another that was told of by its name
 * since they were ("Organisation N. said; the international organisation called for"). */
static void known_organisation(const reader *r, const mh_actor *x, mh_codes *c)
{
  if (x->form != MH_ACTOR_NAME || c->n != 1 || !mh_code_same(c->at[0], "UN") ||
      x->end != x->first + 2 || !mh_statement__has_al(r, x->first) ||
      !mh_statement__has_al(r, x->first + 1))
    return;
  const mh_key head = mh_statement__bare(tok(r, x->first));
  uint32_t k = (uint32_t)(x - r->m->actors);
  for (uint32_t n = 0; k-- > 0 && n < LOOK_BACK; n++) {
    const mh_actor *y = &r->m->actors[k];
    if (y->codes.n != 1 || y->form != MH_ACTOR_NAME) continue;
    if (mh_code_same(y->codes.at[0], "UN")) {
      if (y->end == x->end - x->first + y->first &&
          mh_statement__same(mh_statement__bare(tok(r, y->first)), head))
        continue; /* the same words again */
      return;
    }
    if (y->end > y->first + 1 &&
        mh_statement__same(mh_statement__bare(tok(r, y->first)), head)) {
      *c = y->codes;
      return;
    }
  }
}

/* "the ambassador | and permanent delegate of N.": one man of two offices, of whom the second
 * says whose he is. */
static bool same_man(const reader *r, const subject *s, const mh_actor *x)
{
  if (s->first < 0 || s->first != s->last || x->codes.n == 0) return false;
  const mh_actor *y = &r->m->actors[s->first];
  const mh_match *m = mh_words_match(r->w, y->first, MH_PH_OFFICE);
  if (m == NULL || m->end != y->end || y->end != x->first || y->codes.n) return false;
  const uint8_t level = mh_lex_office(r->lex, m->value)->level;
  return level >= 5 && level < COURTESY && x->form == MH_ACTOR_OFFICIAL;
}

static void take(const reader *r, subject *s, int32_t at)
{
  const mh_actor *x = &r->m->actors[at];
  if (mh_statement__unnamed(r, x)) {
    if (s->first < 0) s->first = at;
    s->last = at;
    s->end = x->end;
    s->nobody = true;
    return;
  }
  mh_codes c = mh_statement__paper_as_source(r, x);
  if (c.n == 0) c = mh_statement__codes(r, x);
  mh_statement__known_group(r, x, &c);
  known_organisation(r, x, &c);
  if (c.n == 0 && x->realm) mh_codes_add(&c, r->realm);
  uint32_t end = x->end;
  if (c.n == 0) c = whose(r, x, &end);
  if (c.n == 0) c = mh_statement__in_the_body(r, x, &end);
  if (c.n == 0) c = mh_statement__of_parliament(r, x);
  if (c.n == 0) c = mh_statement__sources_again(r, x);
  if (c.n == 0 && of_the_world(r, x)) mh_codes_add(&c, "UN");
  if (c.n == 0) c = mh_statement__his_office(r, x);
  if (c.n == 0 && mh_statement__local(r, x)) s->nobody = true;
  if (mh_statement__diplomats(r, x, &c) || mh_statement__retired(r, x, &c))
    s->nobody = true, c.n = 0;
  if (c.n == 0 && anonymous(r, x)) mh_codes_add(&c, "OTHER");
  if (c.n == 0 && x->form == MH_ACTOR_ROLE && x->role == MH_ROLE_PERSON)
    mh_codes_add(&c, mh_statement__post(r, x));
  if (c.n == 0 && !s->nobody &&
      (x->form == MH_ACTOR_OFFICIAL || x->form == MH_ACTOR_ORGAN)) {
    const char *state = s->codes.n == 0 && !mh_statement__members(r, x) ? understood(r, x)
                                                                        : NULL;
    mh_codes_add(&c, state);
    s->unresolved = r->home == NULL && !(state && state == mh_statement__post(r, x));
  }
  if (same_man(r, s, x)) s->codes.n = 0, s->unresolved = false;
  if (s->first < 0) s->first = at;
  s->last = at;
  s->end = end > x->end ? end : mh_statement__past_issuer(r, x);
  add_all(&s->codes, &c);
  if (x->form == MH_ACTOR_ROLE && x->role == MH_ROLE_NOBODY && c.n == 0)
    s->nobody = true;
  else if (c.n == 0)
    s->unresolved = true;
  if (x->form == MH_ACTOR_ROLE &&
      (x->role == MH_ROLE_DOCUMENT || x->role == MH_ROLE_MEETING))
    s->document = true;
}

uint32_t mh_statement__past_name(const reader *r, uint32_t i)
{
  bool unknown = false;
  uint32_t k = i;
  for (; k < r->doc->n_tokens && k - i < NAME_WORDS; k++) {
    if (tok(r, k)->kind != MH_TOKEN_WORD || r->m->actor_at[k] >= 0 ||
        r->m->when_at[k] >= 0 || r->cls[k] != MH_W_NONE || r->w->glance[k].acts ||
        (k == i && mh_statement__article(r, k)))
      break;
    unknown = unknown || mh_words_readings(r->w, k) == 0;
  }
  if (!unknown) return i;
  if (k < r->doc->n_tokens && mh_statement__comma(r, k)) k++;
  const int32_t at = k < r->doc->n_tokens ? r->m->actor_at[k] : -1;
  if (at < 0 || (r->m->actors[at].pro & ~MH_PRO_AL)) return i;
  const mh_actor *x = &r->m->actors[at];
  const bool named = x->person_end > x->person_first && x->person_first >= k;
  return x->form == MH_ACTOR_OFFICIAL && !named ? k : i;
}

/* Past a day, with its "in", that parts one of a group from the next: "Iran on 14 July and the
 * six powers". */
static uint32_t past_day(const reader *r, uint32_t i)
{
  const uint32_t n = r->doc->n_tokens;
  const uint32_t at = i + (i < n && mh_statement__prep(r, i) == MH_TAKES_FI);
  const int32_t day = at < n ? r->m->when_at[at] : -1;
  return day >= 0 ? r->m->whens.at[day].end : i;
}

#define PRAYER 6 /* tokens of what is wished somebody, with its marks */

/* "the president «God keep him» | and N.": on to whom wa- joins behind what is wished who stands
 * before token i; else i. */
static uint32_t past_prayer(const reader *r, uint32_t i)
{
  uint32_t k = i;
  while (k < r->doc->n_tokens && k - i < PRAYER &&
         (r->cls[k] == MH_W_OTHER || mh_statement__quote_mark(r, k)))
    k += mh_statement__quote_mark(r, k) ? 1 : width(r, k);
  if (k == i || k >= r->doc->n_tokens || r->m->actor_at[k] < 0) return i;
  return r->m->actors[r->m->actor_at[k]].pro & MH_PRO_WA ? k : i;
}

/* Where the next actor of a group may begin after token `end`: right there with wa-, or
 * after words in brackets or between commas that tell more of the one before. */
static int32_t next_of_group(const reader *r, uint32_t end)
{
  uint32_t i = end;
  if (i < r->doc->n_tokens && mh_statement__mark(r, i, '(')) {
    while (i < r->doc->n_tokens && i - end < 8 && !mh_statement__mark(r, i, ')')) i++;
    i++;
  }
  i = past_prayer(r, past_day(r, i));
  if (i < r->doc->n_tokens && mh_statement__comma(r, i)) i++;
  if (i >= r->doc->n_tokens) return -1;
  const bool apart = i + 1 < r->doc->n_tokens && tok(r, i)->n == 1 &&
                     mh_key_letter(tok(r, i)->key, 0) == MH_L_WAW; /* wa- by itself */
  const int32_t at = r->m->actor_at[i + apart];
  if (at < 0) { /* "and | N. N., the minister of" */
    const bool more = tok(r, i)->kind == MH_TOKEN_WORD &&
                      mh_key_letter(tok(r, i)->key, 0) == MH_L_WAW;
    const uint32_t k = more ? mh_statement__past_name(r, i) : i;
    return k > i ? r->m->actor_at[k] : -1;
  }
  const mh_actor *x = &r->m->actors[at];
  const bool joined = apart ? !(x->pro & ~MH_PRO_AL) : x->pro & MH_PRO_WA;
  return joined && head_ok(x) ? at : -1;
}

/* A title or rank and the name of who bears it: his office says whose he is. */
static bool courtesy(const reader *r, const mh_actor *x)
{
  bool whole;
  const mh_office_row *o = office_row(r, x, &whole);
  if (o == NULL || !whole || x->person_first < x->office_end) return false;
  return o->level >= 9 || (o->level == 6 && strcmp(o->kind, "military") == 0);
}

/* "Ambassador N. N., | the delegate of N.": an office of no state with the name of who holds it, of
 * whom another, y, says more.  A deputy is one still who stood for another office or leads a party. */
static bool of_none(const reader *r, const mh_actor *x, const mh_actor *y)
{
  bool whole;
  const mh_office_row *o = office_row(r, x, &whole);
  return o && whole && x->codes.n == 0 && x->person_first >= x->office_end &&
         o->level > 3 &&
         !(strcmp(o->kind, "legislator") == 0 && mh_codes_has(&y->codes, "OTHER"));
}

#define POST 8 /* tokens behind an office that say where and for what he holds it */

/* ", the ambassador of N. | to the UN in Geneva,": on to behind the comma that closes it, past
 * words that begin no clause; else token i. */
static uint32_t past_post(const reader *r, uint32_t i)
{
  for (uint32_t k = i; k < r->doc->n_tokens && k - i < POST; k++) {
    if (mh_statement__comma(r, k)) return k + 1;
    if (tok(r, k)->kind != MH_TOKEN_WORD || (tok(r, k)->flags & MH_TF_LINE)) return i;
    if ((r->cls[k] != MH_W_NONE && r->cls[k] != MH_W_PREP) ||
        (r->w->glance[k].acts >> MH_POS_VERB & 1 && r->m->actor_of[k] < 0))
      return i;
  }
  return i;
}

/* ", the minister of N.," right behind a name: his office, when it is of his state. */
static bool own_office(const reader *r, subject *s)
{
  const uint32_t i = s->end + 1;
  const int32_t at = i < r->doc->n_tokens ? r->m->actor_at[i] : -1;
  if (at < 0 || s->first != s->last) return false;
  const mh_actor *x = &r->m->actors[at], *named = &r->m->actors[s->first];
  if (x->form != MH_ACTOR_OFFICIAL || (x->pro & ~MH_PRO_AL) ||
      named->person_end == named->person_first || x->end >= r->doc->n_tokens)
    return false;
  bool whole;
  const mh_office_row *o = office_row(r, x, &whole);
  const uint32_t post = past_post(r, x->end);
  const bool closed = post > x->end && mh_statement__comma(r, post - 1);
  if ((courtesy(r, named) || (closed && of_none(r, named, x))) && x->codes.n && o &&
      o->level < 9) { /* "Dr N. N., the minister of" */
    s->codes = x->codes;
    s->nobody = s->unresolved = false;
    s->end = post;
    return true;
  }
  if (!mh_statement__comma(r, x->end)) {
    /* "N. N., the former minister | and architect of N.,": no more himself alone */
    if (named->form == MH_ACTOR_PERSON && x->codes.n) s->codes = x->codes;
    return false;
  }
  /* a name alone is of whom it is known for; the office says of whom it is here */
  if (named->form == MH_ACTOR_PERSON && x->codes.n) s->codes = x->codes;
  for (uint8_t k = 0; k < x->codes.n; k++)
    if (s->codes.n && !mh_codes_has(&s->codes, x->codes.at[k])) return false;
  if (s->codes.n == 0) s->codes = x->codes;
  s->end = x->end + 1;
  return true;
}

/* "the minister of state, | the minister of N." or "the prime minister, the minister of N.": a
 * second office of one who was told by the first alone says whose he is. */
static bool second_office(const reader *r, subject *s)
{
  const uint32_t i = s->end + 1;
  const int32_t at = i < r->doc->n_tokens ? r->m->actor_at[i] : -1;
  if (at < 0 || s->first != s->last) return false;
  const mh_actor *x = &r->m->actors[at], *one = &r->m->actors[s->first];
  if (x->form != MH_ACTOR_OFFICIAL || (x->pro & ~MH_PRO_AL) || x->codes.n != 1 ||
      one->form != MH_ACTOR_OFFICIAL || one->codes.n || one->end != one->office_end)
    return false;
  s->codes = x->codes;
  s->unresolved = false;
  s->last = at;
  s->end = x->end;
  return true;
}

/* May the word at i between two commas be part of a name?  No verb that does something, no
 * word of grammar but Ali, which is written like one. */
static bool part_of_name(const reader *r, uint32_t i)
{
  if (mh_words_readings(r->w, i) == 0 || mh_lex_given_name(r->lex, tok(r, i)->key))
    return true;
  const bool ali = tok(r, i)->n == 3 && !(tok(r, i)->flags & MH_TF_MAKSURA) &&
                   mh_statement__prep(r, i) == MH_TAKES_ALA;
  return ali ||
         (r->cls[i] == MH_W_NONE && mh_statement__reading(r, i, ~0u, true) == NULL);
}

/* "Sheikh | N. N.": past a title and the name behind it, where no state is told or it is that of
 * who is known by the name (*code); 0 none. */
static uint32_t titled_name(const reader *r, uint32_t i, const char **code)
{
  const int32_t at = r->m->actor_at[i];
  if (at < 0) return 0;
  const mh_actor *x = &r->m->actors[at];
  const bool named = x->person_end > x->person_first && x->person_first >= x->office_end;
  if (x->form != MH_ACTOR_OFFICIAL || !named || (x->pro & ~MH_PRO_AL)) return 0;
  if (x->codes.n == 1 && courtesy(r, x)) *code = x->codes.at[0];
  return x->codes.n == 0 || *code ? x->end : 0;
}

/* ", the Iraqi and the French," or ", N. N.," right behind an actor belongs to it. */
static void apposition(const reader *r, subject *s)
{
  mh_codes c = {.n = 0};
  const char *known = NULL;
  const uint32_t n = r->doc->n_tokens;
  uint32_t i = s->end, named = 0, own = 0;
  if (i >= n || !mh_statement__comma(r, i) || own_office(r, s)) return;
  if (second_office(r, s)) {
    i = s->end;
    if (i >= n || !mh_statement__comma(r, i)) return;
  }
  if (i + 1 < n && mh_key_letter(tok(r, i + 1)->key, 0) == MH_L_WAW &&
      mh_statement__past_name(r, i + 1) > i + 1)
    return; /* somebody else */
  const mh_actor *one = &r->m->actors[s->last];
  for (i++; i < n && i - s->end < 8; i++) {
    if (mh_statement__comma(r, i)) break;
    if (one->person_first == i && one->person_end > i) { /* the name that is his */
      own = i == s->end + 1 ? one->person_end : 0;
      i = one->person_end - 1;
      continue;
    }
    /* "the minister of N., N. N. | in a talk": the comma behind it may be missing */
    if (i == own && (r->cls[i] == MH_W_PREP || r->cls[i] == MH_W_AN) &&
        !part_of_name(r, i))
      break;
    const mh_match *a = mh_words_match(r->w, i, MH_PH_ADJ);
    const mh_match *p = mh_words_match(r->w, i, MH_PH_PERSON);
    if (a && a->enc == MH_ENC_ACC) a = NULL; /* "and | Germany" is not "a German" */
    if (p && !(p->pro & ~MH_PRO_AL)) {
      known = known == NULL && i == s->end + 1 ? mh_lex_person(r->lex, p->value)->code
                                               : NULL;
      i = p->end - 1;
      named = p->end;
      continue;
    }
    /* "the prime minister, N. N. | during": the comma behind his name may be missing */
    if (known && i == named && (r->cls[i] == MH_W_PREP || r->cls[i] == MH_W_AN)) break;
    const char *his = NULL;
    const uint32_t titled = titled_name(r, i, &his);
    if (titled && (his == NULL || i == s->end + 1)) {
      if (his) known = his, named = titled;
      i = titled - 1;
      continue;
    }
    if (tok(r, i)->kind != MH_TOKEN_WORD || !(a || part_of_name(r, i))) return;
    if (a) mh_codes_add(&c, mh_lex_actor(r->lex, a->value)->code);
    if (a == NULL && r->m->actor_at[i] >= 0 &&
        r->m->actors[r->m->actor_at[i]].form != MH_ACTOR_PERSON)
      return;
  }
  const bool open = i < n && !mh_statement__comma(r, i);
  if (i >= n || i - s->end < 2 || (open && i != own && !(known && i == named))) return;
  if (c.n > 1) s->codes = c;
  /* "the prime minister, | N. N.,": who is known, of an office of no state */
  if (known && s->first == s->last && r->m->actors[s->first].codes.n == 0) {
    s->codes = (mh_codes){.n = 0};
    mh_codes_add(&s->codes, known);
    s->unresolved = false;
  }
  s->end = open ? i : i + 1;
}

static void and_more(const reader *r, subject *s);

bool mh_statement__group(const reader *r, uint32_t i, subject *out)
{
  *out = (subject){.first = -1, .last = -1};
  if (i >= r->doc->n_tokens || r->m->actor_at[i] < 0) return false;
  const int32_t at = r->m->actor_at[i];
  if (mh_statement__name_told(r, &r->m->actors[at], out)) return true;
  if (!head_ok(&r->m->actors[at])) return false;
  take(r, out, at);
  mh_statement__both_named(r, out);
  apposition(r, out);
  and_more(r, out);
  return true;
}

/* "N. | and N.": a name told before that wa- joins to who stands before token i.  What may be
 * another word with wa- is that. */
static bool and_name(const reader *r, uint32_t i, subject *more)
{
  if (i >= r->doc->n_tokens || tok(r, i)->kind != MH_TOKEN_WORD || tok(r, i)->n < 4 ||
      mh_key_letter(tok(r, i)->key, 0) != MH_L_WAW || r->cls[i] != MH_W_NONE)
    return false;
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++)
    if (mh_words_reading(r->w, i, k)->word) return false;
  if (!mh_statement__known_one(r, i, true, more)) return false;
  const mh_actor *x = &r->m->actors[more->first];
  return x->form != MH_ACTOR_ROLE || x->person_end > x->person_first;
}

/* Those whom wa- joins to the group, by a name told before or in full. */
static void and_more(const reader *r, subject *s)
{
  for (int n = 0; n < 8; n++) {
    subject more;
    const int32_t at = next_of_group(r, s->end);
    if (at >= 0 && mh_statement__posted_too(r, s, at)) {
      s->end = r->m->actors[at].end;
    } else if (at >= 0) {
      take(r, s, at);
      apposition(r, s);
    } else if (and_name(r, s->end, &more)) {
      add_all(&s->codes, &more.codes);
      s->end = more.end;
    } else {
      return;
    }
  }
}

bool mh_statement__known_name(const reader *r, uint32_t i, subject *out)
{
  if (!mh_statement__known_one(r, i, false, out)) return false;
  const int32_t first = out->first;
  const subject one = *out;
  and_more(r, out);
  if (out->codes.n == one.codes.n) *out = one; /* one who is told by more words */
  out->first = out->last = first;
  return true;
}

bool mh_statement__titled_name(const reader *r, uint32_t i, uint32_t end, subject *out)
{
  *out = (subject){.first = -1, .last = -1};
  if (i + 1 >= end || tok(r, i)->kind != MH_TOKEN_WORD || !mh_statement__has_al(r, i) ||
      mh_statement__joined(r, i))
    return false;
  const mh_match *title = mh_words_match(r->w, i, MH_PH_OFFICE);
  const uint32_t at = title ? title->end : i + 1;
  const int32_t a = r->m->actor_at[i];
  if (at >= end || (a >= 0 && (r->m->actors[a].codes.n || r->m->actors[a].end > at)) ||
      (a < 0 && r->m->actor_of[i] >= 0))
    return false;
  /* what nobody knows may be a title too, before a name that is no other word */
  if (title == NULL && (a >= 0 || r->cls[i] != MH_W_NONE || r->w->glance[i].acts ||
                        mh_words_readings(r->w, at)))
    return false;
  return mh_statement__known_name(r, at, out);
}

/* "N. N., | the minister of N.,": nothing but words that are no words of grammar from i to the
 * comma before the office at k, and no verb right behind it. */
static bool name_and_office(const reader *r, const mh_actor *x, uint32_t i, uint32_t k)
{
  if (x->form != MH_ACTOR_OFFICIAL || x->codes.n == 0 || (x->pro & ~MH_PRO_AL) ||
      k < i + 3 || !mh_statement__comma(r, k - 1) || x->end >= r->doc->n_tokens ||
      (r->w->glance[x->end].acts >> MH_POS_VERB & 1))
    return false;
  for (uint32_t p = i; p < k - 1; p++)
    if (tok(r, p)->kind != MH_TOKEN_WORD || r->cls[p] != MH_W_NONE ||
        r->m->when_at[p] >= 0 || mh_statement__joined(r, p))
      return false;
  return true;
}

bool mh_statement__introduced(const reader *r, uint32_t i, uint32_t end, subject *out)
{
  /* "the Emirati | N. N., the head of": he is who it tells, whose he is says the office */
  const mh_match *m = i < end ? mh_words_match(r->w, i, MH_PH_ADJ) : NULL;
  if (m && m->pro == MH_PRO_AL) {
    i = m->end;
    const int32_t at = i < end ? r->m->actor_at[i] : -1;
    if (at >= 0)
      return r->m->actors[at].person_first == i && mh_statement__group(r, i, out);
  }
  for (uint32_t k = i + 1; k < end && k < i + 8; k++) {
    const int32_t at = r->m->actor_at[k];
    if (at < 0) continue;
    const mh_actor *x = &r->m->actors[at];
    return (x->person_first == i || name_and_office(r, x, i, k)) &&
           mh_statement__group(r, k, out);
  }
  return false;
}
