-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first shape of the file. Instants are UTC seconds, days ISO dates, money fen; words are the
-- nicks of src/model/xb-enums.h. Rows that others point to are marked removed, never deleted.

CREATE TABLE business (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  uscc TEXT,
  kind TEXT NOT NULL DEFAULT 'company',
  address TEXT,
  industry TEXT,
  contact TEXT,
  contact_phone TEXT,
  licence_expires TEXT,
  handsets TEXT NOT NULL DEFAULT 'huawei'
) STRICT;

CREATE TABLE brand (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  registered INTEGER NOT NULL DEFAULT 0,
  mark_no TEXT,
  expires TEXT
) STRICT;

CREATE TABLE number (
  id INTEGER PRIMARY KEY,
  e164 TEXT NOT NULL,
  national TEXT NOT NULL,
  type TEXT NOT NULL,
  use TEXT NOT NULL DEFAULT '',
  health TEXT NOT NULL DEFAULT 'none', -- follows its certifications, see the triggers
  added_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE UNIQUE INDEX number_e164 ON number (e164);
CREATE INDEX number_health ON number (health) WHERE removed_at IS NULL;
CREATE INDEX number_removed ON number (id) WHERE removed_at IS NOT NULL;

-- Bytes under files/, named by their SHA-256; several rows may point to the same bytes.
CREATE TABLE stored_file (
  sha256 TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  media_type TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE material (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL REFERENCES stored_file (sha256),
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  width INTEGER NOT NULL DEFAULT 0,
  height INTEGER NOT NULL DEFAULT 0,
  pages INTEGER NOT NULL DEFAULT 1,
  expires TEXT,
  added_at INTEGER NOT NULL,
  removed_at INTEGER,
  UNIQUE (sha256, type)
) STRICT;
CREATE INDEX material_expires ON material (expires) WHERE expires IS NOT NULL AND removed_at IS NULL;

-- What the owner changed in the catalogue, and the platforms that the owner added.
CREATE TABLE platform_edit (
  platform TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  edited_at INTEGER NOT NULL,
  PRIMARY KEY (platform, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE platform_added (
  key TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  added_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE nda (
  id INTEGER PRIMARY KEY,
  platform TEXT NOT NULL,
  signed TEXT NOT NULL,
  expires TEXT NOT NULL,
  material_id INTEGER REFERENCES material (id)
) STRICT;
CREATE INDEX nda_platform ON nda (platform, expires);

-- One hand-in: some numbers to one platform. The wizard writes each step here.
CREATE TABLE filing (
  id INTEGER PRIMARY KEY,
  platform TEXT,
  step TEXT NOT NULL DEFAULT 'numbers',
  display_name TEXT NOT NULL DEFAULT '',
  label TEXT NOT NULL DEFAULT '',
  purpose TEXT NOT NULL DEFAULT '',
  agent TEXT NOT NULL DEFAULT '',
  agent_phone TEXT NOT NULL DEFAULT '',
  expedite INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  submitted_at INTEGER NOT NULL DEFAULT 0,
  kit_path TEXT,
  removed_at INTEGER
) STRICT;
CREATE INDEX filing_open ON filing (updated_at) WHERE submitted_at = 0 AND removed_at IS NULL;

CREATE TABLE filing_number (
  filing_id INTEGER NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  number_id INTEGER NOT NULL REFERENCES number (id),
  PRIMARY KEY (filing_id, number_id)
) STRICT, WITHOUT ROWID;

-- Papers that the owner chose not to hand in with this filing.
CREATE TABLE filing_without (
  filing_id INTEGER NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  material_id INTEGER NOT NULL REFERENCES material (id),
  PRIMARY KEY (filing_id, material_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE certification (
  id INTEGER PRIMARY KEY,
  number_id INTEGER NOT NULL REFERENCES number (id),
  platform TEXT NOT NULL,
  filing_id INTEGER NOT NULL REFERENCES filing (id),
  state TEXT NOT NULL DEFAULT 'draft',
  display_name TEXT NOT NULL DEFAULT '',
  label TEXT NOT NULL DEFAULT '',
  case_no TEXT,
  expedite INTEGER NOT NULL DEFAULT 0,
  submitted_at INTEGER NOT NULL DEFAULT 0,
  approved_at INTEGER NOT NULL DEFAULT 0,
  live_at INTEGER NOT NULL DEFAULT 0,
  expected TEXT,
  estimated INTEGER NOT NULL DEFAULT 0,
  expires TEXT,
  raw_state TEXT,
  reason_code TEXT,
  reason TEXT,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX certification_once ON certification (number_id, platform) WHERE state <> 'withdrawn';
CREATE INDEX certification_number ON certification (number_id, state);
CREATE INDEX certification_filing ON certification (filing_id);
CREATE INDEX certification_state ON certification (state, expected);
CREATE INDEX certification_updated ON certification (updated_at, id);
CREATE INDEX certification_expires ON certification (expires) WHERE expires IS NOT NULL;

-- The health of a number: one that needs a hand says so; else live; else on the way; else none. Kept
-- with the number, so that 100,000 of them are counted and filtered at once.
CREATE TRIGGER certification_added AFTER INSERT ON certification BEGIN
  UPDATE number SET health =
    (SELECT CASE WHEN max (state IN ('needs-info', 'rejected', 'failed', 'suspended', 'expired')) THEN 'attention'
                 WHEN max (state = 'live') THEN 'live'
                 WHEN count (*) > 0 THEN 'progress'
                 ELSE 'none' END
     FROM certification WHERE number_id = NEW.number_id AND state <> 'withdrawn')
  WHERE id = NEW.number_id;
END;
CREATE TRIGGER certification_moved AFTER UPDATE OF state ON certification BEGIN
  UPDATE number SET health =
    (SELECT CASE WHEN max (state IN ('needs-info', 'rejected', 'failed', 'suspended', 'expired')) THEN 'attention'
                 WHEN max (state = 'live') THEN 'live'
                 WHEN count (*) > 0 THEN 'progress'
                 ELSE 'none' END
     FROM certification WHERE number_id = NEW.number_id AND state <> 'withdrawn')
  WHERE id = NEW.number_id;
END;
CREATE TRIGGER certification_gone AFTER DELETE ON certification BEGIN
  UPDATE number SET health =
    (SELECT CASE WHEN max (state IN ('needs-info', 'rejected', 'failed', 'suspended', 'expired')) THEN 'attention'
                 WHEN max (state = 'live') THEN 'live'
                 WHEN count (*) > 0 THEN 'progress'
                 ELSE 'none' END
     FROM certification WHERE number_id = OLD.number_id AND state <> 'withdrawn')
  WHERE id = OLD.number_id;
END;

CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  certification_id INTEGER NOT NULL REFERENCES certification (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  from_state TEXT,
  to_state TEXT NOT NULL,
  note TEXT,
  raw_state TEXT,
  reason TEXT
) STRICT;
CREATE INDEX event_certification ON event (certification_id, at);

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  certification_id INTEGER NOT NULL REFERENCES certification (id) ON DELETE CASCADE,
  handset TEXT NOT NULL,
  at INTEGER NOT NULL,
  sha256 TEXT NOT NULL REFERENCES stored_file (sha256),
  name TEXT NOT NULL,
  note TEXT
) STRICT;
CREATE INDEX evidence_certification ON evidence (certification_id, handset, at);

-- Who holds which watermarked copy since when.
CREATE TABLE copy (
  id INTEGER PRIMARY KEY,
  material_id INTEGER REFERENCES material (id),
  type TEXT NOT NULL,
  platform TEXT NOT NULL,
  filing_id INTEGER NOT NULL REFERENCES filing (id),
  made_at INTEGER NOT NULL,
  sent_at INTEGER NOT NULL DEFAULT 0,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  watermark TEXT NOT NULL
) STRICT;
CREATE INDEX copy_material ON copy (material_id);
CREATE INDEX copy_filing ON copy (filing_id);

CREATE TABLE cost (
  id INTEGER PRIMARY KEY,
  amount INTEGER NOT NULL,
  category TEXT NOT NULL,
  on_date TEXT NOT NULL,
  number_id INTEGER REFERENCES number (id),
  platform TEXT,
  certification_id INTEGER REFERENCES certification (id) ON DELETE SET NULL,
  note TEXT
) STRICT;
CREATE INDEX cost_date ON cost (on_date);
CREATE INDEX cost_certification ON cost (certification_id) WHERE certification_id IS NOT NULL;

-- Calls to platforms, each written in the transaction of the change that caused it.
CREATE TABLE outbox (
  id INTEGER PRIMARY KEY,
  platform TEXT NOT NULL,
  certification_id INTEGER NOT NULL REFERENCES certification (id) ON DELETE CASCADE,
  action TEXT NOT NULL,
  payload TEXT NOT NULL,
  idempotency_key TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL DEFAULT 'waiting',
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL DEFAULT 0,
  last_error TEXT,
  created_at INTEGER NOT NULL,
  done_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX outbox_waiting ON outbox (next_at, id) WHERE state = 'waiting';
CREATE INDEX outbox_certification ON outbox (certification_id);

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
