/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-brand-list.h"
#include "xb-brand-form.h"
#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-format.h"
#include "xb-rows.h"
#include "xb-ui.h"
#include "xb-workspace-register.h"

/* The brands of the business, each with its mark; kept true by the workspace's list. */
struct _XbBrandList
{
  AdwPreferencesGroup  parent_instance;

  XbWorkspace         *workspace;
  GtkWidget           *list;
};

G_DEFINE_FINAL_TYPE (XbBrandList, xb_brand_list, ADW_TYPE_PREFERENCES_GROUP)

/* What is taken away, so that it can come back. */
typedef struct
{
  XbBrandList *self;  /* (owned) */
  GVariant    *undo;  /* (owned) */
  char        *name;
} Removal;

static void
removal_free (Removal *removal)
{
  g_object_unref (removal->self);
  g_variant_unref (removal->undo);
  g_free (removal->name);
  g_free (removal);
}

static void
removed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Removal *removal = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (xb_workspace_finish (removal->self->workspace, result, &error))
    {
      text = g_strdup_printf (_("“%s” removed"), removal->name);
      xb_dialogs_toast_undo (GTK_WIDGET (removal->self), text, "app.undo-remove-brand",
                             g_variant_ref (removal->undo));
    }
  else if (!xb_error_is_cancelled (error))
    xb_dialogs_tell (GTK_WIDGET (removal->self), _("The brand was not removed"), error->message);
  removal_free (removal);
}

static const char *
text_or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static void
remove_cb (XbBrandList *self,
           GtkWidget   *button)
{
  XbBrand *brand = g_object_get_data (G_OBJECT (button), "xb-item");
  Removal *removal = g_new0 (Removal, 1);

  removal->self = g_object_ref (self);
  removal->name = g_strdup (xb_brand_get_name (brand));
  removal->undo = g_variant_ref_sink (
    g_variant_new ("(sbss)", text_or_empty (xb_brand_get_name (brand)), xb_brand_get_registered (brand),
                   text_or_empty (xb_brand_get_mark_no (brand)), text_or_empty (xb_brand_get_expires (brand))));
  xb_workspace_remove_brand_async (self->workspace, xb_record_get_id (XB_RECORD (brand)), NULL, removed_cb, removal);
}

static void
edit_cb (XbBrandList *self,
         GtkWidget   *row)
{
  gtk_window_present (xb_brand_form_new (GTK_WIDGET (self), self->workspace,
                                          g_object_get_data (G_OBJECT (row), "xb-item")));
}

static void
add_cb (XbBrandList *self)
{
  gtk_window_present (xb_brand_form_new (GTK_WIDGET (self), self->workspace, NULL));
}

static char *
describe (XbBrandList *self,
          XbBrand     *brand)
{
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));
  g_autofree char *day = xb_format_day (xb_brand_get_expires (brand), today);
  const char *mark_no = xb_brand_get_mark_no (brand);
  const char *expires = xb_brand_get_expires (brand);

  if (!xb_brand_get_registered (brand))
    return g_strdup (_("Not a registered mark"));
  if (expires == NULL || *expires == '\0')
    return mark_no != NULL ? g_strdup_printf (_("Registered mark %s"), mark_no) : g_strdup (_("Registered mark"));
  if (strcmp (expires, today) < 0)
    return g_strdup_printf (_("Registered mark %1$s · expired on %2$s"), text_or_empty (mark_no), day);
  return g_strdup_printf (_("Registered mark %1$s · until %2$s"), text_or_empty (mark_no), day);
}

static void
update_row_cb (GtkWidget *row)
{
  XbBrand *brand = g_object_get_data (G_OBJECT (row), "xb-item");
  XbBrandList *self = XB_BRAND_LIST (g_object_get_data (G_OBJECT (row), "xb-list"));
  g_autofree char *subtitle = describe (self, brand);

  xb_row_set_title (row, xb_brand_get_name (brand));
  xb_row_set_subtitle (row, subtitle);
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  XbBrandList *self = user_data;
  g_autofree char *remove_name = g_strdup_printf (_("Remove %s"), xb_brand_get_name (item));
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = xb_row_add_icon_button (row, "user-trash-symbolic", remove_name);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "xb-list", self);
  g_object_set_data_full (G_OBJECT (row), "xb-item", g_object_ref (item), g_object_unref);
  g_object_set_data_full (G_OBJECT (button), "xb-item", g_object_ref (item), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "notify", G_CALLBACK (update_row_cb), row, G_CONNECT_SWAPPED);
  update_row_cb (row);
  return row;
}

static void
count_cb (XbBrandList *self,
          guint        position,
          guint        removed,
          guint        added,
          GListModel  *brands)
{
  gtk_widget_set_visible (self->list, g_list_model_get_n_items (brands) > 0);
}

static void
xb_brand_list_dispose (GObject *object)
{
  XbBrandList *self = XB_BRAND_LIST (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (GTK_LIST_BOX (self->list), NULL, NULL, NULL, NULL);
  self->list = NULL;
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_brand_list_parent_class)->dispose (object);
}

static void
xb_brand_list_class_init (XbBrandListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_brand_list_dispose;
}

static void
xb_brand_list_init (XbBrandList *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  GtkWidget *add = gtk_button_new_with_mnemonic (_("_Add Brand"));

  adw_preferences_group_set_title (group, _("Brands and Marks"));
  adw_preferences_group_set_description (group, _("Names under which customers know the business."));
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  adw_preferences_group_set_header_suffix (group, add);
  self->list = xb_boxed_list_new (_("Brands and Marks"));
  adw_preferences_group_add (group, self->list);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
xb_brand_list_new (XbWorkspace *workspace)
{
  XbBrandList *self = g_object_new (XB_TYPE_BRAND_LIST, NULL);
  g_autoptr(GListModel) brands = xb_workspace_list_brands (workspace);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (brands, "items-changed", G_CALLBACK (count_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), brands, make_row, self, NULL);
  count_cb (self, 0, 0, 0, brands);
  return GTK_WIDGET (self);
}
