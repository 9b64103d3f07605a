/* register - from what reports tell to dialogues: the rounds of a series, the positions of
 * a round, two rounds side by side.
 *
 * Pure: takes facts, gives facts, in the caller's arena, and borrows every text it is
 * given.  The result does not depend on the order of what it is given.
 */
#ifndef MH_REGISTER_H
#define MH_REGISTER_H

#include "../base/base.h"

/* ---- rounds ------------------------------------------------------------------------ */

/* What one report tells of one meeting of a series. */
typedef struct mh_told {
  const char *report;        /* id of the report                                       */
  const char *source;        /* id of the report whose text it passes on: has one voice
                                with it; NULL its own                                  */
  const char *published;     /* its day, ISO 8601; NULL unknown                        */
  const char *date;          /* TIMEX3 of the meeting; NULL unknown                    */
  const char *place;         /* NULL unknown                                           */
  const char *quote;         /* the words it is told with                              */
  const char *const *chairs; /* [n_chairs] names as written                        */
  uint32_t n_chairs;
  uint32_t ordinal; /* 0 unknown                                                   */
  uint32_t nth;     /* place among the report's meetings; its first one held is what
                       the report is about, the others are background              */
  bool next;        /* announced for later                                         */
} mh_told;

/* The days a round may have been held on; days as mh_day_number() counts. */
typedef struct mh_when {
  int32_t from, to; /* from > to: nothing known           */
  bool told;        /* by a report; else guessed from when reports were published */
} mh_when;

typedef struct mh_rounds {
  mh_round *at;        /* [n], oldest first; n_positions is left 0 */
  const mh_when *when; /* [n]                                      */
  uint32_t n;
  int32_t slack; /* days by which a date may be wrong        */
} mh_rounds;

/* "KWT-USA/strategic-dialogue".  NULL without memory. */
char *mh_register_name(mh_arena *a, const char *const *parties, uint32_t n,
                       const char *kind);

/* Group what reports tell of one series into rounds.  Every report with a held meeting is
 * in exactly one round that was held. */
mh_status mh_register_rounds(mh_rounds *out, mh_arena *a, const char *kind,
                             const mh_told *told, uint32_t n);

/* The round that somebody means by "5", "2020-11-24", "2020-11" or "2020": its name or
 * date, or the only one in that time.  Its place in r->at, or r->n when there is none or
 * more than one. */
uint32_t mh_register_find(const mh_rounds *r, const char *name);

/* The last round before place `end` that was held and has reports; r->n when none. */
uint32_t mh_register_last(const mh_rounds *r, uint32_t end);

/* ---- positions --------------------------------------------------------------------- */

/* Does a statement belong to a dialogue of these parties: said by one of them, or about
 * one? */
bool mh_register_concerns(const mh_evidence *e, const char *const *parties, uint32_t n);

/* Words by which reports name those who speak, each as often as they do: "Kuwait",
 * "the Kuwaiti government".  They tell one position from another less than other words. */
typedef struct mh_names {
  const char *const *at; /* [n] */
  uint32_t n;
} mh_names;

typedef struct mh_positions {
  const mh_position *at; /* [n], by file; evidences in `later` */
  uint32_t n;
} mh_positions;

/* Group the statements of a round: those that say the same on the same file are one
 * position.  A statement with several topics stands in each of these files, because who
 * opens a file must find all that was said on it. */
mh_status mh_register_positions(mh_positions *out, mh_arena *a,
                                const mh_evidence *const *e, uint32_t n,
                                const mh_names *names);

/* Lay two rounds side by side: fills files and positions of *out. */
mh_status mh_register_compare(mh_comparison *out, mh_arena *a,
                              const mh_evidence *const *earlier, uint32_t n_earlier,
                              const mh_evidence *const *later, uint32_t n_later,
                              const mh_names *names);

#endif
