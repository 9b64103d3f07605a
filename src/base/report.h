/* report - the folder that goes through the reading rooms.  One arena holds all of it;
 * it dies with mh_report_free().  Rooms to the right read it, mahdar.c fills it.
 */
#ifndef MH_REPORT_H
#define MH_REPORT_H

#include "base.h"

struct mh_report {
  mh_arena arena;
  /* what one text leaves for the next that is read into the same report */
  mh_arena lasting;
  struct mh_memo *memo; /* NULL until there is a second one */
  char id[72];
  mh_article article; /* as it was found; text NULL: none */
  /* the source as given */
  const char *path, *source_id, *retrieved;
  /* what the page says of itself; NULL where it does not */
  const char *url, *outlet, *title, *byline, *published, *updated, *language;
  /* the body: NFC, a paragraph a line, NUL after the last byte */
  const char *text;
  uint32_t len;
  const mh_span *headings;
  uint32_t n_headings;
  /* findings */
  const mh_mention *mentions;
  const mh_meeting *meetings;
  const mh_statement *statements;
  uint32_t n_mentions, n_meetings, n_statements;
  /* what the rooms handed on, for questions asked later (mahdar.c); dies with the arena */
  struct mh_rooms *rooms;
};

#endif
