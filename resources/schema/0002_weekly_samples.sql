-- SPDX-License-Identifier: GPL-3.0-or-later
-- What quantiles and the fleet's utilisation are made from, week by week. Derived like weekly_rollups: can be rebuilt.

-- samples: the sorted values of one client, week and measure with the cluster of each, see store/sampleblob.
CREATE TABLE weekly_samples (
    client_id INTEGER NOT NULL REFERENCES clients (id),
    week TEXT NOT NULL,
    measure TEXT NOT NULL,
    samples BLOB NOT NULL,
    PRIMARY KEY (client_id, week, measure)
) STRICT;

-- GPU samples whose week is not marked in stale_weeks yet. The fleet's days are kept with client 1, "no client".
CREATE TABLE stale_gpu_samples (
    started_at INTEGER NOT NULL PRIMARY KEY
) STRICT;

CREATE TRIGGER gpu_samples_are_counted AFTER INSERT ON gpu_samples BEGIN
    INSERT INTO stale_gpu_samples (started_at) VALUES (new.started_at) ON CONFLICT DO NOTHING;
END;

INSERT INTO stale_gpu_samples (started_at) SELECT DISTINCT started_at FROM gpu_samples;

INSERT INTO stale_weeks (client_id, week)
    SELECT DISTINCT client_id, week FROM weekly_rollups WHERE true ON CONFLICT DO NOTHING;

