/* statement - who said or did what, about which file, with the words as proof; and the
 * meetings the report is about.
 *
 * Takes the findings of the rooms before; gives the statements and meetings of a record.
 * Diplomatic Arabic is formulaic: an act word opens a clause, its subject follows, precedes
 * or is carried on, and its content runs to the next act or the clause's end.
 */
#ifndef MH_STATEMENT_H
#define MH_STATEMENT_H

#include "../mention/mention.h"

typedef struct mh_findings {
  const mh_statement *statements;
  const mh_meeting *meetings;
  uint32_t n_statements, n_meetings;
} mh_findings;

/* A file that a statement might be on, and what speaks for and against it. */
typedef struct mh_weighing {
  uint32_t statement;  /* which, from 0 on                               */
  const char *file;    /* a topic's id, or a state's code                */
  uint32_t holds;      /* bit i: ground i of mh_statement_file_ground()  */
  int words;           /* what the content's words say of it, in tenths of a logit */
  uint32_t first, end; /* the tokens of the content                      */
  bool state;          /* grounds of a state's file, else of a topic     */
} mh_weighing;

/* What stands over a report: the words of its headline and the actors that these name, in
 * their order; and the line that tells who wrote it, and often where. */
typedef struct mh_headline {
  const mh_words *w; /* NULL: the report has none */
  mh_codes codes;
  const mh_doc *byline; /* NULL: the report has none */
  const mh_words *byline_w;
  const char *home; /* the state whose own agency or outlet tells; NULL unknown */
} mh_headline;

/* Read all sentences of doc; title may be NULL.  Everything in *out lives in `a` or the
 * lexicon. */
mh_status mh_statement_read(mh_findings *out, mh_arena *a, const mh_doc *doc,
                            const mh_words *w, const mh_mentions *m, mh_day published,
                            const mh_headline *title);

/* The same, and all files that were weighed, for fitting what they are weighed by. */
mh_status mh_statement_weighings(mh_findings *out, const mh_weighing **weighings,
                                 uint32_t *n, mh_arena *a, const mh_doc *doc,
                                 const mh_words *w, const mh_mentions *m,
                                 mh_day published, const mh_headline *title);
/* Token i as data/word-points.tsv has it: its letters without conjunction, preposition and
 * article, five bits each; 0 where it says nothing, or names a state. */
uint64_t mh_statement_word(const mh_doc *doc, const mh_words *w, uint32_t i);
/* What a file is weighed by: the id of ground i; NULL past the end. */
const char *mh_statement_file_ground(bool state, size_t i);

/* The sentences that hold an act word and an actor and gave none of the known statements.
 * All in *out lives in `a` or the lexicon. */
mh_status mh_statement_uncoded(const mh_uncoded **out, uint32_t *n, mh_arena *a,
                               const mh_doc *doc, const mh_words *w, const mh_mentions *m,
                               const mh_statement *known, uint32_t n_known);

/* The closed lists, for the library's names. */
size_t mh_statement_acts(void);
/* Field k of act i: 0 id, 1 English, 2 Arabic, 3 PLOVER, 4 CAMEO, 5 weight. */
const char *mh_statement_act(size_t i, int k);
/* What confidences rest on. */
size_t mh_statement_grounds(void);
const char *mh_statement_ground(size_t i);
size_t mh_statement_topics(void);
/* Field k of topic i: 0 id, 1 group, 2 English, 3 Arabic, 4 IPTC. */
const char *mh_statement_topic(size_t i, int k);

#endif
