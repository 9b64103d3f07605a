-- What reading the kept reports gives.  `mahdar rebuild` drops all of it and makes it anew.
-- There is an index for each question that is asked today and no other: each costs every add.
-- Offsets are bytes into report_text.text.  @acts@ is the list of data/acts.tsv.

CREATE TABLE report ( -- what a report says of itself
  id        INTEGER PRIMARY KEY REFERENCES received (id), -- the same number as what was received
  digest    TEXT NOT NULL,                 -- its public id: sha256 of the text, "sha256:..."
  outlet    TEXT NOT NULL DEFAULT '',      -- newspaper or agency; '' unknown
  url       TEXT NOT NULL DEFAULT '',      -- '' unknown
  title     TEXT,                          -- headline
  byline    TEXT,                          -- who wrote it
  published TEXT,                          -- ISO 8601
  updated   TEXT,                          -- ISO 8601
  language  TEXT,                          -- BCP 47
  UNIQUE (digest, outlet, url)
);
CREATE INDEX report_published ON report (published, digest, id);

CREATE TABLE report_text ( -- the long parts of a report, apart so that the short ones are read fast
  report INTEGER PRIMARY KEY REFERENCES report (id),
  text   TEXT NOT NULL,                    -- the body, NFC, a paragraph a line
  record TEXT NOT NULL                     -- mahdar.record/1 as it was read
);

CREATE TABLE mention ( -- somebody or something that the text names
  report   INTEGER NOT NULL REFERENCES report (id),
  n        INTEGER NOT NULL,               -- in the order of the text
  at       INTEGER NOT NULL,               -- first byte
  len      INTEGER NOT NULL,               -- bytes
  kind     TEXT NOT NULL CHECK (kind IN ('country', 'organisation', 'group', 'person', 'place',
                                         'date', 'instrument', 'quantity')),
  actor    TEXT,                           -- code of the actor or instrument; NULL unknown
  value    TEXT,                           -- TIMEX3 value of a date, English name of a place
  role_at  INTEGER NOT NULL DEFAULT 0,     -- a person's office in the text
  role_len INTEGER NOT NULL DEFAULT 0,     -- 0 none
  PRIMARY KEY (report, n)
) WITHOUT ROWID;

CREATE TABLE meeting ( -- a meeting that a report is about
  report  INTEGER NOT NULL REFERENCES report (id),
  n       INTEGER NOT NULL,                -- in the order of the report
  series  TEXT,                            -- "KWT-USA/strategic-dialogue"; NULL: too few parties for a dialogue
  kind    TEXT NOT NULL,                   -- "strategic-dialogue", "talks" ...
  ordinal INTEGER NOT NULL DEFAULT 0,      -- fifth = 5; 0 unknown
  date    TEXT,                            -- TIMEX3; NULL unknown
  place   TEXT,                            -- English name of the city or country; NULL unknown
  next    INTEGER NOT NULL CHECK (next IN (0, 1)), -- announced for later
  at      INTEGER NOT NULL,                -- where the text tells of it
  len     INTEGER NOT NULL,
  quote   TEXT NOT NULL,                   -- the words it is told with
  PRIMARY KEY (report, n)
) WITHOUT ROWID;
CREATE INDEX meeting_series ON meeting (series, report, n) WHERE series IS NOT NULL;

CREATE TABLE meeting_party ( -- who meets
  report  INTEGER NOT NULL,
  meeting INTEGER NOT NULL,                -- meeting.n
  party   TEXT NOT NULL,                   -- actor code
  PRIMARY KEY (report, meeting, party),
  FOREIGN KEY (report, meeting) REFERENCES meeting (report, n)
) WITHOUT ROWID;

CREATE TABLE meeting_chair ( -- who led a side
  report  INTEGER NOT NULL,
  meeting INTEGER NOT NULL,                -- meeting.n
  n       INTEGER NOT NULL,                -- in the order of the text
  name    TEXT NOT NULL,                   -- as written
  PRIMARY KEY (report, meeting, n),
  FOREIGN KEY (report, meeting) REFERENCES meeting (report, n)
) WITHOUT ROWID;

CREATE TABLE statement ( -- one thing that actors are reported to have said or done
  report       INTEGER NOT NULL REFERENCES report (id),
  n            INTEGER NOT NULL,           -- 1 is "s1" of the record
  act          TEXT NOT NULL CHECK (act IN (@acts@)),
  trigger_at   INTEGER NOT NULL,           -- the word that shows the act
  trigger_len  INTEGER NOT NULL,
  content_at   INTEGER NOT NULL,           -- what was said
  content_len  INTEGER NOT NULL,
  reporter_at  INTEGER NOT NULL,           -- who relays it
  reporter_len INTEGER NOT NULL,           -- 0 none
  plover       TEXT,                       -- PLOVER event type
  cameo        TEXT,                       -- CAMEO root code
  renewed      INTEGER NOT NULL CHECK (renewed IN (0, 1)), -- the act says that it is a repetition
  quoted       INTEGER NOT NULL CHECK (quoted IN (0, 1)),  -- in quotation marks
  confidence   REAL NOT NULL,              -- 0..1
  PRIMARY KEY (report, n)
) WITHOUT ROWID;

CREATE TABLE statement_speaker ( -- who performs the act
  report     INTEGER NOT NULL,
  statement  INTEGER NOT NULL,             -- statement.n
  n          INTEGER NOT NULL,             -- sorted by actor
  actor      TEXT NOT NULL,                -- code
  role_at    INTEGER NOT NULL,             -- office as written
  role_len   INTEGER NOT NULL,             -- 0 none
  person_at  INTEGER NOT NULL,             -- name as written
  person_len INTEGER NOT NULL,             -- 0 none
  PRIMARY KEY (report, statement, n),
  FOREIGN KEY (report, statement) REFERENCES statement (report, n)
) WITHOUT ROWID;

CREATE TABLE statement_topic ( -- which files it concerns
  report    INTEGER NOT NULL,
  statement INTEGER NOT NULL,              -- statement.n
  n         INTEGER NOT NULL,              -- 0 the main one
  topic     TEXT NOT NULL,                 -- id of data/topics.tsv, or "country:XXX"
  PRIMARY KEY (report, statement, n),
  FOREIGN KEY (report, statement) REFERENCES statement (report, n)
) WITHOUT ROWID;

CREATE TABLE statement_about ( -- actors that the content names
  report    INTEGER NOT NULL,
  statement INTEGER NOT NULL,              -- statement.n
  n         INTEGER NOT NULL,
  actor     TEXT NOT NULL,                 -- code
  PRIMARY KEY (report, statement, n),
  FOREIGN KEY (report, statement) REFERENCES statement (report, n)
) WITHOUT ROWID;

CREATE TABLE statement_ref ( -- instruments that it names
  report     INTEGER NOT NULL,
  statement  INTEGER NOT NULL,             -- statement.n
  n          INTEGER NOT NULL,
  instrument TEXT NOT NULL,                -- "UNSCR 2254"
  PRIMARY KEY (report, statement, n),
  FOREIGN KEY (report, statement) REFERENCES statement (report, n)
) WITHOUT ROWID;

CREATE TABLE report_signature ( -- by what it is known which reports are one text (src/copies)
  report INTEGER PRIMARY KEY REFERENCES report (id),
  bytes  BLOB NOT NULL
);

CREATE TABLE report_print ( -- leads from a print of a signature to the reports that have it
  level  INTEGER NOT NULL,                 -- 0 the newest; a full one is merged into the next
  print  INTEGER NOT NULL,
  report INTEGER NOT NULL,
  prints INTEGER NOT NULL,                 -- how many the report has
  PRIMARY KEY (level, print, report)
) WITHOUT ROWID;

CREATE TABLE report_copy ( -- two reports that are one text; a pair stands twice, from either side
  report      INTEGER NOT NULL,
  other       INTEGER NOT NULL,
  kind        TEXT NOT NULL CHECK (kind IN ('same', 'copy', 'update', 'part')),
  share       REAL NOT NULL,               -- of the report that stands in the other, 0..1
  share_other REAL NOT NULL,               -- of the other that stands in the report
  whole       INTEGER NOT NULL CHECK (whole IN (0, 1)), -- the same letters
  PRIMARY KEY (report, other)
) WITHOUT ROWID;
