-- SPDX-License-Identifier: GPL-3.0-or-later
-- Two samples of one node that begin at the same instant but say something else are two: the first one is not
-- the only one that counts. The same sample again is still one.
CREATE TABLE gpu_samples_of_all (
    started_at INTEGER NOT NULL,
    node TEXT NOT NULL,
    duration_ms INTEGER NOT NULL,
    utilisation REAL NOT NULL,
    PRIMARY KEY (started_at, node, duration_ms, utilisation)
) STRICT, WITHOUT ROWID;

INSERT INTO gpu_samples_of_all (started_at, node, duration_ms, utilisation)
    SELECT started_at, node, duration_ms, utilisation FROM gpu_samples;

DROP TABLE gpu_samples;

ALTER TABLE gpu_samples_of_all RENAME TO gpu_samples;

CREATE TRIGGER gpu_samples_are_counted AFTER INSERT ON gpu_samples BEGIN
    INSERT INTO stale_gpu_samples (started_at) VALUES (new.started_at) ON CONFLICT DO NOTHING;
END;
