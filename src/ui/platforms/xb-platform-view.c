/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-fact-form.h"
#include "xb-format.h"
#include "xb-lifecycle.h"
#include "xb-list-group.h"
#include "xb-material-rows.h"
#include "xb-platform-view.h"
#include "xb-ui.h"

/* Everything that is known of one platform: each fact with where it is from and since when, open to
 * the owner's better knowledge. */
struct _XbPlatformView
{
  AdwBin       parent_instance;

  XbWorkspace *workspace;
  XbPlatform  *platform;
  GtkWidget   *title;
  GtkWidget   *sentence;
  GtkWidget   *portal;
};

G_DEFINE_FINAL_TYPE (XbPlatformView, xb_platform_view, ADW_TYPE_BIN)

static void
edit_cb (XbPlatformView *self,
         GtkWidget      *row)
{
  gtk_window_present (xb_fact_form_new (GTK_WIDGET (self), self->workspace, self->platform,
                                        g_object_get_data (G_OBJECT (row), "xb-item")));
}

static void
make_fact (GtkWidget *row,
           gpointer   item,
           gpointer   user_data)
{
  GtkWidget *sign;

  gtk_widget_add_css_class (row, "fact");
  if (!xb_fact_get_known (item))
    gtk_widget_add_css_class (row, "unknown");
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (xb_fact_get_fields (item) == NULL || xb_fact_get_fields (item)[0] == NULL)
    return;
  sign = gtk_image_new_from_icon_name ("document-edit-symbolic");
  gtk_widget_add_css_class (sign, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), sign);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (edit_cb), user_data, G_CONNECT_SWAPPED);
}

/* (transfer full): from where, since when, and how sure */
static char *
dup_origin (XbPlatformView *self,
            XbFact         *fact)
{
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));
  g_autofree char *edited_on = xb_fact_get_edited (fact) ? xb_instant_to_day (xb_fact_get_edited_at (fact)) : NULL;
  const char *checked = edited_on != NULL ? edited_on : xb_fact_get_checked (fact);
  g_autofree char *day = checked != NULL ? xb_format_day (checked, today) : NULL;
  GString *origin = g_string_new (NULL);

  if (edited_on != NULL)
    g_string_append_printf (origin, _("Entered by you on %s"), day);
  else if (xb_fact_get_source (fact) != NULL && day != NULL)
    g_string_append_printf (origin, _("%1$s, looked up on %2$s"), xb_fact_get_source (fact), day);
  else if (xb_fact_get_source (fact) != NULL)
    g_string_append (origin, xb_fact_get_source (fact));
  if (xb_fact_get_known (fact) && xb_fact_get_indicative (fact))
    g_string_append_printf (origin, "%s%s", origin->len > 0 ? " · " : "", _("indicative, confirm with the platform"));
  return g_string_free (origin, FALSE);
}

static void
update_fact (GtkWidget *row,
             gpointer   item,
             gpointer   user_data)
{
  g_autofree char *origin = dup_origin (user_data, item);
  g_autofree char *value = g_markup_escape_text (xb_fact_get_text (item), -1);
  g_autofree char *plain = g_markup_escape_text (origin, -1);
  g_autofree char *subtitle = *plain != '\0'
                                ? g_strdup_printf ("%s\n<span size=\"smaller\" alpha=\"65%%\">%s</span>", value, plain)
                                : g_strdup (value);

  xb_row_set_title (row, xb_fact_get_title (item));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
}

static void
portal_cb (XbPlatformView *self)
{
  const char *portal = xb_platform_get_text (self->platform, "portal");

  if (portal != NULL)
    xb_dialogs_show_uri (GTK_WIDGET (self), portal);
}

static void
update_cb (XbPlatformView *self)
{
  const char *kind = xb_platform_kind_get_title (xb_platform_get_kind (self->platform));
  const char *portal = xb_platform_get_text (self->platform, "portal");
  g_autofree char *sentence = NULL;

  if (xb_platform_get_withdrawn (self->platform))
    sentence = g_strdup_printf (_("%s · no longer offered"), kind);
  else if (g_strcmp0 (xb_platform_get_client (self->platform), "manual") == 0)
    sentence = g_strdup_printf (_("%s · handed in by you, with the papers that Xinbiao prepares"), kind);
  else
    sentence = g_strdup_printf (_("%s · handed in by Xinbiao"), kind);
  gtk_label_set_label (GTK_LABEL (self->title), xb_platform_get_name (self->platform));
  gtk_label_set_label (GTK_LABEL (self->sentence), sentence);
  gtk_widget_set_visible (self->portal, portal != NULL && (g_str_has_prefix (portal, "https://") ||
                                                           g_str_has_prefix (portal, "http://")));
}

static void
xb_platform_view_dispose (GObject *object)
{
  XbPlatformView *self = XB_PLATFORM_VIEW (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->platform);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_platform_view_parent_class)->dispose (object);
}

static void
xb_platform_view_class_init (XbPlatformViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_platform_view_dispose;
}

static void
xb_platform_view_init (XbPlatformView *self)
{
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_head (XbPlatformView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->title = make_label ("title-2");
  self->sentence = make_label ("dim-label");
  self->portal = gtk_button_new_with_mnemonic (_("Open the _Portal"));
  gtk_widget_set_halign (self->portal, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->portal, 6);
  g_signal_connect_object (self->portal, "clicked", G_CALLBACK (portal_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->sentence);
  gtk_box_append (GTK_BOX (box), self->portal);
  return box;
}

static GtkWidget *
make_body (XbPlatformView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GListModel *notes = xb_platform_get_notes (self->platform);

  gtk_widget_add_css_class (box, "page");
  gtk_box_append (GTK_BOX (box), make_head (self));
  if (xb_platform_kind_needs_nda (xb_platform_get_kind (self->platform)))
    gtk_box_append (GTK_BOX (box), xb_nda_group_new (self->workspace, xb_platform_get_key (self->platform)));
  gtk_box_append (GTK_BOX (box),
                  xb_list_group_new (_("What Is Known"), _("Open a line to enter what you know better. Your entries "
                                                           "stay when Xinbiao is updated."),
                                     xb_platform_get_facts (self->platform), make_fact, update_fact, self));
  if (g_list_model_get_n_items (notes) > 0)
    gtk_box_append (GTK_BOX (box), xb_list_group_new (_("Good to Know"), NULL, notes, make_fact, update_fact, self));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

GtkWidget *
xb_platform_view_new (XbWorkspace *workspace,
                      XbPlatform  *platform)
{
  XbPlatformView *self = g_object_new (XB_TYPE_PLATFORM_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  self->platform = g_object_ref (platform);
  adw_bin_set_child (ADW_BIN (self), make_body (self));
  g_signal_connect_object (platform, "changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
  return GTK_WIDGET (self);
}

XbPlatform *
xb_platform_view_get_platform (XbPlatformView *self)
{
  g_return_val_if_fail (XB_IS_PLATFORM_VIEW (self), NULL);

  return self->platform;
}
