-- SPDX-License-Identifier: GPL-3.0-or-later
-- Incidents: cases with three clocks, what was asked of which platform, evidence, days to look again; and alerts.

CREATE TABLE incident (
  id INTEGER PRIMARY KEY,
  number_id INTEGER NOT NULL REFERENCES number (id),
  kind TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open',
  detected_at INTEGER NOT NULL, -- the clocks count from here
  opened_at INTEGER NOT NULL,
  opened_by TEXT NOT NULL DEFAULT 'hand',
  source_id INTEGER NOT NULL DEFAULT 0, -- the alert, the item of an inspection, the incident whose mark came back
  seen TEXT, -- what phones show
  purpose TEXT,
  appeal_text TEXT, -- the owner's own words; else as the purpose says
  script_text TEXT,
  notice_text TEXT,
  layer TEXT NOT NULL DEFAULT 'unknown',
  closed_at INTEGER NOT NULL DEFAULT 0,
  close_note TEXT
) STRICT;
CREATE INDEX incident_open ON incident (number_id, kind) WHERE state = 'open';
CREATE INDEX incident_state ON incident (state, detected_at);

CREATE TABLE incident_step (
  id INTEGER PRIMARY KEY,
  incident_id INTEGER NOT NULL REFERENCES incident (id),
  step TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  done_at INTEGER NOT NULL DEFAULT 0,
  note TEXT,
  UNIQUE (incident_id, step)
) STRICT;
CREATE INDEX incident_step_due ON incident_step (due_at) WHERE done_at = 0;

-- What is asked of one platform.
CREATE TABLE appeal (
  id INTEGER PRIMARY KEY,
  incident_id INTEGER NOT NULL REFERENCES incident (id),
  platform TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'planned',
  filed_at INTEGER NOT NULL DEFAULT 0,
  case_no TEXT,
  expected TEXT,
  estimated INTEGER NOT NULL DEFAULT 0,
  expedite INTEGER NOT NULL DEFAULT 0,
  answered_at INTEGER NOT NULL DEFAULT 0,
  refusal TEXT,
  note TEXT,
  UNIQUE (incident_id, platform)
) STRICT;
CREATE INDEX appeal_filed ON appeal (expected) WHERE state = 'filed';

CREATE TABLE incident_evidence (
  id INTEGER PRIMARY KEY,
  incident_id INTEGER NOT NULL REFERENCES incident (id),
  step TEXT NOT NULL,
  at INTEGER NOT NULL,
  sha256 TEXT NOT NULL REFERENCES stored_file (sha256),
  name TEXT NOT NULL,
  note TEXT,
  UNIQUE (incident_id, step, sha256)
) STRICT;

CREATE TABLE recheck (
  id INTEGER PRIMARY KEY,
  incident_id INTEGER NOT NULL REFERENCES incident (id),
  due TEXT NOT NULL,
  done_at INTEGER NOT NULL DEFAULT 0,
  marked INTEGER NOT NULL DEFAULT 0,
  note TEXT
) STRICT;
CREATE INDEX recheck_incident ON recheck (incident_id, due);
CREATE INDEX recheck_due ON recheck (due) WHERE done_at = 0;

CREATE TABLE incident_event (
  id INTEGER PRIMARY KEY,
  incident_id INTEGER NOT NULL REFERENCES incident (id),
  at INTEGER NOT NULL,
  what TEXT NOT NULL,
  subject TEXT,
  note TEXT
) STRICT;
CREATE INDEX incident_event_incident ON incident_event (incident_id, id);

ALTER TABLE cost ADD COLUMN incident_id INTEGER REFERENCES incident (id);
CREATE INDEX cost_incident ON cost (incident_id) WHERE incident_id IS NOT NULL;

-- When to warn. A rule of a number stands in place of the one for all.
CREATE TABLE alert_rule (
  id INTEGER PRIMARY KEY,
  measure TEXT NOT NULL,
  number_id INTEGER NOT NULL DEFAULT 0, -- of number; 0: every number
  threshold INTEGER NOT NULL,
  enabled INTEGER NOT NULL DEFAULT 1,
  UNIQUE (measure, number_id)
) STRICT;
INSERT INTO alert_rule (measure, threshold) VALUES
  ('marks', 5), ('complaints', 3), ('answer-rate', 65), ('answer-fall', 5), ('display-lost', 1), ('deadline', 1);

-- One warning for as long as a threshold is crossed, from the first day to the last.
CREATE TABLE alert (
  id INTEGER PRIMARY KEY,
  rule_id INTEGER NOT NULL REFERENCES alert_rule (id),
  measure TEXT NOT NULL,
  number_id INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'raised',
  raised_at INTEGER NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  value INTEGER NOT NULL DEFAULT 0,
  threshold INTEGER NOT NULL DEFAULT 0,
  baseline INTEGER NOT NULL DEFAULT 0,
  calls INTEGER NOT NULL DEFAULT 0,
  detail TEXT,
  object TEXT, -- where it is seen to
  key TEXT, -- which of the things that one rule warns of
  snoozed_until INTEGER NOT NULL DEFAULT 0,
  told_at INTEGER NOT NULL DEFAULT 0,
  incident_id INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX alert_number ON alert (number_id, measure, last_day);
CREATE INDEX alert_raised ON alert (raised_at) WHERE state = 'raised';
CREATE INDEX alert_key ON alert (key) WHERE key IS NOT NULL AND state <> 'over';

-- Which days were looked at: every import up to here, and every one that was taken out up to then.
CREATE TABLE alert_progress (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  import_id INTEGER NOT NULL,
  undone_at INTEGER NOT NULL,
  rules TEXT NOT NULL -- the rules as they were: others look at all days anew
) STRICT;
