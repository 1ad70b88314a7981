/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/xmlreader.h>

G_BEGIN_DECLS

/**
 * XbXlsxPackage:
 *
 * The parts of an Excel workbook, a ZIP archive. Each part is unpacked as it is read, within limits that no true
 * report comes near.
 */
typedef struct _XbXlsxPackage XbXlsxPackage;

/**
 * XbXlsxPart:
 *
 * One part, from its beginning. Its first failure is kept and is the reason why reading ended.
 */
typedef struct _XbXlsxPart    XbXlsxPart;

XbXlsxPackage   *xb_xlsx_package_new      (const char       *path,
                                           GError          **error);
void             xb_xlsx_package_free     (XbXlsxPackage    *self);
gboolean         xb_xlsx_package_has      (XbXlsxPackage    *self,
                                           const char       *name);
gboolean         xb_xlsx_package_check    (XbXlsxPackage    *self,
                                           GCancellable     *cancellable,
                                           GError          **error);

XbXlsxPart      *xb_xlsx_part_open        (XbXlsxPackage    *package,
                                           const char       *name,
                                           GCancellable     *cancellable,
                                           GError          **error);
void             xb_xlsx_part_free        (XbXlsxPart       *self);
gssize           xb_xlsx_part_read        (XbXlsxPart       *self,
                                           void             *buffer,
                                           gsize             size);
xmlTextReaderPtr xb_xlsx_part_get_xml     (XbXlsxPart       *self);
int              xb_xlsx_part_next        (XbXlsxPart       *self,
                                           GError          **error);
goffset          xb_xlsx_part_get_offset  (XbXlsxPart       *self);
gboolean         xb_xlsx_part_fail        (XbXlsxPart       *self,
                                           GError          **error);

char            *xb_xlsx_dup_attribute    (xmlTextReaderPtr  xml,
                                           const char       *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbXlsxPackage, xb_xlsx_package_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbXlsxPart, xb_xlsx_part_free)

G_END_DECLS
