/* cli - the counter: commands, their options, inputs from files and folders, text for a
 * terminal.  One table of commands (main.c), one file for each command (cmd_*.c).
 *
 * To add a command: write cmd_NAME.c with `const cli_command cli_NAME`, name it here, put it
 * into the table of main.c and into meson.build.
 *
 * Only this room prints, asks the clock and the environment, and ends the program.
 */
#ifndef MH_CLI_H
#define MH_CLI_H

#include "../base/base.h"
#include "../export/export.h"
#include "../fetch/fetch.h"
#include "../intake/intake.h"

/* How the program ends (sysexits). */
typedef enum cli_exit {
  CLI_OK = 0,
  CLI_USAGE = 64,       /* wrong usage                                   */
  CLI_DATA = 65,        /* some input could not be read, others were     */
  CLI_NOINPUT = 66,     /* no such file, series, round                   */
  CLI_UNAVAILABLE = 69, /* a store is busy or of a kind not served here  */
  CLI_SOFTWARE = 70,    /* our own fault, or no memory                   */
  CLI_IO = 74,          /* writing failed                                */
  CLI_STOPPED = 130     /* interrupted; what was done is whole           */
} cli_exit;

/* Largest single report, in bytes; as mh_read() has it. */
#define CLI_ITEM_MAX ((size_t)16 << 20)

/* ---- commands and options (usage.c) ----------------------------------------- */

/* Which options a command takes. */
enum {
  CLI_O_HELP = 1,
  CLI_O_FORMAT = 2,
  CLI_O_PUBLISHED = 4,
  CLI_O_JOBS = 8,
  CLI_O_STORE = 16,
  CLI_O_JSON = 32,
  CLI_O_HTML = 64,
  CLI_O_LANG = 128,
  CLI_O_TO = 256,
  CLI_O_WHAT = 512,
  CLI_O_PROGRESS = 1024,
  CLI_O_VERSION = 2048,
  CLI_O_UNCODED = 4096,
  CLI_O_NET = 8192, /* how addresses are asked for */
  CLI_O_EVERY = 16384,
  CLI_O_ONCE = 32768,
  CLI_O_AFTER = 65536 /* go on behind a place */
};

typedef struct cli_args {
  const char *store, *published, *to, *what;
  const char *after; /* place of an interrupted run, as it was told; NULL */
  const char *html;  /* file for the page; "-" standard output; NULL not asked for */
  mh_format format;
  unsigned jobs;            /* 0: one for each core */
  const char *contact, *ca; /* of CLI_O_NET, as mh_fetch_how has them */
  double pause;             /* likewise             */
  double every;             /* minutes; 0 not given */
  bool once;
  bool allow_private, proxy; /* likewise; proxy: those of the environment */
  bool json, arabic, lang_given, help, no_progress, version, uncoded;
  const char **rest; /* [n_rest] what is no option */
  int n_rest;
} cli_args;

typedef struct cli_command {
  const char *name, *synopsis, *summary;
  const char *text;     /* a paragraph or two */
  const char *examples; /* lines              */
  unsigned options;     /* CLI_O_*            */
  int least, most;      /* how many in rest; most -1: any number */
  cli_exit (*run)(const cli_args *args);
} cli_command;

extern const cli_command cli_read, cli_page, cli_add, cli_dialogues, cli_show, cli_watch,
    cli_compare, cli_export, cli_rebuild, cli_copies;

/* Fill out from argv (without the command's name).  rest points into argv, which is
 * permuted.  CLI_USAGE has been explained on standard error. */
cli_exit cli_parse(cli_args *out, const cli_command *c, int argc, char **argv);
void cli_help(mh_out *o, const cli_command *c);
/* Is b a likely slip of the pen for a?  The distance in letters; large when not. */
unsigned cli_distance(const char *a, const char *b);
#define CLI_NEAR 2

/* ---- saying (say.c) ---------------------------------------------------------- */

/* "mahdar: WHAT: WHY" on standard error. */
void cli_say(const char *what, const char *why, ...)
    __attribute__((format(printf, 2, 3)));
/* The same from a failure; gives the code that the program should end with. */
cli_exit cli_say_error(const char *what, const mh_error *err);
cli_exit cli_exit_of(mh_status s);
/* A line about an input, with its place: "mahdar: a.jsonl: line 3, byte 17: why". */
void cli_complaint(mh_out *o, const char *path, uint64_t line, const mh_error *err);
/* Text as it may be shown: no control characters, no directional ones. */
void cli_clean(mh_out *o, const char *text, size_t len);

/* All of it to the file; false with errno. */
bool cli_write(int fd, const char *bytes, size_t len);
/* Standard output; says what went wrong (a closed pipe is no news).  CLI_OK or CLI_IO. */
cli_exit cli_print(const char *bytes, size_t len);
/* The same for a text built in memory, which is freed. */
cli_exit cli_print_out(mh_out *o);
/* A file that is either whole or as it was before. */
cli_exit cli_write_file(const char *path, const char *bytes, size_t len);

/* From now on an interrupt only sets the flag. */
void cli_catch_stop(void);
bool cli_stopped(void);

/* ---- inputs (input.c) ----------------------------------------------------------- */

/* One report, found; lives for the call. */
typedef struct cli_item {
  const char *path;         /* as given; with the name of an archive's entry behind it */
  const mh_intake_item *is; /* its article, and more */
  uint64_t read;            /* bytes of all inputs so far; for progress only */
} cli_item;

/* A file as it lies there, to know it again. */
typedef struct cli_file {
  const char *path;
  uint64_t size;   /* bytes; 0 unknown             */
  int64_t changed; /* nanoseconds since 1970; 0 no file */
} cli_file;

typedef struct cli_input {
  mh_format format; /* AUTO: by content */
  bool bytes;       /* items have the bytes that were received, to keep them */
  void *user;
  /* A report.  False stops. */
  bool (*item)(void *user, const cli_item *item);
  /* An input that cannot be read, or a report in it; err->code is MH_ENOINPUT when it is not
   * there. */
  bool (*bad)(void *user, const char *path, uint64_t line, const mh_error *err);
  /* Nothing has come for a while from an input that is no file; may be NULL. */
  bool (*idle)(void *user);
  /* A file is begun: fill in where (ask->from, line, skip); may be NULL. */
  bool (*begin)(void *user, const cli_file *file, mh_intake_ask *ask);
  /* All of it was read; may be NULL. */
  bool (*end)(void *user, const cli_file *file);
  uint64_t bytes_read;  /* so far */
  uint64_t before;      /* own: of the files that are done */
  const cli_args *args; /* how addresses are asked for, where to begin */
  mh_out place;      /* own: of the last report: what --after takes to go on behind it */
  bool skipping;     /* own: that place has not been met yet */
  mh_intake *intake; /* own */
  mh_fetch *fetch;   /* own; NULL until there is an address */
} cli_input;

/* Walk files, folders (recursively, sorted by name, hidden ones left out), addresses and "-".  False
 * when a callback stopped it or the user did. */
bool cli_input_walk(cli_input *in, const char *const *paths, int n);
void cli_input_free(cli_input *in);
/* Bytes of all files below; for progress only. */
uint64_t cli_input_size(const char *const *paths, int n);
void cli_input_free(cli_input *in);

/* ---- addresses (addresses.c) ------------------------------------------------------------ */

/* How addresses are asked for, from the options and, with --proxy, the environment; an
 * interrupt ends a request.  Borrowed from args and the environment. */
void cli_fetch_how(mh_fetch_how *out, const cli_args *args);
/* A session; free it with mh_fetch_close().  CLI_OK or said. */
cli_exit cli_fetch_open(mh_fetch **out, const mh_fetch_how *how);

/* ---- reading (reader.c, workers.c) -------------------------------------------------- */

/* How a run went. */
typedef struct cli_tally {
  uint64_t reports, missing, failed; /* missing: not there; failed: all other faults */
} cli_tally;

/* 0, 65 or 66; says on standard error how many failed. */
cli_exit cli_tally_exit(const cli_tally *t);

/* What is written of a report. */
typedef enum cli_form {
  CLI_RECORD,       /* mahdar.record/1                                     */
  CLI_UNCODED,      /* its sentences that gave nothing, one a line, tabs   */
  CLI_UNCODED_JSON, /* the same, one JSON object a line                    */
  CLI_ARTICLE,      /* mahdar.article/1: what was found, nothing read      */
} cli_form;

/* How reports are read; a cli_reader begins with nothing but this. */
typedef struct cli_how {
  const char *published; /* overrides; NULL none */
  cli_form form;
} cli_how;

/* One report's memory, used again and again. */
typedef struct cli_reader {
  cli_how how;
  const mh_lexicon *lex;
  mh_report *report;
  mh_arena scratch;
} cli_reader;

/* Read the item into r->report; with CLI_ARTICLE only take it. */
mh_status cli_reader_read(cli_reader *r, const cli_item *item, mh_error *err);
/* The same, and its record (or what else `how` asks for) to out, a fault as a line to
 * errors. */
void cli_reader_record(cli_reader *r, const cli_item *item, mh_out *out, mh_out *errors,
                       cli_tally *t);
void cli_reader_free(cli_reader *r);

/* Records, or what else is asked for, of all inputs of the options on standard output
 * (cmd_read.c). */
cli_exit cli_read_all(const cli_args *args, cli_form form);

typedef struct cli_progress cli_progress;

typedef struct cli_workers cli_workers;

/* Records of items in the order in which they are given, read by n threads. */
cli_workers *cli_workers_new(unsigned n, cli_how how, cli_progress *progress);
bool cli_workers_item(cli_workers *w, const cli_item *item);
bool cli_workers_bad(cli_workers *w, const char *path, uint64_t line,
                     const mh_error *err);
/* Send on what waits for more. */
bool cli_workers_flush(cli_workers *w);
/* Wait until all is written; gives the tally and whether writing went well; frees w. */
cli_exit cli_workers_end(cli_workers *w, cli_tally *t);

/* ---- progress (progress.c) ------------------------------------------------------------ */

struct cli_progress {
  bool on;
  bool drawn;
  double began, shown;
  uint64_t total; /* bytes or things; 0 unknown */
};

/* On when standard error is a terminal and nobody forbade it. */
void cli_progress_start(cli_progress *p, const cli_args *args, uint64_t total);
void cli_progress_bytes(cli_progress *p, uint64_t reports, uint64_t bytes);
void cli_progress_count(cli_progress *p, uint64_t done);
/* Take the line away, before anything else is written to standard error. */
void cli_progress_clear(cli_progress *p);
double cli_clock(void); /* seconds, never going back */

/* ---- terminal (term.c) -------------------------------------------------------------- */

typedef enum cli_style {
  CLI_PLAIN, /* a report's words: any right-to-left letter makes them so          */
  CLI_LABEL, /* no colour; as all below, its first letter gives its direction */
  CLI_BOLD,
  CLI_DIM,
  CLI_BLUE,
  CLI_GREEN,
  CLI_YELLOW,
  CLI_RED
} cli_style;

typedef struct cli_term {
  bool tty; /* lay text out; else one line a paragraph */
  bool colour;
  bool isolate; /* put directional isolates around right-to-left text */
  bool arabic;  /* the program's own words are Arabic     */
  unsigned width;
} cli_term;

void cli_term_look(cli_term *t, bool arabic);
/* A paragraph, wrapped and aligned after the direction of its text.  The program's own
 * words in Arabic make all of it right-to-left. */
void cli_para(mh_out *o, const cli_term *t, unsigned indent, cli_style style,
              const char *text, size_t len);
/* The paragraph that was built in text, which is emptied. */
void cli_para_out(mh_out *o, const cli_term *t, unsigned indent, cli_style style,
                  mh_out *text);
/* Columns that text takes on a terminal. */
unsigned cli_columns(const char *text, size_t len);

/* ---- register (stores.c, render.c) ----------------------------------------------------- */

/* The store of the options, the environment or the user's folder.  CLI_OK or said. */
cli_exit cli_store_open(mh_store **out, const cli_args *args, mh_open_mode mode);
/* "usa-kwt/Strategic-Dialogue@5" -> "KWT-USA/strategic-dialogue" and "5" (NULL none).  name
 * is 256 bytes, *round points into text. */
bool cli_series_name(char *name, const char **round, const char *text);
/* Says that there is no such series or round, and which there are. */
cli_exit cli_say_not_found(mh_store *s, const char *series, const char *round,
                           const mh_error *err);
/* The first of a round's spellings: "@5" -> "5". */
const char *cli_round_name(const char *text);

void cli_render_dialogues(mh_out *o, const cli_term *t, const mh_view *v);
void cli_render_round(mh_out *o, const cli_term *t, const mh_view *v);
void cli_render_compare(mh_out *o, const cli_term *t, const mh_view *v);
/* A view as JSON and a line end, freed, on standard output. */
cli_exit cli_print_json(mh_view *v);
/* Rendered by `render`, freed. */
cli_exit cli_print_view(mh_view *v, const cli_args *args,
                        void (*render)(mh_out *, const cli_term *, const mh_view *));

#endif
