/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-enum-types.h"
#include "xb-inspection-digest.h"

struct _XbInspectionDigest
{
  GChecksum *checksum;
};

/* Each value with its length in front, so that no two contents make the same bytes. */
static void
add_text (XbInspectionDigest *self,
          const char         *text)
{
  g_autofree char *head = text != NULL ? g_strdup_printf ("%zu:", strlen (text)) : g_strdup ("-");

  g_checksum_update (self->checksum, (const guchar *) head, -1);
  if (text != NULL)
    g_checksum_update (self->checksum, (const guchar *) text, -1);
  g_checksum_update (self->checksum, (const guchar *) ",", 1);
}

static void
add_int (XbInspectionDigest *self,
         gint64              value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  add_text (self, text);
}

/** xb_inspection_digest_new: Returns: (transfer full): begins with the inspection itself */
XbInspectionDigest *
xb_inspection_digest_new (XbInspection *inspection)
{
  XbInspectionDigest *self = g_new0 (XbInspectionDigest, 1);

  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  add_text (self, "xinbiao inspection 1");
  add_int (self, xb_record_get_id (XB_RECORD (inspection)));
  add_text (self, xb_inspection_get_on_day (inspection));
  add_int (self, xb_inspection_get_started_at (inspection));
  add_int (self, xb_inspection_get_signed_at (inspection));
  add_text (self, xb_inspection_get_signed_by (inspection));
  add_int (self, xb_inspection_get_seconds (inspection));
  add_text (self, xb_inspection_get_note (inspection));
  return self;
}

void
xb_inspection_digest_free (XbInspectionDigest *self)
{
  if (self == NULL)
    return;
  g_checksum_free (self->checksum);
  g_free (self);
}

/** xb_inspection_digest_add_item: what was expected, what was found, how and when */
void
xb_inspection_digest_add_item (XbInspectionDigest *self,
                               XbInspectionItem   *item)
{
  add_text (self, xb_inspection_item_get_key (item));
  add_text (self, xb_inspection_item_get_name (item));
  add_text (self, xb_inspection_item_get_expected (item));
  add_text (self, xb_inspection_item_get_logo (item));
  add_text (self, xb_inspection_item_get_due (item));
  add_int (self, xb_inspection_item_get_value (item));
  add_int (self, xb_inspection_item_get_total (item));
  add_text (self, xb_enum_to_nick (XB_TYPE_INSPECTION_RESULT, xb_inspection_item_get_result (item)));
  add_int (self, xb_inspection_item_get_automatic (item));
  add_text (self, xb_inspection_item_get_seen_name (item));
  add_text (self, xb_inspection_item_get_seen (item));
  add_text (self, xb_enum_to_nick (XB_TYPE_RECOGNITION, xb_inspection_item_get_recognition (item)));
  add_text (self, xb_inspection_item_get_sim (item));
  add_text (self, xb_enum_to_nick (XB_TYPE_NETWORK, xb_inspection_item_get_network (item)));
  add_int (self, xb_inspection_item_get_at (item));
  add_text (self, xb_inspection_item_get_note (item));
  if (xb_inspection_item_get_figures (item) != NULL) /* what was signed before there were any stays what it was */
    {
      add_text (self, "figures");
      add_text (self, xb_inspection_item_get_figures (item));
    }
}

/** xb_inspection_digest_add_photo: of the item that was added last */
void
xb_inspection_digest_add_photo (XbInspectionDigest *self,
                                const char         *sha256,
                                const char         *name)
{
  add_text (self, "photo");
  add_text (self, sha256);
  add_text (self, name);
}

/** xb_inspection_digest_end: Returns: the digest, 64 digits; nothing is added afterwards */
const char *
xb_inspection_digest_end (XbInspectionDigest *self)
{
  return g_checksum_get_string (self->checksum);
}
