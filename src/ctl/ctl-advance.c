/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl-args.h"
#include "ctl-case.h"
#include "ctl-run.h"
#include "xb-enum-types.h"
#include "xb-workspace-life.h"

/* A certification after its submission: what the platform said, and what the phones show. */

typedef struct
{
  char  *on;
  char  *note;
  char  *case_no;
  char  *reason;
  char  *expires;
  int    expedite;
  char **handsets;
  char **evidence;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->on);
  g_free (options->note);
  g_free (options->case_no);
  g_free (options->reason);
  g_free (options->expires);
  g_strfreev (options->handsets);
  g_strfreev (options->evidence);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Before anything is stored. */
static gboolean
check_pairs (const Options *options,
             GError       **error)
{
  guint n_handsets = options->handsets != NULL ? g_strv_length (options->handsets) : 0;
  guint n_evidence = options->evidence != NULL ? g_strv_length (options->evidence) : 0;
  int handset;

  if (n_handsets != n_evidence)
    return ctl_usage (error, _("every --handset needs its --evidence; there are %u and %u"), n_handsets, n_evidence);
  for (guint i = 0; i < n_handsets; i++)
    if (!ctl_read_word ("--handset", XB_TYPE_HANDSET, options->handsets[i], &handset, error))
      return FALSE;
  for (guint i = 0; i < n_evidence; i++)
    if (!ctl_check_file (options->evidence[i], error))
      return FALSE;
  return TRUE;
}

/* What was shown stays on record, also where the step itself is refused afterwards. */
static gboolean
add_evidence (Ctl           *ctl,
              gint64         id,
              const Options *options,
              gint64         at,
              GError       **error)
{
  for (guint i = 0; options->evidence != NULL && options->evidence[i] != NULL; i++)
    {
      int handset = XB_HANDSET_OTHER;

      xb_enum_from_nick (XB_TYPE_HANDSET, options->handsets[i], &handset);
      xb_workspace_add_evidence_async (ctl->workspace, id, handset, options->evidence[i], at, options->note,
                                       ctl->cancellable, ctl_ready_cb, ctl);
      if (!ctl_finish (ctl, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
advance (Ctl            *ctl,
         XbCertState     to,
         const Options  *options,
         gint64          at,
         GError        **error)
{
  g_autoptr(XbCertification) item = ctl_case_find (ctl, ctl_arg (ctl, 0), error);
  gint64 id;
  XbStep step = { .to = to, .at = at, .note = options->note, .case_no = options->case_no,
                  .reason = options->reason, .expires = options->expires, .expedite = options->expedite };

  if (item == NULL)
    return FALSE;
  id = xb_record_get_id (XB_RECORD (item));
  if (!add_evidence (ctl, id, options, at, error))
    return FALSE;
  xb_workspace_advance_async (ctl->workspace, &id, 1, &step, ctl->cancellable, ctl_ready_cb, ctl);
  return ctl_finish (ctl, error) && ctl_case_print (ctl, id, error);
}

static gboolean
run_certify_advance (Ctl     *ctl,
                     GError **error)
{
  g_auto(Options) options = { NULL };
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &options.on, N_("When it happened; else now"), "INSTANT" },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &options.note, N_("A word about it"), "TEXT" },
    { "case-no", 0, 0, G_OPTION_ARG_FILENAME, &options.case_no, N_("The platform’s number of the case"), "TEXT" },
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &options.reason, N_("What the platform gave as its reason"), "TEXT" },
    { "expires", 0, 0, G_OPTION_ARG_FILENAME, &options.expires, N_("Last day of what was granted"), "DATE" },
    { "expedite", 0, 0, G_OPTION_ARG_NONE, &options.expedite, N_("More speed was paid for"), NULL },
    { "handset", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.handsets,
      N_("A brand that shows it; may be given several times, each with its --evidence"), "BRAND" },
    { "evidence", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.evidence, N_("A photo of that phone"), "FILE" },
    { NULL }
  };
  gint64 at;
  int to;

  return ctl_parse (ctl, entries, error) && ctl_open_clock (ctl, error) &&
         ctl_read_word ("STATE", XB_TYPE_CERT_STATE, ctl_arg (ctl, 1), &to, error) &&
         ctl_read_instant (ctl, "--on", options.on, &at, error) &&
         ctl_check_day ("--expires", options.expires, error) && check_pairs (&options, error) &&
         advance (ctl, to, &options, at, error);
}

const CtlCommand ctl_advance_commands[] = {
  { "certify", "advance", "ID STATE", N_("records the next step and what phones show"), run_certify_advance },
  { NULL }
};
