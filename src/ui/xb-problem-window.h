/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define XB_TYPE_PROBLEM_WINDOW (xb_problem_window_get_type ())
G_DECLARE_FINAL_TYPE (XbProblemWindow, xb_problem_window, XB, PROBLEM_WINDOW, AdwApplicationWindow)

XbProblemWindow *xb_problem_window_new       (GtkApplication  *application,
                                              const char      *folder);
void             xb_problem_window_set_error (XbProblemWindow *self,
                                              const GError    *error);

G_END_DECLS
