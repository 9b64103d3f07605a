/* mahdar.h - the public library of Mahdar: read Arabic reports of diplomatic
 * dialogues, keep the register of what was said, compare two rounds.
 *
 * The only header other programs include.  Owners are opaque (mh_report,
 * mh_lexicon, mh_store, mh_view), facts are open structs.
 *
 * Ownership.  What a function returns as a pointer is borrowed from its owner
 * and lives as long as the owner does.  What comes through `out` is yours and
 * has its own _free, which takes NULL.
 *
 * Failure.  A function that can fail returns mh_status; the result comes
 * through `out` (first), detail through `err` (last, may be NULL).  On failure
 * *out is NULL or zero.  There is no global error state and nothing is printed.
 *
 * Threads.  Reading keeps no state: any number of threads may read at once with
 * one lexicon.  An mh_store belongs to one thread at a time; any number of
 * processes may have the same store open (one writes, many read).
 *
 * Text is UTF-8.  Spans are bytes into the report's text; JSON output counts
 * Unicode code points, as W3C Web Annotation does.
 */
#ifndef MAHDAR_H
#define MAHDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define MH_VERSION "0.1.0"

#if defined(__GNUC__)
#define MH_API __attribute__((visibility("default")))
#else
#define MH_API
#endif

/* ---- status and error ------------------------------------------------- */

typedef enum mh_status {
  MH_OK = 0,
  MH_ENOMEM,    /* no memory, or a report's memory budget is used up           */
  MH_EEMPTY,    /* nothing to read in the input                                */
  MH_EENCODING, /* not UTF-8; err->at is the first bad byte                    */
  MH_EFORMAT,   /* not in the format it should be in                           */
  MH_ELIMIT,    /* larger or deeper than a stated limit                        */
  MH_ENOINPUT,  /* no such file                                                */
  MH_EIO,       /* reading or writing failed (disk full, permissions, ...)     */
  MH_ESTORE,    /* not a store, a damaged one, or one of a later version       */
  MH_EBUSY,     /* another process is writing; try again                       */
  MH_ENOTFOUND, /* no such series, round, report ...                           */
  MH_EUSAGE     /* an argument that makes no sense (a date that is none, ...)  */
} mh_status;

/* What went wrong.  `at` and `line` are positions in the input where they are
 * known (byte, 0-based; line, 1-based), else 0. */
typedef struct mh_error {
  mh_status code;
  uint64_t at;
  uint64_t line;
  char text[256]; /* one English line without a full stop, NUL-terminated */
} mh_error;

/* A word for a status: "bad encoding".  Never NULL. */
MH_API const char *mh_status_text(mh_status s);

/* The library's version, MH_VERSION of the build. */
MH_API const char *mh_version(void);

/* ---- facts ------------------------------------------------------------ */

/* A stretch of the report's text: bytes, 0-based, end = at + len. */
typedef struct mh_span {
  uint32_t at;
  uint32_t len;
} mh_span;

/* An act of data/acts.tsv, by its line there, 0-based. */
typedef int32_t mh_act;

typedef enum mh_mention_kind {
  MH_MENTION_COUNTRY,
  MH_MENTION_ORGANISATION,
  MH_MENTION_GROUP,
  MH_MENTION_PERSON,
  MH_MENTION_PLACE,
  MH_MENTION_DATE,
  MH_MENTION_INSTRUMENT,
  MH_MENTION_QUANTITY
} mh_mention_kind;

/* Somebody or something the text names. */
typedef struct mh_mention {
  mh_span span;
  mh_mention_kind kind;
  const char *id;    /* code of the actor or instrument, city's country; NULL unknown */
  const char *value; /* TIMEX3 value of a date, name in English of a place; else NULL  */
  mh_span role;      /* a person's office in the text; len 0 when there is none        */
} mh_mention;

/* A meeting the report is about. */
typedef struct mh_meeting {
  mh_span span;               /* where the text tells of it                           */
  const char *const *parties; /* [n_parties] actor codes, sorted                      */
  uint32_t n_parties;
  uint32_t n_chairs;
  const mh_span *chairs; /* [n_chairs] names as written                          */
  const char *kind;      /* "strategic-dialogue", "talks", "summit", "visit" ... */
  const char *date;      /* TIMEX3: "2022-01-26", "2021"; NULL unknown            */
  const char *place;     /* English name of the city, else country; NULL unknown */
  uint32_t ordinal;      /* fifth = 5; 0 unknown                                 */
  bool next;             /* announced for later                                  */
} mh_meeting;

/* One actor who performs an act. */
typedef struct mh_speaker {
  const char *id; /* code: "KWT", "UN", "OTHER" */
  mh_span role;   /* office as written; len 0 none */
  mh_span person; /* name as written; len 0 none   */
} mh_speaker;

/* One thing that actors are reported to have said or done. */
typedef struct mh_statement {
  mh_act act;
  mh_span trigger;            /* the word that shows the act                       */
  mh_span content;            /* what was said, without the act word; never empty  */
  mh_span reporter;           /* who relays it when not the speaker; len 0 none    */
  const mh_speaker *speakers; /* [n_speakers], sorted by id; 1 or more             */
  const char *const *topics;  /* [n_topics], main one first                        */
  const char *const *about;   /* [n_about] actors that the content names           */
  const char *const *refs;    /* [n_refs] instruments                              */
  const char *plover;         /* PLOVER event type, NULL none                      */
  const char *cameo;          /* CAMEO root code                                   */
  uint16_t n_speakers, n_topics, n_about, n_refs;
  bool renewed;      /* the act says that it is a repetition */
  bool quoted;       /* the content is in quotation marks    */
  double confidence; /* 0..1; below 0.5 ask a person    */
  uint32_t grounds;  /* what the confidence rests on: see mh_ground_id() */
} mh_statement;

/* What an act word is where it stands; a verb tells most surely that somebody acts. */
typedef enum mh_word_form {
  MH_WORD_NONE,
  MH_WORD_VERB,
  MH_WORD_PARTICIPLE, /* "stressing"                                             */
  MH_WORD_NOUN        /* "condemnation", and what may be a verb or a noun        */
} mh_word_form;

/* A sentence that holds an act word and an actor and gave no statement: what a person
 * looks at to know what was missed.  Many rightly gave none (background, what somebody
 * else is said to have done). */
typedef struct mh_uncoded {
  mh_span sentence;
  mh_span trigger;          /* the act word                                         */
  mh_span actor;            /* the actor nearest to it, with office and name        */
  const char *const *codes; /* [n_codes] of that actor; none: not known or a role   */
  uint32_t n_codes;
  mh_word_form form; /* of the act word                                      */
  mh_act act;        /* what the word tells where nothing else decides       */
} mh_uncoded;

/* ---- lexicon and acts -------------------------------------------------- */

typedef struct mh_lexicon mh_lexicon;

/* The lexicon compiled into the library.  Read-only, lives for ever. */
MH_API const mh_lexicon *mh_lexicon_builtin(void);

/* Acts: how many; id ("affirm"), English and Arabic name of one.  NULL when
 * `act` is none. */
MH_API size_t mh_act_count(void);
MH_API const char *mh_act_id(mh_act act);
MH_API const char *mh_act_english(mh_act act);
MH_API const char *mh_act_arabic(mh_act act);
/* How much an act binds who performs it, 0 (told) .. 9 (signed). */
MH_API int mh_act_weight(mh_act act);

/* What confidences rest on: how many grounds there are, and the id ("carried") of one; NULL
 * past the end.  Ground i holds for a statement when bit i of its `grounds` is set. */
MH_API size_t mh_ground_count(void);
MH_API const char *mh_ground_id(size_t i);

/* Topics of data/topics.tsv in their order: id, English, Arabic, group.  NULL
 * past the end. */
MH_API size_t mh_topic_count(void);
MH_API const char *mh_topic_id(size_t i);
MH_API const char *mh_topic_group(size_t i);
/* Names of a topic or of "country:XXX", or the name of an actor code ("KWT",
 * "GCC"); the id itself where there is none.  language "ar" or "en". */
MH_API const char *mh_topic_name(const char *topic, const char *language);
MH_API const char *mh_actor_name(const char *code, const char *language);

/* ---- reading ----------------------------------------------------------- */

typedef enum mh_format {
  MH_FORMAT_AUTO = 0,
  MH_FORMAT_TEXT,  /* plain text as copied from a page: one report             */
  MH_FORMAT_JSONL, /* one JSON object a line: one report each                  */
  MH_FORMAT_HTML,  /* a web page: one report                                   */
  MH_FORMAT_DOCX,  /* a Word document: one report                              */
  MH_FORMAT_PDF,   /* one report, of low trust                                 */
  MH_FORMAT_FEED,  /* RSS, Atom, a news sitemap: many                          */
  MH_FORMAT_WARC,  /* a web archive: many                                      */
  MH_FORMAT_MHTML, /* a web page as a browser saves it in one file: one report */
  MH_FORMAT_PACKED /* gzip, ZIP, tar: whatever is inside                       */
} mh_format;

/* Where a report comes from.  Every field may be NULL; borrowed for the call.
 * What the report itself says comes first, except `published`, which overrides. */
typedef struct mh_source {
  const char *path;      /* as given by the user                     */
  const char *retrieved; /* ISO 8601, when the bytes were fetched    */
  const char *published; /* ISO 8601 day, overrides the report's own */
  uint64_t line;         /* JSON Lines: 1-based line, else 0         */
  const char *url;       /* address that the bytes came from         */
  const char *charset;   /* that the server told ("windows-1256")    */
} mh_source;

/* An article as it was found in what came: what the journalist wrote and what the page says
 * of itself.  NULL unknown.  The `from_` fields are constant words for where a fact was found:
 * "json-ld", "open-graph", "meta", "microdata", "time", "heading", "title", "text",
 * "address", "feed", "field" (of JSON Lines), "header" (of the server), "script" (data that a
 * page's own program keeps in it); NULL unknown. */
typedef struct mh_article {
  const char *id, *url, *outlet, *title, *subtitle, *byline, *language;
  const char *published, *updated; /* ISO 8601, as far as it is told          */
  const char *from_url, *from_outlet, *from_title, *from_byline, *from_language,
      *from_published, *from_updated;
  const char *charset;  /* of the bytes, when it was not UTF-8 ("windows-1256")         */
  const char *dateline; /* a line that looks like a date in words, for the rooms that can
                           read it; NULL none                                           */
  const char *home;     /* code of the state whose own agency signs; NULL none          */
  const char *text;     /* body: NFC, a paragraph a line, no empty lines, no line end at
                           the end; NUL after it                                        */
  uint32_t len;
  const mh_span *headings; /* [n_headings] lines of text */
  uint32_t n_headings;
} mh_article;

typedef struct mh_report mh_report;

/* Which format `bytes` are in, by content (never AUTO).  Looks at 4 KiB at most. */
MH_API mh_format mh_format_guess(const void *bytes, size_t len);

/* Read one report: a whole plain text, a page, a document, or one line of JSON Lines.
 *
 *   out     a new report; free it with mh_report_free().
 *   lex     borrowed; must live longer than the report.
 *   source  borrowed for this call; may be NULL.
 *   bytes   borrowed for this call; len in bytes, 16 MiB at most.
 *
 * Fails with MH_EENCODING, MH_EEMPTY, MH_EFORMAT (PDF, and what holds many reports, too),
 * MH_ELIMIT or MH_ENOMEM.  Pure:
 * same bytes, source and lexicon, same report.  Time and memory grow in step
 * with len. */
MH_API mh_status mh_read(mh_report **out, const mh_lexicon *lex, mh_format format,
                         const mh_source *source, const void *bytes, size_t len,
                         mh_error *err);

/* The same, into a report that was read before: what it held is gone, its memory
 * is used again.  For reading very many.  On failure *report is still yours. */
MH_API mh_status mh_read_again(mh_report *report, const mh_lexicon *lex, mh_format format,
                               const mh_source *source, const void *bytes, size_t len,
                               mh_error *err);

/* An empty report, to read into. */
MH_API mh_status mh_report_new(mh_report **out, mh_error *err);

/* Only find the article in what came, and read nothing of what it says: no mentions, meetings
 * and statements.  As mh_read() else. */
MH_API mh_status mh_find_article(mh_report **out, const mh_lexicon *lex, mh_format format,
                                 const mh_source *source, const void *bytes, size_t len,
                                 mh_error *err);

/* Read an article that was found by mh_find_article() in another process, or by a program of
 * your own, into a report.
 *   article  borrowed for this call; all its promises must hold: text is UTF-8 in NFC, headings
 *            are lines of it. */
MH_API mh_status mh_read_article(mh_report *report, const mh_lexicon *lex,
                                 const mh_source *source, const mh_article *article,
                                 mh_error *err);

/* The same, but nothing is read of what it says. */
MH_API mh_status mh_take_article(mh_report *report, const mh_lexicon *lex,
                                 const mh_source *source, const mh_article *article,
                                 mh_error *err);

MH_API void mh_report_free(mh_report *r);

/* The article of a report as it was found; NULL when there is none.  Belongs to the report. */
MH_API const mh_article *mh_report_article(const mh_report *r);

/* What stands in a report.  All belong to the report.  Texts may be NULL where the
 * report does not say; arrays are never NULL when *n > 0. */
MH_API const char *mh_report_id(const mh_report *r); /* "sha256:" + hex of text */
MH_API const char *mh_report_text(const mh_report *r, size_t *len);
MH_API const char *mh_report_title(const mh_report *r);
MH_API const char *mh_report_byline(const mh_report *r);
MH_API const char *mh_report_published(const mh_report *r);
MH_API const char *mh_report_updated(const mh_report *r);
MH_API const char *mh_report_language(const mh_report *r);
MH_API const char *mh_report_url(const mh_report *r);
MH_API const char *mh_report_outlet(const mh_report *r);
MH_API const char *mh_report_path(const mh_report *r);
MH_API const mh_span *mh_report_headings(const mh_report *r, size_t *n);
MH_API const mh_mention *mh_report_mentions(const mh_report *r, size_t *n);
MH_API const mh_meeting *mh_report_meetings(const mh_report *r, size_t *n);
MH_API const mh_statement *mh_report_statements(const mh_report *r, size_t *n);

/* The sentences of a report that hold an act word and an actor and gave no statement, in the
 * order of its text; headings are left out.  Worked out when it is asked for, and once: who
 * does not ask pays nothing.
 *
 *   out  belongs to the report, as what stands in it does; NULL when *n is 0.
 *
 * Fails with MH_ENOMEM. */
MH_API mh_status mh_report_uncoded(const mh_uncoded **out, size_t *n, mh_report *r,
                                   mh_error *err);

/* A word for a form: "verb", "participle", "noun"; "" for MH_WORD_NONE. */
MH_API const char *mh_word_form_id(mh_word_form form);

/* The report as one line of mahdar.record/1, without a line end.
 *   out  yours, NUL-terminated, *len bytes; free it with mh_text_free(). */
MH_API mh_status mh_report_json(char **out, size_t *len, const mh_report *r,
                                mh_error *err);
MH_API void mh_text_free(char *text);

/* ---- the register: rounds, positions, comparison ----------------------- */

/* Another report in which a statement stands in the same text.  All borrowed from the view. */
typedef struct mh_copy {
  const char *report;    /* its id                                                */
  const char *outlet;    /* NULL unknown                                          */
  const char *url;       /* NULL unknown                                          */
  const char *published; /* NULL unknown                                          */
  const char *kind;      /* "same", "copy", "update" (a later version of the same
                            outlet or address), "part"                            */
  double share;          /* of the shorter of the two reports in the other, 0..1  */
} mh_copy;

/* A statement as the register shows it.  All borrowed from the view. */
typedef struct mh_evidence {
  const char *report;    /* id of the report                                    */
  const char *statement; /* "s3": its id in that report                         */
  const char *outlet;    /* NULL unknown                                        */
  const char *url;       /* NULL unknown                                        */
  const char *title;     /* NULL unknown                                        */
  const char *published; /* NULL unknown                                        */
  const char *quote;     /* the content, verbatim                               */
  const char *trigger;   /* the act word, verbatim                              */
  const char *before;    /* 32 characters of the text before the quote          */
  const char *after;     /* and after                                           */
  uint32_t start, end;   /* of the quote in the report's text, code points      */
  mh_act act;
  const char *const *speakers; /* [n_speakers] codes, sorted                    */
  const char *const *topics;   /* [n_topics]                                    */
  const char *const *about;    /* [n_about]                                     */
  const char *const *refs;     /* [n_refs]                                      */
  uint16_t n_speakers, n_topics, n_about, n_refs;
  bool renewed;
  bool quoted;
  double confidence;
  const char *plover;    /* PLOVER event type of the statement, NULL that of its act */
  const char *cameo;     /* CAMEO root code, NULL that of its act                   */
  const mh_copy *copies; /* [n_copies] coverage: reports that carry these words in the
                            same text, oldest first; only the oldest is evidence.
                            None outside of views                                  */
  uint32_t n_copies;
} mh_evidence;

/* Two reports of one round that differ on a fact. */
typedef struct mh_dispute {
  const char *field;          /* "date", "place", "ordinal"         */
  const char *const *values;  /* [n] what is told                   */
  const char *const *reports; /* [n] id of a report that tells so   */
  const char *const *quotes;  /* [n] the words it tells it with     */
  uint32_t n;
} mh_dispute;

typedef struct mh_round {
  const char *name;           /* "5", else "2020-11-24", else "2020": after the @ */
  uint32_t ordinal;           /* 0 unknown                                        */
  const char *date;           /* NULL unknown                                     */
  const char *place;          /* NULL unknown                                     */
  const char *const *chairs;  /* [n_chairs] names as first written                */
  const char *const *reports; /* [n_reports] ids, oldest published first          */
  const mh_dispute *disputes; /* [n_disputes]                                     */
  uint32_t n_chairs, n_reports, n_positions, n_disputes;
  bool next; /* announced, not yet held by any report            */
} mh_round;

typedef struct mh_series {
  const char *name;           /* "KWT-USA/strategic-dialogue" */
  const char *const *parties; /* [n_parties] codes, sorted    */
  const char *kind;           /* "strategic-dialogue"         */
  const mh_round *rounds;     /* [n_rounds], oldest first     */
  uint32_t n_parties, n_rounds;
} mh_series;

typedef enum mh_change { MH_REAFFIRMED, MH_ADVANCED, MH_NEW, MH_NOT_REPEATED } mh_change;

/* "reaffirmed", "advanced", "new", "not-repeated". */
MH_API const char *mh_change_id(mh_change c);

/* What is said about one file: one position, told by one or more statements. */
typedef struct mh_position {
  const char *topic;                 /* topic id or "country:XXX" */
  mh_change status;                  /* meaningless in mh_view_round() */
  const mh_evidence *const *earlier; /* [n_earlier]; none in mh_view_round() */
  const mh_evidence *const *later;   /* [n_later]                            */
  uint32_t n_earlier, n_later;
  const char *const *gone;  /* [n_gone] words of the earlier that the later lacks   */
  const char *const *added; /* [n_added] words of the later that the earlier lacks  */
  uint32_t n_gone, n_added;
} mh_position;

typedef struct mh_file {
  const char *topic;
  mh_change status; /* REAFFIRMED, NEW or NOT_REPEATED */
} mh_file;

typedef struct mh_comparison {
  const mh_series *series;
  const mh_round *earlier, *later;
  const mh_file *files;         /* [n_files] */
  const mh_position *positions; /* [n_positions], by file */
  uint32_t n_files, n_positions;
} mh_comparison;

/* ---- the store ----------------------------------------------------------- */

typedef struct mh_store mh_store;
typedef struct mh_view mh_view; /* owns what one question to the store gave */

typedef enum mh_open_mode {
  MH_OPEN_READ, /* must exist                       */
  MH_OPEN_WRITE /* made, with its folders, if it is not there */
} mh_open_mode;

/* Open the store at `path` (a SQLite file).  Fails with MH_ENOINPUT (nothing there),
 * MH_ESTORE (not a store of ours), MH_EIO, MH_EBUSY, MH_ENOMEM. */
MH_API mh_status mh_store_open(mh_store **out, const char *path, mh_open_mode mode,
                               mh_error *err);
MH_API void mh_store_close(mh_store *s);

/* Keep a report: the bytes it was read from and what was read.  When this returns
 * MH_OK the report is on disk.  *added is false when the store had it.
 *   bytes  exactly what was given to mh_read() with `format` and `source`. */
MH_API mh_status mh_store_add(bool *added, mh_store *s, const mh_report *r,
                              mh_format format, const mh_source *source,
                              const void *bytes, size_t len, mh_error *err);

/* Many adds in one transaction: what was added is acknowledged by commit. */
MH_API mh_status mh_store_begin(mh_store *s, mh_error *err);
MH_API mh_status mh_store_commit(mh_store *s, mh_error *err);

/* Read every kept report again with `lex` and derive all else anew.  Called back
 * after each: done of total; return false to stop (the store stays as it was,
 * MH_OK with *done < *total). */
typedef bool mh_progress(void *user, uint64_t done, uint64_t total);
MH_API mh_status mh_store_rebuild(uint64_t *done, mh_store *s, const mh_lexicon *lex,
                                  mh_progress *progress, void *user, mh_error *err);

/* All series with their rounds, by name. */
MH_API mh_status mh_view_dialogues(mh_view **out, mh_store *s, mh_error *err);

/* Positions of one round, by file.  name "KWT-USA/strategic-dialogue", round NULL for
 * the last held, or "5", "2022-01-27", "2022".  Fails with MH_ENOTFOUND. */
MH_API mh_status mh_view_round(mh_view **out, mh_store *s, const char *series,
                               const char *round, mh_error *err);

/* Two rounds; both NULL for the last two held. */
MH_API mh_status mh_view_compare(mh_view **out, mh_store *s, const char *series,
                                 const char *earlier, const char *later, mh_error *err);

MH_API void mh_view_free(mh_view *v);

/* What a view holds. */
MH_API const mh_series *mh_view_series(const mh_view *v, size_t *n);
/* mh_view_round: the round, its positions (in `later`); NULL in other views. */
MH_API const mh_round *mh_view_the_round(const mh_view *v);
MH_API const mh_position *mh_view_positions(const mh_view *v, size_t *n);
/* mh_view_compare: the comparison; NULL in other views. */
MH_API const mh_comparison *mh_view_comparison(const mh_view *v);

/* Every statement of the store, in order of published, report, place in the text:
 * `each` is called for one after the other with evidence that lives for the call;
 * it returns false to stop. */
typedef bool mh_each_statement(void *user, const mh_evidence *e);
MH_API mh_status mh_store_statements(mh_store *s, mh_each_statement *each, void *user,
                                     mh_error *err);

/* Every kept report's record (mahdar.record/1, one JSON object), same order. */
typedef bool mh_each_record(void *user, const char *json, size_t len);
MH_API mh_status mh_store_records(mh_store *s, mh_each_record *each, void *user,
                                  mh_error *err);

/* ---- printing a view ------------------------------------------------------ */

/* mahdar.compare/1, or the JSON of dialogues or a round, one object.
 *   out  yours; free it with mh_text_free(). */
MH_API mh_status mh_view_json(char **out, size_t *len, const mh_view *v, mh_error *err);

/* One self-contained, print-ready page for a comparison; language "ar" or "en" is
 * that of the page's own words. */
MH_API mh_status mh_view_html(char **out, size_t *len, const mh_view *v,
                              const char *language, mh_error *err);

#ifdef __cplusplus
}
#endif
#endif
