/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl-table.h"

/* So many rows are looked at before the widths are fixed; the rest is written as it comes. */
#define ROWS_MEASURED 500
#define GAP 2

struct _CtlTable
{
  const char *const *headings; /* NULL: a list of "title  value" */
  guint              n_columns;
  guint             *widths;
  GPtrArray         *cells; /* not written yet */
  gboolean           measured;
};

/** ctl_text_width: Returns: how many columns a terminal gives to @text */
guint
ctl_text_width (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

/** ctl_table_new: @headings: (nullable) (array zero-terminated=1): untranslated; %NULL: of fields */
CtlTable *
ctl_table_new (const char *const *headings)
{
  CtlTable *self = g_new0 (CtlTable, 1);

  self->headings = headings;
  self->n_columns = headings != NULL ? g_strv_length ((char **) headings) : 2;
  self->widths = g_new0 (guint, self->n_columns);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
ctl_table_free (CtlTable *self)
{
  g_free (self->widths);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/* One row; nothing trails behind the last cell that says something. */
static void
print_row (CtlTable          *self,
           const char *const *cells)
{
  guint last = self->n_columns - 1;

  while (last > 0 && *cells[last] == '\0')
    last--;
  for (guint i = 0; i <= last; i++)
    {
      fputs (cells[i], stdout);
      for (guint width = ctl_text_width (cells[i]); i < last && width < self->widths[i] + GAP; width++)
        putchar (' ');
    }
  putchar ('\n');
}

static void
measure (CtlTable *self)
{
  g_autofree const char **headings = g_new0 (const char *, self->n_columns);

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint *widest = &self->widths[i % self->n_columns];

      *widest = MAX (*widest, ctl_text_width (g_ptr_array_index (self->cells, i)));
    }
  self->measured = TRUE;
  if (self->headings == NULL)
    return;
  for (guint i = 0; i < self->n_columns; i++)
    {
      headings[i] = *self->headings[i] != '\0' ? _(self->headings[i]) : "";
      self->widths[i] = MAX (self->widths[i], ctl_text_width (headings[i]));
    }
  print_row (self, headings);
}

/** ctl_table_flush: writes what was added; once more rows come, the columns stay as wide */
void
ctl_table_flush (CtlTable *self)
{
  if (!self->measured)
    measure (self);
  for (guint i = 0; i + self->n_columns <= self->cells->len; i += self->n_columns)
    print_row (self, (const char *const *) self->cells->pdata + i);
  g_ptr_array_set_size (self->cells, 0);
}

/** ctl_table_take: @cell: (transfer full) (nullable): the next cell, row by row */
void
ctl_table_take (CtlTable *self,
                char     *cell)
{
  if (cell != NULL)
    g_strdelimit (cell, "\r\n\t", ' ');
  g_ptr_array_add (self->cells, cell != NULL ? cell : g_strdup (""));
  if (self->cells->len == (self->measured ? 1 : ROWS_MEASURED) * self->n_columns)
    ctl_table_flush (self);
}

void
ctl_table_add (CtlTable   *self,
               const char *cell)
{
  ctl_table_take (self, g_strdup (cell));
}

void
ctl_table_add_int (CtlTable *self,
                   gint64    value)
{
  ctl_table_take (self, g_strdup_printf ("%" G_GINT64_FORMAT, value));
}

/** ctl_table_field: @value: (nullable): left out where it is nothing */
void
ctl_table_field (CtlTable   *self,
                 const char *title,
                 const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  ctl_table_add (self, title);
  ctl_table_add (self, value);
}
