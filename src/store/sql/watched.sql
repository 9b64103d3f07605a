-- What `mahdar watch` remembers: which feeds it asked and when to ask again, which of their
-- entries it has seen.  Made when a store is first watched into.  Nothing here can be read out of
-- the kept reports, so `mahdar rebuild` leaves it; and no report is lost with it: empty, it makes
-- watch ask for everything once more.

CREATE TABLE IF NOT EXISTS watched_feed ( -- a feed, a sitemap, or a page that names some
  address  TEXT NOT NULL PRIMARY KEY,      -- as the list, or its parent, has it
  parent   TEXT NOT NULL DEFAULT '',       -- page or sitemap index that names it; '' the list does
  url      TEXT,                           -- where it stands since it was moved for good
  title    TEXT,                           -- its own
  etag     TEXT,                           -- validators of what came last
  modified TEXT,
  asked    INTEGER NOT NULL DEFAULT 0,     -- when, Unix seconds; 0 never
  good     INTEGER NOT NULL DEFAULT 0,     -- when it was last had
  next     INTEGER NOT NULL DEFAULT 0,     -- when it is to be asked again
  failures INTEGER NOT NULL DEFAULT 0,     -- in a row
  why      TEXT                            -- the last of them, in words
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS watched_entry ( -- an entry that a feed had
  id        INTEGER PRIMARY KEY,
  feed      TEXT NOT NULL,                 -- watched_feed.address
  key       TEXT NOT NULL,                 -- what the feed calls it by
  url       TEXT,                          -- of its page
  published TEXT,                          -- day that the feed tells, ISO 8601
  updated   TEXT NOT NULL DEFAULT '',      -- as the feed tells; another one: it is asked for again
  state     TEXT NOT NULL CHECK (state IN ('waiting', 'kept', 'known', 'failed')),
  seen      INTEGER NOT NULL,              -- when the feed last had it, Unix seconds, to the day
  tries     INTEGER NOT NULL DEFAULT 0,    -- that failed, in a row
  next      INTEGER NOT NULL DEFAULT 0,    -- waiting: not to be tried before
  ended     INTEGER NOT NULL DEFAULT 0,    -- when it was last kept, known or given up
  etag      TEXT,                          -- validators of its page
  modified  TEXT,
  why       TEXT,                          -- failed: in words
  item      BLOB,                          -- waiting: the article as the feed itself has it
  UNIQUE (feed, key)
);
CREATE INDEX IF NOT EXISTS watched_waiting ON watched_entry (feed, next) WHERE state = 'waiting';
CREATE INDEX IF NOT EXISTS watched_url ON watched_entry (url, state);
