/* arabic - the possible readings of each token, and the phrases of the lexicon that stand
 * in a text.
 *
 * A word is looked up with its clitics taken off in every way that grammar allows; what is
 * found is kept side by side until a later room decides.  The lexicon is compiled from
 * data/ by tools/lexc.c.
 */
#ifndef MH_ARABIC_H
#define MH_ARABIC_H

#include "../base/base.h"
#include "../text/text.h"
#include "features.h"

/* Proclitics. */
enum {
  MH_PRO_WA = 1,
  MH_PRO_FA = 2,
  MH_PRO_BI = 4,
  MH_PRO_LI = 8,
  MH_PRO_KA = 16,
  MH_PRO_SA = 32,
  MH_PRO_AL = 64
};

/* Enclitics; ACC is the alef of the indefinite accusative. */
enum {
  MH_ENC_NONE,
  MH_ENC_HU,
  MH_ENC_HA,
  MH_ENC_HUMA,
  MH_ENC_HUM,
  MH_ENC_HUNNA,
  MH_ENC_NA,
  MH_ENC_YA,
  MH_ENC_KA,
  MH_ENC_KUM,
  MH_ENC_ACC
};

/* One way to read a token; of a text's words there are many, so it is small. */
typedef struct mh_reading {
  uint32_t feats : 17; /* MH_F_*                                        */
  uint32_t word : 15;  /* into lex->words; 0: only a piece of phrases   */
  uint16_t sym;        /* the stem's number in phrases; 0: in none      */
  uint8_t pro;         /* MH_PRO_* that came off the front              */
  uint8_t enc;         /* MH_ENC_* that came off the end                */
} mh_reading;

#define MH_READINGS_MAX 12 /* of one token                 */
#define MH_READINGS_FEW 3  /* most tokens have no more     */

/* Classes of words of grammar (data/particles.tsv), one each. */
typedef enum mh_word_class {
  MH_W_NONE,
  MH_W_PREP,    /* preposition: fi, ila, `ala, `an, min, ma`a, bayna, hawla ...   */
  MH_W_AN,      /* that: an, anna, inna                                          */
  MH_W_REL,     /* relative pronoun                                              */
  MH_W_CONJ,    /* opens a clause of its own: kama, haythu, idh, baynama ...     */
  MH_W_AND,     /* joins parts: aw, thumma, fadlan `an, kadhalika ...            */
  MH_W_SUB,     /* opens a subordinate clause: `indama, ba`dama, li'anna, idha   */
  MH_W_NEG,     /* la, lam, lan, laysa, ghayr                                    */
  MH_W_FUT,     /* sawfa                                                         */
  MH_W_QAD,     /* qad                                                           */
  MH_W_PRON,    /* independent pronoun: huwa, hiya, hum ...                      */
  MH_W_DEM,     /* demonstrative: hadha, dhalika ...                             */
  MH_W_AUX,     /* kana and its sisters, also tamma, jara                        */
  MH_W_PURPOSE, /* li, kay, hatta, min ajl, bi-hadaf                             */
  MH_W_OTHER,
  MH_W_AGAIN,  /* once more, anew: what is done was done before              */
  MH_W_DET,    /* any, every, all, some: a noun phrase begins with it        */
  MH_W_SOURCE, /* according to: who says so follows                          */
  MH_W_SUCH,   /* examples follow: including, such as, in particular         */
  MH_W_RESULT, /* which, of all that was said: mimma, al-amr alladhi            */
  MH_W_AMID,   /* preposition of when or amid what: during, after, in light of */
  MH_W_MANNER, /* in a way that the adjective behind it tells                */
  MH_W_HOUR,   /* a part of a day, when the day stands behind it: morning, day  */
  MH_W_TELLER, /* a phrase with which who tells adds his own: in an allusion to, without saying */
  MH_W_AFTER,   /* preposition of when: after, before; otherwise as AMID */
  MH_W_PERHAPS, /* what follows is only thought possible: perhaps             */
  MH_W_WHILE,   /* preposition of what else goes on, or speaks against it; else as AMID */
  MH_W_TONGUE,  /* preposition of whose words are told: by the tongue of; else as AMID  */
  MH_W_LEVEL,   /* preposition of the rank of those who act or meet; else as AMID     */
  MH_W_EVALUATION, /* a noun that weighs what follows: importance, need, necessity */
  MH_W_CHANCE,     /* one that says of it what it may do or is like: ability, chance */
  MH_W_BODY,       /* a noun of those for whom somebody speaks: people, movement */
  MH_W_GOOD,       /* a noun or adjective that speaks for what it is said of      */
  MH_W_ILL,        /* one that speaks against it                                 */
  MH_W_DUE,        /* one whose lack alone says something: "not responsible"     */
  MH_W_LASTING,    /* one of what goes on: "the going on of its support"          */
  MH_W_FILE,       /* a noun by which a file goes on: the agreement, the crisis  */
  MH_W_ATTRIBUTE,  /* an adjective of who holds an office: acting, elected       */
  MH_W_FORMER,     /* one that says that he held it once                         */
  MH_W_SPEECH,     /* a noun of what is said or written: statement, speech       */
  MH_W_ACCOUNT,    /* one of what somebody gives out as so: report, figures, estimate */
  MH_W_MEDIUM, /* a channel by which, or a seat where, one tells: account, page, office */
  MH_W_STANCE, /* a noun of what one holds: position, view                   */
  MH_W_MOMENT, /* a noun of time that a clause may tell of: "at a time when" */
  MH_W_RULE,   /* a noun of what binds: law, charter, condition               */
  MH_W_MOST,   /* what is more than all others: the greatest, the latest */
  MH_W_OFFICIAL, /* an adjective of who speaks for his state: official, governmental */
  MH_W_COIN    /* a unit of money: whose it is, is no file                */
} mh_word_class;

/* Does a noun of class cls stand before what it is about, as a head that goes on with it? */
static inline bool mh_weighs(unsigned cls)
{
  return cls == MH_W_EVALUATION || cls == MH_W_CHANCE;
}

/* How an act word takes what is said (data/act-words.tsv). */
enum {
  MH_TAKES_OBJECT = 1,
  MH_TAKES_AN = 2,
  MH_TAKES_ALA = 4,
  MH_TAKES_AN_PREP = 8 /* `an */,
  MH_TAKES_ILA = 16,
  MH_TAKES_BI = 32,
  MH_TAKES_LI = 64,
  MH_TAKES_FI = 128,
  MH_TAKES_MIN = 256,
  MH_TAKES_MAA = 512,
  MH_TAKES_DIDD = 1024,
  MH_TAKES_QUOTE = 2048,
  MH_TAKES_HAWLA = 4096,
  MH_TAKES_NOT = 8192 /* holds where the act word is negated, and only there */
};

/* What an act word does for the act. */
typedef enum mh_frame_kind {
  MH_FRAME_ACT,     /* performs its act                                                */
  MH_FRAME_LIGHT,   /* its complement performs: express, reveal; else its own act      */
  MH_FRAME_RENEW,   /* like LIGHT, and says that it is a repetition                    */
  MH_FRAME_MEET,    /* an event word: only with a meeting word as object or subject    */
  MH_FRAME_PASSIVE, /* "was done": the act noun that follows performs, nobody is named  */
  MH_FRAME_WEAK,    /* performs only where an actor stands by it (nouns of common use) */
  MH_FRAME_JUDGE,   /* praises or opposes by how it calls its object; else its own act */
  MH_FRAME_MUTE     /* no act: whoever declines to comment takes no stand               */
} mh_frame_kind;

/* How those meet who perform an act. */
typedef enum mh_event {
  MH_EVENT_NONE,
  MH_EVENT_TALKS, /* face to face                     */
  MH_EVENT_VISIT, /* one goes where the other is      */
  MH_EVENT_CALL,  /* by telephone                     */
  MH_EVENT_HELD,  /* as the noun says that is its object: "intends a visit" */
  MH_EVENT_OFF,   /* what that noun says does not take place: "cancelled"   */
  MH_EVENT_HOST,  /* its subject is where what that noun says takes place   */
  MH_EVENT_LEFT   /* its object is where one was, or from where he goes there */
} mh_event;

typedef struct mh_frame {
  uint16_t takes; /* MH_TAKES_*    */
  uint8_t act;    /* mh_act        */
  uint8_t kind;   /* mh_frame_kind */
  uint8_t event;  /* mh_event      */
  uint16_t with;  /* words of which one must be its object, see mh_lex_with(); 0: any */
} mh_frame;

typedef struct mh_word {
  const char *lemma;
  uint16_t frame, n_frames; /* into lex->frames: the plain ones first, then ...      */
  uint8_t cls;              /* mh_word_class                                        */
  uint8_t n_with, n_not;    /* ... those with certain objects, then the negated ones */
} mh_word;

/* What a phrase means. */
typedef enum mh_phrase_kind {
  MH_PH_ACTOR,      /* name of an actor: value into lex->actors                 */
  MH_PH_ADJ,        /* adjective of an actor: value into lex->actors            */
  MH_PH_CAPITAL,    /* a capital: value into lex->actors (also an MH_PH_PLACE)  */
  MH_PH_ORGAN,      /* organ of a state: value into lex->organs                 */
  MH_PH_OFFICE,     /* title or office: value into lex->offices                 */
  MH_PH_PERSON,     /* known person: value into lex->people                     */
  MH_PH_PLACE,      /* value into lex->places                                   */
  MH_PH_ROLE,       /* value is an mh_role_kind                                 */
  MH_PH_TOPIC,      /* value: topic | weight << 16; topic is its line, 0-based  */
  MH_PH_INSTRUMENT, /* value into lex->instruments                              */
  MH_PH_MEETING,    /* value into lex->meetings                                 */
  MH_PH_MONTH,      /* value: calendar << 8 | number 1..12                      */
  MH_PH_TIME,       /* value into lex->times                                    */
  MH_PH_NUMBER,     /* value: kind << 24 | number; kind: 0 cardinal, 1 ordinal  */
  MH_PH_GRAMMAR,    /* several words that work as one: value is an mh_word_class */
  MH_PH_SCOPE,      /* value: mh_scope_field | weight << 16                      */
  MH_PH_KINDS
} mh_phrase_kind;

enum { MH_CAL_GREGORIAN, MH_CAL_HIJRI };

typedef enum mh_actor_kind { MH_ACTOR_STATE, MH_ACTOR_ORG, MH_ACTOR_GROUP } mh_actor_kind;
typedef struct mh_actor_row {
  const char *code, *english, *arabic;
  const char *capital; /* English name of the capital; NULL none */
  const char *home;    /* the state a group acts in; NULL none   */
  uint8_t kind;        /* mh_actor_kind */
  bool own;            /* it speaks for its home: that is no third state to it */
} mh_actor_row;
typedef struct mh_organ_row {
  const char *code; /* NULL: of whatever state is named */
  const char *kind;
} mh_organ_row;
typedef struct mh_office_row {
  const char *kind;
  const char *code; /* the only state that has it; NULL: any may */
  uint8_t level;
} mh_office_row;
typedef struct mh_person_row {
  const char *code, *office;
  int16_t from, to;
  uint16_t more; /* rows behind it of the same person, of other states or bodies */
} mh_person_row;
typedef struct mh_place_row {
  const char *english, *country;
} mh_place_row;
typedef struct mh_instrument_row {
  const char *id, *kind;
  int16_t topic; /* -1 none */
} mh_instrument_row;
typedef struct mh_meeting_row {
  const char *kind;
  uint8_t level;
} mh_meeting_row;
/* Classes of data/time-words.tsv. */
typedef enum mh_time_class {
  MH_TC_NONE,
  MH_TC_WEEKDAY,
  MH_TC_RELATIVE,
  MH_TC_UNIT,
  MH_TC_DUAL,
  MH_TC_PLURAL,
  MH_TC_LAST,
  MH_TC_NEXT,
  MH_TC_CURRENT,
  MH_TC_RECENT,
  MH_TC_THIS,
  MH_TC_SAME,
  MH_TC_PART,
  MH_TC_SEASON,
  MH_TC_ERA,
  MH_TC_SAME_DAY,
  MH_TC_ON,
  MH_TC_BEFORE_YEAR,
  MH_TC_OF_YEAR,
  MH_TC_EVENT,
  MH_TC_NAME,
  MH_TC_NAME_LEAD,
  MH_TC_WEAK_MONTH,
  MH_TC_GENERAL,
  MH_TC_FUTURE_SIGN,
  MH_TC_DAY_TITLE,
  MH_TC_YEAR_KIND,
  MH_TC_COUNT
} mh_time_class;
typedef struct mh_time_row {
  uint8_t cls; /* mh_time_class */
  int32_t value;
} mh_time_row;

/* Words that stand for parties (data/roles.tsv: stands_for). */
typedef enum mh_role_kind {
  MH_ROLE_BOTH,        /* both, the parties in play          */
  MH_ROLE_MINISTERS,   /* the (two) ministers, chairs        */
  MH_ROLE_DOCUMENT,    /* the statement, the communique      */
  MH_ROLE_COUNTERPART, /* his counterpart                    */
  MH_ROLE_SIDE,        /* the ... side (an adjective tells)  */
  MH_ROLE_SELF,        /* his country, his government        */
  MH_ROLE_MEETING,     /* the dialogue, the meeting itself as subject */
  MH_ROLE_NOBODY,      /* press, witnesses, experts: they speak, but for no party */
  MH_ROLE_PERSON,      /* the minister, the president alone: who was named last */
  MH_ROLE_THREE,       /* the three states, parties, ministers */
  MH_ROLE_LATTER,      /* the latter, right behind a verb: who was named last */
  MH_ROLE_PAPER,  /* a statement issued by one: as DOCUMENT, but never of both for it */
  MH_ROLE_REPORT, /* a report: of whom it was told to be, else as NOBODY */
  MH_ROLE_PEERS,  /* his counterparts, two or more: as COUNTERPART */
  MH_ROLE_FOUR    /* the four states, parties, ministers */
} mh_role_kind;

/* What a report may be about that is no matter of states (data/scope-terms.tsv). */
typedef enum mh_scope_field {
  MH_SCOPE_SPORT,
  MH_SCOPE_BUSINESS,
  MH_SCOPE_CULTURE,
  MH_SCOPE_EDUCATION,
  MH_SCOPE_HEALTH,
  MH_SCOPE_LOCAL, /* municipalities, charities, festivities, services */
  MH_SCOPE_INCIDENT /* accidents, crime, weather                        */,
  MH_SCOPE_SCIENCE,
  MH_SCOPE_RELIGION,
  MH_SCOPE_ESSAY, /* words of a writer who argues */
  MH_SCOPE_FIELDS
} mh_scope_field;

/* One phrase found. */
typedef struct mh_match {
  uint32_t first, end; /* tokens [first, end)             */
  uint32_t value;
  uint8_t kind; /* mh_phrase_kind                   */
  uint8_t pro;  /* proclitics of the first token    */
  uint8_t enc;  /* enclitic of the last token       */
  uint8_t spare;
} mh_match;

struct mh_lexicon; /* inside.h; compiled */

/* What the readings and phrases of a token hold, at a glance: most questions about a token
 * are answered with no before its readings are looked at.  Eight bytes: it is copied and
 * asked as one. */
typedef struct mh_glance {
  _Alignas(uint64_t) uint16_t kinds; /* 1 << mh_phrase_kind of each that begins here */
  uint8_t pos;     /* 1 << MH_POS_* of each reading that has a word          */
  uint8_t acts;    /* the same, of those only whose word has frames          */
  uint8_t cls;     /* mh_word_class of its first reading as a particle       */
  bool opens : 1;  /* a reading of it is the first word of phrases           */
  bool ahead : 1;  /* a reading of it is a verb with sa-: it will            */
  bool meets : 1;  /* a reading of it is a verb with a frame of an event, see
                     mh_frame, or one that takes a word for a meeting         */
  bool number : 1; /* it is a number in digits                               */
  bool me : 1;     /* all its readings are verbs with frames that one says of
                      himself now: "I believe"                                */
  uint8_t n;       /* readings                                                */
  uint8_t n_alone; /* what the word means as a phrase by itself               */
} mh_glance;

/* Has g a bit of any field of `those`?  In one step, where `those` is known to the compiler. */
static inline bool mh_glance_any(const mh_glance *g, mh_glance those)
{
  uint64_t a, b;
  memcpy(&a, g, sizeof a);
  memcpy(&b, &those, sizeof b);
  return (a & b) != 0;
}

/* All that a word can be, wherever it stands; 64 bytes, a line of the cache. */
typedef struct mh_sense {
  const mh_reading *readings; /* [glance.n]; few stand in `few`                     */
  const mh_match *alone;      /* [glance.n_alone] what it means as a phrase of one word,
                                 with first 0 and end 1; one may be read always    */
  uint64_t opens;   /* where phrases lead on from it: phrase.c                 */
  uint64_t joins;   /* where they lead on to it                 */
  mh_glance glance; /* kinds: those of `alone`                           */
  mh_reading few[MH_READINGS_FEW];
} mh_sense;

typedef struct mh_words {
  const mh_lexicon *lex;
  const mh_sense **senses; /* [n_tokens]; mh_words_reading() asks them    */
  mh_match *matches;       /* by first token, then kind; the longest of each kind at each
                          place, nested ones of other kinds too */
  uint32_t *match_first;   /* [n_tokens + 1]: matches that begin at token i */
  uint32_t n_matches;
  mh_glance *glance; /* [n_tokens + 1]; the last one is empty */
} mh_words;

/* Read all tokens of doc. */
mh_status mh_arabic_read(mh_words *out, mh_arena *a, const mh_doc *doc,
                         const mh_lexicon *lex);

/* The vocabulary of texts read before, and what its words can be, for who reads text after
 * text.  What is read is the same with it and without. */
typedef struct mh_memo mh_memo;

/* An empty one, 20 MB at most as it fills; NULL when there is no memory. */
mh_memo *mh_arabic_memo(mh_arena *a);
/* Cut what is to be read with it with this. */
mh_vocabulary *mh_memo_vocabulary(mh_memo *memo);
/* It holds as many words as it can, and they are not those that come. */
bool mh_memo_full(const mh_memo *memo);
/* The same as mh_arabic_read(); memo NULL: none. */
mh_status mh_arabic_read_with(mh_words *out, mh_arena *a, const mh_doc *doc,
                              const mh_lexicon *lex, mh_memo *memo);

/* Who has been in the service of several is of whom he served in that year (0: not known) where a
 * row says so, and else as he was read. */
void mh_words_in_office(mh_words *w, int year);

/* Rows of the lexicon. */
const mh_word *mh_lex_word(const mh_lexicon *lex, uint32_t word);
const mh_frame *mh_lex_frames(const mh_lexicon *lex,
                              const mh_word *w); /* [w->n_frames] */
/* Is word one of those that frame f asks for as its object? */
bool mh_lex_with(const mh_lexicon *lex, const mh_frame *f, uint32_t word);
const mh_actor_row *mh_lex_actor(const mh_lexicon *lex, uint32_t i);
/* The row of a code; where several bear it (a party that speaks for its state), the
 * state's own.  NULL: unknown. */
const mh_actor_row *mh_lex_actor_by_code(const mh_lexicon *lex, const char *code);
const mh_organ_row *mh_lex_organ(const mh_lexicon *lex, uint32_t i);
const mh_office_row *mh_lex_office(const mh_lexicon *lex, uint32_t i);
const mh_person_row *mh_lex_person(const mh_lexicon *lex, uint32_t i);
/* Is the word, as it stands, a person's given name too? */
bool mh_lex_given_name(const mh_lexicon *lex, mh_key word);
const mh_place_row *mh_lex_place(const mh_lexicon *lex, uint32_t i);
const mh_instrument_row *mh_lex_instrument(const mh_lexicon *lex, uint32_t i);
const mh_meeting_row *mh_lex_meeting(const mh_lexicon *lex, uint32_t i);
const mh_time_row *mh_lex_time(const mh_lexicon *lex, uint32_t i);

/* How many readings token i has, and the k-th of them. */
static inline uint32_t mh_words_readings(const mh_words *w, uint32_t token)
{
  return w->glance[token].n;
}
static inline const mh_reading *mh_words_reading(const mh_words *w, uint32_t token,
                                                 uint32_t k)
{
  return &w->senses[token]->readings[k];
}

/* Does nobody know the word of the token: no reading, and no phrase begins with it? */
static inline bool mh_words_unknown(const mh_words *w, uint32_t token)
{
  return w->glance[token].n == 0 && w->match_first[token] == w->match_first[token + 1];
}

/* The match of a kind that begins at token i, NULL when there is none. */
static inline const mh_match *mh_words_match(const mh_words *w, uint32_t token,
                                             mh_phrase_kind kind)
{
  if (!(w->glance[token].kinds >> kind & 1)) return NULL;
  const mh_match *m = &w->matches[w->match_first[token]];
  while (m->kind != kind) m++;
  return m;
}

#endif
