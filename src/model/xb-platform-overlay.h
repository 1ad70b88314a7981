/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-platform-sheet.h"

G_BEGIN_DECLS

/**
 * XbOverlayEdit:
 * @value: (nullable): what the owner entered; %NULL: "unknown"
 * @edited_at: when
 * @follows: not entered: it only follows the other end of the range, which was
 */
typedef struct
{
  GVariant *value;
  gint64    edited_at;
  gboolean  follows;
} XbOverlayEdit;

/**
 * XbOverlay:
 * @edits: by #XbPlatformField; %NULL where the bundled figure counts
 *
 * The owner's edits of one platform, which lie over its sheet.
 */
typedef struct
{
  XbOverlayEdit *edits[XB_PLATFORM_N_FIELDS];
} XbOverlay;

XbOverlay *xb_overlay_new       (void);
XbOverlay *xb_overlay_copy      (const XbOverlay        *self);
void       xb_overlay_free      (XbOverlay              *self);
gboolean   xb_overlay_same      (const XbOverlay        *self,
                                 const XbOverlay        *other,
                                 XbPlatformField         field);
GVariant  *xb_overlay_get_value (const XbOverlay        *self,
                                 const XbPlatformSheet  *sheet,
                                 XbPlatformField         field);
gboolean   xb_overlay_enter     (XbOverlay              *self,
                                 const char             *field,
                                 const char             *text,
                                 gint64                  edited_at,
                                 GError                **error);
gboolean   xb_overlay_forget    (XbOverlay              *self,
                                 const char             *field,
                                 GError                **error);
gboolean   xb_overlay_check     (const XbOverlay        *self,
                                 const XbPlatformSheet  *sheet,
                                 const char *const      *fields,
                                 GError                **error);
void       xb_overlay_settle    (XbOverlay              *self,
                                 const XbPlatformSheet  *sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbOverlay, xb_overlay_free)

G_END_DECLS
