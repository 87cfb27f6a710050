-- SPDX-License-Identifier: GPL-3.0-or-later
-- Which fields of a log's generation its image file filled in: the only ones that reading the file again may replace.

-- fields: sum of MetadataField's numbers, see store/metadatafields.
-- A generation of a file alone has no row: all of its fields are the file's.
-- Generations joined before this version have none either: what they have stays, only gaps are filled.
CREATE TABLE metadata_fields (
    generation_id INTEGER PRIMARY KEY REFERENCES generations (id),
    fields INTEGER NOT NULL
) STRICT;
