/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-workspace-alert.h"
#include "xb-workspace-incident.h"

G_BEGIN_DECLS

#define XB_INCIDENT_SELECT \
  "SELECT r.*, n.national AS number, n.e164, n.use, " \
  "(SELECT s.step FROM incident_step s WHERE s.incident_id = r.id AND s.done_at = 0 ORDER BY s.due_at LIMIT 1) AS next_step, " \
  "(SELECT min (s.due_at) FROM incident_step s WHERE s.incident_id = r.id AND s.done_at = 0) AS next_due, " \
  "(SELECT count (*) FROM appeal a WHERE a.incident_id = r.id) AS n_appeals, " \
  "(SELECT count (*) FROM appeal a WHERE a.incident_id = r.id AND a.state = 'cleared') AS n_cleared, " \
  "(SELECT ifnull (sum (c.amount), 0) FROM cost c WHERE c.incident_id = r.id) AS cost " \
  "FROM incident r JOIN number n ON n.id = r.number_id "

#define XB_APPEAL_SELECT \
  "SELECT r.*, (SELECT ifnull (sum (c.amount), 0) FROM cost c WHERE c.incident_id = r.incident_id AND " \
  "c.platform = r.platform) AS cost FROM appeal r "

G_END_DECLS
