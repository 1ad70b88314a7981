/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-enum-types.h"
#include "xb-label-report-private.h"
#include "xb-outbox-private.h"

/* "Shown" is only a claim: the phones that the business checks must say so too. */
static gboolean
is_shown (XbDb               *db,
          const XbCaseReport *report,
          const char         *label)
{
  g_autofree char *chosen = xb_db_text (db, "SELECT handsets FROM business", "");
  g_auto(GStrv) words = g_strsplit (chosen != NULL ? chosen : "huawei", ",", -1);

  for (guint i = 0; i < report->displays->len; i++)
    {
      const XbDisplay *display = g_ptr_array_index (report->displays, i);
      const char *brand = xb_enum_to_nick (XB_TYPE_HANDSET, display->handset);

      if (g_strv_contains ((const char *const *) words, brand) &&
          (!display->shown || g_strcmp0 (display->label != NULL ? display->label : "", label) != 0))
        return FALSE;
    }
  return TRUE;
}

static gboolean
note_progress (XbDb                *db,
               gint64               change,
               const XbLabelReport *label,
               GError             **error)
{
  return xb_db_run (db, error, "UPDATE label_change SET raw_state = ?1, expected = ifnull (?2, expected) WHERE id = ?3 AND "
                    "(raw_state IS NOT ?1 OR expected IS NOT ifnull (?2, expected))", "tti", label->raw_state,
                    label->expected_day, change);
}

/**
 * xb_label_report_apply:
 * @steps: (inout): grows by one where an edit went on
 *
 * Takes over what a platform says of the edit that was handed in last. While the call still waits in the outbox, the
 * platform speaks of an older one.
 */
gboolean
xb_label_report_apply (XbDb                *db,
                       gint64               certification,
                       const XbCaseReport  *report,
                       gint64               now,
                       const XbChannel     *channel,
                       gint64              *steps,
                       GError             **error)
{
  const XbLabelReport *label = &report->label;
  gint64 change = xb_db_int (db, 0, "SELECT id FROM label_change WHERE certification_id = ? AND state = 'filed' "
                             "ORDER BY id", "i", certification);
  g_autofree char *text = NULL;
  g_autoptr(XbLabelDesk) desk = NULL;

  if (change == 0 || label->state == XB_LABEL_REPORT_NONE ||
      xb_db_int (db, 0, "SELECT count (*) FROM outbox WHERE certification_id = ? AND action = 'label' AND "
                 "state = 'waiting'", "i", certification) > 0)
    return TRUE;
  text = xb_db_text (db, "SELECT text FROM label_change WHERE id = ?", "i", change);
  if (g_strcmp0 (text, label->text) != 0)
    return TRUE;
  if (label->state == XB_LABEL_REPORT_OPEN || (label->state == XB_LABEL_REPORT_SHOWN && !is_shown (db, report, text)))
    return note_progress (db, change, label, error);
  desk = xb_label_desk_new_for (channel, now);
  *steps += 1;
  return note_progress (db, change, label, error) &&
         xb_label_edit_record (desk, db, change, label->state == XB_LABEL_REPORT_SHOWN ? XB_CHANGE_STATE_LIVE
                                                                                      : XB_CHANGE_STATE_REFUSED,
                               now, label->reason, error) &&
         xb_label_desk_close (desk, db, error);
}

/** xb_label_report_refusal: the platform did not take the call @outbox at all */
gboolean
xb_label_report_refusal (XbDb             *db,
                         gint64            outbox,
                         const char       *message,
                         gint64            now,
                         const XbChannel  *channel,
                         GError          **error)
{
  g_autofree char *payload = xb_db_text (db, "SELECT payload FROM outbox WHERE id = ?", "i", outbox);
  g_autofree char *label = NULL;
  g_autoptr(XbLabelDesk) desk = NULL;
  gint64 change = 0;

  label = xb_outbox_dup_label (payload, &change);
  if (xb_db_int (db, 0, "SELECT count (*) FROM label_change WHERE id = ? AND state = 'filed'", "i", change) == 0)
    return TRUE;
  desk = xb_label_desk_new_for (channel, now);
  return xb_label_edit_record (desk, db, change, XB_CHANGE_STATE_REFUSED, now, message, error) &&
         xb_label_desk_close (desk, db, error);
}

/* The rest is handed in with the next round. */
#define MOST_AT_ONCE 200

typedef struct
{
  XbVerb       verb;
  XbLabelDesk *desk;
} FileDue;

static void
file_due_free (gpointer data)
{
  FileDue *verb = data;

  xb_label_desk_free (verb->desk);
  g_free (verb);
}

/* One at a time for each case: the next one waits until the platform is through with the one before. */
#define DUE                                                                                                   \
  "FROM label_change c WHERE c.state = 'planned' AND c.platform = 'practice' AND c.file_by <= ?1 AND "         \
  "NOT EXISTS (SELECT 1 FROM label_change f WHERE f.certification_id = c.certification_id AND f.state = 'filed') "

static gboolean
file_due_job (XbDb     *db,
              gpointer  data,
              GError  **error)
{
  FileDue *verb = data;
  g_autoptr(GArray) due = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(XbRows) rows = NULL;

  rows = xb_db_query (db, error, "SELECT min (c.id) " DUE "GROUP BY c.certification_id LIMIT ?2", "ti", verb->desk->today,
                      (gint64) MOST_AT_ONCE);
  while (rows != NULL && xb_rows_next (rows, NULL))
    {
      gint64 change = xb_rows_int (rows, 0);

      g_array_append_val (due, change);
    }
  if (rows == NULL)
    return FALSE;
  g_clear_pointer (&rows, xb_rows_free);
  for (guint i = 0; i < due->len; i++)
    if (!xb_label_edit_file (verb->desk, db, g_array_index (due, gint64, i), verb->verb.now, NULL, error))
      return FALSE;
  return xb_label_desk_close (verb->desk, db, error);
}

void
xb_workspace_file_due_labels_async (XbWorkspace         *self,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  FileDue *verb = xb_verb_new (self, sizeof *verb);
  g_autoptr(GTask) nothing = NULL;

  verb->desk = xb_label_desk_new (self, verb->verb.now, NULL);
  if (xb_db_int (xb_workspace_get_db (self), 0, "SELECT count (*) FROM (SELECT 1 " DUE "LIMIT 1)", "t",
                 verb->desk->today) > 0)
    {
      xb_workspace_run (self, xb_workspace_file_due_labels_async, NULL, file_due_job, verb, file_due_free, NULL, callback,
                        user_data);
      return;
    }
  /* The usual case costs one look into an index. */
  file_due_free (verb);
  nothing = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (nothing, xb_workspace_file_due_labels_async);
  g_task_return_int (nothing, 0);
}
