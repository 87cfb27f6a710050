-- SPDX-License-Identifier: GPL-3.0-or-later
-- What views by model or template are counted from, week by week, and names that several clients use. Derived like
-- weekly_rollups: can be rebuilt.

-- One row for each client, week, model and template. sent: the generations column by column, see
-- store/observationcolumns; reviewed: their reviews in force, in the same order, so that a verdict writes little.
-- model: empty: unknown. template_id: 0: none. images: attempts that are ok.
CREATE TABLE weekly_observations (
    client_id INTEGER NOT NULL REFERENCES clients (id),
    week TEXT NOT NULL,
    model TEXT NOT NULL,
    template_id INTEGER NOT NULL,
    images INTEGER NOT NULL,
    first_sent_at INTEGER NOT NULL,
    sent BLOB NOT NULL,
    reviewed BLOB NOT NULL,
    PRIMARY KEY (client_id, week, model, template_id)
) STRICT;

INSERT INTO stale_weeks (client_id, week)
    SELECT DISTINCT client_id, sent_week FROM generations WHERE true ON CONFLICT DO NOTHING;

-- Names of assets that more than one client has; looked for when an asset is added, not each time they are asked for.
CREATE TABLE shared_asset_names (
    name TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

INSERT INTO shared_asset_names (name) SELECT name FROM assets GROUP BY name HAVING count(*) > 1;

CREATE TRIGGER shared_asset_names_are_noticed AFTER INSERT ON assets
    WHEN EXISTS (SELECT 1 FROM assets WHERE name = new.name AND id <> new.id) BEGIN
    INSERT INTO shared_asset_names (name) VALUES (new.name) ON CONFLICT DO NOTHING;
END;

-- What the owner says about the numbers: thresholds, baselines by hand, weekly reviews, acknowledged alerts. Only
-- added, never changed; of several, the last one counts. Views: client, model and template by name; NULL: all.

-- percent and floor NULL: as the definition of the metric says.
CREATE TABLE threshold_settings (
    id INTEGER PRIMARY KEY,
    metric TEXT NOT NULL,
    percent REAL,
    floor REAL,
    set_at INTEGER NOT NULL,
    set_by TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE baseline_settings (
    id INTEGER PRIMARY KEY,
    client TEXT,
    model TEXT,
    template TEXT,
    from_week TEXT NOT NULL,
    to_week TEXT NOT NULL,
    set_at INTEGER NOT NULL,
    set_by TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE baseline_withdrawals (
    baseline_id INTEGER NOT NULL PRIMARY KEY REFERENCES baseline_settings (id),
    withdrawn_at INTEGER NOT NULL
) STRICT;

CREATE TABLE weekly_reviews (
    id INTEGER PRIMARY KEY,
    week TEXT NOT NULL,
    client TEXT,
    model TEXT,
    template TEXT,
    owner TEXT NOT NULL,
    found TEXT NOT NULL DEFAULT '',
    signed_at INTEGER NOT NULL
) STRICT;

CREATE INDEX weekly_reviews_by_week ON weekly_reviews (week);

-- decision: flag_raised, explained or ignored.
CREATE TABLE weekly_review_decisions (
    weekly_review_id INTEGER NOT NULL REFERENCES weekly_reviews (id),
    metric TEXT NOT NULL,
    decision TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (weekly_review_id, metric)
) STRICT, WITHOUT ROWID;

-- since_week: the week from which the alert fires. deviation: a share of the baseline.
CREATE TABLE alert_acknowledgements (
    id INTEGER PRIMARY KEY,
    client TEXT,
    model TEXT,
    template TEXT,
    metric TEXT NOT NULL,
    since_week TEXT NOT NULL,
    deviation REAL,
    acknowledged_by TEXT NOT NULL,
    acknowledged_at INTEGER NOT NULL,
    note TEXT NOT NULL DEFAULT ''
) STRICT;
