/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-bar-form.h"
#include "xb-day-entry.h"
#include "xb-ui.h"

/* The days of a bar, typed: what the hand does in the chart. */
struct _XbBarForm
{
  XbForm      parent_instance;

  char       *old_from;
  char       *old_until; /* (nullable) */
  XbDayEntry *from;
  XbDayEntry *until;
};

G_DEFINE_FINAL_TYPE (XbBarForm, xb_bar_form, XB_TYPE_FORM)

enum
{
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
has_moved (XbBarForm *self)
{
  return g_strcmp0 (self->old_from, xb_day_entry_get_day (self->from)) != 0 ||
         g_strcmp0 (self->old_until, xb_day_entry_get_day (self->until)) != 0;
}

static void
xb_bar_form_act (XbForm *form)
{
  XbBarForm *self = XB_BAR_FORM (form);
  g_autofree char *from = g_strdup (xb_day_entry_get_day (self->from));
  g_autofree char *until = g_strdup (xb_day_entry_get_day (self->until));
  gboolean changed = has_moved (self);

  if (from == NULL || (until != NULL && strcmp (until, from) < 0))
    {
      xb_form_set_problem (form, _("The last day lies before the first; enter one after it."));
      return;
    }
  g_free (self->old_from);
  g_free (self->old_until);
  self->old_from = g_strdup (from);
  self->old_until = g_strdup (until);
  if (changed)
    g_signal_emit (self, signals[MOVED], 0, from, until);
  gtk_window_close (GTK_WINDOW (self));
}

static void
update (XbBarForm *self)
{
  xb_form_set_ready (XB_FORM (self), xb_day_entry_get_day (self->from) != NULL && xb_day_entry_is_valid (self->until));
}

static void
xb_bar_form_finalize (GObject *object)
{
  g_free (XB_BAR_FORM (object)->old_from);
  g_free (XB_BAR_FORM (object)->old_until);
  G_OBJECT_CLASS (xb_bar_form_parent_class)->finalize (object);
}

static void
xb_bar_form_class_init (XbBarFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_bar_form_finalize;
  XB_FORM_CLASS (klass)->act = xb_bar_form_act;
  signals[MOVED] = g_signal_new ("moved", XB_TYPE_BAR_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_STRING, G_TYPE_STRING);
}

static void
xb_bar_form_init (XbBarForm *self)
{
}

GtkWindow *
xb_bar_form_new (GtkWidget       *parent,
                 XbWorkspace     *workspace,
                 const XbYearBar *bar)
{
  XbBarForm *self = g_object_new (XB_TYPE_BAR_FORM, "workspace", workspace, NULL);
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (workspace));
  GtkWidget *group = adw_preferences_group_new ();

  self->old_from = g_strdup (bar->from);
  self->old_until = g_strdup (bar->until);
  self->from = XB_DAY_ENTRY (xb_day_entry_new (_("First day")));
  self->until = XB_DAY_ENTRY (xb_day_entry_new (_("Last day")));
  xb_day_entry_set_day (self->from, bar->from);
  xb_day_entry_set_day (self->until, bar->until);
  gtk_widget_set_sensitive (GTK_WIDGET (self->from), xb_year_bar_can_move (bar, today));
  gtk_widget_set_sensitive (GTK_WIDGET (self->until), xb_year_bar_can_stretch (bar, today));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), bar->text);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("The days by which to hand in are counted anew."));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->from));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (self->until));
  g_signal_connect_object (self->from, "notify::day", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->until, "notify::day", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  xb_form_add (XB_FORM (self), group);
  xb_form_set_up (XB_FORM (self), parent, _("Other Days"), _("_Move"));
  return GTK_WINDOW (self);
}
