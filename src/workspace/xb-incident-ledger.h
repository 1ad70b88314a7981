/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-db.h"
#include "xb-enums.h"

G_BEGIN_DECLS

/**
 * XbIncidentDraft:
 * @platforms: (nullable) (array zero-terminated=1): of whom something is asked
 * @now: when it is written down
 *
 * A case that is about to be opened, inside a transaction.
 */
typedef struct
{
  gint64             number_id;
  XbIncidentKind     kind;
  XbIncidentOrigin   opened_by;
  gint64             source_id;
  gint64             detected_at;
  gint64             now;
  const char        *seen;
  const char *const *platforms;
} XbIncidentDraft;

gboolean xb_incident_insert         (XbDb                   *db,
                                     const XbIncidentDraft  *draft,
                                     gint64                 *id,
                                     GError                **error);
gboolean xb_incident_add_appeal     (XbDb                   *db,
                                     gint64                  incident,
                                     const char             *platform,
                                     gint64                  now,
                                     GError                **error);
gboolean xb_incident_log            (XbDb                   *db,
                                     gint64                  incident,
                                     gint64                  at,
                                     const char             *what,
                                     const char             *subject,
                                     const char             *note,
                                     GError                **error);
gboolean xb_incident_finish_step    (XbDb                   *db,
                                     gint64                  incident,
                                     XbStepKind              step,
                                     gint64                  at,
                                     const char             *note,
                                     GError                **error);
gboolean xb_incident_plan_rechecks  (XbDb                   *db,
                                     gint64                  incident,
                                     gint64                  from,
                                     GError                **error);
gboolean xb_incident_check          (XbDb                   *db,
                                     gint64                  incident,
                                     gboolean                open,
                                     GError                **error);

G_END_DECLS
