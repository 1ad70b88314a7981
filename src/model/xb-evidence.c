/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-evidence.h"

/* A photo that shows what one handset brand displays. */
struct _XbEvidence
{
  XbRecord parent_instance;

  gint64 certification_id;
  XbHandset handset;
  gint64 at;
  char *sha256;
  char *name;
  char *note;
};

G_DEFINE_FINAL_TYPE (XbEvidence, xb_evidence, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbEvidence, xb_field_int, certification_id, "certification-id"),
  XB_FIELD (XbEvidence, xb_handset_get_type, handset, "handset"),
  XB_FIELD (XbEvidence, xb_field_int, at, "at"),
  XB_FIELD (XbEvidence, xb_field_text, sha256, "sha256"),
  XB_FIELD (XbEvidence, xb_field_text, name, "name"),
  XB_FIELD (XbEvidence, xb_field_text, note, "note"),
};

static void
xb_evidence_class_init (XbEvidenceClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_evidence_init (XbEvidence *self)
{
}

XB_GETTER (XbEvidence, xb_evidence, gint64, certification_id)
XB_GETTER (XbEvidence, xb_evidence, XbHandset, handset)
XB_GETTER (XbEvidence, xb_evidence, gint64, at)
XB_GETTER (XbEvidence, xb_evidence, const char *, sha256)
XB_GETTER (XbEvidence, xb_evidence, const char *, name)
XB_GETTER (XbEvidence, xb_evidence, const char *, note)
