/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-call-preview.h"
#include "xb-change-list.h"
#include "xb-day-entry.h"
#include "xb-finding-list.h"
#include "xb-label-check.h"
#include "xb-label-editor.h"
#include "xb-label-history.h"
#include "xb-lint-entry.h"
#include "xb-number-chips.h"
#include "xb-plan-view.h"
#include "xb-problem.h"
#include "xb-workspace-labels.h"

G_BEGIN_DECLS

struct _XbLabelEditor
{
  AdwWindow       parent_instance;

  XbWorkspace    *workspace;
  GCancellable   *cancellable;   /* ends with the window */
  XbLabelCheck   *check;
  GPtrArray      *platforms;     /* (element-type XbPlatform): by which the numbers are certified */
  GArray         *campaigns;     /* (element-type gint64): as the combo shows them; 0: none */
  GArray         *saved;         /* (element-type gint64): the labels that were set last */
  char           *wanted;        /* (nullable): a platform that was asked for */
  char           *initial;       /* the text that stood there first */
  char           *shown_name;    /* (nullable): what phones show for the first number */
  char           *cost;          /* (nullable): what the plan comes to, in words */
  guint           seen;          /* bits of XbHandset that showed it */
  guint           plan_timer;
  guint           planning : 1;  /* a plan is being made */
  guint           plan_again : 1;
  guint           worth : 1;     /* the plan has something to do */
  guint           reading : 1;
  guint           saving : 1;
  guint           leaving : 1;

  /* template */
  AdwWindowTitle *title;
  GtkLabel       *announcer;
  GtkWidget      *toasts;
  GtkStack       *stack;
  GtkScrolledWindow *scroller;
  GtkWidget      *parts;
  XbProblem      *problem;
  XbNumberChips  *chips;
  XbLintEntry    *entry;
  GtkLabel       *now;
  XbFindingList  *findings;
  GtkWidget      *override_group;
  GtkEditable    *override;
  XbCallPreview  *preview;
  AdwComboRow    *platform;
  XbDayEntry     *from;
  XbDayEntry     *until;
  AdwComboRow    *campaign;
  GtkEditable    *why;
  XbPlanView     *plan;
  XbChangeList   *under_way;
  XbLabelHistory *history;
  GtkLabel       *done_title;
  GtkLabel       *done_text;
  XbChangeList   *next;
  GtkWidget      *done_close;
  GtkWidget      *bar;
  GtkLabel       *total;
  GtkSpinner     *spinner;
  GtkWidget      *save;
};

/* the draft, borrowed from the window */
void        xb_label_editor_fill_draft      (XbLabelEditor      *self,
                                             XbLabelDraft       *draft);
const char *xb_label_editor_get_platform    (XbLabelEditor      *self);
void        xb_label_editor_read_numbers    (XbLabelEditor      *self);
void        xb_label_editor_show_platform   (XbLabelEditor      *self);
void        xb_label_editor_read_campaigns  (XbLabelEditor      *self);
void        xb_label_editor_schedule_plan   (XbLabelEditor      *self);
void        xb_label_editor_update          (XbLabelEditor      *self);
gboolean    xb_label_editor_has_changes     (XbLabelEditor      *self);
void        xb_label_editor_show_next       (XbLabelEditor      *self,
                                             const char         *title);
void        xb_label_editor_install_actions (GtkWidgetClass     *widget_class);

G_END_DECLS
