/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-channel.h"
#include "xb-label-terms.h"
#include "xb-label-timeline.h"
#include "xb-workspace-labels.h"
#include "xb-workspace-private.h"

G_BEGIN_DECLS

/**
 * XbLabelChannel:
 * @first_day: (nullable): since when it shows a number of the business
 *
 * A platform as the planning of labels sees it: copied, for the writer thread.
 */
typedef struct
{
  char        *key;
  char        *name;
  gboolean     manual;
  XbLabelTerms terms;
  char        *first_day;
  gboolean     first_day_read;
  GHashTable  *days; /* show_on → XbLabelDays */
} XbLabelChannel;

/**
 * XbLabelDesk:
 * @today: nothing is planned before it
 * @who: (nullable)
 * @channels: key → #XbLabelChannel; other platforms are left as they are
 * @years: contract years whose edits changed, to be settled: "key\tfrom\tuntil"
 * @due_now: (element-type gint64): edits that an API can be given at once
 *
 * What one transaction needs to plan labels. A plan follows from the labels alone, so it is made anew whenever one
 * of them changes: what is still right stays, the rest is dropped or added, each with its line in the ledger.
 */
typedef struct
{
  gint64      now;
  char        today[11];
  char       *who;
  GHashTable *channels;
  GHashTable *years;
  GArray     *due_now;
} XbLabelDesk;

XbLabelDesk    *xb_label_desk_new         (XbWorkspace        *workspace,
                                           gint64              now,
                                           const char         *who);
XbLabelDesk    *xb_label_desk_new_for     (const XbChannel    *channel,
                                           gint64              at);
void            xb_label_desk_free        (XbLabelDesk        *self);
XbLabelChannel *xb_label_desk_find        (XbLabelDesk        *self,
                                           const char         *platform);
gboolean        xb_label_desk_count_days  (XbLabelDesk        *self,
                                           XbLabelChannel     *channel,
                                           const char         *show_on,
                                           const char         *after,
                                           XbLabelDays        *days,
                                           GError            **error);
void            xb_label_desk_find_year   (XbLabelDesk        *self,
                                           XbDb               *db,
                                           XbLabelChannel     *channel,
                                           const char         *day,
                                           char                from[11],
                                           char                until[11]);
gboolean        xb_label_desk_log         (XbLabelDesk        *self,
                                           XbDb               *db,
                                           gint64              label,
                                           gint64              change,
                                           const char         *what,
                                           const char         *platform,
                                           const char         *note,
                                           GError            **error);
gboolean        xb_label_desk_close       (XbLabelDesk        *self,
                                           XbDb               *db,
                                           GError            **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbLabelDesk, xb_label_desk_free)

/**
 * XbLabelNumber:
 * @texts: owns every text in the spans
 * @spans: (element-type XbLabelSpan)
 *
 * The labels of one number.
 */
typedef struct
{
  GStringChunk *texts;
  GArray       *spans;
  GArray       *replaced; /* gint64: of each span, the label that replaces it */
} XbLabelNumber;

XbLabelNumber  *xb_label_number_load      (XbDb               *db,
                                           gint64              number,
                                           GError            **error);
void            xb_label_number_free      (XbLabelNumber      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbLabelNumber, xb_label_number_free)

/**
 * XbLabelKnown:
 *
 * An edit that is planned or on its way, or that the platform or the owner turned down.
 */
typedef struct
{
  gint64        id;
  const char   *platform;
  XbChangeState state;
  XbLabelEdit   edit;
  const char   *file_by;
  const char   *expected;
  gboolean      asked;
  gboolean      wanted;
} XbLabelKnown;

/**
 * XbLabelPlace:
 * @certification: 0: the platform was named, but its certification was never recorded here
 * @shows: what the platform shows for the number now
 */
typedef struct
{
  gint64      certification;
  const char *platform;
  const char *shows;
} XbLabelPlace;

/* @after: when what was handed in already shows; @edits: (element-type XbLabelEdit): what would have to be done; @known: (element-type XbLabelKnown): of the number,
 * on any platform */
typedef void (*XbLabelSketchFunc) (const XbLabelPlace *place,
                                   const char         *after,
                                   GArray             *edits,
                                   GArray             *known,
                                   gpointer            data);

XbLabelNumber  *xb_label_sketch           (XbLabelDesk        *self,
                                           XbDb               *db,
                                           gint64              number,
                                           const XbLabelSpan  *extra,
                                           XbLabelSketchFunc   func,
                                           gpointer            data,
                                           GError            **error);
gboolean        xb_label_replan           (XbLabelDesk        *self,
                                           XbDb               *db,
                                           gint64              number,
                                           GError            **error);
const char     *xb_label_number_keep      (XbLabelNumber      *self,
                                           const char         *text);
gboolean        xb_label_number_link      (XbLabelNumber      *self,
                                           XbDb               *db,
                                           GError            **error);
gboolean        xb_label_keep_first       (XbDb               *db,
                                           gint64              number,
                                           GError            **error);
gboolean        xb_labels_follow          (XbDb               *db,
                                           gint64              certification,
                                           gint64              at,
                                           const XbChannel    *channel,
                                           GError            **error);

/* The ledger */
gboolean        xb_label_ledger_add       (XbLabelDesk        *self,
                                           XbDb               *db,
                                           XbLabelChannel     *channel,
                                           gint64              change,
                                           GError            **error);
gboolean        xb_label_ledger_drop      (XbDb               *db,
                                           gint64              change,
                                           GError            **error);
gboolean        xb_label_ledger_file      (XbLabelDesk        *self,
                                           XbDb               *db,
                                           XbLabelChannel     *channel,
                                           gint64              change,
                                           const char         *before,
                                           const char         *day,
                                           GError            **error);
gboolean        xb_label_ledger_touch     (XbLabelDesk        *self,
                                           XbDb               *db,
                                           const char         *platform,
                                           const char         *day,
                                           GError            **error);
gboolean        xb_label_ledger_settle    (XbLabelDesk        *self,
                                           XbDb               *db,
                                           GError            **error);
void            xb_label_ledger_read      (XbDb               *db,
                                           const char         *platform,
                                           XbFreeEdits        *edits);

/* The steps of one edit */
gboolean        xb_label_edit_can_go      (XbDb               *db,
                                           gint64              change);
gboolean        xb_label_edit_file        (XbLabelDesk        *self,
                                           XbDb               *db,
                                           gint64              change,
                                           gint64              at,
                                           const char         *case_no,
                                           GError            **error);
gboolean        xb_label_edit_record      (XbLabelDesk        *self,
                                           XbDb               *db,
                                           gint64              change,
                                           XbChangeState       to,
                                           gint64              at,
                                           const char         *reason,
                                           GError            **error);
gboolean        xb_label_edit_call_back   (XbDb               *db,
                                           gint64              change,
                                           GError            **error);

G_END_DECLS
