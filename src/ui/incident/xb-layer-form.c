/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-layer-form.h"
#include "xb-ui.h"
#include "xb-wizard-rows.h"
#include "xb-workspace-incident.h"

/* Five questions tell a mark from an operator's block from a police case, and whom to call. */
struct _XbLayerForm
{
  XbForm     parent_instance;

  gint64     incident;
  GtkWidget *answers[XB_LAYER_QUESTIONS];
  GtkWidget *verdict;
  GtkWidget *advice;
};

G_DEFINE_FINAL_TYPE (XbLayerForm, xb_layer_form, XB_TYPE_FORM)

static XbLayerAdvice
judge (XbLayerForm *self)
{
  XbLayerAnswer answers[XB_LAYER_QUESTIONS];

  for (guint i = 0; i < XB_LAYER_QUESTIONS; i++)
    answers[i] = (XbLayerAnswer) MIN (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->answers[i])), 2u);
  return xb_layer_doctor_judge (answers);
}

static void
update (XbLayerForm *self)
{
  XbLayerAdvice advice = judge (self);

  gtk_label_set_label (GTK_LABEL (self->verdict), advice.title);
  gtk_label_set_label (GTK_LABEL (self->advice), advice.advice);
  xb_form_set_ready (XB_FORM (self), advice.layer != XB_LAYER_UNKNOWN);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbForm) self = user_data;

  xb_form_end (self, result);
}

static void
xb_layer_form_act (XbForm *form)
{
  XbLayerForm *self = XB_LAYER_FORM (form);

  xb_form_begin (form);
  xb_workspace_set_incident_layer_async (xb_form_get_workspace (form), self->incident, judge (self).layer,
                                         xb_form_get_cancellable (form), saved_cb, g_object_ref (self));
}

static void
xb_layer_form_class_init (XbLayerFormClass *klass)
{
  XB_FORM_CLASS (klass)->act = xb_layer_form_act;
}

static GtkWidget *
make_line (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* What comes of the answers is read first: it is a card of its own, in plain size. */
static GtkWidget *
make_verdict (XbLayerForm *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->verdict = make_line ("title-4");
  self->advice = make_line (NULL);
  gtk_box_append (GTK_BOX (card), self->verdict);
  gtk_box_append (GTK_BOX (card), self->advice);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "now");
  return card;
}

static void
xb_layer_form_init (XbLayerForm *self)
{
  const char *const words[] = { _("Don’t know"), C_("answer", "Yes"), C_("answer", "No"), NULL };
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  for (guint i = 0; i < XB_LAYER_QUESTIONS; i++)
    {
      GtkWidget *row = xb_row_new_plain (xb_layer_doctor_get_question (i), NULL);

      self->answers[i] = gtk_drop_down_new_from_strings (words);
      gtk_widget_set_valign (self->answers[i], GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->answers[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      xb_layer_doctor_get_question (i), -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->answers[i]);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), self->answers[i]);
      adw_preferences_group_add (group, row);
      g_signal_connect_object (self->answers[i], "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  xb_form_add (XB_FORM (self), GTK_WIDGET (group));
  xb_form_add (XB_FORM (self), make_verdict (self));
}

GtkWindow *
xb_layer_form_new (GtkWidget   *parent,
                   XbWorkspace *workspace,
                   gint64       incident_id)
{
  XbLayerForm *self = g_object_new (XB_TYPE_LAYER_FORM, "workspace", workspace, NULL);

  self->incident = incident_id;
  xb_form_set_up (XB_FORM (self), parent, _("Mark, Block or Police?"), _("_Keep It"));
  update (self);
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 600);
  return GTK_WINDOW (self);
}
