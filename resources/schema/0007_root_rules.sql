-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which files of an image root are taken, and what their places say. Patterns one on a line. No row: everything is
-- taken and places say nothing.

CREATE TABLE root_rules (
    root_id INTEGER NOT NULL PRIMARY KEY REFERENCES image_roots (id),
    include TEXT NOT NULL DEFAULT '',
    exclude TEXT NOT NULL DEFAULT '',
    path_pattern TEXT NOT NULL DEFAULT ''
) STRICT;

-- The last cycle of an asset is found without reading all of its rows.
DROP INDEX generations_by_asset;

CREATE INDEX generations_by_asset ON generations (asset_id, cycle) WHERE asset_id IS NOT NULL;
