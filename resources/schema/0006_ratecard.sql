-- SPDX-License-Identifier: GPL-3.0-or-later
-- What images cost where no log says it. generations.cost_source = 'rate' marks what came from here.

-- model: a pattern with * and ?. client: a name, empty: every client. valid_from: UTC milliseconds.
CREATE TABLE rates (
    id INTEGER PRIMARY KEY,
    model TEXT NOT NULL,
    basis TEXT NOT NULL,
    price_micro INTEGER NOT NULL,
    currency TEXT NOT NULL,
    valid_from INTEGER NOT NULL,
    client TEXT NOT NULL DEFAULT ''
) STRICT;

-- One row while estimates are made anew after the card changed: generations up to this id are done.
CREATE TABLE rate_recount (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    done_to INTEGER NOT NULL
) STRICT;

