/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "xb-metric.h"
#include "xb-rate.h"

G_BEGIN_DECLS

/* The figures of some days, as every command prints them. */

JsonObject *ctl_report_to_json  (const char         *from,
                                 const char         *until,
                                 const XbMetricSums *sums,
                                 const XbRate       *rate);
void        ctl_json_add_share  (JsonObject         *object,
                                 const char         *name,
                                 gboolean            known,
                                 double              share);

G_END_DECLS
