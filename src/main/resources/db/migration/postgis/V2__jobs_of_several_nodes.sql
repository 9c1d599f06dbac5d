-- Jobs are worked off by any number of nodes: who asked and why goes with a job, so that another node can do it.
ALTER TABLE job ADD COLUMN author text NOT NULL DEFAULT '';
ALTER TABLE job ADD COLUMN note text NOT NULL DEFAULT '';
ALTER TABLE job ADD COLUMN node text;
ALTER TABLE job ADD COLUMN version bigint NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN step text;
ALTER TABLE job ADD COLUMN done bigint NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN total bigint;
ALTER TABLE job ADD COLUMN stopping boolean NOT NULL DEFAULT false;
ALTER TABLE job ADD COLUMN refusal text;
ALTER TABLE job ADD COLUMN revisions text NOT NULL DEFAULT '';

-- A job of before has no node that could end it.
UPDATE job SET state = 'interrupted', ended_at = now() WHERE state IN ('queued', 'running');

CREATE UNIQUE INDEX job_open ON job(upload) WHERE state IN ('queued', 'running');
CREATE INDEX job_queue ON job(rowid) WHERE state = 'queued';

-- The processes that work on this store, and when each was last heard of, by the database's clock.
CREATE TABLE node (
  id text PRIMARY KEY,
  seen_at timestamptz NOT NULL
);

-- Tells one report of an upload from the next, to whoever has one at hand.
ALTER TABLE upload_report ADD COLUMN stamp text NOT NULL DEFAULT '';
