-- SPDX-License-Identifier: GPL-3.0-or-later
-- Opening hours are looked at every month: of the business, and of a number whose shop has its own. And what was found
-- of each number stays with the item of an inspection that is about all of them.

ALTER TABLE business ADD COLUMN hours TEXT;
ALTER TABLE number ADD COLUMN hours TEXT;
ALTER TABLE inspection_item ADD COLUMN figures TEXT;
