-- Small documents that are kept for good beside the layers: frozen figures, scenarios.
CREATE TABLE document (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  created_at TEXT NOT NULL,
  author TEXT NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX document_kind ON document(kind);
