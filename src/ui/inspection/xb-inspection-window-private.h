/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-inspection-window.h"

G_BEGIN_DECLS

struct _XbInspectionWindow
{
  AdwWindow           parent_instance;

  XbWorkspace        *workspace; /* (nullable): gone with the window */
  GCancellable       *cancellable;
  XbInspection       *inspection; /* (nullable): until it is there */
  gint64              wanted;     /* the item that is shown first; 0: the first that is open */
  GListModel         *items;      /* (nullable) */
  GtkSingleSelection *selection;  /* (nullable) */
  guint               refresh;
  guint               fold;

  GtkWidget          *title;
  GtkWidget          *back;
  GtkWidget          *toasts;
  GtkWidget          *stack;
  GtkWidget          *trouble;
  GtkWidget          *banner;
  GtkWidget          *progress;
  GtkWidget          *leaflet;
  GtkWidget          *side;
  GtkWidget          *content;
  GtkWidget          *filter;
  GtkWidget          *list;
  GtkWidget          *scroller;
  GtkWidget          *view; /* (nullable) */
  GtkWidget          *bar;
  GtkWidget          *nothing;
};

GtkListItemFactory *xb_inspection_window_make_factory (XbInspectionWindow *self);
GtkWidget *xb_inspection_window_make_bar      (void);
GtkWidget *xb_inspection_window_make_header   (XbInspectionWindow *self);
void     xb_inspection_window_install_actions (GtkWidgetClass     *klass);
void     xb_inspection_window_update          (XbInspectionWindow *self);
void     xb_inspection_window_move            (XbInspectionWindow *self,
                                               int                 by);
gboolean xb_inspection_window_find_open       (XbInspectionWindow *self,
                                               guint               from,
                                               guint              *position);
void     xb_inspection_window_select_next_open (XbInspectionWindow *self);
void     xb_inspection_window_go_on           (XbInspectionWindow *self);
void     xb_inspection_window_focus_list      (XbInspectionWindow *self);
gboolean xb_inspection_window_is_open         (XbInspectionWindow *self);

G_END_DECLS
