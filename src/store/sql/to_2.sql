-- From version 1 of a store to version 2: `received` knows addresses, charsets and more formats.
-- Derived tables have been dropped when this runs.

ALTER TABLE received RENAME TO received_1;
@kept@
INSERT INTO received (id, digest, published, format, path, line, retrieved, added, bytes)
  SELECT id, digest, published, format, path, line, retrieved, added, bytes FROM received_1;
DROP TABLE received_1;
