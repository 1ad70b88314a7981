/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl-args.h"
#include "ctl-json.h"
#include "ctl-list.h"
#include "ctl-run.h"
#include "xb-enum-types.h"
#include "xb-lifecycle.h"
#include "xb-platform-field.h"
#include "xb-workspace-papers.h"

/* The platform catalogue. */

static JsonObject *
platform_to_json (Ctl     *ctl,
                  gpointer item)
{
  g_autoptr(JsonNode) node = xb_platform_to_json (item, FALSE);

  return json_node_dup_object (node);
}

static void
platform_to_row (Ctl      *ctl,
                 gpointer  item,
                 CtlTable *table)
{
  ctl_table_add (table, xb_platform_get_key (item));
  ctl_table_add (table, xb_platform_kind_get_title (xb_platform_get_kind (item)));
  ctl_table_add (table, xb_platform_get_name (item));
  ctl_table_add (table, xb_platform_get_withdrawn (item) ? _("withdrawn") : xb_platform_get_client (item));
}

static const char *const platform_headings[] = { N_("Key"), N_("Kind"), N_("Name"), N_("Channel"), NULL };

static const CtlListing platform_listing = {
  platform_headings, N_("No platforms here."), platform_to_json, platform_to_row, NULL
};

static gboolean
run_platform_list (Ctl     *ctl,
                   GError **error)
{
  if (!ctl_parse (ctl, NULL, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  ctl_list_print (ctl, G_LIST_MODEL (xb_workspace_get_catalogue (ctl->workspace)), &platform_listing, NULL, 0, 0);
  return TRUE;
}

static char *
dup_source (XbFact *fact)
{
  if (xb_fact_get_edited (fact))
    return g_strdup (_("your own"));
  if (xb_fact_get_source (fact) == NULL)
    return NULL;
  return g_strdup_printf (xb_fact_get_indicative (fact) ? _("%s, %s; indicative, confirm with the platform")
                                                        : "%s, %s",
                          xb_fact_get_source (fact), xb_fact_get_checked (fact));
}

static void
say_facts (XbPlatform *platform)
{
  static const char *const headings[] = { N_("What"), N_("Field"), N_("Value"), N_("Source"), NULL };
  g_autoptr(CtlTable) table = ctl_table_new (headings);
  GListModel *facts = xb_platform_get_facts (platform);

  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr(XbFact) fact = g_list_model_get_item (facts, i);

      ctl_table_add (table, xb_fact_get_title (fact));
      ctl_table_take (table, g_strjoinv (" ", (char **) xb_fact_get_fields (fact)));
      ctl_table_add (table, xb_fact_get_text (fact));
      ctl_table_take (table, dup_source (fact));
    }
  ctl_table_flush (table);
}

static void
say_notes (XbPlatform *platform)
{
  GListModel *notes = xb_platform_get_notes (platform);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(XbFact) note = g_list_model_get_item (notes, i);

      printf ("%s- %s\n", i == 0 ? "\n" : "", xb_fact_get_text (note));
    }
}

static gboolean
print_platform (Ctl        *ctl,
                const char *key,
                GError    **error)
{
  XbPlatform *platform = xb_catalogue_find (xb_workspace_get_catalogue (ctl->workspace), key, error);

  if (platform == NULL)
    return FALSE;
  if (ctl->json)
    {
      g_autoptr(JsonNode) node = xb_platform_to_json (platform, TRUE);

      ctl_json_print_node (node);
      return TRUE;
    }
  printf ("%s (%s)\n%s\n\n", xb_platform_get_name (platform), xb_platform_get_key (platform),
          xb_platform_kind_get_title (xb_platform_get_kind (platform)));
  say_facts (platform);
  say_notes (platform);
  return TRUE;
}

static gboolean
run_platform_show (Ctl     *ctl,
                   GError **error)
{
  return ctl_parse (ctl, NULL, error) && ctl_open (ctl, error) != NULL &&
         print_platform (ctl, ctl_arg (ctl, 0), error);
}

/* Cuts FIELD=VALUE in two; a field that is not known is a slip of the keyboard. */
static gboolean
read_edits (Ctl       *ctl,
            GPtrArray *fields,
            GPtrArray *values,
            GError   **error)
{
  for (guint i = 1; i < ctl_n_args (ctl); i++)
    {
      const char *arg = ctl_arg (ctl, i);
      const char *sign = strchr (arg, '=');
      g_autofree char *field = sign != NULL ? g_strndup (arg, sign - arg) : g_strdup (arg);
      g_auto(GStrv) known = NULL;
      g_autofree char *choices = NULL;
      XbPlatformField index;

      if (sign == NULL)
        return ctl_usage (error, _("“%s” has no value; write FIELD=VALUE, with nothing after = for unknown"), arg);
      if (!xb_platform_field_find (field, &index))
        {
          known = xb_platform_dup_fields ();
          choices = g_strjoinv (", ", known);
          return ctl_usage (error, _("there is no field “%s”; choose one of %s"), field, choices);
        }
      g_ptr_array_add (fields, g_steal_pointer (&field));
      g_ptr_array_add (values, g_strdup (sign + 1));
    }
  g_ptr_array_add (fields, NULL);
  g_ptr_array_add (values, NULL);
  return TRUE;
}

static gboolean
run_platform_set (Ctl     *ctl,
                  GError **error)
{
  g_autoptr(GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func (g_free);

  if (!ctl_parse (ctl, NULL, error) || !read_edits (ctl, fields, values, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_edit_platform_async (ctl->workspace, ctl_arg (ctl, 0), (const char *const *) fields->pdata,
                                    (const char *const *) values->pdata, ctl->cancellable, ctl_ready_cb, ctl);
  return ctl_finish (ctl, error) && print_platform (ctl, ctl_arg (ctl, 0), error);
}

static gboolean
run_platform_reset (Ctl     *ctl,
                    GError **error)
{
  XbPlatformField index;

  if (!ctl_parse (ctl, NULL, error))
    return FALSE;
  if (!xb_platform_field_find (ctl_arg (ctl, 1), &index))
    return ctl_usage (error, _("there is no field “%s”; see “platform show”"), ctl_arg (ctl, 1));
  if (ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_reset_platform_async (ctl->workspace, ctl_arg (ctl, 0), ctl_arg (ctl, 1), ctl->cancellable,
                                     ctl_ready_cb, ctl);
  return ctl_finish (ctl, error) && print_platform (ctl, ctl_arg (ctl, 0), error);
}

static gboolean
run_platform_add (Ctl     *ctl,
                  GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *kind_word = NULL;
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_FILENAME, &name, N_("Needed: how people call it"), "NAME" },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &kind_word,
      N_("Needed: operator, third-party, security-app, data-vendor, handset, lookup or international"), "KIND" },
    { NULL }
  };
  int kind;

  if (!ctl_parse (ctl, entries, error))
    return FALSE;
  if (name == NULL || kind_word == NULL)
    return ctl_usage (error, _("a platform needs --name and --kind"));
  if (!ctl_read_word ("--kind", XB_TYPE_PLATFORM_KIND, kind_word, &kind, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_add_platform_async (ctl->workspace, ctl_arg (ctl, 0), name, kind, ctl->cancellable, ctl_ready_cb,
                                   ctl);
  return ctl_finish (ctl, error) && print_platform (ctl, ctl_arg (ctl, 0), error);
}

const CtlCommand ctl_platform_commands[] = {
  { "platform", "list", "", N_("lists the platforms"), run_platform_list },
  { "platform", "show", "KEY", N_("shows what is known of a platform, and where from"), run_platform_show },
  { "platform", "set", "KEY FIELD=VALUE...", N_("changes what is known; days, yuan and words as shown"),
    run_platform_set },
  { "platform", "reset", "KEY FIELD", N_("takes your change away again"), run_platform_reset },
  { "platform", "add", "KEY", N_("adds a platform of your own"), run_platform_add },
  { NULL }
};
