-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a file declares about its origin; whether an import read all of its source, so that what it did not refuse
-- again is settled; and a way to see quickly whether a refusal is an old one.

-- provenance: one statement a line, see metadata/provenance; nothing of it is verified.
ALTER TABLE images ADD COLUMN provenance TEXT NOT NULL DEFAULT '';

ALTER TABLE imports ADD COLUMN is_whole INTEGER NOT NULL DEFAULT 1;

CREATE INDEX import_problems_by_source ON import_problems (source, line);
