-- What can never be computed again: reports as they were received.

CREATE TABLE received ( -- a report as it came, byte for byte
  id        INTEGER PRIMARY KEY,           -- in the order of coming
  digest    TEXT NOT NULL,                 -- sha256 of bytes, "sha256:..."
  published TEXT NOT NULL DEFAULT '',      -- day that a person gave, which overrides the page's own; '' none
  format    TEXT NOT NULL CHECK (format IN ('text', 'jsonl', 'html', 'docx', 'pdf')), -- how to read it
  path      TEXT,                          -- file it was read from, as given; with the entry of an archive
  line      INTEGER NOT NULL DEFAULT 0,    -- of that file, when a line is a report; else 0
  retrieved TEXT,                          -- when the bytes were fetched, ISO 8601
  url       TEXT,                          -- address that the bytes came from
  charset   TEXT,                          -- that the server told for them
  added     TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')), -- when it was put here, UTC
  bytes     BLOB NOT NULL,                 -- the report
  UNIQUE (digest, published)
);

CREATE TABLE taken ( -- how far a long file was taken in: an add that was interrupted goes on there
  path    TEXT NOT NULL,                   -- as given
  size    INTEGER NOT NULL,                -- bytes of the file
  changed INTEGER NOT NULL,                -- nanoseconds since 1970: the same file, or another one
  at      INTEGER NOT NULL,                -- byte where the last report that was kept begins
  line    INTEGER NOT NULL,                -- lines before it
  PRIMARY KEY (path)
) WITHOUT ROWID;
