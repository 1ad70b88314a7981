/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ctl-list.h"

G_BEGIN_DECLS

extern const CtlListing ctl_case_listing;

XbCertification *ctl_case_find  (Ctl         *ctl,
                                 const char  *id_text,
                                 GError     **error);
gboolean         ctl_case_print (Ctl         *ctl,
                                 gint64       id,
                                 GError     **error);

/* Which certifications "certify list" shows. */
typedef struct
{
  gint64      number_id; /* 0: any */
  const char *platform;  /* NULL: any */
  int         state;     /* -1: any */
} CtlCaseFilter;

G_END_DECLS
