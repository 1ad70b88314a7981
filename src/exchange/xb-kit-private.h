/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-kit.h"

G_BEGIN_DECLS

/* The names in a kit are Chinese in every language of the program: the platform's people read them. */
#define XB_KIT_GUIDE "提交指南.html"
#define XB_KIT_LETTER "授权委托书-请打印签字盖章.pdf"
#define XB_KIT_NUMBERS "号码清单.csv"

const char *xb_kit_material_title (XbMaterialType type);
char       *xb_kit_plain_number   (const char    *number);
char       *xb_kit_file_name      (guint          index,
                                   const char    *stem,
                                   const char    *extension);
char       *xb_kit_guide          (const XbKit   *self,
                                   GPtrArray     *copies);
gboolean    xb_kit_zip_folder     (const char    *folder,
                                   GPtrArray     *names,
                                   gint64         modified,
                                   const char    *out_file,
                                   GCancellable  *cancellable,
                                   GError       **error);

G_END_DECLS
