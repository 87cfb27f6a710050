-- SPDX-License-Identifier: GPL-3.0-or-later
-- Batches whose generations stand in more than one week or client. Such a batch counts once where weeks are pooled,
-- so the roll-ups keep it by name (METRICS.md section 2). Derived: can be rebuilt.

-- With the week in it: whether a batch is spread is told by its first and its last entry, without the rows.
DROP INDEX generations_by_batch;

CREATE INDEX generations_by_batch ON generations (batch, client_id, sent_week) WHERE batch <> '';

-- Clients may give their assets the same name: the view of all clients counts them as one.
CREATE INDEX assets_by_name ON assets (name);

CREATE TABLE spread_batches (
    batch TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Batches to be looked at again, because one of their generations was moved.
CREATE TABLE stale_batches (
    batch TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Generations after this one have not been looked at yet. One row.
CREATE TABLE spread_check (
    last_generation_id INTEGER NOT NULL
) STRICT;

INSERT INTO spread_check (last_generation_id) VALUES (0);

CREATE TRIGGER moved_generations_are_looked_at AFTER UPDATE OF batch, client_id, sent_week ON generations
    WHEN old.batch <> new.batch OR old.client_id <> new.client_id OR old.sent_week <> new.sent_week BEGIN
    INSERT INTO stale_batches (batch) SELECT old.batch WHERE old.batch <> '' ON CONFLICT DO NOTHING;
    INSERT INTO stale_batches (batch) SELECT new.batch WHERE new.batch <> '' ON CONFLICT DO NOTHING;
END;
