/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl-args.h"
#include "ctl-case.h"
#include "ctl-json.h"
#include "ctl-kit.h"
#include "ctl-run.h"
#include "xb-enum-types.h"
#include "xb-money.h"
#include "xb-workspace-filing.h"
#include "xb-workspace-life.h"

/* A certification up to its submission. */

static gint64
first_of_filing (Ctl    *ctl,
                 gint64  filing)
{
  g_autoptr(GListModel) list = xb_workspace_list_of_filing (ctl->workspace, filing);
  g_autoptr(XbRecord) item = g_list_model_get_item (list, 0);

  return item != NULL ? xb_record_get_id (item) : -1;
}

/* With words of one's own it is one draft, in one transaction. */
static gint64
start_with_words (Ctl         *ctl,
                  gint64       number,
                  const char  *name,
                  const char  *label,
                  GError     **error)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  XbFilingDraft draft = { .step = XB_FILING_STEP_CHECK, .platform = ctl_arg (ctl, 1), .numbers = numbers,
                          .display_name = name, .label = label };
  gint64 filing;

  g_array_append_val (numbers, number);
  xb_workspace_save_filing_async (ctl->workspace, &draft, ctl->cancellable, ctl_ready_cb, ctl);
  filing = ctl_finish_id (ctl, error);
  return filing >= 0 ? first_of_filing (ctl, filing) : -1;
}

static gboolean
run_certify_start (Ctl     *ctl,
                   GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_FILENAME, &name, N_("What callees see; else the brand or the business"), "TEXT" },
    { "label", 0, 0, G_OPTION_ARG_FILENAME, &label, N_("The short label beside it"), "TEXT" },
    { NULL }
  };
  gint64 number, id;

  if (!ctl_parse (ctl, entries, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  number = xb_workspace_find_number (ctl->workspace, ctl_arg (ctl, 0), error);
  if (number < 0 ||
      xb_catalogue_find (xb_workspace_get_catalogue (ctl->workspace), ctl_arg (ctl, 1), error) == NULL)
    return FALSE;
  if (name != NULL || label != NULL)
    id = start_with_words (ctl, number, name, label, error);
  else
    {
      xb_workspace_start_certification_async (ctl->workspace, number, ctl_arg (ctl, 1), ctl->cancellable,
                                              ctl_ready_cb, ctl);
      id = ctl_finish_id (ctl, error);
    }
  return id >= 0 && ctl_case_print (ctl, id, error);
}

static gboolean
run_certify_list (Ctl     *ctl,
                  GError **error)
{
  g_autofree char *number = NULL;
  g_autofree char *platform = NULL;
  g_autofree char *state = NULL;
  const GOptionEntry entries[] = {
    { "number", 0, 0, G_OPTION_ARG_FILENAME, &number, N_("Of this number alone"), "NUMBER" },
    { "platform", 0, 0, G_OPTION_ARG_FILENAME, &platform, N_("On this platform alone"), "KEY" },
    { "state", 0, 0, G_OPTION_ARG_FILENAME, &state, N_("In this state alone"), "STATE" },
    { NULL }
  };
  CtlCaseFilter filter = { .state = -1 };
  g_autoptr(GListModel) list = NULL;

  if (!ctl_parse (ctl, entries, error) ||
      (state != NULL && !ctl_read_word ("--state", XB_TYPE_CERT_STATE, state, &filter.state, error)) ||
      ctl_open (ctl, error) == NULL)
    return FALSE;
  filter.platform = platform;
  if (number != NULL)
    {
      filter.number_id = xb_workspace_find_number (ctl->workspace, number, error);
      if (filter.number_id < 0)
        return FALSE;
      list = xb_workspace_list_of_number (ctl->workspace, filter.number_id);
    }
  else
    list = xb_workspace_walk_certifications (ctl->workspace, XB_CERT_FILTER_ALL);
  ctl_list_print (ctl, list, &ctl_case_listing, &filter, 0, 0);
  return TRUE;
}

static gboolean
run_certify_show (Ctl     *ctl,
                  GError **error)
{
  g_autoptr(XbCertification) item = NULL;

  if (!ctl_parse (ctl, NULL, error))
    return FALSE;
  item = ctl_case_find (ctl, ctl_arg (ctl, 0), error);
  return item != NULL && ctl_case_print (ctl, xb_record_get_id (XB_RECORD (item)), error);
}

static gboolean
run_certify_kit (Ctl     *ctl,
                 GError **error)
{
  g_autofree char *out = NULL;
  const GOptionEntry entries[] = {
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &out, N_("Needed: a folder to make, or a file that ends in .zip"), "DIR" },
    { NULL }
  };
  g_autoptr(XbCertification) item = NULL;

  if (!ctl_parse (ctl, entries, error))
    return FALSE;
  if (out == NULL)
    return ctl_usage (error, _("--out is missing: where should the kit be written?"));
  item = ctl_case_find (ctl, ctl_arg (ctl, 0), error);
  if (item == NULL)
    return FALSE;
  xb_workspace_write_kit_async (ctl->workspace, xb_certification_get_filing_id (item), out, ctl->cancellable,
                                ctl_ready_cb, ctl);
  return ctl_finish (ctl, error) && ctl_kit_print (ctl, xb_certification_get_filing_id (item), out, error);
}

static gboolean
run_certify_submit (Ctl     *ctl,
                    GError **error)
{
  g_autofree char *on = NULL;
  g_autofree char *case_no = NULL;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &on, N_("When it was handed in; else now"), "INSTANT" },
    { "case-no", 0, 0, G_OPTION_ARG_FILENAME, &case_no, N_("The platform’s number of the case"), "TEXT" },
    { NULL }
  };
  g_autoptr(XbCertification) item = NULL;
  gint64 at;

  if (!ctl_parse (ctl, entries, error) || !ctl_open_clock (ctl, error) ||
      !ctl_read_instant (ctl, "--on", on, &at, error))
    return FALSE;
  item = ctl_case_find (ctl, ctl_arg (ctl, 0), error);
  if (item == NULL)
    return FALSE;
  xb_workspace_submit_filing_async (ctl->workspace, xb_certification_get_filing_id (item), at, case_no,
                                    ctl->cancellable, ctl_ready_cb, ctl);
  return ctl_finish (ctl, error) && ctl_case_print (ctl, xb_record_get_id (XB_RECORD (item)), error);
}

static gboolean
run_certify_expedite (Ctl     *ctl,
                      GError **error)
{
  g_autofree char *on = NULL;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &on, N_("When it was paid for; else now"), "INSTANT" },
    { NULL }
  };
  g_autoptr(XbCertification) item = NULL;
  gint64 at;

  if (!ctl_parse (ctl, entries, error) || !ctl_open_clock (ctl, error) ||
      !ctl_read_instant (ctl, "--on", on, &at, error))
    return FALSE;
  item = ctl_case_find (ctl, ctl_arg (ctl, 0), error);
  if (item == NULL)
    return FALSE;
  xb_workspace_expedite_async (ctl->workspace, xb_record_get_id (XB_RECORD (item)), at, ctl->cancellable,
                               ctl_ready_cb, ctl);
  return ctl_finish (ctl, error) && ctl_case_print (ctl, xb_record_get_id (XB_RECORD (item)), error);
}

static gboolean
run_certify_renew (Ctl     *ctl,
                   GError **error)
{
  g_autofree char *until = NULL;
  g_autofree char *cost = NULL;
  g_autofree char *on = NULL;
  const GOptionEntry entries[] = {
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &until, N_("Needed: the new last day"), "DATE" },
    { "cost", 0, 0, G_OPTION_ARG_FILENAME, &cost, N_("What was paid; else the platform’s figure, indicative"), "YUAN" },
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &on, N_("When it was agreed; else now"), "INSTANT" },
    { NULL }
  };
  g_autoptr(XbCertification) item = NULL;
  XbRenewal renewal = { .amount = -1 };
  gint64 id;

  if (!ctl_parse (ctl, entries, error))
    return FALSE;
  if (until == NULL)
    return ctl_usage (error, _("--until is missing: until when is it good now?"));
  if ((cost != NULL && !xb_money_parse (cost, &renewal.amount, error)) || !ctl_open_clock (ctl, error) ||
      !ctl_read_instant (ctl, "--on", on, &renewal.at, error))
    return FALSE;
  item = ctl_case_find (ctl, ctl_arg (ctl, 0), error);
  if (item == NULL)
    return FALSE;
  id = xb_record_get_id (XB_RECORD (item));
  renewal.until = until;
  xb_workspace_renew_async (ctl->workspace, &id, 1, &renewal, ctl->cancellable, ctl_ready_cb, ctl);
  return ctl_finish (ctl, error) && ctl_case_print (ctl, id, error);
}

const CtlCommand ctl_certify_commands[] = {
  { "certify", "start", "NUMBER PLATFORM", N_("begins to certify a number on a platform"), run_certify_start },
  { "certify", "list", "", N_("lists the certifications, what moved last first"), run_certify_list },
  { "certify", "show", "ID", N_("shows one with its history, its evidence and its costs"), run_certify_show },
  { "certify", "kit", "ID", N_("writes what to hand in: marked copies, letter, number list"), run_certify_kit },
  { "certify", "submit", "ID", N_("hands in, or records that you did"), run_certify_submit },
  { "certify", "expedite", "ID", N_("pays for a faster review"), run_certify_expedite },
  { "certify", "renew", "ID", N_("records that the platform goes on with it"), run_certify_renew },
  { NULL }
};
