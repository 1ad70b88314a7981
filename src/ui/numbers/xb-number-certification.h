/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

GtkWidget *xb_number_certification_row_new (XbCertification *certification,
                                     XbWorkspace     *workspace);

G_END_DECLS
