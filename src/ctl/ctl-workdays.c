/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl-args.h"
#include "ctl-json.h"
#include "xb-day.h"
#include "xb-workdays.h"

/* The working-day calendar; it needs no data folder. */

static void
say_estimated (gboolean estimated)
{
  puts (estimated ? _(" (estimated: past the published calendar)") : "");
}

static gboolean
run_workdays_add (Ctl     *ctl,
                  GError **error)
{
  g_autofree char *day = NULL;
  gboolean estimated;
  JsonObject *object;
  gint64 n;

  if (!ctl_parse (ctl, NULL, error) || !ctl_check_day ("DATE", ctl_arg (ctl, 0), error) ||
      !ctl_read_int (ctl_arg (ctl, 1), -XB_WORKDAYS_MOST, XB_WORKDAYS_MOST, &n, error))
    return FALSE;
  day = xb_workdays_add (xb_workdays_get_default (), ctl_arg (ctl, 0), (int) n, &estimated, error);
  if (day == NULL)
    return FALSE;
  if (!ctl->json)
    {
      fputs (day, stdout);
      say_estimated (estimated);
      return TRUE;
    }
  object = json_object_new ();
  ctl_json_add_day (object, "date", day);
  json_object_set_boolean_member (object, "estimated", estimated);
  ctl_json_print (object);
  return TRUE;
}

static gboolean
run_workdays_between (Ctl     *ctl,
                      GError **error)
{
  gboolean estimated;
  JsonObject *object;
  int days;

  if (!ctl_parse (ctl, NULL, error) || !ctl_check_day ("FROM", ctl_arg (ctl, 0), error) ||
      !ctl_check_day ("TO", ctl_arg (ctl, 1), error) ||
      !xb_workdays_between (xb_workdays_get_default (), ctl_arg (ctl, 0), ctl_arg (ctl, 1), &days, &estimated,
                            error))
    return FALSE;
  if (!ctl->json)
    {
      printf ("%d", days);
      say_estimated (estimated);
      return TRUE;
    }
  object = json_object_new ();
  json_object_set_int_member (object, "days", days);
  json_object_set_boolean_member (object, "estimated", estimated);
  ctl_json_print (object);
  return TRUE;
}

static gboolean
run_workdays_check (Ctl     *ctl,
                    GError **error)
{
  g_autofree char *reason = NULL;
  gboolean workday, estimated;
  JsonObject *object;

  if (!ctl_parse (ctl, NULL, error) || !ctl_check_day ("DATE", ctl_arg (ctl, 0), error) ||
      !xb_workdays_check (xb_workdays_get_default (), ctl_arg (ctl, 0), &workday, &reason, &estimated, error))
    return FALSE;
  if (!ctl->json)
    {
      fputs (workday ? _("a working day") : _("no working day"), stdout);
      if (reason != NULL)
        printf (": %s", reason);
      say_estimated (estimated);
      return TRUE;
    }
  object = json_object_new ();
  json_object_set_boolean_member (object, "workday", workday);
  ctl_json_add_text (object, "reason", reason);
  json_object_set_boolean_member (object, "estimated", estimated);
  ctl_json_print (object);
  return TRUE;
}

const CtlCommand ctl_workdays_commands[] = {
  { "workdays", "add", "DATE N", N_("the N-th working day after a date"), run_workdays_add },
  { "workdays", "between", "FROM TO", N_("how many working days after FROM, up to and including TO"),
    run_workdays_between },
  { "workdays", "check", "DATE", N_("whether people work on a date, and why not"), run_workdays_check },
  { NULL }
};
