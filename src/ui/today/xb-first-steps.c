/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-first-steps.h"
#include "xb-state-mark.h"
#include "xb-ui.h"

/* A calm start in three steps: what is done, and the one that comes now. */
struct _XbFirstSteps
{
  AdwBin     parent_instance;

  GtkWidget *rows[XB_N_FIRST_STEPS];
  GtkWidget *marks[XB_N_FIRST_STEPS];
  GtkWidget *buttons[XB_N_FIRST_STEPS];
};

G_DEFINE_FINAL_TYPE (XbFirstSteps, xb_first_steps, ADW_TYPE_BIN)

static const struct
{
  const char *title;
  const char *why;
  const char *verb;
} steps[XB_N_FIRST_STEPS] = {
  { N_("The business"), N_("The name and the code as they stand on the licence"), N_("_Enter") },
  { N_("Its numbers"), N_("One, or all at once by pasting a list"), N_("_Add") },
  { N_("The first certification"), N_("Choose a platform; the papers are prepared with you"), N_("_Begin") },
};

static void
clicked_cb (XbFirstSteps *self,
            GtkWidget    *button)
{
  if (button == self->buttons[XB_FIRST_STEP_BUSINESS])
    gtk_widget_activate_action (button, "app.business", NULL);
  else if (button == self->buttons[XB_FIRST_STEP_CERTIFICATION])
    gtk_widget_activate_action (button, "app.new-certification", "x", (gint64) 0);
  else
    {
      gtk_widget_activate_action (button, "win.show-page", "s", "numbers");
      gtk_widget_activate_action (button, "numbers.add", NULL);
    }
}

static void
add_step (XbFirstSteps *self,
          GtkWidget    *group,
          XbFirstStep   step)
{
  GtkWidget *row = adw_action_row_new ();

  self->rows[step] = row;
  self->marks[step] = xb_state_mark_new (XB_MARK_RING, 18);
  self->buttons[step] = gtk_button_new_with_mnemonic (_(steps[step].verb));
  gtk_widget_set_valign (self->buttons[step], GTK_ALIGN_CENTER);
  g_signal_connect_object (self->buttons[step], "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  xb_row_set_title (row, _(steps[step].title));
  xb_row_set_subtitle (row, _(steps[step].why));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), self->marks[step]);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->buttons[step]);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->buttons[step]);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
xb_first_steps_class_init (XbFirstStepsClass *klass)
{
}

static void
xb_first_steps_init (XbFirstSteps *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  const gboolean nothing[XB_N_FIRST_STEPS] = { FALSE };

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Three Steps to Your Name on Their Phone"));
  for (XbFirstStep i = 0; i < XB_N_FIRST_STEPS; i++)
    add_step (self, group, i);
  adw_bin_set_child (ADW_BIN (self), group);
  xb_first_steps_set_done (self, nothing, TRUE);
}

GtkWidget *
xb_first_steps_new (void)
{
  return g_object_new (XB_TYPE_FIRST_STEPS, NULL);
}

/**
 * xb_first_steps_set_done:
 * @done: by #XbFirstStep
 * @suggested: whether the next step is the one thing to do on its page
 */
void
xb_first_steps_set_done (XbFirstSteps   *self,
                         const gboolean  done[XB_N_FIRST_STEPS],
                         gboolean        suggested)
{
  gboolean earlier_done = TRUE;

  g_return_if_fail (XB_IS_FIRST_STEPS (self));

  for (XbFirstStep i = 0; i < XB_N_FIRST_STEPS; i++)
    {
      gboolean next = earlier_done && !done[i];
      g_autofree char *name = NULL;

      xb_state_mark_set_shape (XB_STATE_MARK (self->marks[i]), done[i] ? XB_MARK_TICK : XB_MARK_RING);
      xb_widget_set_tone (self->marks[i], done[i] ? "success" : next ? "accent" : "neutral");
      gtk_widget_set_visible (self->buttons[i], !done[i]);
      gtk_widget_set_sensitive (self->buttons[i], next || i == XB_FIRST_STEP_NUMBERS); /* these need nothing before */
      if (next && suggested)
        gtk_widget_add_css_class (self->buttons[i], "suggested-action");
      else
        gtk_widget_remove_css_class (self->buttons[i], "suggested-action");
      name = g_strdup_printf (_("%1$s: %2$s"), _(steps[i].title),
                              done[i] ? _("done") : next ? _("comes now") : _("comes later"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      earlier_done = earlier_done && done[i];
    }
}

/** xb_first_steps_get_row: Returns: (transfer none): the row of @step */
GtkWidget *
xb_first_steps_get_row (XbFirstSteps *self,
                        XbFirstStep   step)
{
  g_return_val_if_fail (XB_IS_FIRST_STEPS (self), NULL);

  return self->rows[step];
}
