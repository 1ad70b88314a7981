-- SPDX-License-Identifier: GPL-3.0-or-later
-- Builds of before the first release wrote files of the versions 2 to 6 with other indexes, and those of 2 and 3 without
-- label_change.asked. From here on every file has one shape, whoever made it.

CREATE TABLE label_change_whole (
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

-- Where the table has no column "asked", the name means that of the subquery outside.
INSERT INTO label_change_whole (
  id, label_id, number_id, platform, certification_id, kind, text, was, show_on, file_by, expected, estimated,
  assumed, asked, state, counts_on, free, fee_min, fee_max, cost_id, filed_at, live_at, case_no, raw_state,
  reason, updated_at)
SELECT
  o.id, o.label_id, o.number_id, o.platform, o.certification_id, o.kind, o.text, o.was, o.show_on, o.file_by,
  o.expected, o.estimated, o.assumed, (SELECT asked FROM label_change i WHERE i.id = o.id), o.state,
  o.counts_on, o.free, o.fee_min, o.fee_max, o.cost_id, o.filed_at, o.live_at, o.case_no, o.raw_state,
  o.reason, o.updated_at
FROM label_change o CROSS JOIN (SELECT 0 AS asked);
DROP TABLE label_change;
ALTER TABLE label_change_whole RENAME TO label_change;
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

DROP INDEX IF EXISTS label_removed;
DROP INDEX label_days;
DROP INDEX label_until;
CREATE INDEX label_days ON label (from_day, id, until_day, number_id, removed_at) WHERE removed_at IS NULL;
CREATE INDEX label_until ON label (until_day, id, from_day, number_id, removed_at)
  WHERE removed_at IS NULL AND until_day IS NOT NULL;

DROP INDEX IF EXISTS number_use;

DROP INDEX inspection_item_sight;
CREATE INDEX inspection_item_sight ON inspection_item (number_id, platform, handset, at, result, inspection_id)
  WHERE section = 'display' AND result IN ('pass', 'fail');
