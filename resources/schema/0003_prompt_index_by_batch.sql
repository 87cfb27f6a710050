-- SPDX-License-Identifier: GPL-3.0-or-later
-- Prompts become searchable with the batch that brings them, not one by one: the index writes what it has gathered
-- at every savepoint, which made it the dearest part of an import.

DROP TRIGGER prompts_are_searchable;

