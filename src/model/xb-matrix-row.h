/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-record.h"

G_BEGIN_DECLS

#define XB_TYPE_MATRIX_ROW (xb_matrix_row_get_type ())
G_DECLARE_FINAL_TYPE (XbMatrixRow, xb_matrix_row, XB, MATRIX_ROW, XbRecord)

gint64       xb_matrix_row_get_number_id (XbMatrixRow *self);
const char  *xb_matrix_row_get_number    (XbMatrixRow *self);
const char  *xb_matrix_row_get_e164      (XbMatrixRow *self);
const char  *xb_matrix_row_get_use       (XbMatrixRow *self);
const char  *xb_matrix_row_get_platform  (XbMatrixRow *self);
const char  *xb_matrix_row_get_name      (XbMatrixRow *self);
const char  *xb_matrix_row_get_label     (XbMatrixRow *self);
const char  *xb_matrix_row_get_sights    (XbMatrixRow *self);

G_END_DECLS
