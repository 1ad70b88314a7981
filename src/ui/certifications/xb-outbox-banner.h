/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_OUTBOX_BANNER (xb_outbox_banner_get_type ())
G_DECLARE_FINAL_TYPE (XbOutboxBanner, xb_outbox_banner, XB, OUTBOX_BANNER, AdwBin)

GtkWidget  *xb_outbox_banner_new      (XbWorkspace    *workspace);
const char *xb_outbox_banner_get_text (XbOutboxBanner *self);

G_END_DECLS
