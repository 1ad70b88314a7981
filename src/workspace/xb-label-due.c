/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "xb-due.h"
#include "xb-label-due.h"
#include "xb-phone.h"

/* What is due about labels: one item for all numbers that get the same label at the same platform by the same day,
 * however many they are. Each question is answered by an index of its own, in its order. */

/* A row: first label, how many numbers, platform, kind of edit, label, day. No table is touched, the index has it all. */
#define SELECT(day) "SELECT min (c.label_id), count (*), c.platform, c.kind, c.text, " day " FROM label_change c "

typedef enum
{
  QUESTION_FILE,
  QUESTION_RESTORE,
  QUESTION_CHECK,
  QUESTION_STALE,
  QUESTION_REFUSED,
} Question;

static const struct
{
  const char *kind;
  const char *title; /* number or numbers, label, platform */
  const char *detail;
} words[] = {
  [QUESTION_FILE] = { "label-file", N_("Change the label of %s to “%s” at %s"),
                      N_("Handed in by then, it shows in time.") },
  [QUESTION_RESTORE] = { "label-restore", N_("Put the label of %s back to “%s” at %s"),
                         N_("The label that shows now ends; handed in by then, the old one is back in time.") },
  [QUESTION_CHECK] = { "label-check", N_("Look whether %s shows “%s” at %s"),
                       N_("It was handed in and should show by then: call a phone.") },
  [QUESTION_STALE] = { "label-stale", N_("The label of %s is over and still shows; put back “%s” at %s"),
                       N_("Callers read something that no longer holds.") },
  [QUESTION_REFUSED] = { "label-refused", N_("The label of %s was refused: mend “%s” for %s"),
                         N_("Read the reason, word it differently, and set it again.") },
};

/* ?1 is today, ?2 the last day to look at, ?3 how many rows. What is over and still shows is asked for by itself. */
static const struct
{
  Question    put_up;
  Question    restore;
  const char *sql;
} questions[] = {
  { QUESTION_FILE, QUESTION_RESTORE,
    SELECT ("c.file_by") "INDEXED BY label_change_planned WHERE c.state = 'planned' AND c.file_by <= ?2 AND "
    "(c.kind = 'put-up' OR c.show_on > ?1) GROUP BY c.file_by, c.platform, c.kind, c.show_on, c.text LIMIT ?3" },
  { QUESTION_CHECK, QUESTION_CHECK,
    SELECT ("c.expected") "INDEXED BY label_change_filed WHERE c.state = 'filed' AND c.expected <= ?2 AND "
    "(c.kind = 'put-up' OR c.show_on > ?1) GROUP BY c.expected, c.platform, c.kind, c.show_on, c.text LIMIT ?3" },
  { QUESTION_STALE, QUESTION_STALE,
    SELECT ("c.show_on") "INDEXED BY label_change_restore WHERE c.kind = 'restore' AND "
    "c.state IN ('planned', 'filed', 'refused') AND c.show_on <= ?1 AND ?2 IS NOT NULL "
    "GROUP BY c.show_on, c.platform, c.text LIMIT ?3" },
  { QUESTION_REFUSED, QUESTION_REFUSED,
    SELECT ("date (c.updated_at, 'unixepoch', '+8 hours')") "INDEXED BY label_change_refused WHERE c.state = 'refused' "
    "AND (c.kind = 'put-up' OR c.show_on > ?1) AND ?2 IS NOT NULL "
    "GROUP BY c.updated_at, c.platform, c.kind, c.text LIMIT ?3" },
};

/* A sentence of the table with its three "%s" in their order. */
static char *
fill_in (const char *pattern,
         const char *numbers,
         const char *text,
         const char *platform)
{
  const char *const parts[] = { numbers, text, platform };
  GString *out = g_string_new (NULL);
  guint next = 0;

  for (const char *c = pattern; *c != '\0'; c++)
    if (c[0] == '%' && c[1] == 's' && next < G_N_ELEMENTS (parts))
      {
        g_string_append (out, parts[next++]);
        c++;
      }
    else
      g_string_append_c (out, *c);
  return g_string_free (out, FALSE);
}

/* Of one of the edits of a row, which stands for all of them */
typedef struct
{
  char    *numbers;
  gboolean estimated;
  gboolean assumed;
} Sample;

static Sample
take_sample (XbDb       *db,
             gint64      label,
             const char *platform,
             const char *kind,
             gint64      n)
{
  Sample sample = { NULL };
  g_autoptr(XbRows) rows = NULL;

  rows = xb_db_query (db, NULL, "SELECT n.e164, c.estimated, c.assumed FROM label_change c JOIN number n "
                      "ON n.id = c.number_id WHERE c.label_id = ? AND c.platform = ? AND c.kind = ?", "itt", label,
                      platform, kind);
  if (rows == NULL || !xb_rows_next (rows, NULL))
    return sample;
  if (n > 1)
    sample.numbers = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u number", "%u numbers", (gulong) n), (guint) n);
  else
    sample.numbers = xb_phone_format (xb_rows_text (rows, 0));
  sample.estimated = xb_rows_int (rows, 1) != 0;
  sample.assumed = xb_rows_int (rows, 2) != 0;
  return sample;
}

static char *
explain (Question question,
         gboolean assumed)
{
  const char *detail = _(words[question].detail);

  if (!assumed)
    return g_strdup (detail);
  return g_strconcat (detail, " ", _("How long the platform takes is not known; this allows for the longest that is "
                                     "usual. Ask it."), NULL);
}

static void
add_row (XbLabelDue *self,
         XbDb       *db,
         guint       i,
         XbRows     *rows)
{
  gint64 label = xb_rows_int (rows, 0);
  const char *key = xb_rows_text (rows, 2);
  const char *kind = xb_rows_text (rows, 3);
  const char *text = xb_rows_text (rows, 4);
  const char *day = xb_rows_text (rows, 5);
  Question question = strcmp (kind, "restore") == 0 ? questions[i].restore : questions[i].put_up;
  const char *name = g_hash_table_lookup (self->names, key);
  Sample sample = take_sample (db, label, key, kind, xb_rows_int (rows, 1));
  g_autofree char *numbers = sample.numbers;
  g_autofree char *title = fill_in (_(words[question].title), numbers != NULL ? numbers : "",
                                    *text != '\0' ? text : "–", name != NULL ? name : key);
  g_autofree char *detail = explain (question, sample.assumed);
  g_autofree char *part = g_strdup_printf ("%s/%s", key, kind);
  g_autofree char *object = g_strdup_printf ("label/%" G_GINT64_FORMAT, label);

  g_ptr_array_add (self->due, g_object_new (XB_TYPE_DUE, "kind", words[question].kind, "title", title, "detail", detail,
                                            "due", day, "overdue", strcmp (day, self->today) < 0, "estimated",
                                            sample.estimated, "object", object, "part", part, NULL));
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
