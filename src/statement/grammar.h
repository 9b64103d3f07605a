/* grammar - small questions about tokens that every file of the room asks: words of grammar,
 * clitics, marks, what may act.  Part of inside.h, which every file includes. */
#ifndef MH_STATEMENT_GRAMMAR_H
#define MH_STATEMENT_GRAMMAR_H

#ifndef MH_STATEMENT_INSIDE_H
#error "include inside.h"
#endif

static inline const mh_token *tok(const reader *r, uint32_t i)
{
  return &r->doc->tokens[i];
}
/* The words that a word of grammar at i has, 1 or more. */
static inline uint32_t width(const reader *r, uint32_t i)
{
  return r->cls_end[i] ? r->cls_end[i] : 1;
}
/* A relative word at i. */
static inline bool relative(const reader *r, uint32_t i)
{
  return r->cls[i] == MH_W_REL || r->cls[i] == MH_W_RESULT || r->cls[i] == MH_W_TELLER;
}
enum { MH_COMMA = 0x60C, MH_SEMICOLON = 0x61B, MH_DASH = 0x2013, MH_QUESTION = 0x61F };
static inline bool mh_statement__mark(const reader *r, uint32_t i, uint32_t value)
{
  return tok(r, i)->kind == MH_TOKEN_MARK && tok(r, i)->value == value;
}
static inline bool mh_statement__comma(const reader *r, uint32_t i)
{
  if (tok(r, i)->kind != MH_TOKEN_MARK) return false;
  const uint32_t v = tok(r, i)->value;
  return v == MH_COMMA || v == ',' || v == MH_SEMICOLON || v == ';';
}
static inline bool mh_statement__quote_mark(const reader *r, uint32_t i)
{
  return mh_token_quotes(tok(r, i));
}
/* Is token i a word of grammar of this class? */
static inline bool mh_statement__is(const reader *r, uint32_t i, mh_word_class cls)
{
  return r->cls[i] == cls;
}
/* The first reading of token i with one of these parts of speech and, when asked, frames. */
const mh_reading *mh_statement__reading_of(const reader *r, uint32_t i, unsigned pos,
                                           bool frames);
static inline const mh_reading *mh_statement__reading(const reader *r, uint32_t i,
                                                      unsigned pos, bool frames)
{
  const mh_glance *g = &r->w->glance[i]; /* most often it says that there is none */
  return (frames ? g->acts : g->pos) & pos ? mh_statement__reading_of(r, i, pos, frames)
                                           : NULL;
}
/* Joined preposition of token i (MH_PRO_BI, MH_PRO_LI), 0 none. */
unsigned mh_statement__joined(const reader *r, uint32_t i);
/* "by the ...": bi- with the article, by its letters. */
bool mh_statement__bi_al(const reader *r, uint32_t i);
/* The token carries wa- or fa-. */
bool mh_statement__joined_and(const reader *r,
                              uint32_t i); /* it begins with its letter */
static inline bool mh_statement__and(const reader *r, uint32_t i)
{
  const int z = mh_key_letter(tok(r, i)->key, 0);
  return (z == MH_L_WAW || z == MH_L_FA) && mh_statement__joined_and(r, i);
}
/* Is token i written like "between" behind its first `skip` letters, with a pronoun if `more` is 1?
 * partners.c's mh_statement__between() asks its class as well. */
bool mh_statement__like_between(const reader *r, uint32_t i, int skip, int more);
/* "between him | and (between) the leaders": the second of two, whatever stands behind. */
bool mh_statement__second_between(const reader *r, uint32_t i);
/* lan, "will not", at token i. */
bool mh_statement__will_not(const reader *r, uint32_t i);
/* What a verb in the first person at i says that whoever is quoted does; NULL where it is no
 * such verb, or where it may be another word and no quotation shows that it is. */
const mh_reading *mh_statement__self(const reader *r, uint32_t i);
/* The verb at i where it is "I ... that" ("I hope that"), however written; NULL else. */
const mh_reading *mh_statement__i_that(const reader *r, uint32_t i);
bool mh_statement__i_say(const reader *r, uint32_t i); /* «I voice», like "he voiced" */
/* What a verb at i says that whoever is quoted will or will not do; NULL as above. */
const mh_reading *mh_statement__self_ahead(const reader *r, uint32_t i);
/* Does the preposition at i lead only when or amid what something happens? */
bool mh_statement__setting(const reader *r, uint32_t i);
/* The preposition bit (MH_TAKES_*) of the preposition at i. */
unsigned mh_statement__prep_of(const reader *r, uint32_t i);
/* The same of a separate word, 0 none. */
static inline unsigned mh_statement__prep(const reader *r, uint32_t i)
{
  return r->cls[i] == MH_W_PREP ? mh_statement__prep_of(r, i) : 0;
}
/* A point with a word right before and right behind it: letters spelled out ("to N.B.C."), some
 * of which may be written like "that". */
bool mh_statement__spells(const reader *r, uint32_t i);
/* A preposition of one letter at i, written apart from the quotation that it leads ("welcomed |
 * (bi-) «the progress»"): its bit (MH_TAKES_*), 0 none. */
unsigned mh_statement__lone_letter(const reader *r, uint32_t i, uint32_t stop);
/* "except" (illa) at i. */
bool mh_statement__except(const reader *r, uint32_t i);
mh_status mh_statement__prepare(reader *r);
/* communique.c: what is quoted in the sentence is quoted no more where it is the text of a
 * communique, in which who issues it is named and tells what he does. */
void mh_statement__communique(reader *r, const mh_sentence *s);

/* ---- begins.c */

/* Does the conjunction that ends at i ("while, where, at the same time") lead a verb rather than a
 * noun, as "but", "as for" and "though" may? */
bool mh_statement__leads_verb(const reader *r, uint32_t i);
/* "For its part | Iraq rejected", "In Kampala, | the army denied": does nothing but what is put in
 * front stand before the word at i, which has no wa-, in its sentence or behind its comma? */
bool mh_statement__set_off(const reader *r, uint32_t i, uint32_t first);

#endif
