/* standin - whom a word stands for that names nobody by itself: "both sides", "the minister",
 * "the statement", "the ministry", a name told before with its state.
 *
 * Groups of actors, and which of them a verb has, are subject.c.
 */
#include "assembly.h"

#define LOOK_BACK 256 /* actors in which the same name or office is looked for */

mh_key mh_statement__bare(const mh_token *t)
{
  mh_key k = t->key;
  int n = t->n;
  if (n > 5 && (mh_key_letter(k, 0) == MH_L_WAW || mh_key_letter(k, 0) == MH_L_FA) &&
      mh_key_letter(k, 1) == MH_L_ALEF && mh_key_letter(k, 2) == MH_L_LAM) {
    k = mh_key_drop(k, 1);
    n--;
  }
  if (n > 4 && mh_key_letter(k, 0) == MH_L_ALEF && mh_key_letter(k, 1) == MH_L_LAM)
    k = mh_key_drop(k, 2);
  return k;
}

/* Does one of the tokens [first, end) say the same as key? */
static bool says_key(const reader *r, uint32_t first, uint32_t end, mh_key key)
{
  for (uint32_t i = first; i < end; i++)
    if (mh_statement__same(mh_statement__bare(tok(r, i)), key)) return true;
  return false;
}

/* "the president of the republic", "the head of state", "the premier", "the head of the government":
 * one office by several words; "the official spokesman" is the spokesman who was told before. */
static bool one_office(const reader *r, const mh_actor *x, const mh_actor *y)
{
  const mh_match *a = mh_words_match(r->w, x->office_first, MH_PH_OFFICE);
  const mh_match *b = mh_words_match(r->w, y->office_first, MH_PH_OFFICE);
  if (a == NULL || b == NULL || a->end != x->office_end || y->form != MH_ACTOR_OFFICIAL)
    return false;
  const mh_office_row *o = mh_lex_office(r->lex, a->value);
  const char *kind = mh_lex_office(r->lex, b->value)->kind;
  if (strcmp(o->kind, "spokesman") == 0 && x->end <= x->first + 2)
    return mh_statement__article(r, x->first) && strcmp(kind, o->kind) == 0;
  return a->value == b->value &&
         (o->level == 1 || strcmp(kind, "head-of-government") == 0);
}

/* Does y tell the office of x, word by word ("the minister of foreign affairs")? */
static bool same_office(const reader *r, const mh_actor *x, const mh_actor *y)
{
  const uint32_t n = x->office_end - x->office_first;
  if (one_office(r, x, y)) return true;
  if (y->office_end - y->office_first < n) return false;
  for (uint32_t k = 0; k < n; k++)
    if (!mh_statement__same(mh_statement__bare(tok(r, x->office_first + k)),
                            mh_statement__bare(tok(r, y->office_first + k))))
      return false;
  return n > 0;
}

/* "the Custodian of the Two Holy Mosques (the King N. N.)": an organ that is one ruler. */
static bool ruler(const reader *r, const mh_actor *y)
{
  const mh_match *m = y->form == MH_ACTOR_ORGAN
                          ? mh_words_match(r->w, y->first, MH_PH_ORGAN)
                          : NULL;
  return m && strcmp(mh_lex_organ(r->lex, m->value)->kind, "head-of-state") == 0;
}

/* Where what y may be called by alone ends: his office, the first word of an organ, but a ruler
 * all that he is called by. */
static uint32_t called_until(const reader *r, const mh_actor *y)
{
  if (y->form == MH_ACTOR_OFFICIAL) return y->office_end;
  return ruler(r, y) ? y->end : y->first + 1;
}

/* "the members of the council": a body without its name. */
bool mh_statement__members(const reader *r, const mh_actor *x)
{
  const mh_match *m = x->form == MH_ACTOR_ORGAN
                          ? mh_words_match(r->w, x->first, MH_PH_ORGAN)
                          : NULL;
  return m && strcmp(mh_lex_organ(r->lex, m->value)->kind, "members") == 0;
}

/* "The minister", "the ministry", "the ministers" alone: who was told before with the same
 * word and more, the nearest, but rather the one who spoke last. */
static mh_codes told_before(const reader *r, const mh_actor *x)
{
  const uint32_t at = x->first + (mh_statement__members(r, x) && x->end > x->first + 1);
  const mh_key head = mh_statement__bare(tok(r, at));
  mh_codes near = {.n = 0};
  const uint32_t me = (uint32_t)(x - r->m->actors);
  for (uint32_t k = me, n = 0; k-- > 0 && n < LOOK_BACK; n++) {
    const mh_actor *y = &r->m->actors[k];
    const bool office = y->form == MH_ACTOR_OFFICIAL, organ = y->form == MH_ACTOR_ORGAN;
    if (y->codes.n == 0 || !(office || organ)) continue;
    if (x->form == MH_ACTOR_ORGAN ? office : organ && !ruler(r, y)) continue;
    if (x->form == MH_ACTOR_OFFICIAL ? !same_office(r, x, y)
                                     : !says_key(r, y->first, called_until(r, y), head))
      continue;
    if (near.n == 0) near = y->codes;
    if (r->last_one.n == 1 && mh_codes_has(&y->codes, r->last_one.at[0])) return y->codes;
  }
  return near;
}

bool mh_statement__dual(const mh_token *t)
{
  const int z = mh_statement__letter_back(t, 0), y = mh_statement__letter_back(t, 1);
  return z == MH_L_NUN && (y == MH_L_ALEF || y == MH_L_YA);
}

#define MET 2 /* paragraphs in which "both" are still those who met last */

/* "the two ministers of foreign affairs": a dual that has lost its end before another noun. */
static bool of_two(const reader *r, uint32_t i)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++) {
    const mh_reading *y = mh_words_reading(r->w, i, k);
    if (MH_F_POS_OF(y->feats) == MH_POS_NOUN && (y->feats & MH_F_NUMBER) == MH_F_DU &&
        (y->feats & MH_F_CONSTRUCT))
      return true;
  }
  const int z = mh_statement__letter_back(tok(r, i), 0);
  const mh_match *of = mh_words_match(r->w, i, MH_PH_OFFICE);
  return of && (z == MH_L_ALEF || z == MH_L_YA) && !mh_statement__article(r, i);
}

mh_codes mh_statement__of_parliament(const reader *r, const mh_actor *x)
{
  const mh_codes none = {.n = 0};
  const mh_match *m = x->form == MH_ACTOR_OFFICIAL && !x->realm
                          ? mh_words_match(r->w, x->office_first, MH_PH_OFFICE)
                          : NULL;
  if (m == NULL || strcmp(mh_lex_office(r->lex, m->value)->kind, "legislator") != 0 ||
      !mh_statement__article(r, x->office_end - 1))
    return none;
  const mh_key key = mh_statement__bare(tok(r, x->office_end - 1));
  uint32_t k = (uint32_t)(x - r->m->actors);
  for (uint32_t n = 0; k-- > 0 && n < LOOK_BACK; n++) {
    const mh_actor *y = &r->m->actors[k];
    if (y->codes.n && (y->form == MH_ACTOR_NAME || y->form == MH_ACTOR_ORGAN) &&
        mh_statement__same(mh_statement__bare(tok(r, y->first)), key))
      return y->codes;
  }
  return none;
}

/* The parties in play: the report's where it tells of a document or meeting of theirs, else
 * those who were last named together. */
static const mh_codes *in_play(const reader *r, const mh_actor *x)
{
  /* of their forum, but where two have just met on its margins */
  if (r->forum && !(r->met.n == 2 && r->paragraph == r->met_at)) return &r->play;
  /* al-bayan, the statement, ends as a dual does */
  const bool two = x->role != MH_ROLE_DOCUMENT &&
                   (mh_statement__dual(tok(r, x->end - 1)) || of_two(r, x->first));
  if (two && x->codes.n == 0 && mh_statement__fellows(r)) return mh_statement__fellows(r);
  /* "the meeting" of two who have just met, where the report is of three */
  if (x->role == MH_ROLE_MEETING && r->three.n && r->met.n == 2 &&
      r->met_at == r->paragraph)
    return &r->met;
  /* "the four ministers", "the leaders": of more than two who have just met or acted all */
  if (!two && r->pair.n > 2 && r->paragraph <= r->paired + MET) return &r->pair;
  if (r->three.n && !two) return &r->three;
  /* two who are ministers or states are those told together last, not a group and another; and
   * so are those of a statement soon after */
  const bool soon = two ||
                    (x->role == MH_ROLE_DOCUMENT && r->paragraph <= r->paired + MET);
  const bool states = r->pair.n == 2 && !mh_codes_has(&r->pair, "OTHER");
  if (r->joint && soon && mh_codes_has(&r->play, "OTHER") && states) return &r->pair;
  /* two who have just acted together, wherever the report has others meet */
  if (r->joint && two && states && r->paired == r->paragraph) return &r->pair;
  if (r->joint && x->role != MH_ROLE_DOCUMENT && mh_statement__dual(tok(r, x->first)) &&
      r->met.n == 2 && r->paragraph <= r->met_at + MET)
    return &r->met;
  if (r->joint) return &r->play;
  if (x->role != MH_ROLE_DOCUMENT && mh_statement__dual(tok(r, x->first)) &&
      r->play.n == 2)
    return r->pair.n == 2 ? &r->pair : &r->play;
  return r->pair.n > 1 ? &r->pair : &r->play;
}

/* "the (bilateral) talks | between X and Y": those two; none when nothing says who. */
static mh_codes between(const reader *r, uint32_t i)
{
  subject s = {.codes = {.n = 0}};
  for (uint32_t k = i; k < r->doc->n_tokens && k < i + 2; k++) {
    if (r->cls[k] == MH_W_PREP) {
      if (mh_statement__prep(r, k) != MH_TAKES_HAWLA ||
          !mh_statement__group(r, k + 1, &s))
        s.codes.n = 0;
      break;
    }
  }
  if (s.codes.n < 2) s.codes.n = 0;
  return s.codes;
}

/* The word of the noun at token i where it tells of an agreement, else 0. */
uint32_t mh_statement__agreement(const reader *r, uint32_t i)
{
  if (!(r->w->glance[i].acts >> MH_POS_MASDAR & 1)) return 0;
  const mh_reading *y = mh_statement__reading(r, i, 1u << MH_POS_MASDAR, true);
  if (y == NULL) return 0;
  const bool agrees = mh_lex_frames(r->lex, mh_lex_word(r->lex, y->word))->act ==
                      MH_ACT_AGREE;
  return agrees ? y->word : 0;
}

/* "a statement issued | by (an) the ministry", "the statement, | issued | by", "the statement | that |
 * the ministers of N. and N. issued (it)": whose it is; none when nothing says so. */
static mh_codes issuer(const reader *r, const mh_actor *x)
{
  const uint32_t n = r->doc->n_tokens;
  const unsigned participles = 1u << MH_POS_ACTIVE | 1u << MH_POS_PASSIVE;
  mh_codes none = {.n = 0};
  subject s = {.codes = none};
  uint32_t i = x->end;
  if (!x->paper && i + 2 < n && !mh_statement__agreement(r, x->first)) {
    if (mh_statement__comma(r, i)) i++;
    const mh_reading *y = r->cls[i] == MH_W_REL
                              ? mh_statement__reading(r, i + 1, 1u << MH_POS_VERB, false)
                              : NULL;
    if (y && (y->feats & MH_F_TENSE) == MH_F_PERFECT && y->enc >= MH_ENC_HU &&
        y->enc <= MH_ENC_HUNNA) {
      if (!mh_statement__group(r, i + 2, &s) || s.nobody) return none;
      /* one of the two puts out what is both's */
      const mh_codes *play = in_play(r, x);
      const bool both = r->joint && s.codes.n == 1 && play->n > 1;
      return both && mh_codes_has(play, s.codes.at[0]) ? none : s.codes;
    }
    if (!mh_statement__article(r, i) || !(r->w->glance[i].pos & participles)) return none;
    i++;
  }
  if (i < n && r->m->when_at[i] >= 0) i = r->m->whens.at[r->m->when_at[i]].end;
  if (i + 1 >= n || mh_statement__prep(r, i) != MH_TAKES_AN_PREP ||
      !mh_statement__group(r, i + 1, &s) || s.nobody)
    return none;
  return s.codes;
}

/* "the ministers" of an organisation that was told with that word, unless it is in play with
 * somebody else. */
static mh_codes own_ministers(const reader *r, const mh_actor *x)
{
  mh_codes c = told_before(r, x);
  if (c.n != 1 || !mh_statement__organisation(r, c.at[0]) ||
      mh_codes_has(in_play(r, x), c.at[0]))
    c.n = 0;
  return c;
}

/* "The latter": the last single official or person who was named before. */
static mh_codes named_last(const reader *r, const mh_actor *x)
{
  uint32_t k = (uint32_t)(x - r->m->actors);
  for (uint32_t n = 0; k-- > 0 && n < LOOK_BACK; n++) {
    const mh_actor *y = &r->m->actors[k];
    if (y->codes.n == 1 && (y->form == MH_ACTOR_OFFICIAL || y->form == MH_ACTOR_PERSON ||
                            (y->form == MH_ACTOR_ROLE && y->role == MH_ROLE_COUNTERPART)))
      return y->codes;
  }
  return r->last_one;
}

/* The organisation whose document or meeting x is, or whose assembly the report tells of
 * where several are meant; none else. */
static mh_codes assembled(const reader *r, const mh_actor *x)
{
  mh_codes c = {.n = 0};
  const bool several = x->role == MH_ROLE_BOTH || x->role == MH_ROLE_MINISTERS;
  if (!several) mh_codes_add(&c, mh_statement__assembly_of(r, x));
  /* whom the organisation has met is in it with its ministers */
  const bool met = r->body && r->met.n > 1 && mh_codes_has(&r->met, r->body) &&
                   r->paragraph <= r->met_at + MET;
  if (c.n == 0 && !met && !(several && mh_statement__dual(tok(r, x->first))))
    mh_codes_add(&c, r->body);
  return c;
}

#define ROW 24 /* actors in which a row of three is looked for */

/* Is the state named at actor k joined to the one before? */
static bool joins_state(const reader *r, uint32_t k)
{
  const mh_actor *y = &r->m->actors[k];
  return k > 0 && (y->pro & MH_PRO_WA) && y->first == y[-1].end;
}

/* "the three countries" of a report of none, "the four ministers": the last so many, and no more,
 * that were named in a row. */
static mh_codes row_of(const reader *r, const mh_actor *x, uint32_t many)
{
  const mh_codes none = {.n = 0};
  const uint32_t me = (uint32_t)(x - r->m->actors);
  for (uint32_t k = me; k-- > many - 1 && me - k <= ROW;) {
    mh_codes c = {.n = 0};
    uint32_t first = k;
    while (joins_state(r, first)) first--;
    if (k - first + 1 != many || (k + 1 < me && joins_state(r, k + 1))) continue;
    for (uint32_t i = first; i <= k; i++) {
      const mh_actor *y = &r->m->actors[i];
      /* "the ambassadors of | N. and N. and ...": the first is told with them */
      const bool one = y->form == MH_ACTOR_NAME ||
                       (i == first && y->form == MH_ACTOR_OFFICIAL && many > 3);
      if (one && y->codes.n == 1) mh_codes_add(&c, y->codes.at[0]);
    }
    if (c.n == many) return c;
  }
  return none;
}

/* "the two ministers | British (in the dual)": both are of the one state that is told. */
static bool two_of_one(const reader *r, const mh_actor *x)
{
  const mh_token *t = tok(r, x->end - 1);
  return x->codes.n == 1 && x->end > x->first + 1 && mh_statement__dual(t) &&
         (x->role == MH_ROLE_MINISTERS || x->role == MH_ROLE_BOTH) &&
         mh_statement__letter_back(t, 2) == MH_L_YA &&
         mh_statement__dual(tok(r, x->first));
}

static mh_codes role_codes(const reader *r, const mh_actor *x)
{
  mh_codes c = x->codes;
  if (two_of_one(r, x)) return c;
  if (c.n == 0 && x->role == MH_ROLE_DOCUMENT) c = issuer(r, x);
  if (c.n == 0 && x->role == MH_ROLE_BOTH) {
    c = mh_statement__member_states(r, x);
    if (c.n) return c;
  }
  if (c.n == 0 &&
      (x->role == MH_ROLE_MEETING || x->role == MH_ROLE_MINISTERS ||
       x->role == MH_ROLE_BOTH || (x->role == MH_ROLE_DOCUMENT && !r->deal))) {
    c = assembled(r, x);
    if (c.n) return c;
  }
  switch ((mh_role_kind)x->role) {
  case MH_ROLE_MEETING:
    if (c.n == 0) c = between(r, x->end);
    if (c.n == 1 && mh_statement__organisation(r, c.at[0])) break;
    if (c.n < 2) c = *in_play(r, x);
    break;
  case MH_ROLE_MINISTERS:
    if (c.n == 0 && !mh_statement__dual(tok(r, x->first))) c = own_ministers(r, x);
    if (c.n == 0 && !r->joint && !r->three.n && !mh_statement__dual(tok(r, x->first)) &&
        !(r->pair.n > 1 && r->paired == r->paragraph))
      c = told_before(r, x);
    /* "the leaders of N. and ...": one of the many who met, all of whom are meant */
    if (c.n == 1 && x->codes.n == 0 && in_play(r, x)->n > 2 &&
        mh_codes_has(in_play(r, x), c.at[0]))
      c.n = 0;
    if (c.n == 0 || (c.n == 1 && x->codes.n && !mh_statement__organisation(r, c.at[0])))
      c = *in_play(r, x);
    break;
  case MH_ROLE_BOTH:
    /* "the Libyan parties" are of one state; of "the two sides, the Libyan ..." one is told */
    if (c.n == 0 || (c.n == 1 && mh_statement__dual(tok(r, x->first))))
      c = *in_play(r, x);
    break;
  case MH_ROLE_THREE:
    if (c.n < 2) c = r->listed;
    if (c.n < 2 && r->three.n == 0) c = row_of(r, x, 3);
    if (c.n < 2) c = *in_play(r, x);
    break;
  case MH_ROLE_FOUR:
    if (c.n < 2) c = r->four.n ? r->four : row_of(r, x, 4);
    break;
  case MH_ROLE_DOCUMENT:
    if (c.n == 0 && r->deal && mh_statement__agreement(r, x->first) == r->deal)
      c = r->agreed;
    if (c.n == 0 && !r->deal) c = mh_statement__issued(r, x);
    if (c.n == 0) c = r->common || r->last_one.n == 0 ? *in_play(r, x) : r->last_one;
    break;
  case MH_ROLE_SELF:
    if (c.n == 0) c = r->last.n ? r->last : r->last_one;
    break;
  case MH_ROLE_PERSON:
    if (c.n == 0) c = mh_statement__of_the_body(r, x, x->end);
    /* "the same official": who spoke last, whatever he was called there */
    if (c.n == 0 && x->end == x->first + 2 && mh_statement__pronoun(r, x->end - 1))
      c = r->last_one;
    if (c.n == 0) c = told_before(r, x);
    if (c.n == 0) c = mh_statement__so_titled(r, x);
    if (c.n == 0) c = r->last_one;
    /* "His Highness (said)": of those who acted the first, who is told with it */
    if (c.n == 0 && !mh_statement__article(r, x->first))
      mh_codes_add(&c, r->home ? r->home : r->last.n ? r->last.at[0] : NULL);
    break;
  case MH_ROLE_COUNTERPART:
  case MH_ROLE_PEERS: /* an actor is a COUNTERPART then */
  case MH_ROLE_SIDE: break;
  case MH_ROLE_LATTER: c = named_last(r, x); break;
  case MH_ROLE_NOBODY:
    if (!x->paper) c.n = 0;
    if (x->paper && c.n == 0) c = mh_statement__issued(r, x);
    break;
  case MH_ROLE_PAPER: /* an actor is a DOCUMENT then */
  case MH_ROLE_REPORT: c.n = 0; break;
  }
  return c;
}

/* "Sheikh N.", by his given name: told before with the same title and more of his name. */
static bool given_name(const reader *r, const mh_actor *x, const mh_actor *y)
{
  return x->person_first > x->first && y->person_first > y->first &&
         y->person_end >= y->person_first + 2 &&
         mh_statement__same(tok(r, x->person_first)->key, tok(r, y->person_first)->key) &&
         mh_statement__same(mh_statement__bare(tok(r, x->person_first - 1)),
                            mh_statement__bare(tok(r, y->person_first - 1)));
}

/* Is x's name part of y's: its words stand in y's in their order, or its last word ends it? */
static bool name_in(const reader *r, const mh_actor *x, const mh_actor *y)
{
  /* "and | N." */
  mh_token last = *tok(r, x->person_end - 1);
  if (x->pro & MH_PRO_WA && x->person_end == x->first + 1)
    last.key = mh_key_drop(last.key, 1), last.n--;
  if (mh_statement__same(mh_statement__bare(&last),
                         mh_statement__bare(tok(r, y->person_end - 1))))
    return true;
  if (x->person_end < x->person_first + 2) return given_name(r, x, y);
  uint32_t k = x->person_first;
  for (uint32_t i = y->person_first; i < y->person_end && k < x->person_end; i++)
    k += mh_statement__same(mh_statement__bare(tok(r, k)), mh_statement__bare(tok(r, i)));
  return k == x->person_end;
}

/* The office that stands between commas behind a name which is known for another ("N. N., | the
 * delegate of N.,"); NULL when there is none. */
static const mh_actor *office_behind(const reader *r, const mh_actor *y)
{
  if (y->form != MH_ACTOR_PERSON || y->end + 1 >= r->doc->n_tokens ||
      !mh_statement__comma(r, y->end) || (tok(r, y->end + 1)->flags & MH_TF_LINE))
    return NULL;
  const int32_t at = r->m->actor_at[y->end + 1];
  const mh_actor *o = at >= 0 ? &r->m->actors[at] : NULL;
  /* what he was before, or is in a party, says nothing of whom he speaks for now */
  return o && o->form == MH_ACTOR_OFFICIAL && o->codes.n == 1 && !(o->pro & ~MH_PRO_AL) &&
                 o->person_end == o->person_first && !mh_codes_has(&o->codes, "OTHER")
             ? o
             : NULL;
}

/* Whoever of the same name was told with his state before; NULL none.  With an office, and by
 * one name or all the names of his, where the name itself is known. */
static const mh_codes *same_name(const reader *r, const mh_actor *x, bool known)
{
  const uint32_t me = (uint32_t)(x - r->m->actors);
  for (uint32_t i = me > LOOK_BACK ? me - LOOK_BACK : 0; i < me; i++) {
    const mh_actor *y = &r->m->actors[i];
    if (y->codes.n != 1 || y->person_first == y->person_end) continue;
    const mh_actor *office = known ? office_behind(r, y) : NULL;
    if (known && ((y->form != MH_ACTOR_OFFICIAL && office == NULL) ||
                  x->person_end != x->person_first + 1))
      continue;
    if (name_in(r, x, y)) return office ? &office->codes : &y->codes;
  }
  return NULL;
}

/* A name alone of somebody who held his offices in years before the report: he speaks for
 * himself. */
static bool out_of_office(const reader *r, const mh_actor *x)
{
  const mh_match *p = x->form == MH_ACTOR_PERSON
                          ? mh_words_match(r->w, x->person_first, MH_PH_PERSON)
                          : NULL;
  const mh_person_row *row = p ? mh_lex_person(r->lex, p->value) : NULL;
  const int year = r->published.year;
  if (row == NULL || year == 0 || row->to == 0 || row->to >= year) return false;
  const mh_actor_row *a = mh_lex_actor_by_code(r->lex, row->code);
  return a &&
         a->kind == MH_ACTOR_STATE; /* of a movement's leader nobody knows when he left */
}

/* "the minister of defence": an office that was told before, of nobody who is named here. */
static bool nameless(const reader *r, const mh_actor *x)
{
  if (x->form != MH_ACTOR_OFFICIAL || x->office_first != x->first || x->realm ||
      x->person_end > x->person_first || x->office_end < x->first + 2)
    return false; /* "the officials" may be anybody's */
  const mh_token *t = tok(r, x->office_end - 1);
  return !mh_statement__same(mh_statement__bare(t), t->key);
}

/* "General | N.": a last name that is written like the adjective of a state, where he was told
 * in full before ("General N. N."). */
static const mh_actor *surnamed(const reader *r, const mh_actor *x)
{
  if (x->form != MH_ACTOR_OFFICIAL || x->codes.n != 1 || x->end != x->office_end + 1 ||
      x->person_end > x->person_first)
    return NULL;
  const mh_match *m = mh_words_match(r->w, x->office_first, MH_PH_OFFICE);
  const char *kind = m ? mh_lex_office(r->lex, m->value)->kind : "";
  if (strcmp(kind, "military") != 0 && strcmp(kind, "title") != 0) return NULL;
  const mh_key name = mh_statement__bare(tok(r, x->end - 1));
  uint32_t k = (uint32_t)(x - r->m->actors);
  for (uint32_t n = 0; k-- > 0 && n < LOOK_BACK; n++) {
    const mh_actor *y = &r->m->actors[k];
    if (y->person_end >= y->person_first + 2 &&
        mh_statement__same(mh_statement__bare(tok(r, y->person_end - 1)), name))
      return y;
  }
  return NULL;
}

/* "the ministerial council", "the leaders of | the supreme council": of nobody named, where the
 * report is of an organisation's assembly. */
static bool of_council(const reader *r, const mh_actor *x)
{
  if (r->body == NULL || (x->form != MH_ACTOR_ORGAN && x->form != MH_ACTOR_OFFICIAL))
    return false;
  const uint32_t at = x->form == MH_ACTOR_ORGAN ? x->first : x->office_end;
  const mh_match *m = at < x->end ? mh_words_match(r->w, at, MH_PH_ORGAN) : NULL;
  const char *kind = m ? mh_lex_organ(r->lex, m->value)->kind : "";
  return strcmp(kind, "council") == 0 || strcmp(kind, "members") == 0;
}

static bool of_delegation(const reader *r, uint32_t i)
{
  const mh_match *m = mh_words_match(r->w, i, MH_PH_ORGAN);
  return m && strcmp(mh_lex_organ(r->lex, m->value)->kind, "delegation") == 0;
}

/* "the head of the delegation": of the delegation that was told of last with its state. */
static mh_codes of_guests(const reader *r, const mh_actor *x)
{
  bool leads = false;
  if (x->form != MH_ACTOR_OFFICIAL || x->person_end > x->person_first) return x->codes;
  for (uint32_t k = x->office_first; k < x->office_end && !leads; k++)
    leads = of_delegation(r, k);
  uint32_t k = (uint32_t)(x - r->m->actors);
  for (uint32_t n = 0; leads && k-- > 0 && n < LOOK_BACK; n++) {
    const mh_actor *y = &r->m->actors[k];
    if (y->codes.n == 1 && of_delegation(r, y->first)) return y->codes;
  }
  return x->codes;
}

mh_codes mh_statement__codes(const reader *r, const mh_actor *x)
{
  const mh_actor *told = surnamed(r, x);
  if (told) x = told;
  mh_codes c = x->codes;
  if (x->form == MH_ACTOR_ROLE) return role_codes(r, x);
  if (x->person_end > x->person_first && (c.n == 0 || x->form == MH_ACTOR_PERSON)) {
    /* a name is of whom it was told to be here, whatever it is known for elsewhere */
    const mh_codes *here = same_name(r, x, c.n > 0);
    if (here)
      c = *here;
    else if (c.n && out_of_office(r, x))
      c = (mh_codes){.at = {"OTHER"}, .n = 1};
  }
  if (c.n == 0) c = of_guests(r, x);
  if (c.n == 0 && of_council(r, x)) mh_codes_add(&c, r->body);
  if (c.n == 0 && (x->form == MH_ACTOR_ORGAN || nameless(r, x))) c = told_before(r, x);
  const bool elsewhere = r->here && r->here_in == r->paragraph && r->cabinet &&
                         !mh_code_same(r->here,
                                       r->cabinet); /* "in London, the cabinet" */
  if (c.n == 0 && !elsewhere && mh_statement__a_cabinet(r, x))
    mh_codes_add(&c, r->cabinet);
  /* a state by its kind alone ("the Kingdom") is the one of that kind that is in play; an
   * office or organ of no named state is most often at home where the report is */
  if (c.n == 0 && mh_statement__says_realm(r, x)) mh_codes_add(&c, r->realm);
  return c;
}

bool mh_statement__self_behind(const reader *r, const act *x)
{
  const uint32_t i = x->content + 1;
  const int32_t at = i < r->doc->n_tokens ? r->m->actor_at[i] : -1;
  if (at < 0) return false;
  const mh_actor *y = &r->m->actors[at];
  if (y->form == MH_ACTOR_ROLE) return y->role == MH_ROLE_SELF;
  return y->form == MH_ACTOR_NAME && !(y->pro & ~MH_PRO_AL) && y->codes.n == 1 &&
         x->who.codes.n == 1 && mh_code_same(y->codes.at[0], x->who.codes.at[0]);
}

bool mh_statement__nominative(const reader *r, uint32_t i)
{
  const int32_t at = i < r->doc->n_tokens ? r->m->actor_at[i] : -1;
  if (at < 0 || r->m->actors[at].form != MH_ACTOR_ROLE ||
      r->m->actors[at].pro & ~MH_PRO_AL)
    return false;
  const mh_token *t = tok(r, i);
  const uint8_t role = r->m->actors[at].role;
  return (role == MH_ROLE_BOTH || role == MH_ROLE_MINISTERS) &&
         mh_statement__letter_back(t, 0) == MH_L_NUN &&
         mh_statement__letter_back(t, 1) == MH_L_ALEF;
}
