-- What happened to an outfall, a problem site, a boundary marker: events, appended and never changed. "number" counts the events of one subject.
CREATE TABLE ledger_event (
  seq INTEGER PRIMARY KEY,
  ledger TEXT NOT NULL,
  subject TEXT NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  body TEXT NOT NULL,
  UNIQUE (ledger, subject, number)
);
CREATE INDEX ledger_event_ledger ON ledger_event(ledger, seq);

-- Photos and documents of the ledgers; their bytes lie in the archive under their SHA-256.
CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  ledger TEXT NOT NULL,
  subject TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  lon REAL,
  lat REAL,
  at TEXT NOT NULL,
  author TEXT NOT NULL
);
CREATE INDEX attachment_subject ON attachment(ledger, subject);
CREATE INDEX attachment_sha256 ON attachment(sha256);

-- Who may sign in, and what they may do. "stamp" changes when all their sessions end.
CREATE TABLE account (
  name TEXT PRIMARY KEY,
  display TEXT NOT NULL,
  password TEXT,
  roles TEXT NOT NULL,
  regions TEXT NOT NULL,
  must_change INTEGER NOT NULL,
  closed INTEGER NOT NULL,
  identity TEXT UNIQUE,
  stamp TEXT NOT NULL,
  created_at TEXT NOT NULL
) WITHOUT ROWID;

-- Keys of programs. Only the hash of a token is kept.
CREATE TABLE api_token (
  id TEXT PRIMARY KEY,
  account TEXT NOT NULL REFERENCES account(name),
  label TEXT NOT NULL,
  hash TEXT NOT NULL,
  scopes TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT,
  revoked_at TEXT
);
CREATE INDEX api_token_account ON api_token(account);

-- Who is signed in now. Only the hash of what the browser shows is kept.
CREATE TABLE session (
  hash TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  stamp TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ends_at TEXT NOT NULL
) WITHOUT ROWID;

-- Every change, sign-in and export: each entry's hash covers the entry and the hash before it.
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  from_where TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  revision INTEGER,
  hash TEXT NOT NULL
);

-- From where a job was asked for.
ALTER TABLE job ADD COLUMN from_where TEXT NOT NULL DEFAULT '';
