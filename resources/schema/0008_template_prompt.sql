-- SPDX-License-Identifier: GPL-3.0-or-later
-- A template's checklist is kept with the prompt it was saved with: the spans of its constraints are in that one,
-- and other prompts of the template are compared with it to find what the variables were filled with.

ALTER TABLE templates ADD COLUMN prompt_id INTEGER REFERENCES prompts (id);
