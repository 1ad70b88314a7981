/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define XB_TYPE_PROBLEM (xb_problem_get_type ())
G_DECLARE_FINAL_TYPE (XbProblem, xb_problem, XB, PROBLEM, GtkWidget)

GtkWidget  *xb_problem_new      (void);
void        xb_problem_set_text (XbProblem  *self,
                                 const char *text);
const char *xb_problem_get_text (XbProblem  *self);
void        xb_problem_take     (XbProblem  *self,
                                 GError     *error);

G_END_DECLS
