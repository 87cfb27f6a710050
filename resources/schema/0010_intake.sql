-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a file declares about its origin, and a way to see quickly whether a refusal is an old one.

-- provenance: one statement a line, see metadata/provenance; nothing of it is verified.
ALTER TABLE images ADD COLUMN provenance TEXT NOT NULL DEFAULT '';

CREATE INDEX import_problems_by_source ON import_problems (source, line);
