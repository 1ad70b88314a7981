/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-material-probe.h"

G_BEGIN_DECLS

/* An hour of a telephone's recording; what is longer is cut to what matters. */
#define XB_RECORDING_LIMIT (100 * 1024 * 1024)

gboolean xb_evidence_probe (const char      *path,
                            XbMaterialInfo  *info,
                            GCancellable    *cancellable,
                            GError         **error);

G_END_DECLS
