/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-matrix-row.h"

/* One number on one platform: what each brand of phone was last seen to show. */
struct _XbMatrixRow
{
  XbRecord parent_instance;

  gint64 number_id;
  char *number;
  char *e164;
  char *use;
  char *platform;
  char *name; /* expected */
  char *label; /* expected */
  char *sights; /* packed, see xb_matrix_row_get_sight() */
};

G_DEFINE_FINAL_TYPE (XbMatrixRow, xb_matrix_row, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbMatrixRow, xb_field_int, number_id, "number-id"),
  XB_FIELD (XbMatrixRow, xb_field_text, number, "number"),
  XB_FIELD (XbMatrixRow, xb_field_text, e164, "e164"),
  XB_FIELD (XbMatrixRow, xb_field_text, use, "use"),
  XB_FIELD (XbMatrixRow, xb_field_text, platform, "platform"),
  XB_FIELD (XbMatrixRow, xb_field_text, name, "name"),
  XB_FIELD (XbMatrixRow, xb_field_text, label, "label"),
  XB_FIELD (XbMatrixRow, xb_field_text, sights, "sights"),
};

static void
xb_matrix_row_class_init (XbMatrixRowClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_matrix_row_init (XbMatrixRow *self)
{
}

XB_GETTER (XbMatrixRow, xb_matrix_row, gint64, number_id)
XB_GETTER (XbMatrixRow, xb_matrix_row, const char *, number)
XB_GETTER (XbMatrixRow, xb_matrix_row, const char *, e164)
XB_GETTER (XbMatrixRow, xb_matrix_row, const char *, use)
XB_GETTER (XbMatrixRow, xb_matrix_row, const char *, platform)
XB_GETTER (XbMatrixRow, xb_matrix_row, const char *, name)
XB_GETTER (XbMatrixRow, xb_matrix_row, const char *, label)
XB_GETTER (XbMatrixRow, xb_matrix_row, const char *, sights)
