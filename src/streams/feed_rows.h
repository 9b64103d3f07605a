/* What elements of feeds mean: the table of feed_rows.c, for feed_build.c. */
#ifndef MH_STREAMS_FEED_ROWS_H
#define MH_STREAMS_FEED_ROWS_H

#include "feed_inside.h"

/* Where an element stands; what it is, for those within it. */
typedef enum place {
  DEAF = 0, /* nothing in it tells anything */
  FEED = 1 << 0,
  ENTRY = 1 << 1,
  AUTHOR = 1 << 2,
  SOURCE = 1 << 3,
  NEWS = 1 << 4,    /* news:news, news:publication, media:group */
  INDEX = 1 << 5,   /* a list of addresses          */
  UNKNOWN = 1 << 6, /* entries may stand in it      */
  OUTSIDE = 1 << 7
} place;

/* What an element tells. */
typedef enum what {
  NOTHING,
  IS_FEED, /* containers */
  IS_INDEX,
  IS_ENTRY,
  IS_AUTHOR,
  IS_SOURCE,
  IS_NEWS,
  LINK, /* with an address as text or as href */
  ID,
  TITLE,
  AUTHOR_NAME,
  OUTLET,
  PUBLISHED,
  UPDATED,
  LANGUAGE,
  SUMMARY,
  CONTENT
} what;

/* An element by its namespaces, the places where it counts and its name. */
typedef struct row {
  uint16_t ns, in;
  const char *name;
  uint8_t what, rank;
} row;

/* The row of an element that stands in `in`; NULL when it tells nothing there. */
const row *mh_streams__row_of(mh_streams__ns ns, place in, const mh_streams__name *name);
/* Does an element without a prefix tell something of an entry itself? */
bool mh_streams__tells_entry(const mh_streams__name *name);

#endif
