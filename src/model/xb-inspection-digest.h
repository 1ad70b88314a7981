/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-inspection-item.h"
#include "xb-inspection-photo.h"
#include "xb-inspection.h"

G_BEGIN_DECLS

/* What is signed, as one SHA-256: @inspection, then add every item in the order of its position with its photos. */
typedef struct _XbInspectionDigest XbInspectionDigest;

XbInspectionDigest *xb_inspection_digest_new       (XbInspection       *inspection);
void                xb_inspection_digest_free      (XbInspectionDigest *self);
void                xb_inspection_digest_add_item  (XbInspectionDigest *self,
                                                    XbInspectionItem   *item);
void                xb_inspection_digest_add_photo (XbInspectionDigest *self,
                                                    const char         *sha256,
                                                    const char         *name);
const char         *xb_inspection_digest_end       (XbInspectionDigest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbInspectionDigest, xb_inspection_digest_free)

G_END_DECLS
