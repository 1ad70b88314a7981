/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl-args.h"
#include "ctl-json.h"
#include "ctl-run.h"
#include "ctl-table.h"
#include "xb-brand.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-workspace-register.h"

/* The business and its brands. */

static JsonArray *
words_to_json (const char *words)
{
  JsonArray *array = json_array_new ();
  g_auto(GStrv) parts = g_strsplit (words != NULL ? words : "", ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      json_array_add_string_element (array, parts[i]);
  return array;
}

static JsonArray *
brands_to_json (GListModel *brands)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (brands); i++)
    {
      g_autoptr(XbRecord) brand = g_list_model_get_item (brands, i);
      JsonObject *object = json_object_new ();

      xb_record_add_json (brand, object);
      json_array_add_object_element (array, object);
    }
  return array;
}

static char *
dup_brands (GListModel *brands)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (brands); i++)
    {
      g_autoptr(XbBrand) brand = g_list_model_get_item (brands, i);

      g_string_append_printf (out, "%s%s", out->len > 0 ? C_("list", ", ") : "", xb_brand_get_name (brand));
      if (xb_brand_get_registered (brand))
        g_string_append (out, " ®");
    }
  return g_string_free (out, FALSE);
}

static void
say_business (XbBusiness *business,
              GListModel *brands)
{
  g_autoptr(CtlTable) table = ctl_table_new (NULL);
  g_autofree char *names = dup_brands (brands);

  ctl_table_field (table, _("Name"), xb_business_get_name (business));
  ctl_table_field (table, _("Unified social credit code"), xb_business_get_uscc (business));
  ctl_table_field (table, _("Kind"), xb_business_get_kind (business) == XB_BUSINESS_KIND_SOLE
                                       ? _("Sole trader") : _("Company"));
  ctl_table_field (table, _("Address"), xb_business_get_address (business));
  ctl_table_field (table, _("Opening hours"), xb_business_get_hours (business));
  ctl_table_field (table, _("Industry"), xb_business_get_industry (business));
  ctl_table_field (table, _("Contact"), xb_business_get_contact (business));
  ctl_table_field (table, _("Contact phone"), xb_business_get_contact_phone (business));
  ctl_table_field (table, _("Licence ends on"), xb_business_get_licence_expires (business));
  ctl_table_field (table, _("Handsets to check"), xb_business_get_handsets (business));
  ctl_table_field (table, _("Brands"), names);
  ctl_table_flush (table);
}

static gboolean
print_business (Ctl     *ctl,
                GError **error)
{
  g_autoptr(XbBusiness) business = xb_workspace_ref_business (ctl->workspace);
  g_autoptr(GListModel) brands = xb_workspace_list_brands (ctl->workspace);
  JsonObject *object;

  if (business == NULL)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND,
                   _("there is no business in “%s” yet; enter it with “business set --name NAME”"),
                   xb_workspace_get_folder (ctl->workspace));
      return FALSE;
    }
  if (!ctl->json)
    {
      say_business (business, brands);
      return TRUE;
    }
  object = json_object_new ();
  xb_record_add_json (XB_RECORD (business), object);
  json_object_remove_member (object, "id");
  json_object_set_array_member (object, "handsets", words_to_json (xb_business_get_handsets (business)));
  json_object_set_array_member (object, "brands", brands_to_json (brands));
  ctl_json_print (object);
  return TRUE;
}

static gboolean
run_business_show (Ctl     *ctl,
                   GError **error)
{
  return ctl_parse (ctl, NULL, error) && ctl_open (ctl, error) != NULL && print_business (ctl, error);
}

/* "华为, xiaomi" is no list of brands; "huawei, xiaomi" is stored as "huawei,xiaomi". */
static gboolean
read_handsets (const char *text,
               char      **handsets,
               GError    **error)
{
  g_auto(GStrv) words = g_strsplit (text, ",", -1);
  g_autoptr(GPtrArray) taken = g_ptr_array_new ();
  int value;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_strstrip (words[i]);
      if (!ctl_read_word ("--handsets", XB_TYPE_HANDSET, words[i], &value, error))
        return FALSE;
      if (!g_ptr_array_find_with_equal_func (taken, words[i], g_str_equal, NULL))
        g_ptr_array_add (taken, words[i]);
    }
  g_ptr_array_add (taken, NULL);
  *handsets = g_strjoinv (",", (char **) taken->pdata);
  return TRUE;
}

static gint64
find_brand (Ctl        *ctl,
            const char *name)
{
  g_autoptr(GListModel) brands = xb_workspace_list_brands (ctl->workspace);

  for (guint i = 0; i < g_list_model_get_n_items (brands); i++)
    {
      g_autoptr(XbBrand) brand = g_list_model_get_item (brands, i);

      if (g_strcmp0 (xb_brand_get_name (brand), name) == 0)
        return xb_record_get_id (XB_RECORD (brand));
    }
  return 0;
}

static gboolean
save_brands (Ctl         *ctl,
             char       **names,
             GError     **error)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      if (find_brand (ctl, names[i]) != 0)
        continue;
      xb_workspace_save_brand_async (ctl->workspace, 0, names[i], FALSE, NULL, NULL, ctl->cancellable,
                                     ctl_ready_cb, ctl);
      if (!ctl_finish (ctl, error))
        return FALSE;
    }
  return TRUE;
}

/* Starts from what is there: only what was given changes; "" empties a field. */
static XbBusiness *
make_draft (Ctl               *ctl,
            const char *const *properties,
            char             **values,
            gboolean          *changed)
{
  g_autoptr(XbBusiness) present = xb_workspace_ref_business (ctl->workspace);
  XbBusiness *draft = g_object_new (XB_TYPE_BUSINESS, NULL);

  if (present != NULL)
    xb_record_assign (XB_RECORD (draft), XB_RECORD (present));
  for (guint i = 0; properties[i] != NULL; i++)
    if (values[i] != NULL)
      {
        g_object_set (draft, properties[i], *values[i] != '\0' ? values[i] : NULL, NULL);
        *changed = TRUE;
      }
  return draft;
}

static gboolean
set_business (Ctl                *ctl,
              const char *const  *properties,
              char              **values,
              int                 kind,
              GError            **error)
{
  gboolean changed = kind >= 0;
  g_autoptr(XbBusiness) draft = make_draft (ctl, properties, values, &changed);

  if (kind >= 0)
    g_object_set (draft, "kind", kind, NULL);
  if (!changed)
    return TRUE;
  if (xb_business_get_name (draft) == NULL)
    {
      g_set_error_literal (error, XB_ERROR, XB_ERROR_INVALID,
                           _("the business has no name; give it as on the licence with --name"));
      return FALSE;
    }
  xb_workspace_set_business_async (ctl->workspace, draft, ctl->cancellable, ctl_ready_cb, ctl);
  return ctl_finish (ctl, error);
}

static gboolean
run_business_set (Ctl     *ctl,
                  GError **error)
{
  enum { NAME, USCC, ADDRESS, INDUSTRY, CONTACT, CONTACT_PHONE, LICENCE_EXPIRES, HANDSETS, HOURS, N };
  static const char *const properties[N + 1] = {
    "name", "uscc", "address", "industry", "contact", "contact-phone", "licence-expires", "handsets", "hours", NULL
  };
  char *values[N] = { NULL };
  g_autofree char *kind_word = NULL;
  g_autofree char *handsets = NULL;
  g_auto(GStrv) brands = NULL;
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_FILENAME, &values[NAME], N_("As it stands on the licence"), "NAME" },
    { "uscc", 0, 0, G_OPTION_ARG_FILENAME, &values[USCC], N_("The unified social credit code"), "CODE" },
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &kind_word, N_("company or sole"), "KIND" },
    { "brand", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &brands, N_("A brand; may be given several times"), "NAME" },
    { "licence-expires", 0, 0, G_OPTION_ARG_FILENAME, &values[LICENCE_EXPIRES],
      N_("Last day of the licence"), "DATE" },
    { "address", 0, 0, G_OPTION_ARG_FILENAME, &values[ADDRESS], N_("As on the licence"), "TEXT" },
    { "hours", 0, 0, G_OPTION_ARG_FILENAME, &values[HOURS], N_("When it is open, such as 10:00–22:00"), "TEXT" },
    { "industry", 0, 0, G_OPTION_ARG_FILENAME, &values[INDUSTRY], N_("Such as 餐饮"), "TEXT" },
    { "contact", 0, 0, G_OPTION_ARG_FILENAME, &values[CONTACT], N_("Who handles the certifications"), "NAME" },
    { "contact-phone", 0, 0, G_OPTION_ARG_FILENAME, &values[CONTACT_PHONE], N_("How to reach them"), "NUMBER" },
    { "handsets", 0, 0, G_OPTION_ARG_FILENAME, &values[HANDSETS],
      N_("Brands to check before a number counts as live, comma between them"), "BRANDS" },
    { NULL }
  };
  int kind = -1;
  gboolean done;

  done = ctl_parse (ctl, entries, error) &&
         (kind_word == NULL || ctl_read_word ("--kind", XB_TYPE_BUSINESS_KIND, kind_word, &kind, error)) &&
         (values[LICENCE_EXPIRES] == NULL || *values[LICENCE_EXPIRES] == '\0' ||
          ctl_check_day ("--licence-expires", values[LICENCE_EXPIRES], error)) &&
         (values[HANDSETS] == NULL || read_handsets (values[HANDSETS], &handsets, error));
  if (handsets != NULL)
    {
      g_free (values[HANDSETS]);
      values[HANDSETS] = g_steal_pointer (&handsets);
    }
  done = done && ctl_open (ctl, error) != NULL && set_business (ctl, properties, values, kind, error) &&
         save_brands (ctl, brands, error) && print_business (ctl, error);
  for (guint i = 0; i < N; i++)
    g_free (values[i]);
  return done;
}

static gboolean
run_business_brand (Ctl     *ctl,
                    GError **error)
{
  g_autofree char *mark_no = NULL;
  g_autofree char *expires = NULL;
  gboolean remove = FALSE;
  const GOptionEntry entries[] = {
    { "mark-no", 0, 0, G_OPTION_ARG_FILENAME, &mark_no, N_("It is a registered mark with this number"), "TEXT" },
    { "expires", 0, 0, G_OPTION_ARG_FILENAME, &expires, N_("Last day of the registration"), "DATE" },
    { "remove", 0, 0, G_OPTION_ARG_NONE, &remove, N_("Forget the brand"), NULL },
    { NULL }
  };
  gint64 id;

  if (!ctl_parse (ctl, entries, error) || !ctl_check_day ("--expires", expires, error) ||
      ctl_open (ctl, error) == NULL)
    return FALSE;
  id = find_brand (ctl, ctl_arg (ctl, 0));
  if (remove && id == 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND,
                   _("there is no brand “%s”; see “business show”"), ctl_arg (ctl, 0));
      return FALSE;
    }
  if (remove)
    xb_workspace_remove_brand_async (ctl->workspace, id, ctl->cancellable, ctl_ready_cb, ctl);
  else
    xb_workspace_save_brand_async (ctl->workspace, id, ctl_arg (ctl, 0), mark_no != NULL, mark_no, expires,
                                   ctl->cancellable, ctl_ready_cb, ctl);
  return ctl_finish (ctl, error) && print_business (ctl, error);
}

const CtlCommand ctl_business_commands[] = {
  { "business", "set", "", N_("enters the business; only what is given changes"), run_business_set },
  { "business", "show", "", N_("shows the business and its brands"), run_business_show },
  { "business", "brand", "NAME", N_("enters a brand and its registered mark"), run_business_brand },
  { NULL }
};
