/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-xlsx-merges.h"

#define CHUNK (64 * 1024)
#define LONGEST 256 /* of <mergeCell ref="A2:A10"/> */
#define MERGES_MOST 100000
#define ACTIVE_MOST 1000

typedef struct
{
  guint first_row, last_row, column;
} Merge;

typedef struct
{
  guint last_row, column;
  char *text; /* (nullable): of its first cell, once that was read */
} Active;

struct _XbXlsxMerges
{
  GArray *merges; /* by their first row */
  guint   next;
  GArray *active;
};

static void
active_clear (gpointer data)
{
  g_free (((Active *) data)->text);
}

/**
 * xb_xlsx_read_cell_name:
 * @text: "AB12" and more
 * @row: (out): from 1
 * @column: (out): from 0
 */
gboolean
xb_xlsx_read_cell_name (const char  *text,
                        const char **end,
                        guint       *row,
                        guint       *column)
{
  guint letters = 0, number = 0;

  for (; g_ascii_isalpha (*text) && letters < 100000; text++)
    letters = letters * 26 + (g_ascii_toupper (*text) - 'A' + 1);
  for (; g_ascii_isdigit (*text) && number < 100000000; text++)
    number = number * 10 + (*text - '0');
  *end = text;
  *row = number;
  *column = letters - 1;
  return letters > 0 && number > 0;
}

static void
take (XbXlsxMerges *self,
      const char   *tag)
{
  const char *ref = strstr (tag, "ref=");
  Merge merge;
  guint last_column;

  if (ref == NULL || strchr ("\"'", ref[4]) == NULL || ref[4] == '\0' || self->merges->len >= MERGES_MOST)
    return;
  if (xb_xlsx_read_cell_name (ref + 5, &ref, &merge.first_row, &merge.column) && *ref == ':' &&
      xb_xlsx_read_cell_name (ref + 1, &ref, &merge.last_row, &last_column) && merge.last_row > merge.first_row)
    g_array_append_val (self->merges, merge);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Merge *x = a;
  const Merge *y = b;

  return x->first_row != y->first_row ? (x->first_row > y->first_row) - (x->first_row < y->first_row)
                                      : (x->column > y->column) - (x->column < y->column);
}

/* Looks for the tags in the bytes: as XML the whole sheet would be read twice. */
static gboolean
scan (XbXlsxMerges *self,
      XbXlsxPart   *part,
      GError      **error)
{
  static const char word[] = "mergeCell ";
  g_autofree char *buffer = g_malloc (CHUNK + LONGEST + 1);
  gsize kept = 0;
  gssize n;

  while ((n = xb_xlsx_part_read (part, buffer + kept, CHUNK)) > 0)
    {
      char *at = buffer, *end = buffer + kept + n;
      char *found;

      while ((found = memmem (at, end - at, word, sizeof word - 1)) != NULL)
        {
          char *close = memchr (found, '>', end - found);

          if (close == NULL && end - found < LONGEST)
            break; /* goes on in the next chunk */
          if (close != NULL && close - found < LONGEST)
            {
              *close = '\0';
              take (self, found);
            }
          at = found + 1;
        }
      kept = found != NULL ? (gsize) (end - found) : MIN ((gsize) (end - at), sizeof word - 2);
      memmove (buffer, end - kept, kept);
    }
  return n == 0 || xb_xlsx_part_fail (part, error);
}

/**
 * xb_xlsx_merges_new:
 * @part: the sheet; read to its end
 * @size: (out): of the sheet, unpacked
 */
XbXlsxMerges *
xb_xlsx_merges_new (XbXlsxPart *part,
                    goffset    *size,
                    GError    **error)
{
  g_autoptr(XbXlsxMerges) self = g_new0 (XbXlsxMerges, 1);

  self->merges = g_array_new (FALSE, FALSE, sizeof (Merge));
  self->active = g_array_new (FALSE, FALSE, sizeof (Active));
  g_array_set_clear_func (self->active, active_clear);
  if (!scan (self, part, error))
    return NULL;
  g_array_sort (self->merges, compare);
  *size = xb_xlsx_part_get_offset (part);
  return g_steal_pointer (&self);
}

void
xb_xlsx_merges_free (XbXlsxMerges *self)
{
  g_array_unref (self->merges);
  g_array_unref (self->active);
  g_free (self);
}

/** xb_xlsx_merges_move: to @row, a later one than before. Returns: whether a merged cell reaches into it */
gboolean
xb_xlsx_merges_move (XbXlsxMerges *self,
                     guint         row)
{
  for (guint i = self->active->len; i > 0; i--)
    if (g_array_index (self->active, Active, i - 1).last_row < row)
      g_array_remove_index_fast (self->active, i - 1);
  while (self->next < self->merges->len && g_array_index (self->merges, Merge, self->next).first_row <= row)
    {
      const Merge *merge = &g_array_index (self->merges, Merge, self->next++);
      Active active = { merge->last_row, merge->column, merge->first_row < row ? g_strdup ("") : NULL };

      if (merge->last_row >= row && self->active->len < ACTIVE_MOST)
        g_array_append_val (self->active, active);
      else
        g_free (active.text);
    }
  return self->active->len > 0;
}

/**
 * xb_xlsx_merges_get:
 * @index: from 0, for each merged cell that reaches into the row
 * @column: (out): where it stands
 *
 * Returns: (nullable): where its text is kept: %NULL there in its first row; %NULL behind the last
 */
char **
xb_xlsx_merges_get (XbXlsxMerges *self,
                    guint         index,
                    guint        *column)
{
  Active *active;

  if (index >= self->active->len)
    return NULL;
  active = &g_array_index (self->active, Active, index);
  *column = active->column;
  return &active->text;
}
