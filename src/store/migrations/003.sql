-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the platforms' reports say: calls, answered calls, marks … of each number and day, or of a month where a
-- report knows no days.

-- One row is a number and a period, packed into its key: number_id * 65536 + period. A period below 50000 is a day,
-- counted from 2000-01-01; from there on it is a month as a whole, counted from January 2000. A figure that no report
-- gave is NULL, which is not 0. Packed so, ten million rows with all their figures take about 30 bytes each.
CREATE TABLE metric (
  id INTEGER PRIMARY KEY,
  calls INTEGER,
  answered INTEGER,
  marks INTEGER,
  complaints INTEGER,
  inquiries INTEGER,
  orders INTEGER,
  revenue INTEGER,
  import_id INTEGER NOT NULL, -- of metric_import: the one that wrote it last
  number_id INTEGER AS (id >> 16) VIRTUAL,
  period INTEGER AS (id & 65535) VIRTUAL
) STRICT;

CREATE TABLE metric_import (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  fingerprint TEXT,
  at INTEGER NOT NULL,
  rows INTEGER NOT NULL DEFAULT 0,
  imported INTEGER NOT NULL DEFAULT 0,
  replaced INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0,
  first_day TEXT,
  last_day TEXT,
  first_period INTEGER NOT NULL DEFAULT 0,
  last_period INTEGER NOT NULL DEFAULT 0,
  known INTEGER NOT NULL DEFAULT 0, -- a bit for each figure that the report has
  undoable INTEGER NOT NULL DEFAULT 1,
  undone_at INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What a later import wrote over, so that it can be undone in any order.
CREATE TABLE metric_replaced (
  id INTEGER NOT NULL,
  import_id INTEGER NOT NULL, -- the import that wrote over it
  calls INTEGER,
  answered INTEGER,
  marks INTEGER,
  complaints INTEGER,
  inquiries INTEGER,
  orders INTEGER,
  revenue INTEGER,
  was_import_id INTEGER NOT NULL, -- the import that had written it
  PRIMARY KEY (id, import_id)
) STRICT, WITHOUT ROWID;

-- Which column of a source is which figure, by its headings.
CREATE TABLE metric_source (
  fingerprint TEXT PRIMARY KEY,
  headings TEXT NOT NULL,
  columns TEXT NOT NULL,
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Sums of the days in metric, kept with every change of it: of a day over all numbers, of a number (id / 65536) over
-- a month (id & 65535, counted from January 2000). n_… counts the rows that have the figure; rated sums the calls of
-- the rows that also have the answered ones. Months that were reported as a whole are in neither.
CREATE TABLE metric_by_day (
  id INTEGER PRIMARY KEY,
  rows INTEGER NOT NULL,
  rated INTEGER NOT NULL,
  calls INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  marks INTEGER NOT NULL,
  complaints INTEGER NOT NULL,
  inquiries INTEGER NOT NULL,
  orders INTEGER NOT NULL,
  revenue INTEGER NOT NULL,
  n_calls INTEGER NOT NULL,
  n_answered INTEGER NOT NULL,
  n_marks INTEGER NOT NULL,
  n_complaints INTEGER NOT NULL,
  n_inquiries INTEGER NOT NULL,
  n_orders INTEGER NOT NULL,
  n_revenue INTEGER NOT NULL
) STRICT;
CREATE TABLE metric_by_month (
  id INTEGER PRIMARY KEY,
  rows INTEGER NOT NULL,
  rated INTEGER NOT NULL,
  calls INTEGER NOT NULL,
  answered INTEGER NOT NULL,
  marks INTEGER NOT NULL,
  complaints INTEGER NOT NULL,
  inquiries INTEGER NOT NULL,
  orders INTEGER NOT NULL,
  revenue INTEGER NOT NULL,
  n_calls INTEGER NOT NULL,
  n_answered INTEGER NOT NULL,
  n_marks INTEGER NOT NULL,
  n_complaints INTEGER NOT NULL,
  n_inquiries INTEGER NOT NULL,
  n_orders INTEGER NOT NULL,
  n_revenue INTEGER NOT NULL
) STRICT;
CREATE INDEX metric_month ON metric (period) WHERE (id & 65535) >= 50000;
