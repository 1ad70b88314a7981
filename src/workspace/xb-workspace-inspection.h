/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-inspection-item.h"
#include "xb-inspection-photo.h"
#include "xb-inspection-task.h"
#include "xb-inspection.h"
#include "xb-matrix-sight.h"
#include "xb-workspace-labels.h"

G_BEGIN_DECLS

/* The inspection (巡检): a list that is made from the register, gone through item by item, signed. Each entry is a
 * transaction of its own, so that it can be left at any moment and gone on with. */

/**
 * XbInspectionPlan:
 * @rhythm: how often
 * @next_day: (nullable): a working day; %NULL: there is nothing to inspect yet
 * @estimated: it lies past the published calendar
 * @last_day: (nullable): of the last one that was signed
 * @open: the one that was begun; 0: none
 */
typedef struct
{
  XbInspectionRhythm rhythm;
  char              *next_day;
  gboolean           estimated;
  char              *last_day;
  gint64             open;
} XbInspectionPlan;

void xb_inspection_plan_free (XbInspectionPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbInspectionPlan, xb_inspection_plan_free)

/**
 * XbInspectionEntry:
 * @result: open takes an entry back
 * @seen_name, @seen, @sim, @note: (nullable): %NULL leaves what is there
 * @recognition: an #XbRecognition; -1 leaves what is there
 * @network: an #XbNetwork; -1 leaves what is there
 * @at: UTC seconds; 0: now
 * @seconds: that somebody worked at it since the last entry
 * @photos: (nullable) (array zero-terminated=1): paths of pictures, added to those that are there
 *
 * What somebody found. Borrowed by the verb for the time of the call.
 */
typedef struct
{
  XbInspectionResult  result;
  const char         *seen_name;
  const char         *seen;
  const char         *sim;
  const char         *note;
  int                 recognition;
  int                 network;
  gint64              at;
  gint64              seconds;
  const char *const  *photos;
} XbInspectionEntry;

#define XB_INSPECTION_ENTRY_INIT(word) { .result = (word), .recognition = -1, .network = -1 }

/* A bounded read. Returns: (transfer full) */
XbInspectionPlan *xb_workspace_read_inspection_plan (XbWorkspace       *self);
void   xb_workspace_set_inspection_rhythm_async     (XbWorkspace       *self,
                                                     XbInspectionRhythm rhythm,
                                                     GCancellable      *cancellable,
                                                     GAsyncReadyCallback callback,
                                                     gpointer           user_data);
/* @on: (nullable): today. Refused while another one is open. Ends with finish_id(). */
void   xb_workspace_start_inspection_async          (XbWorkspace       *self,
                                                     const char        *on,
                                                     GCancellable      *cancellable,
                                                     GAsyncReadyCallback callback,
                                                     gpointer           user_data);
/* Fills in what the program finds by itself: figures that were imported meanwhile, labels that were put back. */
void   xb_workspace_refresh_inspection_async        (XbWorkspace       *self,
                                                     gint64             id,
                                                     GCancellable      *cancellable,
                                                     GAsyncReadyCallback callback,
                                                     gpointer           user_data);
void   xb_workspace_record_inspection_async         (XbWorkspace       *self,
                                                     gint64             item,
                                                     const XbInspectionEntry *entry,
                                                     GCancellable      *cancellable,
                                                     GAsyncReadyCallback callback,
                                                     gpointer           user_data);
void   xb_workspace_remove_inspection_photo_async   (XbWorkspace       *self,
                                                     gint64             photo,
                                                     GCancellable      *cancellable,
                                                     GAsyncReadyCallback callback,
                                                     gpointer           user_data);
/* Refused while items are open. Nothing of it changes afterwards. @by, @note: (nullable) */
void   xb_workspace_sign_inspection_async           (XbWorkspace       *self,
                                                     gint64             id,
                                                     const char        *by,
                                                     const char        *note,
                                                     GCancellable      *cancellable,
                                                     GAsyncReadyCallback callback,
                                                     gpointer           user_data);
/* Of one that is not signed. Undone by !@remove. */
void   xb_workspace_discard_inspection_async        (XbWorkspace       *self,
                                                     gint64             id,
                                                     gboolean           remove,
                                                     GCancellable      *cancellable,
                                                     GAsyncReadyCallback callback,
                                                     gpointer           user_data);
/* @due: (nullable): as the rules suggest. Ends with finish_id(). */
void   xb_workspace_open_inspection_task_async      (XbWorkspace       *self,
                                                     gint64             item,
                                                     XbInspectionTaskKind kind,
                                                     const char        *due,
                                                     GCancellable      *cancellable,
                                                     GAsyncReadyCallback callback,
                                                     gpointer           user_data);
/* What an item says holds now goes into the register: the address, the hours, the use of a number. */
void   xb_workspace_correct_register_async          (XbWorkspace       *self,
                                                     gint64             item,
                                                     GCancellable      *cancellable,
                                                     GAsyncReadyCallback callback,
                                                     gpointer           user_data);
/* @done: FALSE opens it again */
void   xb_workspace_close_inspection_task_async     (XbWorkspace       *self,
                                                     gint64             task,
                                                     gboolean           done,
                                                     const char        *note,
                                                     GCancellable      *cancellable,
                                                     GAsyncReadyCallback callback,
                                                     gpointer           user_data);
/* Whether a signed inspection still is what was signed; ends with xb_workspace_finish(). */
void   xb_workspace_verify_inspection_async         (XbWorkspace       *self,
                                                     gint64             id,
                                                     GCancellable      *cancellable,
                                                     GAsyncReadyCallback callback,
                                                     gpointer           user_data);
/* A PDF with the photos. */
void   xb_workspace_write_inspection_report_async   (XbWorkspace       *self,
                                                     gint64             id,
                                                     const char        *path,
                                                     GCancellable      *cancellable,
                                                     GAsyncReadyCallback callback,
                                                     gpointer           user_data);

typedef enum
{
  XB_INSPECTION_FILTER_ALL,
  XB_INSPECTION_FILTER_OPEN,
  XB_INSPECTION_FILTER_FAILED,
  XB_INSPECTION_FILTER_CHANGED, /* other than in the inspection before */
} XbInspectionFilter;

/* Live objects: (transfer full) (nullable), NULL when there is no such row. */
XbInspection     *xb_workspace_ref_inspection       (XbWorkspace       *self,
                                                     gint64             id);
XbInspectionItem *xb_workspace_ref_inspection_item  (XbWorkspace       *self,
                                                     gint64             id);
XbInspectionTask *xb_workspace_ref_inspection_task  (XbWorkspace       *self,
                                                     gint64             id);
/* @words: its id, its key, or a telephone number; @handset: an #XbHandset, or -1. Returns: its id, or -1 with @error */
gint64 xb_workspace_find_inspection_item            (XbWorkspace       *self,
                                                     gint64             inspection,
                                                     const char        *words,
                                                     int                handset,
                                                     GError           **error);

/* Lazy lists (transfer full), kept true as long as somebody holds them. */
GListModel *xb_workspace_list_inspections           (XbWorkspace       *self);
GListModel *xb_workspace_list_inspection_items      (XbWorkspace       *self,
                                                     gint64             inspection,
                                                     XbInspectionFilter filter);
/* What was looked at in the inspection before, and is not there any more. */
GListModel *xb_workspace_list_inspection_gone       (XbWorkspace       *self,
                                                     gint64             inspection);
GListModel *xb_workspace_list_inspection_photos     (XbWorkspace       *self,
                                                     gint64             item);
GListModel *xb_workspace_list_inspection_tasks      (XbWorkspace       *self);
/* 谁看见什么: #XbMatrixRow, a number on a platform each. */
GListModel *xb_workspace_list_matrix                (XbWorkspace       *self);
/* Every brand that the business checks: bits of #XbHandset. */
guint       xb_workspace_get_checked_handsets       (XbWorkspace       *self);

G_END_DECLS
