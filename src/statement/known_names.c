/* known_names - names told before: whoever was told with office and full name may be told again by
 * his last name, in another spelling or with wa-, an organisation by the first word of its name.
 *
 * Groups of actors are subject.c, whom other words stand for standin.c.
 */
#include "assembly.h"

#define NAMES     256 /* actors looked back at for a name                        */
#define OWN_KINDS 6   /* kinds of organs that a report tells of one state only */

/* An organ that is called by its first word alone once it was named: the council (of ministers),
 * the parliament, the authority.  "The ministry", "the embassy" are organs by themselves. */
static bool council(const reader *r, const mh_actor *x)
{
  static const char *const kinds[] = {
      "government",   "council",     "parliament", "presidency", "security",
      "intelligence", "secretariat", "authority",  "agency",     "relief"};
  const mh_match *m = mh_words_match(r->w, x->first, MH_PH_ORGAN);
  if (m == NULL || m->end < x->first + 2 || x->codes.n > 1) return false;
  const char *kind = mh_lex_organ(r->lex, m->value)->kind;
  /* of no state that is told: at home the press names none, but others have agencies as well */
  const size_t n = x->codes.n || r->home ? sizeof kinds / sizeof *kinds : OWN_KINDS;
  for (size_t k = 0; k < n; k++)
    if (strcmp(kind, kinds[k]) == 0) return true;
  return false;
}

/* The first word of a name without the preposition that is joined to it: "of (li-) | the
 * council of N.". */
static mh_token head_word(const reader *r, const mh_actor *x)
{
  mh_token t = *tok(r, x->first);
  if (!(x->pro & (MH_PRO_BI | MH_PRO_LI | MH_PRO_KA)) || t.n < 4) return t;
  const bool and = x->pro & (MH_PRO_WA | MH_PRO_FA);
  const bool lil = x->pro & MH_PRO_LI && x->pro & MH_PRO_AL; /* its alef is not written */
  const int n = 1 + and+lil;
  t.key = mh_key_drop(t.key, n);
  t.n -= (uint8_t)n;
  return t;
}

/* How far the words from token i on are those that the name of x begins with: "the supreme
 * council" of "the supreme council of N.". */
static uint32_t head_of(const reader *r, const mh_actor *x, uint32_t i)
{
  uint32_t k = 1;
  while (x->first + k < x->end && i + k < r->doc->n_tokens && r->m->actor_of[i + k] < 0 &&
         mh_statement__same(tok(r, x->first + k)->key, tok(r, i + k)->key))
    k++;
  return i + k;
}

/* The name of a body in the office of x, no state's: "the leader in | the movement of N."; where
 * it begins, NO_TOKEN where there is none. */
static uint32_t body_of(const reader *r, const mh_actor *x)
{
  if (x->form != MH_ACTOR_OFFICIAL || x->codes.n != 1) return NO_TOKEN;
  const mh_actor_row *a = mh_lex_actor_by_code(r->lex, x->codes.at[0]);
  if (a && a->kind == MH_ACTOR_STATE) return NO_TOKEN;
  for (uint32_t k = x->office_first; k < x->end; k++) {
    const mh_match *m = mh_words_match(r->w, k, MH_PH_ACTOR);
    if (m && m->end > k + 1) return k;
  }
  return NO_TOKEN;
}

/* The first word of such a body, without the li- that may lead it. */
static mh_key body_word(const reader *r, uint32_t k)
{
  const mh_match *m = mh_words_match(r->w, k, MH_PH_ACTOR);
  const mh_key key = mh_statement__bare(tok(r, k));
  if (m == NULL || !(m->pro & MH_PRO_LI)) return key;
  return mh_key_drop(key, m->pro & MH_PRO_AL ? 2 : 1);
}

/* "the movement", "the council" alone: an organisation or group told before by that word and
 * more, also where its name stands in quotation marks behind the word, or in an office in it. */
bool mh_statement__known_head(const reader *r, const mh_actor *x, mh_key head)
{
  if (x->form == MH_ACTOR_OFFICIAL) {
    const uint32_t k = body_of(r, x);
    return k != NO_TOKEN && mh_statement__same(body_word(r, k), head);
  }
  if (x->form == MH_ACTOR_ROLE)
    return x->role == MH_ROLE_SIDE && x->codes.n &&
           mh_statement__same(mh_statement__bare(tok(r, x->first)), head);
  const mh_token own = head_word(r, x);
  const bool here = mh_statement__same(mh_statement__bare(&own), head);
  if (x->form == MH_ACTOR_ORGAN) return here && x->end > x->first + 1 && council(r, x);
  if (x->codes.n != 1 || x->form != MH_ACTOR_NAME) return false;
  const bool before = x->first >= 2 && mh_statement__quote_mark(r, x->first - 1) &&
                      mh_statement__same(mh_statement__bare(tok(r, x->first - 2)), head);
  if (here ? x->end == x->first + 1 : !before) return false;
  const mh_actor_row *a = mh_lex_actor_by_code(r->lex, x->codes.at[0]);
  return a == NULL || a->kind != MH_ACTOR_STATE;
}

#define LOOK_BACK 256 /* actors in which the same name is looked for */

/* The word for a group that names none ("the party", "the leader of | the group") in x, without
 * its article; false where there is none. */
static bool nameless_group(const reader *r, const mh_actor *x, mh_key *head)
{
  if (x->form == MH_ACTOR_ORGAN) {
    *head = mh_statement__bare(tok(r, x->first));
    return x->end <= x->first + 2 && mh_statement__has_al(r, x->first);
  }
  if (x->form != MH_ACTOR_OFFICIAL || x->person_end > x->person_first) return false;
  for (uint32_t k = x->end; k-- > x->office_end;) {
    const mh_match *m = mh_words_match(r->w, k, MH_PH_ORGAN);
    if (m == NULL || m->end != k + 1) continue;
    const bool of = m->pro & MH_PRO_LI; /* "of (li-) the party" has one lam for both */
    *head = of ? mh_key_drop(tok(r, k)->key, 2) : mh_statement__bare(tok(r, k));
    /* "the leader of the party | that is near to (the near to) N.": another one */
    return (m->pro & MH_PRO_AL) && x->end == k + 1 &&
           !(x->end < r->doc->n_tokens && mh_statement__article(r, x->end));
  }
  return false;
}

void mh_statement__known_group(const reader *r, const mh_actor *x, mh_codes *c)
{
  mh_key head;
  if (c->n != 1 || strcmp(c->at[0], "OTHER") != 0 || !nameless_group(r, x, &head)) return;
  uint32_t k = (uint32_t)(x - r->m->actors);
  for (uint32_t n = 0; k-- > 0 && n < LOOK_BACK; n++)
    if (mh_statement__known_head(r, &r->m->actors[k], head)) {
      *c = r->m->actors[k].codes;
      return;
    }
}

mh_codes mh_statement__of_the_body(const reader *r, const mh_actor *x, uint32_t i)
{
  const mh_codes none = {.n = 0};
  const mh_match *m = mh_words_match(r->w, x->first, MH_PH_OFFICE);
  if (m == NULL || i >= r->doc->n_tokens || tok(r, i)->kind != MH_TOKEN_WORD ||
      tok(r, i)->n <= 4 || mh_key_letter(tok(r, i)->key, 0) != MH_L_LAM ||
      mh_key_letter(tok(r, i)->key, 1) != MH_L_LAM)
    return none;
  const mh_office_row *o = mh_lex_office(r->lex, m->value);
  if (strcmp(o->kind, "organisation-head") != 0 && (o->level < 4 || o->level > 6))
    return none; /* "the president thanked | the (lil-) alliance for" */
  const mh_key head = mh_key_drop(tok(r, i)->key, 2);
  uint32_t k = (uint32_t)(x - r->m->actors);
  for (uint32_t n = 0; k-- > 0 && n < NAMES; n++)
    if (mh_statement__known_head(r, &r->m->actors[k], head)) return r->m->actors[k].codes;
  return none;
}

/* The word for a body that names none, in x or behind "in" right behind it: where it stands, or
 * NO_TOKEN. */
static uint32_t nameless_body(const reader *r, const mh_actor *x)
{
  const mh_match *of = mh_words_match(r->w, x->office_first, MH_PH_OFFICE);
  if (of == NULL || mh_lex_office(r->lex, of->value)->level < 4) return NO_TOKEN;
  const uint32_t end = x->person_end > x->person_first ? x->person_first : x->end;
  for (uint32_t k = x->office_end; k < end; k++) {
    const mh_match *m = mh_words_match(r->w, k, MH_PH_ORGAN);
    if (m && m->end == end && end == k + 1 && m->pro == MH_PRO_AL) return k;
  }
  const uint32_t k = x->end + 1;
  if (k >= r->doc->n_tokens || mh_statement__prep(r, x->end) != MH_TAKES_FI ||
      tok(r, k)->kind != MH_TOKEN_WORD || r->m->actor_of[k] >= 0)
    return NO_TOKEN;
  return mh_statement__has_al(r, k) && !mh_statement__joined(r, k) ? k : NO_TOKEN;
}

mh_codes mh_statement__in_the_body(const reader *r, const mh_actor *x, uint32_t *end)
{
  const mh_codes none = {.n = 0};
  const uint32_t at = x->form == MH_ACTOR_OFFICIAL && !x->realm ? nameless_body(r, x)
                                                                : NO_TOKEN;
  if (at == NO_TOKEN) return none;
  const mh_key head = mh_statement__bare(tok(r, at));
  uint32_t k = (uint32_t)(x - r->m->actors);
  for (uint32_t n = 0; k-- > 0 && n < NAMES; n++) {
    if (!mh_statement__known_head(r, &r->m->actors[k], head)) continue;
    if (at >= x->end) *end = at + 1;
    return r->m->actors[k].codes;
  }
  return none;
}

/* abd: "servant of", written with the name behind it or apart. */
static bool servant(mh_key k)
{
  return mh_key_letter(k, 0) == MH_L_AIN && mh_key_letter(k, 1) == MH_L_BA &&
         mh_key_letter(k, 2) == MH_L_DAL;
}

/* What may stand for a vowel. */
#define VOWELS \
  (1u << MH_L_ALEF | 1u << MH_L_WAW | 1u << MH_L_YA | 1u << MH_L_HA | 1u << MH_L_HAMZA)

/* Letters with which the press writes one foreign sound (gh, j, k, q; t; d; s, z), by their
 * sound; 0: a sound of its own. */
static const uint8_t sound_of[32] = {
    [MH_L_GHAIN] = MH_L_QAF, [MH_L_JIM] = MH_L_QAF, [MH_L_KAF] = MH_L_QAF,
    [MH_L_THA] = MH_L_TA,    [MH_L_TAH] = MH_L_TA,  [MH_L_THAL] = MH_L_DAL,
    [MH_L_DAD] = MH_L_DAL,   [MH_L_SAD] = MH_L_SIN, [MH_L_ZAY] = MH_L_SIN};

/* The consonants of a word as sounds; what may stand for a vowel counts only at its beginning.
 * *n: how many, twelve at most. */
static uint64_t sounds_of_key(mh_key k, int *n)
{
  uint64_t out = 0;
  *n = 0;
  for (int i = 0; i < MH_KEY_LETTERS && *n < 12; i++) {
    const unsigned z = (unsigned)mh_key_letter(k, i);
    if (z == MH_L_NONE) break;
    if (i > 0 && (VOWELS >> z & 1)) continue;
    out = out << 5 | (sound_of[z] ? sound_of[z] : z);
    ++*n;
  }
  return out;
}

/* The sounds of a word without wa- and al-, and how many they are. */
static uint64_t sounds_of(const mh_token *t, int *n)
{
  return sounds_of_key(mh_statement__bare(t), n);
}

/* A word of the lexicon, and no piece of a name alone. */
static bool is_word(const reader *r, uint32_t i)
{
  for (uint32_t k = 0; k < mh_words_readings(r->w, i); k++)
    if (mh_words_reading(r->w, i, k)->word) return true;
  return false;
}

/* The same foreign name in another spelling ("Rodriguez" with gh or j): words that nobody
 * knows, of three consonants or more that sound alike. */
static bool sounds_alike(const reader *r, uint32_t i, const mh_token *t, uint32_t p)
{
  int n, m;
  if (is_word(r, i) || is_word(r, p)) return false;
  const uint64_t a = sounds_of(t, &n), b = sounds_of(tok(r, p), &m);
  return n >= 3 && n == m && a == b;
}

/* The token at i without the wa- that is told to stand before it. */
static mh_token without_and(const reader *r, uint32_t i, bool wa)
{
  mh_token t = *tok(r, i);
  if (wa) t.key = mh_key_drop(t.key, 1), t.n--;
  return t;
}

/* abu, abi: written with the name behind it or apart, as servant(). */
static bool father(mh_key k)
{
  const int z = mh_key_letter(k, 2);
  return mh_key_letter(k, 0) == MH_L_ALEF && mh_key_letter(k, 1) == MH_L_BA &&
         (z == MH_L_WAW || z == MH_L_YA);
}

/* Is the name at token i the one at p?  Gives how many words it has at i, 0 when not; with abd
 * it may be two words in one place and one in the other. */
static uint32_t name_word(const reader *r, uint32_t i, bool wa, uint32_t p)
{
  const mh_token t = without_and(r, i, wa);
  if (mh_statement__same(mh_statement__bare(&t), mh_statement__bare(tok(r, p)))) return 1;
  if ((servant(t.key) || father(t.key)) && t.n > 3 && p && tok(r, p - 1)->n == 3 &&
      mh_statement__same(mh_key_drop(t.key, 3), tok(r, p)->key) &&
      (servant(t.key) || father(tok(r, p - 1)->key)))
    return 1;
  if (sounds_alike(r, i, &t, p)) return 1;
  return t.n == 3 &&
                 ((servant(t.key) && servant(tok(r, p)->key)) ||
                  (father(t.key) && father(tok(r, p)->key))) &&
                 i + 1 < r->doc->n_tokens &&
                 mh_statement__same(mh_key_drop(tok(r, p)->key, 3), tok(r, i + 1)->key)
             ? 2
             : 0;
}

/* States whose people write the family's name first. */
static bool family_first(const mh_codes *c)
{
  static const char *const those[] = {"CHN", "KOR", "PRK", "VNM", "TWN", "SGP", "KHM"};
  for (size_t i = 0; c->n == 1 && i < sizeof those / sizeof *those; i++)
    if (mh_code_same(c->at[0], those[i])) return true;
  return false;
}

/* Does the word at i name x by what is not his last name: that of a person who is known without
 * more of it ("Salva | Kiir | Mayardit"), or a word of it that is no other and nobody's given
 * name?  Gives the token after it, 0 when not. */
static uint32_t middle_name(const reader *r, const mh_actor *x, uint32_t i, bool wa)
{
  if (x->person_end < x->person_first + 3) return 0;
  const mh_match *p = mh_words_match(r->w, x->person_first, MH_PH_PERSON);
  const uint32_t k = p && p->end > p->first + 1 && p->end < x->person_end
                         ? p->end - 1
                         : x->person_first + 1;
  if (p == NULL && (is_word(r, k) || mh_lex_given_name(r->lex, tok(r, k)->key))) return 0;
  return name_word(r, i, wa, k) == 1 ? i + 1 : 0;
}

/* Is the word at i the first of the name of x, by which alone he is told again: one that nobody
 * knows else, or, as many have it, a given name of him who acted last? */
static uint32_t first_name(const reader *r, const mh_actor *x, uint32_t i, bool wa)
{
  const uint32_t n = i + 1;
  if (is_word(r, i) || name_word(r, i, wa, x->person_first) != 1) return 0;
  /* "Barbara | N.": somebody else of that name */
  if (n < r->doc->n_tokens && tok(r, n)->kind == MH_TOKEN_WORD &&
      !(tok(r, n)->flags & MH_TF_LINE) &&
      (!is_word(r, n) || mh_lex_given_name(r->lex, tok(r, n)->key)))
    return 0;
  if (!mh_lex_given_name(r->lex, without_and(r, i, wa).key)) return i + 1;
  return r->last_one.n == 1 && x->codes.n == 1 &&
                 mh_code_same(r->last_one.at[0], x->codes.at[0])
             ? i + 1
             : 0;
}

/* Do the words from token i on, which wa- may join, end the name of x ("N.", "al-N.", or two of
 * it)?  Gives the token after them, 0 when not. */
static uint32_t ends_name(const reader *r, const mh_actor *x, uint32_t i, bool wa)
{
  if (x->person_end < x->person_first + 2) return 0;
  if (family_first(&x->codes) && name_word(r, i, wa, x->person_first) == 1) return i + 1;
  for (uint32_t p = x->person_end; p-- > x->person_first && x->person_end - p <= 3;) {
    uint32_t at = i, k = p;
    for (; k < x->person_end && at < r->doc->n_tokens; k++) {
      const uint32_t n = name_word(r, at, wa && at == i, k);
      if (n == 0) break;
      at += n;
    }
    if (k == x->person_end) return at;
  }
  const uint32_t middle = middle_name(r, x, i, wa);
  return middle ? middle : first_name(r, x, i, wa);
}

/* The bit of a word in r->names: how it sounds and its place in that. */
static uint32_t name_bit(mh_key bare)
{
  int n;
  const uint64_t k = sounds_of_key(bare, &n);
  const uint64_t h = k * UINT64_C(0x9E3779B97F4A7C15);
  return (uint32_t)(h >> 53);
}

static void note_key(reader *r, mh_key bare)
{
  const uint32_t bit = name_bit(bare);
  r->names[bit / 64] |= UINT64_C(1) << bit % 64;
}

static void note_word(reader *r, const mh_token *t)
{
  note_key(r, mh_statement__bare(t));
}

static void note_name(reader *r, uint32_t i)
{
  note_word(r, tok(r, i));
}

void mh_statement__names(reader *r)
{
  for (uint32_t k = 0; k < r->m->n_actors; k++) {
    const mh_actor *x = &r->m->actors[k];
    if (x->person_end >= x->person_first + 2)
      for (uint32_t p = x->person_end; p-- > x->person_first && x->person_end - p <= 3;)
        note_name(r, p);
    if (x->person_end >= x->person_first + 2) note_name(r, x->person_first);
    const uint32_t body = body_of(r, x);
    if (body != NO_TOKEN) note_key(r, body_word(r, body));
    if (x->form != MH_ACTOR_ROLE && x->form != MH_ACTOR_NAME && x->form != MH_ACTOR_ORGAN)
      continue;
    const mh_token head = head_word(r, x);
    note_word(r, &head);
    if (x->first >= 2 && mh_statement__quote_mark(r, x->first - 1))
      note_name(r, x->first - 2);
  }
}

/* May the word at i be a name told before?  Nearly every other word is turned away here; what
 * begins with abd may be half of one. */
static bool maybe_name(const reader *r, const mh_token *t)
{
  const uint32_t bit = name_bit(mh_statement__bare(t));
  return (r->names[bit / 64] >> bit % 64 & 1) || servant(t->key) || father(t->key);
}

/* "the spokesman of N., | General N. N.": of a title with a name, which no state is told with, the
 * state of the office that stands right before it, of nobody else who is named. */
static void office_before(const reader *r, uint32_t k, mh_codes *c)
{
  if (c->n || k == 0) return;
  const mh_actor *x = &r->m->actors[k], *y = x - 1;
  if (x->form != MH_ACTOR_OFFICIAL || x->pro || y->form != MH_ACTOR_OFFICIAL ||
      y->codes.n != 1 || y->person_end > y->person_first || y->end >= r->doc->n_tokens)
    return;
  if (x->first == y->end || (x->first == y->end + 1 && mh_statement__comma(r, y->end)))
    *c = y->codes;
}

/* "the council" alone: the cabinet told before, where the report says whose it is. */
static bool nameless_head(const reader *r, const mh_actor *x, mh_key head)
{
  return r->cabinet && mh_statement__a_cabinet(r, x) &&
         mh_statement__same(mh_statement__bare(tok(r, x->first)), head);
}

/* What stands from token i to `end` is the name of actor k. */
static bool named_as(const reader *r, uint32_t k, uint32_t end, subject *out)
{
  const mh_actor *x = &r->m->actors[k];
  out->nobody = x->form == MH_ACTOR_ROLE && x->role == MH_ROLE_NOBODY;
  out->codes = mh_statement__codes(r, x);
  office_before(r, k, &out->codes);
  out->nobody = out->nobody || (out->codes.n == 0 && mh_statement__local(r, x));
  if (out->codes.n == 0 && !out->nobody)
    mh_codes_add(&out->codes, r->home ? r->home : r->top);
  out->first = out->last = (int32_t)k;
  out->end = end;
  return out->codes.n > 0 || out->nobody;
}

/* Is s who acted last, alone? */
static bool acted_last(const reader *r, const subject *s)
{
  return r->last_one.n == 1 && s->codes.n == 1 &&
         mh_code_same(s->codes.at[0], r->last_one.at[0]);
}

#define SPAN 14 /* tokens from an office to a name that stands apart from it */

/* Could the word at i be one of a name? */
static bool of_a_name(const reader *r, uint32_t i)
{
  const mh_token *t = tok(r, i);
  return t->kind == MH_TOKEN_WORD && t->n > 1 && !(t->flags & MH_TF_LINE) &&
         r->cls[i] == MH_W_NONE && r->m->actor_of[i] < 0 && r->m->when_at[i] < 0 &&
         !mh_words_match(r->w, i, MH_PH_PLACE);
}

/* Does what is said, or whom it is said to, begin at token i, or a mark end what stands before it? */
static bool said_from(const reader *r, uint32_t i)
{
  return i >= r->doc->n_tokens || r->cls[i] == MH_W_AN || r->m->when_at[i] >= 0 ||
         tok(r, i)->kind == MH_TOKEN_MARK || tok(r, i)->n == 1 ||
         (mh_statement__joined(r, i) & MH_PRO_LI);
}

/* "the commander of the western region in N., | N. N., said": two words at least, of which nobody
 * knows the last, and behind it what he says. */
void mh_statement__note_apart(reader *r, const act *x)
{
  const subject *s = &x->who;
  if (s->first < 0 || s->first != s->last || s->nobody || s->codes.n != 1 ||
      r->n_apart == APART || x->form != ACT_VERB)
    return;
  const mh_actor *a = &r->m->actors[s->first];
  if (a->form != MH_ACTOR_OFFICIAL || a->person_end > a->person_first + 1) return;
  for (uint32_t i = s->end + 1; i < x->content && i < s->end + SPAN; i++) {
    if (!of_a_name(r, i) || is_word(r, i) || !said_from(r, i + 1)) continue;
    if (!of_a_name(r, i - 1) || mh_statement__article(r, i - 1)) continue;
    r->apart[r->n_apart++] = (name_apart){s->first, i - 1, i + 1, s->codes};
    note_name(r, i);
    return;
  }
}

/* A name at token i that was told apart from an office. */
static bool told_apart(const reader *r, uint32_t i, bool wa, subject *out)
{
  for (uint32_t n = r->n_apart; n-- > 0;) {
    const name_apart *x = &r->apart[n];
    if (x->end > i || name_word(r, i, wa, x->end - 1) != 1) continue;
    out->first = out->last = x->actor;
    out->codes = x->codes;
    out->end = i + 1;
    return true;
  }
  return false;
}

/* One name told before, at token i, which wa- may join: the nearest; but of two bodies that are
 * called alike ("the council") the one that acted last. */
/* "the witness (al-Shahid)", where somebody of that name was told of before: it is his. */
bool mh_statement__name_told(const reader *r, const mh_actor *x, subject *out)
{
  if (x->form != MH_ACTOR_ROLE || x->role != MH_ROLE_NOBODY || x->end != x->first + 1 ||
      !mh_statement__article(r, x->first))
    return false;
  uint32_t k = (uint32_t)(x - r->m->actors);
  for (uint32_t n = 0; k-- > 0 && n < NAMES; n++) {
    const uint32_t end = ends_name(r, &r->m->actors[k], x->first, false);
    if (end) return named_as(r, k, end, out);
  }
  return false;
}

bool mh_statement__known_one(const reader *r, uint32_t i, bool wa, subject *out)
{
  const mh_token t = without_and(r, i, wa);
  *out = (subject){.first = -1, .last = -1};
  if (t.kind != MH_TOKEN_WORD || t.n < 2 || r->m->actor_of[i] >= 0) return false;
  if (r->cls[i] == MH_W_AN) return false; /* "Jae-in" ends in "that" */
  const mh_key key = mh_statement__bare(&t);
  const bool al = !mh_statement__same(key, t.key);
  if (!maybe_name(r, &t)) return false;
  subject near = *out;
  uint32_t k = mh_statement__actors_before(r, i);
  for (uint32_t n = 0; k-- > 0 && n < NAMES; n++) {
    const mh_actor *x = &r->m->actors[k];
    uint32_t end = near.first < 0 ? ends_name(r, x, i, wa) : 0;
    if (end) return named_as(r, k, end, out);
    if (!al || wa || !(mh_statement__known_head(r, x, key) || nameless_head(r, x, key)))
      continue;
    end = x->form == MH_ACTOR_OFFICIAL ? i + 1 : head_of(r, x, i);
    const bool is = named_as(r, k, end, out);
    if (end > i + 1 || (is && acted_last(r, out))) return is;
    if (near.first < 0) near = *out;
  }
  *out = near;
  if (near.first < 0) return told_apart(r, i, wa, out);
  return near.codes.n > 0 || near.nobody;
}

/* One of two names at token i, that of somebody who is known or was told before. */
static bool one_named(const reader *r, uint32_t i, bool wa, subject *out)
{
  if (i >= r->doc->n_tokens || (tok(r, i)->flags & MH_TF_LINE)) return false;
  const int32_t at = r->m->actor_at[i];
  if (at < 0)
    return mh_statement__known_one(r, i, wa, out) && !out->nobody && out->codes.n == 1;
  const mh_actor *x = &r->m->actors[at];
  if (x->form != MH_ACTOR_PERSON || (x->pro & ~MH_PRO_AL) != (wa ? MH_PRO_WA : 0))
    return false;
  *out = (subject){
      .codes = mh_statement__codes(r, x), .first = at, .last = at, .end = x->end};
  return out->codes.n == 1;
}

bool mh_statement__two_by_title(const reader *r, const mh_actor *x)
{
  return x->form == MH_ACTOR_ROLE && x->codes.n == 0 &&
         mh_statement__dual(tok(r, x->first)) &&
         (x->role == MH_ROLE_MINISTERS || x->role == MH_ROLE_BOTH);
}

void mh_statement__both_named(const reader *r, subject *s)
{
  subject a, b;
  if (s->first < 0 || s->first != s->last ||
      !mh_statement__two_by_title(r, &r->m->actors[s->first]) ||
      !one_named(r, s->end, false, &a) || !one_named(r, a.end, true, &b))
    return;
  s->codes = a.codes;
  mh_codes_add(&s->codes, b.codes.at[0]);
  s->unresolved = false;
  s->end = b.end;
}
