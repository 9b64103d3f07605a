/* Phrases that are stepped over; included by inside.h. */
#ifndef MH_STATEMENT_STEPS_H
#define MH_STATEMENT_STEPS_H

/* ---- stepover.c */

/* bi-ma at i, with or without wa-: "by what, in a way that". */
bool mh_statement__what_by(const reader *r, uint32_t i);
/* Past what two dashes hold that begins at i ("- God keep him -"); i where none does. */
uint32_t mh_statement__past_dashes(const reader *r, uint32_t i, uint32_t stop);
/* Past the brackets that open at i. */
uint32_t mh_statement__past_brackets(const reader *r, uint32_t i, uint32_t end);
/* "according to the source | itself": a word of his own that nothing stands behind. */
bool mh_statement__itself(const reader *r, uint32_t i, uint32_t stop);
/* Past whom it is said to, where that stands before who says it: "told «N.»", "said to (li-)
 * «N.», to the journalists"; else i. */
uint32_t mh_statement__past_addressee(const reader *r, uint32_t i, uint32_t end);
/* Past a relative clause that is closed by a comma. */
uint32_t mh_statement__past_relative(const reader *r, uint32_t i, uint32_t end);
/* A particle with a pronoun joined ("in it"). */
bool mh_statement__joined_pronoun(const reader *r, uint32_t i);
/* A pronoun is joined to token i. */
bool mh_statement__pronoun(const reader *r, uint32_t i);
/* The token after dates, adverbs and what stands in brackets. */
uint32_t mh_statement__skip_adverbs(const reader *r, uint32_t i, uint32_t end);

/* "the ambassador of N. (bi-) in Rabat | about": the token behind when and where he is who stands
 * before token i. */
uint32_t mh_statement__past_seat(const reader *r, uint32_t i, uint32_t end);
/* Past a prepositional phrase of which every word is known, else 0. */
uint32_t mh_statement__known_phrase(const reader *r, uint32_t i);
/* "in his visit": more often when than what. */
bool mh_statement__own_visit(const reader *r, uint32_t i);
/* Token i is written with the article, whatever word it is. */
bool mh_statement__article(const reader *r, uint32_t i);
/* Could token i begin a noun phrase that is an object? */
bool mh_statement__noun_like(const reader *r, uint32_t i);
/* An adjective from a noun, without the article: in -i or -iyya. */
bool mh_statement__relational(const reader *r, uint32_t i);
/* Does the adjective at i, with the article, qualify the noun before it? */
bool mh_statement__adjective(const reader *r, uint32_t i, uint32_t from);
/* Does the noun at i not belong to the prepositional phrase open before it, and so close it? */
bool mh_statement__closes_phrase(const reader *r, uint32_t i, uint32_t from);
/* Does the verb at i tell of the indefinite noun before it ("a speech he gave")? */
bool mh_statement__tells_of_noun(const reader *r, uint32_t i, uint32_t from);
/* The tokens back from the definite noun at i to "in a statement"; 0 when there is none. */
uint32_t mh_statement__behind_speech(const reader *r, uint32_t i, uint32_t from);
/* "in a statement | its refusal of": an act noun of one's own right behind the statement is what
 * it tells, not whose it is. */
bool mh_statement__own_behind_speech(const reader *r, uint32_t i, uint32_t from,
                                     uint32_t end);
/* Past a name in quotation marks that open at i, 0 when it is none. */
uint32_t mh_statement__quoted_name(const reader *r, uint32_t i, uint32_t stop);
/* Past the rest of the office of who performs x, which begins at `from`; else `from`. */
uint32_t mh_statement__past_office(const reader *r, const act *x, uint32_t from,
                                   uint32_t end);

/* ---- participle.c */
/* A circumstance that tells an act of its own ("listed it, | warning that"). */
bool mh_statement__circumstance(const reader *r, uint32_t i);

#endif
