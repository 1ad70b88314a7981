/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-problem.h"

/* What went wrong, as a sentence in the place where it can be mended. Not there while all is well. */
struct _XbProblem
{
  GtkWidget  parent_instance;

  GtkWidget *icon;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (XbProblem, xb_problem, GTK_TYPE_WIDGET)

static void
xb_problem_dispose (GObject *object)
{
  XbProblem *self = XB_PROBLEM (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (xb_problem_parent_class)->dispose (object);
}

static void
xb_problem_class_init (XbProblemClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xb_problem_dispose;
  gtk_widget_class_set_css_name (widget_class, "problem");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
xb_problem_init (XbProblem *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_set_valign (self->icon, GTK_ALIGN_START);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
xb_problem_new (void)
{
  return g_object_new (XB_TYPE_PROBLEM, NULL);
}

/* The workspace's sentences also go behind "xinbiaoctl: ", and so begin small. */
static char *
dup_sentence (const char *text)
{
  GString *sentence = g_string_new (NULL);

  g_string_append_unichar (sentence, g_unichar_totitle (g_utf8_get_char (text)));
  g_string_append (sentence, g_utf8_next_char (text));
  return g_string_free (sentence, FALSE);
}

/** xb_problem_set_text: @text: (nullable): a whole sentence; %NULL: all is well again */
void
xb_problem_set_text (XbProblem  *self,
                     const char *text)
{
  g_autofree char *sentence = text != NULL && *text != '\0' ? dup_sentence (text) : NULL;

  g_return_if_fail (XB_IS_PROBLEM (self));

  text = sentence;
  if (g_strcmp0 (text, xb_problem_get_text (self)) == 0)
    return;
  gtk_label_set_label (GTK_LABEL (self->label), text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : "", -1);
  if (text != NULL)
    xb_dialogs_announce (GTK_WIDGET (self), text);
}

/** xb_problem_get_text: Returns: (nullable): the sentence; none while all is well */
const char *
xb_problem_get_text (XbProblem *self)
{
  g_return_val_if_fail (XB_IS_PROBLEM (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self)) ? gtk_label_get_label (GTK_LABEL (self->label)) : NULL;
}

/** xb_problem_take: @error: (transfer full) (nullable): what was given up by the user is no problem */
void
xb_problem_take (XbProblem *self,
                 GError    *error)
{
  xb_problem_set_text (self, error == NULL || xb_error_is_cancelled (error) ? NULL : error->message);
  g_clear_error (&error);
}
