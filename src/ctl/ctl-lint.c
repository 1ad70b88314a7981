/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "ctl-args.h"
#include "ctl-lint-print.h"
#include "ctl-run.h"
#include "xb-error.h"
#include "xb-workspace-lint.h"

/* lint: labels from the command line, or one a line from standard input. No label is kept, so that any number of
 * them takes the same memory. It needs no data folder; where there is one, its papers and words count. */

typedef struct
{
  XbRules       *rules;
  XbLinter      *linter;
  XbLintContext *context;
  GString       *line;
  gboolean       json;
  gboolean       refused;
} Lint;

static gboolean
has_folder (Ctl *ctl)
{
  g_autofree char *folder = ctl->data_dir != NULL ? g_strdup (ctl->data_dir) : xb_workspace_dup_default_folder (FALSE);
  g_autofree char *file = g_build_filename (folder, "xinbiao.db", NULL);

  return g_file_test (file, G_FILE_TEST_EXISTS);
}

static gboolean
set_platform (XbLintContext *context,
              XbCatalogue   *catalogue,
              const char    *key,
              GError       **error)
{
  XbPlatform *platform = xb_catalogue_find (catalogue, key, error);
  gint64 most = -1;

  if (platform == NULL)
    return FALSE;
  if (!xb_platform_get_int (platform, "label_max", &most))
    most = -1;
  xb_lint_context_set_platform (context, key, xb_platform_get_name (platform), (int) most,
                                g_strcmp0 (xb_platform_get_text (platform, "width_counts"), "cjk2") == 0);
  return TRUE;
}

static gboolean
open_context (Ctl         *ctl,
              Lint        *lint,
              const char  *business,
              char       **brands,
              const char  *platform,
              GError     **error)
{
  g_autoptr(XbCatalogue) catalogue = NULL;

  if (has_folder (ctl))
    {
      if (ctl_open (ctl, error) == NULL)
        return FALSE;
      lint->rules = g_object_ref (xb_workspace_get_lint_rules (ctl->workspace));
      lint->context = xb_workspace_dup_lint_context (ctl->workspace, NULL);
      catalogue = g_object_ref (xb_workspace_get_catalogue (ctl->workspace));
    }
  else
    {
      g_autofree char *today = NULL;

      if (!ctl_open_clock (ctl, error))
        return FALSE;
      today = xb_clock_dup_today (ctl->clock);
      lint->rules = xb_rules_new ();
      lint->context = xb_lint_context_new ();
      xb_lint_context_set_today (lint->context, today);
    }
  if (business != NULL)
    xb_lint_context_set_business (lint->context, business);
  if (business != NULL || brands != NULL)
    xb_lint_context_remove_brands (lint->context);
  for (char **brand = brands; brand != NULL && *brand != NULL; brand++)
    xb_lint_context_add_brand (lint->context, *brand, TRUE, NULL);
  if (platform == NULL)
    return TRUE;
  if (catalogue == NULL)
    catalogue = xb_catalogue_new ();
  return set_platform (lint->context, catalogue, platform, error);
}

static void
lint_one (Lint       *lint,
          const char *text,
          gsize       length)
{
  g_autoptr(XbLintReport) report = xb_linter_check (lint->linter, text, length, lint->context);

  lint->refused |= report->verdict == XB_VERDICT_ERROR;
  g_string_truncate (lint->line, 0);
  if (lint->json)
    ctl_lint_print_json (lint->line, text, length, report);
  else
    ctl_lint_print_text (lint->line, text, length, report, lint->rules);
  fwrite (lint->line->str, 1, lint->line->len, stdout);
}

static gboolean
lint_lines (Lint    *lint,
            GError **error)
{
  char *line = NULL;
  size_t size = 0;
  ssize_t length;

  while ((length = getline (&line, &size, stdin)) >= 0 && !ferror (stdout))
    {
      if (length > 0 && line[length - 1] == '\n')
        length--;
      if (length > 0 && line[length - 1] == '\r')
        length--;
      lint_one (lint, line, (gsize) length);
    }
  free (line);
  if (!ferror (stdin))
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_IO, _("standard input could not be read: %s"), g_strerror (errno));
  return FALSE;
}

static gboolean
run_lint (Ctl     *ctl,
          GError **error)
{
  g_autofree char *business = NULL;
  g_autofree char *platform = NULL;
  g_auto(GStrv) brands = NULL;
  const GOptionEntry entries[] = {
    { "business", 0, 0, G_OPTION_ARG_FILENAME, &business, N_("The name on the licence"), "NAME" },
    { "brand", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &brands, N_("A registered mark; may be given again"), "NAME" },
    { "platform", 0, 0, G_OPTION_ARG_FILENAME, &platform, N_("The platform that is to show it"), "KEY" },
    { NULL }
  };
  Lint lint = { 0 };
  gboolean done = FALSE;

  if (!ctl_parse (ctl, entries, error))
    return FALSE;
  lint.json = ctl->json;
  if (open_context (ctl, &lint, business, brands, platform, error))
    {
      lint.linter = xb_linter_new (lint.rules);
      lint.line = g_string_new (NULL);
      done = TRUE;
      for (guint i = 0; i < ctl_n_args (ctl) && done; i++)
        if (g_str_equal (ctl_arg (ctl, i), "-"))
          done = lint_lines (&lint, error);
        else
          lint_one (&lint, ctl_arg (ctl, i), strlen (ctl_arg (ctl, i)));
      g_string_free (lint.line, TRUE);
    }
  g_clear_pointer (&lint.linter, xb_linter_free);
  g_clear_pointer (&lint.context, xb_lint_context_unref);
  g_clear_object (&lint.rules);
  if (done && lint.refused)
    g_set_error_literal (error, CTL_ERROR, CTL_ERROR_NO, "");
  return done && !lint.refused;
}

const CtlCommand ctl_lint_commands[] = {
  { "lint", NULL, "TEXT...", N_("whether labels are likely to be refused; - reads one a line"), run_lint },
  { NULL }
};
