/* What inner.c, inner_noun.c and predicate.c share: the act inside an act. */
#ifndef MH_STATEMENT_INNER_H
#define MH_STATEMENT_INNER_H

#include "inside.h"

#define DEEPEST 4 /* acts told inside of acts */
#define NO_ACT  0xFF /* what is told does nothing */

/* The act a noun, predicate or verb (pos) at token i performs, with what it takes. */
bool mh_statement__frames_at(const reader *r, uint32_t i, unsigned pos, act *in);
/* Token i, or the first one behind it that is no quotation mark. */
uint32_t mh_statement__skip_quotes(const reader *r, uint32_t i, uint32_t end);
/* Are these, told as a with the codes c, the actors of x (or x with its partners)? */
bool mh_statement__same_actors(const act *x, const mh_actor *a, const mh_codes *c);
/* The token behind a bare noun at i for those for whom who speaks does so ("the movement |
 * rejects"); NO_TOKEN where it is none. */
uint32_t mh_statement__own_body(const reader *r, const act *x, uint32_t i, uint32_t end);
/* "the council | rejects": the body at i in whose name, as his office says, who speaks does. */
bool mh_statement__own_house(const reader *r, const act *x, uint32_t i, uint32_t end,
                             subject *s);
/* The act inside wins; who: those who act, where they are told there. */
void mh_statement__adopt(act *x, const act *in, const subject *who);

/* A noun of an act as complement: "their support for", "the welcome of the USA to". */
void mh_statement__inner_noun(const reader *r, act *x, uint32_t end);
/* The same of one behind a quotation mark, at token head; false where none of his own is. */
bool mh_statement__quoted_noun(const reader *r, act *x, uint32_t head, uint32_t end);
/* A word for a meeting stands right behind token i. */
bool mh_statement__meeting_near(const reader *r, uint32_t i, uint32_t end);

/* "stressed the likeness of both sides' views": both act, though one tells it. */
void mh_statement__alike(const reader *r, act *x, uint32_t end);

/* "that they have | fears of", "it pleases us that": what who acts has or feels does what a word
 * for it does; the content stays the whole of it.  (feels.c) */
bool mh_statement__has_or_feels(const reader *r, act *x, uint32_t end);
/* "we wish to | thank", "I should like to | say that": what one says that he wants to say is
 * said; of somebody else only thanks.  x: the act that tells it, NULL for none.  (wished.c) */
void mh_statement__said_politely(const reader *r, const act *x, uint32_t end, act *in);
/* "(will not) | hand him over": what one does who will not do what token i says; NO_ACT where the
 * lexicon has a meaning of its own for that.  "(does not) | intend to": the act of a verb of
 * meaning to or of believing, which is denied.  (ahead.c) */
uint8_t mh_statement__not_ahead(const reader *r, uint32_t i);
uint8_t mh_statement__not_meant(const reader *r, uint32_t i);
/* "will | «speak»": the particle of what is to come stands before token i. */
bool mh_statement__behind_future(const reader *r, uint32_t i);

/* Where the content of x begins at token `head` with the stand of who acts ("his stand | that
 * rejects"), he does what it does.  (stance.c) */
void mh_statement__own_stance(const reader *r, act *x, uint32_t head, uint32_t end);

/* Token `head`, where the content of x begins: what is told there of others may be an act. */
void mh_statement__by_predicate(const reader *r, act *x, uint32_t head, uint32_t end);

#endif
