/* report - the folder that goes through the reading rooms.  One arena holds all of it;
 * it dies with mh_report_free().  Rooms to the right read it, mahdar.c fills it.
 */
#ifndef MH_REPORT_H
#define MH_REPORT_H

#include "base.h"

/* What may be known of an article and is told with where it was found: X(name) for x->name and
 * x->from_name. */
#define MH_ARTICLE_FOUND(X) \
  X(url) X(outlet) X(title) X(byline) X(language) X(published) X(updated)
/* All strings of an article that end with their NUL, each once. */
#define MH_ARTICLE_STRINGS(X)                            \
  X(id) X(subtitle) X(charset) X(dateline) X(home)       \
  X(from_url) X(from_outlet) X(from_title)               \
  X(from_byline) X(from_language) X(from_published)      \
  X(from_updated) MH_ARTICLE_FOUND(X)

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
