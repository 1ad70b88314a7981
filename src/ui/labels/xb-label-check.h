/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-lint.h"
#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_LABEL_CHECK (xb_label_check_get_type ())
G_DECLARE_FINAL_TYPE (XbLabelCheck, xb_label_check, XB, LABEL_CHECK, GObject)

XbLabelCheck *xb_label_check_new           (XbWorkspace        *workspace);
XbWorkspace  *xb_label_check_get_workspace (XbLabelCheck       *self);
void          xb_label_check_set_platforms (XbLabelCheck       *self,
                                            const char *const  *platforms);
void          xb_label_check_set_days      (XbLabelCheck       *self,
                                            const char         *from,
                                            const char         *until);
XbLintReport *xb_label_check_run           (XbLabelCheck       *self,
                                            const char         *text);

G_END_DECLS
