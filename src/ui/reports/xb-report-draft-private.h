/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-report-draft.h"

G_BEGIN_DECLS

struct _XbReportDraft
{
  GObject           parent_instance;

  XbWorkspace      *workspace;
  GCancellable     *cancellable; /* (nullable): of what is under way */
  XbReportStep      step;
  char             *problem;     /* (nullable): why it cannot be taken in like this */

  char             *path;        /* (nullable) */
  char             *name;        /* (nullable): of the file, as it is shown */
  char             *sheet;       /* (nullable): the only one */
  char             *number;      /* (nullable): of all rows */
  char             *source;      /* (nullable): what it is called */
  gboolean          named;       /* somebody typed that */
  XbReportColumns   columns;
  gboolean          chosen;      /* the columns are somebody's choice */
  gboolean          add_numbers;

  XbMetricsPreview *preview;     /* (nullable) */
  guint             looks;       /* how often its first rows were read */
  XbMetricsSurvey  *survey;      /* (nullable): not done yet */
  XbMetricsResult  *result;      /* (nullable) */
  gboolean          undone;

  double            fraction;    /* below 0: not known */
  gint64            began;       /* monotonic */
};

void xb_report_draft_forget      (XbReportDraft *self);
void xb_report_draft_look        (XbReportDraft *self);
void xb_report_draft_changed     (XbReportDraft *self);
void xb_report_draft_set_problem (XbReportDraft *self,
                                  const char    *problem);

G_END_DECLS
