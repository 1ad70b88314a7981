/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"

G_BEGIN_DECLS

gboolean xb_handset_get_label_max (XbHandset handset,
                                   int      *most);

G_END_DECLS
