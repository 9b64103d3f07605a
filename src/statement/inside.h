/* What the files of the statement room share: the reader's state and an act in the making. */
#ifndef MH_STATEMENT_INSIDE_H
#define MH_STATEMENT_INSIDE_H

#include "lists.h"
#include "statement.h"

#define MH_QUOTED_TOLD 2 /* in reader.quoted */
#define NO_TOKEN UINT32_MAX
#define BRACKETS 40 /* tokens that brackets may hold to be stepped over */

/* How an act word stands in its clause. */
typedef enum act_form {
  ACT_VERB,      /* finite verb of a clause of its own            */
  ACT_PARTICIPLE /* circumstantial: "stressing that ..."          */
} act_form;

/* The actors that perform an act, as the sentence tells them. */
typedef struct subject {
  mh_codes codes;  /* resolved; empty: nobody who counts               */
  int32_t first;   /* first actor phrase, -1: carried on               */
  int32_t last;    /* last actor phrase of the group                   */
  uint32_t end;    /* token after the group                            */
  bool document;   /* a document or meeting that speaks for its parties */
  bool carried;    /* from an earlier clause                           */
  bool nobody;     /* the press, a witness: who speaks for no party     */
  bool unresolved; /* somebody of whom the state is not known          */
  bool himself;    /* carried on in what he tells of himself           */
} subject;

/* An act in the making. */
typedef struct act {
  uint32_t word, word_end; /* the act word: tokens [word, word_end)      */
  uint32_t clause;         /* where its clause begins                    */
  uint32_t told;           /* after the outer word, when inner wins      */
  uint32_t outer_word;     /* the act word that tells the inner one      */
  uint32_t teller;         /* after the word that leads the speech it is told in, 0 none */
  uint32_t that;           /* "that" behind it, 0 none                   */
  uint32_t ahead;          /* the verb of what is told to lie ahead, 0 none */
  uint32_t content, end;   /* content: tokens [content, end)             */
  const mh_frame *frames;  /* [n_frames] of the word                     */
  uint32_t n_frames;
  uint32_t n_with; /* frames behind those, each with objects of its own */
  uint32_t feats;  /* of the reading taken                       */
  uint8_t form;    /* act_form                                   */
  uint8_t act;     /* MH_ACT_*                                   */
  uint8_t outer;   /* the act of the outer word, when inner wins */
  uint8_t kind;    /* mh_frame_kind of the outer word            */
  uint8_t takes;   /* how the content is led: see LED_*          */
  uint8_t depth;   /* acts that this one is told inside of       */
  bool joined;     /* the act word carries wa- or fa-             */
  bool inner;      /* the act comes from the complement          */
  bool plain;      /* who acts, or whom it goes back to, is plainly a political actor */
  bool tells;      /* the outer word leads "that" or a quotation */
  bool renewed;
  bool future;
  bool whole;        /* not to be split: an item of a list         */
  bool paired;       /* it takes word and object to perform the act      */
  bool gap;          /* something else stood before the complement */
  uint32_t away;     /* sentences since somebody acted by name      */
  subject who;       /* who performs the act                       */
  mh_codes alone;    /* the grammatical subject, without partners  */
  subject outer_who; /* who is told to say so, when inner wins     */
} act;

enum { LED_OBJECT, LED_PREP, LED_THAT, LED_QUOTE };

/* Actors, each with the level of the highest office told of it: see meeting.h. */
typedef struct side {
  const char *code[MH_CODES_MAX];
  uint8_t level[MH_CODES_MAX];
  uint8_t n;
} side;

/* A word that begins phrases of a topic here: "the agreement" is what was called nuclear. */
#define MH_CALLED_MAX 24
typedef struct called {
  uint32_t sym; /* the word's number in phrases */
  uint16_t topic, times;
} called;

/* What the report is about, looked up when a statement first needs it. */
#define MH_LANDS_MAX 24
typedef struct context {
  struct {
    const char *code;
    uint32_t points;
    uint32_t matter;    /* those of them that name nobody who acts */
    bool early;         /* told of at the report's beginning */
  } land[MH_LANDS_MAX]; /* states, by how much is told of them */
  uint32_t all;         /* points of all states                */
  uint32_t all_matter;
  uint8_t n;
  uint32_t topic[MH_TOPIC_COUNT]; /* the same of topics   */
  uint32_t told;                  /* points of all topics */
  uint32_t matter[MH_TOPIC_COUNT]; /* of these, points that are in nobody's name */
  uint32_t told_matter;
  uint64_t headline;              /* topics of strong terms in the headline     */
  uint64_t lead;                  /* and in the report's first words            */
  int main;                       /* the topic that most is told of, -1 none */
  bool sure;                      /* and beyond doubt */
  bool levant; /* it names Israel or the Palestinians: peace is theirs */
  called called[MH_CALLED_MAX];
  uint8_t n_called;
  bool ready;
} context;

/* The name of somebody that stood apart from his office; see known_names.c. */
typedef struct name_apart {
  int32_t actor;       /* his office          */
  uint32_t first, end; /* tokens of the name  */
  mh_codes codes;
} name_apart;

#define APART 16 /* such names of one report */

enum { STRANGE_HE = 1, STRANGE_SHE = 2 }; /* see reader.stranger */

/* What kind of page a report is; see scope.c. */
typedef enum scope {
  SCOPE_STATES, /* of states, their dealings and their peace           */
  SCOPE_DOUBT,  /* hardly: what is plainly theirs counts               */
  SCOPE_VIEW,   /* somebody argues: what somebody named has said counts */
  SCOPE_AFIELD, /* sport, markets, a city's affairs ...                */
  SCOPE_NOTHING /* and hardly a state in it: no sentence is read       */
} scope;

typedef struct reader {
  mh_arena *a;
  const mh_doc *doc;
  const mh_words *w;
  const mh_mentions *m;
  const mh_lexicon *lex;
  mh_day published;
  uint8_t *quoted;    /* [n_tokens] 1 inside quotation marks, MH_QUOTED_TOLD where they
                       * hold what may be told in the third person, see reported.c */
  uint32_t n_quoted;  /* how many are inside                         */
  uint32_t asks;      /* questions and cries outside                 */
  uint8_t *cls;       /* [n_tokens] mh_word_class of a word of grammar */
  uint8_t *cls_end;   /* [n_tokens] words of it; 0 inside one of several */
  uint64_t names[32]; /* a bit for each word that known_name() may know */
  name_apart apart[APART]; /* names told apart from their offices, as far as it was read */
  uint32_t n_apart;
  /* of the report */
  mh_codes parties;      /* the two (or more) in play                     */
  mh_codes play;         /* those of them who may act; none with who meets nobody */
  mh_codes three;        /* those and the third of a report of three; or none */
  bool joint;            /* it tells of a document or meeting of theirs   */
  bool common;           /* a document of theirs is told as one of both   */
  bool forum;            /* it tells of their forum, see forum.c          */
  bool opinion;          /* the author says "I": only who is named acts    */
  scope scope;           /* what kind of page it is                        */
  bool mixed;            /* of states, and of other things as well         */
  bool viewed;           /* told much like a column                        */
  bool bilateral;        /* they stand side by side: a counterpart, both ... */
  const char *top;       /* the state that is named most; NULL none        */
  const char *body;      /* whose assembly it tells of, see assembly.h; or NULL */
  const char *home;      /* the state at home in which the report is told; NULL unknown */
  const char *cabinet;   /* whose is a cabinet of no state told; NULL unknown */
  const char *realm;     /* the kingdom, sultanate ... that is named most  */
  const mh_codes *title; /* actors that the headline names; NULL none    */
  const mh_headline *headline;
  context context;
  /* running */
  mh_codes pair;      /* the last two or more who were named together  */
  uint32_t paired;    /* paragraph in which they were                   */
  mh_codes met;       /* the two who were told by name to have met last ... */
  const char *here;   /* the state in which the paragraph is told to be ... */
  uint32_t here_in;   /* ... the paragraph                              */
  mh_codes here_after; /* ... and who had acted last before it was       */
  uint32_t met_at;    /* ... and the paragraph                          */
  mh_codes host;      /* who told alone to have met somebody did so ... */
  const mh_frame *host_by; /* ... with the verb of these frames ...     */
  uint32_t host_at;   /* ... and the paragraph                          */
  mh_codes issued;    /* who told last in a statement ...              */
  uint32_t issued_at; /* ... and the token of its word                 */
  uint32_t listed_at; /* paragraph in which ...                       */
  mh_codes listed;    /* three who were named together last             */
  mh_codes four;      /* and four                                       */
  mh_codes fellows;   /* of whom two were who acted together last ...   */
  uint32_t fellows_at; /* ... and the paragraph                         */
  mh_codes agreed;    /* whose agreement was told last ...              */
  uint32_t deal;      /* ... and the word it was told with              */
  uint32_t paragraph; /* of the sentence that is read                   */
  uint32_t turn;      /* behind "for his part" at the sentence's head, 0 none */
  uint32_t acts;      /* acts found in this sentence so far             */
  uint32_t outer_at;  /* the word that tells what is told now, NO_TOKEN none */
  uint32_t reported;  /* behind the mark in which those who tell tell of themselves, or 0 */
  uint32_t named;     /* sentence in which somebody acted by name last  */
  uint32_t told;      /* where begins what the press tells of others, 0 nowhere */
  uint32_t met_in;    /* after the act word of the sentence's last meeting, 0 none */
  uint32_t told_in;   /* of the last statement put out                  */
  bool told_weak;     /* its file is a guess from weak terms            */
  uint32_t speech;    /* where begins what somebody is told to say, 0 nowhere */
  uint32_t spoke_in;  /* paragraph in which he does                     */
  mh_codes speaker;   /* who says it: "I", "we"                         */
  mh_codes declarer;  /* who says "we" in a declaration; see declares.c  */
  uint32_t declares;  /* after the "we" of this sentence that declares, 0 none  */
  bool resolver;      /* a resolution is told in its own words          */
  bool in_points;     /* ... until its points are over                  */
  uint32_t acted;     /* paragraph in which somebody acted last         */
  bool plain;         /* who acted by name last is plainly a political actor */
  mh_codes last;      /* who acted last                                */
  mh_codes last_one;  /* the last single actor who acted               */
  bool last_document;
  bool last_person; /* he who acted last by name is one person */
  bool last_many;   /* who acted last by an office are several    */
  mh_codes voice;   /* whose spokesman told last, else none: see voice.c   */
  struct {
    mh_codes codes;
    bool document;
  } by_gender[2]; /* who acted last, by the gender
                           the verb agreed with: 0 masculine, 1 feminine  */
  struct {
    mh_codes codes;
    bool feminine;
  } near;           /* the named subject of the last verb of the sentence, act or not */
  uint32_t when_end; /* the comma behind a clause of when at the head of the sentence; 0 none */
  bool by_her;      /* the last verb of an act was feminine */
  uint32_t press;   /* 1 + the paragraph in which the press told last, 0 none */
  uint8_t stranger; /* somebody who is no party acted last, by the gender of his verb */
  bool strange_said; /* ... and one of them said something                  */
  struct {
    struct told *at;
    uint32_t n, cap;
  } tellings; /* where meetings are told of: see meeting.h */
  side spoke; /* who acted last of each state, and as what */
  struct {
    act act;
    bool on, sentences; /* each point is a sentence without a mark of its own? */
  } list;               /* the act that an open list belongs to */
  act that_by; /* the last of this sentence that "that" leads on from; `that` 0 none */
  struct {
    act act;
    uint32_t left; /* sentences that may still go on with it */
  } said;          /* the last act that told "that ..."  */
  struct {
    act act;
    uint32_t left; /* sentences that may go on with it */
  } quoting;    /* the last act whose quotation ended a sentence, or goes on behind it */
  bool watched; /* what files are given for is kept */
  struct {
    mh_weighing *at;
    uint32_t n, cap;
  } weighings;
  /* found */
  struct {
    mh_statement *at;
    uint32_t n, cap;
  } out;
  struct {
    mh_meeting *at;
    uint32_t n, cap;
  } meetings;
} reader;

#include "grammar.h"

#include "who.h"

/* ---- teller.c */

/* "«...», said X", "as X said": the quotation before the clause of x is what was said. */
bool mh_statement__quote_before(const reader *r, act *x, uint32_t first);

/* ---- noun_too.c */

/* May the finite verb at i as well be a noun? */
bool mh_statement__may_be_noun(const reader *r, uint32_t i, uint32_t first);
/* Does only a verb stand where the word at i, of reading y and frame f, does? */
bool mh_statement__verb_behind(const reader *r, const mh_reading *y, const mh_frame *f,
                               uint32_t i, uint32_t first);

/* ---- clause.c */

/* Do these features speak for who speaks: the first person, in words that show it? */
bool mh_statement__first_person(uint32_t f);
/* Some reading of token i has the article. */
bool mh_statement__has_al(const reader *r, uint32_t i);
/* A noun that is said or weighed rather than one who says. */
bool mh_statement__abstract(const reader *r, uint32_t i);

/* Half of all tokens are no verbs, no words of acts, and lead to nothing that is said. */
static inline bool mh_statement__may_act(const reader *r, uint32_t i)
{
  const mh_glance *g = &r->w->glance[i];
  return (g->acts | (g->pos & 1u << MH_POS_VERB) | (r->cls[i] == MH_W_SOURCE) |
          (r->cls[i] == MH_W_AN) | (r->cls[i] == MH_W_CONJ) | (r->cls[i] == MH_W_AUX)) != 0;
}
/* Is token i an act word of the sentence [first, end)?  Fills *out up to its content. */
bool mh_statement__act_at(reader *r, uint32_t i, uint32_t first, uint32_t end, act *out);
/* Begin the act of the word at i in reading y. */
void mh_statement__start(const reader *r, act *x, uint32_t i, const mh_reading *y,
                         uint8_t form);
/* Pick the frame that the complement found behind token `from` fits best and set the act from
 * it. */
bool mh_statement__settle(const reader *r, act *x, uint32_t from, uint32_t end);

/* Is the verb with sa- at i nothing but that? */
bool mh_statement__only_ahead(const reader *r, uint32_t i);

/* ---- ahead.c */

/* Is the verb of reading y, told as to come, one of what befalls him or what he comes to see ("will
 * lose", "will see")? */
bool mh_statement__befalls(const reader *r, const mh_reading *y);

/* "but she will": does token i stand behind a conjunction whose pronoun takes up who acted last
 * in the sentence? */
bool mh_statement__goes_on(const reader *r, uint32_t i, uint32_t first);
/* Is token i what somebody will do himself? */
bool mh_statement__ahead(reader *r, uint32_t i, uint32_t first, uint32_t end, act *out);

/* ---- relative.c */

/* Is token i the verb of a relative clause of somebody named in the content of the act before
 * it, and an act of his? */
bool mh_statement__relative_act(reader *r, const act *outer, uint32_t i, uint32_t first,
                                uint32_t end, act *out);

/* ---- when_told.c */

/* idha, law, "in case": does the word at i begin a condition? */
bool mh_statement__condition(const reader *r, uint32_t i);
/* "said that ..., | to add that": what he who tells says next, told as if it were to come. */
bool mh_statement__said_next(reader *r, const act *outer, uint32_t i, uint32_t first,
                             uint32_t end, act *out);
/* Is token i the verb of what somebody named did, in a clause of when?  `outer` is the act
 * before it, or NULL. */
bool mh_statement__when_act(reader *r, const act *outer, uint32_t i, uint32_t first,
                            uint32_t end, act *out);

/* "said that the deal fell | after N. announced": may it be he of outer who tells what the
 * clause at p does?  Not where a comma parts it. */
bool mh_statement__told_too(const reader *r, const act *outer, uint32_t p,
                            uint32_t first);
/* The first comma, outside of quotations, in the content of x; 0 none. */
uint32_t mh_statement__to_comma(const reader *r, const act *x, uint32_t end);
/* Is the verb of reading y at i in the perfect, and somebody who is known named right behind
 * it, whose act it is?  Fills *x up to its content. */
bool mh_statement__named_does(reader *r, const mh_reading *y, uint32_t i, uint32_t first,
                              uint32_t end, act *x);

/* ---- own_again.c */

/* Does "as that", "and so" at token i lead an act of him who tells `outer`, or NULL? */
bool mh_statement__own_again(const reader *r, const act *outer, uint32_t i, uint32_t end,
                             act *out);

/* ---- and_that.c */

/* Remembers x where a "that" stands behind it. */
void mh_statement__note_that(reader *r, const act *x);
/* Does "and that" at token i, behind the act `outer` that has none, or NULL, go on with what is
 * told? */
bool mh_statement__that_too(const reader *r, const act *outer, uint32_t i, uint32_t end,
                            act *out);

/* ---- own_quoted.c */

/* Does one of the quoted one's own side, named beside it, do what the verb of reading y at i says
 * inside of the quotation? */
bool mh_statement__own_quoted(const reader *r, const mh_reading *y, uint32_t i);
/* The same of any verb of what is to come. */
bool mh_statement__ahead_quoted(const reader *r, const mh_reading *y, uint32_t i);
/* Is the quoted one among `some`, and he no mere OTHER? */
bool mh_statement__quoted_side(const reader *r, const mh_codes *some);
/* Does x, such an act, take the place of what `outer` quotes, for the few words before it only
 * lead in?  Its clause begins with them then. */
bool mh_statement__lead_quoted(const reader *r, const act *outer, act *x);
/* Is that so of any verb that token i may be? */
bool mh_statement__acts_quoted(const reader *r, uint32_t i);

/* ---- called_so.c */

/* Is token i the verb with which somebody named calls or says so what its relative stands
 * for? */
bool mh_statement__called_so(reader *r, const act *outer, uint32_t i, uint32_t first,
                             uint32_t end, act *out);

/* ---- upon.c */

/* Is token i an act noun of somebody named right behind it, where a phrase like "after" leads it
 * and `outer`, the act before it or NULL, tells nothing that it is part of? */
bool mh_statement__upon(reader *r, const act *outer, uint32_t i, uint32_t first,
                        uint32_t end, act *out);

/* ---- oneself.c: what somebody does in words of his own */

/* nahnu, ana. */
bool mh_statement__i_or_we(const reader *r, uint32_t i);
/* "(and) we call on", "for these reasons we do": where the clause begins that the verb in the
 * first person at i stands in, with "we" or a phrase put in front; NO_TOKEN none. */
uint32_t mh_statement__we_do(const reader *r, uint32_t i, uint32_t first);
/* Does the predicate at i say something of who speaks himself? */
bool mh_statement__of_oneself(const reader *r, uint32_t i, uint32_t first);
/* And the noun at i of what he is in ("in confidence that"). */
bool mh_statement__in_a_state(const reader *r, uint32_t i, uint32_t first);
/* "we are ready for": token i as such a predicate; fills *out up to its content. */
bool mh_statement__we_are(const reader *r, uint32_t i, uint32_t first, uint32_t end,
                          act *out);
/* Is it an act where one says of himself that he does it, though the verb alone is none? */
bool mh_statement__performs_self(const reader *r, const act *x);
/* "we spoke about": makes x a discussion; false when it is none. */
bool mh_statement__spoke_about(const reader *r, act *x);
/* "«we reject it», said N.": who is named behind the quotation that token i stands in. */
bool mh_statement__said_behind(const reader *r, uint32_t i, uint32_t first, uint32_t end,
                               subject *who);

/* "..., | as the minister said": does the word at i lead who told what stands before? */
bool mh_statement__as_told(const reader *r, uint32_t i, uint32_t first, uint32_t end);
/* ---- aside.c, participle.c: token i as such an act word; fill *out up to its content. */

bool mh_statement__participle(reader *r, uint32_t i, uint32_t first, uint32_t end,
                              act *out);
bool mh_statement__saying(reader *r, uint32_t i, uint32_t first, uint32_t end, act *out);
bool mh_statement__purpose(reader *r, uint32_t i, uint32_t first, uint32_t end, act *out);
bool mh_statement__according(const reader *r, uint32_t i, uint32_t first, uint32_t end,
                             act *out);
bool mh_statement__quoted_that(const reader *r, uint32_t i, uint32_t first, uint32_t end,
                               act *out);
/* What stands in marks behind "that" in the third person is no quotation (reported.c). */
void mh_statement__look_through(reader *r, const mh_sentence *s);
/* May who acts at token i, which stands in such marks, act there?  Else they are made plain
 * ones. */
void mh_statement__told_here(reader *r, uint32_t i);
/* "The agency quoted of the minister: «...»" (quoted_of.c). */
bool mh_statement__quoted_of(const reader *r, uint32_t i, uint32_t first, uint32_t end,
                             act *out);
bool mh_statement__came_in(reader *r, uint32_t i, uint32_t first, uint32_t end, act *out);

/* ---- complement.c */

/* The content of x begins at token `at`, as `led` says, behind what frame f takes; `gap`: something
 * stands between.  Always true. */
bool mh_statement__found(act *x, const mh_frame *f, uint32_t at, uint8_t led, bool gap);
/* Where the content of frames begins after token `from`: fills content, takes, gap. */
bool mh_statement__complement(const reader *r, act *x, uint32_t from, uint32_t end);
/* Is it a delegation, not a body that has a seat? */
bool mh_statement__delegation(const reader *r, const mh_actor *x);
/* Is token i "between"? */
bool mh_statement__between(const reader *r, uint32_t i);

/* ---- turned_on.c */

/* Is the noun at i what the talks behind it turned on ("the crisis was | the axis of the talks
 * that N. held with N.")?  Fills who talked and of what. */
bool mh_statement__axis(reader *r, uint32_t i, uint32_t first, uint32_t end, act *out);
/* Is token i the verb of "X topped | the talks of N. and N.", "X dominated (`ala) their talks"? */
bool mh_statement__topped(reader *r, uint32_t i, uint32_t first, uint32_t end, act *out);

/* ---- welcomed.c */

/* Is token i the word for receiving somebody in "was at the reception of | X N. of Y"? */
bool mh_statement__welcomed(reader *r, uint32_t i, uint32_t first, uint32_t end,
                            act *out);
/* "N. had (kana li-) talks with N." at token i. */
bool mh_statement__had(reader *r, uint32_t i, uint32_t first, uint32_t end, act *out);

/* ---- took_place.c */

/* "was held | a meeting between N. and N.": fills who met and the content of x. */
bool mh_statement__met_between(reader *r, act *x, uint32_t first, uint32_t end);
/* "(the session) was crowned | with the signing of": fills act and content of x. */
bool mh_statement__crowned(const reader *r, act *x, uint32_t end);
/* Who met at the meeting behind the verb of x; none where nobody tells. */
mh_codes mh_statement__who_met(reader *r, const act *x, uint32_t end);

/* ---- provided.c */

/* "arrives in N., where (`ala an) he is to | meet N.": is token i the verb of what who comes will
 * do there?  `outer` is the act before it, or NULL. */
bool mh_statement__provided(reader *r, const act *outer, uint32_t i, uint32_t first,
                            uint32_t end, act *out);

/* ---- leaves.c */

/* "left the country today | N.": past what somebody who is named behind it left; else token i. */
uint32_t mh_statement__past_left(const reader *r, uint32_t i, uint32_t end);
/* "left N. (after a visit)", "left for N.": adds whom x, who is of one state, visited or goes to;
 * false when nobody is told. */
bool mh_statement__leaves(const reader *r, act *x, uint32_t end);

/* ---- joint.c */

/* Those in play with who alone is told to act; nobody when he is none of them. */
mh_codes mh_statement__both(const reader *r, const mh_codes *who);
/* "that | the talks dealt with X" from token i: the act of those who met, *in with content. */
bool mh_statement__meeting_tells(const reader *r, const act *x, uint32_t i, uint32_t end,
                                 act *in);
/* "that | there is agreement on X" from token i: the act of both. */
bool mh_statement__there_is(const reader *r, const act *x, uint32_t i, uint32_t end,
                            act *in);
/* "held talks with N. | that dealt with X" at token i: a verb of discussing that agrees with the
 * meeting and stands behind those who met; they discussed.  noun: it may be a noun as well. */
bool mh_statement__dealt_with(reader *r, act *x, const mh_reading *y, uint32_t i,
                              uint32_t end, bool noun);

/* ---- inner.c */

/* The act noun after "was done" gives act and content; false when there is none. */
bool mh_statement__passive(const reader *r, act *x, uint32_t end);
/* "will remain | bound to": what one is and stays at token i; fills *in with content. */
bool mh_statement__stays(const reader *r, uint32_t i, uint32_t end, act *in);
/* The inner act at the content's start wins where grammar lets it. */
void mh_statement__inner(const reader *r, act *x, uint32_t end);
/* The outer act of x once more, with what stands inside at token `at`. (split.c) */
act mh_statement__again(const reader *r, const act *x, uint32_t at, uint32_t end);
/* Does a verb stand right behind "that" at i ("to do")? */
bool mh_statement__infinitive(const reader *r, uint32_t i);

/* ---- object.c */

/* Is token i negated by the word right before it? */
bool mh_statement__negated(const reader *r, uint32_t i);
/* Fill frames, n_frames, n_with of the word of reading y of token i. */
void mh_statement__frames(const reader *r, uint32_t i, const mh_reading *y, act *x);
/* An object after token `from` that makes the act: fills content, act, takes. */
bool mh_statement__object(const reader *r, act *x, uint32_t from, uint32_t end);
/* "sent | fifty tons": the numbers before the noun that the content begins with are of it. */
void mh_statement__counted(const reader *r, act *x, uint32_t from);
/* May who tells by frame `direct` have the noun at i as an object behind a setting: an act of
 * his own ("in a meeting with the press | his support for"), or what he stresses ("the importance
 * of")? */
bool mh_statement__weighty(const reader *r, const mh_frame *direct, uint32_t i);
/* Does "that it is", "as" with bi- stand right behind token i, where the word of x takes it? */
bool mh_statement__so_called(const reader *r, const act *x, uint32_t i, uint32_t end);
/* A word that judges praises or opposes by its content. */
void mh_statement__judge(const reader *r, act *x, uint32_t end);

/* ---- meeting_told.c, meeting.c */

/* Keep where sentence s, of which acts [n] were read, tells of meetings. */
mh_status mh_statement__tell(reader *r, const mh_sentence *s, act *acts, uint32_t n);
/* The meetings of the report, from all that was told. */
mh_status mh_statement__meetings(reader *r);

#include "steps.h"

#endif
