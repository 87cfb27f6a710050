-- SPDX-License-Identifier: GPL-3.0-or-later
-- The library lists every generation, also those without an image: by time, and by the words of its prompt.

CREATE INDEX generations_by_time ON generations (sent_at, id);

DROP INDEX generations_by_prompt;

CREATE INDEX generations_by_prompt ON generations (prompt_id) WHERE prompt_id IS NOT NULL;
