-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is decided in a weekly review before it is signed. A signature takes it into weekly_review_decisions and removes it
-- here, so this table, unlike what is signed, changes with every key. Views as in weekly_reviews.

-- decision: as in weekly_review_decisions; NULL: a note alone so far.
CREATE TABLE weekly_review_drafts (
    id INTEGER PRIMARY KEY,
    week TEXT NOT NULL,
    client TEXT,
    model TEXT,
    template TEXT,
    metric TEXT NOT NULL,
    decision TEXT,
    note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX weekly_review_drafts_by_week ON weekly_review_drafts (week);
