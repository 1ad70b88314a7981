/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-workspace.h"

G_BEGIN_DECLS

/**
 * XbProgressMeter:
 *
 * How far long work on another thread is. That thread only stores figures; the main thread looks at
 * them ten times a second.
 */
typedef struct _XbProgress XbProgressMeter;

XbProgressMeter *xb_progress_meter_new  (XbProgressFunc  func,
                              gpointer        data);
void        xb_progress_meter_set  (XbProgressMeter     *self,
                              guint64         done,
                              guint64         total);
void        xb_progress_meter_free (XbProgressMeter     *self);

G_END_DECLS
