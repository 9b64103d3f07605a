/* whose - whose an office or organ is, by what stands behind it: "the minister | of water
 * resources | the Egyptian", "the governor of | Aden", "an official | in the ministry of N.",
 * "the head of | «N.»", and what more is told of who holds it ("the former", "the acting").
 *
 * The phrase of an actor itself, link by link, is actor.c; the names in it are person.c.
 */
#include "inside.h"

#define AMBASSADOR 5 /* up to this level an office is held for a state as a whole */

#define FIELD_WORDS 6

/* "the head of «N.»": the name of an organisation or group in quotation marks. */
static bool in_quotes(chain *c)
{
  static const unsigned attributes = 1u << MH_POS_ADJ | 1u << MH_POS_ACTIVE |
                                     1u << MH_POS_PASSIVE;
  const mh_doc *d = c->doc;
  const bool kind = c->a.form == MH_ACTOR_ORGAN && mh_codes_has(&c->a.codes, "OTHER");
  if ((c->a.codes.n && !kind) || c->at + 2 >= d->n_tokens ||
      !mh_token_quotes(&d->tokens[c->at]))
    return false;
  const mh_match *m = mh_words_match(c->w, c->at + 1, MH_PH_ACTOR);
  if (m == NULL || m->end >= d->n_tokens || !mh_token_quotes(&d->tokens[m->end]))
    return false;
  if (mh_lex_actor(c->w->lex, m->value)->kind == MH_ACTOR_STATE) return false;
  if (kind) c->a.codes.n = 0;
  mh_codes_add(&c->a.codes, mh_mention__code(c, m));
  c->at = m->end + 1;
  /* "«N.» | the Lebanese", "the opposing": what the name is, nobody else */
  if (mh_mention__here(c) && mh_mention__article(&d->tokens[c->at]) &&
      (mh_mention__match(c, MH_PH_ADJ) || (c->w->glance[c->at].pos & attributes)))
    c->at++;
  return true;
}

bool mh_mention__quoted_name(chain *c)
{
  const uint32_t at = c->at;
  if (c->a.codes.n || at + 3 >= c->doc->n_tokens) return in_quotes(c);
  /* "the head of | li- «N.»", "of the movement (li-) «N.»" */
  const mh_token *t = &c->doc->tokens[at];
  if (t->kind == MH_TOKEN_WORD && mh_key_letter(t->key, 0) == MH_L_LAM &&
      mh_token_quotes(&c->doc->tokens[at + 1]) && !(t->flags & MH_TF_LINE)) {
    c->at++;
    if (in_quotes(c)) return true;
    c->at = at;
    return false;
  }
  return in_quotes(c);
}

/* The capital at c; no article is written with a hamza, so "Albares" is not "the Paris". */
const mh_match *mh_mention__capital(const chain *c)
{
  const mh_match *m = mh_mention__match(c, MH_PH_CAPITAL);
  const bool hamza = c->doc->tokens[c->at].flags & MH_TF_HAMZA_UP;
  return m && !(hamza && (m->pro & MH_PRO_AL)) ? m : NULL;
}

/* "N. N., the heir of | Abu Dhabi": a town of the state that he is known to be of. */
static bool of_own_town(chain *c)
{
  if (c->a.codes.n != 1 || c->a.person_end == c->a.person_first ||
      c->at <= c->a.person_end)
    return false;
  const mh_match *m = mh_mention__match(c, MH_PH_PLACE);
  const char *code = m && !(m->pro & ~MH_PRO_AL)
                         ? mh_lex_place(c->w->lex, m->value)->country
                         : NULL;
  if (m == NULL && (m = mh_mention__match(c, MH_PH_CAPITAL)) != NULL &&
      !(m->pro & ~MH_PRO_AL))
    code = mh_mention__code(c, m);
  if (code == NULL || !mh_code_same(code, c->a.codes.at[0])) return false;
  c->at = m->end;
  return true;
}

#define QUOTED_NAME 5 /* words of a person's name in quotation marks */

static bool given_name(const chain *c, uint32_t i)
{
  return mh_lex_given_name(c->w->lex, c->doc->tokens[i].key);
}

/* "the head of the council | «N. N.»": the name of who holds the office, as some papers set
 * names; not what he says. */
bool mh_mention__quoted_person(chain *c)
{
  const mh_doc *d = c->doc;
  const uint32_t from = c->at + 1;
  if (c->a.form != MH_ACTOR_OFFICIAL || c->a.person_end > c->a.person_first ||
      from + 2 >= d->n_tokens || !mh_token_quotes(&d->tokens[c->at]) ||
      (d->tokens[c->at].flags & MH_TF_LINE))
    return false;
  const mh_match *pe = mh_words_match(c->w, from, MH_PH_PERSON);
  if (!pe && !given_name(c, from)) return false;
  uint32_t i = pe ? pe->end : from + 1;
  for (; i < d->n_tokens && i <= from + QUOTED_NAME && !mh_token_quotes(&d->tokens[i]);
       i++) {
    const mh_token *t = &d->tokens[i];
    if (t->kind != MH_TOKEN_WORD || (t->flags & MH_TF_LINE) ||
        (!given_name(c, i) && !mh_mention__of_house(t) &&
         (c->w->glance[i].acts || mh_mention__never_name(c, i, from))))
      return false;
  }
  if (i < from + 2 || i >= d->n_tokens || !mh_token_quotes(&d->tokens[i])) return false;
  if (pe && c->a.codes.n == 0)
    mh_codes_add(&c->a.codes, mh_lex_person(c->w->lex, pe->value)->code);
  c->a.person_first = from;
  c->a.person_end = i;
  c->at = i + 1;
  return true;
}

/* "the governor of | Aden": the state where the town lies. */
bool mh_mention__of_place(chain *c)
{
  if (c->a.realm || c->a.form != MH_ACTOR_OFFICIAL || c->a.office_end != c->at)
    return false;
  if (c->a.codes.n) return of_own_town(c);
  uint32_t i =
      c->at; /* "the governor of the province of | N.", but "an official in | Gaza" */
  if (i + 1 < c->doc->n_tokens && (c->doc->tokens[i].flags & MH_TF_MARBUTA) &&
      !mh_mention__article(&c->doc->tokens[i]) && !mh_mention__match(c, MH_PH_PLACE))
    i++;
  const mh_match *m = i < c->doc->n_tokens ? mh_words_match(c->w, i, MH_PH_PLACE) : NULL;
  if (m == NULL || (m->pro & ~MH_PRO_AL)) return false;
  const char *code = mh_lex_place(c->w->lex, m->value)->country;
  if (code == NULL || *code == '\0') return false; /* a region of many */
  mh_codes_add(&c->a.codes, code);
  c->at = m->end;
  return true;
}

/* "the ministers in Ethiopia | and Sudan | and Egypt". */
void mh_mention__more_states(chain *c)
{
  while (mh_mention__here(c)) {
    const mh_match *m = mh_mention__match(c, MH_PH_ACTOR);
    if (m == NULL || m->pro != MH_PRO_WA ||
        mh_lex_actor(c->w->lex, m->value)->kind != MH_ACTOR_STATE)
      return;
    mh_codes_add(&c->a.codes, mh_mention__code(c, m));
    c->at = m->end;
  }
}

/* "the leaders of | each of N. and N.": kull(an) min and the states behind it. */
bool mh_mention__of_each(chain *c)
{
  const mh_doc *d = c->doc;
  if (c->a.codes.n || c->at + 2 >= d->n_tokens || !mh_mention__here(c)) return false;
  const mh_token *t = &d->tokens[c->at], *of = &d->tokens[c->at + 1];
  if (t->n < 2 || t->n > 3 || mh_key_letter(t->key, 0) != MH_L_KAF ||
      mh_key_letter(t->key, 1) != MH_L_LAM || of->n != 2 ||
      mh_key_letter(of->key, 0) != MH_L_MIM || mh_key_letter(of->key, 1) != MH_L_NUN)
    return false;
  const mh_match *m = mh_words_match(c->w, c->at + 2, MH_PH_ACTOR);
  if (m == NULL || (m->pro & ~MH_PRO_AL)) return false;
  mh_codes_add(&c->a.codes, mh_mention__code(c, m));
  c->at = m->end;
  mh_mention__more_states(c);
  return true;
}

/* "the American authorities | and the Israeli", "the Syrian foreign ministry | and the Russian":
 * the like organ of another state. */
void mh_mention__like_organ(chain *c)
{
  if (c->a.form != MH_ACTOR_ORGAN || c->a.codes.n != 1 || c->at >= c->doc->n_tokens)
    return;
  const mh_token *t = &c->doc->tokens[c->at];
  const mh_match *of = mh_words_match(c->w, c->at - 1, MH_PH_ADJ),
                 *m = mh_words_match(c->w, c->at, MH_PH_ADJ);
  if (of == NULL || of->pro != MH_PRO_AL || m == NULL ||
      m->pro != (MH_PRO_AL | MH_PRO_WA) || m->enc != MH_ENC_NONE ||
      (t->flags & MH_TF_LINE) || !(t->flags & MH_TF_MARBUTA) ||
      !(c->doc->tokens[c->at - 1].flags & MH_TF_MARBUTA))
    return;
  mh_codes_add(&c->a.codes, mh_mention__code(c, m));
  c->at = m->end;
}

/* "the minister of water | and irrigation": one more field of the same office, with wa-. */
bool mh_mention__joined_field(const chain *c, uint32_t i)
{
  static const unsigned others = 1u << MH_PH_OFFICE | 1u << MH_PH_ROLE |
                                 1u << MH_PH_ACTOR | 1u << MH_PH_ADJ |
                                 1u << MH_PH_PERSON | 1u << MH_PH_CAPITAL;
  const mh_token *t = &c->doc->tokens[i];
  return t->n > 4 && mh_key_letter(t->key, 0) == MH_L_WAW &&
         mh_key_letter(t->key, 1) == MH_L_ALEF && mh_key_letter(t->key, 2) == MH_L_LAM &&
         !(c->w->glance[i].kinds & others);
}

/* "the coordinator of policy | in the Union" (bil-), "the commissioner | of the Union". */
bool mh_mention__joined_organisation(chain *c, uint32_t i)
{
  const mh_match *m = mh_words_match(c->w, i, MH_PH_ACTOR);
  if (m == NULL || !(m->pro & (MH_PRO_BI | MH_PRO_LI)) ||
      (m->pro & ~(MH_PRO_AL | MH_PRO_BI | MH_PRO_LI)))
    return false;
  if (mh_lex_actor(c->w->lex, m->value)->kind != MH_ACTOR_ORG) return false;
  mh_codes_add(&c->a.codes, mh_mention__code(c, m));
  c->at = m->end;
  return true;
}

/* The adjective of a state that agrees with the office, not with its field of work. */
bool mh_mention__field_adjective(chain *c, uint32_t i)
{
  const mh_token *t = &c->doc->tokens[i];
  const bool feminine = c->doc->tokens[c->a.office_first].flags & MH_TF_MARBUTA;
  /* "the secretary general of the ministry of | transport | the Jordanian": hers */
  const mh_token *last = &c->doc->tokens[c->a.office_end - 1];
  const bool hers = (last->flags & MH_TF_MARBUTA) && !mh_mention__article(last);
  const bool she = t->flags & MH_TF_MARBUTA;
  const mh_match *a = mh_words_match(c->w, i, MH_PH_ADJ);
  if (a == NULL || a->pro != MH_PRO_AL || (feminine != she && !(hers && she)))
    return false;
  mh_codes_add(&c->a.codes, mh_mention__code(c, a));
  c->at = a->end;
  return true;
}

/* Behind "charged", what is charged with is joined to bi-. */
bool mh_mention__charged(const chain *c)
{
  if (mh_key_letter(c->doc->tokens[c->at].key, 0) != MH_L_BA) return false;
  for (uint32_t k = 0; k < mh_words_readings(c->w, c->at - 1); k++) {
    const mh_reading *y = mh_words_reading(c->w, c->at - 1, k);
    if (y->word && mh_lex_word(c->w->lex, y->word)->cls == MH_W_ATTRIBUTE) return true;
  }
  return false;
}

/* A state or region by its name alone, "for the affairs of | Asia": the token behind it, 0 none. */
uint32_t mh_mention__place(const chain *c, uint32_t i)
{
  const mh_match *m = mh_words_match(c->w, i, MH_PH_PLACE);
  if (m == NULL) m = mh_words_match(c->w, i, MH_PH_ACTOR);
  return m && m->end <= i + 2 && !(m->pro & ~MH_PRO_WA) ? m->end : 0;
}

/* Is it one who answers or sits for something ("the official | in charge of", "the member |
 * for")?  What a minister voices (`an) is told behind him with the same word. */
static bool answers_for(const chain *c)
{
  const mh_match *m = mh_words_match(c->w, c->a.office_end - 1, MH_PH_OFFICE);
  if (m == NULL) m = mh_words_match(c->w, c->a.office_first, MH_PH_OFFICE);
  return m && mh_lex_office(c->w->lex, m->value)->level > AMBASSADOR;
}

/* "the minister of | water resources | the Egyptian", "the director of | humanitarian
 * operations | in the UN": a field of work between an office and whose it is. */
bool mh_mention__field(chain *c)
{
  const mh_doc *d = c->doc;
  if (c->a.codes.n || c->a.realm || c->a.form != MH_ACTOR_OFFICIAL ||
      c->a.office_end != c->at || c->at >= d->n_tokens)
    return false;
  /* "who is charged | with (bi-)", "responsible | for (an)" */
  const int z = mh_key_letter(d->tokens[c->at].key, 0);
  const bool about = z == MH_L_AIN && d->tokens[c->at].n == 2 && answers_for(c);
  const uint32_t from = c->at + about;
  if (mh_mention__article(&d->tokens[c->a.office_end - 1]) &&
      !mh_mention__joined_field(c, c->at) && z != MH_L_LAM && !about &&
      !mh_mention__charged(c))
    return false;
  for (uint32_t i = from; i < d->n_tokens && i < from + FIELD_WORDS; i++) {
    if (d->tokens[i].kind != MH_TOKEN_WORD || (d->tokens[i].flags & MH_TF_LINE))
      return false;
    if (i > c->at &&
        (mh_mention__field_adjective(c, i) || mh_mention__in_organisation(c, i) ||
         mh_mention__in_organ(c, i) || mh_mention__joined_organisation(c, i)))
      return true;
    const mh_match *p = mh_words_match(c->w, i, MH_PH_PERSON);
    if (p && i > c->at && p->pro == 0) { /* "the envoy of | the Union | N. N." */
      mh_codes_add(&c->a.codes, mh_lex_person(c->w->lex, p->value)->code);
      c->a.person_first = i;
      c->a.person_end = c->at = p->end;
      return true;
    }
    const bool led = i <= from + 1 &&
                     i + 1 < d->n_tokens && /* "of the affairs of | refugees" */
                     mh_mention__article(&d->tokens[i + 1]) &&
                     (c->w->glance[i].kinds & ~(1u << MH_PH_TOPIC)) == 0;
    /* "the director of the department of | Africa | in the ministry" */
    const bool land = i == from && c->a.office_end > c->a.office_first + 1 &&
                      mh_mention__place(c, i) == i + 1;
    if (!led && !land && !mh_mention__article(&d->tokens[i]) &&
        !mh_mention__joined_field(c, i))
      return false;
  }
  return false;
}

/* "the leader of the party | the League (far-right)": words with al- that a name follows. */
void mh_mention__party_name(chain *c)
{
  const mh_doc *d = c->doc;
  uint32_t i = c->at;
  if (c->a.form != MH_ACTOR_OFFICIAL || c->a.person_end > c->a.person_first) return;
  while (i < d->n_tokens && i - c->at < FIELD_WORDS &&
         d->tokens[i].kind == MH_TOKEN_WORD && !(d->tokens[i].flags & MH_TF_LINE) &&
         mh_mention__article(&d->tokens[i]) && !mh_words_match(c->w, i, MH_PH_ADJ))
    i++;
  if (i == c->at || i + 1 >= d->n_tokens || d->tokens[i].kind != MH_TOKEN_WORD ||
      d->tokens[i + 1].kind != MH_TOKEN_WORD || (d->tokens[i].flags & MH_TF_LINE) ||
      mh_mention__article(&d->tokens[i]))
    return;
  const mh_match *p = mh_words_match(c->w, i, MH_PH_PERSON);
  if (!(p && p->pro == 0) && !mh_words_unknown(c->w, i)) return;
  c->at = i;
}

/* Adds the codes of a row: one, or several ("the Gulf's and the United States'") parted by |. */
void mh_mention__whose_codes(chain *c, const char *codes)
{
  char one[16];
  while (codes && *codes) {
    const size_t n = strcspn(codes, "|");
    if (n < sizeof one) {
      memcpy(one, codes, n);
      one[n] = '\0';
      const mh_actor_row *row = mh_lex_actor_by_code(c->w->lex, one);
      mh_codes_add(&c->a.codes, row ? row->code : NULL);
    }
    codes += n + (codes[n] == '|');
  }
}

/* An office with the article that ends right here: "the director general". */
static bool of_all(const chain *c)
{
  return c->a.form == MH_ACTOR_OFFICIAL && c->a.office_end == c->at &&
         mh_mention__article(&c->doc->tokens[c->at - 1]);
}

bool mh_mention__committee(chain *c)
{
  const mh_doc *d = c->doc;
  const mh_match *m = mh_words_match(c->w, c->a.first, MH_PH_ORGAN);
  if (c->a.form != MH_ACTOR_ORGAN || c->a.codes.n || m == NULL || m->end != c->at ||
      strcmp(mh_lex_organ(c->w->lex, m->value)->kind, "committee") != 0)
    return false;
  for (uint32_t i = c->at; i < d->n_tokens && i < c->at + FIELD_WORDS; i++) {
    if (d->tokens[i].kind != MH_TOKEN_WORD || (d->tokens[i].flags & MH_TF_LINE))
      return false;
    if (i > c->at && (mh_mention__in_organ(c, i) || mh_mention__in_organisation(c, i)))
      return true;
    const bool led = i == c->at && i + 1 < d->n_tokens &&
                     mh_mention__article(&d->tokens[i + 1]);
    if (!led && !mh_mention__article(&d->tokens[i]) && !mh_mention__joined_field(c, i))
      return false;
  }
  return false;
}

/* dakhil: inside. */
static bool inside(const mh_token *t)
{
  return t->n == 4 && mh_key_letter(t->key, 0) == MH_L_DAL &&
         mh_key_letter(t->key, 1) == MH_L_ALEF && mh_key_letter(t->key, 2) == MH_L_KHA &&
         mh_key_letter(t->key, 3) == MH_L_LAM;
}

/* "an official | in the ministry of N.", "a source | in (bi-) the presidency": the organ where
 * he is; whose it is follows. */
bool mh_mention__in_organ(chain *c, uint32_t i)
{
  if (!c->head || c->a.codes.n || c->a.realm || i >= c->doc->n_tokens) return false;
  const bool in = mh_is_class(c->w, i, MH_W_PREP) &&
                  (c->doc->tokens[i].n == 2 || inside(&c->doc->tokens[i]));
  const uint32_t at = i + in;
  const mh_match *m = at < c->doc->n_tokens ? mh_words_match(c->w, at, MH_PH_ORGAN)
                                            : NULL;
  if (m == NULL) return false;
  const unsigned led = m->pro &
                       ~MH_PRO_AL; /* "the director general | of (li-) the ministry" */
  const bool li = led == MH_PRO_LI && of_all(c) &&
                  strcmp(mh_lex_organ(c->w->lex, m->value)->kind, "ministry") == 0;
  if (in ? led != 0 : led != MH_PRO_BI && !li) return false;
  mh_mention__whose_codes(c, mh_lex_organ(c->w->lex, m->value)->code);
  c->at = c->a.office_end = m->end;
  return true;
}

bool mh_mention__sound_plural(const mh_token *t)
{
  const int z = mh_key_letter(t->key, t->n - 1), y = mh_key_letter(t->key, t->n - 2);
  return t->n > 5 && t->n <= MH_KEY_LETTERS && z == MH_L_NUN &&
         (y == MH_L_WAW || y == MH_L_YA);
}

/* "officials | of security (-iyyun)": an adjective of a plural office, no name. */
static bool plural_adjective(const chain *c)
{
  const mh_token *t = &c->doc->tokens[c->at];
  return mh_mention__sound_plural(t) &&
         mh_mention__sound_plural(&c->doc->tokens[c->at - 1]) &&
         mh_key_letter(t->key, t->n - 3) == MH_L_YA && !mh_mention__match(c, MH_PH_ADJ);
}

/* "the minister (of N.) | who was elected", "the former president": what is told of who holds
 * it; who did once speaks for himself. */
bool mh_mention__attribute(chain *c)
{
  if (!mh_mention__here(c)) return false;
  const bool al = mh_mention__article(&c->doc->tokens[c->at]);
  const bool bi = mh_key_letter(c->doc->tokens[c->at].key, 0) == MH_L_BA;
  if (!al && !bi && (c->a.codes.n || mh_mention__article(&c->doc->tokens[c->at - 1])))
    return false;
  const bool before = c->a.codes.n == 0 && c->a.office_end == c->at;
  if (before && plural_adjective(c)) return c->a.office_end = ++c->at, true;
  for (uint32_t k = 0; k < mh_words_readings(c->w, c->at); k++) {
    const mh_reading *y = mh_words_reading(c->w, c->at, k);
    const uint8_t cls = y->word ? mh_lex_word(c->w->lex, y->word)->cls : MH_W_NONE;
    const bool acting = cls == MH_W_ATTRIBUTE && y->pro == (MH_PRO_BI | MH_PRO_AL);
    if ((cls != MH_W_ATTRIBUTE && cls != MH_W_FORMER) ||
        (y->pro != (al ? MH_PRO_AL : 0) && !acting))
      continue;
    if (cls == MH_W_FORMER && c->a.form == MH_ACTOR_OFFICIAL) {
      c->a.codes.n = 0;
      mh_codes_add(&c->a.codes, "OTHER");
    }
    c->at++;
    if (before) c->a.office_end = c->at;
    return true;
  }
  return false;
}

/* "the envoy to N., | the ambassador N. N.": his rank, before his name. */
static bool ranked(const chain *c, uint32_t i)
{
  const mh_match *of = mh_words_match(c->w, i, MH_PH_OFFICE);
  return of && of->pro == MH_PRO_AL && of->end == i + 1 && of->end < c->doc->n_tokens &&
         !mh_mention__article(&c->doc->tokens[of->end]) &&
         mh_lex_office(c->w->lex, of->value)->level >= 5;
}

bool mh_mention__posted(chain *c)
{
  const mh_doc *d = c->doc;
  const uint32_t i = c->at + 1;
  if (c->a.form != MH_ACTOR_OFFICIAL || !mh_mention__here(c) || i >= d->n_tokens ||
      d->tokens[c->at].n > 3 || !mh_is_class(c->w, c->at, MH_W_PREP) ||
      c->a.person_end > c->a.person_first)
    return false;
  const mh_match *m = mh_words_match(c->w, i, MH_PH_ACTOR);
  if (m == NULL) m = mh_words_match(c->w, i, MH_PH_CAPITAL);
  if (m == NULL || (m->pro & ~MH_PRO_AL) || m->end >= d->n_tokens) return false;
  const mh_token *t = &d->tokens[m->end];
  const mh_match *p = mh_words_match(c->w, m->end, MH_PH_PERSON);
  if (t->kind != MH_TOKEN_WORD || (t->flags & MH_TF_LINE)) return false;
  if (!(p && p->pro == 0) && !ranked(c, m->end) &&
      (mh_mention__article(t) || t->n < 3 || mh_mention__never_name(c, m->end, m->end) ||
       mh_words_match(c->w, m->end, MH_PH_ADJ)))
    return false;
  c->at = m->end;
  return true;
}

/* "N. | the Syrian": the adjective of the state where a group is at home. */
static bool home(chain *c, const char *state)
{
  const mh_match *m = mh_mention__match(c, MH_PH_ADJ);
  if (m == NULL || m->pro != MH_PRO_AL || state == NULL ||
      !mh_code_same(mh_mention__code(c, m), state))
    return false;
  c->at = m->end;
  return true;
}

/* "the programme | of the UN (lil-)", "N. «N.»": the same once more. */
static bool same_again(chain *c, const char *code)
{
  const mh_doc *d = c->doc;
  if (c->at + 2 >= d->n_tokens) return false;
  const bool quoted = mh_token_quotes(&d->tokens[c->at]);
  const mh_match *m = mh_words_match(c->w, c->at + quoted, MH_PH_ACTOR);
  if (m == NULL || !mh_code_same(mh_mention__code(c, m), code)) return false;
  if (quoted ? m->end >= d->n_tokens || !mh_token_quotes(&d->tokens[m->end])
             : !(m->pro & MH_PRO_LI) || (d->tokens[c->at].flags & MH_TF_LINE))
    return false;
  c->at = m->end + quoted;
  return true;
}

void mh_mention__known_as(chain *c, const mh_match *name)
{
  const mh_actor_row *row = mh_lex_actor(c->w->lex, name->value);
  if (row->kind == MH_ACTOR_STATE) return;
  for (int n = 0; n < 3; n++)
    if (!home(c, row->home) && !mh_mention__attribute(c) && !same_again(c, row->code))
      return;
}

/* "the director of | the observatory", "the spokesman of | the society «N.»": who holds an
 * office of those who speak for no party speaks for none himself. */
bool mh_mention__nobodys(chain *c)
{
  const uint32_t n = c->doc->n_tokens;
  uint32_t k = c->a.office_end;
  if (c->a.form != MH_ACTOR_OFFICIAL || k <= c->a.office_first || k + 3 > n) return false;
  const mh_token *last = &c->doc->tokens[k - 1];
  if (mh_key_letter(last->key, 0) == MH_L_ALEF && mh_key_letter(last->key, 1) == MH_L_LAM)
    return false; /* "told the minister | the paper" */
  if (mh_token_quotes(&c->doc->tokens[k]))
    k++;
  else if (c->doc->tokens[k].kind == MH_TOKEN_WORD &&
           mh_token_quotes(&c->doc->tokens[k + 1]))
    k += 2;
  const mh_match *m = mh_words_match(c->w, k, MH_PH_ROLE);
  if (m == NULL || m->value != MH_ROLE_NOBODY || (m->pro & ~MH_PRO_AL)) return false;
  c->a.codes.n = 0;
  c->a.realm = false;
  c->a.person_first = c->a.person_end = 0;
  c->a.form = MH_ACTOR_ROLE;
  c->a.role = MH_ROLE_NOBODY;
  c->at = m->end < n && mh_token_quotes(&c->doc->tokens[m->end]) ? m->end + 1 : m->end;
  mh_mention__name(c);
  return true;
}
