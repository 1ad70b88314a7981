/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define XB_UI_RESOURCE "/io/github/xinbiao/Xinbiao/ui/"

void       xb_ui_init         (void);
GSettings *xb_ui_settings_new (void);

G_END_DECLS
