-- SPDX-License-Identifier: GPL-3.0-or-later
-- Labels over time: what a number is to show from a day until a day, what has to be changed at which
-- platform for it, what that costs; and the owner's own words and levels for the compliance check.

CREATE TABLE campaign (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT NOT NULL,
  note TEXT,
  created_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE UNIQUE INDEX campaign_name ON campaign (name) WHERE removed_at IS NULL;
CREATE INDEX campaign_days ON campaign (from_day, id) WHERE removed_at IS NULL;

-- What a number is to show. A platform of NULL means every platform that certifies it. Without a last
-- day it is the base label; over it lies one with a last day (a season), over that one of a
-- campaign; then what was there before returns. A label whose last day lies before its first never shows.
CREATE TABLE label (
  id INTEGER PRIMARY KEY,
  number_id INTEGER NOT NULL REFERENCES number (id),
  platform TEXT,
  text TEXT NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT,
  replaced_by INTEGER REFERENCES label (id), -- a base label that ends where this next one begins
  campaign_id INTEGER REFERENCES campaign (id),
  certification_id INTEGER REFERENCES certification (id) ON DELETE SET NULL, -- handed in with it: no edit
  who TEXT,
  why TEXT,
  override TEXT, -- why it is wanted although the check finds an error
  created_at INTEGER NOT NULL,
  ended_at INTEGER,
  removed_at INTEGER
) STRICT;
CREATE INDEX label_number ON label (number_id, from_day) WHERE removed_at IS NULL;
CREATE INDEX label_days ON label (from_day, id, until_day, number_id, removed_at) WHERE removed_at IS NULL;
CREATE INDEX label_until ON label (until_day, id, from_day, number_id, removed_at)
  WHERE removed_at IS NULL AND until_day IS NOT NULL;
CREATE INDEX label_campaign ON label (campaign_id) WHERE campaign_id IS NOT NULL;
CREATE INDEX label_certification ON label (certification_id) WHERE certification_id IS NOT NULL;
CREATE INDEX label_replaced ON label (replaced_by) WHERE replaced_by IS NOT NULL;

-- One edit at one platform: put a label up, or put back what was there before. Each has its cost line.
CREATE TABLE label_change (
  id INTEGER PRIMARY KEY,
  label_id INTEGER NOT NULL REFERENCES label (id),
  number_id INTEGER NOT NULL REFERENCES number (id),
  platform TEXT NOT NULL,
  certification_id INTEGER REFERENCES certification (id) ON DELETE SET NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  was TEXT NOT NULL DEFAULT '', -- what it replaces
  show_on TEXT NOT NULL,
  file_by TEXT NOT NULL,
  expected TEXT NOT NULL, -- the day by which it shows when it is handed in then
  estimated INTEGER NOT NULL DEFAULT 0, -- a day lies past the published calendar
  assumed INTEGER NOT NULL DEFAULT 0, -- the platform's days are not known, the house's own allowance counts
  asked INTEGER NOT NULL DEFAULT 0, -- by itself: it stays though another label comes before it went out
  state TEXT NOT NULL DEFAULT 'planned',
  counts_on TEXT NOT NULL, -- the day whose contract year it counts in
  free INTEGER NOT NULL DEFAULT 0,
  fee_min INTEGER,
  fee_max INTEGER,
  cost_id INTEGER REFERENCES cost (id) ON DELETE SET NULL,
  filed_at INTEGER NOT NULL DEFAULT 0,
  live_at INTEGER NOT NULL DEFAULT 0,
  case_no TEXT,
  raw_state TEXT,
  reason TEXT,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX label_change_label ON label_change (label_id);
CREATE INDEX label_change_number ON label_change (number_id, platform, state);
CREATE INDEX label_change_planned ON label_change (file_by, platform, kind, show_on, text, label_id, state)
  WHERE state = 'planned';
CREATE INDEX label_change_filed ON label_change (expected, platform, kind, show_on, text, label_id, state)
  WHERE state = 'filed';
CREATE INDEX label_change_open ON label_change (file_by, id, state) WHERE state IN ('planned', 'filed', 'refused');
CREATE INDEX label_change_refused ON label_change (updated_at, platform, kind, show_on, text, label_id, state)
  WHERE state = 'refused';
CREATE INDEX label_change_restore ON label_change (show_on, platform, text, label_id, kind, state)
  WHERE kind = 'restore' AND state IN ('planned', 'filed', 'refused');
CREATE INDEX label_change_free ON label_change (platform, counts_on, state, free) WHERE free <> 0;
CREATE INDEX label_change_next ON label_change (platform, counts_on, id, state) WHERE state = 'planned';
CREATE INDEX label_change_certification ON label_change (certification_id, state) WHERE certification_id IS NOT NULL;
CREATE INDEX label_change_cost ON label_change (cost_id) WHERE cost_id IS NOT NULL;

-- What happened to a label: by whom, when, why.
CREATE TABLE label_event (
  id INTEGER PRIMARY KEY,
  label_id INTEGER NOT NULL REFERENCES label (id),
  change_id INTEGER, -- of label_change; a plan that was dropped is gone from there
  at INTEGER NOT NULL,
  what TEXT NOT NULL,
  platform TEXT,
  who TEXT,
  note TEXT
) STRICT;
CREATE INDEX label_event_label ON label_event (label_id, id);

-- Since when a platform shows numbers of the business: a contract year begins there.
CREATE INDEX certification_shown ON certification (platform, approved_at) WHERE approved_at > 0;

-- Free edits of a contract year that were used without this program, as the owner says.
CREATE TABLE edit_account (
  platform TEXT NOT NULL,
  year_from TEXT NOT NULL,
  used_elsewhere INTEGER NOT NULL,
  PRIMARY KEY (platform, year_from)
) STRICT, WITHOUT ROWID;

-- A line that the program wrote from the catalogue's figures may be the upper end of a range, so that
-- nothing looks cheaper than it is.
ALTER TABLE cost ADD COLUMN amount_min INTEGER;
ALTER TABLE cost ADD COLUMN indicative INTEGER NOT NULL DEFAULT 0;
UPDATE cost SET indicative = 1 WHERE category IN ('annual', 'expedite');
CREATE INDEX cost_number ON cost (number_id, on_date) WHERE number_id IS NOT NULL;

-- The owner's own words for the check: banned ones, and ones that are fine here.
CREATE TABLE lint_word (
  id INTEGER PRIMARY KEY,
  word TEXT NOT NULL,
  kind TEXT NOT NULL,
  severity TEXT NOT NULL DEFAULT 'error',
  platform TEXT,
  reason TEXT NOT NULL,
  expires TEXT,
  source TEXT NOT NULL DEFAULT 'owner',
  created_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE UNIQUE INDEX lint_word_once ON lint_word (word, kind, ifnull (platform, '')) WHERE removed_at IS NULL;

CREATE TABLE lint_level (
  rule TEXT PRIMARY KEY,
  level TEXT NOT NULL,
  reason TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What shows today was handed in with its certification.
INSERT INTO label (number_id, platform, text, from_day, certification_id, created_at)
  SELECT number_id, platform, label,
         date (iif (submitted_at > 0, submitted_at, live_at), 'unixepoch', '+8 hours'), id, live_at
  FROM certification WHERE state = 'live' AND label <> '';
