/* presented - the name of who holds an office, where it does not stand right behind it: "the adviser on
 * security, | N. N., (said)", "the Italian minister of economy (the new one) | N. N. that".  By it he
 * may be told again.
 *
 * Names right behind an office or before it are person.c.
 */
#include "inside.h"

#define POSTS      3 /* where and for what somebody is posted */
#define POST_WORDS 5
#define MORE       4 /* words with al- that tell more of whom he speaks for */
#define BRACKETS   5 /* tokens, with them, of brackets that call it otherwise */
#define THINGS     (1u << MH_POS_NOUN | 1u << MH_POS_MASDAR)

static bool comma(const mh_token *t)
{
  return t->kind == MH_TOKEN_MARK && (t->value == 0x60C || t->value == ',');
}

/* Past brackets that call what stands before them by another name: "the ministry of defence | (the
 * Pentagon)". */
static uint32_t past_brackets(const mh_doc *doc, uint32_t i)
{
  if (i >= doc->n_tokens || doc->tokens[i].kind != MH_TOKEN_MARK ||
      doc->tokens[i].value != '(')
    return i;
  for (uint32_t k = i + 2; k < doc->n_tokens && k - i < BRACKETS; k++)
    if (doc->tokens[k].kind == MH_TOKEN_MARK)
      return doc->tokens[k].value == ')' ? k + 1 : i;
  return i;
}

/* Behind "the ambassador | to the UN | in N.", "the secretary | for (li-) security affairs" the
 * token that follows. */
static uint32_t past_post(const mh_doc *doc, const mh_words *w, uint32_t i)
{
  for (int n = 0; n < POSTS && i + 1 < doc->n_tokens; n++) {
    const mh_token *t = &doc->tokens[i];
    if (t->kind != MH_TOKEN_WORD || (t->flags & MH_TF_LINE)) return i;
    const bool in = mh_is_class(w, i, MH_W_PREP) && t->n <= 3;
    const bool li = mh_key_letter(t->key, 0) == MH_L_LAM && t->n > 3;
    if (li) {
      uint32_t k = i + 1;
      /* "for (li-) the affairs | of disarmament" */
      if (!mh_mention__article(&doc->tokens[k]) && k + 1 < doc->n_tokens &&
          (w->glance[k].pos & THINGS) && doc->tokens[k].kind == MH_TOKEN_WORD &&
          mh_mention__article(&doc->tokens[k + 1]))
        k++;
      while (k < doc->n_tokens && k - i < POST_WORDS &&
             doc->tokens[k].kind == MH_TOKEN_WORD && mh_mention__article(&doc->tokens[k]))
        k++;
      if (k == i + 1 && mh_key_letter(t->key, 1) != MH_L_LAM) return i;
      i = k;
      continue;
    }
    const mh_match *m = in ? mh_words_match(w, i + 1, MH_PH_CAPITAL) : NULL;
    if (in && m == NULL) m = mh_words_match(w, i + 1, MH_PH_ACTOR);
    if (in && m == NULL) m = mh_words_match(w, i + 1, MH_PH_PLACE);
    if (in && m == NULL) m = mh_words_match(w, i + 1, MH_PH_ORGAN);
    if (m == NULL || (m->pro & ~MH_PRO_AL)) return i;
    i = m->end;
    const mh_match *of = i < doc->n_tokens ? mh_words_match(w, i, MH_PH_ADJ) : NULL;
    if (of && of->pro == MH_PRO_AL) i = of->end; /* "in the | American | parliament" */
  }
  return i;
}

bool mh_mention__master_named(const mh_actor *x, const mh_words *w)
{
  const mh_match *of = mh_words_match(w, x->first, MH_PH_OFFICE);
  if (of == NULL || mh_lex_office(w->lex, of->value)->level < 4) return false;
  for (uint32_t i = of->first + 1; i < x->person_first; i++) {
    const mh_match *m = mh_words_match(w, i, MH_PH_OFFICE);
    if (m && mh_lex_office(w->lex, m->value)->level <= 3) return true;
  }
  return false;
}

bool mh_mention__met_below(const chain *c, const mh_match *of)
{
  const bool titled = c->a.form == MH_ACTOR_OFFICIAL &&
                      c->a.person_first >= c->a.office_end &&
                      c->a.person_end > c->a.person_first;
  /* "the president N.", as one name */
  const bool called = c->a.form == MH_ACTOR_PERSON && c->a.person_first == c->a.first;
  /* "the prime minister | the ambassador of N.", without his name */
  const bool bare = c->a.form == MH_ACTOR_OFFICIAL && c->a.office_end == c->at &&
                    mh_mention__article(&c->doc->tokens[c->at - 1]);
  if (mh_mention__article(&c->doc->tokens[of->first]) ||
      !(bare || ((titled || called) && c->a.person_end == c->at)))
    return false;
  const mh_match *m = mh_words_match(
      c->w, titled || bare ? c->a.office_first : c->a.first, MH_PH_OFFICE);
  if (m == NULL) return false;
  const mh_office_row *his = mh_lex_office(c->w->lex, m->value),
                      *next = mh_lex_office(c->w->lex, of->value);
  const bool head = strncmp(his->kind, "head-of-state", 13) == 0;
  if (strcmp(next->kind, "ambassador") == 0)
    return head || strncmp(his->kind, "minister", 8) == 0 ||
           strcmp(his->kind, "head-of-government") == 0;
  if (bare) return false;
  return head && (strncmp(next->kind, "minister", 8) == 0 ||
                  (strcmp(next->kind, "military") == 0 && next->level < 6));
}

/* A word that is a name and hardly anything else: nobody knows it, or it is somebody's given
 * name, or half of a name. */
static bool name_only(const chain *c, uint32_t i)
{
  const mh_token *t = &c->doc->tokens[i];
  return ((mh_words_unknown(c->w, i) || mh_mention__no_word(c, i)) && t->n > 1) ||
         mh_mention__given(c, i) || mh_mention__of_house(t) || mh_mention__father(t) ||
         mh_mention__second_half(c, i);
}

/* Past the words from token `from` on that are names and hardly anything else. */
static uint32_t past_names(const chain *c, uint32_t from)
{
  const mh_token *t = c->doc->tokens;
  const uint32_t n = c->doc->n_tokens;
  uint32_t i = from;
  while (i < n && i - from < MH_MENTION_NAME_WORDS) {
    if (i > from && mh_mention__hyphened(t, n, i)) {
      i += 2;
      continue;
    }
    if (t[i].kind != MH_TOKEN_WORD || (i > from && (t[i].flags & MH_TF_LINE)) ||
        !name_only(c, i))
      break;
    i++;
  }
  return i;
}

/* Does a name end before token i: at a mark, the end of a line, a particle ("that", "on"), a verb
 * of saying, or the li- of whom he tells ("to «N.»")? */
static bool ends_name(const chain *c, uint32_t i)
{
  if (i >= c->doc->n_tokens) return true;
  const mh_token *t = &c->doc->tokens[i];
  const bool to = t->n == 1 && mh_key_letter(t->key, 0) == MH_L_LAM;
  return t->kind == MH_TOKEN_MARK || to || (t->flags & MH_TF_LINE) ||
         (c->w->glance[i].pos >> MH_POS_PARTICLE & 1) ||
         (c->w->glance[i].acts >> MH_POS_VERB & 1);
}

/* Past words with al- that tell more of an office or organ: "the resistance | the national |
 * the Yemeni". */
static uint32_t past_more(const chain *c, uint32_t i)
{
  static const uint32_t others = 1u << MH_PH_OFFICE | 1u << MH_PH_ROLE |
                                 1u << MH_PH_ORGAN | 1u << MH_PH_ACTOR |
                                 1u << MH_PH_PERSON;
  const uint32_t from = i;
  while (i < c->doc->n_tokens && i - from < MORE &&
         c->doc->tokens[i].kind == MH_TOKEN_WORD &&
         !(c->doc->tokens[i].flags & MH_TF_LINE) &&
         mh_mention__article(&c->doc->tokens[i]) && mh_words_readings(c->w, i) &&
         !(c->w->glance[i].kinds & others))
    i++;
  return i;
}

/* The mark that ends a sentence, or leads what he says. */
static bool closes(const mh_token *t)
{
  return t->kind == MH_TOKEN_MARK && (t->value == '.' || t->value == ':');
}

/* Are the words at i and beside it, from token `from` on, both given names?  One may be written like
 * a verb ("Nasir | Kamil"), but not both between commas. */
static bool both_given(const chain *c, uint32_t i, uint32_t from)
{
  const uint32_t k = i == from ? i + 1 : i - 1;
  return k < c->doc->n_tokens && c->doc->tokens[k].kind == MH_TOKEN_WORD &&
         mh_lex_given_name(c->w->lex, c->doc->tokens[i].key) &&
         mh_lex_given_name(c->w->lex, c->doc->tokens[k].key);
}

/* ", N. N.," from token `from` on, behind a comma: the token that ends it, 0 when it is no name.
 * Of two words that stand between two commas the last may be any word of which no name is made
 * elsewhere ("Jeremy | Wright" is written like "I saw"). */
static uint32_t between_commas(const chain *c, uint32_t from)
{
  const mh_token *t = c->doc->tokens;
  const uint32_t n = c->doc->n_tokens;
  uint32_t i = from;
  for (; i < n && i - from < MH_MENTION_NAME_WORDS; i++) {
    if (i > from && mh_mention__hyphened(t, n, i)) {
      i++;
      continue;
    }
    if (t[i].kind != MH_TOKEN_WORD) break;
    const bool last = i == from + 1 && i + 1 < n && comma(&t[i + 1]) &&
                      name_only(c, from) && !(c->w->glance[i].pos >> MH_POS_PARTICLE & 1);
    if (t[i].flags & MH_TF_LINE || mh_words_match(c->w, i, MH_PH_ADJ) ||
        mh_words_match(c->w, i, MH_PH_ACTOR) || mh_words_match(c->w, i, MH_PH_CAPITAL) ||
        (mh_mention__never_name(c, i, i) && !last && !both_given(c, i, from)))
      return 0;
    /* what begins like a joined preposition is a name before a word that nobody knows */
    if (i == from && mh_mention__begins_joined(&t[i]) && !mh_mention__foreign(c, i) &&
        !mh_words_unknown(c->w, i + 1))
      return 0;
  }
  if (i < from + 2 || i >= n) return 0;
  return comma(&t[i]) || (closes(&t[i]) && name_only(c, from)) ? i : 0;
}

/* Where the name of somebody who is known ends that begins at token i; 0 when none does, or more of
 * it follows. */
static uint32_t known_name(const chain *c, uint32_t i)
{
  const mh_match *p = mh_words_match(c->w, i, MH_PH_PERSON);
  if (p == NULL || p->pro || p->end <= i + 1) return 0;
  const mh_token *t = p->end < c->doc->n_tokens ? &c->doc->tokens[p->end] : NULL;
  const bool mark = t && t->kind == MH_TOKEN_MARK && !comma(t) && !closes(t);
  return !mark && ends_name(c, p->end) ? p->end : 0;
}

/* Where the name of x that stands at token i or behind a comma there ends, 0 none; *from: where
 * it begins. */
static uint32_t presented(const chain *c, const mh_actor *x, uint32_t i, uint32_t *from)
{
  const mh_token *t = c->doc->tokens;
  const uint32_t n = c->doc->n_tokens;
  const bool apart = i < n && comma(&t[i]);
  *from = i + apart;
  if (*from + 1 >= n || mh_mention__article(&t[*from]) || (t[*from].flags & MH_TF_LINE))
    return 0;
  const uint32_t known = (apart || i > x->end) && !mh_codes_has(&x->codes, "OTHER")
                             ? known_name(c, *from)
                             : 0;
  if (known) return known;
  const uint32_t end = apart ? between_commas(c, *from) : 0;
  if (end || (!apart && i == x->end)) return end;
  const uint32_t z = past_names(c, *from);
  return z >= *from + 2 && ends_name(c, z) ? z : 0;
}

/* Gives x the name that stands behind his office, apart from it. */
void mh_mention__name_after(mh_actor *x, const mh_doc *doc, const mh_words *w)
{
  const chain c = {.doc = doc, .w = w};
  const bool peer = x->form == MH_ACTOR_ROLE && x->role == MH_ROLE_COUNTERPART;
  if (x->form != MH_ACTOR_OFFICIAL && !peer) return;
  if (x->person_end > x->person_first && !mh_mention__master_named(x, w)) return;
  uint32_t from, end = presented(&c, x, past_post(doc, w, x->end), &from);
  if (end == 0) end = presented(&c, x, past_post(doc, w, past_more(&c, x->end)), &from);
  if (end == 0) end = presented(&c, x, past_brackets(doc, x->end), &from);
  if (end == 0) return;
  x->person_first = from;
  x->person_end = end;
  /* "the prime minister, | N. N.,": whose he is, who is known */
  const mh_match *p = mh_words_match(w, from, MH_PH_PERSON);
  if (x->codes.n == 0 && !x->realm && p && p->pro == 0 && p->end == end)
    mh_codes_add(&x->codes, mh_lex_person(w->lex, p->value)->code);
}

bool mh_mention__met_by_name(const chain *c, const mh_match *pe)
{
  const char *code = mh_lex_person(c->w->lex, pe->value)->code;
  uint32_t i = pe->end;
  if (c->a.codes.n == 0 || mh_codes_has(&c->a.codes, code)) return false;
  if (i < c->doc->n_tokens && c->doc->tokens[i].kind == MH_TOKEN_MARK) i++;
  if (i >= c->doc->n_tokens) return false;
  const mh_match *of = mh_words_match(c->w, i, MH_PH_OFFICE);
  if (of == NULL || (of->pro & ~MH_PRO_AL) || of->end >= c->doc->n_tokens) return false;
  const mh_match *state = mh_words_match(c->w, of->end, MH_PH_ADJ);
  if (state == NULL) state = mh_words_match(c->w, of->end, MH_PH_ACTOR);
  return state && mh_code_same(mh_mention__code(c, state), code);
}
