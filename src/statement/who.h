/* Who acts, with whom, and who goes on acting; included by inside.h. */
#ifndef MH_STATEMENT_WHO_H
#define MH_STATEMENT_WHO_H

/* ---- fellows.c */

/* Of whom two are who acted together last and are of one state or of none; NULL where no two did, or
 * two of different states have since. */
const mh_codes *mh_statement__fellows(const reader *r);
/* x was done: by such two? */
void mh_statement__note_fellows(reader *r, const act *x);

/* ---- withal.c */

/* "a visit to the border | with N.": where somebody goes, not whom he meets. */
bool mh_statement__place_with(const reader *r, const act *x, uint32_t i);
/* Is it a cabinet that does x? */
bool mh_statement__by_cabinet(const reader *r, const act *x);
/* Is s, who stands at token i behind "with", part of what x tells and nobody it is done with? */
bool mh_statement__subject_matter(const reader *r, const act *x, uint32_t i,
                                  const subject *s);

/* ---- standin.c */

/* The last letter of a token, after n more have been left out. */
static inline int mh_statement__letter_back(const mh_token *t, int n)
{
  return t->n > n ? mh_key_letter(t->key, t->n - 1 - n) : MH_L_NONE;
}
static inline bool mh_statement__same(mh_key a, mh_key b)
{
  return a.lo == b.lo && a.hi == b.hi && a.lo;
}
/* A word without wa-, fa- and al-. */
mh_key mh_statement__bare(const mh_token *t);
/* The word of the noun at token i where it tells of an agreement, else 0. */
uint32_t mh_statement__agreement(const reader *r, uint32_t i);
/* Who is meant by an actor phrase alone. */
mh_codes mh_statement__codes(const reader *r, const mh_actor *x);

/* "the speaker of the parliament": of the parliament that was told last by that word and more
 * ("the European Parliament"); none when x is no such office or none was told. */
mh_codes mh_statement__of_parliament(const reader *r, const mh_actor *x);
/* Is x "the members of the council": a body without its name? */
bool mh_statement__members(const reader *r, const mh_actor *x);

/* "said | a statement of (li-) N.", "... from N.", "... that N. put out", "the office of N.": whose
 * paper or office stands at token i speaks. */
bool mh_statement__paper_of(const reader *r, uint32_t i, uint32_t end, subject *out);
/* Does a meeting or paper at token i speak for those whose it is, who act in x then? */
bool mh_statement__speaks_for(const reader *r, act *x, uint32_t i, uint32_t end);

/* "the two ministers": of nobody who is told with it. */
bool mh_statement__two_by_title(const reader *r, const mh_actor *x);
/* Makes s, told by such a title, those whose names stand right behind it: "the two ministers | N.
 * and N.". */
void mh_statement__both_named(const reader *r, subject *s);

/* ---- issued.c */

/* Note whose the statement is in which x, of the sentence that begins at token first, is told. */
void mh_statement__issues(reader *r, const act *x, uint32_t first);
/* "the statement" alone: of whom it was told to be last; none when of nobody, or of both. */
mh_codes mh_statement__issued(const reader *r, const mh_actor *x);
/* Past whoever put out the statement x where that is told right behind it ("a statement issued | by
 * the ministry of N."): "expressed (`an) regret" is said behind him.  x->end where nobody is. */
uint32_t mh_statement__past_issuer(const reader *r, const mh_actor *x);

/* ---- known_names.c */

/* Note the words that names told before may be told by again. */
void mh_statement__names(reader *r);
/* Note the name of who acts in x where it stands apart from his office, behind a place or a comma:
 * he may be told by it again. */
void mh_statement__note_apart(reader *r, const act *x);
/* One name told before at token i, which wa- may join. */
bool mh_statement__known_one(const reader *r, uint32_t i, bool wa, subject *out);
/* Is x, by its word nobody who counts, the last name of somebody told of before? */
bool mh_statement__name_told(const reader *r, const mh_actor *x, subject *out);
/* "the movement" alone: is x the organisation or group told by that word and more? */
bool mh_statement__known_head(const reader *r, const mh_actor *x, mh_key head);
/* "the party", "the leader of the group" alone, of nobody we know (c): the one that was told before
 * by that word and more. */
void mh_statement__known_group(const reader *r, const mh_actor *x, mh_codes *c);
/* "the secretary general | of the (lil-) council" at token i: whose he is by the body that was told
 * by that word and more; none when nothing was. */
mh_codes mh_statement__of_the_body(const reader *r, const mh_actor *x, uint32_t i);

/* "the spokesman of (in the name of) | the commission", "an official | in the fund": an organisation
 * or group told before by that word and more.  *end: the token after, where the word is behind x. */
mh_codes mh_statement__in_the_body(const reader *r, const mh_actor *x, uint32_t *end);

/* ---- subject.c */

/* The group of actors that begins at token i; false when none does. */
bool mh_statement__group(const reader *r, uint32_t i, subject *out);
/* "N. N., | the minister of": on from a name at token i that nobody knows to the office of who
 * bears it; else i. */
uint32_t mh_statement__past_name(const reader *r, uint32_t i);
/* The mayor, the director of something, a source: who speaks for no party where no state, town or
 * ministry is told with his office. */
bool mh_statement__local(const reader *r, const mh_actor *x);
/* Token i, and those whom wa- joins to it, as the last name of a person who was told with office and name before, or as the
 * first word of an organisation's name told before ("the movement"). */
bool mh_statement__known_name(const reader *r, uint32_t i, subject *out);
/* A title at token i and behind it the last name of a person told before: "Dr | N.", "the
 * thinker | N.". */
bool mh_statement__titled_name(const reader *r, uint32_t i, uint32_t end, subject *out);
/* A name that nobody knows at token i, with the office that is told behind it. */
bool mh_statement__introduced(const reader *r, uint32_t i, uint32_t end, subject *out);
/* The actors told before the act word at token i, ending right there. */
bool mh_statement__group_before(const reader *r, uint32_t i, uint32_t from, subject *out);
/* How many actors begin before token i: they stand in order. */
uint32_t mh_statement__actors_before(const reader *r, uint32_t i);
/* Could the actor be the subject of such a verb?  No only where the letters show that not. */
bool mh_statement__agrees(const reader *r, uint32_t feats, const mh_actor *x);
/* Would a verb of the actor's be feminine? */
bool mh_statement__feminine(const reader *r, const mh_actor *x);
/* Is reading y of token i a dual perfect of the two who acted last: behind a comma or "then", before
 * "in it" or what no noun would have behind it ("..., and (both) discussed")? */
bool mh_statement__both_again(const reader *r, const mh_reading *y, uint32_t i);

/* ---- former.c */

/* Makes s, who is told by name with a former office right behind it, speak for himself. */
void mh_statement__former(const reader *r, subject *s);

/* Did x, whose code is c, hold an office below a minister's once? */
bool mh_statement__retired(const reader *r, const mh_actor *x, const mh_codes *c);
/* Where s ends with the former office that is told behind his name, else where he does. */
uint32_t mh_statement__former_end(const reader *r, const subject *s);

/* ---- expert.c */

/* Does who is told by name and by what he is, and is no party, stand at i ("N. N., the expert")? */
bool mh_statement__expert(const reader *r, const act *x, uint32_t i, uint32_t end,
                          subject *out);

/* ---- parties.c */

/* Count who is named together and set the report's parties, top, realm, joint ... */
void mh_statement__parties(reader *r);
/* "both", "the two ministers", "his counterpart": said only of two who stand side by side. */
bool mh_statement__two(const reader *r, const mh_actor *x);

/* ---- posted.c */

/* The state where the ambassador is posted whom an official of no named state receives, told right
 * behind him; NULL none. */
const char *mh_statement__post(const reader *r, const mh_actor *who);
/* "the ambassador of N. in M. | and K.": is the actor `at`, joined to s, where he is posted too? */
bool mh_statement__posted_too(const reader *r, const subject *s, int32_t at);

/* ---- realm.c */

/* Is x "the Kingdom" alone, a state by its kind? */
bool mh_statement__says_realm(const reader *r, const mh_actor *x);
/* Which state that is, given how often each of n states is named. */
const char *mh_statement__realm(const reader *r, const char *const *code,
                                const uint32_t *count, uint32_t n);
/* Is x a cabinet ("the council of ministers") that is told of without its state? */
bool mh_statement__a_cabinet(const reader *r, const mh_actor *x);
/* The state of such a cabinet: that of who leads one in the paragraph where it is told of first,
 * else of who does before, the first where states of several do and his is named most; NULL none. */
const char *mh_statement__cabinet(const reader *r);

/* ---- meets_him.c */
/* "he went to Paris and met | the minister": does the verb of meeting x have but one name behind
 * it, at token i, which is then whom he met who acted before? */
bool mh_statement__meets_him(const reader *r, const act *x, uint32_t i, uint32_t end);
/* ---- partners.c */

/* The code of the state, organisation or place at token i, where somebody arrives; NULL none. */
const char *mh_statement__host(const reader *r, uint32_t i);
/* The token behind "a number of", "several of" at i; i where none stands. */
uint32_t mh_statement__past_some(const reader *r, uint32_t i, uint32_t end);
/* Does x touch on something, which one does alone where he speaks, and no two with each other? */
bool mh_statement__touches_on(const act *x);
/* Who alone does what takes two, with whom he was told to meet just before; else himself. */
mh_codes mh_statement__with_met(const reader *r, const mh_codes *who);
/* Is token i whom x, a meeting, is with, behind a phrase of where it was? */
bool mh_statement__met_at(const reader *r, const act *x, uint32_t i);
/* Is whom it is with told behind the phrase that bi- leads at i? */
bool mh_statement__met_behind(const reader *r, const act *x, uint32_t i, uint32_t end);
/* Add to an act's speakers whom it is done with ("met", "discussed with his counterpart"). */
void mh_statement__partners(const reader *r, act *x, uint32_t end);

/* ---- declares.c */

/* Note who speaks where sentence s opens a declaration or a resolution. */
void mh_statement__declares(reader *r, const mh_sentence *s);
/* "The statement has it that the leaders:" and nothing more: what they do is told by the points
 * below, like that of a resolution. */
bool mh_statement__told_in_points(reader *r, const mh_sentence *s);
/* Does the report begin as a resolution does ("The council, recalling ...")? */
bool mh_statement__resolution(const reader *r);

/* ---- carry.c */

/* Whom an act without a subject of its own goes back to; no codes when nobody. */
void mh_statement__carry(const reader *r, const act *x, subject *out);
/* Whose clause behind "that" does the bare verb of x go on with? */
typedef enum mh_clause_of {
  CLAUSE_NONE,
  CLAUSE_HIS,
  CLAUSE_OWN,
  CLAUSE_OTHERS
} mh_clause_of;
mh_clause_of mh_statement__clause_of(const reader *r, const act *x);
bool mh_statement__weak_himself(const act *x);
/* Several people by one word: "officials", "the deputies". */
bool mh_statement__many(const reader *r, const subject *s);
/* "N. welcomed the minister X, | and they (both) discussed": of one who has just acted and the
 * one official before token i he did it with, where the report tells of no two.  *two: they. */
bool mh_statement__the_two(const reader *r, uint32_t i, mh_codes *two);
/* "but they (lakinnaha) | told the Agency": they who were told of act, whoever stands behind the
 * verb, which begins with its auxiliaries at token `head`. */
bool mh_statement__but_they(const reader *r, const act *x, uint32_t head);
/* "(the company said) that it (annaha) | told N.": what somebody who is no party tells of himself;
 * head: where its verb begins. */
bool mh_statement__its_own(const reader *r, const act *x, uint32_t head);
/* Somebody acts who is no party: what bare verbs say after that is his. */
void mh_statement__stranger(reader *r, uint32_t feats, uint32_t i);
/* The token after "for his part", "in his turn" that a sentence begins with; 0 none.  It is
 * written with a pronoun, and what leads it with min or bi-. */
uint32_t mh_statement__turn(const reader *r, uint32_t first);
/* Behind that x goes back to the other of two; false where it goes back to nobody. */
bool mh_statement__turns(reader *r, act *x, uint32_t end);
/* Is the word at i fima, "while"? */
bool mh_statement__fima(const reader *r, uint32_t i);
/* Who receives once more, told by a title or not at all, is he who received before. */
void mh_statement__receives_again(const reader *r, act *x);
/* Who was told of last by the title that x gives with a pronoun; none where nobody was. */
mh_codes mh_statement__so_titled(const reader *r, const mh_actor *x);
/* A bare title that acts is not whom it addresses. */
void mh_statement__addresses(const reader *r, act *x, uint32_t end);
/* x was told: its actors are who acted last. */
void mh_statement__acted(reader *r, const act *x);
/* They met, by name: "both" are they from here on. */
void mh_statement__met(reader *r, const mh_codes *who);
/* Token i is no act: where it is a verb with its subject named right behind it ("visited"),
 * what follows may go back to that subject. */
void mh_statement__named(reader *r, uint32_t i, uint32_t first, uint32_t end);

/* ---- voice.c */

/* Whose is the office x that is told with a pronoun ("its spokesman"); none where nobody acted. */
mh_codes mh_statement__his_office(const reader *r, const mh_actor *x);
/* Note whether who tells something, by name, speaks for others: a spokesman, a statement. */
void mh_statement__note_voice(reader *r, const subject *teller);
/* Is it one of the two who met, of whom such a one, who told last, says what they said? */
bool mh_statement__voiced(const reader *r, const mh_codes *who);
/* "that the minister praised X, | and stressed Y": does the bare verb of x go on with him? */
bool mh_statement__told_on(const reader *r, const act *x);

/* ---- unnamed.c */

/* Is that the kind of an office of sources? */
bool mh_statement__source(const char *kind);

/* Is x a source that nobody vouches for: one of whom only the land is told, or "the source" of
 * whom no more was told before? */
bool mh_statement__unnamed(const reader *r, const mh_actor *x);

/* "a source in the ministry of interior": he speaks for its state, though none is named. */
bool mh_statement__source_in_organ(const reader *r, const mh_actor *x);
/* "a statement of N. said ... | the source added": whose the paper is that was told of before and is called
 * the source x; none where it is no paper. */
mh_codes mh_statement__paper_as_source(const reader *r, const mh_actor *x);
/* "the sources" without more: whose those told of last are. */
mh_codes mh_statement__sources_again(const reader *r, const mh_actor *x);
/* Is x diplomats nobody vouches for?  c: whose they are, as far as that is told. */
bool mh_statement__diplomats(const reader *r, const mh_actor *x, mh_codes *c);

/* ---- stranger.c */

/* A verb with an object that is not one of saying: an unknown noun is its object. */
bool mh_statement__takes_any(const act *x);
/* May the verb of x, in the feminine, have `who` for its subject, whose office is a man's by its
 * word: "the prime minister (she) said"?  Where the verb takes an object only if a word of hers
 * stands with him. */
bool mh_statement__woman(const reader *r, const act *x, const mh_actor *who);
/* Is s a club by a town's name, which is no government? */
bool mh_statement__club(const reader *r, const subject *s, uint32_t end);
/* x tells, and who tells is no party: where it is the press ("the agency added that", "added
 * that" behind what it told), who is told of behind "that" acts. */
void mh_statement__press_on(reader *r, const act *x, uint32_t end);
/* "(urged) | the Houthis": a group told by its name alone at token i. */
bool mh_statement__named_group(const reader *r, uint32_t i);
/* Does a name that nobody knows begin the sentence whose verb stands at p, behind what is told
 * of him between commas? */
bool mh_statement__stranger_ahead(const reader *r, uint32_t p, uint32_t first);
/* Does somebody who speaks for no party begin the clause of the verb at p, before it? */
bool mh_statement__nobody_ahead(const reader *r, uint32_t p, uint32_t first);
/* Does somebody whom we do not know stand behind the word of x, as who acts?  near: the token
 * where he may begin, i: the same past "each of", "all". */
bool mh_statement__unknown(const reader *r, const act *x, uint32_t near, uint32_t i,
                           uint32_t end);

/* ---- bystander.c */

/* Stands somebody who is nobody we know right behind the verb of x, at i, which takes an object? */
bool mh_statement__bystander(const reader *r, const act *x, uint32_t i, uint32_t end);

/* ---- doer.c */

/* Who performs the act x of the sentence [first, end): fills x->who and, where they stand
 * before it, x->clause; false when it is nobody who counts. */
bool mh_statement__doer(reader *r, act *x, uint32_t first, uint32_t end);
/* Does whom the bare verb of calling x turns to stand at token i, right behind it? */
bool mh_statement__turned_to(const reader *r, const act *x, uint32_t i, uint32_t end);
/* Does x call whoever is named at i something, so that he is not who does? (judge.c) */
bool mh_statement__calls_him(const reader *r, const act *x, uint32_t i, uint32_t end);
/* Is what stands at i, right behind x, held to be something? (judge.c) */
bool mh_statement__holds_so(const reader *r, const act *x, uint32_t i, uint32_t end);

/* A plural in -in with the article: what is done to them, not who does it. */
bool mh_statement__oblique_plural(const reader *r, uint32_t i);
/* Behind a verb of going: past "to N." and when it was, where who goes may be told; else i. */
uint32_t mh_statement__past_goal(const reader *r, uint32_t i, uint32_t end);

/* ---- how_many.c */

/* kull(an): each, before "of". */
bool mh_statement__each_of(const reader *r, uint32_t i);
/* Behind "each of", "all", "some", "five (of)", "one of" at i, where those stand who act; else i. */
uint32_t mh_statement__how_many(const reader *r, uint32_t i, uint32_t end);

/* ---- begins.c */

/* Does the token before i close what went before, so that a clause may begin at i? */
bool mh_statement__opens(const reader *r, uint32_t i, uint32_t first);
/* Is the verb at i held by a relative pronoun or an infinitive an?  A meeting told after
 * "after", "when" is told in its own right: `time` lets it pass. */
bool mh_statement__held(const reader *r, uint32_t i, uint32_t first, bool time);
/* Is there a relative pronoun between the last mark and i that still waits for its verb? */
bool mh_statement__relative_open(const reader *r, uint32_t i, uint32_t first);
/* Does the bare verb of reading y at i go on with a relative clause before it? */
bool mh_statement__shares_relative(const reader *r, const mh_reading *y, uint32_t i,
                                   uint32_t first);
/* Is the bare verb at i the predicate of a noun behind "that"? */
bool mh_statement__predicate_of_that(const reader *r, uint32_t i, uint32_t first);
/* "N. gave a speech | in which he stressed": who gives it is who speaks in it. */
bool mh_statement__gave(const reader *r, act *x, uint32_t first);
/* Is the verb at i that of whom a clause behind "that" begins with, more about him between? */
bool mh_statement__awaited(const reader *r, uint32_t feats, uint32_t i, uint32_t first);
/* The same of x, whose verb has somebody behind it and begins at token head. */
bool mh_statement__awaited_by(const reader *r, const act *x, uint32_t head,
                              uint32_t first);
/* "it came before of (li-) N. that he | warned": who did so before, told between sabaqa and the verb
 * at i. */
bool mh_statement__already(const reader *r, uint32_t i, uint32_t first, subject *who);
/* Could the word at i join a verbal noun told before it ("to discuss X and study Y")? */
bool mh_statement__noun_chain(const reader *r, uint32_t i, uint32_t first);
/* Does only a preposition's phrase stand between the sentence's start and the verb at i? */
bool mh_statement__fronted(const reader *r, uint32_t i, uint32_t head, uint32_t first);
/* Is what stands before i a preposition's phrase that its comma closes? */
bool mh_statement__behind_front(const reader *r, uint32_t i, uint32_t first);
/* "held talks with N., | and offered": does i stand with wa- behind a comma, and before that a meeting
 * told of as something new?  Without wa- what it dealt with follows: see joint.c. */
bool mh_statement__met_before(const reader *r, uint32_t i, uint32_t first);
/* Does token i stand right behind a phrase put in front that ends with the article? */
bool mh_statement__closed_front(const reader *r, uint32_t i, uint32_t first);
/* Does the pronoun of the verb at i take up a relative told before it in the clause? */
bool mh_statement__resumes(const reader *r, uint32_t i, uint32_t first);
/* Where begins the phrase of when or upon what, whose "what" the verb at i describes; NO_TOKEN
 * where it is none. */
uint32_t mh_statement__described(const reader *r, const mh_reading *y, const mh_frame *f,
                                 uint32_t i, uint32_t first);
/* "put out a statement | in which it condemned", "the speech | in which he said": the noun of
 * what is said, or of the meeting, that the "in it" behind the verb at i takes up; NO_TOKEN
 * where there is none.  What is told in it is told in its own right. */
uint32_t mh_statement__in_speech(const reader *r, uint32_t i, uint32_t first);

#endif
