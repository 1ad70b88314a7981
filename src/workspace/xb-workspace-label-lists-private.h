/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How far a label is put up: the edit that needs a hand says so; else the one that is furthest back. Without an
 * edit it shows where the certification shows the same words, and waits where none does. */
#define XB_LABEL_SELECT                                                                                               \
  "SELECT r.*, n.national AS number, n.e164, n.use, "                                                                 \
  "(SELECT k.name FROM campaign k WHERE k.id = r.campaign_id) AS campaign, "                                          \
  "ifnull ((SELECT CASE min (CASE c.state WHEN 'refused' THEN 0 WHEN 'filed' THEN 1 WHEN 'planned' THEN 2 ELSE 3 END) " \
  "         WHEN 0 THEN 'refused' WHEN 1 THEN 'filed' WHEN 2 THEN 'planned' WHEN 3 THEN 'live' END "                  \
  "         FROM label_change c WHERE c.label_id = r.id AND c.kind = 'put-up' AND c.state <> 'cancelled'), "          \
  "        iif (r.certification_id IS NOT NULL OR EXISTS (SELECT 1 FROM certification c WHERE c.number_id = r.number_id " \
  "             AND c.state = 'live' AND c.label = r.text AND (r.platform IS NULL OR r.platform = c.platform)), "     \
  "             'live', 'planned')) AS state, "                                                                       \
  "(SELECT count (*) FROM label_change c WHERE c.label_id = r.id AND c.state <> 'cancelled') AS changes, "            \
  "(SELECT count (*) FROM label_change c WHERE c.label_id = r.id AND c.kind = 'restore' "                             \
  " AND c.state IN ('planned', 'filed', 'refused')) AS restores, "                                                    \
  "(SELECT ifnull (sum (k.amount), 0) FROM label_change c JOIN cost k ON k.id = c.cost_id WHERE c.label_id = r.id) "  \
  "AS cost FROM label r JOIN number n ON n.id = r.number_id "

#define XB_LABEL_CHANGE_SELECT                                                                                        \
  "SELECT r.id, r.label_id, r.number_id, r.platform, r.certification_id, r.kind, r.text, r.was, r.show_on, r.file_by, " \
  "r.expected, r.estimated, r.assumed, r.state, r.counts_on, r.free, ifnull (r.fee_min, -1) AS fee_min, "             \
  "ifnull (r.fee_max, -1) AS fee_max, r.cost_id, r.filed_at, r.live_at, r.case_no, r.raw_state, r.reason, "           \
  "r.updated_at, n.national AS number, n.e164, l.who, l.why, l.override, "                                            \
  "(SELECT k.amount FROM cost k WHERE k.id = r.cost_id) AS cost "                                                     \
  "FROM label_change r JOIN number n ON n.id = r.number_id JOIN label l ON l.id = r.label_id "

#define XB_NUMBER_LABELS_SELECT                                                                                       \
  "SELECT r.id, r.national AS number, r.e164, r.use, "                                                                \
  "(SELECT json_group_array (json_array (l.id, l.platform, l.text, l.from_day, l.until_day, "                         \
  " l.campaign_id IS NOT NULL, l.replaced_by IS NOT NULL)) FROM label l WHERE l.number_id = r.id "                    \
  " AND l.removed_at IS NULL) AS labels, "                                                                            \
  "(SELECT json_group_array (c.label) FROM certification c WHERE c.number_id = r.id AND c.state = 'live') AS shows "   \
  "FROM number r "
