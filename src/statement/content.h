/* What the files on contents share: where what was said begins and is over. */
#ifndef MH_STATEMENT_CONTENT_H
#define MH_STATEMENT_CONTENT_H

#include "inside.h"

/* ---- content.c */

/* Cut the content's end, split it by file, and put the statements out. */
mh_status mh_statement__content(reader *r, act *x, uint32_t limit);

/* ---- tail.c */

/* The token after the last of the content of x, which nothing from `limit` on belongs to. */
uint32_t mh_statement__over(const reader *r, const act *x, uint32_t limit);
/* Cut marks, joining words and closing marks off the end of [first, end). */
uint32_t mh_statement__trim_end(const reader *r, uint32_t first, uint32_t end);
/* An opening mark without its closing one inside stays out, and the other way round. */
void mh_statement__trim_quotes(const reader *r, uint32_t *first, uint32_t *end);

/* A noun of this class at i, without article and pronoun where `bare` (tail.c). */
bool mh_statement__noun_of(const reader *r, uint32_t i, mh_word_class cls, bool bare);

/* ---- said_by.c */

/* Is it told from i on who said what stands before, comma or not; and behind a comma? */
bool mh_statement__said_by(const reader *r, uint32_t i, uint32_t limit);
bool mh_statement__comma_said_by(const reader *r, uint32_t i, uint32_t limit);
/* "according to a statement": a preposition and within a few words a document. */
bool mh_statement__names_source(const reader *r, uint32_t i, uint32_t limit);
/* "..., in his words (`ala hadd qawlihi)." */
bool mh_statement__in_his_words(const reader *r, uint32_t i);

/* ---- on_condition.c */

/* "said (that): if they close the border, | (then) we shall", "that from May on, | N. will": is x
 * one with its condition or its setting, which is all that `outer` tells before it?  Where he
 * acts himself, the act of outer is that of x. */
bool mh_statement__on_condition(const reader *r, act *outer, const act *x);

/* ---- quoted_stop.c */

/* Where the sentence that x tells inside of a quotation is over; `limit` where x tells none. */
uint32_t mh_statement__quoted_stop(const reader *r, const act *x, uint32_t limit);
/* What is quoted from `stop` to `limit` behind that, as something that he says besides. */
bool mh_statement__quoted_rest(const reader *r, const act *x, uint32_t stop,
                               uint32_t limit, act *rest);

/* ---- told_at.c */

/* "in a press conference", "during a meeting with N." at i: where he spoke. */
bool mh_statement__told_where(const reader *r, uint32_t i, uint32_t limit);

/* "and that in a press conference", "and that after" at i. */
bool mh_statement__and_that(const reader *r, uint32_t i, uint32_t limit, bool said);
uint32_t mh_statement__day_ahead(const reader *r, uint32_t first, uint32_t end);

/* ---- still_said.c */

/* "that X is weak, | where it was broken twice", "| as it also", "| but it lasts": does the
 * joining word at i go on with what x tells is so? */
bool mh_statement__still_said(const reader *r, const act *x, uint32_t i, uint32_t limit);
/* "..., which N. denied": does what takes all of it up lead to what somebody else says?  Of what
 * somebody says is so ("that the truce is weak, which calls for") it may be his own. */
bool mh_statement__taken_up(const reader *r, const act *x, uint32_t i, uint32_t limit);
/* "called for a truce | which (wa-huwa ma) N. refused": with no comma before it too what takes up all
 * of a noun is the writer's, and so is who denied what somebody says is so. */
bool mh_statement__which_he(const reader *r, const act *x, uint32_t i, uint32_t limit);

/* ---- adjectives.c */
/* "before the session | the sixth and seventieth", "in a meeting | extraordinary": from token k
 * past what describes the meeting before it. */
uint32_t mh_statement__past_adjectives(const reader *r, uint32_t k, uint32_t stop);
/* Is the actor that begins at i a document told by its role ("the joint statement")? */
bool mh_statement__a_document(const reader *r, uint32_t i);
/* "in the statement | issued in N.", "in its meeting | held today": a participle of it. */
bool mh_statement__held_or_issued(const reader *r, uint32_t i, uint32_t end);
/* "a summit about security | that N. hosts (it)": does the verb v at i, with its pronoun, tell of a
 * meeting? */
bool mh_statement__hosts(const reader *r, const mh_reading *v, uint32_t i, uint32_t from);
/* "denounced in its session that was held by N. | this crime": no such word describes a noun that
 * is closed, so that the phrase before it is over. */
bool mh_statement__this_deed(const reader *r, uint32_t i, uint32_t from, uint32_t end);

/* ---- stepover.c */

/* Does a date end right before token i?  Nobody describes a day. */
bool mh_statement__behind_date(const reader *r, uint32_t i, uint32_t from);

/* ma, li-ma at i: "(to) what", which may be "not" elsewhere. */
bool mh_statement__what(const reader *r, uint32_t i);

/* "that.", "that with N.", "those accusations", "that | as": is the demonstrative at i, or what
 * it points to, an object of x? */
bool mh_statement__that_one(const reader *r, const act *x, uint32_t i, uint32_t stop);

/* "in a session | held on", "a statement | put out by": does the verb at i tell of the noun of
 * a meeting or of what is said right before it? */
bool mh_statement__passive_of_noun(const reader *r, uint32_t i, uint32_t from,
                                   uint32_t end);

/* Does "in a (press) statement", a day and a comma after it let past, end right before i? */
bool mh_statement__behind_statement(const reader *r, uint32_t i);

/* "rejected in a statement of his | attempts", "in a statement yesterday | attempts": a bare noun
 * at i is no part of a statement that a pronoun or a day has closed. */
bool mh_statement__behind_his_paper(const reader *r, uint32_t i, uint32_t from);

/* "in a statement | of which N. got a copy": past it, where the verb at i begins it; else 0. */
uint32_t mh_statement__past_copy(const reader *r, uint32_t i, uint32_t end);

/* ---- aside.c, quoted_of.c */

/* The token behind `an, or "on the tongue of", at p, where whose words are told follows; 0 where
 * neither stands there. */
uint32_t mh_statement__of_whom(const reader *r, uint32_t p);
/* "of | the minister, yesterday, | that": who is named behind the "of" before token i, with no
 * more between than when and where. */
bool mh_statement__told_of(const reader *r, uint32_t i, uint32_t first, subject *out);
/* What token k leads is what the subject says by way of the words [i, n). */
void mh_statement__says_so(act *out, uint32_t i, uint32_t n, uint32_t k,
                           const subject *who);

/* ---- late.c */

/* "rejected | what ...", not "rejected in his first word (on it)". */
bool mh_statement__what_or_who(const reader *r, uint32_t i);
/* "rejected in his speech | what N. proposed": does "what" at i, behind a setting that begins
 * at `from` or later, stand for the object of frame `direct`, and is no "not"? */
bool mh_statement__what_object(const reader *r, const mh_frame *direct, uint32_t i,
                               uint32_t from, uint32_t stop);
/* "condemned in a statement | «the attacks»": do the marks at i open what x does something to,
 * and not what is said or a name? */
bool mh_statement__quoted_object(const reader *r, const act *x, uint32_t i, uint32_t from,
                                 uint32_t stop);
/* "praised during the meeting | (bi-) X": does what x takes begin at k, behind the meeting whose
 * phrase begins at i? */
bool mh_statement__behind_setting(const reader *r, const act *x, uint32_t i, uint32_t k);
/* "his arrival (to)", "his return (from)": a way of one's own, which is only a setting. */
bool mh_statement__goes_there(const reader *r, uint32_t i);
/* "hopes | (fi) to sign": does the preposition of `bit` that leads token n, right behind x, lead
 * what is planned, and not where? */
bool mh_statement__in_doing(const reader *r, const act *x, unsigned bit, uint32_t n,
                            uint32_t stop);
/* "threatened, during a meeting that saw | a debate, | (bi-) with": where x was taken to have its
 * content in what stands between two commas, it is moved to what x takes right behind them. */
void mh_statement__past_aside(const reader *r, act *x, uint32_t from, uint32_t end);
/* "will impose | on Monday new tariffs": past when and how, where what will be done follows. */
uint32_t mh_statement__past_when(const reader *r, uint32_t i, uint32_t end);
/* "parties, | among them N. and N., | (bi-) to": past who they are, between two commas; 0 where
 * nothing of that kind stands at i. */
uint32_t mh_statement__past_such(const reader *r, uint32_t i, uint32_t from,
                                 uint32_t stop);
/* A finite verb with wa- or after a comma begins another clause. */
bool mh_statement__next_clause(const reader *r, uint32_t i, uint32_t from);
/* "welcomed | (bi-) cooperation with N.", which elsewhere is as good as a preposition: is it what
 * x takes, right behind who does? */
bool mh_statement__with_it(const reader *r, const act *x, uint32_t i, uint32_t from);
/* "hopes (very much) | for": past the adverbs at i. */
uint32_t mh_statement__past_manner(const reader *r, uint32_t i, uint32_t end);

/* "called at the end of his visit to | stop the war": is what stands at i something done, and no
 * place or person that the visit could lead to? */
bool mh_statement__deed_behind(const reader *r, uint32_t i);
/* "condemned, in a statement, | (bi-) that": is it with bi- that the "that" at i is led, and no
 * verb but that which stands before token `from` that it belongs to? */
bool mh_statement__by_that(const reader *r, uint32_t i, uint32_t from);
/* "stressed in his speech, which came on (`ala) his day, | on the need": does the preposition at
 * i come once more, with what is said: behind a comma, where a relative clause is open or i is
 * `from`, or behind an official's post ("called the envoy | to N. | for")? */
bool mh_statement__comes_again(const reader *r, const act *x, uint32_t i, uint32_t from,
                               uint32_t stop, bool relative);
/* "praised in (bi-) N., on Monday, | the efforts", "met in N., | with": where what the act takes is
 * led to behind the place at i; 0 where nothing is. */
uint32_t mh_statement__put_place(const reader *r, const act *x, uint32_t i,
                                 uint32_t stop);
/* "met N. on Monday in his office | with": does whom the act of frame f met stand behind the
 * preposition at i? */
bool mh_statement__met_whom(const reader *r, const mh_frame *f, uint32_t from,
                            uint32_t i);
/* "called, who came | to (ila) N., | for (ila)": past the relative clause at i, put in between
 * commas, where what x takes is led to behind it; else i. */
uint32_t mh_statement__put_in_relative(const reader *r, const act *x, uint32_t i,
                                       uint32_t stop);
/* "said N. | there is no": where begins what x tells in the words that were spoken, with neither
 * mark nor "that", right behind who speaks at token `from`; NO_TOKEN where nothing does. */
uint32_t mh_statement__speaks_on(const reader *r, const act *x, uint32_t from,
                                 uint32_t stop);

/* ---- occasion.c */

/* Who speaks in the sentence, of which acts [n] were read, has met somebody: both are in play. */
void mh_statement__note_met(reader *r, const mh_sentence *s, const act *acts, uint32_t n);
/* "In Tehran, the minister said": where the rest of the paragraph is told from. */
void mh_statement__note_here(reader *r, const mh_sentence *s);
/* "This came during his meeting with N.": both are in play from its beginning. */
void mh_statement__note_occasion(reader *r, const mh_sentence *s);

/* ---- teller.c: what the word of x takes */

bool mh_statement__own_medium(const reader *r, const act *x, uint32_t i, uint32_t n);
bool mh_statement__ends_medium(const reader *r, uint32_t n, uint32_t k);
bool mh_statement__led_inside(const reader *r, const act *x, uint32_t i, uint32_t stop);

/* The frame that takes this bit, NULL none. */
const mh_frame *mh_statement__frame_for(const act *x, unsigned bit);
/* The frame for "that": one that takes it, else any that tells or stresses; NULL none. */
const mh_frame *mh_statement__that_frame(const act *x);
/* The frame for a quotation, NULL none. */
const mh_frame *mh_statement__quote_frame(const act *x);
/* "praised (bi-) the depth of the ties": is what looks like an adverb at i what x takes with
 * bi-, for the article behind it? */
bool mh_statement__depth_of(const reader *r, const act *x, uint32_t i, uint32_t stop);
/* A verb of saying, with "that" or a quotation. */
bool mh_statement__says(const act *x);
/* One that tells, rather than one that may also take "that" ("rejected that"). */
bool mh_statement__tells(const act *x);
/* Does a word for a meeting stand in [first, end)? (grammar.c) */
bool mh_statement__has_meeting(const reader *r, uint32_t first, uint32_t end);

/* Is what x tells by frame f, one of holding, making or leaving, a meeting? */
bool mh_statement__holds_one(const reader *r, act *x, const mh_frame *f, uint32_t end);
/* Does one who says it lead on to "that" or a quotation a few words behind token i? */
bool mh_statement__quotes_ahead(const reader *r, const act *x, uint32_t i, uint32_t stop);
/* "wrote | saying", "went on | saying" (yaqulu): is there at i, behind a verb of telling in
 * reading y, a second one? */
bool mh_statement__says_on(const reader *r, const mh_reading *y, uint32_t i);
/* A verb that turns to somebody, whose object is that somebody: calls and warnings. */
bool mh_statement__addressed(const act *x);
/* Was the noun at `object` only the rest of who tells ("the chief negotiator N. said that")?
 * Then what is told begins with "that" at i. */
bool mh_statement__told(const reader *r, const act *x, uint32_t object, uint32_t i);
/* The same of a noun before i of which "that" has not come yet. */
bool mh_statement__rest_of_teller(const reader *r, const act *x, uint32_t object,
                                  uint32_t i);
/* "stressed the minister, | Sheikh N., that": past what the commas say of him. */
uint32_t mh_statement__past_apposition(const reader *r, const act *x, uint32_t from,
                                       uint32_t end);
/* "N., the spokesman | in the name of the army": the word that says so. */
bool mh_statement__in_name_of(const reader *r, uint32_t i);
/* "warned | of X", "worried (much) | by X": does the min at i lead the content of x, and not tell
 * from where he did?  direct: x takes an object. */
bool mh_statement__of_what(const reader *r, const act *x, uint32_t i, uint32_t from,
                           bool direct);
/* Is the word at i a verb that leads both "that" and a quotation, as "said" does? */
bool mh_statement__verb_of_saying(const reader *r, uint32_t i);
/* Is the fa-inna at i the "van" of a name ("Karel | van N.")? */
bool mh_statement__of_name(const reader *r, uint32_t i);
/* What is quoted from the mark at i on is no name: four words at least, and the clause does
 * not go on behind it. */
bool mh_statement__quotation(const reader *r, uint32_t i, uint32_t stop);
/* "said a source (whom nobody knows) | that": the "that" which only saying takes, behind what
 * was taken for the content of x; NO_TOKEN none. */
uint32_t mh_statement__said_that(const reader *r, const act *x, uint32_t end);
/* The same behind who says it, up to token `from`, where no content was found on the way: "said N.
 * in Rome, where he takes part in the summit, | that". */
uint32_t mh_statement__said_late(const reader *r, const act *x, uint32_t from,
                                 uint32_t end);
/* A noun of an act, a stance or a weight at i, with or without who holds it. */
bool mh_statement__act_noun(const reader *r, uint32_t i);
/* What the noun at the head of the content makes of the act ("announced (`an) | the arrest of"). */
void mh_statement__by_object(const reader *r, act *x, uint32_t end);
/* "informed the ambassador | (bi-) of its protest", "... | the rejection of N. of": behind whom
 * x informs, the object, is the noun at i an act of one's own, which he is told? */
/* What the noun at the head of the content makes of the act ("announced (`an) the arrest of"). */
void mh_statement__by_object(const reader *r, act *x, uint32_t end);
/* Is the word at i one that makes of the verb x, as its object, an act ("drew | attention")? */
bool mh_statement__object_of(const reader *r, const act *x, uint32_t i);
bool mh_statement__informs_of(const reader *r, const act *x, uint32_t object, uint32_t i);
/* Past the few words in the quotation marks that open at i, behind which the sentence goes on;
 * 0 where they hold more. */
uint32_t mh_statement__past_put_name(const reader *r, uint32_t i, uint32_t end);
/* Past the channel or seat at i by which or where somebody tells ("his account", "the page
 * «N.»", "the ministry's seat"); 0 where it is none. */
uint32_t mh_statement__past_medium(const reader *r, uint32_t i, uint32_t end);

/* Where the content of x begins from token `from` on, whatever stands there (complement.c), and past
 * the adjectives of who acts ("rejected the court | the supreme the plan") that might be taken
 * for it (adjectives.c). */
bool mh_statement__complement_at(const reader *r, act *x, uint32_t from, uint32_t end);
bool mh_statement__behind_adjectives(const reader *r, act *x, uint32_t from,
                                     uint32_t end);
/* "the support | and backing of N.": is the noun at i one of two deeds that are of the same,
 * which stands behind it? */
bool mh_statement__of_the_same(const reader *r, uint32_t i);

#endif
