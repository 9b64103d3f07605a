/* peers - several who share one word for their office: "the ministers of the American N. N. and
 * the Russian N. N.", "his two counterparts, the American, N. N., and the Russian, N. N.", "his
 * counterparts of the Gulf states".
 *
 * The word itself and the adjectives right behind it are actor.c; names are person.c.
 */
#include "inside.h"

static bool comma(const chain *c, uint32_t i)
{
  return i < c->doc->n_tokens && c->doc->tokens[i].kind == MH_TOKEN_MARK &&
         c->doc->tokens[i].value == 0x60C;
}

#define NAME 5 /* words of a name between two adjectives */

/* "the two presidents, the Turkish N. N. | and the American", with commas or without: the
 * adjective; else where the chain stands. */
uint32_t mh_mention__next_of_office(const chain *c)
{
  const uint32_t n = c->doc->n_tokens;
  uint32_t i = c->at + comma(c, c->at);
  for (const uint32_t from = i; i < n && i - from <= NAME; i++) {
    const uint32_t at = i + (i > from && comma(c, i));
    if (at >= n || c->doc->tokens[at].kind != MH_TOKEN_WORD ||
        (c->doc->tokens[at].flags & MH_TF_LINE))
      break;
    const mh_match *m = mh_words_match(c->w, at, MH_PH_ADJ);
    if (m && m->pro == (MH_PRO_AL | MH_PRO_WA)) return at;
    if (at > i || (mh_mention__never_name(c, i, from) &&
                   mh_words_match(c->w, i, MH_PH_PERSON) == NULL))
      break;
  }
  return c->at;
}

/* An adjective in the sound plural (-un, -in). */
static bool plural(const mh_token *t)
{
  return t->n > 4 && mh_key_letter(t->key, t->n - 1) == MH_L_NUN;
}

/* "Libyan officials | and Tunisian ones": the adjective at `at` is of some of them, as is the one
 * right before it. */
static bool of_some(const chain *c, uint32_t at, const mh_match *m)
{
  const mh_match *one = at == c->at && at > c->a.first
                            ? mh_words_match(c->w, at - 1, MH_PH_ADJ)
                            : NULL;
  return one && m->pro == MH_PRO_WA && !(one->pro & ~MH_PRO_WA) && one->end == at &&
         m->end == at + 1 && plural(&c->doc->tokens[at - 1]) &&
         plural(&c->doc->tokens[at]);
}

/* "the ministers of the American N. N. and the Russian N. N.": one office, two states.  Names that
 * commas set off are told with whoever is told. */
void mh_mention__shared_office(chain *c)
{
  for (int n = 0; n < 3 && c->a.codes.n; n++) {
    const bool set_off = n || c->a.person_end == c->a.person_first;
    uint32_t at = c->at + comma(c, c->at);
    if (set_off && comma(c, c->at)) at = mh_mention__next_of_office(c);
    const mh_match *m = at < c->doc->n_tokens ? mh_words_match(c->w, at, MH_PH_ADJ)
                                              : NULL;
    if (m == NULL || !(m->pro & MH_PRO_WA)) return;
    if (!(m->pro & MH_PRO_AL) && !of_some(c, at, m)) return;
    mh_codes_add(&c->a.codes, mh_mention__code(c, m));
    c->at = m->end;
    mh_mention__name(c);
  }
}

/* The name of one of several, between commas too: "the American, | N. N.,". */
static void one_name(chain *c)
{
  const uint32_t from = c->at;
  if (comma(c, from)) c->at++;
  const uint32_t name = c->at;
  mh_mention__name(c);
  if (c->at == name) c->at = from;
}

/* "his two counterparts, | the American N. N. and the Russian". */
static void first_behind_comma(chain *c)
{
  const uint32_t at = c->at + 1;
  if (!comma(c, c->at) || at >= c->doc->n_tokens) return;
  const mh_match *m = mh_words_match(c->w, at, MH_PH_ADJ);
  if (m == NULL || m->pro != MH_PRO_AL) return;
  mh_codes_add(&c->a.codes, mh_mention__code(c, m));
  c->at = m->end;
}

/* "his two counterparts, the American N. N. | and the Russian N. N.": as the adjectives tell,
 * whatever names stand between them; then nobody's name is told alone. */
void mh_mention__peers(chain *c)
{
  if (c->a.codes.n == 0) first_behind_comma(c);
  const uint8_t before = c->a.codes.n;
  if (before == 0) return;
  for (int n = 0; n < 3; n++) {
    const uint32_t from = c->at;
    one_name(c);
    const uint32_t at = c->at + comma(c, c->at);
    const mh_match *m = at < c->doc->n_tokens ? mh_words_match(c->w, at, MH_PH_ADJ)
                                              : NULL;
    if (m == NULL || !(m->pro & MH_PRO_AL) || !(m->pro & MH_PRO_WA)) {
      if (comma(c, from) && !comma(c, c->at)) c->at = from;
      break;
    }
    mh_codes_add(&c->a.codes, mh_mention__code(c, m));
    c->at = m->end;
  }
  if (c->a.codes.n > before) c->a.person_first = c->a.person_end = 0;
}

/* "his counterpart, the Iranian N. N. | and the Turkish N. N.": one word for the office of both. */
void mh_mention__further_peers(chain *c)
{
  const uint8_t before = c->a.codes.n;
  for (int n = 0; n < 3 && before == 1; n++) {
    const uint32_t at = c->at + comma(c, c->at);
    const mh_match *m = at < c->doc->n_tokens ? mh_words_match(c->w, at, MH_PH_ADJ)
                                              : NULL;
    if (m == NULL || !(m->pro & MH_PRO_AL) || !(m->pro & MH_PRO_WA) ||
        m->end >= c->doc->n_tokens || c->doc->tokens[m->end].kind != MH_TOKEN_WORD ||
        !(mh_words_match(c->w, m->end, MH_PH_PERSON) ||
          mh_words_readings(c->w, m->end) == 0))
      break;
    mh_codes_add(&c->a.codes, mh_mention__code(c, m));
    c->at = m->end;
    mh_mention__name(c);
  }
  if (c->a.codes.n > before) c->a.person_first = c->a.person_end = 0;
}

/* "his counterparts | of the Gulf states", "in the Kingdom", "in each of N. and N.": whose they
 * are. */
void mh_mention__counterpart_of(chain *c)
{
  const uint32_t i = c->at + 1;
  if (c->a.codes.n || !mh_mention__here(c) || i >= c->doc->n_tokens ||
      !mh_is_class(c->w, c->at, MH_W_PREP) || c->doc->tokens[c->at].n != 2)
    return;
  const mh_match *m = mh_words_match(c->w, i, MH_PH_ACTOR);
  if (m == NULL) {
    c->at = i;
    if (!mh_mention__of_each(c)) c->at = i - 1;
    return;
  }
  if (m->pro & ~MH_PRO_AL) return;
  mh_codes_add(&c->a.codes, mh_mention__code(c, m));
  c->at = m->end;
  mh_mention__more_states(c);
}
