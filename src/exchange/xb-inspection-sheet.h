/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-inspection-card.h"
#include "xb-output.h"

G_BEGIN_DECLS

/* The report of an inspection as a PDF: what it was about, then every item with its photos. The words come from
 * whoever fills it, in the user's language. */
typedef struct _XbInspectionSheet XbInspectionSheet;

XbInspectionSheet *xb_inspection_sheet_new         (const char         *title,
                                                    const char         *under);
void               xb_inspection_sheet_free        (XbInspectionSheet  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbInspectionSheet, xb_inspection_sheet_free)

void               xb_inspection_sheet_add_fact    (XbInspectionSheet  *self,
                                                    const char         *name,
                                                    const char         *value);
void               xb_inspection_sheet_add_section (XbInspectionSheet  *self,
                                                    const char         *title);
void               xb_inspection_sheet_add_item    (XbInspectionSheet  *self,
                                                    XbInspectionResult  result,
                                                    const char         *word,
                                                    const char         *title);
/* Of the item that was added last. */
void               xb_inspection_sheet_add_line    (XbInspectionSheet  *self,
                                                    const char         *name,
                                                    const char         *value);
void               xb_inspection_sheet_add_photo   (XbInspectionSheet  *self,
                                                    const char         *path,
                                                    const char         *name);
void               xb_inspection_sheet_set_card    (XbInspectionSheet  *self,
                                                    XbInspectionCard   *card);
gboolean           xb_inspection_sheet_write       (XbInspectionSheet  *self,
                                                    const char         *out_path,
                                                    GCancellable       *cancellable,
                                                    GError            **error);

G_END_DECLS
