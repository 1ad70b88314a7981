/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-platform-client.h"
#include "xb-workspace.h"

G_BEGIN_DECLS

XbPlatformClient *xb_practice_desk_make_client (XbWorkspace  *self,
                                                GError      **error);

G_END_DECLS
