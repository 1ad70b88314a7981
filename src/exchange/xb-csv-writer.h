/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _XbCsvWriter XbCsvWriter;

XbCsvWriter *xb_csv_writer_new      (const char  *path,
                                     GError     **error);
void         xb_csv_writer_free     (XbCsvWriter *self);
void         xb_csv_writer_add      (XbCsvWriter *self,
                                     const char  *cell);
void         xb_csv_writer_end_row  (XbCsvWriter *self);
gboolean     xb_csv_writer_finish   (XbCsvWriter *self,
                                     GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbCsvWriter, xb_csv_writer_free)

G_END_DECLS
