/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-label-check.h"

G_BEGIN_DECLS

#define XB_TYPE_LINT_ENTRY (xb_lint_entry_get_type ())
G_DECLARE_FINAL_TYPE (XbLintEntry, xb_lint_entry, XB, LINT_ENTRY, AdwEntryRow)

/* A label is a few words. More than this is not taken, so that typing never waits. */
#define XB_LINT_ENTRY_MOST 1000

GtkWidget          *xb_lint_entry_new          (const char   *title);
void                xb_lint_entry_set_check    (XbLintEntry  *self,
                                                XbLabelCheck *check);
const XbLintReport *xb_lint_entry_get_report   (XbLintEntry  *self);
XbVerdict           xb_lint_entry_get_verdict  (XbLintEntry  *self);
const char         *xb_lint_entry_get_composed (XbLintEntry  *self);
PangoAttrList      *xb_lint_entry_get_marks    (XbLintEntry  *self);
char               *xb_lint_entry_dup_verdict  (XbLintEntry  *self);
void                xb_lint_entry_select       (XbLintEntry  *self,
                                                guint         start,
                                                guint         end);
void                xb_lint_entry_replace      (XbLintEntry  *self,
                                                const char   *text);
const XbFinding    *xb_lint_entry_find_fixable (XbLintEntry  *self);

G_END_DECLS
