/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-empty-page.h"
#include "xb-number-row.h"
#include "xb-number-view.h"
#include "xb-numbers-page.h"
#include "xb-progress-row.h"

G_BEGIN_DECLS

struct _XbNumbersPage
{
  XbPage              parent_instance;

  GListModel         *list;
  GCancellable       *cancellable; /* ends with the page */
  GSimpleActionGroup *actions;     /* "numbers", for the whole window: header bar and toasts are outside the page */
  gint64              current;     /* the number that is shown; 0: none */
  GHashTable         *chosen;      /* (element-type gint64): ticked, while one chooses */
  guint               choosing : 1;
  guint               disposed : 1;

  /* template */
  GtkStack           *stack;
  AdwLeaflet         *leaflet;
  GtkWidget          *side;
  GtkWidget          *detail;
  GtkStack           *detail_stack;
  GtkStack           *list_stack;
  GtkWidget          *back;
  GtkEditable        *search;
  GtkDropDown        *health;
  GtkListView        *view;
  GtkLabel           *count;
  GtkWidget          *choice_bar;
  GtkLabel           *choice;
  XbProgressRow      *progress;
  XbNumberView       *number;
  XbEmptyPage        *empty;
  XbEmptyPage        *nothing;
  XbEmptyPage        *none;
};

void xb_numbers_page_init_actions (XbNumbersPage *self);
void xb_numbers_page_import       (XbNumbersPage *self,
                                   GFile         *file);
void xb_numbers_page_set_health   (XbNumbersPage *self,
                                   int            health);
void xb_numbers_page_open         (XbNumbersPage *self,
                                   gint64         number_id);
void xb_numbers_page_init_choice  (XbNumbersPage *self);
void xb_numbers_page_toggle       (XbNumbersPage *self,
                                   gint64         id);
void xb_numbers_page_show_row_choice (XbNumbersPage *self,
                                   XbNumberRow   *row);

G_END_DECLS
