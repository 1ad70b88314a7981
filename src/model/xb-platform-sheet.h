/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xb-enums.h"
#include "xb-platform-field.h"

G_BEGIN_DECLS

/**
 * XbFigure:
 * @value: (nullable): a value of the field; %NULL: it was looked for and is not known
 * @source: where it comes from, in English
 * @source_zh: (nullable): the same in Chinese
 * @checked: ISO date on which it was last looked at
 * @indicative: not the platform's own binding word: to be confirmed with the platform
 */
typedef struct
{
  GVariant *value;
  char     *source;
  char     *source_zh;
  char     *checked;
  gboolean  indicative;
} XbFigure;

/**
 * XbPlatformNote:
 *
 * Something to know that no field holds; @en and @zh say the same.
 */
typedef struct
{
  char *en;
  char *zh;
  char *source;
  char *source_zh;
  char *checked;
} XbPlatformNote;

/**
 * XbPlatformSheet:
 * @figures: by #XbPlatformField; %NULL where nothing was ever noted
 * @notes: (element-type XbPlatformNote)
 *
 * What one file of the catalogue says. Never changed once read; shared by reference.
 */
typedef struct
{
  char           *name_en;
  char           *name_zh;
  XbPlatformKind  kind;
  gboolean        practice;
  XbFigure       *figures[XB_PLATFORM_N_FIELDS];
  GPtrArray      *notes;
} XbPlatformSheet;

XbPlatformSheet       *xb_platform_sheet_new           (const char       *name,
                                                        XbPlatformKind    kind);
XbPlatformSheet       *xb_platform_sheet_read          (const char       *file,
                                                        GBytes           *bytes,
                                                        GError          **error);
XbPlatformSheet       *xb_platform_sheet_read_defaults (const char       *file,
                                                        GBytes           *bytes,
                                                        GError          **error);
const XbPlatformSheet *xb_platform_sheet_for_kind      (XbPlatformKind    kind);
XbPlatformSheet       *xb_platform_sheet_ref           (XbPlatformSheet  *self);
void                   xb_platform_sheet_unref         (XbPlatformSheet  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbPlatformSheet, xb_platform_sheet_unref)

G_END_DECLS
