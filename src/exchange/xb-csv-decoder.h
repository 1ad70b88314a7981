/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _XbCsvDecoder XbCsvDecoder;

XbCsvDecoder *xb_csv_decoder_new          (GInputStream *stream);
void          xb_csv_decoder_free         (XbCsvDecoder *self);
const char   *xb_csv_decoder_get_encoding (XbCsvDecoder *self);
goffset       xb_csv_decoder_get_offset   (XbCsvDecoder *self);
gssize        xb_csv_decoder_read         (XbCsvDecoder *self,
                                           char         *out,
                                           gsize         size,
                                           GCancellable *cancellable,
                                           GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbCsvDecoder, xb_csv_decoder_free)

G_END_DECLS
