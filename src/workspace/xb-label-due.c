/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "xb-due.h"
#include "xb-label-due.h"
#include "xb-phone.h"

/* What is due about labels: one item for all numbers that get the same label at the same platform by the same day,
 * however many they are. Each question is answered by an index of its own, in its order. */

/* A row: first label, how many numbers, one of them, platform, label, day, whether a day is estimated, assumed. */
#define SELECT(day) \
  "SELECT min (c.label_id), count (*), c.number_id, c.platform, c.text, " day ", max (c.estimated), max (c.assumed), c.kind "

static const struct
{
  const char *kind;
  const char *title;  /* number or numbers, label, platform */
  const char *detail;
  const char *sql;
} questions[] = {
  { "label-file", N_("Change the label of %s to “%s” at %s"), N_("Handed in by then, it shows in time."),
    SELECT ("c.file_by") "FROM label_change c INDEXED BY label_change_planned WHERE c.state = 'planned' AND c.file_by <= ?2 "
    "AND c.kind = 'put-up' AND ?1 IS NOT NULL GROUP BY c.file_by, c.platform, c.show_on, c.text LIMIT ?3" },
  { "label-restore", N_("Put the label of %s back to “%s” at %s"), N_("The label that shows now ends; handed in by then, "
    "the old one is back in time."),
    SELECT ("c.file_by") "FROM label_change c INDEXED BY label_change_planned WHERE c.state = 'planned' AND c.file_by <= ?2 "
    "AND c.kind = 'restore' AND c.show_on > ?1 GROUP BY c.file_by, c.platform, c.show_on, c.text LIMIT ?3" },
  { "label-check", N_("Look whether %s shows “%s” at %s"), N_("It was handed in and should show by then: call a phone."),
    SELECT ("c.expected") "FROM label_change c INDEXED BY label_change_filed WHERE c.state = 'filed' AND c.expected <= ?2 "
    "AND (c.kind = 'put-up' OR c.show_on > ?1) GROUP BY c.expected, c.platform, c.show_on, c.text LIMIT ?3" },
  { "label-stale", N_("The label of %s is over and still shows; put back “%s” at %s"),
    N_("Callers read something that no longer holds."),
    SELECT ("c.show_on") "FROM label_change c INDEXED BY label_change_restore WHERE c.kind = 'restore' AND "
    "c.state IN ('planned', 'filed', 'refused') AND c.show_on <= ?1 AND ?2 IS NOT NULL "
    "GROUP BY c.show_on, c.platform, c.text LIMIT ?3" },
  { "label-refused", N_("The label of %s was refused: mend “%s” for %s"),
    N_("Read the reason, word it differently, and set it again."),
    SELECT ("date (c.updated_at, 'unixepoch', '+8 hours')") "FROM label_change c INDEXED BY label_change_refused "
    "WHERE c.state = 'refused' AND (c.kind = 'put-up' OR c.show_on > ?1) AND ?2 IS NOT NULL "
    "GROUP BY c.updated_at, c.platform, c.text LIMIT ?3" },
};

/* A sentence of the table with its three "%s" in their order. */
static char *
fill_in (const char *pattern,
         const char *numbers,
         const char *text,
         const char *platform)
{
  const char *const words[] = { numbers, text, platform };
  GString *out = g_string_new (NULL);
  guint next = 0;

  for (const char *c = pattern; *c != '\0'; c++)
    if (c[0] == '%' && c[1] == 's' && next < G_N_ELEMENTS (words))
      {
        g_string_append (out, words[next++]);
        c++;
      }
    else
      g_string_append_c (out, *c);
  return g_string_free (out, FALSE);
}

static char *
name_numbers (XbDb   *db,
              gint64  n,
              gint64  first)
{
  g_autofree char *e164 = NULL;

  if (n > 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u number", "%u numbers", (gulong) n), (guint) n);
  e164 = xb_db_text (db, "SELECT e164 FROM number WHERE id = ?", "i", first);
  return xb_phone_format (e164 != NULL ? e164 : "");
}

static char *
explain (guint    question,
         gboolean assumed)
{
  const char *detail = _(questions[question].detail);

  if (!assumed)
    return g_strdup (detail);
  return g_strconcat (detail, " ", _("How long the platform takes is not known; this allows for the longest that is "
                                     "usual. Ask it."), NULL);
}

static void
add_row (XbLabelDue *self,
         XbDb       *db,
         guint       question,
         XbRows     *rows)
{
  g_autofree char *numbers = name_numbers (db, xb_rows_int (rows, 1), xb_rows_int (rows, 2));
  const char *key = xb_rows_text (rows, 3);
  const char *name = g_hash_table_lookup (self->names, key);
  const char *text = xb_rows_text (rows, 4);
  const char *day = xb_rows_text (rows, 5);
  g_autofree char *title = fill_in (_(questions[question].title), numbers, *text != '\0' ? text : "–",
                                    name != NULL ? name : key);
  g_autofree char *detail = explain (question, xb_rows_int (rows, 7) != 0);
  g_autofree char *part = g_strdup_printf ("%s/%s", key, xb_rows_text (rows, 8));
  g_autofree char *object = g_strdup_printf ("label/%" G_GINT64_FORMAT, xb_rows_int (rows, 0));

  g_ptr_array_add (self->due, g_object_new (XB_TYPE_DUE, "kind", questions[question].kind, "title", title, "detail",
                                            detail, "due", day, "overdue", strcmp (day, self->today) < 0, "estimated",
                                            xb_rows_int (rows, 6) != 0, "object", object, "part", part, NULL));
  *self->n_due += 1;
}

/** xb_label_due_read: adds what is due about labels */
gboolean
xb_label_due_read (XbLabelDue  *self,
                   XbDb        *db,
                   GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr(XbRows) rows = xb_db_query (db, error, questions[i].sql, "tti", self->today, self->horizon, self->most);

      if (rows == NULL)
        return FALSE;
      while (xb_rows_next (rows, NULL))
        add_row (self, db, i, rows);
    }
  return TRUE;
}
