/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-csv-headings.h"
#include "xb-csv-writer.h"
#include "xb-error.h"
#include "xb-number-intake.h"
#include "xb-phone.h"
#include "xb-progress-meter.h"
#include "xb-workspace-private.h"
#include "xb-workspace-register.h"

/* Many numbers at once, pasted or from a file: one transaction. The good rows go in, each bad one is
 * named; what is cancelled leaves nothing. */

/* How often a long loop looks up. */
#define ROWS_PER_LOOK 512

typedef struct
{
  XbVerb           verb;
  char            *text; /* pasted, or NULL */
  char            *path; /* of a file, or NULL */
  XbIntake         intake;
  XbProgressMeter *progress;
} Import;

static void
import_free (gpointer data)
{
  Import *verb = data;

  g_free (verb->text);
  g_free (verb->path);
  xb_intake_clear (&verb->intake);
  xb_progress_meter_free (verb->progress);
  g_free (verb);
}

static Import *
import_new (XbWorkspace     *self,
            XbProgressMeter *progress)
{
  Import *verb = xb_verb_new (self, sizeof *verb);

  xb_intake_init (&verb->intake);
  verb->intake.now = verb->verb.now;
  verb->progress = progress;
  return verb;
}

static gboolean
look_up (Import        *verb,
         guint64        done,
         guint64        total,
         GError       **error)
{
  if (verb->intake.result->rows % ROWS_PER_LOOK != 0)
    return TRUE;
  xb_progress_meter_set (verb->progress, done, total);
  return !g_cancellable_set_error_if_cancelled (verb->verb.cancellable, error);
}

/* What stands between numbers on one line when several were pasted without line breaks. */
static gboolean
is_separator (gunichar c)
{
  return c == ',' || c == ';' || c == 0xFF0C || c == 0xFF1B || c == 0x3001;
}

static gboolean
is_blank (gunichar c)
{
  return c == '\t' || g_unichar_isspace (c);
}

/* "138 0013 8000 客服": the use begins at the first letter behind the number. */
static const char *
find_use (char *piece)
{
  gboolean digit_seen = FALSE;

  for (char *c = piece; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar ch = g_utf8_get_char (c);

      if (g_unichar_isdigit (ch))
        digit_seen = TRUE;
      else if (digit_seen && g_unichar_isalpha (ch) && c > piece && is_blank (g_utf8_get_char (g_utf8_prev_char (c))))
        {
          *g_utf8_prev_char (c) = '\0';
          return c;
        }
    }
  return NULL;
}

static gboolean
take_piece (Import      *verb,
            XbDb        *db,
            guint64      line,
            char        *piece,
            GError     **error)
{
  const char *use;

  g_strstrip (piece);
  if (*piece == '\0')
    return TRUE;
  use = find_use (piece);
  return xb_intake_add (&verb->intake, db, line, g_strstrip (piece), use, error) && look_up (verb, line, 0, error);
}

static gboolean
paste_job (XbDb     *db,
           gpointer  data,
           GError  **error)
{
  Import *verb = data;
  guint64 line = 1;
  char *start = verb->text;
  char *c = verb->text;

  while (TRUE)
    {
      gunichar ch = g_utf8_get_char (c);
      char *next = ch != 0 ? g_utf8_next_char (c) : c;

      if (ch == 0 || ch == '\n' || is_separator (ch))
        {
          *c = '\0';
          if (!take_piece (verb, db, line, start, error))
            return FALSE;
          start = next;
        }
      if (ch == 0)
        return xb_intake_flush (&verb->intake, db, error);
      if (ch == '\n')
        line++;
      c = next;
    }
}

static gboolean
is_number (char *piece)
{
  XbPhone phone;

  find_use (piece); /* ends the piece before its use */
  return xb_phone_parse (g_strstrip (piece), &phone, NULL);
}

/**
 * xb_numbers_look_at_pasted:
 * @good: (out): pieces that are numbers
 * @bad: (out): pieces that are none
 *
 * Returns: (transfer full) (nullable): the first piece that is none
 */
char *
xb_numbers_look_at_pasted (const char *text,
                           guint      *good,
                           guint      *bad)
{
  g_autofree char *copy = g_utf8_make_valid (text, -1);
  char *first = NULL;
  char *start = copy;
  gboolean end = FALSE;

  *good = *bad = 0;
  for (char *c = copy; !end;)
    {
      gunichar ch = g_utf8_get_char (c);
      char *next = ch != 0 ? g_utf8_next_char (c) : c;

      end = ch == 0;
      if (end || ch == '\n' || is_separator (ch))
        {
          *c = '\0';
          if (*g_strstrip (start) != '\0' && is_number (start))
            *good += 1;
          else if (*start != '\0')
            {
              *bad += 1;
              first = first != NULL ? first : g_strdup (start);
            }
          start = next;
        }
      c = next;
    }
  return first;
}

static guint64
file_size (GFile *file)
{
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL,
                                                 NULL);

  return info != NULL ? (guint64) g_file_info_get_size (info) : 0;
}

static gboolean
take_csv_row (Import               *verb,
              XbDb                 *db,
              const XbCsvHeadings  *headings,
              const XbCsvRow       *row,
              GError              **error)
{
  const char *spelling;

  if (row->problem != NULL)
    {
      verb->intake.result->rows++;
      xb_intake_reject (&verb->intake, row->line, row->problem->message);
      return TRUE;
    }
  spelling = xb_csv_headings_get (headings, row, XB_CSV_FIELD_NUMBER);
  return xb_intake_add (&verb->intake, db, row->line, spelling != NULL ? spelling : "",
                        xb_csv_headings_get (headings, row, XB_CSV_FIELD_USE), error);
}

static gboolean
import_rows (Import       *verb,
             XbDb         *db,
             XbCsvReader  *reader,
             guint64       size,
             GError      **error)
{
  XbCsvHeadings headings = { 0 };
  const XbCsvRow *row = NULL;
  gboolean first = TRUE;
  g_autoptr(GError) bad = NULL;

  while (xb_csv_reader_next (reader, &row, verb->verb.cancellable, &bad))
    {
      if (first && row->problem == NULL)
        {
          first = FALSE;
          if (!xb_csv_headings_read (&headings, row, error) ||
              !xb_csv_headings_require (&headings, XB_CSV_FIELD_NUMBER, error))
            return FALSE;
          if (headings.header)
            continue;
        }
      if (!take_csv_row (verb, db, &headings, row, error) ||
          !look_up (verb, xb_csv_reader_get_offset (reader), size, error))
        return FALSE;
    }
  if (bad == NULL)
    return xb_intake_flush (&verb->intake, db, error);
  g_propagate_error (error, g_steal_pointer (&bad));
  return FALSE;
}

static gboolean
import_job (XbDb     *db,
            gpointer  data,
            GError  **error)
{
  Import *verb = data;
  g_autoptr(GFile) file = g_file_new_for_path (verb->path);
  g_autoptr(XbCsvReader) reader = xb_csv_reader_new_for_file (file, verb->verb.cancellable, error);

  return reader != NULL && import_rows (verb, db, reader, file_size (file), error);
}

void
xb_workspace_paste_numbers_async (XbWorkspace         *self,
                                  const char          *text,
                                  const char          *use,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  Import *verb = import_new (self, xb_progress_meter_new (NULL, NULL));

  verb->text = g_utf8_make_valid (text, -1);
  verb->intake.use = use != NULL && *use != '\0' ? g_strdup (use) : NULL;
  xb_workspace_run (self, xb_workspace_paste_numbers_async, NULL, paste_job, verb, import_free,
                    cancellable, callback, user_data);
}

void
xb_workspace_import_numbers_async (XbWorkspace         *self,
                                   const char          *path,
                                   GCancellable        *cancellable,
                                   XbProgressFunc       progress,
                                   gpointer             progress_data,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  Import *verb = import_new (self, xb_progress_meter_new (progress, progress_data));

  verb->path = g_strdup (path);
  xb_workspace_run (self, xb_workspace_import_numbers_async, NULL, import_job, verb, import_free,
                    cancellable, callback, user_data);
}

XbImportResult *
xb_workspace_import_numbers_finish (XbWorkspace   *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  if (xb_workspace_finish_id (self, result, error) < 0)
    return NULL;
  return g_steal_pointer (&((Import *) xb_workspace_get_verb (result))->intake.result);
}

typedef struct
{
  XbVerb verb;
  char  *path;
} Export;

static void
export_free (gpointer data)
{
  Export *verb = data;

  g_clear_object (&verb->verb.cancellable);
  g_free (verb->path);
  g_free (data);
}

static gboolean
export_job (XbDb     *db,
            gpointer  data,
            GError  **error)
{
  Export *verb = data;
  g_autoptr(XbCsvWriter) writer = xb_csv_writer_new (verb->path, error);
  g_autoptr(XbRows) rows = NULL;

  if (writer == NULL)
    return FALSE;
  xb_csv_writer_add (writer, xb_csv_field_to_string (XB_CSV_FIELD_NUMBER, TRUE));
  xb_csv_writer_add (writer, xb_csv_field_to_string (XB_CSV_FIELD_USE, TRUE));
  xb_csv_writer_end_row (writer);
  rows = xb_db_query (db, error, "SELECT national, use FROM number WHERE removed_at IS NULL ORDER BY id", "");
  while (rows != NULL && xb_rows_next (rows, NULL))
    {
      xb_csv_writer_add (writer, xb_rows_text (rows, 0));
      xb_csv_writer_add (writer, xb_rows_text (rows, 1));
      xb_csv_writer_end_row (writer);
      if (g_cancellable_set_error_if_cancelled (verb->verb.cancellable, error))
        return FALSE;
    }
  return rows != NULL && xb_csv_writer_finish (writer, error);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (xb_store_read_finish (XB_STORE (source), result, &error))
    g_task_return_int (task, 0);
  else
    g_task_return_error (task, error);
}

void
xb_workspace_export_numbers_async (XbWorkspace         *self,
                                   const char          *path,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Export *verb = xb_verb_new (self, sizeof *verb);

  verb->path = g_strdup (path);
  g_set_object (&verb->verb.cancellable, cancellable);
  g_task_set_source_tag (task, xb_workspace_export_numbers_async);
  g_task_set_task_data (task, verb, export_free);
  xb_store_read_async (xb_workspace_get_store (self), export_job, verb, NULL, cancellable, exported_cb, task);
}
