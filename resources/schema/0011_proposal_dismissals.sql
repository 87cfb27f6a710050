-- SPDX-License-Identifier: GPL-3.0-or-later
-- Proposed changes that somebody says are none: a model and template of a client, by name, are not asked about again.
-- Only added. model and template empty: unknown, none.
CREATE TABLE proposal_dismissals (
    id INTEGER PRIMARY KEY,
    client TEXT NOT NULL,
    model TEXT NOT NULL,
    template TEXT NOT NULL,
    dismissed_at INTEGER NOT NULL,
    dismissed_by TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT ''
) STRICT;
