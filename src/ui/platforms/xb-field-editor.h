/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-platform.h"

G_BEGIN_DECLS

#define XB_TYPE_FIELD_EDITOR (xb_field_editor_get_type ())
G_DECLARE_FINAL_TYPE (XbFieldEditor, xb_field_editor, XB, FIELD_EDITOR, AdwPreferencesGroup)

GtkWidget *xb_field_editor_new      (XbPlatform    *platform,
                                     const char    *field);
char      *xb_field_editor_dup_text (XbFieldEditor *self);
void       xb_field_editor_set_text (XbFieldEditor *self,
                                     const char    *text);

G_END_DECLS
