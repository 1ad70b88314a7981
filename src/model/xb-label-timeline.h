/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"

G_BEGIN_DECLS

/* From the lowest to the one that lies over all others. */
typedef enum
{
  XB_LABEL_LAYER_BASE,     /* without a last day */
  XB_LABEL_LAYER_SEASON,   /* with a last day */
  XB_LABEL_LAYER_CAMPAIGN, /* of a campaign */
} XbLabelLayer;

/**
 * XbLabelSpan:
 * @platform: (nullable): %NULL: every platform
 * @until: (nullable): the last day
 *
 * One label of one number in time. The texts are borrowed. Days compare as text.
 */
typedef struct
{
  gint64        id;
  XbLabelLayer  layer;
  const char   *platform;
  const char   *text;
  const char   *from;
  const char   *until;
} XbLabelSpan;

/**
 * XbLabelEdit:
 * @label: the label that causes it
 * @text: what is to show then; "": nothing
 * @was: what it replaces
 * @show_on: from when it is to show
 *
 * One edit that has to be made at a platform. The texts are borrowed from the spans.
 */
typedef struct
{
  gint64        label;
  XbChangeKind  kind;
  const char   *text;
  const char   *was;
  char          show_on[11];
} XbLabelEdit;

/**
 * XbLabelStand:
 * @today: nothing is planned before it; what should be there already is planned all the same
 * @shows: what shows now; "": nothing
 * @coming: (array length=n_coming): edits that were handed in, in the order in which they were; each shows from its day
 * @refused: (array length=n_refused): edits that the platform refused; they are not planned again
 *
 * How the labels of one number stand at one platform.
 */
typedef struct
{
  const char        *today;
  const char        *shows;
  const XbLabelEdit *coming;
  guint              n_coming;
  const XbLabelEdit *refused;
  guint              n_refused;
} XbLabelStand;

/**
 * XbLabelOverlap:
 * @over: the label that shows
 * @under: the one of the same layer that it hides
 */
typedef struct
{
  gint64 over;
  gint64 under;
  char   from[11];
  char   until[11];
} XbLabelOverlap;

/* Days on which no label is planned at all. */
typedef struct
{
  char from[11];
  char until[11];
} XbLabelGap;

XbLabelLayer       xb_label_layer_of         (gboolean           campaign,
                                              const char        *until);
const XbLabelSpan *xb_label_spans_find       (const XbLabelSpan *spans,
                                              guint              n_spans,
                                              const char        *platform,
                                              const char        *day);
const XbLabelSpan *xb_label_spans_find_next  (const XbLabelSpan *spans,
                                              guint              n_spans,
                                              const XbLabelSpan *base);
GArray            *xb_label_spans_find_edits (const XbLabelSpan  *spans,
                                              guint               n_spans,
                                              const char         *platform,
                                              const XbLabelStand *stand);
GArray            *xb_label_spans_find_overlaps (const XbLabelSpan *spans,
                                              guint              n_spans,
                                              const char        *platform);
GArray            *xb_label_spans_find_gaps  (const XbLabelSpan *spans,
                                              guint              n_spans,
                                              const char        *platform,
                                              const char        *from,
                                              const char        *until);
gboolean           xb_label_edits_can_join   (const char        *show_on,
                                              const char        *other,
                                              int                days);

G_END_DECLS
