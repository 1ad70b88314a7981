/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-output.h"

G_BEGIN_DECLS

/**
 * XbIncidentPaper:
 * @title: over the first page, such as "误标应急记录"
 * @heading: over the others
 *
 * A case on paper: facts, steps, platforms, time line, texts, evidence with its pictures. Fields are owned.
 */
typedef struct
{
  char      *title;
  char      *heading; /* repeated on every page */
  GPtrArray *parts;   /* private */
} XbIncidentPaper;

XbIncidentPaper *xb_incident_paper_new         (const char             *title,
                                                const char             *heading);
void             xb_incident_paper_free        (XbIncidentPaper        *self);
void             xb_incident_paper_add_heading (XbIncidentPaper        *self,
                                                const char             *text);
void             xb_incident_paper_add_field   (XbIncidentPaper        *self,
                                                const char             *name,
                                                const char             *value);
void             xb_incident_paper_add_text    (XbIncidentPaper        *self,
                                                const char             *text);
void             xb_incident_paper_add_picture (XbIncidentPaper        *self,
                                                const char             *caption,
                                                const char             *path,
                                                const char             *media_type);
gboolean         xb_incident_paper_write       (const XbIncidentPaper  *self,
                                                const char             *out_path,
                                                GCancellable           *cancellable,
                                                GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbIncidentPaper, xb_incident_paper_free)

G_END_DECLS
