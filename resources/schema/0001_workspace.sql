-- SPDX-License-Identifier: GPL-3.0-or-later
-- The workspace as of its first version. Statements end with ";" and an empty line. Never edited after a release.
-- Times: INTEGER, UTC milliseconds since 1970. Money: INTEGER micro-units beside a currency. Enumerations: TEXT.
-- Weeks: TEXT, ISO name "2026-W17" in the workspace's time zone; the names sort in time order.

CREATE TABLE workspace_settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE clients (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- "No client" is a client with an empty name, so that every generation has one and keys never hold NULL.
INSERT INTO clients (id, name) VALUES (1, '');

-- accepted_*: the asset's first acceptance in force, derived from its reviews; NULL: not completed.
CREATE TABLE assets (
    id INTEGER PRIMARY KEY,
    client_id INTEGER NOT NULL REFERENCES clients (id),
    name TEXT NOT NULL,
    prompt_written_at INTEGER,
    accepted_at INTEGER,
    accepted_week TEXT,
    accepted_cycle INTEGER,
    UNIQUE (client_id, name)
) STRICT;

CREATE INDEX assets_by_accepted_week ON assets (client_id, accepted_week) WHERE accepted_week IS NOT NULL;

-- Each distinct prompt once. digest: SHA-256 of the UTF-8 text.
CREATE TABLE prompts (
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE templates (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    checklist_id INTEGER REFERENCES checklists (id)
) STRICT;

-- A checklist is immutable and shared by all generations that have the same one; an edit makes another.
-- digest: SHA-256 of its canonical form.
CREATE TABLE checklists (
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE
) STRICT;

CREATE TABLE constraints (
    checklist_id INTEGER NOT NULL REFERENCES checklists (id),
    position INTEGER NOT NULL,
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    statement TEXT NOT NULL,
    parent_key TEXT NOT NULL DEFAULT '',
    span_start INTEGER NOT NULL DEFAULT 0,
    span_length INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (checklist_id, position),
    UNIQUE (checklist_id, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE image_roots (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL UNIQUE,
    client_id INTEGER NOT NULL DEFAULT 1 REFERENCES clients (id),
    added_at INTEGER NOT NULL,
    removed_at INTEGER
) STRICT;

-- One row for each distinct content, with the place where it was last seen.
-- missing_since: nothing (or something else) is at that place now.
CREATE TABLE images (
    id INTEGER PRIMARY KEY,
    sha256 BLOB NOT NULL UNIQUE,
    root_id INTEGER NOT NULL REFERENCES image_roots (id),
    relative_path TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    format TEXT NOT NULL,
    width INTEGER,
    height INTEGER,
    generator TEXT NOT NULL DEFAULT '',
    raw_metadata TEXT NOT NULL DEFAULT '',
    missing_since INTEGER
) STRICT;

CREATE UNIQUE INDEX images_by_place ON images (root_id, relative_path) WHERE missing_since IS NULL;

-- disposition and review_id repeat the review in force, so that the queue and the roll-ups need no search for it.
-- batch: the stated one, else asset/cycle, else empty.
-- set_aside_at: left without a verdict on purpose (a sibling was chosen); not a rejection.
CREATE TABLE generations (
    id INTEGER PRIMARY KEY,
    external_id TEXT NOT NULL UNIQUE,
    sent_at INTEGER NOT NULL,
    sent_week TEXT NOT NULL,
    sent_at_source TEXT NOT NULL,
    prompt_written_at INTEGER,
    client_id INTEGER NOT NULL REFERENCES clients (id),
    asset_id INTEGER REFERENCES assets (id),
    batch TEXT NOT NULL DEFAULT '',
    cycle INTEGER NOT NULL DEFAULT 1,
    candidate INTEGER,
    attempt INTEGER NOT NULL DEFAULT 1,
    retry_of TEXT NOT NULL DEFAULT '',
    model TEXT,
    template_id INTEGER REFERENCES templates (id),
    settings TEXT NOT NULL DEFAULT '',
    prompt_id INTEGER REFERENCES prompts (id),
    negative_prompt_id INTEGER REFERENCES prompts (id),
    checklist_id INTEGER REFERENCES checklists (id),
    status TEXT NOT NULL,
    error TEXT NOT NULL DEFAULT '',
    latency_ms INTEGER,
    gpu_ms INTEGER,
    cost_micro INTEGER,
    cost_currency TEXT,
    cost_source TEXT NOT NULL DEFAULT 'log',
    clip REAL,
    aesthetic REAL,
    drift REAL,
    stated_image TEXT NOT NULL DEFAULT '',
    image_id INTEGER REFERENCES images (id),
    extra TEXT NOT NULL DEFAULT '',
    disposition TEXT,
    review_id INTEGER REFERENCES reviews (id),
    set_aside_at INTEGER
) STRICT;

CREATE INDEX generations_by_week ON generations (client_id, sent_week);

CREATE INDEX generations_by_asset ON generations (asset_id) WHERE asset_id IS NOT NULL;

CREATE UNIQUE INDEX generations_by_image ON generations (image_id) WHERE image_id IS NOT NULL;

CREATE INDEX generations_by_stated_image ON generations (stated_image)
    WHERE image_id IS NULL AND stated_image <> '';

CREATE INDEX generations_by_batch ON generations (client_id, batch) WHERE batch <> '';

CREATE INDEX generations_by_prompt ON generations (prompt_id) WHERE image_id IS NOT NULL;

-- The queue's lanes, in its order. Every column that a lane's filter reads stands in its index, so that a million
-- rows are listed without reading the table.
CREATE INDEX generations_in_queue ON generations (sent_at, id, client_id, image_id) WHERE image_id IS NOT NULL;

CREATE INDEX generations_to_review
    ON generations (sent_at, id, client_id, image_id, disposition, set_aside_at, status)
    WHERE image_id IS NOT NULL AND disposition IS NULL AND set_aside_at IS NULL AND status = 'ok';

CREATE INDEX generations_decided ON generations (sent_at, id, client_id, image_id, disposition)
    WHERE image_id IS NOT NULL AND disposition IS NOT NULL;

CREATE TABLE reviewers (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- Only added, never changed. checks: JSON object {"c1":"met"}; written, read and superseded together with its review.
-- checklist_id: the checklist as the reviewer saw it.
CREATE TABLE reviews (
    id INTEGER PRIMARY KEY,
    external_id TEXT NOT NULL UNIQUE,
    generation_id INTEGER NOT NULL REFERENCES generations (id),
    checklist_id INTEGER REFERENCES checklists (id),
    reviewed_at INTEGER NOT NULL,
    reviewer_id INTEGER REFERENCES reviewers (id),
    disposition TEXT NOT NULL,
    checks TEXT NOT NULL DEFAULT '{}',
    checks_met INTEGER NOT NULL DEFAULT 0,
    checks_missed INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    reasons TEXT NOT NULL DEFAULT '[]'
) STRICT;

CREATE INDEX reviews_by_generation ON reviews (generation_id, reviewed_at, id);

CREATE INDEX reviews_by_time ON reviews (reviewed_at);

-- A verdict taken back. Only added.
CREATE TABLE review_withdrawals (
    review_id INTEGER NOT NULL PRIMARY KEY REFERENCES reviews (id),
    withdrawn_at INTEGER NOT NULL
) STRICT;

-- Ticks and notes of an image that has no verdict yet: the only reviewer's words that change in place.
CREATE TABLE review_drafts (
    generation_id INTEGER NOT NULL PRIMARY KEY REFERENCES generations (id),
    checks TEXT NOT NULL,
    note TEXT NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

-- Reviews that arrived before their generation, in the order they came. line: the log line as it came.
CREATE TABLE waiting_reviews (
    id INTEGER PRIMARY KEY,
    external_id TEXT NOT NULL UNIQUE,
    generation_external_id TEXT NOT NULL,
    reviewed_at INTEGER NOT NULL,
    reviewer TEXT NOT NULL,
    disposition TEXT NOT NULL,
    checks TEXT NOT NULL,
    note TEXT NOT NULL,
    reasons TEXT NOT NULL,
    line TEXT NOT NULL
) STRICT;

CREATE INDEX waiting_reviews_by_generation ON waiting_reviews (generation_external_id);

CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    external_id TEXT NOT NULL UNIQUE,
    changed_at INTEGER NOT NULL,
    client_id INTEGER REFERENCES clients (id),
    kind TEXT NOT NULL,
    from_value TEXT NOT NULL DEFAULT '',
    to_value TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE reference_sets (
    id INTEGER PRIMARY KEY,
    client_id INTEGER NOT NULL REFERENCES clients (id),
    name TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    UNIQUE (client_id, name)
) STRICT;

CREATE TABLE reference_images (
    reference_set_id INTEGER NOT NULL REFERENCES reference_sets (id),
    image_id INTEGER NOT NULL REFERENCES images (id),
    PRIMARY KEY (reference_set_id, image_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE gpu_samples (
    started_at INTEGER NOT NULL,
    node TEXT NOT NULL,
    duration_ms INTEGER NOT NULL,
    utilisation REAL NOT NULL,
    PRIMARY KEY (started_at, node)
) STRICT, WITHOUT ROWID;

-- One import of one path. position: how far a log was read (bytes), so that it goes on there.
CREATE TABLE imports (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    position INTEGER NOT NULL DEFAULT 0,
    taken INTEGER NOT NULL DEFAULT 0,
    known INTEGER NOT NULL DEFAULT 0,
    incomplete INTEGER NOT NULL DEFAULT 0,
    refused INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX imports_by_source ON imports (source, id);

CREATE TABLE import_problems (
    id INTEGER PRIMARY KEY,
    import_id INTEGER NOT NULL REFERENCES imports (id),
    source TEXT NOT NULL,
    line INTEGER,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

CREATE INDEX import_problems_by_import ON import_problems (import_id);

-- Sums that add up, one row for each client, week and measure (METRICS.md section 3). Derived: can be rebuilt.
CREATE TABLE weekly_rollups (
    client_id INTEGER NOT NULL REFERENCES clients (id),
    week TEXT NOT NULL,
    measure TEXT NOT NULL,
    clusters INTEGER NOT NULL,
    n INTEGER NOT NULL,
    y REAL NOT NULL,
    yy REAL NOT NULL,
    yn REAL NOT NULL,
    nn REAL NOT NULL,
    PRIMARY KEY (client_id, week, measure)
) STRICT, WITHOUT ROWID;

-- What the roll-ups do not show yet; marked in the transaction of the change, emptied by the next refresh.
CREATE TABLE stale_assets (
    asset_id INTEGER NOT NULL PRIMARY KEY REFERENCES assets (id)
) STRICT;

CREATE TABLE stale_weeks (
    client_id INTEGER NOT NULL REFERENCES clients (id),
    week TEXT NOT NULL,
    PRIMARY KEY (client_id, week)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE prompt_search USING fts5 (text, content = 'prompts', content_rowid = 'id');

CREATE TRIGGER prompts_are_searchable AFTER INSERT ON prompts BEGIN
    INSERT INTO prompt_search (rowid, text) VALUES (new.id, new.text);
END;

