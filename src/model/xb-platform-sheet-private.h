/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-platform-sheet.h"

G_BEGIN_DECLS

/* For the reader alone: elsewhere a sheet is never changed. */

XbFigure        *xb_figure_new             (void);
void             xb_figure_unref           (XbFigure              *self);
void             xb_platform_note_free     (XbPlatformNote        *self);
XbPlatformSheet *xb_platform_sheet_alloc   (void);
void             xb_platform_sheet_inherit (XbPlatformSheet       *self,
                                            const XbPlatformSheet *defaults);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbFigure, xb_figure_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbPlatformNote, xb_platform_note_free)

G_END_DECLS
