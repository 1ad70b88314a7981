-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the owner calls where a report comes from: kept with its columns, and with what was taken in from there.

ALTER TABLE metric_source ADD COLUMN name TEXT;
ALTER TABLE metric_import ADD COLUMN source TEXT;
