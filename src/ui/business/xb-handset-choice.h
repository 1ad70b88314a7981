/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define XB_TYPE_HANDSET_CHOICE (xb_handset_choice_get_type ())
G_DECLARE_FINAL_TYPE (XbHandsetChoice, xb_handset_choice, XB, HANDSET_CHOICE, AdwPreferencesGroup)

GtkWidget *xb_handset_choice_new          (void);
void       xb_handset_choice_set_handsets (XbHandsetChoice *self,
                                           const char      *handsets);
char      *xb_handset_choice_dup_handsets (XbHandsetChoice *self);

G_END_DECLS
