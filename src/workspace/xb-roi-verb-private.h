/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-roi-figures.h"
#include "xb-workspace-roi.h"

G_BEGIN_DECLS

/* A question that is being answered, off the main thread, from one state of the store. */
typedef struct
{
  GArray      *numbers; /* (nullable): ids, each once; NULL: all */
  GHashTable  *asked;   /* (nullable): the same, to look one up */
  GHashTable  *others;  /* numbers that are not asked about, and changed */
  char        *label;   /* (nullable): those that show it are asked about */
  char        *after_from, *after_until;
  XbRoiWindow  sides[2];
  int          margin;
  gint64       incident;
  gboolean     alone;
  XbRoi       *roi;
} XbRoiVerb;

gboolean       xb_roi_verb_go_on   (XbDb       *db,
                                    guint       i,
                                    GError    **error);
GArray        *xb_roi_verb_dup_rows (XbRoiWindow *sides);
XbBeforeAfter *xb_roi_verb_compare (XbRoiVerb  *verb,
                                    GArray     *control,
                                    GArray     *seasons,
                                    GError    **error);
gboolean       xb_roi_verb_hold_against (XbRoiVerb  *verb,
                                         XbDb       *db,
                                         GError    **error);

G_END_DECLS
