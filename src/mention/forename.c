/* forename - the name of who holds an office, where it stands before the office: "said | N. N., the
 * spokesman of".
 *
 * Names behind an office are person.c and presented.c.
 */
#include "inside.h"

#define NAME_WORDS MH_MENTION_NAME_WORDS

/* A closing quotation mark. */
static bool mark(const mh_token *t)
{
  return t->kind == MH_TOKEN_MARK &&
         (t->value == '"' || t->value == 0xBB || t->value == 0x201D);
}

/* "the Emirati". */
static bool of_state(const mh_words *w, uint32_t i)
{
  const mh_match *m = mh_words_match(w, i, MH_PH_ADJ);
  return m && m->pro == MH_PRO_AL && m->end == i + 1;
}

static bool comma(const mh_token *t)
{
  return t->kind == MH_TOKEN_MARK && (t->value == 0x60C || t->value == ',');
}

/* An office that speaks for somebody: a name behind it is his. */
static bool speaks_for(const mh_words *w, uint32_t i)
{
  const mh_match *m = mh_words_match(w, i, MH_PH_OFFICE);
  return m && strcmp(mh_lex_office(w->lex, m->value)->kind, "spokesman") == 0;
}

/* "N. | bin N. |": part of a name whatever word it is else. */
static bool of_line(const chain *c, uint32_t p, uint32_t from)
{
  const mh_token *t = c->doc->tokens;
  return p > from + 1 && t[p - 1].kind == MH_TOKEN_WORD && !mh_mention__article(&t[p]) &&
         (mh_mention__of_house(&t[p]) || mh_mention__of_house(&t[p - 1]) ||
          mh_mention__father(&t[p - 1]));
}

/* Does a hyphen before token i join the word before it to a name that ends before `end`?  Before
 * the last word only where no blank stands by it. */
static bool joins(const chain *c, uint32_t i, uint32_t end, uint32_t from)
{
  const mh_token *t = c->doc->tokens;
  if (i >= end || i < from + 2) return false;
  return mh_mention__hyphened(t, c->doc->n_tokens, i - 1) ||
         (i + 1 < end && t[i - 1].kind == MH_TOKEN_MARK &&
          (t[i - 1].value == '-' || t[i - 1].value == 0x2010));
}

/* Where a name that ends before token `end` begins, back to a verb; two may be joined by a
 * hyphen. */
static uint32_t name_head(const chain *c, uint32_t end, uint32_t from)
{
  const mh_doc *doc = c->doc;
  const mh_words *w = c->w;
  uint32_t i = end;
  while (i > from && end - i < NAME_WORDS) {
    const uint32_t p = joins(c, i, end, from) ? i - 2 : i - 1;
    if (doc->tokens[p].kind != MH_TOKEN_WORD ||
        (i < end && (doc->tokens[i].flags & MH_TF_LINE)) ||
        (!of_line(c, p, from) &&
         (((w->glance[p].acts >> MH_POS_VERB & 1) && !mh_mention__given(c, p) &&
           !mh_mention__all_unsaid(c, p)) ||
          mh_mention__never_name(c, p, p))))
      break;
    i = p;
  }
  return i;
}

#define TOLD 5 /* tokens of an office in which it says whose it is */

/* Does the office at token i tell whose it is: a state, an organ that is one's by itself? */
static bool tells_whose(const chain *c, uint32_t i)
{
  if (mh_words_match(c->w, i, MH_PH_OFFICE) == NULL) return false;
  for (uint32_t k = i + 1; k < c->doc->n_tokens && k < i + TOLD; k++) {
    if (c->doc->tokens[k].kind != MH_TOKEN_WORD) return false;
    const mh_match *o = mh_words_match(c->w, k, MH_PH_ORGAN);
    if (mh_words_match(c->w, k, MH_PH_ADJ) || mh_words_match(c->w, k, MH_PH_ACTOR) ||
        (o && mh_lex_organ(c->w->lex, o->value)->code))
      return true;
  }
  return false;
}

/* Does an office that is told in full stand behind the name, with or without a comma:
 * "N.(,) the spokesman of the Kremlin"? */
static bool told_office(const mh_actor *x, const chain *c)
{
  const uint32_t z = x->person_end;
  return z + 1 < c->doc->n_tokens &&
         tells_whose(c, comma(&c->doc->tokens[z]) ? z + 1 : z);
}

/* "said | N. | Sch., the German minister of": words that nobody knows before a last name that is
 * known are his too, where his state is told; else he may be of the same name only.  Before a name
 * that is known in full only a given name is. */
static bool first_name(mh_actor *x, const chain *c, uint32_t from)
{
  const bool whole = x->person_end > x->first + 1;
  if (x->person_first != x->first || x->person_end == x->first || x->pro) return false;
  if (!mh_words_match(c->w, x->end - 1, MH_PH_ADJ) && !told_office(x, c)) return false;
  const uint32_t i = name_head(c, x->first, from);
  if (i == from || i == x->first || !(c->w->glance[i - 1].acts >> MH_POS_VERB & 1))
    return false;
  for (uint32_t k = i; k < x->first; k++) {
    if (mh_lex_given_name(c->w->lex, c->doc->tokens[k].key)) continue;
    for (uint32_t n = 0; n < mh_words_readings(c->w, k); n++)
      if (mh_words_reading(c->w, k, n)->word) return false;
    if (whole) return false;
  }
  x->person_first = i;
  return true;
}

/* A day, a part of one or what an adjective says of it: no name. */
static bool when(const chain *c, uint32_t i)
{
  const mh_match *m = mh_words_match(c->w, i, MH_PH_TIME);
  if (m == NULL || m->end != i + 1) return false;
  switch (mh_lex_time(c->w->lex, m->value)->cls) {
  case MH_TC_WEEKDAY:
  case MH_TC_RELATIVE:
  case MH_TC_PART:
  case MH_TC_UNIT:
  case MH_TC_LAST: return true;
  default: return false;
  }
}

/* A word that is a verb and nothing else. */
static bool verb_only(const chain *c, uint32_t i)
{
  return c->w->glance[i].pos == 1u << MH_POS_VERB && !c->w->glance[i].kinds;
}

/* Between a verb of saying and an office no other verb stands, so what is written like one ("Sigal",
 * "Truss") is of a name there, as is what only names are made of.  *sure: of these one at least. */
static bool of_name(const chain *c, uint32_t i, bool *sure)
{
  const mh_token *t = &c->doc->tokens[i];
  if (t->kind != MH_TOKEN_WORD || t->n < 2) return false;
  if (mh_mention__no_word(c, i)) return *sure = true;
  if (mh_lex_given_name(c->w->lex, t->key)) return true;
  return verb_only(c, i) || mh_mention__of_house(t) || mh_mention__father(t) ||
         mh_mention__second_half(c, i) ||
         (i > 0 && mh_mention__article(t) && t->n > 3 && !c->w->glance[i].pos &&
          !(c->w->glance[i].kinds & ~(1u << MH_PH_PERSON | 1u << MH_PH_PLACE)));
}

/* Before a name that tells who somebody is may stand a mark, a line's beginning, a verb, or a word
 * of grammar ("that", "of", "but"); before one that goes on with another noun none of them does. */
static bool may_precede(const chain *c, uint32_t i, uint32_t from)
{
  const mh_token *t = c->doc->tokens;
  if (i == from) return i == 0 || (t[i].flags & MH_TF_LINE);
  if (t[i].flags & MH_TF_LINE || t[i - 1].kind == MH_TOKEN_MARK) return true;
  if (c->w->glance[i - 1].pos >> MH_POS_PARTICLE & 1) return true;
  const mh_match *m = i > 1 ? mh_words_match(c->w, i - 2, MH_PH_GRAMMAR) : NULL;
  return (m && m->end == i) || verb_only(c, i - 1);
}

/* Where the name before token `end` begins, of whom nobody knows more than that it is one; `end`:
 * there is none. */
static uint32_t plain_name(const chain *c, uint32_t end, uint32_t from)
{
  const mh_token *t = c->doc->tokens;
  uint32_t i = end;
  bool sure = false;
  while (i > from && end - i < NAME_WORDS) {
    const uint32_t p = joins(c, i, end, from) ? i - 2 : i - 1;
    if ((i < end && (t[i].flags & MH_TF_LINE)) || !of_name(c, p, &sure)) break;
    i = p;
  }
  /* the verb that tells what he does */
  if (i < end && (c->w->glance[i].acts >> MH_POS_VERB & 1) && verb_only(c, i)) i++;
  const bool joined = i < end && mh_mention__begins_joined(&t[i]) &&
                      !mh_lex_given_name(c->w->lex, t[i].key) &&
                      !mh_mention__foreign(c, i);
  return sure && end - i >= 2 && !joined && !mh_mention__article(&t[i]) &&
                 may_precede(c, i, from)
             ? i
             : end;
}

/* "said | N. N., the spokesman of": the words between a verb of saying and an office are the
 * name of who holds it, though nobody knows it. */
static uint32_t told_before(const chain *c, uint32_t end, uint32_t from, bool apart)
{
  const mh_token *t = c->doc->tokens;
  uint32_t i = name_head(c, end, from);
  while (i + 2 < end && when(c, i)) i++;
  /* "Alexei" is written with the letters of the article */
  if (end - i < 2 ||
      (mh_mention__article(&t[i]) && !mh_lex_given_name(c->w->lex, t[i].key)))
    return end;
  uint32_t verb = i; /* "said | on Wednesday | N. N." */
  while (verb > from + 1 && when(c, verb - 1)) verb--;
  /* also where the sentence begins with it: "N. N., the spokesman of, said"; behind whom it
   * is told to, and behind where he is from */
  const bool begins = (t[i].flags & MH_TF_LINE) && apart;
  const bool was = i > from && apart && mh_is_class(c->w, i - 1, MH_W_AUX);
  const bool told = was || (i > 1 && (mark(&t[i - 1]) || of_state(c->w, i - 1)));
  return begins || told ||
                 (verb > from && (c->w->glance[verb - 1].acts >> MH_POS_VERB & 1))
             ? i
             : end;
}

void mh_mention__name_before(mh_actor *x, const mh_doc *doc, const mh_words *w,
                             uint32_t from)
{
  const chain c = {.doc = doc, .w = w, .a = *x};
  if (first_name(x, &c, from)) return;
  if (x->form != MH_ACTOR_OFFICIAL || (x->pro & ~MH_PRO_AL)) return;
  if (x->person_end > x->person_first && !speaks_for(w, x->first) &&
      !mh_mention__master_named(x, w))
    return;
  /* "N. N., the head of | some foundation": nobody's that is known */
  if (x->end > x->office_end && !speaks_for(w, x->first) &&
      mh_mention__goes_on(&c, x->office_end))
    return;
  uint32_t end = x->first;
  /* "N. N., | who is (wa-huwa) the spokesman of" */
  if (end > from + 2 && mh_is_class(w, end - 1, MH_W_PRON) &&
      mh_key_letter(doc->tokens[end - 1].key, 0) == MH_L_WAW)
    end--;
  if (end > from && doc->tokens[end - 1].kind == MH_TOKEN_MARK) end--;
  uint32_t i = told_before(&c, end, from, end < x->first);
  if (i == end) i = plain_name(&c, end, from);
  if (i == end) return;
  x->person_first = i;
  x->person_end = end;
}
