-- SPDX-License-Identifier: GPL-3.0-or-later
-- The inspection: a list of things to look at, made from the register, what was found, and its evidence. Once it is
-- signed nothing of it changes any more, and its digest says so.

CREATE TABLE inspection (
  id INTEGER PRIMARY KEY,
  on_day TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open',
  started_at INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL DEFAULT 0,
  signed_at INTEGER NOT NULL DEFAULT 0,
  signed_by TEXT,
  digest TEXT,
  seconds INTEGER NOT NULL DEFAULT 0,
  note TEXT,
  next_day TEXT, -- what ends before it is looked at
  removed_at INTEGER
) STRICT;
CREATE UNIQUE INDEX inspection_open ON inspection (state) WHERE state = 'open' AND removed_at IS NULL;
CREATE INDEX inspection_day ON inspection (on_day, id) WHERE removed_at IS NULL;
CREATE INDEX inspection_signed ON inspection (id) WHERE state = 'signed';

-- What is expected is copied: it must be known later what was looked for.
CREATE TABLE inspection_item (
  id INTEGER PRIMARY KEY,
  inspection_id INTEGER NOT NULL REFERENCES inspection (id),
  position INTEGER NOT NULL,
  section TEXT NOT NULL,
  key TEXT NOT NULL, -- the same for the same thing in every inspection
  topic TEXT NOT NULL,
  number_id INTEGER REFERENCES number (id),
  handset TEXT,
  platform TEXT,
  operator TEXT,
  label_id INTEGER REFERENCES label (id),
  change_id INTEGER, -- of label_change; a plan that was dropped is gone from there
  name TEXT,
  expected TEXT,
  logo TEXT,
  due TEXT,
  value INTEGER NOT NULL DEFAULT 0,
  total INTEGER NOT NULL DEFAULT 0,
  result TEXT NOT NULL DEFAULT 'open',
  automatic INTEGER NOT NULL DEFAULT 0,
  seen_name TEXT,
  seen TEXT,
  recognition TEXT NOT NULL DEFAULT 'unknown',
  sim TEXT,
  network TEXT NOT NULL DEFAULT 'unknown',
  at INTEGER NOT NULL DEFAULT 0,
  note TEXT
) STRICT;
CREATE UNIQUE INDEX inspection_item_key ON inspection_item (inspection_id, key);
CREATE INDEX inspection_item_place ON inspection_item (inspection_id, position);
CREATE INDEX inspection_item_result ON inspection_item (inspection_id, result, position);
CREATE INDEX inspection_item_sight ON inspection_item (number_id, platform, handset, at, result, inspection_id)
  WHERE section = 'display' AND result IN ('pass', 'fail');

CREATE TABLE inspection_photo (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES inspection_item (id),
  sha256 TEXT NOT NULL REFERENCES stored_file (sha256),
  name TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX inspection_photo_item ON inspection_photo (item_id, sha256);

-- What has to be done because an item failed. It goes on after the inspection was signed.
CREATE TABLE inspection_task (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL UNIQUE REFERENCES inspection_item (id),
  kind TEXT NOT NULL,
  opened_at INTEGER NOT NULL,
  due TEXT NOT NULL,
  incident_id INTEGER, -- once one was opened, it has the days
  closed_at INTEGER NOT NULL DEFAULT 0,
  close_note TEXT
) STRICT;
CREATE INDEX inspection_task_due ON inspection_task (due, id) WHERE closed_at = 0 AND incident_id IS NULL;

CREATE TRIGGER inspection_signed_change BEFORE UPDATE ON inspection WHEN OLD.state = 'signed' BEGIN
  SELECT RAISE (ABORT, 'a signed inspection does not change');
END;
CREATE TRIGGER inspection_signed_delete BEFORE DELETE ON inspection WHEN OLD.state = 'signed' BEGIN
  SELECT RAISE (ABORT, 'a signed inspection does not change');
END;
CREATE TRIGGER inspection_item_signed_add BEFORE INSERT ON inspection_item
  WHEN (SELECT state FROM inspection WHERE id = NEW.inspection_id) = 'signed' BEGIN
  SELECT RAISE (ABORT, 'a signed inspection does not change');
END;
CREATE TRIGGER inspection_item_signed_change BEFORE UPDATE ON inspection_item
  WHEN (SELECT state FROM inspection WHERE id = OLD.inspection_id) = 'signed' BEGIN
  SELECT RAISE (ABORT, 'a signed inspection does not change');
END;
CREATE TRIGGER inspection_item_signed_move BEFORE UPDATE OF inspection_id ON inspection_item
  WHEN (SELECT state FROM inspection WHERE id = NEW.inspection_id) = 'signed' BEGIN
  SELECT RAISE (ABORT, 'a signed inspection does not change');
END;
CREATE TRIGGER inspection_item_signed_delete BEFORE DELETE ON inspection_item
  WHEN (SELECT state FROM inspection WHERE id = OLD.inspection_id) = 'signed' BEGIN
  SELECT RAISE (ABORT, 'a signed inspection does not change');
END;
CREATE TRIGGER inspection_photo_signed_add BEFORE INSERT ON inspection_photo
  WHEN (SELECT i.state FROM inspection i JOIN inspection_item t ON t.inspection_id = i.id
        WHERE t.id = NEW.item_id) = 'signed' BEGIN
  SELECT RAISE (ABORT, 'a signed inspection does not change');
END;
CREATE TRIGGER inspection_photo_signed_change BEFORE UPDATE ON inspection_photo
  WHEN (SELECT i.state FROM inspection i JOIN inspection_item t ON t.inspection_id = i.id
        WHERE t.id IN (OLD.item_id, NEW.item_id) AND i.state = 'signed' LIMIT 1) = 'signed' BEGIN
  SELECT RAISE (ABORT, 'a signed inspection does not change');
END;
CREATE TRIGGER inspection_photo_signed_delete BEFORE DELETE ON inspection_photo
  WHEN (SELECT i.state FROM inspection i JOIN inspection_item t ON t.inspection_id = i.id
        WHERE t.id = OLD.item_id) = 'signed' BEGIN
  SELECT RAISE (ABORT, 'a signed inspection does not change');
END;

-- Who sees what: the numbers that callers see by name, in the order of the register.
CREATE INDEX certification_live ON certification (number_id, platform) WHERE state = 'live';
-- What ends soon.
CREATE INDEX certification_live_at ON certification (live_at) WHERE state = 'live';
