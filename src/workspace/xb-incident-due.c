/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-clock.h"
#include "xb-due.h"
#include "xb-incident-due.h"
#include "xb-phone.h"

/* What is due about incidents: the clocks that run, answers that platforms owe, days to look again. */

static const struct
{
  const char *kind;
  const char *title; /* number, platform */
  const char *detail;
  const char *sql; /* incident, e164, day or instant, platform, estimated, part */
} questions[] = {
  { "incident-appeal", N_("Appeal for %1$s"), N_("File it with recordings and order screenshots. The two hours are your own clock, no platform’s promise."),
    "SELECT i.id, n.e164, s.due_at, NULL, 0, NULL FROM incident_step s JOIN incident i ON i.id = s.incident_id JOIN number n ON "
    "n.id = i.number_id WHERE s.done_at = 0 AND s.step = 'appeal' AND i.state = 'open' AND ?1 IS NOT NULL ORDER BY s.due_at LIMIT ?2" },
  { "incident-follow-up", N_("Follow up the appeal for %1$s"), N_("Ask how far it is; expedite where the contract offers it."),
    "SELECT i.id, n.e164, s.due_at, NULL, 0, NULL FROM incident_step s JOIN incident i ON i.id = s.incident_id JOIN number n ON "
    "n.id = i.number_id WHERE s.done_at = 0 AND s.step = 'follow-up' AND i.state = 'open' AND ?1 IS NOT NULL ORDER BY s.due_at LIMIT ?2" },
  { "incident-notify", N_("Tell customers about %1$s"), N_("New words for those who call, a notice for those who are called."),
    "SELECT i.id, n.e164, s.due_at, NULL, 0, NULL FROM incident_step s JOIN incident i ON i.id = s.incident_id JOIN number n ON "
    "n.id = i.number_id WHERE s.done_at = 0 AND s.step = 'notify' AND i.state = 'open' AND ?1 IS NOT NULL ORDER BY s.due_at LIMIT ?2" },
  { "incident-close", N_("Close the incident of %1$s"), N_("All three steps are done."),
    "SELECT i.id, n.e164, (SELECT max (s.done_at) FROM incident_step s WHERE s.incident_id = i.id), NULL, 0, NULL FROM incident i JOIN "
    "number n ON n.id = i.number_id WHERE i.state = 'open' AND ?1 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM incident_step s WHERE "
    "s.incident_id = i.id AND s.done_at = 0) AND NOT EXISTS (SELECT 1 FROM appeal a WHERE a.incident_id = i.id AND a.state = 'filed') "
    "LIMIT ?2" },
  { "appeal-answer", N_("Ask %2$s about the appeal for %1$s"), N_("By its own working days the answer should be there by then."),
    "SELECT i.id, n.e164, a.expected, a.platform, a.estimated, a.platform FROM appeal a JOIN incident i ON i.id = a.incident_id JOIN "
    "number n ON n.id = i.number_id WHERE a.state = 'filed' AND i.state = 'open' AND a.expected <= ?1 ORDER BY a.expected LIMIT ?2" },
  { "recheck", N_("Look again what phones show for %1$s"), N_("A mark that was cleared often comes back around that day."),
    "SELECT i.id, n.e164, r.due, NULL, 0, r.id FROM recheck r JOIN incident i ON i.id = r.incident_id JOIN number n ON "
    "n.id = i.number_id WHERE r.done_at = 0 AND r.due <= ?1 AND i.kind = 'mark' ORDER BY r.due LIMIT ?2" },
};

/* A title with its two arguments, in whichever order the language has them. */
static char *
fill_in (const char *pattern,
         const char *number,
         const char *platform)
{
  g_auto(GStrv) by_number = g_strsplit (pattern, "%1$s", -1);
  g_autofree char *half = g_strjoinv (number, by_number);
  g_auto(GStrv) by_platform = g_strsplit (half, "%2$s", -1);

  return g_strjoinv (platform != NULL ? platform : "", by_platform);
}

static void
add_row (const XbLabelDue *self,
         guint             question,
         gint64            now,
         XbRows           *rows)
{
  gboolean timed = question < 4;
  gint64 at = timed ? xb_rows_int (rows, 2) : 0;
  g_autofree char *day = timed ? xb_instant_to_day (at) : g_strdup (xb_rows_text (rows, 2));
  g_autofree char *number = xb_phone_format (xb_rows_text (rows, 1));
  const char *key = xb_rows_text (rows, 3);
  const char *name = key != NULL ? g_hash_table_lookup (self->names, key) : NULL;
  g_autofree char *title = fill_in (_(questions[question].title), number, name != NULL ? name : key);
  g_autofree char *object = g_strdup_printf ("incident/%" G_GINT64_FORMAT, xb_rows_int (rows, 0));
  gboolean clock = question < 3;

  g_ptr_array_add (self->due, g_object_new (XB_TYPE_DUE, "kind", questions[question].kind, "title", title, "detail",
                                            _(questions[question].detail), "due", day, "due-at", clock ? at : 0, "overdue",
                                            clock ? at < now : !timed && strcmp (day, self->today) < 0, "estimated",
                                            xb_rows_int (rows, 4) != 0, "object", object, "part", xb_rows_text (rows, 5),
                                            NULL));
  *self->n_due += 1;
}

/** xb_incident_due_read: adds what is due about incidents */
gboolean
xb_incident_due_read (const XbLabelDue  *self,
                      gint64             now,
                      XbDb              *db,
                      GError           **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr(XbRows) rows = xb_db_query (db, error, questions[i].sql, "ti", self->horizon, self->most);
      g_autoptr(GError) local = NULL;

      if (rows == NULL)
        return FALSE;
      while (xb_rows_next (rows, &local))
        add_row (self, i, now, rows);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  return TRUE;
}
