/* What the files of the mention room share. */
#ifndef MH_MENTION_INSIDE_H
#define MH_MENTION_INSIDE_H

#include "mention.h"

/* A phrase of an actor as it is read, link by link. */
typedef struct chain {
  const mh_doc *doc;
  const mh_words *w;
  mh_actor a;
  uint32_t at; /* next token                                      */
  bool head;   /* an office, organ or role has been read          */
  bool envoy;  /* its country comes after ila and is not its own  */
} chain;

/* Does the next token stand with the one before it, with no mark between? */
static inline bool mh_mention__here(const chain *c)
{
  if (c->at >= c->doc->n_tokens || c->doc->tokens[c->at].kind != MH_TOKEN_WORD)
    return false;
  return c->at == c->a.first || !(c->doc->tokens[c->at].flags & MH_TF_LINE);
}

/* What the next token begins of this kind; NULL nothing. */
static inline const mh_match *mh_mention__match(const chain *c, mh_phrase_kind kind)
{
  if (c->at >= c->doc->n_tokens) return NULL;
  return mh_words_match(c->w, c->at, kind);
}

/* The word is definite by al-. */
static inline bool mh_mention__article(const mh_token *t)
{
  if (t->n <= 2 || mh_key_letter(t->key, 0) != MH_L_ALEF ||
      mh_key_letter(t->key, 1) != MH_L_LAM)
    return false;
  /* the hamza may be that of the alef behind al- */
  return !(t->flags & (MH_TF_HAMZA_UP | MH_TF_HAMZA_DOWN)) ||
         mh_key_letter(t->key, 2) == MH_L_ALEF;
}

static inline const char *mh_mention__code(const chain *c, const mh_match *m)
{
  return mh_lex_actor(c->w->lex, m->value)->code;
}

/* ---- whose.c: each takes what stands next and is true, or leaves it */

/* "the head of «N.»": the name of an organisation or group in quotation marks. */
bool mh_mention__quoted_name(chain *c);
/* "the head of the council | «N. N.»": his name in quotation marks. */
const mh_match *mh_mention__capital(const chain *c);
bool mh_mention__quoted_person(chain *c);
/* "the governor of | Aden": the state where the town lies. */
bool mh_mention__of_place(chain *c);
/* "the police of | Lyon", "the civil defence | in (bi-) the region of N.". */
bool mh_mention__organ_of_place(chain *c);
/* "the ministers in Ethiopia | and Sudan | and Egypt". */
void mh_mention__more_states(chain *c);
void mh_mention__like_organ(chain *c);
/* "the leaders of | each of N. and N.". */
bool mh_mention__of_each(chain *c);
/* "the commissioner | in the EU" from token i. */
bool mh_mention__in_organisation(chain *c, uint32_t i);
/* "an official | in the ministry of N.", from token i. */
bool mh_mention__in_organ(chain *c, uint32_t i);
/* "the minister of N. | the former": an adjective of who holds the office. */
bool mh_mention__attribute(chain *c);
/* "the Emirati minister | for (lil-) foreign affairs | N. N.": his field, before his name. */
bool mh_mention__field_behind(chain *c);
/* "for the affairs of N. in the League": steps over the field of an office. */
bool mh_mention__for_affairs(chain *c);
/* "the French ambassador | to Lebanon | N. N.": where he is posted, before his name. */
bool mh_mention__posted(chain *c);
/* Past what more is told of the name that was read: "N. | the Syrian | the opposing", "the
 * programme | of the UN", "N. «N.»". */
void mh_mention__known_as(chain *c, const mh_match *name);
/* A field of work between an office and whose it is. */
bool mh_mention__field(chain *c);
/* One more field of the same office at i; a state or region by its name alone, "for the affairs of | Asia": the token
 * behind it, 0 none; is what he is charged with joined to bi- right behind his office? */
bool mh_mention__joined_field(const chain *c, uint32_t i);
uint32_t mh_mention__place(const chain *c, uint32_t i);
bool mh_mention__charged(const chain *c);
/* "in the Union", with its preposition joined to it, at i: whose he is. */
bool mh_mention__joined_organisation(chain *c, uint32_t i);
/* "of trade, | the Emirati" at i, which agrees with his office: the same. */
bool mh_mention__field_adjective(chain *c, uint32_t i);
/* "the committee of | fishing in the parliament of N.": its field, and where it sits. */
bool mh_mention__committee(chain *c);
/* "the office of | human rights affiliated to the UN": whom it belongs to. (belongs.c) */
bool mh_mention__belongs(chain *c);
/* "the tribes | of N.": is the state where a group is at home what stands here? */
bool mh_mention__group_at_home(const chain *c, const mh_match *state);
/* "the media office | of (li-) N. N.": does the organ serve him, who is known? ... */
bool mh_mention__serves_person(const chain *c, const mh_match *pe);
/* ... Then it is of his state. */
void mh_mention__of_person(chain *c, const mh_match *pe);

/* "the leader of the party | the League": past its name, where that of its leader follows. */
void mh_mention__party_name(chain *c);
/* Is it an office of those who speak for no party ("the director of | the observatory")?  Then
 * who holds it is nobody. */
bool mh_mention__nobodys(chain *c);
/* Adds the codes of a row of organs: one, or several parted by |. */
void mh_mention__whose_codes(chain *c, const char *codes);

/* ---- person.c */

#define MH_MENTION_NAME_WORDS 7 /* that a name has at most */

/* Is the word at i a given name here?  Some are other words too. */
bool mh_mention__given(const chain *c, uint32_t i);
/* Is it the rest of what abu or abd begins: "abd | al-Amir"? */
bool mh_mention__second_half(const chain *c, uint32_t i);
/* Do a hyphen at i and the word behind it go on with the word before ("Jae | -in")? */
bool mh_mention__hyphened(const mh_token *t, uint32_t n, uint32_t i);
/* Does the word begin like one with a joined wa-, bi-, li- or fa-, ... */
bool mh_mention__begins_joined(const mh_token *t);
/* ... and is it all the same a name that nobody knows? */
bool mh_mention__foreign(const chain *c, uint32_t i);
/* Can the word at i be no part of a name that begins at token from? */
bool mh_mention__never_name(const chain *c, uint32_t i, uint32_t from);
/* Is the word at i, in its reading x, what is said, or an indefinite noun in the accusative?
 * In few letters that may be a name as well ("Baba"), but where the next word bears it out.
 * (thing.c) */
bool mh_mention__object(const chain *c, uint32_t i, const mh_reading *x);
/* Is the word at i one that nobody knows, but perhaps as a piece of a name? */
bool mh_mention__no_word(const chain *c, uint32_t i);
/* Is the word at i one by none but readings that reports do not say? */
bool mh_mention__all_unsaid(const chain *c, uint32_t i);
/* Is the office at i, in the accusative, of one whom others put up? (thing.c) */
bool mh_mention__put_up(const mh_words *w, uint32_t i);
/* Behind a name that begins at `from`: a common noun that no name is, with which begins what
 * somebody does with who is named: "discussed with N. N. | the developments", "| files of the
 * region", "| the case of the prisoners". */
bool mh_mention__matter(const chain *c, uint32_t i, uint32_t from);
/* bin, ibn, bint, al: the name goes on with whose son, daughter or house. */
bool mh_mention__of_house(const mh_token *t);
/* Has it the ending of a sound plural of people: -un, -in?  (whose.c) */
bool mh_mention__sound_plural(const mh_token *t);
/* abu, abi: half a name follows. */
bool mh_mention__father(const mh_token *t);
/* Past "bin N. Al N." behind a name that is known without it. */
void mh_mention__lineage(chain *c);
/* "the director of | an agency", "in the name of | a directorate": is what stands at token i behind
 * an office without article and of no state a noun that it goes on with, and no name of who holds
 * it?  Not behind a title or rank: "sheikh | N.". */
bool mh_mention__goes_on(const chain *c, uint32_t i);
/* "visited N. | Benghazi": is the town at hand whither he goes who is told behind such a verb, and
 * no name of his? */
bool mh_mention__visited(const chain *c);
/* Past the words of a name, and notes them. */
void mh_mention__name(chain *c);

/* "a court | a German": is it a court without al-, of the state whose adjective stands behind it?
 * (seat.c) */
bool mh_mention__a_court(const chain *c, const mh_match *state);
/* "the authorities | for health | the French", "the health authorities | in N.". (seat.c) */
bool mh_mention__described(chain *c);

/* Is the word where the chain goes on a place with "in" joined, which begins no name: "His
 * Highness | in N."?  (seat.c) */
bool mh_mention__stays(const chain *c);

/* ---- peers.c */

/* Past those who share the office at the head of the chain. */
void mh_mention__shared_office(chain *c);
/* The adjective of the next of those who share an office, behind the name of the one before;
 * else where the chain goes on. */
uint32_t mh_mention__next_of_office(const chain *c);
/* Past his counterparts behind the adjective of the first of them. */
void mh_mention__peers(chain *c);
void mh_mention__further_peers(chain *c);
/* Past whose counterparts they are. */
void mh_mention__counterpart_of(chain *c);

/* ---- closed.c: right behind an organ that al- has closed */

/* The kind of the organ that begins at token i; "" where none does. */
const char *mh_mention__organ_kind(const mh_words *w, uint32_t i);
/* Is the state that follows one it turns to, and not whose organ it is? */
bool mh_mention__closed(const chain *c, const mh_match *state);
/* Is who holds the office of m there somebody else? */
bool mh_mention__somebody_else(const chain *c, const mh_match *m);
/* Is the organ there another one, which nothing joins to it? */
bool mh_mention__other_organ(const chain *c, const mh_match *organ);

/* ---- actor.c, instrument.c */

/* What may begin a phrase of an actor. */
#define MH_MENTION_HEADS                                                           \
  (1u << MH_PH_ROLE | 1u << MH_PH_OFFICE | 1u << MH_PH_ORGAN | 1u << MH_PH_ACTOR | \
   1u << MH_PH_PERSON | 1u << MH_PH_CAPITAL)

bool mh_mention__actor(mh_actor *out, const mh_doc *doc, const mh_words *w, uint32_t i);
/* Nearly nowhere does a phrase of an actor begin: is this one of the places where one may? */
static inline bool mh_mention__may_begin(const mh_words *w, uint32_t i)
{
  return (w->glance[i].kinds & MH_MENTION_HEADS) != 0;
}
/* "said | N. N., the spokesman of": gives him the name before his office. (forename.c) */
void mh_mention__name_before(mh_actor *x, const mh_doc *doc, const mh_words *w,
                             uint32_t from);
/* "the president N. (received) | the minister of N.": is the office of a lower rank at of, right behind
 * a name that its own office leads, somebody else's? */
bool mh_mention__met_below(const chain *c, const mh_match *of);
/* "the adviser of the president N. N.": is the name that of whom he serves? (presented.c) */
bool mh_mention__master_named(const mh_actor *x, const mh_words *w);
/* "the president of N. received | N. N., the prime minister of": is the known person pe somebody
 * else of another state, whose own office follows? (presented.c) */
bool mh_mention__met_by_name(const chain *c, const mh_match *pe);
/* "the adviser, | N. N., (said)": gives him the name that stands behind his office, apart from
 * it. (presented.c) */
void mh_mention__name_after(mh_actor *x, const mh_doc *doc, const mh_words *w);
mh_status mh_mention__instruments(mh_mentions *out, mh_arena *a, const mh_doc *doc,
                                  const mh_words *w);

#endif
