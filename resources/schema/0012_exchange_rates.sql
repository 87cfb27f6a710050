-- SPDX-License-Identifier: GPL-3.0-or-later
-- What one unit of a currency is worth in the one that the workspace counts costs in. Only added: of several that
-- start at one instant the last one counts, and one that was wrong is withdrawn.

-- billionths: of the other currency, for one unit. valid_from: UTC milliseconds.
CREATE TABLE exchange_rates (
    id INTEGER PRIMARY KEY,
    currency TEXT NOT NULL,
    to_currency TEXT NOT NULL,
    billionths INTEGER NOT NULL,
    valid_from INTEGER NOT NULL,
    source TEXT NOT NULL DEFAULT '',
    added_at INTEGER NOT NULL,
    added_by TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE exchange_rate_withdrawals (
    exchange_rate_id INTEGER NOT NULL PRIMARY KEY REFERENCES exchange_rates (id),
    withdrawn_at INTEGER NOT NULL
) STRICT;
