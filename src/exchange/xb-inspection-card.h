/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xb-sheet.h"

G_BEGIN_DECLS

/* What a phone should show of a call, as a card beside the photo of what it did show. */
typedef struct _XbInspectionCard XbInspectionCard;

XbInspectionCard *xb_inspection_card_new  (const char       *caption,
                                           const char       *name,
                                           const char       *number,
                                           const char       *label,
                                           const char       *logo);
void              xb_inspection_card_free (XbInspectionCard *self);
void              xb_inspection_card_draw (XbInspectionCard *self,
                                           XbSheet          *sheet,
                                           double            x,
                                           double            width,
                                           double            height,
                                           GCancellable     *cancellable);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbInspectionCard, xb_inspection_card_free)

G_END_DECLS
