/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-label-editor.h"
#include "xb-workspace-labels.h"

G_BEGIN_DECLS

/* Opens the editor with a label that somebody has in mind already. */
XbLabelEditor *xb_label_editor_open_draft (GtkApplication     *application,
                                           XbWorkspace        *workspace,
                                           const XbLabelDraft *draft);

G_END_DECLS
