/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-platform.h"
#include "xb-platform-overlay.h"
#include "xb-platform-sheet.h"

G_BEGIN_DECLS

/**
 * XbKnown:
 * @value: (nullable): the value; %NULL: unknown
 * @source: (nullable): from where, in the user's language
 * @checked: ISO date, or empty
 * @edited_at: when the owner edited it; 0: the figure is the bundled one
 *
 * What is known of one field once the owner's edits lie over the bundled figures. Borrowed.
 */
typedef struct
{
  GVariant   *value;
  const char *source;
  char        checked[11];
  gboolean    indicative;
  gint64      edited_at;
} XbKnown;

gboolean               xb_platform_reads_chinese (void);
XbKnown                xb_platform_get_known     (XbPlatform      *self,
                                                  XbPlatformField  field);
const XbPlatformSheet *xb_platform_get_sheet     (XbPlatform      *self);
const XbOverlay       *xb_platform_get_overlay   (XbPlatform      *self);
void                   xb_platform_take_overlay  (XbPlatform      *self,
                                                  XbOverlay       *overlay);
char                  *xb_platform_dup_line      (XbPlatform      *self,
                                                  XbPlatformField  field);
GPtrArray             *xb_platform_list_facts    (XbPlatform      *self);
GListModel            *xb_platform_list_notes    (GPtrArray       *notes);

G_END_DECLS
