/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

/* Of which numbers: nothing for all, some numbers, or a label for those that show it. */
#define XB_TYPE_EFFECT_NUMBERS (xb_effect_numbers_get_type ())
G_DECLARE_FINAL_TYPE (XbEffectNumbers, xb_effect_numbers, XB, EFFECT_NUMBERS, AdwEntryRow)

GtkWidget    *xb_effect_numbers_new        (XbWorkspace      *workspace);
void          xb_effect_numbers_refresh    (XbEffectNumbers  *self);
gboolean      xb_effect_numbers_check      (XbEffectNumbers  *self,
                                            GError          **error);
const gint64 *xb_effect_numbers_get_ids    (XbEffectNumbers  *self,
                                            guint            *n);
const char   *xb_effect_numbers_get_label  (XbEffectNumbers  *self);
char         *xb_effect_numbers_dup_text   (XbEffectNumbers  *self);
char         *xb_effect_numbers_dup_number (XbEffectNumbers  *self,
                                            gint64            id);

G_END_DECLS
