-- SPDX-License-Identifier: GPL-3.0-or-later
-- Quicker with very many rows. A number that is not certified needs no entry by health: those are all
-- but the others. So an import writes one index less.
DROP INDEX number_health;
CREATE INDEX number_health ON number (health) WHERE removed_at IS NULL AND health <> 'none';

-- The cases that a program asks for by itself; a round with the platforms looks at nothing else.
CREATE INDEX certification_practice ON certification (state, updated_at) WHERE platform = 'practice';
