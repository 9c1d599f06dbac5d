-- Who asked for a job and why, how far it has come, and what came of it: as in the store in PostgreSQL, where another node may do it.
ALTER TABLE job ADD COLUMN author TEXT NOT NULL DEFAULT '';
ALTER TABLE job ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE job ADD COLUMN node TEXT;
ALTER TABLE job ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN step TEXT;
ALTER TABLE job ADD COLUMN done INTEGER NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN total INTEGER;
ALTER TABLE job ADD COLUMN stopping INTEGER NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN refusal TEXT;
ALTER TABLE job ADD COLUMN revisions TEXT NOT NULL DEFAULT '';

-- Tells one report of an upload from the next, to whoever has one at hand.
ALTER TABLE upload_report ADD COLUMN stamp TEXT NOT NULL DEFAULT '';
