/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_FREE_EDITS_STRIP (xb_free_edits_strip_get_type ())
G_DECLARE_FINAL_TYPE (XbFreeEditsStrip, xb_free_edits_strip, XB, FREE_EDITS_STRIP, AdwBin)

GtkWidget *xb_free_edits_strip_new     (XbWorkspace      *workspace);
guint      xb_free_edits_strip_get_n   (XbFreeEditsStrip *self);
char      *xb_free_edits_strip_dup_text (XbFreeEditsStrip *self);

G_END_DECLS
