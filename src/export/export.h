/* export - what was read, and the register, in the forms other people and programs take:
 * JSON, JSON Lines, CSV, one printable page.
 *
 * mh_report_json, mh_view_json and mh_view_html are in mahdar.h; here is what the command
 * line and the server use besides.  Nothing here opens a file or asks the clock: all is
 * appended to an mh_out, whose status tells at the end whether memory sufficed.
 */
#ifndef MH_EXPORT_H
#define MH_EXPORT_H

#include "../base/base.h"

/* ---- records ---------------------------------------------------------------- */

/* Append the report as mahdar.record/1, one line without its end.  scratch is reset and
 * used again; one for each thread. */
mh_status mh_record_write(mh_out *o, const mh_report *r, mh_arena *scratch);

/* Append the sentences that gave no statement (mh_report_uncoded) as mahdar.uncoded/1, one
 * object a line.  line: the report's line in JSON Lines, 0 none. */
mh_status mh_jsonl_uncoded(mh_out *o, mh_report *r, uint64_t line, mh_arena *scratch);
/* The article of a report that was taken or read as mahdar.article/1, with a line end; line is
 * that of JSON Lines, 0 none. */
mh_status mh_article_write(mh_out *o, const mh_report *r, uint64_t line,
                           mh_arena *scratch);

/* ---- rows --------------------------------------------------------------------- */

/* Where a statement stands in the register; both NULL outside of a round. */
typedef struct mh_csv_place {
  const char *series; /* "KWT-USA/strategic-dialogue" */
  const char *round;  /* "5"                          */
} mh_csv_place;

/* CSV (RFC 4180, CRLF).  The head begins with a byte order mark, by which spreadsheets know
 * UTF-8.  A row of statements has every fact of the evidence; several values in one field
 * are parted by "; ". */
void mh_csv_statements_head(mh_out *o);
void mh_csv_statement(mh_out *o, mh_csv_place place, const char *topic,
                      const mh_evidence *e);
void mh_csv_rounds_head(mh_out *o);
void mh_csv_rounds(mh_out *o, const mh_series *s);

/* A statement as one JSON object with its line end; topic NULL leaves series, round and
 * topic out. */
void mh_jsonl_statement(mh_out *o, mh_csv_place place, const char *topic,
                        const mh_evidence *e);
/* Every round of the series as one object a line. */
void mh_jsonl_rounds(mh_out *o, const mh_series *s);

/* ---- words for people ----------------------------------------------------------- */

/* A word of src/export/words.tsv; borrowed, not NUL-terminated.  A key that is not there
 * gives itself. */
typedef struct mh_label {
  const char *at;
  size_t len;
} mh_label;

mh_label mh_label_of(const char *key, bool arabic);
void mh_label_put(mh_out *o, const char *key, bool arabic);
/* The label of "PREFIX.KEY", else KEY. */
mh_label mh_label_in(const char *prefix, const char *key, bool arabic);

/* "27 January 2022", "January 2022", "2022"; what is no date is given as it is. */
void mh_date_put(mh_out *o, const char *date, bool arabic);
/* "fifth round", "round 23", "round of 24 November 2020". */
void mh_round_put(mh_out *o, const mh_round *r, bool arabic);
/* "Strategic dialogue: Kuwait, United States". */
void mh_series_put(mh_out *o, const mh_series *s, bool arabic);
/* Names of actors, parted by a comma of the language. */
void mh_actors_put(mh_out *o, const char *const *codes, uint32_t n, bool arabic);
/* "also in A, B, C (updated)": the outlets that carry the same text, each once; nothing when
 * no other outlet does and its own has not updated it. */
void mh_carried_put(mh_out *o, const mh_evidence *e, bool arabic);
/* A place's name in the language, where data/ has it; else as given. */
mh_label mh_place_label(const char *english, bool arabic);
/* PLOVER and CAMEO code of an act after data/acts.tsv; empty when it has none. */
mh_label mh_act_plover_label(mh_act act);
mh_label mh_act_cameo_label(mh_act act);

/* ---- changed words ---------------------------------------------------------------- */

/* Called for one stretch of the quotation after the other. */
typedef void mh_each_stretch(void *user, const char *at, size_t len, bool changed);

/* Cut quote into stretches that are among the words and stretches that are not.  Words are
 * compared folded (marks, tatweel, spellings of alef, ya, ta marbuta), with and without
 * the particles that Arabic joins to a word's head. */
void mh_changed_words(const char *quote, const char *const *words, uint32_t n,
                      mh_each_stretch *each, void *user);

#endif
