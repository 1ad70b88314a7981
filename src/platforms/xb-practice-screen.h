/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "xb-enums.h"

G_BEGIN_DECLS

GBytes *xb_practice_screen_draw (XbHandset   handset,
                                 const char *number,
                                 const char *name,
                                 const char *label);

G_END_DECLS
