/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-window.h"

G_BEGIN_DECLS

void xb_badges_start (XbWindow *window);

G_END_DECLS
