/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl-args.h"
#include "ctl-json.h"
#include "ctl-run.h"
#include "xb-workspace-keep.h"

/* Keeping the data folder, and filling an empty one. */

static void
print_folder (Ctl        *ctl,
              const char *sentence)
{
  g_autoptr(GListModel) numbers = NULL;
  g_autoptr(GListModel) certifications = NULL;
  g_autoptr(GListModel) materials = NULL;
  JsonObject *object;

  if (!ctl->json)
    {
      puts (sentence);
      return;
    }
  numbers = xb_workspace_list_numbers (ctl->workspace, NULL);
  certifications = xb_workspace_walk_certifications (ctl->workspace, XB_CERT_FILTER_ALL);
  materials = xb_workspace_list_materials (ctl->workspace);
  object = json_object_new ();
  ctl_json_add_text (object, "folder", xb_workspace_get_folder (ctl->workspace));
  json_object_set_int_member (object, "numbers", g_list_model_get_n_items (numbers));
  json_object_set_int_member (object, "certifications", g_list_model_get_n_items (certifications));
  json_object_set_int_member (object, "materials", g_list_model_get_n_items (materials));
  ctl_json_print (object);
}

static gboolean
run_demo (Ctl     *ctl,
          GError **error)
{
  g_autofree char *sentence = NULL;

  if (!ctl_parse (ctl, NULL, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_demo_async (ctl->workspace, ctl->cancellable, ctl_ready_cb, ctl);
  if (!ctl_finish (ctl, error))
    return FALSE;
  sentence = g_strdup_printf (_("A made-up business lives in “%s” now."), xb_workspace_get_folder (ctl->workspace));
  print_folder (ctl, sentence);
  return TRUE;
}

static gboolean
run_backup (Ctl     *ctl,
            GError **error)
{
  g_autofree char *shown = NULL;
  g_autoptr(GFileInfo) info = NULL;
  g_autoptr(GFile) file = NULL;
  JsonObject *object;

  if (!ctl_parse (ctl, NULL, error) || !ctl_check_target (ctl_arg (ctl, 0), error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_backup_async (ctl->workspace, ctl_arg (ctl, 0), ctl->cancellable, ctl_progress_cb, ctl, ctl_ready_cb,
                             ctl);
  if (!ctl_finish (ctl, error))
    return FALSE;
  file = g_file_new_for_path (ctl_arg (ctl, 0));
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, error);
  if (info == NULL)
    return FALSE;
  shown = g_filename_display_name (ctl_arg (ctl, 0));
  if (!ctl->json)
    {
      printf (_("Everything is in “%s”, and it was read back.\n"), shown);
      return TRUE;
    }
  object = json_object_new ();
  ctl_json_add_text (object, "file", shown);
  json_object_set_int_member (object, "size", g_file_info_get_size (info));
  ctl_json_print (object);
  return TRUE;
}

static gboolean
run_restore (Ctl     *ctl,
             GError **error)
{
  if (!ctl_parse (ctl, NULL, error) || !ctl_check_file (ctl_arg (ctl, 0), error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_restore_async (ctl->workspace, ctl_arg (ctl, 0), ctl->cancellable, ctl_progress_cb, ctl, ctl_ready_cb,
                              ctl);
  if (!ctl_finish (ctl, error))
    return FALSE;
  print_folder (ctl, _("Everything is back as it was in the backup."));
  return TRUE;
}

static void
print_check (char **problems)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; problems[i] != NULL; i++)
    json_array_add_string_element (array, problems[i]);
  json_object_set_boolean_member (object, "ok", problems[0] == NULL);
  json_object_set_array_member (object, "problems", array);
  ctl_json_print (object);
}

static gboolean
run_check (Ctl     *ctl,
           GError **error)
{
  g_auto(GStrv) problems = NULL;

  if (!ctl_parse (ctl, NULL, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_check_async (ctl->workspace, ctl->cancellable, ctl_ready_cb, ctl);
  problems = xb_workspace_check_finish (ctl->workspace, ctl_wait (ctl), error);
  if (problems == NULL)
    return FALSE;
  if (ctl->json)
    print_check (problems);
  else if (problems[0] == NULL)
    puts (_("All is well."));
  for (guint i = 0; !ctl->json && problems[i] != NULL; i++)
    puts (problems[i]);
  if (problems[0] == NULL)
    return TRUE;
  g_set_error_literal (error, CTL_ERROR, CTL_ERROR_NO, "");
  return FALSE;
}

const CtlCommand ctl_keep_commands[] = {
  { "demo", NULL, "", N_("fills an empty data folder with a made-up business"), run_demo },
  { "backup", NULL, "FILE", N_("writes everything into one file and reads it back"), run_backup },
  { "restore", NULL, "FILE", N_("brings everything back from a backup"), run_restore },
  { "check", NULL, "", N_("looks whether the data folder is whole"), run_check },
  { NULL }
};
