-- SPDX-License-Identifier: GPL-3.0-or-later
-- What views by model or template are counted from, week by week, and names that several clients use. Derived like
-- weekly_rollups: can be rebuilt.

-- One row for each client, week, model and template. sent: the generations column by column, see
-- store/observationcolumns; reviewed: their reviews in force, in the same order, so that a verdict writes little.
-- model: empty: unknown. template_id: 0: none.
CREATE TABLE weekly_observations (
    client_id INTEGER NOT NULL REFERENCES clients (id),
    week TEXT NOT NULL,
    model TEXT NOT NULL,
    template_id INTEGER NOT NULL,
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
