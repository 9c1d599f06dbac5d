-- What a check of an upload found and would change, as gzipped JSON; one for each upload, the newest.
CREATE TABLE upload_report (
  upload TEXT PRIMARY KEY REFERENCES upload(id),
  report BLOB NOT NULL
);

-- Long work: checks and commits of uploads.
CREATE TABLE job (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  upload TEXT NOT NULL,
  state TEXT NOT NULL,
  queued_at TEXT NOT NULL,
  ended_at TEXT,
  code TEXT,
  message_zh TEXT,
  message_en TEXT
);
CREATE INDEX job_upload ON job(upload, queued_at);
