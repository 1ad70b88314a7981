/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-day.h"
#include "xb-due.h"
#include "xb-ics.h"
#include "xb-output.h"

/* Calendar entries as every telephone and every mail program takes them: RFC 5545. */

#define LINE_MOST 75 /* octets, without the line's end */

/* RFC 5545 3.1: a long line goes on behind a blank; a character is never cut in two. */
static void
add_line (GString    *out,
          const char *line)
{
  gsize room = LINE_MOST;

  for (const char *c = line; *c != '\0'; c = g_utf8_next_char (c))
    {
      gsize length = g_utf8_next_char (c) - c;

      if (length > room)
        {
          g_string_append (out, "\r\n ");
          room = LINE_MOST - 1;
        }
      g_string_append_len (out, c, length);
      room -= length;
    }
  g_string_append (out, "\r\n");
}

/* RFC 5545 3.3.11 */
static void
add_text (GString    *out,
          const char *name,
          const char *text)
{
  g_autoptr(GString) line = g_string_new (name);

  if (text == NULL || *text == '\0')
    return;
  g_string_append_c (line, ':');
  for (const char *c = text; *c != '\0'; c++)
    if (*c == '\n')
      g_string_append (line, "\\n");
    else if (*c == '\\' || *c == ';' || *c == ',')
      g_string_append_printf (line, "\\%c", *c);
    else if (!g_ascii_iscntrl (*c))
      g_string_append_c (line, *c);
  add_line (out, line->str);
}

static void
add_instant (GString    *out,
             const char *name,
             gint64      instant)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (instant);
  g_autofree char *text = g_date_time_format (utc, "%Y%m%dT%H%M%SZ");

  g_string_append_printf (out, "%s:%s\r\n", name, text);
}

static void
add_day (GString    *out,
         const char *name,
         const char *day)
{
  g_autofree char *plain = g_strdelimit (g_strdup (day), "-", ' ');
  g_auto(GStrv) parts = g_strsplit (plain, " ", 3);

  g_string_append_printf (out, "%s;VALUE=DATE:%s%s%s\r\n", name, parts[0], parts[1], parts[2]);
}

/* RFC 5545 3.6.6: half an hour before an hour; at nine of a whole day, which is when a shop opens. */
static void
add_alarm (GString *out,
           XbDue   *due)
{
  add_line (out, "BEGIN:VALARM");
  add_line (out, "ACTION:DISPLAY");
  add_text (out, "DESCRIPTION", xb_due_get_title (due));
  add_line (out, xb_due_get_due_at (due) != 0 ? "TRIGGER:-PT30M" : "TRIGGER:PT9H");
  add_line (out, "END:VALARM");
}

static void
add_event (GString *out,
           XbDue   *due,
           gint64   now)
{
  const char *part = xb_due_get_part (due);
  g_autofree char *uid = g_strdup_printf ("%s/%s%s%s@xinbiao", xb_due_get_kind (due), xb_due_get_object (due),
                                          part != NULL ? "/" : "", part != NULL ? part : "");
  g_autofree char *next = xb_day_add (xb_due_get_due (due), 1);

  add_line (out, "BEGIN:VEVENT");
  add_text (out, "UID", uid); /* the same thing again replaces its entry */
  add_instant (out, "DTSTAMP", now);
  if (xb_due_get_due_at (due) != 0)
    add_instant (out, "DTSTART", xb_due_get_due_at (due));
  else
    {
      add_day (out, "DTSTART", xb_due_get_due (due));
      add_day (out, "DTEND", next);
    }
  add_text (out, "SUMMARY", xb_due_get_title (due));
  add_text (out, "DESCRIPTION", xb_due_get_detail (due));
  add_text (out, "CATEGORIES", xb_due_get_kind (due));
  add_line (out, "TRANSP:TRANSPARENT");
  add_alarm (out, due);
  add_line (out, "END:VEVENT");
}

static char *
make_calendar (GPtrArray *due,
               gint64     now)
{
  GString *out = g_string_new (NULL);

  add_line (out, "BEGIN:VCALENDAR");
  add_line (out, "VERSION:2.0");
  add_line (out, "PRODID:-//" APPLICATION_ID "//" PACKAGE_VERSION "//EN");
  add_line (out, "CALSCALE:GREGORIAN");
  add_line (out, "METHOD:PUBLISH");
  add_line (out, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
  for (guint i = 0; i < due->len; i++)
    add_event (out, g_ptr_array_index (due, i), now);
  add_line (out, "END:VCALENDAR");
  return g_string_free (out, FALSE);
}

static gboolean
write_calendar (const char  *path,
                const char  *text,
                GError     **error)
{
  g_autoptr(XbOutput) file = xb_output_new (path, error);

  if (file == NULL)
    return FALSE;
  xb_output_write (file, text, strlen (text));
  return xb_output_commit (file, NULL, error);
}

/**
 * xb_ics_write_due:
 * @path: the file; one that is there is replaced when the new one is whole
 * @due: (element-type XbDue): what is to be done
 * @now: UTC seconds
 * @error: set to %XB_ERROR_IO
 *
 * Returns: whether the calendar file was written
 */
gboolean
xb_ics_write_due (const char  *path,
                  GPtrArray   *due,
                  gint64       now,
                  GError     **error)
{
  g_autofree char *text = make_calendar (due, now);

  return write_calendar (path, text, error);
}

/* Without the lines that say when it was written. */
static char *
without_stamps (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\r\n", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (!g_str_has_prefix (lines[i], "DTSTAMP:"))
      g_string_append_printf (out, "%s\n", lines[i]);
  return g_string_free (out, FALSE);
}

/**
 * xb_ics_update_due:
 *
 * Like xb_ics_write_due(), and leaves a file alone that says the same already: programs that watch it, and that carry it to
 * telephones, have nothing to do then.
 */
gboolean
xb_ics_update_due (const char  *path,
                   GPtrArray   *due,
                   gint64       now,
                   GError     **error)
{
  g_autofree char *text = make_calendar (due, now);
  g_autofree char *old = NULL;

  if (g_file_get_contents (path, &old, NULL, NULL))
    {
      g_autofree char *old_plain = without_stamps (old);
      g_autofree char *new_plain = without_stamps (text);

      if (strcmp (old_plain, new_plain) == 0)
        return TRUE;
    }
  return write_calendar (path, text, error);
}
