/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-checkup-list.h"
#include "xb-report-reader.h"

struct _XbCheckupList
{
  char           *text;   /* (nullable): pasted */
  char           *at;     /* in @text */
  gsize           length;
  guint           line;
  XbReportReader *reader; /* (nullable) */
  int             column; /* -1: not known yet */
};

XbCheckupList *
xb_checkup_list_new (const char    *text,
                     const char    *path,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr(XbCheckupList) self = g_new0 (XbCheckupList, 1);

  self->column = -1;
  if (path != NULL)
    {
      self->reader = xb_report_reader_new (path, cancellable, error);
      return self->reader != NULL ? g_steal_pointer (&self) : NULL;
    }
  self->text = g_utf8_make_valid (text != NULL ? text : "", -1);
  self->at = self->text;
  self->length = strlen (self->text);
  return g_steal_pointer (&self);
}

void
xb_checkup_list_free (XbCheckupList *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_clear_pointer (&self->reader, xb_report_reader_free);
  g_free (self);
}

static gboolean
is_heading (const char *cell)
{
  static const char *const names[] = { "标签", "标签内容", "标签文案", "文案", "label", "labels", "text" };
  g_autofree char *small = g_strstrip (g_utf8_strdown (cell, -1));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (small, names[i]) == 0)
      return TRUE;
  return FALSE;
}

/* A number, a day, a count: no label. */
static gboolean
has_words (const char *cell)
{
  for (const char *c = cell; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalpha (g_utf8_get_char (c)))
      return TRUE;
  return FALSE;
}

/* Whether the row is the table's heading. */
static gboolean
find_column (XbCheckupList     *self,
             const XbReportRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (is_heading (row->cells[i]))
      {
        self->column = (int) i;
        return TRUE;
      }
  for (guint i = 0; i < row->n_cells && self->column < 0; i++)
    if (has_words (row->cells[i]))
      self->column = (int) i;
  return FALSE;
}

static gboolean
next_of_file (XbCheckupList  *self,
              char          **text,
              guint          *line,
              GCancellable   *cancellable,
              GError        **error)
{
  const XbReportRow *row = NULL;
  g_autoptr(GError) problem = NULL;

  while (xb_report_reader_next (self->reader, &row, cancellable, &problem))
    {
      if (row->problem != NULL || (self->column < 0 && find_column (self, row)) || self->column < 0 ||
          (guint) self->column >= row->n_cells)
        continue;
      *text = g_strstrip (g_strdup (row->cells[self->column]));
      *line = row->line;
      if (**text != '\0')
        return TRUE;
      g_clear_pointer (text, g_free);
    }
  if (problem == NULL) /* the end */
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * xb_checkup_list_next:
 * @text: (out) (transfer full) (nullable): the next label; %NULL at the end
 * @line: (out): where it stands, from 1
 *
 * Returns: whether it could be read
 */
gboolean
xb_checkup_list_next (XbCheckupList  *self,
                      char          **text,
                      guint          *line,
                      GCancellable   *cancellable,
                      GError        **error)
{
  *text = NULL;
  if (self->reader != NULL)
    return next_of_file (self, text, line, cancellable, error);
  while (*self->at != '\0')
    {
      gsize length = strcspn (self->at, "\r\n");
      g_autofree char *label = g_strstrip (g_strndup (self->at, length));

      self->at += length;
      if (self->at[0] == '\r' && self->at[1] == '\n')
        self->at++;
      if (*self->at != '\0')
        self->at++;
      self->line++;
      if (*label == '\0')
        continue;
      *text = g_steal_pointer (&label);
      *line = self->line;
      return TRUE;
    }
  return TRUE;
}

void
xb_checkup_list_get_progress (XbCheckupList *self,
                              guint64       *done,
                              guint64       *total)
{
  if (self->reader != NULL)
    {
      xb_report_reader_get_progress (self->reader, done, total);
      return;
    }
  *done = (guint64) (self->at - self->text);
  *total = self->length;
}
