-- What a hand-in had mended on its way in: class of repair → number of features, as JSON ({"make-valid":2}).
ALTER TABLE revision ADD COLUMN repairs TEXT NOT NULL DEFAULT '{}';
