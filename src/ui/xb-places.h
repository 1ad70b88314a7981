/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-application.h"

G_BEGIN_DECLS

void xb_places_add_actions (XbApplication *application);

G_END_DECLS
