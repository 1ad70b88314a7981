/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-format.h"
#include "xb-free-edits-form.h"
#include "xb-free-edits-strip.h"
#include "xb-workspace-label-board.h"

/* Per platform: how many free edits are left in the contract year. Each is a button, for the owner may know better. */
struct _XbFreeEditsStrip
{
  AdwBin       parent_instance;

  XbWorkspace *workspace;
  GtkWidget   *box;
  GString     *text; /* all of it, in words */
  guint        n;
  guint        idle;
};

G_DEFINE_FINAL_TYPE (XbFreeEditsStrip, xb_free_edits_strip, ADW_TYPE_BIN)

static void
clicked_cb (GtkWidget        *button,
            XbFreeEditsStrip *self)
{
  GtkWindow *form = xb_free_edits_form_new (GTK_WIDGET (self), self->workspace,
                                            g_object_get_data (G_OBJECT (button), "xb-platform"));

  gtk_window_present (form);
}

static GtkWidget *
add_line (GtkWidget  *box,
          const char *text,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
add_card (XbFreeEditsStrip  *self,
          const char        *key,
          const XbFreeEdits *edits)
{
  XbPlatform *platform = xb_catalogue_lookup (xb_workspace_get_catalogue (self->workspace), key);
  const char *name = platform != NULL ? xb_platform_get_name (platform) : key;
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));
  g_autofree char *day = xb_format_day (edits->until, today);
  g_autofree char *until = g_strdup_printf (_("until %s"), day);
  g_autofree char *left = edits->left < 0 || edits->of < 0
                            ? g_strdup (_("not known"))
                            : g_strdup_printf (_("%1$d of %2$d left"), edits->left, MAX (edits->of, edits->left));
  g_autofree char *spoken = g_strdup_printf (_("Free edits, %1$s: %2$s, %3$s"), name, left, until);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *button = gtk_button_new ();

  add_line (box, name, "caption");
  add_line (box, left, "heading");
  add_line (box, until, "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_widget_add_css_class (button, "free-edits");
  if (edits->left == 0)
    gtk_widget_add_css_class (button, "warning");
  gtk_widget_set_tooltip_text (button, _("Say how many are left"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), "xb-platform", g_strdup (key), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (self->box), button);
  g_string_append_printf (self->text, "%s\n", spoken);
  self->n++;
}

static void
fill (XbFreeEditsStrip *self)
{
  g_auto(GStrv) keys = xb_workspace_dup_showing_platforms (self->workspace);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  g_string_truncate (self->text, 0);
  self->n = 0;
  for (guint i = 0; keys[i] != NULL; i++)
    {
      XbFreeEdits edits;

      if (xb_workspace_read_free_edits (self->workspace, keys[i], NULL, &edits, NULL))
        add_card (self, keys[i], &edits);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->n > 0);
}

static gboolean
idle_cb (gpointer user_data)
{
  XbFreeEditsStrip *self = user_data;

  self->idle = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

/* Several changes in a row are read once. */
static void
changed_cb (XbFreeEditsStrip *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (idle_cb, self);
}

static void
xb_free_edits_strip_dispose (GObject *object)
{
  XbFreeEditsStrip *self = XB_FREE_EDITS_STRIP (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_free_edits_strip_parent_class)->dispose (object);
}

static void
xb_free_edits_strip_finalize (GObject *object)
{
  g_string_free (XB_FREE_EDITS_STRIP (object)->text, TRUE);
  G_OBJECT_CLASS (xb_free_edits_strip_parent_class)->finalize (object);
}

static void
xb_free_edits_strip_class_init (XbFreeEditsStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_free_edits_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_free_edits_strip_finalize;
}

static void
xb_free_edits_strip_init (XbFreeEditsStrip *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *scrolled = gtk_scrolled_window_new ();
  GtkWidget *title = gtk_label_new (_("Free edits left"));

  self->text = g_string_new (NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_margin_bottom (self->box, 6);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->box);
  gtk_box_append (GTK_BOX (column), title);
  gtk_box_append (GTK_BOX (column), scrolled);
  adw_bin_set_child (ADW_BIN (self), column);
}

GtkWidget *
xb_free_edits_strip_new (XbWorkspace *workspace)
{
  XbFreeEditsStrip *self = g_object_new (XB_TYPE_FREE_EDITS_STRIP, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}

/** xb_free_edits_strip_get_n: Returns: how many platforms are shown */
guint
xb_free_edits_strip_get_n (XbFreeEditsStrip *self)
{
  g_return_val_if_fail (XB_IS_FREE_EDITS_STRIP (self), 0);

  return self->n;
}

/** xb_free_edits_strip_dup_text: Returns: (transfer full): what it says, a platform a line */
char *
xb_free_edits_strip_dup_text (XbFreeEditsStrip *self)
{
  g_return_val_if_fail (XB_IS_FREE_EDITS_STRIP (self), NULL);

  return g_strdup (self->text->str);
}
