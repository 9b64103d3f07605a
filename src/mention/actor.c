/* actor - noun phrases of political actors.
 *
 * A phrase is a chain of titles, offices, organs, adjectives of states and names, as the
 * Arab press writes them: "the minister of foreign affairs of Kuwait Sheikh N. N.", "the
 * American foreign minister N. N.", "the Russian defence ministry", "his Kuwaiti
 * counterpart N. N.", "Washington".  The chain is read greedily from left to right; what it
 * cannot say (whose minister?) is left open.
 */
#include "inside.h"

#define LINKS 32 /* of one phrase; longer chains are nobody's office */

void mh_codes_add(mh_codes *c, const char *code)
{
  /* a place in no one state has none */
  if (code && *code && c->n < MH_CODES_MAX && !mh_codes_has(c, code))
    c->at[c->n++] = code;
}

mh_span mh_tokens_span(const mh_doc *doc, uint32_t first, uint32_t end)
{
  if (first >= end) return (mh_span){0, 0};
  const mh_token *f = &doc->tokens[first], *l = &doc->tokens[end - 1];
  return (mh_span){f->at, l->at + l->len - f->at};
}

bool mh_is_class(const mh_words *w, uint32_t i, mh_word_class cls)
{
  if (!(w->glance[i].pos >> MH_POS_PARTICLE & 1)) return false;
  for (uint32_t r = 0; r < mh_words_readings(w, i); r++) {
    const mh_reading *x = mh_words_reading(w, i, r);
    if (MH_F_POS_OF(x->feats) == MH_POS_PARTICLE &&
        mh_lex_word(w->lex, x->word)->cls == cls)
      return true;
  }
  return false;
}

/* Of "the head of the Arab Parliament" the office is "the head": the rest is a name. */
static uint32_t office_end(const chain *c, const mh_match *of)
{
  for (uint32_t k = of->first + 1; k < of->end; k++) {
    const mh_match *m = mh_words_match(c->w, k, MH_PH_ACTOR);
    if (m && m->end > of->end && !(m->pro & ~MH_PRO_AL)) return k;
    m = mh_words_match(c->w, k, MH_PH_ORGAN);
    if (m && m->end > of->end && !(m->pro & ~MH_PRO_AL) &&
        mh_lex_organ(c->w->lex, m->value)->code)
      return k;
  }
  return of->end;
}

/* Past the full stop of a title that is one letter: "D. | N. N.". */
static uint32_t past_stop(const chain *c, uint32_t end)
{
  const mh_token *t = c->doc->tokens;
  const bool stop = end + 1 < c->doc->n_tokens && t[end - 1].n == 1 &&
                    t[end].kind == MH_TOKEN_MARK && t[end].value == '.' &&
                    t[end + 1].kind == MH_TOKEN_WORD && !(t[end + 1].flags & MH_TF_LINE);
  return stop ? end + 1 : end;
}

static void office(chain *c, const mh_match *m)
{
  if (c->a.office_first == c->a.office_end) c->a.office_first = c->at;
  c->a.office_end = office_end(c, m);
  c->at = past_stop(c, c->a.office_end);
  c->a.enc = m->enc;
  c->head = true;
  c->a.form = MH_ACTOR_OFFICIAL;
  /* "the international envoy"; an office that only one state has is written with it; who has
   * left his speaks for himself */
  const mh_office_row *o = mh_lex_office(c->w->lex, m->value);
  if (strcmp(o->kind, "former") == 0 && c->a.codes.n == 0)
    mh_codes_add(&c->a.codes, "OTHER");
  if (strcmp(o->kind, "un-envoy") == 0) mh_codes_add(&c->a.codes, "UN");
  /* "General N., | who stands for N.'s place": whoever else he is speaks for somebody */
  const bool besides = m->first > c->a.first && strcmp(o->kind, "candidate") == 0;
  /* "a member of the movement N.": what begins inside of the office says whose he is */
  const bool named = c->a.office_end < m->end && o->code && strcmp(o->code, "OTHER") == 0;
  if (c->a.codes.n == 0 && !besides && !named) mh_codes_add(&c->a.codes, o->code);
}

/* Joined prepositions may lead a genitive only after a head ("of the UN": lil-); an office is
 * also held in an organisation, one that is not told with al- in a group ("a leader in Hamas"),
 * or in a state by its full name (bi-). */
static bool genitive(const chain *c, const mh_match *m)
{
  if ((m->pro & MH_PRO_BI) && c->a.office_end == c->at && c->at > c->a.first) {
    const uint8_t kind = mh_lex_actor(c->w->lex, m->value)->kind;
    const bool group = kind == MH_ACTOR_GROUP && c->a.codes.n == 0 &&
                       !mh_mention__article(&c->doc->tokens[c->a.office_first]);
    if (kind == MH_ACTOR_ORG || group || (m->end > m->first + 1 && c->a.codes.n == 0))
      return !(m->pro & ~(MH_PRO_AL | MH_PRO_BI));
  }
  return !(m->pro & ~(MH_PRO_AL | (c->head ? MH_PRO_LI : 0)));
}
static bool delegation(const mh_words *w, uint32_t i)
{
  return strcmp(mh_mention__organ_kind(w, i), "delegation") == 0;
}

/* An organ that is nobody without a state's or person's name beside it: "the office of". */
static bool bound(const mh_words *w, uint32_t i)
{
  return strcmp(mh_mention__organ_kind(w, i), "bound") == 0 ||
         strcmp(mh_mention__organ_kind(w, i), "committee") == 0 || delegation(w, i);
}

/* Does the chain end in a name so far? */
static bool behind_name(const chain *c)
{
  return c->a.person_end == c->at && c->at > c->a.person_first;
}

/* Is it of a group alone so far: "the leader of the (movement of) N."? */
static bool of_group(const chain *c)
{
  const mh_actor_row *row = c->a.codes.n == 1
                                ? mh_lex_actor_by_code(c->w->lex, c->a.codes.at[0])
                                : NULL;
  return row && row->kind == MH_ACTOR_GROUP;
}

static bool adjective(chain *c)
{
  const mh_match *m = mh_mention__match(c, MH_PH_ADJ);
  /* "a Kuwaiti delegation": it is somebody without an article too */
  const bool any = c->a.form == MH_ACTOR_ORGAN &&
                   (delegation(c->w, c->a.first) || mh_mention__a_court(c, m));
  if (m == NULL || !(m->pro & MH_PRO_AL || any || c->a.office_end > c->a.office_first))
    return false;
  if (m->pro & ~MH_PRO_AL) return false;
  if (behind_name(c)) {
    /* "General Masud Jaza'iri": a last name that is written like one */
    const mh_token *t = &c->doc->tokens[c->at];
    if (!(m->pro & MH_PRO_AL) && mh_key_letter(t->key, t->n - 1) == MH_L_YA) return false;
    /* "Wilbur Ross": the same, written like a people */
    if (!(m->pro & MH_PRO_AL)) return c->at = c->a.person_end = m->end, true;
    /* "the German chancellor N. urged | the Iranians" */
    if (c->a.codes.n && !mh_codes_has(&c->a.codes, mh_mention__code(c, m))) return false;
  }
  /* "the Saudi ambassador | Turki N.": a given name that is written like one */
  if (!(m->pro & MH_PRO_AL) && c->a.codes.n && c->a.form == MH_ACTOR_OFFICIAL &&
      mh_mention__article(&c->doc->tokens[c->at - 1]) &&
      mh_lex_given_name(c->w->lex, c->doc->tokens[c->at].key))
    return false;
  /* "Prince Turki bin ...": a name; "the American | Ben N." */
  if (!(m->pro & MH_PRO_AL) && m->end < c->doc->n_tokens &&
      mh_mention__of_house(&c->doc->tokens[m->end]))
    return false;
  /* "the House of Commons | of Canada": another state's of the same name */
  if (c->a.form == MH_ACTOR_ORGAN && c->a.codes.n == 1 &&
      mh_words_match(c->w, c->a.first, MH_PH_ORGAN) &&
      mh_words_match(c->w, c->a.first, MH_PH_ORGAN)->end == c->at &&
      !mh_codes_has(&c->a.codes, "OTHER"))
    c->a.codes.n = 0;
  /* an office that one state calls so, of another that has it too */
  const mh_match *of = c->a.form == MH_ACTOR_OFFICIAL && c->a.office_end == c->at
                           ? mh_words_match(c->w, c->a.office_first, MH_PH_OFFICE)
                           : NULL;
  if (of && of->end == c->at && mh_lex_office(c->w->lex, of->value)->code &&
      !mh_codes_has(&c->a.codes, "OTHER"))
    c->a.codes.n = 0;
  /* a party or militia of a state, or one that it backs, is not the state */
  if (!mh_codes_has(&c->a.codes, "OTHER") && !of_group(c))
    mh_codes_add(&c->a.codes, mh_mention__code(c, m));
  c->at = m->end;
  return true;
}

static bool longer(const mh_match *a, const mh_match *b)
{
  return a && (b == NULL || a->end >= b->end);
}

/* "the minister of N. | the leader of the party": one in government who is not named yet may
 * lead a party as well, which is not whom he speaks for. */
static bool leads_too(const chain *c, const mh_match *party)
{
  const mh_match *of = mh_words_match(c->w, c->a.office_first, MH_PH_OFFICE);
  if (of == NULL || c->a.person_end > c->a.person_first || c->a.form != MH_ACTOR_OFFICIAL)
    return false;
  const char *kind = mh_lex_office(c->w->lex, of->value)->kind;
  if (strcmp(kind, "minister") != 0 && strcmp(kind, "head-of-government") != 0)
    return false;
  return party->kind == MH_PH_ORGAN ||
         mh_lex_actor(c->w->lex, party->value)->kind == MH_ACTOR_GROUP;
}

/* After an official, is the office that ends at `at` one of another state?  Then a new
 * phrase begins with it: "the emir of Kuwait N. received | the prime minister of Pakistan". */
static bool other_state(const chain *c, uint32_t at)
{
  if (c->a.codes.n == 0 || at >= c->doc->n_tokens) return false;
  const mh_match *m = mh_words_match(c->w, at, MH_PH_ADJ);
  /* "the colonel | Turki N.": no adjective of his, which would have the article too */
  if (m && !(m->pro & MH_PRO_AL) && mh_mention__article(&c->doc->tokens[at - 1]))
    return false;
  if (m == NULL) m = mh_words_match(c->w, at, MH_PH_ACTOR);
  if (m && leads_too(c, m)) return false;
  return m && !mh_codes_has(&c->a.codes, mh_mention__code(c, m));
}

/* "the head of the committee | in the Iranian parliament" (bi-): where a member sits. */
static bool of_committee(const chain *c, const mh_match *organ)
{
  if (c->a.codes.n || c->a.office_end != c->at || c->a.form != MH_ACTOR_OFFICIAL ||
      (organ->pro & ~MH_PRO_AL) != MH_PRO_BI ||
      strcmp(mh_lex_organ(c->w->lex, organ->value)->kind, "parliament") != 0)
    return false;
  const mh_match *of = mh_words_match(c->w, c->a.office_first, MH_PH_OFFICE);
  if (of == NULL) return false;
  const mh_office_row *o = mh_lex_office(c->w->lex, of->value);
  return strcmp(o->kind, "legislator") == 0 && o->level >= 5;
}

/* "the spokesman urged | the United Nations": an office that al- has closed takes no genitive.
 * "the minister called | al-Saudiyya": nor a state whose name is a feminine adjective, behind a
 * ruler's or minister's that is a man's. */
static bool another(const chain *c, const mh_match *state)
{
  const mh_doc *d = c->doc;
  const mh_match *of = mh_words_match(c->w, c->a.office_first, MH_PH_OFFICE);
  if (of == NULL || of->end != c->at || c->a.office_end != c->at ||
      c->a.form != MH_ACTOR_OFFICIAL)
    return false;
  const mh_office_row *o = mh_lex_office(c->w->lex, of->value);
  if (!(state->pro & ~MH_PRO_AL) && !mh_mention__match(c, MH_PH_ADJ) &&
      mh_mention__article(&d->tokens[c->at - 1]))
    return true;
  if (o->level > 3 || strcmp(o->kind, "organisation-head") == 0) return false;
  return state->end == c->at + 1 && mh_mention__match(c, MH_PH_ADJ) &&
         mh_mention__article(&d->tokens[c->at - 1]) &&
         !(d->tokens[c->a.office_first].flags & MH_TF_MARBUTA) &&
         (d->tokens[c->at].flags & MH_TF_MARBUTA);
}

/* "the former director": an office that was left. */
static bool left(const chain *c)
{
  const mh_match *of = mh_words_match(c->w, c->a.office_first, MH_PH_OFFICE);
  return of && strcmp(mh_lex_office(c->w->lex, of->value)->kind, "former") == 0;
}

/* An office that serves an organ or who is told behind it ("the secretary general | of (li-)
 * the ministry"), where nothing says yet whose it is; a ruler or minister does not. */
static bool serves(const chain *c)
{
  if ((c->a.codes.n && !left(c)) || c->a.realm || c->at >= c->doc->n_tokens) return false;
  if (c->a.form == MH_ACTOR_ORGAN) return c->at > c->a.first && bound(c->w, c->a.first);
  const mh_match *of = mh_words_match(c->w, c->a.office_first, MH_PH_OFFICE);
  if (of == NULL || of->end != c->at || c->a.office_end != c->at ||
      !mh_mention__article(&c->doc->tokens[c->at - 1]))
    return false;
  const mh_office_row *o = mh_lex_office(c->w->lex, of->value);
  return o->level > 3 || strcmp(o->kind, "organisation-head") == 0;
}

/* "the diplomatic adviser | to (li-) the prime minister of N.": one who speaks for whom he
 * serves; an ambassador may hand something to a minister instead. */
static bool advises(const chain *c)
{
  if (c->a.form != MH_ACTOR_OFFICIAL || !serves(c)) return false;
  const mh_match *of = mh_words_match(c->w, c->a.office_first, MH_PH_OFFICE);
  const char *kind = mh_lex_office(c->w->lex, of->value)->kind;
  return strcmp(kind, "adviser") == 0 || strcmp(kind, "envoy") == 0;
}

/* One more link of the chain; false when it ends. */
static bool link(chain *c)
{
  if (!mh_mention__here(c))
    return c->at > c->a.first && c->head &&
           (mh_mention__quoted_name(c) || mh_mention__quoted_person(c));
  const bool first = c->at == c->a.first;
  const mh_match *of = mh_mention__match(c, MH_PH_OFFICE),
                 *organ = mh_mention__match(c, MH_PH_ORGAN),
                 *ac = mh_mention__match(c, MH_PH_ACTOR),
                 *pe = mh_mention__match(c, MH_PH_PERSON);
  const bool house = organ && !first && of_committee(c, organ);
  if (!first && mh_mention__for_affairs(c)) return true;
  if (!first) {
    const unsigned led = serves(c) ? MH_PRO_AL | MH_PRO_LI : MH_PRO_AL;
    const bool by = c->a.form == MH_ACTOR_ORGAN || advises(c);
    if (of && (of->pro & ~(by ? led : MH_PRO_AL))) of = NULL;
    /* "the French minister | his ambassador": somebody else */
    if (of && c->a.codes.n && of->enc != MH_ENC_NONE && of->enc != MH_ENC_ACC)
      return false;
    if (of && mh_mention__put_up(c->w, c->at)) return false;
    if (of && c->a.form == MH_ACTOR_ORGAN && mh_mention__somebody_else(c, of))
      return false;
    if (organ && !house && (organ->pro & ~led)) organ = NULL;
    if (pe && (pe->pro & ~MH_PRO_AL) && !mh_mention__serves_person(c, pe)) pe = NULL;
  }
  if (longer(ac, of) && longer(ac, organ) && longer(ac, pe) &&
      (first || genitive(c, ac))) {
    /* a state after a state is somebody else: "the American minister | the Gulf states" */
    if (!first && c->a.codes.n && c->a.office_end == c->at && leads_too(c, ac))
      return c->at = ac->end, true;
    if (!first && mh_mention__group_at_home(c, ac)) return c->at = ac->end, true;
    if (!first && c->a.codes.n && !mh_codes_has(&c->a.codes, mh_mention__code(c, ac)))
      return false;
    /* "the president N. N. head of | the Republic of N." goes on; a state right behind a name
     * is another phrase */
    if (!first && c->a.codes.n && c->a.person_end > c->a.person_first &&
        c->a.office_end != c->at)
      return false;
    if (!first && (another(c, ac) || mh_mention__closed(c, ac))) return false;
    if (!(first && c->a.codes.n)) mh_codes_add(&c->a.codes, mh_mention__code(c, ac));
    c->at = ac->end;
    if (first) c->a.form = MH_ACTOR_NAME;
    if (first) mh_mention__known_as(c, ac);
    return !first || mh_mention__match(c, MH_PH_ADJ);
  }
  if (longer(of, organ) && longer(of, pe)) {
    if (!first && (other_state(c, of->end) || mh_mention__met_below(c, of))) return false;
    return office(c, of), true;
  }
  if (longer(organ, pe) || house) {
    /* behind an organ of a state that was named it is another's: "the ministry | the
     * Iranian authorities" */
    const char *whose = mh_lex_organ(c->w->lex, organ->value)->code;
    /* behind somebody who is told it is somebody else: "the president N. N. met | a
     * delegation of" */
    if (!first && (c->a.codes.n || organ->enc == MH_ENC_ACC) && delegation(c->w, c->at))
      return false;
    if (!first && !house && mh_mention__other_organ(c, organ)) return false;
    /* "the secretary general of N. (urged) | the Yemeni government" */
    const bool behind = c->a.form == MH_ACTOR_OFFICIAL && c->a.office_end != c->at &&
                        mh_mention__article(&c->doc->tokens[c->at]);
    if (!first && (c->a.form == MH_ACTOR_ORGAN || behind) && c->a.codes.n &&
        !(whose && mh_codes_has(&c->a.codes, whose)))
      return false;
    if (!c->head) c->a.form = MH_ACTOR_ORGAN;
    const mh_organ_row *o = mh_lex_organ(c->w->lex, organ->value);
    const bool too = !first && c->a.codes.n && strcmp(o->kind, "group") == 0 &&
                     c->a.office_end == c->at && leads_too(c, organ);
    if (!too && !left(c)) mh_mention__whose_codes(c, o->code);
    if (o->code == NULL && strcmp(o->kind, "state") == 0) c->a.realm = true;
    c->at = organ->end;
    if (strcmp(o->kind, "group") == 0) mh_mention__party_name(c);
    /* "Sultan N. | bin N." */
    if (strcmp(o->kind, "head-of-state") == 0) mh_mention__lineage(c);
    c->head = true;
    /* "in his office | the German minister": whose it is, is said */
    return organ->enc == MH_ENC_NONE || organ->enc == MH_ENC_ACC ||
           strcmp(o->kind, "bound") != 0;
  }
  /* "the prime minister | Georgia M.": a known name is no place */
  const bool known = pe && (ac == NULL || pe->end > ac->end);
  if (known && !first && mh_mention__met_by_name(c, pe)) return false;
  if (known && !first && (pe->pro & MH_PRO_LI)) return mh_mention__of_person(c, pe), true;
  if (!first && c->head && !known &&
      (adjective(c) || mh_mention__of_each(c) || mh_mention__quoted_name(c) ||
       mh_mention__organ_of_place(c) || mh_mention__of_place(c) || mh_mention__field(c) ||
       mh_mention__committee(c) || mh_mention__belongs(c) || mh_mention__described(c)))
    return true;
  const mh_match *cap = mh_mention__match(c, MH_PH_CAPITAL);
  if (c->head && c->a.codes.n == 0 && cap) {
    if (cap->pro || c->a.office_end != c->at) return false;
    mh_codes_add(&c->a.codes, mh_mention__code(c, cap)); /* the heir of Abu Dhabi */
    c->at = cap->end;
    return true;
  }
  const bool ends = c->a.form == MH_ACTOR_ORGAN || c->a.office_end == c->at;
  /* "the spokesman of | the ministry of health | in N." */
  if ((ends || c->a.person_end == c->a.person_first) && !first &&
      mh_mention__in_organisation(c, c->at))
    return true;
  if (ends && mh_mention__in_organ(c, c->at)) return true;
  if (!first && c->head && c->a.codes.n == 0 && ends && mh_mention__attribute(c))
    return true;
  if (!first && (c->a.codes.n || c->a.realm) &&
      (mh_mention__attribute(c) || mh_mention__field_behind(c) || mh_mention__posted(c)))
    return true;
  const uint32_t before = c->at;
  if (pe && first) {
    c->a.form = MH_ACTOR_PERSON;
    mh_codes_add(&c->a.codes, mh_lex_person(c->w->lex, pe->value)->code);
    c->at = pe->end;
    while (mh_mention__hyphened(c->doc->tokens, c->doc->n_tokens, c->at)) c->at += 2;
    mh_mention__lineage(c);
    c->a.person_first = before;
    c->a.person_end = c->at;
    c->head = true;
    return true;
  }
  if (c->head && c->a.person_first == c->a.person_end &&
      (c->a.form != MH_ACTOR_ORGAN || pe))
    mh_mention__name(c);
  return c->at > before;
}

static void links(chain *c)
{
  for (int n = 0; n < LINKS && link(c); n++) continue;
}

/* A word for one document, side or person that is masculine: no feminine adjective is its. */
static bool one_masculine(const chain *c)
{
  const mh_token *t = &c->doc->tokens[c->a.first];
  const int z = mh_key_letter(t->key, t->n - 1), y = mh_key_letter(t->key, t->n - 2);
  if (c->a.role != MH_ROLE_DOCUMENT && c->a.role != MH_ROLE_SIDE &&
      c->a.role != MH_ROLE_PERSON)
    return false;
  return !(t->flags & MH_TF_MARBUTA) && !(z == MH_L_TA && y == MH_L_ALEF);
}

/* A word for two, in front of what it governs too: "the two presidents", "the ministers of". */
static bool of_two(const chain *c)
{
  const mh_token *t = &c->doc->tokens[c->a.first];
  const int z = mh_key_letter(t->key, t->n - 1);
  return z == MH_L_NUN || z == MH_L_ALEF || z == MH_L_YA;
}

/* "the two sides, the Kuwaiti and the American". */
static void role_adjectives(chain *c)
{
  const bool masculine = one_masculine(c), two = of_two(c);
  for (int n = 0; n < LINKS && c->at < c->doc->n_tokens; n++) {
    if (!mh_mention__here(c) && mh_mention__next_of_office(c) == c->at) return;
    if (masculine && (c->doc->tokens[c->at].flags & MH_TF_MARBUTA)) return;
    if (c->a.codes.n > 0 && (c->a.codes.n < 2 || !two) &&
        mh_mention__match(c, MH_PH_ADJ) == NULL &&
        (c->a.role == MH_ROLE_MINISTERS || c->a.role == MH_ROLE_BOTH))
      c->at = mh_mention__next_of_office(c);
    const mh_match *m = mh_mention__match(c, MH_PH_ADJ);
    if (m == NULL || !(m->pro & MH_PRO_AL) || (m->pro & ~(MH_PRO_AL | MH_PRO_WA))) return;
    mh_codes_add(&c->a.codes, mh_mention__code(c, m));
    c->at = m->end;
  }
}

static bool role(chain *c, const mh_match *m)
{
  c->a.form = MH_ACTOR_ROLE;
  c->a.paper = m->value == MH_ROLE_PAPER || m->value == MH_ROLE_REPORT;
  c->a.role = m->value == MH_ROLE_PAPER    ? MH_ROLE_DOCUMENT
              : m->value == MH_ROLE_REPORT ? MH_ROLE_NOBODY
              : m->value == MH_ROLE_PEERS  ? MH_ROLE_COUNTERPART
                                           : (uint8_t)m->value;
  c->a.enc = m->enc;
  c->at = m->end;
  c->head = true;
  role_adjectives(c);
  if (c->a.codes.n > 1 && m->value == MH_ROLE_MINISTERS && mh_mention__here(c) &&
      (mh_mention__match(c, MH_PH_PERSON) || mh_mention__given(c, c->at) ||
       mh_words_readings(c->w, c->at) == 0)) { /* "and the Saudi | N. N." */
    mh_mention__name(c);
    c->a.person_first = c->a.person_end = 0;
  }
  while (mh_mention__here(c) && m->value == MH_ROLE_MEETING &&
         mh_mention__match(c, MH_PH_NUMBER) &&
         mh_mention__match(c, MH_PH_NUMBER)->value >> 24 == 1)
    c->at = mh_mention__match(c, MH_PH_NUMBER)->end;
  if (m->value == MH_ROLE_PEERS) mh_mention__peers(c);
  if (m->value == MH_ROLE_COUNTERPART || m->value == MH_ROLE_PERSON) {
    const uint32_t from = c->at;
    mh_mention__name(c);
    if (c->a.codes.n == 0 && m->value == MH_ROLE_PERSON && c->at > from)
      c->a.form = MH_ACTOR_OFFICIAL;
  }
  if (m->value == MH_ROLE_COUNTERPART && c->a.person_end > c->a.person_first)
    mh_mention__further_peers(c);
  if (c->a.role == MH_ROLE_COUNTERPART) mh_mention__counterpart_of(c);
  return m->value != MH_ROLE_SIDE || c->a.codes.n > 0;
}

/* A title with neither name nor state, a rank without a name ("the team" is written like it). */
static bool untold(const chain *c)
{
  if (c->a.form != MH_ACTOR_OFFICIAL || c->a.person_end > c->a.person_first) return false;
  const mh_match *m = mh_words_match(c->w, c->a.first, MH_PH_OFFICE);
  if (m == NULL) return false;
  const mh_office_row *o = mh_lex_office(c->w->lex, m->value);
  if (o->level == 6 && strcmp(o->kind, "military") == 0)
    return m->end == c->at || (m->end == c->a.office_end && m->end == m->first + 1);
  return m->end == c->at && !c->a.codes.n && !c->a.realm && strcmp(o->kind, "title") == 0;
}

static bool state_name(const mh_words *w, uint32_t i)
{
  const mh_match *m = mh_words_match(w, i, MH_PH_ACTOR);
  return m && mh_lex_actor(w->lex, m->value)->kind == MH_ACTOR_STATE;
}

/* "the two ministries of ...": a dual in front of what follows, with ta before its ending. */
static bool two_organs(const chain *c)
{
  const mh_token *t = &c->doc->tokens[c->a.first];
  if (t->n < 5 || c->a.codes.n != 1 || c->a.person_end > c->a.person_first) return false;
  const int z = mh_key_letter(t->key, t->n - 1);
  return (z == MH_L_ALEF || z == MH_L_YA) && mh_key_letter(t->key, t->n - 2) == MH_L_TA &&
         mh_words_match(c->w, c->a.first, MH_PH_ORGAN);
}

/* "the Arab | Maghreb", "the Gulf of | Oman": the name in [i, end) is a piece of that of a sea or of
 * a region of several states. */
static bool in_region(const mh_words *w, uint32_t i, uint32_t end)
{
  const mh_match *here = mh_words_match(w, i, MH_PH_PLACE);
  const mh_match *before = i > 0 ? mh_words_match(w, i - 1, MH_PH_PLACE) : NULL;
  return (here && here->end > end && !mh_lex_place(w->lex, here->value)->country[0]) ||
         (before && before->end >= end &&
          !mh_lex_place(w->lex, before->value)->country[0]);
}

/* Read the phrase that begins at token i; false when none does. */
bool mh_mention__actor(mh_actor *out, const mh_doc *doc, const mh_words *w, uint32_t i)
{
  if (!mh_mention__may_begin(w, i) || mh_mention__put_up(w, i)) return false;
  chain c = {.doc = doc, .w = w, .at = i, .a = {.first = i}};
  const mh_match *r = mh_words_match(w, i, MH_PH_ROLE),
                 *of = mh_words_match(w, i, MH_PH_OFFICE),
                 *capital = mh_mention__capital(&c);
  if (w->match_first[i] == w->match_first[i + 1]) return false;
  c.a.pro = w->matches[w->match_first[i]].pro;
  if (r && longer(r, of) && longer(r, mh_words_match(w, i, MH_PH_ACTOR)) &&
      longer(r, mh_words_match(w, i, MH_PH_ORGAN)) &&
      !mh_words_match(w, i, MH_PH_PERSON)) {
    /* "the minister" alone stands for somebody; with a state or name it is an office */
    if ((r->value == MH_ROLE_PERSON || r->value == MH_ROLE_NOBODY) && of &&
        (of->enc == MH_ENC_NONE || of->enc == MH_ENC_ACC)) {
      chain d = {.doc = doc, .w = w, .at = i, .a = {.first = i, .pro = r->pro}};
      links(&d);
      if (d.a.form == MH_ACTOR_OFFICIAL) mh_mention__shared_office(&d);
      *out = d.a;
      out->end = d.at;
      if (d.at > of->end && (d.a.codes.n || (r->value == MH_ROLE_PERSON &&
                                             d.a.person_end > d.a.person_first)))
        return true;
    }
    c.a.pro = r->pro;
    if (!role(&c, r)) return false;
    *out = c.a;
    out->end = c.at;
    return true;
  }
  /* a birthplace, which begins like Muscat, is no capital */
  if (capital && !longer(mh_words_match(w, i, MH_PH_ACTOR), capital) && !of &&
      !(bound(w, i) && longer(mh_words_match(w, i, MH_PH_ORGAN), capital))) {
    c.a.form = MH_ACTOR_CAPITAL;
    c.a.pro = capital->pro;
    mh_codes_add(&c.a.codes, mh_mention__code(&c, capital));
    *out = c.a;
    out->end = capital->end;
    return true;
  }
  /* "Klaus N." is written like "as Laos" */
  if ((c.a.pro & MH_PRO_KA) && i + 1 < doc->n_tokens &&
      doc->tokens[i + 1].kind == MH_TOKEN_WORD &&
      (mh_words_readings(w, i + 1) == 0 || mh_words_match(w, i + 1, MH_PH_PERSON)))
    return false;
  links(&c);
  if (c.at == i || (c.a.form == MH_ACTOR_ORGAN && c.a.codes.n == 0 && bound(w, i)))
    return false;
  if (mh_mention__nobodys(&c)) {
    *out = c.a;
    out->end = c.at;
    return true;
  }
  if (untold(&c) || (c.a.form == MH_ACTOR_NAME && in_region(w, i, c.at))) return false;
  if (c.a.form == MH_ACTOR_ORGAN && c.at > i + 1 && bound(w, i) && state_name(w, i + 1))
    c.a.form = MH_ACTOR_NAME; /* "the Republic of N." */
  if (c.a.form == MH_ACTOR_OFFICIAL || (c.a.form == MH_ACTOR_ORGAN && two_organs(&c)))
    mh_mention__shared_office(&c);
  mh_mention__like_organ(&c);
  for (uint32_t m = w->match_first[i]; m < w->match_first[i + 1]; m++)
    if (w->matches[m].end <= c.at && (MH_MENTION_HEADS >> w->matches[m].kind & 1))
      c.a.pro = w->matches[m].pro;
  *out = c.a;
  out->end = c.at;
  return true;
}
